"""The words that tell who speaks: verbs of saying with all their forms, nouns of saying, and words that forbid it."""

from __future__ import annotations

import re

from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

_STRONG = """say tell add ask reply write tweet note argue explain insist warn state declare continue recall conclude post
announce claim stress emphasize emphasise observe remark comment quip joke acknowledge assert maintain contend reiterate repeat testify
shout yell cry exclaim mutter whisper retort counter caution admit concede agree complain lament muse opine vow pledge promise predict
suggest urge advise confess interject chide scoff boast demand wonder read clarify marvel enthuse grumble fume gush
sigh brag crow blurt bellow roar sneer snarl growl deadpan surmise reckon rejoin lecture profess specify elaborate"""
_MIDDLE = """call describe accuse deny reject dismiss criticize criticise slam blast denounce condemn praise hail thank confirm allege
mock label brand dub deem term refer cite propose question assure remind offer disagree disclose reveal signal tout charge characterize
characterise report mention point speak talk answer express outline summarize summarise rule chant plead beg concur interrupt insinuate
imply blame attack deride ridicule applaud defend welcome liken compare lash rail decry bemoan request order appeal invite propound
proclaim threaten estimate recount relate echo endorse champion lambast lambaste scold rebuke celebrate hint indicate instruct
regard view shrug grin smile laugh chuckle beam nod voice swear credit fear hope believe think consider see feel find discuss encourage seek quote sing tease respond
promote teach write frame portray depict insult taunt rip bash sum put apologise apologize rage thunder snap bark
underline underscore highlight remember plead commend laud salute rubbish pronounce decree stipulate regret"""

_IRREGULAR = {
    "say": "said",
    "tell": "told",
    "write": "wrote written",
    "think": "thought",
    "speak": "spoke spoken",
    "feel": "felt",
    "find": "found",
    "swear": "swore sworn",
    "see": "saw seen",
    "seek": "sought",
    "read": "read",
    "put": "put",
    "sing": "sang",
    "teach": "taught",
}
_DOUBLING = {
    "admit",
    "quip",
    "quit",
    "beg",
    "refer",
    "concur",
    "sum",
    "put",
    "rip",
    "chat",
    "slam",
    "dub",
    "shrug",
    "grin",
    "brag",
    "nod",
    "snap",
    "sob",
}
_BRITISH = {"label": "labelled labelling", "signal": "signalled signalling", "marvel": "marvelled marvelling"}
"""Forms that are written with one "l" elsewhere."""


def _forms(verb: str) -> dict[str, str]:
    """Form -> tense ("finite", "past", "ing") of one verb."""
    forms = {verb: "base"}
    stem = verb + verb[-1] if verb in _DOUBLING else verb
    if verb.endswith("y") and verb[-2] not in "aeiou":
        forms |= {verb[:-1] + "ies": "present", verb[:-1] + "ied": "past", verb + "ing": "ing"}
    elif verb.endswith("e") and verb != "see":
        forms |= {verb + "s": "present", verb + "d": "past", verb[:-1] + "ing": "ing"}
    else:
        plural = verb + ("es" if verb.endswith(("sh", "ch", "ss", "o", "x")) else "s")
        forms |= {plural: "present", stem + "ed": "past", stem + "ing": "ing"}
    for form in _BRITISH.get(verb, "").split():
        forms[form] = "ing" if form.endswith("ing") else "past"
    if verb in _IRREGULAR:
        forms.pop(stem + "ed", None)
        forms.pop(verb[:-1] + "ied", None) if verb.endswith("y") else forms.pop(verb + "d", None)
        forms |= dict.fromkeys(_IRREGULAR[verb].split(), "past")
    return forms


def _table(verbs: str) -> dict[str, tuple[str, str]]:
    """Form -> (verb, tense)."""
    return {form: (verb, tense) for verb in verbs.split() for form, tense in _forms(verb).items()}


_PAST_ONLY = """text email message reason fret groan moan sob murmur intone inquire enquire
confide affirm reaffirm attest protest object rant scream shriek holler hiss whine guess implore refute rebut
speculate theorize theorise radio invoke grouse gripe exhort jeer heckle accept correct mumble stammer stutter venture reference mouth"""
"""Verbs whose other forms are nouns, or mostly mean something else: "the answer", "for the reasons given"."""
_PRESENT_TOO = """correct confide intone inquire enquire implore speculate stammer mumble attest affirm reaffirm whine holler groan moan"""
"""Those of them whose third person is hardly anything else: "'Twelve,' she corrects"."""
_SPEECH_PAST = {
    form: (verb, tense)
    for verb in _PAST_ONLY.split()
    for form, tense in _forms(verb).items()
    if tense == "past" or (tense == "present" and verb in _PRESENT_TOO.split())
}
PHRASAL: dict[str, tuple[str, str, str]] = {
    form: (particle, verb, tense)
    for forms, particle, verb in (
        ("goes went", "on", "continue"),
        ("shoots shot", "back", "retort"),
        ("hits hit", "back", "retort"),
        ("fires fired", "back", "retort"),
        ("chimes chimed", "in", "add"),
        ("chips chipped", "in", "add"),
        ("pipes piped", "up", "say"),
    )
    for form, tense in zip(forms.split(), ("present", "past"), strict=True)
}
"""Forms that report words only with the word after them: "she shot back"; that word, and the verb that means the same."""
STRONG: dict[str, tuple[str, str]] = {"answered": ("answer", "past")} | _table(_STRONG)
"""Verbs that hardly ever do anything but report words."""
VERBS: dict[str, tuple[str, str]] = _SPEECH_PAST | _table(_MIDDLE) | STRONG
"""All verbs that can report words."""
WEAK_VERBS = word_set(
    """fear hope believe think consider see feel find respond seek offer read order put rule sum promote teach rip
    report point charge signal find celebrate credit attack invite sing quote post
    regard view shrug grin smile laugh chuckle beam nod correct remember object guess invoke refute reference
    protest venture"""
)
"""Verbs that report words only beside a quotation."""
ONLY_AFTER = word_set("nod correct")
"""Verbs that report words after a quotation, or before a colon: what they take else is no speech."""
NAMING_VERBS = word_set(
    """call describe label brand dub deem term characterize characterise refer tout hail cast frame portray depict
    liken compare mock regard view"""
)
"""Verbs whose quotation names or describes something: "called the plan 'a joke'"."""
NOUNS = word_set(
    """offer proposal call claim demand comment comments remark remarks statement description warning promise pledge
    suggestion appeal threat accusation allegation assertion criticism complaint announcement declaration words
    quote question answer response reply tweet tweets post message speech address letter argument contention
    insistence vow prediction admission characterization characterisation denunciation rant joke slogan label
    phrase mantra assessment view reference references talk repeated plea request motto refrain ad
    advertisement testimony observation explanation apology attack attacks insult refusal concerns concern fear
    praise vision desire rhetoric notion assurances assurance commitment claims demands proposals calls warnings
    promises plan idea jibe jibes slur slurs taunt taunts outburst gaffe rebuke"""
)
"""Nouns whose possessor speaks: "Lee's offer of 'open talks'"."""
ANSWERS = word_set(
    "answer response reply reaction message advice verdict motto slogan warning retort mantra assessment conclusion prediction version"
)
"""Nouns of saying that "is" or "was" may join to the very words: "Lee's answer was 'no'"."""
AFFAIRS = word_set("row video clip scandal furore storm controversy")
"""Nouns that a headline's quotation names: "'liar' row"."""
NOBODY = word_set(
    """titled entitled nicknamed dubbed named headlined so-called known labeled labelled subtitled captioned branded
    styled"""
)
"""Words right before marks that make a title, a nickname or a scare quotation of what stands between them."""
AUXILIARIES = word_set(
    """has have had is was were are be been being will would could can may might must shall should did does do 's 've
    'd ’s ’ve ’d hasn't haven't hadn't didn't doesn't don't won't isn't wasn't hasn’t haven’t hadn’t didn’t
    doesn’t don’t won’t isn’t wasn’t"""
)
BE = word_set("is was were are be been being 's ’s isn't wasn't isn’t wasn’t weren't get got gets")
ADVERBS = word_set(
    """also later then now already never just still once only himself herself themselves itself again even not
    further previously earlier today yesterday tonight recently often always ever instead sometimes soon back too
    simply both all each frequently long first monday tuesday wednesday thursday friday saturday sunday twice
    since afterwards afterward thus therefore so reportedly has"""
)
PREPOSITIONS = word_set(
    """of to with for from in at on by about against like between after over under near into during before among amid
    despite toward towards through without within across behind beside besides beyond above below upon via per
    than off around outside inside opposite alongside including regarding concerning following versus unlike until till since as because
    told tell tells telling"""
)
CONJUNCTIONS = word_set(
    """and but or nor yet while when where whereas whether if because though although that which who whom whose as
    than so until unless after before since"""
)
WIRES = word_set("reuters ap afp tass xinhua interfax ria unian ukrinform anadolu dpa efe ansa pa yonhap kyodo pti")
"""News agencies."""
AGENCIES = WIRES | word_set(
    """reuters ap afp tass xinhua interfax ria bbc cnn nbc msnbc cbs abc fox bloomberg politico axios pbs npr itv sky
    guardian telegraph times post journal news newsnight unian ukrinform anadolu dpa efe ansa pa wires telegram
    twitter x facebook instagram youtube truth-social threads bluesky weibo vkontakte newspaper magazine
    broadcaster jazeera agency wire dw rt journalists reporters"""
)
"""Last words of the names of those that relay words: agencies, broadcasters, platforms."""
DID = word_set(
    """threw won lost took gave got sent made led sold bought built fell rose began came went met kept ran saw sought spent
    stood struck wrote withdrew drew chose broke brought upheld held heard froze fought forbade became shook tore flew grew knew"""
)
"""What somebody did, in words that are hardly anything else."""
FINITE = late_pattern(
    r"\b(?:is|are|was|were|am|be|will|would|can|could|should|must|may|might|have|has|had|do|does|did|don['\u2019]t|can['\u2019]t|won['\u2019]t|it['\u2019]s|"
    r"i['\u2019]m|we['\u2019]re|they['\u2019]re|that['\u2019]s|let['\u2019]s|\w+n['\u2019]t|\w+['\u2019](?:ll|ve|re|d|m))\b",
    re.IGNORECASE,
)
"""A verb that makes a clause of words."""
