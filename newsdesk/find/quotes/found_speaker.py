"""Who speaks one quotation, as the words around it tell: what every way of attributing gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsdesk.find.quotes.noun_phrases import Phrase


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker for one quotation."""

    phrase: Phrase | None
    paragraph: int
    """The one that holds the phrase."""
    cue: str | None
    confidence: float
    via: str | None = None
    doubt: float = 0.0
    """What rivals and weak forms take from the confidence (negative: nothing speaks against it); it decides nothing."""
