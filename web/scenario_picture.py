"""A scenario drawn: where its steps and ends stand, and the lines between them. Nothing here is HTML.

Columns go from left to right, each step one column after the last of those that lead to it. Within a column
boxes stand in the order of the boxes that lead to them, which keeps most lines from crossing.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from chatbot.knowledge.scenario import Scenario, Step
from chatbot.knowledge.wording import ScenarioWords

_BOX_WIDTH = 220
_COLUMN = 380
_LINE_HEIGHT = 20
_PADDING = 14
_GAP = 28
_MARGIN = 16
_LETTERS = 14
"""Letters of a line in a box; Hangul is about as wide as it is high."""
_LABEL_LETTER = 13


@dataclass(frozen=True)
class Box:
    """A step or an end; all measures in pixels from the upper left corner.

    Attributes:
        name: Its id.
        is_end: An end, not a step.
        lines: Its words, broken into lines.
        x: Left edge.
        y: Upper edge.
        width: Of the box.
        height: Of the box.
    """

    name: str
    is_end: bool
    lines: tuple[str, ...]
    x: int
    y: int
    width: int
    height: int

    @property
    def baselines(self) -> list[tuple[int, str]]:
        """Each line with the height at which it stands."""
        return [
            (self.y + _PADDING + _LINE_HEIGHT * place + 15, line) for place, line in enumerate(self.lines)
        ]


@dataclass(frozen=True)
class Arrow:
    """A line from one box to another: the path of SVG, and its words with their middle and width."""

    path: str
    label: str
    x: int
    y: int
    width: int


@dataclass(frozen=True)
class Picture:
    """A whole drawing; width and height in pixels."""

    boxes: list[Box]
    arrows: list[Arrow]
    width: int
    height: int


@dataclass(frozen=True)
class Branch:
    """A scenario as a list in lists.

    Attributes:
        name: Id of the step or end.
        text: Its question or title.
        is_end: An end, not a step.
        is_known: It was told further up, with all that follows.
        ways: Each answer, and where it leads.
    """

    name: str
    text: str
    is_end: bool
    is_known: bool
    ways: list[tuple[str, "Branch"]]


def draw(scenario: Scenario, words: ScenarioWords) -> Picture:
    """Draw a scenario, which must be one of a catalog: free of circles, without loose ends."""
    columns = _columns(scenario)
    texts = {name: _wrapped(_text(scenario, name)) for column in columns for name in column}
    heights = {name: 2 * _PADDING + _LINE_HEIGHT * len(lines) for name, lines in texts.items()}
    height = max(sum(heights[name] + _GAP for name in column) for column in columns) - _GAP + 2 * _MARGIN
    boxes: dict[str, Box] = {}
    for number, column in enumerate(columns):
        y = (height - sum(heights[name] + _GAP for name in column) + _GAP) // 2
        for name in column:
            x = _MARGIN + number * _COLUMN
            is_end = name in scenario.ends
            boxes[name] = Box(name, is_end, texts[name], x, y, _BOX_WIDTH, heights[name])
            y += heights[name] + _GAP
    arrows = [
        _arrow(boxes[name], boxes[target], label)
        for name, step in scenario.steps.items()
        for target, label in _joined(step, words)
    ]
    width = (len(columns) - 1) * _COLUMN + _BOX_WIDTH + 2 * _MARGIN
    return Picture(list(boxes.values()), arrows, width, height)


def outline(scenario: Scenario, words: ScenarioWords) -> Branch:
    """Return all ways through a scenario as lists; what was told once is only named again."""
    told: set[str] = set()

    def branch(name: str) -> Branch:
        step, known = scenario.steps.get(name), name in told
        told.add(name)
        ways = [(label, branch(to)) for label, to in _answers(step, words)] if step and not known else []
        return Branch(name, _text(scenario, name), step is None, known and step is not None, ways)

    return branch(scenario.start)


def _answers(step: Step, words: ScenarioWords) -> Iterator[tuple[str, str]]:
    """Yield each answer in words, and where it leads."""
    if step.date:
        yield step.label, step.date.to
    elif step.number:
        number = step.number
        bounds = (
            words.number.format(number=bound, unit=number.unit) for bound in (number.least, number.most)
        )
        yield "~".join(bounds), number.to
    else:
        yield from ((option.label, option.to) for option in step.options)


def _joined(step: Step, words: ScenarioWords) -> list[tuple[str, str]]:
    """Return each target with all answers that lead there."""
    labels: dict[str, list[str]] = {}
    for label, target in _answers(step, words):
        labels.setdefault(target, []).append(label)
    return [(target, " / ".join(each)) for target, each in labels.items()]


def _columns(scenario: Scenario) -> list[list[str]]:
    depth = {scenario.start: 0}
    # No way is longer than there are steps, so after so many rounds every box has found its column.
    for _ in scenario.steps:
        for name in scenario.steps:
            for target in scenario.next_of(name) if name in depth else ():
                depth[target] = max(depth.get(target, 0), depth[name] + 1)
    columns: list[list[str]] = [[] for _ in range(max(depth.values()) + 1)]
    for name, number in depth.items():
        columns[number].append(name)
    for number, column in enumerate(columns[1:], start=1):
        before = [name for earlier in columns[:number] for name in earlier]
        column.sort(key=lambda name, before=before: _middle_of_parents(scenario, name, before))  # type: ignore[misc]
    return columns


def _middle_of_parents(scenario: Scenario, name: str, before: list[str]) -> float:
    places = [
        before.index(parent) + list(scenario.next_of(parent)).index(name) / 10
        for parent in before
        if name in scenario.next_of(parent)
    ]
    return sum(places) / len(places)


def _text(scenario: Scenario, name: str) -> str:
    step = scenario.steps.get(name)
    return step.question if step else scenario.ends[name].title


def _wrapped(text: str) -> tuple[str, ...]:
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if len(joined) > _LETTERS and lines[-1]:
            lines.append(word)
        else:
            lines[-1] = joined
    return tuple(lines)


def _arrow(source: Box, target: Box, label: str) -> Arrow:
    x1, y1 = source.x + source.width, source.y + source.height // 2
    x2, y2 = target.x, target.y + target.height // 2
    bend = (x2 - x1) // 2
    path = f"M{x1} {y1} C{x1 + bend} {y1} {x2 - bend} {y2} {x2} {y2}"
    return Arrow(path, label, (x1 + x2) // 2, (y1 + y2) // 2, _LABEL_LETTER * (len(label) + 1))
