"""The user's word on speakers and actors, over what was found."""

import re
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from story_of import story

from newsdesk.model import Actor, ActorKind, Facts, Mark, Post, Quote, QuoteKind, Statement
from newsdesk.story import Story
from newsdesk.story.corrections import (
    NAME,
    NOBODY,
    SPEAKER,
    Correction,
    as_found,
    name_after,
    name_as_found,
    named,
    spoken_by,
    spot,
)
from newsdesk.story.filter import NOBODY_NAMED
from newsdesk.story.name_choices import (
    MOST,
    Answer,
    NameChoice,
    actor_choices,
    matching,
    may_be_renamed,
    speaker_choices,
)
from newsdesk.story.quotes import ActorRow

NOON = datetime(2025, 5, 11, 12, tzinfo=UTC)
LATER = NOON + timedelta(minutes=1)


def said(post_id: int, text: str, speaker: str | None, start: int = 0, **changes) -> Quote:
    values = {"surface": speaker, "via": None, "confidence": 0.9} | changes
    return Quote(post_id, "text", start, start + len(text), text, QuoteKind.DIRECT, speaker, **values)


def told(*quotes: Quote, actors: tuple[Actor, ...] = (), statements: tuple[Statement, ...] = ()) -> Story:
    people = actors or tuple(
        Actor(name, ActorKind.PERSON, quotes=sum(quote.speaker == name for quote in quotes))
        for name in dict.fromkeys(quote.speaker for quote in quotes if quote.speaker)
    )
    posts = [Post(n=1, id=number, text="“A.” he said. “B.”") for number in {quote.post_id for quote in quotes}]
    return Story("s", posts=posts, found=Facts(quotes=quotes, statements=statements, actors=people))


def after(one: Story, correction: Correction) -> Story:
    return one.with_marks(one.marks - set(correction.remove) | set(correction.add))


def speakers(one: Story) -> list[str | None]:
    return [quote.speaker for quote in one.facts.quotes]


def set_speaker(one: Story, quote: Quote, name: str, at: datetime = NOON) -> Story:
    return after(one, spoken_by(one.corrected, [spot(quote)], name, at))


def call(one: Story, name: str, new: str, at: datetime = NOON) -> Story:
    return after(one, named(one.corrected, name, new, at))


def names(one: Story) -> list[tuple[str, int]]:
    return [(actor.name, actor.quotes) for actor in one.facts.actors]


def test_without_corrections_the_facts_are_those_found():
    one = story()
    assert one.facts is one.found


def test_a_speaker_that_the_user_sets_is_certain_and_said_to_be_the_user_s():
    one = told(said(1, "We stay", "Jo Tan", confidence=0.4), said(2, "We go", "Ana Ruiz"))
    fixed = set_speaker(one, one.found.quotes[0], "Ana Ruiz")
    assert speakers(fixed) == ["Ana Ruiz", "Ana Ruiz"]
    quote = fixed.facts.quotes[0]
    assert (quote.confidence, quote.corrected, quote.surface) == (1.0, True, None)
    assert not fixed.facts.quotes[1].corrected
    assert names(fixed) == [("Ana Ruiz", 2)]


def test_the_last_of_two_words_holds_and_taking_it_back_leaves_what_was_found():
    one = told(said(1, "We stay", "Jo Tan"))
    quote = one.found.quotes[0]
    twice = set_speaker(set_speaker(one, quote, "Ana Ruiz"), quote, "Li Wu", LATER)
    assert speakers(twice) == ["Li Wu"]
    assert len(twice.marks) == 1  # the first word is gone, not hidden below the second
    assert after(twice, as_found(twice.corrected, [spot(quote)])).facts == one.found


def test_what_two_processes_say_at_once_is_settled_by_the_moment():
    one = told(said(1, "We stay", "Jo Tan"))
    marks = [
        Mark(SPEAKER, 1, "Ana Ruiz", LATER, words="We stay"),
        Mark(SPEAKER, 1, "Li Wu", NOON, words="We stay"),
    ]
    assert speakers(one.with_marks(frozenset(marks))) == ["Ana Ruiz"]


def test_a_word_that_another_process_overrode_teaches_nothing():
    text = "“Go,” he said. “Stay.”"
    go, stay = (said(1, words, "Jo Tan", text.index(words), surface="he") for words in ("Go,", "Stay."))
    far, away = (said(post, "We will stay out", "Jo Tan") for post in (2, 3))
    posts = [Post(n=1, id=1, text=text), *(Post(n=1, id=number, text="") for number in (2, 3))]
    marks = {
        Mark(SPEAKER, one.post_id, name, at, words=one.text, start=one.start)
        for one in (go, far)
        for name, at in (("Li Wu", NOON), ("Ana Ruiz", LATER))
    }
    one = Story("s", posts=posts, marks=frozenset(marks), found=Facts(quotes=(go, stay, far, away)))
    assert speakers(one) == ["Ana Ruiz"] * 4


def test_nobody_s_words_are_no_quotes_and_can_be_brought_back():
    one = told(said(1, "special operation", "Jo Tan"), said(1, "We stay", "Jo Tan", 30))
    quote = one.found.quotes[0]
    without = set_speaker(one, quote, NOBODY)
    assert [quote.text for quote in without.facts.quotes] == ["We stay"]
    assert without.facts.nobodys == (quote,)
    assert names(without) == [("Jo Tan", 1)]
    assert after(without, as_found(without.corrected, [spot(quote)])).facts == one.found


def test_an_actor_of_whom_nothing_is_left_is_gone():
    one = told(said(1, "We stay", "Jo Tan"))
    assert set_speaker(one, one.found.quotes[0], NOBODY).facts.actors == ()


def test_a_name_nobody_had_becomes_an_actor():
    one = told(said(1, "We stay", None))
    assert names(set_speaker(one, one.found.quotes[0], "Mia Berg")) == [("Mia Berg", 1)]


def test_the_word_goes_with_the_words_when_the_post_is_edited():
    one = told(said(1, "We stay", "Jo Tan"))
    marks = set_speaker(one, one.found.quotes[0], "Ana Ruiz").marks
    moved = told(said(1, "We stay,", "Jo Tan", 400)).with_marks(marks)
    assert speakers(moved) == ["Ana Ruiz"]


def test_of_the_same_words_twice_in_a_post_the_ones_meant_are_corrected():
    one = told(said(1, "Yes", "Jo Tan", 10, surface="Tan"), said(1, "Yes", "Ana Ruiz", 90, surface="Ruiz"))
    assert speakers(set_speaker(one, one.found.quotes[1], "Li Wu")) == ["Jo Tan", "Li Wu"]


def test_the_same_words_at_the_start_of_headline_and_text_are_two_places():
    text = said(1, "No deal", "Jo Tan", 1)
    headline = replace(text, place="headline")
    one = told(headline, text)
    assert speakers(set_speaker(one, text, "Ana Ruiz")) == ["Jo Tan", "Ana Ruiz"]
    assert speakers(set_speaker(one, headline, "Ana Ruiz")) == ["Ana Ruiz", "Jo Tan"]
    both = after(one, spoken_by(one.corrected, [spot(headline), spot(text)], "Ana Ruiz", NOON))
    assert speakers(both) == ["Ana Ruiz", "Ana Ruiz"]


def test_corrections_of_words_that_a_post_repeats_thousands_of_times_cost_little():
    quotes = tuple(said(1, "a deal", "Jo Tan", 20 * number) for number in range(4000))
    one = Story("s", posts=[Post(n=1, id=1, text="x" * 80_000)], found=Facts(quotes=quotes))
    began = process_time()
    fixed = after(one, spoken_by(one.corrected, [spot(quote) for quote in quotes], "Ana Ruiz", NOON))
    assert speakers(fixed) == ["Ana Ruiz"] * 4000
    assert process_time() - began < 3  # 0.1 s; pair by pair it takes half a minute


@pytest.mark.parametrize(
    ("text", "found_elsewhere", "there"),
    [
        ("We will stay out", "Jo Tan", "Ana Ruiz"),  # the same mistake
        ("We will stay out", None, "Ana Ruiz"),  # nobody was found
        ("We will stay out", "Li Wu", "Li Wu"),  # found otherwise: two may say the same
        ("a joke", "Jo Tan", "Jo Tan"),  # few words are anybody's
    ],
)
def test_the_same_words_in_a_later_source_follow(text, found_elsewhere, there):
    one = told(said(1, text, "Jo Tan"))
    marks = set_speaker(one, one.found.quotes[0], "Ana Ruiz").marks
    more = told(said(1, text, "Jo Tan"), said(2, f"{text},", found_elsewhere)).with_marks(marks)
    assert speakers(more) == ["Ana Ruiz", there]


def test_nobody_s_words_are_nobody_s_in_later_sources_where_the_same_mistake_is_made():
    one = told(said(1, "the deal", "Jo Tan"))
    marks = set_speaker(one, one.found.quotes[0], NOBODY).marks
    more = told(said(1, "the deal", "Jo Tan"), said(2, "The deal", "Jo Tan"), said(3, "the deal", "Li Wu"))
    assert [quote.post_id for quote in more.with_marks(marks).facts.quotes] == [3]


def test_what_several_words_of_the_user_teach_can_be_taken_back_where_it_is_taught():
    one = told(*(said(post, "We will stay out", "Jo Tan") for post in (1, 2, 3)))
    both = set_speaker(set_speaker(one, one.found.quotes[0], "Ana Ruiz"), one.found.quotes[1], "Ana Ruiz", LATER)
    assert speakers(both) == ["Ana Ruiz"] * 3
    assert after(both, as_found(both.corrected, [spot(one.found.quotes[2])])).facts == one.found


def test_words_that_the_user_gave_to_two_people_teach_nothing():
    one = told(*(said(post, "We will stay out", "Jo Tan") for post in (1, 2, 3)))
    both = set_speaker(set_speaker(one, one.found.quotes[0], "Ana Ruiz"), one.found.quotes[1], "Li Wu", LATER)
    assert speakers(both) == ["Ana Ruiz", "Li Wu", "Jo Tan"]


def test_what_the_same_he_says_in_the_paragraph_follows_and_what_stands_further_down_does_not():
    text = "“A, sir.” he said. “B, sir.”\n\n“C, sir,” he said."
    quotes = tuple(
        said(1, words, "Jo Tan", text.index(words), surface="he") for words in ("A, sir", "B, sir", "C, sir")
    )
    one = Story("s", posts=[Post(n=1, id=1, text=text)], found=Facts(quotes=quotes))
    assert speakers(set_speaker(one, quotes[0], "Ana Ruiz")) == ["Ana Ruiz", "Ana Ruiz", "Jo Tan"]
    assert speakers(set_speaker(one, quotes[0], NOBODY)) == ["Jo Tan", "Jo Tan"]


@pytest.mark.parametrize(
    ("text", "surface", "set_one", "then"),
    [
        # Who says the other is told beside it: the user said nothing of that.
        ("Mr Tan blamed him for “the fog,” Ms Ruiz for “the frost.”", "Mr Tan", 1, ["Jo Tan", "Ana Ruiz"]),
        ("Mr Tan blamed him for “the fog,” Ms Ruiz for “the frost.”", "Mr Tan", 0, ["Ana Ruiz", "Jo Tan"]),
        ("“A, sir,” he said. “B, sir,” he replied.", "he", 0, ["Ana Ruiz", "Jo Tan"]),
        ("“A, sir,” he said. “B, sir?” he asked.", "he", 0, ["Ana Ruiz", "Jo Tan"]),
        ("“A, sir,” Mr Tan said. “B, sir?” Mr Tan asked.", "Mr Tan", 0, ["Ana Ruiz", "Jo Tan"]),
        ("He said “a thing or two”. Later he wrote “a book or two”.", "he", 0, ["Ana Ruiz", "Jo Tan"]),
        # Nothing tells that the first is not as it was found.
        ("“A, sir,” Mr. Tan said. “B, sir.”", "Mr. Tan", 1, ["Jo Tan", "Ana Ruiz"]),
        ("“A, sir,” Mr. Tan said. The hall laughed. “B, sir.”", "Mr. Tan", 0, ["Ana Ruiz", "Jo Tan"]),
        # Only goes on.
        ("“A, sir,” Mr. Tan said. “B, sir.”", "Mr. Tan", 0, ["Ana Ruiz", "Ana Ruiz"]),
        ("“A, sir,” Mr Tan said, “and B, sir.”", "Mr Tan", 0, ["Ana Ruiz", "Ana Ruiz"]),
        ("“A, sir,” Mr Tan said, “and B, sir.”", "Mr Tan", 1, ["Ana Ruiz", "Ana Ruiz"]),
        ("Mr Tan called it “a loss” and “a shame”.", "Mr Tan", 0, ["Ana Ruiz", "Ana Ruiz"]),
    ],
)
def test_only_what_has_no_word_of_saying_of_its_own_goes_along(text, surface, set_one, then):
    spans = [(found.start(1), found.group(1)) for found in re.finditer("“([^”]+)”", text)]
    quotes = tuple(said(1, words, "Jo Tan", start, surface=surface) for start, words in spans)
    one = Story("s", posts=[Post(n=1, id=1, text=text)], found=Facts(quotes=quotes))
    assert speakers(set_speaker(one, quotes[set_one], "Ana Ruiz")) == then


def test_who_says_nothing_any_more_is_still_offered():
    text = "Jo Tan blamed him for “the fog,” Ana Ruiz for “the frost.”"
    quotes = tuple(said(1, words, "Jo Tan", text.index(words)) for words in ("the fog", "the frost"))
    people = (Actor("Jo Tan", ActorKind.PERSON, ("Tan",), quotes=2),)
    one = Story("s", posts=[Post(n=1, id=1, text=text)], found=Facts(quotes=quotes, actors=people))
    both = set_speaker(set_speaker(one, quotes[0], "Ana Ruiz"), quotes[1], "Ana Ruiz", LATER)
    offered = speaker_choices(both, [spot(quotes[0])])
    assert [(choice.name, choice.note) for choice in offered[:2]] == [
        ("Ana Ruiz", "set by you"),
        ("Jo Tan", "named in this post"),
    ]
    assert [choice.name for choice in offered].count("Jo Tan") == 1


def test_a_second_thought_about_the_first_of_three_leaves_the_second_with_it():
    text = "“A, sir.” he said. “B, sir.” “C, sir,”"
    first, second, third = (
        said(1, words, "Jo Tan", text.index(words), surface="he") for words in ("A, sir", "B, sir", "C, sir")
    )
    one = Story("s", posts=[Post(n=1, id=1, text=text)], found=Facts(quotes=(first, second, third)))
    two = set_speaker(set_speaker(one, first, "Ana Ruiz"), third, "Li Wu", LATER)
    assert speakers(two) == ["Ana Ruiz", "Ana Ruiz", "Li Wu"]
    again = set_speaker(two, first, "Mia Berg", LATER + timedelta(minutes=1))
    assert speakers(again) == ["Mia Berg", "Mia Berg", "Li Wu"]


def test_what_a_speaker_quotes_as_his_own_follows_him_and_what_he_passes_on_does_not():
    text = "I told them I stay, they told me we go"
    outer = said(1, text, "Jo Tan", surface="the minister")
    own, other = (
        said(1, words, name, text.index(words), surface=surface, inside=(0, len(text)))
        for words, name, surface in (("I stay", "Jo Tan", "I"), ("we go", "Li Wu", "they"))
    )
    one = Story("s", posts=[Post(n=1, id=1, text=text)], found=Facts(quotes=(outer, own, other)))
    assert speakers(set_speaker(one, outer, "Ana Ruiz")) == ["Ana Ruiz", "Ana Ruiz", "Li Wu"]
    assert speakers(set_speaker(one, own, "Ana Ruiz")) == ["Jo Tan", "Ana Ruiz", "Li Wu"]


def test_statements_are_corrected_as_quotes_are():
    statement = Statement(1, "text", 50, 60, "talks will be held", "Jo Tan", 0.7)
    one = told(said(1, "We stay", "Jo Tan"), statements=(statement,))
    fixed = after(one, spoken_by(one.corrected, [spot(statement)], "Ana Ruiz", NOON))
    assert [(one.speaker, one.corrected) for one in fixed.facts.statements] == [("Ana Ruiz", True)]
    assert speakers(fixed) == ["Jo Tan"]


def test_an_actor_gets_another_name_in_everything_that_was_found():
    statement = Statement(1, "text", 50, 60, "talks will be held", "Jo Tan", 0.7)
    one = told(said(1, "We stay", "Jo Tan"), statements=(statement,))
    renamed = call(one, "Jo Tan", "Josephine Tan")
    (actor,) = renamed.facts.actors
    assert (actor.name, actor.aliases, actor.quotes, actor.corrected) == ("Josephine Tan", ("Jo Tan",), 1, True)
    assert [one.speaker for one in (*renamed.facts.quotes, *renamed.facts.statements)] == ["Josephine Tan"] * 2
    assert not renamed.facts.quotes[0].corrected  # who speaks is as found; only the name is the user's


def test_two_actors_with_one_name_are_one_and_several_again_when_it_is_taken_back():
    one = told(said(1, "We stay", "the envoy", confidence=0.5), said(2, "We go", "Jo Tan"))
    merged = call(one, "the envoy", "Jo Tan")
    assert speakers(merged) == ["Jo Tan", "Jo Tan"]
    assert names(merged) == [("Jo Tan", 2)]
    assert after(merged, name_as_found(merged.corrected, "Jo Tan")).facts == one.found


def test_whoever_is_named_again_takes_along_everybody_who_became_one_with_him():
    one = told(said(1, "A", "Tan"), said(2, "B", "the envoy"), said(3, "C", "Li Wu"))
    merged = call(call(one, "the envoy", "Tan"), "Tan", "Jo Tan", LATER)
    assert speakers(merged) == ["Jo Tan", "Jo Tan", "Li Wu"]
    back = call(merged, "Jo Tan", "the envoy", LATER + timedelta(minutes=1))
    assert speakers(back) == ["the envoy", "the envoy", "Li Wu"]


def test_a_name_the_user_gave_holds_when_later_sources_know_a_longer_one():
    one = told(said(1, "A", "Tan"), said(2, "B", "the envoy"))
    marks = call(call(one, "Tan", "Minister Tan"), "the envoy", "Ruiz", LATER).marks
    longer = told(
        said(1, "A", "Jo Tan"),
        said(2, "B", "the envoy"),
        said(3, "C", "Ana Ruiz"),
        actors=(
            Actor("Jo Tan", ActorKind.PERSON, ("Tan",)),
            Actor("Ana Ruiz", ActorKind.PERSON, ("Ruiz",)),
        ),
    ).with_marks(marks)
    assert speakers(longer) == ["Minister Tan", "Ana Ruiz", "Ana Ruiz"]


def test_a_speaker_whom_the_user_set_goes_along_when_later_sources_know_a_longer_name():
    one = told(said(1, "A", "Li Wu"), said(2, "B", "Tan"))
    marks = set_speaker(one, one.found.quotes[0], "Tan").marks
    actors = (Actor("Jo Tan", ActorKind.PERSON, ("Tan",)), Actor("Li Wu", ActorKind.PERSON))
    longer = told(said(1, "A", "Li Wu"), said(2, "B", "Jo Tan"), actors=actors).with_marks(marks)
    assert names(longer) == [("Jo Tan", 2)]


def test_who_was_called_by_a_name_is_found_when_names_change():
    one = told(said(1, "A", "Tan"), said(2, "B", "the envoy"), said(3, "C", "Li Wu"))
    renamed = call(one, "Tan", "Jo Tan")
    merged = call(renamed, "the envoy", "Li Wu", LATER)
    steps = [(one, renamed), (renamed, one), (renamed, merged), (merged, one), (one, call(one, "Tan", "Li Wu"))]
    then = {
        name: [name_after(name, one.found, before.marks, later.marks) for before, later in steps]
        for name in ("Tan", "Jo Tan", "the envoy", "Li Wu")
    }
    assert then == {
        "Tan": ["Jo Tan", "Tan", "Jo Tan", "Tan", "Li Wu"],
        "Jo Tan": ["Jo Tan", "Tan", "Jo Tan", "Tan", "Jo Tan"],
        "the envoy": ["the envoy", "the envoy", "Li Wu", "the envoy", "the envoy"],
        "Li Wu": ["Li Wu"] * 5,
    }


def test_a_shorter_name_of_his_own_is_kept():
    one = told(said(1, "A", "Jo Tan"), actors=(Actor("Jo Tan", ActorKind.PERSON, ("Tan",), quotes=1),))
    assert speakers(call(one, "Jo Tan", "Tan")) == ["Tan"]


def test_a_speaker_that_was_set_follows_the_name():
    one = told(said(1, "A", "Li Wu"), said(2, "B", "Jo Tan"))
    renamed = call(set_speaker(one, one.found.quotes[0], "Jo Tan"), "Jo Tan", "Josephine Tan", LATER)
    assert speakers(renamed) == ["Josephine Tan", "Josephine Tan"]


def test_reading_a_post_does_not_make_the_corrections_anew():
    one = set_speaker(told(said(1, "We stay", "Jo Tan")), said(1, "We stay", "Jo Tan"), "Ana Ruiz")
    before = one.corrected
    assert one.with_marks(one.marks | {Mark("read", 1)}).corrected is before


@given(st.data())
def test_whatever_is_said_every_quote_is_somewhere_once_and_taking_all_back_restores_what_was_found(data):
    people = st.sampled_from(["Jo Tan", "Ana Ruiz", "Li Wu", "the envoy"])
    quotes = tuple(
        said(
            number % 3,
            data.draw(st.sampled_from(["yes", "We will stay out"])),
            data.draw(st.none() | people),
            100 * number,
        )
        for number in range(data.draw(st.integers(1, 6)))
    )
    one = told(*quotes)
    for step in range(data.draw(st.integers(0, 6))):
        at = NOON + timedelta(minutes=step)
        if data.draw(st.booleans()):
            spots = [spot(data.draw(st.sampled_from(quotes)))]
            one = after(one, spoken_by(one.corrected, spots, data.draw(people | st.just(NOBODY)), at))
        elif one.facts.actors:
            actor = data.draw(st.sampled_from(one.facts.actors))
            one = after(one, named(one.corrected, actor.name, data.draw(people), at))
            assert all(actor.name for actor in one.facts.actors)
        now = one.facts
        assert sorted(map(spot, (*now.quotes, *now.nobodys))) == sorted(map(spot, quotes))
        assert sum(actor.quotes for actor in now.actors) == sum(quote.speaker is not None for quote in now.quotes)
        assert len({actor.name for actor in now.actors}) == len(now.actors)
    assert one.with_marks(frozenset()).facts == one.found


def test_a_speaker_is_chosen_first_among_those_whom_the_post_names():
    one = story()
    choices = speaker_choices(one, [spot(one.facts.quotes[2])])
    assert [(choice.answer, choice.name) for choice in choices] == [
        (Answer.NAME, "Ana Ruiz"),
        (Answer.NAME, "Jo Tan"),
        (Answer.NOBODY, "Nobody"),
    ]
    assert choices[0].note == "as found, unsure; ⏎ confirms it"
    assert speaker_choices(one, []) == []
    fixed = set_speaker(one, one.facts.quotes[2], "Jo Tan")
    offered = speaker_choices(fixed, [spot(one.facts.quotes[2])])
    assert [choice.name for choice in offered] == ["Jo Tan", "Ana Ruiz", "Nobody", "As found"]
    assert (offered[0].note, offered[1].note) == ("set by you", "named in this post")
    gone = set_speaker(one, one.facts.quotes[2], NOBODY)
    assert [choice.name for choice in speaker_choices(gone, [spot(one.facts.quotes[2])])] == [
        "Ana Ruiz",
        "Jo Tan",
        "As found",
    ]


def test_a_name_that_several_have_is_that_of_the_one_who_is_meant_there():
    people = tuple(
        Actor(name, ActorKind.PERSON, aliases=aliases, quotes=1)
        for name, aliases in (
            ("Tomas Yarrow", ("Yarrow",)), ("Anders Yarrow", ("Yarrow",)), ("Jonas Brandt", ("Brandt",)), ("Lucia Brandt", ("Brandt",)), ("Ana Ruiz", ()),
        )
    )  # fmt: skip
    quote, other = said(1, "We stay", "Tomas Yarrow"), said(2, "No", "Ana Ruiz")
    one = told(quote, other, actors=people)

    def notes(text: str) -> dict[str, str]:
        there = replace(one, posts=[Post(n=1, id=1, text=text), Post(n=2, id=2, text="“No.”")])
        return {choice.name: choice.note for choice in speaker_choices(there, [spot(quote)])}

    offered = notes("“We stay,” Mr. Yarrow said to Mr. Brandt.")
    assert "post" not in offered["Anders Yarrow"]
    assert offered["Jonas Brandt"] == offered["Lucia Brandt"] == "has a name of this post"
    offered = notes("“We stay,” Mr. Yarrow said to Lucia Brandt. Ms. Brandt and Anders Yarrow left.")
    assert offered["Lucia Brandt"] == offered["Anders Yarrow"] == "named in this post"
    assert "post" not in offered["Jonas Brandt"]


def test_those_who_say_nothing_are_offered_too():
    one = story()
    with_named = replace(one, found=replace(one.found, named=("Bo Rask", "Jo Tan", "Cy Voss")))
    quote = with_named.facts.quotes[2]
    assert [choice.name for choice in speaker_choices(with_named, [spot(quote)])] == [
        "Ana Ruiz", "Jo Tan", "Bo Rask", "Cy Voss", "Nobody",
    ]  # fmt: skip
    fixed = set_speaker(with_named, quote, "Cy Voss")
    assert [choice.name for choice in speaker_choices(fixed, [spot(quote)])].count("Cy Voss") == 1


def test_typing_narrows_the_names_by_every_name_an_actor_has_and_may_be_a_name_of_its_own():
    choices = actor_choices(story(), "Jo Tan")
    assert [choice.name for choice in choices] == ["Jo Tan", "Ana Ruiz"]
    assert [choice.name for choice in matching(choices, "UNION lead")] == ["UNION lead", "Ana Ruiz"]
    assert [choice.name for choice in matching(choices, "ru")] == ["Ana Ruiz", "ru"]
    assert [choice.name for choice in matching(choices, "z")] == ["z"]  # a letter inside a word joins nobody
    assert [len(choice.name) for choice in matching(choices, "x" * 300)] == [100]
    assert matching(choices, "nobody's WORDS") == []
    assert [choice.name for choice in matching(choices, "ana ruiz")] == ["Ana Ruiz"]
    assert matching(choices, "  ") == choices
    assert [choice.note for choice in matching(choices, "Mia")] == ["a name of your own"]


def test_typing_offers_first_whom_the_post_names_whatever_kind_of_actor_that_is_taken_for():
    one = told(
        said(1, "A.", "Li Wu"),
        said(2, "A.", "Marabel Osk"),
        said(3, "A.", "Maracombe Union"),
        actors=(
            Actor("Li Wu", ActorKind.PERSON, quotes=1),
            Actor("Marabel Osk", ActorKind.PERSON, quotes=1),
            Actor("Maracombe Union", ActorKind.INSTITUTION, quotes=1),
            Actor("Maranne Tove", ActorKind.INSTITUTION, quotes=1),
        ),
    )
    posts = [replace(post, text="Maranne Tove gave evidence. “A.” she said.") for post in one.posts if post.id == 1]
    one = replace(one, posts=(*posts, *(post for post in one.posts if post.id != 1)))
    offered = matching(speaker_choices(one, [spot(one.facts.quotes[0])]), "mara")
    assert [choice.name for choice in offered] == ["Maranne Tove", "Marabel Osk", "Maracombe Union", "mara"]
    renamed = matching(actor_choices(one, "Li Wu"), "mara")
    assert [choice.name for choice in renamed][:2] == ["Marabel Osk", "Maracombe Union"]


def test_of_thousands_of_names_the_first_are_offered_and_typing_finds_the_others():
    people = [NameChoice(Answer.NAME, f"Ana Ruiz {number}") for number in range(3 * MOST)]
    choices = [*people, NameChoice(Answer.NOBODY, "Nobody")]
    assert matching(choices, "") == [*people[:MOST], choices[-1]]
    assert [choice.name for choice in matching(choices, "ruiz")[-2:]] == [f"Ana Ruiz {MOST - 1}", "ruiz"]
    assert matching(choices, "ruiz 599")[0] == people[599]


def test_likely_others_come_first_when_an_actor_is_named():
    one = told(said(1, "A", "Li Wu"), said(1, "C", "Li Wu"), said(2, "B", "Josephine Tan"), said(3, "D", "Jo Tan"))
    assert [choice.name for choice in actor_choices(one, "Jo Tan")] == ["Jo Tan", "Josephine Tan", "Li Wu"]
    renamed = call(one, "Jo Tan", "J Tan")
    assert actor_choices(renamed, "J Tan")[-1].answer is Answer.AS_FOUND


@pytest.mark.parametrize(
    ("row", "may_be"),
    [
        (ActorRow("Jo Tan", 1, "", ""), True),
        (ActorRow("the ports minister", 1, "", "", resolved=False), True),
        (ActorRow("Lee’s envoy", 1, "", "", resolved=False), True),
        (ActorRow("a spokesman", 1, "", "", resolved=False), False),  # somebody else in every post
        (ActorRow("officials", 1, "", "", resolved=False), False),
        (ActorRow(NOBODY_NAMED, 1, "", ""), False),
        (ActorRow("Nobody's words", 1, "", "", aside=True), False),
    ],
)
def test_only_what_stands_for_one_actor_gets_a_name(row, may_be):
    assert may_be_renamed(row) is may_be


def test_words_as_written_may_speak_but_name_nobody():
    one = told(
        said(1, "A", "Jo Tan"),
        said(2, "B", "officials"),
        actors=(Actor("Jo Tan", ActorKind.PERSON), Actor("officials", ActorKind.COLLECTIVE, resolved=False)),
    )
    assert [choice.name for choice in speaker_choices(one, [spot(one.found.quotes[0])])] == [
        "Jo Tan",
        "officials",
        "Nobody",
    ]
    assert [choice.name for choice in actor_choices(one, "Jo Tan")] == ["Jo Tan"]  # no actor becomes "officials"
    joined = call(one, "officials", "Jo Tan")
    assert [actor.resolved for actor in joined.facts.actors] == [True]


def test_a_mark_s_words_tell_it_from_others(tmp_path):
    from newsdesk.store import Store

    marks = {
        Mark(SPEAKER, 1, "Jo Tan", NOON, words="We stay", start=10),
        Mark(SPEAKER, 1, "Jo Tan", NOON, words="We stay", start=90),
        Mark(SPEAKER, 1, "Jo Tan", NOON, words="We stay", place="headline", start=10),
        Mark(SPEAKER, 1, "Jo Tan", NOON, words="We go"),
        Mark(NAME, 0, "Jo Tan", NOON, words="Tan"),
        Mark("read", 1, at=NOON),
    }
    with Store.open(tmp_path / "story.jsonl") as store:
        store.set_marks(marks)
    with Store.open(tmp_path / "story.jsonl") as store:
        assert set(store.marks()) == marks
        store.set_marks([], [Mark(SPEAKER, 1, "Jo Tan", words="We go")])
        assert len(store.marks()) == len(marks) - 1
    assert replace(next(iter(marks)), at=None) in marks


def test_who_is_known_only_from_what_the_user_said_is_known():
    found = (said(1, "A", "a docker"), said(2, "B", "a docker"))
    one = told(*found, actors=(Actor("a docker", ActorKind.PERSON, quotes=2, resolved=False),))
    assert [actor.resolved for actor in one.facts.actors] == [False]
    one = set_speaker(one, found[0], "Jo Tan")
    assert [(actor.name, actor.quotes, actor.resolved) for actor in one.facts.actors] == [
        ("Jo Tan", 1, True),
        ("a docker", 1, False),
    ]


def test_confirming_words_as_written_in_one_place_makes_nobody_known_in_others():
    found = (said(1, "A", "a docker"), said(2, "B", "a docker"))
    one = told(*found, actors=(Actor("a docker", ActorKind.PERSON, quotes=2, resolved=False),))
    fixed = set_speaker(one, found[0], "a docker")
    assert fixed.facts.quotes[0].corrected
    assert [(actor.quotes, actor.resolved) for actor in fixed.facts.actors] == [(2, False)]


def test_a_pronoun_is_nobody_whom_words_can_be_given():
    people = (
        Actor("He", ActorKind.PERSON, quotes=1, resolved=False),
        Actor("a spokesman", ActorKind.PERSON, quotes=1, resolved=False),
        Actor("Jo Tan", ActorKind.PERSON, quotes=1),
    )
    quotes = said(1, "We stay", "Jo Tan"), said(2, "No", "He"), said(2, "Never", "a spokesman", start=9)
    posts = [Post(n=1, id=1, text="“We stay,” Tan said."), Post(n=2, id=2, text="“No,” he said. “Never.”")]
    one = Story("s", posts=posts, found=Facts(quotes=quotes, actors=people))
    assert "He" not in [choice.name for choice in speaker_choices(one, [spot(quotes[0])])]
    assert "a spokesman" in [choice.name for choice in speaker_choices(one, [spot(quotes[0])])]
    # Whose words they are as found is still told.
    assert speaker_choices(one, [spot(quotes[1])])[0].name == "He"
