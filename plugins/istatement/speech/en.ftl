# Say it with "I", in English. A sentence that is read back comes as it is; other words of people are turned round.

name = your sentence
menu = find words for something hard

## Three questions

moment = When did it last happen?
    .or-1 = Let's take one time. When did it last happen?
    .or-2 = Think of the last time. What happened, and when?
    .or-3 = One moment is enough. When was the last time?
    .reprompt = The last time it happened: where were you, and when?
    .help = We're finding words, starting with one moment. You can name the last time, or say skip.
    .narrower = Was it today, yesterday, or longer ago, and what happened?
    .two = Was it something they did, or something they said: when?
moment-about = { $matter }. When did it last happen?
    .or-1 = Okay: { $matter }. When was the last time?
    .or-2 = { $matter }. Take one time. When was it?
    .or-3 = Let's take one moment of that: { $matter }. When did it last happen?
    .reprompt = The last time it happened: where were you, and when?
    .help = We're finding words, starting with one moment. You can name the last time, or say skip.
    .narrower = Was it today, yesterday, or longer ago, and what happened?
    .two = Was it something they did, or something they said: when?
moment-last = Let's find one time that shows it. When did it last happen?
    .or-1 = One moment is easier to hear. When was the last time?
    .or-2 = That's a lot. Take one time: when did it last happen?
    .or-3 = Makes sense. What happened the last time, and when was it?
    .reprompt = Only the last time: what happened, and when?
    .help = One moment is easier to hear than many. You can name the last time, or say skip.
    .narrower = Was the last time today, yesterday, or longer ago?
    .two = Was it at home or out: what happened?
moment-plain = That stung, by the sound of it. What would a camera have seen?
    .or-1 = Leaving the names out: what happened, and when?
    .or-2 = Let's put what happened first. What would anyone have seen?
    .or-3 = Okay. And what did they do, the way a camera would show it?
    .reprompt = Only what could be seen or heard: what was it?
    .help = We're looking for one moment without names. You can say what happened, or skip.
    .narrower = Was it something said, or something done: what was it?
    .two = At home or out: what happened?
moment-two = { $name }, one moment. When did it last happen?
    .or-1 = { $name }, take one time. What happened, and when?
    .or-2 = { $name } first. Which moment is it about, and when was it?
    .or-3 = { $name }, think of the last time. When was it?
    .reprompt = { $name }, the last time: what happened, and when?
    .help = { $name } is making one sentence for you both to hear. You can name a moment, or say skip.
    .narrower = { $name }, was it this week, and what happened?
    .two = { $name }, was it something done, or something said: what?
moment-first = One of you first. When did it last happen?
    .or-1 = Whoever likes to begin: which moment is it about?
    .or-2 = One of you begins. What happened, and when?
    .or-3 = The first one: when was the last time?
    .reprompt = The last time: what happened, and when?
    .help = One of you is making a sentence for both to hear. You can name a moment, or say skip.
    .narrower = Was it this week, and what happened?
    .two = Was it something done, or something said: what?
feeling = { $moment }. What did you feel?
    .or-1 = { $moment }. In a word, what did you feel?
    .or-2 = Okay: { $moment }. How was that for you?
    .or-3 = { $moment }. What was the feeling?
    .reprompt = One word, like hurt, lonely or cross?
    .help = We have the moment. You can say one feeling, or say skip.
    .narrower = Was it more sad, more angry, or more afraid?
    .two = Was it closer to hurt, or closer to cross?
feeling-then = What did you feel?
    .or-1 = In a word, what did you feel?
    .or-2 = And how was that for you?
    .or-3 = What was the feeling?
    .reprompt = One word, like hurt, lonely or cross?
    .help = We're at the feeling. You can say one word for it, or say skip.
    .narrower = Was it more sad, more angry, or more afraid?
    .two = Was it closer to hurt, or closer to cross?
beneath = { $word }. And in you, was it more { $first }, { $second } or { $third }?
    .or-1 = { $word }. Underneath, was that { $first }, { $second } or { $third }?
    .or-2 = { $word }. That's about them too. In you: { $first }, { $second } or { $third }?
    .or-3 = No wonder. Inside, was it { $first }, { $second } or { $third }?
    .reprompt = { $first }, { $second } or { $third }?
    .help = We're looking for the feeling in you. You can pick one, use your own word, or say skip.
    .narrower = Was it { $first }?
    .two = Was it { $first }, or { $second }?
wish = And what would you like instead?
    .or-1 = What would you like next time?
    .or-2 = And what's one small thing you'd like?
    .or-3 = What would you ask for?
    .reprompt = Something small they could do. What would you like?
    .help = We're at what you'd like instead. You can name one small thing, or say skip.
    .narrower = What could they do the next time?
    .two = Something they'd do, or something they'd stop: what is it?
wish-small = What's one small thing that would show you that?
    .or-1 = That matters. What could they do that would show it?
    .or-2 = Makes sense. What would that look like, in one small thing?
    .or-3 = Okay. Which one small thing would help with that?
    .reprompt = Something anyone could see. Which small thing?
    .help = We're making the wish small enough to do. You can name one thing, or say skip.
    .narrower = What could they do this week?
    .two = Something they'd say, or something they'd do: what is it?
blunt = Say it the way it comes. What would you like to tell them?
    .or-1 = How would you say it if you didn't hold back?
    .or-2 = Read it to me, or say it roughly. What is it?
    .or-3 = What's the message, the way it is now?
    .reprompt = It stays with you. How would you blurt it out?
    .help = We're making a sentence easier to hear. You can say it roughly, or say stop.
    .narrower = What bothers you most about it?
    .two = Is it something they do, or something they say: how would you put it?

## Reading back

draft = Try: { $words }
    .or-1 = How about: { $words }
    .or-2 = Here's one way: { $words }
    .or-3 = Like this: { $words }
fits = Does that sound like you?
    .or-1 = Would you say it like that?
    .or-2 = Is that how you'd say it?
    .or-3 = Does that fit you?
    .reprompt = Yes keeps it, or say softer, plainer, shorter. Does it fit?
    .help = That's your sentence so far. You can say yes, softer, shorter, or my own words.
    .narrower = Keep it, or change it?
    .two = Yes to keep it, or softer?
change = Okay. Softer, shorter, or your own words?
    .or-1 = What would make it yours: softer, shorter, or your own words?
    .or-2 = Fine. Shall it be softer, plainer, or your own words?
    .or-3 = What should change: the feeling, the wish, or how it's put?
    .reprompt = Softer, shorter, or say it your way?
    .help = We're changing your sentence. You can say softer, plainer, or the feeling, or say it your way.
    .narrower = Would softer help?
    .two = Softer, or your own words?
own = Say it your way and I'll keep that. How does it go?
    .or-1 = Your words, then. How would you say it?
    .or-2 = Then it's yours to say. How would you put it?
    .or-3 = I'll keep it as you say it. What's your sentence?
    .reprompt = One sentence, your way. How does it go?
    .help = I'll keep what you say, word for word. You can say one sentence, or say skip.
    .narrower = You could start with: when. What comes next?
    .two = More about what happened, or about what you'd like: how does it go?
own-plain = I'll leave that one unread. How would you say it to be heard?
    .or-1 = I won't read names back. How would it go without them?
    .or-2 = Without the names: how would you say it?
    .or-3 = That one could end the talk early. How would you say it without the name?
    .reprompt = One sentence without names. How does it go?
    .help = I don't read insults back. You can say it another way, or say skip.
    .narrower = What would you like them to do?
    .two = What happened, or what you'd like: which would you say?
own-shorter = That's long for one breath. How would it go in one sentence?
    .or-1 = Can you give me that in one sentence?
    .or-2 = That's a lot to hear at once. What's the one sentence in it?
    .or-3 = Which one sentence of that matters most?
    .reprompt = The one sentence that matters most. How does it go?
    .help = A short sentence is easier to hear. You can say one, or say skip.
    .narrower = What's the main thing?
    .two = What happened, or what you'd like: which one stays?
left = Okay, we'll leave it there.
    .or-1 = Okay. It can wait.
    .or-2 = Fine, we'll leave it.
    .or-3 = Okay, another time.
none-yet = There's no sentence yet. You can say, help me word something.
    .or-1 = We haven't made one yet. Say, help me word something, when you like.
    .or-2 = I have no sentence of yours so far. Help me word something starts one.
    .or-3 = Nothing's worded yet. Say, help me word something, any time.
alone-only = I read that out when one person is here.
    .or-1 = That's for when you're on your own with me.
    .or-2 = I keep each person's words for when they're alone.
    .or-3 = Ask me again when it's only you.

## Keeping, and when

kept = Kept, for you alone.
    .or-1 = Kept. It's yours.
    .or-2 = That's kept.
    .or-3 = Okay, kept.
    .unkept = Good. Hold on to that one.
kept-own = Kept: { $words }
    .or-1 = Kept as you said it: { $words }
    .or-2 = Then it's: { $words } Kept.
    .or-3 = That's yours: { $words } Kept.
    .unkept = That's it: { $words }
when = When will you say it?
    .or-1 = When would be a good moment for it?
    .or-2 = When do you want to say it, or practise first?
    .or-3 = What's a calm time to say it?
    .reprompt = It's kept either way. A time, or practise first?
    .help = Your sentence is kept. You can name a day or time, say practise, or say not yet.
    .narrower = Today, tomorrow, or at the weekend?
    .two = Name a time, or practise first?
when-day = Which day or time would suit?
    .or-1 = What day or time do you have in mind?
    .or-2 = When would that be, from now on?
    .or-3 = Which day shall I note?
    .reprompt = It's kept either way. A day, like tomorrow?
    .help = We're finding a moment to say it. You can name a day, or say no.
    .narrower = Today or tomorrow?
    .two = Name a day, or leave it open?
planned = Good. You'll say it { $at }. I'll ask how it went.
    .or-1 = Okay, { $at }. Next time I'll ask how it went.
    .or-2 = Noted: { $at }. I'll ask about it later.
    .or-3 = { $at }, then. I'll ask you how it went.
planned-day = Good. You'll say it { $day }. I'll ask how it went.
    .or-1 = Okay, { $day }. Next time I'll ask how it went.
    .or-2 = Noted: { $day }. I'll ask about it later.
    .or-3 = { $day }, then. I'll ask you how it went.
planned-cue = Good: { $cue }. I'll ask how it went.
    .or-1 = Okay, { $cue }. Next time I'll ask about it.
    .or-2 = { $cue } it is. I'll ask how it went.
    .or-3 = Noted: { $cue }. I'll ask you about it.
planned-only = No reminder, then. You'll say it { $at }.
    .or-1 = Okay, without a reminder: { $at }.
    .or-2 = I've kept the time, { $at }, without a reminder.
    .or-3 = No reminder is set. The plan stays: { $at }.
no-plan = Okay. It's here when you want it.
    .or-1 = Fine. It'll keep until you need it.
    .or-2 = Okay, no plan. The sentence stays.
    .or-3 = No hurry. It's here.
    .unkept = Okay. No hurry.
reminded = Set. I'll remind you { $at }.
    .or-1 = Done. A reminder { $at }.
    .or-2 = Okay, I'll remind you { $at }.
    .or-3 = You'll hear from me { $at }.
reminder = A minute for yourself.

## Practising

rehearse = Here it is: { $words } Say it aloud now, slowly. <break time="8s"/>
    .or-1 = Listen: { $words } And now you, out loud. <break time="8s"/>
    .or-2 = It goes: { $words } Say it as if they were here. <break time="8s"/>
    .or-3 = First me: { $words } Now you. <break time="8s"/>
rehearsed = How did that come out?
    .or-1 = How was that to say?
    .or-2 = Fine like that, or once more?
    .or-3 = How did it sound to you?
    .reprompt = Fine, again, or change it?
    .help = You're practising your sentence. You can say fine, again, or change it.
    .narrower = Once more?
    .two = Fine as it is, or change it?
if-busy = If it's a bad moment for them, ask when would suit.
    .or-1 = If they're busy, ask for a better time, and leave it there.
    .or-2 = If it isn't a good time for them, let them name one.
    .or-3 = And if they can't now, ask for a time and leave it there.

## Sharing

share-sure = Shall { $person } be able to hear this from me: { $words } Yes or no?
    .or-1 = { $person } could then hear: { $words } Share it?
    .or-2 = This is it: { $words } Let { $person } hear it?
    .or-3 = { $words } Is it a yes for { $person } to hear that?
    .reprompt = Without a yes it stays yours. Share it with { $person }?
    .help = You're about to share your sentence. You can say yes, or no to keep it yours.
    .narrower = May { $person } hear it, yes or no?
    .two = Share it, yes, or keep it yours, no?
shared = Done. { $person } can ask me what you wanted to say.
    .or-1 = Shared with { $person }.
    .or-2 = { $person } can hear it now by asking.
    .or-3 = It's there for { $person } now.
share-not = Okay. It stays yours.
    .or-1 = Fine, it stays with you.
    .or-2 = Okay, not shared.
    .or-3 = It stays private.
share-whom = Say who may hear it, like: share my sentence with Sam.
    .or-1 = Tell me with whom, like: share my sentence with Sam.
    .or-2 = Name the person too, like: share my sentence with Sam.
    .or-3 = With a name, please: share my sentence with Sam.
share-unknown = I don't know { $person } in this home. You can still say it yourself.
    .or-1 = I can share within this home only, and I don't know { $person } here.
    .or-2 = { $person } isn't someone I know in this home. It stays with you.
    .or-3 = I haven't met { $person } here, so it stays with you.
from-someone = { $person } wanted you to hear this: { $words }
    .or-1 = This is from { $person }: { $words }
    .or-2 = { $person } shared this with you: { $words }
    .or-3 = From { $person }: { $words }
tells-nothing = I keep what each person tells me with that person. I can share only what someone chose to share with you.

## Later

how-did-it-go = You had something to say to someone. How did it go?
    .or-1 = There was something you wanted to say. How did it go?
    .or-2 = You'd planned to say something. How was it?
    .or-3 = The thing you wanted to bring up: how did it go?
    .reprompt = Good, not yet, or badly?
    .help = I'm asking about the talk you planned. You can say good, not yet, or badly.
    .narrower = Did you get to say it?
    .two = Said it, or not yet?
how-did-it-go-with = You planned to talk to { $person }. How did it go?
    .or-1 = You had a sentence ready for { $person }. How was it?
    .or-2 = The talk with { $person }: how did it go?
    .or-3 = You wanted to say something to { $person }. How did it go?
    .reprompt = Good, not yet, or badly?
    .help = I'm asking about your talk with { $person }. You can say good, not yet, or badly.
    .narrower = Did you get to say it?
    .two = Said it, or not yet?
how-was-it = You said it. How did it go?
    .or-1 = That took something. How was it?
    .or-2 = Thanks for telling me. How did it go?
    .or-3 = And how was it?
    .reprompt = Good, or badly? A few words will do. How was it?
    .help = You said your sentence. You can tell me how it went, or say skip.
    .narrower = Did they listen?
    .two = More good, or more bad?
said-what = Okay. If you'd like words for something, say: help me word something.
    .or-1 = I have no sentence of yours from before. Help me word something starts one.
    .or-2 = Okay. I don't have that one with me. You can start a new one any time.
    .or-3 = Thanks for telling me. For the next one, say: help me word something.
good = Good to hear. Thanks for telling me.
    .or-1 = Thanks for telling me. That's noted.
    .or-2 = Okay, noted. Thanks.
    .or-3 = Thanks. I'll remember that you said it.
badly = That's hard. Saying it still counts.
    .or-1 = That's a lot, after getting ready for it.
    .or-2 = No wonder if that hurts. Thanks for saying so.
    .or-3 = Thanks for telling me. That's a hard one.
try-again = Want to try other words for it, or leave it?
    .or-1 = Shall we look for other words?
    .or-2 = Would another sentence help, or is it enough for now?
    .or-3 = Other words, or leave it for today?
    .reprompt = Leaving it is fine. Other words, yes or no?
    .help = The talk went badly. You can say yes for other words, or no to leave it.
    .narrower = Another sentence?
    .two = Other words, yes, or leave it, no?
another-time = That's fine. Another time, or let it go?
    .or-1 = Not yet is fine. When instead, or shall it go?
    .or-2 = Okay. Name another time, or let it go?
    .or-3 = No hurry. Another day, or leave it for good?
    .reprompt = Both are fine. Another day, or let it go?
    .help = You haven't said it yet. You can name another time, or say let it go.
    .narrower = Would tomorrow suit?
    .two = Another day, or let it go?
when-again = When would suit, from now on?
    .or-1 = Which day would be better?
    .or-2 = What's a better day for it?
    .or-3 = When would you like to say it instead?
    .reprompt = A day, like tomorrow, or no?
    .help = We're finding another time. You can name a day, or say no.
    .narrower = Today or tomorrow?
    .two = Name a day, or let it go?
dropped = Okay, it's off the list.
    .or-1 = Fine. We'll let it go.
    .or-2 = Okay, that one's done.
    .or-3 = Okay. I won't ask again.
left-kindly = Okay. Be kind to yourself now.
    .or-1 = Okay. That's enough for now.
    .or-2 = Fine. You did your part.
    .or-3 = Okay. It can rest.
words-for-it = Would you like help finding words for it?
    .or-1 = Shall we find one sentence for it?
    .or-2 = Want to find words for that?
    .or-3 = Would one kind sentence about it help?
    .reprompt = One sentence for it, yes or no?
    .help = I can help put it in one sentence. You can say yes, or no.
    .narrower = Find words for it?
    .two = Find words, yes, or leave it, no?
week = { $count ->
        [one] You said one hard thing in a kind way.
       *[other] You said { $count } hard things in a kind way.
    }

## For two

calm = With you both here: is it calm enough to listen to one sentence?
    .or-1 = You're both here. Are you calm enough to hear each other?
    .or-2 = Before we start: is it calm between you right now?
    .or-3 = One question first, for both. Is it calm enough to listen?
    .reprompt = If it's heated, waiting is better. Is it calm enough?
    .help = You'd each say one sentence and hear one. You can say yes, or no to wait.
    .narrower = Calm, or heated?
    .two = Calm, yes, or wait, no?
calmer-first = Then wait for a calmer hour. Words land better then.
    .or-1 = Okay. Later is better. A break first, if you like.
    .or-2 = Then not now. Things are easier to hear when it's calm.
    .or-3 = Okay, another hour. It'll keep.
not-now = Then a break first.
    .or-1 = Okay, calm comes first.
    .or-2 = Then rest comes before words.
    .or-3 = Fine. Let it cool first.
for-later = With one of you here, let's make a sentence for later.
    .or-1 = Then it's one for later.
    .or-2 = It takes two to hear it, so we'll make one for later.
    .or-3 = Okay, let's get one ready for when you're both here.
say-it-now = { $name }, say it to { $other } now. <break time="8s"/> { $other }, say back what you heard. <break time="10s"/>
    .or-1 = Now say it, { $name }. <break time="8s"/> And { $other }, say back what you heard, in your words. <break time="10s"/>
    .or-2 = { $name }, look at { $other } and say it. <break time="8s"/> { $other }, give it back in your words. <break time="10s"/>
    .or-3 = Over to you, { $name }. <break time="8s"/> { $other }, tell { $name } what you heard. <break time="10s"/>
say-it-now-unnamed = Say it to each other now. <break time="8s"/> Whoever listened, say back what you heard. <break time="10s"/>
    .or-1 = Now say it aloud. <break time="8s"/> And the other one says it back. <break time="10s"/>
    .or-2 = Look at each other, and say it. <break time="8s"/> Then it's said back. <break time="10s"/>
    .or-3 = Over to you. <break time="8s"/> And the other one says back what they heard. <break time="10s"/>
heard = Did it arrive?
    .or-1 = Did they get what you meant?
    .or-2 = Was that what you meant?
    .or-3 = Did that come across?
    .reprompt = Did it arrive, yes or no?
    .help = You said your sentence. You can say yes if it arrived, or no to hear it again.
    .narrower = Was it heard?
    .two = It arrived, yes, or once more, no?
once-more = Once more, then: { $words } <break time="8s"/>
    .or-1 = Here it is again: { $words } <break time="8s"/>
    .or-2 = I'll say it once: { $words } <break time="8s"/>
    .or-3 = Again, slowly: { $words } <break time="8s"/>
your-turn = { $name }, would you like a turn too?
    .or-1 = And { $name }, is there something you'd like to say?
    .or-2 = { $name }, a sentence of yours?
    .or-3 = { $name }, your turn, if you like?
    .reprompt = { $name }, yes or no is fine. A turn?
    .help = { $name } can have a turn now. You can say yes, or no to end.
    .narrower = A turn for { $name }?
    .two = A turn, yes, or finish, no?
your-turn-unnamed = Would the other one like a turn too?
    .or-1 = And the other way round: a turn?
    .or-2 = Does the other one want to say something?
    .or-3 = A sentence from the other one?
    .reprompt = Yes or no is fine. A turn?
    .help = The other one can have a turn now. You can say yes, or no to end.
    .narrower = A turn for the other one?
    .two = A turn, yes, or finish, no?
both-said = That's said, and heard. Leave it there for now.
    .or-1 = Thanks, both of you. Let it rest.
    .or-2 = Good. It's kept for you both.
    .or-3 = That's it. Thank each other for listening.

## The screen

card-title = Your sentence
card-sentence = { $words }
card-feeling = Feeling: { $words }
card-request = Wish: { $words }
button-softer = Softer
button-shorter = Shorter
button-keep = Keep it
