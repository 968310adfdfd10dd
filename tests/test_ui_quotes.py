from dataclasses import replace

from textual.app import App, ComposeResult
from textual.color import Color

from newsdesk.story.citation import Citation
from newsdesk.story.quotes import ActorRow, SpokenRow
from newsdesk.ui.actor_colour import actor_colours
from newsdesk.ui.lists.line_list import LineList
from newsdesk.ui.panes.quotes import QuotesPane

LIND = ActorRow(name="Vera Lind", count=12, activity="▁▁▃▂▁▅█▃", role="harbour master")
EK = ActorRow(name="Åsa Ek", count=3, activity="      ▂▃", role="")
SAID = SpokenRow(
    post_id=7,
    place="text",
    start=10,
    end=40,
    text="First the boats [all of them] are checked.",
    when="11 May 12:48",
    detail="",
    source="Coast Daily",
    repeats=1,
    doubtful=False,
    reported=False,
    citation=Citation(""),
)


class QuotesApp(App[None]):
    CSS = "QuotesPane { border: round $border; }"

    def __init__(self) -> None:
        super().__init__()
        self.pane = QuotesPane()
        self.said = {"Vera Lind": [SAID, replace(SAID, post_id=8, text="We wait.")], "Åsa Ek": []}
        self.told: list[object] = []

    def compose(self) -> ComposeResult:
        yield self.pane

    def on_quotes_pane_actor_chosen(self, event: QuotesPane.ActorChosen) -> None:
        self.told.append(event.name)
        self.pane.set_quotes(event.name, self.said[event.name])

    def on_quotes_pane_opened(self, event: QuotesPane.Opened) -> None:
        self.told.append((event.post_id, event.place, event.start, event.end))

    def on_quotes_pane_statements_toggled(self, event: QuotesPane.StatementsToggled) -> None:
        self.told.append(event.shown)

    def on_quotes_pane_filter_actor(self, event: QuotesPane.FilterActor) -> None:
        self.told.append(f"only {event.name}")


def shown(rows: LineList[ActorRow] | LineList[SpokenRow]) -> list[str]:
    return [rows.render_line(y).text[1:].rstrip() for y in range(rows.size.height)]


async def test_an_actor_has_the_colour_that_their_words_have_in_the_reader_where_nobody_else_has_it() -> None:
    app = QuotesApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.set_actors([LIND, EK, replace(EK, name="a spokesman", resolved=False)])
        await pilot.pause()
        drawn = [list(app.pane.actors.render_line(y))[1].style for y in range(3)]
        for row, style in zip((LIND, EK), drawn, strict=False):
            expected = Color.parse(app.theme_variables[actor_colours([row.name])[row.name].removeprefix("$")])
            assert style is not None
            assert style.color == expected.rich_color, row.name
        assert drawn[0] != drawn[1]
        assert drawn[2] not in drawn[:2]


async def test_actors_stand_above_the_words_of_the_current_one() -> None:
    app = QuotesApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.set_actors([LIND, EK])
        await pilot.pause()
        assert shown(app.pane.actors) == ["Vera Lind              12  ▁▁▃▂▁▅█▃", "Åsa Ek                  3        ▂▃"]
        assert app.pane.quotes.border_title == " Vera Lind "
        assert shown(app.pane.quotes)[:6] == [
            "“First the boats [all of them] are",
            " checked.”",
            " 11 May 12:48 · Coast Daily",
            "",
            "“We wait.”",
            " 11 May 12:48 · Coast Daily",
        ]
        assert app.pane.border_subtitle == "15 quotes by 2"


async def test_the_words_move_up_where_there_are_fewer_actors_and_down_where_there_are_more() -> None:
    app = QuotesApp()
    async with app.run_test(size=(40, 20)) as pilot:
        for actors in ([LIND, EK, replace(EK, name="Bo Ek")], [LIND], [LIND, EK]):
            app.pane.set_actors(actors)
            await pilot.pause()
            assert app.pane.actors.size.height == len(actors)


async def test_what_could_not_be_resolved_stands_in_quotation_marks_and_says_so() -> None:
    app = QuotesApp()
    app.said["a spokesman"] = [SAID]
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.set_actors([LIND, replace(EK, name="a spokesman", resolved=False)])
        await pilot.pause()
        assert shown(app.pane.actors)[1].startswith("“a spokesman”  ")
        await pilot.press("j")
        await pilot.pause()
        assert app.pane.quotes.border_title == " a spokesman · as written, perhaps several people "


async def test_a_wide_list_tells_the_role_and_a_narrow_one_only_the_number() -> None:
    for width, expected in (
        (62, "Vera Lind  harbour master                    12  ▁▁▃▂▁▅█▃"),
        (17, "Vera Lind  12"),
    ):
        app = QuotesApp()
        async with app.run_test(size=(width, 20)) as pilot:
            app.pane.set_actors([LIND])
            await pilot.pause()
            assert shown(app.pane.actors) == [expected]


async def test_doubt_repeats_and_reported_speech_are_said_in_words() -> None:
    app = QuotesApp()
    app.said["Vera Lind"] = [
        replace(SAID, text="far from enough", detail="partial · via X", repeats=3),
        replace(SAID, start=50, text="We wait.", doubtful=True),
        replace(SAID, start=90, text="the pier opens on Thursday", reported=True),
    ]
    async with app.run_test(size=(44, 20)) as pilot:
        app.pane.set_actors([LIND])
        await pilot.pause()
        assert shown(app.pane.quotes)[:9] == [
            "“far from enough”",
            " 11 May 12:48 · partial · via X      ×3",
            " Coast Daily",
            "",
            "? “We wait.”",
            "   11 May 12:48 · unsure · Coast Daily",
            "",
            " the pier opens on Thursday",
            " 11 May 12:48 · reported · Coast Daily",
        ]


async def test_a_long_quotation_is_cut_after_twelve_lines() -> None:
    app = QuotesApp()
    app.said["Vera Lind"] = [replace(SAID, text="one two three " * 90)]
    async with app.run_test(size=(40, 24)) as pilot:
        app.pane.set_actors([LIND])
        await pilot.pause()
        lines = shown(app.pane.quotes)
        assert lines[11].endswith("…")
        assert lines[12] == " 11 May 12:48 · Coast Daily"


async def test_keys_go_down_into_the_quotes_and_back_up() -> None:
    app = QuotesApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.set_actors([LIND, EK])
        app.pane.focus()
        await pilot.pause()
        assert (app.pane.actors.has_focus, app.pane.current) == (True, None)
        await pilot.press("enter", "j", "enter")
        assert app.pane.current == app.said["Vera Lind"][1]
        await pilot.press("h")
        assert app.pane.actors.has_focus
        await pilot.press("j", "enter", "F", "i", "i")
        assert app.pane.actors.has_focus
        assert app.told == ["Vera Lind", (8, "text", 10, 40), "Åsa Ek", "only Åsa Ek", True, False]


async def test_quotes_of_an_actor_who_is_no_longer_current_are_ignored() -> None:
    app = QuotesApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.set_actors([LIND, EK])
        await pilot.pause()
        assert app.pane.choose("Åsa Ek")
        app.pane.set_quotes("Vera Lind", [SAID])
        await pilot.pause()
        assert app.pane.actor == "Åsa Ek"
        assert app.pane.quotes.rows == []
        assert not app.pane.choose("Nobody")


async def test_the_current_actor_is_kept_when_the_numbers_change() -> None:
    app = QuotesApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.set_actors([LIND, EK])
        await pilot.pause()
        app.pane.set_actors([replace(EK, count=20), LIND])
        await pilot.pause()
        assert (app.pane.actor, app.told) == ("Vera Lind", ["Vera Lind"])


async def test_without_quotes_one_line_says_so() -> None:
    app = QuotesApp()
    async with app.run_test(size=(60, 20)) as pilot:
        app.pane.set_actors([])
        app.pane.focus()
        await pilot.press("enter", "j", "F")
        assert " No quotes yet." in shown(app.pane.actors)
        assert (app.told, app.pane.quotes.display) == ([], False)


async def test_the_list_that_had_the_focus_last_gets_it_again_as_long_as_it_is_there() -> None:
    app = QuotesApp()
    async with app.run_test(size=(40, 20)) as pilot:
        app.pane.set_actors([LIND])
        await pilot.pause()
        app.pane.focus()
        await pilot.pause()
        assert app.pane.actors.has_focus
        await pilot.press("enter")
        for _ in range(2):
            app.screen.set_focus(None)
            await pilot.pause()
            app.pane.focus()
            await pilot.pause()
            assert app.pane.quotes.has_focus
        app.screen.set_focus(None)
        app.pane.set_actors([])
        app.pane.focus()
        await pilot.pause()
        assert app.pane.actors.has_focus


async def test_an_actors_name_is_no_markup() -> None:
    app = QuotesApp()
    async with app.run_test(size=(60, 20)) as pilot:
        name = "[b]Vera[/b] [/i]"
        app.said[name] = [SAID]
        app.pane.set_actors([replace(LIND, name=name)])
        await pilot.pause()
        assert shown(app.pane.actors)[0].startswith(name)
        screen = "\n".join("".join(strip.text for strip in row) for row in app.screen._compositor.render_strips())
        assert screen.count(name) == 2
        assert app.pane.quotes.styles.border_top[1] != Color(0, 0, 0, 0)
