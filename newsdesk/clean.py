"""Cleaning of text from outside, once, at the door: what could steer a terminal or hide words goes, what people read stays.

The rules and their order were measured on floods and on the scripts of the world: every pattern is possessive or bounded,
so that the work is linear in the length of the text. Cleaning twice changes nothing, and no line break is ever removed.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Cleaned(NamedTuple):
    """Text that may be shown, and how much had to go."""

    text: str
    removed: int
    """Characters removed; line ends and tabs that were only rewritten do not count."""


_HIDDEN = (
    "\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U0001d173-\U0001d17a\U000e0000-\U000e007f"
)
"""Characters that steer a terminal or hide, but for those below the space."""

_NOT_SHOWN = re.compile(f"[{_HIDDEN}]")
"""What JSON need not escape and a terminal must not see: file names, and what `extract --jsonl` is given, are not cleaned."""

_UNIT = re.compile("....")

_MARKS_IN_A_RUN = 4
"""Combining marks kept on one letter; written languages need no more, stacks of them climb over other lines."""

_MARK = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0e31\u0e34-\u0e3a\u0e47-\u0e4e"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe00-\ufe0f\ufe20-\ufe2f\U000e0100-\U000e01ef"
)
_MARK_RUN = re.compile(f"([{_MARK}]{{{_MARKS_IN_A_RUN}}})[{_MARK}]++")

_PAYLOAD = "[^\x00-\x08\x0a-\x1f\x7f-\x9f]{0,4096}+"
"""What may stand inside a control string. It ends at any control character: a flood of openings costs one look at each."""

_CONTROL_SEQUENCE = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]{0,64}+[ -/]{0,16}+[@-~]?+"  # CSI: colours, cursor, clearing
    f"|\x1b[\\]PX^_]{_PAYLOAD}(?:\x07|\x1b\\\\|\x9c)?+"  # OSC, DCS, SOS, PM, APC: titles, clipboard, links
    # The same strings opened by one C1 character. Text decoded wrongly is full of these, so only a closed one is
    # taken whole; of an open one just the opening goes, and no words with it.
    f"|[\x90\x98\x9d-\x9f]{_PAYLOAD}(?:\x07|\x1b\\\\|\x9c)"
    "|\x1b[ -/]{0,16}+[0-~]?+"  # every other escape, a lone one included
)

_INVISIBLE = (
    *(0x00AD, 0x061C, 0x180E, 0xFEFF),  # soft hyphen, Arabic letter mark, Mongolian separator, byte order mark
    *(0x200B, 0x200E, 0x200F),  # zero-width space, direction marks; the joiners stay for emoji and Persian
    *(*range(0x202A, 0x202F), *range(0x2060, 0x2070)),  # direction overrides, isolates, word joiner, invisible signs
    *(*range(0xFFF9, 0xFFFC), *range(0x1D173, 0x1D17B), *range(0xE0000, 0xE0080)),  # annotations, tags
)

_TABLE: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0), *_INVISIBLE], None),
    **dict.fromkeys(range(0xD800, 0xE000), "\ufffd"),
    **dict.fromkeys([0x09, 0x0B, 0x0C], " "),
    **dict.fromkeys([0x0A, 0x85, 0x2028, 0x2029], "\n"),
}

_SUSPECT = re.compile(f"[\x00-\x09\x0b-\x1f{_HIDDEN}{_MARK}]")
"""What most text has nothing of, so that one look at it is all that it costs."""
_REMOVABLE = re.compile(f"[\x00-\x09\x0b-\x1f{_HIDDEN}]")

_STEERING = re.compile(f"[\x00-\x08\x0b\x0c\x0e-\x1f{_HIDDEN}]|\r(?!\n)")


def clean(text: str) -> Cleaned:
    """Remove what is not for reading: terminal controls, direction overrides, invisible characters, stacks of marks.

    Line ends become a line feed, tabs a space, lone surrogates U+FFFD. Ordinary text comes back as the same object.
    """
    if not _SUSPECT.search(text):
        return Cleaned(text, 0)
    text = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    shown = _CONTROL_SEQUENCE.sub("", text).translate(_TABLE) if _REMOVABLE.search(text) else text
    shown = _MARK_RUN.sub(r"\1", shown)
    return Cleaned(shown, len(text) - len(shown))


def clean_line(text: str) -> str:
    """Clean text that must fit one line (a headline, a name, a message): every run of white space becomes one space."""
    return " ".join(clean(text).text.split())


def harmless(text: str) -> str:
    """The last look, where text goes out: without any character that steers a terminal or hides, whoever wrote the store.

    Unlike `clean` it knows no sequences - what they carried stays, as words - and leaves line ends and tabs as they are.
    Printable text, which nearly all is, comes back after one quick look.
    """
    return text if text.isprintable() else _STEERING.sub("", text)


def shown_json(text: str) -> str:
    """The same JSON, with escapes for what must not reach a terminal as it is."""
    return _NOT_SHOWN.sub(_as_escapes, text)


def _as_escapes(found: re.Match[str]) -> str:
    """JSON escapes units of UTF-16: one, or two for a character beyond the first 65,536."""
    return _UNIT.sub(r"\\u\g<0>", found[0].encode("utf-16-be", "surrogatepass").hex())
