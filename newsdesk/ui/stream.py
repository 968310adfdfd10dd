"""The stream pane: what just happened, newest first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from newsdesk.front_page import FrontPage
from newsdesk.story.folding import folded
from newsdesk.story.stream import Stream, StreamRow
from newsdesk.story.tags import Tag
from newsdesk.story.wording import beginning
from newsdesk.ui.commands import OPEN
from newsdesk.ui.foot import Footed
from newsdesk.ui.line_list import LineList
from newsdesk.ui.lines import Line, Piece
from newsdesk.ui.wrap import ELLIPSIS, LONGEST, cells, shorten, wrap

TIME = 6
"""Cells of `16:03` and of the question mark that may follow."""
INDENT = TIME + 2
"""Where the words begin: behind the time and the unread dot."""
TAG = 16
"""Most cells of a source's tag; fewer where they would cost the headline too much."""
WITH_INDENT = 30
"""Narrower panes set the words under the time, not beside it."""
WITH_TAG = 44
"""Narrower panes leave the source's tag out."""
WITH_PREVIEW = 44
"""Narrower panes show less of each post."""
NAME_LEFT = 3
"""Cells of a source's name that must be left, or it is not shortened for what follows it."""
HEADLINE_LINES = 3
URGENT = ("BREAKING", "ALERT", "FLASH")
UNREAD = "•"
STAR = "★"
FINDING = "finding ..."
"""What the border of a pane says while its rows are being looked for."""


class StreamPane(LineList[StreamRow], Footed):
    """Posts, newest first, under a rule for each day."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"stream--unread", "stream--star", "stream--label", "stream--state"}
    DEFAULT_CSS = """
    StreamPane {
        & > .stream--unread { color: $text-accent; text-style: bold; }
        & > .stream--label { color: $text-accent; text-style: bold; }
        & > .stream--star { color: $text-warning; }
        & > .stream--state { color: $text-warning; text-style: italic; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [OPEN.binding]

    empty = "No posts yet: press a to add a source."

    @dataclass
    class Opened(Message):
        """The user wants to read a post."""

        post_id: int

    @dataclass
    class Highlighted(Message):
        """Another post became the current one; None when there is none."""

        post_id: int | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, StreamPane.Highlighted)

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(name=name, id=id, classes=classes)
        self.border_title = "1 Stream"
        self._known: frozenset[int] = frozenset()
        """Posts that were there before: what is not among them is new."""
        self._unseen: set[int] = set()
        """Posts that came in and were not in sight yet; told are those that stand above what is."""
        self._matched = ""
        self._of: int | None = None
        self._whole = 0
        """Posts, of which the front page has only the first."""
        self._unread = 0

    def show_stream(self, rows: Stream, *, of: int | None = None) -> None:
        """Show these posts. New ones on top show at once to a reader at the top; others are told of them in the border.

        `of` is how many there are without a filter; None when there is no filter.
        """
        self._of, self._whole = of, len(rows)
        self._unread = rows.unread
        arrived = rows.ids - self._known if self._known and rows.ids is not self._known else frozenset()
        self.set_rows(rows, follow=bool(arrived) and rows.key_at(0) in arrived)
        self._known = self._known | arrived if self._known else rows.ids
        self._unseen |= arrived
        self._tell()

    def show_front(self, front: FrontPage, post_id: int | None) -> bool:
        """Show what the desk begins with, and go to the post that was left, if there was one; the whole stream follows.

        False when that post is not there yet.
        """
        self.set_rows(front.rows)
        self._unread, self._whole = front.unread, front.posts
        self._tell()
        return post_id is None or self.go_to_key(post_id)

    def go_to(self, post_id: int) -> bool:
        """Make a post the current one and show it; False when it is not among the rows."""
        return self.go_to_key(post_id)

    def show_matches(self, words: str) -> None:
        """Mark these words wherever they stand, compared as search compares them; nothing when empty."""
        if (wanted := folded(words)) != self._matched:
            self._matched = wanted
            self.redraw()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Posts that are in sight are no longer news."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()

    def _tell(self) -> None:
        new = ""
        if self._unseen:
            first = self.first_begun_in_view
            places = {post_id: self._keys.index_of(post_id) for post_id in self._unseen}
            self._unseen = {post_id for post_id, place in places.items() if place is None or place < first}
            above = sum(places[post_id] is not None for post_id in self._unseen)
            new = f"{above:,} new ↑" if above else ""
        unread = f"{self._unread:,} unread" if self._unread else ""
        told = " · ".join(part for part in (new, unread, tally(self._whole, "post", of=self._of)) if part)
        self.say(told)

    # What the list asks.

    def row_key(self, row: StreamRow) -> int:
        """A post's id never changes."""
        return row.post_id

    def opened(self, row: StreamRow) -> None:
        """Ask for the reader."""
        self.post_message(self.Opened(row.post_id))

    def highlighted(self, row: StreamRow | None) -> None:
        """Tell which post is current."""
        self.post_message(self.Highlighted(row.post_id if row else None))

    def row_lines(self, row: StreamRow, above: StreamRow | None, width: int) -> list[Line]:
        """Day rule, headline beside time and source, byline, the beginning of the text, a blank line."""
        lines = []
        if above is None or above.rule != row.rule:
            lines.append(Line([Piece(day_rule(row.rule, width), "line--rule")], apart=True))
        indent = INDENT if width >= WITH_INDENT else 0
        lines += self._head(row, width, indent)
        margin = Piece(" " * indent)
        if row.byline:
            lines.append(Line([margin, *self._words(shorten(row.byline, width - indent), "line--muted")]))
        preview = self._preview(
            row.text if row.headline else row.text[len(beginning(row.text)) :].lstrip(),
            width - indent,
            3 if width >= WITH_PREVIEW else 2,
            elsewhere=any(matches(words, self._matched) for words in (head_words(row), row.byline)),
        )
        lines += [Line([margin, *pieces]) for pieces in preview]
        lines.append(Line(apart=True))
        return lines

    def _head(self, row: StreamRow, width: int, indent: int) -> Iterator[Line]:
        """Time, dot, label, whether it was edited or is gone, and headline; the beginning of the text stands for the headline of a post without one."""
        stamp = [
            Piece(row.time.ljust(TIME), "" if row.unread else "line--muted"),
            Piece(f"{UNREAD if row.unread else ' '} ", "stream--unread"),
        ]
        says_more = row.source.name != row.headline
        source = tag_words(row.source, min(TAG, width * 3 // 10)) if width >= WITH_TAG and says_more else ""
        tag = [Piece("  " + source, "line--muted")] if source else []
        before = f"{STAR} " if row.starred else ""
        label = f"{row.label} " if row.label else ""
        state = f"{row.state} · " if row.state else ""
        words = before + label + state + head_words(row)
        style = "line--soft" if not row.headline else "line--strong" if row.unread else ""
        label_style = "line--alert" if row.label in URGENT else "stream--label"

        room = width - max(indent, sum(cells(piece.text) for piece in stamp)) - sum(cells(piece.text) for piece in tag)
        if not indent:
            yield Line(stamp)
            stamp, room = [], width
        spans = list(islice(wrap(words.replace("\n", " "), width - indent, first=room), HEADLINE_LINES + 1))
        for number, (start, end) in enumerate(spans[:HEADLINE_LINES]):
            text = words[start:end]
            if number + 1 == HEADLINE_LINES < len(spans):
                text = shorten(text + " " + words[spans[-1][0] :], width - indent)
            pieces = []
            for part, look in ((before, "stream--star"), (label, label_style), (state, "stream--state")):
                if number == 0 and part:
                    pieces.append(Piece(text[: len(part)], look))
                    text = text[len(part) :]
            pieces += self._words(text, style)
            yield Line([*stamp, *pieces], tag) if number == 0 else Line([Piece(" " * indent), *pieces])

    def _preview(self, text: str, width: int, limit: int, *, elsewhere: bool) -> Iterator[list[Piece]]:
        """The beginning of the text; while a search finds something only further down, the last line is from there.

        The number of lines stays, so that a search moves nothing. `elsewhere`: the row shows a match above its text.
        """
        spans = list(islice((span for span in wrap(text, width) if span[0] < span[1]), limit + 1))
        seen_to = spans[limit - 1][1] - len(ELLIPSIS) - 1 if len(spans) > limit else len(text)
        found = None if elsewhere else first_match(text, self._matched)
        for number, (start, end) in enumerate(spans[:limit], start=1):
            words = text[start:end]
            if number == limit < len(spans):
                if found is not None and found[1] > seen_to:
                    words = around(text, *found, width)
                else:
                    gap = " " if words.endswith((".", "!", "?", ":")) else ""
                    words = shorten(words + gap + ELLIPSIS, width)
            yield self._words(words, "line--soft")

    def _words(self, text: str, style: str) -> list[Piece]:
        if not self._matched:
            return [Piece(text, style)]
        pieces, at = [], 0
        for start, end in matches(text, self._matched):
            pieces += [Piece(text[at:start], style), Piece(text[start:end], f"{style} line--match")]
            at = end
        return [*pieces, Piece(text[at:], style)]


def head_words(row: StreamRow) -> str:
    """What stands in the place of the headline."""
    return row.headline or beginning(row.text)


def tally(number: int, noun: str, *, of: int | None = None) -> str:
    """`12 posts`; with a filter `2 of 12 posts`; nothing where there is nothing."""
    if of is None:
        return f"{number:,} {noun}{'' if number == 1 else 's'}" if number else ""
    return f"{number:,} of {of:,} {noun}{'' if of == 1 else 's'}"


def tag_words(tag: Tag, width: int) -> str:
    """The tag in at most this many cells: the name gives way to what tells it from others of its name."""
    room = width - cells(tag.mark) - 1
    if not tag.mark or cells(str(tag)) <= width or room < NAME_LEFT:
        return shorten(str(tag), width)
    return f"{shorten(tag.name, room)} {tag.mark}"


def day_rule(words: str, width: int) -> str:
    """`── Sunday 11 May ────────`."""
    words = shorten(words, width - 6)
    return f"── {words} ".ljust(width - cells(words) + len(words), "─") if words else "─" * width


def first_match(text: str, wanted: str) -> tuple[int, int] | None:
    """Where the folded words stand first in what can be laid out of a text."""
    return next(iter(matches(text[:LONGEST], wanted)), None)


def around(text: str, start: int, end: int, width: int) -> str:
    """One line of at most `width` cells with the words from `start` to `end`, some words before them, and what follows."""
    first = max(0, start - max(0, width - (end - start) - 2) // 3)
    if first:
        blank = re.compile(r"\s").search(text, first - 1, start)
        first = blank.end() if blank else start
    line = (ELLIPSIS if first else "") + " ".join(text[first : end + width].split())
    return shorten(line + (ELLIPSIS if end + width < len(text) else ""), width)


def matches(text: str, wanted: str) -> list[tuple[int, int]]:
    """Where the folded words stand in a text that is not folded, as (start, end) from left to right."""
    if not wanted or wanted not in folded(text):
        return []
    # Folding may make one character several ("ﬁ" is "fi"): remember which one each came from.
    whole, origin = "", []
    for place, character in enumerate(text):
        part = folded(character)
        whole += part
        origin += [place] * len(part)
    found, at = [], whole.find(wanted)
    while at >= 0:
        found.append((origin[at], origin[at + len(wanted) - 1] + 1))
        at = whole.find(wanted, at + len(wanted))
    return found
