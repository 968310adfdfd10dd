"""Whole stories with the speaker of each quotation written in braces right after it; `{?}` leaves one open."""

import re
from pathlib import Path

import pytest

from newsdesk.find.quotes.in_post import find_candidates
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
    quotes, _, actors = resolve(made, [find_candidates(post.text, post.headline) for post in made])
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
    assert speakers((None, text)) == ["a ministry memo"]


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
