"""What is asked of an address, and what comes of it."""

from __future__ import annotations

from dataclasses import dataclass
from queue import SimpleQueue

SAVE_IT = "open it in a browser, save the page and add the file"
"""What to do about an address that programs get nothing from."""
_LONGEST_SAID = 120
"""Characters."""


class FetchError(Exception):
    """An address gave nothing: one line for a person that follows the address, what happened and what to do."""

    def __init__(self, words: str, *, retry_after: str = "", gone: bool = False) -> None:
        super().__init__(words)
        self.retry_after = retry_after
        """What the server said of when to ask again, as it said it; empty when it said nothing."""
        self.gone = gone
        """The server said that there will never be anything again."""


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a server knows again what it sent, and can say that nothing has changed since (RFC 9110, 8.8)."""

    url: str = ""
    """The address that sent it, behind all redirections: no other one can know it."""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class Wanted:
    """An address to ask."""

    url: str
    """As `web_address` writes it."""
    validators: Validators = Validators()
    """Of what is there already; without them the whole is asked for."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What an address gave."""

    url: str
    """That was asked; what stands behind its redirections belongs to it."""
    data: bytes = b""
    """The body, no longer compressed."""
    charset: str = ""
    """The encoding that the server named, as it named it."""
    validators: Validators = Validators()
    unchanged: bool = False
    """Nothing has changed since the validators; there is no body then."""
    max_age: int = 0
    """Seconds for which it stays fresh, as the server says; 0: it does not."""


Outcome = Answer | FetchError
Outcomes = SimpleQueue[tuple[Wanted, Outcome] | BaseException]
"""Of many addresses, as they come; at the end perhaps why there will be no more."""


def as_said(problem: object) -> str:
    """What a server or a library says, as it may stand in a line."""
    return "".join(filter(str.isprintable, str(problem)))[:_LONGEST_SAID]
