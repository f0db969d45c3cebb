"""Summaries: proved, in order, without words that hang in the air."""

from __future__ import annotations

import pytest

from porteparole.answering.answer import Answer
from porteparole.corpus.article import Corpus
from porteparole.notice import PorteParoleError
from porteparole.summaries.summariser import Summariser
from porteparole.text.leaning import points_back
from tests.shelf import Shelf
from tests.statements.statement_gold import article


def assert_proved(answer: Answer) -> None:
    assert answer.outcome == "answered"
    for sentence in answer.sentences:
        assert sentence.citations
        cited = [answer.citations[number - 1] for number in sentence.citations]
        assert all(citation.quote in citation.paragraph.text for citation in cited)
        assert sentence.translated or any(
            c.quote in sentence.text.replace(" [Jeanne Obry]", "") for c in cited
        )


def shelf_of(*articles: tuple[str, list[str]]) -> Summariser:
    made = tuple(article(name, [(f"{name}{n}", t) for n, t in enumerate(texts)]) for name, texts in articles)
    return Shelf(Corpus(made)).summaries


@pytest.mark.parametrize(("length", "most"), [("short", 3), ("normal", 6), ("long", 10)])
def test_every_sentence_is_cited_and_exact_and_the_length_is_kept(shelf: Shelf, length, most: int) -> None:
    answer = shelf.summaries.article("port", length)
    assert_proved(answer)
    assert 0 < len(answer.sentences) <= most


def test_an_article_is_told_in_its_own_order(shelf: Shelf) -> None:
    answer = shelf.summaries.article("port", "normal")
    places = [(c.paragraph.number, c.start) for c in answer.citations]
    assert places == sorted(places)


def test_no_sentence_hangs_in_the_air(shelf: Shelf) -> None:
    for most in range(1, 8):
        answer = shelf.summaries.article("port", most)
        for before, sentence in zip((None, *answer.citations), answer.citations, strict=False):
            if points_back(sentence.quote, "fr") and "Elle a ajouté" not in sentence.quote:
                assert before, sentence.quote
                assert sentence.paragraph.number - before.paragraph.number <= 1


def test_a_pronoun_is_resolved_by_the_statements_speaker(shelf: Shelf) -> None:
    answer = shelf.summaries.speaker("Obry", "long")
    assert "Elle [Jeanne Obry] a ajouté que les pêcheurs seraient indemnisés" in answer.text


def test_a_short_summary_of_an_article_begins_with_what_it_is_about(shelf: Shelf) -> None:
    answer = shelf.summaries.article("port", "short")
    assert answer.citations[0].quote.startswith("Le port de Brume rouvrira")


def test_datelines_are_no_sentences(shelf: Shelf) -> None:
    assert "12 février 2026. [" not in shelf.summaries.article("port", "long").text


def test_who_says_it_does_not_make_two_statements_one() -> None:
    summaries = shelf_of(
        ("neuf", ["La maire Zoé Petit a annoncé que le pont rouvrait."]),
        ("vieux", ["La maire Zoé Petit a annoncé lundi que le pont serait fermé."]),
    )
    assert len(summaries.speaker("Zoé Petit", "normal").sentences) == 2


def test_a_date_with_its_hour_is_no_sentence() -> None:
    summaries = shelf_of(("vote", ["8 mars 2016, 13 h 10 UTC. Les bureaux ont ouvert ce matin à Brest."]))
    assert [c.quote for c in summaries.article("vote", 5).citations] == [
        "Les bureaux ont ouvert ce matin à Brest."
    ]


def test_a_dash_behind_a_dateline_is_left_out() -> None:
    text = "12 février 2026. – Le port de Brest a rouvert ses quais lundi matin après la tempête."
    summaries = shelf_of(("a", [text, "Les navires reviennent depuis mardi soir dans le bassin."]))
    answer = summaries.article("a", "short")
    assert answer.text.startswith("Le port de Brest a rouvert")
    assert_proved(answer)


def test_a_sentence_that_hardly_reports_a_speaker_is_not_theirs() -> None:
    aside = (
        "La brasserie du quai embauchera dix mille marins au cours des cinq prochaines années dans tous les "
        "ports de la côte, en réponse au maire Luc Ferrand, qui juge « inutile » le chantier."
    )
    said = "Luc Ferrand a déclaré que la digue serait réparée avant la fin du mois de mars."
    answer = shelf_of(("a", [aside, said])).speaker("Ferrand", "normal")
    assert "la digue serait réparée" in answer.text and "brasserie" not in answer.text


def test_a_speakers_summary_prefers_what_reports_nobody_else() -> None:
    both = (
        "La maire Zoé Petit a dit vouloir fermer le pont et la digue de la ville dès le mois de mars, après "
        "la mise en garde du préfet Luc Ferrand contre la « crue du siècle » et ses dégâts sur les quais."
    )
    own = "Luc Ferrand a déclaré que la digue serait réparée avant la fin du mois de juin."
    answer = shelf_of(("a", [both, own])).speaker("Ferrand", 1)
    assert answer.text.startswith("Luc Ferrand a déclaré")


def test_a_topics_summary_prefers_sentences_that_name_it() -> None:
    text = (
        "Le conseil a voté le budget des écoles et des crèches de la ville après un long débat. "
        "Le tramway de Brest coûtera deux fois plus que prévu, selon le rapport du département."
    )
    answer = shelf_of(("a", [text])).topic("tramway de Brest", 1)
    assert answer.text.startswith("Le tramway de Brest")


def test_a_speakers_summary_has_their_statements_alone_newest_first(shelf: Shelf) -> None:
    answer = shelf.summaries.speaker("mme obry", "normal")
    assert_proved(answer)
    assert [c.speaker for c in answer.citations] == ["Jeanne Obry"] * len(answer.citations)
    assert [c.article.id for c in answer.citations] == ["peage", "port", "port"]


def test_a_topics_summary_is_about_the_topic(shelf: Shelf) -> None:
    answer = shelf.summaries.topic("péage du pont", "normal")
    assert_proved(answer)
    assert "péage du pont" in answer.text and "quais" not in answer.text


def test_the_editors_translation_is_used_and_labelled(shelf: Shelf) -> None:
    answer = shelf.summaries.article("peage", "short", "en")
    assert answer.language == "en"
    assert "the bridge toll would disappear in June" in answer.text
    assert all(sentence.translated for sentence in answer.sentences)
    assert [note.key for note in answer.notes] == ["answer-note-translation"]


def test_without_a_translation_an_english_frame_holds_the_original(shelf: Shelf) -> None:
    answer = shelf.summaries.article("port", "normal", "en")
    assert_proved(answer)
    first, *others = answer.sentences
    assert "in the original French: “" in first.text
    assert others and all("“" in s.text and "original French" not in s.text for s in others)


@pytest.mark.parametrize("of", ["article", "speaker", "topic"])
def test_nothing_to_summarise_is_told(shelf: Shelf, of: str) -> None:
    with pytest.raises(PorteParoleError) as error:
        getattr(shelf.summaries, of)("  ", "short")
    assert error.value.notice.key == "summary-of-nothing"


def test_a_pronoun_of_the_original_is_resolved_before_the_marks(shelf: Shelf) -> None:
    answer = shelf.summaries.speaker("obry", "normal", "en")
    assert_proved(answer)
    assert "On Jeanne Obry: “Elle a ajouté que les pêcheurs seraient indemnisés" in answer.text


def test_articles_that_differ_in_a_figure_are_said_to(shelf: Shelf) -> None:
    answer = shelf.summaries.topic("bateaux tempête digue", "normal")
    (note,) = [note for note in answer.notes if note.key == "summary-disagree"]
    assert {note.values["one"], note.values["other"]} == {"40 bateaux", "45 bateaux"}


def test_nothing_on_a_topic_is_said(shelf: Shelf) -> None:
    answer = shelf.summaries.topic("volcans d’Islande", "short", "en")
    assert answer.outcome == "refused"
    assert answer.text == "No article says anything about “volcans d’Islande”."


def test_unknown_names_are_refused_with_the_nearest(shelf: Shelf) -> None:
    with pytest.raises(PorteParoleError):
        shelf.summaries.speaker("Zebulon", "short")
    with pytest.raises(PorteParoleError):
        shelf.summaries.article("zzz", "short")
