"""The desk and its sources: adding, changing, removing, reading again; what others store; what goes wrong."""

import asyncio
import threading

import pytest
from desk_app import (
    MEDIUM,
    Remembering,
    add_to,
    chip_line,
    current,
    desk,
    header,
    headlines,
    notices,
    on_screen,
    press,
    settled,
    strike_story,
    until,
    write,
)
from textual import events
from textual.widgets import Input
from textual.widgets._toast import Toast, ToastHolder
from written import ARTICLE, LATER_PAGE, LIVE_PAGE, YEARLESS_PAGE

from newsdesk.intake.request import AddRequest
from newsdesk.session import Session
from newsdesk.store import Store, StoreError
from newsdesk.ui.desk.desk import OPEN_SAMPLE
from newsdesk.ui.dialogs.add_source import AddSource
from newsdesk.ui.dialogs.dialog import RowList
from newsdesk.ui.dialogs.paste_area import PasteArea
from newsdesk.ui.dialogs.path_input import PathField
from newsdesk.ui.dialogs.sources import SourcesList
from newsdesk.ui.keys.key_line import KeyLine
from newsdesk.ui.panes.stream import StreamPane

QUARREL = "The long quarrel behind the port strike"
FOG = """Fog holds the ferries

Published: May 12, 2025 9:30 AM

The ferries stayed at the quays until noon, the harbour office said, and few of the pilots came at all.
"""
THAW = FOG.replace("Fog holds the ferries", "Thaw opens the upper lock").replace("The ferries", "The barges")
LIVE = ["Union leader says offer is 'a joke'", "Talks to be held in Leith on Thursday", "Ports shut across the north"]


@pytest.fixture
def story(tmp_path):
    return strike_story(tmp_path / "strike.jsonl")


@pytest.fixture
def empty(tmp_path):
    return tmp_path / "empty.jsonl"


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """Where newsdesk starts, with files in it."""
    place = tmp_path / "saved"
    place.mkdir()
    (place / "strike.txt").write_text(LIVE_PAGE, encoding="utf-8")
    (place / "quarrel.txt").write_text(ARTICLE, encoding="utf-8")
    (place / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    monkeypatch.chdir(place)
    return place


async def looked_at(pilot):
    """The add dialog has read what is named in it."""
    dialog = pilot.app.screen
    assert isinstance(dialog, AddSource)
    await until(pilot, lambda: dialog._asked is None and dialog._named_last is not None)
    await settled(pilot)


def preview(pilot):
    return str(pilot.app.screen.query_one("#preview").content)


def stored(path):
    with Store.open(path) as store:
        return store.load()


# -- adding -----------------------------------------------------------------------------------------------------------


async def test_an_empty_desk_says_how_to_begin_and_a_file_named_there_appears(empty, folder):
    async with desk(empty) as pilot:
        assert "No sources yet" in on_screen(pilot)
        assert "0 sources" in header(pilot)
        await press(pilot, "a")
        await write(pilot, "strike.txt")
        await looked_at(pilot)
        assert "live page · 3 posts · Sun 11 May 2025 11:30–16:03 BST" in preview(pilot)
        assert LIVE[1] in preview(pilot)
        assert stored(empty).posts == (), "looking stores nothing"
        await press(pilot, "enter")
        assert headlines(pilot) == LIVE
        assert "No sources yet" not in on_screen(pilot)
        assert header(pilot).endswith("as of Sun 11 May 2025 16:03 BST (newest post)  1 source")
        await press(pilot, "u")
        assert "No sources yet" in on_screen(pilot)


async def test_a_file_that_is_nothing_to_read_is_refused_and_nothing_of_it_is_stored(empty, folder):
    async with desk(empty) as pilot:
        await press(pilot, "a")
        await write(pilot, "picture.txt")
        await looked_at(pilot)
        assert "picture.txt: " in on_screen(pilot)
        await press(pilot, "enter")
        await looked_at(pilot)
        assert isinstance(pilot.app.screen, AddSource), "there is nothing to add"
        await press(pilot, "escape")
        assert "No sources yet" in on_screen(pilot)
    assert stored(empty).sources == ()


async def test_pasted_text_is_a_source(empty, folder):
    async with desk(empty) as pilot:
        await press(pilot, "a", "f4")
        assert isinstance(pilot.app.focused, PasteArea)
        await write(pilot, ARTICLE)
        await looked_at(pilot)
        assert "article · 1 post" in preview(pilot)
        await press(pilot, "ctrl+s")
        assert headlines(pilot) == [QUARREL]
    assert [source.origin for source in stored(empty).sources] == ["pasted text"]


async def test_text_that_is_pasted_right_behind_the_key_is_there(empty, folder):
    """The terminal hands it over before the field for it has the focus."""
    async with desk(empty) as pilot:
        await press(pilot, "a")
        pilot.app.post_message(events.Key("f4", None))
        pilot.app.post_message(events.Paste(ARTICLE))
        await looked_at(pilot)
        assert "article · 1 post" in preview(pilot)
        await press(pilot, "ctrl+s")
        assert headlines(pilot) == [QUARREL]


@pytest.mark.parametrize("text", [ARTICLE, "Ferries wait outside"])
async def test_text_that_is_pasted_while_no_field_has_the_keys_is_there(empty, folder, text):
    async with desk(empty) as pilot:
        await press(pilot, "a", "f4")
        pilot.app.screen.set_focus(None)
        await write(pilot, text)
        assert pilot.app.screen.query_one(PasteArea).text.split() == text.split()


async def paste(pilot, text):
    """Add this text. Nothing may be on its way while something is held up, so nobody waits here for all to come to rest."""
    for key in ("a", "f4"):
        pilot.app.post_message(events.Key(key, key if len(key) == 1 else None))
        await until(pilot, lambda: isinstance(pilot.app.screen, AddSource))
    await until(pilot, lambda: isinstance(pilot.app.focused, PasteArea))
    pilot.app.post_message(events.Paste(text))
    dialog = pilot.app.screen
    await until(pilot, lambda: dialog._seen is not None)
    pilot.app.post_message(events.Key("ctrl+s", None))
    await until(pilot, lambda: not isinstance(pilot.app.screen, AddSource))


def hold_up(monkeypatch, method):
    """What this method of a session does begins only once this is set."""
    may_begin, original = threading.Event(), getattr(Session, method)

    def waits(self, *given, **options):
        assert may_begin.wait(timeout=30)
        return original(self, *given, **options)

    monkeypatch.setattr(Session, method, waits)
    return may_begin


async def test_what_is_to_be_added_while_sources_are_read_again_waits_its_turn(story, monkeypatch):
    may_refresh = hold_up(monkeypatch, "refresh")
    async with desk(story) as pilot:
        pilot.app.post_message(events.Key("r", "r"))
        for text in (FOG, THAW):
            await paste(pilot, text)
            await until(pilot, lambda: bool(notices(pilot)))
            assert notices(pilot) == ["This waits its turn, until what is being read now is done"]
            pilot.app.clear_notifications()
        may_refresh.set()
        await settled(pilot)
        assert {"Fog holds the ferries", "Thaw opens the upper lock"} < set(headlines(pilot))
        assert not pilot.app.screen.query_one(KeyLine).work, "nothing is under way"


async def test_what_waits_its_turn_is_added_after_a_failure_too(story, monkeypatch):
    may_fail = threading.Event()
    monkeypatch.setattr(Session, "refresh", lambda *_, **__: _fails(may_fail.wait(timeout=30)))
    async with desk(story) as pilot:
        pilot.app.post_message(events.Key("r", "r"))
        await paste(pilot, FOG)
        may_fail.set()
        await settled(pilot)
        assert "Fog holds the ferries" in headlines(pilot)


async def test_escape_ends_what_is_being_read_and_not_what_waits_its_turn(story, monkeypatch):
    may_refresh = hold_up(monkeypatch, "refresh")
    async with desk(story) as pilot:
        pilot.app.post_message(events.Key("r", "r"))
        await paste(pilot, FOG)
        pilot.app.post_message(events.Key("escape", None))
        await pilot.pause()
        may_refresh.set()
        await settled(pilot)
        assert "Fog holds the ferries" in headlines(pilot)


async def test_a_guessed_year_is_asked_for_in_the_dialog_and_what_is_typed_counts(empty, folder):
    (folder / "yearless.txt").write_text(YEARLESS_PAGE, encoding="utf-8")
    async with desk(empty) as pilot:
        await press(pilot, "a")
        await write(pilot, "yearless.txt")
        await looked_at(pilot)
        assert "guess; type the right one" in on_screen(pilot)
        pilot.app.screen.query_one("#year").focus()
        await press(pilot, "ctrl+u")
        await write(pilot, "2024")
        await looked_at(pilot)
        assert "Sat 11 May 2024" in preview(pilot)
        await press(pilot, "enter")
        assert "as of Sat 11 May 2024 16:03 BST" in header(pilot)


async def test_a_date_that_is_said_in_the_dialog_is_that_of_the_source_and_goes_with_it(empty, folder):
    dateless = ARTICLE.replace("Published: May 10, 2025 9:30 AM\n\n", "")
    (folder / "dateless.txt").write_text(dateless, encoding="utf-8")
    async with desk(empty) as pilot:
        await press(pilot, "a")
        await write(pilot, "dateless.txt")
        await looked_at(pilot)
        assert "undated" in preview(pilot)
        await press(pilot, "tab")
        await write(pilot, "26 November 2026 16:15 GMT")
        await looked_at(pilot)
        assert "= Thu 26 Nov 2026 16:15 GMT" in on_screen(pilot)
        assert "Thu 26 Nov 2026 16:15 GMT, date set by you" in preview(pilot)
        await press(pilot, "enter")
        assert headlines(pilot) == [QUARREL]
        (source,) = stored(empty).sources
        assert (source.said_time.day, source.said_time.hour, source.said_time.zone) == (26, 16, "GMT")
        await press(pilot, "a")
        await write(pilot, "dateless.txt")
        await looked_at(pilot)
        await press(pilot, "tab")
        await write(pilot, "2026-11-27")
        await looked_at(pilot)
        assert "adding it changes its date alone" in preview(pilot)
        await press(pilot, "enter")
        assert stored(empty).sources[0].said_time.day == 27
        await press(pilot, "u")
        assert stored(empty).sources[0].said_time.day == 26
        await press(pilot, "u")
    assert stored(empty).sources == ()


async def test_what_the_command_line_names_is_added_and_what_fails_is_said(empty, folder):
    requests = [AddRequest(path=str(folder / name)) for name in ("strike.txt", "picture.txt", "gone.txt")]
    async with desk(empty, requests=requests) as pilot:
        await settled(pilot)
        assert headlines(pilot) == LIVE
        said = "\n".join(notices(pilot))
        assert "+3 new" in said
        assert "picture.txt: " in said
        assert "gone.txt: there is no such file" in said


def hold_up_the_second(monkeypatch: pytest.MonkeyPatch) -> tuple[threading.Event, list[str]]:
    """The second file is read only once this is set; and what the worker did, in its order."""
    may_read, run, ran = threading.Event(), Remembering.run, []

    def waits_at_the_second(self, cancelled, function, *args):
        ran.append(function.__name__)
        if ran.count("read_part") == 2:
            assert may_read.wait(timeout=30)
        return run(self, cancelled, function, *args)

    monkeypatch.setattr(Remembering, "run", waits_at_the_second)
    return may_read, ran


async def test_what_is_stored_shows_while_the_rest_is_still_being_read(empty, folder, monkeypatch):
    may_read, ran = hold_up_the_second(monkeypatch)
    async with desk(empty) as pilot:
        pilot.app.screen.add_sources([AddRequest(path=str(folder / name)) for name in ("strike.txt", "quarrel.txt")])
        await until(pilot, lambda: headlines(pilot) == LIVE)
        may_read.set()
        await settled(pilot)
        assert len(headlines(pilot)) == 4
        assert ran == ["read_part", "read_part", "_find_facts"]


async def test_a_story_that_begins_with_several_files_is_opened_at_its_newest_post(empty, folder, monkeypatch):
    may_read, _ = hold_up_the_second(monkeypatch)
    requests = [AddRequest(path=str(folder / name)) for name in ("quarrel.txt", "strike.txt")]
    async with desk(empty) as pilot:
        pilot.app.screen.add_sources(requests)
        await until(pilot, lambda: len(headlines(pilot)) == 1)
        may_read.set()
        await settled(pilot)
        stream = pilot.app.screen.query_one(StreamPane)
        assert (len(stream.rows), stream.cursor) == (4, 0)


async def test_the_same_file_again_changes_nothing(story, folder):
    async with desk(story) as pilot:
        await press(pilot, "a")
        await write(pilot, "strike.txt")
        await looked_at(pilot)
        assert "adding it changes nothing" in preview(pilot)
        await press(pilot, "enter")
        assert headlines(pilot) == [*LIVE, QUARREL]


# -- the list of sources ----------------------------------------------------------------------------------------------


async def test_a_source_can_be_renamed_and_that_can_be_taken_back(story):
    async with desk(story) as pilot:
        await press(pilot, "A", "e", "ctrl+u")
        await write(pilot, "Quays [live]")
        await press(pilot, "enter")
        assert "Quays [live]" in on_screen(pilot)
        await press(pilot, "escape")
        assert stored(story).sources[0].title == "Quays [live]"
        assert on_screen(pilot).count("Quays [live]") > 1, "each of its posts says it"
        await press(pilot, "u")
        assert stored(story).sources[0].title != "Quays [live]"
        assert "Quays [live]" not in on_screen(pilot)


async def test_the_dates_follow_the_year_that_is_said_of_a_source(empty):
    add_to(empty, [("/saved/yearless.txt", YEARLESS_PAGE.encode())])
    async with desk(empty) as pilot:
        assert "Sunday 11 May 2025 (guessed)" in on_screen(pilot)
        await press(pilot, "A", "Y")
        await write(pilot, "2024")
        await press(pilot, "enter")
        assert "Sat 11 May 2024 (year set by you)" in on_screen(pilot)
        await press(pilot, "escape")
        assert "Saturday 11 May" in on_screen(pilot)
        assert "guessed" not in on_screen(pilot)
        await press(pilot, "u")
        assert "(guessed)" in on_screen(pilot)


async def test_a_year_that_no_date_lacks_is_not_taken_in_silence(story):
    async with desk(story) as pilot:
        before = stored(story)
        await press(pilot, "A", "Y")
        await write(pilot, "2024")
        await press(pilot, "enter")
        assert any("no date in it lacks a year; nothing changes" in notice for notice in notices(pilot))
        assert stored(story) == before


async def test_a_source_is_removed_with_its_posts_and_comes_back(story):
    async with desk(story) as pilot:
        await press(pilot, "A", "d")
        assert isinstance(pilot.app.screen, SourcesList)
        assert "Sources · 1" in on_screen(pilot)
        await press(pilot, "escape")
        assert headlines(pilot) == [QUARREL]
        assert header(pilot).endswith("1 source")
        await press(pilot, "u")
        assert headlines(pilot) == [*LIVE, QUARREL]


async def test_the_last_source_can_be_removed(story):
    async with desk(story) as pilot:
        await press(pilot, "A", "d", "d", "d")
        assert "Sources" in on_screen(pilot)
        await press(pilot, "escape")
        assert "No sources yet" in on_screen(pilot)
        await press(pilot, "u", "u")
        assert headlines(pilot) == [*LIVE, QUARREL]


async def test_what_is_done_in_the_list_of_sources_is_taken_back_there(story):
    async with desk(story) as pilot:
        await press(pilot, "A", "d")
        assert notices(pilot)[-1].endswith("; u brings it back")
        assert "Sources · 1" in on_screen(pilot)
        await press(pilot, "u")
        assert "Sources · 2" in on_screen(pilot)
        assert isinstance(pilot.app.screen, SourcesList)
        await press(pilot, "d", "d", "u", "u")
        assert "Sources · 2" in on_screen(pilot), "an empty list can be filled again"
        await press(pilot, "e", "u")
        assert pilot.app.screen.query_one("#answer", Input).value == "u", "in a field it is a letter"


async def test_only_the_posts_of_a_source(story):
    async with desk(story) as pilot:
        await press(pilot, "A", "j", "enter")
        assert headlines(pilot) == [QUARREL]
        assert chip_line(pilot).startswith("only [from ")


async def test_r_reads_the_files_again(empty, folder):
    async with desk(empty, requests=[AddRequest(path=str(folder / "strike.txt"))]) as pilot:
        await settled(pilot)
        await press(pilot, "r")
        assert headlines(pilot) == LIVE
        (folder / "strike.txt").write_text(LATER_PAGE, encoding="utf-8")
        await press(pilot, "r")
        assert headlines(pilot) == ["Ports minister to visit Leith", *LIVE]
        assert any("+1 new, " in notice for notice in notices(pilot))
        (folder / "strike.txt").unlink()
        await press(pilot, "r")
        assert any("strike.txt: there is no such file" in notice for notice in notices(pilot))
        assert headlines(pilot) == ["Ports minister to visit Leith", *LIVE]


# -- what others store ------------------------------------------------------------------------------------------------


async def test_what_another_process_stores_shows_without_a_key_press(story):
    async with desk(story) as pilot:
        await press(pilot, "j")
        await asyncio.to_thread(add_to, story, [("/saved/strike.txt", LATER_PAGE.encode())])
        await until(pilot, lambda: "Ports minister to visit Leith" in headlines(pilot))
        await settled(pilot)
        assert current(pilot) == LIVE[1], "what is being read stays"
        assert "as of Sun 11 May 2025 17:10 BST" in header(pilot)


async def test_a_source_that_another_process_removes_leaves_an_open_reader_alive(story):
    async with desk(story) as pilot:
        await press(pilot, "enter")
        with Store.open(story) as store:
            store.remove_source(store.load().sources[0].id)
        await until(pilot, lambda: headlines(pilot) == [QUARREL])
        await settled(pilot)
        assert "This post is no longer in the story." in on_screen(pilot)
        await press(pilot, "s", "y", "o", "escape")
        assert headlines(pilot) == [QUARREL]


# -- leaving ----------------------------------------------------------------------------------------------------------


async def test_d_on_an_empty_desk_leaves_for_the_sample(empty):
    async with desk(empty) as pilot:
        await press(pilot, "d")
        assert pilot.app.return_value == OPEN_SAMPLE


async def test_d_does_nothing_when_there_is_a_story(story):
    async with desk(story) as pilot:
        await press(pilot, "d", "j")
        assert (pilot.app.return_value, current(pilot)) == (None, LIVE[1])


# -- what goes wrong --------------------------------------------------------------------------------------------------


async def test_a_damaged_line_of_the_store_is_told_and_the_rest_is_shown(story):
    lines = story.read_bytes().splitlines(keepends=True)
    with Store.open(story) as store:
        store.set_meta({"kept": "yes"})
    damaged = lines[-1].replace(b"Port", b"Fort")
    assert damaged != lines[-1]
    story.write_bytes(b"".join([*lines[:-1], damaged, story.read_bytes().splitlines(keepends=True)[-1]]))
    async with desk(story) as pilot:
        assert [notice for notice in notices(pilot) if "1 damaged line" in notice] == notices(pilot) != []
        assert headlines(pilot) == [*LIVE, QUARREL]


@pytest.mark.parametrize(
    ("method", "keys"),
    [
        ("marks", ("s",)),
        ("set_marks", ("m",)),
        ("undo", ("u",)),
        ("facts", ("t",)),
        ("refresh", ("r",)),
        ("mark_seen", ("enter", "escape")),
        ("remove_source", ("A", "d", "escape")),
        ("set_title", ("A", "e", "x", "enter", "escape")),
    ],
)
async def test_an_error_of_ours_is_told_in_one_line_and_the_desk_lives(story, monkeypatch, method, keys):
    async with desk(story) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(Session, method, _fails)
            await press(pilot, *keys)
        assert "This did not work (RuntimeError: wires crossed); please report it" in notices(pilot)
        assert all("\n" not in notice for notice in notices(pilot))
        await press(pilot, "g", "j")
        assert current(pilot) == LIVE[1]
        await press(pilot, "t", "s", "r")
        assert not pilot.app.screen.query_one(KeyLine).work, "nothing is under way"
        assert "★ BREAKING" in on_screen(pilot)


async def test_after_a_failure_while_adding_another_file_can_be_added(empty, folder, monkeypatch):
    async with desk(empty) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(Session, "add", _fails)
            await press(pilot, "a")
            await write(pilot, "strike.txt")
            await looked_at(pilot)
            await press(pilot, "enter")
        assert "This did not work (RuntimeError: wires crossed); please report it" in notices(pilot)
        await press(pilot, "a")
        await write(pilot, "strike.txt")
        await looked_at(pilot)
        await press(pilot, "enter")
        assert headlines(pilot) == LIVE


async def test_a_look_that_fails_says_so_in_the_dialog(empty, folder, monkeypatch):
    monkeypatch.setattr(Session, "look", _fails)
    async with desk(empty) as pilot:
        await press(pilot, "a")
        await write(pilot, "strike.txt")
        await looked_at(pilot)
        assert "wires crossed" in on_screen(pilot)
        await press(pilot, "escape")
        assert "No sources yet" in on_screen(pilot)


def _fails(*_, **__):
    raise RuntimeError("wires crossed")


async def test_a_store_that_cannot_be_written_says_so_in_its_own_words(story, monkeypatch):
    def full(*_, **__):
        raise StoreError("the disk is full; make room")

    async with desk(story) as pilot:
        with monkeypatch.context() as broken:
            broken.setattr(Session, "set_marks", full)
            await press(pilot, "s")
        assert notices(pilot) == ["the disk is full; make room"]


async def test_what_is_typed_right_behind_a_is_in_the_path_field(story):
    """Somebody who knows the keys does not wait for the dialog."""
    async with desk(story) as pilot:
        pilot.app.post_message(events.Key("a", "a"))
        for _ in range(1000):
            if isinstance(pilot.app.screen, AddSource):
                break
            await asyncio.sleep(0)
        for character in "/tmp/x":
            pilot.app.post_message(events.Key("slash" if character == "/" else character, character))
        await settled(pilot)
        assert pilot.app.screen.query_one(PathField).value == "/tmp/x"


async def test_notices_stand_above_a_dialog_s_rows_and_keys_and_of_changes_the_last_one_alone(story):
    async with desk(story, MEDIUM) as pilot:
        pilot.app.NOTIFICATION_TIMEOUT = 600  # nothing goes by itself, however slow the machine
        await press(pilot, "A", "d")
        await until(pilot, lambda: [words.startswith("Took out") for words in notices(pilot)] == [True])
        await press(pilot, "u")
        await until(pilot, lambda: [words.startswith("Took back") for words in notices(pilot)] == [True])
        await press(pilot, "d")
        await until(pilot, lambda: [words.startswith("Took out") for words in notices(pilot)] == [True])
        shown = [notice for notice in pilot.app.screen.query(Toast) if notice.parent.display]
        assert [notice.region.y for notice in shown] == [0]
        dialog = pilot.app.screen
        for part in (dialog.query_one(RowList), dialog.query_one(KeyLine)):
            assert not shown[0].region.overlaps(part.region)


async def test_a_change_in_a_dialog_leaves_no_empty_line_of_the_desk_s_notices(story):
    async with desk(story, MEDIUM) as pilot:
        pilot.app.NOTIFICATION_TIMEOUT = 600  # nothing goes by itself, however slow the machine
        await press(pilot, "2", "enter", "x", "A", "d", "escape")
        (words,) = notices(pilot)
        assert words.startswith("Took out")
        shown = [holder for holder in pilot.app.screen.query(ToastHolder) if holder.display]
        assert [len(holder.children) for holder in shown] == [1]
