from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import quotes_in_text, resolve
from newsdesk.model import Actor, ActorKind, Post, Quote


def story(*posts: Post | str) -> tuple[tuple[Quote, ...], tuple[Actor, ...]]:
    made = [post if isinstance(post, Post) else Post(n=1, text=post) for post in posts]
    made = [replace(post, n=number, id=number) for number, post in enumerate(made, start=1)]
    quotes, _, actors = resolve(made, [post_candidates(post) for post in made])
    return quotes, actors


def speakers(*posts: Post | str) -> list[str | None]:
    return [quote.speaker for quote in story(*posts)[0]]


def test_the_longest_full_name_of_the_story_stands_for_every_surname() -> None:
    assert speakers(
        "“It is over,” Kovac said.", "Prime Minister Ana Marta Kovac spoke. “We go home,” Ms Kovac said. "
    ) == ["Ana Marta Kovac", "Ana Marta Kovac"]


@pytest.mark.parametrize(
    "role",
    ["the Slovenian president", "Slovenia's president", "Slovenia’s president", "President Kovac", "The president"],
)
def test_roles_are_learned_from_the_sources(role: str) -> None:
    text = f"Slovakia watched.\n\n“It is over,” {role} said."
    text = text.replace("Slovenia", "Slovakia").replace("Slovakian", "Slovak")
    assert speakers(f"Slovak President Marta Kovac arrived late.\n\n{text}") == ["Marta Kovac"]


def test_an_envoy_is_found_through_whom_she_serves() -> None:
    assert speakers(
        Post(n=1, headline="'We go home' - Reed's envoy", text="Polish envoy Ann Doyle spoke."),
        "Polish President Tom Reed was not there.",
    ) == ["Ann Doyle"]


def test_a_role_in_an_apposition_is_learned() -> None:
    assert speakers("Ann Doyle, the mayor of Ebbridge, came.", "“It is over,” the Ebbridge mayor said.") == [
        "Ann Doyle"
    ]


def test_captions_teach_names_and_roles() -> None:
    post = Post(n=1, text="“It is over,” Doyle said.", captions=("Mayor Ann Doyle in a blue coat",))
    assert speakers(post) == ["Ann Doyle"]


def test_a_pronoun_means_the_last_subject_that_fits() -> None:
    text = "Marta Kovac met Tom Reed on Monday.\n\n“It was a good talk,” she said. “Very good.”"
    assert speakers(text) == ["Marta Kovac", "Marta Kovac"]


def test_a_pronoun_follows_the_gender_that_a_role_tells() -> None:
    text = "Spokeswoman Kim Reed stood beside Chairman Lou Doyle.\n\n“It was a good talk,” he said."
    assert speakers(text) == ["Lou Doyle"]


def test_a_pronoun_never_means_somebody_of_another_post() -> None:
    (first, second) = story("Tom Reed left.", "“It is over,” he said.", "Tom Reed came. “Good,” he said.")[0]
    assert (first.speaker, second.speaker) == ("he", "Tom Reed")
    assert first.confidence < second.confidence


def test_two_people_with_one_surname_stay_apart() -> None:
    quotes, actors = story(
        "Ann Doyle arrived. “It is over,” Ann Doyle said.", "Tom Doyle arrived. “It is not,” Doyle said."
    )
    assert [quote.speaker for quote in quotes] == ["Ann Doyle", "Tom Doyle"]
    assert {"Ann Doyle", "Tom Doyle"} == {actor.name for actor in actors}


def test_spellings_of_one_name_merge() -> None:
    quotes, actors = story(
        "“Now,” Andriy Petrenky said.", "“Then,” Andriy Petrenkyy said.", "“Soon,” Andrij Petrenkiy said. "
    )
    assert len({quote.speaker for quote in quotes}) == 1
    assert [actor.quotes for actor in actors] == [3]


def test_accents_merge() -> None:
    assert len({quote.speaker for quote in story("“Now,” José Núñez said.", "“Then,” Jose Nunez said.")[0]}) == 1


def test_capitals_stand_for_their_country_and_are_no_persons() -> None:
    quotes, actors = story("Kiev called it “a show”.", "Kyiv called it “a farce”.")
    assert [quote.speaker for quote in quotes] == ["Ukraine", "Ukraine"]
    assert [actor.kind for actor in actors] == [ActorKind.INSTITUTION]


def test_ministries_stay_institutions_and_merge() -> None:
    quotes, actors = story(
        "Poland's defence ministry called it “a show”.", "The Polish defence ministry called it “a farce”."
    )
    assert len({quote.speaker for quote in quotes}) == 1
    assert [(actor.kind, actor.quotes) for actor in actors] == [(ActorKind.INSTITUTION, 2)]


def test_collectives_are_named_with_their_adjective() -> None:
    text = "European leaders met in Gdansk. The leaders warned of “long days”."
    quotes, actors = story(text)
    assert [quote.speaker for quote in quotes] == ["European leaders"]
    assert [actor.kind for actor in actors] == [ActorKind.COLLECTIVE]


def test_a_role_that_a_name_explains_is_learned() -> None:
    assert speakers("The harbour master, Tom Reed, came.", "“It is over,” the harbour master said.") == ["Tom Reed"]


def test_somebody_not_named_before_is_nobody_known() -> None:
    assert speakers("Spokesman Tom Reed left.", "“It is over,” a spokesman said.") == ["a spokesman"]


def test_a_role_that_nobody_holds_stays_as_written() -> None:
    (quote,) = story("“It is over,” the harbour master's lawyer said.")[0]
    assert quote.speaker == "the harbour master's lawyer"


def test_a_turn_of_a_transcript_is_its_speakers() -> None:
    post = Post(n=1, text="“The water came at night and it took all that we had built.”", speaker="Ann Doyle")
    assert speakers(post) == ["Ann Doyle"]


def test_actors_list_aliases_roles_and_counts() -> None:
    _, actors = story("Mayor Ann Doyle came. “It is over,” Doyle said. “We go,” the mayor said.")
    assert [(actor.name, actor.roles, actor.quotes) for actor in actors] == [("Ann Doyle", ("Mayor",), 2)]
    assert {"Doyle", "the mayor"} == set(actors[0].aliases)


def test_quotes_carry_their_post_and_stand_in_order() -> None:
    quotes, _ = story("“One,” Ann Doyle said.", Post(n=2, headline="Doyle: 'Two'", text="“Three,” Doyle said."))
    assert [(quote.post_id, quote.text) for quote in quotes] == [(1, "One,"), (2, "Two"), (2, "Three,")]


def test_one_document_alone() -> None:
    quotes, statements = quotes_in_text("Ann Doyle spoke. “It is over,” she said. Doyle said that it was too late.")
    assert [(quote.text, quote.speaker, quote.surface, quote.post_id) for quote in quotes] == [
        ("It is over,", "Ann Doyle", "she", 0)
    ]
    assert [(statement.text, statement.speaker) for statement in statements] == [("it was too late", "Ann Doyle")]


_WORDS = st.sampled_from(
    [
        "“Go,”",
        "”",
        "said",
        "Lee",
        "Ann Lee",
        "Mr.",
        "the",
        "president",
        "he",
        "she",
        ",",
        ".",
        "\n",
        "Polish",
        "Pope",
        "they",
        "it",
    ]
)


@given(st.lists(st.lists(_WORDS, max_size=25), max_size=4))
def test_any_story_resolves(posts: list[list[str]]) -> None:
    texts = [" ".join(words) for words in posts]
    quotes, _ = story(*texts)
    for quote in quotes:
        assert quote.text == texts[quote.post_id - 1][quote.start : quote.end]
        assert 0.0 < quote.confidence <= 1.0
        assert quote.speaker != ""
