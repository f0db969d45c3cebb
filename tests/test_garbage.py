"""Python looks for garbage seldom while a process starts, and as usual afterwards."""

from __future__ import annotations

import gc

import pytest

from porteparole.garbage import seldom_collected


def test_garbage_is_looked_for_seldom_only_in_the_meantime() -> None:
    usual = gc.get_threshold()
    with seldom_collected():
        assert gc.get_threshold()[0] > 50 * usual[0]
        assert gc.isenabled()
    assert gc.get_threshold() == usual


def test_it_is_looked_for_as_usual_after_an_error() -> None:
    usual = gc.get_threshold()
    with pytest.raises(OSError, match="no start"), seldom_collected():
        raise OSError("no start")
    assert gc.get_threshold() == usual


def test_one_start_within_another_changes_nothing_when_it_is_over() -> None:
    usual = gc.get_threshold()
    with seldom_collected():
        outer = gc.get_threshold()
        with seldom_collected():
            pass
        assert gc.get_threshold() == outer
    assert gc.get_threshold() == usual
