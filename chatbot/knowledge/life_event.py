"""One life event: what has to be done after it, across departments.

A life event says nothing about a fact by itself. What a citizen reads of a step is taken from entries: their
sentences, papers, ways and telephone numbers, or words quoted from them letter for letter.
"""

from enum import StrEnum
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, StringConstraints, model_validator

from chatbot.knowledge.deadline import Deadline
from chatbot.knowledge.entry import Identifier, Record, Text
from chatbot.knowledge.source import Step as Location

Title = Annotated[Text, StringConstraints(max_length=24)]


def _says_alone(value: Any) -> Any:
    return {"says": value} if isinstance(value, str) else value


class Quote(Record):
    """Words of an entry."""

    says: Text = Field(description="옮겨 쓴 글. 그 항목에 글자 그대로 있어야 합니다.")
    entry: Identifier | None = Field(default=None, description="글이 있는 항목의 id. 없으면 그 할 일의 항목")


AnyQuote = Annotated[Quote, BeforeValidator(_says_alone)]


class LatestDay(StrEnum):
    """The last day that a citizen may give."""

    TODAY = "today"


class StartDay(Record):
    """The day that a citizen gives, from which deadlines are counted."""

    label: Text = Field(description="날짜 칸의 이름")
    latest: LatestDay | None = Field(
        default=None, description="지난 일이면 today. 비우면 앞날도 적을 수 있습니다."
    )


class LifeStep(Record):
    """One thing to do."""

    title: Title = Field(description="할 일의 이름. 24자까지.")
    entry: Identifier = Field(description="이 일을 말하는 항목의 id")
    says: Text | None = Field(
        default=None, description="이름 아래 보일 글. 그 항목에 글자 그대로. 없으면 답변의 첫 문장"
    )
    only_if: AnyQuote | None = Field(default=None, description="이 일을 하는 사람. 모두 하면 비웁니다.")
    deadline: Deadline | None = Field(default=None, description="적은 날에서 세는 기한")
    late: AnyQuote | None = Field(
        default=None, description="기한이 지난 뒤 보일 글. 없으면 문의할 번호만 보입니다."
    )
    when: AnyQuote | None = Field(
        default=None, description="언제 하는지. 셀 수 있는 기한이 없을 때만 씁니다."
    )
    papers: Identifier | None = Field(
        default=None, description="준비물을 말하는 다른 항목의 id. 없으면 entry의 준비물"
    )
    where: tuple[AnyQuote, ...] = Field(
        default=(), description="어디서 하는지 옮겨 쓴 글. 없으면 entry의 신청 방법"
    )
    about: Text | None = Field(
        default=None, description="이 말이 든 준비물과 신청 방법만 보입니다. 한 항목이 두 가지 일을 말할 때."
    )
    together: Identifier | None = Field(
        default=None, description="한 번에 할 수 있는 방문. visits의 이름. 같은 이름끼리 함께 합니다."
    )

    @model_validator(mode="after")
    def _is_due_one_way(self) -> "LifeStep":
        if self.deadline and self.when:
            raise ValueError("deadline과 when 가운데 하나만 씁니다")
        if self.late and not self.deadline:
            raise ValueError("late에는 deadline이 함께 있어야 합니다")
        return self

    @property
    def quotes(self) -> tuple[tuple[tuple[Location, ...], str, str], ...]:
        """Everything that it quotes: its place in the step, the entry, the words."""
        found: list[tuple[tuple[Location, ...], str, str]] = []
        if self.says:
            found.append((("says",), self.entry, self.says))
        if self.deadline:
            found.append((("deadline", "says"), self.deadline.entry, self.deadline.says))
        named = (("only_if", self.only_if), ("late", self.late), ("when", self.when))
        found += [((name,), quote.entry or self.entry, quote.says) for name, quote in named if quote]
        found += [
            (("where", place), quote.entry or self.entry, quote.says)
            for place, quote in enumerate(self.where)
        ]
        return tuple(found)

    @property
    def entry_ids(self) -> tuple[tuple[tuple[Location, ...], str], ...]:
        """Every entry that it rests on, its own first, with its place in the step."""
        papers = ((("papers",), self.papers),) if self.papers else ()
        quoted = ((location, entry_id) for location, entry_id, _ in self.quotes)
        return ((("entry",), self.entry), *papers, *quoted)


class LifeEvent(Record):
    """One life event. Its file is `life_events/<id>.yaml`."""

    id: Identifier = Field(description="이름. 파일 이름과 같은 영문 소문자·숫자·붙임표")
    title: Title = Field(description="시민이 하는 말로 쓴 제목. 24자까지.")
    summary: Annotated[Text, StringConstraints(max_length=60)] = Field(
        description="제목 아래 보이는 한 줄. 60자까지."
    )
    phrases: tuple[Text, ...] = Field(
        min_length=1, description="이 말 전체를 적은 시민에게 이 쪽을 권합니다."
    )
    entries: tuple[Identifier, ...] = Field(
        default=(), description="답 옆에서 이 쪽을 권할 항목의 id. 비우면 할 일의 항목"
    )
    date: StartDay | None = Field(default=None, description="기한을 세는 날. 셀 기한이 없으면 비웁니다.")
    steps: tuple[LifeStep, ...] = Field(min_length=1, description="할 일. 급한 것부터")
    visits: dict[Identifier, Text] = Field(
        default_factory=dict, description="한 번에 끝낼 수 있는 방문의 이름과 시민이 읽는 장소"
    )

    @property
    def offered_by(self) -> tuple[str, ...]:
        """Ids of the entries beside whose answers it is offered."""
        return self.entries or tuple(dict.fromkeys(step.entry for step in self.steps))
