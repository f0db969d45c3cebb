"""The language model that the settings name, and everything that asks it."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from typing import TYPE_CHECKING

from porteparole.answering.generative.calling import Caller
from porteparole.answering.generative.followup import FollowUps
from porteparole.answering.generative.limits import Budget, Ledger, Limit, Prices
from porteparole.answering.generative.model import open_model
from porteparole.answering.generative.translator import ModelTranslator
from porteparole.answering.generative.writer import GenerativeWriter
from porteparole.answering.support import Holds
from porteparole.answering.support.likeness import Likeness
from porteparole.notice import PorteParoleError
from porteparole.state.entries import Spent
from porteparole.state.usage import Usage

if TYPE_CHECKING:
    from porteparole.embedding.embedder import Embedder
    from porteparole.settings import Settings, WriterSettings
    from porteparole.state.database import State

_log = logging.getLogger(__name__)


class LanguageModel:
    """What asks the model (a :class:`porteparole.service.ModelUse`)."""

    def __init__(
        self, caller: Caller, *, seconds: float, likeness: Likeness, holds: Holds | None = None
    ) -> None:
        self._caller = caller
        self.writer = GenerativeWriter(caller, seconds=seconds, likeness=likeness, holds=holds)
        self.follow_ups = FollowUps(caller, seconds=seconds / 4)
        self.translator = ModelTranslator(caller, seconds=seconds, likeness=likeness)

    @property
    def name(self) -> str:
        """Return the name in the settings."""
        return self._caller.name

    @property
    def is_resting(self) -> bool:
        """Whether it is left in peace after several failures."""
        return self._caller.is_resting

    def counts(self) -> Mapping[tuple[str, str], float]:
        """Return the counters since the start; see :data:`porteparole.answering.generative.tally.Kind`."""
        return self._caller.tally.all()

    def today(self) -> Spent:
        """Return what was used today (UTC); nothing where that cannot be read."""
        budget = self._caller.budget
        try:
            return budget.ledger.spent(budget.today())
        except PorteParoleError as error:
            _log.warning("what the language model used cannot be read (%s)", error.notice.key)
            return Spent()


def open_translator(settings: Settings, state: State, embeddings: Embedder | None) -> ModelTranslator | None:
    """Return what translates new paragraphs at a reload, where nothing answers; None where it is not wanted.

    Raises:
        PorteParoleError: the model cannot be opened (``writer-…``).
    """
    model = (
        open_language_model(settings.writer, Usage(state), embeddings) if settings.corpus.translate else None
    )
    return model.translator if model else None


def open_language_model(
    chosen: WriterSettings, ledger: Ledger, embeddings: Embedder | None, holds: Holds | None = None
) -> LanguageModel | None:
    """Return the language model that the settings name; None where they name none.

    Args:
        chosen: the settings.
        ledger: keeps what is used.
        embeddings: compares words for the proof.
        holds: reads for the proof.

    Raises:
        PorteParoleError: it cannot be opened (``writer-…``).
    """
    caller = _caller(chosen, ledger)
    if caller is None:
        return None
    # Without vectors of words the proof still holds names, figures and forms against the source.
    return LanguageModel(caller, seconds=chosen.timeout_seconds, likeness=Likeness(embeddings), holds=holds)


def _caller(chosen: WriterSettings, ledger: Ledger) -> Caller | None:
    if chosen.model is None:
        return None
    model = open_model(
        chosen.model,
        base_url=chosen.base_url,
        api_key=chosen.api_key,
        seconds=chosen.timeout_seconds,
        most_tokens=chosen.reply_tokens,
    )
    budget = Budget(
        ledger,
        Limit(chosen.day_tokens, chosen.day_money),
        Limit(chosen.person_tokens, chosen.person_money),
        Prices(chosen.read_price, chosen.written_price),
    )
    return Caller(model, chosen.model, budget)
