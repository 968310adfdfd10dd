"""Who speaks in subtitles and the like, where marks tell: voice tags, names before words, ">>", dashes, brackets, colours.

Marks are judged over the whole recording: what stands once before a colon may be anything, what comes back is a name.
Words that are marked as a new speaker's without a name are nobody's.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from newsdesk.late_pattern import late_pattern
from newsdesk.read.lines.layout import ends_sentence
from newsdesk.read.names import is_person
from newsdesk.read.transcript.cues import Cue, SpokenLine
from newsdesk.read.transcript.form import Segment
from newsdesk.read.transcript.sounds import is_sound, without_sounds
from newsdesk.read.transcript.speaker_labels import names_nobody

_CHANGE = late_pattern(r"\s*>>+\s*:?\s*")
_DASH = late_pattern(r"[-–—‐]\s*(?=[^\W_]|[\[(\"'“‘¿¡♪.…])")
_LABEL = late_pattern(r"(?P<name>[^\W\d_][^:\n<>\"“”?!]{0,60}?)\s?:\s+(?=\S)")
_LABEL_ALONE = late_pattern(r"(?:>>+\s*|[-–—‐]\s?)?[^\W\d_a-z][^:\na-z<>\"“”?!]{0,60}:")
"""In capitals, as captions have it over the words."""
_BRACKETED_NAME = late_pattern(r"[\[(](?P<name>[^\W\d_][^\[\]()]{1,50})[\])]:?\s+(?=\S)")
_NO_NAMES = late_pattern(
    r"(?:note|warning|remember|look|listen|question|answer|update|source|photo|title|subject|example|for example|tip|bonus|reminder|quote|translation|breaking|fact|result|conclusion|well|so|and|but|now"
    r"|first|second|third|finally|website|email|phone|number \w+|chapter \w+|part \w+|step \w+|day \w+|https?)",
    re.IGNORECASE,
)
"""What stands before a colon, and more than once, without being a name."""
_BESIDE = late_pattern(r"\s*[(\[].*$")
_FEWEST_COLOURED = 3
_COLOURED_SHARE = 0.03
"""A colour in fewer lines than this stresses a word and tells no speaker."""
_BACK_AT_LEAST = 3
_ALL_LABELLED = 0.5
_PAUSE = 1.0
"""Seconds."""
_LONGEST_OTHER = 2
"""Words of a name that is believed because others are written so."""
_SHOUTED = 0.8
"""Share of capitals from which on capitals tell no name."""


def _is_capitals(name: str) -> bool:
    letters = [letter for letter in name if letter.isalpha()]
    return len(letters) > 1 and "".join(letters).isupper()


def _names(lines: Sequence[str], pattern: re.Pattern[str]) -> frozenset[str]:
    """What stands where a speaker's name would, and is one."""
    heads = Counter(found["name"].strip() for line in lines if (found := pattern.match(line)))
    total = sum(heads.values())
    letters = [letter for line in lines[:400] for letter in line[:200] if letter.isalpha()]
    shouted = sum(map(str.isupper, letters)) > _SHOUTED * len(letters)
    mostly = total >= _BACK_AT_LEAST and total >= _ALL_LABELLED * len(lines)
    initials = {"".join(word[0] for word in name.split()): name for name in heads if is_person(name)}
    introduced = {name for letters, name in initials.items() if letters in heads}
    return frozenset(
        name
        for name, count in heads.items()
        if not _NO_NAMES.fullmatch(name)
        and not is_sound(name)
        and len(name.split()) <= 6
        and (
            (_is_capitals(name) and not shouted)
            or (is_person(_BESIDE.sub("", name)) and (count > 1 or mostly or name in introduced))
            or (count >= _BACK_AT_LEAST and name[0].isupper() and len(name.split()) <= 4)
            or (mostly and (count > 1 or _can_be_label(name)))
        )
    )


def _labels(cues: Sequence[Cue], lines: Sequence[SpokenLine]) -> frozenset[str]:
    """The names before a colon; where some are written so or in voice tags, the others are, too: else their words would be another's."""
    names = _names([line.text for line in lines], _LABEL)
    untagged = [line.text for line in lines if not line.voice]
    heads = _heads(untagged)
    if len(untagged) == len(lines) and not any(heads[name] >= _BACK_AT_LEAST for name in names):
        return names
    nobodys = {name for name in heads if " " in name and names_nobody(name)}
    begun = _heads(_after_pauses(cues))
    others = (name for name, count in heads.items() if (count > 1 or name in begun) and not is_sound(name))
    return names | {name for name in others if len(name.split()) <= _LONGEST_OTHER and _can_be_label(name)} | nobodys


def _heads(lines: Iterable[str]) -> Counter[str]:
    return Counter(found["name"].strip() for line in lines if (found := _LABEL.match(line)))


def _after_pauses(cues: Sequence[Cue]) -> Iterator[str]:
    """The first line of each cue before which nothing is said for a while."""
    for before, cue in pairwise(cues):
        if cue.lines and cue.start - before.end >= _PAUSE:
            yield cue.lines[0].text


def _colours(lines: Sequence[SpokenLine]) -> frozenset[str]:
    """The colours that tell speakers apart; none when there is only one."""
    seen = Counter(line.colour for line in lines)
    used = {colour for colour, count in seen.items() if count >= max(_FEWEST_COLOURED, _COLOURED_SHARE * len(lines))}
    return frozenset(used if len(used) > 1 else ())


def _lines(cue: Cue) -> Iterator[SpokenLine]:
    """The lines of a cue; a name that stands alone in capitals is put before the words below it."""
    above: SpokenLine | None = None
    for line in cue.lines:
        if above is not None:
            line = line._replace(text=f"{above.text} {line.text}", line=above.line)  # noqa: PLW2901 - it is that line
            above = None
        if line.text.endswith(":") and line is not cue.lines[-1] and _LABEL_ALONE.fullmatch(line.text):
            above = line
        else:
            yield line
    if above is not None:
        yield above


def _pieces(cue: Cue, *, dashed: bool) -> Iterator[tuple[bool, SpokenLine]]:
    """The lines of a cue, cut at marks of another speaker; whether such a mark stands before each."""
    lines = list(_lines(cue))
    dashes = sum(_DASH.match(line.text) is not None for line in lines)
    for line in lines:
        text = line.text
        dash = _DASH.match(text) if dashes > 1 or dashed else None
        if dash is None and ">>" not in text:
            yield False, line
            continue
        parts = _CHANGE.split(text[dash.end() :] if dash else text)
        for number, part in enumerate(parts):
            if part:
                yield number > 0 or dash is not None, line._replace(text=part)


class _Marks:
    """Reads the marks of one line after the other."""

    def __init__(self, labels: frozenset[str], bracketed: frozenset[str], colours: frozenset[str]) -> None:
        self.labels = labels
        self.bracketed = bracketed
        self.colours = colours
        self.colour: str | None = None
        """Of the line before, if it tells speakers apart."""
        self.voice: str | None = None
        self.tagged: str | None = None
        """The name in the voice tag of the line before."""

    def read(self, line: SpokenLine, *, changed: bool) -> tuple[bool, str | None, str]:
        """Whether somebody else begins to speak, the name written before the words, and the words."""
        name, text, tagged = None, line.text, line.voice
        if line.colour in self.colours:
            changed = changed or line.colour != self.colour
            self.colour = line.colour
        if found := self._name_before(text, changed=changed):
            name, text = found["name"].strip(), text[found.end() :]
        elif tagged != self.tagged:
            name, changed = tagged, True
        self.tagged = tagged
        opens = changed or (name is not None and name != self.voice)
        if opens:
            self.voice = name
        return opens, name, text

    def _name_before(self, text: str, *, changed: bool) -> re.Match[str] | None:
        found = _LABEL.match(text)
        if found and (found["name"].strip() in self.labels or (changed and _can_be_label(found["name"]))):
            return found
        found = _BRACKETED_NAME.match(text)
        return found if found and found["name"].strip() in self.bracketed else None


def _can_be_label(name: str) -> bool:
    """Whether words before a colon are a name where a mark of another speaker stands before them."""
    words = name.split()
    return (
        len(words) <= 4
        and all(word[0].isupper() or word.isdecimal() for word in words)
        and _NO_NAMES.fullmatch(name) is None
    )


def _is_dashed(cues: Sequence[Cue]) -> bool:
    """Whether a dash before a line tells that somebody else speaks, in cues with one such line, too."""
    both = sum(sum(_DASH.match(line.text) is not None for line in cue.lines) > 1 for cue in cues)
    in_turn = any(
        before.lines
        and cue.lines
        and _DASH.match(before.lines[0].text)
        and ends_sentence(before.lines[-1].text)
        and _DASH.match(cue.lines[0].text)
        for before, cue in pairwise(cues)
    )
    return both > 1 or in_turn


def spoken_segments(cues: Sequence[Cue]) -> list[Segment]:
    """The segments of subtitles, those marked at which somebody else begins to speak, with the name that is written there."""
    dashed = _is_dashed(cues)
    cut = [(cue, list(_pieces(cue, dashed=dashed))) for cue in cues]
    lines = [line for _, pieces in cut for _, line in pieces]
    spoken = [line.text for line in lines]
    marks = _Marks(_labels(cues, lines), _names(spoken, _BRACKETED_NAME), _colours(lines))
    told: list[tuple[Segment, list[str], list[str]]] = []
    for cue, pieces in cut:
        first = len(told)
        for changed, line in pieces:
            heard = without_sounds(line.text)
            opens, label, words = False, None, ""
            if changed or heard.words:
                opens, label, words = marks.read(line, changed=changed)
            if opens or len(told) == first:
                told.append((Segment(cue.start, None, line.line, "", opens=opens, label=label), [], []))
            if words:
                told[-1][1].append(words)
            else:
                told[-1][2].extend(heard.sounds)
    return [_with_words(*one) for one in told]


def _with_words(segment: Segment, words: Sequence[str], sounds: Sequence[str]) -> Segment:
    """The segment with its lines as one; a description may run over several of them."""
    heard = without_sounds(" ".join(words))
    return segment._replace(text=heard.words, sounds=(*heard.sounds, *sounds))
