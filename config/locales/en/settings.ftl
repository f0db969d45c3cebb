# Sentences about settings. $name is the setting as it is written where it stands, $kind and $file say where that is.

settings-where = { $kind ->
    [given] on the command line
    [environment] in the environment
   *[other] in { $file }
}
settings-unknown = There is no setting { $name } ({ settings-where }): the nearest is { $nearest }, and allowed are { $allowed }.
settings-wrong-choice = The setting { $name } ({ settings-where }) is wrong: allowed are { $allowed }{ $nearest ->
    [none] {""}.
   *[other] , and the nearest is { $nearest }.
}
settings-wrong-integer = The setting { $name } ({ settings-where }) is wrong: allowed is a whole number from { $min } to { $max }.
settings-wrong-number = The setting { $name } ({ settings-where }) is wrong: allowed is a number from { $min } to { $max }.
settings-wrong-boolean = The setting { $name } ({ settings-where }) is wrong: allowed are true and false.
settings-wrong-path = The setting { $name } ({ settings-where }) is wrong: allowed is the path of a file or folder.
settings-wrong-address = The setting { $name } ({ settings-where }) is wrong: allowed is an address that begins with http:// or https://, without a user name, a password or a query.
settings-wrong-ids = The setting { $name } ({ settings-where }) is wrong: allowed are ids of roles, whole numbers, as a list or with commas between them.
settings-wrong-shards = The setting { $name } ({ settings-where }) is wrong: allowed are the numbers of shards, from 0 to one less than discord.shards, as a list or with commas between them; with discord.shards = 0 there is nothing to choose.
settings-wrong-text = The setting { $name } ({ settings-where }) is wrong: allowed is a text.
settings-needs-address = The setting { $name } ({ settings-where }) names a model of a server: write the server’s address in embedding.base_url, or set the model to “embedded”.
settings-needs-prices = The setting { $name } ({ settings-where }) limits what a language model may cost: write what a million tokens cost in writer.read_price and writer.written_price.
settings-needs-model = The setting { $name } ({ settings-where }) needs a language model: name one in writer.model.
settings-file-unreadable = The settings file { $file } cannot be read: { $reason }.
settings-file-not-utf8 = The settings file { $file } is not UTF-8 text: save it again with the encoding UTF-8.
settings-file-no-toml = The settings file { $file } is not TOML at line { $line }.
settings-dotenv-line = Line { $line } of { $file } makes no sense: allowed is NAME=value, with both quotation marks where there is one.

# Where a value comes from, in the list of `porteparole settings`.
settings-origin = { $kind ->
    [default] default
    [file] { $file }
    [dotenv] { $file }, { $name }
    [environment] environment, { $name }
   *[given] command line
}
settings-secret-set = set
settings-not-set = not set
