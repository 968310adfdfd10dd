"""Names for matches: one team against another. Pure."""

from __future__ import annotations

import re
from typing import Final

from newsdesk.find.dates.direction_words import GOES_ON_TO_A_CLAUSE, ON_AIR
from newsdesk.find.events.naming import LONGEST, Naming, is_name, titled
from newsdesk.find.events.phrases import antecedent, short_name
from newsdesk.find.events.words import FUNCTION_WORDS, PRONOUNS
from newsdesk.late_pattern import late_pattern

_TEAMS: Final = late_pattern(
    r"(?P<one>(?!(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day )[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:(?:will|to) )?(?P<verb>plays?|faces?|meets?|takes? on|v|vs|host|hosts|entertains?|visit) (?P<other>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})"
)


_WORD_BEFORE: Final = late_pattern(r"([a-z’'-]+) $")


def _presents(found: re.Match[str], before: str) -> bool:
    """Whether "host" is what somebody is, as in "told Example News host Ada Muster on ..."."""
    if found["verb"] != "host":
        return False
    amid = _WORD_BEFORE.search(before, 0, found.start())
    return found["one"].split()[-1].lower() in ON_AIR or (amid is not None and amid[1] not in GOES_ON_TO_A_CLAUSE)


_HOSTING: Final = late_pattern(
    r"^(?P<one>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?) .*\b(?:before|then|ahead of) (?:hosting|facing|playing|meeting|visiting) (?P<other>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})[^.;:,]{0,20}$"
)
"""As in "Scotland beat Italy before hosting England on ..."."""


def by_hosting(before: str) -> bool:
    """Whether the day is that of a match at home, told after another one."""
    return "ing " in before and _HOSTING.search(before) is not None


_FIGHT: Final = late_pattern(
    r"(?P<one>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:fights|boxes|(?:will|is to|is due to|is set to) (?:fight|box)) (?P<other>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?<!['’]s)"
    r"(?:,? (?:in|at|for|over) [^.;:]{2,60}?)?,?(?: on)?(?: the)? $"
)
"""As in "Okoro fights Brandt in Kelm on ...": one person against another, by surnames."""


_AT_HOME: Final = late_pattern(
    r"(?P<one>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?:are|is|will be) (?:at home (?:to|against)|away (?:to|against|at)) (?P<other>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2})(?:,? in [^.;:,]{2,40}?)?,?(?: on)?(?: the)? $"
)
"""As in "Dene are at home to Wexley on ..."."""


_SIDE: Final = r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}"
_BETWEEN: Final = late_pattern(
    rf"(?P<which>(?:[\w’'-]+ ){{1,5}})(?:match|game|fixture|tie|final|semi-?final|quarter-?final|derby|replay|leg|decider) between (?P<one>{_SIDE}) and (?P<other>{_SIDE})"
)


def by_sides(before: str, after: str) -> Naming | None:
    """As in "The Northern League match between Kelm and Orme is on ..." as "Kelm v Orme", where its whole name would be too long."""
    for told in (before, after):
        found = _BETWEEN.search(told)
        if found is None:
            continue
        which = [word for word in found["which"].split() if word.lower() not in FUNCTION_WORDS]
        sides = [*found["one"].split(), "v", *found["other"].split()]
        if len(which) + 2 + len(sides) > LONGEST:
            return titled(sides, 3.5)
    return None


_GOES_THERE: Final = late_pattern(
    rf"(?P<who>{_SIDE}) (?:(?:will|are to|is to|to) )?(?:travels?|goes?|heads?|came|come|fly|flies|make the trip) to {_SIDE} to (?P<verb>play|face|meet|take on)\b"
)
"""As in "Dene travel to Kell to play Brede": where they play is none of the sides."""
_ARE_AT: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:but|while|that) )(?P<one>[A-Z][\w’'-]*[^\Ws](?: (?:City|Town|United|Rovers|Athletic|Albion|Rangers|Wanderers|County|Villa))?)(?:, who [^.;:,“”]{3,60},)? are at (?P<where>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?),?(?: on)?(?: the)? $"
)
"""As in "Varde are at Lorne on ...": a plural verb behind one name is a team's."""


def by_teams(before: str, noun_class: str | None, earlier: str = "") -> Naming | None:
    """As in "France play Norway in Lyon on ..." as "France v Norway"."""
    before = _GOES_THERE.sub(r"\g<who> to \g<verb>", before)
    found = next(reversed([each for each in _TEAMS.finditer(before) if not _presents(each, before)]), None)
    if (
        found
        and found["one"].lower() in {"they", "it"}
        and (noun_class == "match" or found["verb"] in {"host", "hosts"})
    ):
        one = antecedent(earlier)
        return titled([*one, "v", *found["other"].split()], 3.0) if one else None
    hosting = _HOSTING.search(before) if "ing " in before else None
    if hosting:
        one = antecedent(earlier) if hosting["one"].lower() in PRONOUNS else short_name(hosting["one"])
        return titled([*one, "v", *hosting["other"].split()], 3.0) if one else None
    if (there := _ARE_AT.search(before)) is not None and there["one"].split()[-1].lower() not in PRONOUNS:
        return titled([*there["one"].split(), "at", *there["where"].split()], 3.0)
    if (home := _AT_HOME.search(before)) is not None and home["one"].lower() not in PRONOUNS:
        return titled([*home["one"].split(), "v", *home["other"].split()], 3.0)
    if (fight := _FIGHT.search(before)) is not None and fight["one"].lower() not in PRONOUNS:
        return titled([fight["one"].split()[-1], "v", fight["other"].split()[-1]], 3.0)
    plural = (
        found
        and found["verb"] in {"face", "host", "entertain", "visit", "meet"}
        and f"{found['one']} {found['verb']}" in before
    )
    if (
        found
        and found["verb"] in {"visit", "meet"}
        and (not plural or not is_name(found["one"].split()[0], found["one"].split()))
    ):
        found = None
    if (
        found
        and plural
        and not before[: found.start()].endswith(" and ")
        and found["one"].split()[0].lower() not in FUNCTION_WORDS
    ):
        # A plural verb after one name: a team.
        return titled([*found["one"].split(), "v", *found["other"].split()], 3.0)
    if found is None or (
        noun_class != "match" and found["verb"] != "host" and not found["verb"].startswith(("play", "v", "take"))
    ):
        return None
    return titled([*found["one"].split(), "v", *found["other"].split()], 3.0)
