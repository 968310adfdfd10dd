"""Real sources of all three kinds: only counts and forms are written down here, none of their words."""

from pathlib import Path

import pytest

from newsdesk.model import SourceKind
from newsdesk.read import read

SEEDS = Path(__file__).parents[1] / ".." / "shared" / "seeds"
pytestmark = pytest.mark.skipif(not SEEDS.exists(), reason="the seeds are not here")


def seed(number):
    (path,) = SEEDS.glob(f"{number}_*")
    return read(path.read_bytes(), name=path.name)


@pytest.mark.parametrize(
    ("number", "zone", "captions", "labels", "bylines"), [("000", "BST", 15, 3, 7), ("002", "GMT", 14, 1, 7)]
)
def test_live_pages(number, zone, captions, labels, bylines):
    reading = seed(number)
    posts = reading.posts
    assert (reading.source.kind, reading.source.publisher) == (SourceKind.LIVE_PAGE, "BBC")
    assert len(posts) == 20
    assert all(post.headline and post.text and post.line for post in posts)
    assert {zone} == {post.printed_time.zone for post in posts}
    assert {None} == {post.printed_time.year for post in posts}
    minutes = [(post.printed_time.hour, post.printed_time.minute) for post in posts]
    assert minutes == sorted(minutes, reverse=True)
    assert captions == sum(len(post.captions) for post in posts)
    assert labels == sum(post.label is not None for post in posts)
    assert bylines == sum(post.byline_name is not None for post in posts)
    assert not any(
        mark in post.text
        for post in posts
        for mark in ("Image source", "Image caption", "Media caption", "published at")
    )
    assert all(post.text.rstrip('"”')[-1] in ".:!?" or "• " in post.text for post in posts)


def test_the_transcript():
    reading = seed("001")
    turns = reading.posts[1:]
    assert reading.source.kind is SourceKind.TRANSCRIPT
    assert (reading.source.printed_time.year, reading.source.printed_time.month, reading.source.printed_time.day) == (
        2025,
        5,
        11,
    )
    assert reading.posts[0].at is None
    assert [turn.at for turn in turns] == sorted(turn.at for turn in turns)
    assert len({turn.speaker for turn in turns if turn.speaker}) == 5
    assert all(f"&t={turn.at:.0f}" in turn.link or f"&t={int(turn.at)}" in turn.link for turn in turns)


@pytest.mark.parametrize(
    ("number", "dated", "headline", "captions"), [("003", False, False, 0), ("004", True, True, 1)]
)
def test_articles(number, dated, headline, captions):
    reading = seed(number)
    (post,) = reading.posts
    assert reading.source.kind is SourceKind.ARTICLE
    assert dated == (reading.source.printed_time is not None)
    assert headline == (post.headline is not None)
    assert captions == len(post.captions)
    assert post.printed_time is None
    assert "Photo:" not in post.text
