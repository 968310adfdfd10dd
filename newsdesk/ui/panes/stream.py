"""The stream pane: what just happened, newest first."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import compress, islice
from string import ascii_letters
from typing import ClassVar

from textual.binding import BindingType
from textual.cache import LRUCache
from textual.message import Message
from textual.timer import Timer

from newsdesk.kept.front_page import FrontPage
from newsdesk.story.folding import folded
from newsdesk.story.since_left import NEW, SinceLeft
from newsdesk.story.stream import Stream, StreamRow
from newsdesk.story.tags import Tag
from newsdesk.story.wording import beginning
from newsdesk.ui.keys.commands import OPEN
from newsdesk.ui.lists.lines import Line, Piece
from newsdesk.ui.lists.sought import MarksSought, matches
from newsdesk.ui.panes.foot import Footed
from newsdesk.ui.wrap import ELLIPSIS, LONGEST, cells, pack, shorten, wrap

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
SEEN_AFTER_SECONDS = 1.0
"""A post on which the reader stays so long, or up to twice as long, is read."""

_LAID_OUT = 128
"""Rows whose lines are kept: those on the screen, and those around them that are measured."""


class StreamPane(MarksSought[StreamRow], Footed):
    """Posts, newest first, under a rule for each day."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "stream--unread",
        "stream--star",
        "stream--label",
        "stream--state",
        "stream--since",
    }
    DEFAULT_CSS = """
    StreamPane {
        & > .stream--unread { color: $text-accent; text-style: bold; }
        & > .stream--since { color: $text-accent; text-style: bold; }
        & > .stream--label { color: $text-accent; text-style: bold; }
        & > .stream--star { color: $text-warning; }
        & > .stream--state { color: $text-warning; text-style: italic; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [OPEN.binding]

    empty = "No posts yet."

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

    @dataclass
    class Seen(Message):
        """An unread post was the current one long enough, with all that the stream has of it on the screen."""

        post_id: int

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(name=name, id=id, classes=classes)
        self._known: set[int] = set()
        """Posts that were there before: what is not among them is new."""
        self._line: object = None
        """Tells the rows that were made step by step of those that are shown."""
        self._unseen: set[int] = set()
        """Posts that came in and were not in sight yet; told are those that stand above what is."""
        self._above: list[tuple[int, int]] = []
        """Those of them that have a row, by the row's number: a scroll is not to go through ten thousand."""
        self.since: SinceLeft | None = None
        """What came since the desk was left, to be set before the rows."""
        self._of: int | None = None
        self._whole = 0
        """Posts, of which the front page has only the first."""
        self._unread = 0
        self._moves = 0
        """How often the reader went to a row, or came back to it."""
        self._went_to: int | None = None
        """The post of that row, until it was seen: news on top may take the reader along to another one."""
        self._looking: Timer | None = None
        self._opening = False
        """There was nothing when the desk opened, and the reader has not moved since: the desk stands at the newest post."""
        self._laid_out: LRUCache[Hashable, list[Line]] = LRUCache(_LAID_OUT)
        """The lines of rows, by what they depend on. News on top move rows to other places, and that is all."""

    def show_stream(self, rows: Stream, *, of: int | None = None) -> None:
        """Show these posts. New ones on top show at once to a reader at the top; others are told of them in the border.

        `of` is how many there are without a filter; None when there is no filter.
        """
        self._of, self._whole = of, len(rows)
        self._unread = rows.unread
        # A hundred thousand posts are not compared for each one that comes.
        candidates = rows.recent if rows.line is self._line else rows.ids
        arrived = candidates - self._known if self._known else frozenset()
        self._above = []  # their numbers are others from here on
        opening = self._opening and not self.reading
        self.set_rows(rows, follow=bool(arrived) and rows.key_at(0) in arrived)
        if rows and not self._known:
            self.reached()  # who opens a desk looks at it
        elif opening and arrived:
            self._set_cursor(0)  # of several files that begin a story, a later one may tell of what is newer
        self._opening = opening or not (rows or self._known)
        self._known |= arrived if self._known else rows.ids
        self._line = rows.line
        self._unseen |= arrived
        if self._unseen:
            self.call_later(self._find_above, rows)  # ten thousand may have come, and the rows alone take their time
        self._tell()

    def _find_above(self, rows: Stream) -> None:
        """See which of the posts that were not in sight yet stand above what is."""
        if rows is not self.rows:
            return  # others have come since, and are seen to by themselves
        above = rows.newest_ids(self.first_begun_in_view)
        self._above = list(compress(enumerate(above), map(self._unseen.__contains__, above)))
        left_out = self._unseen - rows.ids if rows.chosen else frozenset()
        self._unseen = self._unseen.intersection(above).union(left_out)
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

    def on_resize(self) -> None:
        """What the border has room for."""
        self._tell()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Posts that are in sight are no longer news."""
        super().watch_scroll_y(old_value, new_value)
        self._tell()
        self.look_again()

    def _tell(self) -> None:
        if self._above:
            seen = bisect_left(self._above, (self.first_begun_in_view,))
            self._unseen.difference_update(post_id for _, post_id in self._above[seen:])
            del self._above[seen:]
        new = f"{len(self._above):,} new ↑" if self._above else ""
        since = f"{len(self.since.posts):,} since you left" if self.since and self.since.posts else ""
        unread = f"{self._unread:,} unread" if self._unread else ""
        count = tally(self._whole, "post", of=self._of)
        # The line in the stream says "since you left", too; what came above must be told even beside a failing source.
        shapes = ((new, since, unread, count), (new, unread, count), (new, unread), (new or unread or count,))
        self.say(*(" · ".join(filter(None, parts)) for parts in shapes))

    # What the reader looks at.

    def reached(self) -> None:
        """See whether the reader stays: who runs through the rows has seen none of them, and each key costs nothing."""
        self._opening = False
        self._went_to = self.current.post_id if self.current else None
        self.look_again()

    def on_focus(self) -> None:
        """The reader is back from elsewhere."""
        self.look_again()

    def look_again(self) -> None:
        """See whether the reader stays from now on at the post that was not seen yet, because it was not to be seen or the reader was elsewhere."""
        if self._went_to is None:
            return
        self._moves += 1
        if self._looking is None:
            self._looking = self.set_timer(SEEN_AFTER_SECONDS, partial(self._look, self._moves))

    def let_be(self, post_id: int) -> None:
        """The user says whether this post is read: staying at it changes nothing until the reader goes there again."""
        if self._went_to == post_id:
            self._went_to = None

    def _look(self, moves: int) -> None:
        self._looking = None
        if moves != self._moves:
            self._looking = self.set_timer(SEEN_AFTER_SECONDS, partial(self._look, self._moves))
        elif self.has_focus and self.app.screen is self.screen and self.current_is_seen:
            if (row := self.current) is not None and row.post_id == self._went_to and row.unread:
                self.post_message(self.Seen(row.post_id))
            self._went_to = None

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
        """Day rule, headline beside time and source, byline, the beginning of the text, a blank line.

        Where the beginning of the text stands for a headline and goes on below, the byline stands under it.
        """
        since = self.since.words if self.since and row.post_id == self.since.below else ""
        key = (row, above.rule if above else None, width, self._matched, since, self._is_late(row))
        if (lines := self._laid_out.get(key)) is None:
            lines = self._laid_out[key] = self._lay_out(row, above, width)
        return lines

    def _lay_out(self, row: StreamRow, above: StreamRow | None, width: int) -> list[Line]:
        lines = []
        if self.since is not None and row.post_id == self.since.below:
            first, *rest = since_lines(self.since.words, width)
            lines.append(Line([Piece(day_rule(first, width), "stream--since")], apart=True))
            lines += [Line([Piece(f"   {words}", "stream--since")], apart=True) for words in rest]
        if above is None or above.rule != row.rule:
            lines.append(Line([Piece(day_rule(row.rule, width), "line--rule")], apart=True))
        indent = INDENT if width >= WITH_INDENT else 0
        head, below = self._head(row, width, indent)
        lines += head
        margin = Piece(" " * indent)
        above_it = row.text[: len(row.text) - len(below)]
        preview = self._preview(
            below,
            width - indent,
            3 if width >= WITH_PREVIEW else 2,
            sought=self._not_in(row.headline or above_it, row.byline),
        )
        told = [Line([margin, *pieces]) for pieces in preview]
        if row.byline:
            byline = Line([margin, *self.words(shorten(row.byline, width - indent), "line--muted")])
            # Words that go on below the headline's place are not parted.
            goes_on = not row.headline and told and "\n" not in above_it[len(above_it.rstrip()) :]
            told.insert(len(told) if goes_on else 0, byline)
        lines += told
        lines.append(Line(apart=True))
        return lines

    def _head(self, row: StreamRow, width: int, indent: int) -> tuple[list[Line], str]:
        """Time, dot, label, whether it was edited or is gone, and headline, and the text that belongs below.

        The beginning of the text stands for the headline of a post without one, and goes on below where it stops here.
        """
        # A zone behind the hour is longer than the column is wide.
        time = row.time if cells(row.time) <= TIME else f"{row.time} "
        stamp = [
            Piece(time.ljust(TIME), "" if row.unread else "line--muted"),
            Piece(f"{UNREAD if row.unread else ' '} ", "stream--unread"),
        ]
        says_more = row.source.name != row.headline
        source = tag_words(row.source, min(TAG, width * 3 // 10)) if width >= WITH_TAG and says_more else ""
        tag = [Piece("  " + source, "line--muted")] if source else []
        before = f"{STAR} " if row.starred else ""
        label = f"{row.label} " if row.label else ""
        state = "".join(f"{word} · " for word in (NEW if self._is_late(row) else "", row.state) if word)
        ahead = len(before + label + state)
        words = before + label + state + (row.headline or beginning(row.text))
        style = "line--soft" if not row.headline else "line--strong" if row.unread else ""
        label_style = "line--alert" if row.label in URGENT else "stream--label"

        room = width - max(indent, sum(cells(piece.text) for piece in stamp)) - sum(cells(piece.text) for piece in tag)
        lines = []
        if not indent:
            lines.append(Line(stamp))
            stamp, room = [], width
        spans = list(islice(wrap(words.replace("\n", " "), width - indent, first=room), HEADLINE_LINES + 1))
        for number, (start, end) in enumerate(spans[:HEADLINE_LINES]):
            text = words[start:end]
            if row.headline and number + 1 == HEADLINE_LINES < len(spans):
                text = shorten(text + " " + words[spans[-1][0] :], width - indent)
            pieces = []
            for part, look in ((before, "stream--star"), (label, label_style), (state, "stream--state")):
                if number == 0 and part:
                    pieces.append(Piece(text[: len(part)], look))
                    text = text[len(part) :]
            pieces += self.words(text, style)
            lines.append(Line([*stamp, *pieces], tag) if number == 0 else Line([Piece(" " * indent), *pieces]))
        shown = spans[:HEADLINE_LINES][-1][1]
        return lines, row.text if row.headline else row.text[max(0, shown - ahead) :].lstrip()

    def _is_late(self, row: StreamRow) -> bool:
        """Whether the post is new since the desk was left and stands further down than the line that says so."""
        if self.since is None or row.post_id not in self.since.posts:
            return False
        at, line = self._keys.index_of(row.post_id), self._keys.index_of(self.since.below)
        return self.since.below not in self.since.posts and at is not None and line is not None and at > line

    def go_to_since(self) -> None:
        """To the last new post above the line, with the line in sight; where none stands above, to the newest of them."""
        if self.since is None:
            return
        line, newest = self._keys.index_of(self.since.below), self._keys.index_of(self.since.newest)
        if line is not None and newest is not None:
            self._set_cursor(line)
            self._set_cursor(line - 1 if newest < line else newest)

    def _not_in(self, *shown: str) -> Sequence[str]:
        """What is marked and stands in none of these."""
        plain = [folded(words) for words in shown] if self._matched else []
        return [term for term in self._matched if not any(term in words for words in plain)]

    def _preview(self, text: str, width: int, limit: int, *, sought: Sequence[str]) -> Iterator[list[Piece]]:
        """The beginning of the text; while a search finds something only further down, the last line is from there.

        The number of lines stays, so that a search moves nothing. `sought` is what the row does not show above its text.
        """
        spans = list(islice((span for span in wrap(text, width) if span[0] < span[1]), limit + 1))
        seen_to = spans[limit - 1][1] - len(ELLIPSIS) - 1 if len(spans) > limit else len(text)
        firsts = (first_match(text, term) for term in sought) if len(spans) > limit else ()
        found = next((first for first in firsts if first is not None and first[1] > seen_to), None)
        for number, (start, end) in enumerate(spans[:limit], start=1):
            words = text[start:end]
            if number == limit < len(spans):
                if found is not None:
                    words = around(text, *found, width)
                else:
                    gap = " " if words.endswith((".", "!", "?", ":")) else ""
                    words = shorten(words + gap + ELLIPSIS, width)
            yield self.words(words, "line--soft")


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


def since_lines(words: str, width: int) -> list[str]:
    """The words of what came as a rule; where they are too long for one, the counts stand below it.

    The hour says most: where the day with it is too long, it goes without the weekday.
    """
    room = width - 6
    first, *counts = words.split(" · ")
    when, _, posts = first.rpartition(": ")
    if cells(words) <= room:
        return [words]
    if cells(first) <= room:
        return [first, *pack(counts, width - 3)]
    if cells(when) > room:
        left, _, moment = when.partition(", ")
        when = f"{left}, {moment.lstrip(ascii_letters).lstrip()}"
    return [when, *pack([posts, *counts], width - 3)]


def first_match(text: str, wanted: str) -> tuple[int, int] | None:
    """Where the folded words stand first in what can be laid out of a text."""
    return next(iter(matches(text[:LONGEST], [wanted])), None)


def around(text: str, start: int, end: int, width: int) -> str:
    """One line of at most `width` cells with the words from `start` to `end`, some words before them, and what follows."""
    first = max(0, start - max(0, width - (end - start) - 2) // 3)
    if first:
        blank = re.compile(r"\s").search(text, first - 1, start)
        first = blank.end() if blank else start
    line = (ELLIPSIS if first else "") + " ".join(text[first : end + width].split())
    return shorten(line + (ELLIPSIS if end + width < len(text) else ""), width)
