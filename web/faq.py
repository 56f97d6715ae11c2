"""The questions as pages to read and to print, and what search engines need to find them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request, Response
from fastapi.responses import HTMLResponse, PlainTextResponse
from starlette.exceptions import HTTPException

from web.contexts.answers import RatingForm
from web.contexts.faq import FaqIndexPage, FaqPage, FaqTopicPage
from web.contexts.site import Robots, Sitemap, SitemapAddress
from web.contexts.start import LanguageLink
from web.entries import EntryId, entry_of_today
from web.metadata import describe, entry_data, topic_data
from web.plain_text import plain_texts
from web.services import ServicesDependency

router = APIRouter(include_in_schema=False)


@router.get("/faq")
def get_index_page(services: ServicesDependency) -> HTMLResponse:
    """Show the topics and a field to ask."""
    return HTMLResponse(services.templates.render(FaqIndexPage(services.presenter().start())))


@router.get("/faq/topic/{topic_id}")
def get_topic_page(
    topic_id: Annotated[str, Path(max_length=60)], request: Request, services: ServicesDependency
) -> HTMLResponse:
    """Show all questions of a topic."""
    presenter = services.presenter()
    start = presenter.start()
    topic = next((topic for topic in start.topics if topic.topic == topic_id), None)
    if topic is None:
        raise HTTPException(404)
    groups = presenter.groups(topic_id)
    questions = [question for group in groups for question in group.questions]
    data = topic_data(topic.name, questions, _base_url(request))
    return HTMLResponse(services.templates.render(FaqTopicPage(start, topic, groups, data)))


@router.get("/faq/{entry_id}")
def get_entry_page(
    entry_id: EntryId,
    request: Request,
    services: ServicesDependency,
    rated: Annotated[str, Query(max_length=32)] = "",
) -> HTMLResponse:
    """Show an entry under its permanent address; `rated` is the key of a rating made on it."""
    presenter = services.presenter()
    start = presenter.start()
    answer = presenter.answer(entry_of_today(entry_id, services))
    url = _base_url(request) + answer.path
    rating = services.feedback.of_entry(answer.entry_id, rated) if rated else None
    form = RatingForm(f"{answer.path}/feedback", "rated", rated if rating else "", rating)
    data = entry_data(answer, start.city, url)
    texts = plain_texts(answer, services.templates)
    languages = services.live.served.responder.catalog.languages
    translations = [
        LanguageLink(code, language.interface.name, f"/{code}{answer.path}")
        for code, language in languages.items()
        if answer.entry_id in language.translations
    ]
    page = FaqPage(start, answer, form, texts, describe(answer.lead), url, data, translations)
    return HTMLResponse(services.templates.render(page))


@router.get("/sitemap.xml")
def get_sitemap(request: Request, services: ServicesDependency) -> Response:
    """List the pages for search engines."""
    start = services.presenter().start()
    entries = services.live.served.responder.catalog.entries
    base = _base_url(request)
    addresses = [SitemapAddress(f"{base}/faq")]
    addresses += [SitemapAddress(f"{base}/faq/topic/{topic.topic}") for topic in start.topics]
    addresses += [
        SitemapAddress(f"{base}/faq/{question.entry_id}", entries[question.entry_id].checked_on)
        for topic in start.topics
        for question in topic.questions
    ]
    addresses += [SitemapAddress(f"{base}/life")]
    addresses += [SitemapAddress(base + event.path) for event in services.presenter().life_events()]
    for code, responder in services.live.served.languages.items():
        addresses.append(SitemapAddress(f"{base}/{code}"))
        addresses += [
            SitemapAddress(f"{base}/{code}/faq/{entry_id}")
            for entry_id in responder.catalog.entries
            if entry_id not in responder.catalog.korean_only
        ]
    return Response(services.templates.render(Sitemap(addresses)), media_type="application/xml")


@router.get("/robots.txt")
def get_robots(request: Request, services: ServicesDependency) -> PlainTextResponse:
    """Tell search engines what to leave alone."""
    return PlainTextResponse(services.templates.render(Robots(f"{_base_url(request)}/sitemap.xml")))


def _base_url(request: Request) -> str:
    return str(request.base_url).rstrip("/")
