"""Times and days in words, as every pane writes them."""

from __future__ import annotations

from datetime import date, datetime, timedelta, tzinfo
from typing import NoReturn

from newsdesk.english_calendar import MONTHS, WEEKDAYS
from newsdesk.model import Basis, Counts, Event, Post, Precision, PrintedTime, Published

DATE_EXAMPLES = "26 November 2026, 2026-11-26, 26 November 2026 16:15 or today 16:15"
"""How a person may write the date of a source."""
_CLOCKS_APART = timedelta(minutes=10)
"""How far a publisher's clock may be ahead of this machine's."""
_BEGINNING = 120
"""Most characters of a text that stand where a headline is wanted: about what two lines of the stream show."""


class _SourceZone(tzinfo):
    """Stands for a display zone and is none: a moment that is put into it by mistake raises."""

    def _is_none(self, _moment: datetime | None) -> NoReturn:
        raise TypeError("the zone of the source is no zone of its own: go through in_zone")

    utcoffset = dst = tzname = _is_none


SOURCE_ZONE = _SourceZone()
"""The display zone in which every moment is shown as its source tells it: a post's in that of its source."""


def in_zone(moment: datetime, zone: tzinfo) -> datetime:
    """The same moment in a zone; as it is in `SOURCE_ZONE`, or when the calendar ends before it gets there."""
    if zone is SOURCE_ZONE:
        return moment
    try:
        return moment.astimezone(zone)
    except OverflowError:  # within a day of the first or the last moment that datetime knows
        return moment


def own_zone(zone: tzinfo) -> tzinfo | None:
    """The display zone, for an hour that the user says without one; None where that is a zone of the source's."""
    return None if zone is SOURCE_ZONE else zone


def counted(number: int, noun: str) -> str:
    """`1 post`, `2 posts`."""
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"


def counts_words(counts: Counts) -> str:
    """What reading sources brought, in the same words everywhere: `+3 new, 2 edited, 15 same, 1 gone`; what is none is left out."""
    if counts == Counts():
        return "no posts in it now"
    parts = [f"+{counts.new} new" if counts.new else "nothing new"]
    there = (counts.edited, "edited"), (counts.same, "same"), (counts.gone, "gone"), (counts.back, "there again")
    return ", ".join([*parts, *(f"{number} {what}" for number, what in there if number)])


def real_zone(zone: tzinfo, moment: datetime) -> tzinfo:
    """The zone that this moment is shown in."""
    return in_zone(moment, zone).tzinfo or zone


def zone_name(moment: datetime) -> str:
    """Short name of the moment's zone ("BST", "UTC", "+03:00")."""
    name = moment.tzname() or ""
    if name and not name.startswith(("UTC+", "UTC-", "+", "-")):
        return name
    return offset_name(moment) if moment.utcoffset() else "UTC"


def zone_name_beside(moment: datetime, zone: tzinfo | None) -> str:
    """The same beside times of `zone`: where clocks there read the same, that one's name. What is one is called one: UTC, not GMT, too."""
    here = moment if zone is None else in_zone(moment, zone)
    return zone_name(here if here.utcoffset() == moment.utcoffset() else moment)


def offset_name(moment: datetime) -> str:
    """`+03:00`: how far the moment's zone is from UTC, in whole minutes."""
    offset = f"{moment:%z}" or "+0000"
    return f"{offset[:3]}:{offset[3:5]}"


def zone_names(moment: datetime) -> frozenset[str]:
    """What the moment's zone is called in winter and in summer of that year."""
    return frozenset(zone_name(datetime(moment.year, month, 1, tzinfo=moment.tzinfo)) for month in (1, 7))


def day_and_month(day: date) -> str:
    """`11 May`, where weekday and year go without saying."""
    return f"{day.day} {MONTHS[day.month - 1][:3]}"


def short_day(day: date, *, year: bool = False) -> str:
    """`Mon 12 May`, with the year when it would not be clear."""
    return f"{WEEKDAYS[day.weekday()][:3]} {day_and_month(day)}" + (f" {day.year}" if year else "")


def long_day(day: date, *, year: bool = False) -> str:
    """`Sunday 11 May`."""
    return f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]}" + (f" {day.year}" if year else "")


def full_moment(moment: datetime, zone: tzinfo) -> str:
    """`Sun 11 May 2025 16:03 BST`, in the display zone."""
    here = in_zone(moment, zone)
    return f"{short_day(here.date(), year=True)} {here:%H:%M} {zone_name(here)}"


def said_date(said: PrintedTime) -> str:
    """`Thu 26 Nov 2026`, `Thu 26 Nov 2026 16:15 GMT`: how a date that the user said is understood.

    It is a whole one, as `said_time` gives it.
    """
    assert said.year is not None and said.month is not None and said.day is not None  # noqa: PT018 - one thing: it is whole
    day = short_day(date(said.year, said.month, said.day), year=True)
    return day if said.hour is None else f"{day} {said.hour:02}:{said.minute or 0:02} {said.zone or ''}".rstrip()


def clock_on(day: date, at: datetime) -> str:
    """`18:00`, or `24:00` for the midnight that ends the day."""
    return "24:00" if at.date() > day else f"{at:%H:%M}"


def hour_of(event: Event, zone: tzinfo | None = None) -> str:
    """`18:00 BST`, `24:00 BST` for the midnight that ends its day, `18:00? BST` when no zone is printed with it; empty without an hour.

    `zone` is that of the times beside it.
    """
    if event.at is None:
        return ""
    return f"{clock_on(event.start, event.at)}{'' if event.zone_basis is Basis.STATED else '?'} {zone_name_beside(event.at, zone)}"


def short_moment(moment: datetime, zone: tzinfo) -> str:
    """`11 May 16:03 BST`, where room is scarce."""
    here = in_zone(moment, zone)
    return f"{day_and_month(here)} {here:%H:%M} {zone_name(here)}"


def display_day(post: Post, zone: tzinfo) -> date | None:
    """The calendar day a post stands under: in the display zone, or its own day when only the day is known."""
    if post.published is None:
        return None
    if post.published.precision is Precision.DAY:
        return post.published.day
    return in_zone(post.published.at, zone).date()


def display_time(post: Post, zone: tzinfo) -> str:
    """`16:03`, or `--:--` when the hour is not known."""
    if post.published is None or post.published.precision is Precision.DAY:
        return "--:--"
    return f"{in_zone(post.published.at, zone):%H:%M}"


def published_zone(post: Post, zone: tzinfo) -> str:
    """Name of the zone of `display_time`; empty when the hour is not known."""
    if post.published is None or post.published.precision is Precision.DAY:
        return ""
    return zone_name(in_zone(post.published.at, zone))


def zone_doubt(post: Post) -> str:
    """`zone inferred`, `zone guessed`, or nothing when the hour's zone was stated or no hour is known."""
    published = post.published
    if published is None or published.precision is Precision.DAY or published.zone_basis is Basis.STATED:
        return ""
    return f"zone {published.zone_basis}"


def short_published(post: Post, zone: tzinfo) -> str:
    """`11 May 16:03 BST`, `11 May` or `undated`; a question mark stands at a guessed date, or at an hour without a stated zone."""
    day = display_day(post, zone)
    if post.published is None or day is None:
        return "undated"
    doubt = "?" if post.published.basis is Basis.GUESSED or zone_doubt(post) else ""
    time = display_time(post, zone)
    words = day_and_month(day)
    return f"{words}{doubt}" if time == "--:--" else f"{words} {time}{doubt} {published_zone(post, zone)}"


def full_published(post: Post, zone: tzinfo) -> str:
    """`Sun 11 May 2025 16:03 BST`, and what the date rests on when the source did not state it."""
    published = post.published
    day = display_day(post, zone)
    if published is None or day is None:
        return "undated"
    words = short_day(day, year=True) if published.precision is Precision.DAY else full_moment(published.at, zone)
    return words + _date_doubts(post, published)


def cited_published(post: Post, zone: tzinfo) -> str:
    """The same as citations have it: `16:03 BST 11 May 2025`."""
    published = post.published
    day = display_day(post, zone)
    if published is None or day is None:
        return "undated"
    words = f"{day_and_month(day)} {day.year}"
    if published.precision is not Precision.DAY:
        words = f"{display_time(post, zone)} {published_zone(post, zone)} {words}"
    return words + _date_doubts(post, published)


def said_by(published: Published) -> str:
    """`date set by you`, or empty when a source tells the date."""
    said = published.basis is Basis.STATED and published.evidence
    return f"date set by {published.evidence}" if said else ""


def _date_doubts(post: Post, published: Published) -> str:
    words = ""
    if published.basis is not Basis.STATED:
        missing = "year" if post.printed_time is not None and post.printed_time.month is not None else "date"
        words += f" ({missing} {published.basis})"
    elif by_user := said_by(published):
        words += f" ({by_user})"
    if doubt := zone_doubt(post):
        words += f" ({doubt})"
    return words


def post_state(post: Post) -> str:
    """`gone`, `edited` or nothing: what has become of a post on its page since it was first read."""
    return "gone" if post.gone else "edited" if post.revisions else ""


def dated_ahead(post: Post, read_at: datetime | None) -> bool:
    """Whether the post bears a later moment than that at which its source was read.

    A slip of the year or the day, another zone than was taken, or words that were published before their time.
    """
    return post.published is not None and read_at is not None and post.published.at > read_at + _CLOCKS_APART


def state_of_post(post: Post) -> str:
    """The same where the words stand behind something that was taken from the post."""
    return {"gone": "post gone from its page", "edited": "post edited", "": ""}[post_state(post)]


def post_history(post: Post, zone: tzinfo) -> list[str]:
    """`edited twice, last seen Sun 11 May 2025 17:10 BST`, `gone from its page, seen ...`; nothing of a post that stands as it was."""
    words = []
    if post.revisions:
        times = {1: "once", 2: "twice"}.get(len(post.revisions), f"{len(post.revisions)} times")
        last = "" if len(post.revisions) == 1 else "last "
        words.append(f"edited {times}{_seen(post.revisions[-1].replaced_at, zone, last)}")
    if post.gone:
        words.append(f"gone from its page{_seen(post.gone, zone)}")
    return words


def _seen(moment: datetime | None, zone: tzinfo, last: str = "") -> str:
    return f", {last}seen {full_moment(moment, zone)}" if moment else ""


def event_words(event: Event, zone: tzinfo) -> str:
    """Its days, or its moment. Whole days are the same days in every zone; behind days a question mark says that it is on one of them."""
    first = _event_moment(event, event.at, zone) if event.at else short_day(event.start, year=True)
    if event.end is None or event.end <= event.start:
        return first
    return f"{first} – {short_day(event.end, year=True)}{'?' if event.somewhen else ''}"


def _event_moment(event: Event, at: datetime, zone: tzinfo) -> str:
    """The moment in `zone`; the midnight that ends a day there belongs to that day. A zone that nobody printed is called so."""
    here = in_zone(at, zone)
    ends = at.date() > event.start and (here.hour, here.minute) == (0, 0)
    words = f"{short_day(event.start, year=True)} 24:00 {zone_name(here)}" if ends else full_moment(at, zone)
    return words if event.zone_basis is Basis.STATED else f"{words} (zone {event.zone_basis})"


def headline_words(post: Post) -> str:
    """What stands where a headline is wanted: the headline, else how the text begins, after whoever speaks it."""
    if post.headline:
        return post.headline
    begin = beginning(post.text)
    begin += "…" if len(begin) < len(post.text.split("\n", 1)[0]) else ""
    return f"{post.speaker}: {begin}".rstrip() if post.speaker else begin


def beginning(text: str) -> str:
    """The first line of a text, or the whole words of it that a headline's place has room for."""
    line = text.split("\n", 1)[0]
    if len(line) <= _BEGINNING:
        return line
    return line[: line.rfind(" ", 0, _BEGINNING + 1)].rstrip() if " " in line[:_BEGINNING] else line[:_BEGINNING]
