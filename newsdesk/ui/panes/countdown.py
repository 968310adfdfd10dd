"""The countdown pane: what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar, Literal

from textual.binding import BindingType
from textual.message import Message

from newsdesk.story.countdown import EventRow
from newsdesk.story.since_left import SinceLeft
from newsdesk.ui.keys.commands import ADD_EVENT, EVENTS, OPEN_EVENT
from newsdesk.ui.lists.lines import Line, Piece
from newsdesk.ui.lists.sought import MarksSought
from newsdesk.ui.panes.foot import Footed
from newsdesk.ui.panes.stream import FINDING, day_rule, tally
from newsdesk.ui.wrap import cells, pack, shorten, wrap

LOW = 12
"""Lines of a pane from which on its events stand apart: on a screen of 24 lines three of them are seen, not two."""


class CountdownPane(MarksSought[EventRow], Footed):
    """Expected events, next first; below rules, dim, those that are no longer expected, and passed ones."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"countdown--when"}
    DEFAULT_CSS = """
    CountdownPane > .countdown--when { color: $text-accent; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (OPEN_EVENT, ADD_EVENT, *EVENTS)]

    empty = "Nothing dated ahead."

    @dataclass
    class Opened(Message):
        """The user wants to see where an event is mentioned."""

        event_key: str
        otherwise: str = ""
        """As in its row."""

    @dataclass
    class Wanted(Message):
        """The user wants something of an event to be otherwise."""

        what: Literal["change", "dismiss", "pin", "end"]
        event_key: str

    class AddWanted(Message):
        """The user wants to add an event."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(name=name, id=id, classes=classes)
        self._all: Sequence[EventRow] = ()
        self.since: SinceLeft | None = None
        """What came since the desk was left, to be set before the rows."""
        self.dismissed = False
        """Whether dismissed events are shown, too."""
        self._acted_on: str | None = None
        """The key of the current event, if the reader has changed something of it and gone nowhere since."""
        self._low = False
        """The pane has so few lines that blank ones would cost an event that is to be seen."""

    def heights_change(self) -> bool:
        """A low pane has no blank lines between its events."""
        before, self._low = self._low, self.size.height < LOW
        return self._low is not before

    def set_rows(
        self, rows: Sequence[EventRow], *, follow: bool = True, of: int | None = None, finding: bool = False
    ) -> None:
        """Show these events; what comes sooner than those in sight shows at once to a reader at the top.

        `of` is how many lie ahead without a filter, None when there is no filter; `finding`: they are seen from another
        moment, and those of this one are being looked for.
        """
        self._all = rows
        ahead = sum(not row.passed and not row.dismissed for row in rows)
        away = sum(row.dismissed for row in rows)
        parts = [self.since.events_in_words] if self.since and self.since.events else []
        parts += [f"{ahead} ahead" if of is None else f"{ahead} of {of} ahead"]
        parts += [f"{away} dismissed"] if away else []
        self._show(follow=follow)
        self.say(FINDING if finding else " · ".join(parts) if rows or of is not None else "")

    def _show(self, *, follow: bool) -> None:
        # What the reader works on stays the current one, wherever that brings it: the same key may be meant for it again.
        follow = follow and self._acted_on is None
        super().set_rows([row for row in self._all if self.dismissed or not row.dismissed], follow=follow)

    def highlighted(self, row: EventRow | None) -> None:
        """Somebody who goes on works on it no longer."""
        if row is None or row.key != self._acted_on:
            self._acted_on = None

    def action_show_dismissed(self) -> None:
        """Show dismissed events too, or hide them."""
        if not self.dismissed and not any(row.dismissed for row in self._all):
            self.notify("No event is dismissed")
            return
        self.dismissed = not self.dismissed
        self._show(follow=False)

    def action_add_event(self) -> None:
        """Ask for an event of the user's own."""
        self.post_message(self.AddWanted())

    def action_change(self) -> None:
        """Ask for another name or other days."""
        self._want("change")

    def action_dismiss(self) -> None:
        """Take it out, or bring it back."""
        self._want("dismiss")

    def action_pin(self) -> None:
        """Keep it on top, or let it go."""
        self._want("pin")

    def action_end(self) -> None:
        """Say that it is called off or has ended, or that it stands as found."""
        self._want("end")

    def _want(self, what: Literal["change", "dismiss", "pin", "end"]) -> None:
        if self.current is not None:
            self._acted_on = self.current.key
            self.post_message(self.Wanted(what, self.current.key))

    def look(self) -> object:
        """What is new or moved is marked."""
        return self.since and self.since.events

    def row_key(self, row: EventRow) -> str:
        """An event's key."""
        return row.key

    def opened(self, row: EventRow) -> None:
        """Ask for the mentions."""
        self.post_message(self.Opened(row.key, row.otherwise))

    def row_lines(self, row: EventRow, above: EventRow | None, width: int) -> list[Line]:
        """How long and when, the title, what is known of it, a blank line."""
        lines = []
        if (section := _section(row)) and not (above and _section(above) == section):
            lines.append(Line([Piece(day_rule(section, width), "line--rule")], apart=True))
        aside = row.passed or row.dismissed
        when = Piece(shorten(row.countdown, width), "line--muted" if aside else "countdown--when")
        days = Piece(shorten(row.days, width), "line--muted")
        if cells(when.text) + 2 + cells(days.text) <= width:
            lines.append(Line([when], [days]))
        else:
            lines += [Line([when]), Line([days])]
        title = row.title.replace("\n", " ")
        title_style = "line--muted" if aside else ""
        lines += [Line([Piece(title[start:end], title_style)]) for start, end in wrap(title, width)]
        lines += self._known(row, width)
        return self.marked(lines if self._low else [*lines, Line(apart=True)])

    def _known(self, row: EventRow, width: int) -> list[Line]:
        """`pinned · confirmed · 2 mentions`, and on lines of their own what does not fit, and what is the user's word."""
        mentions = tally(row.mentions, "mention", of=row.mentions + row.held_back if row.held_back else None)
        changed = self.since.events.get(row.key, "") if self.since else ""
        parts = [part for part in ("pinned" if row.pinned else "", changed) if part]
        parts += [row.yours] if row.unmentioned else [row.certainty, mentions]
        lines = [Line([Piece(known, "line--muted")]) for known in pack(parts, width)]
        if row.status:
            status = Piece(shorten(row.status, width), "line--muted" if row.passed else "line--alert")
            known = lines[-1].left[0].text + " · "
            if cells(known) + cells(status.text) <= width:
                lines[-1] = Line([Piece(known, "line--muted"), status])
            else:
                lines.append(Line([status]))
        if row.otherwise:
            spans = wrap(row.otherwise, width)
            lines += [Line([Piece(row.otherwise[start:end], "line--alert")]) for start, end in spans]
        if row.yours and not row.unmentioned:
            lines += [Line([Piece(row.yours[start:end], "line--muted")]) for start, end in wrap(row.yours, width)]
        return lines


def _section(row: EventRow) -> str:
    """The rule above its like."""
    if row.dismissed:
        return "Dismissed"
    if row.pinned or not row.passed:
        return ""
    return "No longer expected" if row.before_its_days else "Passed"
