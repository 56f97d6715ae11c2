"""The ways through a scenario. Nothing here assumes that it is well formed."""

from collections.abc import Collection

from chatbot.knowledge.scenario import Scenario


def reachable(scenario: Scenario, *, without: Collection[str] = ()) -> frozenset[str]:
    """Return the steps and ends that can be reached from the start, going through none of `without`."""
    found: set[str] = set()
    waiting = [scenario.start]
    while waiting:
        name = waiting.pop()
        if name not in found and name not in without:
            found.add(name)
            waiting.extend(scenario.next_of(name))
    return frozenset(found)


def is_always_passed(scenario: Scenario, step_id: str, end_id: str) -> bool:
    """Tell whether every way to an end goes through a step."""
    return end_id not in reachable(scenario, without={step_id})


def circle(scenario: Scenario) -> tuple[str, ...]:
    """Return the steps of a way that comes back to where it began, or nothing where there is none."""
    done: set[str] = set()

    def search(name: str, way: tuple[str, ...]) -> tuple[str, ...]:
        if name in way:
            return (*way[way.index(name) :], name)
        if name in done:
            return ()
        for target in scenario.next_of(name):
            found = search(target, (*way, name))
            if found:
                return found
        done.add(name)
        return ()

    return next((found for name in scenario.steps if (found := search(name, ()))), ())


def longest_way(scenario: Scenario, name: str) -> int:
    """Return how many questions may still come from a step on, itself included; 0 for an end.

    The scenario must be free of circles, as every scenario of a catalog is.
    """
    known: dict[str, int] = {}

    def measure(step_id: str) -> int:
        if step_id not in known:
            ahead = [measure(target) for target in scenario.next_of(step_id)]
            known[step_id] = 1 + max(ahead) if ahead else 0
        return known[step_id]

    return measure(name)
