"""Live pages that stand in one run of headings, clocks and paragraphs, with no element around each post.

The clocks have one look, and a heading beside most of them: over all ("Gate fails", "16:03") or below all. Each post begins with
the upper one of both. A page whose clocks run forwards is a programme or a diary, unless it calls itself live.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING

from newsdesk.clock_order import is_newest_first
from newsdesk.model import PrintedTime
from newsdesk.read.labels import is_known_label
from newsdesk.read.lines.layout import letters_of
from newsdesk.read.live.days import Day, day_of
from newsdesk.read.live.headers import calls_itself_live
from newsdesk.read.names import Byline, is_person, signed_line
from newsdesk.read.times.printed import day_line
from newsdesk.read.web.body import is_link
from newsdesk.read.web.page_times import printed_times
from newsdesk.read.web.pieces import Kind, Piece, around, pieces_of
from newsdesk.read.web.posts import Draft
from newsdesk.read.web.prose import sentences_of
from newsdesk.read.web.timed_block import LONGEST_CLOCK, signed_opening
from newsdesk.read.web.timed_blocks import Timed
from newsdesk.read.web.times import printed_clock, signature_over, whole_clock

if TYPE_CHECKING:
    from selectolax.lexbor import LexborHTMLParser

_FEWEST = 3
_MOST_PIECES = 20_000
_HEADED = 0.5
"""Share of the clocks that have a heading beside them."""
_TOLD = 0.6
"""Share of the posts that have a sentence."""


def _clocks(pieces: Sequence[Piece]) -> dict[int, PrintedTime]:
    """The clocks of the look that most of them have, by the index of their piece."""
    looks: defaultdict[tuple[str | None, str | None], dict[int, PrintedTime]] = defaultdict(dict)
    for index, piece in enumerate(pieces):
        if piece.inside is None or len(piece.text) > LONGEST_CLOCK or piece.kind in {Kind.CAPTION, Kind.EMBED}:
            continue
        if time := whole_clock(piece.text):
            looks[piece.inside.tag, piece.inside.attributes.get("class")][index] = time
    return max(looks.values(), key=len, default={})


def _heads(pieces: Sequence[Piece], index: int) -> bool:
    """Whether a piece is the headline of a post; the page's own stands in a heading of the first level."""
    if not 0 <= index < len(pieces):
        return False
    piece = pieces[index]
    return piece.kind is Kind.HEADING and piece.level > 1 and not printed_clock(piece.text) and not day_line(piece.text)


def _run_as_posts(times: Sequence[PrintedTime], titles: Sequence[str | None]) -> bool:
    days = [(time.year or 0, time.month or 0, time.day or 0, time.hour or 0, time.minute or 0) for time in times]
    backwards = days == sorted(days, reverse=True) or is_newest_first([day[3] * 60 + day[4] for day in days])
    return (backwards and days[0] != days[-1]) or any(calls_itself_live(title) for title in titles if title)


def _end(pieces: Sequence[Piece], first: int, last: int) -> int:
    """The index behind the last post, which ends with the element that holds all clocks."""
    one, other = pieces[first].inside, pieces[last].inside
    if one is None or other is None:
        return len(pieces)
    holding = {node.mem_id for node in around(one)}
    shared = next((node.mem_id for node in around(other) if node.mem_id in holding), None)
    end = last + 1
    while end < len(pieces):
        inside = pieces[end].inside
        if shared is not None and inside is not None and all(node.mem_id != shared for node in around(inside)):
            break
        end += 1
    return end


def _signed(clock: Piece) -> Byline | None:
    name = signature_over(clock.text)
    return (signed_line(f"By {name}") or (Byline(name) if is_person(name) else None)) if name else None


def find_headed_clocks(page: LexborHTMLParser, titles: Sequence[str | None]) -> Timed | None:
    """The page's posts, told from headings beside clocks; None where it is no such page.

    Args:
        page: the parsed page.
        titles: what its data and its head call it.
    """
    pieces = pieces_of(page.body) if page.body is not None else []
    clocks = _clocks(pieces) if len(pieces) <= _MOST_PIECES else {}
    above = sum(_heads(pieces, index - 1) for index in clocks)
    below = sum(_heads(pieces, index + 1) for index in clocks)
    if len(clocks) < _FEWEST or max(above, below) < len(clocks) * _HEADED or above == below:
        return None
    own = [piece.text for piece in pieces if piece.kind is Kind.HEADING and piece.level == 1]
    if not _run_as_posts([*clocks.values()], [*titles, *own]):
        return None
    step = -1 if above > below else 1
    drafts: list[Draft] = []
    begins = [index - 1 if step < 0 and _heads(pieces, index - 1) else index for index in clocks]
    ends = [*begins[1:], _end(pieces, min(clocks), max(clocks))]
    above_next: Day | None = None
    for number, (index, time, end) in enumerate(zip(clocks, clocks.values(), ends, strict=True)):
        told = pieces[index + 1 : end]
        headline = pieces[index + step].text if _heads(pieces, index + step) else None
        if headline and step > 0:
            del told[0]
        day, above_next = above_next, None
        if number == 0 and begins[0] and (first := day_line(pieces[begins[0] - 1].text)):
            day = day_of(first)
        if told and (following := day_line(told[-1].text)):
            above_next = day_of(following)
            del told[-1]
        label = told[0].text if len(told) > 1 and is_known_label(told[0].text) else None
        if label:
            del told[0]
        byline = signed_opening(told, _signed(pieces[index]))
        drafts.append(Draft(told, time, headline, label, byline, day_above=None if time.day else day))
    if sum(sentences_of(draft.pieces) > 0 for draft in drafts) < len(drafts) * _TOLD:
        return None
    words = sum(len(piece.text) for draft in drafts for piece in draft.pieces if not is_link(piece))
    return Timed(drafts, words, is_front_page=False, of_page=printed_times(page, pieces[begins[0]].inside))


def below_headings(page: LexborHTMLParser, headlines: Sequence[str]) -> list[Draft]:
    """What a page tells below headings that are these headlines, each once; no times are looked for.

    A post ends with the next heading of its level, or of one above it.
    """
    pieces = pieces_of(page.body) if page.body is not None else []
    wanted = {letters_of(headline) for headline in headlines}
    found = [
        index
        for index, piece in enumerate(pieces[:_MOST_PIECES])
        if piece.kind is Kind.HEADING and letters_of(piece.text) in wanted
    ]
    if len(found) < _FEWEST:
        return []
    drafts: list[Draft] = []
    for index in found:
        level = pieces[index].level
        end = next(
            (
                at
                for at in range(index + 1, len(pieces))
                if pieces[at].kind is Kind.HEADING and pieces[at].level <= level
            ),
            len(pieces),
        )
        end = min(end, _end(pieces, found[0], found[-1])) if index == found[-1] else end
        told = [piece for piece in pieces[index + 1 : end] if not whole_clock(piece.text)]
        drafts.append(Draft(told, headline=pieces[index].text, byline=signed_opening(told, None)))
    return drafts
