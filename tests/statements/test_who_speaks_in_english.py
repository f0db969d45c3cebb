"""Who speaks in English reports on firms and politics: names, kinds, owners; the sentences are invented."""

from __future__ import annotations

import pytest

from porteparole.statements import read_statements
from tests.statements.statement_gold import article

CASES: list[tuple[str, tuple[str, ...], list[str | None]]] = [
    ("the firm named in passing in the same sentence",
     ("Shares in Dale Energy have jumped 6% after the firm said a well was larger.",), ["Dale Energy"]),
    ("a name after its kind without an article",
     ("Revenues at media group Lorner slipped 11%, the group said.", "The company said it was hopeful."),
     ["Lorner", "Lorner"]),
    ("a kind that opens the text", ("Telecoms supplier Norvik has posted a rise.",
     "Shares fell, however, as the company said it had made a loss."), ["Norvik"]),
    ("it, after a firm", (
        "Australian airline Velta has made a profit. Its shares fell after it warned that growth was slow.",
    ), ["Velta"]),
    ("it, for a bare name that a firm could have",
     ("Norvik has said that the game is late. “It is being translated,” it said.",), ["Norvik", "Norvik"]),
    ("the Bank is not any body spoken of", (
        "The NSO is due to publish its estimate. The Bank said policy depends on good figures.",), ["Bank"]),
    ("the site is a site", ("Fan website Trek Home is raising money. So far £2,000 has been pledged, "
                            "according to the site.",), ["Trek Home"]),
    ("somebody of a firm", ("“It will bring more revenue,” said Norvik’s Peter Hill.",), ["Peter Hill"]),
    ("a role that names women", (
        "Labour’s deputy minister for women Zoria Hill accused the union of lying.",), ["Zoria Hill"]),
    ("titles are no part of a name", ("Foreign affairs spokesman Sir Henry Hill said it was over. "
                                      "Norvik boss Mr Hill also said he would stay.",),
     ["Henry Hill", "Henry Hill"]),
    ("an MP", ("“Our aim is simple,” said the committee chairman, MP Edward Hill.",), ["Edward Hill"]),
    ("a role behind a name, between commas", (
        "“They should seize the moment,” Mr Hill, Norvik’s chief executive said.",), ["Hill"]),
    ("a role behind a name, without one", (
        "“This needs more drilling,” Dr Mike Hill head of exploration said.",), ["Mike Hill"]),
    ("a kind before a name, after a quotation", (
        "“We remain cautious,” investment bank Lyall Moore said of Norvik.",), ["Lyall Moore"]),
    ("no comma before said", ("The rules are too complex to follow said Ann Wyver, from Norvik, a firm.",),
     ["Ann Wyver"]),
    ("who says it closes the sentence", (
        "Ann Hill spoke. Private surveys suggest a stronger economy, Ms Hill said. Other surveys show a "
        "slowdown in growth, she pointed out.",), ["Ann Hill", "Ann Hill"]),
    ("he went on", ("Director Dieter Kranz says this is new. “It isn’t to say all is well,” he continued.",),
     ["Dieter Kranz", "Dieter Kranz"]),
    ("a share of people", ("More than a third of respondents said they were worried.",),
     ["A third of respondents"]),
    ("what a thing shows is no part of its name", (
        "The poster shows Mr Hill hypnotising people with a watch, saying: “I can spend it.”",), ["Poster"]),
    ("a document states", ("“It has turned a standard into a trap,” the lawsuit states.",), ["Lawsuit"]),
    ("the former secretary is whom the text spoke of", (
        "Lord Bower has criticised the plan. The former cabinet secretary said it was late.",),
     ["Bower", "Bower"]),
    ("the only minister", (
        "Tessa Hill has announced a plan. The Culture Secretary said she listened.",
        "But shadow culture secretary John Wells said it was late."),
     ["Tessa Hill", "Tessa Hill", "John Wells"]),
    ("by age and trade", (
        "Michael Hill is to star in a film. On a visit to India, the 60-year-old actor said he was glad.",),
     ["Michael Hill"]),
    ("asked why", (
        "Asked why he thought it was late, Lord Bower said: “One has got to remember.”",
        "Asked whether he thought it was right, he replied: “Well. I think so.”"), ["Bower", "Bower"]),
    ("two together", (
        "In a rare move, the Whigs and Peelites have tabled a motion, saying the plans are “excessive”.",),
     ["Whigs and Peelites"]),
    ("what a study found", ("The research found very few women worked there.",), ["Research"]),
    ("a report that predicts", (
        "Around two million people will miss out on it, predicts the report by telecoms giant Velta.",
        "The poor will be a quarter of them, the report forecasts."), ["Report", "Report"]),
    ("any trade before a name", ("“It should be ahead,” said awards pundit Tom O’Neal.",), ["Tom O’Neal"]),
    ("a trade between a paper and a name", (
        "Evening Star film critic Derek Hill said it was bad. “No,” said Ohio state archivist Jody Hall.",
    ), ["Derek Hill", "Jody Hall"]),
    ("a body with its initials behind an owner’s mark", (
        "The Film Association for America’s (FAA) software is free. The FAA said it was safe.",),
     ["Film Association for America"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "speakers"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_who_speaks(paragraphs: tuple[str, ...], speakers: list[str | None]) -> None:
    made = article("a", [(str(number), text) for number, text in enumerate(paragraphs, 1)], "en")
    assert [statement.speaker for statement in read_statements(made)] == speakers


def test_an_aside_behind_a_relative_clause() -> None:
    text = "The port, which says it will close the quay, (as was told) stays open."
    assert len(read_statements(article("a", [("1", text)], "en"))) == 1


@pytest.mark.parametrize(
    "text",
    [
        "The system will handle the data demands of films and music.",
        "Developers are expecting to get one early next year to tune games that will appear on it.",
        "It followed fears that a rise in betting has led to cheating.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert read_statements(article("a", [("1", text)], "en")) == ()


@pytest.mark.parametrize(
    ("text", "stretch"),
    [
        ("Organisers say this year’s festival, which opens on Thursday, will celebrate cinema.",
         "this year’s festival, which opens on Thursday, will celebrate cinema"),
        ("The head of Norvik, the insurance market, has criticised Britain’s bank.", "Britain’s bank"),
        ("Norvik said the feature, available only in the US, “adds useful links”.",
         "the feature, available only in the US, “adds useful links”"),
        ("Voters would reject it by two to one, according to a poll posing the question the town will put.",
         "Voters would reject it by two to one"),
        ("Shares in casino operator Velta, who had been hoping the bill would pass, fell by 10%.",
         "the bill would pass"),
    ],
)  # fmt: skip
def test_what_is_said(text: str, stretch: str) -> None:
    assert [text[s.start : s.end] for s in read_statements(article("a", [("1", text)], "en"))] == [stretch]
