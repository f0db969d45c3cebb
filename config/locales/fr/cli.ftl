# Le terminal. Le texte d’aide d’une commande a pour clé son nom complet, celui d’un paramètre en est un attribut ;
# ce qui précède le premier saut de ligne est le texte court dans la liste des commandes.

# -- pages d’aide

cli-help-usage = Usage :
cli-help-arguments = Arguments :
cli-help-options = Options :
cli-help-commands = Commandes :
cli-help-help = Affiche cette page et s’arrête.
cli-help-required = [obligatoire]
cli-help-options-metavar = [OPTIONS]
cli-help-command-metavar = COMMANDE [ARGUMENTS]...

cli-porteparole = Répond à des questions sur des déclarations publiques dans des articles de presse, et cite le paragraphe qui prouve chaque phrase.
    .version = Affiche la version et s’arrête.
    .debug = Écrit sur stderr ce qui se passe, avec le détail des erreurs.
    .epilog =
        Codes de sortie : 0 fait ou répondu ; 1 quelque chose a échoué ; 2 la ligne de commande ou l’entrée est fausse ; 3 les articles ne répondent pas à la question ; 130 interrompu.

        Les réponses et les données vont sur stdout, tout le reste sur stderr. NO_COLOR supprime les couleurs.
cli-ask = Répond à une question.
    .question = La question, en français ou en anglais.
    .json = Écrit la réponse sur une ligne de JSON, comme batch.
    .why = Montre aussi ce qui a été examiné, avec les scores, le verdict et ce qui a été écarté.
    .lang = La langue de la réponse, quelle que soit celle de la question.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-chat = Répond à des questions l’une après l’autre ; une question peut s’appuyer sur les précédentes.
    .why = Montre après chaque réponse ce qui a été examiné, avec les scores, le verdict et ce qui a été écarté.
    .lang = La langue des réponses, quelle que soit celle des questions.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-batch = Répond aux questions d’un fichier dans un autre fichier, pour d’autres outils.
    .input = Des lignes JSON : id, question, et si l’on veut history (role, content) et lang.
    .output = Où vont les réponses, dans l’ordre des questions ; le fichier est écrit en entier ou pas du tout.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
    .retrieve-only = Écrit les meilleurs paragraphes pour chaque question, sans réponse.
    .k = Combien de paragraphes avec --retrieve-only (10 sans précision).
    .no-translations = Laisse de côté les traductions de la rédaction.
cli-evaluate = Mesure ce que valent les réponses à des questions dont la réponse est connue.
    .gold = Les questions, en lignes JSON (tests/gold/README.md en dit la forme) ; sans elle, celles qui viennent avec le programme.
    .corpus = Des lignes JSON avec id et text, si le fichier de questions nomme des paragraphes par ligne ; peut être répété.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
    .translations = Lit les traductions de la rédaction ou les laisse de côté, à la place du réglage.
    .model = Un modèle de langue qui rédige les réponses, au lieu du réglage writer.model ; ce qui en tient est compté.
    .distractor-safe-only = Laisse de côté les questions qui ne sont claires que dans un petit corpus.
    .output = Le dossier du rapport ; sans elle, « evaluation » dans le dossier de l’index.
    .json = Écrit le rapport sur une ligne de JSON sur stdout à la place des tableaux.
cli-corpus = Montre les articles, les relit, en ajoute, en retire.
cli-corpus-show = Montre les paragraphes numérotés d’un article, ou de tous, et ce qui a été écarté et pourquoi.
    .article = Son identifiant, ou le nom de son fichier.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
cli-statements = Liste qui a dit quoi, le plus récent d’abord : auteur, sorte, propos, article et paragraphe.
    .speaker = Le nom d’un locuteur, ou une partie de ce nom ; le premier mot, ou avec --speaker.
    .topic = Ce dont les déclarations doivent parler.
    .article = L’identifiant d’un article, son fichier, ou des mots de son titre.
    .kind = Seulement les déclarations citées (direct), rapportées (indirect) ou citées en partie (mixte).
    .limit = Combien en montrer (20 par défaut ; 0 pour toutes). En JSON, elles y sont toutes.
    .json = Écrit une ligne de JSON par déclaration.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-compare = Met côte à côte les déclarations de deux locuteurs, sans verdict.
    .first = Le nom d’un locuteur.
    .second = Le nom d’un autre locuteur.
    .topic = Ce dont les déclarations doivent parler.
    .limit = Combien en montrer pour chacun (20 par défaut ; 0 pour toutes). En JSON, elles y sont toutes.
    .json = Écrit une ligne de JSON par déclaration.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-summary = Résume un article, un auteur ou un sujet : les phrases mêmes des articles, chacune avec sa preuve.
cli-summary-article = Résume un article, dans l’ordre du texte.
    .target = L’identifiant de l’article, son fichier, ou des mots de son titre.
    .length = Trois phrases (court), six (normal, par défaut) ou dix (long).
    .json = Écrit une ligne de JSON, comme ask.
    .lang = La langue du résumé : traduit là où la rédaction l’a fait, sinon l’original entre guillemets.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-summary-speaker = Résume ce qu’une personne a dit, l’article le plus récent d’abord.
    .target = Le nom d’un locuteur, ou une partie de ce nom.
    .length = Trois phrases (court), six (normal, par défaut) ou dix (long).
    .json = Écrit une ligne de JSON, comme ask.
    .lang = La langue du résumé : traduit là où la rédaction l’a fait, sinon l’original entre guillemets.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-summary-topic = Résume ce que disent les articles d’un sujet, l’article le plus proche d’abord.
    .target = Des mots quelconques.
    .length = Trois phrases (court), six (normal, par défaut) ou dix (long).
    .json = Écrit une ligne de JSON, comme ask.
    .lang = La langue du résumé : traduit là où la rédaction l’a fait, sinon l’original entre guillemets.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-check = Montre les déclarations qui touchent à une affirmation, la plus proche d’abord ; cite sans juger.
    .claim = Ce que quelqu’un affirme, entre guillemets.
    .json = Écrit une ligne de JSON par déclaration.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-articles = Liste les articles, le plus récent d’abord.
    .search = Des mots du titre, de l’éditeur ou de la date ; sinon un sujet.
    .json = Écrit une ligne de JSON par article.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-paragraph = Montre un paragraphe entre ses voisins.
    .article = L’identifiant de l’article, son fichier, ou des mots de son titre.
    .number = Le numéro du paragraphe.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-feedback = Ce qui a été contesté dans les réponses sur Discord, et ce que les modérateurs ont décidé.
cli-feedback-export = Écrit une ligne de référence pour chaque contestation examinée, pour porteparole evaluate.
    .data = Le dossier de l’index et de l’état, à la place du réglage.
cli-corpus-reload = Relit les articles et dit ce qui a changé ; seul le texte nouveau reçoit un vecteur.
    .dry-run = Donne le même rapport sans rien changer.
    .empty = Accepte qu’il ne reste aucun article.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-corpus-add = Garde un article dans le dossier des données, depuis un fichier ou le web.
    .source = Un fichier, ou l’adresse d’une page ou d’un flux.
    .title = Le titre.
    .publisher = L’éditeur.
    .date = La date (2025, 2025-02 ou 2025-02-12).
    .lang = La langue.
    .url = L’adresse de l’original.
    .replace = Remplace l’article qui a le même identifiant.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-corpus-remove = Écarte un article, dès maintenant et aux lectures suivantes ; les sources restent intactes.
    .article = Son identifiant.
    .undo = Revient sur ce retrait.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-corpus-translate = Corriger la traduction d’un paragraphe faite par une machine, ou en faire une.
    .article = Son identifiant.
    .number = Le numéro du paragraphe.
    .text = La traduction.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-corpus-rollback = Fait de nouveau répondre la génération précédente, jusqu’à la prochaine lecture.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-corpus-status = Dit où en est le corpus ; aussi pendant que le robot tourne.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-corpus-history = Montre qui a fait quoi des articles, le plus récent d’abord ; aussi pendant que le robot tourne.
    .limit = Combien de lignes (20 sans précision).
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-corpus-gaps = Montre les questions restées sans réponse, les plus fréquentes d’abord, ou les marque ; aussi pendant que le robot tourne.
    .note = Une question dont quelqu’un s’occupe : ses huit chiffres, tels qu’ils sont montrés, ou ses mots.
    .dismiss = Une question à laquelle les articles n’ont pas à répondre ; elle n’est plus montrée.
    .reopen = Une question dont la marque doit disparaître.
    .all = Aussi celles qui ont été écartées.
    .limit = Combien de lignes (20 sans précision).
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-backup = Écrit l’état, les générations et les articles ajoutés dans un fichier ; aussi pendant que le robot tourne.
    .file = Le fichier à écrire (.tar.gz) ; il ne doit pas exister.
    .data = Le dossier de l’index, à la place du réglage.
cli-restore = Remplace l’état, les générations et les articles ajoutés par ceux d’une sauvegarde ; le robot doit être arrêté.
    .file = Une sauvegarde.
    .data = Le dossier de l’index, à la place du réglage.
cli-settings = Montre chaque réglage, sa valeur en vigueur et où elle est écrite.
    .json = Écrit du JSON.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-doctor = Dit ce qui ne va pas dans cette installation et comment y remédier.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.
cli-run = Lance le robot Discord s’il y a un jeton, sinon la conversation dans le terminal.
    .seeds = Un dossier ou un fichier .jsonl d’articles, à la place du réglage ; peut être répété.
    .data = Le dossier de l’index, à la place du réglage.

# -- ce qui ne va pas dans une ligne de commande

cli-usage = La ligne de commande est fausse : { $message }
cli-usage-hint = `{ $command } --help` dit ce qui est possible.
cli-usage-no-option = Il n’y a pas d’option { $name } ici{ $nearest ->
    [none] {""}.
   *[other] {" "}; vouliez-vous dire { $nearest } ?
}
cli-usage-no-command = Il n’y a pas de commande { $name }{ $nearest ->
    [none] {""}.
   *[other] {" "}; vouliez-vous dire { $nearest } ?
}
cli-usage-missing = Il manque { $name }.
cli-usage-bad-value = La valeur de { $name } n’est pas admise.
cli-usage-bad-option = { $name } demande exactement une valeur, ou aucune si c’est un simple choix.
cli-usage-extra = « { $name } » est de trop ; mettez une question entre guillemets.
cli-usage-language = La valeur de --lang n’est pas admise ; les valeurs admises sont { $allowed }.

# -- erreurs

cli-unexpected = Une erreur que personne n’avait prévue s’est produite (référence { $reference }) : relancez avec `porteparole --debug …` pour voir où, et signalez-la, s’il vous plaît.
cli-os-error = Le système dit « { $reason } »{ $file ->
    [none] {""}
   *[other] {" "}à propos de { $file }
} (référence { $reference }).
cli-file-unreadable = Le fichier { $file } ne peut pas être lu : { $reason }.
cli-file-unwritable = Le fichier { $file } ne peut pas être écrit : { $reason }.
cli-batch-not-json = La ligne { $line } de l’entrée n’est pas du JSON en UTF-8 ; rien n’a été répondu.
cli-batch-no-object = La ligne { $line } de l’entrée n’est pas un objet JSON avec id et question ; rien n’a été répondu.
cli-batch-field = Ligne { $line } de l’entrée : le champ { $field } manque ou a une valeur qui n’est pas admise ; rien n’a été répondu.

# -- progression : $stage vient du moteur

cli-progress = { $stage ->
    [reading] Lecture des articles
    [embedding] Calcul des vecteurs des paragraphes
    [answering] Réponse aux questions
    [translating] Traduction des nouveaux paragraphes
    [statements] Lecture des déclarations
    [indexing] Écriture de l’index
    [verifying] Vérification
    [fetching] Chargement des pages
   *[other] { $stage }
} …

# -- réponses

cli-inferred = { $value } (déduit)
cli-translated = [traduction de la rédaction, non officielle]
cli-machine-translated = [traduction automatique, vérifiée par personne]
cli-related = En rapport, sans être une réponse :

# -- conversation

cli-chat-begin = Posez vos questions en français ou en anglais ; /quit pour finir.
cli-chat-prompt = {"?"}{" "}
cli-run-no-token = Il n’y a pas de jeton Discord : la conversation s’ouvre donc ici, dans le terminal.
cli-run-get-token = Pour lancer le robot : créez une application sur https://discord.com/developers/applications, copiez son jeton (Bot, Reset Token) dans .env sous la forme DISCORD_TOKEN=…, et relancez cette commande.
cli-run-question = Que dit Guo Jiakun des restrictions américaines ?

# -- corpus

cli-corpus-line = (ligne { $line })
cli-corpus-inferred = Déduit, non indiqué par la source : { $fields }
cli-corpus-field = { $field ->
    [title] titre
    [publisher] éditeur
    [published] date
    [language] langue
    [url] adresse
   *[other] { $field }
}
cli-corpus-left-out = Écarté :
cli-corpus-refused = Refusé :
cli-corpus-mended = Lu, malgré un défaut :
cli-backup-done = { $file } : { $generations } générations, { $rows } lignes d’état, { $size } Mo
cli-restore-done = Restauré : { $generations } générations, { $rows } lignes d’état, du { $made }.
cli-library-dry-run = Essai : rien n’a été changé.
cli-library-more = … et { $count } de plus (--json les montre tous)
cli-library-seconds = { NUMBER($seconds, minimumFractionDigits: 1, maximumFractionDigits: 1) }
cli-library-report = Articles { $articles }, paragraphes { $paragraphs }, refusés { $refused } ; { $embedded ->
    [0] aucun vecteur calculé
    [one] un vecteur calculé
   *[other] { $embedded } vecteurs calculés
} ; { $seconds } s ; génération { $generation }
cli-library-status = Génération { $generation } depuis { $since } : { $articles } articles, { $paragraphs } paragraphes
cli-library-rolled-back = C’est une génération antérieure (rollback) : la prochaine lecture reprendra ce que contiennent les sources.
cli-library-sources-away = Une source n’est pas là ; ce qui en a été lu répond toujours.
cli-library-sources-changed = Des fichiers ont changé depuis : `porteparole corpus reload` les lit.
cli-library-sources-read = Les sources n’ont pas changé depuis.
cli-library-kept = { $mark } { $generation } ({ $made }, { $articles } articles, { $paragraphs } paragraphes)
cli-library-added-one = + { $article } (ajouté) : { $title }
cli-library-removed-one = − { $article } (retiré par { $actor }, { $at })
cli-library-running = En cours : { $action }, par { $actor }, depuis { $since }
cli-library-no-history = Personne n’a encore rien fait.
cli-library-marked = { $mark ->
    [noted] notée par { $actor }
   *[dismissed] écartée par { $actor }
}
cli-library-no-gaps = Aucune question n’est restée sans réponse.
cli-library-outcome = { $outcome ->
    [started] en cours
    [done] fait
    [refused] refusé
    [failed] échoué
    [interrupted] interrompu
    [denied] non autorisé
   *[other] { $outcome }
}
cli-corpus-no-article = Il n’y a pas d’article { $name }{ $nearest ->
    [none] {""}.
   *[other] {" "}; les plus proches sont { $nearest }.
}

# -- diagnostic

cli-doctor-settings = Les réglages sont bons.
cli-doctor-python = Python { $version } (admis : { $allowed })
cli-doctor-not-installed = Porte-Parole n’est pas installé dans ce Python.
cli-doctor-packages = { $count } paquets sont là, dans des versions qui conviennent, et s’importent.
cli-doctor-package-missing = Le paquet { $name } manque.
cli-doctor-package-version = Le paquet { $name } est là en version { $version } ; il faut { $allowed }.
cli-doctor-package-broken = Le paquet { $name } { $version } est là mais ne s’importe pas.
cli-doctor-locales = Les phrases des deux langues sont complètes ({ $count }).
cli-doctor-locales-incomplete = { $count } phrases manquent dans une langue ({ $names }).
cli-doctor-embedder = Le modèle de plongement { $name } calcule des vecteurs (de { $dimension } nombres).
cli-doctor-mend-embedder = D’ici là, la recherche lexicale répond seule : par les mots d’une question, non par son sens.
cli-doctor-mend-embedding-service = D’ici là, Porte-Parole ne démarre pas ; avec embedding.model = "embedded", il démarre.
cli-doctor-data = Le dossier des données est accessible en écriture : { $folder }
cli-doctor-chroma = Le serveur Chroma { $address } répond (version { $version }).
cli-doctor-mend-chroma = D’ici là, les articles déjà lus répondent, ou la recherche lexicale seule ; de nouveaux articles ne peuvent pas être indexés.
cli-doctor-data-new = Le dossier des données n’existe pas encore et sera créé au besoin : { $folder }
cli-doctor-data-unwritable = Le dossier des données { $folder } n’est pas accessible en écriture : { $reason }
cli-doctor-articles = { $articles } articles et { $paragraphs } paragraphes : { $paths }
cli-doctor-no-articles = Il n’y a pas d’article dans { $paths }.
cli-doctor-file-refused = Un fichier a été refusé : { $source }{ $line ->
    [0] {""}
   *[other] , ligne { $line }
}
cli-doctor-no-token = Il n’y a pas de jeton Discord : le terminal répond, le robot ne démarre pas.
cli-doctor-token = Il y a un jeton Discord, et il en a la forme.
cli-doctor-token-shape = { $place } n’a pas la forme d’un jeton Discord (trois parties séparées par des points).
cli-doctor-discord = Discord répond et connaît le robot sous le nom { $name }.
cli-doctor-token-refused = Discord n’accepte pas le jeton.
cli-doctor-discord-answer = Discord répond par l’erreur { $code }.
cli-doctor-discord-away = Discord est injoignable : { $reason }
cli-doctor-mend-python = Installez un Python admis, supprimez .venv et lancez `make install`.
cli-doctor-mend-install = Relancez `make install` ; si cela ne suffit pas, supprimez d’abord .venv.
cli-doctor-mend-checkout = Reprenez les fichiers de config/locales (git checkout config/locales).
cli-doctor-mend-data = Donnez-vous le droit d’écrire dans { $folder }, ou choisissez un autre dossier avec PORTEPAROLE_DATA_DIR.
cli-doctor-mend-seeds = Mettez des articles (.txt, .md, .html, .pdf, .jsonl) dans { $paths }, ou nommez un autre endroit avec PORTEPAROLE_SEEDS_DIR.
cli-doctor-mend-token = Copiez de nouveau le jeton depuis https://discord.com/developers/applications (votre application, Bot, Reset Token) dans .env.
cli-doctor-mend-network = Vérifiez la connexion de cette machine, et son proxy si elle en a un.
cli-doctor-mend-later = Réessayez dans quelques minutes ; https://discordstatus.com signale les perturbations.
cli-doctor-sum = { $wrong ->
    [0] Tout va bien.
    [one] Une chose ne va pas.
   *[other] { $wrong } choses ne vont pas.
}

cli-feedback-exported =
    { $count ->
        [0] Aucune contestation n’a encore été examinée.
        [one] Une ligne écrite.
       *[other] { $count } lignes écrites.
    }
