# The generative writer: any language model, by choice.

writer-according = According to { $speaker }: { $sentence }
writer-note-model = Worded by a language model; each sentence is checked against the paragraph it cites.
writer-note-own-words =
    { $trouble ->
        [time] The language model did not answer in time: these are the articles’ own words.
        [budget] The language model’s budget for today is used up: these are the articles’ own words.
        [share] Your share of the language model for today is used up: these are the articles’ own words.
        [resting] The language model rests after several failures: these are the articles’ own words.
        [unproved] What the language model wrote is not proved by the articles: these are their own words.
       *[other] The language model gave no answer that can be used: these are the articles’ own words.
    }
writer-unknown =
    “{ $name }” is no model that Porte-Parole can ask. Possible values of writer.model: { $allowed }; with writer.base_url, the name of any model of that server.
writer-extra-missing =
    “{ $name }” needs packages that are not installed. Install them with “pip install "porteparole[chat,{ $extra }]"”.
writer-no-key =
    “{ $name }” needs a key (PORTEPAROLE_WRITER__API_KEY in .env), or the address of a server of your own (writer.base_url).
writer-cannot-open =
    The model “{ $name }” cannot be opened ({ $reason }). Check the settings writer.….
cli-doctor-writer-off = No language model: answers are made of the articles’ own words.
cli-doctor-writer = The language model { $name } answers.
cli-doctor-writer-failed =
    { $failure ->
        [key] The service of { $name } refuses the key ({ $reason }).
        [model] The service knows no model “{ $name }” ({ $reason }).
        [busy] The service of { $name } takes no more requests now: there were too many, or the account has no credit left ({ $reason }).
        [request] The service of { $name } does not take a plain request ({ $reason }).
        [time] The language model { $name } did not answer within { $seconds } seconds.
        [away] The service of { $name } cannot be reached ({ $reason }).
       *[other] The language model { $name } does not answer as it should ({ $reason }).
    }
cli-doctor-mend-writer = Until this is right, nothing starts. With an empty writer.model, answers are made of the articles’ own words.
cli-doctor-mend-writer-failed =
    { $failure ->
        [key] Write the right one in .env (PORTEPAROLE_WRITER__API_KEY=…)
        [model] Check writer.model, and writer.base_url if you set one (with Ollama: has the model been pulled?)
        [busy] Wait, or look at the account with the provider
        [time] Try again later, or raise writer.timeout_seconds
        [away] Check the network, writer.base_url if you set one, and whether the server there runs
       *[other] Check writer.model and writer.base_url
    }; until then, answers are made of the articles’ own words.
writer-translation-differs = Paragraph { $number } stays untranslated: the machine’s translation does not agree with it ({ $words }).
writer-translation-unavailable =
    { $count ->
        [one] One paragraph waits for its translation
       *[other] { $count } paragraphs wait for their translation
    } until the next reload: the language model cannot be asked now ({ $trouble }).
