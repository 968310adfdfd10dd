"""The names of events from sentences that are easily misread, in our own words."""

from __future__ import annotations

import pytest
from test_event_changes import THURSDAY, posts_of

from newsdesk.find.dates.in_story import post_candidates, resolve_story
from newsdesk.find.events.in_story import find_events


def titles(text: str) -> list[str]:
    posts = posts_of(text)
    found = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY)
    return [event.title for event in found]


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Solberg will appear before the parking panel on 3 June.", "Solberg to appear before parking panel"),
        ("Solberg is due to appear before MPs on 3 June.", "Solberg to appear before MPs"),
        (
            "Anna Solberg and Rolf Reyk will appear before the scrutiny committee on 3 June.",
            "Solberg and Reyk before scrutiny committee",
        ),
        ("On 3 June, Solberg will appear before the inquiry.", "Solberg to appear before inquiry"),
        ("Solberg will appear on television on 3 June.", "Solberg to appear on television"),
        ("The ship will appear off Kell on 3 June.", "Ship to appear off Kell"),
    ],
)
def test_who_appears_before_others_appears_in_no_court(text: str, title: str) -> None:
    assert titles(text) == [title]


@pytest.mark.parametrize(
    "text",
    [
        "Solberg will appear in court on 3 June.",
        "Solberg will appear before a judge on 3 June.",
        "Solberg is due to appear before magistrates on 3 June.",
        "Solberg will appear at Hull Crown Court on 3 June.",
        "Solberg has been charged with theft. Solberg will next appear on 3 June.",
    ],
)
def test_who_appears_before_a_judge_appears_in_court(text: str) -> None:
    assert titles(text) == ["Solberg court appearance"]
