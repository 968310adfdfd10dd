"""From a phrase of one paragraph to the words that name a speaker in a post."""

from __future__ import annotations

from sys import intern
from typing import TYPE_CHECKING

from newsdesk.find.quotes.candidates import Speaker

if TYPE_CHECKING:
    from newsdesk.find.quotes.noun_phrases import Phrase
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.model import Place


def written_speaker(text: str, paragraph: Paragraph, phrase: Phrase, place: Place) -> Speaker:
    """The speaker whom a phrase of `paragraph` names, or the name that explains it; `text` is the whole text that `place` names."""
    phrase = paragraph.sender(phrase) or phrase
    phrase = paragraph.named_after(phrase) or paragraph.with_whom_served(phrase)
    start, end = paragraph.start + phrase.start, paragraph.start + phrase.end
    members = tuple(written_speaker(text, paragraph, member, place) for member in phrase.members)
    return Speaker(intern(text[start:end]), start, end, phrase.kind, intern(phrase.core), place, members)
