"""Sources and posts for the tests of the store, about an invented harbour strike."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime

from newsdesk.model import Post, PrintedTime, Source, SourceKind

NOON = datetime(2031, 3, 4, 12, 0, tzinfo=UTC)
TEXTS = (
    "Dockers at the northern quay have walked out over night shifts, the harbour office confirms this morning.",
    "Two ferries wait outside the breakwater while pilots decide whether to join the stoppage on Thursday.",
    "The mayor offers to host talks in the old customs house and asks both sides to come without conditions.",
    "Fruit importers say a week of delay would cost them most of the season's early strawberries and lemons.",
)


def printed(hour: int, minute: int, **more) -> PrintedTime:
    return PrintedTime(f"{hour:02}:{minute:02} GMT", hour=hour, minute=minute, zone="GMT", utc_offset=0, **more)


def post(n: int, text: str, time: PrintedTime | None = None, **more) -> Post:
    return Post(n=n, text=text, printed_time=time, **more)


def page(*posts: Post, origin: str = "/saved/harbour.txt", **more) -> tuple[Source, tuple[Post, ...]]:
    """A live page as a reader would hand it to the store; its hash is of its texts."""
    digest = hashlib.blake2b("\n".join(f"{item.headline} {item.text}" for item in posts).encode(), digest_size=16)
    source = Source(SourceKind.LIVE_PAGE, origin, content_hash=digest.hexdigest(), read_at=NOON, **more)
    return source, tuple(posts)


def harbour(**more) -> tuple[Source, tuple[Post, ...]]:
    """Four posts, newest first, an hour apart."""
    return page(*(post(n, text, printed(12 - n, 30)) for n, text in enumerate(TEXTS, 1)), **more)
