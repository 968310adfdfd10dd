"""Mentions of days ahead gathered into events: the same days and the same thing, or the same days, people and place. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import Final

from newsdesk.find.dates.day_headings import MARKS
from newsdesk.find.event_nouns import EVENT_VERBS, class_of, nouns_in
from newsdesk.find.events.belonging import belongs, tells_otherwise
from newsdesk.find.events.particulars import distinct, other_level, restates, same_words, shared_words, speaks_of
from newsdesk.find.events.sameness import other_thing
from newsdesk.find.events.sightings import NEAR, Gathered, Sighting, in_common, is_one_hour, others
from newsdesk.find.events.stand_ins import one_body
from newsdesk.find.events.stems import stems
from newsdesk.find.events.whose import of_another
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_Days = tuple[date, date | None]
_ENCOUNTERS: Final = word_set("talks visit")
"""Classes that are words for one encounter."""
_ONE_A_DAY: Final = word_set("truce budget inauguration")
"""Classes of what hardly ever begins twice a day in one story: a truce, a curfew, sanctions."""
_TELLING: Final = 2.0
"""Weight of a name that stands on its own (`titles`)."""
_NAMED: Final = 1.2
"""Weight from which a name without a noun of an event makes an event of its own."""
_MOST_A_DAY: Final = 40
"""Events kept apart on the same days; what comes beyond them makes none, so that work stays linear."""
_WELL_KNOWN: Final = 3
"""Mentions that make an event the one people mean by its day."""


def gather(found: Sequence[Sighting]) -> list[Gathered]:
    """The events of sightings in order of their posts, oldest first."""
    by_days: dict[_Days, list[Sighting]] = {}
    for each in found:
        by_days.setdefault((each.start, each.end), []).append(each)
    events = [event for days, sightings in by_days.items() for event in _of_days(days, sightings)]
    _fold_open_days(events)
    _fold_first_hopes(events)
    _tell_apart(events)
    _fold_first_days(events)
    _fold_last_days(events)
    return events


def _fold_first_hopes(events: list[Gathered]) -> None:
    """What could come "as early as Thursday" is the only thing of its class and people that has a day of the week behind."""
    for event in [each for each in events if all(sighting.at_the_earliest for sighting in each.sightings)]:
        fitting = [
            each
            for each in events
            if each.noun_class == event.noun_class is not None
            and event.start < each.start <= event.start + timedelta(days=7)
            and _all_belong(event, each)
        ]
        if len(fitting) == 1:
            fitting[0].add(*event.sightings)
            fitting[0].sightings.sort(key=lambda sighting: sighting.order)
            events.remove(event)


def _fold_open_days(events: list[Gathered]) -> None:
    """What is "at the weekend" is the one thing of its kind and people that one of these days is told for."""
    open_ones = [event for event in events if event.somewhen]
    if not open_ones:
        return
    dated: dict[str | None, list[Gathered]] = {}
    for event in events:
        if not event.somewhen:
            dated.setdefault(event.noun_class, []).append(event)
    for event in open_ones:
        fitting = [
            each
            for each in dated.get(event.noun_class, ())
            if event.end is not None
            and each.start <= event.end
            and event.start <= (each.end or each.start)
            and (
                _all_belong(event, each)
                if event.noun_class
                else any(title in each.titles or same_words(title, each.titles) for title in event.titles)
            )
        ]
        if len(fitting) == 1:
            if event.first < fitting[0].first:
                fitting[0].known_as = event
            fitting[0].add(*event.sightings)
            fitting[0].sightings.sort(key=lambda sighting: sighting.order)
            events.remove(event)


def _fold_first_days(events: list[Gathered]) -> None:
    """A day on which something of its class and people begins that lasts longer: "the walkout, due to begin on ..."."""
    lasting: dict[tuple[date, str | None], list[Gathered]] = {}
    for event in events:
        if event.end is not None and event.noun_class is not None and not event.somewhen:
            lasting.setdefault((event.start, event.noun_class), []).append(event)
    if not lasting:
        return
    for event in [event for event in events if event.end is None]:
        longer = lasting.get((event.start, event.noun_class), [])
        fitting = [each for each in longer if _all_belong(event, each)]
        if not fitting and all(_bare(sighting) for sighting in event.sightings):
            # "The strike on 17 December", whoever the sentence names beside it: the only one that begins that day.
            fitting = longer
        fitting = fitting or [each for each in longer if event.posts <= each.posts and _only_headlines(event)]
        if len(fitting) == 1:
            if event.first < fitting[0].first:
                fitting[0].known_as = event
            fitting[0].add(*event.sightings)
            fitting[0].sightings.sort(key=lambda sighting: sighting.order)
            events.remove(event)


def _fold_last_days(events: list[Gathered]) -> None:
    """The day on which something of its class and people ends whose days are known: "the summit ends tomorrow"."""
    lasting: dict[tuple[date, str], list[Gathered]] = {}
    for event in events:
        if event.end is not None and event.noun_class is not None and not event.somewhen:
            lasting.setdefault((event.end, event.noun_class), []).append(event)
    if not lasting:
        return
    for event in [event for event in events if event.end is None and event.noun_class is not None]:
        if not event.titles or not all(_ENDS.search(title) for title in event.titles):
            continue
        longer = lasting.get((event.start, event.noun_class or ""), [])
        if len(longer) != 1 or distinct(event.titles, longer[0].titles, event.words, longer[0].words):
            continue
        if _all_belong(event, longer[0]):
            longer[0].add(*event.sightings)
            longer[0].sightings.sort(key=lambda sighting: sighting.order)
            events.remove(event)


_ENDS: Final = late_pattern(r" (?:ends|finishes|(?:to )?(?:end|finish|conclude))(?: (?:in|at) [A-Z].*)?$")


def _only_headlines(event: Gathered) -> bool:
    return all(sighting.mention.place == "headline" for sighting in event.sightings)


def _of_days(days: _Days, sightings: Sequence[Sighting]) -> list[Gathered]:
    events: list[Gathered] = []
    of_class: dict[str, list[Gathered]] = {}
    spelt_out = {(each.post.id, each.noun_class) for each in sightings if each.mention.place == "text"}
    told: dict[tuple[int, str | None], list[Gathered]] = {}
    # Those that say whose or where they are come first: the others can only mean one of them.
    for each in sorted(sightings, key=lambda sighting: not sighting.anchored):
        place = (each.post.id, each.noun_class)
        if each.noun_class is None or (each.mention.place == "headline" and place in spelt_out):
            continue
        same = of_class.setdefault(each.noun_class, [])
        if each.is_off and _can_be_several(each, [event for event in same if belongs(each, event)]):
            # "The concert has been cancelled", of two.
            continue
        event = _own(each, same) or _in_fewer_words(each, same)
        if event is None and _stands_alone(each, same):
            event = Gathered(*days, each.noun_class)
            same.append(event)
            events.append(event)
        if event is not None:
            event.add(each)
            told.setdefault(place, []).append(event)
    for each in sightings:
        # A headline says in other words ("Orbiter launch") what its post spells out.
        if each.mention.place == "headline" and each.noun_class and (each.post.id, each.noun_class) in spelt_out:
            its = told.get((each.post.id, each.noun_class), [])
            fitting = (
                its if len({id(event) for event in its}) == 1 else [event for event in its if belongs(each, event)]
            )
            if fitting:
                _most_mentioned(fitting).add(each)
    for same in of_class.values():
        _fold_early(same, events)
    _fold_at_one_hour(of_class.get("truce", ()), events)
    _fold_deadlines(events)
    _fold_thin(events)
    _fold_encounters(events)
    # The text of a post before its headline, which tells less of the same.
    for each in sorted(sightings, key=lambda sighting: sighting.mention.place == "headline"):
        if each.noun_class is None:
            _join_loose(each, events, days)
    if days[1] is not None:
        _fold_same_stretch(events)
    _fold_headlines(events)
    return events


def _fold_headlines(events: list[Gathered]) -> None:
    """What only headlines name that day, on what their posts spell out with a name in common: one under two nouns."""
    for event in [event for event in events if _only_headlines(event)]:
        fitting = [
            each
            for each in events
            if each is not event
            and event.posts <= each.posts
            and not _only_headlines(each)
            and (event.words & each.words or event.telling & each.telling)
            and not other_thing(event.nouns, each.nouns)
        ]
        if len(fitting) == 1:
            _fold(event, fitting[0], events)


def _own(sighting: Sighting, events: Sequence[Gathered]) -> Gathered | None:
    """The event of its class on its days that a sighting belongs to; None when all are somebody else's, or none is told."""
    fitting = [event for event in events if belongs(sighting, event)]
    if len(fitting) > 1 and not any(in_common(sighting, event) for event in fitting):
        # "Friday's meeting", with rivals: that of its own post, else of its own source, if that has one.
        post, source = sighting.post.id, sighting.post.source_id
        title = sighting.naming.title if sighting.naming else ""
        near = [event for event in fitting if shared_words((title,), event.titles)]
        near = near or [event for event in fitting if post in event.posts]
        near = near or [event for event in fitting if source in event.sources]
        fitting = near if len(near) == 1 else []
    return max(fitting, key=lambda event: (in_common(sighting, event), len(event.sightings)), default=None)


def _in_fewer_words(sighting: Sighting, same: Sequence[Gathered]) -> Gathered | None:
    """The only truce or curfew of its day, of which another source says the place: "The truce will begin at 6am on Friday".

    A source whose names are all others may write of another country.
    """
    if sighting.noun_class not in _ONE_A_DAY or len(same) != 1 or _named(sighting):
        return None
    (event,) = same
    context = _context(event)
    elsewhere = bool(sighting.context and context) and not sighting.context & context
    return None if elsewhere or tells_otherwise(sighting, event) or not _same_noun(sighting, event) else event


def _same_noun(sighting: Sighting, event: Gathered) -> bool:
    """Whether both are called by one noun; truces have many."""
    own = nouns_in(sighting.naming.title) if sighting.naming else frozenset[str]()
    return sighting.noun_class == "truce" or bool(own & event.nouns)


def _can_be_several(sighting: Sighting, fitting: Sequence[Gathered]) -> bool:
    """Whether one post tells apart the events that it can mean, and its name fits none of them better."""
    if len(fitting) < 2 or not set[int].intersection(*(event.posts for event in fitting)):
        return False
    title = (sighting.naming.title,) if sighting.naming else ()
    fits = [(in_common(sighting, event), shared_words(title, event.titles)) for event in fitting]
    return fits.count(max(fits)) > 1


def _stands_alone(sighting: Sighting, same: Sequence[Gathered]) -> bool:
    """Whether a sighting that belongs to no event of its class makes one: it is the first, or its name tells it apart."""
    if not same:
        return True
    if len(same) >= _MOST_A_DAY:
        return False
    if sighting.noun_class in _ONE_A_DAY and len(same) == 1:
        # Of another country, or by another noun: lost it would be else, with its hour.
        return True
    return _named(sighting) or all(tells_otherwise(sighting, event) for event in same)


def _bare(sighting: Sighting) -> bool:
    """Whether it says "the strike" and no more."""
    naming = sighting.naming
    return naming is None or not (naming.names or naming.who or sighting.telling)


def _named(sighting: Sighting) -> bool:
    """Whether it gives a name that tells its event from others of its class."""
    naming = sighting.naming
    return naming is not None and bool(naming.names or naming.who or sighting.telling)


def _tell_apart(events: Sequence[Gathered]) -> None:
    """Give what tells them apart to events of one class on the same days: nothing to the one that was mentioned first.

    Only older mentions could change that, so that keys stay while posts about others come.
    """
    alike: dict[tuple[date, date | None, str], list[Gathered]] = {}
    for event in events:
        if event.noun_class is not None:
            alike.setdefault((event.start, event.end, event.noun_class), []).append(event)
    for same in alike.values():
        if len(same) == 1:
            same[0].apart = ""
            continue
        # Two of one sentence: its words decide, not the way they were gathered.
        same.sort(key=lambda event: min((each.order, each.mention.start) for each in event.sightings))
        for n, event in enumerate(same):
            event.apart = _apart(min(event.sightings, key=lambda each: (each.order, each.mention.start)), same[:n])


def _apart(sighting: Sighting, same: Sequence[Gathered]) -> str:
    """What tells an event from those of its class on its days; nothing for the first of them."""
    if not same:
        return ""
    taken = {event.apart for event in same}
    title = sighting.naming.title.casefold() if sighting.naming else ""
    word = min((name.lower() for name in sighting.names), default="")
    return next((each for each in (word, title) if each and each not in taken), f"{title} {len(same) + 1}")


def _most_mentioned(events: Iterable[Gathered]) -> Gathered:
    return max(events, key=lambda event: len(event.sightings))


def _fold(event: Gathered, into: Gathered, events: list[Gathered]) -> None:
    """Join two events; the one mentioned first gives the class and so the key."""
    first = min((into, event), key=lambda each: each.first)
    into.noun_class, into.apart = first.noun_class, first.apart
    into.add(*event.sightings)
    events.remove(event)


def _fold_early(same: Sequence[Gathered], events: list[Gathered]) -> None:
    """A single mention that came before those which share its names with the event of its class."""
    for event in [event for event in same if len(event.sightings) == 1]:
        only = event.sightings[0]
        rest = [each for each in same if each is not event and each in events]
        if any(only.post.id in each.posts for each in rest):
            # Its own post tells two of that class.
            continue
        fitting = [
            each for each in rest if belongs(only, each) and (in_common(only, each) or only.context & each.words)
        ]
        if fitting:
            _fold(event, _most_mentioned(fitting), events)


def _fold_at_one_hour(same: Sequence[Gathered], events: list[Gathered]) -> None:
    """Two truces that begin at one hour, told of among the same names: a town in a sentence is where it was announced, or whose hour it is."""
    for event in same:
        timed = [each for each in event.sightings if each.at is not None]
        fitting = [
            each
            for each in same
            if each is not event
            and each in events
            and not event.posts & each.posts
            and _context(event) & _context(each)
            and any(is_one_hour(one, other) for one in timed for other in each.sightings)
            and not any(tells_otherwise(one, each) for one in event.sightings)
        ]
        if event in events and len(fitting) == 1 and len(fitting[0].sightings) >= len(event.sightings):
            _fold(event, fitting[0], events)


def _context(event: Gathered) -> frozenset[str]:
    return frozenset[str]().union(*(each.context for each in event.sightings))


def _fold_deadlines(events: list[Gathered]) -> None:
    """A deadline on the day of something else that it can mean is that thing's; one that can mean several is nobody's."""
    for event in [event for event in events if event.noun_class == "deadline"]:
        fitting = [each for each in events if each.noun_class != "deadline" and _all_belong(event, each)]
        if len(fitting) == 1 or (fitting and event.words):
            _most_mentioned(fitting).add(*event.sightings)
            events.remove(event)
        elif fitting and not any(_named(sighting) for sighting in event.sightings):
            events.remove(event)


def _all_belong(event: Gathered, other: Gathered) -> bool:
    return all(belongs(sighting, other) for sighting in event.sightings)


def _fold_thin(events: list[Gathered]) -> None:
    """A single mention without a telling name, on the day of a well-known event of its people, is a mention of that event."""
    if not events:
        return
    known = _most_mentioned(events)
    if len(known.sightings) < _WELL_KNOWN:
        return
    for event in [event for event in events if event is not known and len(event.sightings) == 1]:
        only = event.sightings[0]
        thin = only.naming is None or (only.naming.weight < _TELLING and in_common(only, known) > 0)
        if thin and belongs(only, known) and not other_thing(event.nouns, known.nouns):
            known.add(*event.sightings)
            events.remove(event)


def _fold_encounters(events: list[Gathered]) -> None:
    """A visit and the talks for which it is made: the same people and place on the same day."""
    for event in [event for event in events if event.noun_class in _ENCOUNTERS]:
        other = next(
            (
                each
                for each in events
                if each is not event
                and each.noun_class in _ENCOUNTERS
                and each.noun_class != event.noun_class
                and len(each.last_words & event.last_words) >= 2
            ),
            None,
        )
        if other is not None and event in events:
            _fold(event, other, events)


def _join_loose(sighting: Sighting, events: list[Gathered], days: _Days) -> None:
    """A mention without a noun of an event: of the event that it shares its name, people or post with, else its own."""
    naming = sighting.naming
    if naming is None and sighting.day_and_hour:
        # A day and an hour of something that the sentence gives no name to: it would lend another thing its hour.
        return
    same_name = next((event for event in events if naming and naming.title in event.titles), None)
    if same_name is None and naming is not None:
        same_name = next((each for each in events if _says_the_same(sighting, each)), None)
    here = [event for event in events if sighting.post.id in event.posts]
    sharing = [event for event in events if _means(sighting, event) or _does_as_told(sighting, event)]
    if sighting.is_off and _can_be_several(
        sighting, [event for event in events if event in sharing or _says_the_same(sighting, event)]
    ):
        return
    if same_name is not None:
        same_name.add(sighting)
    elif sharing:
        max(sharing, key=lambda event: (in_common(sighting, event), len(event.sightings))).add(sighting)
    elif (
        len(here) == 1 and sighting.mention.place == "headline" and not sighting.words - here[0].words - here[0].telling
    ):
        here[0].add(sighting)
    elif (
        here
        and not sighting.words
        and days[1] is None
        and (_speaks_of(sighting, here[-1]) or sighting.hour_only)
        and not (naming and (of_another(naming.title, here[-1].titles) or other_level(naming.title, here[-1].titles)))
        and not _is_of_another_class(sighting, here[-1])
        and not _opens_an_entry(sighting)
    ):
        # "The window opens at 6.40am", after "... has been delayed to Wednesday".
        here[-1].add(sighting)
    elif naming is not None and len(events) < _MOST_A_DAY:
        event = Gathered(*days, None, apart=naming.title.casefold())
        event.add(sighting)
        events.append(event)
    elif naming is None and len(events) == 1 and _speaks_of(sighting, events[0]) and belongs(sighting, events[0]):
        events[0].add(sighting)


def _opens_an_entry(sighting: Sighting) -> bool:
    """Whether an hour opens a line of a list, "10am: Gates open": it is the hour of nothing in another line."""
    text = sighting.post.words_at(sighting.mention.place)
    begin = text.rfind("\n", max(0, sighting.mention.start - NEAR), sighting.mention.start) + 1
    return begin > 0 and MARKS.fullmatch(text, begin, sighting.mention.start) is not None


def _says_the_same(sighting: Sighting, event: Gathered) -> bool:
    """Whether a clause names what another clause of nobody else names ("Museum to reopen", after "Museum reopens")."""
    naming = sighting.naming
    clause = (
        naming is not None
        and event.noun_class is None
        and (same_words(naming.title, event.titles) or restates((naming.title,), event.titles))
    )
    return clause and naming is not None and (not others(sighting, event) or one_body(naming.title, event.titles))


def _does_as_told(sighting: Sighting, event: Gathered) -> bool:
    """Whether a clause says by its verb no more than a noun does ("Council to decide", beside "Council's decision on dam")."""
    naming = sighting.naming
    return (
        naming is not None and naming.clause and restates((naming.title,), event.titles) and not others(sighting, event)
    )


def _is_of_another_class(sighting: Sighting, event: Gathered) -> bool:
    """Whether its name begins with a noun of another class and shares none with the event: "Truce to expire", beside a vote."""
    naming = sighting.naming
    own = nouns_in(naming.title.split(" to ")[0]) if naming and naming.clause else frozenset[str]()
    return (
        event.noun_class is not None
        and bool(own)
        and not own & event.nouns
        and event.noun_class not in map(class_of, own)
    )


def _speaks_of(sighting: Sighting, event: Gathered) -> bool:
    """Whether a mention's sentence has a word by which an event is named: what else is said of a day is no mention of it.

    In the event's own post "it" will do, but not in what somebody says of oneself.
    """
    text = sighting.post.words_at(sighting.mention.place)
    begin = max(sighting.mention.sentence_start, sighting.mention.start - NEAR)
    sentence = text[begin : min(sighting.mention.sentence_end, sighting.mention.end + NEAR)]
    its = sighting.post.id in event.posts and _IT.search(sentence) and not _SPEAKER.search(sentence)
    return bool(its) or speaks_of(sentence, event.titles)


_IT: Final = late_pattern(
    r"\b(?:[Ii]t|[Tt]hey|[Tt]hat|[Tt]his(?! (?:[A-Z][a-z]+day|morning|afternoon|evening|week|weekend|month|year|spring|summer|autumn|winter)\b))\b"
)
_SPEAKER: Final = late_pattern(r"[“”\"]|\b(?:I|[Ww]e|[Yy]ou)\b")


def _means(sighting: Sighting, event: Gathered) -> bool:
    """Whether a mention without a noun of an event shares enough with one: who does something else is elsewhere."""
    if not in_common(sighting, event):
        return False
    naming = sighting.naming
    if naming is not None and (
        distinct((naming.title,), event.titles, sighting.words, event.words) or of_another(naming.title, event.titles)
    ):
        return False
    if naming is None or naming.weight < _NAMED or not naming.clause:
        return True
    verbs = {EVENT_VERBS.get(word) or class_of(word) for word in naming.title.lower().split()} - {None}
    if restates((naming.title,), event.titles):
        # "Mia to marry", "Mia's wedding".
        return True
    if (there := _WHAT_IS_THERE.match(naming.title)) and stems([there["what"]]).isdisjoint(stems(event.telling)):
        # "Port Sarn schools to be closed", on the day of a visit to Port Sarn: they share no more than where they are.
        return event.noun_class in verbs
    return event.noun_class in verbs or (len(sighting.telling & event.telling) >= 2 and not others(sighting, event))


_WHAT_IS_THERE: Final = late_pattern(
    r"(?:[A-Z][\w’'-]* ){1,4}(?:[a-z-]+ )?(?P<what>[a-z-]+s) (?:to|re-?opens?|closes?|shuts?) "
)
"""In a name: what is somewhere and does something."""


def _fold_same_stretch(events: list[Gathered]) -> None:
    """The same first and last day, and people or a place in common: one event under two nouns."""
    for event in list(events):
        if event.somewhen:
            # Two things of one town "at the weekend".
            continue
        other = next(
            (
                each
                for each in events
                if each is not event and each.words & event.words and not other_thing(event.nouns, each.nouns)
            ),
            None,
        )
        if other is not None and event in events:
            _fold(event, other, events)


def support(gathered: Sequence[Gathered], coarse: Sequence[Sighting]) -> None:
    """Coarse mentions join the one event of their class within their period; they never make an event."""
    of_class: dict[str | None, list[Gathered]] = {}
    for event in gathered:
        of_class.setdefault(event.noun_class, []).append(event)
    for each in coarse:
        if each.noun_class is None:
            continue
        until = each.start + timedelta(days=7)
        fitting = [
            event
            for event in of_class.get(each.noun_class, ())
            if each.start <= event.start < until and belongs(each, event)
        ]
        if len(fitting) == 1:
            fitting[0].add(each)
    for event in gathered:
        event.sightings.sort(key=lambda sighting: sighting.order)
