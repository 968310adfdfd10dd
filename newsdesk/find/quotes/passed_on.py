"""Another's words that somebody passes on: an agency reports them, an office says what its chief said, somebody reads out, recalls or finds them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from newsdesk.find.quotes import cues, names
from newsdesk.find.quotes.agencies import is_wire, relays
from newsdesk.find.quotes.chosen_cue import NOBODYS, OTHERS_WORDS
from newsdesk.find.quotes.cue_scores import confidence_of
from newsdesk.find.quotes.found_speaker import Found
from newsdesk.find.quotes.noun_phrases import PhraseKind
from newsdesk.find.quotes.words_of_saying import FINITE_TENSES, INTRODUCED, LONGEST_MESSAGE, MESSAGE
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

if TYPE_CHECKING:
    from newsdesk.find.quotes.chosen_cue import ChosenCue
    from newsdesk.find.quotes.speech import Paragraph
    from newsdesk.find.quotes.words_of_saying import Cue

_PASSING_ON = frozenset({"report", "quote", "cite"})
_TELLING = word_set("say claim recall remember")
_RECALLED_SAYING = late_pattern(
    r" (?P<who>[^,.;:\x01-\x04]{2,60}) (?:saying|telling (?:him|her|them|me|us)|shouting|whispering|yelling|screaming|crying|joking)(?= |[.,]|\Z)"
)
"""What follows "recalled" after words that another said: "'...,' Lee recalled the girl saying"."""
_HAD_TOLD = late_pattern(
    r" (?:that )?(?P<who>[^,.;:\x01-\x04]{2,60}?)(?:, [A-Z][^,.;:\x01-\x04]{2,40},)? (?:(?:had|has|once|then|later) ){0,2}(?:told|tells|said to|shouted at|whispered to) (?:him|her|them)(?= (?:at|in|on|that|last|as|when|before|after)\b|[.,]|\Z)"
)
"""What follows who says that another told it: "'...,' Lee said his doctor had told him"."""
_BEING_TOLD = late_pattern(
    r" (?:being|having been) (?:told|asked|warned|informed|advised|ordered)(?: (?:[a-z]+ ){0,2}by (?P<by>[^,;:.\x01-\x04]{2,60}))?"
)
"""What follows who recalls another's words."""
_READ_FOR = late_pattern(
    r"\b(?:read|reads|reading|issued|released|shared|published) (?:out )?(?:aloud )?(?:from )?(?:an?|the|one) (?:[a-z]+ ){0,2}(?:statement|letter|message|email|e-mail|note"
    r"|tribute|prayer|poem|text)(?: written| signed| sent| left)? (?:on behalf of|from|by) (?P<by>(?:(?! and (?:then |later |also )?[a-z]+ed\b| and (?:then |later |also )?(?:said|told|wrote)\b)[^;:\x01-\x04]){2,80})(?:,? (?:which|that) (?:said|says|read|went))?: ?\Z"
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
_READING_FROM = late_pattern(
    r"(?:\A|, |[.?!\x01-\x04] )[Rr]eading(?: out| aloud)? from (?:(?:an?|the|his|her|their) [a-z]+|[A-Z][\w-]*(?: [A-Z][\w-]*)?)['\u2019]s? (?:[a-z]+ ){0,2}"
    r"(?:diary|diaries|journal|letters?|statement|messages?|emails?|e-mails?|notes?|report|transcript|logbook|memoirs?|speech|testimony|will|book|poem)\b"
    r"[^,;:.\x01-\x04]{0,60}, "
)
"""What stands before whoever reads another's words to others: "Lee, reading from Kay's diary, said"."""
_TOLD_THEM = late_pattern(r" (?:the (?:[a-z]+ )?[a-z]+|reporters|journalists|him|her|them|us|me): ?[\x01-\x04]")
"""Who is told what is read out, and the words: " the jury: '...'"."""
_READ_ON_BEHALF = late_pattern(
    r"\b(?:read|reads|reading|issued|released|delivered)(?: out)?(?: aloud)? (?:an?|the|this|one) (?:[a-z]+ ){0,2}(?:statement|letter|message|email|e-mail|note|tribute|apology)"
    r"(?: aloud| out)? on (?:his|her|their) behalf(?: [^,;:\x01-\x04]{1,40})?: ?\Z"
)
"""What somebody reads to others for one who is told before: "his solicitor read a statement on his behalf: '...'"."""
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
_HAVING = word_set("find see read quote cite share report point offer put post")
"""Verbs that may tell what somebody has from another."""
_FROM_ANOTHER = late_pattern(
    r" an?(?:other)? (?:[a-z-]+ ){0,2}(?:note|letter|card|postcard|message|text|email|e-mail|voicemail|memo)"
    r" from (?:the|an?|his|her|their|its|[A-Z][\w\u2019'-]*) [^,;:.\x01-\x04]{2,60}: ?\Z"
)
"""What stands after such a verb where the words are those of whom a message is from."""
_FINDING = word_set("find see")
_WRITTEN = late_pattern(
    r" (?:an?|the|one|another) (?:[a-z-]+ ){0,3}(?:note|letter|card|postcard|message(?! in\b)|scrap of paper|slip of paper|piece of paper|inscription|sign|poem|leaflet|notice)"
    r"(?: (?:in|on|under|behind|beside|inside|at|pinned|taped|stuck|left|hidden)\b[^,;:.\x01-\x04]{0,60})?: ?"
)
"""What somebody finds that another wrote: "found a note under the door: '...'"."""
_GOT_FROM = late_pattern(
    r"\b(?:note|letter|card|postcard|message|text|email|e-mail|voicemail|memo|telegram|reply)s?,? (?:(?:that|which) )?[^,;:.\x01-\x04]{2,40}? (?:(?:had|has|once|then|later) )?"
    r"(?:got|gets|received|receives|been sent|was sent|were sent|keeps|kept|found|read) from (?P<sender>[^,;:.\x01-\x04]{2,60}) (?:said|says|read|reads|went|ran|began|ended):? \Z"
)
"""What somebody got from another, which tells the words: "The message Lee got from Kay said: '...'"."""
_GOT_ONE = late_pattern(
    r"\b(?:note|letter|card|postcard|message|text|email|e-mail|voicemail|memo|telegram|reply),? (?:(?:that|which) )?[^,;:.\x01-\x04]{2,40}? (?:(?:had|has|later) )?"
    r"(?:got|gets|received|receives|opened|found|(?:was|were|been) (?:sent|shown|given|handed))(?: (?:in|on|at|from|after|that|last|by)\b[^,;:.\x01-\x04]{1,40})? \Z"
)
"""The same where nothing tells from whom: "the email Lee received said"."""
_SENT_FROM = late_pattern(
    r"\b(?:(?P<what>note|letter|card|postcard|message|text|email|e-mail|voicemail|memo|telegram|words)(?: (?:left|written|signed|sent))? (?:from|by|(?<=words )of)|[Ii]t (?:was|came) from) (?=[^;:.\x01-\x04]{2,80}: ?\Z)"
)
"""What stands before whom a message is from whose words follow."""
_LONGEST_SENT = 120
_SENT_ONE = late_pattern(
    r"\b(?P<what>note|letter|card|postcard|message|text|email|e-mail|voicemail|memo|telegram)(?: that)? (?=[^;:.\x01-\x04]{2,60} (?:had )?(?:sent|left|wrote)\b[^;:.\x01-\x04]{0,30}: ?\Z)"
)
"""What stands before whoever sent a message: "the last text Lee sent her: '...'"."""
_AFTER_SENDER = late_pattern(
    r"(?: to [^,;:.\x01-\x04]{2,40})?(?: (?:had )?(?:sent|left|wrote)(?: (?:him|her|them|me|us|to [^;:.\x01-\x04]{2,30}))?)?: ?"
)
_OWN_MESSAGE = late_pattern(
    r"['\u2019]s? (?:[a-z]+ ){0,2}(?P<what>words|note|letter|card|postcard|message|text|email|e-mail|voicemail|memo|telegram|reply|answer|response): ?\Z"
)
"""A message with whose it is before it: "still has Lee's last text: '...'"."""
_ON_A_BEARER = late_pattern(
    rf"\b(?:an?|the|one|another|his|her) (?:[a-z-]+ ){{0,2}}(?:{'|'.join(sorted(names.BEARERS))}): ?\Z"
)
"""Something that bears words: "walked past a banner: '...'"."""
_WRITES_ON = late_pattern(
    r"\b(?:wrote|writes|writing|written|painted|paints|painting|scrawled|sprayed|daubed|scribbled|put|printed|stitched)\b[^,;:.\x01-\x04]{0,40}: ?\Z"
)
"""What stands there where somebody makes such a thing: "Lee wrote on a banner: '...'"."""
_ABOUT_ONE = late_pattern(
    r"(?<!woke )(?<!home )\b(?:by|at|over|about|of|on|in|with|to|from|after|despite)(?: an?| the| his| her| one| another)?(?: [a-z-]+){0,2} \Z"
)
"""What stands before a message that somebody only reacts to: "angered by a letter"."""
_LONGEST_ARTICLE = 40
_SENDERS = frozenset({PhraseKind.NAME, PhraseKind.ROLE, PhraseKind.COLLECTIVE, PhraseKind.INSTITUTION})
_BORNE = 0.4
"""Confidence in nobody, whose words stand on something."""
_LONGEST_READ = 200
_RECALLING = word_set("recall remember repeat quote cite invoke echo")
_OWNED = (
    r"(?:(?:his|her|their|its|an?|the|[A-Z][\w-]*) )?(?:[A-Za-z][\w-]* ){0,2}[A-Za-z][\w-]*['\u2019]s? (?:[a-z]+ ){0,2}"
)
_SAYINGS = r"(?:advice|words?|warning|motto|maxim|line|joke|verdict|saying|promise|remark|message|plea|advert|slogan)(?: to [a-z ]{2,30})?"
_ANOTHERS = late_pattern(rf" {_OWNED}{_SAYINGS}(?:[:,]| that)? ?")
"""Words that are another's, whom somebody recalls: " her father's advice: "."""
_READ = late_pattern(
    rf" (?:out |aloud )?(?:from )?{_OWNED}(?:{_SAYINGS}|(?:letter|statement|tribute|text|email|note|poem|prayer|speech|testimony|diary|journal|memoir|will)(?: to [a-z ]{{2,30}})?)(?: aloud| out)?: ?"
)
"""The same of what somebody reads to others: " out Lee's letter: "."""
_AT_ANOTHERS = late_pattern(rf" (?:at|over|about|of) {_OWNED}{_SAYINGS}: ?")
_REACTS_TO = late_pattern(r"\b(?:about|at|over|by) \Z")
_QUOTING_FROM = frozenset({"quote", "cite"})
_WRITERS = frozenset({PhraseKind.NAME, PhraseKind.ROLE})
"""Those whose words they may be."""
_QUOTES_ANOTHER = 0.7
"""Confidence in who speaks while quoting another: the words are that one's, or what the speaker says about them."""
_QUOTED_AS = word_set("quoted quotes quoting cited cites citing")
_THROUGH = late_pattern(
    r"\b(?:[Tt]hrough (?=(?:his|her|their|its|an?) [a-z])|(?:statement|letter|message|note|tribute|apology|words|email|text),? (?:which was |that was )?"
    r"(?:read|passed on|relayed|released|issued|delivered)(?: out)?(?: aloud)?(?: in court| to (?:the|his|her|their) [a-z]+| on (?:his|her|their) behalf)? by )"
)
"""What stands before whoever passes on another's words: "in a statement read out by his lawyer, Kay,"."""
_LONGEST_LOOK = 400


def by_a_wire(chosen: ChosenCue) -> Found | None:
    """What a news agency only reports tells no speaker."""
    passes_on = chosen.cue.verb in _PASSING_ON and is_wire(chosen.subject)
    return chosen.nobodys(via=chosen.subject.core) if passes_on else None


def by_an_office(chosen: ChosenCue) -> Found | None:
    """Lee in "Lee told them that '...'," the ministry said: the ministry relays what Lee said."""
    relayed = relays(chosen.subject)
    if chosen.spoken is None or not chosen.leads or not (relayed or chosen.cue.tense == "according"):
        return None
    score, cue = chosen.spoken
    via = chosen.subject.text if relayed else None
    return Found(cue.subject, chosen.number, cue.word, confidence_of(score), via)


def by_whom(chosen: ChosenCue) -> str | None:
    """The name of whoever passes on what the subject of a word of saying says: "Kay quoted Lee as saying", "Lee said through his lawyer, Kay,"."""
    cue, paragraph = chosen.cue, chosen.paragraph
    if cue.start < chosen.subject.start and not cue.inverted and cue.word in _QUOTED_AS:
        passer = paragraph.phrases_between(cue.start, chosen.subject.start)[:1]
        return passer[0].core if passer and passer[0].kind is PhraseKind.NAME else None
    if chosen.subject.kind is PhraseKind.INSTITUTION:
        # "A statement issued by Kay said"
        return None
    high = min(paragraph.sentences[chosen.sentence][1], chosen.first + _LONGEST_LOOK)
    for through in _THROUGH.finditer(chosen.text, chosen.first, high):
        for phrase in paragraph.phrases_between(through.end(), high)[:1]:
            passer_named = paragraph.named_after(phrase) or phrase
            beside = (
                phrase.start == through.end() and passer_named.kind is PhraseKind.NAME and not passer_named.possessive
            )
            return passer_named.core if beside and passer_named != chosen.subject else None
    return None


def had_told(chosen: ChosenCue) -> Found | None:
    """The doctor in "'...,' Lee said the doctor had told him"."""
    says = chosen.leads and not chosen.cue.inverted and chosen.cue.verb in _TELLING
    told = _HAD_TOLD.match(chosen.text, chosen.cue.end) if says else None
    if told is None or told["who"].partition(" ")[0].lower() in cues.CONJUNCTIONS | cues.PREPOSITIONS:
        # "'...,' Lee said when the doctor had told him": his own words
        return None
    return chosen.of_whom(told.start("who"), chosen.passer)


def recalled_saying(chosen: ChosenCue) -> Found | None:
    """The girl in "'...,' Lee recalled the girl saying"."""
    recalls = chosen.leads and chosen.cue.verb in {"recall", "remember"}
    recalled = _RECALLED_SAYING.match(chosen.text, chosen.cue.end) if recalls else None
    return None if recalled is None else chosen.of_whom(recalled.start("who"), chosen.passer)


def being_told(chosen: ChosenCue) -> Found | None:
    """Ruiz in "'No,' Lee recalls being told by Ruiz"."""
    told = _BEING_TOLD.match(chosen.text, chosen.cue.end)
    if told is None or not (chosen.leads or told.end() <= chosen.start):
        return None
    return chosen.of_whom(told.start("by") if told["by"] else None, chosen.passer)


def read_out(chosen: ChosenCue) -> Found | None:
    """Whose words somebody reads to others or cites: "Lee read a statement on behalf of Kay: '...'"."""
    if not chosen.follows:
        return None
    text, cue, start, low = chosen.text, chosen.cue, chosen.start, chosen.since(_LONGEST_READ)
    others = _READ_FOR.search(text, low, start) or _READ_WITH.search(text, low, start)
    # Who is quoted "as saying" it, as the cue tells.
    passes_on = not cue.inverted and cue.start < chosen.subject.start < cue.end
    if others is not None and not passes_on and not _goes_on_to_say(chosen, others):
        return chosen.of_whom(others.start("by") if others["by"] else None, chosen.passer)
    if not passes_on and _READ_ON_BEHALF.search(text, low, start):
        return _on_behalf(chosen)
    others = _READING_FOR.match(text, chosen.first)
    introduced = INTRODUCED.match(text, cue.end) or (cue.verb == "tell" and _TOLD_THEM.match(text, cue.end))
    if others is not None and others.end() < cue.start and introduced:
        return chosen.of_whom(others.start("by"), chosen.passer)
    return None


def _on_behalf(chosen: ChosenCue) -> Found:
    """Whose statement one who serves him reads out "on his behalf": Lee's, where "Lee's solicitor, Ann Kay," does; else nobody's who is told here."""
    before = chosen.paragraph.possessors_between(chosen.first, chosen.cue.start)
    owners = [phrase for phrase in before if phrase.kind is PhraseKind.NAME]
    if len(owners) == 1 and owners[0].start == chosen.first:
        return Found(owners[0], chosen.number, chosen.cue.word, OTHERS_WORDS, chosen.passer)
    return chosen.nobodys(via=chosen.passer)


def sent_by(paragraph: Paragraph, number: int, start: int) -> Found | None:
    """Whose message stands right before its words: the cook in "a note from the cook: '...'"; nobody where more follows that one."""
    low = max(paragraph.sentences[paragraph.sentence_of(start)][0], start - _LONGEST_SENT)
    if _ON_A_BEARER.search(paragraph.masked, low, start):
        return Found(None, number, None, _BORNE)
    owned = _OWN_MESSAGE.search(paragraph.masked, low, start)
    for owner in paragraph.possessors_between(low, owned.start())[-1:] if owned is not None else ():
        about = _ABOUT_ONE.search(paragraph.masked, max(low, owner.start - _LONGEST_ARTICLE), owner.start)
        if owned is not None and owner.end == owned.start() and owner.kind in _WRITERS and about is None:
            return Found(owner, number, owned["what"], OTHERS_WORDS)
    sent = _SENT_FROM.search(paragraph.masked, low, start) or _SENT_ONE.search(paragraph.masked, low, start)
    if sent is None or _ABOUT_ONE.search(paragraph.masked, max(low, sent.start() - _LONGEST_ARTICLE), sent.start()):
        return None
    for phrase in paragraph.phrases_between(sent.end(), start)[:1]:
        sender = paragraph.named_after(phrase) or phrase
        whole = phrase.start == sent.end() and _AFTER_SENDER.fullmatch(paragraph.masked, sender.end, start) is not None
        if whole and phrase.kind in _SENDERS:
            return Found(sender, number, sent["what"], OTHERS_WORDS)
    return Found(None, number, sent["what"], NOBODYS)


def had_from_another(chosen: ChosenCue) -> Found | None:
    """What somebody has from another: "Lee found a note from the cook: '...'"."""
    if not chosen.follows or chosen.cue.verb not in _HAVING:
        return None
    sent = sent_by(chosen.paragraph, chosen.number, chosen.start)
    had = _FROM_ANOTHER.search(chosen.text, chosen.cue.end, chosen.start) is not None
    written = chosen.cue.verb in _FINDING and _WRITTEN.fullmatch(chosen.text, chosen.cue.end, chosen.start) is not None
    return sent or (chosen.nobodys() if had or written else None)


def got_from_another(chosen: ChosenCue) -> Found | None:
    """Lund in "The message that Berg got from Lund said: '...'", which is no word of Berg's."""
    got = _GOT_FROM.search(chosen.text, chosen.since(_LONGEST_READ), chosen.start) if chosen.follows else None
    if got is not None:
        return chosen.of_whom(got.start("sender"))
    cue = chosen.cue
    had = _GOT_ONE.search(chosen.text, max(chosen.first, cue.start - _LONGEST_READ), cue.start)
    # "'Gone,' the email that Lee got said": nobody's who is told
    return chosen.nobodys(_BORNE) if had is not None and had.start() <= chosen.subject.end <= cue.start else None


def quoting(chosen: ChosenCue) -> Found | None:
    """Kay in "Quoting Lee, Kay said '...'", for what she quotes or says about it."""
    if not chosen.follows or chosen.cue.tense not in FINITE_TENSES:
        return None
    first = max(chosen.first - 2, chosen.cue.end - _LONGEST_READ, 0)
    if not any(quotes.search(chosen.text, first, chosen.cue.end) for quotes in (_QUOTING, _READING_FROM)):
        return None
    return Found(chosen.subject, chosen.number, chosen.cue.word, _QUOTES_ANOTHER)


def borne(chosen: ChosenCue) -> Found | None:
    """What stands on something that nobody is told to have written: "held a sign saying '...'"."""
    text, low = chosen.text, chosen.since(_LONGEST_READ)
    if (
        chosen.follows
        and _ON_A_BEARER.search(text, low, chosen.start)
        and not _WRITES_ON.search(text, low, chosen.start)
    ):
        # Not hers: "said Lee, holding a banner: '...'"
        return chosen.nobodys(_BORNE)
    bears = _BEARS.search(text, low, chosen.start) if chosen.follows else None
    if bears is None or (bears["says"] and not bears["which"] and _WITH.search(text, low, bears.start())):
        return None
    noun_ends = text.index(" ", bears.start()) + 1
    message = MESSAGE.search(text, max(low, bears.start() - LONGEST_MESSAGE), noun_ends)
    return chosen.nobodys(_BORNE) if message is None or message["sent"] is None else None


def recalled(chosen: ChosenCue) -> Found | None:
    """Whose words somebody recalls or reads out: "Lee recalled her father's advice: '...'", "Lee read out Kay's letter: '...'"."""
    cue = chosen.cue
    theirs = _ANOTHERS if cue.verb in _RECALLING else _READ if cue.verb == "read" else None
    if cue.verb in _QUOTING_FROM and _READ.fullmatch(chosen.text, cue.end, chosen.start):
        theirs = _READ
    if theirs is None or not chosen.follows or not theirs.fullmatch(chosen.text, cue.end, chosen.start):
        return None
    owned = next(
        (one for one in chosen.scored if one[1].tense == "noun" and cue.end < one[1].start < chosen.start), None
    )
    if owned is not None and chosen.text.endswith(" that ", 0, chosen.start):
        return Found(owned[1].subject, chosen.number, owned[1].word, confidence_of(owned[0]), chosen.passer)
    for owner in chosen.paragraph.possessors_between(cue.end, chosen.start)[-1:]:
        if owner.kind in _WRITERS:
            return Found(owner, chosen.number, cue.word, OTHERS_WORDS, chosen.passer)
    return chosen.nobodys()


def heard(chosen: ChosenCue) -> Found | None:
    """Who speaks where the words are another's, or what somebody says to those: "Lee laughed at Kay's line: '...'", "angry about Kay's letter: '...'"."""
    text, cue, owner = chosen.text, chosen.cue, chosen.subject
    if not chosen.follows:
        return None
    if cue.tense == "noun":
        told = owner.end < cue.end and text[cue.end : chosen.start].strip() == ":"
        reacts = told and _REACTS_TO.search(text, max(chosen.first, owner.start - _LONGEST_ARTICLE), owner.start)
    else:
        weak = cue.verb in cues.WEAK_VERBS and cue.tense in FINITE_TENSES
        reacts = _AT_ANOTHERS.fullmatch(text, cue.end, chosen.start) if weak else None
    return Found(owner, chosen.number, cue.word, _QUOTES_ANOTHER) if reacts else None


def in_a_message(chosen: ChosenCue) -> Found | None:
    """What a message says that nobody is told to have sent: "Lee said she got a letter saying '...'"."""
    is_its = chosen.follows and any(_is_a_messages(chosen, other) for other in chosen.before)
    return chosen.nobodys() if is_its else None


def _is_a_messages(chosen: ChosenCue, cue: Cue) -> bool:
    """Whether a word of saying after the chosen one tells what a message says that nobody is told to have sent."""
    low = chosen.cue.end
    return (
        cue.subject is None
        and cue.tense == "ing"
        and low <= cue.start < chosen.start
        and MESSAGE.search(chosen.text, max(low, cue.start - LONGEST_MESSAGE), cue.start) is not None
    )


def _goes_on_to_say(chosen: ChosenCue, cited: re.Match[str]) -> bool:
    """Whether somebody who cites a text only then says something: "Citing the charter, Lee said: '...'"."""
    cue = chosen.cue
    if "rest" not in cited.groupdict() or cited["rest"] is None or cue.start < cited.start("rest"):
        return False
    return cue.tense in FINITE_TENSES and not cue.relative and not chosen.text.endswith(" that ", 0, cue.start)
