"""From the bytes of a file to clean text, with a remark on everything that was mended."""

from __future__ import annotations

import re
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE, BOM_UTF32_BE, BOM_UTF32_LE
from dataclasses import dataclass

from porteparole.corpus.draft import RefusedError, Remark

# UTF-32 first: its little-endian mark begins with that of UTF-16.
_MARKS = (
    (BOM_UTF8, "utf-8"),
    (BOM_UTF32_LE, "utf-32-le"),
    (BOM_UTF32_BE, "utf-32-be"),
    (BOM_UTF16_LE, "utf-16-le"),
    (BOM_UTF16_BE, "utf-16-be"),
)
_LINE_ENDS = re.compile("\r\n?|[\x0b\x0c\x85\u2028\u2029]")
# Control characters except tab and line feed; soft hyphen, zero-width, direction and tag characters;
# lone surrogates and non-characters. U+200D stays inside an emoji, which it holds together.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\u00ad\u061c\u180e\u200b\u200c\u200e\u200f"
    "\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
    "|(?<![\u2600-\u27bf\ufe0f\U0001f000-\U0001faff])\u200d"
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# The letters and signs beyond ASCII that French and English texts are made of.
_EXPECTED = frozenset(
    "àâäæçéèêëîïôöœùûüÿñÀÂÄÆÇÉÈÊËÎÏÔÖŒÙÛÜŸáíóúÁÍÓÚ«»‹›“”‘’„‚–—…€£§°©®™•·²³\u00a0\u202f½¼¾×µ"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text with ``\\n`` as its only line end and nothing invisible in it, and what was mended."""

    text: str
    remarks: tuple[Remark, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Return the text of a file.

    UTF-8 is tried first; a byte order mark, a ``declared`` encoding (an HTML page's), Windows-1252 and a
    guess by charset-normalizer follow.

    Raises:
        RefusedError: the file is empty, or no text.
    """
    if not data.strip():
        raise RefusedError("corpus-refused-empty")
    remarks: list[Remark] = []
    text, encoding = _decoded(data, declared, remarks)
    if (len(_CONTROL.findall(text)) - 2) * 50 > len(text):
        raise RefusedError("corpus-refused-binary")
    if encoding != "utf-8":
        remarks.append(Remark("corpus-mended-encoding", None, {"encoding": encoding}))
    text = text.removeprefix("\ufeff")
    cleaned, count, line = clean(text)
    if count:
        remarks.append(Remark("corpus-mended-invisible", line, {"count": count}))
    if not cleaned.strip():
        raise RefusedError("corpus-refused-empty")
    return Decoded(cleaned, tuple(remarks))


def clean(text: str) -> tuple[str, int, int | None]:
    """Return ``text`` without invisible characters, how many there were, and the line of the first one."""
    text = _LINE_ENDS.sub("\n", text)
    first = _INVISIBLE.search(text)
    if first is None:
        return text, 0, None
    cleaned, count = _INVISIBLE.subn("", text)
    return cleaned, count, text.count("\n", 0, first.start()) + 1


def codec_of(label: str) -> str:
    """Return the codec for an encoding that a page declares, as browsers understand its name.

    What calls itself Latin-1 or ASCII is Windows-1252: https://encoding.spec.whatwg.org/#names-and-labels
    """
    name = label.strip().lower().replace("_", "-")
    latin = {"ascii", "us-ascii", "iso-8859-1", "iso8859-1", "latin1", "latin-1", "l1"}
    return "cp1252" if name in latin else name


def _decoded(data: bytes, declared: str | None, remarks: list[Remark]) -> tuple[str, str]:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            if encoding == "utf-8":
                remarks.append(Remark("corpus-mended-bom", 1))
                data = data[len(mark) :]
                break
            return data.decode(encoding, errors="replace"), encoding.upper()
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        pass
    if b"\x00" in data:
        raise RefusedError("corpus-refused-binary")
    if declared is not None:
        try:
            return data.decode(codec_of(declared)), declared
        except (LookupError, UnicodeDecodeError):
            pass
    return _mostly_utf8(data, remarks) or _windows(data) or _guessed(data)


def _mostly_utf8(data: bytes, remarks: list[Remark]) -> tuple[str, str] | None:
    """Read a UTF-8 file with a few wrong bytes line by line; None where it is none."""
    text = data.decode("utf-8", errors="replace")
    beyond_ascii = sum(character > "\x7f" for character in text)
    wrong = text.count("\ufffd")
    if wrong * 4 > beyond_ascii:
        return None
    lines = data.split(b"\n")
    for position, line in enumerate(lines):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError:
            other = _windows(line)
            kept = other[0] if other else line.decode("utf-8", errors="replace")
            lines[position] = kept.encode("utf-8")
            remarks.append(Remark("corpus-mended-bytes", position + 1))
    return b"\n".join(lines).decode("utf-8"), "utf-8"


def _windows(data: bytes) -> tuple[str, str] | None:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        return None
    strange = [character for character in text if character > "\x7f" and character not in _EXPECTED]
    beyond_ascii = sum(character > "\x7f" for character in text)
    return (text, "Windows-1252") if len(strange) * 20 <= beyond_ascii else None


def _guessed(data: bytes) -> tuple[str, str]:
    from charset_normalizer import from_bytes

    best = from_bytes(data).best()
    if best is None:
        raise RefusedError("corpus-refused-binary")
    return str(best), best.encoding
