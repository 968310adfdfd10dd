"""The story of an open desk: whatever is stored, it is the one that a fresh look at the file gives."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from newsdesk.current_story import CurrentStory
from newsdesk.model import Mark, Post, PrintedTime, Source, SourceKind
from newsdesk.store import Store, StoreError
from newsdesk.story.filter import Filter
from newsdesk.story.stream import stream_rows

NOON = datetime(2025, 5, 11, 12, tzinfo=UTC)


def post(
    n: int, text: str = "Fog holds the ferries", minute: int = 0, zone: int | None = 60, year: int | None = 2025
) -> Post:
    printed = PrintedTime(
        "", year=year, month=5, day=11, hour=9, minute=minute, utc_offset=zone, zone="BST" if zone else None
    )
    return Post(n, text, headline=f"Post {n}", own_id=f"post-{n}", printed_time=printed)


def source(name: str) -> Source:
    return Source(SourceKind.FEED, f"/{name}.xml", title=name, read_at=NOON)


@pytest.fixture
def path(tmp_path):
    return tmp_path / "story.jsonl"


def whole(path):
    """The story as somebody who has just opened the file sees it."""
    with Store.open(path, read_only=True) as store:
        return CurrentStory(store).read()


def test_a_new_post_comes_without_the_whole_story_being_read(path, monkeypatch):
    with Store.open(path) as store, Store.open(path) as other:
        other.add(source("Wire"), [post(1), post(2)])
        current = CurrentStory(store)
        before = current.read()
        monkeypatch.setattr(Store, "load", None)
        other.add(source("Wire"), [post(0, minute=5), post(1), post(2)])
        other.set_marks([Mark("read", before.posts[0].id), Mark("starred", before.posts[1].id)])
        other.set_meta({"title": "Port strike"})
        after = current.read()
    monkeypatch.undo()
    assert (len(after.posts), after) == (3, whole(path))
    assert [known for known in after.posts if any(known is one for one in before.posts)] == list(before.posts)


@pytest.mark.parametrize(("asked", "deed"), [("source_ids", "add"), ("load", "remove")])
def test_what_came_while_the_file_could_not_be_read_is_there_as_soon_as_it_can(path, monkeypatch, asked, deed):
    def fails(_store):
        raise StoreError("the disk does not answer")

    with Store.open(path) as store, Store.open(path) as other:
        wire, _ = (other.add(source(name), [post(1), post(2)]).source for name in ("Wire", "Coast"))
        current = CurrentStory(store)
        current.read()
        if deed == "add":
            other.add(source("Wire"), [post(0, minute=5), post(1), post(2)])
        else:
            other.remove_source(wire.id)
        monkeypatch.setattr(Store, asked, fails)
        with pytest.raises(StoreError):
            current.read()
        monkeypatch.undo()
        assert current.read() == whole(path)


def undated(n: int) -> Post:
    return Post(n, f"Fog holds the ferries {n}", headline=f"Post {n}", own_id=f"post-{n}")


@pytest.mark.parametrize(
    ("first", "later"),
    [([undated(1)], post(2)), ([undated(1)], undated(2)), ([post(1)], undated(2)), ([post(1)], post(2, minute=5))],
)
def test_whether_the_date_that_the_user_said_holds_all_posts_of_the_source_tell(path, first, later):
    said = PrintedTime("3 May 2025", year=2025, month=5, day=3, hour=8, minute=0, utc_offset=60, zone="BST")
    dated = replace(source("Leaflet"), said_time=said)
    with Store.open(path) as store, Store.open(path) as other:
        other.add(source("Wire"), [post(9)])
        other.add(replace(dated, content_hash="2"), first)
        current = CurrentStory(store)
        current.read()
        other.add(replace(dated, content_hash="3"), [later, *first])
        after = current.read()
    assert (len(after.posts), after) == (3, whole(path))


def test_a_source_with_a_said_date_leaves_the_posts_of_others_quick(path, monkeypatch):
    said = PrintedTime("3 May 2025", year=2025, month=5, day=3, hour=8, minute=0, utc_offset=60, zone="BST")
    with Store.open(path) as store, Store.open(path) as other:
        other.add(source("Wire"), [post(9)])
        other.add(replace(source("Leaflet"), said_time=said, content_hash="2"), [undated(1)])
        current = CurrentStory(store)
        current.read()
        monkeypatch.setattr(Store, "load", None)
        other.add(replace(source("Wire"), content_hash="3"), [post(8), post(9)])
        after = current.read()
    monkeypatch.undo()
    assert (len(after.posts), after) == (3, whole(path))


MOMENTS = st.integers(0, 59)
ZONES = st.sampled_from([60, 60, 60, None])
YEARS = st.sampled_from([2025, 2025, 2025, None])
POSTS = st.lists(st.builds(post, st.integers(1, 6), st.sampled_from(["Fog", "Rain", "Hail"]), MOMENTS, ZONES, YEARS), min_size=1, max_size=4, unique_by=lambda one: one.n)  # fmt: skip
ZONES_SHOWN = (UTC, timezone(timedelta(hours=13)))
DEEDS = st.lists(
    st.one_of(
        st.tuples(st.just("add"), st.sampled_from("ABC"), POSTS),
        st.tuples(st.just("remove"), st.sampled_from("ABC"), st.none()),
        st.tuples(st.just("mark"), st.sampled_from(["read", "starred", "speaker"]), st.integers(0, 5)),
        st.tuples(st.just("title"), st.sampled_from("ABC"), st.sampled_from(["New", "Other"])),
        st.tuples(st.just("look"), st.booleans(), st.none()),
    ),
    max_size=12,
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(deeds=DEEDS)
def test_whatever_is_stored_it_is_as_a_fresh_look_finds_it(tmp_path_factory, deeds):
    path = tmp_path_factory.mktemp("current") / "story.jsonl"
    with Store.open(path) as ours, Store.open(path) as theirs:
        current, streams = CurrentStory(ours), dict.fromkeys(ZONES_SHOWN)
        for number, (deed, what, how) in enumerate(deeds):
            store = (ours, theirs)[number % 2]
            known = current.read() if deed in {"mark", "title", "remove"} else None
            if deed == "add":
                store.add(source(what), how)
            elif deed == "remove" and known:
                for one in [one for one in known.sources if one.title == what]:
                    store.remove_source(one.id)
            elif deed == "mark" and known and how < len(known.posts):
                store.set_marks([Mark(what, known.posts[how].id)])
            elif deed == "title":
                store.set_meta({"title": how})
            elif deed == "look" and what:
                current.look()
                assert current.marks().read_ids == whole(path).read_ids
            story, fresh = current.read(), whole(path)
            assert story == fresh
            assert (story.newest, story.post_by_id) == (fresh.newest, fresh.post_by_id)
            assert story.post_counts == fresh.post_counts
            for zone, before in streams.items():
                if (clock := story.newest) is not None:
                    streams[zone] = stream = stream_rows(story, Filter(), clock, zone, before)
                    rows = stream_rows(fresh, Filter(), clock, zone)
                    assert list(stream) == list(rows)
                    assert (stream.ids, stream.unread, stream.order) == (rows.ids, rows.unread, rows.order)
                    assert stream.unread_from(0) == rows.unread_from(0)
                    assert [stream.index_of(post_id) for post_id in stream.order] == [*range(len(stream))]
