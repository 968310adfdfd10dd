"""The sample story: its own words, genuine fragments, and the shapes and facts that it is there to show."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from newsdesk import sample
from newsdesk.find.dates import source_dates
from newsdesk.find.facts import find_facts
from newsdesk.model import Basis, Certainty, Facts, Post, Source, SourceKind, Status
from newsdesk.read import read

SEEDS = Path(__file__).parent.parent.parent / "shared" / "seeds"
LIVE_PAGES = ["live-page-11-may.txt", "live-page-13-march.txt"]
QUOTED = re.compile(
    r"“([^“”]+)”|\"([^\"]+)\"|(?<!\w)'([^']+)'(?!\w)",  # single marks: headlines only, see `quoted`
)


def texts() -> dict[str, str]:
    return {name: data.decode("utf-8") for name, data in sample.files()}


def quoted(text: str) -> list[str]:
    """Fragments between marks; single marks count only in lines that are headlines or captions of a live page."""
    fragments = []
    for line in text.splitlines():
        if line.startswith(("Video Keywords", "*  ")):
            continue
        for curly, straight, single in QUOTED.findall(line):
            if curly or straight:
                fragments.append(curly or straight)
            elif "published at" in line:
                fragments.append(single)
    return fragments


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.casefold().replace("’", "'").replace("'", ""))


def seed_texts() -> str:
    if not SEEDS.is_dir():
        pytest.skip("the seeds are not here")
    return "\n".join(path.read_text("utf-8") for path in sorted(SEEDS.glob("*.txt")))


def test_files_come_in_a_fixed_order_with_their_names() -> None:
    assert [name for name, _ in sample.files()] == [
        "live-page-11-may.txt",
        "between-two-offers.txt",
        "evening-bulletin.md",
        "istanbul-offer.txt",
        "live-page-13-march.txt",
    ]


def test_every_file_in_the_folder_is_handed_out() -> None:
    folder = Path(sample.__file__).parent
    on_disk = {path.name: path.read_bytes() for path in folder.iterdir() if path.suffix in {".txt", ".md"}}
    assert dict(sample.files()) == on_disk


@pytest.mark.parametrize(
    ("name", "count", "zone"), [(LIVE_PAGES[0], 20, "British Summer"), (LIVE_PAGES[1], 10, "Greenwich Mean")]
)
def test_live_pages_number_their_posts_and_go_back_in_time(name: str, count: int, zone: str) -> None:
    text = texts()[name]
    times = re.findall(rf"published at (\d\d:\d\d) {zone} Time \d\d? \w+$", text, re.MULTILINE)
    assert [int(n) for n in re.findall(r"^  (\d+)\. ", text, re.MULTILINE)] == list(range(1, count + 1))
    assert (len(times), times) == (count, sorted(times, reverse=True))


def test_no_link_leads_to_a_real_site() -> None:
    links = {link for text in texts().values() for link in re.findall(r"\w+://[^/)\s]+", text)}
    assert links == {"https://www.example.org"}


def test_quoted_fragments_are_short() -> None:
    long = [fragment for text in texts().values() for fragment in quoted(text) if len(words(fragment)) > 10]
    assert long == []


def test_quoted_fragments_are_genuine() -> None:
    """What stands between quotation marks was printed, in these words, by a source of the time."""
    said = " ".join(words(seed_texts()))
    fragments = {fragment for text in texts().values() for fragment in quoted(text)}
    assert [fragment for fragment in sorted(fragments) if " ".join(words(fragment)) not in said] == []
    assert len(fragments) > 40


def test_no_eight_words_in_a_row_are_taken_from_a_source_of_the_time() -> None:
    taken = words(seed_texts())
    shingles = {tuple(taken[i : i + 8]) for i in range(len(taken) - 7)}
    shared = []
    for text in texts().values():
        ours = text
        for fragment in sorted(quoted(text), key=len, reverse=True):
            ours = ours.replace(fragment, " \N{SECTION SIGN} ")
        for passage in ours.split("\N{SECTION SIGN}"):
            own = words(re.sub(r"\(https?://[^)]*\)|published at.*", "", passage))
            shared += [" ".join(own[i : i + 8]) for i in range(len(own) - 7) if tuple(own[i : i + 8]) in shingles]
    assert shared == []


def test_the_story_exercises_what_is_hard_to_show() -> None:
    everything = "\n".join(texts().values())
    for trap in (
        "[Putin]",
        "“",
        '"',
        "\n    Breaking\n",
        ". Analysis\n",
        "Image source, ",
        "Image caption,",
        "\u00a0/\u00a0",
        "• ",
    ):
        assert trap in everything, trap


@pytest.fixture(scope="module")
def story() -> tuple[list[Source], tuple[Post, ...], Facts]:
    """The sample read and found as one story."""
    sources, posts = [], []
    for number, (name, data) in enumerate(sample.files(), start=1):
        reading = read(data, name=name)
        sources.append(replace(reading.source, id=number))
        posts += [replace(post, id=number * 100 + post.n, source_id=number) for post in reading.posts]
    dated = source_dates.resolve(sources, posts)
    return sources, dated, find_facts(dated, None)


Story = tuple[list[Source], tuple[Post, ...], Facts]


def test_each_file_reads_as_its_kind_with_all_its_posts(story: Story) -> None:
    sources, posts, _ = story
    assert [(source.kind, sum(post.source_id == source.id for post in posts)) for source in sources] == [
        (SourceKind.LIVE_PAGE, 20),
        (SourceKind.ARTICLE, 1),
        (SourceKind.TRANSCRIPT, 10),
        (SourceKind.ARTICLE, 1),
        (SourceKind.LIVE_PAGE, 10),
    ]


def test_the_pages_without_a_year_are_of_2025(story: Story) -> None:
    _, posts, _ = story
    seen = {(post.source_id, post.published.day, post.published.basis) for post in posts if post.published}
    assert {row for row in seen if row[0] in {1, 5}} == {
        (1, date(2025, 5, 11), Basis.INFERRED),
        (5, date(2025, 3, 13), Basis.INFERRED),
    }


def test_captions_stay_out_of_the_text(story: Story) -> None:
    _, posts, _ = story
    captions = [caption for post in posts for caption in post.captions]
    assert len(captions) == 22
    assert [
        post.n for post in posts if re.search(r"Sample Pictures|caption,|television studio|Map of", post.text)
    ] == []


def test_three_events_lie_ahead_and_each_as_certain_as_it_is(story: Story) -> None:
    ahead = [event for event in story[2].events if event.status is not Status.ENDED]
    assert [(event.start, event.end, event.certainty) for event in ahead] == [
        (date(2025, 5, 12), None, Certainty.DEMANDED),
        (date(2025, 5, 14), date(2025, 5, 16), Certainty.CONFIRMED),
        (date(2025, 5, 15), None, Certainty.PROPOSED),
    ]


def test_roles_pronouns_and_relays_lead_to_the_one_who_spoke(story: Story) -> None:
    said = {quote.text.strip(",.!"): quote.speaker for quote in story[2].quotes}
    wanted = {
        "the only leaders left": "Recep Tayyip Erdogan",
        "if he [Putin] is serious about peace": "Keir Starmer",
        "No more victims": "Donald Tusk",
        "The key is to have troops in Ukraine": "Emmanuel Macron",
        "Putin wants everyone to play his game": "Kira Rudik",
        "the Ukrainian approach": "Yuri Ushakov",
    }
    assert {words: said.get(words) for words in wanted} == wanted
