"""The facts that were found last, kept whole beside the story: a desk that is opened again has them without looking for any.

An edge. Nothing depends on the file: it may be deleted, damaged or out of reach at any time, and the facts are the same
without it. It holds no word that is quoted: words are cut out of the posts again, where they stand.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, fields
from datetime import date, datetime, timezone, tzinfo
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newsdesk.kept.candidates import rules_digest
from newsdesk.kept.facts_parcel import MANY, Columns, in_pieces, joined
from newsdesk.model import Actor, ActorKind, Basis, Certainty, Event, Facts, Mention, Post, QuoteKind, Status
from newsdesk.story.clock import Clock, Mode
from newsdesk.system.beside import open_beside, replace_beside

SUFFIX = ".facts"
"""Behind the whole name of the story's file."""
_FEWEST = 30
"""Posts of a story for which a file is worth while: in fewer they are found in the time that it takes."""
_AT_ONCE = 200
"""Posts whose words are taken together for their digest."""
_BY_SOURCES = frozenset({Status.CALLED_OFF, Status.POSTPONED})
"""Where an event stands whatever the clock shows."""
_OLD_STYLE = "surrogatepass"
"""Half a character, which a damaged text may hold, is kept as it is."""


def may_be_kept(story: Path) -> bool:
    """Whether facts are kept that were found by these very rules: it is likely then that nobody need look for them."""
    rules = rules_digest()
    try:
        return rules is not None and next(_lines(story, rules), None) is not None
    except (OSError, ValueError):
        return False


def recall_facts(posts: Sequence[Post], clock: Clock, story: Path, before: Facts) -> Facts | None:
    """The facts in the posts as seen from the clock, just as they would be found; None when they have to be looked for.

    Args:
        posts: all of the story, with `published` resolved.
        clock: where it is seen from.
        story: the story's file.
        before: those of its facts that are the same stay the very same objects.
    """
    rules = rules_digest()
    if rules is None or not _is_worth_while(posts, clock):
        return None
    try:
        lines = _lines(story, rules)
        head = json.loads(next(lines))
        moment = datetime.fromisoformat(head["moment"])
        if head["posts"] != len(posts) or _came_between(posts, moment, clock.moment) or head["of"] != _digest(posts):
            return None
        rest = json.loads(next(lines))
        by_id = {post.id: post for post in posts}
        events = [_event(row, by_id) for row in rest["events"]]
        if any(_may_stand_otherwise(event, by_id, moment, clock.moment) for event in events):
            return None
        actors, named = tuple(map(_actor, rest["actors"])), tuple(rest["named"])
        few = Facts(actors=actors, named=named, events=tuple(events), as_of=clock.moment)
        facts = joined(few, (_cut_out(line, posts) for line in lines), before)
        counts = [len(getattr(facts, name)) for name in MANY]
    except (OSError, StopIteration, ValueError, TypeError, KeyError, IndexError, ArithmeticError, RecursionError):
        return None
    return facts if counts == rest["counts"] else None


def keep_facts(facts: Facts, posts: Sequence[Post], clock: Clock, story: Path) -> None:
    """Keep what was found in these posts as seen from this clock; a folder that cannot be written to keeps nothing.

    Where finding failed over a post, nothing is kept: it is tried anew.
    """
    rules = rules_digest()
    if rules is None or facts.faults or not _is_worth_while(posts, clock):
        return
    head = {"of": _digest(posts), "posts": len(posts), "moment": clock.moment.isoformat()}
    rest = {
        "actors": [asdict(actor) for actor in facts.actors],
        "named": facts.named,
        "events": [asdict(event) for event in facts.events],
        "counts": [len(getattr(facts, name)) for name in MANY],
    }
    positions = {post.id: position for position, post in enumerate(posts)}
    with suppress(OSError, TypeError):  # TypeError: a zone that is more than a name and an offset
        rows = [head, rest, *(_without_words(name, columns, positions) for name, columns in in_pieces(facts))]
        replace_beside(story, SUFFIX, b"".join(_line(row, rules) for row in rows))


def _is_worth_while(posts: Sequence[Post], clock: Clock) -> bool:
    """Whoever looks back from a moment that he chose looks back from others, too."""
    return len(posts) >= _FEWEST and clock.mode is not Mode.CHOSEN


def _digest(posts: Sequence[Post]) -> str:
    """Tells these posts from all others, as far as facts depend on them."""
    digest = blake2b(digest_size=16)
    for first in range(0, len(posts), _AT_ONCE):
        words = [
            (
                post.id,
                post.source_id,
                post.n,
                post.text,
                post.headline,
                post.captions,
                post.speaker,
                post.byline_name,
                (when := post.published)
                and (when.at.isoformat(), when.at.tzname(), when.precision, when.basis, when.zone_basis),
            )
            for post in posts[first : first + _AT_ONCE]
        ]
        digest.update(repr(words).encode(errors=_OLD_STYLE))
    return digest.hexdigest()


# -- what the clock decides -------------------------------------------------------------------------------------------


def _came_between(posts: Sequence[Post], before: datetime, moment: datetime) -> bool:
    """Whether the clock was set back since, or has come to posts that were ahead of it."""
    return before > moment or any(post.published and before < post.published.at <= moment for post in posts)


def _may_stand_otherwise(event: Event, by_id: Mapping[int, Post], before: datetime, moment: datetime) -> bool:
    """Whether the event may stand otherwise at this moment than it did before. Its zone is that of a post that tells of it."""
    if event.status in _BY_SOURCES:
        return False
    told = [by_id[mention.post_id].published for mention in event.mentions]
    zones = {published.at.tzinfo for published in told if published}
    zones |= {event.at.tzinfo} if event.at else set()
    return any(_standing(event, before, zone) != _standing(event, moment, zone) for zone in zones)


def _standing(event: Event, moment: datetime, zone: tzinfo | None) -> tuple[bool, ...]:
    """All that decides where an event stands, see `find.events.status`."""
    today = moment.astimezone(zone).date()
    return (
        today < event.start,
        today == event.start,
        (today - event.start).days == 1,
        today <= (event.end or event.start),
        event.at is not None and event.at <= moment,
    )


# -- lines ------------------------------------------------------------------------------------------------------------


def _lines(story: Path, rules: bytes) -> Iterator[bytes]:
    """The lines that these rules made, without their checksums.

    Raises:
        OSError: there is no such file.
        ValueError: a line is not as it was written.
    """
    with open_beside(story, SUFFIX) as file:
        for line in file:
            check, _, content = line.removesuffix(b"\n").partition(b" ")
            if check != _check(content, rules):
                raise ValueError("not a line of these rules")
            yield content


def _line(row: Any, rules: bytes) -> bytes:
    content = json.dumps(row, ensure_ascii=False, separators=(",", ":"), default=_plain).encode(errors=_OLD_STYLE)
    return b"%b %b\n" % (_check(content, rules), content)


def _check(content: bytes, rules: bytes) -> bytes:
    return blake2b(content, digest_size=8, key=rules).hexdigest().encode()


def _plain(value: object) -> Any:
    if isinstance(value, datetime) and isinstance(value.tzinfo, timezone):
        return [value.isoformat(), value.tzname()]
    if isinstance(value, date) and not isinstance(value, datetime):
        return value.isoformat()
    raise TypeError(f"{value!r} is no plain value")


def _without_words(name: str, columns: Columns, positions: Mapping[int, int]) -> list[Any]:
    by_field = dict(zip((field.name for field in fields(MANY[name])), columns, strict=True))
    by_field["post_id"] = [positions[post_id] for post_id in by_field["post_id"]]
    del by_field["text"]
    return [name, by_field]


def _cut_out(line: bytes, posts: Sequence[Post]) -> tuple[str, Columns]:
    name, by_field = json.loads(line.decode(errors=_OLD_STYLE))
    where = [posts[position] for position in by_field["post_id"]]
    by_field["post_id"] = [post.id for post in where]
    places = zip(where, by_field["place"], by_field["start"], by_field["end"], strict=True)
    by_field["text"] = [post.words_at(place)[start:end] for post, place, start, end in places]
    if "kind" in by_field:
        by_field["kind"] = [*map(QuoteKind, by_field["kind"])]
    if "inside" in by_field:
        by_field["inside"] = [inside and tuple(inside) for inside in by_field["inside"]]
    return name, [by_field[field.name] for field in fields(MANY[name])]


def _actor(row: dict[str, Any]) -> Actor:
    return Actor(
        **{**row, "kind": ActorKind(row["kind"]), "aliases": tuple(row["aliases"]), "roles": tuple(row["roles"])}
    )


def _event(row: dict[str, Any], by_id: Mapping[int, Post]) -> Event:
    """The event of a row; its mentions have the very numbers that the posts have, for there are many."""
    made = {
        "start": date.fromisoformat(row["start"]),
        "end": row["end"] and date.fromisoformat(row["end"]),
        "at": row["at"] and _moment(*row["at"]),
        "certainty": Certainty(row["certainty"]),
        "status": Status(row["status"]),
        "mentions": tuple(_mention(by_id, **mention) for mention in row["mentions"]),
        "was": row["was"] and date.fromisoformat(row["was"]),
        "zone_basis": Basis(row["zone_basis"]),
        "revised": row["revised"] and _moment(*row["revised"]),
    }
    return Event(**{**row, **made})


def _mention(by_id: Mapping[int, Post], post_id: int, place: str, **where: int) -> Mention:
    return Mention(by_id[post_id].id, "text" if place == "text" else "headline", **where)


def _moment(written: str, zone_name: str) -> datetime:
    moment = datetime.fromisoformat(written)
    offset = moment.utcoffset()
    if offset is None or moment.tzname() == zone_name:
        return moment
    return moment.replace(tzinfo=timezone(offset, zone_name))
