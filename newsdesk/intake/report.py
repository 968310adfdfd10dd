"""What became of what was read: counted up as one source after the other is, and told to a person at the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import datetime

from newsdesk.model import Counts, Source
from newsdesk.store import Added, StoreError
from newsdesk.story.wording import counts_words
from newsdesk.system.background import Cancelled


@dataclass(frozen=True, slots=True)
class AddedSource:
    """What became of one source that was read."""

    tag: str
    counts: Counts
    origin: str
    read_at: datetime
    said: str = ""
    """What the user said of it, which was known already, and what holds now."""

    @property
    def words(self) -> str:
        """`BBC News: +3 new, 2 edited, 15 same, 1 gone`, and with what was said `BBC News: nothing new, 20 same; date Thu 26 Nov 2026`."""
        return f"{self.tag}: {counts_words(self.counts)}" + (f"; {self.said}" if self.said else "")


@dataclass(frozen=True, slots=True)
class NotDue:
    """A source that was not asked, since it is asked seldom enough."""

    tag: str
    next_try: datetime | None
    """None: it is stopped."""


@dataclass(frozen=True, slots=True)
class AddReport:
    """What became of everything that was to be added."""

    added: tuple[AddedSource, ...] = ()
    notices: tuple[str, ...] = ()
    """A line each, as the next."""
    left_out: tuple[str, ...] = ()
    """What new texts say that stands in no post, by the sources' names."""
    undated: tuple[str, ...] = ()
    """What sources are called that are new, print no date, and that nothing dates."""
    failed: tuple[str, ...] = ()
    failing: tuple[str, ...] = ()
    """A line each for addresses that were to be added, are followed already, and give nothing now; they are asked again."""
    stopped: tuple[str, ...] = ()
    """The same for those that are no longer asked by themselves."""
    cancelled: bool = False
    store_failed: bool = False
    """The store took no more: the last line of `failed` says why, and what came after was not tried."""
    in_vain: Mapping[str, datetime] = field(default_factory=dict)
    """When files were tried that could not be read, by their paths."""
    not_due: tuple[NotDue, ...] = ()
    """Addresses that were left alone."""
    left: int = 0
    """Files and addresses that were not come to: it was cancelled, or the store took no more."""

    def __add__(self, later: AddReport) -> AddReport:
        """What became of both, one after the other."""
        return AddReport(
            added=self.added + later.added,
            notices=self.notices + later.notices,
            left_out=self.left_out + later.left_out,
            undated=self.undated + later.undated,
            failed=self.failed + later.failed,
            failing=self.failing + later.failing,
            stopped=self.stopped + later.stopped,
            cancelled=self.cancelled or later.cancelled,
            store_failed=self.store_failed or later.store_failed,
            in_vain={**self.in_vain, **later.in_vain},
            not_due=self.not_due + later.not_due,
            left=self.left + later.left,
        )

    @property
    def counts(self) -> Counts:
        """Of all sources together."""
        return sum((one.counts for one in self.added), Counts())

    @property
    def read(self) -> Mapping[str, datetime]:
        """When sources were read, by where they came from; of one that brought nothing new, nothing is stored."""
        return {one.origin: one.read_at for one in self.added}


@dataclass(frozen=True, slots=True)
class Polled:
    """What became of one source that was asked for news."""

    source: Source
    """As it is stored now."""
    added: AddedSource | None = None
    """What it brought; None when it failed."""
    failed: str = ""
    """Why; one line."""


@dataclass(slots=True)
class Tally:
    """What becomes of sources as one after the other is read."""

    read: list[tuple[Added, datetime]] = field(default_factory=list)
    notices: dict[int, str] = field(default_factory=dict)
    left_out: list[str] = field(default_factory=list)
    undated: list[int] = field(default_factory=list)
    """The ids of new sources that print no date."""
    failed: list[str] = field(default_factory=list)
    failing: list[str] = field(default_factory=list)
    stopped: list[str] = field(default_factory=list)
    in_vain: dict[str, datetime] = field(default_factory=dict)
    not_due: list[NotDue] = field(default_factory=list)
    said: dict[int, str] = field(default_factory=dict)
    """What the user said of sources that were known, by their ids."""
    wishes: dict[str, int] = field(default_factory=dict)
    """Seconds that feeds want from one poll to the next, by their addresses."""
    feeds: dict[str, int | None] = field(default_factory=dict)
    """Addresses that lists of feeds named, which are still to be asked, each with the seconds from one poll to the next that
    were said of its list."""
    takes_feeds: bool = True
    """False: what a list names that another one named is no longer asked, for that may have no end."""
    left: int = 0
    cancelled: bool = False
    store_failed: bool = False

    @contextmanager
    def to_the_end(self) -> Iterator[None]:
        """What ends the reading of all that is left is noted, and what was read stays."""
        try:
            yield
        except Cancelled:
            self.cancelled = True
        except StoreError as error:
            self.failed.append(str(error))
            self.store_failed = True
