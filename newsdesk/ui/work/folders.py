"""Adds what is dropped into the folders that the story watches, as long as its desk is open: it is news like any other."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack, suppress
from datetime import datetime
from pathlib import Path

from textual.screen import Screen

from newsdesk.intake.report import AddReport
from newsdesk.intake.watched_folders import SETTLE_SECONDS, Dropped, WatchedFolders
from newsdesk.session import Session
from newsdesk.system.background import Cancelled
from newsdesk.system.folder_watch import FolderWatch
from newsdesk.ui.work import messages
from newsdesk.ui.work.complaints import Complaints

_LOOK_ANYWAY_SECONDS = 10.0
"""How often the folders are looked into where the system does not tell of what is written there."""


class FolderFollower:
    """The watched folders of one desk, in a thread of their own: a disk that does not answer holds up nothing."""

    def __init__(self, desk: Screen[None], session: Session, now: Callable[[], datetime]) -> None:
        """Look for this desk, which gets the messages; `now` is the wall clock, aware."""
        self._desk = desk
        self._session = session
        self._now = now
        self._gone = threading.Event()
        self._stirred = threading.Event()
        """Something was written in a folder, or other folders are watched now."""
        self._watches: dict[str, ExitStack] = {}
        """What tells of each folder."""

    def start(self) -> None:
        """Look again and again, once the story is open."""
        threading.Thread(target=self._follow, name="newsdesk folders", daemon=True).start()

    def stir(self) -> None:
        """Look soon: the story was written to."""
        self._stirred.set()

    def close(self) -> None:
        """End, whatever is under way."""
        self._gone.set()
        self._stirred.set()

    def _follow(self) -> None:
        """A thread's whole life."""
        told: Mapping[str, bool] = {}
        folders = WatchedFolders(self._session.path)
        complaints = Complaints(self._desk)
        with suppress(Cancelled), ExitStack() as end:
            end.callback(self._tell_of, ())
            while not self._gone.is_set():
                self._stirred.clear()
                with complaints.said_once():
                    dropped = self._session.look_into_folders(folders, time.monotonic())
                    if folders.there != told:
                        told = dict(folders.there)
                        self._desk.post_message(messages.FoldersLooked(told))
                    self._tell_of([folder for folder, is_there in told.items() if is_there])
                    if not self._session.read_only:
                        self._read(folders, dropped)
                # Whoever writes again and again, as a download does, is looked at no more often than a file takes to settle.
                if not self._gone.wait(SETTLE_SECONDS) and not (folders.unsettled and not self._session.read_only):
                    self._stirred.wait(_LOOK_ANYWAY_SECONDS)

    def _read(self, folders: WatchedFolders, dropped: Sequence[Dropped]) -> None:
        """Read these: each shows as soon as it is stored, and what is to be said of them is said of all together."""
        reports: list[AddReport] = []
        try:
            for report in self._session.read_dropped(folders, dropped, self._now, self._gone.is_set):
                reports.append(report)
                if report.added:
                    self._desk.post_message(messages.StoreChanged())
        finally:
            if reports:
                self._desk.post_message(messages.Dropped(sum(reports, AddReport())))

    def _tell_of(self, folders: Sequence[str]) -> None:
        """Have the system tell of these folders, and of no others. One that was away and came back is another one."""
        for folder in [folder for folder in self._watches if folder not in folders]:
            self._watches.pop(folder).close()
        for folder in folders:
            if folder not in self._watches:
                self._watches[folder] = ExitStack()
                with suppress(OSError):
                    self._watches[folder].enter_context(FolderWatch(Path(folder), lambda _name: self._stirred.set()))
