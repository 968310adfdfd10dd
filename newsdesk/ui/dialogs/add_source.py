"""The add dialog: name a file, pick it, or paste its text; see what it is; then add it."""

from __future__ import annotations

import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.message import Message
from textual.timer import Timer
from textual.widgets import Button, Input, Static, TabbedContent, TabPane, TextArea
from textual.widgets.directory_tree import DirEntry
from textual.worker import Worker, WorkerState

from newsdesk.clean import clean
from newsdesk.fetch import interval_problem, seconds_in
from newsdesk.intake.intake import Progress
from newsdesk.intake.preview import Preview
from newsdesk.intake.request import AddError, AddRequest
from newsdesk.model import PrintedTime
from newsdesk.story.wording import DATE_EXAMPLES, said_date
from newsdesk.ui.dialogs.dialog import Dialog, plain
from newsdesk.ui.dialogs.folder_tree import FolderTree
from newsdesk.ui.dialogs.paste_area import PasteArea
from newsdesk.ui.dialogs.path_input import PathField, PathInput
from newsdesk.ui.dialogs.preview_text import feeds_text, preview_text, year_basis
from newsdesk.ui.dialogs.typed_date import get_ready_for_a_date, typed_date
from newsdesk.ui.dialogs.understood import Understood
from newsdesk.ui.fields.line_field import LineField
from newsdesk.ui.fields.path_suggester import Names, dropped_paths, full_path
from newsdesk.ui.keys.commands import ADD, DIALOG
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.keys.keymap import keymap

PROGRESS_AFTER = 0.2
"""Seconds of work before the dialog says that it is working."""
_HINTS = {
    "file": "Type a path: {complete} completes it, Enter looks into a folder. Or a web address: Enter asks it, and it is followed from then on.\n\nWhat the source is shows here before it is added.",
    "browse": "Enter shows what a file is; Enter again adds it.",
    "paste": "Paste the text of a live page, an article or a transcript.\n\nWhat it is shows here before it is added.",
}
_ADDRESSES = ("http://", "https://")
_SENTENCE = re.compile(r"[^\s/\\~]+(?: [^\s/\\]+){3,}[.!?…][\"'”’)]*")
"""Several words that end as no name of a file does."""
_DATE_HINT = "It prints none; like 26 November 2026 16:15, or today 16:15"
_INTERVAL_HINT = "as learned; or 10m, 2h ..."
_NO_DATE_YET = "No whole date yet; like 26 November 2026 16:15, or today 16:15"
_NO_DATE = f"A date has its year, like {DATE_EXAMPLES}."


class AddSource(Dialog[AddRequest | None]):
    """Asks what to add and shows what it would bring. The result is the request, or None when the user leaves."""

    BEGINS_IN_FIELD = True

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (*ADD, *DIALOG)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]  # noqa: RUF012 - Textual declares it without ClassVar

    DEFAULT_CSS = """
    AddSource {
        #box { width: 96%; max-width: 130; height: 96%; max-height: 36; padding: 0; }
        #halves { height: 1fr; }
        #ways { width: 1fr; height: 1fr; }
        #seen { width: 1fr; height: 1fr; padding: 0 1; }
        &.-wide #halves { layout: horizontal; }
        &.-wide #seen { border-left: vkey $primary-muted; }
        &.-narrow #halves { layout: vertical; }
        &.-narrow #ways { height: 10; }
        &.-narrow.-shown.-typing #ways { height: 6; }
        TabPane { padding: 0 1; }
        FolderTree { height: 1fr; background: transparent; scrollbar-size-vertical: 1; }
        PasteArea { height: 1fr; }
        &.-narrow PasteArea { border: none; padding: 0; }
        #year-row { height: 1; margin-bottom: 1; }
        #year-row Static { width: auto; margin-right: 1; }
        #year { width: 6; background: $boost; text-style: underline; }
        #year-basis { color: $text-warning; }
        #date-row { height: 1; }
        #every-row { height: 1; margin-bottom: 1; }
        #date-row Static, #every-row Static { width: auto; margin-right: 1; }
        #date, #every { width: 1fr; background: $boost; text-style: underline; }
        Understood { margin-bottom: 1; }
        #scroller { height: 1fr; scrollbar-size-vertical: 1; }
        #problem { color: $text-error; text-style: bold; margin-bottom: 1; }
        #progress { color: $text-muted; }
        #buttons { height: 1; margin: 0 1; }
        #how { width: 1fr; color: $text-success; }
        #buttons Button { margin-left: 2; }
        #buttons Button:ansi:disabled { border: none !important; }
        KeyLine { margin: 0 1; }
        .-empty { display: none; }
    }
    """

    @dataclass
    class WatchWanted(Message):
        """Add what lies in this folder, and what is dropped into it later."""

        folder: str

    def __init__(
        self,
        look: Callable[[AddRequest, Progress], Awaitable[Preview]],
        folder: Path,
        zone: tzinfo = UTC,
        *,
        now: Callable[[], datetime],
    ) -> None:
        """`look` reads without storing, tells how far it is and raises AddError; relative paths and the tree start at `folder`.

        An hour that is said without a zone is in `zone`, or in that of its source; `now` is the wall clock, aware.
        """
        super().__init__()
        self._now = now
        self._zone = zone
        self._look = look
        self._folder = folder
        self._worker: Worker[Preview] | None = None
        self._progress: Timer | None = None
        self._far = (0, 1, "")
        """How many files are read of what is being read, how many there are, and the name of the next one."""
        self._asked: AddRequest | None = None
        """What is being read now."""
        self._named_last: AddRequest | None = None
        """What was read last, good or bad: another year or date reads it again."""
        self._seen: AddRequest | None = None
        """What the preview shows; Enter adds it."""
        self._year: int | None = None
        """The year the user said."""
        self._date: PrintedTime | None = None
        """The date the user said."""
        self._add_when_read = False
        self._to_be_focused = ""
        """The way that the user went to, as long as there was nothing to focus there."""
        self._folder_named = ""
        """The folder that is named, if it is one."""

    def compose(self) -> ComposeResult:
        """Three ways to name a source, and what it is."""
        with Vertical(id="box") as box:
            box.border_title = "Add a source"
            with Container(id="halves"):
                with TabbedContent(id="ways", initial="file"):
                    with TabPane("File", id="file"):
                        yield PathInput(self._folder, id="path")
                    with TabPane("Browse", id="browse"):
                        yield Container(id="folders")
                    with TabPane("Paste", id="paste"):
                        yield PasteArea(
                            id="text",
                            soft_wrap=True,
                            placeholder="Paste here",
                        )
                with Vertical(id="seen"):
                    yield Static(id="progress", classes="-empty")
                    yield Static(id="problem", classes="-empty")
                    with Horizontal(id="year-row", classes="-empty"):
                        yield Static("Year", markup=False)
                        yield LineField(id="year", compact=True, max_length=4, restrict="[0-9]*", select_on_focus=False)
                        yield Static(id="year-basis")
                    with Horizontal(id="date-row", classes="-empty"):
                        yield Static("Date", markup=False)
                        yield LineField(id="date", compact=True, select_on_focus=False)
                    yield Understood(_DATE_HINT)
                    with Horizontal(id="every-row", classes="-empty"):
                        yield Static("Asked every", markup=False)
                        yield LineField(id="every", compact=True, placeholder=_INTERVAL_HINT, select_on_focus=False)
                    with VerticalScroll(id="scroller"):
                        yield Static(id="preview")
            with Horizontal(id="buttons"):
                yield Static(id="how")
                yield Button("Add", id="add", variant="primary", compact=True, disabled=True)
                yield Button("Cancel", id="cancel", compact=True)
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the path field."""
        self._show_hint()
        self._ask_date(asks=False)
        self.type_into(self.query_one(PathField))

    # Ways to name a source

    def action_way(self, way: str) -> None:
        """Switch to typing, browsing or pasting, and go there."""
        self._to_be_focused = way
        self.query_one("#ways", TabbedContent).active = way
        self.call_after_refresh(self._focus_way)

    def _focus_way(self) -> None:
        way = self.query_one("#ways", TabbedContent).active
        field = {"file": "PathField", "browse": "FolderTree", "paste": "PasteArea"}[way]
        for widget in self.query(field):
            widget.focus()
            self._to_be_focused = ""

    @on(TabbedContent.TabActivated)
    async def _way_chosen(self, event: TabbedContent.TabActivated) -> None:
        self._forget()
        self.set_class(event.pane.id == "file", "-typing")
        if event.pane.id == "browse" and not self.query(FolderTree):
            await self.query_one("#folders").mount(FolderTree(self._folder))
            if self._to_be_focused == "browse":
                self._focus_way()
        if event.pane.id == "file":
            self.query_one(PathInput).check_again()
        elif event.pane.id == "paste":
            self._look_at_pasted()

    @on(PathInput.Changed)
    def _path_changed(self) -> None:
        self._forget()

    @on(PathInput.Named)
    def _path_named(self, event: PathInput.Named) -> None:
        if self.query_one("#ways", TabbedContent).active != "file" or event.typed != self.query_one(PathInput).value:
            return  # another tab or other words were gone to while it was looked up
        self._name_folder(event.path if event.names is Names.FOLDER else "")
        if event.names is Names.FILE:
            self._start(AddRequest(path=event.path))

    @on(PathInput.Submitted)
    def _path_submitted(self) -> None:
        self.action_add()

    @on(PathField.Pasted)
    @on(PasteArea.PathPasted)
    def _pasted(self, event: PathField.Pasted | PasteArea.PathPasted | events.Paste) -> None:
        """A path goes to the path field, one line is typed there; more, and a sentence where nothing is typed yet, is a text."""
        path = self.query_one(PathInput)
        if paths := dropped_paths(event.text):
            self.action_way("file")
            path.set_value(paths[0])
            if len(paths) > 1:
                self.notify(
                    f"One at a time: this is the first of {len(paths)} paths.", severity="warning", markup=False
                )
        elif len(event.text.strip().splitlines()) > 1 or (not path.value and _SENTENCE.fullmatch(event.text.strip())):
            self.query_one(PasteArea).text = clean(event.text).text
            self.action_way("paste")
        else:
            path.insert(event.text)

    def on_paste(self, event: events.Paste) -> None:
        """What no field took: it was pasted before one had the keys, or beside them."""
        event.stop()
        if self.query_one("#ways", TabbedContent).active == "paste" and not dropped_paths(event.text):
            self.query_one(PasteArea).insert(clean(event.text).text)
        else:
            self._pasted(event)

    @on(FolderTree.NodeHighlighted)
    def _went_to(self, event: FolderTree.NodeHighlighted[DirEntry]) -> None:
        node = event.node
        self._name_folder(str(node.data.path) if node.data and node.allow_expand else "")

    def _name_folder(self, folder: str) -> None:
        self._folder_named = folder
        self.refresh_bindings()

    def action_watch(self) -> None:
        """Watch the folder that is named."""
        if self._folder_named:
            self.post_message(self.WatchWanted(self._folder_named))
            self.dismiss(None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        """Folders alone are watched."""
        return bool(self._folder_named) if action == "watch" else True

    @on(FolderTree.FileSelected)
    def _file_picked(self, event: FolderTree.FileSelected) -> None:
        if self._seen is not None and self._seen.path == str(event.path):
            self.action_add()
        else:
            self._forget()
            self._start(AddRequest(path=str(event.path)))

    @on(TextArea.Changed)
    def _text_changed(self) -> None:
        self._forget()
        self._look_at_pasted()

    def _look_at_pasted(self) -> None:
        text = self.query_one(PasteArea).text
        if text.strip():
            self._start(AddRequest(text=text))

    def _named(self) -> AddRequest | None:
        """What the open tab names, with what is said of it."""
        way = self.query_one("#ways", TabbedContent).active
        said = AddRequest(year=self._year, said_time=self._date)
        if way == "paste":
            text = self.query_one(PasteArea).text
            return replace(said, text=text) if text.strip() else None
        if way == "browse":
            node = next((tree.cursor_node for tree in self.query(FolderTree)), None)
            return replace(said, path=str(node.data.path)) if node and node.data else None
        typed = self.query_one(PathInput).value.strip()
        if typed.startswith(_ADDRESSES):
            return replace(said, path=typed)
        return replace(said, path=full_path(typed, self._folder)) if typed else None

    # The year

    @on(Input.Changed, "#year")
    def _year_changed(self, event: Input.Changed) -> None:
        self._stop()
        self._set_seen(None)
        self._show_problem("")
        if _is_year(event.value) and self._named_last is not None:
            self._year = int(event.value) if event.value else None
            self._start(replace(self._named_last, year=self._year))

    @on(Input.Submitted, "#year")
    def _year_submitted(self, event: Input.Submitted) -> None:
        if not _is_year(event.value):
            self._show_problem("A year has four digits, like 2025.")
        else:
            self._add_as_said()

    def _add_as_said(self) -> None:
        """Add it as it is dated now; what is still being read, as soon as it was."""
        if self._asked is not None:
            self._add_when_read = True
        else:
            self.action_add()

    # The date

    @on(Input.Changed, "#date")
    def _date_changed(self, event: Input.Changed) -> None:
        said, understood = self._understood(event.value), self.query_one(Understood)
        if said is not None:
            understood.means(said_date(said))
        else:
            understood.hint(_NO_DATE_YET if event.value.strip() else _DATE_HINT)
        if said is None and event.value.strip():
            self._stop()
            self._set_seen(None)
        elif self._named_last is not None and (said != self._date or not (self._seen or self._asked)):
            self._date = said
            self._start(replace(self._named_last, said_time=said))

    @on(Input.Submitted, "#date")
    def _date_submitted(self) -> None:
        self._add_as_said()

    # The interval

    @on(Input.Changed, "#every")
    def _interval_changed(self) -> None:
        self._show_problem("")

    @on(Input.Submitted, "#every")
    def _interval_submitted(self) -> None:
        self._add_as_said()

    def _finish(self, request: AddRequest) -> None:
        """Add this, and ask it as often as is said; or say that this cannot be."""
        typed = self.query_one("#every", Input).value.strip()
        if typed and (problem := interval_problem(typed)):
            self._show_problem(f"{problem}.")
        else:
            self.dismiss(replace(request, interval=seconds_in(typed) if typed else None))

    def _understood(self, typed: str) -> PrintedTime | None:
        """The date that is typed; None for nothing, and for what is no whole date."""
        return typed_date(typed, self._zone, self._now) if typed.strip() else None

    def _ask_date(self, *, asks: bool) -> None:
        """Show the field for it, or put it away."""
        row = self.query_one("#date-row")
        if asks and row.has_class("-empty"):
            get_ready_for_a_date(self, self._zone, self._now)
        for part in (row, self.query_one(Understood)):
            part.set_class(not asks, "-empty")

    def _ask_interval(self, *, asks: bool) -> None:
        """Show the field for it, or put it away with what was typed."""
        self.query_one("#every-row").set_class(not asks, "-empty")
        if not asks:
            with self.prevent(Input.Changed):
                self.query_one("#every", Input).value = ""

    def _key(self, command: str) -> str:
        return keymap(self).word(command)

    # Looking and adding

    def action_add(self) -> None:
        """Add what the preview shows; when it shows nothing, look first."""
        typed = self.query_one("#date", Input).value
        if typed.strip() and self._understood(typed) is None:
            self.query_one(Understood).refuse(_NO_DATE)
        elif self._seen is not None:
            self._finish(self._seen)
        elif self._asked is None:
            request = self._named()
            if request is None:
                self._show_problem(self._nothing_named())
            else:
                self._start(request)

    def _nothing_named(self) -> str:
        """What is missing on the open tab, and what the other two are good for."""
        keys = {way: self._key(f"add.{way}") for way in _HINTS}
        return {
            "file": f"Nothing is named yet: type a path, press {keys['browse']} to browse or {keys['paste']} to paste.",
            "browse": f"Nothing is chosen yet: go to a file, press {keys['file']} to type or {keys['paste']} to paste.",
            "paste": f"Nothing is pasted yet: paste a text, press {keys['file']} to type a path or {keys['browse']} to browse.",
        }[self.query_one("#ways", TabbedContent).active]

    def action_add_at_once(self) -> None:
        """Add what is being read, and a folder that is typed, without waiting for the preview; of anything else see first what it is.

        Pasted text stands nowhere else: whether it can be read is known before the dialog closes.
        """
        typed = self._folder_named and self.query_one("#ways", TabbedContent).active == "file"
        request = self._asked or (self._named() if typed else None)
        dated = self.query_one("#date", Input).value.strip() and self._date is None
        if self._seen is None and request is not None and not request.text and not dated:
            self._stop()
            self._finish(request)
        else:
            self.action_add()

    def action_close(self) -> None:
        """Stop reading; when nothing is being read, leave."""
        if self._asked is not None:
            folder = self._folder_named
            self._forget()
            self._name_folder(folder)
            self._show_problem("Stopped. Nothing was added.")
        else:
            self.dismiss(None)

    @on(Button.Pressed, "#add")
    def _add_pressed(self) -> None:
        self.action_add()

    @on(Button.Pressed, "#cancel")
    def _cancel_pressed(self) -> None:
        self.dismiss(None)

    def _start(self, request: AddRequest) -> None:
        self._stop()
        self._set_seen(None)
        self._show_problem("")
        self._asked = self._named_last = request
        self._far = 0, 1, ""
        self._progress = self.set_timer(PROGRESS_AFTER, self._show_progress)
        self._worker = self.run_worker(partial(self._read, request), group="look", exclusive=True, exit_on_error=False)

    async def _read(self, request: AddRequest) -> Preview:
        def tell(done: int, total: int, name: str) -> None:
            if self._asked is request:  # what is overtaken may still tell
                self._far = done, total, name
                if self._progress is None:
                    self._show_progress()

        return await self._look(request, tell)

    def on_worker_state_changed(self, event: Worker.StateChanged) -> None:
        """The look has ended: with a preview, with a reason, or with a fault of ours, which must not end the desk."""
        if event.worker is not self._worker or event.state not in {WorkerState.SUCCESS, WorkerState.ERROR}:
            return
        event.stop()
        request, add_now = self._asked, self._add_when_read
        self._stop()
        if event.state is WorkerState.ERROR:
            self._failed(event.worker.error, request)
        elif request is not None and event.worker.result is not None:
            self._show_preview(event.worker.result)
            self._set_seen(request)
            self._ask_interval(asks=request.is_address)
            if add_now:
                self._finish(request)

    def _failed(self, error: BaseException | None, request: AddRequest | None) -> None:
        """Say why it cannot be read; what a list of feeds names can be added all the same."""
        self._show_preview(None)
        if isinstance(error, AddError) and error.feeds:
            self.add_class("-shown")
            self.query_one("#preview", Static).update(feeds_text(error.feeds))
            self._set_seen(request)
            self._ask_interval(asks=True)
        else:
            self._show_problem(str(error) if isinstance(error, AddError) else f"This could not be read: {error!r}")

    def _stop(self) -> None:
        if self._worker is not None:
            self._worker.cancel()
        if self._progress is not None:
            self._progress.stop()
        self._worker = self._progress = self._asked = None
        self._add_when_read = False
        self._fill("progress", Content(""))

    def _forget(self) -> None:
        """Something else is named: what was read of the last one counts no more."""
        self._stop()
        self._name_folder("")
        self._named_last = self._year = self._date = None
        with self.prevent(Input.Changed):
            self.query_one("#date", Input).value = ""
        self.query_one(Understood).hint(_DATE_HINT)
        self._ask_interval(asks=False)
        self._set_seen(None)
        self._show_problem("")
        self._show_preview(None)

    # What is shown

    def _show_progress(self) -> None:
        self._progress = None
        if self._asked is None:
            return
        done, total, name = self._far
        stops, many = f"{self._key('dialog.close')} stops", total > 1
        what = f"{done + 1} of {total}: {name}" if many else Path(self._asked.path).name or "the pasted text"
        keys = f"{stops}, {self._key('add.add')} adds at once" if many else stops
        self._fill("progress", Content.assemble("Reading ", plain(what), f" ... ({keys})"))

    def _show_problem(self, problem: str) -> None:
        self._fill("problem", plain(problem))

    def _show_hint(self) -> None:
        way = self.query_one("#ways", TabbedContent).active
        self.query_one("#preview", Static).update(
            Content.styled(_HINTS[way].format(complete=self._key("path.complete")), "$foreground-muted")
        )

    def _show_preview(self, preview: Preview | None) -> None:
        self.set_class(preview is not None, "-shown")
        year_row = self.query_one("#year-row")
        date_typed = bool(self.query_one("#date", Input).value)
        self._ask_date(asks=date_typed or (preview is not None and preview.prints_no_date))
        if preview is None:
            year_row.set_class(self._year is None, "-empty")
            self._show_hint()
            return
        self.query_one("#preview", Static).update(preview_text(preview))
        self.query_one("#scroller").scroll_home(animate=False)
        asks = preview.year is not None or self._year is not None
        year_row.set_class(not asks, "-empty")
        if asks:
            self._fill("year-basis", Content(year_basis(preview)))
            year = self.query_one("#year", Input)
            if self._year is None and not year.has_focus:
                with self.prevent(Input.Changed):
                    year.value = str(preview.year)

    def _set_seen(self, request: AddRequest | None) -> None:
        self._seen = request
        self.query_one("#add", Button).disabled = request is None
        how = "" if request is None else f"{self._key('add.add')} adds it" if request.text else "Enter adds it"
        self.query_one("#how", Static).update(Content(how))

    def _fill(self, part: str, content: Content) -> None:
        static = self.query_one(f"#{part}", Static)
        static.update(content)
        static.set_class(not content.plain, "-empty")


def _is_year(typed: str) -> bool:
    """Whether this is a year, or nothing: then the evidence decides."""
    return not typed or (len(typed) == 4 and not typed.startswith("0"))
