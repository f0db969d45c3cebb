"""How good the proof of free sentences is: true sentences that it keeps, altered ones that it refuses.

    python -m tests.benchmarks.alterations ../shared/corpora [--part report] [--sentences 400] [--show KIND]

From the articles of ``seeds/`` (French, English, and across: the editors' translations are the true sentences of the
other language, the proof does not see them) and from news text (French Wikinews in ``distractors.jsonl``) sentences
are made that are true (as they stand, shortened, framed with their speaker, reordered, figures spelled otherwise,
translated) and others that are altered (negation, figure, speaker, strength, two paragraphs mixed, an addition).
News articles are divided in two by their title: ``develop`` was looked at while the proof was written, ``report`` only
to print. Everything is drawn with a fixed seed. The recipes use nothing of the proof's own reading of a sentence.
"""

# Recipes are tables; broken over lines they are hard to read.
# ruff: noqa: E501, SIM102

from __future__ import annotations

import argparse
import hashlib
import json
import random
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Literal

from porteparole.answering.support import Claim, Source, SupportProof
from porteparole.answering.support.likeness import Likeness
from porteparole.corpus.article import Article, Paragraph
from porteparole.corpus.loader import load_corpus
from porteparole.embedding.factory import make_embedder
from porteparole.language import Language
from porteparole.reading.reader import load_reader
from porteparole.statements import Statement, read_statements
from porteparole.text.figures import spelled
from porteparole.text.sentences import sentences

SEED = 20
NEWS = ("WiNER-fr", "WikinewsKeyphraseCorpus")
Part = Literal["develop", "report"]
ALTERED = ("negation", "figure", "speaker", "stronger", "mixed", "addition")
WANTED = {"negation": 0.95, "figure": 0.95, "speaker": 0.95, "stronger": 0.8, "mixed": 0.8, "addition": 0.8}


@dataclass(frozen=True)
class Case:
    """A sentence with what it cites, and what was done to it."""

    kind: str
    recipe: str
    text: str
    language: Language
    sources: tuple[Source, ...]

    @property
    def true(self) -> bool:
        """Whether the sources say it."""
        return self.kind == "true"

    @property
    def pair(self) -> str:
        """Its language and that of what it cites."""
        return f"{self.language} on {self.sources[0].article.language}"


@dataclass(frozen=True)
class Seed:
    """A sentence of a paragraph, in its language or in the editors' translation."""

    text: str
    language: Language
    source: Source
    statements: tuple[Statement, ...]
    translated: bool = False


# ------------------------------------------------------------------------------------------------- the articles


def news(folder: Path, part: Part) -> list[Article]:
    """Return the news articles of a part."""
    titles: dict[str, list[str]] = defaultdict(list)
    with (folder / "distractors.jsonl").open(encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            if str(row["source"]).startswith(NEWS):
                titles[row["title"]].append(row["text"].replace("\u00ad", ""))
    found: list[Article] = []
    for number, (title, texts) in enumerate(titles.items()):
        half = hashlib.sha256(title.encode()).digest()[0] % 2
        if half == (part == "report"):
            name = f"n{number}"
            paragraphs = tuple(
                Paragraph(f"{name}-{i}", name, i, text, i) for i, text in enumerate(dict.fromkeys(texts), 1)
            )
            found.append(Article(name, title, "fr", paragraphs, "distractors.jsonl"))
    return found


def seeds() -> list[Article]:
    """Return the articles that come with the project, and their translations as articles of their own."""
    found: list[Article] = []
    for article in load_corpus([Path("seeds")], translations=True, max_bytes=10**7).articles:
        found.append(article)
        name = f"{article.id}-en"
        texts = [p.translation or "" for p in article.paragraphs]
        paragraphs = tuple(Paragraph(f"{name}-{i}", name, i, text, i) for i, text in enumerate(texts, 1))
        found.append(
            Article(name, texts[0][:60], "en", paragraphs, article.source, inferred=frozenset({"title"}))
        )
    return found


def without_translation(article: Article) -> Article:
    """Return an article as the proof is to see it."""
    return replace(article, paragraphs=tuple(replace(p, translation=None) for p in article.paragraphs))


def own_sentences(article: Article) -> Iterator[Seed]:
    """Yield the sentences of an article that are long enough to be altered."""
    statements = read_statements(article)
    bare = without_translation(article)
    for paragraph in bare.paragraphs:
        for start, end in sentences(paragraph.text, article.language, whole_quotations=True):
            text = paragraph.text[start:end].strip()
            if 8 <= len(text.split()) <= 45 and text[-1] in '.»”"' and text[0].isupper() | (text[0] in "«“"):
                inside = tuple(
                    s
                    for s in statements
                    if s.paragraph_id == paragraph.id and start <= s.start and s.end <= end
                )
                yield Seed(text, article.language, Source(bare, paragraph), inside)


def translated_sentences(article: Article, other: Article) -> Iterator[Seed]:
    """Yield the sentences of a translation, each with the paragraph that it translates."""
    bare = without_translation(article)
    for paragraph, translation in zip(bare.paragraphs, other.paragraphs, strict=True):
        for start, end in sentences(translation.text, other.language, whole_quotations=True):
            text = translation.text[start:end].strip()
            if len(text.split()) >= 6:
                # Quotation marks are for the original's words alone.
                plain = re.sub(r"[«“]\s?|\s?[»”]", "", text).replace("\u00a0", " ")
                yield Seed(" ".join(plain.split()), other.language, Source(bare, paragraph), (), True)


# ---------------------------------------------------------------------------------------------- true sentences

Recipe = Callable[[Seed, random.Random], str | None]
_DROPPABLE = re.compile(
    r"^(?:selon|après|lors|dans|pour|avec|en|qui|dont|où|à|au|aux|depuis|par|sur|devant|"
    r"after|during|in|for|with|which|who|at|on|since|by|from|where)\b",
    re.IGNORECASE,
)
_CONDITION = re.compile(
    r"\b(?:si|s’il|sauf|sans|if|unless|except|without|pas|not|ne|n’|seul\w*|only)\b", re.IGNORECASE
)


def as_it_stands(seed: Seed, _: random.Random) -> str | None:
    """Keep the sentence."""
    return seed.text


def without_brackets(seed: Seed, _: random.Random) -> str | None:
    """Leave out what stands in brackets."""
    shorter = re.sub(r"\s*\([^()]*\)", "", seed.text)
    return shorter if shorter != seed.text and len(shorter.split()) > 6 else None


def without_end(seed: Seed, _: random.Random) -> str | None:
    """Leave out a last adjunct behind a comma."""
    head, comma, tail = seed.text.rstrip(".").rpartition(", ")
    whole = "«" not in seed.text and "“" not in seed.text
    if comma and whole and _DROPPABLE.match(tail) and not _CONDITION.search(tail) and len(head.split()) >= 7:
        return f"{head}."
    return None


def without_beginning(seed: Seed, _: random.Random) -> str | None:
    """Leave out a first adjunct before a comma."""
    head, comma, tail = seed.text.partition(", ")
    if comma and _DROPPABLE.match(head) and len(head.split()) <= 6 and not _CONDITION.search(head):
        first = tail.split()[0].lower()
        if (
            len(tail.split()) >= 7
            and first not in {"et", "and", "qui", "mais", "but", "who"}
            and "," not in tail[:25]
        ):
            return tail[0].upper() + tail[1:]
    return None


def end_first(seed: Seed, _: random.Random) -> str | None:
    """Put a last adjunct of time or place first."""
    head, comma, tail = seed.text.rstrip(".").rpartition(", ")
    if comma and "«" not in seed.text and len(tail.split()) <= 8 and len(head.split()) >= 6:
        if re.match(r"(?:lors|dans|en|à|au|depuis|in|during|on|at|since)\b", tail):
            return f"{tail[0].upper()}{tail[1:]}, {head[0].lower() if head.split()[0].lower() in _SMALL else head[0]}{head[1:]}."
    return None


_SMALL = {
    "le",
    "la",
    "les",
    "un",
    "une",
    "des",
    "il",
    "elle",
    "ils",
    "ce",
    "cette",
    "the",
    "a",
    "an",
    "it",
    "they",
    "this",
}


# « Il espère que … » is not « il affirme que … ».
_NOT_PLAIN = re.compile(
    r"esp|demand|réclam|appel|souhait|prom|menac|veu|voul|exig|hope|ask|call|urge|want|promis", re.IGNORECASE
)


def framed(seed: Seed, chance: random.Random) -> str | None:
    """Say who says it, in another frame than the article's."""
    for statement in seed.statements:
        if not re.match(r"[A-ZÉ][\w’.-]+ [A-ZÉ]", statement.speaker or "") or "," in (
            statement.speaker or ""
        ):
            continue
        if _NOT_PLAIN.search(statement.cue):
            continue
        said = seed.source.paragraph.text[statement.start : statement.end].strip(" .,")
        if len(said.split()) < 6:
            continue
        return _frame(said, statement.speaker or "", statement.kind, seed, chance)
    return None


def _frame(said: str, speaker: str, kind: str, seed: Seed, chance: random.Random) -> str | None:
    if kind == "direct":
        if "«" in said or "“" in said:
            return None
        return {
            "fr": chance.choice(
                (
                    f"{speaker} a déclaré : « {said} ».",
                    f"« {said} », a affirmé {speaker}.",
                    f"Pour {speaker}, « {said} ».",
                )
            ),
            "en": chance.choice((f"{speaker} said: “{said}”.", f"“{said}”, {speaker} said.")),
        }[seed.language]
    before = seed.source.paragraph.text[: seed.source.paragraph.text.find(said)].rstrip(" «“")
    if kind == "indirect" and re.search(r"(?:\bque|qu[’']|\bthat)$", before):
        return {
            "fr": chance.choice((f"Selon {speaker}, {said}.", f"{speaker} affirme que {said}.")),
            "en": chance.choice((f"According to {speaker}, {said}.", f"{speaker} stated that {said}.")),
        }[seed.language]
    return None


def spelled_otherwise(seed: Seed, _: random.Random) -> str | None:
    """Write a small number in words, or one in words in digits."""
    for match in re.finditer(r"(?<![\d.,])\b(\d{1,2})\b(?![\d.,:h%]|\s?%)(?= [a-zé])", seed.text):
        if int(match[1]) > 2 and not re.search(
            r"\b(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)",
            seed.text[match.end() : match.end() + 12],
        ):
            return (
                seed.text[: match.start()] + spelled(int(match[1]), seed.language) + seed.text[match.end() :]
            )
    for number in range(99, 2, -1):
        word = spelled(number, seed.language)
        if found := re.search(rf"(?<![-\w]){word}(?![-\w])", seed.text, re.IGNORECASE):
            return seed.text[: found.start()] + str(number) + seed.text[found.end() :]
    return None


_SAID = {
    "a déclaré": "a affirmé", "a affirmé": "a indiqué", "a annoncé": "a fait savoir", "a indiqué": "a précisé",
    "a expliqué": "a déclaré", "a ajouté": "a dit", "stressed": "said", "declared": "said", "added": "said",
}  # fmt: skip


def other_verb(seed: Seed, _: random.Random) -> str | None:
    """Use another plain verb of saying."""
    for old, new in _SAID.items():
        if old in seed.text:
            return seed.text.replace(old, new, 1)
    return None


TRUE: tuple[Recipe, ...] = (
    as_it_stands, without_brackets, without_end, without_beginning, end_first, framed, spelled_otherwise, other_verb,
)  # fmt: skip

# ------------------------------------------------------------------------------------------- altered sentences

_AUXILIARY = {
    "fr": re.compile(
        r"(?<![\w’'])(a|ont|est|sont|était|étaient|avait|avaient|sera|seront|va|vont|peut|peuvent|doit|doivent|"
        r"veut|devrait|pourrait)(?= [a-zéèêà])"
    ),
    "en": re.compile(r"\b(has|have|is|are|was|were|will|would|can|could|had|should|must)\b(?= [a-z])"),
}
_FRENCH_NOT = re.compile(r"\b(?:ne |n[’'])(\S+) (?:pas|plus|jamais) ", re.IGNORECASE)
_ENGLISH_NOT = re.compile(r"\b(?:not|never) |n[’']t\b")
_PAST = re.compile(r"(?<=[a-z] )([a-z]{3,}ed)\b(?! by)")


def negated(seed: Seed, chance: random.Random) -> str | None:
    """Put a negation in, or take one out."""
    text, language = seed.text, seed.language
    if language == "fr":
        if match := _FRENCH_NOT.search(text):
            return f"{text[: match.start()]}{match[1]} {text[match.end() :]}"
        found = list(_AUXILIARY["fr"].finditer(text))
        if not found:
            return None
        match = found[0] if len(found) == 1 else chance.choice(found[:2])
        if re.search(r"\b(?:qu[’']|ne|n[’']|y|en|se|s[’']|l[’']|lui)\s?$", text[: match.start()]):
            return None
        not_ = "n’" if match[1][0] in "aeoé" else "ne "
        return f"{text[: match.start()]}{not_}{match[1]} pas{text[match.end() :]}"
    if match := _ENGLISH_NOT.search(text):
        return text[: match.start()] + text[match.end() :]
    if match := _AUXILIARY["en"].search(text):
        return f"{text[: match.end()]} not{text[match.end() :]}"
    if match := _PAST.search(text):
        base = re.sub(r"(?:(?<=i)ed|ed|d)$", "", match[1])
        return f"{text[: match.start()]}did not {base}{text[match.end() :]}"
    return None


_TURNED = {
    "fr": {"augment": "diminu", "hausse": "baisse", "accepté": "refusé", "autorisé": "interdit", "gagné": "perdu",
           "victoire": "défaite", "soutient": "combat", "renforc": "affaibli", "ouvert ": "fermé ", "succès": "échec",
           "pour la première": "pour la dernière", "plus de ": "moins de ", "avant ": "après ", "favorable": "hostile"},
    "en": {"oppose": "support", "increase": "decrease", "open": "closed", "promote": "hamper", "allow": "forbid",
           "joint": "separate", "Many": "No", "beneficial": "harmful"},
}  # fmt: skip


def turned(seed: Seed, _: random.Random) -> str | None:
    """Put in a word that says the opposite."""
    for old, new in _TURNED[seed.language].items():
        if re.search(rf"\b{old}", seed.text):
            return re.sub(rf"\b{old}", new, seed.text, count=1)
    return None


def refigured(seed: Seed, chance: random.Random) -> str | None:
    """Change a number."""
    found = list(re.finditer(r"\d+", seed.text))
    if found:
        match = chance.choice(found)
        old = int(match[0])
        new = chance.choice(
            [n for n in (old + 1, old + 10, old * 2, max(1, old - 1), old // 2 + 3) if n != old]
        )
        return seed.text[: match.start()] + str(new) + seed.text[match.end() :]
    for number in range(99, 1, -1):
        word = spelled(number, seed.language)
        if match := re.search(rf"(?<![-\w]){word}(?![-\w])", seed.text, re.IGNORECASE):
            new = spelled(chance.choice([n for n in range(2, 99) if n != number]), seed.language)
            return seed.text[: match.start()] + new + seed.text[match.end() :]
    return None


def _hedges(language: Language) -> tuple[tuple[str, str], ...]:
    if language == "fr":
        return (
            (r"\bpourrait\b", "va"), (r"\bpourraient\b", "vont"), (r"\bdevrait\b", "doit"), (r"\bdevraient\b", "vont"),
            (r"\baurait\b", "a"), (r"\bauraient\b", "ont"), (r"\bserait\b", "est"), (r"\bseraient\b", "sont"),
            (r"\benviron (?=\d|[a-z])", ""), (r"\bprès d(?:e |’)", ""), (r"\bau moins ", ""), (r"\bplus de (?=\d)", ""),
            (r"\b[Pp]lusieurs\b", "tous les"), (r"\b[Cc]ertains\b", "tous les"), (r"\b[Ll]a plupart des\b", "tous les"),
            (r"\bpeut-être ", ""), (r"\bprobablement ", ""), (r"\bpeut\b", "doit"), (r"\bpresque ", ""),
            (r"\bsemble (?=\w+[ie]r\b)", "va "), (r"\benvisage d(?:e |’)", "a décidé de "), (r"\bquelques\b", "tous les"),
        )  # fmt: skip
    return (
        (r"\bcould\b", "will"), (r"\bmay\b", "will"), (r"\bmight\b", "will"), (r"\b[Mm]any\b", "all"),
        (r"\b[Ss]ome\b", "all"), (r"\bseveral\b", "all"), (r"\bshould\b", "must"), (r"\bwould\b", "will certainly"),
    )  # fmt: skip


def without_hedge(seed: Seed, _: random.Random) -> str | None:
    """Turn what is possible, partial or approximate into a fact, all of it, the exact figure."""
    for pattern, sure in _hedges(seed.language):
        if re.search(pattern, seed.text):
            return re.sub(pattern, sure, seed.text, count=1)
    return None


def emphasised(seed: Seed, chance: random.Random) -> str | None:
    """Put in a word that makes the claim absolute."""
    match = _AUXILIARY[seed.language].search(seed.text)
    if not match:
        return None
    word = chance.choice(
        (
            "toujours",
            "totalement",
            "unanimement",
            "définitivement",
            "catégoriquement",
            "clairement",
            "massivement",
        )
        if seed.language == "fr"
        else ("always", "totally", "unanimously", "definitively", "categorically", "clearly", "massively")
    )
    return f"{seed.text[: match.end()]} {word}{seed.text[match.end() :]}"


_ADDED = {
    "fr": (
        " à la demande du gouvernement", ", après plusieurs semaines de négociations secrètes",
        ", ce qui a provoqué la colère des syndicats", " et a promis une enquête indépendante",
        ", malgré l’opposition de l’armée", ", une décision saluée par les marchés financiers",
        ", dans le cadre d’un accord conclu avec la Banque mondiale", ", sous la pression de ses alliés",
        ", en raison d’une panne informatique", " et a présenté ses excuses",
    ),
    "en": (
        " at the request of the government", ", after several weeks of secret talks",
        ", which angered the trade unions", " and promised an independent inquiry",
        ", despite the opposition of the army", ", a decision hailed by financial markets",
        ", under an agreement with the World Bank", ", under pressure from its allies",
        ", because of a computer failure", " and apologised",
    ),
}  # fmt: skip


def with_addition(seed: Seed, chance: random.Random) -> str | None:
    """Put an invented circumstance behind the sentence."""
    if seed.text[-1] in "»”":
        return None
    return seed.text.rstrip(" .") + chance.choice(_ADDED[seed.language]) + "."


ALTERATIONS: dict[str, tuple[Recipe, ...]] = {
    "negation": (negated, turned),
    "figure": (refigured,),
    "stronger": (without_hedge, emphasised),
    "addition": (with_addition,),
}


def with_foreign_end(seed: Seed, others: Sequence[Seed], chance: random.Random) -> str | None:
    """Put the last adjunct of another article's sentence behind this one."""
    for _ in range(12):
        other = chance.choice(others)
        _, comma, tail = other.text.rstrip(" .").rpartition(", ")
        if comma and other.source.article is not seed.source.article and 4 <= len(tail.split()) <= 12:
            if _DROPPABLE.match(tail) and seed.text[-1] not in "»”" and "»" not in tail and "”" not in tail:
                return f"{seed.text.rstrip(' .')}, {tail}."
    return None


def mixed(seed: Seed, others: Sequence[Seed], chance: random.Random) -> tuple[str, Seed] | None:
    """Join the beginning of a sentence with the end of one from another paragraph."""
    mine = _AUXILIARY[seed.language].search(seed.text)
    if not mine or mine.start() < 8 or "«" in seed.text or "“" in seed.text:
        return None
    near = [o for o in others if o.source.paragraph is not seed.source.paragraph]
    for _ in range(12):
        if not near:
            return None
        other = chance.choice(near)
        theirs = _AUXILIARY[seed.language].search(other.text)
        if (
            theirs
            and theirs[1] == mine[1]
            and len(other.text[theirs.end() :].split()) >= 5
            and "«" not in other.text
        ):
            return seed.text[: mine.start()] + other.text[theirs.start() :], other
    return None


def respoken(seed: Seed, people: Sequence[str], chance: random.Random) -> str | None:
    """Put the words into somebody else's mouth."""
    for statement in seed.statements:
        if not statement.speaker:
            continue
        said = seed.source.paragraph.text[statement.start : statement.end].strip(" .,")
        own = {
            w.lower() for w in re.findall(r"\w+", f"{statement.speaker} {statement.role} {statement.mention}")
        }
        others = [p for p in people if not own & {w.lower() for w in re.findall(r"\w{4,}", p)}]
        if len(said.split()) >= 6 and others:
            return _frame(said, chance.choice(others), statement.kind, seed, chance)
    return None


def respoken_translation(seed: Seed, people: Sequence[str], chance: random.Random) -> str | None:
    """Put another name where a translated sentence names its speaker."""
    for name in ("Guo Jiakun", "Mr. Guo", "J.D. Vance", "Guo", "M. Guo"):
        if re.search(rf"\b{re.escape(name)}\b", seed.text):
            others = [p for p in people if name.split()[-1] not in p]
            return re.sub(rf"\b{re.escape(name)}\b", chance.choice(others), seed.text) if others else None
    return None


# --------------------------------------------------------------------------------------------------- the bench


def cases(articles: Sequence[Article], chance: random.Random, most: int) -> Iterator[Case]:
    """Yield true and altered sentences of articles in one language."""
    listed = [seed for article in articles for seed in own_sentences(article)]
    chance.shuffle(listed)
    people = sorted(
        {
            s.speaker
            for seed in listed
            for s in seed.statements
            if s.speaker and re.match(r"[A-ZÉ]\w+ [A-ZÉ]", s.speaker)
        }
    )
    by_article: dict[str, list[Seed]] = defaultdict(list)
    for seed in listed:
        by_article[seed.source.article.id].append(seed)
    for seed in listed[:most]:
        yield from _cases(seed, listed, by_article, people, chance)
    # Few sentences report somebody: for the speakers, all are looked at.
    for seed in listed[most:]:
        if seed.statements:
            yield from _spoken(seed, by_article, people, chance)


def _cases(
    seed: Seed,
    listed: Sequence[Seed],
    by_article: dict[str, list[Seed]],
    people: Sequence[str],
    chance: random.Random,
) -> Iterator[Case]:
    def case(kind: str, recipe: Callable[..., object], text: str, *more: Source) -> Case:
        return Case(kind, recipe.__name__, text, seed.language, (seed.source, *more))

    for recipe in TRUE:
        if recipe is not framed and (text := recipe(seed, chance)):
            yield case("true", recipe, text)
    for kind, recipes in ALTERATIONS.items():
        for recipe in recipes:
            if (text := recipe(seed, chance)) and text != seed.text:
                yield case(kind, recipe, text)
    if text := with_foreign_end(seed, listed, chance):
        yield case("addition", with_foreign_end, text)
    for others in (by_article[seed.source.article.id], listed):
        if joined := mixed(seed, others, chance):
            yield case("mixed", mixed, joined[0], joined[1].source)
    yield from _spoken(seed, by_article, people, chance)


def _spoken(
    seed: Seed, by_article: dict[str, list[Seed]], people: Sequence[str], chance: random.Random
) -> Iterator[Case]:
    here = sorted(
        {s.speaker for other in by_article[seed.source.article.id] for s in other.statements if s.speaker}
    )
    if text := framed(seed, chance):
        yield Case("true", "framed", text, seed.language, (seed.source,))
        for listed in (here, people):
            if altered := respoken(seed, listed, chance):
                yield Case("speaker", "respoken", altered, seed.language, (seed.source,))


def translated_cases(article: Article, other: Article, chance: random.Random) -> Iterator[Case]:
    """Yield true and altered sentences of a translation, citing the original."""
    listed = list(translated_sentences(article, other))
    people = ["J.D. Vance", "Guo Jiakun", "Emmanuel Macron", "Narendra Modi", "Sundar Pichai"]
    for seed in listed:
        for recipe in (as_it_stands, without_brackets, without_end, without_beginning, spelled_otherwise):
            if text := recipe(seed, chance):
                yield Case("true", f"translated, {recipe.__name__}", text, seed.language, (seed.source,))
        for kind, recipes in ALTERATIONS.items():
            for recipe in recipes:
                if (text := recipe(seed, chance)) and text != seed.text:
                    yield Case(kind, f"translated, {recipe.__name__}", text, seed.language, (seed.source,))
        if joined := mixed(seed, listed, chance):
            yield Case(
                "mixed", "translated, mixed", joined[0], seed.language, (seed.source, joined[1].source)
            )
        if text := respoken_translation(seed, people, chance):
            yield Case("speaker", "translated, respoken", text, seed.language, (seed.source,))


def every_case(corpora: Path, part: Part, most: int) -> list[Case]:
    """Return all cases of a part; the seeds' are in both, there are no more of them."""
    chance = random.Random(SEED)
    found: list[Case] = []
    own = seeds()
    for french, english in zip(own[::2], own[1::2], strict=True):
        found.extend(cases([french], chance, most))
        found.extend(cases([english], chance, most))
        found.extend(translated_cases(french, english, chance))
        found.extend(translated_cases(english, french, chance))
    found.extend(cases(news(corpora, part), chance, most))
    return list({(c.kind, c.text, c.sources[0].paragraph.id): c for c in found}.values())


def main() -> None:
    """Print how many true sentences are kept and how many altered ones are refused."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpora", type=Path)
    parser.add_argument("--part", choices=("develop", "report"), default="develop")
    parser.add_argument("--sentences", type=int, default=400)
    parser.add_argument("--show", help="print what went wrong in a kind (or recipe)")
    parser.add_argument("--most", type=int, default=25)
    parser.add_argument("--unread", action="store_true", help="without the reader")
    given = parser.parse_args()
    listed = every_case(given.corpora, given.part, given.sentences)
    known = {s.article.id: read_statements(s.article) for case in listed for s in case.sources}
    embedder = make_embedder()
    reader = None if given.unread else load_reader(embedder)
    holds = reader.holds if reader else None
    proof = SupportProof(Likeness(embedder), lambda identifier: known[identifier], holds)
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    reasons: Counter[tuple[str, str]] = Counter()
    shown = 0
    for case in listed:
        verdict = proof.check(Claim(case.text, case.language, case.sources))
        good = verdict.holds == case.true
        for key in ((case.kind, case.pair), (case.kind, "all"), (f"  {case.kind}: {case.recipe}", "all")):
            total[key] += 1
            right[key] += good
        reasons[case.kind, verdict.reason or "holds"] += 1
        if (
            given.show
            and not good
            and given.show in (case.kind, case.recipe, case.pair)
            and shown < given.most
        ):
            shown += 1
            print(
                f"[{case.kind}/{case.recipe}] {case.text}\n   {verdict.reason}: {verdict.detail!r} ({verdict.support:.2f})"
            )
            print(f"   SOURCE {' | '.join(s.paragraph.text for s in case.sources)[:900]}")
    pairs = ["all", "fr on fr", "en on en", "en on fr", "fr on en"]
    print(f"{'':44}" + "".join(f"{pair:>16}" for pair in pairs))
    for kind in ["true", *ALTERED, *sorted(k for k, p in total if k.startswith("  ") and p == "all")]:
        cells = [
            f"{right[kind, pair] / total[kind, pair]:.3f} ({total[kind, pair]})" if total[kind, pair] else "-"
            for pair in pairs
        ]
        print(f"{kind:44}" + "".join(f"{cell:>16}" for cell in cells))
    for kind in ("true", *ALTERED):
        print(kind, {reason: n for (k, reason), n in reasons.most_common() if k == kind})


if __name__ == "__main__":
    main()
