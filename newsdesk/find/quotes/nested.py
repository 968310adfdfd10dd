"""Quotations inside quotations: whose words somebody passes on, by the outer quotation's own words. Precision comes first.

Speech is full of words that nobody said: "you can't just say ‘sorry’", "if he had said ‘yes’", "it feels like ‘why bother’".
Their speaker is left open, and fragments of that sort are no quotations at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from newsdesk.find.masked_sentences import LETTER, WORD
from newsdesk.find.quotes import cues
from newsdesk.find.quotes.attribution import by_cue
from newsdesk.find.quotes.candidates import NameSeen, NestedCandidate, QuoteCandidate, Speaker
from newsdesk.find.quotes.found_speaker import Found
from newsdesk.find.quotes.names_seen import names_seen
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.paraphrase import is_paraphrase
from newsdesk.find.quotes.quotation_marks import MarkedSpan
from newsdesk.find.quotes.quote_kind import quote_kind
from newsdesk.find.quotes.scare_quotes import is_nobodys
from newsdesk.find.quotes.speech import Paragraph
from newsdesk.find.quotes.written_speaker import written_speaker
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern
from newsdesk.model import QuoteKind

_OPEN = 0.2
"""Confidence in words whose speaker nothing tells."""
_SURE_ENOUGH = 0.55
"""Least confidence in a word of saying; speech strays more than a reporter's sentence does."""
_LOOSER = 0.93
"""What a word of saying is worth inside speech, against the same in a reporter's sentence."""
_SURMISED = 0.5
"""Most confidence in words that somebody would say."""
_RENDERED = 0.4
"""Most confidence in words that only render what somebody meant."""
_LIKE = 0.85
_FIRST_WORD = 0.6
"""Most confidence in a name that only a sentence's first word may be: "Wait, ..."."""
_NEAR = 6
"""Words between a word of saying and the marks."""
_ANOTHER_CLAUSE = word_set("because as since while when although though but and which who if")
_MOST_NAMES = 40
"""Names before a nested quotation that are kept for its pronouns."""
_NO_PERSON = word_set(
    "you it that this which one nobody anybody anyone somebody someone everybody everyone people some others many"
)
"""Subjects inside speech that tell no speaker."""
_DENIED = late_pattern(
    r"n['\u2019]t\b|\b(?:not|never|cannot|hardly|can|could|should|might|may|must|shall|ought|let|if|unless"
    r"|(?:want|wants|wanted|need|needs|needed|have|has|able|going|supposed|ready|likely|refus\w+|fail\w*|afraid) to|gonna|wanna)\b",
    re.IGNORECASE,
)
"""Between who speaks and the words: they were not, or not yet, spoken."""
_SUPPOSED = late_pattern(
    r"\b(?:if|unless|let|lets|make|makes|imagine|suppose|supposing|wish|whether|though|until|before|should|could|can|may|might|did|do|does"
    r"|nor|neither|no|than|want|wants|waiting for|unlike)\s+(?:the |an? |my |our )?\Z|\byour (?:own )?\Z",
    re.IGNORECASE,
)
"""Before who speaks: nobody says that they did, or only whom the words are addressed to knows them."""
_WOULD = late_pattern(r"\b(?:would|will|wouldn|won)\b|['\u2019](?:d|ll)\b", re.IGNORECASE)
_WAS_LIKE = late_pattern(
    r"(?:\s+(?:was|were|is|am|are)|['\u2019](?:s|m|re))(?:\s+(?:all|just))?\s+like,?\s*\Z|\s+(?:goes|went),\s*\Z"
)
"""What leads to words in loose speech: "she was like, ‘what?’"."""
_MESSAGE_WAS = late_pattern(
    r"\b(?:message|answer|response|reply|advice|motto|words|line|view|warning|promise|pledge|slogan|attitude|reaction)"
    r"(?:\s+(?:to|for)\s+[^,;:.\x01-\x04]{1,40}?)?\s+(?:is|was|were|has been|had been|remains)[,:]?\s*\Z"
)
_OWNED_BY = late_pattern(r"\b(?P<owner>my|our|his|her|their|its)\s+(?:[\w-]+\s+){0,2}\Z", re.IGNORECASE)
_LOOK = 90
_FAR = 400
"""Characters between who speaks and the words from which on nothing joins them."""
_SHORT = 4


@dataclass(frozen=True, slots=True)
class Speech:
    """One quotation of a post with the quotations in its words."""

    quote: QuoteCandidate
    span: MarkedSpan
    inner: tuple[MarkedSpan, ...]


def nested_candidates(text: str, speeches: Sequence[Speech], capitals: frozenset[str]) -> Iterator[NestedCandidate]:
    """What the quotations of one text quote in their turn, in order.

    Args:
        text: the post's text or headline.
        speeches: its quotations.
        capitals: words that the text writes with a capital inside sentences.
    """
    if not any(speech.inner for speech in speeches):
        return
    for turn in _turns(sorted(speeches, key=lambda speech: speech.quote.start)):
        yield from _Turn(text, turn, capitals).run()


def _turns(speeches: Sequence[Speech]) -> Iterator[list[Speech]]:
    """The quotations that are one speech: of one paragraph and speaker, or running on into the next; only those that quote."""
    turn: list[Speech] = []
    for speech in speeches:
        if turn and not _goes_on(turn[-1], speech):
            if any(one.inner for one in turn):
                yield turn
            turn = []
        turn.append(speech)
    if any(one.inner for one in turn):
        yield turn


def _goes_on(one: Speech, other: Speech) -> bool:
    if other.span.paragraph != one.span.paragraph:
        return other.span.paragraph == one.span.paragraph + 1 and not one.span.closed
    first, second = one.quote.speaker, other.quote.speaker
    if first is None or second is None or PhraseKind.PRONOUN in {first.kind, second.kind}:
        return True
    return first.core == second.core


class _Turn:
    """Works through one speech from start to end."""

    def __init__(self, text: str, turn: Sequence[Speech], capitals: frozenset[str]) -> None:
        self.text = text
        self.turn = turn
        self.paragraphs = [
            Paragraph(
                text,
                speech.quote.start,
                speech.quote.end,
                [
                    (max(span.outer_start, speech.quote.start), span.outer_end)
                    for span in speech.inner
                    if span.start >= speech.quote.start
                ],
                capitals,
            )
            for speech in turn
        ]
        self.names: list[NameSeen] = list(names_seen(self.paragraphs, turn[0].quote.place))
        self.named = 0
        """How many of the names stand before the quotation that is looked at."""
        self.running: tuple[Found, Speaker | None] | None = None
        """Who speaks a nested quotation that the paragraph before left open."""

    def run(self) -> Iterator[NestedCandidate]:
        for speech, paragraph in zip(self.turn, self.paragraphs, strict=True):
            yield from self._nested_in(speech, paragraph)

    def _nested_in(self, speech: Speech, paragraph: Paragraph) -> Iterator[NestedCandidate]:
        base = paragraph.start
        latest: tuple[Found, Speaker | None] | None = None
        latest_sentence = -9
        running, self.running = self.running, None
        only_quoted: dict[int, bool] = {}
        """Whether a sentence holds nothing but quotations."""
        for at, span in enumerate(speech.inner):
            if span.start < base:
                # The name of an interview's turn.
                continue
            sentence = paragraph.sentence_of(span.outer_start - base)
            if sentence not in only_quoted:
                only_quoted[sentence] = LETTER.search(paragraph.masked, *paragraph.sentences[sentence]) is None
            bare = only_quoted[sentence]
            if at == 0 and running is not None and span.outer_start <= base:
                found, speaker = running
            elif bare and latest is not None and sentence - latest_sentence <= 1:
                found, speaker = (
                    replace(latest[0], confidence=latest[0].confidence - 0.05, cue=None, doubt=0.0),
                    latest[1],
                )
            else:
                found = Found(None, 0, None, _OPEN) if bare else _spoken(paragraph, sentence, span)
                speaker = (
                    None
                    if found.phrase is None
                    else written_speaker(self.text, paragraph, found.phrase, speech.quote.place)
                )
            if not span.closed:
                self.running = found, speaker
            words = self.text[span.start : span.end]
            kind = quote_kind(words, self.text[max(base, span.outer_start - 12) : span.outer_start], speech.quote.place)
            if is_nobodys(paragraph, span, words, found, bare=bare and latest is not None):
                continue
            whole = span.outer_start <= speech.quote.start and span.outer_end >= speech.quote.end
            if whole and found.phrase is None:
                # "“‘I knew,’” Lee recalled the girl saying": the same words, once
                continue
            if _is_title(words, kind) or (found.phrase is None and not _is_sentence(words, kind)):
                continue
            if is_paraphrase(paragraph, span):
                found = replace(found, confidence=min(found.confidence, _RENDERED), doubt=0.0)
            latest, latest_sentence = (found, speaker), sentence
            yield NestedCandidate(
                QuoteCandidate(
                    speech.quote.place,
                    span.start,
                    span.end,
                    words,
                    kind,
                    speaker,
                    found.cue,
                    None,
                    round(min(max(found.confidence - max(found.doubt, 0.0), 0.05), 0.99), 3),
                ),
                (speech.quote.start, speech.quote.end),
                self._names_before(span.outer_start),
            )

    def _names_before(self, offset: int) -> tuple[NameSeen, ...]:
        while self.named < len(self.names) and self.names[self.named].end <= offset:
            self.named += 1
        return tuple(self.names[max(0, self.named - _MOST_NAMES) : self.named])


def _is_sentence(words: str, kind: QuoteKind) -> bool:
    """Whether words that nobody is named for can be a quotation at all: a sentence, not a word that is only mentioned."""
    return len(WORD.findall(words[:200])) >= 3 and (
        kind is QuoteKind.DIRECT or (kind is QuoteKind.HEADLINE and words[:1].isupper())
    )


def _is_title(words: str, kind: QuoteKind) -> bool:
    """Whether words look like the name of something: several, and all but the shortest with a capital."""
    found = WORD.findall(words[:200])
    return (
        kind is QuoteKind.PARTIAL
        and len(found) > 1
        and found[0][0].isupper()
        and all(word[0].isupper() or len(word) < _SHORT for word in found[1:-1])
        and found[-1][0].isupper()
        and words[-1:] not in ",.?!"
        and found[0] != "I"
    )


def _spoken(paragraph: Paragraph, sentence: int, span: MarkedSpan) -> Found:
    """Who says the words of a span by the sentence around it; nobody where they may never have been said."""
    start, end = span.outer_start - paragraph.start, span.outer_end - paragraph.start
    found = (
        _by_likening(paragraph, start) or _by_message(paragraph, start) or by_cue(paragraph, 0, sentence, start, end)
    )
    unknown = Found(None, 0, None, _OPEN)
    if found is None or found.phrase is None:
        return unknown
    phrase = found.phrase
    words = phrase.text.lower()
    if found.confidence - found.doubt < _SURE_ENOUGH or words in _NO_PERSON or words.startswith("your "):
        return unknown
    if not -_FAR < start - phrase.end < _FAR or not _is_near(paragraph, found, start, end):
        return unknown
    if phrase.kind is PhraseKind.THING and cues.VERBS.get(found.cue or "", ("", ""))[0] not in cues.STRONG:
        return unknown
    text = paragraph.masked
    between = text[phrase.end : start] if phrase.end <= start else text[end : phrase.start]
    if _DENIED.search(between[-_LOOK:]) or _SUPPOSED.search(text, max(0, phrase.start - 24), phrase.start):
        return unknown
    confidence = found.confidence * _LOOSER
    if phrase.unsure:
        confidence -= 0.3
    first = paragraph.sentences[sentence][0]
    single = phrase.kind is PhraseKind.NAME and " " not in phrase.text
    if single and phrase.start == first and phrase.text not in (paragraph.capitals or ()):
        confidence = min(confidence, _FIRST_WORD)
    if _WOULD.search(between[-_LOOK:]):
        confidence = min(confidence, _SURMISED)
    return replace(found, confidence=confidence, doubt=max(found.doubt, 0.0))


def _is_near(paragraph: Paragraph, found: Found, start: int, end: int) -> bool:
    """Whether a word of saying stands so near the marks that it must be theirs; one that has other senses right beside them."""
    cue = found.cue or ""
    verb = cues.VERBS.get(cue, (cue, ""))[0]
    phrase = found.phrase
    if phrase is None or verb in cues.NAMING_VERBS or cue in {"like", "message", "according to"}:
        return True
    text = paragraph.masked
    if phrase.start >= end:
        return verb not in cues.WEAK_VERBS
    if start < phrase.end:
        return False
    gap = text[phrase.end : start]
    at = gap.rfind(cue)
    between = [word.lower() for word in WORD.findall(gap[at + len(cue) :])] if at >= 0 else ["", ""]
    if verb in cues.WEAK_VERBS:
        return len(between) <= 1 and gap.rstrip().endswith((",", ":"))
    return len(between) <= _NEAR and not _ANOTHER_CLAUSE.intersection(between)


def _by_likening(paragraph: Paragraph, start: int) -> Found | None:
    """Like "she was like, ‘...’"."""
    like = _WAS_LIKE.search(paragraph.masked, max(0, start - 30), start)
    if like is None:
        return None
    for phrase in reversed(paragraph.phrases_between(max(0, like.start() - _LOOK), like.start())):
        return Found(phrase, 0, "like", _LIKE) if phrase.end == like.start() and not phrase.possessive else None
    return None


def _by_message(paragraph: Paragraph, start: int) -> Found | None:
    """Like "their message was ‘...’"."""
    message = _MESSAGE_WAS.search(paragraph.masked, max(0, start - _LOOK), start)
    if message is None:
        return None
    noun = message.start()
    owner = _OWNED_BY.search(paragraph.masked, max(0, noun - 40), noun)
    if owner is not None:
        word = owner.group("owner")
        return Found(Phrase(owner.start(), owner.end("owner"), word, PhraseKind.PRONOUN, word), 0, "message", _LIKE)
    for phrase in reversed(paragraph.possessors_between(max(0, noun - _LOOK), noun)):
        near = len(WORD.findall(paragraph.masked[phrase.end + 2 : noun])) <= 2
        return Found(phrase, 0, "message", _LIKE) if near else None
    return None
