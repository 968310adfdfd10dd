"""Exporting from the desk: the dialog that asks what and where to, and the work, which a thread does."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial
from pathlib import Path
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdesk.shown_name import shown_name
from newsdesk.store import is_followed
from newsdesk.story import Story
from newsdesk.story.chips import chips, filter_words
from newsdesk.story.clock import Clock
from newsdesk.story.filter import Filter
from newsdesk.story.span import parse_since, refuse_backwards, since_words, typed
from newsdesk.story.wording import counted, in_zone, real_zone
from newsdesk.ui.dialogs.dialog import Dialog, RowList, plain
from newsdesk.ui.dialogs.filter import HINT, OnOff
from newsdesk.ui.dialogs.path_input import PathField, PathInput
from newsdesk.ui.dialogs.understood import Understood
from newsdesk.ui.fields.line_field import AnswerField
from newsdesk.ui.fields.path_suggester import Names, full_path, start_folder
from newsdesk.ui.keys.commands import DIALOG, EXPORT
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.work import messages

FEEDS = "opml"
SHAPES = (
    ("markdown", ".md", "Markdown, a brief for people"),
    ("csv", ".csv", "CSV, the posts as a table"),
    ("json", ".json", "JSON, everything for a program"),
    ("ics", ".ics", "iCalendar, what comes next"),
    (FEEDS, ".opml", "OPML, the addresses it follows"),
)
"""Name, suffix, and what it is."""
LARGEST_COPY = 2**20
"""Bytes that are copied: terminals take no more, most of them less."""


@dataclass(frozen=True, slots=True)
class ExportWish:
    """What to export, and where to."""

    shape: str
    wanted: Filter
    path: Path | None
    """None: to the clipboard."""


class ExportDialog(Dialog[ExportWish | None]):
    """Asks for the format, since when, and the file or the clipboard. The result is None when the user leaves."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (EXPORT, *DIALOG)]

    DEFAULT_CSS = """
    ExportDialog {
        #shape { height: 5; }
        .row { height: 1; margin-top: 1; }
        .row Static { width: auto; padding: 0 1; }
        #since { width: 1fr; }
        #part { padding: 0 1; color: $text-muted; margin-top: 1; }
        #path { margin-top: 1; }
        Understood { margin: 0 1; }
        KeyLine { margin-top: 1; }
    }
    """

    def __init__(self, current: Filter, part: str, name: str, folder: Path, *, zone: tzinfo, now: datetime) -> None:
        """Begin with the filter that holds now, which `part` says in words; without any it is empty.

        Times that are typed are in `zone`, as looked at from `now`. `name` is offered for the file; relative paths start at `folder`.
        """
        super().__init__()
        self._current = current
        self._part = part
        self._name = name
        self._folder = folder
        self._zone, self._now = zone, now
        self._typed_at_first = typed(current.since, None, zone)[0]
        self._taken: str | None = None
        """What is typed for the file when something of that name exists."""

    def compose(self) -> ComposeResult:
        """Format, time, what the filter leaves, file or clipboard."""
        with Vertical(id="box") as box:
            box.border_title = "Export"
            yield RowList(*(Option(Content(words), id=name) for name, _, words in SHAPES), id="shape", markup=False)
            yield Static(id="part", markup=False)
            with Horizontal(classes="row"):
                yield Static("since")
                yield AnswerField(
                    self._typed_at_first, taken_by=EXPORT, placeholder="the beginning", id="since", compact=True
                )
            with Horizontal(classes="row"):
                yield OnOff("to the clipboard, not to a file", id="clipboard")
            yield PathInput(self._folder, id="path")
            yield Understood()
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin with a brief, in a new file here."""
        self._say_part(whole=False)
        shapes = self.query_one("#shape", RowList)
        shapes.highlighted = 0
        shapes.focus()
        self.query_one(PathInput).set_value(f"{self._name}{SHAPES[0][1]}")
        self._say()

    def _say_part(self, *, whole: bool) -> None:
        """What goes out; `whole`: no filter holds."""
        key = keymap(self).word("desk.filter")
        part = f"Only posts: {self._part}" if self._part else f"The whole story; {key} on the desk narrows it"
        self.query_one("#part", Static).update(
            plain("Every address that is followed; no filter holds" if whole else part)
        )

    @on(OptionList.OptionHighlighted, "#shape")
    def _fit_suffix(self, event: OptionList.OptionHighlighted) -> None:
        """The file's name follows the format while it ends as one of them does."""
        # Which addresses are followed, no filter tells.
        self.query_one("#since", Input).disabled = event.option.id == FEEDS
        self._say_part(whole=event.option.id == FEEDS)
        field = self.query_one(PathInput)
        stem, dot, suffix = field.value.rpartition(".")
        if dot and f".{suffix}" in {suffix for _, suffix, _ in SHAPES}:
            field.set_value(stem + SHAPES[event.option_index][1])

    @on(Input.Changed, "#since")
    def _say(self) -> None:
        said = self.query_one(Understood)
        try:
            since = self._since()
        except ValueError as error:
            said.hint(str(error))
            return
        if since:
            said.means(since_words(since, self._zone, in_zone(self._now, self._zone).date()))
        else:
            said.hint(HINT)

    @on(PathInput.Named)
    def _warn(self, message: PathInput.Named) -> None:
        self._taken = message.typed if message.names is not Names.NOTHING else None
        if self._taken is not None:
            self.query_one(Understood).hint("This exists already and is never written over; name another file")
        else:
            self._say()

    @on(Input.Submitted, "#since")
    @on(PathInput.Submitted)
    def action_export(self) -> None:
        """Export, or say what is missing."""
        said, path = self.query_one(Understood), self.query_one(PathInput).value.strip()
        clipboard = self.query_one(OnOff).on
        shape = SHAPES[self.query_one("#shape", RowList).highlighted or 0][0]
        try:
            wanted = Filter() if shape == FEEDS else replace(self._current, since=self._since())
        except ValueError as error:
            said.refuse(str(error))
            return
        if not clipboard and not path:
            said.refuse("Name a file, or choose the clipboard")
        elif not clipboard and self._taken is not None and self._taken.strip() == path:
            said.refuse("This exists already and is never written over; name another file")
        else:
            self.dismiss(ExportWish(shape, wanted, None if clipboard else Path(full_path(path, self._folder))))

    @on(PathField.Pasted)
    def _paste(self, message: PathField.Pasted) -> None:
        self.query_one(PathInput).insert(message.text)

    def _since(self) -> datetime | None:
        """The moment that is typed; what stands there as at first means what it meant. Raises ValueError."""
        words = self.query_one("#since", Input).value
        if words == self._typed_at_first:
            return self._current.since
        since = parse_since(words, self._zone, self._now)
        refuse_backwards(since, self._current.until)
        return since


def export_dialog(story: Story, current: Filter, clock: Clock, zone: tzinfo) -> ExportDialog:
    """The dialog for a story, as it is looked at from this clock in the display zone."""
    here = real_zone(zone, clock.moment)
    # The time has a field of its own.
    words = [
        chip.words for chip in chips(story, replace(current, since=None), zone, in_zone(clock.moment, here).date())
    ]
    # A title may hold anything; a file's name gets letters and digits of it.
    name = re.sub(r"[^a-z0-9]+", "-", story.title.casefold()).strip("-")[:40].strip("-") or "story"
    return ExportDialog(current, ", ".join(words), name, start_folder(), zone=here, now=clock.moment)


def begin(screen: Screen[Any], story: Story, clock: Clock, zone: tzinfo, wish: ExportWish) -> None:
    """Export beside the screen's thread, and say what became of it."""
    work = partial(_export, screen, story, clock, zone, wish)
    screen.run_worker(work, name="export", group="export", thread=True, exit_on_error=False)


def _export(screen: Screen[Any], story: Story, clock: Clock, zone: tzinfo, wish: ExportWish) -> None:
    from newsdesk.export import exported, to_bytes  # noqa: PLC0415 - needs csv and json, which the desk does not
    from newsdesk.story.part import part_of  # noqa: PLC0415
    from newsdesk.system.new_file import NotWrittenError, write_new  # noqa: PLC0415

    part = part_of(story, wish.wanted, clock)
    content = to_bytes(exported(wish.shape, part, clock, zone, filter_words(story, wish.wanted, zone)))
    what = (
        counted(sum(map(is_followed, story.sources)), "followed source")
        if wish.shape == FEEDS
        else counted(len(part.posts), "post")
    )
    written = f"{what}, {len(content):,} bytes"
    said, severity = f"Copied: {written}", "information"
    if wish.path is None and len(content) > LARGEST_COPY:
        limit = f"{len(content):,} bytes are more than the {LARGEST_COPY:,} that a clipboard is given"
        said, severity = f"Not copied: {limit}; name a file", "error"
    elif wish.path is None:
        screen.app.call_from_thread(screen.app.copy_to_clipboard, content.decode())
    else:
        try:
            write_new(wish.path, content)
        except NotWrittenError as error:
            said, severity = f"Not exported: {error}", "error"
        else:
            said = f"Written: {shown_name(str(wish.path))}, {written}"
    screen.post_message(messages.Said(said, severity))
