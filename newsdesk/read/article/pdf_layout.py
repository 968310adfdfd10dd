"""The lines of a PDF's pages as the text that somebody wrote: running heads and page numbers left out, paragraphs joined again.

A PDF holds no paragraphs, only lines in their places: what belongs together is told by gaps, sizes and how sentences go on.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import ends_sentence, is_item, letters_of
from newsdesk.read.publishers import without_house

_EDGE = 2
"""Lines at the top and at the bottom of a page among which running heads and page numbers stand."""
_SAME_SIZE = 0.1
"""Share by which the sizes of two lines of one paragraph may differ."""
_WIDE_GAP = 1.25
"""A gap as many times wider than between two lines of a paragraph parts two of them."""
_USUAL_GAP = 1.2
"""From one line to the next, in letters' heights, as most programs have it."""
_MANY_GAPS = 4
_SHORT_LINE = 0.8
"""Share of the width of a column below which a line that ends a sentence ends its paragraph."""
_INDENT = 0.8
"""Of a letter's height."""
_LONGEST_TITLE = 200
_TITLE_WORDS = 3
_TITLE_LINES = 12
"""Lines of the first page in which its title stands."""

_PAGE_NUMBER = late_pattern(
    r"(?:[-–—|]\s*)?(?:(?:page|p\.|seite|pág\.)\s*)?\d{1,4}(?:\s*(?:/|of|von|de)\s*\d{1,4})?(?:\s*[-–—|])?",
    re.IGNORECASE,
)
_DIGITS = late_pattern(r"\d+")
_BROKEN = late_pattern(r"(?P<first>[^\W\d_]{2,})(?P<mark>[-‐\u00ad])$")
_WORD = late_pattern(r"[^\W\d_]+")
_LONGEST_WORD = 80
_HYPHENATED = late_pattern(r"[^\W\d_]+[-‐][^\W\d_]+")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One line of a page."""

    text: str
    page: int
    """From 0."""
    x: float
    """Points from the left edge to its first letter."""
    y: float
    """Points from the bottom edge to the foot of its letters."""
    size: float
    """Of its letters, in points."""


def article_text(lines: Sequence[PageLine], title: str) -> str:
    """The text, paragraphs parted by blank lines.

    Args:
        lines: as the pages hold them, which is the order in which they are read.
        title: what the PDF says of itself; it stands first where the first page bears it out, and counts for nothing elsewhere.
    """
    kept = _with_title(_without_running(lines), title)
    words = _Words.of(kept)
    return "\n\n".join(_joined(paragraph, words) for paragraph in _paragraphs(kept))


def _without_running(lines: Sequence[PageLine]) -> list[PageLine]:
    """The lines without page numbers, and without what stands at the edge of half of the pages, but for a number in it."""
    pages: dict[int, list[PageLine]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    edges = {page: _edges(its_lines) for page, its_lines in pages.items()}
    often = Counter(form for its_edges in edges.values() for form in {*map(_form, its_edges)})
    running = {form for form, count in often.items() if count >= 2 and count * 2 >= len(pages)}
    return [
        line
        for line in lines
        if not (line in edges[line.page] and (_form(line) in running or _PAGE_NUMBER.fullmatch(line.text)))
    ]


def _edges(lines: Sequence[PageLine]) -> set[PageLine]:
    """The lines at the top and at the bottom of a page, in whatever order the page holds them."""
    heights = sorted({line.y for line in lines})
    outer = {*heights[:_EDGE], *heights[-_EDGE:]}
    return {line for line in lines if line.y in outer}


def _form(line: PageLine) -> tuple[str, int]:
    """The same for every page, whose number may differ; a title of its size is no running head, though it says the same."""
    return _DIGITS.sub("0", line.text).casefold(), round(line.size)


def _with_title(lines: list[PageLine], title: str) -> list[PageLine]:
    """The lines with the title as one of them, at their beginning, in place of those that it is made of.

    Many titles in PDFs are those of a template, of an earlier text or of a file: one that the first page does not print in
    lines of its own is none.
    """
    title = without_house(title)[0].strip()
    if len(title) > _LONGEST_TITLE or len(title.split()) < _TITLE_WORDS:
        return lines
    whole, head = letters_of(title), lines[:_TITLE_LINES]
    for start in range(len(head)):
        letters = ""
        for end in range(start, len(head)):
            letters += letters_of(head[end].text)
            if letters == whole and head[end].page == head[start].page:
                # With the size of a headline: no paragraph runs on from it.
                first = PageLine(
                    title, head[start].page, head[start].x, head[start].y, 2 * max(one.size for one in lines)
                )
                return [first, *lines[:start], *lines[end + 1 :]]
            if not whole.startswith(letters):
                break
    return lines


def _paragraphs(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    gaps = sorted(
        (above.y - below.y) / above.size
        for above, below in pairwise(lines)
        if _same_kind(above, below) and 0 < above.y - below.y < 4 * above.size
    )
    # Most of them are between two lines of one paragraph, where they are many.
    usual = gaps[len(gaps) // 4] if len(gaps) >= _MANY_GAPS else _USUAL_GAP
    widths: dict[tuple[int, int], int] = {}
    for line in lines:
        widths[_column(line)] = max(widths.get(_column(line), 0), len(line.text))
    margins = Counter((line.page, round(line.x)) for line in lines)
    paragraphs: list[list[PageLine]] = []
    for line in lines:
        above = paragraphs[-1][-1] if paragraphs else None
        if above is None or _begins(line, above, usual, widths[_column(above)], margins):
            paragraphs.append([])
        paragraphs[-1].append(line)
    return paragraphs


def _column(line: PageLine) -> tuple[int, int]:
    """Lines of one width, about: those of one page and size."""
    return line.page, round(line.size)


def _same_kind(above: PageLine, below: PageLine) -> bool:
    return above.page == below.page and abs(above.size - below.size) <= _SAME_SIZE * above.size


def _begins(line: PageLine, above: PageLine, usual: float, width: int, margins: Counter[tuple[int, int]]) -> bool:
    """Whether a line begins a paragraph below (or in the next column or page, after) another one."""
    if abs(line.size - above.size) > _SAME_SIZE * above.size or is_item(line.text):
        return True
    gap = (above.y - line.y) / above.size
    ended = ends_sentence(above.text)
    short = len(above.text) < width * _SHORT_LINE
    if line.page != above.page or gap < 0:
        return ended or (short and not line.text[:1].islower())
    if gap > usual * _WIDE_GAP:
        return True
    indented = _INDENT * line.size < line.x - above.x and margins[line.page, round(above.x)] > 1
    return ended and (indented or short)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text, as evidence of how a word is written."""

    whole: frozenset[str]
    hyphenated: frozenset[str]

    @classmethod
    def of(cls, lines: Sequence[PageLine]) -> _Words:
        """Those of these lines; what a line breaks off in is no word."""
        texts = [_without_broken(line.text).casefold() for line in lines]
        return cls(
            frozenset(word for text in texts for word in _WORD.findall(text)),
            frozenset(word.replace("‐", "-") for text in texts for word in _HYPHENATED.findall(text)),
        )


def _broken(text: str) -> re.Match[str] | None:
    """The half of a word that a line breaks off in."""
    return _BROKEN.search(text, max(0, len(text) - _LONGEST_WORD))


def _without_broken(text: str) -> str:
    found = _broken(text)
    return text[: found.start()] if found else text


def _joined(paragraph: Sequence[PageLine], words: _Words) -> str:
    lines = [line.text for line in paragraph]
    for index, (text, following) in enumerate(pairwise(lines)):
        broken = _broken(text)
        if broken and following[:1].isalpha() and _is_divided(broken, following, words):
            lines[index] = text[:-1]
        elif not (text.endswith(("-", "‐")) and text[-2:-1].isalnum()):
            # What breaks off at a hyphen of its own goes on without a space, too.
            lines[index] = f"{text} "
    return "".join(lines)


def _is_divided(broken: re.Match[str], line: str, words: _Words) -> bool:
    """Whether a word was divided for the end of the line, and has no hyphen of its own.

    It has one where it is written so elsewhere in the text, before a capital ("Anglo-Irish"), and where both halves are
    words of the text and the whole is none ("well-known").
    """
    if broken["mark"] == "\u00ad":
        return True
    following = _WORD.match(line)
    if following is None or not following[0][0].islower():
        return False
    first, second = broken["first"].casefold(), following[0].casefold()
    if f"{first}-{second}" in words.hyphenated:
        return False
    return first + second in words.whole or not (first in words.whole and second in words.whole)
