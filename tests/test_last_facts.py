"""The facts that are kept whole are those that would be found, or none: real files and processes."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest
from dated_stories import read_stories
from hypothesis import given, settings
from hypothesis import strategies as st
from steps import assert_linear

from newsdesk import session
from newsdesk.find.facts import find_facts
from newsdesk.kept import last_facts
from newsdesk.kept.last_facts import keep_facts, may_be_kept, recall_facts
from newsdesk.model import (
    Basis,
    Certainty,
    Event,
    Facts,
    Mention,
    Post,
    Precision,
    Published,
    Source,
    SourceKind,
    Status,
)
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story.clock import Clock, Mode, default_clock
from newsdesk.system.background import Inline, WorkerProcess

POSTS = tuple(
    replace(post, id=number)
    for number, post in enumerate([post for one in read_stories().values() for post in one.posts], 1)
)
NEWEST = max(post.published.at for post in POSTS)
CLOCK = Clock(Mode.NEWEST, NEWEST)
ZONE = timezone(timedelta(hours=2), "CEST")


@pytest.fixture(scope="module")
def found() -> Facts:
    return find_facts(POSTS, CLOCK.moment)


@pytest.fixture
def story(tmp_path) -> Path:
    path = tmp_path / "strike.jsonl"
    path.write_bytes(b"")
    return path


@pytest.fixture
def file(story) -> Path:
    return story.with_name("strike.jsonl.facts")


@pytest.fixture
def kept(story, file, found) -> Path:
    keep_facts(found, POSTS, CLOCK, story)
    assert file.exists()
    return story


def recalled(story: Path, posts: Sequence[Post] = POSTS, clock: Clock = CLOCK) -> Facts | None:
    return recall_facts(posts, clock, story, Facts())


def test_what_is_kept_is_what_was_found_to_the_name_of_the_zone(kept, found):
    again = recalled(kept)
    assert again == found
    assert all((found.quotes, found.statements, found.timexes, found.actors, found.events))
    assert [event.at and event.at.tzname() for event in again.events] == [
        event.at and event.at.tzname() for event in found.events
    ]
    assert {type(one.kind) for one in again.quotes} == {type(one.kind) for one in found.quotes}
    assert may_be_kept(kept)


def test_what_was_there_before_is_the_same_object(kept, found):
    again = recall_facts(POSTS, CLOCK, kept, found)
    assert all(one is before for one, before in zip(again.quotes, found.quotes, strict=True))


def test_no_word_that_is_quoted_is_in_the_file(kept, file, found):
    kept_text = file.read_text(encoding="utf-8")
    assert [quote.text for quote in found.quotes if len(quote.text) > 30 and quote.text in kept_text] == []


SOME = sorted(POSTS, key=lambda post: post.published.at)[:60]
"""Of stories that follow one another, and whose events come and go in between."""
FIRST, LAST = SOME[0].published.at, SOME[-1].published.at
moments = st.integers(0, (LAST - FIRST).days * 24).map(lambda hours: (FIRST + timedelta(hours=hours)).astimezone(ZONE))
later = st.integers(0, 72).map(lambda hours: timedelta(hours=hours))


@settings(max_examples=40)
@given(before=moments, after=later)
def test_seen_from_a_later_moment_it_is_what_is_found_then_or_nothing(tmp_path_factory, before, after):
    story = tmp_path_factory.mktemp("story") / "strike.jsonl"
    story.write_bytes(b"")
    moment = before + after
    keep_facts(find_facts(SOME, before), SOME, Clock(Mode.NOW, before), story)
    again = recalled(story, SOME, Clock(Mode.NOW, moment))
    if after == timedelta():
        assert again is not None
    if again is not None:
        assert again == find_facts(SOME, moment)
    if after:
        keep_facts(find_facts(SOME, moment), SOME, Clock(Mode.NOW, moment), story)
        assert recalled(story, SOME, Clock(Mode.NOW, before)) is None


def test_later_on_the_same_day_nothing_is_looked_for(kept, found):
    later = NEWEST + timedelta(minutes=1)
    assert recalled(kept, clock=Clock(Mode.NEWEST, later)) == find_facts(POSTS, later)


def test_once_an_event_stands_otherwise_they_are_looked_for(story):
    eve = datetime(2025, 3, 4, 12, tzinfo=UTC)
    published = Published(eve, Precision.MINUTE, Basis.STATED)
    posts = [Post(n, text="The talks open on 5 March at 9am.", id=n, published=published) for n in range(1, 31)]
    keep_facts(find_facts(posts, eve), posts, Clock(Mode.NOW, eve), story)

    def stands(hours: int) -> bool:
        return recalled(story, posts, Clock(Mode.NOW, eve + timedelta(hours=hours))) is not None

    assert [hours for hours in range(48) if stands(hours)] == [*range(12)]
    keep_facts(find_facts(posts, eve), posts, Clock(Mode.NOW, eve + timedelta(hours=12)), story)
    assert [hours for hours in range(48) if stands(hours)] == [*range(12, 21)]


def test_once_the_clock_comes_to_a_post_ahead_of_it_they_are_looked_for(story):
    eve, day = datetime(2025, 3, 4, 12, tzinfo=UTC), datetime(2025, 3, 5, 9, tzinfo=UTC)
    before, on_it = (Published(at, Precision.MINUTE, Basis.STATED) for at in (eve, day + timedelta(hours=1)))
    posts = [Post(n, text="The hearing opens on 5 March.", id=n, published=before) for n in range(1, 31)]
    posts.append(Post(31, text="The hearing has begun.", id=31, published=on_it))
    found, later = find_facts(posts, day), find_facts(posts, day + timedelta(hours=2))
    assert [event.status for event in found.events] == [Status.TODAY]
    assert [event.status for event in later.events] == [Status.RUNNING]
    keep_facts(found, posts, Clock(Mode.NOW, day), story)
    assert recalled(story, posts, Clock(Mode.NOW, day + timedelta(minutes=59))) is not None
    assert recalled(story, posts, Clock(Mode.NOW, day + timedelta(hours=2))) is None


@pytest.mark.parametrize(
    "change",
    [
        lambda post: replace(post, text=post.text + " More."),
        lambda post: replace(post, headline="Another"),
        lambda post: replace(post, captions=("A picture",)),
        lambda post: replace(post, published=replace(post.published, at=post.published.at - timedelta(minutes=1))),
        lambda post: replace(post, speaker="Ana Ruiz"),
        lambda post: replace(post, byline_name="Jo Tan"),
        lambda post: replace(post, source_id=77),
        lambda post: replace(post, id=10_000),
    ],
)
def test_of_other_posts_nothing_is_kept(kept, change):
    assert recalled(kept, [*POSTS[:7], change(POSTS[7]), *POSTS[8:]]) is None
    assert recalled(kept, POSTS[:-1]) is None
    assert recalled(kept, POSTS[::-1]) is None


def test_a_chosen_moment_neither_keeps_nor_recalls(kept, file, found):
    before = file.read_bytes()
    chosen = Clock(Mode.CHOSEN, CLOCK.moment)
    assert recalled(kept, clock=chosen) is None
    keep_facts(found, POSTS, chosen, kept)
    assert file.read_bytes() == before


def test_a_short_story_has_no_file(story, file):
    keep_facts(find_facts(POSTS[:29], CLOCK.moment), POSTS[:29], CLOCK, story)
    assert not file.exists()


def test_what_other_rules_found_is_nothing(kept, monkeypatch):
    monkeypatch.setattr(last_facts, "rules_digest", lambda: b"another version")
    assert recalled(kept) is None
    assert not may_be_kept(kept)


@pytest.fixture(scope="module")
def found_in_forty() -> Facts:
    return find_facts(POSTS[:40], CLOCK.moment)


@settings(max_examples=40)
@given(data=st.data())
def test_a_damaged_file_is_nothing(tmp_path_factory, found_in_forty, data):
    story = tmp_path_factory.mktemp("story") / "strike.jsonl"
    story.write_bytes(b"")
    some, facts = POSTS[:40], found_in_forty
    keep_facts(facts, some, CLOCK, story)
    file = story.with_name("strike.jsonl.facts")
    written = file.read_bytes()
    at = data.draw(st.integers(0, len(written) - 1))
    damage = data.draw(st.sampled_from(["flip", "cut", "drop a line", "twice", "exchange"]))
    lines = written.splitlines(keepends=True)
    number = written[:at].count(b"\n")
    file.write_bytes(
        {
            "flip": written[:at] + bytes([written[at] ^ 1]) + written[at + 1 :],
            "cut": written[:at],
            "drop a line": b"".join(lines[:number] + lines[number + 1 :]),
            "twice": b"".join(lines[: number + 1] + lines[number:]),
            "exchange": b"".join(lines[number:] + lines[:number]),
        }[damage]
    )
    assert recalled(story, some) in (None, facts)


@pytest.mark.parametrize("instead", ["a folder", "a pipe", "a link to itself", "nothing"])
def test_what_is_no_file_is_nothing(kept, file, instead):
    file.unlink()
    if instead == "a folder":
        file.mkdir()
    elif instead == "a pipe":
        os.mkfifo(file)
    elif instead == "a link to itself":
        file.symlink_to(file)
    assert recalled(kept) is None
    assert not may_be_kept(kept)


def test_lines_that_are_sound_but_say_nonsense_are_nothing(kept, file):
    rules = last_facts.rules_digest()
    for row in ([], {}, {"of": 1}, "x", None, [[]] * 3):
        file.write_bytes(last_facts._line(row, rules) * 3)
        assert recalled(kept) is None


def test_a_folder_that_takes_nothing_keeps_nothing(kept, file, found):
    shutil.rmtree(kept.parent)
    keep_facts(found, POSTS, CLOCK, kept)
    assert recalled(kept) is None


def test_many_posts_with_many_events_are_recalled_in_linear_time(story):
    def recall(number: int) -> None:
        published = Published(NEWEST, Precision.MINUTE, Basis.STATED)
        posts = [Post(n, text="The talks open on 5 March.", id=n, published=published) for n in range(1, number + 1)]
        events = tuple(
            Event(
                f"{post.id}",
                "Talks",
                NEWEST.date(),
                None,
                None,
                Certainty.PLANNED,
                Status.TODAY,
                (Mention(post.id, "text", 18, 25, 0, 26),),
            )
            for post in posts
        )
        keep_facts(Facts(events=events, as_of=NEWEST), posts, CLOCK, story)
        assert recalled(story, posts) == Facts(events=events, as_of=NEWEST)

    assert_linear(recall, small=500)


# -- in a session -----------------------------------------------------------------------------------------------------


def never() -> bool:
    return False


class Refusing(Inline):
    """Does no work."""

    def run(self, cancelled, function, *args, **kwargs):  # noqa: ARG002
        raise AssertionError(f"{function.__name__} was run")

    def start(self):
        raise AssertionError("it was started")


@pytest.fixture
def stored(tmp_path) -> Path:
    path = tmp_path / "story.jsonl"
    with Store.open(path) as store:
        store.add(
            Source(SourceKind.LIVE_PAGE, origin="/page", content_hash="1"),
            [replace(post, id=0, published=None) for post in POSTS],
        )
    return path


def facts_of(path: Path, runner: Inline | WorkerProcess) -> Facts:
    with Session(Store.open(path), runner) as opened:
        opened.start()
        return _found(opened)


def _found(opened: Session) -> Facts:
    story = opened.story()
    return opened.facts(story, default_clock(story.newest, datetime(2026, 1, 1, tzinfo=UTC)), never)


def test_opened_again_a_session_starts_no_worker_and_has_the_same_facts(stored):
    first = facts_of(stored, Inline())
    assert first.quotes
    assert facts_of(stored, Refusing()) == first


@pytest.mark.parametrize("left_at_once", [False, True])
def test_the_facts_of_a_long_story_are_kept_when_the_worker_rests_or_is_let_go(stored, monkeypatch, left_at_once):
    monkeypatch.setattr(session, "MANY_POSTS", 50)
    file = stored.with_name("story.jsonl.facts")
    runner = WorkerProcess()
    with Session(Store.open(stored), runner) as opened:
        first = _found(opened)
        process = runner._process
        assert not file.exists()
        if not left_at_once:
            opened.rest()
    process.wait()  # the session does not
    assert json.loads(file.read_bytes().partition(b" ")[2].partition(b"\n")[0])["posts"] == len(POSTS)
    assert facts_of(stored, Refusing()) == first


def test_a_session_that_recalled_its_facts_has_nothing_to_keep(stored):
    facts_of(stored, Inline())
    with Session(Store.open(stored), Refusing()) as opened:
        story = opened.story()
        opened.facts(story, default_clock(story.newest, datetime(2026, 1, 1, tzinfo=UTC)), never)
        opened.rest()
