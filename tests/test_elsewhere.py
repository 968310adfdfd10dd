"""Where else a post's quotations and events stand: told below the post, and gone to from there."""

from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from desk_app import add_to, desk, on_screen, press
from story_of import BST, at, event, facts, posts, story
from written import ARTICLE, LIVE_PAGE

from newsdesk.model import Mention, Quote, QuoteKind
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.elsewhere import elsewhere
from newsdesk.ui.dialogs.page_text import PLACES_SHOWN, WHAT_SHOWN, elsewhere_text
from newsdesk.ui.dialogs.passages import Passages
from newsdesk.ui.dialogs.reader import Reader

LONDON = ZoneInfo("Europe/London")
NEWEST = Clock(Mode.NEWEST, datetime(2025, 5, 11, 16, 3, tzinfo=BST))
AFTER_THE_ARTICLE = "Ana Ruiz said “we will not move”, and that the talks were for Thursday."


def twice_said():
    """The headline quotation of the newest post stands in the article, too, and so does its event."""
    article = replace(posts()[3], text=AFTER_THE_ARTICLE, published=at(11, 9, 0))
    start = AFTER_THE_ARTICLE.index("we will")
    again = Quote(
        21, "text", start, start + 16, "we will not move", QuoteKind.DIRECT, "Ana Ruiz", "Ana Ruiz", None, 0.9
    )
    thursday = AFTER_THE_ARTICLE.index("Thursday")
    talks = event(
        mentions=(
            *event().mentions,
            Mention(21, "text", thursday, thursday + 8, 0, len(AFTER_THE_ARTICLE)),
            Mention(11, "text", 0, 5, 0, 5),
        )
    )
    return story(
        posts=(*posts()[:3], article),
        found=replace(facts(), quotes=(*facts().quotes, again), events=(talks, event(key="e2", title="Vote", mentions=(Mention(11, "text", 6, 9, 0, 9),)))),
    )  # fmt: skip


def test_what_a_post_says_stands_with_its_places_in_other_posts():
    found = elsewhere(twice_said(), 11, NEWEST, LONDON)
    assert [(one.what, one.is_event, [(place.post_id, place.start) for place in one.places]) for one in found] == [
        ("“We will not move”", False, [(21, AFTER_THE_ARTICLE.index("we will"))]),
        ("Talks in Leith, Thu 15 May 2025", True, [(12, 22), (21, AFTER_THE_ARTICLE.index("Thursday"))]),
        ("Vote, Thu 15 May 2025", True, []),
    ]
    assert found[0].places[0].when == "11 May 09:00 BST"
    assert found[0].places[0].source == "The long quarrel"


def test_words_of_the_post_alone_and_of_others_are_not_listed():
    assert elsewhere(story(), 11, NEWEST, LONDON) == []  # "a joke" is said by somebody else, too
    assert elsewhere(story(), 99, NEWEST, LONDON) == []


def test_a_moment_that_was_chosen_hides_what_came_later():
    before = Clock(Mode.CHOSEN, datetime(2025, 5, 11, 10, 0, tzinfo=BST))
    assert [len(one.places) for one in elsewhere(twice_said(), 21, before, LONDON) if not one.is_event] == []
    assert [len(one.places) for one in elsewhere(twice_said(), 21, NEWEST, LONDON) if not one.is_event] == [1]


def test_many_places_are_counted_and_long_words_cut():
    quote, _, vote = elsewhere(twice_said(), 11, NEWEST, LONDON)
    many = replace(quote, what="“" + "long [b]words[/b] " * 30, places=places_of(quote, PLACES_SHOWN + 2))
    words, places = elsewhere_text([many]).plain.split("\n")
    assert words.startswith("“long [b]words[/b] long")
    assert len(words) <= WHAT_SHOWN + 4
    assert places.startswith("  ↳ also in: Source 0, 11 May 09:00 BST; Source 1, ")
    assert places.endswith("; and 2 more")
    assert elsewhere_text([vote]).plain.endswith("  ↳ no other post mentions it")
    twice = replace(quote, places=quote.places * 2)
    assert elsewhere_text([twice]) == elsewhere_text([quote]), "two places in one post"


def places_of(one, number):
    return tuple(replace(one.places[0], source=f"Source {at}") for at in range(number))


@pytest.fixture
def two_sources(tmp_path):
    article = ARTICLE.replace("“ready to talk”", "the offer was “an insult to every docker”")
    page = LIVE_PAGE.replace("“a joke”", "“an insult to every docker”")
    sources = (("/saved/strike.txt", page.encode()), ("/saved/quarrel.txt", article.encode()))
    return add_to(tmp_path / "story.jsonl", sources, "Port strike")


async def test_w_leads_from_a_quotation_to_the_other_post_at_those_words(two_sources):
    async with desk(two_sources) as pilot:
        await press(pilot, "enter")
        assert "Said elsewhere, too" in on_screen(pilot)
        assert "also in: The long quarrel" in on_screen(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, Passages)
        assert "1 place" in on_screen(pilot)
        await press(pilot, "enter")
        reader = pilot.app.screen
        assert isinstance(reader, Reader)
        assert "The long quarrel behind the port strike" in on_screen(pilot)
        assert "2 of 4" not in on_screen(pilot)
        assert "4 of 4" in on_screen(pilot)
        await press(pilot, "w", "escape")
        assert pilot.app.screen is reader
        await press(pilot, "escape")
        assert not isinstance(pilot.app.screen, Reader)


async def test_a_post_without_other_places_offers_no_way_to_them(two_sources):
    async with desk(two_sources) as pilot:
        await press(pilot, "down", "down", "enter")
        assert "Ports shut" in on_screen(pilot)
        assert "Said elsewhere" not in on_screen(pilot)
        await press(pilot, "w")
        assert isinstance(pilot.app.screen, Reader)
