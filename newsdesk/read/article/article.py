"""An article copied or saved as text: one post.

Above the words of an article stand its section, headline, date, byline and pictures, in any order; below it notices and
credits. They are told by form and place. What is left is the body, subheads included.
"""

from __future__ import annotations

import re
from collections.abc import Container, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.read.article.frame import Frame, dated_byline, is_section
from newsdesk.read.article.front_matter import front_matter
from newsdesk.read.labels import label_among
from newsdesk.read.lines import markdown
from newsdesk.read.lines.captions import CERTAIN, has_mark, sort_captions
from newsdesk.read.lines.furniture import is_furniture, without_inserts, without_link_marks, without_related
from newsdesk.read.lines.layout import (
    Block,
    Line,
    blocks_of,
    body,
    count_words,
    ends_sentence,
    is_item,
    is_wrapped,
    unwrapped,
)
from newsdesk.read.lines.pictures import picture_weight
from newsdesk.read.live.headers import looks_like_headline
from newsdesk.read.names import Byline, is_person, is_role, signed_line
from newsdesk.read.publishers import publisher_of_article, without_house
from newsdesk.read.times.printed import introduced_time, leading_time, line_time, read_time
from newsdesk.read.times.recorded import date_of_record

_HEAD_LINES = 25
"""Lines in which the body must have begun."""
_FOOT_LINES = 12
_BELOW_SUBTITLE = 6
"""Lines after a subtitle within which byline or date stand."""
_MOST_SECTIONS = 3
_MOST_PLACE = 4
"""Words."""
_RULE = late_pattern(r"(?:[^\w\s\"“”‘’'?!]|_){1,3}(?: ?(?:[^\w\s\"“”‘’'?!]|_)){0,4}")
"""Lines that part an article and say nothing: "---", "* * *", "·"."""
_REPORTING_FROM = "Reporting from"
_LONGEST_INTRODUCTION = 30
"""Characters of "Originally published on:"."""
_ITEM_OF_HEAD = late_pattern(r"[•*-]\s+(?=(?:published|updated|posted|date|by|author|written by)\b)", re.IGNORECASE)
_PARAGRAPH_WORDS = 12
_NAMES_AND_PLACE = late_pattern(r"(?P<one>[^,]{3,50}?) in (?P<place>[A-Z][^,]{2,30}?) and (?P<other>[^,]{3,50})")
_NAME_AT_PLACE = late_pattern(r"(?P<name>[^,]{3,60}?) (?P<place>(?:in|at|outside|aboard) (?:the )?[A-Z].{1,39})")
_NAME_AND_ROLE = late_pattern(
    r"(?P<name>[A-Z][\w’'-]+ (?:(?:de|da|van|von|der|den|al|el|bin) ){0,2}[A-Z][\w’'-]+)"
    r" (?P<role>(?:[\w’'&-]+ ){0,6}(?:editor|correspondent|reporter|columnist|critic))"
)
"""As in "Ada Muster North of England correspondent": the name has two words, as most have."""
_DATELINE = late_pattern(
    r"[A-Z][A-Z .'’/-]{1,30}(?:, [A-Z][\w .'’-]{1,30})?,? (?P<date>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)"
    r"\.?\s*(?:\([^()]{2,40}\)|/[A-Z]{2,12}/)?\s*[-–—:.]"
)

_STAMPED = late_pattern(
    r"(?:[A-Z][A-Z .'’/-]{1,30}(?:, [A-Z][\w .'’-]{1,30})? )?\((?P<house>[^()]{2,40})\) ?[-–—] ?(?P<date>.{5,60})"
)
"""A dateline with the moment, over the words: "MARLOW (Union Wire) - Nov 27, 2026 - 5:05 PM EST"."""
_MOST_SIGNED = 12
"""Words of a byline."""
_LONGEST_HEADLINE = 20
"""Words of a headline that ends like a sentence."""


def _is_paragraph(text: str) -> bool:
    """Whether a line is prose of the body and can be nothing else: long enough, and ended like a sentence."""
    words = count_words(text[:400])
    return (words >= _PARAGRAPH_WORDS and ends_sentence(text) and not text.endswith(":")) or words >= 35


def _frame_goes_on(lines: Sequence[Line]) -> bool:
    """Whether a byline or a date follows before the next paragraph, so that the one before them is a subtitle."""
    for index, line in enumerate(lines):
        if introduced_time(line.text) or line.text.startswith(("By ", "BY ")) or dated_byline(line.text):
            return True
        leading = leading_time(line.text) if len(line.text) < 80 else None
        if leading and leading.time.day and len(leading.rest.split()) <= 3:
            return True
        if is_person(line.text) and index + 1 < len(lines) and is_role(lines[index + 1].text):
            return True
        if _is_paragraph(line.text) and not has_mark(line.text):
            return False
    return False


def _bare_byline(text: str, following: str) -> Byline | None:
    """A name that stands alone under a headline; with a place ("Ada Muster in Oslo", "at the Quay Stadium") only over a date."""
    if (several := _NAMES_AND_PLACE.fullmatch(text)) and is_person(several["one"]) and is_person(several["other"]):
        return Byline(f"{several['one']} and {several['other']}", f"in {several['place']}")
    if (joined := _NAME_AND_ROLE.fullmatch(text)) and is_person(joined["name"]) and is_role(joined["role"]):
        return Byline(joined["name"], joined["role"])
    if is_person(text):
        return Byline(text)
    placed = _NAME_AT_PLACE.fullmatch(text)
    if placed is None or not is_person(placed["name"]) or not leading_time(following):
        return None
    return Byline(placed["name"], placed["place"])


def _headline_follows(lines: Sequence[Line]) -> bool:
    """Whether a headline comes next, perhaps under further sections ("Politics", "Europe").

    Two words over a byline, a date or the body are themselves the headline.
    """
    for line in lines[:_MOST_SECTIONS]:
        if _is_paragraph(line.text) or line.text.startswith(("By ", "BY ")) or leading_time(line.text):
            return False
        if len(line.text.split()) > 2:
            return looks_like_headline(line.text)
    return False


def _introduces(text: str, below: str) -> bool:
    """Whether a line is nothing but what introduces the date on the line below it ("Updated")."""
    if len(text) > _LONGEST_INTRODUCTION or introduced_time(text):
        return False
    found = introduced_time(f"{text} {below}")
    return found is not None and not found.rest


def _heads_byline(text: str, following: str) -> bool:
    """Whether the first line of an article is its headline though it ends like a sentence: who wrote it stands right below."""
    signed = following.startswith(("By ", "BY ")) and len(following.split()) <= _MOST_SIGNED
    return signed and count_words(text) <= _LONGEST_HEADLINE and not introduced_time(text)


def _day_headings(lines: Sequence[Line]) -> dict[int, PrintedTime]:
    """Numbers and days of the lines that are days as headings over what they bring ("Monday 16 November"), as a diary has them.

    There are at least two, of different days, each over words; a date alone is that of the article, and so is one with a year
    over the words of an article that has none yet, one under "Updated", and those of other stories. One over a byline is that of
    the article, too, unless the byline has a whole date of its own or other days stand over bylines: then it heads an entry of a diary.
    """
    told = without_related(without_inserts(list(lines)))
    days: dict[int, PrintedTime] = {}
    entries: dict[int, PrintedTime] = {}
    dated = False
    for index, (line, below) in enumerate(pairwise(told)):
        above = told[index - 1].text if index else ""
        time = read_time(line.text)
        if time is None or time.day is None or time.hour is not None or line_time(below.text):
            continue
        if _introduces(above, line.text):
            continue
        if not _is_signature(below.text):
            days[line.n] = time
        elif time.year is None:
            entries[line.n] = time
            dated = dated or _stamp_of(told[index + 1 : index + 3]) is not None
    if dated or len(_days_in(entries)) > 1:
        days |= entries
    return days if len(_days_in(days)) > 1 else {}


def _days_in(times: Mapping[int, PrintedTime]) -> set[tuple[int | None, int | None]]:
    return {(time.month, time.day) for time in times.values()}


def _is_signature(text: str) -> bool:
    return is_person(text) or signed_line(text) is not None or dated_byline(text) is not None


def _stamp_of(lines: Sequence[Line]) -> PrintedTime | None:
    """The whole date that stands in a byline or right below it."""
    for line in lines:
        both = dated_byline(line.text)
        time = line_time(both.date if both else line.text)
        if time is not None and time.year is not None and time.day is not None:
            return time
    return None


def _take_entry(lines: Sequence[Line], frame: Frame) -> int:
    """Read the byline and the date below the first heading of a diary into the frame; how many lines they take."""
    index = 0
    while index < min(len(lines), 2) and (_is_signature(lines[index].text) or _stamp_of(lines[index : index + 1])):
        text = lines[index].text
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        taken = frame.take_line(text, following)
        if not taken:
            break
        index += taken
    return index


def _take_head(
    lines: Sequence[Line], headings: AbstractSet[int], days: Mapping[int, PrintedTime], frame: Frame
) -> list[Line]:
    """Read what stands over the body into the frame; the lines of the body, a subtitle included."""
    kept: list[Line] = []
    index = 0
    while index < min(len(lines), _HEAD_LINES):
        line = lines[index]
        if frame.headline and line.n in days and (line.n in headings or frame.time or not days[line.n].year):
            below = index + 1
            return [*kept, line, *lines[below + _take_entry(lines[below:], frame) :]]
        text = line.text
        following = lines[index + 1].text if index + 1 < len(lines) else ""
        index += 1
        titled = frame.headline is not None
        if (
            text == _REPORTING_FROM and 0 < len(following.split()) <= _MOST_PLACE and following[0].isupper()
        ) or _introduces(text, following):
            text, following, index = f"{text} {following}", "", index + 1
        text = _ITEM_OF_HEAD.sub("", text)
        if text == frame.headline or text in frame.captions or is_furniture(text):
            frame.others.append(text)
            continue
        if has_mark(text):
            kept.append(line)  # goes with the other captions
        elif text == following and titled and is_person(text):
            continue  # once as the picture's description, and once more as who it shows: the author
        elif text == following and not _is_paragraph(text):
            frame.captions.append(text)  # twice in a row: a picture's description and its caption
        elif not titled and not kept and _heads_byline(text, following):
            frame.headline, frame.line = text, line.n
        elif frame.published is None and (stamped := _STAMPED.fullmatch(text)) and (time := line_time(stamped["date"])):
            frame.published = time
            frame.publisher = frame.publisher or stamped["house"]
        elif _is_paragraph(text) and not (
            titled and not kept and _frame_goes_on(lines[index : index + _BELOW_SUBTITLE])
        ):
            return [*kept, *lines[index - 1 :]]
        elif line.n in headings and not titled:
            frame.headline, frame.line = text, line.n
        elif taken := frame.take_line(text, following):
            index += taken - 1
        elif not titled and is_section(text) and _headline_follows(lines[index:]):
            frame.others.append(text)
            frame.label = frame.label or label_among([text])
        elif not titled and looks_like_headline(text):
            frame.headline, frame.line = text, line.n
        elif titled and frame.byline is None and (signed := _bare_byline(text, following)):
            frame.byline = signed
        elif titled and not is_item(text) and not ends_sentence(text) and picture_weight(text, "") >= CERTAIN:
            frame.captions.append(text)
        else:
            kept.append(line)
    return [*kept, *lines[index:]]


def _without_foot(lines: list[Line], days: Container[int], frame: Frame) -> list[Line]:
    """Read what stands under the body into the frame; the lines of the body, where days that are headings stay."""
    lines = without_related(without_inserts(lines))
    end = len(lines)
    while (
        end > max(1, len(lines) - _FOOT_LINES) and lines[end - 1].n not in days and frame.take_note(lines[end - 1].text)
    ):
        end -= 1
    return lines[:end]


def _below(blocks: Sequence[Block], n: int) -> list[Block]:
    """The blocks without the lines up to one with that number."""
    return [below for block in blocks if (below := [line for line in block if line.n > n])]


def read_article(text: str) -> tuple[Source, tuple[Post, ...]]:
    """The one post of a cleaned article. The source has no origin yet; its time is the article's."""
    frame = Frame()
    blocks = blocks_of(text)
    headings: frozenset[int] = frozenset()
    matter = front_matter(text)
    frame.take_front_matter(matter)
    blocks = _below(blocks, matter.ends)
    above = [line for block in blocks[:_HEAD_LINES] for line in block]
    if named := frame.take_named_lines(above):
        blocks = _below(blocks, above[named - 1].n)
    if blocks and markdown.is_markdown(text):
        first = blocks[0][0].n
        blocks, headings, pictures = markdown.unmarked(text.split("\n", first - 1)[-1], first)
        frame.captions += pictures
    wrapped = is_wrapped(blocks)
    lines = [line for block in blocks for line in (unwrapped(block) if wrapped else block)]
    lines = [line for line in lines if not _RULE.fullmatch(line.text)]
    days = _day_headings(lines)
    rest = _without_foot(_take_head(lines, headings, days, frame), days, frame)
    rest = [line for line in rest if not is_furniture(line.text)]
    told = sort_captions(rest, certain=True)
    if not told.body:  # a headline over nothing is no headline, and captions alone were the words
        told = told._replace(body=lines, captions=())
        frame.captions.clear()
        frame.headline = frame.line = None
    words = without_link_marks(body(line.text for line in told.body))
    dateline = _DATELINE.match(words)
    dated = leading_time(dateline["date"]) if dateline else None
    headline, house = without_house(frame.headline or "")
    signatures = [signature for signature in frame.byline or () if signature]
    publisher = frame.publisher or house or publisher_of_article([*frame.others, *told.captions], signatures, words)
    post = Post(
        n=1,
        text=words,
        headline=headline or None,
        label=frame.label,
        byline_name=frame.byline.name if frame.byline else None,
        byline_role=frame.byline.role if frame.byline else None,
        captions=tuple(dict.fromkeys([*frame.captions, *told.captions])),
        line=frame.line or (told.body[0].n if told.body else None),
    )
    time = frame.time or (dated.time if dated else None) or date_of_record(headline)
    source = Source(
        SourceKind.ARTICLE, "", title=post.headline, publisher=publisher, printed_time=time, link=frame.link
    )
    return source, (post,)
