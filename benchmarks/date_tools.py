"""The tools that `what_comes_next.py` compares, each run in a process of its own: `python date_tools.py TOOL < LINES`.

Reads `{"id", "text", "reference_time"}` lines on standard input and prints one object: what the tool found in each text, which
texts it failed on, and what it cost. Only the tool that is asked for is imported, so this runs in the peers' own environment,
too. Every tool is given the text's own moment, and is told that the text is English where it asks.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable, Iterator
from datetime import date, datetime
from typing import Any

from tool_process import named_tool, peak_memory

Found = list[dict[str, Any]]
Finder = Callable[[str, "date | datetime | None"], Found]


def newsdesk() -> Finder:
    """This project, without a story around the text."""
    from newsdesk.find.dates.in_story import dates_in_text

    def find(text: str, moment: date | datetime | None) -> Found:
        return [
            {"start": each.start, "end": each.end, "value": each.value, "value_end": each.value_end}
            for each in dates_in_text(text, moment)
        ]

    return find


def _naive(moment: date | datetime | None) -> datetime | None:
    """The moment on the text's own clock: what the peers take. A text known only to the day counts from its first minute."""
    if isinstance(moment, datetime):
        return moment.replace(tzinfo=None)
    return None if moment is None else datetime(moment.year, moment.month, moment.day)  # noqa: DTZ001


def _dateparser(**preferred: str) -> Finder:
    """`search_dates` as documented. What it calls a month, a week or a year is given out as such, not as a day."""
    from dateparser.search import search_dates

    written = {"year": "%Y", "month": "%Y-%m", "week": "%G-W%V", "time": "%Y-%m-%dT%H:%M"}

    def find(text: str, moment: date | datetime | None) -> Found:
        base = _naive(moment)
        settings = preferred | ({"RELATIVE_BASE": base} if base else {}) | {"RETURN_TIME_AS_PERIOD": True}
        found: Found = []
        begin = 0
        for words, value, period in search_dates(text, languages=["en"], settings=settings, add_period=True) or ():
            # It tells the words, not where they stand.
            start = text.find(words, begin)
            if start >= 0:
                begin = start + len(words)
                value_written = value.strftime(written.get(period, "%Y-%m-%d"))
                found.append({"start": start, "end": begin, "value": value_written, "value_end": None})
        return found

    return find


def dateparser() -> Finder:
    """As it comes."""
    return _dateparser()


def dateparser_future() -> Finder:
    """As somebody would set it who looks for what is to come."""
    return _dateparser(PREFER_DATES_FROM="future")


def timefhuman() -> Finder:
    """As documented, with the places of what it found. A duration names no day; of several days, the first and last count."""
    from timefhuman import tfhConfig
    from timefhuman import timefhuman as read

    def find(text: str, moment: date | datetime | None) -> Found:
        found: Found = []
        for _, (start, end), value in read(text, tfhConfig(now=_naive(moment), return_matched_text=True)):
            days = [each for each in (value if isinstance(value, list | tuple) else [value]) if isinstance(each, date)]
            if days:
                last = f"{days[-1]:%Y-%m-%d}" if len(days) > 1 else None
                found.append({"start": start, "end": end, "value": f"{days[0]:%Y-%m-%d}", "value_end": last})
        return found

    return find


TOOLS: dict[str, Callable[[], Finder]] = {
    "newsdesk": newsdesk,
    "dateparser": dateparser,
    "dateparser-future": dateparser_future,
    "timefhuman": timefhuman,
}


def _texts() -> Iterator[tuple[str, str, date | datetime | None]]:
    for line in sys.stdin.buffer:
        document = json.loads(line)
        said = document.get("reference_time")
        moment = None if not said else datetime.fromisoformat(said) if "T" in said else date.fromisoformat(said)
        yield document["id"], document["text"], moment


def main() -> None:
    texts = [*_texts()]
    begun = time.process_time()
    find = named_tool(TOOLS)
    imported = time.process_time() - begun
    found: dict[str, Found] = {}
    failed: list[str] = []
    begun = time.process_time()
    for name, text, moment in texts:
        try:
            found[name] = find(text, moment)
        except Exception as error:  # noqa: BLE001 - whatever a tool raises, it found nothing in this text
            failed.append(f"{name}: {error!r}")
    seconds = time.process_time() - begun
    characters = sum(len(text) for _, text, _ in texts)
    cost = {"import_ms": imported * 1000, "cpu_s": seconds, "kchars": characters / 1000, "kilobytes": peak_memory()}
    print(json.dumps({"found": found, "failed": failed, "cost": cost}))


if __name__ == "__main__":
    main()
