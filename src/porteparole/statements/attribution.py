"""Drafts of an article to statements with speakers, in the order of the text."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from porteparole.language import Language
from porteparole.statements.cast import Cast
from porteparole.statements.draft import Draft
from porteparole.statements.member import Member
from porteparole.statements.mention import Mention
from porteparole.statements.page import Page
from porteparole.statements.pronouns import Pronouns
from porteparole.statements.sentence import Sentence
from porteparole.statements.statement import Statement

_GOES_ON = frozenset("Il Elle Ils Elles He She They".split())


class Attribution(Pronouns):
    """Gives the drafts of an article their speakers, in the order of the text."""

    def __init__(self, language: Language, cast: Cast, pages: list[Page], topic: Mention | None) -> None:
        super().__init__(language, cast)
        self._pages = pages
        self._before: Page | None = None
        # Who speaks in the paragraph before.
        self._spoken: set[str | None] = set()
        # Whom the title is about: meant where nobody else was spoken of.
        self._topic: Member | None = None
        if topic is not None:
            self._topic = cast.topic = cast.resolve(topic, self._recent)
            self._introduce(topic)

    def _introduce(self, topic: Mention) -> None:
        """Take the one whom the title names for *La députée* with whom the text begins."""
        if self._topic is None:
            return
        self._topic.mentions.clear()
        self._recent.led(self._topic)
        first = next((s for page in self._pages for s in page.sentences if len(s.tokens) > 6), None)
        surname = self._topic.name.split()[-1]
        if first is None or any(token.text == surname for token in first.tokens):
            return
        role = next((m for m in first.mentions if not m.preposition and m.sort != "other"), None)
        if role is None or role.sort != "role" or not role.definite or role.plural:
            return
        if role.gender in {None, topic.gender} or topic.gender is None:
            self._cast.identify([(role, topic)])

    def statements(self) -> tuple[Statement, ...]:
        """Return the statements of all pages in order."""
        read = [self._page(page) for page in self._pages]
        for index in range(len(self._pages) - 1, 0, -1):
            page, before = self._pages[index], self._pages[index - 1]
            if before.left_open and page.opens and read[index] and read[index - 1]:
                self._carry_back(read[index][0], read[index - 1])
        return tuple(statement for statements in read for statement in statements)

    def _carry_back(self, following: Statement, statements: list[Statement]) -> None:
        """Give a quotation that goes on in the next paragraph the speaker named there."""
        last = statements[-1]
        if (
            last.speaker is None
            and last.kind == "direct"
            and following.kind == "direct"
            and following.start < 4
        ):
            statements[-1] = replace(last, speaker=following.speaker, role=following.role, cue=following.cue)

    def _page(self, page: Page) -> list[Statement]:
        found: list[Statement] = []
        before = self._before
        self._before = page
        self._recent.new_paragraph()
        last = self._recent.leading[-1] if self._recent.leading else None
        if self._topic is not None and last is not None and last.leads == 1 and not last.speaks:
            self._recent.led(self._topic)  # somebody named in passing is not whom a new paragraph is about
        goes_on = page.only_quotation and before is not None and self._quoted_last
        if (
            before is not None
            and page.opens
            and self._last is not None
            and page.sentences[0].language == "en"
        ):
            # English papers leave out “she said” where the words of the paragraph before go on.
            goes_on = self._last[1] is not None and self._last[0].verbal
        alone = self._recent.leading[-1] if self._recent.leading else None
        if (
            page.only_quotation
            and not page.left_open
            and not goes_on
            and self._last is None
            and alone is not None
            and self._spoken == {alone.name}
        ):
            # Nobody else spoke in the paragraph before, nor is it about another.
            goes_on = alone.sort == "person"
            self._last = (Draft(0, 1, "direct", "", None), alone, None) if goes_on else None
        if before is None or not (
            goes_on or (page.opens and (before.left_open or before.announcer is not None))
        ):
            self._last = None
        elif before.announcer is not None and (self._last is None or self._last[0].kind == "indirect"):
            mention, cue = before.announcer
            member = self._cast.resolve(mention, self._recent) if mention is not None else None
            self._last = (Draft(0, 0, "direct", cue, mention), member, mention)
        for sentence, drafts in zip(page.sentences, page.drafts, strict=True):
            subject = self._subject(sentence)
            announced = self._last is not None and self._last[0].end == 0
            here = [self._attribute(page, sentence, draft) for draft in drafts]
            loose = self._loose(page, sentence, here, announced)
            if subject is not None and not drafts:
                loose = [self._of_subject(sentence, subject, statement) for statement in loose]
            found.extend([*here, *loose])
            if not drafts and not loose:
                left = self._left_open(page, sentence)
                if left is not None:
                    found.append(left)
                    break
                self._last = None
            for other in self._meet(sentence, len(sentence.tokens)):
                if other is not subject:
                    self._recent.saw(other)
            if subject is not None:
                self._recent.led(subject)
            agent = sentence.agent()
            if agent is not None and not drafts:
                member = self._cast.resolve(agent, self._recent)
                if member is not None:
                    self._recent.led(member)
            if drafts and self._last is not None and self._last[1] is not None:
                aside = subject is not None and self._stands_aside(*self._last[:2], sentence)
                self._recent.led(subject if aside and subject is not None else self._last[1])
            self._earlier = sentence
        found.sort(key=lambda statement: (statement.start, statement.end))
        self._spoken = {statement.speaker for statement in found}
        return self._told_next(page.paragraph.text, self._joined(page.paragraph.text, found))

    def _of_subject(self, sentence: Sentence, subject: Member, loose: Statement) -> Statement:
        """Give quoted words that no cue claims to the speaker of whom their sentence tells something.

        As in *Il a refusé de répondre, « avant d’avoir tout lu »*; not where something is done to him (*a été
        accusé d’avoir « … »*), nor where the words stand in a clause about another.
        """
        first = next((m for m in sentence.mentions if not m.preposition and m.sort != "other"), None)
        if loose.speaker is not None or subject.sort != "person" or first is None:
            return loose
        at = next((i for i, token in enumerate(sentence.tokens) if token.end > loose.start), 0)
        between = [sentence.low(i) for i in range(first.last, at)]
        others = [
            m for m in sentence.mentions if first.last <= m.first < at and m.sort in {"person", "institution"}
        ]
        passive = "été" in between or bool(between and between[0] in {"est", "était", "fut"})
        aside = bool(self._words.clause_breaks & set(between)) or ":" in between
        if loose.kind == "direct" and (first.last >= at or sentence.low(at - 1) != ","):
            return loose
        if first.first > 3 or not subject.speaks or passive or aside or others:
            return loose
        return replace(loose, speaker=subject.name, role=subject.role, mention=first.text)

    @property
    def _quoted_last(self) -> bool:
        """Whether a quotation with its speaker was read last: one that stands alone goes on with it."""
        return self._last is not None and self._last[0].kind == "direct" and self._last[1] is not None

    def _joined(self, text: str, found: list[Statement]) -> list[Statement]:
        """Give a quotation without a cue the speaker of the one beside it: *« … » « … », dit X*."""
        pairs = list(pairwise(range(len(found))))
        # First from the one behind, then from the one before.
        for here, there in [*reversed(pairs), *((behind, before) for before, behind in pairs)]:
            mine, other = found[here], found[there]
            between = text[found[min(here, there)].end : found[max(here, there)].start]
            if (
                mine.speaker is None
                and not mine.cue
                and mine.kind == other.kind == "direct"
                and not any(char.isalnum() for char in between)
                and "\n" not in between
            ):
                found[here] = replace(mine, speaker=other.speaker, role=other.role, cue=other.cue)
        return found

    def _told_next(self, text: str, found: list[Statement]) -> list[Statement]:
        """Give a quotation that stands alone to *Il* who goes on: *« Non. » Il a ajouté que …*."""
        for index, (mine, other) in enumerate(pairwise(found)):
            alone = mine.speaker is None and not mine.cue and mine.kind == "direct"
            if not alone or other.speaker is None or (other.mention or "") not in _GOES_ON:
                continue
            between = text[mine.end :].lstrip(' .\u00a0\u202f»”"')
            before = text[: mine.start].rstrip(' \u00a0\u202f«“"')
            if between.startswith(f"{other.mention} ") and before[-1:] in {".", "!", "?"}:
                found[index] = replace(mine, speaker=other.speaker, role=other.role)
        return found

    def _attribute(self, page: Page, sentence: Sentence, draft: Draft) -> Statement:
        member: Member | None = None
        mention = draft.who
        pointing = mention is not None and (" " in mention.head or mention.head in {"celui-ci", "celle-ci"})
        self._recent.here.clear()
        nameless = mention is not None and mention.sort == "institution" and mention.name is None
        if mention is not None and nameless:
            self._meet(sentence, mention.first)
        if mention is not None and mention.sort == "pronoun" and (pointing or mention.head == "it"):
            self._meet(sentence, mention.first)
            mention = (self._pointed(sentence, mention) if pointing else None) or mention
        if mention is not None:
            member = self._of_own_sentence(sentence, mention) or self._cast.resolve(mention, self._recent)
            if member is None and mention.head == "eux":
                named = self._pointed(sentence, mention)  # « … des calculs d’astronomes. Selon eux, … »
                member = self._cast.resolve(named, self._recent) if named is not None else None
            member = self._who_goes_on(draft, mention, member) or member
        elif draft.inherit and self._last is not None:
            member, mention = self._last[1], None
        self._last = (draft, member, mention)
        if member is not None:
            member.speaks = True
            self._recent.spoke = member
            if not self._stands_aside(draft, member, sentence):
                self._recent.led(member)
        return Statement(
            page.paragraph.id,
            draft.start,
            draft.end,
            draft.kind,
            draft.cue,
            member.name if member is not None else None,
            member.role if member is not None else None,
            mention.text if mention is not None else None,
        )

    def _stands_aside(self, draft: Draft, member: Member | None, sentence: Sentence) -> bool:
        """Say whether a body is only the source of what is told of somebody: *Il a cédé, selon le Times*."""
        if draft.verbal or member is None or member.sort in {"person", "role"}:
            return False
        own = draft.who.text.split()[0].lower() if draft.who is not None else ""
        if own in self._words.possessives:
            return True  # « Six villes hésitent, selon son cabinet. Il … »
        first = next((m for m in sentence.mentions if not m.preposition and m.sort != "other"), None)
        return first is not None and first.sort in {"person", "pronoun"}

    def _subject(self, sentence: Sentence) -> Member | None:
        """Return who the sentence is about: its first mention that is no circumstance.

        After an opening adjunct (*Après avoir dirigé …, X a …*) it is the first that a verb follows.
        """
        opening = sentence.low(0)
        adjunct = opening in self._words.adjuncts or opening.endswith(("ant", "ing"))
        for mention in sentence.mentions if adjunct else ():
            if mention.preposition or mention.sort in {"other", "document"}:
                continue
            if sentence.verb_at(mention.last):
                return self._cast.resolve(mention, self._recent)
        for mention in sentence.mentions:
            thing = mention.sort in {"other", "document"}
            if thing and not mention.preposition and mention.definite and sentence.verb_at(mention.last):
                return None  # « La vidéo n’est restée … jusqu’à ce qu’un site la relaye »
            if mention.preposition or thing:
                continue
            return self._cast.resolve(self._with_second(sentence, mention), self._recent)
        return None
