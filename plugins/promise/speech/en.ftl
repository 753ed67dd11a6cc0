# Promises, in English. { $what } is a promise in its own words, { $promise } one with its time.

name = your promises
menu = keep a small promise
    .called = promises; small promise

## Making one

what = What did you promise, and to whom?
    .or-1 = What's the promise, and who is it for?
    .or-2 = What would you like to be held to?
    .or-3 = In a few words: what did you say you'd do, and for whom?
    .reprompt = Nothing is kept yet. One small thing, like: call Mum?
    .help = We're noting a promise. You can say it in a few words, or say stop.
    .narrower = Something for this week: what is it?
    .two = For somebody else, or for yourself: what is it?
what-to = And what is it you promised { $person }?
    .or-1 = For { $person }, then. What's the promise?
    .or-2 = What did you tell { $person } you'd do?
    .or-3 = What shall it be for { $person }?
    .reprompt = One small thing for { $person }?
    .help = It's a promise to { $person }. You can say it in a few words, or say stop.
    .narrower = Something for this week: what is it?
    .two = Something you'd do, or something you'd say: what is it?
smaller = What's one small thing this week that would show it?
    .or-1 = That's a big one. Which small thing could you do this week?
    .or-2 = Let's take one step of it. What could you do this week?
    .or-3 = What would anyone be able to see you do this week?
    .reprompt = One small thing that can be done this week?
    .help = Small promises are easier to keep. You can name one small thing, or say stop.
    .narrower = Something that takes ten minutes: what?
    .two = Something you'd say, or something you'd do: what is it?
when = By when, or how often?
    .or-1 = When, or how often?
    .or-2 = By which day, or how often?
    .or-3 = When will it be, or does it come again?
    .reprompt = A day, like Friday, or whenever. By when?
    .help = We're at the time. You can name a day, say every Sunday, or say whenever.
    .narrower = This week, or next week?
    .two = Once, or every week: which day?
which-days = I can hold you to named days. Which days would suit?
    .or-1 = Named days work best here. Which ones?
    .or-2 = Which days of the week shall it be?
    .or-3 = Let's name the days. Which ones?
    .reprompt = Days like Monday and Thursday. Which ones?
    .help = I can keep promises for named days. You can say Mondays, or every day.
    .narrower = Every day, or certain days?
    .two = Weekdays, or the weekend?
time-past = That one has gone by. By when, from today?
    .or-1 = That's past already. Which day, from now on?
    .or-2 = That day is over. When instead?
    .or-3 = That was before today. By when?
    .reprompt = A day to come, or whenever. By when?
    .help = That time was past. You can name a day to come, or say whenever.
    .narrower = Tomorrow, or later?
    .two = A day, or whenever?
cue = What could it come right after, like breakfast?
    .or-1 = What will you have done right before it, like dinner?
    .or-2 = Is there something it can follow, like the school run?
    .or-3 = What can it hang on to, like your morning coffee?
    .reprompt = Nothing is fine too. Right after what?
    .help = A promise is easier to keep right after something. You can name that, or say nothing.
    .narrower = Morning, midday or evening: after what?
    .two = After a meal, or after work?
confirm = So: { $promise }. Right?
    .or-1 = That's: { $promise }. Is that it?
    .or-2 = { $promise }. Is that right?
    .or-3 = So it's: { $promise }. Okay?
    .reprompt = Without a yes nothing is kept. { $promise }?
    .help = That's your promise as I have it. You can say yes, another day, or no to change it.
    .narrower = Shall I keep it like that?
    .two = Keep it, yes, or change it, no?
fix = What isn't right: what, when, or shall we leave it?
    .or-1 = Is it the what, or the when?
    .or-2 = What shall I change: what, or when?
    .or-3 = Which part: what it is, or when?
    .reprompt = What, when, or leave it?
    .help = We're changing your promise. You can say what, when, or leave it.
    .narrower = Is it the day?
    .two = What, or when?
line = { $what }
line-when = { $what } { $when }
line-cue = { $what } { $cue }
line-when-cue = { $what } { $when } { $cue }
on-days = on { $days }
daily = every day
weekdays = every weekday
day-0 = Mondays
day-1 = Tuesdays
day-2 = Wednesdays
day-3 = Thursdays
day-4 = Fridays
day-5 = Saturdays
day-6 = Sundays
kept = Kept.
    .or-1 = That's kept.
    .or-2 = Okay, it's noted.
    .or-3 = I have it.
    .unkept = Good. It's with you, then.
kept-changed = Changed, and kept.
    .or-1 = Okay, that's how it stands now.
    .or-2 = You had that one. It's changed now.
    .or-3 = That one's up to date now.
kept-shared = Kept, and { $person } can hear it too.
    .or-1 = That's kept for you both, { $person } included.
    .or-2 = Noted, for you and { $person }.
    .or-3 = I have it, and so does { $person }.
reminder-wanted = Want a reminder?
    .or-1 = Shall I remind you?
    .or-2 = Would a reminder help?
    .or-3 = A reminder for it?
    .reprompt = It's kept either way. A reminder, yes or no?
    .help = Your promise is kept. You can say yes, a time, or no.
    .narrower = A reminder, yes or no?
    .two = Remind you, yes, or leave it, no?
reminder-time = At what time?
    .or-1 = What time would suit?
    .or-2 = At which hour shall I say it?
    .or-3 = When in the day?
    .reprompt = A time, like six in the evening, or no?
    .help = We're setting a reminder. You can name a time, or say no.
    .narrower = Morning or evening, at what time?
    .two = Eight in the morning, or six in the evening?
reminded = Set: { $when }.
    .or-1 = I'll remind you { $when }.
    .or-2 = Done. { $when }.
    .or-3 = Okay, a reminder { $when }.
no-reminder = Okay, without a reminder. I'll ask when it's due.
    .or-1 = No reminder, then. I'll ask about it when it's due.
    .or-2 = Fine. I'll ask you how it went.
    .or-3 = Okay. It's kept, and I'll ask when the day comes.
    .unkept = Okay, no reminder.
reminder-not-set = I couldn't set a reminder. The promise is kept.
    .or-1 = No reminder this time, it didn't work. The promise stays.
    .or-2 = That reminder didn't go through. I've kept the promise.
    .or-3 = I can't remind you there. The promise itself is kept.
reminder = A minute for something you had in mind.
left = Okay, we'll leave it.
    .or-1 = Okay. It'll keep.
    .or-2 = Fine, another time.
    .or-3 = Okay, nothing's changed.
theirs = That's one for them to say yes to.
    .or-1 = Only they can promise that. You can ask, though.
    .or-2 = That would be a request, more than a promise.
    .or-3 = That's theirs to give.
theirs-only = That's theirs to say yes to. You could ask them for it, and promise your own part.
    .or-1 = Only they can promise that. I can keep what you'd do yourself.
    .or-2 = That would be a request. A promise is what you'd do.
    .or-3 = I can hold you to your own part only. What they do is theirs.
threat = I won't hold you to that. If anyone could get hurt, you included, say: get help.
    .or-1 = That one I won't keep. If somebody could get hurt, say: get help.
    .or-2 = I can't hold you to harm. If it's getting dangerous, say: get help.
    .or-3 = I'll leave that one. If anyone's at risk, you can say: get help.

## How it went

due = Today it was: { $what }. Did you?
    .or-1 = For today there was this: { $what }. How did it go?
    .or-2 = Today's promise: { $what }. Done?
    .or-3 = { $what }: that was for today. Did it work out?
    .reprompt = Yes, still to do, or move it: how did it go?
    .help = I'm asking about a promise that's due. You can say yes, no, half of it, or another day.
    .narrower = Done, or still to do?
    .two = Done, or move it?
due-before = There's one from before: { $what }. Did you?
    .or-1 = You had promised to { $what }. How did it go?
    .or-2 = One promise is still open: { $what }. Done?
    .or-3 = { $what }: that day has come and gone. Did it work out?
    .reprompt = Yes, no, or move it: how did it go?
    .help = I'm asking about a promise that was due. You can say yes, no, half of it, or another day.
    .narrower = Done, or still to do?
    .two = Done, or move it?
due-loose = A while ago you promised this: { $what }. Did it happen?
    .or-1 = There's one without a date: { $what }. Done?
    .or-2 = Still open is this: { $what }. How is it going?
    .or-3 = { $what }: did you get to it?
    .reprompt = Yes, no, or give it a day. Did it happen?
    .help = I'm asking about an open promise. You can say yes, no, or name a day for it.
    .narrower = Done, or still to do?
    .two = Done, or name a day?
due-of = { $name }, you promised this: { $what }. How did it go?
    .or-1 = { $name }, one for you: { $what }. Done?
    .or-2 = { $name }, how did it go with this: { $what }?
    .or-3 = { $name }, your promise was: { $what }. Did it work out?
    .reprompt = { $name }, yes, half, or move it?
    .help = I'm asking { $name } about a shared promise. You can say yes, no, half of it, or another day.
    .narrower = { $name }, done, or still to do?
    .two = { $name }, done, or move it?
done = Good. { $what }: done.
    .or-1 = That's kept: { $what }.
    .or-2 = Noted: { $what }, done.
    .or-3 = { $what }. Crossed off.
late = Later than planned, and done. Noted.
    .or-1 = Late still counts. It's noted.
    .or-2 = Done is done. Noted.
    .or-3 = Okay, noted: done, a bit later.
missed = Thanks for saying so. Do it today, change it, or let it go?
    .or-1 = It happens. Today still, change it, or let it go?
    .or-2 = Thanks for being straight. Today, another way, or let it go?
    .or-3 = Okay. Do it today, change it, or let it go?
    .reprompt = All three are fine. Today, change it, or let it go?
    .help = You missed one. You can say today, change it, let it go, or name a day.
    .narrower = Is today still possible?
    .two = Today, or another day?
missed-twice = Thanks for saying so. Twice now. Make it smaller, keep it, or let it go?
    .or-1 = That's the second time. Would smaller be easier, or let it go?
    .or-2 = Okay. It may be too big. Smaller, as it is, or let it go?
    .or-3 = Thanks for telling me. Shall we make it smaller, or let it go?
    .reprompt = Smaller, as it is, or let it go?
    .help = You missed it twice. You can say make it smaller, keep it, or let it go.
    .narrower = Would a smaller one be easier?
    .two = Smaller, or let it go?
partly = Half counts. The rest today, another day, or let it go?
    .or-1 = Part of it is something. The rest today, another day, or leave it?
    .or-2 = Okay, partly. Finish it today, another day, or let it go?
    .or-3 = Noted, part of it. And the rest: today, another day, or let it go?
    .reprompt = The rest today, another day, or let it go?
    .help = You did part of it. You can say today, name a day, or let it go.
    .narrower = Is today possible for the rest?
    .two = Today, or let it go?
smaller-how = What would the smaller one be?
    .or-1 = What's half of it, or less?
    .or-2 = Which small part would you surely do?
    .or-3 = What's the smallest version that still counts?
    .reprompt = A few words will do. The smaller one is?
    .help = We're making your promise smaller. You can say it anew, or say skip.
    .narrower = Half as often, or half as long: what is it?
    .two = Less often, or shorter: what is it?
change-how = What shall it be now, or when?
    .or-1 = What would work better, or which day?
    .or-2 = Say it anew, or name another day. Which is it?
    .or-3 = How should it go now?
    .reprompt = Another day, or other words. What shall it be?
    .help = We're changing your promise. You can name a day, say it anew, or say skip.
    .narrower = Would another day help?
    .two = Another day, or another promise: what is it?
meant = Okay: { $what }, for { $person }.
    .or-1 = Got it: { $what }, and it's { $person }.
    .or-2 = { $person }, then: { $what }.
    .or-3 = Changed to { $person }: { $what }.
changed = Okay, now it's: { $what }.
    .or-1 = Changed to: { $what }.
    .or-2 = { $what }. That's how it stands now.
    .or-3 = From now on: { $what }.
changed-week = Okay, some time this week: { $what }.
    .or-1 = For this week, then: { $what }.
    .or-2 = { $what }, within the week. I'll ask then.
    .or-3 = Changed: { $what }, in the coming week.
today = Okay, today it is. I'll ask later.
    .or-1 = Today, then.
    .or-2 = Good. It's on for today.
    .or-3 = Okay, for later today.
stays = Okay, it stays as it is.
    .or-1 = Fine. It stays open.
    .or-2 = Okay, nothing's changed.
    .or-3 = It's still there, as it was.
let-go = Okay, it's let go.
    .or-1 = Fine. That one's gone.
    .or-2 = Okay, off the list.
    .or-3 = It's let go. That's a choice too.
drop-sure = Let this go: { $promise }. Are you sure?
    .or-1 = This one would go: { $promise }. Yes or no?
    .or-2 = { $promise }. Shall I take it off the list?
    .or-3 = You'd let go of this: { $promise }. Is that right?
    .reprompt = Without a yes it stays. Let it go?
    .help = You're about to let a promise go. You can say yes, or no to keep it.
    .narrower = Let it go, yes or no?
    .two = Let it go, yes, or keep it, no?
which = Which one: { $promises }?
    .or-1 = Which do you mean: { $promises }?
    .or-2 = There are a few. Which one: { $promises }?
    .or-3 = Is it one of these: { $promises }?
    .reprompt = A word of it will do. Which one?
    .help = You have several promises. You can say a word of the one you mean, or skip.
    .narrower = The first one?
    .two = The first, or the second?
either-2 = { $promise_1 }, or { $promise_2 }
either-3 = { $promise_1 }, { $promise_2 }, or { $promise_3 }
move-when = To which day?
    .or-1 = Which day instead?
    .or-2 = When would be better?
    .or-3 = To when shall it move?
    .reprompt = A day, like Friday. Which one?
    .help = We're moving a promise: { $what }. You can name a day, or say no.
    .narrower = Tomorrow, or later?
    .two = This week, or next week?
moved = Moved: { $what }, now { $when }.
    .or-1 = Okay. { $what }, { $when }.
    .or-2 = { $what } is { $when } now.
    .or-3 = Done: { $what }, { $when }.
moved-reminder = Moved, and the reminder too: { $what }, { $when }.
    .or-1 = { $what } is { $when } now, reminder included.
    .or-2 = Okay: { $what }, { $when }. I'll remind you then.
    .or-3 = Done. { $what }, with its reminder { $when }.
moved-alone = Moved: { $what }, { $when }. The reminder didn't come along.
    .or-1 = { $what } is { $when } now. It has no reminder any more.
    .or-2 = Okay: { $what }, { $when }. I couldn't move the reminder.
    .or-3 = It's moved, without a reminder: { $what }, { $when }.
none = There's no open promise. You can say: hold me to something.
    .or-1 = Nothing's promised at the moment.
    .or-2 = I have no open promise of yours. Hold me to something starts one.
    .or-3 = There's nothing open. You can make one any time.
none-told = Good. There's no open promise to cross off, so that one's yours.
    .or-1 = Nice. Nothing's open here, so there's nothing to cross off.
    .or-2 = Good to hear. I had no promise open for it.
    .or-3 = Okay, good. There was nothing on the list for that.

## Hearing them

yours = { $count ->
        [one] There's one.
       *[other] There are { $count }.
    }
    .or-1 = { $count ->
        [one] One promise is open.
       *[other] { $count } are open.
    }
    .or-2 = { $count ->
        [one] You have one.
       *[other] You have { $count }.
    }
    .or-3 = { $count ->
        [one] It's one.
       *[other] It's { $count } so far.
    }
read = { $promise }.
read-own = You promised: { $promise }.
    .or-1 = From you: { $promise }.
    .or-2 = Yours: { $promise }.
    .or-3 = You said: { $promise }.
read-of = { $who } promised: { $promise }.
    .or-1 = From { $who }: { $promise }.
    .or-2 = { $who }'s promise: { $promise }.
    .or-3 = { $who } said: { $promise }.
more = { $count ->
        [one] There's one more. Shall I read it?
       *[other] There are { $count } more. Want to hear them?
    }
    .or-1 = { $count ->
        [one] One more?
       *[other] And { $count } more. Shall I go on?
    }
    .or-2 = { $count ->
        [one] Shall I read the last one too?
       *[other] { $count } are left. Read on?
    }
    .or-3 = { $count ->
        [one] One is left. Read it?
       *[other] Want the other { $count } too?
    }
    .reprompt = Shall I read on, yes or no?
    .help = I'm reading your promises. You can say yes for more, or no.
    .narrower = Read on?
    .two = More, or enough?
enough = Okay, they're all still here.
    .or-1 = Okay.
    .or-2 = Fine, enough for now.
    .or-3 = Okay. They'll keep.
none-to = There's nothing open to { $person }.
    .or-1 = I have no open promise to { $person }.
    .or-2 = Nothing's promised to { $person } at the moment.
    .or-3 = To { $person } there's nothing open.
none-agreed = There's nothing shared between you here yet.
    .or-1 = No promise is shared here so far.
    .or-2 = Nothing agreed is kept here yet.
    .or-3 = I have no shared promise so far.
tells-nothing = I keep what each person tells me with that person. I can share only what someone chose to share with you.
share-sure = Shall { $person } be able to hear this: { $what }?
    .or-1 = Let { $person } hear this: { $what }. Is that a yes?
    .or-2 = { $person } could then hear: { $what }. Share it?
    .or-3 = Share this with { $person }: { $what }?
    .reprompt = Without a yes it stays yours. Share it with { $person }?
    .help = You're about to share a promise. You can say yes, or no to keep it yours.
    .narrower = May { $person } hear it, yes or no?
    .two = Share it, yes, or keep it yours, no?
shared = Done. { $person } can ask what you promised.
    .or-1 = Shared with { $person }.
    .or-2 = { $person } can hear that one now.
    .or-3 = It's shared with { $person }. Only you report on it.
share-not = Okay. It stays yours.
    .or-1 = Fine, it stays with you.
    .or-2 = Okay, not shared.
    .or-3 = It stays private.
share-unknown = I don't know { $person } in this home. You can still tell them yourself.
    .or-1 = I can share within this home only, and I don't know { $person } here.
    .or-2 = { $person } isn't someone I know in this home. It stays with you.
    .or-3 = I haven't met { $person } here, so it stays with you.

## Between us

whose = Leave out what it's about. Whose is it?
    .or-1 = I don't need to know what it is. Who told you?
    .or-2 = Only the name, please. Whose is it?
    .or-3 = What it is stays with you. Who is it from?
    .reprompt = A name will do, or skip. Whose is it?
    .narrower = Who told you?
    .two = A friend, or family: who?
    .help = Someone told you something. You can say their name, or say skip.
confided = Kept between you and { $person }. If somebody asks, you could say: that's for { $person } to tell.
    .or-1 = Okay, it stays with you and { $person }. To others: ask { $person } about that.
    .or-2 = Between you and { $person }, then. If you're asked: that isn't mine to tell.
    .or-3 = I've noted it's { $person }'s, and nothing more. If asked: that's not mine to tell.
    .unkept = It stays with you. If asked, you could say: that isn't mine to tell.
confided-unnamed = It stays with you. If somebody asks, you could say: that isn't mine to tell.
    .or-1 = Okay, it's yours to hold. If you're asked: that's not mine to tell.
    .or-2 = Noted, without a name. To others: that isn't mine to tell.
    .or-3 = Between you two, then. If asked: I'd rather leave that with them.
confided-already = You're keeping something for { $person } already. That holds.
    .or-1 = That's noted for { $person } already.
    .or-2 = You and { $person } have that already. It stays.
    .or-3 = It's noted: between you and { $person }.
confided-but = If somebody could get hurt, telling someone who can help isn't breaking it.
confided-for = You're keeping something for { $people }. What it is stays with you.
    .or-1 = There's something of { $people } with you. I don't know what.
    .or-2 = For { $people }. I was told no more than that.
    .or-3 = { $people } can count on you there. I only have the name.
confided-some = You're keeping something for somebody. I have no name.
    .or-1 = There's something you're keeping, without a name.
    .or-2 = Somebody's, and no name with it.
    .or-3 = There's one. I don't know whose.
confided-none = There's nothing noted that you're keeping for anyone.
    .or-1 = Nothing of that kind is noted.
    .or-2 = I have nothing there.
    .or-3 = Nothing's noted to keep between you and someone.
confided-over = Okay, it's no longer noted.
    .or-1 = Fine, that one's free now.
    .or-2 = Okay, taken off.
    .or-3 = Then it's done. You kept it until now.
slipped = Thanks for saying so. Want help with words to tell them yourself?
    .or-1 = That happens. Telling them first can help. Want words for it?
    .or-2 = That's hard to carry. Shall we find words to tell them?
    .or-3 = Okay. It's easier heard from you. Want help with the words?
    .reprompt = Not now is fine. Words for it, yes or no?
    .help = Something slipped out. You can say yes for help with words, or no.
    .narrower = Help with one sentence?
    .two = Find words, yes, or leave it, no?
own-up = You could say: I told somebody what you told me, and I wish I hadn't.
    .or-1 = Try: I let slip what you told me. I want you to hear it from me.
    .or-2 = Short is fine: I told someone, and you deserve to know.
    .or-3 = You could begin with: I need to tell you I didn't keep it to myself.

## For two

each = { $name }, what's one small thing you'd promise { $other } this week?
    .or-1 = { $name }, one small promise for { $other } this week?
    .or-2 = { $name }, what would you do for { $other } this week?
    .or-3 = { $name }, one thing { $other } can count on this week?
    .reprompt = { $name }, something small. Or say skip. What would it be?
    .help = You're each making one small promise. { $name } can name one thing, or say skip.
    .narrower = { $name }, something that takes ten minutes?
    .two = { $name }, something you'd do, or something you'd say: what is it?
each-first = One of you first: what's one small thing you'd promise the other this week?
    .or-1 = Whoever likes to begin: one small promise for this week?
    .or-2 = One of you begins. What can the other count on this week?
    .or-3 = The first one: one small promise for the other?
    .reprompt = Something small. Or say skip. What would it be?
    .help = You're each making one small promise. You can name one thing, or say skip.
    .narrower = Something that takes ten minutes?
    .two = Something you'd do, or something you'd say: what is it?
each-second = And the other one: what would you promise for this week?
    .or-1 = Now the other way round: one small promise?
    .or-2 = And back: what can they count on this week?
    .or-3 = Your turn now: one small promise?
    .reprompt = Something small. Or say skip. What would it be?
    .help = It's the other one's turn. You can name one thing, or say skip.
    .narrower = Something that takes ten minutes?
    .two = Something you'd do, or something you'd say: what is it?
noted = { $what }. Noted.
    .or-1 = Okay: { $what }.
    .or-2 = Kept: { $what }.
    .or-3 = { $what }. I have that.
passed = That's okay.
    .or-1 = Okay, passed.
    .or-2 = Fine, none from you this week.
    .or-3 = No problem.
both-kept = I'll ask each of you about your own.
    .or-1 = You can both hear them. Each reports on their own.
    .or-2 = That's it. In a week I'll ask you both.
    .or-3 = Those are kept for you both.
one-here = With one of you here, it's your own promise.
    .or-1 = Then it's one of your own.
    .or-2 = It takes two for that. Yours, then.
    .or-3 = Okay, only yours for now.
wishes-kept = Kept as promises to each other.
    .or-1 = Then they're promises now, for this week.
    .or-2 = Okay, you've each promised one thing.
    .or-3 = Noted, a promise each.

## The week and the screen

week = { $parts }.
    .or-1 = Promises: { $parts }.
week-kept = { $count ->
        [1] one kept
        [2] two kept
        [3] three kept
        [4] four kept
        [5] five kept
       *[other] { $count } kept
    }
week-late = { $count ->
        [1] one kept a bit late
        [2] two kept a bit late
        [3] three kept a bit late
       *[other] { $count } kept a bit late
    }
week-partly = { $count ->
        [1] one in part
        [2] two in part
        [3] three in part
       *[other] { $count } in part
    }
week-moved = { $count ->
        [1] one moved
        [2] two moved
        [3] three moved
       *[other] { $count } moved
    }
card-title = Promises
button-kept = Done
button-missed = Not this time
