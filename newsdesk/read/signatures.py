"""Files that are no text, told by their first bytes, and what to do with each."""

from __future__ import annotations

_AS_TEXT = "add the page's text instead"
_UNPACK = "unpack it and add the files inside"
_EXPORT = "save it as plain text and add that"
_SUBTITLES = "sound and pictures are not read; add a transcript instead"

_BEGINNINGS: tuple[tuple[bytes, str, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "a PNG image, not text", _AS_TEXT),
    (b"\xff\xd8\xff", "a JPEG image, not text", _AS_TEXT),
    (b"GIF8", "a GIF image, not text", _AS_TEXT),
    (b"BM", "a BMP image, not text", _AS_TEXT),
    (b"II*\x00", "a TIFF image, not text", _AS_TEXT),
    (b"MM\x00*", "a TIFF image, not text", _AS_TEXT),
    (b"\x00\x00\x01\x00", "an icon, not text", _AS_TEXT),
    (b"PK\x03\x04", "a ZIP archive", _UNPACK),
    (b"PK\x05\x06", "an empty ZIP archive", "add the files themselves"),
    (b"\x1f\x8b", "a gzip archive", _UNPACK),
    (b"BZh", "a bzip2 archive", _UNPACK),
    (b"\xfd7zXZ\x00", "an xz archive", _UNPACK),
    (b"7z\xbc\xaf\x27\x1c", "a 7-Zip archive", _UNPACK),
    (b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (b"\x28\xb5\x2f\xfd", "a Zstandard archive", _UNPACK),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Office document", _EXPORT),
    (b"{\\rtf", "a Rich Text document", _EXPORT),
    (b"%!PS", "a PostScript document", _EXPORT),
    (b"ID3", "an MP3 recording", _SUBTITLES),
    (b"OggS", "an Ogg recording", _SUBTITLES),
    (b"fLaC", "a FLAC recording", _SUBTITLES),
    (b"\x1a\x45\xdf\xa3", "a Matroska or WebM video", _SUBTITLES),
    (b"bplist00", "a binary property list, not text", "check that it is the file you meant"),
    (b"SQLite format 3\x00", "a SQLite database", "export the texts and add those"),
    (b"\x7fELF", "a program, not text", "check that it is the file you meant"),
    (b"MZ", "a Windows program, not text", "check that it is the file you meant"),
)
_CONTAINED: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document"),
    (b"xl/", "an Excel workbook"),
    (b"ppt/", "a PowerPoint presentation"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"mimetypeapplication/epub", "an EPUB book"),
)
_TEXT_CONTROLS = b"\x07\x08\t\n\x0b\x0c\r\x1b"
"""Control characters that text files hold."""
_SAMPLE = 65_536
_BINARY_SHARE = 0.05


def _is_short_word(beginning: bytes) -> bool:
    """Whether ordinary text could begin so ("BM", "MZ", "ID3"), which only other bytes can deny."""
    return beginning.isalnum()


def is_pdf(data: bytes) -> bool:
    """Whether this is a PDF document, which may begin with something else."""
    return b"%PDF-" in data[:1024]


def signature(data: bytes) -> tuple[str, str] | None:
    """What a file is that is no text, and what to do: ("a PNG image, not text", "add ..."); None when it may be text."""
    head = data[:_SAMPLE]
    controls = head.translate(None, delete=_TEXT_CONTROLS + bytes(range(0x20, 0x100)))
    binary = len(controls) > len(head) * _BINARY_SHARE
    for beginning, what, todo in _BEGINNINGS:
        if data.startswith(beginning) and (binary or controls or not _is_short_word(beginning)):
            if beginning == b"PK\x03\x04":
                for mark, document in _CONTAINED:
                    if mark in head:
                        return document, _EXPORT
            return what, todo
    if data.startswith(b"RIFF") and data[8:12] in {b"WEBP", b"WAVE", b"AVI "}:
        return f"a {data[8:12].decode().strip()} file, not text", _AS_TEXT
    if data[4:8] == b"ftyp":
        return "a video, recording or picture (MP4 family), not text", _SUBTITLES
    if data[257:262] == b"ustar":
        return "a tar archive", _UNPACK
    return ("binary data, not text", "check that it is the file you meant") if binary else None
