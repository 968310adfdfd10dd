from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen
from textual.widgets import Static

from newsdesk.ui.dialogs.help import EVERYWHERE, HERE, OTHER_WAYS, WHAT_IT_IS, Help, KeyHelp, KeyTable, live_bindings
from newsdesk.ui.dialogs.reader import Reader
from newsdesk.ui.keys.commands import READER, Command

PANE = (
    Command("pane.down", "down,j", "move(1)", "Down", "Go [down] one row.", "↓ j"),
    Command("pane.open", "enter", "open", "Open", "Read it.", "⏎"),
)
DESK = (
    Command("desk.open", "enter", "open_all", "Open all", "Taken by the pane."),
    Command("desk.off", "x", "off", "Off", "Makes no sense now."),
    Command("desk.quit", "q,Q", "app.quit", "Quit", "Leave."),
)


class Pane(Static, can_focus=True):
    BINDINGS: ClassVar[list[BindingType]] = [command.binding for command in PANE]


class Desk(Screen[None]):
    BINDINGS: ClassVar[list[BindingType]] = [
        *(command.binding for command in DESK),
        Binding("w", "bell", "Hidden from people", system=True),
    ]

    def compose(self) -> ComposeResult:
        yield Pane("pane")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002 - Textual's signature
        return action != "off"


class Host(App[None]):
    def __init__(self, screen: Screen[Any]) -> None:
        super().__init__()
        self.first = screen

    def on_mount(self) -> None:
        self.push_screen(self.first)


def words_shown(screen: Screen[Any]) -> list[str]:
    """Lines, and the cells of tables; how tables are laid out is in the pictures."""
    cells = [words for table in screen.query(KeyTable) for row in table.rows for words in row]
    return [str(static.content) for static in screen.query(Static)] + cells


async def test_bindings_are_grouped_by_where_they_come_from() -> None:
    host = Host(Desk())
    async with host.run_test() as pilot:
        host.first.query_one(Pane).focus()
        await pilot.pause()
        found = live_bindings(host.first)
    ours = [key for key in found if key.tooltip]
    assert ours[:3] == [
        KeyHelp(HERE, "↓ j", "Down", "Go [down] one row."),
        KeyHelp(HERE, "⏎", "Open", "Read it."),
        KeyHelp(EVERYWHERE, "q Q", "Quit", "Leave."),
    ]


async def test_keys_that_are_taken_disabled_or_internal_are_not_listed() -> None:
    host = Host(Desk())
    async with host.run_test() as pilot:
        host.first.query_one(Pane).focus()
        await pilot.pause()
        titles = [key.title for key in live_bindings(host.first)]
    assert {"Open all", "Off", "Hidden from people"}.isdisjoint(titles)


async def test_help_shows_every_binding_verbatim_and_closes() -> None:
    host = Host(Desk())
    async with host.run_test(size=(80, 24)) as pilot:
        host.first.query_one(Pane).focus()
        await pilot.pause()
        keys = live_bindings(host.first)
        host.push_screen(Help(keys))
        await pilot.pause()
        shown = words_shown(host.screen)
        for key in keys:
            assert key.keys in shown
            assert (key.tooltip or key.title) in shown
        assert WHAT_IT_IS in shown
        assert {words.format(copy="y") for _, _, words in OTHER_WAYS} <= set(shown)
        await pilot.press("escape")
        await pilot.pause()
        assert host.screen is host.first


async def test_the_reader_opens_help_on_its_own_commands() -> None:
    host = Host(Reader({}.get, [1], 1))
    async with host.run_test() as pilot:
        await pilot.pause()
        await pilot.press("question_mark")
        await pilot.pause()
        shown = words_shown(host.screen)
        assert [command.title for command in READER if command.tooltip not in shown] == []
        await pilot.press("question_mark")
        await pilot.pause()
        assert host.screen is host.first


async def test_long_help_scrolls_by_keys() -> None:
    keys = [KeyHelp(EVERYWHERE, f"k{number}", "Title", f"Does thing {number}.") for number in range(60)]
    host = Host(Help(keys))
    async with host.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        help_screen = host.screen
        assert isinstance(help_screen, Help)
        await pilot.press("G")
        await pilot.pause()
        bottom = help_screen.scroller.scroll_y
        assert bottom == help_screen.scroller.max_scroll_y > 0
        await pilot.press("k", "pageup")
        await pilot.pause()
        assert help_screen.scroller.scroll_y == bottom - 1 - (help_screen.scroller.size.height - 1)
        await pilot.press("home")
        await pilot.pause()
        assert help_screen.scroller.scroll_y == 0


async def test_on_a_narrow_screen_what_a_key_does_stands_below_it() -> None:
    table = KeyTable(
        [("↑ k", "Up", "Go to the previous row, or to the one before it."), ("a-long-key-name", "Only a title", "")]
    )
    assert [line.plain for line in table._lines(34)] == [
        "↑ k           Up",
        "  Go to the previous row, or to",
        "  the one before it.",
        "a-long-key-na Only a title",
        "me",
    ]
    assert len(table._lines(80)) == 3
