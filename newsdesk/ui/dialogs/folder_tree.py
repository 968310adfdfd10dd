"""The folders of this machine, to pick a file from."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import ClassVar

from textual.binding import BindingType
from textual.widgets import DirectoryTree

from newsdesk.ui.fields.path_suggester import may_be_shown
from newsdesk.ui.keys.commands import BROWSE


class FolderTree(DirectoryTree):
    """Folders and files, hidden ones and unspeakable names left out."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in BROWSE]
    ICON_NODE_EXPANDED = "▾ "
    ICON_NODE = "▸ "
    ICON_FILE = "  "

    def action_up(self) -> None:
        """Show the folder above; at the top nothing happens."""
        self.path = Path(self.path).absolute().parent

    def filter_paths(self, paths: Iterable[Path]) -> Iterable[Path]:
        """Leave out what cannot be shown as it is."""
        return [path for path in paths if not path.name.startswith(".") and may_be_shown(path.name)]
