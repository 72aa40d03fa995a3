"""A small doctor of one's own, with Python's standard library alone.

As a process:   python3 doctor.py               one JSON request a line in, one JSON act a line out
Behind HTTP:    python3 doctor.py --serve 8077  the same, posted to http://127.0.0.1:8077/doctor

It asks a fixed set of questions and concludes by words it has heard. Put something better into decide().
The form of requests and acts is in docs/doctors.md.
"""

import json
import os
import re
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

INTERVIEW = [
    {"act": "ask", "text": "When did it start, and has it changed since?"},
    {"act": "ask", "text": "Have you had a fever, or do you feel ill all over?"},
    {"act": "ask", "text": "What makes it better or worse?"},
    {"act": "ask", "text": "Have you had this before, and do you have any other illness?"},
    {"act": "ask", "text": "Are you taking any medicines?"},
    {"act": "examine", "text": "temperature, pulse and blood pressure"},
]

# Words that speak for a diagnosis, for this example alone: no medical knowledge to rely on.
HINTS = {
    "migraine": ["head", "throbbing", "light", "vomit", "one side"],
    "tension-type headache": ["head", "band", "pressing", "stress", "neck"],
    "tonsillitis": ["throat", "swallow", "tonsil", "fever"],
    "influenza": ["fever", "ache", "shiver", "cough", "flu"],
    "pneumonia": ["cough", "breath", "phlegm", "fever", "chest"],
    "asthma": ["wheez", "breath", "tight", "night"],
    "acute coronary syndrome": ["chest", "arm", "jaw", "sweat", "pressure"],
    "gastroenteritis": ["diarrh", "vomit", "stomach", "cramp"],
    "urinary tract infection": ["burn", "pass water", "bladder", "pee"],
    "atopic dermatitis": ["itch", "skin", "dry", "rash"],
}


def decide(request):
    """The next act, from the request alone: it holds the whole conversation, so nothing has to be remembered."""
    if request["call"] == "explain":
        return {"act": "ask", "text": "I understand that this worries you. We will look at it again together."}
    asked = sum(line["speaker"] == "doctor" for line in request["conversation"])
    if request["call"] == "act" and asked < len(INTERVIEW):
        return INTERVIEW[asked]
    return conclude(request)


def conclude(request):
    heard = " ".join(line["text"] for line in request["conversation"] if line["speaker"] != "doctor").lower()
    said = " ".join(s for s in re.split(r"(?<=[.!?])\s", heard) if not re.match(r"(no|not|never|i don't)\b", s))
    allowed = request["diagnoses"]  # a closed list, or None
    hits = {name: [w for w in words if w in said] for name, words in HINTS.items() if not allowed or name in allowed}
    if not hits:
        hits = {allowed[0]: []}
    ranked = sorted(hits, key=lambda name: -len(hits[name]))[:4]
    total = sum(1 + len(hits[name]) for name in hits)
    ranking = [{"diagnosis": n, "probability": round((1 + len(hits[n])) / total, 3)} for n in ranked]
    heard_words = ", ".join(hits[ranked[0]]) or "nothing in particular"
    return {
        "act": "conclude",
        **ranking[0],
        "differential": ranking[1:],
        "reasoning": f"The patient spoke of: {heard_words}.",
        "plan": "Rest, fluids and something for the pain; we look again in a few days.",
        "safetyNet": "Please come back at once if it gets worse or something new appears.",
        "rationale": f"{len(ranked)} diagnoses were weighed by {sum(map(len, hits.values()))} words.",
    }


def answer(text):
    return json.dumps({"v": 1, **decide(json.loads(text))})


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm = True

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("content-length", 0)))
        token = os.environ.get("ANAMNESIS_DOCTOR_TOKEN")
        if self.path != "/doctor":
            return self.reply(404, '{"error": "the doctor is at /doctor"}')
        if token and self.headers.get("authorization") != f"Bearer {token}":
            return self.reply(401, '{"error": "wrong token"}')
        try:
            self.reply(200, answer(body))
        except (ValueError, KeyError) as error:
            self.reply(400, json.dumps({"error": f"no request this doctor understands: {error!r}"}))

    def reply(self, status, text):
        body = text.encode()
        self.send_response(status)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_):
        pass


class Server(ThreadingHTTPServer):
    request_queue_size = 128


def main():
    if sys.argv[1:2] == ["--serve"]:
        server = Server(("127.0.0.1", int(sys.argv[2])), Handler)
        print(f"listening on http://127.0.0.1:{server.server_address[1]}/doctor", flush=True)
        server.serve_forever()
    for line in sys.stdin:  # until anamnesis ends the input
        print(answer(line), flush=True)


if __name__ == "__main__":
    main()
