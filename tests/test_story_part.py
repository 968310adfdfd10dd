"""A part of a story: what stands in the posts that a filter lets through, and a filter in a person's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from test_export import AS_OF, CEST, CRANE, LIVE, LOST, STORY, VOTE

from newsdesk.model import Actor, ActorKind, Facts
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.filter import NOBODY_NAMED, Filter
from newsdesk.story.part import Conditions, filter_of, part_of

CLOCK = Clock(Mode.CHOSEN, AS_OF)


def part(**conditions):
    return part_of(STORY, filter_of(STORY, Conditions(**conditions), CLOCK, CEST), CLOCK)


def test_without_conditions_it_is_the_whole_story():
    assert part() is STORY


def test_a_part_holds_what_its_posts_say_and_nothing_else():
    found = part(since="3 June 2031 10:00")
    assert [post.id for post in found.posts] == [VOTE.id]
    assert [source.id for source in found.sources] == [LIVE.id]
    assert {quote.post_id for quote in found.facts.quotes} == {VOTE.id}
    assert [event.title for event in found.facts.events] == ["Harbour vote"]
    assert [mention.post_id for event in found.facts.events for mention in event.mentions] == [VOTE.id]


def test_with_an_actor_only_its_words_are_left():
    found = part(actor="ada quist")
    assert {quote.speaker for quote in found.facts.quotes} == {"Ada Quist"}
    assert [actor.name for actor in found.facts.actors] == ["Ada Quist"]


def test_what_names_no_speaker_can_be_asked_for():
    assert {quote.speaker for quote in part(actor=NOBODY_NAMED).facts.quotes} <= {None}


def test_a_source_keeps_its_name_in_a_part():
    assert [str(part(source="harbour.txt").tag(LIVE.id))] == [str(STORY.tag(LIVE.id))]


@pytest.mark.parametrize(
    "name", ["Coast Herald", "coast", "harbour.txt", "Harbour vote", "coast herald · harbour vote"]
)
def test_a_source_is_named_by_any_of_its_names(name):
    assert {post.source_id for post in part(source=name).posts} == {LIVE.id}


def test_conditions_combine():
    assert part(label="BREAKING", text="strike").posts == []
    assert [post.id for post in part(source="coast", text="strike").posts] == [CRANE.id]


def test_a_time_leaves_undated_posts_out():
    assert LOST.id not in {post.id for post in part(until="today").posts}


@pytest.mark.parametrize(
    ("conditions", "words"),
    [
        ({"actor": "Nemo"}, "--actor: nobody is called “Nemo”; newsdesk actors lists who is quoted"),
        ({"source": "Nemo"}, "--source: no source is called “Nemo”; newsdesk sources lists them"),
        ({"label": "Nemo"}, "--label: no label is called “Nemo”; in this story: Breaking"),
        ({"text": ' " '}, '--text: there are no words to look for in "'),
        ({"source": "r"}, "--source: “r” could mean 2 sources: Coast Herald, Crane [draft] *notes*"),
    ],
)
def test_a_name_that_the_story_does_not_have_is_one_line(conditions, words):
    with pytest.raises(ValueError, match=r"^--") as caught:
        filter_of(STORY, Conditions(**conditions), CLOCK, CEST)
    assert str(caught.value) == words


def test_of_many_who_could_be_meant_five_are_named():
    many = replace(STORY, found=Facts(actors=tuple(Actor(f"Ann {letter}", ActorKind.PERSON) for letter in "ABCDEFG")))
    with pytest.raises(ValueError, match=r"“ann” could mean 7 actors: Ann A, Ann B, Ann C, Ann D, Ann E and 2 more$"):
        filter_of(many, Conditions(actor="ann"), CLOCK, CEST)


def test_a_surname_that_two_have_means_neither():
    bo, cy = Actor("Bo Rask", ActorKind.PERSON, aliases=("Rask",)), Actor("Cy Rask", ActorKind.PERSON)
    two = replace(STORY, found=Facts(actors=(bo, cy, Actor("Rask's lawyers", ActorKind.COLLECTIVE))))
    with pytest.raises(ValueError, match=r"“rask” could mean 2 actors: Bo Rask, Cy Rask$"):
        filter_of(two, Conditions(actor="rask"), CLOCK, CEST)
    assert filter_of(two, Conditions(actor="Cy Rask"), CLOCK, CEST).actor == "Cy Rask"
    one = replace(STORY, found=Facts(actors=(bo, Actor("Rask's lawyers", ActorKind.COLLECTIVE))))
    assert filter_of(one, Conditions(actor="rask"), CLOCK, CEST).actor == "Bo Rask"


def test_times_are_read_as_looked_at_from_the_clock():
    wanted = filter_of(STORY, Conditions(since="10:00", until="today"), CLOCK, CEST)
    assert wanted == Filter(since=datetime(2031, 6, 3, 8, tzinfo=UTC), until=datetime(2031, 6, 3, 22, tzinfo=UTC))
