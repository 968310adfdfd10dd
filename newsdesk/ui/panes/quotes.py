"""The quotes pane: who said what."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message

from newsdesk.model import Place
from newsdesk.story.corrections import Spot
from newsdesk.story.quotes import BARS, ActorRow, SpokenRow
from newsdesk.story.since_left import NEW, SinceLeft
from newsdesk.ui.actor_colour import ACTOR_STYLES, actor_style
from newsdesk.ui.keys.commands import (
    ACTOR_QUOTES,
    ACTORS,
    FILTER_ACTOR,
    NAME_ACTOR,
    NOBODYS,
    OPEN,
    PLACES,
    SET_SPEAKER,
    STATEMENTS,
)
from newsdesk.ui.lists.lines import Line, Piece
from newsdesk.ui.lists.sought import MarksSought
from newsdesk.ui.panes.foot import Footed
from newsdesk.ui.panes.stream import FINDING, tally
from newsdesk.ui.wrap import ELLIPSIS, cells, pack, shorten, steady, wrap

COUNT = 4
"""Cells of the number of quotes."""
WITH_ACTIVITY = 24
"""Narrower lists leave the activity line out."""
WITH_ROLE = 48
"""Narrower lists leave the actor's role out."""
ALSO = 2
"""Most other renderings shown with a quotation."""
QUOTE_LINES = 12
"""Most lines of one quotation; the rest is in the reader."""


class ActorList(MarksSought[ActorRow]):
    """Actors, one on a line: name, number of quotes, activity. What could not be resolved stands in quotation marks."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"actors--activity", *ACTOR_STYLES}
    DEFAULT_CSS = """
    ActorList {
        height: auto;
        max-height: 40%;
        &.-empty { height: 1fr; max-height: 100%; }
        & > .actors--activity { color: $foreground 50%; }
        &:ansi > .actors--activity { text-style: dim; }
    }
    """ + "".join(f"ActorList > .{style} {{ color: {colour}; }}\n" for style, colour in ACTOR_STYLES.items())
    BINDINGS: ClassVar[list[BindingType]] = [ACTOR_QUOTES.binding, NAME_ACTOR.binding]

    empty = "No quotes yet."

    new: frozenset[str] = frozenset()
    """Who is quoted since the desk was left, and was not before."""

    def look(self) -> object:
        """Who is new is marked."""
        return self.new

    @dataclass
    class Chosen(Message):
        """Another actor became the current one; None when there is none."""

        name: str | None

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, ActorList.Chosen)

    @dataclass
    class Entered(Message):
        """The user wants to go down to this actor's quotes."""

        name: str

    @dataclass
    class NameWanted(Message):
        """The user wants to say who this is."""

        row: ActorRow

    def action_name_actor(self) -> None:
        """Ask who this is."""
        if self.current is not None:
            self.post_message(self.NameWanted(self.current))

    def row_key(self, row: ActorRow) -> str:
        """The canonical name."""
        return row.name

    def opened(self, row: ActorRow) -> None:
        """Go to the quotes."""
        self.post_message(self.Entered(row.name))

    def highlighted(self, row: ActorRow | None) -> None:
        """Tell whose quotes are wanted."""
        self.post_message(self.Chosen(row.name if row else None))

    def row_lines(self, row: ActorRow, above: ActorRow | None, width: int) -> list[Line]:  # noqa: ARG002  # no row depends on its neighbour
        """`Name role   24  ▁▁▃▂▁▅█▃`."""
        right = [Piece(f"{row.count:>{COUNT}}", "line--strong")]
        if width >= WITH_ACTIVITY:
            right.append(Piece(f"  {row.activity:{BARS}}", "actors--activity"))
        room = width - sum(cells(piece.text) for piece in right)
        mark = f"  {NEW}" if row.name in self.new else ""
        name = shorten(row.name if row.resolved else f"“{row.name}”", room - len(mark))
        left = [
            Piece(name, actor_style(row.name) if row.resolved and not row.aside else "line--muted"),
            Piece(mark, "line--strong"),
        ]
        if row.role and width >= WITH_ROLE and (rest := room - cells(name) - len(mark) - 3) > len(ELLIPSIS):
            left.append(Piece("  " + shorten(row.role, rest), "line--muted"))
        return self.marked([Line(left, right)])


class QuoteList(MarksSought[SpokenRow]):
    """What one actor said, newest first."""

    DEFAULT_CSS = """
    QuoteList {
        height: 1fr;
        min-height: 3;
        border-top: solid $foreground 30%;
        border-title-color: $foreground;
        border-title-style: bold;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (OPEN, SET_SPEAKER, NOBODYS, PLACES)]

    since: SinceLeft | None = None
    """What came since the desk was left."""

    def look(self) -> object:
        """What is new is marked. A post that comes is in no row that was there, but an edit may bring words to one."""
        return self.since and self.since.brought

    @dataclass
    class SpeakerWanted(Message):
        """The user wants to say who speaks these words."""

        row: SpokenRow

    @dataclass
    class Nobodys(Message):
        """The user says that these words are nobody's."""

        row: SpokenRow

    @dataclass
    class PlacesWanted(Message):
        """Every place where these words stand is wanted."""

        row: SpokenRow

    def action_set_speaker(self) -> None:
        """Ask for the speaker."""
        if self.current is not None:
            self.post_message(self.SpeakerWanted(self.current))

    def action_nobodys(self) -> None:
        """Say that they are nobody's."""
        if self.current is not None:
            self.post_message(self.Nobodys(self.current))

    def action_places(self) -> None:
        """Ask for the places."""
        if self.current is not None:
            self.post_message(self.PlacesWanted(self.current))

    @dataclass
    class Opened(Message):
        """The user wants to read the post at these words."""

        post_id: int
        place: Place
        start: int
        end: int

    def row_key(self, row: SpokenRow) -> tuple[int, Place, int, bool]:
        """Where the words stand."""
        return (row.post_id, row.place, row.start, row.reported)

    def opened(self, row: SpokenRow) -> None:
        """Ask for the reader."""
        self.post_message(self.Opened(row.post_id, row.place, row.start, row.end))

    def row_lines(self, row: SpokenRow, above: SpokenRow | None, width: int) -> list[Line]:  # noqa: ARG002  # no row depends on its neighbour
        """The words in full, when and where they were said, a blank line.

        The opening mark hangs to the left of the words. Reported speech has no marks; doubt has a question mark there.
        """
        doubt = "? " if row.doubtful else ""
        hanging = doubt + (" " if row.reported else "“")
        text = row.text if row.reported else f"{row.text}”"
        indent = len(hanging)
        style = "line--soft" if row.reported else ""
        spans = list(islice((span for span in wrap(text, width - indent) if span[0] < span[1]), QUOTE_LINES + 1))
        lines = []
        for number, (start, end) in enumerate(spans[:QUOTE_LINES], start=1):
            words = text[start:end]
            if number == QUOTE_LINES < len(spans):
                words = shorten(words + ELLIPSIS, width - indent)
            first = [Piece(doubt, "line--alert"), Piece(hanging[len(doubt) :], "line--muted")]
            lines.append(Line([*(first if number == 1 else [Piece(" " * indent)]), Piece(words, style)]))
        margin = " " * indent
        lines += [*self._known(row, margin, width), *_also(row, margin, width), Line(apart=True)]
        return self.marked(lines)

    def _known(self, row: SpokenRow, margin: str, width: int) -> list[Line]:
        """`11 May 12:48 · reported · via X · BBC   ×3`."""
        new = NEW if self.since is not None and self.since.is_new(row) else ""
        said = (new, "reported" if row.reported else "", "unsure" if row.doubtful else "")
        parts = (part for part in (row.when, *said, *row.detail.split(" · "), row.source) if part)
        times = f"  ×{row.repeats}" if row.repeats > 1 else ""
        lines = [Line([Piece(margin + part, "line--muted")]) for part in pack(parts, width - len(margin) - len(times))]
        if times and lines:
            lines[0] = lines[0]._replace(right=[Piece(times, "line--strong")])
        return lines


def _also(row: SpokenRow, margin: str, width: int) -> list[Line]:
    """`also as “...”, Coast Daily`, a line each: other words that may render the same sentence."""
    room = width - len(margin)
    return [Line([Piece(margin + shorten(f"also as {words}", room), "line--soft")]) for words in row.also_as[:ALSO]]


class QuotesPane(Vertical, Footed):
    """Actors above, the current actor's words below."""

    DEFAULT_CSS = """
    QuotesPane { height: 1fr; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [ACTORS.binding, STATEMENTS.binding, FILTER_ACTOR.binding]

    @dataclass
    class ActorChosen(Message):
        """This actor's quotes are wanted: answer with `set_quotes`."""

        name: str

        def can_replace(self, message: Message) -> bool:
            """Only the latest counts."""
            return isinstance(message, QuotesPane.ActorChosen)

    @dataclass
    class Opened(Message):
        """The user wants to read the post at these words."""

        post_id: int
        place: Place
        start: int
        end: int

    @dataclass
    class StatementsToggled(Message):
        """Reported speech is wanted too, or no longer: answer with `set_quotes`."""

        shown: bool

    @dataclass
    class FilterActor(Message):
        """Only posts in which this actor speaks are wanted."""

        name: str

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:  # noqa: A002  # Textual's own name
        super().__init__(name=name, id=id, classes=classes)
        self.actors = ActorList()
        self.quotes = QuoteList()
        self.actors.add_class("-empty")
        self.quotes.display = False
        self._last: ActorList | QuoteList = self.actors
        """The list that had the focus last."""
        self._going_to: frozenset[Spot] = frozenset()
        """Words that are to be the current ones once their actor's rows are there."""
        self.statements = False
        """Whether reported speech is shown too."""
        self.since: SinceLeft | None = None
        """What came since the desk was left, to be set before the actors."""

    def compose(self) -> ComposeResult:
        """The two lists."""
        yield self.actors
        yield self.quotes

    # Data comes down.

    @property
    def actor(self) -> str | None:
        """Whose words are shown."""
        return self.actors.current.name if self.actors.current else None

    @property
    def current(self) -> SpokenRow | None:
        """The quotation that keys act on; None when the actors have the focus."""
        return self.quotes.current if self.quotes.has_focus else None

    def set_actors(self, rows: Sequence[ActorRow], *, of: int | None = None, finding: bool = False) -> None:
        """Show these actors. `ActorChosen` follows when the current one changes; else give `set_quotes` what is new of it.

        `of` is how many quotes there are without a filter, None when there is no filter; `finding`: they are of another
        moment, and those of this one are being looked for.
        """
        self.actors.new, self.quotes.since = self.since.actors if self.since else frozenset(), self.since
        self.actors.set_rows(rows)
        actors = [row for row in rows if not row.aside]
        count = tally(sum(row.count for row in actors), "quote", of=of)
        if self.since and self.since.quotes:
            count += f" ({self.since.quotes} new)"
        new = f" ({len(self.since.actors)} new)" if self.since and self.since.actors else ""
        by = f"{count} by {len(actors)}" if actors else count
        self.say(*((FINDING,) if finding else (by + new, by)))
        self.actors.set_class(not rows, "-empty")
        self.quotes.display = bool(rows)

    def set_quotes(self, name: str, rows: Sequence[SpokenRow]) -> None:
        """Show what this actor said. Rows of an actor who is no longer the current one are ignored."""
        if name == self.actor:
            row = self.actors.current
            written = " · as written, perhaps several people" if row is not None and not row.resolved else ""
            reported = " · with reported speech" if self.statements else ""
            self.quotes.border_title = Content(f" {steady(name)}{written}{reported} ")
            self.quotes.set_rows(rows)
            wanted, self._going_to = self._going_to, frozenset()
            there = (one for one in rows if not wanted.isdisjoint(one.places))
            if wanted and (words := next(there, None)) is not None:
                self.quotes.go_to_key(self.quotes.row_key(words))

    def choose(self, name: str) -> bool:
        """Make this actor the current one; False when it is not among the rows."""
        return self.actors.go_to_key(name)

    def go_to(self, name: str, words: frozenset[Spot]) -> None:
        """Make this actor the current one, and what stands there the current words: before `set_quotes` has its rows."""
        if self.choose(name):
            self._going_to = words

    @property
    def at_hand(self) -> ActorList | QuoteList:
        """The list that had the focus last, the actors at first."""
        # Without an actor there are no quotes to be seen.
        return self._last if self._last.display else self.actors

    def focus(self, scroll_visible: bool = True) -> QuotesPane:
        """Focus the list at hand."""
        self.at_hand.focus(scroll_visible)
        return self

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Remember where to come back to."""
        self._last = self.quotes if event.widget is self.quotes else self.actors

    # Messages go up.

    def on_actor_list_chosen(self, event: ActorList.Chosen) -> None:
        """Ask for the quotes of the actor who became the current one."""
        event.stop()
        if event.name is None:
            self.quotes.set_rows(())
        else:
            self.post_message(self.ActorChosen(event.name))

    def on_actor_list_entered(self, event: ActorList.Entered) -> None:
        """Go down into the quotes, unless a later key has gone elsewhere by now."""
        event.stop()
        if self.quotes.rows and self.screen.focused is self.actors:
            self.screen.set_focus(self.quotes)

    def on_quote_list_opened(self, event: QuoteList.Opened) -> None:
        """Pass the words on as the pane's own message."""
        event.stop()
        self.post_message(self.Opened(event.post_id, event.place, event.start, event.end))

    def action_actors(self) -> None:
        """Go back up to the actors."""
        self.screen.set_focus(self.actors)

    def action_statements(self) -> None:
        """Show reported speech too, or hide it."""
        self.statements = not self.statements
        self.post_message(self.StatementsToggled(self.statements))

    def action_filter_actor(self) -> None:
        """Ask for only the posts in which this actor speaks."""
        if (name := self.actor) is not None:
            self.post_message(self.FilterActor(name))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002  # Textual's own signature
        """There is a way back up only from the quotes."""
        return self.quotes.has_focus if action == "actors" else True
