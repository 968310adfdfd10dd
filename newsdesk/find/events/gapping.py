"""Lists whose later parts leave out what the first one says: "Berg appears in court on Monday, Strand on Tuesday". Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.calendar_words import MONTH_NAMES
from newsdesk.find.events.words import FUNCTION_WORDS, ROLES
from newsdesk.find.places import is_place
from newsdesk.late_pattern import late_pattern

_MONTH: Final = rf"(?:{MONTH_NAMES}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?)"
_DAY: Final = (
    rf"\b(?:(?i:mon|tues|wednes|thurs|fri|satur|sun)day(?: (?:morning|afternoon|evening|night))?|(?i:tomorrow|today|tonight)"
    rf"|\d{{1,2}} {_MONTH}|{_MONTH} \d{{1,2}})(?: at [\w.:]+(?: ?[ap]\.?m\.?)?)?"
)
_FIRST: Final = late_pattern(rf",?(?: (?:on|for|by|from))?(?: the)? (?={_DAY})")
_LINK: Final = r"(?:on|in|at|with|against|to|over|into)"
_ITEM: Final = late_pattern(
    rf"{_DAY}(?:,|,? and|,? then|,? and then) (?:(?P<linked>(?P<link>{_LINK}) [^.;:,]{{2,50}}?)"
    rf"|(?:those|the ones) (?P<those>(?P<theirs>to|from|in|for|of|at|by) [^.;:,]{{2,50}}?)"
    r"|(?P<thing>the (?:[a-z’'-]+ ){1,3}[a-z-]+)|(?P<who>(?:[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}(?: [a-z]{3,}s)?|(?P<plural>(?:[a-z-]+ )?[a-z]{2,}[^\Ws])s)))"
    r",? (?:on|from|by)(?: the)? $"
)
"""The last part before a day: what hangs on the same verb, or who does the same."""
_CLAUSE: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:and|but|that) )(?P<who>[^.;:,“”]{2,60}?) (?P<does>(?:will|would|must|(?:is|are) (?:due|set|expected|scheduled|to)) "
    r"(?:to )?(?:be )?[a-z]+(?P<rest>(?: [^.;:,“”]{1,50})?))$"
)
_PRESENT: Final = late_pattern(
    r"(?:^|[.;:,“”] ?|\b(?:and|but|that) )(?P<who>(?:The )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,2}) (?P<does>[a-z]+s(?P<rest>(?: [^.;:,“”]{1,50})?))$"
)
_HANGS: Final = late_pattern(rf"(?: out| off)?(?: {_LINK} [^.;:,“”]+| an? [^.;:,“”]+)?")
"""Behind a verb that the second one who acts can have, too: no name that the second name could stand for."""
_STANDS: Final = late_pattern(
    r"[Tt]he [^.;:,“”]{3,40} (?P<noun>[a-z-]+)(?P<does> (?:is|are|will be|takes place|begins|starts|opens))"
)
"""A whole first part that only gives its thing a day: "the women's race is"."""
_ORDINAL: Final = late_pattern(r"\b(?:first|second|third|fourth|fifth|sixth|final|last|other)\b")
_THEN: Final = late_pattern(
    rf"(?P<who>[^.;:,“”]{{2,60}}?) (?P<aux>will|would|(?:is|are) (?:due |set |expected |scheduled )?to) [a-z]+ [^.;:“”]{{3,140}}?{_DAY}(?:,|,? and|,? then|,? and then)"
    r" (?P<does>(?:travel|fly|go|head|return|move|meet|visit|hold|address|attend|speak|sign|open|host|receive|brief|continue|leave)\b(?! (?:is|are|was|were|will|would)\b)[^.;:,“”]{0,60} (?:on|at|from|by)(?: the)? )$"
)
"""A later verb of one that acts, behind another day: "will hold talks in Oslo on Friday, travel on to Riga on ..."."""
_ENDS_LATER: Final = late_pattern(
    rf"(?P<who>[^.;:,“”]{{2,60}}?) (?P<aux>will|would|(?:is|are) (?:due|set|expected|scheduled) to) (?:start|begin|take effect|come into (?:force|effect)) (?:[^.;:“”]|(?<=[ap])\.(?=m)|(?<=\.m)\.|(?<=\d)[.:](?=\d)){{0,80}}?{_DAY},? and (?:then |to )?"
    r"(?P<does>expire|lapse|run out)(?: at the same (?:hour|time))?(?P<link>(?: (?:on|at|from|by))*(?: the)? )$"
)
"""The end of what begins on another day: "is due to start on Friday and expire at the same hour on ..."."""
_NAME: Final = r"[A-Z][\w’'-]+"
_ROLE: Final = f"(?:{'|'.join(sorted(ROLES))})"
_SOMEBODY: Final = rf"(?:(?:the|his|her|their|its) )?(?:(?:{_NAME}|{_ROLE}|of) ){{0,7}}{_NAME}"
_TO_PEOPLE_OR_PLACES: Final = late_pattern(
    r"(?P<told>(?:.*(?:[.;:,“”]|\b(?:that|said)\b) )?[^.;:,“”]{2,60}? (?:(?:will|would|is to|are to|is due to|are due to|is expected to|are expected to|is set to|plans to) )?"
    rf"(?P<does>(?:meet|visit|travel to|fly to|go to|head to|receive|host)s?)) (?P<first>{_SOMEBODY})(?P<there> in {_NAME}(?: {_NAME})?)?(?:,? (?:on|for))?(?: the)? {_DAY}(?:, {_SOMEBODY} on {_DAY})?(?:,|,? and|,? then|,? and then)"
    rf" (?P<other>{_SOMEBODY})(?P<here> in {_NAME}(?: {_NAME})?)?,? on(?: the)? "
)
"""One who meets one person and then another, or visits one place and then another: "will meet Lee in Oslo on Monday and envoy Ann Tan on Tuesday"."""
_NEARBY: Final = 240


def without_gap(before: str) -> str | None:
    """The words before a day of a list's later part, with those that it leaves out; None where it leaves out none.

    Whether "Lund visits Oslo on Monday and Kern on ..." has a second visitor or a second one visited nobody can tell.
    """
    if then := _THEN.match(before):
        return f"{then['who']} {then['aux']} {then['does']}"
    if ends := _ENDS_LATER.match(before):
        return f"{ends['who']} {ends['aux']} {ends['does']}{ends['link']}"
    if both := _TO_PEOPLE_OR_PLACES.fullmatch(before):
        # Two places, or two people, are met by one; a place and a person may be one more who visits the same.
        met, other = both["does"].startswith(("meet", "receive", "host")), is_place(both["other"])
        if is_place(both["first"]) == other and other != met:
            return f"{both['told']} {both['other']}{both['here'] or ''} on "
    item = _ITEM.search(before, max(0, len(before) - _NEARBY))
    first = _FIRST.search(before) if item else None
    if item is None or first is None:
        return None
    told = before[: first.start()]
    if item["those"]:
        return _of_others(told, item["those"], item["theirs"])
    if item["thing"]:
        stands = _STANDS.fullmatch(told)
        alike = (
            stands is not None and stands["noun"] == item["thing"].split()[-1] and not _ORDINAL.search(item["thing"])
        )
        return f"T{item['thing'][1:]}{stands['does']} on " if stands and alike else None
    if item["linked"]:
        return _hung(told, item["linked"], item["link"])
    clause = _CLAUSE.search(told) or (None if item["plural"] else _PRESENT.search(told))
    if clause is None or not _HANGS.fullmatch(clause["rest"]) or clause["who"].split()[-1].lower() in FUNCTION_WORDS:
        return None
    return f"{told[: clause.start('who')]}{item['who']} {clause['does']} on "


def _of_others(told: str, those: str, link: str) -> str | None:
    """The first part with others of the same in place of its own: "Flights to Kell will resume on Monday, those to Orme on"."""
    clause = _CLAUSE.search(told)
    own = clause["who"].find(f" {link} ") if clause else -1
    if clause is None or own < 0:
        return None
    return f"{told[: clause.start('who')]}{clause['who'][:own]} {those} {clause['does']} on "


def _hung(told: str, item: str, link: str) -> str | None:
    """The first part with what another one hangs on its verb by the same word, in place of its own."""
    own = told.rfind(f" {link} ")
    return f"{told[:own]} {item} on " if own > 0 else None
