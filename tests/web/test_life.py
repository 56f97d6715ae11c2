"""The pages of life events, and how the chat leads to them."""

import re

import pytest
from fastapi.testclient import TestClient

PAGE = {"Accept": "text/html"}


def page_of(client: TestClient, query: str = "") -> str:
    response = client.get(f"/life/moving{query}", headers=PAGE)
    assert response.status_code == 200
    return re.sub(r"\s+", " ", response.text)


def titles(page: str) -> list[str]:
    return re.findall(r"<h2>\d+\. ([^<]+)</h2>", page)


class TestIndex:
    def test_it_links_every_life_event(self, client: TestClient) -> None:
        page = client.get("/life").text
        assert re.findall(r'<a href="(/life/[^"]+)"><strong>([^<]+)', page) == [
            ("/life/moving", "이사했어요")
        ]

    @pytest.mark.parametrize("path", ["/faq", "/life", "/chat"])
    def test_the_head_of_every_page_leads_to_the_guides(self, client: TestClient, path: str) -> None:
        head = client.get(path).text.split("<header")[1].split("</header>")[0]
        (address,) = re.findall(r'<a href="([^"]+)"[^>]*>생활 안내</a>', head)
        assert client.get(address).status_code == 200


class TestPage:
    def test_each_step_links_its_entries_and_gives_its_number_month_and_source(
        self, client: TestClient
    ) -> None:
        items = page_of(client).split('<ol class="todo">')[1].split('<label class="tick">')[1:]
        assert len(items) == 4
        for item in items:
            (first, *_) = re.findall(r'<a href="(/faq/[^"]+)"', item)
            assert client.get(first).status_code == 200
            assert 'href="tel:031-000-' in item
            assert re.search(r"20\d\d년( \d+월)? 기준, \S", item)

    def test_its_words_are_those_of_the_entries(self, client: TestClient) -> None:
        page = page_of(client)
        answer = client.get("/api/entries/passport-lost").json()
        assert f"<p>{answer['lead'][0].replace('**', '')}</p>" in page
        assert all(way["text"] in page for way in answer["how"])

    def test_without_a_date_it_shows_the_words_of_the_rules_in_the_editors_order(
        self, client: TestClient
    ) -> None:
        page = page_of(client)
        assert titles(page) == ["예전 봉투 쓰기", "큰 짐 버리기", "여권 분실 신고", "여권 새로 만들기"]
        assert "예전 봉투는 석 달 동안 쓸 수 있어요." in page
        assert "가장 빠른 기한" not in page

    @pytest.mark.parametrize(
        "written", ["2026-03-02", "2026. 3. 2.", "2026년 3월 2일", "20260302", "3월 2일"]
    )
    def test_with_a_date_the_most_urgent_comes_first(self, client: TestClient, written: str) -> None:
        page = page_of(client, f"?date={written}")
        assert titles(page) == ["여권 분실 신고", "여권 새로 만들기", "예전 봉투 쓰기", "큰 짐 버리기"]
        assert "<dt>가장 빠른 기한</dt><dd>3월 16일" in page
        assert "<strong>3월 16일까지</strong><span>월요일</span>" in page
        assert 'value="2026-03-02"' in page

    def test_a_deadline_in_another_year_names_it(self, client: TestClient) -> None:
        assert "2025년 12월 15일까지였어요." in page_of(client, "?date=2025-12-01")

    def test_a_deadline_that_has_passed_gives_the_number_unless_the_entry_says_what_to_do(
        self, client: TestClient
    ) -> None:
        page = page_of(client, "?date=2025-11-01")
        lost, bag = (page.split(f". {title}</h2>")[1] for title in ("여권 분실 신고", "예전 봉투 쓰기"))
        assert lost.index("기한이 지났어요") < lost.index("여권팀 031-000-1100에 문의하세요.")
        assert bag.index("기한이 지났어요") < bag.index(
            '<p class="rule">동네 편의점과 마트에서 살 수 있어요.'
        )

    @pytest.mark.parametrize(
        ("written", "words"),
        [
            ("어쩌고", "날짜를 읽을 수 없어요. 2026-03-02처럼 연도, 월, 일을 적어 주세요."),
            ("2026-02-30", "날짜를 읽을 수 없어요."),
            ("1899-01-01", "날짜를 읽을 수 없어요."),
            ("9999-12-31", "날짜를 읽을 수 없어요."),
            ("2026-03-11", "앞날은 적을 수 없어요. 오늘이나 지난 날을 적어 주세요."),
        ],
    )
    def test_a_date_that_cannot_be_meant_is_told_in_plain_words(
        self, client: TestClient, written: str, words: str
    ) -> None:
        page = page_of(client, f"?date={written}")
        assert words in page
        assert 'aria-invalid="true"' in page
        assert "까지</strong>" not in page

    def test_what_was_given_is_never_repeated_unless_it_is_a_day(self, client: TestClient) -> None:
        page = page_of(client, "?date=900101-1234567")
        assert "1234567" not in page

    def test_a_page_with_a_date_is_not_kept_by_the_browser(self, client: TestClient) -> None:
        assert client.get("/life/moving?date=2026-03-02").headers["Cache-Control"] == "no-store"
        assert client.get("/life/moving").headers["Cache-Control"] == "no-cache"

    def test_what_is_done_in_one_visit_lists_its_papers_once(self, client: TestClient) -> None:
        card = page_of(client).split("한 번에 끝내기</h2>")[1].split("</section>")[0]
        assert "시청 민원실에서 여권 분실 신고, 여권 새로 만들기 2가지를 함께 할 수 있어요." in card
        assert card.count("신분증") == 1

    @pytest.mark.parametrize("path", ["/life/nothing", f"/life/{'a' * 60}", "/life/여권"])
    def test_an_unknown_life_event_is_not_found(self, client: TestClient, path: str) -> None:
        response = client.get(path, headers=PAGE)
        assert response.status_code == 404
        assert "tel:031-000-1000" in response.text

    def test_search_engines_learn_the_pages(self, client: TestClient) -> None:
        sitemap = client.get("/sitemap.xml").text
        assert "<loc>http://testserver/life</loc>" in sitemap
        assert "<loc>http://testserver/life/moving</loc>" in sitemap


class TestChat:
    def test_a_message_that_names_a_life_event_is_led_to_its_page(self, client: TestClient) -> None:
        reply = client.post("/api/chat", json={"message": "이사 했어요!"}).json()
        assert reply["status"] == "life_event"
        (event,) = reply["life_events"]
        assert (event["id"], event["title"], event["path"]) == ("moving", "이사했어요", "/life/moving")
        assert '<a class="row-link" href="/life/moving" target="_blank">' in reply["html"]

    def test_an_answer_of_one_of_its_entries_offers_it_below(self, client: TestClient) -> None:
        reply = client.post("/api/chat", json={"message": "종량제 봉투는 어디서 사나요?"}).json()
        assert reply["status"] == "answered"
        html = reply["html"]
        assert html.index("</article>") < html.index('href="/life/moving"')

    def test_other_answers_offer_none(self, client: TestClient) -> None:
        reply = client.post("/api/chat", json={"message": "여권 수수료는 얼마인가요?"}).json()
        assert reply["life_events"] == []
        assert "할 일 모아 보기" not in reply["html"]
