# What is looked up: speakers, statements, articles, paragraphs.
lookup-no-speaker = Nobody called { $name } speaks in the articles{ $nearest ->
    [none] {"."}
   *[other] {";"} the nearest names are: { $nearest }.
}
lookup-no-article = There is no article { $name }{ $nearest ->
    [none] {"."} The command “articles” lists them all.
   *[other] {";"} the nearest are: { $nearest }.
}
lookup-several-articles = { $count } articles fit { $name }; name one of them: { $nearest }.
lookup-no-paragraph = That article has { $count ->
    [one] a single paragraph
   *[other] { $count } paragraphs
}; there is no paragraph { $number }.
lookup-same-speaker = Both names mean { $name }; name two different speakers.
lookup-kind-unknown = { $kind } is no kind of statement: say direct, indirect or mixed.

lookup-statements = { $count ->
    [0] No statement found.
    [one] One statement
   *[other] { $count } statements
}
lookup-none-of = No statement found of { $name }.
lookup-check-empty = There are no words in this claim that could be checked.
lookup-check-none = No statement in the articles bears on this.
lookup-check-note = This is what was said; whether the claim is right, I do not judge.
lookup-none-about = No statement of { $name } found about “{ $topic }”.
lookup-nobody-about = No statement found about “{ $topic }”.
lookup-several-meant = The name may mean: { $names }.
lookup-more = … and { $count ->
    [one] one more
   *[other] { $count } more
}.
lookup-unattributed = Unattributed
lookup-kind = { $kind ->
    [direct] quoted
    [mixed] partly quoted
   *[indirect] reported
}
lookup-direct-fr = « { $text } »
lookup-direct-en = “{ $text }”
lookup-articles = { $count ->
    [0] No article found.
    [one] One article
   *[other] { $count } articles
}
lookup-article-size = { $paragraphs ->
    [one] one paragraph
   *[other] { $paragraphs } paragraphs
}
