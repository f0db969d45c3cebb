"""Who speaks in news as agencies write it: offices and firms before a name, rivals; all is invented."""

from __future__ import annotations

import pytest

from porteparole.statements import read_statements
from tests.statements.statement_gold import article

FRENCH: list[tuple[str, tuple[str, ...], list[str | None]]] = [
    (
        "a firm within the role, then the name",
        (
            "La directrice de la coopérative bretonne Algaé, Zoé Petit, a promis des embauches. « "
            "Nous recruterons cent personnes », a-t-elle ajouté.",
        ),
        ["Zoé Petit", "Zoé Petit"],
    ),
    (
        "an operator",
        ("Le patron de l’opérateur Portalis, Guy Roche, assure que les quais rouvriront.",),
        ["Guy Roche"],
    ),
    (
        "a given name tells who is a woman",
        (
            "Le maire, Sylvie Morel, attend un repreneur. Le préfet Luc Bard est venu. Elle dit être "
            "confiante.",
        ),
        ["Sylvie Morel"],
    ),
    (
        "a colonel",
        (
            "Les pompiers ont secouru vingt personnes, a indiqué le colonel Aurélie Petit. La police "
            "est venue. « Personne n’est blessé », a-t-elle dit.",
        ),
        ["Aurélie Petit", "Aurélie Petit"],
    ),
    (
        "a capital without its accent",
        ("A Brest, un porte-parole de la Commission, Jonas Weber, a exclu tout report.",),
        ["Jonas Weber"],
    ),
    (
        "what a paper wrote as well",
        (
            "Le député Paul Roux est candidat. Il a nié avoir reçu de l’argent, comme l’avait écrit "
            "un journal local.",
        ),
        ["Paul Roux"],
    ),
    (
        "what was hoped for",
        (
            "La ministre Zoé Petit annonce que le tarif baissera de 9 %, et non de 14 %, comme "
            "l’espéraient les commerçants.",
        ),
        ["Zoé Petit"],
    ),
    (
        "selon lui is whom the sentence is about",
        (
            "L’éleveuse Anna Keller craint une pénurie. Son voisin Guy Roche est plus serein : il "
            "suffira, selon lui, d’attendre la pluie.",
        ),
        ["Anna Keller", "Guy Roche"],
    ),
    (
        "his union is another",
        (
            "Le groupe Solvex a promis des primes. Le délégué Guy Roche n’est pas rassuré. Son "
            "syndicat réclame un écrit.",
        ),
        ["Solvex", "Syndicat"],
    ),
    (
        "their association",
        (
            "La fédération Eurobois critique la taxe. Les menuisiers redoutent une hausse des prix. «"
            " On nous oublie », regrette leur association.",
        ),
        ["Eurobois", "Menuisiers", "Association"],
    ),
    (
        "celui-ci with his name",
        (
            "Le député Paul Roux interroge le ministre. Celui-ci, Guy Roche, a répondu que le pont "
            "rouvrirait.",
        ),
        ["Guy Roche"],
    ),
    (
        "celui-ci is the last one named",
        (
            "La candidate Zoé Petit promet une enquête sur la vente conclue quand Paul Roux était "
            "ministre. Celui-ci a nié avoir touché une commission.",
        ),
        ["Zoé Petit", "Paul Roux"],
    ),
    (
        "who is concerned",
        (
            "Guy Roche commande la mission. Les vols sont attribués aux hommes d’Ali Sarr, selon un "
            "rapport. L’intéressé a démenti, accusant l’armée de « mentir ».",
        ),
        ["Rapport", "Ali Sarr"],
    ),
    (
        "a name goes on in small letters",
        ("L’ONG Rivières vivantes redoute une pollution. Le réseau Forêt commune salue un accord.",),
        ["Rivières vivantes", "Forêt commune"],
    ),
    (
        "an acronym closes a name",
        (
            "Les Chemins de fer bretons (CFB) affirment que la voie était sûre. Les CFB promettent "
            "des remboursements.",
        ),
        ["Chemins de fer bretons", "Chemins de fer bretons"],
    ),
    (
        "an acronym from another language",
        (
            "Le bureau des comètes de l’Agence spatiale lunaire (LSA) a fait une mesure. La LSA "
            "indique que la comète passera.",
        ),
        ["LSA"],
    ),
    (
        "an organisation for something",
        ("Selon l’Organisation mondiale pour les rivières, le débit a baissé.",),
        ["Organisation mondiale pour les rivières"],
    ),
    (
        "told to a paper",
        ("« Rien n’est tranché », a assuré un proche du maire au quotidien régional.",),
        ["Proche du maire"],
    ),
    (
        "seized by another",
        (
            "La mesure a été suspendue par le tribunal de Brest, saisi par Solvex, qui a jugé la "
            "fermeture « disproportionnée ».",
        ),
        ["Tribunal de Brest"],
    ),
    (
        "a report that somebody could read",
        ("Selon un rapport de janvier, que la presse a pu lire, le port a reçu cent navires.",),
        ["Rapport de janvier"],
    ),
    (
        "two offices before the name",
        (
            "L’ancien patron du Parti rural, actuel président de l’Assemblée, Paul Roux, a demandé "
            "une aide à l’Église.",
        ),
        ["Paul Roux"],
    ),
    (
        "judges who sentence say nothing",
        ("La cour d’assises a condamné jeudi Ali Sarr à vingt ans de prison.",),
        [],
    ),
    (
        "judges may condemn words",
        ("La cour a condamné « un manquement grave ».",),
        ["Cour"],
    ),
    (
        "words without a verb of saying",
        (
            "Le ministre Paul Roux promet une riposte. Il a refusé de répondre, « avant d’avoir lu le"
            " rapport jusqu’au bout ».",
        ),
        ["Paul Roux", "Paul Roux"],
    ),
    (
        "both unions",
        ("La grève est finie, ont annoncé la CGT et Sud.",),
        ["CGT et Sud"],
    ),
    (
        "a rival",
        (
            "Paul Roux affronte Zoé Petit. Il a promis de « gagner ». Sa rivale, 46 ans, mise sur les"
            " villes. « Il a peur », a-t-elle lancé.",
        ),
        ["Paul Roux", "Zoé Petit"],
    ),
    (
        "a colon before who speaks",
        ("Le syndicat du rail conteste : sa secrétaire, Laure Petit, assure avoir envoyé quatre lettres.",),
        ["Laure Petit"],
    ),
    (
        "things confirm nothing",
        ("La seconde période a confirmé la domination du club.",),
        [],
    ),
    (
        "a works and its name",
        ("L’usine Sofaval, à Issoudun, affirme n’avoir « aucun problème ».",),
        ["Usine Sofaval"],
    ),
    (
        "an agency of a region",
        ("L’agence régionale de santé (ARS) Bretagne a assuré que l’hôpital resterait ouvert.",),
        ["Agence régionale de santé Bretagne"],
    ),
    (
        "his homologue is a minister",
        (
            "La ministre belge de la Défense, Greet Maas, a salué l’accord aux côtés de son homologue"
            " néerlandais Joost Bakker. M. Bakker a parlé d’un « succès ». L’option sera levée, a "
            "ajouté le ministre.",
        ),
        ["Greet Maas", "Joost Bakker", "Joost Bakker"],
    ),
    (
        "the left",
        ("La gauche a demandé une commission d’enquête.",),
        ["Gauche"],
    ),
    (
        "a docker by name",
        ("« On nous oublie », a commenté le docker Youri Weber.",),
        ["Youri Weber"],
    ),
    (
        "those who call themselves",
        ("Les fromagers du Jura se disent « pris en otage par la taxe ».",),
        ["Fromagers du Jura"],
    ),
    (
        "for a representative with his name",
        (
            "Pour son représentant à Athènes, le Danois Niels Holm, la route est choisie « parce que "
            "les autres sont gardées par la marine ».",
        ),
        ["Niels Holm"],
    ),
    (
        "a quotation of its own paragraph",
        (
            "Paul Roux a annoncé lundi qu’il quittait le parti. Il a évoqué des raisons de famille.",
            "« J’ai longtemps hésité, mais ma décision est prise. »",
        ),
        ["Paul Roux", "Paul Roux"],
    ),
    (
        "one of his aunts",
        ("Une de ses tantes, qui vit à Brest, le décrit comme un « homme discret ».",),
        ["Une de ses tantes"],
    ),
    (
        "two of the same word",
        ("Anna Weber est arrivée. Le club de Brest a gagné. « Bravo », a-t-elle ajouté.",),
        ["Anna Weber"],
    ),
    (
        "he goes on, who spoke",
        (
            "« Tout va bien », a déclaré Zoé Petit. Anna Keller dirige le port depuis 2001. « Le "
            "reste suivra », a-t-elle conclu.",
        ),
        ["Zoé Petit", "Zoé Petit"],
    ),
    (
        "calculated",
        ("L’association Clef réagit. Son délégué, Guy Roche, calcule qu’un foyer gagnera 160 euros.",),
        ["Guy Roche"],
    ),
    (
        "asks somebody for something",
        ("La coopérative du lac a protesté. Elle demande au gouvernement un fonds de soutien.",),
        ["Coopérative du lac"],
    ),
    (
        "refused but promised",
        ("Le maire Paul Roux a refusé de partir mais promis de « ranger les plans ».",),
        ["Paul Roux"],
    ),
    (
        "a body and who leads it",
        (
            "« Bravo », dit Zoé Petit.",
            "L’opposition locale, conduite par Julien Bard, réclame un vote. « Il a perdu », a-t-il dit.",
        ),
        ["Zoé Petit", "Opposition locale", "Julien Bard"],
    ),
    (
        "who leads the network, not whom the paragraph before is about",
        (
            "« Bravo », dit Zoé Petit.",
            "Le gestionnaire du réseau, dirigé par Irina Novak, avertit que le froid vient. « La "
            "prise est vide », a-t-elle glissé.",
        ),
        ["Zoé Petit", "Gestionnaire du réseau", "Irina Novak"],
    ),
    (
        "the young woman",
        ("Le tribunal a donné raison à Siran Ghazar, 21 ans. « Je suis soulagée », a réagi la jeune femme.",),
        ["Siran Ghazar"],
    ),
    (
        "a noble surname",
        ("Son président, Enguerrand de Saint-Vallier, assure n’avoir « rien contre eux ».",),
        ["Enguerrand de Saint-Vallier"],
    ),
    (
        "a given name that is a country as well",
        ("Les faits datent de mardi, a annoncé le procureur, Dominique Lauzer.",),
        ["Dominique Lauzer"],
    ),
    (
        "one of its faces",
        (
            "« La taxe est partie », a publié l’une de ses figures, la dessinatrice Mercy Wek. Elle "
            "demande des excuses.",
        ),
        ["Mercy Wek", "Mercy Wek"],
    ),
    (
        "two clauses, two subjects",
        (
            "La communauté de communes a payé une route, et le maire, Joëlle Petit, parle d’« une "
            "rocade qui mène à un champ ».",
        ),
        ["Joëlle Petit"],
    ),
    (
        "any verb behind a quotation",
        ("« C’est une boîte d’allumettes », a illustré la ministre déléguée à la Mer, Josiane Petit.",),
        ["Josiane Petit"],
    ),
    (
        "by telephone",
        ("« Nous avons du blé », a témoigné par téléphone sa responsable locale, Astrid Holm.",),
        ["Astrid Holm"],
    ),
    (
        "a future is no part of a name",
        ("Le ministère rouvrira lundi les guichets. Le ministère propose une prime.",),
        ["Ministère"],
    ),
    (
        "who does not say",
        ("Le premier cas vient d’un voyage, selon l’enquête, qui ne précise pas le pays.",),
        ["Enquête"],
    ),
    (
        "a society by its name",
        ("Une association d’usagers, Rails pour demain, réclame la gratuité.",),
        ["Rails pour demain"],
    ),
    (
        "some are nobody",
        ("Quelque 480 000 personnes avaient réservé. La compagnie a démenti avoir appelé des retraités.",),
        ["Compagnie"],
    ),
    (
        "the accused is not the judge",
        (
            "L’ancien adjoint Raymond Castel a nié avoir su. La présidente du tribunal, Agnès Petit, "
            "l’a interrogé. « Je n’ai rien lu », a répondu le prévenu.",
        ),
        ["Raymond Castel", "Raymond Castel"],
    ),
    (
        "selon lui closes what he admitted",
        (
            "« Tout est faux », a dit Antoine Sauve. M. Pons a reconnu avoir voté contre, faute "
            "d’argent selon lui.",
        ),
        ["Antoine Sauve", "Pons"],
    ),
    (
        "because",
        (
            "M. Castel a promis des excuses. Il a présenté ses condoléances, « parce que ce serait "
            "avouer une faute que je n’ai pas commise ».",
        ),
        ["Castel", "Castel"],
    ),
    (
        "a principal author by name",
        ("« C’est peu », a commenté l’auteure principale, la pédiatre lyonnaise Irène Vauquel.",),
        ["Irène Vauquel"],
    ),
    (
        "a paragraph that is a quotation goes on with who spoke before",
        (
            "« Personne n’est blessé », a précisé Irène Vauquel. Les travaux ont repris.",
            "« Les quais rouvriront lundi. »",
        ),
        ["Irène Vauquel", "Irène Vauquel"],
    ),
    (
        "but not where its mark is never closed",
        (
            "« Personne n’est blessé », a précisé Irène Vauquel. Les travaux ont repris.",
            "« Les quais rouvriront lundi.",
        ),
        ["Irène Vauquel", None],
    ),
]


@pytest.mark.parametrize(("name", "paragraphs", "wanted"), FRENCH, ids=[case[0] for case in FRENCH])
def test_who_speaks(name: str, paragraphs: tuple[str, ...], wanted: list[str | None]) -> None:
    read = article(name, [(f"p{number}", text) for number, text in enumerate(paragraphs)])
    assert [statement.speaker for statement in read_statements(read)] == wanted
