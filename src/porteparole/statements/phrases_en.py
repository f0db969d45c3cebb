"""English noun phrases: *the company’s chief executive, Jane Doe*."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from porteparole.statements.appositions import Appositions
from porteparole.statements.mention import Mention, Sort, worded
from porteparole.statements.tokens import Token
from porteparole.statements.words import key_of
from porteparole.statements.wordsense import determined_gender

# English bodies that need no article.
_BARE = frozenset("police parliament congress prosecution management media staff".split())


class EnglishPhrases(Appositions):
    """Reads noun phrases of English, and what both languages share of them."""

    def _noun(
        self,
        tokens: Sequence[Token],
        start: int,
        noun_at: int,
        head_at: int,
        end: int,
        source: str,
        sort: Sort,
        definite: bool,
    ) -> Mention:
        head = tokens[head_at].low
        plural = (
            head != self._singular(head)
            or head in self.words.collective
            or tokens[start].low in {"les", "des", "plusieurs", "quelques", "ces"}
        )
        gender = self._gender(self._singular(head)) or determined_gender(tokens[start].low)
        return Mention(
            start,
            end,
            sort,
            worded(tokens, start, end, source),
            head=self._singular(head),
            noun=source[tokens[noun_at].start : tokens[end - 1].end],
            gender=gender,
            plural=plural,
            definite=definite,
        )

    def _english_phrase(
        self,
        tokens: Sequence[Token],
        start: int,
        noun_at: int,
        head_at: int,
        source: str,
        definite: bool,
        determined: bool,
    ) -> Mention | None:
        """Read *the company’s chief executive, Jane Doe*, *a spokesman for the ministry*, *officials*."""
        position = noun_at
        head_index: int | None = None
        while (
            position < len(tokens) and tokens[position].kind in {"word", "number"} and position - noun_at < 9
        ):
            low = tokens[position].low
            single = self._singular(low)
            if low in {"'s", "’s", "'", "’"}:
                head_index = None
                position += 1
                continue
            closed = low in self._closed and not self._acronym(tokens[position])
            if closed and low not in self.words.former and not self._people(single):
                break
            if low in self.words.titles and self._capital_at(tokens, position + 1):
                shows = head_index is None and tokens[position - 1].low.endswith("s")
                position -= shows and position - 1 > noun_at
                break  # “The poster | shows Mr Hill hypnotising people”
            document = head_index is not None and tokens[head_index].low in self.words.documents
            if (
                document
                and low in {"states", "reports", "forecasts", "estimates"}
                and self._verbal(tokens, position)
            ):
                break  # “the lawsuit states”
            if (
                head_index is not None
                and self._verbal(tokens, position)
                and not self._noun_like(tokens, position)
                and not (determined and self._document_noun(tokens, position))
            ):
                break
            if (
                head_index is not None
                and tokens[position].capital
                and self._people(self._singular(tokens[head_index].low))
            ):
                break
            if (
                self._people(single)
                or single in self.words.institutions
                or single in self.words.documents
                or low in self.words.collective
            ):
                head_index = position
            elif (
                head_index is None
                and self._verbal(tokens, position)
                and position > noun_at
                and not tokens[position].capital
            ) or (
                head_index is not None
                and not tokens[position].capital
                and not self._noun_like(tokens, position)
                and head_index != position
            ):
                break
            position += 1
        named = (
            head_index is not None
            and self._people(self._singular(tokens[head_index].low))
            and (
                self._capital_at(tokens, head_index + 1)
                and all(self._noun_like(tokens, i) for i in range(noun_at, head_index))
            )
        )
        if (
            not determined
            and head_index != noun_at
            and not named
            and not (tokens[noun_at].capital or tokens[noun_at].low in self.words.former)
            and not self._bare_document(tokens, noun_at, head_index)
        ):
            return None
        if head_index is None:
            if not determined or position == noun_at:
                return None
            code = self.places.names.get(key_of(source[tokens[noun_at].start : tokens[position - 1].end]))
            if code is not None:
                return Mention(
                    start,
                    position,
                    "place",
                    worded(tokens, start, position, source),
                    name=source[tokens[noun_at].start : tokens[position - 1].end],
                    code=code,
                )
            if all(token.capital for token in tokens[noun_at:position]):
                name = source[tokens[noun_at].start : tokens[position - 1].end]
                return Mention(
                    start, position, "institution", worded(tokens, start, position, source), name=name
                )
            return self._noun(tokens, start, noun_at, position - 1, position, source, "other", definite)
        head = self._singular(tokens[head_index].low)
        end = head_index + 1
        person = self._people(head)
        if (
            not person
            and head in self.words.institutions
            and not determined
            and (not tokens[noun_at].capital and head == tokens[head_index].low and head not in _BARE)
        ):
            return None
        organisation = self._capital_at(tokens, end) and self._organisation(
            [token.low for token in tokens[end : self._name_end(tokens, end)]]
        )
        if person and organisation and tokens[head_index].capital:
            return None  # “General Motors”
        if person and self._capital_at(tokens, end) and head == tokens[head_index].low:
            mention = self._noun(
                tokens, start, noun_at, head_index, head_index + 1, source, "person", definite
            )
            return self._named_role(tokens, mention, end, source)
        if person and self._capital_at(tokens, end) and self._firm_end(tokens, end):
            mention = self._noun(tokens, start, noun_at, head_index, end, source, "institution", definite)
            last = self._firm_end(tokens, end)
            name = source[tokens[end].start : tokens[last - 1].end]
            return replace(mention, last=last, name=name, text=worded(tokens, start, last, source))
        end = self._english_complements(tokens, end)
        sort: Sort = "role" if person else "institution" if head in self.words.institutions else "document"
        if head not in self.words.institutions and not person and head not in self.words.documents:
            sort = "role"
        mention = self._noun(tokens, start, noun_at, head_index, end, source, sort, definite)
        if sort == "role" and not mention.plural and self._begins_name(tokens, end):
            return self._named_role(tokens, mention, end, source)
        opens = tokens[noun_at].capital and (noun_at == 0 or tokens[noun_at - 1].kind == "mark")
        beside = opens and end < len(tokens) and tokens[end].low == "," and self._full_name(tokens, end + 1)
        if not determined and sort == "role" and not mention.plural and not beside:
            return None
        if sort == "role" and not mention.plural and end < len(tokens) and tokens[end].low == ",":
            found = self._apposed_name(tokens, end + 1, source)
            if found is not None:
                first = found[0] + (1 if tokens[found[0]].low in self.words.titles else 0)
                name = source[tokens[first].start : tokens[found[1] - 1].end]
                given = self._given.get(key_of(tokens[first].text))
                gender = mention.gender or ("m" if given == "m" else "f" if given == "f" else None)
                return replace(
                    mention,
                    last=found[1],
                    sort="person",
                    name=name,
                    gender=gender,
                    text=worded(tokens, start, found[1], source),
                )
        if sort == "institution" and definite and not mention.plural and end + 1 < len(tokens):
            last = self._name_end(tokens, end + 1) if tokens[end].low == "," else 0
            closed = last < len(tokens) and last == end + 2 and tokens[last].low == ","
            given = closed and key_of(tokens[end + 1].text) in self._given
            if closed and tokens[end + 1].capital and not given and self._place(tokens, end + 1) is None:
                name = tokens[end + 1].text  # “The company, Glaxo, …”
                return replace(mention, last=last, name=name, text=worded(tokens, start, last, source))
        if sort == "institution":
            demonym = next(
                (
                    self.places.demonyms[key_of(token.text)]
                    for token in tokens[noun_at:end]
                    if key_of(token.text) in self.places.demonyms
                ),
                None,
            )
            if head in {"government", "administration", "executive"}:
                mention = replace(mention, code=demonym)
        return mention

    def _named_role(self, tokens: Sequence[Token], role: Mention, at: int, source: str) -> Mention:
        """Add the name that begins at ``at`` to a role: *deputy minister for women | Ann Lee*."""
        titled = tokens[at].low in self.words.titles and self._capital_at(tokens, at + 1)
        last = self._name_end(tokens, at + titled)
        title = tokens[at].low if titled else ""
        given = self._given.get(key_of(tokens[at + titled].text))
        shown = "m" if title in self.words.titles_m else "f" if title in self.words.titles_f else given
        return replace(
            role,
            last=last,
            sort="person",
            name=source[tokens[at + titled].start : tokens[last - 1].end],
            gender=role.gender or ("m" if shown == "m" else "f" if shown == "f" else None),
            text=worded(tokens, role.first, last, source),
        )

    def _firm_end(self, tokens: Sequence[Token], index: int) -> int:
        """Return where the firm’s name ends in *analysts Jupiter Research*, 0 where people are named."""
        end = self._name_end(tokens, index)
        after = tokens[end].low if end < len(tokens) else ""
        given = key_of(tokens[index].text) in self._given
        return 0 if given or end - index < 2 or after in {"and", ",", "'s", "’s"} else end

    def _document_noun(self, tokens: Sequence[Token], index: int) -> bool:
        """Tell *its monthly report.* from *police report that …*."""
        closed = index + 1 >= len(tokens) or tokens[index + 1].kind != "word"
        return closed and self._singular(tokens[index].low) in self.words.documents

    def _bare_document(self, tokens: Sequence[Token], index: int, head_index: int | None) -> bool:
        """Say whether *official figures*, *new research* begins at ``index``."""
        if head_index is None or (index and tokens[index - 1].kind != "mark"):
            return False
        low = tokens[head_index].low
        return self._singular(low) in self.words.documents and (
            low.endswith("s") or low in {"data", "research"}
        )
