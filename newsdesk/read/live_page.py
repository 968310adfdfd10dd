"""A live page that was copied as text: its posts with headline, label, byline, captions and body, in the page's order."""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsdesk.model import Post, Source, SourceKind
from newsdesk.read.captions import sort_captions
from newsdesk.read.furniture import is_furniture, without_link_marks, without_related
from newsdesk.read.labels import is_known_label, is_label
from newsdesk.read.layout import Block, Line, blocks_of, body, is_item, is_wrapped, unwrapped
from newsdesk.read.live_headers import Header, find_headers, looks_like_headline
from newsdesk.read.names import Byline, is_outlet, is_person, is_role, signed_line
from newsdesk.read.publishers import publisher_of_page, without_house
from newsdesk.read.times import introduced_time

_CAPTION_MARK = re.compile(r"(?:Media|Image|Video) caption,?$")
_STAFF = re.compile(r"(?:Edited|Reporting|Written|Updated|Published|Live reporting) by\b", re.IGNORECASE)
_HEADINGS = {"summary", "live reporting", "live", "key points", "key events", "what we know", "at a glance"}

_MOST_BYLINES = 5


def _adjacent(lines: Sequence[Line], index: int) -> bool:
    """Whether a line follows the one before it without a blank line."""
    return 0 < index < len(lines) and lines[index].n == lines[index - 1].n + 1


def _split_label(header: Header, lines: list[Line]) -> tuple[str | None, list[Line]]:
    """A label on the line right behind the header ("Breaking"), and the lines without it."""
    if header.label or not lines or lines[0].n != header.last_line + 1 or not is_label(lines[0].text):
        return header.label, lines
    text = lines[0].text
    stands_alone = not _adjacent(lines, 1)
    if is_outlet(text) or not (stands_alone or text.casefold() in {"breaking", "breaking news", "analysis"}):
        return None, lines
    return text, lines[1:]


def _is_of_the_story(name: str, header: Header, rest: Sequence[Line]) -> bool:
    """Whether a person is talked about in the post, so that the name alone describes a picture and signs nothing."""
    surname = name.rstrip(",").split()[-1]
    return surname in (header.headline or "") or any(surname in line.text for line in rest)


def _split_byline(header: Header, lines: list[Line]) -> tuple[Byline | None, list[Line]]:
    """Who wrote the post, by the lines that it begins with, and the lines without them."""
    bylines = [Byline(header.author)] if header.author else []
    while lines and len(bylines) < _MOST_BYLINES:
        text = lines[0].text
        role = lines[1].text if len(lines) > 1 else ""
        if (is_person(text) or (is_outlet(text) and _adjacent(lines, 1))) and is_role(role):
            bylines.append(Byline(text, role))
            lines = lines[2:]
        elif bylines:
            break
        elif signed := signed_line(text):
            bylines.append(signed)
            lines = lines[1:]
        elif len(lines) > 1 and (
            (is_outlet(text) and not _adjacent(lines, 1))
            or (is_person(text) and not _is_of_the_story(text, header, lines[1:]))
        ):
            bylines.append(Byline(text))
            lines = lines[1:]
        else:
            break
    if not bylines:
        return None, lines
    roles = [byline.role for byline in bylines if byline.role]
    return Byline(", ".join(byline.name for byline in bylines), ", ".join(roles) or None), lines


def _paragraphs(lines: list[Line], *, wrapped: bool) -> list[Line]:
    """The lines of a post's body; lines that were wrapped at a width are joined."""
    if not wrapped:
        return lines
    blocks: list[Block] = []
    for index, line in enumerate(lines):
        if _adjacent(lines, index):
            blocks[-1].append(line)
        else:
            blocks.append([line])
    return [line for block in blocks for line in unwrapped(block)]


def _is_note(text: str) -> bool:
    """Whether a line belongs to the page: furniture, or when a post was edited."""
    if is_furniture(text):
        return True
    edited = introduced_time(text)
    return edited is not None and not edited.rest


def _post(n: int, header: Header, lines: list[Line], *, wrapped: bool) -> Post:
    label, lines = _split_label(header, [line for line in lines if not _is_note(line.text)])
    byline, lines = _split_byline(header, lines)
    if header.opening:
        lines = [Line(header.last_line, header.opening), *lines]
    sorted_lines = sort_captions(_paragraphs(lines, wrapped=wrapped))
    return Post(
        n=n,
        text=without_link_marks(body(line.text for line in sorted_lines.body)),
        headline=header.headline,
        label=label,
        byline_name=byline.name if byline else None,
        byline_role=byline.role if byline else None,
        captions=sorted_lines.captions,
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
        if heading is None and usable and plain.casefold() not in _HEADINGS and not signed_line(plain):
            heading = plain
    with_headline = [post for post in posts if post.headline]
    newest = max(with_headline, key=_moment, default=None)
    return heading or (newest.headline if newest else None)


def _moment(post: Post) -> tuple[int, ...]:
    """A post's printed time for comparing posts of one page, the earlier post in the page first among equals."""
    time = post.printed_time
    assert time is not None  # every post of a live page begins with a time
    return (time.year or 0, time.month or 0, time.day or 0, time.hour or 0, time.minute or 0, -post.n)


def read_live_page(text: str) -> tuple[Source, tuple[Post, ...]]:
    """The posts of a cleaned text that was detected as a live page. The source has no origin yet."""
    blocks = blocks_of(text)
    lines = [line for block in blocks for line in block]
    headers = find_headers(lines)
    wrapped = is_wrapped(blocks)
    lines = lines[: headers[-1].body] + without_related(lines[headers[-1].body :])
    ends = [header.first for header in headers[1:]] + [len(lines)]
    posts = tuple(
        _post(n, header, lines[header.body : end], wrapped=wrapped)
        for n, (header, end) in enumerate(zip(headers, ends, strict=True), 1)
    )
    signatures = [words for post in posts for words in (post.byline_name, post.byline_role) if words]
    publisher = publisher_of_page(signatures, [post.text for post in posts])
    title, house = without_house(_title(lines[: headers[0].first], posts) or "")
    return Source(SourceKind.LIVE_PAGE, "", title=title or None, publisher=publisher or house), posts
