"""Which of several aligned claims go together, and which is the odd one out."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from claimdiff.model import Claim


def grouped(claims: Sequence[Claim], agree: Callable[[Claim, Claim], bool]) -> list[list[Claim]]:
    """Claims in groups whose members all agree with each other; the largest group first, else in order of appearance."""
    groups: list[list[Claim]] = []
    for claim in claims:
        home = next((group for group in groups if all(agree(claim, member) for member in group)), None)
        if home is None:
            groups.append([claim])
        else:
            home.append(claim)
    return sorted(groups, key=lambda group: -len(group))


def odd_first(groups: Sequence[Sequence[Claim]]) -> list[Claim]:
    """One claim of each group: with a clear majority the odd ones come first, else the order stays."""
    if len(groups) > 1 and len(groups[0]) > len(groups[1]):
        return [*(group[0] for group in groups[1:]), groups[0][0]]
    return [group[0] for group in groups]


def majority(groups: Sequence[Sequence[Claim]]) -> str:
    """Says how many have the last value ("; 3 of 4 ...") where most agree, else nothing."""
    total = sum(len(group) for group in groups)
    if total > 2 and len(groups[0]) > len(groups[1]):
        return f"; {len(groups[0])} of {total} have the last"
    return ""
