from pathlib import Path

import pytest

from chatbot.knowledge.language import AnswerWords, PageWords
from chatbot.knowledge.rules.wording_form import PLACEHOLDERS, TURN_STATUSES
from chatbot.knowledge.wording import ScenarioWords, Wording
from tests.editing import problems_of, replace_in


def worded(folder: Path, old: str, new: str) -> list[str]:
    replace_in(folder / "wording.yaml", old, new)
    return problems_of(folder)


def test_sentences_with_their_own_placeholders_or_none_pass(knowledge_folder: Path) -> None:
    assert worded(knowledge_folder, "until_today: 오늘 {time}까지", "until_today: 오늘까지") == []


def test_a_placeholder_that_cannot_be_filled_is_an_error_that_names_the_right_ones(
    knowledge_folder: Path,
) -> None:
    assert worded(knowledge_folder, "{year}년 {month}월 기준", "{year}년 {moon}월 기준") == [
        (
            'knowledge/wording.yaml:21:14: error: "as_of_month"의 {moon}은(는) 채울 수 없습니다; '
            "{month}, {year}만 쓸 수 있습니다 [wording-form]"
        )
    ]


def test_a_placeholder_where_none_is_filled_is_an_error(knowledge_folder: Path) -> None:
    assert worded(knowledge_folder, "free: 무료", 'free: "{amount}원"') == [
        (
            'knowledge/wording.yaml:24:7: error: "free"의 {amount}은(는) 채울 수 없습니다; '
            "중괄호를 지우세요 [wording-form]"
        )
    ]


@pytest.mark.parametrize("sentence", ["오늘 {time까지", "오늘 time}까지"])
def test_a_lone_brace_is_an_error(knowledge_folder: Path, sentence: str) -> None:
    assert worded(knowledge_folder, "오늘 {time}까지", sentence) == [
        (
            'knowledge/wording.yaml:16:14: error: "until_today"의 중괄호 짝이 맞지 않습니다; '
            "{time}만 쓸 수 있습니다 [wording-form]"
        )
    ]


def test_an_unknown_status_of_a_turn_is_an_error_that_names_the_known_ones(knowledge_folder: Path) -> None:
    assert worded(knowledge_folder, "status: handoff_requested", "status: hello") == [
        (
            'knowledge/wording.yaml:71:13: error: 응답 상태 "hello"은(는) 쓸 수 없습니다; '
            f"{', '.join(TURN_STATUSES)} 가운데 하나로 쓰세요 [wording-form]"
        )
    ]


def test_a_phrase_without_a_letter_is_an_error(knowledge_folder: Path) -> None:
    assert worded(knowledge_folder, "[안녕, 안녕하세요]", '[안녕, "!!"]') == [
        (
            'knowledge/wording.yaml:77:19: error: "!!"에 글자가 없습니다; '
            "시민이 하는 말을 쓰거나 지우세요 [wording-form]"
        )
    ]


def test_the_rule_speaks_only_of_fields_that_exist() -> None:
    models = (Wording, ScenarioWords, PageWords, AnswerWords)
    assert PLACEHOLDERS.keys() <= {name for model in models for name in model.model_fields}
    assert len(TURN_STATUSES) == len(set(TURN_STATUSES))


def test_the_words_of_scenarios_are_checked_at_their_place(knowledge_folder: Path) -> None:
    (problem,) = worded(knowledge_folder, 'days_late: "{days}일', 'days_late: "{hours}일')
    assert problem.endswith(
        '"days_late"의 {hours}은(는) 채울 수 없습니다; {days}만 쓸 수 있습니다 [wording-form]'
    )
