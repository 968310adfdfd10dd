"""What a text tells that has not come about, or is not over: "the talks have not ended", "denied that they had". Pure, linear.

It says no more than that; what another source told to be over is then in doubt.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from newsdesk.find.dates.denials import is_denied
from newsdesk.find.events.done import CLAUSE, IS_OVER, OF_A_VOTE, Done, Sentences, does_of, is_open
from newsdesk.find.events.sure_telling import surely_told
from newsdesk.late_pattern import late_pattern

_NOT: Final = r"(?: not| never|n['’]t)(?: yet| actually| in fact| officially)*"
_BASES: Final = "end|conclude|finish"
_VERB: Final = r"(?P<told>(?:lifted|blasted) off|(?:touched|splashed|stepped) down|sworn in|wrapped up|broken up|taken place|[a-z]+)"
_NEGATED: Final = late_pattern(
    rf"(?i)\b(?:(?P<was>was|were)|is|are){_NOT} over\b"
    r"|\b(?:is|are) (?:still (?:under ?way|going on|in progress|continuing)|continuing|ongoing)\b"
    rf"|\b(?:(?P<had>had)|has|have|is|are){_NOT}(?: been| yet)* {_VERB}\b"
    rf"|\bdid{_NOT} (?:{_BASES})\b"
)
_DENIED: Final = late_pattern(
    rf"(?i)\b(?:has|have|had|was|were)(?: been| now| already| just)* {_VERB}\b"
    r"|\b(?P<past>voted|ended|lifted off|concluded|finished|resigned|arrived|landed|departed|signed)\b"
)
_SAID: Final = late_pattern(r"(?i)\b(?:said|says|told|insist(?:s|ed)|stress(?:es|ed)|added|confirmed)\b")
_STILL_FALSE: Final = late_pattern(r" (?:is|are|was|were|has been|have been) ")
_NEAR: Final = 120
_REST: Final = 160


def denials_in(text: str, spans: Sequence[tuple[int, int]]) -> list[Done]:
    """What a text tells not to have come about; `spans`: its sentences, in their order."""
    sentences = Sentences(text, spans)
    found = [each for verb in _NEGATED.finditer(text) if (each := _negated(text, verb, sentences.of(verb)))]
    for verb in _DENIED.finditer(text):
        begin, stop = sentence = sentences.of(verb)
        told = does_of(verb["told"] or verb["past"])
        if told is None or not is_denied(text, begin, *verb.span(), stop):
            continue
        end = min(stop, verb.end() + _REST)
        behind = text[verb.end() : end]
        if _STILL_FALSE.match(behind) or not is_open(told, behind):
            found.append(_denial(text, verb, sentence, told))
    return found


def _negated(text: str, verb: re.Match[str], sentence: tuple[int, int]) -> Done | None:
    told = does_of(verb["told"]) if verb["told"] else IS_OVER
    begin, stop = sentence
    said = _SAID.search(text, begin, stop) if verb["had"] or verb["was"] else True
    if told is None or not said or not surely_told(text, sentence, *[verb.start()] * 2):
        return None
    behind = text[verb.end() : min(stop, verb.end() + _REST)]
    if told in OF_A_VOTE - {"vote"} and verb["had"]:
        return None
    return None if is_open(told, behind) else _denial(text, verb, sentence, told)


def _denial(text: str, verb: re.Match[str], sentence: tuple[int, int], told: str) -> Done:
    begin = max(sentence[0], verb.start() - _NEAR)
    clause = CLAUSE.split(text[begin : verb.start()])[-1]
    end = min(sentence[1], verb.end() + _REST)
    return Done(
        verb.start(),
        verb.end(),
        sentence,
        told,
        verb.start() - len(clause),
        end,
        _PASSIVE.match(verb.group()) is not None,
        told == IS_OVER,
        False,
        denied=True,
    )


_PASSIVE: Final = late_pattern(r"(?i)(?:is|are|was|were)\b|.*\bbeen\b")
