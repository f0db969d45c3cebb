"""English names: how far *of England* reaches, *Prime Minister Jane Doe*, words of the names of firms."""

from __future__ import annotations

from collections.abc import Sequence

from porteparole.statements.lexicon import is_english_past
from porteparole.statements.mention import Mention, worded
from porteparole.statements.naming import Naming
from porteparole.statements.tokens import Token
from porteparole.statements.words import key_of

# Words of the names of firms.
COMPANY_WORDS = frozenset(
    "& plc inc ltd corp sa ag motors lines airlines airways industries holdings partners technologies "
    "records studios pictures entertainment securities research services energy communications "
    "pharmaceuticals networks systems software".split()
)
_ORGANISATION_WORDS = COMPANY_WORDS | frozenset(
    "international europe africa france watch nations unies united reserve fund corp inc ltd sa ag "
    "plc & and amnesty greenpeace human rights street house maison blanche quai orsay le les times "
    "post news motors electric mills dynamics assembly atomics foods hospital election".split()
)


class EnglishNames(Naming):
    """Reads English names."""

    def _english_complements(self, tokens: Sequence[Token], index: int) -> int:
        """Walk over *of England*, *for the Sea*, *at the ministry*, as far as the name of it goes."""
        end = index
        while end < len(tokens) and tokens[end].kind in {"word", "number", "aside"}:
            low = tokens[end].low if end + 1 < len(tokens) else ""
            named = low in {"on", "against"} and self._capital_at(
                tokens, end + 1 + (tokens[end + 1].low == "the")
            )
            if low in {"of", "for", "at", "in", "from", "to"} or (named and tokens[end - 1].capital):
                position = end + 1
                while position < len(tokens) and (
                    tokens[position].low in self.words.determiners
                    or tokens[position].low in self.words.former
                ):
                    position += 1
                if position >= len(tokens) or tokens[position].kind != "word":
                    break
                token = tokens[position]
                closed = token.low in self._closed and not self._acronym(token)
                if closed or token.low in self.words.days | self.words.months:
                    break
                end = position + 1
                while (
                    end < len(tokens)
                    and tokens[end].kind == "word"
                    and not (
                        self._people(tokens[end].low) and self._capital_at(tokens, end + 1) and token.capital
                    )
                    and (
                        tokens[end].capital
                        or (self._noun_like(tokens, end) and not is_english_past(tokens[end].low))
                        or tokens[end].low in {"'s", "’s"}
                    )
                    and tokens[end].low not in self._closed
                    and not (not token.capital and self._begins_name(tokens, end))
                ):
                    end += 1
                if tokens[end - 1].low in {"'s", "’s"} and (end == len(tokens) or tokens[end].low != "of"):
                    return end - 1
                if (
                    end < len(tokens)
                    and tokens[end].low == "and"
                    and end + 1 < len(tokens)
                    and tokens[end + 1].capital
                    and token.capital
                ):
                    end = self._name_end(tokens, end + 1)
                continue
            break
        return end

    def _begins_name(self, tokens: Sequence[Token], index: int) -> bool:
        """Say whether a person’s name begins here: *minister for women | Ann Lee*, *for women | Zy Lee*."""
        plural = tokens[index - 1].low != self._singular(tokens[index - 1].low)
        people = plural and self._people(self._singular(tokens[index - 1].low))
        return self._full_name(tokens, index) or (
            people and self._capital_at(tokens, index) and self._capital_at(tokens, index + 1)
        )

    def _organisation(self, lows: Sequence[str]) -> bool:
        known = self.words.institutions | self.words.institution_names | _ORGANISATION_WORDS
        # « Le Monde », but « Yves Le Goff ».
        return any(
            self._singular(low) in known for at, low in enumerate(lows) if at == 0 or low not in {"le", "les"}
        )

    def _english_prefix(self, tokens: Sequence[Token], start: int, index: int, source: str) -> Mention | None:
        """Read *French Foreign Minister Jean-Noël Barrot*, *Prime Minister Starmer*."""
        position = index
        role_at: int | None = None
        while position < len(tokens) and tokens[position].kind == "word":
            low = self._singular(tokens[position].low)
            if self._people(low):
                role_at = position
            elif tokens[position].low == "and" and self._capital_at(tokens, position + 1):
                pass  # “Economic and Fiscal Policy Minister Ann Lee”
            elif (
                not (tokens[position].capital or low in self.words.former)
                or position - index > 6
                or role_at is not None
            ):
                break
            position += 1
        if role_at is None:
            return None
        name_at = role_at + 1
        noun = source[tokens[index].start : tokens[role_at].end]
        head = self._singular(tokens[role_at].low)
        if self._capital_at(tokens, name_at):
            name_at += tokens[name_at].low in self.words.titles and self._capital_at(tokens, name_at + 1)
            end = self._name_end(tokens, name_at)
            if self._organisation([token.low for token in tokens[name_at:end]]):
                return None  # “General Motors”
            name = source[tokens[name_at].start : tokens[end - 1].end]
            given = self._given.get(key_of(tokens[name_at].text))
            gender = self._gender(head) or ("m" if given == "m" else "f" if given == "f" else None)
            return Mention(
                start,
                end,
                "person",
                worded(tokens, start, end, source),
                name=name,
                head=head,
                noun=noun,
                gender=gender,
            )
        if index == role_at and not tokens[index].capital:
            return None
        return None
