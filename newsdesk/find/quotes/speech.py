"""One paragraph seen as speech: its sentences, its phrases and their places, and the words of saying."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from newsdesk.find import masked_sentences
from newsdesk.find.quotes import cues, joint_subjects
from newsdesk.find.quotes.explained_roles import ExplainedRoles, explained_roles, name_explaining, name_of_one
from newsdesk.find.quotes.noun_phrases import JOINS, Phrase, PhraseKind
from newsdesk.find.quotes.phrase_finder import find_phrases
from newsdesk.find.quotes.placed_subjects import cut_places
from newsdesk.find.quotes.tokens import Tokens, tokenise
from newsdesk.find.quotes.words_of_saying import find_cues
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.words_of_saying import Cue

_TO_WHOM = late_pattern(r"(?: close)? (?:to|of|for|at|from|with|in) ")
_MOST_JOINED = 3
_SAYS = word_set("said says that if when adding saying")
_FAMED = word_set(
    "seed star ace legend great favourite favorite sensation prodigy qualifier wildcard heroine hero underdog"
)
_AS_FAMED = late_pattern(r"(?:[Tt]he )?[A-Z][\w'\u2019-]*(?: and [a-z]+| [A-Z][\w'\u2019-]*)? [a-z]+ ")
"""What stands from a sentence's beginning up to a name that such a word explains: "Third seed Ann Lee"."""
_BEFORE_CLAUSES = word_set("after before since until as")
"""Words that stand before a clause, or before a name alone."""
_OPENING = late_pattern(
    r"(?:(?:But|And|Yet) )?(?:[Ww]hen|[Aa]fter|[Ww]hile|[Bb]efore|[Ii]f|[Aa]s|[Aa]lthough|[Tt]hough|[Bb]ecause|[Ss]ince|[Oo]nce|[A-Z][a-z]+ed) "
)
"""How a sentence begins whose first clause is not its main one."""
_DONE_BY = late_pattern(r"(?:(?:But|And|When) )?[A-Z][a-z]+(?:-[a-z]+)?ed (?:again )?by ")
"""How a sentence begins that first tells who did something to its subject: "Questioned by Lee, ..."."""
_VERB_FOLLOWS = late_pattern(r" (?!(?:and|or|of|in|at|for|from|who|which|that)\b)[a-z]")
_MESSAGES = word_set("statement letter message email e-mail note post tweet memo text card postcard poem")
_SENT_BY = late_pattern(r",? (?:from|(?:signed |written |issued |sent |posted )?by) ")
_AND_OTHERS = late_pattern(
    r",? and (?:\d[\d,]*|more|over|about|some|several|many|dozens|scores|hundreds|thousands|[a-z]+ others?|others)\b"
    r"|,? (?:among|along with|together with|alongside) (?:(?:the|\d[\d,]*|many|several|dozens of|hundreds of|scores of) )?others\b"
)
"""What follows the first of those who sign together, where the rest have no names."""
_PLACE_IN_CAPITALS = late_pattern(r"[A-Z\u00c0-\u00de][A-Z\u00c0-\u00de .'\u2019-]{2,}")
_LABELS = late_pattern(r"(?:, [A-Z][\w.]+(?: \d{1,2})?)?: [^\W\d_]")
"""What follows capitals that only tell where a report was written: "MUMBAI: Police said"."""
_LONGEST_LOOK = 400
"""Characters of one sentence that are searched for a subject: longer ones are lists or floods."""


class Paragraph:
    """Analyses one paragraph when asked, each part once. Offsets count from the paragraph's start."""

    def __init__(
        self,
        text: str,
        start: int,
        end: int,
        hidden: list[tuple[int, int]],
        capitals: frozenset[str] | None = None,
        *,
        headline: bool = False,
    ) -> None:
        """`hidden`: the quotations (marks included) in `text`, sorted and disjoint, inside start-end."""
        self.start = start
        self.headline = headline
        self.capitals = capitals
        self._text = text
        self.masked = masked_sentences.mask(text, start, end, hidden) if hidden else text[start:end]

    def quoted(self, start: int, end: int) -> str:
        """The words of a quotation whose marks stand at both ends, which `masked` hides."""
        return self._text[self.start + start + 1 : self.start + end - 1]

    @cached_property
    def sentences(self) -> list[tuple[int, int]]:
        """(start, end) of each sentence."""
        return masked_sentences.sentence_bounds(self.masked)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [first for first, _ in self.sentences]

    @cached_property
    def tokens(self) -> Tokens:
        """The words outside quotations."""
        return tokenise(self.masked)

    @property
    def phrases(self) -> list[Phrase]:
        """The phrases outside quotations, in order."""
        return self._found[0]

    @cached_property
    def _found(self) -> tuple[list[Phrase], frozenset[int]]:
        """The phrases, and where those begin that are subjects after a place."""
        starts = set()
        for first in self._sentence_starts:
            index = self.tokens.after(first)
            if index < len(self.tokens.starts):
                starts.add(self.tokens.starts[index])
        found = find_phrases(
            self.masked, self.tokens, frozenset(starts), capitals=self.capitals, headline=self.headline
        )
        return (found, frozenset()) if self.headline else cut_places(self.masked, self._sentence_starts, found)

    @cached_property
    def _free(self) -> list[Phrase]:
        """Phrases that are no possessor inside another."""
        return [phrase for phrase in self.phrases if not phrase.owner]

    @cached_property
    def _free_starts(self) -> list[int]:
        return [phrase.start for phrase in self._free]

    @cached_property
    def by_end(self) -> dict[int, Phrase]:
        """Free phrases that are no possessors, by where they end."""
        return {phrase.end: phrase for phrase in self._free if not phrase.possessive}

    def sentence_of(self, offset: int) -> int:
        """Number of the sentence that holds an offset."""
        return max(0, bisect_right(self._sentence_starts, offset) - 1)

    def phrases_between(self, low: int, high: int) -> list[Phrase]:
        """Free phrases that start at or after `low` and end by `high`."""
        first = bisect_left(self._free_starts, low)
        last = bisect_left(self._free_starts, high)
        return [phrase for phrase in self._free[first:last] if phrase.end <= high]

    def phrase_before(self, phrase: Phrase) -> Phrase | None:
        """The free phrase before another."""
        index = bisect_left(self._free_starts, phrase.start) - 1
        return self._free[index] if index >= 0 else None

    def phrase_after(self, phrase: Phrase) -> Phrase | None:
        """The free phrase after another."""
        index = bisect_left(self._free_starts, phrase.end)
        return self._free[index] if index < len(self._free) else None

    def head_before(self, phrase: Phrase) -> Phrase | None:
        """The phrase that "of" joins to one: "the head" of "the head of the union"."""
        index = self.tokens.before(phrase.start)
        if index < 1 or self.tokens.lower[index] != "of":
            return None
        return self.by_end.get(self.tokens.starts[index] - 1)

    def governed(self, phrase: Phrase) -> bool:
        """Whether a preposition stands before the phrase, so that it is nobody's subject."""
        index = self.tokens.before(phrase.start)
        if index < 0 or phrase.start in self._found[1]:
            return False
        between = self.masked[self.tokens.ends[index] : phrase.start]
        return not between.strip() and self.tokens.lower[index] in cues.PREPOSITIONS

    def leads(self, phrase: Phrase) -> bool:
        """Whether the phrase stands where a subject stands: at a clause's beginning, not after a verb or a preposition."""
        if phrase.owner or phrase.possessive or self.is_agent(phrase):
            return False
        phrase = self._first_joined(phrase)
        index = self.tokens.before(phrase.start)
        if index < 0 or phrase.start in self._found[1]:
            return True
        if self.masked[self.tokens.ends[index] : phrase.start].strip():
            explains = phrase.kind is PhraseKind.ROLE and self.masked.startswith(", ", phrase.start - 2)
            named = self.by_end.get(phrase.start - 2) if explains else None
            # "Lee, the host," tells who Lee is; "the host" is no other subject.
            return named is None or named.kind is not PhraseKind.NAME
        word = self.tokens.lower[index]
        if word == "whose":
            # "Lee, whose daughter Ann ..." goes on about Lee.
            return False
        if word in _BEFORE_CLAUSES and self.masked[phrase.end : phrase.end + 1] in {",", "."}:
            # "Speaking after Lee, Ruiz said"
            return False
        if word in cues.BE and phrase.kind is PhraseKind.NAME:
            # "The winner was Ann Lee."
            return True
        if word in _FAMED and phrase.kind is PhraseKind.NAME:
            low = self.sentences[self.sentence_of(phrase.start)][0]
            return _AS_FAMED.fullmatch(self.masked, low, phrase.start) is not None
        return (word in cues.CONJUNCTIONS and word != "than") or word in _SAYS

    def is_agent(self, phrase: Phrase) -> bool:
        """Whether a phrase stands in a clause that opens its sentence and tells who did something to the subject."""
        return any(low <= phrase.start < high for low, high in self._done_by)

    @cached_property
    def _done_by(self) -> list[tuple[int, int]]:
        """Where clauses stand that only tell who did something to a sentence's subject, up to that subject."""
        found = []
        for low, high in self.sentences:
            opening = _DONE_BY.match(self.masked, low)
            main = self._after_opening_clause(low, min(high, low + _LONGEST_LOOK)) if opening is not None else None
            if opening is not None and main is not None and main.start > opening.end():
                found.append((opening.end(), main.start))
        return found

    def _first_joined(self, phrase: Phrase) -> Phrase:
        """The first of a few of one kind that "and" joins: "Lee" for "Ruiz" in "friends of Lee and Ruiz"."""
        for _ in range(_MOST_JOINED):
            index = self.tokens.before(phrase.start)
            if index < 0 or self.tokens.lower[index] not in JOINS:
                break
            before = self.by_end.get(self.tokens.starts[index] - 1)
            if before is None or before.kind is not phrase.kind:
                break
            phrase = before
        return phrase

    def named_after(self, phrase: Phrase) -> Phrase | None:
        """The name that explains a role before it: "The harbour master, Ann Lee, said"."""
        return name_explaining(self, phrase)

    def name_of_one(self, phrase: Phrase) -> Phrase | None:
        """The name that tells who "one" is: "one of the dockers, Ann Lee"."""
        return name_of_one(self, phrase)

    def with_whom_served(self, phrase: Phrase) -> Phrase:
        """An unnamed person with whoever tells which one: "an aide to Lee"; the phrase itself without such words."""
        served = _TO_WHOM.match(self.masked, phrase.end) if phrase.kind is PhraseKind.ROLE else None
        if served is None or not phrase.is_new:
            return phrase
        for other in self.phrases_between(served.end(), served.end() + 120):
            if other.start != served.end() or other.kind in {PhraseKind.THING, PhraseKind.PRONOUN} or other.possessive:
                return phrase
            text = self.masked[phrase.start : other.end]
            return replace(phrase, end=other.end, text=text, core=text)
        return phrase

    def sender(self, phrase: Phrase) -> Phrase | None:
        """Who speaks with a message: "a statement from the palace", "the letter, signed by Lee,"."""
        if phrase.kind is not PhraseKind.INSTITUTION or phrase.text.rsplit(" ", 1)[-1].lower() not in _MESSAGES:
            return None
        by = _SENT_BY.match(self.masked, phrase.end)
        if by is None:
            return None
        for other in self.phrases_between(by.end(), by.end() + 120):
            named = other.kind in {PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION}
            if not named or other.start != by.end() or other.possessive:
                return None
            joint = joint_subjects.after_verb(self, other)
            return replace(joint, unsure=True) if _AND_OTHERS.match(self.masked, joint.end) else joint
        return None

    def role_before(self, phrase: Phrase) -> str | None:
        """The role that a name explains, with what belongs to it ("head of the union")."""
        role = self.explained.by_name.get(phrase.start)
        if role is None:
            return None
        return self.masked[role.start : self.masked.rindex(",", role.start, phrase.start)]

    @cached_property
    def explained(self) -> ExplainedRoles:
        """What the names after commas explain."""
        return explained_roles(self, self._free)

    def possessors_between(self, low: int, high: int) -> list[Phrase]:
        """Possessors ("Lee's") that stand wholly between two offsets, in order."""
        first = bisect_left(self._possessor_ends, low)
        last = bisect_right(self._possessor_ends, high)
        return [phrase for phrase in self._possessors[first:last] if low <= phrase.start]

    def main_subject(self, sentence: int, before: int | None = None) -> Phrase | None:
        """The first phrase of a sentence that can be its subject."""
        low, high = self.sentences[sentence]
        high = min(high, low + _LONGEST_LOOK)
        if before is not None:
            high = min(high, before)
        main = self._after_opening_clause(low, high)
        if main is not None:
            return joint_subjects.before_verb(self, main)
        best = None
        for phrase in self.phrases_between(low, high):
            if phrase.possessive or self.governed(phrase) or phrase.text == "who":
                continue
            if (
                phrase.start == low
                and _PLACE_IN_CAPITALS.fullmatch(phrase.core)
                and _LABELS.match(self.masked, phrase.end)
            ):
                continue
            if phrase.kind is not PhraseKind.THING:
                return joint_subjects.before_verb(self, phrase)
            best = best or phrase
        return best

    def _after_opening_clause(self, low: int, high: int) -> Phrase | None:
        """The subject after a clause that begins a sentence: "When Lee did not answer, Ruiz ran over"."""
        if not _OPENING.match(self.masked, low):
            return None
        for phrase in self.phrases_between(low, high):
            if (
                not phrase.possessive
                and phrase.kind is not PhraseKind.THING
                and (phrase.kind is not PhraseKind.INSTITUTION or " " in phrase.text)
                and self.masked.startswith(", ", phrase.start - 2)
                and _VERB_FOLLOWS.match(self.masked, phrase.end)
            ):
                return phrase
        return None

    def phrases_touching(self, start: int, end: int) -> list[Phrase]:
        """Phrases (possessors too) that end inside start-end, longest last."""
        first = bisect_right(self._possessor_ends, start)
        last = bisect_right(self._possessor_ends, end)
        return self._possessors[first:last]

    @cached_property
    def _possessors(self) -> list[Phrase]:
        return sorted(
            (phrase for phrase in self.phrases if phrase.possessive or phrase.owner), key=lambda phrase: phrase.end
        )

    @cached_property
    def _possessor_ends(self) -> list[int]:
        return [phrase.end for phrase in self._possessors]

    @cached_property
    def cues_by_sentence(self) -> dict[int, list[Cue]]:
        """Words of saying of each sentence that has any, in order."""
        return find_cues(self)
