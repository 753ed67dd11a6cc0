"""Yes and no in English."""

from skill.reading.grammar import Agreeing

_WHO = "(?:i|we|it|that|this|they|he|she|you|both of us|we both)"
_DO = "(?:do|did|does|am|are|is|was|were|will|would|can|could|have|has|should)"
_DONT = (
    "(?:don't|didn't|doesn't|am not|'m not|aren't|are not|isn't|is not|wasn't|was not|weren't|won't|will not"
    "|wouldn't|can't|cannot|couldn't|haven't|hasn't|shouldn't|do not|did not)"
)

AGREEING = Agreeing(
    yes=(
        "yes", "yeah", "yea", "yep", "yup", "yah", "ya", "aye", "yes+", "yeah+", "yass", "sure(?: thing)?",
        "of course(?: we can| i do| you can)?", "absolutely", "definitely", "certainly", "totally", "for sure",
        "by all means", "with pleasure", "gladly", "uh huh", "uhuh", "mm hmm", "mmhmm", "mhm", "mm mhm", "go on",
        "go on then", "go ahead", "go for it", "let's (?:do (?:it|that|this)|go|start|try(?: it)?)",
        "ready when you are", "don't mind if i do", "why not", "no problem", "no worries", "no doubt",
        "not a problem", "no objections?", "sounds (?:good|great|lovely|fine|perfect|nice|like a plan)",
        "that sounds (?:good|great|lovely|fine|perfect|nice)", "good idea", "great idea",
        "that(?:'d| would) be (?:good|great|nice|lovely|fine|perfect)", "that works", "works for (?:me|us)",
        "that's (?:perfect|lovely|fine|okay|ok|good|great|right|correct|it|true|all right|alright|a yes)",
        "(?:that is|it's) (?:fine|okay|ok|right|correct|true)", "fine (?:by|with) me", "okay (?:by|with) me",
          "i'm in",
        "i'm up for (?:it|that)", "you bet", "please do", "do (?:it|that|so)", "yes please", "count me in",
         "i'm ready", "we're ready", "we're both here", "both here", "we both are", "i'm here",
        "we're here", "we agree", "i agree", "agreed", "hell yes", "hell yeah",
    ),
    yes_whole=(
        "let's", "i'd (?:like|love) (?:that|to|it)", "i would (?:like|love) (?:that|to|it)",
        "(?:i|we) (?:really )?(?:do )?want (?:to|that|it)", "happy to", "i'm sure", f"{_WHO} {_DO}", "please", "good",
        "great", "perfect", "lovely", "cool", "nice", "correct", "right", "exactly", "true", "indeed", "obviously",
        "ready", "wonderful", "brilliant", "excellent", "awesome", "deal", "done", "that's me", "me too",
        "who wouldn't", "always", "we do too", "k", "kay", "course", "naturally", "very much so",
    ),
    weak=("okay", "ok", "okey", "okey dokey", "okay dokay", "alright", "all right", "right", "fine", "that's fine"),
    soft=(
        "i guess(?: so)?", "i suppose(?: so)?", "maybe", "perhaps", "possibly", "probably", "i think so",
        "might as well", "may as well", "i don't mind", "i wouldn't mind", "i don't see why not",
        "not sure but (?:okay|yes|sure)", "i hope so", "if you (?:like|want|must|say so)",
        "if (?:i|we) (?:must|have to)",
    ),
    soft_whole=(
        "eh", "meh", "half", "depends", "sometimes", "partly", "kind of", "sort of", "kinda", "sorta", "it depends",
        "(?:i|we) (?:might|may|could)", "could do", "could be", "whatever", "a bit", "a little(?: bit)?",
        "more or less", "i think i (?:do|would|will)",
    ),
    no=(
        "no (?:no )?(?:that's|it's|i'm|we're|that is|i am) (?:okay|ok|fine|good|great|all right|alright|cool)",
        "no (?:okay|ok|fine|all right|alright|sorry)", "not (?:always|often|much|a chance|for long|likely|so far"
        "|happening|necessarily)",
        "not in the slightest", "not that i know(?: of)?", "i'd rather (?:do (?:it|that) )?(?:later|tomorrow"
        "|another time|wait)", "(?:a bit |do it |maybe )?later(?: on)?(?! \\w)", "no", "nah", "nope", "noo+", "nay",
        "naw", "no way", "no thanks", "no thank you", "nuh uh", "uh uh", "mm mm", "not really", "not now",
        "not right now", "not just now", "not today", "not tonight", "not yet", "not at all", "not this time",
        "not at the moment", "not any ?more", "not exactly", "not quite", "not particularly", "not ever",
        "not for me", "not for now", "not necessary", "not needed", "not tomorrow", "not (?:yet )?again",
        "rather not", "i'd rather not", "i would rather not", "we'd rather not", "i'd prefer not(?: to)?",
        "better not", "best not", "absolutely not", "definitely not", "certainly not", "of course not",
        "probably not", "maybe not", "perhaps not", "i guess not", "i suppose not", "i hope not", "hopefully not",
        "hell no", "god no", "i don't think so", "i do not think so", "i don't think i (?:do|want to|will|would)",
        "don't think so", "i think not", "i don't want (?:to|that|it)", "we don't want (?:to|that|it)",
        "i don't feel like (?:it|that)", "i don't need (?:to|that|it|one|any)",
        "i'm not (?:ready|sure i want to|in the mood|interested)", "no need", "never mind", "nevermind", "forget it",
        "forget about it", "please don't", "don't do (?:it|that)", "no don't", "leave it", "let's not",
        "let's leave it", "maybe later", "maybe another time", "maybe tomorrow", "perhaps later", "another time",
        "some other time", "that's not (?:right|true|it|correct)", "that's a no", "that's wrong", "no chance",
        "not in the mood", "(?:i|we) can't (?:right )?(?:now|today|tonight)", "count me out", "ask me later",
        "later maybe", "in a minute maybe",
    ),
    no_whole=(
        f"{_WHO} {_DONT}", f"{_WHO} (?:really )?don't(?: want)?", "i'm not", "we're not", "it's not", "never",
        "never again", "don't", "do not", "please no", "wrong", "incorrect", "false", "neither", "none", "not",
        "hardly", "no one", "stop", "cancel", "nothing", "not me", "skip", "skip it", "not here", "only me",
        "just me", "neither of us",
    ),
    unsure=(
        "i don't know", "i do not know", "dunno", "i dunno", "no idea", "i have no idea", "not sure", "i'm not sure",
        "i am not sure", "yes and no", "i can't say", "i can't decide", "i don't know yet", "hard to say",
        "who knows", "i don't remember", "i'm not sure yet", "not sure yet", "don't know", "let me think",
        "i'll think about it", "i have to think about it", "(?:let me|i need to|can i) think about (?:it|that)",
        "i don't know really",
    ),
    before=(
        "oh", "well", "um", "uh", "hmm", "hm", "ah", "so", "and", "but", "then", "actually", "honestly",
        "to be honest", "i mean", "i think", "i'd say", "i would say", "i say", "like", "look", "god", "hell", "heck",
        "gosh", "my god", "you know", "just", "alexa", "oh god", "now", "it's a", "really", "hey",
    ),
    courtesy=(
        "please", "thanks", "thank you", "thanks a lot", "thank you very much", "then", "alexa", "cheers", "sorry",
        "okay", "really", "actually", "indeed", "for now", "now", "dear", "love", "mate", "honestly", "i do", "too",
        "today", "to be honest", "though", "anyway", "again", "friend", "of course",
    ),
    never_heads=(
        "no (?:one|body|idea|matter|longer|more|wonder|less|sooner|i meant|it was|i said|i mean)|right (?:now"
        "|after|before|away|then i)|sure(?:ly)? enough|yes and no|so so|well (?:rested|done)|never (?:been|felt"
        "|had)|i don't know (?:what|how|why|who|if|whether|which)"
    ),
    yes_tail=("yes", "yeah", "yep", "yes please", "please do"),
    no_tail=("no", "nope", "nah", "no thanks", "not"),
)  # fmt: skip
