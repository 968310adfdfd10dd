"""Words that were said once and stand in several places."""

import random
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from newsdesk.story.repeats import SAME_OCCASION, renderings, said_once


def groups(*texts: str, moments: list[float | None] | None = None) -> list[tuple[str, list[str]]]:
    found = said_once(texts, moments or [0.0] * len(texts))
    return [(texts[one.fullest], [texts[at] for at in one.places]) for one in found]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("A joke,", "“a  joke”"),
        ("We won’t move", "we won't move."),
        ("the boats come first and then the people", "the boats come first"),  # a piece
        ("a way out of the strike has opened for both sides", "way out of the strike opened for both sides"),
    ],
)
def test_the_same_words_nearly_the_same_and_a_piece_of_them_are_one(one, other):
    ((fullest, places),) = groups(other, one)
    assert (len(fullest), places) == (max(len(one), len(other)), [other, one])


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("We organise the programme of the harbour ourselves", "We organize the program of the harbor ourselves"),
        ("the travellers had their trips cancelled by us", "the travelers had their trips canceled by us"),
        ("We won't move the boats", "we will not move the boats"),
        ("It's over for the men of this town", "It is over for the men of this town"),
        ("I'd say that this is the end of it", "I would say this is the end of it"),
        ("Five per cent of the boats are gone", "5% of the boats are gone"),
        ("The strikes of the dockers hurt nobody in this town", "The strike of the dockers hurt nobody in this town"),
        ("The cease-fire on the quays will hold until Monday", "The ceasefire on the quays will hold until Monday"),
        ("And so we will just close the whole thing down", "we will close the whole thing down"),
        ("We will close the bridge on Monday at noon", "We will close the bridge ... on Monday at noon"),
        ("We will close the bridge today on Monday at noon", "We will close the bridge … on Monday at noon"),
        ("The storm took the roofs off twelve of the houses", "The storm took the roofs off 12 of the houses"),
    ],
)
def test_how_words_are_written_makes_no_other_quotation(one, other):
    assert len(groups(one, other)) == len(groups(other, one)) == 1


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("root causes of the strike", "root causes"),  # so few words are a phrase of the day
        ("we will sign the paper", "we will not sign the offer today"),
        ("we will sign the paper on the table today", "we will not sign the paper on the table today"),
        ("we will pay 20 crowns for each day", "we will pay 30 crowns for each day"),
        ("All of the passengers are alive,", "All of the passengers are dead,"),
        ("The bridge is safe for cars and lorries", "The bridge is unsafe for cars and lorries"),
        ("We will close the bridge on Monday,", "We will close the bridge on Tuesday."),
        ("The eastern pier will stay shut until spring", "The western pier will stay shut until spring"),
        ("It opens in June for all of us", "It opens in September for all of us"),
        ("It was a very good day for us", "It was a very bad day for us"),
        ("Our mayor is a liar,", "Our mayor is a saint,"),
        ("I told him to go home at once", "I told her to go home at once"),
        ("The strike is on and will last", "The strike is off and will last"),
        ("He gave money to the party for years", "He took money from the party for years"),
        ("We have to go to the port at noon", "We have to go from the port at noon"),
        ("a million people won the vote in the end", "a billion people won the vote in the end"),
        ("We must close the bridge on Monday", "We may close the bridge on Monday"),
        ("The bridge was safe for all of us", "The bridge is safe for all of us"),
        ("The captain saved the crew of the ferry", "The crew saved the captain of the ferry"),
        ("Of the four seats we won three here", "Of the four seats we won four here"),
        ("Not all of the passengers are alive", "All of the passengers are alive"),
        ("Almost all of the passengers are alive", "All of the passengers are alive"),
        ("the passengers are almost all on the boat", "the passengers are all on the boat"),
        ("yes", "no"),
        ("!", "?"),
    ],
)
def test_other_words_stay_apart(one, other):
    assert len(groups(one, other)) == 2


@pytest.mark.parametrize("order", [1, -1])
def test_of_as_many_words_the_first_that_was_said_stands_for_all(order):
    texts = ["We organise the fair of the town", "We organize the fair of the town"][::order]
    assert groups(*texts) == [(texts[0], texts)]


def test_a_word_that_one_of_three_exchanges_stays_to_be_seen():
    texts = [
        "We will close the old bridge on Monday",
        "We will close the bridge on Monday",
        "We will close the bridge on Tuesday",
    ]
    assert [said[0] for said in groups(*texts)] == [texts[0], texts[2]]


def test_a_piece_of_months_later_is_a_stock_phrase_but_the_same_words_are_the_same():
    full, piece = "we want the root causes of it gone", "the root causes of it"
    assert len(groups(full, piece, moments=[0.0, SAME_OCCASION])) == 1
    assert len(groups(full, piece, moments=[0.0, SAME_OCCASION + 1])) == 2
    assert len(groups(full, piece, moments=[None, 1e9])) == 1
    assert len(groups(full, full, moments=[0.0, 1e9])) == 1


def test_very_long_quotations_cost_little():
    order = random.Random(1)
    words = [order.choice(["we", "will", "stay", "out"]) for _ in range(6000)] + ["crane", "winch"]
    texts = []
    for _ in range(4):
        changed = list(words)
        for at in order.sample(range(6000), 100):
            changed[at] = "and"
        texts.append(" ".join(changed))
    began = process_time()
    assert len(groups(*texts, " ".join(words[-5:]))) == 4  # a piece is still known
    assert process_time() - began < 2  # 0.05 s; word by word it takes 5


def test_two_translations_of_a_sentence_are_offered_for_each_other():
    texts = [
        "The union is ready to host talks aimed at a lasting settlement",
        "We never spoke of wages at that table",
        "Our union stands ready to host the talks that will bring a permanent settlement",
    ]
    assert renderings(texts) == [[2], [], [0]]


def test_spellings_and_forms_of_a_word_are_the_same_in_a_translation():
    assert renderings(["Kiev resumes direct negotiations", "resuming direct negotiation in Kyiv"]) == [[1], [0]]


def test_a_contraction_is_no_other_word():
    assert renderings(["we won't sign the last offer of the ports", "the ports' last offer we will not sign"]) == [
        [1],
        [0],
    ]


OFFER = "the last offer of the northern ports"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"we will sign {OFFER}", f"they won't sign {OFFER}"),
        (f"we will sign {OFFER}", f"we refuse to sign {OFFER}"),
        (f"we accept {OFFER}", f"we reject {OFFER}"),
        (f"both sides will sign {OFFER}", f"neither side will sign {OFFER}"),
        (f"it is possible to sign {OFFER}", f"it is impossible to sign {OFFER}"),
        (f"{OFFER} is unacceptable to dockers", f"{OFFER} is acceptable to dockers"),
        (f"we will wait, and will not sign {OFFER}", f"we will not wait, and will sign {OFFER}"),
    ],
)
def test_the_opposite_is_no_translation(one, other):
    assert renderings([one, other]) == [[], []]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (f"we will not sign {OFFER}", f"we refuse to sign {OFFER}"),
        (f"we shall never accept {OFFER}", f"we won't accept {OFFER}"),
        (f"it is impossible to sign {OFFER}", f"signing {OFFER} is impossible"),
    ],
)
def test_what_is_negated_in_both_is_a_translation(one, other):
    assert renderings([one, other]) == [[1], [0]]


def test_common_words_alone_make_no_translation():
    assert renderings(["they will not be there with us", "we would not have been there with them"]) == [[], []]


def test_a_run_of_letters_without_end_takes_linear_time():
    endless = "x" + "ab" * 100_000
    assert sorted(one.places for one in said_once([endless, endless.upper(), "x"], [None] * 3)) == [(0, 1), (2,)]


WORDS = st.lists(
    st.sampled_from(["we", "will", "not", "stay", "out", "of", "the", "port", "until", "they", "sign", "3"]), max_size=9
)


@given(st.lists(WORDS.map(" ".join), max_size=12), st.randoms(use_true_random=False))
def test_every_place_is_in_one_group_whatever_their_order(texts, order: random.Random):
    found = said_once(texts, [None] * len(texts))
    assert sorted(at for one in found for at in one.places) == list(range(len(texts)))
    assert all(one.fullest in one.places for one in found)
    shuffled = order.sample(texts, len(texts))
    again = said_once(shuffled, [None] * len(texts))
    assert sorted(len(one.places) for one in again) == sorted(len(one.places) for one in found)
