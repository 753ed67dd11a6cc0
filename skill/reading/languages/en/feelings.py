"""Feelings in English: words by family and energy."""

from skill.reading.grammar import Feelings, words

FEELINGS = Feelings(
    families={
        "glad": {
            "high": (
                "happy", "very happy", "excited", "thrilled", "overjoyed", "ecstatic", "elated", "delighted",
                "over the moon", "buzzing", "pumped", "joyful", "amazing", "fantastic", "awesome", "brilliant",
                "wonderful", "energetic", "energised", "energized", "proud", "enthusiastic", "stoked", "giddy",
                "on top of the world", "alive", "never better", "never been better", "couldn't be better",
            ),
            "middle": (
                "glad", "good", "great", "pretty good", "really good", "cheerful", "pleased", "grateful", "thankful",
                "hopeful", "optimistic", "lovely", "nice", "well", "very well", "confident", "strong", "better",
                "much better", "a bit better", "playful", "amused", "inspired", "curious", "motivated", "lucky",
                "upbeat", "positive", "chirpy", "in a good mood", "encouraged", "not bad", "not too bad",
                "not so bad", "can't complain", "fulfilled", "accomplished", "bright", "merry", "sunny", "interested",
                "refreshed", "well rested", "rested",
            ),
            "low": ("content", "satisfied", "touched", "moved"),
        },
        "calm": {
            "middle": (
                "fine", "okay", "ok", "alright", "all right", "stable", "balanced", "steady", "grounded", "clear",
                "safe", "secure", "free", "light", "in control", "focused", "patient", "level", "centred", "centered",
                "decent", "normal",
            ),
            "low": (
                "calm", "relaxed", "peaceful", "at peace", "chilled", "chill", "mellow", "serene", "quiet", "easy",
                "comfortable", "cosy", "cozy", "relieved", "at ease", "settled", "laid back", "tranquil", "still",
                "rested and calm",
            ),
        },
        "sad": {
            "high": ("devastated", "heartbroken", "distraught", "desperate", "in pieces", "broken", "in tears",
            "crying", "like crying", "crushed", "shattered inside"),
            "middle": (
                "sad", "unhappy", "upset", "disappointed", "tearful", "weepy", "sorrowful", "miserable", "gutted",
                "awful", "terrible", "horrible", "rubbish", "crap", "crappy", "shit", "shitty", "bad", "really bad",
                "grieving", "let down", "rotten", "rough", "lousy", "regretful", "homesick", "dreadful", "melancholy",
            ),
            "low": (
                "down", "low", "blue", "depressed", "gloomy", "glum", "hopeless", "empty", "numb", "flat", "heavy",
                "not great", "not good", "not so good", "not so great", "not very good", "not too good",
                "not too great", "not okay", "not ok", "not well", "not happy", "not fine", "discouraged",
                "down in the dumps", "bummed", "bummed out", "under the weather", "not myself", "off", "pessimistic",
                "dejected", "despondent", "could be better", "been better", "teary", "fed up and sad", "nostalgic",
                "deflated", "defeated", "pointless",
            ),
        },
        "angry": {
            "high": (
                "angry", "furious", "mad", "livid", "raging", "fuming", "enraged", "seething", "outraged",
                "pissed off", "pissed", "boiling", "hating", "hateful", "about to lose it", "about to explode",
                "steaming",
            ),
            "middle": (
                "annoyed", "irritated", "frustrated", "cross", "grumpy", "fed up", "resentful", "bitter", "irritable",
                "cranky", "moody", "impatient", "ticked off", "aggravated", "offended", "jealous", "envious",
                "exasperated", "snappy", "in a bad mood", "sick of it", "frustrating", "grouchy", "miffed", "peeved",
                "testy", "disgusted",
            ),
        },
        "afraid": {
            "high": ("terrified", "panicked", "panicky", "panicking", "petrified", "frightened", "scared",
            "scared stiff", "horrified"),
            "middle": (
                "afraid", "anxious", "worried", "nervous", "uneasy", "on edge", "apprehensive", "jumpy", "fearful",
                "insecure", "unsafe", "jittery", "shaky", "concerned", "unsure of myself", "uncertain", "dreading",
                "restless", "unsettled", "threatened", "worrying", "suspicious", "shocked", "rattled", "spooked",
                "vulnerable", "timid", "shy",
            ),
        },
        "tired": {
            "low": (
                "tired", "exhausted", "knackered", "worn out", "drained", "shattered", "sleepy", "weary", "wiped out",
                "wiped", "beat", "dead tired", "dead on my feet", "run down", "burnt out", "burned out", "burned",
                "burnt", "spent", "drowsy", "sluggish", "lethargic", "pooped", "bushed", "done in", "zonked",
                "fatigued", "half asleep", "dog tired", "listless", "bored", "unmotivated", "washed out", "sapped",
                "running on empty", "out of energy",
            ),
        },
        "hurt": {
            "middle": (
                "hurt", "wounded", "betrayed", "rejected", "ignored", "unappreciated", "used", "humiliated",
                "misunderstood", "neglected", "abandoned", "disrespected", "invisible", "unseen", "unheard",
                "excluded", "left out", "taken for granted", "mistreated", "unloved", "insulted", "dismissed",
                "attacked", "cheated", "stabbed in the back", "in pain", "lied to",
            ),
        },
        "ashamed": {
            "middle": (
                "ashamed", "embarrassed", "guilty", "stupid", "foolish", "worthless", "inadequate", "silly", "small",
                "not good enough", "like a failure", "useless", "awkward", "self conscious", "mortified", "sheepish",
                "like a fraud", "inferior", "sorry", "remorseful", "not enough",
            ),
        },
        "stressed": {
            "high": (
                "stressed", "stressed out", "overwhelmed", "wound up", "frazzled", "frantic", "swamped", "tense",
                "hectic", "under pressure", "pressured", "overloaded", "at my limit", "at breaking point", "hyper",
                "agitated", "rushed", "freaked out", "freaking out", "frenzied", "worked up", "keyed up",
                "strung out", "stressful", "too much", "overstimulated", "at the end of my tether", "at my wits end",
                "losing it",
            ),
            "middle": ("busy", "stretched", "scattered", "distracted", "tightly wound", "all over the shop", "stuck",
            "trapped"),
        },
        "lonely": {
            "low": (
                "lonely", "alone", "isolated", "lonesome", "disconnected", "distant", "cut off", "on my own",
                "missing you", "far away", "unwanted", "withdrawn",
            ),
        },
        "loved": {
            "middle": (
                "loved", "in love", "appreciated", "cared for", "supported", "seen", "heard", "valued", "close",
                "connected", "warm", "understood", "cherished", "accepted", "welcome", "tender", "loving",
                "affectionate", "held", "respected", "included",
            ),
        },
        "mixed": {
            "middle": (
                "mixed", "mixed up", "torn", "confused", "conflicted", "ambivalent", "all over the place",
                "up and down", "so so", "in between", "bittersweet", "weird", "strange", "odd", "undecided",
                "puzzled", "lost", "in two minds", "half and half", "comme ci comme ca", "neither here nor there",
                "a bit of everything", "emotional", "bewildered", "okay ish", "okayish", "middling",
            ),
            "low": ("meh", "blah", "indifferent", "nothing special", "bleh", "whatever", "neutral"),
        },
    },
    pleasant=frozenset({"glad", "calm", "loved"}),
    weak=words(
        "down low off flat blue heavy light clear free easy quiet still level well fine good great nice better "
        "strong bad rough small used seen heard held close warm welcome beat spent wiped burnt burned busy stuck "
        "lost odd strange mad cross hurt moved touched sorry normal decent distant alone safe bright okay ok "
        "alright lovely wonderful amazing brilliant awesome fantastic awful terrible horrible empty broken bitter "
        "crap shit rubbish sunny interested whatever patient mixed silly stupid pressured settled wounded rushed "
        "rested alive shattered concerned accepted included chill worrying frustrating stressful pointless neutral "
        "hectic curious lucky positive tender invisible"
    ) | {"all right", "too much", "so so", "in between", "on my own", "cut off", "far away"},
    cue=(
        "feel|feels|feeling|felt|i'm|i am|am|im|was|i've been|been|a bit|bit|a little|little|so|really|very"
        "|pretty|quite|kinda|kind of|sort of|somewhat|rather|too|just|still|more|extremely|super|totally"
        "|completely|absolutely|mostly|also|all|feel like|utterly|a bit too|slightly|and|doing|going|fairly"
    ),
    strip=(
        "i feel like|i feel|i am feeling|i'm feeling|i'm doing|i am doing|i've been feeling|feeling|i'm|i am|im"
        "|i was|i felt|felt|we're|we feel|a bit|a little bit|a little|bit|kind of|kinda|sort of|really|very"
        "|pretty|quite|so|just|rather|somewhat|slightly|still|mostly|extremely|super|totally|completely|um|uh"
        "|well|oh|hmm|honestly|to be honest|actually|maybe|i guess|i think|i'd say|probably|today|right now"
        "|at the moment|it's|it was|in a word|one word|and|also|doing|like"
    ),
    negation=r"(?:not|never|no longer|isn't|wasn't|aren't|don't feel|didn't feel|don't|didn't|hardly|without|no)"
    r"(?: (?:that|very|really|so|too|feeling|feel|the|a|an|any|exactly|even|feeling very))*",
    others=(
        r"(?:he|she|they|who|(?!(?:i|it|that|this|today|everything|all|what|there|now|and|but)\b)\w+(?= is| was"
        r"| got| seem| look| sound)|someone|everyone|everybody|people|(?:my|his|her|our|their) \w+)(?:'s|'re| is"
        r"| are| was| were| got| gets| get| seems?| seemed| looks?| looked| sounds?| sounded| felt"
        r"| feels?)(?: (?:so|very|really|a|bit|little|too|all|feeling|always|just|quite|pretty|still|being))*"
    ),
    blotted=(
        r"calm (?:me |us |you |myself |ourselves )?down",
        r"(?:to|can|can't|help(?: me| us)?|let's|please) calm(?: (?:myself|ourselves|my \w+))?",
        r"(?:sit|sat|lie|lay|lying|sitting|write|wrote|put|turn|turned|come|came|go|went"
        r"|settle|slow|cool|set|walk|walked|fell|fall) (?:\w+ )?down", r"lost (?:my|the|our|a|his|her|it)",
        r"good (?:night|morning|evening|afternoon|idea|bye|for|thing)", "well done", "as well", "right now",
        "used to",
        r"(?:close|clear|free|light|moved|touched|hurt|used|held|heard|seen|mad about|cross) (?:the|my|it|our"
        r"|up|out|in|to|him|her|time|from)", "better (?:not|than|if)", "nice to", r"(?:at|in|for) least",
        "all right then", "too much (?:work|to|on)", "small (?:thing|talk)", r"great (?:idea|aunt|uncle)",
        "cut off from", r"i(?:'ve| have| had)? (?:just |also |really )?(?:lied to|cheated)",
    ),
    strip_after=(
        "today|right now|now|at the moment|tonight|this (?:morning|evening|afternoon|week)|thanks|thank you"
        "|please|i guess|i suppose|i think|really|actually|inside|lately|as usual|as always|to be honest"
        "|honestly|too|then|though|at all|i'd say"
    ),
    denied="not {word}",
    unsaid="something",
    joint="and",
)  # fmt: skip
