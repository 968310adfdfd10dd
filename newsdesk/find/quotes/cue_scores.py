"""How well a word of saying explains a quotation, and how sure its speaker is then. All weights are set by hand."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdesk.find import masked_sentences
from newsdesk.find.masked_sentences import LETTER, QUOTED, WORD
from newsdesk.find.quotes import cues
from newsdesk.find.quotes.agencies import is_agency
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.words_of_saying import INTRODUCED, WAS_THE
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

STRONGEST = 4.0
"""A score from which on a word of saying stands right beside the quotation."""
_THING = 1.0
"""What it takes from a score that a thing stands as the subject."""
_CLEAR_LEAD = 2.0
"""How far a word of saying must lead those of other subjects to be sure."""
_AS = late_pattern(r",?\s+as\s+")
_WHAT = late_pattern(r"\b[Ww]hat\s+(?:[\w.'\u2019-]+\s+){0,6}\Z")
_OBJECT = late_pattern(r" (?:it|them|him|her|the|an?|his|its|their|this|that)\b| [A-Z]")
_FEW = 4
"""Words before a noun of saying that is its sentence's subject."""
_FAR = 6
"""Words from which on a relative clause hardly governs a quotation any more."""
_CLAUSE_BEFORE = late_pattern(r"\b(?:after|before|since|when|while|because|although|though|until|who|which)\s*\Z")
_CONDITION = late_pattern(
    r"\b(?:if|when|once|unless|whether|until|before|after|because|although|though|while|since)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_TOLD_FIRST = late_pattern(
    r"(?:(?:But|And|When|Later|Then) )?(?:[Tt]old|[Aa]sked|[Ii]nformed|[Rr]eminded|[Qq]uestioned|[Pp]ressed|[Cc]hallenged|[Ww]arned|[Cc]onfronted)"
    r" (?:again |later |then )?(?:that|what|whether|if|why|how|about|of|on|with|by)\b"
)
"""How a sentence begins that first tells what whoever is named after the comma was told or asked."""
_NAMES_IT = late_pattern(
    r"\b(?:call|described?|brand|label+|dub+|deem|term|find|found|consider|think|thought|judge|declare|see|saw|hail)(?:s|e?d|ing)?\s+(?:the\s+|an?\s+)?\Z"
)
"""Verbs that give a name to what follows."""
_WAS = late_pattern(r",? (?:was|is|came|were|has been|had been) (?:also )?")
_SHORT_ANSWER = late_pattern(r" (?:was|is|were|has been)(?: (?:an?|the|that|one|just|only))?(?: [a-z]+)? ")
"""What may stand between a noun of saying and the words it names: "Lee's answer was a curt '...'"."""
_SAYINGS = frozenset({"motto", "slogan", "mantra"})
"""Nouns of saying that are hardly ever described by what "was" joins to them."""
_OWN = frozenset({"his", "her", "their", "its"})
_CLAUSE_BEGINS = late_pattern(r"[:;] |, (?:and |but )?(?=[A-Z]|(?:his|her|their|the) )|\bthat ")
"""What stands before a clause of its own."""
_GOVERNING = word_set("of for to that about on as a the an and against from in with")
"""Words that may follow a noun of saying before what was said."""

_INTRODUCES = late_pattern(rf"(?: (?:the |his |her )?[\w'\u2019-]+(?: [A-Z][\w'\u2019-]*)?)?{INTRODUCED.pattern}")


def score_of(paragraph: Paragraph, cue: Cue, start: int, end: int) -> float | None:
    """How well a word of saying explains the quotation at start-end of the paragraph; None when it cannot."""
    text = paragraph.masked
    subject = cue.subject
    assert subject is not None
    score = cue.strength + cue.link
    if subject.kind is PhraseKind.THING:
        score -= _THING
    if is_agency(subject):
        score -= 1.5
    if cue.start >= end:
        if cue.tense == "noun":
            # "'No,' was Lee's answer", "'No' was the answer of Lee", "'No,' came the answer from Lee"
            between = _WAS.fullmatch(text, end, subject.start) or WAS_THE.fullmatch(text, end - 1, cue.start)
            return score + 2.0 if between else None
        first = cue.start if cue.inherited or subject.start < end else min(cue.start, subject.start)
        gap = text[end:first]
        if (not LETTER.search(gap) or _AS.fullmatch(gap)) and not QUOTED.search(gap) and ";" not in gap:
            adjacent = 2.2
            if _introduces(text, cue, subject) and text[end - 2] == masked_sentences.HIDDEN:
                # "On Kay's offer of '...', Lee says: '...'": what follows is Lee's.
                adjacent = -0.5
            elif cue.tense == "ing" and cue.inherited:
                adjacent = -1.5
            elif cue.inherited:
                adjacent = -0.5
            elif (
                not cue.inverted
                and cue.verb not in cues.STRONG
                and text[end - 1] == masked_sentences.HIDDEN
                and ("," not in gap or _OBJECT.match(text, cue.end))
            ):
                adjacent = 0.2
            return score + adjacent
        words = len(WORD.findall(gap[:400]))
        score -= 0.3 + words * 0.06 + (0.5 if QUOTED.search(gap) else 0.0) + (2.0 if ";" in gap else 0.0)
        if cue.inherited or cue.verb not in cues.STRONG:
            score -= 1.5
        if _CLAUSE_BEFORE.search(gap):
            # "... 'a fair deal', hours after Lee urged ...": another matter.
            score -= 1.2
        return score
    if cue.end > start or (cue.verb in cues.ONLY_AFTER and not text[cue.end : start].rstrip().endswith(":")):
        # "nodded at the 'no entry' sign", "corrected the 'wrong' one"
        return None
    # "seen by Lee as '...'"
    gap = text[subject.end if cue.end <= subject.start < subject.end <= start and not cue.inverted else cue.end : start]
    hidden = QUOTED.search(gap) is not None
    if cue.inverted:
        # "..." said Lee, "..."
        return score + 1.2 - min(len(gap) / 150, 1.5)
    if cue.tense == "noun" and (not _tied(paragraph, cue, start) or _is_named(paragraph, cue, start)):
        return None
    if cue.end <= subject.start and gap.startswith(","):
        # "Lee's announcement, reported by his office, follows ..."
        score -= 1.5
    words = len(WORD.findall(gap[-400:]))
    score += 1.0 - words * 0.07 - (0.25 if hidden else 0.0)
    tail = gap.rstrip()
    if tail.endswith(":"):
        # Ruiz wrote to Lee, who snapped: "..."
        score += 1.6 if cue.relative and words == 0 else 0.8
    elif words <= 1 or (words <= 4 and gap.rstrip().endswith((",", " that"))):
        score += 0.6
    if cue.relative and words > _FAR:
        # "told a woman who suggested that ... that '...'"
        score -= 1.0
    if _another_clause(paragraph, cue, subject, start):
        score -= 2.5
    if re.search(r";|, (?:but|while|whereas|although) ", gap):
        score -= 0.7
    if " that " in gap[:-6]:
        # What follows belongs to a clause inside the reported one.
        score -= 0.4
    naming = cue.verb in cues.NAMING_VERBS
    if naming:
        score += 0.5
    if (
        words <= 1
        and (naming or tail.endswith(" as"))
        and subject.kind is not PhraseKind.PRONOUN
        and _WHAT.search(text, max(0, cue.start - 60), cue.start)
    ):
        # "In what Lee called '...', Kay said no": nothing after it can take the words from Lee.
        score += 3.0
    return score


def _introduces(text: str, cue: Cue, subject: Phrase) -> bool:
    """Whether a colon and a quotation follow a word of saying whose subject stands before it, or whom he says it to."""
    return not cue.inverted and subject.start < cue.start and _INTRODUCES.match(text, cue.end) is not None


def _another_clause(paragraph: Paragraph, cue: Cue, subject: Phrase, start: int) -> bool:
    """Whether a word of saying stands in a clause of its own before the one that quotes: "If Lee says no, they promise '...'"."""
    text = paragraph.masked
    first = paragraph.sentences[paragraph.sentence_of(subject.start)][0]
    if not _CONDITION.search(text, max(0, subject.start - 30), subject.start) and not _TOLD_FIRST.match(text, first):
        return False
    comma = text.find(",", cue.end, start)
    return comma >= 0 and any(paragraph.leads(phrase) for phrase in paragraph.phrases_between(comma, start))


def _is_named(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether a noun of saying is what somebody else gives a name to: "Reed called Lee's offer '...'"."""
    subject = cue.subject
    if subject is None or paragraph.masked[cue.end : start].strip():
        return False
    return _NAMES_IT.search(paragraph.masked, max(0, subject.start - 40), subject.start) is not None


def _tied(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether a noun of saying governs the quotation: only "of", "for", "to hold", "that" or the like between."""
    gap = paragraph.masked[cue.end : start]
    if len(gap) > 120 or re.search(r"[;.]", gap):
        return False
    words = [word.lower() for word in WORD.findall(gap)]
    if words == ["as"]:
        # "Kay rejected Lee's offer as '...'"
        return False
    if not words or words[0] == "that" or ": " in gap:
        return True
    if cue.verb in _SAYINGS and _SHORT_ANSWER.fullmatch(gap):
        return True
    if cue.verb in cues.ANSWERS and _SHORT_ANSWER.fullmatch(gap):
        first = paragraph.sentences[paragraph.sentence_of(cue.start)][0]
        opened = max(
            (found.end() for found in _CLAUSE_BEGINS.finditer(paragraph.masked, first, cue.start)), default=first
        )
        return len(WORD.findall(paragraph.masked[opened : cue.start])) <= _FEW
    last = words[-1]
    if any(
        word in cues.AUXILIARIES or (word in cues.VERBS and word.endswith(("ed", "es", "s")) and word not in cues.NOUNS)
        for word in words
    ):
        return False
    if words[0] not in _GOVERNING and len(words) > 1:
        return False
    return (
        gap.rstrip().endswith((":", ","))
        or last in cues.PREPOSITIONS
        or last in {"a", "an", "the", "that", "no", "his", "her", "their"}
        or (len(words) >= 2 and (words[-2] == "to" or last.endswith("ing")))
    )


def confidence_of(score: float) -> float:
    """From the score of a word of saying to the share of such quotations whose speaker is right (hand-set)."""
    if score >= 4.8:
        return 0.97
    if score >= 4.0:
        return 0.95
    if score >= 3.2:
        return 0.88
    if score >= 2.5:
        return 0.8
    if score >= 1.8:
        return 0.68
    if score >= 1.0:
        return 0.55
    return 0.42


def doubt_of(paragraph: Paragraph, cue: Cue, start: int, score: float, rival: float | None) -> float:
    """What makes a speaker less sure than the score of its word of saying tells (hand-set)."""
    doubt = 0.0
    if rival is not None and score - rival < _CLEAR_LEAD:
        doubt += 0.175
    subject = cue.subject
    if subject is not None and subject.kind is PhraseKind.COLLECTIVE:
        doubt += 0.05
    if cue.end <= start:
        if subject is not None and paragraph.masked[max(0, subject.start - 5) : subject.start].lower() == "what ":
            # "they fear what she called '...'": to some it is theirs.
            doubt += 0.15
        if not doubt and _goes_on(paragraph, cue):
            return 0.0 if score >= STRONGEST else -0.07
        if cue.link <= 0.8:  # an agent, or a subject far away
            doubt += 0.08
        if cue.inherited:
            doubt += 0.01
    if doubt or score >= STRONGEST:
        return doubt
    # Nothing speaks against it, and the word stands further off only because the sentence is long.
    return -0.13 if _opens_sentence(paragraph, cue) else -0.07


def _goes_on(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a word of saying goes on with what the sentence's subject says: "Lee told them ..., saying ..."."""
    return (
        cue.tense == "ing"
        and cue.inherited
        and cue.verb in cues.STRONG
        and paragraph.masked[max(0, cue.start - 3) : cue.start].rstrip().endswith(",")
        and cue.subject == paragraph.main_subject(paragraph.sentence_of(cue.start))
    )


def _opens_sentence(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a sentence begins with who speaks and a word that hardly does anything but report: "Lee said that ..."."""
    return (
        cue.verb in cues.STRONG
        and cue.subject is not None
        and cue.subject.kind is not PhraseKind.THING
        and cue.subject == paragraph.main_subject(paragraph.sentence_of(cue.start))
    )


def _rivals(paragraph: Paragraph, other: Cue, cue: Cue) -> bool:
    """Whether another word of saying may give the words to somebody else than `cue` does."""
    if other.subject is None or cue.subject is None or other.subject.text.lower() == cue.subject.text.lower():
        return False
    if cue.verb == "repeat" and other.tense == "noun" and other.subject.text.lower() in _OWN:
        # Her own, as in "Lee repeated her advice: '...'"; another's is hardly called so.
        return False
    if other.subject.text.lower() == "we":
        # "as we reported earlier": the page itself
        return False
    if other.end <= cue.subject.start and _CLAUSE_BEFORE.search(paragraph.masked, other.end, cue.subject.start):
        # "Kay spoke out after Lee proposed '...'"
        return False
    if other.start < cue.end or cue.subject.start > cue.start:
        return True
    # What is reported: "Lee said that Kay sought '...'", "Lee said that he feels '...'" are Lee's words.
    return other.verb not in cues.WEAK_VERBS and other.subject.text.lower() not in {"he", "she"}


def _thing_share(other: Cue, cue: Cue) -> float:
    """What a thing that speaks counts more as a rival than as a speaker: "A voice told her to '...', Lee said"."""
    speaks = other.subject is not None and other.subject.kind is PhraseKind.THING and other.verb in cues.STRONG
    return _THING if speaks and other.end <= cue.start else 0.0


def strongest_rival(paragraph: Paragraph, scored: Sequence[tuple[float, Cue]], cue: Cue) -> float | None:
    """The highest score of a word of saying that may give the words to somebody else than `cue` does."""
    return max(
        (score + _thing_share(other, cue) for score, other in scored if _rivals(paragraph, other, cue)), default=None
    )
