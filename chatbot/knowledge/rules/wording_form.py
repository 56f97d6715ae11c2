"""The fixed sentences fill in only what the program knows, each fixed turn has a known status and phrases.

Passes: `until_today: 오늘 {time}까지`.
Fails: `until_today: 오늘 {hour}까지`, a turn with `status: hello`, or the phrase `!!`.
"""

import string
from collections.abc import Iterator

from chatbot.knowledge.draft import Draft
from chatbot.knowledge.entry import Record
from chatbot.knowledge.source import Source, Step
from chatbot.knowledge.wording import Sentences
from chatbot.problem import Problem
from chatbot.text.normalization import comparison_key

RULE = "wording-form"

PLACEHOLDERS: dict[str, frozenset[str]] = {
    "fallback_other_agency": frozenset({"agency", "matters"}),
    "fallback_not_covered": frozenset({"matters"}),
    "refused_too_long": frozenset({"limit"}),
    "understood": frozenset({"question"}),
    "until_today": frozenset({"time"}),
    "opens_today": frozenset({"time"}),
    "opens_tomorrow": frozenset({"time"}),
    "opens_later": frozenset({"month", "day", "weekday", "time"}),
    "as_of_month": frozenset({"year", "month"}),
    "as_of_year": frozenset({"year"}),
    "amount": frozenset({"amount"}),
    "count": frozenset({"count"}),
    "call": frozenset({"phone"}),
    "day": frozenset({"year", "month", "day"}),
    "full_day": frozenset({"year", "month", "day", "weekday"}),
    "number": frozenset({"number", "unit"}),
    "days_left": frozenset({"days"}),
    "days_late": frozenset({"days"}),
    "bad_day": frozenset({"earliest", "latest"}),
    "bad_number": frozenset({"least", "most", "unit"}),
}
"""What may stand in braces, by field; any other field has none."""

TURN_STATUSES = (
    "handoff_requested",
    "handoff_urgent",
    "small_talk_greeting",
    "small_talk_thanks",
    "small_talk_chat",
    "small_talk_about",
    "small_talk_anger",
    "small_talk_feedback",
    "fallback_out_of_scope",
    "fallback_professional",
    "refused_personal_lookup",
    "refused_abuse",
    "refused_instruction",
    "refused_unreadable",
)
"""The statuses that a fixed turn may have."""


def check(draft: Draft) -> Iterator[Problem]:
    """Yield a problem for each brace that cannot be filled and each unknown status."""
    if draft.wording:
        yield from _check(*draft.wording, ())
        wording, source = draft.wording
        yield from _check_braces(wording.scenario, source, ("scenario",))
    for language in draft.languages:
        if language.interface:
            interface, source = language.interface
            yield from _check_braces(interface.page, source, ("page",))
            yield from _check_braces(interface.answer, source, ("answer",))
            yield from _check(interface.wording, source, ("wording",))


def _check(wording: Sentences, source: Source, within: tuple[Step, ...]) -> Iterator[Problem]:
    yield from _check_braces(wording, source, within)
    for number, turn in enumerate(wording.turns):
        if turn.status not in TURN_STATUSES:
            yield source.problem(
                (*within, "turns", number, "status"),
                f'응답 상태 "{turn.status}"은(는) 쓸 수 없습니다',
                f"{', '.join(TURN_STATUSES)} 가운데 하나로 쓰세요",
                RULE,
            )
        for place, phrase in enumerate(turn.phrases):
            # Phrases are compared by their letters alone: one without any would be found in every text.
            if not comparison_key(phrase):
                yield source.problem(
                    (*within, "turns", number, "phrases", place),
                    f'"{phrase}"에 글자가 없습니다',
                    "시민이 하는 말을 쓰거나 지우세요",
                    RULE,
                )


def _check_braces(words: Record, source: Source, within: tuple[Step, ...]) -> Iterator[Problem]:
    for field, value in words.model_dump().items():
        if not isinstance(value, str):
            continue
        location = (*within, field)
        allowed = PLACEHOLDERS.get(field, frozenset())
        mend = f"{{{'}, {'.join(sorted(allowed))}}}만 쓸 수 있습니다" if allowed else "중괄호를 지우세요"
        try:
            names = {name for _, name, _, _ in string.Formatter().parse(value) if name is not None}
        except ValueError:
            yield source.problem(location, f'"{field}"의 중괄호 짝이 맞지 않습니다', mend, RULE)
            continue
        for name in sorted(names - allowed):
            yield source.problem(location, f'"{field}"의 {{{name}}}은(는) 채울 수 없습니다', mend, RULE)
