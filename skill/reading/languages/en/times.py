"""Times of day, days and rhythms in English."""

from skill.reading.grammar import Clocks, Days

_UNITS = (
    "minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|seconds?|secs?|percent|times?|people|persons|of"
    "|point|things?|glasses|cups|pages|more|other|steps|miles|km|kilometres|kilometers|and a half|or so|degrees"
    "|kids|children|friends|guys"
)
_WEEKDAYS = "(?:mon|tues|wednes|thurs|fri|satur|sun)day"

CLOCKS = Clocks(
    hours={"one": 1, "two": 2},
    forms=(
        ("(?:{lead} )?half(?: past)? {hour}{mark}?", 30),
        ("(?:{lead} )?(?:a )?quarter (?:past|after) {hour}{mark}?", 15),
        ("(?:{lead} )?(?:a )?quarter (?:to|till|before|of) {hour}{mark}?", -15),
        ("(?:{lead} )?{minute}(?: minutes?)? (?:past|after) {hour}{mark}?", 1),
        ("(?:{lead} )?(?<!from ){minute}(?: minutes?)? (?:to|till|before) {hour}{mark}?", -1),
        (r"(?:{lead} )?(?P<hour>[0-2]?\d)[:.](?P<minute>[0-5]\d){mark}?", 1),
        ("(?:{lead} )?{hour}(?: {minutes})?{mark}", 1),
        ("(?:{lead} )?{hour} o'?clock(?: sharp)?{mark}?", 0),
        ("(?:{lead} )?{hour} (?:o|oh|0) clock(?: sharp)?{mark}?", 0),
        ("(?:{lead} )?{hour}(?: {minutes})?(?: o'?clock)?(?= \1)", 1),
        (
            "(?:{lead}) {hour}(?: {minutes})?(?: sharp)?(?= (?:[\0\1]|(?:to|on|and|every|each|for|please|with|or"
            "|then|so|if|ish|because"
            "|but|thanks|maybe|as|is|works|would|when|sharp|i|we|it's|that|instead|at|in|until|till|this"
            "|again)(?!\\w))|$)",
            1,
        ),
        ("^at {hour}(?: {minutes})?", 1),
        ("(?:^|(?<=[\0\1] )){guess}(?P<time>{hour}(?: {minutes})?)(?: ish| please| then| maybe| i think| or so| "
            "thanks)?(?= ?[\0\1]|$)", 1),
    ),
    lead="(?:at |by |from |until )?(?:about|around|roughly|just after|just before|shortly before|shortly after)|at"
        "|by|until|till|before|after|from",
    guess="(?:(?:maybe|perhaps|about|around|say|let's say|make it|how about|what about|probably|i think|i'd say"
        "|let's do|it's|well|oh|at) )*",
    zero="oh|o|zero|0",
    am="am|a m",
    pm="pm|p m",
    same="(?:at )?(?:the )?same time(?: as (?:today|now|always|usual|yesterday|last time|before))?",
    named_lead="(?:at |by |around |about |before |until |till |after )*(?:the )?",
    named={
        "(?:12 |twelve )?noon|midday|mid day": 720,
        "(?:12 |twelve )?midnight": 1_440,
        "lunch ?time": 720,
        "tea ?time": 1_020,
        "dinner ?time": 1_110,
        "breakfast ?time": 480,
        "bed ?time|before (?:i go to )?bed": 1_320,
        "after work": 1_080,
    },
    parts={"mornings?": "morning", "afternoons?": "afternoon", "evenings?|evenin": "evening",
    "nights?|nighttime": "night"},
    part_lead="in the(?: early| late)?|this(?: coming)?|at|during the|of the|early in the|late in the|later in the"
        "|later this",
    never_before=_UNITS,
)  # fmt: skip

DAYS = Days(
    weekday_extra={"tue": 1, "tues": 1, "weds": 2, "thur": 3, "thurs": 3, "fri": 4},
    weekday_plural="s",
    month_extra={"jan": 1, "feb": 2, "aug": 8, "sept": 9, "oct": 10, "nov": 11, "dec": 12},
    ordinal_ending="st|nd|rd|th",
    with_part={
        "(?:later |sometime |for )?tonight|this (?:coming )?night": (0, "night"),
        "(?:later |sometime )?this evening": (0, "evening"),
        "(?:later |sometime )?this afternoon": (0, "afternoon"),
        "(?:later |sometime )?this morning": (0, "morning"),
        "last night": (-1, "night"),
    },
    relative={
        "(?:on )?(?:the )?day after tomorrow": 2,
        "(?:on )?(?:the )?day before yesterday": -2,
        "(?:by |for |until |from |sometime )?(?:tomorrow|tmrw|tomorow|tommorow|tommorrow)": 1,
        "(?:by |for )?(?:later |sometime )?(?:today|on today)": 0,
        "yesterday": -1,
        "(?:by |for |until )?next week|a week from (?:now|today)|this time next week|a week today": 7,
        "a week (?:from )?tomorrow": 8,
    },
    weekday_forms=(
        ("next week (?:on )?{weekday}", None),
        ("(?:on )?{weekday} (?:of )?next week", None),
        ("(?:on |by |until |for )?next {weekday}", None),
        ("(?:on )?last {weekday}", -1),
        ("(?:a )?week (?:on|from) {weekday}", 1),
        ("(?:on )?{weekday} week", 1),
        ("(?:on |by |until |from )?(?:this coming |this |coming |the )?{weekday}", 0),
    ),
    weekend="(?:at |on |over )?(?:the |this )(?:coming )?weekend",
    next_weekend="next weekend",
    dates=(
        "(?:on |by |until )?(?:the )?{day}(?: day)?(?: of)? {month}(?: {year})?",
        "(?:on |by |until )?(?<!\\bi )(?<!we )(?<!you )(?<!he )(?<!she )(?<!they )(?<!it )(?<!that ){month}(?: "
        "the)? {day}(?: {year})?",
        "(?:on|by|until) the {ordinal}(?=$| at | \0| in the | to | please)",
        "^(?:maybe )?the (?!first|second){ordinal}(?=$| at | \0| please)",
        "(?:in|by|next) {month}",
    ),
    in_length=("in (?:about |around |roughly |maybe |like )?{length}(?: time)?", "{length} from now",
    "(?:after|another) {length}", "{length} later"),
    now=(
        "(?<!not )right now", "(?<!not )(?<!right )(?<!from )(?<!by )(?<!for )(?<!until )(?<!just )(?<!up to )now",
        "straight away", "right away", "immediately", "this minute", "this instant",
    ),
    list_joint=" and on | and | or |, | ",
    every_named=(
        "(?:(?:from |every )?)?{first} (?:to|through|till|until) {last}",
        "(?:every|each)(?: single)? (?:week on )?{either}(?:{and}(?:every |each |on )?{either})*",
        "(?:on )?{weekdays}(?:{and}(?:on )?{either})*",
        "(?:once a week|weekly|every week|each week) on {either}(?:{and}(?:on )?{either})*",
        "(?:on )?{weekday}(?= (?:mornings|afternoons|evenings|nights)(?!\\w))",
    ),
    every_workday=(
        "(?:on |every |during |all )?(?:the )?(?:weekdays|work ?days|working days|school days)|(?:every"
        "|each) (?:weekday|work ?day|working day|school day)|(?:on )?weekday(?= (?:mornings|afternoons|evenings"
        "|nights))"
    ),
    every_weekend="(?:every|each) weekend|(?:at |on )?(?:the )?weekends",
    every_day="(?:every|each)(?: single)? day(?: of the week)?|daily|once a day|everyday|day by day",
    every_part="(?:every|each)(?: single)?(?= {part}(?!\\w))|in the(?= (?:mornings|afternoons|evenings|nights)(?!\\w))",
    every_week="every week|each week|weekly|once a week|once every week",
    never_possible=(
        r"every (?:other|second|2nd|third|3rd|4th|alternate|\d+|two|few|couple of) (?:days?|weeks?|months?|hours?"
        r"|minutes?|years?"
        rf"|nights?|mornings?|evenings?|afternoons?|weekdays?|weekends?|{_WEEKDAYS}s?)",
        "(?:every|each|once an?|once every) (?:hour|month|year|minute|fortnight|quarter|half hour)|every half an? hour",
        "hourly|monthly|yearly|fortnightly|biweekly|bi weekly|annually",
        r"(?:twice|(?:\d+|two|three|a few|several) times) (?:a|per|every) (?:day|week|month|year)",
        "alternate (?:days|weeks|evenings|mornings)|every now and then|from time to time",
        "(?:on )?the (?:first|second|last|3rd|4th) (?:day )?of (?:every|each|the) month",
    ),
)  # fmt: skip
