"""The JSON that newsdesk prints: facts beside the words they come from. Pure.

`newsdesk extract` prints these objects as they are. What comes out of a store has the same, with what only a stored thing
has beside it: its id above all. Ids are strings, since 63 bits do not fit a JavaScript number.

Other programs read these shapes; a key is never renamed. Missing facts are null. Offsets count code points, end
exclusive, in the post's `text` or `headline` as `in` says. Moments keep the offset that their source has.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from newsdesk.mentioned import places_of
from newsdesk.model import (
    Actor,
    Basis,
    Event,
    Facts,
    Mention,
    Post,
    Precision,
    Quote,
    Source,
    SourceKind,
    Statement,
    Timex,
)

Json = dict[str, Any]


@dataclass
class PostFacts:
    """What was found in one post."""

    quotes: list[Quote] = field(default_factory=list)
    statements: list[Statement] = field(default_factory=list)
    timexes: list[Timex] = field(default_factory=list)


def by_post(facts: Facts) -> Mapping[int, PostFacts]:
    """The facts of each post, by its id."""
    found: defaultdict[int, PostFacts] = defaultdict(PostFacts)
    for quote in facts.quotes:
        found[quote.post_id].quotes.append(quote)
    for said in facts.statements:
        found[said.post_id].statements.append(said)
    for timex in facts.timexes:
        found[timex.post_id].timexes.append(timex)
    return found


def story_objects(readings: Sequence[tuple[str, Source, Sequence[Post]]], facts: Facts) -> list[Json]:
    """One object a file, of files read as one story: the story's actors in each, its events in the first only.

    Args:
        readings: file name as the user wrote it, its source, its posts with ids and dates in the file's own order.
        facts: found in all these posts.
    """
    places = {post.id: {"file": file, "n": post.n} for file, _, posts in readings for post in posts}
    found = by_post(facts)
    actors = [actor_object(actor) for actor in _without_nested(facts)]
    return [
        {
            "file": file,
            "source": source_object(source, posts),
            "posts": [post_object(post, source.kind, found.get(post.id, PostFacts())) for post in posts],
            "actors": actors,
            "events": [] if number else [event_object(event, places) for event in facts.events],
        }
        for number, (file, source, posts) in enumerate(readings)
    ]


def _without_nested(facts: Facts) -> list[Actor]:
    """The actors by their quotations that stand alone; without those who are quoted inside another's words only."""
    nested = Counter(quote.speaker for quote in facts.quotes if quote.inside is not None)
    if not nested:
        return list(facts.actors)
    reported = {said.speaker for said in facts.statements}
    actors = [replace(actor, quotes=actor.quotes - nested[actor.name]) for actor in facts.actors]
    kept = [actor for actor in actors if actor.quotes or actor.name in reported]
    return sorted(kept, key=lambda actor: (-actor.quotes, actor.name))


def source_object(source: Source, posts: Sequence[Post]) -> Json:
    """A source; its `published` is the newest of its posts'."""
    dated = [(post.published.at, -post.n, post) for post in posts if post.published]
    newest = max(dated, key=lambda each: each[:2])[2] if dated else None
    return {
        "kind": str(source.kind),
        "title": source.title,
        "publisher": source.publisher,
        "published": published(newest) if newest else None,
        "published_basis": basis(newest) if newest else None,
    }


def post_object(post: Post, kind: SourceKind, facts: PostFacts) -> Json:
    """A post with its own quotes, statements and dates; a transcript's also with `at` and `speaker`.

    Quotes inside another's words are left out: who counts quotations counts them once (PolNeAR's annotators do; with nested
    ones its span F1 falls from 97.5 to 96.5). `stored_post_object` has them.
    """
    row: Json = {
        "n": post.n,
        "headline": post.headline,
        "label": post.label,
        "published": published(post),
        "published_basis": basis(post),
        "byline_name": post.byline_name,
        "byline_role": post.byline_role,
        "captions": list(post.captions),
        "text": post.text,
        "quotes": [quote_object(quote) for quote in facts.quotes if quote.inside is None],
        "statements": [statement_object(said) for said in facts.statements if said.place == "text"],
        "dates": [date_object(timex) for timex in facts.timexes],
    }
    if kind is SourceKind.TRANSCRIPT:
        row |= {"at": post.at, "speaker": post.speaker}
    return row


def quote_object(quote: Quote) -> Json:
    """A quote of a post."""
    return {
        "start": quote.start,
        "end": quote.end,
        "text": quote.text,
        "in": quote.place,
        "speaker": quote.speaker,
        "surface": quote.surface,
        "kind": str(quote.kind),
        "via": quote.via,
        "confidence": round(quote.confidence, 2),
    }


def stored_quote_object(quote: Quote) -> Json:
    """A quote of a story's post. `corrected`: the user said who speaks; `inside` is [start, end] of the quote whose words it stands in, null for one that stands alone."""
    return {**quote_object(quote), "corrected": quote.corrected, "inside": list(quote.inside) if quote.inside else None}


def statement_object(said: Statement) -> Json:
    """Reported speech in a post's text."""
    return {
        "start": said.start,
        "end": said.end,
        "text": said.text,
        "speaker": said.speaker,
        "confidence": round(said.confidence, 2),
    }


def date_object(timex: Timex) -> Json:
    """A dated expression of a post."""
    return {
        "start": timex.start,
        "end": timex.end,
        "text": timex.text,
        "in": timex.place,
        "value": timex.value,
        "value_end": timex.value_end,
        "upcoming": timex.upcoming,
    }


def actor_object(actor: Actor) -> Json:
    """An actor of the story."""
    return {
        "name": actor.name,
        "aliases": list(actor.aliases),
        "role": actor.roles[0] if actor.roles else None,
        "quotes": actor.quotes,
        "resolved": actor.resolved,
    }


def event_object(event: Event, places: Mapping[int, Json]) -> Json:
    """An event; `zone_basis` says what the zone of its hour rests on: stated, inferred or guessed, null without an hour.

    `somewhen`: no source says on which of its days it is.

    Args:
        event: its mentions in posts without a place are left out.
        places: by post id, what names the post in each of its mentions.
    """
    return {
        "title": event.title,
        "start": event.at.isoformat(timespec="minutes") if event.at else event.start.isoformat(),
        "end": event.end.isoformat() if event.end else None,
        "zone_basis": str(event.zone_basis) if event.at else None,
        "somewhen": event.somewhen,
        "certainty": str(event.certainty),
        "status": str(event.status),
        "mentions": [
            {**places[mention.post_id], "in": mention.place, "start": mention.start, "end": mention.end}
            for mention in event.mentions
            if mention.post_id in places
        ],
    }


def stored_source_object(source: Source, posts: Sequence[Post]) -> Json:
    """A source of a story."""
    return {
        "id": str(source.id),
        **source_object(source, posts),
        "link": source.link,
        "origin": source.origin,
        "read_at": source.read_at.isoformat(timespec="seconds") if source.read_at else None,
    }


def stored_post_object(post: Post, kind: SourceKind, facts: PostFacts) -> Json:
    """A post of a story, with nested quotes too; `line` is where it begins in its source's file, from 1; see `history_object`."""
    row = {"id": str(post.id), **post_object(post, kind, facts), "link": post.link, "line": post.line}
    return row | history_object(post) | {"quotes": [stored_quote_object(quote) for quote in facts.quotes]}


def history_object(post: Post) -> Json:
    """What has become of a post: how many earlier wordings it had, and the moment at which its page was first read without it."""
    return {"revisions": len(post.revisions), "gone": post.gone.isoformat(timespec="seconds") if post.gone else None}


def stored_actor_object(actor: Actor) -> Json:
    """An actor of a story."""
    return actor_object(actor) | {"kind": str(actor.kind)}


def stored_event_object(
    event: Event,
    places: Mapping[int, Json],
    posts: Mapping[int, Post],
    zone: str | None,
    other_day: date | None = None,
) -> Json:
    """An event of a story; see `event_object`.

    `key` is the same in every export; `was` is the day it was expected before it moved; `other_day` the one that another source gives it; `pinned`, `added`: by the user; `found`:
    its name and days as the sources have them, where the user says otherwise; `revised` is when the newest of what is known of it was published, or said by the user.

    Args:
        event: its mentions in posts without a place are left out.
        places: by post id, what names the post in each of its mentions.
        posts: by id, those that the mentions stand in; each sentence is one mention, and has it.
        zone: name of the zone that its days and its hour are in; None when it is not known.
        other_day: the day that another source gives it.
    """
    shown = [(mention, post) for mention, post in places_of(event, posts) if post.id in places]
    row = event_object(replace(event, mentions=tuple(mention for mention, _ in shown)), places)
    found = event.as_found
    return {
        "key": event.key,
        **row,
        "was": event.was.isoformat() if event.was else None,
        "other_day": other_day.isoformat() if other_day else None,
        "pinned": event.pinned,
        "added": event.added,
        "found": {name: event_object(found, {})[name] for name in ("title", "start", "end")} if found else None,
        "zone": zone,
        "revised": event.revised.isoformat(timespec="minutes") if event.revised else None,
        "mentions": [
            {**where, "sentence": _sentence(post, mention)}
            for where, (mention, post) in zip(row["mentions"], shown, strict=True)
        ],
    }


def _sentence(post: Post, mention: Mention) -> str:
    text = post.words_at(mention.place)
    return text[mention.sentence_start : mention.sentence_end]


def event_place(post: Post, tag: str, source: Source) -> Json:
    """What names the post of an event's mention: as everywhere, and the file or address that its source came from."""
    return {**place_object(post, tag), "file": source.origin}


def place_object(post: Post, tag: str) -> Json:
    """What names a post of a story from elsewhere, and its source: by id, and by its tag for people."""
    return {"post": str(post.id), "source_id": str(post.source_id), "source": tag, "n": post.n}


def document_object(
    document_id: Any, quotes: Sequence[Quote], statements: Sequence[Statement], timexes: Sequence[Timex]
) -> Json:
    """One line of `extract --jsonl`: offsets into the very text that came in; nested quotes left out, as in `post_object`."""
    return {
        "id": document_id,
        "quotes": [
            {
                "start": quote.start,
                "end": quote.end,
                "speaker": quote.speaker,
                "surface": quote.surface,
                "confidence": round(quote.confidence, 2),
            }
            for quote in quotes
            if quote.inside is None
        ],
        "statements": [
            {"start": said.start, "end": said.end, "speaker": said.speaker, "confidence": round(said.confidence, 2)}
            for said in statements
        ],
        "timexes": [
            {
                "start": timex.start,
                "end": timex.end,
                "text": timex.text,
                "value": timex.value,
                "value_end": timex.value_end,
            }
            for timex in timexes
        ],
    }


def published(post: Post) -> str | None:
    """ISO 8601 with the offset of its source, `YYYY-MM-DD` when only the day is known, None when unknown."""
    if post.published is None:
        return None
    if post.published.precision is Precision.DAY:
        return post.published.day.isoformat()
    return post.published.at.isoformat(timespec="minutes")


def basis(post: Post) -> str | None:
    """Stated, inferred or guessed: the date's basis, but no better than inferred where the hour's zone was not stated."""
    if post.published is None:
        return None
    hour_is_stated = post.published.precision is Precision.DAY or post.published.zone_basis is Basis.STATED
    if post.published.basis is Basis.STATED and not hour_is_stated:
        return str(Basis.INFERRED)
    return str(post.published.basis)
