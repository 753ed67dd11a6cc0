# Cool-down: a timed break with an agreed return.

name = your break
menu = take a break from an argument
    .called = break; time out; time apart; cool down; cool off; argument; fight

## Calling a break

start = Let's stop here. { $span }, back { $at }. Okay for both?
    .or-1 = Okay, let's pause. { $span } apart, back { $at }. Does that work for both?
    .or-2 = Let's stop right here. { $span }, and back { $at }. Okay for both of you?
    .or-3 = Let's leave it there for now. { $span }, back together { $at }. All right for both?
    .reprompt = It's { $span }, back { $at }. Another length instead?
    .help = I'm setting up your break. You can say yes, or say another length.
    .narrower = Yes, no, or another length: is it all right to be back { $at }?
    .two = Shall we keep { $span }, or make it another length?
start-alone = Let's put it away. { $span } to yourself, then look again { $at }. Okay?
    .or-1 = Let's step back from it. { $span }, and look again { $at }. Okay?
    .or-2 = Leave it for now. { $span } for you, and back to it { $at }. All right?
    .or-3 = Let's take the heat out. { $span }, then look again { $at }. Does that suit you?
    .reprompt = It's { $span }, and you look again { $at }. Another length instead?
    .help = I'm setting up your break. You can say yes, or say another length.
    .narrower = Yes, no, or another length: is it all right to be back { $at }?
    .two = Shall we keep { $span }, or make it another length?
short-note = Bodies usually need about twenty minutes.
    .or-1 = About twenty minutes is what most bodies need.
    .or-2 = It often takes a body about twenty minutes.
    .or-3 = Most people's bodies take about twenty minutes to settle.
long-note = A day is the most, so the talk isn't lost.
    .or-1 = I can hold a break for a day, no longer.
    .or-2 = A day is the longest, so you find each other again.
    .or-3 = Breaks end within a day here, so the talk isn't lost.
how-long = How long would suit you both, or no break at all?
    .or-1 = No break is fine too. What length would work for both?
    .or-2 = You can also say no break. How long, then?
    .or-3 = What would be better, how long, or no break?
    .reprompt = The time stays as it is. How many minutes instead?
    .help = We're looking for a length. You can say half an hour, or say no break.
    .narrower = How many minutes would be right?
    .two = Half an hour, or no break?
changed = { $span }, then.
    .or-1 = Okay, { $span }.
    .or-2 = { $span } it is.
    .or-3 = All right, { $span }.
no-break = Okay, no break. Either of you can call one any time.
    .or-1 = No break, then. You can still step away yourself.
    .or-2 = Okay, I'll leave it. Say time out whenever you want one.
    .or-3 = Fine, no break for now. It's there when you want one.
no-more = Okay, the break ends here. Go gently.
    .or-1 = No more waiting, then. Start soft.
    .or-2 = Okay, it's over. Go slowly with each other.
    .or-3 = Then the break is done. Be gentle to begin with.

## The reminder, and going apart

reminder = A minute for yourself.
set = Set, { $at }.
    .or-1 = I'll remind you { $at }.
    .or-2 = The reminder's set, { $at }.
    .or-3 = Done. You'll hear from me { $at }.
unset = No reminder. The break holds, back { $at }.
    .or-1 = Okay, no reminder. You're back { $at }.
    .or-2 = Without a reminder, then. Back { $at }.
    .or-3 = Fine, no reminder. The time stays, { $at }.
no-device = This device can't set reminders, so watch the clock. Back { $at }.
    .or-1 = I can't set reminders here. Keep an eye on the time, back { $at }.
no-room = There's no room for another reminder. The break holds, back { $at }.
    .or-1 = Your reminders are full, so watch the clock. Back { $at }.
no-reminder = I couldn't set the reminder. The break holds, back { $at }.
    .or-1 = The reminder didn't work this time. You're still back { $at }.
apart = Different rooms, nothing about the argument. This is a break, not a walk-out.
    .or-1 = Go to different rooms and do something else. It's a break, not a walk-out.
    .or-2 = Different rooms now, and no rehearsing. You're pausing, not leaving.
    .or-3 = Spread out, and think about anything else. This is a pause, not an exit.
apart-alone = Put the screen away, and do something else meanwhile.
    .or-1 = Leave the message alone till then. A walk or some music is fine.
    .or-2 = Nothing about it till then. Something with your hands may help.
    .or-3 = Step away from it, and don't rehearse an answer.
meanwhile = Do something kind for yourself till then.
    .or-1 = The rest isn't yours to carry now.
    .or-2 = You've done your part for now.
    .or-3 = Leave it alone till then, and rest.

## While it runs

still-on = You're on a break, { $left } left, back { $at }. Want a minute of slow breathing?
    .or-1 = The break's still on: { $left }, back { $at }. Breathe slowly for a minute?
    .or-2 = { $left } to go, back { $at }. Would a minute of breathing help?
    .or-3 = There's { $left } left of your break, till you're back { $at }. Some slow breathing meanwhile?
    .reprompt = The break goes on. Would you like to breathe for a minute?
    .help = You're in the middle of a break. You can say yes to breathing, or say stop.
    .narrower = Yes or no: shall we breathe slowly together?
    .two = Breathing for a minute, or a quiet wait?
already-on = Your break is already on, { $left } left, back { $at }. Want some slow breathing?
    .or-1 = You're on a break already: { $left }, back { $at }. Shall we breathe a little?
    .or-2 = It's running: { $left } to go, back { $at }. Would slow breathing help?
    .or-3 = There's a break on, till you're back { $at }. A minute of breathing meanwhile?
    .reprompt = The break goes on. Would you like to breathe for a minute?
    .help = You're in the middle of a break. You can say yes to breathing, or say stop.
    .narrower = Yes or no: shall we breathe slowly together?
    .two = Breathing for a minute, or a quiet wait?
breathing = Breathe in slowly. <break time="4s"/> And out, a little longer. <break time="6s"/> In. <break time="4s"/> And out. <break time="6s"/> In. <break time="4s"/> Out. <break time="6s"/> Once more, in. <break time="4s"/> And out. <break time="6s"/> Go on like that if you like. You're back { $at }.
rest = Okay. You're back { $at }.
    .or-1 = Fine. Rest a little, back { $at }.
    .or-2 = All right. Till then, { $at }.
    .or-3 = Okay, take your time. Back { $at }.
left = { $left } left. You're back { $at }.
    .or-1 = There's { $left } to go, till you're back { $at }.
    .or-2 = { $left } to go, back { $at }.
    .or-3 = You have { $left } left, back { $at }.
none-running = There's no break running. Would you like one?
    .or-1 = No break is on at the moment. Shall I start one?
    .or-2 = Nothing is running. Do you want a break now?
    .or-3 = You're not on a break. Shall we take one?
    .reprompt = No break is on. Want twenty minutes?
    .help = No break is on. You can say yes for twenty minutes, or say no.
    .narrower = Yes or no: shall I start a break?
    .two = A break now, or leave it?
fine = Okay. Say time out whenever you need one.
    .or-1 = Fine. It's there when you want it.
    .or-2 = All right, no break.
    .or-3 = Okay, I'll leave it.
none = There's no break running now.
    .or-1 = No break is on at the moment.
    .or-2 = Nothing's running now.
    .or-3 = You're not on a break now.
early = There's { $left } left, and it takes both of you to go back early.
    .or-1 = { $left } to go. Going back early takes a yes from both.
    .or-2 = You're early, with { $left } left. Both of you need to be ready.
    .or-3 = There's { $left } left, so going back is for both of you to decide.
ready-named = { $who }, are you ready to go back before the time?
    .reprompt = { $who }, ready now, or back { $at } as agreed?
    .help = We're asking whether to end the break early. You can say yes, or say wait.
    .narrower = Yes or no: { $who }, is now all right?
    .two = Now, or { $at } as agreed?
ready-other = And the other one, are you ready to go back before the time?
    .reprompt = Ready now, or back { $at } as agreed?
    .help = We're asking whether to end the break early. You can say yes, or say wait.
    .narrower = Yes or no: is now all right for you too?
    .two = Now, or { $at } as agreed?
wait = Then the break holds, back { $at }. Thanks for waiting.
    .or-1 = Okay, it stays as agreed, back { $at }.
    .or-2 = It takes both, so you're back { $at }.
    .or-3 = The break goes on for now, back { $at }.
stays-on = The break stays on, back { $at }.
    .or-1 = Okay, it goes on. Back { $at }.
    .or-2 = Then it holds. You're back { $at }.
    .or-3 = Fine, the break keeps running, back { $at }.
end = Shall I end the break for both of you?
    .or-1 = End the break now, for both?
    .or-2 = Do you both want the break to end now?
    .or-3 = Shall I call the break off for both?
    .reprompt = The break goes on till you say yes. End it?
    .help = You asked to end the break. You can say yes, or say no and it stays on.
    .narrower = Yes or no: end it now?
    .two = End it now, or back { $at }?
ended = The break's over. Go gently.
    .or-1 = Okay, the break has ended. Start soft.
    .or-2 = Ended. Go slowly with each other.
    .or-3 = It's off. Be gentle to begin with.
ended-may-sound = The break's over. I couldn't remove the reminder, so it may still sound.
    .or-1 = Ended, though its reminder may still ring, because I couldn't remove it.
topic-kept = Kept for when you're back: { $topic }.
    .or-1 = { $topic }. I'll bring it up when you're back.
    .or-2 = Okay, { $topic }. It can rest till then.
    .or-3 = { $topic }, for later. Nothing about it till then.

## Coming back

back = Time to come back. From one to ten, how calm are you?
    .or-1 = The break's over. How calm are you, from one to ten?
    .or-2 = Welcome back. One to ten, how calm do you feel?
    .or-3 = Your time's up. From one to ten, how calm is it inside?
    .reprompt = Ten is very calm. Which number is closest?
    .help = You're back from your break. You can say a number, or say we need more time.
    .narrower = Closer to one, stormy, or to ten, very calm?
    .two = Calm enough to talk, yes or no?
how-calm = From one to ten, how calm are you now?
    .or-1 = How calm are you now, from one to ten?
    .or-2 = One to ten, how calm does it feel?
    .or-3 = Where are you now, from one, stormy, to ten, calm?
    .reprompt = Ten is very calm. Which number is closest?
    .help = Before you talk, we look at how calm you are. You can say a number, or say skip.
    .narrower = Closer to one, stormy, or to ten, very calm?
    .two = Calm enough to talk, yes or no?
calm-enough = No number, then. Are you calm enough to talk?
    .or-1 = Without numbers: could you talk calmly now?
    .or-2 = Fine, no number. Is talking okay now?
    .or-3 = Skip the number. Do you feel calm enough?
    .reprompt = Calm enough to talk, yes or no?
    .help = You're back from your break. You can say yes, or say we need more time.
    .narrower = Yes or no: would talking go well now?
    .two = Talk now, or more time?
and-named = Thanks. { $who }, from one to ten, how calm are you?
    .or-1 = And you, { $who }, one to ten?
    .or-2 = Thank you. { $who }, where are you, from one to ten?
    .or-3 = Good to know. { $who }, how calm are you, one to ten?
    .reprompt = Ten is very calm. { $who }, which number is closest?
    .help = We're asking each of you once. You can say a number, or say skip.
    .narrower = { $who }, closer to one, or closer to ten?
    .two = { $who }, calm enough to talk, yes or no?
and-other = Thanks. And the other one, from one to ten?
    .or-1 = Thank you. And you, the other one, how calm, one to ten?
    .or-2 = Good to know. And the other of you, one to ten?
    .or-3 = Thanks. Now the other one, how calm, from one to ten?
    .reprompt = Ten is very calm. Which number is closest?
    .help = We're asking each of you once. You can say a number, or say skip.
    .narrower = Closer to one, or closer to ten?
    .two = Calm enough to talk, yes or no?
topic-was = You'd left off at { $topic }.
    .or-1 = It was about { $topic }.
    .or-2 = The topic was { $topic }.
    .or-3 = You wanted to talk about { $topic }.
start-soft = Start soft: one feeling, one thing you need. Who goes first?
    .or-1 = Begin gently: one feeling, then one thing you need. Who starts?
    .or-2 = One feeling and one need each, softly. Who goes first?
    .or-3 = Go slowly: a feeling, then a need. Who'd like to begin?
    .reprompt = You can begin without me. Who starts?
    .help = You're both calm enough to talk. You can say a name, or say stop and begin.
    .narrower = Which one of you begins?
    .two = You, or the other one?
go = Go ahead, then swap. I'll leave you to it.
    .or-1 = Good. One talks, one listens, then swap.
    .or-2 = Then begin. Swap when the first is done.
    .or-3 = Go ahead, and take turns. I'll be quiet.
go-named = { $who } first, then swap. I'll leave you to it.
    .or-1 = { $who } begins, the other listens, then swap.
    .or-2 = Okay, { $who } first. Take turns, and go slowly.
    .or-3 = { $who }, go ahead. Swap when you're done.
underneath = Sounds like you're steadier. In a word, what's the feeling underneath?
    .or-1 = That's calmer. What's under it, in a word or two?
    .or-2 = A bit quieter now. What do you feel under it, in a word?
    .or-3 = Steadier now. If you name the feeling underneath, what is it?
    .reprompt = Hurt, worried, tired, something else?
    .help = You're back from your break. You can name a feeling, or say skip.
    .narrower = Is it closer to sad, scared, or cross?
    .two = More hurt, or more worried?
word-it = { $feeling }. That makes sense. Say help me word something, when you want to answer kindly.
    .or-1 = { $feeling }, then. To put it kindly, say help me word something.
    .or-2 = { $feeling }. No wonder. For one kind sentence, say help me word something.
    .or-3 = { $feeling }. Thanks for naming it. Say help me word something when you're ready.
go-alone = Okay. Answer in your own time, softly.
    .or-1 = Fine. One feeling, one thing you need, then send it.
    .or-2 = All right. Go gently when you answer.
    .or-3 = Okay. No hurry to answer.
more = Thanks for being honest. { $span } more, back { $at }?
    .or-1 = Makes sense. Another { $span }, back { $at }?
    .or-2 = That's fair. { $span } more, and back { $at }?
    .or-3 = Thanks for saying so. Shall we take { $span } more, till you're back { $at }?
    .reprompt = It's { $span } more, back { $at }. Another length instead?
    .help = You're taking a little more time. You can say yes, or say another length.
    .narrower = Yes, no, or another length: is it all right to be back { $at }?
    .two = Shall we keep { $span }, or make it another length?
longer = Longer is fine: back { $at } now. Okay for both?
    .or-1 = Take the time you need. Back { $at }, okay for both?
    .or-2 = A bit more, then: back { $at }. Does that work for both?
    .or-3 = Sure. That makes it back { $at }. Okay for both of you?
    .reprompt = It's longer now, back { $at }. Another length instead?
    .help = You're making the break longer. You can say yes, or say another length.
    .narrower = Yes, no, or another length: is it all right to be back { $at }?
    .two = Shall we keep that, or make it another length?
longer-alone = Longer is fine. Look again { $at }, okay?
    .or-1 = Take the time you need. Back to it { $at }, okay?
    .or-2 = A bit more, then: look again { $at }. All right?
    .or-3 = Sure. Look again { $at }. Does that suit you?
    .reprompt = It's longer now: look again { $at }. Another length instead?
    .help = You're making the break longer. You can say yes, or say another length.
    .narrower = Yes, no, or another length: is it all right to be back { $at }?
    .two = Shall we keep that, or make it another length?
tomorrow = You've made it longer twice, so let's set a time. Back { $at }?
    .or-1 = Twice longer is plenty. How about { $at }?
    .or-2 = Sleep may help more than another stretch. Back { $at }?
    .or-3 = Let's give it till the next day. Is { $at } all right?
    .reprompt = It's { $at } for now. Another time instead?
    .help = We're setting a time to talk. You can say yes, or say another time.
    .narrower = Yes, no, or another time: is { $at } all right?
    .two = That time, or another one?
no-time = Okay, no set time. Say we need to finish that talk, when you're ready.
    .or-1 = No time, then. It'll keep till one of you brings it up.
kept-side = You kept your side. Try once more in an hour, or leave it till tomorrow?
    .or-1 = You came back as agreed. Once more in an hour, or tomorrow?
    .or-2 = You did your part. Shall it be in an hour, or tomorrow?
    .or-3 = You're here, and that counts. In an hour, or leave it till tomorrow?
    .reprompt = Either is fine: in an hour, or tomorrow?
    .help = You're back, and the other one isn't. You can say in an hour, or say tomorrow.
    .narrower = Would an hour from now be all right?
    .two = In an hour, or tomorrow?
not-back = Waiting is hard, and it's theirs to come. No break is open here. A quiet one for you?
    .or-1 = That leaves you waiting. I don't have a break open. Twenty quiet minutes for yourself?
    .or-2 = You're here, and that counts. There's no break running. Would you like one for yourself?
    .or-3 = It's hard to be the one who waits. I've no break open. Take one for you?
    .reprompt = No is fine too. A quiet break for yourself?
    .help = The other one isn't back, and no break is open. You can say yes to one, or say no.
    .narrower = Yes or no: a break for yourself?
    .two = A quiet break for you, or leave it?
kept-side-again = You kept your side again. It can rest till tomorrow now.
    .or-1 = You came back twice. Leave it till tomorrow, and look after yourself.
left-be = Okay, it'll keep. You kept your side.
    .or-1 = All right, leave it for now.
    .or-2 = Fine. It can wait.
    .or-3 = Okay, no more for now.
pick-up = There's a talk you paused { $day } and didn't finish. Want to pick it up now?
    .or-1 = You took a break { $day }, and the talk's still open. Go on with it now?
    .or-2 = A talk has been waiting since your break { $day }. Pick it up?
    .or-3 = You paused a talk { $day }. Would now be a good time for it?
    .reprompt = Pick that talk up now, or leave it?
    .help = There's a talk from before a break. You can say yes, or say not now.
    .narrower = Yes or no: go on with it now?
    .two = Now, or leave it be?
let-be = Okay, I won't bring it up again.
    .or-1 = All right, it's put away.
    .or-2 = Fine. I'll leave it be.
    .or-3 = Okay, it's closed on my side.
calm-to-talk = I've no open break here. Are you both calm enough to talk now?
    .or-1 = No break is waiting. Do you both feel calm enough to begin?
    .or-2 = There's nothing paused here. Are you both steady enough to talk?
    .or-3 = I don't have a break open. Could you both talk calmly now?
    .reprompt = Calm enough to talk, both of you?
    .help = You want to finish a talk. You can say yes to begin, or say no for a break.
    .narrower = Yes or no: are both of you calm?
    .two = Talk now, or a break first?
begin = Start soft: one feeling, one thing you need, then swap.
    .or-1 = Begin gently: a feeling, then a need. Then swap.
    .or-2 = One feeling and one need each, softly. Go ahead.
    .or-3 = Go slowly: one talks, one listens, then swap.

## The week

week-back = { $count ->
    [one] One break this week, and you both came back.
   *[other] { $count } breaks this week, and you both came back each time.
    }
    .or-1 = { $count ->
    [one] You took one break this week and found each other again.
   *[other] You took { $count } breaks this week and found each other again.
    }
    .or-2 = { $count ->
    [one] There was one break, and both of you returned.
   *[other] There were { $count } breaks, and both of you returned.
    }
    .or-3 = { $count ->
    [one] One pause this week, with both of you back after it.
   *[other] { $count } pauses this week, with both of you back after them.
    }
week = { $count ->
    [one] You took one break this week.
   *[other] You took { $count } breaks this week.
    }
    .or-1 = { $count ->
    [one] One break this week.
   *[other] { $count } breaks this week.
    }
    .or-2 = { $count ->
    [one] There was one break this week.
   *[other] There were { $count } breaks this week.
    }
    .or-3 = { $count ->
    [one] You paused one talk this week.
   *[other] You paused { $count } talks this week.
    }
week-alone = { $count ->
    [one] You took one break for yourself before answering.
   *[other] You took { $count } breaks for yourself before answering.
    }
    .or-1 = { $count ->
    [one] One break of your own this week.
   *[other] { $count } breaks of your own this week.
    }
    .or-2 = { $count ->
    [one] Once this week you stepped back first.
   *[other] { $count } times this week you stepped back first.
    }
    .or-3 = { $count ->
    [one] You gave yourself one pause this week.
   *[other] You gave yourself { $count } pauses this week.
    }

## The screen

screen-title = A break
screen-until = Back { $at }
screen-breathe = In slowly, out a little longer
button-left = How much longer
button-more = More time
