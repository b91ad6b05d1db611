"""Which way a day lies, by the verb that it hangs on."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.dates.tense import direction
from communique.parse import Doc


@pytest.mark.parametrize(
    ("text", "way"),
    [
        ("They met on Friday.", -1),
        ("They have met since Friday.", -1),
        ("They will meet on Friday.", 1),
        ("They are meeting on Friday.", 1),
        ("They plan to meet on Friday.", 1),
        ("The vote was scheduled for Friday.", 1),
        ("The vote was postponed to Friday.", 1),
        ("The strike lasted until Friday.", 1),
        ("They had not met until Friday.", -1),
        ("A spokesman could not be reached Friday.", -1),
        ("He said on Friday that they would meet.", -1),
        ("Friday is a holiday.", 0),
        ("Friday", 0),
    ],
)
def test_direction(parsed: Callable[..., Doc], text: str, way: int) -> None:
    doc = parsed(text)
    assert direction(doc.token_at(text.index("Friday")))[0] == way
