"""Words between marks that the text itself says nobody spoke so: "said in effect '...'", "as if to say '...'"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.quotation_marks import MarkedSpan
    from newsdesk.find.quotes.speech import Paragraph

_ROUGHLY = (
    r"(?:in effect|in essence|in so many words|in other words|to the effect|effectively|essentially|basically|virtually"
    r"|more or less|something like|something along the lines of|words to the effect (?:of|that))"
)
_SAYING = (
    r"(?:sa(?:y|ys|id|ying)|t(?:ell|ells|old|elling)|argu(?:e|es|ed|ing)|declar(?:e|es|ed|ing)|repl(?:y|ies|ied|ying))"
)
_BEFORE = late_pattern(
    rf"\b(?:{_SAYING}(?: (?:him|her|them|us|[A-Z]\w+))?,? {_ROUGHLY}"
    rf"|(?:in effect|in essence|effectively|essentially|basically|virtually|practically|all but|as good as|might as well have"
    rf"|may as well have|could (?:just )?as well have|(?:seem(?:s|ed)?|appear(?:s|ed)?) to(?: be| have)?|as (?:if|though)(?: to)?),? {_SAYING}"
    rf"|something like)(?: that)?[,:]? ?\Z"
)
"""What leads to words that are a rendering, right before the marks."""
_OTHER_WORDS = late_pattern(r"\b[Ii]n other words[,:]? ?\Z|\b[Aa]s (?:if|though) to (?:say|tell \w+)[,:]? ?\Z")
_AFTER = late_pattern(r",? ?(?:or words to that effect|or something (?:like that|to that effect)|so to speak)\b")
_LOOK = 90


def is_paraphrase(paragraph: Paragraph, span: MarkedSpan) -> bool:
    """Whether the words around a quotation say that it renders a meaning, not words that were spoken."""
    start, end = span.outer_start - paragraph.start, span.outer_end - paragraph.start
    before = paragraph.masked[max(0, start - _LOOK) : start]
    return (
        _BEFORE.search(before) is not None
        or _OTHER_WORDS.search(before) is not None
        or _AFTER.match(paragraph.masked, end) is not None
    )
