"""The pages in another language, read as plain HTML."""

import json
import re

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import select

from chatbot.store.tables import ConversationRow, TurnRow
from chatbot.text.personal_data import MASK
from web.services import Services

pytest_plugins = ["tests.web.speaking"]

HTML = {"accept": "text/html"}
_NUMBER = "900101-1234567"


def ask(client: TestClient, message: str, **fields: str) -> str:
    response = client.post("/en/chat", data={"message": message, **fields})
    assert response.status_code == 200
    assert response.headers["cache-control"] == "no-store"
    return response.text


def status_of(page: str) -> str:
    found = re.search(r'data-status="(\w+)"', page)
    assert found
    return found[1]


def kept(application: FastAPI) -> tuple[TurnRow, ConversationRow]:
    """Return the newest turn and its talk."""
    services: Services = application.state.services
    with services.database.transaction() as session:
        turn = session.scalars(select(TurnRow).order_by(TurnRow.id.desc()).limit(1)).one()
        talk = session.get(ConversationRow, turn.conversation_id)
        assert talk
        session.expunge_all()
    return turn, talk


def test_the_start_page_speaks_the_language_and_leads_to_every_translated_entry(spoken: TestClient) -> None:
    page = spoken.get("/en").text
    assert '<html lang="en"' in page
    assert re.findall(r'href="/en/faq/([\w-]+)"', page) == ["waste-bulky", "passport-fee", "waste-bulky"]
    assert '<a lang="ko" hreflang="ko" href="/faq">한국어</a>' in page


def test_a_question_is_answered_with_the_translation_and_the_korean_text_beside_it(
    spoken: TestClient,
) -> None:
    page = ask(spoken, "how can I dispose of my old sofa")
    assert status_of(page) == "answered"
    assert "<strong>Apply on the website or by phone</strong>" in page
    assert "KRW 5,000" in page
    assert 'href="/faq/waste-bulky"' in page
    assert 'href="tel:+82-31-000-1300"' in page


def test_korean_words_are_marked_as_korean(spoken: TestClient) -> None:
    assert '(<span lang="ko">스티커</span>)' in spoken.get("/en/faq/waste-bulky").text


def test_a_question_in_the_address_is_answered_and_none_leads_to_the_start(spoken: TestClient) -> None:
    assert status_of(spoken.get("/en/chat", params={"message": "furniture disposal"}).text) == "answered"
    response = spoken.get("/en/chat", follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, "/en")


def test_turns_are_kept_under_the_channel_of_the_language(
    spoken: TestClient, spoken_application: FastAPI
) -> None:
    ask(spoken, "furniture disposal")
    turn, talk = kept(spoken_application)
    assert (turn.utterance, turn.status, turn.entry_id, talk.channel) == (
        "furniture disposal",
        "answered",
        "waste-bulky",
        "web-en",
    )


def test_personal_numbers_are_hidden_on_the_page_and_in_the_database(
    spoken: TestClient, spoken_application: FastAPI
) -> None:
    page = ask(spoken, f"my number is {_NUMBER}, furniture disposal")
    assert "1234567" not in page
    assert "my number is [hidden number], furniture disposal" in page
    assert "We hid the number that you wrote." in page
    turn, _ = kept(spoken_application)
    assert "1234567" not in turn.utterance


def test_the_word_for_a_number_that_the_browser_hid_is_kept_as_any_other(
    spoken: TestClient, spoken_application: FastAPI
) -> None:
    assert "my card [hidden number] sofa" in ask(spoken, "my card [hidden number] sofa")
    assert kept(spoken_application)[0].utterance == f"my card {MASK} sofa"


def test_another_agency_is_named_with_its_number(spoken: TestClient) -> None:
    page = ask(spoken, "please extend my visa")
    assert status_of(page) == "fallback_other_agency"
    assert 'href="tel:1345"' in page


def test_an_emergency_gets_the_number_to_call(spoken: TestClient) -> None:
    page = ask(spoken, "there is a fire")
    assert status_of(page) == "handoff_urgent"
    assert 'href="tel:119"' in page


def test_choices_are_offered_and_refused_by_plain_forms(
    spoken: TestClient, spoken_application: FastAPI
) -> None:
    chosen = ask(spoken, "", entry_id="passport-fee")
    assert status_of(chosen) == "answered"
    refused = ask(spoken, "", none="1")
    assert status_of(refused) == "fallback_none_of_these"
    assert kept(spoken_application)[0].status == "fallback_none_of_these"


def test_the_page_of_an_entry_names_its_month_sources_and_other_language(spoken: TestClient) -> None:
    page = spoken.get("/en/faq/passport-fee").text
    assert '<link rel="alternate" hreflang="ko" href="/faq/passport-fee">' in page
    assert "<strong>March 2026</strong>" in page
    assert "KRW 52,000" in page
    assert "Free" in page
    assert "여권법 시행규칙 별표" in page
    found = re.search(r'<script type="application/ld\+json">(.+?)</script>', page)
    assert found
    question = json.loads(found[1])["@graph"][0]
    assert (question["inLanguage"], question["mainEntity"][0]["name"]) == ("en", "How much is a passport?")


def test_only_an_outdated_translation_says_that_the_korean_text_changed(spoken: TestClient) -> None:
    changed = "The Korean text has changed"
    assert changed in spoken.get("/en/faq/passport-fee").text
    assert changed in ask(spoken, "", entry_id="passport-fee")
    assert changed not in spoken.get("/en/faq/waste-bulky").text


KOREAN_ONLY = "This answer exists in Korean only."


def test_what_is_not_translated_is_answered_in_korean_with_source_month_and_numbers(
    spoken: TestClient, spoken_application: FastAPI
) -> None:
    page = ask(spoken, "my passport is missing")
    assert status_of(page) == "answered"
    assert kept(spoken_application)[0].entry_id == "passport-lost"
    around, korean = page.split('<div class="korean" lang="ko">')
    assert KOREAN_ONLY in around
    assert "<strong>Apply on the website or by phone</strong>" in around
    assert 'href="tel:+82-31-000-1300"' in around
    assert "신고한 여권은 다시 찾아도 쓸 수 없어요." in korean
    assert all(shown in korean for shown in ("여권법 제12조", "2026년 1월 기준", 'href="tel:031-000-1100"'))
    assert "This is a translation" not in page


def test_its_address_shows_the_same_and_belongs_to_no_search_engine(spoken: TestClient) -> None:
    page = spoken.get("/en/faq/passport-lost").text
    assert "<h1>What do I do when I have lost my passport?</h1>" in page
    assert KOREAN_ONLY in page
    assert "2026년 1월 기준" in page
    assert '<meta name="robots" content="noindex">' in page
    assert "/en/faq/passport-lost" not in spoken.get("/sitemap.xml").text
    assert "hreflang" not in spoken.get("/faq/passport-lost").text.split("</head>")[0]


def test_translated_answers_are_not_said_to_be_in_korean_only(spoken: TestClient) -> None:
    assert KOREAN_ONLY not in ask(spoken, "furniture disposal")
    assert KOREAN_ONLY not in spoken.get("/en/faq/waste-bulky").text


def test_the_korean_pages_lead_to_the_language(spoken: TestClient) -> None:
    page = spoken.get("/faq/waste-bulky").text
    assert '<link rel="alternate" hreflang="en" href="/en/faq/waste-bulky">' in page
    assert '<a lang="en" hreflang="en" href="/en">English</a>' in page
    assert 'hreflang="en" href="/en/faq' not in spoken.get("/faq/waste-bag").text


def test_search_engines_learn_of_the_pages(spoken: TestClient) -> None:
    sitemap = spoken.get("/sitemap.xml").text
    assert "<loc>http://testserver/en</loc>" in sitemap
    assert "<loc>http://testserver/en/faq/waste-bulky</loc>" in sitemap


@pytest.mark.parametrize("path", ["/en/faq/nothing", "/en/faq/waste-bag", "/en/nothing"])
def test_what_is_not_there_is_said_in_the_language_with_a_number_to_call(
    spoken: TestClient, path: str
) -> None:
    response = spoken.get(path, headers=HTML)
    assert response.status_code == 404
    assert '<html lang="en"' in response.text
    assert "We cannot find this page" in response.text
    assert 'href="tel:+82-31-000-1000"' in response.text


@pytest.mark.parametrize("path", ["/xx", "/xx/chat?message=hello", "/xx/faq/waste-bulky"])
def test_a_language_without_a_folder_has_no_pages(spoken: TestClient, path: str) -> None:
    response = spoken.get(path, headers=HTML)
    assert response.status_code == 404
    assert '<html lang="ko"' in response.text


def test_without_languages_nothing_leads_to_one(client: TestClient) -> None:
    assert "hreflang" not in client.get("/faq/waste-bulky").text
    assert client.get("/en").status_code == 404
