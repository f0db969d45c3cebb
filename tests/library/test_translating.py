"""Translations by a model at a reload: once, marked, kept through rollback and backup, correctable."""

from __future__ import annotations

from pathlib import Path

import pytest

from porteparole.corpus.article import Article, Paragraph
from porteparole.library.builder import Builder
from porteparole.library.library import Hooks, Library
from porteparole.library.origin import Origin
from porteparole.library.report import Report
from porteparole.notice import PorteParoleError
from porteparole.state.audit import AuditLog
from porteparole.state.database import State, newest_revision, open_state
from porteparole.state.dump import dumped, load
from porteparole.state.translations import Translations
from porteparole.store.generation import Generation

FIRST = "Le port est fermé depuis jeudi."
SECOND = "Trente navires attendent au large."
ENGLISH = {
    FIRST: "The port has been closed since Thursday.",
    SECOND: "Thirty ships are waiting off the coast.",
}


class Translator:
    """Translates what it knows; remembers what it was asked."""

    model = "scripted 1"

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.trouble = ""

    def translate(self, article: Article, paragraph: Paragraph) -> str:
        self.asked.append(paragraph.text)
        if self.trouble:
            raise PorteParoleError(self.trouble, number="2", words="30", trouble="budget")
        return ENGLISH[paragraph.text]


class Shelf:
    """A folder of articles, and a library that reads it without an embedder."""

    def __init__(self, folder: Path, *, machine: bool = True) -> None:
        self.sources = folder / "sources"
        self.sources.mkdir(exist_ok=True)
        self.state: State = open_state(None, folder)
        self.translator = Translator()
        self.open: list[Generation] = []
        origin = Origin((self.sources,), folder / "articles", True, 10**6, machine)
        builder = Builder(folder, self.state, None, origin, 3)
        hooks = Hooks(
            lambda: self.open[-1] if self.open else None, self.open.append, lambda: {g.id for g in self.open}
        )
        self.library = Library(builder, self.state, hooks, self.translator if machine else None)

    def write(self, *paragraphs: str, name: str = "port.txt") -> None:
        (self.sources / name).write_text("\n\n".join(paragraphs), encoding="utf-8")

    def reload(self) -> Report:
        return self.library.reload(actor="test")

    @property
    def article(self) -> Article:
        return self.open[-1].catalogue.article("port")

    @property
    def shown(self) -> list[str | None]:
        return [paragraph.translation for paragraph in self.article.paragraphs]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path)
    made.write(FIRST, SECOND)
    return made


def test_what_the_editors_did_not_translate_is_translated_and_marked(shelf: Shelf) -> None:
    shelf.reload()
    assert shelf.shown == [ENGLISH[FIRST], ENGLISH[SECOND]]
    assert shelf.article.machine_translated == (1, 2)


def test_a_paragraph_is_translated_once(shelf: Shelf) -> None:
    shelf.reload()
    report = shelf.reload()
    assert not report.swapped
    shelf.write(SECOND, FIRST)
    shelf.reload()
    assert shelf.translator.asked == [FIRST, SECOND]
    assert shelf.shown == [ENGLISH[SECOND], ENGLISH[FIRST]]


def test_the_editors_translation_goes_before(shelf: Shelf) -> None:
    shelf.write("The port is shut since Thursday.", "Thirty ships wait off the coast.", name="port.en.txt")
    shelf.reload()
    assert shelf.translator.asked == []
    assert shelf.article.machine_translated == ()


def test_one_that_does_not_agree_is_left_out_told_and_not_tried_again(shelf: Shelf) -> None:
    shelf.translator.trouble = "writer-translation-differs"
    report = shelf.reload()
    assert [m.reason.key for m in report.mended] == ["writer-translation-differs"] * 2
    shelf.translator.trouble = ""
    shelf.reload()
    assert shelf.shown == [None, None]
    assert len(shelf.translator.asked) == 2
    shelf.translator.model = "better 1"
    shelf.reload()
    assert shelf.shown == [ENGLISH[FIRST], ENGLISH[SECOND]], "another model may do better"


def test_a_model_that_cannot_be_asked_leaves_it_to_the_next_reload(shelf: Shelf) -> None:
    shelf.translator.trouble = "writer-translation-unavailable"
    report = shelf.reload()
    assert [m.reason.values["count"] for m in report.mended] == [2]
    assert shelf.shown == [None, None], "the articles answer meanwhile"
    shelf.translator.trouble = ""
    shelf.reload()
    assert shelf.shown == [ENGLISH[FIRST], ENGLISH[SECOND]]


def test_they_survive_a_rollback_and_a_restart(shelf: Shelf, tmp_path: Path) -> None:
    shelf.reload()
    shelf.write(FIRST)
    shelf.reload()
    shelf.library.rollback(actor="test")
    assert shelf.shown == [ENGLISH[FIRST], ENGLISH[SECOND]]
    assert shelf.article.machine_translated == (1, 2)
    again = Shelf(tmp_path)
    again.write(FIRST, SECOND)
    again.reload()
    assert again.translator.asked == []


def test_they_are_part_of_a_backup(shelf: Shelf, tmp_path: Path) -> None:
    shelf.reload()
    with shelf.state.begin() as connection:
        lines = list(dumped(connection))
    (tmp_path / "other").mkdir()
    other = open_state(None, tmp_path / "other")
    load(other, lines, newest_revision())
    assert {t.text for t in Translations(other).all().values()} == set(ENGLISH.values())


def test_without_the_setting_a_machines_are_not_shown(shelf: Shelf, tmp_path: Path) -> None:
    shelf.reload()
    plain = Shelf(tmp_path, machine=False)
    plain.reload()
    assert plain.shown == [None, None]


def test_a_moderator_corrects_one(shelf: Shelf) -> None:
    shelf.reload()
    shelf.library.translate("port", 2, " Thirty vessels  wait. ", actor="terminal:anne")
    assert shelf.shown == [ENGLISH[FIRST], "Thirty vessels wait."]
    assert shelf.article.machine_translated == (1,), "what somebody wrote is no machine's"
    shelf.reload()
    assert shelf.shown == [ENGLISH[FIRST], "Thirty vessels wait."]
    assert shelf.translator.asked == [FIRST, SECOND]
    action = AuditLog(shelf.state).latest()[1]
    assert (action.actor, action.action, action.subject, action.outcome) == (
        "terminal:anne",
        "translate",
        "port 2",
        "done",
    )


@pytest.mark.parametrize(
    ("article", "number", "text", "key"),
    [
        ("nowhere", 1, "x", "library-no-article-nearest"),
        ("port", 9, "x", "library-no-paragraph"),
        ("port", 1, " ", "library-translation-empty"),
    ],
)
def test_what_cannot_be_corrected_is_told(
    shelf: Shelf, article: str, number: int, text: str, key: str
) -> None:
    shelf.reload()
    with pytest.raises(PorteParoleError) as raised:
        shelf.library.translate(article, number, text, actor="test")
    assert raised.value.notice.key == key


def test_the_editors_own_is_not_corrected_here(shelf: Shelf) -> None:
    shelf.write("The port is shut since Thursday.", "Thirty ships wait off the coast.", name="port.en.txt")
    shelf.reload()
    with pytest.raises(PorteParoleError) as raised:
        shelf.library.translate("port", 1, "x", actor="test")
    assert raised.value.notice.key == "library-translated-by-file"
