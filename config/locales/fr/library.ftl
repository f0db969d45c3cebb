# Ce que les modérateurs font des articles.

library-busy = Une autre action est en cours ({ $action }, par { $actor }). Réessayez quand elle sera finie.
library-empty = Il n’y a plus un seul article dans { $sources } ; rien n’a été changé. Si c’est voulu, confirmez que le corpus doit être vide.
library-exists = Il y a déjà un article { $article }. Confirmez qu’il doit être remplacé, ou donnez un autre nom au fichier.
library-nothing-added = Aucun article n’a été trouvé dans ce fichier ; rien n’a été changé.
library-no-article = Il n’y a pas d’article { $name } dans le corpus.
library-not-removed = L’article { $name } n’a pas été retiré.
library-no-earlier = Il n’y a pas de génération précédente à laquelle revenir ; rien n’a été changé.
library-unsound = La nouvelle génération n’a pas passé la vérification ({ $reason }). L’ancienne répond toujours ; réessayez.
library-failed = L’opération a échoué ({ $reason }). Rien n’a été changé : l’ancienne génération répond toujours.
library-stopped = Porte-Parole s’arrête ; rien n’a été changé.
