# Discord : ce que les modérateurs font des articles. Noms : minuscules, sans espace, 32 caractères au plus ; descriptions : 100.
moderation-corpus = corpus
    .description = Modération : les articles dont viennent les réponses.
moderation-reload = recharger
    .description = Relire les articles ; les anciens répondent entre-temps.
    .dry-run = essai
    .dry-run-description = Montrer seulement ce qui changerait.
moderation-status = état
    .description = Quels articles répondent maintenant, et ce qui a changé depuis.
moderation-add = ajouter
    .description = Ajouter un article : un fichier, l’adresse d’une page ou d’un flux.
    .file = fichier
    .file-description = Un fichier texte, Markdown, HTML, PDF ou JSONL.
    .address = adresse
    .address-description = L’adresse d’une page ou d’un flux RSS ou Atom, avec https://.
moderation-remove = retirer
    .description = Écarter un article, maintenant et aux prochains chargements.
    .article = article
    .article-description = L’article ; commencez à taper son titre.
moderation-readmit = reprendre
    .description = Reprendre un article qui a été retiré.
    .article-description = L’article retiré ; commencez à taper son titre.
moderation-translate = traduire
    .description = Corriger la traduction d’un paragraphe faite par une machine, ou en faire une.
    .article = article
    .article-description = L’article.
    .number = numéro
    .number-description = Le numéro du paragraphe.
    .text = texte
    .text-description = La traduction, entière.
moderation-rollback = revenir
    .description = Revenir aux articles tels qu’ils étaient avant le dernier changement.
moderation-history = historique
    .description = Qui a fait quoi avec les articles.
moderation-gaps = lacunes
    .description = Les questions restées sans réponse, les plus fréquentes d’abord.
    .question = question
    .question-description = Une question à marquer ; commencez à la taper.
    .mark = marque
    .mark-description = Ce qu’il en advient (notée, sans précision).
    .note = Notée : quelqu’un s’en occupe
    .dismiss = Écartée : les articles n’ont pas à le dire
    .reopen = De nouveau ouverte

# Qui a le droit, et ce qui est demandé d’abord
moderation-denied = Seuls les membres qui peuvent gérer ce serveur, ou qui ont un rôle de modération, peuvent faire cela.
moderation-cancel = Annuler
moderation-cancelled = Rien n’a changé.
moderation-too-late = Cette question n’attend plus de réponse. Utilisez à nouveau la commande.
moderation-not-yours = Seule la personne à qui la question est posée peut répondre.
moderation-empty-it = Oui, ne garder aucun article
moderation-replace = Le remplacer
moderation-remove-question = Écarter « { $title } » des réponses ? Son fichier reste à sa place, et `/corpus reprendre` le fait revenir.
moderation-remove-yes = Retirer
moderation-correct = Corriger
moderation-add-one = Donnez soit un fichier, soit une adresse.
moderation-file-gone = Discord n’a plus ce fichier. Envoyez-le à nouveau.

# Le formulaire
moderation-form = Ce que l’on sait de l’article
moderation-form-field = { $field ->
    [title] Titre
    [publisher] Éditeur
    [published] Date
   *[language] Langue
}
moderation-form-placeholder = { $field ->
    [title] Vide : comme le dit l’article
    [publisher] Par exemple : Reuters
   *[published] 2025-02-12, 2025-02 ou 2025
}
moderation-form-language = { $language ->
    [fr] français
    [en] anglais
   *[auto] d’après le texte
}

# Où on en est
moderation-doing = { $action ->
    [reload] Relecture des articles…
    [add] Ajout…
    [remove] Retrait…
    [readmit] Reprise…
    [translate] La traduction est prise en compte…
    [rollback] Retour en arrière…
   *[other] Au travail…
}
moderation-stage = { $stage ->
    [begin] C’est commencé. Les questions reçoivent leurs réponses entre-temps.
    [fetching] Lecture du web
    [reading] Lecture
    [embedding] Indexation de ce qui est nouveau
    [translating] Traduction des nouveaux paragraphes
    [verifying] Vérification
   *[other] Indexation
}
moderation-share = { $percent } %

# Ce qui en est sorti
moderation-done = { $kind ->
    [dry] { $action ->
        [reload] Ce qu’un chargement changerait
       *[other] Ce qui changerait
    }
    [same] { $action ->
        [reload] Articles relus : rien n’a changé
        [add] Rien n’a changé : cet article est déjà là
       *[other] Rien n’a changé
    }
   *[done] { $action ->
        [reload] Les articles ont été relus
        [add] Ajouté
        [remove] Retiré
        [readmit] Repris
        [translate] La traduction a été prise en compte
        [rollback] Les articles répondent comme avant
       *[other] Fait
    }
}
moderation-figures = +{ $added } ~{ $changed } −{ $removed }
moderation-report-changes = { $what ->
    [articles] Articles
   *[paragraphs] Paragraphes
} : { $figures }
moderation-report-cost = { $embedded ->
    [0] Aucun texte n’a été réindexé
    [one] Un texte a été réindexé
   *[other] { $embedded } textes ont été réindexés
} ; durée : { $seconds } s.
moderation-report-generation = Génération { $generation }{ $swapped ->
    [true] , qui répond désormais
   *[false] { "" }
}
moderation-report-attached = Tout est dans le fichier joint.
moderation-report-more = { $count ->
    [one] et un autre paragraphe
   *[other] et { $count } autres paragraphes
}
moderation-report-paragraphs = { $count ->
    [one] un paragraphe
   *[other] { $count } paragraphes
}
moderation-report-place = ¶ { $number } « { $beginning } »
moderation-report-refused = { $count ->
    [one] Un refus
   *[other] { $count } refus
}
moderation-report-mended = { $count ->
    [one] Un fichier pris avec une remarque
   *[other] { $count } fichiers pris avec une remarque
}
moderation-nothing-new = Rien de nouveau à cette adresse
moderation-feed-known = { $count ->
    [one] Un article du flux est déjà là.
   *[other] { $count } articles du flux sont déjà là.
}
moderation-feed-left = { $count ->
    [one] Un autre article du flux est remis à plus tard : ajoutez le flux à nouveau.
   *[other] { $count } autres articles du flux sont remis à plus tard : ajoutez le flux à nouveau.
}
moderation-late = { $person }, cela a duré plus longtemps que Discord ne garde une commande ouverte. Voici le rapport :

# État
moderation-status-title = Les articles
moderation-status-answers = La génération { $generation } répond depuis { $since }.
moderation-status-counts = { $articles ->
    [one] Un article
   *[other] { $articles } articles
}, { $paragraphs ->
    [one] un paragraphe
   *[other] { $paragraphs } paragraphes
}
moderation-status-running = En cours : { $action } par { $actor }, depuis { $since }.
moderation-status-rolled-back = Quelqu’un est revenu à cet état ; le prochain chargement prendra ce que contient le dossier.
moderation-status-sources = { $changed ->
    [true] Les fichiers ont changé depuis leur lecture : `/corpus recharger` les relit.
   *[false] Les fichiers n’ont pas changé depuis leur lecture.
}
moderation-status-sources-missing = Le dossier des articles n’est pas là.
moderation-status-before = `/corpus revenir` ramène à la génération { $before }.
moderation-status-none-before = Il n’y a pas d’état antérieur auquel revenir.
moderation-status-kept = Conservées
moderation-status-added = Ajoutés par la modération ({ $count })
moderation-status-removed = Retirés par la modération ({ $count })

# Historique
moderation-history-title = Ce qui a été fait avec les articles
moderation-history-none = Rien n’a encore été fait avec les articles.
moderation-action = { $action ->
    [reload] Chargement
    [add] Ajout
    [remove] Retrait
    [readmit] Reprise
    [translate] Corriger une traduction
    [rollback] Retour en arrière
    [restore] Restaurer une sauvegarde
    [status] Consultation de l’état
    [history] Consultation de l’historique
    [gaps] Consultation des lacunes
    [noted] Noter une lacune
    [dismissed] Écarter une lacune
    [open] Rouvrir une lacune
   *[other] { $action }
}
moderation-outcome = { $outcome ->
    [started] en cours
    [done] fait
    [refused] refusé
    [failed] échoué
    [interrupted] interrompu
    [denied] non autorisé
   *[other] { $outcome }
}
moderation-dry-run = essai
moderation-actor = { $kind ->
    [terminal] terminal ({ $name })
    [watch] la surveillance du dossier
    [start] au démarrage
   *[other] { $kind }
}

# Lacunes
moderation-noted = notée par { $actor }
moderation-gaps-title = Ce que les articles n’ont pas dit
moderation-gaps-none = Toutes les questions ont eu une réponse jusqu’ici.
moderation-gaps-note = Qui a posé la question n’est pas conservé.
moderation-language = { $language ->
    [fr] en français
   *[en] en anglais
}
moderation-last-asked = posée la dernière fois { $when }
