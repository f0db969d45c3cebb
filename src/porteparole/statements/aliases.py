"""Acronyms beside names: *Fédération … (FIDH)*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from porteparole.statements.mention import Mention, worded
from porteparole.statements.phrases import Phrases
from porteparole.statements.tokens import Token


class Aliases(Phrases):
    """Reads acronyms in parentheses."""

    def _to_acronym(self, tokens: Sequence[Token], mention: Mention, source: str) -> Mention:
        """Take the rest of a name that its acronym closes: *l’Union … pour les libertés civiles (ACLU)*."""
        links = {"pour", "des", "de", "du", "d'", "contre", "sur", "en", "for", "of", "on", "against"}
        if mention.sort == "name" and self.language == "fr":
            return self._spelled_out(tokens, mention, source)
        if (
            mention.sort != "institution"
            or mention.last >= len(tokens)
            or tokens[mention.last].low not in links
        ):
            return mention
        for at in range(mention.last + 1, min(mention.last + 9, len(tokens))):
            token = tokens[at]
            if token.kind == "aside":
                inner = token.text[1:-1].strip()
                if not (2 <= len(inner) <= 8 and inner.isupper() and inner.isalpha()):
                    return mention
                longer = source[tokens[mention.last].start : tokens[at - 1].end]
                return replace(
                    mention,
                    last=at,
                    text=f"{mention.text} {longer}",
                    name=f"{mention.name} {longer}" if mention.name else None,
                    noun=f"{mention.noun} {longer}" if mention.noun else None,
                )
            if token.kind != "word" or self._verbal(tokens, at) or token.low in self.words.clause_breaks:
                return mention
        return mention

    def _spelled_out(self, tokens: Sequence[Token], mention: Mention, source: str) -> Mention:
        """Take the rest of *Les Chemins | de fer bretons (CFB)*: the letters tell how far the name goes."""
        at = mention.last
        while at < len(tokens) and at - mention.last < 7 and tokens[at].kind == "word":
            at += 1
        if at == mention.last or at >= len(tokens) or tokens[at].kind != "aside":
            return mention
        words_here = [t.text for t in tokens[mention.last - 1 : at] if len(t.text) > 2]
        if "".join(word[0] for word in words_here).upper() != tokens[at].text[1:-1]:
            return mention
        name = source[tokens[mention.last - 1].start : tokens[at - 1].end]
        text = worded(tokens, mention.first, at, source)
        return replace(mention, last=at, sort="institution", name=name, text=text)

    def _with_alias(self, tokens: Sequence[Token], mention: Mention) -> Mention:
        """Add the short name in parentheses: *Fédération … (FIDH)*."""
        at = mention.last
        at += at < len(tokens) and tokens[at].low in {"'s", "’s"}
        if at < len(tokens) and tokens[at].kind == "aside":
            inner = tokens[at].text[1:-1].strip()
            if 2 <= len(inner) <= 10 and inner.replace("-", "").isalpha() and inner[:2].isupper():
                return replace(mention, alias=None if _is_inners(inner, mention) else inner)
        return mention


def _is_inners(alias: str, mention: Mention) -> bool:
    """Say whether an acronym is that of the last words only: *le bureau des comètes de l’Agence spatiale*.

    Its letters may stand in the order of another language (*LSA*).
    """
    words_here = (mention.noun or mention.name or "").replace("’", " ").replace("'", " ").split()
    letters = [word[0].upper() for word in words_here if len(word) > 3]
    inner = letters[-len(alias) :]
    return len(letters) > len(alias) and sorted(inner) == sorted(alias.upper()) != sorted(
        letters[: len(alias)]
    )
