# Des articles venus d’ailleurs : un fichier envoyé, une page du web, un flux.

# -- adresses

sources-no-address = « { $address } » n’est pas une adresse web. Écrivez-la en entier, en commençant par https:// ou http://.
sources-with-password = Cette adresse contient un nom d’utilisateur ou un mot de passe. Seules les pages que tout le monde peut lire sont prises.
sources-port = Cette adresse nomme le port { $port }. Seuls les ports du web sont utilisés (80 et 443).
sources-not-public = Cette adresse mène dans un réseau privé ou local. Seul le web public est lu.
sources-no-host = Il n’y a pas de site { $host }. Vérifiez l’adresse.
sources-unreachable = { $host } est injoignable ou a coupé la connexion. Réessayez plus tard.
sources-certificate = Le certificat de { $host } n’est pas valable : on ne sait pas qui répond à cette adresse.
sources-slow = Le site n’a pas répondu en { $seconds } secondes. Réessayez plus tard.
sources-large = La page est trop grande ({ $limit } Mo au plus).
sources-redirects = Le site renvoie plus de { $limit } fois ailleurs. Donnez l’adresse où l’article se trouve à la fin.
sources-status = { $status ->
    [401] { $host } demande de se connecter pour cette page (401). Seules les pages que tout le monde peut lire sont prises.
    [403] { $host } ne laisse pas les programmes lire cette page (403). Enregistrez-la et envoyez le fichier.
    [404] { $host } n’a pas cette page (404). Vérifiez l’adresse.
    [410] { $host } a retiré cette page (410).
    [429] { $host } a reçu trop de demandes (429). Réessayez plus tard.
   *[other] { $host } répond par l’erreur { $status }. Réessayez plus tard.
}
sources-robots = { $host } demande aux programmes de ne pas lire cette page (robots.txt, pour { $name }). Enregistrez-la vous-même et envoyez le fichier, si vous en avez le droit.
sources-robots-silent = { $host } ne dit pas ce que les programmes peuvent lire (son robots.txt est inaccessible) : rien n’est lu. Réessayez plus tard.
sources-type = Il n’y a ni article ni flux à cette adresse ({ $type }). Sont lus : HTML, texte, Markdown, PDF, RSS et Atom.

# -- flux

sources-no-feed = Il n’y a pas de flux RSS ou Atom à cette adresse, ou il est endommagé.
sources-empty-feed = Ce flux n’a aucune entrée.
sources-entry-without-address = Cette entrée du flux n’a pas d’adresse.
sources-entry-is-feed = Cette entrée du flux mène à un autre flux.

# -- fichiers et ce qu’on en dit

sources-format = Le format de { $file } n’est pas lu. Formats possibles : { $formats }
sources-empty-file = { $file } est vide.
sources-wrong-title = « { $value } » ne peut pas être un titre. Écrivez un texte.
sources-wrong-publisher = « { $value } » ne peut pas être un éditeur. Écrivez un texte.
sources-wrong-published = « { $value } » n’est pas une date. Écrivez 2025-02-12, 2025-02 ou 2025.
sources-wrong-url = « { $value } » n’est pas une adresse web. Écrivez-la en entier : https://…
sources-wrong-language = « { $value } » n’est ni fr ni en.
