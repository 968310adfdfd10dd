"""Searching in the stream, and stepping through what is found or unread: the keys for both, as a part of the desk."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import Literal

from newsdesk.ui import messages
from newsdesk.ui.desk_part import DeskPart
from newsdesk.ui.early_keys import EarlyKeys
from newsdesk.ui.header import SearchLine


class Searching(EarlyKeys, DeskPart):
    """For the desk: what is searched for, where it stands, and the way from one place to the next."""

    _search = ""
    """The words; empty where nothing is searched for."""
    _searched_from: int | None = None
    """The post that was the current one when the search field was gone to."""
    _matched: messages.Matched | None = None
    """Where words were found last: perhaps other words, or in other rows, than those that are looked for now."""
    _step_when_found: Literal[1, -1] | None = None
    """The user wants to step to a match, and it is not known yet where there are any."""
    _to_first_match = False
    """The words have just been typed: the answer leads to the first place where they stand."""

    def action_search(self) -> None:
        """`/`."""
        row = self._stream_pane.current
        self._searched_from = row.post_id if row else None
        line = self._search_line
        line.open(self._search)
        self.type_into(line.field)

    def on_search_line_changed(self, message: SearchLine.Changed) -> None:
        """Every key of the search moves to the first match."""
        self._search, self._to_first_match, self._step_when_found = message.words, True, None
        self._search_again()

    def on_search_line_closed(self, message: SearchLine.Closed) -> None:
        """Enter keeps the search for some words, Escape ends it. Where nothing is found, the reader is back where typing began."""
        if not (message.keep and self._search.strip()):
            self._end_search()
        if not self._matches and self._searched_from is not None:
            self._stream_pane.go_to(self._searched_from)
        self._activate("stream")

    def _end_search(self) -> None:
        self._search, self._step_when_found = "", None
        self._search_again()
        self._live.search_over()
        self._search_line.close()

    def _search_again(self) -> None:
        if self._search.strip():
            self._live.search(self._stream_rows, self._search)
        else:
            self.on_matched(messages.Matched(self._search, self._stream_rows, ()))

    def on_matched(self, message: messages.Matched) -> None:
        """Where the words stand; later words or rows have an answer of their own."""
        if message.words != self._search or message.stream is not self._stream_rows:
            return
        self._matched = message
        pane = self._stream_pane
        pane.show_matches(self._search.strip())
        if message.rows and self._to_first_match:
            pane.go_to(self._stream_rows.key_at(message.rows[0]))
        self._to_first_match = False
        self._count_matches()
        if self._step_when_found is not None:
            direction, self._step_when_found = self._step_when_found, None
            self._step(direction)

    @property
    def _is_found(self) -> bool:
        """Whether it is known where the words stand in the rows that are shown."""
        known = self._matched
        return known is not None and known.words == self._search and known.stream is self._stream_rows

    @property
    def _matches(self) -> Sequence[int]:
        """Numbers of the rows that hold the searched words; none until that is known."""
        return self._matched.rows if self._matched is not None and self._is_found else ()

    def _count_matches(self) -> None:
        here = self._stream_pane.cursor
        at = bisect_left(self._matches, here)
        is_one = at < len(self._matches) and self._matches[at] == here
        self._search_line.show_count(at + 1 if is_one else 0, len(self._matches))

    def action_next_unread(self) -> None:
        """`n`."""
        self._step(1)

    def action_previous_unread(self) -> None:
        """`p` and `N`."""
        self._step(-1)

    def _step(self, direction: Literal[1, -1]) -> None:
        """To the next unread post down the stream, or to the next match; round at the end."""
        pane = self._stream_pane
        if pane.current is None:
            return
        searching = bool(self._search.strip())
        if searching and not self._is_found:
            self._step_when_found = direction
            return
        if searching:
            beyond = (
                bisect_right(self._matches, pane.cursor)
                if direction == 1
                else bisect_left(self._matches, pane.cursor) - 1
            )
            target = self._matches[beyond % len(self._matches)] if self._matches else None
        else:
            target = self._stream_rows.next_unread(pane.cursor, direction)
        if target is None:
            self.notify("No match" if searching else "Nothing unread")
            return
        pane.go_to(self._stream_rows.key_at(target))
        self._activate("stream")
        if self._search:
            self._count_matches()

    @property
    def _search_line(self) -> SearchLine:
        return self.query_one(SearchLine)
