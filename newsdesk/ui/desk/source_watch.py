"""Keeps an eye on the files that the sources were read from, and tells the panes' feet what is wrong with them.

What is wrong with addresses that are followed is told here, too; `following` asks them.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from datetime import datetime, tzinfo

from textual.screen import Screen

from newsdesk.intake.report import AddReport, Polled
from newsdesk.intake.source_files import look_at_files
from newsdesk.model import Source
from newsdesk.story.source_state import Polling, SourceState, foot_words
from newsdesk.ui.panes.foot import Footed
from newsdesk.ui.panes.header import TabLine
from newsdesk.ui.work import messages

_LOOK_EVERY_SECONDS = 5.0


class SourceWatch:
    """The sources of one desk. Files are looked at in a thread: a disk that does not answer holds up nothing, not even quitting."""

    def __init__(self, desk: Screen[None], now: Callable[[], datetime]) -> None:
        """Watch for this desk; `now` is the wall clock, aware."""
        self._desk = desk
        self._now = now
        self._sources: Sequence[Source] = ()
        self._zone: tzinfo | None = None
        self.read: dict[str, datetime] = {}
        """When sources were read besides, by where they came from: of one that brought nothing new, nothing is stored."""
        self._failed: dict[str, datetime] = {}
        self._looking = False
        self._look_again = False
        """The sources are other ones than those that are being looked at."""
        self._files: Mapping[int, SourceState] = {}
        """What is wrong with files, by the source's id."""
        self.folders: Mapping[str, bool] = {}
        """The watched folders, and whether each is there."""
        self.polling: Mapping[int, Polling] = {}
        """How following goes, by the source's id."""

    @property
    def states(self) -> Mapping[int, SourceState]:
        """What is wrong, by the source's id."""
        failing = [source_id for source_id, polling in self.polling.items() if polling.failing_since]
        return {**self._files, **dict.fromkeys(failing, SourceState.FAILING)}

    def start(self) -> None:
        """Look again and again."""
        self._desk.set_interval(_LOOK_EVERY_SECONDS, self._look)

    def follow(self, sources: Sequence[Source], zone: tzinfo) -> None:
        """These are the sources now, and times are shown in this zone."""
        others = [source.origin for source in sources] != [source.origin for source in self._sources]
        self._sources, self._zone = sources, zone
        if others:
            self._look()
        self._tell()

    def added(self, report: AddReport) -> None:
        """Sources were read, or tried in vain."""
        self.read |= report.read
        self._failed |= report.in_vain
        self._look()
        self._tell()

    def polled(self, polled: Polled) -> None:
        """An address was asked."""
        if polled.added is not None:
            self.read[polled.added.origin] = polled.added.read_at
            self._tell()

    def follows(self, polling: Mapping[int, Polling], read: Mapping[str, datetime]) -> None:
        """Following goes like this now, and these were read at these moments."""
        self.polling = polling
        later = {origin: at for origin, at in read.items() if origin not in self.read or self.read[origin] < at}
        if later:
            self.read |= later
            self._look()
        self._tell()

    def watches(self, folders: Mapping[str, bool]) -> None:
        """These folders are watched, and are there or not."""
        self.folders = folders
        self._tell()

    def looked(self, states: Mapping[int, SourceState]) -> bool:
        """`SourcesLooked` has reached the desk. True when something is otherwise than before."""
        self._looking = False
        if self._look_again:
            self._look()
        changed, self._files = states != self._files, states
        self._tell()
        return changed

    def _look(self) -> None:
        self._look_again = self._looking
        if self._looking or not self._sources:
            return
        self._looking = True
        sources, read, failed = self._sources, dict(self.read), dict(self._failed)

        def look() -> None:
            states = self._files  # a look that fails has found nothing else, and another one may follow
            try:
                states = look_at_files(sources, read, failed)
            finally:
                self._desk.post_message(messages.SourcesLooked(states))

        # No worker: whoever quits would wait for that until the disk answers. And not at once: to begin a thread takes
        # milliseconds where others are at work, and rows may be on their way to the panes just now.
        self._desk.call_later(threading.Thread(target=look, name="newsdesk files", daemon=True).start)

    def _tell(self) -> None:
        if self._zone is None:
            return
        moments = [*(source.read_at for source in self._sources if source.read_at), *self.read.values()]
        there = {source.id for source in self._sources}
        states = {source_id: state for source_id, state in self.states.items() if source_id in there}
        gone = [folder for folder, is_there in self.folders.items() if not is_there]
        states |= {-number: SourceState.GONE for number, _ in enumerate(gone, 1)}  # no source has such an id
        words = foot_words(max(moments, default=None) if there else None, states, self._now(), self._zone)
        self._desk.query_one(TabLine).sources = words
        for pane in self._desk.query("#panes > *"):
            if isinstance(pane, Footed):
                pane.say_of_sources(words)
