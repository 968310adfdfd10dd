"""The commands that print a story: its rows for people or programs, and its exports."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import fields, replace
from datetime import tzinfo
from pathlib import Path

from newsdesk import export as exports
from newsdesk import listing
from newsdesk.clean import harmless, shown_json
from newsdesk.cli.options import chosen_moment, display_zone, never, store_path, user_config, wall_clock
from newsdesk.cli.outcome import DONE, FAILED, WRONG_USAGE, UsageError, fail, say
from newsdesk.cli.output import print_json, write_document
from newsdesk.extract import Json
from newsdesk.intake.following import Following
from newsdesk.listing import View
from newsdesk.session import Session
from newsdesk.store import Store, is_followed
from newsdesk.story import Story
from newsdesk.story.chips import chips, filter_words
from newsdesk.story.clock import Clock, Mode, default_clock
from newsdesk.story.faults import fault_lines
from newsdesk.story.part import Conditions, filter_of, part_of
from newsdesk.story.wording import counted, in_zone, real_zone
from newsdesk.system.background import Inline
from newsdesk.system.new_file import NotWrittenError, write_new

_WHAT = {"label": "label", "text": "text", "since": "time", "until": "time"}
"""What an option of a filter takes that takes no name."""


def posts(options: argparse.Namespace) -> int:
    """The posts, newest first."""
    return _printed(options, listing.posts, listing.post_objects, facts=options.json)


def quotes(options: argparse.Namespace) -> int:
    """Who said what."""
    return _printed(options, listing.quotes, listing.quote_objects)


def events(options: argparse.Namespace) -> int:
    """What comes next."""
    lines = listing.events_with_mentions if options.mentions else listing.events
    return _printed(options, lines, listing.event_objects)


def actors(options: argparse.Namespace) -> int:
    """The actors."""
    return _printed(options, listing.actors, listing.actor_objects)


def sources(options: argparse.Namespace) -> int:
    """The sources."""
    return _printed(options, listing.sources, listing.source_objects, polling=True, facts=False)


def show(options: argparse.Namespace) -> int:
    """All that the desk shows as plain lines, or as rows for programs."""
    return _printed(options, listing.show, listing.show_objects, polling=True)


def export(options: argparse.Namespace) -> int:
    """The story in one of the shapes that other programs read."""
    if (options.shape is None) != options.json:
        return fail("export: name one shape: --markdown, --ics, --json, --csv, --opml or --tinydb", WRONG_USAGE)
    if options.shape == "tinydb":
        if _conditions(options) != Conditions():
            return fail("export: --tinydb is the whole store; it takes no filter", WRONG_USAGE)
        with Store.open(store_path(options), create=False, read_only=True) as store:
            return _written(options, shown_json(store.stock()))
    view = _view(options)
    return _written(options, exports.exported(options.shape or "json", view.story, view.clock, view.zone, view.only))


def _written(options: argparse.Namespace, document: str | bytes) -> int:
    """To the file that was named, else to standard output, which may be named `-`."""
    if options.file in {None, "-"}:
        write_document(document)
        return DONE
    try:
        write_new(Path(options.file), exports.to_bytes(document))
    except NotWrittenError as error:
        return fail(f"export: {error}", FAILED)
    say(f"{options.file}: written")
    return DONE


def report_damage(session: Session) -> None:
    """Say how much of the store is lost, if anything is."""
    if session.damaged:
        say(f"{session.path}: left out {counted(len(session.damaged), 'damaged line')}; newsdesk check says where")


def _printed(
    options: argparse.Namespace,
    lines: Callable[[View], Iterator[str]],
    objects: Callable[[View], Iterator[Json]],
    *,
    polling: bool = False,
    facts: bool = True,
) -> int:
    """`polling`: it tells how following the sources goes; `facts`: it tells what is found in the posts."""
    view = _view(options, facts=facts)
    if polling and any(is_followed(source) for source in view.story.sources):
        following = Following(store_path(options), user_config().fetch)
        view = replace(view, polling=following.polling(view.story.sources))
    if options.json:
        print_json(objects(view))
    else:
        for line in lines(view):
            print(harmless(line))
    return DONE


def _view(options: argparse.Namespace, *, facts: bool = True) -> View:
    """The story as the clock shows it, with its facts if they are told, or asked for: to find them takes most of the time."""
    zone = display_zone(options)
    # What cannot be understood is said before anything is opened.
    chosen_moment(options, zone, wall_clock())
    asked = _conditions(options)
    path = store_path(options)
    with Session(Store.open(path, create=False, read_only=True), Inline()) as session:
        report_damage(session)
        story = session.story()
        clock = default_clock(story.newest, wall_clock())
        if moment := chosen_moment(options, zone, clock.moment):
            clock = Clock(Mode.CHOSEN, moment)
        if clock.mode is not Mode.NOW:
            say(listing.clock_words(clock, zone))
        if not story.posts:
            say(f"{path}: nothing is in this story yet; newsdesk add FILE begins it")
        seen = [post for post in story.posts if not clock.hides(post)]
        whole = replace(story, posts=seen)
        if facts or asked.actor or asked.filter:
            whole = replace(whole, found=session.facts(story, clock, never))
            for line in fault_lines(whole, zone):
                say(line)
        part, only = _part(whole, asked, clock, zone)
        return View(part, clock, zone, only=only)


def _part(story: Story, asked: Conditions, clock: Clock, zone: tzinfo) -> tuple[Story, str]:
    """What is asked for of the story, and that in words; no words for the whole."""
    try:
        wanted = filter_of(story, asked, clock, real_zone(zone, clock.moment))
    except ValueError as error:
        raise UsageError(str(error)) from error
    if not wanted:
        return story, ""
    part = part_of(story, wanted, clock)
    words = ", ".join(chip.words for chip in chips(story, wanted, zone, in_zone(clock.moment, zone).date()))
    say(f"only {words}: {counted(len(part.posts), 'post')} of {len(story.posts)}")
    return part, filter_words(story, wanted, zone)


def _conditions(options: argparse.Namespace) -> Conditions:
    """What a command's own options ask for; those that take none ask for nothing.

    Raises:
        UsageError: one of them is empty, as a variable is in a script that was never set.
    """
    values = {field.name: getattr(options, field.name, None) for field in fields(Conditions)}
    for name, value in values.items():
        if isinstance(value, str) and not value.strip():
            raise UsageError(f"--{name}: an empty {_WHAT.get(name, 'name')}; write one, or leave --{name} out")
    return Conditions(**{name: value for name, value in values.items() if value})
