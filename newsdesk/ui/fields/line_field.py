"""A line to type into."""

from __future__ import annotations

from dataclasses import replace

from textual import events
from textual.binding import Binding, BindingsMap
from textual.geometry import Size
from textual.reactive import Reactive
from textual.widgets import Input

from newsdesk.ui.fields.early_keys import EarlyKeys
from newsdesk.ui.keys.commands import Command

_EDITS = frozenset(
    binding.action for binding in Input.BINDINGS if isinstance(binding, Binding) and binding.action != "submit"
)


class LineField(Input):
    """Acts on its keys in the order in which they are typed, however fast they come.

    Textual's own field takes a letter when the key reaches it, but Backspace, an arrow or Ctrl+U only when the key has gone up to
    the application and nobody else wanted it: letters that were typed behind it are in the field by then. So are those behind
    a key of its dialog that opens another one, whose field they belong to.
    """

    virtual_size: Reactive[Size] = Reactive(Size(0, 0), layout=False)
    """How long the words are. It is as wide as there is room whatever stands in it: Textual would lay out the whole screen at each letter."""

    async def _on_key(self, event: events.Key) -> None:
        over = self.app.screen
        if over is not self.screen:
            event.prevent_default().stop()
            if isinstance(over, EarlyKeys) and event.is_printable and event.character:
                over.take_early(event.character)
            return
        active = None if event.is_printable else self.screen.active_bindings.get(event.key)
        if active is not None and active.node is self.screen and active.enabled:
            event.prevent_default().stop()
            await self.app.run_action(active.binding.action, active.node)
            return
        for binding in self._bindings.key_to_bindings.get(event.key, ()):
            if binding.action in _EDITS:
                event.prevent_default().stop()
                await self.run_action(binding.action)
                return


class AnswerField(LineField):
    """The key that takes the answer waits its turn behind the letters: if it overtook them, it would take half a word."""

    def __init__(self, value: str = "", *, taken_by: Command, placeholder: str, id: str, compact: bool = False) -> None:  # noqa: A002 - Textual's own name
        """`taken_by` is the dialog's command for it."""
        super().__init__(value, placeholder=placeholder, id=id, compact=compact, select_on_focus=False)
        takes = BindingsMap([replace(taken_by.binding, action="submit")])
        self._bindings.key_to_bindings.update(takes.key_to_bindings)
