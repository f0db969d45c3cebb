"""Who speaks in French reports, and who does not; the sentences are invented."""

from __future__ import annotations

import pytest

from porteparole.statements import read_statements
from tests.statements.statement_gold import article

CASES: list[tuple[str, tuple[str, ...], list[str | None]]] = [
    ("whose opinion it is not", (
        "Ce n’est pas l’avis de Foral : « la visite du président ne peut être comprise que comme un geste ».",
        "Éric Foral est maire."), ["Éric Foral"]),
    ("a name that ends with a mark", (
        "Pour Paul Maret, le candidat d’En avant !, faisant allusion à la grève, « il faut payer ».",
    ), ["Paul Maret"]),
    ("what is told in an insertion", (
        "Luc Mélan, maire de Brest, après avoir rappelé que tous les candidats signent la charte, évoque la "
        "possibilité de « révoquer les élus ».",), ["Luc Mélan"]),
    ("two of one surname", (
        "Thierry et Véronique Roux, parents d’un marin, ont adressé une lettre au maire où ils pointent du "
        "doigt son « immobilisme ».", "Aussi menacent-ils de porter plainte."),
     ["Thierry et Véronique Roux", "Thierry et Véronique Roux"]),
    ("many people", ("Nombre de manifestants se trouvant sur place ont clamé : « Menteur ! »",),
     ["Nombre de manifestants"]),
    ("what is not wanted, in one’s own words", (
        "L’idée a été rejetée par la mairie, qui ne veut pas « céder à la facilité ».",), ["Mairie"]),
    ("this country", (
        "La région vend son pétrole à la Turquie, mais ce pays a menacé de fermer la route.",), ["Turquie"]),
    ("a relative clause ends", (
        "Des lycéens, qui protestent contre la réforme du bac, manifestent avec les profs.",), ["Lycéens"]),
    ("between commas", ("Zoé Petit a réclamé, à titre personnel, la démission du maire.",), ["Zoé Petit"]),
    ("the main clause’s pronoun", (
        "Rafaela Silva a gagné. Elle est devenue un symbole en montrant aux enfants des rues qu’ils peuvent "
        "réussir : « Je viens de là, c’est inexplicable. »",), ["Rafaela Silva"]),
    ("what could be read there", ("Sur la page officielle de Lumar, on pouvait lire : « Merci à tous. »",),
     ["Lumar"]),
    ("a concession", (
        "Luc Bard a écrit. Si le journaliste Claude Morin admire les dockers, il condamne les vols.",),
     ["Claude Morin"]),
    ("an apposition without its second comma", (
        "Zoé Petit, figure des Bonnets bleus a répondu au maire : « je reçois enfin votre lettre ».",
    ), ["Zoé Petit"]),
    ("a statement named by a noun", (
        "Après l’affirmation du député Dupont-Morin que c’étaient « les amis du maire », tout se tait.",
    ), ["Dupont-Morin"]),
    ("who receives a letter did not write it", (
        "Benoît Potier a reçu un courrier avec ces mots : « la prochaine fois, tu perds tout ».",), [None]),
    ("where it was published", (
        "Zoé Petit a publié sur le site de son parti, que « les cris contre la mairie sont inutiles ».",),
     ["Zoé Petit"]),
    ("a site under its address", (
        "Le journal Le Progrès a paru. D’après le site internet radars-ouest.com, un radar sur dix marche.",),
     ["Site internet radars-ouest.com"]),
    ("a source between verb and quotation", ("L’accord est selon la mairie « le plus juste possible ».",),
     ["Mairie"]),
    ("by where one comes from", ("Usan Belt a gagné. Pour finir, le Jamaïcain a confirmé qu’il partirait.",),
     ["Usan Belt"]),
    ("a small word in a name", ("Ghaith al Ghaith a annoncé qu’il était trop tôt pour conclure.",),
     ["Ghaith al Ghaith"]),
    ("no comma before the speaker", ("Les vents étaient forts mais la vue correcte précise la compagnie.",),
     ["Compagnie"]),
    ("itself", ("Les chiffres, selon le Métro lui-même, sont de 570 trajets.",), ["Métro"]),
    ("whereas another is outraged", (
        "Un voisin dit que « rien ne bouge » tandis que son avocat Pierre Cornu s’« indigne des fuites ».",
    ), ["Voisin", "Pierre Cornu"]),
    ("still according to", ("Les relevés font voir, toujours selon la mairie, que « le train a freiné ».",),
     ["Mairie"]),
    ("he himself, between commas", ("Paul Roche estime, lui, être victime d’une enquête « à charge ».",),
     ["Paul Roche"]),
    ("a lower-case word in a body’s name", (
        "« Le public est sauf », a pour sa part commenté l’Automobile club de Brest.",),
     ["Automobile club de Brest"]),
    ("a report published before it concludes", (
        "C’était écrit dans un rapport de l’ANSP publié deux jours plus tôt qui a conclu que tout va.",
    ), ["Rapport de l’ANSP"]),
    ("the former minister", ("Jean Morel est là. L’ancien ministre a dit que tout allait bien.",),
     ["Jean Morel"]),
    ("the only minister spoken of", (
        "Bruno Leroy est là. Le ministre de l’Économie a dit que la taxe baisserait.",), ["Bruno Leroy"]),
    ("the exception of one", (
        "Tous sont venus, à l’exception notable de Paul Roux, président du Port et de l’Union belge, qui a "
        "rappelé que « le quai est sûr ».",), ["Paul Roux"]),
    ("the striker", ("Karim Benali est déçu. L’attaquant a affirmé que le choix était injuste.",),
     ["Karim Benali"]),
    ("the only senator", (
        "Le sénateur du Nord Paul Roche est là. « Rien ne va », a dit le sénateur vert.",), ["Paul Roche"]),
]  # fmt: skip


@pytest.mark.parametrize(("paragraphs", "speakers"), [case[1:] for case in CASES], ids=[c[0] for c in CASES])
def test_who_speaks(paragraphs: tuple[str, ...], speakers: list[str | None]) -> None:
    made = article("a", [(str(number), text) for number, text in enumerate(paragraphs, 1)])
    assert [statement.speaker for statement in read_statements(made)] == speakers


@pytest.mark.parametrize(
    "text",
    [
        "La bataille devrait cela dit être encore longue.",
        "Zoé Petit a répondu à la pétition « Pour une baisse des prix du carburant ! » lancée par une femme.",
        "Luc Bard a été placé en détention pour des « vols en bande organisée avec violence et recel ».",
        "Le maire a été exclu, car la situation que révèle le rapport n’est pas à prendre à la légère.",
    ],
)
def test_what_says_nothing(text: str) -> None:
    assert read_statements(article("a", [("1", text)])) == ()


def test_the_minister_is_whom_the_title_names() -> None:
    made = article("Soupçons concernant Bruno Le Rouge", [
        ("1", "Les filles de Bruno Le Rouge ont travaillé."),
        ("2", "« J’ai mes filles qui ont travaillé avec moi », a répondu le ministre."),
    ])  # fmt: skip
    assert [statement.speaker for statement in read_statements(made)] == ["Bruno Le Rouge"]


@pytest.mark.parametrize("verb", ["maugrée", "râle", "marmonne", "bredouille", "a ronchonné"])
def test_who_grumbles_speaks(verb: str) -> None:
    (said,) = read_statements(article("a", [("1", f"« Il ne faut pas pousser », {verb} Tom Halard.")]))
    assert (said.speaker, said.kind) == ("Tom Halard", "direct")
