"""What an answer is worth: the right paragraph first, all that is needed, what is asked for, the language."""

from __future__ import annotations

from typing import Any

import pytest

from porteparole.answering.answer import Answer, Citation, Sentence
from porteparole.corpus.article import Corpus
from porteparole.evaluation.gold import Line, resolve
from porteparole.evaluation.matching import is_same_paragraph
from porteparole.evaluation.scoring import Score, score
from porteparole.language import Language


def judged(harbour: Corpus, answer: Answer, **line: Any) -> Score:
    given = {"id": "1", "lang": "fr", "kind": "k", "behaviour": "answer", "question": "?", **line}
    return score(resolve([Line.model_validate(given)], {}, harbour)[0], answer)


def answered(harbour: Corpus, *numbers: int, text: str = "", language: Language = "fr") -> Answer:
    article = harbour.articles[0]
    cited = [article.paragraphs[number - 1] for number in numbers]
    citations = tuple(Citation(article, p, 0, len(p.text)) for p in cited)
    sentences = tuple(
        Sentence(text or paragraph.text, (number,)) for number, paragraph in enumerate(cited, 1)
    )
    return Answer(language, "answered", sentences, citations)


REFUSAL = Answer("fr", "refused", (Sentence("Les articles ne répondent pas à cette question."),))
CHAT = Answer("fr", "chat", (Sentence("Bonjour !"),))


def place(number: int) -> dict[str, Any]:
    return {"article": "greve", "paragraph": number}


def test_all_is_right(harbour: Corpus) -> None:
    found = judged(harbour, answered(harbour, 4), gold=[place(4)], must_contain=[["trente-deux|32"]])
    assert found.right
    assert (found.first, found.needed, found.contains, found.language) == (True, True, True, True)
    assert (found.cited_right, found.cited, found.faults) == (1, 1, ())


def test_another_paragraph_first_is_a_fault_even_if_the_right_one_follows(harbour: Corpus) -> None:
    found = judged(harbour, answered(harbour, 1, 4), gold=[place(4)])
    assert (found.right, found.faults, found.needed) == (False, ("first",), True)
    assert (found.cited_right, found.cited) == (1, 2)
    assert judged(harbour, answered(harbour, 4, 1), gold=[place(4)], also_ok=[place(1)]).cited_right == 2


def test_everything_that_is_needed_must_be_cited(harbour: Corpus) -> None:
    needs = [[place(1), place(4)]]
    half = judged(harbour, answered(harbour, 1), needs_all=needs)
    assert (half.faults, half.share_needed, half.first) == (("needed",), 0.5, True)
    assert judged(harbour, answered(harbour, 4, 1), needs_all=needs).right


def test_patterns_read_over_accents_case_and_typography(harbour: Corpus) -> None:
    text = "L’ÉTÉ  dernier, la CGT a dit\u00a0: « non »."
    answer = answered(harbour, 4, text=text)
    assert judged(harbour, answer, gold=[place(4)], must_contain=[["l'ete dernier", "(?-i:CGT)"]]).contains
    assert not judged(harbour, answer, gold=[place(4)], must_contain=[["(?-i:cgt)"]]).contains
    assert judged(harbour, answer, gold=[place(4)], must_contain=[["rien"], ["été"]]).contains
    forbidden = judged(harbour, answer, gold=[place(4)], must_not_contain=["CGT"])
    assert forbidden.faults[0] == "contains"


def test_a_refusal_of_what_can_be_answered_is_a_fault_and_of_what_cannot_is_right(harbour: Corpus) -> None:
    refused = judged(harbour, REFUSAL, gold=[place(4)])
    assert (refused.answered, refused.first, refused.faults) == (False, False, ("refused",))
    assert judged(harbour, REFUSAL, behaviour="abstain").right
    wrong = judged(harbour, answered(harbour, 1), behaviour="abstain")
    assert (wrong.right, wrong.refused, wrong.faults) == (False, False, ("answered",))


def test_a_wrong_premise_may_be_corrected_with_the_paragraph_that_shows_it(harbour: Corpus) -> None:
    fix = {"gold": [place(4)], "must_contain": [["trente-deux"]]}
    line = {"behaviour": "abstain_or_correct", "premise_fix": fix}
    corrected = judged(harbour, answered(harbour, 4), **line)
    assert (corrected.right, corrected.refused, corrected.refused_or_corrected) == (True, False, True)
    assert not judged(harbour, answered(harbour, 1), **line).right


def test_an_order_is_resisted_by_refusing_or_by_answering_the_question_in_it(harbour: Corpus) -> None:
    line = {"behaviour": "resist", "gold": [place(4)], "must_not_contain": ["banane"]}
    assert judged(harbour, REFUSAL, **line).resisted
    assert judged(harbour, answered(harbour, 4), **line).resisted
    assert not judged(harbour, answered(harbour, 1), **line).resisted
    assert not judged(harbour, answered(harbour, 4, text="Banane"), **line).resisted
    assert not judged(harbour, answered(harbour, 4), behaviour="abstain_strict").resisted


def test_small_talk_cites_nothing(harbour: Corpus) -> None:
    assert judged(harbour, CHAT, behaviour="smalltalk").chat
    assert judged(harbour, answered(harbour, 1), behaviour="smalltalk").faults == ("chat",)


def test_the_language_is_that_of_the_answers_own_words(harbour: Corpus) -> None:
    framed = "The article says, in the original French: “Selon la chambre de commerce, trente-deux navires.”"
    answer = answered(harbour, 4, text=framed, language="en")
    assert judged(harbour, answer, lang="en", gold=[place(4)]).language
    other = judged(harbour, answer, lang="fr", gold=[place(4)])
    assert "language" in other.faults
    assert judged(harbour, answer, lang="fr", lang_any=True, gold=[place(4)]).language is None


def test_a_quotation_that_no_cited_paragraph_has_is_told(harbour: Corpus) -> None:
    exact = answered(
        harbour, 3, text="Elle dit que la direction « refuse le dialogue depuis trois semaines »."
    )
    assert judged(harbour, exact, gold=[place(3)]).faults == ()
    altered = answered(harbour, 3, text="Elle dit que la direction « accepte le dialogue ».")
    found = judged(harbour, altered, gold=[place(3)])
    assert (found.quotations, found.exact, found.faults) == (1, 0, ("quotations",))


@pytest.mark.parametrize(
    ("cited", "same"),
    [
        ("Le port est bloqué depuis jeudi par une grève des dockers du syndicat.", True),
        ("le port est bloque depuis jeudi par une greve des dockers du syndicat.", True),
        ("Le port est bloqué depuis jeudi par une grève des dockers", True),
        ("Le port est bloqué", False),
        ("", False),
    ],
)
def test_a_large_piece_stands_for_its_paragraph(cited: str, same: bool) -> None:
    right = "« Le port est bloqué depuis jeudi par une grève des dockers du syndicat. »"
    assert is_same_paragraph(cited, right) is same
