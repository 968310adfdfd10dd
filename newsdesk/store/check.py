"""Whether a story's file is sound, and if not, what is wrong and where. Changes nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from newsdesk.store.documents import MARKS, POSTS, SOURCES
from newsdesk.store.journal import Journal
from newsdesk.store.journal_format import TableChanges


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a story's file holds, and what is wrong with it."""

    path: Path
    transactions: int
    """That can be believed."""
    sources: int
    posts: int
    marks: int
    damaged: tuple[int, ...]
    """Numbers (from 1) of the lines whose checksum is wrong."""
    missing: int
    """Transactions that the numbering says are lost, those in damaged lines among them."""
    misplaced: tuple[int, ...]
    """Numbers of the lines that count back: two writers did not know of each other."""
    unfinished: int
    """Bytes behind the last line: a write that a crash cut short. It never counted, and the next write removes it."""

    @property
    def sound(self) -> bool:
        """Nothing that was ever stored is lost or doubtful. An unfinished end is no damage."""
        return not (self.damaged or self.missing or self.misplaced)

    @property
    def findings(self) -> tuple[str, ...]:
        """What is wrong, a line each, for a person."""
        found = []
        if self.damaged:
            found.append(f"{_lines(self.damaged)} damaged: what was stored there cannot be read")
        if self.missing > sum(line > 1 for line in self.damaged):
            found.append(f"{self.missing} transactions are missing by their numbers")
        if self.misplaced:
            found.append(f"{_lines(self.misplaced)} out of order: two programs wrote at once without the lock")
        if self.unfinished:
            found.append(f"{self.unfinished} bytes at the end are an unfinished write; the next write removes them")
        return tuple(found)


def check(path: Path) -> CheckReport:
    """Read a whole story's file and verify header, checksums and numbering.

    Raises:
        StoreError: it cannot be read, is something else, or a newer version wrote it.
    """
    counting = _Counting()
    journal = Journal(path, counting, create=False, read_only=True, any_version=True)
    try:
        return CheckReport(
            path=path,
            transactions=counting.transactions,
            sources=len(counting.ids.get(SOURCES, ())),
            posts=len(counting.ids.get(POSTS, ())),
            marks=len(counting.ids.get(MARKS, ())),
            damaged=journal.damaged,
            missing=journal.missing,
            misplaced=tuple(journal.misplaced),
            unfinished=journal.unfinished,
        )
    finally:
        journal.close()


class _Counting:
    """Counts transactions and the documents that they leave."""

    def __init__(self) -> None:
        self.transactions = 0
        self.ids: dict[str, set[str]] = {}

    def start_over(self) -> None:
        self.transactions = 0
        self.ids.clear()

    def apply(self, changes: TableChanges) -> None:
        self.transactions += 1
        for name, documents in changes.items():
            ids = self.ids.setdefault(name, set())
            for doc_id, document in documents.items():
                if document is None:
                    ids.discard(doc_id)
                else:
                    ids.add(doc_id)


def _lines(numbers: tuple[int, ...]) -> str:
    shown = ", ".join(map(str, numbers[:10])) + (f" and {len(numbers) - 10} more" if len(numbers) > 10 else "")
    return f"line {shown} is" if len(numbers) == 1 else f"lines {shown} are"
