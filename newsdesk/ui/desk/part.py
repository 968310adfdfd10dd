"""What the parts of the desk know of it: each is a set of keys and messages with what they need to remember."""

from __future__ import annotations

from datetime import tzinfo

from textual.screen import Screen

from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.filter import Filter
from newsdesk.story.stream import Stream
from newsdesk.ui.keys.keymap import keymap
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.work.live_story import LiveStory


class DeskPart(Screen[None]):
    """A base of the desk, which sees to all this."""

    _live: LiveStory
    _story: Story
    _filter: Filter
    _stream_rows: Stream
    _zone: tzinfo
    """In which times are shown."""
    _clock: Clock
    _among: frozenset[int] | None
    """The posts that the filter lets through; None without a filter."""

    @property
    def _stream_pane(self) -> StreamPane:
        return self.query_one(StreamPane)

    def _key(self, command: str) -> str:
        """The key that reaches a command, as a sentence names it."""
        return keymap(self).word(command)

    def _active_pane(self) -> str:
        """The name of the pane that keys act on."""
        raise NotImplementedError

    def _activate(self, name: str) -> None:
        """Go to the pane of this name."""
        raise NotImplementedError

    def _show(self) -> None:
        """Have the rows of all panes made anew."""
        raise NotImplementedError

    def _set_filter(self, wanted: Filter) -> None:
        """Show what this filter lets through."""
        raise NotImplementedError
