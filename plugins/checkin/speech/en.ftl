# Check-in: a short one for one person, a weekly one for two, and the sum of a week.

name = your check-in
menu = check in
    .called = check-in; evening check-in

## For one

hello-morning = Good morning.
    .or-1 = Morning.
    .or-2 = Hello, and good morning.
    .or-3 = Hi there, good morning.
hello-morning-named = Good morning, { $who }.
    .or-1 = Morning, { $who }.
    .or-2 = Hello, { $who }, good morning.
    .or-3 = Hi, { $who }.
hello-day = Hello.
    .or-1 = Hi there.
    .or-2 = Hello there.
    .or-3 = Hi.
hello-day-named = Hello, { $who }.
    .or-1 = Hi, { $who }.
    .or-2 = Hello there, { $who }.
    .or-3 = Hi there, { $who }.
hello-evening = Good evening.
    .or-1 = Evening.
    .or-2 = Hello, good evening.
    .or-3 = Hi there, good evening.
hello-evening-named = Evening, { $who }.
    .or-1 = Good evening, { $who }.
    .or-2 = Hello, { $who }, good evening.
    .or-3 = Hi, { $who }.
hello-night = It's late, so this is short.
    .or-1 = A short one, then, this late.
    .or-2 = It's late. Let's keep it brief.
    .or-3 = A brief one, since it's late.
hello-night-named = It's late, { $who }, so this is short.
    .or-1 = A short one, { $who }, this late.
    .or-2 = { $who }, it's late. Let's keep it brief.
    .or-3 = A brief one, { $who }, since it's late.
word = How are you, in a word?
    .or-1 = How's today been, in a word or two?
    .or-2 = In a word, how are you?
    .or-3 = What word fits you right now?
    .reprompt = One word is plenty. Tired, fine, glad, something else?
    .help = We're at the first question. You can say a word like tired, or say skip.
    .narrower = Closer to good, or closer to heavy?
    .two = More tired, or more awake?
word-three = No need to know. Tired, fine, or wound up: is one of them close?
    .or-1 = That's all right. Is one of these close: flat, calm, or tense?
    .or-2 = It can be hard to say. Nearer to heavy, even, or light?
    .or-3 = No hurry. Is it closer to low, so-so, or good?
    .reprompt = Any word is fine. Is one of those close?
    .help = We're looking for a word for today. You can say tired, or say skip.
    .narrower = Closer to good, or closer to heavy?
    .two = More tired, or more awake?
word-again = For this one, a single word. Tired, fine, or tense?
    .or-1 = One word for you is plenty. Flat, calm, or wound up?
    .or-2 = Back to you, in one word. Low, so-so, or good?
    .or-3 = Let's take one word for it. Heavy, even, or light?
    .reprompt = Or skip. Is one of those close?
    .help = We're looking for a word. You can say tired, or say skip.
    .narrower = Closer to good, or closer to heavy?
    .two = More tired, or more awake?
word-then = How were you { $day }, in a word?
    .or-1 = Let's catch up. In a word, how were you { $day }?
    .or-2 = What word fits how you were { $day }?
    .or-3 = Fine, we'll do that now. How were you { $day }, in a word?
    .reprompt = One word for it is plenty. Fine, tired, glad?
    .help = We're catching up on a day. You can say a word, or say skip.
    .narrower = Was it closer to good, or closer to heavy?
    .two = Was it more tired, or more awake?
noted = { $word }. Noted.
    .or-1 = Okay, { $word }.
    .or-2 = { $word }. Thanks for saying so.
    .or-3 = { $word }, I've got that.
    .or-4 = { $word }. Fair enough.
    .unkept = Thanks for saying so.
note-then = Anything else { $day } that's worth a note?
    .or-1 = Was there something else { $day } to keep?
    .or-2 = Was there one more thing { $day } to note?
    .or-3 = Something else { $day } you'd like kept?
    .reprompt = No is fine too. One more thing from then?
    .help = We're catching up on a day. You can name one thing, or say no.
    .narrower = Something good, or something that bothered you?
    .two = Is there one thing, or was that all?
what-else = Go on, what was it, in a few words?
    .or-1 = What was it, in a few words?
    .or-2 = I'm listening. What was it?
    .or-3 = What would you like kept?
    .reprompt = A few words are enough. What was it?
    .help = We're noting one more thing. You can say it in a few words, or say skip.
    .narrower = Who was there, or where was it?
    .two = Something good, or something hard?
closing = Kept: { $things }.
    .or-1 = That's kept: { $things }. See you next time.
    .or-2 = All kept: { $things }. Take it gently.
    .or-3 = I've kept { $things }. That's it for now.
    .unkept = That's your check-in. I haven't kept it.
closing-then = Caught up, { $day }: { $things }.
    .or-1 = That's caught up. Kept, { $day }: { $things }.
    .or-2 = You're caught up. { $day }: { $things }.
    .or-3 = Kept: { $things }, { $day }. That's caught up.
    .unkept = That's caught up. I haven't kept it.
closing-empty = That's all for this time.
    .or-1 = That's the check-in. Nothing needed keeping.
    .or-2 = Done. Short is fine too.
    .or-3 = That's it. Thanks for stopping by.

## Broken off, skipped, cut short

finish = Your check-in { $day } stopped at { $step ->
        [word] the first question
        [due] what was due
        [light] the light question
        [note] the second question
        [thanks] your thank-yous
        [week] the word for the week
        [shared] your promises
        [hard] the thing that wasn't easy
        [wish] your wishes
        [agree] your wishes
       *[other] the last bit
    }. Shall we finish?
    .or-1 = { $day }, we got as far as { $step ->
        [word] the first question
        [due] what was due
        [light] the light question
        [note] the second question
        [thanks] your thank-yous
        [week] the word for the week
        [shared] your promises
        [hard] the thing that wasn't easy
        [wish] your wishes
        [agree] your wishes
       *[other] the last bit
    }. Want to finish the check-in?
    .or-2 = You began a check-in { $day }, and it's open at { $step ->
        [word] the first question
        [due] what was due
        [light] the light question
        [note] the second question
        [thanks] your thank-yous
        [week] the word for the week
        [shared] your promises
        [hard] the thing that wasn't easy
        [wish] your wishes
        [agree] your wishes
       *[other] the last bit
    }. Finish it now?
    .or-3 = Your check-in is still open at { $step ->
        [word] the first question
        [due] what was due
        [light] the light question
        [note] the second question
        [thanks] your thank-yous
        [week] the word for the week
        [shared] your promises
        [hard] the thing that wasn't easy
        [wish] your wishes
        [agree] your wishes
       *[other] the last bit
    }. Shall we go on with it?
    .reprompt = Its place is kept. Finish it now, or let it go?
    .help = A check-in was broken off. You can say yes to finish it, or say no.
    .narrower = Yes or no: shall we go on from there?
    .two = Go on with it, or let it go?
left = Okay, it'll keep.
    .or-1 = All right, another time.
    .or-2 = Fine, we'll leave it.
    .or-3 = Okay. Say check in whenever you like.
later-both = It takes both of you, so I've kept the place.
    .or-1 = I'll keep the place till you're both here.
    .or-2 = Okay, it waits till both of you are here.
    .or-3 = The place is kept for when you're both here.
drop = We've passed over { $step ->
        [word] the word for the day
        [due] what's due
        [light] the light question
        [note] the second question
        [thanks] the thank-yous
        [week] the word for the week
        [shared] the promises
        [hard] the thing that wasn't easy
        [wish] the wishes
       *[other] that part
    } twice now. Leave it out for good?
    .reprompt = It stays, unless you say yes. Leave that part out?
    .help = You skipped the same part twice. You can say yes to drop it, or say no.
    .narrower = Yes or no: drop that part for good?
    .two = Leave it out, or go on asking?
dropped = Okay, that part's gone. Full check-in brings it back.
    .or-1 = It's left out now. Say full check-in to have it again.
    .or-2 = Gone. You can say full check-in to bring it back.
    .or-3 = Left out, then. Full check-in brings everything back.
stays = Okay, I'll go on asking.
    .or-1 = It stays, then.
    .or-2 = Fine, that part stays.
    .or-3 = Okay, we'll keep it in.
place-kept = The check-in keeps its place.
    .or-1 = Your place in the check-in is kept.
    .or-2 = We can finish the check-in another time.
    .or-3 = The check-in can wait till after.
quick = Okay, the short way.
    .or-1 = Quick it is.
    .or-2 = Fine, we'll be brief.
    .or-3 = Short and simple, then.
too-long-ago = I can catch up on the past week, no further.
    .or-1 = That's more than a week ago, so I'll leave it.
    .or-2 = A week back is as far as I go.
    .or-3 = Only the last seven days can be caught up.
added = And { $things }.
    .or-1 = { $things }, added.
    .or-2 = Okay, { $things } too.
    .or-3 = Also { $things }. Kept.
    .unkept = Okay, that too.
add-what = Say and also, with a few words after it.
    .or-1 = I missed what to add. Say and also, then the words.
corrected = { $thing }, then.
    .or-1 = Okay, { $thing }.
    .or-2 = Changed to { $thing }.
    .or-3 = { $thing }. Thanks for putting that right.
nothing-there = There's nothing from this check-in to change.
    .or-1 = I've nothing here to change yet.
heat = Let's stop here for now, and take some time apart. I've kept your place.
    .or-1 = That sounded heated. Let's leave it for now. Your place is kept.
    .or-2 = Let's leave the rest for a calmer moment. I've kept your place.
    .or-3 = This can wait for a calmer hour. Your place is kept.

## For two

one-here = Then it's the same in short, for you.
    .or-1 = Okay, we'll do it for one.
    .or-2 = Fine, this one is for you alone.
    .or-3 = One of you is plenty. The other one's part can wait.
thanks = { $who }, what's one thing you appreciated about { $other } this week?
    .or-1 = { $who }, one thing { $other } did this week that you liked?
    .or-2 = { $who }, what did { $other } do lately that was good for you?
    .or-3 = { $who }, what would you like to thank { $other } for?
    .reprompt = { $who }, something small, like a cup of tea?
    .help = We're at the thank-yous, step one of seven. You can name one thing, or say skip.
    .narrower = { $who }, something { $other } did at home this week?
    .two = { $who }, something { $other } did, or something they said?
thanks-first = One of you first: what's one thing you appreciated about the other this week?
    .or-1 = Whoever starts: one thing the other did this week that you liked?
    .or-2 = One of you: what did the other do lately that was good for you?
    .or-3 = Who'd like to start: what do you want to thank the other for?
    .reprompt = Something small counts, like a cup of tea. What was it?
    .help = We're at the thank-yous, step one of seven. You can name one thing, or say skip.
    .narrower = Something the other one did at home this week?
    .two = Something they did, or something they said?
thanks-second = And the other one: what's one thing you appreciated this week?
    .or-1 = Now the other one: one thing that was good for you this week?
    .or-2 = And you: what would you like to thank the first one for?
    .or-3 = Your turn, the other one: what did you like this week?
    .reprompt = Something small counts, like a kind word. What was it?
    .help = We're at the thank-yous, step one of seven. You can name one thing, or say skip.
    .narrower = Something the first one did at home this week?
    .two = Something they did, or something they said?
thanks-alone = What's one thing you appreciated about each other this week?
    .or-1 = What did the two of you have this week that was good?
    .or-2 = What would you like to thank them for?
    .or-3 = What's one good thing between you this week?
    .reprompt = Something small counts, like a cup of tea. What was it?
    .help = We're at the thank-yous. You can name one thing, or say skip.
    .narrower = Something at home this week?
    .two = Something they did, or something they said?
thanked = Thank you.
    .or-1 = Thanks for saying that.
    .or-2 = That's heard.
    .or-3 = Thank you for that.
    .unkept = Thank you.
week = { $who }, one word for the week between you?
    .or-1 = { $who }, how was this week between you two, in a word?
    .or-2 = { $who }, what word fits the week with { $other }?
    .or-3 = { $who }, the week between you, in a word or two?
    .reprompt = { $who }, one word. Busy, warm, bumpy?
    .help = We're at a word each, step two of seven. You can say a word, or say skip.
    .narrower = { $who }, closer to near, or closer to far?
    .two = { $who }, more easy, or more bumpy?
week-first = One of you: one word for the week between you?
    .or-1 = Whoever starts: how was this week between you, in a word?
    .or-2 = First one: what word fits this week with each other?
    .or-3 = The week between you, in a word. Who starts?
    .reprompt = One word. Busy, warm, bumpy?
    .help = We're at a word each, step two of seven. You can say a word, or say skip.
    .narrower = Closer to near, or closer to far?
    .two = More easy, or more bumpy?
week-second = And the other one: a word for the week?
    .or-1 = Now the other one, what's your word for it?
    .or-2 = And you, the other one: in a word?
    .or-3 = Your turn: what word fits the week for you?
    .reprompt = One word. Busy, warm, bumpy?
    .help = We're at a word each, step two of seven. You can say a word, or say skip.
    .narrower = Closer to near, or closer to far?
    .two = More easy, or more bumpy?
week-alone = One word for the week between the two of you?
    .or-1 = How was this week between you both, in a word?
    .or-2 = What word fits the week with each other?
    .or-3 = The week between you two, in a word or two?
    .reprompt = One word. Busy, warm, bumpy?
    .help = We're at a word for the week. You can say a word, or say skip.
    .narrower = Closer to near, or closer to far?
    .two = More easy, or more bumpy?
hard = Was there one thing that wasn't easy this week?
    .or-1 = One thing is enough. Anything that wasn't easy between you?
    .or-2 = What's one thing that wasn't so easy?
    .or-3 = Is there one thing you'd like to look at together?
    .reprompt = No is a fine answer. One thing that wasn't easy?
    .help = We're past the middle. You can name one thing in three words, or say no.
    .narrower = Something about time, chores or plans?
    .two = Is there one thing, or was the week all right?
hard-parked = Last time you parked { $topic }. Is that still the one?
    .or-1 = You'd set { $topic } aside. Still not easy?
    .or-2 = There's { $topic } from last time. Is it still open?
    .or-3 = { $topic } was parked. Shall it stay the topic?
    .reprompt = Yes, no, or another thing: is that still the one?
    .help = We're at the thing that wasn't easy. You can say yes, no, or another topic.
    .narrower = Yes or no: is it still on your minds?
    .two = Still that one, or something else?
hard-what = What is it, in three words?
    .or-1 = In three words, what is it about?
    .or-2 = What's the topic, in a few words?
    .or-3 = How would you call it, in three words?
    .reprompt = Three words, like chores, money, weekend plans?
    .help = We're naming one topic. You can say it in three words, or say skip.
    .narrower = Is it about time, chores or plans?
    .two = Something at home, or something outside?
parked = Parked: { $topic }. For later, say help us take turns, or let's take a break.
    .or-1 = { $topic } is parked, one topic a week. Help us take turns opens it up.
    .or-2 = { $topic }, parked. It's safe to leave till you're both rested.
    .or-3 = { $topic }. It's parked, and nobody has to solve it now.
    .unkept = { $topic }. It can wait till you're both rested.
wish = { $who }, what's one thing that would help you feel loved this week?
    .or-1 = { $who }, what could { $other } do this week that would feel good?
    .or-2 = { $who }, one small wish for the coming week?
    .or-3 = { $who }, what would make the next week warmer for you?
    .reprompt = { $who }, something small, like a walk or a call?
    .help = We're at a wish each, near the end. You can name one, or say skip.
    .narrower = { $who }, something to do together, or some help?
    .two = { $who }, more time, or more help?
wish-first = One of you: what's one thing that would help you feel loved this week?
    .or-1 = Whoever starts: what could the other do that would feel good?
    .or-2 = First one: one small wish for the coming week?
    .or-3 = One of you: what would make the next week warmer for you?
    .reprompt = Something small, like a walk or a call?
    .help = We're at a wish each, near the end. You can name one, or say skip.
    .narrower = Something to do together, or some help?
    .two = More time, or more help?
wish-second = And the other one: what would help you feel loved this week?
    .or-1 = Now the other one: one small wish for the week?
    .or-2 = Your turn: what would feel good this week?
    .or-3 = And you: what would make the week warmer?
    .reprompt = Something small, like a walk or a call?
    .help = We're at a wish each, near the end. You can name one, or say skip.
    .narrower = Something to do together, or some help?
    .two = More time, or more help?
wish-alone = What's one thing that would help you feel loved this week?
    .or-1 = What's one small wish of yours for the week?
    .or-2 = What could you both do that would feel good?
    .or-3 = What would make the coming week warmer for you?
    .reprompt = Something small, like a walk or a call?
    .help = We're at your wish, near the end. You can name one, or say skip.
    .narrower = Something to do together, or some help?
    .two = More time, or more help?
wished = { $wish }. That's heard.
    .or-1 = { $wish }, noted.
    .or-2 = Okay, { $wish }.
    .or-3 = { $wish }. Thanks for saying it.
    .unkept = That's heard.
agree = Would you both like those kept as promises to each other?
    .or-1 = Shall I keep those as promises to each other?
    .or-2 = Do you both want to make promises of those?
    .or-3 = Should those become promises between you?
    .reprompt = They stay wishes, unless you say yes. Keep them as promises?
    .help = We're turning wishes into promises. You can say yes, or say no.
    .narrower = Promises, yes or no?
    .two = Promises, or leave them as wishes?
promised = Kept as promises.
    .or-1 = They're promises now.
    .or-2 = Promised, then.
    .or-3 = Okay, I've kept them as promises.
    .unkept = Then it's a promise between you.
closing-two = Kept for you both: { $things }.
    .or-1 = That's kept for both: { $things }.
    .or-2 = To sum up: { $things }. Kept for both of you.
    .or-3 = What you take with you: { $things }.
    .unkept = That was your talk, and it stays between you.
closing-two-empty = That was your talk. Being here together counts.
    .or-1 = That's it for this week. Thanks for sitting down together.
    .or-2 = Done. Time together was the point.
    .or-3 = That's your talk for this week.
next-is = The next one is { $at }.
    .or-1 = Next time: { $at }.
    .or-2 = You're on again { $at }.
    .or-3 = It's { $at }, next time.
next = When shall the next talk be?
    .or-1 = When would you like to sit down again?
    .or-2 = What day and time suit you both next?
    .or-3 = When's a good time for the next one?
    .reprompt = A day and a time, like Sunday at eight, or no date?
    .help = Your talk is done. You can say a day and time, or say no.
    .narrower = Same day next week, at what time?
    .two = A date now, or leave it open?

## The usual time

which-time = Which day, and at what time?
    .or-1 = What day and time would suit?
    .or-2 = When would be good, which day and what time?
    .or-3 = Tell me a day and a time. When?
    .reprompt = A day and a time, like Sunday at eight?
    .help = We're finding a time for your check-in. You can say every Sunday at eight, or say stop.
    .narrower = Which day of the week?
    .two = A weekday, or the weekend?
named-days = I can do named days, like Monday and Thursday. Which ones?
    .or-1 = That rhythm isn't possible for me. Which days of the week?
    .or-2 = It has to be named days. Which would be closest?
    .or-3 = Days by name work. Which ones, and at what time?
    .reprompt = Which days, like Monday and Thursday?
    .help = We're finding days for your check-in. You can say Mondays at eight, or say stop.
    .narrower = Which day of the week first?
    .two = A weekday, or the weekend?
what-time = At what time?
    .or-1 = What time of day?
    .or-2 = And at what time?
    .or-3 = What time suits you?
    .reprompt = A time, like eight in the evening?
    .help = We have the day. You can say a time like eight in the evening, or say stop.
    .narrower = Morning, afternoon or evening?
    .two = Seven, or eight in the evening?
reminder = Your time to talk.
arranged = Set: { $when }.
    .or-1 = That's set, { $when }.
    .or-2 = Done. You'll hear from me { $when }.
    .or-3 = I'll remind you { $when }.
no-reminder = Okay, no reminder. I'll keep the time: { $when }.
    .or-1 = Without a reminder, then: { $when }.
    .or-2 = No reminder. It's { $when }.
    .or-3 = Fine. The time stays, { $when }, without a reminder.
no-device = This device can't set reminders. I'll keep the time: { $when }.
    .or-1 = I can't set reminders here, so note it: { $when }.
no-room = There's no room for another reminder. I'll keep the time: { $when }.
    .or-1 = Your reminders are full. The time is kept: { $when }.
not-set = I couldn't set the reminder. I'll keep the time: { $when }.
    .or-1 = The reminder didn't work this time. The time is kept: { $when }.
no-next = There's no date yet. Would you like one?
    .or-1 = Nothing is set. Shall we find a time?
    .or-2 = No time is fixed. Want to set one?
    .or-3 = There isn't one yet. Shall I keep a time?
    .reprompt = No date yet. Shall we find one?
    .help = No check-in is planned. You can say yes to find a time, or say no.
    .narrower = Yes or no: shall we set a day and time?
    .two = A date now, or leave it open?
no-date = Okay, no date. Say check in whenever you like.
    .or-1 = Fine, it stays open.
    .or-2 = No date, then. It's here when you want it.
    .or-3 = Okay, we'll leave the date open.
nothing-set = There's no usual time to drop.
    .or-1 = Nothing is set, so there's nothing to drop.
unset-it = Shall I drop your check-in, { $when }?
    .or-1 = Drop it, { $when }, with its reminder?
    .or-2 = That's { $when }. Shall I take it away?
    .or-3 = Do you want me to drop it, { $when }?
    .reprompt = It stays till you say yes. Drop it?
    .help = You asked to drop the usual time. You can say yes, or say no and it stays.
    .narrower = Yes or no: drop it?
    .two = Drop it, or keep it?
stays-set = Okay, it stays.
    .or-1 = It stays as it is.
    .or-2 = Fine, nothing changes.
    .or-3 = Okay, the time stays.
unset = Done, it's dropped.
    .or-1 = Okay, it's gone.
    .or-2 = Dropped. You can set another any time.
    .or-3 = It's taken away.
unset-may-sound = It's dropped. I couldn't remove the reminder, so it may still sound.
    .or-1 = Dropped, though its reminder may still ring.

## What someone is used to

short-now = Okay, short ones from now on. Full check-in brings the rest back.
    .or-1 = Short it is, from now on.
    .or-2 = I'll keep them short. Say full check-in to change that.
    .or-3 = Fine, brief ones from here on.
full-now = Okay, the whole check-in again.
    .or-1 = All parts are back.
    .or-2 = Full ones again, with every part.
    .or-3 = Fine, everything's back in.
which-part = Which part: the word, what's due, or the light one?
    .or-1 = Which shall go: the word, what's due, or the light one?
    .or-2 = What do you do without: the word, what's due, the light one?
    .or-3 = Which one: the word, what's due, or the light one?
    .reprompt = All stay so far. The word, due, or light?
    .help = We're leaving out a part. You can say the word, or say what's due.
    .narrower = Is it the first question, the word?
    .two = The word, or the light one?
left-out = { $part ->
        [word] The word for the day
        [due] What's due
        [light] The light question
        [thanks] The thank-yous
        [week] The word for the week
        [shared] The promises
        [hard] The thing that wasn't easy
        [wish] The wishes
       *[other] That part
    } won't come up any more. Full check-in brings it back.
    .or-1 = Left out, then. Say full check-in to have it again.
    .or-2 = Okay, that part is gone. Full check-in brings it back.
    .or-3 = I'll leave that out from now on.

## Looking back

on-day = That was { $day }.
    .or-1 = Your talk was { $day }.
    .or-2 = You sat down { $day }.
    .or-3 = { $day }, you talked.
said-thanks = One thank-you was for this: { $thing }.
    .or-1 = A thank-you went to { $thing }.
    .or-2 = You were thankful: { $thing }.
    .or-3 = Something good was { $thing }.
said-thanks-by = { $who } was thankful: { $thing }.
    .or-1 = { $who } said thanks for this: { $thing }.
    .or-2 = From { $who }, a thank-you: { $thing }.
    .or-3 = { $who } liked this: { $thing }.
said-week = A word for the week was { $thing }.
    .or-1 = The week between you was { $thing }.
    .or-2 = In a word, the week was { $thing }.
    .or-3 = One of you called the week { $thing }.
said-week-by = { $who }'s word for the week was { $thing }.
    .or-1 = { $who } called the week { $thing }.
    .or-2 = In a word from { $who }, it was { $thing }.
    .or-3 = For { $who } the week was { $thing }.
said-hard = You parked { $thing }.
    .or-1 = { $thing } wasn't easy, and got parked.
    .or-2 = You set { $thing } aside.
    .or-3 = Not so easy was { $thing }.
said-hard-by = { $who } named { $thing } as not easy.
    .or-1 = { $who } brought up { $thing }, and you parked it.
    .or-2 = Not so easy, from { $who }: { $thing }.
    .or-3 = { $who } set { $thing } aside for later.
said-promise = A promise was { $thing }.
    .or-1 = You promised { $thing }.
    .or-2 = One promise: { $thing }.
    .or-3 = You agreed on { $thing }.
said-promise-by = { $who } promised: { $thing }.
    .or-1 = A promise from { $who }: { $thing }.
    .or-2 = { $who } agreed to { $thing }.
    .or-3 = { $who } took on { $thing }.
said-wish = A wish was { $thing }.
    .or-1 = Someone wished for { $thing }.
    .or-2 = One wish: { $thing }.
    .or-3 = On the wish side, { $thing }.
said-wish-by = { $who } wished for { $thing }.
    .or-1 = A wish from { $who }: { $thing }.
    .or-2 = { $who } would like { $thing }.
    .or-3 = For { $who }, the wish was { $thing }.
said-note = And there was { $thing }.
    .or-1 = You also noted { $thing }.
    .or-2 = Also kept: { $thing }.
    .or-3 = One more thing was { $thing }.
said-note-by = { $who } added: { $thing }.
    .or-1 = { $who } also said { $thing }.
    .or-2 = Also from { $who }: { $thing }.
    .or-3 = { $who } noted { $thing }.
said-shared = One of you shared this: { $thing }.
    .or-1 = Something shared was { $thing }.
    .or-2 = There was this: { $thing }.
    .or-3 = Shared that day: { $thing }.
said-shared-by = { $who } shared this: { $thing }.
    .or-1 = From { $who }: { $thing }.
    .or-2 = { $who } told you: { $thing }.
    .or-3 = Shared by { $who }: { $thing }.
nothing-said = I've nothing from your talks yet that I can share here.
    .or-1 = There's nothing kept from a talk that I can tell you.
    .or-2 = No talk is kept here yet.
    .or-3 = I don't have anything from your talks to share.
your-words = { $count ->
        [one] Your word lately was { $words }.
       *[other] Your words lately were { $words }.
    }
    .or-1 = { $count ->
        [one] You called the week { $words }.
       *[other] You noted { $words }.
    }
    .or-2 = { $count ->
        [one] You said you were { $words }.
       *[other] On different days, you said { $words }.
    }
    .or-3 = { $count ->
        [one] One word from you: { $words }.
       *[other] Words from you: { $words }.
    }
working-promise = Your latest promise is { $thing }, made { $day }.
    .or-1 = You're working on { $thing }. You agreed it { $day }.
    .or-2 = It's { $thing }, which you agreed { $day }.
    .or-3 = { $thing }. That's from your talk { $day }.
working-promise-of = { $who } promised { $day }: { $thing }.
    .or-1 = It's { $who }'s promise, { $thing }, made { $day }.
    .or-2 = The latest is { $who }'s: { $thing }, agreed { $day }.
    .or-3 = { $who } is on { $thing }, since your talk { $day }.
working-parked = You parked { $topic } { $day }.
    .or-1 = There's { $topic }, parked { $day }.
    .or-2 = { $topic } is waiting. You parked it { $day }.
    .or-3 = The open topic is { $topic }, parked { $day }.
working-nothing = Nothing is open between you here.
    .or-1 = There's no promise or topic open that I can name.
    .or-2 = I've nothing open for you two.
    .or-3 = Nothing's waiting at the moment.
quiet-week = A quiet week in here. That's fine.
    .or-1 = It was a quiet week in here, and that's fine.
    .or-2 = Not much in here this week. That's all right.
    .or-3 = This week was quiet here. That happens.
week-next = Your next talk is { $at }.
    .or-1 = You two talk again { $at }.
    .or-2 = Coming up: your talk, { $at }.
    .or-3 = You've a talk { $at }.

## At the opening

time-to-talk = It's about your usual time to talk. Shall we begin?
    .or-1 = This is your time together. Ready to begin?
    .or-2 = You'd planned a talk for now. Shall we start?
    .or-3 = Your usual time has come round. Begin together?
    .reprompt = Begin your talk now, or leave it?
    .help = It's your usual time. You can say yes to begin, or say not now.
    .narrower = Yes or no: begin now?
    .two = Now, or another time?
time-for-you = It's about your usual time. Shall we check in?
    .or-1 = This is your time. A check-in now?
    .or-2 = You'd planned a check-in for now. Shall we?
    .or-3 = Your usual time has come round. Check in now?
    .reprompt = A check-in now, or leave it?
    .help = It's your usual time. You can say yes to begin, or say not now.
    .narrower = Yes or no: check in now?
    .two = Now, or another time?
evening = Would you like a short check-in?
    .or-1 = Fancy a short check-in?
    .or-2 = Shall we do a short check-in?
    .or-3 = A short check-in this evening?
    .reprompt = A minute for a check-in, yes or no?
    .help = You could check in now. You can say yes, or ask for something else.
    .narrower = Yes or no: check in now?
    .two = A check-in, or something else?

## The screen

screen-title = Your check-in
screen-kept = { $thing }
button-skip = Skip
button-stop = Stop
