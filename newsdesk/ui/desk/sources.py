"""The sources of a desk: adding, asking, listing and changing them, and what became of that, as a part of the desk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from newsdesk.intake.intake import Progress
from newsdesk.intake.preview import Preview
from newsdesk.intake.request import AddRequest
from newsdesk.model import PrintedTime
from newsdesk.story.sources import SourceRow, folder_rows, prints_no_year, source_rows
from newsdesk.ui.desk.part import DeskPart
from newsdesk.ui.desk.source_watch import SourceWatch
from newsdesk.ui.dialogs.outcome import Outcomes
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.work import messages

if TYPE_CHECKING:
    from newsdesk.ui.dialogs.sources import SourcesList


class DeskSources(DeskPart):
    """For the desk: what it does with its sources."""

    _now: Callable[[], datetime]
    _outcomes: Outcomes
    _source_watch: SourceWatch
    _sources_list: SourcesList | None = None
    """The list, while it is open."""

    def action_add_source(self) -> None:
        """`a`."""
        from newsdesk.ui.dialogs.add_source import AddSource
        from newsdesk.ui.fields.path_suggester import start_folder

        def add(request: AddRequest | None) -> None:
            if request is not None:
                self.add_sources([request])

        self.app.push_screen(AddSource(self._look, start_folder(), self._zone, now=self._now), add)

    async def _look(self, request: AddRequest, progress: Progress) -> Preview:
        return await self._live.look(self._story, request, self._zone, progress)

    def add_sources(self, requests: Sequence[AddRequest], *, again: bool = False) -> None:
        """Add, one file after the other, with progress at the foot; Escape stops. What is being read already comes first."""
        if not self._live.add(requests, again=again):
            self.notify("This waits its turn, until what is being read now is done")

    def action_refresh_sources(self) -> None:
        """`r`."""
        if not self._live.refresh():
            self.notify(
                f"Something is being added; wait for it, or stop it with {self._key('desk.back')}", severity="warning"
            )

    def on_progressed(self, message: messages.Progressed) -> None:
        """Adding goes on."""
        self.query_one(KeyLine).say(message.words, f"{self._key('desk.back')} stops")

    def on_added(self, message: messages.Added) -> None:
        """Say what became of it, and show it."""
        self._live.added()
        self._source_watch.added(message.report)
        self.query_one(KeyLine).say("")
        self._outcomes.say(message.report, again=message.again)
        self._live.load(self._story)

    def on_dropped(self, message: messages.Dropped) -> None:
        """What came from watched folders is news; what could not be read is said."""
        self._source_watch.added(message.report)
        self._outcomes.say_dropped(message.report)

    def on_folders_looked(self, message: messages.FoldersLooked) -> None:
        """Which folders are watched stands in the list of the sources."""
        self._source_watch.watches(message.folders)
        self._show_sources()

    def watch_folder(self, path: str) -> None:
        """Add what lies in this folder, and what is dropped into it."""
        self._live.watch_folder(path)

    def stop_watching(self, folder: str) -> None:
        """What it brought stays."""
        self._live.stop_watching(folder)

    def action_not_read(self) -> None:
        """`E`."""
        self._outcomes.show_failed()

    def action_sources(self) -> None:
        """`A`."""
        from newsdesk.ui.dialogs.sources import SourcesList

        def narrow(source_id: int | None) -> None:
            self._sources_list = None
            if source_id is not None:
                self._set_filter(replace(self._filter, source_id=source_id))

        self._sources_list = SourcesList(
            self._source_rows(), folder_rows(self._source_watch.folders), self._zone, now=self._now
        )
        self.app.push_screen(self._sources_list, narrow)

    def remove_source(self, source_id: int) -> None:
        """Take a source out of the story; `u` brings it back."""
        self._live.remove_source(source_id, lambda: self._story)

    def rename_source(self, source_id: int, title: str | None) -> None:
        """Another title; None takes it back to the file's name."""
        self._live.rename_source(source_id, title)

    def set_source_year(self, source_id: int, year: int | None) -> None:
        """The year of dates printed without one; None: the evidence decides."""
        source = self._story.source_by_id.get(source_id)
        posts = (post for post in self._story.posts if post.source_id == source_id)
        if source is not None and year is not None and not prints_no_year(source, posts):
            self.notify(
                f"{self._story.tag(source_id)}: no date in it lacks a year; nothing changes", severity="warning"
            )
            return
        self._live.set_source_year(source_id, year)

    def set_source_date(self, source_id: int, date: PrintedTime | None) -> None:
        """The date of a source that prints none; None: the evidence decides."""
        self._live.set_source_date(source_id, date)

    def set_source_interval(self, source_id: int, interval: int | None) -> None:
        """How often an address is asked, in seconds; None: as it is learned, or the configuration file says."""
        self._live.set_interval(source_id, interval)

    def read_source_again(self, source_id: int) -> None:
        """Read the source's file again."""
        if source := self._story.source_by_id.get(source_id):
            self.add_sources([AddRequest(path=source.origin, again=source)], again=True)

    def _show_sources(self) -> None:
        if self._sources_list is not None and self._sources_list.is_mounted:
            self._sources_list.set_rows(self._source_rows(), folder_rows(self._source_watch.folders))

    def _source_rows(self) -> list[SourceRow]:
        watch = self._source_watch
        return source_rows(self._story, self._zone, watch.states, watch.polling, watch.read)

    def on_polled(self, message: messages.Polled) -> None:
        """What an address brought is news; nobody need be told that one was asked."""
        self._source_watch.polled(message.polled)
        if message.polled.added is not None:
            self.post_message(messages.StoreChanged())

    def on_following_looked(self, message: messages.FollowingLooked) -> None:
        """How following goes stands in the feet of the panes, and in the list of the sources."""
        self._source_watch.follows(message.polling, message.read)
        self._show_sources()

    def on_sources_looked(self, message: messages.SourcesLooked) -> None:
        """What is wrong with the sources' files stands in the feet of the panes, and in the list of the sources."""
        if self._source_watch.looked(message.states):
            self._show_sources()
