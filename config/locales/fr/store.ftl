store-locked = Le dossier de données { $folder } est déjà utilisé par un autre Porte-Parole (processus { $process }). Arrêtez-le, ou choisissez un autre dossier avec --data.
store-not-writable = Impossible d’écrire dans le dossier de données { $folder } ({ $reason }). Corrigez ses droits, ou choisissez un autre dossier avec --data.
store-empty = Aucun article n’a pu être lu dans { $sources }. Déposez-y des fichiers .txt, .md, .html, .pdf ou .jsonl, puis recommencez.
store-server-away = Le serveur Chroma { $address } ne répond pas ({ $reason }). Rien n’a changé. Démarrez-le, ou corrigez chroma.url, puis recommencez.
