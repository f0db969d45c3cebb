# Phrases sur les réglages. $name est le réglage tel qu’il est écrit, $kind et $file disent où.

settings-where = { $kind ->
    [given] sur la ligne de commande
    [environment] dans l’environnement
   *[other] dans { $file }
}
settings-unknown = Le réglage { $name } ({ settings-where }) n’existe pas : le plus proche est { $nearest }, et les noms admis sont { $allowed }.
settings-wrong-choice = Le réglage { $name } ({ settings-where }) est faux : les valeurs admises sont { $allowed }{ $nearest ->
    [none] {""}.
   *[other] , et la plus proche est { $nearest }.
}
settings-wrong-integer = Le réglage { $name } ({ settings-where }) est faux : il faut un nombre entier de { $min } à { $max }.
settings-wrong-number = Le réglage { $name } ({ settings-where }) est faux : il faut un nombre de { $min } à { $max }.
settings-wrong-boolean = Le réglage { $name } ({ settings-where }) est faux : les valeurs admises sont true et false.
settings-wrong-path = Le réglage { $name } ({ settings-where }) est faux : il faut le chemin d’un fichier ou d’un dossier.
settings-wrong-address = Le réglage { $name } ({ settings-where }) est faux : il faut une adresse qui commence par http:// ou https://, sans nom d’utilisateur, mot de passe ni requête.
settings-wrong-ids = Le réglage { $name } ({ settings-where }) est faux : il faut des identifiants de rôles, des nombres entiers, en liste ou séparés par des virgules.
settings-wrong-shards = Le réglage { $name } ({ settings-where }) est faux : il faut des numéros de shards, de 0 à discord.shards moins un, en liste ou séparés par des virgules ; avec discord.shards = 0, il n’y a rien à choisir.
settings-wrong-text = Le réglage { $name } ({ settings-where }) est faux : il faut un texte.
settings-needs-address = Le réglage { $name } ({ settings-where }) nomme un modèle d’un serveur : écrivez l’adresse de ce serveur dans embedding.base_url, ou choisissez le modèle « embedded ».
settings-needs-prices = Le réglage { $name } ({ settings-where }) limite ce que peut coûter un modèle de langue : écrivez le prix d’un million de jetons dans writer.read_price et writer.written_price.
settings-needs-model = Le réglage { $name } ({ settings-where }) demande un modèle de langue : nommez-en un dans writer.model.
settings-file-unreadable = Le fichier de réglages { $file } ne peut pas être lu : { $reason }.
settings-file-not-utf8 = Le fichier de réglages { $file } n’est pas un texte en UTF-8 : enregistrez-le à nouveau avec l’encodage UTF-8.
settings-file-no-toml = Le fichier de réglages { $file } n’est pas du TOML à la ligne { $line }.
settings-dotenv-line = La ligne { $line } de { $file } n’a pas de sens : il faut NOM=valeur, avec les deux guillemets s’il y en a un.

# D’où vient une valeur, dans la liste de `porteparole settings`.
settings-origin = { $kind ->
    [default] par défaut
    [file] { $file }
    [dotenv] { $file }, { $name }
    [environment] environnement, { $name }
   *[given] ligne de commande
}
settings-secret-set = défini
settings-not-set = non défini
