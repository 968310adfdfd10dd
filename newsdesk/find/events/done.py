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

from newsdesk.find.calendar_words import count
from newsdesk.find.change_words import BEFORE_NOW, CALLS_OFF, PUTS_OFF
from newsdesk.find.events.stems import bare, stem
from newsdesk.find.events.sure_telling import surely_told
from newsdesk.find.events.words import DATE_WORDS, FUNCTION_WORDS
from newsdesk.find.word_lists import word_set

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
_SCORE: Final = re.compile(r"\b\d{1,2} ?[-–] ?\d{1,2}\b|\b(?:wins?|won|beat|beats|lose|lost|drew|draw)\b")
_PLAYS_ON: Final = re.compile(
    r"(?i)\b(?:extra time|penalties|shoot-?out|replay|women|ladies|girls|youth|under-?\d\d|u\d\d|reserves|predict\w*)\b|\?"
)
"""Beside a score: it is not yet over, or that of another match of theirs."""
_FULL_TIME: Final = re.compile(r"(?:Full[- ][Tt]ime|FULL[- ]TIME|FT|Final (?:score|whistle))\b(?=[:.,!–—-]| [A-Z–—-])")
_THAN_PLANNED: Final = r"than (?:(?:first |originally |had been |was |were )*(?:planned|scheduled|expected|announced|thought|foreseen|hoped|billed|due|agreed|set)|(?:he|she|it|they|[A-Z]\w+) (?:had|was|were))\b"
_EARLIER: Final = re.compile(
    rf"(?i)(?:\b(?P<count>an?|one|two|three|four|five|six|seven|\d{{1,2}}) (?P<unit>day|week|month|year)s? (?:early\b|ahead of (?:schedule|time|plan)\b|earlier\b(?: {_THAN_PLANNED}|(?! than\b)))"
    rf"|(?<!hours )(?<!hour )(?<!minutes )\b(?:earlier|sooner) {_THAN_PLANNED}|(?<!hours )(?<!hour )(?<!minutes )\bahead of schedule\b)"
)
_DAYS: Final = {"day": (1, 0), "week": (7, 3), "month": (30, 10), "year": (365, 60)}
"""How many days a unit has, and by how many what is told in it may be out."""
_CLAUSE: Final = re.compile(
    r"[.;:,“”\n–—]|\b(?:that|which|who|and|but|after|before|when|as|while|since|because|until|once|said|says)\b"
)
_GOES_ON: Final = re.compile(
    r" to [a-z]| [a-z]+ing\b| (?:his|her|its|their) | [a-z]+sel(?:f|ves)\b| (?:off|up|over|out|away|down|back|through)\b(?! (?:on|in|at) [A-Z\d])"
    r"| as an? | from (?:the|an?|his|her|its|their) [^.;:,“”]{0,30}\b(?:boards?|clubs?|part(?:y|ies)|committees?|panels?|charit(?:y|ies)|trusts?|foundations?|unions?|councils?)\b"
)
"""Behind a verb that then tells of something else: "signed off on", "resigned himself", "resigned from the board of"."""
_STOPS: Final = re.compile(
    r" ?(?:$|[^\w\s]|\n)| (?!early [a-z])(?:(?:with|without|in|on|at|by|after|before|amid|as|when|while|shortly|just|under|near|behind|this|today|tonight|yesterday|early|earlier|late|later|sooner|ahead|[a-z]+ly|[A-Z][a-z]+day)\b"
    r"|(?:and|but)\b|(?:an?|one|two|three|four|five|six|seven|\d+) (?:minute|hour|day|week|month)s?\b)"
)
"""Behind a thing's verb that is told of the thing itself, for good: not "ended hopes", "held up by fog", "broke up for lunch"."""
_ONCE: Final = re.compile(
    r"\b(?:years? ago|[Ll]ast time|[Aa]s an? (?:boy|girl|child|teenager|youth|student|young)|[Ii]n (?:the |an? )?(?:\w+ties|(?:19|20)?\d0s|spring|summer|autumn|winter|tests?|rehearsal|training|simulation|theory|(?:film|novel|play|drama|series)\b))\b"
)
"""Beside what came about another time, or nowhere."""
_LATER: Final = re.compile(
    r"(?i)\b(?:tonight|tomorrow|later|soon|shortly|next|within|in (?:\w+ ){0,2}(?:minutes|hours|days|weeks)|any (?:minute|moment))\b|\bat \d"
)
"""Beside a present tense of what is still to come."""
_TIME_BEFORE: Final = re.compile(r"\b(?:after|before|when|until|once|since)\W*$")
_MODAL: Final = re.compile(r"\b(?:will|would|can|could|may|might|must|shall|should)\b")
_SAID_THAT: Final = re.compile(
    r"(?i)\b(?:sa(?:id|ys?)|confirm(?:s|ed)|announc(?:es|ed)|told (?!to\b)[^.;:,“”]{2,40})(?: (?:on|late on|early on) [A-Z]\w+day| today| earlier)? that\W*$"
)
"""Before what a source tells in other words; behind any other "that" stands what may be so."""
_VOTES_TO: Final = re.compile(
    r"\bto (?!(?:approve|adopt|pass|ratify|reject|back|accept|endorse|support|oppose|block)\b)[a-z]"
)
"""Behind "voted": for something else than the thing itself."""
_PUT_OFF: Final = re.compile(rf"(?i)\b(?:{CALLS_OFF}|{PUTS_OFF})\b")
_NOT_DONE: Final = re.compile(r"(?i)\b(?:to|be|being|had|will|would|can|about|due|expected|planned|almost|nearly)\b")
_SMALL: Final = re.compile(r"(?i)(?:the|an?|its|his|her|their|both|all|two|three|four|five|six|seven|\d{1,3})$")
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
    by: tuple[int, int] = (0, 0)
    """By how many days, and how far out that may be; no days where that is not told."""
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
        early = _EARLIER.search(text, begin, end)
        if verb.re is _FULL_TIME:
            if (
                verb.start() == sentence[0]
                and _SCORE.search(behind)
                and not _PLAYS_ON.search(text, verb.end(), end + _NEAR)
            ):
                found.append(Done(*verb.span(), sentence, "", verb.start(), end, False, True, False, match_over=True))
            continue
        does = verb["does"] or ""
        auxiliary = _AUXILIARY.search(text, begin, verb.start())
        passive = auxiliary is not None and bool(auxiliary["been"] or auxiliary["was"])
        present = does in _PRESENT
        if (auxiliary is not None and present) or not _stands(verb, passive=passive, perfect=auxiliary is not None):
            continue
        start = auxiliary.start() if auxiliary else verb.start()
        clause = _CLAUSE.split(text[begin:start])[-1]
        lead = text[begin : start - len(clause)]
        if (
            _NOT_DONE.search(clause)
            or _is_open(_COMES.get(does, ""), behind)
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


_ACTS: Final = re.compile(
    rf"(?P<who>.+?) (?:to )?(?P<be>be )?(?P<does>{'|'.join(sorted(_EXPECTED, key=len, reverse=True))})\b(?P<rest>.*)"
)
"""A name that tells who does something: "Lawmakers vote on truce", "Boyd Kessler to be sentenced"."""


def _is_open(does: str, behind: str) -> bool:
    """Whether what follows a verb makes it tell of something else, or of what will not be: "voted to postpone the vote"."""
    if _PUT_OFF.search(behind):
        return True
    if not does:
        return _STOPS.match(behind) is None
    if does in _OF_A_VOTE:
        return _VOTES_TO.search(behind[:_NEAR]) is not None or (does != "vote" and _GOES_ON.match(behind) is not None)
    return does != "sentence" and _GOES_ON.match(behind) is not None


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
    rest = _told(_WORD.findall(acts["rest"]))
    if done.passive == passive:
        return _names(before, who) and _goes_to(rest, behind)
    return passive and _is_object(behind, who) and rest <= _told(_WORD.findall(behind))


def _goes_to(rest: AbstractSet[str], behind: str) -> bool:
    """Whether what a verb is told to be done to, or where, is what a name tells: not "an amendment to the truce", for "the truce"."""
    if not rest:
        return True
    words = _WORD.findall(_CLAUSE.split(behind.replace("voted ", ""))[0])
    first = next((n for n, word in enumerate(words) if stem(word.lower()) in rest), None)
    if first is None or not rest <= _told(words):
        return False
    last = max(n for n, word in enumerate(words) if stem(word.lower()) in rest)
    leads = max((n for n in range(first) if words[n].lower() in _LEADS), default=-1)
    led = all(_leads_on(word) for word in words[: leads + 1])
    own = [word.lower() for word in words[leads + 1 : first]]
    return led and _EARLIER_ONE.isdisjoint(own) and not words[last].endswith(("'s", "’s"))


_LEADS: Final = word_set(
    "for on against in at to of into from with over by about after before under during between as than without approve adopt pass ratify reject back accept endorse support oppose block"
)
_HOW: Final = word_set(
    "late early safely overwhelmingly unanimously narrowly favour favor votes vote today yesterday now again also majority large big wide clear"
)
_EARLIER_ONE: Final = word_set("earlier previous former old first another other")


def _leads_on(word: str) -> bool:
    """Whether a word up to the last preposition before what a verb goes to tells of nothing else that it goes to."""
    lower = word.lower()
    return (
        lower in _LEADS | _HOW | DATE_WORDS | FUNCTION_WORDS
        or count(word) is not None
        or lower[0].isdigit()
        or lower.endswith("ly")
    )


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
    if {"a", "an", "another"} & {word.lower() for word in before}:
        # "A rocket lifted off": another one.
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
