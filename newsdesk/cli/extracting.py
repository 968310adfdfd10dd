"""The command that reads and finds without a store: extract."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import date, datetime, tzinfo

from newsdesk.cli.options import chosen_moment, config_or_usual, display_zone, wall_clock
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, WRONG_USAGE, fail, say
from newsdesk.cli.output import print_json
from newsdesk.cli.standard_input import NAME, standard_input
from newsdesk.extract import document_object, story_objects
from newsdesk.intake.dating import prepare
from newsdesk.intake.reading import left_out_words, read_path, read_text, read_within
from newsdesk.intake.request import AddError, place_named
from newsdesk.limits import MB, Limits
from newsdesk.model import Facts, Post, Reading, Source
from newsdesk.story.faults import fault_line
from newsdesk.story.wording import headline_words
from newsdesk.system.background import Runner, WorkerProcess


def extract(options: argparse.Namespace) -> int:
    """Print what stands in files, or in the texts on standard input, as JSON."""
    if options.jsonl:
        return _extract_lines(config_or_usual().limits.file_mb)
    if not options.paths:
        return fail("extract: name the files to read, or --jsonl", WRONG_USAGE)
    zone = display_zone(options)
    chosen_moment(options, zone, wall_clock())  # what cannot be understood is said before anything is read
    limits = config_or_usual().limits
    with closing(WorkerProcess(behind_a_screen=False)) as worker:
        worker.start()  # before anything else is opened: it shares what is open here
        read = [(path, _read(path, limits, worker)) for path in options.paths]
    failed = False
    for story in [read] if options.together else [[file] for file in read]:
        good = [(path, reading) for path, reading in story if isinstance(reading, Reading)]
        sources, facts = _read_as_one(good, options, zone)
        objects = iter(story_objects(sources, facts))
        for path, reading in story:
            if isinstance(reading, Reading):
                print_json([next(objects)])
                if words := left_out_words(reading):
                    say(f"{path}: {words}")
            else:
                failed = True
                print_json([{"file": path, "error": str(reading)}])
        faults = {fault.post_id: fault for fault in facts.faults}
        failed |= bool(faults)
        for path, _, posts in sources:
            for post in posts:
                if post.id in faults:
                    say(fault_line(f"{path}, “{headline_words(post)}”", faults[post.id]))
    return A_SOURCE_FAILED if failed else DONE


def _read(path: str, limits: Limits, runner: Runner) -> Reading | AddError:
    try:
        if path == NAME:
            return read_within(limits, runner, _never, "standard input", read_text, standard_input(limits), limits)
        return read_within(limits, runner, _never, path, read_path, place_named(path), limits)
    except AddError as error:
        return error


def _never() -> bool:
    return False


def _read_as_one(
    readings: Sequence[tuple[str, Reading]], options: argparse.Namespace, zone: tzinfo
) -> tuple[list[tuple[str, Source, list[Post]]], Facts]:
    """Dates and facts of these files as one story: the arguments of `extract.story_objects`."""
    from newsdesk.finding.dates import resolve_apart
    from newsdesk.finding.facts import find_facts_apart
    from newsdesk.story.clock import of_newest

    year, now = options.year, wall_clock()
    sources: list[Source] = []
    posts: list[Post] = []
    for number, (_, reading) in enumerate(readings, 1):
        sources.append(replace(reading.source, id=number, year=year, read_at=now))
        posts += [replace(post, id=len(posts) + at, source_id=number) for at, post in enumerate(reading.posts, 1)]
    # Every other file may date this one, whichever comes first; a guess dates nothing but itself.
    for at, source in enumerate(sources):
        others = [other for other in sources if other is not source]
        other_posts = [post for post in posts if post.source_id != source.id]
        guess = prepare(readings[at][1], others, other_posts, year, now).reading.source.guessed_year
        sources[at] = replace(source, guessed_year=guess)
    dated, faults = resolve_apart(sources, posts)
    newest = of_newest(dated)
    facts = find_facts_apart(dated, chosen_moment(options, zone, newest.moment if newest else now))
    facts = replace(facts, faults=(*facts.faults, *faults))
    return [
        (name, source, [post for post in dated if post.source_id == source.id])
        for (name, _), source in zip(readings, sources, strict=True)
    ], facts


def _extract_lines(most_mb: int) -> int:
    """`most_mb`: the longest line that is read."""
    from newsdesk.find.dates.in_story import dates_in_text
    from newsdesk.find.quotes.in_story import quotes_in_text

    code = DONE
    for number, line in enumerate(_input_lines(most_mb * MB), 1):
        if line is None:
            code = fail(
                f"extract --jsonl: line {number}: this is longer than the {most_mb} MB that are read;"
                " split its text, or set file_mb below [limits] in the configuration file",
                A_SOURCE_FAILED,
            )
            continue
        if not line.strip():
            continue
        try:
            document = json.loads(line)
            text, reference = document["text"], _reference(document.get("reference_time"))
            document_id = document["id"]
        except (ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
            code = fail(
                f'extract --jsonl: line {number}: this is no {{"id", "text"}} object ({error})', A_SOURCE_FAILED
            )
            continue
        if not isinstance(text, str):
            code = fail(f"extract --jsonl: line {number}: its text is no string", A_SOURCE_FAILED)
            continue
        try:
            quotes, statements = quotes_in_text(text)
            timexes = dates_in_text(text, reference)
        except MemoryError:
            raise
        except Exception as error:
            if os.environ.get("NEWSDESK_TRACEBACK"):
                raise
            code = fail(
                f"extract --jsonl: line {number}: an error of newsdesk's own ({type(error).__name__}) came about over its text;"
                " please report it. With NEWSDESK_TRACEBACK=1 it says more",
                A_SOURCE_FAILED,
            )
            continue
        print_json([document_object(document_id, quotes, statements, timexes)])
    return code


def _input_lines(most: int) -> Iterator[bytes | None]:
    """The lines on standard input; None in place of one of more than `most` bytes, which may never end and is not held."""
    stream = sys.stdin.buffer
    while line := stream.readline(most + 1):
        if len(line) <= most or line.endswith(b"\n"):
            yield line
            continue
        yield None
        while (rest := stream.readline(MB)) and not rest.endswith(b"\n"):
            pass


def _reference(text: str | None) -> date | datetime | None:
    if not text:
        return None
    return date.fromisoformat(text) if len(text) == len("2025-05-11") else datetime.fromisoformat(text)
