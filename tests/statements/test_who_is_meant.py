"""One person, one name: surnames, titles, roles, pronouns and capitals within an article."""

from __future__ import annotations

import pytest

from porteparole.statements import read_statements, speakers
from tests.statements.statement_gold import article


def who(language: str, *paragraphs: str) -> list[str | None]:
    made = article("a", [(str(n), text) for n, text in enumerate(paragraphs)], language)
    return [statement.speaker for statement in read_statements(made)]


FRENCH = [
    pytest.param(
        [
            "La ministre de la Santé, Hélène Roy, a présenté son plan mardi.",
            "« Nous recruterons dix mille infirmiers », a promis Mme Roy.",
            "Elle a ajouté que le budget était prêt.",
            "La ministre a précisé que le texte serait voté en mars.",
        ],
        ["Hélène Roy"] * 3,
        id="title, pronoun, role",
    ),
    pytest.param(
        [
            "Park Ji-won a salué l’accord.",
            "« C’est une victoire », a dit M. Park.",
            "Il a remercié ses alliés. « Nous avons tenu », a-t-il lancé.",
        ],
        ["Park Ji-won", "Park Ji-won", "Park Ji-won"],
        id="family name first",
    ),
    pytest.param(
        ["Moreau a annoncé qu’il quittait le club.", "Le capitaine Thomas Moreau jouait à Lens depuis 2015."],
        ["Thomas Moreau"],
        id="surname before the full name",
    ),
    pytest.param(
        [
            "Le président Luis Ferrer a rencontré la chancelière Greta Vogel.",
            "« Nous sommes d’accord », a-t-elle affirmé.",
            "« L’Europe avance », a-t-il renchéri.",
        ],
        ["Greta Vogel", "Luis Ferrer"],
        id="gender tells",
    ),
    pytest.param(
        ["Pékin a dénoncé ces sanctions.", "La Chine estime que le dialogue reste possible."],
        ["Chine", "Chine"],
        id="a capital is its government",
    ),
    pytest.param(
        [
            "Washington a menacé de se retirer du traité.",
            "Les États-Unis ont ajouté qu’ils décideraient en mai.",
        ],
        ["États-Unis", "États-Unis"],
        id="another capital",
    ),
    pytest.param(
        [
            "Le gouvernement japonais a fait savoir que le sommet était reporté.",
            "Tokyo a précisé qu’aucune date n’était fixée.",
        ],
        ["Gouvernement japonais", "Gouvernement japonais"],
        id="a government named by its country’s adjective",
    ),
    pytest.param(
        [
            "La Fédération nationale des transports (FNT) appelle à la grève.",
            "La FNT affirme que les négociations sont rompues.",
        ],
        ["Fédération nationale des transports", "Fédération nationale des transports"],
        id="short name in parentheses",
    ),
    pytest.param(
        [
            "Le porte-parole de l’armée, le colonel Amadou Diallo, a confirmé l’attaque.",
            "Le porte-parole a indiqué que deux soldats étaient blessés.",
        ],
        ["Amadou Diallo", "Amadou Diallo"],
        id="spokesman again",
    ),
    pytest.param(
        ["Le directeur de cabinet de Martine Duval a déclaré que rien n’était décidé."],
        ["Directeur de cabinet de Martine Duval"],
        id="the aide is not the boss",
    ),
    pytest.param(
        ["Selon une source proche du dossier, la vente sera conclue lundi."],
        ["Source proche du dossier"],
        id="a source stays a source",
    ),
    pytest.param(
        ["Le constructeur Velia a annoncé un rappel.", "Le groupe a précisé que l’usine restait ouverte."],
        ["Velia", "Velia"],
        id="the company again",
    ),
    pytest.param(
        ["Elle a déclaré que tout allait bien."],
        [None],
        id="a pronoun without anybody before",
    ),
    pytest.param(
        ["Paul Arnaud et Luc Morin se sont expliqués.", "« C’est fini », a-t-elle dit."],
        [None],
        id="nobody of that gender",
    ),
    pytest.param(
        ["« Nous avons gagné, a dit Anna Weiss.", "« Mais rien n’est fini. Nous continuerons. »"],
        ["Anna Weiss", "Anna Weiss"],
        id="a quotation over two paragraphs",
    ),
    pytest.param(
        ["Le maire, Jean Costa, a réuni la presse et a déclaré :", "« La plage restera fermée. »"],
        ["Jean Costa"],
        id="announced at the end of the paragraph before",
    ),
    pytest.param(
        [
            "Emmanuel Ricard, directeur de l’école, s’est dit inquiet.",
            "« Les effectifs baissent », souligne ce dernier.",
        ],
        ["Emmanuel Ricard"],
        id="ce dernier",
    ),
    pytest.param(
        [
            "Un porte-parole de la police a parlé d’une bousculade.",
            "« Trois personnes sont blessées », a précisé le porte-parole de la police bretonne.",
        ],
        ["Porte-parole de la police"],
        id="the same role with one more word",
    ),
    pytest.param(
        [
            "Après avoir dirigé le centre Johnson, Alan Petit a pris sa retraite.",
            "« J’ai la mer et mon imagination », a-t-il expliqué.",
        ],
        ["Alan Petit"],
        id="the subject after an opening adjunct",
    ),
    pytest.param(
        [
            "Le capitaine Yves Ferrand a vu l’armateur Paul Garnier à Brest.",
            "Ce dernier a promis que les salaires seraient versés.",
        ],
        ["Paul Garnier"],
        id="ce dernier",
    ),
    pytest.param(
        [
            "« La dune recule », a déclaré Anne Lebrun, géographe à Brest.",
            "« Nous la mesurons chaque mois depuis trente ans, et elle n’a jamais reculé aussi vite. »",
        ],
        ["Anne Lebrun", "Anne Lebrun"],
        id="a paragraph that is only a quotation goes on",
    ),
    pytest.param(
        [
            "Jean Petit, professeur à Brest, a présenté l’étude.",
            "« Le courant a changé », résume l’universitaire.",
        ],
        ["Jean Petit"],
        id="a word for whoever was spoken of",
    ),
    pytest.param(
        ["Son frère Luc Ferrand a annoncé la vente.", "Il a ajouté que la criée fermerait."],
        ["Luc Ferrand"],
        id="frère is a man",
    ),
    pytest.param(
        [
            "Yves Ferrand a réagi vivement à l’annonce :",
            "« C’est un geste hostile » poursuivant par « C’est inadmissible, ça ! »",
        ],
        ["Yves Ferrand", "Yves Ferrand"],
        id="announced, then continued",
    ),
    pytest.param(
        [
            "Anne Lebrun a levé la séance.",
            "Avant d’ajouter : « Nous reprendrons demain. »",
        ],
        [None],
        id="a fragment after a sentence without speech",
    ),
]

ENGLISH = [
    pytest.param(
        [
            "Health Minister Helen Ross presented her plan on Tuesday.",
            "“We will hire nurses,” Ms. Ross said.",
            "She added that the budget was ready.",
            "The minister said the bill would pass in March.",
        ],
        ["Helen Ross"] * 3,
        id="title, pronoun, role",
    ),
    pytest.param(
        [
            "President Luis Ferrer met Chancellor Greta Vogel.",
            "“We agree,” she said.",
            "“Europe moves,” he replied.",
        ],
        ["Greta Vogel", "Luis Ferrer"],
        id="gender tells",
    ),
    pytest.param(
        ["Beijing condemned the sanctions.", "China said dialogue remained possible."],
        ["China", "China"],
        id="a capital is its government",
    ),
    pytest.param(
        [
            "The International Transport Federation (ITF) called for a strike.",
            "The ITF said talks had failed.",
        ],
        ["International Transport Federation", "International Transport Federation"],
        id="short name in parentheses",
    ),
    pytest.param(
        ["Acme’s chief executive, Jane Doe, resigned.", "“It was time,” Doe said."],
        ["Jane Doe"],
        id="possessive role",
    ),
    pytest.param(
        ["Experts fear the dam could fail.", "They say repairs are overdue."],
        ["Experts", "Experts"],
        id="plural pronoun",
    ),
    pytest.param(["He said the deal was done."], [None], id="a pronoun without anybody before"),
]


@pytest.mark.parametrize(("paragraphs", "expected"), FRENCH)
def test_french_speakers(paragraphs: list[str], expected: list[str | None]) -> None:
    assert who("fr", *paragraphs)[-len(expected) :] == expected


@pytest.mark.parametrize(("paragraphs", "expected"), ENGLISH)
def test_english_speakers(paragraphs: list[str], expected: list[str | None]) -> None:
    assert who("en", *paragraphs)[-len(expected) :] == expected


def test_the_table_of_speakers_gives_role_mentions_and_count() -> None:
    made = article(
        "a",
        [
            ("1", "Le ministre du Travail, Paul Brun, a annoncé une réforme des retraites."),
            ("2", "« Elle est juste », a assuré M. Brun."),
        ],
    )
    (speaker,) = speakers(made)
    assert speaker.name == "Paul Brun"
    assert speaker.role == "ministre du Travail"
    assert speaker.statements == 2
    assert "M. Brun" in speaker.mentions


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "fr",
            "Dix villes ont signé une déclaration commune pour une pêche « sobre ».",
            "Déclaration commune",
        ),
        ("en", "Thirty ministers signed a joint declaration for “fair” fishing.", "Joint declaration"),
        ("fr", "Selon la déclaration commune, la pêche « doit reculer » partout.", "Déclaration commune"),
        ("fr", "Le maire a signé une lettre pour des moyens « dignes ».", "Maire"),
    ],
)
def test_a_text_that_several_sign_speaks_itself(language: str, text: str, speaker: str) -> None:
    assert who(language, text) == [speaker]
