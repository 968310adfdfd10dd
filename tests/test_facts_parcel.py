"""Facts come through a parcel as they were; those that are there already are not made a second time."""

import pickle
from dataclasses import replace
from datetime import UTC, datetime

from newsdesk.kept.facts_parcel import pack, unpack
from newsdesk.model import Actor, ActorKind, Facts, Quote, QuoteKind, Statement, Timex

AS_OF = datetime(2025, 5, 11, 16, tzinfo=UTC)


def quote(number: int, text: str = "The ferries stay in the harbour.") -> Quote:
    return Quote(
        number, "text", 300 + number % 3, 332 + number % 3, text, QuoteKind.DIRECT, "Mara Holt", "she", None, 0.9
    )


FACTS = Facts(
    quotes=tuple(quote(number) for number in range(2500)),
    statements=(Statement(1, "headline", 0, 9, "they sail", None, 0.5, corrected=True),),
    actors=(Actor("Mara Holt", ActorKind.PERSON, quotes=2500),),
    timexes=tuple(Timex(number, "text", 400, 409, "on Monday", "2025-05-12") for number in range(1200)),
    as_of=AS_OF,
)


def sent(facts: Facts, before: Facts) -> Facts:
    return unpack(pickle.loads(pickle.dumps(pack(facts))), before)


def test_what_is_sent_arrives():
    assert sent(FACTS, Facts()) == FACTS
    assert sent(Facts(), FACTS) == Facts()


def test_what_was_there_before_is_the_same_object():
    again = sent(replace(FACTS, quotes=(quote(7, "We sail again."), *FACTS.quotes)), FACTS)

    assert again.quotes[0] == quote(7, "We sail again.")
    assert all(one is before for one, before in zip(again.quotes[1:], FACTS.quotes, strict=True))
    assert all(one is before for one, before in zip(again.timexes, FACTS.timexes, strict=True))


def test_equal_words_and_numbers_are_there_once():
    found = sent(FACTS, Facts())

    assert len({id(one.text) for one in found.quotes}) == 1
    assert len({id(one.start) for one in found.quotes}) == 3
    assert len({id(one.value) for one in found.timexes}) == 1
