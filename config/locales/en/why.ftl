# Why an answer is what it is: `ask --why`, and the button for moderators.

why-title = Why this answer
why-not-searched = Nothing was searched: this is no question about the articles.
why-read = Read as: { $question }
why-background = It leans on: { $background }
why-wanted = Asked for: { $kinds }
why-names = Names asked about: { $names }
why-apart = Looked for on its own: { $question } { $paragraph ->
    [0] (nothing found)
   *[other] → { $article }, ¶ { $paragraph } ({ $confidence }, { $answers ->
        [yes] answers
       *[other] does not answer
    })
}
why-kind = { $kind ->
    [quote] exact words
    [number] a number
    [when] a date
    [where] a place
    [why] a reason
    [role] a function
    [who] a person
   *[other] { $kind }
}
why-verdict-answers = Verdict: it answers. Confidence { $confidence }, needed { $threshold }.
why-verdict-refuses = Verdict: it does not answer. Confidence { $confidence }, needed { $threshold }.
why-lack = { $lack ->
    [nothing] Nothing was found.
    [unknown] A name is not in the articles: { $names }.
    [name] A name asked about is not in the best paragraph, nor just before it.
    [kind] The best paragraph has no answer of the kind asked for.
    [confidence] Too little in the best paragraph speaks for it.
   *[other] { $lack }
}
why-candidates = Candidates, best first (score; what it is the sum of)
why-sentences-cited = cited
why-rejected = Left out because they could not be proved:
why-flaw = { $flaw ->
    [no-source] there is no text to hold it against
    [part] the cited span is not a whole sentence or quotation
    [words] its words are not the paragraph’s
    [frame] more than a known frame stands beside the extract
    [quotation] it quotes what is not in the paragraph
    [speaker] the speaker named is not the one who says it there
    [figure] it has a figure that the paragraph does not have, or not of that
    [name] it names somebody or something that the paragraph does not, or not for that
    [negation] it denies what the paragraph says, or the other way round
    [stronger] it is surer, or says more of it, than the paragraph
    [unsupported] the paragraph does not say these words
    [meaning] read as a whole, the paragraph does not say this
    [leaning] it cannot be understood without a sentence that was dropped
    [echo] it only repeats the question
    [language] it is not in the language of the answer
   *[other] { $flaw }
}
why-part = { $name ->
    [dense] paragraph’s likeness
    [coverage] words found
    [meaning] words of like meaning
    [similarity] best sentence’s likeness
    [fits] kind of answer
    [missing] name not in this paragraph
    [margin] lead over the next
    [answers] reader: it answers
    [reads] reader: where in it
    [bias] base
    [rules] other rules
   *[other] { $name }
}
why-versions = Articles { $generation }, weights { $weights }, { $embedder ->
    [none] no embedder
   *[other] embedder { $embedder }
}, { $reader ->
    [none] no reader
   *[other] reader { $reader }
}
why-other-generation = This answer came from an earlier state of the articles ({ $generation }); what stands here is of today’s.
