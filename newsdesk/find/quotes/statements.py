"""Reported speech without quotation marks: "Lee said that ...", "..., Lee said", "according to Lee, ...".

Precision comes first. A statement is a clause that the text gives as what somebody said. What was not said, may be said or
is denied is none, nor is what a paper says. It never holds words between quotation marks: those are quotes.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import QUOTED, WORD
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.agencies import is_agency
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.reported_clauses import LONGEST, clause_after, has_verb, plain, words_after
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

_STATEMENT_VERBS = word_set(
    """say tell claim warn argue insist announce confirm add stress explain note declare state acknowledge write reply
    assert maintain contend reiterate repeat testify admit concede predict report emphasize emphasise suggest caution
    disclose reveal observe recall conclude remark complain allege assure rule counter"""
)
"""Verbs whose clause is what was said. Not deny: its clause is the opposite."""
_PLURAL_VERBS = word_set("say tell warn argue insist maintain acknowledge admit predict suggest add contend believe")
"""Those whose plural form is no noun or adjective as well ("state troopers")."""
_UNSAID = word_set(
    """not never nor cannot can could will would may might must shall should do does did to without 'll if
    hardly barely expected likely due"""
)
"""Words before a word of saying with which nothing is said yet."""
_UNREAL = word_set(
    """what whatever if unless once until whether before when as though which that whom how why where than everything
    anything something all"""
)
"""Words that open a clause in which "Lee says" is no report."""
_SUBORDINATE = word_set(
    """asked pressed questioned when as after before while although though because since if unless until once even whether
    what where why how who to in on at by for with from during despite amid of under over"""
)
"""Words with which no clause of its own begins."""
_DOING = late_pattern(r"(?!\w*thing\b)[A-Za-z]{3,}ing (?=[a-z])")
"""How words begin that are no clause of their own: "Speaking in parliament"."""
_LEAD = late_pattern(r"(?:But|And|Yet|So|Still,|However,)\s+")
_WHERE_OR_WHEN = late_pattern(r"\s+(?:[a-z]+ly\b|[A-Z]?[a-z]+day\b|\d)")
_ROLE_WORDS = late_pattern(r"\s+(?:[\w'\u2019.-]+\s+){0,6}")
"""What may stand between a comma and the words that name the speaker."""
_ADDED = late_pattern(r",\s+(?:who|whose|which|an?|the|his|her|their|its|one of)\b")
"""What may explain a speaker at a sentence's end."""
_APPOSITION = late_pattern(
    r",\s+(?:(?:an?|the|his|her|their|its|one of|\w+-year-old)\s[^,;]{1,80}|who\s[^,;]{1,80}|\d\d),\s+"
)
_ONLY_PHRASE = late_pattern(r"[^,;:\x01-\x04]{0,80},\s+")
_GOES_ON = late_pattern(r"[^,;:\x01-\x04]{0,40},\s+(?:also\s+)?(?=[a-z])")
"""What stands between a word of saying and the rest of the clause that it interrupts."""
_OBJECT = late_pattern(r"\s+(?:about|over|against|for|with|of|as)\b")
"""What makes a verb of saying one of doing: "had argued about the islands"."""
_PER = late_pattern(r", (?:as )?(?:per|reported by) [^,]{2,60}\Z")
_BULLET = late_pattern(r"[\s\u2022*\u2013\u2014-]+")
_MOST_RELAYS = 6
_TAIL = 140
"""Characters after a word of saying at a sentence's end."""
_PLURAL = frozenset({PhraseKind.COLLECTIVE, PhraseKind.JOINT})
_THAT, _BARE, _AFTER, _BY = 0.9, 0.9, 0.92, 0.9
"""Confidence by form: "said that ...", "said ...", "..., he said", "according to"."""


def statements_in(paragraph: Paragraph) -> Iterator[tuple[Phrase, int, int, float]]:
    """Reported clauses of a paragraph as (who, start, end, confidence), in order and disjoint; offsets into the paragraph."""
    for sentence, found in paragraph.cues_by_sentence.items():
        first, last = paragraph.sentences[sentence]
        if paragraph.masked[max(first, last - 8) : last].rstrip(" \u00a0)\u201d\"'").endswith("?"):
            continue
        last = _before_relay(paragraph, found, first, last)
        reporting = [cue for cue in found if cue.end <= last and _reports(paragraph, sentence, cue)]
        begin = position = first
        whole = _whole(paragraph, sentence, reporting, last)
        if whole is not None:
            told, around = whole
            yield around
            begin = position = max(told.end, around[2])
        for cue in reporting:
            if cue.start >= position and cue.tense != "according":
                clause = _after(paragraph, sentence, cue, last)
                if clause is not None and not (cue.inherited and begin <= clause[0].start < position):
                    # "Lee said that Kay had left and insisted that ...": whose word that is stays open.
                    yield clause
                    _, begin, position, _ = clause


def _before_relay(paragraph: Paragraph, found: list[Cue], first: int, last: int) -> int:
    """Where a sentence ends before the news agency that passes it on: "..., Reuters reported", "..., per Reuters"."""
    for cue in reversed(found[-_MOST_RELAYS:]):
        if cue.subject is not None and is_agency(cue.subject):
            begin = min(cue.start, cue.subject.start)
            comma = paragraph.masked.rfind(",", max(first, begin - 8), begin)
            if comma > first:
                last = comma
    per = _PER.search(paragraph.masked, max(first, last - _TAIL), last)
    return last if per is None else per.start()


def _whole(
    paragraph: Paragraph, sentence: int, reporting: list[Cue], last: int
) -> tuple[Cue, tuple[Phrase, int, int, float]] | None:
    """The clause that begins its sentence, with the word of saying that stands after or inside it."""
    outer: tuple[Cue, tuple[Phrase, int, int, float]] | None = None
    for cue in reversed(reporting):
        if outer is not None and (cue.tense == "according" or cue.end > outer[1][2]):
            continue
        clause = _around(paragraph, sentence, cue, last if outer is None else outer[1][2])
        if clause is not None:
            if cue.tense != "according" or clause[1] > cue.start:
                return cue, clause
            # "The port is shut, Lee said, according to Kay" is Lee's word.
            outer = cue, clause
    return outer


def _reports(paragraph: Paragraph, sentence: int, cue: Cue) -> bool:
    """Whether a word of saying tells that somebody who can speak said something."""
    subject = cue.subject
    if subject is None or subject.kind is PhraseKind.THING or is_agency(subject) or cue.link < 0.8:
        return False
    if names.fold(subject.text.rsplit(" ", 1)[-1]) in names.DOCUMENT_NOUNS:
        # "the statement says": a paper is no actor
        return False
    if cue.tense == "according":
        return True
    if cue.verb not in _STATEMENT_VERBS or cue.tense == "noun":
        return False
    plural = subject.kind in _PLURAL or subject.text.lower() in {"they", "we"}
    if cue.tense == "base" and not (plural and cue.verb in _PLURAL_VERBS):
        return False
    if cue.tense == "ing" and not (cue.inherited and paragraph.masked.endswith(", ", 0, cue.start)):
        return False
    return _is_said(paragraph, sentence, cue)


def _is_said(paragraph: Paragraph, sentence: int, cue: Cue) -> bool:
    """Whether nothing before a word of saying takes it back ("did not say", "would say", "if Lee says")."""
    first = paragraph.sentences[sentence][0]
    tokens = paragraph.tokens
    subject = cue.subject
    begin = subject.end if subject is not None and first <= subject.end <= cue.start and not cue.inherited else first
    index = tokens.before(cue.start)
    for at in range(index, max(index - 8, -1), -1):
        if tokens.starts[at] < begin or paragraph.masked[tokens.ends[at] : tokens.starts[at] + 1].strip():
            break
        word = tokens.lower[at]
        if word in {"and", "but", "then"} or (cue.inverted and word not in _UNSAID):
            break
        if word in _UNSAID or word.endswith("n't"):
            return word == "to" and at > 0 and tokens.lower[at - 1] in {"on", "continued", "continues"}
        if paragraph.masked[tokens.ends[at] : tokens.ends[at] + 1] == ",":
            break
    if subject is None or cue.inherited:
        return True
    before = tokens.before(subject.start)
    if before >= 0 and tokens.lower[before] == "the":
        before -= 1
    return (
        before < 0
        or tokens.starts[before] < first
        or tokens.lower[before] not in _UNREAL
        or paragraph.masked[tokens.ends[before] : subject.start].strip() not in {"", "the"}
    )


def _after(paragraph: Paragraph, sentence: int, cue: Cue, last: int) -> tuple[Phrase, int, int, float] | None:
    """The clause that follows a word of saying."""
    subject = cue.subject
    if subject is None or cue.inverted or (not cue.inherited and subject.start > cue.start and cue.link >= 1.0):
        return None
    clause = clause_after(paragraph, sentence, cue, last)
    if clause is None:
        return None
    start, end, that = clause
    return subject, start, end, _THAT if that else _BARE


def _around(paragraph: Paragraph, sentence: int, cue: Cue, last: int) -> tuple[Phrase, int, int, float] | None:
    """The clause that a word of saying follows or interrupts, or that "according to" introduces."""
    subject = cue.subject
    first = paragraph.sentences[sentence][0]
    if subject is None or cue.inherited or cue.relative or cue.start - first > 2 * LONGEST:
        return None
    text = paragraph.masked
    if cue.tense == "according":
        comma = len(text[first : cue.start].rstrip(" ,")) + first
        after = cue.end
        if not text[first:comma].strip() or text[first:comma].strip() in {"But", "And", "Yet"}:
            start = _past_speaker(text, cue.end, last)
            return None if start is None else _checked(paragraph, subject, start, last, _BY)
    else:
        comma = text.rfind(",", first, min(subject.start, cue.start))
        if comma < 0 or not _ROLE_WORDS.fullmatch(text, comma + 1, min(subject.start, cue.start)):
            return None
        after = max(subject.end, cue.end)
        if clause_after(paragraph, sentence, cue, last) is not None and not cue.inverted:
            return None
    if not _is_clause(text[first : min(comma, first + LONGEST)]):
        goes_on = _GOES_ON.match(text, after, last)
        if goes_on is None or cues.FINITE.match(text, goes_on.end(), last) is None:
            return None
        # "The bridge, Lee said on Friday, would have to come down."
        return _checked(paragraph, subject, first, last, _AFTER - 0.1)
    if not _ends(paragraph, sentence, cue, after, last):
        return None
    return _checked(paragraph, subject, first, comma, _BY if cue.tense == "according" else _AFTER)


def _ends(paragraph: Paragraph, sentence: int, cue: Cue, after: int, last: int) -> bool:
    """Whether nothing follows a word of saying but where, when and to whom, or who the speaker is, or what else was said."""
    text = paragraph.masked
    found = paragraph.cues_by_sentence[sentence]
    for at in range(bisect_left(found, after, key=lambda other: other.start), len(found)):
        other = found[at]
        if other.inherited or other.start > after + _TAIL:
            last = words_after(text, after, other.start) if other.inherited else last
            break
    if last - after > LONGEST:
        return False
    if _ADDED.match(text, after, last) and (cue.inverted or cue.tense == "according"):
        return True
    index = paragraph.tokens.after(after)
    if index < len(paragraph.tokens.words) and paragraph.tokens.starts[index] < last and cue.tense != "according":
        word = paragraph.tokens.lower[index]
        adverbial = word in cues.PREPOSITIONS | cues.ADVERBS or _WHERE_OR_WHEN.match(text, after, last)
        if _OBJECT.match(text, after, last) or not (cue.verb == "tell" or text[after : after + 1] == "," or adverbial):
            # "had argued about the islands", "said enough"
            return False
    told = cue.verb == "tell"
    verb = cues.FINITE.search(text, after, last) is not None if told else has_verb(text, after, last)
    return last - after <= _TAIL and not verb and QUOTED.search(text, after, last) is None


def _past_speaker(text: str, at: int, last: int) -> int | None:
    """Where the clause begins that follows "According to Lee, who leads the search, ..."."""
    added = _APPOSITION.match(text, at, last)
    if added is not None and (text.startswith(", who ", at) or not cues.FINITE.search(text, at, added.end())):
        return added.end()
    phrase = _ONLY_PHRASE.match(text, at, last)
    return None if phrase is None or cues.FINITE.search(text, at, phrase.end()) else phrase.end()


def _is_clause(text: str) -> bool:
    """Whether words at a sentence's beginning are a clause of their own."""
    text = _LEAD.sub("", text)
    first = WORD.match(text)
    if (first is not None and first.group().lower() in _SUBORDINATE) or _DOING.match(text):
        # "If it rains, the match is off"; "As it rained" alone is none.
        comma = text.find(", ")
        return comma >= 0 and text[:5].lower() not in {"asked", "press"} and has_verb(text, comma, len(text))
    return has_verb(text, 0, len(text)) or len(WORD.findall(text)) >= 5


def _checked(
    paragraph: Paragraph, subject: Phrase, start: int, end: int, confidence: float
) -> tuple[Phrase, int, int, float] | None:
    """A statement without its edge punctuation, unless it is too short, too long or holds a quotation."""
    bullet = _BULLET.match(paragraph.masked, start, end)
    start = start if bullet is None else bullet.end()
    clause = plain(paragraph.masked[start : min(end, start + LONGEST + 1)])
    return None if clause is None else (subject, start, start + len(clause), confidence)
