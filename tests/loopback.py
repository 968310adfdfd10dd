"""A web server on loopback that answers what a test says, byte by byte: right, wrong, too slowly or without end."""

from __future__ import annotations

import gzip
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from newsdesk.fetch import FetchSettings

LOOPBACK = ("127.0.0.1/32",)
QUICK = FetchSettings(deadline=20, private_addresses=LOOPBACK)
"""Of a test that waits for nothing: the deadline is never reached."""
HTTP = Path(__file__).parent / "data" / "http"

FEED = """\
<?xml version="1.0" encoding="utf-8"?>
<rss version="2.0"><channel><title>Quayside Courier</title><link>https://courier.example/</link>
<item><title>Pilots accept the night tide</title><guid>tide-1</guid><pubDate>Tue, 04 Mar 2025 08:10:00 +0000</pubDate>
<description>The pilots of Varnholm accept the night tide, said Ines Calder.</description></item>
</channel></rss>
"""
LATER_FEED = FEED.replace(
    "<item>",
    "<item><title>Lock gate stuck again</title><guid>gate-2</guid><pubDate>Tue, 04 Mar 2025 11:30:00 +0000</pubDate>"
    "<description>The gate of the east lock is stuck again.</description></item>\n<item>",
    1,
)
ERROR_PAGE = "<!doctype html><html><head><title>Sorry</title></head><body><p>We will be back.</p></body></html>"


class Clock:
    """It shows what the test says."""

    def __init__(self, now: datetime) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now


@dataclass
class Request:
    """What was asked."""

    path: str
    headers: dict[str, str]


@dataclass
class Loopback:
    """The server: what it gives at each path, and what it was asked so far."""

    port: int = 0
    host: str = "127.0.0.1"
    scheme: str = "http"
    pages: dict[str, bytes | Callable[[Request, socket.socket], None]] = field(default_factory=dict)
    requests: list[Request] = field(default_factory=list)
    closing: threading.Event = field(default_factory=threading.Event)
    """Set when the test is over: whoever answers without end stops."""

    def url(self, path: str = "/") -> str:
        return f"{self.scheme}://{self.host}:{self.port}{path}"

    def give(self, path: str, page) -> str:
        """From now on, this is what stands at the path; gives its address."""
        self.pages[path] = page
        return self.url(path)

    def feed(self, path: str = "/feed", text: str = FEED, **headers: str) -> str:
        return self.give(path, answer(text.encode(), **headers))

    def asked(self, path: str) -> list[Request]:
        return [request for request in self.requests if request.path == path]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str) -> bytes:
    """A whole answer; `retry_after=` is the header Retry-After."""
    named = {"Content-Length": str(len(body)), "Connection": "close"}
    named |= {name.replace("_", "-").title(): value for name, value in headers.items()}
    lines = [f"HTTP/1.1 {status}", *(f"{name}: {value}" for name, value in named.items())]
    return "\r\n".join([*lines, "", ""]).encode() + body


def packed(text: str) -> bytes:
    return answer(gzip.compress(text.encode(), mtime=0), content_encoding="gzip")


def known(etag: str, page: bytes) -> Callable[[Request, socket.socket], None]:
    """A page that is not sent again to who has it."""

    def send(request: Request, connection: socket.socket) -> None:
        there = request.headers.get("if-none-match") == etag
        connection.sendall(answer(status="304 Not Modified", etag=etag) if there else page)

    return send


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True
    allow_reuse_address = True
    served: Loopback

    def handle_error(self, request, client_address) -> None:
        """Whoever asks may hang up."""


class _Handler(socketserver.BaseRequestHandler):
    def handle(self) -> None:
        head = b""
        while b"\r\n\r\n" not in head:
            piece = self.request.recv(65_536)
            if not piece:
                return
            head += piece
            if head.startswith(b"\x16"):  # a greeting in TLS, which is not spoken here
                self.request.sendall(answer(status="400 Bad Request"))
                return
        first, *lines = head.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        request = Request(first.split(" ")[1], headers)
        served = self.server.served
        served.requests.append(request)
        page = served.pages.get(request.path, answer(status="404 Not Found"))
        with suppress(OSError):
            page(request, self.request) if callable(page) else self.request.sendall(page)


@contextmanager
def loopback(*, tls: bool = False):
    """A server, as long as the test takes."""
    with _Server(("127.0.0.1", 0), _Handler) as server:
        if tls:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(HTTP / "self_signed.pem")
            server.socket = context.wrap_socket(server.socket, server_side=True, do_handshake_on_connect=False)
        served = server.served = Loopback(server.server_address[1], scheme="https" if tls else "http")
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield served
        finally:
            served.closing.set()
            server.shutdown()
            thread.join()
