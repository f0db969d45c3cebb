"""Where settings come from, which go first, and what is said about wrong ones."""

import logging
import os
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from porteparole.language import LANGUAGES
from porteparole.notice import PorteParoleError
from porteparole.setting_sources import Origin
from porteparole.settings import Settings, effective, setting_names
from porteparole.shipped import shipped
from porteparole.texts import Texts

TEXTS = Texts()
DEFAULTS = shipped("config") / "default.toml"
TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.secret-secret-secret-secret"


@contextmanager
def written(
    environment: Mapping[str, str] | None = None, dotenv: str | bytes = "", named: str | bytes | None = None
) -> Iterator[Path]:
    """A folder to start in, with these and no other settings around."""
    with TemporaryDirectory() as folder:
        here = Path(folder).resolve()
        variables = dict(environment or {})
        if dotenv:
            (here / ".env").write_bytes(dotenv.encode() if isinstance(dotenv, str) else dotenv)
        if named is not None:
            (here / "sub").mkdir()
            (here / "sub" / "mine.toml").write_bytes(named.encode() if isinstance(named, str) else named)
            variables["PORTEPAROLE_CONFIG"] = "sub/mine.toml"
        before = Path.cwd()
        os.chdir(here)
        try:
            with patch.dict(os.environ, variables, clear=True):
                yield here
        finally:
            os.chdir(before)


def sentence(error: PorteParoleError) -> str:
    for language in LANGUAGES:
        said = TEXTS.notice(language, error.notice)
        assert "\n" not in said
    return TEXTS.notice("en", error.notice)


def refused(**sources: object) -> str:
    """The English sentence with which these settings are refused."""
    given_settings = sources.pop("given", {})
    with written(**sources), pytest.raises(PorteParoleError) as caught:  # type: ignore[arg-type]
        Settings(**given_settings)  # type: ignore[arg-type]
    return sentence(caught.value)


# -- the default file


def flat(table: Mapping[str, object], prefix: str = "") -> list[str]:
    return [
        name
        for key, value in table.items()
        for name in (flat(value, f"{prefix}{key}.") if isinstance(value, dict) else [prefix + key])
    ]


def test_the_default_file_has_every_setting_and_no_other():
    assert sorted(flat(tomllib.loads(DEFAULTS.read_text(encoding="utf-8")))) == sorted(setting_names())


def test_every_setting_of_the_default_file_is_explained_right_above_it():
    lines = DEFAULTS.read_text(encoding="utf-8").splitlines()
    values = [number for number, line in enumerate(lines) if "=" in line and not line.startswith("#")]
    assert len(values) == len(setting_names())
    assert [lines[number] for number in values if not lines[number - 1].startswith("# ")] == []


def test_without_anything_else_the_defaults_are_in_force_and_their_paths_are_the_projects():
    with written():
        made = Settings()
    assert made.language == "fr"
    assert made.answer.max_sentences == 4
    assert made.discord.token is None
    assert made.seeds_dir == (shipped("seeds"),)
    assert made.data_dir == shipped("seeds").parent / "data"


def test_the_example_of_an_environment_file_names_only_settings_that_exist():
    example = (DEFAULTS.parents[1] / ".env.example").read_text(encoding="utf-8")
    names = [line.lstrip("#") for line in example.splitlines() if "=" in line and " " not in line]
    with written(dotenv="\n".join(f"{line}" for line in names)) as here:
        made = Settings()
    assert len(names) >= 4
    assert made.data_dir == here / "data"


# -- which source goes first


@pytest.mark.parametrize(
    ("sources", "expected"),
    [
        ({}, "fr"),
        ({"named": 'language = "en"'}, "en"),
        ({"named": 'language = "en"', "dotenv": "PORTEPAROLE_LANGUAGE=fr"}, "fr"),
        ({"dotenv": "PORTEPAROLE_LANGUAGE=fr", "environment": {"PORTEPAROLE_LANGUAGE": "en"}}, "en"),
        ({"dotenv": "PORTEPAROLE_LANGUAGE=en", "environment": {"PORTEPAROLE_LANGUAGE": ""}}, "en"),
        ({"environment": {"porteparole_language": "en"}}, "en"),
    ],
)
def test_each_source_goes_before_the_one_below(sources: dict[str, object], expected: str):
    with written(**sources):  # type: ignore[arg-type]
        assert Settings().language == expected


def test_the_command_line_goes_before_everything():
    with written({"PORTEPAROLE_DATA_DIR": "there"}, "PORTEPAROLE_DATA_DIR=elsewhere") as here:
        assert Settings(data_dir=Path("here")).data_dir == here / "here"
        assert Settings(data_dir=None).data_dir == here / "there"


def test_one_setting_of_a_section_does_not_hide_the_others():
    with written({"PORTEPAROLE_DISCORD__COOLDOWN_SECONDS": "7"}, named="[discord]\ntimeout_seconds = 9\n"):
        made = Settings(corpus={"translations": False})
    assert (made.discord.cooldown_seconds, made.discord.timeout_seconds) == (7, 9)
    assert (made.corpus.translations, made.corpus.max_file_mb) == (False, 20)


def test_the_named_file_can_be_named_in_the_environment_file():
    with written(dotenv="PORTEPAROLE_CONFIG=mine.toml") as here:
        (here / "mine.toml").write_text('language = "en"')
        assert Settings().language == "en"


@pytest.mark.parametrize("name", ["DISCORD_TOKEN", "PORTEPAROLE_DISCORD__TOKEN"])
@pytest.mark.parametrize("place", ["environment", "dotenv"])
def test_the_token_has_two_names_in_either_place(name: str, place: str):
    sources: dict[str, object] = {
        "environment": {"environment": {name: f" {TOKEN} "}},
        "dotenv": {"dotenv": f"{name}={TOKEN}\n"},
    }[place]
    with written(**sources):  # type: ignore[arg-type]
        made = Settings()
        assert made.discord.token is not None
        assert made.discord.token.get_secret_value() == TOKEN
        assert made.origin("discord.token").name == name


@pytest.mark.parametrize("order", [1, -1])
def test_the_projects_own_name_of_the_token_goes_first(order: int):
    both = [("DISCORD_TOKEN", "general"), ("PORTEPAROLE_DISCORD__TOKEN", "own")][::order]
    with written(dict(both)):
        token = Settings().discord.token
    assert token is not None
    assert token.get_secret_value() == "own"


def test_a_token_in_the_environment_goes_before_one_in_the_file_whatever_their_names():
    with written({"DISCORD_TOKEN": "outside"}, "PORTEPAROLE_DISCORD__TOKEN=inside"):
        token = Settings().discord.token
    assert token is not None
    assert token.get_secret_value() == "outside"


# -- paths


def test_a_relative_path_in_a_file_is_read_from_the_files_folder():
    with written(named='data_dir = "d"\nseeds_dir = ["s", "/abs/x.jsonl"]') as here:
        made = Settings()
    assert made.data_dir == here / "sub" / "d"
    assert made.seeds_dir == (here / "sub" / "s", Path("/abs/x.jsonl"))


def test_a_relative_path_in_the_environment_is_read_from_the_current_folder():
    with written({"PORTEPAROLE_SEEDS_DIR": f"a{os.pathsep}b/c"}, "PORTEPAROLE_DATA_DIR=d") as here:
        made = Settings()
    assert made.seeds_dir == (here / "a", here / "b/c")
    assert made.data_dir == here / "d"


def test_one_path_of_articles_may_stand_alone_in_a_file():
    with written(named='seeds_dir = "s"') as here:
        assert Settings().seeds_dir == (here / "sub" / "s",)


def test_the_home_folder_can_be_meant():
    with written({"HOME": "/home/someone", "PORTEPAROLE_DATA_DIR": "~/data"}):
        assert Settings().data_dir == Path("/home/someone/data")


# -- what is refused


@pytest.mark.parametrize(
    ("sources", "named", "nearest"),
    [
        ({"environment": {"PORTEPAROLE_DATADIR": "x"}}, "PORTEPAROLE_DATADIR", "PORTEPAROLE_DATA_DIR"),
        ({"environment": {"PORTEPAROLE_LANGAGE": ""}}, "PORTEPAROLE_LANGAGE", "PORTEPAROLE_LANGUAGE"),
        (
            {"dotenv": "PORTEPAROLE_DISCORD__TOKN=x"},
            "PORTEPAROLE_DISCORD__TOKN",
            "PORTEPAROLE_DISCORD__TOKEN",
        ),
        ({"environment": {"PORTEPAROLE_DISCORD": "{}"}}, "PORTEPAROLE_DISCORD", "PORTEPAROLE_DISCORD__TOKEN"),
        ({"named": "[embeding]\nthreads = 1"}, "embeding.threads", "embedding.threads"),
        ({"named": "answer = 3"}, "answer", "answer.max_sentences"),
        ({"given": {"data_dri": "x"}}, "data_dri", "data_dir"),
    ],
)
def test_an_unknown_name_is_named_with_the_nearest_one_in_the_same_writing(
    sources: dict[str, object], named: str, nearest: str
):
    said = refused(**sources)
    assert f"There is no setting {named} (" in said
    assert f"the nearest is {nearest}, and allowed are " in said


def test_the_allowed_names_are_those_of_the_same_section():
    assert "allowed are corpus.max_file_mb, corpus.translations, " in refused(named="[corpus]\nx = 1")


def test_variables_of_other_programs_are_nobodys_business():
    with written({"DISCORD_TOKENS": "x", "PORTE": "y"}, "OTHER=1\nPATH_TO=2\n"):
        assert Settings().discord.token is None


@pytest.mark.parametrize(
    ("name", "value", "allowed"),
    [
        ("LANGUAGE", "french", "allowed are fr, en, and the nearest is fr."),
        ("LANGUAGE", "zz", "allowed are fr, en."),
        ("LOG_LEVEL", "warn", "allowed are debug, info, warning, error, and the nearest is warning."),
        ("DISCORD__TIMEOUT_SECONDS", "0", "a number from 1 to 840."),
        ("DISCORD__TIMEOUT_SECONDS", "nan", "a number from 1 to 840."),
        ("DISCORD__COOLDOWN_SECONDS", "inf", "a number from 0 to 3600."),
        ("CORPUS__MAX_FILE_MB", "1.5", "a whole number from 1 to 1024."),
        ("CORPUS__TRANSLATIONS", "perhaps", "allowed are true and false."),
        ("EMBEDDING__THREADS", "65", "a whole number from 1 to 64."),
        ("EMBEDDING__BASE_URL", "ftp://host", "an address that begins with http:// or https://"),
        ("EMBEDDING__BASE_URL", "https://me:pass@host/v1", "without a user name, a password or a query."),
        ("EMBEDDING__BASE_URL", "https://host/v1?key=hidden", "without a user name, a password or a query."),
        ("EMBEDDING__BASE_URL", "http://[", "an address that begins with http:// or https://"),
        ("ANSWER__MAX_SENTENCES", "5", "a whole number from 1 to 4."),
    ],
)
def test_a_wrong_value_is_named_with_what_is_allowed(name: str, value: str, allowed: str):
    said = refused(environment={f"PORTEPAROLE_{name}": value})
    assert f"The setting PORTEPAROLE_{name} (in the environment) is wrong: " in said
    assert said.endswith(allowed) or allowed in said
    assert "hidden" not in said
    assert "pass@" not in said


def test_a_wrong_value_is_placed_where_it_was_written():
    assert "language (in " in refused(named='language = "zz"')
    assert "sub/mine.toml) is wrong" in refused(named='language = "zz"')
    assert ".env) is wrong" in refused(dotenv="PORTEPAROLE_LANGUAGE=zz")
    assert "data_dir (on the command line) is wrong" in refused(given={"data_dir": "a\0b"})
    assert "seeds_dir (in " in refused(named="seeds_dir = [3]")


def test_a_log_level_may_be_in_capitals():
    with written({"PORTEPAROLE_LOG_LEVEL": "DEBUG"}):
        assert Settings().log_level == "debug"


def test_a_model_of_a_server_needs_the_servers_address():
    assert "embedding.base_url" in refused(environment={"PORTEPAROLE_EMBEDDING__MODEL": "bge-m3"})
    with written(named='[embedding]\nmodel = "bge-m3"\nbase_url = "http://127.0.0.1:8080/v1"'):
        assert Settings().embedding.base_url == "http://127.0.0.1:8080/v1"
    with written({"PORTEPAROLE_EMBEDDING__MODEL": "ollama:bge-m3"}):
        assert Settings().embedding.base_url is None, "a named provider knows its own"


@pytest.mark.parametrize(
    ("sources", "said"),
    [
        ({"environment": {"PORTEPAROLE_CONFIG": "nowhere.toml"}}, "nowhere.toml cannot be read"),
        ({"environment": {"PORTEPAROLE_CONFIG": "."}}, "cannot be read"),
        ({"named": 'language = "fr"\nlanguage = "en"'}, "is not TOML at line 2."),
        ({"named": b"\xff\xfe"}, "is not UTF-8 text"),
        ({"dotenv": "DISCORD_TOKEN=x".encode("utf-16")}, "is not UTF-8 text"),
        ({"dotenv": f"A=1\nDISCORD_TOKEN='{TOKEN}\n"}, "Line 2 of "),
    ],
)
def test_a_file_that_cannot_be_read_is_named(sources: dict[str, object], said: str):
    assert said in refused(**sources)
    assert TOKEN not in refused(**sources)


def test_a_byte_order_mark_before_the_token_does_no_harm():
    with written(dotenv=b"\xef\xbb\xbfDISCORD_TOKEN=x\r\n"):
        assert Settings().discord.token is not None


# -- secrets


def test_a_secret_is_nowhere_to_be_read(caplog: pytest.LogCaptureFixture):
    caplog.set_level(logging.DEBUG)
    with written({"DISCORD_TOKEN": TOKEN, "PORTEPAROLE_EMBEDDING__API_KEY": "sk-hidden"}):
        made = Settings()
    logging.getLogger("porteparole").info("settings %s %r", made, made)
    shown = [repr(made), str(made), made.model_dump_json(), str(effective(made)), caplog.text]
    assert [text for text in shown if TOKEN in text or "sk-hidden" in text] == []


def test_an_error_beside_a_secret_does_not_tell_it():
    with (
        written({"DISCORD_TOKEN": TOKEN, "PORTEPAROLE_ANSWER__MAX_SENTENCES": TOKEN}),
        pytest.raises(PorteParoleError) as caught,
    ):
        Settings()
    assert TOKEN not in sentence(caught.value)
    assert TOKEN not in repr(caught.value)
    assert caught.value.__suppress_context__


def test_a_secret_of_a_wrong_kind_in_a_file_is_not_told():
    said = refused(named="[discord]\ntoken = 123456789")
    assert "discord.token" in said
    assert "123456789" not in said


# -- what is in force


def test_every_setting_is_shown_with_the_place_where_it_was_written():
    with written({"DISCORD_TOKEN": TOKEN}, "PORTEPAROLE_ANSWER__MAX_SENTENCES=2", 'language = "en"') as here:
        rows = {row.name: row for row in effective(Settings(seeds_dir=["a", "b"]))}
    assert list(rows) == list(setting_names())
    assert rows["language"].origin == Origin("file", "language", str(here / "sub/mine.toml"))
    assert rows["answer.max_sentences"].origin == Origin(
        "dotenv", "PORTEPAROLE_ANSWER__MAX_SENTENCES", str(here / ".env")
    )
    assert rows["seeds_dir"].origin.kind == "given"
    assert rows["seeds_dir"].shown == f"{here / 'a'}, {here / 'b'}"
    assert rows["discord.token"].origin == Origin("environment", "DISCORD_TOKEN")
    assert (rows["discord.token"].shown, rows["embedding.api_key"].shown) == ("set", "not set")
    assert rows["corpus.translations"].origin == Origin("default", "corpus.translations", str(DEFAULTS))
    assert rows["corpus.translations"].shown == "true"
    assert rows["discord.timeout_seconds"].shown == "30"


# -- whatever is written

VARIABLE = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=40)
NAMES = [f"PORTEPAROLE_{name.replace('.', '__').upper()}" for name in setting_names()]


@settings(max_examples=200, deadline=None)
@given(
    st.dictionaries(st.sampled_from([*NAMES, "DISCORD_TOKEN", "PORTEPAROLE_CONFIG"]), VARIABLE, max_size=4)
)
def test_any_environment_gives_settings_or_one_sentence(environment: dict[str, str]):
    with written(environment):
        try:
            made = Settings()
        except PorteParoleError as error:
            assert sentence(error)
        else:
            assert made.data_dir.is_absolute()
            assert all(path.is_absolute() for path in made.seeds_dir)


@settings(max_examples=200, deadline=None)
@given(
    st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace")))
)
def test_any_file_gives_settings_or_one_sentence(content: bytes):
    for place in ("named", "dotenv"):
        with written(**{place: content}):  # type: ignore[arg-type]
            try:
                Settings()
            except PorteParoleError as error:
                assert sentence(error)


def test_roles_of_moderators_are_ids_in_a_list_or_with_commas_between_them() -> None:
    name = "PORTEPAROLE_DISCORD__MODERATOR_ROLES"
    with written({name: "12, 34 56"}):
        assert Settings().discord.moderator_roles == (12, 34, 56)
    with written(named="[discord]\nmoderator_roles = [12]\n"):
        assert Settings().discord.moderator_roles == (12,)
    for wrong in ("editors", "0", "-1", "12; 34"):
        with written({name: wrong}), pytest.raises(PorteParoleError) as caught:
            Settings()
        assert caught.value.notice.key == "settings-wrong-ids"
        assert "ids of roles" in sentence(caught.value)


def test_shards_of_a_process_are_some_of_all() -> None:
    names = ("PORTEPAROLE_DISCORD__SHARDS", "PORTEPAROLE_DISCORD__SHARD_IDS")
    with written({names[0]: "4", names[1]: "2,3"}):
        assert Settings().discord.shard_ids == (2, 3)
    for shards, ids in (("4", "4"), ("0", "0"), ("4", "-1"), ("4", "all")):
        with written({names[0]: shards, names[1]: ids}), pytest.raises(PorteParoleError) as caught:
            Settings()
        assert caught.value.notice.key == "settings-wrong-shards"
        assert "one less than discord.shards" in sentence(caught.value)
