"""What stands around an article's body: its date, byline, section, outlet, link, pictures and notes, line by line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from newsdesk.model import PrintedTime
from newsdesk.read.furniture import is_furniture
from newsdesk.read.layout import Line
from newsdesk.read.links import safe_link
from newsdesk.read.names import Byline, is_outlet, is_person, is_role, signed_line
from newsdesk.read.times import introduced_time, leading_time, line_time, read_time

_NAMED = re.compile(
    r"(?P<key>title|headline|date|published(?: date)?|publication date|authors?|byline|by|source|publisher|outlet|site|url|link|section|category"
    r"|tags|keywords|description|updated|lang|language|type|id):\s*(?P<value>.*)",
    re.IGNORECASE,
)
_MOST_NAMED = 40
_URL_LINE = re.compile(r"(?:(?:URL|Link|Source|Read more|Original):?\s*)?(?P<link>https?://\S{3,2000})", re.IGNORECASE)
_PARTS = re.compile(r"\s+[|·•–—]\s+|\s*\|\s*")
_LONGEST = 300
"""Characters; no line of a frame is longer, except captions."""
_AGENCY = re.compile(
    r"PTI|ANI|IANS|AFP|AP|Reuters|dpa|EFE|UPI|Xinhua|Yonhap|Kyodo|Associated Press|Agence France-Presse"
)
"""Agencies that sign an article under its headline, whoever publishes it."""
_PLACE_BEHIND = re.compile(r"(?<=[\dA-Zm.]) [-–—|] [A-Z][A-Za-z .’'-]{2,30}$")
"""The place behind a date ("May 11, 2025 09:15 pm IST - CHENNAI")."""
_NUMBER_DATE = re.compile(r"\d\d?([/.-])\d\d?\1(?:19|20)\d\d")
_UPDATED = ("updated", "last ", "modified", "edited")
_SECTION = re.compile(r"[A-Z][A-Z &/.,'’|>›·-]{1,60}|[\w &’'-]{2,30}(?:\s*[/>›»|]\s*[\w &’'-]{2,30}){1,4}")
_FOOT_NOTE = re.compile(
    r"\(?(?:with (?:additional )?(?:inputs?|reporting)|additional reporting|reporting by|writing by|editing by|edited by|compiled by"
    r"|this (?:article|story) (?:was|first)|sources?:|read (?:more|also)|also read|see also|related:|tags?:|topics?:|more:|subscribe|sign up"
    r"|.{2,120} contributed (?:reporting|to (?:this|the) (?:report|story|article))|follow .{2,40} on|share this|click here|download|contact us|email|e-mail|for more)",
    re.IGNORECASE,
)
_REPORTED_BY = re.compile(r"\(?(?:Reporting|Written|Words|Story|Report) by (?P<names>[^;.()]{3,80})")


def is_section(text: str) -> bool:
    """Whether a short line may name the section of a page ("CHINA / DIPLOMACY", "World > Europe") over its headline."""
    if len(text) > 80 or text.endswith("?") or any(letter.isdigit() for letter in text):
        return False
    words = len(text.split())
    marked = _SECTION.fullmatch(text) is not None and (text.isupper() or any(mark in text for mark in "/>›»|"))
    return words <= (6 if marked else 2)


@dataclass(slots=True)
class Frame:
    """What was told so far of an article, apart from its body."""

    headline: str | None = None
    line: int | None = None
    """Number of the headline's line."""
    published: PrintedTime | None = None
    updated: PrintedTime | None = None
    byline: Byline | None = None
    publisher: str | None = None
    link: str | None = None
    captions: list[str] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    """Lines that are neither, and may name the publisher."""

    @property
    def time(self) -> PrintedTime | None:
        """The article's time; its publication goes before a later edit."""
        return self.published or self.updated

    def sign(self, byline: Byline) -> None:
        """Keep a byline; names with roles of their own follow each other."""
        if self.byline is None:
            self.byline = byline
        elif self.byline.role and byline.role and byline.name not in self.byline.name:
            self.byline = Byline(f"{self.byline.name}, {byline.name}", f"{self.byline.role}, {byline.role}")

    def _take_part(self, text: str) -> bool:
        """Keep one part of a line if it is a date, a byline, an outlet or nothing."""
        time = line_time(_PLACE_BEHIND.sub("", text.rstrip(" )")))
        if time is not None and time.day is not None:  # "7 p.m." alone dates nothing
            if text.lower().startswith(_UPDATED):
                self.updated = self.updated or time
            else:
                self.published = self.published or time
            return True
        if _NUMBER_DATE.fullmatch(text):
            return True  # a date all the same, where both orders are possible
        if signed := signed_line(text):
            self.byline = self.byline or signed
            return True
        if _AGENCY.fullmatch(text) and self.headline and self.byline is None:
            self.byline = Byline(text)
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
        introduced = introduced_time(text)
        if introduced and introduced.time.day and introduced_time(introduced.rest.lstrip(" |·-–;,(")):
            return int(self._take_part(text[: len(text) - len(introduced.rest)].rstrip(" |·-–;,(")))
        leading = introduced or leading_time(text)
        if leading and leading.time.day and leading.rest and self._take_part(leading.rest.lstrip(" /|·•-–—,;(")):
            return int(self._take_part(text[: len(text) - len(leading.rest)].rstrip(" /|·•-–—,;(")))
        parts = _PARTS.split(text)
        if 2 <= len(parts) <= 6:
            known = [self._take_part(part) for part in parts]
            return int(sum(known) >= len(known) - 1 and any(introduced_time(part) or read_time(part) for part in parts))
        return 0

    def take_note(self, text: str) -> bool:
        """Keep what a line under the body tells; whether it is such a line."""
        if len(text) > _LONGEST:
            return False
        if credit := _REPORTED_BY.match(text):
            self.byline = self.byline or signed_line(f"By {credit['names'].strip()}")
        elif not (is_furniture(text) or _FOOT_NOTE.match(text) or self._take_part(text) or _URL_LINE.fullmatch(text)):
            return False
        self.others.append(text)
        return True

    def _take_named(self, key: str, value: str) -> None:
        if key == "authors":
            key, value = "author", ", ".join(part.strip(" \"'") for part in value.strip(" []").split(","))
        value = value.strip().strip("\"'")
        if not value:
            return
        if key in {"title", "headline"}:
            self.headline = self.headline or value
        elif key in {"date", "published", "published date", "publication date"}:
            self.published = self.published or read_time(value)
        elif key in {"author", "byline", "by"}:
            self.byline = self.byline or signed_line(value) or signed_line(f"By {value}") or Byline(value[:120])
        elif key in {"source", "publisher", "outlet", "site", "url", "link"}:
            self.link = self.link or safe_link(value)
            if key not in {"url", "link"} and not safe_link(value) and len(value.split()) <= 6:
                self.publisher = self.publisher or value

    def take_named_lines(self, lines: Sequence[Line]) -> int:
        """Read the "Key: value" lines at the top, fenced by "---" or not; how many lines they are."""
        fenced = bool(lines) and lines[0].text == "---"
        index = 1 if fenced else 0
        found: list[tuple[int, str, str]] = []
        while index < min(len(lines), _MOST_NAMED) and lines[index].text != "---":
            if named := _NAMED.fullmatch(lines[index].text):
                value = named["value"]
                listed = fenced and not value
                while listed and index + 1 < min(len(lines), _MOST_NAMED) and lines[index + 1].text.startswith("- "):
                    index += 1
                    value += f"{', ' if value else ''}{lines[index].text[2:]}"
                found.append((lines[index].n, named["key"].lower(), value))
            elif not fenced:
                break
            index += 1
        closed = fenced and index < len(lines) and lines[index].text == "---"
        keys = {key for _, key, _ in found}
        if not (
            closed or (len(found) >= 2 and keys & {"title", "headline", "author", "authors", "source", "url", "byline"})
        ):
            return 0
        for n, key, value in found:
            self._take_named(key, value)
            if key in {"title", "headline"}:
                self.line = n
        return index + 1 if closed else index
