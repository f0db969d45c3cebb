"""What the paragraphs that were found hold of what is asked: the ground on which all is decided."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace

from porteparole.answering.demands import read_demands
from porteparole.answering.matching import Bag, Kinship, coverage
from porteparole.answering.question import Question, Wanted
from porteparole.corpus.article import Article, Paragraph
from porteparole.language import Language, other_language
from porteparole.retrieval.retriever import Candidate
from porteparole.statements.reader import speaker_of
from porteparole.statements.statement import Statement
from porteparole.statements.words import words as listed_words
from porteparole.text.gazetteer import is_date_word, is_number_word
from porteparole.text.quotations import quotations
from porteparole.text.sentences import sentences
from porteparole.text.terms import fold, words

_REASON = re.compile(
    r"\b(?:car|parce qu|puisqu|afin d|pour (?:que|avoir|ne)|en raison|a cause|grace a|suite a|"
    r"apres (?:que|la|le|l)|faute de|because|since|due to|owing to|in order to|so that|as a result|"
    r"following|after|given that)\b"
)
_HOUR = re.compile(
    r"\b\d{1,2}[\s\u00a0]?(?:h\d{0,2}|heures?|[ap]\.?m|:\d\d)\b|\b(?:midi|minuit|noon|midnight)\b",
    re.IGNORECASE,
)
_PLACE = re.compile(r"\b(?:a|au|aux|en|dans|in|at) (?=[A-ZÀ-Ý])")


# Span, text and translation of a sentence.
_Pair = tuple[int, int, str, str | None]


@dataclass(frozen=True)
class SentenceEvidence:
    """One sentence of a candidate, and what it holds of the question.

    Attributes:
        start: offset in the paragraph's text.
        end: offset after its last character.
        text: as the paragraph has it.
        translation: the sentence (or, where sentences do not pair, the paragraph) in the translation.
        statement: the statement that most of it reports; None where it reports none.
        meaning: share of what the question's words tell that it holds, words that mean the like counted as
            well, 0–1 (its speaker's name counts).
        similarity: by how much its cosine to the question (or its translation's) exceeds that of unrelated
            text; None without an embedder.
        others: whether it reports somebody else as well: then it is nobody's as a whole.
        fits: share of the wanted kinds of answer that it has (a figure for
            "how many"), 1 when none is wanted.
        reads: log odds that the answer lies in it, as the reader reads it; None without a reader.
    """

    start: int
    end: int
    text: str
    translation: str | None
    statement: Statement | None
    meaning: float
    similarity: float | None
    fits: float
    others: bool = False
    reads: float | None = None

    @property
    def speaker(self) -> str | None:
        """Who says what the sentence reports."""
        return self.statement.speaker if self.statement else None


@dataclass(frozen=True)
class Evidence:
    """A candidate and its sentences.

    Attributes:
        candidate: the paragraph that was found.
        sentences: in order of the text.
        coverage: share of what the question's words tell that the paragraph holds, 0–1.
        meaning: the same, words that mean the like counted as well.
        known: the parts of names asked about that it holds, or the two paragraphs before it, to which its
            pronouns may point.
        mentioned: the parts of names asked about that its article holds anywhere.
        has: the wanted kinds of answer that any of its sentences has.
        counted: how well it, or the head of its article, holds what the question wants counted, 0–1.
        answers: log odds that it answers, as the reader reads it; None without a reader.
    """

    candidate: Candidate
    sentences: tuple[SentenceEvidence, ...]
    coverage: float
    meaning: float
    known: frozenset[str]
    mentioned: frozenset[str]
    has: frozenset[Wanted]
    counted: float = 1.0
    answers: float | None = None

    @property
    def article(self) -> Article:
        """Its article."""
        return self.candidate.article

    @property
    def paragraph(self) -> Paragraph:
        """Its paragraph."""
        return self.candidate.paragraph


def weigh(
    question: Question,
    candidates: Iterable[Candidate],
    statements: Callable[[str], Sequence[Statement]],
    similarities: Callable[[Sequence[tuple[str, Language]]], Sequence[float | None]],
    kinship: Callable[[Sequence[str], Sequence[str]], Kinship],
    *,
    heads: bool = True,
) -> list[Evidence]:
    """Read each candidate for what it holds of the question, in their order.

    Args:
        question: what is asked.
        candidates: the paragraphs found.
        statements: article id to its statements.
        similarities: texts with their languages to their likeness to the question (None without embedder).
        kinship: folded words and texts to the words of the texts that mean the like.
        heads: whether what the head of an article says counts for its other paragraphs.
    """
    candidates = list(candidates)
    split = {c.paragraph.id: sentence_pairs(c.paragraph, c.article.language) for c in candidates}
    spoken: dict[str, Language] = {}
    for candidate in candidates:
        language = candidate.article.language
        for _, _, source, translation in split[candidate.paragraph.id]:
            spoken[source] = language
            if translation:
                spoken[translation] = other_language(language)
    texts = list(spoken)
    likeness = dict(zip(texts, similarities(list(spoken.items())), strict=True))
    terms = (*question.terms, *question.context)
    kin = kinship([t.folded for t in terms if not t.is_name and not t.folded.isdigit()], texts)
    articles = {c.article.id: c.article for c in candidates}
    known_heads = {i: _head(article) if heads else Bag([]) for i, article in articles.items()}
    return [
        _weigh_one(
            question,
            c,
            split[c.paragraph.id],
            statements(c.article.id),
            likeness,
            kin,
            known_heads[c.article.id],
        )
        for c in candidates
    ]


_HEAD = 2


def _head(article: Article) -> Bag:
    """Return what an article is about, which its later paragraphs take for granted."""
    leading = [t for p in article.paragraphs[:_HEAD] for t in (p.text, p.translation or "")]
    return Bag([article.stated_title, article.published or "", *leading])


def said_by(speakers: Iterable[str], evidence: Iterable[Evidence]) -> list[Evidence]:
    """Return the evidence with only those sentences that report one of ``speakers``; without any, left out.

    Accents and capitals of the names do not matter.
    """
    names = {fold(speaker) for speaker in speakers}
    kept = (
        replace(e, sentences=tuple(s for s in e.sentences if s.speaker and fold(s.speaker) in names))
        for e in evidence
    )
    return [e for e in kept if e.sentences]


def sentence_pairs(paragraph: Paragraph, language: Language) -> list[_Pair]:
    """Return the sentences of a paragraph: span, text, and the translation where there is one.

    Where the sentences of both do not pair, the translation of each is that of the whole paragraph. A
    quotation of several sentences is one.
    """
    spans = sentences(paragraph.text, language, whole_quotations=True)
    translated: list[str | None] = [paragraph.translation] * len(spans)
    if paragraph.translation is not None:
        pieces = sentences(paragraph.translation, other_language(language), whole_quotations=True)
        if len(pieces) == len(spans):
            translated = [paragraph.translation[start:end] for start, end in pieces]
    return [
        (start, end, paragraph.text[start:end], t) for (start, end), t in zip(spans, translated, strict=True)
    ]


def _weigh_one(
    question: Question,
    candidate: Candidate,
    split: Sequence[_Pair],
    statements: Sequence[Statement],
    likeness: dict[str, float | None],
    kinship: Kinship,
    head: Bag,
) -> Evidence:
    paragraph, article = candidate.paragraph, candidate.article
    own = tuple(s for s in statements if s.paragraph_id == paragraph.id)
    speakers = [s.speaker for s in own if s.speaker]
    extra = [*speakers, article.stated_title]
    whole = Bag([paragraph.text, paragraph.translation or "", *extra], reports=bool(own))
    found: list[SentenceEvidence] = []
    for start, end, text, translation in split:
        statement = speaker_of(own, paragraph, start, end)
        said_by = [statement.speaker] if statement and statement.speaker else []
        bag = Bag([text, translation or "", *said_by], reports=statement is not None)
        known = [k for k in (likeness[t] for t in (text, translation) if t) if k is not None]
        found.append(
            SentenceEvidence(
                start=start,
                end=end,
                text=text,
                translation=translation,
                statement=statement,
                meaning=_coverage(question, bag, kinship),
                similarity=max(known, default=None),
                fits=_fits(question, text, statement),
                others=reports_others(own, statement, start, end),
            )
        )
    return Evidence(
        candidate,
        tuple(found),
        _coverage(question, whole),
        _coverage(question, whole, kinship, head),
        _names_in(question, article.paragraphs[max(0, paragraph.number - 3) : paragraph.number], extra),
        _names_in(question, article.paragraphs, extra),
        frozenset(
            kind
            for kind in question.wanted
            if any(_has(kind, sentence.text, sentence.statement, question) for sentence in found)
        ),
        _held_of_counted(question, whole, head, kinship),
    )


def reports_others(own: Sequence[Statement], statement: Statement | None, start: int, end: int) -> bool:
    """Say whether a span reports somebody beside the speaker of ``statement``, not in that one's words."""
    return statement is not None and any(
        other.speaker
        and other.speaker != statement.speaker
        and other.start < end
        and start < other.end
        and not statement.start <= other.start <= other.end <= statement.end
        for other in own
    )


def _held_of_counted(question: Question, whole: Bag, head: Bag, kinship: Kinship) -> float:
    counted = read_demands(question).counted
    if counted is None:
        return 1.0
    return max(bag.nearly_holds(counted, question.language, kinship) for bag in (whole, head))


def _names_in(question: Question, paragraphs: Sequence[Paragraph], extra: Sequence[str]) -> frozenset[str]:
    names = [term for name in question.names for term in name]
    if not names:
        return frozenset()
    texts = [text for p in paragraphs for text in (p.text, p.translation or "")]
    bag = Bag([*texts, *extra])
    return frozenset(t.folded for t in names if bag.holds(t, question.language))


_CONTEXT_SHARE = 0.3


def _coverage(question: Question, bag: Bag, kinship: Kinship | None = None, head: Bag | None = None) -> float:
    own = coverage(question.terms, bag, question.language, kinship, head)
    if not question.context:
        return own
    context = coverage(question.context, bag, question.language, kinship, head)
    share = _CONTEXT_SHARE if question.terms else 1.0
    return (1 - share) * own + share * context


def _fits(question: Question, text: str, statement: Statement | None) -> float:
    wanted = question.wanted
    if not wanted:
        return 1.0
    return sum(_has(kind, text, statement, question) for kind in wanted) / len(wanted)


def _has(kind: Wanted, text: str, statement: Statement | None, question: Question) -> bool:
    found = list(words(text))
    asked = {part for term in question.terms for part in term.folded.split()}
    match kind:
        case "quote":
            return bool(quotations(text))
        case "number":
            return any(
                (w.folded.isdigit() or is_number_word(w.folded)) and w.folded not in asked for w in found
            )
        case "when":
            return bool(_HOUR.search(text)) or any(
                is_date_word(w.folded) or (w.folded.isdigit() and len(w.folded) == _YEAR) for w in found
            )
        case "where":
            return bool(_PLACE.search(text))
        case "why":
            return bool(_REASON.search(" ".join(w.folded for w in found)))
        case "who":
            said = statement is not None and statement.speaker is not None
            return said or any(w.text[0].isupper() and w.start and w.folded not in asked for w in found)
        case "role":
            return _names_a_function(text, {t.folded for name in question.names for t in name})


def _names_a_function(text: str, names: set[str]) -> bool:
    """Say whether what a person is (*porte-parole*, *president*) stands beside the name asked about."""
    people = listed_words("fr").people | listed_words("en").people
    at = [word.start for word in words(text) if word.folded in names]
    return any(
        match.group().lower() in people and any(abs(match.start() - start) <= _BESIDE for start in at)
        for match in _HYPHENATED.finditer(text)
    )


_HYPHENATED = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_YEAR = 4
_BESIDE = 80  # characters
