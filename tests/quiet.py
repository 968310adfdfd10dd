"""When the application of a test has come to rest, told by what its widgets tell each other and not by the clock."""

from __future__ import annotations

import asyncio
import time
from typing import Any

from textual.message import Message
from textual.message_pump import MessagePump

_TURNS = 20
"""Of the loop without a message, after which nothing is on its way but what a thread or a timer will bring."""
_SOON_SECONDS = 0.05
"""A timer that rings once, and no later, belongs to what was done; Textual puts off pictures and new sizes by such."""


class _Told:
    """How many messages were posted so far, by whomever."""

    posted = 0


_post = MessagePump.post_message


def _counted(self: MessagePump, message: Message) -> bool:
    _Told.posted += 1
    return _post(self, message)


MessagePump.post_message = _counted  # type: ignore[method-assign]


async def nobody_tells_anything(_min_sleep: float = 0, max_sleep: float = 1) -> None:
    """Wait until no message was posted for some turns of the loop, which costs far less than to sleep."""
    latest = time.monotonic() + max_sleep
    quiet = 0
    while quiet < _TURNS and time.monotonic() < latest:
        before = _Told.posted
        await asyncio.sleep(0)
        quiet = quiet + 1 if before == _Told.posted else 0


def messages_so_far() -> int:
    """How many were posted until now, by every widget of every application."""
    return _Told.posted


def at_rest(app: Any) -> bool:
    """Each widget of each screen waits for its next message, no timer is about to ring, and the terminal's new size has been taken."""
    return app._resize_event is None and not app._batch_count and not restless(app)


def restless(app: Any) -> list[MessagePump]:
    """The application, its screens and their widgets, as far as they do not wait, or have a timer that is about to ring."""
    nodes = [app, *(node for screen in app.screen_stack for node in screen.walk_children(with_self=True))]
    return [node for node in nodes if not _waits(node) or _will_ring(node)]


def _waits(pump: MessagePump) -> bool:
    # Who handles a message does not wait for the next; who has one has been woken, though he may not have run since.
    queue = pump._message_queue
    return pump._closed or bool(queue.empty() and queue.ready_event._waiters)


def _will_ring(pump: MessagePump) -> bool:
    return any(
        timer._repeat == 0 and timer._interval <= _SOON_SECONDS and timer._task and not timer._task.done()
        for timer in pump._timers
    )
