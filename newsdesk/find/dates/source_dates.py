"""When each post of a story was published: printed times completed by what the story knows. Pure, without a wall clock.

A live page prints "11 May" and no year, an article may print nothing at all. Evidence decides, strongest first, and every
answer says what it rests on (`Published.basis`). What nothing supports stays unknown.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta, timezone
from typing import Final

from newsdesk.find.calendar_words import calendar_day
from newsdesk.find.dates.said_days import SaidDay, days_beside
from newsdesk.find.dates.shared_wording import day_by_wording
from newsdesk.model import Basis, Post, Precision, PrintedTime, Published, Source, SourceKind

_OWN_DATES: Final = "its other dates"
_OWN_WORDS: Final = "its weekdays"
_COMPANIONS: Final = "other sources"
_SHARED_WORDING: Final = "shared wording"
"""What a date is inferred from, as a person reads it."""

_ITS_CLOCKS: Final = "its clocks"

_BY_USER: Final = "you"
"""Who said a date that no source printed, as a person reads it."""

_Anchor = tuple[date, Basis, str]
"""A day, what it rests on, and what it was inferred from."""

_DAY_MINUTES: Final = 24 * 60
_UTC: Final = timezone(timedelta(0), "UTC")
_FAR: Final = timedelta(days=366)
"""A source may follow its dated companions by up to a year; a later reading of its year is taken only without another."""
_SAME_STORY: Final = 150
"""Days from its nearest companion within which a day of a month has only one year: further off, last year's is as likely as this one's."""


def resolve(sources: Sequence[Source], posts: Sequence[Post]) -> tuple[Post, ...]:
    """The same posts, in the same order, with `published` set, or None where nothing tells.

    A post's own printed time counts first; one that has none takes that of its source; where
    neither prints a day, the date that the user said (`Source.said_time`, stated) counts, for the posts that were there when
    it was said and as long as none of them prints another; where the clocks of a live page pass midnight, that of its newest
    posts (see `said_days`). A missing year comes from, in this order: the
    user (`Source.year`, stated); days named in the source's own text and its dated companions (inferred); the year
    assumed when it was added (`Source.guessed_year`, guessed). A source that prints no date takes the day of companions
    that share its wording (inferred). A missing zone is that of a live page's data,
    else of the publisher's other sources, else the story's most common one (inferred), else UTC (guessed).
    """
    by_source: dict[int, list[Post]] = {source.id: [] for source in sources}
    for post in posts:
        by_source.setdefault(post.source_id, []).append(post)
    known = {source.id: source for source in sources}
    said = {source.id: _said(source, by_source[source.id]) for source in sources}
    by_user: set[int] = set()
    beside: dict[int, SaidDay] = {}
    for source_id, time in said.items():
        if time is not None and known[source_id].kind is SourceKind.LIVE_PAGE:
            beside |= days_beside(time, [post for post in by_source[source_id] if post.said_before != time.text])
    printed: dict[int, PrintedTime | None] = {}
    for index, post in enumerate(posts):
        printed[index], on_said_day = _told(post, known.get(post.source_id), said.get(post.source_id))
        if on_said_day:
            by_user.add(index)
    zones = _Zones(known, posts, printed)
    years = _years(known, by_source, {id(post): printed[index] for index, post in enumerate(posts)})

    result: list[Post] = []
    for index, post in enumerate(posts):
        its_day = _day(printed[index], years.get(post.source_id))
        if its_day and index in by_user:
            its_day = _as_said(its_day[0], beside.get(id(post)))
        result.append(replace(post, published=_published(printed[index], its_day, zones, known.get(post.source_id))))
    return _with_undated(known, result, zones)


def stand_alone(sources: Sequence[Source], posts: Sequence[Post]) -> bool:
    """Whether each post's moment is told by what it and its source print, or the user said of it: then no other post dates it.

    `posts`: all of each source that has any among them, where the user said its date: that holds only while none prints another one.
    """
    by_source: dict[int, list[Post]] = {}
    for post in posts:
        by_source.setdefault(post.source_id, []).append(post)
    known = {source.id: source for source in sources}
    said = {source.id: _said(source, by_source.get(source.id, ())) for source in sources}
    for post in posts:
        printed, _ = _told(post, known.get(post.source_id), said.get(post.source_id))
        if _full(printed) is None or printed is None or not _states_zone(printed):
            return False
    return True


def _said(source: Source, its_posts: Sequence[Post]) -> PrintedTime | None:
    """The date that the user said, unless a post that was there then prints another one by now."""
    said = source.said_time
    if said is None or not all(_may_be_of(said, post) for post in its_posts):
        return None
    return said


def _may_be_of(said: PrintedTime, post: Post) -> bool:
    """Whether a post prints no other day than the one that the user said before or after it came."""
    printed = post.printed_time
    if printed is None or printed.day is None or post.said_before == said.text:
        return True
    years = {printed.year, said.year} - {None}
    return (printed.month, printed.day) == (said.month, said.day) and len(years) < 2


def _told(post: Post, source: Source | None, said: PrintedTime | None) -> tuple[PrintedTime | None, bool]:
    """A post's time as it and its source print it, and whether its day is the one that the user said, since they print none."""
    printed = _printed(post, source)
    if said is None or post.said_before == said.text or (printed is not None and printed.day is not None):
        return printed, False
    if printed is None and source is not None and source.kind is SourceKind.LIVE_PAGE:
        said = replace(said, hour=None, minute=None)  # its posts were not all made at one minute
    return _on_day(printed, said), True


def _on_day(printed: PrintedTime | None, said: PrintedTime) -> PrintedTime:
    """What is printed without a day on the day that the user said, in the zone that the user said where none is printed."""
    if printed is None:
        return said
    printed = replace(printed, year=said.year, month=said.month, day=said.day)
    return _with_zone(printed, said)


def _as_said(said: date, beside: SaidDay | None) -> _Anchor | None:
    """A post's day by the one that the user said, and what it rests on."""
    if beside is None or beside.basis is Basis.STATED:
        return said, Basis.STATED, _BY_USER
    ordinal = said.toordinal() + beside.days
    day = date.fromordinal(ordinal) if 0 < ordinal <= date.max.toordinal() else None
    return (day, beside.basis, _ITS_CLOCKS) if day else None


def _states_zone(printed: PrintedTime) -> bool:
    return printed.utc_offset is not None and abs(printed.utc_offset) < _DAY_MINUTES


def _printed(post: Post, source: Source | None) -> PrintedTime | None:
    """The post's own printed time, its missing year and zone filled from its source's; its source's where it has none.

    A clock alone takes no day from its source. A page's own time tells the day of its newest post at most, and where it does,
    reading the page has given the posts their days. A later state of the page prints another time.
    """
    own, outer = post.printed_time, source.printed_time if source else None
    if own is None or outer is None:
        return own or outer
    if own.month is not None and own.day is not None and own.year is None:
        near = _nearest(own.month, own.day, _full(outer))
        own = replace(own, year=near.year) if near else own
    return own if _is_of_data(source, outer) else _with_zone(own, outer)


def _is_of_data(source: Source | None, time: PrintedTime) -> bool:
    """Whether a live page's own time is one of its data: their zone may be that of a machine, not that of the clocks it prints."""
    return source is not None and source.kind is SourceKind.LIVE_PAGE and time.is_for_programs


def _with_zone(printed: PrintedTime, outer: PrintedTime) -> PrintedTime:
    """The same in the other's zone, where it prints none."""
    if printed.utc_offset is not None or printed.zone is not None or outer.utc_offset is None:
        return printed
    return replace(printed, zone=outer.zone, utc_offset=outer.utc_offset)


def _nearest(month: int, day: int, to: date | None) -> date | None:
    """The day of that name nearest to `to`."""
    if to is None:
        return None
    choices = [
        found
        for year in range(max(1, to.year - 1), min(9999, to.year + 1) + 1)
        if (found := calendar_day(year, month, day))
    ]
    return min(choices, key=lambda found: abs((found - to).days), default=None)


def _full(printed: PrintedTime | None) -> date | None:
    if printed is None or printed.year is None or printed.month is None or printed.day is None:
        return None
    return calendar_day(printed.year, printed.month, printed.day)


def _months(printed: PrintedTime | None) -> tuple[int, int] | None:
    if printed is None or printed.month is None or printed.day is None:
        return None
    return printed.month, printed.day


# --- years


def _years(
    known: dict[int, Source], by_source: dict[int, list[Post]], printed: dict[int, PrintedTime | None]
) -> dict[int, _Anchor]:
    """For each source that misses years: one of its days with its year, near which its other days lie, and the basis."""
    anchors: dict[int, _Anchor] = {}
    dated: list[date] = []
    waiting: list[tuple[int, tuple[int, int], list[Post]]] = []
    for source_id, its_posts in by_source.items():
        full = [day for post in its_posts if (day := _full(printed[id(post)]))]
        dated += full
        missing = next(
            (days for post in its_posts if (days := _months(printed[id(post)])) and not _full(printed[id(post)])), None
        )
        if missing is None:
            continue
        source = known.get(source_id)
        if source and source.year is not None and (stated := calendar_day(source.year, *missing)):
            anchors[source_id] = (stated, Basis.STATED, "")
            dated.append(stated)
        elif full:
            near = _nearest(*missing, min(full))
            if near:
                anchors[source_id] = (near, Basis.INFERRED, _OWN_DATES)
                dated.append(near)
        else:
            waiting.append((source_id, missing, its_posts))
    if waiting:
        # Imported here because a story whose sources all print their year, the usual one, needs no date grammar.
        from newsdesk.find.dates.year_evidence import years_told  # noqa: PLC0415
    # What a source tells of itself first: it can date its companions.
    rest: list[tuple[int, tuple[int, int], frozenset[int]]] = []
    for source_id, missing, its_posts in waiting:
        source = known.get(source_id)
        told = years_told([(post, _months(printed[id(post)])) for post in its_posts])
        day = _only_year(told.candidates, missing, dated, source, told.floor)
        if day:
            anchors[source_id] = (day, Basis.INFERRED, _OWN_WORDS)
        else:
            rest.append((source_id, missing, told.candidates))
    dated += [day for day, _, _ in anchors.values()]
    for source_id, missing, _ in rest:
        source = known.get(source_id)
        day = _near_companions(None, missing, dated, source)
        if day and min(abs((day - other).days) for other in dated) > _SAME_STORY:
            day = None
        if day:
            anchors[source_id] = (day, Basis.INFERRED, _COMPANIONS)
        elif source and source.guessed_year is not None and (guess := calendar_day(source.guessed_year, *missing)):
            anchors[source_id] = (guess, Basis.GUESSED, "")
    return anchors


def _only_year(
    candidates: frozenset[int],
    missing: tuple[int, int],
    dated: Sequence[date],
    source: Source | None,
    floor: int | None,
) -> date | None:
    """The day in the one year that the evidence leaves, or None.

    Weekdays repeat their dates every five to eleven years. Companions choose among those years; else the source was published before
    it was read; else it is the first such year after the latest past year that the text names.
    """
    if not candidates:
        return None
    near = _near_companions(candidates, missing, dated, source)
    if near:
        return near
    days = sorted(day for year in candidates if (day := calendar_day(year, *missing)))
    if floor is not None:
        days = [day for day in days if day.year >= floor]
    if source and source.read_at:
        limit = source.read_at.date() + timedelta(days=1)
        return max((day for day in days if day <= limit), default=None)
    if source and source.guessed_year is not None:
        before = [day for day in days if day.year <= (source.guessed_year or 0)]
        return max(before, default=None)
    if len(days) == 1 or (floor is not None and days):
        return days[0]
    return None


def _near_companions(
    years: frozenset[int] | None, missing: tuple[int, int], dated: Sequence[date], source: Source | None
) -> date | None:
    """The day in one of `years` (None: any) nearest to a companion's day, not after the source was read.

    It lies not more than a year after the last companion if possible.
    """
    if not dated:
        return None
    first, last = min(dated), max(dated)
    span = range(max(1, first.year - 2), min(9999, last.year + 2) + 1)
    read = source.read_at.date() + timedelta(days=1) if source and source.read_at else date.max
    choices = [
        found
        for year in span
        if (years is None or year in years) and (found := calendar_day(year, *missing)) and found <= read
    ]
    companions = sorted(set(dated))
    timely = [found for found in choices if found <= last + _FAR] or choices
    return min(timely, key=lambda found: (min(abs((found - other).days) for other in companions), found), default=None)


def _day(printed: PrintedTime | None, anchor: _Anchor | None) -> _Anchor | None:
    """The day of a printed time: its own, or the one nearest to its source's anchor (a page may run over New Year)."""
    full = _full(printed)
    if full:
        return full, Basis.STATED, ""
    months = _months(printed)
    if months is None or anchor is None:
        return None
    near = _nearest(*months, anchor[0])
    return (near, *anchor[1:]) if near else None


# --- zones and moments


class _Zones:
    """The zone of a printed time that has none."""

    def __init__(self, known: dict[int, Source], posts: Sequence[Post], printed: dict[int, PrintedTime | None]) -> None:
        counts: dict[tuple[str, int | None], Counter[tuple[int, str]]] = {}
        for index, post in enumerate(posts):
            moment = printed[index]
            if moment is None or moment.utc_offset is None or not _states_zone(moment):
                continue
            for key in self._keys(moment, known.get(post.source_id)):
                counts.setdefault(key, Counter())[(moment.utc_offset, moment.zone or "")] += 1
        self._zones = {key: _commonest(zones) for key, zones in counts.items()}

    @staticmethod
    def _keys(printed: PrintedTime | None, source: Source | None) -> list[tuple[str, int | None]]:
        """Where to look, best first: the publisher before the story, the same month before the year (clocks change)."""
        publisher = source.publisher.casefold() if source and source.publisher else ""
        month = printed.month if printed else None
        names = [publisher, ""] if publisher else [""]
        return [(name, when) for name in names for when in ([month, None] if month else [None])]

    def of(self, printed: PrintedTime | None, source: Source | None) -> tuple[timezone, Basis]:
        """The zone and what it rests on."""
        if printed and printed.utc_offset is not None and _states_zone(printed):
            return _zone(printed.utc_offset, printed.zone or ""), Basis.STATED
        outer = source.printed_time if source else None
        bare = printed is not None and printed.zone is None
        if bare and outer is not None and outer.utc_offset and _states_zone(outer) and _is_of_data(source, outer):
            return _zone(outer.utc_offset, outer.zone or ""), Basis.INFERRED
        zone = next((self._zones[key] for key in self._keys(printed, source) if key in self._zones), None)
        return (_zone(*zone), Basis.INFERRED) if zone else (_UTC, Basis.GUESSED)


def _commonest(zones: Counter[tuple[int, str]]) -> tuple[int, str]:
    """The most frequent zone; the first in order of offset and name among equals, so that order of reading does not matter."""
    return min(zones, key=lambda zone: (-zones[zone], zone))


def _zone(minutes: int, name: str) -> timezone:
    offset = timedelta(minutes=minutes)
    return timezone(offset, name) if name else timezone(offset)


def _published(
    printed: PrintedTime | None, dated: _Anchor | None, zones: _Zones, source: Source | None
) -> Published | None:
    if dated is None:
        return None
    day, basis, evidence = dated
    zone, zone_basis = zones.of(printed, source)
    hour, minute = (printed.hour, printed.minute) if printed else (None, None)
    timed = hour is not None and 0 <= hour <= 23 and 0 <= (minute or 0) <= 59
    at = datetime(day.year, day.month, day.day, (hour or 0) if timed else 0, (minute or 0) if timed else 0, tzinfo=zone)
    return Published(
        at=at,
        precision=Precision.MINUTE if timed else Precision.DAY,
        basis=basis,
        zone_basis=zone_basis,
        evidence=evidence,
    )


# --- sources without any date


def _with_undated(known: dict[int, Source], posts: list[Post], zones: _Zones) -> tuple[Post, ...]:
    """Posts of sources that print no date at all, dated by companions that share their wording."""
    dated_sources = {post.source_id for post in posts if post.published}
    undated: dict[int, list[int]] = {}
    for index, post in enumerate(posts):
        if post.source_id not in dated_sources and post.printed_time is None:
            source = known.get(post.source_id)
            if source is None or source.printed_time is None:
                undated.setdefault(post.source_id, []).append(index)
    companions = [post for post in posts if post.published and post.published.basis is not Basis.GUESSED]
    if undated and companions:
        days = day_by_wording([[posts[index] for index in indexes] for indexes in undated.values()], companions)
        for (source_id, indexes), day in zip(undated.items(), days, strict=True):
            if day is None:
                continue
            published = _published(None, (day, Basis.INFERRED, _SHARED_WORDING), zones, known.get(source_id))
            for index in indexes:
                posts[index] = replace(posts[index], published=published)
    return tuple(posts)
