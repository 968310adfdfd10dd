"""Words that are not those of whom a word of saying gives: others call for them, accuse with them, told them to that one, or nobody said them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from newsdesk.find import masked_sentences
from newsdesk.find.masked_sentences import LETTER
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.chosen_cue import OTHERS_WORDS, cues_near
from newsdesk.find.quotes.found_speaker import Found
from newsdesk.find.quotes.unsaid import is_unsaid
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.chosen_cue import ChosenCue
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

_REJECTING = word_set("reject dismiss deny refute rebut answer")
_OTHERS = (
    r"(?:(?!as )[a-z-]+ ){0,2}(?:calls?|claims?|demands?|accusations?|allegations?|suggestions?|criticisms?|appeals?|pleas?"
    r"|reports?|complaints?|rumou?rs|questions?|shouts?|heckles?|chants?|requests?|speculation|talk|chatter|gossip|charges)\b"
)
"""Words of saying that are others': no possessor stands before them."""
_REJECTED = late_pattern(
    rf" {_OTHERS}(?: (?:by|from) (?P<by>[^,;:]{{2,60}}))?(?! as\b)(?:(?! as | because | [\u2013\u2014-] )[^;:\x01-\x04])*\Z"
)
_CHARGE = late_pattern(
    r" (?:claims?|charges?|accusations?|allegations?|suggestions?|criticisms?|jibes?|slurs?|smears?|labels?|tags?|taunts?|complaints?|reports?|rumou?rs?|insults?)\b"
    r"(?P<by> (?:by|from) (?:the )?)?"
)
"""A noun for what others say of somebody, after words in marks."""
_UP_TO_CHARGE = late_pattern(r" (?:the |an? )?")
_DEED = late_pattern(r"[\u2018\u201c'\"]?[A-Za-z]+ing\b")
"""How a quotation begins that tells what somebody is said to have done: 'lying'."""
_CALLED_SO = 0.7
"""Confidence in who rejects another's claim, whose words or whose the other's are in marks before it."""
_SO_CALLED = (
    r"(?:[a-z]+ly |also |once |long |often )?(?:described|portrayed|depicted|characteri[sz]ed|hailed|billed|touted|regarded|viewed)"
    r" as (?:an? |the |his |her |its |their )?\Z"
)
_BY_NAME = r"(?:[a-z]+ly |also |once |long |often )?(?:called|branded|dubbed|label+ed|nicknamed|termed|deemed) (?:an? |the )?\Z"
"""Up to a name that somebody is given."""
_IS_CALLED = late_pattern(
    rf"\b(?:(?:had|has|have) (?:[a-z]+ly |also )?been|was|were|being) (?:{_SO_CALLED}|{_BY_NAME})"
)
"""What stands before a name that others, who are not named, give somebody: "Lee said he had been called '...'"."""
_FACED = late_pattern(
    rf"\b(?:(?:fac|ignor|resist|defi|defy|hear)\w*|[Aa]mid|[Dd]espite|[Aa]fter|[Ff]ollowing|over) {_OTHERS}(?: (?:to|for|that|of|about)\b[^,;:\x01-\x04]{{0,60}})?:? ?\Z"
    r"|\b(?:accused|suspected) of (?:[a-z-]+ ){0,3}\Z"
    r"|\b(?:to|with|by) (?:[a-z]+ ){0,3}(?:shouts|cries|chants|calls|jeers|yells|screams|roars|chorus) of \Z"
    r"|\b(?:was|were|is|are|been|being) (?:told|informed|warned|advised|assured|reminded) [^,;:\x01-\x04]{0,60}\Z"
    rf"|(?:,|\b(?:was|were|is|are|been|being)) {_SO_CALLED}"
    rf"|\b(?:was|were|is|are|been|being) {_BY_NAME}"
)
"""What stands before the words of those who call for something, accuse or tell somebody, and are not named."""
_HEARSAY = late_pattern(
    r"\b(?:saying|proverb|adage|maxim|dictum|expression|rule|tradition|legend|rumou?r|joke|story) (?:has it|goes|runs|says|tells us)(?: that)?[:,]? \Z"
)
"""What stands before words that go round, and of which nobody is told to have said them: "the old saying has it that"."""
_SAID_TO_BE = late_pattern(
    r"\b(?:is|are|was|were) (?:now |widely |still |also )?(?:understood|believed|thought|said|reported|rumou?red|alleged) to (?:be|have been) (?:(?!by\b)[a-z]+ ){0,3}\Z"
)
"""The same, unless the sentence tells who says so: not "Lee said the mayor was thought to be '...'"."""
_LONGEST_HEARSAY = 80
_WISHED = late_pattern(
    r"\b(?:call(?:s|ed|ing)? (?:for|on|upon)|(?:wait|hop|long)(?:s|e?d|ing)? for|urg(?:es?|ed|ing)|ask(?:s|ed|ing)?|want(?:s|ed|ing)?|expect(?:s|ed|ing)?|need(?:s|ed|ing)?|tell(?:s|ing)?|told"
    r"|challeng(?:es?|ed|ing)|beg(?:s|ged|ging)?|implor(?:es?|ed|ing)|press(?:es|ed|ing)?|order(?:s|ed|ing)?|instruct(?:s|ed|ing)?|advis(?:es?|ed|ing)|encourag(?:es?|ed|ing)|invit(?:es?|ed|ing)|like)"
    r"(?: (?!(?:to|he|she|it|they|we|i|that|who|how|why|what|was|were|is|are|had|has|have|would|will|wants?|wanted)\b)[^\s,;:.\x01-\x04]+){1,8}? (?:not )?to (?:[a-z]+ly |just |now )?(?:say|reply|shout|chant|whisper|tell (?:him|her|them|it|us|me|the [a-z]+|[A-Z][\w-]*(?: [A-Z][\w-]*)?))[:,]? \Z"
)
"""What stands before words that somebody only wishes another to say: "called on Lee to say '...'"."""
_LONGEST_WISHED = 140
_DENIES_OTHERS = late_pattern(
    r" (?:that )?(?:anyone|anybody|any [a-z]+|someone|somebody|he|she|they|it|(?:the|a|an|his|her|its|their) [a-z]+|[A-Z][\w'\u2019-]+(?: [A-Z][\w'\u2019-]+)?)"
    r" (?:(?:had|has|have|ever|once|been) ){0,3}(?P<verb>[a-z]+)\b(?:(?! and | but )[^,.;:\x01-\x04]){0,80}\Z"
)
"""What follows "denied" where what somebody is not to have said is denied: "denies that anyone told them to '...'"."""
_QUESTIONED = late_pattern(
    r"(?:(?:But|And|When) )?(?:Asked|Pressed|Questioned|Quizzed|Challenged|Grilled)(?: again| repeatedly)?(?: by [^,;:\x01-\x04]{2,60}?)?(?: (?:on|about|over|as to))? (?:whether|if|why|how|what)\b[^,;:\x01-\x04]*\Z"
)
"""How a sentence begins up to words of a question that others put to whoever is named after it."""
_LONGEST_QUESTION = 200
_IS_TOLD = late_pattern(
    r"\b(?:(?:had|has|have) been|was|were|being) (?:(?:once|later|also|repeatedly|already) )?(?:told|warned|informed|advised|assured|reminded)"
    r"(?: (?:that|to)(?: (?!by |and |but )[^\s,;:\x01-\x04]+){0,8})?[:,]? \Z"
)
"""What stands before words that others, who are not named, told somebody: "Lee said she had been warned that '...'"."""
_OBJECTED = late_pattern(r" to (?:(?:the|its|this|that) (?:[a-z]+ )?(?:phrase|words?|wording|term|line|expression) )?")
"""What stands between "objected" and words of others."""
_ANOTHER_LISTED = late_pattern(
    r"[\x01-\x04][,;]? (?:(?:and|but|while) )?(?:(?:yet )?another|a second|a third|others|the other),? \Z"
)
"""What stands before the words of one of several, who has no name: "one said '...', another '...'"."""
_HEARING = word_set("court jury jurors inquest inquiry tribunal hearing trial")
"""Those who are told things, where a headline leaves out "was"."""
_LONGEST_FACED = 160
_WAS_HEARD = late_pattern(
    r"\b(?:words?|things?|sounds?|message|sentence) (?:that )?(?:he|she|they|it) (?:(?:had|ever|then|last|first) ){0,2}(?:heard|read|saw)(?: [a-z]+){0,3} (?:was|were):? \Z"
)
"""What somebody says that another's words were: "Lee said the words she heard were '...'"."""
_SEARCHED = late_pattern(
    r"\b(?:[Ss]earch(?:ed|es|ing)?(?: [a-z]+){0,3} for|[Ss]earches (?:for|such as|like|including)|[Gg]oogl(?:ed|ing|es)|typed|looked up)(?: the)?(?: (?:words?|terms?|phrases?|questions?))?:? \Z"
)
"""What stands before what somebody looks for on a screen."""
_LONGEST_SEARCH = 60
_OF_ANOTHER = 0.4
"""Confidence in nobody who is named, where another without a name says it."""
_LONGEST_ANOTHER = 40
EXPLAINS = late_pattern(r"(?:, | \(| [\u2013\u2014-] |\u2014)(?:(?:the|an?|his|her|their|once|now) ){0,2}")
"""What stands between a name and marks that tell who that is: "Lee, the 'rat king', left"."""
_DASH_OPENS = late_pattern(r"(?: [\u2013\u2014-]{1,2} |\u2014)(?!who\b|calling\b|saying\b)")
"""After who speaks; but not in "Lee - who called it '...' - said"."""
_DASH_CLOSES = late_pattern(r"(?: [\u2013\u2014-]{1,2} |\u2014)(?:[a-z]+ ){0,2}\Z")


def go_round(paragraph: Paragraph, sentence: int, start: int, end: int) -> bool:
    """Whether the words at start-end only go round, or somebody only wishes another to say them."""
    text, first = paragraph.masked, paragraph.sentences[sentence][0]
    low = max(first, start - _LONGEST_HEARSAY)
    if _HEARSAY.search(text, low, start) or _WISHED.search(text, max(first, start - _LONGEST_WISHED), start):
        return True
    if _SAID_TO_BE.search(text, low, start) is None:
        return False
    return not _says_so(paragraph, cues_near(paragraph, sentence, start)[1], start, end)


def faced(chosen: ChosenCue) -> Found | None:
    """What others say of who speaks: "Lee, accused of '...', said"."""
    if not chosen.leads:
        return None
    is_theirs = chosen.cue.tense != "according" and is_faced(chosen.paragraph, chosen.start)
    return chosen.nobodys() if is_theirs or _is_inserted(chosen) else None


def asked(chosen: ChosenCue) -> Found | None:
    """What others ask: "Pressed on whether it was '...', Lee said nothing"."""
    if not chosen.leads or chosen.start - chosen.first >= _LONGEST_QUESTION:
        return None
    return chosen.nobodys() if _QUESTIONED.match(chosen.text, chosen.first, chosen.start) else None


def told_in_headline(chosen: ChosenCue) -> Found | None:
    """What a headline has others tell: "Cook 'left gas on', inquest told", "Court told Lee 'lied'"."""
    cue, subject = chosen.cue, chosen.subject
    if not chosen.paragraph.headline or cue.word != "told":
        return None
    if chosen.end <= subject.start < cue.start or (cue.inherited and chosen.leads):
        is_told = not chosen.text[cue.end :].strip(" .")
    else:
        hearing = names.fold(subject.text.rsplit(" ", 1)[-1]) in _HEARING
        is_told = cue.end <= chosen.end and subject.end <= cue.start and hearing
    return chosen.nobodys() if is_told else None


def searched(chosen: ChosenCue) -> Found | None:
    """What somebody looked for, and nobody said: "The prosecutor said Lee searched for '...'"."""
    low = max(chosen.first, chosen.start - _LONGEST_SEARCH)
    return chosen.nobodys() if chosen.follows and _SEARCHED.search(chosen.text, low, chosen.start) else None


def unsaid(chosen: ChosenCue) -> Found | None:
    """What nobody is known to have said: "Lee never said '...'"."""
    denied = any(_denies_others(chosen.paragraph, other, chosen.start) for _, other in chosen.scored)
    return chosen.nobodys() if denied or is_unsaid(chosen.paragraph, chosen.cue, chosen.start) else None


def rejected(chosen: ChosenCue) -> Found | None:
    """Whose words somebody rejects: "Lee rejected calls by Kay to '...'" has those of Kay."""
    cue = chosen.cue
    others = _REJECTED.match(chosen.text, cue.end, chosen.start) if chosen.follows else None
    if others is None or cue.verb not in _REJECTING:
        return None
    if " with " not in chosen.text[cue.end : chosen.start]:
        return chosen.of_whom(others.start("by") if others["by"] else None)
    # "Lee rejected claims by Kay with '...'", "claims by Kay of links with '...'"
    return chosen.nobodys() if cue.verb != "answer" else None


def charged(chosen: ChosenCue) -> Found | None:
    """Whose words somebody rejects that stand in marks before a noun of saying: "Lee rejects 'lying' claim by Kay".

    What is rejected may be called a name as well, "Lee dismissed Kay's 'absurd' claim", which only the words can tell.
    """
    cue, paragraph, text = chosen.cue, chosen.paragraph, chosen.text
    if not chosen.follows or cue.inverted or cue.verb not in _REJECTING:
        return None
    start, end = chosen.start, chosen.end
    own = [phrase for phrase in paragraph.possessors_between(cue.end, start) if phrase.end + 3 >= start]
    if _UP_TO_CHARGE.fullmatch(text, cue.end, own[0].start if own else start) is None:
        return None
    deed = _DEED.match(paragraph.quoted(start, end)) is not None
    charge = _CHARGE.match(text, end)
    if charge is None:
        # "Lee denies 'lying' to the panel"
        return chosen.nobodys() if deed and cue.verb == "deny" and not own else None
    if not deed and cue.verb != "deny":
        return Found(cue.subject, chosen.number, cue.word, _CALLED_SO) if own or charge["by"] else None
    if own:
        return Found(own[0], chosen.number, cue.word, OTHERS_WORDS)
    return chosen.of_whom(charge.end() if charge["by"] else None)


def called_or_told(chosen: ChosenCue) -> Found | None:
    """What others call or tell whom the sentence is about: "Lee said he had been called '...'"."""
    if not chosen.follows:
        return None
    is_theirs = any(
        said.search(chosen.text, chosen.cue.end, chosen.start) for said in (_IS_CALLED, _IS_TOLD, _WAS_HEARD)
    )
    return chosen.nobodys() if is_theirs else None


def objected_to(chosen: ChosenCue) -> Found | None:
    """Words of others that somebody objects to."""
    objects = chosen.cue.verb == "object" and _OBJECTED.fullmatch(chosen.text, chosen.cue.end, chosen.start)
    return chosen.nobodys() if objects else None


def of_another(chosen: ChosenCue) -> Found | None:
    """The words of one of several without names: "one said '...', another '...'"."""
    low = max(chosen.cue.end, chosen.start - _LONGEST_ANOTHER)
    listed = chosen.follows and _ANOTHER_LISTED.search(chosen.text, low, chosen.start)
    return chosen.nobodys(_OF_ANOTHER) if listed else None


def is_faced(paragraph: Paragraph, start: int) -> bool:
    """Whether the words at `start` are what others, who are not named, call for, accuse somebody of or tell somebody."""
    first = paragraph.sentences[paragraph.sentence_of(start)][0]
    return _FACED.search(paragraph.masked, max(first, start - _LONGEST_FACED), start) is not None


def _says_so(paragraph: Paragraph, near: list[Cue], start: int, end: int) -> bool:
    """Whether somebody is told, before or right after the quotation at start-end, to say what its sentence tells."""
    for cue in near:
        if cue.subject is None or (cue.verb not in cues.STRONG and cue.tense != "according"):
            continue
        first = min(cue.start, cue.subject.start)
        if cue.end <= start or (first >= end and LETTER.search(paragraph.masked, end, first) is None):
            return True
    return False


def _denies_others(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether what somebody denies is that another said the words at `start`."""
    denied = _DENIES_OTHERS.match(paragraph.masked, cue.end, start) if cue.verb == "deny" and cue.end <= start else None
    return denied is not None and denied["verb"] in cues.VERBS


def _is_inserted(chosen: ChosenCue) -> bool:
    """Whether a quotation stands among other words in an aside after who speaks: "Lee - 'a snake', to some - said"."""
    subject, text, start, end = chosen.subject, chosen.text, chosen.start, chosen.end
    if subject.end > start:
        return False
    if EXPLAINS.fullmatch(text, subject.end, start) and LETTER.search(text, subject.end, start):
        # "Lee, the 'rat king', said"
        return text.startswith((", ", ") "), end) or text[end - 1] == masked_sentences.COMMA
    opens, closes = _DASH_OPENS.match(text, subject.end, start), _DASH_CLOSES.search(text, end, chosen.cue.start)
    if opens is None or closes is None:
        return False
    return LETTER.search(text, opens.end(), start) is not None or LETTER.search(text, end, closes.start()) is not None
