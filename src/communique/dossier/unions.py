"""Groups that grow by joining pairs."""

from __future__ import annotations


class Unions:
    """Numbers 0 to `size` - 1 in groups, each alone at first."""

    def __init__(self, size: int) -> None:
        self._above = list(range(size))

    def join(self, a: int, b: int) -> None:
        """Makes the groups of two numbers one."""
        a, b = self._top(a), self._top(b)
        self._above[max(a, b)] = min(a, b)

    def groups(self) -> list[list[int]]:
        """All groups, members in ascending order, groups by their lowest."""
        found: dict[int, list[int]] = {}
        for at in range(len(self._above)):
            found.setdefault(self._top(at), []).append(at)
        return list(found.values())

    def _top(self, at: int) -> int:
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at
