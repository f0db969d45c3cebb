"""Each provider's own library against a server on this machine that speaks as the provider's does."""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest
from langchain_core.messages import HumanMessage
from pydantic import SecretStr

from porteparole.answering.generative.calling import Caller, Request, TroubleError
from porteparole.answering.generative.model import PROVIDERS, open_model
from porteparole.answering.generative.reply import SCHEMA
from porteparole.doctor import Finding, writer
from porteparole.language import LANGUAGES
from porteparole.settings import Settings
from porteparole.texts import Texts
from tests.answering.generative.provider_double import (
    BROKEN,
    CUT,
    GARBAGE,
    HANG,
    PLAIN,
    REPLY,
    Provider,
    provider,
)

NAMES = tuple(PROVIDERS)
AFTER = {"openai": "/v1", "mistralai": "/v1", "anthropic": "", "ollama": ""}
SECRET = "sk-secret"


def asking(name: str, double: Provider, seconds: float = 20) -> Caller:
    """Open the model that a setting names, at the double's address."""
    pytest.importorskip(f"langchain_{name}")
    address = double.address + AFTER[name]
    model = open_model(
        f"{name}:any", base_url=address, api_key=SecretStr(SECRET), seconds=seconds, most_tokens=100
    )
    return Caller(model, name)


def reply(caller: Caller, hear: Callable[[str], None] | None, seconds: float = 20) -> str:
    return caller.ask(Request([HumanMessage("Q" * 40)], SCHEMA, time.monotonic() + seconds), hear)


def trouble(caller: Caller, hear: Callable[[str], None] | None, seconds: float = 20) -> str:
    with pytest.raises(TroubleError) as raised:
        reply(caller, hear, seconds)
    return raised.value.trouble


@pytest.fixture(params=[False, True], ids=["whole", "streamed"])
def hear(request: pytest.FixtureRequest) -> Callable[[str], None] | None:
    return (lambda text: None) if request.param else None


@pytest.mark.parametrize("name", NAMES)
def test_a_model_is_held_to_the_schema_and_what_it_used_is_counted(
    name: str, hear: Callable[[str], None] | None
) -> None:
    with provider(REPLY) as double:
        caller = asking(name, double)
        assert reply(caller, hear) == REPLY
        assert double.wanted_schema == [True]
        assert caller.tally.all()["tokens", "read"] > 0
        assert caller.tally.all()["tokens", "written"] == 5
        assert name == "ollama" or SECRET in double.keys[0]


@pytest.mark.parametrize("name", NAMES)
def test_it_is_heard_as_it_writes(name: str) -> None:
    heard: list[str] = []
    with provider(REPLY) as double:
        reply(asking(name, double), heard.append)
    assert len(heard) > 2 and heard[-1] == REPLY
    assert all(REPLY.startswith(text) for text in heard)


@pytest.mark.parametrize("name", NAMES)
def test_a_server_that_knows_no_schemas_is_asked_plainly_from_then_on(
    name: str, hear: Callable[[str], None] | None
) -> None:
    with provider(PLAIN) as double:
        caller = asking(name, double)
        assert [reply(caller, hear), reply(caller, hear)] == [REPLY, REPLY]
        assert double.wanted_schema == [True, False, False]


@pytest.mark.parametrize("name", NAMES)
def test_a_request_that_is_refused_either_way_says_nothing_of_schemas(name: str) -> None:
    with provider(400) as double:
        caller = asking(name, double)
        assert trouble(caller, None) == "service"
        double.act = REPLY
        assert reply(caller, None) == REPLY
        assert double.wanted_schema == [True, False, True]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("act", "expected"),
    [(401, "service"), (404, "service"), (GARBAGE, "service"), (BROKEN, "service"), (HANG, "time")],
)
def test_whatever_fails_is_a_trouble_and_no_secret_is_logged(
    name: str,
    act: str | int,
    expected: str,
    hear: Callable[[str], None] | None,
    caplog: pytest.LogCaptureFixture,
) -> None:
    with provider(act) as double:
        seconds = 0.3 if act == HANG else 20
        assert trouble(asking(name, double, seconds), hear, seconds) == expected
    assert SECRET not in caplog.text
    assert not isinstance(act, int) or str(act) in caplog.text


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("act", [429, 500])
def test_too_many_requests_and_a_fault_of_the_server_are_troubles(name: str, act: int) -> None:
    with provider(act) as double:
        assert trouble(asking(name, double), None) == "service"


@pytest.mark.parametrize("name", NAMES)
def test_of_a_reply_that_is_cut_off_what_there_is_is_given(
    name: str, hear: Callable[[str], None] | None
) -> None:
    with provider(CUT) as double:
        cut = reply(asking(name, double), hear)
    assert cut and cut != REPLY and REPLY.startswith(cut)


def examined(name: str, double: Provider | None, seconds: float = 20) -> Finding:
    pytest.importorskip(f"langchain_{name}")
    address = (double.address if double else "http://127.0.0.1:9") + AFTER[name]
    chosen = {
        "model": f"{name}:any", "base_url": address, "api_key": SECRET, "timeout_seconds": seconds,
    }  # fmt: skip
    return writer(Settings(writer=chosen))


@pytest.mark.parametrize("name", NAMES)
def test_the_doctor_makes_one_tiny_request(name: str) -> None:
    with provider("OK") as double:
        assert examined(name, double).ok is True
    assert len(double.bodies) == 1


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    ("act", "failure"), [(401, "key"), (404, "model"), (429, "busy"), (500, "service"), (None, "away")]
)
def test_the_doctor_tells_apart_what_is_wrong_and_how_to_mend_it(
    name: str, act: int | None, failure: str
) -> None:
    if act is None:
        found = examined(name, None)
    else:
        with provider(act) as double:
            found = examined(name, double)
    assert found.ok is False and found.mend
    assert found.said.values["failure"] == failure
    for language in LANGUAGES:
        said = [Texts().notice(language, notice) for notice in (found.said, found.mend)]
        assert f"{name}:any" in said[0]
        assert SECRET not in "".join(said)


def test_the_doctor_does_not_wait_for_ever() -> None:
    with provider(HANG) as double:
        assert examined("ollama", double, seconds=1).said.values["failure"] == "time"
