from datetime import date
from pathlib import Path
from typing import Any

import pytest

from chatbot.dialogue.responder import Responder
from eval.dialogues import Dialogue, DialogueTurn, hold, holds_dialogues, read_dialogues
from tests.conftest import TODAY

GOOD = (
    '{"turns": [{"utterance": "여권 만들려고요", "expected_entries": ["passport-new"]},'
    ' {"utterance": "얼마예요", "expected_entries": ["passport-fee"]}], "tags": ["follow-up-aspect"]}'
)
MEND = 'write {"turns": [{"utterance": "…", "expected_entries": ["id"]}, …], "tags": ["tag"]}'
SETS = [
    path
    for path in sorted((Path(__file__).parents[2] / "eval" / "sets").glob("*.jsonl"))
    if holds_dialogues(path)
]


def read(tmp_path: Path, content: str) -> tuple[list[Dialogue], list[str]]:
    """Read a file of that content; return its dialogues and its problems without the folder's name."""
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    dialogues, problems = read_dialogues(path)
    return dialogues, [str(problem).removeprefix(f"{tmp_path.as_posix()}/") for problem in problems]


def test_each_line_is_a_dialogue(tmp_path: Path) -> None:
    turns = (
        DialogueTurn("여권 만들려고요", ("passport-new",)),
        DialogueTurn("얼마예요", ("passport-fee",)),
    )
    assert read(tmp_path, f"\n{GOOD}\n") == ([Dialogue(turns, ("follow-up-aspect",))], [])


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("여권", "1: error: is no JSON (Expecting value); write one JSON object on the line"),
        ('{"turns": []}', f'1: error: field "tags" is missing; {MEND}'),
        ('{"turns": [], "tags": [1]}', f"1: error: tags must be a list of texts; {MEND}"),
        ('{"turns": {}, "tags": []}', f"1: error: turns must be a list of two or more; {MEND}"),
        (
            '{"turns": [{"utterance": "값", "expected_entries": ["a"]}], "tags": []}',
            f"1: error: turns must be a list of two or more; {MEND}",
        ),
        (
            '{"turns": [{"utterance": "값", "expected_entries": ["a"]}, "값"], "tags": []}',
            f"1: error: turn 2: is no JSON object; {MEND}",
        ),
        (
            GOOD.replace("얼마예요", " "),
            f"1: error: turn 2: utterance must be a text that is not empty; {MEND}",
        ),
        (
            GOOD.replace('["passport-new"]', '"passport-new"'),
            f"1: error: turn 1: expected_entries must be a list of texts; {MEND}",
        ),
        (GOOD.replace('"passport-fee"', ""), f"1: error: the last turn must expect an entry; {MEND}"),
    ],
)
def test_a_bad_line_is_a_problem_with_its_line_and_the_others_are_read(
    tmp_path: Path, line: str, problem: str
) -> None:
    dialogues, problems = read(tmp_path, f"\n{line}\n{GOOD}\n")
    assert len(dialogues) == 1
    assert problems == [f"a.jsonl:2:{problem} [evaluation-case]"]


def test_a_dialogue_that_stands_twice_is_a_problem_that_names_the_first_line(tmp_path: Path) -> None:
    dialogues, problems = read(tmp_path, f"{GOOD}\n{GOOD}\n")
    assert len(dialogues) == 1
    assert problems == [
        "a.jsonl:2:1: error: the same is said on line 1; keep one of the two [evaluation-case]"
    ]


@pytest.mark.parametrize(
    ("content", "dialogues"),
    [
        (GOOD, True),
        (f"\n여권\n{GOOD}", True),
        ('{"utterance": "값", "expected_entries": [], "tags": []}', False),
        ("[]", False),
        ("", False),
    ],
)
def test_the_first_line_tells_dialogues_from_cases(tmp_path: Path, content: str, dialogues: bool) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text(content, encoding="utf-8")
    assert holds_dialogues(path) is dialogues


def test_a_file_that_does_not_exist_holds_no_dialogues(tmp_path: Path) -> None:
    assert not holds_dialogues(tmp_path / "none.jsonl")


def test_an_outcome_holds_what_the_bot_made_of_each_turn(responder: Responder) -> None:
    dialogue = Dialogue(
        (
            DialogueTurn("안녕하세요", ()),
            DialogueTurn("여권 수수료는 얼마인가요?", ("passport-fee",)),
        ),
        ("social",),
    )
    (outcome,) = hold([dialogue], responder, TODAY)
    assert outcome.tags == ("social",)
    assert [(turn.utterance, turn.expected_entries) for turn in outcome.turns] == [
        (turn.utterance, turn.expected_entries) for turn in dialogue.turns
    ]
    assert [(turn.status, turn.entry_id, turn.choices) for turn in outcome.turns] == [
        ("small_talk_greeting", None, ()),
        ("answered", "passport-fee", ()),
    ]
    assert outcome.final.answered_right


def test_every_turn_is_taken_in_order_and_each_dialogue_begins_anew(
    responder: Responder, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[tuple[str, object]] = []

    def take(bot: Responder, utterance: str, today: date, state: object) -> tuple[Any, object]:
        said.append((utterance, state))
        return bot.respond(utterance, today), utterance

    monkeypatch.setattr("eval.dialogues._take_turn", take)
    talks = [
        Dialogue((DialogueTurn("가", ()), DialogueTurn("나", ("a",))), ()),
        Dialogue((DialogueTurn("다", ()), DialogueTurn("라", ("a",))), ()),
    ]
    hold(talks, responder, TODAY)
    assert said == [("가", None), ("나", "가"), ("다", None), ("라", "다")]


@pytest.mark.parametrize("path", SETS, ids=lambda path: path.stem)
def test_the_dialogues_that_we_measure_with_are_sound(path: Path) -> None:
    dialogues, problems = read_dialogues(path)
    assert problems == []
    assert dialogues
