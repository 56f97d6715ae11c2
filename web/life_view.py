"""Turns a checklist into what its page shows."""

from datetime import date

from chatbot.knowledge.calendar import weekday
from chatbot.knowledge.checklist import Checklist, Task, Visit
from chatbot.knowledge.entry import Line as EntryLine
from chatbot.knowledge.entry import without_emphasis
from chatbot.knowledge.life_event import Quote
from web.contexts.life import ShownChecklist, ShownDay, ShownTask, ShownVisit
from web.presentation import Presenter
from web.schemas import Line


def present_checklist(checklist: Checklist, presenter: Presenter, today: date) -> ShownChecklist:
    """Return the checklist in the words and forms of a page.

    Args:
        checklist: Made for that day.
        presenter: Of the same catalog.
        today: Tells which deadlines have passed, and which years need not be named.
    """
    first = checklist.first_deadline
    return ShownChecklist(
        tasks=[_task(task, presenter, today) for task in checklist.tasks],
        visits=[_visit(visit) for visit in checklist.visits],
        trips=checklist.trips,
        first_deadline=_day(first, today) if first else None,
    )


def _task(task: Task, presenter: Presenter, today: date) -> ShownTask:
    # The entry as it would be if it spoke of this step alone: its own presenter then fits every part.
    narrowed = task.entry.model_copy(update={"documents": task.papers, "how": task.ways})
    step = task.step
    return ShownTask(
        title=step.title,
        lead=without_emphasis(step.says or task.entry.lead[0]),
        only_if=_words(step.only_if),
        answer=presenter.answer(narrowed),
        where=[without_emphasis(quote.says) for quote in step.where],
        when=_words(step.when),
        rule=without_emphasis(step.deadline.says) if step.deadline else None,
        last_day=_day(task.last_day, today) if task.last_day else None,
        late=_words(step.late),
        rests_on=[presenter.answer(entry) for entry in task.rests_on],
    )


def _visit(visit: Visit) -> ShownVisit:
    return ShownVisit(visit.place, [task.step.title for task in visit.tasks], _lines(visit.papers))


def _words(quote: Quote | None) -> str | None:
    return without_emphasis(quote.says) if quote else None


def _lines(lines: tuple[EntryLine, ...]) -> list[Line]:
    return [Line(text=line.text, note=line.note, url=line.url) for line in lines]


def _day(day: date, today: date) -> ShownDay:
    return ShownDay(day, weekday(day).value, names_year=day.year != today.year, has_passed=day < today)
