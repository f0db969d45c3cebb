"""Who speaks anywhere in the corpus, each once, and how a name that somebody types finds them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property

from porteparole.language import LANGUAGES
from porteparole.lookup.names import Key, is_place, name_key, nearest, slips
from porteparole.notice import PorteParoleError
from porteparole.statements.statement import Statement
from porteparole.statements.words import given_names
from porteparole.statements.words import words as listed_words
from porteparole.text.terms import fold, words

_MOST_SHOWN = 60


@dataclass(frozen=True, slots=True)
class CorpusSpeaker:
    """Somebody who speaks in the corpus.

    Attributes:
        name: the fullest of the names that the articles call them by.
        role: the function that the articles name most often.
        forms: the canonical names of the articles that stand for this speaker.
        articles: ids of the articles they speak in, in the order of the corpus.
        statements: how many statements they make.
    """

    name: str
    role: str | None
    forms: frozenset[str]
    articles: tuple[str, ...]
    statements: int


@dataclass
class _Gathered:
    names: Counter[str] = field(default_factory=Counter[str])
    roles: Counter[str] = field(default_factory=Counter[str])
    articles: dict[str, None] = field(default_factory=dict[str, None])


class Speakers:
    """The speakers of one generation; may be used from any thread.

    Args:
        statements: every statement of the corpus with the id of its article, in order.
    """

    def __init__(self, statements: Iterable[tuple[str, Statement]]) -> None:
        self.listed = tuple(_merged(statements))
        self._keys = [
            (speaker, [name_key(form) for form in sorted(speaker.forms)]) for speaker in self.listed
        ]

    def find(self, text: str) -> tuple[CorpusSpeaker, ...]:
        """Return the speakers that ``text`` may mean, those with most statements first.

        A name is looked for as it is, then by its parts (*Guo*), with slips, and as a role
        (*vice-président américain*).

        Raises:
            PorteParoleError: nobody of that name speaks; the nearest names are suggested.
        """
        asked = name_key(text)
        exact = [s for s, keys in self._keys if asked in keys] if asked else []
        if exact and is_place(asked):
            return tuple(exact)
        parts = [s for s, keys in self._keys if asked and any(asked <= key for key in keys)]
        # *Obama* is meant for the person, not for whoever works for them.
        parts = [s for s in parts if is_personal(s.name)] or parts
        found = exact if exact and len(asked) > 1 else parts
        found = found or self._misspelt(asked) or self._by_role(asked)
        if found:
            return tuple(found)
        near = nearest(text, [speaker.name for speaker in self.listed])
        raise PorteParoleError(
            "lookup-no-speaker", name=" ".join(text.split())[:_MOST_SHOWN], nearest=", ".join(near) or "none"
        )

    def like(self, text: str, limit: int) -> tuple[CorpusSpeaker, ...]:
        """Return the speakers whom somebody who has typed ``text`` so far may mean, best first."""
        begun = [word.folded for word in words(text)]
        fitting = [
            speaker
            for speaker in self.listed
            if all(any(part.startswith(word) for part in self._parts[speaker.name]) for word in begun)
        ]
        if len(fitting) < limit and begun:
            near = nearest(text, [speaker.name for speaker in self.listed], limit)
            by_name = {speaker.name: speaker for speaker in self.listed}
            fitting += [by_name[name] for name in near if by_name[name] not in fitting]
        return tuple(fitting[:limit])

    @cached_property
    def _parts(self) -> dict[str, list[str]]:
        return {
            speaker.name: [word.folded for form in speaker.forms for word in words(form)]
            for speaker in self.listed
        }

    def _misspelt(self, asked: Key) -> list[CorpusSpeaker]:
        wrong = [
            (least, speaker)
            for speaker, keys in self._keys
            if (least := min((n for key in keys if (n := slips(asked, key)) is not None), default=None))
            is not None
        ]
        fewest = min((n for n, _ in wrong), default=0)
        return [speaker for n, speaker in wrong if n == fewest] if asked else []

    def _by_role(self, asked: Key) -> list[CorpusSpeaker]:
        return [s for s in self.listed if asked and s.role and asked <= name_key(s.role)]


def _merged(statements: Iterable[tuple[str, Statement]]) -> list[CorpusSpeaker]:
    gathered: defaultdict[Key, _Gathered] = defaultdict(_Gathered)
    for article_id, statement in statements:
        if statement.speaker is None:
            continue
        one = gathered[name_key(statement.speaker)]
        one.names[statement.speaker] += 1
        one.articles[article_id] = None
        if statement.role:
            one.roles[statement.role] += 1
    for key, full in _surnames(gathered):
        short, one = gathered.pop(key), gathered[full]
        one.names += short.names
        one.roles += short.roles
        one.articles |= short.articles
    speakers = [
        CorpusSpeaker(
            name=max(one.names, key=lambda name: (len(name_key(name)), one.names[name], name)),
            role=one.roles.most_common(1)[0][0] if one.roles else None,
            forms=frozenset(one.names),
            articles=tuple(one.articles),
            statements=one.names.total(),
        )
        for one in gathered.values()
    ]
    return sorted(speakers, key=lambda speaker: (-speaker.statements, speaker.name))


def _surnames(gathered: dict[Key, _Gathered]) -> Sequence[tuple[Key, Key]]:
    """Return the keys of bare surnames (*Guo*) with that of the only full name that they can stand for."""
    holders: defaultdict[str, list[Key]] = defaultdict(list)
    for key in gathered:
        if len(key) > 1 and not is_place(key):
            for part in key:
                holders[part].append(key)
    found: list[tuple[Key, Key]] = []
    for key, one in gathered.items():
        (part, *others) = key or ("",)
        if others or not all(map(is_personal, one.names)) or is_place(key):
            continue
        fuller = [full for full in holders[part] if all(map(is_personal, gathered[full].names))]
        if len(fuller) == 1:
            found.append((key, fuller[0]))
    return found


def is_personal(name: str) -> bool:
    """Say whether a name looks like a person's: capitals throughout, and no noun such as *Police*."""
    parts = name.split()
    return all(part[:1].isupper() for part in parts) and not any(fold(p) in _common_nouns() for p in parts)


@cache
def _common_nouns() -> frozenset[str]:
    """Return the nouns that stand for whoever speaks (*police*, *ministre*): they are nobody's surname."""
    both = (listed_words(language) for language in LANGUAGES)
    classes = ((w.people, w.institutions, w.collective, w.documents, w.sources, w.no_speakers) for w in both)
    nouns = frozenset(fold(noun) for some in classes for listed in some for noun in listed)
    return nouns - given_names().keys()  # Marine, Pierre
