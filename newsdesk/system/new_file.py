"""Writing a file that is not there yet: whole or not at all, and never over one that is."""

from __future__ import annotations

import os
import secrets
from contextlib import suppress
from pathlib import Path

from newsdesk.shown_name import shown_name
from newsdesk.system.beside import write_fresh


class NotWrittenError(Exception):
    """The file was not written; one line for a person."""


def write_new(path: Path, content: bytes) -> None:
    """Write a new file: under another name in its folder first, so that nobody ever sees half of it.

    Raises:
        NotWrittenError: something of that name exists, which stays as it is, or the folder takes no file.
    """
    # A link that leads nowhere is something, too: to write through it would be to write where nobody said.
    if os.path.lexists(path):
        raise _exists(path)
    beside = path.parent / f".newsdesk-{secrets.token_hex(8)}.part"
    try:
        write_fresh(beside, content, 0o666)
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    try:
        _take_name(beside, path)
    except FileExistsError as error:
        raise _exists(path) from error
    except (OSError, ValueError) as error:
        raise _refused(path, error) from error
    finally:
        with suppress(OSError):
            beside.unlink()


def _take_name(beside: Path, path: Path) -> None:
    """Give the file its name, unless somebody else took it meanwhile."""
    try:
        path.hardlink_to(beside)
    except FileExistsError:
        raise
    except OSError:
        # Some file systems know no second name: reserve this one, then take its place.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL))
        try:
            beside.replace(path)
        except OSError:
            path.unlink()
            raise


def _exists(path: Path) -> NotWrittenError:
    return NotWrittenError(f"{shown_name(str(path))}: exists already and was left as it is; name another file")


def _refused(path: Path, error: OSError | ValueError) -> NotWrittenError:
    reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
    return NotWrittenError(f"{shown_name(str(path))}: cannot be written ({reason}); name another file or folder")
