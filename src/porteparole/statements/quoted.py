"""Quoted words as the object of a cue: *évoque un « … »*, *X s’emporte : « … »*."""

from __future__ import annotations

import re
from dataclasses import replace

from porteparole.statements.cue import Cue
from porteparole.statements.draft import RELATIVE, Place
from porteparole.statements.lexicon import is_french_infinitive
from porteparole.statements.mention import Mention
from porteparole.statements.sentence import Sentence
from porteparole.statements.sources import Sources

_SIGNING = frozenset({"signer", "cosigner", "parapher", "sign", "cosign"})


class Quoted(Sources):
    """Reads quoted objects."""

    def _quoted_object(self, at: int, cue: Cue, text: str, who: Mention | None, inherit: bool) -> bool:
        s = self._s
        stop = self._clause_end(at, nominal=True)
        if s.low(at + 1) == "," and not any(s.is_quotation(i) for i in range(at + 2, min(stop, at + 5))):
            stop = at + 1
        if stop > at + 1 and s.low(self._skip_plain(at + 1)) in {",", ".", ""}:
            stop = at + 1  # « … » mardi, mettant fin à …
        mark = s.tokens[at].quotation
        if mark is None or self._title(at) or self._naming(cue, at):
            return False
        inner = s.source[mark.inner_start : mark.inner_end]
        says = (
            "s" in cue.frames or ("q" in cue.frames and "w" not in cue.frames and "o" not in cue.frames)
        ) and not (cue.lemma == "dire" and self._s.low(cue.first) in {"s'", "se"})
        whole = inner[:1].isupper() or inner[-1:] in ".!?…"
        says = says and (whole or (len(inner.split()) > 5 and not self._infinitive_words(inner)))
        if (says or whole) and (
            stop <= at + 1 or (len(inner.split()) > 5 and whole) or (says and _gerundive(s, at + 1))
        ):
            self._add_quotation(at, text, who, inherit=inherit)
            self._taken.append(Place(at, at + 1))
            self._continued(at + 1, text, who)
            return True
        self._add_span(at, max(stop, at + 1), text, who, inherit=inherit, mixed=True)
        self._taken.append(Place(at, max(stop, at + 1)))
        return True

    def _title(self, index: int) -> bool:
        """Say whether the quotation at ``index`` names a work: *le film « Les Nuits »*."""
        s = self._s
        mark = s.tokens[index].quotation
        named = {s.low(index - 1), s.low(index - 2)} & self._w.works
        return bool(named) and mark is not None and s.source[mark.inner_start].isupper()

    def _naming(self, cue: Cue, index: int) -> bool:
        """Say whether the quotation names a thing: *qu’il a appelé « Liberté »*; of a person, it is said."""
        s = self._s
        called = s.mention_at(cue.last) or s.mention_at(cue.last + 1)
        if cue.lemma != "appeler" or (called is not None and called.name is not None):
            return False
        mark = s.tokens[index].quotation
        first = s.source[mark.inner_start : mark.inner_end].split()[:1] if mark is not None else []
        asked = {"à", "au", "aux"}
        return s.low(index - 1) not in asked | {"de", "d'"} and not asked & {word.lower() for word in first}

    def _infinitive_words(self, inner: str) -> bool:
        first = inner.split()[0].lower()
        return (self._s.language == "fr" and is_french_infinitive(first)) or first == "to"

    def _quoted_later(self, cue: Cue, at: int, text: str, who: Mention | None, inherit: bool) -> bool:
        """Read an object that holds quoted words: *évoque un « … »*, *a signé une déclaration « … »*."""
        s = self._s
        if not ({"w", "o", "q"} & cue.frames.letters):
            return False
        stop = self._clause_end(at, nominal=True)
        for index in range(at, min(stop, at + 16)):
            if (
                s.low(index) == ","
                and "w" in cue.frames
                and any(
                    s.is_quotation(i) and s.low(i - 1) in {"comme", "de", "d'", "as"}
                    for i in range(index, min(stop, at + 16))
                )
            ):
                continue
            if (
                s.low(index) in self._w.clause_breaks and s.low(index) not in {"comme", "que", "as"}
            ) or s.low(index) in {",", ":"}:
                break
            if s.is_quotation(index):
                if self._title(index) or self._naming(cue, index):
                    return False
                if "w" not in cue.frames and "o" not in cue.frames and s.low(index - 1) not in {"que", ","}:
                    break
                last = index
                for later in range(index, stop):
                    if s.is_quotation(later):
                        last = later
                for later in range(last + 1, stop):
                    if s.low(later) in RELATIVE | {"–"}:
                        stop = later
                        break
                if cue.lemma in _SIGNING and not self._signed_text(at, index):
                    return False
                told = "s" in cue.frames and s.low(at) in {"à", "au", "aux"}
                if told and index == last and self._full_quotation(index):
                    self._add_quotation(index, text, who, inherit=inherit)
                    self._taken.append(Place(index, index + 1))
                    return True
                start = at
                while start < index and s.low(start) in {"de", "d'", "comme", "à", "as", "of"}:
                    start += 1
                self._add_span(start, stop, text, self._joint_text(cue, at, who) or who, inherit=inherit)
                self._taken.append(Place(start, stop))
                if s.low(stop) == ":" and s.is_quotation(stop + 1):
                    self._after_colon(stop + 1, text, who, inherit)
                return True
        return self._colon_later(at, text, who, inherit) if "q" in cue.frames else False

    def _signed_text(self, at: int, quotation: int) -> bool:
        """Say whether what is signed is a text with words of its own in it, not a decree on « Obamacare »."""
        found = self._s.mention_at(at) or self._s.parse(at)
        return at < quotation and found is not None and found.sort == "document"

    def _joint_text(self, cue: Cue, at: int, who: Mention | None) -> Mention | None:
        """Return the text that several people sign: it speaks, not they (*ont signé une déclaration …*)."""
        if cue.lemma not in _SIGNING or who is None or not who.plural:
            return None
        found = self._s.mention_at(at) or self._s.parse(at)
        if found is None or found.sort != "document":
            return None
        # What the text is for is no part of its name.
        noun = re.split(r" (?:pour|sur|contre|visant|for|on|against|to) ", found.noun or "")[0]
        return replace(found, noun=noun) if noun else None

    def _after_colon(self, at: int, text: str, who: Mention | None, inherit: bool) -> bool:
        s = self._s
        if s.is_quotation(at) and self._inside(at):
            self._name_incise(at, who)
            return True
        if s.is_quotation(at):
            while s.is_quotation(at):
                self._add_quotation(at, text, who, inherit=inherit)
                self._taken.append(Place(at, at + 1))
                at += 1
                while s.low(at) in {",", ";", ".", "et", "and"} and at < len(s.tokens) - 1:
                    at += 1
            return True
        stop = self._clause_end(at)
        if stop - at < 3 or self._new_report(at):
            return False
        self._add_said(at, stop, text, who, inherit=inherit)
        return True

    def _colon_later(self, at: int, text: str, who: Mention | None, inherit: bool) -> bool:
        """Read *X s’emporte contre la presse : « … »*."""
        s = self._s
        for index in range(at, len(s.tokens) - 1):
            if s.low(index) == ":" and s.is_quotation(index + 1):
                return self._after_colon(index + 1, text, who, inherit)
        return False


def _gerundive(sentence: Sentence, index: int) -> bool:
    return sentence.low(index) in {
        ",",
        "en",
        "lors",
        "dans",
        "devant",
        "à",
        "avant",
        "in",
        "at",
        "on",
        "during",
    }
