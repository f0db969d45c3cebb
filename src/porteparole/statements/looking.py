"""What kind of phrase begins at a token, and whether a stretch has a verb."""

from __future__ import annotations

from porteparole.statements.lexicon import has_verb, is_french_infinitive, is_french_verb
from porteparole.statements.walking import Walker

_SUBJECTS = frozenset("he she it they we i you".split())


class Looker(Walker):
    """Looks at the tokens of one sentence."""

    def _preposition(self, at: int, prepositions: frozenset[str]) -> int | None:
        s = self._s
        at = self._skip_plain(at)
        low = s.low(at)
        if low in prepositions:
            return at + 1
        if low in {"du", "des", "d'"} and "de" in prepositions:
            return at + (1 if low == "d'" else 0)
        if low in {"au", "aux"} and "à" in prepositions:
            return at + 1
        return None

    def _to_infinitive(self, at: int, links: set[str]) -> int | None:
        """Return where the infinitive after *de* begins, past the one asked (*au gouvernement de …*)."""
        s = self._s
        end = min(len(s.tokens), at + 14)
        for index in range(at, end):
            low = s.low(index)
            if low in {",", ":", ";"} or low in self._w.clause_breaks or s.is_quotation(index):
                return index if s.is_quotation(index) and index > at and s.low(index - 1) in links else None
            if low in links and self._infinitive_at(index + 1):
                return index + 1
            if low in links and s.is_quotation(index + 1):
                return index + 1
        return None

    def _infinitive_at(self, at: int) -> bool:
        s = self._s
        while s.low(at) in {
            "ne",
            "n'",
            "pas",
            "plus",
            "jamais",
            "se",
            "s'",
            "le",
            "la",
            "l'",
            "les",
            "lui",
            "leur",
            "y",
            "en",
            "tout",
        } and at < len(s.tokens):
            at += 1
        low = s.low(at)
        if at >= len(s.tokens) or s.tokens[at].kind != "word" or s.tokens[at].capital:
            return False
        if s.language != "fr":
            return False
        return is_french_infinitive(low) and s.mention_over(at) is None

    def _noun_phrase_at(self, at: int) -> bool:
        s = self._s
        token = s.tokens[at]
        if (
            s.language == "fr"
            and s.low(at + 1) in {"de", "d'"}
            and s.low(at) in self._w.adverbs | {"davantage"}
        ):
            return True  # « plus de moyens »
        if token.kind == "number" or s.low(at) in self._w.determiners | self._w.possessives:
            return True
        if s.mention_at(at) is not None:
            return s.mentions is not None and s.mention_at(at).sort != "pronoun"  # pyright: ignore
        return token.capital or (
            s.language == "en"
            and token.kind == "word"
            and token.low not in self._w.clause_breaks | self._w.adjuncts
        )

    def _has_verb(self, first: int, last: int) -> bool:
        s = self._s
        for index in range(first, min(last, len(s.tokens))):
            token = s.tokens[index]
            if token.kind == "quotation" and (
                len(token.text.split()) > 3 or (s.language == "en" and has_verb(token.text, "en"))
            ):
                return True
            if token.kind != "word":
                continue
            low = token.low
            if low in self._w.verbs_common or low in self._w.auxiliaries:
                return True
            if (
                s.language == "en"
                and index > first
                and s.low(index - 1) in _SUBJECTS
                and low not in self._w.clause_breaks
            ):
                return True  # “they expect …”
            if s.language == "en" and (
                low.endswith(("ed", "n't"))
                or (
                    low.endswith("s")
                    and low[0].isalpha()
                    and index > first
                    and low not in self._w.persons | self._w.possessives | self._w.adjuncts | self._w.adverbs
                    and not token.capital
                    and s.mention_over(index) is None
                )
            ):
                return True
            if s.language == "fr" and index > first and s.mention_over(index) is None and is_french_verb(low):
                return True
            if (
                s.language == "fr"
                and low.endswith(("ait", "aient", "era", "eront", "ira", "iront", "èrent"))
                and index > first
            ):
                return True
            if (
                s.language == "fr"
                and index > first
                and s.mention_over(index) is None
                and s.low(index - 1) in self._w.pronouns | {"se", "s'", "ne", "n'"}
            ):
                return True
            if (
                s.language == "fr"
                and index > first
                and low.endswith("ent")
                and not low.endswith("ment")
                and s.mention_over(index) is None
            ):
                return True
        return False

    def _substantial(self, first: int, last: int) -> bool:
        s = self._s
        content = [
            index
            for index in range(first, last)
            if s.tokens[index].kind in {"word", "quotation", "number"}
            and s.low(index) not in self._w.adverbs | self._w.conjunctions
        ]
        if not content:
            return False
        adjunct = s.low(last - 1) == "," and len(content) <= 6 and not self._has_verb(first, last)
        return not adjunct or any(s.is_quotation(i) for i in content)

    def _reason_noun(self, index: int) -> tuple[str, int]:
        s = self._s
        if s.tokens[index].kind != "word":
            return "", 0
        for width in (3, 1) if s.low(index).startswith("mise") else (1,):
            noun = "-".join(s.low(index + i) for i in range(width))
            for form in (noun, noun.removesuffix("s"), noun.replace("mises-", "mise-")):
                if form in self._w.reason_nouns:
                    return form, width
        return "", 0

    def _gerund_at(self, index: int) -> bool:
        """Say whether a French present participle begins at ``index``: *, y voyant …*."""
        s = self._s
        if s.language != "fr":
            return False
        while s.low(index) in {"y", "en", "l'", "se", "s'", "tout", "le", "les"} and index < len(s.tokens):
            index += 1
        low = s.low(index)
        return low.endswith("ant") and is_french_verb(low) and s.mention_over(index) is None

    def _bare_verb(self, index: int) -> bool:
        """Say whether a verb without a subject of its own stands at ``index`` (*et a reçu*)."""
        s = self._s
        low = s.low(index)
        if low in {"se", "s'", "ne", "n'"}:
            return s.language == "fr"
        if (
            s.language == "fr"
            and s.tokens[index : index + 1]
            and is_french_verb(low)
            and not low.endswith("ant")
        ):
            return s.mention_over(index) is None
        return low in self._w.auxiliaries | self._w.verbs_common

    def _full_quotation(self, index: int) -> bool:
        mark = self._s.tokens[index].quotation
        if mark is None:
            return False
        inner = self._s.source[mark.inner_start : mark.inner_end]
        whole = inner[:1].isupper() and inner[-1:] in ".!?…" and len(inner.split()) > 2
        return whole or len(inner.split()) > 7
