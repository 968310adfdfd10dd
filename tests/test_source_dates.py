from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.find.dates.source_dates import resolve
from newsdesk.model import Basis, Post, Precision, PrintedTime, Source, SourceKind
from newsdesk.story.wording import full_published


def source(number: int, **values: object) -> Source:
    return replace(Source(SourceKind.LIVE_PAGE, f"page-{number}", id=number), **values)


def printed(year: int | None = None, month: int | None = None, day: int | None = None, **values: object) -> PrintedTime:
    return replace(PrintedTime("as printed", year, month, day), **values)


def post(source_id: int, text: str = "", time: PrintedTime | None = None, n: int = 1) -> Post:
    return Post(n=n, text=text, id=source_id * 100 + n, source_id=source_id, printed_time=time)


BST = {"hour": 16, "minute": 3, "zone": "BST", "utc_offset": 60}


def dated(posts: tuple[Post, ...]) -> list[tuple[str, Basis] | None]:
    return [(each.published.day.isoformat(), each.published.basis) if each.published else None for each in posts]


def test_a_full_printed_time_is_stated_in_its_own_zone() -> None:
    (found,) = resolve([source(1)], [post(1, time=printed(2025, 5, 29, **BST))])
    assert found.published is not None
    assert datetime(2025, 5, 29, 15, 3, tzinfo=UTC) == found.published.at
    assert found.published.at.tzname() == "BST"
    assert (
        found.published.precision,
        found.published.basis,
        found.published.zone_basis,
    ) == (Precision.MINUTE, Basis.STATED, Basis.STATED)


def test_a_post_without_its_own_time_takes_its_source_s() -> None:
    (found,) = resolve([source(1, printed_time=printed(2025, 5, 29))], [post(1)])
    assert found.published is not None
    assert (datetime(2025, 5, 29, tzinfo=UTC), Precision.DAY) == (found.published.at, found.published.precision)


def test_an_hour_alone_takes_no_day_from_its_page_s_own_time() -> None:
    """Where that tells the day, reading the page has given it; the time of a later state of the page tells another."""
    (found,) = resolve([source(1, printed_time=printed(2025, 5, 29))], [post(1, time=printed(hour=9, minute=5))])
    assert found.published is None


def test_the_year_the_user_said_is_stated() -> None:
    posts = [post(1, "Monday, 2 June 2025 was said.", printed(None, 5, 29, **BST))]
    assert dated(resolve([source(1, year=2019, guessed_year=2024)], posts)) == [("2019-05-29", Basis.STATED)]


def test_a_written_weekday_and_day_leave_the_year_before_reading() -> None:
    posts = [post(1, "The ferry returns on Monday, 2 June.", printed(None, 5, 29, **BST))]
    read_at = datetime(2026, 1, 5, tzinfo=UTC)
    assert dated(resolve([source(1, read_at=read_at)], posts)) == [("2025-05-29", Basis.INFERRED)]


def test_weekdays_and_days_of_the_same_things_vote_for_the_year() -> None:
    texts = [
        "The strike will begin on Monday. Nobody has struck since 2021.",
        "Union leaders confirm the strike will begin on 2 June.",
        "The hearing is due next Thursday.",
        "The hearing will be on 5 June, the court says.",
    ]
    posts = [post(1, text, printed(None, 5, 29, **BST), n) for n, text in enumerate(texts, start=1)]
    assert dated(resolve([source(1)], posts)) == [("2025-05-29", Basis.INFERRED)] * 4


def test_a_full_date_near_the_post_s_own_day_gives_its_year() -> None:
    posts = [post(1, "As of 27 May 2023 the road was shut.", printed(None, 5, 29, **BST))]
    assert dated(resolve([source(1)], posts)) == [("2023-05-29", Basis.INFERRED)]


def test_a_dated_companion_gives_the_nearest_year_in_both_directions() -> None:
    sources = [source(1), source(2), source(3)]
    posts = [
        post(1, "Rain.", printed(None, 12, 20, **BST)),
        post(2, "Rain.", printed(2025, 1, 10, **BST)),
        post(3, "Rain.", printed(None, 3, 13, **BST)),
    ]
    assert dated(resolve(sources, posts)) == [
        ("2024-12-20", Basis.INFERRED),
        ("2025-01-10", Basis.STATED),
        ("2025-03-13", Basis.INFERRED),
    ]


def test_without_evidence_the_guess_stays_a_guess_and_nothing_stays_nothing() -> None:
    posts = [post(1, "Rain.", printed(None, 5, 29, **BST))]
    assert dated(resolve([source(1, guessed_year=2024)], posts)) == [("2024-05-29", Basis.GUESSED)]
    assert dated(resolve([source(1)], posts)) == [None]


def test_a_guessed_source_dates_no_companion() -> None:
    posts = [post(1, "Rain.", printed(None, 5, 29, **BST)), post(2, "Sun.", printed(None, 6, 1, **BST))]
    assert dated(resolve([source(1, guessed_year=2024), source(2)], posts)) == [("2024-05-29", Basis.GUESSED), None]


def test_a_page_may_run_over_new_year() -> None:
    posts = [
        post(1, "Fireworks.", printed(None, 12, 31, **BST), 1),
        post(1, "Fog.", printed(None, 1, 1, **BST), 2),
        post(2, "Fog.", printed(2026, 1, 1, **BST), 1),
    ]
    assert [found[0] for found in dated(resolve([source(1), source(2)], posts)) if found] == [
        "2025-12-31",
        "2026-01-01",
        "2026-01-01",
    ]


def test_a_missing_zone_is_the_publisher_s_then_the_story_s_then_a_guess() -> None:
    gmt = {"zone": "GMT", "utc_offset": 0}
    posts = [
        post(1, time=printed(2025, 5, 29, hour=9, minute=0, zone="CEST", utc_offset=120)),
        post(2, time=printed(2025, 5, 29, hour=9, minute=0)),
        post(3, time=printed(2025, 5, 29, hour=9, minute=0, **gmt)),
        post(4, time=printed(2025, 5, 29, hour=9, minute=0, **gmt)),
        post(5, time=printed(2025, 5, 29, hour=9, minute=0)),
    ]
    sources = [source(1, publisher="Le Port"), source(2, publisher="Le Port"), source(3), source(4), source(5)]
    zones = [
        (each.published.at.tzname(), each.published.zone_basis) for each in resolve(sources, posts) if each.published
    ]
    assert zones == [
        ("CEST", Basis.STATED),
        ("CEST", Basis.INFERRED),
        ("GMT", Basis.STATED),
        ("GMT", Basis.STATED),
        ("GMT", Basis.INFERRED),
    ]
    (alone,) = resolve([source(2)], posts[1:2])
    assert alone.published is not None
    assert (alone.published.at.tzname(), alone.published.zone_basis) == ("UTC", Basis.GUESSED)


def test_a_missing_zone_follows_the_season_of_its_month() -> None:
    posts = [
        *(
            post(1, time=printed(2025, 2, day, hour=9, minute=0, zone="CET", utc_offset=60), n=day)
            for day in range(1, 4)
        ),
        post(2, time=printed(2025, 6, 1, hour=9, minute=0, zone="CEST", utc_offset=120)),
        post(3, time=printed(2025, 6, 2, hour=9, minute=0)),
    ]
    last = resolve([source(1), source(2), source(3)], posts)[-1].published
    assert last is not None
    assert last.at.tzname() == "CEST"


SHARED = (
    "The harbour pilot steered the burning tanker away from the fuel jetty before tugs reached the breakwater, and the"
    " coastguard praised a remarkable act of seamanship in dreadful weather"
)


def test_a_source_without_a_date_takes_the_day_of_companions_that_share_its_wording() -> None:
    posts = [
        post(1, f"{SHARED}. An inquiry is due to open on 4 June."),
        post(2, f"Update: {SHARED}, officials say.", printed(2025, 5, 29, **BST)),
        post(3, "A quiet morning in the valley with nothing to report.", printed(2025, 5, 20, **BST)),
    ]
    assert dated(resolve([source(1), source(2), source(3)], posts))[0] == ("2025-05-29", Basis.INFERRED)


def test_thin_evidence_dates_nothing() -> None:
    posts = [
        post(1, "The harbour was quiet on Sunday and the market opened as usual."),
        post(2, f"Update: {SHARED}.", printed(2025, 5, 29, **BST)),
    ]
    assert None is dated(resolve([source(1), source(2)], posts))[0]


def test_titles_and_standing_phrases_date_nothing() -> None:
    """The long words of one story come back months later."""
    phrases = [
        "Foreign secretary Ida Holm spoke",
        "Harbour minister Oskar Lund waited",
        "Trade envoy Runa Falk left",
        "The causes of the quarrel remain",
        "Northern islands president Ulla Berg stayed",
    ]
    posts = [
        post(1, f"{'. '.join(phrases)}. Gulls circled over empty quays."),
        post(2, f"Weeks of silence ended. {'. '.join(phrases[::-1])}.", printed(2025, 5, 29, **BST)),
    ]
    assert None is dated(resolve([source(1), source(2)], posts))[0]


@pytest.mark.parametrize(
    ("text", "month", "day", "expected"),
    [
        ("Ferries stop on Friday, 2 January, and return on Monday, 5 January.", 12, 30, "2025-12-30"),
        ("The rule comes into force on 1 January 2026.", 12, 30, "2025-12-30"),
        ("The tide broke the wall on Tuesday, 30 December.", 1, 2, "2026-01-02"),
    ],
)
def test_days_named_across_new_year_tell_the_year_of_the_page(text: str, month: int, day: int, expected: str) -> None:
    read = datetime(2026, 1, 20, tzinfo=UTC)
    posts = [post(1, text, printed(None, month, day, **BST))]
    assert dated(resolve([source(1, read_at=read)], posts)) == [(expected, Basis.INFERRED)]


@pytest.mark.parametrize(
    ("month", "day", "companion", "expected"),
    [
        (12, 30, (2026, 1, 4), ("2025-12-30", Basis.INFERRED)),
        (1, 2, (2025, 12, 30), ("2026-01-02", Basis.INFERRED)),
        (3, 13, (2025, 5, 11), ("2025-03-13", Basis.INFERRED)),
        (11, 10, (2025, 5, 11), None),
    ],
)
def test_a_companion_gives_the_year_only_when_it_is_near(
    month: int, day: int, companion: tuple[int, int, int], expected: tuple[str, Basis] | None
) -> None:
    posts = [post(1, "Rain.", printed(None, month, day, **BST)), post(2, "Rain.", printed(*companion, **BST))]
    assert expected == dated(resolve([source(1), source(2)], posts))[0]


def test_a_day_after_the_source_was_read_is_last_year_s() -> None:
    read = datetime(2025, 5, 20, tzinfo=UTC)
    posts = [post(1, "Rain.", printed(None, 9, 1, **BST)), post(2, "Rain.", printed(2025, 1, 11, **BST))]
    assert dated(resolve([source(1, read_at=read), source(2)], posts))[0] == ("2024-09-01", Basis.INFERRED)


def test_a_day_that_contradicts_the_text_is_not_taken() -> None:
    posts = [
        post(1, f"{SHARED}. An inquiry is due to open on 20 May."),
        post(2, f"Update: {SHARED}, officials say.", printed(2025, 5, 29, **BST)),
    ]
    assert None is dated(resolve([source(1), source(2)], posts))[0]


def test_order_of_sources_does_not_matter() -> None:
    sources = [source(1), source(2, printed_time=printed(2025, 5, 29)), source(3)]
    posts = [
        post(1, "Rain.", printed(None, 5, 28, **BST)),
        post(2, f"{SHARED}."),
        post(3, f"{SHARED}, they say."),
    ]
    forward = {each.id: each.published for each in resolve(sources, posts)}
    backward = {each.id: each.published for each in resolve(sources[::-1], posts[::-1])}
    assert forward == backward


NUMBERS = st.one_of(st.none(), st.integers(-5, 70), st.integers(0, 10000))


@given(
    st.lists(
        st.builds(
            PrintedTime,
            text=st.just("x"),
            year=NUMBERS,
            month=NUMBERS,
            day=NUMBERS,
            hour=NUMBERS,
            minute=NUMBERS,
            zone=st.one_of(st.none(), st.text(max_size=5)),
            utc_offset=st.one_of(st.none(), st.integers(-3000, 3000)),
        )
        | st.none(),
        max_size=6,
    )
)
def test_no_printed_time_raises(times: list[PrintedTime | None]) -> None:
    sources = [source(number, guessed_year=9999 if number % 2 else None) for number in range(len(times))]
    posts = [post(number, "On Monday, 12 May it ends.", time) for number, time in enumerate(times)]
    found = resolve(sources, posts)
    assert posts == [replace(each, published=None) for each in found]
    assert all(
        timedelta(hours=24) > abs(each.published.at.utcoffset() or timedelta(0)) for each in found if each.published
    )


def test_the_date_that_the_user_said_is_that_of_a_source_which_prints_none() -> None:
    said = printed(2026, 11, 26, hour=16, minute=15, zone="GMT", utc_offset=0)
    (found,) = resolve([source(1, kind=SourceKind.ARTICLE, said_time=said)], [post(1)])
    assert found.published is not None
    assert datetime(2026, 11, 26, 16, 15, tzinfo=UTC) == found.published.at
    assert (found.published.basis, found.published.evidence) == (Basis.STATED, "you")
    assert full_published(found, UTC) == "Thu 26 Nov 2026 16:15 UTC (date set by you)"


@pytest.mark.parametrize(
    ("own", "its_posts"),
    [(printed(2025, 5, 29), [post(1)]), (None, [post(1, time=printed(2025, 5, 29)), post(1, n=2)])],
)
def test_the_date_that_the_user_said_moves_none_that_is_printed(own: PrintedTime | None, its_posts: list[Post]) -> None:
    posts = resolve([source(1, printed_time=own, said_time=printed(2026, 11, 26))], its_posts)
    assert [day for day, _ in filter(None, dated(posts))] == ["2025-05-29"]
    assert all(each.published.evidence == "" for each in posts if each.published)


def test_posts_of_a_live_page_without_a_clock_take_the_day_that_the_user_said_and_not_its_hour() -> None:
    said = printed(2026, 11, 26, hour=16, minute=15, zone="GMT", utc_offset=0)
    for found in resolve([source(1, said_time=said)], [post(1), post(1, n=2)]):
        assert found.published is not None
        assert (found.published.precision, found.published.day.day) == (Precision.DAY, 26)


def clocks(*hours: float) -> list[Post]:
    return [post(1, time=printed(hour=int(at), minute=round(at % 1 * 60)), n=n) for n, at in enumerate(hours, start=1)]


@pytest.mark.parametrize(
    ("said", "hours", "days"),
    [
        ({}, (0.5, 23.5, 22), [("2026-11-26", "guessed"), ("2026-11-25", "guessed"), ("2026-11-25", "guessed")]),
        ({"hour": 1, "minute": 0}, (0.5, 23.5, 22), [("2026-11-26", "stated"), ("2026-11-25", "inferred"), ("2026-11-25", "inferred")]),
        ({"hour": 0, "minute": 5}, (23.5, 22, 1, 23), [("2026-11-25", "inferred")] * 3 + [("2026-11-24", "inferred")]),
        ({"hour": 16, "minute": 0}, (0.5, 23.5), [("2026-11-26", "guessed"), ("2026-11-25", "guessed")]),
        ({"hour": 3, "minute": 0}, (22, 23.5, 0.5, 1), [("2026-11-25", "inferred")] * 2 + [("2026-11-26", "stated")] * 2),
        ({}, (16, 15, 15.5, 9), [("2026-11-26", "stated")] * 4),
        ({}, (9, 11.5, 11, 10), [("2026-11-26", "guessed")] + [("2026-11-26", "stated")] * 3),
        ({}, (9, 11, 16, 22), [("2026-11-26", "stated")] * 4),
    ],
)  # fmt: skip
def test_the_day_that_the_user_said_changes_where_clocks_pass_midnight(
    said: dict[str, int], hours: tuple[float, ...], days: list[tuple[str, str]]
) -> None:
    assert dated(resolve([source(1, said_time=printed(2026, 11, 26, **said))], clocks(*hours))) == days


def test_clocks_in_another_zone_than_the_hour_that_the_user_said_are_compared_as_moments() -> None:
    said = printed(2026, 11, 26, hour=1, minute=0, zone="CET", utc_offset=60)
    posts = [
        replace(each, printed_time=replace(each.printed_time, zone="GMT", utc_offset=0))
        for each in clocks(23.75, 22, 1, 23)
    ]
    found = resolve([source(1, said_time=said)], posts)
    assert dated(found) == [("2026-11-25", "inferred")] * 3 + [("2026-11-24", "inferred")]
    assert full_published(found[0], UTC) == "Wed 25 Nov 2026 23:45 UTC (date inferred)"


def test_only_a_live_page_is_read_so() -> None:
    feed = source(1, kind=SourceKind.FEED, said_time=printed(2026, 11, 26))
    assert dated(resolve([feed], clocks(0.5, 23.5, 22))) == [("2026-11-26", "stated")] * 3


def test_a_printed_clock_stands_on_the_day_that_the_user_said() -> None:
    said = printed(2026, 11, 26, hour=16, minute=15)
    (found,) = resolve([source(1, said_time=said)], [post(1, time=printed(hour=9, minute=5, zone="GMT", utc_offset=0))])
    assert found.published is not None
    assert datetime(2026, 11, 26, 9, 5, tzinfo=UTC) == found.published.at
