"""Stores articles one by one and says of each when it is on the disk: what the crash tests kill.

    python benchmarks/crash_writer.py STORE START COUNT TAG

prints `ack TAG-N` for each. The text of an article follows from its name, so that `crash_dump.py` can tell a wrong one.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from newsdesk.model import Post, Source, SourceKind
from newsdesk.store import Store, StoreError


def article(name: str) -> tuple[Source, Post]:
    """The article of this name: a few lines that no other one has."""
    digest = hashlib.sha256(name.encode()).hexdigest()
    text = "\n\n".join(f"Cargo {digest[n : n + 8]} of {name} was landed at berth {n}." for n in range(0, 48, 8))
    return Source(SourceKind.ARTICLE, f"/{name}", content_hash=digest), Post(1, text, headline=name)


def main() -> int:
    """Store the articles; 1 and one line when the store takes no more."""
    path, start, count, tag = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3]), sys.argv[4]
    try:
        with Store.open(path) as store:
            for number in range(start, start + count):
                source, post = article(f"{tag}-{number}")
                store.add(source, [post])
                print(f"ack {tag}-{number}", flush=True)
    except StoreError as error:
        print(error, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
