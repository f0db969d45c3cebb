"""Which language the terminal speaks."""

from pathlib import Path

import pytest

from porteparole.cli.locale import terminal_language


@pytest.mark.parametrize(
    ("variables", "language"),
    [
        ({"LANG": "fr_FR.UTF-8"}, "fr"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "fr_FR", "LC_MESSAGES": "en_GB"}, "en"),
        ({"LANG": "en_GB", "LC_MESSAGES": "en_GB", "LC_ALL": "fr"}, "fr"),
        ({"LANG": "en_GB", "LC_ALL": ""}, "en"),
        # These tell no language of ours: the setting does.
        ({"LANG": "C.UTF-8"}, "fr"),
        ({"LANG": "fr_FR", "LC_ALL": "C"}, "fr"),
        ({"LANG": "en_GB", "LC_ALL": "POSIX"}, "fr"),
        ({"LANG": "de_DE.UTF-8", "PORTEPAROLE_LANGUAGE": "en"}, "en"),
        ({"LANG": "", "PORTEPAROLE_LANGUAGE": "en"}, "en"),
        ({"LANG": "", "PORTEPAROLE_LANGUAGE": "nonsense"}, "fr"),
    ],
)
def test_the_system_decides_and_else_the_setting(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], language: str
):
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert terminal_language() == language


def test_a_broken_settings_file_does_not_keep_the_terminal_from_speaking(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    monkeypatch.setenv("LANG", "C")
    (tmp_path / ".env").write_bytes(b"\xff")
    assert terminal_language() == "fr"
