"""Why the search puts first what it does: the whole sum, for counsellors and editors who want to know."""

from typing import Annotated

from fastapi import APIRouter, Depends

from chatbot.retrieval.explanation import Explanation, ScoreRule, TargetExplanation
from chatbot.retrieval.explanation import Term as ExplainedTerm
from chatbot.store.accounts import Role
from chatbot.text.normalization import clean
from chatbot.text.personal_data import mask_personal_data
from web.access import Signed, signed_in
from web.cockpit.schemas import Arithmetic, Sum, Term
from web.cockpit.search import Typed
from web.cockpit.words import feature_words
from web.contexts.cockpit import CockpitArithmetic
from web.errors import documented
from web.services import Services, ServicesDependency

router = APIRouter()

_TERMS = 8

_RULES = {
    ScoreRule.CALIBRATED: "보정한 확률이에요.",
    ScoreRule.OWN_QUESTION: "그 항목의 질문과 글자가 같아서 0.99예요.",
    ScoreRule.STRANGE: "질문 속 낱말을 거의 몰라서 낮췄어요.",
    ScoreRule.INITIALS: "초성만 보고 찾아서 바로 답하지 않아요.",
    ScoreRule.NOTHING: "찾을 말이 남지 않았어요.",
}


@router.get("/api/staff/arithmetic", responses=documented(401, 403, 422), tags=["staff"])
def get_arithmetic(
    services: ServicesDependency, _: Annotated[Signed, Depends(signed_in(Role.STAFF))], q: Typed
) -> Arithmetic:
    """Return how a question was read, and the sums behind the first two entries and their score."""
    return arithmetic(mask_personal_data(clean(q)), services)


def arithmetic(query: str, services: Services) -> Arithmetic:
    """Return the sums behind a search; personal numbers in the query are hidden already."""
    explanation = services.live.served.responder.retriever.explain(query)
    shown = Arithmetic(
        searched=explanation.text,
        added=list(explanation.added),
        rule=_RULES[explanation.rule],
        sums=[_sum(target, services) for target in explanation.targets] + _confidence(explanation),
        html="",
    )
    return shown.model_copy(update={"html": services.templates.render(CockpitArithmetic(shown))})


def _sum(target: TargetExplanation, services: Services) -> Sum:
    entry = services.live.served.responder.catalog.entries.get(target.target_id)
    return Sum(
        title=entry.title if entry else target.target_id,
        score=round(target.score, 4),
        log_odds=round(target.log_odds, 3),
        bias=round(target.bias, 3),
        terms=_terms(target.terms),
        rest=_rest(target.terms),
    )


def _confidence(explanation: Explanation) -> list[Sum]:
    confidence = explanation.confidence
    if confidence is None:
        return []
    return [
        Sum(
            title="첫째가 정답일 확률",
            score=round(confidence.probability, 4),
            log_odds=round(confidence.log_odds, 3),
            bias=round(confidence.bias, 3),
            terms=_terms(confidence.terms),
            rest=_rest(confidence.terms),
        )
    ]


def _terms(terms: tuple[ExplainedTerm, ...]) -> list[Term]:
    return [
        Term(name=term.name, text=feature_words(term.name), contribution=round(term.contribution, 3))
        for term in terms[:_TERMS]
    ]


def _rest(terms: tuple[ExplainedTerm, ...]) -> float:
    return round(sum(term.contribution for term in terms[_TERMS:]), 3)
