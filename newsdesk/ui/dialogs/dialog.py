"""What all dialogs share: a box over the dimmed desk, a way out, and help."""

from __future__ import annotations

from typing import ClassVar

from textual.actions import SkipAction
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen, ScreenResultType
from textual.style import Style
from textual.widgets import OptionList

from newsdesk.clean import clean_line
from newsdesk.ui.fields.early_keys import EarlyKeys
from newsdesk.ui.keys.commands import ROW_KEYS
from newsdesk.ui.wrap import steady


def plain(text: str, style: str = "") -> Content:
    """Text from outside as one line to show: never markup, and nothing in it reaches the terminal as a command."""
    return Content.styled(steady(clean_line(text)), style)


class RowList(OptionList, inherit_bindings=False):
    """A list of a dialog, moved through with the same keys as the panes. Enter is left to the dialog."""

    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in ROW_KEYS]

    DEFAULT_CSS = """
    RowList {
        border: none;
        padding: 0;
        background: transparent;
        &:focus { border: none; background-tint: transparent 0%; }
        /* The terminal's own white and black would hide the muted words of a row. */
        &:ansi > .option-list--option-highlighted { color: ansi_default; background: ansi_default; text-style: underline; }
        &:ansi:focus > .option-list--option-highlighted {
            color: ansi_default; background: ansi_default; text-style: reverse;
        }
    }
    """

    def get_visual_style(self, *component_classes: str, partial: bool = False) -> Style:
        """The style of a part, with the `reverse` of its text, which Textual leaves out."""
        style = super().get_visual_style(*component_classes, partial=partial)
        reverse = any(self.get_component_styles(name).text_style.reverse for name in component_classes)
        return style + Style(reverse=True) if reverse else style


class Dialog(EarlyKeys, ModalScreen[ScreenResultType]):
    """A box over the desk. Its messages reach the app; its result goes to whoever pushed it."""

    DEFAULT_CSS = """
    Dialog {
        align: center middle;
        background: $background 60%;
        #box {
            width: 96%;
            max-width: 100;
            height: auto;
            max-height: 100%;
            padding: 0 1;
            background: $surface;
            border: round $primary;
            border-title-color: $text-primary;
            border-title-style: bold;
            border-subtitle-color: $text-muted;
        }
        RowList, VerticalScroll {
            scrollbar-color: $foreground 25%;
            scrollbar-color-hover: $foreground 40%;
            scrollbar-background: $surface;
            scrollbar-background-hover: $surface;
            scrollbar-background-active: $surface;
        }
        KeyLine {
            background: transparent;
            .key-line--key, .key-line--words { background: transparent; }
        }
    }
    """

    def action_close(self) -> None:
        """Leave without a result."""
        self.dismiss(None)

    def action_copy_text(self) -> None:
        """Copy what is selected; where nothing is, Ctrl+C means to leave, and no key of a dialog reaches the app."""
        try:
            super().action_copy_text()
        except SkipAction:
            self.app.action_help_quit()

    def action_help(self) -> None:
        """Show the keys that work here."""
        from newsdesk.ui.dialogs.help import Help, live_bindings  # noqa: PLC0415 - help is a dialog itself

        self.app.push_screen(Help(live_bindings(self)))


class ScrollingDialog(Dialog[ScreenResultType]):
    """A dialog whose whole content is text to scroll through: no widget takes the focus, all keys are the dialog's."""

    @property
    def scroller(self) -> VerticalScroll:
        """What scrolls."""
        return self.query_one("#scroller", VerticalScroll)

    def action_scroll_by(self, lines: int) -> None:
        """Scroll by lines; a negative number goes up."""
        self.scroller.scroll_relative(y=lines, animate=False)

    def action_scroll_page(self, pages: int) -> None:
        """Scroll by pages, keeping one line for orientation."""
        self.scroller.scroll_relative(y=pages * max(1, self.scroller.size.height - 1), animate=False)

    def action_scroll_top(self) -> None:
        """Go to the first line."""
        self.scroller.scroll_home(animate=False)

    def action_scroll_bottom(self) -> None:
        """Go to the last line."""
        self.scroller.scroll_end(animate=False)
