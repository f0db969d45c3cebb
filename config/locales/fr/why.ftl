# Pourquoi une réponse est ce qu’elle est : `ask --why`, et le bouton des modérateurs.

why-title = Pourquoi cette réponse
why-not-searched = Rien n’a été cherché : ce n’est pas une question sur les articles.
why-read = Lue comme : { $question }
why-background = Elle s’appuie sur : { $background }
why-wanted = Demandé : { $kinds }
why-names = Noms en question : { $names }
why-apart = Cherché à part : { $question } { $paragraph ->
    [0] (rien trouvé)
   *[other] → { $article }, ¶ { $paragraph } ({ $confidence }, { $answers ->
        [yes] répond
       *[other] ne répond pas
    })
}
why-kind = { $kind ->
    [quote] des mots exacts
    [number] un nombre
    [when] une date
    [where] un lieu
    [why] une raison
    [role] une fonction
    [who] une personne
   *[other] { $kind }
}
why-verdict-answers = Verdict : cela répond. Confiance { $confidence }, exigée { $threshold }.
why-verdict-refuses = Verdict : cela ne répond pas. Confiance { $confidence }, exigée { $threshold }.
why-lack = { $lack ->
    [nothing] Rien n’a été trouvé.
    [unknown] Un nom n’est pas dans les articles : { $names }.
    [name] Un nom en question n’est ni dans le meilleur paragraphe, ni juste avant.
    [kind] Le meilleur paragraphe n’a pas de réponse du genre demandé.
    [confidence] Trop peu d’éléments du meilleur paragraphe parlent pour lui.
   *[other] { $lack }
}
why-candidates = Candidats, le meilleur d’abord (score ; ce dont il est la somme)
why-sentences-cited = citée
why-rejected = Laissées de côté faute de preuve :
why-flaw = { $flaw ->
    [no-source] il n’y a pas de texte auquel la comparer
    [part] le passage cité n’est ni une phrase ni une citation entière
    [words] ses mots ne sont pas ceux du paragraphe
    [frame] plus qu’un cadre connu entoure l’extrait
    [quotation] elle cite ce qui n’est pas dans le paragraphe
    [speaker] la personne nommée n’est pas celle qui le dit
    [figure] elle contient un chiffre que le paragraphe n’a pas, ou qui y compte autre chose
    [name] elle nomme ce que le paragraphe ne nomme pas, ou pas pour cela
    [negation] elle nie ce que dit le paragraphe, ou l’inverse
    [stronger] elle est plus affirmative que le paragraphe
    [unsupported] le paragraphe ne dit pas ces mots
    [meaning] lu dans son ensemble, le paragraphe ne dit pas cela
    [leaning] elle ne se comprend pas sans une phrase écartée
    [echo] elle ne fait que répéter la question
    [language] elle n’est pas dans la langue de la réponse
   *[other] { $flaw }
}
why-part = { $name ->
    [dense] ressemblance du paragraphe
    [coverage] mots trouvés
    [meaning] mots de sens proche
    [similarity] ressemblance de la meilleure phrase
    [fits] genre de réponse
    [missing] nom absent de ce paragraphe
    [margin] avance sur le suivant
    [answers] lecture : cela répond
    [reads] lecture : à cet endroit
    [bias] base
    [rules] autres règles
   *[other] { $name }
}
why-versions = Articles { $generation }, poids { $weights }, { $embedder ->
    [none] sans modèle de vecteurs
   *[other] modèle de vecteurs { $embedder }
}, { $reader ->
    [none] sans lecteur
   *[other] lecteur { $reader }
}
why-other-generation = Cette réponse vient d’un état antérieur des articles ({ $generation }) ; ce qui est ici vaut pour celui d’aujourd’hui.
