name = your lantern
menu = light a lantern

asked = What are you looking forward to tomorrow?
    .or-1 = Tomorrow, even something small. What are you looking forward to?
    .or-2 = What would be nice about tomorrow?
    .or-3 = What's one thing that tomorrow may bring?
    .reprompt = A meal, a walk, a person. What comes to mind?
    .help = You can name something to look forward to, or say skip.
    .narrower = Is there something nice to eat tomorrow?
    .two = Is it a person, or some time to yourself?
kept = Lit: { $thing }. I'll ask you how it was.
    .or-1 = { $thing }. That's lit, and I'll ask after it.
    .or-2 = Okay, { $thing }. The lantern's lit.
    .or-3 = There's a light on for { $thing }.
    .unkept = That's something to look forward to.
left = Okay, no light tonight.
    .or-1 = Fine, the lantern stays dark this time.
    .or-2 = All right, another evening.
    .or-3 = Okay, it can wait.
came = You looked forward to { $thing }. Did it come true?
    .or-1 = There was { $thing } to look forward to. Did it happen?
    .or-2 = { $thing }, you said. Did it come about?
    .or-3 = You'd lit a lantern for { $thing }. Was it there?
    .reprompt = Yes or no, did it happen?
    .help = You can say yes or no, or skip it.
    .narrower = Did it happen at all?
    .two = Did it come true, or not this time?
glad = Good. Let it warm you a little longer.
    .or-1 = Lovely. Hold on to it for a breath.
    .or-2 = Nice. Take it along.
    .or-3 = Good to hear. It's yours now.
gone = That happens. There'll be other lights.
    .or-1 = Okay. Not every lantern finds its evening.
    .or-2 = Some don't. It was good to look forward anyway.
    .or-3 = All right. Another one, another day.
week = { $count ->
        [one] You had one thing to look forward to this week.
       *[other] You had { $count } things to look forward to this week.
    }
