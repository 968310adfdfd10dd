"""Finds who speaks a quotation by the words of saying around it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import QUOTED
from newsdesk.find.quotes import names, others_words, passed_on, side_by_side
from newsdesk.find.quotes.agencies import relayed_by
from newsdesk.find.quotes.chosen_cue import NOBODYS, choose
from newsdesk.find.quotes.cue_scores import confidence_of, doubt_of, strongest_rival
from newsdesk.find.quotes.found_speaker import Found
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from newsdesk.find.quotes.chosen_cue import ChosenCue
    from newsdesk.find.quotes.speech import Paragraph

_SENT_WITH = late_pattern(
    r"(?s:.*\b)(?P<verb>(?:tweet|post|shar|upload|publish|sign|clos|end|open|conclud|repli|return|greet|thank|answer|finish|start|welcom)ed|began|sent|wrote)\b"
    r"(?P<what>[^.;:\x01-\x04]{0,60})\b(?:with|and|above|below|under|beside|alongside) the (?:words?|caption|message|line|hashtag|comment)[:,]? \Z"
)
_LEADS_TO_WORDS = late_pattern(r" the (?:words?|caption|message|line|hashtag|comment)[:,]? \Z")
_BEARS_THEM = late_pattern(rf"\b(?:{'|'.join(sorted(names.BEARERS))}|wearing|holding|carrying|bearing)s?\b")
"""What of a picture may bear the words itself: "a photo of a banner with the words"."""
_FOR_WHOM = late_pattern(r"(?:(?:But|And|Yet|So) )?(?:[Ff]or|[Tt]o) ")
_IT_IS = late_pattern(
    r",? (?:it|this|that|they|these|(?:the|an?|his|her|its|their|such) [^,;:.\x01-\x04]{2,60}) (?:is|was|are|were|remains|remained|seems|seemed) (?:(?:nothing less than|simply|just|still|now|all) )?(?:an? )?"
)
"""From whoever has a view to its words: "For Lee the plan is '...'"."""
_VIEWERS = frozenset({PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.COLLECTIVE})
_VIEW = 0.72
"""Confidence in for whom something is what the words say."""
_LONGEST_SENT = 120
_LONGEST_LEAD = 24
_UP_TO_VERB = late_pattern(r"(?: (?:then|also|later|once|has|had|[a-z]+ly)){0,2} |,(?: [^,;:]{2,60},)? ")
_SENT = 0.84
"""Confidence in who sends something with words."""
_OTHER_SPEAKERS: tuple[Callable[[ChosenCue], Found | None], ...] = (
    passed_on.by_a_wire,
    others_words.faced,
    others_words.asked,
    others_words.told_in_headline,
    others_words.searched,
    others_words.unsaid,
    others_words.rejected,
    others_words.charged,
    passed_on.by_an_office,
    passed_on.recalled_saying,
    passed_on.had_told,
    passed_on.being_told,
    passed_on.read_out,
    passed_on.recalled,
    passed_on.had_from_another,
    passed_on.got_from_another,
    passed_on.quoting,
    passed_on.borne,
    others_words.called_or_told,
    passed_on.heard,
    passed_on.in_a_message,
    others_words.objected_to,
    others_words.of_another,
    side_by_side.listed,
    side_by_side.in_own_words,
    side_by_side.in_own_clause,
)
"""What tells that the words are not simply those of whom the best word of saying gives; the first that does decides."""


def by_cue(paragraph: Paragraph, number: int, sentence: int, start: int, end: int) -> Found | None:
    """Who speaks the quotation at start-end (marks included) of a paragraph, by the best word of saying in its sentence."""
    if others_words.go_round(paragraph, sentence, start, end):
        return Found(None, number, None, NOBODYS)
    chosen = choose(paragraph, number, sentence, start, end)
    if chosen is None:
        return None
    for other_speaker in _OTHER_SPEAKERS:
        found = other_speaker(chosen)
        if found is not None:
            return found
    return _its_subject(chosen)


def _its_subject(chosen: ChosenCue) -> Found:
    """Who says it by the best word of saying, and how sure that is."""
    paragraph, cue, score = chosen.paragraph, chosen.cue, chosen.score
    via = relayed_by(paragraph, chosen.sentence, cue) or passed_on.by_whom(chosen)
    doubt = doubt_of(paragraph, cue, chosen.start, score, strongest_rival(paragraph, chosen.scored, cue))
    return Found(cue.subject, chosen.number, cue.word, confidence_of(score), via, doubt)


def by_view(paragraph: Paragraph, number: int, start: int) -> Found | None:
    """For whom something is what the words at `start` say: Lee in "For Lee the plan is '...'"; None where the sentence begins otherwise."""
    first = paragraph.sentences[paragraph.sentence_of(start)][0]
    opened = _FOR_WHOM.match(paragraph.masked, first, start)
    for phrase in paragraph.phrases_between(opened.end(), start)[:1] if opened is not None else ():
        viewer = paragraph.named_after(phrase) or phrase
        whole = opened is not None and phrase.start == opened.end() and not phrase.possessive
        if whole and viewer.kind in _VIEWERS and _IT_IS.fullmatch(paragraph.masked, viewer.end, start):
            return Found(viewer, number, None, _VIEW)
    return None


def sent_with(paragraph: Paragraph, start: int) -> re.Match[str] | None:
    """What stands before the words at `start` that somebody sends something with: "tweeted a picture with the words "."""
    if _LEADS_TO_WORDS.search(paragraph.masked, max(0, start - _LONGEST_LEAD), start) is None:
        return None
    sent = _SENT_WITH.match(paragraph.masked, max(0, start - _LONGEST_SENT), start)
    return None if sent is None or _BEARS_THEM.search(sent["what"]) else sent


def by_sender(paragraph: Paragraph, number: int, start: int) -> Found | None:
    """Whose words those at `start` are that somebody sends something with: "a letter, which Lee returned with the words '...'"."""
    sent = sent_with(paragraph, start)
    if sent is None:
        return None
    if paragraph.masked.startswith(" by ", sent.end("verb")):
        # "Lee, greeted by Kay with the words '...'"
        agent = paragraph.phrases_between(sent.end("verb"), start)[:1]
        return Found(agent[0], number, sent["verb"], _SENT) if agent else None
    for phrase in reversed(
        paragraph.phrases_between(paragraph.sentences[paragraph.sentence_of(start)][0], sent.start("verb"))
    ):
        if QUOTED.search(paragraph.masked, phrase.end, start):
            return None
        does = _UP_TO_VERB.fullmatch(paragraph.masked, phrase.end, sent.start("verb")) is not None
        if does and not (phrase.possessive or phrase.kind is PhraseKind.THING or paragraph.governed(phrase)):
            named = paragraph.by_end.get(phrase.start - 2)
            explains = named is not None and named.kind is PhraseKind.NAME and not paragraph.governed(named)
            return Found(named if explains else phrase, number, sent["verb"], _SENT)
    return None
