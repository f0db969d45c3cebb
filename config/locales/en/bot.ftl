# Discord: commands. Names: lower case, no spaces, 32 characters at most; descriptions: 100.
bot-ask = ask
    .description = Ask a question about public statements; the answer quotes its sources.
    .question = question
    .question-description = Your question, in French or in English.
    .article = article
    .article-description = Answer from this article only.
    .speaker = speaker
    .speaker-description = Answer only from what this person said.
    .private = private
    .private-description = Show the answer to you alone.
bot-help = help
    .description = How to ask, with examples.
bot-articles = articles
    .description = Which articles the answers come from.
    .search = search
    .search-description = Words of the title, the publisher or the date, or a topic.

# Looking things up
bot-statements = statements
    .description = Who said what, newest first, each with its paragraph.
    .speaker = speaker
    .speaker-description = Who speaks: a name or a part of it.
    .topic = topic
    .topic-description = What it is about.
    .article = article
    .article-description = From which article.
    .kind = kind
    .kind-description = Quoted, reported, or partly quoted.
    .kind-direct = quoted
    .kind-indirect = reported
    .kind-mixed = partly quoted
bot-compare = compare
    .description = What two speakers said, side by side, without a verdict.
    .first = first
    .first-description = One speaker.
    .second = second
    .second-description = The other speaker.
    .topic = topic
    .topic-description = What it is about.
bot-summary = summary
    .description = An article, a speaker or a topic in a few sentences, each with its paragraph.
    .article = article
    .article-description = The main points of an article.
    .speaker = speaker
    .speaker-description = What somebody said, in a few sentences.
    .topic = topic
    .topic-description = What the articles say on a topic.
    .length = length
    .length-description = Three, six or ten sentences.
    .short = short
    .normal = normal
    .long = long
    .language = language
    .language-description = Of the summary; translated where the editors did, else quoted in the original.
    .french = French
    .english = English
bot-summary-of = Summary:
bot-paragraph = paragraph
    .description = One paragraph of an article, between its neighbours.
    .article = article
    .article-description = From which article.
    .number = number
    .number-description = The paragraph’s number.
bot-check = Check against the statements
bot-check-found = Statements that bear on this message
bot-check-none = No statement in the articles bears on this message.
bot-check-nothing = There are no words in this message that could be checked.
bot-check-note = I quote what was said; whether the message is right, I do not judge.

# Answers
bot-show-paragraph = Show ¶ { $number }
bot-paragraph-number = ¶ { $number }
bot-paragraph-of = ¶ { $number } of { $count }
bot-translated = Translation by the editors, not official
bot-machine-translated = Machine translation, not checked by anybody
bot-in-this-language = In English
bot-question-gone = The original message is gone or I can no longer read it: please ask again.
bot-why = Why?
bot-related = Related, not an answer
bot-inferred = { $value } (inferred)
bot-more-citations =
    { $count ->
        [one] and one other citation
       *[other] and { $count } other citations
    }
bot-read-article = Read the article
bot-paragraph-gone = This paragraph is no longer in the articles: it was changed or removed since the answer.
bot-paragraph-standing-changed = This article has changed since: here is the paragraph as it was cited, with what stood around it.
bot-paragraph-standing-gone = This article is no longer in the corpus: here is the paragraph as it was cited, with what stood around it.
bot-paragraph-cut = The rest does not fit here.

# The list of articles
bot-articles-title =
    { $count ->
        [one] The answers come from one article
       *[other] The answers come from { $count } articles
    }
bot-articles-none = There is no article yet.
bot-articles-paragraphs =
    { $count ->
        [one] one paragraph
       *[other] { $count } paragraphs
    }
bot-articles-language =
    { $language ->
        [fr] in French
       *[en] in English
    }

# The pages of a long list
bot-pages-count = { $page } of { $count }
bot-pages-not-yours = Only the person who asked for this list can turn its pages. Use the command to get your own.
bot-pages-over = This list has expired. Use the command again to see it.

# Help
bot-empty-question = Put your question after my name, for example: { $bot } what did the minister say about the budget? Or use `/ask`.
bot-help-title = Ask me what was said in public
bot-help-text =
    In French or in English. Every sentence of my answer comes with the paragraph that proves it; when the articles do not answer, I say so.

    { "" }**Ask**
    - in a channel: { $bot } what did the minister say about the budget?
    - by command: `/ask`; with `private:True`, only you see the answer
    - in a direct message, with nothing more
    { "" }**Go on**: reply to my answer, “And in July?”
    { "" }**Check**: *Show ¶* shows the whole paragraph, to you alone.
bot-help-more =
    { "" }`/statements`: who said what. `/compare`: two people side by side. `/summary`: the essence. `/articles`: where it comes from.
    To check a message: right-click it (or hold it), *Apps*, *Check against the statements*.
bot-help-try = Try it
bot-help-example = What did { $name } say?
bot-reply-needs-mention = Discord does not show me what you reply to the answer of a command. Mention me in your reply: { $bot } and your question.

# Opinions on answers, and the moderators' queue
bot-objection-title = What is wrong with the answer?
bot-objection-what = What is wrong
bot-objection-comment = Details, if you like
bot-objection-stored = Moderators will see the question, the answer and what you write here.
bot-objection-reason =
    { $reason ->
        [speaker] The wrong speaker
        [altered] An altered quotation
        [context] Out of context
        [unanswered] It does not answer
        [good] A good answer
       *[other] Something else
    }
bot-objection-question = Question
bot-objection-number = no. { $number }
bot-objection-link = See the answer
bot-objection-answer = Answer
bot-thanks =
    { $reason ->
        [good] Thank you.
       *[other] Thank you. Moderators will look at this answer.
    }
bot-feedback = feedback
    .description = Moderators: the answers that people objected to, one by one.
bot-feedback-none = No objection is waiting.
bot-feedback-counts =
    { $good ->
        [one] One answer was approved of
       *[other] { $good } answers were approved of
    }; { $decided ->
        [one] one objection was decided.
       *[other] { $decided } objections were decided.
    }
bot-verdict =
    { $verdict ->
        [right] The answer is right
        [refuse] Should have refused
        [paragraph] Another paragraph…
       *[dismissed] Dismiss
    }
bot-verdict-form = Which paragraph answers?
bot-verdict-article = Article (its name or title)
bot-verdict-paragraphs = Numbers of the paragraphs
bot-verdict-no-article = No article is called { $name }. The command `/articles` lists them.
bot-verdict-no-paragraph = Give numbers between 1 and { $count }, for example: 3, 5.
bot-verdict-kept =
    { $verdict ->
        [dismissed] No. { $number } is dismissed.
       *[other] No. { $number } is decided; it will serve the evaluation.
    }
bot-verdict-too-late = No. { $number } was decided already.
bot-verdict-gone = This objection no longer exists.

# A server's settings
bot-settings = settings
    .description = Moderators: where the bot answers, whom, and whether it opens threads.
bot-settings-title = My settings in this server
bot-settings-channels = Channels
    .hint = Where I answer, their threads included.
bot-settings-roles = Roles
    .hint = Whom I answer.
bot-settings-moderators = Moderation
    .hint = Roles that moderate me, beside those who may manage the server.
bot-settings-threads = Threads
    .hint = For a longer exchange.
bot-settings-threads-choice =
    { $threads ->
        [no] No threads
        [always] A thread for every question in a channel
       *[button] A button below the answer opens a thread
    }
bot-settings-all = All channels
bot-settings-everybody = Everybody
bot-settings-nobody-else = Nobody else
bot-settings-saved = This is in force.
bot-settings-unsaved = Not in force yet: save it, or discard it.
bot-settings-save = Save
bot-settings-drop = Discard
bot-settings-done = Saved; it is in force.
bot-settings-again = I was restarted and your choice was not saved: please choose again.

# Threads
bot-thread = Open a thread
bot-thread-there = The thread is here: { $thread }
bot-thread-forbidden = I am not allowed to open a thread here. A moderator can give me the permission.
bot-thread-welcome = Let us go on here. Reply to one of my messages, or mention me: { $bot }
bot-thread-welcome-open = Let us go on here: just write your question. { $bot } reads this thread.
bot-threads-off = The moderators of this server do not want threads.

# Data
bot-privacy = privacy
    .description = What is stored of you, and how to delete it.
bot-privacy-text =
    { "" }**What I store of you**
    - **Questions**: nothing on disk with your name. The latest answers stay in memory for a while, for their buttons. A question that was not answered is counted without who asked it, without addresses and long numbers.
    - **👎**: the question, the answer, its citations, the comment, your Discord number and that of the person who asked; a year at most while nobody has decided about it.
    - **👍**: your Discord number and that of the message.
bot-privacy-model = **Language model**: your question, with the paragraphs found, is sent to its service, without your name. How much of it you used is counted until the day is over (UTC), under a code that changes every day.
bot-privacy-moderators = **Moderators**: what they changed, with their name, in a log.
bot-privacy-log =
    { $content ->
        [true] The technical log holds the questions: the operator wanted it to.
       *[false] The technical log holds no question.
    } The messages themselves are with Discord: you can delete them there.
bot-privacy-ask = Delete what is stored of me
bot-privacy-sure = Your opinions, those of others on the answers to your questions, and what was counted of you today will be deleted for ever.
bot-privacy-yes = Yes, delete
bot-privacy-done =
    { $count ->
        [0] Nothing was stored of you.
        [one] Done: one entry was deleted.
       *[other] Done: { $count } entries were deleted.
    }

# Diagnosis
bot-diagnose = diagnose
    .description = Moderators: what the bot lacks in this channel.
bot-diagnose-title =
    { $count ->
        [0] All is well here
        [one] One thing to mend
       *[other] { $count } things to mend
    }
bot-diagnose-permissions = I have all the permissions I need in this channel.
bot-diagnose-permissions-missing = In this channel I lack: { $names }. Give them to my role (Edit channel → Permissions).
bot-diagnose-barred = According to `/settings` I do not answer here, or not you.
bot-diagnose-moderators =
    { $count ->
        [0] Those who may manage this server moderate me: `/settings`, `/diagnose`, `/feedback`, `/corpus` and *Why?*. In `/settings` you can choose roles that may do so too.
       *[other] Those who may manage this server moderate me, and those with { $roles }: `/settings`, `/diagnose`, `/feedback`, `/corpus` and *Why?*. If somebody with such a role does not see a command: Server Settings → Integrations → my name → the command → add the role.
    }
bot-diagnose-commands = Discord knows all my commands. Whoever does not see them reloads Discord (Ctrl+R).
bot-diagnose-commands-missing = Discord does not know these commands yet: { $names }. Start the bot again, then reload Discord (Ctrl+R).
bot-diagnose-commands-unknown = Discord did not tell which commands it knows. Try again in a minute.
bot-diagnose-content-on = “Message Content Intent” is on: in my threads I answer without a mention.
bot-diagnose-content-off = “Message Content Intent” is off: everywhere one has to mention me or reply to me. That is on purpose until the operator decides otherwise.
bot-diagnose-articles =
    { $count ->
        [0] There is no article: I can answer nothing.
        [one] I answer from one article.
       *[other] I answer from { $count } articles.
    }
bot-diagnose-model = The language model { $name } words the answers.
bot-diagnose-model-resting = The language model { $name } failed several times and is left in peace for a while: I answer with quotations alone. The operator’s log says why.
bot-diagnose-sources-missing = The folder of articles is not there: I answer from what was read, but nothing can be reloaded. The operator finds it in the setting `seeds_dir`.
bot-diagnose-shard = This server belongs to shard { $shard } of { $count } (they are counted from 0).
bot-diagnose-latency = The connection to Discord answers in { $ms } ms.
bot-permission =
    { $name ->
        [view_channel] view the channel
        [send_messages] send messages
        [send_messages_in_threads] send messages in threads
        [create_public_threads] create public threads
       *[read_message_history] read the message history
    }
bot-several-speakers = This name may mean several people: { $names }. Choose one from the list.

# When something stands in the way
bot-too-slow = This takes too long: I stopped after { $seconds } seconds. Please ask again, in fewer words if you can.
bot-error = Something went wrong on my side. If it happens again, give the people who run me this number: { $reference }
bot-cooldown = That is a lot of questions at once. You can ask the next one { $when }.
bot-busy = Many questions are already waiting for their answer. Please try again { $when }.
bot-server-limit = This server has asked many questions in a short time. The next one will be possible { $when }.
bot-button-forgotten = I was restarted or renewed since this appeared, and no longer know it. Please use the command again, or ask again.
bot-closing = I am being restarted. Please ask again in a minute.
bot-cannot-write-there = I may not write in { $place }; here is the answer to your question.
bot-for-moderators = This is for those who moderate me here: members who may manage this server, and the roles chosen in `/settings`.
bot-bot-lacks-permission = I lack a permission that this command needs here. A moderator can give it to me.
bot-not-in-this-channel = I do not answer in this channel. Ask me in one of those that the server has chosen.
bot-not-for-your-roles = In this server I only answer certain roles, and you have none of them.
bot-not-here = This command cannot be used here.
bot-command-changed = This command has changed. Reload Discord (Ctrl+R, or restart the app), then try again.

# Start-up, for the operator
bot-start-ready = Connected to Discord as { $name }.
bot-start-invite = Invite the bot to a server: { $url }
bot-start-content-on = “Message Content Intent” is on: the bot answers without a mention in the threads that it opened.
bot-start-content-off = “Message Content Intent” is off: one asks by mentioning the bot, by replying to it, in a direct message or by a command. To let it answer without a mention in its threads, switch it on on the Bot page of the developer portal, and start again.
bot-start-permissions = In the server { $server } the bot lacks: { $names }. Invite it again ({ $url }) or give these permissions to its role.
bot-start-no-token = The bot's token is missing. Create an application in the Discord developer portal, copy the token from its Bot page, and write DISCORD_TOKEN=… into the file .env.
bot-start-token-wrong = Discord does not accept the token. Copy it again from the Bot page of your application in the Discord developer portal into DISCORD_TOKEN (file .env).
bot-start-intents = Discord refuses an intent that the bot asks for. Enable it on the Bot page of your application in the Discord developer portal, or switch it off in the settings.
bot-start-shards = This process serves the shards { $ids } of { $count }.
bot-start-shards-needed = Discord wants the servers of this bot split among more connections. Set discord.shards to 0, then it is asked how many.
bot-start-unreachable = Discord cannot be reached ({ $reason }). Check the network connection and start again in a few minutes.
bot-observe-port = Monitoring cannot listen on { $host }, port { $port } ({ $reason }). Change monitoring.port, or set it to 0 to do without.
bot-start-failed = The bot had to stop because of an error; its reference in the log is { $reference }.
