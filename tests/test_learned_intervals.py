"""How often an address is asked where nobody said it."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import FEED, LATER_FEED, QUICK, Clock, answer, known, loopback

from newsdesk.cli import main
from newsdesk.fetch import Answer, FetchError, Pace, learn, learned_interval
from newsdesk.fetch.learning import LONGEST_LEARNED, SHORTEST_LEARNED, max_age
from newsdesk.intake.following import SUFFIX, Following
from newsdesk.intake.request import AddRequest
from newsdesk.model import Source, SourceKind
from newsdesk.read import read
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story.source_state import Polling, polling_words
from newsdesk.system.background import Inline

FIRST = 600
NOW = datetime(2025, 3, 4, 12, tzinfo=UTC)
PAGE = Answer("https://courier.example/", b"x")
SOURCE = Source(SourceKind.FEED, PAGE.url, content_hash="hash", id=7)
BOUNDS = {"min_value": SHORTEST_LEARNED, "max_value": LONGEST_LEARNED}


def minutes(number):
    return timedelta(minutes=number)


# -- the rule


def after(news: str) -> list[int]:
    """Minutes between two polls after each of these polls: + brought something new, - did not."""
    pace, found = Pace(), []
    for one in news:
        pace = learn(pace, FIRST, new=one == "+")
        found.append(learned_interval(pace, FIRST) // 60)
    return found


@pytest.mark.parametrize(
    ("news", "found"),
    [
        ("+", [5]),
        ("+++", [5, 5, 5]),
        ("--", [10, 10]),
        ("---", [10, 10, 20]),
        ("--+", [10, 10, 5]),
        ("--+--", [10, 10, 5, 5, 5]),
        ("+---", [5, 5, 5, 10]),
        ("---------", [10, 10, 20, 20, 20, 40, 40, 40, 60]),
        ("---------+", [10, 10, 20, 20, 20, 40, 40, 40, 60, 10]),
        ("-" * 30, [10, 10, 20, 20, 20, 40, 40, 40, *[60] * 22]),
    ],
)
def test_what_brings_something_is_asked_more_often_and_what_is_quiet_less(news, found):
    assert after(news) == found


paces = st.builds(Pace, st.integers(0, 10**6), st.integers(0, 9), st.integers(0, 10**9))


@given(paces, st.integers(**BOUNDS))
def test_an_interval_lies_within_its_bounds(pace, first):
    assert SHORTEST_LEARNED <= learned_interval(pace, first) <= LONGEST_LEARNED


@given(paces, st.integers(**BOUNDS))
def test_no_address_is_asked_more_often_than_it_wishes_up_to_the_longest(pace, first):
    assert learned_interval(pace, first) >= min(pace.wish, LONGEST_LEARNED)


@given(paces, st.integers(**BOUNDS))
def test_something_new_never_puts_off_the_next_poll_and_nothing_never_hastens_it(pace, first):
    before = learned_interval(pace, first)
    new, quiet = learn(pace, first, new=True), learn(pace, first, new=False)
    assert learned_interval(new, first) <= max(before, first)
    assert SHORTEST_LEARNED <= new.seconds <= first, "what brings something is asked as often as at first, at least"
    assert learned_interval(quiet, first) >= min(before, LONGEST_LEARNED)
    assert new.wish == quiet.wish == pace.wish


@given(st.lists(st.booleans(), max_size=60), st.integers(**BOUNDS))
def test_it_never_sticks(news, first):
    """Whatever came before, enough quiet polls lead to the longest interval, and enough news to the shortest."""
    pace = Pace()
    for new in news:
        pace = learn(pace, first, new=new)
    quiet = busy = pace
    for _ in range(15):
        quiet = learn(quiet, first, new=False)
        busy = learn(busy, first, new=True)
    assert learned_interval(quiet, first) == LONGEST_LEARNED
    assert learned_interval(busy, first) == SHORTEST_LEARNED


# -- what servers and feeds wish


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("max-age=900", 900),
        ("public, max-age=900, must-revalidate", 900),
        ("Public,MAX-AGE = 900", 900),
        ('max-age="900"', 900),
        ("s-maxage=900", 0),
        ("no-cache, max-age=900", 0),
        ("max-age=900, no-store", 0),
        ("max-age=-1", 0),
        ("max-age=soon", 0),
        ("max-age=99999999999999", 0),
        ("private", 0),
        ("", 0),
    ],
)
def test_how_long_an_answer_stays_fresh(header, seconds):
    assert max_age(header) == seconds


@given(st.text(max_size=60))
def test_any_header_is_a_number_of_seconds(header):
    assert 0 <= max_age(header) < 10**9


@pytest.mark.parametrize(
    ("says", "seconds"),
    [
        ("", 0),
        ("<ttl>15</ttl>", 900),
        ("<ttl> 15\n</ttl>", 900),
        ("<ttl></ttl>", 0),
        ("<ttl>often</ttl>", 0),
        ("<ttl>-5</ttl>", 0),
        ("<sy:updatePeriod>daily</sy:updatePeriod>", 86_400),
        ("<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 900),
        ("<sy:updateFrequency>2</sy:updateFrequency>\n<sy:updatePeriod>\n hourly </sy:updatePeriod>", 1_800),
        # As WordPress writes it.
        ("<sy:updatePeriod>\n\thourly\t</sy:updatePeriod><sy:updateFrequency>\n\t1\t</sy:updateFrequency>", 0),
        ("<sy:updatePeriod>hourly</sy:updatePeriod>", 0),
        ("<sy:updatePeriod>now and then</sy:updatePeriod>", 0),
        ("<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>", 86_400),
        ("<ttl>60</ttl><sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>", 3_600),
        ("<item><title>The &lt;ttl></title></item><ttl>15</ttl>", 0),
    ],
)
def test_how_often_a_feed_wants_to_be_asked(says, seconds):
    feed = FEED.replace("<link>", f"{says}<link>", 1).replace("<rss ", '<rss xmlns:sy="http://purl.org/rss/1.0/modules/syndication/" ')  # fmt: skip
    assert read(feed.encode(), name="feed").wish == seconds


def test_what_is_no_feed_wishes_nothing():
    assert read(b"Locks shut\n\nThe <ttl>15</ttl> locks are shut, said Ines Calder.\n\nMore soon.", name="x").wish == 0


# -- what is kept


@pytest.fixture
def story(tmp_path):
    path = tmp_path / "locks.jsonl"
    path.touch()
    return path


def test_what_comes_first_teaches_nothing(story):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW, new=True)
    assert following.polling([SOURCE]) == {7: Polling(NOW + minutes(10))}


def test_what_is_learned_is_there_for_the_next_process(story):
    following = Following(story, QUICK)
    for number in range(4):
        following.succeeded(SOURCE, PAGE, NOW + minutes(10 * number))
    following.keep([SOURCE])
    again = Following(story, QUICK)
    assert again.polling([SOURCE]) == {7: Polling(NOW + minutes(30 + 20), interval=1200, learned=True)}
    assert again.due([SOURCE], NOW + minutes(49)) == []
    assert again.due([SOURCE], NOW + minutes(50)) == [SOURCE]


def test_a_failure_forgets_nothing_that_is_learned(story):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW)
    following.succeeded(SOURCE, PAGE, NOW + minutes(10), new=True)
    following.claim([SOURCE], NOW + minutes(15))
    following.failed(SOURCE, FetchError("no answer"), NOW + minutes(15))
    (polling,) = following.polling([SOURCE]).values()
    assert (polling.interval, polling.learned, polling.next_try) == (300, True, NOW + minutes(20))


def test_a_poll_that_comes_early_tells_news_but_no_quiet(story):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, PAGE, NOW)
    for number in range(1, 9):
        following.succeeded(SOURCE, PAGE, NOW + minutes(number))
    assert following.polling([SOURCE])[7].interval == 600
    following.succeeded(SOURCE, PAGE, NOW + minutes(9), new=True)
    assert following.polling([SOURCE])[7].interval == 300


def test_an_answer_that_says_nothing_new_keeps_the_wish_of_the_last_one(story):
    following = Following(story, QUICK)
    following.succeeded(SOURCE, replace(PAGE, max_age=1200), NOW, wish=900)
    assert following.polling([SOURCE])[7] == Polling(NOW + minutes(20), interval=1200, learned=True)
    following.succeeded(SOURCE, Answer(PAGE.url, unchanged=True), NOW + minutes(20), new=False)
    assert following.polling([SOURCE])[7].interval == 1200
    following.succeeded(SOURCE, PAGE, NOW + minutes(40), wish=10**9)
    assert following.polling([SOURCE])[7].interval == LONGEST_LEARNED, "no wish is a reason to miss the news of a day"


@pytest.mark.parametrize(("settings", "interval"), [(QUICK, 120), (replace(QUICK, interval=900, learns=False), None)])
def test_where_somebody_said_how_often_nothing_is_learned(story, settings, interval):
    source = replace(SOURCE, interval=interval)
    following = Following(story, settings)
    for number in range(9):
        following.succeeded(source, replace(PAGE, max_age=1200), NOW + minutes(20 * number), new=number == 5)
    following.keep([source])
    (polling,) = Following(story, settings).polling([source]).values()
    assert (polling.interval, polling.learned) == (interval or 900, False)
    kept = json.loads(story.with_name(story.name + SUFFIX).read_text())
    assert (kept[PAGE.url]["pace"]["seconds"], kept[PAGE.url]["pace"]["quiet"]) == (0, 0)


@pytest.mark.parametrize(
    ("kept", "interval"),
    [({"seconds": 1}, 300), ({"seconds": 10**9}, 3600), ({"seconds": -5, "wish": -1}, 600), ({"seconds": "often"}, 600), ([], 600), (7, 600)],
)  # fmt: skip
def test_whatever_stands_in_the_file_is_within_the_bounds(story, kept, interval):
    story.with_name(story.name + SUFFIX).write_text(json.dumps({PAGE.url: {"pace": kept}}), encoding="utf-8")
    assert Following(story, QUICK).polling([SOURCE])[7].interval == interval


def test_it_is_said_that_it_is_learned():
    words = polling_words(Polling(NOW, interval=1200, learned=True), UTC)
    assert words == "every 20 min (learned) · next asked Tue 4 Mar 2025 12:00 UTC"


# -- with a real server


@pytest.fixture
def server(monkeypatch):
    for name in ("http_proxy", "all_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.delenv(name, raising=False)
    with loopback() as served:
        yield served


def test_a_quiet_feed_is_asked_less_and_one_that_brings_something_more(server, story):
    clock = Clock(NOW)
    url = server.give("/feed", known('"1"', answer(FEED.encode(), etag='"1"')))
    with Session(Store.open(story), Inline(), QUICK) as session:

        def interval():
            (polling,) = session.polling()[0].values()
            return polling.interval // 60

        session.add([AddRequest(path=url)], clock, lambda: False, lambda *_: None)
        found = []
        for _ in range(4):
            clock.now += minutes(interval())
            assert len(list(session.poll(clock, lambda: False))) == 1
            found.append(interval())
        assert found == [10, 10, 20, 20]
        server.give("/feed", answer(LATER_FEED.encode(), etag='"2"'))
        clock.now += minutes(interval())
        (one,) = session.poll(clock, lambda: False)
        assert (one.added.counts.new, interval()) == (1, 10)
        server.give("/feed", answer(LATER_FEED.replace("stuck again</t", "stuck</t").encode(), etag='"3"'))
        clock.now += minutes(interval())
        (one,) = session.poll(clock, lambda: False)
        assert (one.added.counts.edited, interval()) == (1, 5)


def test_what_the_server_and_the_feed_wish_is_kept_to_from_the_first_answer_on(server, tmp_path, capsys):
    server.feed("/ttl", FEED.replace("<link>", "<ttl>25</ttl><link>", 1))
    server.feed("/fresh", FEED.replace("Quayside", "Tidal"), cache_control="public, max-age=2400")
    with Session(Store.open(tmp_path / "story.jsonl"), Inline(), QUICK) as session:
        requests = [AddRequest(path=server.url(path)) for path in ("/ttl", "/fresh")]
        session.add(requests, Clock(NOW), lambda: False, lambda *_: None)
        by_path = {source.origin.rpartition("/")[2]: source.id for source in session.story().sources}
        polling = session.polling()[0]
        assert polling[by_path["ttl"]] == Polling(NOW + minutes(25), interval=1500, learned=True)
        assert polling[by_path["fresh"]] == Polling(NOW + minutes(40), interval=2400, learned=True)
    assert main(["sources", "--store", str(tmp_path / "story.jsonl")]) == 0
    assert "every 25 min (learned) · next asked " in capsys.readouterr().out
    assert main(["sources", "--json", "--store", str(tmp_path / "story.jsonl")]) == 0
    rows = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert {(row["every"], row["learned"], row["interval"]) for row in rows} == {(1500, True, None), (2400, True, None)}
