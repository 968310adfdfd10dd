"""A story's store: TinyDB on an append-only journal that loses nothing and that several processes share."""

from newsdesk.store.answers import Added, Changes, MarksSet, Removed, Snapshot
from newsdesk.store.check import CheckReport, check
from newsdesk.store.errors import (
    NewerVersionError,
    NotAStoreError,
    OlderVersionError,
    SourceGoneError,
    StoreBusyError,
    StoreError,
    StoreNotWritableError,
)
from newsdesk.store.identity import has_address, is_followed
from newsdesk.store.rewriting import Repaired, compact, repair
from newsdesk.store.stock import from_stock as tables_in_stock
from newsdesk.store.store import Store
from newsdesk.store.story_files import story_names, story_path
from newsdesk.store.story_moves import delete_story, move_story, refuse_taken
from newsdesk.store.tinydb_journal import JournalDB, JournalStorage

__all__ = [
    "Added",
    "Changes",
    "CheckReport",
    "JournalDB",
    "JournalStorage",
    "MarksSet",
    "NewerVersionError",
    "NotAStoreError",
    "OlderVersionError",
    "Removed",
    "Repaired",
    "Snapshot",
    "SourceGoneError",
    "Store",
    "StoreBusyError",
    "StoreError",
    "StoreNotWritableError",
    "check",
    "compact",
    "delete_story",
    "has_address",
    "is_followed",
    "move_story",
    "refuse_taken",
    "repair",
    "story_names",
    "story_path",
    "tables_in_stock",
]
