"""The lines around the panes: story and clock above, search and progress below, and the words of an empty desk."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import tzinfo
from typing import ClassVar

from textual import on
from textual.app import ComposeResult, RenderResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Input, Static

from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.filter import Filter
from newsdesk.story.wording import full_moment


class Header(Widget):
    """Story, clock, number of sources; what is filtered and hidden."""

    DEFAULT_CSS = """
    Header { height: 1; padding: 0 1; background: $panel; color: $foreground; }
    """
    left: reactive[Content] = reactive(Content("newsdesk"))
    right: reactive[Content] = reactive(Content(""))

    def show(self, story: Story, clock: Clock, zone: tzinfo, hidden: int, wanted: Filter) -> None:
        """Put the story's state into words."""
        self.left = Content.assemble(("newsdesk", "bold $accent"), "  ", (story.title, "bold"))
        moment = full_moment(clock.moment, zone)
        parts = {
            Mode.NOW: moment,
            Mode.NEWEST: f"as of {moment} (newest post)",
            Mode.CHOSEN: f"as of {moment}" + (f" ({hidden} later post{'s' if hidden != 1 else ''})" if hidden else ""),
        }[clock.mode]
        count = len(story.sources)
        right = Content.styled(parts, "" if clock.mode is Mode.NOW else "bold $warning")
        if chips := filter_words(story, wanted):
            right = Content.assemble((f"only {chips}", "reverse"), "  ", right)
        self.right = Content.assemble(right, (f"  {count} source{'s' if count != 1 else ''}", "$text-muted"))

    def render(self) -> RenderResult:
        """Left and right words; the left ones give way when the line is short."""
        width = self.size.width
        room = width - self.right.cell_length - 2
        left = self.left if self.left.cell_length <= room else self.left.truncate(max(room, 0), ellipsis=True)
        gap = max(width - left.cell_length - self.right.cell_length, 1)
        return Content.assemble(left, " " * gap, self.right)


def filter_words(story: Story, wanted: Filter) -> str:
    """What the stream is narrowed to: `Friedrich Merz, unread`."""
    source = story.source_by_id.get(wanted.source_id) if wanted.source_id is not None else None
    words = [
        wanted.actor or "",
        source.tag if source else "",
        (wanted.label or "").upper(),
        "unread" if wanted.unread else "",
        "starred" if wanted.starred else "",
        f"“{wanted.text}”" if wanted.text else "",
    ]
    return ", ".join(word for word in words if word)


class TabLine(Widget):
    """On a narrow screen one pane is shown at a time: this line names all three."""

    DEFAULT_CSS = """
    TabLine { height: 1; display: none; padding: 0 1; }
    """
    NAMES: ClassVar = {"stream": "1 Stream", "quotes": "2 Quotes", "countdown": "3 Countdown"}
    active: reactive[str] = reactive("stream")

    def render(self) -> RenderResult:
        """The active name is reversed, so that it shows without colour."""
        parts: list[str | tuple[str, str]] = []
        for pane, words in self.NAMES.items():
            parts += [(f" {words} ", "reverse bold" if pane == self.active else "$text-muted"), " "]
        return Content.assemble(*parts)


class SearchLine(Horizontal):
    """Search as you type, with the count of matches at its right."""

    DEFAULT_CSS = """
    SearchLine { height: 1; display: none; padding: 0 1; background: $panel; }
    SearchLine.-open { display: block; }
    SearchLine > .sign { width: 2; color: $accent; text-style: bold; }
    SearchLine > Input { width: 1fr; border: none; height: 1; padding: 0; background: $panel; }
    SearchLine > Input:focus { border: none; }
    SearchLine > .count { width: auto; color: $text-muted; }
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

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "leave", "End search", show=False)]

    def compose(self) -> ComposeResult:
        """The sign, the field, the count."""
        yield Static("/", classes="sign", markup=False)
        yield Input(placeholder="Search headlines, bodies, speakers, sources", compact=True)
        yield Static("", classes="count", markup=False)

    def open(self, words: str) -> None:
        """Show the field and go there."""
        self.add_class("-open")
        field = self.query_one(Input)
        field.value = words
        field.focus()

    def close(self) -> None:
        """Hide the field."""
        self.remove_class("-open")
        with self.prevent(Input.Changed):
            self.query_one(Input).value = ""

    def show_count(self, at: int, of: int) -> None:
        """`3 of 17`; `no match` when there is none."""
        words = self.query_one(Input).value.strip()
        count = (f"{at} of {of}" if at else f"{of} matches") if of else "no match"
        self.query_one(".count", Static).update(
            Content(f"  {count} · n/N next/previous" if of else f"  {count}") if words else Content("")
        )

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


class ProgressLine(Static):
    """What is being done, and how to stop it."""

    DEFAULT_CSS = """
    ProgressLine { height: 1; display: none; padding: 0 1; background: $panel; color: $accent; }
    ProgressLine.-open { display: block; }
    """

    def show(self, words: str) -> None:
        """Show these words until `hide`."""
        self.update(Content(words))
        self.add_class("-open")

    def hide(self) -> None:
        """The work has ended."""
        self.remove_class("-open")


class Welcome(Static):
    """What an empty desk says."""

    DEFAULT_CSS = """
    Welcome { display: none; width: 1fr; height: 1fr; content-align: center middle; text-align: center; }
    """

    def on_mount(self) -> None:
        """Two ways to begin."""
        self.update(
            Content.assemble(
                ("No sources yet\n\n", "bold"),
                "newsdesk follows a news story from the sources you have:\n"
                "saved live pages, articles, transcripts, feeds.\n\n",
                ("  a  ", "reverse bold"),
                "  add your first source: a file, a folder, or pasted text\n\n",
                ("  d  ", "reverse bold"),
                "  open the sample story; it is kept apart from yours\n\n",
                ("  ?  ", "reverse bold"),
                "  every key\n",
            )
        )
