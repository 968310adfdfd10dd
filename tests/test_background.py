"""The worker process, for real."""

import fcntl
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

import pytest

from newsdesk.system import background
from newsdesk.system.background import Cancelled, Inline, OverrunError, WorkerDiedError, WorkerProcess


def process_number(_: int = 0) -> int:
    return os.getpid()


def fail(words: str) -> None:
    raise ValueError(words)


class OddError(Exception):
    def __init__(self, words: str, more: str) -> None:
        super().__init__(words)
        self.more = more


def fail_oddly() -> None:
    raise OddError("no such thing", "at all")


def answer_with_a_lock() -> object:
    return threading.Lock()


def print_something() -> None:
    print("this must not reach the screen")
    sys.stdout.flush()


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def write_at_last(path: Path) -> None:
    time.sleep(0.2)
    path.write_text("done", encoding="utf-8")


def wait_for_ever() -> None:
    threading.Event().wait()


def allocate() -> int:
    return len(bytearray(2**33))


def swallow_what_goes_wrong() -> str:
    try:
        allocate()
    except MemoryError:
        return "swallowed"
    return "allocated"


def live(path: Path) -> None:
    with path.open("w", encoding="utf-8") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        file.write("alive")
        file.flush()
        time.sleep(100)  # a fault leaves nothing behind for ever


def is_dead(path: Path) -> bool:
    """Whether nobody holds the file any longer: how a process ends that is no child of ours is told by nothing else."""
    with path.open(encoding="utf-8") as file, suppress(BlockingIOError):
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        return True
    return False


def keep_alive(path: Path, behind_a_screen: bool) -> None:
    WorkerProcess(behind_a_screen=behind_a_screen).run(never, live, path)


def never() -> bool:
    return False


@pytest.fixture(scope="module")
def shared_worker():
    process = WorkerProcess()
    yield process
    process.close()


def test_work_is_done_in_another_process_the_same_for_each_call(shared_worker):
    number = shared_worker.run(never, process_number)
    assert number != os.getpid()
    assert shared_worker.run(never, process_number, 1) == number


def test_an_exception_comes_back_as_it_was(shared_worker):
    with pytest.raises(ValueError, match="no such thing"):
        shared_worker.run(never, fail, "no such thing")


def test_an_exception_that_cannot_come_back_is_told_in_its_words(shared_worker):
    number = shared_worker.run(never, process_number)
    with pytest.raises(RuntimeError, match=r"^OddError: no such thing$"):
        shared_worker.run(never, fail_oddly)
    assert shared_worker.run(never, process_number) == number


def test_an_answer_that_cannot_come_back_is_told(shared_worker):
    number = shared_worker.run(never, process_number)
    with pytest.raises(RuntimeError, match=r"^TypeError: cannot pickle"):
        shared_worker.run(never, answer_with_a_lock)
    assert shared_worker.run(never, process_number) == number


def test_what_the_worker_prints_reaches_nobody(shared_worker, capfd):
    shared_worker.run(never, print_something)
    assert capfd.readouterr() == ("", "")


def test_a_cancelled_call_ends_at_once_and_the_next_one_works(shared_worker):
    asked = iter([False, False, True])
    with pytest.raises(Cancelled):
        shared_worker.run(lambda: next(asked), wait_for_ever)
    assert shared_worker.run(never, process_number) != os.getpid()


def test_a_call_that_nobody_wants_is_not_begun(shared_worker):
    """Work that is done sooner than anybody asks would otherwise go on, file after file."""
    with pytest.raises(Cancelled):
        shared_worker.run(lambda: True, process_number)
    assert shared_worker.run(never, process_number) != os.getpid()


def test_a_worker_that_dies_says_so_and_the_next_call_works(shared_worker):
    with pytest.raises(WorkerDiedError, match="try again"):
        shared_worker.run(never, die)
    assert shared_worker.run(never, process_number) != os.getpid()


def test_a_waiting_call_can_be_cancelled_before_its_turn(shared_worker):
    stop = threading.Event()
    busy = threading.Event()

    def occupy():
        def cancelled():
            busy.set()
            return stop.is_set()

        with pytest.raises(Cancelled):
            shared_worker.run(cancelled, wait_for_ever)

    thread = threading.Thread(target=occupy)
    thread.start()
    assert busy.wait(30)
    with pytest.raises(Cancelled):
        shared_worker.run(lambda: True, process_number)
    stop.set()
    thread.join(30)
    assert not thread.is_alive()


@pytest.mark.parametrize("behind_a_screen", [True, False])
def test_work_that_takes_too_long_is_killed_and_the_next_works(behind_a_screen):
    worker = WorkerProcess(behind_a_screen=behind_a_screen)
    number = worker.run_within(30, 2**30, never, process_number)
    assert number != os.getpid()
    with pytest.raises(OverrunError) as caught:
        worker.run_within(0.01, 2**30, never, wait_for_ever)
    assert caught.value.of == "seconds"
    with pytest.raises(ProcessLookupError):
        os.kill(number, 0)
    assert worker.run(never, process_number) not in {number, os.getpid()}
    worker.close()


@pytest.mark.skipif(not Path("/proc/self/statm").exists(), reason="only Linux keeps this limit")
def test_work_that_takes_too_much_memory_is_stopped_and_other_work_has_no_limit(shared_worker):
    with pytest.raises(OverrunError) as caught:
        shared_worker.run_within(30, 2**24, never, allocate)
    assert caught.value.of == "memory"
    assert shared_worker.run_within(30, 2**24, never, swallow_what_goes_wrong) == "swallowed"
    assert shared_worker.run(never, soft_limit) == soft_limit()


def soft_limit() -> int:
    import resource

    return resource.getrlimit(resource.RLIMIT_AS)[0]


def test_once_closed_it_begins_nothing_any_more():
    worker = WorkerProcess()
    worker.start()
    worker.close()
    with pytest.raises(Cancelled):
        worker.start()
    with pytest.raises(Cancelled):
        worker.run(never, process_number)


def test_work_under_way_when_it_is_closed_is_dropped_in_silence():
    worker = WorkerProcess()
    asked = 0
    under_way = threading.Event()
    ended: list[Exception] = []

    def cancelled():
        nonlocal asked
        asked += 1
        if asked > 1:  # the first time it has not begun
            under_way.set()
        return False

    def work():
        try:
            worker.run(cancelled, wait_for_ever)
        except (Cancelled, WorkerDiedError) as error:
            ended.append(error)

    thread = threading.Thread(target=work)
    thread.start()
    assert under_way.wait(30)
    worker.close()
    thread.join(30)
    assert [type(error) for error in ended] == [Cancelled]


def test_a_copy_says_nothing_and_hears_nothing(capfd):
    worker = WorkerProcess(behind_a_screen=False)
    worker.run(never, print_something)
    worker.close()
    assert capfd.readouterr() == ("", "")


def test_inline_runs_here_and_asks_first():
    assert Inline().run(never, process_number) == os.getpid()
    with pytest.raises(Cancelled):
        Inline().run(lambda: True, process_number)


def test_a_process_that_is_let_go_does_one_more_thing_and_ends(tmp_path):
    worker, path = WorkerProcess(), tmp_path / "last.txt"
    worker.start()
    process = worker._process
    worker.leave(partial(write_at_last, path))
    worker.close()
    assert not path.exists()
    process.wait()
    assert path.read_text(encoding="utf-8") == "done"


def test_without_a_process_there_is_nothing_to_let_go(tmp_path):
    worker = WorkerProcess()
    worker.leave(partial(write_at_last, tmp_path / "last.txt"))
    worker.close()
    assert not any(tmp_path.iterdir())


def test_a_process_that_is_let_go_is_at_work_no_longer_than_a_while():
    began = time.monotonic()
    worker = WorkerProcess()
    worker.start()
    process = worker._process
    worker.leave(partial(background._last_thing, wait_for_ever, 1))
    assert process.wait() == -signal.SIGALRM
    assert time.monotonic() - began < 10


@pytest.mark.parametrize("behind_a_screen", [True, False])
def test_a_process_at_work_ends_when_the_one_it_works_for_is_killed(behind_a_screen, tmp_path):
    path = tmp_path / "life"
    code = f"import sys; sys.path[:] = {sys.path!r}; from pathlib import Path; import test_background as t; t.keep_alive(Path({str(path)!r}), {behind_a_screen})"
    with subprocess.Popen([sys.executable, "-c", code]) as caller:
        try:
            wait_until(lambda: path.exists() and path.read_text(encoding="utf-8"))
            assert not is_dead(path)
        finally:
            caller.kill()
    wait_until(lambda: is_dead(path))


def wait_until(holds: Callable[[], object], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end
        time.sleep(0.05)
