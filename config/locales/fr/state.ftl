# La base d’état : actions, questions refusées, génération qui répond.

state-wrong-address = L’adresse de la base d’état (state.url) n’est pas utilisable. Écrivez postgresql://UTILISATEUR:MOTDEPASSE@SERVEUR/NOM, ou laissez-la vide pour un fichier dans le dossier de données.
state-no-driver = Le pilote de PostgreSQL n’est pas installé : pip install "psycopg[binary]", ou laissez state.url vide.
state-unreachable = La base d’état { $place } ne peut pas être ouverte ({ $reason }). Vérifiez le serveur, l’adresse et les droits ; si le fichier est abîmé, `porteparole restore` le remplace par une sauvegarde.
state-newer = La base d’état { $place } a été écrite par une version plus récente de Porte-Parole. Installez cette version, ou restaurez une sauvegarde plus ancienne.
state-failed = La base d’état { $place } n’a pas pu être lue ou écrite ({ $reason }). Rien n’a été changé ; réessayez quand elle répond.
