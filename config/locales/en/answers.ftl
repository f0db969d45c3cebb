# Sentences of answers. An answer is made of extracts of the articles and of these frames alone.
answer-said = { $speaker }: “{ $quote }”
answer-original-fr = The article says, in the original French: “{ $quote }”
answer-original-en = Original text: “{ $quote }”
answer-original-said-fr = { $speaker }, in the original French: “{ $quote }”
answer-original-said-en = { $speaker }: “{ $quote }”
answer-original-of-fr = The article says of { $speaker }, in the original French: “{ $quote }”
answer-original-of-en = Original text, on { $speaker }: “{ $quote }”
answer-original-again = “{ $quote }”
answer-original-of-again = On { $speaker }: “{ $quote }”

answer-stage =
    { $stage ->
        [searching] Searching the articles …
        [reading] Reading what was found …
        [writing] Writing …
       *[checking] Checking each sentence …
    }

answer-note-translation = Translation by the editors, not official; the citation is the original text.
answer-note-machine-translation = Translated by a machine, not checked by anybody; the citation is the original text.
answer-note-dropped =
    { $count ->
        [one] One sentence could not be proved and was left out.
       *[other] { $count } sentences could not be proved and were left out.
    }
answer-note-cut = Only the first { $characters } characters of your question were read.
answer-note-foreign = The question is in neither French nor English; it is answered in English.
answer-note-premise = The question takes for granted the contrary of what the articles say.
answer-note-part = Nothing more was found for: “{ $part }”
answer-note-part-of = Nothing was found in the article “{ $article }”.
answer-note-read-as = “{ $typed }” was read as “{ $meant }”.

answer-refused = The articles do not answer this question.
answer-refused-unknown = The articles say nothing about: { $names }.
answer-refused-speaker = I found no words attributed to { $names } that answer this question.
answer-refused-order = I only answer questions about the articles, with the paragraph that proves it.
answer-refused-empty = Ask me a question about the articles, for example: “Who said…?”, “What does the article say about…?”
answer-refused-script = I read French and English, and questions in other languages in Latin letters. Ask me in one of these, please.

answer-chat-greeting = Hello! Ask me a question about the articles: I answer with the paragraph that proves it.
answer-chat-thanks = You are welcome! Feel free to ask another question about the articles.
answer-chat-farewell = Goodbye, and see you soon!
answer-chat-self = I am Porte-Parole: I tell who said what, in which article and in which words. Ask me a question about the articles; each sentence of my answer comes with the paragraph that proves it.
