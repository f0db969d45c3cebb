"""The report's page: whole in itself, in both languages, with everything of strangers escaped."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import get_args

import pytest

from porteparole.answering.answer import Answer, Citation, Sentence
from porteparole.answering.explanation import Versions, explain
from porteparole.answering.proof import Flaw
from porteparole.answering.question import WANTED
from porteparole.answering.ranking import Lack, weights
from porteparole.answering.writer import Draft
from porteparole.corpus.article import Corpus
from porteparole.evaluation.gold import Behaviour, Line, resolve
from porteparole.evaluation.page import render_page
from porteparole.evaluation.report import Report, report_json
from porteparole.evaluation.running import Outcome
from porteparole.evaluation.scoring import Fault, score
from porteparole.language import LANGUAGES, Language
from porteparole.texts import Texts

NASTY = "<script>alert(1)</script> & Co"


@pytest.fixture
def report(harbour: Corpus) -> Report:
    article = harbour.articles[0]
    right, wrong = (Citation(article, p, 0, len(p.text)) for p in article.paragraphs[:2])
    lines = [
        Line.model_validate(
            {
                "id": f"q-{number}",
                "lang": language,
                "kind": "<fact> & co",
                "lang_any": True,
                "behaviour": "answer",
                "question": NASTY,
                "gold": [{"article": "greve", "paragraph": 1}],
            }
        )
        for number, language in enumerate(LANGUAGES)
    ]
    outcomes: list[Outcome] = []
    for expected, citation in zip(resolve(lines, {}, harbour), (right, wrong), strict=True):
        answer = Answer(expected.language, "answered", (Sentence(NASTY, (1,)),), (citation,))
        told = explain(answer, None, "", (), None, (), (), Versions("gen", "", "abc"))
        outcomes.append(Outcome(expected, told, 12.0, score(expected, answer)))
    return Report("gold.jsonl", "2026-11-22", True, 2, 6, tuple(outcomes))


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.fetched: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.fetched += [value for name, value in attrs if name in {"src", "href", "xlink:href"} and value]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_fetches_nothing_and_runs_nothing(report: Report, language: Language) -> None:
    page = render_page(report, Texts(), language)
    seen = _Seen()
    seen.feed(page)
    assert seen.fetched == []
    assert "script" not in seen.tags
    assert "@import" not in page
    assert seen.tags.count("svg") == 2
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; Co" in page


def test_the_page_tells_figures_and_failures_in_the_readers_language(report: Report) -> None:
    french, english = (render_page(report, Texts(), language) for language in LANGUAGES)
    assert "un autre paragraphe est cité d’abord" in french
    assert "another paragraph is cited first" in english
    assert "posées le 22 novembre 2026" in french
    assert re.search(r'<td class="number small">1/2</td>\s*<td class="number">50 \[9–91\]</td>', english)


def test_what_went_right_is_no_failure(report: Report) -> None:
    assert [o.expected.id for o in report.failures] == ["q-1"]
    all_right = replace(report, outcomes=report.outcomes[:1])
    assert "Nothing went wrong" in render_page(all_right, Texts(), "en")


def test_what_the_proof_dropped_is_told_of_right_answers_as_well(report: Report) -> None:
    first = report.outcomes[0]
    citation = first.answer.citations[0]
    dropped: tuple[tuple[Draft, Flaw], ...] = ((Draft(NASTY, citation, ""), "negation"),)
    told = explain(first.answer, None, "", (), None, (), dropped, Versions("gen", "", "abc"))
    report = replace(report, outcomes=(replace(first, explanation=told),))
    assert not report.failures
    assert "Une phrase écartée faute de preuve" in render_page(report, Texts(), "fr")
    assert report_json(report)["rows"][0]["dropped"] == [{"text": NASTY, "flaw": "negation"}]


def test_the_json_tells_shares_with_their_intervals(report: Report) -> None:
    told = report_json(report)
    assert told["measures"]["first-all"] == {
        "right": 1,
        "total": 2,
        "share": 0.5,
        "low": pytest.approx(0.0945, abs=1e-3),
        "high": pytest.approx(0.9055, abs=1e-3),
    }
    assert told["by_kind"]["<fact> & co"]["en"]["right"] == 0
    assert [row["right"] for row in told["rows"]] == [True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_that_can_be_told_has_words(language: Language, report: Report) -> None:
    texts = Texts()
    named = {
        ("evaluate-fault", "fault"): get_args(Fault),
        ("evaluate-behaviour", "behaviour"): get_args(Behaviour),
        ("evaluate-measure", "name"): tuple(report.measures()),
        ("why-flaw", "flaw"): get_args(Flaw),
        ("why-kind", "kind"): WANTED,
        ("why-part", "name"): (*weights("ranking"), *weights("judgement"), "rules"),
    }
    for (key, variable), names in named.items():
        for name in names:
            assert texts(language, key, {variable: name}) != name
    for lack in get_args(Lack):
        assert texts(language, "why-lack", {"lack": lack, "names": "X"}) != lack
