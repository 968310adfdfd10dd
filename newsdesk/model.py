"""The words of newsdesk as frozen dataclasses. Imports nothing of ours but how a file's name is shown, does no work.

Offsets count characters (code points), end exclusive, into the post's `text` or `headline` as `place` says.
Moments are aware datetimes; days are calendar days in the zone that the field's description names.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Literal

from newsdesk.shown_name import shown_name

Place = Literal["text", "headline"]
"""Which string of a post an offset counts in."""


class SourceKind(StrEnum):
    """What a source is, told by its content."""

    LIVE_PAGE = "live page"
    ARTICLE = "article"
    TRANSCRIPT = "transcript"
    FEED = "feed"
    MAIL = "mail"


class Basis(StrEnum):
    """What a date rests on, strongest first."""

    STATED = "stated"
    """The source printed it, or the user said it."""
    INFERRED = "inferred"
    """Evidence inside the source or from companion sources gives it."""
    GUESSED = "guessed"
    """Nothing gives it; the desk assumed it. Sets no clock and supports no event."""


class Precision(StrEnum):
    """How fine a published time is."""

    MINUTE = "minute"
    DAY = "day"


class QuoteKind(StrEnum):
    """What stands between the quotation marks."""

    DIRECT = "direct"
    """A whole clause."""
    PARTIAL = "partial"
    """A fragment inside the reporter's sentence."""
    HEADLINE = "headline"
    """In a headline, where words are often tightened."""


class ActorKind(StrEnum):
    """Who can speak."""

    PERSON = "person"
    INSTITUTION = "institution"
    COLLECTIVE = "collective"


class Certainty(StrEnum):
    """What the party that controls an event says of it, surest first."""

    CONFIRMED = "confirmed"
    PLANNED = "planned"
    PROPOSED = "proposed"
    DEMANDED = "demanded"
    CONDITIONAL = "conditional"


class Status(StrEnum):
    """Where an event stands, from the sources and the clock."""

    EXPECTED = "expected"
    TODAY = "today"
    RUNNING = "running"
    DUE = "due"
    ENDED = "ended"
    POSTPONED = "postponed"
    CALLED_OFF = "called off"


@dataclass(frozen=True, slots=True)
class PrintedTime:
    """A time as a source printed it. What was not printed is None: a missing year is a fact, too.

    One thing is carried over: on a live page a post with a clock and no day has the day of its neighbours.
    """

    text: str
    """The very words, cleaned."""
    year: int | None = None
    month: int | None = None
    day: int | None = None
    hour: int | None = None
    """0-23."""
    minute: int | None = None
    zone: str | None = None
    """Short name of the zone ("BST", "GMT", "+03:00"); None when none was printed."""
    utc_offset: int | None = None
    """Minutes east of UTC; None when no zone was printed."""

    @property
    def is_for_programs(self) -> bool:
        """Whether it is written as data are, in ISO 8601 or with a number for its zone, which may be that of a machine."""
        return (self.text[4:5] == "-" and self.text[10:11] == "T") or (self.zone or "").startswith(("+", "-"))


@dataclass(frozen=True, slots=True)
class Published:
    """When a post was published, resolved from what was printed and what the story knows. Derived, never stored."""

    at: datetime
    """Aware, in the source's own zone; the start of the day when only the day is known."""
    precision: Precision
    basis: Basis
    """Of the date (a missing year, or a missing date)."""
    zone_basis: Basis = Basis.STATED
    """Of the zone; INFERRED when none was printed."""
    evidence: str = field(default="", compare=False)
    """What an INFERRED date was inferred from, in words for a person: "other sources" of the story. Of a STATED
    one "you", when no source printed it and the user said it."""

    @property
    def day(self) -> date:
        """The calendar day in the source's own zone."""
        return self.at.date()


@dataclass(frozen=True, slots=True)
class Revision:
    """An earlier wording of a post."""

    headline: str | None
    text: str
    replaced_at: datetime | None
    """When its source was first read with other words in its place (UTC); None when that is not known."""


@dataclass(frozen=True, slots=True)
class Source:
    """One thing the user added."""

    kind: SourceKind
    origin: str
    """Where it came from, as text for people: an absolute path, "pasted text", or a URL."""
    title: str | None = None
    publisher: str | None = None
    printed_time: PrintedTime | None = None
    """The time of the whole source (an article's date, a transcript's day), if it printed one."""
    modified_time: PrintedTime | None = None
    """When it was last edited, as an article's page says; of two copies the later one holds."""
    link: str | None = None
    """http(s) only."""
    content_hash: str = ""
    """blake2b (hex, 16 bytes) of the cleaned text: the same content again is the same source."""
    year: int | None = None
    """The year the *user* said, for printed times without one. It is stated evidence."""
    said_time: PrintedTime | None = None
    """The date the *user* said, perhaps with a clock, for a source that prints no date. It is stated evidence, of the posts that
    were there when it was said."""
    guessed_year: int | None = None
    """The year assumed when the source was added without evidence; used last, marked guessed."""
    interval: int | None = None
    """Seconds from one poll to the next that the *user* wants, of a source that is a URL; None: as learned, or the usual ones."""
    read_at: datetime | None = None
    """When it was last read (UTC)."""
    titled: bool = False
    """The title is the *user's* word, and names the source everywhere."""
    id: int = 0
    """63 bits, made when first stored; 0 before."""

    @property
    def tag(self) -> str:
        """The few words that name the source in a row: what the user calls it, else publisher, else title, else the end of its origin."""
        return (
            (self.title if self.titled else None)
            or self.publisher
            or self.title
            or shown_name(self.origin.rsplit("/", 1)[-1])
        )


@dataclass(frozen=True, slots=True)
class Post:
    """One dated item of a source. `text` is paragraphs separated by a blank line; list items by a single newline."""

    n: int
    """Position in the source's own order, from 1. Posts that a page saved again has on top count down below 1."""
    text: str = ""
    headline: str | None = None
    label: str | None = None
    """"Breaking", "Analysis", ... as printed; at a turn of a transcript the words before it that name nobody: "Moderator"."""
    byline_name: str | None = None
    byline_role: str | None = None
    captions: tuple[str, ...] = ()
    """Alternative texts, captions and credits, and the words of embedded posts; never part of `text`."""
    printed_time: PrintedTime | None = None
    """Its own time; None when only the source has one."""
    own_id: str | None = None
    """The source's own identifier (permalink, guid, block id)."""
    link: str | None = None
    """http(s) only."""
    line: int | None = None
    """Line of the source's file where the post begins, from 1."""
    at: float | None = None
    """Transcripts: seconds from the start of the recording."""
    speaker: str | None = None
    """Transcripts: who speaks this turn, as the text tells; None when it does not."""
    id: int = 0
    """63 bits, made once when first stored; 0 before."""
    source_id: int = 0
    revisions: tuple[Revision, ...] = ()
    """Its earlier wordings, oldest first; `headline` and `text` are the newest one, and facts are found in no other."""
    said_before: str | None = None
    """The date that the user had said of its source before it came (`said_time.text`): that is the date of what was there."""
    gone: datetime | None = None
    """When its source was first read without it (UTC), though what stood around it was still there; None while it stands."""
    published: Published | None = None
    """Derived by `find.source_dates`; None when unknown, and always None in the store."""

    def words_at(self, place: Place) -> str:
        """The text or the headline; empty where there is none."""
        return self.text if place == "text" else self.headline or ""


@dataclass(frozen=True, slots=True)
class Reading:
    """What reading one file gave: a source and its posts, and why we think it is what it is."""

    source: Source
    posts: tuple[Post, ...]
    reasons: tuple[str, ...] = ()
    """What was seen, in words for people, strongest first."""
    confidence: float = 1.0
    """0-1, of the kind."""
    removed: int = 0
    """Characters removed by cleaning."""
    left_out: tuple[str, ...] = ()
    """Sentences of a plain text that stand in no post, in order: what a page says of itself, or what was missed."""
    wish: int = 0
    """Seconds that a feed wants from one poll to the next; 0: it says nothing of it."""


@dataclass(frozen=True, slots=True)
class Counts:
    """What reading sources brought, in numbers of posts; `new + edited + same` is how many were read."""

    new: int = 0
    edited: int = 0
    """Stored before in other words."""
    same: int = 0
    """Stored before in the same words."""
    gone: int = 0
    """Stored, and from now on marked as gone from the page."""
    back: int = 0
    """Marked as gone before, and there again."""

    def __add__(self, other: Counts) -> Counts:
        """Of both together."""
        return Counts(
            self.new + other.new,
            self.edited + other.edited,
            self.same + other.same,
            self.gone + other.gone,
            self.back + other.back,
        )


@dataclass(frozen=True, slots=True)
class Quote:
    """Words between quotation marks. `text` is verbatim: `post.text[start:end]` (or the headline's)."""

    post_id: int
    place: Place
    start: int
    """First character after the opening mark."""
    end: int
    text: str
    kind: QuoteKind
    speaker: str | None
    """The actor's canonical name; as written when it could not be resolved; None when nobody is named."""
    surface: str | None
    """The words the speaker was taken from ("he", "the Turkish president")."""
    via: str | None
    """The agency or platform that relayed the words ("Tass", "X")."""
    confidence: float
    """0-1, calibrated: the share of such quotes whose speaker is right."""
    inside: tuple[int, int] | None = None
    """Offsets of the quotation, in the same place, whose words quote these in their turn; None for one that stands alone.
    `speaker` is who said these words first, never by default who passes them on."""
    corrected: bool = False
    """The user said who speaks."""


@dataclass(frozen=True, slots=True)
class Statement:
    """Reported speech without quotation marks: `text` is the reported clause, verbatim."""

    post_id: int
    place: Place
    start: int
    end: int
    text: str
    speaker: str | None
    confidence: float
    corrected: bool = False
    """The user said who speaks."""


@dataclass(frozen=True, slots=True)
class Actor:
    """A person or institution that speaks."""

    name: str
    kind: ActorKind
    aliases: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()
    """As learned from the sources ("Turkish president"), most frequent first."""
    quotes: int = 0
    resolved: bool = True
    """False: only words as written ("a spokesman", "officials"), which may mean somebody else in every place."""
    corrected: bool = False
    """The user gave this name, or said that several actors are this one."""


@dataclass(frozen=True, slots=True)
class Timex:
    """An expression that names a time, resolved against its post's own time and zone."""

    post_id: int
    place: Place
    start: int
    end: int
    text: str
    value: str
    """ISO 8601: `YYYY-MM-DD`, `YYYY-MM-DDTHH:MM`, or coarser `YYYY`, `YYYY-MM`, `YYYY-Www`."""
    value_end: str | None = None
    """Last value of a range, inclusive."""
    upcoming: bool = False
    """The desk counts this expression towards an event ahead of its post."""


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that supports an event."""

    post_id: int
    place: Place
    start: int
    end: int
    sentence_start: int
    sentence_end: int


@dataclass(frozen=True, slots=True)
class Event:
    """Something dated that the story expects."""

    key: str
    """Made of the days it was first expected for and its class of noun: it stays when the event moves."""
    title: str
    """At most six words."""
    start: date
    """First day, in the event's zone."""
    end: date | None
    """Last day, inclusive; None for a single day."""
    at: datetime | None
    """The hour, aware, when one is known; its zone is the event's zone. "Midnight on Monday" is the end of Monday: `start`
    is the Monday and `at` the first moment of Tuesday."""
    certainty: Certainty
    status: Status
    mentions: tuple[Mention, ...]
    was: date | None = None
    """The day it was expected before it moved."""
    zone_basis: Basis = Basis.STATED
    """Of the zone of `at`; INFERRED when none is printed with the hour, so that it is that of a post or of a place."""
    as_found: Event | None = None
    """As the sources tell it, where the user gave it another name or other days."""
    added: bool = False
    """The user added it. One without mentions that was not added is one the user holds on to though they are gone."""
    pinned: bool = False
    """The user wants it on top."""
    stands_by_user: bool = False
    """It is called off, or has ended, as the user says."""
    revised: datetime | None = None
    """When the newest of what is known of it was published: a mention, or word that it is off."""
    revision: int = 0
    """How many posts told of it after the first; never falls while the story grows."""
    somewhen: bool = False
    """It is on one of its days or on several, and no source tells on which: "at the weekend"."""


@dataclass(frozen=True, slots=True)
class Fault:
    """A post over which finding failed, by an error of newsdesk's own: nothing that it says or expects is among the facts."""

    post_id: int
    error: str
    """The kind of the error, as Python names it."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything found in a story."""

    quotes: tuple[Quote, ...] = ()
    statements: tuple[Statement, ...] = ()
    nobodys: tuple[Quote | Statement, ...] = ()
    """What was taken for a quote or a statement and is none, as the user said. Its speaker is as found."""
    actors: tuple[Actor, ...] = ()
    named: tuple[str, ...] = ()
    """Those whom the story names in full and who say nothing in it, most often named first; of very many the first ones."""
    timexes: tuple[Timex, ...] = ()
    events: tuple[Event, ...] = ()
    dismissed: tuple[Event, ...] = ()
    """What was taken for an event and is none, or none of interest, as the user said."""
    as_of: datetime | None = None
    """The moment, aware, that decided the status of the events; None when none did."""
    faults: tuple[Fault, ...] = ()
    """Where facts are missing, in the order of the posts."""


READ = "read"
"""Kind of the mark that a desk makes by itself when a post was on the screen; the user may make it, too, and take it back."""
STARRED = "starred"
"""Kind of the mark on a post that the user wants to find again."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What the user says of a post, a source, some words, an actor or an event. Never derived, never overwritten by reading."""

    kind: str
    """`READ`, `STARRED`, or what `corrections` and `own_events` of the view-model write."""
    target: int
    """The id of the post or source, or of an event that the user added; 0 for what is said of an actor."""
    value: str = ""
    at: datetime | None = field(default=None, compare=False)
    """When it was said (UTC)."""
    words: str = ""
    """The words of the post, or the name of the actor or event, that it is said of; empty when it is said of the whole post."""
    place: Place = "text"
    start: int = 0
    """Where the words, or the mention of the event, began in that place of the post when it was said."""
