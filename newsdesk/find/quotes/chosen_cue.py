"""The word of saying that explains a quotation best, with what else its sentence tells."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import WORD
from newsdesk.find.quotes import cues
from newsdesk.find.quotes.cue_scores import STRONGEST, score_of
from newsdesk.find.quotes.found_speaker import Found
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.words_of_saying import FINITE_TENSES, in_later_clause
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

_NEAR = 6
"""Cues looked at on each side of a quotation."""
_OWN_WORDS = late_pattern(r" (?:no|yes|nothing|so|that|there|he|she|it|they|the|his|her|its|their)\b")
"""What follows a word of saying that tells of other words than those in marks before it."""
_GIVEN = word_set("promise pledge vow offer threat assurance commitment insistence")
_RESUMED = late_pattern(
    r" (?:[a-z]+ ){0,3}[\x01-\x04]+, (?:is|are|was|were|has|have|had|will|would|should|must|could|can|cannot|may|might|needs?|does|did)\b[^,;:]*\Z"
)
"""What stands between the word of saying of a clause that has its own words, and other words behind that clause."""
_TO_BE = late_pattern(
    r" (?:to (?:be|have|become|remain|stay|do|make|give|keep)|that [a-z]+ (?:would|will) be)(?: an?| the| more)? "
)
_BEST_UNSURE = 2.0
"""Score of a word of saying whose owner may be either of two: "reminded Lee of her promise"."""
_SPEAKS = 2.5
"""A score from which on a person before a quotation may be the one whom an office or an agency only passes on."""
NOBODYS = 0.25
"""Confidence in nobody, where words are another's than whom a word of saying gives, and nothing tells whose."""
OTHERS_WORDS = 0.8
"""Confidence in whose words somebody else rejects or reads out."""


@dataclass(frozen=True, slots=True)
class ChosenCue:
    """A quotation and the word of saying that explains it best, before it is looked at whose words they are."""

    paragraph: Paragraph
    number: int
    """Of the paragraph."""
    sentence: int
    start: int
    """Of the quotation, marks included."""
    end: int
    before: Sequence[Cue]
    """The words of saying before the quotation in its sentence."""
    scored: Sequence[tuple[float, Cue]]
    """Those near it that may explain it."""
    score: float
    cue: Cue
    spoken: tuple[float, Cue] | None
    """The best one before the quotation whose subject is a person."""

    @property
    def subject(self) -> Phrase:
        """Who says it by that word."""
        assert self.cue.subject is not None  # a word of saying without one explains nothing
        return self.cue.subject

    @property
    def passer(self) -> str | None:
        """The name of whom the word of saying gives, where that one only passes the words on."""
        return self.subject.core if self.subject.kind is PhraseKind.NAME else None

    @property
    def follows(self) -> bool:
        """Whether the quotation follows its word of saying."""
        return self.cue.end <= self.start

    @property
    def leads(self) -> bool:
        """Whether the quotation stands before its word of saying."""
        return self.cue.start >= self.end

    @property
    def text(self) -> str:
        """The paragraph, quotations hidden."""
        return self.paragraph.masked

    @property
    def first(self) -> int:
        """Where the sentence begins."""
        return self.paragraph.sentences[self.sentence][0]

    def since(self, most: int) -> int:
        """The sentence's beginning, or what stands so many characters before the quotation where that is later."""
        return max(self.first, self.start - most)

    def nobodys(self, confidence: float = NOBODYS, via: str | None = None) -> Found:
        """The words are nobody's who is told here."""
        return Found(None, self.number, self.cue.word, confidence, via)

    def of_whom(self, named: int | None, via: str | None = None) -> Found:
        """Whose words somebody rejects or reads out: those of the phrase that begins at `named`, else nobody's."""
        for phrase in [] if named is None else self.paragraph.phrases_between(named, named + 120)[:1]:
            if phrase.start == named and phrase.kind is not PhraseKind.THING and not phrase.possessive:
                speaker = self.paragraph.named_after(phrase) or phrase
                passer = None if via == speaker.core else via
                return Found(speaker, self.number, self.cue.word, OTHERS_WORDS, passer)
        return self.nobodys()


def choose(paragraph: Paragraph, number: int, sentence: int, start: int, end: int) -> ChosenCue | None:
    """The best word of saying for the quotation at start-end (marks included) of a paragraph, or None."""
    before, near = cues_near(paragraph, sentence, start)
    scored: list[tuple[float, Cue]] = []
    best: tuple[float, Cue] | None = None
    spoken: tuple[float, Cue] | None = None
    for cue in near:
        if cue.subject is None:
            continue
        score = score_of(paragraph, cue, start, end)
        if score is None or _is_left(paragraph, cue, start):
            continue
        scored.append((score, cue))
        if best is None or score > best[0]:
            best = (score, cue)
        person = cue.end <= start and _can_be_person(cue.subject)
        if person and score >= _SPEAKS and (spoken is None or score > spoken[0]):
            spoken = (score, cue)
    if best is None:
        return None
    best = _in_relative_clause(paragraph, scored, best, start, end) or best
    best = _in_nearer_noun(paragraph, near, best, start) or best
    score, cue = _in_later_clause(paragraph, scored, best, start) or best
    return ChosenCue(paragraph, number, sentence, start, end, before, scored, score, cue, spoken)


def _is_left(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether a word of saying has words of its own in a clause that ends before those at `start`: "says the plan, which Kay calls '...', is '...'"."""
    if cue.end > start or cue.subject is None or _RESUMED.match(paragraph.masked, cue.end, start) is None:
        return False
    return paragraph.masked.endswith((", which ", ", whom "), 0, cue.subject.start)


def cues_near(paragraph: Paragraph, sentence: int, start: int) -> tuple[list[Cue], list[Cue]]:
    """The nearest words of saying before a quotation in its sentence, and those with as many after them."""
    here = paragraph.cues_by_sentence.get(sentence, [])
    split = bisect_left(here, start, key=_start)
    before = here[max(0, split - _NEAR) : split]
    return before, before + here[split : split + _NEAR]


def _in_relative_clause(
    paragraph: Paragraph, scored: list[tuple[float, Cue]], best: tuple[float, Cue], start: int, end: int
) -> tuple[float, Cue] | None:
    """The word of saying of a clause of whom, where the best one has words of its own: "Unlike Kay, who called it '...', Lee said no"."""
    cue = best[1]
    if cue.start < end or cue.inverted or _OWN_WORDS.match(paragraph.masked, cue.end) is None:
        return None
    for score, other in reversed(scored):
        if other.end <= start and len(WORD.findall(paragraph.masked[other.end : start])) <= 1:
            return (score, other) if other.relative else None
    return None


def _in_later_clause(
    paragraph: Paragraph, scored: list[tuple[float, Cue]], best: tuple[float, Cue], start: int
) -> tuple[float, Cue] | None:
    """The word of saying of a clause that follows the best one's and holds the quotation: "Lee spoke after she called it '...'"."""
    cue = best[1]
    if cue.end > start:
        return None
    for score, other in reversed(scored):
        if (
            other.end <= start
            and other.tense in FINITE_TENSES
            and not other.inverted
            and in_later_clause(paragraph.masked, cue, other)
            and "," not in paragraph.masked[other.end : start]
        ):
            return score, other
    return None


def _in_nearer_noun(
    paragraph: Paragraph, near: list[Cue], best: tuple[float, Cue], start: int
) -> tuple[float, Cue] | None:
    """The noun of saying that a verb takes, and that the quotation belongs to: "Lee welcomed Kay's promise to be '...'"."""
    cue = best[1]
    if cue.tense not in FINITE_TENSES or cue.verb in cues.STRONG or cue.end > start:
        return None
    for other in reversed(near):
        subject = other.subject
        if other.tense != "noun" or other.end > start or subject is None or subject.start <= cue.end:
            continue
        if other.word in _GIVEN and _TO_BE.fullmatch(paragraph.masked, other.end, start):
            sure = STRONGEST if subject.kind is PhraseKind.NAME else _BEST_UNSURE
            return min(best[0], sure), other
    return None


def _start(cue: Cue) -> int:
    return cue.start


def _can_be_person(phrase: Phrase) -> bool:
    """Whether a phrase can mean one person."""
    return phrase.kind in {PhraseKind.NAME, PhraseKind.ROLE} or phrase.text.lower() in {"he", "she"}
