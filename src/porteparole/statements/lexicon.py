"""What a general lexicon says of a word."""

from __future__ import annotations

from functools import lru_cache

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
