"""What a free sentence may say of the paragraphs it cites, and what it may not."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.answering.support import Claim, Source, SupportProof
from porteparole.answering.support.likeness import Likeness
from porteparole.answering.support.markers import opposite
from porteparole.answering.support.reading import read
from porteparole.corpus.article import Article, Paragraph
from porteparole.embedding.embedder import Embedder
from porteparole.language import Language
from tests.answering.support.conftest import Check


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Environ 200 éleveurs ont manifesté à Lille.", 1),
        ("Selon Paul Renard, 32 communes pourraient recevoir une aide de 1,5 million d’euros.", 1),
        ("Sylvie Marchetti a déclaré : « Nous ne signerons pas cet accord avant septembre ».", 2),
        ("Pékin n’a pas ratifié le traité signé par la France et le Canada.", 3),
        ("La France et le Canada ont signé un traité.", 3),
    ],
)
def test_what_the_paragraph_says_holds(check: Check, text: str, number: int) -> None:
    verdict = check(text, number)
    assert verdict.holds, verdict


@pytest.mark.parametrize(
    ("text", "number", "reason"),
    [
        ("La Chine a ratifié le traité.", 3, "negation"),
        ("La France et le Canada n’ont pas signé de traité.", 3, "negation"),
        ("Environ 300 éleveurs ont manifesté à Lille.", 1, "figure"),
        ("Selon Paul Renard, trente-trois communes pourraient recevoir une aide.", 1, "figure"),
        ("200 éleveurs ont manifesté à Lille.", 1, "figure"),
        ("Selon Sylvie Marchetti, trente-deux communes pourraient recevoir une aide.", 1, "name"),
        ("Paul Renard a déclaré : « Nous ne signerons pas cet accord avant septembre ».", 2, "name"),
        ("Sylvie Marchetti a déclaré : « Nous signerons cet accord avant septembre ».", 2, "quotation"),
        (
            "Selon Paul Renard, trente-deux communes vont recevoir une aide de 1,5 million d’euros.",
            1,
            "stronger",
        ),
        ("Tous les pays hésitent encore.", 3, "stronger"),
        (
            "Environ 200 éleveurs ont manifesté à Lille, malgré l’interdiction de la préfecture.",
            1,
            "unsupported",
        ),
        ("L’Espagne et le Canada ont signé un traité.", 3, "name"),
    ],
)
def test_what_it_does_not_say_is_refused_with_the_reason(
    check: Check, text: str, number: int, reason: str
) -> None:
    verdict = check(text, number)
    assert (verdict.holds, verdict.reason) == (False, reason), verdict


def test_a_quotation_cut_so_that_it_turns_is_refused(check: Check) -> None:
    assert not check("Sylvie Marchetti dit vouloir « cet accord avant septembre ».", 2).holds


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("France and Canada signed a treaty that Beijing did not ratify.", True),
        ("About 200 farmers demonstrated in Lille.", True),
        ("France and Canada signed a treaty that Beijing ratified.", False),
        ("France and Canada did not sign a treaty.", False),
        ("About 300 farmers demonstrated in Lille.", False),
    ],
)
def test_an_english_sentence_is_held_against_french_paragraphs(check: Check, text: str, holds: bool) -> None:
    numbers = (1,) if "Lille" in text else (3,)
    verdict = check(text, *numbers, language="en")
    assert verdict.holds == holds, verdict


def test_a_machines_translation_proves_nothing(embedder: Embedder) -> None:
    said = "La ville fermera quatre écoles en juin."
    wrong = "The city will close five hospitals in June."
    paragraph = Paragraph("p", "city", 1, said, 1, translation=wrong)
    by_editors = Article("city", "Écoles", "fr", (paragraph,), "city.txt")
    proof = SupportProof(Likeness(embedder), lambda _: ())

    def holds(text: str, article: Article) -> bool:
        return proof.check(Claim(text, "en", (Source(article, paragraph),))).holds

    assert holds(wrong, by_editors)
    by_machine = replace(by_editors, machine_translated=(1,))
    assert not holds(wrong, by_machine)
    assert holds("The city will close four schools in June.", by_machine)


@pytest.mark.parametrize(
    ("text", "holds"),
    [
        ("The council has not approved the budget.", True),
        ("Ann Cole said that the city might close four schools.", True),
        ("The council approved the budget.", False),
        ("Ann Cole said that the city will close four schools.", False),
        ("Ann Cole said that the city might close five schools.", False),
        ("Ann Cole said that the city might close four schools after a vote of the teachers’ union.", False),
    ],
)
def test_english_on_english(check: Check, text: str, holds: bool) -> None:
    verdict = check(text, 1, language="en", on="en")
    assert verdict.holds == holds, verdict


def test_somebodys_words_without_their_name_are_attributed(check: Check) -> None:
    verdict = check("Trente-deux communes pourraient recevoir une aide de 1,5 million d’euros.", 1)
    assert verdict.holds
    assert verdict.attribution
    assert verdict.attribution.speaker == "Paul Renard"


@pytest.mark.parametrize(
    ("text", "number", "language", "on"),
    [
        ("Police have confirmed his account.", 2, "en", "en"),
        ("Paul Ames praised the bank’s silence on wages.", 2, "en", "en"),
        ("Anselm Roth denied that the stolen mask was a copy.", 4, "en", "en"),
        ("Paul Ames a salué le silence de la banque sur les salaires.", 2, "fr", "en"),
        ("Selon Helen Carrow, le ferry de Marlow reprendra la mer avant le printemps.", 3, "fr", "en"),
        ("Un incendie a été rapporté.", 4, "fr", "fr"),
        ("A fire was reported.", 4, "en", "fr"),
    ],
)
def test_what_turns_the_sense_by_another_word_is_refused(
    check: Check, text: str, number: int, language: Language, on: Language
) -> None:
    assert not check(text, number, language=language, on=on).holds


@pytest.mark.parametrize(
    ("text", "number", "language", "on"),
    [
        ("The police have not confirmed his account.", 2, "en", "en"),
        ("Paul Ames a critiqué le silence de la banque sur les salaires.", 2, "fr", "en"),
        ("Aucun incendie n’a été signalé.", 4, "fr", "fr"),
        ("No fire was reported.", 4, "en", "fr"),
        ("Cinq blessés ont été recensés.", 4, "fr", "fr"),
        ("Brice Lefort a ouvert une cagnotte.", 4, "fr", "fr"),
    ],
)
def test_the_same_in_other_words_holds(
    check: Check, text: str, number: int, language: Language, on: Language
) -> None:
    verdict = check(text, number, language=language, on=on)
    assert verdict.holds, verdict


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Lina Morel a ouvert une cagnotte pour aider la famille.", "name"),
        ("Deux blessés ont été recensés.", "figure"),
        ("Brice Lefort a ouvert une cagnotte et s’est excusé.", "unsupported"),
    ],
)
def test_who_does_what_and_how_many_of_what_are_looked_at(check: Check, text: str, reason: str) -> None:
    verdict = check(text, 4)
    assert (verdict.holds, verdict.reason) == (False, reason), verdict


def test_two_paragraphs_mixed_into_one_claim_are_refused(check: Check) -> None:
    assert not check("Environ 200 éleveurs ont signé un traité que la Chine n’a pas ratifié.", 1, 3).holds


def test_two_claims_each_from_its_own_paragraph_hold(check: Check) -> None:
    text = "Environ 200 éleveurs ont manifesté à Lille et la France et le Canada ont signé un traité."
    assert check(text, 1, 3).holds


@pytest.mark.parametrize(
    ("text", "language", "on", "number"),
    [
        ("Vous pourriez recevoir une aide de 1,5 million d’euros.", "fr", "fr", 1),
        ("Je pense que 200 éleveurs ont manifesté à Lille.", "fr", "fr", 1),
        ("J’ai vu environ 200 éleveurs manifester à Lille.", "fr", "fr", 1),
        ("Your city might close four schools.", "en", "en", 1),
        ("I am told that the city might close four schools.", "en", "en", 1),
    ],
)
def test_what_speaks_to_the_reader_or_of_the_writer_is_no_report(
    check: Check, text: str, language: Language, on: Language, number: int
) -> None:
    verdict = check(text, number, language=language, on=on)
    assert (verdict.holds, verdict.reason) == (False, "unsupported"), verdict


def test_somebody_elses_you_stands_between_quotation_marks(check: Check) -> None:
    assert check(
        "Sylvie Marchetti a déclaré : « Nous ne signerons pas cet accord avant septembre ».", 2
    ).holds
    told = SupportProof(Likeness(None), lambda _: ())
    paragraph = Paragraph("p", "city", 1, "“You must wait, I told you,” Jack Ma said on Monday.", 1)
    source = Source(Article("city", "City", "en", (paragraph,), "city.txt"), paragraph)
    assert told.check(Claim("Jack Ma said: “You must wait”.", "en", (source,))).detail != "You"
    assert told.check(Claim("Ma said that you must wait.", "en", (source,))).detail == "you"


@pytest.mark.parametrize("text", ["", "   ", "…", "[1]", "« »"])
def test_nothing_is_no_sentence(check: Check, text: str) -> None:
    assert not check(text, 1).holds


def test_words_that_deny_each_other_are_told() -> None:
    assert opposite("hausse", "baissé")
    assert opposite("possible", "impossible")
    assert not opposite("accord", "traite")


@pytest.mark.parametrize(
    ("text", "language", "turned"),
    [
        ("Elle n’a jamais dit cela.", "fr", 1),
        ("Il n’a fait que passer.", "fr", 0),
        ("Ils ont refusé de signer.", "fr", 1),
        ("They didn’t sign.", "en", 1),
        ("Not only did they sign.", "en", 0),
        ("Nobody signed.", "en", 1),
    ],
)
def test_negations_are_counted(text: str, language: Language, turned: int) -> None:
    assert len(read(text, language).negations) == turned


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200), st.sampled_from(["fr", "en"]))
def test_any_text_can_be_read(text: str, language: Language) -> None:
    reading = read(text, language)
    assert all(text[token.start : token.end] == token.text for token in reading.tokens)
