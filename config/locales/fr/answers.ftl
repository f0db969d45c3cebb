# Phrases des réponses. Chaque réponse n’est faite que d’extraits des articles et de ces cadres.
answer-said = { $speaker } : « { $quote } »
answer-original-fr = Texte original : « { $quote } »
answer-original-en = Selon l’article (texte original anglais) : « { $quote } »
answer-original-said-fr = { $speaker } : « { $quote } »
answer-original-said-en = { $speaker }, dans le texte original anglais : « { $quote } »
answer-original-of-fr = Texte original, sur { $speaker } : « { $quote } »
answer-original-of-en = Selon l’article, sur { $speaker } (texte original anglais) : « { $quote } »
answer-original-again = « { $quote } »
answer-original-of-again = Sur { $speaker } : « { $quote } »

answer-stage =
    { $stage ->
        [searching] Recherche dans les articles…
        [reading] Lecture de ce qui a été trouvé…
        [writing] Rédaction…
       *[checking] Vérification de chaque phrase…
    }

answer-note-translation = Traduction de la rédaction, non officielle ; la citation est le texte original.
answer-note-machine-translation = Traduit par une machine, vérifié par personne ; la citation est le texte d’origine.
answer-note-dropped =
    { $count ->
        [one] Une phrase n’a pas pu être prouvée et a été écartée.
       *[other] { $count } phrases n’ont pas pu être prouvées et ont été écartées.
    }
answer-note-cut = Seuls les { $characters } premiers caractères de votre question ont été lus.
answer-note-foreign = La question n’est ni en français ni en anglais ; la réponse est en anglais.
answer-note-premise = La question suppose le contraire de ce que disent les articles.
answer-note-part = Rien de plus n’a été trouvé pour : « { $part } »
answer-note-part-of = Rien n’a été trouvé dans l’article « { $article } ».
answer-note-read-as = « { $typed } » a été lu comme « { $meant } ».

answer-refused = Les articles ne permettent pas de répondre à cette question.
answer-refused-unknown = Les articles ne disent rien à propos de : { $names }.
answer-refused-speaker = Je n’ai trouvé, attribué à { $names }, aucun propos qui réponde à cette question.
answer-refused-order = Je ne réponds qu’à des questions sur les articles, avec le paragraphe qui le prouve.
answer-refused-empty = Posez-moi une question sur les articles, par exemple : « Qui a dit… ? », « Que dit l’article sur… ? »
answer-refused-script = Je lis le français et l’anglais, et les questions d’autres langues en lettres latines. Posez-moi la vôtre ainsi, s’il vous plaît.

answer-chat-greeting = Bonjour ! Posez-moi une question sur les articles : je réponds avec le paragraphe qui le prouve.
answer-chat-thanks = Avec plaisir ! N’hésitez pas à poser une autre question sur les articles.
answer-chat-farewell = Au revoir, et à bientôt !
answer-chat-self = Je suis Porte-Parole : je dis qui a déclaré quoi, dans quel article et en quels termes. Posez-moi une question sur les articles ; chaque phrase de ma réponse sera accompagnée du paragraphe qui la prouve.
