"""A YAML file as plain values that remember where they stand. The only module that knows PyYAML.

Scalars stay text: "2026-03", "18:00", "no" and "031" mean what the editor typed. The models in
`entry` and `city` turn them into dates and numbers.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

import yaml

from chatbot.problem import Level, Problem

# libyaml's loader is ten times faster; both give the same values, lines and columns.
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)

Step = str | int
Value = str | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True)
class Position:
    """A place in a file, both counted from 1."""

    line: int
    column: int


START = Position(1, 1)

# What YAML 1.1 calls not printable.
_UNREADABLE = re.compile("[^\\t\\n\\r\\x20-\\x7e\\x85\\xa0-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_DEEPEST = 20
_MOST_VALUES = 50_000


@dataclass(frozen=True)
class Source:
    """One file that was read.

    Attributes:
        path: As shown to people.
        value: Its content; keys with an empty value are left out.
        positions: Where each value stands, by its location such as ("fees", 0, "amount").
    """

    path: str
    value: Value
    positions: dict[tuple[Step, ...], Position]

    def position(self, location: Sequence[Step]) -> Position:
        """Return where a value stands, or where the nearest thing around it stands."""
        place = tuple(location)
        while place not in self.positions and place:
            place = place[:-1]
        return self.positions.get(place, START)

    def texts(self) -> Iterator[tuple[tuple[Step, ...], str]]:
        """Yield every scalar with its location, in the order of the file."""
        yield from _texts(self.value, ())

    def problem(
        self,
        location: Sequence[Step],
        message: str,
        mend: str,
        rule: str,
        level: Level = Level.ERROR,
    ) -> Problem:
        """Return a problem at the place of a value."""
        place = self.position(location)
        return Problem(self.path, place.line, place.column, level, message, mend, rule)


def _texts(value: Value, location: tuple[Step, ...]) -> Iterator[tuple[tuple[Step, ...], str]]:
    if isinstance(value, str):
        yield location, value
        return
    for step, part in value.items() if isinstance(value, dict) else enumerate(value):
        yield from _texts(part, (*location, step))


def read_source(path: Path, shown_as: str) -> tuple[Source | None, list[Problem]]:
    """Read a YAML file.

    Args:
        path: The file.
        shown_as: The path that problems name.

    Returns:
        The source, and what is wrong with it. The source is None when nothing could be read.
    """
    text, problem = _read_text(path, shown_as)
    if text is None:
        return None, [problem] if problem else []
    unreadable = _UNREADABLE.search(text)
    if unreadable:
        return None, [_unreadable_problem(unreadable, shown_as)]
    try:
        node = yaml.compose(text, Loader=_Loader)
    except yaml.YAMLError as error:
        return None, [_syntax_problem(error, shown_as)]
    if node is None:
        mend = "내용을 쓰거나 파일을 지우세요"
        return None, [_problem(shown_as, START, "파일이 비어 있습니다", mend)]
    builder = _Builder(shown_as)
    value = builder.build(node, ())
    return Source(shown_as, value, builder.positions), builder.problems


def _read_text(path: Path, shown_as: str) -> tuple[str | None, Problem | None]:
    try:
        return path.read_text(encoding="utf-8-sig"), None
    except FileNotFoundError:
        mend = "이 이름으로 파일을 만드세요"
        return None, _problem(shown_as, START, "파일이 없습니다", mend, "missing-file")
    except UnicodeDecodeError as error:
        place = Position(error.object[: error.start].count(b"\n") + 1, 1)
        return None, _problem(shown_as, place, "UTF-8이 아닌 글자가 있습니다", "파일을 UTF-8로 저장하세요")
    except OSError as error:
        message = f"파일을 읽을 수 없습니다({error.strerror})"
        return None, _problem(shown_as, START, message, "파일 권한을 확인하세요")


def _unreadable_problem(found: re.Match[str], shown_as: str) -> Problem:
    before = found.string[: found.start()]
    place = Position(before.count("\n") + 1, len(before) - before.rfind("\n"))
    message = f"YAML에 쓸 수 없는 글자(U+{ord(found[0]):04X})가 있습니다"
    return _problem(shown_as, place, message, "그 글자를 지우세요")


def _syntax_problem(error: yaml.YAMLError, shown_as: str) -> Problem:
    place, cause = START, str(error)
    if isinstance(error, yaml.MarkedYAMLError):
        mark = error.problem_mark or error.context_mark
        place = Position(mark.line + 1, mark.column + 1) if mark else START
        cause = error.problem or error.context or cause
    mend = "이 줄과 바로 윗줄의 들여쓰기, 따옴표, 쌍점(:) 뒤 빈칸을 확인하세요"
    # One problem is one line.
    return _problem(shown_as, place, f"YAML 문법이 맞지 않습니다({' '.join(cause.split())})", mend)


def _problem(path: str, place: Position, message: str, mend: str, rule: str = "yaml-syntax") -> Problem:
    return Problem(path, place.line, place.column, Level.ERROR, message, mend, rule)


class _Builder:
    """Turns YAML nodes into plain values and notes where each one stood."""

    def __init__(self, path: str) -> None:
        self.path = path
        self.positions: dict[tuple[Step, ...], Position] = {}
        self.problems: list[Problem] = []
        self._open: set[int] = set()
        self._is_full = False

    def build(self, node: yaml.Node, location: tuple[Step, ...]) -> Value:
        self.positions[location] = _position(node)
        if isinstance(node, yaml.ScalarNode):
            return str(node.value)
        if id(node) in self._open:
            # An alias that holds itself would never end.
            self._report(node, "자기 자신을 가리키는 참조(*)가 있습니다", "참조 대신 값을 그대로 쓰세요")
            return ""
        if len(location) > _DEEPEST or len(self.positions) > _MOST_VALUES:
            # A reference of references grows without end, and a deep file exhausts the stack.
            if not self._is_full:
                self._report(
                    node, "값이 너무 많거나 너무 깊이 들어 있습니다", "내용을 줄이거나 참조(*)를 지우세요"
                )
            self._is_full = True
            return ""
        self._open.add(id(node))
        value: Value
        if isinstance(node, yaml.SequenceNode):
            value = [self.build(item, (*location, number)) for number, item in enumerate(node.value)]
        else:
            value = self._mapping(node, location)
        self._open.discard(id(node))
        return value

    def _mapping(self, node: yaml.Node, location: tuple[Step, ...]) -> dict[str, Value]:
        values: dict[str, Value] = {}
        seen: dict[str, int] = {}
        for key_node, value_node in node.value:
            if not isinstance(key_node, yaml.ScalarNode):
                self._report(key_node, "칸 이름이 글이 아닙니다", "쌍점(:) 앞에 한 낱말로 쓰세요")
                continue
            key = str(key_node.value)
            if key in seen:
                self._report(
                    key_node,
                    f'"{key}"이(가) {seen[key]}번째 줄에 이미 있습니다',
                    "둘을 하나로 합치세요",
                    "duplicate-key",
                )
                continue
            seen[key] = key_node.start_mark.line + 1
            if isinstance(value_node, yaml.ScalarNode) and not value_node.value:
                continue
            values[key] = self.build(value_node, (*location, key))
            if not isinstance(value_node, yaml.ScalarNode):
                # A list or mapping starts a line below; the key is where the editor looks.
                self.positions[(*location, key)] = _position(key_node)
        return values

    def _report(self, node: yaml.Node, message: str, mend: str, rule: str = "yaml-syntax") -> None:
        self.problems.append(_problem(self.path, _position(node), message, mend, rule))


def _position(node: yaml.Node) -> Position:
    return Position(node.start_mark.line + 1, node.start_mark.column + 1)
