# Ce que les modérateurs font des articles.

library-busy = Une autre action est en cours ({ $action }, par { $actor }). Réessayez quand elle sera finie.
library-empty = Il n’y a plus un seul article dans { $sources } ; rien n’a été changé. Si c’est voulu, confirmez que le corpus doit être vide (dans le terminal : --empty).
library-exists = Il y a déjà un article { $article }. Confirmez qu’il doit être remplacé (dans le terminal : --replace), ou donnez un autre nom au fichier.
library-nothing-added = Aucun article n’a été trouvé dans ce fichier ; rien n’a été changé.
library-no-article = Il n’y a pas d’article { $name } dans le corpus.
library-no-article-nearest = Il n’y a pas d’article { $name } dans le corpus ; les plus proches sont { $nearest }.
library-not-removed = L’article { $name } n’a pas été retiré.
library-no-earlier = Il n’y a pas de génération précédente à laquelle revenir ; rien n’a été changé.
library-other-embedder = La génération précédente a été indexée avec un autre modèle de plongement, et les vecteurs de deux modèles ne se mêlent jamais ; rien n’a été changé. Pour retrouver ses articles, remettez leurs fichiers et lancez `porteparole corpus reload` : ils seront indexés avec le modèle actuel.
library-unsound = La nouvelle génération n’a pas passé la vérification ({ $reason }). L’ancienne répond toujours ; réessayez.
library-failed = L’opération a échoué ({ $reason }). Rien n’a été changé : l’ancienne génération répond toujours.
library-stopped = Porte-Parole s’arrête ; rien n’a été changé.
library-no-gap = Il n’y a pas de question { $name } parmi celles restées sans réponse. `porteparole corpus gaps --all` les montre, dans Discord /corpus lacunes.
library-replaced = Les fichiers de Porte-Parole lui-même ont été remplacés pendant qu’il tournait. Rien n’a changé ; redémarrez-le, puis réessayez.
library-held = Un autre Porte-Parole (processus { $process }) utilise le dossier { $folder } : passez par /corpus dans Discord, ou arrêtez-le d’abord. `corpus status`, `history` et `gaps` se lisent aussi pendant ce temps.
library-nothing-yet = Rien n’a encore été lu dans ce dossier de données. `porteparole corpus reload` lit les articles.

# -- sauvegarde

backup-exists = Le fichier { $file } existe déjà. Donnez un autre nom, pour qu’aucune sauvegarde ne soit écrasée.
backup-unwritable = La sauvegarde { $file } n’a pas pu être écrite ({ $reason }). Rien n’en est resté.
backup-moved = Le corpus a changé pendant la sauvegarde ; rien n’en est resté. Réessayez.
backup-none = { $file } n’est pas une sauvegarde de Porte-Parole, ou est abîmé ({ $reason }). Rien n’a été changé.
backup-newer = { $file } a été écrit par une version plus récente de Porte-Parole. Rien n’a été changé.
backup-failed = La restauration a échoué ({ $reason }). Ce qui était là auparavant est toujours là.
library-no-paragraph = Ce paragraphe n’existe pas : { $article } en a { $count }.
library-translation-empty = Une traduction demande un texte.
library-translated-by-file = { $article } a une traduction de la rédaction : corrigez-la dans son fichier.
