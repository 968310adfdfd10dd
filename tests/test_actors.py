from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsdesk.find.actors import quotes_in_text, resolve
from newsdesk.find.quotes import find_candidates
from newsdesk.model import Actor, ActorKind, Post, Quote


def story(*posts: Post | str) -> tuple[tuple[Quote, ...], tuple[Actor, ...]]:
    made = [post if isinstance(post, Post) else Post(n=1, text=post) for post in posts]
    made = [replace(post, n=number, id=number) for number, post in enumerate(made, start=1)]
    quotes, _, actors = resolve(made, [find_candidates(post.text, post.headline) for post in made])
    return quotes, actors


def speakers(*posts: Post | str) -> list[str | None]:
    return [quote.speaker for quote in story(*posts)[0]]


def test_the_longest_full_name_of_the_story_stands_for_every_surname() -> None:
    assert ["Ana Marta Kovac", "Ana Marta Kovac"] == speakers(
        "“It is over,” Kovac said.", "Prime Minister Ana Marta Kovac spoke. “We go home,” Ms Kovac said. "
    )


@pytest.mark.parametrize(
    "role",
    ["the Slovenian president", "Slovenia's president", "Slovenia’s president", "President Kovac", "The president"],
)
def test_roles_are_learned_from_the_sources(role: str) -> None:
    text = f"Slovakia watched.\n\n“It is over,” {role} said."
    text = text.replace("Slovenia", "Slovakia").replace("Slovakian", "Slovak")
    assert ["Marta Kovac"] == speakers(f"Slovak President Marta Kovac arrived late.\n\n{text}")


def test_an_envoy_is_found_through_whom_she_serves() -> None:
    assert ["Ann Doyle"] == speakers(
        Post(n=1, headline="'We go home' - Reed's envoy", text="Polish envoy Ann Doyle spoke."),
        "Polish President Tom Reed was not there.",
    )


def test_a_role_in_an_apposition_is_learned() -> None:
    assert ["Ann Doyle"] == speakers("Ann Doyle, the mayor of Ebbridge, came.", "“It is over,” the Ebbridge mayor said.")


def test_captions_teach_names_and_roles() -> None:
    post = Post(n=1, text="“It is over,” Doyle said.", captions=("Mayor Ann Doyle in a blue coat",))
    assert ["Ann Doyle"] == speakers(post)


def test_a_pronoun_means_the_last_subject_that_fits() -> None:
    text = "Marta Kovac met Tom Reed on Monday.\n\n“It was a good talk,” she said. “Very good.”"
    assert ["Marta Kovac", "Marta Kovac"] == speakers(text)


def test_a_pronoun_follows_the_gender_that_a_role_tells() -> None:
    text = "Spokeswoman Kim Reed stood beside Chairman Lou Doyle.\n\n“It was a good talk,” he said."
    assert ["Lou Doyle"] == speakers(text)


def test_a_pronoun_never_means_somebody_of_another_post() -> None:
    (first, second) = story("Tom Reed left.", "“It is over,” he said.", "Tom Reed came. “Good,” he said.")[0]
    assert ("he", "Tom Reed") == (first.speaker, second.speaker)
    assert first.confidence < second.confidence


def test_two_people_with_one_surname_stay_apart() -> None:
    quotes, actors = story(
        "Ann Doyle arrived. “It is over,” Ann Doyle said.", "Tom Doyle arrived. “It is not,” Doyle said."
    )
    assert ["Ann Doyle", "Tom Doyle"] == [quote.speaker for quote in quotes]
    assert {"Ann Doyle", "Tom Doyle"} == {actor.name for actor in actors}


def test_spellings_of_one_name_merge() -> None:
    quotes, actors = story(
        "“Now,” Andriy Petrenky said.", "“Then,” Andriy Petrenkyy said.", "“Soon,” Andrij Petrenkiy said. "
    )
    assert 1 == len({quote.speaker for quote in quotes})
    assert [3] == [actor.quotes for actor in actors]


def test_accents_merge() -> None:
    assert 1 == len({quote.speaker for quote in story("“Now,” José Núñez said.", "“Then,” Jose Nunez said.")[0]})


def test_capitals_stand_for_their_country_and_are_no_persons() -> None:
    quotes, actors = story("Kiev called it “a show”.", "Kyiv called it “a farce”.")
    assert ["Ukraine", "Ukraine"] == [quote.speaker for quote in quotes]
    assert [ActorKind.INSTITUTION] == [actor.kind for actor in actors]


def test_ministries_stay_institutions_and_merge() -> None:
    quotes, actors = story(
        "Poland's defence ministry called it “a show”.", "The Polish defence ministry called it “a farce”."
    )
    assert 1 == len({quote.speaker for quote in quotes})
    assert [(ActorKind.INSTITUTION, 2)] == [(actor.kind, actor.quotes) for actor in actors]


def test_collectives_are_named_with_their_adjective() -> None:
    text = "European leaders met in Gdansk. The leaders warned of “long days”."
    quotes, actors = story(text)
    assert ["European leaders"] == [quote.speaker for quote in quotes]
    assert [ActorKind.COLLECTIVE] == [actor.kind for actor in actors]


def test_a_role_that_nobody_holds_stays_as_written() -> None:
    (quote,) = story("“It is over,” the harbour master's lawyer said.")[0]
    assert "the harbour master's lawyer" == quote.speaker


def test_a_turn_of_a_transcript_is_its_speakers() -> None:
    post = Post(n=1, text="“The water came at night and it took all that we had built.”", speaker="Ann Doyle")
    assert ["Ann Doyle"] == speakers(post)


def test_actors_list_aliases_roles_and_counts() -> None:
    _, actors = story("Mayor Ann Doyle came. “It is over,” Doyle said. “We go,” the mayor said.")
    assert [("Ann Doyle", ("Mayor",), 2)] == [(actor.name, actor.roles, actor.quotes) for actor in actors]
    assert {"Mayor Ann Doyle", "Doyle", "the mayor"} == set(actors[0].aliases)


def test_quotes_carry_their_post_and_stand_in_order() -> None:
    quotes, _ = story("“One,” Ann Doyle said.", Post(n=2, headline="Doyle: 'Two'", text="“Three,” Doyle said."))
    assert [(1, "One,"), (2, "Two"), (2, "Three,")] == [(quote.post_id, quote.text) for quote in quotes]


def test_one_document_alone() -> None:
    quotes, statements = quotes_in_text("Ann Doyle spoke. “It is over,” she said. Doyle said that it was late.")
    assert [("It is over,", "Ann Doyle", "she", 0)] == [
        (quote.text, quote.speaker, quote.surface, quote.post_id) for quote in quotes
    ]
    assert [("it was late", "Ann Doyle")] == [(statement.text, statement.speaker) for statement in statements]


_WORDS = st.sampled_from(["“Go,”", "”", "said", "Lee", "Ann Lee", "Mr.", "the", "president", "he", "she", ",", ".", "\n", "Polish", "Pope", "they", "it"])


@settings(max_examples=80, deadline=None)
@given(st.lists(st.lists(_WORDS, max_size=25), max_size=4))
def test_any_story_resolves(posts: list[list[str]]) -> None:
    texts = [" ".join(words) for words in posts]
    quotes, _ = story(*texts)
    for quote in quotes:
        assert quote.text == texts[quote.post_id - 1][quote.start : quote.end]
        assert 0.0 < quote.confidence <= 1.0
        assert quote.speaker != ""
