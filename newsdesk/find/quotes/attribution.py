"""Finds who speaks a quotation by the words of saying around it. All weights are set by hand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from newsdesk.find import masked_sentences
from newsdesk.find.masked_sentences import LETTER, QUOTED, WORD
from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.name_forms import is_person
from newsdesk.find.quotes.noun_phrases import Phrase, PhraseKind
from newsdesk.find.quotes.unsaid import is_unsaid
from newsdesk.find.quotes.words_of_saying import (
    FINITE_TENSES,
    INTRODUCED,
    LONGEST_MESSAGE,
    MESSAGE,
    WAS_THE,
    in_later_clause,
)
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

_STRONGEST = 4.0
"""A score from which on a word of saying stands right beside the quotation."""
_THING = 1.0
"""What it takes from a score that a thing stands as the subject."""
_CLEAR_LEAD = 2.0
"""How far a word of saying must lead those of other subjects to be sure."""
_AS = late_pattern(r",?\s+as\s+")
_WHAT = late_pattern(r"\b[Ww]hat\s+(?:[\w.'\u2019-]+\s+){0,6}\Z")
_OBJECT = late_pattern(r" (?:it|them|him|her|the|an?|his|its|their|this|that)\b| [A-Z]")
_OWN_WORDS = late_pattern(r" (?:no|yes|nothing|so|that|there|he|she|it|they|the|his|her|its|their)\b")
"""What follows a word of saying that tells of other words than those in marks before it."""
_FEW = 4
"""Words before a noun of saying that is its sentence's subject."""
_NEAR = 6
"""Cues looked at on each side of a quotation."""
_OF_A_PLACE = r"(?:(?<=\bTimes) of [A-Z]\w+(?: [A-Z]\w+)?\b(?!['\u2019]))?"
"""What belongs to a paper's name: "Times of Malta"; in "told the Times of Malta's plan" it does not."""
_VIA = late_pattern(
    r"\b(?:[Tt]old|[Tt]ells|[Tt]elling|(?:in|during) an? (?:exclusive )?interview (?:with|on|by)|quoted by|speaking to|[Aa]ccording to|reported by|cited by)\s+"
    r"(?P<told>(?:[A-Z]\w+(?:['\u2019]s|n|ish|ese) |the |state(?:-owned|-run)? |news agency |its |media ){0,4}[A-Z][\w.&]*(?: [A-Z][\w&]*){0,3}"
    + _OF_A_PLACE
    + r"(?: news agency)?)"
    r"|\b(?:[Oo]n|[Vv]ia|[Tt]o)\s+(?:his |her |the |its )?(?P<platform>X|Twitter|Telegram|Truth Social|Facebook|Instagram|TikTok|YouTube|Threads|Bluesky|Weibo|LinkedIn)\b"
    r"|(?P<agency>\b[A-Z][\w.&]*(?: [A-Z][\w&]*){0,3}"
    + _OF_A_PLACE
    + r"(?: news agency)?),? (?:reported|reports|quoted|quotes)\b"
)
_CLAUSE_BEFORE = late_pattern(r"\b(?:after|before|since|when|while|because|although|though|until|who|which)\s*\Z")
_CONDITION = late_pattern(
    r"\b(?:if|when|once|unless|whether|until|before|after|because|although|though|while|since)\s+(?:the\s+|an?\s+)?\Z",
    re.IGNORECASE,
)
_TOLD_FIRST = late_pattern(
    r"(?:(?:But|And|When|Later|Then) )?(?:[Tt]old|[Aa]sked|[Ii]nformed|[Rr]eminded|[Qq]uestioned|[Pp]ressed|[Cc]hallenged|[Ww]arned|[Cc]onfronted)"
    r" (?:again |later |then )?(?:that|what|whether|if|why|how|about|of|on|with|by)\b"
)
"""How a sentence begins that first tells what whoever is named after the comma was told or asked."""
_NAMES_IT = late_pattern(
    r"\b(?:call|described?|brand|label+|dub+|deem|term|find|found|consider|think|thought|judge|declare|see|saw|hail)(?:s|e?d|ing)?\s+(?:the\s+|an?\s+)?\Z"
)
"""Verbs that give a name to what follows."""
_PASSING_ON = frozenset({"report", "quote", "cite"})
_WAS = late_pattern(r",? (?:was|is|came|were|has been|had been) (?:also )?")
_SENT_WITH = late_pattern(
    r"(?s:.*\b)(?P<verb>(?:tweet|post|sign|clos|end|open|conclud|repli|return|greet|thank|answer|finish|start|welcom)ed|began|sent|wrote)\b"
    r"[^.;:\x01-\x04]{0,60}\bwith the words?[:,]? \Z"
)
_LONGEST_SENT = 120
_UP_TO_VERB = late_pattern(r"(?: (?:then|also|later|once|has|had|[a-z]+ly)){0,2} |,(?: [^,;:]{2,60},)? ")
_SENT = 0.84
"""Confidence in who sends something with words."""
CAME_BACK = late_pattern(
    r",? came (?:back )?(?:the|an?) (?:[a-z-]+ ){0,2}(?:answer|reply|response|retort|shout|cry|voice|call)\b"
)
"""Like "'No,' came the answer", which does not tell whose."""
_SHORT_ANSWER = late_pattern(r" (?:was|is|were|has been)(?: (?:an?|the|that|one|just|only))?(?: [a-z]+)? ")
"""What may stand between a noun of saying and the words it names: "Lee's answer was a curt '...'"."""
_SAYINGS = frozenset({"motto", "slogan", "mantra"})
"""Nouns of saying that are hardly ever described by what "was" joins to them."""
_GOVERNING = word_set("of for to that about on as a the an and against from in with")
"""Words that may follow a noun of saying before what was said."""

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
_GIVEN = word_set("promise pledge vow offer threat assurance commitment insistence")
_TO_BE = late_pattern(
    r" (?:to (?:be|have|become|remain|stay|do|make|give|keep)|that [a-z]+ (?:would|will) be)(?: an?| the| more)? "
)
_BEST_UNSURE = 2.0
"""Score of a word of saying whose owner may be either of two: "reminded Lee of her promise"."""
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
_RECALLED_SAYING = late_pattern(
    r" (?P<who>[^,.;:\x01-\x04]{2,60}) (?:saying|telling (?:him|her|them|me|us)|shouting|whispering|yelling|screaming|crying|joking)(?= |[.,]|\Z)"
)
"""What follows "recalled" after words that another said: "'...,' Lee recalled the girl saying"."""
_BEING_TOLD = late_pattern(
    r" (?:being|having been) (?:told|asked|warned|informed|advised|ordered)(?: (?:[a-z]+ ){0,2}by (?P<by>[^,;:.\x01-\x04]{2,60}))?"
)
"""What follows who recalls another's words."""
_SURNAMES_TOO = frozenset({"post", "fox"})
"""Last words of the names of papers and broadcasters that are surnames as well."""
_READ_FOR = late_pattern(
    r"\b(?:read|reads|reading|issued|released|shared|published) (?:out )?(?:aloud )?(?:an?|the|one) (?:[a-z]+ ){0,2}(?:statement|letter|message|email|e-mail|note"
    r"|tribute|prayer|poem|text)(?: written| signed| sent)? (?:on behalf of|from|by) (?P<by>(?:(?! and (?:then |later |also )?[a-z]+ed\b| and (?:then |later |also )?(?:said|told|wrote)\b)[^;:\x01-\x04]){2,80})(?:,? (?:which|that) (?:said|says|read|went))?: ?\Z"
    r"|\b(?:read|reads|reading|shared) (?:out )?(?:aloud )?(?:an?|the|one) (?:[a-z]+ ){0,2}(?:letter|message|email|e-mail|note|prayer|poem|verse|passage|extract|text"
    r"|psalm|verdict|judge?ment|ruling|sentence|charges?|charge sheet|indictment|decree|proclamation|will|petition|telegram|inscription|headline|clause|article)"
    r"(?: aloud| out)?(?:,? (?:which|that) (?:said|says|read|went))?: ?\Z"
    r"|\b(?:cit|quot|invok|recit)(?:e|es|ed|ing) (?:from )?(?:(?:the|an?|an old|[A-Z][\w-]*(?:['\u2019]s)?|[a-z]+) ){0,3}(?:[Aa]rticle|[Ss]ection|[Cc]lause|[Pp]aragraph|[Rr]ule|[Cc]hapter"
    r"|[Vv]erse|[Pp]salm|law|[Cc]onstitution|[Cc]harter|[Tt]reaty|[Aa]ct|[Cc]ode|[Rr]eport|study|ruling|verdict|judge?ment|proverb|poem|(?<!\bas )saying|scripture|Bible|Koran|Quran|passage)\b"
    r"(?P<rest>[^;:\x01-\x04]{0,60}): ?\Z"
)
"""What somebody reads to others or cites that is not his own: "read a statement on behalf of Lee: '...'"."""
_READING_FOR = late_pattern(
    r"Reading (?:out |aloud )?(?:from )?(?:an?|the) (?:[a-z]+ ){0,2}(?:statement|letter|message|email|e-mail|note|tribute|text)"
    r"(?: written| signed| prepared| sent)? (?:on behalf of|from|by) (?P<by>[^,;:\x01-\x04]{2,80}), "
)
"""How a sentence begins whose words are those of whom a text is from that is read out in it."""
_READ_WITH = late_pattern(
    r"\b(?:read|reads|reading)(?: out)?(?: aloud)? (?:an?|the|one) (?:[a-z]+ ){0,2}(?:statement|letter|message|email|e-mail|note|tribute|prayer|poem|text)"
    r"(?: written| signed| sent)? (?:on behalf of|from|by) (?P<by>[^,;:\x01-\x04]{2,60}?)(?:,? (?:which|that)|, who) (?:[a-z]+ly )?"
    r"(?:said|says|reads?|went|ended|began|closed|opened|concluded|warned|called|spoke|asked|told|prayed|thanked|urged|promised|praised|described|hoped|wished|contained|included)\b"
    r"[^;:\x01-\x04]{0,60}:? \Z"
)
"""The same, with what else the one it is from says in it: "read a letter by Lee that ended with the words"."""
_QUOTING = late_pattern(r"(?:\A|, |[.?!\x01-\x04] )[Qq]uoting [A-Z][^,;:\x01-\x04]{2,60}, ")
"""Whom somebody quotes: "Quoting Lee, Kay said", "Kay, quoting Lee, said"."""
_BEARS = late_pattern(
    rf"\b(?:{'|'.join(sorted(names.BEARERS))})s? (?:(?:(?:that|which) )?(?:reading|saying|proclaiming|declaring|stating|bearing)"
    r"|(?P<which>(?:that|which) )?(?P<says>reads?|says?|said|proclaim(?:s|ed)|declar(?:es|ed)))(?: the (?:words?|slogan|message|legend))?:? \Z"
)
"""What bears words that need not be those of whoever wears or holds it; `says`: it says so itself, unless it only tells who speaks."""
_WITH = late_pattern(
    r"\b(?:in|with|under|beside|near|behind|at|and|[a-z]+ing|who (?:[a-z]+ ){0,2}[a-z]+) (?:an?|the|his|her|its|their) (?:[a-z-]+ ){0,2}\Z"
)
"""What stands before a thing that only tells where somebody is, or who: "a man in a red cap said", "a man clutching a flag said"."""
_QUESTIONED = late_pattern(
    r"(?:(?:But|And|When) )?(?:Asked|Pressed|Questioned|Quizzed|Challenged|Grilled)(?: again| repeatedly)?(?: (?:on|about|over|as to))? (?:whether|if|why|how|what)\b[^,;:\x01-\x04]*\Z"
)
"""How a sentence begins up to words of a question that others put to whoever is named after it."""
_LONGEST_QUESTION = 200
_IS_TOLD = late_pattern(
    r"\b(?:(?:had|has|have) been|was|were|being) (?:(?:once|later|also|repeatedly|already) )?(?:told|warned|informed|advised|assured|reminded)"
    r"(?: (?:that|to)(?: (?!by |and |but )[^\s,;:\x01-\x04]+){0,8})? \Z"
)
"""What stands before words that others, who are not named, told somebody: "Lee said she had been warned that '...'"."""
_OBJECTED = late_pattern(r" to (?:(?:the|its|this|that) (?:[a-z]+ )?(?:phrase|words?|wording|term|line|expression) )?")
"""What stands between "objected" and words of others."""
_ANOTHER_LISTED = late_pattern(
    r"[\x01-\x04][,;]? (?:(?:and|but|while) )?(?:(?:yet )?another|a second|a third|others|the other),? \Z"
)
"""What stands before the words of one of several, who has no name: "one said '...', another '...'"."""
_HAVING = word_set("find see read quote cite share report point offer put post")
"""Verbs that may tell what somebody has from another."""
_FROM_ANOTHER = late_pattern(
    r" an?(?:other)? (?:[a-z-]+ ){0,2}(?:note|letter|card|postcard|message|text|email|e-mail|voicemail|memo)"
    r" from (?:the|an?|his|her|their|its|[A-Z][\w\u2019'-]*) [^,;:.\x01-\x04]{2,60}: ?\Z"
)
"""What stands after such a verb where the words are those of whom a message is from."""
_BORNE = 0.4
"""Confidence in nobody, whose words stand on something."""
_INTRODUCES = late_pattern(rf"(?: (?:the |his |her )?[\w'\u2019-]+(?: [A-Z][\w'\u2019-]*)?)?{INTRODUCED.pattern}")
_HEARING = word_set("court jury jurors inquest inquiry tribunal hearing trial")
"""Those who are told things, where a headline leaves out "was"."""
_LONGEST_READ = 200
_LONGEST_FACED = 160
_OTHERS_WORDS = 0.8
"""Confidence in whose words somebody else rejects or reads out."""


@dataclass(frozen=True, slots=True)
class Found:
    """A speaker for one quotation."""

    phrase: Phrase | None
    paragraph: int
    """The one that holds the phrase."""
    cue: str | None
    confidence: float
    via: str | None = None
    doubt: float = 0.0
    """What rivals and weak forms take from the confidence (negative: nothing speaks against it); it decides nothing."""


SPEAKS_SO = (
    r" (?:went (?:even |one step |a step |much )?further|(?:was|were|sounded|seemed) (?:(?:more|less|far|much|rather|even|also|as) )*(?:blunt(?:er)?|clear(?:er)?"
    r"|plain(?:er)?|direct|scathing|harsher|sharper|gloomier|adamant|defiant|emphatic|dismissive|cautious|optimistic|unmoved|unrepentant|furious"
    r"|critical|sceptical|skeptical|diplomatic|forthright|unimpressed|unconvinced|sure)|struck an? (?:[a-z]+ ){1,2}(?:tone|note)|(?:hit|fired|shot|struck) back"
    r"|had (?:an? |the )?(?:other|another|different|simpler|blunter|sharper) (?:view|views|words?|answer|message|idea|ideas)|disagreed|demurred"
    r"|took (?:an?|another) (?:[a-z]+ )?(?:view|line)|put it (?:more |rather )?[a-z]+|saw it differently)(?: [^,;:.\x01-\x04]{1,40})?"
)
"""How somebody speaks who is then quoted without a word of saying."""
_TONE = late_pattern(SPEAKS_SO + r": ?\Z")
ANNOUNCES = late_pattern(r"(?:, [^,.;:]{2,60})?,?" + SPEAKS_SO + r"[.:] [\u201c\"]")
"""What follows somebody whose words come next, whoever they are then told to be: "Lee was blunter. '...'"."""
_LONGEST_TONE = 120
_NEXT_CLAUSE = late_pattern(r"(?:[,\x01-\x04]|\w) ?(?:but|while|whereas|and|although|though) |; ")
_UP_TO_TONE = late_pattern(
    r"(?:, [^,;:()\x01-\x04]{2,60})?,?(?: (?:[a-z]+ly|then|later|also|himself|herself|themselves))?"
)
_RECALLING = word_set("recall remember repeat quote cite invoke echo")
_ANOTHERS = late_pattern(
    r" (?:(?:his|her|their|its|an?|the|[A-Z][\w-]*) )?(?:[A-Za-z][\w-]* ){0,2}[A-Za-z][\w-]*['\u2019]s? (?:[a-z]+ ){0,2}"
    r"(?:advice|words?|warning|motto|maxim|line|verdict|saying|promise|remark|message|plea|advert|slogan)(?: to [a-z ]{2,30})?(?:[:,]| that)? ?"
)
"""Words that are another's, whom somebody recalls: " her father's advice: "."""
_LISTED = 0.9
"""Confidence in who stands before a quotation in a list that leaves out the word of saying."""
_LONGEST_LISTED = 120
_LISTS = late_pattern(r"[\x01-\x04][,;]? (?P<joined>(?:and|but|while) )?\Z")
_LIST_BEGINS = late_pattern(r"[:,]? (?:(?:that )?(?:it|this|that|them) (?P<was>(?:was|is|were|are) )?)?")
"""Words between the word of saying and the first quotation of a list: nothing that another name may stand beside."""
_LIST_GOES_ON = late_pattern(
    r",? (?P<that>that (?:it|they|he|she|this|these|those|the [a-z]+) (?:was|were|is|are|had been|would be) (?:[a-z]+ )?)?"
)
_CALLED_IT = late_pattern(r" (?:it|them|this|that)(?:(?P<article> an? | the )| )")
"""What stands between a word for naming something and the name that each of a list gives it."""
_ABOUT = frozenset({"of", "about"})
_NAMELESS = frozenset({PhraseKind.ROLE, PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION})
_RUNS = late_pattern(r"[\x01-\x04]++")
_OBJECT_FIRST = late_pattern(r"\A (?:him|her|them|it) ")
"""Whom a word of saying is about, before what joins it to what is said: "blamed him for"."""
_SPOKE_OF = late_pattern(r" (?P<how>of|about|against|for|as|to)(?: an?| the)? ")
"""What stands between a word of saying and what each of a list speaks of."""
_TELLS_OF = late_pattern(
    rf"(?:{cues.FINITE.pattern}|[a-z]+ed\b|(?:and|or|to|for|of|in|at|with|who|whose|as|from|on|by)\b)"
)
"""How a quotation begins that tells something of whose name stands before it."""
EXPLAINS = late_pattern(r"(?:, | \(| [\u2013\u2014-] |\u2014)(?:(?:the|an?|his|her|their|once|now) ){0,2}")
"""What stands between a name and marks that tell who that is: "Lee, the 'rat king', left"."""
_DASH_OPENS = late_pattern(r"(?: [\u2013\u2014-]{1,2} |\u2014)(?!who\b|calling\b|saying\b)")
"""After who speaks; but not in "Lee - who called it '...' - said"."""
_DASH_CLOSES = late_pattern(r"(?: [\u2013\u2014-]{1,2} |\u2014)(?:[a-z]+ ){0,2}\Z")


def sent_with(paragraph: Paragraph, start: int) -> re.Match[str] | None:
    """What stands before the words at `start` that somebody sends something with: "tweeted a picture with the words "."""
    if "with the word" not in paragraph.masked[max(0, start - 20) : start]:
        return None
    return _SENT_WITH.match(paragraph.masked, max(0, start - _LONGEST_SENT), start)


def by_sender(paragraph: Paragraph, number: int, start: int) -> Found | None:
    """Whose words those at `start` are that somebody sends something with: "a letter, which Lee returned with the words '...'"."""
    sent = sent_with(paragraph, start)
    if sent is None:
        return None
    if paragraph.masked.startswith(" by ", sent.end("verb")):
        # "Lee, greeted by Kay with the words '...'"
        agent = paragraph.phrases_between(sent.end("verb"), start)[:1]
        return Found(agent[0], number, sent["verb"], _SENT) if agent else None
    for phrase in reversed(
        paragraph.phrases_between(paragraph.sentences[paragraph.sentence_of(start)][0], sent.start("verb"))
    ):
        if QUOTED.search(paragraph.masked, phrase.end, start):
            return None
        does = _UP_TO_VERB.fullmatch(paragraph.masked, phrase.end, sent.start("verb")) is not None
        if does and not (phrase.possessive or phrase.kind is PhraseKind.THING or paragraph.governed(phrase)):
            named = paragraph.by_end.get(phrase.start - 2)
            explains = named is not None and named.kind is PhraseKind.NAME and not paragraph.governed(named)
            return Found(named if explains else phrase, number, sent["verb"], _SENT)
    return None


def by_cue(paragraph: Paragraph, number: int, sentence: int, start: int, end: int) -> Found | None:
    """Who speaks the quotation at start-end (marks included) of a paragraph, by the best word of saying in its sentence."""
    low = max(paragraph.sentences[sentence][0], start - _LONGEST_HEARSAY)
    here = paragraph.cues_by_sentence.get(sentence, [])
    split = bisect_left(here, start, key=_start)
    near = here[max(0, split - _NEAR) : split + _NEAR]
    going_round = _SAID_TO_BE.search(paragraph.masked, low, start) and not _says_so(paragraph, near, start, end)
    if going_round or _HEARSAY.search(paragraph.masked, low, start):
        return Found(None, number, None, 0.25)
    wished_from = max(paragraph.sentences[sentence][0], start - _LONGEST_WISHED)
    if _WISHED.search(paragraph.masked, wished_from, start):
        return Found(None, number, None, 0.25)
    if not near:
        return None
    scored: list[tuple[float, Cue]] = []
    best: tuple[float, Cue] | None = None
    spoken: tuple[float, Cue] | None = None
    """The best cue before the quotation whose subject is a person."""
    for cue in near:
        if cue.subject is None:
            continue
        score = _score(paragraph, cue, start, end)
        if score is None:
            continue
        scored.append((score, cue))
        if best is None or score > best[0]:
            best = (score, cue)
        if cue.end <= start and _can_be_person(cue.subject) and score >= 2.5 and (spoken is None or score > spoken[0]):
            spoken = (score, cue)
    if best is None:
        return None
    best = _in_relative_clause(paragraph, scored, best, start, end) or best
    best = _in_nearer_noun(paragraph, near, best, start) or best
    score, cue = _in_later_clause(paragraph, scored, best, start) or best
    if cue.subject is not None and cue.verb in _PASSING_ON and is_wire(cue.subject):
        # "..., the agency reported": it tells no speaker.
        return Found(None, number, cue.word, 0.25, cue.subject.core)
    faced = cue.tense != "according" and is_faced(paragraph, start)
    if cue.start >= end and (faced or _is_inserted(paragraph, cue, start, end)):
        # "Lee, accused of '...', said": what others say of who speaks.
        return Found(None, number, cue.word, 0.25)
    if cue.start >= end and _is_questions(paragraph, sentence, start):
        # "Pressed on whether it was '...', Lee said nothing"
        return Found(None, number, cue.word, 0.25)
    if _is_listener(paragraph, cue, end):
        return Found(None, number, cue.word, 0.25)
    if is_unsaid(paragraph, cue, start) or any(_denies_others(paragraph, other, start) for _, other in scored):
        # "Lee never said '...'": whose words they are, if anybody's, it does not tell.
        return Found(None, number, cue.word, 0.25)
    if cue.end <= start and cue.verb in _REJECTING and (others := _REJECTED.match(paragraph.masked, cue.end, start)):
        # "Lee rejected calls to '...'": the words are those of who calls.
        by_whom = others.start("by") if others["by"] else None
        if " with " not in paragraph.masked[cue.end : start]:
            return _of_others(paragraph, number, cue, by_whom)
        if cue.verb != "answer":
            # "Lee rejected claims by Kay with '...'", "claims by Kay of links with '...'"
            return Found(None, number, cue.word, 0.25)
    charged = _charged(paragraph, number, cue, start, end)
    if charged is not None:
        return charged
    if (
        spoken is not None
        and cue.start >= end
        and cue.subject is not None
        and (_relays(cue.subject) or cue.tense == "according")
    ):
        # "Lee told them that '...'," the ministry said: the ministry relays what Lee said.
        relay = cue.subject.text if _relays(cue.subject) else None
        return Found(spoken[1].subject, number, spoken[1].word, _confidence(spoken[0]), relay)
    recalls = cue.verb in {"recall", "remember"} and cue.start >= end
    recalled = _RECALLED_SAYING.match(paragraph.masked, cue.end) if recalls else None
    if recalled is not None:
        return _of_others(paragraph, number, cue, recalled.start("who"))
    told = _BEING_TOLD.match(paragraph.masked, cue.end)
    if told is not None and (cue.start >= end or told.end() <= start):
        # "'No,' Lee recalls being told by Ruiz"
        return _of_others(paragraph, number, cue, told.start("by") if told["by"] else None)
    if cue.end <= start:
        low = max(paragraph.sentences[sentence][0], start - _LONGEST_READ)
        others = _READ_FOR.search(paragraph.masked, low, start) or _READ_WITH.search(paragraph.masked, low, start)
        # Who is quoted "as saying" it, as the cue tells.
        passes_on = cue.subject is not None and not cue.inverted and cue.start < cue.subject.start < cue.end
        if others is not None and not passes_on and not _goes_on_to_say(paragraph, cue, others):
            return _of_others(paragraph, number, cue, others.start("by") if others["by"] else None)
        others = _READING_FOR.match(paragraph.masked, paragraph.sentences[sentence][0])
        if others is not None and others.end() < cue.start and INTRODUCED.match(paragraph.masked, cue.end):
            return _of_others(paragraph, number, cue, others.start("by"))
        if cue.verb in _HAVING and _FROM_ANOTHER.search(paragraph.masked, cue.end, start):
            # As in "Lee found a note from the cook: '...'".
            return Found(None, number, cue.word, 0.25)
        first = max(paragraph.sentences[sentence][0] - 2, cue.end - _LONGEST_READ, 0)
        if cue.tense in FINITE_TENSES and _QUOTING.search(paragraph.masked, first, cue.end):
            # The words are Lee's, or what Kay says about them.
            return Found(cue.subject, number, cue.word, _CALLED_SO)
        if _is_borne(paragraph, low, start):
            # "Lee wore a shirt reading '...'"
            return Found(None, number, cue.word, _BORNE)
    if cue.end <= start and any(said.search(paragraph.masked, cue.end, start) for said in (_IS_CALLED, _IS_TOLD)):
        return Found(None, number, cue.word, 0.25)
    if cue.verb in _RECALLING and cue.end <= start and _ANOTHERS.fullmatch(paragraph.masked, cue.end, start):
        # What is recalled was said by another.
        owned = next((one for one in scored if one[1].tense == "noun" and cue.end < one[1].start < start), None)
        if owned is not None and paragraph.masked.endswith(" that ", 0, start):
            return Found(owned[1].subject, number, owned[1].word, _confidence(owned[0]))
        return Found(None, number, cue.word, 0.25)
    if cue.end <= start and any(
        _is_a_messages(paragraph, other, cue.end, start) for other in here[max(0, split - _NEAR) : split]
    ):
        # "Lee said she got a letter saying '...'"
        return Found(None, number, cue.word, 0.25)
    objects = cue.verb == "object" and _OBJECTED.fullmatch(paragraph.masked, cue.end, start) is not None
    if objects or (cue.end <= start and _ANOTHER_LISTED.search(paragraph.masked, max(cue.end, start - 40), start)):
        return Found(None, number, cue.word, 0.25)
    another = _in_list(paragraph, cue, start, end)
    if another is not None:
        # "Lee said '...', Ruiz '...'"
        return Found(another, number, cue.word, _LISTED)
    another = _in_own_words(paragraph, cue, start)
    if another is not None:
        return Found(another, number, ":", 0.8)
    another = _in_own_clause(paragraph, cue, start)
    if another is not None:
        return Found(another, number, None, _CALLED_SO)
    via = _via(paragraph, sentence, cue)
    rival = max(
        (points + _thing_share(other, cue) for points, other in scored if _rivals(paragraph, other, cue)), default=None
    )
    doubt = _doubt(paragraph, cue, start, score, rival)
    return Found(cue.subject, number, cue.word, _confidence(score), via, doubt)


def _says_so(paragraph: Paragraph, near: list[Cue], start: int, end: int) -> bool:
    """Whether somebody is told, before or right after the quotation at start-end, to say what its sentence tells."""
    for cue in near:
        if cue.subject is None or (cue.verb not in cues.STRONG and cue.tense != "according"):
            continue
        first = min(cue.start, cue.subject.start)
        if cue.end <= start or (first >= end and LETTER.search(paragraph.masked, end, first) is None):
            return True
    return False


def _is_questions(paragraph: Paragraph, sentence: int, start: int) -> bool:
    """Whether the words at `start` stand in the question that opens their sentence."""
    low = paragraph.sentences[sentence][0]
    return start - low < _LONGEST_QUESTION and _QUESTIONED.match(paragraph.masked, low, start) is not None


def _is_listener(paragraph: Paragraph, cue: Cue, end: int) -> bool:
    """Whether a headline has whom the words are told: "Cook 'left gas on', inquest told", "Court told Lee 'lied'"."""
    subject = cue.subject
    if not paragraph.headline or cue.word != "told" or subject is None:
        return False
    after = end <= subject.start < cue.start or (cue.inherited and end <= cue.start)
    if after:
        return not paragraph.masked[cue.end :].strip(" .")
    return cue.end <= end and subject.end <= cue.start and names.fold(subject.text.rsplit(" ", 1)[-1]) in _HEARING


def _denies_others(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether what somebody denies is that another said the words at `start`."""
    denied = _DENIES_OTHERS.match(paragraph.masked, cue.end, start) if cue.verb == "deny" and cue.end <= start else None
    return denied is not None and denied["verb"] in cues.VERBS


def _is_a_messages(paragraph: Paragraph, cue: Cue, low: int, high: int) -> bool:
    """Whether a word of saying between two offsets tells what a message says that nobody is told to have sent."""
    return (
        cue.subject is None
        and cue.tense == "ing"
        and low <= cue.start < high
        and MESSAGE.search(paragraph.masked, max(low, cue.start - LONGEST_MESSAGE), cue.start) is not None
    )


def _goes_on_to_say(paragraph: Paragraph, cue: Cue, cited: re.Match[str]) -> bool:
    """Whether somebody who cites a text only then says something: "Citing the charter, Lee said: '...'"."""
    if "rest" not in cited.groupdict() or cited["rest"] is None or cue.start < cited.start("rest"):
        return False
    return cue.tense in FINITE_TENSES and not cue.relative and not paragraph.masked.endswith(" that ", 0, cue.start)


def _is_borne(paragraph: Paragraph, low: int, start: int) -> bool:
    """Whether the words at `start` stand on something that nobody is told to have written: "held a sign saying '...'"."""
    bears = _BEARS.search(paragraph.masked, low, start)
    if bears is None or (bears["says"] and not bears["which"] and _WITH.search(paragraph.masked, low, bears.start())):
        return False
    noun_ends = paragraph.masked.index(" ", bears.start()) + 1
    message = MESSAGE.search(paragraph.masked, max(low, bears.start() - LONGEST_MESSAGE), noun_ends)
    return message is None or message["sent"] is None


def _in_list(paragraph: Paragraph, cue: Cue, start: int, end: int) -> Phrase | None:
    """Who stands before a quotation of a list that leaves out the word of saying: "Lee said '...' and Ruiz that it was '...'"."""
    text = paragraph.masked
    first = QUOTED.search(text, cue.end, start)
    if first is None or cue.inverted or cue.tense not in FINITE_TENSES:
        return None
    between = text[cue.end : first.start()]
    named = _CALLED_IT.fullmatch(between)
    if cue.verb in cues.NAMING_VERBS and named is None and between != " ":
        # Not "Lee hailed '...' and Ruiz '...'".
        return _in_list_of_names(paragraph, cue, first.start(), start)
    if any(phrase.kind is PhraseKind.NAME for phrase in paragraph.phrases_between(cue.end, first.start())):
        # "Lee told Ruiz '...' and Kay '...'"
        return None
    for phrase in reversed(paragraph.phrases_between(max(first.start(), start - _LONGEST_LISTED), start)):
        goes_on = _LIST_GOES_ON.fullmatch(text, phrase.end, start)
        alike = named is not None and named["article"] and text[phrase.end : start] in {" a ", " an ", " the "}
        too = _speaks_of_too(between, text[phrase.end : start])
        group = phrase.kind in _NAMELESS and too
        if not (group or (phrase.kind is PhraseKind.NAME and (goes_on or alike or too))):
            continue
        listed = _LISTS.search(text, max(0, phrase.start - 12), phrase.start)
        if listed is None or phrase.possessive or phrase.owner or not (group or is_person(phrase.core)):
            return None
        if too:
            # "and the mayor of '...'" may tell what the mayor is of.
            # "Lee blamed him for '...', Ruiz for '...'": Ruiz blames or is blamed.
            return replace(phrase, unsure=True) if group or _OBJECT_FIRST.match(between) else phrase
        if goes_on is None or goes_on["that"]:
            return phrase
        begins = _LIST_BEGINS.fullmatch(text, cue.end, first.start())
        if (begins is None and named is None) or _TELLS_OF.match(paragraph.quoted(start, end)):
            # "Lee said the mayor was '...' and Ruiz '...'", "Lee said '...' and Ruiz 'was there'"
            return None
        # "Lee called it '...' and Ruiz '...'": what Ruiz called it, or what Lee called Ruiz.
        unsure = (begins is not None and begins["was"]) or (cue.verb in cues.NAMING_VERBS and listed["joined"])
        return replace(phrase, unsure=True) if unsure else phrase
    return None


def _in_list_of_names(paragraph: Paragraph, cue: Cue, first: int, start: int) -> Phrase | None:
    """Who else calls the same thing something: "Lee called the bill '...', Ruiz '...'"; never sure, since Lee may call Ruiz so."""
    text = paragraph.masked
    things = paragraph.phrases_between(cue.end, first)
    if len(things) != 1 or things[0].kind is not PhraseKind.THING or text[things[0].end : first].strip():
        return None
    for phrase in paragraph.phrases_between(max(first, start - _LONGEST_LISTED), start)[-1:]:
        person = phrase.kind is PhraseKind.NAME and is_person(phrase.core) and not phrase.possessive
        beside = text[phrase.end : start] == " " and _LISTS.search(text, max(0, phrase.start - 12), phrase.start)
        if not person or not beside:
            return None
        # "Lee called the bill '...' and Ruiz '...'": what Lee called Ruiz, where no other is listed.
        alone = (
            beside["joined"]
            and len(_RUNS.findall(text, max(first, phrase.start - 2 * _LONGEST_LISTED), phrase.start)) == 1
        )
        return None if alone else replace(phrase, unsure=True)
    return None


def _in_own_clause(paragraph: Paragraph, cue: Cue, start: int) -> Phrase | None:
    """Who acts in a clause after a semicolon that holds the quotation and no word of saying: "Lee said no; Kay preferred '...'"."""
    text = paragraph.masked
    opens = text.rfind("; ", max(cue.end, start - _LONGEST_LISTED), start) + 2 if cue.end <= start else 1
    for phrase in paragraph.phrases_between(opens, start)[:1] if opens > 1 else ():
        named = phrase.kind is PhraseKind.NAME and phrase.start == opens and not phrase.possessive
        return phrase if named and is_person(phrase.core) and not QUOTED.search(text, opens, start) else None
    return None


def _speaks_of_too(first: str, other: str) -> bool:
    """Whether one word joins two quotations to what is said, and to who says it too: "Lee spoke of '...' and Ruiz of '...'"."""
    one, two = _SPOKE_OF.fullmatch(_OBJECT_FIRST.sub(" ", first, count=1)), _SPOKE_OF.fullmatch(other)
    return one is not None and two is not None and (one["how"] == two["how"] or {one["how"], two["how"]} == _ABOUT)


def _in_own_words(paragraph: Paragraph, cue: Cue, start: int) -> Phrase | None:
    """Who goes on in a clause without a word of saying: "The firm said no, but its owner, Ann Lee, went further: '...'"."""
    text = paragraph.masked
    tone = _TONE.search(text, max(cue.end, start - _LONGEST_TONE), start) if cue.end <= start else None
    if tone is None:
        return None
    for clause in reversed([*_NEXT_CLAUSE.finditer(text, cue.end, tone.start() + 1)]):
        for phrase in paragraph.phrases_between(clause.end(), tone.start() + 1)[:1]:
            named = paragraph.named_after(phrase) or phrase
            if phrase.start == clause.end() and phrase.kind is not PhraseKind.THING and not phrase.possessive:
                return named if _UP_TO_TONE.fullmatch(text, named.end, tone.start()) else None
        return None
    return None


def _of_others(paragraph: Paragraph, number: int, cue: Cue, named: int | None) -> Found:
    """Whose words somebody rejects or reads out: those of the phrase that begins at `named`, else nobody's."""
    for phrase in [] if named is None else paragraph.phrases_between(named, named + 120)[:1]:
        if phrase.start == named and phrase.kind is not PhraseKind.THING and not phrase.possessive:
            return Found(paragraph.named_after(phrase) or phrase, number, cue.word, _OTHERS_WORDS)
    return Found(None, number, cue.word, 0.25)


def is_faced(paragraph: Paragraph, start: int) -> bool:
    """Whether the words at `start` are what others, who are not named, call for, accuse somebody of or tell somebody."""
    first = paragraph.sentences[paragraph.sentence_of(start)][0]
    return _FACED.search(paragraph.masked, max(first, start - _LONGEST_FACED), start) is not None


def _is_inserted(paragraph: Paragraph, cue: Cue, start: int, end: int) -> bool:
    """Whether a quotation stands among other words in an aside after who speaks: "Lee - 'a snake', to some - said"."""
    subject, text = cue.subject, paragraph.masked
    if subject is None or subject.end > start:
        return False
    if EXPLAINS.fullmatch(text, subject.end, start) and LETTER.search(text, subject.end, start):
        # "Lee, the 'rat king', said"
        return text.startswith((", ", ") "), end) or text[end - 1] == masked_sentences.COMMA
    opens, closes = _DASH_OPENS.match(text, subject.end, start), _DASH_CLOSES.search(text, end, cue.start)
    if opens is None or closes is None:
        return False
    return LETTER.search(text, opens.end(), start) is not None or LETTER.search(text, end, closes.start()) is not None


def _in_relative_clause(
    paragraph: Paragraph, scored: list[tuple[float, Cue]], best: tuple[float, Cue], start: int, end: int
) -> tuple[float, Cue] | None:
    """The word of saying of a clause of whom, where the best one has words of its own: "Unlike Kay, who called it '...', Lee said no"."""
    cue = best[1]
    if cue.start < end or cue.inverted or _OWN_WORDS.match(paragraph.masked, cue.end) is None:
        return None
    for score, other in reversed(scored):
        if other.end <= start and len(WORD.findall(paragraph.masked[other.end : start])) <= 1:
            return (score, other) if other.relative else None
    return None


def _in_later_clause(
    paragraph: Paragraph, scored: list[tuple[float, Cue]], best: tuple[float, Cue], start: int
) -> tuple[float, Cue] | None:
    """The word of saying of a clause that follows the best one's and holds the quotation: "Lee spoke after she called it '...'"."""
    cue = best[1]
    if cue.end > start:
        return None
    for score, other in reversed(scored):
        if (
            other.end <= start
            and other.tense in FINITE_TENSES
            and not other.inverted
            and in_later_clause(paragraph.masked, cue, other)
            and "," not in paragraph.masked[other.end : start]
        ):
            return score, other
    return None


def _thing_share(other: Cue, cue: Cue) -> float:
    """What a thing that speaks counts more as a rival than as a speaker: "A voice told her to '...', Lee said"."""
    speaks = other.subject is not None and other.subject.kind is PhraseKind.THING and other.verb in cues.STRONG
    return _THING if speaks and other.end <= cue.start else 0.0


def _in_nearer_noun(
    paragraph: Paragraph, near: list[Cue], best: tuple[float, Cue], start: int
) -> tuple[float, Cue] | None:
    """The noun of saying that a verb takes, and that the quotation belongs to: "Lee welcomed Kay's promise to be '...'"."""
    cue = best[1]
    if cue.tense not in FINITE_TENSES or cue.verb in cues.STRONG or cue.end > start:
        return None
    for other in reversed(near):
        subject = other.subject
        if other.tense != "noun" or other.end > start or subject is None or subject.start <= cue.end:
            continue
        if other.word in _GIVEN and _TO_BE.fullmatch(paragraph.masked, other.end, start):
            sure = _STRONGEST if subject.kind is PhraseKind.NAME else _BEST_UNSURE
            return min(best[0], sure), other
    return None


def _charged(paragraph: Paragraph, number: int, cue: Cue, start: int, end: int) -> Found | None:
    """Whose words somebody rejects that stand in marks before a noun of saying: "Lee rejects 'lying' claim by Kay".

    What is rejected may be called a name as well, "Lee dismissed Kay's 'absurd' claim", which only the words can tell.
    """
    if cue.end > start or cue.inverted or cue.verb not in _REJECTING:
        return None
    text = paragraph.masked
    own = [phrase for phrase in paragraph.possessors_between(cue.end, start) if phrase.end + 3 >= start]
    if _UP_TO_CHARGE.fullmatch(text, cue.end, own[0].start if own else start) is None:
        return None
    deed = _DEED.match(paragraph.quoted(start, end)) is not None
    charge = _CHARGE.match(text, end)
    if charge is None:
        # "Lee denies 'lying' to the panel"
        return Found(None, number, cue.word, 0.25) if deed and cue.verb == "deny" and not own else None
    if not deed and cue.verb != "deny":
        return Found(cue.subject, number, cue.word, _CALLED_SO) if own or charge["by"] else None
    if own:
        return Found(own[0], number, cue.word, _OTHERS_WORDS)
    return _of_others(paragraph, number, cue, charge.end() if charge["by"] else None)


def _score(paragraph: Paragraph, cue: Cue, start: int, end: int) -> float | None:
    """How well a word of saying explains the quotation at start-end of the paragraph; None when it cannot."""
    text = paragraph.masked
    subject = cue.subject
    assert subject is not None
    score = cue.strength + cue.link
    if subject.kind is PhraseKind.THING:
        score -= _THING
    if is_agency(subject):
        score -= 1.5
    if cue.start >= end:
        if cue.tense == "noun":
            # "'No,' was Lee's answer", "'No' was the answer of Lee", "'No,' came the answer from Lee"
            between = _WAS.fullmatch(text, end, subject.start) or WAS_THE.fullmatch(text, end - 1, cue.start)
            return score + 2.0 if between else None
        first = cue.start if cue.inherited or subject.start < end else min(cue.start, subject.start)
        gap = text[end:first]
        if (not LETTER.search(gap) or _AS.fullmatch(gap)) and not QUOTED.search(gap) and ";" not in gap:
            adjacent = 2.2
            if _introduces(text, cue, subject) and text[end - 2] == masked_sentences.HIDDEN:
                # "On Kay's offer of '...', Lee says: '...'": what follows is Lee's.
                adjacent = -0.5
            elif cue.tense == "ing" and cue.inherited:
                adjacent = -1.5
            elif cue.inherited:
                adjacent = -0.5
            elif (
                not cue.inverted
                and cue.verb not in cues.STRONG
                and text[end - 1] == masked_sentences.HIDDEN
                and ("," not in gap or _OBJECT.match(text, cue.end))
            ):
                adjacent = 0.2
            return score + adjacent
        words = len(WORD.findall(gap[:400]))
        score -= 0.3 + words * 0.06 + (0.5 if QUOTED.search(gap) else 0.0) + (2.0 if ";" in gap else 0.0)
        if cue.inherited or cue.verb not in cues.STRONG:
            score -= 1.5
        if _CLAUSE_BEFORE.search(gap):
            # "... 'a fair deal', hours after Lee urged ...": another matter.
            score -= 1.2
        return score
    if cue.end > start:
        return None
    # "seen by Lee as '...'"
    gap = text[subject.end if cue.end <= subject.start < subject.end <= start and not cue.inverted else cue.end : start]
    hidden = QUOTED.search(gap) is not None
    if cue.inverted:
        # "..." said Lee, "..."
        return score + 1.2 - min(len(gap) / 150, 1.5)
    if cue.tense == "noun" and (not _tied(paragraph, cue, start) or _is_named(paragraph, cue, start)):
        return None
    if cue.end <= subject.start and gap.startswith(","):
        # "Lee's announcement, reported by his office, follows ..."
        score -= 1.5
    words = len(WORD.findall(gap[-400:]))
    score += 1.0 - words * 0.07 - (0.25 if hidden else 0.0)
    tail = gap.rstrip()
    if tail.endswith(":"):
        # Ruiz wrote to Lee, who snapped: "..."
        score += 1.6 if cue.relative and words == 0 else 0.8
    elif words <= 1 or (words <= 4 and gap.rstrip().endswith((",", " that"))):
        score += 0.6
    if cue.relative and words > _NEAR:
        # "told a woman who suggested that ... that '...'"
        score -= 1.0
    if _another_clause(paragraph, cue, subject, start):
        score -= 2.5
    if re.search(r";|, (?:but|while|whereas|although) ", gap):
        score -= 0.7
    if " that " in gap[:-6]:
        # What follows belongs to a clause inside the reported one.
        score -= 0.4
    naming = cue.verb in cues.NAMING_VERBS
    if naming:
        score += 0.5
    if (
        words <= 1
        and (naming or tail.endswith(" as"))
        and subject.kind is not PhraseKind.PRONOUN
        and _WHAT.search(text, max(0, cue.start - 60), cue.start)
    ):
        # "In what Lee called '...', Kay said no": nothing after it can take the words from Lee.
        score += 3.0
    return score


def _introduces(text: str, cue: Cue, subject: Phrase) -> bool:
    """Whether a colon and a quotation follow a word of saying whose subject stands before it, or whom he says it to."""
    return not cue.inverted and subject.start < cue.start and _INTRODUCES.match(text, cue.end) is not None


def _another_clause(paragraph: Paragraph, cue: Cue, subject: Phrase, start: int) -> bool:
    """Whether a word of saying stands in a clause of its own before the one that quotes: "If Lee says no, they promise '...'"."""
    text = paragraph.masked
    first = paragraph.sentences[paragraph.sentence_of(subject.start)][0]
    if not _CONDITION.search(text, max(0, subject.start - 30), subject.start) and not _TOLD_FIRST.match(text, first):
        return False
    comma = text.find(",", cue.end, start)
    return comma >= 0 and any(paragraph.leads(phrase) for phrase in paragraph.phrases_between(comma, start))


def _is_named(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether a noun of saying is what somebody else gives a name to: "Reed called Lee's offer '...'"."""
    subject = cue.subject
    if subject is None or paragraph.masked[cue.end : start].strip():
        return False
    return _NAMES_IT.search(paragraph.masked, max(0, subject.start - 40), subject.start) is not None


def _tied(paragraph: Paragraph, cue: Cue, start: int) -> bool:
    """Whether a noun of saying governs the quotation: only "of", "for", "to hold", "that" or the like between."""
    gap = paragraph.masked[cue.end : start]
    if len(gap) > 120 or re.search(r"[;.]", gap):
        return False
    words = [word.lower() for word in WORD.findall(gap)]
    if words == ["as"]:
        # "Kay rejected Lee's offer as '...'"
        return False
    if not words or words[0] == "that" or ": " in gap:
        return True
    if cue.verb in _SAYINGS and _SHORT_ANSWER.fullmatch(gap):
        return True
    if cue.verb in cues.ANSWERS and _SHORT_ANSWER.fullmatch(gap):
        first = paragraph.sentences[paragraph.sentence_of(cue.start)][0]
        return len(WORD.findall(paragraph.masked[first : cue.start])) <= _FEW
    last = words[-1]
    if any(
        word in cues.AUXILIARIES or (word in cues.VERBS and word.endswith(("ed", "es", "s")) and word not in cues.NOUNS)
        for word in words
    ):
        return False
    if words[0] not in _GOVERNING and len(words) > 1:
        return False
    return (
        gap.rstrip().endswith((":", ","))
        or last in cues.PREPOSITIONS
        or last in {"a", "an", "the", "that", "no", "his", "her", "their"}
        or (len(words) >= 2 and (words[-2] == "to" or last.endswith("ing")))
    )


def _via(paragraph: Paragraph, sentence: int, cue: Cue) -> str | None:
    """The agency or platform that relayed the words."""
    first, last = paragraph.sentences[sentence]
    text = paragraph.masked[first : min(last, first + 600)]
    for found in _VIA.finditer(text):
        platform = found.group("platform")
        if platform:
            return platform
        raw = found.group("told") or found.group("agency") or ""
        name = (
            re.sub(
                r"^(?:the |its |state(?:-owned|-run)? |[A-Z]\w+(?:['\u2019]s|n|ish|ese) |news agency |media )+", "", raw
            )
            .removesuffix(" news agency")
            .rstrip(".")
        )
        called = name.partition(" of ")[0].split()
        if (
            called
            and names.fold(called[-1]) in cues.AGENCIES
            and not (cue.subject is not None and name in cue.subject.text)
        ):
            return name
    return None


def _confidence(score: float) -> float:
    """From the score of a word of saying to the share of such quotations whose speaker is right (hand-set)."""
    if score >= 4.8:
        return 0.97
    if score >= 4.0:
        return 0.95
    if score >= 3.2:
        return 0.88
    if score >= 2.5:
        return 0.8
    if score >= 1.8:
        return 0.68
    if score >= 1.0:
        return 0.55
    return 0.42


def _doubt(paragraph: Paragraph, cue: Cue, start: int, score: float, rival: float | None) -> float:
    """What makes a speaker less sure than the score of its word of saying tells (hand-set)."""
    doubt = 0.0
    if rival is not None and score - rival < _CLEAR_LEAD:
        doubt += 0.175
    subject = cue.subject
    if subject is not None and subject.kind is PhraseKind.COLLECTIVE:
        doubt += 0.05
    if cue.end <= start:
        if subject is not None and paragraph.masked[max(0, subject.start - 5) : subject.start].lower() == "what ":
            # "they fear what she called '...'": to some it is theirs.
            doubt += 0.15
        if not doubt and _goes_on(paragraph, cue):
            return 0.0 if score >= _STRONGEST else -0.07
        if cue.link <= 0.8:  # an agent, or a subject far away
            doubt += 0.08
        if cue.inherited:
            doubt += 0.01
    if doubt or score >= _STRONGEST:
        return doubt
    # Nothing speaks against it, and the word stands further off only because the sentence is long.
    return -0.13 if _opens_sentence(paragraph, cue) else -0.07


def _goes_on(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a word of saying goes on with what the sentence's subject says: "Lee told them ..., saying ..."."""
    return (
        cue.tense == "ing"
        and cue.inherited
        and cue.verb in cues.STRONG
        and paragraph.masked[max(0, cue.start - 3) : cue.start].rstrip().endswith(",")
        and cue.subject == paragraph.main_subject(paragraph.sentence_of(cue.start))
    )


def _opens_sentence(paragraph: Paragraph, cue: Cue) -> bool:
    """Whether a sentence begins with who speaks and a word that hardly does anything but report: "Lee said that ..."."""
    return (
        cue.verb in cues.STRONG
        and cue.subject is not None
        and cue.subject.kind is not PhraseKind.THING
        and cue.subject == paragraph.main_subject(paragraph.sentence_of(cue.start))
    )


def _rivals(paragraph: Paragraph, other: Cue, cue: Cue) -> bool:
    """Whether another word of saying may give the words to somebody else than `cue` does."""
    if other.subject is None or cue.subject is None or other.subject.text.lower() == cue.subject.text.lower():
        return False
    if other.subject.text.lower() == "we":
        # "as we reported earlier": the page itself
        return False
    if other.end <= cue.subject.start and _CLAUSE_BEFORE.search(paragraph.masked, other.end, cue.subject.start):
        # "Kay spoke out after Lee proposed '...'"
        return False
    if other.start < cue.end or cue.subject.start > cue.start:
        return True
    # What is reported: "Lee said that Kay sought '...'", "Lee said that he feels '...'" are Lee's words.
    return other.verb not in cues.WEAK_VERBS and other.subject.text.lower() not in {"he", "she"}


def _start(cue: Cue) -> int:
    return cue.start


def _can_be_person(phrase: Phrase) -> bool:
    """Whether a phrase can mean one person."""
    return phrase.kind in {PhraseKind.NAME, PhraseKind.ROLE} or phrase.text.lower() in {"he", "she"}


def _relays(phrase: Phrase) -> bool:
    """Whether a phrase names an office or an agency, which passes on what its chief said."""
    return phrase.kind is PhraseKind.INSTITUTION or is_agency(phrase)


def is_wire(phrase: Phrase) -> bool:
    """Whether a phrase names a news agency, which hardly ever speaks for itself."""
    words = [names.fold(word).removesuffix("'s") for word in phrase.core.split()]
    return bool(words) and (words[-1] in cues.WIRES or words[-2:] == ["news", "agency"])


def is_agency(phrase: Phrase) -> bool:
    """Whether a phrase names one that passes on what others say: an agency, a broadcaster, a newspaper."""
    words = [names.fold(word) for word in phrase.core.split()]
    if phrase.kind is not PhraseKind.NAME or not words:
        return False
    if words[-1] == "agency":
        # "the Energy Agency" speaks for itself
        return len(words) == 1 or words[-2] in {"news", "press", "telegraph"}
    # "Emily Post" is a person.
    person = len(words) == 2 and words[-1] in _SURNAMES_TOO and names.gender_of(words[0]) is not None
    return words[-1] in cues.AGENCIES and not person
