"""Setting speakers and naming actors on the desk, in two or three keys, and taking it back."""

from typing import Any

import pytest
from conftest import screen_text
from desk_app import (
    NARROW,
    NOW,
    add_to,
    chip_line,
    desk,
    notices,
    on_screen,
    press,
    settled,
    strike_story,
    until,
    write,
)
from textual.app import App
from textual.widgets import Static
from written import ARTICLE

from newsdesk.model import Mark
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story.name_choices import Answer, NameChoice
from newsdesk.story.quotes import NOBODYS
from newsdesk.system.background import Inline
from newsdesk.ui.dialogs.choose_name import ChooseName, row_text
from newsdesk.ui.dialogs.dialog import RowList
from newsdesk.ui.dialogs.passages import Passages
from newsdesk.ui.dialogs.reader import Reader
from newsdesk.ui.panes.quotes import QuotesPane

BAD = "bad for everybody"


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "story.jsonl")


def actors(pilot) -> dict[str, int]:
    return {row.name: row.count for row in pilot.app.screen_stack[0].query_one(QuotesPane).actors.rows}


def quotes(pilot) -> list[str]:
    return [row.text for row in pilot.app.screen_stack[0].query_one(QuotesPane).quotes.rows]


def shown_actor(pilot) -> str | None:
    return pilot.app.screen_stack[0].query_one(QuotesPane).actor


async def go_to(pilot, name: str) -> None:
    """To this actor's first quote."""
    await press(pilot, "2", "h")
    assert pilot.app.screen_stack[0].query_one(QuotesPane).choose(name)
    await settled(pilot)
    await press(pilot, "enter")


async def test_three_keys_give_a_quote_to_another_and_u_takes_it_back(story):
    async with desk(story) as pilot:
        before = actors(pilot)
        await go_to(pilot, "Jo Tan")
        await press(pilot, "c")
        assert isinstance(pilot.app.screen, ChooseName)
        assert BAD in on_screen(pilot)
        await press(pilot, "down", "enter")
        assert actors(pilot) == {"Ana Ruiz": before["Ana Ruiz"] + 1} | {
            name: count for name, count in before.items() if name not in {"Ana Ruiz", "Jo Tan"}
        }
        assert notices(pilot)[-1] == f"Ana Ruiz says “{BAD}”; u takes it back"
        await go_to(pilot, "Ana Ruiz")
        assert BAD in quotes(pilot)
        await press(pilot, "G")
        assert "speaker set by you" in on_screen(pilot)
        await press(pilot, "u")
        assert actors(pilot) == before


async def test_an_offer_to_take_back_is_over_with_the_next_change_and_with_the_taking_back(story):
    async with desk(story) as pilot:
        pilot.app.NOTIFICATION_TIMEOUT = 600  # nothing goes by itself, however slow the machine
        await go_to(pilot, "Jo Tan")
        await press(pilot, "x")
        await until(pilot, lambda: [words.endswith("; u takes it back") for words in notices(pilot)] == [True])
        await press(pilot, "u")
        await until(pilot, lambda: [words[:9] for words in notices(pilot)] == ["Took back"])
        pilot.app.notify("The quay is shut", severity="warning", timeout=600)
        await go_to(pilot, "Jo Tan")
        await press(pilot, "x")
        await go_to(pilot, "Ana Ruiz")
        await press(pilot, "x")
        await until(pilot, lambda: notices(pilot)[-1].startswith("Nobody says"))
        assert sum(words.endswith("; u takes it back") for words in notices(pilot)) == 1
        assert "The quay is shut" in notices(pilot)


async def test_what_the_user_said_is_there_the_next_time_and_for_other_processes(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Jo Tan")
        await press(pilot, "c")
        await write(pilot, "Mia [Berg]")
        await press(pilot, "enter")
    async with desk(story) as pilot:
        assert actors(pilot)["Mia [Berg]"] == 1
        assert "Mia [Berg]" in on_screen(pilot)


async def test_a_doubt_is_taken_away_by_confirming_the_speaker(tmp_path):
    article = ARTICLE.replace("said the dockers were", "arrived. The dockers were")
    path = add_to(tmp_path / "doubt.jsonl", [("/saved/quarrel.txt", article.encode())])
    async with desk(path) as pilot:
        (name,) = actors(pilot)
        assert "unsure" in on_screen(pilot)
        await go_to(pilot, name)
        await press(pilot, "c", "enter")
        assert "unsure" not in on_screen(pilot)
        assert "speaker set by you" in on_screen(pilot)


async def test_x_says_that_words_are_nobody_s_and_they_can_be_given_back(story):
    async with desk(story) as pilot:
        before = actors(pilot)
        await go_to(pilot, "Jo Tan")
        await press(pilot, "x")
        assert actors(pilot) == {name: count for name, count in before.items() if name != "Jo Tan"} | {NOBODYS: 1}
        pane = pilot.app.screen.query_one(QuotesPane)
        assert pane.counts == f"{sum(before.values()) - 1} quotes by {len(before) - 1}"
        await go_to(pilot, NOBODYS)
        assert quotes(pilot) == [BAD]
        await press(pilot, "c", "up", "enter")  # the last choice: as found
        assert actors(pilot) == before


async def test_saying_the_same_again_changes_nothing_and_u_takes_back_what_did(story):
    async with desk(story) as pilot:
        before = actors(pilot)
        await go_to(pilot, "Jo Tan")
        await press(pilot, "c")
        await write(pilot, "Li Wu")
        await press(pilot, "enter")
        said = len(notices(pilot))
        await go_to(pilot, "Li Wu")
        await press(pilot, "c", "enter")  # "set by you"
        assert len(notices(pilot)) == said
        await press(pilot, "u")
        assert actors(pilot) == before


def current_words(pilot) -> str | None:
    row = pilot.app.screen_stack[0].query_one(QuotesPane).current
    return row.text if row else None


async def test_the_cursor_goes_along_with_words_that_get_another_speaker_and_comes_back_with_u(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Ana Ruiz")
        await press(pilot, "j")
        words = current_words(pilot)
        assert len(quotes(pilot)) > 2
        await press(pilot, "c")
        await write(pilot, "Li Wu")
        await press(pilot, "enter")
        assert (shown_actor(pilot), current_words(pilot)) == ("Li Wu", words)
        await press(pilot, "u")
        assert (shown_actor(pilot), current_words(pilot)) == ("Ana Ruiz", words)
        await press(pilot, "c")
        await write(pilot, "Jo Tan")
        await press(pilot, "enter")
        assert (shown_actor(pilot), current_words(pilot)) == ("Jo Tan", words)
        await press(pilot, "c", "up", "enter")  # the last choice: as found
        assert (shown_actor(pilot), current_words(pilot)) == ("Ana Ruiz", words)


async def test_who_clears_away_what_is_nobody_s_goes_on_with_the_next_words_and_u_comes_back(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Ana Ruiz")
        first, second, *_ = quotes(pilot)
        await press(pilot, "x")
        assert (shown_actor(pilot), current_words(pilot)) == ("Ana Ruiz", second)
        await go_to(pilot, "Jo Tan")
        await press(pilot, "u")
        assert (shown_actor(pilot), current_words(pilot)) == ("Ana Ruiz", first)


async def test_who_clears_away_words_before_a_correction_shows_is_not_brought_back_to_that(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Ana Ruiz")
        _, second, third, *_ = quotes(pilot)
        live = pilot.app.screen._live
        make_rows, live.make_rows = live.make_rows, lambda *_: None  # it is slower than the keys
        await press(pilot, "c")
        await write(pilot, "Li Wu")
        await press(pilot, "enter", "j")
        assert current_words(pilot) == second
        live.make_rows = make_rows
        await press(pilot, "x")
        assert "Li Wu" in actors(pilot)
        assert (shown_actor(pilot), current_words(pilot)) == ("Ana Ruiz", third)


async def test_what_another_process_corrects_moves_no_cursor(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Ana Ruiz")
        words = current_words(pilot)
        row = pilot.app.screen.query_one(QuotesPane).current
        post_id, place, start, _ = row.places[0]
        with Store.open(story) as store:
            store.set_marks([Mark("speaker", post_id, "Li Wu", NOW, words=words, place=place, start=start)], [])
        await until(pilot, lambda: "Li Wu" in actors(pilot))
        assert shown_actor(pilot) == "Ana Ruiz"


async def test_u_goes_nowhere_for_what_another_process_corrected_just_before(story):
    async with desk(story) as pilot:
        await press(pilot, "s")
        await go_to(pilot, "Ana Ruiz")
        row = pilot.app.screen.query_one(QuotesPane).current
        post_id, place, start, _ = row.places[0]
        pilot.app.screen._live._look_at_store = lambda: None  # it is slower than the key
        with Store.open(story) as store:
            store.set_marks([Mark("speaker", post_id, "Li Wu", NOW, words=row.text, place=place, start=start)], [])
        await press(pilot, "u")
        assert "Li Wu" in actors(pilot)
        assert shown_actor(pilot) == "Ana Ruiz"


async def test_a_name_that_is_taken_back_keeps_its_actor_current(story):
    async with desk(story) as pilot:
        await press(pilot, "2")
        assert pilot.app.screen.query_one(QuotesPane).choose("Jo Tan")
        await press(pilot, "c")
        await write(pilot, "Aaron Tan")
        await press(pilot, "enter")
        assert shown_actor(pilot) == "Aaron Tan"
        await press(pilot, "u")
        assert shown_actor(pilot) == "Jo Tan"
        await press(pilot, "c")
        await write(pilot, "ana")
        await press(pilot, "enter")
        assert shown_actor(pilot) == "Ana Ruiz"
        await press(pilot, "u")
        assert shown_actor(pilot) == "Jo Tan"


async def test_words_that_go_while_they_are_asked_about_are_said_to_be_gone(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Jo Tan")
        await press(pilot, "c")
        await write(pilot, "Li Wu")
        with Store.open(story) as store:
            post = next(post for post in store.load().posts if BAD in post.text)
            store.remove_source(post.source_id)
        for _ in range(100):
            await settled(pilot)
            if "Jo Tan" not in actors(pilot):
                break
            await pilot.pause(0.05)
        await press(pilot, "enter")
        assert notices(pilot)[-1] == "This is no longer in the story; nothing changes"
        assert "Li Wu" not in actors(pilot)


async def test_an_actor_gets_another_name_and_stays_the_current_one(story):
    async with desk(story) as pilot:
        await press(pilot, "2")
        assert pilot.app.screen.query_one(QuotesPane).choose("Jo Tan")
        await press(pilot, "F", "c")
        await write(pilot, "Josephine Tan")
        await press(pilot, "enter")
        assert shown_actor(pilot) == "Josephine Tan"
        assert quotes(pilot) == [BAD]
        assert "Josephine Tan" in chip_line(pilot)
        await press(pilot, "u")
        assert quotes(pilot) == [BAD]  # the filter is still by the same actor
        await press(pilot, "escape")
        assert "Jo Tan" in actors(pilot)


async def test_two_actors_become_one_and_several_again(story):
    async with desk(story) as pilot:
        before = actors(pilot)
        await press(pilot, "2")
        assert pilot.app.screen.query_one(QuotesPane).choose("Jo Tan")
        await press(pilot, "c")
        await write(pilot, "ana")
        await press(pilot, "enter")
        assert shown_actor(pilot) == "Ana Ruiz"
        assert actors(pilot)["Ana Ruiz"] == before["Ana Ruiz"] + before["Jo Tan"]
        await press(pilot, "c", "up", "enter")  # the last choice: as found
        assert actors(pilot) == before


async def test_escape_and_keeping_the_name_change_nothing(story):
    before = story.read_bytes()
    async with desk(story) as pilot:
        await go_to(pilot, "Jo Tan")
        await press(pilot, "c", "escape", "h", "c", "enter")
    assert story.read_bytes() == before


async def test_what_stands_for_no_actor_has_no_name_to_change(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Jo Tan")
        await press(pilot, "x")
        await press(pilot, "h")
        assert pilot.app.screen.query_one(QuotesPane).choose(NOBODYS)
        await settled(pilot)
        await press(pilot, "c")
        assert not isinstance(pilot.app.screen, ChooseName)
        assert notices(pilot)[-1].startswith("This is no one actor: ")


async def test_what_somebody_unnamed_says_is_given_to_somebody_and_later_ones_are_not(tmp_path):
    unnamed = ARTICLE.replace("Ana Ruiz, the union leader, said", "A spokesman said")
    path = add_to(tmp_path / "unnamed.jsonl", [("/saved/quarrel.txt", unnamed.encode())])
    async with desk(path) as pilot:
        assert list(actors(pilot)) == ["A spokesman"]
        await press(pilot, "2", "c")
        assert "Who says what “A spokesman” says here?" in on_screen(pilot)
        await write(pilot, "Li Wu")
        await press(pilot, "enter")
        assert list(actors(pilot)) == ["Li Wu"]
    later = "Later\n\nPublished: May 12, 2025 9:30 AM\n\nA spokesman said the ports were “open again” on Monday.\n"
    add_to(path, [("/saved/later.txt", later.encode())])
    async with desk(path) as pilot:
        assert sorted(actors(pilot)) == ["A spokesman", "Li Wu"]


async def test_the_notice_tells_what_else_a_correction_changes(tmp_path):
    text = ARTICLE.replace(
        "said the dockers were “ready to talk” but", "said the dockers were “ready to talk” and “tired”, but"
    )
    path = add_to(tmp_path / "two.jsonl", [("/saved/quarrel.txt", text.encode())])
    async with desk(path) as pilot:
        assert actors(pilot) == {"Ana Ruiz": 2}
        await go_to(pilot, "Ana Ruiz")
        await press(pilot, "c")
        await write(pilot, "Li Wu")
        await press(pilot, "enter")
        assert notices(pilot)[-1] == "Li Wu says “ready to talk”, and 1 other place with it; u takes it back"
        assert actors(pilot) == {"Li Wu": 2}


async def test_undo_brings_back_nothing_that_another_desk_has_overruled(story):
    with Session(Store.open(story), Inline()) as here, Session(Store.open(story), Inline()) as there:
        mine, theirs = (Mark("speaker", 1, name, words="words") for name in ("Ana Ruiz", "Li Wu"))
        here.set_marks([mine], [], "mine")
        there.set_marks([theirs], [mine], "theirs")
        assert (
            here.undo()
            == "Not taken back: mine: another desk, a command or a poll has changed that since, and it stays"
        )
        assert there.undo() == "Took back: theirs"


async def test_nobody_s_words_are_copied_without_a_name(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Jo Tan")
        await press(pilot, "x")
        await go_to(pilot, NOBODYS)
        row = pilot.app.screen.query_one(QuotesPane).current
        assert row is not None
        assert row.citation.text.startswith(f"“{BAD}” — Dockers vote")
        assert not row.doubtful


async def test_w_lists_every_place_of_the_words_and_each_leads_to_its_post(story):
    async with desk(story) as pilot:
        await go_to(pilot, "Ana Ruiz")
        pane = pilot.app.screen.query_one(QuotesPane)
        at = quotes(pilot).index("a joke")
        await press(pilot, *["j"] * at)
        row = pane.current
        assert row is not None
        assert row.repeats == 2
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, Passages)
        assert "2 places" in on_screen(pilot)
        await press(pilot, "enter")
        assert isinstance(pilot.app.screen, Reader)


async def test_a_correction_by_another_process_shows(story):
    async with desk(story) as pilot:
        with Store.open(story) as store:
            post = next(post for post in store.load().posts if BAD in post.text)
            store.set_marks([Mark("speaker", post.id, "Li Wu", at=NOW, words=BAD)])
        for _ in range(100):
            await settled(pilot)
            if "Li Wu" in actors(pilot):
                break
            await pilot.pause(0.05)
        assert actors(pilot)["Li Wu"] == 1


async def test_a_story_that_cannot_be_written_says_so_and_nothing_is_lost(story, monkeypatch):
    async with desk(story) as pilot:
        before = actors(pilot)

        def full(*_args: object) -> None:
            from newsdesk.store import StoreError

            raise StoreError("story.jsonl: the disk is full; make room and try again")

        monkeypatch.setattr(Store, "set_marks", full)
        await go_to(pilot, "Jo Tan")
        await press(pilot, "x")
        assert notices(pilot)[-1] == "story.jsonl: the disk is full; make room and try again"
        assert actors(pilot) == before


async def test_the_dialog_fits_a_narrow_screen(story):
    async with desk(story, NARROW) as pilot:
        await go_to(pilot, "Jo Tan")
        await press(pilot, "c")
        assert "Nobody" in on_screen(pilot)
        assert "Who says this?" in on_screen(pilot)


# The dialog alone.

CHOICES = [
    NameChoice(Answer.NAME, "Jo [Tan]", "as found"),
    NameChoice(Answer.NAME, "Ana Ruiz", "3 quotes", ("union leader",)),
    NameChoice(Answer.NOBODY, "Nobody", "a title"),
]


class Host(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.dialog = ChooseName("Who [says] this?", "[b]words[/b] " * 100, "type a name", CHOICES)
        self.result: Any = "not closed"

    def on_mount(self) -> None:
        self.push_screen(self.dialog, self.close)

    def close(self, result: NameChoice | None) -> None:
        self.result = result


async def test_letters_narrow_the_names_and_the_words_are_text():
    host = Host()
    async with host.run_test() as pilot:
        await pilot.press("u", "n", "i")
        await pilot.pause()
        rows = host.dialog.query_one(RowList)
        assert [str(rows.get_option_at_index(at).prompt).split("  ")[0] for at in range(rows.option_count)] == [
            "Ana Ruiz",
            "uni",
        ]
        words = str(host.dialog.query_one("#words", Static).content)
        assert words.startswith("[b]words[/b] ")
        assert words.endswith(" ...")
        assert "Who [says] this?" in screen_text(host)
        await pilot.press("enter")
    assert host.result == CHOICES[1]


async def test_arrows_go_round_and_a_click_chooses():
    host = Host()
    async with host.run_test() as pilot:
        await pilot.press("up")
        await pilot.pause()
        assert host.dialog.query_one(RowList).highlighted == 2
        await pilot.click(RowList, offset=(3, 0))
        await pilot.pause()
    assert host.result == CHOICES[0]


def test_a_name_that_is_too_long_is_cut_and_its_note_gives_way():
    assert str(row_text(NameChoice(Answer.NAME, "x" * 40, "note"), 20)) == "x" * 19 + "…"
    assert str(row_text(NameChoice(Answer.NAME, "Jo", "note"), 20)) == "Jo              note"
