"""A look at the files that the sources were read from: they are asked for, not read."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from pathlib import Path

from newsdesk.model import Source
from newsdesk.story.source_state import SourceState


def look_at_files(
    sources: Iterable[Source], read: Mapping[str, datetime], failed: Mapping[str, datetime]
) -> dict[int, SourceState]:
    """What is wrong with the sources' files, by the source's id; pasted text and addresses have none.

    Args:
        sources: as they are stored.
        read: when files were read besides, by their paths: reading what is known already stores nothing.
        failed: when files were tried in vain.
    """
    found = {}
    for source in sources:
        last = max((one for one in (source.read_at, read.get(source.origin)) if one is not None), default=None)
        if last is None or not Path(source.origin).is_absolute():
            continue
        vain = failed.get(source.origin)
        state = _state(source.origin, last, failed_since=vain is not None and vain > last)
        if state is not None:
            found[source.id] = state
    return found


def _state(path: str, read_at: datetime, *, failed_since: bool) -> SourceState | None:
    try:
        changed_at = datetime.fromtimestamp(os.stat(path).st_mtime, UTC)  # noqa: PTH116 - no name of it is taken apart
        if failed_since or not os.access(path, os.R_OK):
            return SourceState.UNREADABLE
    except (FileNotFoundError, NotADirectoryError):
        return SourceState.GONE
    except (OSError, ValueError, OverflowError):  # no path at all, or a moment beyond all calendars
        return SourceState.UNREADABLE
    return SourceState.CHANGED if changed_at > read_at else None
