"""Who answers: whom the sentence before a quotation asks or tells something, where "he" says what follows."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from newsdesk.find.late_pattern import late_pattern
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.model import ActorKind

if TYPE_CHECKING:
    from newsdesk.find.quotes.candidates import QuoteCandidate
    from newsdesk.find.quotes.post_speakers import PostSpeakers
    from newsdesk.find.quotes.registry import Known

_MOST_BETWEEN = 8
"""Names between who is asked and the answer."""
_LONGEST = 300
"""Characters of a question and the words around it."""
_REPLYING = word_set(
    "replied replies answered answers responded responds retorted retorts shot shoots hit hits fired fires"
)
_ADDRESSED = late_pattern(r"\b(?P<how>asked|asks|told|tells) \Z")
_QUESTION = late_pattern(r"(?:, [^,.;:?!\n]{2,60})?,? (?:whether|if|why|how|what|who|when|where|which|about)\b")
_AFTER_QUESTION = late_pattern(r"\?,?[\u201d\u2019\"'] [^.?!\n]*\Z")
_NEXT = late_pattern(
    r"[^.?!\n]*[.?!][\u201d\u2019\"']?\s+(?:(?:(?:But|And) )?(?:[Hh]e|[Ss]he) \w+(?: back)?[,:] )?[\u201c\u2018\"']"
    r"|:? [\u201c\"][^\u201c\u201d\"\n]{1,200}[\u201d\"],? (?:he|she) \w+(?: back)?[,:] [\u201c\"]"
)
"""From whom a sentence addresses to the quotation that follows it at once."""
_SURE, _LIKELY = 0.98, 0.8
"""What is left of a confidence in who "replied", and in who only "said" something after a question."""


def answering(speakers: PostSpeakers, quote: QuoteCandidate, asks: Known) -> tuple[Known | str, float] | None:
    """Who answers `asks`, whom "he" or "she" beside a quotation would mean otherwise, and the share of the confidence left.

    None where nobody who fits was asked or told anything right before.
    """
    pronoun = quote.speaker
    if pronoun is None or quote.place != "text" or pronoun.place != "text":
        return None
    text = speakers.post.text
    replies = quote.cue in _REPLYING
    last = bisect_left(speakers.starts, quote.start)
    for name in reversed(speakers.text_names[max(0, last - _MOST_BETWEEN) : last]):
        if quote.start - name.end > _LONGEST:
            return None
        if name.kind not in {PhraseKind.NAME, PhraseKind.ROLE}:
            continue
        addressed = _ADDRESSED.search(text, max(0, name.start - 8), name.start)
        if addressed is None or _NEXT.fullmatch(text, name.end, quote.start) is None:
            continue
        question = addressed["how"].startswith("ask") and (
            _QUESTION.match(text, name.end) is not None
            or _AFTER_QUESTION.search(text, max(0, name.start - _LONGEST), name.start) is not None
        )
        known = speakers.means(name)
        wanted = "f" if pronoun.text.lower() == "she" else "m"
        if not (question or replies) or known is asks:
            return None
        if known is None and name.kind is PhraseKind.ROLE and name.gender in {None, wanted}:
            return speakers.as_written(name), _LIKELY
        if known is None or known.kind is not ActorKind.PERSON or known.gender not in {None, wanted}:
            return None
        return known, _SURE if replies else _LIKELY
    return None
