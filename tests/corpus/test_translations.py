"""Parallel files: one paragraph for one paragraph, or a sentence that names the first that is off."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from porteparole.corpus.article import RefusedFile
from porteparole.corpus.translations import Unmatched, first_unmatched, originals
from tests.corpus.corpus_folder import Folder, keys, texts_of

FRENCH = [
    "La ministre des Transports, Anne Leroy, a présenté mardi à Lyon un plan de 12 milliards d’euros pour le "
    "rail, que les élus de la région attendaient depuis 2019.",
    "« Nous ne fermerons aucune ligne », a-t-elle promis.",
    "Les syndicats, reçus dans la matinée, se disent prudents.",
    "Selon la SNCF, 340 kilomètres de voies doivent être refaits avant 2030, dont une grande partie entre "
    "Clermont-Ferrand et Nîmes, où les trains roulent à vitesse réduite depuis des années.",
    "Le texte sera soumis au Parlement en septembre.",
]
ENGLISH = [
    "The minister of transport, Anne Leroy, on Tuesday presented a 12-billion-euro plan for the railways in "
    "Lyon, which the region’s elected officials had been awaiting since 2019.",
    "“We will not close a single line,” she promised.",
    "The unions, received in the morning, say they are cautious.",
    "According to the SNCF, 340 kilometres of track must be rebuilt before 2030, a large part of it between "
    "Clermont-Ferrand and Nîmes, where trains have been running at reduced speed for years.",
    "The text will be submitted to Parliament in September.",
]


def put_pair(folder: Folder, english: list[str], name: str = "rail.en.txt") -> None:
    folder.put("rail.txt", "\n".join([*FRENCH, "(Avec AFP)"]))
    folder.put(name, "\n".join(english))


@pytest.mark.parametrize("name", ["rail.en.txt", "rail.en.md", "rail.EN.txt"])
def test_each_paragraph_gets_its_translation(folder: Folder, name: str) -> None:
    put_pair(folder, ENGLISH, name) if name.endswith("txt") else put_pair(
        folder, ["\n\n".join(ENGLISH)], name
    )
    article = folder.only_article()
    assert [paragraph.translation for paragraph in article.paragraphs] == ENGLISH
    assert texts_of(article) == FRENCH


def test_boilerplate_is_left_out_of_the_translation_too(folder: Folder) -> None:
    put_pair(folder, [*ENGLISH, "(With AFP)", "All rights reserved."])
    assert [p.translation for p in folder.only_article().paragraphs] == ENGLISH


def test_an_english_article_may_have_a_french_parallel_file(folder: Folder) -> None:
    folder.put("rail.txt", "\n".join(ENGLISH))
    folder.put("rail.fr.txt", "\n".join(FRENCH))
    article = folder.only_article()
    assert (article.language, article.paragraphs[0].translation) == ("en", FRENCH[0])


def test_translations_can_be_left_out(folder: Folder) -> None:
    put_pair(folder, ENGLISH)
    (article,) = folder.load(translations=False).articles
    assert {paragraph.translation for paragraph in article.paragraphs} == {None}


def test_a_file_named_like_a_translation_is_an_article_when_it_stands_alone(folder: Folder) -> None:
    folder.put("rail.en.txt", "\n".join(ENGLISH))
    article = folder.only_article()
    assert (article.id, article.language) == ("rail.en", "en")


def test_two_languages_without_a_plain_name_are_two_articles(folder: Folder) -> None:
    folder.put("rail.en.txt", "\n".join(ENGLISH))
    folder.put("rail.fr.txt", "\n".join(FRENCH))
    assert [article.id for article in folder.load().articles] == ["rail.en", "rail.fr"]


@pytest.mark.parametrize("missing", range(len(FRENCH)))
def test_the_first_paragraph_without_a_translation_is_named(
    folder: Folder, say: Callable[[RefusedFile], str], missing: int
) -> None:
    put_pair(folder, [text for n, text in enumerate(ENGLISH) if n != missing])
    corpus = folder.load()
    (refused,) = corpus.refused
    assert (refused.source, refused.reason.key) == ("rail.en.txt", "corpus-translation-missing")
    assert refused.reason.values["number"] == str(missing + 1)
    assert " ".join(FRENCH[missing].split()[:6]) in say(refused)
    assert [paragraph.translation for paragraph in corpus.articles[0].paragraphs] == [None] * 5


@pytest.mark.parametrize("extra", range(len(ENGLISH)))
def test_the_first_paragraph_without_an_original_is_named_with_its_line(folder: Folder, extra: int) -> None:
    added = "An advertisement for the winter holidays in Brittany was shown 77 times that day on TV Breizh."
    put_pair(folder, [*ENGLISH[:extra], added, *ENGLISH[extra:]])
    (refused,) = folder.load().refused
    assert (refused.reason.key, refused.line) == ("corpus-translation-extra", extra + 1)


def test_two_paragraphs_run_into_one_are_noticed_where_they_are() -> None:
    run_together = [ENGLISH[0], ENGLISH[1], f"{ENGLISH[2]} {ENGLISH[3]}", ENGLISH[4]]
    assert first_unmatched(FRENCH, run_together) == Unmatched("original", 3)


def test_the_right_number_of_wrong_paragraphs_is_noticed(folder: Folder) -> None:
    put_pair(folder, ENGLISH[::-1])
    assert keys(folder.load().refused) == ["corpus-translation-off"]


def test_a_translation_into_the_language_of_the_article_is_refused(folder: Folder) -> None:
    folder.put("rail.txt", "\n".join(FRENCH))
    folder.put("rail.fr.txt", "\n".join(FRENCH))
    assert keys(folder.load().refused) == ["corpus-translation-same-language"]


def test_a_translation_of_a_refused_article_is_named_too(folder: Folder) -> None:
    folder.put("rail.txt", "")
    folder.put("rail.en.txt", "\n".join(ENGLISH))
    corpus = folder.load()
    assert keys(corpus.refused) == ["corpus-refused-empty", "corpus-translation-no-article"]
    assert corpus.articles == ()


def test_an_empty_translation_is_refused_and_the_article_loads(folder: Folder) -> None:
    put_pair(folder, [])
    corpus = folder.load()
    assert [(file.source, file.reason.key) for file in corpus.refused] == [
        ("rail.en.txt", "corpus-refused-empty")
    ]
    assert len(corpus.articles) == 1


def test_only_files_beside_an_article_of_that_name_are_parallel() -> None:
    names = ["a.txt", "a.en.txt", "b.en.txt", "c.jsonl", "c.en.txt", "d.html", "d.fr.md", "e.de.txt", "e.txt"]
    assert originals(names) == {"a.en.txt": "a.txt", "d.fr.md": "d.html"}
