from dataclasses import replace

import pytest

from porteparole.answering import proof
from porteparole.answering.answer import Citation
from porteparole.answering.writer import FRAMES, Draft
from porteparole.corpus.article import Corpus
from porteparole.statements.statement import Statement
from porteparole.texts import Texts


@pytest.fixture
def citation(harbour: Corpus) -> Citation:
    paragraph = harbour.articles[0].paragraphs[1]
    start = paragraph.text.index("Nous")
    return Citation(harbour.articles[0], paragraph, start, paragraph.text.index(" »"))


@pytest.fixture
def statements(citation: Citation) -> list[Statement]:
    return [
        Statement(
            citation.paragraph.id, citation.start, citation.end, "direct", "a déclaré", "Sylvie Marchetti"
        )
    ]


def flaw(draft: Draft, statements: list[Statement]) -> proof.Flaw | None:
    return proof.flaw(draft, statements, proof.frame_letters(Texts(), FRAMES))


def holds(draft: Draft, statements: list[Statement]) -> bool:
    return flaw(draft, statements) is None


def _draft(citation: Citation, text: str, **fields: object) -> Draft:
    return replace(Draft(text, citation, citation.quote), **fields)  # type: ignore[arg-type]


def test_the_exact_words_of_the_right_speaker_hold(citation: Citation, statements: list[Statement]) -> None:
    text = f"Sylvie Marchetti : « {citation.quote} »"
    assert holds(_draft(citation, text, speaker="Sylvie Marchetti"), statements)


@pytest.mark.parametrize(
    ("right", "wrong"),
    [("ne reprendrons pas", "reprendrons"), ("le travail", "la grève"), ("un accord", "deux accords")],
)
def test_altered_words_do_not_hold(
    citation: Citation, statements: list[Statement], right: str, wrong: str
) -> None:
    altered = citation.quote.replace(right, wrong)
    assert altered != citation.quote
    draft = _draft(citation, f"« {altered} »", extract=altered, speaker="Sylvie Marchetti")
    assert not holds(draft, statements)
    assert not holds(_draft(citation, f"« {altered} »"), statements)


def test_another_speaker_does_not_hold(citation: Citation, statements: list[Statement]) -> None:
    assert not holds(
        _draft(citation, f"Paul Renard : « {citation.quote} »", speaker="Paul Renard"), statements
    )


def test_half_a_sentence_does_not_hold(citation: Citation, statements: list[Statement]) -> None:
    # « Nous ne reprendrons pas le travail » without its condition says something else.
    half = replace(citation, end=citation.paragraph.text.index(" avant"))
    assert not holds(Draft(f"« {half.quote} »", half, half.quote), statements)


def test_typography_may_differ(citation: Citation, statements: list[Statement]) -> None:
    text = citation.quote.replace(" ", "\u00a0", 1)
    assert holds(_draft(citation, f"“{text}”", speaker="Sylvie Marchetti"), statements)


def test_a_translation_holds_only_as_a_translation(citation: Citation, statements: list[Statement]) -> None:
    translation = citation.paragraph.translation
    assert translation
    plain = translation.replace("“", "").replace("”", "")
    assert holds(Draft(plain, citation, translation, translated=True), statements)
    assert not holds(Draft(plain, citation, translation), statements)
    quoted = Draft(f"“{plain}”", citation, translation, translated=True)
    assert not holds(quoted, statements), "a translation never stands in quotation marks"


def test_anything_said_beside_the_extract_does_not_hold(
    citation: Citation, statements: list[Statement]
) -> None:
    text = f"« {citation.quote} », et le maire a approuvé."
    assert not holds(_draft(citation, text), statements)


def test_the_proof_says_what_is_wrong(citation: Citation, statements: list[Statement]) -> None:
    half = replace(citation, end=citation.paragraph.text.index(" avant"))
    wrong = {
        "part": Draft(half.quote, half, half.quote),
        "words": _draft(citation, "Nous reprendrons le travail", extract="Nous reprendrons le travail"),
        "frame": _draft(citation, f"« {citation.quote} », et le maire a approuvé."),
        "speaker": _draft(citation, f"Paul Renard : « {citation.quote} »", speaker="Paul Renard"),
        "no-source": Draft("x", replace_translation(citation), "x", translated=True),
    }
    assert {name: flaw(draft, statements) for name, draft in wrong.items()} == {name: name for name in wrong}


def replace_translation(citation: Citation) -> Citation:
    return replace(citation, paragraph=replace(citation.paragraph, translation=None))
