"""Nothing is shown that does not hold: each drafted sentence is checked against the stored paragraph."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Literal

from porteparole.answering.answer import Citation
from porteparole.answering.writer import Draft
from porteparole.language import LANGUAGES, Language, other_language
from porteparole.statements.statement import Statement
from porteparole.text.folding import fold_typography
from porteparole.text.quotations import outermost, quotations, without_marks
from porteparole.text.sentences import behind_dash, sentences
from porteparole.texts import Texts

Flaw = Literal[
    "no-source", "part", "words", "frame", "quotation", "speaker",
    "figure", "name", "negation", "stronger", "unsupported", "meaning", "leaning", "echo", "language",
]  # fmt: skip
"""Why a sentence is not proved: no text to hold it against, a span that is no whole, other words than the
paragraph's, more than a frame beside them, a quotation that is not in it, or somebody else's words; of a
language model's sentences also every :data:`porteparole.answering.support.claim.Reason`."""


def flaw(draft: Draft, statements: Sequence[Statement], frames: Container[str]) -> Flaw | None:
    """Return why a drafted sentence is not proved by its citation, None where it is.

    - What it extracts is letter-exact (typography folded, nothing fuzzy) in the cited paragraph, or in its
      translation when it says so, and whole: sentences or a quotation, since a part can turn the sense.
    - What it shows beside the extract is its frame, the speaker, and a name in brackets: nothing else.
    - Every quotation it shows is letter-exact in the paragraph itself.
    - The speaker it names is the speaker of a statement in the cited span.

    Args:
        draft: the sentence.
        statements: those of the cited article.
        frames: the letters of every frame that a writer may use (see :func:`frame_letters`).
    """
    citation = draft.citation
    paragraph = citation.paragraph
    source = paragraph.translation if draft.translated else paragraph.text
    if source is None:
        return "no-source"
    if not _is_whole(citation):
        return "part"
    if draft.translated:
        language = other_language(citation.article.language)
        if not _of_whole_sentences(draft.extract, source, language):
            return "words"
    elif draft.extract != citation.quote:
        return "words"
    shown = draft.text
    if draft.added:
        shown = shown.replace(f" [{draft.added}]", "", 1).replace(f"[{draft.added}] ", "", 1)
    extract = without_marks(draft.extract) if draft.translated else draft.extract
    before, found, after = _folded(shown).partition(_folded(extract))
    if not found:
        return "words"
    beside = f"{before} {after}"
    for statement in statements:
        if statement.speaker == draft.speaker and draft.speaker:
            introduced = ", ".join(filter(None, (statement.speaker, statement.role)))
            beside = beside.replace(_folded(introduced), "", 1)
    if _letters(beside.replace(_folded(draft.speaker or ""), "", 1)) not in frames:
        return "frame"
    folded = _folded(paragraph.text)
    if any(_folded(shown[mark.inner_start : mark.inner_end]) not in folded for mark in outermost(shown)):
        return "quotation"
    said = draft.speaker is None or any(
        statement.speaker == draft.speaker
        and statement.paragraph_id == paragraph.id
        and statement.start < citation.end
        and citation.start < statement.end
        for statement in statements
    )
    return None if said else "speaker"


def frame_letters(texts: Texts, keys: Iterable[str]) -> frozenset[str]:
    """Return the letters of each frame in both languages, its places left empty."""
    empty = {"speaker": "", "quote": ""}
    framed = {_letters(texts(language, key, empty)) for language in LANGUAGES for key in keys}
    return frozenset(framed | {""})


def _is_whole(citation: Citation) -> bool:
    text, span = citation.paragraph.text, (citation.start, citation.end)
    language = citation.article.language
    return (
        any(span == (mark.inner_start, mark.inner_end) for mark in quotations(text))
        or span == (0, len(text))
        or _of_whole_sentences(citation.quote, text, language)
    )


def _of_whole_sentences(extract: str, source: str, language: Language) -> bool:
    spans = [*sentences(source, language), *sentences(source, language, whole_quotations=True)]
    return any(
        source[start:end] == extract
        for start in {behind for start, _ in spans for behind in (start, behind_dash(source, start))}
        for end in {end for _, end in spans}
        if start < end
    )


def _folded(text: str) -> str:
    return fold_typography(text).text.strip()


def _letters(text: str) -> str:
    return "".join(c for c in text if c.isalnum())
