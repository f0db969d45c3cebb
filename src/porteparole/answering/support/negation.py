"""Which words of a sentence its negations turn."""

from __future__ import annotations

from collections.abc import Container, Sequence

from porteparole.answering.support.markers import heads, listed, matches
from porteparole.answering.support.token import Reading, Token
from porteparole.language import Language

_HEADS = 2
_NEAR, _NEITHER = 4, 9
_CEASING = ("cess", "ceas", "stopp")
_ANY = frozenset("tout toute tous toutes any all".split())
# What may deny a verb from before it; « plus souvent qu'on ne le pense » denies nothing.
_DENYING_FIRST = frozenset({"aucun", "aucune", "rien", "personne", "nul", "nulle", "jamais", "ni", "pas"})


def turn(reading: Reading) -> None:
    """Set which words of a reading its negations turn, and what stands under one."""
    tokens, language = reading.tokens, reading.language
    spans = matches(tokens, language, "denying_nothing")
    idle = {id(token) for first, after in spans for token in tokens[first:after]}
    if language == "fr":
        _turn_french(reading, idle)
    done = {id(t) for t in tokens if t.negative}
    for first, after in matches(tokens, language, "negative_alone"):
        if id(tokens[first]) in idle:
            continue
        # « Ni l’un ni l’autre n’est venu » denies that they came.
        reach = _NEITHER if tokens[first].folded == "ni" else _NEAR
        if language == "fr" and any(
            t.folded in {"ne", "n"} for t in tokens[max(0, first - 6) : after + reach]
        ):
            continue
        merely = after < len(tokens) and tokens[after].folded in {"only", "just", "merely"}
        if language == "en" and tokens[first].folded == "not" and merely:
            continue
        turned = heads(tokens, after, _HEADS) or tokens[after : after + 1]
        if turned and id(turned[0]) not in done:
            _negate(reading, turned)
    for index, token in enumerate(tokens):
        beginnings = [item[0] for item in listed(language, "refusing")]
        if token.tells and any(token.folded.startswith(b) for b in beginnings):
            if token.folded.startswith(_CEASING) and _goes_on(tokens[max(0, index - 4) : index]):
                continue
            link = tokens[index + 1 : index + 4]
            if language == "en" and link and link[0].tells and link[0].folded.endswith("ing"):
                # *Stopped working*, *avoid paying*.
                _negate(reading, link[:1])
                continue
            linked = {"fr": {"de", "d", "a"}, "en": {"to", "from"}}[language]
            at = next((i for i, t in enumerate(link) if t.folded in linked), None)
            if at is not None and _is_verb(tokens[index + at + 2 : index + at + 3], language):
                _negate(reading, heads(tokens, index + at + 2, 1))
            else:
                # « Se refuse à tout commentaire », *refused all comment*.
                of_any = next((i for i, t in enumerate(link) if t.folded in _ANY), None)
                if of_any is not None:
                    _negate(reading, heads(tokens, index + of_any + 2, 1))


def _goes_on(before: Sequence[Token]) -> bool:
    """Say whether « n'a cessé de », « ne cesse pas de », *never ceased to* stand for going on."""
    return any(t.folded in {"ne", "n", "not", "n't", "never"} for t in before)


def _is_verb(following: Sequence[Token], language: Language) -> bool:
    if not following:
        return False
    if language == "en":
        return following[0].folded not in {"the", "a", "an", "this", "that", "his", "her", "its", "their"}
    return following[0].folded.endswith(("er", "ir", "re", "oir")) or following[0].folded in {
        "se",
        "s",
        "le",
        "les",
    }


def _turn_french(reading: Reading, idle: Container[int]) -> None:
    tokens = reading.tokens
    denying = {item[0] for item in listed("fr", "negative")}
    for index, token in enumerate(tokens):
        if token.folded != "n" and token.folded != "ne":
            continue
        if token.folded == "n" and token.text[-1:] not in "'’ʼ":
            continue
        following = tokens[index + 1 : index + 9]
        same = [t for t in following if t.clause == token.clause]
        deny = next((i for i, t in enumerate(same) if t.folded in denying and id(t) not in idle), None)
        only = next((i for i, t in enumerate(same) if t.folded in {"que", "qu"}), None)
        before = [t for t in tokens[max(0, index - 8) : index] if t.clause == token.clause]
        if deny is None and not any(t.folded in _DENYING_FIRST for t in before):
            if only is not None:
                reading.strengths.add("only")
            continue
        if (
            deny is not None
            and same[deny + 1 : deny + 2]
            and same[deny + 1].folded in {"seulement", "uniquement"}
        ):
            continue
        if deny is not None and only is not None and only == deny + 1:
            # « ne … pas que »: not only.
            continue
        # « Aucun tsunami n'a été signalé » denies the tsunami as well.
        near = [*before, *same]
        for none in [i for i, t in enumerate(near) if t.folded in {"aucun", "aucune", "nul", "nulle"}]:
            for noun in heads(near, none + 1, 1):
                noun.in_scope = True
        rest = [t for t in following if t.folded not in denying]
        _negate(reading, heads(rest, 0, _HEADS) or rest[:1])


def _negate(reading: Reading, turned: Sequence[Token]) -> None:
    telling = [head for head in turned if not head.is_marker] or list(turned)
    for head in turned:
        head.in_scope = True
    if telling:
        telling[0].negative += 1
        reading.negations.append(telling[0])
