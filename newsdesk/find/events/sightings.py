"""Single mentions of something ahead, the events they are gathered into, and what two of them have in common. Pure."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from datetime import date, datetime
from functools import lru_cache
from itertools import pairwise
from typing import Final

from newsdesk.find.event_nouns import EVENT_VERBS, base_form, class_of, nouns_in
from newsdesk.find.events.certainty import Saying
from newsdesk.find.events.naming import Naming
from newsdesk.find.events.ordinals import which_of_them
from newsdesk.find.events.stems import bare
from newsdesk.find.events.words import COLLECTIVE, FILLERS, FUNCTION_WORDS, LIGHT, ROLES, VERBISH
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Basis, Mention, Post, Status

_DAY_NAMED: Final = late_pattern(
    r"(?i)(?:mon|tues|wednes|thurs|fri|satur|sun)day|to(?:day|morrow|night)|\b\d{1,2} [a-z]{3,}|[a-z]{3,}\.? \d|this "
)


_AGAIN: Final = late_pattern(
    r"(?i)\b(?:try|tries|attempt|launch) again\b|\b(?:next|another|second|third|fresh|new) (?:launch |lift-?off )?(?:attempt|try|bid|opportunity|window)\b"
)
NEAR: Final = 160
"""Characters on either side of a mention in which its sentence is searched: a list without full stops has no end."""
_AS_EARLY_AS: Final = late_pattern(r"(?i)\bas (?:early|soon) as ")


@dataclass(frozen=True, slots=True, eq=False)
class Sighting:
    """One mention of something ahead."""

    order: tuple[datetime, int]
    """Oldest first."""
    post: Post
    mention: Mention
    start: date
    end: date | None
    at: datetime | None
    zone_basis: Basis
    """Of the zone of `at`."""
    noun_class: str | None
    naming: Naming | None
    saying: Saying
    names: tuple[str, ...]
    words: frozenset[str]
    """Of the names, in lower case."""
    context: frozenset[str]
    """Of the names anywhere in its post, in lower case."""
    timed: bool
    """Whether its sentence gives an hour, with its day or apart."""
    is_off: bool = False
    """Whether its sentence says that nothing will come of it on its day."""
    left: date | None = None
    """The day it moved from, when the expression itself names both ("moved from Saturday to Monday")."""
    somewhen: bool = False
    """Whether it may be on any one of its days: "at the weekend"."""

    @property
    def telling(self) -> frozenset[str]:
        """The words of its proposed name that tell it from others of its class."""
        return telling_words(self.naming.title) if self.naming else frozenset()

    @property
    def hour_only(self) -> bool:
        """Whether it names an hour and leaves the day to another mention ("The window opens at 6.40am")."""
        text = self.post.words_at(self.mention.place)
        return self.at is not None and not _DAY_NAMED.search(text, self.mention.start, self.mention.end)

    @property
    def day_and_hour(self) -> bool:
        """Whether its sentence gives an hour with a day, together or apart ("High water on Saturday is at 6.40am")."""
        text = self.post.words_at(self.mention.place)
        begin = max(self.mention.sentence_start, self.mention.start - NEAR)
        return (
            self.timed
            and _DAY_NAMED.search(text, begin, min(self.mention.sentence_end, self.mention.end + NEAR)) is not None
        )

    @property
    def at_the_earliest(self) -> bool:
        """Whether its day is no more than the first that it could be ("as early as Thursday")."""
        text = self.post.words_at(self.mention.place)
        return _AS_EARLY_AS.search(text, max(0, self.mention.start - 16), self.mention.end) is not None

    @property
    def tries_again(self) -> bool:
        """Whether its sentence speaks of another attempt ("crews will try again on Thursday")."""
        text = self.post.words_at(self.mention.place)
        begin = max(self.mention.sentence_start, self.mention.start - NEAR)
        begin = max(begin, text.rfind(";", begin, self.mention.start))
        stop = min(self.mention.sentence_end, self.mention.end + NEAR)
        behind = text.find(";", self.mention.end, stop)
        return _AGAIN.search(text, begin, stop if behind < 0 else behind) is not None

    @property
    def which(self) -> str:
        """Which of several of its kind it is ("the second hearing"); empty when its sentence does not count them."""
        sentence = self.mention.sentence_start, self.mention.sentence_end
        return which_of_them(self.post.words_at(self.mention.place), sentence, self.mention.start, self.noun_class)

    @property
    def anchored(self) -> bool:
        """Whether its own sentence says whose or where it is."""
        return bool(self.words) or bool(self.naming and self.naming.names)


_MOST_NAMES: Final = 200
"""Names of one event that are compared with those of others; what is named in more ways is a flood."""


@dataclass(slots=True, eq=False)
class Gathered:
    """An event while its mentions are gathered."""

    start: date
    end: date | None
    noun_class: str | None
    sightings: list[Sighting] = field(default_factory=list)
    apart: str = ""
    """What tells it from another of its class on its days; a part of its key."""
    known_as: Gathered | None = None
    """The event as it was first expected, before it moved: it lends its key."""
    was: date | None = None
    moved_at: tuple[datetime, int] | None = None
    """The order of the post that told so."""
    status: Status | None = None
    status_from: tuple[datetime, int] | None = None
    begun: bool = False
    over: bool = False
    """A source tells that it has come about and does not go on."""
    goes_on: date | None = None
    """The day on which a source told that it was not over."""
    told: list[tuple[datetime, Mention]] = field(default_factory=list)
    """The places that tell so, and when."""
    changes: list[tuple[datetime, Mention]] = field(default_factory=list)
    """What called it off or put it off, and when that was told, whatever came of it later."""

    words: set[str] = field(default_factory=set)
    """The names of all its mentions."""
    counted: set[str] = field(default_factory=set)
    """Which of several of its kind its mentions call it, where they count them."""
    last_words: set[str] = field(default_factory=set)
    """The last word of each of those names: one for each person or place."""
    telling: set[str] = field(default_factory=set)
    """What the names proposed for it tell."""
    titles: set[str] = field(default_factory=set)
    """The names proposed for it."""
    titles_of: dict[int, set[str]] = field(default_factory=dict)
    """Those that each post proposes."""
    nouns: set[str] = field(default_factory=set)
    """The nouns of events in those names, in the singular."""
    posts: set[int] = field(default_factory=set)
    """The posts that mention it."""
    hours: dict[int, set[datetime]] = field(default_factory=dict)
    """The moments that each of those posts gives for it, the hour with its day."""
    sources: set[int] = field(default_factory=set)
    """The sources that mention it."""
    moved_by: set[tuple[int, date]] = field(default_factory=set)
    """The posts that say it has moved, each with the day to which."""
    tried_again_by: set[int] = field(default_factory=set)
    """The posts that mention it as another attempt."""
    last_held: tuple[datetime, int] | None = None
    """The order of its newest mention that does not call it off."""

    @property
    def key(self) -> str:
        """The days it was first expected for and its class of noun; what stands apart is told by the name it was first given."""
        if self.known_as is not None:
            return self.known_as.key
        last = f"..{self.end}" if self.end else ""
        return ":".join(part for part in (f"{self.start}{last}", self.noun_class, self.apart) if part)

    @property
    def somewhen(self) -> bool:
        """Whether none of its mentions tells on which of its days it is."""
        dated = [each for each in self.sightings if each.start == self.start]
        return self.end is not None and bool(dated) and all(each.somewhen for each in dated)

    @property
    def first(self) -> tuple[datetime, int]:
        """The order of its oldest mention."""
        return min(sighting.order for sighting in self.sightings)

    def add(self, *sightings: Sighting) -> None:
        """Take in mentions."""
        self.sightings.extend(sightings)
        for each in sightings:
            self.words |= each.words
            self.last_words |= last_words(each)
            if which := each.which:
                self.counted.add(which)
            self.posts.add(each.post.id)
            self.sources.add(each.post.source_id)
            if each.saying.moved:
                self.moved_by.add((each.post.id, each.start))
            if each.tries_again:
                self.tried_again_by.add(each.post.id)
            if not each.saying.called_off and (self.last_held is None or each.order > self.last_held):
                self.last_held = each.order
            if each.at is not None and not each.hour_only:
                self.hours.setdefault(each.post.id, set()).add(each.at)
            if each.naming and (len(self.titles) < _MOST_NAMES or each.naming.title in self.titles):
                self.titles.add(each.naming.title)
                self.titles_of.setdefault(each.post.id, set()).add(each.naming.title)
                self.nouns |= nouns_in(each.naming.title)
                self.words |= title_names(each.naming.title)
                self.words |= {word.lower() for word in (each.naming.who or "").split() if word[0].isupper()}
                self.telling |= each.telling


PHASES: Final = word_set("start end starts ends")
_AGAINST: Final = word_set("v vs versus")
_TAKES_EFFECT: Final = late_pattern(
    r" (?:to )?(?:takes? effect|comes? into (?:effect|force)|enters? into force)$|^guns to (?:fall silent|go quiet)$"
)
"""In a name in lower case: no more than that it begins, or that guns rest."""


@lru_cache(maxsize=20_000)
def telling_words(title: str) -> frozenset[str]:
    """The words of a name without those that any event of its class could have."""
    words = _TAKES_EFFECT.sub("", title.lower()).split()
    common = FUNCTION_WORDS | FILLERS | VERBISH | LIGHT | ROLES | PHASES | _AGAINST
    telling = {
        word for word in words if word not in common and class_of(word) is None and base_form(word) not in EVENT_VERBS
    }
    # "The health committee" is no health minister.
    return frozenset(
        telling.union(word for word, body in pairwise(words) if word in ROLES and bare(body) in COLLECTIVE)
    )


@lru_cache(maxsize=20_000)
def title_names(title: str) -> frozenset[str]:
    """The telling words of a name whose capitals its beginning does not explain, in lower case."""
    capitals = [
        word for n, word in enumerate(title.split()) if (n and word[0].isupper()) or word[1:] != word[1:].lower()
    ]
    return telling_words(title) & {word.lower() for word in capitals}


def last_words(sighting: Sighting) -> set[str]:
    """The last word of each name of the sighting's sentence."""
    return {last for name in sighting.names if (last := name.split()[-1].lower()) in sighting.words}


def in_common(sighting: Sighting, event: Gathered) -> int:
    """How many names and telling words a sighting shares with an event."""
    return len(_shared(sighting.words, event.words) | sighting.telling & event.telling)


def _shared(ours: AbstractSet[str], theirs: AbstractSet[str]) -> AbstractSet[str]:
    """The words that two sets of names share: of the Bank of Norland and that of Ostland none, though both are banks."""
    shared = ours & theirs
    both_named = not (ours <= COLLECTIVE or theirs <= COLLECTIVE)
    return shared - COLLECTIVE if both_named else shared


def is_one_hour(sighting: Sighting, other: Sighting) -> bool:
    """Whether two hours can be the same: they are, or the zone of one is no more than a guess and their clocks show the same."""
    one, two = sighting.at, other.at
    if one is None or two is None or one == two:
        return one is not None and one == two
    unsure = Basis.STATED is not sighting.zone_basis or Basis.STATED is not other.zone_basis
    return unsure and one.replace(tzinfo=None) == two.replace(tzinfo=None)


def others(sighting: Sighting, event: Gathered) -> bool:
    """Whether both have names and none in common."""
    own = sighting.words | (title_names(sighting.naming.title) if sighting.naming else frozenset())
    return bool(own and event.words) and not _shared(own, event.words)
