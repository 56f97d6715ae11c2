"""Another language as data: the city's approved answers translated, and every word around them.

The Korean entry stays the authority. Amounts, dates, addresses and telephone numbers are taken from it
by position, so that a translation holds words alone.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, RootModel, StringConstraints

from chatbot.knowledge.entry import Entry, Identifier, Record, Text, lead_of
from chatbot.knowledge.passages import citizen_passages
from chatbot.knowledge.wording import Sentences

FEWEST_VARIANTS = 20
FEWEST_UNTRANSLATED_VARIANTS = 6
SECTIONS = ("documents", "fees", "deadline", "how", "details")
"""The lists of an entry that a translation follows line by line."""

Digest = Annotated[str, StringConstraints(pattern=r"^[a-p]{8}$")]
_LETTERS = str.maketrans("0123456789", "ghijklmnop")
Share = Annotated[float, Field(ge=0, le=1)]


def _text_alone(value: Any) -> Any:
    return {"text": value} if isinstance(value, str) else value


class Words(Record):
    """One line of a section, or the label of a fee."""

    text: Text = Field(description="한국어 줄을 옮긴 말(수수료는 label)")
    note: Text | None = Field(default=None, description="한국어 줄에 note가 있을 때 그것을 옮긴 말")


AnyWords = Annotated[Words, BeforeValidator(_text_alone)]


class Translation(Record):
    """One entry in another language. Its file is `languages/<code>/entries/<id>.yaml`."""

    id: Identifier = Field(description="한국어 항목의 id. 파일 이름과 같습니다.")
    of: Digest = Field(
        description="옮길 때 한국어 글이 어떤 글이었는지. `make check`가 알려 주는 여덟 글자를 씁니다."
    )
    title: Annotated[Text, StringConstraints(max_length=60)] = Field(description="제목. 60자까지.")
    question: Text = Field(description="대표 질문")
    variants: tuple[Text, ...] = Field(
        min_length=FEWEST_VARIANTS, description="그 언어로 묻는 다른 말들. 20개 이상."
    )
    answer: Text = Field(
        description="답변. 한 줄에 한 문장, 세 문장까지. 한국어 답보다 더도 덜도 말하지 않습니다."
    )
    documents: tuple[AnyWords, ...] = Field(default=(), description="준비물. 한국어 항목과 같은 줄 수")
    fees: tuple[AnyWords, ...] = Field(
        default=(), description="수수료의 이름. 금액과 날짜는 한국어 항목의 같은 줄에서 옵니다."
    )
    deadline: tuple[AnyWords, ...] = Field(default=(), description="기한. 한국어 항목과 같은 줄 수")
    how: tuple[AnyWords, ...] = Field(default=(), description="신청 방법. 한국어 항목과 같은 줄 수")
    details: tuple[AnyWords, ...] = Field(default=(), description="알아 둘 것. 한국어 항목과 같은 줄 수")

    @property
    def lead(self) -> tuple[str, ...]:
        """The sentences of the answer, with their marks of emphasis."""
        return lead_of(self.answer)

    @property
    def texts(self) -> tuple[str, ...]:
        """Every way of asking: the question first, then the variants."""
        return (self.question, *self.variants)

    def is_outdated(self, entry: Entry) -> bool:
        """Tell whether the Korean text changed since it was translated."""
        return self.of != citizen_digest(entry)


class Untranslated(Record):
    """Ways of asking, in another language, for an entry whose answer is in Korean only."""

    id: Identifier = Field(description="아직 옮기지 않은 한국어 항목의 id")
    title: Annotated[Text, StringConstraints(max_length=60)] = Field(
        description="그 언어로 쓴 제목. 60자까지."
    )
    question: Text = Field(description="그 언어로 쓴 대표 질문")
    variants: tuple[Text, ...] = Field(
        min_length=FEWEST_UNTRANSLATED_VARIANTS, description="그 언어로 묻는 다른 말들. 6개 이상."
    )


class UntranslatedEntries(RootModel[list[Untranslated]]):
    """`languages/<code>/untranslated.yaml`: entries in any order."""


class Naming(Record):
    """Name of a topic."""

    name: Text = Field(description="이름")
    summary: Text = Field(description="무엇이 들어 있는지 한 줄")


class DepartmentNaming(Record):
    """Name of a department."""

    name: Text = Field(description="부서와 팀의 이름")
    hours_text: Text | None = Field(default=None, description="읽는 사람이 보는 전화 상담 시간")


class Hotline(Record):
    """A number for emergencies and for help in the reader's own language."""

    number: Annotated[str, StringConstraints(pattern=r"^1\d{2,3}$")] = Field(description="짧은 번호")
    label: Text = Field(description="무엇을 도와주는 번호인지")


class Interpreting(Record):
    """Whom readers can ask in their own language, where an answer is in Korean only."""

    entry: Identifier = Field(description="통역을 말하는 항목의 id. 이 언어로 옮긴 것이어야 합니다.")
    says: tuple[Text, ...] = Field(
        min_length=1, description="보일 글. 옮긴 항목의 답변이나 알아 둘 것에 글자 그대로 있어야 합니다."
    )


class HiddenNumberWords(Record):
    """What is said when the browser hid a personal number before it was sent."""

    mask: Text = Field(description="번호가 있던 자리에 보이는 말")
    resident: Text = Field(description="주민등록번호나 외국인등록번호를 가렸을 때")
    card: Text = Field(description="카드번호를 가렸을 때")
    licence: Text = Field(description="운전면허번호를 가렸을 때")
    passport: Text = Field(description="여권번호를 가렸을 때")
    mobile: Text = Field(description="휴대전화 번호를 가렸을 때")
    note: Text = Field(description="그 아래에 하는 말")


class PageWords(Record):
    """Words of the pages."""

    skip: Text = Field(description="본문으로 건너뛰는 연결")
    menu: Text = Field(description="화면 읽기 프로그램이 읽는 메뉴 이름")
    place: Text = Field(description="화면 읽기 프로그램이 읽는, 지금 어디인지 보이는 줄의 이름")
    home: Text = Field(description="처음 화면으로 가는 연결")
    korean: Text = Field(description="한국어 화면으로 가는 연결")
    about: Text = Field(description="모든 화면 아래: 자동으로 찾아 주는 안내라는 말")
    welcome: Text = Field(description="처음 화면의 제목")
    introduction: Text = Field(
        description="처음 화면의 첫 문단: 무엇을 하는 곳인지, 개인 번호는 쓰지 말라는 말"
    )
    topics: Text = Field(description="분야 묶음의 제목")
    count: Text = Field(description="분야에 질문이 몇 개인지 {count}")
    popular: Text = Field(description="많이 묻는 질문의 제목")
    hotlines: Text = Field(description="급한 번호 묶음의 제목")
    ask: Text = Field(description="질문 칸의 이름")
    example: Text = Field(description="질문 칸에 흐리게 보이는 보기")
    send: Text = Field(description="보내는 단추")
    talk: Text = Field(description="질문과 답이 있는 화면의 제목")
    asked: Text = Field(description="화면 읽기 프로그램이 질문 앞에서 읽는 말")
    choose: Text = Field(description="되물을 때 덧붙이는 말")
    none_of_these: Text = Field(description="고를 것이 없을 때 누르는 단추")
    also: Text = Field(description="답 아래에 함께 물은 것을 보일 때의 제목")
    near: Text = Field(description="답이 없을 때 비슷한 질문의 제목")
    related: Text = Field(description="이어서 많이 묻는 질문의 제목")
    again: Text = Field(description="처음부터 다시 묻는 연결")
    call: Text = Field(description="전화하는 단추 {phone}")
    site: Text = Field(description="다른 기관의 누리집을 여는 연결")
    new_window: Text = Field(description="새 창에서 열린다는 말")
    error_help: Text = Field(description="잘못된 주소 화면에서 전화 번호 위의 제목")
    offer: Text = Field(description="한국어 채팅에서 이 언어의 답이 있다고 알리는 연결")
    offer_korean: Text = Field(description="찾은 답이 한국어로만 있을 때의 같은 연결")


class AnswerWords(Record):
    """Words around an answer."""

    authority: Text = Field(description="한국어 글이 기준이라는 말")
    korean_text: Text = Field(description="한국어 글로 가는 연결")
    changed: Text = Field(description="한국어 글이 바뀌었으니 한국어 글을 보라는 말")
    korean_only: Text = Field(description="이 답은 한국어로만 있다는 말")
    review_due: Text = Field(description="다시 확인할 날이 지났을 때")
    documents: Text = Field(description="준비물의 제목")
    fees: Text = Field(description="수수료의 제목")
    fee_item: Text = Field(description="수수료 표의 첫 칸")
    fee_amount: Text = Field(description="수수료 표의 둘째 칸")
    deadline: Text = Field(description="기한의 제목")
    how: Text = Field(description="신청 방법의 제목")
    details: Text = Field(description="알아 둘 것의 제목")
    contact: Text = Field(description="물어볼 곳의 제목")
    as_of: Text = Field(description="언제 기준인지 앞에 붙는 이름")
    department: Text = Field(description="담당 앞에 붙는 이름")
    sources: Text = Field(description="출처 앞에 붙는 이름")
    address: Text = Field(description="답의 주소 앞에 붙는 이름")


class Interface(Record):
    """`languages/<code>/interface.yaml`: every word of a language that is not a translated entry."""

    name: Text = Field(description="언어의 이름, 그 언어로")
    city: Text = Field(description="도시 이름")
    service: Text = Field(description="챗봇 이름")
    topics: dict[Identifier, Naming] = Field(description="분야의 이름. 옮긴 항목이 있는 분야마다 하나")
    departments: dict[Identifier, DepartmentNaming] = Field(
        description="부서의 이름. 옮긴 항목의 담당과 그 전화를 받는 곳마다 하나"
    )
    popular: tuple[Identifier, ...] = Field(default=(), description="처음 화면에 보이는 항목의 id")
    hotlines: tuple[Hotline, ...] = Field(min_length=1, description="모든 화면에 보이는 급한 번호")
    interpreting: Interpreting | None = Field(default=None, description="답이 한국어로만 있을 때 알리는 통역")
    page: PageWords = Field(description="화면의 말")
    answer: AnswerWords = Field(description="답 둘레의 말")
    hidden_number: HiddenNumberWords = Field(description="개인 번호를 가렸을 때 하는 말")
    wording: Sentences = Field(
        description="챗봇이 하는 정해진 말. wording.yaml과 같은 칸(kakao, scenario, life_event 빼고)"
    )
    accept_threshold: Share | None = Field(
        default=None, description="이 언어에서 바로 답하는 문턱값. 없으면 한국어와 같습니다."
    )
    near_miss_threshold: Share | None = Field(
        default=None, description="이 언어에서 되묻는 문턱값. 없으면 한국어와 같습니다."
    )


class AgencyTranslation(Record):
    """What another agency answers for; its number and address come from `agencies.yaml`."""

    id: Identifier = Field(description="agencies.yaml에 있는 id")
    name: Text = Field(description="기관 이름")
    hours_text: Text | None = Field(default=None, description="읽는 사람이 보는 전화 상담 시간")
    matters: Text = Field(description="맡은 일")
    questions: tuple[Text, ...] = Field(min_length=1, description="이 기관에 물어야 하는 질문")


class AgencyTranslations(RootModel[list[AgencyTranslation]]):
    """`languages/<code>/agencies.yaml`: agencies in any order."""


@dataclass(frozen=True)
class Language:
    """A language that the city answers in beside Korean.

    Attributes:
        code: Its ISO 639-1 code, which is the folder's name and begins its addresses.
        interface: Every word around the answers.
        translations: By id of the entry, in the order of the ids.
        agencies: Agencies outside the city.
        untranslated: By id of the entry, in the order of the ids: what is asked for in the language and
            answered in Korean.
    """

    code: str
    interface: Interface
    translations: Mapping[str, Translation]
    agencies: tuple[AgencyTranslation, ...] = ()
    untranslated: Mapping[str, Untranslated] = field(default_factory=dict)

    @property
    def content(self) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            "interface": self.interface.model_dump(mode="json"),
            "translations": [each.model_dump(mode="json") for each in self.translations.values()],
            "agencies": [agency.model_dump(mode="json") for agency in self.agencies],
            "untranslated": [each.model_dump(mode="json") for each in self.untranslated.values()],
        }


def citizen_digest(entry: Entry) -> str:
    """Return a fingerprint of what a citizen reads in the entry; ways of asking do not count."""
    text = "\n".join(passage.text for passage in citizen_passages(entry))
    # Letters alone: with digits, one in so many looks like a passport number.
    return hashlib.sha256(text.encode()).hexdigest()[:8].translate(_LETTERS)
