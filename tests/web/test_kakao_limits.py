"""Everything that the city's own knowledge base can say is delivered by KakaoTalk, today and later."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from pathlib import Path

import pytest

from chatbot.dialogue.guide import Guide
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.dialogue.scenario_run import day_bounds
from chatbot.knowledge.calendar import SEOUL
from chatbot.knowledge.catalog import Catalog, Contact
from chatbot.knowledge.entry import Entry, without_emphasis
from chatbot.knowledge.reader import read_catalog
from chatbot.knowledge.scenario import Part, Scenario
from chatbot.retrieval.candidate import Candidate
from web.kakao_cards import KakaoCards
from web.kakao_schemas import SkillReply
from web.presentation import Presenter

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"
TODAY = date(2026, 12, 1)
SITES = ("https://minwontalk.gimpo.example.kr", "")
TALK, TURN = "0" * 32, "1" * 32


@pytest.fixture(scope="module")
def city() -> Catalog:
    """The knowledge base that is shipped."""
    result = read_catalog(KNOWLEDGE, TODAY, with_advice=False)
    assert result.catalog is not None, "\n".join(str(problem) for problem in result.errors)
    return result.catalog


def presenter_on(city: Catalog, day: date = TODAY) -> Presenter:
    return Presenter(city, datetime.combine(day, time(10), SEOUL))


def days_of(entry: Entry) -> list[date]:
    """Return today and every other day on which something in the entry begins or has ended."""
    parts = (entry, *entry.fees, *entry.documents, *entry.deadline, *entry.how, *entry.details)
    begins = {part.effective_from for part in parts if part.effective_from}
    ended = {part.effective_until + timedelta(days=1) for part in parts if part.effective_until}
    return sorted(day for day in {TODAY, *begins, *ended} if entry.holds_on(day))


def sent(reply: SkillReply) -> str:
    """Return all bubbles of text, as one."""
    body = reply.model_dump(by_alias=True, exclude_none=True)
    bubbles = [output.get("textCard") or output.get("simpleText") for output in body["template"]["outputs"]]
    return "\n".join(bubble.get("description") or bubble["text"] for bubble in bubbles if bubble)


def replies(city: Catalog, reply: Reply, day: date = TODAY) -> Iterator[SkillReply]:
    """Give the cards of a reply, with and without links."""
    shown = presenter_on(city, day).chat_reply(reply, TALK, TURN)
    for site in SITES:
        yield KakaoCards(city.wording.kakao, site).reply(shown)


def answer_with(city: Catalog, entry: Entry) -> Reply:
    return Reply(ReplyStatus.ANSWERED, "", entry.plain_answer, city.contact_of(entry), entry=entry)


def test_every_answer_is_delivered_on_every_day_with_lead_phone_department_month_and_sources(
    city: Catalog,
) -> None:
    assert len(city.entries) >= 300
    for entry in city.entries.values():
        for day in days_of(entry):
            for reply in replies(city, answer_with(city, entry), day):
                text = sent(reply)
                for essential in (
                    entry.plain_answer,
                    entry.phone,
                    city.departments[entry.department].full_name,
                    entry.as_of[:4],
                    *(source.name for source in entry.sources),
                ):
                    assert essential in text, (entry.id, day, essential)


def test_without_links_no_line_of_any_answer_is_missing(city: Catalog) -> None:
    presenter = presenter_on(city)
    for entry in city.entries.values():
        shown = presenter.chat_reply(answer_with(city, entry), TALK, TURN)
        text = sent(KakaoCards(city.wording.kakao, "").reply(shown))
        assert shown.answer is not None
        lines = (*shown.answer.documents, *shown.answer.deadline, *shown.answer.how, *shown.answer.details)
        for words in (*(line.text for line in lines), *(fee.amount_text for fee in shown.answer.fees)):
            assert words.replace("**", "") in text, (entry.id, words)


def test_a_fee_that_changes_is_sent_as_of_the_day(city: Catalog) -> None:
    changing = [
        (entry, fee)
        for entry in city.entries.values()
        for fee in entry.fees
        if fee.effective_from and fee.effective_from > date(2020, 1, 1)
    ]
    assert changing
    for entry, fee in changing:
        assert fee.effective_from is not None
        (with_link, _) = replies(city, answer_with(city, entry), fee.effective_from)
        assert f"{fee.amount:,}원" in sent(with_link), (entry.id, fee.label)


def test_every_entry_can_be_offered_when_asking_back_and_beside_an_answer(city: Catalog) -> None:
    entries = [entry for entry in city.entries.values() if entry.holds_on(TODAY)]
    text, centre = city.wording.clarification, city.call_centre
    for first in range(len(entries)):
        offered = [entries[(first + step) % len(entries)] for step in range(3)]
        choices = [Candidate(entry, entry.question, 0.5, {}) for entry in offered]
        asked = Reply(ReplyStatus.CLARIFICATION, "", text, centre, choices=choices)
        beside = answer_with(city, entries[first - 1])
        beside = Reply(beside.status, "", beside.text, beside.contact, entry=beside.entry, choices=choices)
        for reply in (*replies(city, asked), *replies(city, beside)):
            extras = [button.extra.entry_id for button in reply.template.quick_replies or []]
            assert extras[:3] == [entry.id for entry in offered]


def test_every_fixed_sentence_agency_and_gap_is_delivered_whole(city: Catalog) -> None:
    centre = city.call_centre
    said = [(ReplyStatus(turn.status), turn.text, centre) for turn in city.wording.turns]
    for signpost in city.signposts:
        agency = signpost.agency
        contact = Contact(agency.department, agency.phone, agency.url) if agency else centre
        said.append((ReplyStatus(signpost.status), signpost.text, contact))
    for status in ReplyStatus:
        sentence = getattr(city.wording, status.value, None)
        if sentence is not None and "{agency}" not in sentence and "{matters}" not in sentence:
            said.append((status, sentence.replace("{limit}", "300"), centre))
    assert len({status for status, _, _ in said}) >= 20
    for status, text, contact in said:
        for reply in replies(city, Reply(status, "", text, contact)):
            shown = sent(reply)
            assert text.replace("**", "") in shown
            if status.value.startswith("fallback") and status != ReplyStatus.FALLBACK_OTHER_PLACE:
                assert contact.phone in shown, (status, text)


def test_a_follow_up_says_what_it_was_taken_for_with_any_question(city: Catalog) -> None:
    for entry in city.entries.values():
        plain = answer_with(city, entry)
        longest = max(entry.texts, key=len)
        reply = Reply(
            plain.status,
            "",
            plain.text,
            plain.contact,
            entry=entry,
            understood=f"{entry.title} · {longest}",
            notice=city.wording.notice_personal_data,
        )
        for card in replies(city, reply):
            assert longest in sent(card)
            assert all(source.name in sent(card) for source in entry.sources)


def test_the_first_screen_and_the_word_of_regret_are_delivered(city: Catalog) -> None:
    presenter = presenter_on(city)
    for site in SITES:
        cards = KakaoCards(city.wording.kakao, site)
        contact = presenter.contact(city.call_centre)
        for reply in (cards.start(presenter.start()), cards.failure(city.wording.error_internal, contact)):
            assert contact.phone in sent(reply)


def ways(guide: Guide, scenario: Scenario, answers: tuple[str, ...] = ()) -> Iterator[Reply]:
    """Give the reply at every place of a scenario; of days and numbers the first and the last one."""
    reply = guide.reply(scenario, answers, "", TODAY, None)
    yield reply
    step = reply.state.step if reply.state else None
    if step is None:
        return
    if step.date:
        given = [day.isoformat() for day in day_bounds(step.date, TODAY)]
    elif step.number:
        given = [str(step.number.least), str(step.number.most)]
    else:
        given = [option.id for option in step.options]
    for answer in given:
        yield from ways(guide, scenario, (*answers, answer))


def test_every_place_of_every_scenario_is_delivered_with_all_that_it_asks_and_tells(city: Catalog) -> None:
    guide = Guide(city)
    for scenario in city.scenarios.values():
        for reply in ways(guide, scenario):
            for card in replies(city, reply):
                shown, labels = sent(card), [button.label for button in card.template.quick_replies or []]
                if reply.status == ReplyStatus.SCENARIO_STEP:
                    assert reply.state is not None
                    assert reply.state.step is not None
                    options = [option.label for option in reply.state.step.options]
                    assert labels[: len(options)] == options
                    assert reply.state.step.question in shown
                elif reply.status == ReplyStatus.SCENARIO_END:
                    assert reply.outcome is not None
                    for part in reply.outcome.shown:
                        if Part.LEAD in (part.fields or (Part.LEAD,)):
                            assert part.entry.plain_answer in shown, (scenario.id, part.entry.id)
                        for source in part.entry.sources:
                            assert source.name in shown, (scenario.id, part.entry.id)
                    bases = [fee.entry for fee in reply.outcome.fees]
                    bases += [reply.outcome.due.entry] if reply.outcome.due else []
                    bases += [reply.outcome.late.entry] if reply.outcome.late else []
                    for source in (source for entry in bases for source in entry.sources):
                        assert source.name in shown, scenario.id
                    if reply.outcome.due:
                        assert without_emphasis(reply.outcome.due.rule.says) in shown
                        assert f"{reply.outcome.due.day.day}일" in shown
                    if reply.outcome.late:
                        assert f"{reply.outcome.late.step.amount:,}원" in shown
                    if reply.outcome.fees:
                        assert f"{reply.outcome.total:,}원" in shown


def test_every_scenario_and_life_event_can_be_offered(city: Catalog) -> None:
    entry = next(iter(city.entries.values()))
    shown = presenter_on(city).chat_reply(answer_with(city, entry), TALK, TURN)
    presenter = presenter_on(city)
    for scenario in city.scenarios.values():
        offered = shown.model_copy(update={"scenarios": [presenter.scenarios.link(scenario)]})
        reply = KakaoCards(city.wording.kakao, SITES[0]).reply(offered)
        extras = [button.extra.scenario for button in reply.template.quick_replies or []]
        assert scenario.id in extras, scenario.title
    for event in city.life_events.values():
        offered = shown.model_copy(update={"life_events": [presenter.life_event(event)]})
        body = KakaoCards(city.wording.kakao, SITES[0]).reply(offered).model_dump_json(by_alias=True)
        assert f"{SITES[0]}/life/{event.id}" in body
