"""A name for an event: six words at most, made whole. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from newsdesk.find.events.words import DATE_WORDS, FILLERS, FUNCTION_WORDS, NAME_OF_TIME, RELATIONAL, ROLES, VERBISH
from newsdesk.find.word_lists import word_set

LONGEST: Final = 6
"""Words in a name."""
LINKS: Final = word_set("of in at for on into between against under from with over near outside behind across along by")
"""Words by which something hangs on a noun."""
_WHAT_KIND: Final = word_set(
    "train rail bus tube tram ferry gas oil steel peace trade budget climate food power water pay"
)
COMMON_OPENINGS: Final = _WHAT_KIND | word_set(
    "school hospital police state city air airport public junior senior prison border council"
    " resident regulated postal university health care dock port cabin baggage security polling local national road fire"
)
"""Words that open a sentence with a capital and are no names."""


@dataclass(frozen=True, slots=True)
class Naming:
    """A proposed name with how much it tells."""

    title: str
    weight: float
    names: bool = False
    """A name in it says whose or where it is."""
    place: str | None = None
    """Where it takes place ("in Banjara"), when the name does not say so."""
    who: str | None = None
    """Whose it is, when the name does not say so."""
    topic: str | None = None
    """What its post is about, when the name does not say so."""
    clause: bool = False
    """It says who does what, as a clause does."""


def titled(words: Sequence[str], weight: float, *, opening: str = "", clause: bool = False) -> Naming:
    """The name made of `words`.

    Args:
        words: as written; those beyond six are left out with the phrase they belong to.
        weight: how much it tells.
        opening: the first word of the sentence, whose capital tells nothing.
        clause: they say who does what.
    """
    kept = fitted(words)
    names = any(word[:1].isupper() and word != opening for word in kept) or is_name(opening, kept)
    title = " ".join(kept)
    return Naming(title[:1].upper() + title[1:], weight, names, clause=clause)


_NO_NAMES: Final = (
    FUNCTION_WORDS
    | VERBISH
    | ROLES
    | DATE_WORDS
    | RELATIONAL
    | NAME_OF_TIME
    | word_set("police deadline everyone everybody anyone anybody nobody someone")
    | word_set(
        "found born held lost caught brought sent built kept given shown seen driven struck shot made sold told led torn stuck known taken"
    )
)


def is_name(opening: str, words: Sequence[str]) -> bool:
    """Whether the word that opens a sentence is a name all the same: "Parliament", "Rubio", not "Voters", "Talks"."""
    if not opening or opening not in words or not opening[0].isupper():
        return False
    lower = opening.lower().removesuffix("'s").removesuffix("’s")
    if lower.partition("-")[0] in FILLERS or lower in _WHAT_KIND:
        # "First-quarter figures", "Steel tariffs".
        return False
    return not lower.endswith(("s", "ing", "ed")) and lower not in _NO_NAMES


def fitted(words: Sequence[str]) -> list[str]:
    """At most six of the words: a phrase that would be cut goes as a whole, from its preposition on."""
    kept = list(words[:LONGEST])
    if len(words) > LONGEST:
        joint = next(
            (index for index in range(len(kept) - 1, 0, -1) if kept[index].lower() in FUNCTION_WORDS - {"to", "be"}),
            None,
        )
        if joint is not None and joint >= 2:
            kept = kept[:joint]
        while len(kept) > 1 and kept[-1].lower() in FUNCTION_WORDS:
            kept.pop()
    while len(kept) > 1 and kept[-1].lower() in _LEAD_ON:
        kept.pop()
    return kept


_LEAD_ON: Final = word_set("next due prior according")
"""Words that end no name: "to be buried next to"."""


def joined(who: Sequence[str], rest: Sequence[str]) -> list[str]:
    """Who acts and what they do, in six words if that can be: what hangs on the actor goes before it, then goes.

    "inquiry into Skerry ferry disaster" + "to report" gives "Skerry ferry disaster inquiry to report".
    """
    room = LONGEST - len(rest)
    if len(who) <= room:
        return [*who, *rest]
    link = next((index for index, word in enumerate(who) if index and word.lower() in LINKS), None)
    if link is None:
        owner = next((index for index, word in enumerate(who[:-1]) if word.endswith(("'s", "’s"))), None)
        if owner is not None and len(who) - owner - 1 <= room:
            return [*who[owner + 1 :], *rest]
        return [*who, *rest]
    head, hung = list(who[:link]), list(who[link + 1 :])
    if any(word.endswith(("'s", "’s")) for word in head):
        # "Orbix's purchase of Lyra": it has an owner.
        return [*head, *rest]
    if len(head) > 1 and head[1].islower() and head[0].lower() in COMMON_OPENINGS:
        head[0] = head[0].lower()
    name = [word for word in hung if word[0].isupper()]
    for front in (hung, [] if "and" in hung else name):
        inquiry = front is hung and who[link].lower() == "into"
        if inquiry and (further := next((n for n, word in enumerate(hung) if word in LINKS - {"of"}), 0)):
            # "The inquiry into the strike on the hospital": no "strike on hospital inquiry".
            return fitted([*head, "into", *hung[:further], *rest])
        if front and (front[0][0].isupper() or inquiry) and len(front) + len(head) <= room and "and" not in front:
            return [*front, *(word.lower() for word in head), *rest] if inquiry else [*front, *head, *rest]
    return [*who[:link], *rest]
