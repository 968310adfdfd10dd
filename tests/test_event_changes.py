"""What calls events off, puts them off or moves them, and what it leaves alone: the golden lines of `data/dates/changes.txt` and `known_changes.txt`."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Final

import pytest
from steps import assert_linear

from newsdesk.find.dates.in_story import post_candidates, resolve_story
from newsdesk.find.events.in_story import find_events
from newsdesk.model import Basis, Event, Post, Precision, Published

DATA: Final = Path(__file__).parent / "data" / "dates"
CHANGES: Final = (DATA / "changes.txt", DATA / "known_changes.txt")
THURSDAY: Final = datetime(2025, 5, 29, 10, 0, tzinfo=timezone(timedelta(hours=3), "EEST"))


def golden() -> list[tuple[str, list[str]]]:
    """Each story of the files and what is expected of it."""
    found: list[tuple[str, list[str]]] = []
    for line in (line for file in CHANGES for line in file.read_text(encoding="utf-8").splitlines()):
        if line.startswith("> "):
            found[-1][1].append(line[2:])
        elif line and line[0] not in "#=":
            found.append((line, []))
    return found


def posts_of(line: str) -> list[Post]:
    """The posts of a line, each of its own source."""
    return [
        Post(
            n=1,
            text=text,
            id=n,
            source_id=n,
            published=Published(THURSDAY + timedelta(hours=2 * (n - 1)), Precision.MINUTE, Basis.STATED),
        )
        for n, text in enumerate(line.split(" || "), start=1)
    ]


def in_words(event: Event, expected: str) -> str:
    """An event as the file writes it."""
    day = f"{event.start}" + (f" {event.at:%H:%M}" if event.at else "")
    title = "*" if "| * |" in expected else event.title
    was = f" | was {event.was}" if event.was else ""
    by = " ".join(map(str, sorted({mention.post_id for mention in event.mentions})))
    posts = f" | posts {by}" if " | posts " in expected else ""
    return f"{day} | {title} | {event.status.value.replace('_', ' ')}{was}{posts}"


@pytest.mark.parametrize(("line", "expected"), golden())
def test_what_changes_and_what_stands(line: str, expected: list[str]) -> None:
    posts = posts_of(line)
    found = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY)
    judged = [*expected, *([""] * len(found))]
    assert expected == [in_words(event, each) for event, each in zip(found, judged, strict=False)]


def found_in(line: str) -> int:
    posts = posts_of(line)
    return len(find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY))


def test_a_post_of_many_moves_takes_linear_time() -> None:
    def flood(moves: int) -> str:
        each = "The Kern{0} hearing has been postponed from {1} June to {2} September {3}. "
        letters = "abcdefghijklmnopqrst"
        return "".join(
            each.format(letters[n // 20 % 20] + letters[n % 20], n % 30 + 1, n % 30 + 1, 2025 + n // 30)
            for n in range(moves)
        )

    assert_linear(lambda moves: found_in(flood(moves)), 40)


@pytest.mark.parametrize(
    "again",
    [
        "The weavers said that they have dropped plans for a strike on Monday. ",
        "Holm has pulled out of her trip to Orme on Monday. ",
        "The court will not hear the plea on Monday as planned but on Tuesday. ",
        "They extended the deadline for bids by a week, to Friday. ",
        "The union called last week’s strike off with five hours to go. ",
        "Reports that it will be on Monday are wrong. ",
    ],
)
def test_a_post_of_the_same_change_again_and_again_takes_linear_time(again: str) -> None:
    assert_linear(lambda times: found_in("Tram drivers will strike on Monday. " + again * times), 40)


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("The order takes effect at 4 a.m. Saturday (0200 GMT).", "2025-05-31T04:00:00+02:00"),
        ("Polls open at 7 a.m. (0600 GMT) on Sunday.", "2025-06-01T07:00:00+01:00"),
        ("The launch is due at 10:40 a.m. (1440 GMT) on Saturday.", "2025-05-31T10:40:00-04:00"),
        ("The launch is due at 9am on Saturday (2pm BST).", "2025-05-31T09:00:00-04:00"),
        ("The march begins at 00:30 local time on Sunday (22:30 GMT).", "2025-06-01T00:30:00+02:00"),
        ("The march begins at 9am on Sunday (hall 14).", "2025-06-01T09:00:00+03:00"),
        ("The march begins at 9am on Sunday (11am for children).", "2025-06-01T09:00:00+03:00"),
        ("The march begins at 9am EDT on Sunday (1300 GMT).", "2025-06-01T09:00:00-04:00"),
    ],
)
def test_a_bracket_with_a_zone_tells_the_moment(text: str, at: str) -> None:
    posts = posts_of(text)
    found = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY)
    assert [event.at.isoformat() for event in found if event.at] == [at]


@pytest.mark.parametrize(
    ("text", "certain"),
    [
        ("The vote is unlikely before 5 June.", []),
        ("The bridge is unlikely to reopen before Monday.", []),
        ("The bridge is unlikely to reopen, and the mayor will speak on Monday.", ["confirmed"]),
        ("The vote will be held on either 5 or 6 June.", ["planned"]),
        ("The vote will be held on 5 June or 6 June.", ["planned"]),
        ("The vote will be held on Tuesday or Wednesday.", ["planned"]),
        ("The vote will be held on Tuesday or it will never be held.", ["confirmed"]),
        ("Weather permitting, the ferry will sail on Saturday.", ["conditional"]),
        ("The ferry will sail on Saturday, weather permitting.", ["conditional"]),
        ("Whether the panel will vote on Tuesday is anybody's guess.", ["conditional"]),
        ("Whether the tunnel will open on Tuesday depends on the weather.", ["conditional"]),
        ("Whether or not it rains, the tunnel will open on Tuesday.", ["confirmed"]),
        ("Rules permitting dogs will take effect on Saturday.", ["confirmed"]),
    ],
)
def test_what_hangs_on_the_weather_or_on_a_choice_is_not_confirmed(text: str, certain: list[str]) -> None:
    posts = posts_of(text)
    found = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY)
    assert [event.certainty.value for event in found] == certain


def test_what_lasts_and_is_extended_begins_as_it_did() -> None:
    posts = posts_of("The festival runs from 3 June to 5 June. || The festival has been extended to 7 June.")
    (event,) = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY)
    assert (event.start.isoformat(), event.end and event.end.isoformat()) == ("2025-06-03", "2025-06-07")


def test_what_an_answer_quotes_is_older_than_what_it_says() -> None:
    first = "The inquest opens on 3 June in Kellmouth."
    posts = posts_of(f"{first} || The inquest is now put back to 9 June, says coroner Ebba Quist.")
    posts[1] = replace(posts[1], text=f"{posts[1].text}\n\n> {first}\n> The gala on 5 June has been cancelled.")
    found = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), THURSDAY)
    assert [in_words(event, "") for event in found] == ["2025-06-09 | Inquest in Kellmouth | expected | was 2025-06-03"]
