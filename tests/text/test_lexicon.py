import math

import wordfreq
from hypothesis import given
from hypothesis import strategies as st

from porteparole.language import LANGUAGES
from porteparole.text import lexicon
from porteparole.text.lexicon import information, is_misspelling, is_ordinary, slip_of
from porteparole.text.terms import fold


def test_rare_words_tell_more_than_common_ones() -> None:
    assert information("dans", "fr") == 0.0
    assert 0 < information("pays", "fr") < information("sommet", "fr") < information("achoppement", "fr")
    assert information("2025", "en") == 1.0


def test_a_word_without_its_accents_is_a_word() -> None:
    assert is_ordinary("securite", "fr")
    assert is_ordinary("summit", "fr"), "a common word of the other language is no name"
    assert not is_ordinary("macron", "fr")


def test_a_slip_is_told_from_a_name() -> None:
    assert is_misspelling("declaratoin")
    assert slip_of("declaratoin", "fr") == "déclaration"
    assert slip_of("grievnace", "en") == "grievance", "rare, but long"
    assert slip_of("zelensky", "en") is None
    assert slip_of("openess", "en") == "openness", "rare, but only a letter that stands twice is left out"
    assert slip_of("bardot", "fr") is None, "rare, and no slip at all"
    assert not is_misspelling("zelensky")


@given(st.text(max_size=30))
def test_any_text_may_be_asked_for(text: str) -> None:
    folded = fold(text)
    assert 0 <= information(folded, "fr") <= 1
    assert is_ordinary(folded, "en") in {True, False}
    assert is_misspelling(folded) in {True, False}


def test_the_frequencies_are_those_of_wordfreq() -> None:
    for language in LANGUAGES:
        expected: dict[str, float] = {}
        for word, frequency in wordfreq.get_frequency_dict(language, "small").items():
            expected[fold(word)] = expected.get(fold(word), 0.0) + frequency
        zipf = lexicon._zipf(language)  # pyright: ignore[reportPrivateUsage]
        assert zipf.keys() == expected.keys()
        assert all(abs(zipf[word] - 9 - math.log10(expected[word])) < 0.01 for word in expected)
