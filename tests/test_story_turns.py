"""Turns of a transcript among what somebody says: by the name that the story calls the speaker."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve_with_named
from newsdesk.model import Facts, Post, Source, SourceKind
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.filter import NOBODY_NAMED, Filter, shown_posts
from newsdesk.story.part import Conditions, filter_of, part_of
from newsdesk.story.turns import only_in_turns, turn_speakers
from newsdesk.story.wording import headline_words

CLOCK = Clock(Mode.NEWEST, datetime(2031, 6, 3, 12, tzinfo=UTC))
SOURCE = Source(SourceKind.TRANSCRIPT, "evening.vtt", id=1)


def story(*posts: Post | str) -> Story:
    made = [post if isinstance(post, Post) else Post(n=1, text=post) for post in posts]
    made = [replace(post, n=number, id=number, source_id=1) for number, post in enumerate(made, start=1)]
    quotes, statements, actors, named = resolve_with_named(made, [post_candidates(post) for post in made])
    facts = Facts(quotes=quotes, statements=statements, actors=actors, named=named)
    return Story("Harbour", (SOURCE,), tuple(made), found=facts)


def turn(speaker: str | None, text: str = "The gates open on Friday.") -> Post:
    return Post(n=1, text=text, speaker=speaker, at=3.0)


QUOTED = "Councillor Mirela Costa said: “We open on Friday.” Bo Ek was not there."


def shown(there: Story, actor: str) -> list[int]:
    return [post.id for post in shown_posts(there, Filter(actor=actor), CLOCK)]


@pytest.mark.parametrize("speaker", ["Mirela Costa", "MIRELA COSTA"])
def test_the_turns_of_an_actor_stand_beside_the_posts_that_quote_it(speaker: str) -> None:
    there = story(QUOTED, turn(speaker), turn("Bo Ek"), turn(None))
    assert shown(there, "Mirela Costa") == [1, 2]
    assert shown(there, "Bo Ek") == [3]
    assert shown(there, NOBODY_NAMED) == []


def test_a_name_that_two_actors_have_is_neither() -> None:
    there = story(
        "Mirela Costa said: “We open on Friday.” “Good,” Costa said.",
        "Bruno Costa said: “We do not.” “Never,” Costa said.",
        turn("Costa"),
    )
    assert turn_speakers(there) == {"Costa": "Costa"}


@pytest.mark.parametrize(
    ("quoted", "speaker", "name"),
    [
        (QUOTED, "Councillor Mirela Costa", "Mirela Costa"),
        (QUOTED, "COUNCILLOR MIRELA COSTA", "Mirela Costa"),
        (QUOTED, "Deputy Mayor Mirela Costa", "Mirela Costa"),
        (QUOTED, "Councillor Costa", "Mirela Costa"),
        ("King Harald said: “We open on Friday.”", "King Harald", "King Harald"),
        # Whose surname it is, nothing tells.
        (QUOTED + " Mayor Bruno Costa said: “We do not.”", "Councillor Costa", "Councillor Costa"),
        # The only one of that surname; not one whose first name tells another gender.
        (QUOTED, "Mrs Costa", "Mirela Costa"),
        (QUOTED, "MS. COSTA", "Mirela Costa"),
        (QUOTED, "Mr Ek", "Bo Ek"),
        (QUOTED, "Mr Costa", "Mr Costa"),
        (QUOTED + " Bruno Costa was there.", "Mrs Costa", "Mrs Costa"),
        (QUOTED + " Costa Ferries was there.", "Ms Ferries", "Ms Ferries"),
        (QUOTED, "Councillor Ek", "Councillor Ek"),
        # Whose office a title is, whatever that is of; not a deputy's.
        ("Mirela Costa, the mayor of Selby, said: “We open on Friday.”", "MAYOR COSTA", "Mirela Costa"),
        ("Selby mayor Mirela Costa said: “We open on Friday.”", "Mayor Costa", "Mirela Costa"),
        ("Mirela Costa, a senator from Ohio, said: “We open on Friday.”", "SEN. COSTA", "Mirela Costa"),
        ("Mirela Costa, the deputy mayor of Selby, said: “We open on Friday.”", "MAYOR COSTA", "MAYOR COSTA"),
        (QUOTED, "The Mayor", "The Mayor"),
        (QUOTED, "Councillor", "Councillor"),
    ],
)
def test_a_title_before_a_turn_s_name_is_no_part_of_it(quoted: str, speaker: str, name: str) -> None:
    assert turn_speakers(story(quoted, turn(speaker)))[speaker] == name


def test_turns_of_one_with_a_title_and_without_are_one_s() -> None:
    there = story(turn("CLLR ANA RUIZ"), turn("Councillor Ana Ruiz"), turn("Ana Ruiz"), turn("Dr Bo Ek"))
    assert only_in_turns(there, CLOCK) == [("Ana Ruiz", 3), ("Dr Bo Ek", 1)]


def test_who_only_speaks_in_turns_can_be_asked_for_and_is_one_in_any_letters() -> None:
    there = story(QUOTED, turn("Ana Ruiz"), turn("ANA RUIZ"), turn("Bo Ek"), turn("Mirela Costa"))
    assert only_in_turns(there, CLOCK) == [("Ana Ruiz", 2), ("Bo Ek", 1)]
    wanted = filter_of(there, Conditions(actor="ruiz"), CLOCK, UTC)
    assert [post.id for post in part_of(there, wanted, CLOCK).posts] == [2, 3]


def test_a_turn_is_no_quote() -> None:
    there = story(turn("Ana Ruiz"))
    assert there.facts.quotes == ()


def test_where_a_headline_is_wanted_a_turn_shows_who_speaks_and_how_it_begins() -> None:
    assert headline_words(turn("Ana Ruiz")) == "Ana Ruiz: The gates open on Friday."
    assert headline_words(turn("Ana Ruiz", "")) == "Ana Ruiz:"
    assert headline_words(turn(None)) == "The gates open on Friday."
    long = headline_words(turn("Ana Ruiz", "The gates open on Friday, " * 20))
    assert long.startswith("Ana Ruiz: The gates open")
    assert long.endswith("…")
    assert len(long) < 140
