"""Whole stories with the speaker of each quotation written in braces right after it; `{?}` leaves one open."""

import re
from pathlib import Path

import pytest

from newsdesk.find.quotes.in_post import find_candidates, post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Actor, ActorKind, Post, Quote

_LABEL = re.compile(r"\{([^{}\n]*)\}")
_STORIES = (Path(__file__).parent / "data" / "find" / "speakers.txt").read_text(encoding="utf-8").split("\n=====\n")


def unlabelled(text: str) -> tuple[str, dict[int, str]]:
    """The text without its labels, and each label by where it stood."""
    labels: dict[int, str] = {}
    pieces: list[str] = []
    length = position = 0
    for label in _LABEL.finditer(text):
        pieces.append(text[position : label.start()])
        length += label.start() - position
        labels[length] = label.group(1)
        position = label.end()
    return "".join(pieces) + text[position:], labels


def facts(*posts: tuple[str | None, str]) -> tuple[tuple[Quote, ...], tuple[Actor, ...]]:
    made = [Post(n=n, id=n, headline=headline, text=text) for n, (headline, text) in enumerate(posts, start=1)]
    quotes, _, actors = resolve(made, [post_candidates(post) for post in made])
    return quotes, actors


def speakers(*posts: tuple[str | None, str]) -> list[str | None]:
    return [quote.speaker for quote in facts(*posts)[0]]


@pytest.mark.parametrize("story", _STORIES, ids=range(len(_STORIES)))
def test_every_quotation_of_a_story_goes_to_its_speaker(story: str) -> None:
    expected: list[tuple[int, str, int, str]] = []
    posts: list[tuple[str | None, str]] = []
    for number, raw in enumerate(story.split("\n---\n"), start=1):
        first, _, rest = raw.strip().partition("\n")
        headline, in_headline = unlabelled(first.removeprefix("# "))
        text, in_text = unlabelled(rest.strip())
        posts.append((headline, text))
        expected += [(number, "headline", end, who) for end, who in in_headline.items()]
        expected += [(number, "text", end, who) for end, who in in_text.items()]
    actual = [(quote.post_id, quote.place, quote.end + 1, quote.speaker or "") for quote in facts(*posts)[0]]
    # A quotation that runs on into the next paragraph has no closing mark: its label stands one character earlier.
    ends = {(number, place, end) for number, place, end, _ in expected}
    actual = [
        (number, place, end if (number, place, end) in ends else end - 1, who) for number, place, end, who in actual
    ]
    left_open = {(number, place, end) for number, place, end, who in expected if who == "?"}
    assert [item for item in expected if item[:3] not in left_open] == [
        item for item in actual if item[:3] not in left_open
    ]


@pytest.mark.parametrize(
    ("text", "sure"),
    [
        ("The wife of the pilot, Juno Strand, said: “He rang at six.”", False),
        ("“He rang at six,” said the brother of the victim, Juno Strand.", False),
        ("A friend of the victim, Juno Strand, said: “He rang at six.”", False),
        ("The wife of the pilot, Anna Strand, said: “He rang at six.”", True),
        ("The pilot's wife, Juno Strand, said: “He rang at six.”", True),
        ("The head of the union, Juno Strand, said: “He rang at six.”", True),
        ("The spokesman for the president, Juno Strand, said: “He rang at six.”", True),
    ],
)
def test_a_name_that_may_be_that_of_the_other_one_of_two_is_not_sure(text: str, sure: bool) -> None:
    (quote,), _ = facts((None, text))
    assert (quote.confidence > 0.9) == sure


@pytest.mark.parametrize(
    ("written", "speaker"),
    [
        ("Otto 漢字 Brandt", "Otto 漢字 Brandt"),
        ("Otto محمد Brandt", "Otto محمد Brandt"),
        ("Otto Иван Brandt", "Otto Иван Brandt"),
        ("Ana カタカナ ひらがな Brandt", "Ana カタカナ ひらがな Brandt"),
        ("Mayor Otto 漢字 Brandt", "Otto 漢字 Brandt"),
        ("Otto Brandt 漢字", "Otto Brandt"),
        ("Otto brandt", "Otto"),
    ],
)
def test_words_of_other_scripts_inside_a_name_belong_to_it(written: str, speaker: str) -> None:
    assert speakers((None, f"“We sail on Monday morning,” said {written}, the pilot.")) == [speaker]


@pytest.mark.parametrize("between", ["said 漢字 ", ", 漢字 ", "(漢字) ", "漢 字 漢 字 "])
def test_words_of_other_scripts_beside_a_name_join_no_two(between: str) -> None:
    (speaker,) = speakers((None, f"“We sail on Monday morning,” said Otto {between}Brandt, the pilot."))
    assert speaker in {None, "Otto", "Brandt"}


def test_a_headlines_role_is_somebody_of_the_post() -> None:
    assert speakers(("Guild head says plan is 'a mess'", "Guild head Tess Okoye-Lund walked out.")) == [
        "Tess Okoye-Lund"
    ]


def test_a_headline_takes_the_speaker_of_the_same_words_in_the_text() -> None:
    text = "Lisbon wants calm. Its envoy, Rita Sá, told reporters the talks had “real purpose”."
    assert speakers(("Portugal: talks have 'real purpose'", text)) == ["Rita Sá", "Rita Sá"]


def test_a_topic_before_a_headlines_colon_is_nobody() -> None:
    assert speakers(("Storms: Roads 'under water' in the north", "Roads are shut. Snow will follow.")) == []


def test_a_clause_that_only_sets_a_condition_does_not_speak() -> None:
    assert speakers((None, "If Lisbon says no, the growers promise “a long summer”.")) == ["growers"]


def test_what_is_given_a_name_does_not_speak() -> None:
    assert speakers((None, "Rita Sá called Madrid's answer “thin soup”. Sá finds Madrid's offer “late”.")) == [
        "Rita Sá",
        "Rita Sá",
    ]


def test_an_abstract_noun_at_a_sentences_beginning_is_no_actor() -> None:
    _, actors = facts((None, "Patience in the valleys must come first, Rita Sá said. “Then rain,” she said."))
    assert [actor.name for actor in actors] == ["Rita Sá"]


def test_a_role_without_a_name_means_nobody_of_another_post() -> None:
    assert speakers(
        (None, "Rita Sá, the host, came early."), (None, "The host would be João Braga. “Come in,” he said.")
    ) == ["João Braga"]


def test_a_role_that_several_hold_stays_as_written() -> None:
    first = (None, "Norwegian envoy Kari Lund spoke to Norwegian envoy Nils Dahl.")
    assert speakers(first, (None, "“It is over,” the Norwegian envoy said.")) == ["the Norwegian envoy"]


def test_a_deputy_does_not_hold_the_office() -> None:
    text = "Governor Rita Sá left. Her deputy, João Braga, stayed. “We wait,” the governor said."
    assert speakers((None, text)) == ["Rita Sá"]


def test_it_speaks_only_for_what_was_named() -> None:
    (quote,) = facts((None, "Rain fell all day. It “pours like beer”, and nobody minds."))[0] or (None,)
    assert quote is None or quote.speaker is None


def test_a_letter_speaks_for_who_wrote_it() -> None:
    assert speakers((None, "Bishop Rita Sá has sent a letter to all parishes. “Open the doors,” it says.")) == [
        "Rita Sá"
    ]


def test_the_company_is_the_only_firm_of_the_post() -> None:
    quotes, actors = facts((None, "The drone firm Kestrelo is to close. “We flew too low,” the company said."))
    assert [quote.speaker for quote in quotes] == ["Kestrelo"]
    assert [actor.kind for actor in actors] == [ActorKind.INSTITUTION]


def test_who_is_quoted_by_an_agency_speaks() -> None:
    (quote,) = facts((None, "“We close at noon,” Reuters quoted port sources as saying."))[0]
    assert (quote.speaker, quote.via) == ("port sources", "Reuters")


def test_an_agency_alone_is_no_speaker() -> None:
    (quote,) = facts((None, "“The port will be closed until the end of the month,” Reuters reported."))[0]
    assert (quote.speaker, quote.via) == (None, "Reuters")
    assert quote.confidence < 0.5


def test_the_dateline_of_an_agency_is_nobody() -> None:
    assert speakers((None, 'LEEDS (AP) - Rail staff on Monday called the offer "an insult".')) == ["Rail staff"]
    assert speakers((None, "UNICO — the growers' union — called the offer “an insult”.")) == ["UNICO"]


def test_a_verb_before_a_noun_is_no_part_of_its_phrase() -> None:
    text = "The union that represents warehouse workers said the memo “says it all”."
    assert speakers((None, text)) == ["union"]
    assert speakers(("Judge tosses lawsuit, calling claims 'thin soup'", "Judge Rita Sá sat early.")) == ["Rita Sá"]


def test_what_is_according_to_somebody_else_was_said_by_who_is_named_before_it() -> None:
    text = "Rita Sá told staff that the words were “not who we are”, according to two people who were there."
    assert speakers((None, text)) == ["Rita Sá"]


def test_an_offer_before_a_comma_is_its_owners() -> None:
    text = "On Braga's offer of “free bread”, Sá says: “Bread is never free.”"
    assert speakers((None, text)) == ["Braga", "Sá"]


def test_a_shadow_minister_is_not_the_minister() -> None:
    text = "Chancellor Rita Sá spoke. Shadow chancellor João Braga spoke. The chancellor called it “a good day”."
    assert speakers((None, text)) == ["Rita Sá"]


def test_who_is_told_of_in_a_relative_clause_is_not_who_speaks() -> None:
    text = "Róisín Kell, whose daughter Saoirse was hurt on Friday, has spoken. “I am tired,” she said."
    assert speakers((None, text)) == ["Róisín Kell"]


def test_a_letter_speaks_for_its_owner() -> None:
    text = "Bishop Rita Sá is ill. The bishop's letter was read out. “Open the doors,” the letter says."
    assert speakers((None, text)) == ["Rita Sá"]


def test_the_title_of_a_programme_is_nobodys() -> None:
    assert speakers((None, "Rita Sá told the “Morning” programme: “We wait.”")) == ["Rita Sá"]
    assert speakers((None, "Rita Sá said no. Staff have nicknamed the affair “Soupgate”.")) == []


def test_a_headlines_remark_without_an_owner_is_whose_the_text_tells() -> None:
    assert speakers(("Speaker ends sitting after 'thief' jibe", "Speaker Rita Sá left.")) == []


def test_a_headline_may_quote_a_word_more_than_the_text() -> None:
    assert speakers(("Firm boss: cut 'will sink us'", "The boss of Kestrelo, Rita Sá, says it will “sink us”.")) == [
        "Rita Sá",
        "Rita Sá",
    ]


def test_people_with_one_surname_are_told_apart_by_title_and_place() -> None:
    text = "Kaya Lund, 9, is safe. Her father, Nils Lund, waited all night. “I saw her hat,” Mr Lund said."
    assert speakers((None, text)) == ["Nils Lund"]


@pytest.mark.parametrize("words", ["the 22-year-old", "the Spaniard", "the 22-year-old striker"])
def test_an_age_or_a_nation_means_somebody_named_before(words: str) -> None:
    assert speakers((None, f"Striker Inés Roca has signed for Valla. “I am home,” {words} said.")) == ["Inés Roca"]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("Det Ch Insp Moira Kell", "Moira Kell"),
        ("Rear Adm Stavros Ili", "Stavros Ili"),
        ("Cllr Dev Patel", "Dev Patel"),
        ("Justice K. V. Raman", "K. V. Raman"),
        ("Novelist Tilda Wray", "Tilda Wray"),
        ("Passenger Anita Rao", "Anita Rao"),
        ("Sixteen-year-old Pasang Tamang", "Pasang Tamang"),
        ("Raj Bhandari KC", "Raj Bhandari"),
        ("Luc van den Broek", "Luc van den Broek"),
        ("Asma bint Yusuf", "Asma bint Yusuf"),
        ("Coroner Ann St John-Reeve", "Ann St John-Reeve"),
        ("Ann Raghu of Halden Securities", "Ann Raghu"),
        ("Bank boss Walter Dunleavy", "Walter Dunleavy"),
        ("Jo Tan", "Jo Tan"),
        ("Farooq al-Hashimi", "Farooq al-Hashimi"),
    ],
)
def test_titles_and_particles(written: str, name: str) -> None:
    assert speakers((None, f"{written} left.\n\n“It is over,” {written} said.")) == [name]


def test_aliases_are_the_other_forms_seen() -> None:
    _, actors = facts(
        (None, "Norwegian President Kari Lund met ministers. “Now,” Lund said. “Soon,” the Norwegian president said."),
        (None, "President Lund slept. “Later,” Kari Lund said."),
    )
    assert [(actor.name, actor.aliases, actor.roles) for actor in actors] == [
        ("Kari Lund", ("Lund", "the Norwegian president"), ("Norwegian President",))
    ]


def test_a_rival_speaker_lowers_the_confidence() -> None:
    (clear,) = facts((None, "Rita Sá told the hall that the plan was “a mess”."))[0]
    (rival,) = facts((None, "Rita Sá told the hall that João Braga once called the plan “a mess”."))[0]
    assert clear.confidence > 0.8
    assert rival.confidence < 0.8


def confidence(text: str) -> float:
    return facts((None, text))[0][-1].confidence


@pytest.mark.parametrize(
    ("plain", "rivalled"),
    [
        (
            "Rita Sá said on a long and rainy night in the port that Lisbon was looking for a plan of “real purpose”.",
            "Rita Sá said on a long and rainy night in the port that João Braga claimed a “real purpose”.",
        ),
        (
            "As we reported earlier, Rita Sá has called for a “real purpose” in the talks.",
            "As João Braga reported earlier, Rita Sá has called for a “real purpose” in the talks.",
        ),
        (
            "João Braga spoke out after Rita Sá proposed a “real purpose” for the talks.",
            "João Braga spoke of what Rita Sá proposed, a “real purpose” for the talks.",
        ),
        (
            "Rita Sá said that she feels a “real purpose” in the talks.",
            "Rita Sá said that João Braga claims a “real purpose” in the talks.",
        ),
    ],
)
def test_only_a_rival_for_the_words_makes_doubt(plain: str, rivalled: str) -> None:
    assert confidence(plain) >= 0.8 > confidence(rivalled)


def test_who_sees_something_as_something_is_the_agent() -> None:
    text = "In what is seen by many diplomats as “an ultimatum”, leaders of Peru, Chile and Cuba told Oslo to agree."
    assert speakers((None, text)) == ["many diplomats"]
    text = "Leaders of Peru, Chile and Cuba told Oslo it was “time to agree”."
    assert speakers((None, text)) == ["Leaders"]


def test_as_somebody_puts_it() -> None:
    text = "Most growers must wait for “a lawful source of rain,” as a ministry memo put it."
    assert speakers((None, text)) == [None]


def test_they_are_people_rather_than_the_town_they_met_in() -> None:
    text = "Nothing came of the warning that northern leaders gave in Kyiv. They called it “a last word”."
    assert speakers((None, text)) == ["northern leaders"]


@pytest.mark.parametrize(
    "text",
    [
        "Rita Sá said the plan was “Dead On Arrival” today.",
        "Rita Sá wrote that it was a “BIG WEEK” for peace.",
        "Rita Sá accused him of running a “Witch Hunt” for years.",
    ],
)
def test_words_in_capitals_that_say_what_something_is_are_no_title(text: str) -> None:
    assert speakers((None, text)) == ["Rita Sá"]


@pytest.mark.parametrize(
    "text",
    [
        "In her essay “The End of Rain”, Rita Sá argues that it is late.",
        "Rita Sá stressed her support for the raid at a “Growers Night Forum” in Faro.",
    ],
)
def test_a_title_is_nobodys(text: str) -> None:
    assert speakers((None, text)) == []


def test_a_role_is_explained_by_a_name_with_an_epithet() -> None:
    text = "The alliance said no. Its president, former Sen. Rita Sá, called the rule “thin soup”."
    assert speakers((None, text)) == ["Rita Sá"]


def sure(text: str) -> list[tuple[str | None, bool]]:
    """Each quotation's speaker, and whether it is shown without a mark of doubt."""
    return [(quote.speaker, quote.confidence >= 0.8) for quote in facts((None, text))[0]]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rita Sá and João Braga said “the dam will hold until the spring”.", "Rita Sá and João Braga"),
        ("Peru and Chile have both said it is “a first step towards a pact”.", "Peru and Chile"),
        ("France, Norway and Peru said “the door is open to everybody”.", "France, Norway and Peru"),
        ("“The dam will hold until the spring,” said Rita Sá and João Braga.", "Rita Sá and João Braga"),
        ("“The dam will hold until the spring,” Rita Sá and João Braga said.", "Rita Sá and João Braga"),
        ("The mayor and the growers' union say “the dam will hold”.", "the mayor and the growers' union"),
        ("After meeting Nils Dahl, Sá and Braga said “the dam will hold”.", "Sá and Braga"),
        ("According to Rita Sá and João Braga, it is “a bad joke on us all”.", "Rita Sá and João Braga"),
        ("The plan was called “a bad joke on us all” by Rita Sá and João Braga.", "Rita Sá and João Braga"),
        ("Rita Sá and João Braga: “The dam will hold until spring.”", "Rita Sá and João Braga"),
        ("Rita Sá and João Braga, both engineers, said “the dam will hold”.", "Rita Sá and João Braga"),
        ("Rita Sá and João Braga both said “the dam will hold”.", "Rita Sá and João Braga"),
        ("Both Rita Sá and João Braga said “the dam will hold”.", "Rita Sá and João Braga"),
        ("Both engineers said “the dam will hold”.", "Both engineers"),
        ("The head of the union and João Braga have said “the dam will hold”.", "the head of the union and João Braga"),
    ],
)
def test_what_several_say_together_belongs_to_all_of_them(text: str, speaker: str) -> None:
    assert sure(text) == [(speaker, True)]


def test_those_who_speak_together_are_one_collective_and_no_person() -> None:
    text = "Rita Sá and João Braga said “the dam will hold”. Braga and Sá said “we are sure of it”. Sá said “I swim”."
    quotes, actors = facts((None, text))
    assert [quote.speaker for quote in quotes] == ["Rita Sá and João Braga"] * 2 + ["Rita Sá"]
    assert [(actor.name, actor.kind) for actor in actors] == [
        ("Rita Sá and João Braga", ActorKind.COLLECTIVE),
        ("Rita Sá", ActorKind.PERSON),
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Rita Sá met João Braga and the governor said “the dam will hold”.", "the governor"),
        ("Rita Sá, who leads the union, and said “we are done with talking”.", "Rita Sá"),
        ("“The dam will hold,” said Rita Sá, a nurse and mother of two.", "Rita Sá"),
        ("Rita Sá, a nurse and mother, said “the dam will hold”.", "Rita Sá"),
        ("The group's founder and chairman Rita Sá said “the dam will hold”.", "Rita Sá"),
        ("Rita Sá, who beat João Braga and Nils Dahl, said “the dam will hold”.", "Rita Sá"),
        ("The Dams and Rivers Agency said “the dam will hold until spring”.", "Dams and Rivers Agency"),
        ("Trinidad and Tobago said “the dam will hold until spring”.", "Trinidad and Tobago"),
        ("Braga and Sons has said “the dam will hold until spring”.", "Braga and Sons"),
    ],
)
def test_and_does_not_always_join_those_who_speak(text: str, speaker: str) -> None:
    assert sure(text) == [(speaker, True)]


@pytest.mark.parametrize(
    "text",
    [
        "“The dam will hold,” said Rita Sá and João Braga nodded at every word.",
        "In talks with Rita Sá and João Braga said “the dam will hold”.",
        "“The dam will hold,” said Rita Sá and João Braga, her deputy, agreed.",
        "She and João Braga said “the dam will hold until the spring”.",
        "The head of Marks and Spencer said “the shop will stay”.",
    ],
)
def test_where_others_may_speak_too_the_speaker_is_doubtful(text: str) -> None:
    ((_, certain),) = sure(text)
    assert not certain


@pytest.mark.parametrize(
    "text",
    [
        "Rita Sá has said in effect “maybe next year, friends”.",
        "Rita Sá effectively said “maybe next year, friends”.",
        "Rita Sá shrugged, as if to say “maybe next year, friends”.",
        "Rita Sá said the pact was off; in other words, “maybe next year, friends”.",
        "Rita Sá might as well have said “maybe next year, friends”.",
        "Rita Sá said “maybe next year, friends”, or words to that effect.",
    ],
)
def test_a_rendering_is_not_somebodys_own_words(text: str) -> None:
    (quote,) = facts((None, text))[0]
    assert quote.confidence < 0.5


def test_what_is_effectively_so_is_still_said() -> None:
    assert sure("Rita Sá said the pact was effectively “dead on arrival”.") == [("Rita Sá", True)]


@pytest.mark.parametrize(
    "text",
    [
        "The palace's answer recalls the charm of Rita Sá, a comic figure from a film who met every question by saying: “Ask my cat.”",
        "He met Rita Sá, a nurse from Leeds who said “ask my cat about it”.",
    ],
)
def test_who_means_the_person_that_an_apposition_explains(text: str) -> None:
    assert speakers((None, text)) == ["Rita Sá"]


@pytest.mark.parametrize(
    "text",
    [
        "Article 2 states that “no dam may be closed in spring”.",
        "The constitution says “no dam may be closed in spring”.",
        "The treaty says that “no dam may be closed in spring”.",
        "The plan says “no dam may be closed in spring”.",
        "Another said: “We are very tired of it.”",
        "“We are very tired of it,” said one.",
        "Others said “we are very tired of it”.",
    ],
)
def test_a_document_a_thing_or_a_word_alone_is_no_actor(text: str) -> None:
    quotes, actors = facts((None, text))
    assert [quote.speaker for quote in quotes] == [None]
    assert actors == ()


def test_an_institutions_report_speaks_for_it_with_doubt() -> None:
    assert sure("The ministry's report said “no dam may be closed in spring”.") == [("ministry", False)]


def test_his_office_is_the_office_of_whom_his_means() -> None:
    quotes, _ = facts(
        (None, "Nils van den Berg left. “No comment,” his office said. “None at all,” their office said.")
    )
    assert (quotes[0].speaker, quotes[0].surface) == ("van den Berg's office", "his office")


def test_nobody_for_his_to_mean_leaves_the_words_as_written() -> None:
    assert speakers((None, "Rain fell. “No comment on that,” his office said.")) == ["his office"]


def test_an_unnamed_aide_keeps_whom_she_serves() -> None:
    assert (
        speakers((None, "“We are tired,” an aide to Braga said. “Very,” said an aide to Braga."))
        == ["an aide to Braga"] * 2
    )


@pytest.mark.parametrize(
    "text",
    [
        "Rita Sá told the BBC the talks were going nowhere, saying that Norway has not given “one single sign” of will.",
        "The court sat. Her lawyer, Rita Sá: “We are confident in the court.”",
    ],
)
def test_plain_constructions_are_sure(text: str) -> None:
    assert sure(text) == [("Rita Sá", True)]


def test_paragraphs_of_nothing_but_quotations_after_a_clear_one_are_sure() -> None:
    text = (
        "Rita Sá said: “We will not move from here today.”\n\n“The offer is a bad one.”\n\n“We shall see who blinks.”"
    )
    assert sure(text) == [("Rita Sá", True)] * 3


def test_a_first_name_with_its_title_is_listed_as_written() -> None:
    _, (actor,) = facts((None, "Sir Nils Dahl spoke. “Never,” Sir Nils said. “Not once,” said Mr Dahl."))
    assert actor.aliases == ("Sir Nils", "Dahl")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Rita Sá used the phrase “iron winter” twice on Friday.", ["iron winter"]),
        ("Rita Sá refused to use the words “iron winter”.", []),
        ("Rita Sá called them “Grey Mouse” and “Iron Winter” on Friday.", ["Grey Mouse", "Iron Winter"]),
        ("“Look at him,” Rita Sá said. “Our Nils. Good Nils.”", ["Look at him,", "Our Nils. Good Nils."]),
        ("Rita Sá's essay, “Reading, my only comfort,” is short.", []),
        ("Rita Sá was accused by a judge of promoting “magic” rain pills.", []),
        ("Rita Sá proclaimed a policy of “Peace Through Rain”.", ["Peace Through Rain"]),
    ],
)
def test_which_marked_words_are_quotations(text: str, words: list[str]) -> None:
    assert [quote.text for quote in facts((None, text))[0]] == words


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        # a place is nobody
        ("Rita Sá flew home. The talks in Lisbon had ended.\n\n“It was late,” she said.", ("Rita Sá", True)),
        (
            "The talks in Vantaa had ended, and the hotels in Vantaa were full.\n\n“It was late,” he said.",
            ("he", False),
        ),
        # whom the text calls by the first name
        (
            "João Braga waved. At home Melanie turned off the television.\n\n“I love you,” he said.",
            ("João Braga", True),
        ),
        # who spoke last, although the name stands behind the word of saying
        (
            (
                "João Braga opened the debate. Few minds are changed by such evenings, noted the port's Ivo Reis.\n\n"
                "“Remember how late it is,” he wrote."
            ),
            ("Ivo Reis", False),
        ),
    ],
)
def test_whom_a_pronoun_means_and_when_that_is_doubtful(text: str, speaker: tuple[str, bool]) -> None:
    assert sure(text) == [speaker]


def test_what_somebody_did_after_an_apposition_is_no_role() -> None:
    text = "The president of Norway, Ana Kovac, met the president of Peru. “Norway is a friend,” the Peruvian president said."
    quotes, actors = facts((None, text))
    assert [quote.speaker for quote in quotes] == ["the Peruvian president"]
    assert all("met the president of Peru" not in actor.roles for actor in actors)


@pytest.mark.parametrize("day", ["Tuesday", "May", "Christmas"])
def test_a_report_is_not_the_days_on_which_it_came(day: str) -> None:
    assert speakers((None, f"A {day} report said the bridge was “a danger to all”.")) == [None]


def test_a_platforms_post_is_not_the_platforms() -> None:
    assert speakers((None, "A Facebook post said: “Be kind to all.”")) == [None]
    assert speakers((None, "A Senate report said the bridge was “a danger to all”.")) == ["Senate"]


@pytest.mark.parametrize(
    "text",
    [
        "Ana Ruiz beat Jana Novak. “It was hard,” the Czech said.",
        "A judge said the case was “a disgrace”. The appeal will be heard by Judge Ann Lee.",
    ],
)
def test_who_may_be_another_is_doubtful(text: str) -> None:
    assert [sure for _, sure in sure(text)] == [False]


def test_a_nation_that_a_role_tells_is_sure() -> None:
    text = "Czech runner Jana Novak won on Sunday. “It was hard,” the Czech said."
    assert sure(text) == [("Jana Novak", True)]


def test_the_leader_of_a_house_is_no_president_of_another_post() -> None:
    alone = (None, "The Leader of the House was firm. “We vote on Monday,” the Leader of the House said.")
    other = (None, "The president of Tonga, Sione Vaka, opened a school.")
    assert speakers(alone) == speakers(alone, other) == ["the Leader of the House"]


def test_a_role_alone_whose_holder_only_another_post_names_is_doubtful() -> None:
    quotes, _ = facts(
        (None, "The mayor of York, Ann Lee, opened a school."), (None, "“We are done,” the mayor said in Leith.")
    )
    assert [quote.confidence < 0.8 for quote in quotes] == [True]


def test_a_blank_speaker_is_nobody() -> None:
    post = Post(n=1, id=1, text="“We vote.”\n\n“I know,” I said.", speaker=" ", byline_name="\u00a0")
    quotes, _, _ = resolve([post], [find_candidates(post.text, None)])
    assert [quote.speaker for quote in quotes] == ["I"]


@pytest.mark.parametrize("unit", ["Mr, ", "Sir a ", "we Judge\n"])
def test_long_headlines_are_read_like_any_text(unit: str) -> None:
    """What took more than linear time would be felt here."""
    flood = unit * (50_000 // len(unit))
    post = Post(n=1, id=1, headline=flood, text=flood)
    resolve([post], [find_candidates(post.text, post.headline)])


def test_a_long_number_is_read_like_any_text() -> None:
    """A megabyte of it; what took more than linear time would take minutes here."""
    assert find_candidates("7" * 1_000_000, None).quotes == ()


def test_many_people_of_one_first_name_and_many_roles_of_one_person_are_read_like_any() -> None:
    """What took more than linear time would be felt here."""
    tails = [f"{chr(97 + at % 26)}{chr(97 + at // 26 % 26)}{chr(97 + at // 676)}" for at in range(1_500)]
    text = "\n".join(
        f"William Tor{tail} and Tor{tail} minister Ana Kovac met. “No,” Sir William said. “So,” Bill said."
        for tail in tails
    )
    post = Post(n=1, id=1, text=text)
    _, _, actors = resolve([post], [find_candidates(text, None)])
    assert all(len(actor.roles) <= 100 for actor in actors)


def test_a_habit_of_saying_is_sure() -> None:
    assert sure("Ana Ruiz used to say: “Never give up on the port.”") == [("Ana Ruiz", True)]


@pytest.mark.parametrize("between", ["The farmer stood beside her.", "Her aunt was older.", "Investors were calmer."])
def test_who_spoke_before_somebody_else_did_something_is_doubtful(between: str) -> None:
    (_, quote), _ = facts((None, f"“We sail on Monday,” said Lone Tveit. {between} “We have bread and we have water.”"))
    assert quote.confidence < 0.8


def test_a_role_that_speaks_of_something_too_is_doubtful() -> None:
    text = "Lone Tveit warned of “a winter of cuts” and the mayor of “a spring of strikes”."
    (first, second), _ = facts((None, text))
    assert first.speaker == "Lone Tveit"
    assert second.speaker != "Lone Tveit"
    assert second.confidence < 0.8
