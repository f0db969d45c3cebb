from datetime import date

from porteparole.state.database import State
from porteparole.state.usage import Usage

TODAY = date(2026, 11, 22)


def test_tokens_are_added_up_by_the_day(state: State) -> None:
    usage = Usage(state)
    assert usage.used(TODAY) == 0
    usage.add(TODAY, 100)
    usage.add(TODAY, 20)
    assert usage.used(TODAY) == 120
    assert usage.used(date(2026, 11, 23)) == 0
