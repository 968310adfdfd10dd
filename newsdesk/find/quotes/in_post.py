"""Quotations of one post and who is named beside them. Local and pure: the same text always gives the same candidates.

What needs the whole story (whose "he" it is, who "the Norwegian president" is) is left to `in_story.resolve`.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from newsdesk.find.masked_sentences import LETTER, QUOTED, WORD
from newsdesk.find.quotes import cues
from newsdesk.find.quotes.agencies import is_agency
from newsdesk.find.quotes.attribution import by_cue, by_sender, by_view
from newsdesk.find.quotes.candidates import QuoteCandidate, QuoteCandidates, Speaker, StatementCandidate
from newsdesk.find.quotes.found_speaker import Found
from newsdesk.find.quotes.name_forms import is_person
from newsdesk.find.quotes.names import gender_of
from newsdesk.find.quotes.names_seen import names_seen
from newsdesk.find.quotes.nested import Speech, nested_candidates
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.others_words import EXPLAINS, is_faced
from newsdesk.find.quotes.paraphrase import is_paraphrase
from newsdesk.find.quotes.passed_on import sent_by
from newsdesk.find.quotes.quotation_marks import MarkedSpan, inner_spans, marked_spans, paragraphs
from newsdesk.find.quotes.quote_kind import quote_kind
from newsdesk.find.quotes.scare_quotes import is_nickname, is_nobodys
from newsdesk.find.quotes.side_by_side import SPEAKS_SO
from newsdesk.find.quotes.speech import Paragraph
from newsdesk.find.quotes.spoken_turns import Talk
from newsdesk.find.quotes.statements import statements_in
from newsdesk.find.quotes.unsaid import NO_SUCH
from newsdesk.find.quotes.words_of_saying import FINITE_TENSES
from newsdesk.find.quotes.written_speaker import written_speaker
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

    from newsdesk.find.quotes.candidates import NameSeen
    from newsdesk.find.quotes.words_of_saying import Cue
    from newsdesk.model import Place, Post

__all__ = ["QuoteCandidates", "find_candidates", "post_candidates"]

_INNER_CAPITAL = late_pattern(r"(?:(?<=[a-z,;\u2019'] )|(?<=\b[A-Z]\. )|(?<=\b[A-Z][a-z]\. ))[A-Z\u00c0-\u00de][\w]*")
"""A word with a capital inside a sentence: after a small letter, an initial or a short title."""
_TURN = late_pattern(
    r"(?!(?:BREAKING|UPDATED?|LIVE|EXCLUSIVE|WATCH|NEW|JUST IN|NOTE|NOTICE|WARNING|ALERT|LATEST|URGENT|CORRECTION|FYI|PSA|PS|NB|RT)\b)(?P<name>[A-Z][A-Z.'\u2019-]+(?: [A-Z][A-Z.'\u2019-]+){0,3})(?: \([^)\n]{1,40}\))?:\s+"
)
_DASH_TAIL = late_pattern(r"\s+[-\u2013\u2014]\s+(?P<who>[^-\u2013\u2014:]{2,60})\s*\Z")
_COLON_TAIL = late_pattern(r":\s+(?P<who>[^:\x01-\x04]{2,60})\s*\Z")
_HEADLINE_COLON = late_pattern(r"(?P<who>[^:\x01-\x04]{2,60}):\s")
_LEFT_OUT = late_pattern(
    r"\b(?:(?:told|urged|ordered|warned|asked|advised|instructed)(?: not)? to|(?:branded|called|dubbed|label+ed|deemed|described as|hailed as)(?: an?| the)?"
    r"|(?:praised|slammed|condemned|critici[sz]ed|blasted) (?:as|for|over))\Z"
)
"""What stands in a headline before words that others say of whom it tells: "Lee told to '...'", where "was" is left out."""
_UNDERGOES = late_pattern(
    r" (?:(?:is|was|are|were|being) )?(?:faces?|facing|given|under|accused|urged|told|slammed|blasted|criticised|criticized|condemned|mocked|ordered|asked|heckled|booed|jeered"
    r"|challenged|confronted|grilled|quizzed|pressed|questioned|branded|called|labelled|labeled|dubbed|handed|sent|sued|remembered|mourned|praised)\b"
)
"""What is done in a headline to somebody, after words that may be those of whoever does it."""
_DENIES = late_pattern(
    r"\b(?P<denies>den(?:y|ies|ied|ying)|plays? down|shrugs? off)(?: (?:the|an?|any|claims? of|allegations? of|talk of|reports? of|knowledge of))? \Z"
    r"|\b(?:rejects?|rejected|dismiss(?:es|ed)?|refutes?|refuted|disputes?|disputed|rebuts?|brushes off|hits? back at) (?:the |an? )?\Z"
)
"""What stands in a headline before words that somebody does not accept; `denies`: which are then not his own."""
_CLAIM = late_pattern(
    r" (?:claims?|allegations?|accusations?|charges?|labels?|tag|talk|rumou?rs?|reports?|slurs?|suggestions?|row)\b(?! (?:by|from|of)\b)"
)
"""What others said, after words of theirs."""
_OWN_DENIAL = late_pattern(
    r"(?:any|all|ever|everything|anything|absolutely|categorically|completely|outright|wholly|baseless|false|absurd|untrue|ridiculous|unfounded|malicious)\b"
)
"""How words begin with which somebody denies something."""
_FEELING = late_pattern(
    r"['\u2019]s? (?:[a-z]+ )?(?:fury|anger|rage|outrage|plea|grief|shock|horror|despair|joy|relief|agony|anguish|heartbreak|tribute|warning|message|vow|verdict|fears?|pain|pride)\b"
)
"""What follows whose words a headline tells: ": families' fury at Lee"."""
_ASKS_ON = late_pattern(r" [^?]*[^\W\d_][^?]*\?\s*\Z")
"""What follows words in a headline that are part of its question."""
_MORE_FROM = late_pattern(
    r"[ \u00a0]*(?:(?:And )?(?:(?:[Ss]ome )?[Mm]ore|[Tt]his)(?: now| just in| here| reaction| news)?|And(?: now)?) from "
)
"""How a live page's sentence begins before whose words come next: "More now from Ann Lee: '...'"."""
_OWN_ONE = late_pattern(
    r"(?:(?:But|And|Yet) )?(?P<whose>[Hh]ers|[Hh]is|[Tt]heirs)\b(?: (?:to|for) [^,:;\x01-\x04]{1,40})? (?:was|is|were|are) "
)
"""A sentence that tells of one more of what was named before: "Hers to him was shorter"."""
_DEEDS = word_set("plan idea vision attack attacks")
"""Nouns of saying before which marks hold what another thinks of it: "Lee opposed Kay's 'reckless' plan"."""
_JOINS = late_pattern(r",? (?:and|or) |, ")
_CROSSHEAD = late_pattern(r"[-\u2013\u2014\u2022*]{1,2} [^\n]{1,80} [-\u2013\u2014*]{1,2}\s*")
"""A heading between paragraphs, as agencies set it: "- 'No way' -". It repeats words that the text gives, or takes them from anywhere."""
_TAIL_NAME = late_pattern(
    r"(?:> ?)?\s*[-\u2013\u2014\u2015\u2012]{1,2}\s*(?P<who>[A-Z][^\n,;:!?\x01-\x04]{1,60}(?:, [A-Z][^\n,;:!?\x01-\x04]{1,40}\Z)?)"
)
"""Who signs a quotation after a dash, with the name after a role where nothing else follows: "- Warden, Ann Lee"."""
_NAME_LINE = late_pattern(r"[A-Z][^\n.?!:;\x01-\x04]{2,80}")
"""A line that may be nothing but a name with a role."""
_BELOW = 0.85
"""Confidence in who is named in the line below a quotation."""
_CLEAR = 0.84
"""Least confidence in a speaker whom a paragraph of nothing but a quotation continues as surely."""
_PARAPHRASE = 0.25
"""Most confidence in words that only render what somebody meant."""
_LISTS = late_pattern(r", (?:and )?| and ")
"""What stands between the titles of a list: "'Moon Song', 'River' and 'Home'"."""
_ASKING = frozenset({"ask", "asks", "asked", "enquired", "inquired"})
_YOU = late_pattern(r"\b[Yy]our?\b")
_ANSWER = late_pattern(r"(?:I|I['\u2019]\w+|No|Yes|Never|Not|My|Me|Nothing|Nobody|Of course|Absolutely|Certainly)\b")
"""How an answer begins."""
_REACTS = late_pattern(
    r"(?:, [^,.;:\x01-\x04]{2,60},)?(?: [a-z]+ly| just| only| then| also)?(?:"
    + SPEAKS_SO
    + r"| (?:nodded|smiled|laughed|shrugged|grinned|sighed|agreed|chuckled|frowned|hesitated|paused|wept|shook (?:his|her|their) head)(?: [^,;:.\x01-\x04]{1,40})?"
    r"| (?:was|were|sounded|seemed|is|looked|felt) (?:(?:much|far|rather|also|a little|a bit) )?(?:more [a-z]+|less [a-z]+|(?!(?:old|young|tall|small|bigg|lat|earli|und|ov|nev|eith|anoth|rath)er\b)[a-z]+er)"
    r")[.:] ?\Z"
)
"""What somebody does in a sentence who speaks in the next: "Her brother was calmer. '...'"."""
_TOLD_THAT = late_pattern(
    r"(?:(?:But|And|When|Later|Yet),? )?(?:[Tt]old|[Ii]nformed|[Rr]eminded|[Hh]earing|[Rr]eading|[Ll]earning|[Ss]hown|(?:[Cc]onfronted|[Ff]aced|[Pp]resented) with|[Aa]sked (?:about|why|whether|if|how|by))\b"
)
"""How a sentence begins in which somebody reacts to what another said, which it quotes."""
_IS_TOLD = 0.84
"""Confidence in whoever reacts to another's words in the sentence that quotes them."""
_ONE = frozenset({"he", "she"})
_MANY = frozenset({"they", "it", "we", "you"})
_UNNAMED = frozenset({PhraseKind.ROLE, PhraseKind.COLLECTIVE})
_EARLIER = 0.6
"""Most confidence in who spoke before a sentence that tells what somebody else does."""
_CAME_BACK = late_pattern(
    r",? came (?:back )?(?:the|an?) (?:[a-z-]+ ){0,2}(?:answer|reply|response|retort|shout|cry|voice|call)\b"
)
"""Like "'No,' came the answer", which does not tell whose."""
_DRAWS = late_pattern(
    r"\b(?:drew|draws|drawing|brought|got|earned|prompted|provoked|met with|received|triggered) (?:an?|the|this|one) (?:[a-z-]+ ){0,2}\Z"
)
"""What stands before an answer that came."""
_MOST_RUN_ON = 8
"""Paragraphs that one quotation runs on through, up to who speaks it."""
_RUN_ON = 0.88
"""Confidence in who is told only in a later paragraph of the same quotation."""
_BETWEEN = 0.7
"""Confidence in somebody whom only the sentence before a quotation names."""
_SHORT_TURN = 5
"""Most words of a quotation that may be a turn of a quick exchange."""
_PART = 0.5
"""What is left of a confidence in who speaks in the next sentence, where a quotation is only a part of its own."""
_UNTOLD = 0.2
"""Confidence in nobody, where a question is only followed by its answer."""
_UNSURE = 0.3
"""What it takes from a speaker's confidence that others may speak too."""


def post_candidates(post: Post) -> QuoteCandidates:
    """The quotations, reported statements and names of one post, and the names in what stands beside its text."""
    beside = (*post.captions, *filter(None, [post.speaker]))
    return replace(find_candidates(post.text, post.headline), beside=tuple(map(_names_in, beside)))


@lru_cache(maxsize=4096)
def _names_in(caption: str) -> tuple[NameSeen, ...]:
    """The names of a caption: pictures often tell a full name or a role that the text leaves out."""
    return find_candidates(caption, None).names


def find_candidates(text: str, headline: str | None) -> QuoteCandidates:
    """Find the quotations, reported statements and names of one text. Never raises; linear in the length of the text."""
    parts = [_Finder(headline, "headline").run()] if headline else []
    parts.append(_Finder(text, "text").run())
    return QuoteCandidates(
        tuple(quote for part in parts for quote in part.quotes),
        tuple(statement for part in parts for statement in part.statements),
        tuple(name for part in parts for name in part.names),
        tuple(nested for part in parts for nested in part.nested),
    )


class _Finder:
    """Works through one text from start to end."""

    def __init__(self, text: str, place: Place) -> None:
        self.text = text
        self.place: Place = place
        self.bounds = paragraphs(text)
        spans = [span for span in marked_spans(text) if not is_nickname(text, span)]
        self.inner = inner_spans(text, spans)
        self.openings = {span.outer_start for span in spans}
        """Where quotations begin."""
        self.by_paragraph: dict[int, list[MarkedSpan]] = {}
        for span in spans:
            self.by_paragraph.setdefault(span.paragraph, []).append(span)
        self.capitals = frozenset(_INNER_CAPITAL.findall(text))
        self.paragraphs = [
            Paragraph(
                text,
                start,
                end,
                [(span.outer_start, span.outer_end) for span in self.by_paragraph.get(number, [])],
                self.capitals,
                headline=place == "headline",
            )
            for number, (start, end) in enumerate(self.bounds)
        ]
        self.quotes: list[QuoteCandidate] = []
        self.speeches: list[Speech] = []
        """The quotations again, with what they quote."""
        self.last: Found | None = None
        """Who spoke last, and where."""
        self.last_paragraph = -9
        self.other: Found | None = None
        """Who spoke last in the paragraph right before that one, where it is somebody else."""

    def run(self) -> QuoteCandidates:
        for number, paragraph in enumerate(self.paragraphs):
            if number in self.by_paragraph and not (self.place == "text" and _CROSSHEAD.fullmatch(paragraph.masked)):
                self._attribute(number)
        self.quotes.sort(key=lambda quote: quote.start)
        return QuoteCandidates(
            tuple(self.quotes),
            tuple(self._statements()),
            tuple(names_seen(self.paragraphs, self.place)),
            tuple(nested_candidates(self.text, self.speeches, self.capitals)),
        )

    def _statements(self) -> Iterator[StatementCandidate]:
        for number, paragraph in enumerate(self.paragraphs):
            for phrase, first, last, confidence in statements_in(paragraph):
                start, end = paragraph.start + first, paragraph.start + last
                speaker = self._speaker(phrase, number)
                sure = confidence - _doubt(paragraph, phrase)
                yield StatementCandidate(self.place, start, end, self.text[start:end], speaker, sure)

    # --- quotations ---

    def _attribute(self, number: int) -> None:
        paragraph = self.paragraphs[number]
        base = paragraph.start
        latest: Found | None = None
        latest_sentence = -9
        waiting: list[MarkedSpan] = []
        """Quotations at the paragraph's start that nothing before explains: the next sentence may."""
        asks: MarkedSpan | None = None
        """The last one whose speaker is told, where somebody asks with it."""
        kept: MarkedSpan | None = None
        """The one before, when it is somebody's."""
        dropped: MarkedSpan | None = None
        """The one before, when it is nobody's: what explains it in brackets is so too."""
        by_sentence: dict[int, list[MarkedSpan]] = {}
        for span in self.by_paragraph[number]:
            by_sentence.setdefault(paragraph.sentence_of(span.outer_start - base), []).append(span)
        turns = [span for sentence, spans in by_sentence.items() if self._bare(paragraph, sentence) for span in spans]
        talk = Talk(self.text, turns)
        for sentence, spans in by_sentence.items():
            bare = self._bare(paragraph, sentence)
            for span in spans:
                found = self._turn(span, number) or (
                    None
                    if bare
                    else by_sender(paragraph, number, span.outer_start - base)
                    or by_cue(paragraph, number, sentence, span.outer_start - base, span.outer_end - base)
                    or by_view(paragraph, number, span.outer_start - base)
                )
                if (
                    latest is not None
                    and sentence - latest_sentence <= 1
                    and found
                    and (found.via is not None if found.phrase is None else self._relays(found))
                ):
                    # "..." Lee said. "...," the agency reported: still Lee.
                    via = found.via if found.phrase is None else found.phrase.core
                    found = replace(latest, confidence=0.75, cue=None, via=via)
                if found is not None and found.phrase is not None:
                    found = self._or_owner(paragraph, number, span, found)
                if self.place == "headline" and (found is None or found.confidence < 0.94):
                    found = self._headline_head(paragraph, number, span, found) or found
                if self.place == "headline" and found is not None:
                    found = self._not_denied(paragraph, number, span, found)
                if found is None or found.confidence < 0.8:
                    found = self._tail_name(paragraph, number, span) or found
                if found is None and self.place == "headline":
                    found = self._headline_tail(paragraph, number, span)
                if found is None and bare and span in talk:
                    found = talk.speaker_of(span, number)
                answered = found is None and bare and self._is_answered(span)
                if answered:
                    found = Found(None, number, None, _UNTOLD)
                goes_on = sentence - latest_sentence <= 1
                if found is None and bare and latest is not None and kept is not None and sentence:
                    found = self._is_told(paragraph, number, sentence - 1, kept)
                if found is None and bare and goes_on:
                    answers = kept is not None and asks is not None and self._answers(asks, kept, span)
                    found = talk.answer(number) if answers else talk.speaker_of(span, number)
                if found is None and bare and latest is not None and not goes_on:
                    found = self._reacts(paragraph, number, sentence - 1, latest) or self._told_between(
                        paragraph, number, sentence - 1, latest
                    )
                if found is None and bare and latest is not None:
                    drop = 0.02 if goes_on else 0.15
                    found = replace(latest, confidence=latest.confidence - drop, cue=None)
                if found is None and bare and not span.closed:
                    found = self._from_next(number, span)
                if found is None and bare:
                    found = self._from_before(paragraph, number, sentence, by_sentence)
                if found is None and not bare:
                    found = self._without_cue(paragraph, number, sentence, span, latest)
                if found is None:
                    waiting.append(span)
                    continue
                joined = kept is not None and _JOINS.fullmatch(self.text, kept.outer_end, span.outer_start) is not None
                words = self.text[span.start : span.end]
                glossed = dropped is not None and self.text[dropped.outer_end : span.outer_start] == " ("
                listed = (
                    dropped is not None
                    and words[:1].isupper()
                    and self.text[dropped.start : dropped.end][:1].isupper()
                    and _LISTS.fullmatch(self.text, dropped.outer_end, span.outer_start) is not None
                )
                speech = answered or (bare and latest is not None)
                nobodys = span not in talk and is_nobodys(paragraph, span, words, found, bare=speech, follows=joined)
                if glossed or listed or nobodys:
                    dropped = span
                    continue
                kept = span
                if is_paraphrase(paragraph, span):
                    self._keep(span, replace(found, confidence=min(found.confidence, _PARAPHRASE), doubt=0.0))
                    continue
                self._keep(span, found)
                talk.spoke(span, found, self._asked(paragraph, number, sentence, found))
                if found.phrase is not None and found.confidence >= 0.4:
                    latest, latest_sentence = found, sentence
                    asks = span if found.cue in _ASKING else None
        for span in waiting:
            share = 0.8 if self._bare(paragraph, paragraph.sentence_of(span.outer_start - base)) else _PART
            found = (
                replace(latest, confidence=latest.confidence * share, cue=None)
                if latest is not None
                else Found(None, number, None, 0.2)
            )
            if not is_nobodys(paragraph, span, self.text[span.start : span.end], found):
                self._keep(span, found)
        if latest is not None:
            before = self.last if self.last_paragraph == number - 1 else None
            self.other = before if before is not None and _are_two(before, latest) else None
            self.last, self.last_paragraph = latest, number

    def _relays(self, found: Found) -> bool:
        """Whether an agency passes on whose words a quotation is, and does not itself call something so: "The Post called it '...'"."""
        names_it = cues.VERBS.get(found.cue or "", ("", ""))[0] in cues.NAMING_VERBS
        return found.phrase is not None and is_agency(found.phrase) and not names_it

    def _bare(self, paragraph: Paragraph, sentence: int) -> bool:
        """Whether a sentence holds nothing but quotations."""
        start, end = paragraph.sentences[sentence]
        return LETTER.search(paragraph.masked, start, end) is None

    def _is_answered(self, span: MarkedSpan) -> bool:
        """Whether a question is followed by another quotation at once: "'Why?' 'I was afraid.'" are two people's."""
        return (
            self.text.endswith("?", span.start, span.end)
            and self.text.startswith(" ", span.outer_end)
            and span.outer_end + 1 in self.openings
        )

    def _answers(self, asks: MarkedSpan, before: MarkedSpan, span: MarkedSpan) -> bool:
        """Whether a quotation answers a question right before it, and who spoke last (`asks`) asked "you" something: another speaks."""
        question = self.text[asks.start : asks.end]
        return (
            question.endswith("?")
            and _YOU.search(question) is not None
            and self.text[before.start : before.end].endswith("?")
            and _ANSWER.match(self.text, span.start, span.end) is not None
        )

    def _asked(self, paragraph: Paragraph, number: int, sentence: int, found: Found) -> Found | None:
        """Whom the one who speaks puts a question to, where a name or a role tells it: "'Where?' she asked Lee"."""
        if found.cue not in _ASKING:
            return None
        for cue in paragraph.cues_by_sentence.get(sentence, []):
            after = paragraph.phrases_between(cue.end + 1, cue.end + 120)[:1] if cue.word == found.cue else []
            for phrase in after if not cue.inverted else ():
                person = phrase.kind is PhraseKind.ROLE or (phrase.kind is PhraseKind.NAME and is_person(phrase.core))
                if person and phrase.start == cue.end + 1 and not phrase.possessive:
                    return Found(paragraph.named_after(phrase) or phrase, number, None, found.confidence)
        return None

    def _is_told(self, paragraph: Paragraph, number: int, sentence: int, before: MarkedSpan) -> Found | None:
        """Who reacts in a sentence to what another said of her: "Told that Lee had called her '...', Kay laughed. '...'"."""
        first, last = paragraph.sentences[sentence]
        end = before.outer_end - paragraph.start
        if not first < end < last or _TOLD_THAT.match(paragraph.masked, first, end) is None:
            return None
        for phrase in paragraph.phrases_between(end, last)[:1]:
            named = paragraph.named_after(phrase) or phrase
            acts = LETTER.search(paragraph.masked, end, phrase.start) is None and not phrase.possessive
            if acts and (named.kind in _UNNAMED or named.kind in {PhraseKind.NAME, PhraseKind.PRONOUN}):
                return Found(named, number, None, _IS_TOLD if named.kind is PhraseKind.NAME else _BETWEEN)
        return None

    def _names_another(self, paragraph: Paragraph, sentence: int, latest: Found) -> bool:
        """Whether a sentence names somebody besides the one who spoke last."""
        phrases = paragraph.phrases_between(*paragraph.sentences[sentence])
        named = [phrase for phrase in phrases if phrase.kind is PhraseKind.NAME]
        return latest.phrase is not None and any(
            is_person(phrase.core) and not _is_same(phrase, latest.phrase) for phrase in named
        )

    def _told_between(self, paragraph: Paragraph, number: int, sentence: int, latest: Found) -> Found | None:
        """Who is named first in a sentence without a quotation right before one: not whoever spoke before that sentence.

        Where it tells of somebody without a name, the one who spoke before is doubtful.
        """
        subject = self._says_last(paragraph, sentence) or paragraph.main_subject(sentence)
        subject = subject and (paragraph.named_after(subject) or subject)
        spoke = latest.phrase
        if subject is None or spoke is None or subject.possessive:
            return None
        if subject.kind in _UNNAMED and subject.text.lower() != spoke.text.lower():
            return replace(latest, confidence=min(latest.confidence, _EARLIER), cue=None)
        if subject.text.lower() in _ONE and spoke.kind is PhraseKind.NAME and sentence:
            # "Lee said Kay was '...'. She smiled. '...'": Lee or Kay
            other = self._names_another(paragraph, sentence - 1, latest)
            return Found(subject, number, None, _BETWEEN) if other else None
        if subject.kind is not PhraseKind.NAME or not is_person(subject.core):
            return None
        same = _is_same(subject, spoke) or spoke.kind is PhraseKind.PRONOUN
        return None if same else Found(subject, number, None, _BETWEEN)

    def _says_last(self, paragraph: Paragraph, sentence: int) -> Phrase | None:
        """Who says something after what he says, in a sentence without a quotation: "Kay fooled us, says Lee."."""
        for cue in reversed(paragraph.cues_by_sentence.get(sentence, [])):
            if cue.inverted and cue.tense in FINITE_TENSES and cue.verb in cues.STRONG:
                return cue.subject
        return None

    def _reacts(self, paragraph: Paragraph, number: int, sentence: int, latest: Found) -> Found | None:
        """Who only nods or is calmer in a sentence right before a quotation: "Her brother smiled. '...'"."""
        subject = paragraph.main_subject(sentence)
        subject = subject and (paragraph.named_after(subject) or subject)
        person = subject is not None and (
            subject.kind in _UNNAMED or (subject.kind is PhraseKind.NAME and is_person(subject.core))
        )
        if subject is None or latest.phrase is None or not person or subject.possessive:
            return None
        if (
            _is_same(subject, latest.phrase)
            or _REACTS.match(paragraph.masked, subject.end, paragraph.sentences[sentence][1]) is None
        ):
            return None
        return Found(subject, number, None, _BETWEEN)

    def _turn(self, span: MarkedSpan, number: int) -> Found | None:
        """Like "LEE: We are ready" inside a quotation: a printed interview."""
        found = _TURN.match(self.text, span.start, span.end)
        if found is None:
            return None
        base = self.paragraphs[number].start
        name = found.group("name")
        phrase = Phrase(found.start("name") - base, found.end("name") - base, name, PhraseKind.NAME, name)
        return Found(phrase, number, ":", 0.9)

    def _not_denied(self, paragraph: Paragraph, number: int, span: MarkedSpan, found: Found) -> Found:
        """Nobody, where a headline has words that somebody denies: "Mayor denies 'secret deal'"; less sure, where it may be."""
        start, end = span.outer_start - paragraph.start, span.outer_end - paragraph.start
        denies = _DENIES.search(paragraph.masked, max(0, start - 60), start)
        if denies is None or _OWN_DENIAL.match(self.text, span.start):
            return found
        claim = _CLAIM.match(paragraph.masked, end) is not None
        if denies["denies"] and not claim and self.text[span.start].islower():
            return Found(None, number, None, _UNTOLD)
        return (
            replace(found, confidence=min(found.confidence, _BETWEEN), doubt=max(found.doubt, 0.0)) if claim else found
        )

    def _headline_tail(self, paragraph: Paragraph, number: int, span: MarkedSpan) -> Found | None:
        """Like "'...' - Lee" and "'...': Lee" at a headline's end."""
        length = len(paragraph.masked)
        tail = _DASH_TAIL.search(paragraph.masked, max(0, length - 80))
        if tail is None:
            tail = _COLON_TAIL.match(paragraph.masked, span.outer_end - paragraph.start)
        if tail is not None and tail.start() >= span.outer_end - paragraph.start - 1:
            phrases = paragraph.phrases_between(tail.start("who"), length)
            who = [phrase for phrase in phrases if not phrase.possessive]
            owner = phrases[0] if phrases and phrases[0].possessive and phrases[0].start == tail.start("who") else None
            if owner is not None and owner.kind is not PhraseKind.THING and _FEELING.match(paragraph.masked, owner.end):
                # Like "'...': families' fury at Lee".
                return Found(owner, number, "-", _BETWEEN)
            if who and not QUOTED.search(tail.group("who")):
                undergoes = _UNDERGOES.match(paragraph.masked, who[0].end) is not None
                return Found(who[0], number, "-", _BETWEEN if undergoes or paragraph.governed(who[0]) else 0.88)
        return None

    def _headline_head(self, paragraph: Paragraph, number: int, span: MarkedSpan, other: Found | None) -> Found | None:
        """Like "Lee: Offer is '...'": who stands alone before a headline's colon; anybody right before the marks' own colon.

        `other`: what a word of saying gave; before it, a single word ("Floods: ...") does not count.
        """
        start = span.outer_start - paragraph.start
        colon = _HEADLINE_COLON.match(paragraph.masked, 0, start)
        if colon is not None:
            for phrase in paragraph.phrases_between(0, colon.end("who")):
                if (
                    phrase.start == 0
                    and phrase.end == colon.end("who")
                    and phrase.kind in {PhraseKind.NAME, PhraseKind.ROLE}
                    and is_person(phrase.core)
                    and (phrase.kind is PhraseKind.NAME or not phrase.core.lower().startswith(("a ", "an ")))
                    and (" " in phrase.core or other is None or other.cue in cues.NOUNS)
                ):
                    if _ASKS_ON.match(paragraph.masked, span.outer_end - paragraph.start):
                        # Like "Lee: 'reckless' or right?".
                        return Found(phrase, number, ":", _BETWEEN)
                    return Found(phrase, number, ":", 0.88 if " " in phrase.core else 0.82)
                break
        if paragraph.masked[max(0, start - 3) : start].rstrip().endswith(":"):
            for phrase in paragraph.phrases_between(0, min(start, 200)):
                if not paragraph.governed(phrase):
                    return Found(phrase, number, ":", 0.8)
        return None

    def _tail_name(self, paragraph: Paragraph, number: int, span: MarkedSpan) -> Found | None:
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
                    signed = phrase if phrase.kind is PhraseKind.NAME else other.named_after(phrase)
                    return None if signed is None else Found(signed, at, "-", 0.9)
        alone = last and span.outer_start == paragraph.start and number + 1 < len(self.paragraphs)
        return self._named_below(number + 1, span) if alone and self.place == "text" else None

    def _named_below(self, number: int, span: MarkedSpan) -> Found | None:
        """Who is named in the very next line below a quotation that is a paragraph of its own: "Ann Lee, mayor" below one that is pulled out."""
        below = self.paragraphs[number]
        if self.text[span.outer_end : below.start].strip(" *_\t") != "\n" or _NAME_LINE.fullmatch(below.masked) is None:
            return None
        for phrase in below.phrases[:1]:
            whole = phrase.kind is PhraseKind.NAME and " " in phrase.core and is_person(phrase.core)
            if whole and phrase.start == 0 and below.masked[phrase.end : phrase.end + 1] in {"", ","}:
                return Found(phrase, number, "-", _BELOW)
        return None

    def _from_next(self, number: int, open_span: MarkedSpan) -> Found | None:
        """Who speaks words that end their paragraph without a closing mark: who is told to in the paragraphs that they run on into."""
        for at in range(number + 1, min(number + 1 + _MOST_RUN_ON, len(self.paragraphs))):
            paragraph, spans = self.paragraphs[at], self.by_paragraph.get(at, [])
            if not spans or spans[0].outer_start != paragraph.start or not self._is_same_mark(open_span, spans[0]):
                return None
            first, last = 0, spans[0].outer_end - paragraph.start
            found = by_cue(paragraph, at, 0, first, last)
            if found is not None or spans[0].closed:
                told = found is not None and found.phrase is not None and found.confidence >= _CLEAR
                return replace(found, confidence=_RUN_ON, cue=None) if found is not None and told else None
        return None

    def _is_same_mark(self, one: MarkedSpan, other: MarkedSpan) -> bool:
        return self.text[one.outer_start] == self.text[other.outer_start]

    def _from_before(
        self, paragraph: Paragraph, number: int, sentence: int, by_sentence: dict[int, list[MarkedSpan]]
    ) -> Found | None:
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
            reacts = None if unclosed else self._reacts(previous, number - 1, len(previous.sentences) - 1, self.last)
            if reacts is not None:
                return reacts
            if self.other is not None and not unclosed and self._asks(spans[-1:] + by_sentence[sentence]):
                # "'Where?' Lee asked.", "'At home,' Kay said.", "'Alone?'": Lee; without the first question nothing tells it.
                asked = self._asks_other(self.last, spans[-1:])
                asked = asked or self._asks_other(self.other, self.by_paragraph.get(number - 2, [])[-1:])
                turn = self.other if asked else self.last
                return replace(turn, confidence=min(turn.confidence, _BETWEEN), cue=None)
            sure = 0.84 if self.last.confidence >= _CLEAR else 0.76
            if self.other is not None and not unclosed and self._are_turns(spans[-1:] + by_sentence[sentence], number):
                # As likely the other's.
                sure = _BETWEEN
            if not unclosed and ahead is None and self._is_anothers_question(number):
                sure = _BETWEEN
            confidence = 0.9 if unclosed else sure if ahead is None else 0.6
            return replace(self.last, confidence=min(self.last.confidence, confidence), cue=None)
        if len(previous.masked) <= 2000:
            found = self._last_speaker_of(previous, number - 1, len(previous.sentences) - 1, 0.62)
            if found is not None:
                return found
        if self.last is not None and number - self.last_paragraph <= 3:
            return replace(self.last, confidence=0.4, cue=None)
        return None

    def _asks(self, spans: list[MarkedSpan]) -> bool:
        """Whether one of a few quotations is a question."""
        return any(self.text.endswith("?", span.start, span.end) for span in spans)

    def _are_turns(self, spans: list[MarkedSpan], number: int) -> bool:
        """Whether a few quotations are short, and another short one is all of the paragraph after the one with this number."""
        after = self.by_paragraph.get(number + 1, [])
        if len(after) != 1 or not all(
            self._bare(self.paragraphs[number + 1], at) for at in range(len(self.paragraphs[number + 1].sentences))
        ):
            return False
        return all(len(WORD.findall(self.text, span.start, span.end)) <= _SHORT_TURN for span in [*spans, *after])

    def _is_anothers_question(self, number: int) -> bool:
        """Whether a paragraph is only a short question, and the next one begins with words that may answer it."""
        spans, after = self.by_paragraph[number], self.by_paragraph.get(number + 1, [])
        alone = len(spans) == 1 and len(self.paragraphs[number].sentences) == 1
        short = len(WORD.findall(self.text, spans[0].start, spans[0].end)) <= _SHORT_TURN
        return (
            alone
            and short
            and self._asks(spans)
            and bool(after)
            and after[0].outer_start == self.paragraphs[number + 1].start
        )

    def _asks_other(self, found: Found, spans: list[MarkedSpan]) -> bool:
        """Whether a paragraph's last quotation is a question to who speaks next: not "'What do they want?' Lee said"."""
        return self._asks(spans) and (found.cue is None or found.cue in _ASKING)

    def _last_speaker_of(self, paragraph: Paragraph, number: int, sentence: int, confidence: float) -> Found | None:
        """Who speaks, or is spoken of, in a sentence without a quotation of its own."""
        for cue in reversed(paragraph.cues_by_sentence.get(sentence, [])):
            if cue.subject is not None and _is_answer_from(paragraph, cue, paragraph.sentences[sentence][1]):
                return Found(cue.subject, number, cue.word, confidence)
            if (
                cue.subject is not None
                and cue.tense != "noun"
                and cue.strength >= 1.4
                and cue.subject.kind is not PhraseKind.THING
            ):
                return Found(cue.subject, number, cue.word, confidence)
        subject = paragraph.main_subject(sentence)
        if subject is None or subject.kind is PhraseKind.THING:
            return None
        first, last = paragraph.sentences[sentence]
        if subject.text.lower() in _MANY and paragraph.masked[first:last].rstrip().endswith("?"):
            # "Would they do it again? '...'": it is asked of somebody, who answers
            return Found(None, number, None, _UNTOLD)
        return Found(subject, number, None, confidence - 0.12)

    def _without_cue(
        self, paragraph: Paragraph, number: int, sentence: int, span: MarkedSpan, latest: Found | None
    ) -> Found | None:
        """A quotation in a sentence without a word of saying: its possessor, its subject, or who spoke before."""
        start = span.outer_start - paragraph.start
        before = paragraph.masked[max(0, start - 20) : start].rstrip()
        after_word = self._word_after(paragraph, span)
        owner = self._owner(paragraph, number, span)
        if owner is not None:
            return owner
        for phrase in reversed(paragraph.possessors_between(max(0, start - 80), start)):
            if phrase.kind is not PhraseKind.THING and len(WORD.findall(paragraph.masked[phrase.end : start])) <= 2:
                return Found(
                    phrase,
                    number,
                    None,
                    0.45 if len(WORD.findall(self.text[span.start : span.end][:200])) > 3 else 0.36,
                )
            break
        if self.place == "headline" and (after_word in cues.NOUNS or after_word in cues.AFFAIRS):
            # "Speaker ends sitting after 'liar' remark": the remark is somebody's, and the text may tell whose.
            return Found(None, number, None, 0.2)
        owned = _OWN_ONE.match(paragraph.masked, paragraph.sentences[sentence][0], start)
        if owned is not None and before.endswith(":"):
            first, last = owned.span("whose")
            return Found(Phrase(first, last, owned["whose"], PhraseKind.PRONOUN, owned["whose"]), number, ":", 0.72)
        heard = _MORE_FROM.match(paragraph.masked, paragraph.sentences[sentence][0], start)
        if heard is not None and before.endswith(":") and self._ends_sentence(paragraph, sentence, span):
            for phrase in paragraph.phrases_between(heard.end(), start)[:1]:
                alone = phrase.start == heard.end() and not phrase.possessive and phrase.kind is not PhraseKind.THING
                named = paragraph.named_after(phrase) or phrase
                if alone and not paragraph.masked[named.end : start].strip(" :\u00a0"):
                    # "More from Oban: '...'" may be anybody's
                    told = named.text != named.core or gender_of(named.core.split()[0]) is not None
                    person = named.kind is PhraseKind.ROLE or (told and is_person(named.core))
                    return Found(named, number, ":", 0.9 if person else 0.6)
        if _CAME_BACK.match(paragraph.masked, span.outer_end - paragraph.start):
            return Found(None, number, "came", 0.4)
        if is_faced(paragraph, start) or (paragraph.headline and _LEFT_OUT.search(before)):
            return Found(None, number, None, 0.2)
        sent = sent_by(paragraph, number, start)
        if sent is not None:
            return sent
        subject = paragraph.main_subject(sentence, start)
        if before.endswith(":") and subject is not None:
            return Found(subject, number, ":", 0.93 if self._is_label(paragraph, sentence, subject, start) else 0.72)
        goes_on = LETTER.search(paragraph.masked, span.outer_end - paragraph.start, paragraph.sentences[sentence][1])
        within = goes_on is not None or self.text[span.start].islower()
        if subject is not None and within and EXPLAINS.fullmatch(paragraph.masked, subject.end, start):
            return Found(None, number, None, _UNTOLD)
        long = len(WORD.findall(self.text[span.start : span.end][:200])) > 5
        if subject is not None and NO_SUCH.match(subject.text):
            return Found(None, number, None, _UNTOLD)
        if subject is not None and subject.kind is not PhraseKind.THING:
            return Found(subject, number, None, 0.5 if long else 0.42)
        if latest is not None:
            return replace(latest, confidence=0.5 if long else 0.35, cue=None)
        after = paragraph.main_subject(sentence)
        if after is not None and after.kind is not PhraseKind.THING:
            return Found(after, number, None, 0.35)
        return None

    def _ends_sentence(self, paragraph: Paragraph, sentence: int, span: MarkedSpan) -> bool:
        """Whether a quotation closes its sentence, as a title of a work that something is told of does not."""
        return (
            self.text[span.start : span.end].rstrip().endswith((".", "!", "?"))
            and LETTER.search(paragraph.masked, span.outer_end - paragraph.start, paragraph.sentences[sentence][1])
            is None
        )

    def _owner(self, paragraph: Paragraph, number: int, span: MarkedSpan) -> Found | None:
        """Whose words a quotation right before a noun of saying is: "Lee's '...' slogan"."""
        start, noun = span.outer_start - paragraph.start, self._word_after(paragraph, span)
        if noun not in cues.NOUNS:
            return None
        for phrase in reversed(paragraph.possessors_between(max(0, start - 80), start)):
            return Found(phrase, number, noun, 0.7) if phrase.end + 3 >= start else None
        return None

    def _or_owner(self, paragraph: Paragraph, number: int, span: MarkedSpan, found: Found) -> Found:
        """Who speaks words before a noun of saying, of him whom a word of saying gives and of their owner.

        "Lee said Kay's 'no surrender' speech was short": hardly Lee, but in "Lee condemned Kay's 'deeply hurtful' remarks" it is.
        """
        owner = self._owner(paragraph, number, span)
        if owner is None or found.phrase == owner.phrase or owner.cue in _DEEDS:
            return found
        if found.confidence < _CLEAR:
            return owner
        one_word = len(WORD.findall(self.text, span.start, span.end)) == 1
        return (
            found
            if one_word
            else replace(found, confidence=min(found.confidence, _BETWEEN), doubt=max(found.doubt, 0.0))
        )

    def _word_after(self, paragraph: Paragraph, span: MarkedSpan) -> str:
        """The word behind a quotation, in small letters; nothing where none follows."""
        found = WORD.match(paragraph.masked, min(span.outer_end - paragraph.start + 1, len(paragraph.masked)))
        return "" if found is None else found.group().lower()

    def _is_label(self, paragraph: Paragraph, sentence: int, subject: Phrase, start: int) -> bool:
        """Whether a person, with a role before or after the name, is all that stands before a quotation's colon."""
        if subject.kind not in {PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.JOINT}:
            return False
        first = paragraph.sentences[sentence][0]
        named = paragraph.named_after(subject) or subject
        return (
            not paragraph.masked[first : subject.start].strip()
            and not paragraph.masked[named.end : start].strip(" :\u00a0")
            and (named.kind is not PhraseKind.NAME or is_person(named.core))
        )

    def _keep(self, span: MarkedSpan, found: Found) -> None:
        start, end = span.start, span.end
        turn = _TURN.match(self.text, start, end)
        if turn is not None and turn.end() < end and found.cue == ":":
            start = turn.end()
        text = self.text[start:end]
        speaker = None if found.phrase is None else self._speaker(found.phrase, found.paragraph)
        unsure = 0.0 if found.phrase is None else _doubt(self.paragraphs[found.paragraph], found.phrase)
        quote = QuoteCandidate(
            self.place,
            start,
            end,
            text,
            quote_kind(text, self.text[max(0, span.outer_start - 12) : span.outer_start], self.place),
            speaker,
            found.cue,
            found.via,
            round(min(max(found.confidence - found.doubt - unsure, 0.05), 0.99), 3),
        )
        self.quotes.append(quote)
        self.speeches.append(Speech(quote, span, self.inner.get(span.start, ())))

    def _speaker(self, phrase: Phrase, number: int) -> Speaker:
        return written_speaker(self.text, self.paragraphs[number], phrase, self.place)


def _doubt(paragraph: Paragraph, phrase: Phrase) -> float:
    """What a speaker's own words take from the confidence: others may speak too, or somebody else."""
    phrase = paragraph.sender(phrase) or phrase
    name = paragraph.named_after(phrase) or phrase
    return _UNSURE if phrase.unsure or name.start in paragraph.explained.unclear else 0.0


def _is_same(one: Phrase, other: Phrase) -> bool:
    """Whether two names may be one person's: not those of two with one surname, "Ann Lee" and "Tom Lee"."""
    first, second = one.core.lower().split(), other.core.lower().split()
    if first[-1:] != second[-1:]:
        return False
    in_full = len(first) > 1 and len(second) > 1 and one.kind is other.kind is PhraseKind.NAME
    initials = len(first[0].strip(".")) == 1 or len(second[0].strip(".")) == 1
    return not in_full or initials or first[0] == second[0]


def _are_two(one: Found, other: Found) -> bool:
    """Whether two names or roles, no pronouns, tell of two who speak."""
    if one.phrase is None or other.phrase is None or PhraseKind.PRONOUN in {one.phrase.kind, other.phrase.kind}:
        return False
    return one.phrase.core.rsplit(" ", 1)[-1].lower() != other.phrase.core.rsplit(" ", 1)[-1].lower()


def _is_answer_from(paragraph: Paragraph, cue: Cue, end: int) -> bool:
    """Whether a sentence ends with an answer that came and whose: "The plan drew a sharp answer from Lee."."""
    subject, text = cue.subject, paragraph.masked
    return (
        cue.tense == "noun"
        and subject is not None
        and subject.start > cue.start
        and not text[subject.end : end].strip(" .:")
        and _DRAWS.search(text, max(0, cue.start - 60), cue.start) is not None
    )
