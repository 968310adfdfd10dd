"""Filters that the user keeps under a name: as they stand in the story's file, and what they mean when they are chosen. Pure."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta, tzinfo
from typing import TYPE_CHECKING, Any

from newsdesk.story.chips import chips
from newsdesk.story.clock import Clock
from newsdesk.story.filter import Filter
from newsdesk.story.span import parse_since, parse_until
from newsdesk.story.wording import in_zone, real_zone

if TYPE_CHECKING:
    from newsdesk.story import Story

LONGEST_NAME = 60
"""Characters."""
_META = "filter "
"""How the keys begin under which the store's meta has them: one each, so that two processes may keep theirs at once."""
_AWAY = timedelta(days=8)
"""So long before and so long after, every word that moves with the clock means another moment, a weekday too."""


@dataclass(frozen=True, slots=True)
class KeptFilter:
    """A filter and its name."""

    name: str
    wanted: Filter
    """All but its span of time."""
    since: str = ""
    """As `parse_since` reads it: words that move with the clock, such as "last 3 hours"; else the moment with its offset."""
    until: str = ""
    """The same for `parse_until`."""


def kept_in(meta: Mapping[str, str]) -> tuple[KeptFilter, ...]:
    """The kept filters, by name; what can be none is left out."""
    found = [_read(key.removeprefix(_META), value) for key, value in meta.items() if key.startswith(_META)]
    return tuple(sorted(filter(None, found), key=lambda kept: (kept.name.casefold(), kept.name)))


def meta_of_filters(change: Mapping[str, KeptFilter | None]) -> dict[str, str | None]:
    """What the store's meta is to be given so that these are kept under these names; None: no longer."""
    return {_META + name: _written(kept) if kept else None for name, kept in change.items()}


def kept_as(name: str, wanted: Filter, since: str, until: str, zone: tzinfo, now: datetime) -> KeptFilter:
    """A filter to keep, with its span as it is typed in this zone, looked at from `now`.

    Raises:
        ValueError: one sentence for a person: that is no span.
    """
    begins, ends = _span(since, until, zone, now)
    away = [_each(since, until, zone, now + step) for step in (-_AWAY, _AWAY)]
    return KeptFilter(
        name,
        replace(wanted, since=None, until=None, read_before=None),
        _lasting(since, begins, [other for other, _ in away]),
        _lasting(until, ends, [other for _, other in away]),
    )


def filter_kept(kept: KeptFilter, story: Story, clock: Clock, zone: tzinfo) -> Filter:
    """What it means now: its times as looked at from this clock, its actor by the name that he has by now.

    Raises:
        ValueError: one sentence for a person: it cannot be used any longer.
    """
    if kept.wanted.source_id is not None and kept.wanted.source_id not in story.source_by_id:
        raise ValueError(f"The filter “{kept.name}” is of a source that is no longer in the story")
    try:
        since, until = _span(kept.since, kept.until, real_zone(zone, clock.moment), clock.moment)
    except ValueError as error:
        raise ValueError(f"The filter “{kept.name}” asks for no time that there is now: {error}") from error
    return replace(kept.wanted, actor=_name_now(story, kept.wanted.actor), since=since, until=until)


def kept_words(kept: KeptFilter, story: Story, clock: Clock, zone: tzinfo) -> str:
    """All its conditions in a line, times that move with the clock in their own words."""
    moments = [_moment(kept.since), _moment(kept.until)]
    wanted = replace(kept.wanted, since=moments[0], until=moments[1])
    gone = wanted.source_id is not None and wanted.source_id not in story.source_by_id
    if gone:
        wanted = replace(wanted, source_id=None)
    words = [chip.words for chip in chips(story, wanted, zone, in_zone(clock.moment, zone).date())]
    moving = zip(("since", "until"), (kept.since, kept.until), moments, strict=True)
    words += [f"{which} {said}" for which, said, moment in moving if said and moment is None]
    return ", ".join(["from a source that is no longer in the story", *words] if gone else words)


def typed_span(kept: KeptFilter) -> Sequence[str | None]:
    """Its beginning and its end as they are typed; None for a moment, or none, which each zone writes in its own way."""
    return [words if words and _moment(words) is None else None for words in (kept.since, kept.until)]


def _span(since: str, until: str, zone: tzinfo, now: datetime) -> tuple[datetime | None, datetime | None]:
    begins = parse_since(since, zone, now)
    return begins, parse_until(until, zone, now, begins)


def _each(since: str, until: str, zone: tzinfo, now: datetime) -> tuple[datetime | None, datetime | None]:
    """The same, also where one moves and lies past the other from there."""
    begins = parse_since(since, zone, now)
    try:
        return begins, parse_until(until, zone, now, begins)
    except ValueError:
        return begins, parse_until(until, zone, now, None)


def _lasting(words: str, moment: datetime | None, away: Sequence[datetime | None]) -> str:
    """The moment that these words mean, since they would mean another one in another zone; the words, if they move with the clock.

    `away` is what they mean before and after. A day without a year means another one half a year away from it, on one side alone.
    """
    if moment is None:
        return ""
    # In UTC: of two times in one zone Python compares what the clock shows.
    same = any(other is not None and other.astimezone(UTC) == moment.astimezone(UTC) for other in away)
    return moment.isoformat() if same else " ".join(words.split())


def _moment(said: str) -> datetime | None:
    try:
        moment = datetime.fromisoformat(said)
    except ValueError:
        return None
    return moment if moment.tzinfo is not None else None


def _name_now(story: Story, name: str | None) -> str | None:
    actors = story.facts.actors
    if name is None or any(actor.name == name for actor in actors):
        return name
    called = [actor.name for actor in actors if name in actor.aliases]
    return called[0] if len(called) == 1 else name


def _written(kept: KeptFilter) -> str:
    wanted = kept.wanted
    parts: dict[str, Any] = {
        "actor": wanted.actor,
        "source": wanted.source_id,
        "label": wanted.label,
        "text": wanted.text,
        "unread": wanted.unread,
        "starred": wanted.starred,
        "since": kept.since,
        "until": kept.until,
    }
    return json.dumps({name: value for name, value in parts.items() if value}, ensure_ascii=False)


def _read(name: str, written: str) -> KeptFilter | None:
    try:
        found = json.loads(written)
    except (ValueError, RecursionError):
        return None
    if not isinstance(found, dict) or not name:
        return None
    words = {
        key: value for key in ("actor", "label", "text", "since", "until") if isinstance(value := found.get(key), str)
    }
    source = found.get("source")
    wanted = Filter(
        actor=words.get("actor"),
        source_id=source if type(source) is int else None,
        label=words.get("label"),
        text=words.get("text", ""),
        unread=found.get("unread") is True,
        starred=found.get("starred") is True,
    )
    return KeptFilter(name, wanted, words.get("since", ""), words.get("until", ""))
