"""The line below a field that says what is typed there is taken to mean, or why it cannot be taken."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from newsdesk.ui.dialogs.dialog import plain


class Understood(Static):
    """One line: a hint, a meaning, or a refusal. Its words may come from outside."""

    DEFAULT_CSS = """
    Understood {
        color: $text-muted;
        &.-good { color: $text-success; }
        &.-bad { color: $text-error; text-style: bold; }
    }
    """

    def __init__(self, hint: str = "") -> None:
        super().__init__(hint, id="understood", markup=False)

    def hint(self, words: str) -> None:
        """Say what may be typed, or what is not yet right about it."""
        self.update(plain(words))
        self.remove_class("-good", "-bad")

    def means(self, words: str) -> None:
        """Say how it is understood."""
        self.update(Content(f"= {words}"))
        self.remove_class("-bad")
        self.add_class("-good")

    def refuse(self, why: str) -> None:
        """Say why it cannot be taken as it is."""
        self.update(plain(why))
        self.remove_class("-good")
        self.add_class("-bad")
