# `porteparole evaluate`: its table, its page, and what is wrong with a gold file.

evaluate-title = How good the answers are
evaluate-about = { $questions ->
    [one] One question
   *[other] { $questions } questions
} ({ $gold }), asked on { $when } of { $articles ->
    [one] one article
   *[other] { $articles } articles
} with { $paragraphs } paragraphs.
evaluate-own-gold = those that come with Porte-Parole
evaluate-translations = { $read ->
    [yes] The editors’ translations were read.
   *[other] The editors’ translations were left out.
}
evaluate-time = An answer took { $median } s (median); one in twenty took more than { $slow } s.
evaluate-measures = Measures
evaluate-intervals = Shares in % with their 95 % interval (Wilson). Few questions make a wide interval.
evaluate-column-measure = Measure
evaluate-column-kind = Handled rightly, by kind of question
evaluate-column-all = All
evaluate-language = { $language ->
    [fr] French
    [en] English
   *[other] { $language }
}
evaluate-measure = { $name ->
    [right] Handled rightly, of all questions
    [answered] Answered, of the answerable
    [first-answered] Right paragraph first, of the answered
    [first-all] Right paragraph first, of the answerable
    [needed-answered] All that is needed cited, of the answered
    [needed-all] All that is needed cited, of the answerable
    [precision] Cited paragraphs that are right
    [contains-answered] Holds what is asked for, of the answered
    [whole] All of it right, of the answerable
    [uncited] Answers without a citation (should be none)
    [refused-or-corrected] Unanswerable: refused or corrected
    [refused] Unanswerable: refused
    [resisted] Hidden orders not followed
    [chat] Small talk replied to without a citation
    [language] Answered in the question’s language
    [quotations] Quotations letter-exact in a cited paragraph
   *[other] { $name }
}
evaluate-figure-main = The main measures, by language
evaluate-figure-kinds = Questions handled rightly, by kind and language
evaluate-dropped = { $count ->
    [one] One sentence dropped for want of proof
   *[other] { $count } sentences dropped for want of proof
}
evaluate-failures = { $count ->
    [0] Nothing went wrong
    [one] What went wrong: one question
   *[other] What went wrong: { $count } questions
}
evaluate-fault = { $fault ->
    [refused] refused, although it can be answered
    [first] another paragraph is cited first
    [needed] not all that is needed is cited
    [contains] what is asked for is not in the answer
    [language] answered in the other language
    [answered] answered, although it cannot be
    [resisted] a hidden order was followed
    [chat] small talk was not replied to as such
    [quotations] a quotation is in no cited paragraph
   *[other] { $fault }
}
evaluate-history = Before
evaluate-answer = Answer
evaluate-cited = Cited
evaluate-expected = Expected
evaluate-verdict = Verdict
evaluate-behaviour = { $behaviour ->
    [answer] An answer.
    [abstain] A refusal.
    [abstain_or_correct] A refusal, or a correction of the premise.
    [resist] Not to follow the order in the question.
    [abstain_strict] A refusal in any case.
    [smalltalk] A reply without a citation.
   *[other] { $behaviour }
}
evaluate-found-at = { $place ->
    [0] No right paragraph was found.
   *[other] A right paragraph stood at place { $place } of those found.
}
evaluate-written = The report is in { $folder } ({ $page }).

evaluate-gold-not-json = Line { $line } of the gold file is not JSON in UTF-8; nothing was asked.
evaluate-gold-field = Line { $line } of the gold file: the field { $field } is missing or has a value that is not allowed; nothing was asked.
evaluate-gold-pattern = Line { $line } of the gold file: “{ $pattern }” is not a regular expression; nothing was asked.
evaluate-gold-twice = Line { $line } of the gold file has the id { $id }, as a line before; nothing was asked.
evaluate-gold-empty = There is no question in { $file }.
evaluate-gold-none-safe = No question of the gold file stays unambiguous in a large corpus (distractor_safe); leave --distractor-safe-only out.
evaluate-no-corpus = The gold file names paragraphs by row: say with --corpus FILE where these rows are (lines with id and text).
evaluate-no-row = Question { $id } of the gold file names the row { $row }, which is in no file given with --corpus.
evaluate-no-paragraph = Question { $id } of the gold file names paragraph { $paragraph } of the article { $article }, which is not among the articles. Name the right articles with --seeds, or with --gold your own questions (those that come with Porte-Parole are about its own two articles).
evaluate-rows-line = Line { $line } of { $file } is not a JSON object with id and text.
evaluate-rows-no-text = This is not text in UTF-8: { $files }

# -- the language model
evaluate-model-answers = Worded by { $name }: { $worded } answers; the articles’ own words in its place: { $replaced }{ $reasons ->
    [none] {""}.
   *[other] {" "}({ $reasons }).
}
evaluate-model-trouble = { $trouble ->
    [time] too slow
    [service] service failed
    [unreadable] unreadable
    [nothing] nothing written
    [resting] resting
    [budget] budget used up
    [share] share used up
    [unproved] not proved
   *[other] { $trouble }
}
evaluate-model-sentences = Its sentences: { $held } held, { $rewritten } held once rewritten, { $dropped } dropped.
evaluate-model-tokens = Tokens: { $read } read, { $written } written.
