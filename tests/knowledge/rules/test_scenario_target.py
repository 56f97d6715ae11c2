from pathlib import Path

from tests.knowledge.rules.scenario import at, told

NOWHERE = "    title: 그 밖의 여권\n"


def test_an_answer_that_leads_nowhere_is_an_error_that_names_the_nearest_place(
    knowledge_folder: Path,
) -> None:
    (problem,) = told(
        knowledge_folder,
        "        label: 26면\n        to: other\n",
        "        label: 26면\n        to: othr\n",
    )
    assert problem == at(
        46, 13, '"othr"이라는 단계나 끝이 없습니다; "other"이(가) 맞는지 확인하세요 [scenario-target]'
    )


def test_a_name_like_no_other_is_to_be_added(knowledge_folder: Path) -> None:
    (problem,) = told(
        knowledge_folder, "        label: 26면\n        to: other\n", "        label: 26면\n        to: zzz\n"
    )
    assert problem.endswith(
        '"zzz"이라는 단계나 끝이 없습니다; steps나 ends에 그 이름을 더하세요 [scenario-target]'
    )


def test_the_start_must_be_a_step(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, "start: why", "start: other")
    assert problems[0] == at(
        10,
        8,
        '첫 단계 "other"이(가) steps에 없습니다; '
        "why, copies, pages, lost-on 가운데 하나로 쓰세요 [scenario-target]",
    )


def test_a_step_and_an_end_of_one_name_are_an_error(knowledge_folder: Path) -> None:
    problems = told(knowledge_folder, "  other:\n" + NOWHERE, "  pages:\n" + NOWHERE)
    assert (
        at(
            66,
            3,
            '"pages"이(가) 단계와 끝에 모두 있습니다; 둘 가운데 하나의 이름을 바꾸세요 [scenario-target]',
        )
        in problems
    )
