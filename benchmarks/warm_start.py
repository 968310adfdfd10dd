"""What it saves that the candidates of posts are kept beside the story. For information.

Run it from a checkout: `python benchmarks/warm_start.py [POSTS ...]`. For each number of posts it stores a story made of the
sample's own paragraphs in another order, and prints the CPU seconds of `newsdesk quotes` without the kept file and with it
(the median of three), the milliseconds until an open desk's worker has the facts again after one post more, and the bytes
that the file takes for a post.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median

from newsdesk import sample
from newsdesk.kept.candidates import SUFFIX, find_facts
from newsdesk.model import Basis, Post, Precision, PrintedTime, Published, Source, SourceKind
from newsdesk.read import read
from newsdesk.store import Store
from newsdesk.story.clock import Clock, Mode
from newsdesk.system.background import WorkerProcess

START = datetime(2025, 5, 1, tzinfo=UTC)
RUNS = 3
APART = timedelta(minutes=5)
"""Between two posts: the newest of a hundred thousand is no post of days to come."""
SOURCES = 20
PARAGRAPHS = range(2, 9)
"""Of a post."""


def made_up(count: int) -> list[Post]:
    """Posts of the sample's paragraphs, `APART`, no two the same."""
    read_posts = [post for name, data in sample.files() for post in read(data, name=name).posts]
    paragraphs = [line for post in read_posts for line in post.text.split("\n") if line.strip()]
    chance = random.Random(count)
    posts = []
    for number in range(1, count + 1):
        at = START + APART * number
        printed = PrintedTime(at.isoformat(), at.year, at.month, at.day, at.hour, at.minute, utc_offset=0)
        text = "\n\n".join(chance.choices(paragraphs, k=chance.choice(PARAGRAPHS)))
        headline = chance.choice(read_posts).headline
        posts.append(Post(number, text=f"{text}\n\nItem {number}.", headline=headline, printed_time=printed))
    return posts


def store(path: Path, posts: list[Post]) -> None:
    with Store.open(path) as opened:
        for number in range(SOURCES):
            source = Source(SourceKind.LIVE_PAGE, origin=f"/page {number}", content_hash=str(number))
            opened.add(source, posts[number::SOURCES])


def cpu_seconds(path: Path) -> float:
    """Of one `newsdesk quotes`."""
    before = os.times()
    command = [sys.executable, "-m", "newsdesk", "quotes", "--store", str(path)]
    subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def milliseconds(work: Callable[[], object]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def one_more(path: Path, posts: list[Post]) -> float:
    """Milliseconds until a worker that knows all but the last few posts has the facts with one of them more."""
    clock = Clock(Mode.NEWEST, START + timedelta(days=60))
    dated = []
    for number, post in enumerate(posts, start=1):
        at = START + APART * number
        published = Published(at, Precision.MINUTE, Basis.STATED, Basis.STATED)
        dated.append(replace(post, id=number, source_id=1, published=published))
    worker = WorkerProcess()
    try:
        worker.run(never, find_facts, dated[:-RUNS], clock, path)
        counts = range(len(dated) - RUNS + 1, len(dated) + 1)
        return median(
            milliseconds(lambda upto=upto: worker.run(never, find_facts, dated[:upto], clock, path)) for upto in counts
        )
    finally:
        worker.close()


def never() -> bool:
    return False


def main() -> None:
    print("  posts  without the file  with it  one post more  bytes a post")
    for count in [int(each) for each in sys.argv[1:]] or [10, 100, 1_000, 5_000]:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / "story.jsonl"
            kept = path.with_name(path.name + SUFFIX)
            posts = made_up(count)
            store(path, posts)
            without = []
            for _ in range(RUNS):
                kept.unlink(missing_ok=True)
                without.append(cpu_seconds(path))
            size = kept.stat().st_size if kept.exists() else 0
            warm = median(cpu_seconds(path) for _ in range(RUNS))
            more = one_more(path, posts)
        print(f"{count:7} {median(without):15.2f} s {warm:6.2f} s {more:11.0f} ms {size / count:13.0f}", flush=True)


if __name__ == "__main__":
    main()
