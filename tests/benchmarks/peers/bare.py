"""Flask and nothing else: JSON in, JSON out, no check made and nothing kept. No skill can be this."""

from flask import Flask, Response, jsonify, request

SPEECH = {"type": "SSML", "ssml": "<speak>Hello.</speak>"}
app = Flask(__name__)


@app.post("/alexa")
def alexa() -> Response:
    """Answer anything."""
    request.get_json()
    return jsonify({"version": "1.0", "response": {"outputSpeech": SPEECH, "shouldEndSession": False}})
