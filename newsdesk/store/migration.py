"""A story that an earlier version of newsdesk wrote, brought to the present format. The earlier file is kept.

Documents outlive versions without this (`documents`): a migration is for the day when the file itself changes, and the
format's number with it. There has been none yet.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path

from newsdesk.store.disk import append_durably, chunks_from, sync_folder
from newsdesk.store.errors import StoreError, explained, shown
from newsdesk.store.journal_format import Tables

Upgrades = Mapping[int, Callable[[Tables], Tables]]
"""By the version that a file has: what makes its documents those of the next one."""
UPGRADES: Upgrades = {}
BACKUP = ".bak"
"""Added to a story's name, with a number where there is one already."""


def upgraded(tables: Tables, version: int, upgrades: Upgrades = UPGRADES) -> Tables:
    """The documents of a file of this version as the present one writes them."""
    while upgrade := upgrades.get(version):
        tables = upgrade(tables)
        version += 1
    return tables


def keep_backup(file: Path) -> Path:
    """Copy a story's file to one beside it, which is on the disk when this returns; an earlier backup stays.

    Raises:
        StoreError: it cannot be written; nothing has changed.
    """
    number = 1
    while os.path.lexists(backup := file.with_name(file.name + BACKUP + (f".{number}" if number > 1 else ""))):
        number += 1
    try:
        source = os.open(file, os.O_RDONLY)
        try:
            mode = stat.S_IMODE(os.fstat(source).st_mode)
            copy = os.open(backup, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
            try:
                for chunk in chunks_from(source, 0):
                    append_durably(copy, chunk)
            except BaseException:
                with suppress(OSError):
                    backup.unlink()
                raise
            finally:
                os.close(copy)
        finally:
            os.close(source)
        sync_folder(file.parent)
    except FileExistsError as error:  # another process was faster: it migrates, too
        raise StoreError(f"{shown(file)}: another newsdesk brings this story up to date; try again") from error
    except OSError as error:
        raise explained(error, file, "written") from error
    return backup
