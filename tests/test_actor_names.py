"""Who is one actor and who is another, what they are called, and who stays as written."""

from dataclasses import replace

import pytest

from newsdesk.find.quotes.in_post import find_candidates, post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Actor, ActorKind, Post, Quote


def facts(*posts: str | Post) -> tuple[list[Quote], list[Actor]]:
    made = [post if isinstance(post, Post) else Post(n=1, text=post) for post in posts]
    made = [replace(post, n=number, id=number) for number, post in enumerate(made, start=1)]
    quotes, _, actors = resolve(made, [post_candidates(post) for post in made])
    return list(quotes), list(actors)


def speakers(*posts: str | Post) -> list[str | None]:
    return [quote.speaker for quote in facts(*posts)[0]]


def known(*posts: str | Post) -> list[str]:
    return [actor.name for actor in facts(*posts)[1] if actor.resolved]


def as_written(*posts: str | Post) -> list[str]:
    return [actor.name for actor in facts(*posts)[1] if not actor.resolved]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sergei Dolin", "Sergey Dolin"),
        ("Dmitri Dolin", "Dmitry Dolin"),
        ("Aleksei Dolin", "Alexey Dolin"),
        ("Andrii Dolin", "Andriy Dolin"),
        ("Maksim Dolin", "Maxim Dolin"),
        ("Omid Naghavi", "Omid Naqavi"),
        ("Mohamed Sadiq", "Muhammad Sadiq"),
        ("Bob Dolin", "Robert Dolin"),
        ("Bill Dolin", "William Dolin"),
        ("Joseph R. Dolin Jr.", "Joe Dolin"),
        ("Steve Dolin", "Steven Dolin"),
        ("JOAN DOLIN", "Joan Dolin"),
    ],
)
def test_spellings_and_short_forms_of_one_name_are_one_actor(one: str, other: str) -> None:
    assert len(known(f"“We go,” {one} said.", f"“We stay,” {other} said.")) == 1


@pytest.mark.parametrize(
    ("one", "other"), [("Bill Dolin", "Robert Dolin"), ("Ann Dolin", "Anton Dolin"), ("Sam Dolin Jr.", "Sam Dolin Sr.")]
)
def test_different_first_names_and_father_and_son_are_two(one: str, other: str) -> None:
    assert sorted(known(f"“We go,” {one} said. “We stay,” {other} said.")) == sorted([one, other])


@pytest.mark.parametrize(
    ("posts", "name"),
    [
        (
            ("Olena Petrenkyy came. “Now,” Petrenky said.", "Olena Petrenky left. “So,” Petrenky said."),
            "Olena Petrenky",
        ),
        (("JOAN DOLIN SPOKE", "Joan Dolin left. “So,” Dolin said."), "Joan Dolin"),
        (("Prince Omar bin Faisal came. “So,” said bin Faisal.",), "Omar bin Faisal"),
        (("Prince Omar came. “So,” said Omar.",), "Prince Omar"),
        (("Mr Dolin came. President Joan Dolin said “so be it”.",), "Joan Dolin"),
        (("Joe Dolin came. “So,” Joe Dolin said.", "Joseph R. Dolin Jr. left."), "Joe Dolin"),
    ],
)
def test_an_actor_is_called_by_the_longest_real_name_in_its_most_frequent_spelling(
    posts: tuple[str, ...], name: str
) -> None:
    assert known(*posts) == [name]


def test_a_surname_that_stands_first_is_known_by_its_title() -> None:
    text = "Rok Chol Un stayed. His sister, Rok Yo Sun, came. “We go,” Ms Rok said. Mr Rok called it “a walk”."
    assert speakers(text) == ["Rok Yo Sun", "Rok Chol Un"]


def test_a_familiar_form_means_who_is_named_in_the_post() -> None:
    assert speakers("William Dolin arrived. “We stay,” Bill said.") == ["William Dolin"]


def test_two_who_share_a_surname_are_both_known_by_it() -> None:
    text = "Colin and Maureen Dolin came. “We go,” Mr Dolin said. “We stay,” said Mrs Dolin."
    assert speakers(text) == ["Colin Dolin", "Maureen Dolin"]


def test_a_surname_before_and_is_no_first_name() -> None:
    text = "Martin met Ann Dolin. Martin and Ann Dolin left. “We go,” Max Martin said. “So,” said Martin."
    assert speakers(text) == ["Max Martin", "Max Martin"]


def test_the_surname_alone_does_not_go_over_to_a_relative() -> None:
    text = "Ray Dolin runs the ferry. Mr Dolin's father, Sam Dolin, is ill. “We pay,” Dolin said."
    assert speakers(text) == ["Ray Dolin"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The State Department said it saw “a path”.", "State Department"),
        ("The Conservative Party said it saw “a path”.", "Conservative Party"),
        ("The Senate Harbour Committee said it saw “a path”.", "Senate Harbour Committee"),
        ("The Leith Defence Forces said they saw “a path”.", "Leith Defence Forces"),
    ],
)
def test_words_that_are_titles_of_people_stay_with_an_institutions_name(text: str, name: str) -> None:
    quotes, actors = facts(text)
    assert [quote.speaker for quote in quotes] == [name]
    assert [actor.kind for actor in actors] == [ActorKind.INSTITUTION]


def test_capitals_stand_for_the_name_that_they_shorten() -> None:
    first = "The Leith Dockers Union (LDU) met. “We go,” the LDU said."
    _, (actor,) = facts(first, "The LDU said it was “over”.")
    assert (actor.name, actor.quotes, actor.aliases) == ("Leith Dockers Union", 2, ("LDU",))


def test_a_role_tells_that_a_name_is_a_firms() -> None:
    text = "Tess Okoye, chief executive of Eastway Sorrel, came. “We pay,” the company said. “So,” she said."
    quotes, actors = facts(text)
    assert [quote.speaker for quote in quotes] == ["Eastway Sorrel", "Tess Okoye"]
    assert {actor.name: actor.kind for actor in actors}["Eastway Sorrel"] is ActorKind.INSTITUTION


def test_the_club_is_the_one_whose_manager_was_named() -> None:
    assert speakers("Leith Sorrel manager Tess Okoye is ill. The club said it had “full trust” in her.") == [
        "Leith Sorrel"
    ]


def test_a_firm_is_known_by_the_first_word_of_its_name() -> None:
    assert speakers("Sorrel Energy is to close. “We pay,” Sorrel said.") == ["Sorrel Energy"]


def test_an_institutions_last_word_means_the_one_that_the_post_names() -> None:
    post = Post(n=1, headline="Coastguard: 'We go'", text="The Leith Coastguard said: “We go.”")
    assert speakers(post) == ["Leith Coastguard"] * 2


@pytest.mark.parametrize("owner", ["Tess Okoye's", "Okoye's", "Ms Okoye’s", "the mayor's", "her"])
def test_an_office_is_one_whatever_the_words_for_its_owner(owner: str) -> None:
    quotes, actors = facts(
        f"Mayor Tess Okoye left. “No comment,” {owner} office said.", "Okoye's office said “not now”."
    )
    assert [quote.speaker for quote in quotes] == ["Okoye's office"] * 2
    assert [(actor.name, actor.kind) for actor in actors] == [("Okoye's office", ActorKind.INSTITUTION)]


def test_whose_relatives_they_are_stays_open_among_namesakes() -> None:
    assert speakers("Ray Dolin met Sam Dolin. Dolin's relatives said it was “over”.") == ["Dolin's relatives"]


def test_a_ministry_in_a_capital_is_that_countrys() -> None:
    quotes, actors = facts("The foreign ministry in Doha said “not yet”.", "Qatar's foreign ministry said “now”.")
    assert len({quote.speaker for quote in quotes}) == 1
    assert [actor.quotes for actor in actors] == [2]


def test_a_presidents_office_in_a_capital_is_not_of_the_president_named_last() -> None:
    first = "Norwegian President Ewa Lund and Latvian President Ray Dolin met. “Good,” Dolin said."
    assert speakers(f"{first} The president's office in Oslo said it was “late”.")[-1] == "Lund's office"
    assert (
        speakers(f"{first} The president's office in Madrid said it was “late”.")[-1] == "president's office in Madrid"
    )


def test_a_role_with_its_country_counts_as_named() -> None:
    first = "Norwegian President Ewa Lund and Latvian President Ray Dolin met."
    assert speakers(f"{first} The Norwegian president was tired. “So late,” the president said.") == ["Ewa Lund"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Another, a teacher called Olha Reva, was of the same mind: “We wait here.”", "Olha Reva"),
        ("A judge called it “a failure”. Judge Tess Okoye then rose.", "Tess Okoye"),
        ("Tess Okoye told reporters “we go”. The US secretary of state added: “And soon.”", "Tess Okoye"),
        ("The leader of the opposition, Dr Aoife ní Bhrún, said: “We wait here.”", "Aoife ní Bhrún"),
        ("Chief Constable Tess Okoye of Leith Police said “we go”.", "Tess Okoye"),
        ("Mark Dolin would not say. Pressed again, he said it was “soon”.", "Mark Dolin"),
        ("Former first minister Tess Okoye, his aunt, said “we go”.", "Tess Okoye"),
    ],
)
def test_words_around_a_role_tell_who_it_is(text: str, who: str) -> None:
    assert speakers(text)[-1] == who


def test_a_judge_who_was_named_before_is_not_the_one_not_named() -> None:
    assert speakers("Judge Tess Okoye rose. A judge called it “a failure”.") == ["A judge"]


def test_who_serves_a_prime_minister_is_found_through_him_alone() -> None:
    text = "Palace spokesman Ray Dolin left. “We wait,” the prime minister's spokesman said."
    assert speakers(text) == ["the prime minister's spokesman"]


def test_roles_tell_when_they_were_held_and_offices_come_first() -> None:
    _, actors = facts(
        "His counterpart, Tess Okoye, spoke. “So,” Foreign Minister Tess Okoye said.",
        "Former prime minister Ray Dolin called it “late”. “Very,” said his sister, Una Dolin.",
        "First Minister Ewa Lund, who was there as a deputy in 2015, said “so be it”.",
    )
    assert {actor.name: actor.roles for actor in actors} == {
        "Tess Okoye": ("Foreign Minister",),
        "Ray Dolin": ("Former prime minister",),
        "Una Dolin": (),
        "Ewa Lund": ("First Minister",),
    }


def test_the_house_that_a_report_names_speaks_in_it() -> None:
    assert speakers("A Sorrel report said the dam was “unsafe in any season”.") == ["Sorrel"]


@pytest.mark.parametrize(
    "text",
    [
        "“We go,” a spokesman said.",
        "“We go,” he said.",
        "“We go,” a senior US official said.",
        "“We go,” officials said.",
        "“We go,” US officials said.",
        "Residents said “we go”.",
        "Police said “we go”.",
        "The company said “we go”.",
        "A group of MPs said “we go”.",
        "“We go,” a hospital said.",
    ],
)
def test_who_is_only_told_of_stays_as_written_and_is_marked(text: str) -> None:
    (quote,), (actor,) = facts(text)
    assert (actor.name, actor.quotes, actor.resolved) == (quote.speaker, 1, False)


@pytest.mark.parametrize(
    "text",
    [
        "European leaders said “we go”.",
        "Leith Police said “we go”.",
        "The ports ministry said “we go”.",
        "Norway said “we go”.",
        "The Norwegian army said “we go”.",
        "“We go,” Dolin said.",
    ],
)
def test_who_has_a_name_is_known(text: str) -> None:
    assert len(known(text)) == 1


def test_a_group_is_written_with_whom_it_consists_of() -> None:
    assert as_written("A large group of MPs from both sides demanded “the whole file”.") == ["A large group of MPs"]


def test_words_as_written_stand_after_all_actors_once_for_both_capitals() -> None:
    posts = ["A spokesman said “we go”.", "“We go,” a spokesman said.", "Tess Okoye said “we go”."]
    _, actors = facts(*posts)
    assert [(actor.name, actor.resolved, actor.quotes) for actor in actors] == [
        ("Tess Okoye", True, 1),
        ("a spokesman", False, 2),
    ]
    assert speakers(*posts) == ["a spokesman", "a spokesman", "Tess Okoye"]


@pytest.mark.parametrize(
    ("text", "speaker", "sure"),
    [
        # a role before the surname tells whose it is
        (
            "The governor, Paul Keller, came late. The mayor, Anna Keller, met him. Governor Keller said it was “too late”.",
            "Paul Keller",
            True,
        ),
        # nothing tells which of two
        ("Helen Marsh and Daniel Marsh met in the hall. “They were lied to,” Marsh said.", "Daniel Marsh", False),
        # the text is about one of them
        (
            (
                "Daniel Marsh came. Helen Marsh stayed at home. Daniel Marsh spoke first; Daniel Marsh had asked for it. "
                "“They were lied to,” Marsh said."
            ),
            "Daniel Marsh",
            True,
        ),
        ("Daniel Marsh met the press in the hall. “They were lied to,” Marsh said.", "Daniel Marsh", True),
    ],
)
def test_whom_a_surname_of_several_means(text: str, speaker: str, *, sure: bool) -> None:
    quotes, _, _ = resolve([Post(n=1, id=1, text=text)], [find_candidates(text, None)])
    assert [(quote.speaker, quote.confidence >= 0.8) for quote in quotes] == [(speaker, sure)]


def test_a_name_that_ends_like_an_adverb_speaks() -> None:
    text = "Kelly said “it was over”. “Not yet,” Reilly said. Quickly, Tom Lee left."
    quotes, _, actors = resolve([Post(n=1, id=1, text=text)], [find_candidates(text, None)])
    assert [quote.speaker for quote in quotes] == ["Kelly", "Reilly"]
    assert {actor.name for actor in actors} == {"Kelly", "Reilly"}


def test_a_role_is_of_what_its_words_say() -> None:
    text = (
        "The head of the company, Tom Hale, met the press. The head of the union, Anna Berg, stayed away.\n\n"
        "The head of the company later said it was “not true at all”."
    )
    assert speakers(text) == ["Tom Hale"]
    assert speakers(text.replace("Tom Hale", "in a suit")) == ["Anna Berg"]
    assert facts(text.replace(", Tom Hale,", ""))[0][0].confidence < 0.8  # another head may be meant


def test_a_chief_constable_is_no_chief_executive() -> None:
    text = (
        "The chief executive said the firm was “deeply sorry”. Chief Constable Owen Pryce warned people to stay away."
    )
    assert speakers(text) == ["The chief executive"]


def test_whose_union_it_is_belongs_to_its_name() -> None:
    text = "The Dockers' Union said it was “an insult”. The Teachers\u2019 Association called it “a start”."
    assert speakers(text) == ["Dockers' Union", "Teachers\u2019 Association"]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Berg did not say “I am sorry for it all”.",
        "Anna Berg never said “I am sorry for it all”.",
        "Anna Berg hasn\u2019t even said “I am sorry for it all”.",
    ],
)
def test_what_was_not_said_is_not_given_to_anybody(text: str) -> None:
    (quote,) = facts(text)[0]
    assert (quote.speaker, quote.confidence < 0.5) == (None, True)
    assert speakers(text.replace("did not say", "said").replace("never ", "").replace("hasn\u2019t even ", "")) == [
        "Anna Berg"
    ]


def test_a_denial_ends_with_its_clause() -> None:
    assert speakers("Anna Berg had never believed in it; to her it was “a theatre for children”.") == ["Anna Berg"]
