"""How long a long feed takes until it is read and stored, beside feedparser alone. For information.

    .venv/bin/python benchmarks/ingest.py [--items 10000] [--runs 3]

Each measurement is a process of its own, from its start to its end, in turn. `newsdesk add` reads in a second process, whose
CPU time is counted with the first one's. The feed is RSS 2.0 and well-formed, the newest entry first, each with a guid, a link, a
date and about 600 characters of HTML. "10 new" is the same feed an hour later, with ten more entries on top. Twice feedparser:
as its documentation calls it, and with its cleaning of HTML switched off, as newsdesk does, which cleans by itself. And newsboat,
where it is installed, which stores in SQLite.
"""

from __future__ import annotations

import argparse
import html
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from pathlib import Path
from statistics import median

_WORDS = [
    "the",
    "harbour",
    "board",
    "said",
    "pilots",
    "would",
    "wait",
    "until",
    "fog",
    "lifted",
    "over",
    "northern",
    "quays",
    "where",
    "ferries",
    "and",
    "two",
    "tankers",
    "stood",
    "by",
    "while",
    "unions",
    "met",
    "ministers",
    "about",
    "pay",
    "and",
    "hours",
    "a",
    "spokesman",
    "added",
    "that",
    "talks",
    "went",
    "on",
    "behind",
    "closed",
    "doors",
    "and",
    "nobody",
    "knew",
    "for",
    "how",
    "long",
]
_NEWEST = datetime(2031, 3, 4, 12, 0, tzinfo=UTC)
_PARSE = (
    "import feedparser, io, sys; print(len(feedparser.parse(io.BytesIO(open(sys.argv[1], 'rb').read()){}).entries))"
)


def feed(items: int, extra: int = 0) -> str:
    """So many entries, and `extra` newer ones on top of them."""

    def entry(number: int) -> str:
        chance = random.Random(number)

        def words(count: int) -> str:
            return " ".join(chance.choices(_WORDS, k=count))

        said = f'<p>“{words(24)},” said <a href="https://quay.example/who/{number}">{words(2)}</a>.</p>'
        body = html.escape(f"<p>{words(38)}.</p>{said}<p><em>{words(22)}</em></p>")
        date = format_datetime(_NEWEST - timedelta(minutes=7 * number))
        return (
            f"<item><title>{words(8)} {number}</title><link>https://quay.example/{number}</link>"
            f'<guid isPermaLink="false">quay:{number}</guid><pubDate>{date}</pubDate><description>{body}</description></item>'
        )

    entries = "\n".join(entry(number) for number in range(-extra, items))
    return f'<rss version="2.0"><channel><title>Quay Notes</title><link>https://quay.example/</link>\n{entries}\n</channel></rss>'


def measured(command: list[str], said: str) -> tuple[float, float]:
    """Seconds by the clock and of CPU; `said` must stand in what it prints."""
    before, begun = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    wall, after = time.perf_counter() - begun, resource.getrusage(resource.RUSAGE_CHILDREN)
    assert said in printed, printed
    return wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def one_round(folder: Path, items: int) -> dict[str, tuple[float, float]]:
    """Each measurement once."""
    file, story = folder / "feed.xml", folder / "story.jsonl"
    story.unlink(missing_ok=True)
    add = [sys.executable, "-m", "newsdesk", "add", "--store", str(story), str(file)]
    file.write_text(feed(items), encoding="utf-8")
    parse = [sys.executable, "-c"]
    found = {
        "feedparser": measured([*parse, _PARSE.format(""), str(file)], str(items)),
        "newsdesk add": measured(add, f"+{items} new"),
        "newsdesk add, again": measured(add, f"nothing new, {items} same"),
        "feedparser, without cleaning": measured(
            [*parse, _PARSE.format(", sanitize_html=False, resolve_relative_uris=False"), str(file)], str(items)
        ),
    }
    if newsboat := shutil.which("newsboat"):
        found["newsboat reload"] = measured([newsboat, *_newsboat_files(folder, file)], str(items))
    file.write_text(feed(items, 10), encoding="utf-8")
    return found | {"newsdesk add, 10 new": measured(add, f"+10 new, {items} same")}


def _newsboat_files(folder: Path, file: Path) -> list[str]:
    """What tells it to read this one feed into a new cache, and to say how much there is."""
    urls, cache, config = (folder / name for name in ("urls", "cache.db", "newsboat.conf"))
    urls.write_text(f"{file.as_uri()}\n", encoding="utf-8")
    config.write_text("", encoding="utf-8")
    cache.unlink(missing_ok=True)
    return ["-u", str(urls), "-c", str(cache), "-C", str(config), "-x", "reload", "print-unread"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--items", type=int, default=10_000)
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    found: defaultdict[str, list[tuple[float, float]]] = defaultdict(list)
    with tempfile.TemporaryDirectory(prefix="newsdesk-ingest-") as folder:
        os.environ |= {"HOME": folder, "XDG_DATA_HOME": folder, "XDG_CONFIG_HOME": folder}
        for _run in range(options.runs):
            for name, times in one_round(Path(folder), options.items).items():
                found[name].append(times)
    base = median(wall for wall, _cpu in found["feedparser"])
    for name, times in found.items():
        wall, cpu = (median(column) for column in zip(*times, strict=True))
        print(f"{name:30}{wall:7.2f} s{cpu:7.2f} s CPU{options.items / wall:8.0f} entries/s{wall / base:7.2f}x")


if __name__ == "__main__":
    main()
