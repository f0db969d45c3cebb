"""A proved wording as an answer: sentences with their citations, and what is said below."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from porteparole.answering.answer import Answer, Citation, Sentence
from porteparole.answering.evidence import reports_others
from porteparole.answering.generative.work import Judged, Wording
from porteparole.answering.proof import Flaw
from porteparole.answering.writer import Draft
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.statements.reader import speaker_of
from porteparole.statements.statement import Statement
from porteparole.texts import Texts


def answer_of(
    wording: Wording,
    language: Language,
    texts: Texts,
    statements: Callable[[str], Sequence[Statement]],
    notes: Sequence[Notice],
    generation: str,
    most: int,
) -> Answer:
    """Return the answer that a wording with sentences makes.

    What a source reports as somebody's words and the model wrote without saying so gets their name.

    Args:
        wording: with at least one sentence.
        language: of its sentences.
        texts: the frame of what is attributed.
        statements: article id to its statements.
        notes: what else is said below the answer.
        generation: id of the indexed state of the corpus.
        most: sentences of an answer.
    """
    kept = wording.sentences[:most]
    cited = [_citation(sentence, statements) for sentence in kept]
    places = list(dict.fromkeys((c.paragraph.id, c.start, c.end) for c in cited))
    numbers = [places.index((c.paragraph.id, c.start, c.end)) + 1 for c in cited]
    first = dict(reversed(list(zip(numbers, cited, strict=True))))
    said = [*notes, Notice("writer-note-model")]
    if wording.dropped:
        said.append(Notice("answer-note-dropped", {"count": len(wording.dropped)}))
    return Answer(
        language,
        "answered",
        tuple(
            Sentence(attributed(s, language, texts), (number,))
            for s, number in zip(kept, numbers, strict=True)
        ),
        tuple(first[number] for number in sorted(first)),
        notes=tuple(said),
        generation=generation,
    )


def rejected_of(dropped: Sequence[Judged]) -> tuple[tuple[Draft, Flaw], ...]:
    """Return what was dropped in the terms in which every answer is explained."""
    listed: list[tuple[Draft, Flaw]] = []
    for item in dropped:
        article, paragraph = item.source.article, item.source.paragraph
        whole = Citation(article, paragraph, 0, len(paragraph.text))
        reason = item.verdict.reason or "empty"
        listed.append((Draft(item.text, whole, ""), "no-source" if reason == "empty" else reason))
    return tuple(listed)


def _citation(sentence: Judged, statements: Callable[[str], Sequence[Statement]]) -> Citation:
    assert sentence.verdict.source
    source, start, end = sentence.verdict.source
    own = [s for s in statements(source.article.id) if s.paragraph_id == source.paragraph.id]
    statement = speaker_of(tuple(own), source.paragraph, start, end)
    # A sentence that reports several people is nobody's words.
    is_ones = statement is not None and not reports_others(own, statement, start, end)
    speaker = statement.speaker if statement and is_ones else None
    return Citation(source.article, source.paragraph, start, end, speaker)


def attributed(sentence: Judged, language: Language, texts: Texts) -> str:
    """Return a sentence as it is shown: with the name of the one whose words it reports without saying so."""
    statement = sentence.verdict.attribution
    if statement is None or not statement.speaker:
        return sentence.text
    return texts(language, "writer-according", {"speaker": statement.speaker, "sentence": sentence.text})
