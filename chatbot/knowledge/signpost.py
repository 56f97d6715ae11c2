"""What no entry answers, and where to ask instead: other agencies, gaps, idle talk, one's own records.

A signpost is found like an entry, by texts that are alike. Being found, it keeps a question from being
answered by an entry that only looks like it.
"""

from dataclasses import dataclass

from pydantic import Field, RootModel

from chatbot.knowledge.city import Department
from chatbot.knowledge.entry import Identifier, Month, Phone, Record, SourceLine, Text, Url


class Agency(Record):
    """An agency outside the city, and what it answers for."""

    id: Identifier = Field(description="이름표. agency-로 시작합니다.")
    name: Text = Field(description="기관 이름")
    phone: Phone = Field(description="대표 번호. 모르면 정부민원안내콜센터 110")
    url: Url | None = Field(default=None, description="누리집")
    hours_text: Text | None = Field(default=None, description="시민이 읽는 전화 상담 시간")
    matters: Text = Field(description="맡은 일")
    source: SourceLine = Field(description="번호와 맡은 일을 확인한 곳")
    as_of: Month = Field(description="확인한 때")
    questions: tuple[Text, ...] = Field(min_length=1, description="이 기관에 물어야 하는 질문")

    @property
    def department(self) -> Department:
        """The agency as whoever takes the call."""
        return Department(name=self.name, phone=self.phone, hours_text=self.hours_text)


class Agencies(RootModel[list[Agency]]):
    """`agencies.yaml`: agencies in any order."""


class Gap(Record):
    """A matter of the city on which no entry has been written."""

    id: Identifier = Field(description="이름표. gap-으로 시작합니다.")
    matters: Text = Field(description="무엇을 묻는지, 짧은 이름")
    questions: tuple[Text, ...] = Field(min_length=1, description="아직 답할 항목이 없는 질문")


class Gaps(RootModel[list[Gap]]):
    """`gaps.yaml`: gaps in any order."""


@dataclass(frozen=True)
class Signpost:
    """Points elsewhere.

    Attributes:
        id: Its name, apart from every entry's.
        status: How a turn ends that it answers.
        text: What is said.
        texts: Questions by which it is found.
        agency: Whom to call, where it is not the city's call centre.
    """

    id: str
    status: str
    text: str
    texts: tuple[str, ...]
    agency: Agency | None = None
