from porteparole.state.audit import AuditLog
from porteparole.state.database import State


def test_an_action_is_written_when_it_begins_and_when_it_ends(state: State) -> None:
    log = AuditLog(state)
    number = log.begin("discord:42 Anne", "reload")
    (begun,) = log.latest()
    assert (begun.actor, begun.action, begun.outcome, begun.ended) == (
        "discord:42 Anne",
        "reload",
        "started",
        None,
    )
    log.end(number, "done", {"added": 3})
    (ended,) = log.latest()
    assert (ended.outcome, ended.details) == ("done", {"added": 3})
    assert ended.ended is not None
    assert ended.ended >= ended.at


def test_the_newest_action_comes_first_and_the_list_may_be_cut(state: State) -> None:
    log = AuditLog(state)
    for subject in ("a", "b", "c"):
        log.note("terminal:anne", "remove", subject, "done")
    assert [action.subject for action in log.latest(2)] == ["c", "b"]


def test_what_a_killed_process_left_is_told_as_interrupted(state: State) -> None:
    log = AuditLog(state)
    log.begin("terminal:anne", "reload")
    log.note("terminal:anne", "add", "x.txt", "refused", {"key": "library-empty"})
    assert log.interrupted() == 1
    assert [action.outcome for action in log.latest()] == ["refused", "interrupted"]


def test_a_name_of_any_length_is_kept_as_far_as_there_is_room(state: State) -> None:
    AuditLog(state).note("x" * 5_000, "add", "é" * 5_000, "done")
    (action,) = AuditLog(state).latest()
    assert (len(action.actor), len(action.subject)) == (200, 500)
