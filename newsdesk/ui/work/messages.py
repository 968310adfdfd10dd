"""What the workers tell the desk. Each ends one piece of work; those that can replace each other do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from textual.message import Message

from newsdesk.current_story import Marks
from newsdesk.intake.report import AddReport
from newsdesk.intake.report import Polled as PolledSource
from newsdesk.model import Facts
from newsdesk.store import StoreError
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.corrected_place import Whereabouts
from newsdesk.story.countdown import EventRow
from newsdesk.story.quotes import ActorRow, SpokenRow
from newsdesk.story.since_left import SinceLeft
from newsdesk.story.source_state import Polling, SourceState
from newsdesk.story.stream import Stream, StreamRow


class Latest(Message):
    """Only the last of its kind matters: in a burst the earlier ones fall away."""

    def can_replace(self, message: Message) -> bool:
        """A later one of the same kind takes the place of an earlier one."""
        return type(message) is type(self)


@dataclass
class SourcesLooked(Latest):
    """What is wrong with the files of the sources, by the source's id."""

    states: Mapping[int, SourceState]


class ClockJumped(Latest):
    """The wall clock has not gone on as usual: whatever waits for a moment waits for too long."""


class StoreChanged(Latest):
    """Something of the story changed, more than marks."""


@dataclass
class MarksChanged(Latest):
    """The user read or starred something, here or in another process; nothing else is new."""

    marks: Marks


@dataclass
class StoryLoaded(Latest):
    """The story as it is stored now."""

    story: Story
    posts_changed: bool
    damage: str | None
    """One line for the user when lines of the store cannot be read."""
    notice: str | None = None
    """One line that is to be said when the story was opened."""
    read_only: bool = False
    by_hand: frozenset[int] = frozenset()
    """Ids of the posts that were added at this desk."""


@dataclass
class FactsFound(Latest):
    """The facts of a story that was loaded, as seen from this clock."""

    facts: Facts
    clock: Clock


@dataclass(frozen=True, slots=True)
class Whole:
    """How much there would be without the filter; None throughout when there is none."""

    posts: int | None = None
    quotes: int | None = None
    ahead: int | None = None
    """Events that have not passed."""


@dataclass
class RowsReady(Latest):
    """Rows for the panes: everything in them stands in the posts that are shown."""

    story: Story
    """What they were made of; the desk may have a later one by now."""
    stream: Stream
    actors: Sequence[ActorRow]
    events: Sequence[EventRow]
    among: frozenset[int] | None
    """The posts that the filter lets through; None when there is no filter."""
    whole: Whole
    hidden: int
    """Posts later than the chosen moment."""
    since: SinceLeft | None = None
    """What came since the desk was left; None when nothing did, or when that was put away."""


@dataclass
class Matched(Latest):
    """Where the searched words stand."""

    words: str
    within: Sequence[StreamRow | ActorRow | SpokenRow | EventRow]
    rows: Sequence[int]
    """Numbers of the rows of `within`, from the top."""


@dataclass
class EventsReady(Latest):
    """Rows of the countdown alone, a little later than those that are shown."""

    story: Story
    among: frozenset[int] | None
    """As in `RowsReady`."""
    events: Sequence[EventRow]


@dataclass
class QuotesReady(Latest):
    """Rows of what one actor said."""

    actor: str
    rows: Sequence[SpokenRow]


@dataclass
class Progressed(Latest):
    """How far adding has come."""

    words: str


@dataclass
class Added(Message):
    """Adding has ended."""

    report: AddReport
    again: bool = False
    """Sources were read again."""


@dataclass
class Polled(Message):
    """An address that the story follows was asked for news."""

    polled: PolledSource


@dataclass
class FollowingLooked(Latest):
    """How following the addresses goes."""

    polling: Mapping[int, Polling]
    """By the source's id."""
    read: Mapping[str, datetime]
    """When sources were read last without anything new in them (UTC), by where they came from."""


@dataclass
class FoldersLooked(Latest):
    """The watched folders, by their paths: whether each is there."""

    folders: Mapping[str, bool]


@dataclass
class Dropped(Message):
    """Files were read that were dropped into watched folders."""

    report: AddReport


@dataclass
class Said(Message):
    """A worker, or a part of a screen, has something to say to the user."""

    words: str
    severity: str = "information"
    undo: Literal["", "offered", "done"] = ""
    """It offers to take back a change of the user's, or tells that one was taken back."""
    copied: bool = False
    """It tells what is on the clipboard, and so nothing any more once something else is."""


@dataclass
class Corrected(Message):
    """The user corrected a speaker or a name at this desk, or took that back; the marks themselves follow."""

    there: Whereabouts | None
    """Where the words, or the actor, are now; None where the quotes go on with what comes next."""


@dataclass
class EventAdded(Message):
    """The user adds an event at this desk; the marks that make it follow."""

    event_key: str


@dataclass
class LinkWanted(Message):
    """The user wants to see a post's page; the address may be none."""

    url: str


@dataclass
class StoreFailed(Message):
    """The story could not be read when the desk opened."""

    error: StoreError


class StoriesWanted(Message):
    """The user asks for another story."""
