# Les articles : ce qui a été refusé, réparé ou écarté, et pourquoi. Le fichier et la ligne sont nommés à côté.

corpus-source-missing = { $path } n’existe pas.

# -- fichiers refusés

corpus-refused-empty = Ce fichier est vide.
corpus-refused-binary = Ce fichier n’est pas du texte. Enregistrez-le en texte, encodage UTF-8.
corpus-refused-large = Ce fichier est trop grand ({ $size } Mo ; { $limit } Mo au plus). Divisez-le.
corpus-refused-unreadable = Ce fichier ne peut pas être lu ({ $why }). Vérifiez ses droits d’accès.
corpus-refused-no-file = Ceci n’est pas un fichier ordinaire.
corpus-refused-format = Ce format n’est pas lu. Formats possibles : { $formats }
corpus-refused-no-article = Aucun article n’a été trouvé dans cette page.
corpus-refused-pdf-broken = Ce PDF est endommagé ({ $why }).
corpus-refused-pdf-locked = Ce PDF est protégé par un mot de passe. Enregistrez-le sans protection.
corpus-refused-pdf-no-text = Ce PDF ne contient pas de texte, sans doute un scan. Il faut d’abord y reconnaître les caractères.
corpus-refused-nothing-left = Il ne reste rien de cet article : tout a été reconnu comme habillage du site.
corpus-refused-same-id = Un autre article porte déjà l’identifiant { $id } : { $other }. Renommez l’un des deux.
corpus-refused-same-text = C’est le même article que { $other }.

# -- lignes d’un fichier .jsonl

corpus-json-syntax = Cette ligne n’est pas du JSON valide ({ $why }, colonne { $column }).
corpus-json-no-object = Cette ligne n’est pas un objet JSON avec id, title et text.
corpus-json-no-id = Cette ligne n’a pas d’identifiant (id).
corpus-json-no-text = Cette ligne n’a pas de texte (text ou paragraphs).
corpus-json-wrong-type = { $name } n’est pas du type attendu : un texte pour text, une liste de textes pour paragraphs.
corpus-json-long = Cette ligne est trop longue ({ $limit } Mo au plus).

# -- métadonnées

corpus-wrong-title = Le titre « { $value } » n’est pas un texte ; il est ignoré{ $more ->
    [0] .
   *[other] , comme ceux de { $more } autres lignes.
}
corpus-wrong-publisher = L’éditeur « { $value } » n’est pas un texte ; il est ignoré{ $more ->
    [0] .
   *[other] , comme ceux de { $more } autres lignes.
}
corpus-wrong-published = « { $value } » n’est pas une date (2025, 2025-02 ou 2025-02-12) ; elle est ignorée{ $more ->
    [0] .
   *[other] , comme celles de { $more } autres lignes.
}
corpus-wrong-url = « { $value } » n’est pas une adresse web (https://…) ; elle est ignorée{ $more ->
    [0] .
   *[other] , comme celles de { $more } autres lignes.
}
corpus-wrong-language = La langue « { $value } » n’est ni fr ni en ; elle est déterminée d’après le texte{ $more ->
    [0] .
   *[other] , comme pour { $more } autres lignes.
}
corpus-toml-syntax = Ce fichier n’est pas du TOML valide ({ $why }) ; il est ignoré en entier.
corpus-toml-no-file = La table « { $file } » ne correspond à aucun fichier d’article de ce dossier ; elle est ignorée.
corpus-toml-no-file-nearest = La table « { $file } » ne correspond à aucun fichier d’article de ce dossier ; elle est ignorée. Peut-être : { $nearest }
corpus-toml-no-table = « { $file } » doit être une table : ["{ $file }"]
corpus-toml-unknown-key = « { $file } » : la clé { $name } est inconnue. Clés possibles : title, publisher, published, url, language, inferred
corpus-toml-unknown-key-nearest = « { $file } » : la clé { $name } est inconnue. Peut-être : { $nearest }
corpus-toml-inferred = « { $file } » : « { $value } » n’est pas un champ. inferred est une liste parmi title, publisher, published, url, language.

# -- fichiers lus malgré un défaut

corpus-mended-encoding = Ce fichier n’est pas en UTF-8 ; il a été lu comme { $encoding }.
corpus-mended-bom = La marque d’ordre des octets (BOM) au début a été ôtée.
corpus-mended-bytes = Cette ligne contient des octets qui ne sont pas de l’UTF-8 ; ils ont été remplacés au mieux.
corpus-mended-invisible = { $count ->
    [one] Un caractère invisible a été ôté.
   *[other] { $count } caractères invisibles ont été ôtés.
}

# -- traductions

corpus-translation-missing = Cette traduction est refusée : { $translated } paragraphes pour les { $paragraphs } de { $article }. Le premier sans traduction est le paragraphe { $number } : « { $beginning }… »
corpus-translation-extra = Cette traduction est refusée : { $translated } paragraphes pour les { $paragraphs } de { $article }. Le premier sans original est son paragraphe { $number } : « { $beginning }… »
corpus-translation-off = Cette traduction est refusée : son paragraphe { $number } (« { $beginning }… ») ne correspond pas à celui de { $article }.
corpus-translation-same-language = Cette traduction est refusée : { $article } est déjà dans cette langue ({ $language }).
corpus-translation-no-article = Cette traduction n’a pas été lue, car { $article } n’a pas pu l’être.

# -- ce qui n’est pas de l’article

corpus-left-out-rights = droits d’auteur ou mention légale
corpus-left-out-cookies = cookies, consentement ou navigateur
corpus-left-out-comments = invitation à commenter
corpus-left-out-account = compte ou connexion
corpus-left-out-newsletter = lettre d’information, application ou alertes
corpus-left-out-subscription = abonnement ou don
corpus-left-out-share = boutons de partage
corpus-left-out-related = lien vers d’autres articles
corpus-left-out-agency = crédit d’agence, de rédaction ou de traduction
corpus-left-out-photo = légende ou crédit de photo
corpus-left-out-byline = signature
corpus-left-out-date = date de publication ou temps de lecture
corpus-left-out-navigation = navigation du site ou publicité
corpus-left-out-contact = contact avec la rédaction
corpus-left-out-prompt = bouton ou invite du site
corpus-left-out-neighbour = ligne isolée parmi l’habillage du site
corpus-left-out-separator = séparateur
corpus-left-out-heading = intertitre
corpus-left-out-table = tableau
corpus-left-out-code = code
corpus-left-out-page = en-tête, pied ou numéro de page
