"""Rows of the stream pane."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo

from newsdesk.model import Basis, Post, Precision
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.filter import Filter, shown_posts
from newsdesk.story.post_order import sort_key
from newsdesk.story.tags import Tag
from newsdesk.story.wording import display_day, display_time, in_zone, long_day, post_state, published_zone, zone_doubt


@dataclass(frozen=True, slots=True)
class StreamRow:
    """What the stream shows of one post."""

    post_id: int
    day: date | None
    """In the display zone; None stands under the "Undated" rule."""
    rule: str
    """The day rule above the first post of its day: "Sunday 11 May · BST", with the zone of the day's newest hour."""
    time: str
    """`16:03`, with its zone where that is not the rule's; `16:03?` when its zone was not stated, `--:--` when the hour is not known."""
    headline: str
    """Empty when the post has none."""
    label: str
    """`BREAKING`, or empty."""
    byline: str
    """Name and role; for a turn of a transcript, where the recording has it."""
    text: str
    source: Tag
    unread: bool
    starred: bool
    state: str = ""
    """`edited`, `gone` from its page, or empty."""


def newest_first(posts: Iterable[Post], zone: tzinfo) -> list[Post]:
    """The posts as the stream shows them: by day in the display zone and by time, undated ones last.

    A post known only to the day stands at that day's start, whatever moment the day begins where its source is.
    """

    def shown(post: Post) -> tuple[int, bool, tuple[bool, float, int, int]]:
        day = display_day(post, zone)
        timed = post.published is not None and post.published.precision is Precision.MINUTE
        return (day.toordinal() if day else 0, timed, sort_key(post))

    return sorted(posts, key=shown, reverse=True)


def stream_rows(story: Story, wanted: Filter, clock: Clock, zone: tzinfo) -> list[StreamRow]:
    """The rows, newest first; undated posts last."""
    this_year = in_zone(clock.moment, zone).year
    posts = newest_first(shown_posts(story, wanted, clock), zone)
    zones: dict[date | None, str] = {}
    for post in posts:
        day = display_day(post, zone)
        if not zones.get(day):
            zones[day] = published_zone(post, zone)
    return [_row(story, post, zone, this_year, zones) for post in posts]


def _row(story: Story, post: Post, zone: tzinfo, this_year: int, zones: Mapping[date | None, str]) -> StreamRow:
    """The row of a post; `zones` are the names that the rules of the days give."""
    day = display_day(post, zone)
    its_zone = published_zone(post, zone)
    other_zone = f" {its_zone}" if its_zone != zones[day] and its_zone else ""
    # Beside the hours of other posts `12:34` into a recording would be read as an hour.
    recorded = f"{recording_time(post.at)} into the recording" if post.at is not None else ""
    return StreamRow(
        post_id=post.id,
        day=day,
        rule=_rule(post, day, this_year) + (f" · {zones[day]}" if zones[day] else ""),
        time=display_time(post, zone) + ("?" if zone_doubt(post) else "") + other_zone,
        headline=post.headline or _speaker(post),
        label=(post.label or "").upper(),
        byline=", ".join(part for part in (post.byline_name, post.byline_role, recorded) if part),
        text=post.text,
        source=story.tag(post.source_id),
        unread=post.id not in story.read_ids,
        starred=post.id in story.starred_ids,
        state=post_state(post),
    )


def _rule(post: Post, day: date | None, this_year: int) -> str:
    if day is None or post.published is None:
        return "Undated"
    words = long_day(day, year=day.year != this_year)
    return f"{words} (guessed)" if post.published.basis is Basis.GUESSED else words


def _speaker(post: Post) -> str:
    if post.speaker:
        return f"{post.speaker}:"
    return "Unnamed speaker:" if post.at is not None else ""


def recording_time(seconds: float) -> str:
    """`1:43` or `1:01:43` into a recording."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
