"""The narrow class: adding, reading again, removing, undoing, marking, following."""

from __future__ import annotations

from dataclasses import replace

import pytest
from stored_examples import NOON, TEXTS, harbour, page, post, printed

from newsdesk.model import Basis, Counts, Mark, Post, Precision, PrintedTime, Published, Revision, Source, SourceKind
from newsdesk.store import Added, Changes, Snapshot, Store, StoreError

EDITED = TEXTS[1] + " The pilots vote at six."


@pytest.fixture
def path(tmp_path):
    return tmp_path / "stories" / "harbour.jsonl"


@pytest.fixture
def store(path):
    with Store.open(path) as opened:
        yield opened


def revisions(store, post_id):
    return next(post.revisions for post in store.load().posts if post.id == post_id)


def texts(snapshot):
    return [item.text for item in snapshot.posts]


def test_a_new_story_is_empty(store):
    assert store.load() == Snapshot((), (), (), 0)
    assert store.damaged == ()
    assert store.meta() == {}


def test_what_is_added_is_there_after_opening_again(store, path):
    source, posts = harbour(title="Harbour strike", year=2031)
    added = store.add(source, posts)
    assert added == Added(
        replace(source, id=added.source.id),
        new=tuple(
            replace(item, id=new.id, source_id=added.source.id) for item, new in zip(posts, added.new, strict=True)
        ),
        counts=Counts(new=4),
    )
    assert len({added.source.id, *(item.id for item in added.new)} - {0}) == 5
    store.close()
    with Store.open(path) as again:
        assert again.load() == Snapshot((added.source,), added.new, (), 1)


def test_published_is_never_stored(store):
    source, posts = harbour()
    derived = Published(NOON, Precision.MINUTE, Basis.INFERRED)
    added = store.add(source, [replace(item, published=derived) for item in posts])
    assert [item.published for item in added.new] == [None] * 4
    assert [item.published for item in store.load().posts] == [None] * 4


def test_one_add_is_one_line(store, path):
    store.add(*harbour())
    assert path.read_bytes().count(b"\n") == 2


def test_the_same_content_again_writes_nothing(store, path):
    first = store.add(*harbour(title="Harbour"))
    before = path.read_bytes()
    source, posts = harbour(origin="/elsewhere/copy.txt", title="Other")
    assert store.add(source, posts) == Added(first.source, counts=Counts(same=4))
    assert path.read_bytes() == before


def test_a_year_that_is_said_with_the_same_content_is_stored(store):
    source, posts = harbour(guessed_year=2030)
    store.add(source, posts)
    added = store.add(replace(source, guessed_year=None, year=2029), posts)
    assert (added.source.year, added.counts, added.new) == (2029, Counts(same=4), ())
    assert store.load().sources == (added.source,)


@pytest.mark.parametrize("kind", [SourceKind.FEED, SourceKind.LIVE_PAGE])
def test_two_addresses_that_give_the_same_are_both_followed(store, kind):
    ports, news = "https://q.example/ports/feed", "https://q.example/news/feed"
    for origin in (ports, news, ports):
        source, posts = harbour(origin=origin)
        store.add(replace(source, kind=kind), posts)
    assert [one.origin for one in store.load().sources] == [ports, news]


def test_an_address_that_gives_what_was_saved_before_goes_on_with_it(store):
    source, posts = harbour()
    saved = store.add(source, [replace(one, line=10 * one.n) for one in posts]).source
    added = store.add(*harbour(origin="https://q.example/ports/live"))
    assert (added.source.id, added.source.origin) == (saved.id, "https://q.example/ports/live")
    assert [one.line for one in store.load().posts] == [None] * 4
    store.take_back([added])
    assert store.load().sources == (saved,)
    assert [one.line for one in store.load().posts] == [10, 20, 30, 40]


def test_saving_a_page_again_adds_only_what_is_new(store):
    first = store.add(*harbour())
    _source, posts = harbour()
    newer = post(1, "The talks begin at the customs house, without the ferry crews.", printed(12, 15))
    edited = replace(posts[1], text=EDITED)
    added = store.add(*page(newer, edited, *posts[2:]))
    assert added.source.id == first.source.id
    assert [(item.text, item.n) for item in added.new] == [(newer.text, 0)]
    assert added.counts == Counts(new=1, edited=1, same=2, gone=1)
    assert added.edited == (replace(first.new[1], text=EDITED, revisions=(Revision(None, TEXTS[1], NOON),)),)
    assert added.gone == (replace(first.new[0], gone=NOON),)
    snapshot = store.load()
    assert texts(snapshot) == [newer.text, TEXTS[0], EDITED, TEXTS[2], TEXTS[3]]
    assert [item.id for item in snapshot.posts] == [added.new[0].id, *(item.id for item in first.new)]
    assert revisions(store, first.new[1].id) == (Revision(None, TEXTS[1], NOON),)
    assert revisions(store, first.new[0].id) == ()


def test_every_edit_leaves_a_revision(store):
    first = store.add(*page(post(1, TEXTS[0], printed(9, 5), headline="Out")))
    for ending in (" One.", " One. Two."):
        store.add(*page(post(1, TEXTS[0] + ending, printed(9, 5), headline="Out!")))
    assert revisions(store, first.new[0].id) == (
        Revision("Out", TEXTS[0], NOON),
        Revision("Out!", TEXTS[0] + " One.", NOON),
    )
    assert texts(store.load()) == [TEXTS[0] + " One. Two."]


def test_another_page_is_another_source(store):
    one = store.add(*harbour())
    two = store.add(*page(post(1, "Snow on the pass."), origin="/saved/pass.txt"))
    assert [item.id for item in store.load().sources] == [one.source.id, two.source.id]
    assert texts(store.load()) == [*TEXTS, "Snow on the pass."]


def test_equal_posts_of_one_page_are_all_stored(store):
    twins = [post(1, "Gate shut.", printed(9, 5)), post(2, "Gate shut.", printed(9, 5))]
    added = store.add(*page(*twins))
    assert len({item.id for item in added.new}) == 2
    again = store.add(*page(*twins, post(3, "Gate open.", printed(9, 6))))
    assert again.counts == Counts(new=1, same=2)


def test_a_page_saved_again_under_another_name_is_the_same_source(store, path):
    one = store.add(*harbour())
    _source, posts = harbour()
    newer = post(1, "The talks begin at the customs house, without the ferry crews.", printed(12, 15))
    edited = replace(posts[1], text=EDITED)
    grown = store.add(*page(newer, posts[0], edited, *posts[2:], origin="/saved/harbour (1).txt"))
    assert (grown.source.id, grown.counts) == (one.source.id, Counts(new=1, edited=1, same=3))
    assert grown.source.origin == "/saved/harbour (1).txt"
    lines = path.read_bytes()
    older = store.add(*harbour())
    assert (older.source.id, older.counts) == (one.source.id, Counts(same=4))
    assert path.read_bytes() == lines, "an older copy of the page is no edit"
    store.add(*page(*posts, origin="/saved/harbour (1).txt"))
    assert texts(store.load())[1:] == [TEXTS[0], TEXTS[1], *TEXTS[2:]], "the page's own file may go back"


def test_an_older_copy_that_comes_later_takes_back_no_edit(store):
    _source, posts = harbour()
    newer = post(1, "The talks begin at the customs house, without the ferry crews.", printed(12, 15))
    oldest = post(9, "The first pickets stand at the gate of the northern quay since dawn.", printed(6, 10))
    one = store.add(*page(newer, posts[0], replace(posts[1], text=EDITED), *posts[2:], origin="/saved/page (1).txt"))
    older = store.add(*page(*posts, oldest, origin="/saved/page.txt"))
    assert (older.source.id, older.source.origin) == (one.source.id, "/saved/page (1).txt")
    assert ([item.text for item in older.new], older.counts) == ([oldest.text], Counts(new=1, same=4))
    assert texts(store.load()) == [newer.text, TEXTS[0], EDITED, TEXTS[2], TEXTS[3], oldest.text]
    assert store.add(*page(*posts, oldest, origin="/saved/page.txt")).new == ()


def test_pages_of_two_days_that_share_their_greetings_are_two(store):
    for day, (one, other) in ((10, TEXTS[:2]), (11, TEXTS[2:])):
        welcome = post(3, "Good morning and welcome to our live page on the harbour.", printed(7, 0, month=5, day=day))
        goodbye = post(1, "We are closing this page now; thank you for reading.", printed(19, 0, month=5, day=day))
        between = (post(2, text, printed(9, n, month=5, day=day)) for n, text in enumerate((one, other)))
        store.add(*page(goodbye, *between, welcome, origin=f"/saved/{day}.txt"))
    assert len(store.load().sources) == 2
    assert len(store.load().posts) == 8


def aged(*texts: str, origin: str = "/saved/harbour.txt"):
    """A page whose posts say only how long ago they were, which dates nothing."""
    return page(*(post(n, text) for n, text in enumerate(texts, 1)), origin=origin)


def test_a_page_of_ages_alone_saved_again_under_another_name_is_the_same_source(store):
    one = store.add(*aged(*TEXTS))
    newer = "The talks begin at the customs house, without the ferry crews."
    again = store.add(*aged(newer, *TEXTS, origin="/saved/harbour (1).txt"))
    assert (again.source.id, again.counts) == (one.source.id, Counts(new=1, same=4))
    fewer = store.add(
        *aged(
            "The crews are to vote on Sunday, and the pilots with them.",
            newer,
            *TEXTS[:2],
            origin="/saved/harbour (2).txt",
        )
    )
    assert (fewer.source.id, fewer.counts.new) == (one.source.id, 1)


def test_pages_of_ages_that_share_their_greetings_are_two(store):
    welcome = "Good morning and welcome to our live page on all that happens in the harbour."
    rules = "You can write to us at any time; we read all that you send to this page."
    goodbye = "We are closing this page for tonight; thank you for reading it with us."
    for day, between in ((10, TEXTS[:2]), (11, TEXTS[2:])):
        store.add(*aged(goodbye, *between, rules, welcome, origin=f"/saved/{day}.txt"))
    assert len(store.load().sources) == 2
    assert len(store.load().posts) == 10


@pytest.mark.parametrize(
    ("turns", "sources"), [(TEXTS, 1), ((*TEXTS[:3], "Thank you."), 1), ((TEXTS[0], "Not now.", "Ask her.", "Yes."), 2)]
)
def test_a_transcript_of_one_address_saved_again_is_the_same_source(store, turns, sources):
    """Players give one address to all that they show, and an interview has that of its article."""
    for name, said in (("one", TEXTS), ("other", turns)):
        source, posts = page(*(post(n, text) for n, text in enumerate(said, 1)), origin=f"/saved/{name}.html")
        store.add(replace(source, kind=SourceKind.TRANSCRIPT, link="https://q.example/watch"), posts)
    assert len(store.load().sources) == sources


STRIKE, LOCKOUT = "https://q.example/live/strike", "https://q.example/live/lockout"


@pytest.mark.parametrize(
    ("one", "other", "are_two"),
    [
        ({"link": STRIKE}, {"link": LOCKOUT}, True),
        ({"origin": STRIKE}, {"origin": LOCKOUT}, True),
        ({"origin": STRIKE, "link": STRIKE}, {"link": LOCKOUT}, True),
        ({"link": STRIKE}, {}, False),
        ({"origin": STRIKE}, {}, False),
        ({"origin": STRIKE}, {"link": f"{STRIKE}?at_medium=RSS"}, False),
        ({"origin": STRIKE, "link": LOCKOUT}, {"link": LOCKOUT}, False),
        ({"link": "https://q.example/"}, {"link": STRIKE}, False),
    ],
)
def test_pages_of_two_addresses_are_two_whatever_they_share(store, one, other, are_two):
    _source, posts = harbour()
    more = post(5, "The tugs of the southern yard go out all the same, their owner says.", printed(7, 30))
    store.add(*page(*posts, **{"origin": "/saved/one.html", "title": "One"} | one))
    store.add(*page(*posts[2:], more, **{"origin": "/saved/other.html", "title": "Other"} | other))
    assert len(store.load().sources) == 1 + are_two
    assert len(store.load().posts) == (7 if are_two else 5)


def test_the_page_s_own_address_comes_before_what_an_earlier_source_shares(store):
    _source, posts = harbour()
    store.add(*page(*posts[:3], origin="/saved/no address.html"))
    lockout = [post(n, f"{text} {TEXTS[3]}", printed(5, n)) for n, text in enumerate(TEXTS[:3], 1)]
    known = store.add(*page(*lockout, origin="/saved/lockout.html", link=LOCKOUT)).source
    again = store.add(*page(*posts[:2], *lockout, origin="/saved/lockout (1).html", link=LOCKOUT))
    assert (again.source.id, again.counts) == (known.id, Counts(new=2, same=3))


@pytest.mark.parametrize(
    ("kind", "publishers"),
    [
        (SourceKind.FEED, (None, None)),
        (SourceKind.TRANSCRIPT, (None, None)),
        (SourceKind.LIVE_PAGE, ("Harbour Post", "Coast Daily")),
    ],
)
def test_two_feeds_and_two_publishers_may_share_posts(store, kind, publishers):
    for number, publisher in enumerate(publishers):
        source, posts = harbour(origin=f"/saved/{number}.txt", publisher=publisher)
        store.add(replace(source, kind=kind, content_hash=str(number)), posts)
    assert len(store.load().sources) == 2


FOURTH = PrintedTime("4 March 2031", year=2031, month=3, day=4)
FIFTH = PrintedTime("5 March 2031", year=2031, month=3, day=5)
WALKOUT = {"headline": "Dockers walk out", "byline_name": "Ada Quist"}


def article(text, origin, head=WALKOUT, day=FOURTH, **more):
    source, posts = page(post(1, text, **head), origin=origin, printed_time=day, **more)
    return replace(source, kind=SourceKind.ARTICLE), posts


@pytest.mark.parametrize(
    ("head", "day"),
    [
        (WALKOUT, FOURTH),
        (WALKOUT, None),
        ({"headline": "Dockers walk out"}, FOURTH),
        ({"headline": "Dockers walk out", "byline_name": "ADA QUIST"}, PrintedTime("4 March", month=3, day=4)),
    ],
)
def test_an_article_saved_again_with_more_words_is_the_same_source(store, head, day):
    first = store.add(*article(" ".join(TEXTS[:2]), "/saved/strike.txt"))
    again = store.add(*article(" ".join(TEXTS[:3]), "/saved/strike (1).txt", head, day))
    assert (again.source.id, again.counts) == (first.source.id, Counts(edited=1))
    (stored,) = store.load().posts
    assert [before.text for before in stored.revisions] == [" ".join(TEXTS[:2])]


@pytest.mark.parametrize(
    ("before", "now", "kept"),
    [
        (FOURTH, PrintedTime("4 March", month=3, day=4), FOURTH),
        (replace(FOURTH, text="4 March 2031 09:10", hour=9, minute=10), FOURTH, None),
        (PrintedTime("4 March", month=3, day=4), FOURTH, FOURTH),
    ],
)
def test_the_day_of_an_article_saved_again_loses_nothing(store, before, now, kept):
    store.add(*article(" ".join(TEXTS[:2]), "/saved/strike.txt", day=before))
    store.add(*article(" ".join(TEXTS[:3]), "/saved/strike (1).txt", day=now))
    (source,) = store.load().sources
    assert source.printed_time == (kept or before)


def test_another_day_of_a_source_is_the_one_that_it_prints_now(store):
    store.add(*article(TEXTS[0], "/saved/strike.txt"))
    store.add(
        *article(f"{TEXTS[0]} Nobody knows why.", "/saved/strike.txt", day=PrintedTime("5 March", month=3, day=5))
    )
    (source,) = store.load().sources
    assert source.printed_time == PrintedTime("5 March", month=3, day=5)


FIGURES = "The harbour office of Dorne said that {} boats had left by {} and that {} more would follow before the tide turned, with {} crews on board."


@pytest.mark.parametrize(
    ("values", "day", "sources"),
    [
        (("12", "nine", "six", "forty"), FOURTH, 1),
        (("12", "nine", "six", "forty"), None, 1),
        (("15", "noon", "six", "fifty"), FOURTH, 2),
        (("12", "noon", "ten", "forty"), FOURTH, 2),
        (("15", "nine", "six", "forty"), FOURTH, 1),
        (("15", "nine", "six", "forty"), None, 2),
    ],
)
def test_two_reports_of_one_form_are_no_article_with_more_words(store, values, day, sources):
    first, second = (FIGURES.format(*each) for each in (("12", "nine", "six", "forty"), values))
    store.add(*article(first, "/saved/strike.txt", day=day))
    store.add(*article(f"{second} {TEXTS[2]}", "/saved/other.txt", day=day))
    assert len(store.load().sources) == sources


@pytest.mark.parametrize(
    ("first", "other", "head", "day", "more"),
    [
        (TEXTS[:2], TEXTS[:3], WALKOUT, FIFTH, {}),
        (TEXTS[:2], TEXTS[:3], WALKOUT | {"byline_name": "Bo Marlow"}, FOURTH, {}),
        (TEXTS[:2], TEXTS[:3], WALKOUT | {"headline": "Dockers walk out again"}, FOURTH, {}),
        (TEXTS[:2], TEXTS[:3], {"headline": "Dockers walk out"}, None, {}),
        (TEXTS[:2], TEXTS[:3], WALKOUT, FOURTH, {"publisher": "Coast Daily"}),
        (TEXTS[:2], TEXTS[2:], WALKOUT, FOURTH, {}),
        (TEXTS[:3], TEXTS[:2], WALKOUT, FOURTH, {}),
        (["It is off."], ["It is off.", *TEXTS], WALKOUT, FOURTH, {}),
    ],
)
def test_articles_that_something_tells_apart_are_two(store, first, other, head, day, more):
    store.add(*article(" ".join(first), "/saved/strike.txt", publisher="Harbour Post"))
    store.add(*article(" ".join(other), "/saved/other.txt", head, day, **more))
    assert len(store.load().sources) == 2


@pytest.mark.parametrize(
    ("head", "day", "publisher", "sources"),
    [
        (WALKOUT, FOURTH, "Harbour Post", 1),
        (WALKOUT, None, None, 1),
        ({"headline": "Dockers walk out at last"}, FOURTH, None, 1),
        (WALKOUT, FIFTH, "Harbour Post", 2),
        (WALKOUT | {"byline_name": "Bo Marlow"}, FOURTH, "Harbour Post", 2),
        (WALKOUT, FOURTH, "Coast Daily", 2),
    ],
)
def test_a_pasted_article_goes_on_with_none_of_another_day_author_or_publisher(store, head, day, publisher, sources):
    store.add(*article(FIGURES.format(*range(4)), "pasted text", publisher="Harbour Post"))
    store.add(*article(FIGURES.format(*range(1, 5)), "pasted text", head, day, publisher=publisher))
    assert len(store.load().sources) == sources


def test_articles_of_two_addresses_are_two_with_the_same_words(store):
    store.add(*article(" ".join(TEXTS[:2]), "/saved/strike.html", link=STRIKE))
    store.add(*article(" ".join(TEXTS[:3]), "/saved/lockout.html", link=LOCKOUT))
    assert len(store.load().sources) == 2


def test_one_shared_post_does_not_join_two_files(store):
    store.add(*harbour())
    _source, posts = harbour()
    other = post(2, "Snow closes the pass above the reservoir until the morning.", printed(7, 0))
    store.add(*page(posts[0], other, origin="/saved/pass.txt"))
    assert len(store.load().sources) == 2


def test_a_post_knows_its_line_in_the_file_that_was_read_last(store):
    _source, posts = harbour()
    store.add(*page(*(replace(one, line=10 * one.n) for one in posts)))
    store.add(*page(replace(posts[0], line=31), replace(posts[1], line=41)))
    assert [one.line for one in store.load().posts] == [31, 41, None, None]
    assert revisions(store, store.load().posts[0].id) == ()


def test_what_an_older_copy_brings_has_no_line_in_the_file_of_the_source(store):
    _source, posts = harbour()
    oldest = post(5, "The first pickets stand at the gate of the northern quay since dawn.", printed(6, 10), line=113)
    store.add(*page(*(replace(one, line=10 * one.n) for one in posts), origin="/saved/page.txt"))
    older = [*(replace(one, line=100 + one.n) for one in posts[1:]), oldest]
    added = store.add(*page(*older, origin="/saved/older page.txt"))
    assert (added.source.origin, added.counts.new) == ("/saved/page.txt", 1)
    assert [one.line for one in store.load().posts] == [10, 20, 30, 40, None]


def test_a_saved_copy_of_an_address_gives_its_posts_no_lines(store):
    _source, posts = harbour()
    newer = post(1, "The talks begin at the customs house, without the ferry crews.", printed(12, 15), line=3)
    store.add(*page(*posts, origin=STRIKE, link=STRIKE))
    copy = [newer, replace(posts[0], line=10), replace(posts[1], text=EDITED, line=20), *posts[2:]]
    added = store.add(*page(*copy, origin="/saved/strike.txt", link=STRIKE))
    assert (added.source.origin, added.counts) == (STRIKE, Counts(new=1, edited=1, same=3))
    assert [one.line for one in (*added.new, *added.edited)] == [None, None]
    assert [one.line for one in store.load().posts] == [None] * 5


def test_pastes_are_one_source_only_when_they_share_posts(store):
    one = store.add(*harbour(origin="pasted text"))
    _source, posts = harbour()
    grown = store.add(
        *page(post(1, "The strike is off until Friday, both sides say.", printed(13, 0)), *posts, origin="pasted text")
    )
    other = store.add(*page(post(1, "Snow on the pass.", printed(7, 0)), origin="pasted text"))
    assert grown.source.id == one.source.id
    assert grown.counts == Counts(new=1, same=4)
    assert other.source.id != one.source.id


def test_the_users_words_stay_when_a_source_is_read_again(store):
    source, posts = harbour(title="as read", publisher="Quay Post", guessed_year=2030)
    stored = store.add(source, posts).source
    store.update_source(replace(stored, title="My harbour", year=2029))
    again, grown = page(post(1, "New day, new ferry."), *posts, title="as read later", publisher="Quay Daily")
    added = store.add(again, grown)
    assert added.source == replace(
        stored, title="My harbour", titled=True, publisher="Quay Daily", year=2029, content_hash=again.content_hash
    )
    assert store.load().sources == (added.source,)


def test_a_title_that_the_user_takes_back_may_be_read_again(store):
    source, posts = harbour(title="as read")
    stored = store.add(source, posts).source
    store.update_source(replace(stored, title="My harbour"))
    store.update_source(replace(stored, title=None))
    again, grown = page(post(1, "New day, new ferry."), *posts, title="as read later")
    assert store.add(again, grown).source.title == "as read later"


def test_updating_a_source_that_is_gone(store):
    source = store.add(*harbour()).source
    store.remove_source(source.id)
    with pytest.raises(StoreError, match="no longer in the story; add it again"):
        store.update_source(source)
    with pytest.raises(StoreError, match="no longer in the story"):
        store.remove_source(source.id)


def test_an_update_that_says_nothing_new_writes_nothing(store, path):
    source = store.add(*harbour()).source
    before = path.read_bytes()
    store.update_source(source)
    assert path.read_bytes() == before


def test_removing_and_bringing_back(store):
    one = store.add(*harbour())
    store.add(*page(post(1, "Snow on the pass."), origin="/saved/pass.txt"))
    _source, posts = harbour()
    store.add(*page(*(replace(item, text=item.text + " More soon.") for item in posts)))
    marks = [Mark("read", one.new[2].id, at=NOON), Mark("note", one.source.id, "ask Ines", NOON)]
    store.set_marks([*marks, Mark("starred", 12345)])
    before = store.load()
    removed = store.remove_source(one.source.id)
    after = store.load()
    assert (removed.source, removed.posts, set(removed.marks)) == (before.sources[0], before.posts[:4], set(marks))
    assert (after.sources, after.posts, after.marks) == (
        before.sources[1:],
        before.posts[4:],
        (Mark("starred", 12345),),
    )
    store.restore(removed)
    back = store.load()
    assert (back.sources, back.posts, set(back.marks)) == (before.sources, before.posts, set(before.marks))
    assert revisions(store, one.new[0].id) == (Revision(None, TEXTS[0], NOON),)


def test_what_is_said_elsewhere_when_a_source_is_removed_is_of_one_change_with_it(store, path):
    one = store.add(*harbour())
    other = store.add(*page(post(1, "Snow on the pass."), origin="/saved/pass.txt")).new[0]
    said, known = Mark("event", other.id, "talks", NOON), Mark("starred", other.id, "", NOON)
    store.set_marks([known])
    lines = path.read_bytes().count(b"\n")
    removed = store.remove_source(one.source.id, [said, known])
    assert (path.read_bytes().count(b"\n"), set(store.load().marks)) == (lines + 1, {said, known})
    store.restore(removed)
    assert (path.read_bytes().count(b"\n"), set(store.load().marks)) == (lines + 2, {known})
    store.remove_source(one.source.id)
    with pytest.raises(StoreError, match="no longer in the story"):
        store.remove_source(one.source.id, [said])
    assert set(store.load().marks) == {known}


def test_bringing_back_leaves_what_was_added_since(store):
    one = store.add(*harbour())
    removed = store.remove_source(one.source.id)
    _source, posts = harbour()
    again = store.add(*page(posts[0], replace(posts[1], headline="Ferries wait")))
    store.restore(removed)
    assert again.new[0].id == one.new[0].id
    assert store.load().sources == (again.source,)
    assert sum(item.headline == "Ferries wait" for item in store.load().posts) == 1


def test_marks(store):
    read, note = Mark("read", 7, at=NOON), Mark("note", 7, "call back", NOON)
    store.set_marks([read, note])
    store.set_marks([Mark("note", 7, "called")], remove=[note, Mark("read", 99)])
    assert store.load().marks == (read, Mark("note", 7, "called"))
    assert store.load().marks[0].at == NOON


def test_a_mark_that_is_there_writes_nothing(store, path):
    store.set_marks([Mark("read", 7, at=NOON)])
    before = path.read_bytes()
    store.set_marks([Mark("read", 7)], remove=[Mark("starred", 7)])
    assert path.read_bytes() == before


def test_meta(store, path):
    store.set_meta({"title": "Harbour", "place": "12"})
    store.set_meta({"place": None, "closed": "2031-03-04T12:00:00+00:00", "never": None})
    before = path.read_bytes()
    store.set_meta({"title": "Harbour"})
    assert path.read_bytes() == before
    assert store.meta() == {"title": "Harbour", "closed": "2031-03-04T12:00:00+00:00"}


def test_fields_of_a_later_version_survive_our_writing(store, path):
    added = store.add(*harbour())
    with store._writing():
        for name, doc_id in (("sources", added.source.id), ("posts", added.new[1].id)):
            store._tables.table(name).update({"mood": ["calm"]}, doc_ids=[doc_id])
        store._tables.table("weather").insert({"wind": 7})
    _source, posts = harbour()
    store.add(*page(posts[0], replace(posts[1], text=EDITED), *posts[2:]))
    store.update_source(replace(added.source, title="Harbour"))
    store.close()
    with Store.open(path) as again:
        assert again._tables.table("sources").get(doc_id=added.source.id)["mood"] == ["calm"]
        assert again._tables.table("posts").get(doc_id=added.new[1].id)["mood"] == ["calm"]
        assert again._tables.table("weather").all() == [{"wind": 7}]


def test_posts_whose_source_was_in_a_damaged_line_are_left_out(store):
    added = store.add(*harbour())
    store._tables.table("sources").remove(doc_ids=[added.source.id])
    assert store.load() == Snapshot((), (), (), 2)


def _write_and_fail(store):
    with store._writing():
        store._tables.put("marks", {1: {"kind": "read", "target": 1}})
        return 1 / 0


def test_what_one_did_oneself_is_news_too_unless_it_failed(store):
    added = store.add(*harbour())
    assert store.changes() == Changes(sources=(added.source,), posts=added.new)
    with pytest.raises(ZeroDivisionError):
        _write_and_fail(store)
    assert store.changes() is None


def test_another_stores_changes_are_news_once(store, path):
    store.load()
    with Store.open(path) as other:
        added = other.add(*harbour())
        other.set_marks([Mark("read", added.new[0].id), Mark("note", 5, "hm")])
        assert store.changes() == Changes(
            sources=(added.source,),
            posts=added.new,
            marks=(Mark("read", added.new[0].id), Mark("note", 5, "hm")),
        )
        assert store.changes() is None
        other.set_marks([], remove=[Mark("note", 5, "hm")])
        other.update_source(replace(added.source, title="Harbour"))
        other.set_meta({"title": "Strike"})
        assert store.changes() == Changes(
            sources=(replace(added.source, title="Harbour", titled=True),),
            removed_marks=(Mark("note", 5, "hm"),),
            meta=True,
        )
        other.remove_source(added.source.id)
        assert store.changes() == Changes(
            removed_sources=frozenset({added.source.id}),
            removed_posts=frozenset(item.id for item in added.new),
            removed_marks=(Mark("read", added.new[0].id),),
        )
        assert store.revision == other.revision


def test_what_came_and_went_is_no_news(store, path):
    with Store.open(path) as other:
        other.set_marks([Mark("read", 7)])
        other.set_marks([], remove=[Mark("read", 7)])
    assert store.changes() is None


def test_loading_leaves_the_news_to_whoever_asks_for_them(store, path):
    with Store.open(path) as other:
        other.add(*harbour())
    assert len(store.load().posts) == 4
    assert len(store.changes().posts) == 4


def test_an_add_sees_what_another_store_added(store, path):
    with Store.open(path) as other:
        first = other.add(*harbour())
        assert store.add(*harbour()) == Added(first.source, counts=Counts(same=4))
        assert store.changes() == Changes(sources=(first.source,), posts=first.new)


def test_asking_for_changes_costs_one_stat(store, monkeypatch):
    store.load()
    monkeypatch.setattr("os.read", lambda *_: pytest.fail("the file was read"))
    monkeypatch.setattr("os.open", lambda *_: pytest.fail("a file was opened"))
    assert store.changes() is None


def test_asking_for_changes_does_not_wait_for_a_busy_store(store, path):
    from threading import Thread

    with Store.open(path) as other:
        other.add(*harbour())
    answers = []
    with store._lock:
        asking = Thread(target=lambda: answers.append(store.changes()))
        asking.start()
        asking.join()
    assert answers == [None]
    assert store.changes() is not None


def test_bringing_back_gives_what_was_added_since_the_wordings_that_were_seen_before(store):
    source, posts = harbour()
    store.add(source, posts)
    edited = store.add(*page(replace(posts[0], text=f"{TEXTS[0]} Amended."), *posts[1:])).edited[0]
    removed = store.remove_source(edited.source_id)
    store.add(*page(replace(posts[0], text=f"{TEXTS[0]} Amended again."), *posts[1:]))
    other = store.add(*page(replace(posts[0], text=f"{TEXTS[0]} And so on."), *posts[1:])).edited[0]
    store.restore(removed)
    wordings = [(one.text.removeprefix(TEXTS[0]), one.replaced_at) for one in revisions(store, other.id)]
    assert wordings == [("", NOON), (" Amended.", None), (" Amended again.", NOON)]
    store.restore(removed)
    assert len(revisions(store, other.id)) == 3
    assert len(store.load().posts) == len(posts)


def test_the_source_order_is_the_order_of_adding(store):
    ids = [store.add(*page(post(1, f"Boat {n} is in."), origin=f"/saved/{n}.txt")).source.id for n in range(9)]
    removed = store.remove_source(ids[3])
    store.restore(removed)
    assert [item.id for item in store.load().sources] == ids


def test_hostile_texts_are_stored_as_they_are(store, path):
    text = '\x1b]52;c;aGk=\x07 \ud800 \u202e \u2028 ]\n["00000000",1,{}]'
    added = store.add(Source(SourceKind.ARTICLE, text, title=text), [Post(1, text, headline=text, own_id=text)])
    store.close()
    with Store.open(path) as again:
        assert again.load() == Snapshot((added.source,), added.new, (), 1)


def test_a_closed_store_says_so(store):
    store.close()
    store.close()
    with pytest.raises(StoreError, match=r"harbour\.jsonl: the story is closed; open it again"):
        store.load()
