"""Asks the addresses that the story follows, as long as its desk is open: what they bring is news like any other."""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping
from contextlib import suppress
from datetime import datetime

from textual.screen import Screen

from newsdesk.session import Session
from newsdesk.story.source_state import Polling
from newsdesk.system.background import Cancelled
from newsdesk.ui.work import messages
from newsdesk.ui.work.complaints import Complaints

_LOOK_EVERY_SECONDS = 5.0
"""How often it is seen which addresses are due: often enough for the shortest interval, one minute, to be kept."""


class Follower:
    """The followed addresses of one desk, in a thread of their own: a server that does not answer holds up nothing."""

    def __init__(self, desk: Screen[None], session: Session, now: Callable[[], datetime]) -> None:
        """Ask for this desk, which gets the messages; `now` is the wall clock, aware."""
        self._desk = desk
        self._session = session
        self._now = now
        self._gone = threading.Event()
        self._told: tuple[Mapping[int, Polling], Mapping[str, datetime]] = {}, {}

    def start(self) -> None:
        """Ask again and again, once the story is open."""
        threading.Thread(target=self._follow, name="newsdesk following", daemon=True).start()

    def close(self) -> None:
        """End, whatever is under way."""
        self._gone.set()

    def _follow(self) -> None:
        """A thread's whole life."""
        complaints = Complaints(self._desk)
        with suppress(Cancelled):
            while not self._gone.is_set():
                with complaints.said_once():
                    self._ask()
                self._gone.wait(_LOOK_EVERY_SECONDS)

    def _ask(self) -> None:
        """Ask what is due, and what becomes so meanwhile."""
        if not self._session.read_only:
            for polled in self._session.poll(self._now, self._gone.is_set, _LOOK_EVERY_SECONDS, self._tell):
                self._desk.post_message(messages.Polled(polled))
        self._tell()

    def _tell(self) -> None:
        """Tell the desk how following goes, where that is otherwise than it was told."""
        told = self._session.polling()
        if told != self._told:
            self._desk.post_message(messages.FollowingLooked(*told))
        self._told = told
