"""How a clause begins before the one who acts: with a place, a reservation, or an owner whose thing was told before. Pure."""

from __future__ import annotations

from typing import Final

from newsdesk.find.calendar_words import MONTH_NAMES
from newsdesk.find.event_nouns import class_of
from newsdesk.late_pattern import late_pattern

_ASIDE: Final = late_pattern(
    r"^(?:[A-Z][a-z]+(?: and [a-z]+)? permitting|(?:Contrary to|According to|Despite|Ahead of|Because of|Thanks to|In addition to|Instead of|As a result of) [^,;:“”]{2,60}), (?=\w)"
)
"""As in "Contrary to reports, ...": it tells nothing of what happens."""
_ASKED: Final = late_pattern(
    r"^(?:[^“\"]{0,60}\b)?(?:[Aa]sked|[Pp]ressed|[Qq]uestioned) (?:[^“\"]{0,40}?)(?:if|whether|when|why|how|about|what|who|by)\b[^“\"]{3,160}?"
    r"\b(?:said|says|replied|answered|told [^“\"]{2,30})[:,]? [“\"]"
)
"""As in "Asked whether members would strike, she said: “We ballot ...": the question tells of nothing to come."""
_IN_QUESTION: Final = late_pattern(r"^Whether (?=\w)")
"""As in "Whether the envoy comes on Friday is unclear"."""
_PLACE: Final = late_pattern(
    r"^(?P<place>(?:In|At|Near|Outside|Across) (?:the )?(?:[A-Z][\w’'-]*(?: (?:and )?[A-Z][\w’'-]*){0,3}))"
    r"(?:, (?=\w)| (?=(?:the|an?) [a-z]))"
)
"""As in "In Hull, the concert starts on ..."; days and months are no places."""
_ELLIPSIS: Final = late_pattern(
    r"(?:^|(?:\b(?:and|but|while|as)|,) )(?:the )?(?P<who>[\w-]+(?: [A-Z][\w-]+)?['’]s)"
    r"(?= (?:will|would|is|has|starts?|begins?|opens?|ends?|resumes?|takes|follows?)\b)"
)
"""As in "Lund's starts on ...", after "Kovac's trial starts on ..."."""
_POSSESSED: Final = late_pattern(r"['’]s? (?:[a-z-]+ ){0,2}?(?P<noun>[a-z-]+)\b")


def without_aside(before: str) -> str:
    """The words before a day without a reservation or a question at their beginning."""
    rest = _IN_QUESTION.sub("", _ASKED.sub("", _ASIDE.sub("", before)))
    return before if rest == before else rest[:1].upper() + rest[1:]


def place_first(before: str) -> tuple[str, str]:
    """The words before a day without the place that they begin with, and that place as it stands behind; empty without one."""
    found = _PLACE.match(before)
    if found is None or _MONTH_OR_DAY.search(found["place"]):
        return before, ""
    rest = before[found.end() :]
    return rest[:1].upper() + rest[1:], f" {found['place'][:1].lower()}{found['place'][1:]}"


_MONTH_OR_DAY: Final = late_pattern(rf"\b(?:{MONTH_NAMES}|\w+day)\b")


def with_what_is_owned(before: str, earlier: str) -> str:
    """The words before a day with the noun that an owner stands for; none where it was not told.

    Args:
        before: the sentence up to the day.
        earlier: the sentences before.
    """
    found = next(reversed(list(_ELLIPSIS.finditer(before))), None)
    if found is None or found["who"].lower().startswith(("it", "he", "she", "that", "there", "what", "who")):
        return before
    told = f"{earlier} {before[: found.start()]}"
    nouns = [each["noun"] for each in _POSSESSED.finditer(told) if class_of(each["noun"])]
    return f"{before[: found.end()]} {nouns[-1]}{before[found.end() :]}" if nouns else ""
