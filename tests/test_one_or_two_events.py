"""Whether two sources tell of one event, what is none, and how long one lasts; sentences of our own."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Final

import pytest
from sources_apart import events_of
from steps import assert_linear

from newsdesk.find.dates.in_story import post_candidates, resolve_story
from newsdesk.find.events.in_story import find_events
from newsdesk.model import Basis, Event, Post, Precision, Published

FRIDAY: Final = datetime(2026, 11, 20, 10, 0, tzinfo=UTC)


def row(event: Event) -> str:
    """Day, last day, hour and name of an event."""
    last = f"/{event.end:%d.%m}" if event.end else ""
    hour = f" {event.at.astimezone(UTC):%H:%M}" if event.at else ""
    return f"{event.start:%d.%m}{last}{hour} {event.title}"


def rows(*texts: str, at: datetime = FRIDAY) -> list[str]:
    """Those of posts of Friday 20 November 2026, from 10:00."""
    return [row(event) for event in events_of(*texts, at=at)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor's trial begins on Monday.", "The banker's trial opens on Monday."),
        ("The trial of the mayor begins on Monday in Kell.", "The trial of the surgeon begins on Monday."),
        ("The trial of mayor Ada Holm begins on Monday.", "The banker's trial opens on Monday."),
        ("The board's meeting is on Tuesday in Orme.", "The union's meeting is on Tuesday in Orme."),
        ("The board meets in Orme on Tuesday.", "The union meets in Orme on Tuesday."),
        ("The bishop's funeral is on Thursday in Kell.", "The singer's funeral is on Thursday in Kell."),
        ("Lena Abel is due in court on Monday.", "The trial of the three bakers continues on Monday."),
        ("Paul Dane is due in court on Monday.", "The trial continues on Monday."),
        ("Kelm play Orme in the cup on Saturday.", "The Northern League match between Dene and Brede is on Saturday."),
        ("Minister Ola Brandt visits Port Sarn on Monday.", "All schools in Port Sarn will be closed on Monday."),
    ],
)
def test_two_sources_tell_of_two_things(one: str, other: str) -> None:
    assert len(events_of(one, other, at=FRIDAY)) == len(events_of(other, one, at=FRIDAY)) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The mayor's trial begins on Monday.", "The trial of mayor Ada Holm begins on Monday in Kell."),
        ("The mayor's trial begins on Monday.", "The mayor goes on trial on Monday."),
        ("The striker's hearing is on Monday.", "The captain's hearing is on Monday."),
        ("The banker's trial begins on Monday.", "The trial of the mayor, a former banker, begins on Monday."),
        ("The council's meeting is on Tuesday in Orme.", "The authority's meeting is on Tuesday in Orme."),
        ("A baker is due in court in Orme on Monday.", "A former mayor is due in court in Orme on Monday."),
        ("Paul Dane is due in court on Monday.", "The hearing is on Monday at 10am."),
        ("Paul Dane is due in court on Monday.", "The trial of Paul Dane continues on Monday."),
        ("The Northern League match between Kelm and Orme is on Saturday.", "Kelm v Orme kicks off on Saturday."),
    ],
)
def test_two_sources_tell_of_one_thing(one: str, other: str) -> None:
    (event,) = events_of(one, other, at=FRIDAY)
    assert {mention.post_id for mention in event.mentions} == {1, 2}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Premier Ana Ruiz survived a confidence vote by three votes on Friday night.", []),
        ("The speaker survived an attempt to remove her in a vote on Friday night.", []),
        ("The bill squeaked through by two votes on Friday night.", []),
        ("The council votes on Friday night.", ["20.11 Council vote"]),
        ("Ruiz faces an attempt to remove her in a vote on Monday.", ["23.11 Ruiz faces attempt"]),
        ("Oxley came from behind to beat Brede on Friday night.", []),
        ("Oxley scored twice in stoppage time to beat Brede on Friday night.", []),
        ("Oxley, who came fourth last season, hope to beat Kelm on Monday.", ["23.11 Oxley to beat Kelm"]),
        ("Love goes to Ann and her family on Monday.", []),
        ("Daddy closes the show on Sunday, the theatre said.", []),
        ("A judge is due on Monday.", []),
        ("Our live page returns on Monday.", []),
        ("Our live coverage resumes at 7am on Saturday.", []),
        ("Live coverage of the vote resumes here on Monday.", []),
        ("The podcast returns on Tuesday.", ["24.11 Podcast returns"]),
        ("But Pell faces a confidence vote on Monday.", ["23.11 Pell confidence vote"]),
        ("Instead Holm faces a vote on Tuesday.", ["24.11 Holm faces vote"]),
        ("A jury found Kern guilty on Thursday and he will be sentenced on Monday.", ["23.11 Kern to be sentenced"]),
        ("Dene travel to Kell to play Brede on Sunday.", ["22.11 Dene v Brede"]),
        ("Fans' kick-off is on Saturday.", ["21.11 Kick-off"]),
        ("The residents' meeting is on Saturday.", ["21.11 Residents' meeting"]),
        ("Judge Mara Lind will rule on Tuesday.", ["24.11 Lind ruling"]),
    ],
)
def test_what_is_over_and_what_is_none_makes_no_event(text: str, expected: list[str]) -> None:
    assert rows(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Rail workers will strike for two days from 8 December.", "08.12/09.12 Rail workers strike"),
        ("Nurses will walk out for three days from Monday.", "23.11/25.11 Nurses to walk out"),
        ("President Holt flies to Norland on Monday for a three-day visit.", "23.11/25.11 Holt visit to Norland"),
        ("The minister arrives in Sarn on Monday for two days of talks.", "23.11/24.11 Minister arrives in Sarn"),
        ("The conference will last three days, starting on 1 December.", "01.12/03.12 Conference"),
        ("The port will close for a week from 1 December.", "01.12/07.12 Port to close"),
        ("The tour runs for two weeks from 1 December.", "01.12/14.12 Tour"),
        ("Junior doctors begin a 48-hour strike at 7am on Monday.", "23.11/25.11 07:00 48-hour strike"),
        ("A 48-hour strike begins on Monday.", "23.11/24.11 48-hour strike"),
        ("A 72-hour strike by pilots begins on Thursday.", "26.11/28.11 72-hour strike by pilots"),
        ("The exhibition, planned for six days, opens on 1 December.", "01.12/06.12 Exhibition opens"),
        ("The inquest, listed for three days, opens on Monday.", "23.11/25.11 Inquest opens"),
        ("Voting opens at 9am on Monday and closes at 5pm on Friday.", "23.11/27.11 09:00 Voting opens"),
        # A court rests at weekends, and an estimate, a truce and a ban have no last day of which anybody is sure.
        ("The inquest, listed for three days, opens on Friday 27 November.", "27.11 Inquest opens"),
        ("The trial, expected to last three weeks, opens on Monday.", "23.11 Trial opens"),
        ("The truce will hold for three days from Monday.", "23.11 Truce start"),
        ("Holm travels to Sarn on Monday for talks.", "23.11 Holm visit to Sarn"),
    ],
)
def test_what_has_its_days_counted_lasts_so_long(text: str, expected: str) -> None:
    assert rows(text) == [expected]


def test_a_new_hour_is_taken_from_below_a_headline_that_opens_with_a_noun() -> None:
    texts = [
        ("Storm changes plans", "Brede v Oxley kicks off at 3pm on Saturday."),
        ("Derby start moved", "Saturday's match has been brought forward from 3pm to 1pm, the police said."),
    ]
    published = Published(FRIDAY, Precision.MINUTE, Basis.STATED)
    posts = [
        Post(
            n=1,
            headline=headline,
            text=text,
            id=n,
            source_id=n,
            published=replace(published, at=FRIDAY + timedelta(hours=n)),
        )
        for n, (headline, text) in enumerate(texts, start=1)
    ]
    found = find_events(posts, resolve_story(posts, [post_candidates(post) for post in posts]), FRIDAY)
    assert [row(event) for event in found] == ["21.11 13:00 Brede v Oxley"]


@pytest.mark.parametrize(
    "piece",
    [
        "The board's meeting with the union's board is on Tuesday. ",
        "for two days from Monday and ",
        "Kelm and Orme play ",
    ],
)
def test_finding_takes_time_linear_in_the_text(piece: str) -> None:
    assert_linear(lambda size: events_of(piece * (size // len(piece)), at=FRIDAY))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Rebels who lost the last ballot plan to oust the leader on Monday.", 23),
        ("The party won the ballot and intends to replace its leader on Monday.", 23),
        ("Oxley, who came fourth last season, hope to beat Kelm on Monday.", 23),
        ("The mayor survived an attempt to oust her on Monday.", 16),
        ("Oxley rallied after the break to win on Monday.", 16),
    ],
)
def test_what_is_planned_by_those_who_won_or_lost_before_lies_ahead(text: str, day: int) -> None:
    post = Post(n=1, text=text, id=1, published=Published(FRIDAY, Precision.MINUTE, Basis.STATED))
    timexes = resolve_story([post], [post_candidates(post)])
    assert timexes[-1].value == f"2026-11-{day}"


def test_many_owners_of_one_day_take_time_linear_in_their_posts() -> None:
    owners = ("mayor", "banker", "jockey", "nurse", "farmer", "singer", "coach", "priest", "pilot", "chef")
    told = [f"The {owners[n % len(owners)]}'s trial begins on Monday in Kell." for n in range(400)]
    assert_linear(lambda size: events_of(*told[:size], at=FRIDAY), small=40)
