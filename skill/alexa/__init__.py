"""The Alexa front end: the only rooms that know the official SDK."""
