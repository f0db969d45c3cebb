# Résumés. Un résumé n’est fait que de phrases des articles et des cadres des réponses.
summary-nothing = Aucun article ne dit rien au sujet de « { $topic } ».
summary-of-nothing = Dites ce qui doit être résumé : un article, un nom ou un sujet.
summary-none = Aucune phrase ne peut tenir seule dans un résumé.
summary-beginning = Cet article est long : les { $count } premières phrases ont été lues.
summary-newest = Ce résumé repose sur les { $count } phrases les plus récentes autour de ces déclarations.
summary-disagree = Les articles diffèrent : « { $one } » ({ $first }) et « { $other } » ({ $second }).
summary-length-unknown = { $length } n’est pas une longueur : dites court, normal ou long.
