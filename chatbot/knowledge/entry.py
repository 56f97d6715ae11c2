"""One unit of knowledge: a question, the city's approved answer, and where it comes from.

The descriptions are Korean because the field table of the editors is held against them.
"""

import re
from datetime import date
from enum import StrEnum
from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, StringConstraints, model_validator

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Identifier = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Phone = Annotated[
    str,
    # 031-980-2700, 1588-9090, 031-120, short numbers such as 112 and 142211, and +82-2-3210-0404 from abroad
    StringConstraints(
        pattern=r"^(0\d{1,2}-\d{3,4}-\d{4}|0\d{2}-1\d{2,3}|1\d{3}-\d{4}|1\d{2,5}|\+82-\d{1,2}-\d{3,4}-\d{4})$"
    ),
]
Url = Annotated[str, StringConstraints(pattern=r"^https?://[^\s/]+\.[^\s/]+(/\S*)?$")]
Month = Annotated[str, StringConstraints(pattern=r"^\d{4}(-(0[1-9]|1[0-2]))?$")]

_EMPHASIS = re.compile(r"\*\*(.+?)\*\*")


class Record(BaseModel):
    """Base of everything that is read from YAML: fixed once made, unknown fields refused."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Confidence(StrEnum):
    """How sure the sources make us."""

    HIGH = "high"
    MEDIUM = "medium"
    LOW = "low"


class Channel(StrEnum):
    """How a citizen reaches the city."""

    ONLINE = "online"
    VISIT = "visit"
    PHONE = "phone"
    MAIL = "mail"


class Effective(Record):
    """Something that holds from a day until a day, both included; open where none is given."""

    effective_from: date | None = Field(default=None, description="이 날부터 맞는 내용")
    effective_until: date | None = Field(default=None, description="이 날까지 맞는 내용")

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "Effective":
        if self.effective_from and self.effective_until and self.effective_until < self.effective_from:
            raise ValueError("effective_until이 effective_from보다 앞섭니다")
        return self

    def holds_on(self, day: date) -> bool:
        """Tell whether it holds on that day."""
        return (self.effective_from or day) <= day <= (self.effective_until or day)


def _text_alone(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Line(Effective):
    """One line of a section."""

    text: Text = Field(description="한 문장")
    note: Text | None = Field(default=None, description="작은 글씨로 붙는 말")
    url: Url | None = Field(default=None, description="누리집 주소")


AnyLine = Annotated[Line, BeforeValidator(_text_alone)]


class Fee(Effective):
    """An amount that is paid to the city for the service."""

    label: Text = Field(description="무엇에 대한 수수료인지")
    amount: int = Field(ge=0, description="원. 0은 무료")
    note: Text | None = Field(default=None, description="작은 글씨로 붙는 말")


class How(Line):
    """One way to get it done."""

    channel: Channel = Field(description="online, visit, phone, mail 가운데 하나")
    phone: Phone | None = Field(default=None, description="전화로 할 때의 번호")


class SourceLine(Record):
    """Where a fact comes from."""

    name: Text = Field(description="법 조문이나 안내의 이름")
    url: Url | None = Field(default=None, description="누리집 주소(아는 때만)")


class Entry(Effective):
    """One entry. Its file is `entries/<topic>/<id>.yaml`."""

    id: Identifier = Field(
        description="항목의 이름. 파일 이름과 같은 영문 소문자·숫자·붙임표. 바꾸지 않습니다."
    )
    topic: Identifier = Field(description="분야. 폴더 이름과 같고 city.yaml에 있어야 합니다.")
    title: Annotated[Text, StringConstraints(max_length=24)] = Field(
        description="답변 카드의 제목이자 선택지 이름. 24자까지."
    )
    question: Text = Field(description="대표 질문. 시민이 묻는 말로 한 문장.")
    variants: tuple[Text, ...] = Field(
        min_length=1, description="유사 질문. 시민이 실제로 묻는 다른 말들. 많고 다양할수록 잘 찾습니다."
    )
    answer: Text = Field(
        description="답변. 한 줄에 한 문장, 세 문장까지. 첫 문장이 바로 답입니다. 중요한 말은 **두 별표**로."
    )
    documents: tuple[AnyLine, ...] = Field(default=(), description="준비물")
    fees: tuple[Fee, ...] = Field(default=(), description="수수료. label(이름)과 amount(원)")
    deadline: tuple[AnyLine, ...] = Field(default=(), description="언제까지, 얼마나 걸리는지")
    how: tuple[How, ...] = Field(default=(), description="신청 방법. channel과 text")
    details: tuple[AnyLine, ...] = Field(default=(), description="알아 둘 것. 예외와 조건을 한 줄에 하나씩.")
    department: Identifier = Field(description="담당. departments.yaml의 이름")
    phone: Phone = Field(description="시민이 걸 번호. departments.yaml에 있는 번호여야 합니다.")
    sources: tuple[SourceLine, ...] = Field(min_length=1, description="출처. name과 아는 때만 url")
    as_of: Month = Field(
        description='가장 새 출처가 말하는 달(2026-03). 시민은 "2026년 3월 기준"으로 봅니다.'
    )
    checked_on: date | None = Field(
        default=None, description="시의 담당자가 내용을 확인한 날. 확인하기 전에는 비워 둡니다."
    )
    review_by: date = Field(description="다시 확인할 날")
    confidence: Confidence = Field(description="출처를 믿을 수 있는 정도: high, medium, low")
    related: tuple[Identifier, ...] = Field(default=(), description="이어서 많이 묻는 항목의 id")
    staff_note: Text | None = Field(default=None, description="상담사만 보는 메모")

    @property
    def lead(self) -> tuple[str, ...]:
        """The sentences of the answer, with their marks of emphasis."""
        return lead_of(self.answer)

    @property
    def plain_answer(self) -> str:
        """The answer as plain text, word for word, one sentence a line."""
        return without_emphasis("\n".join(self.lead))

    @property
    def texts(self) -> tuple[str, ...]:
        """Every way of asking that is indexed: the question first, then the variants."""
        return (self.question, *self.variants)


def lead_of(answer: str) -> tuple[str, ...]:
    """Return the sentences of an answer, which stand one a line."""
    return tuple(line.strip() for line in answer.splitlines() if line.strip())


def without_emphasis(text: str) -> str:
    """Return the text without its `**…**` marks."""
    return _EMPHASIS.sub(r"\1", text)
