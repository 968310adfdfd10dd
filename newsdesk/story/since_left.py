"""What has come into a story since its desk was left. Pure.

What is remembered of posts is small: a post's `n` never changes and a source's run on, so that a few numbers say which
were there. Actors and quotes that are new are those that stand in new posts alone, whatever anybody is called by now.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, tzinfo

from newsdesk.model import Event, Facts, Post, Quote
from newsdesk.story import Story
from newsdesk.story.clock import Clock
from newsdesk.story.quotes import SpokenRow, said_groups
from newsdesk.story.repeats import SAME_OCCASION
from newsdesk.story.stream import Stream
from newsdesk.story.wording import SOURCE_ZONE, counted, in_zone, short_day, zone_name

NEW, MOVED = "new", "moved"


@dataclass(frozen=True, slots=True)
class SinceLeft:
    """What came since, as the panes show it."""

    words: str
    """`since you left, 14:05: 7 posts · 2 new actors · 5 new quotes · 1 new, 1 moved events`."""
    posts: frozenset[int]
    """Those of the stream that are new."""
    below: int
    """The post that the line is drawn above: the first one that was known, with nothing but new ones on top of it."""
    newest: int
    """The new post that stands highest in the stream; below the line when none stands above."""
    new: frozenset[int]
    """All posts that are new, in the stream or not."""
    actors: frozenset[str] = frozenset()
    """Those who are quoted in new posts alone."""
    quotes: int = 0
    """Words that stand in new posts alone."""
    events: Mapping[str, str] = field(default_factory=dict)
    """`new` or `moved`, by key."""

    def is_new(self, row: SpokenRow) -> bool:
        """Whether all places of these words are in new posts."""
        return all(place.post_id in self.new for place in row.places)

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


def event_days(events: Iterable[Event]) -> dict[str, str]:
    """By key, the days and the hour of each event."""
    return {event.key: _days(event) for event in events}


def _days(event: Event) -> str:
    return " ".join(str(part) for part in (event.start, event.end, event.at) if part is not None)


@dataclass(frozen=True, slots=True)
class _NewFacts:
    """What new posts alone tell, each with the posts where it stands."""

    actors: Mapping[str, frozenset[int]] = field(default_factory=dict)
    quotes: Sequence[frozenset[int]] = ()
    events: Mapping[str, tuple[str, frozenset[int]]] = field(default_factory=dict)


class SinceLooker:
    """Tells what came since a desk was left, and remembers what it has worked out.

    Threads may overtake one another here: what is remembered is replaced as a whole, with what it was worked out from.
    """

    def __init__(
        self, left: datetime, posts: Mapping[str, Sequence[int]], events: Mapping[str, str], now: datetime
    ) -> None:
        """`left` and `now` are aware: when the desk was left, and when it was opened again."""
        self._left, self._now = left, now
        self._places, self._days = posts, events
        self._known: frozenset[int] | None = None
        """The posts that were there, once the story is read."""
        self._posts: tuple[object, frozenset[int]] = None, frozenset()
        """The new posts, and by which rows they were found."""
        self._found: tuple[Facts, frozenset[int], _NewFacts] | None = None

    def look(
        self, story: Story, stream: Stream, clock: Clock, zone: tzinfo, among: Collection[int] | None = None
    ) -> SinceLeft | None:
        """What came, in the story as it stands; None when nothing did.

        With `among`, only what these posts tell; `stream` is what is shown of the story.
        """
        if not self._places:
            return None
        new = frozenset(one for one in self._new_posts(story, stream) if not clock.hides(story.post_by_id[one]))
        shown = new if among is None else new.intersection(among)
        if not shown:
            return None
        found = self._new_facts(story, new)
        actors = frozenset(name for name, where in found.actors.items() if not where.isdisjoint(shown))
        quotes = sum(not where.isdisjoint(shown) for where in found.quotes)
        events = {
            key: what for key, (what, where) in found.events.items() if among is None or not where.isdisjoint(among)
        }
        parts = [counted(len(shown), "post")]
        parts += [counted(len(actors), "new actor")] if actors else []
        parts += [counted(quotes, "new quote")] if quotes else []
        parts += [f"{events_in_words(events)} event{'' if len(events) == 1 else 's'}"] if events else []
        words = f"since you left, {self._when(zone)}: {' · '.join(parts)}"
        return SinceLeft(words, shown, *_line(stream, shown), new, actors, quotes, events)

    def _new_posts(self, story: Story, stream: Stream) -> frozenset[int]:
        there = story.post_by_id
        if self._known is None:
            self._known = frozenset(there) - new_posts(story.posts, self._places)
        line, before = self._posts
        # Rows that go on from those of before say what has come: not every post is looked at for each one that comes.
        ids = before | stream.recent if stream.line is line else there
        new = frozenset(one for one in ids if one not in self._known and one in there)
        self._posts = stream.line, new
        return new

    def _new_facts(self, story: Story, new: frozenset[int]) -> _NewFacts:
        found = self._found
        if found is None or found[0] is not story.facts or found[1] != new:
            actors, quotes = _new_quotes(story, new)
            found = self._found = story.facts, new, _NewFacts(actors, quotes, _changed_events(story, new, self._days))
        return found[2]

    def _when(self, zone: tzinfo) -> str:
        left, now = in_zone(self._left, zone), in_zone(self._now, zone)
        day = "" if left.date() == now.date() else f"{short_day(left.date(), year=left.year != now.year)} "
        return f"{day}{left:%H:%M}" + (f" {zone_name(left)}" if zone is SOURCE_ZONE else "")


def _line(stream: Stream, new: Collection[int]) -> tuple[int, int]:
    """The post that the line is drawn above, and the new one that stands highest: what stands on top is above the line.

    The line is at the very top when the newest post was known, and as far down as there are posts when none was.
    """
    keys = [stream.key_at(0)]
    for at in range(len(stream)):
        if (keys[0] in new) is not ((key := stream.key_at(at)) in new):
            return (key, keys[0]) if keys[0] in new else (keys[0], key)
    return keys[0], keys[0]


def _new_quotes(story: Story, new: frozenset[int]) -> tuple[dict[str, frozenset[int]], list[frozenset[int]]]:
    """Who is quoted in new posts alone, and the words that stand there alone."""
    touched = {quote.speaker for quote in story.facts.quotes if quote.post_id in new}
    named = {actor.name for actor in story.facts.actors if actor.resolved}
    actors, quotes = {}, []
    for speaker in touched:
        spoken = [
            (one, story.post_by_id[one.post_id])
            for one in story.said_by[speaker]
            if isinstance(one, Quote) and one.post_id in story.post_by_id
        ]
        if speaker in named and all(quote.post_id in new for quote, _ in spoken):
            actors[speaker] = frozenset(quote.post_id for quote, _ in spoken)
        for group in said_groups(_comparable(spoken, new)):
            where = frozenset(one.post_id for one, _ in group.places)
            if where <= new:
                quotes.append(where)
    return actors, quotes


def _comparable(spoken: Sequence[tuple[Quote, Post]], new: Collection[int]) -> list[tuple[Quote, Post]]:
    """Of one speaker's quotes those in new posts, and others that may be the same words.

    To put everything that somebody ever said together takes seconds in a long story.
    """
    later = [(quote, post) for quote, post in spoken if post.id in new]
    words = {quote.text.casefold() for quote, _ in later}
    moments = [post.published.at.timestamp() for _, post in later if post.published]
    first, last = min(moments, default=0.0) - SAME_OCCASION, max(moments, default=0.0) + SAME_OCCASION
    return later + [
        (quote, post)
        for quote, post in spoken
        if post.id not in new
        and (post.published is None or first <= post.published.at.timestamp() <= last or quote.text.casefold() in words)
    ]


def _changed_events(
    story: Story, new: frozenset[int], before: Mapping[str, str]
) -> dict[str, tuple[str, frozenset[int]]]:
    """The events that only new posts mention, and those that were known and have other days by now."""
    found = {}
    for event in story.facts.events:
        where = frozenset(mention.post_id for mention in event.mentions)
        if event.key in before:
            if before[event.key] != _days(event):
                found[event.key] = MOVED, where
        elif where and where <= new:
            found[event.key] = NEW, where
    return found
