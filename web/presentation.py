"""Turns what the engine says into what goes over the wire, as of a moment."""

from collections.abc import Sequence
from datetime import datetime

from chatbot.dialogue.guards import MESSAGE_LIMIT
from chatbot.dialogue.life_offer import life_events_beside
from chatbot.dialogue.reply import Reply, ReplyStatus
from chatbot.knowledge import calendar
from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.catalog import Contact as CatalogContact
from chatbot.knowledge.entry import Entry
from chatbot.knowledge.entry import Line as EntryLine
from chatbot.knowledge.life_event import LifeEvent
from chatbot.knowledge.wording import Wording
from web.contexts.start import LanguageLink, QuestionGroup, Start, TopicStart
from web.grouping import group_entries
from web.scenario_presentation import ScenarioPresenter
from web.schemas import (
    Answer,
    ChatReply,
    Choice,
    Contact,
    EntryLink,
    Fee,
    How,
    LifeEventLink,
    Line,
    OpenNow,
    Source,
)


class Presenter:
    """Presents one catalog at one moment; it is made for each request."""

    def __init__(self, catalog: Catalog, now: datetime, root: str = "") -> None:
        """Keep the catalog and the moment.

        Args:
            catalog: Whose texts are shown.
            now: With its zone; hours and dates are those of Asia/Seoul.
            root: What the addresses of its pages begin with: "/en" in English.
        """
        self._root = root
        self._catalog = catalog
        self._wording: Wording = catalog.wording
        self._now = now.astimezone(calendar.SEOUL)
        self._today = self._now.date()
        self.scenarios = ScenarioPresenter(catalog, self._today, self.answer, self.amount)

    def chat_reply(self, reply: Reply, conversation_id: str, turn_id: str | None) -> ChatReply:
        """Present a turn; its `html` is still empty."""
        in_scenario = reply.status in (ReplyStatus.SCENARIO_STEP, ReplyStatus.SCENARIO_END)
        return ChatReply(
            conversation_id=conversation_id,
            turn_id=turn_id,
            status=reply.status,
            entry_id=reply.entry.id if reply.entry else None,
            score=round(reply.score, 4),
            answer=self.answer(reply.entry) if reply.entry else None,
            choices=[
                Choice(
                    entry_id=choice.entry.id,
                    title=choice.entry.title,
                    question=choice.entry.question,
                    score=round(choice.score, 4),
                )
                for choice in reply.choices
            ],
            understood=reply.understood,
            understood_text=self._wording.understood.format(question=reply.understood)
            if reply.understood
            else None,
            life_events=[self.life_event(event) for event in life_events_beside(reply, self._catalog)],
            text=reply.text,
            contact=self.contact(reply.contact),
            message=reply.utterance,
            notice=reply.notice,
            scenario=self.scenarios.turn(reply.state, reply.outcome, waits=not in_scenario)
            if reply.state
            else None,
            scenarios=[self.scenarios.link(scenario) for scenario in reply.scenarios],
            html="",
        )

    def answer(self, entry: Entry) -> Answer:
        """Present an entry as it stands today."""
        topic = self._catalog.topic(entry.topic)
        return Answer(
            entry_id=entry.id,
            topic=entry.topic,
            topic_name=topic.name if topic else entry.topic,
            title=entry.title,
            question=entry.question,
            lead=list(entry.lead),
            documents=self._lines(entry.documents),
            fees=[
                Fee(label=fee.label, amount=fee.amount, amount_text=self.amount(fee.amount), note=fee.note)
                for fee in entry.fees
                if fee.holds_on(self._today)
            ],
            deadline=self._lines(entry.deadline),
            how=[
                How(
                    channel=way.channel.value,
                    channel_text=self._wording.channels[way.channel],
                    text=way.text,
                    note=way.note,
                    url=way.url,
                    phone=way.phone,
                )
                for way in entry.how
                if way.holds_on(self._today)
            ],
            details=self._lines(entry.details),
            contact=self.contact(self._catalog.contact_of(entry)),
            department=self._catalog.departments[entry.department].full_name,
            sources=[Source(name=source.name, url=source.url) for source in entry.sources],
            as_of=entry.as_of,
            as_of_text=self._wording.as_of_text(entry.as_of),
            checked_on=entry.checked_on,
            review_due=entry.review_by < self._today,
            path=f"{self._root}/faq/{entry.id}",
            related=self.links([self._catalog.entries[entry_id] for entry_id in entry.related]),
        )

    def contact(self, contact: CatalogContact) -> Contact:
        """Present whom to call, and whether somebody answers now."""
        department = contact.department
        return Contact(
            name=department.short_name,
            phone=contact.phone,
            hours=department.hours_text,
            open_now=self._open_now(contact),
            url=contact.url,
        )

    def links(self, entries: Sequence[Entry]) -> list[EntryLink]:
        """Present entries by their questions; those that do not hold today are left out."""
        return [
            EntryLink(entry_id=entry.id, title=entry.title, question=entry.question)
            for entry in entries
            if entry.holds_on(self._today)
        ]

    def life_event(self, event: LifeEvent) -> LifeEventLink:
        """Present a life event by its title."""
        return LifeEventLink(id=event.id, title=event.title, summary=event.summary, path=f"/life/{event.id}")

    def life_events(self) -> list[LifeEventLink]:
        """Present all life events."""
        return [self.life_event(event) for event in self._catalog.life_events.values()]

    def groups(self, topic_id: str) -> list[QuestionGroup]:
        """Present the questions of a topic in groups; those that do not hold today are left out."""
        entries = [entry for entry in self._catalog.entries_of(topic_id) if entry.holds_on(self._today)]
        return [
            QuestionGroup(group.word, group.department, self.links(group.entries))
            for group in group_entries(entries, self._catalog)
        ]

    def start(self) -> Start:
        """Present the first screen."""
        city, entries = self._catalog.city, self._catalog.entries
        return Start(
            city=city.name,
            service=city.service,
            topics=[
                TopicStart(topic.id, topic.name, topic.summary, self.links(listed))
                for topic in city.topics
                if (listed := self._listed(topic.id))
            ],
            popular=self.links([entries[entry_id] for entry_id in city.popular if entry_id in entries]),
            contact=self.contact(self._catalog.call_centre),
            message_limit=MESSAGE_LIMIT,
            has_guides=bool(self._catalog.scenarios),
            languages=[
                LanguageLink(code, language.interface.name, f"/{code}")
                for code, language in self._catalog.languages.items()
            ],
        )

    def _listed(self, topic_id: str) -> list[Entry]:
        # In another language: only what can be read in it.
        entries = self._catalog.entries_of(topic_id)
        return [entry for entry in entries if entry.id not in self._catalog.korean_only]

    def _lines(self, lines: Sequence[EntryLine]) -> list[Line]:
        return [
            Line(text=line.text, note=line.note, url=line.url) for line in lines if line.holds_on(self._today)
        ]

    def amount(self, won: int) -> str:
        """Present an amount; nothing to pay has a word of its own."""
        return self._wording.amount_text(won)

    def _open_now(self, contact: CatalogContact) -> OpenNow | None:
        state = calendar.open_state(contact.department, self._catalog.holidays, self._now)
        if state is None:
            return None
        words = self._wording.open_now if state.is_open else self._wording.closed_now
        return OpenNow(is_open=state.is_open, text=words, until=self._change(state))

    def _change(self, state: calendar.OpenState) -> str:
        wording = self._wording
        if state.changes_at is None:
            return wording.always_open if state.is_open else ""
        day = state.changes_at.date()
        time = f"{state.changes_at:%H:%M}"
        if state.is_open:
            return wording.until_today.format(time=time)
        days_ahead = (day - self._today).days
        if days_ahead == 0:
            return wording.opens_today.format(time=time)
        if days_ahead == 1:
            return wording.opens_tomorrow.format(time=time)
        weekday = wording.weekdays[day.weekday()]
        month = wording.months[day.month - 1]
        return wording.opens_later.format(month=month, day=day.day, weekday=weekday, time=time)
