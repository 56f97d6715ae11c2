"""What the pages of guided scenarios are filled from."""

from dataclasses import dataclass

from web.contexts.start import Start
from web.scenario_picture import Branch, Picture
from web.schemas import LifeEventLink, ScenarioLink, ScenarioTurn


@dataclass(frozen=True)
class GuideGroup:
    """The scenarios of a topic."""

    topic_name: str
    scenarios: list[ScenarioLink]


@dataclass(frozen=True)
class GuideIndexPage:
    """`guide_index.html`: all scenarios, and the life events above them."""

    start: Start
    events: list[LifeEventLink]
    groups: list[GuideGroup]


@dataclass(frozen=True)
class GuidePage:
    """`guide.html`: one scenario, walked by links; `problem` tells why an answer was not taken."""

    start: Start
    turn: ScenarioTurn
    problem: str | None


@dataclass(frozen=True)
class GuidePicturePage:
    """`guide_picture.html`: all ways through a scenario, as a drawing and as a list."""

    start: Start
    scenario: ScenarioLink
    picture: Picture
    tree: Branch
