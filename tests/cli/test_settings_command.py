"""``settings``: what is in force, and where it was written."""

import json
from collections.abc import Callable

import pytest

from porteparole.settings import setting_names
from tests.cli.small_service import Ran

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-secret-secret-secret"


def test_each_setting_is_a_line_with_its_value_and_origin(
    run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv("PORTEPAROLE_LANGUAGE", "en")
    ended = run("settings", "--data", "/somewhere")
    lines = ended.out.splitlines()
    assert [line.split(" = ")[0] for line in lines] == list(setting_names())
    assert "data_dir = /somewhere\t(command line)" in lines
    assert "language = en\t(environment, PORTEPAROLE_LANGUAGE)" in lines
    assert "embedding.base_url = not set\t(default)" in lines
    assert (ended.code, ended.err) == (0, "")


def test_a_secret_is_set_and_nothing_else_is_told(script: Callable[..., Ran]):
    plain = script("--debug", "settings", DISCORD_TOKEN=TOKEN)
    as_json = script("settings", "--json", DISCORD_TOKEN=TOKEN)
    assert "discord.token = set\t(environment, DISCORD_TOKEN)" in plain.out
    told = json.loads(as_json.out)["discord.token"]
    assert told == {"value": "set", "origin": "environment", "name": "DISCORD_TOKEN"}
    assert [part for part in TOKEN.split(".") if part in plain.out + plain.err + as_json.out] == []


def test_labels_follow_the_terminal(run: Callable[..., Ran], monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("LANG", "fr_FR.UTF-8")
    assert "discord.token = non défini\t(par défaut)" in run("settings").out.splitlines()
