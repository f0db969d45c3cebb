"""Sentences in the style of the press, written for these tests: each with every statement that is in it."""

from __future__ import annotations

import pytest

from porteparole.statements import read_statements
from tests.statements.statement_gold import article

Expected = tuple[str, str | None, str]


def read(language: str, *paragraphs: str) -> list[Expected]:
    made = article("a", [(str(n), text) for n, text in enumerate(paragraphs)], language)
    texts = {paragraph.id: paragraph.text for paragraph in made.paragraphs}
    return [
        (statement.kind, statement.speaker, texts[statement.paragraph_id][statement.start : statement.end])
        for statement in read_statements(made)
    ]


D, R, M = "direct", "indirect", "mixed"

FRENCH: list[tuple[str, list[Expected]]] = [
    # Direct, cue after
    (
        "« Nous ne céderons pas », a déclaré Claire Morel, la maire de Quimper.",
        [(D, "Claire Morel", "Nous ne céderons pas")],
    ),
    (
        "« C’est une catastrophe », déplore Jean-Marc Petit, éleveur dans la Creuse.",
        [(D, "Jean-Marc Petit", "C’est une catastrophe")],
    ),
    (
        "“Nous avons perdu dix ans”, regrette la chercheuse Anne Lebrun.",
        [(D, "Anne Lebrun", "Nous avons perdu dix ans")],
    ),
    (
        '"La facture sera lourde", prévient le ministre de l’Économie, Paul Garnier.',
        [(D, "Paul Garnier", "La facture sera lourde")],
    ),
    (
        "« Le train est parti sans nous ! » s’est exclamée une voyageuse.",
        [(D, "Voyageuse", "Le train est parti sans nous !")],
    ),
    (
        "« Pourquoi nous ? », s’interroge Karim Haddad, qui habite le quartier depuis vingt ans.",
        [(D, "Karim Haddad", "Pourquoi nous ?")],
    ),
    (
        "« Le chantier avance. Il sera livré en mars. Nous en sommes fiers », assure Luc Ferrand.",
        [(D, "Luc Ferrand", "Le chantier avance. Il sera livré en mars. Nous en sommes fiers")],
    ),
    (
        "« Nous avons tout essayé », explique le docteur Nadia Cherif. « Rien n’a fonctionné. »",
        [(D, "Nadia Cherif", "Nous avons tout essayé"), (D, "Nadia Cherif", "Rien n’a fonctionné.")],
    ),
    (
        "« Je pars, a annoncé Marc Vidal, et je ne reviendrai pas. »",
        [(D, "Marc Vidal", "Je pars, a annoncé Marc Vidal, et je ne reviendrai pas.")],
    ),
    (
        "« Il m’a dit “non” et je l’ai cru », a raconté Sophie Lambert à l’audience.",
        [(D, "Sophie Lambert", "Il m’a dit “non” et je l’ai cru")],
    ),
    (
        "« Ces chiffres sont faux », a répliqué mardi devant la presse le patron de la banque, Hugo Stern.",
        [(D, "Hugo Stern", "Ces chiffres sont faux")],
    ),
    (
        "« Tout est prêt », résume-t-on au siège de l’entreprise.",
        [(D, None, "Tout est prêt")],
    ),
    # Direct, cue before
    (
        "Le président de la région, Éric Dumas, a déclaré : « Les travaux commenceront en juin. »",
        [(D, "Éric Dumas", "Les travaux commenceront en juin.")],
    ),
    (
        "Interrogée par l’AFP, la ministre Hélène Roy a répondu : « Nous verrons. »",
        [(D, "Hélène Roy", "Nous verrons.")],
    ),
    (
        "Selon Pierre Aubert, « le marché est mûr ».",
        [(D, "Pierre Aubert", "le marché est mûr")],
    ),
    (
        "Et Julie Perrin de conclure : « C’est le public qui décidera. »",
        [(D, "Julie Perrin", "C’est le public qui décidera.")],
    ),
    (
        "Un mot d’ordre que le syndicaliste Alain Mercier martèle : « Pas un poste de moins ! »",
        [(D, "Alain Mercier", "Pas un poste de moins !")],
    ),
    # Indirect
    (
        "Le gouvernement a annoncé que la taxe serait supprimée en janvier.",
        [(R, "Gouvernement", "la taxe serait supprimée en janvier")],
    ),
    (
        "La Banque de France estime que la croissance atteindra 1,2 % cette année.",
        [(R, "Banque de France", "la croissance atteindra 1,2 % cette année")],
    ),
    (
        "L’usine fermera ses portes en 2026, a indiqué la direction dans un communiqué.",
        [(R, "Direction", "L’usine fermera ses portes en 2026")],
    ),
    (
        "D’après l’Insee, les prix ont augmenté de 0,3 % en mai.",
        [(R, "Insee", "les prix ont augmenté de 0,3 % en mai")],
    ),
    (
        "Le bilan s’élève à douze morts, selon la police locale.",
        [(R, "Police locale", "Le bilan s’élève à douze morts")],
    ),
    (
        "Le ministre de la Santé, Olivier Caron, a affirmé que les stocks étaient suffisants et que les "
        "soignants seraient vaccinés.",
        [
            (R, "Olivier Caron", "les stocks étaient suffisants"),
            (R, "Olivier Caron", "les soignants seraient vaccinés"),
        ],
    ),
    (
        "Mme Duval a promis de baisser les impôts.",
        [(R, "Duval", "baisser les impôts")],
    ),
    (
        "Le Kremlin a démenti toute implication dans l’attaque.",
        [(R, "Kremlin", "toute implication dans l’attaque")],
    ),
    (
        "L’avocat de la famille, Me Robert Klein, affirme avoir transmis le dossier au juge.",
        [
            (
                R,
                "Robert Klein",
                "L’avocat de la famille, Me Robert Klein, affirme avoir transmis le dossier au juge",
            )
        ],
    ),
    (
        "L’ONG Médecins du bout du monde appelle à un cessez-le-feu immédiat.",
        [(R, "Médecins du bout du monde", "un cessez-le-feu immédiat")],
    ),
    (
        "Le procureur a précisé que l’enquête se poursuivait, ajoutant qu’aucune piste n’était écartée.",
        [
            (R, "Procureur", "l’enquête se poursuivait"),
            (R, "Procureur", "aucune piste n’était écartée"),
        ],
    ),
    (
        "Pour l’économiste Jeanne Marchal, il s’agit d’une erreur de diagnostic.",
        [(R, "Jeanne Marchal", "il s’agit d’une erreur de diagnostic")],
    ),
    (
        "Comme l’a rappelé Victor Lang, le vote aura lieu à bulletins secrets.",
        [(R, "Victor Lang", "le vote aura lieu à bulletins secrets")],
    ),
    (
        "L’opposition a accusé le gouvernement d’avoir menti sur le coût du projet.",
        [(R, "Opposition", "le gouvernement d’avoir menti sur le coût du projet")],
    ),
    (
        "Plusieurs témoins ont affirmé que le conducteur roulait trop vite.",
        [(R, "Témoins", "le conducteur roulait trop vite")],
    ),
    (
        "Le maire prévient : il faudra du temps pour reconstruire.",
        [(R, "Maire", "il faudra du temps pour reconstruire")],
    ),
    # Mixed
    (
        "Le pape a dénoncé « une économie qui tue ».",
        [(M, "Pape", "« une économie qui tue »")],
    ),
    (
        "Berlin juge la proposition « inacceptable » et demande un nouveau vote.",
        [
            (M, "Allemagne", "la proposition « inacceptable »"),
            (R, "Allemagne", "un nouveau vote"),
        ],
    ),
    (
        "L’entreprise a assuré qu’elle « coopérait pleinement » avec les enquêteurs.",
        [(M, "Entreprise", "elle « coopérait pleinement » avec les enquêteurs")],
    ),
    (
        "Il s’agit d’un « tournant historique », a estimé la commissaire Marta Kos.",
        [(M, "Marta Kos", "Il s’agit d’un « tournant historique »")],
    ),
    (
        "La sénatrice Laure Blanc s’est dite « profondément choquée » par ces propos.",
        [(M, "Laure Blanc", "« profondément choquée » par ces propos")],
    ),
    (
        "Moscou « condamne avec la plus grande fermeté » ces frappes.",
        [(M, "Russie", "« condamne avec la plus grande fermeté » ces frappes")],
    ),
    (
        "Le texte prévoit une « clause de sauvegarde ».",
        [],
    ),
    (
        "L’ancien ministre a évoqué un « climat de peur » au sein du parti.",
        [(M, "Ancien ministre", "un « climat de peur » au sein du parti")],
    ),
    (
        "La mise en garde de Christine Roussel contre une « bulle spéculative » a fait réagir.",
        [(M, "Christine Roussel", "La mise en garde de Christine Roussel contre une « bulle spéculative »")],
    ),
    # Nothing said
    ("Le salon de la « tech » s’est ouvert lundi à Lyon.", []),
    ("Elle a publié en 2019 un roman intitulé « Les heures perdues ».", []),
    ("Le film « Les Nuits de Mashhad » sort mercredi.", []),
    ("« Tous droits réservés. © 2024 Le Courrier. »", []),
    ("Le président s’est rendu à Marseille, où il a rencontré des élus.", []),
    ("Les « gilets jaunes » ont manifesté samedi.", []),
    ("Selon les cas, la procédure dure de trois à six mois.", []),
    ("Il faut dire que la saison a été longue.", []),
    ("La note annonce un goût boisé, le vin reste jeune.", []),
    ("L’annonce a surpris les marchés.", []),
    ("L’entreprise n’a pas précisé si des postes seraient supprimés.", []),
    # No speaker
    (
        "« On n’a jamais vu ça depuis trente ans dans la vallée. »",
        [(D, None, "On n’a jamais vu ça depuis trente ans dans la vallée.")],
    ),
    # Two verbs, two reports
    (
        "Claire Morel a dit que la digue « tiendra » mais a malgré tout avoué vouloir « la doubler ».",
        [
            (M, "Claire Morel", "la digue « tiendra »"),
            (M, "Claire Morel", "vouloir « la doubler »"),
        ],
    ),
    (
        "Le maire, accusant ses voisins de mentir, a affirmé que le puits était propre.",
        [(R, "Maire", "ses voisins de mentir"), (R, "Maire", "le puits était propre")],
    ),
    (
        "Le maire a fait état de dix blessés, mais le préfet en a compté douze.",
        [(R, "Maire", "dix blessés")],
    ),
    (
        "Pour La Gazette, ce choix est « absurde » et Luc Ferrand, le patron, estime que « rien ne presse ».",
        [(M, "La Gazette", "ce choix est « absurde »"), (D, "Luc Ferrand", "rien ne presse")],
    ),
    # What follows an object is no part of it
    (
        "Le maire a également dénoncé un « abandon », y voyant une faute de l’État.",
        [(M, "Maire", "un « abandon »")],
    ),
    (
        "Le préfet a évoqué une « embellie passagère », en référence à la crue de mars.",
        [(M, "Préfet", "une « embellie passagère »")],
    ),
    (
        "Paul Garnier conteste les chiffres du journal : « Refaites vos comptes », a-t-il répondu.",
        [(R, "Paul Garnier", "les chiffres du journal"), (D, "Paul Garnier", "Refaites vos comptes")],
    ),
    # Words between the verb and what is said
    (
        "Le préfet affirme dans son bulletin hebdomadaire que l’eau est bonne.",
        [(R, "Préfet", "l’eau est bonne")],
    ),
    (
        "Le gérant a, dans un communiqué, déclaré cette mesure « injuste ».",
        [(M, "Gérant", "cette mesure « injuste »")],
    ),
    (
        "« Il nage mieux que moi », a noté un jour l’entraîneur du club, Jean Petit.",
        [(D, "Jean Petit", "Il nage mieux que moi")],
    ),
    (
        "L’office annonce vouloir « tester les pompes une à une ».",
        [(M, "Office", "L’office annonce vouloir « tester les pompes une à une »")],
    ),
    (
        "Le syndicat n’a confirmé que la grève, reconnaissant cependant que le mouvement faiblissait.",
        [(R, "Syndicat", "le mouvement faiblissait")],
    ),
    (
        "Le Canard breton a révélé des informations selon lesquelles le port serait vendu.",
        [(R, "Canard breton", "le port serait vendu")],
    ),
    (
        "La chercheuse précise que : « La dune recule d’un mètre par an ».",
        [(D, "Chercheuse", "La dune recule d’un mètre par an")],
    ),
    # Sources
    (
        "Selon le président du port, Yves Le Goff, le quai rouvrira : « Nous serons prêts en mai ! »",
        [(R, "Yves Le Goff", "le quai rouvrira"), (D, "Yves Le Goff", "Nous serons prêts en mai !")],
    ),
    (
        "Le héron a presque disparu, d’après la biologiste Nadia Cherif, l’une des auteures de l’étude.",
        [(R, "Nadia Cherif", "Le héron a presque disparu")],
    ),
    ("L’île est nommée d’après un marin breton.", []),
    ("Des éleveurs protestant contre la taxe ont bloqué la route.", []),
    # Who speaks
    (
        "La nouvelle a été reçue par la Ligue des pêcheurs : « C’est un soulagement », a-t-elle déclaré.",
        [(D, "Ligue des pêcheurs", "C’est un soulagement")],
    ),
    (
        "La ville a répondu par la voix de son adjoint, Karim Haddad : « Le budget est voté. »",
        [(D, "Karim Haddad", "Le budget est voté.")],
    ),
    (
        "L’un des chefs de l’équipe ayant plongé sur l’épave, Jean Petit, a annoncé : « Elle est intacte. »",
        [(D, "Jean Petit", "Elle est intacte.")],
    ),
    (
        "« Marée » a affirmé que deux chalutiers avaient triché.",
        [(R, "Marée", "deux chalutiers avaient triché")],
    ),
    (
        "« Les bancs sont vides. » « Il faudra attendre le printemps », a répondu le capitaine Luc Ferrand.",
        [
            (D, "Luc Ferrand", "Les bancs sont vides."),
            (D, "Luc Ferrand", "Il faudra attendre le printemps"),
        ],
    ),
    (
        "Les analystes du groupe Armor estiment que « la pêche reprendra ».",
        [(D, "Analystes du groupe Armor", "la pêche reprendra")],
    ),
    (
        "À ces trois stations, on leur fournit du gazole, affirme le port dans un communiqué.",
        [(R, "Port", "À ces trois stations, on leur fournit du gazole")],
    ),
    # Names in marks
    ("Les habitants ont créé un groupe : « Les bottes en colère ».", []),
]

ENGLISH: list[tuple[str, list[Expected]]] = [
    ("“We will not give in,” said Mayor Laura Hill.", [(D, "Laura Hill", "We will not give in")]),
    ('"It is a disaster," farmer John Peters said on Tuesday.', [(D, "John Peters", "It is a disaster")]),
    (
        "“We tried everything,” Dr. Amina Khan told reporters. “Nothing worked.”",
        [(D, "Amina Khan", "We tried everything"), (D, "Amina Khan", "Nothing worked.")],
    ),
    (
        "“The bridge,” said engineer Tom Reed, “will reopen in May.”",
        [(D, "Tom Reed", "The bridge"), (D, "Tom Reed", "will reopen in May.")],
    ),
    (
        "Finance Minister Petra Novak said the budget would be balanced by 2027.",
        [(R, "Petra Novak", "the budget would be balanced by 2027")],
    ),
    (
        "The company’s chief executive, Maria Lopez, said that sales had doubled, adding that more shops "
        "would open.",
        [(R, "Maria Lopez", "sales had doubled"), (R, "Maria Lopez", "more shops would open")],
    ),
    (
        "According to the World Bank, growth will slow next year.",
        [(R, "World Bank", "growth will slow next year")],
    ),
    ("At least ten people died, according to police.", [(R, "Police", "At least ten people died")]),
    (
        "The plant will close in 2026, the company said in a statement.",
        [(R, "Company", "The plant will close in 2026")],
    ),
    (
        "Officials warned that rivers could burst their banks.",
        [(R, "Officials", "rivers could burst their banks")],
    ),
    (
        "The White House called the report “deeply flawed”.",
        [(M, "White House", "the report “deeply flawed”")],
    ),
    (
        "Beijing said it “firmly opposes” the new tariffs.",
        [(M, "China", "it “firmly opposes” the new tariffs")],
    ),
    (
        "Senator Joan Ellis accused the bank of hiding losses.",
        [(R, "Joan Ellis", "the bank of hiding losses")],
    ),
    (
        "The union warned against “rushed decisions”.",
        [(M, "Union", "“rushed decisions”")],
    ),
    (
        "“Who will pay?” asked Peter Marsh, a shop owner.",
        [(D, "Peter Marsh", "Who will pay?")],
    ),
    (
        "Anna Berg, a spokeswoman for the ministry, said: “Talks are under way.”",
        [(D, "Anna Berg", "Talks are under way.")],
    ),
    (
        "The prime minister has promised to cut taxes.",
        [(R, "Prime minister", "to cut taxes")],
    ),
    (
        "In a letter to staff, Mr. Osei said the move was ‘regrettable but necessary’.",
        [(M, "Osei", "the move was ‘regrettable but necessary’")],
    ),
    ("The so-called “smart city” opened on Monday.", []),
    ("Her novel “The Long Winter” won a prize.", []),
    ("The report was published in March.", []),
    ("Officials declined to comment.", []),
    ("He made a claim against the insurer.", []),
    ("The state of the roads is poor.", []),
    ("“© 2024 The Courier. All rights reserved.”", []),
    # Bodies with a plural verb, figures, what nobody asserts
    ("The Greens say the dam is not needed.", [(R, "Greens", "the dam is not needed")]),
    ("But critics say that will not happen.", [(R, "Critics", "that will not happen")]),
    (
        "A harbour spokesman told the paper this was because the crane had failed.",
        [(R, "Harbour spokesman", "this was because the crane had failed")],
    ),
    (
        "Almost half of the boats are rotten, official figures suggest.",
        [(R, "Official figures", "Almost half of the boats are rotten")],
    ),
    (
        "A French woman is suing the yard, saying its paint was toxic.",
        [(R, "French woman", "its paint was toxic")],
    ),
    (
        "General Motors has warned that it expects lower profits. It said it would close two depots.",
        [
            (R, "General Motors", "it expects lower profits"),
            (R, "General Motors", "it would close two depots"),
        ],
    ),
    ("Visitors can claim if they think they have been overcharged.", []),
    ("The plan would scrap rules which the Greens say would save the dam.", []),
    # A quotation that opens anew without having been closed
    (
        'Mr Lee said: "The quay is closed. "It will open again in May."',
        [(D, "Lee", "The quay is closed."), (D, "Lee", "It will open again in May.")],
    ),
    (
        "Echoing the new harbour master Ann Lee, the premier said there had been progress.",
        [(R, "Premier", "there had been progress")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), FRENCH)
def test_french_sentences(text: str, expected: list[Expected]) -> None:
    assert read("fr", text) == expected


@pytest.mark.parametrize(("text", "expected"), ENGLISH)
def test_english_sentences(text: str, expected: list[Expected]) -> None:
    assert read("en", text) == expected
