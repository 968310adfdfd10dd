"""What stands between a pair of marks: a whole clause or a fragment of the reporter's sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import WORD
from newsdesk.find.quotes import cues
from newsdesk.late_pattern import late_pattern
from newsdesk.model import QuoteKind

if TYPE_CHECKING:
    from newsdesk.model import Place

_BEGINS_CLAUSE = late_pattern(r"(?:I|we|you|he|she|it|they|there|this|that|the|if)\b", re.IGNORECASE)


def quote_kind(words: str, before: str, place: Place) -> QuoteKind:
    """The kind of a quotation; `before`: a dozen characters that stand before its opening mark, or fewer."""
    if place == "headline":
        return QuoteKind.HEADLINE
    count = len(WORD.findall(words[:400]))
    before = before.rstrip()
    clause = cues.FINITE.search(words[:400]) is not None
    own = words.startswith(("I ", "I'", "I\u2019"))
    if own and words[-1:] in ".!?," and count > 1:
        return QuoteKind.DIRECT
    begins = words[:1].isupper() and not own
    if words[-1:] in ".!?" and begins and count > 1:
        return QuoteKind.DIRECT
    if begins and (not before or before[-1] in ',:.\u201d"\n') and count > 1:
        return QuoteKind.DIRECT
    if clause and count >= 5 and (not before or before[-1] in ",:" or before.endswith("that")):
        return QuoteKind.DIRECT
    if clause and count >= 7 and _BEGINS_CLAUSE.match(words):
        return QuoteKind.DIRECT
    return QuoteKind.PARTIAL
