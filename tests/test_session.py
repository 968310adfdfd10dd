"""A session on a real store, with the work done in this process."""

import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest
from written import ARTICLE, LATER_PAGE, LIVE_PAGE, YEARLESS_PAGE

from newsdesk.intake.reading import read_part
from newsdesk.intake.request import AddError, AddRequest
from newsdesk.limits import Limits
from newsdesk.model import Counts, Mark, PrintedTime
from newsdesk.session import Session
from newsdesk.store import Store, StoreError
from newsdesk.story.clock import default_clock
from newsdesk.system.background import Inline, WorkerDiedError, WorkerProcess

TITLE = "Dockers vote 'to stay out' in the port strike"
NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)


def now():
    return NOW


def never():
    return False


def quiet(done, total, name):
    pass


@pytest.fixture
def session(tmp_path):
    with Session(Store.open(tmp_path / "story.jsonl"), Inline()) as opened:
        yield opened


@pytest.fixture
def page_file(tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(LIVE_PAGE, encoding="utf-8")
    return file


def add(session, *requests):
    return session.add(requests, now, never, quiet)


def headlines(session):
    return [post.headline for post in session.story().posts]


def test_a_file_is_added_found_in_and_there_again_tomorrow(session, page_file, tmp_path):
    report = add(session, AddRequest(path=str(page_file)))
    assert (report.counts.new, report.failed, report.notices) == (3, (), ())
    story = session.story()
    facts = session.facts(story, default_clock(story.newest, NOW), never)
    assert {quote.speaker for quote in facts.quotes} >= {"Ana Ruiz", "Jo Tan"}
    assert [event.start.isoformat() for event in facts.events] == ["2025-05-15"]
    with Session(Store.open(tmp_path / "story.jsonl"), Inline()) as tomorrow:
        assert headlines(tomorrow) == headlines(session)


def test_the_same_file_twice_changes_nothing(session, page_file, tmp_path):
    add(session, AddRequest(path=str(page_file)))
    before = (tmp_path / "story.jsonl").read_bytes()
    report = add(session, AddRequest(path=str(page_file)))
    assert [one.words for one in report.added] == ["Dockers vote 'to stay out' in the port strike: nothing new, 3 same"]
    assert (tmp_path / "story.jsonl").read_bytes() == before


def test_a_page_saved_again_adds_only_what_is_new(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    report = session.refresh(now, never, quiet)
    assert report.counts.new == 1
    assert len(session.story().posts) == 4


@pytest.mark.parametrize("left_out", [7, 4])
def test_the_preview_of_a_page_saved_again_says_what_adding_it_brings(session, tmp_path, left_out):
    """Of ten posts one is no longer there: two stand below it, or five."""
    posts = [
        f"{20 - n}:30\nNews of pier {n}\n\nAt pier {n} the ferry of hour {n} has left with {n} cars." for n in range(10)
    ]
    file = tmp_path / "live.txt"
    file.write_text("\n\n".join(["Ferries live", *posts]), encoding="utf-8")
    add(session, AddRequest(path=str(file)))
    file.write_text("\n\n".join(["Ferries live", *posts[:left_out], *posts[left_out + 1 :]]), encoding="utf-8")
    looked = session.look(session.story(), AddRequest(path=str(file)), NOW, never)
    assert looked.counts == session.refresh(now, never, quiet).counts == Counts(same=9, gone=1)


def test_a_file_that_fails_keeps_none_of_the_others_out(session, page_file, tmp_path):
    report = add(
        session, AddRequest(path=str(tmp_path / "absent")), AddRequest(path=str(page_file)), AddRequest(text=ARTICLE)
    )
    assert report.counts.new == 4
    assert report.failed == (f"{tmp_path / 'absent'}: there is no such file; check the name",)


@pytest.mark.parametrize("said", [None, 2023])
def test_a_year_that_is_said_while_files_are_read_again_stays(session, tmp_path, said):
    file = tmp_path / "page.txt"
    file.write_text(YEARLESS_PAGE, encoding="utf-8")
    add(session, AddRequest(path=str(file), year=2024))
    (source,) = session.story().sources
    file.write_text(YEARLESS_PAGE.replace("a joke", "a bad joke"), encoding="utf-8")
    report = session.refresh(now, never, lambda *_progress: session.set_year(source.id, said))
    assert report.counts.edited == 1
    assert [one.year for one in session.story().sources] == [said]


def test_what_is_removed_while_it_is_read_again_does_not_come_back(session, other, page_file, tmp_path):
    article = tmp_path / "article.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    add(session, AddRequest(path=str(page_file)), AddRequest(path=str(article)))
    page, kept = session.story().sources
    page_file.write_text(LATER_PAGE, encoding="utf-8")

    def take_out(*_progress):
        for source in other.story().sources:
            if source.id == page.id:
                other.remove_source(page.id)

    assert session.refresh(now, never, take_out).failed == ()
    assert [source.id for source in session.story().sources] == [kept.id]
    assert add(session, AddRequest(path=page.origin, again=page)).added == ()
    assert [source.id for source in session.story().sources] == [kept.id]
    add(session, AddRequest(path=page.origin))
    assert len(session.story().sources) == 2


def test_a_file_that_is_added_again_keeps_its_year_and_guesses_none(session, tmp_path):
    file = tmp_path / "page.txt"
    file.write_text(YEARLESS_PAGE, encoding="utf-8")
    add(session, AddRequest(path=str(file), year=2024))
    file.write_text(YEARLESS_PAGE.replace("a joke", "a bad joke"), encoding="utf-8")
    add(session, AddRequest(path=str(file)))
    (source,) = session.story().sources
    assert (source.year, source.guessed_year) == (2024, None)


def test_what_was_stored_before_a_cancel_stays(session, tmp_path):
    for number, text in enumerate((LIVE_PAGE, ARTICLE)):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    requests = [AddRequest(path=str(tmp_path / f"{number}.txt")) for number in (0, 1)]
    seen = []
    report = session.add(requests, now, lambda: len(seen) > 1, lambda *progress: seen.append(progress))
    assert (report.cancelled, report.counts.new) == (True, 3)
    assert seen == [(0, 2, "0.txt"), (1, 2, "1.txt")]


def test_a_guessed_year_is_said(session):
    report = add(session, AddRequest(text=YEARLESS_PAGE))
    assert len(report.notices) == 1
    assert "2025 is a guess" in report.notices[0]


def test_marks_can_be_taken_back(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    first, second, _ = (post.id for post in session.story().posts)
    session.mark_seen([first], NOW)
    session.set_marks([Mark("read", first, at=NOW), Mark("read", second, at=NOW)], [], "mark read")
    assert session.story().read_ids == {first, second}
    assert session.undo() == "Took back: mark read"
    assert session.story().read_ids == {first}


def test_a_removed_source_comes_back_with_its_marks(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    before = session.story()
    session.mark_seen([before.posts[0].id], NOW)
    session.remove_source(before.sources[0].id)
    assert session.story().posts == ()
    session.undo()
    after = session.story()
    assert (after.posts, after.read_ids) == (before.posts, {before.posts[0].id})


def test_an_added_source_can_be_taken_back(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    before = session.story()
    assert session.undo() == "Took back: adding of Dockers vote 'to stay out' in the port strike"
    assert session.story().sources == ()
    assert session.undo() == "Took back: removal of Dockers vote 'to stay out' in the port strike"
    assert session.story().posts == before.posts
    assert session.undo() is None


def test_a_folder_that_was_added_is_taken_back_as_one(session, page_file, tmp_path):
    (tmp_path / "quarrel.txt").write_text(ARTICLE, encoding="utf-8")
    add(session, AddRequest(path=str(page_file)), AddRequest(path=str(tmp_path / "quarrel.txt")))
    assert session.undo() == "Took back: adding of 2 sources"
    assert session.story().sources == ()


def test_a_reading_is_taken_back_before_the_adding(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    before = session.story()
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    session.refresh(now, never, quiet)
    assert len(session.story().posts) == 4
    assert session.undo() == f"Took back: new reading of {TITLE}"
    assert session.story() == before
    assert session.undo() == f"Took back: adding of {TITLE}"
    assert session.story().posts == ()


def test_a_reading_that_wrote_nothing_is_no_step(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    session.refresh(now, never, quiet)
    assert session.undo() == f"Took back: adding of {TITLE}"


def test_a_mark_on_a_post_outlives_the_reading_that_brought_the_post(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    session.refresh(now, never, quiet)
    newest = session.story().posts[0].id
    session.mark_seen([newest], NOW)
    session.undo()
    session.changed()
    assert session.marks().read_ids == {newest}
    session.refresh(now, never, quiet)
    assert session.story().posts[0].id in session.story().read_ids


@pytest.fixture
def other(tmp_path):
    """Another desk on the same file."""
    with Session(Store.open(tmp_path / "story.jsonl"), Inline()) as opened:
        yield opened


STAYS = "another desk, a command or a poll has changed that since, and it stays"


def test_what_another_process_read_since_is_not_taken_back(session, other, page_file):
    add(session, AddRequest(path=str(page_file)))
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    other.refresh(now, never, quiet)
    before = session.story()
    assert session.undo() == f"Not taken back: adding of {TITLE}: {STAYS}"
    assert session.story() == before
    assert session.undo() is None


def test_a_reading_after_which_another_read_is_not_taken_back(session, other, page_file):
    add(session, AddRequest(path=str(page_file)))
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    session.refresh(now, never, quiet)
    page_file.write_text(LATER_PAGE.replace("on strike", "out").replace("Ports shut across", "Ports open in"))
    other.refresh(now, never, quiet)
    before = session.story()
    assert session.undo() == f"Not taken back: new reading of {TITLE}: {STAYS}"
    assert session.story() == before


def test_an_added_source_that_another_desk_starred_stays(session, other, page_file):
    add(session, AddRequest(path=str(page_file)))
    other.toggle_mark(Mark("starred", other.story().posts[1].id, at=NOW), "star")
    assert session.undo() == f"Not taken back: adding of {TITLE}: {STAYS}"
    assert len(session.story().posts) == 3


def test_of_a_folder_only_what_nobody_else_changed_is_taken_back(session, other, page_file, tmp_path):
    (tmp_path / "quarrel.txt").write_text(ARTICLE, encoding="utf-8")
    add(session, AddRequest(path=str(page_file)), AddRequest(path=str(tmp_path / "quarrel.txt")))
    other.set_title(other.story().sources[1].id, "Theirs")
    assert session.undo() == f"Took back: adding of 2 sources; but not Theirs: {STAYS}".replace(
        "Theirs", "The long quarrel behind the port strike"
    )
    assert [source.title for source in session.story().sources] == ["Theirs"]


def test_a_title_that_another_desk_gave_since_stays(session, other, page_file):
    add(session, AddRequest(path=str(page_file)))
    source = session.story().sources[0]
    session.set_title(source.id, "Ours")
    other.set_title(source.id, "Theirs")
    assert session.undo().startswith("Not taken back: new title of ")
    assert session.story().sources[0].title == "Theirs"


def test_a_title_that_another_desk_gave_since_outlives_an_undo_of_the_year_and_the_next_reading(
    session, other, page_file
):
    add(session, AddRequest(path=str(page_file)))
    source = session.story().sources[0]
    session.set_year(source.id, 2031)
    other.set_title(source.id, "Theirs")
    assert session.undo().startswith("Took back: new year of ")
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    session.refresh(now, never, quiet)
    assert session.story().sources[0].title == "Theirs"


def test_marking_read_takes_back_only_what_it_marked(session, other, page_file):
    add(session, AddRequest(path=str(page_file)))
    first, second, third = (post.id for post in session.story().posts)
    other.mark_seen([second], NOW)
    session.set_marks([Mark("read", post, at=NOW) for post in (first, second, third)], [], "mark read")
    other.toggle_mark(Mark("starred", third, at=NOW), "star")
    assert session.undo() == "Took back: mark read"
    assert (session.story().read_ids, session.story().starred_ids) == ({second}, {third})


def said(session):
    """What the user said, but for what was read."""
    session.changed()
    return session.marks().said


def test_a_star_that_another_desk_took_away_stays_away(session, other, page_file):
    add(session, AddRequest(path=str(page_file)))
    star = Mark("starred", session.story().posts[0].id, at=NOW)
    session.toggle_mark(star, "star")
    other.toggle_mark(star, "star")
    assert session.undo() == f"Not taken back: star: {STAYS}"
    assert said(session) == frozenset()


@pytest.mark.parametrize(
    ("kind", "ours", "theirs"),
    [("speaker", "Ana Ruiz", "Jo Tan"), ("name", "A. Ruiz", "Union leader"), ("event title", "Talks", "Walkout")],
)
def test_what_another_desk_said_otherwise_of_the_same_words_stays(session, other, kind, ours, theirs):
    """Who speaks, what an actor is called or who it is the same as, whether an event counts: all are marks."""
    before, mine, other_one = (Mark(kind, 7, value, words="Ruiz", at=NOW) for value in ("", ours, theirs))
    unrelated = Mark("starred", 8, at=NOW)
    session.set_marks([before], [], "first")
    session.set_marks([mine], [before], "mine")
    other.set_marks([unrelated], [], "star")
    assert session.undo() == "Took back: mine"
    assert said(session) == {before, unrelated}
    session.set_marks([mine], [before], "mine")
    other.set_marks([other_one], [mine], "theirs")
    assert session.undo() == f"Not taken back: mine: {STAYS}"
    assert said(session) == {other_one, unrelated}
    assert other.undo() == "Took back: theirs"
    assert said(session) == {mine, unrelated}


def test_a_removed_source_that_another_process_added_again_is_not_doubled(session, other, page_file):
    """In other words, too; and what the user said of a post stands on the one that took its place."""
    add(session, AddRequest(path=str(page_file)))
    last = session.story().posts[-1].id
    session.toggle_mark(Mark("starred", last, at=NOW), "star")
    session.remove_source(session.story().sources[0].id)
    page_file.write_text(LATER_PAGE.replace("bad for everybody", "very bad for everybody"), encoding="utf-8")
    add(other, AddRequest(path=str(page_file)))
    assert session.undo() == f"Took back: removal of {TITLE}"
    story = session.story()
    assert len(story.posts) == 4
    assert "very bad" in story.posts[-1].text
    assert story.starred_ids == {story.posts[-1].id}
    assert story.posts[-1].id != last


def test_a_step_that_cannot_be_taken_back_now_waits_for_the_next_try(session, page_file, monkeypatch):
    add(session, AddRequest(path=str(page_file)))
    post = session.story().posts[0].id
    session.toggle_mark(Mark("starred", post, at=NOW), "star")
    with monkeypatch.context() as busy:
        busy.setattr(Store, "set_marks", _is_busy)
        with pytest.raises(StoreError):
            session.undo()
    assert session.undo() == "Took back: star"
    assert session.story().starred_ids == frozenset()


def _is_busy(*_):
    raise StoreError("busy")


def test_a_worker_that_dies_at_one_file_keeps_none_of_the_others_out(session, page_file, tmp_path, monkeypatch):
    run = Inline.run

    def dies_at_the_article(self, cancelled, function, *args):
        if getattr(args[0], "path", "").endswith("quarrel.txt"):
            raise WorkerDiedError("the worker process ended")
        return run(self, cancelled, function, *args)

    monkeypatch.setattr(Inline, "run", dies_at_the_article)
    article = tmp_path / "quarrel.txt"
    article.write_text(ARTICLE, encoding="utf-8")
    report = add(session, AddRequest(path=str(article)), AddRequest(path=str(page_file)))
    line = f"{article}: reading this ended the process that read it; add it as plain text"
    assert (report.failed, report.counts.new) == ((line,), 3)


def test_a_file_that_is_as_it_was_is_not_taken_apart(session, page_file, monkeypatch):
    add(session, AddRequest(path=str(page_file)))
    before = session.path.read_bytes()
    with monkeypatch.context() as untouched:
        untouched.setattr("newsdesk.read.detect", None)
        report = session.refresh(now, never, quiet)
        assert [one.words for one in report.added] == [
            "Dockers vote 'to stay out' in the port strike: nothing new, 3 same"
        ]
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    session.refresh(now, never, quiet)
    again = add(session, AddRequest(path=str(page_file)))
    assert again.counts == Counts(same=4)
    assert again.added[0].read_at == NOW
    page_file.write_text(LIVE_PAGE, encoding="utf-8")
    assert session.refresh(now, never, quiet).counts.same == 3
    assert session.path.read_bytes().startswith(before)


def test_a_file_is_read_once_whether_it_changed_or_not(session, page_file, monkeypatch):
    add(session, AddRequest(path=str(page_file)))
    known = []

    def counts(request, part, limits, before, content_hash):
        known.append(content_hash)
        return read_part(request, part, limits, before, content_hash)

    monkeypatch.setattr("newsdesk.intake.intake.read_part", counts)
    assert add(session, AddRequest(path=str(page_file))).counts == Counts(same=3)
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    assert add(session, AddRequest(path=str(page_file))).counts.new == 1
    assert len(known) == 2


def hang(*_):
    threading.Event().wait()


def allocate(*_):
    return bytearray(2**33)


@pytest.mark.parametrize(
    ("does", "limits", "takes", "setting"),
    [
        (hang, Limits(seconds=1), "1 seconds", "seconds"),
        pytest.param(
            allocate,
            Limits(memory_mb=200),
            "200 MB of memory",
            "memory_mb",
            marks=pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux keeps this limit"),
        ),
    ],
)
def test_what_takes_too_much_is_stopped_and_keeps_none_of_the_others_out(
    tmp_path, page_file, monkeypatch, does, limits, takes, setting
):
    bomb = tmp_path / "bomb.xml"
    bomb.write_text("<rss/>", encoding="utf-8")
    with Session(Store.open(tmp_path / "story.jsonl"), WorkerProcess(), limits=limits) as session:
        with monkeypatch.context() as hostile:
            hostile.setattr("newsdesk.intake.intake.read_part", does)
            line = (
                f"{bomb}: reading this takes more than {takes}, so it was stopped;"
                f" take a part of it, or set {setting} below [limits] in the configuration file"
            )
            assert add(session, AddRequest(path=str(bomb))).failed == (line,)
            with pytest.raises(AddError) as caught:
                session.look(session.story(), AddRequest(path=str(bomb)), NOW, never)
            assert str(caught.value) == line
        session._intake._limits = Limits()  # a busy machine may take a second for a page
        assert add(session, AddRequest(path=str(page_file))).counts.new == 3
        assert len(session.story().sources) == 1


def test_the_user_sets_title_and_year_and_takes_them_back(session):
    add(session, AddRequest(text=YEARLESS_PAGE))
    source = session.story().sources[0]
    session.set_title(source.id, "Our page")
    session.set_year(source.id, 2024)
    story = session.story()
    assert (story.sources[0].title, story.posts[0].published.at.year) == ("Our page", 2024)
    assert session.undo().startswith("Took back: new year of ")
    assert session.story().posts[0].published.at.year == 2025
    assert session.story().sources[0].title == "Our page"
    session.set_title(99, "Nobody's")
    assert session.undo().startswith("Took back: new title of ")
    assert session.story().sources == (source,)


def test_after_an_undone_rename_the_title_is_the_pages_own_again(session, other, page_file):
    """So the page saved again may bring another; and what it brought meanwhile stays."""
    add(session, AddRequest(path=str(page_file)))
    source = session.story().sources[0]
    session.set_title(source.id, "Our page")
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    other.refresh(now, never, quiet)
    session.undo()
    undone = session.story().sources[0]
    assert undone.title == source.title
    assert undone.content_hash != source.content_hash
    page_file.write_text(LATER_PAGE.replace(source.title, "Dockers go back"), encoding="utf-8")
    session.refresh(now, never, quiet)
    assert session.story().sources[0].title == "Dockers go back"


def test_a_mark_of_another_process_is_told_apart_from_news(session, page_file, tmp_path):
    add(session, AddRequest(path=str(page_file)))
    post_id = session.story().posts[0].id
    with Session(Store.open(tmp_path / "story.jsonl"), Inline()) as other:
        other.mark_seen([post_id], NOW)
        assert session.changed() == "marks"
        assert session.marks().read_ids == {post_id}
        other.toggle_mark(Mark("starred", post_id, at=NOW), "star")
        assert session.changed() == "marks"
        other.set_title(other.story().sources[0].id, "Theirs")
    assert session.changed() == "story"


def test_what_another_process_stores_is_noticed_once(session, page_file, tmp_path):
    session.story()
    assert session.changed() == "nothing"
    with Session(Store.open(tmp_path / "story.jsonl"), Inline()) as other:
        add(other, AddRequest(path=str(page_file)))
    assert session.changed() == "story"
    assert len(session.story().posts) == 3
    assert session.changed() == "nothing"


@pytest.mark.parametrize(
    "read",
    [
        Session.polling,
        lambda session: session.set_title(7, "Harbour"),
        lambda session: session.toggle_mark(Mark("starred", 7), "star"),
    ],
)
def test_what_another_process_stores_is_noticed_whatever_was_read_meanwhile(session, other, page_file, read):
    """The desk's threads read the story for purposes of their own; what they see is news for the screen all the same."""
    add(session, AddRequest(path=str(page_file)))
    session.story()
    page_file.write_text(LATER_PAGE, encoding="utf-8")
    add(other, AddRequest(path=str(page_file)))
    read(session)
    assert session.changed() == "story"
    assert session.changed() == "nothing"


def test_a_mark_is_said_and_taken_back_in_turn(session, page_file):
    add(session, AddRequest(path=str(page_file)))
    post_id = session.story().posts[0].id
    for starred in ({post_id}, set(), {post_id}):
        session.toggle_mark(Mark("starred", post_id, at=NOW), "star")
        assert session.story().starred_ids == starred
    session.undo()
    assert session.story().starred_ids == set()


def test_a_story_without_a_title_has_its_files_name_as_it_may_be_shown(tmp_path):
    with Session(Store.open(tmp_path / "po\x1b[2Jrt.jsonl"), Inline()) as named:
        assert named.story().title == r"po\x1b[2Jrt"


def test_a_post_that_is_as_it_was_is_the_same_object(session, tmp_path):
    page, article = tmp_path / "page.txt", tmp_path / "article.txt"
    page.write_text(YEARLESS_PAGE, encoding="utf-8")
    article.write_text(ARTICLE, encoding="utf-8")
    add(session, AddRequest(path=str(page), year=2024))
    before = session.story().posts
    add(session, AddRequest(path=str(article)))
    after = session.story().posts
    assert len(after) == len(before) + 1
    assert all(any(post is one for one in after) for post in before)
    session.set_year(before[0].source_id, 2001)
    assert not any(post is one for post in session.story().posts for one in before), "their days are others now"


def test_a_date_is_given_to_what_prints_none_and_taken_back(session):
    add(
        session,
        AddRequest(
            text="Harbour shut\n\nThe harbour will reopen on Friday, the coast guard said in a letter to all ships.\n"
        ),
    )
    (source,) = session.story().sources
    said = PrintedTime("26 November 2026", 2026, 11, 26)
    session.set_date(source.id, said)
    (post,) = session.story().posts
    assert post.published
    assert (post.published.day.isoformat(), post.published.evidence) == ("2026-11-26", "you")
    assert session.undo().startswith("Took back: new date of ")
    assert session.story().posts[0].published is None


STRIKE = {
    "14:05": "Signallers on the coast line have put down their work, and no train has left the terminus since noon.",
    "15:20": "Two trains wait outside the junction while their drivers decide whether to join the signallers in the evening.",
    "16:40": "The line's owner asks both sides to meet on neutral ground, and offers a room in the old granary.",
    "07:20": "The night passed without talks, the owner says, and the next round waits until everybody has slept.",
    "08:10": "Ferries across the bay carry twice as many as on other mornings, their captains say, and more wait on the pier.",
    "09:30": "The first replacement buses fill within minutes, the police say, and commuters are told to stay at home.",
    "17:30": "Signallers and owner sit down in the granary, and neither side says a word on the way in.",
}


def clocks(*posts, head="Rail strike live"):
    """A live page that prints these times, the newest first; the words go by the clock at their end."""
    body = "\n\n".join(f"{time}\nNews of {time[-5:]}\n\n{STRIKE[time[-5:]]}" for time in posts)
    return f"{head}\n\n{body}\n"


def days(session):
    """The day of the month of each post, in the page's order."""
    posts = sorted(session.story().posts, key=lambda post: post.n)
    return [post.published.day.day if post.published else None for post in posts]


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Updated 28 November 2025 02:00", "Updated 28 November 2025 09:40", [28, 28, 28, None, None, None]),
        ("Updated 27 November 2025 17:00", "Updated 28 November 2025 09:40", [28, 28, 28, 27, 27, 27]),
        ("Updated 27 November 2025 17:00", "Updated 29 November 2025 09:40", [29, 29, 29, 27, 27, 27]),
        ("Updated 27 November 2025 17:00", "", [None, None, None, 27, 27, 27]),
        ("", "Updated 28 November 2025 09:40", [28, 28, 28, None, None, None]),
    ],
)
def test_the_time_of_a_later_state_of_a_page_dates_no_earlier_post(session, tmp_path, first, second, expected):
    file = tmp_path / "live.txt"
    file.write_text(clocks("16:40", "15:20", "14:05", head=f"Rail strike live\n\n{first}"), encoding="utf-8")
    add(session, AddRequest(path=str(file)))
    file.write_text(clocks("09:30", "08:10", "07:20", head=f"Rail strike live\n\n{second}"), encoding="utf-8")
    session.refresh(now, never, quiet)
    assert days(session) == expected


SAID = PrintedTime("27 November 2025", 2025, 11, 27)


def read_in_turn(session, file, *states):
    """The first state of a page is added, and given a date; the others are read again."""
    for number, state in enumerate(states):
        file.write_text(state, encoding="utf-8")
        if number:
            session.refresh(now, never, quiet)
        else:
            add(session, AddRequest(path=str(file)))
            session.set_date(session.story().sources[0].id, SAID)


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (("09:30", "08:10", "16:40", "15:20", "14:05"), [None, None, 27, 27, 27]),
        (("17:30", "16:40", "15:20", "14:05"), [None, 27, 27, 27]),
        (("09:30", "08:10", "07:20"), [None, None, None, 27, 27, 27]),
        (("16:40", "15:20", "14:05", "09:30"), [27, 27, 27, None]),
    ],
)
def test_a_date_that_is_said_is_that_of_the_posts_that_were_there(session, tmp_path, later, expected):
    read_in_turn(session, tmp_path / "live.txt", clocks("16:40", "15:20", "14:05"), clocks(*later))
    assert days(session) == expected


WITH_DAYS = tuple(f"27 November 2025 {clock}" for clock in ("16:40", "15:20", "14:05"))


@pytest.mark.parametrize(
    ("later", "expected"),
    [
        (("09:30", "08:10", *WITH_DAYS), [28, 28, 27, 27, 27]),
        (("09:30", "08:10", *WITH_DAYS[:2]), [28, 28, 27, 27, 27]),
        (("09:30", "28 November 2025 08:10", "07:20"), [28, 28, 28, 27, 27, 27]),
    ],
)
def test_a_day_that_a_page_prints_later_takes_none_from_the_posts_that_were_there(session, tmp_path, later, expected):
    read_in_turn(session, tmp_path / "live.txt", clocks("16:40", "15:20", "14:05"), clocks(*later))
    assert days(session) == expected


def test_a_day_that_a_page_prints_later_is_that_of_a_post_without_one(session, tmp_path):
    file = tmp_path / "live.txt"
    file.write_text(clocks("16:40", "15:20", "14:05"), encoding="utf-8")
    add(session, AddRequest(path=str(file)))
    assert days(session) == [None, None, None]
    file.write_text(clocks("09:30", "08:10", *WITH_DAYS[:2]), encoding="utf-8")
    session.refresh(now, never, quiet)
    assert days(session) == [28, 28, 27, 27, None]


def test_a_date_that_a_page_contradicts_later_holds_no_more(session, tmp_path):
    """The user has said it of posts that are of another day: then of none of them."""
    later = ("09:30", "26 November 2025 16:40", "26 November 2025 15:20")
    read_in_turn(session, tmp_path / "live.txt", clocks("16:40", "15:20", "14:05"), clocks(*later))
    assert days(session) == [27, 26, 26, None]


def test_another_date_holds_for_what_came_since_until_it_is_taken_back(session, tmp_path):
    first, second = clocks("16:40", "15:20", "14:05"), clocks("09:30", "16:40", "15:20", "14:05")
    read_in_turn(session, tmp_path / "live.txt", first, second)
    (source,) = session.story().sources
    session.set_date(source.id, PrintedTime("28 November 2025", 2025, 11, 28))
    assert days(session) == [28, 27, 27, 27]  # clocks that pass midnight change the day
    session.undo()
    assert days(session) == [None, 27, 27, 27]


@pytest.mark.parametrize("between", [PrintedTime("28 November 2025", 2025, 11, 28), None])
def test_a_date_that_is_said_anew_after_another_one_holds_for_what_came_since(session, tmp_path, between):
    first, second = clocks("16:40", "15:20", "14:05"), clocks("09:30", "16:40", "15:20", "14:05")
    read_in_turn(session, tmp_path / "live.txt", first, second)
    (source,) = session.story().sources
    session.set_date(source.id, between)
    before = days(session)
    session.set_date(source.id, SAID)
    assert days(session) == [27, 26, 26, 26]
    assert session.undo().startswith("Took back: new date of ")
    assert days(session) == before
    session.undo()
    assert days(session) == [None, 27, 27, 27]


def test_a_date_that_is_stored_of_some_of_the_posts_alone_can_be_taken_back(session, tmp_path, monkeypatch):
    def is_full(*_):
        raise StoreError("the disk is full")

    first, second = clocks("16:40", "15:20", "14:05"), clocks("09:30", "16:40", "15:20", "14:05")
    read_in_turn(session, tmp_path / "live.txt", first, second)
    (source,) = session.story().sources
    monkeypatch.setattr(Store, "say_date_again", is_full)
    with pytest.raises(StoreError):
        session.set_date(source.id, PrintedTime("28 November 2025", 2025, 11, 28))
    assert session.undo().startswith("Took back: new date of ")
    assert days(session) == [None, 27, 27, 27]


def test_a_date_that_is_said_with_a_new_reading_holds_for_what_it_brings(session, tmp_path):
    file = tmp_path / "live.txt"
    read_in_turn(session, file, clocks("15:20", "14:05", "09:30"))
    file.write_text(clocks("16:40", "15:20", "14:05", "09:30"), encoding="utf-8")
    add(session, AddRequest(path=str(file), said_time=SAID))
    assert days(session) == [27, 27, 27, 27]


def test_the_same_date_said_again_holds_for_what_came_since_until_it_is_taken_back(session, tmp_path):
    first, second = clocks("15:20", "14:05", "09:30"), clocks("16:40", "15:20", "14:05", "09:30")
    read_in_turn(session, tmp_path / "live.txt", first, second)
    (source,) = session.story().sources
    session.set_date(source.id, SAID)
    assert days(session) == [27, 27, 27, 27]
    session.set_date(source.id, SAID)
    assert session.undo().startswith("Took back: new date of ")
    assert days(session) == [None, 27, 27, 27]
    session.set_date(source.id, SAID)
    (tmp_path / "live.txt").write_text(clocks("17:30", "16:40", "15:20", "14:05", "09:30"), encoding="utf-8")
    session.refresh(now, never, quiet)
    assert days(session) == [None, 27, 27, 27, 27], "it is no longer said of what comes after that"


@pytest.mark.parametrize("last", [("16:40", "15:20", "14:05", "09:30"), ("17:30", "16:40", "15:20", "14:05", "09:30")])
def test_the_same_date_said_by_adding_it_again_holds_for_all_that_is_there(session, tmp_path, last):
    file = tmp_path / "live.txt"
    read_in_turn(session, file, clocks("15:20", "14:05", "09:30"), clocks("16:40", "15:20", "14:05", "09:30"))
    file.write_text(clocks(*last), encoding="utf-8")
    add(session, AddRequest(path=str(file), said_time=SAID))
    assert days(session) == [27] * len(last)
    session.undo()
    assert days(session) == [None, 27, 27, 27]


def test_an_edit_of_what_came_later_gives_it_no_date(session, tmp_path):
    second = clocks("09:30", "16:40", "15:20", "14:05")
    edited = second.replace("stay at home.", "stay at home today.")
    read_in_turn(session, tmp_path / "live.txt", clocks("16:40", "15:20", "14:05"), second, edited)
    assert days(session) == [None, 27, 27, 27]


def saved_page(folder, name, modified, words):
    """An article that a browser saved under this name, in the state that its page had then."""
    tag = f'<meta property="article:modified_time" content="{modified}">' if modified else ""
    head = f'<title>Bridge shut</title><link rel="canonical" href="https://courier.example/bridge">{tag}'
    body = f"<article><h1>Bridge shut</h1>{f'<p>{words} The council said so in a letter to all who live there.</p>' * 4}</article>"
    (folder / name).write_text(f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>", encoding="utf-8")
    return AddRequest(path=str(folder / name))


EARLIER, LATER = "2026-11-26T09:00:00Z", "2026-11-26T12:30:00+01:00"
OLD, NEW = "The bridge is shut until noon.", "The bridge is shut until Friday."


@pytest.mark.parametrize(
    ("first", "second", "now_says", "said_before"),
    [
        ((LATER, NEW), (EARLIER, OLD), NEW, [OLD]),
        ((EARLIER, OLD), (LATER, NEW), NEW, [OLD]),
        ((LATER, NEW), (LATER, OLD), OLD, [NEW]),
        ((LATER, NEW), (None, OLD), OLD, [NEW]),
        ((None, NEW), (EARLIER, OLD), OLD, [NEW]),
    ],
)
def test_an_older_save_of_an_article_is_an_earlier_wording(session, tmp_path, first, second, now_says, said_before):
    add(session, saved_page(tmp_path, "a.html", *first))
    report = add(session, saved_page(tmp_path, "b.html", *second))
    assert report.counts.new == 0
    (post,) = session.story().posts
    assert post.text.startswith(now_says)
    assert [one.text.split(" The council")[0] for one in post.revisions] == said_before


def test_an_older_save_that_is_added_again_changes_nothing(session, tmp_path):
    add(session, saved_page(tmp_path, "a.html", LATER, NEW))
    older = saved_page(tmp_path, "b.html", EARLIER, OLD)
    assert [add(session, older).counts for _ in range(2)] == [Counts(same=1)] * 2
    add(session, saved_page(tmp_path, "c.html", LATER, NEW))
    (post,) = session.story().posts
    assert (post.text.startswith(NEW), len(post.revisions)) == (True, 1)
