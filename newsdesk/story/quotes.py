"""Rows of the quotes pane: actors, and one actor's quotes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo

from newsdesk.model import Place, Post, Precision, Quote, Statement
from newsdesk.story import Story
from newsdesk.story.citation import Citation, cited
from newsdesk.story.clock import Clock
from newsdesk.story.corrections import Spot, spoken_at, spot
from newsdesk.story.filter import NOBODY_NAMED
from newsdesk.story.folding import folded
from newsdesk.story.nested import quoted_by
from newsdesk.story.passages import Passage, passage, surroundings
from newsdesk.story.post_order import sort_key
from newsdesk.story.repeats import one_occasion, renderings, said_once, span_of
from newsdesk.story.wording import headline_words, short_published, state_of_post

DOUBT = 0.8
"""Quotes below this confidence carry a visible mark of doubt; of those above it, 96 in 100 speakers are to be right."""
NOBODYS = "Nobody's words"
"""Stands where an actor's name does, for what the user says is nobody's quote."""
BARS = 8
"""Cells of an actor's activity line."""
ACTIVE_SPAN = timedelta(hours=24)
"""What the activity line covers, back from the story's newest quote: a line over months would say nothing of today."""
PRONOUNS = frozenset({"he", "she", "they", "it", "we", "i", "who"})
_LEVELS = " ▁▂▃▄▅▆▇█"


@dataclass(frozen=True, slots=True)
class ActorRow:
    """One actor of the upper list."""

    name: str
    count: int
    activity: str
    """Eight cells of three hours up to the story's newest quote, each as high as the actor was busy then."""
    role: str
    resolved: bool = True
    """False: words as written ("a spokesman"), which may mean somebody else in every post; they stand after all actors."""
    aside: bool = False
    """Nobody's words: they stand at the end and are no quotes."""


@dataclass(frozen=True, slots=True)
class SpokenRow:
    """One quote or statement of the lower list, with all places where it stands."""

    post_id: int
    """Of the place that has most of the words, as the four below."""
    place: Place
    start: int
    end: int
    text: str
    when: str
    """When these words were published; `detail` tells when a piece of them was before."""
    detail: str
    """Kind, relay, role of the speaker as written: `partial · on X · as “the Turkish president”`; that the post was edited or is gone."""
    source: str
    repeats: int
    doubtful: bool
    reported: bool
    """A statement: reported speech, not the speaker's own words."""
    citation: Citation
    """What `y` copies: the words, who said them, source, time, link."""
    places: tuple[Spot, ...] = ()
    """Everywhere these words stand, or a piece of them, the first time first."""
    also_as: tuple[str, ...] = ()
    """Other words of this actor that may render the same sentence, with their source: `“...”, Coast Daily`."""


def actor_rows(story: Story, clock: Clock, among: Collection[int] | None = None) -> list[ActorRow]:
    """Actors by number of quotes, most first, then words as written; quotes that name no speaker stand together at the end.

    With `among`, only what these posts quote.
    """
    quotes = _seen(story, story.facts.quotes, clock, among)
    counts = Counter(quote.speaker or NOBODY_NAMED for quote, _ in quotes)
    times: dict[str, list[float]] = {}
    for quote, post in quotes:
        if post.published:
            times.setdefault(quote.speaker or NOBODY_NAMED, []).append(post.published.at.timestamp())
    newest = max((moment for moments in times.values() for moment in moments), default=0.0)
    roles = {actor.name: actor.roles[0] for actor in story.facts.actors if actor.roles}
    unresolved = {actor.name for actor in story.facts.actors if not actor.resolved}
    names = sorted(counts, key=lambda name: (name == NOBODY_NAMED, name in unresolved, -counts[name], name))
    return [
        ActorRow(
            name=name,
            count=counts[name],
            activity=_activity(times.get(name, []), newest),
            role=roles.get(name, ""),
            resolved=name not in unresolved,
        )
        for name in names
    ]


def nobodys_rows(story: Story, clock: Clock, among: Collection[int] | None = None) -> list[ActorRow]:
    """The row below all actors, from where the user can give words back; none when there are none."""
    count = len(_seen(story, story.facts.nobodys, clock, among))
    return [ActorRow(NOBODYS, count, "", "", aside=True)] if count else []


def quote_rows(
    story: Story,
    actor: str,
    clock: Clock,
    zone: tzinfo,
    *,
    statements: bool = False,
    among: Collection[int] | None = None,
) -> list[SpokenRow]:
    """One actor's quotes, those first said last on top; words that were said once and stand in several places are one row.

    With `statements`, those too; with `among`, only what these posts quote.
    """
    groups = said_groups(said_in_sight(story, actor, clock, statements=statements, among=among))
    others = _renderings(story, groups)
    return [_row(story, group, others[at], zone, nobodys=actor == NOBODYS) for at, group in enumerate(groups)]


def said_in_sight(
    story: Story, actor: str, clock: Clock, *, statements: bool, among: Collection[int] | None
) -> list[tuple[Quote | Statement, Post]]:
    """What the rows of this actor are made of, with the posts where it stands."""
    if actor == NOBODYS:
        return _seen(story, story.facts.nobodys, clock, among)
    spoken = story.said_by.get(None if actor == NOBODY_NAMED else actor, ())
    return _seen(story, [one for one in spoken if statements or isinstance(one, Quote)], clock, among)


@dataclass(frozen=True, slots=True)
class Group:
    """Words that were said once."""

    fullest: tuple[Quote | Statement, Post]
    """The place that has most of them."""
    places: list[tuple[Quote | Statement, Post]]
    """All, the first time first."""


def said_groups(spoken: Iterable[tuple[Quote | Statement, Post]]) -> list[Group]:
    """One actor's quotes and statements by what was said once, what was first said last on top."""
    # A headline tightens what its post quotes in full; of places with the same words the first one stands for all.
    in_time = sorted(spoken, key=lambda place: (_first_key(place[1]), place[0].place == "headline", place[0].start))
    groups: list[Group] = []
    for kind in (Quote, Statement):
        places = [place for place in in_time if isinstance(place[0], kind)]
        once = said_once([one.text for one, _ in places], [_moment(post) for _, post in places])
        groups += [Group(places[said.fullest], [places[at] for at in said.places]) for said in once]
    groups.sort(key=lambda group: (sort_key(group.places[0][1]), -group.places[0][0].start), reverse=True)
    return groups


def first_said(group: Group, zone: tzinfo) -> str | None:
    """Like "first 11 May 09:30" where a piece of the words was published before all of them; else None."""
    first = short_published(group.places[0][1], zone)
    return None if first == short_published(group.fullest[1], zone) else f"first {first}"


def _renderings(story: Story, groups: Sequence[Group]) -> list[tuple[str, ...]]:
    """For each group the words of others that may render the same sentence, with their sources."""
    spans = [span_of(_moment(post) for _, post in group.places) for group in groups]
    return [
        tuple(
            f"“{groups[other].fullest[0].text}”, {story.tag(groups[other].fullest[1].source_id)}"
            for other in same
            if isinstance(groups[other].fullest[0], Quote)
            and isinstance(groups[at].fullest[0], Quote)
            and one_occasion(spans[at], spans[other])
        )
        for at, same in enumerate(renderings([group.fullest[0].text for group in groups]))
    ]


def _first_key(post: Post) -> tuple[bool, date, bool, tuple[bool, float, int, int]]:
    """Oldest first, to say when words were first published: of a day, posts without an hour come last."""
    published = post.published
    without_hour = published is None or published.precision is Precision.DAY
    return (published is None, published.day if published else date.min, without_hour, sort_key(post))


def _moment(post: Post) -> float | None:
    return post.published.at.timestamp() if post.published else None


def passages_of(story: Story, row: SpokenRow, clock: Clock, zone: tzinfo) -> list[Passage]:
    """Every place in sight where the row's words stand, the first time first."""
    spoken = {spot(one): one for one in spoken_at(story.facts, row.places)}
    return [
        passage(story, post, one.place, (one.start, one.end), surroundings(post, one.place, one.start, one.end), zone)
        for place in row.places
        if (one := spoken.get(place)) and (post := story.post_by_id.get(one.post_id)) and not clock.hides(post)
    ]


def citation(
    story: Story, said: Quote | Statement, post: Post, zone: tzinfo, *, doubtful: bool, nobodys: bool = False
) -> Citation:
    """A quotation in its marks with its speaker. Reported speech stands without quotation marks; doubt goes along.

    With `nobodys`, the user said that nobody says these words: no name stands there.
    """
    if nobodys:
        return cited(f"“{said.text}”", story, post, zone)
    words = f"{said.text} (reported)" if isinstance(said, Statement) else f"“{said.text}”"
    speaker = said.speaker or NOBODY_NAMED.lower()
    if said.speaker and doubtful:
        speaker += " (unsure)"
    return cited(words, story, post, zone, who=speaker)


def post_citation(story: Story, post_id: int, zone: tzinfo) -> Citation | None:
    """The headline and where it stands; None when the post is no longer in the story."""
    post = story.post_by_id.get(post_id)
    return cited(headline_words(post), story, post, zone) if post else None


def _seen(
    story: Story, spoken: Iterable[Quote | Statement], clock: Clock, among: Collection[int] | None
) -> list[tuple[Quote | Statement, Post]]:
    pairs = ((said, story.post_by_id.get(said.post_id)) for said in spoken if among is None or said.post_id in among)
    return [(said, post) for said, post in pairs if post is not None and not clock.hides(post)]


def relayed_by(story: Story, quote: Quote, post: Post) -> str | None:
    """Who relayed a quotation, or None when it is the post's own publisher: that the source's name tells."""
    source = story.source_by_id.get(post.source_id)
    publisher = folded(source.publisher or "").split() if source else []
    via = folded(quote.via or "").split()
    return quote.via if via and publisher[: len(via)] != via else None


def _row(story: Story, group: Group, also_as: tuple[str, ...], zone: tzinfo, *, nobodys: bool) -> SpokenRow:
    said, post = group.fullest
    # Words that were said once, in several places: the surest place speaks for all.
    doubtful = not nobodys and max(place.confidence for place, _ in group.places) < DOUBT
    quote = said if isinstance(said, Quote) else None
    detail = []
    if quote and quote.kind != "direct":
        detail.append(str(quote.kind))
    via = relayed_by(story, quote, post) if quote else None
    if via:
        detail.append(f"via {via}")
    if quote and (passed_on := quoted_by(quote, story.outer_quotes)):
        detail.append(passed_on)
    if quote and quote.surface and quote.speaker and _tells_more(quote.surface, quote.speaker):
        detail.append(f"as “{quote.surface}”")
    if any(place.corrected for place, _ in group.places):
        detail.append("speaker set by you")
    if first := first_said(group, zone):
        detail.append(first)
    if state := state_of_post(post):
        detail.append(state)
    return SpokenRow(
        post_id=said.post_id,
        place=said.place,
        start=said.start,
        end=said.end,
        text=said.text,
        when=short_published(post, zone),
        detail=" · ".join(detail),
        source=str(story.tag(post.source_id)),
        repeats=len(group.places),
        doubtful=doubtful,
        reported=quote is None,
        citation=citation(story, said, post, zone, doubtful=doubtful, nobodys=nobodys),
        places=tuple(spot(place) for place, _ in group.places),
        also_as=also_as,
    )


def _tells_more(surface: str, speaker: str) -> bool:
    """Whether the words that the speaker was taken from say something that the name does not: a role, not a pronoun."""
    return surface.casefold() not in PRONOUNS and surface not in speaker and speaker not in surface


def _activity(moments: list[float], newest: float) -> str:
    cells = [0] * BARS
    width = ACTIVE_SPAN.total_seconds() / BARS
    for moment in moments:
        ago = int((newest - moment) / width)
        if ago < BARS:
            cells[BARS - 1 - ago] += 1
    most = max(*cells, 1)
    return "".join(_LEVELS[0 if not cell else max(1, round(cell / most * 8))] for cell in cells)
