"""The filter dialog: which posts the stream shows."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, tzinfo
from functools import partial
from typing import ClassVar, Generic, TypeVar

from rich.cells import cell_len, set_cell_size
from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.reactive import reactive
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from newsdesk.clean import clean_line
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.filter import Filter
from newsdesk.story.folding import sought_words
from newsdesk.story.kept_filter import KeptFilter, filter_kept, kept_as, kept_words, typed_span
from newsdesk.story.quotes import actor_rows
from newsdesk.story.sources import source_rows
from newsdesk.story.span import parse_since, parse_until, refuse_backwards, since_words, typed, until_words
from newsdesk.story.turns import only_in_turns
from newsdesk.story.wording import in_zone, real_zone
from newsdesk.ui.dialogs.dialog import Dialog, RowList
from newsdesk.ui.dialogs.kept_filters import KeepFilter, KeptFilters
from newsdesk.ui.dialogs.understood import Understood
from newsdesk.ui.fields.line_field import AnswerField
from newsdesk.ui.keys.commands import DIALOG, FILTER, SWITCH
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.wrap import steady

HINT = "Like 14:00, today, Thursday, 11 May 14:00 or last 3 hours; days are whole."

Value = TypeVar("Value")


class Choices(RowList, Generic[Value]):
    """A list in which the highlighted row is the chosen one; the first row chooses everything."""

    DEFAULT_CSS = """
    Choices {
        width: 1fr;
        height: 100%;
        border: round $primary-muted;
        border-title-color: $text-muted;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { border: round $primary; border-title-color: $text-primary; border-title-style: bold; }
    }
    """

    def __init__(
        self,
        title: str,
        everything: str,
        rows: Sequence[tuple[Value, str, int | None]],
        chosen: Value | None,
        *,
        id: str,  # noqa: A002 - Textual's own name
    ) -> None:
        """Each row: what it stands for, its name, and how many there are. `chosen` is the row to begin with; see `choose`."""
        super().__init__(id=id, markup=False)
        self.border_title = title
        self._rows: list[tuple[Value | None, str, int | None]] = [(None, everything, None), *rows]
        self._marked = self._at_first = self._row_of(chosen)

    @property
    def chosen(self) -> Value | None:
        """What is chosen; None is everything."""
        return self._rows[self._at][0]

    @property
    def _at(self) -> int:
        # Enter may come before there are rows to highlight.
        return self._at_first if self.highlighted is None else self.highlighted

    def choose(self, value: Value | None) -> None:
        """Choose this. What holds now, and nothing that is there has, is listed too: the next filter must not lose it."""
        self._at_first = self._row_of(value)
        for at in range(self.option_count, len(self._rows)):
            self.add_option(Option(self._text(at)))
        self.highlighted = self._at_first

    def _row_of(self, value: Value | None) -> int:
        values = [row[0] for row in self._rows]
        if value not in values:
            self._rows.append((value, str(value), 0))
        return values.index(value) if value in values else len(values)

    def on_mount(self) -> None:
        """List the rows."""
        self.add_options([Option(self._text(at)) for at in range(len(self._rows))])
        self.highlighted = self._at_first

    def on_resize(self) -> None:
        """The right edge has moved."""
        for at in range(self.option_count):
            self.replace_option_prompt_at_index(at, self._text(at))

    @on(OptionList.OptionHighlighted)
    def _mark(self, event: OptionList.OptionHighlighted) -> None:
        old, self._marked = self._marked, event.option_index
        for at in {old, self._marked}:
            self.replace_option_prompt_at_index(at, self._text(at))

    def _text(self, at: int) -> Content:
        _, name, count = self._rows[at]
        number = "" if count is None else str(count)
        name = steady(clean_line(name))
        # Before the list has its width it may be drawn once: a name that is cut to nothing tells nothing.
        width = self.scrollable_content_region.width
        room = max(1, width - 3 - cell_len(number)) if width > 0 else cell_len(name)
        if cell_len(name) > room:
            name = set_cell_size(name, room - 1).rstrip() + "…"
        mark = "● " if at == self._at else "  "
        return Content.assemble(mark, set_cell_size(name, room), " ", (number, "$foreground-muted"))


class OnOff(Static, can_focus=True):
    """A box that the space bar or a click switches. Whether it is on shows without colour, as Textual's does not."""

    BINDINGS: ClassVar[list[BindingType]] = [SWITCH.binding]

    DEFAULT_CSS = """
    OnOff {
        width: auto;
        margin-right: 4;
        padding: 0 1;
        &:focus { background: $block-cursor-background; color: $block-cursor-foreground; text-style: $block-cursor-text-style; }
    }
    """

    on = reactive(False)

    def __init__(self, words: str, *, on: bool = False, id: str) -> None:  # noqa: A002 - Textual's own name
        """What is switched, and whether it is on."""
        self._words = words
        super().__init__(self._shown(on), id=id)
        self.set_reactive(OnOff.on, on)

    def watch_on(self, on: bool) -> None:
        """Show it."""
        self.update(self._shown(on))

    def _shown(self, on: bool) -> Content:
        return Content(f"[{'x' if on else ' '}] {self._words}")

    def action_switch(self) -> None:
        """Switch it."""
        self.on = not self.on

    def on_click(self) -> None:
        """Switch it."""
        self.action_switch()


@dataclass(frozen=True, slots=True)
class KeptHere:
    """The kept filters, and how they are understood at this desk."""

    filters: Sequence[KeptFilter]
    meaning: Callable[[KeptFilter], Filter]
    """What one means now. Raises ValueError with a sentence for a person: it cannot be used."""
    words: Callable[[KeptFilter], str]
    """All that one asks of a post, in a line."""


class FilterDialog(Dialog[Filter | None]):
    """Asks what posts must have. The result is the filter to apply, or None to leave things as they are."""

    BEGINS_IN_FIELD = True

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in (*FILTER, *DIALOG)]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (60, "-wide")]  # noqa: RUF012 - Textual declares it without ClassVar
    VERTICAL_BREAKPOINTS = [(0, "-low"), (20, "-high")]  # noqa: RUF012 - the same

    DEFAULT_CSS = """
    FilterDialog {
        #box { height: 80%; min-height: 20; }
        #lists { height: 1fr; }
        #label { width: 20; }
        #switches { height: 1; margin-top: 1; }
        #span { height: 1; }
        #span Static { width: auto; padding: 0 1; }
        #span Input { width: 1fr; }
        KeyLine { margin-top: 1; }
        &.-low {
            #box { height: 100%; min-height: 0; }
            #words { border: none; height: 1; padding: 0 1; }
            #switches, KeyLine { margin-top: 0; }
            Choices { border: none; border-top: round $primary-muted; &:focus { border: none; border-top: round $primary; } }
            Understood { max-height: 2; }
        }
        &.-narrow #label { width: 1fr; }
        &.-narrow OnOff { margin-right: 0; }
    }
    """

    def __init__(
        self,
        current: Filter,
        actors: Sequence[tuple[str, int]],
        sources: Sequence[tuple[int, str]],
        labels: Sequence[str],
        kept: KeptHere,
        *,
        zone: tzinfo,
        now: datetime,
    ) -> None:
        """Begin with the filter that holds now.

        `actors` come with their quotes, or with their turns where nobody quotes them, `sources` as id and name. Typed times
        are in `zone`, as looked at from `now`.
        """
        super().__init__()
        self._current = current
        self._zone, self._now = zone, now
        self._typed_at_first = typed(current.since, current.until, zone)
        self._actors = actors
        self._sources = sources
        self._labels = labels
        self._kept = kept

    def compose(self) -> ComposeResult:
        """Words, three lists, two switches, a span of time; each as it is now: Enter may follow at once."""
        current = self._current
        with Vertical(id="box") as box:
            box.border_title = "Show only posts"
            yield AnswerField(current.text, taken_by=FILTER[0], placeholder="with these words", id="words")
            with Horizontal(id="lists"):
                actors = [(name, name, count) for name, count in self._actors]
                yield Choices("words of", "Anyone", actors, current.actor, id="actor")
                sources = [(key, name, None) for key, name in self._sources]
                yield Choices("from", "Any source", sources, current.source_id, id="source")
                labels = [(name, name, None) for name in self._labels]
                yield Choices("labelled", "Any or none", labels, self._label_of(current), id="label")
            with Horizontal(id="switches"):
                yield OnOff("unread only", on=current.unread, id="unread")
                yield OnOff("starred only", on=current.starred, id="starred")
            with Horizontal(id="span"):
                since, until = self._typed_at_first
                yield Static("since")
                yield AnswerField(since, taken_by=FILTER[0], placeholder="any time", id="since", compact=True)
                yield Static("until")
                yield AnswerField(until, taken_by=FILTER[0], placeholder="any time", id="until", compact=True)
            yield Understood()
            yield KeyLine()

    def on_mount(self) -> None:
        """Begin in the field for words."""
        self._say_span()
        self.type_into(self.query_one("#words", Input))

    @on(Input.Changed, "#span Input")
    def _say_span(self) -> None:
        said = self.query_one(Understood)
        try:
            since, until = self._span()
        except ValueError as error:
            said.hint(str(error))
            return
        near = in_zone(self._now, self._zone).date()
        words = [since_words(since, self._zone, near)] if since else []
        words += [until_words(until, self._zone, near)] if until else []
        if words:
            said.means(", ".join(words))
        else:
            said.hint(HINT)

    def _span(self) -> tuple[datetime | None, datetime | None]:
        """The moments that are typed; a field that reads as at first means what it meant then. Raises ValueError."""
        since, until = (self.query_one(name, Input).value for name in ("#since", "#until"))
        since_at_first, until_at_first = self._typed_at_first
        begins = self._current.since if since == since_at_first else parse_since(since, self._zone, self._now)
        if until != until_at_first:
            return begins, parse_until(until, self._zone, self._now, begins)
        refuse_backwards(begins, self._current.until)
        return begins, self._current.until

    @on(Input.Submitted)
    def action_apply(self) -> None:
        """Apply what is chosen, or say why it cannot be."""
        try:
            since, until = self._span()
        except ValueError as error:
            self.query_one(Understood).refuse(str(error))
        else:
            self.dismiss(replace(self._chosen, since=since, until=until))

    @property
    def _chosen(self) -> Filter:
        """What is chosen but for the span of time."""
        return Filter(
            actor=self.query_one("#actor", Choices).chosen,
            source_id=self.query_one("#source", Choices).chosen,
            label=self.query_one("#label", Choices).chosen,
            text=sought_words(self.query_one("#words", Input).value),
            unread=self.query_one("#unread", OnOff).on,
            starred=self.query_one("#starred", OnOff).on,
        )

    def action_clear(self) -> None:
        """Choose everything."""
        self._show(Filter())

    def action_keep(self) -> None:
        """Ask for the name to keep under what is chosen."""
        since, until = (self.query_one(name, Input).value for name in ("#since", "#until"))
        try:
            new = kept_as("", self._chosen, since, until, self._zone, self._now)
        except ValueError as error:
            self.query_one(Understood).refuse(str(error))
            return
        if new == KeptFilter("", Filter()):
            self.query_one(Understood).refuse("Nothing is chosen, so there is nothing to keep")
        else:
            self._open(KeepFilter(self._kept.filters, self._kept.words, new))

    def action_kept(self) -> None:
        """List the kept filters."""
        self._open(KeptFilters(self._kept.filters, self._kept.words))

    def _open(self, listed: KeptFilters) -> None:
        def take(kept: KeptFilter | None) -> None:
            self._kept = replace(self._kept, filters=listed.kept)
            if kept is not None:
                self._fill(kept)

        self.app.push_screen(listed, take)

    def _fill(self, kept: KeptFilter) -> None:
        """Choose what is kept."""
        try:
            self._show(self._kept.meaning(kept))
        except ValueError as error:
            self.query_one(Understood).refuse(str(error))
            return
        for name, words in zip(("#since", "#until"), typed_span(kept), strict=True):
            if words is not None:
                self.query_one(name, Input).value = words
        self.query_one("#words", Input).focus()

    def _show(self, wanted: Filter) -> None:
        self.query_one("#words", Input).value = wanted.text
        for name, words in zip(("#since", "#until"), typed(wanted.since, wanted.until, self._zone), strict=True):
            self.query_one(name, Input).value = words
        self.query_one("#actor", Choices).choose(wanted.actor)
        self.query_one("#source", Choices).choose(wanted.source_id)
        self.query_one("#label", Choices).choose(self._label_of(wanted))
        self.query_one("#unread", OnOff).on = wanted.unread
        self.query_one("#starred", OnOff).on = wanted.starred

    def _label_of(self, wanted: Filter) -> str | None:
        """The label as the list has it, if it is there."""
        same = (one for one in self._labels if one.casefold() == (wanted.label or "").casefold())
        return next(same, wanted.label)


def filter_dialog(story: Story, current: Filter, clock: Clock, zone: tzinfo) -> FilterDialog:
    """The dialog for a story, as it is looked at from this clock in the display zone."""
    return FilterDialog(
        current,
        [*((row.name, row.count) for row in actor_rows(story, clock)), *only_in_turns(story, clock)],
        [(row.source_id, row.name) for row in source_rows(story, zone)],
        story.labels,
        KeptHere(
            story.kept_filters,
            partial(filter_kept, story=story, clock=clock, zone=zone),
            partial(kept_words, story=story, clock=clock, zone=zone),
        ),
        zone=real_zone(zone, clock.moment),
        now=clock.moment,
    )
