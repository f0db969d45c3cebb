"""The search as a LangChain retriever, for whoever builds a chain of their own on it."""

from __future__ import annotations

from collections.abc import Callable

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever

from porteparole.retrieval.retriever import Candidate


class ParagraphRetriever(BaseRetriever):
    """Returns the paragraphs nearest to a question as LangChain documents, best first.

    The metadata of a document are ``article``, ``title``, ``paragraph`` (its number) and ``score``.
    """

    find: Callable[[str, int], list[Candidate]]
    k: int = 8

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        return [
            Document(
                id=found.paragraph.id,
                page_content=found.paragraph.text,
                metadata={
                    "article": found.article.id,
                    "title": found.article.title,
                    "paragraph": found.paragraph.number,
                    "score": found.score,
                },
            )
            for found in self.find(query, self.k)
        ]
