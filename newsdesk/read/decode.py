"""Bytes to text. Never fails: what no encoding explains becomes U+FFFD."""

from __future__ import annotations

import codecs
import re

from newsdesk.late_pattern import late_pattern
from newsdesk.read.signatures import is_pdf

_WIDE_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:encoding|charset)\s{0,9}=\s{0,9}[\"']?([A-Za-z][\w.:-]{1,40})")
_DECLARED_BELOW = re.compile(rb"<meta\s[^<>]{0,300}charset\s{0,9}=\s{0,9}[\"']?([A-Za-z][\w.:-]{1,40})", re.IGNORECASE)
"""Pages that an archive or a browser saved may have much in front of it."""
_LONGEST_HEAD = 100_000
_DECLARABLE = (
    "ascii", "cp125[0-8]", "iso8859-1?[0-9]", "koi8-[rut]", "mac-[a-z-]+", "gb2312", "gbk", "gb18030", "big5", "big5hkscs",
    "shift_jis", "cp932", "euc_jp", "euc_kr", "cp949", "iso2022_jp", "cp866", "tis-620", "utf-8",
)  # fmt: skip
_IS_DECLARABLE = late_pattern("|".join(_DECLARABLE))
"""Encodings that a document may name. Python knows others that are slow, or are no text encodings at all."""
_OFTEN_WRONG = {"ascii", "utf-8", "iso8859-1", "cp1252"}
"""Encodings that are named without thought; the bytes themselves tell better."""
_HIGH_BYTES = bytes(range(0x80, 0x100))
_LETTERS = bytes([*range(0x41, 0x5B), *range(0x61, 0x7B)])
_FEWEST_HIGH = 16
"""Bytes above ASCII by which it can be told what they are not."""
_SAMPLE = 4096


def wide_encoding(data: bytes) -> str | None:
    """UTF-16 or UTF-32, by the byte order mark or, where it was lost, by every other byte of western text being zero."""
    for mark, encoding in _WIDE_MARKS:
        if data.startswith(mark):
            return encoding
    sample = data[:_SAMPLE]
    if len(sample) < 4:
        return None
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    most = len(sample) // 2 * 0.7
    if odd > most and even * 20 <= odd:
        return "utf-16-le"
    if even > most and odd * 20 <= even:
        return "utf-16-be"
    return None


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data[:1024]) or _DECLARED_BELOW.search(data[:_LONGEST_HEAD])
    return _known(found[1].decode("ascii")) if found else None


def _known(charset: str) -> str | None:
    """Python's name of an encoding that a document may name; None for any other."""
    try:
        name = codecs.lookup(charset).name
    except (LookupError, ValueError):
        return None
    if name in {"ascii", "iso8859-1"}:
        return "cp1252"  # as browsers read them: pages that say so have curly quotation marks in them all the same
    return name if _IS_DECLARABLE.fullmatch(name) else None


def in_utf_8(data: bytes, charset: str) -> bytes:
    """The bytes of a page whose server names their encoding, which a page need not do then; unchanged where that is no help.

    What can be UTF-8 is, whatever the server says: many say what their software says by default.
    """
    encoding = _known(charset)
    if encoding in {None, "utf-8"} or wide_encoding(data) or is_pdf(data):
        return data
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode(encoding or "", "replace").encode("utf-8", "replace")
    return data


def has_unknown_encoding(data: bytes) -> bool:
    """Whether nothing tells the encoding of a text, and it is not the Western one that is then taken for granted.

    In Western languages few letters have accents; in Cyrillic, Greek, Arabic or Japanese text hardly a byte is ASCII.
    """
    if wide_encoding(data) or _declared(data):
        return False
    high = len(data) - len(data.translate(None, delete=_HIGH_BYTES))
    plain = len(data) - len(data.translate(None, delete=_LETTERS))
    return high >= _FEWEST_HIGH and high > plain and not _is_nearly_utf_8(data.decode("utf-8", "replace"), data)


def _is_nearly_utf_8(repaired: str, data: bytes) -> bool:
    """A cut or damaged file has few wrong bytes among many right sequences; text in an old encoding has hardly any right ones."""
    wrong = repaired.count("\ufffd")
    right = len(repaired) - wrong - len(data.translate(None, delete=_HIGH_BYTES))
    return right >= wrong


def decode(data: bytes, named: str | None = None) -> str:
    """The text of a file: by its byte order mark, as UTF-8, as it declares itself, as damaged UTF-8, or as Windows-1252.

    `named` is the encoding that something outside it names, such as a mail's header: where that is no Latin one it is believed
    first, else before what the data say.
    """
    outside = _known(named) if named else None
    if outside and outside not in _OFTEN_WRONG:
        return data.decode(outside, "replace")
    if wide := wide_encoding(data):
        return data.decode(wide, "replace").removeprefix("\ufeff")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        pass
    if declared := outside or _declared(data):
        return data.decode(declared, "replace")
    repaired = data.decode("utf-8", "replace")
    return repaired if _is_nearly_utf_8(repaired, data) else data.decode("cp1252", "replace")
