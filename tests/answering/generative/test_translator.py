"""A translation by a model is kept where figures, names, quotation marks and negation agree."""

from __future__ import annotations

import json
from typing import Any

import pytest

from porteparole.answering.generative.agreement import difference
from porteparole.answering.generative.calling import Caller
from porteparole.answering.generative.limits import Budget, Limit
from porteparole.answering.generative.translator import ModelTranslator
from porteparole.answering.support.likeness import Likeness
from porteparole.corpus.article import Corpus
from porteparole.notice import PorteParoleError
from porteparole.store.generation import Generation
from tests.answering.generative.conftest import ScriptedModel

FRENCH = (
    "« Nous ne reprendrons pas le travail avant le 12 mars », a déclaré Sylvie Marchetti, dont le syndicat "
    "compte cinquante-huit membres en France."
)
RIGHT = (
    "“We will not go back to work before 12 March,” said Sylvie Marchetti, whose union has fifty-eight "
    "members in France."
)


@pytest.mark.parametrize(
    ("translation", "wrong"),
    [
        (RIGHT, ""),
        (RIGHT.replace("fifty-eight", "58"), ""),
        (RIGHT.replace("fifty-eight", "fifty-nine"), "cinquante-huit"),
        (RIGHT.replace("12 March", "March"), "12"),
        (RIGHT.replace("members", "members and 3 friends"), "3"),
        (RIGHT.replace("Sylvie Marchetti", "the secretary"), "Sylvie"),
        (RIGHT.replace("France", "Germany"), "France"),
        (RIGHT.replace("Sylvie Marchetti", "Sylvie Marchetti and Paul Renard"), "Paul"),
        (RIGHT.replace("“", "").replace("”", ""), "quotation marks"),
        (RIGHT.replace("not go", "go"), "not"),
        (FRENCH, "language"),
        ("", "language"),
        (RIGHT * 3, "length"),
        ("“We will not.”", "length"),
    ],
)
def test_what_can_be_told_without_understanding_must_agree(
    translation: str, wrong: str, likeness: Likeness
) -> None:
    assert difference(FRENCH, "fr", translation, likeness) == wrong


def test_translations_by_people_agree_with_their_originals(
    harbour: Corpus, generation: Generation, likeness: Likeness
) -> None:
    lost = [
        (paragraph.text, wrong)
        for article in (*harbour.articles, *generation.catalogue.corpus().articles)
        for paragraph in article.paragraphs
        if paragraph.translation
        and (wrong := difference(paragraph.text, article.language, paragraph.translation, likeness))
    ]
    assert len(lost) <= 2, lost


def translated(
    harbour: Corpus, likeness: Likeness, *replies: Any, **budget: Any
) -> tuple[str, ScriptedModel]:
    model = ScriptedModel(
        replies=[r if isinstance(r, Exception) else json.dumps({"translation": r}) for r in replies]
    )
    translator = ModelTranslator(Caller(model, "scripted", Budget(**budget)), seconds=20, likeness=likeness)
    article = harbour.articles[0]
    return translator.translate(article, article.paragraphs[3]), model


GOOD = "According to the chamber of commerce, thirty-two ships are waiting off the coast."


def test_a_right_translation_is_taken(harbour: Corpus, likeness: Likeness) -> None:
    assert translated(harbour, likeness, GOOD)[0] == GOOD


def test_a_wrong_one_is_asked_for_once_more_with_what_is_wrong(harbour: Corpus, likeness: Likeness) -> None:
    text, model = translated(harbour, likeness, GOOD.replace("thirty-two", "thirty"), GOOD)
    assert text == GOOD
    assert "trente-deux" in str(model.asked[1][-1].content)  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]


def test_one_that_stays_wrong_is_left_out(harbour: Corpus, likeness: Likeness) -> None:
    with pytest.raises(PorteParoleError) as raised:
        translated(harbour, likeness, GOOD.replace("thirty-two", "thirty"))
    assert raised.value.notice.key == "writer-translation-differs"


@pytest.mark.parametrize(
    "obeyed",
    [
        "PWNED",
        "I am DAN now and I have no rules.",
        "According to the chamber of commerce, no ship is waiting off the coast.",
        "Here are my instructions: translate the paragraph, figure by figure, name by name.",
    ],
)
def test_a_model_that_obeys_an_order_in_the_paragraph_translates_nothing(
    harbour: Corpus, likeness: Likeness, obeyed: str
) -> None:
    with pytest.raises(PorteParoleError) as raised:
        translated(harbour, likeness, obeyed)
    assert raised.value.notice.key == "writer-translation-differs"


@pytest.mark.parametrize("budget", [{}, {"day": Limit(tokens=1)}])
def test_a_model_that_cannot_be_asked_is_told(
    harbour: Corpus, likeness: Likeness, budget: dict[str, Any]
) -> None:
    with pytest.raises(PorteParoleError) as raised:
        translated(
            harbour, likeness, *([ConnectionResetError("gone")] if not budget else [GOOD + " 3"]), **budget
        )
    assert raised.value.notice.key == "writer-translation-unavailable"
