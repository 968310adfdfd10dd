"""What is told for a weekend, for the week of a day, by the end of a month or for so many days on end, in our own words."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

import pytest
from sources_apart import events_of

from newsdesk.model import Status

CEST = timezone(timedelta(hours=2), "CEST")
THURSDAY = datetime(2025, 5, 29, 10, 0, tzinfo=CEST)


def rows(*texts: str, at: datetime = THURSDAY) -> list[str]:
    """Days and names, a question mark behind days of which one is meant."""
    return [
        f"{event.start:%m-%d}{f'/{event.end:%m-%d}' if event.end else ''}{'?' if event.somewhen else ''} {event.title}"
        for event in events_of(*texts, at=at)
    ]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The Lindby jazz festival takes place at the weekend.", ["05-31/06-01? Lindby jazz festival"]),
        ("Train drivers will strike this weekend, their union said.", ["05-31/06-01? Train drivers strike"]),
        ("Ministers will meet in Orme over the weekend.", ["05-31/06-01? Ministers meeting in Orme"]),
        ("Kelm United host Dene Rovers this weekend.", ["05-31/06-01? Kelm United v Dene Rovers"]),
        ("The harbour festival will be held on the weekend of 7 June.", ["06-07/06-08? Harbour festival"]),
        ("Heavy snow is forecast for the weekend.", ["05-31/06-01? Heavy snow"]),
        # What is over, so every week, or on either of two weekends.
        ("Two people died on the lake at the weekend, police said.", []),
        ("Snow fell over the weekend and several roads are still blocked.", []),
        ("Speaking at the weekend, the mayor said the bridge would reopen.", []),
        ("The derby was called off at the weekend because of fog.", []),
        ("The market opens at the weekend.", []),
        ("The museum is open at weekends and she works every weekend.", []),
        ("Voters in Ostland go to the polls next weekend.", []),
        ("Supplies must arrive before the weekend, the charity said.", []),
        ("The minister, who will resign over the weekend row, declined to comment.", []),
        ("She enjoyed the weekend and has a weekend home.", []),
    ],
)
def test_what_is_on_at_a_weekend_may_be_on_either_of_its_days(text: str, found: list[str]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("at", "text", "found"),
    [
        (
            datetime(2025, 5, 31, 9, 0, tzinfo=CEST),
            "Farmers will march in Orme this weekend.",
            ["05-31/06-01? Farmers march in Orme"],
        ),
        (
            datetime(2025, 6, 2, 9, 0, tzinfo=CEST),
            "Farmers marched in Orme at the weekend. They will march again on Saturday.",
            ["06-07 Farmers march"],
        ),
        (datetime(2025, 6, 2, 9, 0, tzinfo=CEST), "The league said at the weekend that the final will be in Kell.", []),
        (datetime(2025, 6, 1, 9, 0, tzinfo=CEST), "Three people were hurt in Orme this weekend.", []),
    ],
)
def test_which_weekend_is_meant_its_own_words_and_the_day_of_the_post_tell(
    at: datetime, text: str, found: list[str]
) -> None:
    assert rows(text, at=at) == found


def test_a_day_told_for_what_is_on_at_the_weekend_is_its_day() -> None:
    loose, told = "The Lindby festival opens this weekend.", "The Lindby festival opens on Saturday."
    assert rows(loose, told) == rows(told, loose) == ["05-31 Lindby festival"]
    assert len(rows(loose, "The Kell fair opens on Saturday.")) == 2


def test_what_is_on_at_the_weekend_does_not_run_before_somebody_says_so() -> None:
    text = "Train drivers will strike this weekend, their union said."
    (saturday,) = events_of(text, at=THURSDAY, as_of=datetime(2025, 5, 31, 12, 0, tzinfo=CEST))
    (monday,) = events_of(text, at=THURSDAY, as_of=datetime(2025, 6, 2, 12, 0, tzinfo=CEST))
    assert (saturday.status, monday.status) == (Status.EXPECTED, Status.ENDED)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The tribunal will sit in the week of 9 June.", ["06-09/06-15? Tribunal to sit"]),
        ("The appeal will be heard in two weeks' time.", ["06-09/06-15? Appeal to be heard"]),
        ("The two leaders will meet again in a fortnight.", ["06-09/06-15? Leaders meeting"]),
        ("The leaders will meet again next week.", []),
        ("Repairs took a fortnight and the paint dried in two weeks.", []),
    ],
)
def test_a_week_told_by_one_of_its_days_or_counted_is_the_one_in_which_it_will_be(text: str, found: list[str]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The inquiry will report by the end of June.", ["06-30 Inquiry to report"]),
        ("The inquiry will report by the end of the month.", ["05-31 Inquiry to report"]),
        ("The inquiry will report at the end of the month.", []),
        ("The inquiry will report in June.", []),
        ("Profits had doubled by the end of May.", []),
        ("The court will rule within 48 hours.", ["05-31 Court ruling"]),
        ("The hall collapsed within 48 hours of the quake.", []),
        ("Accidents must be reported within 48 hours.", []),
        ("Refunds will be paid within 72 hours.", []),
        ("Within 24 hours 2,000 people had fled the valley.", []),
    ],
)
def test_a_limit_is_the_last_day_that_it_leaves(text: str, found: list[str]) -> None:
    assert rows(text) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Prime Minister Rolf Amann begins a three-day visit to Kenya on Monday.",
            ["06-02/06-04 Amann visit to Kenya"],
        ),
        ("Dockers in Kell will start a five-day strike on 10 June.", ["06-10/06-14 Five-day strike in Kell"]),
        ("Dockers in Kell will start an eleven-day strike on 10 June.", ["06-10/06-20 Eleven-day strike in Kell"]),
        ("The two-day summit opens in Riga on Wednesday.", ["06-04/06-05 Summit in Riga"]),
        ("King Harald arrives in Malta on Tuesday for a four-day visit.", ["06-03/06-06 Harald arrives in Malta"]),
        ("Bin crews in Dene start a week-long walkout on Monday.", ["06-02/06-08 Week-long walkout in Dene"]),
        ("King Harald will speak in Malta on Tuesday after a four-day visit.", ["06-03 Harald speech in Malta"]),
        ("The rebels proposed a seven-day truce from Saturday.", ["05-31 Seven-day truce start"]),
        ("The staff were given a three-day notice from Monday.", []),
    ],
)
def test_so_many_days_on_end_begin_on_the_day_that_is_told(text: str, found: list[str]) -> None:
    assert rows(text) == found
