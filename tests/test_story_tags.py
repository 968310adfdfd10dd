"""What names a source in a row."""

from dataclasses import replace

from story_of import at, posts, sources, story

from newsdesk.model import Source, SourceKind
from newsdesk.story.tags import Tag, source_tags
from newsdesk.ui.panes.stream import tag_words


def source(key, kind=SourceKind.LIVE_PAGE, publisher="Harbour Post"):
    return Source(kind, f"/files/{key}.txt", publisher=publisher, id=key)


def tags(*known, days=()):
    dated = [replace(posts()[0], source_id=key, published=at(day, 9, 0)) for key, day in days]
    return {key: str(tag) for key, tag in source_tags(known, dated).items()}


def test_a_source_alone_of_its_name_needs_no_mark():
    assert [str(story().tag(one.id)) for one in sources()] == ["Harbour Post", "The long quarrel"]
    assert str(story().tag(99)) == ""


def test_the_kind_tells_sources_of_one_publisher_apart():
    assert tags(source(1), source(2, SourceKind.ARTICLE)) == {1: "Harbour Post live", 2: "Harbour Post article"}


def test_what_the_user_calls_a_source_goes_before_its_publisher():
    named = replace(source(1), title="Kim's page", titled=True)
    assert tags(named, source(2)) == {1: "Kim's page", 2: "Harbour Post"}
    assert tags(replace(named, titled=False), source(2, SourceKind.FEED)) == {
        1: "Harbour Post live",
        2: "Harbour Post feed",
    }


def test_two_of_one_kind_are_told_apart_by_the_day_of_their_newest_post():
    known = (source(1), source(2), source(3, SourceKind.TRANSCRIPT))
    assert tags(*known, days=((1, 11), (1, 9), (2, 3), (3, 11))) == {
        1: "Harbour Post 11 May",
        2: "Harbour Post 3 May",
        3: "Harbour Post transcript",
    }


def test_what_nothing_tells_apart_is_numbered():
    assert tags(source(1), source(2, publisher="harbour post"), days=((1, 11), (2, 11))) == {
        1: "Harbour Post 1",
        2: "harbour post 2",
    }


def test_a_name_that_reads_like_another_with_its_mark_is_numbered():
    known = (source(1), source(2, SourceKind.ARTICLE), source(3, SourceKind.FEED, publisher="Harbour Post live"))
    assert tags(*known) == {1: "Harbour Post live", 2: "Harbour Post article", 3: "Harbour Post live 2"}


def test_the_name_is_shortened_before_the_mark():
    assert tag_words(Tag("Harbour Post", "11 May"), 30) == "Harbour Post 11 May"
    assert tag_words(Tag("Harbour Post", "11 May"), 14) == "Harbou… 11 May"
    assert tag_words(Tag("Harbour Post", "transcript"), 12) == "Harbour Pos…"
    assert tag_words(Tag("Harbour Post"), 8) == "Harbour…"
