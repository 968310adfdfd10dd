"""The model as documents and back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st
from stored_examples import NOON, printed

from newsdesk.model import Basis, Mark, Post, Precision, PrintedTime, Published, Revision, Source, SourceKind
from newsdesk.store.documents import (
    mark_document,
    mark_from,
    moment_from,
    moment_text,
    post_document,
    post_from,
    source_document,
    source_from,
)

texts = st.text(st.characters(), max_size=20)
some = st.none() | texts.filter(bool)
ids = st.integers(1, 2**63 - 1)
moments = st.none() | st.datetimes(timezones=st.just(UTC))
numbers = st.none() | st.integers(-3000, 3000)
times = st.none() | st.builds(PrintedTime, texts, numbers, numbers, numbers, numbers, numbers, some, numbers)
sources = st.builds(
    Source,
    kind=st.sampled_from(SourceKind),
    origin=texts,
    title=some,
    publisher=some,
    printed_time=times,
    modified_time=times,
    link=some,
    content_hash=texts,
    year=numbers,
    said_time=times,
    guessed_year=numbers,
    interval=numbers,
    read_at=moments,
    id=ids,
)
posts = st.builds(
    Post,
    n=st.integers(-100, 100),
    text=texts,
    headline=some,
    label=some,
    byline_name=some,
    byline_role=some,
    captions=st.lists(texts, max_size=3).map(tuple),
    printed_time=times,
    own_id=some,
    link=some,
    line=numbers,
    at=st.none() | st.floats(allow_nan=False, allow_infinity=False),
    speaker=some,
    id=ids,
    source_id=ids,
    revisions=st.lists(st.builds(Revision, some, texts, moments), max_size=2).map(tuple),
    gone=moments,
)
marks = st.builds(Mark, texts, ids, texts, moments)
junk = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just(10**400),
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(st.text(max_size=3), inner, max_size=2),
    max_leaves=4,
)


def through_json(document):
    return json.loads(json.dumps(document, allow_nan=False))


@given(sources)
def test_a_source_comes_back(source):
    assert source_from(source.id, through_json(source_document(source))) == source


@given(posts)
def test_a_post_comes_back(post):
    assert post_from(post.id, through_json(post_document(post))) == post


@given(marks)
def test_a_mark_comes_back(mark):
    back = mark_from(through_json(mark_document(mark)))
    assert (back, back.at) == (mark, mark.at)


def fields_of(model):
    return st.dictionaries(st.sampled_from([*model.__dataclass_fields__]), junk, max_size=8)


@given(fields_of(Source), fields_of(Post), fields_of(Mark))
def test_any_document_can_be_read(source, post, mark):
    assert isinstance(source_from(1, source), Source)
    assert isinstance(post_from(1, post), Post)
    assert isinstance(mark_from(mark), Mark)


def test_what_is_empty_is_not_written():
    post = Post(n=1, text="Calm seas", at=0.0, source_id=4, published=Published(NOON, Precision.MINUTE, Basis.STATED))
    assert post_document(post) == {"n": 1, "text": "Calm seas", "at": 0.0, "source_id": 4}
    assert post_document(replace(post, printed_time=printed(9, 0)))["printed_time"] == {
        "text": "09:00 GMT",
        "hour": 9,
        "minute": 0,
        "zone": "GMT",
        "utc_offset": 0,
    }


def test_a_time_that_is_no_number_is_not_written():
    assert post_document(Post(n=1, at=float("nan"))) == {"n": 1, "source_id": 0}


def test_unknown_fields_stay():
    before = {"n": 1, "text": "old", "mood": "calm", "revisions": [{"text": "older", "mood": "stern"}]}
    stored = post_from(7, before)
    edited = replace(stored, text="new", revisions=(*stored.revisions, Revision(None, "old", NOON)))
    assert post_document(edited, before) == {
        "n": 1,
        "text": "new",
        "source_id": 0,
        "mood": "calm",
        "revisions": [{"text": "older", "mood": "stern"}, {"text": "old", "replaced_at": NOON.isoformat()}],
    }


def test_a_kind_of_source_that_only_a_later_version_knows_reads_as_an_article_and_stays():
    before = {"kind": "podcast", "origin": "/a"}
    source = source_from(3, before)
    assert source == Source(SourceKind.ARTICLE, "/a", id=3)
    assert source_document(replace(source, title="Waves"), before) == {
        "kind": "podcast",
        "origin": "/a",
        "title": "Waves",
    }


@pytest.mark.parametrize(
    ("moment", "text"),
    [
        (datetime(2031, 3, 4, 12, 5, tzinfo=timezone(timedelta(hours=2))), "2031-03-04T10:05:00+00:00"),
        (datetime(2031, 3, 4, 12, 5, 6, 7), "2031-03-04T12:05:06.000007+00:00"),  # noqa: DTZ001 - what has no zone is UTC
        (None, None),
    ],
)
def test_moments_are_written_in_utc(moment, text):
    assert moment_text(moment) == text


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2031-03-04T10:05:00+02:00", datetime(2031, 3, 4, 8, 5, tzinfo=UTC)),
        ("2031-03-04T10:05:00", datetime(2031, 3, 4, 10, 5, tzinfo=UTC)),
        ("0001-01-01T00:00:00+05:00", None),
        ("yesterday", None),
        (7, None),
    ],
)
def test_moments_are_read_as_utc(text, moment):
    assert moment_from(text) == moment


def test_revisions_are_read_as_far_as_they_can_be():
    document = {"revisions": [{"text": "old", "replaced_at": "2031-03-04T12:00:00+00:00"}, "junk", {"headline": "H"}]}
    assert post_from(1, document).revisions == (Revision(None, "old", NOON), Revision("H", "", None))
