"""Facts with what is kept beside the story are the facts without, whatever happens to the file: real files and processes."""

from __future__ import annotations

import ast
import os
import shutil
import signal
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from dated_stories import read_stories
from test_candidate_rows import posts_of_the_examples

import newsdesk
from newsdesk.cli import main
from newsdesk.find import facts
from newsdesk.find.facts import find_facts
from newsdesk.intake.reading import read_path
from newsdesk.kept import candidates
from newsdesk.model import Basis, Facts, Post, Precision, PrintedTime, Published, Source, SourceKind
from newsdesk.store import Store
from newsdesk.story.clock import Clock, Mode
from newsdesk.system.background import WorkerDiedError, WorkerProcess

START = datetime(2025, 5, 1, 8, tzinfo=UTC)
CLOCK = Clock(Mode.NEWEST, START + timedelta(days=30))


def dated(posts: Sequence[Post]) -> list[Post]:
    """One story of these posts, an hour apart, each as if nothing were known of its own date."""
    return [
        replace(
            post,
            id=number,
            source_id=1,
            published=post.published
            or Published(START + timedelta(hours=number), Precision.MINUTE, Basis.STATED, Basis.STATED),
        )
        for number, post in enumerate(posts, start=1)
    ]


MAY = PrintedTime("10 May 2025, 9:00 GMT", 2025, 5, 10, 9, 0, "GMT", 0)
EXAMPLES = dated([post for story in read_stories().values() for post in story.posts][:150])


def never() -> bool:
    return False


@pytest.fixture
def story(tmp_path) -> Path:
    path = tmp_path / "strike.jsonl"
    path.write_bytes(b"")
    return path


@pytest.fixture
def file(story) -> Path:
    return story.with_name("strike.jsonl.candidates")


@pytest.fixture
def worker() -> Iterator[WorkerProcess]:
    process = WorkerProcess()
    yield process
    process.close()


@pytest.fixture(scope="module")
def reader() -> Iterator[WorkerProcess]:
    """A worker that only ever looks at nothing: many tests can have it."""
    process = WorkerProcess()
    yield process
    process.close()


@pytest.fixture(autouse=True)
def looked_at_once(monkeypatch) -> None:
    """What one text alone tells is found once for all tests of this process: it is a tuple, which nobody changes."""
    monkeypatch.setattr(facts.quotes, "post_candidates", once(facts.quotes.post_candidates))
    monkeypatch.setattr(facts.dates, "post_candidates", once(facts.dates.post_candidates))


def once(look: Callable[[Post], Any]) -> Callable[[Post], Any]:
    def looked(post: Post) -> Any:
        key = look, facts.Words.of(post)
        if key not in _LOOKED_AT:
            _LOOKED_AT[key] = look(post)
        return _LOOKED_AT[key]

    return looked


_LOOKED_AT: dict[Any, Any] = {}


def forget() -> None:
    """As if this process had just begun."""
    facts._known.clear()
    candidates._last.clear()


def found(posts: Sequence[Post], story: Path, clock: Clock = CLOCK) -> Facts:
    """What a process that has just begun finds."""
    forget()
    return candidates.find_facts(posts, clock, story)


def look_at_nothing(posts: Sequence[Post], clock: Clock, story: Path) -> Facts:
    """In the worker: the facts, from what is kept in the file alone."""
    forget()
    facts.quotes.post_candidates = refuse  # type: ignore[assignment]
    return candidates.find_facts(posts, clock, story)


def refuse(post: Post) -> None:
    raise AssertionError(f"looked at post {post.id} again")


def write_half(posts: Sequence[Post], clock: Clock, story: Path) -> None:
    """In the worker: it dies while it keeps what it found."""
    write = os.write

    def die_in_the_middle(descriptor: int, data: bytes) -> int:
        write(descriptor, data[: len(data) // 2])
        os.kill(os.getpid(), signal.SIGKILL)
        return 0

    os.write = die_in_the_middle
    candidates.find_facts(posts, clock, story)


def test_another_process_looks_at_nothing_again_and_finds_the_same(story, reader):
    first = found(EXAMPLES, story)
    assert first == find_facts(EXAMPLES, CLOCK.moment)
    assert reader.run(never, look_at_nothing, EXAMPLES, CLOCK, story) == first


def test_a_new_post_is_all_that_is_added(story, file, worker):
    assert worker.run(never, candidates.find_facts, EXAMPLES[:-1], CLOCK, story)
    before = file.read_bytes()
    assert worker.run(never, candidates.find_facts, EXAMPLES, CLOCK, story) == find_facts(EXAMPLES, CLOCK.moment)
    after = file.read_bytes()
    assert after.startswith(before)
    assert len(after) - len(before) < len(before) / 10


@pytest.mark.parametrize("name", ["examples", "seeds"])
def test_with_and_without_the_file_the_facts_are_the_same(name, story, request):
    if name == "seeds":
        posts = [post for path in request.getfixturevalue("seeds") for post in read_path(path).posts]
    else:
        posts = list(posts_of_the_examples())
    posts = dated(posts)
    forget()
    without = find_facts(posts, CLOCK.moment)
    cold, warm = found(posts, story), found(posts, story)
    assert without.quotes
    assert without.events
    assert cold == without
    assert warm == without


def test_a_later_moment_asks_for_more_and_that_is_kept_too(story, reader):
    early = Clock(Mode.CHOSEN, EXAMPLES[60].published.at)
    late = Clock(Mode.NOW, START + timedelta(days=400))
    for clock in (early, late, CLOCK):
        seen = [post for post in EXAMPLES if not clock.hides(post)]
        assert found(EXAMPLES, story, clock) == find_facts(seen, clock.moment)
    everything = found(EXAMPLES, story)
    assert reader.run(never, look_at_nothing, EXAMPLES, CLOCK, story) == everything


def test_posts_that_are_hidden_keep_their_place_in_the_file(story, reader):
    found(EXAMPLES, story)
    early = Clock(Mode.CHOSEN, min(post.published.at for post in EXAMPLES))
    found(EXAMPLES, story, early)
    assert reader.run(never, look_at_nothing, EXAMPLES, CLOCK, story)


def test_posts_that_are_gone_lose_it(story, file, monkeypatch):
    monkeypatch.setattr("newsdesk.store.kept_lines._SPARE", 0)
    found(EXAMPLES, story)
    whole = file.stat().st_size
    found(EXAMPLES[:40], story)
    assert file.stat().st_size < whole / 2
    assert found(EXAMPLES, story) == find_facts(EXAMPLES, CLOCK.moment)


def test_deleted_while_it_is_in_use_it_is_made_again(story, file):
    first = found(EXAMPLES, story)
    whole = file.stat().st_size
    file.unlink()
    assert candidates.find_facts(EXAMPLES, CLOCK, story) == first
    assert file.stat().st_size == whole


def test_a_few_posts_are_looked_at_without_a_file(story, file):
    assert found(EXAMPLES[:10], story) == find_facts(EXAMPLES[:10], CLOCK.moment)
    assert not file.exists()


@pytest.fixture(scope="module")
def sixty_kept(tmp_path_factory) -> tuple[Facts, bytes]:
    """The facts of sixty posts, and what is kept of these beside a story."""
    story = tmp_path_factory.mktemp("sixty") / "strike.jsonl"
    story.write_bytes(b"")
    return found(EXAMPLES[:60], story), story.with_name("strike.jsonl.candidates").read_bytes()


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: b"",
        lambda data: b"\x00" * len(data),
        lambda data: data[: len(data) // 2],
        lambda data: data[len(data) // 2 :],
        lambda data: data.replace(b"quote", b"quoet"),
        lambda data: data.replace(b"said", b"Said"),
        lambda data: data.replace(b"\n", b"\r\n"),
        lambda data: data.replace(b"]\n", b"\n"),
        lambda data: data + data,
        lambda data: b"[" * 200_000 + b"\n",
        lambda data: b'{"format": "something else"}\n',
    ],
)
def test_a_damaged_or_foreign_file_changes_nothing(damage, story, file, reader, sixty_kept):
    posts = EXAMPLES[:60]
    without, whole = sixty_kept
    file.write_bytes(damage(whole))
    assert found(posts, story) == without
    assert reader.run(never, look_at_nothing, posts, CLOCK, story) == without


def test_what_sound_lines_hold_that_is_no_row_is_found_anew(story, file):
    without = found(EXAMPLES, story)
    lines = candidates._last[0]._lines
    keys = list(lines._sizes)
    bad = [b"[]", b"null", b"\xff\xfe", b"[" * 100_000, b"[[[[1]]],[],[],[],[]]", b'{"a": 1}']
    lines.write({key: bad[number % len(bad)] for number, key in enumerate(keys)})
    assert found(EXAMPLES, story) == without


def test_other_rules_find_anew(story, worker, monkeypatch):
    found(EXAMPLES, story)
    monkeypatch.setattr(candidates, "rules_digest", lambda: b"another version")
    looked = []
    look = facts.quotes.post_candidates
    monkeypatch.setattr(facts.quotes, "post_candidates", lambda post: looked.append(post.id) or look(post))
    assert found(EXAMPLES, story) == find_facts(EXAMPLES, CLOCK.moment)
    assert len(looked) == len({facts.Words.of(post) for post in EXAMPLES})
    # What they keep is nothing to the first rules.
    with pytest.raises(AssertionError, match="looked at post"):
        worker.run(never, look_at_nothing, EXAMPLES, CLOCK, story)


def test_without_the_text_of_its_rules_nothing_is_kept(story, file, monkeypatch):
    monkeypatch.setattr(candidates, "rules_digest", lambda: None)
    assert found(EXAMPLES, story) == find_facts(EXAMPLES, CLOCK.moment)
    assert not file.exists()


def test_the_rules_are_those_of_every_module_that_finds(tmp_path, monkeypatch):
    candidates.rules_digest.cache_clear()
    package = tmp_path / "newsdesk"
    shutil.copytree(
        Path(newsdesk.__file__).parent, package, ignore=lambda _, names: [name for name in names if name == "ui"]
    )
    monkeypatch.setattr(candidates, "__file__", str(package / "kept" / "candidates.py"))

    def digest() -> bytes | None:
        candidates.rules_digest.cache_clear()
        return candidates.rules_digest()

    try:
        digests = {digest()}
        for path in [*(package / name for name in candidates._BELOW), *(package / "find").rglob("*.py")]:
            text = path.read_bytes()
            path.write_bytes(text + b"\n")
            digests.add(digest())
            path.write_bytes(text)
        assert len(digests) == 1 + len(candidates._BELOW) + len(list((package / "find").rglob("*.py")))
        (package / "find" / "new.py").write_bytes(b"")
        assert digest() not in digests
        shutil.rmtree(package)
        assert digest() is None
    finally:
        candidates.rules_digest.cache_clear()


def test_the_rules_are_those_of_every_module_that_finding_rests_on():
    package = Path(newsdesk.__file__).parent
    names = {path.stem for path in package.glob("*.py")}
    imported: set[str] = set()
    files = [*(package / "find").rglob("*.py"), *(package / name for name in candidates._BELOW)]
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module == "newsdesk":
                imported |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and node.module.startswith("newsdesk."):
                imported.add(node.module.split(".")[1])
    names.remove("shown_name")  # for the tag of a source, in which nothing is found
    imported.remove("shown_name")
    assert {f"{name}.py" for name in imported & names} == {*candidates._BELOW}
    assert imported - names == {"find"}


def test_a_worker_that_dies_while_it_writes_costs_what_it_was_writing(story, file, worker):
    with pytest.raises(WorkerDiedError):
        worker.run(never, write_half, EXAMPLES[:100], CLOCK, story)
    without = find_facts(EXAMPLES, CLOCK.moment)
    assert found(EXAMPLES[:100], story) == find_facts(EXAMPLES[:100], CLOCK.moment)
    with pytest.raises(WorkerDiedError):
        worker.run(never, write_half, EXAMPLES, CLOCK, story)
    assert worker.run(never, candidates.find_facts, EXAMPLES, CLOCK, story) == without
    assert worker.run(never, look_at_nothing, EXAMPLES, CLOCK, story) == without
    assert sorted(path.name for path in story.parent.iterdir()) == [story.name, file.name]


def test_two_desks_find_the_same_at_once(story):
    workers = [WorkerProcess(), WorkerProcess()]
    without = find_facts(EXAMPLES, CLOCK.moment)
    try:
        for count in (60, 61, 62, 150):
            for each in workers:
                seen = EXAMPLES[:count]
                assert each.run(never, candidates.find_facts, seen, CLOCK, story) == find_facts(seen, CLOCK.moment)
        assert workers[1].run(never, look_at_nothing, EXAMPLES, CLOCK, story) == without
    finally:
        for each in workers:
            each.close()


def test_half_a_character_is_kept_as_it_is(story, reader):
    posts = [*EXAMPLES[:40], replace(EXAMPLES[0], id=999, text="“Half \ud83d is here on Monday,” Ana Ruiz said.")]
    first = found(posts, story)
    assert reader.run(never, look_at_nothing, posts, CLOCK, story) == first


def test_a_command_that_only_reads_keeps_what_it_found_beside_the_story(story, file, capsys):
    story.unlink()
    with Store.open(story) as store:
        posts = tuple(replace(post, n=n, id=0, printed_time=MAY) for n, post in enumerate(EXAMPLES[:60], start=1))
        store.add(Source(SourceKind.LIVE_PAGE, origin="/page", content_hash="1"), posts)
    before = story.read_bytes()
    shown = []
    for delete in (False, False, True):
        forget()
        file.with_suffix(".facts").unlink(missing_ok=True)
        if delete:
            file.unlink()
        assert main(["events", "--store", str(story)]) == 0
        shown.append(capsys.readouterr().out)
        assert file.exists()
    assert shown[0]
    assert shown == [shown[0]] * 3
    assert story.read_bytes() == before
