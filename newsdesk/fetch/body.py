"""The body of an answer as it comes in: counted and unpacked piece by piece, so that no more is ever held than may be kept. Pure."""

from __future__ import annotations

import zlib

from newsdesk.fetch.answer import SAVE_IT, FetchError, as_said

ENCODINGS = "gzip, deflate"
"""What is asked for."""
_GZIP, _ZLIB, _BARE = 31, 15, -15
"""zlib's numbers for what surrounds compressed data (its `wbits`)."""
_GZIP_MARK = b"\x1f\x8b"
_MOST_MEMBERS = 64
"""Of one gzip stream; more are no document but an attempt to keep us busy."""


class Body:
    """One body."""

    def __init__(self, encoding: str, largest_mb: int) -> None:
        """Begin.

        Args:
            encoding: the answer's `Content-Encoding`.
            largest_mb: MB that may be sent, and that may come of it.

        Raises:
            FetchError: it is packed as nobody asked for.
        """
        self._largest_mb = largest_mb
        self._largest = largest_mb * 2**20
        self._kind = encoding.strip().lower().removeprefix("x-")
        if self._kind not in {"", "identity", "gzip", "deflate"}:
            raise FetchError(f"it is compressed in a way that was not asked for ({as_said(encoding)}); {SAVE_IT}")
        self._plain = self._kind in {"", "identity"}
        self._sent = 0
        self._members = 0
        self._unpacker: zlib._Decompress | None = None
        """Of the member that is being sent; None before one begins."""
        self._first = b""
        """Bytes with which one may begin, as long as they are too few to tell."""
        self._over = False
        """Nothing that is still sent belongs to it."""
        self._data = bytearray()

    def expect(self, length: int | None) -> None:
        """The server says how many bytes it will send; None when it does not.

        Raises:
            FetchError: more than may be sent.
        """
        if length is not None and length > self._largest:
            raise self._too_large()

    def feed(self, piece: bytes) -> None:
        """Take what came in.

        Raises:
            FetchError: it is too large by now, or damaged.
        """
        self._sent += len(piece)
        if self._sent > self._largest:
            raise self._too_large()
        if self._plain:
            self._data += piece
        while piece and not self._plain and not self._over:
            piece = self._unpacked(piece)

    def end(self) -> bytes:
        """The whole body.

        Raises:
            FetchError: the rest of it is missing.
        """
        if self._unpacker is not None or (self._first and not self._members):
            raise FetchError("its compressed answer broke off; try again")
        return bytes(self._data)

    def _unpacked(self, piece: bytes) -> bytes:
        """Unpack the member that is being sent; gives what stands behind it."""
        if self._unpacker is None:
            piece, self._first = self._first + piece, b""
            if len(piece) < 2:
                self._first = piece
                return b""
            self._unpacker = self._begin(piece)
            if self._unpacker is None:
                return b""
        try:
            self._data += self._unpacker.decompress(piece, self._largest - len(self._data) + 1)
        except zlib.error:
            raise _damaged() from None
        if len(self._data) > self._largest:
            raise self._too_large()
        if not self._unpacker.eof:
            return b""
        rest, self._unpacker = self._unpacker.unused_data, None
        self._members += 1
        if self._members > _MOST_MEMBERS:
            raise _damaged()
        return rest

    def _begin(self, first: bytes) -> zlib._Decompress | None:
        """None when no member begins here.

        A gzip stream may go on with another one (RFC 1952, 2.2); what else stands behind the first is no part of it.
        `deflate` means data in zlib's frame (RFC 9110, 8.4.1.2), and is often sent without.
        """
        if self._members and (self._kind != "gzip" or not first.startswith(_GZIP_MARK)):
            self._over = True
            return None
        if self._kind == "gzip":
            return zlib.decompressobj(_GZIP)
        framed = first[0] & 0x0F == 8 and (first[0] << 8 | first[1]) % 31 == 0
        return zlib.decompressobj(_ZLIB if framed else _BARE)

    def _too_large(self) -> FetchError:
        return FetchError(
            f"it is larger than {self._largest_mb} MB, the most that is fetched; largest_mb below [fetch] in the"
            " configuration file allows more"
        )


def _damaged() -> FetchError:
    return FetchError(f"its compressed answer is damaged; {SAVE_IT}")
