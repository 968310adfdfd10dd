"""The lines around the panes: story and clock above, search and progress below, and the words of an empty desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import tzinfo
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult, RenderResult
from textual.binding import BindingType
from textual.containers import Container, Horizontal
from textual.content import Content
from textual.dom import DOMNode
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.source_state import FootWords
from newsdesk.story.wording import counted, full_moment, short_moment
from newsdesk.ui.fields.line_field import LineField
from newsdesk.ui.keys.commands import COMMANDS, SEARCH
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.panes.foot import fitting
from newsdesk.ui.wrap import cells, steady


class Header(Widget):
    """Story, clock, number of sources; what the clock hides."""

    DEFAULT_CSS = """
    Header { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    left: reactive[Content] = reactive(Content("newsdesk"))
    rights: reactive[tuple[Content, ...]] = reactive(())
    """The right-hand words, longest first: the first that leaves room for the story's title is shown."""

    def __init__(self, *, read_only: bool) -> None:
        """Of a story that may not be written to it says so all the time."""
        super().__init__()
        self.read_only = read_only

    def show(self, story: Story, clock: Clock, zone: tzinfo, hidden: int) -> None:
        """Put the story's state into words."""
        self.left = Content.assemble(("newsdesk", "bold $accent"), "  ", (steady(story.title), "bold"))
        sources = f"  {counted(len(story.sources), 'source')}"
        style = "" if clock.mode is Mode.NOW else "bold $text-warning"
        shapes = []
        for moment in clock_shapes(clock, zone, hidden):
            parts: list[tuple[str, str] | str] = [(moment, style)]
            if self.read_only:
                parts = [("read-only", "bold $text-warning"), "  ", *parts]
            shapes.append(Content.assemble(*parts, (sources, "$foreground-muted")))
        shapes.append(Content.styled(clock_shapes(clock, zone, hidden)[-1], style))
        self.rights = tuple(shapes)

    def show_front(self, title: str, clock: Clock, zone: tzinfo) -> None:
        """What is known before the story is read."""
        self.left = Content.assemble(("newsdesk", "bold $accent"), "  ", (steady(title), "bold"))
        self.rights = tuple(Content(words) for words in clock_shapes(clock, zone, 0))

    def render(self) -> RenderResult:
        """Left and right words; the right ones are shortened first, then the left ones cut."""
        width = self.size.width
        left = self.left
        right = next((one for one in self.rights if left.cell_length + 2 + one.cell_length <= width), None)
        if right is None:
            right = self.rights[-1] if self.rights else Content("")
            left = left.truncate(max(width - right.cell_length - 2, 0), ellipsis=True)
        return Content.assemble(left, " " * max(width - left.cell_length - right.cell_length, 1), right)


def clock_shapes(clock: Clock, zone: tzinfo, hidden: int) -> list[str]:
    """The clock in words, the longest first."""
    moment, short = full_moment(clock.moment, zone), short_moment(clock.moment, zone)
    if clock.mode is Mode.NOW:
        return [moment, short]
    if clock.mode is Mode.NEWEST:
        return [f"as of {moment} ({clock.of_newest})", f"as of {short} ({clock.of_newest})", f"as of {short}"]
    later = f" ({counted(hidden, 'later post')})" if hidden else ""
    return [f"as of {moment}{later}", f"as of {short}{later}", f"as of {short}"]


def pane_titles(node: DOMNode) -> dict[str, str]:
    """The panes' names, each behind the key that goes there: `1 Stream`."""
    keys = keymap(node)
    names = {"stream": "desk.pane_1", "quotes": "desk.pane_2", "countdown": "desk.pane_3"}
    return {pane: f"{keys.signs(command).split()[0]} {COMMANDS[command].title}" for pane, command in names.items()}


class TabLine(Widget):
    """On a narrow screen one pane is shown at a time: this line names all three, and says what stands in the foot of that one."""

    DEFAULT_CSS = """
    TabLine { height: 1; display: none; padding: 0 1; }
    """
    active: reactive[str] = reactive("stream")
    counts: reactive[Mapping[str, Sequence[str]]] = reactive({})
    """What each pane's foot says of how much there is, by the pane's id."""
    sources: reactive[FootWords] = reactive(FootWords())

    @dataclass
    class Chosen(Message):
        """A name was clicked."""

        pane: str

    def on_click(self, event: events.Click) -> None:
        """Go to the pane whose name stands there."""
        offset = event.get_content_offset(self)
        edge = 0
        for pane, words in pane_titles(self).items():
            start, edge = edge, edge + len(words) + 3
            if offset is not None and start <= offset.x < edge:
                self.post_message(self.Chosen(pane))

    def render(self) -> RenderResult:
        """The active name is reversed, so that it shows without colour."""
        parts: list[str | tuple[str, str]] = []
        for pane, words in pane_titles(self).items():
            parts += [(f" {words} ", "reverse bold" if pane == self.active else "$foreground-muted"), " "]
        names = Content.assemble(*parts)
        room = self.size.width - names.cell_length - 1
        before, words = fitting(self.counts.get(self.active, ("",)), self.sources, room)
        if (gap := room + 1 - cells(before + words)) < 1:
            return names
        style = "bold $text-warning" if self.sources.stale else "$foreground-muted"
        return Content.assemble(names, " " * gap, (before, "$foreground-muted"), (words, style))


class SearchField(LineField):
    """A field that is left at once: keys typed right behind Enter, before the focus has moved, are the desk's."""

    BINDINGS: ClassVar[list[BindingType]] = [SEARCH[0].binding]

    def __init__(self) -> None:
        super().__init__(compact=True, select_on_focus=False)
        self._left = False

    async def action_submit(self) -> None:
        """Enter."""
        self._left = True
        await super().action_submit()

    async def on_key(self, event: events.Key) -> None:
        """A key that came too late for the field is given to the desk."""
        if self._left:
            event.prevent_default().stop()
            self.app.call_later(self.app.simulate_key, event.key)

    def begin(self, words: str) -> None:
        """Typing begins, with these words."""
        self._left = False
        self.value = words


_COUNT_COLUMNS = 22
"""What "99,999 of 100,000" takes, and some."""


class SearchLine(Horizontal):
    """Search as you type, with the count of matches at its right."""

    DEFAULT_CSS = """
    SearchLine { height: 1; display: none; padding: 0 1; background: $panel; }
    SearchLine > .sign { width: auto; padding-right: 1; color: $accent; text-style: bold; }
    SearchLine > Input { width: 1fr; border: none; height: 1; padding: 0; background: $panel; }
    SearchLine > Input:focus { border: none; }
    SearchLine > .count { width: auto; min-width: 22; text-align: right; color: $text-muted; }
    """

    @dataclass
    class Changed(Message):
        """The words changed."""

        words: str

    @dataclass
    class Closed(Message):
        """The field was left."""

        keep: bool
        """Whether the search goes on (Enter) or ends (Escape)."""

    BINDINGS: ClassVar[list[BindingType]] = [SEARCH[1].binding]

    def __init__(self, steps: tuple[str, str] = ("desk.next_unread", "desk.previous_unread")) -> None:
        """`steps`: the commands that step on and back."""
        super().__init__()
        self._commands = steps

    _count = ""
    _room = _COUNT_COLUMNS
    """Columns of the count."""
    _steps = False
    """Whether there are matches to step through."""

    def compose(self) -> ComposeResult:
        """The sign, the field, the count."""
        yield Static("/", classes="sign", markup=False)
        yield SearchField()
        yield Static("", classes="count", markup=False)

    @property
    def field(self) -> SearchField:
        """Where the words are typed."""
        return self.query_one(SearchField)

    def open(self, words: str, where: str, what: str) -> None:
        """Show the field; whoever opens it goes there. `where` is searched, for `what` stands there."""
        self.display = True
        self.query_one(".sign", Static).update(Content(f"{where} /"))
        self.field.placeholder = f"Search {what}"
        self.field.begin(words)

    def close(self) -> None:
        """Hide the field."""
        self.display = False
        with self.prevent(Input.Changed):
            self.field.value = ""

    def show_count(self, at: int, of: int) -> None:
        """`3 of 17`; `no match` when there is none."""
        self._count = (f"{at} of {of}" if at else f"{of} matches") if of else "no match"
        self._steps = bool(of)
        self._tell()

    def on_descendant_focus(self) -> None:
        """While words are typed, n is one of their letters."""
        self._tell()

    def on_descendant_blur(self) -> None:
        """The words stand: n and N step through the matches."""
        self._tell()

    def _tell(self) -> None:
        keys = ""
        if self._steps and not self.field.has_focus:
            known = keymap(self)
            on, back = self._commands
            keys = f" · {known.word(on)} next, {known.last_word(back)} previous"
        words = Content(f"  {self._count}{keys}" if self.field.value.strip() else "")
        count = self.query_one(".count", Static)
        # While words are typed the count keeps the room it has: to lay out the screen anew takes longer than the search.
        room = max(_COUNT_COLUMNS, words.cell_length)
        count.update(words, layout=room != self._room)
        self._room = room

    def action_leave(self) -> None:
        """Escape ends the search."""
        self.post_message(self.Closed(keep=False))

    @on(Input.Changed)
    def _changed(self, event: Input.Changed) -> None:
        event.stop()
        self.post_message(self.Changed(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        event.stop()
        self.post_message(self.Closed(keep=True))


class Welcome(Container):
    """What an empty desk says: two ways to begin."""

    DEFAULT_CSS = """
    Welcome { display: none; width: 1fr; height: 1fr; align: center middle; }
    Welcome > Static { width: auto; height: auto; }
    """

    def compose(self) -> ComposeResult:
        """One block of words in the middle."""
        keys = keymap(self)
        yield Static(
            Content.assemble(
                ("No sources yet\n\n", "bold"),
                "newsdesk follows a news story from the sources you have:\n"
                "saved live pages, articles, transcripts, feeds.\n\n",
                (f" {keys.word('desk.add')} ", "reverse bold"),
                "  add your first source: a file, a folder, an address, pasted text\n\n",
                (f" {keys.word('desk.sample')} ", "reverse bold"),
                "  open the sample story; it is kept apart from yours\n\n",
                (f" {keys.word('desk.help')} ", "reverse bold"),
                "  every key",
            )
        )
