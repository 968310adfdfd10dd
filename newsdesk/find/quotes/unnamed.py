"""People without a name whom "the officer" means, where somebody else of the story is a named officer.

A source that asked not to be named must never get the name of whoever holds the same sort of office.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from newsdesk.find.quotes import names
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.quotes.registry import KIN
from newsdesk.find.quotes.roles import Role, parse_role
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from newsdesk.find.quotes.candidates import NameSeen, Speaker
    from newsdesk.find.quotes.registry import Known

_NEW = late_pattern(r"(?:an?|one|another)\s", re.IGNORECASE)
_OTHER = late_pattern(
    r"the (?P<which>first|second|third|fourth|other) (?!(?:sea|deputy|vice|assistant|permanent)\b)(?:[\w-]+ ){0,2}"
    r"(?!minister\b|lady\b|secretary\b|gentleman\b|officer of\b)[\w-]+\Z",
    re.IGNORECASE,
)
"""One of several of a sort: "the second officer", not "the first minister"."""
_TOLD_OF_SOMEBODY = late_pattern(
    r"(?:[\w)], |\((?:who (?:is|was) )?|\b(?:is|was|are|were|be|been|being|become|became|becomes|as|like|than|not|once|named|appointed"
    r"|elected|called|for|made|needs|need|without|either|every) )\Z"
)
"""What stands before words for what somebody is, or for nobody there is: "she was a diplomat", "as a witness"."""
_LONGEST_BEFORE = 14
_ORDINAL = late_pattern(r"\b[Tt]he (?:first|second|third|fourth|other) \Z")
"""What may stand before a role and be left out of its phrase."""
_LONGEST_ORDINAL = 12
_CLERKS = frozenset({"press", "general", "private", "permanent", "company", "assistant", "executive"})
"""Secretaries whom "the secretary" alone does not mean."""


@dataclass(frozen=True, slots=True)
class RoleMeant:
    """Whom the post means by a role that somebody of the story holds."""

    is_holder: bool
    """Whether it is that one, and not somebody without a name."""
    sure: bool = True
    introduced: NameSeen | None = None
    """Where the one without a name was brought in, where the post tells of that one before."""


HOLDER = RoleMeant(is_holder=True)
MAYBE_HOLDER = RoleMeant(is_holder=True, sure=False)
NOT_TOLD_OF = RoleMeant(is_holder=False)
"""Somebody without a name of whom the post does not tell before."""


def with_ordinal(speaker: Speaker, text: str) -> str:
    """A role with the words before it that tell which of several holds it: "the first witness"."""
    found = _ORDINAL.search(text, max(0, speaker.start - _LONGEST_ORDINAL), speaker.start)
    return (found.group() if found and text[speaker.start : speaker.end] == speaker.text else "") + speaker.text


def is_one_of_a_sort(role: str, held: Sequence[str]) -> bool:
    """Whether "the second witness" is said of one of several, and none of the roles `held` by somebody tells that it is this one."""
    which = _OTHER.match(role)
    return which is not None and not any(which["which"].lower() in names.fold(one).split() for one in held)


def is_another_secretary(role: str, held: Sequence[str]) -> bool:
    """Whether "the secretary" stands alone, and whoever might be meant is a press secretary or the like."""
    if names.fold(role) != "the secretary":
        return False
    offices = [parsed for parsed in map(parse_role, held) if "secretary" in parsed.heads]
    return bool(offices) and all(parsed.words & _CLERKS for parsed in offices)


def introduced_last(
    speaker: Speaker, before: Sequence[NameSeen], text: str, holder: Known, meant: Mapping[int, Known | None]
) -> RoleMeant:
    """Whom a role means: who was brought in by the same word after its `holder`, "a Western diplomat", or the holder.

    `before`: the names before in the post; `meant`: of them, by identity, whom each name means.
    """
    wanted = parse_role(speaker.text)
    for name in reversed(before):
        if name.kind is PhraseKind.NAME and meant.get(id(name)) is holder:
            return MAYBE_HOLDER if _is_between(wanted, before, text, holder, meant) else HOLDER
        if name.kind is PhraseKind.ROLE and name.place == "text" and _answers(wanted, name, text):
            return RoleMeant(is_holder=False, introduced=name) if name.subject else MAYBE_HOLDER
    return HOLDER


def _is_between(
    wanted: Role, before: Sequence[NameSeen], text: str, holder: Known, meant: Mapping[int, Known | None]
) -> bool:
    """Whether somebody such was brought in before the last bare mention of `holder`, who was told of by his role before that."""
    seen = False
    for name in reversed(before):
        if name.kind is PhraseKind.NAME and meant.get(id(name)) is holder:
            if any(wanted.heads & parse_role(role).heads for role in name.roles):
                return seen
        elif name.kind is PhraseKind.ROLE and name.place == "text" and name.subject and _answers(wanted, name, text):
            seen = True
    return False


def _answers(wanted: Role, name: NameSeen, text: str) -> bool:
    """Whether words bring in somebody new whom the wanted role may mean."""
    if _NEW.match(name.text) is None or KIN.search(name.text) is not None:
        return False
    role = parse_role(name.text)
    return (
        bool(wanted.heads & role.heads)
        and wanted.words <= role.words
        and wanted.places <= role.places
        and (wanted.deputy, wanted.former) == (role.deputy, role.former)
        and _TOLD_OF_SOMEBODY.search(text, max(0, name.start - _LONGEST_BEFORE), name.start) is None
    )
