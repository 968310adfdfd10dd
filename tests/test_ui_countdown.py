from dataclasses import replace

from textual.app import App, ComposeResult
from textual.geometry import Offset
from textual.selection import Selection

from newsdesk.story.countdown import EventRow
from newsdesk.ui.panes.countdown import LOW, CountdownPane

REGATTA = EventRow(
    key="regatta",
    countdown="IN 3 DAYS",
    days="14 – 16 May",
    title="Regatta in the old harbour",
    certainty="confirmed",
    status="",
    mentions=2,
    passed=False,
)
VOTE = replace(REGATTA, key="vote", countdown="TODAY", days="Sun 11 May", title="Vote", certainty="planned", mentions=1)
PARADE = replace(REGATTA, key="parade", countdown="PASSED", days="Fri 9 May", title="Parade", passed=True)


class CountdownApp(App[None]):
    CSS = "CountdownPane { border: round $border; }"

    def __init__(self) -> None:
        super().__init__()
        self.countdown = CountdownPane()
        self.opened: list[str] = []

    def compose(self) -> ComposeResult:
        yield self.countdown

    def on_mount(self) -> None:
        self.countdown.focus()

    def on_countdown_pane_opened(self, event: CountdownPane.Opened) -> None:
        self.opened.append(event.event_key)


def shown(pane: CountdownPane) -> list[str]:
    return [pane.render_line(y).text[1:].rstrip() for y in range(pane.size.height)]


async def test_events_ahead_and_passed_ones_below_a_rule() -> None:
    app = CountdownApp()
    async with app.run_test(size=(32, 18)) as pilot:
        app.countdown.set_rows([VOTE, REGATTA, PARADE])
        await pilot.pause()
        assert shown(app.countdown)[:13] == [
            "TODAY            Sun 11 May",
            "Vote",
            "planned · 1 mention",
            "",
            "IN 3 DAYS       14 – 16 May",
            "Regatta in the old harbour",
            "confirmed · 2 mentions",
            "",
            "── Passed ─────────────────",
            "PASSED            Fri 9 May",
            "Parade",
            "confirmed · 2 mentions",
            "",
        ]
        assert app.countdown.border_subtitle == "2 ahead"


async def test_what_is_called_off_stands_under_no_rule_of_what_has_passed() -> None:
    app = CountdownApp()
    off = replace(REGATTA, countdown="CALLED OFF", passed=True, before_its_days=True)
    async with app.run_test(size=(32, 18)) as pilot:
        app.countdown.set_rows([VOTE, off, replace(off, key="fair", title="Fair"), PARADE])
        await pilot.pause()
        rules = [line for line in shown(app.countdown) if line.startswith("──")]
        assert rules == ["── No longer expected ─────", "── Passed ─────────────────"]
        assert app.countdown.border_subtitle == "1 ahead"
        app.countdown.set_rows([replace(off, pinned=True), VOTE])
        await pilot.pause()
        assert not any(line.startswith("──") for line in shown(app.countdown))


async def test_what_became_of_an_event_stands_at_its_end() -> None:
    app = CountdownApp()
    async with app.run_test(size=(60, 18)) as pilot:
        app.countdown.set_rows([replace(REGATTA, status="postponed, was Mon 12 May")])
        await pilot.pause()
        assert shown(app.countdown)[2] == "confirmed · 2 mentions · postponed, was Mon 12 May"


async def test_a_narrow_pane_breaks_lines_and_loses_nothing() -> None:
    app = CountdownApp()
    async with app.run_test(size=(18, 18)) as pilot:
        app.countdown.set_rows([replace(REGATTA, status="postponed")])
        await pilot.pause()
        assert shown(app.countdown)[:8] == [
            "IN 3 DAYS",
            "14 – 16 May",
            "Regatta in the",
            "old harbour",
            "confirmed",
            "2 mentions",
            "postponed",
            "",
        ]


async def test_a_low_pane_leaves_out_the_blank_lines_and_gets_them_back() -> None:
    app = CountdownApp()
    async with app.run_test(size=(40, LOW - 1)) as pilot:
        app.countdown.set_rows([VOTE, REGATTA, replace(REGATTA, key="again")])
        await pilot.press("j")
        assert "" not in shown(app.countdown)[:9]
        assert [line for line in shown(app.countdown) if "Regatta" in line] == 2 * [f"{REGATTA.title}"]
        await pilot.resize_terminal(40, LOW + 6)
        await pilot.pause()
        assert shown(app.countdown)[3] == ""
        assert app.countdown.current == REGATTA
        await pilot.resize_terminal(40, LOW - 1)
        await pilot.pause()
        assert "" not in shown(app.countdown)[:9]
        assert app.countdown.current_is_seen


async def test_no_other_words_get_selected_when_a_low_pane_grows() -> None:
    app = CountdownApp()
    async with app.run_test(size=(40, LOW - 1)) as pilot:
        app.countdown.set_rows([VOTE, REGATTA])
        await pilot.pause()
        app.screen.selections = {app.countdown: Selection(Offset(0, 4), Offset(7, 4))}
        assert app.screen.get_selected_text() == "Regatta"
        await pilot.resize_terminal(40, LOW + 6)
        await pilot.pause()
        assert app.screen.get_selected_text() in (None, "", "Regatta")


async def test_enter_asks_for_the_mentions_of_the_current_event() -> None:
    app = CountdownApp()
    async with app.run_test(size=(40, 18)) as pilot:
        app.countdown.set_rows([VOTE, REGATTA])
        await pilot.press("enter", "j", "l")
        assert app.opened == ["vote", "regatta"]


async def test_the_current_event_stays_current_when_its_day_comes() -> None:
    app = CountdownApp()
    async with app.run_test(size=(40, 18)) as pilot:
        app.countdown.set_rows([VOTE, REGATTA])
        await pilot.press("j")
        now = replace(REGATTA, countdown="TODAY")
        app.countdown.set_rows([now, replace(VOTE, passed=True)])
        assert app.countdown.current == now


async def test_an_empty_countdown_says_so() -> None:
    app = CountdownApp()
    async with app.run_test(size=(40, 18)) as pilot:
        await pilot.press("enter")
        assert shown(app.countdown)[1] == " Nothing dated ahead."
        assert app.opened == []
