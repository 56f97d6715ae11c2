"""Two questions in one message: what else was asked beside what the reply answers."""

from collections.abc import Iterable

from chatbot.dialogue.reading import with_odds
from chatbot.retrieval.candidate import Candidate
from chatbot.retrieval.retriever import Retriever
from chatbot.text.talk import split_questions

HALF_ODDS = 1 / 5
"""How much less likely, in odds, the answer to half a message may be than one that is given outright.

That holds where a word joins the halves. Where only a mark stands between them it is mostly one question and
more about it, so that each must stand by itself.
"""

PLACES = 3
"""Most places at which a message is tried to be split."""


def questions_in(utterance: str, retriever: Retriever, accept: float) -> tuple[Candidate, ...]:
    """Return the entries that answer the two halves of a message, surest first; none if it asks one thing.

    The second half often says only what is different ("여권 수수료랑 며칠 걸리는지"), so it is also
    searched with the first word of the message.

    Args:
        utterance: What was said.
        retriever: Who searches.
        accept: Score from which an answer is given outright.
    """
    for split in split_questions(utterance)[:PLACES]:
        enough = with_odds(accept, HALF_ODDS) if split.by_word else accept
        first = _best((split.left,), retriever)
        if first is None or first.score < enough:
            continue
        second = _best((split.right, f"{split.left.split()[0]} {split.right}"), retriever)
        if second is None or second.score < enough or second.entry == first.entry:
            continue
        return tuple(sorted((first, second), key=lambda found: -found.score))
    return ()


def _best(texts: Iterable[str], retriever: Retriever) -> Candidate | None:
    found = [retriever.look_up(retriever.query(text)) for text in texts]
    firsts = [findings.candidates[0] for findings in found if findings.candidates and not findings.signpost]
    return max(firsts, key=lambda candidate: candidate.score, default=None)
