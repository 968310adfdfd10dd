"""The words of a Markdown text without its marks, line by line; headings and pictures are told apart.

CommonMark as markdown-it-py reads it, with tables and struck out words as on GitHub. Lines stay lines: whether they are paragraphs or
wrapped at a width is judged later, as for any text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.html_text import html_to_plain
from newsdesk.read.lines.layout import Block, Line, ends_sentence

if TYPE_CHECKING:
    from markdown_it.token import Token

_SIGNS = late_pattern(
    r"\A\s*\+{3} *$|^ {0,3}(?:#{1,6} \S|(?:\*\*|__)(?![*_])\S|> \S|```)|^\S[^\n]{0,200}\n(?:={3,}|-{3,}) *$|\]\((?:https?:|mailto:|/|#)|!\[|\*\*[^\s*][^*\n]{0,200}\*\*"
    r"|^\[[^\[\]\n]{1,100}\]: ?<?https?:|^(?P<style>[*_])(?![*_\s])[^*_\n]{1,200}(?<!\s)(?P=style)(?=[\s,.|]|$)",
    re.MULTILINE,
)
_LARGEST = 300_000
"""Characters up to which marks are looked for; a flood of brackets takes the parser 70 us for each."""
_DEEPEST = 60
"""Lists and quotations inside each other; words that lie deeper are left out."""
_CUT_AT_MOST = 120
"""Characters of a line that may have been cut at a width."""
_FOOTNOTE = late_pattern(r"\[\^[\w-]{1,30}\]:?")


class Marked(NamedTuple):
    """A Markdown text without its marks."""

    blocks: list[Block]
    headings: frozenset[int]
    """Numbers of the lines that are headings."""
    pictures: tuple[str, ...]
    """The alternative texts of its pictures."""


def is_markdown(text: str) -> bool:
    """Whether a text is marked up: headings, strong words, links, images, quotations as Markdown writes them."""
    return len(text) <= _LARGEST and _SIGNS.search(text) is not None


def unmarked(text: str, first: int = 1) -> Marked:
    """The words of a cleaned text; its first line has the number `first`."""
    from markdown_it import MarkdownIt  # noqa: PLC0415  # 60 ms: only when a text is marked up

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST}).enable(["table", "strikethrough"])
    found = _Collector(first)
    for token in parser.parse(text):
        found.take(token)
    return Marked(found.blocks, frozenset(found.headings), tuple(dict.fromkeys(found.pictures)))


class _Collector:
    """Puts the words of tokens, met in their order, into blocks of lines."""

    def __init__(self, first: int) -> None:
        self.first = first
        self.blocks: list[Block] = []
        self.headings: set[int] = set()
        self.pictures: list[str] = []
        self.heading = False
        self.item = ""
        """What stands before the next words as the first of an item."""
        self.cells: list[str] | None = None
        self.row_at = 0

    def take(self, token: Token) -> None:
        """Take one token of the document."""
        at = self.first + (token.map[0] if token.map else 0)
        match token.type:
            case "heading_open" | "heading_close":
                self.heading = token.nesting == 1
            case "list_item_open":
                self.item = f"{token.info}{token.markup} " if token.info else "• "
            case "tr_open":
                self.cells, self.row_at = [], at
            case "tr_close":
                self._add([Line(self.row_at, " | ".join(filter(None, self.cells or [])))])
                self.cells = None
            case "inline" if self.cells is not None:
                self.cells.append(" ".join(line.text for line in self._lines(at, token.children or [])))
            case "inline":
                self._add(self._lines(at, token.children or []))
            case "fence" | "code_block":
                self._add(_numbered(at + (token.type == "fence"), token.content))
            case "html_block":
                plain = html_to_plain(token.content)
                self.pictures += plain.captions
                self._add(_numbered(at, plain.text))

    def _add(self, lines: Sequence[Line]) -> None:
        block = [Line(line.n, words) for line in lines if (words := clean_line(_FOOTNOTE.sub("", line.text)))]
        if not block:
            return
        block[0] = Line(block[0].n, self.item + block[0].text)
        if self.heading:
            self.headings.add(block[0].n)
        if self.item and self.blocks and _is_item(self.blocks[-1]) and self.blocks[-1][-1].n == block[0].n - 1:
            self.blocks[-1] += block
        else:
            self.blocks.append(block)
        self.item = ""

    def _lines(self, at: int, children: Sequence[Token]) -> list[Line]:
        """The lines of a paragraph that begins at a line, joined where they were cut at a width."""
        cut = list(self._cut(children))
        wrapped = _is_wrapped([words for _, words in cut])
        joined: list[tuple[int, list[str]]] = []
        for n, (soft, words) in enumerate(cut, at):
            if not (joined and soft and wrapped):
                joined.append((n, []))
            joined[-1][1].append(words)
        return [Line(n, " ".join(parts)) for n, parts in joined]

    def _cut(self, children: Sequence[Token]) -> Iterator[tuple[bool, str]]:
        """The words of each line of the file, and whether the break before them is a soft one."""
        soft = False
        words: list[str] = []
        for child in children:
            is_break = child.type == "html_inline" and child.content[:3].lower() == "<br"
            if child.type == "image":
                if picture := clean_line(child.content):
                    self.pictures.append(picture)
            elif child.type in {"softbreak", "hardbreak"} or is_break:
                yield soft, "".join(words).strip()
                soft, words = child.type == "softbreak", []
            elif child.type in {"text", "code_inline"}:
                words.append(child.content)
        yield soft, "".join(words).strip()


def _is_wrapped(lines: Sequence[str]) -> bool:
    """Whether the lines of one paragraph were cut at a width; a byline over a date was not."""
    if any(len(line) > _CUT_AT_MOST for line in lines):
        return False
    run_on = sum(
        not ends_sentence(line) and (following[:1].islower() or line.endswith(","))
        for line, following in pairwise(lines)
    )
    return run_on > 0 and run_on * 4 >= len(lines) - 1


def _numbered(at: int, text: str) -> list[Line]:
    return [Line(n, line) for n, line in enumerate(text.split("\n"), at)]


def _is_item(block: Block) -> bool:
    return block[0].text.startswith("• ") or block[0].text[:1].isdigit()
