"""Whether a text tells in the passive what a vote came to: "the bill was passed by 88 votes to 51". Pure, linear.

What is voted on, and no more, must be what was passed, and nobody but those who vote may have passed it: a bill goes
through committees and two houses.
"""

from __future__ import annotations

from typing import Final

from newsdesk.find.calendar_words import count
from newsdesk.find.events.stems import stems
from newsdesk.find.events.words import DATE_WORDS, FUNCTION_WORDS, WORD
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_VOTE_ON: Final = late_pattern(
    r"(?:(?P<who>.+?) (?:to )?)??(?:[Ff]inal )?[Vv]otes? (?:on|over) (?P<thing>.+?)(?: (?:in|at|by) (?P<where>.+))?"
)
"""A name that tells on what there is a vote: "Vote on harbour bill", "Lawmakers vote on truce"."""
_VOTE: Final = late_pattern(r"(?:(?P<who>[^’']+)['’]s? )?(?P<thing>[^’']+?) vote(?: (?:in|at|by) (?P<where>.+))?")
"""As in "Council's harbour bill vote"."""
_TO_PASS: Final = late_pattern(
    r"(?P<who>.+?) (?:to )?(?:approve|pass|reject|adopt|ratify|endorse)s? (?P<thing>.+?)(?: (?:in|at) (?P<where>.+))?"
)
_OF_ANY_THING: Final = stems(word_set("bill law act plan deal package motion measure proposal resolution"))
"""Words that a thing voted on is called by, or not."""
_ITS: Final = late_pattern(r"(?i)\W*(?:the|this|its|their|his|her)\b")
_HOW: Final = word_set(
    "vote votes majority margin large big wide clear narrow overwhelming show hands favour favor against abstentions late early today yesterday tonight now finally"
)
_WHO_VOTES: Final = word_set("parliament lawmakers mps legislators deputies members")
"""Those who may be told to have passed what a name says only to be voted on."""
_LESS: Final = word_set("partly only provisionally nearly initially formerly reportedly allegedly")
"""Adverbs by which a thing was not passed."""


def was_voted_on(before: str, clause: str, title: str, *, dated: bool) -> bool:
    """Whether the subject of a passive is what a name tells to be voted on, and nobody else passed it.

    Args:
        before: the clause up to the verb.
        clause: the rest of it.
        title: the name.
        dated: the sentence names the day, so that "the bill" will do.
    """
    named = _VOTE_ON.fullmatch(title) or _TO_PASS.fullmatch(title) or _VOTE.fullmatch(title)
    if named is None or not _ITS.match(before):
        return False
    thing = [word for word in WORD.findall(named["thing"].lower()) if word not in FUNCTION_WORDS]
    told = stems(word for word in WORD.findall(before.lower()) if word not in FUNCTION_WORDS)
    wanted = stems(thing)
    of_any = told & _OF_ANY_THING, wanted & _OF_ANY_THING
    plain = told - of_any[0], wanted - of_any[1]
    same = told == wanted or (bool(plain[0]) and plain[0] == plain[1] and not (of_any[0] and of_any[1]))
    in_short = dated and bool(thing) and bool(of_any[1]) and told == stems(thing[-1:])
    if not (same or in_short):
        return False
    by_whom = stems(WORD.findall(f"{named['who'] or ''} {named['where'] or ''}".lower()))
    voters = frozenset() if by_whom else _WHO_VOTES
    return all(
        word in _HOW | DATE_WORDS | FUNCTION_WORDS | voters
        or word[0].isdigit()
        or count(word) is not None
        or (word.endswith("ly") and word not in _LESS)
        or stems([word]) <= by_whom
        for word in WORD.findall(clause.lower())
    )
