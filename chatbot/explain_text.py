"""The arithmetic behind a reply, as lines for whoever tunes the bot."""

from collections.abc import Iterable, Iterator, Sequence

from chatbot.dialogue.decision import Thresholds
from chatbot.dialogue.reply import Reply
from chatbot.retrieval.explanation import (
    ConfidenceExplanation,
    Explanation,
    ScoreRule,
    Spoken,
    TargetExplanation,
    Term,
)
from chatbot.text.jamo import legible

_TERMS = 8

_RULES = {
    ScoreRule.CALIBRATED: "the calibrated probability",
    ScoreRule.OWN_QUESTION: "0.99: the query is one of its own questions, spacing and punctuation apart",
    ScoreRule.STRANGE: "held down: it knows hardly a word of the query and is not spelled like it",
    ScoreRule.INITIALS: "likeness of 초성 alone, never answered outright",
    ScoreRule.NOTHING: "nothing was left to search",
}


def explanation_as_text(explanation: Explanation, reply: Reply, thresholds: Thresholds) -> str:
    """Return what was searched, the sums of the best ones, and the comparison that decided."""
    return "\n".join(_lines(explanation, reply, thresholds))


def _lines(explanation: Explanation, reply: Reply, thresholds: Thresholds) -> Iterator[str]:
    added = f"  + by synonyms: {' '.join(explanation.added)}" if explanation.added else ""
    yield f'searched     "{explanation.text}"{added}'
    yield f"decided by   {reply.reason}"
    if reply.reason.startswith("guard"):
        yield "             before any search; what follows is what the search would have found"
    yield (
        f"thresholds   accept {thresholds.accept_threshold:.3f}, margin {thresholds.ambiguity_margin:.3f}, "
        f"near miss {thresholds.near_miss_threshold:.3f}, signpost {thresholds.signpost_threshold:.3f}"
    )
    scores = [target.score for target in explanation.targets if target.target_id != explanation.signpost]
    if scores:
        second = scores[1] if len(scores) > 1 else 0.0
        yield f"margin       {scores[0]:.3f} - {second:.3f} = {scores[0] - second:.3f}"
    yield f"signpost     {explanation.signpost or 'none leads'}"
    yield f"best score   {_RULES[explanation.rule]}"
    for target in explanation.targets:
        yield ""
        yield from _target(target)
    if explanation.confidence:
        yield ""
        yield from _confidence(explanation.confidence)


def _target(target: TargetExplanation) -> Iterator[str]:
    yield f"{target.target_id}  score {target.score:.3f}  nearest: {target.matched}"
    yield from _sum(target.log_odds, target.bias, target.terms)
    for spoken in target.views:
        yield f"  {spoken.view} (weight {spoken.weight:g} in the shortlist): {_spoken(spoken)}"


def _spoken(spoken: Spoken) -> str:
    rest = spoken.learned - spoken.bias - sum(value for _, value in spoken.tokens)
    tokens = "".join(f", {legible(token)} {value:+.3f}" for token, value in spoken.tokens)
    return f"{spoken.learned:+.3f} = bias {spoken.bias:+.3f}{tokens}, all others {rest:+.3f}"


def _confidence(confidence: ConfidenceExplanation) -> Iterator[str]:
    yield f"confidence that {confidence.target_id} answers"
    yield from _sum(confidence.log_odds, confidence.bias, confidence.terms)
    points = " and ".join(f"({x:+.3f}, {y:.3f})" for x, y in confidence.between)
    yield f"  calibration at {confidence.log_odds:+.3f}, by {points}: {confidence.calibrated:.3f}"
    if confidence.probability != confidence.calibrated:
        yield f"  held down to {confidence.probability:.3f}"


def _sum(log_odds: float, bias: float, terms: Sequence[Term]) -> Iterator[str]:
    yield f"  log-odds {log_odds:+.3f} = bias {bias:+.3f} and"
    yield from (
        f"    {term.contribution:+8.3f} = {term.value:+7.3f} × {term.weight:+8.3f}  {term.name}"
        for term in terms[:_TERMS]
    )
    if terms[_TERMS:]:
        yield f"    {_total(terms[_TERMS:]):+8.3f}   {len(terms) - _TERMS} others"


def _total(terms: Iterable[Term]) -> float:
    return sum(term.contribution for term in terms)
