"""What one post tells about who said what, before the story decides whose "he" it is. Frozen, and fit to be kept."""

from __future__ import annotations

from dataclasses import dataclass

from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.model import Place, QuoteKind


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, as written."""

    text: str
    start: int
    """In the string that `place` names; for a turn of a transcript 0."""
    end: int
    kind: PhraseKind
    core: str
    """The name without titles and roles."""
    place: Place = "text"
    members: tuple[Speaker, ...] = ()
    """Those who speak together, in order."""


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """One quotation that somebody may have said."""

    place: Place
    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: Speaker | None
    cue: str | None
    """The word of saying, or None."""
    via: str | None
    confidence: float
    """0-1, of the speaker as written."""


@dataclass(frozen=True, slots=True)
class StatementCandidate:
    """One clause of reported speech."""

    place: Place
    start: int
    end: int
    text: str
    speaker: Speaker
    confidence: float


@dataclass(frozen=True, slots=True)
class NameSeen:
    """One place where somebody is named or meant, outside quotations."""

    place: Place
    start: int
    end: int
    text: str
    kind: PhraseKind
    core: str
    sentence: int
    """Counts the post's sentences; the headline is -1."""
    subject: bool
    """Stands where a subject stands: nothing governs it."""
    roles: tuple[str, ...] = ()
    """What the words around the name say that the person is ("Norwegian president")."""
    gender: str | None = None
    """Like "m", "f" or None, from a title or a role."""


@dataclass(frozen=True, slots=True)
class NestedCandidate:
    """One quotation inside another's words, which somebody may have said before whoever speaks those."""

    quote: QuoteCandidate
    """Its speaker is named by the outer quotation's own words; None where they do not tell."""
    inside: tuple[int, int]
    """Offsets of the outer quotation, in the same place."""
    names: tuple[NameSeen, ...]
    """Those whom the same speech names before it, in order."""


@dataclass(frozen=True, slots=True)
class QuoteCandidates:
    """Everything that one post tells about who said what."""

    quotes: tuple[QuoteCandidate, ...] = ()
    statements: tuple[StatementCandidate, ...] = ()
    names: tuple[NameSeen, ...] = ()
    nested: tuple[NestedCandidate, ...] = ()
    beside: tuple[tuple[NameSeen, ...], ...] = ()
    """The names in each of the captions, and in the name of a transcript's speaker."""
