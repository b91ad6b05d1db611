"""What an encoder made of a report's words, kept with the parsed report: a later stage need not read the report again.

Kept on spaCy's Doc, since that is what all stages are given. Nothing of it reaches a record by itself.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

_KEY = "communique.states"


@dataclass(slots=True)
class States:
    """States of a report's words in the order of the text.

    Word k begins at character `begins[k]`, was read in window `windows[k]` and has the row k of `vectors()`; row -1 - w is the
    state of the beginning of window w. `maker` names the model that made them.
    """

    maker: str
    begins: list[int] = field(default_factory=list)
    windows: list[int] = field(default_factory=list)
    _rows: list[NDArray[np.float32]] = field(default_factory=list)
    _starts: list[NDArray[np.float32]] = field(default_factory=list)

    def add(self, words: Sequence[tuple[int, int]], starts: Sequence[int], hidden: NDArray[np.float32]) -> None:
        """One more window: spans of its words, their first pieces, and the states of all pieces (pieces, width)."""
        self.windows += [len(self._starts)] * len(words)
        self.begins += [start for start, _ in words]
        self._rows.append(hidden[list(starts)])
        self._starts.append(hidden[0])

    def word_at(self, offset: int) -> int:
        """The word that covers a character, or the last one before it."""
        return max(0, bisect_right(self.begins, offset) - 1)

    def vectors(self) -> NDArray[np.float32]:
        """Rows of words, then of windows from the last to the first: (words + windows, width)."""
        return np.concatenate([*self._rows, np.stack(self._starts[::-1])])


def keep(tokens: Doc, states: States) -> None:
    """Leaves states with a report for later stages."""
    tokens.user_data[_KEY] = states


def kept(tokens: Doc) -> States | None:
    """The states that an earlier stage left, if one did."""
    found = tokens.user_data.get(_KEY)
    return found if isinstance(found, States) and found.begins else None
