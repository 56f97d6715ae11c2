"""Entry health in words. Korean stands in this code because editors, who are no programmers, read it."""

from collections.abc import Sequence

from chatbot.retrieval.health import EntryHealth, Pull, Rival

_LEGEND = """\
한 항목의 질문을 하나씩 빼고 물어, 빠진 질문이 제 항목을 찾는지 본 결과입니다. 잘 못 찾는 항목부터 적습니다.
- 헷갈리는 항목: 제 질문을 가져간 항목과 그쪽으로 기울게 한 낱말. 두 항목의 차이가 드러나는 질문을 더 쓰세요.
  "서로 뺏음"이면 두 항목의 답이 정말 다른지 먼저 보세요.
- 다른 항목의 질문을 끌어옴: 이 항목의 그 질문을 더 또렷하게 고치거나 지우세요.
- 빠진 말: 못 찾은 질문 하나에만 있는 낱말. 그 말을 넣은 질문을 더 쓰세요."""


def health_as_text(entries: Sequence[EntryHealth], worst: int) -> str:
    """Return the worst entries for editors, with how to mend what is shown.

    Args:
        entries: All, the worst first.
        worst: How many are shown.
    """
    asked = sum(entry.asked for entry in entries)
    first = sum(entry.first for entry in entries)
    total = (
        f"항목 {len(entries)}개의 질문 {asked:,}개 가운데 {first:,}개를 맨 먼저 찾음 ({_share(first, asked)})"
    )
    return "\n\n".join([_LEGEND, total, *map(_entry, entries[:worst])])


def _entry(entry: EntryHealth) -> str:
    found = (
        f"제 질문 {entry.asked}개 가운데 {entry.first}개를 맨 먼저 찾음 "
        f"({_share(entry.first, entry.asked)}), 셋 안에는 {entry.among_three}개"
        if entry.asked
        else "질문이 적어 물어볼 수 없음. 유사 질문을 더 쓰세요"
    )
    lines = [f"{entry.id}  {entry.title}  {found}"]
    lines += [f"  헷갈리는 항목: {_rival(rival)}" for rival in entry.rivals]
    lines += [f"  다른 항목의 질문을 끌어옴: {_pull(pull)}" for pull in entry.pulls]
    if entry.missing:
        lines.append(f"  빠진 말: {', '.join(entry.missing)}")
    return "\n".join(lines)


def _rival(rival: Rival) -> str:
    times = f"{rival.won}번, 서로 뺏음" if rival.is_twin else f"{rival.won}번"
    words = ", ".join(f'"{word}"' for word in rival.words)
    return f"{rival.id} {rival.title} ({times})" + (f" — {words}" if words else "")


def _pull(pull: Pull) -> str:
    owners = ", ".join(f"{owner}의 질문 {count}개" for owner, count in pull.drawn.items())
    return f'"{pull.text}" ({owners})'


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.0%}" if whole else "-"
