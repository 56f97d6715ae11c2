from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.passages import Passage, answer_passages, citizen_passages, question_passages


def test_the_ways_of_asking_come_in_the_order_in_which_they_are_indexed(catalog: Catalog) -> None:
    entry = catalog.entries["waste-bag"]
    passages = list(question_passages(entry))
    assert tuple(passage.text for passage in passages) == entry.texts
    assert [passage.location for passage in passages[:2]] == [("question",), ("variants", 0)]


def test_an_answer_is_its_sentences_without_emphasis_and_its_details_with_their_notes(
    catalog: Catalog,
) -> None:
    assert list(answer_passages(catalog.entries["passport-new"])) == [
        Passage(("answer",), "신분증과 여권용 사진 1장을 가지고 시청 민원실로 오세요."),
        Passage(("answer",), "신청서는 창구에서 써요."),
        Passage(("details", 0, "text"), "사진 기준은 여권 안내 누리집에 있어요."),
        Passage(("details", 0, "note"), "안경은 벗고 찍어요"),
        Passage(("details", 1, "text"), "처음 만들 때는 본인이 직접 와야 해요."),
    ]


def test_citizens_read_title_fees_and_every_section_but_not_the_note_for_staff(catalog: Catalog) -> None:
    entry = catalog.entries["passport-new"]
    passages = list(citizen_passages(entry))
    assert passages[0] == Passage(("title",), "여권 처음 만들기")
    assert {passage.location[0] for passage in passages} == {
        "title",
        "answer",
        "details",
        "fees",
        "documents",
        "deadline",
        "how",
    }
    assert Passage(("fees", 3, "label"), "여권 정보 확인") in citizen_passages(
        catalog.entries["passport-fee"]
    )
    assert Passage(("fees", 2, "note"), "단수여권이라고 해요") in citizen_passages(
        catalog.entries["passport-fee"]
    )
