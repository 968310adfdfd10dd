"""Whom a bare role means - "the mayor", "the coach" - where the text names another of that office, or tells who leads what."""

import pytest
from steps import assert_linear
from test_nearest_name import speakers

from newsdesk.find.quotes.in_post import post_candidates
from newsdesk.find.quotes.in_story import resolve
from newsdesk.model import Post

GUESTS = "\n\nSelby manager Ida Lund was ill."
OTHER_TOWN = "\n\nSelby mayor Ida Lund sent pumps."


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("Nils Dahl says his side must improve. “We were slow,” the manager said." + GUESTS, ["Nils Dahl?"]),
        ("Nils Dahl says his Leith Park side must improve.\n\n“We were slow,” the head coach said.\n\nSelby coach Ida Lund was ill.", ["Nils Dahl?"]),
        ("Selby manager Ida Lund was ill. Nils Dahl says his side are ready. “We run,” the manager said.", ["Nils Dahl?"]),
        ("Nils Dahl promised that his ministry would act. “We will pay,” the minister said.\n\nFinance minister Ida Lund was ill.", ["Nils Dahl?"]),
        ("Nils Dahl leads Leith council, and wants a pool. “We swim,” the council leader said.\n\nSelby council leader Ida Lund has one.", ["Nils Dahl?"]),
        ("Nils Dahl says his side must improve. “We were slow,” the manager said.", ["Nils Dahl?"]),
        ("Nils Dahl's Leith side lost. “We were slow,” the manager said." + GUESTS, ["Nils Dahl?"]),
        ("Nils Dahl, who runs the county council, was calm. “We swim,” the leader said.\n\nSelby leader Ida Lund was not.", ["Nils Dahl?"]),
        ("Nils Dahl's house burned. “It was old,” the manager said." + GUESTS, ["Ida Lund?"]),
        # Another of that office is named between, or is meant by what the role is of.
        ("Nils Dahl says his side are ready. Selby manager Ida Lund is not. “We are tired,” the manager said.", ["Ida Lund"]),
        ("Nils Dahl says his side are ready. “We are tired,” the Selby manager said." + GUESTS, ["Ida Lund"]),
        ("The manager, Ida Lund, came. Nils Dahl says his side are ready. “We are tired,” the manager said.", ["Ida Lund?"]),
        # Who is told to be something else leads nothing, nor does who leads what has no such office.
        ("Striker Nils Dahl says his side must improve. “We were slow,” the manager said.", ["the manager"]),
        ("Nils Dahl says his side must improve. “We were slow,” the mayor said.", ["the mayor"]),
        ("Nils Dahl says the side must improve. “They were slow,” the manager said.", ["the manager"]),
        ("Nils Dahl, whose uncle runs Leith Bank, came. “It was full,” the director said.", ["the director"]),
    ],
)  # fmt: skip
def test_a_bare_role_may_mean_who_was_told_to_lead_what_has_one(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


@pytest.mark.parametrize(
    ("text", "said_by"),
    [
        ("The town stood in water. “We will dry out,” the mayor said." + OTHER_TOWN, ["Ida Lund?"]),
        ("The mill burned. “It took all night,” the fire chief said.\n\nSelby fire chief Ida Lund sent engines.", ["Ida Lund?"]),
        ("Leith stood in water. “We will dry out,” the mayor said." + OTHER_TOWN, ["Ida Lund?"]),
        # Whom the text names so before, or without what she is of; of what the text is about; the judge of the case.
        ("Selby mayor Ida Lund sent pumps. “We have ten,” the mayor said.", ["Ida Lund"]),
        ("The town stood in water. “We will dry out,” the mayor said.\n\nThe mayor, Ida Lund, sent pumps.", ["Ida Lund"]),
        ("Selby stood in water. “We will dry out,” the mayor said." + OTHER_TOWN, ["Ida Lund"]),
        ("Norway votes in May. “We will win,” the president said.\n\nNorwegian president Ida Lund has led for years.", ["Ida Lund"]),
        ("“You lied,” the judge said.\n\nHigh Court judge Ida Lund will rule in May.", ["Ida Lund"]),
    ],
)  # fmt: skip
def test_a_bare_role_is_doubtful_where_only_another_places_holder_is_named_later(text: str, said_by: list[str]) -> None:
    assert speakers(text) == said_by


def test_who_leads_what_is_found_in_linear_time() -> None:
    def work(size: int) -> None:
        post = Post(n=1, id=1, text="Nils Dahl says his side is his side. “We run,” the manager said.\n\n" * size)
        resolve([post], [post_candidates(post)])

    assert_linear(work, small=20)
