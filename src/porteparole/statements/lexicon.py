"""What a general lexicon says of a word."""

from __future__ import annotations

import re
from functools import lru_cache

from porteparole.language import Language
from porteparole.statements.verbs import verbs
from porteparole.statements.words import words

_INFINITIVES = ("er", "ir", "re", "oir")
# Endings of nouns, adjectives, participles and second persons that a verb shares: taken for a verb only where
# the infinitive has the ending given (étrangère/considère, unies/publie, mise/précise, attendue/évolue).
_SHARED = (
    (("ère", "ères", "ers"), "érer"),
    (("ie", "ies"), "ier"),
    (("ue", "ues"), "uer"),
    (("ise", "ises"), "iser"),
    (("ite", "ites"), "iter"),
)
_NEVER = ("é", "ée", "és", "ées", "er", "ir", "re", "oir", "es", "u", "us", "i", "is")
_OTHERS = frozenset(
    "active moyenne voisine fausse violente fréquente data value use have vive courant grève".split()
)


@lru_cache(maxsize=50_000)
def is_french_verb(word: str) -> bool:
    """Say whether ``word`` (lower case) is a finite verb form or a gerund, and hardly anything else.

    The lemma is simplemma's; words that it knows as nouns or adjectives too are none.
    """
    if len(word) < 3 or word.endswith(_NEVER) or word in _OTHERS:
        return False
    import simplemma

    lemma = simplemma.lemmatize(word, lang="fr")
    if lemma == word or not lemma.endswith(_INFINITIVES) or lemma in {word[:-1], word[:-2]}:
        return False
    return all(lemma.endswith(infinitive) for endings, infinitive in _SHARED if word.endswith(endings))


# Infinitives in -re and -oir are few, nouns with these endings many; the verbs have one of these endings.
_RE = re.compile(
    r"\w*(?:mettre|battre|vivre|suivre|aître|oître|clure|rompre|vaincre|être|uire|crire|dire|lire|rire|faire|taire|"
    r"plaire|traire|boire|croire|suffire|nuire|rendre|vendre|tendre|pendre|prendre|fendre|perdre|mordre|tordre|"
    r"pondre|fondre|tondre|aindre|eindre|oindre|coudre|moudre|soudre)"
)
_IR = re.compile(
    r"\w*(?:tenir|venir|courir|ouvrir|frir|partir|sortir|servir|sentir|mentir|mourir|quérir|dormir|fuir|cueillir|"
    r"vêtir|saillir|bouillir)"
)
_NO_INFINITIVES = frozenset(
    "cendre tendre moindre gendre empire navire sbire satire avenir souvenir plaisir désir loisir maire "
    "moitié fenêtre peut-être ancêtre fier".split()
)


@lru_cache(maxsize=50_000)
def is_french_infinitive(word: str) -> bool:
    """Say whether ``word`` (lower case) is an infinitive: by its ending, or a form simplemma knows."""
    if len(word) < 3 or word in _NO_INFINITIVES:
        return False
    if word.endswith("re"):
        return _RE.fullmatch(word) is not None
    if word.endswith("oir"):
        return word.endswith(("voir", "loir", "seoir"))
    if not word.endswith(("er", "ir")):
        return False
    import simplemma

    if word.endswith("ir"):
        forms = (word[:-1] + "ssait", word[:-1] + "ssant")
        return _IR.fullmatch(word) is not None or any(
            simplemma.lemmatize(form, lang="fr") == word for form in forms
        )
    stem = word[:-2]
    soft = stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    return any(simplemma.lemmatize(soft + ending, lang="fr") == word for ending in ("ait", "ant", "aient"))


@lru_cache(maxsize=50_000)
def is_english_past(word: str) -> bool:
    """Say whether ``word`` (lower case) is an irregular past or the like (*fell*, *made*), by its lemma."""
    import simplemma

    if not word:
        return False  # a quotation or an aside has no word of its own
    return not word.endswith(("s", "men", "children", "people")) and simplemma.lemmatize(word, "en") != word


def is_french_word(word: str) -> bool:
    """Say whether the lexicon has ``word`` (lower case); it has few names."""
    import simplemma

    return simplemma.is_known(word, lang="fr")


_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


def has_verb(text: str, language: Language) -> bool:
    """Say whether a few words hold a finite verb or an imperative, as speech does and titles rarely do."""
    table = words(language)
    for match in _WORD.finditer(text):
        word = match.group().lower().replace("’", "'")
        word = word.rsplit("'", 1)[-1] if language == "fr" else word
        if word in table.verbs_common or word in table.auxiliaries or "'" in word:
            return True
        if word in table.persons and word not in {"qui", "que", "quoi", "who", "what", "that", "this"}:
            return True
        if language == "fr":
            if word.endswith(("ons", "ez")) and len(word) > 4 and is_french_verb(word.removesuffix("s")):
                return True
            if is_french_verb(word) or "-t-" in word:
                return True
        elif word.endswith("ed") or any(form.tense == "finite" for form in verbs("en").forms.get(word, ())):
            return True
    return False
