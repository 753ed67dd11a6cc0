"""The skill without a speaker: words understood, a platform on loopback, and a conversation in the terminal."""
