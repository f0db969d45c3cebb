"""An article from elsewhere, as a file that ``corpus/loader.py`` reads and what is known beside its text."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import PurePosixPath, PureWindowsPath

from porteparole.corpus.assemble import slug
from porteparole.corpus.draft import Fields
from porteparole.corpus.files import COMPANIONS, FORMATS
from porteparole.corpus.metadata import FIELDS, checked_fields
from porteparole.corpus.translations import translated_language
from porteparole.notice import PorteParoleError

_LONGEST_STEM = 80
# Windows has devices of these names in every folder.
_DEVICE = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\..*)?", re.IGNORECASE)


@dataclass(frozen=True)
class Offer:
    """An article to add.

    Attributes:
        name: of the file: letters of ASCII, digits, ``.``, ``_`` and ``-``, with the ending of its format;
            ``ID.en.txt`` for what may be the translation of the article ``ID``.
        data: the file, to the letter.
        fields: what is known beside the text; goes before what the file says about itself.
    """

    name: str
    data: bytes
    fields: Fields = field(default_factory=Fields)


def stated_fields(values: Mapping[str, object]) -> Fields:
    """Return what a person says about an article, by the names of ``FIELDS``.

    Raises:
        PorteParoleError: a date, an address or a language that is none.
    """
    fields, wrong = checked_fields(values)
    if wrong:
        # The loader's sentences say what it does instead; a person who is here can be asked.
        name = wrong[0].key.removeprefix("corpus-wrong-")
        raise PorteParoleError(f"sources-wrong-{name}", value=wrong[0].values["value"])
    return fields


def first_of(*several: Fields) -> Fields:
    """Return each field from the first that states it."""
    chosen = Fields()
    for fields in reversed(several):
        given = {name: value for name in FIELDS if (value := getattr(fields, name)) is not None}
        inferred = (chosen.inferred - given.keys()) | (fields.inferred & given.keys())
        chosen = replace(chosen, **given, inferred=frozenset(inferred))
    return chosen


def uploaded(name: str, data: bytes, fields: Fields | None = None) -> Offer:
    """Return the offer of a file that a person sent; its bytes stay what they are.

    Raises:
        PorteParoleError: the file is empty, or of a format that is not read.
    """
    stem, ending = demand_format(name)
    if not data.strip():
        raise PorteParoleError("sources-empty-file", file=name[:100])
    if parts := translated_language(stem + ending):
        return Offer(f"{slug(parts[0])}.{parts[1]}{ending}", data, fields or Fields())
    return Offer(file_stem(stem) + ending, data, fields or Fields())


def demand_format(name: str) -> tuple[str, str]:
    """Return stem and ending of a file's name, its folders left out.

    Raises:
        PorteParoleError: it is of a format that is not read.
    """
    base = PureWindowsPath(PurePosixPath(name).name).name
    stem, _, ending = base.rpartition(".")
    if f".{ending.lower()}" not in FORMATS:
        raise PorteParoleError("sources-format", file=base[:100], formats=", ".join(FORMATS))
    return stem, f".{ending.lower()}"


def file_stem(text: str) -> str:
    """Return the name of a file, without its ending, for any text."""
    # Without dots: NAME.en would be taken for the translation of NAME.
    stem = slug(text.replace(".", "-"))[:_LONGEST_STEM].strip("-")
    return f"article-{stem}" if stem.lower() in COMPANIONS or _DEVICE.fullmatch(stem) else stem
