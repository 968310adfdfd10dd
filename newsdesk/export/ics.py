"""Events as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import re
import uuid
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from newsdesk.clean import harmless
from newsdesk.export.events import events_in_order, standing, supporting_sentences
from newsdesk.model import Basis, Certainty, Event, Status
from newsdesk.story import Story
from newsdesk.story.told_otherwise import other_days
from newsdesk.story.wording import full_published, hour_of, in_zone

SENTENCES_SHOWN = 5
"""Sentences in the description of one entry, newest first; many calendars cut long descriptions anyway."""

_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)
"""The stamp of an event of which nothing dated tells: an entry must have one."""

_UID_SPACE = uuid.uuid5(uuid.NAMESPACE_URL, "https://newsdesk.invalid/event")


def to_ics(story: Story, *, zone: tzinfo) -> bytes:
    """A calendar of the events, next first, that can be imported again and again. `zone` is for times in descriptions.

    An entry's UID is made of the story's name and the event's key: the same event replaces itself, and equal keys in two
    stories stay apart. DTSTAMP is when the newest of what supports the event was published (RFC 5545, 3.8.7.2: without a
    METHOD, the last revision of the information), so that the same story gives the same bytes. SEQUENCE rises with it: of
    two entries with one UID the higher sequence wins, then the later stamp (RFC 5546, 2.1.5). Moments are in UTC; an hour whose zone
    nobody printed stands with a `?` in the summary, and the description says what it rests on. Ends are exclusive. Entries are transparent: news keeps nobody busy.
    """
    import icalendar  # noqa: PLC0415  # takes 150 ms, and only this format needs it

    calendar = icalendar.Calendar()
    calendar.add("prodid", "-//newsdesk//newsdesk//EN")
    calendar.add("version", "2.0")
    # icalendar escapes what it knows; the name of an extension it does not.
    calendar.add("x-wr-calname", icalendar.vText(_line(story.title)))
    others = other_days(story)
    for event in events_in_order(story.facts.events):
        entry = icalendar.Event()
        start, end = _span(event)
        sure = event.certainty is Certainty.CONFIRMED
        entry.add("uid", _uid(story.title, event))
        revised = in_zone(event.revised or _UNKNOWN, UTC)
        entry.add("dtstamp", revised)
        entry.add("last-modified", revised)
        entry.add("sequence", event.revision)
        entry.add("dtstart", start)
        if end:
            entry.add("dtend", end)
        doubts = [] if sure else [str(event.certainty)]
        doubts += [hour_of(event)] if _has_unsure_hour(event) else []
        entry.add("summary", _line(f"{event.title} ({', '.join(doubts)})" if doubts else event.title))
        entry.add("status", _status(event))
        entry.add("transp", "TRANSPARENT")
        entry.add("categories", [_line(story.title)])
        entry.add("description", _safe(_description(story, event, others.get(event.key), zone)))
        calendar.add_component(entry)
    return bytes(calendar.to_ical())


def _uid(title: str, event: Event) -> str:
    return f"{uuid.uuid5(_UID_SPACE, _line(f'{title} / {event.key}'))}@newsdesk"


def _span(event: Event) -> tuple[date, date | None]:
    """DTSTART and DTEND: both days, or both moments in UTC. A moment has no end unless a last day is known."""
    last = event.end if event.end and event.end > event.start else None
    if event.at is None:
        return event.start, _day_after(last or event.start)
    over = _day_after(last) if last else None
    midnight = datetime.combine(over, time(), event.at.tzinfo) if over else None
    return in_zone(event.at, UTC), in_zone(midnight, UTC) if midnight else None


def _day_after(day: date) -> date | None:
    """None after the last day of the calendar; an entry without DTEND lasts the day it begins on (RFC 5545, 3.6.1)."""
    return day + timedelta(days=1) if day < date.max else None


def _has_unsure_hour(event: Event) -> bool:
    return event.at is not None and event.zone_basis is not Basis.STATED


def _status(event: Event) -> str:
    """What is planned, proposed, demanded or conditional is tentative, and so is what was postponed, or whose hour is not sure."""
    if event.status is Status.CALLED_OFF:
        return "CANCELLED"
    sure = event.certainty is Certainty.CONFIRMED and event.status is not Status.POSTPONED
    sure = sure and not _has_unsure_hour(event)
    return "CONFIRMED" if sure else "TENTATIVE"


def _description(story: Story, event: Event, other_day: date | None, zone: tzinfo) -> str:
    lines = [standing(event, other_day, as_of_now=False)]
    if _has_unsure_hour(event):
        lines.append(f"No source gives a zone with the hour: {hour_of(event)} is {event.zone_basis}.")
    if event.somewhen:
        lines.append("No source says on which of these days it is.")
    support = supporting_sentences(event, story.post_by_id, zone)
    for post, sentence in support[:SENTENCES_SHOWN]:
        tag = str(story.tag(post.source_id))
        # An article has its headline for a tag when its publisher is not known.
        origin = [tag, post.headline if post.headline != tag else None, full_published(post, zone)]
        lines += ["", " · ".join(part for part in origin if part), sentence]
    if len(support) > SENTENCES_SHOWN:
        lines += ["", f"and {len(support) - SENTENCES_SHOWN} more"]
    return "\n".join(lines)


def _safe(text: str) -> str:
    """Without surrogates and what steers a terminal; RFC 5545, 3.3.11 keeps control characters out of TEXT anyway."""
    return harmless(re.sub(r"[\x00-\x09\x0b-\x1f\x7f]", " ", text).encode("utf-8", "replace").decode("utf-8"))


def _line(text: str) -> str:
    return " ".join(_safe(text).split())
