"""A part of a story: what stands in the posts that a filter lets through. Pure."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import tzinfo
from typing import TypeVar

from newsdesk.model import Event, Quote, Source, Statement
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.filter import NOBODY_NAMED, Filter, shown_posts
from newsdesk.story.folding import sought_words
from newsdesk.story.kept_filter import KeptFilter, filter_kept
from newsdesk.story.span import parse_since, parse_until, refuse_backwards
from newsdesk.story.turns import turn_speakers

Named = TypeVar("Named")

_NAMED_AT_MOST = 5
"""Of those whom a name could mean; a line holds no more."""


@dataclass(frozen=True, slots=True)
class Conditions:
    """The conditions of a filter as a person writes them; None or empty asks for nothing."""

    actor: str | None = None
    source: str | None = None
    label: str | None = None
    text: str | None = None
    since: str | None = None
    until: str | None = None
    unread: bool = False
    starred: bool = False
    filter: str | None = None
    """The name of a filter that is kept; each other condition takes the place of its own."""


def filter_of(story: Story, asked: Conditions, clock: Clock, zone: tzinfo) -> Filter:
    """What is asked for, in the story's own names. Times without a zone are in `zone`, which is a real one.

    Raises:
        ValueError: one sentence for a person: a name that the story does not have, text without words, or no time.
    """
    if asked.text and asked.text.strip() and not sought_words(asked.text):
        raise ValueError(f"--text: there are no words to look for in {asked.text.strip()}")
    kept = filter_kept(_kept(story, asked.filter), story, clock, zone) if asked.filter else Filter()
    since = parse_since(asked.since, zone, clock.moment) if asked.since else kept.since
    until = parse_until(asked.until, zone, clock.moment, since) if asked.until else kept.until
    refuse_backwards(since, until)
    return Filter(
        actor=_actor(story, asked.actor) if asked.actor else kept.actor,
        source_id=_source(story, asked.source).id if asked.source else kept.source_id,
        label=_label(story, asked.label) if asked.label else kept.label,
        text=sought_words(asked.text or "") or kept.text,
        unread=asked.unread or kept.unread,
        starred=asked.starred or kept.starred,
        since=since,
        until=until,
    )


def part_of(story: Story, wanted: Filter, clock: Clock) -> Story:
    """The story with no more than the posts that the filter lets through and what stands in them.

    With an actor only what that actor says is left of who said what. An event keeps the mentions in those posts; one
    that none of them mentions is left out, and so is a source that has none of them. Without a filter nothing but what the
    clock hides is left out.
    """
    posts = shown_posts(story, wanted, clock)
    if not wanted:
        return story if len(posts) == len(story.posts) else story.with_part(story.sources, posts, story.facts)
    ids = frozenset(post.id for post in posts)
    facts = story.facts
    quotes = [quote for quote in facts.quotes if _is_said(quote, ids, wanted)]
    statements = [statement for statement in facts.statements if _is_said(statement, ids, wanted)]
    speakers = {quote.speaker for quote in quotes} | {statement.speaker for statement in statements}
    events = [part for event in facts.events if (part := _mentioned(event, ids)).mentions]
    found_in = {post.source_id for post in posts}
    return story.with_part(
        [source for source in story.sources if source.id in found_in],
        posts,
        replace(
            facts,
            quotes=tuple(quotes),
            statements=tuple(statements),
            actors=tuple(actor for actor in facts.actors if actor.name in speakers),
            events=tuple(events),
        ),
    )


def _is_said(said: Quote | Statement, posts: Collection[int], wanted: Filter) -> bool:
    speaker = None if wanted.actor == NOBODY_NAMED else wanted.actor
    return said.post_id in posts and (wanted.actor is None or said.speaker == speaker)


def _mentioned(event: Event, posts: Collection[int]) -> Event:
    return replace(event, mentions=tuple(mention for mention in event.mentions if mention.post_id in posts))


def _actor(story: Story, asked: str) -> str:
    """Who is meant: by the whole name or another name of theirs, else by a part of one that only they have."""
    if asked.casefold() == NOBODY_NAMED.casefold():
        return NOBODY_NAMED
    names = [(actor.name, (actor.name, *actor.aliases)) for actor in story.facts.actors]
    known = {actor.name for actor in story.facts.actors}
    # Who only speaks in a transcript, and is quoted nowhere, can be asked for too.
    names += [(name, (name,)) for name in dict.fromkeys(turn_speakers(story).values()) if name not in known]
    surname = " " + " ".join(asked.casefold().split())
    bearers = [(name, called) for name, called in names if name.casefold().endswith(surname)]
    if len(bearers) > 1 and all(name.casefold() != surname[1:] for name, _ in names):
        # Also where all that is said by the surname alone is one's.
        raise _unclear("--actor", asked, "actors", [name for name, _ in bearers])
    return _one("--actor", "nobody", "actors", asked, names, "newsdesk actors lists who is quoted")


def _source(story: Story, asked: str) -> Source:
    names = [(source, _names(story, source)) for source in story.sources]
    return _one("--source", "no source", "sources", asked, names, "newsdesk sources lists them")


def _names(story: Story, source: Source) -> Sequence[str]:
    """The tag, and what else a source is called: the lists of sources say tag and title, which may be copied from there."""
    tag, title = story.tag(source.id), source.title or ""
    return str(tag), tag.name, title, f"{tag} · {title}", source.origin


def _label(story: Story, asked: str) -> str:
    there = ", ".join(story.labels) or "none"
    names = [(label, (label,)) for label in story.labels]
    return _one("--label", "no label", "labels", asked, names, f"in this story: {there}")


def _kept(story: Story, asked: str) -> KeptFilter:
    there = ", ".join(kept.name for kept in story.kept_filters) or "none"
    names = [(kept, (kept.name,)) for kept in story.kept_filters]
    return _one("--filter", "no filter", "filters", asked, names, f"kept in this story: {there}")


def _one(
    option: str, none: str, several: str, asked: str, names: Sequence[tuple[Named, Sequence[str]]], help_: str
) -> Named:
    """The one that is called so; else the only one of whose names this is a part."""
    words = " ".join(asked.casefold().split())
    # The first one's name is its own; others may only be called so too.
    for at in (slice(0, 1), slice(0, None)):
        exact = [one for one, called in names if words in map(str.casefold, called[at])]
        if len(exact) == 1:
            return exact[0]
    found = [(one, called[0]) for one, called in names if any(words in name.casefold() for name in called)]
    if not found:
        raise ValueError(f"{option}: {none} is called “{asked}”; {help_}")
    if len(found) > 1:
        raise _unclear(option, asked, several, [name for _, name in found])
    return found[0][0]


def _unclear(option: str, asked: str, several: str, names: Sequence[str]) -> ValueError:
    """What is said where several of these names could be meant."""
    more = f" and {len(names) - _NAMED_AT_MOST} more" if len(names) > _NAMED_AT_MOST else ""
    return ValueError(
        f"{option}: “{asked}” could mean {len(names)} {several}: {', '.join(names[:_NAMED_AT_MOST])}{more}"
    )
