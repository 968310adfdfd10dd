"""When the application of a test has come to rest, told by what its widgets tell each other and not by the clock."""

from __future__ import annotations

import asyncio
import time

from textual.message import Message
from textual.message_pump import MessagePump

_TURNS = 20
"""Of the loop without a message, after which nothing is on its way but what a thread or a timer will bring."""


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
