"""The words by which a sentence tells which way a day lies: verbs, prepositions, nouns, in lower case."""

from __future__ import annotations

from typing import Final

from newsdesk.find.word_lists import word_set

AHEAD_PREPOSITIONS: Final = word_set("from starting beginning by until till through before effective")
"""Before the day on which something begins or by which it must be done."""
PAST_VERBS: Final = word_set(
    "said told was were had did went came took made began met left held gave saw got became sent put won lost fell rose spoke",
    "wrote ran broke paid sold bought flew found kept knew led heard built brought thought struck shot stood sat grew drew",
    "threw drove chose swore woke tore hid rode sank slid stole taught caught fought sought understood withdrew died",
    "says tells reports ago been",
)
PARTICIPLES: Final = word_set(
    "gone seen done taken given come become shown known grown fallen risen written spoken chosen"
)
NOT_PAST: Final = word_set(
    "expected scheduled planned need proposed offered urged demanded called invited slated tipped poised threatened supposed",
    "hundred indeed speed feed succeed proceed exceed bed red unprecedented bleed united limited agreed unless armed increased",
    "targeted renewed required needed prepared vowed pledged promised",
    "unchanged untouched unopposed unannounced unharmed undecided unfinished unsold undisclosed unspecified unrelated unauthorised unauthorized",
)
"""Words in -ed that name what lies ahead, or are no verbs."""
BEFORE_ADJECTIVE: Final = word_set(
    "a an the his her its their our my your this that these those of behind with for by in at more most very"
)
MODALS: Final = word_set(
    "will would shall 'll must should can could may might won't going due scheduled set slated expects expect expected plan",
    "plans planned planning intends intend hopes hope aims aim wants want need needs tipped poised upcoming ahead deadline",
    "threatens threatened prepares preparing prepare prepared supposed promises promised vows vowed pledges pledged",
    "awaits await looms loom targeting eyeing expecting",
)
SCHEDULED: Final = word_set(
    "reconvenes",
    "begins starts resumes opens meets lands sails departs votes expires faces host returns visits leaves arrives travels hosts launches convenes",
    "gathers heads flies appears reopens closes hears kicks continues elects debates starting beginning meet begin resume play plays runs shuts stops",
    "announces airs enters lapses ceases commences concludes reveals considers decides celebrates welcomes chooses sits retires undocks payable matures mature lasts ends finishes reports speaks marries rises addresses delivers gives publishes unveils presents signs chairs attends briefs docks buries crowns sings performs testifies restarts",
)
"""Present tenses with which news speaks of what is on the calendar."""
COUNTED_OUT: Final = word_set(
    "two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
    " thirty forty fifty sixty seventy eighty ninety hundred several few many more fewer some no of"
)
"""Before what is a plural then and no verb: "by three votes on Friday night"."""
OUSTS: Final = word_set("oust remove unseat topple dislodge sack recall impeach depose replace")
"""After "to": what was tried on somebody who outlasted it."""
OUTLASTS: Final = word_set("survived survives escaped outlasted withstood beat lost won failed")
OVERCOMES: Final = word_set("beat defeat draw win edge sink stun clinch snatch")
"""After "to": what those came to who rallied."""
RALLIED: Final = word_set("came rallied recovered fought battled bounced scored struck held hung")
PRINTED: Final = word_set(
    "sentenced buried installed published released announced unveiled issued inaugurated crowned possible",
    "lifted eased played staged named chosen drawn awarded made",
)
"""After "is" or "are" and right before the day: what the calendar has ("figures are published on Wednesday")."""
OCCASIONS: Final = word_set("reading debut airing")
"""What somebody or something has on a day beside the nouns of events: "gets its second reading"."""
HAVING: Final = word_set("has have gets get holds hold stages stage undergoes undergo")
"""Present tenses whose object, right before the day, is an event: "has its premiere", "hold a rally"; in the past they look otherwise."""
PLURAL_SCHEDULED: Final = word_set(
    "open reopen close shut stop start vote return expire go gather travel face reconvene convene undock deploy"
)
"""The same after a plural: "polls open", "voters go"."""
PLURAL_WITH_OBJECT: Final = word_set("debate discuss consider choose elect mark celebrate")
"""The same where an object follows: "lords debate the bill"."""
NO_PLURAL: Final = word_set("was has his its this")
OWN: Final = word_set("his her its their the")
TAKES_EFFECT: Final = {
    "takes": {"effect", "place", "office", "evidence", "over", "charge", "on", "up"},
    "gets": {"under"},
    "makes": OWN - {"the"},
    "take": {"effect", "place", "office"},
    "comes": {"into"},
    "hands": {"down"},
    "sets": {"out", "off"},
    "breaks": {"up"},
    "goes": {"on", "into", "to", "up", "down", "out", "ahead"},
    "go": {"on", "into", "up", "down", "ahead"},
    "break": {"up"},
    "follows": {"at", "on"},
    "shows": {"again"},
    "lifts": {"off"},
    "blasts": {"off"},
    "touches": {"down"},
    "splashes": {"down"},
    "walks": {"out"},
    "appear": {"before"},
    "tees": {"off"},
    "downs": {"tools"},
    "down": {"tools"},
    "turns": frozenset(map(str, range(13, 121))),
    "names": OWN,
    "sits": {"down"},
}
"""Verbs that speak of the calendar with what follows them: "comes into force", "goes on sale", "names his team"."""
REFUSING: Final = word_set(
    "rejected rejects reject rejecting refused refuses refuse refusing dismissed dismisses spurned declined turned rebuffed ignored"
)
"""Verbs whose object is an offer that they end: the day after it is theirs."""
OFFERS: Final = word_set(
    "proposal proposals offer offers call calls demand demands request requests suggestion ultimatum"
)
WE: Final = word_set("we you i")
"""Who speaks of an own plan right after the day: "On Saturday we march"."""
SPEAKERS: Final = word_set("we i they")
"""Who speaks of an own plan before the day: "they sail on Friday"."""
PROMISES: Final = word_set("promised vowed pledged threatened")
STILL: Final = word_set("is are remain remains stay stays")
"""Present tenses that turn a past participle after them into a state: "are suspended until Monday"."""
SETS_AN_END: Final = word_set(
    "sent gave given granted allowed extended prolonged suspended remanded bailed banned barred"
)
"""Past tenses whose "until" may still lie ahead: "the court gave the firm until Friday"."""
SAME_IN_THE_PAST: Final = word_set("put cut hit read set let cost quit shut spread beat hurt split burst cast bet")
"""Present tenses that are past tenses, too."""
OBJECTS: Final = word_set("a an the its his her their one two three")
"""They begin the object of a verb: "the bank cut its rate"."""
NO_PRESENT: Final = word_set("are 're have 've all both also were had never")
PROPOSALS: Final = word_set(
    "propose proposes proposed proposing proposal offer offers offered offering urge urges urged urging demand demands demanded",
    "demanding call calls called calling invite invites invited inviting suggest suggests suggested suggesting agree agreed",
    "agrees asked ask asks ultimatum request requests requested want wants wanted seek seeks seeking summon summons summoned",
)
STATES: Final = word_set("likely at in away home next on back here there against open closed shut out")
"""After "is": "the match is at Millbrook on Monday"."""
UNDER_WAY: Final = word_set(
    "sworn happening meeting travelling traveling flying visiting playing hosting marching striking voting returning heading arriving",
    "coming leaving departing joining attending speaking",
    "opening reopening closing starting beginning resuming launching releasing publishing unveiling retiring convening gathering sailing",
)
"""After "are": what is planned in the present tense, "the ministers are meeting in Porto on Monday"."""
HOLDING: Final = word_set("holding staging having giving facing hosting organising organizing")
"""The same where an event is the object: "doctors are staging a walkout"."""
TAKEN: Final = word_set("evidence over charge on")
"""Behind "take" after a plural or a team: what the calendar has, "MPs take evidence", "City take on Orme"."""
COMES_OUT: Final = {"come": "out", "kick": "in", "get": "under"}
"""Plural verbs of what the calendar has, with the word that makes them so: "the rules kick in"."""
PLAYS: Final = word_set("meets meet plays play faces face fights fight takes take hosts host")
"""What teams and players do in a match."""
GROUPS: Final = word_set("squad team side crew band choir data")
"""What takes a plural verb without its ending."""
RECORDS: Final = word_set("album single record season series trailer episode podcast")
"""What "drops" on the day that it comes out."""
WEATHER: Final = word_set(
    "rain rains rainfall snow snowfall sleet hail ice frost fog mist wind winds gusts gales gale storm storms thunderstorm thunderstorms showers tide tides",
    "heat temperatures blizzard blizzards surf swell waves",
)
"""What may do harm on a day to come: "high tides on Sunday could flood the quays"."""
PARTICLES: Final = {"sit": "down", "walk": "out", "lift": "off", "blast": "off", "touch": "down", "splash": "down"}
"""Verbs of the same after a plural, with the word that makes them so: "drivers walk out"."""
SEVERAL: Final = word_set("two three four five six seven crew pair trio squad duo")
"""What is a plural without its ending."""
JUDGES: Final = word_set("court courts judge judges tribunal jury panel regulator watchdog committee")
"""Who "rules on" something."""
I_THINK: Final = word_set("think know believe hope guess mean say see do suppose remember heard hear")
DEADLINE_OVER: Final = word_set("passed expired lapsed elapsed came went")
"""After a deadline: it is over."""
NOUNS_AHEAD: Final = word_set("deadline ultimatum countdown")
SMALL: Final = word_set("on the a an of in at , this coming as early soon late")
"""What may stand between a verb and its day."""
NO_INFINITIVE: Final = word_set(
    "the a an his her its their our my this that these those him them us me it you all any more less be"
)
"""After "to": no verb."""
TO_BACK: Final = word_set(
    "failed managed began started tried continued rushed hurried struggled according due from up close next prior thanks led came went travelled traveled returned flew",
    "spoke spoken talked written wrote listened replied responded apologised apologized",
)
"""Before a "to" that introduces no verb."""
AFTER_PARTICIPLE: Final = word_set("with of by for over")
"""They tell a participle from a past tense: "charged with arson", "accused of fraud"."""
ON_AIR: Final = word_set(
    "news radio tv television show podcast channel network tonight today breakfast newsnight bbc cnn itv nbc cbs abc msnbc npr pbs"
)
"""With which the name of a programme, or of who makes it, ends: whoever stands behind its "host" presents it."""
GOES_ON_TO_A_CLAUSE: Final = word_set("as when while before after and but that if where then")
"""Small words before a name that acts; behind any other one a name is told, met or spoken to."""
TO_AN_EVENT: Final = word_set("at to for during in")
"""Before a possessive day: "will lead the delegation at Friday's talks"."""
