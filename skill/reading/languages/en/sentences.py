"""Clauses, corrections, lists and things to do in English."""

from skill.reading.grammar import Requests, Sentences, words

_WAS = (
    "(?:it was|it's|it is|that was|that's|it should be|it should have been|it should say|should be|the name is"
    "|the name was)"
)
_NO = "(?:no no|no|nope|sorry|wait|oh|well|actually|hang on|hold on|oops|um|uh|and|but|i mean)"
_CHANGE = "(?:please |can you |could you |i want to |i'd like to |let's )*(?:change|correct|make|turn|set|move)"
_DAYISH = "(?:mon|tues|wednes|thurs|fri|satur|sun)day|today|tomorrow|yesterday|tonight|morning|evening|afternoon"
_TOLD = (
    "(?!(?:i|i'm|i've|it|it's|that|that's|he|he's|she|she's|we|we're|they|they're|you|you're|why|no|yes|yeah"
    "|this|there|there's|definitely|absolutely|certainly|probably|maybe|of|better|best|rather|please|really|did"
    "|do|is|was|fine|okay|ok|alright|all right|good|great|nothing|lovely|nice|not|just|too|so|a lot|hard|easy"
    "|over|cool|true|right|wrong|enough|private|personal|none|hopefully|if|perhaps|why|what|how|can|could|would"
    "|let's|let|stop|never|well|um|sure)(?![\\w']))"
)
_THING = (
    "(?!(?:bad|good|great|really|so|too|very|right|now|today|yet|at|the|a|an|that|this|sure|much|any|for|my|me"
    "|in|on|tonight|here|thanks|please|ready|enough|well|okay|ok|fine|happy|sad|angry|quite|exactly|just|thank"
    "|ever|again|all|to|it|i|you|we|anymore|more|interested|going|feeling|only|even|always|if|because|when|yet"
    "|tomorrow|later)(?![\\w']))[\\w']+"
)

_VERBS = (
    "am is are was were be been 's isn't wasn't aren't weren't do does did don't doesn't didn't have has had "
    "haven't hasn't hadn't will would won't can could can't couldn't should might must got get gets go goes went "
    "gone going come comes came make makes made take takes took give gives gave said says say told tells tell "
    "saw sees see knew knows know thought think thinks felt feels feel found finds find kept keeps keep let lets "
    "left leaves brought brings bring bought buys sent sends send slept sleeps sat sits stood stands ran runs "
    "ate eats drank drinks sang sings swam drove drives flew rode rides wrote writes read reads spoke speaks "
    "spent spends met meets lost won wins began begins started put puts cut paid pays held holds helped heard "
    "hears hung taught caught built broke fell grew threw woke wore chose stuck did shone showed finally just "
    "forgot forgave fixed hugged smiled laughed cooked cleaned washed tidied called texted visited played worked "
    "rained stopped listened hit hurt led lent lit rose sold shut struck swept understood"
)

SENTENCES = Sentences(
    addition=(
        "(?:oh |um |uh |well |yes |yeah |okay )*(?:and also|also and|oh and|oh also|and then also|and then|and"
        "|also|plus|as well as|another thing|another one|one more|one more thing|in addition)(?: (?:that|is|was"
        "|there's|there is|there was))?"
    ),
    corrections=(
        rf"(?:{_NO} )*(?:not|i didn't say|i didn't mean|it wasn't|it's not|it isn't) (?P<old>.+?) (?:but|i meant|i "
        rf"said|it was|it's"
        r"|make it|rather|i mean|actually) (?P<new>.+)",
        rf"(?:{_NO} )*not (?P<old>(?:on )?(?:{_DAYISH})) (?P<new>(?:on )?(?:{_DAYISH})(?: .+)?)",
        rf"(?:{_NO} )*not (?P<old>{_THING}) (?P<new>{_THING})",
        rf"(?:{_NO} )*(?:i said|i meant|i mean|{_WAS}) {_TOLD}(?P<new>.+?) (?:and )?(?:not|instead of|rather than) "
        rf"(?P<old>.+)",
        rf"(?:{_NO} )*{_TOLD}(?P<new>{_THING}(?: [\w']+){{0,2}}?) (?:and )?(?:not|instead of|rather than) "
        rf"(?P<old>[\w']+(?: [\w']+){{0,2}})",
        rf"(?:{_NO} )*{_CHANGE} (?!it |that |this )(?P<old>.+?) (?:to|into) (?P<new>.+)",
        rf"(?:{_NO} )*{_CHANGE} (?:it|that|this)(?: (?:to|into|for))? (?P<new>.+)",
        rf"(?:{_NO} )*(?:i meant(?: to say)?|i said|i meant it was|what i meant was)(?: that)? (?P<new>.+)",
        rf"(?:no no|no|nope|sorry|wait|oops|actually|hang on|hold on)(?: {_NO})* (?:i mean|{_WAS}) {_TOLD}(?P<new>.+)",
        rf"(?:it |that )?should (?:be|say|have been) {_TOLD}(?P<new>.+)",
        r"i mean (?P<new>.+)",
        rf"(?:(?:no|sorry|wait|oops|oh|well) )*actually {_TOLD}(?P<new>.+)",
    ),
    list_joint="and also|oh and|and then also|plus|and another thing is|and another thing|also(?= the| my| that| i "
        "| we | our)",
    and_joint="and",
    attached=(
        "who|which|whom|whose|where|when|because|cause|'cause|so|but|though|although|even|especially|while|as|if"
        "|that|since|then|like|too|not|just|at least|finally|for|with|after|before|until|despite|thanks to|to"
        "|instead|or"
    ),
    subjects=words(
        "i i'm i've i'd i'll we we're we've we'd you nobody somebody someone everybody everyone there there's"
    ),
    anaphora=words("it it's it'd that that's this he he's she she's they they're which who those these"),
    verbs=words(_VERBS),
    verb_endings=("ed",),
    verb_traps=words(
        "bread red bed shed seed weed sled need speed feed breed hundred indeed tired wicked sacred naked"
    ),
    determiners=words("the a an my our your his her their this that these those some every"),
    possessives=words("my our your his her their"),
    pairs=frozenset(
        {
            "mum dad", "mom dad", "mummy daddy", "mother father", "gran grandad", "grandma grandpa", "nan grandad",
            "brother sister", "fish chips", "bread butter", "salt pepper", "tea cake", "coffee cake", "tea biscuits",
            "cheese wine", "wine cheese", "bread cheese", "peace quiet", "sun sea", "friends family",
            "family friends", "love peace", "macaroni cheese", "mac cheese", "gin tonic", "rest relaxation",
            "health safety", "kids grandkids", "cup saucer", "milk cookies", "bacon eggs", "eggs bacon", "ham eggs",
            "toast jam", "burger fries", "rice beans", "strawberries cream", "nice warm", "safe sound", "now then",
            "up down", "rock roll", "cats dogs", "cat dog", "bed breakfast", "drinks nibbles", "back forth",
        }
    ),
    swaps=(
        ("i am", "you are"), ("i was", "you were"), ("am i", "are you"), ("was i", "were you"), ("i'm", "you're"),
        ("im", "you're"), ("i've", "you've"), ("i'd", "you'd"), ("i'll", "you'll"), ("i", "you"), ("me", "you"),
        ("my", "your"), ("mine", "yours"), ("myself", "yourself"), ("i wasn't", "you weren't"), ("me and", "you and"),
        ("i ain't", "you aren't"), ("we", "you"), ("we're", "you're"), ("we've", "you've"), ("we'd", "you'd"),
        ("we'll", "you'll"), ("us", "you"), ("our", "your"), ("ours", "yours"), ("ourselves", "yourselves"),
        ("the us", "the US"),
    ),
    first_person=r"(?<![\w'])(?:i|me|my|mine|myself|i'm|i've|i'd|i'll|im|we|we're|we've|we'd|we'll|our|ours)(?![\w'])",
    addressed=r"(?<!thank )(?<![\w'])(?:you|your|yours|yourself|you're|you've|you'd|you'll)(?![\w'])(?<!you "
        r"know)(?! know)",
    insults=(
        r"(?:idiots?|idiotic|stupid|dumb|morons?|moronic|cunts?|bitch(?:es|y)?|bastards?|arseholes?|assholes?"
        r"|dick(?:s|head|heads)?|pricks?|wankers?|twats?|sluts?|whores?|fuck\w*|motherfuck\w*|shit(?:s|ty|head"
        r"|heads)?|loser|losers|scum|pigs?|jerks?|useless|worthless|retard(?:s|ed)?|fatso|ugly|tossers?|crap"
        r"|crazy|psychos?|narcissists?|toxic|lazy (?:cow|pig|git|sod)|pathetic|disgusting|imbeciles?|faggots?"
        r"|fags?|spastics?|nutters?|nutcase|liars?)"
    ),
    clause_break=(
        "because|cause|when|whenever|but|so|which|who|that|since|after|before|while|although|even though|though"
        "|if|then|until|and (?:i|we|he|she|it|they|then|that|also|the|my|so)|as(?! well)|where|unless|and"
    ),
    phrase_break="in the|in my|in our|at|on|with|from|this|last|during|without|today|yesterday|for|to the|by the"
        "|again|about",
    dangling=words(
        "a an the my your our his her their this that to of with for from at in on by and or but so if as is was "
        "were are am be been very really too just not no i we he she they it i'm it's who which because when how "
        "what than then like into about such some any every get got have had has do did does don't didn't can could "
        "would should will"
    ),
    denial=r"(?:not|never|no|nor|without|hardly|cannot|\w+n't)",
)  # fmt: skip

REQUESTS = Requests(
    reminder=(
        r"(?:^| )(?:(?:and|but|oh|also|then) )*(?P<wish>(?:please |can you |could you |would you |will you |do "
        r"|also |just |maybe |you can )*(?:(?:remember to )?remind (?:me|us)|(?:give|send|set) (?:me |us )?(?:a"
        r"|the) reminder)(?: both)?(?: (?!how|why|what|who|where).*)?)$"
    ),
    reminder_alone=(
        r"(?:please |can you |could you |would you |will you |do |also |just )*remind (?:me"
        r"|us)(?: both)?(?: (?:please|then|thanks|of it|about it|of that|about that))*"
    ),
    titles=(
        r"(?<!\w)(?:the|a|an|my|our|his|her|their) (?P<title>(?:(?:\d{1,2}|one|two)(?: \d\d)? o'?clock|tonight's"
        r"|yesterday's"
        rf"|(?:{_DAYISH})(?:'s)?|midnight|noon|weekend|daily|weekly|nightly|every ?day)"
        r"(?= (?!at |on |in |by |every |to |and |after |before |for |please)\w+))",
        r"(?<!\w)(?:about|of|since|than|plan|discuss|enjoy|celebrate|survive|like|love|miss)"
        rf" (?P<title>(?:the |this |next |last |our |my )?(?:{_DAYISH}|weekend|week)(?:'s)?(?: (?:morning|evening"
        rf"|night|afternoon))?)",
    ),
    lead="to|that i should|that|i should|i want to|i need to|i have to|please|remind me to|remind me|me to|and"
    "|about|for me to|then|of",
    trail="for|and|then",
    for_length="for (?:about |around |maybe )?",
)
