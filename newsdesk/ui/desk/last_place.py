"""Where the reader was when the desk was left: gone back to as soon as there are rows for it."""

from __future__ import annotations

from datetime import datetime

from textual.screen import Screen

from newsdesk.kept.front_page import FrontPage
from newsdesk.kept.last_view import Alerts, LastView
from newsdesk.ui.panes.countdown import CountdownPane
from newsdesk.ui.panes.panes import Panes
from newsdesk.ui.panes.quotes import QuotesPane
from newsdesk.ui.panes.stream import StreamPane


class LastPlace:
    """The current post, actor and event of one desk, the last time and now."""

    def __init__(self, desk: Screen[None], left: LastView) -> None:
        """`left`: how the desk was left the last time."""
        self._desk = desk
        self._left = left
        self._returning = {"post", "actor", "event"}
        """What is still to be gone back to, once it is there."""

    def show_front(self, front: FrontPage) -> None:
        """Show what the stream begins with, at the post that was left when it is among that."""
        if self._desk.query_one(StreamPane).show_front(front, self._left.post):
            self._returning.discard("post")

    def go_back(self, *, facts: bool) -> None:
        """There are other rows; `facts`: they were made when what is in the posts had been looked for."""
        stream, quotes = self._desk.query_one(StreamPane), self._desk.query_one(QuotesPane)
        if "post" in self._returning and stream.current is not None:
            self._returning.discard("post")
            if self._left.post is not None:
                stream.go_to(self._left.post)
        if "actor" in self._returning and quotes.actor is not None:
            self._returning.discard("actor")
            if self._left.actor is not None:
                quotes.choose(self._left.actor)
        if "event" in self._returning and facts:
            self._returning.discard("event")
            if self._left.event is not None:
                self._desk.query_one(CountdownPane).go_to_key(self._left.event)

    def view(self, pane: str, alerts: Alerts, now: datetime) -> LastView:
        """How the desk is now. Whoever leaves before rows and facts are there has not moved."""
        stream, quotes = self._desk.query_one(StreamPane), self._desk.query_one(QuotesPane)
        countdown = self._desk.query_one(CountdownPane)
        post = stream.current.post_id if stream.current and stream.cursor else None
        event = countdown.current.key if countdown.current and countdown.cursor else None
        return LastView(
            pane=pane,
            zoomed=self._desk.has_class("-zoomed"),
            sizes=self._desk.query_one(Panes).sizes,
            statements=quotes.statements,
            post=self._left.post if "post" in self._returning else post,
            actor=self._left.actor if "actor" in self._returning else quotes.actor,
            event=self._left.event if "event" in self._returning else event,
            events=self._left.events,
            left=now,
            alerts=alerts,
        )
