"""From the draft of an article to the article: boilerplate out, paragraphs numbered, language and title."""

from __future__ import annotations

import hashlib
import re
import unicodedata

from porteparole.corpus.article import Article, LeftOut, Paragraph, RefusedFile, content_id
from porteparole.corpus.boilerplate.judge import left_out_reasons
from porteparole.corpus.decode import clean
from porteparole.corpus.draft import Block, Draft, RefusedError, Remark
from porteparole.corpus.metadata import FIELDS
from porteparole.language import is_language
from porteparole.notice import Notice
from porteparole.text.langid import detect

_LONGEST_ID = 100
_LONGEST_TITLE = 80

_QUOTED = re.compile(r"«[^»]*»|“[^”]*”|\"[^\"]*\"")


def slug(name: str) -> str:
    """Return a stable id of ASCII letters, digits, ``.``, ``_`` and ``-``, at most 100 characters long."""
    plain = unicodedata.normalize("NFKD", name)
    text = re.sub(r"[^A-Za-z0-9._-]+", "-", plain.encode("ascii", "ignore").decode("ascii")).strip("-.")
    # Letters that ASCII has no likeness of are lost: two such names must not become one.
    complete = all(character.isascii() or not character.isalnum() for character in plain)
    if complete and len(text) <= _LONGEST_ID and re.search(r"[A-Za-z0-9]", text):
        return text
    digest = hashlib.sha256(name.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{text[: _LONGEST_ID - 9] or 'article'}-{digest}"


def report(source: str, remark: Remark) -> RefusedFile:
    """Return a remark on ``source``; the sentence does not repeat the names of file and line beside it."""
    return RefusedFile(source, remark.line, Notice(remark.key, remark.values))


def divided(draft: Draft) -> tuple[list[Block], list[LeftOut]]:
    """Divide the blocks of a draft into paragraphs and what is left out, both in the order of the source."""
    texts = [Block(clean(block.text)[0].strip(), block.line, block.kind) for block in draft.blocks]
    texts = [block for block in texts if block.text]
    reasons = iter(left_out_reasons([block.text for block in texts if block.kind == "text"]))
    paragraphs: list[Block] = []
    left_out: list[LeftOut] = []
    for block in texts:
        reason = next(reasons) if block.kind == "text" else block.kind
        if reason is None:
            paragraphs.append(block)
        else:
            left_out.append(LeftOut(block.line, block.text, Notice(f"corpus-left-out-{reason}")))
    return paragraphs, left_out


def assemble(draft: Draft, article_id: str, source: str) -> Article:
    """Return the article of a draft; its paragraphs' ids are not yet unique in a corpus.

    Raises:
        RefusedError: nothing but boilerplate is in it.
    """
    blocks, left_out = divided(draft)
    if not blocks:
        raise RefusedError("corpus-refused-nothing-left")
    fields, inferred = draft.fields, set(draft.fields.inferred)
    title = fields.title
    if title is None:
        title = beginning(blocks[0].text)
        inferred.add("title")
    language = fields.language
    if language is None or not is_language(language):
        text = "\n".join(block.text for block in blocks[:8])
        # What an article quotes may be in the other language; one in neither comes out as French.
        language = detect(_QUOTED.sub(" ", text)) or detect(text) or "fr"
        inferred.add("language")
    known = {name for name in FIELDS if getattr(fields, name) is not None} | {"title", "language"}
    return Article(
        id=article_id,
        title=title,
        language=language,
        paragraphs=tuple(
            Paragraph(content_id(block.text), article_id, number, block.text, block.line)
            for number, block in enumerate(blocks, start=1)
        ),
        source=source,
        publisher=fields.publisher,
        published=fields.published,
        url=fields.url,
        inferred=frozenset(inferred & known),
        left_out=tuple(left_out),
    )


def beginning(text: str) -> str:
    """Return how a text begins, which stands for the title of an article that states none."""
    text = " ".join(text.split())
    if len(text) <= _LONGEST_TITLE:
        return text
    return f"{text[: _LONGEST_TITLE - 1].rsplit(' ', 1)[0].rstrip(' ,;:«–-')}…"
