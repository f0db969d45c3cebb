"""The settings in force: one value for each setting of ``config/default.toml``, which explains them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal, cast
from urllib.parse import urlsplit

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    PrivateAttr,
    SecretStr,
    ValidationError,
)
from pydantic_settings import BaseSettings, PydanticBaseSettingsSource, SettingsConfigDict
from rapidfuzz import fuzz, process

from porteparole.language import Language
from porteparole.notice import NoticeValue, PorteParoleError
from porteparole.setting_sources import Layer, Origin, Written, first, one_line, read_layers, variable

LogLevel = Literal["debug", "info", "warning", "error"]
LogFormat = Literal["text", "json"]
EMBEDDED = "embedded"


def _tell_no_secret(value: str | None) -> str | None:
    if value is None:
        return None
    address = urlsplit(value)
    stands_alone = not (address.username or address.password or address.query or address.fragment)
    if address.scheme not in {"http", "https"} or not address.hostname or not stands_alone:
        raise ValueError("address")
    return value


def _usable(path: Path) -> Path:
    if "\0" in str(path):
        raise ValueError("path")
    return path


def _several(value: object) -> object:
    return [value] if isinstance(value, (str, Path)) else value


def _separated(value: object) -> object:
    """Take a text with commas, as the environment has it, for a list."""
    if isinstance(value, str):
        return [part for part in value.replace(",", " ").split() if part]
    return [value] if isinstance(value, int) else value


def _small(value: object) -> object:
    return value.lower() if isinstance(value, str) else value


_Path = Annotated[Path, AfterValidator(_usable)]


class _Section(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)


# https://discord.com/developers/docs/reference#snowflakes
_RoleId = Annotated[int, Field(ge=1, le=2**63 - 1)]


class DiscordSettings(_Section):
    """What the Discord bot needs."""

    token: SecretStr | None = None
    timeout_seconds: float = Field(ge=1, le=840)
    cooldown_seconds: float = Field(ge=0, le=3600)
    moderator_roles: Annotated[tuple[_RoleId, ...], BeforeValidator(_separated)] = ()
    server_per_minute: int = Field(ge=0, le=10000)
    at_once: int = Field(ge=1, le=64)
    waiting: int = Field(ge=0, le=1000)
    log_content: bool
    shards: int = Field(ge=0, le=10000)
    shard_ids: Annotated[tuple[Annotated[int, Field(ge=0, le=9999)], ...], BeforeValidator(_separated)] = ()


class MonitoringSettings(_Section):
    """Where health and metrics of the bot can be read."""

    host: Annotated[str, Field(min_length=1)]
    port: int = Field(ge=0, le=65535)


class CorpusSettings(_Section):
    """How articles are read."""

    max_file_mb: int = Field(ge=1, le=1024)
    translations: bool
    translate: bool
    watch: bool
    settle_seconds: float = Field(ge=0.1, le=600)
    generations: int = Field(ge=1, le=100)


class StateSettings(_Section):
    """Where the state database is."""

    url: SecretStr | None = None


class SourceSettings(_Section):
    """How pages and feeds are fetched."""

    contact: Annotated[str | None, AfterValidator(_tell_no_secret)] = None
    timeout_seconds: float = Field(ge=1, le=300)
    max_page_mb: int = Field(ge=1, le=100)
    feed_articles: int = Field(ge=1, le=200)


class EmbeddingSettings(_Section):
    """What turns text into vectors."""

    model: Annotated[str, Field(min_length=1)]
    threads: int = Field(ge=1, le=64)
    weights: _Path | None = None
    base_url: Annotated[str | None, AfterValidator(_tell_no_secret)] = None
    api_key: SecretStr | None = None
    query_prefix: Annotated[str, AfterValidator(str.strip)] = ""
    passage_prefix: Annotated[str, AfterValidator(str.strip)] = ""


class ChromaSettings(_Section):
    """Where vectors are kept."""

    url: Annotated[str | None, AfterValidator(_tell_no_secret)] = None
    token: SecretStr | None = None
    tenant: Annotated[str, Field(min_length=1)]
    database: Annotated[str, Field(min_length=1)]


class WriterSettings(_Section):
    """The language model that may word answers."""

    model: str | None = None
    base_url: Annotated[str | None, AfterValidator(_tell_no_secret)] = None
    api_key: SecretStr | None = None
    timeout_seconds: float = Field(ge=1, le=300)
    day_tokens: int = Field(ge=0, le=1_000_000_000)
    person_tokens: int = Field(ge=0, le=1_000_000_000)
    read_price: float = Field(ge=0, le=1_000_000)
    written_price: float = Field(ge=0, le=1_000_000)
    day_money: float = Field(ge=0, le=1_000_000)
    person_money: float = Field(ge=0, le=1_000_000)
    reply_tokens: int = Field(ge=100, le=8000)


class AnswerSettings(_Section):
    """How long answers are."""

    max_sentences: int = Field(ge=1, le=4)


class Settings(BaseSettings):
    """The settings in force, read from every source when it is made.

    Args:
        given: settings that go before all others, dotted or nested (``data_dir=…``,
            ``corpus={"translations": False}``); None means not given.

    Raises:
        PorteParoleError: an unknown name, a wrong value, a file that cannot be read (``settings-…``).
    """

    model_config = SettingsConfigDict(extra="forbid", frozen=True, hide_input_in_errors=True)

    data_dir: _Path
    seeds_dir: Annotated[tuple[_Path, ...], BeforeValidator(_several), Field(min_length=1)]
    language: Language
    log_level: Annotated[LogLevel, BeforeValidator(_small)]
    log_format: Annotated[LogFormat, BeforeValidator(_small)]
    discord: DiscordSettings
    monitoring: MonitoringSettings
    corpus: CorpusSettings
    state: StateSettings = StateSettings()
    sources: SourceSettings
    embedding: EmbeddingSettings
    chroma: ChromaSettings
    answer: AnswerSettings
    writer: WriterSettings

    _origins: Mapping[str, Origin] = PrivateAttr(default_factory=dict[str, Origin])

    def __init__(self, **given: object) -> None:
        layers = read_layers(given)
        for layer in layers:
            _refuse_unknown(layer)
        chosen = first(layers)
        try:
            super().__init__(**_nested(chosen))
        except ValidationError as error:
            # Not chained: pydantic's error keeps the values, and one may be a secret.
            raise _wrong(error, chosen) from None
        self._origins = {name: written.origin for name, written in chosen.items()}
        # `openai:…`, `ollama:…` and `huggingface:…` know their own address; a bare name is a server's model.
        bare = self.embedding.model != EMBEDDED and ":" not in self.embedding.model
        if bare and self.embedding.base_url is None:
            raise PorteParoleError("settings-needs-address", **_place(self.origin("embedding.model")))
        if any(shard >= self.discord.shards for shard in self.discord.shard_ids):
            raise PorteParoleError("settings-wrong-shards", **_place(self.origin("discord.shard_ids")))
        if self.corpus.translate and self.writer.model is None:
            raise PorteParoleError("settings-needs-model", **_place(self.origin("corpus.translate")))
        for name, limit in (("day_money", self.writer.day_money), ("person_money", self.writer.person_money)):
            if limit and not (self.writer.read_price or self.writer.written_price):
                raise PorteParoleError("settings-needs-prices", **_place(self.origin(f"writer.{name}")))

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Take what ``read_layers`` merged; the library's sources tell no origin and let unknown names by."""
        return (init_settings,)

    def origin(self, name: str) -> Origin:
        """Return where the value of a dotted name was written."""
        return self._origins.get(name, Origin("default", name))


@dataclass(frozen=True, slots=True)
class EffectiveSetting:
    """One setting as it may be shown: for a secret ``shown`` is ``set`` or ``not set``, nothing else."""

    name: str
    shown: str
    secret: bool
    origin: Origin


def effective(settings: Settings) -> tuple[EffectiveSetting, ...]:
    """Return every setting with its value in force and where that was written; secrets are not told."""
    return tuple(_shown(settings, name) for name in setting_names())


def setting_names() -> tuple[str, ...]:
    """Return the dotted name of every setting."""
    return tuple(_names(Settings))


def _names(model: type[BaseModel], prefix: str = "") -> Iterator[str]:
    for name, field in model.model_fields.items():
        if isinstance(field.annotation, type) and issubclass(field.annotation, BaseModel):
            yield from _names(field.annotation, f"{prefix}{name}.")
        else:
            yield prefix + name


def _shown(settings: Settings, name: str) -> EffectiveSetting:
    value: Any = settings
    for part in name.split("."):
        value = getattr(value, part)
    secret = _schema(name).get("format") == "password"
    if secret:
        text = "not set" if value is None else "set"
    elif isinstance(value, tuple):
        text = ", ".join(str(item) for item in cast("tuple[object, ...]", value))
    elif isinstance(value, bool):
        text = str(value).lower()
    else:
        text = "" if value is None else f"{value:g}" if isinstance(value, float) else str(value)
    return EffectiveSetting(name, text, secret, settings.origin(name))


def _nested(chosen: Mapping[str, Written]) -> dict[str, Any]:
    nested: dict[str, Any] = {}
    for name, written in chosen.items():
        *sections, last = name.split(".")
        section = nested
        for part in sections:
            section = section.setdefault(part, {})
        section[last] = written.value
    return nested


def _refuse_unknown(layer: Layer) -> None:
    known = setting_names()
    for name, written in layer.items():
        if name in known:
            continue
        origin = written.origin
        spelled = variable if origin.kind in {"environment", "dotenv"} else str
        nearest = process.extractOne(name, known, scorer=fuzz.ratio)[0]
        allowed = ", ".join(spelled(other) for other in _beside(name, known))
        raise PorteParoleError(
            "settings-unknown", nearest=spelled(nearest), allowed=allowed, **_place(origin)
        )


def _beside(name: str, known: tuple[str, ...]) -> list[str]:
    """Return the names of the section that ``name`` is in, or those of the top with ``section.…``."""
    section = name.partition(".")[0]
    inside = [other for other in known if other.startswith(f"{section}.")]
    top = [other if "." not in other else f"{other.partition('.')[0]}.…" for other in known]
    return inside or list(dict.fromkeys(top))


def _wrong(error: ValidationError, chosen: Mapping[str, Written]) -> PorteParoleError:
    location = error.errors(include_url=False, include_context=False, include_input=False)[0]["loc"]
    dotted = ".".join(str(part) for part in location)
    # A location may go on inside the value: seeds_dir.0
    name = next(name for name in setting_names() if f"{dotted}.".startswith(f"{name}."))
    written = chosen.get(name)
    place = _place(written.origin if written else Origin("default", name))
    schema = _schema(name)
    if "enum" in schema:
        allowed: list[str] = schema["enum"]
        near = process.extractOne(
            str(written and written.value), allowed, scorer=fuzz.WRatio, score_cutoff=60
        )
        nearest = near[0] if near else "none"
        return PorteParoleError("settings-wrong-choice", allowed=", ".join(allowed), nearest=nearest, **place)
    if "maximum" in schema:
        limits = {"min": f"{schema['minimum']:g}", "max": f"{schema['maximum']:g}"}
        return PorteParoleError(f"settings-wrong-{schema['type']}", **limits, **place)
    if schema.get("type") == "boolean":
        return PorteParoleError("settings-wrong-boolean", **place)
    if name == "discord.moderator_roles":
        return PorteParoleError("settings-wrong-ids", **place)
    if name == "discord.shard_ids":
        return PorteParoleError("settings-wrong-shards", **place)
    if name in {"data_dir", "seeds_dir"}:
        return PorteParoleError("settings-wrong-path", **place)
    if name in {"embedding.base_url", "chroma.url", "sources.contact", "writer.base_url"}:
        return PorteParoleError("settings-wrong-address", **place)
    return PorteParoleError("settings-wrong-text", **place)


def _schema(name: str) -> dict[str, Any]:
    schema = Settings.model_json_schema()
    node: dict[str, Any] = schema
    for part in name.split("."):
        node = node["properties"][part]
        if "$ref" in node:
            node = schema["$defs"][node["$ref"].rpartition("/")[2]]
    # An optional value is one of its own schema and null.
    return next((choice for choice in node.get("anyOf", ()) if choice.get("type") != "null"), node)


def _place(origin: Origin) -> dict[str, NoticeValue]:
    return {"name": one_line(origin.name), "kind": origin.kind, "file": one_line(origin.file)}
