from porteparole.state.database import State
from porteparole.state.swaps import Swaps


def _record(state: State, *names: str) -> Swaps:
    swaps = Swaps(state)
    for name in names:
        current = swaps.current()
        with state.begin() as connection:
            swaps.record(
                connection, name, before=current.generation if current else None, origin="o", signature=name
            )
    return swaps


def test_before_the_first_generation_there_is_none(state: State) -> None:
    assert Swaps(state).current() is None
    assert Swaps(state).recent(3) == []


def test_the_last_that_took_over_is_current_and_knows_the_one_before(state: State) -> None:
    current = _record(state, "a", "b").current()
    assert current is not None
    assert (current.generation, current.before, current.rolled_back) == ("b", "a", False)


def test_each_generation_counts_once_the_newest_use_first(state: State) -> None:
    assert _record(state, "a", "b", "c", "b").recent(2) == ["b", "c"]


def test_sources_that_were_read_again_mark_the_current_one_only(state: State) -> None:
    swaps = _record(state, "a", "b")
    swaps.sources_read("origin", "new")
    assert [(s.generation, s.signature) for s in swaps.latest()] == [("b", "new"), ("a", "a")]
