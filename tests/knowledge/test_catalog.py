from pathlib import Path

import pytest

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.reader import read_catalog
from tests.editing import replace_in


def read(folder: Path) -> Catalog:
    catalog = read_catalog(folder).catalog
    assert catalog is not None
    return catalog


def test_the_digest_is_sixteen_hexadecimal_digits(catalog: Catalog) -> None:
    assert len(catalog.digest) == 16
    assert int(catalog.digest, 16) >= 0


def test_the_digest_does_not_care_for_comments_order_of_keys_and_quotation_marks(
    catalog: Catalog, knowledge_folder: Path
) -> None:
    bag = knowledge_folder / "entries/waste/waste-bag.yaml"
    replace_in(bag, "id: waste-bag\ntopic: waste\n", '# 봉투\ntopic: "waste"\nid: waste-bag\n')
    departments = knowledge_folder / "departments.yaml"
    first, second, *others = departments.read_text(encoding="utf-8").split("\n\n")
    departments.write_text("\n\n".join([second, first, *others]), encoding="utf-8")
    holidays = knowledge_folder / "holidays.yaml"
    replace_in(holidays, "- date: 2026-03-01\n  name: 삼일절\n", "")
    holidays.write_text(
        holidays.read_text(encoding="utf-8") + "- name: 삼일절\n  date: 2026-03-01\n", encoding="utf-8"
    )
    assert read(knowledge_folder).digest == catalog.digest


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("entries/passport/passport-lost.yaml", "다시 찾아도", "또 찾아도"),
        ("entries/waste/waste-bag.yaml", "  - 50리터짜리 봉지도 있나요?\n", ""),
        ("entries/waste/waste-bag.yaml", "amount: 600", "amount: 610"),
        ("departments.yaml", "phone: 031-000-1900", "phone: 031-000-1901"),
        ("holidays.yaml", "2026-12-25", "2026-12-26"),
        ("synonyms.yaml", "[패스포트]", "[패스포트, 여꿘]"),
        ("wording.yaml", "free: 무료", "free: 공짜"),
        ("city.yaml", "service: 한빛톡", "service: 한빛봇"),
    ],
)
def test_the_digest_changes_with_anything_that_is_said(
    catalog: Catalog, knowledge_folder: Path, file: str, old: str, new: str
) -> None:
    replace_in(knowledge_folder / file, old, new)
    assert read(knowledge_folder).digest != catalog.digest


def test_a_topic_is_found_by_its_id(catalog: Catalog) -> None:
    topic = catalog.topic("waste")
    assert topic is not None
    assert topic.name == "쓰레기"
    assert catalog.topic("tax") is None


def test_the_entries_of_a_topic_come_in_the_order_of_their_ids(catalog: Catalog) -> None:
    assert [entry.id for entry in catalog.entries_of("waste")] == ["waste-bag", "waste-bulky", "waste-old"]
    assert catalog.entries_of("tax") == []


def test_the_contact_of_an_entry_is_its_department_where_the_number_is_its_own(catalog: Catalog) -> None:
    contact = catalog.contact_of(catalog.entries["passport-fee"])
    assert (contact.department.full_name, contact.phone) == ("민원과 여권팀", "031-000-1100")


def test_the_contact_of_an_entry_is_whoever_answers_the_number_that_it_gives(catalog: Catalog) -> None:
    contact = catalog.contact_of(catalog.entries["waste-bag"])
    assert (contact.department.full_name, contact.phone) == ("한빛콜센터", "031-000-1000")


def test_of_two_departments_with_one_number_the_entrys_own_is_the_contact(knowledge_folder: Path) -> None:
    replace_in(knowledge_folder / "departments.yaml", "phone: 031-000-1300", "phone: 031-000-1100")
    for name in ("waste-bulky", "waste-old"):
        path = knowledge_folder / f"entries/waste/{name}.yaml"
        path.write_text(path.read_text(encoding="utf-8").replace("031-000-1300", "031-000-1100"), "utf-8")
    catalog = read(knowledge_folder)
    assert catalog.contact_of(catalog.entries["waste-bulky"]).department.name == "자원순환과"
    assert catalog.contact_of(catalog.entries["passport-fee"]).department.name == "민원과"


def test_the_call_centre_is_the_department_that_the_city_names(catalog: Catalog) -> None:
    assert catalog.call_centre.department.name == "한빛콜센터"
    assert catalog.call_centre.phone == "031-000-1000"
