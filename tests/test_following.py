"""Following addresses: when each is asked, what is kept beside the story, what a poll brings, what the commands say."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import threading
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import ERROR_PAGE, FEED, LATER_FEED, LOOPBACK, QUICK, Clock, answer, known, loopback
from written import LATER_PAGE, LIVE_PAGE

from newsdesk.cli import main
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, INTERRUPTED, WRONG_USAGE
from newsdesk.fetch import Answer, FetchError, PollState, Validators, after_failure, after_success, is_due, next_try
from newsdesk.fetch.schedule import wished
from newsdesk.fetch.settings import FetchSettings, seconds_in, span_words
from newsdesk.intake.following import SUFFIX, Following
from newsdesk.intake.report import NotDue
from newsdesk.intake.request import AddError, AddRequest
from newsdesk.model import Counts, Source, SourceKind
from newsdesk.session import Session
from newsdesk.store import Store, adding
from newsdesk.story.source_state import Polling, polling_words
from newsdesk.system.background import Cancelled, Inline, WorkerProcess

NOW = datetime(2025, 3, 4, 12, tzinfo=UTC)
MINUTES = 60
PAGE = Answer("https://courier.example/", b"x", "", Validators("https://courier.example/", '"v"'))
BUSY = FetchError("the server is in trouble (503); try again later")


def minutes(number):
    return timedelta(minutes=number)


# -- when


def test_what_was_never_asked_is_due():
    assert next_try(PollState(), 10 * MINUTES) is None
    assert is_due(PollState(), 10 * MINUTES, NOW)


def test_after_an_interval_it_is_due_again():
    state = after_success(PollState(failures=3, failing_since=NOW, problem="x"), PAGE, "hash", NOW)
    assert state == PollState(PAGE.validators, "hash", tried=NOW, succeeded=NOW)
    assert next_try(state, 10 * MINUTES) == NOW + minutes(10)
    assert not is_due(state, 10 * MINUTES, NOW + minutes(9))
    assert not is_due(state, 10 * MINUTES, NOW + minutes(10) - timedelta(seconds=1))
    assert is_due(state, 10 * MINUTES, NOW + minutes(10))
    assert is_due(state, 5 * MINUTES, NOW + minutes(9))


def test_who_looks_seldom_finds_due_what_is_so_in_a_moment():
    """Cron wakes a command every ten minutes, never to the second."""
    state = after_success(PollState(), PAGE, "hash", NOW)
    assert is_due(state, 10 * MINUTES, NOW + minutes(10) - timedelta(seconds=20), slack=True)
    assert not is_due(state, 10 * MINUTES, NOW + minutes(10) - timedelta(seconds=31), slack=True)
    assert not is_due(state, MINUTES, NOW + timedelta(seconds=53), slack=True)


def test_nothing_is_asked_more_often_than_once_a_minute():
    assert next_try(PollState(tried=NOW), 1) == NOW + minutes(1)


def test_what_has_not_changed_keeps_what_it_is_known_again_by():
    state = after_success(PollState(), PAGE, "hash", NOW)
    later = after_success(state, Answer(PAGE.url, unchanged=True), "hash", NOW + minutes(10))
    assert (later.validators, later.succeeded) == (PAGE.validators, NOW + minutes(10))


def failed(times, error=BUSY, state=None):
    state = state or PollState()
    for number in range(times):
        state = after_failure(state, error, NOW + minutes(number))
    return state


@pytest.mark.parametrize(("times", "wait"), [(1, 10), (2, 20), (3, 40), (4, 80), (6, 320), (7, 360), (5000, 360)])
def test_what_fails_is_asked_more_and_more_seldom(times, wait):
    state = failed(times)
    assert (state.failing_since, state.failures, state.problem) == (NOW, times, str(BUSY))
    assert next_try(state, 10 * MINUTES) == NOW + minutes(times - 1 + wait)


def test_a_failure_before_its_time_puts_off_nothing():
    well = after_success(PollState(), PAGE, "hash", NOW)
    early = after_failure(well, BUSY, NOW + minutes(3), early=True)
    assert (early.failing_since, early.problem) == (NOW + minutes(3), str(BUSY))
    assert next_try(early, 10 * MINUTES) == NOW + minutes(10)
    due = after_failure(early, BUSY, NOW + minutes(10))
    assert due.failing_since == NOW + minutes(3)
    assert next_try(due, 10 * MINUTES) == NOW + minutes(20)
    again = after_failure(due, FetchError("other"), NOW + minutes(12), early=True)
    assert (again.problem, next_try(again, 10 * MINUTES)) == ("other", NOW + minutes(20))


def test_only_the_server_puts_off_the_next_poll():
    wish = FetchError("x", retry_after="3600")
    early = after_failure(after_success(PollState(), PAGE, "hash", NOW), wish, NOW + minutes(3), early=True)
    assert next_try(early, 10 * MINUTES) == NOW + minutes(63)
    assert next_try(after_failure(early, BUSY, NOW + minutes(4), early=True), 10 * MINUTES) == NOW + minutes(63)


def test_the_back_off_is_never_shorter_than_the_interval():
    assert next_try(failed(9), 86_400) == NOW + minutes(8) + timedelta(days=1)


def test_a_failure_keeps_what_came_before_it():
    before = after_success(PollState(), PAGE, "hash", NOW - minutes(30))
    state = failed(1, state=before)
    assert (state.validators, state.content_hash, state.succeeded) == (PAGE.validators, "hash", NOW - minutes(30))


def test_a_server_may_ask_for_more_time_but_not_for_less():
    longer = failed(1, FetchError("x", retry_after="3600"))
    assert next_try(longer, 10 * MINUTES) == NOW + minutes(60)
    assert not is_due(longer, 10 * MINUTES, NOW + minutes(60) - timedelta(seconds=1))
    assert next_try(failed(1, FetchError("x", retry_after="5")), 10 * MINUTES) == NOW + minutes(10)
    assert after_failure(longer, BUSY, NOW).not_before is None


@pytest.mark.parametrize(
    ("said", "moment"),
    [
        ("120", NOW + minutes(2)),
        (" 120 ", NOW + minutes(2)),
        ("Tue, 04 Mar 2025 12:30:00 GMT", NOW + minutes(30)),
        ("Tue, 04 Mar 2025 14:30:00 +0200", NOW + minutes(30)),
        ("99999999999999999999", NOW + timedelta(days=1)),
        ("Tue, 04 Mar 2036 12:30:00 GMT", NOW + timedelta(days=1)),
        ("Mon, 03 Mar 2025 12:30:00 GMT", None),
        ("0", None),
        ("-5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("Tue, 04 Mar 99999 12:30:00 GMT", None),
    ],
)
def test_when_a_server_wants_to_be_asked_again(said, moment):
    assert wished(said, NOW) == moment


@given(st.text(max_size=40))
def test_whatever_a_server_says_of_when_is_a_moment_or_nothing(said):
    moment = wished(said, NOW)
    assert moment is None or NOW < moment <= NOW + timedelta(days=1)


def test_what_is_gone_for_good_stops_until_it_answers_again():
    state = failed(1, FetchError("gone", gone=True))
    assert (next_try(state, MINUTES), is_due(state, MINUTES, NOW + timedelta(days=999))) == (None, False)
    assert is_due(after_success(state, PAGE, "hash", NOW), MINUTES, NOW + minutes(2))


def test_a_clock_that_was_set_back_silences_nothing():
    assert is_due(PollState(tried=NOW + timedelta(days=400)), 10 * MINUTES, NOW)


def test_a_clock_that_is_put_right_by_a_second_asks_nobody_too_early():
    busy = failed(1, FetchError("x", retry_after="3600"))
    assert not is_due(busy, 10 * MINUTES, NOW - timedelta(seconds=1))


@pytest.mark.parametrize(
    ("text", "seconds"),
    [("90s", 90), ("10m", 600), (" 2H ", 7200), ("1d", 86_400), ("0m", None), ("10", None), ("m", None), ("1w", None)],
)
def test_spans_of_time_as_people_write_them(text, seconds):
    assert seconds_in(text) == seconds
    assert seconds is None or seconds_in(span_words(seconds)) == seconds


# -- what is kept


SOURCE = Source(SourceKind.FEED, "https://courier.example/", content_hash="hash", id=7)


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "locks.jsonl"
    path.touch()
    return path


def test_what_came_of_it_is_there_for_the_next_process(story):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW)
    other = replace(SOURCE, origin="https://tide.example/", id=8, interval=120)
    following.failed(other, FetchError("the server was asked too often (429)", retry_after="7200"), NOW)
    following.keep([SOURCE, other])
    again = Following(story, QUICK)
    assert again.polling([SOURCE, other, replace(SOURCE, origin="/locks.txt", id=9)]) == {
        7: Polling(NOW + minutes(10)),
        8: Polling(NOW + minutes(120), NOW, "the server was asked too often (429)", interval=120),
    }
    assert again.due([SOURCE, other], NOW + minutes(60)) == [SOURCE]
    assert again.due([SOURCE, other], NOW, everything=True) == [SOURCE, other]


def test_when_a_source_was_read_is_there_for_the_next_process(story):
    file = replace(SOURCE, origin="/locks.txt", id=9)
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW)
    following.same(file, NOW + minutes(2))
    following.keep([SOURCE, file])
    again = Following(story, QUICK)
    assert again.read([SOURCE, file, replace(SOURCE, origin="/tides.txt", id=10)]) == {
        SOURCE.origin: NOW,
        "/locks.txt": NOW + minutes(2),
    }
    again.failed(SOURCE, BUSY, NOW + minutes(10))
    assert again.read([SOURCE]) == {SOURCE.origin: NOW}
    assert again.due([file], NOW, everything=True) == []


def test_two_processes_keep_what_the_other_learned(story):
    one, two = Following(story, QUICK), Following(story, QUICK)
    other = replace(SOURCE, origin="https://tide.example/", id=8)
    one.succeeded(SOURCE, PAGE, NOW)
    two.failed(other, BUSY, NOW)
    one.keep([SOURCE, other])
    two.keep([SOURCE, other])
    assert [row.failing_since for row in Following(story, QUICK).polling([SOURCE, other]).values()] == [None, NOW]


@pytest.mark.parametrize("interval", [0, -600, 7, 10**400])
def test_an_interval_that_cannot_be_is_none(story, interval):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW)
    assert following.polling([replace(SOURCE, interval=interval)]) == {7: Polling(NOW + minutes(10))}


def test_nothing_is_kept_of_what_is_no_source_any_more(story):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW)
    following.keep([])
    assert Following(story, QUICK).polling([SOURCE]) == {7: Polling()}


def test_a_story_that_is_gone_keeps_nothing(story):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW)
    story.unlink()
    following.keep([SOURCE])
    assert not story.with_name(story.name + SUFFIX).exists()


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff",
        b"[]",
        b'{"https://courier.example/": 7}',
        b'{"https://courier.example/": {"tried": "yesterday"}}',
        b'{"https://courier.example/": {"problem": "\\u001b[2J"}}',
        b'{"https://courier.example/": {"validators": {"etag": "a\\r\\nX: y"}}}',
        b'{"https://courier.example/": {"failures": "many"}}',
        b'{"https://courier.example/": {"tried": "9999-12-31T23:59:59+00:00"}}',
        b"[" * 100_000,
    ],
)
def test_what_is_damaged_is_as_if_it_were_not_there(story, content):
    story.with_name(story.name + SUFFIX).write_bytes(content)
    assert Following(story, QUICK).polling([SOURCE]) == {7: Polling()}


def test_what_is_being_asked_is_not_due_however_long_it_takes(story):
    following = Following(story, QUICK)
    following.claim([SOURCE], NOW)
    assert following.due([SOURCE], NOW + timedelta(days=1)) == []
    following.failed(SOURCE, FetchError("no answer"), NOW)
    assert following.due([SOURCE], NOW + timedelta(days=1)) == [SOURCE]


@given(st.binary(max_size=60) | st.recursive(st.none() | st.text(max_size=5) | st.integers(), lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.sampled_from(["https://courier.example/", "validators", "tried", "failures", "stopped"]), inner, max_size=3), max_leaves=6).map(lambda found: json.dumps(found).encode()))  # fmt: skip
def test_no_file_ends_in_an_error(tmp_path_factory, content):
    story = tmp_path_factory.getbasetemp() / "any.jsonl"
    story.with_name(story.name + SUFFIX).write_bytes(content)
    Following(story, QUICK).due([SOURCE], NOW)


@pytest.mark.parametrize(
    ("polling", "words"),
    [
        (Polling(), "every 10 min · never asked here"),
        (Polling(NOW, interval=90), "every 90 s · next asked Tue 4 Mar 2025 12:00 UTC"),
        (Polling(NOW, interval=3600), "every hour · next asked Tue 4 Mar 2025 12:00 UTC"),
        (Polling(NOW + minutes(5), NOW, "why"), "! failing since Tue 4 Mar 2025 12:00 UTC: why · every 10 min · next asked Tue 4 Mar 2025 12:05 UTC"),
        (Polling(None, NOW, "gone", stopped=True), "! failing since Tue 4 Mar 2025 12:00 UTC: gone · no longer asked"),
    ],
)  # fmt: skip
def test_how_following_goes_in_words(polling, words):
    assert polling_words(polling, UTC) == words


# -- what a poll brings


@pytest.fixture(scope="module")
def shared_server():
    with loopback() as served:
        yield served


@pytest.fixture
def server(shared_server, monkeypatch):
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    shared_server.pages.clear()
    shared_server.requests.clear()
    return shared_server


@pytest.fixture
def clock():
    return Clock(NOW)


@contextmanager
def opened(story, settings=QUICK):
    with Session(Store.open(story), Inline(), settings) as session:
        yield session


@pytest.fixture
def session(story):
    with opened(story) as one:
        yield one


def never():
    return False


def silent(*_):
    pass


def add(session, clock, *urls, **more):
    return session.add([AddRequest(path=url, **more) for url in urls], clock, never, silent)


def polled(session, clock):
    return list(session.poll(clock, never))


def test_an_address_becomes_a_source_that_is_polled(server, session, clock):
    url = server.give("/feed", known('"1"', answer(FEED.encode(), etag='"1"')))
    report = add(session, clock, url, interval=120)
    assert [one.words for one in report.added] == ["Quayside Courier: +1 new"]
    (source,) = session.story().sources
    assert (source.kind, source.origin, source.interval) == (SourceKind.FEED, url, 120)
    assert session.polling()[0] == {source.id: Polling(NOW + minutes(2), interval=120)}
    assert polled(session, clock) == []
    clock.now += minutes(2)
    (one,) = polled(session, clock)
    assert (one.source, one.added.words, one.failed) == (source, "Quayside Courier: nothing new, 1 same", "")
    assert server.requests[-1].headers["if-none-match"] == '"1"'
    assert session.polling()[0] == {source.id: Polling(NOW + minutes(4), interval=120)}


def test_a_page_that_shows_less_and_is_not_sent_again_has_as_many_posts_as_it_shows(server, session, clock):
    server.give("/feed", known('"1"', answer(LATER_FEED.encode(), etag='"1"')))
    add(session, clock, server.url("/feed"))
    clock.now += minutes(10)
    server.give("/feed", known('"2"', answer(FEED.encode(), etag='"2"')))
    for _ in range(2):
        (one,) = polled(session, clock)
        assert one.added.words == "Quayside Courier: nothing new, 1 same"
        assert len(session.story().posts) == 2
        clock.now += minutes(60)
    assert server.requests[-1].headers["if-none-match"] == '"2"'


def test_what_a_poll_brings_is_news_and_nothing_to_undo(server, session, clock):
    add(session, clock, server.feed())
    by_hand = session.added_here
    server.feed(text=LATER_FEED)
    clock.now += minutes(10)
    (one,) = polled(session, clock)
    assert one.added.counts == Counts(new=1, same=1)
    assert session.added_here == by_hand
    assert session.undo().startswith("Not taken back: adding of Quayside Courier: ")
    assert len(session.story().posts) == 2
    assert session.undo() is None


def test_a_feed_that_tells_when_it_was_asked_writes_nothing(server, session, clock):
    add(session, clock, server.feed())
    before = session.path.read_bytes()
    for number in range(3):
        server.feed(
            text=FEED.replace("<link>", f"<lastBuildDate>Tue, 04 Mar 2025 09:0{number}:00 GMT</lastBuildDate><link>")
        )
        clock.now += minutes(10)
        assert [one.added.counts for one in polled(session, clock)] == [Counts(same=1)]
    assert session.path.read_bytes() == before
    assert session.undo() == "Took back: adding of Quayside Courier"


def test_of_a_feed_that_is_always_new_not_every_state_is_kept(server, session, clock, monkeypatch):
    monkeypatch.setattr(adding, "_MOST_HASHES", 3)
    add(session, clock, server.feed())
    for number in range(6):
        server.feed(text=FEED.replace("accept the night tide</title>", f"accept tide {number}</title>"))
        clock.now += minutes(10)
        assert [one.added.counts for one in polled(session, clock)] == [Counts(edited=1)]
    with Store.open(session.path, read_only=True) as store:
        (source,) = json.loads(store.stock())["sources"].values()
    assert len(source["earlier_hashes"]) == 3


def test_an_edited_entry_is_a_revision(server, session, clock):
    add(session, clock, server.feed())
    server.feed(text=FEED.replace("accept the night tide</title>", "accept the tide</title>"))
    clock.now += minutes(10)
    (one,) = polled(session, clock)
    assert one.added.counts == Counts(edited=1)
    (post,) = session.story().posts
    assert (post.headline, len(post.revisions)) == ("Pilots accept the tide", 1)


def test_a_page_read_again_goes_on(server, session, clock):
    add(session, clock, server.feed("/live", LIVE_PAGE))
    server.feed("/live", LATER_PAGE)
    clock.now += minutes(10)
    (one,) = polled(session, clock)
    assert one.added.counts == Counts(new=1, same=3)


def test_asking_by_hand_what_fails_again_and_again_puts_off_no_poll(server, session, clock):
    add(session, clock, server.feed())
    server.give("/feed", answer(status="503 Busy"))

    def next_one():
        (polling,) = session.polling()[0].values()
        return polling.next_try

    for _ in range(4):
        clock.now += minutes(1)
        assert len(session.refresh(clock, never, silent, everything=True).failed) == 1
        assert next_one() == NOW + minutes(10)
    clock.now = NOW + minutes(10)
    assert len(polled(session, clock)) == 1
    assert next_one() == NOW + minutes(20)
    clock.now += minutes(2)
    session.refresh(clock, never, silent, everything=True)
    assert next_one() == NOW + minutes(20)


def test_a_slow_address_holds_up_no_other_one(server, session, clock):
    """One drips; the other one is asked again and again meanwhile, whenever it is due."""
    slow, quick = server.feed("/slow"), server.feed("/quick", FEED.replace("Quayside", "Tidal"))
    add(session, clock, slow, interval=600)
    add(session, clock, quick, interval=60)
    dripping = threading.Event()
    page = answer(FEED.encode())

    def drip(_request, connection):
        for place in range(len(page)):
            connection.sendall(page[place : place + 1])
            dripping.set()
            if len(server.asked("/quick")) >= 4 or server.closing.wait(0.01):
                connection.sendall(page[place + 1 :])
                return

    def look():
        """Between two looks a minute goes by, once the slow one drips."""
        if dripping.wait(20):
            clock.now += minutes(1)

    server.give("/slow", drip)
    clock.now += minutes(10)
    found = [one.source.origin for one in session.poll(clock, never, 0.01, look)]
    assert found.count(quick) >= 3
    assert found.count(slow) == 1
    assert len(server.asked("/slow")) == 2
    assert all(polling.failing_since is None for polling in session.polling()[0].values())


def test_the_progress_of_a_refresh_names_what_is_waited_for(server, session, clock, tmp_path):
    (tmp_path / "page.txt").write_text(LIVE_PAGE, encoding="utf-8")
    slow, quick = server.feed("/slow"), server.feed("/quick", FEED.replace("Quayside", "Tidal"))
    session.add([AddRequest(path=str(tmp_path / "page.txt"))], clock, never, silent)
    add(session, clock, slow, quick)
    quick_is_in = threading.Event()

    def wait(_request, connection):
        quick_is_in.wait(20)
        connection.sendall(answer(FEED.encode()))

    server.give("/slow", wait)
    seen = []

    def progress(*step):
        seen.append(step)
        if step[0] == 2:
            quick_is_in.set()

    first, _ = (source.origin for source in session.story().sources if source.origin in {slow, quick})
    clock.now += minutes(10)
    session.refresh(clock, never, progress)
    assert seen == [(0, 3, "page.txt"), (1, 3, first), (2, 3, slow)]


def test_a_failure_is_that_source_alone(server, session, clock):
    bad, good = server.feed("/bad"), server.feed("/good", FEED.replace("Quayside", "Tidal"))
    add(session, clock, bad, good)
    server.give("/bad", answer(status="503 Busy", retry_after="7200"))
    clock.now += minutes(10)
    found = {one.source.origin: one for one in polled(session, clock)}
    line = "the server is in trouble (503); try again later"
    assert (found[bad].added, found[bad].failed) == (None, f"{bad}: {line}")
    assert found[good].added.words == "Tidal Courier: nothing new, 1 same"
    states = {session.story().source_by_id[key].origin: polling for key, polling in session.polling()[0].items()}
    assert states[bad] == Polling(clock.now + minutes(120), clock.now, line)
    assert len(session.story().posts) == 2
    server.feed("/bad")
    clock.now += minutes(120)
    assert [one.failed for one in polled(session, clock)] == ["", ""]
    assert all(polling.failing_since is None for polling in session.polling()[0].values())


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (answer(ERROR_PAGE.encode(), content_type="text/html"), "this is no feed any more ("),
        (answer(LIVE_PAGE.encode()), "this is no feed any more (live page); look at it in a browser"),
        (answer(b"\r\n"), "its answer is empty; try again later"),
        (answer(b"\x89PNG\r\n\x1a\n" + bytes(99)), ""),
    ],
)
def test_what_is_no_feed_any_more_is_a_failure_and_changes_nothing(server, session, clock, page, words):
    url = server.feed()
    add(session, clock, url)
    before = session.story()
    server.give("/feed", page)
    clock.now += minutes(10)
    (one,) = polled(session, clock)
    assert one.failed.startswith(f"{url}: {words}")
    assert (session.story().sources, session.story().posts) == (before.sources, before.posts)
    (polling,) = session.polling()[0].values()
    assert (polling.failing_since, f"{url}: {polling.problem}") == (clock.now, one.failed)


def test_what_is_gone_for_good_is_not_asked_again_unless_somebody_wants_it(server, session, clock):
    add(session, clock, server.feed())
    server.give("/feed", answer(status="410 Gone"))
    clock.now += minutes(10)
    polled(session, clock)
    clock.now += timedelta(days=30)
    assert polled(session, clock) == []
    assert session.refresh(clock, never, silent).not_due == (NotDue("Quayside Courier", None),)
    server.feed()
    assert session.refresh(clock, never, silent, everything=True).failed == ()
    clock.now += minutes(10)
    assert len(polled(session, clock)) == 1


def test_what_is_removed_while_it_is_asked_does_not_come_back(server, session, clock):
    add(session, clock, server.feed())
    (source,) = session.story().sources

    def slowly(_request, connection):
        session.remove_source(source.id)
        connection.sendall(answer(LATER_FEED.encode()))

    server.give("/feed", slowly)
    clock.now += minutes(10)
    assert polled(session, clock) == []
    assert session.story().sources == ()


def test_what_is_added_while_another_is_asked_is_not_asked_again_at_once(server, session, clock):
    slow, new = server.feed("/slow"), server.feed("/new", FEED.replace("Quayside", "Tidal"))
    add(session, clock, slow)
    clock.now += minutes(10)
    asking = session.poll(clock, never)
    next(asking)
    add(session, clock, new)
    asking.close()
    assert polled(session, clock) == []
    assert len(server.asked("/new")) == 1


def test_a_year_that_is_said_while_it_is_asked_stays(server, session, clock):
    add(session, clock, server.feed("/live", LIVE_PAGE.replace(" 2025", "")))
    (source,) = session.story().sources

    def slowly(_request, connection):
        session.set_year(source.id, 2024)
        connection.sendall(answer(LATER_PAGE.replace(" 2025", "").encode()))

    server.give("/live", slowly)
    clock.now += minutes(10)
    (one,) = polled(session, clock)
    assert one.added.counts.new == 1
    assert {post.published.at.year for post in session.story().posts} == {2024}


def test_after_an_undo_the_whole_is_asked_for_again(server, session, clock):
    """Else the server would say that nothing has changed since what is no longer there."""
    server.give("/feed", known('"1"', answer(FEED.encode(), etag='"1"')))
    add(session, clock, server.url("/feed"))
    server.give("/feed", known('"2"', answer(LATER_FEED.encode(), etag='"2"')))
    clock.now += minutes(10)
    session.refresh(clock, never, silent)
    assert len(session.story().posts) == 2
    session.undo()
    assert len(session.story().posts) == 1
    clock.now += minutes(10)
    (one,) = polled(session, clock)
    assert one.added.counts == Counts(new=1, same=1)


def test_a_poll_may_be_left_in_the_middle(server, story, clock):
    with opened(story) as session:
        add(session, clock, server.feed("/a"), server.feed("/b", FEED.replace("Quayside", "Tidal")))
        clock.now += minutes(10)
        server.give("/b", lambda *_: server.closing.wait(20))
        polling = session.poll(clock, never)
        assert next(polling).added is not None
        polling.close()
        assert {one.next_try for one in session.polling()[0].values()} == {clock.now + minutes(10), clock.now}
        with pytest.raises(Cancelled):
            list(session.poll(clock, lambda: True))


def test_what_one_desk_asks_another_does_not(server, story, clock):
    with opened(story) as one, opened(story) as other:
        add(one, clock, server.feed("/feed"), server.feed("/other", FEED.replace("Quayside", "Tidal")))
        clock.now += minutes(10)
        asking = one.poll(clock, never)
        next(asking)
        assert polled(other, clock) == []
        asking.close()
        assert len(polled(other, clock)) == 1, "the one that was left without an outcome"


def test_a_desk_that_is_left_while_it_asks_leaves_what_was_not_answered_to_the_next(server, story, clock):
    asked, left, checked = threading.Event(), threading.Event(), threading.Event()
    with opened(story) as session:
        add(session, clock, server.feed())
        clock.now += minutes(10)

        def hold(request, connection):
            asked.set()
            checked.wait(20)

        server.give("/feed", hold)

        def follow():
            with pytest.raises(Cancelled):
                list(session.poll(clock, left.is_set))

        thread = threading.Thread(target=follow)
        thread.start()
        assert asked.wait(20)
        (source,) = session.story().sources
        left.set()
    assert Following(story, QUICK).due([source], clock()) == [source]
    checked.set()
    thread.join(20)


def test_what_was_looked_at_is_added_without_asking_again(server, session, clock):
    url = server.feed()
    preview = session.look(session.story(), AddRequest(path=url), NOW, never)
    assert preview.summary.startswith("Quayside Courier feed · 1 post · Tue 4 Mar 2025 08:10 UTC · ")
    assert add(session, clock, url).counts == Counts(new=1)
    assert len(server.requests) == 1
    assert add(session, clock, url).counts == Counts(same=1)
    assert len(server.requests) == 2


def test_what_was_looked_at_long_ago_is_asked_again(server, session, clock):
    url = server.feed()
    session.look(session.story(), AddRequest(path=url), clock(), never)
    server.feed(text=LATER_FEED)
    clock.now += minutes(10)
    assert add(session, clock, url).counts == Counts(new=2)


def test_a_look_at_what_gives_nothing_is_one_line(server, session):
    url = server.url("/none")
    with pytest.raises(AddError) as caught:
        session.look(session.story(), AddRequest(path=url), NOW, never)
    assert str(caught.value) == f"{url}: there is no such page (404); check the address"


def test_adding_goes_on_after_one_that_fails_and_ends_when_cancelled(server, session, clock):
    report = add(session, clock, server.url("/none"), server.feed(), "ftp://courier.example/")
    assert [one.tag for one in report.added] == ["Quayside Courier"]
    assert sorted(report.failed) == [
        "ftp://courier.example/: only http:// and https:// addresses are fetched; save the page and add the file",
        f"{server.url('/none')}: there is no such page (404); check the address",
    ]
    server.give("/never", lambda *_: server.closing.wait(20))
    wanted = [AddRequest(path=server.url("/never"))]
    assert session.add(wanted, clock, lambda: len(server.asked("/never")) > 0, silent).cancelled


def test_the_encoding_that_only_the_server_names_is_taken(server, session, clock):
    feed = FEED.replace('encoding="utf-8"', 'encoding="us-ascii"').replace("Ines Calder", "Łucja Żak")
    for number, (charset, read) in enumerate([("iso-8859-2", "Łucja Żak"), ("no-such-charset", "Calder")]):
        text = feed if "ucja" in read else FEED
        page = answer(text.encode("iso-8859-2"), content_type=f"text/xml; charset={charset}")
        add(session, clock, server.give(f"/feed{number}", page))
        assert any(read in post.text for post in session.story().posts)


def test_a_copy_saved_by_hand_ends_no_following(server, session, clock, tmp_path):
    url = server.feed("/live", LIVE_PAGE)
    add(session, clock, url)
    saved = tmp_path / "saved.txt"
    saved.write_text(LATER_PAGE, encoding="utf-8")
    assert add(session, clock, str(saved)).counts == Counts(new=1, same=3)
    (source,) = session.story().sources
    assert source.origin == url


def test_what_was_saved_before_is_followed_from_then_on(server, session, clock, tmp_path):
    saved = tmp_path / "saved.txt"
    saved.write_text(LIVE_PAGE, encoding="utf-8")
    add(session, clock, str(saved))
    url = server.feed("/live", LIVE_PAGE)
    assert add(session, clock, url, interval=3600).counts == Counts(same=3)
    (source,) = session.story().sources
    assert (source.origin, source.interval) == (url, 3600)


def test_two_addresses_that_give_the_same_once_stay_two(server, session, clock):
    one, two = server.feed("/one"), server.feed("/two", LATER_FEED)
    add(session, clock, one, two)
    server.feed("/two")
    clock.now += minutes(10)
    assert [each.failed for each in polled(session, clock)] == ["", ""]
    assert {source.origin for source in session.story().sources} == {one, two}
    server.feed("/two", LATER_FEED)
    clock.now += minutes(10)
    assert {each.source.origin for each in polled(session, clock)} == {one, two}


def test_what_an_address_gives_is_read_in_the_worker(server, story, clock):
    worker = WorkerProcess()
    with Session(Store.open(story), worker, QUICK) as session:
        assert add(session, clock, server.feed()).counts == Counts(new=1)
        server.give("/feed", answer(LIVE_PAGE.encode()))
        clock.now += minutes(10)
        assert [one.failed.partition(": ")[2] for one in polled(session, clock)] == [
            "this is no feed any more (live page); look at it in a browser"
        ]


def feed_list(path, *urls):
    outlines = "".join(f'<outline text="Feed {number}" xmlUrl="{url}"/>' for number, url in enumerate(urls, 1))
    path.write_text(f'<opml version="2.0"><body>{outlines}</body></opml>', encoding="utf-8")
    return str(path)


def test_what_is_followed_already_and_fails_now_is_said_so(server, session, clock, tmp_path):
    one, gone = server.feed("/one"), server.url("/gone")
    feeds = feed_list(tmp_path / "feeds.opml", one, gone)
    add(session, clock, one)
    server.give("/one", answer(status="503 Busy"))
    report = add(session, clock, feeds)
    assert report.failing == (f"{one}: the server is in trouble (503); try again later",)
    assert report.failed == (f"{gone}: there is no such page (404); check the address",)


def test_what_is_no_longer_asked_and_fails_now_is_said_so(server, session, clock, tmp_path):
    one = server.feed("/one")
    add(session, clock, one)
    server.give("/one", answer(status="410 Gone"))
    gone = f"{one}: the server says that it is gone for good (410); check the address, or remove the source"
    assert (report := add(session, clock, one)).failing == (gone,)  # it is asked once more, and stopped then
    session.refresh(clock, never, silent, everything=True)
    report = add(session, clock, feed_list(tmp_path / "feeds.opml", one))
    assert (report.stopped, report.failing, report.failed) == ((gone,), (), ())
    server.feed("/one")
    assert add(session, clock, one).stopped == ()
    server.give("/one", answer(status="503 Busy"))
    assert add(session, clock, one).failing == (f"{one}: the server is in trouble (503); try again later",)


def test_what_a_list_of_feeds_names_is_followed(server, session, clock, tmp_path):
    one, two, gone = server.feed("/one"), server.feed("/two", LATER_FEED), server.url("/gone")
    report = add(session, clock, feed_list(tmp_path / "feeds.opml", one, two, gone, one))
    assert sorted(source.origin for source in session.story().sources) == [one, two]
    assert report.failed == (f"{gone}: there is no such page (404); check the address",)
    assert {server.asked(path)[0].path for path in ("/one", "/two", "/gone")} == {"/one", "/two", "/gone"}


def test_what_is_said_of_a_list_of_feeds_is_said_of_each(server, session, clock, tmp_path):
    one, two = server.feed("/one"), server.feed("/two", LATER_FEED)
    add(session, clock, one)
    add(session, clock, feed_list(tmp_path / "feeds.opml", one, two), interval=120)
    assert [source.interval for source in session.story().sources] == [120, 120]


def test_a_list_of_feeds_at_an_address_has_its_feeds_asked_at_once(server, session, clock, tmp_path):
    one, two, gone = server.feed("/one"), server.feed("/two", LATER_FEED), server.url("/gone")
    body = Path(feed_list(tmp_path / "feeds.opml", one, two, gone)).read_bytes()
    feeds = server.give("/feeds", answer(body))
    told = []
    report = session.add(
        [AddRequest(path=feeds, interval=120), AddRequest(path=one)], clock, never, lambda *far: told.append(far)
    )
    assert sorted((source.origin, source.interval) for source in session.story().sources) == [(one, None), (two, 120)]
    assert (report.counts, report.failed) == (
        Counts(new=3),
        (f"{gone}: there is no such page (404); check the address",),
    )
    assert {far[1] for far in told if "/two" in far[2]} == {4}
    assert len(server.asked("/one")) == 1


def test_lists_that_name_lists_without_end_are_asked_twice_at_most(server, session, clock, tmp_path):
    def named(number):
        url = server.url(f"/{number + 1}")
        return Path(feed_list(tmp_path / "feeds.opml", url)).read_bytes()

    for number in range(5):
        server.give(f"/{number}", answer(named(number)))
    report = add(session, clock, server.url("/0"))
    assert [len(server.asked(f"/{number}")) for number in range(5)] == [1, 1, 0, 0, 0]
    assert [line.partition(": ")[2][:28] for line in report.failed] == ["this is a list of feeds (OPM"]


# -- the commands


@pytest.fixture
def run(tmp_path, capsys, own_data_folder):
    """Run a command on a story of its own, with loopback allowed; gives the exit code and what was printed."""
    config = own_data_folder / "config" / "newsdesk" / "config.toml"
    config.parent.mkdir(parents=True)
    config.write_text(f"[fetch]\nprivate_addresses = {json.dumps(LOOPBACK)}\n", encoding="utf-8")

    def call(*arguments):
        code = main([*arguments, "--tz", "UTC", "--store", str(tmp_path / "story.jsonl")])
        out, err = capsys.readouterr()
        return code, out, err

    return call


def test_add_and_refresh_say_one_line_a_source(run, server, tmp_path):
    url = server.give("/feed", known('"1"', answer(FEED.encode(), etag='"1"')))
    assert run("add", url, "--every", "2h") == (DONE, "Quayside Courier: +1 new\n", "")
    code, out, err = run("refresh")
    assert (code, err) == (DONE, "")
    assert out.startswith("Quayside Courier: not due before ")
    assert out.endswith(" UTC; newsdesk refresh --all asks now\n")
    assert run("refresh", "--all") == (DONE, "Quayside Courier: nothing new, 1 same\n", "")
    assert [len(server.asked("/feed")), server.requests[-1].headers.get("if-none-match")] == [2, '"1"']
    server.feed(text=LATER_FEED)
    assert run("refresh", "--all") == (DONE, "Quayside Courier: +1 new, 1 same\n", "")
    server.give("/feed", answer(status="503 Busy"))
    line = f"newsdesk: {url}: the server is in trouble (503); try again later\n"
    assert run("add", url)[2] == line.replace("\n", "; it is followed already, and asked again\n")
    assert run("refresh", "--all") == (A_SOURCE_FAILED, "", line)
    code, out, err = run("refresh", "--json")
    assert (code, list(json.loads(out)), err) == (DONE, ["not_due", "next_try"], "")


def test_sources_say_what_fails_since_when_and_when_it_is_asked_next(run, server):
    url = server.feed()
    run("add", url)
    code, out, _ = run("sources")
    assert code == DONE
    assert f"  Quayside Courier  {url}  every 10 min · next asked " in out
    server.give("/feed", answer(status="410 Gone"))
    run("refresh", "--all")
    assert "! failing since " in (out := run("sources")[1])
    assert out.endswith(": the server says that it is gone for good (410); check the address, or remove the source · no longer asked\n")  # fmt: skip
    server.give("/feed", answer(status="503 Busy"))
    no_more = "it is in the story already, and no longer asked; newsdesk refresh --all asks it"
    assert run("add", url)[2] == f"newsdesk: {url}: the server is in trouble (503); try again later; {no_more}\n"
    row = json.loads(run("sources", "--json")[1])
    assert (row["next_try"], row["stopped"], row["interval"], row["every"]) == (None, True, None, 600)
    assert datetime.fromisoformat(row["failing_since"]).tzinfo is not None


def test_an_address_that_gives_nothing_makes_no_story(run, server, tmp_path):
    code, out, err = run("add", server.url("/none"))
    assert (code, out, err.count("\n")) == (A_SOURCE_FAILED, "", 1)
    assert not (tmp_path / "story.jsonl").exists()
    server.feed()
    assert run("add", server.url("/none"), server.url("/feed"))[0] == A_SOURCE_FAILED
    assert len(server.asked("/feed")) == 1
    assert (tmp_path / "story.jsonl").exists()


def test_who_waits_for_an_answer_may_interrupt(run, server, tmp_path):
    asked = threading.Event()

    def never(_request, _connection):
        asked.set()
        server.closing.wait(20)

    command = [
        sys.executable,
        "-m",
        "newsdesk",
        "add",
        server.give("/never", never),
        "--store",
        str(tmp_path / "new.jsonl"),
    ]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert asked.wait(20)
        process.send_signal(signal.SIGINT)
        assert process.communicate(timeout=20) == (
            "",
            "newsdesk: stopped: 0 sources read, 1 not come to; what was added stays\n",
        )
    assert process.returncode == INTERRUPTED
    assert not (tmp_path / "new.jsonl").exists()


@pytest.mark.parametrize("interval", ["10", "0m", "30s", "31d", "often", ""])
def test_an_interval_that_is_none_is_wrong_usage(run, server, interval, capsys):
    with pytest.raises(SystemExit) as caught:
        run("add", server.url("/feed"), "--every", interval)
    assert caught.value.code == WRONG_USAGE
    assert capsys.readouterr().err.count("\n") == 1
    assert server.requests == []


def test_a_list_of_feeds_is_added_with_an_interval(run, server, tmp_path):
    assert run("add", feed_list(tmp_path / "feeds.OPML", server.feed("/one")), "--every", "2m")[0] == 0
    assert json.loads(run("sources", "--json")[1])["interval"] == 120


def test_a_file_has_no_interval(run, tmp_path):
    code, out, err = run("add", str(tmp_path / "page.txt"), "--every", "10m")
    assert (code, out, err) == (WRONG_USAGE, "", "newsdesk: --every: only web addresses are asked again and again; name one, or a list of feeds (a file .opml)\n")  # fmt: skip


def test_private_addresses_are_refused_unless_they_are_allowed(run, server, own_data_folder):
    (own_data_folder / "config" / "newsdesk" / "config.toml").unlink()
    code, out, err = run("add", server.feed())
    assert (code, out, server.requests) == (A_SOURCE_FAILED, "", [])
    assert err.endswith("private_addresses below [fetch] in the configuration file allows it\n")


def test_a_story_without_addresses_needs_no_settings(run, tmp_path, own_data_folder):
    (own_data_folder / "config" / "newsdesk" / "config.toml").write_text("[fetch]\ninterval = 7\n")
    page = tmp_path / "page.txt"
    page.write_text(LIVE_PAGE, encoding="utf-8")
    assert run("add", str(page))[0] == DONE
    assert run("sources")[0] == DONE


def test_only_what_tells_of_polling_needs_the_settings(run, server, own_data_folder):
    run("add", server.feed())
    (own_data_folder / "config" / "newsdesk" / "config.toml").write_text("[fetch]\ninterval = 7\n")
    assert [run(command)[0] for command in ("posts", "sources", "show")] == [DONE, WRONG_USAGE, WRONG_USAGE]


def test_loopback_alone_is_allowed_here():
    assert FetchSettings().private_addresses == ()
