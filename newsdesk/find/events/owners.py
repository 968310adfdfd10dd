"""Whose an event is, or what it is about, where its name alone does not say so. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.naming import COMMON_OPENINGS, LONGEST, Naming, is_name
from newsdesk.find.events.phrases import OPENING_ADVERB, antecedent, runs_of_names, short_name
from newsdesk.find.events.words import DATE_WORDS, FUNCTION_WORDS, JOINING, PRONOUNS, RELATIONAL, ROLES
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

BETWEEN_PARTIES: Final = word_set("truce deadline")
"""Classes of events that several parties share: who is named beside one may be its addressee, a mediator or a critic."""
_OF_SOMETHING: Final = word_set("court funeral launch opening speech report release inauguration rally exercise visit")
"""Classes whose place alone does not tell which it is: "Ceremony in London", "Inquest in Colchester"."""
_ANNOUNCES: Final = late_pattern(
    r"(?P<who>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2}) (?:(?:has|have|had) )?(?:[a-z]+ly )?(?:announce[sd]?|declare[sd]?) (?:an?|its|his|her|their)\b(?: [\w’'-]+){1,4} "
)
_SPEAKS: Final = late_pattern(r",? (?:has |have )?(?:said|says|told|tells|added|warned|confirmed|announced|reported)\b")
_BETWEEN: Final = late_pattern(r"\bbetween (?:the )?[^.;:,“”]{2,50} and (?:the )?$")
_OWN: Final = late_pattern(r"(?i)(?:^|[,;] )(?:its|their|his|her) (?:[\w-]+ ){1,3}")


def announcer(before: str) -> str | None:
    """Who declares it: the party that then keeps it."""
    found = _ANNOUNCES.search(before)
    if found is None or found["who"].split()[0].lower() in FUNCTION_WORDS | DATE_WORDS | PRONOUNS:
        return None
    return " ".join(short_name(found["who"])[-2:])


_CONTRACTED: Final = late_pattern(r"(?:I|We|You|They|He|She|It|There)['’]")
"""As in "We'll": no name."""


def owner(before: str, earlier: str) -> str | None:
    """Whose an event without a name is: the last one who acts before it in its own sentence.

    Args:
        before: its sentence up to the day.
        earlier: the sentences before, in which a possessive pronoun finds its owner.
    """
    if _OWN.match(before) and (who := antecedent(earlier)) and any(word[0].isupper() for word in who):
        # "Its next meeting": of whom the sentence before begins with.
        return " ".join(who[-3:])
    found = runs_of_names(before)
    runs = [
        run
        for run in found
        if (run.start() > 0 or " " in run.group() or is_name(run.group(), [run.group()]))
        and run.group().lower() not in ROLES | FUNCTION_WORDS
        and not run.group().isupper()
        and not _CONTRACTED.match(run.group())
        and not _NO_OWNER.fullmatch(run.group())
        and class_of(run.group().lower()) is None
        and not _SPEAKS.match(run.string, run.end())
        and not (run.start() == 0 and (OPENING_ADVERB.match(before) or run.group().lower() in COMMON_OPENINGS))
        and not run.string[: run.start()].endswith((" said ", " says "))
    ]
    if not runs:
        return None
    last = runs[-1]
    if _BETWEEN.search(last.string, 0, last.start()):
        # "The runoff between Ida Holm and Rolf Amann": neither owns it alone.
        return None
    name = short_name(_OPENS.sub("", last.group(), count=1))
    first = found[found.index(last) - 1] if found[0] is not last else None
    if first and before[first.end() : last.start()] == " and ":
        # What two do together is not the second one's alone.
        name = [*short_name(first.group().removeprefix("The "))[-1:], "and", *name[-1:]]
    return " ".join(name[-3:]) if name and name[-1].lower() not in ROLES | DATE_WORDS else None


_OPENS: Final = late_pattern(rf"(?:The|{JOINING}) (?=[A-Z])")
"""Before a name, with its capital from where the sentence begins."""


_NO_OWNER: Final = late_pattern(r"(?:The )?\d[\d.,]*|Junior|Senior|Local|National|Public|Postal|Heavy|Further")
"""As in "The 72-hour walkout" and "Junior doctors": no name."""


def is_bare(naming: Naming) -> bool:
    """Whether a name begins with a noun alone that needs to be somebody's or about something: "Services to restart"."""
    words = naming.title.split()
    first = words[0].lower()
    if naming.clause:
        return first in RELATIONAL and len(words) > 1 and words[1].islower() and words[1] not in {"of", "for", "into"}
    return len(words) == 1 or words[:2] == ["Deadline", "to"] or (len(words) == 2 and words[1] in {"start", "end"})


def placed_only(naming: Naming) -> bool:
    """Whether a name tells where, and not of what or whose: "Ceremony in London"."""
    words = naming.title.split()
    return (
        not naming.clause
        and len(words) > 2
        and words[1] in {"in", "at"}
        and class_of(words[0].lower()) in _OF_SOMETHING
    )


def completed(best: Naming, names: Sequence[str]) -> str:
    """A name without names, with whose or where it is or what it is about, as far as six words hold it."""
    words = best.title.split()
    lowered = {word.lower() for word in words}
    place = best.place.split() if best.place else []
    who = best.who.split() if best.who and not {word.lower() for word in best.who.split()} & lowered else []
    classes = {class_of(word.lower()) for word in words} - {None}
    topic = [
        word
        for word in (best.topic or "").split()
        if word.lower() not in lowered
        and not lowered & {"election", "elections"}
        and class_of(word.lower()) not in classes
    ]
    lowercase = [words[0] if words[0].isupper() else words[0][0].lower() + words[0][1:], *words[1:]]
    bare = is_bare(best)
    if words[0] == "Deadline" and not bare and len(words) > 1:
        return best.title
    if best.clause and not bare:
        return " ".join(words + place) if place and len(words) + len(place) <= LONGEST else best.title
    if best.names:
        # "Ceremony in London" has its place already.
        place = []
    for front in (who, place, topic if bare or best.names else []):
        if front and len(words) + len(front) <= LONGEST:
            if front is place:
                return " ".join(words + place)
            return " ".join([front[0][0].upper() + front[0][1:], *front[1:], *lowercase])
    others = [name for name in names if not {word.lower() for word in name.split()} & lowered]
    if len(words) == 1 and others and class_of(words[0].lower()) not in BETWEEN_PARTIES:
        together = f"{' and '.join(others[:2])} {' '.join(lowercase)}"
        if together.endswith("s") and len(together.split()) <= LONGEST:
            return together
        return f"{others[0]} {' '.join(lowercase)}"
    return best.title
