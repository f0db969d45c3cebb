# What moderators do with the articles.

library-busy = Something else is being done ({ $action }, by { $actor }). Try again when it is over.
library-empty = There is not a single article left in { $sources }; nothing was changed. If that is meant, confirm that the corpus is to be empty.
library-exists = There is an article { $article } already. Confirm that it is to be replaced, or give the file another name.
library-nothing-added = No article was found in this file; nothing was changed.
library-no-article = There is no article { $name } in the corpus.
library-not-removed = The article { $name } was not removed.
library-no-earlier = There is no earlier generation to go back to; nothing was changed.
library-unsound = The new generation did not pass the check ({ $reason }). The old one still answers; try again.
library-failed = It failed ({ $reason }). Nothing was changed: the old generation still answers.
library-stopped = Porte-Parole is stopping; nothing was changed.
