"""Which lists a picture of the desk shows anew: that with the focus at once, the others one after the other."""

from __future__ import annotations

from textual import messages
from textual.screen import Screen
from textual.widget import Widget

from newsdesk.ui.lists.line_list import LineList
from newsdesk.ui.panes.foot import Footed


class Turns:
    """What comes changes all panes, and to draw them all takes longer than the moment in which a key is to be answered.

    A picture is drawn of one of them at a time, so that a key that is pressed meanwhile waits for one and not for all.
    """

    def __init__(self, screen: Screen[None]) -> None:
        self._screen = screen
        self._waiting: dict[Widget, None] = {}
        """In the order in which they asked."""
        self._in_turn: Widget | None = None
        """The one whose picture is due; what waits meanwhile follows it."""

    def must_wait(self, widget: Widget) -> bool:
        """Whether a widget that asks to be drawn is to be drawn later; it is asked for again in its turn."""
        if widget is self._in_turn or widget.has_focus or not isinstance(widget, LineList | Footed):
            return False
        if self._in_turn is None and not self._waiting:
            self._screen.call_after_refresh(self._next)
        self._waiting[widget] = None
        return True

    def _next(self) -> None:
        self._in_turn = next(iter(self._waiting), None)
        if self._in_turn is not None:
            del self._waiting[self._in_turn]
            self._screen.post_message(messages.Update(self._in_turn))
            self._screen.call_after_refresh(self._next)
