"""Rows of the stream pane, each made when it is looked at: a story of a hundred thousand posts costs what is on the screen."""

from __future__ import annotations

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, tzinfo
from functools import cached_property
from typing import Literal, overload

from newsdesk.model import Basis, Post, Precision
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.filter import Filter, shown_posts
from newsdesk.story.post_order import sort_key
from newsdesk.story.tags import Tag
from newsdesk.story.wording import (
    dated_ahead,
    display_day,
    display_time,
    in_zone,
    long_day,
    post_state,
    published_zone,
    zone_doubt,
)

FUTURE = "future date"
"""What a post that is dated ahead says of itself."""
_FEW = 1000
"""Posts that are put into the order one by one; more are sorted with all others."""
_ROWS_AT_HAND = 512
"""Rows that are kept once they are made: more than are looked at when something is drawn."""

_Place = tuple[int, bool, tuple[bool, float, int, int]]


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
    """`future date` where it is dated ahead, `edited`, `gone` from its page; several with a dot between, or empty."""


class Stream(Sequence[StreamRow]):
    """The rows that the clock and the filter let through, newest first, undated posts last. It never changes."""

    def __init__(self, story: Story, oldest_first: Sequence[Post], clock: Clock, zone: tzinfo, wanted: Filter) -> None:
        """Use `stream_rows`."""
        self.story = story
        self.zone = zone
        self.chosen = bool(wanted) or clock.mode is Mode.CHOSEN
        """Whether posts may be left out, by the filter or the clock."""
        self._oldest_first = oldest_first
        self._clock = clock
        self._this_year = in_zone(clock.moment, zone).year
        self.line = object()
        """The same for all rows that were made one of another, step by step."""
        self.recent: frozenset[int] = frozenset()
        """The posts that are not as they were in the first of them."""
        self._rules: dict[date | None, str] = {}
        self._made: dict[int, StreamRow] = {}

    def __len__(self) -> int:
        return len(self._oldest_first)

    @overload
    def __getitem__(self, index: int) -> StreamRow: ...
    @overload
    def __getitem__(self, index: slice) -> list[StreamRow]: ...
    def __getitem__(self, index: int | slice) -> StreamRow | list[StreamRow]:
        if isinstance(index, slice):
            return [self[one] for one in range(*index.indices(len(self)))]
        index = range(len(self))[index]
        if (row := self._made.get(index)) is None:
            if len(self._made) >= _ROWS_AT_HAND:
                self._made.clear()
            row = self._made[index] = self._row(self.post(index))
        return row

    def post(self, index: int) -> Post:
        """The post of a row, by the row's number from the top."""
        return self._oldest_first[len(self._oldest_first) - 1 - index]

    def key_at(self, index: int) -> int:
        """The id of a row's post."""
        return self.post(index).id

    def index_of(self, post_id: int) -> int | None:
        """The number of a post's row, or None when it has none."""
        index = len(self) - 1 - self._heights.get(post_id, len(self))
        return index if index >= 0 and self.key_at(index) == post_id else None

    @cached_property
    def _heights(self) -> dict[int, int]:
        """By its id, how many rows stand below that of a post.

        Shared with the rows that this only grows to: posts that came on top later are in it, too.
        """
        return {post.id: height for height, post in enumerate(self._oldest_first)}

    def work_out(self) -> None:
        """Go through all posts now, for whoever asks later and must not wait."""
        _ = self._heights, self._unread, self.holds_until

    @property
    def order(self) -> list[int]:
        """The posts' ids as the rows stand."""
        return self.newest_ids(len(self))

    def newest_ids(self, count: int) -> list[int]:
        """The ids of the posts of so many rows, from the top."""
        newest = self._oldest_first[max(0, len(self) - count) :]
        return [post.id for post in reversed(newest)]

    @cached_property
    def ids(self) -> frozenset[int]:
        """The posts that have a row."""
        return frozenset(post.id for post in self._oldest_first)

    @cached_property
    def holds_until(self) -> datetime | None:
        """When the first row reads otherwise as time goes by: the moment of what says `future date` has come. None: never."""
        moment = self._clock.moment
        if self._clock.mode is not Mode.NOW:
            return None
        # Rows stand by their days, which begin elsewhere at other moments: what is to come may stand below what has come.
        yesterday = moment.astimezone(UTC).toordinal() - 1
        first = bisect_left(self._oldest_first, yesterday, key=lambda post: _ordinal(post, self.zone))
        to_come = (self._oldest_first[height] for height in range(first, len(self)))
        return min(
            (
                post.published.at
                for post in to_come
                if post.published and post.published.at > moment and self._is_ahead(post)
            ),
            default=None,
        )

    @property
    def unread(self) -> int:
        """How many rows are of posts that the user has not read."""
        return len(self._unread)

    @cached_property
    def _unread(self) -> list[int]:
        """For each unread post how many rows stand below its own, the lowest first."""
        read = self.story.read_ids
        return [height for height, post in enumerate(self._oldest_first) if post.id not in read]

    def next_unread(self, index: int, step: Literal[1, -1]) -> int | None:
        """The number of the nearest unread row below (1) or above (-1) a row, round at the end; None when all are read."""
        if not self._unread:
            return None
        top = len(self) - 1
        here = top - index
        if step == 1:
            return top - self._unread[bisect_left(self._unread, here) - 1]
        return top - self._unread[bisect_right(self._unread, here) % len(self._unread)]

    def unread_from(self, index: int) -> list[int]:
        """The ids of the unread posts from a row down, newest first."""
        down = self._unread[: bisect_right(self._unread, len(self) - 1 - index)]
        return [self._oldest_first[height].id for height in reversed(down)]

    def continued(self, story: Story, clock: Clock) -> Stream | None:
        """The rows of a later state of the story, made of these where that costs less than to sort all posts anew.

        None where it does not: posts that were `chosen` must be chosen anew.
        """
        if self.chosen or clock.mode is Mode.CHOSEN:
            return None
        if story.posts is self.story.posts:
            later = Stream(story, self._oldest_first, clock, self.zone, Filter())
            later.__dict__["_heights"] = self._heights
            if story.read_ids == self.story.read_ids and "_unread" in self.__dict__:
                later.__dict__["_unread"] = self._unread
            later.line, later.recent = self.line, self.recent
            return later
        came = story.came_since(self.story)
        known = self.story.post_by_id
        changed = came if came is not None else [post for post in story.posts if known.get(post.id) is not post]
        if len(changed) > _FEW:
            return None
        in_order = sorted(changed, key=lambda post: _place(post, self.zone))
        if came and len(self) and _place(in_order[0], self.zone) > _place(self.post(0), self.zone):
            later = self._with_on_top(story, in_order, clock)
        else:
            moved, there = {post.id for post in changed}, story.post_by_id
            posts = [post for post in self._oldest_first if post.id not in moved and post.id in there]
            for post in in_order:
                insort(posts, post, key=lambda one: _place(one, self.zone))
            later = Stream(story, posts, clock, self.zone, Filter())
        later.line, later.recent = self.line, self.recent.union(post.id for post in changed)
        return later

    def _with_on_top(self, story: Story, newcomers: Sequence[Post], clock: Clock) -> Stream:
        """These rows and those of newer posts, oldest first, at the cost of the new ones."""
        later = Stream(story, [*self._oldest_first, *newcomers], clock, self.zone, Filter())
        new = range(len(self), len(later))
        self._heights.update((post.id, height) for post, height in zip(newcomers, new, strict=True))
        later.__dict__["_heights"] = self._heights
        if story.read_ids == self.story.read_ids:
            unread = [height for height, post in zip(new, newcomers, strict=True) if post.id not in story.read_ids]
            later.__dict__["_unread"] = self._unread + unread
        return later

    def _row(self, post: Post) -> StreamRow:
        story, zone = self.story, self.zone
        day = display_day(post, zone)
        its_zone, rules_zone = published_zone(post, zone), self._zone_of(day)
        other_zone = f" {its_zone}" if its_zone not in ("", rules_zone) else ""
        # Beside the hours of other posts `12:34` into a recording would be read as an hour.
        recorded = f"{recording_time(post.at)} into the recording" if post.at is not None else ""
        return StreamRow(
            post_id=post.id,
            day=day,
            rule=_rule(post, day, self._this_year) + (f" · {rules_zone}" if rules_zone else ""),
            time=display_time(post, zone) + ("?" if zone_doubt(post) else "") + other_zone,
            headline=post.headline or _speaker(post),
            label=(post.label or "").upper(),
            byline=", ".join(part for part in (post.byline_name, post.byline_role, recorded) if part),
            text=post.text,
            source=story.tag(post.source_id),
            unread=post.id not in story.read_ids,
            starred=post.id in story.starred_ids,
            state=" · ".join(filter(None, (FUTURE if self._is_ahead(post) else "", post_state(post)))),
        )

    def _is_ahead(self, post: Post) -> bool:
        """Whether it was dated ahead when it was read, and its moment has not come since."""
        source = self.story.source_by_id.get(post.source_id)
        if source is None or post.published is None or not dated_ahead(post, source.read_at):
            return False
        return self._clock.mode is not Mode.NOW or post.published.at > self._clock.moment

    def _zone_of(self, day: date | None) -> str:
        """The zone that a day's rule names: that of its newest hour, empty when no hour is known."""
        if day not in self._rules:
            posts, zone = self._oldest_first, self.zone
            ordinal = day.toordinal() if day else 0
            first, behind = (
                bisect_left(posts, bound, key=lambda post: _ordinal(post, zone)) for bound in (ordinal, ordinal + 1)
            )
            names = (published_zone(posts[height], zone) for height in range(behind - 1, first - 1, -1))
            self._rules[day] = next(filter(None, names), "")
        return self._rules[day]


def newest_first(posts: Iterable[Post], zone: tzinfo) -> list[Post]:
    """The posts as the stream shows them: by day in the display zone and by time, undated ones last.

    A post known only to the day stands at that day's start, whatever moment the day begins where its source is.
    """
    return sorted(posts, key=lambda post: _place(post, zone), reverse=True)


def stream_rows(story: Story, wanted: Filter, clock: Clock, zone: tzinfo, before: Stream | None = None) -> Stream:
    """The rows, newest first; undated posts last. `before` is an earlier state of the same stream."""
    if before is not None and not wanted and before.zone is zone and (later := before.continued(story, clock)):
        return later
    return Stream(story, newest_first(shown_posts(story, wanted, clock), zone)[::-1], clock, zone, wanted)


def _place(post: Post, zone: tzinfo) -> _Place:
    timed = post.published is not None and post.published.precision is Precision.MINUTE
    return (_ordinal(post, zone), timed, sort_key(post))


def _ordinal(post: Post, zone: tzinfo) -> int:
    """The day it stands under, counted from the first of all; 0 without one."""
    day = display_day(post, zone)
    return day.toordinal() if day else 0


def _rule(post: Post, day: date | None, this_year: int) -> str:
    if day is None or post.published is None:
        return "Undated"
    words = long_day(day, year=day.year != this_year)
    return f"{words} (guessed)" if post.published.basis is Basis.GUESSED else words


def _speaker(post: Post) -> str:
    if post.speaker:
        return f"{post.speaker}:"
    return "Unnamed speaker:" if post.at is not None and not post.label else ""


def recording_time(seconds: float) -> str:
    """`1:43` or `1:01:43` into a recording."""
    whole = int(seconds)
    hours, rest = divmod(whole, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60}:{rest % 60:02}"
