"""What makes a deed another one than an event's name tells: "voted in committee", "sentenced by another court". Pure, linear.

A committee's vote is not parliament's, and who stands before two courts is sentenced twice: where the name does not say so
itself, what has come about is not the event.
"""

from __future__ import annotations

from typing import Final

from newsdesk.find.events.stems import stems
from newsdesk.find.events.words import WORD
from newsdesk.late_pattern import late_pattern

_ANOTHER: Final = late_pattern(
    r"(?i)\b(?:(?:in|at|by|before|from) (?:(?:the|an?|its|their|one) )?(?:[\w’'-]+ ){0,2}?(?P<body>(?:sub-?)?committees?|panels?)\b"
    r"|(?:in|at|on|for) (?:(?:the|an?|its|their) )?(?P<step>first|second|preliminary|initial) (?:reading|round|vote|ballot|stage)\b"
    r"|(?P<kind>straw|test|mock|trial|procedural|informal|symbolic|consultative|advisory|non-binding|indicative|opinion|online|exploratory) (?:votes?|polls?|ballots?|surveys?)\b"
    r"|in (?P<absent>absentia|(?:his|her|their) absence)\b"
    r"|(?:by|in|at|before|for|over|on) (?:(?:the|an?|his|her|its|their) )?(?P<other>separate|unrelated|different|rival|foreign)\b"
    r"|(?:by|in|at|before|for|over|on) (?:an? |the )?(?P<which>another|other|earlier|previous|lower) "
    r"(?:courts?|judges?|tribunals?|cases?|trials?|charges?|chambers?|houses?|bod(?:y|ies)|votes?|ballots?|polls?|sessions?|rounds?|cit(?:y|ies)|countr(?:y|ies)|states?|towns?|matters?|treat(?:y|ies)|documents?|deals?)\b"
    r"|(?P<how>in principle|in draft|provisionally|informally|symbolically|unofficially|online))\b"
)
"""Behind a verb, where or how something else, or less, was done."""
_ONLY: Final = late_pattern(r"(?i),? (?:(?:but|though|albeit|if) )?only (?:in|at|by|as|for|on)\b")
"""Behind a verb: no more than a part was done."""


def is_another_deed(behind: str, clause: str, title: str) -> bool:
    """Whether the words behind a verb make what it tells another deed than a name does, unless the name has them, too.

    Args:
        behind: what follows the verb.
        clause: as much of it as belongs to the verb's own clause.
        title: the name.
    """
    named = stems(WORD.findall(title.lower()))
    if _ONLY.search(clause) or _ONLY.match(behind, len(clause)):
        return True
    return any(
        not stems(WORD.findall(told.lower())) <= named
        for found in _ANOTHER.finditer(clause)
        for told in found.groups()
        if told
    )
