# Gratitude, in English. Words of people come as { $thing }, { $why }, { $person }; they are turned round by the house.

name = your good things
menu = note a good thing
    .called = good thing; good things; something good; gratitude

## Noticing

asked = Tiny counts too. What's one good thing from today?
    .or-1 = What went well today, even a little?
    .or-2 = What's one thing from today worth keeping?
    .or-3 = Something small will do. What was good today?
    .or-4 = Looking back over today, what's one bit you liked?
    .reprompt = One small good thing, like a cup of tea?
    .help = We're noting a good thing. You can name one in a few words, or say nothing good happened.
    .narrower = Something you ate, saw or heard today?
    .two = Was it something you did, or something someone else did: what was it?
asked-morning = What's one good thing since yesterday?
    .or-1 = Before the day starts: what's one thing you're glad of?
    .or-2 = What's one good thing you woke up with?
    .or-3 = Morning. What's one thing from yesterday worth keeping?
    .reprompt = A warm bed counts. One small thing you're glad of?
    .help = We're noting a good thing. You can name one in a few words, or say skip.
    .narrower = Something from last night, or from this morning?
    .two = Is it about a person, or about a place: what is it?
prompted = What comes to mind?
    .or-1 = What do you find?
    .or-2 = In a few words, which one is it?
    .or-3 = What's the first one you think of?
    .reprompt = The first thing that comes will do. What was it?
    .help = We're looking for one good thing. You can name it, or say nothing came.
    .narrower = Was there one this week?
    .two = Something at home, or something outside: what was it?
why = { $thing }. What made that good for you?
    .or-1 = Kept: { $thing }. What was good about it?
    .or-2 = { $thing }. What did that give you?
    .or-3 = { $thing }, kept. Why did it matter to you?
    .or-4 = { $thing }. In a few words, what was nice about it?
    .unkept = { $thing }. What made that good for you?
    .reprompt = It's kept either way. What was nice about it?
    .help = Your good thing is kept. You can say why it was good, or say skip.
    .narrower = Did it save you something, or give you something?
    .two = Was it more about the thing itself, or about the person?
why-several = { $things }, all kept. What made one of them good?
    .or-1 = Kept them all: { $things }. Pick one. Why was it good?
    .or-2 = { $things }. All kept. Which one mattered most, and why?
    .or-3 = All kept: { $things }. What was good about one of them?
    .unkept = { $things }. What made one of them good?
    .reprompt = They're all kept. Why did one of them matter?
    .help = Your good things are kept. You can say why one was good, or say skip.
    .narrower = Take the last one. What did it give you?
    .two = Was the best one about a person, or about a moment?
why-many = { $count ->
        [one] Kept. What made it good?
       *[other] That's { $count }, all kept. What made one of them good?
    }
    .or-1 = { $count ->
        [one] Kept. What was good about it?
       *[other] All { $count } kept. Which one mattered most, and why?
    }
    .or-2 = { $count ->
        [one] Kept. Why did it matter?
       *[other] I've kept all { $count }. Why did one of them matter?
    }
    .or-3 = { $count ->
        [one] Kept. What did it give you?
       *[other] { $count } good things, kept. What did one of them give you?
    }
    .unkept = That's a good handful. What made one of them good?
    .reprompt = They're all kept. Why did one of them matter?
    .help = Your good things are kept. You can say why one was good, or say skip.
    .narrower = Take the last one. What did it give you?
    .two = Was the best one about a person, or about a moment?
kept = Kept: { $thing }.
    .or-1 = That's kept.
    .or-2 = Kept for you: { $thing }.
    .or-3 = Okay, it's kept.
    .unkept = Thanks for telling me.
kept-why = Nice. { $thing }, and { $why }. Kept.
    .or-1 = Kept: { $thing }, and { $why }.
    .or-2 = { $thing }, and { $why }. That's kept.
    .or-3 = Good one to have: { $thing }, and { $why }. Kept.
    .or-4 = Kept both: { $thing }. And why: { $why }.
    .unkept = Nice. { $thing }, and { $why }.
tell = Would you like to tell { $person }?
    .or-1 = Want to pass that on to { $person }?
    .or-2 = Shall we find words to tell { $person }?
    .or-3 = Would it be nice for { $person } to hear that?
    .reprompt = It's kept. Shall I help you say it to { $person }?
    .help = Your good thing is kept. You can say yes for help with one sentence, or no.
    .narrower = Would you like one sentence you could say to { $person }?
    .two = Tell { $person }, yes, or leave it kept, no?
told-not = Okay. It's kept.
    .or-1 = Fine. It stays here with you.
    .or-2 = Okay, it's yours to keep.
    .or-3 = That's fine. It's kept.
    .unkept = Okay.
added = Added: { $things }.
    .or-1 = And { $things }. Kept too.
    .or-2 = { $things } as well. Kept.
    .or-3 = Kept that too: { $things }.
    .unkept = And { $things }.
corrected = Changed. It's now: { $thing }.
    .or-1 = Okay: { $thing }.
    .or-2 = Got it, { $thing }. That's what's kept.
    .or-3 = Changed to: { $thing }.
corrected-day = Okay, that was { $day }: { $thing }.
    .or-1 = Moved. { $day }: { $thing }.
    .or-2 = Got it. { $thing }, { $day }.
    .or-3 = Changed the day. That was { $day }.
correct-what = How should it read?
    .or-1 = Okay. What should it say?
    .or-2 = What would you like it to say?
    .or-3 = How should it be?
    .reprompt = It stays as it is for now. What should it say?
    .help = We're changing what was kept. You can say it anew, or say skip.
    .narrower = Is it the name or the day, and which is right?
    .two = Is it who it was, or what happened: how should it read?
unchanged = Okay, it stays as it was.
    .or-1 = Okay, nothing changed.
    .or-2 = Fine, I've left it.
    .or-3 = It stays the way it was.

## Nothing good

nothing = Some days are like that. Want a smaller question, or leave it?
    .or-1 = That happens. A smaller question, or shall we leave it?
    .or-2 = Okay. Some days have none. Smaller question, or leave it?
    .or-3 = Thanks for saying so. Want a smaller question, or leave it?
    .reprompt = Either is fine. A smaller question, or leave it?
    .help = You said there was nothing good. You can say a smaller question, or leave it.
    .narrower = Shall I ask something smaller?
    .two = Smaller question, or leave it?
small = Was there a minute today that was a bit easier than the rest?
    .or-1 = Was anything today warm, quiet or soft?
    .or-2 = Did anyone, even a stranger, hold a door or say hello?
    .or-3 = Was there a bite or a sip today that was okay?
    .or-4 = Was there one sound today you didn't mind?
    .reprompt = No is an answer too. One easier minute?
    .help = We're looking for something very small. You can name it, or say no.
    .narrower = Something to eat or drink, maybe?
    .two = Was it at home or outside: or was there none?
small-what = What was it?
    .or-1 = In a few words, what was it?
    .or-2 = What was that?
    .or-3 = Which one?
    .reprompt = A word or two will do. What was it?
    .help = We're keeping something small. You can name it, or say skip.
    .narrower = Was it something you saw, ate or heard?
    .two = Was it a thing or a person: which?
left = Okay. We'll leave it there.
    .or-1 = That's okay. We'll leave it.
    .or-2 = Okay. Tomorrow's another day.
    .or-3 = Fine, we'll leave it at that.
left-briefly = That's okay.
    .or-1 = Okay.
    .or-2 = That's fine.
    .or-3 = Some days are like that.

## Prompts

prompt-sound = Think of a sound you liked lately.
prompt-taste = Think of something that tasted good this week.
prompt-smell = Think of a smell that made you stop for a second.
prompt-light = Think of some light you liked: a lamp, a window, the sky.
prompt-warm = Think of a moment when you were warm.
prompt-laugh = Think of the last thing that made you laugh.
prompt-message = Think of a message you were glad to get.
prompt-face = Think of a face you were glad to see.
prompt-stranger = Think of a stranger who was decent to you.
prompt-help = Think of someone who made a job easier for you.
prompt-finished = Think of something you got done.
prompt-rest = Think of a minute when you could rest.
prompt-walk = Think of a way you walked or rode lately.
prompt-animal = Think of an animal you saw.
prompt-green = Think of something that grows near you.
prompt-sky = Think of the sky, the last time you looked up.
prompt-song = Think of a song that did you good.
prompt-hands = Think of something your hands made or mended.
prompt-home = Think of a corner of your home you like.
prompt-bed = Think of the moment you lay down last night.
prompt-old-friend = Think of someone you've known a long time.
prompt-learned = Think of something you found out this week.
prompt-easier = Think of something that went easier than you feared.
prompt-waited = Think of someone who waited for you.
prompt-quiet = Think of a quiet moment.
prompt-colour = Think of a colour you noticed today.
prompt-meal = Think of a meal you didn't have to make.
prompt-chair = Think of the place where you sit best.
prompt-shared = Think of something someone shared with you.
prompt-child = Think of something a child said or did.
prompt-work = Think of a part of your work you didn't mind.
prompt-thing = Think of a thing you own that does its job well.
prompt-body = Think of something your body did for you today.
prompt-kindness = Think of something kind you saw, even from far off.
prompt-yes = Think of a time someone said yes to you.
prompt-surprise = Think of something good you didn't expect.

## Telling someone

thank-whom = Who would you like to thank?
    .or-1 = Who is it for?
    .or-2 = Who has earned a thank you?
    .or-3 = Whose thank you is it?
    .reprompt = A name will do. Who is the thank you for?
    .help = We're making a thank you. You can say a name, or say stop.
    .narrower = Someone at home, or someone further off: who?
    .two = Is it family or a friend: who is it?
thank-what = What did { $person } do?
    .or-1 = What would you like to thank { $person } for?
    .or-2 = In a few words: what did { $person } do for you?
    .or-3 = What's the thing { $person } did?
    .reprompt = A few words will do. One thing { $person } did?
    .help = We're making a thank you for { $person }. You can say what they did, or stop.
    .narrower = Think of this week. What did { $person } do?
    .two = Was it something they did, or something they said: what was it?
effect = And what did that change for you?
    .or-1 = How did that help you?
    .or-2 = What was better for you after that?
    .or-3 = What did that give you?
    .reprompt = What was easier after that, if anything?
    .help = We're making one sentence for { $person }. You can say what it changed, or skip.
    .narrower = Did it save you time, or did it feel good?
    .two = Did it change your day, or how you felt: in what way?
draft = You could say: { $words }
    .or-1 = How about: { $words }
    .or-2 = Here's one way: { $words }
    .or-3 = Maybe like this: { $words }
draft-fits = Does that sound like you?
    .or-1 = Would you say it like that?
    .or-2 = Does that fit?
    .or-3 = Is that how you'd say it?
    .reprompt = Yes or no will do. Keep that sentence?
    .help = That's one sentence of thanks. You can say yes to keep it, or no to say it your way.
    .narrower = Shall I keep that sentence?
    .two = Keep it, yes, or your own words, no?
draft-own = How would you say it?
    .or-1 = Okay, your words. How would you put it?
    .or-2 = What would you say instead?
    .or-3 = What's your way of saying it?
    .reprompt = Nothing is kept until you say it. One sentence, your way?
    .help = We're finding your words. You can say one sentence, or say skip.
    .narrower = Start with: thank you for. What comes next?
    .two = More about what they did, or how it felt: how would you put it?
draft-kept = Kept. It's there when you see { $person }.
    .or-1 = That's kept for you and { $person }.
    .or-2 = Kept. Say it to { $person } when it suits you.
    .or-3 = It's kept. The moment for { $person } is yours to choose.
    .unkept = Say it to { $person } when it suits you.
share-sure = Shall { $person } be able to hear this from me: { $thing }?
    .or-1 = Let { $person } hear this: { $thing }. Is that a yes?
    .or-2 = { $person } could then hear: { $thing }. Share it?
    .or-3 = Share this with { $person }: { $thing }?
    .reprompt = It's yours alone otherwise. Share it with { $person }?
    .help = You're about to share a good thing. You can say yes, or no to keep it yours.
    .narrower = May { $person } hear it, yes or no?
    .two = Share it, yes, or keep it yours, no?
shared = Done. { $person } can hear it by asking for anything from you.
    .or-1 = Shared with { $person }.
    .or-2 = { $person } can hear that one now.
    .or-3 = It's shared. { $person } can ask me for it.
share-not = Okay. It stays yours.
    .or-1 = Fine, it stays with you.
    .or-2 = Okay, not shared.
    .or-3 = It stays private.
share-nothing = There's nothing kept to share yet.
    .or-1 = I have nothing to share yet.
    .or-2 = Nothing's kept yet that could be shared.
    .or-3 = There's no good thing to share yet.
share-unknown = I don't know { $person } in this home. You can still tell them yourself.
    .or-1 = I can share within this home only, and I don't know { $person } here.
    .or-2 = { $person } isn't someone I know in this home. It stays with you.
    .or-3 = I haven't met { $person } here, so it stays with you.

## Kind acts

act-for = For { $person }:
    .or-1 = Something for { $person }:
    .or-2 = An idea for { $person }:
    .or-3 = Here's one for { $person }:
act-anyone = For someone you like:
    .or-1 = Here's one, for whoever comes to mind:
    .or-2 = A small one:
    .or-3 = An idea:
act-note = leave a short note where they'll find it.
act-photo = send a photo from a good day you both know.
act-thanks = thank them for one thing they do every week.
act-memory = tell them a memory of you two that you like.
act-question = ask what they're looking forward to.
act-song = send them a song that makes you think of them.
act-favourite = find out their favourite something, and remember it.
act-listen = give them ten minutes of listening, with nothing else going on.
act-promise-small = take one small job off their list.
act-lend = lend them something they'd enjoy.
act-list-three = write down three things you like about them, and hand it over.
act-recipe = ask them for a recipe or a tip they're good at.
act-errand = ask if you can bring anything when you're out.
act-praise-others = say something good about them while they can hear it.
act-ask-day = ask about a thing they mentioned last time.
act-plan-date = suggest a day to do something small together.
act-letter = write them three lines on paper.
act-book = pass on something you read that they'd like.
act-picture = take a picture of something that would make them smile.
act-join-in = join them for something they like and you rarely do.
act-first-move = be the one who says hello first.
act-favourite-snack = get them the snack they like.
act-old-photo = dig out an old photo of them and show it.
act-wish-luck = wish them luck for something that's coming up.
act-remember-date = put a date that matters to them in your calendar.
act-patience = let them finish a long story without a hurry.
act-borrow-back = give back something you've had for a while, with a thank you.
act-share-good = tell them one good thing about your day and ask for theirs.
act-ask-help = ask them to show you something they know well.
act-ask-best = ask what the best bit of their week was.
act-save-seat = keep them the good seat, or the last piece.
act-poem = send them a line from a poem or a film they like.
act-drawing = draw them something silly on a scrap of paper.
act-morning-hello = send a good morning with one kind line.
act-luck-today = ask what's on today, and wish them well with it.
act-evening-how = ask how their day was, and ask one thing more.
act-call = ring them, only to hear how they are.
act-postcard = write them a postcard.
act-voice-message = leave a short voice message with one nice thing in it.
act-visit = ask if a short visit would suit them.
act-tea = make them their drink without being asked.
act-chore = do the chore they like the least.
act-breakfast = get breakfast ready for them.
act-cook = cook the thing they like.
act-warm-towel = warm their towel or turn down their bed.
act-phone-away = put your phone in another room while you're together.
act-will = Will you do it?
    .or-1 = Is that something you'd do?
    .or-2 = Would you like to do that?
    .or-3 = Does that suit you?
    .reprompt = Yes, no, or a time, like tomorrow. Will you?
    .help = That's one kind idea. You can say yes, a time, or no for another one.
    .narrower = Is it a yes or a no?
    .two = Do it, yes, or hear another idea, no?
act-another = Want a different one?
    .or-1 = Shall I find another?
    .or-2 = Another idea?
    .or-3 = Okay. A different idea?
    .reprompt = Another idea, yes or no?
    .help = We're looking for a kind idea. You can say yes for another, or no.
    .narrower = One more idea?
    .two = Another one, yes, or leave it, no?
act-planned = Nice. I'll ask how it went.
    .or-1 = Okay. Next time I'll ask how it went.
    .or-2 = Good plan. I'll ask about it another day.
    .or-3 = It's noted. I'll ask you how it went.
    .unkept = Nice. Enjoy doing it.
act-left = Okay, it'll keep.
    .or-1 = That's fine. Another day.
    .or-2 = Okay, we'll leave it.
    .or-3 = No problem. It'll keep.
act-how = You had a kind plan for { $person }. How did it go?
    .or-1 = Last time you meant to do something kind for { $person }. How was it?
    .or-2 = How did it go with the kind idea for { $person }?
    .or-3 = The kind thing for { $person }: how did it go?
    .reprompt = How did it go with { $person }, or not yet?
    .help = I'm asking about your kind plan. You can say how it went, or not yet.
    .narrower = Did you get to do it?
    .two = Done, or not this time?
act-how-anyone = You had a small kind plan. How did it go?
    .or-1 = Last time you planned something kind. How was it?
    .or-2 = How did it go with your kind idea?
    .or-3 = That kind thing you planned: how did it go?
    .reprompt = Not yet is fine too. How did it go?
    .help = I'm asking about your kind plan. You can say how it went, or not yet.
    .narrower = Did you get to do it?
    .two = Done, or not this time?
act-what-then = How was it?
    .or-1 = How did it land?
    .or-2 = What was it like?
    .or-3 = And how was it for you?
    .reprompt = In a word or two, how was it?
    .help = I'm asking how it was. You can say a few words, or skip.
    .narrower = What did they say?
    .two = Was it easy or odd: how was it?
act-kept = Kept: { $words }.
    .or-1 = That's a nice one to have: { $words }.
    .or-2 = Thanks for telling me. Kept.
    .or-3 = { $words }. Kept.
    .unkept = Thanks for telling me.
act-done = Nice that you did it.
    .or-1 = Good to hear.
    .or-2 = Thanks for telling me.
    .or-3 = Nice.
act-not-done = No problem. It can wait, or go.
    .or-1 = That's fine. It's off the list.
    .or-2 = Okay. There'll be another day for it.
    .or-3 = No problem. We'll let it go.

## For two

thanks-turn = { $name }, what's one thing you'd like to thank { $other } for?
    .or-1 = { $name }, what did { $other } do lately that you liked?
    .or-2 = { $name }, one thing you're glad { $other } did?
    .or-3 = { $name }, what would you thank { $other } for?
    .reprompt = { $name }, one small thing { $other } did, or skip?
    .help = You're saying thank you in turns. { $name } can name one thing, or say skip.
    .narrower = { $name }, something { $other } did today?
    .two = { $name }, something { $other } did, or something { $other } said: what was it?
thanks-turn-first = One of you goes first. What would you thank the other for?
    .or-1 = Whoever likes to begin: one thing the other did?
    .or-2 = One of you first: what's one thing the other did?
    .or-3 = The first thank you: what did the other one do?
    .reprompt = You can say skip. One small thing the other did?
    .help = You're saying thank you in turns. You can name one thing, or say skip.
    .narrower = Something the other did today?
    .two = Something they did, or something they said: what was it?
thanks-turn-second = And now the other way: what would you thank them for?
    .or-1 = Now the other one of you: one thing to say thanks for?
    .or-2 = And back: what's one thing they did?
    .or-3 = Your turn now. What did the other one do?
    .reprompt = You can say skip. One small thing they did?
    .help = It's the other one's turn. You can name one thing, or say skip.
    .narrower = Something they did today?
    .two = Something they did, or something they said: what was it?
thanks-said = { $other }, a thank you is all it needs. <break time="3s"/>
    .or-1 = { $other }, you can simply say thank you. <break time="3s"/>
    .or-2 = { $other }, take that in, and say thank you. <break time="3s"/>
    .or-3 = { $other }, a plain thank you is enough. <break time="3s"/>
thanks-said-unnamed = A plain thank you is all it needs. <break time="3s"/>
    .or-1 = The other one can simply say thank you. <break time="3s"/>
    .or-2 = Take that in, and say thank you. <break time="3s"/>
    .or-3 = A thank you back is enough. <break time="3s"/>
thanks-passed = That's okay.
    .or-1 = Okay, passed.
    .or-2 = Fine, we'll move on.
    .or-3 = No problem.
thanks-again = One more each, or is that it?
    .or-1 = Another one each?
    .or-2 = Would you like one more round?
    .or-3 = Once more round, yes or no?
    .reprompt = One more each, yes or no?
    .help = You've each had a turn. You can say yes for one more, or no to end.
    .narrower = Another round?
    .two = One more, yes, or finish, no?
thanks-end = That's your thank-yous done. Have a good rest of the day.
    .or-1 = Thanks, both of you. That's it.
    .or-2 = That's both of you heard. Until next time.
    .or-3 = Good. Those are kept for you both.
thanks-alone = It takes two of you. Shall we make a thank you for later instead?
    .or-1 = It takes two. Want help with a thank you you can say later?
    .or-2 = With one of you here: want to get a thank you ready?
    .or-3 = That's one for two people. Prepare a thank you for later?
    .reprompt = Yes or no: make one thank you for later?
    .help = Thank-yous in turns need two people. You can say yes to make one for later, or no.
    .narrower = One thank you for later?
    .two = Make one for later, yes, or leave it, no?

## Recalling

recalled = { $period ->
        [today] Today
        [yesterday] Yesterday
        [this-week] This week
        [last-week] Last week
        [this-month] This month
        [last-month] Last month
        [this-year] This year
       *[all] So far
    } you noted { $count ->
        [one] one good thing.
       *[other] { $count } good things.
    }
recalled-many = { $period ->
        [today] Today
        [yesterday] Yesterday
        [this-week] This week
        [last-week] Last week
        [this-month] This month
        [last-month] Last month
        [this-year] This year
       *[all] So far
    } you noted { $count } good things, if not more.
recalled-about = { $count ->
        [one] One good thing about { $person }.
       *[other] { $count } good things about { $person }.
    }
    .or-1 = { $count ->
        [one] You noted one about { $person }.
       *[other] You noted { $count } about { $person }.
    }
    .or-2 = { $count ->
        [one] About { $person }, there's one.
       *[other] About { $person }, there are { $count }.
    }
    .or-3 = { $count ->
        [one] I have one about { $person }.
       *[other] I have { $count } about { $person }.
    }
recalled-things = { $things }.
    .or-1 = Here's what's kept: { $things }.
    .or-2 = Here they are: { $things }.
    .or-3 = You kept: { $things }.
shared-things = { $things }.
    .or-1 = Here it is: { $things }.
    .or-2 = In their words: { $things }.
    .or-3 = It says: { $things }.
recalled-more = { $count ->
        [one] There's one more. Want to hear it?
       *[other] There are { $count } more. Want to hear some?
    }
    .or-1 = { $count ->
        [one] One more?
       *[other] And { $count } more. Shall I go on?
    }
    .or-2 = { $count ->
        [one] Shall I read the last one too?
       *[other] There are { $count } more. Want the next ones?
    }
    .or-3 = { $count ->
        [one] There's one left. Read it?
       *[other] { $count } are left. Want some more?
    }
    .reprompt = Yes or no: want to hear more?
    .help = I'm reading your good things. You can say more, or no.
    .narrower = Shall I read on?
    .two = More, or enough?
recalled-none = I have no good things kept from then. You can note one any time.
    .or-1 = Nothing kept from then. You can note one any time.
    .or-2 = There's none from then. There's room for one.
    .or-3 = I don't have any from then. A new one is welcome.
recalled-none-about = I have nothing kept about { $person } that you can hear.
    .or-1 = There's nothing about { $person } I can read you.
    .or-2 = Nothing about { $person } so far that I can read out.
    .or-3 = I have none about { $person } for you yet.
recalled-enough = Okay.
    .or-1 = Okay, they're all still here.
    .or-2 = Fine. They'll keep.
    .or-3 = Okay, enough for now.
random = { $thing }. That was { $day }.
    .or-1 = Here's one: { $thing }, { $day }.
    .or-2 = { $day }: { $thing }.
    .or-3 = You kept this { $day }: { $thing }.
random-why = { $thing }, and { $why }. That was { $day }.
    .or-1 = Here's one: { $thing }, and { $why }. { $day }.
    .or-2 = { $day }: { $thing }, and { $why }.
    .or-3 = You kept this { $day }: { $thing }, and { $why }.
from-someone = { $person } shared this with you.
    .or-1 = From { $person }:
    .or-2 = This is from { $person }.
    .or-3 = { $person } wanted you to hear this.
tells-nothing = I keep what each person tells me with that person. I can share only what someone chose to share with you.
month = { $count ->
        [0] Nothing noted this month so far. There's room.
        [one] You noted something good on one day this month.
       *[other] You noted something good on { $count } days this month.
    }
month-title = This month
month-dots = { $dots }

## Check-in and week

one-good = And one good thing from today?
    .or-1 = What was one good thing today?
    .or-2 = One thing you liked about today?
    .or-3 = What went well today, even a little?
    .reprompt = You can say skip. One small good thing?
    .help = We're at the good thing. You can name one, or say skip.
    .narrower = Something you ate, saw or heard?
    .two = Something you did, or something someone else did: what was it?
kept-briefly = Nice one.
    .or-1 = That's a good one.
    .or-2 = Good to hear.
    .or-3 = Nice.
    .unkept = Thanks for telling me.
week = { $count ->
        [one] You noticed one good thing.
       *[other] You noticed { $count } good things.
    }
    .or-1 = { $count ->
        [one] You noted one good thing.
       *[other] You noted { $count } good things.
    }
week-thanks = { $count ->
        [one] One thank you was said.
       *[other] { $count } thank-yous were said.
    }
    .or-1 = { $count ->
        [one] There was one thank you.
       *[other] There were { $count } thank-yous.
    }
    .or-2 = { $count ->
        [one] One thank you found its way.
       *[other] { $count } thank-yous found their way.
    }
    .or-3 = { $count ->
        [one] You kept one thank you.
       *[other] You kept { $count } thank-yous.
    }
week-about = { $count ->
        [one] You noticed one good thing, about { $person }.
       *[other] You noticed { $count } good things, { $about } about { $person }.
    }
    .or-1 = { $count ->
        [one] You noted one good thing, and it was about { $person }.
       *[other] You noted { $count } good things, { $about } of them about { $person }.
    }

## The screen

card-title = A good thing
card-thing = { $thing }
