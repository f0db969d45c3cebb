"""What changed from one corpus to the next."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from porteparole.corpus.article import Article, Corpus, Paragraph
from porteparole.library.report import ArticleName, Changes, Place

_LINE = re.compile(r":\d+$")
_BEGINNING = 80


@dataclass(frozen=True, slots=True)
class Difference:
    """What changed; ``leaving`` are ids of paragraphs that the new corpus has no more, by article."""

    articles: Changes[ArticleName]
    paragraphs: Changes[Place]
    leaving: dict[str, list[str]]


def compare(before: Corpus, after: Corpus) -> Difference:
    """Compare two corpora, article by article.

    An article is changed when its text, a translation, what is known of it or its file is another; where in
    the file it stands does not matter. In an article that both have, paragraphs are aligned in order: one
    that stands in the place of another counts as changed.
    """
    old = {article.id: article for article in before.articles}
    new = {article.id: article for article in after.articles}
    changed = [(old[a.id], a) for a in after.articles if a.id in old and _differ(old[a.id], a)]
    added, removed = (
        [a for a in after.articles if a.id not in old],
        [b for b in before.articles if b.id not in new],
    )
    places: dict[str, list[Place]] = {"added": [], "changed": [], "removed": []}
    for article in added:
        places["added"].extend(map(_place, article.paragraphs))
    for article in removed:
        places["removed"].extend(map(_place, article.paragraphs))
    for first, second in changed:
        for kind, paragraph in _aligned(first, second):
            places[kind].append(_place(paragraph))
    still = {paragraph.id for paragraph in after.paragraphs}
    leaving = {
        article.id: gone
        for article in (*removed, *(first for first, _ in changed))
        if (gone := [p.id for p in article.paragraphs if p.id not in still])
    }
    return Difference(
        Changes(_names(added), _names([second for _, second in changed]), _names(removed)),
        Changes(tuple(places["added"]), tuple(places["changed"]), tuple(places["removed"])),
        leaving,
    )


def _differ(first: Article, second: Article) -> bool:
    moved = _LINE.sub("", first.source) != _LINE.sub("", second.source)
    return moved or not first.says_the_same(second)


def _aligned(first: Article, second: Article) -> Iterator[tuple[str, Paragraph]]:
    before = [(p.text, p.translation) for p in first.paragraphs]
    after = [(p.text, p.translation) for p in second.paragraphs]
    for kind, a, b, c, d in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            continue
        both = min(b - a, d - c)
        for paragraph in second.paragraphs[c : c + both]:
            yield "changed", paragraph
        for paragraph in second.paragraphs[c + both : d]:
            yield "added", paragraph
        for paragraph in first.paragraphs[a + both : b]:
            yield "removed", paragraph


def _names(articles: list[Article]) -> tuple[ArticleName, ...]:
    return tuple(ArticleName(article.id, article.title) for article in articles)


def _place(paragraph: Paragraph) -> Place:
    text = " ".join(paragraph.text.split())
    beginning = text if len(text) <= _BEGINNING else text[: _BEGINNING - 1].rstrip() + "…"
    return Place(paragraph.article_id, paragraph.number, beginning)
