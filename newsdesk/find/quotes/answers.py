"""Who answers: whom the sentence before a quotation asks or tells something, where "he" says what follows."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from newsdesk.find.quotes.names import gender_of, spelling
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern
from newsdesk.model import ActorKind

if TYPE_CHECKING:
    from newsdesk.find.quotes.candidates import NameSeen, QuoteCandidate, Speaker
    from newsdesk.find.quotes.post_speakers import PostSpeakers
    from newsdesk.find.quotes.registry import Known

_MOST_BETWEEN = 8
"""Names between who is asked and the answer."""
_LONGEST = 300
"""Characters of a question and the words around it."""
_REPLYING = word_set(
    "replied replies answered answers responded responds retorted retorts shot shoots hit hits fired fires"
)
_ADDRESSED = late_pattern(
    r"\b(?:(?P<how>asked|asks|told|tells|urged|urges|begged|begs|implored|ordered|advised|warned|invited|(?:suggested|put it|put|said) to)"
    r"|(?P<questioned>press(?:ed|es)|grill(?:ed|s)|question(?:ed|s)|quizz(?:ed|es)|interview(?:ed|s)|challeng(?:ed|es)|confront(?:ed|s)|caught up with|sat down with"
    r"|put (?:the|this|that|his|her|a) (?:question|point|allegation|charge|claim|accusation)s? to|want(?:ed|s) to know from|ask(?:ed|s) (?:it |this |that )?of)"
    r"|(?P<interview>(?:an?|his|her|the) (?:[a-z]+ )?(?:interview|conversation) with)"
    r"|(?P<met>(?:spoke|talked|chatted|spoken) (?:to|with))"
    r"|(?P<did>thank(?:ed|s)|greet(?:ed|s)|congratulat(?:ed|es)|accus(?:ed|es)|critici[sz](?:ed|es)|attack(?:ed|s)|mock(?:ed|s)|teas(?:ed|es)|heckl(?:ed|es)|prais(?:ed|es)|blam(?:ed|es)"
    r"|interrupt(?:ed|s)|scold(?:ed|s)|(?:texted|texts|emailed|messaged|phoned|wrote to|writes to|shouted at|called out to))) (?:the )?\Z"
)
"""What stands before whom somebody speaks to; `questioned`: who then answers, `met`: either of the two may go on,
`interview`: who answers if the other asks, `did`: who answers only if whoever speaks is told to reply."""
_LONGEST_HOW = 48
_ASKED = late_pattern(r"(?<!\bwas )(?<!\bis )(?<!\bbeen )(?<!\bbeing )\b(?:asked|asks|wanted to know|questioned)\b")
"""What an interviewer does."""
_TOLD_ONE = late_pattern(
    r",? (?:(?:also|then|had|once|later|has|[a-z]+ly) ){0,2}(?P<how>told|tells|asked|asks|warned|reminded|begged|urged|assured) (?:him|her)"
    r"(?=[,.:;]| (?:that|he|she|it|they|to|at|in|on|not|what|how|why|if|whether|about|of|once|then|later|last|yesterday|[\u201c\u2018\"'])\b| [\u201c\u2018\"'])"
)
"""What follows somebody who speaks to whom a pronoun means: "told him that"."""
_REPLIES = late_pattern(
    r"(?:no|never|yes|sure|certainly|maybe|perhaps|really|ok|okay)[,.!?\u201d\"]|not (?:this|yet|me|now|today|until|in a|a chance)\b|of course|nonsense|why\b"
    r"|you['\u2019]re\b|(?:and|but|so|then) (?:you|i|what|why|who)\b|you (?:are|were|do|did|have|will|can|should)(?: not|n['\u2019]t)\b",
    re.IGNORECASE,
)
"""How words begin that answer what was just said."""
_I_WILL = late_pattern(r"i (?:will|won['\u2019]t|would|refuse|can['\u2019]t|cannot|did)\b", re.IGNORECASE)
"""How words begin that answer a request; whoever only told something may go on with them."""
_REQUEST = late_pattern(r" to [a-z]")
_QUESTION = late_pattern(r"(?:, [^,.;:?!\n]{2,60})?,? (?:whether|if|why|how|what|who|when|where|which|about)\b")
_AFTER_QUESTION = late_pattern(r"\?,?[\u201d\u2019\"'] [^.?!\n]*\Z")
_NEXT = late_pattern(
    r"[^.?!\n]*[.?!][\u201d\u2019\"']?\s+(?:(?:(?:But|And) )?(?:[Hh]e|[Ss]he) \w+(?: back)?[,:] )?[\u201c\u2018\"']"
    r"|:? [\u201c\"][^\u201c\u201d\"\n]{1,200}[\u201d\"],? (?:he|she) \w+(?: back)?[,:] [\u201c\"]"
    r"|[^.?!:\n\u201c\u201d\"]*,? (?:but|and|to which|whereupon) (?:he|she) [a-z]+(?: back)?[,:]? [\u201c\"]"
)
"""From whom a sentence addresses to the quotation that follows it at once."""
_TURNED = late_pattern(r":? [\u201c\"](?P<words>[^\u201c\u201d\"\n]{1,200})[\u201d\"]\s+[\u201c\"]")
"""From whom a quotation is said to, up to another that follows it at once: who goes on has no need of new marks."""
_QUESTION_ASKED = late_pattern(r"[\u201d\"\u2019'],? (?:asked|asks) [^.?!\n\u201c\u201d\"]{2,80}\.\s+[\u201c\"\u2018']")
"""From a question, with who asks it, to the quotation that follows it at once."""
_CALLED = r"(?:Mr|Mrs|Ms|Miss|Dr|Professor|Minister|President|Chancellor|Senator|Councillor|Officer|Captain|Sergeant)\.? (?!(?:Speaker|President|Chair|Mayor|Deputy|Justice)\w*\b)(?P<name>[^\W\d_][\w'\u2019-]*)"
_CALLED_LAST = late_pattern(rf", {_CALLED}[,.?!]*\Z")
_CALLED_FIRST = late_pattern(rf"(?:And |But |So |No, |Yes, )?{_CALLED}, ")
_LONGEST_CALLED = 60
_CALLED_SO = late_pattern(
    r"\b(?:(?P<m>Mr|Sir|Lord)|(?P<f>Mrs|Ms|Miss|Lady)|Dr|Prof|Professor)\.? (?P<name>[^\W\d_][\w\u2019-]*)"
)
_OWN = late_pattern(r"\b(?:I|me|my|myself)\b")
_LONGEST_WORDS = 1_000
_TO_YOU = late_pattern(r"\b(?:you|your|yours|yourself)\b", re.IGNORECASE)
_SURE, _LIKELY = 0.98, 0.8
"""What is left of a confidence in who "replied", and in who only "said" something after a question."""


def addresses(words: str, who: Known) -> bool:
    """Whether words are said to somebody, by the surname at their end or beginning: "And then, Mr Lee?"."""
    found = _CALLED_LAST.search(words[-_LONGEST_CALLED:]) or _CALLED_FIRST.match(words)
    return found is not None and spelling(found["name"]) in who.words[-1:]


def addresses_another(words: str, who: Known) -> bool:
    """Whether words that somebody speaks are said to another, by a name at their end: "That is no answer, Mrs Lee"."""
    found = _CALLED_LAST.search(words[-_LONGEST_CALLED:])
    return found is not None and spelling(found["name"]) not in who.words[-1:]


def tells_of(words: str, who: Known) -> bool:
    """Whether words tell of somebody as of another: "Mr Lee stands by it"; not of a namesake: "Mr Lee" of Ida Lee."""
    if _OWN.search(words[:_LONGEST_WORDS]):
        return False
    gender = who.gender or gender_of(who.words[0])
    return any(
        spelling(found["name"]) in who.words[-1:]
        and not (gender in {"m", "f"} and found["f" if gender == "m" else "m"])
        for found in _CALLED_SO.finditer(words[:_LONGEST_WORDS])
    )


def answers_question(before: str, words: str) -> bool:
    """Whether words begin as an answer does to a question right before them: "Really?", "Yes"."""
    return before.endswith("?") and _REPLIES.match(f'{words}"') is not None


def is_to_you(words: str) -> bool:
    """Whether words speak to somebody as "you"."""
    return _TO_YOU.search(words) is not None


def answering(
    speakers: PostSpeakers, quote: QuoteCandidate, asks: Known | str
) -> tuple[Known | str | None, float] | None:
    """Who answers `asks`, whom "he" or "she" beside a quotation would mean otherwise, and the share of the confidence left.

    None where nobody who fits was asked or told anything right before; nobody where a pronoun told who was.
    """
    pronoun = quote.speaker
    if pronoun is None or quote.place != "text" or pronoun.place != "text":
        return None
    return (
        _by_question(speakers, quote, pronoun, asks)
        or _by_name(speakers, quote, pronoun, asks)
        or (None if isinstance(asks, str) else _by_pronoun(speakers, quote, pronoun, asks))
    )


def _by_question(
    speakers: PostSpeakers, quote: QuoteCandidate, pronoun: Speaker, asks: Known | str
) -> tuple[Known | str, float] | None:
    """Who answers a question put right before by `asks`: whoever spoke before it. "'Yes,' said Lee. 'Why?' asked Kay. 'Because,' she said"."""
    last, before = speakers.last, speakers.last_but_one
    if last is None or last[1] is not asks or before is None or not speakers.last_words.endswith("?"):
        return None
    if _QUESTION_ASKED.fullmatch(speakers.post.text, last[0] + len(speakers.last_words), quote.start) is None:
        return None
    if before.kind is not ActorKind.PERSON or before.gender not in {None, _gender_of(pronoun)}:
        return None
    return before, _SURE if quote.cue in _REPLYING else _LIKELY


def _gender_of(pronoun: Speaker) -> str:
    return "f" if pronoun.text.lower() == "she" else "m"


def _by_name(
    speakers: PostSpeakers, quote: QuoteCandidate, pronoun: Speaker, asks: Known | str
) -> tuple[Known | str, float] | None:
    """Who answers of those whom the sentence before names: "Lee asked Kay to go. 'No,' he said"."""
    text = speakers.post.text
    replies = quote.cue in _REPLYING
    last = bisect_left(speakers.starts, quote.start)
    for name in reversed(speakers.text_names[max(0, last - _MOST_BETWEEN) : last]):
        if quote.start - name.end > _LONGEST:
            return None
        if name.kind not in {PhraseKind.NAME, PhraseKind.ROLE}:
            continue
        addressed = _ADDRESSED.search(text, max(0, name.start - _LONGEST_HOW), name.start)
        if addressed is None:
            continue
        turned = _TURNED.fullmatch(text, name.end, quote.start) if addressed["how"] else None
        if turned is None and _NEXT.fullmatch(text, name.end, quote.start) is None:
            continue
        known = speakers.means(name)
        if known is asks:
            return None
        wanted = _gender_of(pronoun)
        if addressed["met"] and not replies:
            # "Lee spoke to Kay. 'It was a good call,' he said": hardly Kay
            fits = known is not None and known.kind is ActorKind.PERSON and known.gender in {None, wanted}
            return (asks, _LIKELY) if fits else None
        answers = replies or turned is not None or _is_to_answer(text, addressed, name, quote)
        if not answers:
            return None
        if known is None and name.kind is PhraseKind.ROLE and name.gender in {None, wanted}:
            return speakers.as_written(name), _LIKELY
        if known is None or known.kind is not ActorKind.PERSON or known.gender not in {None, wanted}:
            return None
        return known, _SURE if replies else _LIKELY
    return None


def _is_to_answer(text: str, addressed: re.Match[str], name: NameSeen, quote: QuoteCandidate) -> bool:
    """Whether somebody was asked something, or told what calls for an answer that the words of a quotation give."""
    if addressed["how"] is None:
        asks = addressed["interview"] is not None and _ASKED.search(text, name.end, quote.start) is not None
        # "Lee challenged Kay to debate" asks Kay nothing
        return asks or (addressed["questioned"] is not None and not text.startswith(" to ", name.end))
    question = addressed["how"].startswith("ask") and (
        _QUESTION.match(text, name.end) is not None
        or _AFTER_QUESTION.search(text, max(0, name.start - _LONGEST), name.start) is not None
    )
    requested = _REQUEST.match(text, name.end) is not None
    told = requested or addressed["how"].startswith("t")
    return question or (told and _answers_back(quote.text, requested=requested))


def _by_pronoun(
    speakers: PostSpeakers, quote: QuoteCandidate, pronoun: Speaker, asks: Known
) -> tuple[Known | None, float] | None:
    """Who answers where a pronoun tells who was spoken to: "Kay was late. Lee told him so. 'And you never are,' he said"."""
    text = speakers.post.text
    last = bisect_left(speakers.starts, quote.start)
    for name in reversed(speakers.text_names[max(0, last - _MOST_BETWEEN) : last]):
        if quote.start - name.end > _LONGEST:
            return None
        told = _TOLD_ONE.match(text, name.end) if name.subject and name.kind is PhraseKind.NAME else None
        if told is None or _NEXT.fullmatch(text, told.end(), quote.start) is None:
            continue
        same = told.group().endswith("him") is (pronoun.text.lower() == "he")
        if not same or speakers.means(name) is not asks:
            return None
        requested = _REQUEST.match(text, told.end()) is not None
        asked = told["how"] in {"asked", "asks"} and _QUESTION.match(text, told.end()) is not None
        answers = asked and quote.cue in _REPLYING
        if asks.gender is not None and not answers and not _answers_back(quote.text, requested=requested):
            return None
        return speakers.pronouns.other_than(asks, pronoun, told.end()), _LIKELY
    return None


def _answers_back(words: str, *, requested: bool) -> bool:
    """Whether words begin as those of whom somebody has just told something, or `requested` something of."""
    return _REPLIES.match(words) is not None or (requested and _I_WILL.match(words) is not None)
