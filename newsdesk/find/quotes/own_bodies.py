"""Who is told to lead something without an office's name: "Lee says his side must win", "Lee runs the school"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping

_TEAM = word_set("manager coach head captain skipper")
_FIRM = word_set("executive head director founder owner chair manager")
_SCHOOL = word_set("head headteacher headmaster headmistress principal teacher chancellor director dean")
_STATE = word_set("pm president leader minister chancellor premier")
_FORCE = word_set("chief head constable commissioner commander superintendent")
_OFFICES: Mapping[str, frozenset[str]] = {
    **dict.fromkeys(("side", "team", "club", "squad", "players"), _TEAM),
    **dict.fromkeys(("ministry", "department"), word_set("minister secretary")),
    **dict.fromkeys(("council", "authority"), word_set("leader mayor head executive chair")),
    **dict.fromkeys(("city", "town", "village"), word_set("mayor")),
    **dict.fromkeys(
        ("company", "firm", "business", "airline", "bank", "charity", "agency", "hospital", "trust", "museum"), _FIRM
    ),
    **dict.fromkeys(("school", "college", "university", "academy"), _SCHOOL),
    **dict.fromkeys(("government", "cabinet", "country", "nation"), _STATE),
    **dict.fromkeys(("party", "union"), word_set("leader secretary chair president head")),
    **dict.fromkeys(("force", "officers", "brigade", "crews"), _FORCE),
}
"""What somebody calls his or her own -> the offices of who leads it."""
_LEADERS = word_set("leader head executive director chair owner manager coach principal headteacher chief")
_BY_VERB: Mapping[str, frozenset[str]] = {
    "lead": _LEADERS,
    "led": _LEADERS,
    "head": _LEADERS,
    "run": _LEADERS,
    "ran": _LEADERS,
    "manage": word_set("manager coach head"),
    "coach": word_set("manager coach head"),
    "chair": word_set("chair head"),
    "captain": word_set("captain skipper"),
}
"""What somebody does who leads -> the offices of who does it."""
BODIES = frozenset(_OFFICES) | word_set("head outgoing home club first")
"""Words of an office that name nothing which another has not as well: "the council leader", "the head coach"."""
_RACES = r"(?: the| an?)?(?: [\w'\u2019-]+){0,2} (?:[Mm]arathon|[Rr]ace|[Mm]ile|[Rr]elay|[Cc]ourse|[Gg]auntlet|[Rr]isk|10[Kk]|5[Kk])\b"
"""What somebody ran who led nothing."""
_LEADS = late_pattern(
    rf"(?:,? who)?(?: (?:now|still|also|has|had))? (?P<verb>lead|led|head|run|ran(?!{_RACES})|manage|coach|chair|captain)(?:s|d|ed|es)? (?:the |an? )?"
    rf"(?:[A-Z\u00c0-\u00de]|(?:[a-z]+ ){{0,2}}(?:{'|'.join(sorted(_OFFICES))})\b)"
)
_ONCE = late_pattern(r"(?:led|ran|[a-z]+ed)\b")
_OWN = late_pattern(
    rf"[^.?!\n\u201c\u201d\"]{{0,60}}? (?:his|her) (?:[\w'\u2019-]+ ){{0,3}}(?P<body>{'|'.join(sorted(_OFFICES))})\b"
)
_WHOSE = late_pattern(rf"['\u2019]s? (?:[\w-]+ ){{0,3}}(?P<body>{'|'.join(sorted(_OFFICES))})\b")


def offices_of_owner(text: str, end: int) -> frozenset[str]:
    """The offices that whoever a name that ends at `end` means may hold by what is called his: "Lee's side"."""
    whose = _WHOSE.match(text, end)
    return frozenset() if whose is None else _OFFICES[whose["body"]]


def led_once(text: str, end: int) -> bool:
    """Whether the words after a name that ends at `end` tell that its bearer led something, and may do so no longer: "managed the side"."""
    leads = _LEADS.match(text, end)
    return leads is not None and _ONCE.match(text, leads.start("verb")) is not None


def offices_after(text: str, end: int) -> frozenset[str]:
    """The offices that whoever a sentence's subject names, which ends at `end`, may hold by what the words after it tell."""
    leads = _LEADS.match(text, end)
    if leads is not None:
        return _BY_VERB[leads["verb"]]
    own = _OWN.match(text, end)
    return frozenset() if own is None else _OFFICES[own["body"]]
