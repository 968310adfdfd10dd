"""What a text tells that came about, and whether that is surely a given event: "has lifted off", "voted 88 to 51". Pure, linear.

A wrong answer would take something from the countdown that readers still wait for. So the sentence must be about the very
one who acts in the event's name, or about the very thing, with all of its words; anything less leaves the event as it is.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Final

from newsdesk.find.change_words import CALLS_OFF, PUTS_OFF
from newsdesk.find.events.back_on import OPEN
from newsdesk.find.events.stems import bare, stem
from newsdesk.find.events.words import FUNCTION_WORDS

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
        "announce|announces|announced;announced;announces",
        "depart|departs;departed;departs",
        "testify|testifies;testified;testifies",
        "inaugurated;inaugurated;",
        "executed;executed;",
        "extradited;extradited;",
    )
)
"""What is over as soon as it is told: as names of events have it, as it is told then, and as headlines do in the present tense."""
_EXPECTED: Final = {form: expected[0] for expected, _told, _present in _VERBS for form in expected}
_COMES: Final = {form: expected[0] for expected, told, present in _VERBS for form in (*told, *present) if form}
_PRESENT: Final = frozenset(form for _expected, _told, present in _VERBS for form in present if form)
_OF_A_VOTE: Final = frozenset({"vote", "approve", "pass", "reject", "back", "adopt", "ratify", "endorse"})
"""What a vote comes to."""
_TOLD: Final = re.compile(
    rf"\b(?:(?P<does>{'|'.join(sorted(_COMES, key=len, reverse=True))})|(?P<over>ended|concluded|finished|wrapped up|broke up|broken up|took place|held)"
    r"|(?P<began>began|begun|started|opened|kicked off|got under ?way))\b"
)
_AUXILIARY: Final = re.compile(
    r"\b(?:(?:has|have) (?:now |just |already |finally |since )?(?P<been>been )?|(?P<was>was|were) (?:now |finally |later )?)$"
)
"""Right before such a verb."""
_FULL_TIME: Final = re.compile(r"(?:Full[- ][Tt]ime|FULL[- ]TIME|FT|Final (?:score|whistle))\b(?=[:.,!–—-]| [A-Z–—-])")
_EARLIER: Final = re.compile(
    r"(?i)\b(?:earlier|sooner) than\b|\bahead of schedule\b|\b(?:an?|one|two|three|four|five|six|seven|\d{1,2}) (?:hours?|days?|weeks?|months?) (?:early|earlier|ahead of (?:schedule|time|plan))\b"
)
_CLAUSE: Final = re.compile(
    r"[.;:,“”\n–—]|\b(?:that|which|who|and|but|after|before|when|as|while|since|because|until|once|said|says)\b"
)
_GOES_ON: Final = re.compile(r" to [a-z]| [a-z]+ing\b| (?:his|her|its|their) ")
"""Behind a verb that then tells of something else: "the trial began to falter", "started its engines"."""
_PUT_OFF: Final = re.compile(rf"(?i)\b(?:{CALLS_OFF}|{PUTS_OFF})\b")
_NOT_DONE: Final = re.compile(r"(?i)\b(?:to|be|being|had|will|would|can|about|due|expected|planned|almost|nearly)\b")
_SMALL: Final = re.compile(r"(?i)(?:the|an?|its|his|her|their|both|all|two|three|four|five|six|seven|\d+)$")
_WORD: Final = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
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
    present: bool = False
    """In the present tense, in which only headlines tell so what has come about."""
    match_over: bool = False
    """The score of a match, when it is over."""


def done_in(text: str, spans: Sequence[tuple[int, int]]) -> tuple[Done, ...]:
    """What a text tells that came about; `spans`: its sentences, in their order."""
    begins = [begin for begin, _ in spans]
    found = []
    for verb in (*_FULL_TIME.finditer(text), *_TOLD.finditer(text)):
        index = bisect_right(begins, verb.start()) - 1
        sentence = spans[index] if index >= 0 else (0, len(text))
        begin = max(sentence[0], verb.start() - _NEAR)
        end = min(sentence[1], verb.end() + _REST)
        behind = text[verb.end() : end]
        early = _EARLIER.search(text, begin, end) is not None
        if verb.re is _FULL_TIME:
            if verb.start() == sentence[0]:
                found.append(Done(*verb.span(), sentence, "", verb.start(), end, False, True, early, match_over=True))
            continue
        does = verb["does"] or ""
        auxiliary = _AUXILIARY.search(text, begin, verb.start())
        passive = auxiliary is not None and bool(auxiliary["been"] or auxiliary["was"])
        present = does in _PRESENT
        if (auxiliary is not None and present) or not _stands(verb, passive=passive, perfect=auxiliary is not None):
            continue
        start = auxiliary.start() if auxiliary else verb.start()
        clause = _CLAUSE.split(text[begin:start])[-1]
        if _NOT_DONE.search(clause) or OPEN.search(text, begin, start) or _is_open(_COMES.get(does, ""), behind):
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
                early,
                present=present,
            )
        )
    return tuple(found)


def _stands(verb: re.Match[str], *, passive: bool, perfect: bool) -> bool:
    """Whether a verb that tells of a thing is a whole one: "was held", "have begun", "began"."""
    told = verb.group()
    if told == "held":
        return passive
    if told in {"begun", "broken up"}:
        return perfect and not passive
    return bool(verb["does"]) or not passive


_ACTS: Final = re.compile(
    rf"(?P<who>.+?) (?:to )?(?P<be>be )?(?P<does>{'|'.join(sorted(_EXPECTED, key=len, reverse=True))})\b(?P<rest>.*)"
)
"""A name that tells who does something: "Lawmakers vote on truce", "Boyd Kessler to be sentenced"."""


def _is_open(does: str, behind: str) -> bool:
    """Whether what follows a verb makes it tell of something else, or of what will not be: "voted to postpone the vote"."""
    if _PUT_OFF.search(behind) or behind.startswith("?"):
        return True
    return does not in {"vote", "sentence"} and _GOES_ON.match(behind) is not None


def tells_of(done: Done, text: str, titles: Iterable[str], names: AbstractSet[str]) -> bool:
    """Whether what a text tells to have come about is surely what one of these names tells.

    `names`: the words of people and places beside the names, in lower case.
    """
    before, behind = tuple(_WORD.findall(text[done.clause : done.start])), text[done.end : done.reach]
    return any(_is_it(done, before, behind, title, names) for title in titles)


def _is_it(done: Done, before: tuple[str, ...], behind: str, title: str, names: AbstractSet[str]) -> bool:
    acts = _ACTS.fullmatch(title)
    if not done.does:
        # "The summit in Riga has ended": that very thing, and not its first day.
        told, wanted = _told(before), _told(_WORD.findall(title))
        return acts is None and bool(wanted) and wanted <= told and told - wanted <= _told(names)
    if acts is None:
        return False
    does = _EXPECTED[acts["does"]]
    if done.does != does and not (does == "vote" and done.does in _OF_A_VOTE):
        return False
    passive = acts["be"] is not None
    who = _WORD.findall(acts["who"])
    acts_so = _names(before, who) if done.passive == passive else passive and _is_object(behind, who)
    return acts_so and _told(_WORD.findall(acts["rest"])) <= _told([*before, *_WORD.findall(behind)])


def _names(before: tuple[str, ...], who: list[str]) -> bool:
    """Whether the words before a verb end with who acts in a name: "the two leaders", for "Leaders"; not "Kessler's brother"."""
    if (
        not before
        or not who
        or bare(before[-1].lower()) != bare(who[-1].lower())
        or "’" in before[-1]
        or "'" in before[-1]
    ):
        return False
    others = {word.lower() for word in who}
    for word in reversed(before[:-1]):
        if word.lower() in others or _SMALL.match(word):
            continue
        return False
    lower = [word for word in who[:-1] if word[0].islower()]
    return {word.lower() for word in lower} <= {word.lower() for word in before}


def _is_object(behind: str, who: list[str]) -> bool:
    """Whether what follows a verb is whom a name tells of: "sentenced Boyd Kessler"."""
    words = _WORD.findall(behind[:_NEAR])
    while words and _SMALL.match(words[0]):
        words = words[1:]
    wanted = [word.lower() for word in who]
    told = [word.lower() for word in words]
    return told[: len(wanted)] == wanted or (
        who[-1][0].isupper() and told[:1] == wanted[-1:] and not (len(words) > 1 and words[1][0].isupper())
    )


def _told(words: Iterable[str]) -> frozenset[str]:
    return frozenset(
        stem(word.lower()) for word in words if word.lower() not in FUNCTION_WORDS and not _SMALL.match(word)
    )
