"""The invented stories of `data/dates/stories.txt`, whose head says how days and events are marked in them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Final

from newsdesk.model import Basis, Post, Precision, Published

STORIES: Final = Path(__file__).parent / "data" / "dates" / "stories.txt"
MARKED: Final = re.compile(r"\[([^\]]+)\]\(([^)]*)\)")


@dataclass
class Golden:
    """A story of `STORIES`: its posts, what is marked in each, and its events."""

    posts: list[Post] = field(default_factory=list)
    marks: list[tuple[int, int, int, str]] = field(default_factory=list)
    """Post, first and last character, and what is expected there."""
    events: list[str] = field(default_factory=list)
    moments: list[tuple[datetime, str, str]] = field(default_factory=list)
    """A moment, the first day of an event and its status then."""


def read_stories() -> dict[str, Golden]:
    stories: dict[str, Golden] = {}
    for line in STORIES.read_text(encoding="utf-8").splitlines():
        if line.startswith("=== "):
            told = stories[line[4:]] = Golden()
        elif line.startswith("@ "):
            at, headline = line[2:].split(" | ")
            published = Published(datetime.fromisoformat(at), Precision.MINUTE, Basis.STATED)
            n = len(told.posts) + 1
            told.posts.append(Post(n=n, headline=headline, id=n, source_id=1, published=published))
        elif line.startswith("> "):
            told.events.append(line[2:])
        elif line.startswith("~ "):
            moment, day, status = line[2:].split(" | ")
            told.moments.append((datetime.fromisoformat(moment), day, status))
        elif line and not line.startswith("#"):
            post = told.posts[-1]
            text = f"{post.text}\n\n" if post.text else ""
            end = 0
            for mark in MARKED.finditer(line):
                text += line[end : mark.start()]
                told.marks.append((post.id, len(text), len(text) + len(mark[1]), mark[2]))
                text += mark[1]
                end = mark.end()
            told.posts[-1] = replace(post, text=text + line[end:])
    return stories
