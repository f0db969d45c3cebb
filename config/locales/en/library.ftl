# What moderators do with the articles.

library-busy = Something else is being done ({ $action }, by { $actor }). Try again when it is over.
library-empty = There is not a single article left in { $sources }; nothing was changed. If that is meant, confirm that the corpus is to be empty (in the terminal: --empty).
library-exists = There is an article { $article } already. Confirm that it is to be replaced (in the terminal: --replace), or give the file another name.
library-nothing-added = No article was found in this file; nothing was changed.
library-no-article = There is no article { $name } in the corpus.
library-no-article-nearest = There is no article { $name } in the corpus; the nearest are { $nearest }.
library-not-removed = The article { $name } was not removed.
library-no-earlier = There is no earlier generation to go back to; nothing was changed.
library-other-embedder = The generation before was indexed with another embedder, and vectors of two are never mixed; nothing was changed. To have its articles again, put their files back and run `porteparole corpus reload`: they are then indexed with the present one.
library-unsound = The new generation did not pass the check ({ $reason }). The old one still answers; try again.
library-failed = It failed ({ $reason }). Nothing was changed: the old generation still answers.
library-stopped = Porte-Parole is stopping; nothing was changed.
library-no-gap = There is no question { $name } among those without an answer. `porteparole corpus gaps --all` lists them, in Discord /corpus gaps.
library-replaced = Porte-Parole’s own files were replaced while it ran. Nothing was changed; restart it, then try again.
library-held = Another Porte-Parole (process { $process }) is using the folder { $folder }: use /corpus in Discord, or stop it first. `corpus status`, `history` and `gaps` can be read meanwhile.
library-nothing-yet = Nothing was read in this data folder yet. `porteparole corpus reload` reads the articles.

# -- backup

backup-exists = The file { $file } exists already. Give another name, so that no backup is overwritten.
backup-unwritable = The backup { $file } could not be written ({ $reason }). Nothing is left of it.
backup-moved = The corpus changed during the backup; nothing is left of it. Try again.
backup-none = { $file } is no backup of Porte-Parole, or is damaged ({ $reason }). Nothing was changed.
backup-newer = { $file } was written by a newer Porte-Parole. Nothing was changed.
backup-failed = The restore failed ({ $reason }). What was there before is still there.
library-no-paragraph = There is no such paragraph: { $article } has { $count }.
library-translation-empty = A translation needs some text.
library-translated-by-file = { $article } has a translation by the editors: correct it in their file.
