"""Asking addresses of a real server on loopback: what it gives, and each way in which it can be wrong, in one clear line."""

from __future__ import annotations

import gzip
import socket
import ssl
import threading
import zlib
from contextlib import suppress
from dataclasses import replace

import aiohttp
import pytest
from hypothesis import given
from hypothesis import strategies as st
from loopback import FEED, HTTP, LOOPBACK, QUICK, answer, known, loopback, packed

from newsdesk.fetch import Answer, FetchError, FetchSettings, Validators, Wanted, fetch_all, is_address, web_address
from newsdesk.fetch.body import Body
from newsdesk.fetch.networks import is_private, private_name
from newsdesk.system.background import Cancelled

SOON = replace(QUICK, deadline=0.2)
"""Of a test that waits for the deadline."""
SMALL = replace(QUICK, largest_mb=1)
PRIVATE = "its server is on no public network ({}); private_addresses below [fetch] in the configuration file allows it"
TOO_LARGE = (
    "it is larger than 1 MB, the most that is fetched; largest_mb below [fetch] in the configuration file allows more"
)
TOO_LATE = "it did not answer whole within 0.2 s; try again later, or allow more: deadline below [fetch] in the configuration file"


@pytest.fixture(scope="module")
def server():
    with loopback() as served:
        yield served


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch):
    for name in ("http_proxy", "https_proxy", "all_proxy", "no_proxy"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.upper(), raising=False)


def ask(url, settings=QUICK, validators=None):
    """What comes of one address."""
    ((_, outcome),) = fetch_all([Wanted(url, validators or Validators())], settings, lambda: False)
    return outcome


def trusting():
    """What lets a connection be made to the server with the certificate of these tests."""
    context = ssl.create_default_context(cafile=HTTP / "self_signed.pem")
    context.check_hostname = False
    return context


def problem(url, settings=QUICK):
    """The one line that says why an address gave nothing."""
    outcome = ask(url, settings)
    assert isinstance(outcome, FetchError), outcome
    assert str(outcome).isprintable()
    return str(outcome)


# -- what comes


def test_a_page_comes_with_what_it_is_known_again_by(server):
    url = server.feed(
        etag='"v1"', last_modified="Tue, 04 Mar 2025 09:00:00 GMT", content_type="text/xml; charset=utf-8"
    )
    assert ask(url) == Answer(url, FEED.encode(), "utf-8", Validators(url, '"v1"', "Tue, 04 Mar 2025 09:00:00 GMT"))
    (request,) = server.asked("/feed")
    assert request.headers["user-agent"].startswith("newsdesk/")
    assert request.headers["accept-encoding"] == "gzip, deflate"
    assert not {"if-none-match", "if-modified-since", "cookie", "authorization"} & request.headers.keys()


def test_what_has_not_changed_is_not_sent_again(server):
    url = server.give("/known", known('"v1"', answer(FEED.encode(), etag='"v1"')))
    validators = Validators(url, '"v1"', "Tue, 04 Mar 2025 09:00:00 GMT")
    assert ask(url, validators=validators) == Answer(url, unchanged=True)
    headers = server.asked("/known")[-1].headers
    assert (headers["if-none-match"], headers["if-modified-since"]) == ('"v1"', "Tue, 04 Mar 2025 09:00:00 GMT")


def test_only_the_address_that_sent_it_is_asked_by_what_it_sent(server):
    """`"v1"` of one page is not `"v1"` of the page that the address leads to today."""
    there = server.give("/today", known('"v1"', answer(FEED.encode(), etag='"v1"')))
    url = server.give("/moved", answer(status="302 Found", location="/today"))
    assert ask(url, validators=Validators(server.url("/yesterday"), '"v1"')).data == FEED.encode()
    assert ask(url, validators=Validators(there, '"v1"')).unchanged


@pytest.mark.parametrize("etag", ["ä", "x" * 2_000])
def test_what_could_not_be_sent_back_is_not_kept(server, etag):
    page = f"HTTP/1.1 200 OK\r\nETag: {etag}\r\nConnection: close\r\n\r\n".encode() + FEED.encode()
    assert ask(server.give("/etag", page)).validators == Validators(server.url("/etag"))


@pytest.mark.parametrize(
    ("encoding", "body"),
    [
        ("gzip", gzip.compress(FEED.encode())),
        ("x-gzip", gzip.compress(FEED[:99].encode()) + gzip.compress(FEED[99:].encode()) + b"padding"),
        ("deflate", zlib.compress(FEED.encode())),
        ("Deflate", zlib.compress(FEED.encode(), wbits=-15)),
        ("identity", FEED.encode()),
    ],
)
def test_what_is_compressed_is_unpacked(server, encoding, body):
    assert ask(server.give("/packed", answer(body, content_encoding=encoding))).data == FEED.encode()


def test_chunks_are_joined(server):
    chunks = b"".join(b"%x\r\n%b\r\n" % (1, bytes([byte])) for byte in FEED.encode())
    page = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks + b"0\r\n\r\n"
    assert ask(server.give("/chunks", page)).data == FEED.encode()


def test_five_redirections_are_followed(server):
    for number in range(5):
        server.give(f"/hop{number}", answer(status="301 Moved", location=f"hop{number + 1}#part"))
    server.give("/hop5", answer(FEED.encode(), etag='"v"'))
    url = server.url("/hop0")
    assert ask(url) == Answer(url, FEED.encode(), "", Validators(server.url("/hop5"), '"v"'))


# -- what does not come


@pytest.mark.parametrize(
    ("status", "words"),
    [
        ("404 Not Found", "there is no such page (404); check the address"),
        ("410 Gone", "the server says that it is gone for good (410); check the address, or remove the source"),
        (
            "403 Forbidden",
            "the server does not give it to programs (403); open it in a browser, save the page and add the file",
        ),
        ("429 Too Many Requests", "the server was asked too often (429); try again later"),
        ("503 Service Unavailable", "the server is in trouble (503); try again later"),
        ("204 No Content", "the server answers 204, which is no page; check the address"),
        ("304 Not Modified", "the server answers 304, which is no page; check the address"),
        ("302 Found", "the server answers 302, which is no page; check the address"),
    ],
)
def test_a_refusal_is_one_line(server, status, words):
    outcome = ask(server.give("/refused", answer(status=status, retry_after="120")))
    assert str(outcome) == words
    assert (outcome.retry_after, outcome.gone) == ("120", status.startswith("410"))


HEAD = b"HTTP/1.1 200 OK\r\n"


@pytest.mark.parametrize(
    ("page", "words"),
    [
        (answer(b" \r\n"), "its answer is empty; try again later"),
        (answer(FEED.encode(), content_length="9999"), "its answer broke off before its end; try again later"),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n5\r\nabc", "its answer broke off before its end; try again later"),
        (packed(FEED)[:-9], "its answer broke off before its end; try again later"),
        (
            HEAD + b"Content-Encoding: gzip\r\n\r\n" + gzip.compress(b"abc", mtime=0)[:-2],
            "its compressed answer broke off; try again",
        ),
        (HEAD + b"Content-Encoding: gzip\r\n\r\n\x1f", "its compressed answer broke off; try again"),
        (
            answer(b"no gzip at all", content_encoding="gzip"),
            "its compressed answer is damaged; open it in a browser, save the page and add the file",
        ),
        (
            answer(gzip.compress(b"", mtime=0) * 100, content_encoding="gzip"),
            "its compressed answer is damaged; open it in a browser, save the page and add the file",
        ),
        (
            answer(b"x", content_encoding="br"),
            "it is compressed in a way that was not asked for (br); open it in a browser, save the page and add the file",
        ),
        (b"", "the server hung up without an answer; try again later"),
        (
            b"\x00\xffno answer\r\n\r\n",
            "what answers there does not speak as a web server does; check the address",
        ),
        (
            HEAD + b"X: " + b"x" * 100_000 + b"\r\n\r\n",
            "what answers there does not speak as a web server does; check the address",
        ),
        (
            answer(status="302 Found", location="file:///etc/hostname"),
            "it leads on to what is no address of the web (file:...); check the address",
        ),
        (
            answer(status="301 Moved", location="http://[::1"),
            "it leads on to what is no address of the web (http:...); check the address",
        ),
        (answer(status="302 Found", location="/wrong"), "it leads on more than 5 times; check the address"),
        (answer(status="302 Found", location="http://10.0.0.1/feed"), PRIVATE.format("10.0.0.1")),
        (answer(status="302 Found", location="http://[::1]:7/feed"), PRIVATE.format("::1")),
        (answer(status="302 Found", location="//169.254.169.254/latest"), PRIVATE.format("169.254.169.254")),
    ],
)
def test_a_wrong_answer_is_one_line(server, page, words):
    assert problem(server.give("/wrong", page)) == words


def bomb(megabytes):
    """A kilobyte for each megabyte that it unpacks to, all of them the same: compressed once, and not one by one."""
    packer = zlib.compressobj(9)
    first, other = (packer.compress(bytes(2**20)) + packer.flush(zlib.Z_FULL_FLUSH) for _ in range(2))
    return first + other * (megabytes - 1)


@pytest.mark.parametrize(
    "page",
    [
        answer(b"x", content_length=str(2**20 + 1)),
        answer(bytes(2**20 + 1)),
        packed("a" * (2**20 + 1)),
        answer(bomb(500), content_encoding="deflate"),
    ],
    ids=["said", "sent", "packed", "bomb"],
)
def test_what_is_too_large_names_the_setting(server, page):
    assert problem(server.give("/large", page), SMALL) == TOO_LARGE


def test_what_is_as_large_as_allowed_comes(server):
    assert len(ask(server.give("/large", packed("a" * 2**20)), SMALL).data) == 2**20


def test_a_body_without_end_ends_at_the_limit(server):
    ended = threading.Event()

    def endless(_request, connection):
        connection.sendall(HEAD + b"\r\n")
        try:
            while not server.closing.is_set():
                connection.sendall(bytes(65_536))
        finally:
            ended.set()

    assert problem(server.give("/endless", endless), SMALL) == TOO_LARGE
    assert ended.wait(10)


@pytest.mark.parametrize(
    ("head", "piece"),
    [
        (b"", b"HTTP/1.1 103 Early Hints\r\nLink: <a>\r\n\r\n" * 500),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n1;", b"x" * 65_536),
        (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1;xxxxxxxxxxxxxxxx\r\na\r\n" * 500),
    ],
    ids=["hints", "one chunk", "chunks"],
)
@pytest.mark.parametrize("tls", [False, True])
def test_what_never_becomes_a_body_ends_too(monkeypatch, head, piece, tls):
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", trusting())
    with loopback(tls=tls) as served:

        def flood(_request, connection):
            connection.sendall(head)
            while not served.closing.is_set():
                connection.sendall(piece)

        words = problem(served.give("/flood", flood), SMALL)
        assert words == "the server sends without end what is no page; check the address"


def test_a_server_that_drips_is_left_at_the_deadline(server):
    def drip(_request, connection):
        connection.sendall(HEAD + b"\r\n")
        while not server.closing.wait(0.01):
            connection.sendall(b"x")

    assert problem(server.give("/drip", drip), SOON) == TOO_LATE


def test_the_deadline_is_that_of_all_redirections_together(server):
    def slow(_request, connection):
        server.closing.wait(0.06)
        connection.sendall(answer(status="302 Found", location="/slow"))

    assert problem(server.give("/slow", slow), SOON) == TOO_LATE


def test_nobody_there_is_one_line():
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
        assert (
            problem(f"http://127.0.0.1:{port}/") == "its server cannot be reached (Connection refused); try again later"
        )


def test_an_unknown_name_is_one_line(monkeypatch):
    def nobody(*_arguments, **_named):
        raise socket.gaierror(socket.EAI_NONAME, "no such name")

    monkeypatch.setattr(socket, "getaddrinfo", nobody)
    line = "there is no server of this name, or the network is down; check the address"
    assert problem("http://feeds.varnholm.invalid/") == line


def test_a_name_server_that_does_not_answer_is_left_at_the_deadline(monkeypatch):
    answers = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_arguments, **_named: answers.wait(20) and [])
    assert problem("http://feeds.varnholm.invalid/", SOON) == TOO_LATE
    answers.set()


def test_a_certificate_that_nobody_vouches_for_is_refused():
    with loopback(tls=True) as served:
        words = (
            "its certificate cannot be trusted (self-signed certificate); check the address, and this machine's clock"
        )
        assert problem(served.feed()) == words
        assert served.requests == []


def test_a_certificate_that_is_trusted_lets_the_page_through(monkeypatch):
    monkeypatch.setattr(aiohttp.connector, "_SSL_CONTEXT_VERIFIED", trusting())
    with loopback(tls=True) as served:
        assert ask(served.feed()).data == FEED.encode()


def test_a_server_that_speaks_no_tls_is_one_line(server):
    words = problem(server.url("/feed").replace("http:", "https:"))
    assert words.startswith("no secure connection comes about (")
    assert words.endswith("); check the address")


# -- networks


@pytest.mark.parametrize("host", ["127.0.0.1", "localhost", "0x7f000001", "[::ffff:127.0.0.1]", "0.0.0.0"])
def test_this_machine_is_asked_only_when_the_user_allows_it(server, host):
    server.feed("/own")
    before = len(server.requests)
    assert problem(f"http://{host}:{server.port}/own", FetchSettings()).startswith(
        "its server is on no public network ("
    )
    assert len(server.requests) == before


def test_a_name_is_judged_by_the_address_that_is_connected_to(server, monkeypatch):
    """A name that stood for a public address when it was looked at may stand for another one now."""
    looked_up = []

    def rebound(host, port, *_arguments, **_named):
        looked_up.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", port))]

    monkeypatch.setattr(socket, "getaddrinfo", rebound)
    url = f"http://rebinding.varnholm.invalid:{server.port}/feed"
    assert problem(url, FetchSettings()) == PRIVATE.format("127.0.0.1")
    assert looked_up == ["rebinding.varnholm.invalid"]
    server.feed()
    assert ask(url).data == FEED.encode()


@pytest.mark.parametrize(
    ("address", "private"),
    [
        ("8.8.8.8", False),
        ("2606:4700::1111", False),
        ("10.1.2.3", True),
        ("172.16.0.1", True),
        ("192.168.7.7", True),
        ("100.64.0.1", True),
        ("169.254.169.254", True),
        ("224.0.0.1", True),
        ("0.0.0.0", True),
        ("255.255.255.255", True),
        ("::1", True),
        ("::", True),
        ("fe80::1%eth0", True),
        ("fd00::1", True),
        ("::ffff:10.0.0.1", True),
        ("64:ff9b::a00:1", True),
        ("64:ff9b::808:808", False),
        ("2002:7f00:1::", True),
    ],
)
def test_which_addresses_are_private(address, private):
    assert is_private(address, ()) is private
    assert not is_private(address, ("0.0.0.0/0", "::/0"))


def test_what_is_allowed_is_that_network_alone():
    assert not is_private("192.168.1.7", ("192.168.1.0/24",))
    assert is_private("192.168.2.7", ("192.168.1.0/24",))


@pytest.mark.parametrize(
    ("host", "said"),
    [
        ("localhost", "127.0.0.1"),
        ("a.localhost.", "127.0.0.1"),
        ("127.1", "127.0.0.1"),
        ("10.1.1.1", "10.1.1.1"),
        ("::1", "::1"),
        ("8.8.8.8", None),
        ("courier.example", None),
    ],
)
def test_a_name_may_say_by_itself_that_it_is_private(host, said):
    assert private_name(host, ()) == said


# -- proxies


def test_the_environments_proxy_is_used(server, monkeypatch):
    monkeypatch.setenv("http_proxy", server.url().rstrip("/"))
    server.give("http://courier.example/feed", answer(FEED.encode()))
    assert ask("http://courier.example/feed", FetchSettings()).data == FEED.encode()
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server.feed()
    assert ask(server.url("/feed")).data == FEED.encode()


@pytest.mark.parametrize("url", ["http://localhost/feed", "http://10.0.0.1/feed", "http://127.1/"])
def test_a_proxy_is_not_asked_for_what_is_private(server, monkeypatch, url):
    monkeypatch.setenv("http_proxy", server.url())
    before = len(server.requests)
    assert "is on no public network" in problem(url, FetchSettings())
    assert len(server.requests) == before


def test_a_proxy_that_is_none_is_one_line(server, monkeypatch):
    monkeypatch.setenv("all_proxy", "socks5://127.0.0.1:7")
    assert problem("http://courier.example/") == (
        "newsdesk knows no proxy of this kind (socks5); set http_proxy to one of HTTP"
    )


# -- addresses


@pytest.mark.parametrize(
    ("text", "written"),
    [
        (" HTTPS://Courier.Example ", "https://courier.example/"),
        ("http://courier.example:80/a?b=c#d", "http://courier.example/a?b=c"),
        ("https://courier.example:8443/Häfen", "https://courier.example:8443/Häfen"),
        ("http://[2001:DB8::1]:80/", "http://[2001:db8::1]/"),
    ],
)
def test_an_address_is_written_in_one_way(text, written):
    assert is_address(text)
    assert web_address(text) == web_address(written) == written


@pytest.mark.parametrize(
    "text",
    [
        "ftp://courier.example/x",
        "file:///etc/passwd",
        "http://",
        "http:///x",
        "http://a b/",
        "http://a\x00b/",
        "http://a\u202eb/",
        "http://a:99999/",
        "http://[::1/",
        "http://user:secret@courier.example/",
        "http://courier.example/" + "x" * 5_000,
    ],
)
def test_what_cannot_be_asked_is_one_line(text):
    assert is_address(text)
    with pytest.raises(FetchError) as caught:
        web_address(text)
    assert str(caught.value).isprintable()
    assert "secret" not in str(caught.value)


@pytest.mark.parametrize("name", ["page.txt", "/pages/page", "http.txt", "a:b", "c:\\pages", ""])
def test_a_file_is_no_address(name):
    assert not is_address(name)


@given(st.text(max_size=40))
def test_whatever_is_typed_is_an_address_or_an_error(text):
    for typed in (text, "http://" + text, "https://courier.example/" + text):
        try:
            written = web_address(typed)
        except FetchError:
            continue
        assert web_address(written) == written
        assert written.isprintable()


# -- bodies


@given(
    st.binary(max_size=300), st.lists(st.integers(1, 40), min_size=1, max_size=8), st.sampled_from(["gzip", "deflate"])
)
def test_a_body_is_the_same_in_whatever_pieces_it_comes(data, sizes, encoding):
    packed_up = (gzip.compress(data[:9]) + gzip.compress(data[9:])) if encoding == "gzip" else zlib.compress(data)
    body = Body(encoding, 1)
    at = number = 0
    while at < len(packed_up):
        size = sizes[number % len(sizes)]
        body.feed(packed_up[at : at + size])
        at, number = at + size, number + 1
    assert body.end() == data


@given(st.binary(max_size=200), st.sampled_from(["gzip", "deflate", ""]))
def test_any_bytes_are_a_body_or_an_error(data, encoding):
    body = Body(encoding, 1)
    with suppress(FetchError):
        body.feed(data)
        assert len(body.end()) <= 2**20


# -- many at once


def test_one_that_never_answers_delays_no_other(server):
    def never(_request, _connection):
        server.closing.wait(20)

    wanted = [Wanted(server.give("/never", never)), *(Wanted(server.feed(f"/feed{number}")) for number in range(9))]
    asking = fetch_all(wanted, QUICK, lambda: False)
    came = [next(asking)[0].url for _ in range(9)]
    assert sorted(came) == [one.url for one in wanted[1:]]
    asking.close()  # and waits for none


@pytest.mark.parametrize(
    "url", ["http://[::1", "http://", "http://a b/", "http://\x00/", "http://%zz:7/", "file:///etc/x", ""]
)
def test_one_that_cannot_be_asked_stops_no_other(server, url):
    good = server.feed()
    found = {one.url: outcome for one, outcome in fetch_all([Wanted(url), Wanted(good)], QUICK, lambda: False)}
    assert isinstance(found[good], Answer)
    assert isinstance(found[url], FetchError)
    assert str(found[url]).isprintable()


def test_no_server_is_asked_for_more_than_two_things_at_once(server):
    both_there = threading.Barrier(2, timeout=20)
    there = threading.Semaphore(2)

    def count(_request, connection):
        assert there.acquire(blocking=False)
        both_there.wait()
        there.release()
        connection.sendall(answer(FEED.encode()))

    wanted = [Wanted(server.give(f"/count{number}", count)) for number in range(6)]
    assert all(isinstance(outcome, Answer) for _, outcome in fetch_all(wanted, QUICK, lambda: False))


def test_who_waits_may_stop_waiting(server):
    asked = threading.Event()

    def never(_request, _connection):
        asked.set()
        server.closing.wait(20)

    with pytest.raises(Cancelled):
        list(fetch_all([Wanted(server.give("/never", never))], QUICK, asked.is_set))


def test_nothing_to_ask_needs_no_network():
    assert list(fetch_all([], QUICK, lambda: True)) == []


def test_loopback_is_what_these_tests_allow():
    assert FetchSettings().private_addresses == ()
    assert QUICK.private_addresses == LOOPBACK
