"""The candidates of posts as plain rows: they come back as they were, and nothing else is taken for them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from dated_stories import read_stories
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.find.candidate_rows import from_row, to_row
from newsdesk.find.facts import Candidates, Words, find_candidates, find_facts
from newsdesk.intake.reading import read_path
from newsdesk.model import Post

DATA = Path(__file__).parent / "data" / "read"
POST = Post(
    n=1,
    headline="Minister: 'We will not wait' - Jo Tan",
    text=(
        "“We start on Monday at 9am,” Ana Ruiz and Tom Lee said. “He told me 'we are late' on Friday,” she added. "
        "The ports minister, Jo Tan, said that the strike planned for 14 to 16 May had been called off. Talks began."
    ),
    captions=("Mayor Ann Doyle in a blue coat",),
    speaker="Lee Park",
)


def plain(candidates: Candidates) -> tuple[object, ...]:
    """Everything in the candidates, in a form that can be compared."""
    passages = candidates.passages
    dates = candidates.text_dates, candidates.headline_dates
    return candidates.quotes, *dates, passages.headline.read, passages.text.read


def read_again(row, post: Post) -> Candidates:
    return from_row(json.loads(json.dumps(row)), Words.of(post))


def posts_of_the_examples():
    for path in sorted(DATA.glob("*.txt")):
        yield from read_path(path).posts
    for story in read_stories().values():
        yield from story.posts


def test_candidates_come_back_as_they_were():
    posts = [replace(post, id=number) for number, post in enumerate(posts_of_the_examples(), start=1)]
    assert len(posts) > 250
    find_facts(posts, None)  # reads their passages
    for post in posts:
        candidates = find_candidates(post)
        assert plain(read_again(to_row(candidates), post)) == plain(candidates)


def test_every_part_of_the_candidates_is_in_the_row():
    find_facts([replace(POST, id=1)], None)
    candidates = find_candidates(POST)
    quotes = candidates.quotes
    assert quotes.quotes
    assert quotes.nested
    assert quotes.statements
    assert quotes.names
    assert quotes.beside
    assert candidates.text_dates
    assert plain(read_again(to_row(candidates), POST)) == plain(candidates)


def test_what_is_read_of_a_passage_after_it_came_back_is_as_if_it_had_never_gone():
    post = replace(POST, id=1)
    candidates = find_candidates(post)
    fresh = read_again(to_row(candidates), post).passages.text
    for timex in candidates.text_dates:
        assert fresh.sight(timex.start, timex.end) == candidates.passages.text.sight(timex.start, timex.end)
    assert (fresh.named, fresh.changes, fresh.beginnings) == (
        candidates.passages.text.named,
        candidates.passages.text.changes,
        candidates.passages.text.beginnings,
    )


@pytest.mark.parametrize(
    "row", [[], [[]], [[], [], []], None, "row", 7, {}, [[], [], [], [], [], []], [[[None]], [], [], [], []]]
)
def test_what_is_no_row_is_refused(row):
    with pytest.raises(ValueError, match="not a row"):
        from_row(row, Words.of(POST))


ROW = json.dumps(to_row(find_candidates(POST)))


@given(st.data())
def test_a_row_with_another_value_anywhere_is_candidates_or_refused(data):
    row = json.loads(ROW)
    place, wrong = row, data.draw(st.sampled_from([None, 3, -1, 0.5, True, "x", [], ["x"], {}]))
    while True:
        index = data.draw(st.integers(0, len(place) - 1))
        if not isinstance(place[index], list) or not place[index] or data.draw(st.booleans()):
            break
        place = place[index]
    place[index] = wrong
    try:
        candidates = from_row(row, Words.of(POST))
    except ValueError:
        return
    # Whatever was taken is of the very types that it is made of, and makes a row again.
    assert plain(read_again(to_row(candidates), POST)) == plain(candidates)
