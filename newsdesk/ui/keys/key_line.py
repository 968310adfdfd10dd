"""The last line of a screen: what is under way, and the keys that matter most, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.style import Style
from rich.text import Text
from textual import events
from textual.binding import Binding
from textual.screen import Screen
from textual.widget import Widget

from newsdesk.ui.wrap import cells, shorten

ALWAYS = 2
"""The last keys of a line, help and the way out, stay whatever else has to go."""
GAPS = (2, 1)
"""Cells between two keys; the wide one where all of them fit with it."""
_BESIDE_WORK = 3
"""The first keys of a line that stay beside what is under way, too, as long as `_FEWEST_OF_WORK` of that can be read."""
_FEWEST_OF_WORK = 24
"""Cells."""
_AFTER_WORK = 3
"""Cells between what is under way and the first key."""


@dataclass(frozen=True, slots=True)
class _Key:
    """One key of the line, and what it does."""

    key: str
    sign: str
    words: str
    tooltip: str
    enabled: bool

    @property
    def width(self) -> int:
        return cells(self.sign) + 1 + cells(self.words)


class KeyLine(Widget):
    """Textual's footer makes a widget of each key, which took half of the time until a desk or a dialog was there, and cuts a line that is too long in the middle of a word, help and quit with it."""

    ALLOW_SELECT = False
    COMPONENT_CLASSES: ClassVar[set[str]] = {"key-line--key", "key-line--words", "key-line--pointed", "key-line--work"}
    DEFAULT_CSS = """
    KeyLine {
        dock: bottom;
        width: 1fr;
        height: 1;
        text-wrap: nowrap;
        color: $footer-foreground;
        background: $footer-background;
        .key-line--key { color: $footer-key-foreground; background: $footer-key-background; text-style: bold; }
        .key-line--words { color: $footer-description-foreground; background: $footer-description-background; }
        .key-line--pointed { background: $block-hover-background; }
        .key-line--work { color: $accent; text-style: bold; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._offered: Sequence[_Key] = ()
        self._pointed: int | None = None
        """Column at which the mouse points."""
        self._work = self._way_out = ""

    @property
    def work(self) -> str:
        """What is under way; nothing most of the time."""
        return self._work

    def say(self, work: str, way_out: str = "") -> None:
        """Tell what is under way, and how to stop it, which is never cut off; nothing once it is done.

        It stands before the keys: a line of its own would have the whole screen laid out anew when it comes, and when it goes.
        """
        if (work, way_out) != (self._work, self._way_out):
            self._work, self._way_out = work, way_out
            self._tell()

    def on_mount(self) -> None:
        """The screen tells which keys work now."""
        self.screen.bindings_updated_signal.subscribe(self, self.bindings_changed)
        self.call_next(self.bindings_changed, self.screen)  # it may have told already

    def on_unmount(self) -> None:
        """Nobody reads it any more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def bindings_changed(self, screen: Screen[Any]) -> None:
        """Other keys may work now than before."""
        if not screen.app.app_focus or not self.is_attached or screen is not self.screen:
            return
        offered = self._offered_now()
        if offered != self._offered:
            self._offered = offered
            self._tell()

    def _offered_now(self) -> list[_Key]:
        """Keys of nearer widgets first, each widget's as declared, remapped or not."""
        active = self.screen.active_bindings.values()
        nodes = list(dict.fromkeys(one.node for one in active))
        declared = {
            (node, binding.id): at
            for node in nodes
            for at, binding in enumerate(type(node).BINDINGS)
            if isinstance(binding, Binding)
        }
        shown = [one for one in active if one.binding.show]
        shown.sort(key=lambda one: (nodes.index(one.node), declared.get((one.node, one.binding.id), 0)))
        by_action = {one.binding.action: one for one in reversed(shown)}
        return [
            _Key(
                one.binding.key,
                self.app.get_key_display(one.binding),
                one.binding.description,
                one.tooltip or "",
                one.enabled,
            )
            for one in shown
            if by_action[one.binding.action] is one
        ]

    def _placed(self) -> Iterator[tuple[int, _Key]]:
        """The keys that fit, each with the column in which it begins."""
        work = self._work_shown()
        begin = cells(work) + _AFTER_WORK if work else 0
        room = self.content_size.width - begin
        widths = [key.width for key in self._offered]
        gap = GAPS[0] if _length(widths, GAPS[0]) <= room else GAPS[-1]
        for at in fitting(widths, room):
            yield begin, self._offered[at]
            begin += widths[at] + gap

    def _work_shown(self) -> str:
        """What is under way, as far as the keys that stay leave room for it."""
        way_out = f" · {self._way_out}" if self._way_out else ""
        widths = [key.width for key in self._offered]
        first, always = widths[:-ALWAYS][:_BESIDE_WORK], widths[-ALWAYS:]
        beside = self.content_size.width - _AFTER_WORK - cells(way_out)
        rooms = (beside - _length(first[:count] + always, GAPS[-1]) for count in range(len(first), -1, -1))
        room = next((room for room in rooms if room >= _FEWEST_OF_WORK), beside - _length(always, GAPS[-1]))
        return shorten(self._work, max(0, room)) + way_out

    def _at(self, column: int | None) -> _Key | None:
        """The key that is drawn there."""
        if column is None:
            return None
        return next((key for begin, key in self._placed() if begin <= column < begin + key.width), None)

    def render(self) -> Text:
        """All of them in one line."""
        sign_style, words_style = (self.get_component_rich_style(f"key-line--{part}") for part in ("key", "words"))
        pointed = self._at(self._pointed)
        line = Text(no_wrap=True, end="")
        line.append(self._work_shown(), self.get_component_rich_style("key-line--work"))
        for begin, key in self._placed():
            line.append(" " * (begin - line.cell_len))
            more = Style(dim=not key.enabled or None)
            if key is pointed:
                more += Style(bgcolor=self.get_component_rich_style("key-line--pointed").bgcolor)
            line.append(key.sign, sign_style + more)
            line.append(f" {key.words}", words_style + more)
        return line

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """What can be clicked stands out, and says what it does."""
        self._point_at(event.x)

    def on_leave(self) -> None:
        """The mouse is elsewhere."""
        self._point_at(None)

    def _point_at(self, column: int | None) -> None:
        before, self._pointed = self._at(self._pointed), column
        if self._at(column) is not before:
            self._tell()

    def _tell(self) -> None:
        """Show the keys, and what the one under the mouse does."""
        key = self._at(self._pointed)
        self.tooltip = key.tooltip or None if key else None
        self.styles.pointer = "pointer" if key else "default"
        self.refresh()

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """A key that is clicked is a key that is pressed."""
        key = self._at(event.x)
        if key is None:
            return
        if key.enabled:
            self.app.simulate_key(key.key)
        else:
            self.app.bell()


def fitting(widths: list[int], room: int) -> list[int]:
    """Which of these keys to show, by their places: those before the last two give way, the later ones first."""
    shown = list(range(len(widths)))
    while len(shown) > ALWAYS and _length([widths[at] for at in shown], GAPS[-1]) > room:
        del shown[-ALWAYS - 1]
    return shown


def _length(widths: Iterable[int], gap: int) -> int:
    return sum(width + gap for width in widths) - gap
