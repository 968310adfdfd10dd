"""One fetch of one address. Everything that can go wrong ends in one line, within the deadline, with nothing larger held than is allowed.

Imported where many are asked for the first time, for aiohttp's sake: see `together`.
"""

from __future__ import annotations

import asyncio
import os
import socket
import threading
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Never
from urllib.parse import urljoin, urlsplit
from urllib.request import getproxies, proxy_bypass

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult

from newsdesk import __version__
from newsdesk.fetch.address import web_address
from newsdesk.fetch.answer import SAVE_IT, Answer, FetchError, Outcome, Outcomes, Validators, Wanted, as_said
from newsdesk.fetch.body import ENCODINGS, Body
from newsdesk.fetch.learning import max_age
from newsdesk.fetch.networks import is_private, private_name
from newsdesk.fetch.settings import FetchSettings

_AT_ONCE = 32
"""So many that some that never answer leave room for the others."""
_AT_ONE_SERVER = 2
"""More would not be polite."""
_MOST_REDIRECTIONS = 5
_REDIRECTIONS = frozenset({301, 302, 303, 307, 308})
_HEADERS = {
    "User-Agent": f"newsdesk/{__version__} (feed reader)",
    "Accept": "application/atom+xml, application/rss+xml, application/feed+json, application/xml;q=0.9, text/html;q=0.8, */*;q=0.5",
    "Accept-Encoding": ENCODINGS,
}
_LONGEST_HEAD = 2**20
"""Bytes up to the end of an answer's head, and what comes along with them."""
_LONGEST_VALIDATOR = 1_000
_AGAIN = "try again later"
_CHECK = "check the address"


async def ask_as_they_come(coming: asyncio.Queue[Wanted], settings: FetchSettings, outcomes: Outcomes) -> Never:
    """Ask each address that comes, several at once, until this is cancelled; what comes of each is put into `outcomes`."""
    at_once = asyncio.Semaphore(_AT_ONCE)
    servers: defaultdict[str, asyncio.Semaphore] = defaultdict(lambda: asyncio.Semaphore(_AT_ONE_SERVER))

    async def ask(one: Wanted) -> None:
        async with servers[one.url.partition("://")[2].partition("/")[0]], at_once:
            try:
                outcome: Outcome = await fetch(one, settings)
            except FetchError as error:
                outcome = error
            except Exception:  # noqa: BLE001 - whatever one address brings about, the others are asked
                outcome = FetchError(f"it cannot be asked; {_CHECK}")
            outcomes.put((one, outcome))

    async with asyncio.TaskGroup() as group:
        while True:
            group.create_task(ask(await coming.get()))


async def fetch(wanted: Wanted, settings: FetchSettings) -> Answer:
    """Ask one address.

    Raises:
        FetchError: it gave nothing, not in time, or too much.
    """
    try:
        async with asyncio.timeout(settings.deadline):
            return await _followed(wanted, settings)
    except TimeoutError:
        raise FetchError(
            f"it did not answer whole within {settings.deadline:g} s; {_AGAIN}, or allow more: deadline below [fetch]"
            " in the configuration file"
        ) from None
    except aiohttp.ClientError as error:
        raise FetchError(_explained(error)) from None


async def _followed(wanted: Wanted, settings: FetchSettings) -> Answer:
    """Through all redirections; each is an address like the first, with all that one may not be."""
    url = web_address(wanted.url)  # who knows what a story was given by another program
    for _ in range(_MOST_REDIRECTIONS + 1):
        found = await _asked(url, wanted, settings)
        if isinstance(found, Answer):
            return found
        try:
            url = web_address(urljoin(url, found))
        except (FetchError, ValueError):
            scheme = "".join(filter(str.isalnum, found.partition(":")[0]))[:20]
            raise FetchError(f"it leads on to what is no address of the web ({scheme}:...); {_CHECK}") from None
    raise FetchError(f"it leads on more than {_MOST_REDIRECTIONS} times; {_CHECK}")


async def _asked(url: str, wanted: Wanted, settings: FetchSettings) -> Answer | str:
    """The answer, or where it leads on to."""
    wire = _Wire()
    proxy = _proxy(url)
    host = urlsplit(url).hostname or ""
    if proxy is not None and (private := private_name(host, settings.private_addresses)):
        # What a name stands for, the proxy alone finds out.
        raise _private(private)
    connector = aiohttp.TCPConnector(
        resolver=_Resolver(),
        use_dns_cache=False,
        force_close=True,
        socket_factory=_socket_maker(wire, None if proxy is not None else settings.private_addresses),
    )
    try:
        async with (
            aiohttp.ClientSession(
                connector=connector,
                auto_decompress=False,
                cookie_jar=aiohttp.DummyCookieJar(),
                timeout=aiohttp.ClientTimeout(total=None, sock_connect=None),
            ) as session,
            session.get(url, headers=_headers(url, wanted.validators), proxy=proxy, allow_redirects=False) as response,
        ):
            wire.limit += 2 * settings.largest_mb * 2**20  # chunks and what encrypts them take some room, too
            return await _read(response, url, wanted, settings)
    except aiohttp.ClientError:
        if wire.refused:
            raise _private(wire.refused[0]) from None
        if wire.received > wire.limit:
            raise FetchError(f"the server sends without end what is no page; {_CHECK}") from None
        raise
    except ValueError as error:  # an address that only looked like one
        raise FetchError(f"it cannot be asked ({as_said(error)}); {_CHECK}") from None


async def _read(response: aiohttp.ClientResponse, url: str, wanted: Wanted, settings: FetchSettings) -> Answer | str:
    validators = wanted.validators
    if response.status in _REDIRECTIONS and (location := response.headers.get("Location")):
        return location
    if response.status == 304 and validators.url == url:
        return Answer(wanted.url, unchanged=True)
    if response.status not in {200, 203}:
        raise _refusal(response.status, response.headers.get("Retry-After", ""))
    body = Body(response.headers.get("Content-Encoding", ""), settings.largest_mb)
    body.expect(response.content_length)
    async for piece in response.content.iter_any():
        body.feed(piece)
    data = body.end()
    if not data.strip():
        raise FetchError(f"its answer is empty; {_AGAIN}")
    kept = Validators(url, _validator(response, "ETag"), _validator(response, "Last-Modified"))
    fresh = max_age(response.headers.get("Cache-Control", ""))
    return Answer(wanted.url, data, response.charset or "", kept, max_age=fresh)


def _headers(url: str, validators: Validators) -> dict[str, str]:
    headers = dict(_HEADERS)
    if validators.url == url:
        if validators.etag:
            headers["If-None-Match"] = validators.etag
        if validators.last_modified:
            headers["If-Modified-Since"] = validators.last_modified
    return headers


def _validator(response: aiohttp.ClientResponse, name: str) -> str:
    """As the server wrote it; nothing where it is none that could be sent back."""
    value = response.headers.get(name, "")
    return value if value.isascii() and value.isprintable() and len(value) <= _LONGEST_VALIDATOR else ""


def _proxy(url: str) -> str | None:
    """The proxy that the environment names for this address.

    Raises:
        FetchError: it is none of HTTP.
    """
    parts = urlsplit(url)
    if proxy_bypass(parts.netloc):
        return None
    proxies = getproxies()
    proxy = proxies.get(parts.scheme) or proxies.get("all")
    if proxy and "://" not in proxy:
        return f"http://{proxy}"
    if proxy and urlsplit(proxy).scheme not in {"http", "https"}:
        raise FetchError(
            f"newsdesk knows no proxy of this kind ({as_said(urlsplit(proxy).scheme)}); set {parts.scheme}_proxy to one of HTTP"
        )
    return proxy


@dataclass(slots=True)
class _Wire:
    """What comes in for one request, before anything is made of it, and what it must not."""

    limit: int = _LONGEST_HEAD
    """Bytes."""
    received: int = 0
    refused: list[str] = field(default_factory=list)
    """Private addresses that were not connected to."""


class _CountingSocket(socket.socket):
    """Ends a connection that brings more than it may: heads, hints and chunks without end never become a body that is counted."""

    wire: _Wire

    def recv(self, size: int, flags: int = 0, /) -> bytes:
        data = super().recv(size, flags)
        self._count(len(data))
        return data

    def recv_into(self, buffer: Any, size: int = 0, flags: int = 0) -> int:
        received = super().recv_into(buffer, size, flags)
        self._count(received)
        return received

    def _count(self, received: int) -> None:
        self.wire.received += received
        if self.wire.received > self.wire.limit:
            raise ConnectionAbortedError("too much was sent")


def _socket_maker(wire: _Wire, allowed: tuple[str, ...] | None) -> Callable[[Any], socket.socket]:
    """Makes sockets for public addresses and allowed ones alone; for any where `allowed` is None.

    The address is the one that is connected to next, whatever its name stood for before.
    """

    def make(info: tuple[Any, ...]) -> socket.socket:
        family, kind, protocol, _, address = info
        if allowed is not None and is_private(address[0], allowed):
            wire.refused.append(address[0])
            raise PermissionError(f"{address[0]} is private")
        made = _CountingSocket(family, kind, protocol)
        made.wire = wire
        return made

    return make


class _Resolver(AbstractResolver):
    """Looks up names in threads that nobody waits for: a name server that does not answer holds up no other address, nor the end."""

    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_UNSPEC
    ) -> list[ResolveResult]:
        loop = asyncio.get_running_loop()
        answered: asyncio.Future[list[ResolveResult] | OSError] = loop.create_future()

        def answer(found: list[ResolveResult] | OSError) -> None:
            if not answered.done():
                answered.set_result(found)

        def look_up() -> None:
            found: list[ResolveResult] | OSError
            try:
                infos = socket.getaddrinfo(host, port, family, socket.SOCK_STREAM, flags=socket.AI_ADDRCONFIG)
            except OSError as error:
                found = error
            except UnicodeError:
                found = OSError(socket.EAI_NONAME, "no name")
            else:
                found = [
                    ResolveResult(
                        hostname=host,
                        host=str(address[0]),
                        port=port,
                        family=one,
                        proto=protocol,
                        flags=socket.AI_NUMERICHOST,
                    )
                    for one, _, protocol, _, address in infos
                ]
            with suppress(RuntimeError):  # the loop is closed: nobody waits any more
                loop.call_soon_threadsafe(answer, found)

        threading.Thread(target=look_up, name="newsdesk names", daemon=True).start()
        found = await answered
        if isinstance(found, OSError):
            raise found
        return found

    async def close(self) -> None:
        """Nothing is held."""


def _private(address: str) -> FetchError:
    return FetchError(
        f"its server is on no public network ({address}); private_addresses below [fetch] in the configuration file"
        " allows it"
    )


def _refusal(status: int, retry_after: str) -> FetchError:
    match status:
        case 404:
            words = f"there is no such page (404); {_CHECK}"
        case 410:
            words = f"the server says that it is gone for good (410); {_CHECK}, or remove the source"
        case 401 | 402 | 403 | 407 | 451:
            words = f"the server does not give it to programs ({status}); {SAVE_IT}"
        case 429:
            words = f"the server was asked too often (429); {_AGAIN}"
        case _ if status >= 500:
            words = f"the server is in trouble ({status}); {_AGAIN}"
        case _:
            words = f"the server answers {status}, which is no page; {_CHECK}"
    return FetchError(words, retry_after=retry_after, gone=status == 410)


def _explained(error: aiohttp.ClientError) -> str:
    match error:
        case aiohttp.ClientConnectorCertificateError():
            return (
                f"its certificate cannot be trusted ({_certificate_problem(error)}); {_CHECK}, and this machine's clock"
            )
        case aiohttp.ClientSSLError():
            return f"no secure connection comes about ({_tls_problem(error.os_error)}); {_CHECK}"
        case aiohttp.ClientConnectorDNSError():
            return f"there is no server of this name, or the network is down; {_CHECK}"
        case aiohttp.ClientProxyConnectionError():
            return f"the proxy cannot be reached ({_system_problem(error.os_error)}); check its settings"
        case aiohttp.ClientConnectorError():
            return f"its server cannot be reached ({_system_problem(error.os_error)}); {_AGAIN}"
        case aiohttp.ClientHttpProxyError():
            return f"the proxy refuses it ({error.status}); check its settings"
        case aiohttp.ServerDisconnectedError() | aiohttp.ClientOSError():
            return f"the server hung up without an answer; {_AGAIN}"
        case aiohttp.ClientPayloadError():
            return f"its answer broke off before its end; {_AGAIN}"
        case aiohttp.InvalidURL():
            return f"this can be no web address; {_CHECK}"
        case _:
            return f"what answers there does not speak as a web server does; {_CHECK}"


def _system_problem(error: OSError) -> str:
    """In the system's words: the libraries' name the address, and that in Python's way."""
    return os.strerror(error.errno) if error.errno else as_said(error) or "it hung up"


def _tls_problem(error: OSError) -> str:
    """OpenSSL's name for it, as words."""
    return as_said(getattr(error, "reason", None) or error).replace("_", " ").lower()


def _certificate_problem(error: aiohttp.ClientConnectorCertificateError) -> str:
    cause = error.certificate_error
    return as_said(getattr(cause, "verify_message", "") or cause)
