"""A whole paragraph in its place, however long."""

from __future__ import annotations

from dataclasses import replace

import regex
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.presenters.paragraph import paragraph_messages
from bot.presenters.passage import TEMPLATE, Passage
from porteparole.corpus.article import Article
from porteparole.language import Language
from porteparole.service import Context
from porteparole.texts import Texts
from tests.bot.discord_markdown import seen
from tests.bot.looking import buttons, parts, text
from tests.bot.service_double import BRIDGE, HARBOUR, LONG, ServiceDouble, article
from tests.bot.test_present_answer import assert_inert, fits, hostile

TEXTS = Texts()


def passage(source: Article, number: int, quote: str, *, proof: bool = True) -> Passage:
    paragraph = source.paragraphs[number - 1]
    start = paragraph.text.index(quote)
    return Passage(paragraph.id, start, start + len(quote), 1, proof)


def messages(source: Article, wanted: Passage, reader: Language = "fr") -> list[str]:
    context = ServiceDouble().context(wanted.paragraph)
    assert context
    return [text(view) for view in paragraph_messages(context, wanted, texts=TEXTS, reader=reader)]


def test_the_quotation_is_bold_between_its_neighbours() -> None:
    (message,) = messages(HARBOUR, passage(HARBOUR, 2, "Le port rouvrira le 3 mars"))
    assert message.splitlines() == [
        "**Le port de Brume rouvre au trafic**",
        "-# ¶\u00a02 sur 3 · L’Écho de Brume · 12 février 2026",
        "-# Le port de Brume était fermé depuis la tempête de janvier.",
        "« **Le port rouvrira le 3 mars**, et pas un jour plus tard », a déclaré la ministre Jeanne Obry.",
        "-# Les pêcheurs attendent encore une indemnité.",
    ]


def test_what_is_only_related_is_not_bold() -> None:
    (message,) = messages(HARBOUR, passage(HARBOUR, 3, "Les pêcheurs", proof=False))
    assert message.endswith("\nLes pêcheurs attendent encore une indemnité.")


def test_a_reader_of_the_other_language_gets_the_translation_below_labelled() -> None:
    (message,) = messages(HARBOUR, passage(HARBOUR, 3, "pêcheurs"), "en")
    assert message.splitlines()[-3:] == [
        "Les **pêcheurs** attendent encore une indemnité.",
        "-# Translation by the editors, not official",
        "The fishermen are still waiting for compensation.",
    ]
    assert "not official" not in messages(BRIDGE, passage(BRIDGE, 1, "Tom"), "fr")[0]


def test_a_paragraph_that_left_the_corpus_is_shown_as_it_was_cited_and_says_so() -> None:
    wanted = passage(HARBOUR, 2, "Le port rouvrira le 3 mars")
    current = ServiceDouble().context(wanted.paragraph)
    assert current
    shown = {
        (standing, reader): text(
            paragraph_messages(replace(current, standing=standing), wanted, texts=TEXTS, reader=reader)[0]
        )
        for standing in ("current", "changed", "gone")
        for reader in ("fr", "en")
    }
    assert all("**Le port rouvrira le 3 mars**" in message for message in shown.values())
    assert "⚠️" not in shown["current", "fr"]
    assert "⚠️ Cet article a changé depuis" in shown["changed", "fr"]
    assert "⚠️ This article is no longer in the corpus" in shown["gone", "en"]


def test_the_article_can_be_opened_where_its_address_is_one() -> None:
    wanted = passage(HARBOUR, 1, "Le port")
    context = ServiceDouble().context(wanted.paragraph)
    assert context
    (view,) = paragraph_messages(context, wanted, texts=TEXTS, reader="fr")
    assert buttons(view) == {"Lire l’article": "https://echo.example/brume"}
    for url in ("javascript:alert(1)", "https://", "http://a b", "https://e.x/" + "a" * 600, "ftp://e.x"):
        odd = article("odd", "T", "fr", "abc", url=url)
        (view,) = paragraph_messages(
            Context(odd, odd.paragraphs[0], None, None), passage(odd, 1, "abc"), texts=TEXTS, reader="fr"
        )
        assert buttons(view) == {}


def test_a_paragraph_of_five_thousand_characters_is_shown_whole_in_several_messages() -> None:
    quote = LONG.paragraphs[1].text[1000:4500]
    wanted = passage(LONG, 2, quote)
    context = ServiceDouble().context(wanted.paragraph)
    assert context and len(context.paragraph.text) > 5000
    views = paragraph_messages(context, wanted, texts=TEXTS, reader="fr")
    assert len(views) > 1
    assert all(fits(view) for view in views)
    bodies = [part["content"] for view in views for part in parts(view) if part["type"] == 10][2:-1]
    assert all(body.rstrip("*").endswith(".") for body in bodies)
    whole = " ".join(bodies)
    assert seen(whole.replace("**", "")) == context.paragraph.text
    assert seen(" ".join(regex.findall(r"\*\*(.+?)\*\*", whole))) == quote.strip()


def test_an_endless_paragraph_ends_with_a_word_on_it() -> None:
    endless = article("e", "T", "fr", "mot " * 30_000)
    context = Context(endless, endless.paragraphs[0], None, None)
    views = paragraph_messages(context, passage(endless, 1, "mot"), texts=TEXTS, reader="fr")
    assert len(views) == 5
    assert text(views[-1]).endswith("-# … La suite ne tient pas ici.")


def test_a_button_id_survives_its_way_to_discord_and_back() -> None:
    for wanted in (Passage("0" * 16 + "-12", 0, 99_999, 8), Passage("ab", 1, 2, 1, proof=False)):
        match = TEMPLATE.fullmatch(wanted.custom_id)
        assert match
        assert Passage.from_match(match) == wanted
        assert len(wanted.custom_id) <= 100


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(hostile.filter(str.strip), min_size=3, max_size=3, unique=True),
    st.integers(0, 80),
    st.integers(0, 80),
    hostile,
)
def test_whatever_stands_in_a_paragraph_fits_and_stays_inert(
    texts: list[str], start: int, end: int, title: str
) -> None:
    source = article("id", title, "fr", *texts, translations=texts)
    before, paragraph, after = source.paragraphs
    views = paragraph_messages(
        Context(source, paragraph, before, after),
        Passage(paragraph.id, start, end, 1),
        texts=TEXTS,
        reader="en",
    )
    for view in views:
        assert fits(view)
        for part in parts(view):
            if part["type"] == 10:
                assert_inert(part["content"])
