"""What a summary is chosen from: sentences, what each leans on, and how much what is asked for is in each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from porteparole.answering.writer import Draft
from porteparole.language import Language
from porteparole.summaries.unit import Unit
from porteparole.text.leaning import links, points_back

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Candidates:
    """The sentences that a summary is chosen from.

    Attributes:
        units: all of them, in order, also those that cannot be shown.
        groups: for each, the indices of those that have to be shown with it, itself among them, in order;
            empty where it cannot be shown.
        importance: how much each has to do with what is asked for; all the same for a whole article.
        vectors: of the sentences, in rows; None without an embedder.
        titles: of the titles of their articles, in rows; None without an embedder.
    """

    units: Sequence[Unit]
    groups: Sequence[tuple[int, ...]]
    importance: Sequence[float]
    vectors: Matrix | None = None
    titles: Matrix | None = None

    @property
    def is_article(self) -> bool:
        """Whether it is a whole article, from its beginning, that is summarised."""
        in_order = [unit.place for unit in self.units] == list(range(len(self.units)))
        return in_order and len(set(self.importance)) == 1


def leaning_groups(
    units: Sequence[Unit], drafts: Sequence[Draft], shown: Sequence[bool], language: Language
) -> list[tuple[int, ...]]:
    """Return for each sentence those that have to be shown with it since it leans on them.

    Args:
        units: the sentences, in order.
        drafts: each as it would be shown.
        shown: whether each can be shown at all.
        language: of the summary.
    """
    groups: list[tuple[int, ...]] = []
    for index, (unit, draft) in enumerate(zip(units, drafts, strict=True)):
        spoken = language if draft.translated else unit.article.language
        leans = points_back(draft.text, spoken) or links(draft.text, spoken)
        if not shown[index]:
            groups.append(())
        elif not leans:
            groups.append((index,))
        elif index and groups[-1] and _follows(units[index - 1], unit):
            groups.append((*groups[-1], index))
        else:
            groups.append(())
    return groups


def _follows(before: Unit, unit: Unit) -> bool:
    return before.article.id == unit.article.id and before.place == unit.place - 1
