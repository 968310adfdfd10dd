"""The addresses that a story follows: which of them are due, and what came of asking each so far. An edge.

Which addresses there are and what the user wants of them stands in the story itself. What is remembered here is kept beside it,
with when a file was read that brought nothing new, of which nothing is written into the story: it may be deleted at any time,
and then every address is asked anew, for the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Generator, Mapping, Sequence
from contextlib import closing, suppress
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from pathlib import Path
from time import monotonic
from typing import Any

from newsdesk.fetch import (
    Answer,
    FetchError,
    Fetching,
    FetchSettings,
    Pace,
    PollState,
    Validators,
    Wanted,
    after_failure,
    after_success,
    is_due,
    is_interval,
    learn,
    learned_interval,
    next_try,
)
from newsdesk.model import Source
from newsdesk.store import is_followed
from newsdesk.story.source_state import Polling
from newsdesk.system.beside import keep_beside, read_beside

SUFFIX = ".polls"
"""Behind the whole name of the story's file."""
_LAST_YEAR = 9000


@dataclass(frozen=True, slots=True)
class Asked:
    """What one address gave, and when it did (UTC)."""

    source: Source
    outcome: Answer | FetchError
    at: datetime


class Following:
    """The addresses of one story, as their file is now. What comes of asking them is remembered until `keep`."""

    def __init__(self, story: Path, settings: FetchSettings) -> None:
        """Of the story in this file."""
        self._story = story
        self._settings = settings
        self._states = _read(story)
        self._changed: dict[str, PollState] = {}
        self._claimed: dict[str, PollState] = {}
        """How those were before that are being asked."""

    def due(
        self, sources: Sequence[Source], now: datetime, *, slack: bool = False, everything: bool = False
    ) -> list[Source]:
        """Those of the sources that are to be asked now, and are not being asked.

        Args:
            sources: the story's.
            now: aware.
            slack: see `is_due`.
            everything: all that have an address, due or not, stopped ones too.
        """
        followed = [source for source in sources if is_followed(source) and source.origin not in self._claimed]
        return [
            one for one in followed if everything or is_due(self._state(one), self._interval(one), now, slack=slack)
        ]

    def claim(self, sources: Sequence[Source], at: datetime) -> None:
        """These are asked now, so that nobody else does: to be kept before they are. Without an outcome they are as before."""
        for source in sources:
            before = self._claimed[source.origin] = self._state(source)
            self._changed[source.origin] = replace(before, tried=at.astimezone(UTC))

    def ask(
        self,
        sources: Sequence[Source],
        now: Callable[[], datetime],
        cancelled: Callable[[], bool],
        more: Callable[[], Sequence[Source]] | None = None,
        every: float | None = None,
    ) -> Generator[Asked]:
        """Ask these, several at once, for what is new since they were stored; each as its answer comes.

        Args:
            sources: what is asked.
            now: the wall clock, aware.
            cancelled: whether nobody wants it any more.
            more: called while some are still being asked: what is to be asked now, too. None: nothing.
            every: seconds from one of these calls to the next.

        Raises:
            Cancelled: `cancelled()` became true.
        """
        wanted: dict[Wanted, Source] = {}

        def begin(these: Sequence[Source]) -> None:
            anew = {Wanted(source.origin, self._validators(source)): source for source in these}
            wanted.update(anew)
            fetching.ask(anew)

        with closing(Fetching(self._settings)) as fetching:
            begin(sources)
            looked = monotonic()
            while fetching.under_way:
                if more is not None and every is not None and monotonic() - looked >= every:
                    begin(more())
                    looked = monotonic()
                if (outcome := fetching.next(cancelled, every)) is not None:
                    yield Asked(wanted[outcome[0]], outcome[1], now().astimezone(UTC))

    def succeeded(self, source: Source, answer: Answer, at: datetime, *, new: bool = False, wish: int = 0) -> None:
        """It gave something.

        Args:
            source: as it is stored now.
            answer: what it gave.
            at: when it was asked.
            new: whether that was anything new.
            wish: seconds that a feed wants from one poll to the next; 0: it says nothing of it.
        """
        before = self._claimed.pop(source.origin, None) or self._state(source)
        pace = before.pace
        # What comes first is always new; and that nothing is new yet is told by no poll that came early.
        if before.tried and self._learns(source) and (new or is_due(before, self._interval(source), at, slack=True)):
            pace = learn(pace, self._settings.interval, new=new)
        if not answer.unchanged:
            pace = replace(pace, wish=max(answer.max_age, wish))
        self._changed[source.origin] = after_success(before, answer, source.content_hash, at, pace)

    def failed(self, source: Source, error: FetchError, at: datetime) -> None:
        """It gave nothing that can be used."""
        before = self._claimed.pop(source.origin, None) or self._state(source)
        early = not before.stopped and not is_due(before, self._interval(source), at, slack=True)
        self._changed[source.origin] = after_failure(before, error, at, early=early)

    def same(self, source: Source, at: datetime) -> None:
        """Its file was read at this moment, and held nothing new."""
        self._changed[source.origin] = replace(self._state(source), succeeded=at.astimezone(UTC))

    def read(self, sources: Sequence[Source]) -> Mapping[str, datetime]:
        """When these were read last without anything new in them (UTC), by where they came from, as far as it is known."""
        moments = {source.origin: self._state(source).succeeded for source in sources}
        return {origin: at for origin, at in moments.items() if at is not None}

    def polling(self, sources: Sequence[Source]) -> Mapping[int, Polling]:
        """How following each of those that have an address goes, by the source's id."""
        return {source.id: self._polling(source) for source in sources if is_followed(source)}

    def give_up(self) -> None:
        """What was claimed and has no outcome is asked no more."""
        self._changed |= self._claimed
        self._claimed = {}

    def keep(self, sources: Sequence[Source] | None) -> None:
        """Write down what was remembered, beside what another process wrote meanwhile, of these sources alone.

        From then on what that process learned is known here.

        None: nobody can tell which there are, so that nothing is forgotten. A folder that cannot be written to keeps nothing.
        """
        if not self._changed:
            self._states = _read(self._story)
            return
        self._states, self._changed = _read(self._story) | self._changed, {}
        if sources is not None:
            there = {source.origin for source in sources}
            self._states = {url: state for url, state in self._states.items() if url in there}
        with suppress(OSError):
            kept = {url: _document(state) for url, state in self._states.items()}
            keep_beside(self._story, SUFFIX, kept)

    def _polling(self, source: Source) -> Polling:
        state = self._state(source)
        interval = self._interval(source)
        learned = self._learns(source) and (state.pace.seconds > 0 or interval != self._settings.interval)
        return Polling(next_try(state, interval), state.failing_since, state.problem, state.stopped, interval, learned)

    def _state(self, source: Source) -> PollState:
        url = source.origin
        return self._changed.get(url) or self._states.get(url) or PollState()

    def _interval(self, source: Source) -> int:
        if (said := _said_interval(source)) is not None:
            return said
        first = self._settings.interval
        return learned_interval(self._state(source).pace, first) if self._learns(source) else first

    def _learns(self, source: Source) -> bool:
        """Whether nobody said how often it is asked."""
        return self._settings.learns and _said_interval(source) is None

    def _validators(self, source: Source) -> Validators:
        """None of what is not in the story: a reading may have been taken back since."""
        state = self._state(source)
        return state.validators if state.content_hash == source.content_hash else Validators()


def _said_interval(source: Source) -> int | None:
    """What the user wants of it, unless a damaged story says what cannot be."""
    return source.interval if is_interval(source.interval) else None


def _document(state: PollState) -> dict[str, Any]:
    def text(value: object) -> object:
        return value.isoformat() if isinstance(value, datetime) else value

    return {name: text(value) for name, value in asdict(state).items() if value not in (None, "", 0)}


def _read(story: Path) -> dict[str, PollState]:
    """By address. What is damaged is as if it were not there."""
    try:
        found = read_beside(story, SUFFIX)
        return {url: _state(document) for url, document in found.items()}
    except (OSError, ValueError, OverflowError, RecursionError, TypeError, AttributeError, KeyError):
        return {}


def _state(found: Mapping[str, Any]) -> PollState:
    """Raises an error of Python's when it is no such document."""
    validators = found.get("validators", {})
    moments: Collection[str] = ("tried", "succeeded", "failing_since", "not_before")
    return PollState(
        validators=Validators(**{item.name: _text(validators.get(item.name)) for item in fields(Validators)}),
        content_hash=_text(found.get("content_hash")),
        failures=max(0, int(found.get("failures", 0))),
        problem=_text(found.get("problem")),
        stopped=found.get("stopped") is True,
        pace=_pace(found.get("pace", {})),
        **{name: _moment(found[name]) for name in moments if name in found},
    )


def _pace(found: Mapping[str, Any]) -> Pace:
    """Raises an error of Python's when it is none."""
    return Pace(**{item.name: max(0, int(found.get(item.name, 0))) for item in fields(Pace)})


def _moment(found: str) -> datetime:
    moment = datetime.fromisoformat(found).astimezone(UTC)
    if moment.year > _LAST_YEAR:
        raise ValueError("no moment to count on from")
    return moment


def _text(found: object) -> str:
    if found is None:
        return ""
    if not isinstance(found, str) or not found.isprintable():
        raise TypeError("not a text")
    return found
