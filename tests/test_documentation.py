"""Documentation cannot drift: what it lists is held against the code."""

import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path

import pytest
from pydantic import BaseModel

from chatbot.dialogue.reply import ReplyStatus
from chatbot.knowledge.city import City, Department, Holiday, Hours, OtherPlaces, Topic
from chatbot.knowledge.deadline import Deadline
from chatbot.knowledge.entry import Entry, Fee, How, Line, SourceLine
from chatbot.knowledge.language import (
    AgencyTranslation,
    AnswerWords,
    DepartmentNaming,
    HiddenNumberWords,
    Hotline,
    Interface,
    Interpreting,
    Naming,
    PageWords,
    Translation,
    Untranslated,
    Words,
)
from chatbot.knowledge.life_event import LifeEvent, LifeStep, Quote, StartDay
from chatbot.knowledge.rules import RULES
from chatbot.knowledge.scenario import (
    DateQuestion,
    End,
    FeeTimes,
    Late,
    LateStep,
    NumberQuestion,
    Option,
    Scenario,
    ScenarioDeadline,
    Show,
    Step,
)
from chatbot.knowledge.signpost import Agency, Gap
from chatbot.knowledge.wording import FixedTurn, KakaoWords, ScenarioWords, Wording
from chatbot.settings import PREFIX, Settings
from eval.cases import Case
from eval.dialogues import Dialogue, DialogueOutcome
from eval.generate import Outcome
from eval.metrics import DIALOGUE_METRICS, METRICS

ROOT = Path(__file__).parent.parent


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def field_table(model: type[BaseModel]) -> str:
    rows = [
        f"| `{field.alias or name}` | {'예' if field.is_required() else ''} | {field.description} |"
        for name, field in model.model_fields.items()
    ]
    return "\n".join(["| 칸 | 필수 | 뜻 |", "| --- | --- | --- |", *rows])


@pytest.mark.parametrize(
    "model",
    [
        Entry,
        Line,
        Fee,
        How,
        SourceLine,
        City,
        OtherPlaces,
        Topic,
        Department,
        Hours,
        Holiday,
        Wording,
        FixedTurn,
        KakaoWords,
        ScenarioWords,
        Agency,
        Gap,
        Deadline,
        LifeEvent,
        StartDay,
        LifeStep,
        Quote,
        Scenario,
        Step,
        Option,
        DateQuestion,
        NumberQuestion,
        End,
        Show,
        ScenarioDeadline,
        Late,
        LateStep,
        FeeTimes,
        Translation,
        Words,
        Untranslated,
        Interface,
        Interpreting,
        Naming,
        DepartmentNaming,
        Hotline,
        PageWords,
        AnswerWords,
        HiddenNumberWords,
        AgencyTranslation,
    ],
    ids=lambda model: model.__name__,
)
def test_the_field_tables_for_editors_are_those_of_the_code(model: type[BaseModel]) -> None:
    assert field_table(model) in read("knowledge/README.md")


@pytest.mark.parametrize("rule", [*RULES, "schema", "yaml-syntax", "duplicate-key", "missing-file"])
def test_every_rule_is_explained_to_editors(rule: str) -> None:
    assert f"`{rule}`" in read("knowledge/README.md")


@pytest.mark.parametrize("field", [field.name for field in fields(Settings)])
def test_every_setting_is_in_the_readme(field: str) -> None:
    assert f"`{PREFIX}{field.upper()}`" in read("README.md")


@pytest.mark.parametrize("status", [status.value for status in ReplyStatus])
def test_every_status_is_in_the_readme(status: str) -> None:
    assert f"`{status}`" in read("README.md")


@pytest.mark.parametrize(
    "name",
    [
        *METRICS,
        *DIALOGUE_METRICS,
        *dict.fromkeys(
            field.name for kind in (Case, Outcome, Dialogue, DialogueOutcome) for field in fields(kind)
        ),
        "calibration_error",
    ],
)
def test_every_metric_and_field_of_the_measurement_is_in_its_readme(name: str) -> None:
    assert f"`{name}`" in read("eval/README.md")


@pytest.mark.parametrize("target", re.findall(r"^([a-z]+):.*## ", read("Makefile"), re.MULTILINE))
def test_every_make_target_is_in_the_readme(target: str) -> None:
    assert f"`make {target}`" in read("README.md")


def test_every_folder_is_on_the_map_and_every_place_on_the_map_exists() -> None:
    block = read("README.md").split("## Folder map")[1].split("```")[1]
    places = re.findall(r"^([\w./-]+/)\s", block, re.MULTILINE)
    assert all((ROOT / place).is_dir() for place in places), places
    packages = {f"{path.parent.relative_to(ROOT)}/" for path in ROOT.glob("*/**/__init__.py")}
    packages = {place for place in packages if not place.startswith((".", "tests"))}
    assert packages <= set(places)


@pytest.mark.parametrize(
    "command",
    [
        ["chatbot", "--help"],
        ["chatbot", "ask", "--help"],
        ["chatbot", "health", "--help"],
        ["chatbot", "user", "--help"],
        ["web", "--help"],
        ["eval", "run", "--help"],
        ["eval", "bench", "--help"],
    ],
    ids=" ".join,
)
def test_commands_explain_themselves(command: list[str]) -> None:
    run = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=True, timeout=120
    )
    assert "usage: python -m" in run.stdout


def test_nothing_names_a_registry_or_another_place_of_work() -> None:
    constraints = read("constraints.txt")
    assert "://" not in constraints
    assert " @ " not in constraints
