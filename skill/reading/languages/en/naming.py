"""Names in English sentences."""

from skill.reading.grammar import Naming, words

_RELATIONS = (
    "partner|husband|wife|boyfriend|girlfriend|fiance|fiancee|friend|best friend|flatmate|roommate|housemate"
    "|neighbour|neighbor|brother|sister|son|daughter|cousin|uncle|aunt|auntie|boss|colleague|child|kid|ex|twin"
    "|nephew|niece|grandson|granddaughter|mother|father|stepdad|stepmum|stepmom|stepson|stepdaughter|grandmother"
    "|grandfather|baby|boy|girl|dog|cat"
)
_KIN = (
    "mum|mom|mummy|mommy|mam|ma|mama|dad|daddy|pa|papa|gran|granny|grandma|grandmum|grandpa|granddad|grandad|nan"
    "|nana|nanny|nonna|oma|opa"
)

NAMING = Naming(
    lead=("hi", "hello", "hey", "oh", "well", "um", "yes", "yeah", "okay", "so", "sure", "alexa", "and", "right",
    "of course", "no", "just", "maybe", "probably"),
    patterns=(
        "(?:my|her|his|their|the) (?:first |full |nick)?name(?:'s| is|s) ",
        "name(?:'s| is) ",
        "(?:please |just |you can |you could |you may |people |they |everyone |everybody |friends |my friends )*"
        "(?:call|calls) me ", "i go by ", "i'm called ", "i am called ", "she's called ", "he's called ",
        "they're called ", "it's called ",
        f"(?:it's |it is |this is |about |with |for |to |from )*my (?:{_RELATIONS}) (?:is |called |named )?",
        f"(?:it's |it is |this is |about |with |for |to |from )*my (?=(?:{_KIN})$)",
        "(?:you're|you are) (?:talking|speaking) (?:to|with) ", "this is ", "it's about ", "about ", "it's me ",
        "me it's ",
    ),
    states=("it's ", "it is ", "its ", "i'm ", "i am ", "im ", "that's ", "that is ", "that was ", "it was ", "with ",
    "for ", "to "),
    trailing=(
        "here", "speaking", "again", "please", "i think", "i guess", "of course", "obviously", "thanks", "thank you",
        "too", "is here", "is my name", "this time", "alexa", "is speaking", "is talking", "talking", "it is",
        "as always",
    ),
    never=words(# pronouns, articles, question words
        "i i'm i've i'd i'll im me my mine myself you your yours yourself he him his himself she her hers herself "
        "it its it's "
        "itself we us our ours ourselves they them their theirs this that these those here there who whom whose "
        "which what "
        "what's who's that's there's he's she's we're they're you're whoever someone somebody anyone anybody everyone "
        "everybody everything something anything nothing nobody none no not one two both neither either all each "
        "other another "
        "a an the some any many much more most less few several such own same "
        # joints and small words
        "and or but nor so yet if because when while where why how than then as at by for from in into of off on "
        "onto out over "
        "to up down with without about after before under between during until till per via only just also too very "
        "really "
        "quite rather maybe perhaps please sorry thanks thank okay ok yes yeah yep nope nah no don't dont "
        # verbs that are in no name
        "is are was were be been being am isn't aren't wasn't do does did doing done don't doesn't didn't have has "
        "had having "
        "can can't could couldn't shall should shouldn't would wouldn't won't might must go goes going gone went "
        "get gets got "
        "getting say says said speaking talking calling know knows knew think thinks thought want wants wanted need "
        "needs like "
        "likes liked make makes made take takes took give gives gave see sees saw feel feels felt tell tells told "
        "ask asks asked "
        "stop skip cancel help repeat next back pass undo more quit exit wait start open let lets let's keep save "
        "delete remind "
        # things said instead
        "business secret private doesn't matter matters guess later tomorrow today tonight yesterday now never ever "
        "always "
        "again idea clue name nobody's anonymous person user speaker kids children parents friends family people "
        "man woman guy "
        "partner husband wife boyfriend girlfriend sister brother minutes hours o'clock time question answer alexa "
        "new whatever harbor harbour "
        "stuff thing things home work busy good bad fine great"),
    never_states=words(
        "a an the not so very really just still too quite done here ready back home sorry fine good okay ok late "
        "early hungry thirsty cold warm hot sick ill well better worse alright busy sure unsure new old alone at in "
        "on out off up down from with about gonna trying nearly almost only also always never your my his her their "
        "our feeling doing right wrong true nice hard easy complicated private secret raining cool dark quiet loud "
        "false all both yours mine me pregnant driving working cooking leaving afraid dead gay straight single "
        "married divorced free stuck"
    ),
    never_feelings=words(
        "i me my you he she it we they the a an this that what why who where when how which is are do did does can "
        "could would will to for of and or but with from about question answer thing things something nothing "
        "anything everything nobody someone know idea clue say says skip stop tell ask remind open start play alexa "
        "none"
    ),
    never_endings=("'s", "'ll", "'ve", "'re", "n't", "'d"),
    doing_endings=("ing",),
    particles=frozenset({"van", "von", "de", "der", "den", "di", "da", "del", "la", "le", "bin", "ibn", "al", "el",
    "ter"}),
    of_two="(?:it's |it is |it's both of us |we're |we are |here are |both )",
    predicates=words("isn't wasn't won't can't hasn't doesn't is has couldn't"),
)  # fmt: skip
