"""Every command line. Imports the screen only when a screen is wanted, and for each command only what it needs."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module

from newsdesk.cli.arguments import Command, parse
from newsdesk.cli.outcome import DONE, FAILED, INTERRUPTED, NO_STORE, WRONG_USAGE, UsageError, fail
from newsdesk.cli.output import drop_output, prepare_streams


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command line; returns the exit code. No error ends in a traceback."""
    prepare_streams()
    try:
        wanted = parse(list(sys.argv[1:] if argv is None else argv))
        code = DONE if wanted is None else _run(*wanted)
        sys.stdout.flush()  # here, where it can be said that this failed
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output has gone (`newsdesk posts | head`): that is no error.
        drop_output()
        return DONE
    except OSError as error:
        drop_output()
        return fail(f"this could not be finished ({error.strerror or error}); see where its output goes", FAILED)
    except Exception as error:
        if os.environ.get("NEWSDESK_TRACEBACK"):
            raise
        return fail(
            f"an error of newsdesk's own ({type(error).__name__}: {error}); what was stored is safe."
            " With NEWSDESK_TRACEBACK=1 it says more",
            FAILED,
        )
    return code


def _run(command: Command, options: argparse.Namespace) -> int:
    from newsdesk.config import ConfigError
    from newsdesk.store import StoreError

    module, function = command.runs.split(":")
    try:
        code: int = getattr(import_module(f"newsdesk.cli.{module}"), function)(options)
    except StoreError as error:
        return fail(str(error), NO_STORE)
    except (UsageError, ConfigError) as error:
        return fail(str(error), WRONG_USAGE)
    return code
