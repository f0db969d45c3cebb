"""One block of an article with the features that tell boilerplate from paragraphs."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import cache, cached_property

from porteparole.corpus.boilerplate.rules import rules

_QUOTED = re.compile(r"«[^»]*(?:»|$)|“[^”]*(?:”|$)|\"[^\"]*\"|^[^«»]*»|^[^“”]*”")
_WHOLE_QUOTE = re.compile(r"«([^«»]*)»[.\s]*|“([^“”]*)”[.\s]*|\"([^\"]*)\"[.\s]*")
_BULLET = re.compile(r"^(?:[^\w«»\"“”(\[{©@#€$£%+-]|[-+] )+")
_BRACKETED = re.compile(r"\([^()]*\)\.?|\[[^\[\]]*\]\.?")
_TAIL_SIGNS = re.compile(r"[\s>»›→↓▶+✉️📧👉.!…]+$")
_ENDS_SENTENCE = re.compile(r"[.!?…][»”\"')\]\s]*$")
_PERSON = r"[A-ZÀ-ÖØ-Þ][\w’'.-]*"
_NAME = re.compile(rf"{_PERSON}(?:[ -]+(?:de |du |d’|d'|van |von |el |al |bin )?{_PERSON}){{1,3}}")
_BYLINE = re.compile(
    r"(?:[Pp]ar|PAR|[Bb]y|BY|[Éé]crit par|[Ww]ritten by|[Rr]eported by|Texte\s*:|Auteur\s*:|Author\s*:)\s+"
    rf"(?:la rédaction\b|{_PERSON})"
    rf"(?:[ ,&/|-]+(?:{_PERSON}|et|and|de|du|à|in|at|for|pour|avec|with|en|le|la|the|of|correspondante?|"
    r"envoyée?|spéciale?|journaliste|reporter|editor|rédaction|staff|writer|our)){0,12}"
)
_DATE_WORD = re.compile(
    r"(?:lun|mar|mercre|jeu|vendre|same)di|dimanche|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|mon|tues?|wed|thu|thur|thurs|fri|sat|sun|lun|mer|jeu|ven|sam|dim"
    r"|jan\w*|f[ev]\w*|mar|mars|march|a[vp]r\w*|mai|may|ju[inl]\w*|ao?u\w*|sep\w*|oct\w*|nov\w*|dec\w*"
    r"|a|le|the|of|at|on|de|et|h|min|am|pm|a\.m|p\.m|gmt|utc|cet|est|edt|bst|ist|pt|heure|paris"
    r"|\d{1,4}(?:er|st|nd|rd|th)?|\d{1,2}[h:.]\d{0,2}(?:am|pm)?|\d{1,4}[/.-]\d{1,2}(?:[/.-]\d{1,4})?"
)
# In words, and in characters: a line without a blank is one word, however long.
_LONGEST = 130
_MOST_CHARACTERS = 1500
_BETWEEN_DATE_WORDS = re.compile(r",? +(?:- )?|[|•·()–—]+")


@dataclass(frozen=True)
class Line:
    """A block; every feature is found when it is first asked for."""

    text: str

    @cached_property
    def is_quote(self) -> bool:
        """Whether nothing stands outside one pair of quotation marks."""
        return _WHOLE_QUOTE.fullmatch(self.text) is not None

    @cached_property
    def folded(self) -> str:
        """The text that rules are matched against; ``rules.toml`` says how it is folded."""
        whole = _WHOLE_QUOTE.fullmatch(self.text)
        inside = next((group for group in whole.groups() if group is not None), "") if whole else None
        text = _QUOTED.sub(" ¤ ", self.text) if inside is None else inside
        text = " ".join(_BULLET.sub("", text).lower().translate(_folding()).split())
        if text.startswith(("(", "[")) and text.endswith((")", "]", ").", "].")):
            text = text[1:].rstrip(".")[:-1]
        return _TAIL_SIGNS.sub("", text.strip())

    @cached_property
    def words(self) -> int:
        """How many words the line has."""
        return len(self.text.split())

    @cached_property
    def is_sentence(self) -> bool:
        """Whether the line ends as a sentence does; what stands wholly in brackets is a remark, not one."""
        return _ENDS_SENTENCE.search(self.text) is not None and _BRACKETED.fullmatch(self.text) is None

    @cached_property
    def is_long(self) -> bool:
        """Whether it is longer than any boilerplate; patterns are never run on such a line."""
        return self.words > _LONGEST or len(self.text) > _MOST_CHARACTERS

    @cached_property
    def attributes(self) -> bool:
        """Whether it is a sentence that says who said it."""
        return self.is_sentence and rules().attributes.search(self.folded) is not None

    @cached_property
    def is_prompt(self) -> bool:
        """Whether it addresses the reader about what sites offer; amid an article that may be advice."""
        if self.words > 20 or self.is_quote or self.attributes:
            return False
        if self.is_sentence and rules().narrates.search(self.text.lower()):
            return False
        return rules().reader.search(self.folded) is not None and rules().site.search(self.folded) is not None

    @property
    def is_name(self) -> bool:
        """Whether it is nothing but two to four capitalised words."""
        return len(self.text) < 80 and _NAME.fullmatch(self.text) is not None and not self.text.isupper()

    @property
    def is_byline(self) -> bool:
        """Whether it is "by" and a name."""
        return self.words <= 14 and len(self.text) < 200 and _BYLINE.fullmatch(self.text) is not None

    @property
    def is_date(self) -> bool:
        """Whether it is nothing but a date or a time."""
        if self.words > 14 or self.is_sentence:
            return False
        tokens = [token.strip(".:-") for token in _BETWEEN_DATE_WORDS.split(self.folded)]
        tokens = [token for token in tokens if token]
        dated = all(_DATE_WORD.fullmatch(token) for token in tokens)
        digits = any(character.isdigit() for character in self.folded)
        return dated and digits and (len(tokens) > 1 or len(tokens[0]) > 4)


@cache
def _folding() -> dict[int, str]:
    """Letters without their accents, straight apostrophes; a table is ten times as fast as normalising."""
    accents = {code: unicodedata.normalize("NFKD", chr(code))[0] for code in range(0xC0, 0x180)}
    combining = dict.fromkeys(range(0x300, 0x370), "")
    return accents | combining | {ord(mark): "'" for mark in "’‘ʼ"} | {ord("œ"): "oe", ord("æ"): "ae"}
