# Le rédacteur génératif : un modèle de langue, au choix.

writer-according = Selon { $speaker } : { $sentence }
writer-note-model = Rédigé par un modèle de langue ; chaque phrase est vérifiée contre le paragraphe qu’elle cite.
writer-note-own-words =
    { $trouble ->
        [time] Le modèle de langue n’a pas répondu à temps : voici les mots des articles.
        [budget] Le budget du modèle de langue est épuisé pour aujourd’hui : voici les mots des articles.
        [share] Votre part du modèle de langue pour aujourd’hui est épuisée : voici les mots des articles.
        [resting] Le modèle de langue est en pause après plusieurs échecs : voici les mots des articles.
        [unproved] Ce que le modèle de langue a écrit n’est pas prouvé par les articles : voici leurs mots.
       *[other] Le modèle de langue n’a pas donné de réponse utilisable : voici les mots des articles.
    }
writer-unknown =
    « { $name } » n’est pas un modèle que Porte-Parole sait interroger. Valeurs possibles de writer.model : { $allowed } ; avec writer.base_url, tout nom de modèle de ce serveur.
writer-extra-missing =
    « { $name } » a besoin de paquets qui ne sont pas installés. Installez-les avec « pip install "porteparole[chat,{ $extra }]" ».
writer-no-key =
    « { $name } » a besoin d’une clé (PORTEPAROLE_WRITER__API_KEY dans .env), ou de l’adresse de votre propre serveur (writer.base_url).
writer-cannot-open =
    Le modèle « { $name } » ne peut pas être ouvert ({ $reason }). Vérifiez les réglages writer.….
cli-doctor-writer-off = Aucun modèle de langue : les réponses sont faites des mots des articles.
cli-doctor-writer = Le modèle de langue { $name } répond.
cli-doctor-writer-failed =
    { $failure ->
        [key] Le service de { $name } refuse la clé ({ $reason }).
        [model] Le service ne connaît pas de modèle « { $name } » ({ $reason }).
        [busy] Le service de { $name } n’accepte plus de requêtes pour l’instant : il y en a eu trop, ou le compte est épuisé ({ $reason }).
        [request] Le service de { $name } n’accepte pas une simple requête ({ $reason }).
        [time] Le modèle de langue { $name } n’a pas répondu en { $seconds } secondes.
        [away] Le service de { $name } est injoignable ({ $reason }).
       *[other] Le modèle de langue { $name } ne répond pas comme il faut ({ $reason }).
    }
cli-doctor-mend-writer = Rien ne démarre avant que ce soit corrigé. Avec un writer.model vide, les réponses sont faites des mots des articles.
cli-doctor-mend-writer-failed =
    { $failure ->
        [key] Écrivez la bonne dans .env (PORTEPAROLE_WRITER__API_KEY=…)
        [model] Vérifiez writer.model, et writer.base_url s’il est rempli (avec Ollama : le modèle est-il téléchargé ?)
        [busy] Attendez, ou consultez le compte chez le fournisseur
        [time] Réessayez plus tard, ou augmentez writer.timeout_seconds
        [away] Vérifiez le réseau, writer.base_url s’il est rempli, et que le serveur tourne
       *[other] Vérifiez writer.model et writer.base_url
    } ; d’ici là, les réponses sont faites des mots des articles.
writer-translation-differs = Le paragraphe { $number } reste sans traduction : celle de la machine ne s’accorde pas avec lui ({ $words }).
writer-translation-unavailable =
    { $count ->
        [one] Un paragraphe attend sa traduction
       *[other] { $count } paragraphes attendent leur traduction
    } jusqu’au prochain rechargement : le modèle de langue ne peut pas être interrogé ({ $trouble }).
