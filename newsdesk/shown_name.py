"""How the name of a file, or of anything else that the user named, is shown: everywhere in the same way."""

from __future__ import annotations

_BYTES = range(0xDC80, 0xDD00)
"""What Python makes of the bytes of a name that are no text (PEP 383)."""


def shown_name(name: str) -> str:
    r"""A path or a file's name as it may be shown: what is not printable could act on the terminal, so its number stands there.

    Nothing is left out, or a name would look like that of another file: `\xff` is a byte that is no text, `\x1b` an escape,
    `\u202e` an override of the direction.
    """
    return name if name.isprintable() else "".join(map(_shown, name))


def _shown(character: str) -> str:
    if character.isprintable():
        return character
    if ord(character) in _BYTES:
        return f"\\x{ord(character) - _BYTES.start + 0x80:02x}"
    return ascii(character)[1:-1]
