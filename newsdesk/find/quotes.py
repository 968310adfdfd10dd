"""Quotations of one post and who is named beside them. Local and pure: the same text always gives the same candidates.

What needs the whole story (whose "he" it is, who "the Turkish president" is) is left to `actors.resolve`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdesk.find import cues, masked_sentences, names
from newsdesk.find.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotation_marks import MarkedSpan, marked_spans, paragraphs
from newsdesk.find.speech import Cue, Paragraph
from newsdesk.find.word_sets import word_set
from newsdesk.model import QuoteKind

if TYPE_CHECKING:
    from collections.abc import Sequence

    from newsdesk.model import Place


@dataclass(frozen=True, slots=True)
class Speaker:
    """The words that name a speaker, as written."""

    text: str
    start: int
    """In the string that `place` names; for a turn of a transcript 0."""
    end: int
    kind: PhraseKind
    core: str
    """The name without titles and roles."""
    place: Place = "text"


@dataclass(frozen=True, slots=True)
class QuoteCandidate:
    """One quotation that somebody may have said."""

    place: Place
    start: int
    end: int
    text: str
    kind: QuoteKind
    speaker: Speaker | None
    cue: str | None
    """The word of saying, or None."""
    via: str | None
    confidence: float
    """0-1, of the speaker as written."""


@dataclass(frozen=True, slots=True)
class StatementCandidate:
    """One clause of reported speech."""

    place: Place
    start: int
    end: int
    text: str
    speaker: Speaker
    confidence: float


@dataclass(frozen=True, slots=True)
class NameSeen:
    """One place where somebody is named or meant, outside quotations."""

    place: Place
    start: int
    end: int
    text: str
    kind: PhraseKind
    core: str
    sentence: int
    """Counts the post's sentences; the headline is -1."""
    subject: bool
    """Stands where a subject stands: nothing governs it."""
    roles: tuple[str, ...] = ()
    """What the words around the name say that the person is ("Turkish president")."""
    gender: str | None = None
    """Like "m", "f" or None, from a title or a role."""


@dataclass(frozen=True, slots=True)
class QuoteCandidates:
    """Everything that one post tells about who said what."""

    quotes: tuple[QuoteCandidate, ...] = ()
    statements: tuple[StatementCandidate, ...] = ()
    names: tuple[NameSeen, ...] = ()


_HIDDEN = re.compile("[\x01-\x04]")
_LETTER = re.compile(r"[^\W\d_]")
_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_INNER_CAPITAL = re.compile(r"(?<=[a-z,;\u2019'.] )[A-Z\u00c0-\u00de][\w]*")
_NEAR = 6
"""Cues looked at on each side of a quotation."""
_TURN = re.compile(r"(?P<name>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3})(?: \([^)\n]{1,40}\))?:\s+")
_DASH_TAIL = re.compile(r"\s+[-\u2013\u2014]\s+(?P<who>[^-\u2013\u2014:]{2,60})\s*\Z")
_TAIL_NAME = re.compile(r"\s*[-\u2013\u2014\u2015\u2012]{1,2}\s*(?P<who>[A-Z][^\n,;:!?]{1,60})")
_VIA = re.compile(
    r"\b(?:[Tt]old|[Tt]ells|[Tt]elling|(?:in|during) an? (?:exclusive )?interview (?:with|on|by)|quoted by|speaking to|[Aa]ccording to|reported by|cited by)\s+"
    r"(?P<told>(?:[A-Z]\w+(?:['\u2019]s|n|ish|ese) |the |state(?:-owned|-run)? |news agency |its |media ){0,4}[A-Z][\w.&]*(?: [A-Z][\w&]*){0,3}(?: news agency)?)"
    r"|\b(?:[Oo]n|[Vv]ia|[Tt]o)\s+(?:his |her |the |its )?(?P<platform>X|Twitter|Telegram|Truth Social|Facebook|Instagram|TikTok|YouTube|Threads|Bluesky|Weibo|LinkedIn)\b"
    r"|(?P<agency>\b[A-Z][\w.&]*(?: [A-Z][\w&]*){0,3}(?: news agency)?),? (?:reported|reports|quoted|quotes)\b"
)
_NICKNAME_AFTER = re.compile(r"\s+[A-Z]")
_TITLE_SMALL = word_set("a an the of on in and for to at with from or by")
_DIRECT_VERB = re.compile(
    r"\b(?:is|are|was|were|am|be|will|would|can|could|should|must|may|might|have|has|had|do|does|did|don['\u2019]t|can['\u2019]t|won['\u2019]t|it['\u2019]s|"
    r"i['\u2019]m|we['\u2019]re|they['\u2019]re|that['\u2019]s|let['\u2019]s|\w+n['\u2019]t|\w+['\u2019](?:ll|ve|re|d|m))\b",
    re.IGNORECASE,
)
_BARE_STATEMENT_VERBS = word_set("say claim warn argue insist confirm add note state")
"""Verbs that report words without "that"."""
_SUBORDINATE = re.compile(
    r"\b(?:since|when|after|as|before|if|while|because|although|though)\s+(?:the\s+)?\Z", re.IGNORECASE
)
_ENDS_STATEMENT = re.compile(
    r"\s*[.]?\s*|\s+(?:on|in|at|during|late|early|earlier|later|[A-Z][a-z]+day)\b[^,]{0,60}[.]?\s*"
)
_STATEMENT_VERBS = word_set(
    """say tell claim warn argue insist announce confirm add stress explain note deny declare state acknowledge
    assert maintain contend reiterate testify admit concede predict report emphasize emphasise suggest"""
)


def find_candidates(text: str, headline: str | None) -> QuoteCandidates:
    """Find the quotations, reported statements and names of one post. Never raises; linear in the length of the text."""
    parts = [_Finder(headline, "headline").run()] if headline else []
    parts.append(_Finder(text, "text").run())
    return QuoteCandidates(
        tuple(quote for part in parts for quote in part.quotes),
        tuple(statement for part in parts for statement in part.statements),
        tuple(name for part in parts for name in part.names),
    )


@dataclass(frozen=True, slots=True)
class _Found:
    """A speaker for one quotation."""

    phrase: Phrase | None
    paragraph: int
    cue: str | None
    confidence: float
    via: str | None = None


class _Finder:
    """Works through one text from start to end."""

    def __init__(self, text: str, place: Place) -> None:
        self.text = text
        self.place: Place = place
        self.bounds = paragraphs(text)
        spans = marked_spans(text)
        self.by_paragraph: dict[int, list[MarkedSpan]] = {}
        for span in spans:
            self.by_paragraph.setdefault(span.paragraph, []).append(span)
        capitals = frozenset(_INNER_CAPITAL.findall(text))
        self.paragraphs = [
            Paragraph(
                text,
                start,
                end,
                [(span.outer_start, span.outer_end) for span in self.by_paragraph.get(number, [])],
                capitals,
                headline=place == "headline",
            )
            for number, (start, end) in enumerate(self.bounds)
        ]
        self.quotes: list[QuoteCandidate] = []
        self.statements: list[StatementCandidate] = []
        self.names: list[NameSeen] = []
        self.last: _Found | None = None
        """Who spoke last, and where."""
        self.last_paragraph = -9

    def run(self) -> QuoteCandidates:
        for number in range(len(self.paragraphs)):
            if number in self.by_paragraph:
                self._attribute(number)
        self._see_names()
        self._state()
        return QuoteCandidates(tuple(self.quotes), tuple(self.statements), tuple(self.names))

    # --- quotations ---

    def _attribute(self, number: int) -> None:
        paragraph = self.paragraphs[number]
        base = paragraph.start
        latest: _Found | None = None
        latest_sentence = -9
        waiting: list[MarkedSpan] = []
        """Quotations at the paragraph's start that nothing before explains: the next sentence may."""
        by_sentence: dict[int, list[MarkedSpan]] = {}
        for span in self.by_paragraph[number]:
            by_sentence.setdefault(paragraph.sentence_of(span.outer_start - base), []).append(span)
        for sentence, spans in by_sentence.items():
            bare = self._bare(paragraph, sentence)
            for span in spans:
                found = self._turn(span, number) or (None if bare else self._by_cue(paragraph, number, sentence, span))
                if found is None or found.confidence < 0.8:
                    found = self._tail_name(paragraph, number, span) or found
                if found is None and self.place == "headline":
                    found = self._headline_tail(paragraph, number, span)
                if found is None and bare and latest is not None:
                    drop = 0.04 if sentence - latest_sentence <= 1 else 0.15
                    found = replace(latest, confidence=latest.confidence - drop, cue=None)
                if found is None and bare:
                    found = self._from_before(paragraph, number, sentence, by_sentence)
                if found is None and not bare:
                    found = self._without_cue(paragraph, number, sentence, span, latest)
                if found is None:
                    waiting.append(span)
                    continue
                if self._nobodys(paragraph, span, found):
                    continue
                self._keep(span, found)
                if found.phrase is not None and found.confidence >= 0.4:
                    latest, latest_sentence = found, sentence
        for span in waiting:
            found = (
                replace(latest, confidence=latest.confidence * 0.8, cue=None)
                if latest is not None
                else _Found(None, number, None, 0.2)
            )
            if not self._nobodys(paragraph, span, found):
                self._keep(span, found)
        self.quotes.sort(key=lambda quote: quote.start)
        if latest is not None:
            self.last, self.last_paragraph = latest, number

    def _bare(self, paragraph: Paragraph, sentence: int) -> bool:
        """Whether a sentence holds nothing but quotations."""
        start, end = paragraph.sentences[sentence]
        return _LETTER.search(paragraph.masked, start, end) is None

    def _turn(self, span: MarkedSpan, number: int) -> _Found | None:
        """Like "LEE: We are ready" inside a quotation: a printed interview."""
        found = _TURN.match(self.text, span.start, span.end)
        if found is None:
            return None
        base = self.paragraphs[number].start
        name = found.group("name")
        phrase = Phrase(found.start("name") - base, found.end("name") - base, name, PhraseKind.NAME, name)
        return _Found(phrase, number, ":", 0.9)

    def _by_cue(self, paragraph: Paragraph, number: int, sentence: int, span: MarkedSpan) -> _Found | None:
        """The best word of saying in the quotation's own sentence."""
        here = paragraph.cues_by_sentence.get(sentence, [])
        if not here:
            return None
        start, end = span.outer_start - paragraph.start, span.outer_end - paragraph.start
        split = bisect_left(here, start, key=_start)
        best: tuple[float, Cue] | None = None
        spoken: tuple[float, Cue] | None = None
        """The best cue before the quotation whose subject is a person."""
        for cue in here[max(0, split - _NEAR) : split + _NEAR]:
            if cue.subject is None:
                continue
            score = _score(paragraph, cue, start, end)
            if score is None:
                continue
            if best is None or score > best[0]:
                best = (score, cue)
            if (
                cue.end <= start
                and _can_be_person(cue.subject)
                and score >= 2.5
                and (spoken is None or score > spoken[0])
            ):
                spoken = (score, cue)
        if best is None:
            return None
        score, cue = best
        if spoken is not None and cue.start >= end and cue.subject is not None and _relays(cue.subject):
            # "Lee told them that '...'," the ministry said: the ministry relays what Lee said.
            return _Found(spoken[1].subject, number, spoken[1].word, _confidence(spoken[0]), cue.subject.text)
        via = self._via(paragraph, sentence, cue)
        return _Found(cue.subject, number, cue.word, _confidence(score), via)

    def _score(self, paragraph: Paragraph, cue: Cue, start: int, end: int) -> float | None:
        """How well a word of saying explains the quotation at start-end of the paragraph; None when it cannot."""
        text = paragraph.masked
        subject = cue.subject
        assert subject is not None
        score = cue.strength + cue.link
        if subject.kind is PhraseKind.THING:
            score -= 1.0
        if _is_agency(subject):
            score -= 1.5
        if cue.start >= end:
            if cue.tense == "noun":
                return None
            first = cue.start if cue.inverted or cue.inherited or subject.start < end else subject.start
            gap = text[end:first]
            if not _LETTER.search(gap) and not _HIDDEN.search(gap):
                adjacent = 2.2
                if cue.tense == "ing" and cue.inherited:
                    adjacent = -1.5
                elif cue.inherited:
                    adjacent = -0.5
                elif (
                    text[end - 1] == masked_sentences.HIDDEN
                    and "," not in gap
                    and not cue.inverted
                    and cue.verb not in cues.STRONG
                ):
                    adjacent = 0.2
                return score + adjacent
            words = len(_WORD.findall(gap[:400]))
            score -= 0.3 + words * 0.06 + (0.5 if _HIDDEN.search(gap) else 0.0)
            if cue.inherited or cue.verb not in cues.STRONG:
                score -= 1.5
            return score
        if cue.end > start:
            return None
        gap = text[cue.end : start]
        hidden = _HIDDEN.search(gap) is not None
        if cue.inverted:
            # "..." said Lee, "..."
            return score + 1.2 - min(len(gap) / 150, 1.5)
        if cue.tense == "noun" and not self._tied(paragraph, cue, start):
            return None
        words = len(_WORD.findall(gap[-400:]))
        score += 1.0 - words * 0.07 - (0.25 if hidden else 0.0)
        tail = gap.rstrip()
        if tail.endswith(":"):
            score += 0.8
        elif words <= 1 or (words <= 4 and gap.rstrip().endswith((",", " that"))):
            score += 0.6
        if re.search(r";|, (?:but|while|whereas|although) ", gap):
            score -= 0.7
        if " that " in gap[:-6]:
            # What follows belongs to a clause inside the reported one.
            score -= 0.4
        if cue.verb in cues.NAMING_VERBS:
            score += 0.5
        return score

    def _tied(self, paragraph: Paragraph, cue: Cue, start: int) -> bool:
        """Whether a noun of saying governs the quotation: only "of", "for", "to hold", "that" or the like between."""
        gap = paragraph.masked[cue.end : start]
        if len(gap) > 120 or re.search(r"[;.]", gap):
            return False
        words = [word.lower() for word in _WORD.findall(gap)]
        if not words or words[0] == "that" or ": " in gap:
            return True
        last = words[-1]
        if any(
            word in cues.AUXILIARIES
            or (word in cues.VERBS and word.endswith(("ed", "es", "s")) and word not in cues.NOUNS)
            for word in words
        ):
            return False
        if (
            words[0]
            not in {
                "of",
                "for",
                "to",
                "that",
                "about",
                "on",
                "as",
                "a",
                "the",
                "an",
                "and",
                "against",
                "from",
                "in",
                "with",
            }
            and len(words) > 1
        ):
            return False
        return (
            gap.rstrip().endswith((":", ","))
            or last in cues.PREPOSITIONS
            or last in {"a", "an", "the", "that", "no", "his", "her", "their"}
            or (len(words) >= 2 and (words[-2] == "to" or last.endswith("ing")))
        )

    def _headline_tail(self, paragraph: Paragraph, number: int, span: MarkedSpan) -> _Found | None:
        """Like "'...' - Lee" at a headline's end, and "Lee: '...'" at its start."""
        length = len(paragraph.masked)
        tail = _DASH_TAIL.search(paragraph.masked, max(0, length - 80))
        if tail is not None and tail.start() >= span.outer_end - paragraph.start - 1:
            who = [phrase for phrase in paragraph.phrases_between(tail.start("who"), length) if not phrase.possessive]
            if who and not _HIDDEN.search(tail.group("who")):
                return _Found(who[0], number, "-", 0.88)
        start = span.outer_start - paragraph.start
        if paragraph.masked[max(0, start - 3) : start].rstrip().endswith(":"):
            for phrase in paragraph.phrases_between(0, min(start, 200)):
                if not paragraph.governed(phrase):
                    return _Found(phrase, number, ":", 0.8)
        return None

    def _tail_name(self, paragraph: Paragraph, number: int, span: MarkedSpan) -> _Found | None:
        """A name after a dash that follows a quotation, in its own line or the next."""
        last = span.outer_end == paragraph.start + len(paragraph.masked)
        for at in (number, number + 1) if last else (number,):
            if at >= len(self.paragraphs):
                break
            other = self.paragraphs[at]
            offset = span.outer_end - paragraph.start if at == number else 0
            found = _TAIL_NAME.match(other.masked, offset)
            if found is not None and len(other.masked) - offset < 120:
                for phrase in other.phrases_between(found.start("who"), found.end("who")):
                    if phrase.kind is PhraseKind.NAME:
                        return _Found(phrase, at, "-", 0.9)
                    break
        return None

    def _from_before(
        self, paragraph: Paragraph, number: int, sentence: int, by_sentence: dict[int, list[MarkedSpan]]
    ) -> _Found | None:
        """A quotation that is a sentence of its own takes its speaker from what stands before it."""
        if sentence:
            return self._last_speaker_of(paragraph, number, sentence - 1, 0.74)
        ahead = min((other for other in by_sentence if other > sentence), default=None)
        if number == 0:
            return None
        previous = self.paragraphs[number - 1]
        spans = self.by_paragraph.get(number - 1, [])
        introduced = previous.masked.rstrip().endswith(":")
        if introduced:
            return self._last_speaker_of(previous, number - 1, len(previous.sentences) - 1, 0.85)
        if self.last is not None and self.last_paragraph == number - 1 and self.last.phrase is not None:
            unclosed = bool(spans) and not spans[-1].closed
            confidence = 0.9 if unclosed else 0.76 if ahead is None else 0.6
            return replace(self.last, confidence=min(self.last.confidence, confidence), cue=None)
        if len(previous.masked) <= 2000:
            found = self._last_speaker_of(previous, number - 1, len(previous.sentences) - 1, 0.62)
            if found is not None:
                return found
        if self.last is not None and number - self.last_paragraph <= 3:
            return replace(self.last, confidence=0.4, cue=None)
        return None

    def _last_speaker_of(self, paragraph: Paragraph, number: int, sentence: int, confidence: float) -> _Found | None:
        """Who speaks, or is spoken of, in a sentence without a quotation of its own."""
        for cue in reversed(paragraph.cues_by_sentence.get(sentence, [])):
            if (
                cue.subject is not None
                and cue.tense != "noun"
                and cue.strength >= 1.4
                and cue.subject.kind is not PhraseKind.THING
            ):
                return _Found(cue.subject, number, cue.word, confidence)
        subject = paragraph.main_subject(sentence)
        if subject is None or subject.kind is PhraseKind.THING:
            return None
        return _Found(subject, number, None, confidence - 0.12)

    def _without_cue(
        self, paragraph: Paragraph, number: int, sentence: int, span: MarkedSpan, latest: _Found | None
    ) -> _Found | None:
        """A quotation in a sentence without a word of saying: its possessor, its subject, or who spoke before."""
        start = span.outer_start - paragraph.start
        before = paragraph.masked[max(0, start - 20) : start].rstrip()
        for phrase in reversed(paragraph.possessors_between(max(0, start - 80), start)):
            if phrase.kind is not PhraseKind.THING and len(_WORD.findall(paragraph.masked[phrase.end : start])) <= 2:
                return _Found(
                    phrase,
                    number,
                    None,
                    0.45 if len(_WORD.findall(self.text[span.start : span.end][:200])) > 3 else 0.36,
                )
            break
        subject = paragraph.main_subject(sentence, start)
        if before.endswith(":") and subject is not None:
            return _Found(subject, number, ":", 0.72)
        long = len(_WORD.findall(self.text[span.start : span.end][:200])) > 5
        if subject is not None and subject.kind is not PhraseKind.THING:
            return _Found(subject, number, None, 0.5 if long else 0.42)
        if latest is not None:
            return replace(latest, confidence=0.5 if long else 0.35, cue=None)
        after = paragraph.main_subject(sentence)
        if after is not None and after.kind is not PhraseKind.THING:
            return _Found(after, number, None, 0.35)
        return None

    def _nobodys(self, paragraph: Paragraph, span: MarkedSpan, found: _Found) -> bool:
        """Scare quotations, titles and nicknames: words in marks that nobody is quoted with."""
        text = self.text[span.start : span.end]
        words = _WORD.findall(text[:400])
        start = span.outer_start - paragraph.start
        before = paragraph.masked[max(0, start - 60) : start]
        bare_before = before.rstrip()
        last_word = (_WORD.findall(before) or [""])[-1].lower()
        if len(words) > 8:
            return False
        if self.text[max(0, span.outer_start - 1) : span.outer_start] == "=":
            # An attribute of markup that was left in the text.
            return True
        if last_word in cues.NOBODY and found.confidence < 0.9:
            return True
        if re.search(
            r"\b(?:so[ -]called|known as|the (?:term|word|phrase|hashtag|slogan|nickname)s?|(?:song|film|movie|book|show|program|programme|episode|series|album|ad|documentary|column) )\s*\Z",
            before,
        ):
            return True
        if not text[:1].isalnum() and text[:1] not in "$\u00a3\u20ac[.\u2026'\u2018(#@":
            return True
        capitals = [word for word in words if word[0].isupper() or word[0].isdigit()]
        small = [word for word in words if word.lower() in _TITLE_SMALL]
        titled = (
            len(words) > 1
            and len(capitals) + len([word for word in small if word not in capitals]) == len(words)
            and text[-1:] not in "?!"
        )
        naming = (
            found.cue is not None
            and found.confidence >= 0.88
            and cues.VERBS.get(found.cue, ("", ""))[0] in cues.NAMING_VERBS
        )
        strong_intro = naming or bare_before.endswith((",", ":")) or (found.cue is not None and last_word == found.cue)
        ends_as_speech = (
            text[-1:] in ",?!"
            or paragraph.masked[span.outer_end - paragraph.start : span.outer_end - paragraph.start + 1] == ","
        )
        if (
            titled
            and not strong_intro
            and not (found.confidence >= 0.9 and ends_as_speech and not self._title_context(last_word, before))
        ):
            return True
        if self._nickname(paragraph, span, words):
            return True
        if self.place == "headline":
            return found.confidence < 0.3
        return len(words) <= 3 and found.confidence < 0.4

    def _title_context(self, last_word: str, before: str) -> bool:
        return last_word in {"on", "in", "of", "to", "the"} or before.rstrip().endswith(("'s", "\u2019s"))

    def _nickname(self, paragraph: Paragraph, span: MarkedSpan, words: list[str]) -> bool:
        """Like "Robert 'Bob' Lee"."""
        if len(words) > 2:
            return False
        start, end = span.outer_start - paragraph.start, span.outer_end - paragraph.start
        before = paragraph.masked[max(0, start - 30) : start]
        return (
            bool(re.search(r"(?:[A-Z]\w+|[A-Z]\.) \Z", before))
            and _NICKNAME_AFTER.match(paragraph.masked, end) is not None
        )

    def _via(self, paragraph: Paragraph, sentence: int, cue: Cue) -> str | None:
        """The agency or platform that relayed the words."""
        first, last = paragraph.sentences[sentence]
        text = paragraph.masked[first : min(last, first + 600)]
        for found in _VIA.finditer(text):
            platform = found.group("platform")
            if platform:
                return platform
            raw = found.group("told") or found.group("agency") or ""
            name = re.sub(
                r"^(?:the |its |state(?:-owned|-run)? |[A-Z]\w+(?:['\u2019]s|n|ish|ese) |news agency |media )+", "", raw
            ).removesuffix(" news agency")
            tail = names.fold(name.split()[-1]) if name.split() else ""
            if tail in cues.AGENCIES and not (cue.subject is not None and name in cue.subject.text):
                return name
        return None

    def _keep(self, span: MarkedSpan, found: _Found) -> None:
        start, end = span.start, span.end
        turn = _TURN.match(self.text, start, end)
        if turn is not None and turn.end() < end and found.cue == ":":
            start = turn.end()
        text = self.text[start:end]
        speaker = self._speaker(found.phrase, found.paragraph)
        self.quotes.append(
            QuoteCandidate(
                self.place,
                start,
                end,
                text,
                self._kind(span, text),
                speaker,
                found.cue,
                found.via,
                round(min(max(found.confidence, 0.05), 0.99), 3),
            )
        )

    def _kind(self, span: MarkedSpan, text: str) -> QuoteKind:
        if self.place == "headline":
            return QuoteKind.HEADLINE
        words = len(_WORD.findall(text[:400]))
        before = self.text[max(0, span.outer_start - 12) : span.outer_start].rstrip()
        clause = _DIRECT_VERB.search(text[:400]) is not None
        begins = text[:1].isupper() and text[:2] not in {"I ", "I'"}
        if text[-1:] in ".!?" and begins and words > 1:
            return QuoteKind.DIRECT
        if begins and (not before or before[-1] in ',:.\u201d"\n') and words > 1:
            return QuoteKind.DIRECT
        if clause and words >= 5 and (not before or before[-1] in ",:" or before.endswith("that")):
            return QuoteKind.DIRECT
        if (
            clause
            and words >= 7
            and re.match(r"(?:I|we|you|he|she|it|they|there|this|that|the|if)\b", text, re.IGNORECASE)
        ):
            return QuoteKind.DIRECT
        return QuoteKind.PARTIAL

    def _speaker(self, phrase: Phrase | None, number: int) -> Speaker | None:
        if phrase is None:
            return None
        base = self.paragraphs[number].start
        return Speaker(
            self.text[base + phrase.start : base + phrase.end],
            base + phrase.start,
            base + phrase.end,
            phrase.kind,
            phrase.core,
            self.place,
        )

    # --- names ---

    def _see_names(self) -> None:
        count = -1
        for paragraph in self.paragraphs:
            firsts = paragraph.sentences
            for phrase in paragraph.phrases:
                if phrase.kind is PhraseKind.THING:
                    continue
                sentence = count + 1 + paragraph.sentence_of(phrase.start) if self.place == "text" else -1
                self.names.append(
                    NameSeen(
                        self.place,
                        paragraph.start + phrase.start,
                        paragraph.start + phrase.end,
                        phrase.text,
                        phrase.kind,
                        phrase.core,
                        sentence,
                        paragraph.leads(phrase),
                        *_roles(paragraph, phrase),
                    )
                )
            count += len(firsts)

    # --- statements ---

    def _state(self) -> None:
        for number, paragraph in enumerate(self.paragraphs):
            for sentence, found in paragraph.cues_by_sentence.items():
                for cue in found:
                    if (
                        cue.verb in _STATEMENT_VERBS
                        and cue.tense in {"past", "present"}
                        and cue.link >= 0.85
                        and not cue.inherited
                    ):
                        self._statement(paragraph, number, sentence, cue)

    def _statement(self, paragraph: Paragraph, number: int, sentence: int, cue: Cue) -> None:
        subject = cue.subject
        if subject is None or subject.kind is PhraseKind.THING or _is_agency(subject):
            return
        first, last = paragraph.sentences[sentence]
        text = paragraph.masked
        span: tuple[int, int] | None = None
        confidence = 0.8
        rest = text[cue.end : last]
        opening = re.match(
            r"\s+(?:(?:[A-Z][\w.]*|reporters|the [A-Z]\w+|him|her|them|us|lawmakers)\s+){0,4}that\s+", rest
        )
        if opening is None and cue.verb in _BARE_STATEMENT_VERBS:
            opening = re.match(r"\s+(?=(?:he|she|they|it|we|the|a|an|his|her|their|its|there|[A-Z]\w+)\b)", rest)
            confidence = 0.72
        if _SUBORDINATE.search(text, max(first, subject.start - 12), subject.start):
            return
        if opening is not None and subject.start < cue.start:
            span = (cue.end + opening.end(), last)
            if confidence < 0.8 and not _DIRECT_VERB.search(text, span[0], min(last, span[0] + 90)):
                return
        elif (
            subject.start > first
            and _ENDS_STATEMENT.fullmatch(rest)
            and text[: subject.start].rstrip().endswith(",")
            and _DIRECT_VERB.search(text, first, subject.start)
        ):
            span = (first, len(text[: subject.start].rstrip()) - 1)
        if span is None:
            return
        clause = text[span[0] : span[1]].rstrip(" .,;:!?\u00a0")
        if len(_WORD.findall(clause[:400])) < 4 or _HIDDEN.search(clause):
            return
        start = paragraph.start + span[0]
        end = start + len(clause)
        if self.statements and self.statements[-1].end > start:
            return
        speaker = self._speaker(subject, number)
        assert speaker is not None
        self.statements.append(StatementCandidate(self.place, start, end, self.text[start:end], speaker, confidence))


def _confidence(score: float) -> float:
    """From the score of a word of saying to the share of such quotations whose speaker is right (hand-set)."""
    if score >= 4.8:
        return 0.97
    if score >= 4.0:
        return 0.94
    if score >= 3.2:
        return 0.88
    if score >= 2.5:
        return 0.8
    if score >= 1.8:
        return 0.68
    if score >= 1.0:
        return 0.55
    return 0.42


def _start(cue: Cue) -> int:
    return cue.start


def _can_be_person(phrase: Phrase) -> bool:
    """Whether a phrase can mean one person."""
    return phrase.kind in {PhraseKind.NAME, PhraseKind.ROLE} or phrase.text.lower() in {"he", "she"}


def _relays(phrase: Phrase) -> bool:
    """Whether a phrase names an office or an agency, which passes on what its chief said."""
    return phrase.kind is PhraseKind.INSTITUTION or _is_agency(phrase)


def _is_agency(phrase: Phrase) -> bool:
    words = [names.fold(word) for word in phrase.core.split()]
    return phrase.kind is PhraseKind.NAME and bool(words) and (words[-1] in cues.AGENCIES or "agency" in words)


_NO_ROLE = re.compile(
    r"^(?:the|an?|our|his|her|their)\s+|\b(?:Sir|Dame|Lord|Lady|Mr|Mrs|Ms|Dr|Miss)\b\.?", re.IGNORECASE
)
_ROLE_TAIL = re.compile(r",\s+(?:(?:a|an|the|his|her|its|one of)\s+)?(?P<role>[^,.;:()\n\x01-\x04]{3,80})(?=[,.;:]|\Z)")


def _roles(paragraph: Paragraph, phrase: Phrase) -> tuple[tuple[str, ...], str | None]:
    """What stands around a name as its role ("Turkish President", ", the mayor of Leeds,"), and the gender that it tells."""
    if phrase.kind is not PhraseKind.NAME:
        words = [names.fold(word) for word in phrase.text.split()]
        return (), _gender(words)
    found: list[str] = []
    before = phrase.text[: len(phrase.text) - len(phrase.core)].strip() if phrase.text.endswith(phrase.core) else ""
    before = _NO_ROLE.sub("", before).strip()
    words = [names.fold(word).strip(".") for word in before.split()]
    if any(word in names.PERSON_NOUNS or (word in names.TITLES and word not in names.HONORIFICS) for word in words):
        found.append(before)
    elif phrase.core.split() and names.fold(phrase.core.split()[0]) in names.REGAL:
        found.append(phrase.core.split()[0])
    if not phrase.possessive and not phrase.owner:
        tail = _ROLE_TAIL.match(paragraph.masked, phrase.end)
        if tail is not None:
            words = [names.fold(word) for word in _WORD.findall(tail.group("role"))]
            head = re.split(r"\s+(?:of|for|to|at|in|on|from|with|who)\b", tail.group("role"))[0].split()
            first = words[0] if words else ""
            verbal = first in cues.VERBS or first in cues.AUXILIARIES or first.endswith("ed")
            if head and names.fold(head[-1]) in names.PERSON_NOUNS and len(words) <= 10 and not verbal:
                found.append(tail.group("role").strip())
    titles = [names.fold(word).strip(".") for word in phrase.text.split()]
    gender = _gender(titles) or _gender([names.fold(word).strip(".") for role in found for word in role.split()])
    if gender is None and phrase.core.split() and phrase.core.split()[:1] != phrase.core.split()[-1:]:
        gender = names.gender_of(phrase.core.split()[0])
    return tuple(found), gender


def _gender(words: Sequence[str]) -> str | None:
    for word in words:
        if word in names.MALE:
            return "m"
        if word in names.FEMALE:
            return "f"
    return None
