"""Proposed names that are none, and what a name is better off without. Pure.

A name begins with the word that opens its sentence, which may join it to the one before ("But Pell faces a vote"), and a
sentence may be about somebody or something that nobody looks for on a calendar ("Love goes to Ann").
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from newsdesk.find.events.naming import Naming
from newsdesk.find.events.words import ANYBODY, DIGNITARIES, JOINING
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_JOINS: Final = late_pattern(rf"(?:{JOINING}) (?=[A-Z])")
"""At the beginning: no part of who acts."""
_OF_ANY: Final = late_pattern(
    r"(?:Fans|Supporters|Spectators|Viewers|Readers|Ticket-holders)['’] (?=(?:[a-z-]+ ){0,2}[a-z-]+$)"
)
"""Before what is not theirs: "fans' kick-off"."""
_TRIES: Final = late_pattern(
    r"(?:Jury|Juror|Jurors|Judge|Court|Magistrate|Magistrates|Panel)(?:['’]s?)? (?P<what>to be sentenced|sentencing)"
)
"""Those who sentence, or find guilty who then is sentenced."""
_NOTHING: Final = late_pattern(
    r"(?:(?:[\w’'-]+ )?(?:[Ll]ove|[Tt]houghts|[Pp]rayers|[Ss]ympath(?:y|ies)|[Cc]ondolences|[Cc]ongratulations|[Tt]hanks|[Cc]redit|[Pp]raise|[Rr]espect|[Hh]earts?) (?:to )?(?:go|goes|be|reach|reaches)\b"
    r"|(?:Daddy|Dad|Mummy|Mum|Mommy|Mom|Grandma|Grandpa|Granny|Grandad|Nan|Auntie|Hubby) (?:to )?[a-z]+"
    r"|.* visit to (?:round|around|across|over)\b)"
)
"""What is on nobody's calendar, or was cut out of another sentence."""
_ITS_OWN_PAGE: Final = late_pattern(
    r"(?:(?:Our|This|The|Next|Rolling|Full|Daily|Weekly|Morning|Evening) ){0,2}(?:[Ll]ive )?(?:[Pp]age|[Bb]log|[Ll]iveblog|[Nn]ewsletter|[Cc]overage|[Uu]pdates|[Tt]icker|[Rr]eporting|[Ff]eed|[Ee]-?mail)"
    r"(?: (?:of|on|from) .+?)? (?:to )?(?:returns?|resumes?|restarts?|opens?|re-?opens?|begins?|starts?|continues?|closes?|ends?|be back|is back)\b.*"
)
"""What a publisher tells of its own page: "Our live page returns on Monday"."""
_WHICH: Final = late_pattern(
    r"(?i)\b(?P<which>next|another|new|fresh|further|first|second|third|fourth|fifth|final|last) (?:attempt|try)\b"
)
"""Which of several attempts is told."""
_ALONE: Final = (
    ANYBODY
    | DIGNITARIES
    | word_set(
        "attempt try bid public judge jury jurors court crowd fans supporters people police everyone love man family couple victim team minister president"
    )
)
"""What a single word can only say something of."""


def tidied(naming: Naming, before: str) -> Naming | None:
    """A proposed name without what is no part of it; None where nothing of an event is left.

    Args:
        naming: the name.
        before: its sentence up to the day.
    """
    title = naming.title
    if title in {"Attempt", "Try"} and (which := _WHICH.search(before)) is not None:
        return replace(naming, title=f"{which['which'].capitalize()} {title.lower()}")
    if title.lower() in _ALONE or _NOTHING.match(title) or _ITS_OWN_PAGE.fullmatch(title):
        return None
    left = _OF_ANY.sub("", _JOINS.sub("", title, count=1), count=1)
    sentenced = _TRIES.fullmatch(left)
    if sentenced is not None:
        return replace(naming, title="Sentencing", names=False, who=None, clause=False)
    if left == title:
        return naming
    return replace(naming, title=f"{left[:1].upper()}{left[1:]}")
