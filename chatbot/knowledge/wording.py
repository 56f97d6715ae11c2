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
    FORBIDDEN = "forbidden"
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
    forbidden: ErrorWords = Field(description="들어올 수 없는 곳일 때")
    not_found: ErrorWords = Field(description="찾는 것이 없을 때")
    method_not_allowed: ErrorWords = Field(description="주소에 맞지 않는 방식일 때")
    length_required: ErrorWords = Field(description="요청의 길이를 모를 때")
    too_large: ErrorWords = Field(description="요청이 너무 클 때")
    invalid_request: ErrorWords = Field(description="요청의 값이 맞지 않을 때")
    internal: ErrorWords = Field(description="프로그램 잘못일 때")


class StaffErrorCode(StrEnum):
    """Why somebody who should have an account gets no further."""

    UNAUTHORIZED = "unauthorized"
    WRONG_ROLE = "wrong_role"
    WRONG_FORM = "wrong_form"


class StaffErrors(Record):
    """Words for each of them."""

    unauthorized: ErrorWords = Field(description="로그인하지 않았거나 로그인이 끝났을 때")
    wrong_role: ErrorWords = Field(description="역할이 모자랄 때")
    wrong_form: ErrorWords = Field(description="우리 화면에서 보낸 것이 아닐 때")


Label = Annotated[Text, StringConstraints(max_length=14)]


class KakaoWords(Record):
    """Words on the cards of KakaoTalk. Buttons hold 14 characters, headings of lists 15."""

    start: Text = Field(description="이야기를 처음 열 때")
    notice_personal_data: Text = Field(description="개인 번호를 적었을 때")
    home: Label = Field(description="처음으로 돌아가는 단추")
    none: Label = Field(description="고를 것이 없다는 단추")
    more: Label = Field(description="누리집에서 더 보는 단추")
    all: Label = Field(description="누리집에서 모든 질문을 보는 단추")
    call: Annotated[Text, StringConstraints(max_length=8)] = Field(
        description="전화를 거는 단추. 번호 뒤에 붙기도 해서 8자까지."
    )
    site: Label = Field(description="다른 기관의 누리집을 여는 단추")
    place: Annotated[Text, StringConstraints(max_length=8)] = Field(
        description="이름을 줄일 수 없는 선택지의 단추. 앞에 차례가 붙어서 8자까지."
    )
    choices: Label = Field(description="되물을 때 목록의 제목")
    also: Label = Field(description="함께 물은 것의 목록 제목")
    related: Label = Field(description="이어지는 질문의 목록 제목")
    popular: Label = Field(description="많이 묻는 질문의 목록 제목")
    contact: Label = Field(description="번호 앞에 붙는 말")
    department: Label = Field(description="담당 부서 앞에 붙는 말")
    sources: Label = Field(description="출처 앞에 붙는 말")
    documents: Label = Field(description="준비물의 제목")
    fees: Label = Field(description="수수료의 제목")
    deadline: Label = Field(description="기한의 제목")
    how: Label = Field(description="신청 방법의 제목")
    details: Label = Field(description="알아 둘 것의 제목")
    step: Text = Field(description="길잡이에서 지금 몇째 물음인지 {done} {total}")
    day_hint: Text = Field(description="날짜를 물을 때")
    number_hint: Text = Field(description="수를 물을 때")
    back: Label = Field(description="길잡이에서 앞 물음으로 가는 단추")
    stop: Label = Field(description="길잡이를 그만두는 단추")
    go_on: Label = Field(description="멈춘 길잡이를 이어 가는 단추")
    due: Label = Field(description="길잡이가 센 기한 앞에 붙는 말")
    late: Label = Field(description="기한이 지나 내는 돈 앞에 붙는 말")
    total: Label = Field(description="수수료의 합 앞에 붙는 말")


class ScenarioWords(Record):
    """What is said in a guided scenario, beside its own questions."""

    day: Text = Field(description="날 {year} {month} {day}")
    full_day: Text = Field(description="요일까지 적은 날 {year} {month} {day} {weekday}")
    number: Text = Field(description="답한 수 {number} {unit}")
    days_left: Text = Field(description="기한까지 남은 날 {days}")
    last_day: Text = Field(description="오늘이 마지막 날일 때")
    days_late: Text = Field(description="기한이 지난 날 {days}")
    bad_day: Text = Field(description="받을 수 없는 날짜일 때 {earliest} {latest}")
    bad_number: Text = Field(description="받을 수 없는 수일 때 {least} {most} {unit}")
    bad_choice: Text = Field(description="고를 수 없는 답일 때")
    changed: Text = Field(description="안내가 바뀌어 처음부터 다시 물을 때")
    stopped: Text = Field(description="시민이 안내를 그만둘 때")


class Sentences(Record):
    """The fixed sentences that every language has. Words in braces are filled in by the program."""

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
    months: Annotated[tuple[Text, ...], Field(min_length=12, max_length=12)] = Field(
        default=tuple(str(number) for number in range(1, 13)), description="{month}에 들어가는 열두 달의 이름"
    )
    weekdays: Annotated[tuple[Text, ...], Field(min_length=7, max_length=7)] = Field(
        default=tuple("월화수목금토일"), description="{weekday}에 들어가는 요일의 이름, 월요일부터"
    )
    amount: Text = Field(description="금액 {amount}")
    free: Text = Field(description="0원일 때")
    errors: Errors = Field(description="잘못된 요청에 하는 말")
    channels: dict[Channel, Text] = Field(description="신청 방법의 이름")
    turns: tuple[FixedTurn, ...] = Field(description="검색 전에 끝나는 말. 위에서부터 먼저 맞는 것을 씁니다.")

    def amount_text(self, won: int) -> str:
        """Return an amount in words; nothing to pay has a word of its own."""
        return self.amount.format(amount=f"{won:,}") if won else self.free

    def as_of_text(self, month: str) -> str:
        """Return the month (`2026-03`) or year (`2026`) that a text speaks for in words."""
        year, _, number = month.partition("-")
        if number:
            return self.as_of_month.format(year=year, month=self.months[int(number) - 1])
        return self.as_of_year.format(year=year)


class Wording(Sentences):
    """`wording.yaml`: the same, and the words of what there is in Korean alone."""

    kakao: KakaoWords = Field(description="카카오톡 카드에 쓰는 말")
    scenario: ScenarioWords = Field(description="한 단계씩 안내할 때 하는 말")
    staff_errors: StaffErrors = Field(description="직원이 들어올 수 없을 때 하는 말")
    life_event: Text = Field(description="할 일을 모은 쪽을 권할 때")
