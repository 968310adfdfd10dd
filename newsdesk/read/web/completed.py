"""What a page shows of the posts that its data hold without words, on one line, or under the headline of the page."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime

from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.lines.layout import ends_sentence, letters_of
from newsdesk.read.web.addresses import post_name
from newsdesk.read.web.pieces import Kind, Piece
from newsdesk.read.web.posts import Draft
from newsdesk.read.web.times import minute_of

_CUT = late_pattern(r"\s*(?:\.\.\.|…)$")
_FEWEST_SHIFTED = 2
"""Posts known by their headlines whose clocks tell how far the page's are from those of its data."""
_A_DAY = 24 * 60


def _bears_out(pieces: Sequence[Piece], line: Piece) -> bool:
    """Whether a post's pieces say what one line says of it, or go on where that breaks off; the line may leave out lists and headings."""
    said = letters_of(_CUT.sub("", line.text))
    prose = [piece for piece in pieces if piece.kind not in {Kind.CAPTION, Kind.EMBED}]
    whole = letters_of(" ".join(piece.text for piece in prose))
    paragraphs = letters_of(" ".join(piece.text for piece in prose if piece.kind is Kind.PARAGRAPH))
    if ends_sentence(line.text):
        return len(pieces) > 1 and said in {whole, paragraphs}
    return len(pieces) > 1 and (whole.startswith(said) or paragraphs.startswith(said))


class _Shown:
    """The posts that a page shows, by what may tell which is which."""

    def __init__(self, drafts: Sequence[Draft], shown: Sequence[Draft]) -> None:
        self._by_name = {name: draft for draft in shown for value in draft.names if (name := post_name(value))}
        self._by_time: defaultdict[datetime, list[Draft]] = defaultdict(list)
        self._by_headline: defaultdict[str, list[Draft]] = defaultdict(list)
        self._by_clock: defaultdict[int, list[Draft]] = defaultdict(list)
        for draft in shown:
            if (minute := minute_of(draft.time)) is not None:
                self._by_time[minute].append(draft)
            elif (clock := _clock(draft.time)) is not None:
                self._by_clock[clock].append(draft)
            if draft.headline:
                self._by_headline[letters_of(draft.headline)].append(draft)
        self._headlines = Counter(letters_of(draft.headline) for draft in drafts if draft.headline)
        self._shift = self._shift_of(drafts)

    def find(self, draft: Draft) -> Draft | None:
        """The same post: of one name, else alone in one minute, else alone under one headline, else alone at its clock."""
        named = next(
            (self._by_name[name] for value in draft.names if (name := post_name(value)) in self._by_name), None
        )
        if named is not None:
            return named
        minute = minute_of(draft.time)
        if minute is not None and len(at_once := self._by_time.get(minute, [])) == 1:
            return at_once[0]
        if (headed := self._under_headline(draft)) is not None:
            return headed
        if minute is None or self._shift is None:
            return None
        there = self._by_clock.get((minute.hour * 60 + minute.minute + self._shift) % _A_DAY, [])
        return there[0] if len(there) == 1 else None

    def _under_headline(self, draft: Draft) -> Draft | None:
        letters = letters_of(draft.headline or "")
        headed = self._by_headline.get(letters, []) if letters else []
        return headed[0] if len(headed) == 1 and self._headlines[letters] == 1 else None

    def _shift_of(self, drafts: Sequence[Draft]) -> int | None:
        """Minutes from a moment in the data, in UTC, to the clock that the page shows of it; None where headlines do not tell."""
        shifts: Counter[int] = Counter()
        for draft in drafts:
            other = self._under_headline(draft)
            minute, clock = minute_of(draft.time), _clock(other.time) if other else None
            if minute is not None and clock is not None:
                shifts[(clock - minute.hour * 60 - minute.minute) % _A_DAY] += 1
        if not shifts:
            return None
        shift, count = shifts.most_common(1)[0]
        return shift if count >= _FEWEST_SHIFTED and count * 2 > shifts.total() else None


def _clock(time: PrintedTime | None) -> int | None:
    return None if time is None or time.hour is None else time.hour * 60 + (time.minute or 0)


def completed(drafts: Sequence[Draft], others: Sequence[Draft]) -> None:
    """Give drafts without words those of the same posts told in another way, see `_Shown`.

    Of one that is all in one line, the other words hold where they say the same: data lose paragraphs, lists and what is too long.
    """
    shown = _Shown(drafts, others)
    for draft in drafts:
        if len(draft.pieces) > 1:
            continue
        found = shown.find(draft)
        if found is not None and draft.pieces:
            draft.pieces = list(found.pieces) if _bears_out(found.pieces, draft.pieces[0]) else draft.pieces
        elif found is not None:
            draft.pieces = list(found.pieces)
            draft.headline = draft.headline or found.headline
            draft.label = draft.label or found.label
            draft.byline = draft.byline or found.byline


def without_headline_of_page(drafts: Sequence[Draft], title: str | None, others: Sequence[Draft]) -> None:
    """Take the page's own headline off the posts that its data put under it, but those over which the page shows it, too."""
    own = letters_of(title or "")
    titled = [draft for draft in drafts if own and draft.headline and letters_of(draft.headline) == own]
    if not titled:
        return
    shown = _Shown(drafts, others)
    for draft in titled:
        found = shown.find(draft)
        if found is None or letters_of(found.headline or "") != own:
            draft.headline = found.headline if found else None
