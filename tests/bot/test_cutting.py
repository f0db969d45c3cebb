"""Texts are cut inside their limit, at a place where a reader would."""

from __future__ import annotations

import pytest
import regex
from hypothesis import given
from hypothesis import strategies as st

from bot.presenters.cut import clusters, fit, shares, units
from bot.presenters.plain import plain
from tests.bot.discord_markdown import active

SPEECH = (
    "M. Guo a parlé hier. La Chine demande aux parties de reprendre le dialogue. Elle attend une réponse."
)


@given(st.text(), st.integers(1, 60), st.booleans(), st.booleans())
def test_a_cut_text_never_passes_its_limit_and_never_comes_alive(
    text: str, limit: int, lines: bool, keep_end: bool
) -> None:
    cut = fit(text, limit, lines=lines, keep_end=keep_end)
    assert units(cut) <= limit
    assert active(cut) == []
    cut.encode()


@given(st.text(), st.integers(1, 60))
def test_a_cut_falls_between_two_characters_as_a_reader_counts_them(text: str, limit: int) -> None:
    cut = regex.sub("[\u2068\u2069]", "", fit(text, limit, lines=True))
    whole = regex.sub("[\u2068\u2069]", "", plain(text))
    if cut != whole:
        kept = cut.removesuffix("…").rstrip()
        assert whole.startswith(kept)
        ends = {0}
        for cluster in clusters(whole):
            ends.add(max(ends) + len(cluster))
        assert len(kept) in ends or whole[: len(kept) + 1].endswith("\\") or whole[len(kept)].isspace()


@given(st.text(max_size=20))
def test_what_fits_is_left_whole(text: str) -> None:
    assert fit(text, 1000, lines=True) == plain(text)


@pytest.mark.parametrize(
    ("limit", "cut"),
    [
        (90, "M. Guo a parlé hier. La Chine demande aux parties de reprendre le dialogue. …"),
        (50, "M. Guo a parlé hier. La Chine demande aux parties…"),
        (30, "M. Guo a parlé hier. …"),
        (4, "M.…"),
        (1, "…"),
    ],
)
def test_a_cut_prefers_a_sentence_then_a_word(limit: int, cut: str) -> None:
    assert fit(SPEECH, limit) == cut


def test_the_end_can_be_kept_instead() -> None:
    assert fit(SPEECH, 40, keep_end=True) == "… Elle attend une réponse."
    assert fit(SPEECH, 14, keep_end=True) == "…une réponse."


def test_an_endless_cluster_does_not_swallow_the_text() -> None:
    assert units(fit("ᄀ" * 10_000, 100)) == 100
    assert fit("👩‍👩‍👧" * 40, 60).endswith("👩‍👩‍👧…")


@given(st.lists(st.integers(0, 1000), max_size=12), st.integers(0, 3000))
def test_shares_are_fair_and_never_more_than_there_is(wanted: list[int], total: int) -> None:
    given_ = shares(wanted, total)
    assert sum(given_) <= total
    assert all(0 <= share <= wish for share, wish in zip(given_, wanted, strict=True))
    if sum(wanted) <= total:
        assert given_ == wanted
