"""Names for deadlines, and for what is demanded or ordered by a day. Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.complements import object_of
from newsdesk.find.events.naming import LONGEST, Naming, is_name, joined, titled
from newsdesk.find.events.phrases import phrase, subject
from newsdesk.find.events.words import COMPLETE
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_HAVE_UNTIL: Final = late_pattern(
    r"(?i)\b(?:(?:have|has|had)(?! been| given| [a-z]+ed\b| put\b| pushed\b)|give[sn]?|gave)\b(?P<whom> [^.;]{2,40}?)?(?: until| by) (?:\w+ ){0,2}$"
)


_UNLESS_BY: Final = late_pattern(
    r"\b(?i:unless|if) (?P<who>[^.;,:]{2,40}?) (?:do(?:es)? not |fails? to )?[a-z]+ [^.;,:]*\bby (?:the |early |late )?$"
)


_DEMANDED_BY: Final = late_pattern(
    r"(?i)\b(?:demand\w*|urg(?:ed|es)|order(?:ed|s)|told|insist\w*|ultimatum)\b[^.;]*\bby (?:\w+ ){0,2}$"
)


_ORDERED_THING: Final = late_pattern(r"(?i)order(?:ed|s) (?:the|an) ")
"""As in "ordered the evacuation of ...": what is ordered says what happens."""


_BODIES: Final = word_set("company firm club group operator side team party union agency charity council")


def by_deadline(before: str, after: str, earlier: str, opening: str) -> Naming | None:
    """As in "Residents have until ... to register" as "Deadline to register"; a demand by a day as its maker's deadline."""
    until = _HAVE_UNTIL.search(before)
    if until:
        task = re.match(
            r" to (?P<verb>[a-z]+(?: (?:over|up|out|down|back|off)\b)?)(?P<link> (?:for|to|in|on|with)(?= ))?(?P<rest>[^.;:]*)",
            after,
        )
        if task:
            goal = object_of(task["rest"], 3)
            goal = [task["link"].strip(), *goal] if task["link"] and goal else goal
            given = until.group().lower().startswith("g") and bool(until["whom"])
            # "The committee has given the company until ...": whom it was given, and nobody else.
            who = phrase(until["whom"] or "") or ([] if given else subject(before[: until.start()], earlier))
            if len(who) == 1 and who[0].lower() in _BODIES:
                # "The company has until ...": which one, the headline tells.
                who = []
            if who == [opening] and not is_name(opening, who):
                who = [opening.lower()]
            whose = ["for", *who] if who and len(who) + len(goal) + 3 + len(task["verb"].split()) <= LONGEST else []
            return titled(["Deadline", *whose, "to", *task["verb"].split(), *goal], 2.4, opening="Deadline")
        return Naming("Deadline", 0.9)
    condition = _UNLESS_BY.search(before)
    if condition:
        who = subject(condition["who"])
        return titled(["Deadline", "for", *who], 1.9) if who else Naming("Deadline", 0.9)
    demand = _DEMANDED_BY.search(before)
    if demand and not _ORDERED_THING.match(demand.group()):
        who = subject(before[: demand.start()], earlier)
        if who:
            return titled(joined(who, ["deadline"]), 1.4, opening=opening)
    return None


_DEMAND: Final = late_pattern(
    r"(?i)\b(?:demand|insist|order|ask|urg|request)\w* that (?P<who>[^.;:,“”]{2,40}?) (?P<verb>stop|halt|end|leave|withdraw|release|free|(?:re)?open|lift"
    r"|accept|sign|pay|hand over|resume|begin|start|surrender|disarm|resign|cease|restore|return)(?P<rest> [^.;:“”]*)$"
)


_ORDER: Final = late_pattern(
    r"\b(?:order(?:s|ed)|t(?:ells|old)|urge[sd]|asks|asked|instruct(?:s|ed)|call(?:s|ed) on) (?P<who>[^.;:,“”]{2,40}?) to (?P<verb>[a-z]{3,})(?P<rest> [^.;:“”]*)$"
)


def by_demand(before: str, opening: str) -> Naming | None:
    """As in "They demanded that the rebels stop shelling from ..." as "Rebels to stop shelling"."""
    found = _DEMAND.search(before) or _ORDER.search(before)
    who = phrase(found["who"]) if found else []
    if found is None or not who:
        return None
    goal = object_of(found["rest"], LONGEST - len(who) - 1 - len(found["verb"].split()))
    if any(class_of(word.lower()) for word in goal):
        # "Told Borsk to accept a truce from ...": the noun names what is expected.
        return None
    words = joined(who, ["to", *found["verb"].split(), *goal])
    return titled(words, 1.9, opening=opening, clause=True) if goal or found["verb"] in COMPLETE else None
