"""Tells where a word of saying tells of nothing that was said: it is denied, or only might be so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.noun_phrases import Phrase
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

_NOT_DENIED = r"(?<!\bnot )(?<!n['\u2019]t )(?<!\bnever )(?<!\b[Nn]o )(?<!\b[Nn]obody )(?<!\bone )(?<!\b[Ff]ew )(?<!\brarely )(?<!\bseldom )(?<!\bhardly )"
"""Where no word stands that takes a denial back: "not deny", "no doubt", "nobody doubts"."""
_NOT = late_pattern(
    rf"(?:\bnot|n['\u2019]t|\bnever|\b[Ww]ithout|\bshort of|\b(?:about|tempted) to"
    rf"|{_NOT_DENIED}\b(?:avoid(?:s|ed|ing)?|resist(?:s|ed|ing)?|den(?:y|ies|ied|ying)"
    r"|(?:refus|declin|fail|hesitat|neglect)(?:e|es|ed|s|ing)? to|(?:forgot|unwilling|unable|reluctant|afraid) to))"
    r"\s+(?:(?:(?!(?:on|mere|simp|surprising|un[a-z]+)ly\b)\w+ly|even|ever|once|quite)\s+)?\Z"
)
"""What stands before something that is not said; "not only", "not surprisingly" and "did not deny" are something else."""
_MIGHT = late_pattern(
    r"\b(?:(?:(?:sh|w)ould|might|may|must|ought to)(?: not|n['\u2019]t)?|could)(?: [a-z]+ly| well| also| never| then)? have (?:[a-z]+ly |also |never )?\Z"
    r"|\b(?:[Ww]|[Ss]h|[Cc])ould(?:n['\u2019]t)? (?:he|she|they|it)(?: not)?(?: (?:really|then|also))? have (?:[a-z]+ly |also |never )?\Z"
    r"|\b(?:might|may|could)(?: (?!(?:only|finally|proudly|rightly|truthfully|honestly) )(?:[a-z]+ly|well|also|then|just))? \Z"
)
"""What stands before what somebody did not say, or nobody knows it: "should have said", "might well say"."""
_FORGIVEN = late_pattern(
    r"\b(?:could|would|might|can)(?: [a-z]+ly| well)? (?:be|have been) (?:[a-z]+ly )?(?:forgiven|excused|pardoned|hard[ -]pressed) (?:for|to) \Z"
    r"|\bwould(?: [a-z]+ly| well)? (?:be|have been) (?:[a-z]+ly )?(?:right|justified|entitled|wrong|wise|within (?:his|her|their) rights) (?:in|to) \Z"
)
"""What stands before what somebody only had a reason to say, or none: "could have been forgiven for saying"; who "may be wrong to say" it has said it."""
_IMAGINED = late_pattern(
    r"\b(?:[Ii]magin(?:e[sd]?|ing)|[Pp]ictur(?:e[sd]?|ing)|[Ss]uppos(?:e[sd]?|ing)|[Ee]nvisag(?:e[sd]?|ing)|[Pp]retend(?:s|ed|ing)?)"
    r" (?:that |if |how )?(?:the |an? )?\Z"
)
"""What stands before somebody whom another only imagines to say something: "Imagine Lee saying"."""
_IMAGINED_DOING = late_pattern(r"\b[Ii]magin(?:e[sd]?|ing) (?:him|her|them|it|you)\b[^.;:\x01-\x04]{0,60}\Z")
"""What stands before the words of somebody whom another only imagines: "I imagine him lying there, thinking", not "Imagine it, Lee says,"."""
_PUT_TO = late_pattern(
    r"\b(?:put (?:it )?to (?:him|her|them|the [a-z]+|(?:(?:Mr|Mrs|Ms|Miss|Dr)\.? )?[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?)"
    r"|(?:alleged|claimed) against (?:him|her|them)) that (?:the |an? )?\Z"
)
"""What stands before somebody of whom another only alleges in court what he said: "put it to her that she had said"."""
_WHENEVER = late_pattern(r"\b[Ww]hen(?:ever)? (?:an? |any |some |another )?\Z")
"""What stands before somebody who says the same again and again."""
_ANY_ONE = late_pattern(r"(?:an?|any|every) |(?:it|they|you|one|people|somebody|someone|others)\Z", re.IGNORECASE)
"""Words for whoever it may be: "When an airline says '...'"."""
_WHO_EVER = word_set("people those anyone anybody everyone everybody someone somebody whoever men women")
"""Those of whom a clause tells what they say: "People who say '...'"."""
_PRESENT_TENSES = frozenset({"base", "present"})
_FICTION = late_pattern(
    r"(?:(?:But|And|Later|Once|Early on|Near the end),? )?[Ii]n (?:the|his|her|their|its|a|one) (?:[a-z]+ ){0,2}(?:novel|novella|play|opera|fable|fairy tale|musical|cartoon|sketch|sitcom|short story),? (?:the |an? )?\Z"
)
"""How a sentence begins in which a character says something: "In the play the king says", not "After a part in the play, the actor said"."""
_NO_ONE = (
    r"(?:[Nn]obody|[Nn]o[ -]one|[Nn]one|[Hh]ardly any(?:one|body)|[Ff]ew|[Nn]ot (?:one|any(?:one|body)))"
    r" (?:(?:at|in|from|of|on|inside|within|around|among|with|near) )+(?:the |his |her |its |their )?(?:[a-z-]+ )?"
)
_NOBODY_HEARD = late_pattern(
    r"\b(?:[Nn]obody|[Nn]o[ -]one) (?:(?:could|can|had|has|ever|there) ){0,2}(?:remember(?:s|ed)?|hear[ds]?|recall(?:s|ed)?) (?:the |an? )?\Z"
)
_FAKE = late_pattern(
    r"\b(?:fake|faked|doctored|deepfake|fabricated|AI-generated|spoof|hoax|manipulated) [^.,;:\x01-\x04]{0,40}"
    r"\b(?:shows?|showed|showing|has|had|in which|where|of|with|quotes|quoted|quoting) (?:the |an? )?\Z"
)
"""What stands before somebody who says something only in what was made up."""
_NONE_OF = late_pattern(rf"\b(?:{_NO_ONE}|[Nn]ot even (?:the |an? |his |her |its |their )?)\Z")
"""What stands before a name in a subject that means nobody: "Nobody at ", "Not even "."""
NO_SUCH = late_pattern(r"[Nn]o (?!(?:one|fewer|less)\b)[a-z]|[Nn]either ")
"""How a phrase begins that means nobody: "No minister"."""
_UNTRUE = late_pattern(
    r"(?:(?:\b(?:not (?:\w+ )?(?:true|correct|the case|right)|n['\u2019]t (?:true|correct|the case)|untrue|false|a lie|nonsense|a myth|unclear|unknown|no (?:evidence|proof|record|sign|suggestion)"
    rf"|(?:false|untrue|invented|made-up|unproven|unfounded) (?:claims?|reports?|stor(?:y|ies)|posts?)|rumou?rs?|Rumou?rs?)|{_NOT_DENIED}\b(?:den(?:y|ies|ied|ying)|doubt(?:s|ed)?))"
    r" (?:(?:to (?:say|claim|think) |saying |claiming )?(?:that|whether|if) )(?:the |an? )?"
    r"|\b[Ww]hether (?:the |an? )?)\Z"
)
"""What stands before somebody who is not known to have said something."""
_HAD_ONE = late_pattern(
    r"(?:(?:\A|[.;,\u2013\u2014] |\b(?:[Aa]nd|[Bb]ut) )(?:Had|had)|\A(?:Should|Were)) (?:the |an? )?\Z"
)
"""What stands before somebody who would have had to say something for what follows: "Had Lee said"."""
_IF = late_pattern(r"(?<!even )(?<!Even )(?<!as )\b(?:[Ii]f|[Uu]nless) (?:the |an? )?\Z")
_ASKS = late_pattern(r"\A(?:Should|Were|Would|Did|Could|Will|Does|Can|Might) (?:the |an? )?\Z")
"""What stands before somebody where it is asked, or supposed, what he says: "Would Lee say"."""
_NOT_TO = late_pattern(r" (?:[a-z]+ )?(?:not|never) to (?:be )?(?P<verb>[a-z]+)(?: (?:it|them|him|her|that|this))? \Z")
"""What stands between a promise and words that are not to be said: "promised not to say", "asked not to be called"."""
_NEITHER = late_pattern(r"\b[Nn]either [^.;:\x01-\x04]{2,80} nor (?:[a-z]+ )?\Z")
"""What stands before the second of two who say nothing."""
_CLAUSE_ENDS = late_pattern(r"[,;\u2013\u2014]| (?:but|and) | (?:except|than|only)(?: an?| the)? \Z")
_OF_MIND = word_set("think believe feel see find fear hope remember recall agree rule")
"""Verbs that report the words of who speaks even where they are denied: "could not see 'any reason to stay'"."""
_NOT_FAR = 48
"""Characters before a word of saying in which a "not" of its own stands."""
_SUBJECT = 120
"""Characters before a subject that may tell that it says nothing."""


def is_unsaid(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether a word of saying is denied or supposed, and the words that follow in its clause, beginning at `start`, with it."""
    text, subject = paragraph.masked, cue.subject
    if cue.tense in {"noun", "according"}:
        return False
    if subject is not None and _NEITHER.search(text, max(0, subject.start - _SUBJECT), subject.start):
        # "Neither Lee nor Kay said '...'"
        return True
    if cue.end > start or _CLAUSE_ENDS.search(text, cue.end, start):
        return False
    not_to = _NOT_TO.match(text, cue.end, start)
    if not_to is not None and not_to["verb"] in cues.VERBS:
        return True
    low = max(0, cue.start - _NOT_FAR)
    if cue.verb not in _OF_MIND and any(unsaid.search(text, low, cue.start) for unsaid in (_NOT, _MIGHT, _FORGIVEN)):
        return True
    if cue.tense == "ing" and _IMAGINED_DOING.search(
        text, max(paragraph.sentences[paragraph.sentence_of(cue.start)][0], low - _SUBJECT), cue.start
    ):
        return True
    if subject is None or cue.inverted or cue.inherited or subject.start > cue.start:
        return False
    low = max(paragraph.sentences[paragraph.sentence_of(subject.start)][0], subject.start - _SUBJECT)
    if _NONE_OF.search(text, low, subject.start) or NO_SUCH.match(text, subject.start):
        return True
    if subject.kind is PhraseKind.ROLE and _FICTION.match(text, low, subject.start):
        return True
    if cue.tense in _PRESENT_TENSES and _is_anybodys(text, cue, subject, low):
        return True
    if cue.relative:
        # "Asked whether Lee, who called it '...', would go": he did
        return False
    before = text[low : subject.start]
    if any(untold.search(before) for untold in (_UNTRUE, _NOBODY_HEARD, _FAKE, _IMAGINED, _PUT_TO, _HAD_ONE)):
        return True
    if cue.tense == "base" and _ASKS.search(before):
        return True
    # "If Lee called it '...', Kay called it '...'" only sets two against each other.
    said = cue.tense == "past" and text[subject.end : cue.start] == " "
    return not said and _IF.search(before) is not None


def _is_anybodys(text: str, cue: Cue, subject: Phrase, low: int) -> bool:
    """Whether somebody is told to say words who may be anybody: "When an airline says '...'", "People who say '...'"."""
    if cue.relative and subject.text.lower() in _WHO_EVER:
        return True
    return (
        not cue.relative
        and _ANY_ONE.match(subject.text) is not None
        and _WHENEVER.search(text, low, subject.start) is not None
    )
