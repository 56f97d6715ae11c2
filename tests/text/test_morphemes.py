import pytest

from chatbot.text.morphemes import Morpheme, MorphemeTokenizer


def test_a_sentence_is_split_into_morphemes_in_their_order(tokenizer: MorphemeTokenizer) -> None:
    assert [str(morpheme) for morpheme in tokenizer.tokenize("여권을 신청해요")][:3] == [
        "여권/NNG",
        "을/JKO",
        "신청/NNG",
    ]


def test_an_empty_text_has_no_morphemes(tokenizer: MorphemeTokenizer) -> None:
    assert tokenizer.tokenize("") == []


def test_a_verb_is_found_by_the_same_stem_in_all_its_forms(tokenizer: MorphemeTokenizer) -> None:
    stems = [
        {morpheme.form for morpheme in tokenizer.tokenize(text) if morpheme.tag.startswith("VV")}
        for text in ("가구를 버려요", "가구를 버리고 싶습니다", "가구를 버렸는데")
    ]
    assert all("버리" in forms for forms in stems)


def test_foreign_words_are_lower_case(tokenizer: MorphemeTokenizer) -> None:
    assert "pdf" in [morpheme.form for morpheme in tokenizer.tokenize("PDF 파일")]


def test_tags_carry_no_mark_for_irregular_verbs(tokenizer: MorphemeTokenizer) -> None:
    morphemes = tokenizer.tokenize("길을 걸어서 시청에 물었어요")
    assert {"걷/VV", "묻/VV"} <= {str(morpheme) for morpheme in morphemes}
    assert not any("-" in morpheme.tag for morpheme in morphemes)


@pytest.mark.parametrize("tag", ["NNG", "NNP", "NR", "VV", "VA", "MAG", "XR", "SL", "SN", "SH", "W_URL"])
def test_nouns_verbs_adverbs_numbers_and_foreign_words_carry_meaning(tag: str) -> None:
    assert Morpheme("말", tag).is_content


@pytest.mark.parametrize("tag", ["JKO", "EF", "EC", "XSV", "SF", "VX", "IC", "MM"])
def test_particles_endings_and_marks_carry_none(tag: str) -> None:
    assert not Morpheme("말", tag).is_content


def test_a_noun_that_is_handed_over_is_kept_whole() -> None:
    word = "한빛톡톡카드"
    assert word in [token.form for token in MorphemeTokenizer([word]).tokenize(f"{word} 신청")]


def test_the_same_text_is_always_split_the_same_way(tokenizer: MorphemeTokenizer) -> None:
    text = "소파 버리려는데 스티커 어디서 사나요"
    assert tokenizer.tokenize(text) == tokenizer.tokenize(text)
