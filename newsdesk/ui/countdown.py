"""The countdown pane: what comes next."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message

from newsdesk.story.countdown import EventRow
from newsdesk.ui.commands import OPEN_EVENT
from newsdesk.ui.line_list import LineList
from newsdesk.ui.lines import Line, Piece
from newsdesk.ui.stream import FINDING, day_rule, tally
from newsdesk.ui.wrap import cells, pack, shorten, wrap


class CountdownPane(LineList[EventRow]):
    """Expected events, next first; passed ones dim below a rule."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"countdown--when"}
    DEFAULT_CSS = """
    CountdownPane > .countdown--when { color: $text-accent; text-style: bold; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [OPEN_EVENT.binding]

    empty = "Nothing dated ahead."

    @dataclass
    class Opened(Message):
        """The user wants to see where an event is mentioned."""

        event_key: str

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(name=name, id=id, classes=classes)
        self.border_title = "3 Countdown"

    def set_rows(
        self, rows: Sequence[EventRow], *, follow: bool = True, of: int | None = None, finding: bool = False
    ) -> None:
        """Show these events; what comes sooner than those in sight shows at once to a reader at the top.

        `of` is how many lie ahead without a filter, None when there is no filter; `finding`: they are seen from another
        moment, and those of this one are being looked for.
        """
        super().set_rows(rows, follow=follow)
        ahead = sum(not row.passed for row in rows)
        known = f"{ahead} ahead" if of is None else f"{ahead} of {of} ahead"
        self.border_subtitle = FINDING if finding else known if rows or of is not None else ""

    def row_key(self, row: EventRow) -> str:
        """An event's key."""
        return row.key

    def opened(self, row: EventRow) -> None:
        """Ask for the mentions."""
        self.post_message(self.Opened(row.key))

    def row_lines(self, row: EventRow, above: EventRow | None, width: int) -> list[Line]:
        """How long and when, the title, what is known of it, a blank line."""
        lines = []
        if row.passed and not (above and above.passed):
            lines.append(Line([Piece(day_rule("Passed", width), "line--rule")], apart=True))
        when = Piece(shorten(row.countdown, width), "line--muted" if row.passed else "countdown--when")
        days = Piece(shorten(row.days, width), "line--muted")
        if cells(when.text) + 2 + cells(days.text) <= width:
            lines.append(Line([when], [days]))
        else:
            lines += [Line([when]), Line([days])]
        title = row.title.replace("\n", " ")
        title_style = "line--muted" if row.passed else ""
        lines += [Line([Piece(title[start:end], title_style)]) for start, end in wrap(title, width)]
        lines += self._known(row, width)
        lines.append(Line(apart=True))
        return lines

    def _known(self, row: EventRow, width: int) -> list[Line]:
        """`confirmed · 2 mentions`, and `postponed, was Mon 12 May` on a line of its own when it does not fit."""
        mentions = tally(row.mentions, "mention", of=row.mentions + row.held_back if row.held_back else None)
        lines = [Line([Piece(known, "line--muted")]) for known in pack((row.certainty, mentions), width)]
        if not row.status:
            return lines
        status = Piece(shorten(row.status, width), "line--muted" if row.passed else "line--alert")
        known = lines[-1].left[0].text + " · "
        if cells(known) + cells(status.text) <= width:
            return [*lines[:-1], Line([Piece(known, "line--muted"), status])]
        return [*lines, Line([status])]
