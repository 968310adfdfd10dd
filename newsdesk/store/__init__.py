"""A story's store: TinyDB on an append-only journal that loses nothing and that several processes share."""

from newsdesk.store.answers import Added, Changes, MarksSet, Removed, Snapshot
from newsdesk.store.check import CheckReport, check
from newsdesk.store.errors import (
    NewerVersionError,
    NotAStoreError,
    SourceGoneError,
    StoreBusyError,
    StoreError,
    StoreNotWritableError,
)
from newsdesk.store.store import Store
from newsdesk.store.story_files import story_names, story_path
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
    "Removed",
    "Snapshot",
    "SourceGoneError",
    "Store",
    "StoreBusyError",
    "StoreError",
    "StoreNotWritableError",
    "check",
    "story_names",
    "story_path",
]
