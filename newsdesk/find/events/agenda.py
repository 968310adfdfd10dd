"""Lines of a list of days, the day first and then what happens on it: "5 December: Harbour rally in Leith". Pure."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, NamedTuple

from newsdesk.find.dates.direction_words import SCHEDULED
from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.naming import LONGEST, Naming, titled
from newsdesk.find.events.phrases import phrase, tokens
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_OPENS: Final = late_pattern(
    r"[ \t]*(?:[•*·–—-]|\d{1,2}[.)])?[ \t]*\*{0,2}(?:(?:On|By|From|(?:Coming up|Still to come|Up next|Also) on) )?$"
)
_SAYS: Final = late_pattern(
    r"\)?\*{0,2}(?::\*{0,2}| [–—|-])[ \t]+(?P<what>(?:[A-Z\d“\"‘]|(?:the|an?|his|her|its|their) )[^\n]{2,})"
)
_ARTICLES: Final = word_set("the a an")
_INDENT: Final = 30
"""Characters at most before the day of such a line."""
_SHORT: Final = 60
"""Characters of a line that is a name and no sentence."""


class Entry(NamedTuple):
    """A line in the order of a sentence, "Harbour rally in Leith on 5 December", with the span of its day."""

    text: str
    start: int
    end: int

    @property
    def what(self) -> str:
        """What happens."""
        return self.text[: self.start].removesuffix(" on ")


def entry(text: str, sentence: tuple[int, int], start: int, end: int) -> Entry | None:
    """The line that the day at `start`..`end` opens, read as a sentence; None where the day opens no line of a list."""
    before = text[max(0, start - _INDENT) : start]
    first = start < _INDENT or "\n" in before
    opens = first and _OPENS.fullmatch(before.rpartition("\n")[2])
    # In a paragraph of such lines each is a sentence of its own.
    says = _SAYS.match(text, end, sentence[1]) if opens or start == sentence[0] else None
    if says is None:
        return None
    return _entry(says["what"].rstrip(" .;,"), text[start:end])


_FIRST: Final = late_pattern(r"[“\"]?(?:(?:[Oo]n|At|By|From|Late on|Early on) (?:the )?)?$")
_CLAUSE: Final = late_pattern(r",? (?P<what>(?:(?:the|an?|his|her|its|their) |[A-Z])[^.;:,“”\n]{4,140}?)(?=[.;:]|, |$)")


def day_last(text: str, sentence: tuple[int, int], start: int, end: int) -> Entry | None:
    """A sentence that the day opens with the day at its end: "The president flies to Malta on Saturday"; None for others."""
    opens = _FIRST.fullmatch(text, sentence[0], start) is not None
    told = _CLAUSE.match(text, end, sentence[1]) if opens else None
    return _entry(told["what"], text[start:end]) if told else None


def _entry(what: str, day: str) -> Entry:
    begin = len(what) + len(" on ")
    return Entry(f"{what[0].upper()}{what[1:]} on {day}.", begin, begin + len(day))


def by_line(found: Entry, told: Naming | None) -> Naming | None:
    """A name from a line that is one ("Result of ballot"), else the one that the line gives as a sentence.

    Args:
        found: the line.
        told: its name as a sentence, if it has one.
    """
    if told is not None and told.who and found.what.startswith(told.who):
        # "First 48-hour stoppage": the capital of the line is no owner's.
        told = replace(told, who=None)
    if len(found.what) > _SHORT:
        return told
    words = phrase(found.what)
    if told is not None:
        return told if len(words) < len(told.title.split()) else titled(words, told.weight, opening=words[0])
    words = words or [word for word in tokens(found.what) if word.lower() not in _ARTICLES]
    happens = any(class_of(word.lower()) or word in SCHEDULED for word in words)
    return titled(words, 1.0, opening=words[0]) if happens and len(words) <= LONGEST else None
