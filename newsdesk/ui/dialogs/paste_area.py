"""A field for the pasted text of a page."""

from __future__ import annotations

from textual import events
from textual.message import Message
from textual.widgets import TextArea

from newsdesk.clean import clean
from newsdesk.ui.fields.path_suggester import dropped_paths


class PasteArea(TextArea):
    """Where the text of a page is pasted. A pasted path goes to the path field."""

    class PathPasted(Message):
        """What was pasted is a path."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    async def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        if dropped_paths(event.text):
            self.post_message(self.PathPasted(event.text))
        else:
            # Terminal controls would act while they are shown; reading removes them anyway.
            self.insert(clean(event.text).text)
