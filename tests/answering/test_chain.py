"""The chain is the same whether LangChain runs its steps or nothing does."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from langchain_core.callbacks import BaseCallbackHandler

from porteparole.answering.chain import AnswerChain
from porteparole.answering.question import read_question
from porteparole.answering.state import Asked
from porteparole.answering.writer import ExtractiveWriter
from porteparole.corpus.article import Corpus
from porteparole.store.generation import Generations
from porteparole.texts import Texts


@pytest.fixture
def chain(tmp_path: Path, harbour: Corpus) -> Iterator[AnswerChain]:
    generation = Generations(tmp_path).build(harbour, None, lambda *_: None)
    yield AnswerChain(generation, None, Texts(), fallback="fr", most_sentences=4)
    generation.close()


class Heard(BaseCallbackHandler):
    """Notes the names of the steps that LangChain begins."""

    def __init__(self) -> None:
        self.names: list[str] = []

    def on_chain_start(self, serialized: Any, inputs: Any, **more: Any) -> None:
        self.names.append(more["name"])


@pytest.mark.parametrize("question", ["Qui bloque le port de Marseille ?", "Qui est Zoé ?", "Bonjour !", ""])
def test_langchain_and_a_plain_call_give_the_same_answer(chain: AnswerChain, question: str) -> None:
    asked = Asked(question)
    assert chain.runnable().invoke(asked) == chain.answer(asked) == chain.explain(asked).answer


def test_langchain_sees_every_step(chain: AnswerChain) -> None:
    heard = Heard()
    chain.runnable().invoke(Asked("Qui bloque le port de Marseille ?"), {"callbacks": [heard]})
    assert [name for name in heard.names if name in {"understand", "search", "weigh", "write", "prove"}] == [
        "understand", "search", "weigh", "write", "prove",
    ]  # fmt: skip


def test_what_answers_best_stands_first_though_a_later_part_finds_it_again(chain: AnswerChain) -> None:
    asked = ("Qui bloque le port de Marseille ?", "Combien de navires attendent au large ?")
    port, ships = [(read_question(text, "fr"), chain.retrieve(text, 1)) for text in asked]
    drafts = ExtractiveWriter(Texts(), 4).write([port, ships, port], "fr")
    cited = list(dict.fromkeys(draft.citation.paragraph.number for draft in drafts))
    assert cited == [ranked[0].evidence.paragraph.number for _, ranked in (port, ships)]
