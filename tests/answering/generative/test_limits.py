from __future__ import annotations

import time
from datetime import date
from typing import Any

import pytest
from langchain_core.messages import HumanMessage

from porteparole.answering.generative import calling
from porteparole.answering.generative.calling import Caller, Request, TroubleError
from porteparole.answering.generative.limits import Budget, Limit, MemoryLedger, Prices
from porteparole.notice import PorteParoleError
from porteparole.state.entries import Spent
from tests.answering.generative.conftest import ScriptedModel

FOREVER = 1e8


def request(person: str | None = None) -> Request:
    return Request([HumanMessage("x" * 400)], {"title": "any", "type": "object"}, FOREVER, person)


def caller(**budget: Any) -> Caller:
    return Caller(ScriptedModel(replies=["y" * 40]), "scripted", Budget(**budget))


def trouble(asked: Caller, person: str | None = None) -> str | None:
    try:
        asked.ask(request(person))
    except TroubleError as error:
        return error.trouble
    return None


def test_a_request_costs_what_it_read_and_wrote() -> None:
    asked = caller(prices=Prices(read=2, written=10))
    asked.ask(request("anne"))
    # 101 tokens read and 11 written, by the rule of four characters.
    assert asked.budget.ledger.spent(asked.budget.today(), "anne") == Spent(112, 2 * 101 + 10 * 11)
    counts = asked.tally.all()
    assert counts["tokens", "read"] == 101
    assert counts["cost", ""] == pytest.approx(0.000312)  # pyright: ignore[reportUnknownMemberType]


@pytest.mark.parametrize("limit", [Limit(tokens=100), Limit(money=0.0003)])
def test_the_budget_of_the_day_is_kept_in_tokens_and_in_money(limit: Limit) -> None:
    days = [date(2026, 11, 22)]
    asked = caller(day=limit, prices=Prices(2, 10), today=lambda: days[-1])
    assert trouble(asked) is None
    assert trouble(asked) == "budget"
    days.append(date(2026, 11, 23))
    assert trouble(asked) is None, "another day, another budget"


@pytest.mark.parametrize("limit", [Limit(tokens=100), Limit(money=0.0003)])
def test_a_person_can_use_up_their_share_only(limit: Limit) -> None:
    asked = caller(person=limit, prices=Prices(2, 10))
    assert trouble(asked, "anne") is None
    assert trouble(asked, "anne") == "share"
    assert trouble(asked, "bert") is None
    assert trouble(asked) is None, "nobody in particular has no share"


def test_without_prices_money_sets_no_limit() -> None:
    asked = caller(day=Limit(money=0.000001))
    assert [trouble(asked), trouble(asked)] == [None, None]


def test_a_ledger_that_cannot_be_read_stops_the_model_not_the_answer() -> None:
    class Broken(MemoryLedger):
        def spent(self, day: date, person: str | None = None) -> Spent:
            raise PorteParoleError("state-failed", place="x", reason="full")

    assert trouble(caller(ledger=Broken())) == "budget"


def test_a_reply_that_comes_too_late_is_paid_all_the_same() -> None:
    asked = Caller(ScriptedModel(replies=[0.3]), "scripted", Budget())
    late = Request([HumanMessage("x" * 400)], {"title": "any"}, time.monotonic() + 0.05)
    with pytest.raises(TroubleError, match="time"):
        asked.ask(late)
    until = time.monotonic() + 5
    while not asked.tally.all().get(("tokens", "read")) and time.monotonic() < until:
        time.sleep(0.01)
    assert asked.tally.all()["tokens", "read"] == 101


def test_after_its_rest_the_model_is_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calling, "_REST_SECONDS", 0.05)
    model = ScriptedModel(replies=[*[ConnectionResetError("gone")] * 3, "y" * 40])
    asked = Caller(model, "scripted")
    assert [trouble(asked) for _ in range(4)] == ["service", "service", "service", "resting"]
    assert asked.is_resting
    time.sleep(0.1)
    assert trouble(asked) is None
    assert not asked.is_resting
    assert len(model.asked) == 4
