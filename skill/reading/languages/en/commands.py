"""Commands in English: what is one when it is all that is said."""

from skill.reading.grammar import Commands

COMMANDS = Commands(
    whole={
        "stop": (
            "stop", "stop it", "stop now", "stop this", "stop there", "stop talking", "stop the skill",
            "stop safe harbor", "stop safe harbour", "that's enough", "that is enough", "enough",
            "that's enough for today", "enough for today", "enough for now", "that's enough for now", "bye",
            "bye bye", "goodbye", "good bye", "goodnight", "good night", "night night", "see you", "see you later",
            "see you tomorrow", "i'm done", "we're done", "i am done", "we are done", "i'm finished",
            "we're finished", "done for today", "i'm done for today", "i'm done for now", "all done", "quit", "exit",
            "end", "end it", "finish", "shut up", "be quiet", "quiet", "leave me alone", "leave us alone",
            "go away", "that's all", "that is all", "that's it", "that's all for today", "that's all for now",
            "that'll be all", "that will be all", "i have to go", "i need to go", "i've got to go", "i gotta go",
            "gotta go", "got to go", "we have to go", "let's stop", "let's stop here", "i want to stop",
            "can we stop", "let's leave it there", "turn off", "no more", "no more questions", "stop asking",
            "stop asking me", "talk to you later", "farewell", "see ya", "close safe harbor", "fuck off", "piss off",
            "bugger off", "sod off", "get lost", "screw you", "screw this", "fuck this", "fuck you",
        ),
        "cancel": (
            "cancel", "cancel that", "cancel it", "cancel this", "never mind", "nevermind", "never mind that",
            "forget it", "forget about it", "leave it", "drop it", "abort", "don't bother",
        ),
        "not_now": (
            "not now", "not right now", "not just now", "not at the moment", "not today", "not tonight",
            "maybe later", "later", "another time", "some other time", "ask me later", "not this time", "in a bit",
            "perhaps later",
        ),
        "help": (
            "help", "help me", "help please", "i need help with this", "what can i say", "what can i do",
            "what can i do here", "what can you do", "what do i do", "what do i do now", "what do i say",
            "what should i say", "what should i do now", "what can i ask", "i don't know what to say",
            "i don't know what to do", "what now", "how does this work", "how does it work", "what are my options",
            "what are the options", "what do you mean", "i don't understand", "i don't get it", "i'm confused",
            "i'm lost", "what can i say here", "how do i do this", "what is this",
        ),
        "repeat": (
            "repeat", "repeat that", "repeat it", "repeat please", "repeat the question", "say that again",
            "say it again", "say again", "pardon", "pardon me", "i beg your pardon", "what did you say",
            "what did you just say", "sorry", "sorry what", "come again", "what was that", "what was that again",
            "what", "huh", "again", "once more", "one more time", "what was the question", "what's the question",
            "i didn't hear you", "i didn't hear that", "i didn't catch that", "i didn't get that", "i missed that",
            "could you say that again", "excuse me", "read that again", "sorry what was that",
            "sorry what did you say", "what's that", "you what", "say that again slower", "say that again slowly",
            "say it slower", "say it slowly", "slower", "slowly", "more slowly", "a bit slower", "not so fast",
        ),
        "skip": (
            "skip", "skip that", "skip it", "skip this", "skip this one", "skip that one", "skip this question",
            "skip the question", "skip that question", "skip this step", "pass", "next", "next one", "next question",
            "next please", "i'll pass", "i pass", "pass on that", "move on", "let's move on", "go on to the next one",
            "the next one", "i'd rather skip that", "i'd rather skip this", "leave that out", "skip ahead",
            "another question",
        ),
        "back": (
            "back", "go back", "go back one", "go back a step", "back up", "one back", "previous",
            "previous question", "the previous question", "previous one", "the one before", "the question before",
            "step back", "one step back", "go to the previous question", "let's go back", "back one",
            "go back to the last question", "take me back",
        ),
        "undo": (
            "don't keep that", "don't keep it", "don't keep this", "do not keep that", "don't save that",
            "don't save it", "don't save this", "do not save that", "scratch that", "strike that", "undo",
            "undo that", "undo it", "take that back", "i take that back", "take it back", "forget that",
            "forget what i said", "forget what i just said", "forget i said that", "don't store that",
            "don't record that", "don't write that down", "unsave that", "don't remember that",
        ),
        "delete": (
            "delete that", "delete it", "delete this", "erase that", "erase it", "remove that", "throw that away",
            "get rid of that", "delete that last one", "delete the last one", "delete the last thing",
            "delete what i said", "delete what i just said", "delete what you just saved", "delete what you saved",
            "erase the last one", "remove the last one",
        ),
        "more": (
            "more", "what else", "anything else", "tell me more", "more of that", "some more", "any more",
            "more please", "give me more", "is there more", "are there more", "the rest", "keep going", "continue",
            "read more", "another one",
        ),
    },
    before=(
        "um", "uh", "oh", "well", "okay", "ok", "alright", "all right", "right", "please", "alexa", "can you",
        "could you", "would you", "can we", "could we", "can i", "could i", "let's", "i want to", "i'd like to",
        "i would like to", "we want to", "just", "so", "thanks", "thank you", "no", "nah", "yes", "yeah", "now", "hey",
        "actually", "then", "and", "will you", "wait", "i think", "no no", "but", "ugh", "oh god", "you can",
        "we can", "i need to", "i have to", "sorry can you", "sorry could you", "safe harbor", "safe harbour",
    ),
    after=(
        "please", "thanks", "thank you", "now", "then", "alexa", "for me", "okay", "ok", "thanks a lot",
        "thank you very much", "cheers", "right now", "already", "safe harbor", "safe harbour", "for now", "bye",
        "goodbye", "everyone", "mate", "will you", "thanks bye", "sorry",
    ),
)  # fmt: skip
