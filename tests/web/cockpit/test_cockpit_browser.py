"""Ten calls in the real browser, by keyboard alone; and how the pages look, fit and read."""

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from chatbot.store.accounts import Role
from chatbot.store.counselling import CounselOutcome
from chatbot.store.marks import Mark, MarkKind
from chatbot.store.talk_code import talk_code
from chatbot.text.keyboard import to_hangul
from tests.web.axe import barriers, barriers_in_every_look
from tests.web.conftest import OFFICE_HOURS
from tests.web.staff_client import StaffClient
from tests.web.test_pages_browser import problems_of

if TYPE_CHECKING:
    from fastapi import FastAPI

    from tests.web.browser import NewPage

pytest_plugins = ["tests.web.browser"]
pytestmark = pytest.mark.browser

_PATHS = [
    "/staff",
    "/staff?q=여권",
    "/staff?q=여권+수수료&entry=passport-fee&explain=true",
    "/staff?q=뷁",
    "/staff?done=noted&line=1",
    "/staff/log",
]
_TODAY = OFFICE_HOURS.date()


class Cockpit:
    """The cockpit, open in a browser in which a counsellor is signed in."""

    def __init__(self, page: Page, url: str, staff: StaffClient) -> None:
        self.page = page
        self.staff = staff
        self.problems = problems_of(page)
        cookies = staff.services.access.cookies
        page.context.add_cookies([{"name": cookies.session_name, "value": staff.token, "url": url}])
        page.goto(f"{url}/staff")
        self.field = page.get_by_role("combobox", name="들리는 대로 적으세요")
        expect(self.field).to_be_focused()

    def type(self, keys: str) -> None:
        """Press keys of the 두벌식 keyboard; the field then holds what an input method composes."""
        before = self.field.input_value()
        for count in range(1, len(keys) + 1):
            self.field.fill(before + to_hangul(keys[:count]))
        self.expect_list_for(before + to_hangul(keys))

    def expect_list_for(self, query: str) -> None:
        found = re.compile(re.escape(f"?q={quote_plus(query)}&"))
        expect(self.page.locator("#found .why")).to_have_attribute("href", found)

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def expect_first(self, title: str) -> None:
        expect(self.page.locator("#hit-1")).to_contain_text(title)

    def expect_open(self, title: str) -> None:
        expect(self.page.locator("#opened-title")).to_have_text(title)

    def expect_said(self, sentence: str) -> None:
        expect(self.page.get_by_role("status")).to_have_text(sentence)

    @property
    def clipboard(self) -> str:
        copied: str = self.page.evaluate("navigator.clipboard.readText()")
        return copied

    @property
    def outcomes(self) -> list[CounselOutcome]:
        lines = self.staff.services.counselling.lines(_TODAY, _TODAY)
        return [line.counsel.outcome for line in lines if line.account_id == self.staff.account.id]


@pytest.fixture
def cockpit(new_page: "NewPage", server_url: str, staff: StaffClient) -> Iterator[Cockpit]:
    page = new_page(1280, 830, permissions=["clipboard-read", "clipboard-write"])
    opened = Cockpit(page, server_url, staff)
    yield opened
    assert opened.problems == []


# --- Ten calls


def test_call_1_half_a_word_and_enter_open_the_answer(cockpit: Cockpit) -> None:
    cockpit.type("dur")  # 역, on the way to 여권
    cockpit.expect_first("여권")
    cockpit.field.fill("")
    cockpit.type("durnjs tntn")  # 여권 수수
    cockpit.expect_first("여권 수수료")
    cockpit.press("Enter")
    cockpit.expect_open("여권 수수료")
    expect(cockpit.field).to_be_focused()


def test_call_2_five_initials_bring_the_answer_to_the_screen(cockpit: Cockpit) -> None:
    cockpit.type("drttf")  # ㅇㄱㅅㅅㄹ
    cockpit.expect_first("여권 수수료")


def test_call_3_a_keyboard_in_english_mode_finds_the_same(cockpit: Cockpit) -> None:
    cockpit.page.keyboard.type("Tmfprl")
    cockpit.expect_first("쓰레기")


def test_call_4_arrows_choose_and_a_screen_reader_is_told(cockpit: Cockpit) -> None:
    cockpit.type("durnjs")
    cockpit.expect_first("여권")
    expect(cockpit.field).to_have_attribute("aria-activedescendant", "hit-1")
    cockpit.press("ArrowDown")
    expect(cockpit.field).to_have_attribute("aria-activedescendant", "hit-2")
    second = cockpit.page.locator("#hit-2")
    expect(second).to_have_attribute("aria-selected", "true")
    title = second.locator(".t").text_content() or ""
    cockpit.press("Enter")
    cockpit.expect_open(title)
    cockpit.expect_said(f"열었어요: {title}")


def test_call_5_after_an_arrow_a_digit_opens_at_once(cockpit: Cockpit) -> None:
    cockpit.type("durnjs")
    third = cockpit.page.locator("#hit-3 .t")
    expect(third).to_be_visible()
    title = third.text_content() or ""
    cockpit.press("ArrowDown", "3")
    cockpit.expect_open(title)
    expect(cockpit.field).to_have_value("여권")


def test_call_6_digits_of_a_question_are_typed(cockpit: Cockpit) -> None:
    cockpit.page.keyboard.type("10")
    expect(cockpit.field).to_have_value("10")
    expect(cockpit.page.locator(".opened")).to_have_count(0)


def test_call_7_every_ready_text_is_copied_by_one_key(cockpit: Cockpit) -> None:
    cockpit.type("drttf")
    cockpit.expect_first("여권 수수료")
    cockpit.press("Enter")
    cockpit.expect_open("여권 수수료")
    for key, beginning in (
        ("Alt+1", "십 년 여권은 오십팔 면"),
        ("Alt+2", "[한빛시] 10년 여권은"),
        ("Alt+3", "여권 수수료\n10년 여권은"),
    ):
        cockpit.press(key)
        expect(cockpit.page.locator("#toast")).to_contain_text("복사했어요")
        assert cockpit.clipboard.startswith(beginning)
    cockpit.press("Alt+4")
    expect(cockpit.page.get_by_text("2026년 3월 기준").first).to_be_visible()
    cockpit.expect_said("복사했어요: 문자")
    assert cockpit.clipboard.startswith("[한빛시] 여권 수수료\n")


def test_call_8_one_key_notes_the_call_and_another_takes_it_back(cockpit: Cockpit) -> None:
    cockpit.type("drttf")
    cockpit.expect_first("여권 수수료")
    cockpit.press("Enter")
    cockpit.expect_open("여권 수수료")
    for key, said in (("Alt+A", "답변 완료"), ("Alt+T", "부서 연결"), ("Alt+S", "문자 발송")):
        cockpit.press(key)
        cockpit.expect_said(f"{said}로 기록했어요.")
    assert cockpit.outcomes == [
        CounselOutcome.ANSWERED,
        CounselOutcome.TRANSFERRED,
        CounselOutcome.SMS,
    ]
    cockpit.press("Alt+Z")
    cockpit.expect_said("방금 한 기록을 지웠어요.")
    assert cockpit.outcomes == [CounselOutcome.ANSWERED, CounselOutcome.TRANSFERRED]
    cockpit.press("Escape")
    expect(cockpit.field).to_have_value("")
    expect(cockpit.page.locator(".opened")).to_have_count(0)


def test_call_9_what_is_missing_or_wrong_goes_to_the_editors_with_a_word(cockpit: Cockpit) -> None:
    cockpit.field.fill("여권 택배 900101-1234567")
    expect(cockpit.page.locator("#found h2")).to_contain_text("찾은 답")
    cockpit.press("Alt+N")
    expect(cockpit.page.get_by_label("한마디")).to_be_focused()
    cockpit.page.keyboard.type("자주 물어요")
    cockpit.press("Enter")
    cockpit.expect_said("편집자에게 보냈어요.")
    expect(cockpit.field).to_be_focused()
    cockpit.field.fill("여권 수수료")
    cockpit.expect_first("여권 수수료")
    cockpit.press("Enter")
    cockpit.expect_open("여권 수수료")
    cockpit.press("Alt+N")
    cockpit.page.keyboard.type("금액이 달라요")
    cockpit.press("Enter")
    cockpit.expect_said("편집자에게 보냈어요.")
    kept = cockpit.staff.services.marks.newest(2)
    wrong, missing = (line.mark for line in kept)
    assert wrong == Mark(MarkKind.WRONG, "여권 수수료", "금액이 달라요", "passport-fee")
    assert (missing.kind, missing.word, missing.entry_id) == (MarkKind.MISSING, "자주 물어요", None)
    assert "1234567" not in missing.query


def test_call_10_a_pinned_entry_and_a_citizens_talk_are_at_hand(cockpit: Cockpit, server_url: str) -> None:
    answered = cockpit.page.request.post(f"{server_url}/api/chat", data={"message": "쓰레기봉투 파는 곳"})
    code = talk_code(answered.json()["conversation_id"])
    cockpit.page.get_by_label("대화 번호").fill(code)
    cockpit.press("Enter")
    expect(cockpit.page.locator(".told")).to_contain_text("쓰레기봉투 파는 곳")
    cockpit.page.locator(".told a").first.press("Enter")
    expect(cockpit.page.locator(".opened")).to_have_attribute("data-entry", "waste-bag")
    cockpit.press("Alt+P")
    expect(cockpit.page.locator("#shelf")).to_contain_text("종량제 봉투")
    cockpit.press("Escape", "/")
    cockpit.page.locator("#shelf a").first.press("Enter")
    expect(cockpit.page.locator(".opened")).to_have_attribute("data-entry", "waste-bag")


# --- Keys


def test_single_keys_can_be_switched_off(cockpit: Cockpit) -> None:
    page = cockpit.page
    page.locator(".key-help summary").click()
    page.locator(".key-help summary").focus()
    cockpit.press("/")
    expect(cockpit.field).to_be_focused()
    page.get_by_label("글쇠 하나로 쓰는 단축키").uncheck()
    page.locator(".key-help summary").focus()
    cockpit.press("/")
    expect(cockpit.field).not_to_be_focused()
    page.reload()
    page.locator(".key-help summary").click()
    expect(page.get_by_label("글쇠 하나로 쓰는 단축키")).not_to_be_checked()


def test_an_older_answer_of_the_server_never_replaces_a_newer_one(cockpit: Cockpit) -> None:
    held = []

    def hold_first(route: object) -> None:
        held.append(route)
        if len(held) > 1:
            route.continue_()  # type: ignore[attr-defined]

    cockpit.page.route("**/api/staff/search**", hold_first)
    cockpit.field.fill("쓰레기")
    cockpit.field.fill("여권 수수료")
    cockpit.expect_first("여권 수수료")
    assert len(held) == 2


def test_an_enter_that_comes_before_the_list_opens_what_was_typed(cockpit: Cockpit) -> None:
    cockpit.type("Tmfprl")
    cockpit.field.fill("여권 수수료")
    cockpit.press("Enter")
    cockpit.expect_open("여권 수수료")


def test_a_server_out_of_reach_is_told(cockpit: Cockpit) -> None:
    cockpit.page.route("**/api/staff/**", lambda route: route.abort())
    cockpit.field.fill("여권")
    expect(cockpit.page.locator("#toast")).to_contain_text("서버에 닿지 못했어요")
    cockpit.problems.clear()  # the browser reports the failed request as well


# --- Looks


@pytest.mark.parametrize("path", _PATHS)
def test_a_page_has_no_barrier(new_page: "NewPage", server_url: str, staff: StaffClient, path: str) -> None:
    cockpit = Cockpit(new_page(), server_url, staff)
    cockpit.page.goto(server_url + path)
    assert barriers_in_every_look(cockpit.page) == []


def test_what_is_shown_by_keys_has_no_barrier(cockpit: Cockpit) -> None:
    cockpit.field.fill("여권 수수료")
    cockpit.expect_first("여권 수수료")
    cockpit.press("Enter")
    cockpit.expect_open("여권 수수료")
    cockpit.press("Alt+P", "Alt+A")
    expect(cockpit.page.locator("#toast button")).to_be_visible()
    cockpit.page.get_by_role("link", name="점수 계산 보기").click()
    expect(cockpit.page.locator("#why-title")).to_be_focused()
    cockpit.press("Alt+N")
    assert barriers(cockpit.page) == []


@pytest.mark.parametrize("width", [1280, 1024, 768, 360])
@pytest.mark.parametrize("path", _PATHS)
def test_a_page_fits_the_screen_and_has_no_errors(
    new_page: "NewPage", server_url: str, staff: StaffClient, path: str, width: int
) -> None:
    cockpit = Cockpit(new_page(width, 768), server_url, staff)
    cockpit.page.goto(server_url + path)
    cockpit.page.wait_for_load_state("networkidle")
    assert cockpit.page.evaluate("document.documentElement.scrollWidth") <= width
    assert cockpit.problems == []


@pytest.mark.parametrize("width", [1280, 768])
def test_targets_are_large_enough(
    new_page: "NewPage", server_url: str, staff: StaffClient, width: int
) -> None:
    cockpit = Cockpit(new_page(width, 830), server_url, staff)
    cockpit.page.goto(f"{server_url}/staff?q=여권&entry=passport-fee")
    small = cockpit.page.evaluate(
        """() => [...document.querySelectorAll("main :is(a, button, summary, select, .input)")]
          .filter((target) => target.checkVisibility() && target.getBoundingClientRect().height < 44)
          .map((target) => target.outerHTML.slice(0, 120))"""
    )
    assert small == []


def test_the_list_and_its_verdict_need_no_scrolling_at_the_desk(cockpit: Cockpit) -> None:
    cockpit.type("d")
    cockpit.expect_first("여")
    bottom = cockpit.page.locator("#marking").bounding_box()
    assert bottom is not None
    assert bottom["y"] + bottom["height"] <= 830


def test_search_answer_and_log_work_without_scripts(
    new_page: "NewPage", server_url: str, staff: StaffClient
) -> None:
    page = new_page(java_script_enabled=False)
    cookies = staff.services.access.cookies
    page.context.add_cookies([{"name": cookies.session_name, "value": staff.token, "url": server_url}])
    page.goto(f"{server_url}/staff")
    page.locator("#s").fill("ㅇㄱㅅㅅㄹ")
    page.get_by_role("button", name="찾기").click()
    page.locator("#hit-1").click()
    expect(page.locator("#opened-title")).to_have_text("여권 수수료")
    expect(page.locator("[data-copy]").first).to_be_hidden()
    page.get_by_role("button", name="답변 완료").click()
    expect(page.get_by_text("상담을 기록했어요.")).to_be_visible()
    page.get_by_role("button", name="기록 취소").click()
    expect(page.get_by_text("방금 한 기록을 지웠어요.")).to_be_visible()


def test_the_widget_shows_the_code_of_its_talk_once(
    new_page: "NewPage", server_url: str, application: "FastAPI"
) -> None:
    page = new_page(java_script_enabled=False)
    page.goto(f"{server_url}/chat")
    page.locator("[name=message]").fill("여권 수수료")
    page.get_by_role("button", name="보내기").click()
    code = page.locator(".talk-code strong")
    expect(code).to_be_visible()
    staff = StaffClient(application, Role.STAFF)
    told = staff.http.get(f"/api/staff/conversations/{code.text_content()}").json()
    assert [turn["utterance"] for turn in told["turns"]] == ["여권 수수료"]
