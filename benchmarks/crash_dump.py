"""Prints the name of every article in a store, and `BAD NAME` where its text is not the one that was stored.

python benchmarks/crash_dump.py STORE
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import NamedTuple

from crash_writer import article

from newsdesk.store import Store, StoreError


class Dump(NamedTuple):
    """What a reader finds in a store."""

    names: frozenset[str]
    """The articles that are there in their own words."""
    wrong: frozenset[str]
    """Those with another text than the one that was stored."""
    told: str | None
    """What a person is told: why it cannot be opened, or that lines are damaged."""
    opened: bool


def look(path: Path) -> Dump:
    """What is in the store now."""
    try:
        with Store.open(path, read_only=True) as store:
            story = store.load()
            told = f"{len(store.damaged)} damaged lines" if store.damaged else None
    except StoreError as error:
        return Dump(frozenset(), frozenset(), str(error), opened=False)
    texts = {post.source_id: post.text for post in story.posts}
    named = {source.origin.removeprefix("/"): texts.get(source.id) for source in story.sources}
    right = frozenset(name for name, text in named.items() if text == article(name)[1].text)
    return Dump(right, frozenset(named) - right, told, opened=True)


def main() -> int:
    """List the articles; 1 and one line when the store cannot be opened."""
    found = look(Path(sys.argv[1]))
    if found.told:
        print(found.told, file=sys.stderr)
    for line in sorted([*found.names, *(f"BAD {name}" for name in found.wrong)]):
        print(line)
    return 0 if found.opened else 1


if __name__ == "__main__":
    sys.exit(main())
