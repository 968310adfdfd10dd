"""newsdesk's store beside TinyDB's own storage and SQLite: opening a story and reading all of it, one durable insert, memory.

    .venv/bin/python benchmarks/stores.py [--posts 1000 10000 100000] [--runs 3]

Each measurement is a process of its own, the stores in turn. CPU is user and system time of the work alone, without the
interpreter's start; memory is the peak of the whole process, imports included. Posts are of the size that live pages have.
"Read all" gives documents (what TinyDB's `all` or a SELECT with JSON gives) and, for newsdesk, the model's objects too.
SQLite is in WAL mode and waits for the disk at each commit (`synchronous=FULL`).
"""

from __future__ import annotations

import argparse
import json
import random
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from tool_process import peak_memory

_TEXT = """
the harbour board said pilots would wait until fog lifted over northern quays where ferries and two tankers stood by while
unions met ministers about pay and hours a spokesman added that talks went on behind closed doors “we shall see”
"""
_WORDS = _TEXT.split()
_INSERTS = 50


def posts(count: int) -> Iterator[dict[str, Any]]:
    """Posts as a live page has them: a headline, a byline, three to five short paragraphs."""
    chance = random.Random(count)
    for number in range(count):
        hour, minute = divmod(number % 1440, 60)
        paragraphs = [" ".join(chance.choices(_WORDS, k=chance.randint(15, 45))) for _ in range(chance.randint(3, 5))]
        yield {
            "source_id": 1,
            "n": number + 1,
            "text": "\n\n".join(paragraphs),
            "headline": f"{' '.join(chance.choices(_WORDS, k=7))} {number}",
            "byline_name": chance.choice(["Ana Ruiz", "Lee Park", "Jo Tan"]),
            "byline_role": "Live reporter",
            "printed_time": {"text": f"{hour:02}:{minute:02} BST", "hour": hour, "minute": minute, "zone": "BST"},
            "own_id": f"post-{chance.getrandbits(64):016x}",
            "line": number * 12 + 1,
        }


class Newsdesk:
    """The store itself, through TinyDB's API."""

    def __init__(self, path: Path) -> None:
        from newsdesk.store import JournalDB

        self.path = path
        self.database = JournalDB(path)

    def fill(self, count: int) -> None:
        """A source and its posts, in transactions of a hundred posts, as pages bring them."""
        source = {"kind": "live page", "origin": "/pages/harbour.html", "title": "Harbour", "first_stored": 1}
        self.database.storage.write({"sources": {"1": source}})
        batch = []
        for post in posts(count):
            batch.append(post)
            if len(batch) == 100:
                self.database.table("posts").insert_multiple(batch)
                batch = []
        self.database.table("posts").insert_multiple(batch)

    def read(self) -> int:
        """All documents."""
        return len(self.database.storage.read().get("posts", {}))

    def insert(self, post: dict[str, Any]) -> None:
        """One post, on the disk when this returns."""
        self.database.table("posts").insert(post)


class NewsdeskModel(Newsdesk):
    """The store as the desk reads it: posts as objects, in order."""

    def __init__(self, path: Path) -> None:
        from newsdesk.store import Store

        self.store = Store.open(path)

    def read(self) -> int:
        """All posts."""
        return len(self.store.load().posts)


class PostByPost(Newsdesk):
    """The same, when each post came alone: the longest file."""

    def fill(self, count: int) -> None:
        """A transaction for each post; the lines are what the store writes, without waiting for the disk at each."""
        from newsdesk.store.journal_format import encode_transaction

        self.insert(next(posts(1)))
        with self.path.open("ab") as file:
            for post in posts(count):
                number = int(post["n"])
                file.write(encode_transaction(number + 1, {"posts": {str(number): post}}))


class StockTinyDB:
    """TinyDB as it comes."""

    def __init__(self, path: Path) -> None:
        from tinydb import TinyDB

        self.database = TinyDB(path, ensure_ascii=False, encoding="utf-8")

    def fill(self, count: int) -> None:
        """At once: it writes its whole file at each insert."""
        self.database.table("posts").insert_multiple(posts(count))

    def read(self) -> int:
        """All documents."""
        return len(self.database.table("posts").all())

    def insert(self, post: dict[str, Any]) -> None:
        """One post; nothing waits for the disk but what TinyDB does by itself."""
        self.database.table("posts").insert(post)


class SQLite:
    """Documents as JSON in a table."""

    def __init__(self, path: Path) -> None:
        self.connection = sqlite3.connect(path)
        self.connection.execute("PRAGMA journal_mode=WAL")
        self.connection.execute("PRAGMA synchronous=FULL")
        self.connection.execute("CREATE TABLE IF NOT EXISTS posts (id INTEGER PRIMARY KEY, document TEXT)")

    def fill(self, count: int) -> None:
        """In one transaction."""
        with self.connection:
            self.connection.executemany(
                "INSERT INTO posts (document) VALUES (?)",
                ((json.dumps(post, ensure_ascii=False),) for post in posts(count)),
            )

    def read(self) -> int:
        """All documents, decoded."""
        rows = self.connection.execute("SELECT id, document FROM posts").fetchall()
        return len({doc_id: json.loads(document) for doc_id, document in rows})

    def insert(self, post: dict[str, Any]) -> None:
        """One post, on the disk when this returns."""
        with self.connection:
            self.connection.execute("INSERT INTO posts (document) VALUES (?)", (json.dumps(post, ensure_ascii=False),))


STORES: dict[str, tuple[str, Callable[[Path], Any]]] = {
    "newsdesk": ("pages", Newsdesk),
    "newsdesk, as objects": ("pages", NewsdeskModel),
    "newsdesk, post by post": ("posts", PostByPost),
    "TinyDB": ("tinydb", StockTinyDB),
    "SQLite": ("sqlite", SQLite),
}
"""What is measured by name: the file, which two may share, and the class."""


def measure(name: str, path: Path, what: str) -> dict[str, float]:
    """One measurement, in this process."""
    import newsdesk.store  # noqa: F401 - every store pays for the same imports

    opened = STORES[name][1]
    if what == "read":
        begun = time.process_time()
        count = opened(path).read()
        return {"cpu": time.process_time() - begun, "memory": peak_memory() / 1024, "posts": count}
    store = opened(path)
    store.read()
    inserts = 2 if name == "TinyDB" and path.stat().st_size > 1e7 else _INSERTS
    new = list(posts(inserts))
    begun = time.process_time()
    for post in new:
        store.insert(post)
    return {"cpu": (time.process_time() - begun) / inserts}


def main() -> None:
    """Fill the stores, measure each in turn, print a table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--posts", type=int, nargs="+", default=[1_000, 10_000, 100_000])
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--measure", nargs=3, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.measure:
        name, path, what = options.measure
        print(json.dumps(measure(name, Path(path), what)))
        return
    print(f"{'posts':>7}  {'store':23}{'open + read all':>16}{'of SQLite':>10}{'peak memory':>12}{'one insert':>12}")
    for count in options.posts:
        with tempfile.TemporaryDirectory(prefix="newsdesk-stores-") as folder:
            paths = {name: Path(folder) / file for name, (file, _kind) in STORES.items()}
            for name, path in paths.items():
                if not path.exists():
                    STORES[name][1](path).fill(count)
            found: dict[tuple[str, str], list[dict[str, float]]] = {}
            for what in ("read", "insert"):
                for _run in range(options.runs):
                    for name, path in paths.items():
                        if (what, STORES[name][1]) == ("insert", NewsdeskModel):
                            continue
                        command = [sys.executable, __file__, "--measure", name, str(path), what]
                        printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
                        found.setdefault((name, what), []).append(json.loads(printed))
            base = statistics.median(one["cpu"] for one in found["SQLite", "read"])
            for name in STORES:
                cpu = statistics.median(one["cpu"] for one in found[name, "read"])
                memory = statistics.median(one["memory"] for one in found[name, "read"])
                inserts = [one["cpu"] for one in found.get((name, "insert"), ())]
                insert = f"{statistics.median(inserts) * 1000:9.2f} ms" if inserts else ""
                print(f"{count:>7}  {name:23}{cpu * 1000:13.0f} ms{cpu / base:9.2f}x{memory:9.0f} MB{insert:>12}")


if __name__ == "__main__":
    main()
