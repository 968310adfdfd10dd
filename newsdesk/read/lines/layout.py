"""The lines of a saved text: blocks between blank lines, wrapped lines joined again, list items, the body put together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern

_BULLET = late_pattern(r"(?:[•●▪◦‣·*-]|[✔✓✅➡▶]\ufe0f?)\s+(?=\S)")
_CROSSHEAD = late_pattern(r"(?P<dash>[-–—*]) \S(?:.{0,78}\S)? (?P=dash)")
"""A heading between dashes, as agencies have it over the paragraphs that follow: no item."""
_SENTENCE_ENDS = (".", "!", "?", ":", "…", "。", "！", "？", "؟", "।", "॥", "။", "።", "۔")
_UNSPACED = late_pattern(
    r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3001-\u301f\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff5e]"
)
"""Characters, with their punctuation, of scripts that put no spaces between words."""
_LETTERS = late_pattern(r"\w+")
_CLOSING = "\"'”’»)]*_"
_WRAPPED_AT_MOST = 120
"""Columns; text that somebody wrapped by hand or by mail is never wider."""


class Line(NamedTuple):
    """One line that is not blank, without the white space around it."""

    n: int
    """From 1, in the file."""
    text: str


Block = list[Line]
"""Lines that follow each other without a blank one."""


def blocks_of(text: str) -> list[Block]:
    """The blocks of a cleaned text."""
    blocks: list[Block] = []
    previous = -1
    for n, raw in enumerate(text.split("\n"), 1):
        line = raw.strip()
        if not line:
            continue
        if n != previous + 1:
            blocks.append([])
        blocks[-1].append(Line(n, line))
        previous = n
    return blocks


_ABBREVIATED = late_pattern(
    r"(?:\b(?:[A-Za-z]\.){2,4}"
    r"|, (?:Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Md|Mass|Mich|Minn|Miss|Mo|Mont|Neb|Nev|Okla|Ore|Pa|Tenn|Tex|Va|Vt|Wash|Wis|Wyo"
    r"|Ont|Que)\.| (?:Inc|Corp|Ltd|Jr|Sr)\.)$"
)
_LONGEST_ABBREVIATION = 12


def ends_abbreviated(text: str) -> bool:
    """Whether the last full stop of a text is that of an abbreviation ("10 p.m.", "Albany, N.Y."), and so may end no sentence."""
    return text.endswith(".") and _ABBREVIATED.search(text[-_LONGEST_ABBREVIATION:]) is not None


def ends_sentence(text: str) -> bool:
    """Whether the text ends as sentences do, quotation marks and brackets behind the full stop included."""
    return text.rstrip(_CLOSING).endswith(_SENTENCE_ENDS)


def unspaced(text: str) -> int:
    """How many characters of a text belong to scripts that put no spaces between words."""
    return 0 if text.isascii() else len(_UNSPACED.findall(text))


def count_words(text: str) -> int:
    """How many words a text has; in scripts without spaces two characters are one."""
    return len(text.split()) + unspaced(text) // 2


def read_length(text: str) -> int:
    """Characters of a text; those of scripts without spaces say in one what others say in three."""
    return len(text) + 2 * unspaced(text)


def letters_of(text: str) -> str:
    """The letters and figures of a text alone, in one case: what two ways to print the same words have in common."""
    return "".join(_LETTERS.findall(text.casefold()))


def adjoins(lines: Sequence[Line], index: int) -> bool:
    """Whether a line follows the one before it without a blank line."""
    return 0 < index < len(lines) and lines[index].n == lines[index - 1].n + 1


def is_item(text: str) -> bool:
    """Whether the line is marked as an item of a list."""
    return _BULLET.match(text) is not None and _CROSSHEAD.fullmatch(text) is None


def _is_continued(line: str, following: str) -> bool:
    return not ends_sentence(line) and following[:1].islower()


def is_wrapped(blocks: Sequence[Block]) -> bool:
    """Whether lines were cut at a width, so that a paragraph is a block and not a line."""
    pairs = [(a.text, b.text) for block in blocks for a, b in pairwise(block)]
    if not pairs or any(len(line.text) > _WRAPPED_AT_MOST for block in blocks for line in block):
        return False
    continued = sum(_is_continued(a, b) for a, b in pairs)
    return continued >= 2 and continued * 4 >= len(pairs)


def unwrapped(block: Block) -> Block:
    """The paragraphs of a block in a wrapped text, each under the number of its first line; items of lists stay apart.

    A block in which no line runs on into the next (a byline, an address, verse) stays as it is.
    """
    if not any(_is_continued(a.text, b.text) for a, b in pairwise(block)):
        return block
    paragraphs: list[list[Line]] = []
    width = max(len(line.text) for line in block)
    previous = ""
    for line in block:
        # A line that ends its sentence well before the margin ends its paragraph.
        ended = ends_sentence(previous) and len(previous) < width * 0.7
        if not paragraphs or ended or is_item(line.text):
            paragraphs.append([])
        paragraphs[-1].append(line)
        previous = line.text
    return [Line(lines[0].n, " ".join(line.text for line in lines)) for lines in paragraphs]


def body(lines: Iterable[str]) -> str:
    """One text of paragraphs: a blank line between them, list items ("• ") each on a line of their own."""
    parts: list[str] = []
    in_list = False
    for line in lines:
        item = is_item(line)
        if parts:
            parts.append("\n" if item and in_list else "\n\n")
        parts.append(_BULLET.sub("• ", line, count=1) if item else line)
        in_list = item
    return "".join(parts)
