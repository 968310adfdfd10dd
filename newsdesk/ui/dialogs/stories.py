"""The list of the user's stories: open another one, make, rename, put away and delete them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import tzinfo
from functools import partial
from pathlib import Path
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual import on, work
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message

from newsdesk.clean import clean_line
from newsdesk.store import StoreError
from newsdesk.stories import Stories, StoryEntry
from newsdesk.story.wording import counted, full_moment
from newsdesk.ui.dialogs.asking_list import AskingList, Take
from newsdesk.ui.dialogs.dialog import RowList, plain
from newsdesk.ui.keys.commands import DIALOG, STORIES
from newsdesk.ui.keys.keymap import keymap

EMPTY = "No stories yet: {create} makes one."
LOOKING = "Looking for your stories ..."


class StoriesList(AskingList[Path | None]):
    """Lists the stories. The result is the file of the one to open, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (*STORIES, *DIALOG)]

    @dataclass
    class Listed(Message):
        """The stories have been looked at, or something with one of them could not be done."""

        entries: list[StoryEntry] | None
        problem: str = ""
        at: str = ""
        """The story that is to be highlighted; empty: the one that was."""
        done: Take | None = None
        """What the field was for when its answer was given; it need not be open any longer."""

    def __init__(self, stories: Stories, current: Path, zone: tzinfo) -> None:
        """Begin.

        Args:
            stories: those of this machine.
            current: the file of the story on the desk.
            zone: in which moments are shown.
        """
        super().__init__()
        self._stories, self._current, self._zone = stories, current, zone
        self._entries: list[StoryEntry] = []
        self._listed = False
        """They have been looked at."""

    def on_mount(self) -> None:
        """Look for the stories."""
        self.query_one("#box").border_title = "Stories"
        self.say_about(Content(LOOKING))
        self.query_one(RowList).focus()
        self._do(lambda: None, self._current.stem)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """While the field is open, its keys are the field's; nothing can be done with no story."""
        if action in {"open", "create", "rename", "archive", "delete"}:
            if self.asked is not None:
                return False
            return True if action == "create" else bool(self._entries) or None
        return True

    def action_open(self) -> None:
        """Go to this story; one that was put away is brought back."""
        entry = self._entry()
        if entry is None:
            return
        if entry.archived:
            self._do(partial(self._stories.restore, entry.name), entry.name)
        elif entry.path == self._current:
            self.dismiss(None)
        elif entry.problem and not entry.changed:
            self.say(entry.problem)
        else:
            self.dismiss(entry.path)

    def action_create(self) -> None:
        """Ask for the name, and go to the new story."""
        self.ask("Name of the new story", "", self._create)

    def action_rename(self) -> None:
        """Ask for the new name."""
        if (entry := self._entry()) is not None and not entry.archived:
            self.ask("New name of this story", entry.name, partial(self._rename, entry))

    def action_archive(self) -> None:
        """Put this story away, or bring it back."""
        entry = self._entry()
        if entry is None or self._is_open(entry):
            return
        move = self._stories.restore if entry.archived else self._stories.archive
        self._do(partial(move, entry.name), entry.name)

    def action_delete(self) -> None:
        """Delete this story, after its name was typed."""
        entry = self._entry()
        if entry is None or self._is_open(entry):
            return
        holds = f"{counted(entry.sources, 'source')}, {counted(entry.posts, 'post')}"
        question = f"{holds} and all you said of them would be gone for good. Type the story's name to delete it"
        self.ask(question, "", partial(self._delete, entry))

    @on(Listed)
    def _on_listed(self, message: Listed) -> None:
        if message.entries is not None:
            before = self._entry()
            wanted = message.at or (before.name if before else "")
            self._entries = message.entries
            names = [entry.name for entry in self._entries]
            self._listed = True
            self.list_rows(names.index(wanted) if wanted in names else None)
            if message.done is not None and message.done is self.asked and not message.problem:
                self.end_asking()
        self.say(message.problem)

    def _answer(self, what: Callable[[], object], at: str) -> None:
        """Do what was asked for; the field stays open until it is done."""
        self._do(what, at, self.asked)

    @work(thread=True, group="stories", exit_on_error=False)
    def _do(self, what: Callable[[], object], at: str, done: Take | None = None) -> None:
        """Do something with a story, in a thread, and list them anew; `at` is the one to highlight then."""
        problem, entries = "", None
        try:
            what()
        except StoreError as error:
            problem = str(error)
        try:
            entries = self._stories.entries()
        except StoreError as error:
            problem = problem or str(error)
        self.post_message(self.Listed(entries, problem, at, done))

    @work(thread=True, group="stories", exit_on_error=False)
    def _go(self, what: Callable[[], Path]) -> None:
        """Do something in a thread that ends in another story to open."""
        try:
            path = what()
        except StoreError as error:
            self.post_message(self.Listed(None, str(error)))
        else:
            self.app.call_from_thread(self.dismiss, path)

    def _create(self, name: str) -> None:
        self._go(partial(self._stories.create, name))

    def _rename(self, entry: StoryEntry, name: str) -> None:
        if name == entry.name:
            self.end_asking()
        elif entry.path == self._current:
            self._go(partial(self._stories.rename, entry.name, name))
        else:
            self._answer(partial(self._stories.rename, entry.name, name), name)

    def _delete(self, entry: StoryEntry, name: str) -> None:
        if name != entry.name:
            self.say("This is not its name; nothing was deleted.")
        else:
            self._answer(partial(self._stories.delete, entry.name, archived=entry.archived), "")

    def _is_open(self, entry: StoryEntry) -> bool:
        if entry.path == self._current:
            self.say("This story is on the desk; open another one first.")
        return entry.path == self._current

    def _entry(self) -> StoryEntry | None:
        return self._entries[self.at] if self.at is not None and self.at < len(self._entries) else None

    def list_rows(self, at: int | None = None) -> None:
        """See `AskingList`."""
        if self._listed:
            title = f"Stories · {len(self._entries)}" if self._entries else "Stories"
            width = self.width
            self.fill([self._row(entry, width) for entry in self._entries], title, at)

    def highlighted(self) -> None:
        """Where the story's file is."""
        entry = self._entry()
        self.say_about(
            plain(str(entry.path)) if entry else Content(EMPTY.format(create=keymap(self).word("stories.create")))
        )

    def _row(self, entry: StoryEntry, width: int) -> Content:
        """Two lines: the name and what it is; what it holds and when it was last written."""
        sign = "on the desk" if entry.path == self._current else "put away" if entry.archived else ""
        room = max(1, width - cell_len(sign) - 2)
        name = clean_line(entry.name)
        if cell_len(name) > room:
            name = set_cell_size(name, room - 1).rstrip() + "…"
        holds = f"{counted(entry.sources, 'source')} · {counted(entry.posts, 'post')}"
        if entry.changed:
            holds += f" · {full_moment(entry.changed, self._zone)}"
        about = clean_line(entry.problem) if entry.problem else holds
        return Content.assemble(
            (set_cell_size(name, room), "bold"), "  ", sign, "\n  ", (about, "$foreground-muted"), end=""
        )
