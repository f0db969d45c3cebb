import random

from hypothesis import given
from hypothesis import strategies as st
from simplemma import is_known
from wordfreq import get_frequency_dict

from porteparole.language import LANGUAGES
from porteparole.text.dictionary import Dictionary, dictionary
from porteparole.text.terms import fold


def test_it_has_the_words_that_simplemma_knows() -> None:
    for language in LANGUAGES:
        common = list(get_frequency_dict(language, "small"))
        some = random.Random(1).sample(common, 3_000)
        typed = [*some, *map(fold, some), *map(str.upper, some[:300]), "aujourd'hui", "aujourd’hui", "don't"]
        known = dictionary(language)
        assert [w for w in typed if known.has(w) != is_known(w, lang=language)] == []


@given(
    st.sets(st.text(st.characters(exclude_characters="\n", exclude_categories=["Cs"]), min_size=1)), st.text()
)
def test_it_has_each_line_and_nothing_else(words: set[str], other: str) -> None:
    known = Dictionary(b"".join(word + b"\n" for word in sorted(word.encode() for word in words)))
    plain = {word for word in words if "’" not in word and "ʼ" not in word}
    assert all(known.has(word) for word in plain)
    alike = {other, other.lower(), other.capitalize()}
    assert not known.has(other) or bool({w.translate({0x2019: "'", 0x2BC: "'"}) for w in alike} & words)
