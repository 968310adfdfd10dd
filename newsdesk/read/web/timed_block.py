"""What one timed block of a page says: when, under which heading, by whom, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.labels import is_known_label
from newsdesk.read.lines.furniture import is_furniture
from newsdesk.read.live.days import Day, day_of
from newsdesk.read.names import Byline, is_person, is_role, signed_line
from newsdesk.read.times.days_ago import days_ago
from newsdesk.read.times.printed import day_line, leading_time, line_time
from newsdesk.read.web.addresses import page_address
from newsdesk.read.web.pieces import Kind, Piece, Use, around, names_of, pieces_of, use_of
from newsdesk.read.web.posts import Draft
from newsdesk.read.web.times import data_time, minute_of, printed_clock, signature_over, whole_clock, with_printed_zone
from newsdesk.web_address import same_page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

TIME_ATTRIBUTES = (
    "datetime", "data-datetime", "data-timestamp", "data-time", "data-date", "data-published", "data-publish-date", "data-published-at", "data-first-publish",
    "data-created", "data-created-at", "data-post-date", "data-posted", "data-utime", "data-unixtime", "data-epoch", "data-posttime", "data-update-time",
    "data-sort-time", "data-pub-date", "data-publication-date", "data-pubdate", "data-ts", "data-last-publish", "data-js-timestamp", "data-js-time-stamp", "data-time-stamp", "data-livestamp",
    "data-unix", "data-publishdate", "data-publish-time", "data-publish", "data-local-time", "data-post-time", "data-entry-time", "data-published-date",
    "data-date-published", "data-timeago", "data-utc",
)  # fmt: skip
"""Where sites write a time for programs."""
_ZONED_CLOCK = late_pattern(r"(?<![\d:.])\d{1,2}[:.]\d{2}(?=\s?(?:[ap]\.?m\.?)?,?\s?[A-Z])", re.IGNORECASE)
_OPENING = 400
"""Characters of a block in which its clock stands."""
_EDITED = late_pattern(r"updat|edit|modif", re.IGNORECASE)
_HEADINGS = "h1, h2, h3, h4, h5, h6, [role=heading]"
_CALLED_HEADING = "[class*=eadline], [class*=itle], [class*=eading]"
_ID_ATTRIBUTES = (
    "data-block-id", "data-post-id", "data-entry-id", "data-id", "data-uuid", "data-update-id", "data-event-id", "data-tik4-id", "data-item-id", "data-key", "data-guid",
    "data-ncpost-id", "itemid",
)  # fmt: skip
_GLUED_CLOCK = late_pattern(r"\s*(?:published|posted) at \d{1,2}:\d{2}.{0,60}$")
"""Words for those who only hear the page: the time glued to a heading ("... published at 16:03 British Summer Time")."""
_LONGEST_HEADLINE = 300
_BETWEEN_PARTS = " ,"
"""Between the time, the label and the words of a heading commas stand for those who only hear the page."""
_BEHIND_CLOCK = " :|–-"
_LEVELS_TO_A_DAY = 3
_CLOSING = late_pattern(r"(?P<name>[^\d|,;.:]{3,40}?)[\s|,·–—-]{0,5}(?P<time>\d[^|]{3,50})")
_SHARES = late_pattern(r"(?<![a-z])(?:share|sharing|social)(?![a-z])", re.IGNORECASE)
_DIALOG = {"dialog", "alertdialog", "menu", "toolbar", "tooltip"}
"""Roles of elements that stand over the page, or beside it."""
_SIGNED = late_pattern(
    r"(?:(?:[Ff]rom|[Bb]y)\s+)?(?:(?P<house>[A-Z][\w.]{1,20}(?: [A-Z][\w.]{1,20})?)(?:'s|’s) )?(?P<name>[^,]{3,60}?)(?P<place>,? (?:in|at) [A-Z].{1,40})?"
)
"""What an element that is called a byline says."""
LONGEST_CLOCK = 80
"""Characters of a line that is a time."""


def _id_in(attributes: dict[str, str | None]) -> str | None:
    return next((value for key in _ID_ATTRIBUTES if (value := attributes.get(key))), None)


def _element_names(node: LexborNode) -> tuple[object, ...]:
    """What may name a block: its id, another attribute made for that, or those of the one element that it wraps."""
    attributes = node.attributes
    inner = node.child
    while inner is not None and (inner.tag or "-").startswith(("-", "_", "!")):
        inner = inner.next
    wrapped = inner.attributes if inner is not None else {}
    return (attributes.get("id"), _id_in(attributes), wrapped.get("id") or _id_in(wrapped))


def _links(node: LexborNode, page: str | None) -> tuple[str | None, bool]:
    """The address of a block itself on this page, and whether its heading leads to another page."""
    permalink = None
    for link in node.css("a[href]")[:40]:
        href = (link.attributes.get("href") or "").strip()
        if len(href) > 1 and "#" in href and not href.endswith("#"):
            address = page_address(href)
            if href.startswith(("#", "?")) or address is None or same_page(address) == page:
                permalink = href
                break
    heading: LexborNode | None = node.css_first(
        "h1 a[href], h2 a[href], h3 a[href], h4 a[href], h5 a[href], [role=heading] a[href]"
    )
    if heading is None:
        heading = _link_around(node.css_first("a h1, a h2, a h3, a h4, a h5"))
    if heading is None and node.css_first(_HEADINGS) is None:
        heading = next(filter(None, map(_link_around, node.css(_CALLED_HEADING)[:4])), None)
    if heading is None:
        heading = node if node.tag == "a" else None
    href = (heading.attributes.get("href") or "") if heading is not None else ""
    leads_on = bool(href) and "#" not in href and (page is None or same_page(page_address(href)) != page)
    return permalink, leads_on


def _link_around(node: LexborNode | None) -> LexborNode | None:
    while node is not None and node.tag != "a":
        node = node.parent
    return node


def _time(node: LexborNode, times: Sequence[LexborNode], *, shown: bool) -> PrintedTime | None:
    """When a block was published, of the times in it: the first that tells of no edit; `shown` takes what readers see alone."""
    exact: PrintedTime | None = None
    printed: PrintedTime | None = None
    for time in sorted(times, key=lambda each: bool(_EDITED.search(names_of(each.attributes)))):
        attributes = time.attributes
        if exact is None and not shown:
            values = [attributes.get(name) for name in TIME_ATTRIBUTES] + [
                attributes.get("content"),
                attributes.get("title"),
            ]
            exact = next((found for value in values if value and (found := data_time(value))), None)
        if printed is None and time.mem_id != node.mem_id:
            printed = _clock_in(time)
    text = clean_line(node.text(separator=" ")[:_OPENING])
    clocks = (clock.time for place in _ZONED_CLOCK.finditer(text) if (clock := leading_time(text[place.start() :])))
    if shown and printed is None:
        return next(clocks, None)
    if exact is None or exact.hour is None:
        return _with_zone_beside(printed, clocks) if printed else exact
    zoned = (with_printed_zone(exact, each) for each in (printed, *clocks))
    return next((time for time in zoned if time is not exact), exact)


def _clock_in(time: LexborNode) -> PrintedTime | None:
    """The clock that an element prints, with the day that the element beside it prints ("15:52 (IST)" and "Nov 26 2026")."""
    words = clean_line(time.text(separator=" ")[: 4 * LONGEST_CLOCK])
    clock = printed_clock(words) or whole_clock(words)
    if clock is None or clock.day is not None or len(words) > LONGEST_CLOCK:
        return clock
    before, behind = _words_of(time.prev, back=True), _words_of(time.next, back=False)
    around = time.parent.text(separator=" ")[: 4 * LONGEST_CLOCK] if time.parent is not None else ""
    for together in (f"{words} {behind}", f"{before} {words}", clean_line(around)):
        whole = whole_clock(together) if len(together) <= LONGEST_CLOCK else None
        if whole and whole.day is not None and (whole.hour, whole.minute) == (clock.hour, clock.minute):
            return whole
    return clock


def _words_of(beside: LexborNode | None, *, back: bool) -> str:
    """The words of the element beside another one, over white space."""
    while beside is not None and beside.tag == "-text" and not (beside.text_content or "").strip():
        beside = beside.prev if back else beside.next
    return clean_line(beside.text(separator=" ")[: 2 * LONGEST_CLOCK]) if beside is not None else ""


def _with_zone_beside(printed: PrintedTime, clocks: Iterable[PrintedTime]) -> PrintedTime:
    """A clock with the zone in which the block prints the same one once more, as for those who only hear the page."""
    if printed.utc_offset is not None or printed.zone is not None:
        return printed
    same = (clock for clock in clocks if (clock.hour, clock.minute) == (printed.hour, printed.minute))
    zoned = next((clock for clock in same if clock.utc_offset is not None), None)
    if zoned is None or (zoned.day is not None and printed.day is not None and zoned.day != printed.day):
        return printed
    dated = zoned if zoned.day is not None else printed
    return replace(zoned, year=dated.year, month=dated.month, day=dated.day)


def _byline(node: LexborNode, taken: set[int]) -> Byline | None:
    for signed in node.css(
        "address, [class*=yline], [class*=uthor], [rel=author], [itemprop=author], [class*=ontributor], [data-testid*=yline], [data-component*=yline]"
    )[:8]:
        parts = [part for words in signed.text(separator="\n")[:300].split("\n") if (part := clean_line(words))]
        line = " ".join(parts)
        if not line or len(line) > 160 or len(line.split()) < 2:
            continue
        taken.add(signed.mem_id)
        if len(parts) > 1 and is_person(parts[0]) and is_role(parts[1]):
            return Byline(parts[0], parts[1])
        if byline := signed_line(line):
            return byline
        found = _SIGNED.fullmatch(line)
        if found and is_person(found["name"]):
            return Byline(found["name"], " ".join(filter(None, (found["house"], found["place"]))) or None)
    return None


def _signed_over(time: LexborNode) -> Byline | None:
    """Who wrote, where that stands in the element of a block's time ("Ada Muster | Nov 26, 2026 16:03")."""
    name = signature_over(clean_line(time.text(separator=" ")[: 2 * LONGEST_CLOCK]))
    return (signed_line(f"By {name}") or (Byline(name) if is_person(name) else None)) if name else None


def _shown_authors(pieces: list[Piece]) -> Byline | None:
    """Who wrote, where a picture of each stands beside the name, described by nothing but that; pictures and names are taken off."""
    names: list[str] = []
    while (
        len(pieces) > 2
        and pieces[0].kind is Kind.CAPTION
        and pieces[1].kind is Kind.PARAGRAPH
        and pieces[0].text == pieces[1].text
        and is_person(pieces[0].text)
    ):
        names.append(pieces[0].text)
        del pieces[:2]
    return Byline(", ".join(names)) if names else None


def signed_opening(pieces: list[Piece], byline: Byline | None) -> Byline | None:
    """The byline with what a block's first words add to it, a name, and what that person does, or its last ones ("by Ada Muster"); all are taken off."""
    byline = byline or _shown_authors(pieces)
    if byline is None and len(pieces) > 1 and pieces[0].kind is Kind.PARAGRAPH and is_person(pieces[0].text):
        name = pieces[0].text
        if not any(
            name.split()[-1] in piece.text for piece in pieces[1:]
        ):  # else it stands under a picture, or over words
            byline = Byline(name)
            del pieces[0]
    elif byline is not None and len(pieces) > 1 and pieces[0].text == byline.name:
        del pieces[0]  # the name over the time, and again over the words
    if (
        byline is None
        and len(pieces) > 1
        and pieces[-1].kind is Kind.PARAGRAPH
        and (signed := signed_line(pieces[-1].text))
    ):
        byline = signed
        del pieces[-1]
    if byline and byline.role is None and len(pieces) > 1 and is_role(pieces[0].text):
        byline = Byline(byline.name, pieces[0].text)
        del pieces[0]
    return byline


def _label(node: LexborNode, taken: set[int]) -> str | None:
    for found in node.css(
        "[class*=abel], [class*=adge], [class*=icker], [class*=lag], [class*=reaking], [class*=ategory], [data-testid*=abel], [data-testid*=reaking]"
    )[:8]:
        text = clean_line(found.text(separator=" ")[:60])
        if text and is_known_label(text):
            taken.add(found.mem_id)
            return text
    return None


def _behind_clock(words: str) -> str | None:
    """What a heading says behind a clock ("16:03 IST: Minister resigns"); None where it is no more than a time."""
    clock = leading_time(words)
    rest = clock.rest.lstrip(_BEHIND_CLOCK) if clock and clock.time.hour is not None else ""
    return rest if len(rest.split()) > 1 and (rest[0].isupper() or rest[0] in "“‘\"'") else None


def _is_beside(heading: LexborNode, block: LexborNode) -> bool:
    """Whether a heading stands in a part of its block that is none of its words: what it can be shared by, or a dialog."""
    for each in around(heading):
        if each.mem_id == block.mem_id:
            return False
        if each.attributes.get("role") in _DIALOG or each.tag == "dialog" or use_of(each, each.tag or "") is Use.NEVER:
            return True
        if each.mem_id != heading.mem_id and _SHARES.search(names_of(each.attributes)):
            return True
    return False


def _headline(node: LexborNode, taken: set[int]) -> str | None:
    """The heading of a block, taken off; a label or a time in a heading is none."""
    for heading in [*node.css(_HEADINGS)[:4], *node.css(_CALLED_HEADING)[:4]]:
        if heading.mem_id in taken or heading.mem_id == node.mem_id or _is_beside(heading, node):
            continue
        words = " ".join(piece.text for piece in pieces_of(heading, taken) if piece.kind is not Kind.CAPTION)
        words = _GLUED_CLOCK.sub("", words).strip(_BETWEEN_PARTS)
        told = _behind_clock(words) or words
        if words and len(words) < _LONGEST_HEADLINE and not is_known_label(told) and not printed_clock(told):
            taken.add(heading.mem_id)
            return words
    return None


def _without_clock(headline: str | None, time: PrintedTime | None) -> str | None:
    """The headline without the block's clock before it."""
    clock = leading_time(headline) if headline and time else None
    if clock is None or time is None or (clock.time.hour, clock.time.minute) != (time.hour, time.minute):
        return headline
    return _behind_clock(headline or "") or headline


def day_above(node: LexborNode, blocks: Container[int]) -> Day | None:
    """The day that a heading prints directly over a block, or over the first block of its section."""
    inner: LexborNode | None = node
    for _ in range(_LEVELS_TO_A_DAY):
        before = inner.prev if inner is not None else None
        while before is not None and (before.tag or "-").startswith(("-", "!", "_")):
            before = before.prev
        if before is not None:
            if before.mem_id in blocks:
                return None
            time = day_line(clean_line(before.text(separator=" ")[:LONGEST_CLOCK]))
            return day_of(time) if time else None
        inner = inner.parent if inner is not None else None
    return None


def _is_clock(piece: Piece) -> bool:
    """Whether a piece is no more than a time, perhaps with a label glued to it ("12:09amKey Event")."""
    if len(piece.text) >= LONGEST_CLOCK:
        return False
    if line_time(piece.text) is not None:
        return True
    clock = leading_time(piece.text)
    return (
        clock is not None and clock.time.hour is not None and (is_known_label(clock.rest) or is_furniture(clock.rest))
    )


def _signed_end(pieces: list[Piece], time: PrintedTime | None, byline: Byline | None) -> Byline | None:
    """The byline, with who wrote where that stands in the last line, glued to the block's time ("Ada Muster26 November 2026 13:32"), which is taken off."""
    found = _CLOSING.fullmatch(pieces[-1].text) if len(pieces) > 1 and time else None
    clock = line_time(found["time"]) if found else None
    if found is None or time is None or clock is None or clock.hour is None:
        return byline
    moments = minute_of(time), minute_of(clock)
    shift = time.utc_offset is not None and clock.utc_offset is None  # the page prints the clock of its newsroom
    if (None not in moments and moments[0] != moments[1]) or clock.minute != time.minute:
        return byline
    if not shift and (clock.hour, clock.day or time.day) != (time.hour, time.day or clock.day):
        return byline
    del pieces[-1]
    return byline or (Byline(found["name"]) if is_person(found["name"]) else None)


def _link(permalink: str | None, page: str | None) -> str | None:
    """The whole address of a place on the page."""
    if permalink is None or not permalink.startswith(("#", "/", "?")):
        return permalink
    if page is None:
        return None
    whole = page.partition("#")[0]
    if permalink.startswith("?"):
        return whole.partition("?")[0] + permalink
    return whole + permalink if permalink.startswith("#") else "/".join(whole.split("/", 3)[:3]) + permalink


def read_block(
    node: LexborNode, times: Sequence[LexborNode], page: str | None, *, shown: bool = False, embeds_tell: bool = False
) -> tuple[Draft, bool]:
    """One block as a draft, and whether it leads to another page.

    Args:
        node: the block.
        times: the elements in it that hold a time.
        page: the address of the page.
        shown: what the block says of its time to programs alone says nothing.
        embeds_tell: see `pieces_of`.
    """
    permalink, leads_on = _links(node, same_page(page))
    time = _time(node, times, shown=shown)
    taken = {each.mem_id for each in times if each.mem_id != node.mem_id}
    label = _label(node, taken)
    headline = _without_clock(_headline(node, taken), time)
    byline = _byline(node, taken) or next(filter(None, map(_signed_over, times)), None)
    pieces = [piece for piece in pieces_of(node, taken, embeds_tell=embeds_tell) if not _is_clock(piece)]
    byline = _signed_end(pieces, time, byline)
    byline = signed_opening(pieces, byline)
    names = (*_element_names(node), permalink)
    draft = Draft(pieces, time, headline, label, byline, names, _link(permalink, page))
    draft.days_ago = next((days for each in times if (days := days_ago(clean_line(each.text()))) is not None), None)
    return draft, leads_on
