"""Regular expressions that are compiled when they are first used: together they would take two thirds of an import.

Most commands, and a worker whose posts are known, use few of them.
"""

from __future__ import annotations

import re
from functools import cached_property
from typing import Any, cast


class LatePattern:
    """Looks like a compiled pattern; after its first use each method is the compiled pattern's own."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._made_of = pattern, flags

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        # Here and not in the cache of `re`, which holds fewer than there are.
        return re.compile(*self._made_of)

    def __getattr__(self, name: str) -> Any:
        found = getattr(self._compiled, name)
        setattr(self, name, found)
        return found


def late_pattern(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """A pattern like that of `re.compile`, which costs nothing until it is used. A mistake in it shows only then."""
    return cast("re.Pattern[str]", LatePattern(pattern, flags))
