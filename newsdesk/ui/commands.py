"""Every command once: from a declaration here come its binding, its place in the footer, the palette and the help."""

from __future__ import annotations

from dataclasses import dataclass

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does."""

    id: str
    """Also the name under which a user may remap the key."""
    keys: str
    """As Textual writes them, separated by commas; the first one is shown."""
    action: str
    title: str
    """One or two words for the footer and the palette."""
    tooltip: str
    """One sentence for the help."""
    shown_as: str | None = None
    """How the key is written where Textual's name for it is clumsy."""
    footer: bool = False

    @property
    def binding(self) -> Binding:
        """The binding for Textual's `BINDINGS`."""
        return Binding(
            self.keys,
            self.action,
            self.title,
            show=self.footer,
            key_display=self.shown_as,
            id=self.id,
            tooltip=self.tooltip,
        )


MOVE = (
    Command("list.down", "down,j", "move(1)", "Down", "Go to the next row.", "↓ j"),
    Command("list.up", "up,k", "move(-1)", "Up", "Go to the previous row.", "↑ k"),
    Command("list.page_down", "pagedown,space", "page(1)", "Page down", "Go one page down.", "PgDn"),
    Command("list.page_up", "pageup", "page(-1)", "Page up", "Go one page up.", "PgUp"),
    Command("list.first", "home,g", "first", "First", "Go to the first row.", "Home g"),
    Command("list.last", "end,G", "last", "Last", "Go to the last row.", "End G"),
)
"""Moving in any list."""

OPEN = Command("list.open", "enter,l,right", "open", "Read", "Open the post at these words.", "⏎", footer=True)

DESK = (
    Command("desk.add", "a", "add_source", "Add source", "Add a file, a folder or pasted text to the story.", footer=True),
    Command("desk.search", "slash", "search", "Search", "Find words in headlines, bodies, speakers and sources.", "/", footer=True),
    Command("desk.filter", "f", "filter", "Filter", "Show only some posts: by actor, source, label, unread, starred.", footer=True),
    Command("desk.next_unread", "n", "next_unread", "Next unread", "Go to the next unread post, or the next match of a search.", footer=True),
    Command("desk.previous_unread", "p,N", "previous_unread", "Previous unread", "Go to the previous unread post or match.", "p"),
    Command("desk.clock", "t", "toggle_clock", "Clock", "Look from now, or as of the newest post.", footer=True),
    Command("desk.moment", "T", "set_moment", "Set clock", "Look from a moment of your choice."),
    Command("desk.zoom", "z", "zoom", "Zoom", "Give the whole screen to this pane, or take it back.", footer=True),
    Command("desk.sources", "A", "sources", "Sources", "List the sources: what they are, their dates, remove, set the year."),
    Command("desk.mark_read", "m", "mark_read", "Mark read", "Mark this post and all older ones as read."),
    Command("desk.star", "s", "star", "Star", "Star this post, or take the star away."),
    Command("desk.copy", "y", "copy", "Copy", "Copy the selected words, or this row with its citation."),
    Command("desk.open_link", "o", "open_link", "Open link", "Open this post's link in the browser."),
    Command("desk.refresh", "r", "refresh_sources", "Read again", "Read the sources' files again."),
    Command("desk.undo", "u", "undo", "Undo", "Take back the last mark, star or removal."),
    Command("desk.pane_1", "1", "pane(1)", "Stream", "Go to the stream."),
    Command("desk.pane_2", "2", "pane(2)", "Quotes", "Go to the quotes."),
    Command("desk.pane_3", "3", "pane(3)", "Countdown", "Go to the countdown."),
    Command("desk.next_pane", "tab", "next_pane(1)", "Next pane", "Go to the next pane.", "Tab"),
    Command("desk.previous_pane", "shift+tab", "next_pane(-1)", "Previous pane", "Go to the previous pane.", "⇧Tab"),
    Command("desk.theme", "ctrl+t", "app.change_theme", "Theme", "Choose the colours."),
    Command("desk.back", "escape", "back", "Back", "Clear the filter, end the search, leave the zoom.", "Esc"),
    Command("desk.help", "question_mark,f1", "help", "Help", "Show every key that works here.", "?", footer=True),
    Command("desk.quit", "q,ctrl+q", "app.quit", "Quit", "Leave; everything is kept.", "q", footer=True),
)
"""What works in every pane of the desk."""

STATEMENTS = Command("quotes.statements", "i", "statements", "Statements", "Show reported speech too, or hide it.")
FILTER_ACTOR = Command("quotes.filter_actor", "F", "filter_actor", "Only this actor", "Show only posts that quote this actor.")
