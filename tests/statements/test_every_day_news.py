"""Whom the news of every day means: trades, towns, rules, one of two; the sentences are invented."""

from __future__ import annotations

import pytest

from porteparole.statements import read_statements
from tests.statements.statement_gold import article

FRENCH: list[tuple[str, tuple[str, ...], list[str | None]]] = [
    ("of a house, who", (
        "La pédiatre Anne Kuntz, des Hôpitaux de Brume, met en garde contre le sel.",
        "« Le sel tue », a dit la pédiatre Luce Noir, des Hôpitaux civils, qui déplore « un piège ».",
    ), ["Anne Kuntz", "Luce Noir", "Luce Noir"]),
    ("the one of", (
        "« On nous oublie », s’est emporté celui de Vilar, Abel Teixo, qui a déposé un recours.",
    ), ["Abel Teixo"]),
    ("the latter, named", (
        "Le navire ira à Brume, dont le maire a refusé l’accueil. « Il y a du fioul », s’est justifié ce "
        "dernier, Marc Orsat.",
    ), ["Marc Orsat"]),
    ("as wrote", (
        "Zoé Vuille exige un moratoire.",
        "Elle dément que des inconnus soient entrés, comme l’a écrit la presse locale, et condamne les "
        "dégradations.",
    ), ["Zoé Vuille", "Zoé Vuille", "Zoé Vuille"]),
    ("his cabinet", (
        "Le ministre Paul Astruc s’est dit « attaché à la ville ». Six villes réfléchissent à une hausse,"
        " selon son cabinet. Il a annoncé une aide d’un million.",
    ), ["Paul Astruc", "Cabinet", "Paul Astruc"]),
    ("a trade in the feminine", (
        "« La porte est ouverte », a déclaré la présidente du conseil, la pasteure Anne Gfell.",
    ), ["Anne Gfell"]),
    ("a small country", (
        "« Le résultat serait le même », a répliqué le président de la commission, le Mauricien Vikash "
        "Ramgool.",
    ), ["Vikash Ramgool"]),
    ("the head of shops", (
        "Le patron des magasins Hyperbon, Régis Mauvois, a promis de baisser les prix.",
    ), ["Régis Mauvois"]),
    ("a surname like a word", (
        "L’eurodéputée écologiste Anneke Vos y voit « une rustine ».",
    ), ["Anneke Vos"]),
    ("a candidate for an election", (
        "Le candidat du parti à la présidentielle Benoît Hamel a confirmé qu’il viendrait.",
    ), ["Benoît Hamel"]),
    ("par la voix de", (
        "L’économiste Tomas Wierz doute que les prix baissent.",
        "La Commission, par la voix de son porte-parole Matthias Kroll, a salué « un jour important ». Il"
        " a confirmé qu’une enquête suivait son cours.",
    ), ["Tomas Wierz", "Matthias Kroll", "Matthias Kroll"]),
    ("the subject of the main clause", (
        "Un autre homme serait recherché.",
        "La présidente Anne Hollan a réuni jeudi la ministre Berthe Cazin, la préfète Marie Fekl et celle"
        " de l’Ain, Jeanne Urvo, après quoi elle a affirmé que « les faits sont graves ».",
    ), ["Anne Hollan"]),
    ("an institute is no prosecution", (
        "Le parquet de Brume a ouvert une enquête.",
        "Selon l’institut météorologique, une accalmie est attendue.",
    ), ["Institut météorologique"]),
    ("a lawyer defends people", (
        "Me Hugues Lastour, qui défend 28 victimes, a dit que tout était faux.",
    ), ["Hugues Lastour"]),
    ("the first, the second", (
        "Les deux évêques, Mgr Serafim de Galda et Mgr Antim de Rozova, ont réagi. Le premier a accepté "
        "la sanction, en demandant de « ne pas crier ». Le second a annoncé un recours.",
    ), ["Serafim de Galda", "Antim de Rozova"]),
    ("said no more than", (
        "L’agence japonaise s’est bornée à dire qu’elle « suivait la situation de près ».",
    ), ["Agence japonaise"]),
    ("pleaded for", (
        "L’avocate de la défense, Me Constance Viguier, a plaidé une peine « qui ne soit pas une mise à "
        "mort ».",
    ), ["Constance Viguier"]),
    ("what follows a source is not its name", (
        "La réforme supprimerait selon les syndicats onze jours de repos par an.",
    ), ["Syndicats"]),
    ("what somebody confirms does not speak", (
        "Vers 11 h 21, devant les députés du parti, le premier ministre, Édouard Philipp, confirme le "
        "moratoire (suspensif) de la hausse de la taxe.",
    ), ["Édouard Philipp"]),
    ("no passive of speech", (
        "Il a été placé en garde à vue pour « tentatives d’assassinats » et ses parents ont été entendus "
        "par les enquêteurs.",
    ), []),
    ("for X, who is something", (
        "Pour Laure Dewal, Gilet jaune du Val-d’Oise, le moratoire est « un premier pas ».",
    ), ["Laure Dewal"]),
    ("the operator, its name", (
        "L’exploitant, la société Kelag-Süd, assure que l’ouvrage « ne présente aucune fissure ».",
    ), ["Kelag-Süd"]),
    ("sees in it", (
        "La théologienne Mirela Cosmes, de l’université de Brume, y voit « une Église plus jeune ».",
    ), ["Mirela Cosmes"]),
    ("another word for her office", (
        "La procureure, Agnès Rouvier, a annoncé que le commandant, 52 ans, serait entendu. "
        "L’enregistreur a été récupéré. « Il est trop tôt », a souligné la magistrate.",
    ), ["Agnès Rouvier", "Agnès Rouvier"]),
    ("whose lawyer", (
        "L’association Libertés redoute un fichage : « On commence par l’âge », prévient son juriste, "
        "Thibaut Maresc, qui veut saisir la Cour.",
    ), ["Libertés", "Thibaut Maresc"]),
    ("a false report", (
        "Une fakenews de BFMTV affirmant que « la loi est votée » a circulé.",
    ), ["BFMTV"]),
    ("speaking of", (
        "Paul Roux a dit, en parlant de BFM, que « la chaîne exagère ».",
    ), ["Paul Roux"]),
    ("its own subject", (
        "Les conditions interdisent de puiser dans la rivière Tuadela. L’entreprise devra verser 1,5 %, "
        "alors qu’elle proposait 0,75 %.",
    ), ["Entreprise"]),
    ("the former medallist", (
        "La Camerounaise Estelle Mbarga, 46 ans, a été élue présidente. « Je n’ai pas gagné contre un "
        "homme », a déclaré l’ancienne médaillée continentale, dont le mandat court jusqu’en 2029.",
    ), ["Estelle Mbarga"]),
    ("the day before", (
        "Une chaîne avait annoncé la veille le départ de l’ambassadeur.",
    ), ["Chaîne"]),
    ("a message that says", (
        "La Wikipédia en russe est en grève : qui consulte un article tombe sur un message disant « "
        "Imaginez ».",
    ), ["Message"]),
    ("of the church", (
        "Le patriarche Hristofor a suspendu deux évêques. L’archimandrite Ilarion, supérieur de Brazna, a"
        " réclamé leur déposition. « C’est une cure de repos », a-t-il ironisé.",
    ), ["Ilarion", "Ilarion"]),
    ("two of them", (
        "Deux finalistes, Aïcha Benkir et Luc Thibaud, étaient en lice. La première s’est dite soulagée :"
        " « Enfin. »",
    ), ["Aïcha Benkir"]),
    ("this one", (
        "Martine Zbin a porté plainte. Cette comptable de Carouge souhaite que le remboursement soit "
        "versé.",
    ), ["Martine Zbin"]),
    ("one of them, named", (
        "« Reclassé où ? », a ironisé l’un d’eux, Mickaël Tang, 48 ans.",
    ), ["Mickaël Tang"]),
    ("said of him", (
        "« Il aimait la neige », a dit de lui la municipalité de Brume.",
    ), ["Municipalité de Brume"]),
    ("for X, behind a colon", (
        "La majorité s’y oppose : pour la présidente de la commission, Nathalie Rouss, « il faut laisser "
        "les techniciens travailler ».",
    ), ["Nathalie Rouss"]),
    ("according to what X told", (
        "Ils sont en détention, selon ce qu’a confié une source judiciaire à l’AFP.",
    ), ["Source judiciaire"]),
    ("a body by its name in marks", (
        "Le groupe « Drapeau noir » a revendiqué les attaques.",
    ), []),
    ("from a town", (
        "Sa remplaçante sera Inès Bouk, 21 ans. « Ce n’est pas un rêve », a confié la Lyonnaise.",
    ), ["Inès Bouk"]),
    ("a capital with its article", (
        "Le Caire demandait un arbitrage obligatoire.",
    ), ["Égypte"]),
    ("the director for a country", (
        "« Cette décision est douloureuse », a déclaré le directeur France, Philippe Aub, invoquant le "
        "prix de l’énergie.",
    ), ["Philippe Aub"]),
    ("representing a country", (
        "Le patineur Yuzu Hanada, représentant le Japon a annoncé qu’il ne viendrait pas.",
    ), ["Yuzu Hanada"]),
    ("years are nobody", (
        "100 ans après leur prédiction, des scientifiques du projet ont annoncé que les ondes existaient.",
    ), ["Scientifiques du projet"]),
    ("the employer, its name", (
        "L’employeur des deux hommes, l’Institut des glaciers, à Brume, affirme que tout était permis.",
    ), ["Institut des glaciers"]),
    ("who asks for measures", (
        "La ministre de la Santé, Marie Tourain, redoutant un « bilan lourd », a demandé des mesures.",
    ), ["Marie Tourain", "Marie Tourain"]),
    ("rules are nobody’s words", (
        "Selon le Code du travail, le repos est obligatoire.",
        "Selon la Charte, nul ne peut être exclu.",
    ), []),
    ("in tears", (
        "« Nous mangeons votre plastique », a dit en larmes la représentante des Tuvalu, Teuila Paen.",
    ), ["Teuila Paen"]),
    ("the same source", (
        "« Nous avons des draps », a prévenu la directrice, Océane Ducret. Le relais viendra samedi, "
        "selon la même source.",
    ), ["Océane Ducret", "Océane Ducret"]),
    ("whoever opens the sentence", (
        "La Chine s’est tue. Son homologue allemand, Dietmar Seifer, a accueilli l’idée avec froideur : "
        "un tel traité « n’aurait aucun effet », a-t-il estimé.",
    ), ["Dietmar Seifer"]),
    ("unknown given name, noble", (
        "« C’est la tombola », s’est indigné Hugues de Prévan, président des loueurs. Il réclame une "
        "suspension.",
    ), ["Hugues de Prévan", "Hugues de Prévan"]),
    ("a name in small letters", (
        "Le syndicat Paysans unis appelle à bloquer le port.",
    ), ["Paysans unis"]),
    ("retired", (
        "« J’ai des jumelles », a dit le général à la retraite Anselme Cordon.",
    ), ["Anselme Cordon"]),
    ("a role without its comma", (
        "Barrau, le président de la commission européenne se dit « rassuré » et pense que tout ira bien.",
    ), ["Barrau", "Barrau"]),
    ("redoubt by the voice of", (
        "Les Verts redoutent par la voix de Svenja Broder « un glissement ».",
    ), ["Svenja Broder"]),
    ("answered them", (
        "Mohamed Laqhil se leva et leur répondit que « le guignol leur demandait de sortir ».",
    ), ["Mohamed Laqhil"]),
    ("a party between role and name", (
        "Le sénateur LR Bruno Retaill a dit que tout va.",
    ), ["Bruno Retaill"]),
    ("the hospital of a town", (
        "La demande est venue du CHRU de Reims qui souhaitait « un référent ».",
    ), ["CHRU"]),
    ("assures, without its comma", (
        "Les effectifs vont augmenter d’ici à 2022 assure Christophe Castan.",
    ), ["Christophe Castan"]),
    ("head of the organisation", (
        "Le mouvement a rompu avec le chef de l’organisation Paul Zawah, qui déclare que « tout va ».",
    ), ["Paul Zawah"]),
    ("a compound of two trades", (
        "« Il augmente les impôts », dénonce le président-candidat Paul Roux.",
    ), ["Paul Roux"]),
    ("a name with its article inside", (
        "Europe Écologie Les Verts pense que le débat viendra.",
    ), ["Europe Écologie Les Verts"]),
    ("these, behind whose name another stands", (
        "M. Zelin discute avec les conservateurs de Tradice, qui en ont 25. Ces derniers ont fait savoir "
        "qu’ils ne viendraient pas.",
    ), ["Conservateurs de Tradice"]),
    ("these, of a consortium", (
        "Il a acheté cinq fédérations, a révélé un consortium de quatre journaux. Selon ces derniers, un "
        "million a transité.",
    ), ["Consortium de quatre journaux", None]),
]  # fmt: skip


@pytest.mark.parametrize(("why", "paragraphs", "speakers"), FRENCH, ids=[why for why, _, _ in FRENCH])
def test_who_speaks(why: str, paragraphs: tuple[str, ...], speakers: list[str | None]) -> None:
    made = article("news", [(str(n), text) for n, text in enumerate(paragraphs)])
    assert [statement.speaker for statement in read_statements(made)] == speakers
