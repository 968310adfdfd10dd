"""Whether a mention means an event, by whom and what both name, and whether it tells of another thing of its kind. Pure.

One day may see two hearings, two votes, two launches. What one source writes in passing means what it has told before,
but not where it names another thing, another group of people or, in the same post, another hour.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from newsdesk.find.event_nouns import EVENT_VERBS, base_form, class_of, nouns_in
from newsdesk.find.events.case_stages import is_at_another_stage
from newsdesk.find.events.common_owners import is_of_other_owner
from newsdesk.find.events.ordinals import another_one
from newsdesk.find.events.particulars import distinct, each_says_more
from newsdesk.find.events.placed import holds_elsewhere
from newsdesk.find.events.sameness import other_case, other_thing
from newsdesk.find.events.sightings import NEAR, Gathered, Sighting, in_common, is_one_hour, others
from newsdesk.find.events.stand_ins import one_body
from newsdesk.find.events.stems import stems
from newsdesk.find.events.whose import of_another, of_other_office, others_than_several
from newsdesk.find.events.words import ANY_GROUP, ANYBODY, FILLERS, FUNCTION_WORDS, LIGHT, VERBISH
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_MANY_A_DAY: Final = word_set("match court funeral rally strike visit speech launch opening report")
"""Classes of which one day sees several, told apart by whose they are."""
_PARTNER: Final = late_pattern(r"(?:meeting|talks) with .*?(?P<last>[A-Z][\w’'-]*)(?: (?:in|at) .*)?$")
"""In a name: with whom somebody meets."""


_TOPIC: Final = late_pattern(
    r" (?:on|over|about|into|to debate|debates?) (?P<topic>.+?)(?= (?:in|at|by|from|with|between|to) |$)"
    r"|^(?P<debated>.+) to be debated\b"
)
_OF_ANY_TOPIC: Final = word_set(
    "bill law plan plans deal case charge charges offer package motion proposal proposals measure measures reform reforms",
    "issue issues matter matters terms text draft",
)
"""Words that several topics share: a vote on the fisheries bill and one on the housing bill are two."""
_OF_ONE_TOPIC: Final = word_set("vote report debate")
"""Classes of what has one topic, whoever holds it."""
_OF_MANY_TOPICS: Final = word_set("talks visit truce deadline")
_OF_GROUPS: Final = word_set("vote strike rally talks")
"""Classes of what groups of people do, each for itself."""
_HOLDS_SOMEWHERE: Final = word_set("truce budget rally vote")
"""Classes of what is in force or held somewhere, and may be elsewhere at the same time."""
_APPEARS: Final = late_pattern(r"(?:.* )?(?P<who>[\w-]+) court appearance\b")
_INDEFINITE: Final = late_pattern(r"(?i)\b(?:an?|another|separate|second|third) (?:[\w-]+ ){0,3}$")
_NOUN: Final = late_pattern(r"[A-Za-z]+(?:-[A-Za-z]+)?")


def belongs(sighting: Sighting, event: Gathered) -> bool:
    """Whether a sighting of an event's kind on its day means that event, as far as names tell.

    They share a name, a place or a telling word, but who meets somebody else is elsewhere, and so is the bail hearing of
    somebody else. A name that says neither whose nor where ("Peace talks") takes it from its post. A sentence without names
    ("Thursday's meeting") means what its source, or a post that names nobody, can only mean.
    """
    if tells_otherwise(sighting, event):
        return False
    naming = sighting.naming
    partner = _PARTNER.search(naming.title) if naming else None
    if partner and event.words and partner["last"].lower() not in event.words:
        return False
    named = sighting.noun_class in _MANY_A_DAY or (naming is not None and naming.names)
    if named and others(sighting, event) and not (naming and one_body(naming.title, event.titles)):
        # "Next Friday's ferry walkout" that somebody elsewhere waits for: the trade tells whose it is.
        trade = sighting.noun_class == "strike" and not (naming is None or naming.names or naming.who or naming.place)
        return trade and bool(sighting.telling) and stems(sighting.telling) <= stems(event.telling)
    if in_common(sighting, event):
        return True
    if naming is not None and naming.names:
        return False
    if sighting.context & event.words:
        return True
    alike = not sighting.context or not event.words or sighting.post.source_id in event.sources
    return not sighting.words and alike


def tells_otherwise(sighting: Sighting, event: Gathered) -> bool:
    """Whether a mention tells of another thing than an event of its class on its day, though both may share a name."""
    if sighting.naming is None or sighting.noun_class is None or sighting.noun_class != event.noun_class:
        return False
    title = sighting.naming.title
    shared = in_common(sighting, event) > 0
    if event.counted and another_one({sighting.which} - {""}, event.counted):
        return True
    return (
        _other_noun(title, sighting.noun_class, event, shared=shared)
        or _other_topic(title, sighting.noun_class, event, shared=shared)
        or _other_group(title, sighting.noun_class, event, shared=shared)
        or _other_person(sighting, event)
        or (not shared and _other_hour(sighting, event))
        or (not shared and _other_gathering(title, sighting, event))
        or (not shared and _other_paper(title, sighting, event))
        or _somebodys(title, sighting, event)
        or _other_phase(title, event)
        or (sighting.noun_class in _HOLDS_SOMEWHERE and holds_elsewhere(sighting, event))
        or _of_other_people(title, event)
        or _no_king(title, sighting, event)
        or of_another(title, event.titles)
        or is_of_other_owner(sighting, event)
        or (sighting.noun_class == "court" and others_than_several(title, sighting.context, event))
        or (sighting.noun_class == "court" and not shared and is_at_another_stage(sighting, event))
        or (
            (_other_state(sighting, event) or _at_another_hour(sighting, event))
            and distinct((title,), event.titles, sighting.words, event.words)
        )
        or _beside_another(sighting, event)
    )


def _beside_another(sighting: Sighting, event: Gathered) -> bool:
    """Whether its own post has named the event by other words: who writes of two marches in one text means two.

    Another source may write of the same in words of its own.
    """
    here = event.titles_of.get(sighting.post.id)
    if here is None or sighting.naming is None:
        return False
    title = sighting.naming.title
    if distinct((title,), here, sighting.words, event.words) or of_other_office(title, here):
        return True
    text = sighting.post.words_at(sighting.mention.place)
    also = _ALSO.search(
        text, sighting.mention.sentence_start, min(sighting.mention.end + NEAR, sighting.mention.sentence_end)
    )
    return also is not None and each_says_more(title, here)


_ALSO: Final = late_pattern(r"\b(?:also|too|as well|likewise)\b")


def _at_another_hour(sighting: Sighting, event: Gathered) -> bool:
    """Whether both have an hour, and none in common: then other words are taken for another thing."""
    if sighting.at is None or sighting.hour_only or not event.hours:
        return False
    timed = [each for each in event.sightings if each.at is not None and not each.hour_only]
    return not any(is_one_hour(sighting, each) for each in timed)


def _other_gathering(title: str, sighting: Sighting, event: Gathered) -> bool:
    """As in "the executive meets at 6pm", where another post has talks at four: another noun for people who meet, and another hour."""
    if sighting.noun_class != "talks" or sighting.saying.moved or not sighting.telling:
        return False
    own = nouns_in(title)
    return bool(own and event.nouns) and not own & event.nouns and _at_another_hour(sighting, event)


def _other_paper(title: str, sighting: Sighting, event: Gathered) -> bool:
    """As in "the regulator's decision is due by 5pm", beside a review in the morning of that day: only one of them has an hour."""
    if sighting.noun_class != "report" or sighting.post.id not in event.posts:
        return False
    own = nouns_in(title)
    timed = any(each.at for each in event.sightings)
    told = own and event.nouns and sighting.telling and event.telling
    return bool(told) and not own & event.nouns and (sighting.at is not None) != timed


def _somebodys(title: str, sighting: Sighting, event: Gathered) -> bool:
    """As in "the mayor's press conference is at noon", where its post has one of nobody's at ten."""
    here = event.hours.get(sighting.post.id, set())
    if sighting.at is None or sighting.hour_only or sighting.saying.moved or not here or sighting.at in here:
        return False
    return bool(_WHOSE.search(title)) not in {bool(_WHOSE.search(each)) for each in event.titles}


def _of_other_people(title: str, event: Gathered) -> bool:
    """As in "Deadline for ships", beside "Deadline for voters": those whom a name calls by what they are, not by their own names."""
    own = _FOR_WHOM.match(title)
    theirs = [found["who"] for each in event.titles if (found := _FOR_WHOM.match(each))]
    return own is not None and bool(theirs) and all(stems([own["who"]]).isdisjoint(stems([each])) for each in theirs)


def _no_king(title: str, sighting: Sighting, event: Gathered) -> bool:
    """As in "King of Santarra visit to Kell", beside "Holm visit to Kell": nobody writes of a king without saying that he is one.

    A president or a minister may be told by name alone.
    """
    if sighting.noun_class != "visit" or sighting.post.id in event.posts:
        return False
    ours, theirs = _KING.search(title), next(filter(None, map(_KING.search, event.titles)), None)
    if (ours is None) == (theirs is None):
        return False
    if ours is None:
        return not _speaks_of_a_king(sighting)
    return not any(_speaks_of_a_king(each) for each in event.sightings[:_FEW])


def _speaks_of_a_king(sighting: Sighting) -> bool:
    text = sighting.post.words_at(sighting.mention.place)
    begin, stop = sighting.mention.sentence_start - _EARLIER, sighting.mention.sentence_end + _EARLIER
    return _ROYAL.search(text, max(0, begin), min(stop, len(text))) is not None


_KING: Final = late_pattern(r"(?i)\b(?:king|queen|prince|princess|pope|sultan|emir|emperor)\b(?=.* visit\b)")
_ROYAL: Final = late_pattern(
    r"(?i)\b(?:kings?|queens?|princes?|princess(?:es)?|royals?|monarchs?|majesty|highness|pope|pontiff|holiness|papal|sultan|emir|emperor|crown)\b"
)
_FEW: Final = 20
"""Mentions of an event of which each is looked at: work stays linear."""
_EARLIER: Final = 600
"""Characters around a sentence in which it is told of whom it speaks."""
_FOR_WHOM: Final = late_pattern(
    r"Deadline for (?:[a-z-]+ ){0,2}?(?P<who>(?!(?:parties|sides|ministers|officials|leaders|troops|forces|rebels|members|negotiators)\b)[a-z]+s)(?= to |$)"
)
_WHOSE: Final = late_pattern(r"['’]s? ")


def _other_phase(title: str, event: Gathered) -> bool:
    """As in "Truce end", on the day on which another truce starts."""
    begins, ends = (any(each.endswith(phase) for each in event.titles) for phase in (" start", " end"))
    return (title.endswith(" end") and begins and not ends) or (title.endswith(" start") and ends and not begins)


def _other_state(sighting: Sighting, event: Gathered) -> bool:
    """Whether only one of the two is called off: then other words are taken for another thing."""
    return any(each.is_off != sighting.is_off for each in event.sightings)


def _other_noun(title: str, noun_class: str, event: Gathered, *, shared: bool) -> bool:
    """A briefing beside a speech, a wedding beside a festival; a trial has its verdict."""
    own = nouns_in(title)
    if noun_class == "speech":
        return not shared and bool(own and event.nouns) and not own & event.nouns
    return other_case(own, event.nouns) if noun_class == "court" else other_thing(own, event.nouns)


def _other_topic(title: str, noun_class: str, event: Gathered, *, shared: bool) -> bool:
    """As in "vote on the fisheries bill", beside one on the housing bill; talks have many topics."""
    if noun_class in _OF_MANY_TOPICS or (shared and noun_class not in _OF_ONE_TOPIC and " ruling on " not in title):
        return False
    own = _topic(title)
    if not own or own & stems(event.telling):
        return False
    theirs = frozenset[str]().union(*map(_topic, event.titles))
    return bool(theirs) and not own & theirs


def _other_group(title: str, noun_class: str, event: Gathered, *, shared: bool) -> bool:
    """As in "drivers vote", beside nurses who do; those who meet are several."""
    if noun_class not in _OF_GROUPS or (shared and noun_class == "talks"):
        return False
    own = _group(title)
    if own is None or own in event.telling:
        return False
    theirs = {group for each in event.titles if (group := _group(each))}
    return bool(theirs) and theirs.isdisjoint(title.lower().split())


def _other_person(sighting: Sighting, event: Gathered) -> bool:
    """As in "A teacher is due in court", where the same post has told of a baker who is."""
    if sighting.noun_class != "court" or sighting.post.id not in event.posts or sighting.naming is None:
        return False
    own = _person(sighting.naming.title)
    theirs = {person for each in event.titles if (person := _person(each))}
    if own is None or not theirs or own in theirs or own in event.telling:
        return False
    text = sighting.post.words_at(sighting.mention.place)
    new = re.compile(rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?:[\w-]+ ){{0,3}}{re.escape(own)}\b")
    return new.search(text, sighting.mention.sentence_start, sighting.mention.sentence_end) is not None


def _other_hour(sighting: Sighting, event: Gathered) -> bool:
    """Whether its post gives two hours of one day, this one to "a hearing"; another post's hour may be the newer one."""
    if sighting.at is None or sighting.saying.moved or sighting.tries_again:
        return False
    here = event.hours.get(sighting.post.id, set())
    if sighting.hour_only:
        # "Coverage begins at 3pm" is told of the same launch, "the minister will hold a press conference at 3pm" is not.
        own = nouns_in(sighting.naming.title) if sighting.naming else frozenset()
        other = bool(own and event.nouns) and not own & event.nouns and bool(sighting.telling)
        return other and bool(here) and sighting.at not in here
    text = sighting.post.words_at(sighting.mention.place)
    begin = sighting.mention.sentence_start
    noun = next(
        (
            match.start()
            for match in _NOUN.finditer(text, begin, sighting.mention.sentence_end)
            if class_of(match.group().lower()) == sighting.noun_class
        ),
        None,
    )
    if noun is None:
        # "The executive meets at 6pm", beside talks at four.
        return bool(here) and sighting.at not in here and bool(sighting.telling | event.telling)
    if sighting.which not in {"", "first"} and event.hours:
        return all(sighting.at not in hours for hours in event.hours.values())
    if not here or sighting.at in here:
        return False
    own = nouns_in(sighting.naming.title) if sighting.naming else frozenset()
    if own and event.nouns and not own & event.nouns and event.telling:
        return True
    return bool(sighting.telling) or _INDEFINITE.search(text, begin, noun) is not None


@lru_cache(maxsize=20_000)
def _topic(title: str) -> frozenset[str]:
    """The stems of what a name says that its event is about."""
    found = _TOPIC.search(title)
    words = (found["topic"] or found["debated"]).lower().split() if found else []
    common = FUNCTION_WORDS | FILLERS | VERBISH | LIGHT | _OF_ANY_TOPIC
    return stems(word for word in words if word not in common)


@lru_cache(maxsize=20_000)
def _group(title: str) -> str | None:
    """The people who vote, meet, strike or march by a name: "drivers" of "Tram drivers strike"; None for any or none."""
    before = ""
    for word in title.lower().split():
        if class_of(word) is not None or word in EVENT_VERBS or base_form(word) in EVENT_VERBS or word == "walk":
            break
        before = word
    plural = before.endswith("s") and not before.endswith("ss")
    named = any(word[0].isupper() and word.lower() == before for word in title.split()[1:])
    return before if plural and before not in ANY_GROUP and not named else None


@lru_cache(maxsize=20_000)
def _person(title: str) -> str | None:
    """Who appears in court by a name, where a common word says it: "baker" of "Baker court appearance"."""
    found = _APPEARS.match(title.lower())
    if found is None or found["who"] in ANYBODY or found["who"].capitalize() in title.split()[1:]:
        return None
    return found["who"]
