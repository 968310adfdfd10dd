"""What `y` copies: the selected words, or a row, or several quotes, with where they are from."""

from __future__ import annotations

from datetime import tzinfo
from typing import Any

from textual.screen import Screen

from newsdesk.story import Story
from newsdesk.story.citation import Citation, copied
from newsdesk.story.clock import Clock
from newsdesk.story.countdown import event_citation
from newsdesk.story.quotes import post_citation
from newsdesk.ui.panes.countdown import CountdownPane
from newsdesk.ui.panes.quotes import QuoteList, QuotesPane
from newsdesk.ui.panes.stream import StreamPane
from newsdesk.ui.work.messages import Said

_SHOWN = 80
"""Characters of what was copied that the notice repeats."""


def copy(screen: Screen[Any], pane: str, story: Story, clock: Clock, zone: tzinfo, *, markdown: bool) -> None:
    """Copy what is selected, else the current row of this pane, and say what was copied."""
    several = screen.query_one(QuoteList).selected_rows()
    selected = screen.get_selected_text()
    if len(several) > 1:
        text = copied([row.citation for row in several], markdown=markdown)
        said = f"Copied: {len(several)} quotes, each with its citation"
    else:
        text = selected or _row(screen, pane, story, clock, zone, markdown=markdown)
        said = copied_words(text)
    if text:
        screen.app.copy_to_clipboard(text)
        screen.post_message(Said(said, copied=True))


def copied_words(text: str) -> str:
    """What the notice says of what was copied."""
    return f"Copied: {text if len(text) < _SHOWN else text[: _SHOWN - 3] + '...'}"


def _row(screen: Screen[Any], pane: str, story: Story, clock: Clock, zone: tzinfo, *, markdown: bool) -> str:
    found: Citation | None = None
    if pane == "quotes":
        quotes = screen.query_one(QuotesPane)
        if quotes.current is None:
            return quotes.actor or ""
        found = quotes.current.citation
    elif pane == "countdown":
        event = screen.query_one(CountdownPane).current
        found = event_citation(story, event.key, clock, zone) if event else None
    else:
        row = screen.query_one(StreamPane).current
        found = post_citation(story, row.post_id, zone) if row else None
    return copied([found], markdown=markdown) if found else ""
