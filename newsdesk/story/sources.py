"""Rows of the sources list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, tzinfo
from types import MappingProxyType

from newsdesk.model import Basis, Post, Source
from newsdesk.shown_name import shown_name
from newsdesk.story import Story
from newsdesk.story.faults import faults_by_source
from newsdesk.story.source_state import Polling, SourceState, polling_words
from newsdesk.story.tags import Tag
from newsdesk.story.wording import full_moment, said_by, short_day


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source."""

    source_id: int
    title: str
    publisher: str
    kind: str
    posts: int
    span: str
    """From the first to the newest published day: `13 Mar 2025`, `10 – 11 May 2025`, `undated`."""
    basis: str
    """What its dates rest on: stated, inferred from what, guessed, `year set by you`, `date set by you`, or empty when it has none."""
    read_at: str
    origin: str
    takes_date: bool = False
    """Its date may be said."""
    state: SourceState | None = None
    """What is wrong with its file, or its address."""
    polling: Polling | None = None
    """How following it goes, if it is a web address."""
    following: str = ""
    """The same in words."""
    missing: str = ""
    """`! nothing found in 1 post: an error of newsdesk's own (KeyError)`; empty where that did not happen."""
    tag: Tag = field(default_factory=Tag)
    """What names it in the rows of the stream."""

    @property
    def name(self) -> str:
        """`BBC live · Storm closes the bridges`: the tag, and the title beside it where that is no part of it."""
        told = self.title.casefold() == self.tag.name.casefold()
        return " · ".join(part for part in (str(self.tag), "" if told else self.title) if part)


@dataclass(frozen=True, slots=True)
class FolderRow:
    """One watched folder."""

    folder: str
    """Its absolute path, as it is stored."""
    there: bool

    @property
    def name(self) -> str:
        """The path as it may be shown."""
        return shown_name(self.folder)


def folder_rows(folders: Mapping[str, bool]) -> list[FolderRow]:
    """The watched folders; `folders` tells of each whether it is there."""
    return [FolderRow(folder, there) for folder, there in folders.items()]


def source_rows(
    story: Story,
    zone: tzinfo,
    states: Mapping[int, SourceState] = MappingProxyType({}),
    polling: Mapping[int, Polling] = MappingProxyType({}),
    read: Mapping[str, datetime] = MappingProxyType({}),
) -> list[SourceRow]:
    """In the order they were added.

    `states` tells what is wrong with the files, `polling` how following goes, by the source's id; `read` when they were read
    besides, without anything new in them, by where they came from.
    """
    posts: dict[int, list[Post]] = {}
    for post in story.posts:
        posts.setdefault(post.source_id, []).append(post)
    rows = [
        _row(source, posts.get(source.id, []), zone, states.get(source.id), read.get(source.origin))
        for source in story.sources
    ]
    missing = faults_by_source(story)
    rows = [replace(row, tag=story.tag(row.source_id), missing=missing.get(row.source_id, "")) for row in rows]
    return [
        replace(row, polling=how, following=polling_words(how, zone)) if (how := polling.get(row.source_id)) else row
        for row in rows
    ]


def day_span(posts: list[Post]) -> str:
    """The days these posts cover, in their own zones: `13 Mar 2025`, `Fri 9 – Sun 11 May 2025`, `undated`."""
    days = sorted({post.published.day for post in posts if post.published})
    if not days:
        return "undated"
    last = short_day(days[-1], year=True)
    return last if len(days) == 1 else f"{short_day(days[0], year=days[0].year != days[-1].year)} – {last}"


def weakest_basis(posts: list[Post]) -> Basis | None:
    """The basis of the dates of these posts that is trusted least."""
    found = Counter(post.published.basis for post in posts if post.published)
    return next((basis for basis in (Basis.GUESSED, Basis.INFERRED, Basis.STATED) if found[basis]), None)


def basis_words(posts: Iterable[Post]) -> str:
    """What the dates of these posts rest on, by the one trusted least: `year inferred from other sources`; empty without dates."""
    posts = list(posts)
    weakest = weakest_basis(posts)
    evidence = next(
        (post.published.evidence for post in posts if post.published and post.published.basis is weakest), ""
    )
    words = f"{weakest} from {evidence}" if evidence else str(weakest or "")
    if weakest not in {Basis.INFERRED, Basis.GUESSED}:
        return words
    prints_day = (post.at is not None or (post.printed_time and post.printed_time.day) for post in posts)
    return f"{'year' if any(prints_day) else 'date'} {words}"


def date_set_by(posts: Iterable[Post]) -> str:
    """`date set by you` where the user said the date of these posts, since their source prints none; else empty."""
    return next((words for post in posts if post.published and (words := said_by(post.published))), "")


def prints_no_year(source: Source, posts: Iterable[Post]) -> bool:
    """Whether a date printed in these posts of the source lacks its year, so that one may be said."""
    times = (post.printed_time or source.printed_time for post in posts)
    return any(time is not None and time.year is None and time.day is not None for time in times)


def prints_no_date(source: Source, posts: Iterable[Post]) -> bool:
    """Whether neither the source nor one of its posts prints a day, so that one may be said."""
    times = (source.printed_time, *(post.printed_time for post in posts))
    return all(time is None or time.day is None for time in times)


def _row(
    source: Source, posts: list[Post], zone: tzinfo, state: SourceState | None, read: datetime | None
) -> SourceRow:
    read_at = max((at for at in (source.read_at, read) if at is not None), default=None)
    set_by_user = source.year is not None and prints_no_year(source, posts)
    return SourceRow(
        source_id=source.id,
        title=source.title or source.tag,
        publisher=source.publisher or "",
        kind=str(source.kind),
        posts=len(posts),
        span=day_span(posts),
        basis="year set by you" if set_by_user else date_set_by(posts) or basis_words(posts),
        read_at=full_moment(read_at, zone) if read_at else "",
        origin=shown_name(source.origin),
        takes_date=prints_no_date(source, posts) or bool(date_set_by(posts)),
        state=state,
    )
