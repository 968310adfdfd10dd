"""Who has played whom, where a text tells how that came out: "Dene beat Wexley 2-0", "Wexley drew 1-1 at Dene". Pure, linear.

Both sides stand beside the verb or the score, and nothing tells of another match of the two: a match is over only when a
text surely tells of that very one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

from newsdesk.find.events.done import Done, Sentences
from newsdesk.find.events.sure_telling import surely_told
from newsdesk.find.events.words import FUNCTION_WORDS
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_SIDE: Final = r"[A-Z][\w’'-]*+(?: [A-Z][\w’'-]*+){0,3}"
_SCORE: Final = r"\d{1,3} ?[-–] ?\d{1,3}"
_HOW: Final = r"(?:(?:[a-z]+ly|just|deservedly|have|has|had to settle for|were held to|was held to) ){0,2}"
_WHICH: Final = r"(?:(?:the )?(?:hosts|visitors|champions|holders|leaders|rivals|neighbours|strugglers|newcomers|favourites|(?:\w+-)?(?:bottom|placed)(?: side)?|city rivals|local rivals) )?"
_BEATS: Final = r"beat|beats|beaten|defeated|defeats?|thrashed|thrash(?:es)?|hammered|hammer|crushed|crush|edged(?: out| past)?|edge(?: out| past)?|overcame|saw off|see off|sank|stunned|stun|downed|eased past|swept past|outclassed|upset|knocked out|knock out|eliminated"
_RESULT: Final = late_pattern(
    rf"\b(?P<one>{_SIDE}) (?:{_HOW}(?P<beats>{_BEATS})(?: (?P<before>{_SCORE}))? {_WHICH}"
    rf"|{_HOW}(?:won|win|lost|lose|drew|draw|went down|go down)(?: (?P<level>{_SCORE}))? (?:against|to|with|at|away to|away at|at home to|over) {_WHICH}"
    rf"|(?:and|v|vs) (?=(?P<both>{_SIDE}) (?:drew|draw|finished|finish|ended|played out a|play out a)(?: (?:level|goalless))? {_SCORE}\b)"
    rf"|{_HOW}(?:were|was) (?:beaten|defeated|thrashed|hammered|held|knocked out) (?:(?P<passive>{_SCORE}) )?by {_WHICH}"
    rf"|(?:(?:secured|earned|claimed|recorded|sealed|completed|took|ran out|suffered|fell to|slumped to|slipped to|went down to|played out|fought out|salvaged|rescued|snatched) )an? (?:[a-z-]+ )?(?P<noun>{_SCORE}) (?:[a-z-]+ )?(?:win|victory|defeat|loss|draw) (?:over|against|to|with|at|away to|at home to|by) {_WHICH})(?P<other>{_SIDE})"
)
"""As in "Dene beat Wexley", "Dene lost 3-1 to Wexley", "Dene and Wexley drew 0-0", "Dene suffered a 3-1 defeat at Wexley".

A bare "Dene 2-0 Wexley" may be the score of a match that is still on.
"""
_ITS_SCORE: Final = late_pattern(rf"(?: (?:in|at|on|with|by|after)\b[^.;:,“”\n]{{2,60}}?)?,? \(?{_SCORE}\b")
"""Behind the other side."""
_ANOTHER_TIME: Final = late_pattern(
    r"(?i)\b(?:(?:last|previous|earlier) (?:month|season|year|week|time|met|meeting|spring|summer|autumn|winter)|(?:last|previously) (?:met|played|faced)|when (?:the|these|they|both)\b|years? ago|ago\b|(?:in|of|since) (?:19|20)\d\d"
    r"|(?:in|on|since|last|back in) (?:early |late )?(?:January|February|March|April|May|June|July|August|September|October|November|December)\b|first leg|reverse fixture|first meeting|earlier this|half-?time|at the (?:break|interval)"
    r"|so far|friendly|rehearsal|simulat\w+|predict\w*|extra time|penalties|shoot-?out|replay|would|could|should|will|to beat|need to|must|video game|opening day|reigning|again|to the (?:signing|signature|punch|title)|race (?:for|to)|in court)\b|\?"
)
"""Beside a result of another match of the two, or of one that is not over."""
_NO_SIDE: Final = FUNCTION_WORDS | word_set("when after if should before how why what watch today tonight yesterday")
_OTHER_SIDES: Final = word_set(
    "women women's women’s ladies girls boys men youth juniors reserves academy b ii xi u17 u18 u19 u20 u21 u23 under-18s under-19s under-21s"
)
_NEAR: Final = 120
_PRESENT: Final = word_set(
    "beats defeats defeat thrash thrashes hammer crush edge see stun knock win lose draw go play"
)


def results_in(text: str, spans: Sequence[tuple[int, int]]) -> list[Done]:
    """What a text tells of matches that are over; `spans`: its sentences, in their order."""
    sentences = Sentences(text, spans)
    return [done for found in _RESULT.finditer(text) if (done := _told(text, found, sentences.of(found)))]


def _told(text: str, found: re.Match[str], sentence: tuple[int, int]) -> Done | None:
    begin, end = max(sentence[0], found.start() - _NEAR), min(sentence[1], found.end() + _NEAR)
    scored = any(found[part] for part in ("before", "level", "both", "passive", "noun"))
    scored = scored or _ITS_SCORE.match(text, found.end(), end) is not None
    if _ANOTHER_TIME.search(text, begin, end) or not surely_told(text, sentence, found.end("one"), found.end()):
        return None
    verb = found.group()[len(found["one"]) + 1 :].split()
    present = verb[0] != "beat" and not _PRESENT.isdisjoint(verb[:2])
    return Done(
        *found.span(),
        sentence,
        does="",
        clause=found.start(),
        reach=end,
        passive=False,
        over=True,
        earlier=False,
        present=present or not scored,
        match_over=True,
        sides=(found["one"], found["other"]),
    )


def is_match_of(sides: Sequence[str], titles: Iterable[str]) -> bool:
    """Whether a match of these two is what one of these names tells of: "Dene v Wexley"."""
    return any(_are(sides, title.split(" v ")) for title in titles if title.count(" v ") == 1)


def _are(told: Sequence[str], own: Sequence[str]) -> bool:
    words = [set(side.lower().split()) for side in own]
    meant = [_meant(each, words) for each in told]
    return meant in ([{0}, {1}], [{1}, {0}])


def _meant(told: str, own: Sequence[set[str]]) -> set[int]:
    """Which of two sides of a match a name means: all its words are of that side, or the other way about; a side of another kind is none."""
    words = set(told.lower().split()) - _NO_SIDE
    return {
        n
        for n, side in enumerate(own)
        if words and side and (words <= side or side <= words) and not (words ^ side) & _OTHER_SIDES
    }
