from eval.confusions import Confusion, confusions
from tests.eval.outcomes import OUT_ANSWERED, RIGHT, SILENT, WRONG, outcome


def test_pairs_are_counted_most_frequent_first() -> None:
    cases = [outcome(("c",), ranked=("d", "c")), WRONG, RIGHT, WRONG]
    assert confusions(cases) == [Confusion(("a",), "b", 2), Confusion(("c",), "d", 1)]


def test_nothing_is_mistaken_where_nothing_was_found_or_nothing_is_right() -> None:
    assert confusions([RIGHT, SILENT, OUT_ANSWERED]) == []


def test_the_order_of_several_right_entries_does_not_matter() -> None:
    cases = [outcome(("a", "c"), ranked=("b",)), outcome(("c", "a"), ranked=("b",))]
    assert confusions(cases) == [Confusion(("a", "c"), "b", 2)]


def test_only_so_many_pairs_are_told() -> None:
    cases = [outcome((f"e{number}",), ranked=("b",)) for number in range(30)]
    assert len(confusions(cases)) == 20
    assert len(confusions(cases, most=3)) == 3
