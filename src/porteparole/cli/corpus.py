"""``porteparole corpus``: what the articles became, and what was left out and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any

import typer

from porteparole.cli.harmless import harmless
from porteparole.cli.options import Json, Seeds
from porteparole.cli.refused import reason, say_refused
from porteparole.cli.render import described, print_line
from porteparole.cli.terminal import Terminal, terminal
from porteparole.corpus.article import Article, Corpus, LeftOut, Paragraph
from porteparole.notice import PorteParoleError

corpus = typer.Typer(no_args_is_help=True, rich_markup_mode=None)


@corpus.callback()
def _corpus() -> None:  # pyright: ignore[reportUnusedFunction]
    # Without it Typer would make `show` the whole of `corpus`.
    pass


@corpus.command("show")
def show(
    context: typer.Context,
    article: Annotated[str | None, typer.Argument(metavar="[ARTICLE]", show_default=False)] = None,
    as_json: Json = False,
    seeds: Seeds = None,
) -> None:
    """Write the numbered paragraphs of one article, or of all, and what was not taken."""
    from porteparole.corpus.loader import load_corpus

    face = terminal(context)
    settings = face.settings(seeds_dir=seeds or None)
    with face.progress() as progress:
        loaded = load_corpus(
            settings.seeds_dir,
            translations=settings.corpus.translations,
            max_bytes=settings.corpus.max_file_mb * 1_000_000,
            progress=progress,
        )
    chosen = _chosen(loaded, article)
    if as_json:
        face.write_json(_as_json(face, chosen, loaded, whole=article is None))
        return
    for one in chosen:
        _show(face, one)
    if article is None:
        say_refused(face, "cli-corpus-refused", loaded.refused)
        say_refused(face, "cli-corpus-mended", loaded.mended)


def _chosen(loaded: Corpus, wanted: str | None) -> tuple[Article, ...]:
    if wanted is None:
        return loaded.articles
    found = tuple(article for article in loaded.articles if wanted in {article.id, article.source})
    if found:
        return found
    from rapidfuzz import process

    near = process.extract(wanted, [article.id for article in loaded.articles], limit=3)
    names = ", ".join(name for name, _, _ in near)
    raise PorteParoleError("cli-corpus-no-article", name=harmless(wanted), nearest=names or "none")


def _show(face: Terminal, article: Article) -> None:
    show = partial(print_line, face.out)
    show(described(article, face.texts, face.language), "bold")
    head = [article.id, article.source, article.language, article.url]
    show(harmless(" · ".join(part for part in head if part)), "dim")
    if article.inferred:
        fields = ", ".join(face.words("cli-corpus-field", field=name) for name in sorted(article.inferred))
        show(face.words("cli-corpus-inferred", fields=fields), "dim")
    for paragraph in article.paragraphs:
        show(f"\n¶\u00a0{paragraph.number} {face.words('cli-corpus-line', line=paragraph.line)}", "cyan")
        show(harmless(paragraph.text))
        if paragraph.translation is not None:
            show(face.words("cli-translated"), "yellow")
            show(harmless(paragraph.translation), "italic")
    if article.left_out:
        show(f"\n{face.words('cli-corpus-left-out')}", "yellow")
    for left in article.left_out:
        show(f"{face.words('cli-corpus-line', line=left.line)} {harmless(left.text)}", indent=2)
        show(f"→ {reason(face, left)}", indent=4)
    show("")


def _as_json(face: Terminal, chosen: Sequence[Article], loaded: Corpus, *, whole: bool) -> dict[str, Any]:
    told: dict[str, Any] = {
        "articles": [_article_json(article, lambda o: reason(face, o)) for article in chosen]
    }
    if whole:
        for name, files in (("refused", loaded.refused), ("mended", loaded.mended)):
            told[name] = [
                {"source": file.source, "line": file.line, "reason": reason(face, file)} for file in files
            ]
    return told


def _article_json(article: Article, reason: Callable[[LeftOut], str]) -> dict[str, Any]:
    return {
        "id": article.id,
        "title": article.title,
        "language": article.language,
        "source": article.source,
        "publisher": article.publisher,
        "published": article.published,
        "url": article.url,
        "inferred": sorted(article.inferred),
        "paragraphs": [_paragraph_json(paragraph) for paragraph in article.paragraphs],
        "left_out": [
            {"line": left.line, "text": left.text, "reason": reason(left)} for left in article.left_out
        ],
    }


def _paragraph_json(paragraph: Paragraph) -> dict[str, Any]:
    return {
        "number": paragraph.number,
        "id": paragraph.id,
        "line": paragraph.line,
        "text": paragraph.text,
        "translation": paragraph.translation,
    }
