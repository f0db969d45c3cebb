"""Who is meant where news names somebody in passing, by a trade, in the title; the sentences are invented."""

from __future__ import annotations

import pytest

from porteparole.statements import read_statements
from tests.statements.statement_gold import article

FRENCH: list[tuple[str, tuple[str, ...], list[str | None]]] = [
    ("one of two of a name, the one who leads", (
        "Anne Keller, la fille de Paul Keller, est morte lundi.",
        "Keller, qui présidait l’atelier, était connue. Elle défendait la liberté de la presse.",
    ), ["Anne Keller"]),
    ("adjectives do not make another body", (
        "L’ANSP a lancé une sonde lundi.",
        "« Tout va bien », assure l’agence spatiale.",
    ), ["ANSP"]),
    ("the one who is said to be it", (
        "Le trésorier sera Jean Morel.", "Le trésorier a promis de publier les comptes.",
    ), ["Jean Morel"]),
    ("a source is not the one spoken of next", (
        "Paul Roux est mort lundi.", "Il avait refusé le poste, selon La Dépêche.",
        "Il avait aussi promis de revenir.",
    ), ["La Dépêche", "Paul Roux"]),
    ("one of his lawyers, named before", (
        "« Il va bien », selon Marc Joly, l’un de ses avocats, qui précise que « la balle a ricoché ».",
    ), ["Marc Joly", "Marc Joly"]),
    ("one of several", ("Roux se rendait au palais, a précisé un de ses avocats.",), ["Un de ses avocats"]),
    ("one of several, named", (
        "Les quais seront bloqués, a lancé un de ses porte-parole, Luc Bard.",
    ), ["Luc Bard"]),
    ("of the two", ("L’un des avocats des deux plaignants a dénoncé un procès « joué d’avance ».",),
     ["L'un des avocats des deux plaignants"]),
    ("a verb that could be a noun", (
        "La marine danoise annonce aujourd’hui avoir coulé un navire.",
        "La marine affirme que le navire était vide.",
    ), ["Marine danoise", "Marine danoise"]),
    ("what closes a sentence belongs to its subject", (
        "Paul Roux a veillé à ce que sa présidence reste sobre, en promettant de « réduire les frais ».",
    ), ["Paul Roux"]),
    ("the main clause after a pronoun", (
        "Un pêcheur est arrivé lundi.",
        "Alors qu’il relevait ses filets, Jean Lebon, un voisin, remarque que la mer se retire.",
    ), ["Jean Lebon"]),
    ("a verb in the plural has two subjects", (
        "Les ministres de la Santé, Zoé Petit, et du Budget, Guy Roche ont annoncé que la taxe baisserait.",
    ), ["Zoé Petit et Guy Roche"]),
    ("a long portfolio", (
        "Le ministre des Postes, des Techniques de l’image, de la Culture et des Médias Kofi Banda a dit que "
        "le réseau tient.",
    ), ["Kofi Banda"]),
    ("those who are visited are not the visitor", (
        "En visite aux pêcheurs de Brest, Luc Le Brun, ministre de la Mer a affirmé que l’aide viendrait.",
    ), ["Luc Le Brun"]),
    ("permitted to say", ("Cela a permis à la ministre Zoé Petit de déclarer que « le pire est passé ».",),
     ["Zoé Petit"]),
    ("any verb", ("Le Conseil du port a décidé qu’« aucun quai ne fermerait avant juin ».",),
     ["Conseil du port"]),
    ("ces derniers are those named last, without a name", (
        "Ils étaient mille selon les organisateurs.", "Selon ces derniers, la place était pleine.",
    ), ["Organisateurs", "Organisateurs"]),
    ("a source within what is reported", (
        "Le maire précise que le métal est, selon lui, un produit qui ne sert qu’aux « vendeurs d’armes ».",
    ), ["Maire"]),
    ("comme le rappelle", ("Le pont devrait rouvrir, comme le rappelle la maire Zoé Petit.",), ["Zoé Petit"]),
    ("pour, where something is expected", ("Pour l’Unam, la récolte devrait baisser d’un tiers.",), ["Unam"]),
    ("the text where it can be read", (
        "La ville a publié un avis. « Le pont est fermé », peut-on lire dans cet avis de l’Office du lac.",
    ), ["Office du lac"]),
    ("more quoted words of the same sentence", (
        "Paul Roux a indiqué « vouloir des départs volontaires », et à « embaucher cent jeunes sur trois "
        "ans ».",
    ), ["Paul Roux", "Paul Roux"]),
    ("uttered by", ("On retient la phrase « C’est de votre faute ! » lancée par la députée Zoé Petit.",),
     ["Zoé Petit"]),
    ("two of a name", ("Ann et Luc Roy, des parents, ont écrit au maire. Ils dénoncent son silence.",),
     ["Ann et Luc Roy"]),
    ("taken up in the same sentence", (
        "Le tribunal a siégé.", "Solvex, pour sa part, rejette l’avis, qu’il qualifie de « farce ».",
    ), ["Solvex"]),
    ("where it was said is no name of theirs", (
        "« Nous tiendrons », a déclaré le préfet sur le réseau social Mastodon.",
    ), ["Préfet"]),
    ("the president again", (
        "Paul Roux a signé la loi. Le président était seul.", "Un vote aura lieu.",
        "Toutefois, le président a déclaré que la loi tiendrait.",
    ), ["Paul Roux"]),
    ("who says it is no part of what is said", ("Luc Bard part. « Tant mieux », dit-il selon la radio.",),
     ["Luc Bard"]),
    ("the reason is the subject's", (
        "Le pire est passé, selon le préfet Luc Bard.", "Jean Roche cria, car il estimait que l’on mentait.",
    ), ["Luc Bard", "Jean Roche"]),
    ("an initial", ("Hier, un porte-parole d’A. Petit, Sam Roche, a dit que tout va bien.",), ["Sam Roche"]),
    ("a thing is no subject to take up", (
        "Paul Roux est venu.", "La vidéo est restée inconnue jusqu’à ce qu’un site la montre.",
        "« Tant mieux », dit-il.",
    ), ["Paul Roux"]),
    ("the party", ("Le CPL a fait part de sa colère.", "Le parti centriste pense que le vote est clos."),
     ["CPL", "CPL"]),
    ("d’une part", ("Paul Roux admet maintenant, d’une part, avoir menti.",), ["Paul Roux"]),
    ("written without its circumflex", ("« Bravo », a dit l’entraineur Max Roy.",), ["Max Roy"]),
]  # fmt: skip


ENGLISH: list[tuple[tuple[str, ...], list[str | None]]] = [
    (("Shares in Dalton Group fell after it said trade was poor.", "The Irish firm said it would close."),
     ["Dalton Group", "Dalton Group"]),
    (("Up to ten jobs are to go at US insurer Hart & Lowe.", "The world's biggest insurer said it was sorry.",
      "Hart said it would pay."), ["Hart & Lowe"] * 2),
    (("“I am sorry,” Mr Bruni’s statement said.",), ["Bruni"]),
    (("The Coastal Bank report said the gap was closing.",), ["Coastal Bank report"]),
    (("“The gap is closing,” the Coastal Bank report said.",), ["Coastal Bank report"]),
    (("“That hurts,” Simon Wells, from Golden Stone, told Reuters.",), ["Simon Wells"]),
    (("“It will recover,” said Economic and Fiscal Policy Minister Ken Tanaka.",), ["Ken Tanaka"]),
    (("The former finance chief at US telecoms firm Orbit has admitted that he used to lie.",),
     ["Former finance chief at US telecoms firm Orbit"]),
    (("A spokesman for the UN's World Forum on the Information Age said the gap remained.",),
     ["Spokesman for the UN's World Forum on the Information Age"]),
    (("A spokesman for the World Sea Forum (WSF) said it agreed.", "The fund is small, said the WSF."),
     ["Spokesman for the World Sea Forum", "WSF"]),
    (("The two firms signed a pact, and say they expect growth.",), ["Two firms"]),
    (("Harbour Two controller Ron Keane: “It is a new era for us all.”",), ["Ron Keane"]),
    (("“Ossie was a hero,” said Galaxy star Alan Moore.",), ["Alan Moore"]),
    (("People turn away from TV, say analysts Jolly Research.",), ["Jolly Research"]),
    (("Radio 1 said the show was over.",), ["Radio 1"]),
    (("The company, Glenmore, is to alter the pills.", "The company says that it will pay."), ["Glenmore"]),
    (("Mr Hill said the pact was good.", "“It will last for many years to come.”"), ["Hill", "Hill"]),
    (("Ann Low, the daughter of a judge, read a letter sent by Hill. “It is late,” she said.",), ["Ann Low"]),
    (("A New York appeals court has told the firm that it may sue.",), ["New York appeals court"]),
    (("More than ten UK firms produced non-financial reports on trade than last year.",), []),
    (("The suit was filed after Quest Communications, which had an offer rejected, said it would sue.",),
     ["Quest Communications"]),
    (("Earlier this month, SBC Networks agreed to buy its parent.",), ["SBC Networks"]),
    (("Delta Air Lines is cutting fares.", "The airline says no fare will be higher."), ["Delta Air Lines"]),
    (("A number of large shareholders said the offer was poor.",), ["Shareholders"]),
    (("Betty Low spoke.", "Baroness Low said it was late."), ["Betty Low"]),
    (("“It is late,” said Bank of Spain chief Tom Fuller.",), ["Tom Fuller"]),
    (("It was praised by Iris director Sir Richard Air, who said it was fine.",), ["Richard Air"]),
    (("Ann Low warned: “We need to change. “I want somebody new. He must care.", "“It is late.” It rained."),
     ["Ann Low"] * 3),
    (("They were held for alleged manipulation of prices.",), []),
]  # fmt: skip


def who(language: str, paragraphs: tuple[str, ...], title: str = "a") -> list[str | None]:
    made = article(title, [(str(n), text) for n, text in enumerate(paragraphs)], language)
    return [statement.speaker for statement in read_statements(made)]


@pytest.mark.parametrize(("paragraphs", "expected"), [pytest.param(p, e, id=i) for i, p, e in FRENCH])
def test_who_is_meant_in_french(paragraphs: tuple[str, ...], expected: list[str | None]) -> None:
    assert [(name or "").replace("’", "'") or None for name in who("fr", paragraphs)] == expected


@pytest.mark.parametrize(("paragraphs", "expected"), ENGLISH)
def test_who_is_meant_in_english(paragraphs: tuple[str, ...], expected: list[str | None]) -> None:
    assert who("en", paragraphs) == expected


@pytest.mark.parametrize(
    ("title", "paragraphs", "speaker"),
    [
        ("Zoé Martin-Roux candidate à la mairie",
         ("La députée de la Loire se lance. Elle promet un pont.", "Zoé Martin-Roux est née ici."),
         "Zoé Martin-Roux"),
        ("Pour Aubin, le pont est sûr",
         ("« Le pont est sûr », affirme-t-il.", "Jean-Marc Aubin est le maire."), "Jean-Marc Aubin"),
        ("Discours de Jean-Marc Aubin", ("M. Aubin a affirmé que rien ne changerait.",), "Jean-Marc Aubin"),
        ("Paul Garnier est élu",
         ("Paul Garnier est élu maire. Le premier adjoint sera Luc Petit.",
          "Devant la mairie, il a promis de construire un pont."),
         "Paul Garnier"),
        ("Paul Garnier annonce un impôt",
         ("Paul Garnier a présenté un impôt. La loi arrive.", "Le président a déclaré que c’était juste."),
         "Paul Garnier"),
        ("Le pont est fermé", ("M. Aubin a affirmé que rien ne changerait.",), "Aubin"),
    ],
)  # fmt: skip
def test_the_title_tells_whom_the_text_is_about(
    title: str, paragraphs: tuple[str, ...], speaker: str
) -> None:
    assert set(who("fr", paragraphs, title)) == {speaker}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("The firm said sales were poor but stressed that work went well.",
         ["sales were poor", "work went well"]),
        ("Mr Hill said he was sorry, but insisted that “it was a joke”.", ["he was sorry", "it was a joke"]),
        ("Ms Low said a delay would be “a shame” and she accused the union of cowardice.",
         ["a delay would be “a shame”", "the union of cowardice"]),
        ("Mr Hill told Labour members he wants a bridge.", ["he wants a bridge"]),
        ("Mr Hill told BBC Radio 4's Today programme it was late.", ["it was late"]),
    ],
)  # fmt: skip
def test_where_an_english_report_begins_and_ends(text: str, expected: list[str]) -> None:
    made = article("a", [("1", text)], "en")
    assert [text[s.start : s.end] for s in read_statements(made)] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Selon un rapport établi par l’Insee sur « Les revenus », la crise dure.", ["la crise dure"]),
        ("Le chantier selon la ville a perdu un an.", ["Le chantier selon la ville a perdu un an"]),
        ("Selon la ville, l’Office du lac, organe suprême, a appelé à économiser l’eau.",
         ["l’Office du lac, organe suprême, a appelé à économiser l’eau"]),
        ("Ils étaient mille selon la police et dix mille selon les organisateurs.",
         ["Ils étaient mille", "dix mille"]),
        ("Luc Bard a appelé sur la place les élus à partir.", ["partir"]),
        ("Zoé Petit a annoncé ce matin, vers 7h30, son départ.", ["son départ"]),
        ("Luc Bard l’a félicitée pour une « belle course » : « Elle a tout donné. »",
         ["pour une « belle course »", "Elle a tout donné."]),
    ],
)  # fmt: skip
def test_where_a_french_report_begins_and_ends(text: str, expected: list[str]) -> None:
    made = article("a", [("1", text)])
    assert [text[s.start : s.end] for s in read_statements(made)] == expected
