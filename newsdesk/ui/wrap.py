"""Words on lines, measured in terminal cells. Pure: knows no Textual."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from rich.cells import cell_len, split_graphemes

LONGEST = 64 * 1024
"""Characters of one text that are ever laid out; what lies behind is for the reader."""
ELLIPSIS = "…"

_is_narrow = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u0370-\u0377\u037a-\u037f\u0384-\u038a\u038e-\u03a1\u03a3-\u0482\u048a-\u052f"
    "\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u21ff\u2500-\u259f]*"
).fullmatch
# Latin, Greek, Cyrillic, typographic marks, currencies, arrows, boxes: one cell each in every Unicode version, so that their
# cells are counted by counting characters. This is some thirty times faster than measuring, and is nearly all that news is made of.

_UNSTEADY = re.compile("[\ufe0f\U0001f3fb-\U0001f3ff]|(?<=[\u2190-\u2bff\ufe0f\U0001f000-\U0001faff])\u200d")
"""What makes one picture of several: terminals do not agree on the cells of these."""

_NEVER_FIRST = frozenset("、。，．・：；！？）］｝〉》」』】〕〗〙〛’”ー々〜～…‥ぁぃぅぇぉっゃゅょァィゥェォッャュョ")
"""East Asian characters that never begin a line."""


def wrap(text: str, width: int, first: int | None = None) -> Iterator[tuple[int, int]]:
    """Break a text into lines of at most `width` cells; the first line may have another width.

    Yields (start, end) of each line, in characters of `text`, without the blanks around it. A newline ends a line, so
    an empty line between paragraphs comes as an empty pair. Lines are made one by one as they are asked for.
    A character wider than the line stands alone on it.
    """
    size = min(len(text), LONGEST)
    room = max(1, width if first is None else first)
    at = 0
    while at <= size:
        stop = text.find("\n", at, size)
        stop = size if stop < 0 else stop
        at = _skip_blanks(text, at, stop)
        while True:
            end, after = _line(text, at, stop, room)
            yield at, end
            room = max(1, width)
            if after >= stop:
                break
            at = after
        at = stop + 1


def shorten(text: str, width: int) -> str:
    """The text in at most `width` cells, an ellipsis at its end when something is cut off."""
    if len(text) <= width and _is_narrow(text):
        return text
    if width <= 0:
        return ""
    text = text[:LONGEST]
    if cells(text) <= width:
        return text
    fits, _ = _graphemes(text, 0, len(text), width - 1)
    if cells(text[:fits]) >= width:
        fits = 0  # one wide character is always taken, here without room for it
    return text[:fits].rstrip() + ELLIPSIS


def pack(parts: Iterable[str], width: int, between: str = " · ") -> list[str]:
    """Short parts on as few lines as they need, in their order; lines break only between parts."""
    lines: list[str] = []
    for part in parts:
        if lines and cells(lines[-1]) + cells(between) + cells(part) <= width:
            lines[-1] += between + part
        else:
            lines.append(shorten(part, width))
    return lines


def cells(text: str) -> int:
    """Terminal cells that a text takes, drawn `steady`."""
    return len(text) if _is_narrow(text) else cell_len(steady(text))


def steady(text: str) -> str:
    """The text, character for character, in such a way that every terminal counts the same cells for it.

    Emoji stand one by one where they were joined, plain, and in one skin. Nothing else changes.
    """
    return _UNSTEADY.sub(_steadied, text)


def _steadied(found: re.Match[str]) -> str:
    return "\ufe0e" if found[0] == "\ufe0f" else "\u200c"


def _skip_blanks(text: str, at: int, stop: int) -> int:
    while at < stop and text[at] == " ":
        at += 1
    return at


def _line(text: str, at: int, stop: int, room: int) -> tuple[int, int]:
    """End of the line that begins at `at`, and where the next one begins."""
    if at + room >= stop and _is_narrow(text, at, stop):
        return _without_blanks(text, at, stop), stop
    if _is_narrow(text, at, min(stop, at + room + 1)):
        # The character behind the line is narrow, too, so it is no accent that belongs to the line's last letter.
        fits, cut = at + room, text.rfind(" ", at, at + room + 1)
    else:
        fits, cut = _graphemes(text, at, stop, room)
        if fits >= stop:
            return _without_blanks(text, at, stop), stop
    if cut <= at:
        return fits, _skip_blanks(text, fits, stop)
    return _without_blanks(text, at, cut), _skip_blanks(text, cut, stop)


def _without_blanks(text: str, at: int, end: int) -> int:
    while end > at and text[end - 1] == " ":
        end -= 1
    return end


def _graphemes(text: str, at: int, stop: int, room: int) -> tuple[int, int]:
    """Where the graphemes from `at` stop fitting into `room` cells, and the last place up to there to break at.

    Lines break at blanks and between wide characters. One grapheme always fits, unless `room` is 0.
    """
    window = room + 16
    while True:
        # Characters without width can make a short line long, so the window grows until the line is full.
        spans, width = split_graphemes(steady(text[at : min(stop, at + window)]))
        if width > room or at + window >= stop:
            break
        window *= 2
    used, cut, fits, wide = 0, at, at, False
    for start, end, size in spans:
        mark = text[at + start]
        if mark == " " or (at + start > at and (wide or size > 1) and mark not in _NEVER_FIRST):
            cut = at + start
        if used + size > room:
            return at + (start if used or not room else end), cut
        used += size
        fits = at + end
        wide = size > 1
    return fits, cut
