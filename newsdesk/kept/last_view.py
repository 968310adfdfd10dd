"""How the desk of a story was left, so that it is found again: kept beside the story, never among its facts.

Whatever is wrong with that file, the desk opens as if it had never been open before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeGuard

from newsdesk.story import Story
from newsdesk.story.since_left import KnownEvent, known_events, places
from newsdesk.system.beside import keep_beside, read_beside

SUFFIX = ".view"
"""Behind the whole name of the story's file."""


class Alerts(StrEnum):
    """How the desk says that an event's time has come, or a Breaking post."""

    BELL = "bell and notice"
    NOTICE = "notice only"
    NEITHER = "neither"

    @property
    def next(self) -> Alerts:
        """The one that a key steps to."""
        steps = tuple(Alerts)
        return steps[(steps.index(self) + 1) % len(steps)]


@dataclass(frozen=True, slots=True)
class LastView:
    """Where the reader was and what had been seen. The defaults are those of a desk that opens for the first time."""

    pane: str = ""
    """The pane that had the focus; empty for the usual one."""
    zoomed: bool = False
    sizes: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """How large the panes were, where the reader had them otherwise than usual; see `ui.panes`."""
    statements: bool = False
    """Whether reported speech was shown, too."""
    post: int | None = None
    """The current post's id; None at the top of the stream, where the newest is wanted."""
    actor: str | None = None
    """Whose quotes were shown."""
    event: str | None = None
    """Key of the countdown's current event; None at its top, where the next one is wanted."""
    posts: Mapping[str, Sequence[int]] = field(default_factory=dict)
    """Which posts there were, by the id of their source: the first and the last place (`n`) of each run."""
    events: Mapping[str, KnownEvent] = field(default_factory=dict)
    """By its key, what was known of each event."""
    left: datetime | None = None
    """When it was left; None when it never was."""
    alerts: Alerts = Alerts.BELL


def what_is_there(view: LastView, story: Story, *, facts: bool) -> LastView:
    """The view with what is in the story as it is left; `facts`: they have been found, else its events are what they were."""
    events = known_events((*story.facts.events, *story.facts.dismissed)) if facts else view.events
    return replace(view, posts=places(story.posts), events=events)


def read_view(story: Path) -> LastView:
    """How the desk of this story's file was left."""
    try:
        found = read_beside(story, SUFFIX)
    except (OSError, ValueError, RecursionError):
        return LastView()
    return _view(found) if isinstance(found, dict) else LastView()


def keep_view(story: Path, view: LastView) -> None:
    """Remember it. A folder that cannot be written to remembers nothing, and nothing is left of a story that is gone."""
    with suppress(OSError):
        kept = asdict(view) | {"left": view.left.isoformat() if view.left else None}
        keep_beside(story, SUFFIX, kept)


def _view(found: Mapping[str, Any]) -> LastView:
    pane, post, actor, event = (found.get(name) for name in ("pane", "post", "actor", "event"))
    sizes, posts, events, alerts = (found.get(name) for name in ("sizes", "posts", "events", "alerts"))
    return LastView(
        pane=pane if isinstance(pane, str) else "",
        zoomed=found.get("zoomed") is True,
        sizes={name: parts for name, parts in sizes.items() if _are_numbers(parts)} if isinstance(sizes, dict) else {},
        statements=found.get("statements") is True,
        post=post if type(post) is int else None,
        actor=actor if isinstance(actor, str) else None,
        event=event if isinstance(event, str) else None,
        posts={source: runs for source, runs in posts.items() if _are_runs(runs)} if isinstance(posts, dict) else {},
        events={key: KnownEvent(*known) for key, known in events.items() if _is_known(known)}
        if isinstance(events, dict)
        else {},
        left=_moment(found.get("left")),
        alerts=next((known for known in Alerts if known == alerts), Alerts.BELL),
    )


def _is_known(found: object) -> TypeGuard[list[str]]:
    return isinstance(found, list) and len(found) == 2 and all(isinstance(part, str) for part in found)


def _are_runs(found: object) -> bool:
    return _are_numbers(found) and len(found) % 2 == 0


def _are_numbers(found: object) -> TypeGuard[list[int]]:
    return isinstance(found, list) and all(type(n) is int for n in found)


def _moment(found: object) -> datetime | None:
    try:
        moment = datetime.fromisoformat(found) if isinstance(found, str) else None
    except ValueError:
        return None
    return moment if moment is not None and moment.tzinfo is not None else None
