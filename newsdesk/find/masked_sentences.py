"""Where sentences end in news English. Never inside a quotation; not after "Mr." or "U.S."; linear in the text's length."""

from __future__ import annotations

from newsdesk.find.sentence_openers import STARTERS
from newsdesk.late_pattern import late_pattern

WORD = late_pattern(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
LETTER = late_pattern(r"[^\W\d_]")
QUOTED = late_pattern("[\x01-\x04]")
"""Any character of a masked text that stands for one of a quotation."""
HIDDEN = "\x01"
"""Stands for a character of a quotation in a masked text."""
FULL_STOP = "\x02"
"""Stands for the last character of a quotation that ends its own sentence."""
ASKED = "\x03"
"""Stands for the last character of a quotation that ends with a question mark, an exclamation mark or an ellipsis."""
COMMA = "\x04"
"""Stands for the last character of a quotation that ends with a comma or a dash, so that its sentence goes on."""

_END = late_pattern(
    "(?:(?<![.!?\u2026])[.!?\u2026]{1,12}[)\\]\u2019\u201d\"']{0,2}|[\x02\x03])[ \t\u00a0]{1,8}(?=[A-Z\u00c0-\u00de\u0400-\u042f\x01-\x04\"\u201c\u2018('\\[\\d])"
)
_ABBREVIATION = late_pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Sen|Sens|Rep|Reps|Gov|Gen|Lt|Col|Sgt|Rev|Hon|Prof|Capt|Maj|Adm|Cpl|Pvt|St|Ste|Jr|Sr|Mt|Ft|Inc|Co|Corp|Ltd|Bros|"
    r"No|Nos|vs|v|Jan|Feb|Mar|Apr|Aug|Sept|Sep|Oct|Nov|Dec|Del|Conn|Mass|Calif|Pa|Va|Fla|Wis|Ky|Ariz|Colo|Minn|Tenn|Wash|Vt)|"
    r"(?:\b[A-Z]\.)*\b[A-Z])\Z"
)
_LETTER_ENDS = late_pattern(r"\b(?:[Oo]n|[Vv]ia) X\Z")
"""A letter that is no initial: the platform."""
_AFTER_SMALL = late_pattern(r"\b[a-z]+ [A-Z]\Z")
"""A letter behind a word that is no part of a name: "on X", "vitamin C", but also "by J" before "Smith"."""
_FIRST_WORD = late_pattern(r"[A-Z][a-z]*(?= [\w\x01-\x04])")
_DATELINE = late_pattern(
    r"[A-Z][A-Z.'\u2019-]{2,}(?:[ ,/]{1,2}(?:[A-Z][\w.'\u2019-]*|\d{1,2}\b)){0,5}"
    r"(?: \([A-Z][\w /.-]{1,30}\) ?(?:--?|[\u2013\u2014])| (?:--?|[\u2013\u2014])(?![^.\n]{0,120} (?:--?|[\u2013\u2014]) )) (?=\S)"
)
"""Like "LEEDS, England (AP) - " where an article begins; "NATO - the alliance - said" is none."""
_ATTRIBUTION = late_pattern(
    r"(?:[A-Z][\w.\u2019'-]*[ ]){1,4}(?:said|says|asked|asks|told|tells|wrote|writes|tweeted|added|adds|replied|replies|shouted|shouts|yelled|exclaimed|demanded|demands|"
    r"wondered|wonders|continued|joked|quipped|mused|declared|cried|insisted|warned|argued|recalled|explained|responded|exclaims|laughed|laughs|sighed|sighs|snapped|snaps|whispered|whispers|muttered|mutters|roared|screamed|pleaded|pleads"
    r"|retorted|retorts|enquired|inquired)\b|I (?:ask|say|reply|wonder|suggest|protest|venture)\b"
)


def mask(text: str, start: int, end: int, hidden: list[tuple[int, int]]) -> str:
    """`text[start:end]` with each of the (sorted, disjoint) spans hidden, marks included; lengths do not change."""
    pieces: list[str] = []
    position = start
    for first, after in hidden:
        inner = text[first:after].rstrip("\"'\u201c\u201d\u2018\u2019\u00bb ")
        last = inner[-1:]
        sign = (
            ASKED
            if last in "?!" or (inner.endswith(("\u2026", "...")) and not _goes_before(text, start, first))
            else FULL_STOP
            if last in ".\u2026"
            else COMMA
            if last in ",\u2014\u2013-"
            else HIDDEN
        )
        if not last:
            sign = HIDDEN
        pieces.extend((text[position:first], HIDDEN * (after - first - 1), sign))
        position = after
    pieces.append(text[position:end])
    return "".join(pieces)


def _goes_before(text: str, start: int, first: int) -> bool:
    """Whether who speaks stands before a quotation: "Lee said: '...' Doe said it was late"."""
    return text[max(start, first - 2) : first].rstrip()[-1:] in {":", ","}


def sentence_bounds(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """The sentences of one paragraph as (start, end); white space between them belongs to the one before.

    `text` may be masked: then a quotation that ends its own sentence ends one here, unless "Name said" follows it.
    """
    end = len(text) if end is None else end
    bounds: list[tuple[int, int]] = []
    first = start
    dateline = _DATELINE.match(text, start, end)
    if dateline is not None:
        # It takes no part in the sentence that follows.
        bounds.append((first, dateline.end()))
        first = dateline.end()
    for found in _END.finditer(text, first, end):
        at = found.start()
        if (
            text[at] == "."
            and found.end() - at <= 3
            and _ABBREVIATION.search(text, max(first, at - 12), at)
            and not _ends_with_letter(text, max(first, at - 24), at, found.end())
        ):
            continue
        if text[at] == ASKED and _ATTRIBUTION.match(text, found.end(), end):
            continue
        bounds.append((first, found.end()))
        first = found.end()
    if first < end:
        bounds.append((first, end))
    return bounds


def _ends_with_letter(text: str, low: int, at: int, after: int) -> bool:
    """Whether the capital letter before the full stop at `at` is no initial: "She wrote on X. Her aunt did not"."""
    if _LETTER_ENDS.search(text, low, at):
        return True
    word = _FIRST_WORD.match(text, after)
    return word is not None and word.group().lower() in STARTERS and _AFTER_SMALL.search(text, low, at) is not None
