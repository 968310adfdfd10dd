"""Every command once: from a declaration here come its binding, its place in the footer, the palette and the help."""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from textual.binding import Binding


@dataclass(frozen=True, slots=True)
class Command:
    """Something a key does."""

    id: str
    """Also the name under which a user may remap the key."""
    keys: str
    """As Textual writes them, separated by commas; the first one is shown. A user may name others: see `keymap`."""
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
    Command("list.page_down", "pagedown,space", "page(1)", "Page down", "Go one page down.", "PgDn Space"),
    Command("list.page_up", "pageup", "page(-1)", "Page up", "Go one page up.", "PgUp"),
    Command("list.first", "home,g", "first", "First", "Go to the first row.", "Home g"),
    Command("list.last", "end,G", "last", "Last", "Go to the last row.", "End G"),
)
"""Moving in any list."""

OPEN = Command(
    "list.open", "enter,l,right", "open", "Read", "Read this post; a quote opens it at its words.", "⏎", footer=True
)

UNDO = Command(
    "desk.undo",
    "u",
    "undo",
    "Undo",
    "Take back your last mark, correction, or change of the sources or the kept filters.",
)

DESK = (
    Command("desk.add", "a", "add_source", "Add", "Add a file, a folder, a web address or pasted text.", footer=True),
    Command(
        "desk.search",
        "slash",
        "search",
        "Search",
        "Find all of these words in the pane where you are; in quotation marks, as they stand.",
        "/",
        footer=True,
    ),
    Command(
        "desk.filter",
        "f",
        "filter",
        "Filter",
        "Show only some posts: by actor, source, label, unread, starred, time, words.",
        footer=True,
    ),
    Command(
        "desk.chips",
        "C",
        "chips",
        "Edit filter",
        "Go to the line that says what is filtered, to take away a part of it.",
    ),
    Command(
        "desk.next_unread",
        "n",
        "next_unread",
        "Unread",
        "Go to the next unread post, or to the next match of a search.",
        footer=True,
    ),
    Command(
        "desk.previous_unread",
        "p,N",
        "previous_unread",
        "Previous unread",
        "Go to the previous unread post or match.",
        "p N",
    ),
    Command(
        "desk.since_left",
        "L",
        "go_since_left",
        "Since you left",
        "Go to the line that says what came since you left; the new posts stand above it.",
    ),
    Command(
        "desk.put_away_since_left",
        "D",
        "put_away_since_left",
        "Hide since you left",
        "Put away what is said of what came since you left; Undo brings it back.",
    ),
    Command("desk.clock", "t", "toggle_clock", "Clock", "Look from now, or as of the newest post.", footer=True),
    Command("desk.moment", "T", "set_moment", "Set clock", "Look from a moment of your choice."),
    Command(
        "desk.zone",
        "Z",
        "step_zone",
        "Zone",
        "Show times in the zone the desk opened in, each in that of its source, or in UTC.",
    ),
    Command(
        "desk.alerts",
        "b",
        "step_alerts",
        "Bell",
        "When an event's time or a Breaking post comes: bell and notice, notice only, or neither.",
    ),
    Command("desk.zoom", "z", "zoom", "Zoom", "Give the whole screen to this pane, or take it back.", footer=True),
    Command(
        "desk.wider",
        "greater_than_sign",
        "resize('columns',1)",
        "Wider",
        "Give this pane more columns; a border can be dragged, too.",
        ">",
    ),
    Command(
        "desk.narrower", "less_than_sign", "resize('columns',-1)", "Narrower", "Give this pane fewer columns.", "<"
    ),
    Command("desk.taller", "right_curly_bracket", "resize('rows',1)", "Taller", "Give this pane more lines.", "}"),
    Command("desk.lower", "left_curly_bracket", "resize('rows',-1)", "Lower", "Give this pane fewer lines.", "{"),
    Command(
        "desk.usual_sizes",
        "equals_sign",
        "usual_sizes",
        "Usual sizes",
        "Give all panes the size that they had first.",
        "=",
    ),
    Command(
        "desk.sources",
        "A",
        "sources",
        "Sources",
        "List the sources: what they are, their dates, remove, set the year or the date.",
    ),
    Command(
        "desk.stories",
        "S",
        "stories",
        "Stories",
        "List your stories: open another one, make, rename, put away, delete.",
    ),
    Command("desk.mark_read", "m", "mark_read", "Mark read", "Mark this post and all older ones as read."),
    Command("desk.toggle_read", "M", "toggle_read", "Read or unread", "Mark this post as unread, or as read."),
    Command("desk.star", "s", "star", "Star", "Star this post, or take the star away."),
    Command(
        "desk.copy",
        "y",
        "copy",
        "Copy",
        "Copy the selected words, or this row with its citation; quotes that are selected, each with its own.",
    ),
    Command(
        "desk.copy_markdown",
        "Y",
        "copy('markdown')",
        "Copy as Markdown",
        "Copy this row, or the selected quotes, with citations as Markdown.",
    ),
    Command(
        "desk.export",
        "e",
        "export",
        "Export",
        "Write the story, or what the filter leaves of it, to a file or the clipboard: Markdown, CSV, JSON, iCalendar, OPML.",
    ),
    Command("desk.open_link", "o", "open_link", "Open link", "Open this post's link in the browser."),
    Command(
        "desk.refresh", "r", "refresh_sources", "Read again", "Read the sources' files again, and ask their addresses."
    ),
    Command(
        "desk.not_read",
        "E",
        "not_read",
        "Not read",
        "List what could not be read the last time that something could not, and why.",
    ),
    UNDO,
    Command("desk.pane_1", "1", "pane(1)", "Stream", "Go to the stream."),
    Command("desk.pane_2", "2", "pane(2)", "Quotes", "Go to the quotes."),
    Command("desk.pane_3", "3", "pane(3)", "Countdown", "Go to the countdown."),
    Command("desk.next_pane", "tab", "next_pane(1)", "Next pane", "Go to the next pane.", "Tab"),
    Command("desk.previous_pane", "shift+tab", "next_pane(-1)", "Previous pane", "Go to the previous pane.", "⇧Tab"),
    Command(
        "desk.sample", "d", "open_sample", "Sample story", "Open the sample story, in a store of its own.", footer=True
    ),
    Command("desk.theme", "ctrl+t", "app.change_theme", "Theme", "Choose the colours.", "^T"),
    Command("desk.back", "escape", "back", "Back", "Clear the filter, end the search, leave the zoom.", "Esc"),
    Command("desk.help", "question_mark,f1", "help", "Help", "Show every key that works here.", "?", footer=True),
    Command("desk.quit", "q", "app.quit", "Quit", "Leave; everything is kept.", "q", footer=True),
)
"""What works in every pane of the desk."""

SUSPEND = Command(
    "app.suspend", "ctrl+z", "suspend_process", "Suspend", "Go to the shell; fg brings the desk back.", "^Z"
)
"""Not before a field that undoes its own changes with this key."""
APP = (
    SUSPEND,
    Command("app.palette", "ctrl+p", "command_palette", "Commands", "Find any command by its name.", "^P"),
    Command("app.quit", "ctrl+q", "quit", "Quit", "Leave, from anywhere; everything is kept.", "^Q"),
)
"""What works on every screen, the last two before any field takes the key."""

SEARCH = (
    Command(
        "search.keep",
        "enter",
        "submit",
        "Keep",
        "Keep the search and go back to the pane.",
        "⏎",
        footer=True,
    ),
    Command("search.end", "escape", "leave", "End", "End the search.", "Esc", footer=True),
)
"""While the search is typed."""

STATEMENTS = Command("quotes.statements", "i", "statements", "Statements", "Show reported speech too, or hide it.")
FILTER_ACTOR = Command(
    "quotes.filter_actor", "F", "filter_actor", "Only this actor", "Show only posts in which this actor speaks."
)
ACTOR_QUOTES = Command(
    "quotes.enter", "enter,l,right", "open", "Quotes", "Go down to this actor's quotes.", "⏎", footer=True
)
ACTORS = Command(
    "quotes.actors", "left,h,backspace", "actors", "Actors", "Go back up to the actors.", "← h", footer=True
)
NAME_ACTOR = Command(
    "quotes.name", "c", "name_actor", "Name", "Call this actor something else, or say who else it is.", footer=True
)
SET_SPEAKER = Command(
    "quotes.speaker", "c", "set_speaker", "Speaker", "Say who speaks here: it holds for later sources too.", footer=True
)
NOBODYS = Command(
    "quotes.nobodys",
    "x",
    "nobodys",
    "Nobody's",
    "These words are nobody's quote: a title, a nickname, a word held at arm's length.",
)
PLACES = Command("quotes.places", "w", "places", "Where", "List every place where these words stand.")
OPEN_EVENT = Command(
    "countdown.mentions",
    "enter,l,right",
    "open",
    "Mentions",
    "List every place that mentions this event.",
    "⏎",
    footer=True,
)
ADD_EVENT = Command(
    "countdown.add",
    "plus",
    "add_event",
    "Event",
    "Add an event of your own; from the other panes, too.",
    "+",
    footer=True,
)
EVENTS = (
    Command("countdown.change", "c", "change", "Change", "Give this event another name or other days.", footer=True),
    Command(
        "countdown.dismiss",
        "x",
        "dismiss",
        "Dismiss",
        "Take this event out of the countdown, or bring a dismissed one back.",
        footer=True,
    ),
    Command(
        "countdown.end",
        "O",
        "end",
        "Off, over",
        "Say that this event is called off; again, that it has ended; again, that it stands as found.",
    ),
    Command("countdown.pin", "exclamation_mark", "pin", "Pin", "Keep this event on top, or let it go.", "!"),
    Command("countdown.dismissed", "X", "show_dismissed", "Dismissed", "Show dismissed events too, or hide them."),
)
"""In the quotes and in the countdown."""

EVENT_FORM = (
    Command(
        "event.take",
        "enter",
        "take",
        "Next, then take it",
        "Go on to the days; from there, take both.",
        "⏎",
        footer=True,
    ),
)
"""Adding or changing an event."""

# What works inside the dialogs and the reader.

CLOSE = Command(
    "dialog.close", "escape", "close", "Close", "Close this, and leave everything as it was.", "Esc", footer=True
)
DIALOG_HELP = Command(
    "dialog.help", "f1,question_mark", "help", "Help", "Show every key that works here.", "F1", footer=True
)
DIALOG = (DIALOG_HELP, CLOSE)
"""What works in every dialog."""

READER = (
    Command(
        "reader.next",
        "n,right,l",
        "step(1)",
        "Next",
        "Read the next post; in a search, go to its other matches here first.",
        "n →",
        footer=True,
    ),
    Command(
        "reader.previous",
        "p,left,h,N",
        "step(-1)",
        "Previous",
        "Read the previous post; in a search, go back to its other matches here first.",
        "p ←",
        footer=True,
    ),
    Command("reader.search", "slash", "search", "Search", "Find all of these words in this post.", "/"),
    Command("reader.down", "down,j", "scroll_by(1)", "Down", "Scroll one line down.", "↓ j"),
    Command("reader.up", "up,k", "scroll_by(-1)", "Up", "Scroll one line up.", "↑ k"),
    Command("reader.page_down", "pagedown,space", "scroll_page(1)", "Page down", "Scroll one page down.", "PgDn Space"),
    Command("reader.page_up", "pageup", "scroll_page(-1)", "Page up", "Scroll one page up.", "PgUp"),
    Command("reader.top", "home,g", "scroll_top", "Top", "Go to the headline.", "Home g"),
    Command("reader.bottom", "end,G", "scroll_bottom", "Bottom", "Go to the end of the post.", "End G"),
    Command(
        "reader.copy",
        "y",
        "copy",
        "Copy",
        "Copy the selected words, or those that were gone to, with their citation; again, or where there are none, the whole post.",
        footer=True,
    ),
    Command(
        "reader.copy_markdown",
        "Y",
        "copy('markdown')",
        "Copy as Markdown",
        "Copy these words, or the headline, with the citation as Markdown.",
    ),
    Command("reader.star", "s", "star", "Star", "Star this post, or take the star away.", footer=True),
    Command(
        "reader.edit",
        "v",
        "step_edit",
        "Earlier edit",
        "Show the edit before; after the first one, the last one again.",
    ),
    Command(
        "reader.elsewhere",
        "w",
        "elsewhere",
        "Elsewhere",
        "List where else this post's quotes and events stand, and go there.",
        footer=True,
    ),
    Command("reader.link", "o", "open_link", "Open link", "Open this post's link in the browser.", footer=True),
    Command("reader.help", "question_mark,f1", "help", "Help", "Show every key that works here.", "?", footer=True),
    Command("reader.close", "escape,q,backspace", "close", "Back", "Go back to where you were.", "Esc q", footer=True),
)
"""Reading one post."""

ADD = (
    Command("add.file", "f2", "way('file')", "File", "Type a path, with completion.", "F2", footer=True),
    Command("add.browse", "f3", "way('browse')", "Browse", "Pick a file from the folders.", "F3", footer=True),
    Command("add.paste", "f4", "way('paste')", "Paste", "Paste the text of a page.", "F4", footer=True),
    Command(
        "add.add",
        "ctrl+s",
        "add_at_once",
        "Add",
        "Add it to the story: a folder, and what is being read, without waiting; of anything else it is shown first what it is.",
        "^S",
        footer=True,
    ),
    Command(
        "add.watch",
        "f5",
        "watch",
        "Watch",
        "Watch this folder: what lies in it, or is dropped into it later, is added.",
        "F5",
        footer=True,
    ),
)
"""The add dialog."""

CHOOSE_NAME = (
    Command("name.choose", "enter", "choose", "Choose", "Take the highlighted name.", "⏎", footer=True),
    Command("name.next", "down", "go(1)", "Next", "Go to the next name.", "↓", footer=True),
    Command("name.previous", "up", "go(-1)", "Previous", "Go to the previous name.", "↑"),
)
"""Saying who speaks, or who an actor is."""

COMPLETE_PATH = (
    Command(
        "path.complete",
        "tab",
        "complete",
        "Complete",
        "Complete the path; with nothing to complete, go to the next field.",
        "Tab",
    ),
    Command("path.next", "down", "choose(1)", "Next match", "Go down in the matching files.", "↓"),
    Command("path.previous", "up", "choose(-1)", "Previous match", "Go up in the matching files.", "↑"),
)
"""The path field of the dialogs for adding and for exporting."""

BROWSE = (
    Command("browse.up", "backspace", "up", "Folder above", "Show the folder above this one.", "Bksp", footer=True),
)
"""The folders of the add dialog."""

SOURCES = (
    Command("sources.only", "enter", "open", "Show", "Show only the posts of this source.", "⏎", footer=True),
    Command("sources.rename", "e", "rename", "Title", "Give this source another title.", footer=True),
    Command(
        "sources.year",
        "Y",
        "set_year",
        "Year",
        "Say which year its dates are in, or the date of one that prints none; an empty answer takes that back.",
        footer=True,
    ),
    Command(
        "sources.remove",
        "d,delete",
        "remove",
        "Remove",
        "Take this source and its posts out of the story; Undo brings it back.",
        "d",
        footer=True,
    ),
    Command(
        "sources.interval",
        "i",
        "set_interval",
        "Every",
        "Say how often this address is asked for news: 1m to 30d, such as 10m or 2h; empty: as it is learned, or the configuration file says.",
        footer=True,
    ),
    Command(
        "sources.read_again", "r", "read_again", "Reread", "Read this source again where it came from.", footer=True
    ),
    Command(
        "sources.stop_watching",
        "w",
        "stop_watching",
        "Stop watching",
        "Watch this folder no longer; what it brought stays.",
        footer=True,
    ),
)
"""The list of sources."""

STORIES = (
    Command(
        "stories.open",
        "enter",
        "open",
        "Open",
        "Open this story; one that was put away is brought back.",
        "⏎",
        footer=True,
    ),
    Command("stories.create", "plus", "create", "New", "Make a new story and open it.", "+", footer=True),
    Command("stories.rename", "e", "rename", "Rename", "Give this story another name.", footer=True),
    Command("stories.archive", "x", "archive", "Put away", "Put this story away, or bring it back.", footer=True),
    Command(
        "stories.delete", "d,delete", "delete", "Delete", "Delete this story, once its name is typed.", "d", footer=True
    ),
)
"""The list of stories."""

READ_PASSAGE = Command(
    "passages.read", "enter,l,right", "read", "Read", "Open the post at these words.", "⏎", footer=True
)

FILTER = (
    Command("filter.apply", "enter", "apply", "Apply", "Show only the posts that have all this.", "⏎", footer=True),
    Command("filter.clear", "ctrl+l", "clear", "Clear", "Choose everything again.", "^L", footer=True),
    Command("filter.keep", "ctrl+s", "keep", "Keep", "Keep this filter under a name.", "^S", footer=True),
    Command("filter.kept", "ctrl+o", "kept", "Kept", "List the kept filters, to choose one.", "^O", footer=True),
)
"""The filter dialog."""

KEPT_FILTERS = (
    Command("kept.choose", "enter", "open", "Choose", "Fill the filter with this one.", "⏎", footer=True),
    Command("kept.rename", "e", "rename", "Rename", "Keep this filter under another name.", footer=True),
    Command(
        "kept.remove",
        "d,delete",
        "remove",
        "Remove",
        "Keep this filter no longer; Undo on the desk brings it back.",
        "d",
        footer=True,
    ),
)
"""The list of kept filters."""

CHIPS = (
    Command("chips.next", "right,l", "step(1)", "Next", "Go to the next part of the filter.", "→ l", footer=True),
    Command("chips.previous", "left,h", "step(-1)", "Previous", "Go to the part before.", "← h", footer=True),
    Command(
        "chips.remove",
        "delete,backspace,x",
        "remove",
        "Take away",
        "Take this part of the filter away.",
        "x Del",
        footer=True,
    ),
    Command(
        "chips.leave",
        "escape,down,j",
        "leave",
        "Leave",
        "Go back to the pane, and keep the filter.",
        "Esc",
        footer=True,
    ),
)
"""The line of what is filtered."""

SWITCH = Command("filter.switch", "space", "switch", "Switch", "Switch this on or off.", "Space")

EXPORT = Command("export.write", "enter", "export", "Export", "Write it.", "⏎", footer=True)
"""The export dialog."""

SET_MOMENT = Command(
    "moment.set", "enter", "set_moment", "Set", "Look at the story from this moment.", "⏎", footer=True
)

ROW_KEYS = (
    Command("rows.down", "down,j", "cursor_down", "Down", "Go to the next row.", "↓ j"),
    Command("rows.up", "up,k", "cursor_up", "Up", "Go to the previous row.", "↑ k"),
    Command("rows.page_down", "pagedown,space", "page_down", "Page down", "Go one page down.", "PgDn Space"),
    Command("rows.page_up", "pageup", "page_up", "Page up", "Go one page up.", "PgUp"),
    Command("rows.first", "home,g", "first", "First", "Go to the first row.", "Home g"),
    Command("rows.last", "end,G", "last", "Last", "Go to the last row.", "End G"),
)
"""Moving in a dialog's list."""

NOT_READ = (
    Command("not_read.down", "down,j", "scroll_by(1)", "Down", "Scroll one line down.", "↓ j"),
    Command("not_read.up", "up,k", "scroll_by(-1)", "Up", "Scroll one line up.", "↑ k"),
    Command(
        "not_read.page_down", "pagedown,space", "scroll_page(1)", "Page down", "Scroll one page down.", "PgDn Space"
    ),
    Command("not_read.page_up", "pageup", "scroll_page(-1)", "Page up", "Scroll one page up.", "PgUp"),
    Command("not_read.top", "home,g", "scroll_top", "Top", "Go to the first line.", "Home g"),
    Command("not_read.bottom", "end,G", "scroll_bottom", "Bottom", "Go to the end.", "End G"),
    Command("not_read.close", "escape,q,enter,E", "close", "Close", "Go back.", "Esc", footer=True),
)
"""The list of what could not be read."""

HELP = (
    Command("help.down", "down,j", "scroll_by(1)", "Down", "Scroll one line down.", "↓ j"),
    Command("help.up", "up,k", "scroll_by(-1)", "Up", "Scroll one line up.", "↑ k"),
    Command("help.page_down", "pagedown,space", "scroll_page(1)", "Page down", "Scroll one page down.", "PgDn Space"),
    Command("help.page_up", "pageup", "scroll_page(-1)", "Page up", "Scroll one page up.", "PgUp"),
    Command("help.top", "home,g", "scroll_top", "Top", "Go to the first line.", "Home g"),
    Command("help.bottom", "end,G", "scroll_bottom", "Bottom", "Go to the last line.", "End G"),
    Command("help.close", "escape,q,question_mark,f1,enter", "close", "Close", "Go back.", "Esc", footer=True),
)
"""The help itself."""


class Where(NamedTuple):
    """Commands that may be reached at the same time, the nearest first."""

    title: str
    commands: tuple[Command, ...]
    over_desk: bool = False
    """A pane or a line of the desk: what is done on the desk is reached from there, too."""


_QUOTES = (ACTORS, STATEMENTS, FILTER_ACTOR)
EVERYWHERE = (
    Where("Everywhere on the desk", DESK),
    Where("In the stream", (OPEN, *MOVE), over_desk=True),
    Where("In the quotes, on an actor", (ACTOR_QUOTES, NAME_ACTOR, *_QUOTES, *MOVE), over_desk=True),
    Where("In the quotes, on a quote", (OPEN, SET_SPEAKER, NOBODYS, PLACES, *_QUOTES, *MOVE), over_desk=True),
    Where("In the countdown", (OPEN_EVENT, ADD_EVENT, *EVENTS, *MOVE), over_desk=True),
    Where("While a search is typed", SEARCH, over_desk=True),
    Where("In the line of what is filtered", CHIPS, over_desk=True),
    Where("In the reader", READER),
    Where("Adding a source", (*COMPLETE_PATH, *BROWSE, *ADD, *DIALOG)),
    Where("In the filter", (SWITCH, *ROW_KEYS, *FILTER, *DIALOG)),
    Where("In the list of kept filters", (*KEPT_FILTERS, *ROW_KEYS, *DIALOG)),
    Where("In a list of places", (READ_PASSAGE, *ROW_KEYS, *DIALOG)),
    Where("In the list of sources", (*SOURCES, UNDO, *ROW_KEYS, *DIALOG)),
    Where("In the list of what could not be read", NOT_READ),
    Where("In the list of stories", (*STORIES, *ROW_KEYS, *DIALOG)),
    Where("Saying who speaks or who an actor is", (*CHOOSE_NAME, *DIALOG)),
    Where("Adding or changing an event", (*EVENT_FORM, *DIALOG)),
    Where("Setting the clock", (SET_MOMENT, *DIALOG)),
    Where("Exporting", (*COMPLETE_PATH, SWITCH, *ROW_KEYS, EXPORT, *DIALOG)),
    Where("In the help", HELP),
    Where("On every screen", APP),
)
"""Every command, by where it is reached. Those of the app are reached from all."""
WHILE_TYPING = frozenset(
    command.id
    for command in (
        *APP,
        *SEARCH,
        *COMPLETE_PATH,
        *ADD,
        *FILTER,
        *DIALOG,
        *CHOOSE_NAME,
        *EVENT_FORM,
        SET_MOMENT,
        EXPORT,
    )
)
"""Commands that are wanted while a field is typed into, which takes every letter for itself."""
IN_DIALOGS = frozenset(
    command.id for where in EVERYWHERE if CLOSE in where.commands for command in (*where.commands, *APP)
)
"""Commands that are reached where Tab is the only way from field to field."""
COMMANDS = {
    command.id: command
    for command in (
        *(one for where in EVERYWHERE for one in where.commands if one not in (*DIALOG, *APP)),
        *DIALOG,
        *APP,
    )
}
"""Every command by its id, in the order in which a line of keys shows them: a dialog's own before what all dialogs have."""


def reached_together() -> list[Where]:
    """Every place with all that a key may reach there, the nearest first."""
    return [
        where._replace(
            commands=(
                *where.commands,
                *(DESK if where.over_desk else ()),
                *(APP if where.commands is not APP else ()),
            )
        )
        for where in EVERYWHERE
    ]


def by_place() -> list[tuple[str, list[Command]]]:
    """Every command once, where it is first reached."""
    known: set[str] = set()
    places = []
    for where in EVERYWHERE:
        new = [command for command in where.commands if command.id not in known]
        known.update(command.id for command in new)
        places.append((where.title, new))
    return [(title, commands) for title, commands in places if commands]
