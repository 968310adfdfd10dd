"""The posts of a transcript: segments become sentences, sentences become speaker turns, a turn is a post."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from newsdesk.late_pattern import late_pattern
from newsdesk.model import Post, Source, SourceKind
from newsdesk.read.links import moment_link
from newsdesk.read.transcript.form import Segment, Transcript, label_of, labelled_share, labels_amid_others
from newsdesk.read.transcript.sounds import without_sounds
from newsdesk.read.transcript.speaker_labels import SpeakerNames
from newsdesk.read.transcript.turns import Sentence, turns_of

_PARAGRAPH = 900
"""Characters after which a long turn gets a new paragraph at the next sentence."""
_LONG_TURN = 25
"""Sentences; where nobody is named for longer, marks of another speaker are rare, and words are listened to as where there are none."""
_LONGEST_SENTENCE = 600
"""Characters; what goes on longer has no full stops, as machines write speech down."""
_CUT = 300
"""Characters after which such speech is cut at the next segment."""
_SENTENCE_END = late_pattern(r"[.!?…][\"'”’)]{0,3}(?=\s|$)")
_ABBREVIATED = late_pattern(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jr|Sr|vs|No|[A-Z])|\b[A-Z]\.[A-Z]|\b[ap]\.m)\.$"
)


def _ends(joined: str, starts: Sequence[int]) -> Iterator[int]:
    """Where the sentences of joined segments end. Speech without full stops is cut where segments begin."""
    begin = 0
    for end in [*(found.end() for found in _SENTENCE_END.finditer(joined)), len(joined)]:
        if end < len(joined) and _ABBREVIATED.search(joined, max(begin, end - 8), end):
            continue
        if end - begin > _LONGEST_SENTENCE:
            for start in starts[bisect_right(starts, begin) : bisect_right(starts, end - _CUT)]:
                if start - begin >= _CUT:
                    yield start
                    begin = start
        yield end
        begin = end


def _sentences(segments: Sequence[Segment]) -> Iterator[Sentence]:
    """The sentences of joined segments, each with the moment of the segment it begins in, and the sounds up to its end."""
    spoken = [segment for segment in segments if segment.text]
    starts: list[int] = []
    sounds: list[tuple[int, str]] = []
    length = 0
    for segment in segments:
        sounds += [(length, sound) for sound in segment.sounds]
        if segment.text:
            starts.append(length)
            length += len(segment.text) + 1
    joined = " ".join(segment.text for segment in spoken)
    begin = taken = 0
    for end in _ends(joined, starts):
        text = joined[begin:end]
        if stripped := text.strip():
            at = begin + len(text) - len(text.lstrip())
            segment = spoken[bisect_right(starts, at) - 1]
            first = taken
            while taken < len(sounds) and (sounds[taken][0] < end or end == len(joined)):
                taken += 1
            described = tuple(sound for _, sound in sounds[first:taken])
            yield Sentence(stripped, segment.at, segment.link, segment.line, described)
        begin = end


def _labelled(segments: Sequence[Segment]) -> list[Segment]:
    """The segments of lines that begin with a speaker's name, which is taken off; none when too few do."""
    labels = [label_of(segment.text) for segment in segments]
    named = sum(label is not None for label in labels)
    if named * 4 < len(segments) or not labelled_share([segment.text for segment in segments]):
        return []
    others = labels_amid_others([segment.text for segment in segments])
    return [
        segment._replace(opens=True, label=label.name, text=label.words, named=label.named) if label else segment
        for n, (segment, known) in enumerate(zip(segments, labels, strict=True))
        for label in (known or others.get(n),)
    ]


class _Turn(NamedTuple):
    """What somebody says until somebody else speaks."""

    speaker: str | None
    sentences: list[Sentence]
    label: str | None = None
    """What is written before it in the place of a name, as written."""


def _marked_turns(segments: Sequence[Segment]) -> Iterator[_Turn]:
    """The turns that marks tell. One with nothing but sounds belongs to the next."""
    names = SpeakerNames(segment.label for segment in segments if segment.named)
    turn: list[Segment] = []
    speaker = label = None
    has_words = False
    for segment in segments:
        if segment.opens:
            name = names.of(segment.label) if segment.named else None
            if has_words and (name is None or name != speaker):
                yield _Turn(speaker, list(_sentences(turn)), label)
                turn, has_words = [], False
            speaker, label = name, (segment.label if name is None else None)
        turn.append(segment)
        has_words = has_words or bool(segment.text)
    if has_words:
        yield _Turn(speaker, list(_sentences(turn)), label)


def _turns(segments: Sequence[Segment], about: str) -> list[_Turn]:
    """The speaker turns: as marks tell them, else as the words do."""
    marked = segments if any(segment.opens for segment in segments) else _labelled(segments)
    if not marked:
        return _heard_turns(list(_sentences(segments)), about)
    turns: list[_Turn] = []
    for turn in _marked_turns(marked):
        if turn.speaker is None and len(turn.sentences) > _LONG_TURN:
            first, *others = _heard_turns(turn.sentences, about)
            turns += [first if first.speaker else first._replace(label=turn.label), *others]
        else:
            turns.append(turn)
    return turns


def _heard_turns(sentences: Sequence[Sentence], about: str) -> list[_Turn]:
    return [_Turn(turn.speaker, turn.sentences) for turn in turns_of(sentences, about)]


def _text(sentences: Sequence[Sentence]) -> str:
    """The words of a turn; a long one in paragraphs."""
    paragraphs: list[list[str]] = [[]]
    length = 0
    for sentence in sentences:
        if length > _PARAGRAPH:
            paragraphs.append([])
            length = 0
        paragraphs[-1].append(sentence.text)
        length += len(sentence.text) + 1
    return "\n\n".join(" ".join(paragraph) for paragraph in paragraphs)


def _with_sounds_apart(segment: Segment) -> Segment:
    heard = without_sounds(segment.text)
    if heard.words == segment.text and not heard.sounds:
        return segment
    return segment._replace(text=heard.words, sounds=(*segment.sounds, *heard.sounds))


def read_transcript(parts: Transcript) -> tuple[Source, tuple[Post, ...]]:
    """The posts of a transcript: its description first, if it has one, then one for each turn. No origin yet.

    What a transcript describes and nobody says, such as applause, stands with the captions of its turn.
    """
    posts: list[Post] = []
    if parts.description:
        posts.append(Post(n=1, text=parts.description, link=parts.link))
    segments = [_with_sounds_apart(segment) for segment in parts.segments]
    for speaker, sentences, label in _turns(segments, f"{parts.title or ''}\n{parts.description}"):
        first = sentences[0]
        posts.append(
            Post(
                n=len(posts) + 1,
                text=_text(sentences),
                label=label,
                captions=tuple(dict.fromkeys(sound for sentence in sentences for sound in sentence.sounds)),
                link=first.link or moment_link(parts.link, first.at),
                line=first.line or None,
                at=first.at,
                speaker=speaker,
            )
        )
    source = Source(
        SourceKind.TRANSCRIPT,
        "",
        title=parts.title,
        publisher=parts.publisher,
        printed_time=parts.time,
        link=parts.link,
    )
    return source, tuple(posts)
