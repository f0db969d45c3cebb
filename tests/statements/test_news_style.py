"""More of how news reports speech, found in articles that no gold file holds; the sentences are invented."""

from __future__ import annotations

import pytest

from tests.statements.test_press_style import D, Expected, M, R, read

FRENCH: list[tuple[str, list[Expected]]] = [
    # Whom it was said to stands between the cue and the speaker.
    (
        "« Les résultats sont solides », a expliqué à l’AFP Gérard Dupin, professeur à Metz.",
        [(D, "Gérard Dupin", "Les résultats sont solides")],
    ),
    ("« C’est faux », a dit mardi à la presse Paul Renard.", [(D, "Paul Renard", "C’est faux")]),
    # Sources
    (
        "Les voisins, selon deux témoins anonymes, sont contraints de partir.",
        [(R, "Deux témoins anonymes", "Les voisins, selon deux témoins anonymes, sont contraints de partir")],
    ),
    (
        "L’incendie a pris à Sainte-Anne, selon le préfet du Tarn, Léo Brun, cité par une radio.",
        [(R, "Léo Brun", "L’incendie a pris à Sainte-Anne")],
    ),
    (
        "Il a été relâché, selon une source policière, qui ajoute que l’enquête continue.",
        [(R, "Source policière", "Il a été relâché"), (R, "Source policière", "l’enquête continue")],
    ),
    (
        "Le tunnel sera fermé, d’après le maire Jean Roux et le colonel Luc Marty.",
        [(R, "Jean Roux et Luc Marty", "Le tunnel sera fermé")],
    ),
    (
        "Selon le syndicat SUD, cela « reste un détail » tout en ajoutant que « le dépôt tiendra bon ».",
        [(M, "SUD", "cela « reste un détail »"), (D, "SUD", "le dépôt tiendra bon")],
    ),
    (
        "Toujours selon le même éleveur, un soir, trois loups seraient descendus du col.",
        [(R, "Éleveur", "trois loups seraient descendus du col")],
    ),
    (
        "Pour Lenoir, « le problème est connu » : « Ils augmentent les impôts de ceux qui travaillent », "
        "dénonce l’opposant.",
        [
            (D, "Lenoir", "le problème est connu"),
            (D, "Lenoir", "Ils augmentent les impôts de ceux qui travaillent"),
        ],
    ),
    # Objects
    ("Il a pris la parole. Le maire réclame plus de moyens.", [(R, "Maire", "plus de moyens")]),
    ("La banque a reconnu son erreur.", [(R, "Banque", "son erreur")]),
    ("La Norvège a reconnu le nouvel État.", []),
    ("Ils sont venus. Le préfet juge la mesure inutile.", [(R, "Préfet", "la mesure inutile")]),
    (
        "La FCPE estime nécessaire que le texte soit retiré.",
        [(R, "FCPE", "nécessaire que le texte soit retiré")],
    ),
    (
        "Une voisine de Marc Joly affirme ne pas la connaître.",
        [(R, "Voisine de Marc Joly", "Une voisine de Marc Joly affirme ne pas la connaître")],
    ),
    (
        "Le candidat se présentait comme « un simple citoyen ».",
        [(M, "Candidat", "« un simple citoyen »")],
    ),
    (
        "« Je n’ai rien vu », « ma porte était fermée », a confié Paul Roux.",
        [(D, "Paul Roux", "Je n’ai rien vu"), (D, "Paul Roux", "ma porte était fermée")],
    ),
    (
        "L’hebdomadaire note ensuite que la « reprise » est fragile.",
        [(M, "Hebdomadaire", "la « reprise » est fragile")],
    ),
    (
        "La Suède, la Norvège et Air Corsica ont critiqué cette loi.",
        [(R, "Suède, Norvège et Air Corsica", "cette loi")],
    ),
    (
        "L’armée annonce, via un communiqué publié sur le site du quartier, avoir pris le palais.",
        [
            (
                R,
                "Armée",
                "L’armée annonce, via un communiqué publié sur le site du quartier, avoir pris le palais",
            )
        ],
    ),
    (
        "Luc Brun a confié au retour, depuis la Corse où il se trouvait, que la ligne rouvrirait.",
        [(R, "Luc Brun", "la ligne rouvrirait")],
    ),
    ("Les avocats qui défendent Morin arguent qu’il est malade.", [(R, "Avocats", "il est malade")]),
    (
        "Son entourage dément cependant cette dernière accusation.",
        [(R, "Entourage", "cette dernière accusation")],
    ),
    (
        "Elle a refusé, dénonçant « un leurre » et mettant en avant un accord « massif ».",
        [(M, None, "« un leurre »"), (M, None, "un accord « massif »")],
    ),
    (
        "Le texte a eu un écho, comme celui de Bill Krist, analyste : « C’est gênant pour tous. »",
        [(D, "Bill Krist", "C’est gênant pour tous.")],
    ),
    (
        "D’après un voisin, « les motifs restent flous », d’autres témoins déclarent que l’homme riait.",
        [(D, "Voisin", "les motifs restent flous"), (R, "Autres témoins", "l’homme riait")],
    ),
    (
        "Même avis au ministère de la Justice, selon lequel le plan n’est pas une solution miracle.",
        [(R, "Ministère de la Justice", "le plan n’est pas une solution miracle")],
    ),
    (
        "Ils partent. Le conseil a annoncé un plan de formation, ce qui a été critiqué par la droite.",
        [(R, "Conseil", "un plan de formation")],
    ),
    (
        "Selon « Matinale », « à plusieurs reprises, les élus n’ont donc été présents nulle part ».",
        [(D, "Matinale", "à plusieurs reprises, les élus n’ont donc été présents nulle part")],
    ),
    (
        "Il est étudiant, d’après France 3 Hauts-de-France.",
        [(R, "France 3 Hauts-de-France", "Il est étudiant")],
    ),
    (
        "Selon la mère, un homme a pris son fils « par le bras », tout en leur disant « Ne bougez pas. »",
        [(M, "Mère", "un homme a pris son fils « par le bras »"), (D, "Homme", "Ne bougez pas.")],
    ),
    (
        "Luc Morin avait appelé Jeanne Petit « la bourgeoise du château de Montret ».",
        [(M, "Luc Morin", "Jeanne Petit « la bourgeoise du château de Montret »")],
    ),
    (
        "Anne Roux a annoncé hier sur son compte Twitter sa volonté de partir.",
        [(R, "Anne Roux", "sa volonté de partir")],
    ),
    # What is no statement
    ("Le maire espère pouvoir rouvrir le pont et craint de ne pas y arriver.", []),
    ("Ils sont accusés de « violences sur personne dépositaire de l’autorité publique ».", []),
    ("La loi Morin exige qu’un accord soit signé.", []),
    ("Le suspect a été placé en garde à vue pour « tentatives d’assassinats ».", []),
    ("Elle s’était excusée devant une délégation d’élus qu’elle avait reçue.", []),
    ("Uribe, qui s’est opposé aux accords, a soutenu Duque pour sa campagne.", []),
    ("Il a découvert trois arcs, qu’il avait appelés « Liberté », « Égalité » et « Fraternité ».", []),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_a_sentence_of_french_news(text: str, expected: list[Expected]) -> None:
    assert read("fr", text) == expected


ENGLISH: list[tuple[str, list[Expected]]] = [
    (
        "Prices will rise until autumn, the central bank warned in its monthly report.",
        [(R, "Central bank", "Prices will rise until autumn")],
    ),
    (
        "According to people familiar with the matter, the bank will cut 2,000 jobs.",
        [(R, "People", "the bank will cut 2,000 jobs")],
    ),
    (
        "Mr Ortega denied any wrongdoing and insisted he had “nothing to hide”.",
        [(R, "Ortega", "any wrongdoing"), (M, "Ortega", "he had “nothing to hide”")],
    ),
    (
        "“Nobody came,” Mr Hill told the BBC. The 43-year-old said he had called twice.",
        [(D, "Hill", "Nobody came"), (R, "Hill", "he had called twice")],
    ),
    (
        "Harbour Watch called on Egypt to release them. “It is unfair,” the group said.",
        [(R, "Harbour Watch", "Egypt to release them"), (D, "Harbour Watch", "It is unfair")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_a_sentence_of_english_news(text: str, expected: list[Expected]) -> None:
    assert read("en", text) == expected


SPEAKERS: list[tuple[tuple[str, ...], list[str | None]]] = [
    (
        ("Guillaume Pinet, président de la Régie, a parlé. Le PDG de la Régie dit qu’il part.",),
        ["Guillaume Pinet"],
    ),
    (
        (
            "Le politologue Filip Martens a parlé. L’universitaire belge estime que la ligne est autre :",
            "« La ligne de partage n’est pas là. »",
        ),
        ["Filip Martens", "Filip Martens"],
    ),
    (
        ("Le collectif a refusé l’offre du gouvernement français. Ce dernier avait promis un milliard.",),
        ["Gouvernement français"],
    ),
    (("L’organisation humanitaire Amnesty International dit qu’elle part.",), ["Amnesty International"]),
    (
        ("L’Union romande pour les libertés civiles (URLC) a parlé. L’URLC dit que la loi est inutile.",),
        ["Union romande pour les libertés civiles"],
    ),
    (
        ("Luc Brun a parlé hier pour critiquer la presse. « La presse ment. » Il dit qu’elle le déteste.",),
        ["Luc Brun", "Luc Brun"],
    ),
    (
        ("Le décret de Luc Tramm a été bloqué hier par le juge Derrick Watts. Il estime que c’est nul.",),
        ["Derrick Watts"],
    ),
    (
        ("Le président Paul Roux est venu. Le chef de l’État a dit aux élus qu’il partait.",),
        ["Paul Roux"],
    ),
    (
        ("Paul Roux a annoncé le retrait du pays. Le président a ajouté que c’était tard.",),
        ["Paul Roux", "Paul Roux"],
    ),
    (
        ("La maire Anne Petit a dit oui. Le président a ajouté que c’était tard.",),
        ["Président"],
    ),
    (("L’Agence France-Presse dit qu’elle part.",), ["Agence France-Presse"]),
    (("Le Phare dit que non. Or Le Phare affirme le contraire.",), ["Le Phare", "Le Phare"]),
]


@pytest.mark.parametrize(("paragraphs", "expected"), SPEAKERS)
def test_who_is_meant_in_french_news(paragraphs: tuple[str, ...], expected: list[str | None]) -> None:
    assert [speaker for _, speaker, _ in read("fr", *paragraphs)] == expected
