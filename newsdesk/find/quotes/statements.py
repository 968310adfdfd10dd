"""Reported speech without quotation marks: "Lee said that ...". Precision comes first."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import QUOTED, WORD
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.attribution import is_agency
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.word_lists import word_set

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdesk.find.quotes.speech import Cue, Paragraph

_BARE_STATEMENT_VERBS = word_set("say claim warn argue insist confirm add note state")
"""Verbs that report words without "that"."""
_SUBORDINATE = re.compile(
    r"\b(?:since|when|after|as|before|if|while|because|although|though|once|what)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_ENDS_STATEMENT = re.compile(
    r"\s*[.]?\s*|\s+(?:on|in|at|during|late|early|earlier|later|[A-Z][a-z]+day)\b[^,]{0,60}[.]?\s*"
)
_STATEMENT_VERBS = word_set(
    """say tell claim warn argue insist announce confirm add stress explain note deny declare state acknowledge
    assert maintain contend reiterate testify admit concede predict report emphasize emphasise suggest"""
)
_AND_BEFORE = re.compile(r",?\s+(?:and|but)\s+(?:\w+ly\s+)?\Z")
_COMMA_BEFORE = re.compile(r",\s*\Z")
_TAIL = 200
"""Characters after a word of saying that are looked at."""
_LONGEST = 1_000
"""Characters of one statement: longer ones are no sentences."""


def statements_in(paragraph: Paragraph) -> Iterator[tuple[Phrase, int, int, float]]:
    """Reported clauses of a paragraph as (who, start, end, confidence), in order and disjoint; offsets into the paragraph."""
    position = 0
    for sentence, found in paragraph.cues_by_sentence.items():
        for cue in found:
            if (
                cue.verb in _STATEMENT_VERBS
                and cue.tense in {"past", "present"}
                and cue.link >= 0.85
                and not cue.inherited
                and cue.subject is not None
            ):
                clause = _statement(paragraph, sentence, cue)
                if clause is not None and clause[0] >= position:
                    yield cue.subject, *clause
                    position = clause[1]


def _before_next(paragraph: Paragraph, sentence: int, cue: Cue, last: int) -> int:
    """Where a reported clause ends: before "and warned ..." of the same subject, else with its sentence."""
    found = paragraph.cues_by_sentence[sentence]
    for at in range(bisect_right(found, cue.end, key=lambda other: other.start), len(found)):
        other = found[at]
        if other.start > cue.end + _LONGEST:
            # Words this long report nothing.
            break
        if other.inherited and other.tense == cue.tense and other.subject == cue.subject:
            joined = _AND_BEFORE.search(paragraph.masked, cue.end, other.start)
            if joined is not None:
                return joined.start()
    return last


def _statement(paragraph: Paragraph, sentence: int, cue: Cue) -> tuple[int, int, float] | None:
    """The reported clause of a word of saying as (start, end, confidence), or None when it reports none."""
    subject = cue.subject
    if subject is None or subject.kind is PhraseKind.THING or is_agency(subject):
        return None
    if subject.kind is PhraseKind.INSTITUTION and names.fold(subject.text.split()[-1]) in names.DOCUMENT_NOUNS:
        # "the statement says": a paper is no actor
        return None
    first, last = paragraph.sentences[sentence]
    text = paragraph.masked
    span: tuple[int, int] | None = None
    confidence = 0.8
    rest = text[cue.end : min(last, cue.end + _TAIL)]
    opening = re.match(r"\s+(?:(?:[A-Z][\w.]*|reporters|the [A-Z]\w+|him|her|them|us|lawmakers)\s+){0,4}that\s+", rest)
    if opening is None and cue.verb in _BARE_STATEMENT_VERBS:
        opening = re.match(r"\s+(?=(?:he|she|they|it|we|the|a|an|his|her|their|its|there|[A-Z]\w+)\b)", rest)
        confidence = 0.72
    if _SUBORDINATE.search(text, max(first, subject.start - 12), subject.start):
        return None
    if opening is not None and subject.start < cue.start:
        span = (cue.end + opening.end(), _before_next(paragraph, sentence, cue, last))
        if confidence < 0.8:
            stop = text.find(",", span[0], span[0] + 90)
            if not cues.FINITE.search(text, span[0], min(last, span[0] + 90 if stop < 0 else stop)):
                # "added a note of caution, should ..."
                return None
    elif (
        subject.start > first
        and cue.end + len(rest) == last
        and _ENDS_STATEMENT.fullmatch(rest)
        and (comma := _COMMA_BEFORE.search(text, max(first, subject.start - 4), subject.start)) is not None
        and cues.FINITE.search(text, first, min(subject.start, first + _TAIL))
    ):
        span = (first, comma.start())
    if span is None or span[1] - span[0] > _LONGEST:
        return None
    clause = text[span[0] : span[1]].rstrip(" .,;:!?\u00a0")
    if len(WORD.findall(clause[:400])) < 4 or QUOTED.search(clause):
        return None
    return span[0], span[0] + len(clause), confidence
