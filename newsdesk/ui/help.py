"""Help, made from the bindings that are live on the screen below it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from newsdesk.ui.commands import HELP
from newsdesk.ui.dialog import ScrollingDialog
from newsdesk.ui.key_line import KeyLine
from newsdesk.ui.keymap import keymap

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
        .key { height: auto; }
        .key > .keys { width: 14; text-style: bold; color: $text-accent; }
        .key > .title { width: 16; padding-right: 1; }
        .key > .tooltip { width: 1fr; color: $text-muted; }
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
                    for key in keys:
                        yield from _line(key.keys, key.title, key.tooltip)
                yield Static("Mouse and selection", classes="group", markup=False)
                for how, title, words in OTHER_WAYS:
                    yield from _line(how, title, words.format(copy=keymap(self).word("desk.copy")))
            yield KeyLine()


def _line(keys: str, title: str, tooltip: str) -> ComposeResult:
    with Horizontal(classes="key"):
        yield Static(Content(keys), classes="keys")
        if tooltip:
            yield Static(Content(title), classes="title")
        yield Static(Content(tooltip or title), classes="tooltip")
