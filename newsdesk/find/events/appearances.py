"""Names for where somebody is to be heard: before a committee, or on the air. Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.events.complements import object_of
from newsdesk.find.events.naming import LONGEST, Naming, titled
from newsdesk.find.events.phrases import phrase, subject, tokens
from newsdesk.late_pattern import late_pattern

_DUE_BEFORE: Final = late_pattern(
    r"\b(?:(?:is|are) (?:now |next |also )?(?:due|expected|scheduled)(?: (?:to (?:be|go|come)|back|up))*|will be|goes|go|comes|come|will (?:go|come)) (?:before|in front of)"
    r"(?P<body> (?:(?:an?|the|its|their) )?(?:[\w’'-]+ ){0,4}?(?:committee|commission|inquiry|panel|board|tribunal|council|mps|MPs|peers|senators|lawmakers|parliament|congress|assembly))(?: in [A-Z][\w’'-]+)?(?: on| at)?(?: the)? $"
)
_ON_AIR: Final = late_pattern(
    r"(?:\b(?:will be|(?:is|are)(?: due| set| expected)? to be|appears?|will appear|(?:is|are) (?:due|set|expected) to appear)|['’]ll be) (?:live |a guest |(?:the )?guests? |interviewed |talking |speaking )?on"
    r"(?P<show> (?:the )?(?:[A-Z0-9][\w’'-]*,? ){0,5}?(?:programme|program|show|podcast|breakfast|Breakfast|Tonight|Newsnight|Radio|TV|Television|News|FM|Hour|One|Two|Four|Five))(?: on| at)?(?: the)? $"
)


_HEAR_FROM: Final = late_pattern(
    r"\b[Ww]e(?:['’]re| are)? (?:also |now )?(?:expect(?:ing)?|due|hop(?:e|ing)|set) to hear (?:more )?from (?P<who>[^.;:,“”]{3,40}?)(?: on| at)?(?: the)? $"
)


def by_body(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "She is due before the health committee on ..." as "Lund before health committee"; without her name as "Appearance before ..."."""
    found = _DUE_BEFORE.search(before[-160:])
    if found is None:
        return None
    who = subject(before[-160:][: found.start()], earlier)
    body = object_of(found["body"], LONGEST - len(who) - 1 if who else 3)
    if not body:
        return None
    if not who:
        return Naming(" ".join(["Appearance", "before", *body]), 1.2)
    return titled([*who, "before", *body], 2.6, opening=opening, clause=True)


def by_air(before: str, earlier: str, opening: str) -> Naming | None:
    """As in "The minister will be on Radio Kell on ..." as "Minister on Radio Kell"."""
    if (awaited := _HEAR_FROM.search(before[-160:])) and (speaker := phrase(awaited["who"])):
        return titled([*speaker, "to", "speak"], 1.6, opening=opening, clause=True)
    found = _ON_AIR.search(before[-160:])
    who = subject(before[-160:][: found.start()], earlier) if found else []
    if found is None or not who:
        return None
    show = [word for word in tokens(found["show"]) if word != "the"]
    whole = [*who, "on", *show]
    return titled(whole, 1.6, opening=opening, clause=True) if len(whole) <= LONGEST else None
