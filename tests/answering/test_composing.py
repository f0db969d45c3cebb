"""The last steps of a question: what is written is proved, and a model's words give way where they fail."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from porteparole.answering.composing import Composer
from porteparole.answering.evidence import Evidence, SentenceEvidence, sentence_pairs
from porteparole.answering.generative.calling import Caller
from porteparole.answering.generative.limits import Budget
from porteparole.answering.generative.writer import GenerativeWriter
from porteparole.answering.question import read_question
from porteparole.answering.ranking import Ranked, Verdict
from porteparole.answering.stages import Stage
from porteparole.answering.state import Asked, State
from porteparole.answering.support.likeness import Likeness
from porteparole.corpus.article import Corpus
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.retrieval.retriever import Candidate
from porteparole.statements.reader import speaker_of
from porteparole.store.generation import Generation, Generations
from porteparole.texts import Texts
from tests.answering.generative.conftest import ScriptedModel, sentences

SHIPS = 4
DEMAND = 1
QUOTED = 2
ADDED = 3


@pytest.fixture
def generation(tmp_path: Path, harbour: Corpus) -> Iterator[Generation]:
    built = Generations(tmp_path).build(harbour, None, lambda *_: None)
    yield built
    built.close()


def composer(generation: Generation, *replies: Any) -> Composer:
    """Return what writes on the two articles; with ``replies`` a model words the answer so."""
    writer = None
    if replies:
        caller = Caller(ScriptedModel(replies=list(replies)), "scripted", Budget())
        writer = GenerativeWriter(caller, seconds=20, likeness=Likeness(None))
    return Composer(generation, Texts(), 4, writer)


def asking(
    generation: Generation,
    harbour: Corpus,
    question: str,
    number: int,
    *,
    language: Language = "fr",
    translated: bool = True,
    asked: Asked | None = None,
) -> State:
    """Return a question whose answer stands in a paragraph of the strike: each of its sentences as good."""
    strike = harbour.articles[0]
    paragraph = strike.paragraphs[number - 1]
    statements = tuple(generation.catalogue.statements(strike.id))
    found = tuple(
        SentenceEvidence(
            start,
            end,
            text,
            translation if translated else None,
            speaker_of(statements, paragraph, start, end),
            1.0,
            None,
            1.0,
        )
        for start, end, text, translation in sentence_pairs(paragraph, "fr")
    )
    none = frozenset[str]()
    evidence = Evidence(
        Candidate(strike, paragraph, 1.0, None, 1.0), found, 1.0, 1.0, none, none, frozenset()
    )
    ranked = Ranked(evidence, 1.0, tuple((sentence, 1.0) for sentence in found))
    read = read_question(question, language)
    return State(asked or Asked(question), language, read, ranked=(ranked,), verdict=Verdict(True))


def keys(notes: Sequence[Notice]) -> list[str]:
    return [note.key for note in notes]


class TestTheArticlesOwnWords:
    def test_are_written_and_proved(self, generation: Generation, harbour: Corpus) -> None:
        composing = composer(generation)
        state = asking(generation, harbour, "Combien de navires attendent ?", SHIPS)
        answer = composing.prove(composing.write(state)).answer
        assert answer and answer.outcome == "answered" and answer.generation == generation.id
        assert answer.text == "Selon la chambre de commerce, trente-deux navires attendent au large. [1]"
        assert [c.paragraph.number for c in answer.citations] == [SHIPS]
        assert answer.notes == ()

    def test_are_the_editors_translation_in_the_other_language_and_labelled(
        self, generation: Generation, harbour: Corpus
    ) -> None:
        composing = composer(generation)
        state = asking(generation, harbour, "How many ships are waiting?", SHIPS, language="en")
        answer = composing.prove(composing.write(state)).answer
        assert answer and answer.sentences[0].translated
        assert "thirty-two ships" in answer.text
        assert keys(answer.notes) == ["answer-note-translation"]
        assert "trente-deux navires" in answer.citations[0].quote, "the citation stays the original"

    def test_are_the_original_in_a_frame_where_there_is_no_translation(
        self, generation: Generation, harbour: Corpus
    ) -> None:
        composing = composer(generation)
        question = "How many ships are waiting?"
        state = asking(generation, harbour, question, SHIPS, language="en", translated=False)
        answer = composing.prove(composing.write(state)).answer
        assert answer and answer.text.startswith(
            "The article says, in the original French: “Selon la chambre"
        )
        assert answer.notes == ()

    def test_nothing_is_put_between_the_marks_where_a_pronoun_stands_for_a_name(
        self, generation: Generation, harbour: Corpus
    ) -> None:
        composing = composer(generation)
        question = "What did Marchetti add?"
        state = asking(generation, harbour, question, ADDED, language="en", translated=False)
        answer = composing.prove(composing.write(state)).answer
        assert answer and answer.text.startswith(
            "The article says of Sylvie Marchetti, in the original French: “Elle a ajouté que la direction"
        )

    @pytest.mark.parametrize(
        ("language", "question", "contrary"),
        [
            ("fr", "Pourquoi les dockers acceptent-ils une baisse de leur salaire ?", True),
            ("fr", "Pourquoi les dockers veulent-ils une hausse de leur salaire ?", False),
            ("en", "Why do the dockers want a fall of their wages?", True),
            ("en", "Why do the dockers want a rise of their wages?", False),
        ],
    )
    def test_say_so_where_the_question_takes_the_contrary_for_granted(
        self, generation: Generation, harbour: Corpus, language: Language, question: str, contrary: bool
    ) -> None:
        state = asking(generation, harbour, question, DEMAND, language=language)
        written = composer(generation).write(state)
        assert ("answer-note-premise" in keys(written.notes)) == contrary


class TestTheProof:
    def test_drops_what_does_not_hold_and_counts_it(self, generation: Generation, harbour: Corpus) -> None:
        composing = composer(generation)
        state = composing.write(asking(generation, harbour, "Combien de navires ?", SHIPS))
        (draft,) = state.drafts
        altered = replace(draft, text=draft.text.replace("trente-deux", "trente-trois"))
        after = composing.prove(replace(state, drafts=(altered, draft, altered)))
        assert after.answer and "trente-trois" not in after.answer.text
        assert after.answer.notes == (Notice("answer-note-dropped", {"count": 2}),)
        assert [(rejected.text, flaw) for rejected, flaw in after.rejected] == [(altered.text, "words")] * 2

    @pytest.mark.parametrize(
        ("language", "said"),
        [
            ("fr", "Les articles ne permettent pas de répondre à cette question."),
            ("en", "The articles do not answer this question."),
        ],
    )
    def test_refuses_where_nothing_holds(
        self, generation: Generation, harbour: Corpus, language: Language, said: str
    ) -> None:
        composing = composer(generation)
        state = composing.write(asking(generation, harbour, "Combien de navires ?", SHIPS, language=language))
        altered = replace(state.drafts[0], text="Soixante navires ont coulé.")
        answer = composing.prove(replace(state, drafts=(altered,))).answer
        assert answer and answer.outcome == "refused" and answer.text == said
        assert answer.citations == ()
        assert [c.paragraph.number for c in answer.related] == [SHIPS]

    def test_never_gives_words_to_somebody_else(self, generation: Generation, harbour: Corpus) -> None:
        composing = composer(generation)
        state = composing.write(asking(generation, harbour, "Que dit Sylvie Marchetti ?", QUOTED))
        (draft,) = state.drafts
        other = replace(
            draft, text=f"Paul Renard : « {draft.extract} »", speaker="Paul Renard"
        )  # who speaks in the other article
        after = composing.prove(replace(state, drafts=(other,)))
        assert after.answer and after.answer.outcome == "refused"
        assert "Paul Renard" not in after.answer.text

    def test_cites_a_place_once_however_often_it_is_used(
        self, generation: Generation, harbour: Corpus
    ) -> None:
        composing = composer(generation)
        state = composing.write(asking(generation, harbour, "Combien de navires ?", SHIPS))
        answer = composing.prove(replace(state, drafts=state.drafts * 2)).answer
        assert answer and [s.citations for s in answer.sentences] == [(1,), (1,)]
        assert len(answer.citations) == 1


RIGHT = "Trente-deux navires attendent au large, selon la chambre de commerce."
WRONG = "Quarante navires attendent au large, selon la chambre de commerce."


class TestAModel:
    def test_words_the_answer_and_what_it_says_wrongly_is_dropped_and_kept_for_why(
        self, generation: Generation, harbour: Corpus
    ) -> None:
        state = asking(generation, harbour, "Combien de navires attendent ?", SHIPS)
        after = composer(generation, sentences((RIGHT, [1]), (WRONG, [1]))).write(state)
        assert after.answer and after.answer.text == f"{RIGHT} [1]"
        assert keys(after.answer.notes) == ["writer-note-model", "answer-note-dropped"]
        assert [(draft.text, flaw) for draft, flaw in after.rejected] == [(WRONG, "figure")]
        assert after.drafts == (), "nothing else is written"

    @pytest.mark.parametrize(
        ("reply", "trouble"),
        [(sentences((WRONG, [1])), "unproved"), ("no JSON", "unreadable"), (ConnectionError(), "service")],
    )
    def test_gives_way_to_the_articles_own_words_with_a_note(
        self, generation: Generation, harbour: Corpus, reply: Any, trouble: str
    ) -> None:
        composing = composer(generation, reply)
        after = composing.write(asking(generation, harbour, "Combien de navires attendent ?", SHIPS))
        assert after.answer is None and after.notes == (
            Notice("writer-note-own-words", {"trouble": trouble}),
        )
        answer = composing.prove(after).answer
        assert answer and "trente-deux navires" in answer.text and WRONG not in answer.text
        assert answer.notes == after.notes

    def test_is_heard_while_it_writes_in_proved_sentences_alone(
        self, generation: Generation, harbour: Corpus
    ) -> None:
        heard: list[tuple[Stage, tuple[str, ...]]] = []

        def listen(stage: Stage, sentences: Sequence[str] = ()) -> None:
            heard.append((stage, tuple(sentences)))

        asked = Asked("Combien de navires attendent ?", listener=listen)
        state = asking(generation, harbour, asked.text, SHIPS, asked=asked)
        composer(generation, sentences((WRONG, [1]), (RIGHT, [1]))).write(state)
        assert [stage for stage, _ in heard][:2] == ["writing", "checking"]
        assert heard[-1] == ("checking", (RIGHT,))
        assert WRONG not in str(heard)
