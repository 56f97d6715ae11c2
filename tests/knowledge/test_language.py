import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from chatbot.knowledge.catalog import Catalog
from chatbot.knowledge.language import FEWEST_VARIANTS, Translation, Untranslated, citizen_digest
from chatbot.text.personal_data import find_personal_data

TRANSLATION = {
    "id": "waste-bulky",
    "of": "abcdefgh",
    "title": "Bulky waste",
    "question": "How do I throw away a sofa?",
    "variants": [f"sofa {number}" for number in range(FEWEST_VARIANTS)],
    "answer": "Apply first.\n\n  Then put it out.",
}


def test_the_digest_is_another_one_when_any_text_that_citizens_read_changed(catalog: Catalog) -> None:
    entry = catalog.entries["waste-bulky"]
    sections = {
        "title": "다른 제목",
        "answer": f"{entry.answer} 더.",
        "fees": (entry.fees[0].model_copy(update={"label": "다른 이름"}), *entry.fees[1:]),
        "how": (entry.how[0].model_copy(update={"note": "덧붙임"}), *entry.how[1:]),
    }
    digests = {citizen_digest(entry.model_copy(update={name: value})) for name, value in sections.items()}
    assert len(digests | {citizen_digest(entry)}) == len(sections) + 1


def test_the_digest_stays_when_amounts_or_ways_of_asking_changed(catalog: Catalog) -> None:
    entry = catalog.entries["waste-bulky"]
    dearer = entry.fees[0].model_copy(update={"amount": 9000})
    changed = entry.model_copy(
        update={"variants": ("다른 질문",), "fees": (dearer, *entry.fees[1:]), "as_of": "2027"}
    )
    assert citizen_digest(changed) == citizen_digest(entry)


@given(answer=st.text(min_size=1))
def test_no_digest_looks_like_a_personal_number(catalog: Catalog, answer: str) -> None:
    digest = citizen_digest(catalog.entries["waste-bulky"].model_copy(update={"answer": answer}))
    assert find_personal_data(digest) == []
    assert Translation.model_validate(TRANSLATION | {"of": digest}).of == digest


def test_a_line_may_be_its_text_alone() -> None:
    lines = ["Passport", {"text": "Photo", "note": "In colour"}]
    translation = Translation.model_validate(TRANSLATION | {"documents": lines})
    assert [(line.text, line.note) for line in translation.documents] == [
        ("Passport", None),
        ("Photo", "In colour"),
    ]
    assert translation.lead == ("Apply first.", "Then put it out.")


@pytest.mark.parametrize(
    "wrong",
    [
        {"variants": TRANSLATION["variants"][1:]},
        {"title": "x" * 61},
        {"of": "12345678"},
        {"fees": [{"text": "Fee", "amount": 5}]},
    ],
    ids=lambda wrong: next(iter(wrong)),
)
def test_too_few_variants_long_titles_and_own_amounts_are_refused(wrong: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Translation.model_validate(TRANSLATION | wrong)


@pytest.mark.parametrize("count", [5, 6])
def test_what_is_answered_in_korean_has_six_ways_of_asking_or_more(count: int) -> None:
    record = {"id": "waste-bag", "title": "Bags", "question": "Where are bags?", "variants": ["bag"] * count}
    if count >= 6:
        assert len(Untranslated.model_validate(record).variants) == count
    else:
        with pytest.raises(ValidationError):
            Untranslated.model_validate(record)
