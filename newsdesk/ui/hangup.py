"""A terminal that is gone: its window was closed, or the connection to it broke, and no signal told of it."""

from __future__ import annotations

import select
import sys


def is_hung_up() -> bool:
    """Whether nobody can type any longer into what the program reads its keys from.

    Only the terminal that controls a program tells it by a signal when it goes. Textual would go on asking for keys without a rest.
    """
    if not hasattr(select, "poll"):
        return False
    try:
        asked = select.poll()
        asked.register(sys.__stdin__ or 0, 0)
        return any(told & select.POLLHUP for _, told in asked.poll(0))
    except (OSError, ValueError):  # closed, or no file at all
        return False
