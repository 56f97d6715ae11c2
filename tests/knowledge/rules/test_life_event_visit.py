from pathlib import Path

from tests.editing import problems_of, replace_in

EVENT = "life_events/moving.yaml"


def test_a_visit_that_is_not_named_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / EVENT, "visits:\n  hall:", "visits:\n  hal:")
    missing = '방문 "hall"이(가) visits에 없습니다; visits에 이름과 장소를 쓰세요 [life-event-visit]'
    assert problems_of(knowledge_folder) == [
        f"knowledge/{EVENT}:25:15: error: {missing}",
        f"knowledge/{EVENT}:32:15: error: {missing}",
        (
            f'knowledge/{EVENT}:34:8: error: 방문 "hal"을(를) 함께 하는 할 일이 둘보다 적습니다; '
            "할 일의 together에 쓰거나 이 방문을 지우세요 [life-event-visit]"
        ),
    ]


def test_a_visit_of_one_step_is_an_error(knowledge_folder: Path) -> None:
    path = knowledge_folder / EVENT
    path.write_text(path.read_text(encoding="utf-8").replace("    together: hall\n", "", 1), encoding="utf-8")
    (problem,) = problems_of(knowledge_folder)
    assert "둘보다 적습니다" in problem


def test_a_step_for_which_nobody_goes_anywhere_cannot_share_a_visit(knowledge_folder: Path) -> None:
    bulky = "    entry: waste-bulky\n"
    replace_in(knowledge_folder / EVENT, bulky, f"{bulky}    together: hall\n")
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{EVENT}:18:15: error: "waste-bulky" 항목에 방문하는 방법이 없습니다; '
            "where에 옮겨 쓰거나 이 칸을 지우세요 [life-event-visit]"
        )
    ]
