"""What may be outvoted by a reader that is sure, what never, and where in a paragraph it is sure."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from porteparole.answering.support import Claim, Source, SupportProof
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.odds import Odds
from porteparole.answering.support.weighing import may_hold, verdict
from porteparole.language import Language
from porteparole.reading.passage import Passage
from tests.answering.support.test_what_bears_on_words import found
from tests.conftest import article

SAID = "Le conseil de Brume pourrait voter jeudi la construction d’une digue de 300 mètres sur la rive nord."


def test_the_surest_sentence_of_a_span_counts() -> None:
    odds = Odds(2.0, ((0, 10, -1.0), (11, 20, 1.5), (21, 30, 3.0)))
    assert odds.here(0, 10) == -1.0
    assert odds.here(0, 20) == 1.5
    assert Odds(2.0, ()).here(0, 10) == 2.0


@pytest.mark.parametrize(
    ("text", "open_to"),
    [
        # Surer in other words may be the same; in its own words it is just what was changed.
        ("Le conseil de Brume édifiera jeudi une digue longue de 300 mètres sur la rive nord.", True),
        ("Le conseil de Brume vote jeudi la construction d’une digue de 300 mètres sur la rive nord.", False),
        ("Le conseil de Brume pourrait voter la construction d’une digue de 400 mètres.", False),
        ("Le conseil de Brume ne pourrait pas voter la construction d’une digue.", False),
        (
            f"{SAID[:-1]}, fureur des riverains ulcérés.",
            False,
        ),
    ],
)
def test_only_other_words_for_it_are_weighed(text: str, open_to: bool) -> None:
    finding = found(text, SAID)
    assert finding.against, "something speaks against each"
    assert bool(may_hold([finding])) is open_to, finding.against


def test_where_not_half_of_it_is_there_nobody_is_sure_enough() -> None:
    said = "Guo a critiqué la politique américaine comme une pierre d’achoppement pour les nations."
    finding = found("Guo compared rocks to a pierre that contradicts rivers.", said, "en")
    assert finding.support < 0.5
    assert not may_hold([finding])


def test_what_no_sentence_says_alone_is_believed_less() -> None:
    finding = found("Le conseil bâtira une digue sur la rive.", SAID.replace("pourrait voter", "votera"))
    place, end = finding.source.paragraph.id, len(SAID)
    said = verdict([finding], {place: Odds(0.0, ((0, end, 4.0),))})
    unsaid = verdict([finding], {place: Odds(0.0, ((0, end, -8.0),))})
    assert said.holds
    assert not unsaid.holds


def test_a_paragraph_is_read_whole_and_each_of_its_sentences_alone() -> None:
    texts = ["La digue a cédé. Le port est fermé.", "Le phare brille."]
    source = article("brume", texts, title="Brume")
    asked: list[Passage] = []

    def holds(claim: str, passages: Sequence[Passage]) -> list[float]:
        asked.extend(passages)
        return [float(number) for number in range(len(passages))]

    proof = SupportProof(Likeness(None), lambda _: (), holds)
    claim = Claim("La digue a cédé.", "fr", tuple(Source(source, p) for p in source.paragraphs))
    odds = proof.odds(claim, claim.text)
    assert [p.sentences for p in asked] == [
        ("La digue a cédé.", "Le port est fermé."),
        ("La digue a cédé.",),
        ("Le port est fermé.",),
        ("Le phare brille.",),
    ]
    assert [p.title for p in asked] == ["Brume", "", "", "Brume"]
    first, second = (odds[p.id] for p in source.paragraphs)
    assert (first.whole, first.here(0, 16), first.here(17, 36)) == (0.0, 1.0, 2.0)
    assert (second.whole, second.here(0, 16)) == (3.0, 3.0)


@pytest.mark.parametrize(
    ("text", "language", "refused"),
    [
        ("Soixante bateaux sont revenus au port.", "en", True),
        ("Sixty boats came back to the harbour.", "fr", True),
        ("Trente bateaux sont revenus au port.", "fr", False),
        ("The mayor said “la digue a cédé” on Friday.", "en", False),
        ("Le maire a parlé de « the dyke that broke ».", "fr", False),
        ("Brume 2 – Leith 1.", "en", False),
    ],
)
def test_a_sentence_in_another_language_than_it_says_is_refused(
    text: str, language: Language, refused: bool
) -> None:
    said = "Trente bateaux sont au port, la digue a cédé, « the dyke that broke », Brume 2 – Leith 1."
    source = article("brume", [said])
    proof = SupportProof(Likeness(None), lambda _: ())
    flaw = proof.flaw(Claim(text, language, (Source(source, source.paragraphs[0]),)))
    assert (flaw is not None and flaw.reason == "language") is refused, flaw
