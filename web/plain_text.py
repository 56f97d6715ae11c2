"""An answer as plain text: to be copied, and to be read aloud."""

from functools import lru_cache

from chatbot.text.speech import speak
from web.contexts.answers import PlainAnswer, PlainTexts
from web.schemas import Answer
from web.templating import Templates

# Every answer has the same lines each time it is given.
_speak = lru_cache(maxsize=8192)(speak)


def plain_texts(answer: Answer, templates: Templates) -> PlainTexts:
    """Return both plain texts of an answer."""
    written = templates.render(PlainAnswer(answer, spoken=False))
    spoken = templates.render(PlainAnswer(answer, spoken=True))
    lines = [_speak(line) for line in spoken.splitlines()]
    return PlainTexts(copied=written.strip(), spoken="\n".join(line for line in lines if line))
