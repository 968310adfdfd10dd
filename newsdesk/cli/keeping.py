"""The commands that look after a store's file: check it, save or shrink it, bring in what TinyDB itself wrote."""

from __future__ import annotations

import argparse
from pathlib import Path

from newsdesk.cli.options import remember, store_path
from newsdesk.cli.outcome import DONE, FAILED, NO_STORE, fail, printable
from newsdesk.places import expanded
from newsdesk.story.wording import counted
from newsdesk.system.ordinary_file import ordinary_bytes


def check(options: argparse.Namespace) -> int:
    """Say whether the store is sound, and if not, what is wrong with it; repair or compact it on request."""
    from newsdesk.store import check as checked
    from newsdesk.store import compact, repair

    path = store_path(options)
    report = checked(path)
    verdict = "sound" if report.sound else "damaged"
    found = {"source": report.sources, "post": report.posts, "mark": report.marks}
    counts = ", ".join(counted(number, noun) for noun, number in found.items())
    print(printable(f"{report.path}: {verdict}; {counts}"))
    for line in report.findings:
        print(f"  {line}")
    if options.repair is not None:
        saved = repair(path, expanded(options.repair))
        print(printable(f"{options.repair}: {counted(saved.documents, 'document')} saved; {path} was left as it is"))
        if saved.kept_aside:
            print(printable(f"{saved.kept_aside}: {counted(len(saved.damaged), 'damaged line')} kept aside"))
        return DONE
    if options.compact:
        saved_bytes = compact(path)
        print(
            printable(f"{path}: {counted(saved_bytes, 'byte') + ' saved' if saved_bytes else 'nothing to leave out'}")
        )
    return DONE if report.sound else NO_STORE


def bring_in(options: argparse.Namespace) -> int:
    """Bring the tables of a TinyDB file into a story that has no sources yet."""
    from newsdesk.store import NotAStoreError, Store, tables_in_stock

    path = store_path(options)
    try:
        data = ordinary_bytes(Path(options.file).expanduser())
    except (OSError, RuntimeError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else error
        return fail(f"{options.file}: it cannot be read ({reason}); check the path", FAILED)
    try:
        tables = tables_in_stock(data)
    except NotAStoreError as error:
        return fail(f"{options.file}: {error}; nothing was stored", FAILED)
    with Store.open(path) as store:
        store.bring_in(tables)
    remember(options)
    counts = ", ".join(counted(len(tables.get(f"{noun}s", {})), noun) for noun in ("source", "post", "mark"))
    print(printable(f"{path}: {counts}"))
    return DONE
