"""Command definitions go to Discord only when they changed: it allows few updates a day."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from discord import app_commands

FILE = "discord-commands.json"


async def sync_if_changed(tree: app_commands.CommandTree, folder: Path) -> bool:
    """Send the commands, translations included, unless the same were sent before.

    Args:
        tree: with its translator set, of a client that is logged in.
        folder: where the hash of what was sent is kept, for each application.

    Returns:
        Whether they were sent.

    Raises:
        discord.HTTPException: Discord did not take them.
    """
    application = str(tree.client.application_id)
    sent = _read(folder / FILE)
    current = await _fingerprint(tree)
    if sent.get(application) == current:
        return False
    await tree.sync()
    _write(folder / FILE, {**sent, application: current})
    return True


async def _fingerprint(tree: app_commands.CommandTree) -> str:
    translator = tree.translator
    definitions = [
        await command.get_translated_payload(tree, translator) if translator else command.to_dict(tree)
        for command in tree.get_commands()
    ]
    definitions.sort(key=lambda definition: (definition["type"], definition["name"]))
    return hashlib.sha256(json.dumps(definitions, sort_keys=True).encode()).hexdigest()


def _read(file: Path) -> dict[str, str]:
    try:
        sent = json.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return sent if isinstance(sent, dict) else {}


def _write(file: Path, sent: dict[str, str]) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    fresh = file.with_suffix(".new")
    fresh.write_text(json.dumps(sent, indent=1), encoding="utf-8")
    fresh.replace(file)
