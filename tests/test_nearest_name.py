"""Who speaks where a near name is not the right one: each line a text, and after it whose its quotations are, in order.

A name with "?" is one that carries the mark of doubt; "-" is nobody's.
"""

import pytest
from steps import assert_linear

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Post
from newsdesk.story.quotes import DOUBT


def speakers(text: str, headline: str | None = None) -> list[str]:
    post = Post(n=1, id=1, headline=headline, text=text)
    quotes, _, _ = resolve([post], [post_candidates(post)])
    return [f"{quote.speaker}{'?' if quote.confidence < DOUBT else ''}" if quote.speaker else "-" for quote in quotes]


TWO_MAYORS = "The mayor of Selby, Rita Holt, and the mayor of Kellmouth, Anna Kovac, met. "


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (TWO_MAYORS + "“We share,” the mayor of Selby said. “We pay,” the Kellmouth mayor added.", ["Rita Holt", "Anna Kovac"]),
        (TWO_MAYORS + "“We share,” said Selby's mayor. “We pay,” said the mayor of Kellmouth.", ["Rita Holt", "Anna Kovac"]),
        (TWO_MAYORS + "The mayor of Selby left early. “I was tired,” she said.", ["Rita Holt"]),
        ("Rita Holt, the mayor of Selby, met Anna Kovac, the mayor of Kellmouth. The mayor of Selby called it “a start”.", ["Rita Holt"]),
        ("The president of Norway, Nils Dahl, met the president of Finland, Aino Salo. “It is cold,” the president of Norway said.", ["Nils Dahl"]),
        ("The head of Selby Radio, Rita Holt, and the head of Kellmouth Radio, Anna Kovac, met. “We merge,” the head of Selby Radio said.", ["Rita Holt"]),
        ("The bishop of Selby, Rita Holt, met the mayor of Selby, Anna Kovac. “We pray,” said the bishop of Selby. “We pay,” said the mayor of Selby.", ["Rita Holt", "Anna Kovac"]),
        # Of whom no place is told: the mayor of the place is this one.
        ("The mayor, Anna Kovac, was late. “I missed the train,” the mayor of Kellmouth said.", ["Anna Kovac"]),
        ("Mayor Anna Kovac was late. “I missed the train,” said the mayor of Kellmouth.", ["Anna Kovac"]),
    ],
)  # fmt: skip
def test_a_role_with_a_place_is_whom_that_role_of_that_place_names(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (TWO_MAYORS + "The mayor of Leith called it “a start at last”.", ["the mayor of Leith"]),
        (TWO_MAYORS + "“We will share the cost,” the mayor said.", ["Anna Kovac?"]),
        (TWO_MAYORS + "“We will share the cost,” the mayor of Selby's driver said.", ["-"]),
        (TWO_MAYORS + "“We will share the cost,” the mayor of Selby's old driver said.", ["-"]),
        ("“We will share the cost,” a friend of Anna Kovac's driver said.", ["a friend of Anna Kovac's driver"]),
        ("“We will share the cost,” the head of Selby Radio's choir said.", ["the head of Selby Radio's choir"]),
        ("“We will share the cost,” the captain of Selby's team said.", ["the captain of Selby's team"]),
    ],
)
def test_a_role_with_another_place_or_with_none_of_two_is_nobody_for_sure(text: str, said_by: list[str]) -> None:
    assert [name[:1].lower() + name[1:] if name.startswith("The ") else name for name in speakers(text)] == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The mayor, Anna Kovac, said Peter Lund, the trade minister, had told her: “You get your money.”", ["Peter Lund?"]),
        ("Anna Kovac said Peter Lund, the trade minister, had told her: “You get your money.”", ["Peter Lund?"]),
        ("Anna Kovac said her lawyer, Peter Lund, had told her: “You get your money.”", ["Peter Lund?"]),
        ("Anna Kovac, the mayor, said the trade minister, Peter Lund, had told her: “You get it.”", ["Peter Lund?"]),
        ("Anna Kovac says Peter Lund, 52, once called her “a snake”.", ["Peter Lund?"]),
        ("The mayor, Anna Kovac, claimed Peter Lund, her deputy, had called her “a snake”.", ["Peter Lund?"]),
        # The other way about: who says stands in the insertion, or says it all.
        ("Anna Kovac, said Peter Lund, the trade minister, had told him: “You get your money.”", ["Anna Kovac?"]),
        ("The budget, said Peter Lund, the trade minister, had been “a mess”.", ["Peter Lund"]),
        ("Anna Kovac, who said Peter Lund, the minister, had lied, called him “a snake”.", ["Anna Kovac"]),
        ("Anna Kovac said Peter Lund, the minister, was “a snake”.", ["Anna Kovac"]),
    ],
)  # fmt: skip
def test_what_somebody_is_told_is_whose_the_teller_is(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Anna Kovac rejected calls to “come clean”.", []),
        ("Anna Kovac rejected calls to “come clean about the ferry”.", ["-"]),
        ("Anna Kovac dismissed claims that she was “a danger to the town”.", ["-"]),
        ("Anna Kovac rejected a demand for “an honest answer now”.", ["-"]),
        ("Anna Kovac denied accusations of “lying to the whole town”.", ["-"]),
        ("Anna Kovac faced calls to “come clean about the ferry”.", ["-"]),
        ("Anna Kovac left amid claims that she “lied to the town”.", ["-"]),
        ("Anna Kovac was accused of “lying to the town”.", ["-"]),
        ("Anna Kovac rejected suggestions that the ferry was “unsafe”, saying it was “sound”.", ["Anna Kovac"]),
        ("Anna Kovac rejected calls from Peter Lund to “come clean at once”.", ["Peter Lund"]),
        ("Anna Kovac rejected calls by Peter Lund to “come clean at once”.", ["Peter Lund"]),
        ("Anna Kovac rejected Peter Lund's calls to “come clean at once”.", ["Peter Lund?"]),
        # Her own words.
        ("Anna Kovac rejected claims of a plot as “utter nonsense”.", ["Anna Kovac"]),
        ("Anna Kovac rejected calls to go: “I have done nothing wrong.”", ["Anna Kovac"]),
        ("Anna Kovac rejected calls to go, saying she had “done nothing wrong”.", ["Anna Kovac"]),
        ("Anna Kovac denied that she was “a danger to the town”.", ["Anna Kovac"]),
        ("Anna Kovac repeated calls to “come clean about the ferry”.", ["Anna Kovac"]),
    ],
)
def test_calls_that_somebody_rejects_are_others_words(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("headline", "said_by"),
    [
        ("Mayor 'misled' council, says Farrow", ["Farrow"]),
        ("Mayor 'misled' council, Farrow says", ["Farrow"]),
        ("Lund 'misled' Kovac, says Farrow", ["Farrow"]),
        ("Lund 'misled' Kovac, says union", ["union"]),
        ("Mayor, says Farrow, 'misled' council", ["Farrow"]),
        ("Minister 'lied' to MPs, claims Lund", ["Lund?"]),
        ("Council 'broke law' over sale, judge rules", ["judge?"]),
        ("Mayor 'misled' council, says report", []),
        ("Kovac tells Lund to 'come clean'", ["Kovac"]),
    ],
)
def test_a_headline_ends_with_who_says_it(headline: str, said_by: list[str]) -> None:
    assert speakers("Rain fell.", headline) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The mayor “misled” the council, says Jo Farrow.", ["Jo Farrow?"]),
        ("The mayor “misled” Peter Lund, says Jo Farrow.", ["Jo Farrow?"]),
        ("Two things, said Lund: “Money and time.” And a third, said Kovac: “Luck.”", ["Lund", "Kovac"]),
        ("One thing is sure, said Anna Kovac: “We stay.”", ["Anna Kovac"]),
        ("Peter Lund, said Anna Kovac: “He is a fool.”", ["Anna Kovac"]),
        ("Peter Lund, says Anna Kovac, is “late”.", ["Anna Kovac"]),
        ("“Stay away,” the mayor, Anna Kovac, warned Peter Lund.", ["Anna Kovac"]),
        ("“Stay away,” Anna Kovac, the mayor, warned Peter Lund.", ["Anna Kovac"]),
        ("“We wait,” Anna Kovac, the mayor, says.", ["Anna Kovac"]),
    ],
)
def test_who_says_follows_a_comma_and_a_word_of_saying(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“It was never about money,” says the letter, signed by Anna Kovac.", ["Anna Kovac"]),
        ("“It was never about money,” says the letter, signed by Anna Kovac and Peter Lund.", ["Anna Kovac and Peter Lund"]),
        ("“It was never about money,” the letter, signed by Anna Kovac and Peter Lund, says.", ["Anna Kovac and Peter Lund"]),
        ("“It was never about money,” said a statement from Anna Kovac and the union.", ["Anna Kovac and the union"]),
        ("“It was never about money,” says the letter, signed by Anna Kovac and 40 others.", ["Anna Kovac?"]),
        ("The letter, signed by Anna Kovac among others, said “it was never about money”.", ["Anna Kovac?"]),
        ("A letter signed by Anna Kovac and Peter Lund says: “It was never about money.”", ["Anna Kovac?"]),
        ("A statement issued by Anna Kovac said: “It was never about money.”", ["Anna Kovac"]),
        ("The letter was signed by Anna Kovac, and Peter Lund said: “It was never about money.”", ["Peter Lund?"]),
        ("“It was never about money,” says the letter, signed by dozens of doctors.", ["-"]),
    ],
)  # fmt: skip
def test_a_letter_speaks_for_all_who_sign_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    "headline",
    [
        "Ferry to dock 'early on Saturday'",
        "Bridge to stay 'shut until spring'",
        "Trains 'to stop for a week'",
        "Kellmouth 'ready for the snow'",
        "Storm Petra 'could cut off' islands",
        "Hurricane Ida 'to hit coast on Monday'",
        "Harrow Bridge to stay 'shut until spring'",
        "Operation Falcon 'a great success'",
        "Flight 77 'made it by minutes'",
        "Kellmouth ferry to dock 'early on Saturday'",
    ],
)
def test_a_thing_that_a_headline_begins_with_says_nothing(headline: str) -> None:
    assert speakers("Rain fell on the coast all day.", headline) == []


@pytest.mark.parametrize(
    ("headline", "text", "said_by"),
    [
        ("Kovac 'will not resign'", "Anna Kovac was in the town hall on Monday.", ["Anna Kovac?"]),
        ("Anna Kovac 'will not resign'", "Rain fell.", ["Anna Kovac?"]),
        ("Council 'will not pay'", "Rain fell.", ["Council?"]),
        ("Norway 'ready' for talks", "Rain fell.", ["Norway?"]),
        ("Ferry 'not safe', Lund says", "Rain fell.", ["Lund"]),
        ("Wayne Bridge 'ready to play'", "Rain fell.", ["Wayne Bridge?"]),
    ],
)
def test_whoever_a_headline_begins_with_may_say_it(headline: str, text: str, said_by: list[str]) -> None:
    assert speakers(text, headline) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Peter Lund's message to Anna Kovac was short: “Pay up.” Hers to him was shorter: “No.”", ["Peter Lund", "Anna Kovac?"]),
        ("Lund's message to Kovac was short: “Pay up.” Hers to him was shorter: “No.”", ["Lund", "-"]),
        ("Anna Kovac's answer was short. Theirs was shorter: “No way.”", ["-"]),
        ("Anna Kovac and Peter Lund met. “Go,” she said. His answer was short: “No.”", ["Anna Kovac", "Peter Lund"]),
        ("Storm Petra brought “a week of rain”.", ["-"]),
    ],
)  # fmt: skip
def test_what_is_hers_is_no_actor(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


CHIEF = "Police chief Omar Said spoke. "


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (CHIEF + "“They are talking,” Said said.", ["Omar Said"]),
        (CHIEF + "“They are talking,” said Said.", ["Omar Said"]),
        (CHIEF + "“They are talking,” Said told the radio.", ["Omar Said"]),
        (CHIEF + "Said said they were “talking at last”.", ["Omar Said"]),
        (CHIEF + "Said, 45, said they were “talking at last”.", ["Omar Said"]),
        ("Police chief Omar Said said three men were held. “They are talking,” Said said.", ["Omar Said"]),
        ("The singer Amy Wonder spoke. “I sing,” Wonder told reporters.", ["Amy Wonder"]),
        ("The mayor, Anna Read, spoke. “I stay,” Read says. “We stay,” said Read.", ["Anna Read", "Anna Read"]),
        ("The singer Bob Hope spoke. Hope said it was “fine by me”.", ["Bob Hope"]),
        # The words themselves.
        ("Omar Said spoke. Said the mayor: “We wait.”", ["the mayor"]),
        ("Omar Said spoke. Asked about it, the mayor, Ann Lee, said: “We wait.”", ["Ann Lee"]),
        ("“We knew,” Ann Lee said. Asked why, she said: “We heard.”", ["Ann Lee", "Ann Lee"]),
    ],
)
def test_a_word_of_saying_may_be_a_name(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“I go,” Anna Kovac wrote to Peter Lund, who answered: “Accepted.”", ["Anna Kovac", "Peter Lund?"]),
        ("“I go,” Anna Kovac told Peter Lund, who replied: “Accepted.”", ["Anna Kovac", "Peter Lund?"]),
        ("“I go,” Anna Kovac told Peter Lund, who snapped: “Accepted.”", ["Anna Kovac", "Peter Lund?"]),
        ("Anna Kovac wrote to Peter Lund, who answered that she was “free to go”.", ["Peter Lund?"]),
        ("Anna Kovac told Peter Lund, who was away at the time: “I resign.”", ["Anna Kovac"]),
        ("Anna Kovac, who answered every letter, wrote to Peter Lund: “I resign.”", ["Anna Kovac"]),
        ("Anna Kovac, whom Peter Lund once called “the iron hen”, said she was “flattered”.", ["Peter Lund", "Anna Kovac?"]),
        ("Anna Kovac, whom Peter Lund praised, called it “a start”.", ["Anna Kovac?"]),
        ("Anna Kovac, who once called Peter Lund “a goose”, said she was “sorry”.", ["Anna Kovac", "Anna Kovac?"]),
        ("Peter Lund, whose wife called him “a goose”, said he was “a swan”.", ["wife", "Peter Lund?"]),
        ("Peter Lund, whose wife, Ann Lund, called him “a goose”, said he was “a swan”.", ["Ann Lund", "Peter Lund?"]),
        ("Anna Kovac, asked about Peter Lund's claim that the port was “finished”, said: “He dreams.”", ["Peter Lund?", "Anna Kovac?"]),
        ("Anna Kovac, asked about Peter Lund's warning of “chaos”, said: “He dreams.”", ["Peter Lund?", "Anna Kovac?"]),
        ("Anna Kovac, asked about it, said the port was “finished”.", ["Anna Kovac"]),
        ("Anna Kovac, the mayor, asked about the port: “Is it open?”", ["Anna Kovac"]),
        ("Anna Kovac asked about the port: “Is it open?”", ["Anna Kovac"]),
        ("Peter Lund - “the butcher of Selby”, as Anna Kovac calls him - said he was “a vegetarian”.", ["Anna Kovac?", "Peter Lund?"]),
        ("Peter Lund – called “the butcher” by Anna Kovac – said he was “a vegetarian”.", ["Anna Kovac?", "Peter Lund?"]),
        ("Peter Lund - a friend of Anna Kovac - said he was “a vegetarian”.", ["Peter Lund"]),
        ("The port - the biggest on the coast - said Peter Lund, was “closed for good now”.", ["-"]),
        ("Peter Lund labelled the plan “a joke”.", ["Peter Lund"]),
    ],
)  # fmt: skip
def test_a_clause_inside_another_has_a_speaker_of_its_own(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“I saw smoke,” said one of the dockers, Ivan Petrov.", ["Ivan Petrov"]),
        ("“I saw smoke,” said one of her sons, Ivan Petrov.", ["Ivan Petrov"]),
        ("“I saw smoke,” said one of Kovac's sons, Ivan Petrov, 19.", ["Ivan Petrov"]),
        ("“I saw smoke,” said one of them, Ivan Petrov.", ["Ivan Petrov"]),
        ("“I saw smoke,” said another of the dockers, Ivan Petrov.", ["Ivan Petrov"]),
        ("“I saw smoke,” said one of the crew, Ivan Petrov.", ["Ivan Petrov"]),
        ("One of the dockers, Ivan Petrov, said: “I saw smoke.”", ["Ivan Petrov"]),
        ("“I saw smoke,” said one of the dockers.", ["-"]),
        ("“I saw smoke,” said one of the dockers, a father of two.", ["-"]),
        ("“I saw smoke,” said one of the dockers, Ivan Petrov's brother.", ["-"]),
        ("The prosecution, led by Joan Pike, called him “the architect”.", ["prosecution"]),
        ("“He is the architect,” the prosecution said.", ["prosecution"]),
        ("Joan Pike, for the prosecution, called him “the architect”.", ["Joan Pike"]),
        ("The prosecution of Peter Lund was “a farce”.", []),
    ],
)
def test_one_of_several_is_who_is_named_and_one_side_of_a_trial_speaks(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "as_written"),
    [
        ("Lindqvist said by email that he “would welcome any offer”.", ["Lindqvist"]),
        ("Lindqvist said by letter that he “would welcome any offer”.", ["Lindqvist"]),
        ("“I am fine,” Lindqvist said by text message.", ["Lindqvist"]),
        ("“I am fine,” Lindqvist told the desk by email.", ["Lindqvist"]),
        ("The plan was called “a joke” by the union.", ["the union"]),
        ("The ship, described by one passenger as “a tub”, sank.", ["one passenger"]),
        ("Lindqvist was told by his doctor that he was “late again”.", ["his doctor"]),
        ("Lindqvist was told by email that he was “late again”.", []),
        ("Lindqvist was warned that he would be “thrown out”.", []),
    ],
)
def test_a_means_of_writing_is_no_speaker(text: str, as_written: list[str]) -> None:
    post = Post(n=1, id=1, text=text)
    assert [quote.speaker.text for quote in post_candidates(post).quotes if quote.speaker] == as_written


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Nothing tells whether Kivan is a man: it is who acts, most likely.
        ("“You are a cheat,” Kivan Dorn told Clive Sands. He replied: “I paid you.”", ["Kivan Dorn", "Clive Sands"]),
        ("Kivan Dorn met Clive Sands. “I was early,” he said.", ["Kivan Dorn?"]),
        ("Kivan Dorn looked for Clive Sands. Dorn had found Sands' hat. “I know it,” he said.", ["Kivan Dorn?"]),
        # Who acts last, or is told of more often than a name that may be nobody's.
        ("Kivan Dorn cooked. Clive Sands did not eat. “I was late,” he said.", ["Clive Sands"]),
        ("Clive Sands had cooked. Kivan Dorn ate at Clive Sands's table. “I was late,” he said.", ["Clive Sands?"]),
        ("Kivan Dorn, the harbour master, ruled against Rita Holt. “I will appeal,” she said.", ["Rita Holt?"]),
        ("Tom Reed asked Clive Sands, the mayor, about the plan. “It is fine,” he said.", ["Clive Sands?"]),
        # Nothing tells it of either.
        ("Kivan Dorn overruled Vesnar Okt. “I will appeal,” he said.", ["Kivan Dorn?"]),
        ("Kivan Dorn rang Vesnar Okt. “We talked,” she said.", ["Kivan Dorn?"]),
        # The other one was told of before, or does not fit.
        ("Clive Sands cooked. Kivan Dorn did not eat. “It was late,” he said.", ["Kivan Dorn?"]),
        ("Kivan Dorn overruled Rita Holt. “It was late,” he said.", ["Kivan Dorn"]),
        ("Kivan Dorn said Rita Holt came too late. “We had closed,” she said.", ["Kivan Dorn?"]),
        # Pronouns tell it before.
        ("Kivan Dorn was late. He had lost his keys. He met Clive Sands. “I ran,” he said.", ["Kivan Dorn?"]),
        ("Kivan Dorn was late. She had lost her keys. She met Vesnar Okt. “I ran,” he said.", ["Vesnar Okt"]),
        # Nobody is both.
        ("Kivan Dorn spoke first. “I ran,” she said. “He was late,” he said.", ["Kivan Dorn", "he?"]),
        ("Kivan Dorn came home. He slept. “I was tired,” he said.", ["Kivan Dorn"]),
    ],
)  # fmt: skip
def test_whose_gender_nothing_tells_is_not_he_for_sure_beside_another(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Who is asked or told something answers.
        ("Bert Sands asked Tom Reed whether he had paid. “Twice,” he replied.", ["Tom Reed"]),
        ("Bert Sands asked Tom Reed why he had paid. “I was told to,” he answered. “I had no choice.”", ["Tom Reed", "Tom Reed"]),
        ("“Did you pay?” Bert Sands asked Tom Reed. “Twice,” he said.", ["Bert Sands", "Tom Reed?"]),
        ("“Did you pay?” Sands asked Reed. “Twice,” he said.", ["Sands", "Reed?"]),
        ("Bert Sands told Tom Reed he was “a cheat”. “I know it,” he replied.", ["Bert Sands", "Tom Reed"]),
        ("“You are a cheat,” Bert Sands told Tom Reed. He replied: “I know it.”", ["Bert Sands", "Tom Reed"]),
        ("Rita Holt asked Anna Kovac about the dam. She replied: “It leaks.”", ["Anna Kovac"]),
        # A request is no question, and who tells something goes on.
        ("Bert Sands asked Tom Reed to leave. “I was tired of it,” he said.", ["Bert Sands"]),
        ("“I will not lie,” Bert Sands told Tom Reed. “It is over,” he said.", ["Bert Sands", "Bert Sands"]),
        # Who is of the other gender, or further off, does not answer.
        ("Bert Sands asked Rita Holt whether the dam held. “I had to ask,” he said.", ["Bert Sands"]),
        ("Bert Sands told Tom Reed he was “a cheat”. Then he sat down. “I had to,” he said.", ["Bert Sands", "Bert Sands"]),
        ("Bert Sands told the court he was “a fool”. “I know it,” he replied.", ["Bert Sands", "Bert Sands"]),
        # Who only told something goes on with "I will"; who is told to do something answers with it.
        ("Bert Sands told Tom Reed that the dam would close. “I will not change my mind,” he said.", ["Bert Sands"]),
        ("Bert Sands told Tom Reed to close the dam. “I will not,” he said.", ["Tom Reed?"]),
    ],
)  # fmt: skip
def test_whom_a_question_is_put_to_answers(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


BLYTH = "“It was late,” Alasdair Blyth, the clerk, told the court.\n\n"


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Somebody new stands after the place that begins a sentence.
        ("Outside court Rita Holt, whose father drowned, said the town was tired. “We waited two years,” she said.", "Rita Holt"),
        ("On the steps Rita Holt, a nurse, wept. “We waited two years,” she said.", "Rita Holt"),
        ("Across town Rita Holt swept the floor. “We waited two years,” she said.", "Rita Holt"),
        ("At home Tom Reed swept the floor. “We waited two years,” he said.", "Tom Reed"),
        ("But inside the town hall Rita Holt smiled. “We waited two years,” she said.", "Rita Holt"),
    ],
)  # fmt: skip
def test_who_is_named_after_a_place_is_told_of(text: str, said_by: str) -> None:
    assert [name.removesuffix("?") for name in speakers(BLYTH + text)] == ["Alasdair Blyth", said_by]


def test_who_is_named_after_a_place_is_sure() -> None:
    text = "Alasdair Blyth, the clerk, met them.\n\nOutside court Rita Holt, whose father drowned, said the town was tired. “We waited,” she said."
    assert speakers(text)[-1] == "Rita Holt"


@pytest.mark.parametrize(
    "text",
    [
        "On behalf of Tom Reed he paid.",
        "On the advice of Tom Reed she paid.",
        "Outside Tom Reed's house he slipped.",
        "In striker Tom Reed he has an ally.",
        "At home with Tom Reed she slept.",
    ],
)
def test_who_only_follows_a_preposition_is_no_subject(text: str) -> None:
    seen = post_candidates(Post(n=1, id=1, text=text)).names
    assert [name.subject for name in seen if name.core == "Tom Reed"] == [False]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Who only asks does not answer.
        ("Asked by the clerk, Alasdair Blyth, whether she had read it, Stannard paused. “Not all of it,” she said.", ["Stannard"]),
        ("Questioned by Fiona Holt KC, for the families, Rita Stannard wept. “I forgot,” she said.", ["Rita Stannard"]),
        ("Pressed by Tom Reed, for the union, Bert Sands sighed. “I forgot,” he said.", ["Bert Sands"]),
        ("Rita Holt said: “No.” Asked whether she should go, her deputy, Tom Reed, said: “Ask her.”", ["Rita Holt", "Tom Reed"]),
        ("Asked about the dam, the mayor, Rita Holt, said: “It leaks.”", ["Rita Holt"]),
        ("Rita Holt was late. Asked by Anna Kovac whether she had a key, she said: “I did not.”", ["Rita Holt"]),
        ("Rita Holt was late. Pressed by the clerk, Anna Kovac, she said: “I did not.”", ["Rita Holt"]),
        ("Asked why he left, Tom Reed said: “I was tired.”", ["Tom Reed"]),
        ("Asked if he would go, he said: “I will not.”", ["he"]),
    ],
)  # fmt: skip
def test_who_only_asks_in_an_opening_clause_does_not_speak(text: str, said_by: list[str]) -> None:
    assert [name.removesuffix("?") for name in speakers(text)] == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # A list leaves out the word of saying after the first.
        ("Rita Holt said “grim”, Zed Moss “bleak” and Tom Reed “a lesson”.", ["Rita Holt", "Zed Moss", "Tom Reed"]),
        ("Rita Holt said the sum was “grim” and Zed Moss that it was “worse than grim”.", ["Rita Holt", "Zed Moss"]),
        ("Rita Holt called it “grim”, Zed Moss “bleak”.", ["Rita Holt", "Zed Moss"]),
        # Who stands before the marks is told, or is called so.
        ("Rita Holt called Zed Moss “a grim old man” and Tom Reed “a cheap fool”.", ["Rita Holt", "Rita Holt"]),
        ("Rita Holt told Zed Moss “not now” and Tom Reed “not ever”.", ["Rita Holt", "Rita Holt"]),
        ("Rita Holt called the plan “a grim joke” and Zed Moss “a cheap fool”.", ["Rita Holt", "Rita Holt"]),
        ("Rita Holt said it was “grim” and that Zed Moss was “a cheap fool”.", ["Rita Holt", "Rita Holt"]),
        ("Rita Holt said it was “grim” and blamed Zed Moss, “a cheap fool”.", ["Rita Holt", "Rita Holt"]),
        ("Rita Holt said the cook was “grim” and Zed Moss “a cheap fool”.", ["Rita Holt", "Rita Holt"]),
        # Whose name stands before the marks is told of inside them.
        ("Rita Holt said she “met the cook”, Zed Moss “and all the others”.", ["Rita Holt", "Rita Holt"]),
        ("Rita Holt said “lazy cooks” and Zed Moss “are to blame”.", ["Rita Holt", "Rita Holt"]),
        ("Rita Holt said “I saw the cook”, and Zed Moss “was there too”.", ["Rita Holt", "Rita Holt"]),
    ],
)  # fmt: skip
def test_a_list_may_leave_out_the_word_of_saying(text: str, said_by: list[str]) -> None:
    assert [name.removesuffix("?") for name in speakers(text)] == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“We won,” said Rita Holt, whose opposite number, Zed Moss, called it “a cheap joke”.", "Zed Moss"),
        ("Rita Holt, whose fellow traveller, Zed Moss, had called it “a cheap joke”, left.", "Zed Moss"),
        ("“We won,” said Rita Holt, whose rival, Tom Reed, called it “a cheap joke”.", "Tom Reed"),
        ("Rita Holt, whose late father, Tom Reed, was mayor, called it “a cheap joke”.", "Rita Holt"),
        ("Rita Holt, whose home lies near Zed Moss, called it “a cheap joke”.", "Rita Holt"),
    ],
)
def test_who_stands_beside_somebody_speaks_in_a_clause_of_his_own(text: str, said_by: str) -> None:
    assert speakers(text)[-1].removesuffix("?") == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (
            "Ana Holt, 19, beat Mia Moss, 34. “I shook,” the 19-year-old said. “I aged,” the 34-year-old said.",
            ["Ana Holt", "Mia Moss"],
        ),
        ("Bert Sands, 50, swept. Tom Reed, the deputy, did not. “What a mess,” said the 50-year-old.", ["Bert Sands"]),
        ("Bert Sands (50) beat Tom Reed (21). “I won,” said the 50-year-old.", ["Bert Sands"]),
        ("Bert Sands, aged 50, beat Tom Reed, aged 21. “I lost,” the 21-year-old said.", ["Tom Reed"]),
        # Two are of one age, or only others' ages are told.
        ("Bert Sands, 50, beat Tom Reed, 50. “I won,” said the 50-year-old.", ["Bert Sands?"]),
        ("Bert Sands, 50, swept. “What a mess,” said the 21-year-old.", ["the 21-year-old"]),
        ("Bert Sands swept. “What a mess,” said the 21-year-old.", ["Bert Sands"]),
        ("Bert Sands, 19, beat Tom Reed, 34. “I won,” the teenager said.", ["Bert Sands"]),
        ("Bert Sands, 19, beat Tom Reed, 18. “I won,” the teenager said.", ["the teenager"]),
        ("Bert Sands, 29, beat Tom Reed, 34. “I won,” the teenager said.", ["the teenager"]),
        ("Bert Sands, 19, beat Tom Reed, 34. “I won,” a teenager said.", ["a teenager"]),
    ],
)
def test_an_age_is_whose_age_the_text_tells(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Whoever stands before "she said" between commas is spoken of.
        ("Rita Holt has moved. Her sister, she added, “lives in Hull”.", ["Rita Holt"]),
        ("Rita Holt has moved. Anna Kovac, she said, “lives in Hull”.", ["Rita Holt"]),
        ("Bert Sands has moved. His neighbour, he said, “lives in Hull”.", ["Bert Sands"]),
        # A question that another quotation follows at once is somebody else's.
        ("“Once,” said Tom Reed. “Why did you wait so long?” “I was afraid.”", ["Tom Reed", "-", "Tom Reed"]),
        ("“Once,” said Tom Reed. “Why not?”", ["Tom Reed", "Tom Reed"]),
        ("“Why?” “I was afraid,” said Tom Reed. “Of what?” “Of the dark.”", ["-", "Tom Reed", "-", "Tom Reed"]),
        ("“Once,” said Tom Reed. “Why not?” he asked.", ["Tom Reed", "Tom Reed"]),
        # What another said before is recalled.
        ("Rita Holt recalled her father's advice: “Never sell the boat.”", ["her father?"]),
        ("Rita Holt quoted Tom Reed's last words: “Never sell the boat.”", ["Tom Reed?"]),
        ("Rita Holt recalled the night of the flood: “We sold the boat.”", ["Rita Holt"]),
        ("Rita Holt repeated her advice: “Never sell the boat.”", ["Rita Holt"]),
    ],
)
def test_whose_words_are_those_of_somebody_else(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        (
            "The mayor, Jack London, said it was “a great pity”. “We tried,” London said.",
            ["Jack London", "Jack London?"],
        ),
        ("Anna Paris was late. “We tried,” Paris said.", ["Anna Paris?"]),
        (
            "Sofia Holt resigned on Thursday. “I am done,” she said. “We tried,” Holt said.",
            ["Sofia Holt", "Sofia Holt"],
        ),
        ("Sofia Lindgren lost her home. “We have nothing left,” Sofia said.", ["Sofia Lindgren?"]),
        ("Georgia Hall won the race. “I was so tired,” Georgia said.", ["Georgia?"]),
        ("Paris Monroe won the race. “I was so tired,” Paris said.", ["France?"]),
        ("Sofia University closed. “We tried hard,” Sofia said.", ["Bulgaria"]),
        ("The Georgia Senate met. “We tried hard,” Georgia said.", ["Georgia"]),
        ("Jack Reed flew to London. “We tried hard,” London said.", ["UK"]),
    ],
)
def test_a_surname_that_is_a_places_name_is_somebodys_whom_the_text_names(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Kovac, a former judge herself, called the rule “a bad joke”.", "Kovac"),
        ("Tom Reed, once a docker himself, said it was “a bad joke”.", "Tom Reed"),
        ("Tom Reed, the mayor himself, said it was “a bad joke”.", "Tom Reed"),
        ("Kovac herself called the rule “a bad joke”.", "Kovac"),
        ("The mayor himself said it was “a bad joke”.", "The mayor"),
    ],
)
def test_who_is_something_himself_is_named_before_it(text: str, said_by: str) -> None:
    assert speakers(text) == [said_by]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“We will fight on,” April May said.", ["April May"]),
        ("“We will fight on,” said Will Young. “It hurts,” Young added.", ["Will Young", "Will Young"]),
        ("June Brown, 54, said: “I never saw him.” “I did,” said May Li, a nurse.", ["June Brown", "May Li"]),
        ("Holly March called the plan “barmy”. “It is,” said nurse June Hall.", ["Holly March", "June Hall"]),
        ("Theresa May spoke last. “We lost,” May said. May added: “It hurts.”", ["Theresa May", "Theresa May"]),
        ("Will said it was “a bad day for us all”. “We lost,” said Will.", ["Will", "Will"]),
        (
            "Will Smart won. “I won,” he said. As Will Smart puts it, that is “all there is”.",
            ["Will Smart", "Will Smart?"],
        ),
        ("In May Labour said it was “a very bad idea”.", ["Labour"]),
        ("A letter published in May said it was “a very bad idea”.", ["-"]),
        ("In the week of 3 May Tom Reed said it was “a very bad idea”.", ["Tom Reed"]),
        ("Tom Reed said May Day marches would be “calm and happy”.", ["Tom Reed"]),
        ("Tom Reed said April GDP figures would be “calm and happy”.", ["Tom Reed"]),
        ("Will Labour win? “No,” said Tom Reed.", ["Tom Reed"]),
        ("She moved to Leeds in April. Mark Lund said it was “a very bad idea”.", ["Mark Lund"]),
    ],
)
def test_a_month_or_a_modal_verb_may_be_somebodys_name(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“Dire,” was Tony Adler's verdict on the show.", ["Tony Adler"]),
        ("“Nonsense,” was the response of Karin Holt.", ["Karin Holt"]),
        ("“Too little, too late” was the reaction of the opposition leader, Karin Holt.", ["Karin Holt"]),
        ("“A total mess,” was the verdict of one resident, Ana Prieto.", ["Ana Prieto"]),
        ("“No” was the short answer from Karin Holt.", ["Karin Holt"]),
        ("Karin Holt's verdict: “A shambles of a show.”", ["Karin Holt"]),
        # Whose answer it is not told, or it is told of somebody else's words.
        ("“Dire” was one verdict. “A disgrace” was another.", []),
        ("The verdict of Karin Holt's judges was “guilty”, Tom Reed said.", ["Tom Reed"]),
    ],
)
def test_words_are_whose_answer_they_are_told_to_be(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Runner-up Mia Frost said: “I gave everything.”", "Mia Frost"),
        ("Then-captain Joe Lusk said: “We lost our heads.”", "Joe Lusk"),
        ("“We lost our heads,” said Ex-chairman Joe Lusk.", "Joe Lusk"),
        ("Emily Marsh said it was “all over now”.", "Emily Marsh"),
        ("Bellfounder Ann Lund said it was “all over now”.", "Ann Lund"),
        ("Protester Ulda Lund said it was “all over now”.", "Ulda Lund"),
        ("Substitute Nils Roe, who had scored, said it was “all over now”.", "Nils Roe"),
        ("“All over now,” the Olympic champion, Ulda Lund, said.", "Ulda Lund"),
        ("The Selby GP Ulda Lund said it was “all over now”.", "Ulda Lund"),
        ("World number one Vera Salk beat Ulda Lund. “All over now,” Salk said.", "Vera Salk"),
        ("A number of people beat Ulda Lund. “All over now,” one man said.", "one man"),
        # A body's name may begin with whom it is for.
        ("The Refugee Council said it was “all over now”.", "Refugee Council"),
        ("Donor Alliance said it was “all over now”.", "Donor Alliance"),
        ("Student Union president Ulda Lund said it was “all over now”.", "Ulda Lund"),
        ("Author Ann Church said it was “all over now”.", "Ann Church"),
        ("Author Church said it was “all over now”.", "Church"),
        ("Oliver James Smith said it was “all over now”.", "Oliver James Smith"),
        ("Mum-of-two Becky Lyle said it was “all over now”.", "Becky Lyle"),
        ("The judge, Recorder Alan Sykes, said it was “all over now”.", "Alan Sykes"),
        ("“All over now,” the doctor, a Guinean, said.", "the doctor"),
        ("“All over now,” the doctor, Ann Lund, said.", "Ann Lund"),
        ("Jean-Luc Renard said it was “all over now”.", "Jean-Luc Renard"),
    ],
)
def test_a_role_that_a_hyphen_makes_is_no_part_of_a_name(text: str, said_by: str) -> None:
    assert speakers(text) == [said_by]


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Speaking after Holt, Lund said he had “nothing to hide”. She had called him “a liar”.", ["Lund", "She?"]),
        ("Speaking after Anna Holt, Lund said he had “nothing to hide”. She called him “a liar”.", ["Lund", "Anna Holt"]),
        # A surname may be a first name of the other gender.
        ("Brooke confirmed that Valdena had turned down two bids. “We stayed patient,” he said.", ["Valdena?"]),
        ("Tony Brooke confirmed that Valdena had turned down a bid. “We stayed patient,” he said.", ["Tony Brooke"]),
        # What stands around a quotation is what somebody else says of it.
        ("“Bad news,” said Priya Nair. Kessel “is running out of road”, she added.", ["Priya Nair", "Priya Nair"]),
        ("Kessel called it “a bad day for us all”. “It hurts,” she added.", ["Kessel", "Kessel"]),
        ("In a post on Truth Social he called the judge “a disgrace”.", ["he?"]),
        ("Employers accused the union of “holding us to ransom”, a charge Farrell called “laughable”.", ["Employers", "Farrell?"]),
        ("Nora Quill had two sons, one of whom, Declan, said she had “gone as she lived, arguing”.", ["Declan"]),
        ("Nora Quill, whose son left her, Declan said, had “gone as she lived, arguing”.", ["Declan"]),
        ("He was, wrote the critic Alan Frome, “the last of the gentlemen crooks”.", ["Alan Frome"]),
        ("He was, he wrote, “the last of the gentlemen crooks”.", ["he?"]),
        ("“Are you going to run?” I ask. “Ask me in May,” Grier says.", ["I?", "Grier"]),
        ("“Are you going to run?” I was not sure. “Ask me in May,” Grier says.", ["Grier?", "Grier"]),
        # An age tells nobody where two are named of whom none is given.
        ("“He is strong,” manager Tony Brooke said of Kofi Mensah. “I won,” the 22-year-old said.", ["Tony Brooke", "Tony Brooke?"]),
        ("Kofi Mensah won. “I won,” the 22-year-old said.", ["Kofi Mensah"]),
    ],
)  # fmt: skip
def test_who_stands_near_but_is_spoken_of_does_not_speak(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Jane Poole read a statement on behalf of the family: “Our hearts are broken.”", ["family?"]),
        ("Ada Poole read out a letter from the bishop, Karl Voss, which said: “He was a saint.”", ["Karl Voss"]),
        ("The club issued a statement on behalf of Kofi Mensah: “I never bet on football.”", ["Kofi Mensah"]),
        ("Ada Poole read a poem: “Do not stand at my grave and weep.”", ["-"]),
        # One's own words.
        ("Ada Poole read a short statement: “We ask for privacy.”", ["Ada Poole"]),
        ("Speaking on behalf of the families, Ada Poole said: “We ask for privacy.”", ["Ada Poole"]),
        ("The club issued a statement: “We never bet on football.”", ["club"]),
    ],
)
def test_what_somebody_reads_out_is_whose_it_is_told_to_be(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Titles are nobody's.
        ("The novel, “The Salt Road”, won the prize. Reed called it “a quiet triumph”.", ["Reed"]),
        ("Her latest film, “A Quiet Room”, opens on Friday, Reed said.", []),
        ("The band played “Yesterday”, “Help!” and “Let It Be”. Reed told the crowd: “You were loud.”", ["Reed"]),
        # Speech is somebody's.
        ("After the film, “It was a triumph,” said Reed.", ["Reed"]),
        ("He played “the fool”, Reed said.", ["Reed"]),
        ("Reed called the song “Ugly” and “Cheap”.", ["Reed", "Reed"]),
        ("Reed left with the words: “I will be back.”", ["Reed?"]),
    ],
)
def test_the_title_of_a_work_is_nobodys_words(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Tom Reed, adviser to the prime minister, called it “a shame”. “I agree,” the prime minister said.", ["Tom Reed", "the prime minister"]),
        ("Tom Reed, adviser to the prime minister, called it “a shame”. “I know,” the adviser said.", ["Tom Reed", "Tom Reed"]),
        ("Mark Holt, husband of the minister, called it “a shame”. “I agree,” said the minister.", ["Mark Holt", "the minister"]),
        ("Tom Reed, leader of the opposition, called it “a shame”. “I know,” the opposition leader said.", ["Tom Reed", "Tom Reed"]),
        ("Tom Reed, captain of the England team, called it “a shame”. “I know,” the captain said.", ["Tom Reed", "Tom Reed"]),
        # Who is told of in a list of two, one of several, and who replies to whom.
        ("Holt called it a “farce”; Reed a “triumph”.", ["Holt", "Reed"]),
        ("Kay called it an “outrage” and Lund the “end”.", ["Kay", "Lund"]),
        ("Holt called the vote a “farce” and Reed a “clown”.", ["Holt", "Holt"]),
        ("Dale Orr said one of them told officers: “It was only a joke.”", ["Dale Orr?"]),
        ("When Reed told Holt “you can't say that”, she replied: “I just did.”", ["Reed", "Holt"]),
        ("“We're done,” Lund told Holt as she left. “Not by a long way,” she shot back.", ["Lund", "Holt"]),
        ("Unison's leader, Christina Boyle, hit back: “He should try a night shift.”", ["Christina Boyle"]),
        ("“Holt,” said Reed, “is a clown.” Holt, he went on, was “not even a funny one”.", ["Reed", "Reed", "Reed"]),
        ("Reed hit back at claims that he was “past it”.", ["he?"]),
        ("Reed said the shot back then was “a lucky one”.", ["Reed"]),
        ("When Reed told reporters “you can't say that”, he added: “But I can.”", ["Reed", "Reed"]),
    ],
)  # fmt: skip
def test_words_go_to_the_one_of_two_who_says_them(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # Whoever is asked answers, and not who asks.
        ("“Did you push him?” asked Ms Farah. “I did not.” “Did you touch him?” “No.”", ["Farah", "-", "Farah?", "-"]),
        ("“Why did he go?” asked Ms Farah. “I think he was tired.”", ["Farah", "Farah"]),
        ("“Who do you trust?” said Ms Farah. “I think he was tired.”", ["Farah", "Farah"]),
        # Who recalls being told something did not say it.
        ("“You'll never work again,” Finn recalls being told by a producer.", ["a producer?"]),
        ("“You'll never work again,” Finn recalls being told.", ["-"]),
        ("Finn recalls being told by his coach: “You are too slow.”", ["his coach?"]),
        ("Finn recalls being a slow runner: “I came last.”", ["Finn"]),
        # Whoever is told of between two quotations may say the second.
        ("“Too slow,” said Holt. Tom Reed just laughed. “It was the rain.”", ["Holt", "Tom Reed?"]),
        ("“Too slow,” said Anna Holt. Holt just laughed. “It was the rain.”", ["Anna Holt", "Anna Holt"]),
        ("“Too slow,” said Holt. The heavy rain just fell. “It was the rain.”", ["Holt", "Holt"]),
    ],
)
def test_who_asks_recalls_or_spoke_earlier_does_not_say_what_another_says(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“It is cold,” said James Dean. “I know,” Dean said.", ["James Dean", "James Dean"]),
        ("“It is cold,” said mayor Elizabeth Bishop, who lives here.", ["Elizabeth Bishop"]),
        ("“It is cold,” said farm owner Shaz Dean. “So it is,” said Kezza Banker, 45.", ["Shaz Dean", "Kezza Banker"]),
        ("“It is cold,” said the Leeds Bishop.", ["the Leeds Bishop"]),
        ("Pope Felix spoke. The Pope had asked for “a true and lasting peace”.", ["Pope Felix"]),
        ("“It is cold,” said Chief Justice Ann Lund.", ["Ann Lund"]),
    ],
)
def test_a_noun_for_a_person_may_be_a_surname(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Bishop of Hull Tim Lund said he was “all but asleep”.", ["Tim Lund"]),
        ("The Bishop of Hull Rt Rev Tim Lund said he was “all but asleep”.", ["Tim Lund"]),
        ("The mayor of Leith Ann Holt said it was “all but asleep”.", ["Ann Holt"]),
        ("Former head of MI6 Sir John Sawyer told us: “Trust is a luxury.”", ["John Sawyer"]),
        ("The mayor of Leith said it was “all but asleep”.", ["The mayor of Leith"]),
        ("Ex-partner Lyn said: “He never came.” “He did,” said Josh's dad, Neil.", ["Lyn", "Neil"]),
        ("Interim boss Ana Costa e Silva said: “I'm here to win.”", ["Ana Costa e Silva"]),
        ("“Hardly,” said Rob Banks. “I agree,” said Faith Post. “No,” said Leith Post.", ["Rob Banks", "Faith Post", "Faith Post?"]),
        ("Boeing said it was “reviewing the data”.", ["Boeing"]),
        ("“BREAKING: I quit,” he posted at 09:14.", ["he?"]),
        ("“HOLT: I quit,” he posted at 09:14.", ["HOLT"]),
        ("“Is it a tornado?” someone shouted. “It's a bag,” said her husband, Len.", ["-", "Len"]),
        ("The union was told so by bosses. They called it “plain blackmail”.", ["bosses?"]),
        ("The union was told so. They called it “plain blackmail”.", ["union"]),
    ],
)  # fmt: skip
def test_what_stands_before_or_in_a_name_is_told_from_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Tom Reed met Karl Lund. He said Lund was “always late”.", ["Tom Reed"]),
        ("Ann Frew told the court Lund had said: “It was me.” He told police Lund was “late”.", ["Lund?", "He?"]),
        ("Karl Lund came. Although he called it “far too costly”, Lund paid.", ["Karl Lund?"]),
        ("Karl Lund came. He would pay the “far too costly” bill, Lund said.", ["Karl Lund"]),
        # What stands before a name and what in it.
        ("She told the union leader Tom Lee: “No.” “It was him,” said the court clerk Ann Lee.", ["She?", "Ann Lee"]),
        ("Justice for Josh campaigner Liv Orton said it was “far too late”.", ["Liv Orton"]),
        ("McDonald's said it was “far too late”. McDonald's boss, Ann Lee, said: “Yes.”", ["McDonald's", "Ann Lee"]),
        ("María de los Ángeles Peña said it was “too late”.", ["María de los Ángeles Peña"]),
        ("Ludwig von und zu Falkenberg said it was “too late”.", ["Ludwig von und zu Falkenberg"]),
        ("The pair said they were “parting as friends”. A couple of days later, Holt said: “No.”", ["pair?", "Holt"]),
    ],
)
def test_who_is_told_or_spoken_of_is_not_who_speaks(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The Crown says Ames sent a text saying: “Delete it all.”", ["Ames?"]),
        ("The Crown sent Ames a text saying: “Delete it all.”", ["Crown"]),
        ("The court heard that Tom Ames sent Ann Holt a message reading “you will pay for it all”.", ["Tom Ames"]),
        ("Ann Holt said Tom Ames had sent the girl a text saying: “Delete it all.”", ["Tom Ames?"]),
        ("Ann Holt sent Tom Ames a text saying: “Delete it all.”", ["Ann Holt"]),
        ("Holt liked a post calling Dean “a has-been”.", ["Holt?"]),
        ("Holt said she had received a letter saying she was “quite finished as a leader”.", ["-"]),
        ("Holt said she had received a letter and was “quite finished”.", ["Holt"]),
        ("Holt issued a statement calling Dean “a has-been”.", ["Holt"]),
        # Verbs of urging follow a quotation only where nothing follows whoever urges.
        ("“Stay at home,” urged chair Pat McFadd. “Bring a towel,” advises curator Noor Sayed.", ["Pat McFadd", "Noor Sayed"]),
        ("“Take it easy,” he urged Lee.", ["he?"]),
        # Titles that are surnames.
        ("GP Dr Rahul Sen said he was “all but dead”.", ["Rahul Sen"]),
        ("Sen Ann Holt said she was “all but dead”.", ["Ann Holt"]),
    ],
)  # fmt: skip
def test_a_message_is_its_senders(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Olaf Schmid met Emma Roux. He said Europe must “grow up”. She said it “had”.", ["Olaf Schmid", "Emma Roux"]),
        ("Olaf Schmid won. He said Ohio must “grow up”. Ohio said it was “all grown up”.", ["Olaf Schmid", "Ohio"]),
        ("Joe England won. “It was close,” England said.", ["Joe England?"]),
        ("Ann Lund-Hall asked the minister if she had lied. “I may have,” she said.", ["the minister?"]),
        ("Ann Lund-Hall told the minister she had lied. “It was bad,” she said.", ["Ann Lund-Hall"]),
        ("Roe told critics to “put up or shut up”, prompting one to reply: “Put up it is.”", ["Roe", "Roe?"]),
        ("Roe told critics to “put up or shut up”, prompting Ann Lund to reply: “I will.”", ["Roe?", "Ann Lund?"]),
        ("Roe told critics to “put up or shut up” and went on to say: “I will.”", ["Roe", "Roe"]),
    ],
)
def test_a_place_or_who_makes_somebody_speak_is_not_who_speaks(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # What others say of somebody stands between who speaks and the word of saying.
        ("Tom Reed, who was accused of “theft on a grand scale”, said he did nothing.", ["-"]),
        ("Tom Reed, facing calls to “go away for good now”, said he would stay.", ["-"]),
        ("Amid calls to “go away for good now”, Tom Reed said he would stay.", ["-"]),
        ("Tom Reed – “a snake in the grass”, to some – said “it was a mistake”.", ["-", "Tom Reed"]),
        ("Tom Reed, facing a vote, said “it was a mistake”.", ["Tom Reed"]),
        ("Tom Reed – who called it “a snake in the grass” – said no.", ["Tom Reed"]),
        ("Tom Reed – “I am a snake in the grass” – said no.", ["Tom Reed"]),
        ("Tom Reed answered a call from Rita Holt with “a very loud hello”.", ["Tom Reed"]),
        ("Tom Reed rejected claims by Rita Holt that he had links with “a bunch of crooks”.", ["-"]),
        ("Tom Reed was told to go away for good. “I will not,” he said.", ["Tom Reed"]),
        ("Tom Reed was told to go away for good. “I will not.”", ["Tom Reed?"]),
        ("Neither Rita Holt nor Tom Reed said “we are all tired”.", ["-"]),
        # A town stands before a name.
        ("In Selby Rita Holt said “we are all tired”.", ["Rita Holt"]),
        ("Near New Selby Rita Holt, a cook, said “we are all tired”.", ["Rita Holt"]),
        ("In Florence Rita Holt said “we are all tired”.", ["Florence Rita Holt"]),
        ("At Selby Council said “we are all tired”.", ["Selby Council"]),
        # A clause of "whom" has its own subject, and so has one that another tells of.
        ("Rita Holt, whom Tom Reed, the mayor, calls “a very good friend”, won.", ["Tom Reed"]),
        ("Rita Holt, whom Tom Reed, the mayor, met, said “we are all tired”.", ["Rita Holt"]),
        ("Rita Holt said that Tom Reed, himself a cook, had said “we are all tired”.", ["Tom Reed?"]),
        # Why somebody rejects something is in his own words.
        ("Rita Holt rejected calls for a vote because “nobody wants one here”.", ["Rita Holt"]),
        ("Rita Holt rejected calls for a vote – “nobody wants one here”.", ["Rita Holt"]),
        ("Rita Holt rejected calls for a vote on whether “anybody wants one”.", []),
        # A city's name is that of the only one whom the post calls so.
        ("Sofia Lund was late. Sofia said it was “the fault of the train”.", ["Sofia Lund?"]),
        ("Tom Reed was late. Sofia said it was “the fault of the train”.", ["Bulgaria"]),
    ],
)
def test_what_stands_beside_a_name_tells_whose_words_they_are(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        # A clause of saying inside another, and before a quotation.
        ("Holt sat down, said Reed, “and that was the end of it”.", ["Reed"]),
        ("Rita Holt sat down, said Tom Reed, “and that was the end”.", ["Tom Reed"]),
        ("Holt sat down, said “sorry” and left.", ["Holt"]),
        ("Holt, who sat down, said Reed had been “late”.", ["Holt"]),
        ("The council, the mayor, Rita Holt, said, was “out of money”.", ["Rita Holt"]),
        ("The ministry, the chancellor, Tom Reed, said, had been “asleep”.", ["Tom Reed"]),
        ("The mayor, Rita Holt, said it was “out of money”.", ["Rita Holt"]),
        ("Rita Holt, the mayor of Selby, said it was “out of money”.", ["Rita Holt"]),
        # Who is named after those whom she speaks for.
        ("A spokesman for Norvik, Jo Brandt, said: “We are sorry.”", ["Jo Brandt"]),
        ("A spokesman for the ministry, Jo Brandt, said: “We are sorry.”", ["Jo Brandt"]),
        ("A lawyer representing Mr Reed, Jo Brandt, said: “We are sorry.”", ["Jo Brandt"]),
        ("The wife of the president, Tom Reed, said: “We are sorry.”", ["The wife of the president"]),
        ("A lawyer representing the minister, Jo Brandt, said: “We are sorry.”", ["A lawyer"]),
        ("“A fine man,” said Ms Holt of Mr Reed and Mr Kay.", ["Holt"]),
        ("“A fine man,” said Ms Holt of the Norvik Union.", ["Holt"]),
        # Two whom commas explain, and one.
        ("Rita Holt, the mayor, and Tom Reed, her deputy, said it was “a chance”.", ["Rita Holt and Tom Reed"]),
        ("Rita Holt, a nurse and mother, said it was “a chance”.", ["Rita Holt"]),
        ("Rita Holt, friend of Tom Reed, the mayor, and Jo Brandt, said it was “a chance”.", ["Rita Holt"]),
        # Each of a list.
        ("Mr Reed hailed “a new chapter” and Ms Holt “hard work ahead”.", ["Reed", "Holt?"]),
        ("Mr Reed branded Kay “a liar” and Holt “a cheat”.", ["Reed", "Reed"]),
        ("Asked how close it was, one official said “very”, another “not at all”.", ["one official", "-"]),
        ("One minister called him “a dead man walking”; a second, “a corpse”.", ["One minister", "-"]),
        # What another wrote or said.
        ("She found a note from the cook: “Gone fishing.”", ["the cook?"]),
        ("Rita Holt found a note from the cook: “Gone fishing.”", ["the cook?"]),
        ("Rita Holt had a message from the cook: “Gone fishing.”", ["the cook"]),
        ("Rita Holt found a note from Tom Reed: “Gone fishing.”", ["Tom Reed?"]),
        ("Rita Holt said in a letter from the prison: “I am well.”", ["Rita Holt"]),
        ("Rita Holt had one message: “I am well.”", ["Rita Holt"]),
        ("Rita Holt quoted Tom Reed as saying: “I am well.”", ["Tom Reed"]),
        ("Rita Holt recalled Tom Reed's promise that “nobody will pay”.", ["Tom Reed"]),
        ("Rita Holt recalled his promise that “nobody will ever pay”.", ["Rita Holt?"]),
        ("Rita Holt said she had been warned that “silence is consent”.", []),
        ("Rita Holt said she had been warned by Tom Reed that “silence is consent”.", ["Tom Reed?"]),
        ("Rita Holt said voters were told about it “far too late”.", ["Rita Holt"]),
        ("Rita Holt objected to “a shared horizon”.", []),
        ("Rita Holt objected to the “brutal” plan.", ["Rita Holt"]),
        ("Reading a statement from the family, Ms Holt said: “We miss him.”", ["family?"]),
        ("Reading from a letter by Tom Reed, Rita Holt said: “I am innocent.”", ["Tom Reed"]),
        ("Reading a statement from the family, Ms Holt said she was “moved”.", ["Holt?"]),
        ("Reading a statement, Ms Holt said: “We miss him.”", ["Holt?"]),
        ("Mr Reed, greeted by Ms Holt with the words “welcome, old friend”, smiled.", ["Holt"]),
        ("Mr Reed greeted Ms Holt with the words “welcome, old friend”.", ["Reed"]),
        ("Mr Reed said that she lied well, prompting Ms Holt to laugh: “Guilty.”", ["Holt?"]),
        ("Mr Reed said Ms Holt's motto was “no war, no peace”.", ["Holt?"]),
        ("Mr Reed said Ms Holt's response was “too slow”.", ["Reed"]),
        # A question is not who answers it.
        ("Pressed on whether it was “on the side of peace”, Mr Reed said nothing.", ["-"]),
        ("Asked whether it was on the side of peace, Mr Reed said it was “on both sides”.", ["Reed"]),
        ("Asked why he left, “because I can”, Mr Reed said.", ["Reed"]),
        ("“On track,” Tom Reed told Ed Kay. “Really?” Mr Kay asked. “Yes,” he said.", ["Tom Reed", "Ed Kay", "Ed Kay?"]),
        ("“Who cares?” Mr Reed said. “It is over,” he said.", ["Reed", "Reed"]),
        ("Ms Holt, but not Mr Reed, called it “a clean exit”.", ["Holt"]),
        ("Ms Holt left, but not before Mr Reed, the host, called it “a clean exit”.", ["Reed"]),
        ("Ms Holt left, but Mr Reed, the host, called it “a clean exit”.", ["Reed"]),
        ("Ms Holt dismissed talk of “a clean exit” as “theatre”.", ["Holt"]),
        ("Ms Holt dismissed the idea as “a clean exit for him”.", ["Holt"]),
        ("Ms Holt rejected talk of a strike, saying “nobody wants one”.", ["Holt"]),
        # Who is named after what is told of him, and between what is told of another.
        ("The man who succeeded Mr Reed, Ivan Brandt, said it was “late”.", ["Ivan Brandt"]),
        ("The man who shot the mayor, Ivan Brandt, said it was “late”.", ["The man"]),
        ("The man who succeeded Mr Reed said it was “late”.", ["The man"]),
        ("Ivan Brandt, the club's director, said Mr Reed, was “late”.", ["Reed"]),
        ("Ivan Brandt, the club's director, said Mr Reed was “late”.", ["Ivan Brandt"]),
        ("It was Mr Reed, Ivan Brandt said, who had called it “late”.", ["Reed?"]),
        ("Ivan Brandt said Mr Reed, not he, had called it “late”.", ["Reed?"]),
        ("Ivan Brandt, like Mr Reed, had called it “late”.", ["Ivan Brandt"]),
        ("A voice told the crew it was “too late”, Ms Holt said.", ["Holt?"]),
        ("The plan came “too late”, Ms Holt said.", ["Holt"]),
        # "Its" spokesman is not that of another.
        ("Qatar denied it. “It is a lie,” its spokesman, Tom Reed, said. Egypt stood by it. “We have proof,” its spokesman said.", ["Tom Reed", "Tom Reed?"]),
        ("Union and firm fell out. The union denied it. “It is a lie,” its spokesman, Tom Reed, said. The firm did not. “We have proof,” its spokesman said.", ["Tom Reed", "Tom Reed?"]),
        ("The union denied it. “It is a lie,” its spokesman, Tom Reed, said. The union wants talks. “We have proof,” its spokesman said.", ["Tom Reed", "Tom Reed"]),
        ("Norvia denied it. “Nothing is fixed,” its spokesman said. Peru's spokesman, Tom Reed, said: “We remain.”", ["its spokesman?", "Tom Reed"]),
        ("The union's leader, Tom Reed, sat. The firm denied it. “Nothing is fixed,” its leader said.", ["Tom Reed?"]),
        ("The union's leader, Tom Reed, sat. The union denied it. “Nothing is fixed,” its leader said.", ["Tom Reed"]),
        ("Mr Kay denied it. “Nothing is fixed,” his spokesman said. Ms Holt's spokesman, Tom Reed, left.", ["his spokesman?"]),
        ("Mr Kay denied it. Mr Kay's spokesman, Tom Reed, sat. “Nothing is fixed,” his spokesman said.", ["Tom Reed"]),
        ("Mr Kay denied it. “Nothing is fixed,” his spokesman said. The spokesman, Tom Reed, sat.", ["Tom Reed"]),
        # Names with what belongs to them.
        ("UN Secretary-General Amara Diallo said it was “a grave day”.", ["Amara Diallo"]),
        ("No 10's spokesman said it was “a grave day”.", ["No 10's spokesman"]),
        ("Deacon Blue said it was “a grave day”.", ["Deacon Blue"]),
        ("His counterpart, Per Brandt, said it was “a grave day”.", ["Per Brandt"]),
        ("“A grave day,” said Per Brandt.", ["Per Brandt"]),
        ("It was “a grave day”, per Reuters.", ["Reuters"]),
        ("Duke Brandt said it was “a grave day”. “A long one,” Mr Brandt said.", ["Duke Brandt", "Duke Brandt"]),
        ("Captain Brandt said it was “a grave day”.", ["Brandt"]),
        ("Deacon Tom Reed left. Deacon Reed said it was “a grave day”.", ["Tom Reed"]),
        ("The head of the president's office said it was “a grave day”.", ["The head of the president's office"]),
        ("The foreign ministry of Peru said “no”. Peru's foreign ministry said “why”.", ["foreign ministry of Peru"] * 2),
    ],
)  # fmt: skip
def test_who_stands_first_or_nearest_need_not_say_it(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize("unit", ["“Why?” “No.” ", "Rita Holt said “grim”, Zed Moss “bleak”, "])
def test_many_quotations_in_one_paragraph_take_no_longer_each(unit: str) -> None:
    assert_linear(lambda size: post_candidates(Post(n=1, id=1, text=unit * size)), small=60)


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("“The road is shut,” Holt says.\n\n“Since when?”\n\n“Since noon,” she says.", ["Holt", "Holt?", "Holt"]),
        ("“You will live,” Holt tells the man.\n\n“Are you sure?”\n\n“Quite sure.”", ["Holt", "Holt?", "Holt?"]),
        # Her own.
        ("“The road is shut,” Holt says.\n\n“Since noon.”\n\n“We wait,” she says.", ["Holt", "Holt", "Holt"]),
        ("“The road is shut,” Holt says.\n\n“Is it fair? I do not think so.”\n\n“We wait,” she says.", ["Holt"] * 3),
        ("“The road is shut,” Holt says.\n\n“Who cares?”\n\nThe crowd moved on.", ["Holt", "Holt"]),
        ("“The road is shut,” Holt says.\n\n“Who cares?” she says.", ["Holt", "Holt"]),
    ],
)  # fmt: skip
def test_a_short_question_between_two_paragraphs_may_be_anothers(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("A spokesman for the commissioner, Alan Rudd, said: “Mr Rudd stands by his words.”", ["Alan Rudd?"]),
        ("A lawyer for the driver, Tom Reed, said: “Mr Reed denies it all.”", ["Tom Reed?"]),
        # Another's name, words about oneself, and a namesake's.
        ("A spokesman for the commissioner, Alan Rudd, said: “Mr Lee stands by his words.”", ["Alan Rudd?"]),
        ("The spokesman for the commissioner, Alan Rudd, said: “Mr Lee stands by his words.”", ["Alan Rudd"]),
        ("The spokesman for the commissioner, Alan Rudd, said: “I stand by what Mr Rudd said.”", ["Alan Rudd"]),
        ("Ida Rudd said: “Mr Rudd has gone home.”", ["Ida Rudd"]),
        ("“Mr Rudd stands by his words,” his lawyer, Ida Conn, said.", ["Ida Conn"]),
    ],
)  # fmt: skip
def test_who_is_told_of_in_the_words_hardly_says_them(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by
