"""Heavy work in a process of its own, so that the screen's thread always has a core and the interpreter to itself."""

from __future__ import annotations

import contextlib
import os
import pickle
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection, Pipe
from typing import Any, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_POLL_SECONDS = 0.05
"""How often a waiting caller looks whether it was cancelled."""


class Cancelled(Exception):  # noqa: N818 - it is no error; it says what the user wanted
    """The caller no longer wants the result."""


class WorkerDiedError(Exception):
    """The worker process ended without an answer (killed, out of memory)."""


class Runner(Protocol):
    """Runs a function somewhere and waits for it."""

    def run(self, cancelled: Callable[[], bool], function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The function's result, or its exception.

        Raises:
            Cancelled: `cancelled()` became true while waiting.
        """
        ...

    def start(self) -> None:
        """Get ready: work is coming."""
        ...

    def rest(self) -> None:
        """Let go of what it remembers, if nothing is under way."""
        ...

    def close(self) -> None:
        """Let go of what it holds; work under way is dropped."""
        ...


class Inline:
    """Runs in the calling thread: for the command line, which has no screen to keep alive."""

    def run(self, cancelled: Callable[[], bool], function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """See `Runner.run`."""
        if cancelled():
            raise Cancelled
        return function(*args, **kwargs)

    def start(self) -> None:
        """It is always ready."""

    def rest(self) -> None:
        """Nothing is remembered."""

    def close(self) -> None:
        """Nothing is held."""


class WorkerProcess:
    """One process that does one thing at a time. Cancelling kills it; the next call starts another.

    The function and its arguments must be picklable: module-level functions and the dataclasses of `model`. It is
    started by hand and not by `multiprocessing`, which would keep a third process beside it for as long as the desk is open.
    """

    def __init__(self) -> None:
        self._turn = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._connection: Connection[Any, Any] | None = None

    def start(self) -> None:
        """Start the process now, so that its imports run while something else is done here."""
        with self._turn:
            self._ensure()

    def run(self, cancelled: Callable[[], bool], function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """See `Runner.run`.

        Raises:
            WorkerDiedError: the process ended without an answer.
        """
        while not self._turn.acquire(timeout=_POLL_SECONDS):
            if cancelled():
                raise Cancelled
        try:
            if cancelled():  # what is done at once is never waited for
                raise Cancelled
            connection = self._ensure()
            try:
                connection.send((function, args, kwargs))
                while not connection.poll(_POLL_SECONDS):
                    if cancelled():
                        self._kill()
                        raise Cancelled
                done, result = connection.recv()
            except (EOFError, OSError) as error:
                self._kill()
                raise WorkerDiedError("the worker process ended without an answer; try again") from error
        finally:
            self._turn.release()
        if not done:
            raise result
        return result  # type: ignore[no-any-return]  # it came over a pipe; the function's type tells what it is

    def rest(self) -> None:
        """End the process, and with it what it remembers, unless it is at work; the next call starts another."""
        if self._turn.acquire(blocking=False):
            try:
                self._kill()
            finally:
                self._turn.release()

    def close(self) -> None:
        """End the process."""
        self._kill()

    def _ensure(self) -> Connection[Any, Any]:
        if self._connection is None or self._process is None or self._process.poll() is not None:
            self._kill()
            ours, theirs = Pipe()
            number = theirs.fileno()
            # The interpreter's own path is handed over, since a module of that name may lie in the current folder.
            code = f"import sys; sys.path[:] = {sys.path!r}; from newsdesk.background import serve; serve({number})"
            with theirs:
                self._process = subprocess.Popen(  # noqa: S603 - nothing of it comes from a source
                    [sys.executable, "-P", "-c", code],
                    stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    pass_fds=(number,),
                )
            self._connection = ours
        return self._connection

    def _kill(self) -> None:
        # Closing may come from another thread than the one that waits for an answer: each takes what it ends.
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            process.wait()
        if connection is not None:
            connection.close()


_BEHIND_THE_SCREEN = 5
"""How much the worker gives way to the screen, which somebody is looking at, in steps of Unix's niceness."""


def serve(number: int) -> None:
    """The worker's whole life: take a function, run it, send what came of it. `number` is its end of the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the screen
    if hasattr(os, "nice"):
        os.nice(_BEHIND_THE_SCREEN)
    connection: Connection[Any, Any] = Connection(number)
    with contextlib.suppress(EOFError, OSError):
        while True:
            function, args, kwargs = connection.recv()
            try:
                answer = (True, function(*args, **kwargs))
            except Exception as error:  # noqa: BLE001 - whatever it is, the caller is told
                answer = (False, error)
            connection.send_bytes(_packed(answer))


def _packed(answer: tuple[bool, Any]) -> bytes:
    """The answer for the pipe; what does not come through it is told as an error that does."""
    done, result = answer
    try:
        packed = pickle.dumps(answer)
        if not done:
            pickle.loads(packed)  # noqa: S301 - our own; an exception of its own kind may not come back
    except Exception as error:  # noqa: BLE001 - see above
        told = error if done else result
        packed = pickle.dumps((False, RuntimeError(f"{type(told).__name__}: {told}")))
    return packed
