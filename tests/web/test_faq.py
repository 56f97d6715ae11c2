"""The question pages, what they tell search engines, and which addresses those may know."""

import json
import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from chatbot.knowledge.reader import read_catalog
from tests.web.conftest import KNOWLEDGE
from web.contexts.answers import PlainTexts, RatingForm
from web.contexts.faq import FaqPage
from web.grouping import group_entries
from web.metadata import DESCRIPTION_LIMIT, describe, entry_data
from web.schemas import Answer
from web.templating import Templates

_DATA = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)
_NAMESPACE = {"s": "http://www.sitemaps.org/schemas/sitemap/0.9"}


def data_of(page: str) -> dict[str, Any]:
    """Return the one block of structured data on a page."""
    (block,) = _DATA.findall(page)
    data: dict[str, Any] = json.loads(block)
    return data


class TestIndex:
    def test_it_names_every_topic_with_its_number_of_questions(self, client: TestClient) -> None:
        page = client.get("/faq").text
        for address, count in (("/faq/topic/passport", 3), ("/faq/topic/waste", 2)):
            tile = page.split(f'href="{address}"')[1].split("</a>")[0]
            assert f"질문 {count}개" in tile

    def test_it_asks_by_a_form_that_keeps_the_words_out_of_the_address(self, client: TestClient) -> None:
        page = client.get("/faq").text
        assert re.search(r'<form [^>]*method="post" action="/chat" role="search"', page)
        assert "<script" not in page

    @pytest.mark.parametrize("path", ["/faq", "/faq/topic/passport", "/faq/passport-fee", "/chat"])
    def test_the_head_of_every_page_leads_there(self, client: TestClient, path: str) -> None:
        head = client.get(path).text.split("<header")[1].split("</header>")[0]
        assert re.search(r'<a href="/faq"[^>]*>질문 찾기</a>', head)

    @pytest.mark.parametrize("path", ["/", "/chat", "/widget/panel"])
    def test_links_to_a_topic_lead_to_its_page(self, client: TestClient, path: str) -> None:
        assert "/chat?topic=" not in client.get(path).text


class TestTopic:
    def test_it_links_every_question_of_the_topic_that_holds_today(self, client: TestClient) -> None:
        page = client.get("/faq/topic/waste").text
        assert re.findall(r'class="row-link" href="([^"]+)"', page) == ["/faq/waste-bag", "/faq/waste-bulky"]

    def test_its_list_for_search_engines_is_that_of_the_page(self, client: TestClient) -> None:
        page = client.get("/faq/topic/passport").text
        data = data_of(page)
        assert data["@type"] == "ItemList"
        assert data["numberOfItems"] == len(data["itemListElement"]) == 3
        assert [item["position"] for item in data["itemListElement"]] == [1, 2, 3]
        links = re.findall(r'class="row-link" href="([^"]+)"', page)
        assert [item["url"] for item in data["itemListElement"]] == [
            f"http://testserver{link}" for link in links
        ]

    @pytest.mark.parametrize("topic", ["nothing", "Passport", "여권", "a" * 60])
    def test_an_unknown_topic_is_not_found(self, client: TestClient, topic: str) -> None:
        response = client.get(f"/faq/topic/{topic}", headers={"Accept": "text/html"})
        assert response.status_code == 404
        assert "tel:031-000-1000" in response.text


class TestEntry:
    def test_its_data_hold_the_question_and_the_answer_word_for_word(self, client: TestClient) -> None:
        answer = client.get("/api/entries/passport-fee").json()
        page, _ = data_of(client.get("/faq/passport-fee").text)["@graph"]
        (question,) = page["mainEntity"]
        assert page["@type"] == "FAQPage"
        assert question["name"] == answer["question"]
        assert question["acceptedAnswer"]["text"] == "\n".join(answer["lead"]).replace("**", "")

    def test_its_data_name_the_service_its_provider_and_the_telephone(self, client: TestClient) -> None:
        _, service = data_of(client.get("/faq/passport-fee").text)["@graph"]
        assert service["@type"] == "GovernmentService"
        assert service["url"] == "http://testserver/faq/passport-fee"
        assert service["areaServed"]["name"] == "한빛시"
        assert service["provider"]["name"] == "민원과 여권팀"
        assert service["provider"]["contactPoint"]["telephone"] == "031-000-1100"

    @pytest.mark.parametrize(("entry_id", "day"), [("passport-fee", "2026-03-02"), ("waste-bulky", "2025")])
    def test_its_date_is_the_day_of_the_check_or_else_the_month_of_the_source(
        self, client: TestClient, entry_id: str, day: str
    ) -> None:
        page, _ = data_of(client.get(f"/faq/{entry_id}").text)["@graph"]
        assert page["dateModified"] == day

    def test_it_has_a_title_a_description_and_its_one_address(self, client: TestClient) -> None:
        page = client.get("/faq/passport-fee").text
        assert "<title>여권 수수료는 얼마인가요? | 한빛시 한빛톡</title>" in page
        assert (
            '<meta name="description" content="10년 여권은 58면 52,000원, 26면 49,000원이에요. '
            '카드로도 낼 수 있어요.">' in page
        )
        assert '<link rel="canonical" href="/faq/passport-fee">' in page

    def test_its_breadcrumbs_lead_to_the_index_and_the_topic(self, client: TestClient) -> None:
        crumbs = client.get("/faq/passport-fee").text.split('class="crumbs"')[1].split("</ol>")[0]
        assert re.findall('href="([^"]+)"', crumbs) == ["/faq", "/faq/topic/passport"]

    def test_markup_in_a_foreign_host_name_stays_text(self, client: TestClient) -> None:
        headers = {"Host": "a</script><script>alert(1)</script>"}
        for path in ("/faq/passport-fee", "/faq/topic/passport", "/sitemap.xml", "/robots.txt"):
            assert "<script>alert" not in client.get(path, headers=headers).text


class TestSearchEngines:
    def test_the_sitemap_lists_every_page_that_holds_today(self, client: TestClient) -> None:
        response = client.get("/sitemap.xml")
        assert response.headers["content-type"].startswith("application/xml")
        tree = ElementTree.fromstring(response.text)  # noqa: S314 - our own answer
        found = {place.text for place in tree.findall("s:url/s:loc", _NAMESPACE)}
        names = ["", "/topic/passport", "/topic/waste", "/passport-fee", "/passport-lost", "/passport-new"]
        names += ["/waste-bag", "/waste-bulky"]
        of_life = {f"http://testserver/life{name}" for name in ("", "/moving")}
        assert found == {f"http://testserver/faq{name}" for name in names} | of_life

    def test_the_sitemap_dates_only_what_somebody_confirmed(self, client: TestClient) -> None:
        tree = ElementTree.fromstring(client.get("/sitemap.xml").text)  # noqa: S314 - our own answer
        dates = {
            url.findtext("s:loc", namespaces=_NAMESPACE): url.findtext("s:lastmod", namespaces=_NAMESPACE)
            for url in tree
            if url.find("s:lastmod", _NAMESPACE) is not None
        }
        assert dates == {"http://testserver/faq/passport-fee": "2026-03-02"}

    def test_the_addresses_are_those_under_which_the_server_was_called(self, client: TestClient) -> None:
        page = client.get("/sitemap.xml", headers={"Host": "minwon.example"}).text
        assert "<loc>http://minwon.example/faq</loc>" in page

    def test_robots_may_read_the_pages_but_not_ask(self, client: TestClient) -> None:
        response = client.get("/robots.txt")
        assert response.headers["content-type"].startswith("text/plain")
        assert response.text.split("\n")[:6] == [
            "User-agent: *",
            "Allow: /",
            "Disallow: /api/",
            "Disallow: /chat",
            "Disallow: /kakao/",
            "Sitemap: http://testserver/sitemap.xml",
        ]


class TestDescription:
    def test_whole_sentences_are_kept_while_they_fit(self) -> None:
        assert describe(["**하나** 둘.", "셋."]) == "하나 둘. 셋."
        assert describe(["하나.", "가" * 200]) == "하나."

    def test_a_long_first_sentence_ends_between_words(self) -> None:
        text = describe(["여권 " * 80])
        assert text.endswith("여권…")
        assert len(text) <= DESCRIPTION_LIMIT


def test_markup_in_an_answer_cannot_end_the_block_of_data(application: FastAPI, client: TestClient) -> None:
    answer = Answer.model_validate(client.get("/api/entries/passport-fee").json())
    answer = answer.model_copy(update={"question": "</script><b>", "lead": ["**a** & </script>"]})
    data = entry_data(answer, "한빛시", "http://testserver/faq/passport-fee")
    start = application.state.services.presenter().start()
    page = Templates().render(
        FaqPage(start, answer, RatingForm("", "rated", ""), PlainTexts("", ""), "", "", data)
    )
    question = data_of(page)["@graph"][0]["mainEntity"][0]
    assert question["name"] == "</script><b>"
    assert question["acceptedAnswer"]["text"] == "a & </script>"


class TestGroups:
    def groups(self, *titles: str, elsewhere: tuple[str, ...] = ()) -> list[Any]:
        """Return word, department and number of entries of the groups that these titles make."""
        catalog = read_catalog(KNOWLEDGE).catalog
        assert catalog
        sample = catalog.entries["passport-fee"]
        entries = {
            f"{topic}-{number}": sample.model_copy(
                update={"id": f"{topic}-{number}", "topic": topic, "title": title}
            )
            for topic, all_titles in (("passport", titles), ("waste", elsewhere))
            for number, title in enumerate(all_titles)
        }
        catalog = replace(catalog, entries=entries)
        groups = group_entries(catalog.entries_of("passport"), catalog)
        found = sorted(entry.id for group in groups for entry in group.entries)
        assert found == sorted(entry.id for entry in catalog.entries_of("passport"))
        return [(group.word, group.department, len(group.entries)) for group in groups]

    _OTHERS = ("가", "나", "다", "라", "마", "바", "사", "아")

    def test_a_word_of_three_titles_makes_a_group_wherever_it_stands(self) -> None:
        assert self.groups("사진 크기", "아기 사진", "사진관", *self._OTHERS) == [
            ("사진", None, 3),
            (None, None, 8),
        ]

    def test_two_titles_are_no_group(self) -> None:
        assert self.groups("사진 크기", "아기 사진", *self._OTHERS) == [(None, None, 10)]

    def test_a_word_of_most_titles_divides_nothing(self) -> None:
        assert self.groups("사진 하나", "사진 둘", "사진 셋", "가", "나", "다") == [(None, None, 6)]

    def test_the_names_of_topic_and_city_divide_nothing(self) -> None:
        titles = ("여권을 보기", "여권 찾기", "여권 쓰기", "한빛시 가", "한빛시 나", "한빛시 다")
        assert self.groups(*titles, *self._OTHERS) == [(None, None, 14)]

    def test_a_word_that_is_common_in_other_topics_divides_nothing(self) -> None:
        titles = ("신청 하나", "둘 신청", "신청 셋")
        assert self.groups(*titles, *self._OTHERS, elsewhere=("봉투 신청", "가구")) == [(None, None, 11)]

    def test_an_entry_with_two_such_words_is_in_the_larger_group_alone(self) -> None:
        titles = (
            "사진 수수료",
            "사진 하나",
            "사진 둘",
            "사진 셋",
            "사진 넷",
            "수수료 하나",
            "수수료 둘",
            "수수료 셋",
        )
        assert self.groups(*titles, *self._OTHERS * 2)[:2] == [("사진", None, 5), ("수수료", None, 3)]

    def test_the_department_names_a_group_where_words_are_silent(self) -> None:
        catalog = read_catalog(KNOWLEDGE).catalog
        assert catalog
        sample = catalog.entries["passport-fee"]
        owners = ["passport"] * 3 + ["waste"] * 3 + ["callcenter"] * 3
        entries = [
            sample.model_copy(update={"id": f"e-{number}", "title": title, "department": owner})
            for number, (title, owner) in enumerate(zip((*self._OTHERS, "자"), owners, strict=True))
        ]
        assert {group.department for group in group_entries(entries, catalog)} == {
            "민원과",
            "자원순환과",
            "한빛콜센터",
        }

    def test_no_entries_make_no_group(self) -> None:
        assert self.groups() == []
