"""Lines around articles as French and English news sites write them, and lines of articles that look alike.

Written from general knowledge of such sites for these tests; the rules were not made from this list alone.
"""

FRENCH = """\
© Le Quotidien 2024. Tous droits réservés.
Tous droits de reproduction et de représentation réservés © Agence France-Presse
Toute reproduction interdite sans autorisation de l’éditeur.
© La Presse Canadienne, 2025. Tous droits réservés.
Réagir
Commentaires (12)
56 commentaires
Soyez le premier à commenter cet article.
Les commentaires sont fermés.
Votre adresse e-mail ne sera pas publiée. Les champs obligatoires sont indiqués avec *
Se connecter
Mot de passe oublié ?
Déjà abonné ? Connectez-vous
Pas encore inscrit ? Créez un compte gratuitement
Recevez chaque matin l’essentiel de l’actualité dans votre boîte mail.
Inscrivez-vous à notre lettre d’information
Vous pouvez vous désabonner à tout moment en cliquant sur le lien présent dans nos e-mails.
Téléchargez notre application
Article réservé aux abonnés
Il vous reste 73.2% de cet article à lire. La suite est réservée aux abonnés.
Débloquez tous les articles immédiatement. Sans engagement.
Abonnez-vous à partir de 1 € par mois
Offrir cet article
Partager sur Facebook
Facebook Twitter WhatsApp LinkedIn E-mail
Copier le lien
Suivez-nous sur Google Actualités
Ajouter à vos sélections
Lire aussi : La Chine dévoile son plan pour l’intelligence artificielle
À LIRE AUSSI | Ce que contient la loi
Sur le même sujet
Les plus lus
Le Monde avec AFP
(Avec Reuters)
ATS/AFP
Source : AFP
Propos recueillis par Jeanne Durand
Traduit de l’anglais par Marie Dupont
Crédit photo : AFP
Le président de la République à l’Élysée, le 11 février 2025. JEAN DUPONT / AFP
Publié le 12/02/2025 à 10:32, mis à jour le 12/02/2025 à 11:45
Temps de lecture : 3 min.
Par Jean Dupont, correspondant à Pékin
En poursuivant votre navigation sur ce site, vous acceptez l’utilisation de cookies.
Continuer sans accepter
Accueil > International > Asie
Mentions légales | CGU | Politique de confidentialité | Contact
La suite après cette publicité
Une erreur dans l’article ? Signalez-la
ABONNEZ-VOUS""".split("\n")

ENGLISH = """\
© 2024 Daily News Limited or its affiliated companies. All rights reserved.
Copyright 2025 The Associated Press. This material may not be published, broadcast or redistributed.
The publisher is not responsible for the content of external sites.
Join the conversation
View 34 comments
Leave a comment
Be the first to comment
Comments are closed on this story.
Sign in / Register
Already have an account? Sign in
Don’t have an account yet? Register now
Create your free account
Forgot your password?
Sign up for our Morning Briefing newsletter
Get the day’s top stories delivered straight to your inbox.
Enter your email
This article is for subscribers only.
To continue reading, subscribe now.
You have 2 free articles remaining this month.
Start your free trial
Support our journalism from as little as $1.
Share this article
Share on X (Opens in new window)
Copy link
Follow us on Facebook, Twitter and Instagram
Read more: How China is winning the AI race
Related articles
More on this story
Most viewed
See also: Paris summit
(Reporting by Jane Doe in Beijing; Editing by John Smith)
Associated Press writers Jane Doe in Paris and John Smith in Beijing contributed to this report.
With files from The Canadian Press
Our Standards: The Thomson Reuters Trust Principles.
This article was originally published on The Conversation.
Image source, Getty Images
(Photo by John Smith/AFP via Getty Images)
Published 12 February 2025
Last updated on Wed 12 Feb 2025 13.05 GMT
5 min read
By Jane Doe and John Smith
We use cookies to improve your experience on our site.
By continuing to use this site, you agree to our use of cookies.
Accept all cookies
Skip to main content
Privacy Policy
Advertisement
Story continues below advertisement
Got a tip? Email us at tips@news.example
SUBSCRIBE NOW""".split("\n")

# Only behind the last paragraph: amid an article these could be advice, or a question of an interview.
ONLY_AT_THE_END = """\
What do you think? Let us know in the comments below.
Vous souhaitez réagir ? Envoyez-nous votre témoignage.
Une question, une remarque ? Écrivez-nous
Emportez l’actualité partout avec vous
Stay up to date with our notifications
Le résumé de la semaine
Jean Dupont""".split("\n")

CONTENT = """\
Il a démissionné.
No comment.
« Nous ne céderons pas. »
“We will not accept this,” Vance said.
« Inscrivez-vous sur les listes électorales ! », a lancé la maire.
« Inscrivez-vous sur les listes électorales ! »
"We use cookies to track you," the company admitted.
« Nous utilisons des cookies pour mieux vous connaître », a reconnu le directeur.
La Cnil a infligé une amende de 150 millions d’euros à Google pour sa gestion des cookies.
Les sites qui utilisent des cookies devront obtenir le consentement des internautes, a rappelé la Cnil.
Websites that use cookies without consent may face fines, the regulator said.
Le droit d’auteur doit être réformé, a estimé la ministre de la Culture.
La réforme du copyright divise les eurodéputés.
Copyright law is out of date, the senator said.
Tous droits réservés : la formule n’a aucune valeur juridique, explique l’avocate Marie Durand.
All rights must be respected, he said.
L’agence Reuters a révélé l’affaire mardi.
Selon l’AFP, trois personnes ont été blessées.
AFP, Reuters et AP ont signé un accord avec la société américaine.
The Associated Press sued the White House on Friday.
Bloomberg was first to report the talks.
Le journal lance une newsletter consacrée au climat.
La newsletter compte désormais 10 000 abonnés, s’est félicité le directeur.
Substack, the newsletter company, raised $65 million.
Il a partagé l’article sur Facebook, puis l’a effacé.
Facebook et Twitter ont supprimé son compte.
Il a ouvert un compte en Suisse.
Avez-vous un compte en Suisse ? La question a embarrassé le ministre.
Le porte-parole a refusé de réagir.
The comments drew criticism from Beijing.
Join us or step aside, he told the delegates.
Share prices fell sharply on Monday.
Read more than he ever had, the boy became a writer.
Lire reste le loisir préféré des Français.
Suivre le rythme américain coûterait 109 milliards d’euros.
Publié en 1984, le roman a été traduit en trente langues.
Published in 1984, the novel was an instant success.
Source de tensions, le texte a été retiré.
Avec la France, l’Inde a présidé le sommet.
With China absent, the talks failed.
Par 300 voix contre 200, le texte a été adopté.
By Monday, the deal was dead.
Le 12 février 2025, il a signé le décret.
En janvier 2024.
Une photo publiée par l’AFP montre le ministre tout sourire.
Crédits : l’Assemblée vote une rallonge de deux milliards.
Contact was lost.
WhatsApp a modifié sa politique de confidentialité, provoquant un exode vers Signal.
Abonnez-vous au parti du bon sens, ironise le député.
Cet article du code pénal a été modifié en 2019.
This article of the treaty was amended in 1997.
Le contenu de l’accord n’a pas été publié.
Sans engagement ferme, les ONG restent sceptiques.
Changez votre mot de passe tous les six mois, conseille l’agence de cybersécurité.
Installez l’application TousAntiCovid, a demandé le premier ministre.
Recevez-vous des menaces chaque jour ?
58 pays signataires
Une guerre froide technologique
(Il n’a pas souhaité répondre à nos questions.)
Oui.""".split("\n")
