### What is said when someone may not be safe. Numbers come from numbers.json; a clinician reads these lines before a release.

name = getting help
menu = get help

## Parts of lines: where only the language suggests a country, it is named beside its number

in-place = { $sure ->
    [no] { " " }in { $place }
   *[yes] { "" }
    }
emergency = { $emergency ->
    [none] { $police ->
        [none] your local emergency number
       *[other] { $police } for police, { $ambulance } for an ambulance
        }
   *[other] { $sure ->
        [no] your local emergency number, { $emergency } in { $place }
       *[yes] { $emergency }
        }
    }
free-always = { $crisis_hours ->
    [all] { $crisis_free ->
        [yes] , free, day or night
       *[no] , day or night
        }
   *[some] { "" }
    }
crisis = { $crisis_by ->
    [text] call or text { $crisis }{ in-place }{ free-always }
    [call] call { $crisis_name } on { $crisis }{ in-place }{ free-always }
   *[none] look on findahelpline.com for someone to talk to
    }
home-call = { $home_by ->
    [site] look on { $home_site }
    [none] look on findahelpline.com
   *[other] call { $home }{ in-place }
    }
home-when = { $home_hours ->
    [all] { $home_free ->
        [yes] is free, day and night
       *[no] is there day and night
        }
   *[some] listens at set hours
    }
home-line = { $home_by ->
    [word] The { $home_name }{ in-place } { home-when }: call { $home }, or text { $home_word } to { $home_text }.
    [call] The { $home_name }{ in-place } { home-when }, on { $home }.
    [text] The { $home_name }{ in-place } { home-when }: call or text { $home }.
    [site] Shelter lines near you are on { $home_site }.
   *[none] Someone who knows about this is on findahelpline.com, in most countries.
    }
silent-line = { $emergency_silent ->
    [none] { "" }
   *[other] From a mobile, if you can't speak to { $emergency }, press { $emergency_silent } when asked.
    }
forced-line = { $sexual_by ->
    [none] { home-line }
   *[other] The { $sexual_name }{ in-place } is there for this, on { $sexual }.
    }
child-call = { $children ->
    [none] look on findahelpline.com
   *[other] call { $children_name } on { $children }{ in-place }
    }
harm-line = { $harm ->
    [none] To talk it through, { crisis }.
   *[other] The { $harm_name } talks with people who hurt someone close: { $harm }.
    }

## First lines: what was heard is believed, and who to call comes first

self = That's serious, and I'm glad you said it. Please { crisis }. If you're in danger now, call { emergency }.
hurt = Thank you for telling me. You deserve care, not blame. If it's deep, call { emergency }. To talk, { crisis }.
taken = Please call { emergency } now, even if you feel fine. Say what was taken, and when. I can't call for you.
danger = You're right to say it, and it isn't your fault. If you can, call { emergency } now, or get to where other people are.
home = I'm glad you told me. Nobody gets to hurt or scare you, and it isn't your fault. If you're in danger now, call { emergency }. I can tell you who to call.
theirs = Thank you for speaking up. It isn't okay, and it isn't their fault, or yours. If anyone's in danger now, call { emergency }. I can tell you who to call.
someone = Thank you for looking out for them. If they're in danger now, call { emergency }. They can { crisis }, and so can you.
others = Thank you for saying it out loud. Please step away now, to another room or outside. If anyone's hurt or in danger, call { emergency }.
asked = { $sure ->
    [no] I'm glad you asked. In danger, call { emergency }. To talk with someone, { crisis }.
   *[yes] I'm glad you asked. In danger, call { emergency }. If someone hurts or scares you, { home-call }. If you think of dying, { crisis }.
    }
forced = I'm glad you told me. Without your yes it isn't okay, and it isn't your fault. If you're in danger now, call { emergency }. I can tell you who to call.
child = I'm glad you told me. It isn't your fault. A grown-up you trust, like a teacher or a relative, can help. In danger, call { emergency }.
carer = Thank you for saying it out loud. Put the little one down somewhere safe, and step away to breathe. If anyone's hurt, call { emergency }.
young = Thanks for telling me. For big things, a grown-up you trust, like a teacher or a relative, is good to tell. We can do something small. I keep nothing of it.

## What follows a yes or a no

glad = I'm glad. If that changes, { crisis }.
now = Please call { emergency } now and say you're not safe. If someone could be with you, ask them to come. I can't call for you.
who = { home-line } { silent-line } A phone that's only yours is safer. The account owner can see what Alexa heard.
quiet = Okay. Any time, say get help.
    .or-1 = That's fine. Any time, say get help.
    .or-2 = All right. Any time, say get help.
    .or-3 = Understood. Any time, say get help.
who-forced = { forced-line } You decide what happens next. A phone that's only yours is safer. The account owner can see what Alexa heard.
glad-child = I'm glad. If that changes, { child-call }, and tell a grown-up you trust.
left-out = Okay, I'll leave those out for a while. Nobody is told.
helped = Good. Ask them to call { emergency } with you now, and to stay close.
alone = Please call { emergency } now, and unlock the door if you can. Then ask someone to come.
they-safe = That's good. Stay in touch with them, and ask plainly how they are. If it changes, { crisis }.
they-now = Please call { emergency } now and say where they are. Stay near them if that's safe for you.
apart = Thank you for stepping away. { harm-line }
part = Please go to another room or outside now, and stay apart for a while. If you can't, call { emergency }.

## The numbers again

numbers-crisis = For someone who listens, { crisis }. In danger, call { emergency }.
numbers-taken = Please call { emergency } now, whatever was taken.
numbers-home = In danger, call { emergency }. { home-line }
numbers-harm = In danger, call { emergency }. { harm-line }
numbers-all = { $sure ->
    [no] In danger, call { emergency }. To talk with someone, { crisis }.
   *[yes] In danger, call { emergency }. If someone hurts or scares you, { home-call }. If you think of dying, { crisis }.
    }
numbers-forced = In danger, call { emergency }. { forced-line }
numbers-child = In danger, call { emergency }. To talk with someone, { child-call }.

## After "just joking"

sure = Thank you for saying so. It stays true either way: { crisis }. I'll ask once more.
sure-home = Thank you for saying so. If it's ever different, I can tell you who to call.
sure-taken = Thank you for saying so. If anything was taken at all, call { emergency } now.

## Something small, and the ends

breathing = Feet on the floor, shoulders down. Breathe in slowly. <break time="4s"/> And out. <break time="5s"/> Again, in. <break time="4s"/> And out. <break time="5s"/> Once more, in. <break time="4s"/> And out. <break time="5s"/> That's three.
    .or-1 = Sit back, let your hands rest. Slowly in. <break time="4s"/> Slowly out. <break time="5s"/> And in. <break time="4s"/> And out. <break time="5s"/> One more, in. <break time="4s"/> And out. <break time="5s"/> Done.
    .or-2 = Feel the chair under you. A slow breath in. <break time="4s"/> And let it go. <break time="5s"/> In again. <break time="4s"/> And out. <break time="5s"/> Last one, in. <break time="4s"/> And out. <break time="5s"/> There.
    .or-3 = Let your jaw go loose. In, slowly. <break time="4s"/> Out, slower. <break time="5s"/> In. <break time="4s"/> Out. <break time="5s"/> And a third, in. <break time="4s"/> And out. <break time="5s"/> That was three.
worn = That makes sense. Thanks for saying so.
    .or-1 = No wonder. Thanks for telling me.
    .or-2 = That's a lot to carry. Thanks for saying so.
    .or-3 = Thanks for saying so. That's a lot.
bye = Okay. Any time, say get help.
    .or-1 = All right. Take good care. Any time, say get help.
    .or-2 = Okay, I'll close here. Any time, say get help.
    .or-3 = That's fine. Any time, say get help.
leave = I'll leave it there for now. Any time, say get help.
    .or-1 = I'll close here for now. Any time, say get help.
    .or-2 = Let's leave it there. Any time, say get help.
    .or-3 = I'll stop asking now. Any time, say get help.
night = Goodnight.
    .or-1 = Goodnight, then.
    .or-2 = Okay, goodnight.
    .or-3 = Goodnight to you.

## Questions

safe = Are you safe right now?
    .reprompt = Safe for now, yes or no? You can also say stop.
    .help = You can say yes, no, the number, or stop.
    .narrower = Yes or no is enough. Are you safe at this moment?
    .two = Is it closer to safe, yes, or not safe, no?
free = Can you talk freely?
    .reprompt = Is now okay, yes or no?
    .help = You can say yes, no, or stop.
    .narrower = Is now a good time, yes or no?
    .two = Now, or another time? Yes for now, no for later, okay?
together = Is someone with you?
    .reprompt = Anyone near you, yes or no?
    .help = You can say yes, no, the number, or stop.
    .narrower = Yes or no is enough. Is anyone near you?
    .two = Are you with someone, yes, or alone, no?
they = Are they safe right now?
    .reprompt = Are they safe for now, yes or no?
    .help = You can say yes, no, the number, or stop.
    .narrower = Yes or no is enough. Are they safe at this moment?
    .two = Is it closer to safe, yes, or not sure, no?
away = Are you away from each other now?
    .reprompt = Are you in different rooms, yes or no?
    .help = You can say yes, no, the number, or stop.
    .narrower = Yes or no is enough. Are you in different rooms?
    .two = Are you apart, yes, or still together, no?
slowly = Shall I say the number again, slowly?
    .or-1 = Would you like the number once more, slowly?
    .or-2 = Do you want to hear the number again, slowly?
    .or-3 = Once more, slowly?
    .reprompt = Again, yes or no? It's fine to stop here.
    .help = You can say yes, no, or stop.
    .narrower = Yes or no is enough. The number once more?
    .two = Shall I say it again, yes, or leave it, no?
breaths = Shall we take three slow breaths together?
    .or-1 = Would three slow breaths help a little?
    .or-2 = Want to take three slow breaths with me?
    .or-3 = Shall we breathe slowly, three times?
    .reprompt = Three breaths, yes or no? It's fine to stop here.
    .help = You can say yes, no, the number, or stop.
    .narrower = Yes or no is enough. Three slow breaths?
    .two = Three breaths, yes, or leave it there, no?
goodnight = Say goodnight and I'll close. Okay?
    .reprompt = Goodnight?
    .help = You can say goodnight, or no to go on.
    .narrower = Goodnight for now?
    .two = Goodnight, or go on?
grey = That sounds heavy. Is it that you're worn out, or that you don't feel safe?
    .or-1 = That's a lot. Are you worn out by it, or do you not feel safe?
    .or-2 = That sounds hard. Is it being worn out, or is it not feeling safe?
    .or-3 = I hear you. Are you worn out, or is it that you don't feel safe?
    .reprompt = Worn out, or not safe? Either is okay to say.
    .help = You can say worn out, not safe, or stop.
    .narrower = Do you feel safe right now?
    .two = Worn out, or not safe?
steady = Do you feel safe right now?
    .reprompt = Safe for now, yes or no?
    .help = You can say yes, no, or stop.
    .narrower = Safe at this moment, yes or no?
    .two = Closer to safe, yes, or not safe, no?
back = Say repeat to go on, or stop to leave it. Which would you like?
    .reprompt = Repeat, or stop? What we had open keeps.
    .help = You can say repeat, or stop.
    .narrower = Say repeat to go on. Or shall we stop?
    .two = Repeat, or stop?
where = Which country are you in?
    .or-1 = Which country is this? Then I know the numbers there.
    .or-2 = What country are you in, so that I have the right number?
    .or-3 = Which country are you calling from?
    .reprompt = The country's name, or say skip?
    .help = You can name a country, or say skip.
    .narrower = Which country's numbers would help you?
    .two = A country's name, or go on without?
lighter = Shall I leave out the practices for two for a while?
    .or-1 = Would it help if I left out what's for two, for a while?
    .or-2 = Shall I keep to things for one person for a while?
    .or-3 = Want me to leave out the practices for two for now?
    .reprompt = Leave out what's for two, yes or no?
    .help = You can say yes, no, or stop.
    .narrower = Yes or no is enough. Leave out what's for two?
    .two = Leave them out, yes, or keep them, no?
