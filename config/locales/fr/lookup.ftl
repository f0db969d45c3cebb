# Ce que l’on consulte : locuteurs, déclarations, articles, paragraphes.
lookup-no-speaker = { $name } ne s’exprime dans aucun article{ $nearest ->
    [none] {"."}
   *[other] {" ;"} noms les plus proches : { $nearest }.
}
lookup-no-article = Il n’y a pas d’article { $name }{ $nearest ->
    [none] {"."} La commande « articles » les montre tous.
   *[other] {" ;"} les plus proches sont : { $nearest }.
}
lookup-several-articles = { $count } articles correspondent à { $name } ; nommez l’un d’eux : { $nearest }.
lookup-no-paragraph = Cet article a { $count ->
    [one] un seul paragraphe
   *[other] { $count } paragraphes
} ; il n’a pas de paragraphe { $number }.
lookup-same-speaker = Les deux noms désignent { $name } ; nommez deux personnes différentes.
lookup-kind-unknown = { $kind } n’est pas une sorte de déclaration : dites direct, indirect ou mixte.

lookup-statements = { $count ->
    [0] Aucune déclaration trouvée.
    [one] Une déclaration
   *[other] { $count } déclarations
}
lookup-none-of = Aucune déclaration trouvée pour { $name }.
lookup-check-empty = Cette affirmation ne contient pas de mots à vérifier.
lookup-check-none = Aucune déclaration des articles ne touche à cela.
lookup-check-note = Voilà ce qui a été dit ; je ne juge pas si l’affirmation est vraie.
lookup-none-about = Aucune déclaration trouvée pour { $name } au sujet de « { $topic } ».
lookup-nobody-about = Aucune déclaration trouvée au sujet de « { $topic } ».
lookup-several-meant = Ce nom peut désigner : { $names }.
lookup-more = … et { $count ->
    [one] une autre
   *[other] { $count } autres
}.
lookup-unattributed = Sans auteur indiqué
lookup-kind = { $kind ->
    [direct] citation
    [mixed] citée en partie
   *[indirect] rapportée
}
lookup-direct-fr = « { $text } »
lookup-direct-en = “{ $text }”
lookup-articles = { $count ->
    [0] Aucun article trouvé.
    [one] Un article
   *[other] { $count } articles
}
lookup-article-size = { $paragraphs ->
    [one] un paragraphe
   *[other] { $paragraphs } paragraphes
}
