import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.find.quotes.in_post import find_candidates
from newsdesk.find.quotes.in_story import quotes_in_text
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.model import QuoteKind


def spoken(text: str, headline: str | None = None) -> list[tuple[str, str | None]]:
    """(words, speaker as written) of every quotation."""
    return [
        (quote.text, quote.speaker.text if quote.speaker is not None else None)
        for quote in find_candidates(text, headline).quotes
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # names
        ("“The dam will hold,” Marta Kovac said.", [("The dam will hold,", "Marta Kovac")]),
        ("“The dam will hold,” said Marta Kovac.", [("The dam will hold,", "Marta Kovac")]),
        ("Marta Kovac said: “The dam will hold.”", [("The dam will hold.", "Marta Kovac")]),
        ("Kovac told reporters that “the dam will hold”.", [("the dam will hold", "Kovac")]),
        # titles, appositions, brackets
        (
            "“It is over,” said Slovenian Prime Minister Marta Kovac.",
            [("It is over,", "Slovenian Prime Minister Marta Kovac")],
        ),
        (
            "“It is over,” Marta Kovac, the mayor of Ebbridge, said on Monday.",
            [("It is over,", "Marta Kovac")],
        ),
        ("“It is over,” Rep. Ann Doyle (D-Ohio) told the court.", [("It is over,", "Rep. Ann Doyle")]),
        ("“It is over,” said company spokeswoman Ann Doyle.", [("It is over,", "company spokeswoman Ann Doyle")]),
        ("The harbour master, Tom Reed, called it “a miracle”.", [("a miracle", "Tom Reed")]),
        ("“It is over,” said the town's mayor, Ann Doyle.", [("It is over,", "Ann Doyle")]),
        # pronouns and several sentences
        ("“It is over,” he said. “We go home.”", [("It is over,", "he"), ("We go home.", "he")]),
        ("He’s calling the plan “a gift to thieves”.", [("a gift to thieves", "He")]),
        # roles, institutions, collectives
        ("“It is over,” the Slovenian president said.", [("It is over,", "the Slovenian president")]),
        ("The Slovenian presidency called it “a first step”.", [("a first step", "The Slovenian presidency")]),
        ("“It is over,” senior officials said.", [("It is over,", "senior officials")]),
        # participles, fragments decided together
        (
            "Kovac praised the crews, calling them “the best of us”, and said they had “saved the town”.",
            [("the best of us", "Kovac"), ("saved the town", "Kovac")],
        ),
        ("Kovac ended the strike, saying “enough is enough”.", [("enough is enough", "Kovac")]),
        # nouns of saying and their owners
        ("Doyle voted against Kovac's offer of “open talks”.", [("open talks", "Kovac")]),
        ("Doyle has one message for the crews: come back or face “long days”.", [("long days", "Doyle")]),
        # according to, colons
        ("According to Marta Kovac, the dam is “as good as new”.", [("as good as new", "Marta Kovac")]),
        # a relative clause, a clause of its own
        (
            "Doyle has gone quiet after Kovac proposed holding “open talks” on Thursday.",
            [("open talks", "Kovac")],
        ),
        (
            "Ministers including Ann Doyle and Tom Reed warned of “long days”.",
            [("long days", "Ministers")],
        ),
        # another matter in a clause after the quotation; words that are quoted second hand
        (
            "Doyle invited the crews to join “open talks” hours after Reed urged them to stay.",
            [("open talks", "Doyle")],
        ),
        ("“We are going home,” Doyle was quoted as saying.", [("We are going home,", "Doyle")]),
        # a question and who asked it
        ("“Who will pay?” Doyle asked.", [("Who will pay?", "Doyle")]),
    ],
)
def test_finds_who_is_named_beside_a_quotation(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert expected == spoken(text)


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        ("Dam is 'as good as new' - Marta Kovac", [("as good as new", "Marta Kovac")]),
        ("'We are going home' - Slovenia's PM", [("We are going home", "Slovenia's PM")]),
        ("Dam is 'as good as new', Kovac says", [("as good as new", "Kovac")]),
        ("Dam 'as good as new' says Mayor Kovac", [("as good as new", "Mayor Kovac")]),
        ("Kovac calls for 'calm and patience'", [("calm and patience", "Kovac")]),
        ("Kovac: 'We are going home'", [("We are going home", "Kovac")]),
    ],
)
def test_headline_forms(headline: str, expected: list[tuple[str, str | None]]) -> None:
    found = find_candidates("", headline).quotes
    assert expected == spoken("", headline)
    assert [(QuoteKind.HEADLINE, "headline")] * len(found) == [(quote.kind, quote.place) for quote in found]


def test_a_paragraph_of_nothing_but_a_quotation_continues_the_last_speaker() -> None:
    text = "Kovac says the town is safe.\n\n“Nobody was hurt. We are proud.”\n\n“The school opens on Monday.”"
    assert spoken(text) == [("Nobody was hurt. We are proud.", "Kovac"), ("The school opens on Monday.", "Kovac")]


def test_a_paragraph_that_ends_with_a_colon_introduces_the_next() -> None:
    assert spoken("Kovac wrote on her page:\n\n“What a day!”") == [("What a day!", "Kovac")]


def test_a_name_after_a_dash_signs_a_quotation() -> None:
    assert spoken("“I miss the old bridge.” ― Ann Doyle") == [("I miss the old bridge.", "Ann Doyle")]


def test_turns_of_an_interview_name_their_speakers() -> None:
    text = "“DOYLE: Will the dam hold?\n\n“KOVAC: It will hold for years.”"
    assert spoken(text) == [("Will the dam hold?", "DOYLE"), ("It will hold for years.", "KOVAC")]


@pytest.mark.parametrize(
    "text",
    [
        "The so-called “bridge of sighs” was built in 1902.",
        "Tom “Bull” Reed drove the first lorry.",
        "The film, titled “Cold Harbour”, opens in May.",
        "Doyle told the network's “Late Late Hour” that she was ready.",
        "Doyle spoke at length on the channel's “Good Evening, Brampton” about the fire.",
        "Doyle appeared on the programme “Morning With Reed” twice.",
        "The paper sent its “chief of fun” Ann Doyle to the fair.",
        "He said the feast is known as “La Noche” (“The Night”).",
        'Left in the text: <a class="big red">here</a>.',
    ],
)
def test_scare_quotations_titles_and_nicknames_are_nobodys(text: str) -> None:
    assert spoken(text) == []


def test_a_programme_of_a_station_is_no_second_quotation() -> None:
    said = "“I would not know,” Ann Doyle said on the station's “Tell Me, Tell Me … Don't Ask!”"
    assert spoken(said) == [("I would not know,", "Ann Doyle")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ann Doyle mocked the station's “endless weather maps”.", [("endless weather maps", "Ann Doyle")]),
        ("Ann Doyle attacked the paper's “campaign of lies”.", [("campaign of lies", "Ann Doyle")]),
        ("Ann Doyle said the network's “Time for change” was over.", [("Time for change", "Ann Doyle")]),
    ],
)
def test_what_somebody_says_of_a_station_is_quoted(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“We shut at six,” said Ann Doyle. “And what would you do if …” Tom Reed asked.", ["Ann Doyle", "Tom Reed"]),
        ("“We shut at six,” said Ann Doyle. “And what would you do if...” Tom Reed asked.", ["Ann Doyle", "Tom Reed"]),
        ("“It is so very strange that …” Tom Reed said, and stopped.", ["Tom Reed"]),
        # what follows is a sentence of its own
        ("Ann Doyle said: “I had hoped for more …” Tom Reed said it was late.", ["Ann Doyle"]),
        ("Ann Doyle said, “I had hoped for more …” Tom Reed asked for a glass of water.", ["Ann Doyle"]),
        ("Ann Doyle spoke first: “We tried everything …”\n\nTom Reed said he was tired.", ["Ann Doyle"]),
        ("Ann Doyle said: “I had hoped for more.” Tom Reed asked for a glass of water.", ["Ann Doyle"]),
    ],
)
def test_a_quotation_that_breaks_off_is_whose_it_is_told_to_be(text: str, expected: list[str]) -> None:
    assert [speaker for _, speaker in spoken(text)] == expected


@pytest.mark.parametrize(
    ("text", "via"),
    [
        ("“No deal,” Kovac told the BBC-style local station Radio Leith.", None),
        ("Kovac told the BBC that the dam was “as good as new”.", "BBC"),
        ("Kovac wrote on Telegram: “We are going home.”", "Telegram"),
        ("“We are going home,” Kovac said, according to Reuters.", "Reuters"),
        ("Kovac told Times of Lindra the dam was “as good as new”.", "Times of Lindra"),
        ("“We are going home,” Kovac said, the Times of Port Lindra reported.", "Times of Port Lindra"),
        ("“We are going home,” Kovac told the Times of Lindra’s plan.", "Times"),
        ("“We are going home,” Kovac told Reuters of Lindra.", "Reuters"),
        ("“We are going home,” Kovac said.", None),
    ],
)
def test_agencies_and_platforms_relay(text: str, via: str | None) -> None:
    (quote,) = find_candidates(text, None).quotes
    assert ("Kovac", via) == (quote.speaker.text if quote.speaker else None, quote.via)


def test_an_agency_after_the_second_sentence_relays_the_first_speaker() -> None:
    text = "“We are going home,” Kovac said. “The dam holds,” Reuters reported."
    assert [
        (quote.speaker.text if quote.speaker else None, quote.via) for quote in find_candidates(text, None).quotes
    ] == [("Kovac", None), ("Kovac", "Reuters")]


def test_an_office_that_passes_on_what_its_chief_said_is_a_relay() -> None:
    text = "Kovac told the king that “the doors are open to all who come”, the presidency said."
    (quote,) = find_candidates(text, None).quotes
    assert (quote.speaker.text if quote.speaker else None, quote.via) == ("Kovac", "the presidency")


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“We are going home,” Kovac said.", QuoteKind.DIRECT),
        ("Kovac called it “a first step”.", QuoteKind.PARTIAL),
        ("Kovac said that “we will not leave this town to the flood”.", QuoteKind.DIRECT),
    ],
)
def test_kinds(text: str, kind: QuoteKind) -> None:
    assert [kind] == [quote.kind for quote in find_candidates(text, None).quotes]


def test_a_quotation_that_nobody_is_named_for_is_kept_in_doubt() -> None:
    (quote,) = find_candidates("“The water came at night and it took all that we had built.”", None).quotes
    assert quote.speaker is None
    assert quote.confidence < 0.5


def test_names_carry_roles_and_kinds() -> None:
    names = find_candidates("Slovenian Prime Minister Marta Kovac met union leaders.", None).names
    assert [(name.core, name.kind, name.roles) for name in names if name.kind is PhraseKind.NAME] == [
        ("Marta Kovac", PhraseKind.NAME, ("Slovenian Prime Minister",))
    ]


def test_candidates_can_be_kept_between_processes() -> None:
    found = find_candidates("“We go,” Kovac said.", "Kovac 'goes'")
    assert found == pickle.loads(pickle.dumps(found))


_WORDS = st.sampled_from(
    [
        "“",
        "”",
        '"',
        "'",
        "’s",
        "said",
        "Lee",
        "Mr.",
        "the",
        "president",
        "he",
        ",",
        ".",
        ":",
        "-",
        "\n",
        "who",
        "of",
        "told",
        "and",
        "(",
        ")",
        "calls",
        "A",
        "\x01",
        "Asked whether",
        "Speaking",
    ]
)


@given(st.lists(_WORDS, max_size=60), st.sampled_from([" ", ""]))
def test_any_text_gives_valid_offsets(words: list[str], space: str) -> None:
    text = space.join(words)
    headline = text.replace("\n", " ")
    found = find_candidates(text, headline)
    for item in (*found.quotes, *found.statements):
        whole = text if item.place == "text" else headline
        assert item.text == whole[item.start : item.end]
        assert item.text
        assert 0.0 < item.confidence <= 1.0
        if item.speaker is not None:
            own = text if item.speaker.place == "text" else headline
            assert item.speaker.text == own[item.speaker.start : item.speaker.end]


@given(st.text(max_size=120))
def test_no_text_raises(text: str) -> None:
    found = find_candidates(text, text)
    assert all(quote.text for quote in found.quotes)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a share of those who were asked
        ("While 59 percent said the mayor was “worn out”.", [("worn out", "59 percent")]),
        ("Some 41% of voters say the mayor is “worn out”.", [("worn out", "41%")]),
        ("The paper rated 32% of claims as “plain false stuff”.", [("plain false stuff", "The paper")]),
        # plurals that end like an abstract noun
        ("Critics have called the bill “a charter for cheats”.", [("a charter for cheats", "Critics")]),
        ("Management called the strike “a gift to rivals”.", [("a gift to rivals", "Management")]),
        # whoever acts, not what is given, placed or asked
        ("The Harbour Council issued a statement calling it “a bad day”.", [("a bad day", "The Harbour Council")]),
        ("Kovac sent a letter to Tom Reed saying it was “a bad day”.", [("a bad day", "Kovac")]),
        ("Reed can be heard on the tape telling a friend it was “a bad day”.", [("a bad day", "Reed")]),
        ("Asked about Tom Reed's remarks, Kovac said they were “utter rot”.", [("utter rot", "Kovac")]),
        ("Asked by reporters if he would go, Reed shot back: “Would you?”", [("Would you?", "Reed")]),
        (
            "In a Friday note, Ann Doyle, an analyst at Reed Bank, said it was “a bad day”.",
            [("a bad day", "Ann Doyle")],
        ),
        ("Kovac mocked Reed for calling it “a fine day out”.", [("a fine day out", "Reed")]),
        ("Reed's office kept quiet, but his aide, Ann Doyle, said it was “a bad day”.", [("a bad day", "Ann Doyle")]),
        ("Kovac slammed Reed for talking “like a cart driver”.", [("like a cart driver", "Kovac")]),
        ("Reed's note, reported by his own office, follows Kovac's offer of “open talks”.", [("open talks", "Kovac")]),
        # relative clauses, time words and opening clauses before the verb
        ("In Leeds, a man who lost his boat said “we are done now”.", [("we are done now", "a man")]),
        ("They met Ann Doyle, who this week called the dam “a toy”.", [("a toy", "Ann Doyle")]),
        (
            "When Reed gave no answer, Kovac ran over, telling the crew “he is not well at all”.",
            [("he is not well at all", "Kovac")],
        ),
        (
            "Reed was “a disgrace”, Kovac said. Reed shrugged after Doyle attacked the crew and blamed it all on “lazy hands”.",
            [("a disgrace", "Kovac"), ("lazy hands", "Doyle")],
        ),
        # where a speaker closes the sentence, or is named beside it
        (
            "Towns should keep dams at “safe levels” after the rain, says the water board.",
            [("safe levels", "the water board")],
        ),
        ("It was, in the words of Ann Doyle, “a night to forget”.", [("a night to forget", "Ann Doyle")]),
        ("It was “a night to forget”, in Ann Doyle's words.", [("a night to forget", "Ann Doyle")]),
        (
            "Members vote “to fill a gap on the board”, per the club’s bylaws.",
            [("to fill a gap on the board", "the club’s bylaws")],
        ),
        ("The bill, branded a “charter for cheats” by the growers, passed.", [("charter for cheats", "the growers")]),
        ("“No money for that,” was Ann Doyle's answer.", [("No money for that,", "Ann Doyle")]),
        ("The answer from Ann Doyle was “not in my lifetime”.", [("not in my lifetime", "Ann Doyle")]),
        ("Ann Doyle's response was a curt “no comment”.", [("no comment", "Ann Doyle")]),
        (
            "One phrase is in each statement from Leeds: the “old debts” must go, Kovac says.",
            [("old debts", "Kovac")],
        ),
        # messages
        ("A statement from the palace says the queen is “in good spirits”.", [("in good spirits", "the palace")]),
        ("The letter, signed by Ann Doyle, begins: “We are tired.”", [("We are tired.", "Ann Doyle")]),
        # verbs that pass nothing on, and objects after a quotation
        ("Kovac said Leeds had agreed to “direct talks”.", [("direct talks", "Kovac")]),
        ("Unlike Kovac, who called the dam “a toy”, Reed welcomed it.", [("a toy", "Kovac")]),
        ("The court heard that Reed had texted his wife: “I am done.”", [("I am done.", "Reed")]),
        # names with nicknames and dashes
        ("“We won,” Marta “Tata” Kovac said.", [("We won,", "Marta “Tata” Kovac")]),
        ("The mayor, Ann Doyle – who is ill – says the dam is “a toy”.", [("a toy", "Ann Doyle")]),
        # a mocking word is no title, a title is nobody's
        ("The crew hit back, calling the ad “a cheap trick”.", [("a cheap trick", "The crew")]),
        (
            "The actor, best known for “Harbour Lights”, said he was “done with towns”.",
            [("done with towns", "The actor")],
        ),
    ],
)
def test_who_speaks_where_another_stands_nearer(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(text) == expected


def test_a_headline_may_end_with_a_colon_and_who_speaks() -> None:
    (quote,) = find_candidates("Talks went on.", "'We will not yield': minister Reed").quotes
    assert quote.speaker is not None
    assert quote.speaker.text == "minister Reed"
    assert quote.confidence > 0.8


def test_a_nickname_is_no_part_of_the_name_that_is_compared() -> None:
    (quote,) = find_candidates("“We won,” Marta “Tata” Kovac said.", None).quotes
    assert quote.speaker is not None
    assert quote.speaker.core == "Marta Kovac"


def test_a_role_that_begins_a_sentence_is_a_subject_though_a_name_ends_the_one_before() -> None:
    names = find_candidates("They met Ann Doyle. The spokesman said nothing.", None).names
    assert [(name.text, name.subject) for name in names if name.kind is PhraseKind.ROLE] == [("The spokesman", True)]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("I am tired.", "direct"),
        ("I trust her,", "direct"),
        ("I\u2019ll stay,", "direct"),
        ("I would", "partial"),
    ],
)
def test_a_sentence_about_oneself_is_whole(words: str, kind: str) -> None:
    (quote,) = quotes_in_text(f"Rita Sá said \u201c{words}\u201d after the vote.")[0]
    assert quote.kind == kind


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # an insertion that ends with a month or a weekday
        ("Kovac, who beat Tom Reed in May, said: “We start again.”", [("We start again.", "Kovac")]),
        ("Kovac, who met Tom Reed on Sunday, said: “We start again.”", [("We start again.", "Kovac")]),
        # whom somebody quotes
        ("Kovac quoted Tom Reed: “They will not pay.”", [("They will not pay.", "Tom Reed")]),
        # who says it stands between what is spoken of and what is said of it
        ("Tom Reed, says Kovac, is “a broken man”.", [("a broken man", "Kovac")]),
        ("The dam, says Kovac, is “a broken tooth”.", [("a broken tooth", "Kovac")]),
        # an explained subject of a clause of its own, and an insertion that only mentions somebody
        ("Kovac left after the mayor, Tom Reed, said it was “all over”.", [("all over", "Tom Reed")]),
        ("Kovac left after Tom Reed, the mayor, said it was “all over”.", [("all over", "Tom Reed")]),
        ("Kovac, whose aide, Tom Reed, once said it was “all over”, left.", [("all over", "Tom Reed")]),
        ("Kovac, who came before Tom Reed, a mayor, said it was “all over”.", [("all over", "Kovac")]),
        ("Kovac, in office since Tom Reed, the mayor, died, said it was “all over”.", [("all over", "Kovac")]),
        # what somebody else gives a name to
        ("Kovac rejected Tom Reed's offer as “an insult to us”.", [("an insult to us", "Kovac")]),
        ("“No more cuts,” the crowd chanted as Kovac spoke.", [("No more cuts,", "the crowd")]),
        # a participle goes on with the clause that it ends
        ("Kovac left after Tom Reed gave a speech calling for “calm heads”.", [("calm heads", "Tom Reed")]),
        ("Kovac, speaking a day after Tom Reed, the mayor, said it was “all over”.", [("all over", "Kovac")]),
        ("Kovac left after Tom Reed arrived, calling it “a bad day”.", [("a bad day", "Kovac")]),
    ],
)
def test_the_subject_beside_an_insertion_a_clause_or_a_colon(text: str, expected: list[tuple[str, str | None]]) -> None:
    assert spoken(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "The word “ferry” appears nine times, Kovac noted.",
        "Kovac wrote “Harbour Song” with Tom Reed.",
        "Kovac's book, “The Long Pier”, says Tom Reed lied.",
        "Kovac said she clicked on a button marked “Buy now”.",
    ],
)
def test_a_word_that_is_mentioned_and_a_title_are_nobodys(text: str) -> None:
    assert spoken(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Speaking later, as planned, told reporters that it was “too late”.",
        "Running late, as ever, said nothing.",
        "Asked whether it was late, as ever, said “no”.",
    ],
)
def test_a_sentence_that_begins_with_what_somebody_does_may_lack_who(text: str) -> None:
    quotes, _ = quotes_in_text(text)
    assert all(quote.speaker is None for quote in quotes)
