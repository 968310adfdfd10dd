"""What has come into a story since its desk was left. Pure.

What is remembered of posts is small: a post's `n` never changes and a source's run on, so that a few numbers say which
were there. Actors and quotes that are new are those that stand in new posts alone, or in words that an edit brought, whatever
anybody is called by now.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo
from itertools import chain
from typing import NamedTuple

from newsdesk.model import Event, Facts, Post, Quote, Revision, Statement
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.quotes import SpokenRow, said_groups
from newsdesk.story.repeats import SAME_OCCASION
from newsdesk.story.stream import Stream
from newsdesk.story.wording import SOURCE_ZONE, counted, in_zone, short_day, zone_name

NEW, MOVED = "new", "moved"

Spot = tuple[int, str, int]
"""Post, place and start of some words."""


class KnownEvent(NamedTuple):
    """What is remembered of an event."""

    days: str
    """Its days and its hour."""
    title: str


@dataclass(frozen=True, slots=True)
class SinceLeft:
    """What came since, as the panes show it."""

    words: str
    """`since you left, 14:05: 7 posts · 2 edited · 1 gone · 2 new actors · 5 new quotes · 1 new, 1 moved events`."""
    posts: frozenset[int]
    """Those of the stream that are new; none when posts were only edited, or are gone."""
    below: int
    """The post that the line is drawn above: the first one that was known, with nothing but new ones on top of it.

    0 where the stream has no post.
    """
    newest: int
    """The new post that stands highest in the stream, below the line when none stands above; the top one when none is new."""
    new: frozenset[int]
    """All posts that are new, in the stream or not."""
    actors: frozenset[str] = frozenset()
    """Those who are quoted in new posts, and in words that edits brought, alone."""
    quotes: int = 0
    """Words that stand there alone."""
    brought: frozenset[Spot] = frozenset()
    """Where quotes stand that edits brought into posts that were known."""
    events: Mapping[str, str] = field(default_factory=dict)
    """`new` or `moved`, by key."""

    def is_new(self, row: SpokenRow) -> bool:
        """Whether all places of these words are in new posts, or came by an edit."""
        return all(
            place.post_id in self.new or (place.post_id, place.place, place.start) in self.brought
            for place in row.places
        )

    @property
    def events_in_words(self) -> str:
        """`1 new, 1 moved`; empty when none is."""
        return events_in_words(self.events)


def events_in_words(events: Mapping[str, str]) -> str:
    """`1 new, 1 moved`; empty when none is."""
    counts = Counter(events.values())
    return ", ".join(f"{counts[what]} {what}" for what in (NEW, MOVED) if counts[what])


def places(posts: Iterable[Post]) -> dict[str, list[int]]:
    """By a source's id, the first and the last `n` of each run of its posts; of posts that share one, each has a run."""
    return {str(source): _runs(of_source) for source, of_source in _by_source(posts).items()}


def _by_source(posts: Iterable[Post]) -> dict[int, list[Post]]:
    found: defaultdict[int, list[Post]] = defaultdict(list)
    for post in posts:
        found[post.source_id].append(post)
    return found


def _runs(posts: Iterable[Post]) -> list[int]:
    runs: list[int] = []
    for n in sorted(post.n for post in posts):
        if runs and n == runs[-1] + 1:
            runs[-1] = n
        else:
            runs += [n, n]
    return runs


def new_posts(posts: Iterable[Post], known: Mapping[str, Sequence[int]]) -> frozenset[int]:
    """The posts that are not among those of these places; of several at one place those that were stored last."""
    new = set()
    for source, of_source in _by_source(posts).items():
        runs = known.get(str(source), ())
        if _runs(of_source) == [*runs]:
            continue
        # Looked up in the runs: those of a damaged file may be too long to be counted out.
        pairs = [(a, b) for a, b in zip(runs[::2], runs[1::2], strict=True) if a <= b]
        firsts, lasts = sorted(a for a, _ in pairs), sorted(b for _, b in pairs)
        there = {post.n: bisect_right(firsts, post.n) - bisect_left(lasts, post.n) for post in of_source}
        for post in of_source:
            if there[post.n]:
                there[post.n] -= 1
            else:
                new.add(post.id)
    return frozenset(new)


def known_events(events: Iterable[Event]) -> dict[str, KnownEvent]:
    """By its key, what is to be remembered of each event."""
    return {event.key: KnownEvent(_days(event), event.title) for event in events}


def _days(event: Event) -> str:
    return " ".join(str(part) for part in (event.start, event.end, event.at) if part is not None)


@dataclass(frozen=True, slots=True)
class _Changed:
    """The posts that are not as they were."""

    new: frozenset[int] = frozenset()
    edited: frozenset[int] = frozenset()
    gone: frozenset[int] = frozenset()

    @property
    def all(self) -> frozenset[int]:
        return self.new | self.edited | self.gone

    def among(self, posts: Collection[int]) -> _Changed:
        return _Changed(*(part.intersection(posts) for part in (self.new, self.edited, self.gone)))


@dataclass(frozen=True, slots=True)
class _NewFacts:
    """What new posts and edits alone tell, each with the posts where it stands."""

    actors: Mapping[str, frozenset[int]] = field(default_factory=dict)
    quotes: Sequence[frozenset[int]] = ()
    brought: frozenset[Spot] = frozenset()
    events: Mapping[str, tuple[str, frozenset[int]]] = field(default_factory=dict)


class _Found(NamedTuple):
    """What was worked out last, and from what."""

    facts: Facts
    changed: _Changed
    newest: int
    """The newest post that any of these facts stands in."""
    told: _NewFacts

    def holds(self, facts: Facts, changed: _Changed) -> bool:
        """Whether it holds of these, too: more posts that came, and that nobody has looked into yet, tell nothing."""
        before = self.changed
        return (
            facts is self.facts
            and (changed.edited, changed.gone) == (before.edited, before.gone)
            and changed.new >= before.new
            and all(one > self.newest for one in changed.new - before.new)
        )


class SinceLooker:
    """Tells what came since a desk was left, and remembers what it has worked out.

    Threads may overtake one another here: what is remembered is replaced as a whole, with what it was worked out from.
    """

    def __init__(
        self, left: datetime, posts: Mapping[str, Sequence[int]], events: Mapping[str, KnownEvent], now: datetime
    ) -> None:
        """`left` and `now` are aware: when the desk was left, and when it was opened again."""
        self._left, self._now = left, now
        self._places, self._events = posts, events
        self._known: frozenset[int] | None = None
        """The posts that were there, once the story is read."""
        self._posts: tuple[object, _Changed] = None, _Changed()
        """The posts that are not as they were, and by which rows they were found."""
        self._found: _Found | None = None

    def look(
        self, story: Story, stream: Stream, clock: Clock, zone: tzinfo, among: Collection[int] | None = None
    ) -> SinceLeft | None:
        """What came, in the story as it stands; None when nothing did.

        With `among`, only what these posts tell; `stream` is what is shown of the story.
        """
        if not self._places:
            return None
        there = story.post_by_id
        found = self._changed_posts(story, stream)
        changed = found.among([one for one in found.all if not clock.hides(there[one])])
        shown = changed if among is None else changed.among(among)
        if not shown.all:
            return None
        facts = self._new_facts(story, changed)
        actors = frozenset(name for name, where in facts.actors.items() if not where.isdisjoint(shown.all))
        quotes = sum(not where.isdisjoint(shown.all) for where in facts.quotes)
        events = {
            key: what for key, (what, where) in facts.events.items() if among is None or not where.isdisjoint(among)
        }
        parts = [counted(len(shown.new), "post")] if shown.new else []
        parts += [_told(shown.edited, "edited", parts), _told(shown.gone, "gone", parts or shown.edited)]
        parts += [counted(len(actors), "new actor")] if actors else []
        parts += [counted(quotes, "new quote")] if quotes else []
        parts += [f"{events_in_words(events)} event{'' if len(events) == 1 else 's'}"] if events else []
        words = f"since you left, {self._when(zone)}: {' · '.join(filter(None, parts))}"
        line = _line(stream, shown.new)
        return SinceLeft(words, shown.new, *line, changed.new, actors, quotes, facts.brought, events)

    def _changed_posts(self, story: Story, stream: Stream) -> _Changed:
        there = story.post_by_id
        if self._known is None:
            self._known = frozenset(there) - new_posts(story.posts, self._places)
        line, before = self._posts
        # Rows that go on from those of before say what has come: not every post is looked at for each one that comes.
        ids = before.all | stream.recent if stream.line is line else there
        new = frozenset(one for one in ids if one not in self._known and one in there)
        known = [there[one] for one in ids if one in self._known and one in there]
        gone = frozenset(post.id for post in known if post.gone is not None and post.gone >= self._left)
        edited = frozenset(post.id for post in known if self._wording(post) is not None) - gone
        self._posts = stream.line, (changed := _Changed(new, edited, gone))
        return changed

    def _wording(self, post: Post) -> Revision | None:
        """What the post said when the desk was left; None when it says so still."""
        return next((one for one in post.revisions if one.replaced_at and one.replaced_at >= self._left), None)

    def _new_facts(self, story: Story, changed: _Changed) -> _NewFacts:
        found = self._found
        if found is None or not found.holds(story.facts, changed):
            known = {
                one: wording for one in changed.all - changed.new if (wording := self._wording(story.post_by_id[one]))
            }
            brought = frozenset(_brought_quotes(story.facts.quotes, known) if known else ())
            actors, quotes = _new_quotes(story, changed.new, known, brought)
            events = _changed_events(story, changed.new, known, self._events)
            told = _NewFacts(actors, quotes, brought, events)
            found = self._found = _Found(story.facts, changed, _newest_post(story.facts), told)
        return found.told

    def _when(self, zone: tzinfo) -> str:
        left, now = in_zone(self._left, zone), in_zone(self._now, zone)
        day = "" if left.date() == now.date() else f"{short_day(left.date(), year=left.year != now.year)} "
        return f"{day}{left:%H:%M}" + (f" {zone_name(left)}" if zone is SOURCE_ZONE else "")


def _newest_post(facts: Facts) -> int:
    """The highest id of a post that a quote or an event stands in; ids run on as posts come."""
    quoted = (quote.post_id for quote in facts.quotes)
    mentioned = (mention.post_id for event in facts.events for mention in event.mentions)
    return max(chain(quoted, mentioned), default=0)


def _told(posts: Collection[int], what: str, before: object) -> str:
    """`1 post edited`; `1 edited` where other posts are told of before it; empty when there is none."""
    if not posts:
        return ""
    return f"{len(posts)} {what}" if before else f"{counted(len(posts), 'post')} {what}"


def _line(stream: Stream, new: Collection[int]) -> tuple[int, int]:
    """The post that the line is drawn above, and the new one that stands highest: what stands on top is above the line.

    The line is at the very top when the newest post was known, and as far down as there are posts when none was.
    """
    if not len(stream):
        return 0, 0
    keys = [stream.key_at(0)]
    for at in range(len(stream)):
        if (keys[0] in new) is not ((key := stream.key_at(at)) in new):
            return (key, keys[0]) if keys[0] in new else (keys[0], key)
    return keys[0], keys[0]


def _brought_quotes(quotes: Iterable[Quote], known: Mapping[int, Revision]) -> Iterator[Spot]:
    """Where quotes stand whose words their post had not when the desk was left."""
    for quote in quotes:
        wording = known.get(quote.post_id)
        if wording is not None and quote.text not in wording.text and quote.text not in (wording.headline or ""):
            yield quote.post_id, quote.place, quote.start


def _new_quotes(
    story: Story, new: frozenset[int], known: Mapping[int, Revision], brought: frozenset[Spot]
) -> tuple[dict[str, frozenset[int]], list[frozenset[int]]]:
    """Who is quoted in new posts and in what edits brought alone, and the words that stand there alone.

    Who was named in an earlier wording may have been quoted there: nobody looks for quotes in it.
    """

    def is_new(one: Quote | Statement) -> bool:
        return one.post_id in new or (bool(brought) and (one.post_id, one.place, one.start) in brought)

    touched = {quote.speaker for quote in story.facts.quotes if is_new(quote)}
    named = {actor.name: {actor.name, *actor.aliases} for actor in story.facts.actors if actor.resolved}
    actors, quotes = {}, []
    for speaker in touched:
        spoken = [
            (one, story.post_by_id[one.post_id])
            for one in story.said_by[speaker]
            if isinstance(one, Quote) and one.post_id in story.post_by_id
        ]
        where = frozenset(quote.post_id for quote, _ in spoken)
        before = [known[one].text for one in where if one in known]
        if (
            speaker in named
            and all(is_new(quote) for quote, _ in spoken)
            and not any(name in text for name in named[speaker] for text in before)
        ):
            actors[speaker] = where
        groups = said_groups(_comparable(spoken, is_new))
        quotes += [
            frozenset(one.post_id for one, _ in group.places)
            for group in groups
            if all(is_new(one) for one, _ in group.places)
        ]
    return actors, quotes


def _comparable(spoken: Sequence[tuple[Quote, Post]], is_new: Callable[[Quote], bool]) -> list[tuple[Quote, Post]]:
    """Of one speaker's quotes those that are new, and others that may be the same words.

    To put everything that somebody ever said together takes seconds in a long story.
    """
    later = [(quote, post) for quote, post in spoken if is_new(quote)]
    words = {quote.text.casefold() for quote, _ in later}
    moments = [post.published.at.timestamp() for _, post in later if post.published]
    first, last = min(moments, default=0.0) - SAME_OCCASION, max(moments, default=0.0) + SAME_OCCASION
    return later + [
        (quote, post)
        for quote, post in spoken
        if not is_new(quote)
        and (post.published is None or first <= post.published.at.timestamp() <= last or quote.text.casefold() in words)
    ]


def _changed_events(
    story: Story, new: frozenset[int], edited: Collection[int], before: Mapping[str, KnownEvent]
) -> dict[str, tuple[str, frozenset[int]]]:
    """The events that only new and edited posts mention, and those that were known and have other days by now."""
    events = story.facts.events
    found = {}
    came = []
    for event in events:
        where = frozenset(mention.post_id for mention in event.mentions)
        if event.key in before:
            if before[event.key].days != _days(event):
                found[event.key] = MOVED, where
        elif not where.isdisjoint(edited):
            came.append((event, where))
        elif where and where <= new:
            found[event.key] = NEW, where
    there = {event.key for event in (*events, *story.facts.dismissed)}
    lost = {key: known for key, known in before.items() if key not in there}
    for event, where in came:
        was = [key for key, known in lost.items() if _may_be(event, key, known)]
        namesakes = [other for other, _ in came if any(_may_be(other, key, lost[key]) for key in was)]
        # Of two that are called the same neither is surely the one that was there.
        if len(was) == len(namesakes) == 1:
            if lost[was[0]].days != _days(event):
                found[event.key] = MOVED, where
        elif all(one in new or one in edited for one in where) and not was:
            found[event.key] = NEW, where
    return found


def _may_be(event: Event, key: str, known: KnownEvent) -> bool:
    """Whether an event that an edited post mentions may be one that nothing mentions any more, with other days.

    A key begins with the days, so that it changes with them where the very words are edited; class and name do not.
    """
    words, others = ({*title.casefold().split()} for title in (event.title, known.title))
    return _class(event.key) == _class(key) and bool(words and others) and (words <= others or others <= words)


def _class(key: str) -> str:
    """The class of noun in an event's key."""
    return key.split(":", 2)[1] if ":" in key else ""
