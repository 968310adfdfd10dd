from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from written import ARTICLE, LATER_PAGE, LIVE_PAGE, YEARLESS_PAGE

from newsdesk.intake.dating import prepare
from newsdesk.intake.preview import look as preview_of
from newsdesk.intake.reading import read_part, read_path, read_text
from newsdesk.intake.request import PASTED, AddError, AddRequest, parts_of
from newsdesk.limits import Limits
from newsdesk.model import Counts, SourceKind
from newsdesk.story.wording import counts_words
from newsdesk.ui.dialogs.preview_text import preview_text

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def look(request, sources, posts, now, zone=None):
    """The preview of all that is read of the request."""
    readings, unreadable = [], []
    for part in parts_of(request):
        try:
            readings.append(read_part(request, part, Limits()))
        except AddError as error:
            unreadable.append(str(error))
    return preview_of(request, readings, unreadable, sources, posts, {}, now, zone)


def test_a_folder_is_its_files_by_name_without_hidden_ones_and_folders(tmp_path):
    for name in ("b.txt", "a.txt", ".hidden"):
        (tmp_path / name).write_text("x")
    (tmp_path / "deeper").mkdir()
    assert parts_of(AddRequest(path=str(tmp_path))) == [tmp_path / "a.txt", tmp_path / "b.txt"]


@pytest.mark.parametrize(
    ("name", "message"),
    [
        ("absent.txt", "there is no such file; check the name"),
        ("empty", "this folder has no files; name a file, or another folder"),
    ],
)
def test_a_name_that_is_nothing_is_one_clear_line(tmp_path, name, message):
    (tmp_path / "empty").mkdir()
    with pytest.raises(AddError) as caught:
        parts_of(AddRequest(path=str(tmp_path / name)))
    assert str(caught.value) == f"{tmp_path / name}: {message}"


def test_a_pipe_is_never_opened(tmp_path):
    import os

    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(AddError, match="no ordinary file"):
        read_path(tmp_path / "pipe")


def test_a_file_too_large_is_refused_before_it_is_read(tmp_path):
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(51 * 2**20)
    with pytest.raises(AddError, match="larger than the 50 MB that are read; split it, or set file_mb below") as caught:
        read_path(large)
    assert str(caught.value).startswith(f"{large}: ")


def test_pasted_text_has_the_same_limit():
    with pytest.raises(AddError, match="pasted text: this is larger than the 1 MB that are read"):
        read_text("a" * 2**20 + "b", Limits(file_mb=1))


def test_a_link_that_leads_to_itself_is_one_clear_line(tmp_path):
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    with pytest.raises(AddError, match=r"loop: it cannot be read \(.+\); check the name"):
        parts_of(AddRequest(path=str(tmp_path / "loop")))


def test_a_device_is_never_read():
    with pytest.raises(AddError, match="this is no ordinary file"):
        parts_of(AddRequest(path="/dev/null"))


def test_an_error_of_our_own_is_that_files_alone(monkeypatch):
    def fails(data, *, name, origin):
        raise ZeroDivisionError

    monkeypatch.setattr("newsdesk.read.read", fails)
    monkeypatch.delenv("NEWSDESK_TRACEBACK")
    with pytest.raises(AddError, match=r"pasted text: an error of newsdesk's own \(ZeroDivisionError\)"):
        read_text("x")


def test_the_preview_of_very_many_posts_does_not_look_for_facts():
    item = "<item><title>Ferry {}</title><description>“We sail,” said Ana Ruiz.</description></item>"
    for count, facts in (
        (3, " · 3 quotes · 1 actor · 0 events"),
        (1_001, " · quotes and events are found once it is added"),
    ):
        feed = f"<rss version='2.0'><channel>{''.join(map(item.format, range(count)))}</channel></rss>"
        preview = look(AddRequest(text=feed), [], [], NOW)
        assert preview.summary == f"feed · {count} posts · undated{facts} · 0 already known"


def test_what_is_nothing_newsdesk_reads_is_one_line_with_the_files_name(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    with pytest.raises(AddError) as caught:
        read_path(tmp_path / "picture.png")
    assert str(caught.value).startswith("picture.png: ")
    assert "\n" not in str(caught.value)


def test_a_file_knows_where_it_came_from(tmp_path):
    (tmp_path / "page.txt").write_text(LIVE_PAGE, encoding="utf-8")
    source = read_path(tmp_path / "page.txt").source
    assert (source.kind, source.origin) == (SourceKind.LIVE_PAGE, str(tmp_path / "page.txt"))
    assert read_text(LIVE_PAGE).source.origin == PASTED


def test_a_page_without_a_year_is_guessed_into_the_past_and_says_so():
    ready = prepare(read_text(YEARLESS_PAGE), [], [], None, NOW)
    assert ready.reading.source.guessed_year == 2025
    assert ready.notice is not None
    assert "2025 is a guess" in ready.notice


def test_a_year_the_user_says_is_no_guess():
    ready = prepare(read_text(YEARLESS_PAGE), [], [], 2024, NOW)
    assert (ready.reading.source.year, ready.reading.source.guessed_year, ready.notice) == (2024, None, None)


def test_a_page_that_prints_its_year_needs_no_guess():
    ready = prepare(read_text(LIVE_PAGE), [], [], None, NOW)
    assert (ready.reading.source.guessed_year, ready.notice, ready.reading.source.read_at) == (None, None, NOW)


def test_the_preview_says_what_adding_would_bring():
    preview = look(AddRequest(text=LIVE_PAGE), [], [], NOW)
    assert preview.summary == (
        "live page · 3 posts · Sun 11 May 2025 11:30–16:03 BST · 4 quotes · 2 actors · 1 event · 0 already known"
    )
    assert preview.headlines == (
        "Union leader says offer is 'a joke'",
        "Talks to be held in Leith on Thursday",
        "Ports shut across the north",
    )
    assert (preview.counts, preview.year, preview.year_is_guess) == (Counts(new=3), None, False)


@pytest.mark.parametrize(("zone", "named"), [(None, "GMT"), (UTC, "UTC"), (ZoneInfo("Europe/London"), "GMT")])
def test_the_preview_names_a_zone_as_the_desk_does_where_clocks_read_the_same(zone, named):
    page = LIVE_PAGE.replace("British Summer Time 11 May", "Greenwich Mean Time 12 December").replace(
        "on Thursday, the", "on Thursday at 2pm GMT, the"
    )
    preview = look(AddRequest(text=page), [], [], NOW, zone)
    assert f"Fri 12 Dec 2025 11:30–16:03 {named} · " in preview.summary
    assert preview.ahead == (f"Thu 18 Dec 2025 14:00 {named} · Direct talks in Leith · confirmed",)


def test_the_preview_tells_the_events_that_lie_ahead_next_first():
    page = LIVE_PAGE.replace(
        "    Direct talks",
        "    Voters decide on the port bill on 3 June. The Queen visited Leith on 2 May.\n\n    Direct talks",
    )
    preview = look(AddRequest(text=page), [], [], NOW)
    assert preview.ahead == (
        "Thu 15 May 2025 · Direct talks in Leith · confirmed",
        "Tue 3 Jun 2025 · Port bill · confirmed",
    )
    assert preview.more_ahead == 0


def test_the_preview_tells_of_no_day_of_what_is_put_off():
    page = LIVE_PAGE.replace(
        "    Direct talks",
        "    The mayor's visit to Leith on 3 June has been postponed.\n\n    Direct talks",
    )
    preview = look(AddRequest(text=page), [], [], NOW)
    assert preview.ahead == ("Thu 15 May 2025 · Direct talks in Leith · confirmed",)


def test_the_preview_tells_what_comes_earlier_first_whatever_its_zone():
    page = LIVE_PAGE.replace(
        "in Leith on Thursday, the",
        "in Leith on Thursday at 2pm BST, the ports ministry said. Ministers will meet in Oslo on Thursday at 2.30pm CEST, the",
    )
    preview = look(AddRequest(text=page), [], [], NOW)
    assert [line.split(" · ")[0] for line in preview.ahead] == [
        "Thu 15 May 2025 14:30 CEST",
        "Thu 15 May 2025 14:00 BST",
    ]


def test_the_preview_says_how_a_post_without_a_headline_begins_and_that_it_goes_on():
    words = "The harbour stays shut, the coast guard said. " + "The ferry waits at the pier for better weather. " * 4
    (line,) = look(AddRequest(text=f"{words}\n\nMore is to come."), [], [], NOW).headlines
    assert line.endswith("…")
    assert words.startswith(line[:-1] + " ")


def test_the_preview_asks_for_a_year_that_nothing_tells():
    preview = look(AddRequest(text=YEARLESS_PAGE), [], [], NOW)
    assert (preview.year, preview.year_is_guess) == (2025, True)
    assert "year guessed" in preview.summary
    said = look(AddRequest(text=YEARLESS_PAGE, year=2024), [], [], NOW)
    assert (said.year, said.year_is_guess) == (None, False)


def subtitles(*words):
    """A SubRip file with one of these every two seconds."""
    cues = enumerate(words, 1)
    return "\n\n".join(f"{n}\n00:00:{2 * n:02},000 --> 00:00:{2 * n + 2:02},000\n{line}" for n, line in cues)


@pytest.mark.parametrize(
    ("words", "count"),
    [
        (("ANA RUIZ: The gate is shut.", "JO TAN: Since when?", "ANA RUIZ: Since Monday."), "2 voices"),
        (("ANA RUIZ: The gate is shut.", "ANA RUIZ: It stays so.", "ANA RUIZ: For a week."), "1 voice"),
        # Who speaks is not told, so nobody is counted.
        (("The gate is shut.", "Since when?", "Since Monday."), "0 actors"),
        # Somebody is quoted: that counts.
        (("ANA RUIZ: The gate is shut.", "JO TAN: The minister, Lee Park, said: “We will not open it.”"), "1 actor"),
    ],
)
def test_the_preview_of_subtitles_counts_their_voices(words, count):
    parts = look(AddRequest(text=subtitles(*words)), [], [], NOW).summary.split(" · ")
    assert parts[0] == "transcript"
    assert count in parts


def test_facts_are_looked_for_in_a_bounded_part_of_a_folder(tmp_path, monkeypatch):
    monkeypatch.setattr("newsdesk.intake.preview._CHARACTERS_AT_ONCE", 550)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text(
            ARTICLE if name < "c" else "Ferries stop\n\nPublished: May 10, 2025 9:30 AM\n\nFog."
        )
    lines = look(AddRequest(path=str(tmp_path)), [], [], NOW).summary.split("\n")
    assert ["found once it is added" in line for line in lines] == [False, True, False]


def test_the_preview_of_one_source_says_that_it_prints_no_date(tmp_path):
    dateless = ARTICLE.replace("Published: May 10, 2025 9:30 AM\n\n", "")
    assert look(AddRequest(text=dateless), [], [], NOW).prints_no_date
    (tmp_path / "a.txt").write_text(dateless, encoding="utf-8")
    assert look(AddRequest(path=str(tmp_path)), [], [], NOW).prints_no_date
    (tmp_path / "b.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
    assert not look(AddRequest(path=str(tmp_path)), [], [], NOW).prints_no_date, "the folder has another file"
    for dated in (ARTICLE, LIVE_PAGE, YEARLESS_PAGE):
        assert not look(AddRequest(text=dated), [], [], NOW).prints_no_date
    empty = "<rss version='2.0'><channel><title>Tide</title></channel></rss>"
    assert not look(AddRequest(text=empty), [], [], NOW).prints_no_date


def test_the_preview_knows_what_the_story_has():
    reading = read_text(ARTICLE)
    preview = look(AddRequest(text=ARTICLE), [reading.source], list(reading.posts), NOW)
    assert (preview.counts, preview.summary.split(" · ")[-1]) == (Counts(same=1), "nothing new, 1 same")


def test_the_preview_counts_the_posts_of_a_page_saved_again(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(LIVE_PAGE, encoding="utf-8")
    reading = read_path(page)
    source = replace(reading.source, id=1)
    stored = [replace(post, id=post.n, source_id=1) for post in reading.posts]
    page.write_text(LATER_PAGE, encoding="utf-8")
    preview = look(AddRequest(path=str(page)), [source], stored, NOW)
    assert (preview.counts, preview.summary.split(" · ")[-1]) == (Counts(new=1, same=3), "+1 new, 3 same")
    pasted = look(AddRequest(text=LATER_PAGE), [replace(source, origin=PASTED)], stored, NOW)
    assert (pasted.posts, pasted.counts) == (4, Counts(new=1, same=3))


def test_the_preview_tells_what_stands_in_no_post():
    text = ARTICLE.rstrip() + "\n\nAda Muster contributed to this report from the harbour.\n"
    told = preview_text(look(AddRequest(text=text), [], [], NOW)).plain
    assert "1 sentence stands in no post: “Ada Muster contributed to this report from the harbour.”" in told
    assert "in no post" not in preview_text(look(AddRequest(text=ARTICLE), [], [], NOW)).plain


def test_the_preview_of_a_folder_counts_every_file(tmp_path):
    (tmp_path / "a.txt").write_text(YEARLESS_PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(LIVE_PAGE, encoding="utf-8")
    known = read_path(tmp_path / "b.txt")
    preview = look(AddRequest(path=str(tmp_path)), [replace(known.source, id=1)], [], NOW)
    assert (preview.posts, preview.counts, preview.summary.count("\n")) == (6, Counts(new=3, same=3), 1)
    assert "adding it changes nothing" not in preview_text(preview).plain


def test_a_guessed_year_has_the_days_that_are_printed():
    ready = prepare(read_text(YEARLESS_PAGE.replace("11 May", "29 February")), [], [], None, NOW)
    assert ready.reading.source.guessed_year == 2024
    ready = prepare(
        read_text(YEARLESS_PAGE.replace("12:00 British Summer Time 11 May", "12:00 GMT 30 February")), [], [], None, NOW
    )
    assert ready.reading.source.guessed_year == 2025


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (Counts(new=20), "+20 new"),
        (Counts(3, 2, 15, 1), "+3 new, 2 edited, 15 same, 1 gone"),
        (Counts(same=19, back=1), "nothing new, 19 same, 1 there again"),
    ],
)
def test_what_a_reading_brought_in_words(counts, words):
    assert counts_words(counts) == words


def test_a_preview_says_what_a_year_was_inferred_from(tmp_path):
    (tmp_path / "page.txt").write_text(YEARLESS_PAGE.replace("on Thursday, the", "on Thursday, 15 May, the"))
    preview = look(AddRequest(path=str(tmp_path / "page.txt")), [], [], NOW)
    assert "year inferred from its weekdays" in preview.summary
