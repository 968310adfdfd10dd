"""The command that has folders watched, and lists them."""

from __future__ import annotations

import argparse
import os

from newsdesk.clean import harmless
from newsdesk.cli.options import remember, store_path
from newsdesk.cli.outcome import A_SOURCE_FAILED, DONE, UsageError, say
from newsdesk.cli.output import print_json
from newsdesk.cli.viewing import report_damage
from newsdesk.intake.request import AddError, folder_named, place_named
from newsdesk.session import Session
from newsdesk.shown_name import shown_name
from newsdesk.store import Store
from newsdesk.system.background import Inline


def watch(options: argparse.Namespace) -> int:
    """Watch folders, or no longer; without one, list them."""
    if not options.folders:
        if options.stop:
            raise UsageError("watch --stop: name the folder that is to be watched no longer; newsdesk watch lists them")
        return _listed(options)
    folders: list[str] = []
    failed: list[str] = []
    for path in options.folders:
        try:
            # One that is gone can still be let go.
            folders.append(os.path.abspath(place_named(path)) if options.stop else folder_named(path))  # noqa: PTH100 - Path keeps the dots in it
        except AddError as error:
            failed.append(str(error))
    rows = []
    if folders:
        with Session(Store.open(store_path(options), create=not options.stop), Inline()) as session:
            report_damage(session)
            for folder in folders:
                if not options.stop:
                    session.watch(folder)
                    rows.append((folder, "watched: the desk and newsdesk refresh add what is in it"))
                elif session.stop_watching(folder):
                    rows.append((folder, "watched no longer; what it brought stays"))
                else:
                    failed.append(
                        f"{shown_name(folder)}: this folder is not watched; newsdesk watch lists those that are"
                    )
        remember(options)
    if options.json:
        print_json([{"folder": folder, "watched": not options.stop} for folder, _ in rows])
    else:
        for folder, words in rows:
            print(harmless(f"{shown_name(folder)}: {words}"))
    for line in failed:
        say(line)
    return A_SOURCE_FAILED if failed else DONE


def _listed(options: argparse.Namespace) -> int:
    with Session(Store.open(store_path(options), create=False, read_only=True), Inline()) as session:
        report_damage(session)
        folders = [(folder, os.path.isdir(folder)) for folder in session.watched_folders()]  # noqa: PTH112 - a damaged story may say anything
    if options.json:
        print_json([{"folder": folder, "there": there} for folder, there in folders])
        return DONE
    for folder, there in folders:
        print(harmless(shown_name(folder) + ("" if there else "  (gone)")))
    if not folders:
        print("no folder is watched; newsdesk watch FOLDER watches one")
    return DONE
