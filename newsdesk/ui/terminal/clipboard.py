"""The clipboard of this machine, for terminals that take no clipboard from a program: by the programs that are there for it."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import suppress
from pathlib import Path

PATIENCE_SECONDS = 2.0
"""A program that has not taken the words by then is ended."""


def give_to_program(text: str, environment: Mapping[str, str], platform: str) -> None:
    """Put the words into the clipboard by the first program that takes them. Waits for it: never on the screen's thread."""
    for program, encoding, *arguments in _programs(environment, platform):
        found = shutil.which(program, path=environment.get("PATH"))
        # A program of the folder that newsdesk happens to run in is none that the user installed.
        if found is None or not Path(found).is_absolute():
            continue
        with suppress(OSError, subprocess.SubprocessError):
            subprocess.run(  # noqa: S603 - no shell; arguments of our own, the words go to its input
                [found, *arguments],
                input=text.encode(encoding, "replace"),
                # xclip stays to serve the words, and would hold open what it inherits.
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                timeout=PATIENCE_SECONDS,
                check=True,
                start_new_session=True,
                env={**environment, "LC_CTYPE": "UTF-8"} if platform == "darwin" else dict(environment),
            )
            return


def _programs(environment: Mapping[str, str], platform: str) -> Iterator[tuple[str, ...]]:
    """Name, encoding, arguments. Over SSH only what leads to the user's own screen: the clipboard of the far machine is no use."""
    if environment.get("WAYLAND_DISPLAY"):
        yield "wl-copy", "utf-8", "--type", "text/plain;charset=utf-8"
    if environment.get("DISPLAY"):
        yield "xclip", "utf-8", "-selection", "clipboard", "-in"
        yield "xsel", "utf-8", "--clipboard", "--input"
    if environment.get("SSH_CONNECTION"):
        return
    if platform == "darwin":
        yield ("pbcopy", "utf-8")
    elif environment.get("WSL_DISTRO_NAME"):
        yield ("clip.exe", "utf-16-le")  # as Windows has it; a mark of the byte order would be pasted, too
