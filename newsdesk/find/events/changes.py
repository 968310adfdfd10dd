"""What later posts do to events: postponements supersede, cancellations stand until the event is named again. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import date, datetime, timedelta
from itertools import combinations, islice, pairwise
from typing import Final

from newsdesk.find.calendar_words import WEEKDAYS
from newsdesk.find.change_words import CANNOT, EXTENDS_IT, IS_NOW, MOVES, WILL_BE
from newsdesk.find.event_nouns import class_of, nouns_in
from newsdesk.find.events.changed_deed import is_other_deed
from newsdesk.find.events.counted import are_several, count_themselves
from newsdesk.find.events.dropped_by import is_by_another
from newsdesk.find.events.ordinals import another_one
from newsdesk.find.events.particulars import (
    distinct,
    only_ours,
    restates,
    shared_words,
    stems_of,
)
from newsdesk.find.events.passages import Change, Passage
from newsdesk.find.events.put_off import as_it_was, named_anew
from newsdesk.find.events.sameness import (
    GENERAL,
    ITSELF,
    is_a_part,
    is_arrival,
    may_be_any,
    of_one_kind,
    other_thing,
    stands,
    told_alike,
    unheard_of,
)
from newsdesk.find.events.sightings import Gathered, Sighting
from newsdesk.find.events.stems import bare, stems
from newsdesk.find.events.told_before import changed_by, is_of_an_earlier_one
from newsdesk.find.events.weeks_meant import count_on, week_meant
from newsdesk.find.events.whose import of_another, others_than_several
from newsdesk.find.events.words import COLLECTIVE
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Mention, Place, Post, Status, Timex

TimexesOf = Mapping[tuple[int, Place], Sequence[Timex]]
"""The time expressions by post and place."""


def follow_moves(gathered: list[Gathered], timexes_of: TimexesOf) -> None:
    """A newer day supersedes the older one of the same thing, which it keeps as `was`."""
    gone: set[int] = set()
    keys = {event.key for event in gathered}
    moves = [
        (moved, event)
        for event in gathered
        if (moved := next((each for each in event.sightings if each.saying.moved), None)) is not None
    ]
    if not moves:
        return
    # In the order in which they were told: what moved twice goes through all its days.
    moves.sort(key=lambda move: move[0].order)
    events = Events(gathered)
    for moved, event in moves:
        if id(event) in gone:
            continue
        if moved.hour_only and any(not each.saying.moved for each in event.sightings):
            # "The match kicks off at 3pm today. It has been put back to 4pm": to another hour.
            continue
        own = event.words
        old = None if moved.left else _left_behind(moved, timexes_of.get((moved.post.id, moved.mention.place), ()))
        left = moved.left or (day_of(old.value) if old else None)
        if old is not None and left is not None:
            left = week_meant(left, old.text, event, events.perhaps_moved(event, None))
        extends = _is_extension(moved)
        older = [
            other
            for other in events.perhaps_moved(event, left)
            if other is not event
            and id(other) not in gone
            and other.sightings
            and (not extends or other.end is not None or _ends(other))
            and of_one_kind(event, other, left)
            and _shares_what_it_is(event, moved, other, left)
            and not any(each.saying.moved and each.order > moved.order for each in other.sightings)
            and not any(stands(each, moved, left) for each in other.sightings)
        ]
        if len(older) > 1 and not any(own & other.words for other in older):
            # "The derby will now be played on ...": of several matches, the derby.
            older = [other for other in older if event.nouns & other.nouns]
        if len(older) > 1 and not any(own & other.words or shared_words(event.titles, other.titles) for other in older):
            # "The match has been moved to ...": who can mean two means neither.
            there = [other for other in older if other.start == left]
            older = there if len(there) == 1 else []
        if event.noun_class is None and len(older) > 1 and left is None:
            # "The ferry will now sail on ...", of two sailings.
            older = [other for other in older if own & other.words]
        if not older and old is not None and left is not None:
            older = _called_as_it_was(events.on({left}), event, moved, old)
        if older:
            previous = max(older, key=lambda other: _nearness(event, other))
            if left is None and event.start < previous.start and all(each.hour_only for each in event.sightings):
                # "The match has been put back to 4pm": on its day.
                previous.add(*(_on(previous.start, each) for each in event.sightings))
                gone.add(id(event))
                continue
            if extends and previous.end is not None and not _ends(previous):
                # "The fair has been extended until Friday": it begins as it did.
                previous.end = max(previous.end, event.end or event.start)
                previous.add(*event.sightings)
                gone.add(id(event))
                continue
            count_on(event, previous.start)
            event.was = previous.was or previous.start
            event.moved_at = moved.order
            event.known_as = previous
            if event.end is None and previous.end is not None and event.start < previous.end and _of_its_opening(moved):
                # "The opening of the exhibition has been moved to Wednesday": it closes as it was to.
                event.end = previous.end
            event.add(*previous.sightings)
            event.sightings.sort(key=lambda each: each.order)
            events.learn_names(event)
            gone.add(id(previous))
        else:
            event.was = left = left if left != event.start else None
            if left is not None:
                event.moved_at = moved.order
                before = Gathered(left, None, event.noun_class, apart=event.apart)
                if before.key not in keys:
                    keys.add(before.key)
                    event.known_as = before
    gathered[:] = [event for event in gathered if id(event) not in gone]


def fold_called_off(gathered: list[Gathered]) -> None:
    """What is only told as called off, under other words, is the one thing of its class that was expected on its day.

    As in "the harbours committee's debate, pencilled in for Tuesday, has been dropped", where "MPs on the harbours committee"
    were to debate something then.
    """
    off = [event for event in gathered if event.noun_class and all(each.is_off for each in event.sightings)]
    if not off:
        return
    by_day: dict[tuple[date, str | None], list[Gathered]] = {}
    for event in gathered:
        by_day.setdefault((event.start, event.noun_class), []).append(event)
    gone: set[int] = set()
    for event in off:
        fitting = [
            other
            for other in by_day[event.start, event.noun_class][:_MOST_ALIKE]
            if not all(each.is_off for each in other.sightings)
            and other.first <= event.first
            and any(told_alike(title, other) or restates((title,), other.titles) for title in event.titles)
            and not any(of_another(title, other.titles) for title in event.titles)
        ]
        if len(fitting) == 1:
            fitting[0].add(*event.sightings)
            fitting[0].sightings.sort(key=lambda each: each.order)
            gone.add(id(event))
    gathered[:] = [event for event in gathered if id(event) not in gone]


def _on(day: date, sighting: Sighting) -> Sighting:
    """A mention that tells an hour alone, of another day than its post's."""
    at = sighting.at and sighting.at.replace(year=day.year, month=day.month, day=day.day)
    return replace(sighting, start=day, at=at)


def _is_extension(moved: Sighting) -> bool:
    """Whether the day is the new end of what goes on: it moves no other day than an end."""
    text = moved.post.words_at(moved.mention.place)
    return (
        _EXTENDED_TO.search(
            text, max(moved.mention.sentence_start, moved.mention.start - _EXTENDS_NEAR), moved.mention.start
        )
        is not None
    )


def _of_its_opening(moved: Sighting) -> bool:
    """Whether only the day is new on which something opens."""
    text = moved.post.words_at(moved.mention.place)
    return (
        _ITS_OPENING.search(text, max(moved.mention.sentence_start, moved.mention.start - _BEFORE), moved.mention.start)
        is not None
    )


_ITS_OPENING: Final = late_pattern(r"\b(?:opening(?: day| night)?\b|will now (?:re)?open\b)")


def _shares_what_it_is(event: Gathered, moved: Sighting, other: Gathered, left: date | None) -> bool:
    """Whether the words of its names, and the day that a move leaves, let it be one of this other event.

    What merely is of its class, its place or its owner is another thing: "the council's ferry vote", beside its budget vote.
    """
    if left is not None and not other.start <= left <= (other.end or other.start):
        return False
    own = {moved.naming.title} if moved.naming and stems_of(moved.naming.title) else event.titles
    alike = left == other.start and any(told_alike(each, other) for each in own)
    if distinct(own, other.titles, event.words, other.words) and not (alike or _of_the_body(own, moved, other)):
        return False
    if any(of_another(each, other.titles) for each in own):
        return False
    if event.noun_class == "court" and any(others_than_several(each, moved.context, other) for each in own):
        return False
    if any(is_a_part(each, other.nouns) for each in own):
        return False
    nothing_shared = not event.nouns & other.nouns and not event.words & other.words
    if event.nouns and other.nouns and nothing_shared and only_ours(own, other.titles):
        # "The noise hearing has been moved to ...", beside an inquest.
        return False
    if another_one(event.counted, other.counted) and (other.counted or other.start != left):
        return False
    return event.noun_class is not None or other.noun_class is not None or shared_words(event.titles, other.titles) > 0


def _of_the_body(own: Iterable[str], moved: Sighting, other: Gathered) -> bool:
    """Whether an event is only told apart by a body that the move's sentence names, too: "Kesh's parliament", "parliament's vote on the truce"."""
    mention = moved.mention
    told = moved.post.words_at(mention.place)[max(mention.sentence_start, mention.start - _BEFORE) : mention.start]
    words = {bare(word) for word in told.lower().split()}
    return bool(other.words) and other.words <= COLLECTIVE & words and shared_words(own, other.titles) > 0


def _nearness(event: Gathered, other: Gathered) -> tuple[int, int]:
    """How well another event fits as the one that has moved: by common words, then by days."""
    return shared_words(event.titles, other.titles), -abs((other.start - event.start).days)


_LEAVES: Final = late_pattern(
    rf",? (?:(?:has|have|had|was|were|is|are|will)(?: now| since)? (?:had to be |to be |be |been )?(?i:{MOVES})\b[^.;:“”]{{0,40}}"
    rf"|{IS_NOW}|{WILL_BE})"
)
"""Between the day that something leaves and the one to which it moves."""
_LEFT: Final = 400
"""Characters on either side of the new day in which the old one is told: a list without full stops has no end."""
_REPLACED: Final = late_pattern(
    r"\b(?:instead of|rather than|(?:and|,) not(?:,? as [^.;:,“”]{3,40},)?)(?: on)?(?: the)? $"
)


def _called_as_it_was(there: Sequence[Gathered], event: Gathered, moved: Sighting, old: Timex) -> list[Gathered]:
    """The one event that a sentence calls so by what was to be on the old day: "The envoy, who was to arrive on ..., will now land on ..."."""
    text = moved.post.words_at(moved.mention.place)
    told = as_it_was(text[max(moved.mention.sentence_start, old.start - _LEFT) : old.start])
    if told is None:
        return []
    named, _noun_class = named_anew(told, old.text)
    if named is None:
        return []
    fitting = [
        other
        for other in there
        if other is not event
        and other.first <= moved.order
        and (named.title in other.titles or restates((named.title,), other.titles))
        and not of_another(named.title, other.titles)
    ]
    return fitting if len(fitting) == 1 else []


def _left_behind(moved: Sighting, timexes: Sequence[Timex]) -> Timex | None:
    """The day that the sentence says it moved from ("postponed from Monday to 12 June", "due on Monday, was put off until")."""
    text = moved.post.words_at(moved.mention.place)
    near = (
        max(moved.mention.sentence_start, moved.mention.start - _LEFT),
        min(moved.mention.sentence_end, moved.mention.end + _LEFT),
    )
    for timex in timexes[slice(*(bisect_left(timexes, edge, key=lambda each: each.start) for edge in near))]:
        owned = text.startswith(("'s ", "’s "), timex.end)
        if len(timex.value) < 10:
            continue
        day = day_of(timex.value)
        ahead = day and moved.post.published and day >= moved.post.published.day
        if ahead and timex.end < moved.mention.start and _LEAVES.fullmatch(text, timex.end, moved.mention.start):
            return timex
        if timex.upcoming and not owned:
            continue
        left = text[max(0, timex.start - 60) : timex.start].lower()
        if moved.mention.end <= timex.start < moved.mention.sentence_end:
            if _REPLACED.search(left):
                return timex
            continue
        if not moved.mention.sentence_start <= timex.start < moved.mention.start:
            continue
        if left.endswith("from ") or (day and moved.post.published and day > moved.post.published.day):
            return timex
    return None


def day_of(value: str) -> date | None:
    """The first day of an ISO value of any grain."""
    try:
        if "-W" in value:
            return date.fromisocalendar(int(value[:4]), int(value[6:8]), 1)
        if len(value) >= 10:
            return date.fromisoformat(value[:10])
        return date(int(value[:4]), int(value[5:7] or 1), 1)
    except ValueError:
        return None


_MOST_ALIKE: Final = 20
"""Events with two words in their names beyond which these tell none of them."""


class Events:
    """Gathered events by what a sentence can name them by, so that thousands of changes stay linear work."""

    def __init__(self, gathered: Sequence[Gathered]) -> None:
        self._order = {id(event): n for n, event in enumerate(gathered)}
        self._of_class: dict[str, list[Gathered]] = {}
        self._of_day: dict[date, list[Gathered]] = {}
        self._of_word: dict[str, list[Gathered]] = {}
        self._nameless: dict[str, list[Gathered]] = {}
        self._of_pair: dict[tuple[str, str], list[Gathered]] = {}
        self._of_title: dict[str, list[Gathered]] = {}
        self._starts: dict[tuple[int, int, Place], list[int]] = {}
        for event in gathered:
            if event.noun_class:
                self._of_class.setdefault(event.noun_class, []).append(event)
                if not event.words:
                    self._nameless.setdefault(event.noun_class, []).append(event)
            self._of_day.setdefault(event.start, []).append(event)
            for title in event.titles:
                self._of_title.setdefault(title, []).append(event)
            for pair in {pair for title in event.titles for pair in combinations(sorted(stems_of(title)), 2)}:
                self._of_pair.setdefault(pair, []).append(event)
            for each in event.sightings:
                self._starts.setdefault((id(event), each.post.id, each.mention.place), []).append(each.mention.start)
            self.learn_names(event)
        for starts in self._starts.values():
            starts.sort()

    def learn_names(self, event: Gathered) -> None:
        """Find an event by the names it has now."""
        for word in event.words:
            self._of_word.setdefault(word, []).append(event)

    def sharing(self, words: Iterable[str]) -> list[Gathered]:
        """Those that have one of the words in a name, as they were gathered."""
        found = {id(event): event for word in words for event in self._of_word.get(word, ())}
        return sorted(found.values(), key=lambda event: self._order[id(event)])

    def perhaps(self, noun_class: str | None, words: AbstractSet[str]) -> list[Gathered]:
        """Those that names allow to be meant: of any class that share one, of the class where one side has none."""
        if not noun_class:
            return self.sharing(words)
        if not words:
            return self._of_class.get(noun_class, [])
        nameless = (event for event in self._nameless.get(noun_class, ()) if not event.words)
        return [*self.sharing(words), *nameless]

    def perhaps_moved(self, event: Gathered, left: date | None) -> list[Gathered]:
        """Those that an event can have been before it moved: by names, by all words of a name, or without a class on its day."""
        found = {id(each): each for each in self.perhaps(event.noun_class, event.words)}
        for title in event.titles:
            found |= self._with_pairs(title)
            if len(alike := self._of_title.get(title, [])) <= _MOST_ALIKE:
                found |= {id(each): each for each in alike}
        here = self._of_day.get(left, []) if left else []
        if len(here) <= _MOST_ALIKE:
            found |= {id(each): each for each in here if each.noun_class is None}
        return sorted(found.values(), key=lambda each: self._order[id(each)])

    def alike(self, words: Iterable[str], title: str) -> list[Gathered]:
        """Those that have one of the words in a name, or two words of this name."""
        found = {id(each): each for each in self.sharing(words)} | self._with_pairs(title)
        return sorted(found.values(), key=lambda each: self._order[id(each)])

    def _with_pairs(self, title: str) -> dict[int, Gathered]:
        found: dict[int, Gathered] = {}
        for pair in combinations(sorted(stems_of(title)), 2):
            alike = self._of_pair.get(pair, [])
            if len(alike) <= _MOST_ALIKE:
                found |= {id(each): each for each in alike}
        return found

    def tells(self, event: Gathered, post: int, place: Place, span: tuple[int, int]) -> bool:
        """Whether an event has a mention that begins in a span of a post's text."""
        starts = self._starts.get((id(event), post, place), [])
        return bisect_left(starts, span[0]) < bisect_left(starts, span[1])

    def on(self, days: Iterable[date]) -> list[Gathered]:
        """Those that begin on one of the days."""
        return [event for day in sorted(days) for event in self._of_day.get(day, ())]


def apply_changes(
    gathered: Events,
    post: Post,
    place: Place,
    passage: Passage,
    order: tuple[datetime, int],
    timexes: Sequence[Timex],
) -> None:
    """Mark what the post calls off or puts off without a new day.

    Args:
        gathered: the events of the story.
        post: the post.
        place: which of its texts is meant.
        passage: that text.
        order: of the post among the others.
        timexes: of the passage, in their order.
    """
    starts = [timex.start for timex in timexes]
    named: dict[tuple[int, int], tuple[set[date], set[date], bool]] = {}
    inside: dict[tuple[int, int], list[date]] = {}
    for change in passage.changes:
        if change.part not in named:
            # Once a sentence: a list without full stops may hold thousands of changes and of days.
            those = timexes[slice(*(bisect_left(starts, edge) for edge in change.part))]
            dated = [each for each in those if len(each.value) >= 10]
            own = {day for each in dated if (day := day_of(each.value))}
            listed = len(own) > 1 and _is_one_list(passage.text, dated)
            named[change.part] = own, _a_week_on(those, post) if len(own) == 1 else set(), listed
            inside[change.part] = _inside(those)
        days, next_days, listed = named[change.part]
        each_of_them = _each(days, change, passage.text, listed=listed)
        span = change.start, change.end
        several = not days and are_several(passage.text, change.part, span, change.noun_class)
        touched = [_touched(gathered, change, each, post, place, order) for each in each_of_them]
        if several:
            # "Two rounds of talks were called off": none that is told as one.
            touched = [event if event and count_themselves(event.titles) else None for event in touched]
        if len(each_of_them) > 1:
            # "Neither the hearing on Monday nor the vote on Tuesday": each has a noun of its own.
            before = change.part[0], change.start
            touched = [
                event or _only(it for it in gathered.on(each) if gathered.tells(it, post.id, place, before))
                for event, each in zip(touched, each_of_them, strict=True)
            ]
        touched += [_touched(gathered, change, {day}, post, place, order) for day in inside[change.part]]
        if not days and _is_of_both(change, passage.text):
            touched += _both(gathered, change, post, place, order)
        near = max(change.part[0], change.start - _BEFORE)
        just_now = (
            _JUST_NOW.search(passage.text, near, change.start)
            or _NO_LONGER.search(passage.text, near, change.end)
            or _HAS.match(passage.text, change.start)
        )
        if next_days and not any(touched) and just_now:
            # "Monday's hearing has been cancelled", which alone could be that of the week before.
            touched = [_touched(gathered, change, next_days, post, place, order)]
        made = None
        if any(touched):
            made = changed_by(passage.text, change.sentence, span, timexes, starts, change.noun_class)
        for event in touched:
            following = (
                timexes[(first := bisect_left(starts, change.start)) : first + _NEXT] if event and change.moved else ()
            )
            put_to = _put_to(passage.text, change, following) | _now_on(passage.text, change, days, timexes, starts)
            if event is not None and _OPENS.search(passage.text, change.start, change.end) and closes(event):
                continue
            if event is not None and _EXTENDS.search(passage.text, change.start, change.end) and not _ends(event):
                continue
            if event is not None and is_of_an_earlier_one(
                passage.text, change.sentence, span, event.start, order[0].date()
            ):
                # "Called the strike off with five hours to go": the next one is a week away.
                continue
            if event is not None and not days and _was_off_before(event, made):
                # "Three rounds were called off in March": before this one was told.
                continue
            if event is not None and event.start not in put_to:
                mention = Mention(post.id, place, change.start, change.end, *change.sentence)
                shift = _shift(passage.text, change)
                if shift is not None and abs(shift) < _A_DAY:
                    # By hours: it stays on its day.
                    continue
                told = shift and event.start in days
                taken = shift and any(
                    each.noun_class == event.noun_class for each in gathered.on({event.start + shift})
                )
                now_off = (
                    _is_now_off(passage.text, change, named=event.start in days) if days <= {event.start} else False
                )
                _mark(event, change, mention, order, shift if told and not taken else None, now_off=now_off)


def _was_off_before(event: Gathered, made: date | None) -> bool:
    """Whether a change was made before the event was first told to be held."""
    if made is None:
        return False
    held = [each.order[0].date() for each in event.sightings if not each.saying.called_off]
    return bool(held) and made < min(held)


_MOST_DAYS: Final = 14
"""Days in a row of which a change can be told: "the strikes of 11 and 12 June"."""


def _inside(timexes: Sequence[Timex]) -> list[date]:
    """The days behind the first one of the only days in a row that a part of a sentence names, on which other events may begin."""
    rows = [each for each in timexes if each.value_end is not None and len(each.value) == 10]
    first, last = (day_of(rows[0].value), day_of(rows[0].value_end or "")) if len(rows) == 1 else (None, None)
    if first is None or last is None:
        return []
    return [first + timedelta(days=n) for n in range(1, min(_MOST_DAYS, (last - first).days) + 1)]


_NUMBERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10}
_A_DAY: Final = timedelta(days=1)
_HOURS: Final = {"minute": 0, "hour": 1, "day": 24, "week": 168, "fortnight": 336}
"""In a unit; minutes are less than one, however many."""
_BY: Final = late_pattern(
    rf"[^.;:,]{{0,30}}?\bby (?:(?P<many>\d{{1,2}}|(?:half )?an?|{'|'.join(_NUMBERS)}) )?(?P<unit>minutes|hours?|days?|weeks?|fortnight)\b(?! or | of | at (?:least|most)\b)"
)


def _shift(text: str, change: Change) -> timedelta | None:
    """By how much the words of a change move something: "delayed by 24 hours", "brought forward by a week".

    None when they do not say it, or not in whole days where it is more than one.
    """
    found = _BY.match(text, change.end, change.part[1]) if change.moved and not change.called_off else None
    if found is None:
        return None
    many = found["many"] or ""
    n = _NUMBERS.get(many) or (int(many) if many.isdigit() else 1)
    hours = n * _HOURS[found["unit"].removesuffix("s")]
    if many.startswith("half"):
        hours //= 2
    if hours >= 24 and (hours % 24 or not many):
        # "By days": nobody says how many.
        return None
    return timedelta(hours=-hours if "forward" in text[change.start : change.end] else hours)


def _mark(
    event: Gathered,
    change: Change,
    mention: Mention,
    order: tuple[datetime, int],
    shift: timedelta | None,
    *,
    now_off: bool,
) -> None:
    """Give an event the status that a change leaves it with, or the day by a `shift`, unless it is back since.

    `now_off`: of what has moved, the change would take the new day, too.
    """
    event.changes.append((order[0], mention))
    if event.was is not None and not (now_off and _is_newer(event, mention, order)):
        return
    if mention.post_id in event.tried_again_by:
        # "The launch was scrubbed. Crews will try again on ...": what was called off is the attempt before.
        return
    held_later = event.last_held is not None and event.last_held > order
    if held_later or (mention.post_id, event.start) in event.moved_by:
        return
    if shift is not None:
        event.known_as = event.known_as or Gathered(event.start, event.end, event.noun_class, apart=event.apart)
        event.moved_at = order
        event.was, event.start = event.was or event.start, event.start + shift
        event.end = event.end + shift if event.end else None
        return
    if event.status_from is None or order >= event.status_from:
        event.status = None if change.back else Status.CALLED_OFF if change.called_off else Status.POSTPONED
        event.status_from = order


def _is_now_off(text: str, change: Change, *, named: bool) -> bool:
    """Whether a change of what is known to have moved tells more than that move: it is called off, on again, or put off again.

    "Was postponed" tells mostly of the move that is known; `named`: the sentence names the new day.
    """
    if change.called_off or change.back or {"again", "indefinitely"} & change.told:
        return True
    near = max(change.part[0], change.start - _BEFORE)
    return named and "now" not in change.told and _JUST_NOW.search(text, near, change.start) is not None


def _is_newer(event: Gathered, mention: Mention, order: tuple[datetime, int]) -> bool:
    """Whether a post that changes what has moved came after the move, and does not give the new day itself.

    As in "was called off last week and will now be held on ...".
    """
    held_there = any(
        each.post.id == mention.post_id and each.start == event.start and not each.is_off for each in event.sightings
    )
    return event.moved_at is not None and order > event.moved_at and not held_there


_OPENS: Final = late_pattern(r"(?i)\b(?:begin|start|open|reopen|resume)$")
_CLOSES: Final = late_pattern(
    r"(?i)\b(?:clos(?:e[sd]?|ing|ure)|shut(?:s|ting)?|shutdown|ends?|ending|halts?|stops?|suspen(?:d|ds|sion))\b"
)
_EXTENDS: Final = late_pattern(r"(?i)\bextended$")
_EXTENDS_NEAR: Final = 150
_EXTENDED_TO: Final = late_pattern(
    rf"(?i)\b(?:extended (?:until|till|to)\b[^;:,]{{0,24}}|{EXTENDS_IT}[^;:“”]{{0,40}})$"
)
_END: Final = late_pattern(
    r"(?i)\b(?:ends?|ending|expir(?:es?|y)|finish(?:es)?|lapses?|lifted|eased|removed|deadline|closes?|run(?:s)? out)\b"
)
_OPENING: Final = late_pattern(
    r"(?i)\b(?:re)?(?:open(?:s|ing)?|start(?:s|ing)?|begin(?:s|ning)?|resum(?:e|es|ption))\b"
)


def closes(event: Gathered) -> bool:
    """Whether an event is the closing of something: that it will not open leaves it standing."""
    return any(_CLOSES.search(title) for title in event.titles) and not any(map(_OPENING.search, event.titles))


def _ends(event: Gathered) -> bool:
    """Whether an event is the end of something, which an extension moves."""
    return any(_END.search(title) for title in event.titles)


_BEFORE: Final = 200
"""Characters before a change that tell how it is meant."""
_ALL_OF_THEM: Final = late_pattern(
    r"(?i)\b(?:neither|both)\b|\band (?:the|an?|its|his|her|their|\w+day['’]s) [^.;:,“”]{2,60} have (?:now |since )?been $"
)
_NO_LONGER: Final = late_pattern(rf"(?i)\b{CANNOT} [a-z ]+$")
_HAS: Final = late_pattern(r"(?i)(?:has|have) ")
_JUST_NOW: Final = late_pattern(r"(?i)\b(?:has|have)(?: now| since)?(?: been)? $")


_NEXT_OF_A_LIST: Final = late_pattern(r"(?:,| and|, and)(?: on)?(?: the)? ")


def _is_one_list(text: str, timexes: Sequence[Timex]) -> bool:
    """Whether the days stand side by side: "the strikes on Monday, Tuesday and 12 June"."""
    return all(_NEXT_OF_A_LIST.fullmatch(text, each.end, other.start) for each, other in pairwise(timexes))


def _each(days: set[date], change: Change, text: str, *, listed: bool) -> list[set[date]]:
    """The days that a change can mean, by each of the things it changes: "neither the hearing on Monday nor that on Tuesday".

    `listed`: its days are a list.
    """
    if listed:
        return [{day} for day in sorted(days)]
    several = len(days) > 1 and _ALL_OF_THEM.search(text, max(change.part[0], change.start - _BEFORE), change.start)
    return [{day} for day in sorted(days)] if several else [days]


_OF_ITS_DAYS: Final = late_pattern(
    r" (?:off )?(?!.*\b(?:to|until|till|from|by)\b)[^.;:,]{3,60}? (?:(?:planned|scheduled|due|set|called) (?:for|on)|on|for)(?: the)? $"
)
"""From a change to the first of the days of what it changes."""


def is_of_each(text: str, change: Change, timexes: Sequence[Timex]) -> bool:
    """Whether a change is one of things on several days, all told before it, so that it moves nothing from one of them to another.

    `timexes`: those of its part that name a day, in their order.
    """
    days = {day for each in timexes if (day := day_of(each.value))}
    before = all(each.end <= change.start for each in timexes)
    if timexes and timexes[0].start >= change.end and _OF_ITS_DAYS.match(text, change.end, timexes[0].start):
        # "Has suspended strikes planned for Saturday and Monday".
        return len(days) > 1 and _is_one_list(text, timexes)
    return before and len(_each(days, change, text, listed=len(days) > 1 and _is_one_list(text, timexes))) > 1


def _a_week_on(timexes: Sequence[Timex], post: Post) -> set[date]:
    """The next day of the week that is named alone and was taken for the last one."""
    today = post.published.day if post.published else None
    return {
        day + timedelta(days=7)
        for each in timexes
        if each.text.lower() in WEEKDAYS
        and (day := day_of(each.value))
        and today
        and today - timedelta(days=7) < day < today
    }


def _put_to(text: str, change: Change, following: Sequence[Timex]) -> set[date]:
    """The days to which the change's own words put something off: "delays the launch to Saturday"."""
    inside = (each for each in following if change.start < each.start < change.sentence[1])
    led = (each for each in inside if _PUT_TO.search(text, max(change.start, each.start - 24), each.start))
    # "Until next week" is no day.
    return {day for each in led if len(each.value) >= 10 and (day := day_of(each.value))}


def _now_on(text: str, change: Change, days: set[date], timexes: Sequence[Timex], starts: Sequence[int]) -> set[date]:
    """The days of a change's part but the one it moves from: "on 8 June, postponed from Monday" is on 8 June."""
    found = _FROM.match(text, change.end, change.part[1])
    n = bisect_left(starts, found.end()) if found else len(starts)
    if found is None or n == len(starts) or starts[n] != found.end():
        return set()
    return days - {day_of(timexes[n].value)}


_FROM: Final = late_pattern(r" (?:back |forward )?from (?:the )?")
_NEXT: Final = 8
"""How many days behind a change are looked at: one sentence can be a list of thousands."""
_PUT_TO: Final = late_pattern(r"\b(?:to|until|till)(?: the)? (?:early |late )?$")


def _means(change: Change, event: Gathered) -> bool:
    """Whether names let a change be one of this event: in common, or, when the class of noun tells, none on one side."""
    shared = bool(change.words & event.words)
    if change.noun_class is None:
        # Without a noun of an event more than a name must be shared: other things happen in the same town.
        plain = event.telling - event.words
        if shared:
            return not plain or bool(plain & change.told) or len(event.last_words & change.words) >= 2
        return not change.words and bool(plain & change.told)
    return shared or not (change.words and event.words)


def _tells_of(change: Change, event: Gathered) -> bool:
    """Whether a change's sentence has what a name without a noun of an event tells: two of its words, or whose it is and all of them."""
    plain = stems(event.telling - event.words)
    told = plain & stems(change.told)
    return len(told) >= 2 or (told == plain and bool(plain) and bool(change.words & event.words))


def _another(gathered: Events, change: Change, event: Gathered, post: Post, place: Place, named: set[date]) -> bool:
    """Whether a change is one of something else of the event's class: by its noun, its words, or as set against the event.

    `named`: the days that its sentence names.
    """
    theirs = event.nouns
    if not named and may_be_any(change.nouns, change.words, {post.source_id}, event, change.title):
        return True
    if _is_of_a_part(change, post.words_at(place), event):
        return True
    if is_other_deed(post.words_at(place), change.end, change.part[1], event.titles, event.words):
        # "Cancelled his flight to Oslo", beside the talks in Bern that he joins.
        return True
    if is_by_another(post.words_at(place), change.part, (change.start, change.end), event.titles, event.words):
        return True
    against = (change.sentence[0], change.part[0]), (change.part[1], change.sentence[1])
    if any(gathered.tells(event, post.id, place, span) for span in against):
        # Another part of the sentence tells of it: "Monday's hearing will go ahead, but ...".
        return True
    if another_one({change.which} - {""}, event.counted):
        return True
    if of_another(change.title, event.titles):
        return True
    if change.noun_class == "court" and others_than_several(change.title, change.words, event):
        return True
    alike = named == {event.start} and told_alike(change.title, event)
    if (
        change.noun_class is not None
        and not alike
        and distinct((change.title,), event.titles, change.words, event.words)
    ):
        return True
    nothing_shared = change.nouns and theirs and not change.nouns & theirs and not change.words & event.words
    if nothing_shared and only_ours((change.title,), event.titles):
        # "The noise hearing has been cancelled", beside an inquest.
        return True
    if other_thing(change.nouns, theirs) or (unheard_of(change.nouns, theirs) and not change.words & event.words):
        return True
    if event.posts != {post.id} or not change.nouns or not theirs or change.nouns & theirs:
        return False
    # Of what only this post knows: "The hearing was cancelled. They have until Friday to appeal."
    return not change.nouns & GENERAL or event.sightings[0].mention.start > change.start


def _is_of_a_part(change: Change, text: str, event: Gathered) -> bool:
    """Whether a change is one of a part of an event, or of what stands beside it: "the opening parade of the festival has been cancelled"."""
    nouns = event.nouns
    before = text[max(change.part[0], change.start - _THING) : change.start]
    behind = text[change.end : min(change.part[1], change.end + _THING)]
    thing = behind if _AN_OBJECT.match(behind) else before
    days = _ONE_DAY_OF.finditer(thing) if change.called_off else ()
    beside = _BESIDE_IT.match(thing) if thing is before else None
    if beside and nouns_in(beside["it"]) & nouns and not nouns_in(beside["head"]) & nouns:
        # "A dinner before the talks", "flights to the match", unless the dinner itself is the event.
        first = event.sightings[0]
        told = first.post.words_at(first.mention.place)[first.mention.sentence_start : first.mention.sentence_end]
        return beside["head"].split()[-1] not in told.split()
    own = _ITS_PART.search(thing) if thing is before else _PART_OF_ITS.match(thing)
    head = own["part"].split()[-1].lower() if own else ""
    if own and nouns_in(own["whole"]) & nouns and not (nouns_in(head) & nouns or head in ITSELF):
        # "The festival's opening parade has been cancelled", "have called off the summit's press conference".
        return True
    return any(is_a_part(found.group(), nouns) for found in _PART_OF.finditer(thing)) or any(
        nouns_in(found["whole"]) & nouns for found in days
    )


_THING: Final = 120
"""Characters on either side of a verb that tell what it changes."""
_AN_OBJECT: Final = late_pattern(r"(?: off)? (?:the|an?|its|his|her|their)\b")
_BESIDE_IT: Final = late_pattern(
    r"\W*(?:(?:But|And|Now|Meanwhile),? )?(?P<head>(?!(?:[\w’'-]+ )?(?:[Pp]lans?|[Mm]oves?|[Ii]deas?|[Ii]ntentions?|[Dd]ecisions?|[Aa]greements?|[Pp]reparations|[Aa]ttempts?|[Bb]ids?|[Aa]rrangements)\b)[\w’'-]+(?: [\w’'-]+){0,4}?)"
    r" (?:at|before|after|during|ahead of|against|to|outside|around|following|(?:planned|due|booked|arranged|scheduled|organi[sz]ed) (?:for|at|during|around)|(?:that|which) (?:opens|closes|ends|follows|precedes|accompanies|leads into)|(?:opening|closing|accompanying)) (?P<it>[\w’' -]{2,60}?) (?:(?:has|have|had) been|was|were|is|are)(?: now)? (?:\w+ly )?$"
)
"""What stands beside something that takes place, and of which is then told what has come."""
_A_PART: Final = r"(?P<whole>[\w’'-]+?)['’]s (?P<part>(?:(?!on\b|in\b|at\b|for\b|from\b)[\w’'-]+ ){0,3}?[\w-]+)"
_ITS_PART: Final = late_pattern(
    rf"\b{_A_PART} (?:(?:has|have) (?:now |since )?been|was|were|is|are|will be)(?: now)? (?:\w+ly )?$"
)
_PART_OF_ITS: Final = late_pattern(
    rf"(?: off)? (?:the|this|that|its|his|her|their) (?:[\w-]+ ){{0,2}}?{_A_PART}(?=[.,;:]| (?:on|in|at|for|from|after|because|over|due|amid|following|until|to|and|as|when)\b|$)"
)
"""Something that an event has, before what has come of it and behind who changes it."""
_PART_OF: Final = late_pattern(r"\b[\w’'-]+ of (?:the|this|that|its|his|her|their|an?)(?: [\w’'-]+){1,4}")
_ONE_DAY_OF: Final = late_pattern(
    r"(?i)\b(?:(?:first|second|third|fourth|fifth|last|final|opening|closing|\w+day['’]s) (?:day|week|weekend|night|evening|morning|session|leg|stage|half|date|part|hours?)"
    r"|(?:day|night|session|leg|stage|part) (?:one|two|three|four|five|\d)|(?<=on the )eve) of (?P<whole>(?:the |this |that |its |his |her |their |an? )?[\w’'-]+(?: [\w’'-]+){0,3})"
)
"""One day or one session of what lasts several: "the second day of the talks"."""


def _touched(
    gathered: Events, change: Change, named: set[date], post: Post, place: Place, order: tuple[datetime, int]
) -> Gathered | None:
    """The one event that a change can mean."""

    def ahead(event: Gathered) -> bool:
        known = bool(event.sightings) and event.sightings[0].order <= order
        return (
            known
            and (event.end or event.start) >= order[0].date()
            and not _another(gathered, change, event, post, place, named)
        )

    noun_class = change.noun_class
    of_class = gathered.on(named) if named else gathered.perhaps(noun_class, change.words) if noun_class else []

    def fits(event: Gathered) -> bool:
        arrives = noun_class == "visit" and bool(change.words & event.words) and is_arrival(event)
        return (noun_class in {None, event.noun_class} or arrives) and ahead(event) and _means(change, event)

    fitting = _two(filter(fits, of_class))
    if len(fitting) > 1:
        fitting = _told_most(change, list(islice(filter(fits, of_class), _MOST_ALIKE + 1))) or fitting
    if not fitting and named:
        # "Has cancelled her concert in Leeds on ...": the same people and place that day, whatever it was called before.
        fitting = _two(
            event for event in gathered.on(named) if ahead(event) and len(event.last_words & change.words) >= 2
        )
    if not fitting and not named and noun_class is None:
        fitting = _two(
            event
            for event in gathered.alike(change.words, change.title)
            if event.noun_class is None and ahead(event) and _tells_of(change, event)
        )
    if len(fitting) > 1 and not named:
        # "The nurses' strike has been cancelled": of two strikes, the one that a name calls so.
        alike = islice((event for event in of_class if event.noun_class == noun_class and ahead(event)), _MOST_ALIKE)
        fitting = [event for event in alike if _means(change, event) and shared_words((change.title,), event.titles)]
    if len(fitting) > 1 and named:
        # "The march on Saturday was called off because of the rally on Sunday": that of the day before the verb.
        fitting = [event for event in fitting if gathered.tells(event, post.id, place, (change.part[0], change.start))]
    return _only(fitting)


def _both(
    gathered: Events, change: Change, post: Post, place: Place, order: tuple[datetime, int]
) -> list[Gathered | None]:
    """The only two of its class that are ahead, told by one post, where a change is one of both of them."""
    of_class = gathered.perhaps(change.noun_class, change.words) if change.noun_class else []
    ahead = (
        event
        for event in of_class
        if event.noun_class == change.noun_class
        and event.sightings[0].order <= order
        and (event.end or event.start) >= order[0].date()
        and not _another(gathered, change, event, post, place, set())
        and _means(change, event)
    )
    found = list(islice(ahead, 3))
    return [*found] if len(found) == 2 and found[0].posts & found[1].posts else []


def _is_of_both(change: Change, text: str) -> bool:
    """Whether a change is one of two things of its kind: "both concerts have been cancelled", but not "both sides called off the talks"."""
    near = max(change.part[0], change.start - _NEXT_TO), min(change.part[1], change.end + _NEXT_TO)
    return any(class_of(found["noun"].lower()) == change.noun_class for found in _BOTH.finditer(text, *near))


_BOTH: Final = late_pattern(
    r"(?i)(?<!not )\bboth (?:(?:of )?(?:the|these|those|its|his|her|their) )?(?:[a-z]+ )?(?P<noun>[a-z-]+s)\b(?! and\b)"
)
_NEXT_TO: Final = 60
"""Characters on either side of a change in which it is told how many it changes."""


def _told_most(change: Change, events: Sequence[Gathered]) -> list[Gathered]:
    """The one whose names share the most words with what a change names; none where two do."""
    shared = [shared_words((change.title,), event.titles) for event in events]
    most = max(shared, default=0)
    return [events[shared.index(most)]] if most and shared.count(most) == 1 and len(events) <= _MOST_ALIKE else []


def _only(events: Iterable[Gathered]) -> Gathered | None:
    found = _two(events)
    return found[0] if len(found) == 1 else None


def _two(events: Iterable[Gathered]) -> list[Gathered]:
    """The first two: who can mean two means neither."""
    return list(islice(events, 2))
