"""The first step of the way of a question: its language, small talk, orders, slips, and what it leans on."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from porteparole.answering.answer import Answer, Sentence
from porteparole.answering.chat import Chat, read_chat, without_courtesies
from porteparole.answering.followup import Standalone, stand_alone
from porteparole.answering.language import decide, foreign_language, is_in_another_script
from porteparole.answering.orders import without_orders
from porteparole.answering.question import LONGEST_QUESTION, Question, clean, read_question
from porteparole.answering.refusing import refused
from porteparole.answering.shorthand import spell_out
from porteparole.answering.spelling import Spelled, leave, spell
from porteparole.answering.state import Asked, State
from porteparole.answering.subquestions import subquestions
from porteparole.language import Language
from porteparole.notice import Notice
from porteparole.store.generation import Generation
from porteparole.text.terms import words
from porteparole.texts import Texts

if TYPE_CHECKING:
    from porteparole.answering.generative.followup import FollowUps


class Understanding:
    """Reads questions as the words of one generation of articles allow; may be used from any thread.

    Args:
        generation: the indexed corpus.
        texts: the sentences of refusals and small talk.
        fallback: language where neither question, conversation nor reader tells one.
        follow_ups: makes follow-ups stand alone by a language model; None for the rules alone.
    """

    def __init__(
        self, generation: Generation, texts: Texts, fallback: Language, follow_ups: FollowUps | None
    ) -> None:
        self._generation = generation.id
        self._catalogue = generation.catalogue
        self._texts = texts
        self._fallback: Language = fallback
        self._follow_ups = follow_ups

    def read(self, text: str) -> Question:
        """Return a question that stands alone, whatever it asks."""
        text = clean(text)
        language = decide(text, (), None, self._fallback)
        spelled = self._spell(text, language)
        return read_question(spelled.text, language, spelled=spelled)

    def understand(self, asked: Asked) -> State:
        """Read the language, small talk, orders and the conversation."""
        text = clean(asked.text)
        chat = read_chat(text)
        spoken = chat.language if chat else None
        unreadable = is_in_another_script(text)
        foreign = None if chat or unreadable else foreign_language(text)
        # In the one of the two languages that more people read.
        spoken = (
            "en" if foreign else spoken or decide(text, asked.history, asked.reader_language, self._fallback)
        )
        language = asked.language or spoken
        state = State(asked, language)
        if chat:
            return replace(state, answer=self._chat(chat, language))
        if unreadable:
            return self._refused(state, Notice("answer-refused-script"))
        remaining = without_orders(without_courtesies(text))
        if remaining.ordered and not remaining.question:
            return self._refused(state, Notice("answer-refused-order"))
        if foreign:
            spelled = leave(remaining.question, foreign, self._catalogue)
        else:
            spelled = self._spell(remaining.question, spoken)
        standalone = stand_alone(spelled.text, asked.history, spoken)
        if standalone.background and self._follow_ups:
            alone = self._follow_ups.stand_alone(spelled.text, asked.history, spoken, asked.person)
            if alone:
                spelled, standalone = replace(self._spell(alone, spoken), mended=spelled.mended), Standalone()
        question = read_question(spelled.text, spoken, standalone.context, spelled)
        if not any(words(spelled.text)) or not (question.terms or question.context or foreign):
            return self._refused(state, Notice("answer-refused-empty"))
        notes = list[Notice]()
        if foreign:
            notes.append(Notice("answer-note-foreign"))
        if len(asked.text) > LONGEST_QUESTION:
            notes.append(Notice("answer-note-cut", {"characters": LONGEST_QUESTION}))
        notes.extend(
            Notice("answer-note-read-as", {"typed": typed, "meant": meant}) for typed, meant in spelled.mended
        )
        parts = () if standalone.background or foreign else subquestions(question)
        return replace(
            state,
            question=question,
            parts=tuple(read_question(text, spoken, spelled=replace(spelled, text=text)) for text in parts),
            background=standalone.background,
            notes=tuple(notes),
        )

    def _spell(self, text: str, language: Language) -> Spelled:
        return spell(spell_out(text, language), language, self._catalogue)

    def _chat(self, chat: Chat, language: Language) -> Answer:
        sentence = Sentence(self._texts(language, f"answer-chat-{chat.courtesy}"))
        return Answer(language, "chat", (sentence,), generation=self._generation)

    def _refused(self, state: State, reason: Notice) -> State:
        return refused(state, reason, self._texts, self._generation)
