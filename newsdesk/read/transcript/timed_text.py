"""Subtitles in XML: TTML and its profiles (DFXP, EBU-TT-D, IMSC), and what YouTube gives as "transcript" or "timedtext".

No XML parser is asked: of such files nothing is needed but the paragraphs, their moments, and who speaks. What a file declares -
entities, other files - is not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from html import unescape
from typing import NamedTuple

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.transcript.cues import Cue, SpokenLine, Subtitles, each_once
from newsdesk.read.transcript.recording_clock import seconds_of

ROOTS = {"tt", "transcript", "timedtext"}
"""Names of the root elements."""
_LONGEST_TAG = 4_000
_COMMENT = late_pattern(r"<!--.*?(?:-->|\Z)", re.DOTALL)
_CDATA = late_pattern(r"<!\[CDATA\[|\]\]>")
_TAG = late_pattern(
    rf"<(?P<close>/)?(?:[\w-]{{1,40}}:)?(?P<name>[\w-]{{1,40}})(?P<attributes>(?:\s[^<>]{{0,{_LONGEST_TAG}}})?)(?P<empty>/)?>"
)
_ATTRIBUTE = late_pattern(r"(?:[\w-]{1,40}:)?(?P<name>[\w-]{1,40})\s*=\s*(?:\"(?P<value>[^\"]*)\"|'(?P<other>[^']*)')")
_CLOCK = late_pattern(r"(\d{1,4}):(\d{1,2}):(\d{1,2})(?:(?P<fraction>\.\d{1,9})|:(?P<frames>\d{1,4})(?:\.\d{1,4})?)?")
_OFFSET = late_pattern(r"(?P<count>\d{1,12}(?:\.\d{1,9})?)(?P<unit>h|ms|m|s|f|t)?")
_SECONDS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_LATEST = 10.0**7
"""Seconds; no recording is longer."""


class _Piece(NamedTuple):
    """A tag and the words behind it, up to the next one."""

    line: int
    closes: bool
    is_empty: bool
    name: str
    attributes: Mapping[str, str]
    """By their names without a prefix."""
    words: str


def _pieces(text: str) -> Iterator[_Piece]:
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    text = _CDATA.sub("", text)
    line, counted = 1, 0
    tags = _TAG.finditer(text)
    tag = next(tags, None)
    while tag is not None:
        line, counted = line + text.count("\n", counted, tag.start()), tag.start()
        following = next(tags, None)
        attributes = {
            one["name"]: unescape(one["value"] if one["value"] is not None else one["other"])
            for one in _ATTRIBUTE.finditer(tag["attributes"])
        }
        words = text[tag.end() : following.start() if following else len(text)]
        empty = tag["empty"] is not None or tag["attributes"].endswith("/")
        yield _Piece(line, tag["close"] is not None, empty, tag["name"], attributes, words)
        tag = following


class _Reader:
    """Puts the words of pieces, met in their order, into cues."""

    def __init__(self) -> None:
        self.cues: list[Cue] = []
        self.title: str | None = None
        self.root = ""
        self.rates = {"f": 30.0, "t": 1.0}
        """Frames and ticks in a second."""
        self.colours: dict[str, str] = {}
        """By the name of the style that has them."""
        self.agents: dict[str, str] = {}
        self.agent = ""
        """The one that is being described."""
        self.inside = ""
        """The element whose words are wanted."""
        self.line = 0
        self.start: float | None = None
        self.end: float | None = None
        self.voice: str | None = None
        self.colour = ""
        self.lines: list[str] = []

    def take(self, piece: _Piece) -> None:
        """Take one piece of the document."""
        if not self.root:
            self._take_root(piece)
        name = piece.name.lower()
        is_cue = name == "p" or (name == "text" and self.root != "tt")
        if piece.closes:
            if is_cue:
                self.finish()
            elif name == self.inside:
                self.inside = ""
        elif is_cue:
            self.finish()
            self._begin(piece)
        elif name == "style" and self.inside != "cue":
            self.colours[piece.attributes.get("id", "")] = piece.attributes.get("color", "")
        elif name == "agent":
            self.agent = piece.attributes.get("id", "")
        elif name in {"title", "name"} and self.inside != "cue" and not piece.is_empty:
            self.inside = name
        elif self.inside == "cue":
            self._take_within(name, piece)
        self._take_words(piece.words)

    def _take_root(self, piece: _Piece) -> None:
        self.root = piece.name.lower()
        for unit, attribute in (("f", "frameRate"), ("t", "tickRate")):
            if (said := piece.attributes.get(attribute, "")).isdecimal() and int(said[:10]) > 0:
                self.rates[unit] = float(said[:10])

    def _begin(self, piece: _Piece) -> None:
        self.inside, self.line = "cue", piece.line
        self.start = self._seconds(piece.attributes, "begin", "start", "t")
        self.end = self._seconds(piece.attributes, "end")
        length = self._seconds(piece.attributes, "dur", "d")
        if self.end is None and self.start is not None and length is not None:
            self.end = self.start + length
        self.voice = self.agents.get(piece.attributes.get("agent", ""))
        self.colour = self._colour(piece.attributes)
        self.lines = [""]

    def _take_within(self, name: str, piece: _Piece) -> None:
        if name == "br":
            self.lines.append("")
        if self.start is None:
            self.start = self._seconds(piece.attributes, "begin")
        if not "".join(self.lines).strip():
            self.voice = self.agents.get(piece.attributes.get("agent", "")) or self.voice
            self.colour = self._colour(piece.attributes) or self.colour

    def _take_words(self, words: str) -> None:
        if self.inside == "cue":
            self.lines[-1] += words
        elif self.inside == "title" and self.title is None:
            self.title = clean_line(unescape(words))[:200] or None
        elif self.inside == "name" and self.agent and (name := clean_line(unescape(words))[:200]):
            self.agents[self.agent] = name

    def finish(self) -> None:
        """End the cue that is being read, if there is one."""
        if self.inside != "cue":
            return
        self.inside = ""
        told = [clean_line(self._plain(words)) for words in self.lines]
        spoken = tuple(SpokenLine(self.line, words, self.voice, self.colour) for words in told if words)
        before = self.cues[-1].start if self.cues else 0.0
        start = before if self.start is None else self.start
        if spoken:
            self.cues.append(Cue(start, max(start, self.end or start), spoken))

    def _plain(self, words: str) -> str:
        """Words without entities; those of YouTube are written twice over."""
        return unescape(words) if self.root == "tt" else unescape(unescape(words))

    def _colour(self, attributes: Mapping[str, str]) -> str:
        styled = (self.colours.get(style, "") for style in attributes.get("style", "").split())
        return (attributes.get("color") or next(filter(None, styled), "")).lower()[:40]

    def _seconds(self, attributes: Mapping[str, str], *names: str) -> float | None:
        """The first of these times that is one: a clock ("00:01:02.5", with frames behind a third colon), or a length ("62.5s")."""
        for name in names:
            said = attributes.get(name, "").strip()
            if clock := _CLOCK.fullmatch(said):
                frames = int(clock["frames"] or 0) / self.rates["f"]
                found = seconds_of(*clock.groups()[:3]) + float(clock["fraction"] or 0) + frames
            elif offset := _OFFSET.fullmatch(said):
                unit = offset["unit"] or ("ms" if name in {"t", "d"} else "s")
                length = _SECONDS.get(unit) or 1 / self.rates[unit]
                found = float(offset["count"]) * length
            else:
                continue
            if found <= _LATEST:
                return round(found, 3)
        return None


def take_timed_text(text: str) -> Subtitles:
    """The cues of a cleaned document with one of the `ROOTS`; none when it holds none."""
    reader = _Reader()
    for piece in _pieces(text):
        reader.take(piece)
    reader.finish()
    cues = sorted(reader.cues, key=lambda cue: cue.start)
    return Subtitles(each_once(cues), reader.title)
