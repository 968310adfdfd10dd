"""Subtitles taken apart: SubRip (SRT) and WebVTT to cues in their order, each with its moment and the lines it adds.

Real files are damaged: index numbers glued to the words, blank lines missing or amid a cue, times that cannot be, cues out of
order. No words are lost over that. WebVTT is read as its specification says (https://www.w3.org/TR/webvtt1/), but for cues that it
would drop. Captions that roll, as those made by machines do, show each line again under the next one: it is taken once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from html import unescape
from itertools import pairwise
from typing import NamedTuple

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.transcript.names_above import are_names
from newsdesk.read.transcript.recording_clock import seconds_of

_CLOCK = r"-?(?:\d{1,4}:\s?)?\d{1,2}:\s?\d{1,2}(?:\s?[.,:]\s?\d{1,6})?"
_TIMING = late_pattern(rf"(?P<start>{_CLOCK})\s*--?>\s*(?P<end>{_CLOCK})(?:\s.*)?")
_USUAL_TIMING = late_pattern(
    r"(\d\d):([0-5]\d):([0-5]\d)[,.](\d{3}) --> (\d\d):([0-5]\d):([0-5]\d)[,.](\d{3})", re.ASCII
)
"""As nearly all subtitles have it: read at one look, in a third of the time."""
_SBV_TIMING = late_pattern(r"(?P<start>\d{1,3}:\d\d:\d\d\.\d{1,3}),(?P<end>\d{1,3}:\d\d:\d\d\.\d{1,3})")
_DAMAGED_TIMING = late_pattern(rf"(?P<start>{_CLOCK}(?=\s))?[\d:.,\s]{{0,20}}\S{{0,20}}\s*-->")
_CUE_LINE = late_pattern(rf"^\s*{_CLOCK}\s*--?>\s*{_CLOCK}(?:\s|$)|^{_SBV_TIMING.pattern}$", re.MULTILINE)
_LONGEST_TIMING = 200
_FIRST_LINES = 12
"""Filled lines in which the first cue of subtitles begins."""
_BLOCKS_OF_ITS_OWN = ("NOTE", "STYLE", "REGION")
_TITLED = late_pattern(r"WEBVTT\s+-\s+(?P<title>.{3,200})")
_MADE_BY = late_pattern(
    r"\b(?:generated|created|converted|exported|made|translation|transcri|subtitle|caption|version)", re.IGNORECASE
)
_ADDRESS = late_pattern(r"https?://[^\s<>\"']{4,2000}")
_VOICE = late_pattern(r"<v(?:\.[\w.-]{0,80})?(?:[ \t]+(?P<name>[^<>]{1,200}))?>|(?P<end></v>)")
_COLOUR = late_pattern(
    r"""<font[^<>]{0,80}?\bcolor\s?=\s?["']?(?P<font>[#\w]{3,20})|<c\.(?P<named>[\w.-]{2,60})>|(?P<end></(?:font|c)>)""",
    re.IGNORECASE,
)
_TAG = late_pattern(r"</?[a-zA-Z][^<>]{0,300}>|<\d{1,3}:[\d:.]{3,20}>|\{\\[^{}]{0,200}\}")
_MARKUP = late_pattern(r"[<&\\{]|\[br\]")
"""Without one of these a line has neither tags nor entities."""
_SPACE = late_pattern(r"\\[Nnh]|\[br\]")
_FAR = 60.0
"""Seconds; a single cue that lies farther from both its neighbours, which are in order, has a wrong time."""
_GAP = 0.5
"""Seconds between two cues that may still be one rolling caption."""
_ROLLING_SHARE = 0.4
_MOST_LINES_SHOWN = 6
_MOST_ON_SCREEN = 80
"""Words of one cue that are compared with the next."""


class SpokenLine(NamedTuple):
    """One line of a cue, without tags."""

    line: int
    """In the file, from 1."""
    text: str
    voice: str | None = None
    """The name in a voice tag, as written."""
    colour: str = ""
    """Of its beginning, as written in a tag; broadcasters give each speaker one."""


class Cue(NamedTuple):
    """What appears on the screen at one moment."""

    start: float
    """Seconds from the start of the recording."""
    end: float
    lines: tuple[SpokenLine, ...]


class Subtitles(NamedTuple):
    """Subtitles taken apart."""

    cues: list[Cue]
    title: str | None = None
    link: str | None = None
    """An address that a comment of the file names; may be no safe one."""
    notes: Sequence[str] = ()
    """The lines of its head and its comments."""


class _RawCue(NamedTuple):
    start: float | None
    end: float | None
    lines: list[tuple[int, str, bool]]
    """Number, text, and whether a blank line stands before it."""


def is_srt(text: str) -> bool:
    """Whether a cleaned text begins as SubRip and SBV subtitles do: a cue's times stand among its first lines."""
    head = [line for line in text[:4_096].split("\n") if line.strip()][:_FIRST_LINES]
    return _CUE_LINE.search("\n".join(head)) is not None


def _seconds(clock: str) -> float:
    """Seconds of "1:02:03,500", "62:03.5" or "00:01:02:500"; what lies before the start is the start."""
    whole, _, fraction = clock.replace(" ", "").replace(",", ".").partition(".")
    parts = whole.lstrip("-").split(":")
    if len(parts) == 4:  # a colon before the milliseconds
        fraction = parts.pop()
    return 0.0 if clock.startswith("-") else round(seconds_of(*parts) + float(f"0.{fraction or 0}"), 3)


def _times(line: str) -> tuple[float | None, float | None] | None:
    """Begin and end of a cue by its line of times, None for one that cannot be read; None for any other line."""
    if "->" not in line:
        found = _SBV_TIMING.fullmatch(line) if line[0].isdecimal() else None
        return (_seconds(found["start"]), _seconds(found["end"])) if found else None
    if len(line) > _LONGEST_TIMING:
        return None
    if usual := _USUAL_TIMING.fullmatch(line):
        numbers = [int(number) for number in usual.groups()]
        start, end = (h * 3_600_000 + m * 60_000 + s * 1000 + ms for h, m, s, ms in (numbers[:4], numbers[4:]))
        return start / 1000, end / 1000
    if found := _TIMING.fullmatch(line):
        return _seconds(found["start"]), _seconds(found["end"])
    damaged = _DAMAGED_TIMING.match(line) if line[0] in "-0123456789" else None
    if damaged is None:
        return None
    return (_seconds(damaged["start"]) if damaged["start"] else None), None


def _raw_cues(lines: Sequence[str], *, webvtt: bool) -> tuple[list[_RawCue], list[str]]:
    """The cues as the file has them, and the lines of its comments."""
    cues: list[_RawCue] = []
    notes: list[str] = []
    index = None
    blank, skipping, text_before = True, False, False
    for n, raw in enumerate(lines, 1):
        line = raw.strip()
        times = _times(line) if line else None
        if times is not None:
            number = lines[n - 2].strip() if n > 1 else ""
            if cues and text_before and cues[-1].lines:
                own = cues[-1].lines[-1]
                next_one = own[1].isdecimal() and (own[2] or (index is not None and own[1] == str(index + 1)))
                if next_one or (webvtt and own[2]):
                    cues[-1].lines.pop()
            index = int(number) if number.isdecimal() and len(number) < 9 else index
            cues.append(_RawCue(*times, []))
            blank, skipping, text_before = False, False, False
            continue
        if not line:
            blank, skipping, text_before = True, False, False
            continue
        if webvtt and blank and (line in _BLOCKS_OF_ITS_OWN or line.startswith("NOTE ")):
            skipping = True
        if skipping or not cues:
            notes.append(line)
        else:
            cues[-1].lines.append((n, line, blank))
            text_before = True
        blank = False
    return cues, notes


def _in_order(cues: Sequence[_RawCue]) -> list[tuple[float, float, _RawCue]]:
    """The cues by their moments. One without a readable time, or alone far out of place, has that of the cue before it."""
    starts = [cue.start for cue in cues]
    before = 0.0
    timed: list[tuple[float, float, _RawCue]] = []
    for position, cue in enumerate(cues):
        following = starts[position + 1] if position + 1 < len(cues) else None
        start = cue.start
        if start is None or (
            position
            and following is not None
            and before <= following
            and not before - _FAR <= start <= following + _FAR
        ):
            start = before
        end = cue.end if cue.end is not None and cue.start == start else start
        timed.append((start, max(start, end), cue))
        before = start
    return sorted(timed, key=lambda one: one[0])


def _plain(text: str) -> str:
    return clean_line(unescape(_SPACE.sub(" ", _TAG.sub("", text))))


def _spoken(lines: Sequence[tuple[int, str, bool]]) -> tuple[SpokenLine, ...]:
    """The lines without tags and entities, each with the voice that its tags name; a voice holds until its end or another."""
    spoken: list[SpokenLine] = []
    voice: str | None = None
    colour = ""
    for n, line, _ in lines:
        if not _MARKUP.search(line):
            spoken.append(SpokenLine(n, " ".join(line.split()), voice, colour))
            continue
        begin = 0
        for tag in [*_VOICE.finditer(line), None]:
            piece = line[begin : tag.start() if tag else len(line)]
            colours = list(_COLOUR.finditer(piece))
            if colours and not colours[0]["end"] and not _plain(piece[: colours[0].start()]):
                colour = (colours[0]["font"] or colours[0]["named"]).lower()
            if words := _plain(piece):
                spoken.append(SpokenLine(n, words, voice, colour))
            if colours:
                colour = "" if colours[-1]["end"] else (colours[-1]["font"] or colours[-1]["named"]).lower()
            if tag:
                voice = _plain(tag["name"] or "") or None
                begin = tag.end()
    return tuple(spoken)


def _repeated(before: Cue, cue: Cue) -> int:
    """How many words at the beginning of a cue are the last lines of the one before, shown again."""
    if cue.start > before.end + _GAP or not before.lines:
        return 0
    now = " ".join(line.text for line in cue.lines).split()[:_MOST_ON_SCREEN]
    for first in range(max(0, len(before.lines) - _MOST_LINES_SHOWN), len(before.lines)):
        shown = " ".join(line.text for line in before.lines[first:]).split()
        if len(shown) <= _MOST_ON_SCREEN and shown == now[: len(shown)]:
            return len(shown)
    return 0


def _without_words(lines: Sequence[SpokenLine], count: int) -> tuple[SpokenLine, ...]:
    """The lines without that many words at their beginning."""
    left: list[SpokenLine] = []
    for line in lines:
        words = line.text.split()
        if count < len(words):
            left.append(line._replace(text=" ".join(words[count:])) if count else line)
        count = max(0, count - len(words))
    return tuple(left)


def each_once(cues: Sequence[Cue]) -> list[Cue]:
    """The cues without what they only show again: all of a copy at the same moment, the lines of rolling captions."""
    single = [
        cue
        for before, cue in pairwise([None, *cues])
        if cue is not None and (before is None or cue.start != before.start or cue.lines != _renumbered(before, cue))
    ]
    repeated = [_repeated(before, cue) for before, cue in pairwise(single)]
    rolling = sum(count > 0 for count in repeated)
    if rolling < 2 or rolling < _ROLLING_SHARE * len(repeated):
        return single
    left = [
        cue._replace(lines=_without_words(cue.lines, count)) for cue, count in zip(single[1:], repeated, strict=True)
    ]
    return [cue for cue in [*single[:1], *left] if cue.lines]


def _renumbered(before: Cue, cue: Cue) -> tuple[SpokenLine, ...]:
    """The lines of the cue before with the numbers of this one's, so that only their words are compared."""
    if len(before.lines) != len(cue.lines):
        return ()
    return tuple(one._replace(line=other.line) for one, other in zip(before.lines, cue.lines, strict=True))


def _with_names_below(lines: list[str]) -> list[str]:
    """The lines, where the name of who speaks stands over the times of each cue, with the name below them, as the first line of its words."""
    timings = [n for n, line in enumerate(lines) if (bare := line.strip()) and _times(bare) is not None]
    above = [lines[n - 1].strip() for n in timings if n]
    if len(above) < len(timings) or not are_names(above):
        return lines
    put = list(lines)
    for n in timings:
        put[n - 1], put[n] = put[n], put[n - 1]
    return put


def _voiced(cues: list[Cue]) -> list[Cue]:
    """The cues, where each has the name of who speaks on its first line, as meetings are saved, with that as the voice of the others."""
    if any(len(cue.lines) < 2 for cue in cues) or any(line.voice for cue in cues for line in cue.lines):
        return cues
    names = [cue.lines[0].text for cue in cues]
    if len(set(names)) == len(names) or not are_names(names):
        return cues
    return [
        cue._replace(lines=tuple(line._replace(voice=name) for line in cue.lines[1:]))
        for cue, name in zip(cues, names, strict=True)
    ]


def take_cues(text: str) -> Subtitles:
    """The cues of a cleaned text, which is SubRip, SBV or, when it begins so, WebVTT."""
    lines = _with_names_below(text.split("\n"))
    webvtt = text.lstrip().startswith("WEBVTT")
    raw, notes = _raw_cues(lines, webvtt=webvtt)
    cues = [Cue(start, end, _spoken(cue.lines)) for start, end, cue in _in_order(raw)]
    titled = next((found for line in notes[:1] if (found := _TITLED.fullmatch(line))), None)
    title = titled["title"].strip() if titled and not _MADE_BY.search(titled["title"]) else None
    address = next((found[0] for line in notes[:200] if (found := _ADDRESS.search(line))), None)
    return Subtitles(each_once(_voiced([cue for cue in cues if cue.lines])), title, address, notes)
