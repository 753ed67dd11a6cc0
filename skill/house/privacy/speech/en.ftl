# One line for every question about what someone else said; it never varies.

name = who can hear what
menu = ask who can hear this

refusal = I keep what each person tells me with that person. I can share only what someone chose to share with you.
who-can-hear = What you tell me stays with you unless you share it. Whoever owns the Alexa account can see Alexa's own history.
copy = Whoever runs this skill can write out everything that's kept of you, to read or to take along. I send nothing by mail.

# Whoever is not known hears the same, whatever is kept.

whose = I don't know who's speaking, so I leave what people keep here closed. You can tell me your name first.
    .or-1 = Since I don't know who's speaking, that stays closed. Say your name, and ask once more.
    .or-2 = That's for the one whose it is, and I don't know your voice. Your name would help.
    .or-3 = Without a name I can't say whose things to look at. Tell me yours, and ask again.

# Reading it out.

aloud = You're not alone here. Shall I say aloud what's yours?
    .or-1 = Someone else is here with you. Shall I still read out what's yours?
    .or-2 = There are two of you here. Shall I read yours aloud?
    .or-3 = That would be heard by both of you. Shall I read it?
    .reprompt = Read it aloud, yes or no?
    .help = You asked what I keep of yours. You can say yes to hear it now, or no.
    .narrower = Should I read it out now, yes or no?
    .two = Read it now, or leave it for when you're alone?
not-aloud = Okay. Ask me when you're alone.
    .or-1 = Sure, it stays unsaid.
    .or-2 = All right, another time.
    .or-3 = Okay, I'll keep it to myself.
thing-of = { $thing }, from { $of }
thing = { $thing }
kept = Newest first: { $things }.
    .or-1 = Here's what I have, newest first: { $things }.
    .or-2 = This is what I keep, newest first: { $things }.
    .or-3 = From the newest on: { $things }.
kept-next = Before that: { $things }.
    .or-1 = And earlier: { $things }.
    .or-2 = Further back: { $things }.
    .or-3 = Then, going back: { $things }.
kept-newest = The newest thing I keep of yours: { $things }.
    .or-1 = The last thing I kept: { $things }.
    .or-2 = Newest of all: { $things }.
    .or-3 = It was this: { $things }.
kept-nothing = I keep nothing of what you told me.
    .or-1 = There's nothing kept of yours.
    .or-2 = Nothing you told me is kept here.
    .or-3 = So far nothing of yours is kept.
that-is-all = That's all there is.
    .or-1 = Nothing further back.
    .or-2 = There's no more than that.
    .or-3 = That was the last of it.
more = Shall I go on?
    .or-1 = There's more. Go on?
    .or-2 = Do you want to hear more?
    .or-3 = More of it?
    .reprompt = More, yes or no?
    .help = I'm reading what I keep of yours. You can say yes for more, or no.
    .narrower = More of it, yes or no?
    .two = Hear more, or leave it?
enough = Okay, that's enough then.
    .or-1 = Sure, we'll leave it there.
    .or-2 = All right.
    .or-3 = Okay, no more for now.

# Deleting.

deleted = Deleted. It's gone for good.
    .or-1 = That's gone for good.
    .or-2 = Okay, it's deleted.
    .or-3 = Done, I no longer have it.
delete = The newest thing I have was kept { $day }: { $thing }. Delete it for good?
    .or-1 = Kept { $day }: { $thing }. Shall that go for good?
    .or-2 = The last thing I kept, { $day }, is this: { $thing }. Delete that?
    .or-3 = That would be this, kept { $day }: { $thing }. Delete it?
    .reprompt = Delete that one, yes or no?
    .help = You're about to delete one thing. You can say yes, or no to keep it.
    .narrower = Should that one go, yes or no?
    .two = Delete it, or keep it?
delete-unnamed = The newest thing I have of yours was kept { $day }. Delete it for good?
    .or-1 = Of yours, the newest was kept { $day }. Shall it go for good?
    .or-2 = The last thing you told me was { $day }. Delete that?
    .or-3 = That would be something kept { $day }. Delete it?
    .reprompt = Delete that one, yes or no?
    .help = You're about to delete one thing. You can say yes, or no to keep it.
    .narrower = Should that one go, yes or no?
    .two = Delete it, or keep it?
left-as-it-is = Okay, I've left it as it is.
    .or-1 = Sure, nothing's changed.
    .or-2 = All right, it stays as it is.
    .or-3 = Okay, everything stays.
goes = That takes all you told me, your reminders, your name and your voice. Other people's things stay.
goes-all = That takes all you told me, your reminders, your name, and everything I know of this home.
leave = Shall I delete it all for good?
    .or-1 = It can't come back. Delete everything?
    .or-2 = Delete all of it, for good?
    .or-3 = Is that a yes to deleting everything?
    .reprompt = Delete everything, yes or no?
    .help = You're about to delete everything of yours. Only a clear yes does it.
    .narrower = Should everything of yours go, yes or no?
    .two = Delete everything, or keep it?
forgotten = It's all gone, and I no longer know you. Alexa's own history is a thing for the Alexa app.
forgotten-all = It's all gone, and I no longer know this home. Alexa's own history is a thing for the Alexa app.
still-set = One reminder wouldn't go. You can remove it in the Alexa app.

# Sharing later.

share = Shall { $person } be able to hear this from you: { $thing }?
    .or-1 = { $person } could then hear: { $thing }. Share it?
    .or-2 = Share this with { $person }: { $thing }?
    .or-3 = This would go to { $person } too: { $thing }. Shall it?
    .reprompt = Share it with { $person }, yes or no?
    .help = You're about to share one thing. You can say yes, or no to keep it yours.
    .narrower = Should { $person } be able to hear it, yes or no?
    .two = Share it, or keep it yours?
share-unnamed = Shall { $person } be able to hear the newest thing I keep of yours?
    .or-1 = Share the newest thing I have of yours with { $person }?
    .or-2 = { $person } could then hear the last thing you told me. Share it?
    .or-3 = The newest thing of yours would be open to { $person }. Shall it?
    .reprompt = Share it with { $person }, yes or no?
    .help = You're about to share one thing. You can say yes, or no to keep it yours.
    .narrower = Should { $person } be able to hear it, yes or no?
    .two = Share it, or keep it yours?
share-with = A first name will do: with whom?
    .or-1 = By first name, who may hear it?
    .or-2 = Their first name is enough: who would you share it with?
    .or-3 = Which person should hear it, by first name?
    .reprompt = A name, or skip?
    .help = You're about to share the newest thing I keep of yours with one person. You can say a name, or skip.
    .narrower = What's the name of who may hear it?
    .two = A name, or skip it?
nobody-else = I know nobody else here by name, so it stays yours. They can say their name to me first.
    .or-1 = There's no one else here whose name I know. It stays with you for now.
    .or-2 = For that I'd need to know someone else here by name. Until then it's yours alone.
    .or-3 = Nobody else here has told me a name yet, so it stays yours.
shared = Shared with { $person }. Say keep that private again, if you change your mind.
    .or-1 = Done. { $person } can hear it now.
    .or-2 = It's open to { $person } now. You can take that back any time.
    .or-3 = Okay, { $person } may hear it from me.
not-of-this-home = I don't know { $name } in this home. You can still tell them yourself.
    .or-1 = I can share within this home only, and I don't know { $name } here.
    .or-2 = There's nobody called { $name } here that I know of, so it stays yours.
    .or-3 = { $name } isn't someone I know here. It stays with you.
yours-anyway = That's yours already.
private-again = It's yours alone again: { $thing }.
    .or-1 = Okay, only you can hear it now: { $thing }.
    .or-2 = Done. Nobody else hears it now: { $thing }.
    .or-3 = That's private again: { $thing }.
private-again-unnamed = It's yours alone again.
    .or-1 = Okay, only you can hear it now.
    .or-2 = Done. Nobody else hears it now.
    .or-3 = That's private again.
private-already = Nothing of yours is shared. It's all yours alone.
