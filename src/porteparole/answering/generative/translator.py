"""Has a model translate a paragraph, and keeps only what says the same."""

from __future__ import annotations

import json
import time
from typing import TYPE_CHECKING, Any

from porteparole.answering.generative.agreement import difference
from porteparole.answering.generative.calling import Caller, Request, TroubleError
from porteparole.answering.generative.prompts import VERSIONS, prompt
from porteparole.answering.generative.reply import read_field
from porteparole.answering.support.likeness import Likeness
from porteparole.corpus.article import Article, Paragraph
from porteparole.language import other_language
from porteparole.library.translating import DIFFERS, UNAVAILABLE
from porteparole.notice import PorteParoleError

if TYPE_CHECKING:
    from langchain_core.messages import BaseMessage

SCHEMA: dict[str, Any] = {
    "title": "translation",
    "description": "The translation of the paragraph.",
    "type": "object",
    "additionalProperties": False,
    "required": ["translation"],
    "properties": {"translation": {"type": "string"}},
}
_TRIES = 2


class ModelTranslator:
    """A :class:`porteparole.library.translating.Translator`.

    Args:
        caller: asks the model.
        seconds: the longest that one paragraph may take.
        likeness: compares words.
    """

    def __init__(self, caller: Caller, *, seconds: float, likeness: Likeness) -> None:
        self._caller = caller
        self._seconds = seconds
        self._likeness = likeness

    @property
    def model(self) -> str:
        """The name of the model, with the version of the prompt."""
        return f"{self._caller.name} {VERSIONS['translate']}"

    def translate(self, article: Article, paragraph: Paragraph) -> str:
        """Return the translation of a paragraph into the other language; a wrong one is asked for once more.

        Raises:
            PorteParoleError: see :class:`porteparole.library.translating.Translator`.
        """
        from langchain_core.messages import AIMessage, HumanMessage, SystemMessage

        language = other_language(article.language)
        messages: list[BaseMessage] = [
            SystemMessage(prompt("translate", language)),
            HumanMessage(json.dumps({"paragraph": paragraph.text}, ensure_ascii=False)),
        ]
        deadline = time.monotonic() + self._seconds
        wrong = ""
        for _ in range(_TRIES):
            try:
                reply = self._caller.ask(Request(messages, SCHEMA, deadline))
            except TroubleError as error:
                raise PorteParoleError(UNAVAILABLE, trouble=error.trouble) from error
            text = " ".join((read_field(reply, "translation") or "").split())
            wrong = difference(paragraph.text, article.language, text, self._likeness)
            if not wrong:
                return text
            said = json.dumps({"wrong": wrong}, ensure_ascii=False)
            messages += [AIMessage(reply), HumanMessage(said)]
        raise PorteParoleError(DIFFERS, number=str(paragraph.number), words=wrong[:100])
