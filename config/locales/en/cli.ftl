# The terminal. A command's help text has the key of its qualified name, a parameter's is an attribute of it;
# what stands before the first line break is the short text in the list of commands.

# -- help pages

cli-help-usage = Usage:
cli-help-arguments = Arguments:
cli-help-options = Options:
cli-help-commands = Commands:
cli-help-help = Show this page and end.
cli-help-required = [required]
cli-help-options-metavar = [OPTIONS]
cli-help-command-metavar = COMMAND [ARGUMENTS]...

cli-porteparole = Answers questions about public statements in press articles, and cites the paragraph that proves each sentence.
    .version = Show the version and end.
    .debug = Write to stderr what is going on, errors with their traceback included.
    .epilog =
        Exit codes: 0 done or answered; 1 something went wrong; 2 the command line or the input is wrong; 3 the articles do not answer the question; 130 interrupted.

        Answers and data go to stdout, everything else to stderr. NO_COLOR turns colours off.
cli-ask = Answer one question.
    .question = The question, in French or in English.
    .json = Write the answer as one line of JSON, as batch does.
    .why = Show as well what was considered, what it scored, the verdict, and what was dropped.
    .lang = The language of the answer, whatever the question’s.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-chat = Answer questions one after the other; a question may lean on those before.
    .why = Show after each answer what was considered, what it scored, the verdict, and what was dropped.
    .lang = The language of the answers, whatever the questions’.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-batch = Answer the questions of a file into another file, for other tools.
    .input = JSON lines: id, question, and if you like history (role, content) and lang.
    .output = Where the answers go, in the order of the questions; it is written whole or not at all.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
    .retrieve-only = Write the best paragraphs of each question and no answer.
    .k = How many paragraphs with --retrieve-only (10 if not said).
    .no-translations = Leave the editors’ translations out.
cli-evaluate = Measure how good the answers to questions of known answer are.
    .gold = The questions, JSON lines (tests/gold/README.md tells the form); without it, those that come with the program.
    .corpus = JSON lines with id and text, where the gold file names paragraphs by row; may be given several times.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
    .translations = Read the editors’ translations or leave them out, instead of the setting.
    .model = A language model that words the answers, instead of the setting writer.model; what of it held is counted.
    .distractor-safe-only = Leave out questions that are unambiguous only in a small corpus.
    .output = The folder for the report; without it, “evaluation” in the data folder.
    .json = Write the report as one line of JSON to stdout instead of the tables.
cli-corpus = Show the articles, read them again, add some, remove some.
cli-corpus-show = Show the numbered paragraphs of an article, or of all, and what was left out and why.
    .article = Its id, or the name of its file.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
cli-statements = List who said what, newest first: speaker, kind, words, article and paragraph.
    .speaker = A speaker’s name, or part of it; as the first word or with --speaker.
    .topic = What the statements have to be about.
    .article = An article’s id, its file, or words of its title.
    .kind = Only statements that are quoted (direct), reported (indirect) or partly quoted (mixed).
    .limit = How many are shown (20 if not said; 0 for all). JSON has all of them.
    .json = Write a line of JSON for each statement.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-compare = Put the statements of two speakers side by side, without a verdict.
    .first = A speaker’s name.
    .second = Another speaker’s name.
    .topic = What the statements have to be about.
    .limit = How many are shown of each (20 if not said; 0 for all). JSON has all of them.
    .json = Write a line of JSON for each statement.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-summary = Summarise an article, a speaker or a topic: the articles’ own sentences, each with its proof.
cli-summary-article = Summarise an article, in the order of its text.
    .target = The article’s id, its file, or words of its title.
    .length = Three sentences (short), six (normal, if not said) or ten (long).
    .json = Write one line of JSON, as ask does.
    .lang = The language of the summary: translated where the editors did, else the original in quotation marks.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-summary-speaker = Summarise what a speaker said, the newest article first.
    .target = A speaker’s name, or a part of it.
    .length = Three sentences (short), six (normal, if not said) or ten (long).
    .json = Write one line of JSON, as ask does.
    .lang = The language of the summary: translated where the editors did, else the original in quotation marks.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-summary-topic = Summarise what the articles say on a topic, the nearest article first.
    .target = Any words.
    .length = Three sentences (short), six (normal, if not said) or ten (long).
    .json = Write one line of JSON, as ask does.
    .lang = The language of the summary: translated where the editors did, else the original in quotation marks.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-check = Show the statements that bear on a claim, nearest first; it quotes, it does not judge.
    .claim = What somebody says, in quotation marks.
    .json = Write a line of JSON for each statement.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-articles = List the articles, newest first.
    .search = Words of the title, the publisher or the date; else a topic.
    .json = Write a line of JSON for each article.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-paragraph = Show one paragraph between its neighbours.
    .article = The article’s id, its file, or words of its title.
    .number = The paragraph’s number.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-feedback = What people objected to in answers on Discord, and what moderators decided.
cli-feedback-export = Write a gold row for each decided objection, for porteparole evaluate.
    .data = The folder for the index and the state, instead of the setting.
cli-corpus-reload = Read the articles again and tell what changed; only new text is embedded.
    .dry-run = Give the same report and change nothing.
    .empty = Accept that no article is left.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-corpus-add = Keep an article in the data folder, from a file or from the web.
    .source = A file, or the address of a page or a feed.
    .title = The title.
    .publisher = The publisher.
    .date = The date (2025, 2025-02 or 2025-02-12).
    .lang = The language.
    .url = The address of the original.
    .replace = Take the place of the article that has the same id.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-corpus-remove = Leave an article out, now and in later reloads; the sources stay as they are.
    .article = Its id.
    .undo = Take that back.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-corpus-translate = Correct the translation of a paragraph that a machine made, or make one.
    .article = Its id.
    .number = The number of the paragraph.
    .text = The translation.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-corpus-rollback = Let the generation before answer again, until the next reload.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-corpus-status = Tell how the corpus stands; also while the bot runs.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-corpus-history = List who did what to the articles, newest first; also while the bot runs.
    .limit = How many lines (20 if not said).
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-corpus-gaps = List the questions that were not answered, most frequent first, or mark them; also while the bot runs.
    .note = A question that somebody sees to: its eight digits, as they are listed, or its words.
    .dismiss = A question that the articles need not answer; it is listed no more.
    .reopen = A question whose mark is to go.
    .all = Also those that were dismissed.
    .limit = How many lines (20 if not said).
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-backup = Write the state, the generations and the added articles into one file; also while the bot runs.
    .file = The file to write (.tar.gz); it must not exist.
    .data = The folder for the index, instead of the setting.
cli-restore = Put the state, the generations and the added articles of a backup in place of those here; the bot must be stopped.
    .file = A backup.
    .data = The folder for the index, instead of the setting.
cli-settings = Show every setting, its value in force and where that was written.
    .json = Write JSON.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-doctor = Say what is wrong with this installation and how to mend it.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.
cli-run = Start the Discord bot where there is a token, else the conversation in the terminal.
    .seeds = A folder or a .jsonl file of articles, instead of the setting; may be given several times.
    .data = The folder for the index, instead of the setting.

# -- what is wrong with a command line

cli-usage = The command line is wrong: { $message }
cli-usage-hint = `{ $command } --help` tells what is possible.
cli-usage-no-option = There is no option { $name } here{ $nearest ->
    [none] {""}.
   *[other] ; did you mean { $nearest }?
}
cli-usage-no-command = There is no command { $name }{ $nearest ->
    [none] {""}.
   *[other] ; did you mean { $nearest }?
}
cli-usage-missing = { $name } is missing.
cli-usage-bad-value = The value of { $name } is not allowed.
cli-usage-bad-option = { $name } needs exactly one value, or none if it is a switch.
cli-usage-extra = “{ $name }” is too much; put a question between quotation marks.
cli-usage-language = The value of --lang is not allowed; allowed are { $allowed }.

# -- errors

cli-unexpected = Something went wrong that nobody foresaw (reference { $reference }): run the same with `porteparole --debug …` to see where, and please report it.
cli-os-error = The system says “{ $reason }”{ $file ->
    [none] {""}
   *[other] {" "}about { $file }
} (reference { $reference }).
cli-file-unreadable = The file { $file } cannot be read: { $reason }.
cli-file-unwritable = The file { $file } cannot be written: { $reason }.
cli-batch-not-json = Line { $line } of the input is not JSON in UTF-8; nothing was answered.
cli-batch-no-object = Line { $line } of the input is not a JSON object with id and question; nothing was answered.
cli-batch-field = Line { $line } of the input: the field { $field } is missing or has a value that is not allowed; nothing was answered.

# -- progress: $stage comes from the engine

cli-progress = { $stage ->
    [reading] Reading the articles
    [embedding] Embedding the paragraphs
    [answering] Answering the questions
    [translating] Translating new paragraphs
    [statements] Reading the statements
    [indexing] Writing the index
    [verifying] Checking
    [fetching] Fetching pages
   *[other] { $stage }
} …

# -- answers

cli-inferred = { $value } (inferred)
cli-translated = [translation by the editors, not official]
cli-machine-translated = [machine translation, not checked by anybody]
cli-related = Related, not an answer:

# -- chat and run

cli-chat-begin = Ask in French or in English; /quit ends.
cli-chat-prompt = {"?"}{" "}
cli-run-no-token = There is no Discord token, so the conversation opens here in the terminal.
cli-run-get-token = To start the bot: make an application at https://discord.com/developers/applications, copy its token (Bot, Reset Token) into .env as DISCORD_TOKEN=…, and run this again.
cli-run-question = What does Guo Jiakun say about the American restrictions?

# -- corpus

cli-corpus-line = (line { $line })
cli-corpus-inferred = Concluded, not stated by the source: { $fields }
cli-corpus-field = { $field ->
    [published] date
   *[other] { $field }
}
cli-corpus-left-out = Left out:
cli-corpus-refused = Refused:
cli-corpus-mended = Read, although something is wrong:
cli-backup-done = { $file }: { $generations } generations, { $rows } rows of state, { $size } MB
cli-restore-done = Restored: { $generations } generations, { $rows } rows of state, of { $made }.
cli-library-dry-run = A dry run: nothing was changed.
cli-library-more = … and { $count } more (--json shows them all)
cli-library-seconds = { NUMBER($seconds, minimumFractionDigits: 1, maximumFractionDigits: 1) }
cli-library-report = Articles { $articles }, paragraphs { $paragraphs }, refused { $refused }; { $embedded ->
    [0] nothing embedded
    [one] one text embedded
   *[other] { $embedded } texts embedded
}; { $seconds } s; generation { $generation }
cli-library-status = Generation { $generation } since { $since }: { $articles } articles, { $paragraphs } paragraphs
cli-library-rolled-back = This is an earlier generation (rollback): the next reload takes what the sources hold.
cli-library-sources-away = A source is not there; what was read of it still answers.
cli-library-sources-changed = Files have changed since: `porteparole corpus reload` reads them.
cli-library-sources-read = The sources have not changed since.
cli-library-kept = { $mark } { $generation } ({ $made }, { $articles } articles, { $paragraphs } paragraphs)
cli-library-added-one = + { $article } (added): { $title }
cli-library-removed-one = − { $article } (removed by { $actor }, { $at })
cli-library-running = Going on: { $action }, by { $actor }, since { $since }
cli-library-no-history = Nobody has done anything yet.
cli-library-marked = { $mark ->
    [noted] noted by { $actor }
   *[dismissed] dismissed by { $actor }
}
cli-library-no-gaps = No question was left without an answer.
cli-library-outcome = { $outcome ->
    [started] going on
    [done] done
    [refused] refused
    [failed] failed
    [interrupted] interrupted
    [denied] not allowed
   *[other] { $outcome }
}
cli-corpus-no-article = There is no article { $name }{ $nearest ->
    [none] {""}.
   *[other] ; the nearest are { $nearest }.
}

# -- doctor

cli-doctor-settings = The settings are right.
cli-doctor-python = Python { $version } (allowed: { $allowed })
cli-doctor-not-installed = Porte-Parole is not installed in this Python.
cli-doctor-packages = { $count } packages are there, in versions that fit, and can be imported.
cli-doctor-package-missing = The package { $name } is missing.
cli-doctor-package-version = The package { $name } is there in version { $version }; allowed is { $allowed }.
cli-doctor-package-broken = The package { $name } { $version } is there but cannot be imported.
cli-doctor-locales = The sentences of both languages are complete ({ $count }).
cli-doctor-locales-incomplete = { $count } sentences are missing in a language ({ $names }).
cli-doctor-embedder = The embedder { $name } makes vectors (of { $dimension } numbers).
cli-doctor-mend-embedder = Until then lexical search alone answers: by the words of a question, not by its meaning.
cli-doctor-mend-embedding-service = Until then Porte-Parole does not start; with embedding.model = "embedded" it does.
cli-doctor-data = The data folder can be written: { $folder }
cli-doctor-chroma = The Chroma server { $address } answers (version { $version }).
cli-doctor-mend-chroma = Until then the articles read before answer, or lexical search alone; new articles cannot be indexed.
cli-doctor-data-new = The data folder does not exist yet and is made when needed: { $folder }
cli-doctor-data-unwritable = The data folder { $folder } cannot be written: { $reason }
cli-doctor-articles = { $articles } articles with { $paragraphs } paragraphs: { $paths }
cli-doctor-no-articles = There is no article in { $paths }.
cli-doctor-file-refused = A file was refused: { $source }{ $line ->
    [0] {""}
   *[other] , line { $line }
}
cli-doctor-no-token = There is no Discord token: the terminal answers, the bot does not start.
cli-doctor-token = There is a Discord token, and it looks like one.
cli-doctor-token-shape = { $place } does not look like a Discord token (three parts with dots between them).
cli-doctor-discord = Discord answers and knows the bot as { $name }.
cli-doctor-token-refused = Discord does not accept the token.
cli-doctor-discord-answer = Discord answers with the error { $code }.
cli-doctor-discord-away = Discord cannot be reached: { $reason }
cli-doctor-mend-python = Install a Python that is allowed, remove .venv, and run `make install`.
cli-doctor-mend-install = Run `make install` again; if that does not help, remove .venv first.
cli-doctor-mend-checkout = Get the files in config/locales again (git checkout config/locales).
cli-doctor-mend-data = Give yourself the right to write { $folder }, or choose another folder with PORTEPAROLE_DATA_DIR.
cli-doctor-mend-seeds = Put articles (.txt, .md, .html, .pdf, .jsonl) into { $paths }, or name another place with PORTEPAROLE_SEEDS_DIR.
cli-doctor-mend-token = Copy the token anew from https://discord.com/developers/applications (your application, Bot, Reset Token) into .env.
cli-doctor-mend-network = Check this machine’s connection, and its proxy if it has one.
cli-doctor-mend-later = Try again in some minutes; https://discordstatus.com tells of disturbances.
cli-doctor-sum = { $wrong ->
    [0] Nothing is wrong.
    [one] One thing is wrong.
   *[other] { $wrong } things are wrong.
}

cli-feedback-exported =
    { $count ->
        [0] No objection has been decided yet.
        [one] One row written.
       *[other] { $count } rows written.
    }
