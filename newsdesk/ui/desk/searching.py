"""Searching in the pane where the reader is, and stepping through what is found or unread: the keys for both, as a part of the desk."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Any, ClassVar, Literal

from newsdesk.story.quotes import said_in_sight
from newsdesk.ui.desk.part import DeskPart
from newsdesk.ui.fields.early_keys import EarlyKeys
from newsdesk.ui.lists.sought import MarksSought
from newsdesk.ui.panes.countdown import CountdownPane
from newsdesk.ui.panes.header import SearchLine
from newsdesk.ui.panes.quotes import ActorList, QuoteList, QuotesPane
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.work import messages


class Searching(EarlyKeys, DeskPart):
    """For the desk: what is searched for, where it stands, and the way from one place to the next."""

    _SEARCHED: ClassVar = {
        StreamPane: ("stream", "Stream", "headlines, bodies, speakers, sources"),
        ActorList: ("quotes", "Actors", "names, and what they said"),
        QuoteList: ("quotes", "Quotes", "the words of {actor}"),
        CountdownPane: ("countdown", "Countdown", "the events"),
    }
    """For each list its pane, what it is called, and what is looked for there."""

    _search = ""
    """The words; empty where nothing is searched for."""
    _searched: type[MarksSought[Any]] = StreamPane
    """The list in which they are searched for."""
    _searched_from: Hashable = None
    """The key of the row that was the current one when the search field was gone to."""
    _matched: messages.Matched | None = None
    """Where words were found last: perhaps other words, or in other rows, than those that are looked for now."""
    _step_when_found: Literal[1, -1] | None = None
    """The user wants to step to a match, and it is not known yet where there are any."""
    _to_first_match = False
    """The words have just been typed: the answer leads to the first place where they stand."""

    def action_search(self) -> None:
        """`/`."""
        searched, words = type(self._list_at_hand), self._search
        if searched is not self._searched:
            self._end_search()
            self._searched = searched
        row = self._list.current
        self._searched_from = self._list.row_key(row) if row is not None else None
        line = self._search_line
        _, where, what = self._SEARCHED[searched]
        line.open(words, where, what.format(actor=self._quotes_pane.actor))
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
            self._list.go_to_key(self._searched_from)
        self._go_to_list()

    def _end_search(self) -> None:
        self._search, self._step_when_found = "", None
        self._search_again()
        self._live.search_over()
        self._search_line.close()

    def _search_again(self) -> None:
        rows = self._searched_rows
        if not self._search.strip():
            self.on_matched(messages.Matched(self._search, rows, ()))
        elif self._searched is StreamPane:
            self._live.search(self._stream_rows, self._search)
        else:
            self._live.search_rows(rows, self._search, self._said_by)

    @property
    def _said_by(self) -> Callable[[str], Iterable[str]]:
        """What can be looked for of an actor's words: those that the pane shows."""
        story, clock, among = self._story, self._clock, self._among
        statements = self._quotes_pane.statements

        def said_by(actor: str) -> Iterable[str]:
            return (one.text for one, _ in said_in_sight(story, actor, clock, statements=statements, among=among))

        return said_by

    def on_matched(self, message: messages.Matched) -> None:
        """Where the words stand; later words or rows have an answer of their own."""
        if message.words != self._search or message.within is not self._searched_rows:
            return
        self._matched = message
        self._mark_matches()
        if message.rows and self._to_first_match:
            self._go_to_row(message.rows[0])
        self._to_first_match = False
        self._count_matches()
        if self._step_when_found is not None:
            direction, self._step_when_found = self._step_when_found, None
            self._step(direction)

    def _mark_matches(self) -> None:
        """In the list that is searched; of actors, in what they said, too."""
        self._list.show_matches(self._search.strip())
        if self._searched is ActorList:
            self._quotes_pane.quotes.show_matches(self._search.strip())

    @property
    def _is_found(self) -> bool:
        """Whether it is known where the words stand in the rows that are shown."""
        known = self._matched
        return known is not None and known.words == self._search and known.within is self._searched_rows

    @property
    def _matches(self) -> Sequence[int]:
        """Numbers of the rows that hold the searched words; none until that is known."""
        return self._matched.rows if self._matched is not None and self._is_found else ()

    def _count_matches(self) -> None:
        here = self._list.cursor
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
        """To the next match, round at the end; without a search to the next unread post down the stream."""
        if self._search.strip():
            self._step_to_match(direction)
            return
        pane = self._stream_pane
        target = self._stream_rows.next_unread(pane.cursor, direction) if pane.current is not None else None
        if target is not None:
            pane.go_to(self._stream_rows.key_at(target))
            self._activate("stream")
        elif pane.current is not None:
            self.notify("Nothing unread")

    def _step_to_match(self, direction: Literal[1, -1]) -> None:
        if not self._is_found:
            self._step_when_found = direction
            if self._searched is not StreamPane:
                self._search_again()  # a list may have come by other rows by a key of its own
            return
        if not self._matches:
            self.notify("No match")
            return
        here = self._list.cursor
        beyond = bisect_right(self._matches, here) if direction == 1 else bisect_left(self._matches, here) - 1
        self._go_to_row(self._matches[beyond % len(self._matches)])
        self._go_to_list()
        self._count_matches()

    @property
    def _list_at_hand(self) -> MarksSought[Any]:
        """The list that keys act on."""
        return {
            "stream": self._stream_pane,
            "quotes": self._quotes_pane.at_hand,
            "countdown": self.query_one(CountdownPane),
        }[self._active_pane()]

    @property
    def _list(self) -> MarksSought[Any]:
        """The one that is searched."""
        return self.query_one(self._searched)

    @property
    def _searched_rows(self) -> Sequence[Any]:
        return self._stream_rows if self._searched is StreamPane else self._list.rows

    def _go_to_row(self, number: int) -> None:
        self._list.go_to_key(self._list.row_key(self._searched_rows[number]))

    def _go_to_list(self) -> None:
        """The keys act on the list that is searched."""
        self._activate(self._SEARCHED[self._searched][0])
        self.set_focus(self._list)

    @property
    def _quotes_pane(self) -> QuotesPane:
        return self.query_one(QuotesPane)

    @property
    def _search_line(self) -> SearchLine:
        return self.query_one(SearchLine)
