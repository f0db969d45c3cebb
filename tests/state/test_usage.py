from datetime import date

from sqlalchemy import select

from porteparole.state.database import State, newest_revision
from porteparole.state.dump import dumped, load
from porteparole.state.entries import Spent
from porteparole.state.usage import Usage, persons, usage

TODAY, TOMORROW = date(2026, 11, 22), date(2026, 11, 23)


def rows(state: State) -> list[str]:
    with state.begin() as connection:
        return [repr(row) for table in (usage, persons) for row in connection.execute(select(table))]


def test_what_is_used_is_added_up_by_the_day_and_by_the_person(state: State) -> None:
    ledger = Usage(state)
    assert ledger.spent(TODAY) == ledger.spent(TODAY, "anne") == Spent()
    ledger.add(TODAY, Spent(100, 7), "anne")
    ledger.add(TODAY, Spent(20, 1), "anne")
    ledger.add(TODAY, Spent(3, 1), "bert")
    ledger.add(TODAY, Spent(1000, 0))
    assert ledger.spent(TODAY) == Spent(1123, 9)
    assert ledger.spent(TODAY, "anne") == Spent(120, 8)
    assert ledger.spent(TODAY, "bert") == Spent(3, 1)
    assert ledger.spent(TOMORROW) == ledger.spent(TOMORROW, "anne") == Spent()


def test_a_restart_in_the_day_forgets_nothing(state: State) -> None:
    Usage(state, TODAY).add(TODAY, Spent(100, 7), "anne")
    assert Usage(state, TODAY).spent(TODAY, "anne") == Spent(100, 7)


def test_nobody_stands_there_by_name_and_the_next_day_not_at_all(state: State) -> None:
    ledger = Usage(state)
    ledger.add(TODAY, Spent(100), "discord:1234567890")
    assert not any("1234567890" in row for row in rows(state))
    Usage(state, TOMORROW)
    assert rows(state) == [repr((TODAY, 100, 0, None))], "the day's sum alone"


def test_who_wants_to_be_forgotten_is(state: State) -> None:
    ledger = Usage(state)
    ledger.add(TODAY, Spent(100), "anne")
    ledger.add(TODAY, Spent(7), "bert")
    assert ledger.forget("anne") == 1
    assert ledger.forget("anne") == 0
    assert (ledger.spent(TODAY, "anne"), ledger.spent(TODAY, "bert")) == (Spent(), Spent(7))
    assert ledger.spent(TODAY) == Spent(107), "the bill stays"


def test_it_is_part_of_a_backup(state: State) -> None:
    Usage(state).add(TODAY, Spent(100, 7), "anne")
    with state.begin() as connection:
        lines = list(dumped(connection))
    Usage(state).add(TODAY, Spent(1))
    load(state, lines, newest_revision())
    assert Usage(state).spent(TODAY, "anne") == Usage(state).spent(TODAY) == Spent(100, 7)
