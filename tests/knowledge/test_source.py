from pathlib import Path

import pytest

from chatbot.knowledge.source import START, Position, Source, Value, read_source
from chatbot.problem import Level


def read(tmp_path: Path, content: str | bytes) -> tuple[Source | None, list[str]]:
    """Read a file of that content; return the source and its problems as shown."""
    path = tmp_path / "a.yaml"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    source, problems = read_source(path, "a.yaml")
    return source, [str(problem) for problem in problems]


def value_of(tmp_path: Path, content: str) -> Value:
    source, problems = read(tmp_path, content)
    assert source is not None
    assert problems == []
    return source.value


SYNTAX_MEND = "이 줄과 바로 윗줄의 들여쓰기, 따옴표, 쌍점(:) 뒤 빈칸을 확인하세요 [yaml-syntax]"


@pytest.mark.parametrize("text", ["no", "031", "2026-03", "09:30", "true", "1e3", "~", "0x1f", "12_000"])
def test_values_stay_the_text_that_was_typed(tmp_path: Path, text: str) -> None:
    assert value_of(tmp_path, f"a: {text}") == {"a": text}


def test_lists_and_mappings_keep_their_shape_and_empty_values_are_left_out(tmp_path: Path) -> None:
    content = "a:\n  - 하나\n  - b: 둘\nc:\nd: ''\n"
    assert value_of(tmp_path, content) == {"a": ["하나", {"b": "둘"}]}


def test_a_byte_order_mark_is_no_part_of_the_text(tmp_path: Path) -> None:
    assert value_of(tmp_path, "\ufeffa: 하나") == {"a": "하나"}


def test_an_alias_holds_the_value_of_its_anchor(tmp_path: Path) -> None:
    assert value_of(tmp_path, "a: &x [하나]\nb: *x\n") == {"a": ["하나"], "b": ["하나"]}


def test_each_value_remembers_its_line_and_column(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "# 첫 줄\nfees:\n  - label: 소파\n    amount: 5000\nrelated: [가, 나]\n")
    assert source is not None
    assert source.position(("fees", 0, "label")) == Position(3, 12)
    assert source.position(("fees", 0, "amount")) == Position(4, 13)
    assert source.position(("related", 1)) == Position(5, 14)


def test_a_list_or_mapping_stands_where_its_key_is(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "id: a\nfees:\n  - label: 소파\n")
    assert source is not None
    assert source.position(("fees",)) == Position(2, 1)
    assert source.position(("fees", 0)) == Position(3, 5)


def test_what_is_not_there_stands_where_the_nearest_thing_around_it_does(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "id: a\nfees:\n  - label: 소파\n")
    assert source is not None
    assert source.position(("fees", 0, "amount")) == Position(3, 5)
    assert source.position(("title",)) == START


def test_a_problem_is_made_at_the_place_of_a_value(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "id: a\ntitle: 나\n")
    assert source is not None
    problem = source.problem(("title",), "이상합니다", "고치세요", "schema", Level.WARNING)
    assert str(problem) == "a.yaml:2:8: warning: 이상합니다; 고치세요 [schema]"


def test_a_key_that_stands_twice_is_a_problem_that_names_the_first_line(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "id: a\ntitle: 나\nid: b\n")
    assert source is not None
    assert source.value == {"id": "a", "title": "나"}
    assert problems == [
        'a.yaml:3:1: error: "id"이(가) 1번째 줄에 이미 있습니다; 둘을 하나로 합치세요 [duplicate-key]'
    ]


def test_broken_yaml_is_a_problem_where_it_breaks(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "id: a\n title: 나\n")
    assert source is None
    assert problems == [
        "a.yaml:2:7: error: YAML 문법이 맞지 않습니다(mapping values are not allowed in this context); "
        + SYNTAX_MEND
    ]


def test_a_reference_to_nothing_is_a_problem_where_it_stands(tmp_path: Path) -> None:
    _, problems = read(tmp_path, "id: a\ntitle: *missing\n")
    assert problems == ["a.yaml:2:8: error: YAML 문법이 맞지 않습니다(found undefined alias); " + SYNTAX_MEND]


def test_a_character_that_yaml_forbids_is_a_problem_where_it_stands(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "id: a\ntitle: 가\x07나\n")
    assert source is None
    assert problems == [
        "a.yaml:2:9: error: YAML에 쓸 수 없는 글자(U+0007)가 있습니다; 그 글자를 지우세요 [yaml-syntax]"
    ]


@pytest.mark.parametrize("content", ["", "# 말만 있는 파일\n", "\n\n"])
def test_an_empty_file_is_a_problem(tmp_path: Path, content: str) -> None:
    source, problems = read(tmp_path, content)
    assert source is None
    assert problems == [
        "a.yaml:1:1: error: 파일이 비어 있습니다; 내용을 쓰거나 파일을 지우세요 [yaml-syntax]"
    ]


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ("id: a\ntitle: 여권\n".encode("cp949"), 2),
        (b"\xef\xbb\xbfa\n\xff", 2),
        (b"\xff\xfea\x00", 1),
    ],
)
def test_a_file_that_is_not_utf_8_is_a_problem_on_the_first_such_line(
    tmp_path: Path, content: bytes, line: int
) -> None:
    source, problems = read(tmp_path, content)
    assert source is None
    assert problems == [
        f"a.yaml:{line}:1: error: UTF-8이 아닌 글자가 있습니다; 파일을 UTF-8로 저장하세요 [yaml-syntax]"
    ]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    source, problems = read_source(tmp_path / "none.yaml", "none.yaml")
    assert source is None
    assert [str(problem) for problem in problems] == [
        "none.yaml:1:1: error: 파일이 없습니다; 이 이름으로 파일을 만드세요 [missing-file]"
    ]


def test_a_folder_in_place_of_a_file_is_a_problem(tmp_path: Path) -> None:
    source, problems = read_source(tmp_path, "entries/a.yaml")
    assert source is None
    assert [str(problem) for problem in problems] == [
        (
            "entries/a.yaml:1:1: error: 파일을 읽을 수 없습니다(Is a directory); "
            "파일 권한을 확인하세요 [yaml-syntax]"
        )
    ]


def test_an_alias_that_holds_itself_is_a_problem_and_ends(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "id: a\nrelated: &x [*x]\n")
    assert source is not None
    assert problems == [
        (
            "a.yaml:2:10: error: 자기 자신을 가리키는 참조(*)가 있습니다; "
            "참조 대신 값을 그대로 쓰세요 [yaml-syntax]"
        )
    ]


TOO_MUCH = "error: 값이 너무 많거나 너무 깊이 들어 있습니다; 내용을 줄이거나 참조(*)를 지우세요 [yaml-syntax]"


def test_references_of_references_do_not_grow_without_end(tmp_path: Path) -> None:
    lines = ["a0: &a0 [가, 가]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]" for n in range(1, 19)]
    _, problems = read(tmp_path, "\n".join(lines))
    assert [problem.split(": ", 1)[1] for problem in problems] == [TOO_MUCH]


@pytest.mark.parametrize("content", ["a: " + "[" * 900 + "]" * 900, "{a: " * 900 + "b" + "}" * 900])
def test_a_file_deeper_than_any_entry_is_a_problem(tmp_path: Path, content: str) -> None:
    _, problems = read(tmp_path, content)
    assert [problem.split(": ", 1)[1] for problem in problems] == [TOO_MUCH]


def test_a_key_that_is_no_text_is_a_problem(tmp_path: Path) -> None:
    source, problems = read(tmp_path, "id: a\n? [b]\n: c\n")
    assert source is not None
    assert source.value == {"id": "a"}
    assert problems == [
        "a.yaml:2:3: error: 칸 이름이 글이 아닙니다; 쌍점(:) 앞에 한 낱말로 쓰세요 [yaml-syntax]"
    ]


def test_every_text_comes_with_its_location_in_the_order_of_the_file(tmp_path: Path) -> None:
    source, _ = read(tmp_path, "a: 하나\nb:\n  - 둘\n  - c: 셋\n")
    assert source is not None
    assert list(source.texts()) == [(("a",), "하나"), (("b", 0), "둘"), (("b", 1, "c"), "셋")]
