"""When an address is asked again: from what came of asking it so far. Pure.

The interval is no part of what is kept, so that another one holds at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from newsdesk.fetch.answer import Answer, FetchError, Validators
from newsdesk.fetch.learning import Pace
from newsdesk.fetch.settings import SHORTEST_INTERVAL

_LONGEST_BACK_OFF = timedelta(hours=6)
"""An address that fails is not left alone for longer than this, or than its interval."""
_LONGEST_WISH = timedelta(days=1)
"""A server that wants to be asked later than this is asked then: it may be wrong."""
_MOST_DOUBLINGS = 20
_SLACK = 10
_LONGEST_SLACK = timedelta(seconds=30)


@dataclass(frozen=True, slots=True)
class PollState:
    """What is known of an address from asking it. The defaults are those of one that was never asked."""

    validators: Validators = field(default_factory=Validators)
    content_hash: str = ""
    """Of the source as it was stored when the validators were sent: they hold for nothing else."""
    tried: datetime | None = None
    """When it was asked last (UTC); a failure that came early counts as none."""
    succeeded: datetime | None = None
    """When it last gave something that could be read, or said that nothing had changed (UTC)."""
    failing_since: datetime | None = None
    """When it first failed after that (UTC); None while it does not fail."""
    failures: int = 0
    """How often it has failed since when it was due."""
    problem: str = ""
    """Why it failed the last time; one line for a person."""
    not_before: datetime | None = None
    """The server wants to be left alone until then (UTC)."""
    stopped: bool = False
    """The server said that there will never be anything again: it is no longer asked by itself."""
    pace: Pace = field(default_factory=Pace)
    """How often it should be asked, as learned."""


def after_success(
    state: PollState, answer: Answer, content_hash: str, at: datetime, pace: Pace | None = None
) -> PollState:
    """The address gave something that is stored now, or said that nothing had changed.

    Args:
        state: before.
        answer: what it gave.
        content_hash: of its source as it is stored now.
        at: when it was asked, aware.
        pace: what is learned by now; None: as before.
    """
    at = at.astimezone(UTC)
    validators = state.validators if answer.unchanged else answer.validators
    return PollState(validators, content_hash, tried=at, succeeded=at, pace=pace or state.pace)


def after_failure(state: PollState, error: FetchError, at: datetime, *, early: bool = False) -> PollState:
    """The address gave nothing that can be used.

    Whoever asks by hand, again and again perhaps, does not put off the next poll by that: a failure that came early is
    told, but counts in no back-off, and the address is asked when it would have been without it. Only the server may
    put that off.

    Args:
        state: before.
        error: why.
        at: when it was asked, aware.
        early: it was not due then.
    """
    at = at.astimezone(UTC)
    told = replace(
        state,
        failing_since=state.failing_since or at,
        problem=str(error),
        not_before=wished(error.retry_after, at),
        stopped=error.gone,
    )
    if early:
        return replace(told, not_before=told.not_before or state.not_before)
    return replace(told, tried=at, failures=state.failures + 1)


def next_try(state: PollState, interval: int) -> datetime | None:
    """When it is to be asked next (UTC); None when it never was, and may be now, or when it is stopped.

    Args:
        state: what is known of it.
        interval: seconds.
    """
    if state.tried is None or state.stopped:
        return None
    plain = timedelta(seconds=max(interval, SHORTEST_INTERVAL))
    wait = plain
    if state.failures:
        doubled = plain * 2 ** min(state.failures - 1, _MOST_DOUBLINGS)
        wait = min(doubled, max(plain, _LONGEST_BACK_OFF))
    then = state.tried + wait
    return max(then, state.not_before) if state.not_before else then


def is_due(state: PollState, interval: int, now: datetime, *, slack: bool = False) -> bool:
    """Whether it is to be asked now. A last time that lies well ahead means that the clock was set back: it says nothing then.

    Args:
        state: what is known of it.
        interval: seconds.
        now: aware.
        slack: a tenth of the interval early, 30 seconds at most, is late enough. For who does not look all the time: what
            wakes newsdesk every ten minutes never does so to the second, and would find nothing due every other time.
    """
    if state.stopped:
        return False
    then = next_try(state, interval)
    if then is None or state.tried is None or state.tried > now + _LONGEST_SLACK:
        return True
    if slack and not state.not_before:
        then -= min(timedelta(seconds=interval / _SLACK), _LONGEST_SLACK)
    return then <= now


def wished(retry_after: str, at: datetime) -> datetime | None:
    """The moment that a server's `Retry-After` means (RFC 9110, 10.2.3): seconds, or a date; None when it means nothing, or lies behind.

    Args:
        retry_after: as the server wrote it.
        at: when it did, aware.
    """
    text = retry_after.strip()
    if text.isascii() and text.isdigit():
        then = at + timedelta(seconds=min(int(text[:9]), _LONGEST_WISH.total_seconds()))
    else:
        from email.utils import parsedate_to_datetime  # noqa: PLC0415 - few servers say it, and fewer so

        try:
            then = parsedate_to_datetime(text)
        except (ValueError, OverflowError):
            return None
        then = then.replace(tzinfo=UTC) if then.tzinfo is None else then
    if then <= at:
        return None
    return min(then, at + _LONGEST_WISH).astimezone(UTC)
