"""An answer becomes a message: sentences first, then what proves them, inside every limit."""

from __future__ import annotations

from typing import get_args

import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.presenters.answer import Shown, present
from bot.views.paragraph_button import ParagraphButton
from porteparole.answering.answer import Answer, Citation, Outcome, Sentence
from porteparole.corpus.article import Article, Paragraph, content_id
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.texts import Texts
from tests.bot.conftest import violations
from tests.bot.discord_markdown import active
from tests.bot.looking import buttons, parts, text
from tests.bot.service_double import BRIDGE, HARBOUR, article, cite

TEXTS = Texts()
ANSWER = Answer(
    "fr",
    "answered",
    (Sentence("Jeanne Obry a promis une date.", (1,)), Sentence("Le port était fermé.", (2, 1))),
    (cite(HARBOUR, 2, "Le port rouvrira le 3 mars", "Jeanne Obry"), cite(HARBOUR, 1)),
)


def shown(answer: Answer, reader: Language = "fr", question: str | None = None) -> Shown:
    return present(answer, texts=TEXTS, reader=reader, button=ParagraphButton, question=question)


def fits(message: Shown) -> bool:
    """Say whether Discord takes the message, by its own description and limits."""
    body = (
        {"content": message}
        if isinstance(message, str)
        else {
            "components": message.to_components(),
            "flags": 32768,
        }
    )
    return violations([{"method": "POST", "path": "/api/v10/channels/1/messages", "body": body}]) == []


def test_sentences_come_first_each_with_its_marks() -> None:
    said = parts(shown(ANSWER))[1]["content"]
    assert said == "Jeanne Obry a promis une date. **\\[1\\]**\nLe port était fermé. **\\[2\\]\\[1\\]**"


def test_citations_name_speaker_article_paragraph_publisher_date_and_quote() -> None:
    cited = [part["content"] for part in parts(shown(ANSWER)) if part["type"] == 10][1:]
    assert cited == [
        "**\\[1\\] Jeanne Obry**",
        "> Le port rouvrira le 3 mars\n"
        "-# Le port de Brume rouvre au trafic · ¶\u00a02 · L’Écho de Brume · 12 février 2026",
        "**\\[2\\]**",
        "> Le port de Brume était fermé depuis la tempête de janvier.\n"
        "-# Le port de Brume rouvre au trafic · ¶\u00a01 · L’Écho de Brume · 12 février 2026",
    ]


def test_labels_are_in_the_readers_language_and_sentences_in_the_answers() -> None:
    message = shown(ANSWER, "en")
    assert list(buttons(message)) == ["Show ¶\u00a02", "Show ¶\u00a01"]
    assert "12 February 2026" in text(message)
    assert "Le port était fermé." in text(message)
    assert list(buttons(shown(ANSWER, "fr"))) == ["Afficher ¶\u00a02", "Afficher ¶\u00a01"]


def test_each_button_remembers_its_paragraph_and_span() -> None:
    ids = list(buttons(shown(ANSWER)).values())
    first, second = HARBOUR.paragraphs[1].id, HARBOUR.paragraphs[0].id
    assert ids == [f"pp:c1:2:28:{first}", f"pp:c2:0:{len(HARBOUR.paragraphs[0].text)}:{second}"]


def test_the_same_span_cited_twice_keeps_two_buttons_apart() -> None:
    twice = Answer("fr", "answered", ANSWER.sentences, (cite(HARBOUR, 1), cite(HARBOUR, 1)))
    assert fits(shown(twice))


def test_a_machines_translation_is_labelled_as_one_beside_the_editors() -> None:
    sentences = (
        Sentence("The port reopens on 3 March.", (1,), translated=True),
        Sentence("It was closed.", (1,), translated=True, by_machine=True),
    )
    message = shown(Answer("en", "answered", sentences, (cite(HARBOUR, 2),)), "en")
    assert parts(message)[1]["content"].splitlines() == [
        "The port reopens on 3 March. **\\[1\\]**",
        "-# Translation by the editors, not official",
        "It was closed. **\\[1\\]**",
        "-# Machine translation, not checked by anybody",
    ]


def test_translated_sentences_are_labelled_and_the_quotation_stays_original() -> None:
    sentences = (
        Sentence("The port reopens on 3 March.", (1,), translated=True),
        Sentence("It was closed.", (1,), translated=True),
        Sentence("The mayor spoke.", (2,)),
    )
    message = shown(
        Answer("en", "answered", sentences, (cite(HARBOUR, 2, "Le port rouvrira"), cite(BRIDGE, 1))), "en"
    )
    assert parts(message)[1]["content"].splitlines() == [
        "The port reopens on 3 March. **\\[1\\]**",
        "It was closed. **\\[1\\]**",
        "-# Translation by the editors, not official",
        "The mayor spoke. **\\[2\\]**",
    ]
    assert "> Le port rouvrira" in text(message)


def test_a_refusal_shows_what_is_related_without_looking_like_proof() -> None:
    refusal = Answer("fr", "refused", (Sentence("Rien là-dessus."),), related=(cite(HARBOUR, 1),))
    message = shown(refusal)
    assert "**En rapport, mais ne répond pas**" in text(message)
    assert "**¶\u00a01**\n> Le port de Brume était fermé" in text(message)
    assert "-# Le port de Brume rouvre au trafic · " in text(message)
    assert "\\[1\\]" not in text(message)
    assert next(iter(buttons(message).values())).startswith("pp:r1:")
    assert "Related, not an answer" in text(shown(refusal, "en"))


def test_a_refusal_without_anything_near_is_just_its_sentence() -> None:
    message = shown(Answer("en", "refused", (Sentence("The articles do not say."),)))
    assert text(message) == "The articles do not say."


def test_small_talk_is_one_plain_line() -> None:
    assert shown(Answer("fr", "chat", (Sentence("Bonjour !"),))) == "Bonjour !"


def test_notes_stand_below() -> None:
    noted = Answer("en", "answered", ANSWER.sentences, ANSWER.citations, notes=(Notice("bot-closing"),))
    assert text(shown(noted, "en")).endswith("-# I am being restarted. Please ask again in a minute.")


def test_the_writers_note_on_translations_is_not_said_twice() -> None:
    sentences = (Sentence("It was closed.", (1,), translated=True),)
    note = Notice("answer-note-translation")
    message = shown(Answer("en", "answered", sentences, (cite(HARBOUR, 1),), notes=(note,)), "en")
    assert text(message).count("Translation by the editors") == 1


def test_a_question_asked_by_command_is_repeated_above_the_answer() -> None:
    message = shown(ANSWER, question="Qu’a dit @everyone ?\n# Titre")
    assert parts(message)[0]["content"] == "> Qu’a dit \\@everyone ? \\# Titre"


def test_what_was_only_inferred_says_so() -> None:
    unsure = Article(
        "x", "Titre", "fr", HARBOUR.paragraphs, "x", published="2025-02", inferred=frozenset({"published"})
    )
    citation = Citation(unsure, Paragraph(content_id("abc"), "x", 1, "abc", 1), 0, 3)
    message = shown(Answer("fr", "answered", (Sentence("A.", (1,)),), (citation,)))
    assert "février 2025 (déduit)" in text(message)


def test_thirty_citations_of_huge_paragraphs_fit_and_say_how_many_more_there_are() -> None:
    huge = article(
        "h" * 300, "Titre interminable " * 60, "fr", *(f"{n} " + "long, " * 900 for n in range(30))
    )
    citations = tuple(cite(huge, number, speaker="Une Personne " * 30) for number in range(1, 31))
    sentences = tuple(Sentence("phrase " * 700, tuple(range(1, 31)), translated=True) for _ in range(4))
    answer = Answer("fr", "answered", sentences, citations, notes=(Notice("bot-closing"),) * 20)
    message = shown(answer, "en", question="quoi ? " * 600)
    assert fits(message)
    assert "and 22 other citations" in text(message)
    assert text(message).count("Translation by the editors") == 1


OUR_BOLD = regex.compile(r"(?<!\\)(?:\\\\)*\K\*\*")

hostile = st.lists(
    st.sampled_from(
        ["**", "](https://e.x)", "[", "\n# ", "\n- ", "<@1>", "@everyone", "`" * 3, "||", "\\", "mot "]
    )
    | st.characters(),
    min_size=1,
    max_size=60,
).map("".join)


@st.composite
def answers(draw: st.DrawFn) -> Answer:
    texts = draw(st.lists(hostile.filter(str.strip), min_size=1, max_size=4, unique=True))
    source = article(
        "id", draw(hostile), draw(st.sampled_from(["fr", "en"])), *texts, publisher=draw(hostile)
    )
    citations = tuple(
        cite(source, number, speaker=draw(hostile)) for number in range(1, len(texts) + 1)
    ) * draw(st.integers(1, 8))
    sentences = draw(
        st.lists(
            st.builds(Sentence, hostile, st.lists(st.integers(1, 32), max_size=4).map(tuple), st.booleans()),
            min_size=1,
            max_size=4,
        )
    )
    outcome = draw(st.sampled_from(get_args(Outcome)))
    return Answer("fr", outcome, tuple(sentences), citations, related=citations)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers(), hostile)
def test_whatever_stands_in_an_answer_fits_and_stays_inert(answer: Answer, question: str) -> None:
    message = shown(answer, question=question)
    assert fits(message)
    for part in parts(message):
        if part["type"] == 10:
            assert_inert(part["content"])


def assert_inert(content: str) -> None:
    """Nothing but the presenter's own marks does anything, and what it opens it closes on the same line."""
    assert active(without_ours(content)) == []
    assert all(len(OUR_BOLD.findall(line)) % 2 == 0 for line in content.splitlines())


def without_ours(content: str) -> str:
    """Return a text without the bold, small print and quotation marks that the presenter itself sets."""
    return regex.sub(r"(?m)^(?:-# |> )", "", OUR_BOLD.sub("", content))
