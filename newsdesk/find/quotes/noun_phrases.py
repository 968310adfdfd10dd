"""The phrases that can name a speaker, as types: names, pronouns, roles, collectives, institutions."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from newsdesk.late_pattern import late_pattern

JOINS: Final = frozenset({"and", "or"})
"""Words between two phrases that are one subject."""


class PhraseKind(StrEnum):
    """How a phrase names somebody."""

    NAME = "name"
    PRONOUN = "pronoun"
    ROLE = "role"
    COLLECTIVE = "collective"
    INSTITUTION = "institution"
    JOINT = "joint"
    """Several of them joined ("Ana Ruiz and Tom Lee")."""
    THING = "thing"
    """A phrase that hardly speaks ("the plan")."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """One phrase; offsets count in the text that was searched."""

    start: int
    end: int
    """Before a possessive 's."""
    text: str
    kind: PhraseKind
    core: str
    """The name without titles and roles; the whole phrase when it holds no name."""
    possessive: bool = False
    owner: bool = False
    """Stands inside a longer phrase as its possessor ("Lee" in "Lee's spokesman")."""
    unsure: bool = False
    """Others that are joined to it may speak too."""
    members: tuple[Phrase, ...] = ()
    """Of a joint phrase, in order."""

    @property
    def is_new(self) -> bool:
        """Whether it is somebody of whom the text has not told yet: "a spokesman", "another aide"."""
        return _NEW.match(self.text) is not None


_NEW: Final = late_pattern(r"(?:an?|one|another)\s", re.IGNORECASE)
