"""Mails and newsletters as files (.eml), and several in one (mbox): each becomes a post, and so does a mail that another forwards.

Taken apart by Python's `email` with its modern policy. That reads long headers in time that grows with the square of their
length, so they are cut; how many parts a mail may have, and how deep they may lie, is bounded. Attachments are named with the
captions and never opened.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from email import message_from_bytes
from email.message import EmailMessage, Message
from email.policy import EmailPolicy
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple, cast

from newsdesk.clean import clean, clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, PrintedTime, Source, SourceKind
from newsdesk.read.decode import decode, wide_encoding
from newsdesk.read.errors import UnreadableError
from newsdesk.read.lines.html_text import html_to_plain
from newsdesk.read.lines.layout import Block, blocks_of, body, is_wrapped, unwrapped
from newsdesk.read.links import safe_link
from newsdesk.read.mail.furniture import is_mail_furniture, without_mail_furniture
from newsdesk.read.mail.head import FORWARDED, FORWARDED_KEY, heads_a_mail, told_below
from newsdesk.read.names import is_outlet, is_person
from newsdesk.read.times.printed import leading_time

_MBOX_LINE = re.compile(rb"(?:\A|\n)From [^\n]{0,200}\b(?:19|20)\d\d(?: [+-]\d{4})?\s*\n(?=[A-Za-z][\w-]*:)")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_HEADER = 1_000
_LONGEST = {"subject": 4_000, "content-type": 400, "content-disposition": 400}
"""Characters of a header that are read."""
_MOST_BOUNDARIES = 20_000
_MOST_MULTIPARTS = 60
_MOST_PARTS = 500
_MOST_MAILS = 5_000
_LONGEST_PLAIN = 2_000_000
"""Characters of one plain part that are read."""
_PLEASANTRY = late_pattern(
    r"""(?:(?:hi|hello|hey|dear|good[ ](?:morning|afternoon|evening))\b(?:[ ][\w.’'-]+){0,4} | f\.?y\.?i(?:[ ,:–—-]+see[ ](?:below|attached))? | (?:please[ ])?(?:see|find|look|check)(?:[ ](?:the|an?|attached|enclosed|e-?mail|message|mail|this|it|out))*(?:[ ](?:below|attached|above|enclosed))?
      | (?:for|as)[ ](?:your|you)[ ](?:information|records?|reference|requested|asked) | as[ ](?:discussed|requested|promised) | forward(?:ed|ing)(?:[ ]\w+){0,3} | (?:many[ ])?thanks?(?:[ ](?:you|a[ ]lot|again|so[ ]much|in[ ]advance))* | cheers
      | (?:(?:all[ ]the[ ])?best|kind|warm|with[ ]best|with[ ]kind|best)?[ ]?(?:regards|wishes|best)|all[ ]the[ ]best|yours(?:[ ]\w+)? | any[ ]thoughts | thoughts)[\s,.!?:–—-]*""",
    re.VERBOSE | re.IGNORECASE,
)
"""What people write over a mail that they pass on and that says nothing of it."""
_FEWEST_WORDS = 3
"""Words of a note over a forwarded mail that tell something; fewer are a name or a sign."""
_MUCH_MORE = 3
"""How many times as long as the HTML a mail's plain text must be to be read in its place."""
_FORWARDS = late_pattern(r"(?:(?:fwd?|wg|tr|rv|i)\s?:\s*)+", re.IGNORECASE)
_FROM_HOUSE = late_pattern(r"(?P<name>.{2,80}?),? (?:from|at|of|\||@) (?P<house>.{2,80})")
_FAMILY_FIRST = late_pattern(r"(?P<family>[^\W\d_][\w’'-]+), (?P<given>[^\W\d_][\w’'.-]+(?: [^\W\d_][\w’'.-]*)?)")
"""As offices write the names of their people."""
_BY_WAY_OF = late_pattern(r"\s+(?:via|\(via) .{2,60}$")
_ADDRESS_BEHIND = late_pattern(r"\s*[<\[(][^<>\[\]()]{0,200}@[^<>\[\]()]{0,200}[>\])].*$")
_ADDRESS = late_pattern(r"[\w.+-]{1,100}@[\w.-]{1,200}")
_NOBODYS_BOX = late_pattern(
    r"(?:press|news\w*|no-?reply|do-?not-?reply|info|hello|hi|mail|contact|team|updates?|editors?|editorial|subscriptions?|support|marketing|media|office"
    r"|alerts?|notifications?|bulletin|digest|letters?|daily|weekly|communications|pr|admin|service|members?)(?:[.+_-].*)?"
)
"""Mail boxes that are a house's."""
_HOUSE = late_pattern(
    r"\b(?:The|News\w*|Letters?|Playbook|Brief(?:ing)?|Daily|Weekly|Morning|Evening|Digest|Report|Dispatch|Updates?|Bulletin|Review|Today|Team|Office"
    r"|Group|Council|Ministry|Department|University|Institute|Foundation|Cent(?:er|re)|Company|Ltd|Inc|Union|Party|Politics|Media|Network|Project|Club"
    r"|Alerts?|Support|Podcast|Newsroom|Notes|[A-Z]{3,})\b"
)
"""Words of a house's name, not of a person's."""
_BARE_LINKS = late_pattern(
    r" ?(?:\(\s*https?://[^\s()]{1,4000}\s*\)|<\s*https?://[^\s<>]{1,4000}\s*>|\[\s*https?://[^\s\[\]]{1,4000}\s*\])"
)
_QUOTED = late_pattern(r"(?:> ?)+")
_SOFT_BREAK = late_pattern(r"(?<!\n--) \n ?")
"""Where a paragraph goes on in the next line, by RFC 3676."""
_SIGNATURE = "--"
_ONLY_LINK = late_pattern(r"\W*https?://\S+\W*")
_ON_THE_WEB = late_pattern(
    r"(?:view|read)\b.{0,40}\b(?:web|online|browser)\b[^\n]{0,20}\s(?P<link>https?://[^\s()<>\[\]]{4,2000})",
    re.IGNORECASE,
)
_LISTED_LINK = late_pattern(r"<(?P<link>https?://[^<>\s]{4,2000})>")
_TOO_MANY = "this mail has more parts inside each other than can be read; open it, copy its text, and add that"
_ENCRYPTED = {"application/pgp-encrypted", "application/pkcs7-mime", "application/x-pkcs7-mime"}


class _Bounded(EmailPolicy):
    """The modern policy with short headers, and words in raw bytes as those of a file."""

    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        longest = _LONGEST.get(name.lower(), _LONGEST_HEADER)
        return name, decode(value[:longest].encode("ascii", "surrogateescape")) if not value.isascii() else value[
            :longest
        ]


_POLICY = _Bounded()


class _Heading(NamedTuple):
    """What a mail says of itself."""

    subject: str = ""
    sender: str = ""
    """The name of who sent it, without the address."""
    address: str = ""
    time: PrintedTime | None = None


@dataclass(slots=True)
class _Content:
    """What the parts of one mail hold."""

    lines: list[str] = field(default_factory=list)
    """Paragraphs and list items ("• ")."""
    captions: list[str] = field(default_factory=list)
    attached: list[str] = field(default_factory=list)
    forwarded: list[EmailMessage] = field(default_factory=list)
    link: str | None = None
    encrypted: bool = False
    parts: int = 0


def _parsed(data: bytes) -> EmailMessage:
    """One mail.

    Raises:
        UnreadableError: It has too many parts, or they lie too deep.
    """
    multiparts = len(re.findall(rb"^content-type:\s*(?:multipart|message)/", data, re.MULTILINE | re.IGNORECASE))
    if data.count(b"\n--") > _MOST_BOUNDARIES or multiparts > _MOST_MULTIPARTS:
        raise UnreadableError(_TOO_MANY)
    try:
        return cast("EmailMessage", message_from_bytes(data, policy=_POLICY))
    except RecursionError:
        raise UnreadableError(_TOO_MANY) from None


def _header(message: Message, name: str) -> str:
    """One line of a header; empty where it is missing or so damaged that `email` stumbles over it."""
    try:
        value = message.get(name)
        return clean_line(str(value)) if value is not None else ""
    except Exception:  # noqa: BLE001  # what it may raise over a hostile header is not documented
        return ""


class _Kind(NamedTuple):
    """What the headers of a part say of it."""

    type: str
    charset: str | None = None
    attached: bool = False
    name: str | None = None
    flowed: bool = False


def _kind_of(part: Message) -> _Kind:
    try:
        kind: Any = part.get("content-type")  # each look reads the header anew
        placed: Any = part.get("content-disposition")
        said = dict(kind.params) if kind is not None else {}
        placing = dict(placed.params) if placed is not None else {}
        name = placing.get("filename") or said.get("name")
        return _Kind(
            kind.content_type if kind is not None else part.get_default_type(),
            said.get("charset"),
            placed is not None and placed.content_disposition == "attachment",
            clean_line(str(name))[:200] if name else None,
            said.get("format", "").lower() == "flowed",
        )
    except Exception:  # noqa: BLE001  # as above
        return _Kind("application/octet-stream")


def _payload(part: Message, charset: str | None) -> str:
    try:
        data = part.get_payload(decode=True)
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001  # as above
        return ""
    return decode(data, charset) if isinstance(data, bytes) else ""


def _take_apart(part: Message, content: _Content, depth: int = 0) -> None:
    """Add what a part holds, and the parts in it."""
    content.parts += 1
    if content.parts > _MOST_PARTS or depth > _MOST_MULTIPARTS:
        raise UnreadableError(_TOO_MANY)
    kind = _kind_of(part)
    children = part.get_payload() if part.is_multipart() else None
    inside = [child for child in children if isinstance(child, Message)] if isinstance(children, list) else []
    if kind.type.startswith("message/") and inside:
        content.forwarded += [cast("EmailMessage", child) for child in inside]
    elif kind.type == "multipart/alternative":
        _take_best(inside, content, depth)
    elif kind.type == "multipart/related":
        for child in inside[:1]:
            _take_apart(child, content, depth + 1)
    elif inside:
        for child in inside:
            _take_apart(child, content, depth + 1)
    elif kind.type in _ENCRYPTED:
        content.encrypted = True
    elif kind.attached or kind.type not in {"text/html", "text/plain"}:
        if kind.name or not kind.type.startswith("image/"):
            content.attached.append(kind.name or kind.type)
    else:
        _take_words(_payload(part, kind.charset), content, html=kind.type == "text/html", flowed=kind.flowed)


def _take_best(choices: Sequence[Message], content: _Content, depth: int) -> None:
    """Of the same words in several forms take the HTML, which tells paragraphs and furniture best, if it has words."""
    taken = _Content()
    for choice in reversed(choices):
        one = _Content(parts=content.parts)
        _take_apart(choice, one, depth + 1)
        content.parts = one.parts
        taken.link = taken.link or one.link
        if _length(one) > _length(taken) * (_MUCH_MORE if taken.lines else 0):
            taken = replace(one, link=taken.link)
    content.lines += taken.lines
    content.captions += taken.captions
    content.attached += taken.attached
    content.forwarded += taken.forwarded
    content.link = content.link or taken.link


def _length(content: _Content) -> int:
    return sum(map(len, content.lines))


def _take_words(text: str, content: _Content, *, html: bool, flowed: bool) -> None:
    if html:
        plain = html_to_plain(text)
        content.lines += [line for line in plain.text.split("\n") if line]
        content.captions += plain.captions
        return
    text = clean(text[:_LONGEST_PLAIN]).text
    if found := _ON_THE_WEB.search(text[:4_000]):
        content.link = content.link or safe_link(found["link"])
    content.lines += _plain_lines(text, flowed=flowed)


def _plain_lines(text: str, *, flowed: bool) -> list[str]:
    """The paragraphs of plain text, which mail wraps; addresses of links, rules and a signature are left out.

    What is quoted of an earlier mail, by as many marks before each line, has them before each paragraph, and goes on in no
    other words.
    """
    lines = _without_marks_of_forwarding(_BARE_LINKS.sub("", text).split("\n"))
    signature = next(
        (n for n in range(len(lines) - 1, max(-1, len(lines) - 20), -1) if lines[n].rstrip() == _SIGNATURE), None
    )
    quoted: list[tuple[str, list[Block]]] = []
    for marks, run in groupby(map(_unquoted, lines[:signature]), key=itemgetter(0)):
        words = "\n".join(line for _, line in run)
        if flowed:
            words = _SOFT_BREAK.sub(" ", words)
        quoted.append((marks, blocks_of("\n".join(map(str.rstrip, words.split("\n"))))))
    wrapped = is_wrapped([block for _, blocks in quoted for block in blocks])
    paragraphs = [
        f"{marks} {line.text}" if marks else line.text
        for marks, blocks in quoted
        for block in blocks
        for line in (unwrapped(block) if wrapped else block)
    ]
    return [line for line in paragraphs if not _ONLY_LINK.fullmatch(line)]


def _without_marks_of_forwarding(lines: list[str]) -> list[str]:
    """The lines; those of a mail that is forwarded as it would be quoted, by a mark before each, without that mark."""
    told = list(lines)
    inside = False
    for index, line in enumerate(lines):
        if FORWARDED.fullmatch(line.strip()[:120]):
            following = next((below for below in lines[index + 1 : index + 4] if below.strip()), "")
            inside = (
                FORWARDED_KEY.fullmatch(following.removeprefix(">").strip()[:1_000]) is not None and following[0] == ">"
            )
        elif inside and line.startswith(">"):
            told[index] = line[1:].removeprefix(" ")
        else:
            inside = inside and not line.strip()
    return told


def _unquoted(line: str) -> tuple[str, str]:
    """The marks by which a line is quoted, and what stands behind them."""
    found = _QUOTED.match(line)
    return (">" * found[0].count(">"), line[found.end() :]) if found else ("", line)


def _heading(message: Message) -> _Heading:
    sender = _header(message, "from")
    date = leading_time(_header(message, "date") or _header(message, "sent"))
    return _Heading(
        _header(message, "subject"), _name(sender), _address(sender), date.time if date and date.time.day else None
    )


def _name(sender: str) -> str:
    """The name in a From line: without the address, quotation marks and the list that it came through."""
    name = _ADDRESS_BEHIND.sub("", sender).strip(" \"'“”")
    return "" if "@" in name or "://" in name else _BY_WAY_OF.sub("", name)[:200]


def _address(sender: str) -> str:
    found = _ADDRESS.search(sender)
    return found[0] if found else ""


def _forwarded_at(lines: Sequence[str], first: int) -> tuple[int, int, _Heading] | None:
    """Where a forwarded mail begins among the lines, where its words do, and what it says of itself; None without one."""
    for index in range(first, len(lines)):
        marked = len(lines[index]) <= 120 and FORWARDED.fullmatch(lines[index]) is not None
        if not marked and not (
            lines[index].lstrip("*")[:5].lower() == "from:" and heads_a_mail(told_below(lines[index : index + 8]))
        ):
            continue
        heading = _Heading()
        end = index + marked
        while end < min(len(lines), index + 9) and (found := FORWARDED_KEY.fullmatch(lines[end][:1_000])):
            key, value = found["key"].lower(), found["value"].strip()
            if key == "from":
                heading = heading._replace(sender=_name(value), address=_address(value))
            elif key == "subject":
                heading = heading._replace(subject=value)
            elif key in {"date", "sent"} and (time := leading_time(value)) and time.time.day:
                heading = heading._replace(time=time.time)
            end += 1
        if end > index + marked:
            return index, end, heading
    return None


def _without_rule(lines: list[str]) -> list[str]:
    """The lines without one of nothing but marks at their end, as mail programs draw it over a mail that is forwarded."""
    return lines[:-1] if lines and not any(map(str.isalnum, lines[-1])) else lines


def _tells(lines: Sequence[str]) -> bool:
    """Whether the words over a forwarded mail tell something, and are no mere note that it is passed on.

    A name under them, or before them, tells nothing.
    """
    told = [line for line in _words(lines, "") if not (_PLEASANTRY.fullmatch(line) or is_person(line.strip(" ,.–—-")))]
    return sum(len(line.split()) for line in told) >= _FEWEST_WORDS


def _signed(sender: str, address: str) -> tuple[str | None, str | None]:
    """Who wrote and for which house: "Ada Muster from The Harbour Letter" names both, one name alone is either."""
    found = _FROM_HOUSE.fullmatch(sender)
    if found and is_person(found["name"]):
        return found["name"], found["house"]
    turned = _FAMILY_FIRST.fullmatch(sender)
    if turned and not _HOUSE.search(sender) and is_person(f"{turned['given']} {turned['family']}"):
        sender = f"{turned['given']} {turned['family']}"
    box = address.partition("@")[0].lower()
    own = any(len(word) > 2 and word.lower() in box for word in sender.split())
    is_house = is_outlet(sender) or _HOUSE.search(sender) or (not own and _NOBODYS_BOX.fullmatch(box))
    return (None, sender or None) if is_house or not is_person(sender) else (sender, None)


def _words(lines: Sequence[str], subject: str) -> list[str]:
    """The words of a mail without furniture and without its subject on top, which newsletters repeat."""
    words = without_mail_furniture(lines)
    return words[1:] if len(words) > 1 and words[0].casefold() == subject.casefold() else words


class _Mail(NamedTuple):
    """One mail as a post, and the house that sent it."""

    post: Post
    house: str | None


def _mail(heading: _Heading, lines: Sequence[str], content: _Content, own_id: str | None) -> _Mail:
    name, house = _signed(heading.sender, heading.address)
    captions = [line for line in content.captions if len(line.split()) > 3 and not is_mail_furniture(line)]
    post = Post(
        n=0,
        text=body(_words(lines, heading.subject)),
        headline=heading.subject or None,
        byline_name=name,
        captions=tuple(dict.fromkeys([*captions, *(f"attached: {attached}" for attached in content.attached)])),
        printed_time=heading.time,
        own_id=own_id,
        link=content.link,
    )
    return _Mail(post, house)


def _mails_in(message: Message, depth: int = 0) -> Iterator[_Mail]:
    """A mail and those that it forwards, in its text or as parts; of a note that tells nothing ("FYI") nothing is kept."""
    if depth > _MOST_MULTIPARTS:
        raise UnreadableError(_TOO_MANY)
    content = _Content()
    _take_apart(message, content)
    if content.encrypted and not content.lines:
        raise UnreadableError("this mail is encrypted; open it where you read mail, copy its text, and add that")
    heading = _heading(message)
    listed = _LISTED_LINK.search(_header(message, "list-post"))
    content.link = safe_link(listed["link"]) if listed else content.link
    own_id = _header(message, "message-id")[:_LONGEST_HEADER] or None
    yield from _with_forwarded(heading, content, own_id)
    for forwarded in content.forwarded:
        yield from _mails_in(forwarded, depth + 1)


def _with_forwarded(heading: _Heading, content: _Content, own_id: str | None) -> Iterator[_Mail]:
    """A mail's own words and the mails that stand in them, each below a line that says so."""
    begin = 0
    while found := _forwarded_at(content.lines, begin):
        end, after, inner = found
        above = _without_rule(content.lines[begin:end])
        if _tells(above):
            yield _mail(heading, above, content, own_id)
            content, own_id = _Content(content.lines, forwarded=content.forwarded), None
        heading = inner._replace(subject=inner.subject or _FORWARDS.sub("", heading.subject))
        begin = after
    words = content.lines[begin:]
    if words and (_tells(words) if content.forwarded else True):
        yield _mail(heading, words, content, own_id)


def _each(data: bytes) -> list[bytes]:
    """The mails of a file: one, or several with a line "From ..." before each (mbox)."""
    begins = [(found.start(), found.end()) for found in _MBOX_LINE.finditer(data)] if data.startswith(b"From ") else []
    if not begins:
        return [data]
    ends = [*(begin for begin, _ in begins[1:]), len(data)]
    return [_QUOTED_FROM.sub(rb"\1", data[begin:end]) for (_, begin), end in zip(begins, ends, strict=True)]


def read_pasted_mail(text: str) -> tuple[Source, tuple[Post, ...]]:
    """The posts of a cleaned text that was copied where mails are read: what was forwarded, and the words over it.

    Raises:
        UnreadableError: It has no words that can be read.
    """
    content = _Content(_plain_lines(text[:_LONGEST_PLAIN], flowed=False))
    return _source_of(list(_with_forwarded(_Heading(), content, None)))


def read_mail(data: bytes) -> tuple[Source, tuple[Post, ...]]:
    """The posts of a mail's file, as bytes: its parts may have encodings of their own. The source has no origin yet.

    Raises:
        UnreadableError: It has no words that can be read, or is built in a way that is not read.
    """
    data = (decode(data).encode() if wide_encoding(data) else data.removeprefix(b"\xef\xbb\xbf")).lstrip()
    each = _each(data)
    if len(each) > _MOST_MAILS:
        raise UnreadableError(
            f"these are {len(each):,} mails, more than the {_MOST_MAILS:,} that are read; split the file"
        )
    mails = [mail for one in each for mail in _mails_in(_parsed(one))]
    return _source_of(mails)


def _source_of(mails: Sequence[_Mail]) -> tuple[Source, tuple[Post, ...]]:
    """The mails of one file as a source and its posts."""
    if not any(mail.post.text for mail in mails):
        raise UnreadableError("this mail has no words of its own; save what is attached to it and add that")
    houses = {mail.house for mail in mails}
    first = mails[0].post
    source = Source(
        SourceKind.MAIL,
        "",
        title=first.headline if len(mails) == 1 else None,
        publisher=mails[0].house if len(houses) == 1 else None,
        printed_time=first.printed_time if len(mails) == 1 else None,
        link=first.link if len(mails) == 1 else None,
    )
    return source, tuple(replace(mail.post, n=n) for n, mail in enumerate(mails, 1))
