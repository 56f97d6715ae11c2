from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from chatbot.knowledge.scenario import End, Option, Scenario, Show, Step
from chatbot.knowledge.scenario_graph import circle, is_always_passed, longest_way, reachable

NAMES = ("a", "b", "c", "d", "e")
END = End(title="끝", shows=(Show(entry="x"),))


def scenario_of(**ways: tuple[str, ...]) -> Scenario:
    """Return a scenario that starts at `a`; whatever is led to and leads nowhere is an end."""
    steps = {
        name: Step(
            question="무엇?",
            label="무엇",
            options=tuple(
                Option(id=f"o{number}", label=f"{number}번", to=target)
                for number, target in enumerate(targets if len(targets) > 1 else targets * 2)
            ),
        )
        for name, targets in ways.items()
    }
    ends = {target: END for targets in ways.values() for target in targets if target not in steps}
    return Scenario(
        id="x", topic="x", title="x", summary="x", start="a", steps=steps, ends=ends or {"z": END}
    )


def test_what_no_answer_leads_to_cannot_be_reached() -> None:
    assert reachable(scenario_of(a=("b", "z"), b=("z",), c=("y",))) == {"a", "b", "z"}


def test_a_step_is_always_passed_when_every_way_goes_through_it() -> None:
    ways = scenario_of(a=("b", "c"), b=("d",), c=("d",), d=("z", "y"))
    assert is_always_passed(ways, "d", "z")
    assert is_always_passed(ways, "a", "y")
    assert not is_always_passed(ways, "b", "z")


def test_a_circle_is_shown_from_where_it_comes_back() -> None:
    assert circle(scenario_of(a=("b",), b=("c", "z"), c=("b", "z"))) == ("b", "c", "b")
    assert circle(scenario_of(a=("a", "z"))) == ("a", "a")
    assert circle(scenario_of(a=("b", "c"), b=("c",), c=("z",))) == ()


def test_the_longest_way_counts_the_questions_that_may_still_come() -> None:
    ways = scenario_of(a=("b", "z"), b=("c", "z"), c=("z",))
    assert [longest_way(ways, name) for name in ("a", "b", "c", "z")] == [3, 2, 1, 0]


def test_many_forks_that_meet_again_are_measured_at_once() -> None:
    names = [f"n{number}" for number in range(60)]
    ways = {name: (following, following) for name, following in pairwise(names)}
    assert longest_way(scenario_of(a=("n0",), **ways), "a") == 60


def walks(ways: Scenario, name: str, passed: tuple[str, ...] = ()) -> list[tuple[str, ...]]:
    """Return every way from a step on that never comes back to a step."""
    if name not in ways.steps:
        return [(*passed, name)]
    return [
        walk
        for target in ways.next_of(name)
        if target not in (*passed, name)
        for walk in walks(ways, target, (*passed, name))
    ]


@given(
    st.dictionaries(
        st.sampled_from(NAMES[1:]), st.lists(st.sampled_from([*NAMES, "y", "z"]), min_size=1, max_size=3)
    ),
    st.lists(st.sampled_from([*NAMES[1:], "y", "z"]), min_size=1, max_size=3),
)
def test_the_graph_agrees_with_walking_every_way(others: dict[str, list[str]], first: list[str]) -> None:
    ways = scenario_of(a=tuple(first), **{name: tuple(targets) for name, targets in others.items()})
    all_walks = walks(ways, "a")
    for end in {walk[-1] for walk in all_walks}:
        for step in ways.steps:
            always = all(step in walk for walk in all_walks if walk[-1] == end)
            assert is_always_passed(ways, step, end) == always
    if not circle(ways):
        assert longest_way(ways, "a") == max(len(walk) for walk in all_walks) - 1
