# A quiet minute, in English. Pauses stand in the texts as break tags, ten seconds at most each.

name = your quiet minute
menu = take a quiet minute
    .called = quiet minute; breathing; breather

## Choosing

choose = One minute of breathing, or five things around you?
    .or-1 = Some slow breathing, or five things around you?
    .or-2 = Would you like a minute of breathing, or five things around you?
    .or-3 = Breathing for a minute, or five things you can see and hear?
    .reprompt = Either is short. Breathing, or things around you?
    .help = We're choosing a quiet minute. You can say breathing, or five things, or only quiet.
    .narrower = Shall we breathe for a minute?
    .two = Breathing, or things around you?
choose-night = Slow breaths for sleep, or five things around you?
    .or-1 = Something for sleep, or five things around you?
    .or-2 = Would you like slow breaths for the night, or five quiet things?
    .or-3 = Breaths to wind down with, or five things around you?
    .reprompt = Either is short. For sleep, or things around you?
    .help = We're choosing a quiet minute. You can say for sleep, or five things, or only quiet.
    .narrower = Shall we breathe slowly for a minute?
    .two = For sleep, or things around you?
choose-liked = Last time { $exercise } did you good. That again, or five things around you?
    .or-1 = You liked { $exercise }. That again, or something else?
    .or-2 = { $exercise } again, or five things around you?
    .or-3 = Shall it be { $exercise }, which did you good, or something else?
    .reprompt = Either is short. That again, or things around you?
    .help = We're choosing a quiet minute. You can say yes for that one, or five things, or breathing.
    .narrower = Would you like that one again?
    .two = That one, or things around you?
choose-other = There's heart breathing, being here, or only quiet. Which one?
    .or-1 = Heart breathing, being here, or only quiet?
    .or-2 = We could do heart breathing, being here, or only quiet. Which?
    .or-3 = There's also heart breathing, being here, or quiet. Which one?
    .reprompt = Any of them is short. Heart breathing, being here, or quiet?
    .help = We're choosing a quiet minute. You can say heart breathing, being here, or quiet.
    .narrower = Shall we do heart breathing?
    .two = Heart breathing, or only quiet?
kind-box = box breathing
kind-long = long breaths
kind-heart = heart breathing
kind-sleep = breathing for sleep
kind-ground = five things around you
kind-presence = being here
kind-quiet = only quiet
kind-arrive = three breaths
how-long = One minute, two, or three?
    .or-1 = For one minute, two, or three?
    .or-2 = How long: one minute, two, or three?
    .or-3 = A minute, two, or three?
    .reprompt = One is plenty. One, two, or three?
    .help = We're about to breathe. You can say one minute, two, or three.
    .narrower = Shall we do one minute?
    .two = One minute, or more?
left = Okay. Another time.
    .or-1 = That's fine, we'll leave it.
    .or-2 = Okay, it'll keep.
    .or-3 = Fine. Quiet is there when you want it.

## The parts of a breath

care = Stop any time.
care-first = If you're pregnant, dizzy or short of breath, don't hold. Stop any time.
then = { $one } { $other }
pause = <break time="{ $seconds }s"/>
count-2 = <break time="600ms"/> two.
count-3 = <break time="600ms"/> two, <break time="600ms"/> three.
count-4 = <break time="600ms"/> two, <break time="600ms"/> three, <break time="600ms"/> four.
count-5 = <break time="600ms"/> two, <break time="600ms"/> three, <break time="600ms"/> four, <break time="600ms"/> five.
count-6 = <break time="600ms"/> two, <break time="600ms"/> three, <break time="600ms"/> four, <break time="600ms"/> five, <break time="600ms"/> six.
count-7 = <break time="600ms"/> two, <break time="600ms"/> three, <break time="600ms"/> four, <break time="600ms"/> five, <break time="600ms"/> six, <break time="600ms"/> seven.
count-8 = <break time="600ms"/> two, <break time="600ms"/> three, <break time="600ms"/> four, <break time="600ms"/> five, <break time="600ms"/> six, <break time="600ms"/> seven, <break time="600ms"/> eight.
count-9 = <break time="600ms"/> two, <break time="600ms"/> three, <break time="600ms"/> four, <break time="600ms"/> five, <break time="600ms"/> six, <break time="600ms"/> seven, <break time="600ms"/> eight, <break time="600ms"/> nine.
first-held = Breathe in. { $in } Hold. { $hold } Breathe out. { $out } And rest. { $rest }
next-held = In. { $in } Hold. { $hold } Out. { $out } Rest. { $rest }
first-kept = Breathe in through your nose. { $in } Hold it lightly. { $hold } And out, slowly. { $out }
next-kept = In. { $in } Hold. { $hold } And out. { $out }
first-plain = Breathe in. { $in } And breathe out, slowly. { $out }
next-plain = In. { $in } And out. { $out }

## The exercises

breathe-box = Sit or stand, shoulders loose. { $care } <break time="2s"/> { $one } { $two } { $three } Let your breath go its own way again. <break time="3s"/>
    .or-1 = Let your shoulders drop. { $care } <break time="2s"/> { $one } { $two } { $three } Now breathe as you like. <break time="3s"/>
    .or-2 = Get comfortable. { $care } <break time="2s"/> { $one } { $two } { $three } That's it. Let it go by itself now. <break time="3s"/>
    .or-3 = Find a place for your hands. { $care } <break time="2s"/> { $one } { $two } { $three } And let your breath be. <break time="3s"/>
breathe-long = Sit or stand, shoulders loose. { $care } <break time="2s"/> { $one } { $two } { $three } Let your breath go its own way again. <break time="3s"/>
    .or-1 = Let your jaw and shoulders go soft. { $care } <break time="2s"/> { $one } { $two } { $three } Now breathe as you like. <break time="3s"/>
    .or-2 = Out will be longer than in. { $care } <break time="2s"/> { $one } { $two } { $three } That's it. Let it go by itself now. <break time="3s"/>
    .or-3 = Get comfortable. { $care } <break time="2s"/> { $one } { $two } { $three } And let your breath be. <break time="3s"/>
breathe-heart = Think of someone or something you like. { $care } Keep it in mind while we breathe evenly. <break time="5s"/> { $one } { $two } { $three } Stay with the kind thought for a moment. <break time="6s"/>
    .or-1 = Put a hand on your chest, if you like. { $care } Think of someone dear to you. <break time="5s"/> { $one } { $two } { $three } Send them one kind thought. <break time="6s"/>
    .or-2 = Remember a moment you were glad of. { $care } Breathe with it, evenly. <break time="5s"/> { $one } { $two } { $three } Let the moment stay a little. <break time="6s"/>
    .or-3 = Pick one kind thought, for you or for someone. { $care } <break time="5s"/> { $one } { $two } { $three } Take the thought along. <break time="6s"/>
breathe-sleep = Lie down, lights low. { $care } <break time="3s"/> { $one } { $two } { $three } Now let your breath do as it likes. <break time="5s"/>
    .or-1 = Let the bed carry you. { $care } <break time="3s"/> { $one } { $two } { $three } Nothing more to do. <break time="5s"/>
    .or-2 = Close your eyes, if you like. { $care } <break time="3s"/> { $one } { $two } { $three } Let it all get heavy. <break time="5s"/>
    .or-3 = Let your face go soft. { $care } <break time="3s"/> { $one } { $two } { $three } And let the day go. <break time="5s"/>
breathe-pair = Sit side by side or face to face. A hand on your own heart, if you like. { $care } <break time="4s"/> { $one } { $two } { $three } Now look at each other, for one breath. <break time="6s"/>
    .or-1 = Sit so that you're both easy, hands together if you both like. { $care } <break time="4s"/> { $one } { $two } { $three } And a look at each other, no words. <break time="6s"/>
    .or-2 = Find a place close by each other. { $care } Same pace, both of you. <break time="4s"/> { $one } { $two } { $three } Stay a moment, and look at each other. <break time="6s"/>
    .or-3 = Let your shoulders drop, both of you. { $care } <break time="4s"/> { $one } { $two } { $three } Now turn to each other, and look. <break time="6s"/>
ground = Look around you. { $care } No need to answer. Find five things you can see. <break time="5s"/> { $rest } Four things you can touch, and touch them. <break time="4s"/> { $rest } Three things you can hear. <break time="3s"/> { $rest } Two things you can smell. <break time="2s"/> { $rest } And one thing you can taste. <break time="3s"/> { $rest } You're here.
    .or-1 = Put both feet on the floor. { $care } In your own head, find five things you see. <break time="5s"/> { $rest } Four you can feel, cloth, chair, skin. <break time="4s"/> { $rest } Three sounds, near or far. <break time="3s"/> { $rest } Two smells, faint is fine. <break time="2s"/> { $rest } One taste. <break time="3s"/> { $rest } That's where you are.
    .or-2 = One sense at a time, quietly for yourself. { $care } Five things to see, one after the other. <break time="5s"/> { $rest } Four to touch, warm or cool. <break time="4s"/> { $rest } Three to hear. <break time="3s"/> { $rest } Two to smell. <break time="2s"/> { $rest } And one to taste. <break time="3s"/> { $rest } That's the room you're in.
    .or-3 = Let your eyes go slowly round. { $care } Five things that have a colour. <break time="5s"/> { $rest } Four you can reach with a hand. <break time="4s"/> { $rest } Three you can hear. <break time="3s"/> { $rest } Two you can smell. <break time="2s"/> { $rest } One you can taste. <break time="3s"/> { $rest } And here you are.
presence = Feel where your feet are. { $care } <break time="4s"/> { $rest } Feel what carries you, chair or floor. <break time="4s"/> { $rest } Hear what is near, and what is far. <break time="4s"/> { $rest } Notice one breath coming and going. <break time="4s"/> { $rest } Nothing needs doing right now. { $rest } You're here.
    .or-1 = Let your hands lie still. { $care } <break time="4s"/> { $rest } Notice how they feel, warm or cool. <break time="4s"/> { $rest } Notice the air on your face. <break time="4s"/> { $rest } Thoughts may come and go. <break time="4s"/> { $rest } One breath, as it is. { $rest } That's this moment.
    .or-2 = Come as you are. { $care } <break time="4s"/> { $rest } Notice what's loudest. <break time="4s"/> { $rest } Notice what's quietest. <break time="4s"/> { $rest } Notice where you touch the chair or the floor. <break time="4s"/> { $rest } And one breath. { $rest } That's all there is to it.
    .or-3 = Let your eyes rest on one thing. { $care } <break time="4s"/> { $rest } Its colour. Its edges. <break time="4s"/> { $rest } Now the sounds around it. <break time="4s"/> { $rest } Now your own weight. <break time="4s"/> { $rest } Now one breath. { $rest } You're here.
quiet = Your quiet begins now. { $care } <break time="5s"/> { $rest } <break time="6s"/> { $rest } Still here. <break time="5s"/> { $rest } <break time="6s"/> { $rest } And slowly back.
    .or-1 = Quiet from here. { $care } <break time="5s"/> { $rest } <break time="6s"/> { $rest } Halfway. <break time="5s"/> { $rest } <break time="6s"/> { $rest } That was it.
    .or-2 = I'll be silent now. { $care } <break time="5s"/> { $rest } <break time="6s"/> { $rest } A while longer. <break time="5s"/> { $rest } <break time="6s"/> { $rest } And back again.
    .or-3 = Nothing to do now. { $care } <break time="5s"/> { $rest } <break time="6s"/> { $rest } Half of it is left. <break time="5s"/> { $rest } <break time="6s"/> { $rest } And that's the quiet.
arrive = Stop for three breaths. In, <break time="4s"/> and out. <break time="6s"/> In, <break time="4s"/> and let the way here go. <break time="6s"/> In, <break time="4s"/> and out. <break time="6s"/>
    .or-1 = Stand still, keys in your hand. In, <break time="4s"/> and out. <break time="6s"/> In, <break time="4s"/> and put down what you carried. <break time="6s"/> In, <break time="4s"/> and out. <break time="6s"/>
    .or-2 = Three breaths before the door. In, <break time="4s"/> and out. <break time="6s"/> In, <break time="4s"/> and shoulders down. <break time="6s"/> In, <break time="4s"/> and out. <break time="6s"/>
    .or-3 = Feel your feet for a moment. In, <break time="4s"/> and out. <break time="6s"/> In, <break time="4s"/> and out, a little longer. <break time="6s"/> In, <break time="4s"/> and out. <break time="6s"/>
walk-in = How do you want to walk in?
    .or-1 = In a word or two, how do you want to walk in?
    .or-2 = How would you like to come in?
    .or-3 = What do you want to bring in with you?
    .reprompt = One word will do. How do you want to walk in?
    .help = You're at the door. You can say a word like gently, or say skip.
    .narrower = Gently, maybe, or with a smile: how?
    .two = Slowly, or with a hello first: which?
walk-in-so = { $how }. In you go.
    .or-1 = { $how }. That's how you'll walk in.
    .or-2 = Good. { $how }, and through the door.
    .or-3 = { $how }. Take that in with you.

## Afterwards

again = Another round, or enough?
    .or-1 = One more round, or is that enough?
    .or-2 = Shall we do another round, or is it enough?
    .or-3 = The same once more, or enough?
    .reprompt = That was it, nothing more is needed. One more round?
    .help = The exercise is over. You can say another round, faster, no counting, or enough.
    .narrower = One more round?
    .two = Another round, or enough?
go-on = That was { $done }. The rest of it, or enough?
    .or-1 = { $done } so far. Go on, or enough?
    .or-2 = That's { $done }. Shall we do the rest?
    .or-3 = { $done } are over. On with it, or enough?
    .reprompt = Stopping here is fine. Go on with the rest?
    .help = That was a part of it. You can say go on, or enough.
    .narrower = Go on with the rest?
    .two = The rest, or enough?
quiet-end = Okay. Take it gently from here.
    .or-1 = Good. Let it stay a little.
    .or-2 = Okay. Keep what's quiet in it.
    .or-3 = Enough it is.
fine-other = Sure.
    .or-1 = Okay, another one.
    .or-2 = Fine.
    .or-3 = Of course.
unwell = Then stop here, and breathe as you like. From now on I leave out the holding. If it stays, tell a doctor.
    .or-1 = Okay, we stop. Sit down, and breathe in your own way. I won't have you hold your breath again.
    .or-2 = Stop, then, and let your breath be. Next time without holding. If it doesn't pass, ask a doctor.
    .or-3 = That's enough of it. Breathe as it comes. I'll leave the holding out from now on.
good-word = { $word }. I'll remember this one.
    .or-1 = { $word }. Nice. I'll offer it again some time.
    .or-2 = Good to hear. { $word } it is.
    .or-3 = { $word }. Then this one is worth keeping.
any-word = { $word }. That's fine too.
    .or-1 = Okay, { $word }. It doesn't have to do anything.
    .or-2 = { $word }. Thanks for saying so.
    .or-3 = { $word }. However it is, it's fine.
any-words = Thanks for saying so. However it is, it's fine.
    .or-1 = Okay. It doesn't have to do anything.
    .or-2 = I hear you. That's fine too.
    .or-3 = Okay, thanks for telling me.
only-this = That I can't answer here.
    .or-1 = I only guide the exercise.
    .or-2 = That's more than I know in here.
    .or-3 = That one's not for me.
ground-instead = Then breathing may not be it today. Five things around you instead?
    .or-1 = That happens. Shall we try five things around you?
    .or-2 = Okay. Some days that works better: five things around you. Want to try?
    .or-3 = Thanks for saying so. Would five things around you suit better?
    .reprompt = Leaving it is fine. Five things around you?
    .help = Breathing didn't suit. You can say yes for five things around you, or no.
    .narrower = Look around together for a minute?
    .two = Five things, or leave it?

## Set between exercises

paced-faster = Okay, a little faster from now on.
    .or-1 = Faster it is.
    .or-2 = A bit quicker, then.
    .or-3 = Okay, I'll pick up the pace a little.
paced-slower = Okay, a little slower from now on.
    .or-1 = Slower it is.
    .or-2 = With more time, then.
    .or-3 = Okay, I'll take it slower.
fastest = That's as fast as I go.
    .or-1 = Faster than that I won't go.
    .or-2 = This is my fastest pace.
    .or-3 = It doesn't go faster than this.
slowest = That's as slow as I go.
    .or-1 = Slower than that I won't go.
    .or-2 = This is my slowest pace.
    .or-3 = It doesn't go slower than this.
counting-off = Okay, no counting.
    .or-1 = I'll leave the numbers out.
    .or-2 = Fine, only the words.
    .or-3 = No numbers from now on.
counting-on = Okay, I'll count.
    .or-1 = I'll count along from now on.
    .or-2 = With numbers, then.
    .or-3 = Counting it is.
holding-off = Okay, no holding. You'll breathe out a bit longer instead.
    .or-1 = I leave the holding out from now on.
    .or-2 = No holds any more. In, and slowly out.
    .or-3 = Fine, without holding. Only in and out.
holding-on = Okay, with holding again. Leave it out any time.
    .or-1 = The holds are back. Skip them when you like.
    .or-2 = With holding again, then.
    .or-3 = Fine, the holding is back in.
will-offer = Good to know. I'll offer that one first.
    .or-1 = Then that one comes first next time.
    .or-2 = Okay, I'll remember it.
    .or-3 = Nice. It'll be the first I name.
none-yet = We haven't done one yet. Say a quiet minute, and we will.
    .or-1 = There's been none so far. Say a quiet minute to begin.
    .or-2 = None yet. A quiet minute is all it takes to begin.
    .or-3 = So far there's been none.
minutes = { $count ->
        [one] One quiet minute in the last seven days.
       *[other] { $count } quiet minutes in the last seven days.
    }
    .or-1 = { $count ->
        [one] In seven days, one quiet minute.
       *[other] In seven days, { $count } quiet minutes.
    }
    .or-2 = { $count ->
        [one] You took one quiet minute this past week.
       *[other] You took { $count } quiet minutes this past week.
    }
    .or-3 = { $count ->
        [one] It was one minute in the last seven days.
       *[other] It was { $count } minutes in the last seven days.
    }
no-minutes = None in the last seven days, and that's fine.
    .or-1 = There were none this past week. That's all right.
    .or-2 = None so far this past week.
    .or-3 = This past week had none, and that's okay.

## For two, and in a check-in

one-here = For two I need you both. Shall we breathe, you and I?
    .or-1 = There's one of you for now. Breathe on your own?
    .or-2 = The other one isn't here. Want to breathe alone?
    .or-3 = It's one of you, then. Shall I guide you alone?
    .reprompt = Alone is fine too. Breathe for a minute?
    .help = It takes two to do it together. You can say yes to breathe alone, or no.
    .narrower = Breathe on your own for a minute?
    .two = Alone, or another time?
offered = Would a minute of quiet be good now?
    .or-1 = Want a quiet minute before we go on?
    .or-2 = Shall we take one slow minute?
    .or-3 = Would one minute of slow breathing help?
    .reprompt = No is fine. A quiet minute?
    .help = I've offered a quiet minute. You can say yes, two minutes, or no.
    .narrower = One minute, together with me?
    .two = A minute now, or leave it?

## On a screen

screen-box = Box breathing
screen-long = Long breaths
screen-heart = Heart breathing
screen-sleep = Breathing for sleep
screen-ground = Five things around you
screen-presence = Being here
screen-quiet = Quiet
screen-arrive = Three breaths
caption-box = In · hold · out · rest
caption-long = In · and slowly out
caption-heart = In · out · a kind thought
caption-sleep = In · hold · slowly out
caption-ground = Five to see · four to touch · three to hear · two to smell · one to taste
caption-presence = Feet · hands · sounds · one breath
caption-quiet = Nothing to do
caption-arrive = Three breaths · one word for walking in
