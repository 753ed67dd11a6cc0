"""Numbers, options and lengths of time in English."""

from skill.reading.grammar import Choosing, Counting, Lengths

_GUESS = (
    "about", "around", "roughly", "approximately", "maybe", "perhaps", "probably", "say", "let's say", "i'd say",
    "i would say",
    "i'd give it", "i'd go for", "i guess", "i suppose", "i think", "i'm", "i am", "it's", "it is", "that's", "a",
    "an", "the",
    "a solid", "a good", "a bad", "a low", "a high", "a weak", "a strong", "like", "like a", "close to", "nearly",
    "almost",
    "just", "only", "at", "at a", "on a", "number", "more like", "somewhere around", "oh", "well", "um", "so", "okay",
    "hmm",
    "today", "now", "make it", "make that", "how about", "what about", "between", "another", "give me", "for", "yes",
    "still",
    "actually", "probably a", "maybe a", "about a", "i'm at", "i'm at a", "i'm a", "we're at", "we're", "calm",
    "right now",
)  # fmt: skip

COUNTING = Counting(
    small={"zero": 0, "one": 1, "two": 2},
    ordinals={"first": 1, "second": 2},
    guess=f"(?:(?:{'|'.join(sorted(_GUESS, key=len, reverse=True))}) )*",
    scale_after=(
        "(?:or|to|and|or maybe|maybe) {number}|and a half|ish|(?:out )?of (?:{high}|a {high})|on the scale"
        "|i guess|i think|i suppose|i'd say|probably|maybe|please|today|now|right now|then|or so|for me"
        "|at the moment|tonight|really|thanks"
    ),
    scale_next=(
        "or|to|and|on the|on a|maybe|probably|perhaps|today|now|right now|tonight|i|i'd|i'm|because|but|cause"
        "|since|actually|really|so|then|please|thanks|this|for me|at the moment|ish|point|is|as|just|still|with"
    ),
    out_of=r"/{high}| (?:out )?of (?:a )?{high}",
    minus="minus",
    lowest=("lowest", "the lowest", "the bottom", "the minimum", "rock bottom", "minimum", "the worst"),
    middle=("half", "halfway", "half way", "middle", "the middle", "in the middle", "in between", "medium", "the half"),
    highest=("highest", "the highest", "the top", "the maximum", "maximum", "full marks", "the most", "the best"),
    noughts=("oh", "o", "nought", "naught", "nil"),
)

CHOOSING = Choosing(
    before=(
        "the", "a", "an", "i'd like", "i would like", "i'd like to", "i want", "i want to", "i'd love", "i'll take",
        "i'll have", "i'll do", "i choose", "i pick", "i'd pick", "i'd go for", "let's do", "let's", "let's go with",
        "let's try", "let's take", "we'll take", "go with", "go for", "give me", "take", "do", "maybe", "perhaps",
        "i think", "i guess", "rather", "i'd rather", "i'd rather do", "my", "yes", "yeah", "okay", "please", "it's",
        "that's", "it was", "then", "probably", "definitely", "we'd like", "we want", "try", "i prefer", "i'd prefer",
        "um", "oh", "well", "how about", "make it", "to", "say",
    ),
    after=(
        "please", "thanks", "thank you", "then", "i think", "i guess", "would be nice", "would be good",
        "sounds good", "sounds nice", "today", "for me", "for us", "instead", "maybe", "probably", "i suppose",
        "is fine", "is good", "for now", "again",
    ),
    place="(?:(?:number|option|choice|answer|idea) )?{place}(?: (?:one|option|choice|idea|of them|of those))?",
    last=("last", "latter", "final", "bottom", "very last"),
)  # fmt: skip

LENGTHS = Lengths(
    units={
        "seconds?|secs?": 1,
        "minutes?|mins?|minuets?": 60,
        "hours?|hrs?": 3_600,
        "days?": 86_400,
        "weeks?|wks?": 604_800,
        "fortnights?": 1_209_600,
        "months?": 2_592_000,
        "years?": 31_536_000,
    },
    short_units={"s|secs?|seconds?": 1, "m|mins?|minutes?": 60, "h|hrs?|hours?": 3_600, "d|days?": 86_400},
    amounts={
        "an?|another|one more|a whole|a full|a single|the whole": 1,
        "a couple(?: of)?|couple(?: of)?|another couple(?: of)?": 2,
        "a few|another few": 3,
        "several": 5,
        "a dozen": 12,
    },
    fractions={"half|a half": 0.5, "(?:a )?quarter|1/4": 0.25, "(?:3|three) quarters?": 0.75, "1/2": 0.5},
    forms=(
        "(?:another )?{amount}(?: (?:or|to) {number})?(?: more| extra| whole| full| solid| good| of)? {unit}"
        "(?: (?:and )?{fraction})?",
        r"{amount} and {fraction} (?:more )?{unit}",
        r"{amount} (?P<unit>hours?|hrs?) (?:and )?(?P<then>[1-5]?\d)(?! {units})",
        r"(?:another |a good )?{fraction}(?: of)?(?: an?)?(?: more)? {unit}",
        r"(?P<amount>\d{1,4}(?:[.,]\d{1,2})?){short}",
    ),
    joint=" | and | plus ",
    not_before=r"(?:ago|earlier|past|to \d|to one|to two|to noon|to midnight|before \d|after \d|o'?clock)",
)
