# How the skill opens. One sentence and one question; no tour, and nothing chirpy at night.

name = what to do next
menu = see what there is

hello-new = Hi, this is Safe Harbor: small practices for people who matter to each other. I'm a program, not a therapist.
hello-morning = { $named ->
        [no] Morning.
       *[yes] Morning, { $name }.
    }
    .or-1 = { $named ->
        [no] Good morning.
       *[yes] Good morning, { $name }.
    }
    .or-2 = { $named ->
        [no] Hello, and good morning.
       *[yes] Hello { $name }, good morning.
    }
    .or-3 = { $named ->
        [no] Hi. Morning.
       *[yes] Hi { $name }. Morning.
    }
hello-day = { $named ->
        [no] Hello.
       *[yes] Hello, { $name }.
    }
    .or-1 = { $named ->
        [no] Hi again.
       *[yes] Hi again, { $name }.
    }
    .or-2 = { $named ->
        [no] Good to hear you.
       *[yes] Good to hear you, { $name }.
    }
    .or-3 = { $named ->
        [no] Hi there.
       *[yes] Hi there, { $name }.
    }
hello-evening = { $named ->
        [no] Evening.
       *[yes] Evening, { $name }.
    }
    .or-1 = { $named ->
        [no] Good evening.
       *[yes] Good evening, { $name }.
    }
    .or-2 = { $named ->
        [no] Hello, good evening.
       *[yes] Hello { $name }, good evening.
    }
    .or-3 = { $named ->
        [no] Hi, good evening.
       *[yes] Hi { $name }, good evening.
    }
hello-night = { $named ->
        [no] Hello. It's late.
       *[yes] Hello, { $name }. It's late.
    }
    .or-1 = { $named ->
        [no] Hi. Late one.
       *[yes] Hi { $name }. Late one.
    }
    .or-2 = Hello. Quietly, then.
    .or-3 = { $named ->
        [no] Hi. I'll keep it short.
       *[yes] Hi { $name }. I'll keep it short.
    }
gently = { $named ->
        [no] It's good to hear you. How are you today?
       *[yes] It's good to hear you, { $name }. How are you today?
    }
    .or-1 = { $named ->
        [no] I'm glad you're here. How is today for you?
       *[yes] I'm glad you're here, { $name }. How is today for you?
    }
    .or-2 = { $named ->
        [no] Hello. Good to hear your voice. How are things today?
       *[yes] Hello { $name }. Good to hear your voice. How are things today?
    }
    .or-3 = { $named ->
        [no] Hi. No hurry at all. How are you doing today?
       *[yes] Hi { $name }. No hurry at all. How are you doing today?
    }
    .reprompt = A word is plenty, or none. How is today?
    .help = You can answer in a word, or say skip.
    .narrower = Is today closer to okay, or closer to hard?
    .two = Okay today, or hard today?
gently-heard = Thanks for telling me.
    .or-1 = I'm glad you said so.
    .or-2 = Thank you for saying that.
    .or-3 = Okay. It's good to know.
gently-left = That's fine too.
    .or-1 = No need to say.
    .or-2 = Okay, no words needed.
    .or-3 = That's all right.
verdict = I can't judge that. What happens, and how is it for you?
    .or-1 = That's not mine to judge. What happens, and how does it leave you?
    .or-2 = I can't tell from here. What happens between you, and how is that for you?
    .or-3 = I won't put a word on anyone. What happens, and how do you feel then?
    .reprompt = A sentence is plenty, or say skip. How is it for you?
    .help = You can say what happens, or say skip.
    .narrower = How does it leave you feeling?
    .two = Does it leave you more tired, or more hurt?
lighter = Let's take something light for now.
    .or-1 = Something light for now, then.
    .or-2 = Something easy might be nice right now.
    .or-3 = Let's keep it light today.
# Asked once of each who has done something between two. The answers' lines have no variants: which of those were said is
# remembered, and with it would be what was answered. The one for all but a yes could be heard by anyone in the room.
safe = Before things for two, one plain question. Do you feel safe with each other?
    .or-1 = I ask this once, each person alone. Do you feel safe with each other?
    .or-2 = One thing I ask everyone who does things for two. Do you feel safe with each other?
    .or-3 = First a question that everyone gets once: do you feel safe with each other?
    .reprompt = Do you feel safe: yes, no, or not sure?
    .help = I ask everyone this once, and I don't keep the answer. You can say yes, no, not sure, or skip.
    .narrower = When you two are together, do you feel safe?
    .two = Safe together, yes or no?
safe-yes = Thank you.
safe-else = Thank you for taking that question. Any time, say get help, and I'll tell you who to call.
unfinished-named = You left { $named } open. Shall we go on?
    .or-1 = We stopped in { $named }. Want to pick it up?
    .or-2 = We left { $named } half done. Go on with it?
    .or-3 = We haven't finished { $named }. Shall we?
    .reprompt = Go on with it, yes or no?
    .help = Something is half done. You can say yes, or no to let it go.
    .narrower = Yes to go on, or no to let it go?
    .two = Go on, or let it go?
unfinished = You left something unfinished. Want to go on with it?
    .or-1 = Something's still open from before. Shall we go on?
    .or-2 = There's something half done. Want to pick it up?
    .or-3 = We broke something off. Go on with it?
    .reprompt = Go on with it, yes or no?
    .help = Something is half done. You can say yes, or no to let it go.
    .narrower = Yes to go on, or no to let it go?
    .two = Go on, or let it go?
let-it-go = Okay, I've let it go.
    .or-1 = Sure, that's put away.
    .or-2 = All right, it's let go.
    .or-3 = Fine, we'll leave it.
choose = We could { $things }. Which one?
    .or-1 = You could { $things }. What would help?
    .or-2 = Here's what there is. Shall we { $things }?
    .or-3 = We can { $things }. Which would you like?
    .reprompt = One of them, or stop?
    .help = You're at the start. You can name one of these, or say stop.
    .narrower = Shall we { $first }?
    .two = Shall we { $first }, or rather { $other }?
choose-more = We could { $things }. Which, or say more?
    .or-1 = You could { $things }. Which one, or more?
    .or-2 = There's this: { $things }. One of those, or more?
    .or-3 = We can { $things }. Which, or shall I say more?
    .reprompt = One of them, or more, or stop?
    .help = You're at the start. You can name one of these, say more, or say stop.
    .narrower = Shall we { $first }?
    .two = Shall we { $first }, or rather { $other }?
menu-help = You can talk to me in your own words.
    .or-1 = I can help with small things.
    .or-2 = Here's what there is.
    .or-3 = Some things we can do.
lost = I didn't get that, and that's on me.
    .or-1 = I missed that one.
    .or-2 = That went past me, sorry.
    .or-3 = I couldn't follow that.
heard = Thanks for saying so.
    .or-1 = I hear you.
    .or-2 = That's worth saying.
    .or-3 = Okay, I'm with you.
nothing-then = Okay. Another time.
    .or-1 = Sure. Take care.
    .or-2 = All right, nothing for now.
    .or-3 = Okay, no need.
nothing-here = There's nothing set up to do here yet.
what-this-is = Safe Harbor is small practices for people who matter to each other. I'm a program, not a therapist or a doctor.
