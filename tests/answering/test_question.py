import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from porteparole.answering.question import LONGEST_QUESTION, clean, content_terms, read_question
from porteparole.answering.shorthand import spell_out
from porteparole.language import LANGUAGES, Language


def test_function_words_and_words_about_the_wording_are_not_asked_for() -> None:
    question = read_question("Donne-moi la phrase exacte du maire sur la grève des dockers", "fr")
    assert [term.folded for term in question.terms] == ["maire", "greve", "dockers"]
    assert question.wants("quote")


def test_a_name_in_several_words_is_one_name() -> None:
    question = read_question("What did Sylvie Marchetti say about the United States?", "en")
    assert [[term.folded for term in name] for name in question.names] == [
        ["sylvie", "marchetti"],
        ["united states"],
    ]


def test_a_name_is_told_without_capitals() -> None:
    assert [[t.folded for t in n] for n in read_question("qu'a dit marchetti hier", "fr").names] == [
        ["marchetti"]
    ]
    assert [[t.folded for t in n] for n in read_question("que dit macron", "fr").names] == [["macron"]]
    assert [[t.folded for t in n] for n in read_question("QUI EST SYLVIE MARCHETTI", "fr").names] == [
        ["sylvie", "marchetti"]
    ]


def test_a_slip_is_not_taken_for_a_name() -> None:
    assert read_question("combien de pays ont signe la declaratoin commune", "fr").names == ()
    assert read_question("what did he say abot ships", "en").names == ()
    assert read_question("two reasons they're leaving, and how'd he know", "en").names == ()
    assert read_question("ont ils signé oui ou non", "fr").names == ()
    assert read_question("que dit modi", "fr").names, "a short name is no slip of a common word"


def test_days_and_figures_are_no_names() -> None:
    assert read_question("Which 12 ships left on Tuesday?", "en").names == ()


def test_the_kind_of_answer_wanted_is_read() -> None:
    assert read_question(spell_out("cb de navires attendent", "fr"), "fr").wanted == ("number",)
    assert read_question("On what day did the strike begin?", "en").wanted == ("when",)
    assert "why" in read_question(spell_out("pk bloquer le port ?", "fr"), "fr").wanted
    assert "role" in read_question("Quelle fonction occupe Mme Marchetti ?", "fr").wanted
    assert read_question("What was the sea like when the ferry left?", "en").wanted == ()
    assert "when" in read_question("quand part le ferry", "fr").wanted
    assert "who" in read_question("Selon qui le port fermera-t-il ?", "fr").wanted


def test_what_cannot_be_seen_and_what_leads_elsewhere_is_cleaned_away() -> None:
    assert clean("@everyone qui a dit\u200b ça\u202e ? <@123456> https://example.org/x") == "qui a dit ça ?"


@given(st.text())
def test_any_text_is_cleaned_to_something_short_and_visible(text: str) -> None:
    cleaned = clean(text)
    assert len(cleaned) <= LONGEST_QUESTION
    assert not any(unicodedata.category(c).startswith("C") for c in cleaned)


@given(st.text(max_size=200))
def test_any_text_has_terms_with_weights(text: str) -> None:
    for language in LANGUAGES:
        terms = content_terms(clean(text), language)
        assert all(0 < term.weight <= 1 for term in terms)
        assert len({term.folded for term in terms}) == len(terms)


def test_a_short_strange_word_in_small_letters_is_only_guessed_to_be_a_name() -> None:
    def guesses(text: str) -> list[bool]:
        return [term.is_guess for name in read_question(text, "fr").names for term in name]

    assert guesses("que dit zbul du budget") == [True]
    assert guesses("que dit zelensky du budget") == [False]
    assert guesses("que dit musk du budget") == [False], "many people write it"
    assert guesses("Que dit Zbul du budget ?") == [False]


def test_the_role_is_asked_for_where_a_name_follows_who_is() -> None:
    assert read_question("Qui est M. Marchetti ?", "fr").wants("role")
    assert read_question("who is Anna Marchetti", "en").wants("role")
    assert not read_question("Qui est leader du classement ?", "fr").wants("role")
    assert not read_question("Who is the mayor of Ajaccio?", "en").wants("role")


def test_what_has_no_capital_where_it_is_written_out_is_no_name() -> None:
    assert not read_question("Which chief executive resigned?", "en").names
    assert read_question("Que dit l'OTAN ?", "fr").names


@pytest.mark.parametrize(
    ("typed", "language", "searched"),
    [
        ("Que dit Guo dans chacun des deux articles ?", "fr", "Que dit Guo ?"),
        ("ds les 2 textes que dit guo", "fr", "ds que dit guo"),
        ("What do both articles say about chips?", "en", "What do say about chips?"),
        ("According to each of the two reports, who won?", "en", ", who won?"),
    ],
)
def test_where_to_look_is_no_part_of_what_to_look_for(typed: str, language: Language, searched: str) -> None:
    question = read_question(typed, language)
    assert question.over_articles
    assert question.text == searched


@pytest.mark.parametrize("typed", ["Que dit l'article de Guo ?", "Who signed the text?", "les deux pays"])
def test_one_article_is_not_several(typed: str) -> None:
    assert not read_question(typed, "fr").over_articles


@pytest.mark.parametrize(
    ("typed", "language", "expected"),
    [
        ("Où sont passées mes clés ?", "fr", True),
        ("wheres my parcel", "en", True),
        ("À mon avis le maire a démissionné, non ?", "fr", False),
        ("who resigned, its for my essay", "en", False),
        ("Where is the harbour?", "en", False),
    ],
)
def test_what_is_the_askers_own_is_told(typed: str, language: Language, expected: bool) -> None:
    assert read_question(typed, language).of_own is expected
