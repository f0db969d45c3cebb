"""Help pages and usage errors in the reader's language: Typer writes them in English."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from typing import Any

import typer

from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.texts import Texts

# What Typer writes into help pages by itself, and the key of our words for it.
_HEADINGS = {
    "Arguments": "cli-help-arguments",
    "Options": "cli-help-options",
    "Commands": "cli-help-commands",
}
_INSERTS = {
    "Show this message and exit.": "cli-help-help",
    "[required]": "cli-help-required",
}


# Commands with a French name, shown first, and further ways to write it. Each reader's help shows the names
# of the reader's language; all of them work for everybody.
FRENCH: dict[str, tuple[str, ...]] = {
    "statements": ("déclarations", "declarations"),
    "compare": ("comparer",),
    "check": ("vérifier", "verifier"),
    "paragraph": ("paragraphe",),
    "summary": ("résumé", "resume"),
    "speaker": ("auteur", "locuteur"),
    "topic": ("sujet",),
}
_ENGLISH = {name: english for english, names in FRENCH.items() for name in names}


def help_keys(command: Any, path: str = "cli") -> Iterator[str]:
    """Yield the key of every help text that a command and those below it need.

    A key comes from the qualified name: ``cli-corpus-show`` for the command, ``cli-corpus-show.json`` for its
    parameter; the program itself is ``cli-porteparole``.
    """
    key = "cli-porteparole" if path == "cli" else path
    yield key
    yield from (f"{key}.{_attribute(param)}" for param in command.params)
    for name, below in getattr(command, "commands", {}).items():
        if name not in _ENGLISH:
            yield from help_keys(below, f"{path}-{name}")


def localise(command: Any, texts: Texts, language: Language, path: str = "cli") -> Any:
    """Give a command and all below it help texts in ``language``; returns the command."""
    key = "cli-porteparole" if path == "cli" else path
    command.help = texts(language, key)
    command.short_help = texts(language, key).partition("\n")[0]
    command.options_metavar = texts(language, "cli-help-options-metavar")
    if texts.has(language, f"{key}.epilog"):
        command.epilog = texts(language, f"{key}.epilog")
    for param in command.params:
        param.help = texts(language, f"{key}.{_attribute(param)}")
    context: Any = command.context_class
    words = _formatter(context.formatter_class, texts, language)
    command.context_class = type("Context", (context,), {"formatter_class": words})
    if hasattr(command, "commands"):
        command.subcommand_metavar = texts(language, "cli-help-command-metavar")
        for name, below in command.commands.items():
            localise(below, texts, language, f"{path}-{_ENGLISH.get(name, name)}")
            below.hidden = name != _name_in(language, name)
    return command


def _name_in(language: Language, name: str) -> str:
    """Return the name of a command that help pages in ``language`` show."""
    english = _ENGLISH.get(name, name)
    return FRENCH[english][0] if language == "fr" and english in FRENCH else english


def usage_notice(error: typer.TyperException) -> Notice:
    """Return our sentence for an error that Typer found in the command line."""
    found: Any = error
    match type(error).__name__:
        case "NoSuchOption":
            return _unknown("cli-usage-no-option", found.option_name, _option_names(found.ctx))
        case "MissingParameter":
            return Notice("cli-usage-missing", {"name": _shown(found.param)})
        case "BadParameter":
            return Notice("cli-usage-bad-value", {"name": _shown(found.param)})
        case "BadOptionUsage":
            return Notice("cli-usage-bad-option", {"name": found.option_name})
        case _:
            name = re.search(r"No such command '(.*?)'", error.message)
            if name:
                return _unknown("cli-usage-no-command", name[1], found.ctx.command.commands)
            extra = re.search(r"unexpected extra argument\S* \((.*)\)", error.message)
            if extra:
                return Notice("cli-usage-extra", {"name": extra[1]})
            return Notice("cli-usage", {"message": error.message})


def _unknown(key: str, name: str, known: Sequence[str]) -> Notice:
    from rapidfuzz import fuzz, process

    nearest = process.extractOne(name, list(known), scorer=fuzz.ratio, score_cutoff=50)
    return Notice(key, {"name": name, "nearest": nearest[0] if nearest else "none"})


def _option_names(context: Any) -> list[str]:
    return [name for param in context.command.get_params(context) for name in param.opts if name[0] == "-"]


def _shown(param: Any) -> str:
    if param is None:
        return "?"
    return param.opts[0] if param.param_type_name == "option" else str(param.metavar or param.name)


def _attribute(param: Any) -> str:
    return str(param.opts[0]).lstrip("-").replace("_", "-")


def _formatter(base: Any, texts: Texts, language: Language) -> type:
    write_usage: Callable[..., None] = base.write_usage
    write_heading: Callable[..., None] = base.write_heading
    write_dl: Callable[..., None] = base.write_dl

    def usage(self: Any, prog: str, args: str = "", prefix: str | None = None) -> None:
        write_usage(self, prog, args, prefix or texts(language, "cli-help-usage") + " ")

    def heading(self: Any, heading: str) -> None:
        key = _HEADINGS.get(heading)
        # Typer sets the colon, which has a no-break space before it in French.
        self.write(f"{texts(language, key)}\n") if key else write_heading(self, heading)

    def definitions(self: Any, rows: Sequence[tuple[str, str]], *args: Any, **values: Any) -> None:
        ours = [(name, _replaced(text, texts, language)) for name, text in rows]
        write_dl(self, ours, *args, **values)

    return type(
        "Formatter", (base,), {"write_usage": usage, "write_heading": heading, "write_dl": definitions}
    )


def _replaced(text: str, texts: Texts, language: Language) -> str:
    for english, key in _INSERTS.items():
        text = text.replace(english, texts(language, key))
    return text
