"""Whatever articles, people and files say: every message fits, and nothing that strangers wrote acts."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any, get_args

import pytest
from discord import ui
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from bot.presenters.answer import present
from bot.presenters.articles import articles_pages
from bot.presenters.corpus import Say, gaps_pages, history_pages, note_page, status_pages
from bot.presenters.feedback import entry_page
from bot.presenters.paragraph import paragraph_messages
from bot.presenters.passage import Passage
from bot.presenters.report import report_pages
from bot.presenters.statements import StatementPages
from bot.presenters.summary import summary_pages
from bot.presenters.why import why_pages
from bot.views.paragraph_button import ParagraphButton
from bot.views.thread_button import thread_name
from bot.views.verdict_buttons import verdict_row
from porteparole.answering.answer import Answer, Citation, Outcome, Sentence
from porteparole.answering.explanation import (
    AskedApart,
    Considered,
    Explanation,
    Judged,
    Part,
    Rejected,
    SentenceScore,
    Versions,
)
from porteparole.answering.question import read_question
from porteparole.corpus.article import Article, RefusedFile
from porteparole.feedback.entry import Entry, Reason
from porteparole.language import Language
from porteparole.library.report import ArticleName, Changes, Place, Report, Status
from porteparole.lookup.lookup import Reported, Side
from porteparole.notice import Notice
from porteparole.service import Context
from porteparole.state.entries import Action, Gap, Removal
from porteparole.statements.statement import Kind, Statement
from porteparole.texts import Texts
from tests.bot.conftest import violations
from tests.bot.hostile import alive, texts
from tests.bot.looking import parts
from tests.bot.service_double import article, cite

SENTENCES = Texts()
AT = datetime(2026, 11, 22, tzinfo=UTC)
LANGUAGES: tuple[Language, ...] = ("fr", "en")
anything = settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)


@st.composite
def articles(draw: st.DrawFn) -> Article:
    paragraphs = draw(st.lists(texts, min_size=1, max_size=3))
    return article(
        draw(st.sampled_from(["id", "i" * 300])),
        draw(texts),
        draw(st.sampled_from(LANGUAGES)),
        *paragraphs,
        translations=draw(st.none() | st.just([draw(texts) for _ in paragraphs])) or (),
        publisher=draw(st.none() | texts),
        published=draw(st.sampled_from([None, "2026", "2026-02", "2026-02-12"])),
        url=draw(st.none() | st.sampled_from(["https://e.example/a", "javascript:x"]) | texts),
    )


@st.composite
def citations(draw: st.DrawFn) -> list[Citation]:
    source = draw(articles())
    made = [
        cite(source, paragraph.number, speaker=draw(st.none() | texts)) for paragraph in source.paragraphs
    ]
    return made * draw(st.integers(1, 12))


def holds(messages: Sequence[ui.LayoutView | str], *ours: str) -> None:
    """Discord takes them, and no stranger's mark acts; ``ours`` are addresses that we wrote ourselves."""
    bodies = [
        {"content": one} if isinstance(one, str) else {"components": one.to_components(), "flags": 1 << 15}
        for one in messages
    ]
    path = "/api/v10/channels/1/messages"
    assert violations([{"method": "POST", "path": path, "body": body} for body in bodies]) == []
    for message in messages:
        for part in parts(message):
            if part["type"] == 10:
                content = part["content"]
                for known in ours:
                    content = content.replace(known, "")
                assert alive(content) == []
                content.encode()


@anything
@given(citations(), st.lists(texts, min_size=1, max_size=5), texts, st.sampled_from(get_args(Outcome)), texts)
def test_answers(
    cited: list[Citation], said: list[str], question: str, outcome: Outcome, speaker: str
) -> None:
    sentences = tuple(Sentence(one, (1, 2, 99), translated=index % 2 == 0) for index, one in enumerate(said))
    notes = (Notice("bot-several-speakers", {"names": speaker}),) * 3
    answer = Answer("fr", outcome, sentences, tuple(cited), related=tuple(cited), notes=notes)
    for reader in LANGUAGES:
        message = present(answer, texts=SENTENCES, reader=reader, button=ParagraphButton, question=question)
        holds([message])


@anything
@given(articles(), st.booleans(), st.sampled_from(["current", "changed", "gone"]))
def test_paragraphs(source: Article, proof: bool, standing: Any) -> None:
    paragraph = source.paragraphs[0]
    passage = Passage(paragraph.id, 0, len(paragraph.text), 1, proof)
    context = Context(source, paragraph, source.paragraphs[-1], source.paragraphs[-1], standing)
    for reader in LANGUAGES:
        holds(paragraph_messages(context, passage, texts=SENTENCES, reader=reader))


@anything
@given(articles(), texts, st.none() | texts, st.sampled_from(get_args(Kind)))
def test_statements_and_comparisons(source: Article, speaker: str, role: str | None, kind: Kind) -> None:
    items = (
        tuple(
            Reported(source, one, Statement(one.id, 0, len(one.text), kind, "a dit", speaker, role))
            for one in source.paragraphs
        )
        * 4
    )
    pages = StatementPages(SENTENCES, "fr", ParagraphButton)
    holds(pages.listed(items, title="titre"))
    holds(pages.compared([Side(speaker, items), Side(speaker, ())], ["rien", "rien"]))


@anything
@given(citations(), st.lists(texts, min_size=1, max_size=10), texts)
def test_summaries(cited: list[Citation], said: list[str], title: str) -> None:
    sentences = tuple(Sentence(one, (1 + index % len(cited),)) for index, one in enumerate(said))
    answer = Answer("fr", "answered", sentences, tuple(cited))
    holds(summary_pages(answer, title=title, texts=SENTENCES, reader="en", button=ParagraphButton))


@anything
@given(st.lists(articles(), max_size=12), st.none() | texts)
def test_lists_of_articles(found: list[Article], search: str | None) -> None:
    holds(articles_pages(found, texts=SENTENCES, reader="fr", search=search))


@anything
@given(citations(), texts, texts)
def test_why(cited: list[Citation], question: str, dropped: str) -> None:
    feature = (Part("dense", 0.5, 2.0),)
    candidates = tuple(
        Considered(one.article, one.paragraph, 2.0, feature, (SentenceScore(one.quote, 1.0, True),))
        for one in cited
    )
    answer = Answer("fr", "answered", (Sentence(dropped, (1,)),), tuple(cited))
    explanation = Explanation(
        answer,
        read_question(question[:2000].encode("utf-8", "replace").decode(), "fr"),
        "",
        candidates,
        Judged(False, "name", (dropped,), 0.2, 0.5, feature),
        (AskedApart(question, dropped, True, 0.4, cited[0].article, cited[0].paragraph),),
        (Rejected(dropped, cited[0], "speaker"),),
        Versions("0123456789abcdef", "model 1", "fedcba987654"),
    )
    holds(why_pages(explanation, "fedcba", texts=SENTENCES, reader="en"))


@anything
@given(texts, texts, citations(), st.sampled_from(get_args(Reason)))
def test_objections(question: str, comment: str, cited: list[Citation], reason: Reason) -> None:
    kept = [
        {
            "title": one.article.title,
            "number": 3,
            "text": one.quote,
            "start": 0,
            "end": 10**6,
            "speaker": comment,
        }
        for one in cited
    ]
    versions = {"porteparole": comment, question[:20]: "1"}
    receipt = {"question": question, "answer": comment, "citations": kept, "versions": versions}
    link = "https://discord.com/channels/1/2/3"
    entry = Entry(10**17, AT, reason, comment, receipt, 1, link)
    row = verdict_row(SENTENCES, "fr", entry.id)
    holds([entry_page(entry, row, texts=SENTENCES, reader="fr")], link)


@anything
@given(texts, texts, st.integers(0, 120))
def test_reports_status_history_and_gaps(title: str, source: str, count: int) -> None:
    names = [ArticleName(f"id{number}", title) for number in range(count)]
    places = [Place(f"id{number % 3}", number, source) for number in range(count)]
    refused = [RefusedFile(source, 3, Notice("bot-several-speakers", {"names": title}))] * 3
    report = Report(
        "0123456789abcdef",
        Changes(names, names[:3], names[:2]),
        Changes(places, places, places),
        refused,
        refused,
    )
    for reader in LANGUAGES:
        say = Say(SENTENCES, reader)
        # The marks of what was added and changed are ours.
        holds(report_pages(report, say, heading="titre").pages, "+ ", "~ ")
        holds(gaps_pages([Gap(title, "fr", 3, AT)] * 20, say))
        actor = f"terminal:{title}"
        action = Action(1, AT, None, actor, "reload", title, "failed", {"error": source, "dry_run": True})
        holds(history_pages([action] * 20, say))
        removed = [Removal("id", "d", title, AT, actor)] * 5
        status = Status("0123", AT, 1, 2, False, None, (), None, names[:5], removed, None)
        holds(status_pages(status, say))
        holds([note_page(say.notice(refused[0].reason))])


@given(texts)
@settings(max_examples=60, deadline=None)
def test_names_of_threads(question: str) -> None:
    name = thread_name(question, "porte-parole")
    assert 1 <= len(name) <= 100
    body = {"name": name}
    assert (
        violations([{"method": "POST", "path": "/api/v10/channels/1/messages/2/threads", "body": body}]) == []
    )


@pytest.mark.parametrize("reader", LANGUAGES)
def test_the_texts_of_hostile_examples_are_noticed_where_nothing_is_done_about_them(reader: Language) -> None:
    assert alive("@everyone <@424242> [x](https://evil.example) ||x||")
    assert alive("**bold** of ours\n-# small\n> quoted <t:1:R>") == []
