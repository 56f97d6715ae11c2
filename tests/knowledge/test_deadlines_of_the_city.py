"""Every deadline that the city's own guides and checklists count, worked out by hand."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.deadline import Deadline, last_day
from chatbot.knowledge.reader import read_catalog

KNOWLEDGE = Path(__file__).parents[2] / "knowledge"


@dataclass(frozen=True)
class Worked:
    """One rule, in the words of its entry and with one of that entry's sources, and a day counted by hand.

    Among the days are ends of months that lack the corresponding day (31 January, 31 August), ends that fall
    on a Saturday (9 May, 31 October 2026, 30 January 2027), on a Sunday (31 January 2027) and on a public
    holiday (5 May), and periods that cross the end of February and of a year.
    """

    entry: str
    says: str
    start: date
    last: date
    source: str


WORKED = [
    Worked(
        "civic-car-transfer-deregistration",
        "상속은 사망한 달의 말일부터 6개월 안에 하세요.",
        date(2026, 2, 10),
        date(2026, 8, 31),
        "강동구 자동차 이전·말소 안내(newsro.kr)",
    ),
    Worked(
        "civic-car-transfer-deregistration",
        "폐차 말소는 폐차인수증명서를 받은 날부터 1개월 안에 하세요.",
        date(2026, 1, 31),
        date(2026, 2, 28),
        "강동구 자동차 이전·말소 안내(newsro.kr)",
    ),
    Worked(
        "civic-first-encounter-voucher",
        "출생일부터 2년 안에 신청하고 다 써야 해요.",
        date(2026, 3, 2),
        date(2028, 3, 1),
        "기호일보 김포 2024 제도",
    ),
    Worked(
        "civic-foreigner-residence-change",
        "이사한 날부터 14일 안에 새 주소지 읍·면·동이나 출입국·외국인관서에 신고하세요.",
        date(2026, 12, 25),
        date(2027, 1, 8),
        "출입국관리법 제36조",
    ),
    Worked(
        "civic-id-card-first-issue",
        "만 17세가 된 달의 다음 달 1일부터 12개월 안에 신청해요.",
        date(2026, 5, 15),
        date(2027, 5, 31),
        "이천시 주민등록증 신규 발급 안내",
    ),
    Worked(
        "civic-movein-deadline-fine",
        "새 집에 들어온 날부터 14일 안에 신고해요.",
        date(2026, 2, 20),
        date(2026, 3, 6),
        "KDI 경제정책시계 주민등록법 시행령 개정",
    ),
    Worked(
        "civic-parent-benefit",
        "출생일을 포함해 60일 안에 신청해요.",
        date(2026, 11, 10),
        date(2027, 1, 8),
        "기호일보 김포 부모급여 상향(2024)",
    ),
    Worked(
        "civic-parking-fine-objection",
        "이의제기는 고지서를 받은 날부터 60일 안에 하세요.",
        date(2026, 1, 10),
        date(2026, 3, 11),
        "질서위반행위규제법 제18조",
    ),
    Worked(
        "civic-pet-registration",
        "주소, 전화번호, 주인이 바뀌거나 개가 죽으면 30일 안에 신고하세요.",
        date(2026, 4, 30),
        date(2026, 5, 30),
        "머니S(자진신고, 2025-09)",
    ),
    Worked(
        "civic-pregnancy-support",
        "산후조리비는 아이가 태어난 뒤 12개월 안에 신청하세요.",
        date(2026, 2, 28),
        date(2027, 2, 28),
        "복지로 김포시 임신축하금(jiwonnet.org, 2025-06)",
    ),
    Worked(
        "family-birth-report-deadline",
        "태어난 날부터 1개월 안에 신고해요.",
        date(2026, 4, 6),
        date(2026, 5, 6),
        "가족관계의 등록 등에 관한 법률 제44조",
    ),
    Worked(
        "family-death-report-deadline-documents",
        "사망 사실을 안 날부터 1개월 안에 신고해요.",
        date(2026, 1, 31),
        date(2026, 2, 28),
        "가족관계의 등록 등에 관한 법률 제84조",
    ),
    Worked(
        "family-divorce-agreement-report",
        "확인서 등본을 받은 날부터 3개월 안에 신고해야 해요.",
        date(2026, 3, 2),
        date(2026, 6, 1),
        "가족관계의 등록 등에 관한 법률 제75조",
    ),
    Worked(
        "family-divorce-judicial-report",
        "재판 이혼은 판결 확정일부터 1개월 안이에요.",
        date(2026, 5, 15),
        date(2026, 6, 14),
        "가족관계의 등록 등에 관한 법률 제58조",
    ),
    Worked(
        "family-divorce-judicial-report",
        "조정·화해 이혼은 성립일부터 1개월 안이에요.",
        date(2026, 7, 1),
        date(2026, 7, 31),
        "가족관계의 등록 등에 관한 법률 제58조",
    ),
    Worked(
        "family-inheritance-onestop-apply",
        "사망일이 속한 달의 말일부터 1년 안에 신청해요.",
        date(2026, 2, 10),
        date(2027, 2, 28),
        "정부24 안심상속 원스톱서비스 안내(2025-12)",
    ),
    Worked(
        "family-name-change-report",
        "허가결정 등본을 받은 날부터 1개월 안에 신고하세요.",
        date(2026, 8, 31),
        date(2026, 9, 30),
        "가족관계의 등록 등에 관한 법률 제99조",
    ),
    Worked(
        "family-surname-change",
        "허가 재판 확정일부터 1개월 안에 신고하세요.",
        date(2026, 12, 5),
        date(2027, 1, 4),
        "민법 제781조",
    ),
    Worked(
        "tax-acq-car-rate",
        "취득일부터 60일 안에, 차를 등록하기 전에 내세요.",
        date(2026, 3, 10),
        date(2026, 5, 11),
        "지방세법 제12조",
    ),
    Worked(
        "tax-acq-filing",
        "매매·신축 등은 취득일부터 60일 안이에요.",
        date(2026, 6, 1),
        date(2026, 7, 31),
        "지방세법 제20조",
    ),
    Worked(
        "tax-acq-filing",
        "상속은 상속개시일(사망일)이 속한 달 말일부터 6개월 안이에요.",
        date(2026, 3, 15),
        date(2026, 9, 30),
        "지방세법 제20조",
    ),
    Worked(
        "tax-acq-first-home",
        "집을 산 뒤 3개월 안에 전입해서 살아야 해요.",
        date(2026, 11, 30),
        date(2027, 2, 28),
        "지방세특례제한법 제36조의3",
    ),
    Worked(
        "tax-acq-gift",
        "취득일이 속한 달의 말일부터 3개월 안에 신고하고 내야 해요.",
        date(2026, 1, 15),
        date(2026, 4, 30),
        "지방세법 제11조",
    ),
    Worked(
        "tax-acq-inheritance",
        "사망일이 속한 달 말일부터 6개월 안이에요.",
        date(2026, 4, 3),
        date(2026, 11, 2),
        "지방세법 제11조",
    ),
    Worked(
        "tax-acq-inheritance",
        "외국에 주소를 둔 상속인이 있으면 9개월 안이에요.",
        date(2026, 4, 3),
        date(2027, 2, 1),
        "지방세법 제11조",
    ),
    Worked(
        "tax-acq-nonhouse-rate",
        "건물을 새로 지었으면 사용승인일부터 60일 안에 신고하세요.",
        date(2026, 12, 1),
        date(2027, 2, 1),
        "지방세법 제11조",
    ),
    Worked(
        "tax-appeal",
        "고지서를 받은 날부터 90일 안에 내세요.",
        date(2026, 8, 31),
        date(2026, 11, 29),
        "지방세기본법 제89조~제98조",
    ),
    Worked(
        "tax-pre-assessment",
        "통지를 받은 날부터 30일 안에 청구하세요.",
        date(2026, 2, 27),
        date(2026, 3, 29),
        "지방세기본법 제88조",
    ),
]


@pytest.fixture(scope="module")
def city() -> Catalog:
    """The knowledge base that is shipped."""
    catalog = read_catalog(KNOWLEDGE, with_advice=False).catalog
    assert catalog is not None
    return catalog


def deadlines(city: Catalog) -> Iterator[Deadline]:
    for event in city.life_events.values():
        yield from (step.deadline for step in event.steps if step.deadline)
    for scenario in city.scenarios.values():
        yield from (end.deadline for end in scenario.ends.values() if end.deadline)


@pytest.mark.parametrize("worked", WORKED, ids=lambda worked: f"{worked.entry}-{worked.last}")
def test_a_deadline_falls_on_the_day_that_was_counted_by_hand(worked: Worked, city: Catalog) -> None:
    rules = [rule for rule in deadlines(city) if (rule.entry, rule.says) == (worked.entry, worked.says)]
    assert rules
    counted = {last_day(rule, worked.start, city.holidays) for rule in rules}
    assert counted == {worked.last}
    assert worked.source in [source.name for source in city.entries[worked.entry].sources]


def test_no_deadline_of_the_city_is_left_out(city: Catalog) -> None:
    assert {(rule.entry, rule.says) for rule in deadlines(city)} == {(one.entry, one.says) for one in WORKED}
