"""What stands around an article's body: its date, byline, section, outlet, link, pictures and notes, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.model import PrintedTime
from newsdesk.read.article.front_matter import FrontMatter
from newsdesk.read.lines.furniture import is_furniture
from newsdesk.read.lines.layout import Line
from newsdesk.read.links import safe_link
from newsdesk.read.names import (
    AGENCIES,
    OF_OTHER_DAYS,
    Byline,
    is_outlet,
    is_person,
    is_picture_house,
    is_place,
    is_role,
    placed_name,
    signed_line,
)
from newsdesk.read.times.printed import introduced_time, leading_time, line_time, read_time

_NAMED = late_pattern(
    r"(?P<key>title|headline|date|pub_?date|published(?: date)?|publication date|authors?|byline|by|source|publisher|outlet|site|url|link|section|category"
    r"|tags|keywords|description|updated|lang|language|type|id):\s*(?P<value>.*)",
    re.IGNORECASE,
)
_MOST_NAMED = 40
_URL_LINE = late_pattern(
    r"(?:(?:URL|Link|Source|Read more|Original):?\s*)?(?P<link>https?://\S{3,2000})", re.IGNORECASE
)
_PARTS = late_pattern(r"\s+[|·•–—/]\s+|\s*\|\s*")
_SOURCE_LINE = late_pattern(r"(?:Source|Publisher|Outlet):\s*(?P<house>\S.{1,60})")
_REPORTING = late_pattern(r"Reporting (?:from|in) [A-Z]")
_OF_SECTIONS = {
    "News", "Stories", "Release", "Politics", "Business", "World", "Estate", "Rights", "Change", "Affairs", "Sport", "Sports", "Health", "Science",
    "Culture", "Report", "Reports", "Media", "Life", "Arts", "Technology", "Environment", "Education", "Crime", "Economy",
    "Security", "Statement", "Briefing", "Feature", "Features", "Press", "Blog", "America", "Europe", "Asia", "Africa",
}  # fmt: skip
"""Words of sections, which stand beside a date as names do."""
_SURNAMES_TOO = {"Law", "Money", "Read", "Speech", "Story", "Style"}
"""Words of sections with which names end, too: what stands before them tells."""
_BEFORE_SECTIONS = {
    "Long", "Short", "Big", "Good", "Best", "Great", "Quick", "Must", "Top", "Lead", "Main", "Cover", "Full", "Inside", "True", "Untold", "Real", "Success",
    "Weekend", "Daily", "Weekly", "Sunday", "Saturday", "Our", "Your", "My", "Their", "Home", "Street", "Men’s", "Women’s", "Family", "Public", "Private",
    "Criminal", "Civil", "Common", "Constitutional", "International", "National", "European", "Tax", "Labour", "Employment", "Personal", "Smart", "Hate",
    "Free", "Keynote", "Opening",
}  # fmt: skip
_LONGEST_BYLINE = 160
_MOST_BESIDE_NAME = 4
"""Parts of a line in which all but a name are known ("Ada Muster · 3 June 2025 · 4 min read")."""
_MOST_HOUSE = 5
"""Words of an outlet's name."""
_LONGEST = 300
"""Characters; no line of a frame is longer, except captions."""
_AGENCY = late_pattern(AGENCIES)
_AGENCY_AT = late_pattern(
    rf"(?P<agency>(?:{AGENCIES})(?: [A-Z][a-z]{{2,20}}){{0,2}}), (?P<place>[A-Z][\w.’'-]{{1,30}}(?: [A-Z][\w.’'-]{{1,20}})?)"
)
"""An agency, or a part of one, where it reports from: "Reuters, Oslo"."""
_AGENCY_BEHIND = late_pattern(rf"\s*(?:\((?P<bracketed>{AGENCIES})\)|/(?P<slashed>{AGENCIES})/)\s*[-–—]?")
_SOURCE_BEHIND = late_pattern(r"[|·]?\s*(?:[Ss]ource|来源|來源)\s?[:：]\s*(?P<house>\S.{1,40})")
"""Who publishes an article, behind its date."""
_SECTION_BEHIND = late_pattern(r"[-–—|·/] [A-Z][\w’'-]*(?: (?:[A-Z][\w’'-]*|&|and)){0,4}")
"""The section behind a date that is called one ("Updated 3 June 2025 - Politics & Policy")."""
_AROUND_AGENCY = " -–—•()/."
_PLACE_BEHIND = late_pattern(r"(?<=[\dA-Zm.]) [-–—|] [A-Z][A-Za-z .’'-]{2,30}$")
"""The place behind a date ("May 11, 2025 09:15 pm IST - CHENNAI")."""
_NUMBER_DATE = late_pattern(r"\d\d?([/.-])\d\d?\1(?:19|20)\d\d")
_BETWEEN = " ,;(|/·•–—-"
"""What parts a name from its date."""
_WORD_BEGINS = late_pattern(r"(?<=[\s(,;|/·•–—-])(?=\w)")
_UPDATED = ("updated", "last ", "modified", "edited")
_SECTION = late_pattern(r"[A-Z][A-Z &/.,'’|>›·-]{1,60}|[\w &’'-]{2,30}(?:\s*[/>›»|]\s*[\w &’'-]{2,30}){1,4}")
_FOOT_NOTE = late_pattern(
    r"\(?(?:with (?:additional )?(?:inputs?|reporting)|additional reporting|reporting by|writing by|editing by|edited by|compiled by"
    r"|this (?:article|story) (?:was|first)|sources?:|read (?:more|also)|also read|see also|related:|tags?:|topics?:|more:|subscribe|sign up"
    r"|.{2,120} contributed (?:reporting|to (?:this|the) (?:report|story|article))|follow .{2,40} on|share this|click here|download|contact us|email|e-mail|for more)",
    re.IGNORECASE,
)
_REPORTED_BY = late_pattern(r"\(?(?:Reporting|Written|Words|Story|Report) by (?P<names>[^;.()]{3,80})")


def is_section(text: str) -> bool:
    """Whether a short line may name the section of a page ("CHINA / DIPLOMACY", "World > Europe") over its headline."""
    if len(text) > 80 or text.endswith("?") or any(letter.isdigit() for letter in text):
        return False
    words = len(text.split())
    marked = _SECTION.fullmatch(text) is not None and (text.isupper() or any(mark in text for mark in "/>›»|"))
    return words <= (6 if marked else 2)


class DatedByline(NamedTuple):
    """Who wrote, and when, where one line says both."""

    byline: Byline
    """As a line of its own would say it."""
    date: str
    signed: bool
    """It says that it is a byline; a name alone may be anybody's."""


def _is_section(name: str) -> bool:
    """Whether what looks like a name beside a date is one of an outlet or of a section ("World News")."""
    if is_outlet(name) or not _OF_SECTIONS.isdisjoint(name.split()):
        return True
    before, _, last = name.rpartition(" ")
    return last in _SURNAMES_TOO and _BEFORE_SECTIONS.issuperset(before.split())


def _may_sign(name: str) -> bool:
    """Whether what looks like a name beside a date may be one."""
    return not _is_section(name) and OF_OTHER_DAYS.isdisjoint(map(str.capitalize, name.split()))


def dated_byline(text: str) -> DatedByline | None:
    """The two in a line such as "By Ada Muster, 3 June 2025, 16:15 GMT" or "Ada Muster, Oslo, 3 June 2025"; None for any other.

    The date ends the line, and what stands before it is a byline and nothing else.
    """
    if len(text) > _LONGEST_BYLINE:
        return None
    for begins in _WORD_BEGINS.finditer(text):
        date = text[begins.start() :].rstrip(" )")
        time = line_time(date)
        if time is not None and time.day is not None:
            before = text[: begins.start()].rstrip()
            name = before.rstrip(_BETWEEN)
            if signed := signed_line(name):
                return DatedByline(signed, date, signed=True)
            named = placed_name(name) if name != before and _may_sign(name) else None
            return DatedByline(named, date, signed=False) if named else None
    return None


def _dates_in(text: str) -> Iterator[tuple[PrintedTime | None, str]]:
    """The time that begins a line, and those that end it, each with what stands on its other side."""
    if (leading := leading_time(text)) and leading.rest:
        yield leading.time, leading.rest.strip(f"{_BETWEEN})")
    for begins in _WORD_BEGINS.finditer(text):
        yield line_time(text[begins.start() :].rstrip(" ).")), text[: begins.start()].rstrip(_BETWEEN)


def placed_date(text: str) -> tuple[PrintedTime, str] | None:
    """The date, and the place or section beside it, where a line says both and nothing else ("BRUSSELS, 12 May 2025"); else None.

    Only beside capitals may it be without its year.
    """
    if len(text) > _LONGEST_BYLINE:
        return None
    time, beside = next(((time, beside) for time, beside in _dates_in(text) if time and time.day), (None, ""))
    if time is None or not (time.year or beside.isupper()):
        return None
    return (time, beside) if is_place(beside) or _is_section(beside) else None


@dataclass(slots=True)
class Frame:
    """What was told so far of an article, apart from its body."""

    headline: str | None = None
    line: int | None = None
    """Number of the headline's line."""
    label: str | None = None
    """"Breaking", "Analysis", ... over the headline."""
    published: PrintedTime | None = None
    updated: PrintedTime | None = None
    placed: PrintedTime | None = None
    """Beside a place; it may be a picture's, where another one is the article's."""
    byline: Byline | None = None
    publisher: str | None = None
    link: str | None = None
    captions: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Lines that are neither, and may name the publisher."""

    @property
    def time(self) -> PrintedTime | None:
        """The article's time; its publication goes before a later edit."""
        return self.published or self.updated or self.placed

    def sign(self, byline: Byline) -> None:
        """Keep a byline; names with roles of their own follow each other."""
        if self.byline is None:
            self.byline = byline
        elif self.byline.role and byline.role and byline.name not in self.byline.name:
            self.byline = Byline(f"{self.byline.name}, {byline.name}", f"{self.byline.role}, {byline.role}")

    def _publish(self, house: str) -> None:
        """Keep who publishes, as the article says; who sells its pictures does not."""
        if not is_picture_house(house):
            self.publisher = self.publisher or house

    def _take_date(self, text: str) -> bool:
        """Keep a date; whether the text is one. "7 p.m." alone dates nothing."""
        time = line_time(text)
        if time is None or time.day is None:
            return False
        if text.lower().startswith(_UPDATED):
            self.updated = self.updated or time
        else:
            self.published = self.published or time
        return True

    def _take_part(self, text: str) -> bool:
        """Keep one part of a line if it is a date, a byline, an outlet or nothing."""
        if self._take_date(_PLACE_BEHIND.sub("", text.strip(" ()"))):
            return True
        if _NUMBER_DATE.fullmatch(text):
            return True  # a date all the same, where both orders are possible
        if signed := signed_line(text):
            self.byline = self.byline or signed
            return True
        if _AGENCY.fullmatch(text) and self.headline and self.byline is None:
            self.byline = Byline(text)
            return True
        if self.headline and (placed := _AGENCY_AT.fullmatch(text)) and is_place(placed["place"]):
            self.byline = self.byline or Byline(placed["agency"], placed["place"])
            return True
        if is_outlet(text):
            self.others.append(text)
            return True
        return is_furniture(text)

    def take_line(self, text: str, following: str) -> int:
        """Keep what a line of the frame tells; how many lines that took, 0 when it is no such line."""
        if len(text) > _LONGEST:
            return 0
        if found := _URL_LINE.fullmatch(text):
            self.link = self.link or safe_link(found["link"])
            return 1
        if is_person(text) and is_role(following) and not is_outlet(text):
            self.sign(Byline(text, following))
            return 2
        if self.byline and _REPORTING.match(text) and is_role(text):
            self.byline = Byline(self.byline.name, ", ".join(filter(None, [self.byline.role, text])))
            return 1
        if self.headline and (source := _SOURCE_LINE.fullmatch(text)) and len(source["house"].split()) <= _MOST_HOUSE:
            self._publish(source["house"])
            return 1
        if (both := dated_byline(text)) and (both.signed or self.headline):
            self._take_date(both.date)
            self.byline = self.byline or both.byline
            return 1
        before = self.byline
        if self._take_part(text):
            # "By Ada Muster", and below it what she does.
            if (
                self.byline is not before
                and self.byline
                and self.byline.role is None
                and is_role(following)
                and not is_outlet(following)
            ):
                self.byline = Byline(self.byline.name, following)
                return 2
            return 1
        leading = leading_time(text)
        if leading and leading.time.day and (source := _SOURCE_BEHIND.fullmatch(leading.rest)):
            self.published = self.published or leading.time
            self._publish(source["house"])
            return 1
        introduced = introduced_time(text)
        if introduced and introduced.time.day and introduced_time(introduced.rest.lstrip(" |·-–;,(")):
            return int(self._take_part(text[: len(text) - len(introduced.rest)].rstrip(" |·-–;,(")))
        if introduced and introduced.time.day and _SECTION_BEHIND.fullmatch(introduced.rest):
            return int(self._take_date(text[: len(text) - len(introduced.rest)].rstrip()))
        leading = introduced or leading_time(text)
        if leading and leading.time.day and leading.rest and self._take_part(leading.rest.lstrip(" /|·•-–—,;(")):
            return int(self._take_part(text[: len(text) - len(leading.rest)].rstrip(" /|·•-–—,;(")))
        parts = _PARTS.split(text)
        if 2 <= len(parts) <= 6:
            known = [self._take_part(part) for part in parts]
            if len(parts) <= _MOST_BESIDE_NAME and sum(known) == len(parts) - 1 and any(map(line_time, parts)):
                self._sign_beside_date(parts[known.index(False)])
            if sum(known) >= len(known) - 1 and any(introduced_time(part) or read_time(part) for part in parts):
                return 1
        return int(self._take_placed(text, following))

    def _take_placed(self, text: str, following: str) -> bool:
        """Keep a date beside a place, and the agency behind both ("BRUSSELS, 12 May 2025 (AFP)"); whether the line is that.

        Over everything else it is no headline, unless a byline stands below it.
        """
        agency = _AGENCY_BEHIND.search(text) if text.endswith((")", "/", "-", "–", "—")) else None
        if agency and agency.end() < len(text):
            agency = None
        found = placed_date(text[: agency.start()] if agency else text)
        if found is None:
            return False
        time, beside = found
        if self.headline is None and not (time.year and (beside.isupper() or signed_line(following) is None)):
            return False
        self.placed = self.placed or time
        self.others.append(beside)
        if agency and self.byline is None:
            self.byline = Byline(agency["bracketed"] or agency["slashed"])
        return True

    def _sign_beside_date(self, name: str) -> None:
        """Keep a name that stands alone beside a date; sections stand there, too."""
        if self.headline and self.byline is None and is_person(name) and _may_sign(name):
            self.byline = Byline(name)

    def take_note(self, text: str) -> bool:
        """Keep what a line under the body tells; whether it is such a line."""
        if len(text) > _LONGEST:
            return False
        if credit := _REPORTED_BY.match(text):
            self.byline = self.byline or signed_line(f"By {credit['names'].strip()}")
        elif text.startswith("-") and (signed := signed_line(text.lstrip("- "))):
            self.byline = self.byline or signed
        elif _AGENCY.fullmatch(agency := text.strip(_AROUND_AGENCY)):
            if self.headline:
                self.byline = self.byline or Byline(agency)
            return True
        elif _AGENCY.fullmatch(agency.removeprefix("With ").removeprefix("with ")):
            return True
        elif not (is_furniture(text) or _FOOT_NOTE.match(text) or self._take_part(text) or _URL_LINE.fullmatch(text)):
            return False
        self.others.append(text)
        return True

    def _take_named(self, n: int, key: str, value: str) -> None:
        if key in {"author", "authors"} and (key == "authors" or value.startswith("[")):
            key, value = "author", ", ".join(part.strip(" \"'") for part in value.strip(" []").split(","))
        value = value.strip()
        if not value:
            return
        if key in {"title", "headline"}:
            if self.headline is None:
                self.headline, self.line = value, n
        elif key in {"date", "pubdate", "pub_date", "published", "published date", "publication date"}:
            self.published = self.published or read_time(value)
        elif key in {"author", "byline", "by"}:
            self.byline = self.byline or signed_line(value) or signed_line(f"By {value}") or Byline(value[:120])
        elif key in {"source", "publisher", "outlet", "site", "url", "link"}:
            self.link = self.link or safe_link(value)
            if key not in {"url", "link"} and not safe_link(value) and len(value.split()) <= 6:
                self._publish(value)

    def take_front_matter(self, matter: FrontMatter) -> None:
        """Keep what the front matter of an article says."""
        for n, key, value in matter.named:
            self._take_named(n, key, value)

    def take_named_lines(self, lines: Sequence[Line]) -> int:
        """Read the "Key: value" lines at the top; how many lines they are."""
        found: list[tuple[int, str, str]] = []
        for line in lines[:_MOST_NAMED]:
            named = _NAMED.fullmatch(line.text)
            if named is None:
                break
            found.append((line.n, named["key"].lower(), named["value"]))
        keys = {key for _, key, _ in found}
        if len(found) < 2 or not keys & {"title", "headline", "author", "authors", "source", "url", "byline"}:
            return 0
        for n, key, value in found:
            self._take_named(n, key, value.strip().strip("\"'"))
        return len(found)
