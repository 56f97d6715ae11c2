"""Replies as cards: nothing essential is missing, and nothing breaks a limit, however long texts are."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from chatbot.dialogue.reply import ReplyStatus
from chatbot.knowledge.catalog import Catalog
from tests.web.sample_replies import ANSWER, CALL_CENTRE, LINKS, sample_reply
from web.contexts.start import Start
from web.kakao_cards import KakaoCards
from web.kakao_schemas import BUBBLE_BYTES, SkillReply, TextCard
from web.schemas import Answer, ChatReply, Choice, Contact, EntryLink, Line, Source

SITE = "https://talk.example.kr"


@pytest.fixture(scope="module")
def cards(catalog: Catalog) -> KakaoCards:
    return KakaoCards(catalog.wording.kakao, SITE)


def wire(reply: SkillReply) -> dict[str, Any]:
    """Return what is sent, and hold it against the limits once more."""
    body: dict[str, Any] = reply.model_dump(by_alias=True, exclude_none=True)
    assert SkillReply.model_validate(body) == reply
    return body


def texts(reply: SkillReply) -> list[str]:
    """Return the text of every bubble but of lists."""
    found = []
    for output in wire(reply)["template"]["outputs"]:
        if "textCard" in output:
            found.append(f"{output['textCard'].get('title', '')}\n{output['textCard']['description']}")
        elif "simpleText" in output:
            found.append(output["simpleText"]["text"])
    return found


def buttons(reply: SkillReply) -> list[dict[str, Any]]:
    outputs = wire(reply)["template"]["outputs"]
    return [button for output in outputs for button in output.get("textCard", {}).get("buttons", [])]


def lists(reply: SkillReply) -> list[dict[str, Any]]:
    return [output["listCard"] for output in wire(reply)["template"]["outputs"] if "listCard" in output]


def quick(reply: SkillReply) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = wire(reply)["template"].get("quickReplies", [])
    return found


class TestAnswer:
    def test_the_card_holds_answer_phone_department_month_and_sources(self, cards: KakaoCards) -> None:
        card = wire(cards.reply(sample_reply("answered", "여권")))["template"]["outputs"][0]["textCard"]
        assert card["title"] == ANSWER.title
        assert card["description"] == (
            "본인이 직접 신분증과 사진 1장을 가지고 여권 창구로 오세요.\n"
            "10년 여권은 52,000원(58면)이에요.\n"
            "\n"
            "문의 여권팀 031-980-2700 (평일 09:00~18:00)\n"
            "담당 민원여권과 여권팀\n"
            "2026년 3월 기준\n"
            "출처 여권법 제9조, 외교부 보도자료"
        )

    def test_its_buttons_call_and_lead_to_the_page_of_the_entry(self, cards: KakaoCards) -> None:
        assert buttons(cards.reply(sample_reply("answered", "여권"))) == [
            {"action": "phone", "label": "전화하기", "phoneNumber": "031-980-2700"},
            {"action": "webLink", "label": "자세히 보기", "webLinkUrl": f"{SITE}/faq/passport-new-adult"},
        ]

    def test_sections_follow_in_a_bubble_of_their_own(self, cards: KakaoCards) -> None:
        text = texts(cards.reply(sample_reply("answered", "여권")))[1]
        assert text.startswith("■ 준비물\n- 신분증\n- 여권용 사진 1장 (6개월 안에 찍은 것)\n")
        assert "■ 수수료\n- 10년 여권, 58면 52,000원\n" in text
        assert "- 온라인: 다시 만들 때만 돼요. https://www.gov.kr" in text

    def test_related_questions_are_a_list_and_quick_replies(self, cards: KakaoCards) -> None:
        reply = cards.reply(sample_reply("answered", "여권"))
        (card,) = lists(reply)
        assert card["header"] == {"title": "이어서 많이 물어요"}
        assert card["items"][0] == {
            "title": "여권 사진 규격",
            "description": "여권 사진은 어떻게 찍어야 해요?",
            "action": "message",
            "messageText": "여권 사진은 어떻게 찍어야 해요?",
            "extra": {"entry_id": "passport-photo-basic"},
        }
        assert [button["label"] for button in quick(reply)] == [
            "여권 사진 규격",
            "여권이 나오는 날",
            "여권 대신 찾기",
            "처음으로",
        ]

    def test_what_else_was_asked_comes_before_what_is_related(self, cards: KakaoCards) -> None:
        asked = sample_reply("answered", "여권")
        asked = asked.model_copy(update={"choices": [Choice(**LINKS[2].model_dump(), score=0.6)]})
        (card,) = lists(cards.reply(asked))
        assert card["header"]["title"] == "이것도 물으셨나요?"
        assert [item["title"] for item in card["items"]] == ["여권 대신 찾기"]
        labels = [button["label"] for button in quick(cards.reply(asked))]
        assert labels == ["여권 대신 찾기", "여권 사진 규격", "여권이 나오는 날", "처음으로"]

    def test_without_a_public_address_only_the_links_are_missing(self, catalog: Catalog) -> None:
        reply = KakaoCards(catalog.wording.kakao, "").reply(sample_reply("answered", "여권"))
        assert SITE not in str(wire(reply))
        assert [button["action"] for button in buttons(reply)] == ["phone"]
        with_links = KakaoCards(catalog.wording.kakao, SITE).reply(sample_reply("answered", "여권"))
        assert texts(reply) == texts(with_links)

    def test_no_mark_of_emphasis_is_sent(self, cards: KakaoCards) -> None:
        assert "**" not in str(wire(cards.reply(sample_reply("answered", "여권"))))

    def test_a_heading_is_never_left_alone_at_the_end_of_a_bubble(self, cards: KakaoCards) -> None:
        long = ANSWER.model_copy(
            update={"documents": [Line(text="가" * 480)], "fees": [], "deadline": [], "how": []}
        )
        text = texts(cards.reply(with_answer(long)))[1]
        assert text.endswith("가")

    def test_a_number_that_was_hidden_is_spoken_of(self, cards: KakaoCards) -> None:
        reply = sample_reply("answered", "여권", notice="가렸어요.")
        assert "카카오톡 대화방에는 남아 있으니" in texts(cards.reply(reply))[0]


class TestOtherTurns:
    def test_asking_back_is_a_list_with_a_way_out(self, cards: KakaoCards) -> None:
        asked = sample_reply("clarification", "여권")
        reply = cards.reply(asked)
        (card,) = lists(reply)
        assert card["header"]["title"] == "어느 쪽이 궁금하세요?"
        assert [item["extra"]["entry_id"] for item in card["items"]] == [link.entry_id for link in LINKS]
        none, home = quick(reply)[-2:]
        assert none["extra"] == {"none": True, "turn_id": asked.turn_id}
        assert none["label"] == "여기에 없어요"
        assert home["extra"] == {"home": True}

    def test_a_question_of_many_words_stands_above_the_list(self, cards: KakaoCards) -> None:
        asked = sample_reply("clarification", "여권").model_copy(
            update={"text": "어느 쪽이 더 궁금하신지 골라 주세요."}
        )
        reply = cards.reply(asked)
        assert texts(reply) == ["어느 쪽이 더 궁금하신지 골라 주세요."]
        assert lists(reply)[0]["header"]["title"] == "혹시 이런 질문인가요?"

    def test_a_fallback_gives_the_number_and_what_comes_near(self, cards: KakaoCards) -> None:
        reply = cards.reply(sample_reply("fallback", "여권"))
        assert texts(reply)[0].endswith("문의 민원콜센터 031-980-2114 (평일 08:30~18:30)")
        assert buttons(reply)[0]["phoneNumber"] == "031-980-2114"
        assert len(lists(reply)[0]["items"]) == 3

    def test_another_agency_has_its_own_number_and_site(self, cards: KakaoCards) -> None:
        reply = cards.reply(sample_reply("agency", "연말정산"))
        assert [button.get("phoneNumber") or button["webLinkUrl"] for button in buttons(reply)] == [
            "126",
            "https://www.nts.go.kr",
        ]
        assert "126" in texts(reply)[0]

    def test_an_emergency_has_the_number_that_is_named_and_no_other(self, cards: KakaoCards) -> None:
        reply = cards.reply(sample_reply("urgent", "불이야"))
        assert [(button["label"], button["phoneNumber"]) for button in buttons(reply)] == [
            ("119 전화하기", "119")
        ]
        assert "031" not in str(wire(reply))

    def test_a_greeting_is_only_a_greeting(self, cards: KakaoCards) -> None:
        reply = cards.reply(sample_reply("greeting", "안녕"))
        assert texts(reply) == ["\n안녕하세요.\n궁금한 것을 적어 주세요."]
        assert buttons(reply) == []

    def test_a_failure_still_gives_the_number(self, cards: KakaoCards) -> None:
        reply = cards.failure("지금은 답을 찾지 못했어요.", CALL_CENTRE)
        assert "031-980-2114" in texts(reply)[0]
        assert buttons(reply)[0]["phoneNumber"] == "031-980-2114"

    def test_titles_that_cannot_be_told_apart_get_numbers(self, cards: KakaoCards) -> None:
        twins = [
            EntryLink(
                entry_id=f"twin-{end}", title=f"여권 수수료를 다시 돌려받는 {end}", question="얼마예요?"
            )
            for end in ("방법", "기한")
        ]
        reply = cards.reply(with_answer(ANSWER.model_copy(update={"related": twins})))
        assert [button["label"] for button in quick(reply)] == ["1번", "2번", "처음으로"]


def with_answer(answer: Answer) -> ChatReply:
    return sample_reply("answered", "여권").model_copy(update={"answer": answer})


words = st.text(
    st.characters(exclude_categories=["Cs", "Cc"]) | st.sampled_from(" .*\n가나다😀"),
    min_size=1,
    max_size=400,
).filter(lambda text: text.replace("*", "").strip())
longer = st.builds(lambda text, times: text * times, words, st.integers(1, 40))
contacts = st.builds(
    Contact,
    name=words,
    phone=st.sampled_from(["031-980-2114", "110", "1588-9090", "+82-2-3210-0404"]),
    hours=st.none() | words,
    open_now=st.none(),
    url=st.none() | st.just("https://www.nts.go.kr"),
)
links = st.builds(
    EntryLink, entry_id=st.from_regex(r"[a-z]{1,60}", fullmatch=True), title=words, question=words
)
lines = st.lists(st.builds(Line, text=words, note=st.none() | words, url=st.none()), max_size=8)
answers = st.builds(
    lambda **fields: ANSWER.model_copy(update=fields),  # noqa: PLW0108 - the fields have to become one
    title=longer,
    lead=st.lists(longer, max_size=3),
    documents=lines,
    deadline=lines,
    details=lines,
    contact=contacts,
    department=words,
    sources=st.lists(st.builds(Source, name=longer), max_size=6),
    related=st.lists(links, max_size=9),
    checked_on=st.none() | st.just(date(2026, 3, 1)),
)
choices = st.lists(links.map(lambda link: Choice(**link.model_dump(), score=0.5)), max_size=7)
turns = st.builds(
    lambda **fields: sample_reply("fallback", "여권").model_copy(update=fields),
    status=st.sampled_from(ReplyStatus),
    text=longer,
    contact=contacts,
    choices=choices,
    understood_text=st.none() | words,
)


class TestHostileLengths:
    """Whatever stands in a text: a reply within the limits that names the number comes out."""

    @given(answers, choices, st.none() | words, st.booleans())
    @settings(max_examples=200)
    def test_an_answer_is_always_delivered(
        self, catalog: Catalog, answer: Answer, offered: list[Choice], beside: str | None, linked: bool
    ) -> None:
        fields = {"choices": offered, "understood_text": beside, "notice": beside}
        asked = with_answer(answer).model_copy(update=fields)
        reply = KakaoCards(catalog.wording.kakao, SITE if linked else "").reply(asked)
        assert answer.contact.phone in texts(reply)[0]
        assert len(reply.model_dump_json(by_alias=True, exclude_none=True).encode()) <= BUBBLE_BYTES

    @given(turns)
    @settings(max_examples=200)
    def test_any_other_turn_is_always_delivered(self, catalog: Catalog, turn: ChatReply) -> None:
        reply = KakaoCards(catalog.wording.kakao, SITE).reply(turn)
        if turn.status == ReplyStatus.FALLBACK_LOW_SCORE:
            assert turn.contact.phone in texts(reply)[0]

    @given(st.lists(links, max_size=9), contacts)
    def test_the_first_screen_is_always_delivered(
        self, catalog: Catalog, popular: list[EntryLink], contact: Contact
    ) -> None:
        start = Start("한빛시", "한빛톡", [], popular, contact, 300)
        assert contact.phone in texts(KakaoCards(catalog.wording.kakao, SITE).start(start))[0]

    @given(
        st.lists(st.text("가나다 .", min_size=1, max_size=300), min_size=1, max_size=3),
        st.lists(st.text("라마바 ", min_size=1, max_size=100), min_size=1, max_size=5),
    )
    def test_no_letter_of_the_answer_and_its_sources_is_lost(
        self, catalog: Catalog, lead: list[str], names: list[str]
    ) -> None:
        answer = ANSWER.model_copy(update={"lead": lead, "sources": [Source(name=name) for name in names]})
        shown = "".join(
            "".join(texts(KakaoCards(catalog.wording.kakao, SITE).reply(with_answer(answer)))).split()
        )
        for part in (*lead, *names):
            for word in part.split():
                assert word in shown


@pytest.mark.parametrize(
    "card",
    [
        {"title": "가" * 51, "description": "나"},
        {"title": "가" * 50, "description": "나" * 351},
        {"description": "나" * 401},
        {"description": " \n"},
        {"description": "**굵게**"},
        {"description": "나", "buttons": [{"action": "phone", "label": "가" * 15, "phone_number": "110"}]},
        {"description": "나", "buttons": [{"action": "phone", "label": "전화", "phone_number": "110"}] * 4},
    ],
    ids=["title", "together", "description", "nothing", "markdown", "label", "buttons"],
)
def test_a_card_that_breaks_a_limit_cannot_be_made(card: dict[str, Any]) -> None:
    with pytest.raises(ValidationError) as raised:
        TextCard.model_validate(card)
    assert "굵게" not in str(raised.value)


def test_a_reply_that_is_too_large_cannot_be_made() -> None:
    item = {"title": "가" * 36, "message_text": "나" * 200, "extra": {"entry_id": "a" * 80}}
    label = {"label": "가" * 14, "message_text": "나" * 200, "extra": {"entry_id": "a" * 80}}
    outputs = [{"list_card": {"header": {"title": "목록"}, "items": [item] * 5}}] * 3
    body = {"template": {"outputs": outputs, "quick_replies": [label] * 10}}
    assert SkillReply.model_validate(body)
    url = {"action": "webLink", "label": "열기", "web_link_url": f"https://a.kr/{'가' * 980}"}
    cards = [{"text_card": {"description": "나" * 400, "buttons": [url] * 3}}] * 3
    with pytest.raises(ValidationError, match="bytes, at most 30720 are delivered"):
        SkillReply.model_validate({"template": {"outputs": cards, "quick_replies": [label] * 10}})
