"""Checks a file against its model and says every mismatch in words an editor understands."""

from collections.abc import Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from chatbot.knowledge.source import Source, Step
from chatbot.problem import Problem

RULE = "schema"

ModelT = TypeVar("ModelT", bound=BaseModel)

_DATE_MEND = "2026-03-01처럼 쓰세요"
_NUMBER_MEND = "쉼표나 '원' 없이 숫자만 쓰세요(예: 52000)"

# pydantic's error type → what is wrong, how to mend it. {field}, {value} and the error's own
# context (limit, pattern …) are filled in.
_WORDS: dict[str, tuple[str, str]] = {
    "missing": ('필수 칸 "{field}"이(가) 없습니다', "이 칸을 쓰세요(칸 설명: knowledge/README.md)"),
    "extra_forbidden": (
        '모르는 칸 "{field}"입니다',
        "칸 이름의 철자를 확인하거나 지우세요(knowledge/README.md)",
    ),
    "string_type": ('"{field}"에는 글이 와야 합니다', "목록이나 하위 칸 대신 한 줄로 쓰세요"),
    "string_too_short": ('"{field}"이(가) 비어 있습니다', "내용을 쓰거나 칸을 지우세요"),
    "string_too_long": ('"{field}"이(가) {max_length}자를 넘습니다', "더 짧게 쓰세요"),
    "too_short": ('"{field}"에는 적어도 {min_length}개가 있어야 합니다', "한 줄 이상 쓰세요"),
    "tuple_type": ('"{field}"은(는) 목록이어야 합니다', '줄마다 "- "로 시작해 쓰세요'),
    "list_type": ('"{field}"은(는) 목록이어야 합니다', '줄마다 "- "로 시작해 쓰세요'),
    "dict_type": ('"{field}"은(는) "이름: 값" 꼴이어야 합니다', '"이름: 값"으로 쓰세요'),
    "model_type": ('"{field}"은(는) "이름: 값" 꼴이어야 합니다', '"이름: 값"으로 쓰세요'),
    "enum": ('"{field}"에 쓸 수 없는 값 "{value}"입니다', "{expected} 가운데 하나로 쓰세요"),
    "date_from_datetime_parsing": ('"{field}"의 날짜 "{value}"을(를) 읽을 수 없습니다', _DATE_MEND),
    "date_parsing": ('"{field}"의 날짜 "{value}"을(를) 읽을 수 없습니다', _DATE_MEND),
    "date_from_datetime_inexact": ('"{field}"의 날짜 "{value}"에 시각이 붙어 있습니다', _DATE_MEND),
    "date_type": ('"{field}"에는 날짜가 와야 합니다', _DATE_MEND),
    "time_parsing": ('"{field}"의 시각 "{value}"을(를) 읽을 수 없습니다', "09:00처럼 쓰세요"),
    "int_parsing": ('"{field}"의 "{value}"은(는) 숫자가 아닙니다', _NUMBER_MEND),
    "int_type": ('"{field}"에는 숫자가 와야 합니다', _NUMBER_MEND),
    "too_long": ('"{field}"에는 {max_length}개까지 쓸 수 있습니다', "줄을 줄이거나 둘로 나누세요"),
    "less_than_equal": ('"{field}"의 "{value}"은(는) {le}보다 큽니다', "{le} 이하로 쓰세요"),
    "greater_than_equal": ('"{field}"의 "{value}"은(는) {ge}보다 작습니다', "{ge} 이상으로 쓰세요"),
    "bool_parsing": ('"{field}"의 "{value}"은(는) true도 false도 아닙니다', "true나 false로 쓰세요"),
    "value_error": ("{error}", "값을 바로잡으세요"),
}

# What a pattern stands for, by the field that has it.
_PATTERN_MENDS: dict[str, str] = {
    "phone": "031-980-2700이나 1588-9090처럼 쓰세요",
    "url": "https://로 시작하는 전체 주소를 쓰세요",
    "site": "https://로 시작하는 전체 주소를 쓰세요",
    "as_of": "2026-03이나 2026처럼 쓰세요",
    "times": "3 같은 수나, 수를 묻는 단계의 이름을 쓰세요",
}
_IDENTIFIER_MEND = "영문 소문자, 숫자, 붙임표만 쓰세요(예: passport-new-adult)"


def validate(source: Source, model: type[ModelT]) -> tuple[ModelT | None, list[Problem]]:
    """Return the model made from a file, or None and one problem for each mismatch."""
    try:
        return model.model_validate(source.value), []
    except ValidationError as error:
        details = error.errors()
        return None, [_problem(source, detail) for detail in details if not _follows(detail, details)]


def _follows(detail: Mapping[str, Any], details: Sequence[Mapping[str, Any]]) -> bool:
    # A list whose only item is wrong also counts as empty; the item alone is told.
    location = detail["loc"]
    return detail["type"] == "too_short" and any(
        len(other["loc"]) > len(location) and other["loc"][: len(location)] == location for other in details
    )


def _problem(source: Source, detail: Mapping[str, Any]) -> Problem:
    location: list[Step] = [step for step in detail["loc"] if step != "[key]"]
    field = next((str(step) for step in reversed(location) if isinstance(step, str)), source.path)
    context = detail.get("ctx", {})
    words: dict[str, Any] = {"field": field, "value": detail["input"], **context}
    kind = str(detail["type"])
    if kind == "string_pattern_mismatch":
        message = f'"{field}"의 "{detail["input"]}"은(는) 꼴이 맞지 않습니다'
        return source.problem(location, message, _PATTERN_MENDS.get(field, _IDENTIFIER_MEND), RULE)
    if kind not in _WORDS:
        mend = "knowledge/README.md의 칸 설명을 보세요"
        return source.problem(location, f'"{field}": {detail["msg"]}', mend, RULE)
    message, mend = _WORDS[kind]
    return source.problem(location, message.format(**words), mend.format(**words), RULE)
