from pathlib import Path

from tests.knowledge.rules.scenario import at, told


def test_a_label_that_is_almost_right_is_an_error_that_names_the_right_one(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "fee: 10년 여권, 58면", "fee: 10년 여권 58면")
    assert problem == at(
        62,
        14,
        '"passport-fee" 항목에 "10년 여권 58면" 수수료가 없습니다; '
        '"10년 여권, 58면"이(가) 맞는지 확인하세요 [scenario-fee]',
    )


def test_a_label_like_no_other_is_to_be_copied(knowledge_folder: Path) -> None:
    (problem,) = told(knowledge_folder, "fee: 여권 정보 확인", "fee: zzz")
    assert problem.endswith("항목에 적힌 label 그대로 쓰세요 [scenario-fee]")


def test_an_entry_that_does_not_exist_is_left_to_its_own_rule(knowledge_folder: Path) -> None:
    problems = told(
        knowledge_folder,
        "      - entry: passport-fee\n        fee: 여권 정보 확인",
        "      - entry: zzz\n        fee: 여권 정보 확인",
    )
    assert len(problems) == 1
    assert "[scenario-entry]" in problems[0]
