from porteparole.servers.choices import Choices
from porteparole.state.database import State
from porteparole.state.servers import Servers

SERVER = 2**62


def test_a_server_where_nobody_chose_has_no_restriction(state: State) -> None:
    assert Servers(state).choices(SERVER) == Choices()


def test_choices_are_kept_and_changed(state: State) -> None:
    Servers(state).choose(SERVER, Choices(channels=(1,)), "discord:1 anne")
    chosen = Choices(channels=(2**62, 3), roles=(4,), moderators=(5,), threads="always")
    Servers(state).choose(SERVER, chosen, "discord:1 anne")
    assert Servers(state).choices(SERVER) == chosen
    assert Servers(state).choices(1) == Choices()


def test_a_server_that_left_is_forgotten(state: State) -> None:
    Servers(state).choose(SERVER, Choices(roles=(1,)), "discord:1 anne")
    Servers(state).forget(SERVER)
    assert Servers(state).choices(SERVER) == Choices()
