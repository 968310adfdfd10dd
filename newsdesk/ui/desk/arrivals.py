"""Telling what comes while the desk is open: an event's time, a Breaking post."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from datetime import datetime, tzinfo

from textual.screen import Screen

from newsdesk.kept.last_view import Alerts
from newsdesk.story import Story
from newsdesk.story.arrivals import Watch
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.wording import counted

_SHOWN = 3
"""Of more that came at once the number is said."""
_SECONDS = 30
"""How long it stands there: whoever hears the bell must come and look."""


class Arrivals:
    """What one desk has seen come, and how it says so. It says nothing while the desk looks from another moment than now."""

    def __init__(self, desk: Screen[None], now: Callable[[], datetime], alerts: Alerts) -> None:
        """A desk that opens now; `now` is the wall clock, aware."""
        self._desk = desk
        self._now = now
        self._watch = Watch.opening(now())
        self.alerts = alerts
        """How it is said."""

    def skip(self) -> None:
        """The desk looks from another moment: what came until now is left out."""
        self._watch = self._watch.skipping(self._now())

    def look_at_events(self, story: Story, clock: Clock, zone: tzinfo, found_at: datetime | None = None) -> None:
        """Say which events have come; `found_at` is when they were looked for, if that has just ended."""
        if clock.mode is Mode.NOW:
            come, self._watch = self._watch.events(story, self._now(), zone, found_at)
            self._say(come, "event")

    def look_at_posts(
        self, story: Story, clock: Clock, zone: tzinfo, by_hand: Collection[int], *, at_first: bool
    ) -> None:
        """Say which Breaking posts have come. What is there when the desk opens is no news, nor is what came `by_hand`."""
        come, self._watch = self._watch.posts(story, self._now(), zone, by_hand)
        if clock.mode is Mode.NOW and not at_first:
            self._say(come[::-1], "Breaking post")

    def step(self) -> None:
        """Bell and notice, notice only, neither."""
        self.alerts = self.alerts.next
        self._desk.notify(f"When an event's time or a Breaking post comes: {self.alerts}")

    def _say(self, lines: Sequence[str], noun: str) -> None:
        """One bell, however much came: a machine that slept has missed it all at once."""
        if not lines or self.alerts is Alerts.NEITHER:
            return
        for line in lines[:_SHOWN]:
            self._desk.notify(line, severity="warning", timeout=_SECONDS)
        if (more := len(lines) - _SHOWN) > 0:
            self._desk.notify(f"and {counted(more, f'more {noun}')}", severity="warning", timeout=_SECONDS)
        if self.alerts is Alerts.BELL:
            self._desk.app.bell()
