"""The part of a sentence that speaks of one thing, where it sets another one against it. Pure.

As in "Monday's hearing will go ahead, but Tuesday's has been cancelled": what is said of the one is not said of the other.
"""

from __future__ import annotations

from typing import Final

from newsdesk.find.change_words import CALLS_OFF
from newsdesk.late_pattern import late_pattern

_STATE: Final = (
    r"(?:will|won['’]t|is|are|isn['’]t|has|have|had|was|were|would|goes|go|takes?|remains?|stands?|stays?)\b"
)
_STANDS_FOR_IT: Final = (
    r"(?:it|they|he|she|we|i|you|this|that (?:will|has|was|is)|there|not|instead|now|later|then|only|neither|nor)\b"
)
_SUBJECT: Final = rf"(?!{_STANDS_FOR_IT}|{_STATE})[^.;:,“”]{{2,80}}?(?:, [^.;:,“”]{{2,60}},)? {_STATE}"
_EDGE: Final = late_pattern(
    rf"(?i)(?:,? (?P<but>but|while|whereas|although|though|yet|and)|;) (?={_SUBJECT})|,? but (?=not (?:those|that|the ones?) )",
)
"""Before another subject with a verb of its own, and before what is left out: "but not those of 12 June"."""
_OF_ANOTHER: Final = late_pattern(
    rf"(?i),? (?:after|since|because|as|now that) (?={_SUBJECT} (?:(?:later|also|now|since) )?(?:been )?(?:\w+ly )?{CALLS_OFF}\b)"
)
"""Before what has come of something else: "talks will resume on Monday after the earlier round was cancelled"."""
_IS_TO_COME: Final = late_pattern(
    r"(?i)\b(?:(?:will|shall)(?! not\b| no longer\b| now\b)|(?:is|are) (?:due|set|scheduled|expected|to)|resumes?|begins?|starts?|(?:re)?opens?|meets?|takes place|goes ahead|returns?)\b"
)
_VERB: Final = late_pattern(rf"(?i)\b{_STATE}")
_ANOTHER: Final = late_pattern(r"(?i:(?:the|an?|that|those|its|their|his|her|\w+day['’]s)\b)|[A-Z]")
"""What begins a subject behind "and"."""


_NEAR: Final = 300
"""Characters on either side in which another part may begin: a list without full stops has no end."""


def part_about(text: str, sentence: tuple[int, int], at: int) -> tuple[int, int]:
    """The part of the sentence that holds `at` and speaks of one thing; the whole sentence where it speaks of no other."""
    begin, end = sentence
    apart = _OF_ANOTHER.search(text, max(begin, at - _NEAR), min(end, at + _NEAR))
    if apart and _IS_TO_COME.search(text, max(begin, apart.start() - _NEAR), apart.start()):
        begin, end = (begin, apart.start()) if at < apart.end() else (apart.end(), end)
    for edge in _EDGE.finditer(text, max(begin, at - _NEAR), min(end, at + _NEAR)):
        if edge["but"] == "and" and not (
            _ANOTHER.match(text, edge.end(), end) and _VERB.search(text, begin, edge.start())
        ):
            continue
        if edge.start() >= at:
            end = edge.start()
            break
        if edge.end() <= at:
            begin = edge.end()
    return begin, end
