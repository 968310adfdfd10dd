"""How the desk of a story was left, so that it is found again: kept beside the story, never among its facts.

Whatever is wrong with that file, the desk opens as if it had never been open before.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path
from typing import Any

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
    statements: bool = False
    """Whether reported speech was shown, too."""
    post: int | None = None
    """The current post's id; None at the top of the stream, where the newest is wanted."""
    actor: str | None = None
    """Whose quotes were shown."""
    posts: Mapping[str, int] | None = None
    """How many posts there were, by the id of their source; None when nothing was ever seen."""
    alerts: Alerts = Alerts.BELL

    def new_posts(self, now: Mapping[str, int]) -> int:
        """How many posts came since: a source never loses one, so that counting them by source is enough."""
        if self.posts is None:
            return 0
        return sum(max(0, count - self.posts.get(source, 0)) for source, count in now.items())


def read_view(story: Path) -> LastView:
    """How the desk of this story's file was left."""
    try:
        found = json.loads(_beside(story).read_bytes())
    except (OSError, ValueError, RecursionError):
        return LastView()
    return _view(found) if isinstance(found, dict) else LastView()


def keep_view(story: Path, view: LastView) -> None:
    """Remember it. A folder that cannot be written to remembers nothing, and nothing is left of a story that is gone."""
    with suppress(OSError):
        if not story.exists():
            return
        _beside(story).write_text(json.dumps(asdict(view)) + "\n", encoding="utf-8")


def _beside(story: Path) -> Path:
    return story.with_name(story.name + SUFFIX)


def _view(found: Mapping[str, Any]) -> LastView:
    pane, post, actor, posts, alerts = (found.get(name) for name in ("pane", "post", "actor", "posts", "alerts"))
    return LastView(
        pane=pane if isinstance(pane, str) else "",
        zoomed=found.get("zoomed") is True,
        statements=found.get("statements") is True,
        post=post if type(post) is int else None,
        actor=actor if isinstance(actor, str) else None,
        posts={source: count for source, count in posts.items() if type(count) is int}
        if isinstance(posts, dict)
        else None,
        alerts=next((known for known in Alerts if known == alerts), Alerts.BELL),
    )
