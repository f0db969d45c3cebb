"""The lock files: complete, hashed, and naming no place to fetch from."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("requirements.lock", "requirements-dev.lock")
MODEL_SERVER = "tests/model-server.lock"
# A file's own entry: name and version, perhaps a marker, then its hashes.
ENTRY = re.compile(
    r"^([a-z0-9.-]+==[^\s;]+(?: ; [^\\\n]+)?)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n", re.MULTILINE
)


def pinned(name: str) -> dict[str, set[str]]:
    """The versions of every package: more than one where markers tell which is for whom."""
    versions: dict[str, set[str]] = {}
    for match in ENTRY.finditer((ROOT / name).read_text(encoding="utf-8")):
        requirement = Requirement(match[1])
        (exact,) = requirement.specifier
        versions.setdefault(canonicalize_name(requirement.name), set()).add(exact.version)
    return versions


@pytest.mark.parametrize("name", [*LOCKS, MODEL_SERVER])
def test_a_lock_holds_nothing_but_pinned_and_hashed_packages(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    rest = "".join(line for line in ENTRY.sub("", text).splitlines() if not line.startswith("#"))
    assert rest == ""
    assert len(pinned(name)) > (1 if name == MODEL_SERVER else 50)


@pytest.mark.parametrize("name", [*LOCKS, MODEL_SERVER])
def test_a_lock_names_no_place_to_fetch_from(name: str):
    text = (ROOT / name).read_text(encoding="utf-8")
    assert re.findall(r"://|--index|--extra-index|--find-links| @ |\bfile:", text) == []


DEPENDENCIES = PROJECT["project"]["dependencies"]


@pytest.mark.parametrize(
    ("name", "wanted"),
    [
        ("requirements.lock", DEPENDENCIES + PROJECT["build-system"]["requires"]),
        ("requirements-dev.lock", DEPENDENCIES + PROJECT["dependency-groups"]["dev"]),
    ],
)
def test_a_lock_has_a_version_that_fits_for_everything_the_project_asks_for(name: str, wanted: list[str]):
    versions = pinned(name)

    def met(requirement: Requirement) -> bool:
        locked = versions.get(canonicalize_name(requirement.name), set())
        return bool(locked) and all(requirement.specifier.contains(version) for version in locked)

    unmet = [text for text in wanted if not met(Requirement(text))]
    assert unmet == [], "run `make lock`"


def test_both_locks_agree():
    runtime, tools = (pinned(name) for name in LOCKS)
    assert {name for name in tools if name in runtime and tools[name] != runtime[name]} == set()
