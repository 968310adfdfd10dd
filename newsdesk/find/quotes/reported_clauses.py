"""Where the clause that follows a word of saying begins and ends: "said on Friday that [the port was shut] and warned ..."."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import QUOTED, WORD
from newsdesk.find.quotes import cues
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

LONGEST = 1_000
"""Characters of one statement: longer ones are no sentences."""
_BARE_VERBS = word_set("say claim warn argue insist confirm add note state reply predict tell")
"""Verbs that report words without "that"."""
_STARTERS = word_set(
    """he she they it we there i you the a an his her its their our this these those no nobody nothing some many most all
    both"""
)
"""Words with which a clause begins after a listener or a place: "told the BBC he ..."."""
_NO_CLAUSE = (cues.PREPOSITIONS | cues.CONJUNCTIONS) - {"if", "both", "all"} | word_set(
    "so what how why much more goodbye hello yes sorry something nothing, only as to"
)
"""Words after "said" that begin no clause."""
_STOPS = word_set("and but or who which what whom whose when where whether if how why because as while although though")
"""Words past which no "that" belongs to the word of saying before them."""
_WHAT = word_set("what which who how why whether when where")
_WHEN = word_set("monday tuesday wednesday thursday friday saturday sunday today yesterday later earlier then")
_VERB = late_pattern(
    r"\b(?:[a-z]{2,}ed|said|told|came|went|took|fell|rose|grew|began|became|made|gave|got|kept|left|led|lost|met|paid|ran|saw|"
    r"sent|set|stood|held|heard|found|felt|knew|thought|brought|bought|built|broke|drove|fought|hit|put|sold|spent|won|wrote|"
    r"needs?|wants?|seems?|remains?|shows?|means?|makes?|takes?|comes?|goes|gets?|says?)\b"
)
_SIMPLE = late_pattern(
    r"(?:[Hh]e|[Ss]he|[Ii]t|[A-Z][\w\u2019'-]+)(?: [a-z]+ly)? [a-z]{3,}s [a-z]|(?:they|we|you|I)(?: [a-z]+ly)? (?!and |or |in |of )[a-z]{3,} "
)
"""A clause of a pronoun or a name and a verb: "he plans to stay"."""
_MARKS = late_pattern("[\x01-\x04\"\u201c\u201d\u00ab\u00bb]|''")
_LOOK = 110
"""Characters of a clause among which its verb stands."""
_JOINT = 40
"""Characters of the words that join one clause to another."""
_GAP_WORDS = 12
"""Words between "said" and "that"."""
_NOT_DONE = late_pattern(
    r",?\s+(?:and|but)\s+(?:\w+ly\s+)?(?:(?:did|does|do|would|could|will|has|have)\s+(?:not|never)\b|(?:did|does|would|could)n[\u2019']t\b|"
    r"declined|declines|refused|refuses|stopped short|urged|urges|called|calls|promised|asked|accused)"
    r"|, but [a-z]+ed\b"
)
"""Where the sentence goes on with what the speaker did or did not do."""
_JOINED = late_pattern(r",?\s+(?:and|but|then|or)\s+(?:(?:also|then|later|has|had|have|\w+ly)\s+){0,2}\Z|,\s+\Z")
_OPENS = late_pattern(
    r"(?:But |And |Even )?(?:after|since|because|although|though|while|when|as)\s+(?:[\w'\u2019.-]+\s+){0,4}",
    re.IGNORECASE,
)
"""How a sentence begins whose first clause is not its main one."""
_ASIDE = late_pattern(r",\s+which\s[^,]*\Z")
"""What may be the writer's own word on the end of a clause."""
_NEXT = late_pattern(r",\s+(?:and|but|while|whereas)\s+[^,]{0,60}\Z")


def has_verb(text: str, start: int, end: int) -> bool:
    """Whether words hold what is surely a verb."""
    return cues.FINITE.search(text, start, end) is not None or _VERB.search(text, start, end) is not None


def words_after(text: str, start: int, end: int) -> int:
    """Where words end that a conjunction or a comma joins to what follows them at `end`."""
    joined = _JOINED.search(text, max(start, end - _JOINT), end)
    return end if joined is None else joined.start()


def clause_after(paragraph: Paragraph, sentence: int, cue: Cue, last: int) -> tuple[int, int, bool] | None:
    """The clause that follows a word of saying as (start, end, after "that"), or None when none does.

    `last` is where the sentence ends, or what of it is looked at.
    """
    opening = _after_that(paragraph, cue, last)
    that = opening is not None
    if opening is None:
        opening = _bare(paragraph, cue, last)
    if opening is None:
        return None
    end = min(_end(paragraph, sentence, cue, opening, last), opening + LONGEST + 1)
    clause = plain(paragraph.masked[opening:end])
    return None if clause is None else (opening, opening + len(clause), that)


def plain(clause: str) -> str | None:
    """A clause without its last punctuation; None when it is too short or too long, or holds words of a quotation."""
    clause = clause.rstrip(" .,;:!?\u00a0")
    if len(clause) > LONGEST or len(WORD.findall(clause[:400])) < 3 or _MARKS.search(clause):
        return None
    return clause


def _after_that(paragraph: Paragraph, cue: Cue, last: int) -> int | None:
    """Where the clause begins after "that", with a listener, a place or a time before it."""
    tokens, text = paragraph.tokens, paragraph.masked
    position = cue.end
    first = tokens.after(cue.end)
    for index in range(first, min(first + _GAP_WORDS, len(tokens.words))):
        if tokens.starts[index] >= last or text[position : tokens.starts[index]].strip(" ,\u00a0()"):
            return None
        word = tokens.lower[index]
        position = tokens.ends[index]
        if word == "that":
            if index > first and tokens.lower[index - 1] in cues.PREPOSITIONS and text[position - 5] == " ":
                # "in that month"
                return None
            begin = index + 1
            if begin >= len(tokens.words) or tokens.starts[begin] >= last:
                return None
            if QUOTED.search(text, position, tokens.starts[begin]):
                return None
            if index > first and _is_verb(tokens.lower[begin]):
                # "after the meeting that was held in May"
                return None
            return tokens.starts[begin]
        if word in _STOPS or cues.FINITE.fullmatch(word) or cues.VERBS.get(word, ("", ""))[1] in {"past", "ing"}:
            return None
    return None


def _bare(paragraph: Paragraph, cue: Cue, last: int) -> int | None:
    """Where the clause begins without "that"."""
    tokens, text = paragraph.tokens, paragraph.masked
    first = tokens.after(cue.end)
    if (
        cue.verb not in _BARE_VERBS
        or first >= len(tokens.words)
        or tokens.starts[first] >= last
        or text[cue.end : tokens.starts[first]].strip()
    ):
        return None
    word = tokens.lower[first]
    if cue.verb != "tell" and word not in _NO_CLAUSE and word not in _WHEN:
        start = tokens.starts[first]
        return start if not _is_verb(word) and _verb_ahead(text, start, last, cue.verb) else None
    for index in range(first + 1, min(first + 9, len(tokens.words))):
        if tokens.starts[index] >= last or text[tokens.ends[index - 1] : tokens.starts[index]].strip():
            return None
        if tokens.lower[index] in _STOPS:
            return None
        if tokens.lower[index] in _STARTERS and tokens.lower[index - 1] not in cues.PREPOSITIONS | _STARTERS:
            return _stated(paragraph, index, last)
    return None


def _stated(paragraph: Paragraph, index: int, last: int) -> int | None:
    """Where a clause begins that follows a listener, when its verb is its own ("told Lee the truth about what was done")."""
    tokens, text = paragraph.tokens, paragraph.masked
    start = tokens.starts[index]
    verb = cues.FINITE.search(text, start, min(last, start + _LOOK))
    verb = verb or _VERB.search(text, start, min(last, start + _LOOK))
    if verb is None or "," in text[start : verb.start()]:
        return None
    for at in range(index, len(tokens.words)):
        if tokens.starts[at] >= verb.start():
            return start
        if tokens.lower[at] in _WHAT:
            return None
    return start


def _is_verb(word: str) -> bool:
    return cues.FINITE.fullmatch(word) is not None


def _verb_ahead(text: str, start: int, last: int, saying: str) -> bool:
    """Whether a verb stands before the first comma ("added a note of caution, should ..." has none)."""
    end = min(last, start + _LOOK)
    # "warned ships to stay away", "warned of what had come"
    for sign in (",",) if saying == "say" else (",", " to ", " of "):
        at = text.find(sign, start, end)
        end = at if at >= 0 else end
    return has_verb(text, start, end) or _SIMPLE.match(text, start, end) is not None


def _end(paragraph: Paragraph, sentence: int, cue: Cue, start: int, last: int) -> int:
    """Where a clause ends: before "and warned ...", "; ...", "but did not say", else with its sentence."""
    text = paragraph.masked
    last = min(last, start + LONGEST + 1)
    marks = [last]
    # "Lee, who said that ..., left", "After Lee said that ..., Kay left"
    inside = cue.relative or (
        cue.subject is not None
        and cue.subject.start < cue.start
        and _OPENS.fullmatch(text, paragraph.sentences[sentence][0], cue.subject.start) is not None
    )
    for sign in ("; ", ", ") if inside else ("; ",):
        at = text.find(sign, start, last)
        if at >= 0:
            marks.append(at)
    gone = _NOT_DONE.search(text, start, last)
    if gone is not None:
        marks.append(gone.start())
    found = paragraph.cues_by_sentence[sentence]
    for at in range(bisect_right(found, start, key=lambda other: other.start), len(found)):
        other = found[at]
        if other.start > last:
            # Words this long report nothing.
            break
        if other.subject is None:
            continue
        if other.inherited and other.tense in {cue.tense, "ing", "past"}:
            joined = _JOINED.search(text, max(start, other.start - _JOINT), other.start)
            if joined is not None:
                marks.append(joined.start())
                break
        if not other.inherited and other.subject.start > start:
            joined = _NEXT.search(text, max(start, other.subject.start - 2 * _JOINT), other.subject.start)
            if joined is not None:
                marks.append(joined.start())
                break
    end = min(marks)
    aside = _ASIDE.search(text, start, end)
    return end if aside is None else aside.start()
