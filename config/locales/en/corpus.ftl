# The articles: what was refused, mended or left out, and why. File and line are named beside the sentence.

corpus-source-missing = { $path } does not exist.

# -- files that are refused

corpus-refused-empty = This file is empty.
corpus-refused-binary = This file is not text. Save it as text, encoded as UTF-8.
corpus-refused-large = This file is too large ({ $size } MB; { $limit } MB at most). Divide it.
corpus-refused-unreadable = This file cannot be read ({ $why }). Check its permissions.
corpus-refused-no-file = This is not a regular file.
corpus-refused-format = This format is not read. Possible formats: { $formats }
corpus-refused-no-article = No article was found on this page.
corpus-refused-pdf-broken = This PDF is damaged ({ $why }).
corpus-refused-pdf-locked = This PDF is locked with a password. Save it without.
corpus-refused-pdf-no-text = This PDF has no text: probably a scan. Its characters have to be recognised first.
corpus-refused-nothing-left = Nothing is left of this article: all of it was taken for page furniture.
corpus-refused-same-id = Another article already has the id { $id }: { $other }. Rename one of them.
corpus-refused-same-text = This is the same article as { $other }.

# -- lines of a .jsonl file

corpus-json-syntax = This line is not valid JSON ({ $why }, column { $column }).
corpus-json-no-object = This line is not a JSON object with id, title and text.
corpus-json-no-id = This line has no id.
corpus-json-no-text = This line has no text (text or paragraphs).
corpus-json-wrong-type = { $name } is not of the expected type: a text for text, a list of texts for paragraphs.
corpus-json-long = This line is too long ({ $limit } MB at most).

# -- metadata

corpus-wrong-title = The title “{ $value }” is not a text; it is ignored{ $more ->
    [0] .
   *[other] , like those of { $more } other lines.
}
corpus-wrong-publisher = The publisher “{ $value }” is not a text; it is ignored{ $more ->
    [0] .
   *[other] , like those of { $more } other lines.
}
corpus-wrong-published = “{ $value }” is not a date (2025, 2025-02 or 2025-02-12); it is ignored{ $more ->
    [0] .
   *[other] , like those of { $more } other lines.
}
corpus-wrong-url = “{ $value }” is not a web address (https://…); it is ignored{ $more ->
    [0] .
   *[other] , like those of { $more } other lines.
}
corpus-wrong-language = The language “{ $value }” is neither fr nor en; it is detected from the text{ $more ->
    [0] .
   *[other] , as for { $more } other lines.
}
corpus-toml-syntax = This file is not valid TOML ({ $why }); all of it is ignored.
corpus-toml-no-file = The table “{ $file }” fits no article file in this folder; it is ignored.
corpus-toml-no-file-nearest = The table “{ $file }” fits no article file in this folder; it is ignored. Perhaps: { $nearest }
corpus-toml-no-table = “{ $file }” must be a table: ["{ $file }"]
corpus-toml-unknown-key = “{ $file }”: the key { $name } is unknown. Possible keys: title, publisher, published, url, language, inferred
corpus-toml-unknown-key-nearest = “{ $file }”: the key { $name } is unknown. Perhaps: { $nearest }
corpus-toml-inferred = “{ $file }”: “{ $value }” is not a field. inferred is a list of title, publisher, published, url, language.

# -- files that were read although something was wrong

corpus-mended-encoding = This file is not UTF-8; it was read as { $encoding }.
corpus-mended-bom = The byte order mark (BOM) at its beginning was taken off.
corpus-mended-bytes = This line has bytes that are not UTF-8; they were replaced as well as can be.
corpus-mended-invisible = { $count ->
    [one] One invisible character was taken out.
   *[other] { $count } invisible characters were taken out.
}

# -- translations

corpus-translation-missing = This translation is refused: { $translated } paragraphs for the { $paragraphs } of { $article }. The first without a translation is paragraph { $number }: “{ $beginning }…”
corpus-translation-extra = This translation is refused: { $translated } paragraphs for the { $paragraphs } of { $article }. The first without an original is its paragraph { $number }: “{ $beginning }…”
corpus-translation-off = This translation is refused: its paragraph { $number } (“{ $beginning }…”) does not fit that of { $article }.
corpus-translation-same-language = This translation is refused: { $article } is in that language itself ({ $language }).
corpus-translation-no-article = This translation was not read, since { $article } could not be.

# -- what is no part of the article

corpus-left-out-rights = copyright or legal notice
corpus-left-out-cookies = cookies, consent or browser
corpus-left-out-comments = invitation to comment
corpus-left-out-account = account or login
corpus-left-out-newsletter = newsletter, app or alerts
corpus-left-out-subscription = subscription or donation
corpus-left-out-share = share buttons
corpus-left-out-related = link to other articles
corpus-left-out-agency = credit of an agency, editors or translators
corpus-left-out-photo = caption or credit of a photograph
corpus-left-out-byline = byline
corpus-left-out-date = date of publication or reading time
corpus-left-out-navigation = navigation of the site, or advertising
corpus-left-out-contact = contact with the editors
corpus-left-out-prompt = button or prompt of the site
corpus-left-out-neighbour = stray line among page furniture
corpus-left-out-separator = separator
corpus-left-out-heading = heading
corpus-left-out-table = table
corpus-left-out-code = code
corpus-left-out-page = page header, footer or number
