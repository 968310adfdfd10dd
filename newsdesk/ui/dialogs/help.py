"""Help, made from the bindings that are live on the screen below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any, ClassVar

from rich.cells import set_cell_size
from textual.app import ComposeResult, RenderResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from newsdesk.ui.dialogs.dialog import ScrollingDialog
from newsdesk.ui.keys.commands import HELP
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.wrap import wrap

HERE = "This pane"
EVERYWHERE = "Everywhere"

WHAT_IT_IS = "newsdesk follows a live story: what just happened, who said what, what comes next."
OTHER_WAYS = (
    ("click", "Mouse", "Rows and the keys in the last line can be clicked; the wheel scrolls."),
    (
        "drag",
        "Select",
        "Drag over text to select it, then {copy} copies it; in tmux hold Shift and the terminal selects.",
    ),
)


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """What one command's keys do."""

    group: str
    keys: str
    """As they are written, separated by spaces."""
    title: str
    tooltip: str


def live_bindings(screen: Screen[Any]) -> list[KeyHelp]:
    """Every command that a key reaches now: those of the focused widget first, then those of the screen and the app.

    The keys of one command stand together, those that say what they do come first; a key that a nearer widget has taken is not listed again.
    """
    keys: dict[tuple[str, str, str], list[str]] = {}
    tooltips: dict[tuple[str, str, str], str] = {}
    for active in screen.active_bindings.values():
        binding = active.binding
        if binding.system or not binding.tooltip:
            continue  # keys that a widget inherits and nobody here declared, such as scrolling sideways
        group = EVERYWHERE if active.node in {screen, screen.app} else HERE
        command = (group, binding.action, binding.description)
        shown = keys.setdefault(command, [])
        shown += [key for key in screen.app.get_key_display(binding).split() if key not in shown]
        tooltips[command] = tooltips.get(command) or active.tooltip
    return [
        KeyHelp(command[0], " ".join(shown), command[2], tooltips[command])
        for command, shown in sorted(keys.items(), key=lambda item: (item[0][0] == EVERYWHERE, not tooltips[item[0]]))
    ]


class Help(ScrollingDialog[None]):
    """Every key that works on the screen below, and what newsdesk is."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in HELP]

    DEFAULT_CSS = """
    Help {
        #box { max-width: 96; }
        #scroller { height: auto; max-height: 1fr; scrollbar-size-vertical: 1; }
        #what { color: $text-muted; margin-bottom: 1; }
        .group { color: $text-primary; text-style: bold; margin-top: 1; }
        KeyTable { height: auto; }
    }
    """

    def __init__(self, keys: Sequence[KeyHelp]) -> None:
        """Show these keys: see `live_bindings`."""
        super().__init__()
        self.keys = keys

    def compose(self) -> ComposeResult:
        """Groups of keys, one line each."""
        with Vertical(id="box") as box:
            box.border_title = "Help"
            with VerticalScroll(id="scroller", can_focus=False):
                yield Static(WHAT_IT_IS, id="what", markup=False)
                for group, keys in groupby(self.keys, key=lambda key: key.group):
                    yield Static(group, classes="group", markup=False)
                    yield KeyTable([(key.keys, key.title, key.tooltip) for key in keys])
                yield Static("Mouse and selection", classes="group", markup=False)
                copy = keymap(self).word("desk.copy")
                yield KeyTable([(how, title, words.format(copy=copy)) for how, title, words in OTHER_WAYS])
            yield KeyLine()


class KeyTable(Widget):
    """Keys, titles and explanations in columns. One widget: a widget a cell takes half a second to open."""

    KEYS, TITLE = 14, 16
    """Cells of the first two columns, with the blank behind them."""
    NARROW = 60
    """Cells below which an explanation stands under key and title: a column of its own would have a word a line."""

    def __init__(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """Show these, in their order. A row without an explanation has its title there."""
        super().__init__()
        self.rows = rows

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:  # noqa: ARG002 - Textual's
        """As many lines as there are at this width."""
        return len(self._lines(width))

    def render(self) -> RenderResult:
        """The lines."""
        return Content("\n").join(self._lines(self.content_size.width))

    def _lines(self, width: int) -> list[Content]:
        lines = []
        for keys, title, explanation in self.rows:
            below = explanation if width < self.NARROW else ""
            explanation = "" if below else explanation  # noqa: PLW2901
            named = [
                (keys, self.KEYS, "bold $text-accent"),
                *([(title, self.TITLE, "")] if explanation else []),
                (
                    explanation or title,
                    max(1, width - self.KEYS - (self.TITLE if explanation else 0) + 1),
                    "$foreground-muted",
                ),
            ]
            columns = [
                [set_cell_size(words[start:end], room) for start, end in wrap(words, room - 1)]
                for words, room, _ in named
            ]
            for line in zip_longest(*columns):
                parts = [(words or " " * room, style) for words, (_, room, style) in zip(line, named, strict=True)]
                lines.append(Content.assemble(*parts).rstrip())
            if below:
                under = (below[start:end] for start, end in wrap(below, width - 2))
                lines += [Content.styled(f"  {words}", "$foreground-muted") for words in under]
        return lines
