"""A live page that was copied as text: its posts with headline, label, byline, captions and body, in the page's order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.read.labels import is_known_label, is_label
from newsdesk.read.lines.captions import has_mark, sort_captions
from newsdesk.read.lines.furniture import (
    is_furniture,
    is_page_heading,
    without_link_marks,
    without_links_below,
    without_related,
)
from newsdesk.read.lines.layout import (
    Block,
    Line,
    adjoins,
    blocks_of,
    body,
    ends_sentence,
    is_item,
    is_wrapped,
    unwrapped,
)
from newsdesk.read.lines.pictures import picture_weight
from newsdesk.read.live.bylines import split_byline
from newsdesk.read.live.days import (
    Day,
    dated_by,
    day_of,
    day_of_newest,
    held_on_top,
    is_later,
    moved,
    with_days,
    without_only_day,
)
from newsdesk.read.live.headers import Header, closing_signature, find_headers, lines_of, looks_like_headline
from newsdesk.read.live.twice import is_pinned, standing_once, without_key_events
from newsdesk.read.names import is_outlet, signed_line
from newsdesk.read.publishers import publisher_of_page, without_house
from newsdesk.read.times.days_ago import days_ago
from newsdesk.read.times.printed import day_line, in_zone, introduced_time, line_time, zone_of_all

_CAPTION_MARK = late_pattern(r"(?:Media|Image|Video) caption,?$")
_QUOTE_MARK = late_pattern(r"Quote Message", re.IGNORECASE)
_ADDRESS = late_pattern(r"https?://\S{3,2000}")
_PROSE = -5.0
"""Weight up to which even a line in a description's place is prose."""
_NUMBERED = late_pattern(r"\d{1,4}[.)](?:\s|$)")
_NO_TIME = PrintedTime("")
_STAFF = late_pattern(r"(?:Edited|Reporting|Written|Updated|Published|Live reporting) by\b", re.IGNORECASE)
_PUBLISHED_FIRST = late_pattern(r"(?:first |originally )?(?:published|posted|released|issued|created)\b", re.IGNORECASE)


def _split_label(header: Header, lines: list[Line]) -> tuple[str | None, list[Line]]:
    """A label behind the header ("Breaking"), on its next line or in a block of its own, and the lines without it."""
    if not lines:
        return header.label, lines
    text = lines[0].text
    if header.label:
        # Printed over the headline and below it, for two ways to show a page.
        again = text.casefold() == header.label.strip(" :").casefold()
        return header.label, lines[1:] if again and len(lines) > 1 else lines
    stands_alone = not adjoins(lines, 1)
    directly_below = lines[0].n == header.last_line + 1
    if is_outlet(text) or not (is_label(text) if directly_below else is_known_label(text)):
        return None, lines
    if not (stands_alone or (directly_below and text.casefold() in {"breaking", "breaking news", "analysis"})):
        return None, lines
    return text, lines[1:]


def _paragraphs(lines: list[Line], *, wrapped: bool) -> list[Line]:
    """The lines of a post's body; lines that were wrapped at a width are joined."""
    if not wrapped:
        return lines
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        if adjoins(lines, index):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [line for block in blocks for line in unwrapped(block)]


def _is_note(text: str) -> bool:
    """Whether a line belongs to the page: furniture, a bare address, or when a post was edited."""
    if is_furniture(text) or _ADDRESS.fullmatch(text) or closing_signature(text):
        return True
    edited = introduced_time(text)
    return edited is not None and not edited.rest


def _day_line(text: str) -> Day | None:
    """The day that a line of its own prints over the posts of that day ("Sunday 11 May")."""
    time = day_line(text)
    return day_of(time) if time else None


def _quoted_as_such(lines: Sequence[Line]) -> set[int]:
    """Numbers of the lines that page furniture marks as a quotation and its speaker: they are no captions.

    "Quote Message" stands over each paragraph of one; the last is followed by the speaker's name.
    """
    numbers: set[int] = set()
    for index, line in enumerate(lines):
        if _QUOTE_MARK.fullmatch(line.text):
            below = lines[index + 1 : index + 3]
            if len(below) == 2 and (has_mark(below[1].text) or ends_sentence(below[1].text)):
                below = below[:1]
            numbers.update(follower.n for follower in below)
    return numbers


def _pictured(lines: Sequence[Line], below: int | None) -> set[int]:
    """Numbers of the lines that by the layout can only be descriptions; `below` is the number of the next post's line.

    Paragraphs stand between blank lines. A picture leaves none behind it when a post ends with it, nor before it after a list.
    """
    numbers: set[int] = set()
    for index, line in enumerate(lines):
        if is_item(line.text) or _NUMBERED.match(line.text):
            continue
        ends_post = index == len(lines) - 1 and below == line.n + 1 and not adjoins(lines, index)
        after_list = adjoins(lines, index) and is_item(lines[index - 1].text) and not adjoins(lines, index + 1)
        if (ends_post and picture_weight(line.text, "") > _PROSE) or (after_list and picture_weight(line.text, "") > 0):
            numbers.add(line.n)
    return numbers


def _post(
    n: int,
    header: Header,
    lines: list[Line],
    below: int | None,
    *,
    wrapped: bool,
    spaced: bool,
    captions: Sequence[Line] | None,
) -> Post:
    """One post; `below` is the number of the line on which the next begins, `spaced` says that paragraphs stand apart.

    Where the page tells its `captions` apart, none is looked for among the lines.
    """
    kept = _quoted_as_such(lines)
    last = lines[-1].n if lines else 0
    label, lines = _split_label(header, [line for line in without_links_below(lines) if not _is_note(line.text)])
    headline = header.headline
    if headline is None and header.label is None and label and not is_known_label(label):
        headline, label = label, None
    byline, lines, above = split_byline(lines, headline, header.author, header.role)
    kept.update(line.n for line in lines[:above])
    pictured: set[int] = set()
    if spaced:
        pictured = _pictured(lines, below)
        if lines and lines[-1].n == last and below is not None and below > last + 1:
            kept.add(last)
    if header.opening:
        lines = [Line(header.last_line, header.opening), *lines]
    if captions is None:
        told = sort_captions(_paragraphs(lines, wrapped=wrapped), kept=kept, pictured=pictured)
        words, own = told.body, told.captions
    else:
        words = lines
        own = tuple(line.text for line in captions if header.line < line.n and (below is None or line.n < below))
    return Post(
        n=n,
        text=without_link_marks(body(line.text for line in words)),
        headline=headline,
        label=label,
        byline_name=byline.name if byline else None,
        byline_role=byline.role if byline else None,
        captions=own,
        printed_time=header.time,
        line=header.line,
    )


def _title(preamble: Sequence[Line], posts: Sequence[Post]) -> str | None:
    """The page's own heading, else its lead caption, else the headline of the newest post."""
    heading = None
    for index, line in enumerate(preamble):
        if _CAPTION_MARK.fullmatch(line.text):
            lead = preamble[index + 1].text if index + 1 < len(preamble) else None
            return heading or lead
        plain = line.text.lstrip("# ")
        usable = (
            looks_like_headline(plain)
            and not is_item(line.text)
            and not is_known_label(plain)
            and not is_furniture(plain)
            and not _STAFF.match(plain)
        )
        if heading is None and usable and not is_page_heading(plain) and not signed_line(plain):
            heading = plain
    with_headline = [post for post in posts if post.headline]
    newest = max(with_headline, key=_moment, default=None)
    return heading or (newest.headline if newest else None)


def _moment(post: Post) -> tuple[int, ...]:
    """A post's printed time for comparing posts of one page, the earlier post in the page first among equals."""
    time = post.printed_time or _NO_TIME
    return (time.year or 0, time.month or 0, time.day or 0, time.hour or 0, time.minute or 0, -post.n)


def _is_spaced(lines: Sequence[Line], headers: Sequence[Header]) -> bool:
    """Whether a page was copied with its numbers and a blank line before most posts, so that its layout can be trusted."""
    numbered = sum(_NUMBERED.match(lines[header.first].text) is not None for header in headers)
    apart = sum(not adjoins(lines, header.first) for header in headers[1:])
    return numbered == len(headers) and apart * 2 >= len(headers) - 1


def _day_lines(lines: Sequence[Line], headers: Sequence[Header]) -> dict[int, Day]:
    """The days that stand directly over posts, or over the first of them, by the index of the line.

    There are none where posts print their own, and amid a post a day is part of what it tells.
    """
    if all(header.time.day is not None for header in headers):
        return {}
    places = [*range(headers[0].first), *(header.first - 1 for header in headers[1:])]
    return {index: day for index in places if (day := _day_line(lines[index].text))}


def _page_time(
    preamble: Sequence[Line], times: Sequence[PrintedTime], *, yesterday: bool = False
) -> tuple[PrintedTime, Day] | tuple[None, None]:
    """The time that a page prints of itself over posts with clocks alone, and the newest post's day that follows from it.

    Over posts of `yesterday` a day without an hour may be that on which the page began.
    """
    found = [(line.text, time) for line in preamble if (time := line_time(line.text)) is not None]
    if yesterday:
        found = [(text, time) for text, time in found if time.hour is not None and not _PUBLISHED_FIRST.match(text)]
    # The last edit says more than the publication.
    for text, time in sorted(found, key=lambda each: _PUBLISHED_FIRST.match(each[0]) is not None):
        edited = False if _PUBLISHED_FIRST.match(text) else True if introduced_time(text) else None
        if day := day_of_newest(time, times, edited=edited):
            return time, day
    return None, None


def _days_ago(lines: Sequence[Line], header: Header) -> int | None:
    """How many days before the reader's a post's header says that it is."""
    said = (days_ago(line.text) for line in lines[header.first : header.body])
    return next((days for days in said if days is not None), None)


def _clock_of_page(preamble: Sequence[Line]) -> PrintedTime | None:
    """The first time with an hour that a page prints of itself."""
    times = (line_time(line.text) for line in preamble)
    return next((time for time in times if time and time.hour is not None), None)


def _held_by_its_day(preamble: Sequence[Line], times: Sequence[PrintedTime], above: Sequence[Day | None]) -> int:
    """Whether the first post is held on top, 1 or 0, where it alone has a day.

    The page's own time then dates the post below it no earlier, though that post's clock shows later.
    """
    day = day_of(times[0])
    if day is None or len(times) < 2 or above[1] or any(day_of(time) for time in times[1:]):
        return 0
    newest_day = _page_time(preamble, times[1:])[1]
    later = (times[1].hour or 0, times[1].minute or 0) > (times[0].hour or 0, times[0].minute or 0)
    return int(later and newest_day is not None and not is_later(day, newest_day))


def _end_of_last(lines: Sequence[Line], headers: Sequence[Header]) -> int:
    """Index behind the last post: where posts end with who wrote them, what follows is of a post that was not copied to its end."""
    signed = [index for index, line in enumerate(lines) if closing_signature(line.text)]
    closes = len(signed) == len(headers) and signed[-1] >= headers[-1].body
    return signed[-1] + 1 if closes else len(lines)


def _with_words(
    headers: Sequence[Header], posts: Sequence[Post], above: Sequence[Day | None]
) -> tuple[list[Header], list[Post], list[Day | None]]:
    """The posts that say anything, with their headers and the days above them: a clock over the newest post's clock is the page's own."""
    kept: list[tuple[Header, Post, Day | None]] = []
    carried: Day | None = None
    for header, post, day in zip(headers, posts, above, strict=True):
        carried = day or carried
        if post.headline or post.label or post.text or post.captions:
            kept.append((header, post, carried))
            carried = None
    if not kept:
        return [*headers], [*posts], [*above]
    return [each[0] for each in kept], [each[1] for each in kept], [each[2] for each in kept]


def read_live_page(text: str, captions: Sequence[Line] | None = None) -> tuple[Source, tuple[Post, ...]]:
    """The posts of a cleaned text that was detected as a live page. The source has no origin yet.

    Args:
        text: the text.
        captions: what the page tells apart from it, by the number of the line before; None where captions are to be looked for.
    """
    blocks = blocks_of(text)
    lines = lines_of(text)
    once = without_key_events(lines)
    if headers := find_headers(once):
        lines = once
    else:
        headers = find_headers(lines)  # so few posts that the list tells more of a live page than they do
    wrapped = is_wrapped(blocks)
    spaced = not wrapped and _is_spaced(lines, headers)
    lines = lines[: headers[-1].body] + without_related(lines[headers[-1].body :])
    ends = [header.first for header in headers[1:]] + [_end_of_last(lines, headers)]
    ago_at = {header.first: _days_ago(lines, header) for header in headers}
    days = {} if 1 in ago_at.values() else _day_lines(lines, headers)
    read: list[Post] = []
    above: list[Day | None] = []
    begin = 0
    for n, (header, end) in enumerate(zip(headers, ends, strict=True), 1):
        above.append(next((days[index] for index in range(header.first - 1, begin - 1, -1) if index in days), None))
        begin = header.body
        below = lines[end].n if end < len(lines) else None
        own = [lines[index] for index in range(header.body, end) if index not in days]
        read.append(_post(n, header, own, below, wrapped=wrapped, spaced=spaced, captions=captions))
    headers, read, above = _with_words(headers, read, above)
    pinned = [is_pinned(lines, header.first) for header in headers]
    preamble = lines[: headers[0].first]
    zone = next(filter(None, (zone_of_all(line.text) for line in preamble)), None)
    # A day between the mark of a pinned post and its clock is that post's alone.
    clocks = [
        dated_by(time, day) if alone else time
        for time, day, alone in zip(
            [in_zone(header.time, zone) if zone else header.time for header in headers], above, pinned, strict=True
        )
    ]
    above = [None if alone else day for day, alone in zip(above, pinned, strict=True)]
    kept, clocks = standing_once(read, clocks, above)
    above = [above[index] for index in kept]
    ago = [ago_at[headers[index].first] for index in kept]
    held = next((n for n, index in enumerate(kept) if not pinned[index]), 0) or held_on_top(
        clocks, _clock_of_page(preamble)
    )
    held = held or _held_by_its_day(preamble, clocks, above)
    above = without_only_day(clocks, above, held)
    known = [dated_by(time, day) for time, day in zip(clocks[held:], above[held:], strict=True)]
    page_time, newest_day = None, None
    if not any(above[:held]) and day_of(known[0]) is None and known[0].hour is not None:
        page_time, newest_day = _page_time(preamble, known, yesterday=1 in ago)
        above[held] = newest_day
        newest_ago = ago[held]
        if newest_day and newest_ago is not None:
            above = [
                moved(newest_day, newest_ago - days) if days is not None and day is None else day
                for days, day in zip(ago, above, strict=True)
            ]
    times = [time if time.hour is not None or time.day is not None else None for time in with_days(clocks, above, held)]
    if page_time is None and all(time is not None and time.day is not None and time.year is None for time in times):
        of_page = (line_time(line.text) for line in preamble)
        page_time = next((time for time in of_page if time and time.year and time.day), None)  # tells the year
    posts = tuple(
        replace(read[index], n=n, printed_time=time) for n, (index, time) in enumerate(zip(kept, times, strict=True), 1)
    )
    signatures = [words for post in posts for words in (post.byline_name, post.byline_role) if words]
    publisher = publisher_of_page(signatures, [post.text for post in posts])
    title, house = without_house(_title(preamble, posts) or "")
    source = Source(
        SourceKind.LIVE_PAGE,
        "",
        title=title or None,
        publisher=publisher or house,
        printed_time=page_time,
    )
    return source, posts
