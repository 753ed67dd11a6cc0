# One line for every question about what someone else said; it never varies.

name = who can hear what
menu = ask who can hear this

refusal = I keep what each person tells me with that person. I can share only what someone chose to share with you.
who-can-hear = What you tell me stays with you unless you share it. Whoever owns the Alexa account can see Alexa's own history.
