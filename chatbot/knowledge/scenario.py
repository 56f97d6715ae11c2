"""One guided scenario: questions that lead a citizen, step by step, to the entries that answer.

A scenario says nothing about a fact by itself. What stands at its ends is taken from entries, and every
number that it computes names the entry and the very words that state the rule.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints, model_validator

from chatbot.knowledge.deadline import Deadline
from chatbot.knowledge.entry import Identifier, Record, Text
from chatbot.knowledge.source import Step as Location

# The longest label of a quick reply in KakaoTalk.
Label = Annotated[Text, StringConstraints(max_length=14)]
Title = Annotated[Text, StringConstraints(max_length=24)]
Times = Annotated[str, StringConstraints(pattern=r"^([1-9]\d?|[a-z][a-z0-9]*(-[a-z0-9]+)*)$", max_length=60)]


class Option(Record):
    """One answer that can be pressed."""

    id: Identifier = Field(description="답의 이름. 한 단계에서 겹치지 않게.")
    label: Label = Field(description="단추에 쓰는 말. 14자까지.")
    hint: Text | None = Field(default=None, description="단추 아래 작은 글씨")
    phrases: tuple[Text, ...] = Field(default=(), description="이 답으로 알아들을 다른 말")
    to: Identifier = Field(description="다음 단계나 끝의 이름")


class Latest(StrEnum):
    """The last day that can be given."""

    TODAY = "today"
    NEXT_YEAR = "next-year"


class DateQuestion(Record):
    """A step that is answered with a day."""

    earliest_years_ago: int = Field(ge=0, le=120, description="가장 이른 날이 몇 해 전인지")
    latest: Latest = Field(
        default=Latest.TODAY, description="가장 늦은 날: today(오늘) 또는 next-year(한 해 뒤)"
    )
    to: Identifier = Field(description="다음 단계나 끝의 이름")


class NumberQuestion(Record):
    """A step that is answered with a whole number."""

    least: int = Field(ge=0, description="가장 작은 수")
    most: int = Field(ge=1, le=999, description="가장 큰 수")
    unit: Label = Field(description="수 뒤에 붙는 말: 통, 개, 명")
    to: Identifier = Field(description="다음 단계나 끝의 이름")

    @model_validator(mode="after")
    def _has_a_choice(self) -> "NumberQuestion":
        if self.most <= self.least:
            raise ValueError("most가 least보다 커야 합니다")
        return self


class Step(Record):
    """One question."""

    question: Annotated[Text, StringConstraints(max_length=60)] = Field(
        description="시민에게 묻는 말. 한 가지만. 60자까지."
    )
    label: Label = Field(description="답한 것을 보일 때의 짧은 이름. 14자까지.")
    help: Annotated[Text, StringConstraints(max_length=120)] | None = Field(
        default=None, description="질문 아래 도움말. 120자까지."
    )
    options: tuple[Option, ...] = Field(
        default=(), max_length=8, description="누를 수 있는 답 2~8개. date나 number가 있으면 쓰지 않습니다."
    )
    date: DateQuestion | None = Field(default=None, description="날짜로 답할 때")
    number: NumberQuestion | None = Field(default=None, description="수로 답할 때")

    @model_validator(mode="after")
    def _has_one_kind_of_answer(self) -> "Step":
        if sum((bool(self.options), self.date is not None, self.number is not None)) != 1:
            raise ValueError("options, date, number 가운데 하나만 있어야 합니다")
        if len(self.options) == 1:
            raise ValueError("options에는 답이 둘 이상 있어야 합니다")
        return self

    @property
    def targets(self) -> tuple[tuple[tuple[Location, ...], str], ...]:
        """Where each answer leads, with its place in the step."""
        if self.date:
            return ((("date", "to"), self.date.to),)
        if self.number:
            return ((("number", "to"), self.number.to),)
        return tuple((("options", place, "to"), option.to) for place, option in enumerate(self.options))


class Part(StrEnum):
    """A part of an entry."""

    LEAD = "lead"
    DOCUMENTS = "documents"
    FEES = "fees"
    DEADLINE = "deadline"
    HOW = "how"
    DETAILS = "details"


class Show(Record):
    """What is shown of an entry."""

    entry: Identifier = Field(description="보일 항목의 id")
    fields: tuple[Part, ...] = Field(
        default=(),
        description="항목에서 보일 칸: lead(답변), documents, fees, deadline, how, details. 비우면 답변 전체",
    )


class ScenarioDeadline(Deadline):
    """A deadline that is counted from a day that was given in a step."""

    from_step: Identifier = Field(alias="from", description="날짜를 묻는 단계의 이름")


class LateStep(Record):
    """An amount that is due up to so many days, or under so many months, after a deadline."""

    until_days: int | None = Field(
        default=None, ge=1, description="기한에서 이 날수까지 늦었을 때(7일 미만이면 6)"
    )
    under_months: int | None = Field(default=None, ge=1, description="기한에서 이 달수가 되기 전까지")
    amount: int = Field(ge=0, description="원")
    says: Text = Field(description="그 항목에 있는 말 그대로. 금액이 들어 있어야 합니다.")

    @model_validator(mode="after")
    def _has_at_most_one_end(self) -> "LateStep":
        if self.until_days is not None and self.under_months is not None:
            raise ValueError("until_days와 under_months 가운데 하나만 씁니다")
        return self

    @property
    def is_open(self) -> bool:
        """Whether it holds however late it is."""
        return self.until_days is None and self.under_months is None


class Late(Record):
    """What is paid after a deadline has passed."""

    entry: Identifier = Field(description="금액을 적은 항목의 id")
    steps: tuple[LateStep, ...] = Field(
        min_length=1, description="늦은 만큼의 금액, 짧은 것부터. 마지막 줄에는 끝이 없습니다."
    )

    @model_validator(mode="after")
    def _only_the_last_is_open(self) -> "Late":
        if any(step.is_open for step in self.steps[:-1]) or not self.steps[-1].is_open:
            raise ValueError("마지막 줄만 until_days와 under_months 없이 씁니다")
        return self


class FeeTimes(Record):
    """A fee of an entry, once or several times."""

    entry: Identifier = Field(description="수수료가 있는 항목의 id")
    fee: Text = Field(description="그 항목 수수료의 label 그대로")
    times: Times = Field(default="1", description="곱할 수, 또는 수를 묻는 단계의 이름. 없으면 1")

    @property
    def step(self) -> str | None:
        """The step that gives the number; None where the number itself stands."""
        return None if self.times.isdecimal() else self.times


class End(Record):
    """Where a way ends: what is shown then."""

    title: Annotated[Text, StringConstraints(max_length=30)] = Field(description="제목. 30자까지.")
    shows: tuple[Show, ...] = Field(min_length=1, description="보일 항목과 칸, 보이는 순서대로")
    deadline: ScenarioDeadline | None = Field(default=None, description="받은 날짜에서 세는 기한")
    late: Late | None = Field(default=None, description="기한이 지났을 때 내는 돈. deadline이 있을 때만.")
    total: tuple[FeeTimes, ...] = Field(default=(), description="더할 수수료")

    @model_validator(mode="after")
    def _is_late_for_something(self) -> "End":
        if self.late and not self.deadline:
            raise ValueError("late에는 deadline이 함께 있어야 합니다")
        return self

    @property
    def entry_ids(self) -> tuple[tuple[tuple[Location, ...], str], ...]:
        """Every entry that it names, with its place in the end."""
        return (
            *((("shows", place, "entry"), show.entry) for place, show in enumerate(self.shows)),
            *(((("deadline", "entry"), self.deadline.entry),) if self.deadline else ()),
            *(((("late", "entry"), self.late.entry),) if self.late else ()),
            *((("total", place, "entry"), item.entry) for place, item in enumerate(self.total)),
        )


class Scenario(Record):
    """One scenario. Its file is `scenarios/<id>.yaml`."""

    id: Identifier = Field(description="이름. 파일 이름과 같은 영문 소문자·숫자·붙임표")
    topic: Identifier = Field(description="분야. city.yaml에 있어야 합니다.")
    title: Title = Field(description="안내의 제목. 24자까지.")
    summary: Annotated[Text, StringConstraints(max_length=60)] = Field(
        description="목록에서 제목 아래 보이는 한 줄. 60자까지."
    )
    phrases: tuple[Text, ...] = Field(
        default=(), description="이 안내를 바로 시작하는 말. 말 전체가 같을 때만."
    )
    entries: tuple[Identifier, ...] = Field(default=(), description="답 옆에서 이 안내를 권할 항목의 id")
    start: Identifier = Field(description="첫 단계의 이름")
    steps: dict[Identifier, Step] = Field(min_length=1, description="단계. 이름과 질문")
    ends: dict[Identifier, End] = Field(min_length=1, description="끝. 이름과 보일 것")

    def next_of(self, step_id: str) -> Iterator[str]:
        """Yield the steps and ends to which a step leads; nothing for an end or an unknown name."""
        step = self.steps.get(step_id)
        if step is not None:
            yield from dict.fromkeys(target for _, target in step.targets)
