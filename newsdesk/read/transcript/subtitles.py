"""Subtitle files (SubRip, SBV, WebVTT, XML) and transcripts in JSON, as a transcript's segments."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import Any

from newsdesk.clean import clean_line
from newsdesk.late_pattern import late_pattern
from newsdesk.read.errors import UnreadableError
from newsdesk.read.links import safe_link
from newsdesk.read.publishers import without_house
from newsdesk.read.times.printed import read_time
from newsdesk.read.times.recorded import recorded_at
from newsdesk.read.transcript.cues import Cue, SpokenLine, Subtitles, take_cues
from newsdesk.read.transcript.form import Transcript
from newsdesk.read.transcript.recording_clock import seconds_of
from newsdesk.read.transcript.timed_text import take_timed_text
from newsdesk.read.transcript.voices import spoken_segments

_NO_WORDS = "these are subtitles without words; add a file that has some, or the text of what is said"
_STARTS = ("startTime", "start", "start_time", "offset", "begin")
_ENDS = ("endTime", "end", "end_time")
_WORDS = ("body", "text", "content", "transcript")
_TITLES = ("title", "name")
_LINKS = ("url", "link", "webpage_url", "original_url", "source_url")
_DATES = ("date", "published", "upload_date", "date_published")
_CLOCK = late_pattern(r"(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,9}(?:[.,]\d{1,9})?)s?")


def read_subtitles(text: str) -> Transcript:
    """The segments of cleaned subtitles, SubRip, SBV or WebVTT.

    Raises:
        UnreadableError: They have no words.
    """
    return _read(take_cues(text))


def read_timed_text(text: str) -> Transcript:
    """The segments of cleaned subtitles in XML.

    Raises:
        UnreadableError: They have no words.
    """
    return _read(take_timed_text(text))


def _read(subtitles: Subtitles) -> Transcript:
    segments = spoken_segments(subtitles.cues)
    if not any(segment.text for segment in segments):
        raise UnreadableError(_NO_WORDS)
    title, publisher = without_house(subtitles.title) if subtitles.title else (None, None)
    time = recorded_at(subtitles.title, subtitles.notes)
    return Transcript(segments, "subtitles with their times", title, publisher, time, safe_link(subtitles.link))


def segments_in(document: object) -> list[Mapping[str, Any]]:
    """The segments of a parsed transcript; empty when the document is none.

    Known are the podcast namespace's JSON (`startTime`, `body`), Whisper's (`start`, `text`) and bare lists of either.
    """
    rows = document.get("segments") if isinstance(document, Mapping) else document
    if not isinstance(rows, list):
        return []
    known = [row for row in rows if isinstance(row, Mapping) and isinstance(_first(row, _WORDS), str)]
    timed = sum(_first(row, _STARTS) is not None for row in known[:50])
    return known if known and (timed or isinstance(document, Mapping)) else []


def read_json_transcript(document: object) -> Transcript:
    """The segments of a parsed transcript in JSON.

    Raises:
        UnreadableError: They have no words.
    """
    about = document if isinstance(document, Mapping) else {}
    cues: list[Cue] = []
    before = 0.0
    for n, row in enumerate(segments_in(document), 1):
        words = clean_line(str(_first(row, _WORDS)))
        speaker = row.get("speaker")
        voice = clean_line(speaker)[:200] if isinstance(speaker, str) else None
        start = _seconds(_first(row, _STARTS))
        before = before if start is None else start
        end = _seconds(_first(row, _ENDS))
        if words:
            cues.append(
                Cue(before, before if end is None else max(before, end), (SpokenLine(n, words, voice or None),))
            )
    segments = [segment._replace(line=0) for segment in spoken_segments(sorted(cues, key=lambda cue: cue.start))]
    if not any(segment.text for segment in segments):
        raise UnreadableError(_NO_WORDS)
    title = _string(about, _TITLES)
    date = _string(about, _DATES)
    title, publisher = without_house(title) if title else (None, None)
    return Transcript(
        segments,
        "the segments of a transcript in JSON",
        title,
        publisher,
        read_time(date) if date else None,
        safe_link(_string(about, _LINKS)),
    )


def _first(row: Mapping[str, Any], keys: Iterable[str]) -> object:
    """The first of these values that is there."""
    return next((row[key] for key in keys if row.get(key) is not None), None)


def _string(about: Mapping[str, Any], keys: Iterable[str]) -> str | None:
    value = _first(about, keys)
    return (clean_line(value[:2_000]) or None) if isinstance(value, str) else None


def _seconds(value: object) -> float | None:
    """Seconds of a number or of text ("12.5", "00:00:12.5"); None for anything that is no moment of a recording."""
    if isinstance(value, str) and (found := _CLOCK.fullmatch(value.strip()[:40])):
        value = seconds_of(*found.groups())
    if isinstance(value, bool) or not isinstance(value, (int, float)):
        return None
    try:
        moment = float(value)
    except OverflowError:
        return None
    return round(moment, 3) if math.isfinite(moment) and 0 <= moment < 10**7 else None
