"""What a text tells that came about: "has lifted off", "voted 88 to 51", "the summit has ended". Pure, linear.

A wrong answer would take something from the countdown that readers still wait for: what is not told as a fact, of today and
for good, is left out.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdesk.find.calendar_words import count
from newsdesk.find.change_words import BEFORE_NOW, CALLS_OFF, PUTS_OFF
from newsdesk.find.events.sure_telling import surely_told
from newsdesk.late_pattern import late_pattern

_VERBS: Final = tuple(
    tuple(part.split("|") for part in row.split(";"))
    for row in (
        "vote|votes;voted;",
        "approve|approves;approved;approves",
        "pass|passes;passed;passes",
        "reject|rejects;rejected;rejects",
        "back|backs;backed;backs",
        "adopt|adopts;adopted;adopts",
        "ratify|ratifies;ratified;ratifies",
        "endorse|endorses;endorsed;endorses",
        "sentence|sentenced|jailed;sentenced|jailed;",
        "lift off|lifts off|blast off|blasts off|launch;lifted off|blasted off;lifts off|blasts off",
        "arrive|arrives;arrived;arrives",
        "land|lands|touch down|touches down;landed|touched down;lands|touches down",
        "splash down|splashes down;splashed down;splashes down",
        "dock|docks;docked;docks",
        "undock|undocks;undocked;undocks",
        "sign|signs;signed;signs",
        "resign|resigns;resigned;resigns",
        "step down|steps down;stepped down;steps down",
        "sworn in;sworn in;",
        "publish|publishes|published;published;",
        "release|releases|released;released;",
        "unveil|unveils|unveiled;unveiled;unveils",
        "announce|announces|announced;announced|confirmed;announces",
        "depart|departs;departed;departs",
        "testify|testifies;testified;testifies",
        "inaugurated;inaugurated;",
        "executed;executed;",
        "extradited;extradited;",
    )
)
"""What is over as soon as it is told: as names of events have it, as it is told then, and as headlines do in the present tense."""
EXPECTED: Final = {form: expected[0] for expected, _told, _present in _VERBS for form in expected}
_COMES: Final = {form: expected[0] for expected, told, present in _VERBS for form in (*told, *present) if form}
_PRESENT: Final = frozenset(form for _expected, _told, present in _VERBS for form in present if form)
IS_OVER: Final = ""
"""In the place of a verb: a thing is told to have begun or to be over."""
OF_A_VOTE: Final = frozenset({"vote", "approve", "pass", "reject", "back", "adopt", "ratify", "endorse"})
"""What a vote comes to."""
PASSED: Final = OF_A_VOTE - {"vote", "back", "endorse"}
"""What a vote alone does to a thing."""
_TOLD: Final = late_pattern(
    rf"\b(?:(?P<does>{'|'.join(sorted(_COMES, key=len, reverse=True))})|(?P<over>ended|concluded|finished|wrapped up|broke up|broken up|took place|held)"
    r"|(?P<began>began|begun|started|opened|kicked off|got under ?way))\b"
)
_HOW: Final = r"(?:(?:narrowly|overwhelmingly|unanimously|formally|officially|comfortably|resoundingly|safely|successfully|easily) )?"
_AUXILIARY: Final = late_pattern(
    rf"\b(?:(?:has|have) (?:now |just |already |finally |since )?(?P<been>been )?|(?P<was>was|were) (?:now |finally |later )?){_HOW}$"
)
"""Right before such a verb."""
_SCORE: Final = late_pattern(r"\b\d{1,2} ?[-–] ?\d{1,2}\b|\b(?:wins?|won|beat|beats|lose|lost|drew|draw)\b")
_PLAYS_ON: Final = late_pattern(r"(?i)\b(?:extra time|penalties|shoot-?out|replay|predict\w*)\b|\?")
"""Beside a score: it is not yet over."""
_FULL_TIME: Final = late_pattern(
    r"(?:Full[- ][Tt]ime|FULL[- ]TIME|FT|Final (?:score|whistle))\b(?=[:.,!–—-]| [A-Z–—-])"
)
_THAN_PLANNED: Final = r"than (?:(?:first |originally |had been |was |were )*(?:planned|scheduled|expected|announced|thought|foreseen|hoped|billed|due|agreed|set)|(?:he|she|it|they|[A-Z]\w+) (?:had|was|were))\b"
_EARLIER: Final = late_pattern(
    rf"(?i)(?:\b(?P<count>an?|one|two|three|four|five|six|seven|\d{{1,2}}) (?P<unit>day|week|month|year)s? (?:early\b|ahead of (?:schedule|time|plan)\b|earlier\b(?: {_THAN_PLANNED}|(?! than\b)))"
    rf"|(?<!hours )(?<!hour )(?<!minutes )\b(?:earlier|sooner) {_THAN_PLANNED}|(?<!hours )(?<!hour )(?<!minutes )\bahead of schedule\b)"
)
_DAYS: Final = {"day": (1, 0), "week": (7, 3), "month": (30, 10), "year": (365, 60)}
"""How many days a unit has, and by how many what is told in it may be out."""
CLAUSE: Final = late_pattern(
    r"[.;:,“”\n–—]|\b(?:that|which|who|and|but|after|before|when|as|while|since|because|until|once|said|says)\b"
)
_GOES_ON: Final = late_pattern(
    r" to [a-z]| [a-z]+ing\b| [a-z]+sel(?:f|ves)\b| (?:off|up|over|out|away|down|back|through)\b(?! (?:(?:on|in|at) )?(?:the )?[A-Z\d])"
    r"| as an? | from (?:the|an?|his|her|its|their) [^.;:,“”]{0,30}\b(?:boards?|clubs?|part(?:y|ies)|committees?|panels?|charit(?:y|ies)|trusts?|foundations?|unions?|councils?|course|plan|script|rules?|tradition|practice)\b"
)
"""Behind a verb that then tells of something else: "signed off on", "resigned himself", "resigned from the board of"."""
_STOPS: Final = late_pattern(
    r" ?(?:$|[^\w\s]|\n)| (?!early [a-z])(?:(?:with|without|in|on|at|by|after|before|amid|as|when|while|shortly|just|under|near|behind|this|today|tonight|yesterday|early|earlier|late|later|sooner|ahead|[a-z]+ly|[A-Z][a-z]+day)\b"
    r"|(?:and|but)\b|(?:an?|one|two|three|four|five|six|seven|\d+) (?:minute|hour|day|week|month)s?\b)"
)
"""Behind a thing's verb that is told of the thing itself, for good: not "ended hopes", "held up by fog", "broke up for lunch"."""
_ONCE: Final = late_pattern(
    r"\b(?:years? ago|[Ll]ast time|[Aa]s an? (?:boy|girl|child|teenager|youth|student|young)|[Ii]n (?:the |an? )?(?:\w+ties|(?:19|20)?\d0s|spring|summer|autumn|winter|tests?|rehearsal|training|simulation|theory|(?:film|novel|play|drama|series)\b))\b"
)
"""Beside what came about another time, or nowhere."""
_LATER: Final = late_pattern(
    r"(?i)\b(?:tonight|tomorrow|later|soon|shortly|next|within|in (?:\w+ ){0,2}(?:minutes|hours|days|weeks)|any (?:minute|moment))\b|\bat \d"
)
"""Beside a present tense of what is still to come."""
_TIME_BEFORE: Final = late_pattern(r"\b(?:after|before|when|until|once|since)\W*$")
_MODAL: Final = late_pattern(r"\b(?:will|would|can|could|may|might|must|shall|should)\b")
_SAID_THAT: Final = late_pattern(
    r"(?i)\b(?:sa(?:id|ys?)|confirm(?:s|ed)|announc(?:es|ed)|told (?!to\b)[^.;:,“”]{2,40})(?: (?:on|late on|early on) [A-Z]\w+day| today| earlier)? that\W*$"
)
"""Before what a source tells in other words; behind any other "that" stands what may be so."""
_VOTES_TO: Final = late_pattern(
    r"\bto (?!(?:approve|adopt|pass|ratify|reject|back|accept|endorse|support|oppose|block|the|an?|his|her|its|their|nil|none|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)\b)[a-z]"
)
"""Behind "voted": for something else than the thing itself."""
_PUT_OFF: Final = late_pattern(rf"(?i)\b(?:{CALLS_OFF}|{PUTS_OFF})\b")
_NOT_DONE: Final = late_pattern(r"(?i)\b(?:to|be|being|had|will|would|can|about|due|expected|planned|almost|nearly)\b")
_NEAR: Final = 120
_REST: Final = 160


@dataclass(frozen=True, slots=True)
class Done:
    """What one sentence tells that came about."""

    start: int
    end: int
    sentence: tuple[int, int]
    does: str
    """The verb in its base form; empty where a thing is told to have begun or to be over."""
    clause: int
    """Where its clause begins."""
    reach: int
    """Up to where the words behind the verb are looked at."""
    passive: bool
    over: bool
    """It does not go on."""
    earlier: bool
    """Earlier than was planned."""
    by: tuple[int, int] = (0, 0)
    """By how many days, and how far out that may be; no days where that is not told."""
    present: bool = False
    """In the present tense, in which only headlines tell so what has come about."""
    match_over: bool = False
    """The score of a match, when it is over."""
    sides: tuple[str, ...] = ()
    """Who has played it, where that is told as a sentence has it: "Dene beat Wexley"."""
    denied: bool = False
    """It is told not to have come about, or not to be over."""


def done_in(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Done, ...]:
    """What a text tells that came about; `spans`: its sentences, in their order."""
    sentences = Sentences(text, spans)
    found = [done for over in _FULL_TIME.finditer(text) if (done := _match_over(text, over, sentences.of(over)))]
    for verb in _TOLD.finditer(text):
        sentence = sentences.of(verb)
        begin = max(sentence[0], verb.start() - _NEAR)
        end = min(sentence[1], verb.end() + _REST)
        behind = text[verb.end() : end]
        early = _EARLIER.search(text, begin, end)
        does = verb["does"] or ""
        auxiliary = _AUXILIARY.search(text, begin, verb.start())
        passive = auxiliary is not None and bool(auxiliary["been"] or auxiliary["was"])
        present = does in _PRESENT
        if does == "confirmed" and early is None:
            # What is confirmed may be anything; only on a day earlier than planned it is told like what was to be announced.
            continue
        if (auxiliary is not None and present) or not _stands(verb, passive=passive, perfect=auxiliary is not None):
            continue
        start = auxiliary.start() if auxiliary else verb.start()
        clause = CLAUSE.split(text[begin:start])[-1]
        lead = text[begin : start - len(clause)]
        if (
            _NOT_DONE.search(clause)
            or is_open(_COMES.get(does, ""), behind)
            or not surely_told(text, sentence, start, verb.end())
            or _ONCE.search(text, begin, end)
            or BEFORE_NOW.search(behind)
            or (lead.endswith("that") and not _SAID_THAT.search(lead))
            or (present and _LATER.search(behind))
        ):
            continue
        perfect = auxiliary is not None and not auxiliary["was"]
        if _TIME_BEFORE.search(lead) and (perfect or present or _MODAL.search(text, begin, end)):
            # "The army will withdraw after lawmakers have voted".
            continue
        found.append(
            Done(
                start,
                verb.end(),
                sentence,
                _COMES.get(does, ""),
                start - len(clause),
                end,
                passive,
                not verb["began"],
                early is not None,
                _days_early(early),
                present=present,
            )
        )
    return tuple(found)


class Sentences:
    """The sentences of a text, by what stands in them."""

    def __init__(self, text: str, spans: Sequence[tuple[int, int]]) -> None:
        self._spans = spans
        self._begins = [begin for begin, _ in spans]
        self._whole = (0, len(text))

    def of(self, found: re.Match[str]) -> tuple[int, int]:
        """The one in which something begins; the whole text before the first."""
        index = bisect_right(self._begins, found.start()) - 1
        return self._spans[index] if index >= 0 else self._whole


def _match_over(text: str, over: re.Match[str], sentence: tuple[int, int]) -> Done | None:
    """What a sentence tells that begins with "Full time" and goes on with the score."""
    end = min(sentence[1], over.end() + _REST)
    scores = over.start() == sentence[0] and _SCORE.search(text[over.end() : end]) is not None
    if not scores or _PLAYS_ON.search(text, over.end(), end + _NEAR):
        return None
    return Done(*over.span(), sentence, "", over.start(), end, False, True, False, match_over=True)


def _days_early(early: re.Match[str] | None) -> tuple[int, int]:
    if early is None or not early["unit"]:
        return 0, 0
    days, out = _DAYS[early["unit"].lower()]
    times = 1 if early["count"].lower() in {"a", "an"} else count(early["count"]) or 1
    return times * days, times * out


def _stands(verb: re.Match[str], *, passive: bool, perfect: bool) -> bool:
    """Whether a verb that tells of a thing is a whole one: "was held", "have begun", "began"."""
    told = verb.group()
    if told == "held":
        return passive
    if told in {"begun", "broken up"}:
        return perfect and not passive
    return bool(verb["does"]) or not passive


def does_of(told: str) -> str | None:
    """The base form of what is told to have come about, empty of what is over; None of anything else."""
    lower = told.lower()
    over = _TOLD.fullmatch(lower)
    if lower == "taken place" or (over is not None and over["over"] and lower != "held"):
        return IS_OVER
    return None if lower in _PRESENT else _COMES.get(lower)


def is_open(does: str, behind: str) -> bool:
    """Whether what follows a verb makes it tell of something else, or of what will not be: "voted to postpone the vote"."""
    if _PUT_OFF.search(behind):
        return True
    if not does:
        return _STOPS.match(behind) is None
    if does in OF_A_VOTE:
        return _VOTES_TO.search(behind[:_NEAR]) is not None or (does != "vote" and _GOES_ON.match(behind) is not None)
    return does != "sentence" and _GOES_ON.match(behind) is not None
