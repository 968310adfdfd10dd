"""The last line of a screen: the keys that matter most, as many as there is room for."""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding
from textual.screen import Screen
from textual.widgets import Footer
from textual.widgets._footer import FooterKey

from newsdesk.ui.wrap import cells

ALWAYS = 2
"""The last keys of a line, help and the way out, stay whatever else has to go."""
GAPS = (2, 1)
"""Cells between two keys; the wide one where all of them fit with it."""


class KeyLine(Footer):
    """Textual's footer, which would cut a line that is too long in the middle of a word, help and quit with it."""

    DEFAULT_CSS = """
    KeyLine.-compact FooterKey { margin-right: 1; }
    KeyLine.-compact.-roomy FooterKey { margin-right: 2; }
    """

    def __init__(self) -> None:
        super().__init__(show_command_palette=False, compact=True)
        self._composed_of: object = None
        """What `compose` made the keys of."""

    def compose(self) -> ComposeResult:
        """The keys that fit."""
        self._composed_of = self._offered()
        order = self._declared_order()
        keys = sorted(
            (key for key in super().compose() if isinstance(key, FooterKey)), key=lambda key: order.get(key.action, 0)
        )
        room = self.content_size.width
        widths = [cells(key.key_display) + 1 + cells(key.description) for key in keys]
        self.set_class(_length(widths, GAPS[0]) <= room, "-roomy")
        yield from (keys[at] for at in fitting(widths, room))

    def bindings_changed(self, screen: Screen[object]) -> None:
        """Make the keys anew when they are others: to do so lays out the whole screen, which delays what else is to be seen."""
        if not self._bindings_ready or self._offered() != self._composed_of:
            super().bindings_changed(screen)

    def _declared_order(self) -> dict[str, int]:
        """Places of the actions in the line: those of nearer widgets first, each widget's as declared, remapped or not."""
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
        return {one.binding.action: at for at, one in enumerate(shown)}

    def _offered(self) -> object:
        return [
            (active.binding, active.enabled, active.tooltip)
            for active in self.screen.active_bindings.values()
            if active.binding.show
        ]

    def on_resize(self, event: events.Resize) -> None:
        """There is room for more, or for less."""
        if event.size.width:
            self.call_after_refresh(self.recompose)


def fitting(widths: list[int], room: int) -> list[int]:
    """Which of these keys to show, by their places: those before the last two give way, the later ones first."""
    shown = list(range(len(widths)))
    while len(shown) > ALWAYS and _length([widths[at] for at in shown], GAPS[-1]) > room:
        del shown[-ALWAYS - 1]
    return shown


def _length(widths: Iterable[int], gap: int) -> int:
    return sum(width + gap for width in widths) - gap
