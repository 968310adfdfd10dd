"""Work in a process of its own.

Heavy work, so that the screen's thread always has a core and the interpreter to itself; and work on what comes from outside, so
that it can be stopped whatever it does.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import resource
import signal
import subprocess
import sys
import threading
import warnings
from collections.abc import Callable, Iterator
from multiprocessing.connection import Connection, Pipe
from pathlib import Path
from time import monotonic
from typing import Any, Literal, ParamSpec, Protocol, TypeVar

P = ParamSpec("P")
R = TypeVar("R")

_PROCESS_SIZE = Path("/proc/self/statm")
"""Where Linux says how many pages of addresses a process has."""
_POLL_SECONDS = 0.05
"""How often a waiting caller looks whether it was cancelled."""

_LOOK_FOR_CALLER_SECONDS = 1.0
"""How often a process that is at work looks whether there is still somebody who waits for it."""
_LAST_SECONDS = 30
"""So long a process that was let go may still be at work."""


class Cancelled(Exception):  # noqa: N818 - it is no error; it says what the user wanted
    """The caller no longer wants the result."""


class WorkerDiedError(Exception):
    """The worker process ended without an answer (killed, out of memory)."""


class OverrunError(Exception):
    """The work took more than it may, and was stopped."""

    def __init__(self, of: Literal["seconds", "memory"]) -> None:
        """`of` says what it took too much of."""
        super().__init__(of)
        self.of = of


class Runner(Protocol):
    """Runs a function somewhere and waits for it."""

    def run(self, cancelled: Callable[[], bool], function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """The function's result, or its exception.

        Raises:
            Cancelled: `cancelled()` became true while waiting, or it was closed.
        """
        ...

    def run_within(
        self,
        seconds: float,
        memory: int,
        cancelled: Callable[[], bool],
        function: Callable[P, R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """The same, in so much time by the clock, and so many bytes of memory on top of what there is.

        Raises:
            OverrunError: it took more; it is no longer under way.
        """
        ...

    def start(self) -> None:
        """Get ready: work is coming.

        Raises:
            Cancelled: it was closed.
        """
        ...

    def rest(self) -> None:
        """Let go of what it remembers, if nothing is under way."""
        ...

    def leave(self, function: Callable[[], object]) -> None:
        """Let go of what it holds, and do this with it as the last thing, if nothing is under way; nobody waits for that."""
        ...

    def close(self) -> None:
        """Let go of what it holds; work under way is dropped, and none is begun any more."""
        ...


class Inline:
    """Runs in the calling thread, which nothing can stop: for what is in the store, where no screen is to be kept alive."""

    def run(self, cancelled: Callable[[], bool], function: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """See `Runner.run`."""
        if cancelled():
            raise Cancelled
        return function(*args, **kwargs)

    def run_within(
        self,
        seconds: float,  # noqa: ARG002 - it cannot be stopped
        memory: int,  # noqa: ARG002
        cancelled: Callable[[], bool],
        function: Callable[P, R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """As `run`: there is no process that could be stopped."""
        return self.run(cancelled, function, *args, **kwargs)

    def start(self) -> None:
        """It is always ready."""

    def rest(self) -> None:
        """Nothing is remembered."""

    def leave(self, function: Callable[[], object]) -> None:
        """Nothing is done elsewhere, so it is done at once."""
        function()

    def close(self) -> None:
        """Nothing is held."""


class WorkerProcess:
    """One process that does one thing at a time. Cancelling kills it; the next call starts another.

    The function and its arguments must be picklable: module-level functions and the dataclasses of `model`. It is
    started by hand and not by `multiprocessing`, which would keep a third process beside it for as long as the desk is open.
    """

    def __init__(self, *, behind_a_screen: bool = True) -> None:
        """Behind a screen it gives way to it. Without one there are no other threads, so that it can be a copy of this process, at once."""
        self._behind_a_screen = behind_a_screen
        self._turn = threading.Lock()
        self._closed = threading.Event()
        self._process: _Process | None = None
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
        return self._run(None, None, cancelled, function, *args, **kwargs)

    def run_within(
        self,
        seconds: float,
        memory: int,
        cancelled: Callable[[], bool],
        function: Callable[P, R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        """See `Runner.run_within`. What overruns is killed from here: no work can keep that off.

        Raises:
            WorkerDiedError: the process ended without an answer.
        """
        return self._run(seconds, memory, cancelled, function, *args, **kwargs)

    def _run(
        self,
        seconds: float | None,
        memory: int | None,
        cancelled: Callable[[], bool],
        function: Callable[P, R],
        *args: P.args,
        **kwargs: P.kwargs,
    ) -> R:
        while not self._turn.acquire(timeout=_POLL_SECONDS):
            if cancelled():
                raise Cancelled
        try:
            if cancelled():  # what is done at once is never waited for
                raise Cancelled
            connection = self._ensure()
            until = monotonic() + seconds if seconds is not None else None
            try:
                connection.send((memory, function, args, kwargs))
                _wait(connection, cancelled, until)
                done, result = connection.recv()
            except (EOFError, OSError) as error:
                self._kill()
                if self._closed.is_set():
                    raise Cancelled from error
                raise WorkerDiedError("the worker process ended without an answer; try again") from error
            except (Cancelled, OverrunError):
                self._kill()
                raise
            if not done and isinstance(result, OverrunError):
                self._kill()  # what is left of it may be in no good state
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

    def leave(self, function: Callable[[], object]) -> None:
        """Let the process go: it does this, if it takes no longer than a while, and ends by itself."""
        if self._turn.acquire(blocking=False):
            try:
                connection, self._connection = self._connection, None
                if connection is not None:
                    self._process = None
                    with connection, contextlib.suppress(OSError):
                        connection.send((None, _last_thing, (function,), {}))
            finally:
                self._turn.release()

    def close(self) -> None:
        """End the process, for good: a thread of a desk that is left may still be about to ask for something."""
        self._closed.set()
        self._kill()

    def _ensure(self) -> Connection[Any, Any]:
        if self._closed.is_set():
            raise Cancelled
        if self._connection is None or self._process is None or self._process.poll() is not None:
            self._kill()
            ours, theirs = Pipe()
            with theirs:
                alone = not self._behind_a_screen and threading.active_count() == 1
                self._process = _Copy(ours, theirs) if alone else _started(theirs, give_way=self._behind_a_screen)
            self._connection = ours
        connection = self._connection
        if self._closed.is_set():  # perhaps while it was being started
            self._kill()
            raise Cancelled
        return connection

    def _kill(self) -> None:
        # Closing may come from another thread than the one that waits for an answer: each takes what it ends.
        process, self._process = self._process, None
        connection, self._connection = self._connection, None
        if process is not None:
            process.kill()
            process.wait()
        if connection is not None:
            connection.close()


def _wait(connection: Connection[Any, Any], cancelled: Callable[[], bool], until: float | None) -> None:
    """Until there is an answer.

    Raises:
        Cancelled: the caller no longer wants it.
        OverrunError: it is not there in time.
    """
    while not connection.poll(_POLL_SECONDS):
        if cancelled():
            raise Cancelled
        if until is not None and monotonic() > until:
            raise OverrunError("seconds")


class _Process(Protocol):
    """What is asked of a process, in `subprocess`'s words."""

    def poll(self) -> int | None: ...

    def kill(self) -> None: ...

    def wait(self) -> int: ...


def _started(theirs: Connection[Any, Any], *, give_way: bool) -> _Process:
    """A new interpreter, which has everything to import."""
    number = theirs.fileno()
    # The interpreter's own path is handed over, since a module of that name may lie in the current folder.
    code = f"import sys; sys.path[:] = {sys.path!r}; from newsdesk.system.background import serve; serve({number}, {give_way})"
    return subprocess.Popen(  # noqa: S603 - nothing of it comes from a source
        [sys.executable, "-P", "-c", code],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        pass_fds=(number,),
    )


class _Copy:
    """A copy of this process, which has no other thread: ready in milliseconds, where a new interpreter takes as long as a command."""

    def __init__(self, ours: Connection[Any, Any], theirs: Connection[Any, Any]) -> None:
        self._code: int | None = None
        with warnings.catch_warnings():
            # Python counts the system's threads, too, of which a library's may sleep somewhere.
            warnings.simplefilter("ignore", DeprecationWarning)
            self._number = os.fork()
        if not self._number:
            try:
                ours.close()
                nowhere = os.open(os.devnull, os.O_RDWR)
                for stream in range(3):
                    os.dup2(nowhere, stream)
                sys.stdout = sys.stderr = open(nowhere, "w", encoding="utf-8")  # noqa: SIM115, PTH123 - until the process ends
                serve(theirs.fileno())
            finally:
                os._exit(0)  # nothing of what the other one has begun is finished here

    def poll(self) -> int | None:
        """Its end, if it has ended."""
        return self._waited(os.WNOHANG)

    def kill(self) -> None:
        """End it, if it has not."""
        if self.poll() is None:
            os.kill(self._number, signal.SIGKILL)

    def wait(self) -> int:
        """Its end."""
        return self._waited(0) or 0

    def _waited(self, how: int) -> int | None:
        if self._code is None:
            number, status = os.waitpid(self._number, how)
            self._code = status if number else None
        return self._code


_BEHIND_THE_SCREEN = 5
"""How much the worker gives way to the screen, which somebody is looking at, in steps of Unix's niceness."""


def serve(number: int, give_way: bool = False) -> None:
    """The worker's whole life: take a function, run it, send what came of it. `number` is its end of the pipe."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the screen
    if give_way:
        os.nice(_BEHIND_THE_SCREEN)
    connection: Connection[Any, Any] = Connection(number)
    caller = os.getppid()
    with contextlib.suppress(EOFError, OSError):
        while True:
            memory, function, args, kwargs = connection.recv()
            try:
                # What is to be done at last is done for nobody.
                awaited = contextlib.nullcontext() if function is _last_thing else _while_there_is(caller)
                with awaited, _within(memory):
                    answer = (True, function(*args, **kwargs))
            except MemoryError:
                answer = (False, OverrunError("memory"))
            except Exception as error:  # noqa: BLE001 - whatever it is, the caller is told
                answer = (False, error)
            connection.send_bytes(_packed(answer))


@contextlib.contextmanager
def _while_there_is(caller: int) -> Iterator[None]:
    """End this process, whatever it is at, once the one it works for was killed: nobody would stop it any more."""
    done = threading.Event()

    def watch() -> None:
        while not done.wait(_LOOK_FOR_CALLER_SECONDS):
            if os.getppid() != caller:
                os._exit(1)

    threading.Thread(target=watch, daemon=True).start()
    try:
        yield
    finally:
        done.set()


@contextlib.contextmanager
def _within(memory: int | None) -> Iterator[None]:
    """Let this process take at most so many bytes more than it has, where the system can keep that."""
    if memory is None or not _PROCESS_SIZE.exists():
        yield
        return
    before, highest = resource.getrlimit(resource.RLIMIT_AS)
    most = int(_PROCESS_SIZE.read_text(encoding="ascii").split()[0]) * resource.getpagesize() + memory
    resource.setrlimit(resource.RLIMIT_AS, (most if highest == resource.RLIM_INFINITY else min(most, highest), highest))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (before, highest))


def _last_thing(function: Callable[[], object], seconds: int = _LAST_SECONDS) -> None:
    """In a process that nobody looks after any more."""
    signal.alarm(seconds)
    function()


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
