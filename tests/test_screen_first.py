from __future__ import annotations

import asyncio
import selectors
import sys

from newsdesk.system.screen_first import WAITING_SECONDS, WORKING_SECONDS, screen_first


def test_threads_wait_for_a_loop_that_works_and_not_for_one_that_waits(monkeypatch):
    waiting, working = [], []
    wait = selectors.DefaultSelector.select

    def noted(self, timeout=None):
        waiting.append(sys.getswitchinterval())
        return wait(self, timeout)

    async def work():
        for _ in range(3):
            working.append(sys.getswitchinterval())
            await asyncio.sleep(0)

    monkeypatch.setattr(selectors.DefaultSelector, "select", noted)
    before = sys.getswitchinterval()
    with asyncio.Runner(loop_factory=screen_first) as runner:
        runner.run(work())
    assert {round(seconds, 6) for seconds in waiting} == {WAITING_SECONDS}
    assert {round(seconds, 6) for seconds in working} == {WORKING_SECONDS}
    assert sys.getswitchinterval() == before
