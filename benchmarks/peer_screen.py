"""The least that Textual can do with so many rows: an application that is one OptionList, to measure the desk against."""

import sys

from textual.app import App, ComposeResult
from textual.widgets import OptionList


class Rows(App[None]):
    """Rows of words, and nothing else."""

    def compose(self) -> ComposeResult:
        """The list."""
        yield OptionList(
            *(f"Row {number:06} ferries crews harbour mediator talks" for number in range(int(sys.argv[1])))
        )


if __name__ == "__main__":
    Rows().run()
