"""What English speakers put around an answer."""

from skill.reading.grammar import Manners

MANNERS = Manners(
    noises=frozenset({"um", "umm", "uhm", "uh", "uhh", "er", "err", "erm", "ehm", "hmm", "hm"}),
    noise_company=frozenset({"huh", "uh", "mm", "mmm", "nuh", "nah"}),
    openers=(
        *("well", "oh", "ah", "so(?! so)", "like", "you know", "i mean", "hey", "alexa", "look", "right so"),
        *("honestly", "basically", "seriously", "to be honest", "listen", "haha", "oh god", "oh my god"),
        *("okay", "ok", "right", "please"),
    ),
    closers=("please", "thanks", "thank you", "cheers", "alexa", "you know"),
    lead_ins=(
        r"u+mm?|uhm?|uhh|er+m?|hmm?|alexa(?=,)|(?:oh|well|so|like|you know|i mean|okay|ok|right)(?=,)|(?:oh|well"
        r"|so|you know|i mean)(?= (?:i|i'm|i've|it|it's|we|we're|he|she|they|there|there's|the|my|our|this|that"
        r"|um|uh)\b)"
    ),
    closing_courtesy=r"please|thanks(?: a lot)?|thank you(?: very much)?|cheers|alexa",
    courtesy_meant=r"\b(?:say|says|said|saying|tell|tells|told|write|wrote|text|texted|card|note|hear|heard|a|no|my)\b"
    r".*\b(?:please|thanks|thank you|cheers)$",
)
