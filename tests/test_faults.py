"""An error of newsdesk's own over one post costs the facts of that post alone, and is told in a line; nothing that is stored is lost."""

import io
import json
import sys
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from desk_app import add_to, desk, notices, on_screen, press, settled, until

from newsdesk.cli import main
from newsdesk.current_story import CurrentStory
from newsdesk.find.dates import in_story as dates
from newsdesk.find.dates.source_dates import resolve
from newsdesk.find.events import in_story as events
from newsdesk.find.facts import find_facts
from newsdesk.find.quotes import in_post as quotes
from newsdesk.find.quotes import in_story as speakers
from newsdesk.finding import dates as dating
from newsdesk.finding import facts as finding
from newsdesk.finding.dates import resolve_apart
from newsdesk.finding.facts import find_facts_apart
from newsdesk.intake.preview import look
from newsdesk.intake.reading import read_path
from newsdesk.intake.request import AddRequest
from newsdesk.kept.candidates import find_facts as find_with_file
from newsdesk.kept.last_facts import keep_facts, recall_facts
from newsdesk.model import Basis, Facts, Fault, Post, Precision, PrintedTime, Published, Source, SourceKind
from newsdesk.store import Store
from newsdesk.story import Story
from newsdesk.story.clock import Clock, Mode
from newsdesk.story.faults import fault_lines
from newsdesk.story.sources import source_rows

START = datetime(2025, 5, 12, 8, tzinfo=UTC)
AS_OF = START + timedelta(days=1)
HOSTILE = "The ferry is late \u2042 again."
"""Stands for words that no rule has thought of; the sign is in no other post."""
NAMES = ("Ada Holm", "Bo Quist", "Cara Lund", "Dov Stern", "Eva Brandt", "Finn Aas", "Greta Moe")


def post(number, text):
    published = Published(START + timedelta(minutes=number), Precision.MINUTE, Basis.STATED)
    return Post(number, text, f"Report {number}", id=number, source_id=1, published=published)


def said(number):
    return post(number, f"“Quay {number} stays shut,” said {NAMES[number % len(NAMES)]}. The vote is on Thursday.")


def story_with(*hostile, of=7):
    """Posts 1 to `of`; those in `hostile` have the words over which the injected faults come about."""
    return [post(number, f"{HOSTILE} {number}") if number in hostile else said(number) for number in range(1, of + 1)]


def without_faults(posts):
    return find_facts([one for one in posts if HOSTILE not in one.text], AS_OF)


@pytest.fixture(autouse=True)
def as_for_users(monkeypatch):
    monkeypatch.delenv("NEWSDESK_TRACEBACK")
    monkeypatch.setattr(finding, "_failed", {})
    monkeypatch.setattr(dating, "_failed", {})


def fail_over_words(*arguments, **_):
    """Fails where any post, or its words, are hostile."""
    if HOSTILE in repr(arguments):
        raise KeyError("a rule that met what it does not know")


@pytest.fixture(params=["quotes of a post", "dates of a post", "speakers", "days", "events"])
def fault(request, monkeypatch):
    """A rule that fails over hostile words, in each of the steps of finding."""
    module, name = {
        "quotes of a post": (quotes, "post_candidates"),
        "dates of a post": (dates, "post_candidates"),
        "speakers": (speakers, "resolve_with_named"),
        "days": (dates, "resolve_story"),
        "events": (events, "find_events"),
    }[request.param]
    whole = getattr(module, name)

    def failing(*arguments):
        fail_over_words(*arguments)
        return whole(*arguments)

    monkeypatch.setattr(module, name, failing)
    monkeypatch.setattr("newsdesk.find.facts._known", {})


@pytest.mark.parametrize("hostile", [{1}, {4}, {7}, {2, 3, 6}])
@pytest.mark.usefixtures("fault")
def test_other_posts_keep_their_facts(hostile):
    posts = story_with(*hostile)
    found = find_facts_apart(posts, AS_OF)
    assert found.faults == tuple(Fault(number, "KeyError") for number in sorted(hostile))
    rest = without_faults(posts)
    assert found.quotes == rest.quotes != ()
    assert (found.actors, found.events, found.timexes) == (rest.actors, rest.events, rest.timexes)


@pytest.mark.usefixtures("fault")
def test_finding_itself_fails_so_that_tests_see_it(monkeypatch):
    posts = story_with(2)
    with pytest.raises(KeyError):
        find_facts(posts, AS_OF)
    monkeypatch.setenv("NEWSDESK_TRACEBACK", "1")
    with pytest.raises(KeyError):
        find_facts_apart(posts, AS_OF)


def test_a_sound_story_has_the_same_facts():
    posts = story_with()
    assert find_facts_apart(posts, AS_OF) == find_facts(posts, AS_OF)
    assert find_facts_apart([], AS_OF) == find_facts([], AS_OF)


def test_what_failed_is_not_looked_at_again_and_a_changed_post_is(monkeypatch):
    tries = []
    whole = quotes.post_candidates

    def failing(one):
        if HOSTILE in one.text:
            tries.append(one.id)
            raise KeyError
        return whole(one)

    monkeypatch.setattr(quotes, "post_candidates", failing)
    monkeypatch.setattr("newsdesk.find.facts._known", {})
    posts = story_with(3)
    find_facts_apart(posts, AS_OF)
    first = len(tries)
    assert find_facts_apart(posts, AS_OF).faults == (Fault(3, "KeyError"),)
    assert len(tries) == first
    mended = [said(3) if one.id == 3 else one for one in posts]
    found = find_facts_apart(mended, AS_OF)
    assert found.faults == ()
    assert found == find_facts(mended, AS_OF)


def test_of_two_posts_that_fail_only_together_one_keeps_its_facts(monkeypatch):
    whole = events.find_events

    def failing(posts, *rest):
        if {2, 5} <= {one.id for one in posts}:
            raise IndexError
        return whole(posts, *rest)

    monkeypatch.setattr(events, "find_events", failing)
    found = find_facts_apart(story_with(), AS_OF)
    assert found.faults == (Fault(5, "IndexError"),)
    assert {quote.post_id for quote in found.quotes} == {1, 2, 3, 4, 6, 7}


@pytest.mark.parametrize("error", [MemoryError, ZeroDivisionError])
def test_what_no_post_brings_about_is_blamed_on_none(error, monkeypatch):
    def fails(*_):
        raise error

    monkeypatch.setattr(speakers, "resolve_with_named", fails)
    with pytest.raises(error):
        find_facts_apart(story_with(), AS_OF)
    assert finding._failed == {}


def test_a_rule_that_fails_over_everything_is_no_fault_of_single_posts(monkeypatch):
    attempts = []

    def fails(posts, *_):
        attempts.append(len(posts))
        if posts:
            raise ZeroDivisionError
        return (), (), (), ()

    monkeypatch.setattr(speakers, "resolve_with_named", fails)
    with pytest.raises(ZeroDivisionError):
        find_facts_apart([said(number) for number in range(1, 101)], AS_OF)
    assert len(attempts) < 300


# -- dates ------------------------------------------------------------------------------------------------------------


MARCH = PrintedTime("3 March 2025", 2025, 3, 3)


def printed(number, text, source_id=1):
    """Without a year: the words of its source's posts tell it."""
    return Post(number, text, id=number, source_id=source_id, printed_time=PrintedTime("12 May", None, 5, 12))


def undated_story():
    """Only the words of its second post tell the year of the first source."""
    sources = [Source(SourceKind.LIVE_PAGE, f"page {number}", id=number) for number in (1, 2)]
    return sources, [
        printed(1, HOSTILE),
        printed(2, "The vote was put off on Monday, 12 May 2025, the port said."),
        replace(printed(3, "Nothing of it is known on the quays."), source_id=2, printed_time=MARCH),
    ]


@pytest.fixture
def failing_years(monkeypatch):
    from newsdesk.find.dates import year_evidence

    whole = year_evidence.years_told

    def failing(posts):
        fail_over_words(posts)
        return whole(posts)

    monkeypatch.setattr(year_evidence, "years_told", failing)


@pytest.mark.usefixtures("failing_years")
def test_words_over_which_dating_fails_are_no_evidence_and_those_of_others_are():
    sources, posts = undated_story()
    dated, faults = resolve_apart(sources, posts)
    assert faults == (Fault(1, "KeyError"),)
    assert [str(one.published.day) for one in dated] == ["2025-05-12", "2025-05-12", "2025-03-03"]
    assert [replace(one, published=None) for one in dated] == posts
    assert resolve_apart(sources, posts[1:]) == (resolve(sources, posts[1:]), ())
    with pytest.raises(KeyError):
        resolve(sources, posts)


@pytest.mark.usefixtures("failing_years")
def test_a_story_whose_dating_fails_is_opened_and_says_so(tmp_path, capsys):
    path = tmp_path / "strike.jsonl"
    sources, posts = undated_story()
    with Store.open(path) as store:
        for source in sources:
            store.add(source, [one for one in posts if one.source_id == source.id])
    assert main(["quotes", "--store", str(path)]) == 0
    (line,) = (one for one in capsys.readouterr().err.splitlines() if "own" in one)
    assert "12 May" in line
    assert f"“{HOSTILE}”: an error of newsdesk's own (KeyError) came about over this post" in line


def test_a_post_that_comes_to_an_open_desk_and_whose_dating_fails_is_told(tmp_path, monkeypatch):
    from newsdesk.finding import dates

    def failing(sources, posts):
        fail_over_words(posts)
        return resolve(sources, posts)

    printed_time = PrintedTime("12 May 2025 09:30 BST", 2025, 5, 12, 9, 30, utc_offset=60, zone="BST")
    sound, hostile = (
        Post(number, text, own_id=str(number), printed_time=printed_time)
        for number, text in enumerate(("Fog holds the ferries.", HOSTILE), 1)
    )
    source = Source(SourceKind.FEED, "/wire.xml")
    with Store.open(tmp_path / "fog.jsonl") as store:
        store.add(source, [sound])
        current = CurrentStory(store)
        current.read()
        monkeypatch.setattr(dates, "resolve", failing)
        store.add(source, [sound, hostile])
        story = current.read()
    assert [one.error for one in story.undated] == ["KeyError"]
    assert {str(one.published.day) for one in story.posts} == {"2025-05-12"}


def test_dating_that_fails_whatever_the_words_are_is_blamed_on_none(monkeypatch):
    def fails(*_):
        raise ZeroDivisionError

    monkeypatch.setattr(dating, "resolve", fails)
    with pytest.raises(ZeroDivisionError):
        resolve_apart(*undated_story())
    assert dating._failed == {}


# -- what is kept -----------------------------------------------------------------------------------------------------


@pytest.mark.usefixtures("fault")
def test_nothing_of_a_fault_is_kept_and_the_next_process_tries_anew(tmp_path, monkeypatch):
    path = tmp_path / "strike.jsonl"
    path.write_bytes(b"")
    clock = Clock(Mode.NEWEST, AS_OF)
    posts = story_with(9, of=40)
    found = find_with_file(posts, clock, path)
    assert found.faults == (Fault(9, "KeyError"),)
    keep_facts(found, posts, clock, path)
    assert recall_facts(posts, clock, path, Facts()) is None
    monkeypatch.undo()  # the rules are mended
    monkeypatch.setattr(finding, "_failed", {})
    monkeypatch.setattr("newsdesk.find.facts._known", {})
    monkeypatch.setattr("newsdesk.kept.candidates._last", [])
    assert find_with_file(posts, clock, path) == find_facts(posts, AS_OF)


# -- what is said -----------------------------------------------------------------------------------------------------


def test_each_fault_is_a_line_with_its_source_and_post():
    posts = story_with(2, 5)
    source = Source(SourceKind.LIVE_PAGE, "blog.html", id=1, title="Harbour blog", publisher="Harbour Courier")
    story = Story("Strike", (source,), posts, found=Facts(faults=(Fault(2, "KeyError"), Fault(5, "IndexError"))))
    first, second = fault_lines(story, UTC)
    assert first == (
        "Harbour Courier, 12 May 08:02 UTC, “Report 2”: an error of newsdesk's own (KeyError) came about over this post,"
        " so what it tells is missing; please report it"
    )
    assert "“Report 5”: an error of newsdesk's own (IndexError)" in second
    assert fault_lines(story, UTC, told=(Fault(2, "KeyError"),)) == [second]
    (row,) = source_rows(story, UTC)
    assert row.missing == "! nothing found in 2 posts: an error of newsdesk's own (KeyError, IndexError)"
    many = Story("Strike", (source,), posts, found=Facts(faults=tuple(Fault(one.id, "KeyError") for one in posts)))
    assert fault_lines(many, UTC)[3:] == ["the same came about over 4 more posts"]


ARTICLE = "Ferries late at the new quay\n\nBy Tove Falk\n\nPublished: May 12, 2025 9:30 AM\n\n{}\n\nThe boats stayed at the quay until noon, and few passengers came.\n"


@pytest.fixture
def files(tmp_path):
    good, bad = tmp_path / "good.txt", tmp_path / "bad.txt"
    good.write_text(ARTICLE.format("“We sail at noon,” said Ada Holm, the harbour master."), "utf-8")
    bad.write_text(
        ARTICLE.format(f"{HOSTILE} “We never sail,” said Bo Quist, a pilot.").replace("Ferries late", "Ferries gone"),
        "utf-8",
    )
    return str(good), str(bad)


@pytest.fixture
def failing_quotes(monkeypatch):
    whole = quotes.post_candidates

    def failing(one):
        fail_over_words(one)
        return whole(one)

    monkeypatch.setattr(quotes, "post_candidates", failing)
    monkeypatch.setattr("newsdesk.find.facts._known", {})


@pytest.mark.usefixtures("failing_quotes")
def test_commands_tell_the_other_posts_and_say_a_line(files, tmp_path, capsys):
    store = str(tmp_path / "strike.jsonl")
    assert main(["add", *files, "--store", store]) == 0
    capsys.readouterr()
    assert main(["quotes", "--store", store]) == 0
    out, err = capsys.readouterr()
    assert "We sail at noon" in out
    assert "We never sail" not in out
    (line,) = (one for one in err.splitlines() if "own" in one)
    assert line.startswith(
        "newsdesk: Ferries gone at the new quay, 12 May 09:30? UTC: an error of newsdesk's own (KeyError) "
    )
    with Store.open(tmp_path / "strike.jsonl", create=False, read_only=True) as opened:
        assert any(HOSTILE in one.text for one in opened.load().posts)


@pytest.mark.usefixtures("failing_quotes")
def test_the_preview_of_a_file_says_it(files):
    found = read_path(Path(files[1]))
    preview = look(AddRequest(path=files[1]), [found], [], [], [], {}, AS_OF)
    assert (
        "0 events · nothing found in 1 post: an error of newsdesk's own (KeyError) · 0 already known" in preview.summary
    )


@pytest.mark.usefixtures("failing_quotes")
def test_extract_tells_the_other_files_and_says_a_line(files, capsys):
    assert main(["extract", *files]) == 1
    out, err = capsys.readouterr()
    good, bad = map(json.loads, out.splitlines())
    assert [quote["text"] for quote in good["posts"][0]["quotes"]] == ["We sail at noon,"]
    assert bad["posts"][0]["quotes"] == []
    (line,) = err.splitlines()
    assert line.startswith(
        f"newsdesk: {files[1]}, “Ferries gone at the new quay”: an error of newsdesk's own (KeyError)"
    )


def test_extract_goes_on_with_the_next_line(capsys, monkeypatch):
    def failing(text):
        if HOSTILE in text:
            raise IndexError
        return (), ()

    monkeypatch.setattr(speakers, "quotes_in_text", failing)
    lines = "".join(json.dumps({"id": number, "text": text}) + "\n" for number, text in enumerate(["a", HOSTILE, "b"]))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines.encode())))
    assert main(["extract", "--jsonl"]) == 1
    out, err = capsys.readouterr()
    assert [json.loads(line)["id"] for line in out.splitlines()] == [0, 2]
    assert err.startswith("newsdesk: extract --jsonl: line 2: an error of newsdesk's own (IndexError)")
    assert len(err.splitlines()) == 1


@pytest.mark.usefixtures("failing_quotes")
async def test_the_desk_shows_the_other_facts_and_says_it_once(files, tmp_path, capsys):
    store = tmp_path / "strike.jsonl"
    assert main(["add", *files, "--store", str(store)]) == 0
    capsys.readouterr()
    async with desk(store) as pilot:
        await settled(pilot)
        (line,) = (one for one in notices(pilot) if "own" in one)
        assert line.startswith(
            "Ferries gone at the new quay, 12 May 10:30? BST: an error of newsdesk's own (KeyError) "
        )
        found = pilot.app.screen_stack[0]._story.found
        assert [quote.text for quote in found.quotes] == ["We sail at noon,"]
        later = ARTICLE.format("“The fog lifts,” said Cara Lund, a captain.").replace("Ferries late", "Ferries sail")
        add_to(store, [("later.txt", later.encode())])
        await until(pilot, lambda: len(pilot.app.screen_stack[0]._story.found.quotes) == 2)
        assert pilot.app.screen_stack[0]._story.found.faults == found.faults
        assert [one for one in notices(pilot) if "own" in one] == [line], "it is not said again"
        await press(pilot, "A", "down")
        await until(
            pilot, lambda: "! nothing found in 1 post: an error of newsdesk's own (KeyError)" in on_screen(pilot)
        )
