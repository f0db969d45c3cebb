"""Summaries: choose sentences, word them, prove each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from porteparole.answering.answer import Answer, Sentence
from porteparole.answering.evidence import SentenceEvidence
from porteparole.answering.proof import flaw, frame_letters
from porteparole.answering.similarity import Meanings
from porteparole.answering.stages import Listener
from porteparole.answering.writer import FRAMES, Draft, ExtractiveWriter, cited, translation_notes
from porteparole.corpus.article import Article
from porteparole.language import LANGUAGES, Language
from porteparole.lookup.articles import newest_first
from porteparole.lookup.lookup import Lookup
from porteparole.notice import Notice, PorteParoleError
from porteparole.store.catalogue import Catalogue
from porteparole.summaries.candidates import Candidates, leaning_groups
from porteparole.summaries.choosing import choose
from porteparole.summaries.disagreement import Disagreement, disagreements
from porteparole.summaries.generative import GenerativeSummaries, Subject, fits
from porteparole.summaries.unit import Unit, units_of
from porteparole.text.lexicon import function_words
from porteparole.text.terms import stem, words
from porteparole.texts import Texts

Length = Literal["short", "normal", "long"]
LENGTHS: dict[Length, int] = {"short": 3, "normal": 6, "long": 10}

_MOST_UNITS = 240
"""Sentences that are weighed for one summary; of more, the first or the newest are taken."""
_MOST_DISAGREEMENTS = 2
_MOSTLY_SAID = 0.3
"""The least share of a sentence that a speaker's statement covers for it to be about what they said."""
_BESIDE_OTHERS = 0.5
"""What a sentence that reports somebody else as well is worth in a speaker's summary."""
_TITLE = 60
_SEEN = 3
"""Of more text than a language model can be shown, it sees that of a summary so many times as long."""


class Summariser:
    """Summarises articles, speakers and topics of one generation; may be used from any thread.

    Args:
        catalogue: of the generation.
        lookup: finds articles, speakers and what is about a topic.
        meanings: vectors of sentences.
        texts: the sentences of frames.
        generation: its id.
        generative: words summaries by a language model; None for the articles' own sentences alone.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        lookup: Lookup,
        meanings: Meanings,
        texts: Texts,
        generation: str,
        generative: GenerativeSummaries | None = None,
    ) -> None:
        self._catalogue = catalogue
        self._lookup = lookup
        self._meanings = meanings
        self._texts = texts
        self._generation = generation
        self._writer = ExtractiveWriter(texts, max(LENGTHS.values()))
        self._frames = frame_letters(texts, FRAMES)
        self._generative = generative

    def article(
        self,
        name: str,
        length: Length | int,
        language: Language | None = None,
        *,
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Answer:
        """Summarise an article, in the order of its text.

        Args:
            name: as somebody types it (see :meth:`porteparole.lookup.articles.Articles.find`).
            length: three sentences, six or ten; or just how many.
            language: of the summary; the article's where it is None.
            person: who asks, for what one person may use of the language model.
            listener: told how far it is, where a language model words it.

        Raises:
            PorteParoleError: there is no such article, or there are several.
        """
        found = self._lookup.articles.find(_asked(name))
        units = self._units(found)
        language = language or found.language
        notes: list[Notice] = []
        if len(units) > _MOST_UNITS:
            notes.append(Notice("summary-beginning", {"count": _MOST_UNITS}))
            units = units[:_MOST_UNITS]
        subject = Subject("article", found.title, person=person, listener=listener)
        return self._summarise(subject, units, [1.0] * len(units), _count(length), language, notes)

    def speaker(
        self,
        name: str,
        length: Length | int,
        language: Language | None = None,
        *,
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Answer:
        """Summarise what a speaker said, the newest article first.

        Raises:
            PorteParoleError: nobody of that name speaks.
        """
        speakers = self._lookup.speakers.find(_asked(name))
        forms = {form for speaker in speakers for form in speaker.forms}
        ids = dict.fromkeys(i for speaker in speakers for i in speaker.articles)
        articles = newest_first([self._catalogue.article(i) for i in ids])
        units: list[Unit] = []
        notes: list[Notice] = []
        if len(speakers) > 1:
            notes.append(Notice("lookup-several-meant", {"names": ", ".join(s.name for s in speakers)}))
        for article in articles:
            units += (u for u in self._units(article) if u.statement and u.statement.speaker in forms)
            if len(units) > _MOST_UNITS:
                notes.append(Notice("summary-newest", {"count": _MOST_UNITS}))
                units = units[:_MOST_UNITS]
                break
        # A sentence that hardly reports them is about something else; better than nothing all the same.
        units = [u for u in units if u.said >= _MOSTLY_SAID] or units
        importance = [_BESIDE_OTHERS if unit.others else 1.0 for unit in units]
        subject = Subject("speaker", ", ".join(s.name for s in speakers), frozenset(forms), person, listener)
        language = language or _language(articles)
        return self._summarise(subject, units, importance, _count(length), language, notes)

    def topic(
        self,
        topic: str,
        length: Length | int,
        language: Language | None = None,
        *,
        person: str | None = None,
        listener: Listener | None = None,
    ) -> Answer:
        """Summarise what the articles say on a topic, the article nearest to it first.

        Raises:
            PorteParoleError: the topic has no words.
        """
        bearing = self._lookup.about(_asked(topic))
        scores = {b.evidence.paragraph.id: b.score for b in bearing}
        articles = list({b.evidence.article.id: b.evidence.article for b in bearing}.values())
        about = (u for article in articles for u in self._units(article) if u.paragraph.id in scores)
        units = list(about)[:_MOST_UNITS]
        asked = {stem for language in LANGUAGES for stem in _content(topic, language)}
        importance = [scores[u.paragraph.id] * (1 + _held(asked, u)) for u in units]
        language = language or _language(articles)
        if not units:
            nothing = self._texts(language, "summary-nothing", {"topic": " ".join(topic.split())[:80]})
            return Answer(language, "refused", (Sentence(nothing),), generation=self._generation)
        subject = Subject("topic", topic, person=person, listener=listener)
        return self._summarise(subject, units, importance, _count(length), language, [])

    def _units(self, article: Article) -> list[Unit]:
        return units_of(article, self._catalogue.statements(article.id))

    def _summarise(
        self,
        subject: Subject,
        units: Sequence[Unit],
        importance: Sequence[float],
        most: int,
        language: Language,
        notes: list[Notice],
    ) -> Answer:
        if subject.listener and self._generative:
            subject.listener("reading")
        given = self.candidates(units, importance, language)
        chosen = choose(given, most)
        if not chosen:
            nothing = Sentence(self._texts(language, "summary-none"))
            return Answer(language, "refused", (nothing,), notes=tuple(notes), generation=self._generation)
        about = [unit for unit, weight in zip(units, importance, strict=True) if weight]
        notes += map(_told, disagreements(about)[:_MOST_DISAGREEMENTS])
        worded = self._once([units[index] for index in sorted(chosen)], language)
        sentences, citations = cited(worded)
        extracted = Answer(
            language,
            "answered",
            sentences,
            citations,
            notes=(*notes, *translation_notes(worded)),
            generation=self._generation,
        )
        if not self._generative:
            return extracted
        # Choosing many takes long; where all can be shown, nothing needs to be chosen.
        first = [] if fits(units) else choose(given, _SEEN * most)
        return self._generative.worded(subject, units, [units[i] for i in first], most, extracted, notes)

    def candidates(
        self, units: Sequence[Unit], importance: Sequence[float], language: Language
    ) -> Candidates:
        """Return what a summary is chosen from, of sentences and how much each has to do with what is asked.

        A sentence that cannot be proved or that has nothing to do with it cannot be shown.
        """
        drafts = [_draft(self._writer, unit, language) for unit in units]
        statements = self._catalogue.statements
        shown = [
            bool(weight) and unit.whole and not flaw(draft, statements(unit.article.id), self._frames)
            for unit, draft, weight in zip(units, drafts, importance, strict=True)
        ]
        return Candidates(
            units,
            leaning_groups(units, drafts, shown, language),
            importance,
            self._meanings.vectors([unit.text for unit in units]),
            self._meanings.vectors([unit.article.title for unit in units]),
        )

    def _once(self, units: Sequence[Unit], language: Language) -> list[Draft]:
        """Word the chosen sentences: that words are the original's is said before the first of them."""
        drafts: list[Draft] = []
        for unit in units:
            said = any(not d.translated and d.citation.article.language != language for d in drafts)
            drafts.append(_draft(self._writer, unit, language, again=said))
        return drafts


def _asked(text: str) -> str:
    if not text.strip():
        raise PorteParoleError("summary-of-nothing")
    return text


def _content(text: str, language: Language) -> frozenset[str]:
    idle = function_words(language)
    return frozenset(stem(w.folded, language) for w in words(text) if w.folded not in idle)


def _held(asked: set[str], unit: Unit) -> float:
    """Return the share of a topic's words that a sentence holds itself, or whose speaker is named so."""
    speaker = unit.statement.speaker if unit.statement else None
    here = _content(f"{unit.text} {speaker or ''}", unit.article.language)
    return len(asked & here) / max(1, len(asked))


def _count(length: Length | int) -> int:
    return length if isinstance(length, int) else LENGTHS[length]


def _draft(writer: ExtractiveWriter, unit: Unit, language: Language, *, again: bool = False) -> Draft:
    sentence = SentenceEvidence(
        unit.start, unit.end, unit.text, unit.translation, unit.statement, 0.0, None, 0.0, unit.others
    )
    return writer.word(unit.article, unit.paragraph, sentence, language, again=again)


def _told(found: Disagreement) -> Notice:
    def where(unit: Unit) -> str:
        return f"{unit.article.title[:_TITLE]}, ¶\u00a0{unit.paragraph.number}"

    values = {
        "one": found.one.text[found.first.start : found.first.end],
        "first": where(found.one),
        "other": found.other.text[found.second.start : found.second.end],
        "second": where(found.other),
    }
    return Notice("summary-disagree", values)


def _language(articles: Sequence[Article]) -> Language:
    return articles[0].language if articles else "fr"
