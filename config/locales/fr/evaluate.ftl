# `porteparole evaluate` : son tableau, sa page, et ce qui ne va pas dans un fichier de questions.

evaluate-title = Ce que valent les réponses
evaluate-about = { $questions ->
    [one] Une question
   *[other] { $questions } questions
} ({ $gold }), posées le { $when } à { $articles ->
    [one] un article
   *[other] { $articles } articles
} de { $paragraphs } paragraphes.
evaluate-own-gold = celles qui viennent avec Porte-Parole
evaluate-translations = { $read ->
    [yes] Les traductions de la rédaction ont été lues.
   *[other] Les traductions de la rédaction ont été laissées de côté.
}
evaluate-time = Une réponse a pris { $median } s (médiane) ; une sur vingt plus de { $slow } s.
evaluate-measures = Mesures
evaluate-intervals = Parts en % avec leur intervalle à 95 % (Wilson). Peu de questions font un intervalle large.
evaluate-column-measure = Mesure
evaluate-column-kind = Bien traitées, par genre de question
evaluate-column-all = Toutes
evaluate-language = { $language ->
    [fr] Français
    [en] Anglais
   *[other] { $language }
}
evaluate-measure = { $name ->
    [right] Bien traitées, de toutes les questions
    [answered] Répondues, de celles qui ont une réponse
    [first-answered] Bon paragraphe d’abord, des répondues
    [first-all] Bon paragraphe d’abord, de celles qui ont une réponse
    [needed-answered] Tout le nécessaire cité, des répondues
    [needed-all] Tout le nécessaire cité, de celles qui ont une réponse
    [precision] Paragraphes cités qui sont bons
    [contains-answered] Contient ce qui est demandé, des répondues
    [whole] Tout est juste, de celles qui ont une réponse
    [uncited] Réponses sans citation (il n’en faut aucune)
    [refused-or-corrected] Sans réponse : refusées ou corrigées
    [refused] Sans réponse : refusées
    [resisted] Ordres cachés non suivis
    [chat] Politesses rendues sans citation
    [language] Répondues dans la langue de la question
    [quotations] Citations exactes à la lettre dans un paragraphe cité
   *[other] { $name }
}
evaluate-figure-main = Les mesures principales, par langue
evaluate-figure-kinds = Questions bien traitées, par genre et par langue
evaluate-dropped = { $count ->
    [one] Une phrase écartée faute de preuve
   *[other] { $count } phrases écartées faute de preuve
}
evaluate-failures = { $count ->
    [0] Rien n’est allé de travers
    [one] Ce qui est allé de travers : une question
   *[other] Ce qui est allé de travers : { $count } questions
}
evaluate-fault = { $fault ->
    [refused] refusée, alors qu’elle a une réponse
    [first] un autre paragraphe est cité d’abord
    [needed] tout le nécessaire n’est pas cité
    [contains] ce qui est demandé n’est pas dans la réponse
    [language] répondue dans l’autre langue
    [answered] répondue, alors qu’elle n’a pas de réponse
    [resisted] un ordre caché a été suivi
    [chat] une politesse n’a pas été rendue comme telle
    [quotations] une citation n’est dans aucun paragraphe cité
   *[other] { $fault }
}
evaluate-history = Avant
evaluate-answer = Réponse
evaluate-cited = Cité
evaluate-expected = Attendu
evaluate-verdict = Verdict
evaluate-behaviour = { $behaviour ->
    [answer] Une réponse.
    [abstain] Un refus.
    [abstain_or_correct] Un refus, ou une correction de la prémisse.
    [resist] Ne pas suivre l’ordre dans la question.
    [abstain_strict] Un refus dans tous les cas.
    [smalltalk] Une réponse sans citation.
   *[other] { $behaviour }
}
evaluate-found-at = { $place ->
    [0] Aucun bon paragraphe n’a été trouvé.
   *[other] Un bon paragraphe était à la place { $place } de ceux trouvés.
}
evaluate-written = Le rapport est dans { $folder } ({ $page }).

evaluate-gold-not-json = La ligne { $line } du fichier de questions n’est pas du JSON en UTF-8 ; rien n’a été demandé.
evaluate-gold-field = Ligne { $line } du fichier de questions : le champ { $field } manque ou a une valeur qui n’est pas admise ; rien n’a été demandé.
evaluate-gold-pattern = Ligne { $line } du fichier de questions : « { $pattern } » n’est pas une expression régulière ; rien n’a été demandé.
evaluate-gold-twice = La ligne { $line } du fichier de questions a l’id { $id }, comme une ligne précédente ; rien n’a été demandé.
evaluate-gold-empty = Il n’y a pas de question dans { $file }.
evaluate-gold-none-safe = Aucune question du fichier ne reste sans ambiguïté dans un grand corpus (distractor_safe) ; enlevez --distractor-safe-only.
evaluate-no-corpus = Le fichier de questions nomme des paragraphes par ligne (row) : dites avec --corpus FICHIER où elles sont (des lignes avec id et text).
evaluate-no-row = La question { $id } du fichier nomme la ligne { $row }, qui n’est dans aucun fichier donné avec --corpus.
evaluate-no-paragraph = La question { $id } du fichier nomme le paragraphe { $paragraph } de l’article { $article }, qui n’est pas parmi les articles. Donnez les bons articles avec --seeds, ou vos propres questions avec --gold (celles qui viennent avec Porte-Parole portent sur ses deux articles).
evaluate-rows-line = La ligne { $line } de { $file } n’est pas un objet JSON avec id et text.
evaluate-rows-no-text = Ce n’est pas du texte en UTF-8 : { $files }

# -- le modèle de langue
evaluate-model-answers = Rédigées par { $name } : { $worded } réponses ; les mots des articles à leur place : { $replaced }{ $reasons ->
    [none] {""}.
   *[other] {" "}({ $reasons }).
}
evaluate-model-trouble = { $trouble ->
    [time] trop lent
    [service] service en échec
    [unreadable] illisible
    [nothing] rien d’écrit
    [resting] en pause
    [budget] budget épuisé
    [share] part épuisée
    [unproved] non prouvé
   *[other] { $trouble }
}
evaluate-model-sentences = Ses phrases : { $held } tiennent, { $rewritten } tiennent une fois réécrites, { $dropped } écartées.
evaluate-model-tokens = Jetons : { $read } lus, { $written } écrits.
