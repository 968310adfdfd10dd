"""What the story expects: dated mentions ahead of their posts, merged into events. Pure, without a wall clock."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import Final

from newsdesk.find.calendar_words import moved
from newsdesk.find.change_words import MOVED_OBJECT, MOVES
from newsdesk.find.dates.direction import ANOTHER_HOUR
from newsdesk.find.event_nouns import class_of
from newsdesk.find.events.certainty import days_from_plan, overall
from newsdesk.find.events.changes import (
    Events,
    apply_changes,
    closes,
    day_of,
    fold_called_off,
    follow_moves,
    is_of_each,
)
from newsdesk.find.events.come_about import mark_done
from newsdesk.find.events.gathering import gather, support
from newsdesk.find.events.given_back import follow_returns
from newsdesk.find.events.given_up import is_given_up
from newsdesk.find.events.lengths import last_day_told
from newsdesk.find.events.moments import moment_of
from newsdesk.find.events.open_days import OpenDays, open_days
from newsdesk.find.events.passages import Passage, Passages
from newsdesk.find.events.predicates import by_loss
from newsdesk.find.events.put_off import as_not_denied, named_anew
from newsdesk.find.events.same_moment import restated
from newsdesk.find.events.sightings import Gathered, Sighting, title_names
from newsdesk.find.events.spelt_out import as_spelt_out
from newsdesk.find.events.status import status_at
from newsdesk.find.events.stretches import Stretch, is_night, stretches, whole
from newsdesk.find.events.titles import best_title
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Basis, Certainty, Event, Mention, Place, Post, Status, Timex


def find_events(
    posts: Sequence[Post],
    timexes: Sequence[Timex],
    as_of: datetime | None,
    passages: Sequence[Passages] | None = None,
) -> tuple[Event, ...]:
    """The events that the story expects, in the order of their days.

    Args:
        posts: with `published` resolved; ids tell them apart.
        timexes: their resolved time expressions (`dates.in_story`).
        as_of: the moment, aware, that decides `status`; None: the newest stated post.
        passages: of each post, with what is known of them; what else they are asked stays in them. None: nothing is known.
    """
    if passages is None:
        passages = [Passages.of(post.text, post.headline) for post in posts]
    reads = {post.id: its for post, its in zip(posts, passages, strict=True)}
    known = {post.id: post for post in posts if post.published and post.published.basis is not Basis.GUESSED}
    orders = {post_id: _order(post) for post_id, post in known.items()}
    timexes_of: dict[tuple[int, Place], list[Timex]] = {}
    found: list[Sighting] = []
    coarse: list[Sighting] = []
    struck: set[Mention] = set()
    for timex in timexes:
        timexes_of.setdefault((timex.post_id, timex.place), []).append(timex)
    for (post_id, where), named in timexes_of.items():
        post = known.get(post_id)
        if post is None:
            continue
        called_off = _called_off(post, reads[post.id].at(where), named)
        if not called_off and not any(timex.upcoming for timex in named):
            continue
        lasting = stretches(post.words_at(where), named)
        again = restated(post.words_at(where), named) | _conditions(post.words_at(where), named)
        either = _either(post.words_at(where), named)
        hours = sorted(timex.start for timex in named if len(timex.value) == 16)
        starts = sorted(timex.start for timex in named)
        wrong = _wrong_hours(post.words_at(where), named)
        seen: list[Sighting] = []
        before: Timex | None = None
        for timex in named:
            counts = (
                (timex.upcoming or timex.start in called_off)
                and timex.start not in either.values()
                and timex.start not in again
            )
            opened = open_days(post.words_at(where), timex) if counts and len(timex.value) < 10 else None
            sighting = (
                _sighting(post, timex, reads[post.id], orders[post.id], lasting.get(timex.start), hours, opened)
                if counts
                else None
            )
            if sighting is not None and (timex.start in called_off or sighting.saying.called_off):
                sighting = replace(sighting, is_off=True)
                if timex.start in called_off and sighting.saying.called_off and _stands_alone(sighting.mention, starts):
                    struck.add(sighting.mention)
            if sighting is not None and timex.start in either and sighting.end is None:
                other = next(each for each in named if each.start == either[timex.start])
                sighting = replace(sighting, end=day_of(other.value))
            if sighting is not None and timex.value in wrong:
                sighting = replace(sighting, at=None)
            if sighting is not None and before is not None:
                sighting = _as_denied_before(sighting, before, reads[post.id].at(where))
            before = timex
            if sighting is not None:
                if len(timex.value) >= 10 or opened is not None:
                    seen.append(sighting)
                else:
                    # "Postponed until next week": to no day that it could be moved to.
                    coarse.append(replace(sighting, saying=replace(sighting.saying, moved=False)))
        found += _lasting(_hours_with_their_days(seen))
    found = as_spelt_out(found)
    found.sort(key=lambda each: each.order)
    gathered = gather(found)
    support(gathered, coarse)
    fold_called_off(gathered)
    follow_moves(gathered, timexes_of)
    follow_returns(gathered)
    moment = as_of or _newest(posts)
    if gathered:
        events_named = Events(gathered)
        for post in known.values():
            for place in _PLACES:
                read = reads[post.id].at(place)
                if read.changes:
                    its = timexes_of.get((post.id, place), ())
                    apply_changes(events_named, post, place, read, orders[post.id], its)
        _mark_struck(gathered, struck)
        _mark_begun(gathered, known.values(), reads, moment)
        mark_done(gathered, known.values(), reads, timexes_of, moment)
    events = [event for each in gathered if (event := _event(each, moment)) is not None]
    events.sort(key=lambda event: (event.start, event.end or event.start, event.key))
    return tuple(events)


def _called_off(post: Post, passage: Passage, timexes: Sequence[Timex]) -> set[int]:
    """Where days of weeks ahead stand on which something will not take place after all, or which it leaves for none yet.

    As in "the concert planned for Saturday has been called off": no plan any more, but what a reader waits for.
    """
    today = post.published.day if post.published else None
    waiting = [each for each in timexes if not each.upcoming and len(each.value) >= 10 and today]
    ahead = {each.start for each in waiting if (day := day_of(each.value)) and today and day > today}
    if not ahead:
        return set()
    found: set[int] = set()
    starts = [timex.start for timex in timexes]
    those = (each for each in passage.changes if not is_given_up(passage.text, each.start, each.end))
    for part, change in {change.part: change for change in those}.items():
        days = [each for each in timexes[slice(*(bisect_left(starts, edge) for edge in part))] if len(each.value) >= 10]
        if change.called_off or len(days) == 1 or is_of_each(passage.text, change, days):
            # Beside another day, what is put off may have moved there.
            found |= {
                each.start
                for each in days
                if each.start in ahead
                and (
                    change.noun_class is not None
                    or by_loss(passage.text[part[0] : each.start], passage.text[each.end : part[1]])
                )
            }
    return found


def _as_denied_before(sighting: Sighting, before: Timex, passage: Passage) -> Sighting:
    """What has moved, by the name and for the day by which the sentence right before has denied it.

    As in "The board will not meet tomorrow after all. The meeting has been put back to Monday"; it is no other meeting.

    Args:
        sighting: of the new day.
        before: the time expression before it in its text.
        passage: that text.
    """
    own, published = sighting.naming, sighting.post.published
    if not sighting.saying.moved or sighting.left or own is None or own.names or own.who or sighting.telling:
        return sighting
    day = day_of(before.value) if len(before.value) >= 10 and not before.upcoming else None
    earlier = passage.sentence(before.start)
    beside = earlier[1] <= sighting.mention.sentence_start <= earlier[1] + 1
    if day is None or published is None or day <= published.day or not beside:
        return sighting
    told = as_not_denied(passage.text[earlier[0] : before.start]) if before.start - earlier[0] <= _DENIED else None
    if told is None:
        return sighting
    naming, noun_class = named_anew(told, before.text)
    if naming is None or noun_class is None or noun_class != sighting.noun_class:
        return sighting
    return replace(sighting, naming=naming, words=sighting.words | title_names(naming.title), left=day)


_DENIED: Final = 160
"""Characters from where a sentence begins to the day for which it denies something."""


def _hours_with_their_days(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The mentions of one text, an hour and the day behind it under one name: "doors open at 6pm at the hall in Kell on Saturday"."""
    result = list(sightings)
    for n, (hour, day) in enumerate(pairwise(result)):
        apart = hour.mention.sentence_start != day.mention.sentence_start or hour.start != day.start
        if not apart and day.hour_only and _ITS_HOUR.fullmatch(_between(hour, day)):
            # "Wexley travel to Dene on Sunday, kick-off 4.30pm".
            result[n + 1] = replace(day, naming=hour.naming, noun_class=hour.noun_class)
        if apart or not hour.hour_only or day.at is not None or hour.noun_class or day.noun_class:
            continue
        result[n] = replace(hour, naming=hour.naming or day.naming)
        result[n + 1] = replace(day, naming=hour.naming or day.naming)
    return result


def _conditions(text: str, named: Sequence[Timex]) -> set[int]:
    """Where a day stands by which something must be done lest happens what the sentence has told with a day of its own.

    As in "sanctions will take effect on 22 May if the troops have not left by 21 May": nothing but a condition of the one day.
    """
    return {
        each.start
        for main, each in pairwise(sorted(named, key=lambda each: each.start))
        if main.upcoming and each.start - main.end <= _A_CONDITION and _IF_BY.fullmatch(text, main.end, each.start)
    }


_A_CONDITION: Final = 160
"""Characters between a day and one of a condition."""
_IF_BY: Final = late_pattern(r",? (?:if|unless) [^.;:“”]{3,150} (?:by|before)(?: noon| midnight)?(?: on)?(?: the)? ")


def _lasting(sightings: Sequence[Sighting]) -> list[Sighting]:
    """The mentions of one text, what is on a day and on the next one under one name as one of both days.

    As in "the council meets on Thursday and Friday"; "on Thursday and on Friday" may be two, and so may what has an hour.
    """
    result: list[Sighting] = []
    for each in sightings:
        before = result[-1] if result else None
        if before is not None and _goes_on_to(before, each):
            result[-1] = replace(before, end=each.start)
            continue
        result.append(each)
    return result


def _goes_on_to(day: Sighting, next_day: Sighting) -> bool:
    """Whether two mentions side by side are of one thing on two days, the one after the other."""
    one, other = day.naming, next_day.naming
    if (
        one is None
        or other is None
        or one.title != other.title
        or day.at
        or next_day.at
        or day.is_off
        or next_day.is_off
    ):
        return False
    if (
        day.end
        or next_day.end
        or next_day.start - day.start != timedelta(days=1)
        or day.saying.moved
        or next_day.saying.moved
    ):
        return False
    text = day.post.words_at(day.mention.place)
    together = _AND_THEN.fullmatch(text, day.mention.end, next_day.mention.start)
    if _LISTED_BEFORE.search(text, max(0, day.mention.start - _BESIDE), day.mention.start):
        return False
    return together is not None and _OF_BOTH.match(text, next_day.mention.end) is not None


_AND_THEN: Final = late_pattern(r" and ")
_LISTED_BEFORE: Final = late_pattern(r"(?:day|[0-9]|[0-9] [A-Z][a-z]+), (?:on )?$")
_OF_BOTH: Final = late_pattern(
    r"(?=[.,;:!?)\n”\"]|$)| (?:in|at|to|with|for|over|by|near|outside|across|when|while|as|after|because|to)\b"
)
"""Behind the second of two days that are one thing's; "and Tuesday is a holiday" is another clause."""


def _wrong_hours(text: str, named: Sequence[Timex]) -> set[str]:
    """The hours that a text itself takes back: "at 11am, not at 9.30am"."""
    return {
        each.value
        for each in named
        if len(each.value) == 16 and _NOT_AT.search(text, max(0, each.start - _BESIDE), each.start)
    }


_NOT_AT: Final = late_pattern(r"(?i)\b(?:not|instead of|rather than)(?: at| from)? $")
_ITS_HOUR: Final = late_pattern(
    r"(?: (?:in|at) (?:the )?[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})?,? \(?(?:with )?(?:kick-?off|tip-?off|throw-in)(?: is| at){0,2} "
)


def _between(first: Sighting, other: Sighting) -> str:
    """The words between two mentions of one text, or none where they do not follow each other closely."""
    text = first.post.words_at(first.mention.place)
    near = 0 <= other.mention.start - first.mention.end <= _BESIDE
    return text[first.mention.end : other.mention.start] if near else ""


_BESIDE: Final = 40
"""Characters between a day and the hour that only goes with it."""


def _either(text: str, named: Sequence[Timex]) -> dict[int, int]:
    """Where the first of two days stands, of which one is meant, and where the other does: "on Tuesday or Wednesday"."""
    days = sorted(
        (each for each in named if len(each.value) == 10 and each.value_end is None), key=lambda each: each.start
    )
    return {
        first.start: other.start
        for first, other in pairwise(days)
        if _OR.fullmatch(text, first.end, other.start) and first.upcoming and first.value < other.value
    }


_OR: Final = late_pattern(r",? or (?:on |early |late |perhaps |possibly ){0,2}")
_PLACES: tuple[Place, ...] = ("headline", "text")


def _newest(posts: Iterable[Post]) -> datetime | None:
    """The newest stated moment; without one, the newest that is not guessed."""
    published = [post.published for post in posts if post.published and post.published.basis is not Basis.GUESSED]
    stated = [each.at for each in published if each.basis is Basis.STATED and each.zone_basis is Basis.STATED]
    return max(stated or [each.at for each in published], default=None)


def _order(post: Post) -> tuple[datetime, int]:
    return (post.published.at if post.published else datetime.max.replace(tzinfo=UTC), -post.n)


def _sighting(
    post: Post,
    timex: Timex,
    read: Passages,
    order: tuple[datetime, int],
    lasting: Stretch | None,
    hours: Sequence[int],
    opened: OpenDays | None,
) -> Sighting | None:
    """The mention that a time expression makes.

    `lasting`: what it begins or ends. `hours`: where its text gives an hour, from left to right. `opened`: the days that it leaves open.
    """
    day = day_of(timex.value)
    if day is None:
        return None
    sight = read.at(timex.place).sight(timex.start, timex.end)
    text = post.words_at(timex.place)
    if _OF_A_THREAT.search(text, max(sight.sentence[0], timex.start - 200), timex.start):
        return None
    saying = sight.saying
    if (asked := _asked(text, timex, sight.sentence)) is not None:
        if not asked:
            return None
        saying = replace(saying, certainty=Certainty.CONDITIONAL, confirms=False)
    if _ends_its_day(timex):
        day = moved(day, -1) or day
    last = _last_day(timex, day)
    left = None
    both = False
    if last is not None and _MOVED_FROM.search(text, max(sight.sentence[0], timex.start - 120), timex.start):
        both = True
        # "Moved from Saturday to Monday", "postponed the vote on Saturday until Monday": no event of three days.
        left, day, last = day, last, None
        saying = replace(saying, moved=True)
    elif saying.moved and (later := days_from_plan(text, timex.end)) is not None:
        left = moved(day, -later)
    if opened is not None:
        if (
            opened.may_be_usual
            and sight.noun_class is None
            and not _PLANNED.search(text, sight.sentence[0], timex.start)
        ):
            # "The market opens at the weekend": every week, as far as is told.
            return None
        day, last = opened.first, opened.last
    elif last is None and lasting is None and not saying.moved:
        last = last_day_told(text, sight.sentence, timex.start, timex.end, day)
    naming = sight.naming
    if lasting is not None:
        day, last = lasting.first, lasting.last
        several = lasting.first < lasting.last
        naming = naming if lasting.begins else None
        naming = replace(naming, title=whole(naming.title)) if naming and several else naming
    elif opened is None and last is not None and timex.value_end is None and not both and naming:
        naming = replace(naming, title=whole(naming.title))
    at, zone_basis = moment_of(timex, post, sight.sentence)
    return Sighting(
        order=order,
        post=post,
        mention=Mention(timex.post_id, timex.place, timex.start, timex.end, *sight.sentence),
        start=day,
        end=last if last != day else None,
        at=at if not both and not ANOTHER_HOUR.match(text, timex.end) and (lasting is None or lasting.begins) else None,
        zone_basis=zone_basis,
        noun_class=sight.noun_class,
        naming=naming,
        saying=saying,
        names=sight.names,
        words=sight.words,
        context=read.text.named | read.headline.named,
        timed=bisect_left(hours, sight.sentence[0]) < bisect_left(hours, sight.sentence[1]),
        left=left,
        somewhen=opened is not None and opened.somewhen,
    )


def _asked(text: str, timex: Timex, sentence: tuple[int, int]) -> bool | None:
    """Whether a day is only asked about, so that nothing on it is sure; False where nothing is told of it; None where it is told.

    "Will the House vote on Tuesday?" may be; "will you resign if the House votes it down on Tuesday?" is of somebody's mind.
    "Friday's vote" is known, whatever is asked of it, and so is "the final on Saturday" that somebody may win.
    """
    begin, end = sentence
    asks = _YES_OR_NO.match(text, begin)
    if asks is None or not _IS_ASKED.match(text, timex.end, end) or _is_taken_for_granted(text, asks.end(), timex):
        return None
    return _OF_YOUR_MIND.search(text, max(begin, timex.start - _IN_A_QUESTION), timex.end) is None


def _is_taken_for_granted(text: str, asks: int, timex: Timex) -> bool:
    """Whether a question is of something else than whether there is the thing on the day: "will the talks on Friday bring peace?"."""
    thing = _THE_THING.search(text, max(asks, timex.start - _IN_A_QUESTION), timex.start)
    if thing is None or class_of(thing["noun"].lower()) is None:
        return False
    if text[asks : thing.start()].isspace():
        # "Will the House vote on Tuesday?"
        return _DOES_SOMETHING.match(text, timex.end) is not None
    return _MAKES_IT.search(text, asks, thing.start()) is None


_THE_THING: Final = late_pattern(
    r"\b(?:the|this|that|its|his|her|their) (?:(?!(?:the|this|that|an?|its|his|her|their)\b)[\w’'-]+ ){0,3}?(?P<noun>[\w-]+) on (?:the )?$"
)
_DOES_SOMETHING: Final = late_pattern(
    r" (?!(?:or|and|but|after|as|if|unless|in|at|to|on|by|with|for|from|until|instead|before|when|now|then|so|despite|because|over|again|also|too|still|anyway|morning|afternoon|evening|night)\b)[a-z]+ [^?]"
)
_MAKES_IT: Final = late_pattern(r"\b(?:there|hold|host|stage|have|start|begin|open|see|announce|schedule|call|join)\b")
"""Before what there may be or not, as far as the question tells."""
_IS_ASKED: Final = late_pattern(r"(?!['’]s )[^.;:!?“”]{0,160}\?(?:[”\"’')]|\s*$)")
"""From a day to the end of its question."""
_IN_A_QUESTION: Final = 160
"""Characters before a day in which its question tells whom it asks."""
_YES_OR_NO: Final = late_pattern(
    r"[\s“\"‘'–—-]*(?:(?:And|But|So|Then) )?(?:[Ww]ill|[Cc]an|[Cc]ould|[Ww]ould|[Mm]ight|[Ss]hould|[Ii]s|[Aa]re|[Dd]oes|[Dd]o|[Ww]on['’]t|[Ss]hall)\b"
)
_OF_YOUR_MIND: Final = late_pattern(r"(?i)\b(?:you|your|if|unless|whether)\b")
_OF_A_THREAT: Final = late_pattern(
    r"(?i)\b(?:threat\w*|warn\w*|vow\w*)\b[^.;:]*\bunless\b[^.;:,]*\b(?:by|before) (?:noon |midnight )?(?:on )?$"
)
"""Before the last day that a threat leaves ("threatened to block the package unless ... by Sunday"): no event of its own."""


_PLANNED: Final = late_pattern(
    r"\b(?:will|to|due|set|planned|expected|scheduled|likely|hopes?|plans?|this year)\b|['’]ll\b"
)
_MOVED_FROM: Final = late_pattern(rf"(?i)\b{MOVES}\b[^.;:]{{0,60}}?(?:, |\b)from (?:the )?$|\b{MOVED_OBJECT}$")


def _last_day(timex: Timex, first: date) -> date | None:
    if timex.value_end is None:
        return None
    if is_night(first.isoformat(), timex.value_end):
        return None
    last = date.fromisoformat(timex.value_end[:10])
    # Until midnight: the day before is the last one.
    return moved(last, -1) if timex.value_end.endswith("T00:00") else last


def _ends_its_day(timex: Timex) -> bool:
    """Whether the hour is the midnight that ends the day it is named with: "midnight on Saturday" is no part of Sunday."""
    ended = timex.value_end is None and timex.value.endswith("T00:00") and "midnight" in timex.text.lower()
    # "From midnight on 1 January" begins that day.
    return ended and re.search(rf"\b{int(timex.value[8:10])}\b|New Year['’]s Day", timex.text) is None


def _stands_alone(mention: Mention, starts: Sequence[int]) -> bool:
    """Whether its sentence names no other time; `starts`: where its text names one, from left to right."""
    return bisect_left(starts, mention.sentence_end) - bisect_left(starts, mention.sentence_start) == 1


def _mark_struck(gathered: Iterable[Gathered], struck: AbstractSet[Mention]) -> None:
    """Mark events of which no mention tells more than that they were called off, whatever they are: "A test, set for Monday, was scrapped"."""
    for event in gathered:
        if event.status is None and all(each.mention in struck for each in event.sightings):
            event.status = Status.CALLED_OFF


def _mark_begun(
    gathered: Sequence[Gathered], posts: Iterable[Post], reads: Mapping[int, Passages], moment: datetime | None
) -> None:
    """Mark events whose day came and of which a post of that day or the next says that they began."""
    if moment is None:
        return
    by_day: dict[date, list[Gathered]] = {}
    for event in gathered:
        # That something opened or began is no word of its end.
        if event.start <= moment.date() + timedelta(days=1) and event.end is None and not closes(event):
            for shift in (0, 1):
                by_day.setdefault(event.start + timedelta(days=shift), []).append(event)
    for post in posts:
        waiting = by_day.get(post.published.day) if post.published else None
        if not waiting or post.published is None or post.published.at > moment:
            continue
        for place in _PLACES:
            for noun_class, names, nouns in reads[post.id].at(place).beginnings:
                meant = [
                    event
                    for event in waiting
                    if noun_class is not None
                    and noun_class == event.noun_class
                    and (not names or not event.words or names & event.words)
                    and (not nouns or (event.nouns and event.nouns <= nouns))
                    and not _is_too_soon(post.published.at, event)
                ]
                if names or len(meant) == 1:
                    for event in meant:
                        event.begun = True


def _is_too_soon(at: datetime, event: Gathered) -> bool:
    """Whether what is told at that moment can be no word of an event, whose hour is not near."""
    hours = [each.at for each in event.sightings if each.at is not None and each.start == event.start]
    return bool(hours) and at < min(hours) - _EARLY


_EARLY: Final = timedelta(minutes=45)
"""How long before its hour something may begin."""


def _event(gathered: Gathered, moment: datetime | None) -> Event | None:
    sightings = gathered.sightings
    dated = [each for each in sightings if each.start == gathered.start] or sightings
    if gathered.was and not any(each.naming and each.naming.names for each in dated):
        # "The derby will now be played on ...": whose it is, the mentions of the old day tell.
        dated = sightings
    names = Counter(name for each in sightings for name in dict.fromkeys(each.names))
    title = best_title(
        [each.naming for each in dated if each.naming],
        [name for name, _ in sorted(names.items(), key=lambda item: (-item[1], item[0]))],
    )
    if title is None:
        return None
    at, zone_basis = _hour([each for each in sightings if each.start == gathered.start])
    zone = at.tzinfo if at else sightings[0].order[0].tzinfo
    told = {each.post.id: each.order[0] for each in sightings}
    told |= {mention.post_id: at for at, mention in (*gathered.changes, *gathered.told)}
    current = [each for each in sightings if each.start == gathered.start] if gathered.was else sightings
    current = current or (sightings if gathered.begun else current)
    last = max(filter(None, (gathered.end, gathered.goes_on)), default=None)
    last = last if last and last > gathered.start else gathered.end
    stands = status_at(moment, gathered.start, last, at, zone, begun=gathered.begun, somewhen=gathered.somewhen)
    return Event(
        key=gathered.key,
        title=title,
        start=gathered.start,
        end=gathered.end,
        at=at,
        certainty=overall([each.saying for each in current]),
        status=gathered.status or (Status.ENDED if gathered.over else stands),
        mentions=_mentions(gathered),
        was=gathered.was if gathered.was != gathered.start else None,  # moved away and back
        zone_basis=zone_basis,
        revised=max(told.values()),
        revision=len(told) - 1,
        somewhen=gathered.somewhen,
    )


def _mentions(gathered: Gathered) -> tuple[Mention, ...]:
    """Where the event is told of, in order: its days, and the sentences that change it without a day."""
    told = [(each.order[0], each.mention) for each in gathered.sightings]
    seen = {_sentence(mention) for _at, mention in told}
    for at, mention in (*gathered.changes, *gathered.told):
        if _sentence(mention) not in seen:
            seen.add(_sentence(mention))
            told.append((at, mention))
    # Within a moment as they were found: the sort keeps their order.
    return tuple(mention for _at, mention in sorted(told, key=lambda each: each[0]))


def _sentence(mention: Mention) -> tuple[int, Place, int]:
    return mention.post_id, mention.place, mention.sentence_start


def _hour(sightings: Sequence[Sighting]) -> tuple[datetime | None, Basis]:
    """The hour that the newest post with one gives, and what its zone rests on.

    Its earliest hour, as a closing one may stand beside the opening one, but one with a known zone before a doubtful one.
    """
    timed = [each for each in sightings if each.at]
    # "At 6am", from a page of another zone, says nothing newer than "at 6am (0300 GMT)".
    sure = {each.at.replace(tzinfo=None) for each in timed if each.at and each.zone_basis is Basis.STATED}
    timed = [
        each
        for each in timed
        if each.zone_basis is Basis.STATED or not (each.at and each.at.replace(tzinfo=None) in sure)
    ]
    # "On Saturday evening", and "on Saturday at 6.40am": one of the two is of something else.
    parts = {part for each in sightings for part in _parts_named(each)}
    newest = [
        each
        for each in timed
        if each.at and each.post.id == timed[-1].post.id and all(_in_part(each.at, part) for part in parts)
    ]
    # "The attempt is on Sunday at 1.52am. Coverage will begin at 12.45am": the hour that stands with the day.
    dated = [each for each in newest if not each.hour_only]
    # "Opens at 9am and closes at 5pm on Saturday": one day stands with both hours.
    dated = [
        each for each in newest if not each.hour_only or any(_shares_its_day(each, other) for other in dated)
    ] or newest
    stated = [each for each in dated if each.zone_basis is Basis.STATED]
    return min(((each.at, each.zone_basis) for each in stated or dated), default=(None, Basis.STATED))


def _shares_its_day(hour: Sighting, dated: Sighting) -> bool:
    """Whether an hour without a day stands in the sentence of a later one with a day, which is that of both."""
    ours, theirs = hour.mention, dated.mention
    return _sentence(ours) == _sentence(theirs) and ours.start < theirs.start and hour.start == dated.start


_HOURS_OF: Final = {"morning": (0, 12), "afternoon": (12, 19), "evening": (16, 24), "night": (17, 30)}
"""Hours in which news says so, the last one not among them; the night goes on into the next day."""
_PART: Final = late_pattern(rf"(?i)\b(?:{'|'.join(_HOURS_OF)})\b")


def _parts_named(sighting: Sighting) -> list[str]:
    """The parts of the day that a mention names."""
    text = sighting.post.words_at(sighting.mention.place)
    return [part.lower() for part in _PART.findall(text, sighting.mention.start, sighting.mention.end)]


def _in_part(at: datetime, part: str) -> bool:
    first, last = _HOURS_OF[part]
    return first <= at.hour < last or at.hour + 24 < last
