"""The folders of this machine, to pick a file from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from textual.widgets import DirectoryTree

from newsdesk.ui.path_suggester import may_be_shown


class FolderTree(DirectoryTree):
    """Folders and files, hidden ones and unspeakable names left out."""

    ICON_NODE_EXPANDED = "▾ "
    ICON_NODE = "▸ "
    ICON_FILE = "  "

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out what cannot be shown as it is."""
        return [path for path in paths if not path.name.startswith(".") and may_be_shown(path.name)]
