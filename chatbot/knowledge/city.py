"""Everything about a city that is not an entry: its name, topics, departments and holidays."""

from datetime import date, time
from enum import StrEnum
from typing import Annotated

from pydantic import Field, RootModel, field_validator, model_validator

from chatbot.knowledge.entry import Identifier, Phone, Record, Text, Url


class Weekday(StrEnum):
    """Days of the week, Monday first as in `date.weekday()`."""

    MONDAY = "월"
    TUESDAY = "화"
    WEDNESDAY = "수"
    THURSDAY = "목"
    FRIDAY = "금"
    SATURDAY = "토"
    SUNDAY = "일"


class Hours(Record):
    """Opening hours on some days of the week, public holidays apart."""

    days: tuple[Weekday, ...] = Field(min_length=1, description="요일: [월, 화, 수, 목, 금]")
    opens: time = Field(description="여는 시각")
    closes: time = Field(description="닫는 시각")

    @field_validator("opens", "closes")
    @classmethod
    def _has_no_zone(cls, value: time) -> time:
        if value.tzinfo is not None:
            raise ValueError("시각에 시간대를 붙이지 않습니다")
        return value

    @model_validator(mode="after")
    def _closes_after_it_opens(self) -> "Hours":
        if self.closes <= self.opens:
            raise ValueError("closes가 opens보다 늦어야 합니다")
        return self


class Department(Record):
    """Who answers for entries, and when somebody takes the call."""

    name: Text = Field(description="부서 이름")
    team: Text | None = Field(default=None, description="팀 이름")
    phone: Phone | None = Field(default=None, description="번호. 없으면 대표 상담 창구가 받습니다.")
    hours_text: Text | None = Field(default=None, description="시민이 읽는 전화 상담 시간")
    hours: tuple[Hours, ...] = Field(
        default=(), description="지금 상담 가능한지 계산하는 시간. 모르면 비워 둡니다."
    )
    open_on_holidays: bool = Field(default=False, description="공휴일에도 전화를 받는지")

    @property
    def full_name(self) -> str:
        """Department and team: "민원여권과 여권팀"."""
        return f"{self.name} {self.team}" if self.team else self.name

    @property
    def short_name(self) -> str:
        """The team where there is one: "여권팀"."""
        return self.team or self.name


class Topic(Record):
    """A field of questions, shown as a button."""

    id: Identifier = Field(description="폴더 이름")
    name: Text = Field(description="단추에 쓰는 이름")
    summary: Text = Field(description="무엇이 들어 있는지 한 줄")


class OtherPlaces(Record):
    """Names of other cities, counties and districts."""

    names: tuple[Text, ...] = Field(default=(), description="그 자체로 지명인 말")
    with_suffix: tuple[Text, ...] = Field(
        default=(), description="다른 뜻도 있어서 시·군·구를 붙였을 때만 지명인 말"
    )


class City(Record):
    """The city that this folder speaks for."""

    name: Text = Field(description="도시 이름")
    service: Text = Field(description="챗봇 이름")
    site: Url = Field(description="시 누리집")
    call_centre: Identifier = Field(
        description="대표 상담 창구. departments.yaml의 이름이고 번호가 있어야 합니다."
    )
    topics: tuple[Topic, ...] = Field(min_length=1, description="분야 목록, 보이는 순서대로")
    other_places: OtherPlaces = Field(
        default=OtherPlaces(), description="다른 시·군·구의 이름. 그곳 일은 바로 답하지 않습니다."
    )
    popular: tuple[Identifier, ...] = Field(default=(), description="첫 화면에 보이는 항목의 id")


class Holiday(Record):
    """A public holiday; substitute holidays are listed like any other."""

    date: Annotated[date, Field(description="날짜")]
    name: Text = Field(description="이름")


class Departments(RootModel[dict[Identifier, Department]]):
    """`departments.yaml`: departments by the name that entries use."""


class Holidays(RootModel[list[Holiday]]):
    """`holidays.yaml`: public holidays in any order."""


class PlainWords(RootModel[dict[Text, Text]]):
    """`plain_words.yaml`: a hard word, and what to say instead."""


class Synonyms(RootModel[dict[Text, list[Text]]]):
    """`synonyms.yaml`: the official word, and what citizens say instead."""
