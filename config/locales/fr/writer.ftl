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
cli-doctor-writer-failed = Le modèle de langue { $name } ne répond pas ({ $reason }).
cli-doctor-mend-writer = Vérifiez writer.model, writer.base_url et writer.api_key ; d’ici là, les réponses sont faites des mots des articles.
writer-translation-differs = Le paragraphe { $number } reste sans traduction : celle de la machine ne s’accorde pas avec lui ({ $words }).
writer-translation-unavailable =
    { $count ->
        [one] Un paragraphe attend sa traduction
       *[other] { $count } paragraphes attendent leur traduction
    } jusqu’au prochain rechargement : le modèle de langue ne peut pas être interrogé ({ $trouble }).
