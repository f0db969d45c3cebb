"""What each part of the chain is worth: the same questions, with parts left out.

    python -m tests.benchmarks.ablation --data FOLDER [--gold ../shared/eval/dev.jsonl]
        [--distractors ../shared/corpora/distractors.jsonl [--only-distractors]] [--arms fused,kinship]

The first four arms answer every question, from the paragraph that stands first: by dense search alone, by
lexical search alone, by both fused, and by the ranker. Then the whole chain, which may refuse, and the whole
chain without one part each. Nothing is fitted again, so a part left out may look worth a little more than it
is. With ``--distractors`` the same is told among those paragraphs as well, of the questions that stay
unambiguous there. The index is kept in FOLDER (some minutes the first time with distractors).
"""

from __future__ import annotations

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Literal, cast

from rich import box
from rich.console import Console
from rich.table import Table

from porteparole.answering.answer import Turn
from porteparole.answering.chain import AnswerChain
from porteparole.answering.explanation import Explanation
from porteparole.answering.question import Question
from porteparole.answering.ranking import Ranked
from porteparole.answering.similarity import Meanings
from porteparole.answering.state import Asked, State
from porteparole.engine import open_service
from porteparole.evaluation.gold import Line, read_gold, resolve
from porteparole.evaluation.measures import Share, measures
from porteparole.evaluation.page import shown
from porteparole.evaluation.running import Outcome, outcomes
from porteparole.language import LANGUAGES, Language
from porteparole.retrieval.retriever import Found
from porteparole.service import Service
from porteparole.settings import Settings
from tests.conftest import ROOT, SHARED

POOL = 60


@dataclass(frozen=True)
class Arm:
    """Which parts answer."""

    name: str
    search: Literal["both", "dense", "lexical"] = "both"
    ranker: bool = True
    may_refuse: bool = True
    likeness: bool = True
    kinship: bool = True
    reader: bool = True
    translations: bool = True


ARMS = (
    Arm("dense search alone", "dense", ranker=False, may_refuse=False),
    Arm("lexical search alone", "lexical", ranker=False, may_refuse=False),
    Arm("fused", ranker=False, may_refuse=False),
    Arm("fused, ranker without reader", may_refuse=False, reader=False),
    Arm("fused, ranker", may_refuse=False),
    Arm("whole chain"),
    Arm("whole, without the reader", reader=False),
    Arm("whole, without dense search", "lexical"),
    Arm("whole, without lexical search", "dense"),
    Arm("whole, without sentence likeness", likeness=False),
    Arm("whole, without word kinship", kinship=False),
    Arm("whole, without translations", translations=False),
)


class _Without(Meanings):
    """The meanings of a chain, less what an arm leaves out."""

    def __init__(self, whole: Meanings, arm: Arm) -> None:
        self._whole = whole
        self._arm = arm

    def similarities(
        self, vector: Sequence[float] | None, texts: Sequence[tuple[str, Language]]
    ) -> list[float | None]:
        return self._whole.similarities(vector if self._arm.likeness else None, texts)

    def kinship(self, asked: Any, texts: Any) -> Mapping[str, Mapping[str, float]]:
        return self._whole.kinship(asked, texts) if self._arm.kinship else {}


class Ablated(AnswerChain):
    """A chain with the generation, vectors and caches of a whole one, and the parts of an arm."""

    def __init__(self, whole: AnswerChain, arm: Arm) -> None:
        self.__dict__.update(whole.__dict__)
        self._arm = arm
        self._meanings = _Without(whole._meanings, arm)
        self._reader = whole._reader if arm.reader else None

    def find(self, question: Question, k: int, *rest: Any, **more: Any) -> Found:
        if self._arm.search == "both":
            return super().find(question, k, *rest, **more)
        found = super().find(question, POOL, *rest, **more)
        if self._arm.search == "dense":
            kept = [replace(c, lexical=0.0) for c in found.candidates if c.dense is not None]
            kept.sort(key=lambda c: -(c.dense or 0.0))
        else:
            kept = [replace(c, dense=None) for c in found.candidates if c.lexical > 0]
            kept.sort(key=lambda c: -c.lexical)
        return Found(tuple(kept[:k]), found.vector)

    def _rank(self, question: Question, found: Found, *rest: Any, **more: Any) -> list[Ranked]:
        ranked = super()._rank(question, found, *rest, **more)
        if self._arm.ranker:
            return ranked
        order = {candidate.paragraph.id: place for place, candidate in enumerate(found.candidates)}
        # One apart: nothing stands so close to the first that it is cited as well.
        plain = [replace(r, score=-float(order[r.evidence.paragraph.id])) for r in ranked]
        return sorted(plain, key=lambda r: -r.score)

    def weigh(self, state: State) -> State:
        weighed = super().weigh(state)
        if self._arm.may_refuse or not weighed.ranked:
            return weighed
        assert weighed.verdict
        return replace(weighed, answer=None, verdict=replace(weighed.verdict, answers=True))


def chain_of(service: Service) -> AnswerChain:
    """Return the chain that a service answers with: the benchmark takes it apart."""
    return cast("Any", service)._serving.chain


def run(service: Service, lines: Sequence[Line], arm: Arm) -> list[Outcome]:
    """Ask every question of an arm."""
    chain = Ablated(chain_of(service), arm)

    def explain(question: str, *, history: Sequence[Turn]) -> Explanation:
        return chain.explain(Asked(question, tuple(history)))

    return list(outcomes(explain, resolve(lines, {}, service.corpus)))


def row(found: Sequence[Outcome]) -> list[Share | None]:
    """Return the shares of a row of the table."""

    def share(name: str, language: Language | None = None) -> Share | None:
        scored = [(o.expected, o.score) for o in found if language in {None, o.expected.language}]
        return measures(scored).get(name)

    answerable = [o for o in found if o.expected.behaviour == "answer"]
    return [
        *(share("first-all", language) for language in LANGUAGES),
        Share(sum(o.found_at is not None for o in answerable), len(answerable)),
        *(share("whole", language) for language in LANGUAGES),
        share("answered"),
        share("refused-or-corrected"),
    ]


TITLES = ("first fr", "first en", "found", "right fr", "right en", "answered", "refused")
MEANT = (
    "first: right paragraph first, of the answerable; found: it is among the candidates; right: all of it "
    "right, of the answerable; answered: of the answerable; refused: of the unanswerable, or corrected."
)


def main() -> None:
    """Run the arms and print a table for each corpus."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--gold", type=Path, default=SHARED / "eval" / "dev.jsonl")
    parser.add_argument("--distractors", type=Path)
    parser.add_argument("--only-distractors", action="store_true", help="leave the two articles alone out")
    parser.add_argument("--arms", default="", help="parts of their names, with commas between")
    given = parser.parse_args()
    wanted = [part.strip() for part in given.arms.split(",")]
    arms = [arm for arm in ARMS if any(part in arm.name for part in wanted)]
    lines = read_gold(given.gold)
    if not given.only_distractors:
        table(f"{len(lines)} questions, two articles", given.data / "two", [ROOT / "seeds"], lines, arms)
    if given.distractors:
        safe = [line for line in lines if line.distractor_safe]
        sources = [ROOT / "seeds", given.distractors]
        table(f"{len(safe)} questions, among distractors", given.data / "many", sources, safe, arms)


def table(
    title: str, data: Path, sources: Sequence[Path], lines: Sequence[Line], arms: Sequence[Arm]
) -> None:
    """Run the arms on a corpus and print their table."""
    console = Console(width=120)
    printed = Table(title=f"{title}: shares in % with their 95 % interval", box=box.SIMPLE_HEAD)
    printed.add_column("")
    for column in TITLES:
        printed.add_column(column)
    for translations in (True, False):
        some = [arm for arm in arms if arm.translations is translations]
        if not some:
            continue
        service = open_service(Settings(), seeds=sources, data_dir=data, translations=translations)
        try:
            for arm in some:
                console.print(f"{title}: {arm.name} …", style="dim")
                printed.add_row(arm.name, *map(shown, row(run(service, lines, arm))))
        finally:
            service.close()
    console.print(printed)
    console.print(MEANT)


if __name__ == "__main__":
    main()
