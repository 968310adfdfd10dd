"""The commands that print a story: its rows for people or programs, and its exports."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Iterator
from dataclasses import replace

from newsdesk import export as exports
from newsdesk import listing
from newsdesk.background import Inline
from newsdesk.clean import harmless
from newsdesk.cli.options import chosen_moment, display_zone, never, store_path, wall_clock
from newsdesk.cli.outcome import DONE, WRONG_USAGE, fail, say
from newsdesk.cli.output import print_json, shown_json, write_document
from newsdesk.extract import Json
from newsdesk.listing import View
from newsdesk.session import Session
from newsdesk.store import Store
from newsdesk.story.clock import Clock, Mode, default_clock
from newsdesk.story.wording import counted


def posts(options: argparse.Namespace) -> int:
    """The posts, newest first."""
    return _printed(options, listing.posts, listing.post_objects)


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
    return _printed(options, listing.sources, listing.source_objects)


def show(options: argparse.Namespace) -> int:
    """The whole story as plain text; for programs, its posts."""
    return _printed(options, listing.show, listing.post_objects)


def export(options: argparse.Namespace) -> int:
    """The story in one of the shapes that other programs read."""
    if (options.shape is None) != options.json:
        return fail("export: name one shape: --markdown, --ics, --json, --csv or --tinydb", WRONG_USAGE)
    if options.shape == "tinydb":
        with Store.open(store_path(options), create=False, read_only=True) as store:
            write_document(shown_json(store.stock()))
        return DONE
    view = _view(options)
    if options.shape == "ics":
        write_document(exports.to_ics(view.story, zone=view.zone))
    elif options.shape == "csv":
        write_document(exports.to_csv(view.story, zone=view.zone))
    elif options.shape == "markdown":
        write_document(exports.to_markdown(view.story, as_of=view.clock.moment, zone=view.zone))
    else:
        write_document(shown_json(exports.to_json(view.story, as_of=view.clock.moment)))
    return DONE


def report_damage(session: Session) -> None:
    """Say how much of the store is lost, if anything is."""
    if session.damaged:
        say(f"{session.path}: left out {counted(len(session.damaged), 'damaged line')}; newsdesk check says where")


def _printed(
    options: argparse.Namespace, lines: Callable[[View], Iterator[str]], objects: Callable[[View], Iterator[Json]]
) -> int:
    view = _view(options)
    if options.json:
        print_json(objects(view))
    else:
        for line in lines(view):
            print(harmless(line))
    return DONE


def _view(options: argparse.Namespace) -> View:
    """The story as the clock shows it, with its facts."""
    zone = display_zone(options)
    chosen_moment(options, zone, wall_clock())  # what cannot be understood is said before anything is opened
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
        return View(replace(story, posts=seen, found=session.facts(story, clock, never)), clock, zone)
