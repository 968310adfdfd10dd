"""The words by which the namer of events tells functions, verbs, roles and bodies from what tells an event apart."""

from __future__ import annotations

from typing import Final

from newsdesk.find.calendar_words import MONTHS, WEEKDAYS
from newsdesk.find.word_lists import word_set
from newsdesk.late_pattern import late_pattern

WORD: Final = late_pattern(r"[^\W_]+(?:[-'’][^\W_]+)*")
"""A word, what is joined to it by a hyphen or an apostrophe included."""
JOINING: Final = "But|Yet|Nor|Instead|Meanwhile"
"""Words that join a sentence to the one before it, as parts of a pattern: with a capital, and no part of the name behind them."""
FUNCTION_WORDS: Final = word_set(
    "a an the this that these those his her its their our my your some any no each every all both neither either such another other",
    "of in on at to for from by with about over under after before until during between against into through as than around near behind within without despite amid via",
    "and or but nor so yet if when while because whether although though unless since where which who whom whose what why how",
    "i you he she it we they him them us me one there here then now not also only just even still again already",
    "is are was were be been being am do does did has have had will would shall should can could may might must",
    "'s s t",
)
VERBISH: Final = word_set(
    "hold holding held holds host hosting hosts attend attending attends agree agreed agrees begin begins beginning start starts",
    "starting started resume resumes resuming resumed call called calling calls demand demanded demands propose proposed proposes",
    "proposing offer offered offers offering urge urged urges accept accepted join joins joining face faces facing take takes taking",
    "make makes making set expect expects expected say says said tell tells told announce announced confirm confirmed confirms",
    "delay delayed postpone postponed move moved cancel cancelled seek seeks seeking lead led leading want wants wanted",
    "support supports supporting implement implemented impose imposed due scheduled planned continue continues open opens",
    "conduct conducted ahead reject rejected rejects scrap scrapped see sees give gives given gave get gets got",
    "stage staging stages include including follow following follows ask asked asks invite invited invites hear hears heard",
    "publish publishes published release released deliver delivers delivered hosted launch launched win won lose lost",
    "stand stands be being reach reached push pushed skip skipped miss missed boycott enter entered declare declared hail hailed welcome welcomed",
    "sets delays postpones reschedules schedules scrubs unveils approves",
    "ready able willing likely ended broke collapsed stalled failed say says claim believe think",
)
FILLERS: Final = word_set(
    "unconditional full lasting immediate comprehensive possible potential further fresh new rare own next last first",
    "so-called proposed planned upcoming forthcoming scheduled expected key crucial major big two-day three-day one-day four-day",
    "annual recent early later late highly much long-awaited high-stakes formal official crunch critical important",
    "currently meanwhile reliable current temporary complete total second third few more several many final",
)
"""Modifiers that tell nothing apart; dropped."""
ROLES: Final = word_set(
    "president minister secretary chancellor king queen prince princess pope premier governor senator mayor spokesman",
    "spokeswoman spokesperson envoy ambassador chief leader general judge justice director chairman chairwoman head commissioner",
    "captain coach manager mp sir dame lord lady mr mrs ms dr professor state pm taoiseach speaker foreign defence defense prime",
    "vice deputy banker businessman actor actress singer footballer striker reverend archbishop bishop cardinal executive treasury",
    "forward defender midfielder goalkeeper winger flanker batsman bowler driver lawyer author novelist presenter broadcaster astronaut operator carmaker retailer giant",
    "congressman congresswoman congressmen representative inspector sergeant colonel admiral finance interior trade health",
)
COLLECTIVE: Final = word_set(
    "court commission council bank parliament party union ministry senate house committee agency reserve office group company",
    "city united states kingdom nations airways airlines rail forces army police department government board service authority",
    "federation league association street zealand korea africa arabia lanka assembly congress university college hospital",
    "railways post workers institute centre center foundation trust island islands air airport county cathedral church school",
    "games cup open prize festival fair town rovers",
)
BODIES: Final = word_set(
    "committee council commission board agency ministry department union panel team squad crew orchestra choir band"
)
"""Kinds of bodies of which there are several, each with a word before that tells which."""
DIGNITARIES: Final = word_set(
    "mayor bishop archbishop cardinal pope king queen prince princess governor ambassador judge"
)
"""Roles that no one person has two of."""
DATE_WORDS: Final = frozenset(MONTHS) | frozenset(WEEKDAYS) | word_set("today tomorrow yesterday tonight")
NAME_OF_TIME: Final = word_set("two three four five six seven at least more up about hours days weeks")
NUMBERS: Final = word_set("one two three four five six seven eight nine ten eleven twelve dozens hundreds thousands")
PARTS: Final = word_set("phase stage round period leg half reading")
"""Parts of something, which a number tells apart; their beginning is an event."""
COUNTED: Final = word_set("first second third fourth fifth sixth final")
PRONOUNS: Final = word_set("he she it they i we you who which")
SAYING: Final = word_set("said says told that announced confirmed added warned")
COMPLETE: Final = word_set(
    "debate resume reopen close resign return retire arrive leave strike expire restart open shut march marry lapse disband dissolve testify report rule respond land fall rise drop sail perform sing decide convene reconvene depart dock evacuate surrender disarm comply demonstrate"
)
"""Verbs that need no object to be understood."""
LIGHT: Final = word_set(
    "hold host attend begin start take have join conduct stage give make be continue agree confirm see lead get come go",
    "enter receive accept propose implement observe happen remain discuss focus",
    "help work keep ensure bring the respond say tell do let know think try want need become stop end",
)
"""Verbs that tell nothing without their noun."""
RELATIONAL: Final = word_set(
    "service services construction consultation payment payments application applications work works support ticket tickets result results",
    "sale sales delivery deliveries production registration nominations voting entries bids claims closure decision inspection action offer",
    "device deal merger takeover scheme plan plans programme project course event change changes rules law charge charges fee fees cap",
    "measures motion petition verdict appeal phase stage round window period season series show tour survey group negotiations",
)
"""Things that a reader cannot tell without whose or of what they are."""
ANY_GROUP: Final = word_set(
    "mps lawmakers legislators senators deputies members delegates delegations voters residents people workers staff",
    "employees unions ministers leaders officials negotiators mediators teams sides envoys diplomats parties campaigners",
    "activists protesters demonstrators supporters crowds thousands hundreds dozens others shareholders services families",
)
"""Groups that others may be counted among: workers are drivers or nurses, delegations those of rebels."""
ANYBODY: Final = word_set("man woman boy girl teenager person suspect defendant accused driver")
"""Words for anybody who is then told of by another one: the man is the baker."""
