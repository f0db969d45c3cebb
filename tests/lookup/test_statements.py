"""Lists of statements, comparisons, articles and paragraphs."""

from __future__ import annotations

import pytest

from porteparole.corpus.article import Corpus
from porteparole.lookup.articles import Articles
from porteparole.lookup.lookup import Lookup, Reported, StatementQuery
from porteparole.notice import PorteParoleError
from tests.lookup.conftest import article
from tests.shelf import Shelf


def texts(items: tuple[Reported, ...]) -> list[str]:
    return [item.text for item in items]


def test_every_statement_is_letter_exact_and_the_newest_come_first(lookup: Lookup) -> None:
    items = lookup.statements(StatementQuery()).items
    assert [item.article.id for item in items] == ["toll"] * 2 + ["port"] * 3 + ["acier"] * 2
    assert all(item.text in item.paragraph.text for item in items)


def test_speaker_article_and_kind_narrow_the_list_together(lookup: Lookup) -> None:
    found = lookup.statements(StatementQuery(speaker="obry", article="port", kind="direct"))
    assert texts(found.items) == ["Les pêcheurs seront indemnisés"]
    assert found.article and found.article.id == "port"
    assert [s.name for s in found.speakers] == ["Jeanne Obry"]


def test_a_topic_keeps_what_is_about_it(lookup: Lookup) -> None:
    found = lookup.statements(StatementQuery(topic="exportations d’acier"))
    assert texts(found.items) == ["ses exportations d’acier baisseraient"]


def test_a_topic_that_a_speaker_says_nothing_about_gives_nothing(lookup: Lookup) -> None:
    assert lookup.statements(StatementQuery(speaker="Halard", topic="acier")).items == ()


@pytest.mark.parametrize("typed", ["toll", "toll.txt", "Bridge toll to end", "bridge"])
def test_an_article_is_named_by_id_file_title_or_words(lookup: Lookup, typed: str) -> None:
    assert lookup.articles.find(typed).id == "toll"


def test_an_unknown_article_is_answered_with_the_nearest(lookup: Lookup) -> None:
    with pytest.raises(PorteParoleError) as error:
        lookup.statements(StatementQuery(article="Bridge tool to ende"))
    assert error.value.notice.key == "lookup-no-article"
    assert error.value.notice.values["nearest"] == "Bridge toll to end (toll)"


def test_what_an_id_begins_with_means_more_than_a_day() -> None:
    days = Articles(
        [article("001_a", "Un", "fr", None, "…"), article("b", "Deux", "fr", "2026-01-01", "…")],
        lambda date, language: date.replace("-01-01", " 001"),
    )
    assert days.find("001").id == "001_a"


def test_words_of_several_articles_name_none_of_them(lookup: Lookup) -> None:
    with pytest.raises(PorteParoleError) as error:
        lookup.articles.find("vigie")
    assert error.value.notice.key == "lookup-several-articles"
    named = str(error.value.notice.values["nearest"])
    assert "Bridge toll to end (toll)" in named, "an id alone tells an editor nothing"


def test_articles_are_searched_by_title_date_and_what_they_are_about(lookup: Lookup) -> None:
    assert [a.id for a in lookup.search_articles("")] == ["toll", "port", "acier"]
    assert [a.id for a in lookup.search_articles("février")] == ["port"]
    assert [a.id for a in lookup.search_articles("pêcheurs indemnisés")] == ["port"]
    assert lookup.search_articles("volcans") == []


def test_two_speakers_are_put_side_by_side(lookup: Lookup) -> None:
    one, other = lookup.compare("Obry", "China", "acier")
    assert (one.name, texts(one.items)) == ("Jeanne Obry", ["l’acier manquait sur les chantiers"])
    assert texts(other.items) == ["ses exportations d’acier baisseraient"]


def test_a_side_without_a_statement_is_empty(lookup: Lookup) -> None:
    one, other = lookup.compare("Obry", "Halard", "pêcheurs indemnisés")
    assert one.items and not other.items


def test_a_side_of_whom_nobody_knows_is_empty_and_says_so(lookup: Lookup) -> None:
    one, other = lookup.compare("Obry", "Zorglub")
    assert one.items and (other.name, other.items) == ("Zorglub", ())
    assert other.unknown is not None and other.unknown.key == "lookup-no-speaker"
    with pytest.raises(PorteParoleError):
        lookup.compare("Zorglub", "Gaston")


def test_a_speaker_is_not_compared_with_themselves(lookup: Lookup) -> None:
    with pytest.raises(PorteParoleError) as error:
        lookup.compare("Obry", "Mme Obry")
    assert error.value.notice.key == "lookup-same-speaker"


def test_a_paragraph_is_found_by_its_number(lookup: Lookup) -> None:
    assert lookup.paragraph("toll", 2).text.startswith("China warned")
    with pytest.raises(PorteParoleError) as error:
        lookup.paragraph("toll", 9)
    assert error.value.notice.values == {"number": 9, "count": 2}


def test_a_claim_is_answered_with_what_bears_on_it_or_nothing(lookup: Lookup) -> None:
    assert texts(lookup.check("la Chine augmente ses exportations d’acier"))[:1] == [
        "ses exportations d’acier baisseraient"
    ]
    assert lookup.check("on mange quoi ce soir ?") == ()
    assert lookup.check("") == ()


def test_an_empty_press_has_nothing_and_says_so() -> None:
    shelf = Shelf(Corpus(()))
    assert shelf.lookup.statements(StatementQuery(topic="acier")).items == ()
    assert shelf.lookup.search_articles("x") == []
    with pytest.raises(PorteParoleError):
        shelf.lookup.speakers.find("x")
    shelf.generation.close()
