# Discord: what moderators do with the articles. Names: lower case, no spaces, 32 characters at most; descriptions: 100.
moderation-corpus = corpus
    .description = Moderators: the articles that answers come from.
moderation-reload = reload
    .description = Read the articles again; the old ones answer meanwhile.
    .dry-run = dry_run
    .dry-run-description = Only show what would change.
moderation-status = status
    .description = Which articles answer now, and what has changed since.
moderation-add = add
    .description = Add an article: a file, the address of a page, or a feed.
    .file = file
    .file-description = A text, Markdown, HTML, PDF or JSONL file.
    .address = address
    .address-description = The address of a page or of an RSS or Atom feed, with https://.
moderation-remove = remove
    .description = Leave an article out, now and in later reloads.
    .article = article
    .article-description = The article; begin to type its title.
moderation-readmit = readmit
    .description = Take an article in again that was removed.
    .article-description = The removed article; begin to type its title.
moderation-translate = translate
    .description = Correct the translation of a paragraph that a machine made, or make one.
    .article = article
    .article-description = The article.
    .number = number
    .number-description = The paragraph’s number.
    .text = text
    .text-description = The translation, whole.
moderation-rollback = rollback
    .description = Let the articles answer as they were before the last change.
moderation-history = history
    .description = Who did what to the articles.
moderation-gaps = gaps
    .description = Questions that the articles did not answer, most frequent first.
    .question = question
    .question-description = A question to mark; start typing it.
    .mark = mark
    .mark-description = What is made of it (noted, if not said).
    .note = Noted: somebody sees to it
    .dismiss = Dismissed: the articles need not tell it
    .reopen = Open again

# Who may, and what is asked first
moderation-denied = Only members who may manage this server, or who have a moderator’s role, can do this.
moderation-cancel = Cancel
moderation-cancelled = Nothing was changed.
moderation-too-late = This question is no longer waiting for an answer. Use the command again.
moderation-not-yours = Only the person who was asked can answer.
moderation-empty-it = Yes, leave no article
moderation-replace = Replace it
moderation-remove-question = Leave “{ $title }” out of the answers? Its file stays where it is, and `/corpus readmit` takes it in again.
moderation-remove-yes = Remove
moderation-correct = Correct
moderation-add-one = Give either a file or an address.
moderation-file-gone = Discord no longer has this file. Send it again.

# The form
moderation-form = What is known about the article
moderation-form-field = { $field ->
    [title] Title
    [publisher] Publisher
    [published] Date
   *[language] Language
}
moderation-form-placeholder = { $field ->
    [title] As the article says, if left empty
    [publisher] For example: Reuters
   *[published] 2025-02-12, 2025-02 or 2025
}
moderation-form-language = { $language ->
    [fr] French
    [en] English
   *[auto] As the text shows
}

# How far it is
moderation-doing = { $action ->
    [reload] Reading the articles again …
    [add] Adding …
    [remove] Removing …
    [readmit] Taking in again …
    [translate] Keeping the translation …
    [rollback] Going back …
   *[other] At work …
}
moderation-stage = { $stage ->
    [begin] It begins. Questions are answered meanwhile.
    [fetching] Fetching from the web
    [reading] Reading
    [embedding] Indexing what is new
    [translating] Translating new paragraphs
    [verifying] Checking
   *[other] Indexing
}
moderation-share = { $percent } %

# What came of it
moderation-done = { $kind ->
    [dry] { $action ->
        [reload] What a reload would change
       *[other] What would change
    }
    [same] { $action ->
        [reload] Reloaded: nothing has changed
        [add] Nothing has changed: this article is there already
       *[other] Nothing has changed
    }
   *[done] { $action ->
        [reload] The articles were reloaded
        [add] Added
        [remove] Removed
        [readmit] Taken in again
        [translate] The translation was kept
        [rollback] The articles answer as they did before
       *[other] Done
    }
}
moderation-figures = +{ $added } ~{ $changed } −{ $removed }
moderation-report-changes = { $what ->
    [articles] Articles
   *[paragraphs] Paragraphs
}: { $figures }
moderation-report-cost = { $embedded ->
    [0] No text was indexed anew
    [one] One text was indexed anew
   *[other] { $embedded } texts were indexed anew
}; it took { $seconds } s.
moderation-report-generation = Generation { $generation }{ $swapped ->
    [true] { "" } answers now
   *[false] { "" }
}
moderation-report-attached = All of it is in the attached file.
moderation-report-more = { $count ->
    [one] and one other paragraph
   *[other] and { $count } other paragraphs
}
moderation-report-paragraphs = { $count ->
    [one] one paragraph
   *[other] { $count } paragraphs
}
moderation-report-place = ¶ { $number } “{ $beginning }”
moderation-report-refused = { $count ->
    [one] One was refused
   *[other] { $count } were refused
}
moderation-report-mended = { $count ->
    [one] One was taken with a remark
   *[other] { $count } were taken with a remark
}
moderation-nothing-new = Nothing new was found at this address
moderation-feed-known = { $count ->
    [one] One article of the feed is there already.
   *[other] { $count } articles of the feed are there already.
}
moderation-feed-left = { $count ->
    [one] One more article of the feed was left for later: add the feed again.
   *[other] { $count } more articles of the feed were left for later: add the feed again.
}
moderation-late = { $person }, this took longer than Discord keeps a command open. Here is the report:

# Status
moderation-status-title = The articles
moderation-status-answers = Generation { $generation } has answered since { $since }.
moderation-status-counts = { $articles ->
    [one] One article
   *[other] { $articles } articles
}, { $paragraphs ->
    [one] one paragraph
   *[other] { $paragraphs } paragraphs
}
moderation-status-running = Under way: { $action } by { $actor }, since { $since }.
moderation-status-rolled-back = Someone went back to this state; the next reload takes what the folder holds.
moderation-status-sources = { $changed ->
    [true] The files have changed since they were read: `/corpus reload` reads them again.
   *[false] The files have not changed since they were read.
}
moderation-status-sources-missing = The folder of articles is not there.
moderation-status-before = `/corpus rollback` leads back to generation { $before }.
moderation-status-none-before = There is no earlier state to go back to.
moderation-status-kept = Kept
moderation-status-added = Added by moderators ({ $count })
moderation-status-removed = Removed by moderators ({ $count })

# History
moderation-history-title = What was done with the articles
moderation-history-none = Nothing has been done with the articles yet.
moderation-action = { $action ->
    [reload] Reload
    [add] Add
    [remove] Remove
    [readmit] Take in again
    [translate] Correct a translation
    [rollback] Go back
    [restore] Restore a backup
    [status] Look at the status
    [history] Look at the history
    [gaps] Look at the gaps
    [noted] Note a gap
    [dismissed] Dismiss a gap
    [open] Reopen a gap
   *[other] { $action }
}
moderation-outcome = { $outcome ->
    [started] under way
    [done] done
    [refused] refused
    [failed] failed
    [interrupted] interrupted
    [denied] not allowed
   *[other] { $outcome }
}
moderation-dry-run = dry run
moderation-actor = { $kind ->
    [terminal] terminal ({ $name })
    [watch] the watch of the folder
    [start] at the start
   *[other] { $kind }
}

# Gaps
moderation-noted = noted by { $actor }
moderation-gaps-title = What the articles did not answer
moderation-gaps-none = Every question so far was answered.
moderation-gaps-note = Who asked is not kept.
moderation-language = { $language ->
    [fr] in French
   *[en] in English
}
moderation-last-asked = last asked { $when }
