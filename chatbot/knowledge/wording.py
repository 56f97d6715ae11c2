"""The fixed sentences: everything the bot says that is not an entry's answer."""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from chatbot.knowledge.entry import Channel, Record, Text

Phrase = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]


class FixedTurn(Record):
    """A turn that ends before search, because of what the citizen said."""

    status: Text = Field(description="어떤 응답인지(응답 상태의 이름)")
    match: Annotated[str, StringConstraints(pattern="^(whole|contains|similar)$")] = Field(
        description=(
            "whole: 말 전체가 같을 때, contains: 낱말이 이 말로 시작할 때, similar: 이 말들과 비슷할 때"
        )
    )
    longest: int | None = Field(
        default=None,
        ge=1,
        description="이 글자 수(빈칸 빼고)보다 긴 말에는 쓰지 않습니다. 긴 말은 사연이니까요.",
    )
    phrases: tuple[Phrase, ...] = Field(min_length=1, description="시민이 하는 말")
    text: Text = Field(description="챗봇이 하는 말")


class ErrorCode(StrEnum):
    """What can go wrong with a request."""

    BAD_REQUEST = "bad_request"
    NOT_FOUND = "not_found"
    METHOD_NOT_ALLOWED = "method_not_allowed"
    LENGTH_REQUIRED = "length_required"
    TOO_LARGE = "too_large"
    INVALID_REQUEST = "invalid_request"
    INTERNAL = "internal"


class ErrorWords(Record):
    """What is said about an error."""

    title: Text = Field(description="무엇이 잘못됐는지")
    mend: Text = Field(description="어떻게 하면 되는지")


class Errors(Record):
    """Words for every kind of error."""

    bad_request: ErrorWords = Field(description="요청을 읽을 수 없을 때")
    not_found: ErrorWords = Field(description="찾는 것이 없을 때")
    method_not_allowed: ErrorWords = Field(description="주소에 맞지 않는 방식일 때")
    length_required: ErrorWords = Field(description="요청의 길이를 모를 때")
    too_large: ErrorWords = Field(description="요청이 너무 클 때")
    invalid_request: ErrorWords = Field(description="요청의 값이 맞지 않을 때")
    internal: ErrorWords = Field(description="프로그램 잘못일 때")


class Wording(Record):
    """`wording.yaml`. Words in braces are filled in by the program."""

    clarification: Text = Field(description="되물을 때")
    fallback_no_candidate: Text = Field(description="비슷한 항목이 없을 때")
    fallback_low_score: Text = Field(description="확실한 항목이 없을 때")
    fallback_none_of_these: Text = Field(description='"여기에 없어요"를 눌렀을 때')
    fallback_expired: Text = Field(description="찾은 항목의 기간이 지났을 때")
    fallback_other_place: Text = Field(description="다른 시·군의 일을 물었을 때")
    fallback_other_agency: Text = Field(description="다른 기관의 일을 물었을 때 {agency} {matters}")
    fallback_not_covered: Text = Field(description="아직 항목이 없는 시의 일을 물었을 때 {matters}")
    refused_empty: Text = Field(description="읽을 말이 없을 때")
    refused_too_long: Text = Field(description="{limit}자보다 길 때")
    refused_personal_data: Text = Field(description="개인 번호만 적었을 때")
    understood: Text = Field(description="앞의 말에 이어 알아들은 질문을 보일 때 {question}")
    notice_personal_data: Text = Field(description="질문 속 개인 번호를 가렸을 때")
    error_internal: Text = Field(description="프로그램 잘못으로 답하지 못할 때")
    open_now: Text = Field(description="지금 전화를 받을 때")
    closed_now: Text = Field(description="지금 전화를 받지 않을 때")
    until_today: Text = Field(description="오늘 닫는 시각 {time}")
    always_open: Text = Field(description="온종일 받는 곳")
    opens_today: Text = Field(description="오늘 여는 시각 {time}")
    opens_tomorrow: Text = Field(description="내일 여는 시각 {time}")
    opens_later: Text = Field(description="그 뒤에 여는 날 {month} {day} {weekday} {time}")
    as_of_month: Text = Field(description="{year} {month}")
    as_of_year: Text = Field(description="{year}")
    amount: Text = Field(description="금액 {amount}")
    free: Text = Field(description="0원일 때")
    errors: Errors = Field(description="잘못된 요청에 하는 말")
    channels: dict[Channel, Text] = Field(description="신청 방법의 이름")
    turns: tuple[FixedTurn, ...] = Field(description="검색 전에 끝나는 말. 위에서부터 먼저 맞는 것을 씁니다.")
