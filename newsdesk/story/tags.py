"""The few words that name a source in a row: no two sources of a story carry the same ones."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from newsdesk.model import Post, Source, SourceKind
from newsdesk.story.wording import day_and_month

_KINDS = {
    SourceKind.LIVE_PAGE: "live",
    SourceKind.ARTICLE: "article",
    SourceKind.TRANSCRIPT: "transcript",
    SourceKind.FEED: "feed",
    SourceKind.MAIL: "mail",
}


@dataclass(frozen=True, slots=True)
class Tag:
    """`BBC`, or `BBC live` where another source has the same name."""

    name: str = ""
    """What the user calls it, else publisher, else title, else the file's name."""
    mark: str = ""
    """What tells it from the others of this name: its kind, the day of its newest post, or a number."""

    def __str__(self) -> str:
        return f"{self.name} {self.mark}".strip()


def source_tags(sources: Sequence[Source], posts: Sequence[Post]) -> Mapping[int, Tag]:
    """A tag for each source, by its id. Sources that nothing else tells apart are numbered as they were added."""
    by_name: dict[str, list[Source]] = {}
    for source in sources:
        by_name.setdefault(source.tag.casefold(), []).append(source)
    days = _newest_days(posts) if len(by_name) < len(sources) else {}
    tags: dict[int, Tag] = {}
    for same in by_name.values():
        if len(same) == 1:
            tags[same[0].id] = Tag(same[0].tag)
            continue
        unlike = _told_apart(same, lambda source: _KINDS[source.kind])
        rest = [source for source in same if source.id not in unlike]
        unlike |= _told_apart(rest, lambda source: _day(days.get(source.id)))
        rest = [source for source in rest if source.id not in unlike]
        if len(rest) > 1:
            unlike |= {source.id: str(number) for number, source in enumerate(rest, start=1)}
        tags |= {source.id: Tag(source.tag, unlike.get(source.id, "")) for source in same}
    return _numbered(tags)


def _newest_days(posts: Sequence[Post]) -> dict[int, date]:
    """By a source's id."""
    days: dict[int, date] = {}
    for post in posts:
        if post.published is not None:
            days[post.source_id] = max(days.get(post.source_id, date.min), post.published.day)
    return days


def _numbered(tags: Mapping[int, Tag]) -> dict[int, Tag]:
    """A name may read like another one with its mark ("BBC live"): the later of two that look the same get a number."""
    seen: Counter[str] = Counter()
    told: dict[int, Tag] = {}
    for key, tag in tags.items():
        seen[words := str(tag).casefold()] += 1
        told[key] = Tag(tag.name, f"{tag.mark} {seen[words]}".strip()) if seen[words] > 1 else tag
    return told


def _told_apart(sources: Sequence[Source], mark: Callable[[Source], str]) -> dict[int, str]:
    """The marks of those that share theirs with no other."""
    marks = {source.id: mark(source) for source in sources}
    shared_by = Counter(marks.values())
    return {key: value for key, value in marks.items() if value and shared_by[value] == 1}


def _day(day: date | None) -> str:
    return day_and_month(day) if day else ""
