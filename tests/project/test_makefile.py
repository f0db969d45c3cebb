"""`make` where something is missing: a sentence instead of a riddle."""

import os
import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def make(folder: Path, target: str, path: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [shutil.which("make") or "make", "-C", str(folder), target],
        env={"PATH": str(path), "HOME": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )


def tools(folder: Path, *names: str) -> Path:
    """A folder for PATH with these programs of this machine and no other."""
    folder.mkdir()
    for name in names:
        found = shutil.which(name)
        assert found, name
        (folder / name).symlink_to(found)
    return folder


def checkout(folder: Path) -> Path:
    folder.mkdir()
    for name in ("Makefile", "pyproject.toml", "requirements.lock", "requirements-dev.lock"):
        shutil.copy(ROOT / name, folder)
    return folder


def test_without_a_python_that_fits_it_says_so(tmp_path: Path):
    path = tools(tmp_path / "path", "sh", "touch")
    old = path / "python3.11"
    old.write_text("#!/bin/sh\nexit 1\n")
    old.chmod(0o755)
    ended = make(checkout(tmp_path / "here"), "install", path)
    assert ended.returncode != 0
    assert "Porte-Parole needs Python 3.11, 3.12 or 3.13" in ended.stderr
    assert not (tmp_path / "here" / ".venv").exists()


def test_every_target_that_people_call_is_told_by_help(tmp_path: Path):
    path = tools(tmp_path / "path", "sh", "sed", "expand")
    told = make(checkout(tmp_path / "here"), "help", path).stdout
    for target in ("install", "run", "test", "test-model", "lint", "types", "lock", "clean", "help"):
        assert f"make {target} " in told


def test_an_installation_that_is_up_to_date_is_left_alone(tmp_path: Path):
    here = checkout(tmp_path / "here")
    (here / ".venv" / "bin").mkdir(parents=True)
    for name in ("bin/python", ".installed", ".installed-dev"):
        stamp = here / ".venv" / name
        stamp.touch()
        os.utime(stamp, (2**31, 2**31))
    ended = make(here, "install-dev", tools(tmp_path / "path", "sh"))
    assert (ended.returncode, "Nothing to be done" in ended.stdout) == (0, True)
    os.utime(here / "requirements-dev.lock", (2**31 + 9, 2**31 + 9))
    assert make(here, "install-dev", tmp_path / "path").returncode != 0
