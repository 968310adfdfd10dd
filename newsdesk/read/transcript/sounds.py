"""What subtitles describe and nobody says: sounds, music, who made them. Told by brackets, notes and a few words."""

from __future__ import annotations

import re
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern

_SOUND = (
    r"music|applau(?:se|d\w*)|laugh\w*|cheer\w*|chuckl\w*|giggl\w*|sighs?|gasps?|cough\w*|clapp\w*|claps|sirens?|gunfire|gunshots?|explosions?"
    r"|bells?|ringing|rings|chant\w*|sings?|singing|silence|pause[ds]?|beep\w*|bleep\w*|static|scream\w*|shout\w*|sob\w*|cry|cries|crying|weep\w*"
    r"|whistl\w*|horns?|thunder|bark\w*|footsteps|theme|jingle|noises?|booing|boos|groan\w*|grunt\w*|inhales?|exhales?|breath\w*|sniff\w*"
    r"|clears? (?:his |her |their )?throat|murmur\w*|mutter\w*|whisper\w*|hums?|humming|playing|plays|continues|blank_audio|no audio|video|audio"
    r"|soundbite|clip|tape|recording|in \w+ian|in \w+ese|in \w+ish|foreign language|speaking \w+|speaks \w+|speak \w+|non-english speech|ovation"
)
_SOUND_WORDS = late_pattern(rf"(?:[\w'’-]+ ){{0,3}}?(?:{_SOUND})(?: [\w'’-]+){{0,3}}", re.IGNORECASE)
_NO_SOUND = late_pattern(r"(?:the|an?|it|he|she|they|we|i|you|this|that|which|who|and|but|or|if)\b", re.IGNORECASE)
"""How bracketed words begin that are somebody's speech."""
_GAP = late_pattern(
    r"\s*_+\s*|.{0,20}\b(?:inaudible|unintelligible|indistinct|crosstalk|indiscernible|redacted|bleep\w*)\b.{0,20}",
    re.IGNORECASE,
)
"""Words are missing here: without the bracket the sentence would be another."""
_BRACKETED = late_pattern(
    r"\[(?P<square>[^\[\]]{1,120})\]|\((?P<round>[^()]{1,120})\)|[♪♫♩♬]+(?P<song>[^♪♫♩♬]{0,300})[♪♫♩♬]*"
)
_MARKS = late_pattern(r"[\[(♪♫♩♬]")
"""Without one of these nothing is bracketed: nearly all lines of long subtitles are told by this look."""
_MOST_WORDS = 6
_CREDIT = late_pattern(
    r"(?:(?:translated|transcribed|transcript|transcription|reviewed|subtitled|subtitles|captioned|captions|captioning|corrected|synced|sync|timing|encoded)"
    r"(?: \w+){0,3} (?:by|from)\b|(?:translator|transcriber|reviewer|subtitler|captioner)s?:|downloaded from\b|advertise your product\b|www\.\S+$).{0,200}",
    re.IGNORECASE,
)


class Heard(NamedTuple):
    """Speech, and what was described beside it."""

    words: str
    sounds: tuple[str, ...]


def is_sound(words: str) -> bool:
    """Whether bracketed words describe what is heard ("applause", "UPBEAT MUSIC", "speaks Norwegian") and are no name or aside."""
    return _SOUND_WORDS.fullmatch(words.strip()) is not None and _NO_SOUND.match(words.strip()) is None


def without_sounds(text: str) -> Heard:
    """One line of a transcript: its speech, and the descriptions of sounds in it, brackets included.

    Brackets that stand for words that were not understood, or that an editor put into a sentence, stay where they are.
    """
    text = text.strip()
    if _CREDIT.fullmatch(text):
        return Heard("", (text,))
    if not _MARKS.search(text):
        return Heard(text, ())
    sounds: list[str] = []
    kept: list[str] = []
    begin = 0
    for found in _BRACKETED.finditer(text):
        whole = found.start() == 0 and found.end() == len(text)
        if _is_apart(found, whole=whole):
            kept.append(text[begin : found.start()])
            sounds.append(found[0])
            begin = found.end()
    if not sounds:
        return Heard(text, ())
    kept.append(text[begin:])
    return Heard(" ".join(" ".join(kept).split()), tuple(sound for sound in sounds if sound.strip("♪♫♩♬ ")))


def _is_apart(found: re.Match[str], *, whole: bool) -> bool:
    if found["song"] is not None:
        return True
    words = (found["square"] or found["round"]).strip()
    if _GAP.fullmatch(words) or not words:
        return whole and "_" not in words
    if is_sound(words):
        return True
    if found["square"] is not None:
        return whole or (words.isupper() and len(words) > 3 and len(words.split()) > 1)
    return whole and len(words.split()) <= _MOST_WORDS and not words.endswith((".", "!", "?"))
