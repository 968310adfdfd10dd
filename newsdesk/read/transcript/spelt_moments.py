"""Moments that stand once more in words, for who hears a page, as they are copied from the panel of a player or a meeting.

"0:03", and "3 seconds" beside it: glued to it, on the line below, or behind the speaker's name there.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.read.names import is_person
from newsdesk.read.transcript.recording_clock import seconds_of

_SPELT = r"(?:(?:1 (?:hour|minute|second)(?!s)|\d{1,3} (?:hours|minutes|seconds))(?:,? (?=\d))?){1,3}"
_BEGINS = late_pattern(rf"(?P<spelt>{_SPELT})(?P<rest>|(?![\s,.;:!?'’…)–—-]).*|\s+\d[\d:]*)")
"""The words of what is said may be glued to it; behind a space, "20 seconds of silence", it is itself what is said."""
_ENDS = late_pattern(rf"(?P<name>[^\d\n]{{2,60}}) (?P<spelt>{_SPELT})")
_PART = late_pattern(r"(\d{1,3}) (hour|minute|second)")
_CLOCK = late_pattern(r"(?:\d{1,2}:)?\d{1,3}:\d{2}")
_INITIALS = late_pattern(r"[^\W\d_a-z]{2,3}")
_SECONDS = {"hour": 3_600, "minute": 60, "second": 1}
_FEWEST = 3


def _moment(line: str) -> float | None:
    """The seconds that a line in figures is; None for any other."""
    return seconds_of(*line.split(":")) if _CLOCK.fullmatch(line) else None


def _seconds(spelt: str) -> int:
    return sum(int(number) * _SECONDS[unit] for number, unit in _PART.findall(spelt))


class _Spelt(NamedTuple):
    seconds: int
    kept: str
    """The line without it."""


def _spelt_in(line: str, name: str) -> _Spelt | None:
    """The moment in words that a line begins with, or that stands behind the speaker's name there, which is `name` where it stood above."""
    if begins := _BEGINS.fullmatch(line):
        return _Spelt(_seconds(begins["spelt"]), begins["rest"].strip())
    ends = _ENDS.fullmatch(line)
    if ends is None or not (ends["name"] == name or is_person(ends["name"])):
        return None
    return _Spelt(_seconds(ends["spelt"]), "" if ends["name"] == name else ends["name"])


def without_spelt_moments(lines: Sequence[str]) -> list[str]:
    """The lines with each moment in figures alone, and without the initials that stand for a speaker's picture; as many as before.

    As they are where hardly any moment stands beside the same one in words.
    """
    put = [line.strip() for line in lines]
    told = 0
    before, above = "", ""
    for n, line in enumerate(put):
        found = _spelt_in(line, before)
        if found and found.seconds in {_moment(found.kept), _moment(above)} - {None}:
            put[n] = found.kept
            told += 1
        if put[n]:
            before, above = above, put[n]
    if told < _FEWEST:
        return list(lines)
    filled = [n for n, line in enumerate(put) if line]
    for n, following in pairwise(filled):
        if _INITIALS.fullmatch(put[n]) and put[n] == "".join(word[0] for word in put[following].split()).upper():
            put[n] = ""
    return put
