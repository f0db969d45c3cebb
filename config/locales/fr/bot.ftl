# Discord : les commandes. Noms : minuscules, sans espace, 32 caractères au plus ; descriptions : 100.
bot-ask = demander
    .description = Poser une question sur des déclarations publiques ; la réponse cite ses sources.
    .question = question
    .question-description = Votre question, en français ou en anglais.
    .article = article
    .article-description = Ne répondre que d’après cet article.
    .speaker = personne
    .speaker-description = Ne répondre que d’après ce que cette personne a dit.
    .private = privé
    .private-description = Ne montrer la réponse qu’à vous.
bot-help = aide
    .description = Comment poser une question, avec des exemples.
bot-articles = articles
    .description = De quels articles viennent les réponses.
    .search = recherche
    .search-description = Des mots du titre, de l’éditeur ou de la date, ou un sujet.

# Consulter
bot-statements = déclarations
    .description = Qui a dit quoi, le plus récent d’abord, chaque fois avec le paragraphe.
    .speaker = auteur
    .speaker-description = Qui parle : un nom ou une partie du nom.
    .topic = sujet
    .topic-description = De quoi il s’agit.
    .article = article
    .article-description = Dans quel article.
    .kind = sorte
    .kind-description = Citée, rapportée ou citée en partie.
    .kind-direct = citée
    .kind-indirect = rapportée
    .kind-mixed = citée en partie
bot-compare = comparer
    .description = Ce que deux personnes ont dit, côte à côte, sans verdict.
    .first = premier
    .first-description = Une personne ou une institution.
    .second = second
    .second-description = L’autre personne ou institution.
    .topic = sujet
    .topic-description = De quoi il s’agit.
bot-summary = résumé
    .description = Un article, un auteur ou un sujet en quelques phrases, chacune avec son paragraphe.
    .article = article
    .article-description = Les points principaux d’un article.
    .speaker = auteur
    .speaker-description = Ce que quelqu’un a dit, en quelques phrases.
    .topic = sujet
    .topic-description = Ce que disent les articles d’un sujet.
    .length = longueur
    .length-description = Trois, six ou dix phrases.
    .short = court
    .normal = normal
    .long = long
    .language = langue
    .language-description = Du résumé : traduit là où la rédaction l’a fait, sinon cité dans l’original.
    .french = français
    .english = anglais
bot-summary-of = Résumé :
bot-paragraph = paragraphe
    .description = Un paragraphe d’un article, entre ses voisins.
    .article = article
    .article-description = Dans quel article.
    .number = numéro
    .number-description = Le numéro du paragraphe.
bot-check = Vérifier dans les déclarations
bot-check-found = Déclarations qui touchent à ce message
bot-check-none = Aucune déclaration des articles ne touche à ce message.
bot-check-nothing = Ce message ne contient pas de mots à vérifier.
bot-check-note = Je cite ce qui a été dit ; je ne juge pas si le message dit vrai.

# Réponses
bot-show-paragraph = Afficher ¶ { $number }
bot-paragraph-number = ¶ { $number }
bot-paragraph-of = ¶ { $number } sur { $count }
bot-translated = Traduction de la rédaction, non officielle
bot-machine-translated = Traduction automatique, vérifiée par personne
bot-in-this-language = En français
bot-question-gone = Le message d’origine est parti ou je ne peux plus le lire : reposez la question.
bot-why = Pourquoi ?
bot-related = En rapport, mais ne répond pas
bot-inferred = { $value } (déduit)
bot-more-citations =
    { $count ->
        [one] et une autre citation
       *[other] et { $count } autres citations
    }
bot-read-article = Lire l’article
bot-paragraph-gone = Ce paragraphe n’est plus dans les articles : il a été modifié ou retiré depuis la réponse.
bot-paragraph-standing-changed = Cet article a changé depuis : voici le paragraphe tel qu’il a été cité, avec ce qui l’entourait.
bot-paragraph-standing-gone = Cet article n’est plus dans le corpus : voici le paragraphe tel qu’il a été cité, avec ce qui l’entourait.
bot-paragraph-cut = La suite ne tient pas ici.

# La liste des articles
bot-articles-title =
    { $count ->
        [one] Les réponses viennent d’un article
       *[other] Les réponses viennent de { $count } articles
    }
bot-articles-none = Il n’y a pas encore d’article.
bot-articles-paragraphs =
    { $count ->
        [one] un paragraphe
       *[other] { $count } paragraphes
    }
bot-articles-language =
    { $language ->
        [fr] en français
       *[en] en anglais
    }

# Les pages d’une longue liste
bot-pages-count = { $page } sur { $count }
bot-pages-not-yours = Seule la personne qui a demandé cette liste peut en tourner les pages. Utilisez la commande pour avoir la vôtre.
bot-pages-over = Cette liste a expiré. Relancez la commande pour la revoir.

# Aide
bot-empty-question = Posez votre question après mon nom, par exemple : { $bot } qu’a dit la ministre sur le budget ? Ou utilisez `/demander`.
bot-help-title = Demandez-moi ce qui a été dit en public
bot-help-text =
    En français ou en anglais. Chaque phrase de ma réponse est accompagnée du paragraphe qui la prouve ; quand les articles ne répondent pas, je le dis.

    { "" }**Demander**
    - dans un salon : { $bot } qu’a dit la ministre sur le budget ?
    - par commande : `/demander` ; avec `privé:True`, vous seul voyez la réponse
    - en message privé, sans rien de plus
    { "" }**Continuer** : répondez à ma réponse, « Et en juillet ? »
    { "" }**Vérifier** : *Afficher ¶* montre le paragraphe entier, à vous seul.
bot-help-more =
    { "" }`/déclarations` : qui a dit quoi. `/comparer` : deux personnes côte à côte. `/résumé` : l’essentiel. `/articles` : d’où cela vient.
    Pour vérifier un message : clic droit (ou appui long), *Applications*, *Vérifier dans les déclarations*.
bot-help-try = À essayer
bot-help-example = Qu’a dit { $name } ?
bot-reply-needs-mention = Discord ne me montre pas ce que vous répondez à la réponse d’une commande. Mentionnez-moi dans votre réponse : { $bot } et votre question.

# Avis sur les réponses, et la file des modérateurs
bot-objection-title = Qu’est-ce qui ne va pas dans la réponse ?
bot-objection-what = Ce qui ne va pas
bot-objection-comment = Précisions, si vous voulez
bot-objection-stored = Les modérateurs verront la question, la réponse et ce que vous écrivez.
bot-objection-reason =
    { $reason ->
        [speaker] Ce n’est pas la bonne personne
        [altered] La citation est déformée
        [context] C’est hors contexte
        [unanswered] Cela ne répond pas
        [good] Bonne réponse
       *[other] Autre chose
    }
bot-objection-question = Question
bot-objection-number = nº { $number }
bot-objection-link = Voir la réponse
bot-objection-answer = Réponse
bot-thanks =
    { $reason ->
        [good] Merci.
       *[other] Merci. Les modérateurs examineront cette réponse.
    }
bot-feedback = avis
    .description = Modérateurs : les réponses contestées, à examiner une par une.
bot-feedback-none = Aucune réponse contestée n’attend.
bot-feedback-counts =
    { $good ->
        [one] Une réponse a été approuvée
       *[other] { $good } réponses ont été approuvées
    } ; { $decided ->
        [one] une contestation a été examinée.
       *[other] { $decided } contestations ont été examinées.
    }
bot-verdict =
    { $verdict ->
        [right] La réponse est bonne
        [refuse] Il fallait refuser
        [paragraph] Un autre paragraphe…
       *[dismissed] Classer
    }
bot-verdict-form = Quel paragraphe répond ?
bot-verdict-article = Article (son nom ou son titre)
bot-verdict-paragraphs = Numéros des paragraphes
bot-verdict-no-article = Aucun article ne s’appelle { $name }. La commande `/articles` en donne la liste.
bot-verdict-no-paragraph = Donnez des numéros entre 1 et { $count }, par exemple : 3, 5.
bot-verdict-kept =
    { $verdict ->
        [dismissed] Le nº { $number } est classé.
       *[other] Le nº { $number } est examiné ; il servira à l’évaluation.
    }
bot-verdict-too-late = Le nº { $number } a déjà été examiné.
bot-verdict-gone = Cet avis n’existe plus.

# Réglages d’un serveur
bot-settings = réglages
    .description = Modérateurs : où le bot répond, à qui, et s’il ouvre des fils.
bot-settings-title = Mes réglages sur ce serveur
bot-settings-channels = Salons
    .hint = Où je réponds, leurs fils compris.
bot-settings-roles = Rôles
    .hint = À qui je réponds.
bot-settings-moderators = Modération
    .hint = Les rôles qui me modèrent, avec ceux qui peuvent gérer le serveur.
bot-settings-threads = Fils
    .hint = Pour un échange plus long.
bot-settings-threads-choice =
    { $threads ->
        [no] Pas de fils
        [always] Un fil pour chaque question posée dans un salon
       *[button] Un bouton sous la réponse ouvre un fil
    }
bot-settings-all = Tous les salons
bot-settings-everybody = Tout le monde
bot-settings-nobody-else = Personne d’autre
bot-settings-saved = C’est ce qui est en vigueur.
bot-settings-unsaved = Pas encore en vigueur : enregistrez, ou abandonnez.
bot-settings-save = Enregistrer
bot-settings-drop = Abandonner
bot-settings-done = Enregistré ; c’est en vigueur.
bot-settings-again = J’ai redémarré et votre choix n’a pas été enregistré : choisissez de nouveau.

# Fils
bot-thread = Ouvrir un fil
bot-thread-there = Le fil est là : { $thread }
bot-thread-forbidden = Je n’ai pas la permission d’ouvrir un fil ici. Un modérateur peut me la donner.
bot-thread-welcome = Continuons ici. Répondez à un de mes messages, ou mentionnez-moi : { $bot }
bot-thread-welcome-open = Continuons ici : écrivez simplement votre question. { $bot } lit ce fil.
bot-threads-off = Les modérateurs de ce serveur ne veulent pas de fils.

# Données
bot-privacy = confidentialité
    .description = Ce qui est conservé de vous, et comment l’effacer.
bot-privacy-text =
    { "" }**Ce que je conserve de vous**
    - **Questions** : rien sur disque avec votre nom. Les dernières réponses restent un temps en mémoire, pour leurs boutons. Une question restée sans réponse est comptée sans dire qui l’a posée, sans adresses ni longs numéros.
    - **👎** : la question, la réponse, ses citations, le commentaire, votre numéro Discord et celui de la personne qui a demandé ; un an au plus tant que personne ne l’a examiné.
    - **👍** : votre numéro Discord et celui du message.
bot-privacy-model = **Modèle de langue** : votre question, avec les paragraphes trouvés, est envoyée à son service, sans votre nom. Ce que vous en utilisez est compté jusqu’à la fin de la journée (UTC), sous un code qui change chaque jour.
bot-privacy-moderators = **Modérateurs** : ce qu’ils ont changé, avec leur nom, dans un registre.
bot-privacy-log =
    { $content ->
        [true] Le journal technique contient les questions : l’exploitant l’a voulu.
       *[false] Le journal technique ne contient aucune question.
    } Les messages eux-mêmes sont chez Discord : vous pouvez les y supprimer.
bot-privacy-ask = Effacer ce qui est conservé de moi
bot-privacy-sure = Vos avis, ceux des autres sur les réponses à vos questions et ce qui a été compté de vous aujourd’hui seront effacés pour toujours.
bot-privacy-yes = Oui, effacer
bot-privacy-done =
    { $count ->
        [0] Rien n’était conservé de vous.
        [one] C’est fait : une entrée a été effacée.
       *[other] C’est fait : { $count } entrées ont été effacées.
    }

# Diagnostic
bot-diagnose = diagnostic
    .description = Modérateurs : ce qui manque au bot dans ce salon.
bot-diagnose-title =
    { $count ->
        [0] Tout va bien ici
        [one] Un point à corriger
       *[other] { $count } points à corriger
    }
bot-diagnose-permissions = J’ai toutes les permissions qu’il faut dans ce salon.
bot-diagnose-permissions-missing = Il me manque dans ce salon : { $names }. Donnez-les à mon rôle (Paramètres du salon → Permissions).
bot-diagnose-barred = D’après `/réglages`, je ne réponds pas ici, ou pas à vous.
bot-diagnose-moderators =
    { $count ->
        [0] Ceux qui peuvent gérer ce serveur me modèrent : `/réglages`, `/diagnostic`, `/avis`, `/corpus` et *Pourquoi ?*. Dans `/réglages`, vous pouvez choisir des rôles qui le pourront aussi.
       *[other] Ceux qui peuvent gérer ce serveur me modèrent, ainsi que { $roles } : `/réglages`, `/diagnostic`, `/avis`, `/corpus` et *Pourquoi ?*. Si quelqu’un avec un tel rôle ne voit pas une commande : Paramètres du serveur → Intégrations → mon nom → la commande → ajouter le rôle.
    }
bot-diagnose-commands = Discord connaît toutes mes commandes. Qui ne les voit pas recharge Discord (Ctrl+R).
bot-diagnose-commands-missing = Discord ne connaît pas encore ces commandes : { $names }. Relancez le bot, puis rechargez Discord (Ctrl+R).
bot-diagnose-commands-unknown = Discord n’a pas dit quelles commandes il connaît. Réessayez dans une minute.
bot-diagnose-content-on = « Message Content Intent » est activé : dans mes fils, je réponds sans mention.
bot-diagnose-content-off = « Message Content Intent » n’est pas activé : partout, il faut me mentionner ou me répondre. C’est voulu tant que l’exploitant n’en décide pas autrement.
bot-diagnose-articles =
    { $count ->
        [0] Il n’y a aucun article : je ne peux répondre à rien.
        [one] Je réponds d’après un article.
       *[other] Je réponds d’après { $count } articles.
    }
bot-diagnose-model = Le modèle de langue { $name } rédige les réponses.
bot-diagnose-model-resting = Le modèle de langue { $name } a échoué plusieurs fois et se repose : je réponds par des citations seules. Le journal de l’exploitant dit pourquoi.
bot-diagnose-sources-missing = Le dossier des articles n’est pas là : je réponds d’après ce qui a été lu, mais rien ne peut être rechargé. L’exploitant le voit dans le réglage `seeds_dir`.
bot-diagnose-shard = Ce serveur dépend du shard { $shard } sur { $count } (on compte à partir de 0).
bot-diagnose-latency = La connexion à Discord répond en { $ms } ms.
bot-permission =
    { $name ->
        [view_channel] voir le salon
        [send_messages] envoyer des messages
        [send_messages_in_threads] envoyer des messages dans les fils
        [create_public_threads] créer des fils publics
       *[read_message_history] voir les anciens messages
    }
bot-several-speakers = Ce nom peut désigner plusieurs personnes : { $names }. Choisissez-en une dans la liste.

# Quand quelque chose fait obstacle
bot-too-slow = C’est trop long : j’ai arrêté au bout de { $seconds } secondes. Reposez la question, en moins de mots si possible.
bot-error = Quelque chose n’a pas marché de mon côté. Si cela se répète, donnez ce numéro aux responsables du bot : { $reference }
bot-cooldown = Cela fait beaucoup de questions à la fois. Vous pourrez poser la suivante { $when }.
bot-busy = Beaucoup de questions attendent déjà leur réponse. Réessayez { $when }.
bot-server-limit = Ce serveur a posé beaucoup de questions en peu de temps. La suivante sera possible { $when }.
bot-button-forgotten = J’ai redémarré ou changé depuis que ceci est affiché, et je ne le connais plus. Relancez la commande, ou reposez la question.
bot-closing = Je redémarre. Reposez votre question dans une minute.
bot-cannot-write-there = Je ne peux pas écrire dans { $place } ; voici la réponse à votre question.
bot-for-moderators = C’est réservé à ceux qui me modèrent ici : les membres qui peuvent gérer ce serveur, et les rôles choisis dans `/réglages`.
bot-bot-lacks-permission = Il me manque ici une permission pour cette commande. Un modérateur peut me la donner.
bot-not-in-this-channel = Je ne réponds pas dans ce salon. Demandez-moi dans un de ceux que le serveur a choisis.
bot-not-for-your-roles = Sur ce serveur, je réponds seulement à certains rôles, et vous n’en avez aucun.
bot-not-here = Cette commande ne peut pas être utilisée ici.
bot-command-changed = Cette commande a changé. Rechargez Discord (Ctrl+R, ou relancez l’application), puis réessayez.

# Démarrage, pour l’exploitant
bot-start-ready = Connecté à Discord sous le nom { $name }.
bot-start-invite = Inviter le bot sur un serveur : { $url }
bot-start-content-on = « Message Content Intent » est activé : le bot répond sans mention dans les fils qu’il a ouverts.
bot-start-content-off = « Message Content Intent » n’est pas activé : on pose une question en mentionnant le bot, en lui répondant, en message privé ou par une commande. Pour qu’il réponde sans mention dans ses fils, activez-le sur la page Bot du portail des développeurs, et relancez.
bot-start-permissions = Sur le serveur { $server }, il manque au bot : { $names }. Invitez-le de nouveau ({ $url }) ou donnez ces permissions à son rôle.
bot-start-no-token = Il manque le jeton du bot. Créez une application dans le portail des développeurs de Discord, copiez le jeton de sa page Bot, et écrivez DISCORD_TOKEN=… dans le fichier .env.
bot-start-token-wrong = Discord n’accepte pas le jeton. Recopiez-le depuis la page Bot de votre application dans le portail des développeurs de Discord vers DISCORD_TOKEN (fichier .env).
bot-start-intents = Discord refuse un « intent » que le bot demande. Activez-le sur la page Bot de votre application dans le portail des développeurs de Discord, ou désactivez-le dans les réglages.
bot-start-shards = Ce processus sert les shards { $ids } sur { $count }.
bot-start-shards-needed = Discord veut que les serveurs de ce bot soient répartis sur plus de connexions. Mettez discord.shards à 0 : il lui sera demandé combien.
bot-start-unreachable = Discord est injoignable ({ $reason }). Vérifiez la connexion au réseau et relancez dans quelques minutes.
bot-observe-port = La surveillance ne peut pas écouter sur { $host }, port { $port } ({ $reason }). Changez monitoring.port, ou mettez 0 pour s’en passer.
bot-start-failed = Le bot a dû s’arrêter à cause d’une erreur ; sa référence dans le journal est { $reference }.
