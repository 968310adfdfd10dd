"""Days and hours of what is told below or behind a day that lies further ahead; sentences of our own."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Final

import pytest
from sources_apart import events_of
from steps import assert_linear

from newsdesk.find.dates.in_story import find_candidates

FRIDAY: Final = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def rows(*texts: str) -> list[str]:
    """Day, last day, hour and name of each event of posts of Friday 20 November 2026, from 10:00."""
    found = []
    for event in events_of(*texts, at=FRIDAY):
        last = f"/{event.end:%d.%m}" if event.end else ""
        hour = f" {event.at.astimezone(UTC):%H:%M}" if event.at else ""
        found.append(f"{event.start:%d.%m}{last}{hour} {event.title}")
    return found


@pytest.mark.parametrize(
    ("text", "row"),
    [
        ("The cup final is on Saturday 28 November. Brede v Oxley is at 4pm on Sunday.", "29.11 16:00 Brede v Oxley"),
        ("The festival opens on Friday 4 December. The parade is on Saturday.", "05.12 Parade"),
        ("The festival opens on 4 December. The parade is on Saturday. The concert is on Sunday.", "06.12 Concert"),
        ("The trial opens on Monday 7 December. Closing speeches are expected on Friday.", "11.12 Closing speeches"),
        ("The deadline is 30 November. The union meets on Tuesday.", "24.11 Union meeting"),
        # What is done in advance, and what is not told right behind, is of the week to come.
        ("The final is on Saturday 28 November. Tickets go on sale on Sunday.", "22.11 Tickets go on sale"),
        ("The final is on Saturday 28 November. The council meets on Tuesday.", "24.11 Council meeting"),
        ("The final is on Saturday 28 November.\n\nThe council meets on Sunday.", "22.11 Council meeting"),
        ("The congress opens on Tuesday 24 November. The rival club meets on Saturday.", "21.11 Rival club meeting"),
        ("The final was on Saturday 14 November. The council meets on Sunday.", "22.11 Council meeting"),
    ],
)
def test_a_bare_weekday_goes_on_from_the_day_told_right_before(text: str, row: str) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Fixtures\n\nSunday 29 November\n\nKelm v Orme, 2pm\n\nBrede v Sarn, 4.30pm",
            ["29.11 14:00 Kelm v Orme", "29.11 16:30 Brede v Sarn"],
        ),
        (
            "Programme for Saturday 28 November\n\n10am: Gates open\n\n2pm: Dene v Oxley",
            ["28.11 10:00 Gates open", "28.11 14:00 Dene v Oxley"],
        ),
        ("Tuesday 1 December:\n\n• 2pm Full council meets", ["01.12 14:00 Full council meeting"]),
        # The date of the text itself, and sentences below a day, as on a copied page.
        ("Friday 20 November\n\nThe council meets at 2pm.", ["20.11 14:00 Council meeting"]),
        ("Saturday 28 November\n\nThe council meets at 2pm in Kell.", ["20.11 14:00 Council meeting in Kell"]),
    ],
)
def test_hours_listed_below_one_day_that_lies_ahead_are_of_that_day(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("told", "moved", "expected"),
    [
        ("on Friday 27 November", "moved from Friday to Saturday", "28.11 Regatta"),
        ("on Friday 27 November", "moved to Saturday", "28.11 Regatta"),
        ("on Monday 7 December", "moved to Tuesday", "08.12 Regatta"),
        ("on Friday 27 November", "brought forward to Thursday", "26.11 Regatta"),
        ("on Saturday", "moved to Sunday", "22.11 Regatta"),
        ("on Friday 27 November", "moved to Saturday 5 December", "05.12 Regatta"),
        ("on Friday 27 November", "moved to tomorrow", "21.11 Regatta"),
    ],
)
def test_what_moves_to_a_weekday_moves_to_the_one_beside_its_known_day(told: str, moved: str, expected: str) -> None:
    assert rows(f"The regatta is {told}.", f"The regatta has been {moved}.") == [expected]


def test_a_day_that_is_of_two_weeks_is_left_as_it_is_read() -> None:
    assert "28.11 Regatta" not in rows(
        "The regatta is on Friday 27 November.", "The match has been moved from Friday to Saturday."
    )


@pytest.mark.parametrize(
    "piece",
    ["The fair opens on 4 December. The parade is on Saturday. ", "Sunday 29 November\n\n", "Kelm v Orme, 2pm\n"],
)
def test_reading_takes_time_linear_in_the_text(piece: str) -> None:
    assert_linear(lambda size: find_candidates("Sunday 29 November\n" + piece * (size // len(piece))))
