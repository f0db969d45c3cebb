from dataclasses import replace

from porteparole.corpus.article import Corpus, LeftOut
from porteparole.notice import Notice
from porteparole.state.archive import Archive
from porteparole.state.database import State
from porteparole.state.removals import Removals


def test_a_paragraph_that_left_is_found_in_its_article_as_it_was(state: State, harbour: Corpus) -> None:
    article = replace(
        harbour.articles[0], left_out=(LeftOut(9, "Partager", Notice("corpus-left-out-share")),)
    )
    gone = article.paragraphs[1].id
    archive = Archive(state)
    for _ in range(2):
        with state.begin() as connection:
            archive.keep(connection, {article.id: [gone]}, [article])
    assert archive.article_of(gone) == article
    assert archive.article_of(article.paragraphs[0].id) is None


def test_the_latest_article_of_a_paragraph_is_the_one_that_is_shown(state: State, harbour: Corpus) -> None:
    article = harbour.articles[0]
    renamed = replace(article, title="Another title")
    gone = article.paragraphs[1].id
    for one in (article, renamed):
        with state.begin() as connection:
            Archive(state).keep(connection, {article.id: [gone]}, [one])
    assert Archive(state).article_of(gone) == renamed


def test_a_removal_is_remembered_until_it_is_lifted(state: State) -> None:
    removals = Removals(state)
    for actor in ("terminal:anne", "discord:1 Paul"):
        removals.add("pont", "d" * 64, "Le pont", actor)
    (removal,) = removals.all()
    assert (removal.article, removal.title, removal.actor) == ("pont", "Le pont", "discord:1 Paul")
    assert removals.lift("pont")
    assert not removals.lift("pont")
    assert removals.all() == []
