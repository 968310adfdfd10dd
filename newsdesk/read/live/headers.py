"""Where the posts of a copied live page begin.

Pages print a post's time in one of five places, and a page keeps to one:

- glued to the headline: "Minister resignspublished at 16:03 British Summer Time 11 May", with or without a number before it;
- behind the author's name on the line that ends the post: "Ada Muster9 June 2026 15:20";
- between a link past the post and its headline;
- on a line of its own, the headline on the line after it (or before it);
- at the beginning of the line that holds the headline: "16:03 BST: Minister resigns".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.labels import is_known_label, is_label, split_glued_label
from newsdesk.read.lines.captions import has_mark
from newsdesk.read.lines.furniture import is_furniture, is_page_heading
from newsdesk.read.lines.layout import Line, adjoins, blocks_of, count_words, ends_abbreviated, ends_sentence, is_item
from newsdesk.read.lines.markdown import is_markdown, unmarked
from newsdesk.read.live.twice import is_pinned
from newsdesk.read.names import is_outlet, is_person, is_role, signed_line
from newsdesk.read.times.days_ago import days_ago, without_days_ago
from newsdesk.read.times.printed import Leading, leading_time, line_time

_PUBLISHED = late_pattern(r"(?:[Pp]ublished|[Pp]osted|(?<=\S)updated) (?:at |on )?(?=\d)")
_NUMBER = late_pattern(r"\d{1,4}[.)](?:\s+|$)")
_EDITED = late_pattern(r"[\s|·(,-]{0,9}(?:last )?(?:updated|edited)\b", re.IGNORECASE)
_FIRST = late_pattern(r"(?:first|originally) (?:published|posted)\b", re.IGNORECASE)
_UNIT = r"(?:s|m|h|d|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?)\.?"
_AGO = late_pattern(
    rf"(?:\d{{1,3}}\s?{_UNIT}(?:,? \d{{1,2}}\s?{_UNIT})? ago"
    r"|(?:hace|il y a|vor) \d{1,3} (?:segundos?|minutos?|horas?|días?|secondes?|minutes?|heures?|jours?|sekunden?|minuten?|stunden?|tag(?:en)?))",
    re.IGNORECASE,
)
_AGES = late_pattern(rf"(?:{_AGO.pattern}\s*)+[([]?", re.IGNORECASE)
_FOUR_FIGURES = late_pattern(
    r"(?P<hour>[01]\d|2[0-3])(?P<minute>[0-5]\d)(?P<zone> (?:GMT|BST|UTC|CET|CEST))?:\s+(?=\S)"
)
_ANY_FOUR_FIGURES = late_pattern(r"\d{4}:\s")
_FIRST_YEARS, _LAST_YEARS = (10, 0), (21, 0)
"""Between these a clock in four figures is a year, too."""
_SEPARATOR = late_pattern(r"[-–—:|·]\s*")
_SIGNED_BELOW = late_pattern(r"(?P<name>[^\d\n]{3,60})(?P<time>\d{1,2} [^\W\d]{3,12} \d{4}\b.{0,30})")
_LONGEST_SIGNATURE = 120
_FEWEST_CLOSED = 2
_SKIPS = late_pattern(r"Skip next section (?P<headline>\S.*)")
_NUMBERS_BEFORE = late_pattern(r"\d\d/\d\d/\d{4}(?=(?:\d{1,2} )?[A-Z])")
"""A day in numbers, glued to the same in words."""
_FEWEST_SKIPPED = 2
_EMPTY_HEADLINES = {"post", "update"}
"""What pages put for people who hear them, where a post has no headline."""
_LABELS_AS_HEADLINES = {"summary", "recap", "highlights", "timeline"}
"""Labels that are all the headline that some posts have."""
_WORD = late_pattern(r"[^\W\d_][\w’'-]{2,30}[!?]?")
_BEFORE_CLOSING_CLOCK = late_pattern(r"(?:,| [|·–—-])\s+(?=\d)")
_AGE_PART = late_pattern(r"(\d{1,3})\s?(st|[smhdtj])", re.IGNORECASE)
_MINUTES = {"s": 0, "m": 1, "h": 60, "st": 60, "d": 24 * 60, "t": 24 * 60, "j": 24 * 60}
"""By how the units begin, in German, French and Spanish too ("Stunden", "jours", "días")."""
_CALLED_LIVE = late_pattern(
    r"\b(?:live|live-?blog|(?:live-?)?ticker|updates?|latest|minute[- ]by[- ]minute|as it happen(?:s|ed)|en direct|en directo|in diretta)\b",
    re.IGNORECASE,
)
_LONGEST_HEADLINE = 300
_LONGEST_HEADER = 4_096
_LONGEST_CLOCK = 60
_FEWEST_BARE_TIMES = 3
"""Times on lines of their own that make a live page; one or two also stand in articles. Of two see `_is_sure_pair`."""
_LONGEST_CUT_SHORT = 12
"""Words of a headline that ends in an abbreviation."""
_SENTENCE_WORDS = 5
"""Words of a line that ends like a sentence and is one."""


class _Group(NamedTuple):
    """The lines of a time that stands on lines of its own."""

    first: int
    """Index of the first one."""
    after: int
    """Index of the line after the last one."""
    time: PrintedTime


@dataclass(frozen=True, slots=True)
class Header:
    """The beginning of one post."""

    first: int
    """Index of the first line that belongs to it (a number or label line counts)."""
    body: int
    """Index of the first line after it."""
    line: int
    """Number of the line with the headline, from 1."""
    last_line: int
    """Number of its last line."""
    headline: str | None
    label: str | None
    time: PrintedTime
    opening: str = ""
    """First words of the body, where they stand on the header's own line."""
    author: str | None = None
    """Who wrote it, where that stands before the time or the headline, or with the time at the post's end."""
    role: str | None = None
    """What the author does, or where, where that stands there too."""


def _headline(text: str) -> str | None:
    text = text.strip()
    return None if not text or text.casefold() in _EMPTY_HEADLINES else text


def _has_clock(time: PrintedTime) -> bool:
    return time.hour is not None


def _clock(time: PrintedTime) -> tuple[int, int]:
    return time.hour or 0, time.minute or 0


def calls_itself_live(text: str) -> bool:
    """Whether a page's title, or a line over its posts, says that it is told as things happen."""
    return _CALLED_LIVE.search(text) is not None


def looks_like_headline(text: str) -> bool:
    """Whether a line is short and ends like no sentence ("Who will pay?" and closing quotation marks are fine)."""
    return (
        2 <= count_words(text) <= 30
        and len(text) <= _LONGEST_HEADLINE
        and (not ends_sentence(text) or text.endswith("?"))
    )


def _glued_time(text: str) -> tuple[str, PrintedTime, str] | None:
    """Headline, time and what is left of a line that ends in "published at TIME"."""
    places = list(_PUBLISHED.finditer(text[:_LONGEST_HEADER]))
    if not places:
        return None
    place = places[-1]
    found = leading_time(text[place.end() :])
    if found is None or not _has_clock(found.time):
        return None
    rest = "" if _EDITED.match(found.rest) else found.rest
    return (text[: place.start()], found.time, rest) if not rest or is_known_label(rest) else None


def _above(lines: Sequence[Line], first: int, end: int, *, numbered: bool) -> tuple[int, str | None]:
    """What of a header stands above its headline, a label or a number or both: its first line, and the label."""
    label = None
    if first > end and not numbered:
        text = lines[first - 1].text
        number = _NUMBER.match(text)
        words = text[number.end() :] if number else text
        # Whatever stands alone behind a post's number is a label; a headline would hold the time.
        if number and (not words or is_label(words) or (len(words.split()) <= 4 and not ends_sentence(words))):
            return first - 1, _headline(words)
        if is_known_label(words):
            first, label = first - 1, words
    if first > end and _NUMBER.fullmatch(lines[first - 1].text):
        first -= 1
    return first, label


def _headers_below_publications(lines: Sequence[Line], times: Sequence[tuple[int, PrintedTime]]) -> list[Header]:
    """The headers of posts whose "Published at TIME" stands on a line of its own over the headline; none where it stands below.

    Blank lines may stand between all of them, so that the lines next to the times vote, however far away they are.
    """
    above = sum(index > 0 and _may_head(lines[index - 1].text) for index, _ in times)
    below = sum(index + 1 < len(lines) and _may_head(lines[index + 1].text) for index, _ in times)
    if len(times) < 2 or above >= below:
        return []
    begins = [index for index, _ in times[1:]] + [len(lines)]
    groups = [_Group(index, index + 1, time) for index, time in times]
    return [_header_below(lines, following, group) for following, group in zip(begins, groups, strict=True)]


def _glued_headers(lines: Sequence[Line]) -> list[Header]:
    headers: list[Header] = []
    end = 0
    certain = False
    glued_times = [(index, found) for index, line in enumerate(lines) if (found := _glued_time(line.text))]
    if not any(before or rest for _, (before, _, rest) in glued_times) and (
        below := _headers_below_publications(lines, [(index, time) for index, (_, time, _) in glued_times])
    ):
        return below
    for index, (words, time, rest) in glued_times:
        at, before = index, words
        if not _NUMBER.sub("", before, count=1).strip() and index > end and looks_like_headline(lines[index - 1].text):
            at, before = index - 1, lines[index - 1].text
        number = _NUMBER.match(before)
        certain |= at == index and (number is not None or before.rstrip() == before != "")
        first, label = _above(lines, at, end, numbered=number is not None)
        glued, headline = split_glued_label(before[number.end() if number else 0 :].strip())
        end = index + 1
        if end < len(lines) and _is_same_moment(_bare_time(lines[end].text), time):
            end += 1
        last = lines[end - 1].n
        headers.append(Header(first, end, lines[at].n, last, _headline(headline), rest or label or glued, time))
    # One date line under a headline is an article's; glued to the headline, or numbered, it is a live page's.
    return headers if certain or len(headers) > 1 else []


def _is_same_moment(time: PrintedTime | None, other: PrintedTime) -> bool:
    """Whether a line below a header says its time once more, for the eye what stood above for the ear."""
    return time is not None and (time.hour, time.minute, time.day) == (other.hour, other.minute, other.day)


def _bare_time(text: str) -> PrintedTime | None:
    """The time that a line is, with or without how long ago that was glued to it ("3h ago(16:03 GMT)")."""
    words = _AGES.sub("", text, count=1)
    if days_ago(words) is not None:
        words = without_days_ago(words)
    time = line_time(words)
    return time if time and _has_clock(time) else None


def _tells_of_edit(lines: Sequence[Line], index: int) -> bool:
    """Whether a time is that of an edit, by its own line or by the one above it."""
    return bool(_EDITED.match(lines[index].text) or (index and _EDITED.fullmatch(lines[index - 1].text.rstrip(" :"))))


def _group_times(lines: Sequence[Line], found: Sequence[tuple[int, PrintedTime]]) -> list[_Group]:
    """The headers whose times stand on lines of their own.

    "3h ago" beside the time, or a short time beside a long one, are one header; the fuller time counts.
    """
    groups: list[_Group] = []
    for index, time in found:
        first, after, other = groups[-1] if groups else _Group(0, 0, time)
        again = other.minute == time.minute and not (index and _FIRST.match(lines[index - 1].text))
        two_clocks = not again and time.day is None and other.day is None
        if groups and after == index and ((adjoins(lines, index) and not two_clocks) or again):
            fuller = time if time.day is not None or other.day is None else other
            groups[-1] = _Group(first, index + 1, fuller)
            continue
        first = index - 1 if index and _AGO.fullmatch(lines[index - 1].text) else index
        after = index + 2 if index + 1 < len(lines) and _AGO.fullmatch(lines[index + 1].text) else index + 1
        if after == index + 1 and adjoins(lines, after) and _is_same_day(lines[after].text, time):
            after += 1
        groups.append(_Group(first, after, time))
    return groups


def _is_same_day(text: str, time: PrintedTime) -> bool:
    """Whether a line says a day once more that stands with the clock above it."""
    day = line_time(text)
    return day is not None and day.hour is None and (day.month, day.day) == (time.month, time.day) != (None, None)


def _page_time_apart(
    lines: Sequence[Line], groups: list[_Group], found: Sequence[tuple[int, PrintedTime]]
) -> list[_Group]:
    """The groups with the page's own time in one of its own, where the newest post's clock stands right below it.

    A page that prints its posts' times twice does so at each of them. Where the first post alone has more than one, those with a
    day tell of the page and the clock below them begins the post.
    """
    begins = [group.first for group in groups]
    times: list[list[tuple[int, PrintedTime]]] = [[] for _ in groups]
    for each in found:
        at = bisect_right(begins, each[0]) - 1
        if at >= 0 and each[0] < groups[at].after:
            times[at].append(each)
    if not times or len(times[0]) < 2 or any(len(each) > 1 for each in times[1:]):
        return groups
    (first, after, _), (*own, (at, clock)) = groups[0], times[0]
    if clock.day is not None or any(time.day is None for _, time in own):
        return groups
    begin = at - 1 if _AGO.fullmatch(lines[at - 1].text) else at
    return [_Group(first, begin, own[-1][1]), _Group(begin, after, clock), *groups[1:]]


def _has_sentence(lines: Sequence[Line]) -> bool:
    return any(ends_sentence(line.text) and count_words(line.text) >= _SENTENCE_WORDS for line in lines)


def _is_sure_pair(lines: Sequence[Line], groups: Sequence[_Group]) -> bool:
    """Whether two times are those of a page's only posts: bare clocks, the later one first, and sentences below each alone.

    An article's times adjoin, and comments stand below its words.
    """
    if len(groups) != 2 or any(group.time.day is not None for group in groups):
        return False
    newer, older = groups
    return (
        _clock(newer.time) > _clock(older.time)
        and not _has_sentence(lines[: newer.first])
        and _has_sentence(lines[newer.after : older.first])
        and _has_sentence(lines[older.after :])
    )


def _bare_groups(lines: Sequence[Line]) -> list[_Group]:
    """The headers with times on lines of their own; none where these make no live page.

    Where pages also print when a post was edited, those times begin nothing.
    """
    found = [(index, time) for index, line in enumerate(lines) if (time := _bare_time(line.text))]
    published = [(index, time) for index, time in found if not _tells_of_edit(lines, index)]
    groups = _page_time_apart(lines, _group_times(lines, published), published)
    if _is_sure_pair(lines, groups):
        return groups
    if len(published) < _FEWEST_BARE_TIMES:
        groups = _page_time_apart(lines, _group_times(lines, found), found)
    return groups if len(groups) >= _FEWEST_BARE_TIMES else []


def _is_page_time(times: Sequence[PrintedTime]) -> bool:
    """Whether the first time on a page may be its own: it alone has a day, over posts whose clocks run backwards.

    Pages leave out the day of today's posts, so that the newest post is hardly ever the only one that prints it.
    """
    first, *posts = times
    if first.day is None or any(time.day is not None for time in posts):
        return False
    clocks = [_clock(time) for time in posts]
    return sum(a >= b for a, b in pairwise(clocks)) * 2 >= len(clocks) - 1


def _begins_a_post(lines: Sequence[Line], groups: Sequence[_Group]) -> bool:
    """Whether the first time, which alone has a day, stands over a post of its own: with a headline and a sentence in the form of the posts below.

    A page's own time has the page's title above it, and below it at most an introduction, which has no headline, or a list. Where no
    post has a headline, what stands below is a post, too, unless it tells of the page.
    """
    own, newest, *_ = groups
    if _clock(own.time) < _clock(newest.time):
        return False
    told = lines[own.after : newest.first]
    if not any(_heads_below(lines, group.after) or _heads_above(lines, group.first) for group in groups[1:]):
        of_page = any(_CALLED_LIVE.search(line.text) for line in told)
        return _has_sentence(told) and not is_item(told[0].text) and not of_page
    if _heads_below(lines, own.after):
        others = [group for group in groups[1:] if group.after < len(lines)]
        alike = sum(_heads_below(lines, group.after) for group in others)
        begin, title = own.after + 1, own.first - 1
    else:
        alike = sum(_heads_above(lines, group.first) for group in groups[1:])
        begin, title = own.after, own.first - 2
        if not _heads_above(lines, own.first) or adjoins(lines, own.first - 1):
            return False
    told = lines[begin : newest.first]
    # What is copied from the newest post on has nothing above the headline that stands over its time.
    from_there = own.first == 0 or (
        title == -1 and not any(_CALLED_LIVE.search(line.text) for line in (lines[0], *told))
    )
    titled = from_there or any(
        _may_head(line.text) and not signed_line(line.text) for line in lines[: max(0, title + 1)]
    )
    return titled and alike * 2 > len(groups) - 1 and not is_item(told[0].text if told else "") and _has_sentence(told)


def _heads_below(lines: Sequence[Line], after: int) -> bool:
    """Whether the line below a time is a headline: no name, nor what stands over a page's key points."""
    text = lines[after].text if after < len(lines) else ""
    return _may_head(text) and not (is_person(text) or signed_line(text) or is_page_heading(text))


def _heads_above(lines: Sequence[Line], first: int) -> bool:
    return (
        first > 0
        and adjoins(lines, first)
        and _may_head(lines[first - 1].text)
        and not is_person(lines[first - 1].text)
    )


def _without_page_times(lines: Sequence[Line], groups: list[_Group]) -> list[_Group]:
    """The groups without those on top that tell of the page itself.

    That is the time it alone has (`_is_page_time`), unless it begins a post (`_begins_a_post`), when all of it was first published, with a time that stands before that,
    and the time of its last edit, over no words of its own: over nothing but furniture and who wrote, or over a newest post without a day.
    """
    if is_pinned(lines, groups[0].first):
        return groups
    if _is_page_time([time for _, _, time in groups]):
        return groups if _begins_a_post(lines, groups) else groups[1:]
    told = [index for index, line in enumerate(lines) if _FIRST.match(line.text) and _bare_time(line.text)]
    for number, group in enumerate(groups[:2]):
        if len(told) == 1 and group.first <= told[0] < group.after:
            # Over the second one stands that of the last edit, and of it no words.
            if number and _has_sentence(lines[groups[0].after : group.first]):
                break
            return groups[number + 1 :]
    own, newest = groups[:2]
    if own.time.day is None or _has_sentence(lines[: newest.first]):
        return groups
    edited = newest.time.day is None and _clock(own.time) >= _clock(newest.time)
    wordless = all(is_furniture(line.text) or signed_line(line.text) for line in lines[own.after : newest.first])
    return groups[1:] if edited or wordless else groups


def _may_head(text: str) -> bool:
    return looks_like_headline(text) and not (
        is_item(text) or has_mark(text) or is_furniture(text) or is_known_label(text)
    )


def _stands_above(lines: Sequence[Line], groups: Sequence[_Group]) -> bool:
    """Whether headlines (or authors) stand over the times; the lines that touch the times vote."""
    above = below = 0
    for first, after, _ in groups:
        above += adjoins(lines, first) and _may_head(lines[first - 1].text)
        below += adjoins(lines, after) and _may_head(lines[after].text)
    return above > below or groups[-1][1] >= len(lines)


def _is_headline_of_a_word(text: str, below: str) -> bool:
    """Whether a word alone below a time is the headline; over a headline it is a label, or the name of a section."""
    return (
        _WORD.fullmatch(text) is not None
        and not (is_known_label(text) or is_outlet(text) or is_furniture(text))
        and not looks_like_headline(below)
    )


def _has_headlines(lines: Sequence[Line], beside: Sequence[int]) -> bool:
    """Whether the lines beside the times of a page are mostly headlines; those that end in an abbreviation do not tell."""
    texts = [lines[index].text for index in beside if 0 <= index < len(lines)]
    heads = sum(_may_head(text) for text in texts)
    return heads > sum(ends_sentence(text) and not ends_abbreviated(text) for text in texts)


def _is_cut_short(text: str) -> bool:
    """Whether a line that ends in an abbreviation would else be a headline ("Curfew from 10 p.m.")."""
    return ends_abbreviated(text) and 2 <= count_words(text) <= _LONGEST_CUT_SHORT


def _header_above(lines: Sequence[Line], end: int, group: _Group, *, headed: bool = False) -> Header:
    first, after, time = group
    headline = label = author = None
    at = first
    if first > end and (
        looks_like_headline(lines[first - 1].text) or (headed and _is_cut_short(lines[first - 1].text))
    ):
        first = at = first - 1
        if is_person(lines[at].text):
            author = lines[at].text
        else:
            headline = lines[at].text
        if first > end and is_known_label(lines[first - 1].text):
            first, label = first - 1, lines[first - 1].text
    return Header(first, after, lines[at].n, lines[after - 1].n, headline, label, time, author=author)


def _header_below(lines: Sequence[Line], following: int, group: _Group, *, headed: bool = False) -> Header:
    """The header whose headline stands below the time; `headed` where most posts of the page have one there."""
    first, after, time = group
    headline = label = None
    at = first
    if first and is_known_label(lines[first - 1].text) and not is_page_heading(lines[first - 1].text):
        first, label = first - 1, lines[first - 1].text
    elif after < following and is_known_label(lines[after].text):
        label, after = lines[after].text, after + 1
    if after + 1 < following and (
        (looks_like_headline(lines[after].text) and not is_person(lines[after].text))
        or (headed and _is_cut_short(lines[after].text) and _has_sentence(lines[after + 1 : after + 2]))
        or (label is None and _is_headline_of_a_word(lines[after].text, lines[after + 1].text))
    ):
        headline, at, after = lines[after].text, after, after + 1
    elif label and label.casefold() in _LABELS_AS_HEADLINES:
        headline, label, at = label, None, after - 1
    return Header(first, after, lines[at].n, lines[after - 1].n, _headline(headline or ""), label, time)


def _past_furniture(lines: Sequence[Line], at: int, end: int) -> int:
    """Index of the first line that is neither furniture nor a label."""
    while at < end and (is_furniture(lines[at].text) or is_known_label(lines[at].text)):
        at += 1
    return at


def _signed_headline(lines: Sequence[Line], following: int, group: _Group) -> tuple[int, int] | None:
    """The indices of a name below a time and of the headline below that, over words of the post; None where it is no such header.

    Between both may stand what that person does, or where.
    """
    name = _past_furniture(lines, group.after, following)
    at = _past_furniture(lines, name + 1, following)
    if at + 1 >= following or not is_person(lines[name].text):
        return None
    if is_role(lines[at].text):
        at = _past_furniture(lines, at + 1, following)
    if at + 1 >= following:
        return None
    text = lines[at].text
    return (name, at) if _may_head(text) and not (is_person(text) or is_role(text)) else None


def _signed_headers(lines: Sequence[Line], begins: Sequence[int], groups: Sequence[_Group]) -> list[Header]:
    """The headers of a page that has who wrote between the time and the headline of most posts; empty for any other page."""
    signed = [_signed_headline(lines, following, group) for following, group in zip(begins, groups, strict=True)]
    if sum(found is not None for found in signed) * 2 <= len(groups):
        signed = [found if found and _role_between(lines, *found) else None for found in signed]
    if not any(signed):
        return []
    headers: list[Header] = []
    for following, group, found in zip(begins, groups, signed, strict=True):
        if found is None:
            headers.append(_header_below(lines, following, group))
            continue
        name, at = found
        first, _, time = group
        label = next((line.text for line in lines[group.after : at] if is_known_label(line.text)), None)
        headers.append(
            Header(
                first,
                at + 1,
                lines[at].n,
                lines[at].n,
                _headline(lines[at].text),
                label,
                time,
                author=lines[name].text,
                role=_role_between(lines, name, at),
            )
        )
    return headers


def _role_between(lines: Sequence[Line], name: int, headline: int) -> str | None:
    """What stands between a name and a headline of what that person does, which no headline is."""
    return next((line.text for line in lines[name + 1 : headline] if is_role(line.text)), None)


def _bare_headers(lines: Sequence[Line]) -> list[Header]:
    groups = _bare_groups(lines)
    if not groups:
        return []
    groups = _without_page_times(lines, groups)
    if _stands_above(lines, groups):
        ends = [0] + [after for _, after, _ in groups]
        headed = _has_headlines(lines, [group.first - 1 for group in groups])
        headers = [_header_above(lines, end, group, headed=headed) for end, group in zip(ends, groups, strict=False)]
        return _with_headlines_below(lines, headers)
    begins = [first for first, _, _ in groups[1:]] + [len(lines)]
    if signed := _signed_headers(lines, begins, groups):
        return signed
    headed = _has_headlines(lines, [group.after for group in groups])
    return [
        _header_below(lines, following, group, headed=headed) for following, group in zip(begins, groups, strict=True)
    ]


def _with_headlines_below(lines: Sequence[Line], headers: list[Header]) -> list[Header]:
    """The headers of a page that has who wrote over each time, with the headline below it, where most posts have one there."""
    signed = [header for header in headers if header.author and header.headline is None]
    headed = {header.first for header in signed if _heads_a_sentence(lines, header.body)}
    if len(signed) < len(headers) or len(headed) * 2 <= len(headers):
        return headers
    return [
        replace(header, headline=lines[header.body].text, body=header.body + 1, line=lines[header.body].n)
        if header.first in headed
        else header
        for header in headers
    ]


def _heads_a_sentence(lines: Sequence[Line], index: int) -> bool:
    """Whether a line may be the headline of the sentence below it."""
    return index + 1 < len(lines) and _may_head(lines[index].text) and _has_sentence(lines[index + 1 : index + 2])


def _in_four_figures(lines: Sequence[Line]) -> dict[int, Leading]:
    """The clocks in four figures ("1603: Minister resigns") that lines begin with, by index; none where they may be the years of a chronicle."""
    told: dict[int, Leading] = {}
    zoned = False
    for index, line in enumerate(lines):
        if (figures := _FOUR_FIGURES.match(line.text)) and (
            found := leading_time(f"{figures['hour']}:{figures['minute']}{line.text[figures.end('minute') :]}")
        ):
            told[index] = Leading(replace(found.time, text=figures[0].rstrip(": ")), found.rest)
            zoned = zoned or figures["zone"] is not None
        elif _ANY_FOUR_FIGURES.match(line.text):
            return {}  # "2095: ..." is a year, and so are those that might be clocks
    clocks = [_clock(found.time) for found in told.values()]
    rising = sum(a <= b for a, b in pairwise(clocks))
    falling = sum(a >= b for a, b in pairwise(clocks))
    ordered = max(rising, falling) >= len(clocks) - 2  # it may run over midnight
    certain = zoned or any(not _FIRST_YEARS <= clock <= _LAST_YEARS for clock in clocks)
    return told if len(told) >= _FEWEST_BARE_TIMES and ordered and certain else {}


def _opening_headers(lines: Sequence[Line]) -> list[Header]:
    headers: list[Header] = []
    bare: list[Header] = []
    in_figures = _in_four_figures(lines)
    for index, line in enumerate(lines):
        found = in_figures.get(index) or leading_time(line.text.lstrip("*•[( "))
        if found is None or not _has_clock(found.time) or not found.rest:
            continue
        rest = found.rest.lstrip("*]) ")
        separator = _SEPARATOR.match(rest)
        if separator is None and found.time.zone is None:
            told = rest.strip(" *")
            if (is_person(told) or is_known_label(told)) and _heads_a_sentence(lines, index + 1):
                label, author = (told, None) if is_known_label(told) else (None, told)
                at = lines[index + 1]
                bare.append(Header(index, index + 2, at.n, at.n, at.text, label, found.time, author=author))
            elif looks_like_headline(rest) and rest[0].isupper():
                bare.append(Header(index, index + 1, line.n, line.n, rest.strip(" *"), None, found.time))
            continue
        words = rest[separator.end() if separator else 0 :].strip(" *")
        headline = words if looks_like_headline(words) else None
        opening = "" if headline else words
        headers.append(Header(index, index + 1, line.n, line.n, headline, None, found.time, opening))
    if len(headers) >= _FEWEST_BARE_TIMES:
        return headers
    return bare if _run_backwards(lines, bare) else []


def _run_backwards(lines: Sequence[Line], headers: Sequence[Header]) -> bool:
    """Whether times before headlines, with nothing between, are those of posts: they run backwards, over midnight at most once, with sentences below each.

    A programme, a diary and what somebody did on a day run forwards, or are lists.
    """
    if len(headers) < _FEWEST_BARE_TIMES:
        return False
    clocks = [_clock(header.time) for header in headers]
    forwards = sum(a < b for a, b in pairwise(clocks))
    ends = [*(header.first for header in headers[1:]), len(lines)]
    told = all(_has_sentence(lines[header.body : end]) for header, end in zip(headers, ends, strict=True))
    return told and (forwards == 0 or (forwards == 1 and clocks[-1] > clocks[0]))


def _closing_headers(lines: Sequence[Line]) -> list[Header]:
    """The headers of posts whose time ends the line of the headline ("Gates open, 14:49"); none where they are no posts by their order."""
    headers: list[Header] = []
    for index, line in enumerate(lines):
        if len(line.text) > _LONGEST_HEADLINE:
            continue
        for place in _BEFORE_CLOSING_CLOCK.finditer(line.text):
            headline, time = line.text[: place.start()].rstrip(), line_time(line.text[place.end() :])
            if time is not None and _has_clock(time) and looks_like_headline(headline):
                headers.append(Header(index, index + 1, line.n, line.n, headline, None, time))
                break
    return headers if _run_backwards(lines, headers) else []


def _minutes_ago(text: str) -> int:
    """An age in minutes, for comparing two of a page."""
    return sum(int(number) * _MINUTES[unit.casefold()] for number, unit in _AGE_PART.findall(text))


def _aged_headers(lines: Sequence[Line]) -> list[Header]:
    """The headers of posts that say no more of their time than how long ago it was ("4 min ago"); their times are empty but for these words.

    Comments below an article and lists of other stories say that, too: here nothing is told above the first, and the posts run backwards.
    """
    ages = [index for index, line in enumerate(lines) if len(line.text) <= _LONGEST_CLOCK and _AGO.fullmatch(line.text)]
    if len(ages) < _FEWEST_BARE_TIMES or _has_sentence(lines[: ages[0]]):
        return []
    minutes = [_minutes_ago(lines[index].text) for index in ages]
    if any(newer > older for newer, older in pairwise(minutes)) or minutes[0] == minutes[-1]:
        return []
    groups = [_Group(index, index + 1, PrintedTime(lines[index].text)) for index in ages]
    above = _stands_above(lines, groups)
    begins = [group.first - above for group in groups]
    ends = [*begins[1:], len(lines)]
    if not all(_has_sentence(lines[group.after : end]) for group, end in zip(groups, ends, strict=True)):
        return []
    if above:
        heads = [_header_above(lines, end, group) for end, group in zip([0, *ends], groups, strict=False)]
        return heads if all(header.headline for header in heads) else []
    return [_header_below(lines, end, group) for group, end in zip(groups, ends, strict=True)]


def _is_programme(lines: Sequence[Line], headers: Sequence[Header]) -> bool:
    """Whether times are those of a programme or a chronicle in an article: they run forwards under words of its own, mostly a line each.

    A page that calls itself live may run forwards, too.
    """
    if not headers or any(header.time.day is not None for header in headers):
        return False
    above = lines[: headers[0].first]
    if not _has_sentence(above) or any(
        _CALLED_LIVE.search(line.text) for line in above if not ends_sentence(line.text)
    ):
        return False
    single = 0
    for header, following in pairwise(headers):
        between = lines[header.body : following.first]
        headed = any(_is_day(line.text.lstrip("# ")) for line in between)
        if not headed and _clock(header.time) >= _clock(following.time):
            return False
        told = header.line == header.last_line and header.headline is None and not header.opening
        single += len(between) - headed <= told
    return single * 2 > len(headers) - 1


def _is_day(text: str) -> bool:
    time = line_time(text)
    return time is not None and time.day is not None and not _has_clock(time)


def closing_signature(text: str) -> tuple[str, PrintedTime] | None:
    """Who wrote and when, in a line that ends a post ("Ada Muster9 June 2026 15:20"); None for any other line."""
    found = _SIGNED_BELOW.fullmatch(text) if len(text) <= _LONGEST_SIGNATURE else None
    if found is None or not is_person(found["name"].rstrip(" ,|·")):
        return None
    time = line_time(found["time"])
    return (found["name"].rstrip(" ,|·"), time) if time and _has_clock(time) and time.day is not None else None


def _closed_headers(lines: Sequence[Line]) -> list[Header]:
    """The headers of posts that end with who wrote them and when; none where not each such line has words above it."""
    closing = [(index, signed) for index, line in enumerate(lines) if (signed := closing_signature(line.text))]
    if len(closing) < _FEWEST_CLOSED:
        return []
    headers: list[Header] = []
    before = -1
    for index, (name, time) in closing:
        first = before + 1
        if before < 0:
            ages = [at for at in range(index) if _AGO.fullmatch(lines[at].text)]
            heads = [
                at for at in range(index - 1) if _may_head(lines[at].text) and _has_sentence(lines[at + 1 : at + 2])
            ]
            first = ages[-1] if ages else heads[-1] if heads else index
        at = _past_furniture(lines, first, index)
        headed = at < index and _may_head(lines[at].text) and not is_known_label(lines[at].text)
        body = at + 1 if headed else at
        if not _has_sentence(lines[body:index]):
            return []
        line = lines[min(at, index)]
        headers.append(
            Header(
                first,
                body,
                line.n,
                lines[max(first, body - 1)].n,
                _headline(line.text) if headed else None,
                None,
                time,
                author=name,
            )
        )
        before = index
    return headers


def _skipped_headers(lines: Sequence[Line]) -> list[Header]:
    """The headers of posts over each of which stands a link past it, for who hears the page, with the headline that follows below the date.

    Such a page may print days alone.
    """
    headers: list[Header] = []
    for index, line in enumerate(lines[:-2]):
        skips = _SKIPS.fullmatch(line.text) if len(line.text) <= _LONGEST_HEADLINE else None
        if skips is None or lines[index + 2].text != skips["headline"]:
            continue
        time = line_time(_NUMBERS_BEFORE.sub("", lines[index + 1].text, count=1))
        if time is not None and time.day is not None:
            at = lines[index + 2]
            headers.append(Header(index, index + 3, at.n, at.n, _headline(at.text), None, time))
    return headers if len(headers) >= _FEWEST_SKIPPED else []


def _without_plus_signs(line: Line) -> Line:
    """The line without the plus signs that German tickers put around a headline ("+++ 14:40 Uhr: Minister tritt zurück +++")."""
    if not line.text.startswith("++") or not line.text.endswith("++"):
        return line
    return Line(line.n, line.text.strip("+ ") or line.text)


def lines_of(text: str) -> list[Line]:
    """The lines of a text in which headers are looked for: of Markdown the words alone, where these show as many posts as the text itself."""
    raw = [_without_plus_signs(line) for block in blocks_of(text) for line in block]
    if not is_markdown(text):
        return raw
    words = [line for block in unmarked(text).blocks for line in block]
    return words if len(find_headers(words)) >= len(find_headers(raw)) else raw


def find_headers(lines: Sequence[Line]) -> list[Header]:
    """The beginnings of a live page's posts in its own order; empty when the lines are no live page."""
    if told := _glued_headers(lines) or _skipped_headers(lines) or _closed_headers(lines):
        return told
    headers = _bare_headers(lines) or _opening_headers(lines) or _closing_headers(lines)
    return [] if _is_programme(lines, headers) else headers or _aged_headers(lines)
