"""Text of users and articles, made safe to stand in a Discord message and the same to the eye.

``discord.utils.escape_markdown`` is not enough here: it leaves links, list marks behind blanks, numbered
lists, ``-#``, ``:emoji:`` and everything that begins with ``<`` alive. A backslash before any ASCII
punctuation mark is dropped by Discord's client and takes the mark's meaning away; the bot's own text
below the backslash stays what it was.
"""

from __future__ import annotations

import regex

_LINE_ENDS = regex.compile(r"\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_BLANKS = regex.compile(r"[\t\u2800]")
# Lone surrogates cannot be sent at all; the two noncharacters are refused by some decoders.
_BROKEN = regex.compile(r"[\p{Cs}\uFFFE\uFFFF]")
# Invisible characters go, except where they belong to what is seen: the emoji form, joined emoji,
# and the joiners of scripts whose letters change shape.
_INVISIBLE = regex.compile(
    r"""(?V1x)
    (?P<kept>
        (?<=\p{Emoji}) [\uFE0E\uFE0F]
      | (?<=[\p{Extended_Pictographic}\p{Emoji_Modifier}\uFE0F]) \u200D (?=\p{Extended_Pictographic})
      | (?<=[[\p{L}\p{M}]--\p{Latin}]) [\u200C\u200D] (?=[\p{L}--\p{Latin}])
    )
    | [[\p{Default_Ignorable_Code_Point}\p{Bidi_Control}\p{Cc}\uFFF9-\uFFFB]--[\n]]
    """
)
# No script stacks more than three of the general combining marks, or more than eight of its own.
_GENERAL_MARKS = regex.compile(r"(?V1)([\p{M}&&\p{Script=Inherited}]{3})[\p{M}&&\p{Script=Inherited}]+")
_MARKS = regex.compile(r"(\p{M}{8})\p{M}+")
_EMPTY_LINES = regex.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_FOLDED = regex.compile(r"[^\S\u00A0\u202F]+")

_ACTIVE = regex.compile(r"[\\*_~`|\[\]<>#@]|:(?!\s)")
_LINE_START = regex.compile(r"(?m)^([^\S\n]*)(?:(?P<mark>[-+])|(?P<number>\d+)(?P<after>[.)]))")
_ESCAPED = regex.compile(r"\\([^0-9A-Za-z\s])")

_RIGHT_TO_LEFT = regex.compile(r"[\p{Bidi_Class=R}\p{Bidi_Class=AL}]")
_ISOLATE, _END_ISOLATE = "\u2068", "\u2069"
_ISOLATES = regex.compile(f"[{_ISOLATE}{_END_ISOLATE}]")


def clean(text: str) -> str:
    """Return ``text`` without what cannot be seen or sent; lines stay, ends are not stripped."""
    text = _LINE_ENDS.sub("\n", text)
    text = _BLANKS.sub(" ", text)
    text = _BROKEN.sub("\N{REPLACEMENT CHARACTER}", text)
    text = _INVISIBLE.sub(lambda found: found["kept"] or "", text)
    text = _GENERAL_MARKS.sub(r"\1", text)
    text = _MARKS.sub(r"\1", text)
    return _EMPTY_LINES.sub("\n\n", text)


def one_line(text: str) -> str:
    """Return cleaned ``text`` on one line, blanks folded except no-break spaces."""
    return _FOLDED.sub(" ", clean(text)).strip()


def escape(text: str) -> str:
    """Return cleaned ``text`` with a backslash before everything that Discord would act upon."""
    text = _ACTIVE.sub(r"\\\g<0>", text)
    return _LINE_START.sub(_escaped_line_start, text)


def isolate(text: str) -> str:
    """Return ``text`` with each line that has right-to-left letters kept from reordering what follows.

    First strong isolate (U+2068 … U+2069): Unicode Standard Annex 9, section 2.5.
    """
    return "\n".join(
        f"{_ISOLATE}{line}{_END_ISOLATE}" if _RIGHT_TO_LEFT.search(line) else line
        for line in text.split("\n")
    )


def plain(text: str) -> str:
    """Return any text, line breaks kept, so that Discord shows it and does nothing else."""
    return isolate(escape(clean(text).strip()))


def unescape(shown: str) -> str:
    """Return what :func:`plain` was given, as far as it could be seen; for the bot's own messages."""
    return _ISOLATES.sub("", _ESCAPED.sub(r"\1", shown))


def _escaped_line_start(found: regex.Match[str]) -> str:
    if found["mark"]:
        return f"{found[1]}\\{found['mark']}"
    return f"{found[1]}{found['number']}\\{found['after']}"
