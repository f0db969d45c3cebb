"""What a reload tells and does, with the real engine."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from typing import Any, cast

import pytest

from porteparole.library.report import ArticleName, Changes
from porteparole.notice import PorteParoleError
from porteparole.service import Service
from tests.library.conftest import BRIDGE, TRAM, Newsroom

ME = "terminal:anne"


def _ids(changes: Changes[ArticleName]) -> dict[str, list[str]]:
    return {kind: [x.id for x in getattr(changes, kind)] for kind in ("added", "changed", "removed")}


def _cited(service: Service, question: str) -> str:
    answer = service.ask(question)
    assert answer.outcome == "answered", answer.text
    return answer.citations[0].paragraph.text


def test_unchanged_sources_embed_nothing_and_swap_nothing(newsroom: Newsroom) -> None:
    service = newsroom.open()
    before = service.library.status().generation
    (newsroom.seeds / "pont.txt").touch()
    report = service.library.reload(actor=ME)
    assert (report.generation, report.embedded, report.swapped) == (before, 0, False)
    assert not report.articles
    assert not report.paragraphs
    assert service.library.status().sources_changed is False


def test_the_report_names_what_is_new_changed_and_gone(newsroom: Newsroom) -> None:
    newsroom.write("vieux.txt", "Le maire de Blois, Luc Vidal, a déclaré que le marché aurait lieu samedi.\n")
    service = newsroom.open()
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    newsroom.write("neuf.txt", "La ministre Jeanne Obry a déclaré que le port rouvrirait le 3 mars.\n")
    (newsroom.seeds / "vieux.txt").unlink()
    newsroom.write("vide.txt", "")
    report = service.library.reload(actor=ME)
    assert _ids(report.articles) == {"added": ["neuf"], "changed": ["pont"], "removed": ["vieux"]}
    assert [(p.article, p.number) for p in report.paragraphs.added] == [("neuf", 1)]
    assert [(p.article, p.number) for p in report.paragraphs.changed] == [("pont", 2)]
    assert [(p.article, p.number) for p in report.paragraphs.removed] == [("vieux", 1)]
    assert "trois ans" in report.paragraphs.changed[0].beginning
    assert [file.source for file in report.refused] == ["vide.txt"]
    assert report.embedded == 2
    assert report.swapped
    assert "trois ans" in _cited(service, "Qu’a déclaré Anne Morel sur les travaux ?")
    assert "3 mars" in _cited(service, "Quand le port rouvrirait-il selon Jeanne Obry ?")


def test_a_dry_run_tells_the_same_and_changes_nothing(newsroom: Newsroom) -> None:
    service = newsroom.open()
    newsroom.write("neuf.txt", "La ministre Jeanne Obry a déclaré que le port rouvrirait le 3 mars.\n")
    before = sorted(str(p) for p in (newsroom.data / "generations").rglob("*"))
    dry = service.library.reload(actor=ME, dry_run=True)
    assert sorted(str(p) for p in (newsroom.data / "generations").rglob("*")) == before
    assert service.ask("Qu’a déclaré Jeanne Obry ?").outcome == "refused"
    real = service.library.reload(actor=ME)
    assert (dry.generation, dry.articles, dry.paragraphs, dry.embedded) == (
        real.generation,
        real.articles,
        real.paragraphs,
        real.embedded,
    )
    assert (dry.dry_run, dry.swapped, real.dry_run, real.swapped) == (True, False, False, True)


def test_an_article_that_moves_or_is_better_described_is_not_embedded_again(newsroom: Newsroom) -> None:
    service = newsroom.open()
    (newsroom.seeds / "2026").mkdir()
    (newsroom.seeds / "pont.txt").rename(newsroom.seeds / "2026" / "pont.txt")
    newsroom.write("articles.toml", '["tram.txt"]\ntitle = "Tram to open"\npublished = "2026-02-01"\n')
    report = service.library.reload(actor=ME)
    assert sorted(name.id for name in report.articles.changed) == ["pont", "tram"]
    assert not report.paragraphs
    assert report.embedded == 0
    assert {a.id: a.title for a in service.corpus.articles}["tram"] == "Tram to open"


def test_a_translation_that_comes_later_is_a_changed_paragraph(newsroom: Newsroom) -> None:
    newsroom.write("court.txt", "Le préfet Marc Leduc a déclaré que la route rouvrirait.\n")
    service = newsroom.open()
    newsroom.write("court.en.txt", "The prefect Marc Leduc said that the road would reopen.\n")
    report = service.library.reload(actor=ME)
    assert [(p.article, p.number) for p in report.paragraphs.changed] == [("court", 1)]
    assert report.embedded == 1


def test_a_folder_without_articles_is_refused_unless_confirmed(newsroom: Newsroom) -> None:
    service = newsroom.open()
    for path in newsroom.seeds.iterdir():
        path.unlink()
    with pytest.raises(PorteParoleError) as error:
        service.library.reload(actor=ME)
    assert error.value.notice.key == "library-empty"
    assert "deux ans" in _cited(service, "Qu’a déclaré Anne Morel sur les travaux ?")
    report = service.library.reload(actor=ME, confirm_empty=True)
    assert len(report.articles.removed) == 2
    assert service.ask("Qu’a déclaré Anne Morel sur les travaux ?").outcome == "refused"
    newsroom.write("tram.txt", TRAM)
    assert service.library.reload(actor=ME).swapped


def test_a_source_that_is_away_leaves_the_old_articles(newsroom: Newsroom) -> None:
    service = newsroom.open()
    newsroom.seeds.rename(newsroom.seeds.with_name("away"))
    with pytest.raises(PorteParoleError) as error:
        service.library.reload(actor=ME)
    assert error.value.notice.key == "corpus-source-missing"
    assert service.library.status().sources_changed is None
    newsroom.close()
    again = newsroom.open()
    assert "deux ans" in _cited(again, "Qu’a déclaré Anne Morel sur les travaux ?")


def test_two_reloads_at_once_the_second_is_told(newsroom: Newsroom) -> None:
    service = newsroom.open()
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    inside, go_on = threading.Event(), threading.Event()

    def slow(stage: str, done: int, total: int) -> None:
        inside.set()
        go_on.wait(30)

    first = threading.Thread(target=lambda: service.library.reload(actor="discord:1 Paul", progress=slow))
    first.start()
    assert inside.wait(30)
    running = service.library.status().running
    assert running is not None
    assert (running.action, running.actor) == ("reload", "discord:1 Paul")
    for again in (
        lambda: service.library.reload(actor=ME),
        lambda: service.library.rollback(actor=ME),
        lambda: service.library.remove("tram", actor=ME),
    ):
        with pytest.raises(PorteParoleError) as error:
            again()
        assert error.value.notice.key == "library-busy"
        assert error.value.notice.values["actor"] == "discord:1 Paul"
    go_on.set()
    first.join()
    assert "trois ans" in _cited(service, "Qu’a déclaré Anne Morel sur les travaux ?")
    assert service.library.status().running is None


def test_everything_stands_in_the_audit_log(newsroom: Newsroom) -> None:
    service = newsroom.open()
    service.library.reload(actor=ME)
    with pytest.raises(PorteParoleError):
        service.library.rollback(actor="discord:1 Paul")
    service.library.denied("discord:2 Eve", "remove", "pont")
    denied, rollback, reload = service.library.history()
    assert (reload.actor, reload.action, reload.outcome) == (ME, "reload", "done")
    assert reload.details["embedded"] == 0
    assert (rollback.actor, rollback.outcome, rollback.details["key"]) == (
        "discord:1 Paul",
        "refused",
        "library-no-earlier",
    )
    assert (denied.actor, denied.action, denied.subject, denied.outcome) == (
        "discord:2 Eve",
        "remove",
        "pont",
        "denied",
    )


def test_a_question_that_began_before_the_swap_ends_on_its_own_generation(newsroom: Newsroom) -> None:
    service = newsroom.open()
    old = service.library.status().generation
    serving: Any = cast("Any", service)._serving
    database: sqlite3.Connection = serving.generation.catalogue._db
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    service.library.reload(actor=ME)
    assert serving.generation.id == old
    assert any("deux ans" in p.text for p in serving.corpus().paragraphs)
    assert "deux ans" in serving.chain.retrieve("travaux Anne Morel", 1)[0].evidence.paragraph.text
    del serving
    with pytest.raises(sqlite3.ProgrammingError, match="closed"):
        database.execute("SELECT 1")
    assert any("trois ans" in p.text for p in service.corpus.paragraphs)


def test_old_generations_and_their_vectors_do_not_pile_up(newsroom: Newsroom) -> None:
    service = newsroom.open(corpus={"generations": 2})
    for number in range(5):
        newsroom.write("pont.txt", BRIDGE.replace("deux ans", f"{number + 3} ans"))
        service.library.reload(actor=ME)
    kept = [one.generation for one in service.library.status().kept]
    assert len(kept) == 2
    assert sorted(p.name for p in (newsroom.data / "generations").iterdir()) == sorted(kept)
    newsroom.close()
    from porteparole.embedding.factory import make_embedder
    from porteparole.store.vectors import VectorStore, open_chroma

    vectors = VectorStore(lambda: open_chroma(newsroom.data / "chroma"), make_embedder())
    assert len(vectors.ids()) == 6, "five texts and the one that the generation before has"


def test_the_sources_are_never_written_to(newsroom: Newsroom) -> None:
    service = newsroom.open()
    before = {p: p.stat().st_mtime_ns for p in newsroom.seeds.rglob("*")}
    service.library.add(
        "neuf.txt", "La ministre Jeanne Obry a déclaré que le port rouvrirait.".encode(), actor=ME
    )
    service.library.remove("pont", actor=ME)
    service.library.rollback(actor=ME)
    assert {p: p.stat().st_mtime_ns for p in newsroom.seeds.rglob("*")} == before


def test_a_start_after_the_files_changed_reads_them_again(newsroom: Newsroom) -> None:
    newsroom.open()
    newsroom.close()
    newsroom.write("pont.txt", BRIDGE.replace("deux ans", "trois ans"))
    assert any("trois ans" in p.text for p in newsroom.open().corpus.paragraphs)
    newsroom.close()
    shutil.rmtree(newsroom.data / "generations")
    assert len(newsroom.open().corpus.paragraphs) == 5, "a lost index is made again"
