from pathlib import Path

from tests.editing import problems_of, replace_in

EVENT = "life_events/moving.yaml"


def test_a_phrase_of_two_life_events_is_an_error_that_names_the_other(knowledge_folder: Path) -> None:
    other = knowledge_folder / "life_events/zoo.yaml"
    text = (knowledge_folder / EVENT).read_text(encoding="utf-8")
    text = text.replace("id: moving", "id: zoo").replace("[이사했어요, 이사 왔어요]", '["이사 했어요!"]')
    other.write_text(text, encoding="utf-8")
    assert problems_of(knowledge_folder) == [
        (
            'knowledge/life_events/zoo.yaml:4:11: error: "이사 했어요!"이(가) moving에도 있습니다; '
            "둘 가운데 한 곳에만 두세요 [life-event-phrase]"
        )
    ]


def test_a_phrase_twice_in_one_life_event_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / EVENT, "이사 왔어요]", "이사했어요]")
    (problem,) = problems_of(knowledge_folder)
    assert problem.startswith(f'knowledge/{EVENT}:4:18: error: "이사했어요"이(가) moving에도 있습니다; ')


def test_a_phrase_without_letters_is_an_error(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / EVENT, "이사 왔어요]", '"?"]')
    assert problems_of(knowledge_folder) == [
        (
            f'knowledge/{EVENT}:4:18: error: "?"에 글자가 없습니다; '
            "시민이 하는 말을 쓰거나 지우세요 [life-event-phrase]"
        )
    ]


def test_a_phrase_that_is_a_question_of_an_entry_passes(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / EVENT, "이사 왔어요]", "쓰레기봉투 파는 곳]")
    assert problems_of(knowledge_folder) == []
