"""What the user has read and what came since the desk was left: the keys for both, as a part of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from textual.screen import Screen
from textual.timer import Timer

from newsdesk.story.since_left import SinceLeft
from newsdesk.ui.desk.part import DeskPart
from newsdesk.ui.panes.quotes import QuotesPane
from newsdesk.ui.panes.stream import StreamPane

_WRITE_EVERY_SECONDS = 1.0
"""Posts that are seen one soon after the other are written together."""


class SeenPosts:
    """Posts that were seen, marked as read in batches: the first at once, those that follow soon after together."""

    def __init__(self, screen: Screen[None], mark: Callable[[Sequence[int]], None]) -> None:
        """`mark` writes; the timers are the screen's."""
        self._screen = screen
        self._mark = mark
        self._resting: Timer | None = None
        self.waiting: list[int] = []
        """Those that are not yet to be written."""

    def add(self, post_id: int) -> None:
        """It was seen."""
        if post_id not in self.waiting:
            self.waiting.append(post_id)
        if self._resting is None:
            self._write()

    def _write(self) -> None:
        self._resting = None
        if self.waiting:
            batch, self.waiting = self.waiting, []
            self._mark(batch)
            self._resting = self._screen.set_timer(_WRITE_EVERY_SECONDS, self._write)


class ReadMarks(DeskPart):
    """For the desk: marking posts as read, starring, taking back, and what came since it was left."""

    _since: SinceLeft | None
    _seen: SeenPosts

    @property
    def seen_but_unmarked(self) -> Sequence[int]:
        """Posts that were seen last and are not marked as read yet."""
        return self._seen.waiting

    def mark_seen(self, post_id: int) -> None:
        """The post was on the screen: it is read."""
        if post_id not in self._story.read_ids:
            self._seen.add(post_id)

    def on_stream_pane_seen(self, message: StreamPane.Seen) -> None:
        """The reader stayed at a post."""
        self.mark_seen(message.post_id)

    def on_screen_resume(self) -> None:
        """The reader is back from a dialog."""
        self._stream_pane.look_again()

    def action_mark_read(self) -> None:
        """`m`."""
        row = self._stream_pane.current
        if row is not None and (place := self._stream_rows.index_of(row.post_id)) is not None:
            self._live.mark_read(self._stream_rows, place)

    def action_toggle_read(self) -> None:
        """`M`."""
        if (post_id := self._post_at_hand()) is not None:
            self._stream_pane.let_be(post_id)
            self._live.toggle_read(post_id)

    def action_star(self) -> None:
        """`s`."""
        if (post_id := self._post_at_hand()) is not None:
            self.star(post_id)

    def star(self, post_id: int) -> None:
        """Star the post, or take the star away."""
        self._live.star(post_id)

    def action_undo(self) -> None:
        """`u`."""
        self._live.undo(lambda: self._story)

    def action_go_since_left(self) -> None:
        """`L`."""
        self._stream_pane.go_to_since()
        self._activate("stream")

    def action_put_away_since_left(self) -> None:
        """`D`."""
        self._live.put_away_since()
        self._show()

    def _post_at_hand(self) -> int | None:
        """The post of the quote that the keys act on, else the stream's current one."""
        row = self.query_one(QuotesPane).current or self._stream_pane.current
        return row.post_id if row else None
