"""The posts of a transcript: segments become sentences, sentences become speaker turns, a turn is a post."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from newsdesk.model import Post, Source, SourceKind
from newsdesk.read.transcript_form import Segment, Transcript, label_of, labelled_share
from newsdesk.read.turns import Sentence, Turn, turns_of

_PARAGRAPH = 900
"""Characters after which a long turn gets a new paragraph at the next sentence."""
_SENTENCE_END = re.compile(r"[.!?…][\"'”’)]{0,3}(?=\s|$)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|St|Gen|Sen|Rep|Gov|Lt|Col|Sgt|Jr|Sr|vs|No|[A-Z])|\b[A-Z]\.[A-Z]|\b[ap]\.m)\.$"
)


def _sentences(segments: Sequence[Segment]) -> Iterator[Sentence]:
    """The sentences of joined segments, each with the moment of the segment it begins in."""
    starts: list[int] = []
    length = 0
    for segment in segments:
        starts.append(length)
        length += len(segment.text) + 1
    joined = " ".join(segment.text for segment in segments)
    begin = 0
    for end in [*(found.end() for found in _SENTENCE_END.finditer(joined)), len(joined)]:
        if end < len(joined) and _ABBREVIATED.search(joined, max(begin, end - 8), end):
            continue
        text = joined[begin:end]
        if stripped := text.strip():
            at = begin + len(text) - len(text.lstrip())
            segment = segments[bisect_right(starts, at) - 1]
            yield Sentence(stripped, segment.at, segment.link, segment.line)
        begin = end


def _speaker(label: str) -> str | None:
    """A speaker's name from its label: "ADA MUSTER, EXAMPLE HOST" is Ada Muster; "Q" and "Speaker 1" are nobody."""
    name = re.split(r",| \(", label, maxsplit=1)[0].strip()
    if name in {"Q", "A", "QUESTION", "ANSWER"} or re.match(
        r"(?:Speaker|SPEAKER|Reporter|REPORTER|Voice|Unidentified|UNIDENTIFIED)\b", name
    ):
        return None
    return name.title() if name.isupper() else name


def _labelled_turns(segments: Sequence[Segment]) -> list[tuple[str | None, list[Sentence]]]:
    turns: list[tuple[str | None, list[Sentence]]] = []
    full: dict[str, str] = {}
    for segment in segments:
        label = label_of(segment.text)
        if label is not None:
            name = _speaker(label[0])
            if name and " " in name:
                full.setdefault(name.split()[-1].casefold(), name)
            turns.append((full.get(name.casefold(), name) if name else None, []))
        elif not turns:
            turns.append((None, []))
        turns[-1][1].append(Sentence(label[1] if label else segment.text, segment.at, segment.link, segment.line))
    return turns


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


def read_transcript(parts: Transcript) -> tuple[Source, tuple[Post, ...]]:
    """The posts of a transcript: its description first, if it has one, then one for each turn. No origin yet."""
    posts: list[Post] = []
    if parts.description:
        posts.append(Post(n=1, text=parts.description, link=parts.link))
    named = sum(label_of(segment.text) is not None for segment in parts.segments)
    turns: list[tuple[str | None, list[Sentence]]]
    if named * 4 >= len(parts.segments) and labelled_share([segment.text for segment in parts.segments]):
        turns = _labelled_turns(parts.segments)
    else:
        told: list[Turn] = turns_of(list(_sentences(parts.segments)), f"{parts.title or ''}\n{parts.description}")
        turns = [(turn.speaker, turn.sentences) for turn in told]
    for speaker, sentences in turns:
        first = sentences[0]
        posts.append(
            Post(
                n=len(posts) + 1,
                text=_text(sentences),
                link=first.link or parts.link,
                line=first.line,
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
