"""Who stands after the place that begins a sentence: "Outside court Ann Lee said", "On the steps Ann Lee, a nurse, wept"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import is_person
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.find.quotes.noun_phrases import Phrase

_PLACE = late_pattern(
    r"(?:(?:But|And) )?(?:[Oo]utside|[Ii]nside|[Oo]n|[Aa]cross|[Aa]t|[Ii]n|[Nn]ear|[Bb]ehind|[Bb]eside|[Bb]elow|[Aa]bove|[Aa]round"
    r"|[Dd]own|[Uu]p|[Uu]nder|[Oo]ver|[Aa]long|[Bb]eyond|[Oo]pposite) (?P<where>(?:[a-z][\w-]* ){1,4})"
)
_IN_A_TOWN = late_pattern(r"(?:(?:But|And) )?(?:[Oo]utside|[Ii]n|[Aa]t|[Nn]ear|[Ii]nside|[Aa]cross) ")
"""Before a name that may begin with a town's: "In Leeds Ann Lee said"."""
_GOES_ON = late_pattern(r" (?!(?:and|or|of|in|at|for|from|that|is|was|were|are)\b)[a-z]|, (?:an?|the|who|whose|\d\d)\b")
"""What follows a name that is the subject."""
_NO_PLACE = (
    names.PERSON_NOUNS
    | names.COLLECTIVE_NOUNS
    | names.TITLES
    | cues.PREPOSITIONS
    | cues.CONJUNCTIONS
    | word_set("president that this which what how why who")
)
"""Words that no place before a name holds: "In striker Ann Lee", "On behalf of Ann Lee"."""


def cut_places(masked: str, starts: Sequence[int], phrases: list[Phrase]) -> tuple[list[Phrase], frozenset[int]]:
    """The phrases without the place that stands before a person's full name, and where such names begin.

    `starts`: where the sentences of the masked paragraph begin; `phrases` are in order.
    """
    placed: set[int] = set()
    cut = list(phrases)
    at = 0
    for first in starts:
        town = _IN_A_TOWN.match(masked, first)
        if town is not None:
            at = _first_from(cut, at, town.end())
            if at < len(cut) and cut[at].start == town.end() and (behind := _behind_town(masked, cut[at])) is not None:
                cut[at] = behind
                placed.add(behind.start)
                continue
        found = _PLACE.match(masked, first)
        if found is None or not _NO_PLACE.isdisjoint(found["where"].split()):
            continue
        at = _first_from(cut, at, found.end() + 1)
        if at == len(cut):
            break
        phrase = cut[at]
        start = phrase.end - len(phrase.core)
        named = phrase.kind is PhraseKind.NAME and " " in phrase.core and is_person(phrase.core)
        if (
            named
            and start == found.end()
            and not phrase.possessive
            and not phrase.owner
            and _GOES_ON.match(masked, phrase.end)
        ):
            cut[at] = replace(phrase, start=start, text=phrase.core)
            placed.add(start)
    return cut, frozenset(placed)


def _first_from(phrases: Sequence[Phrase], at: int, offset: int) -> int:
    """The number of the first phrase, from number `at` on, that ends at an offset or behind it."""
    while at < len(phrases) and phrases[at].end < offset:
        at += 1
    return at


def _behind_town(masked: str, phrase: Phrase) -> Phrase | None:
    """The full name that follows a town's as if it were a part of it: Ann Lee of "Leeds Ann Lee"; None where no first name tells it."""
    words = phrase.core.split()
    if phrase.kind is not PhraseKind.NAME or phrase.possessive or phrase.owner or phrase.text != phrase.core:
        return None
    first = next((n for n, word in enumerate(words[:-1]) if names.gender_of(word) is not None), 0)
    core = " ".join(words[first:])
    if not first or not is_person(core) or not phrase.core.endswith(core) or not _GOES_ON.match(masked, phrase.end):
        return None
    return replace(phrase, start=phrase.end - len(core), text=core, core=core)
