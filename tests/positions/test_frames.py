from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.parse import Doc
from communique.positions.frames import complements, is_duty, is_infinitive


@pytest.mark.parametrize(
    ("text", "word", "kind", "issue", "toward"),
    [
        ("Chad rejected the plan.", "rejected", "obj", "plan", None),
        ("The plan was rejected.", "rejected", "obj", "plan", None),
        ("Chad ruled out talks.", "ruled", "prt:out", "talks", None),
        ("Chad vowed to leave.", "vowed", "inf", "leave", None),
        ("Chad urged Niger to leave.", "urged", "person", "leave", "Niger"),
        ("Chad called for talks.", "called", "p:for", "talks", None),
        ("Chad has called for troops to leave.", "called", "p:for", "leave", "troops"),
        ("Chad called on Niger to leave.", "called", "p:on&inf", "leave", "Niger"),
        ("Chad wants the ban lifted.", "wants", "done", "lifted", "ban"),
        ("Chad insists that Niger must leave.", "insists", "duty", "leave", "Niger"),
        ("Voters want to see changes.", "want", "see", "changes", None),
        ("Voters would like to see the school being closed.", "like", "see", "closed", "school"),
        ("Chad struck a deal.", "struck", "deal", "deal", None),
        ("We know all steps Chad was asking of Niger.", "asking", "obj&p:of", "steps", "Niger"),
    ],
)
def test_complements(parsed: Callable[..., Doc], text: str, word: str, kind: str, issue: str, toward: str | None) -> None:
    token = next(t for t in parsed(text).tokens if t.text == word)
    found = complements(token)
    assert kind in found
    assert found[kind].issue.text == issue
    assert (found[kind].toward.text if found[kind].toward else None) == toward


def test_a_relative_clause_has_its_noun_for_object(parsed: Callable[..., Doc]) -> None:
    doc = parsed("The steps which Chad had demanded were too small. The money which Chad had wanted was lost.")
    demanded, wanted = (next(t for t in doc.tokens if t.text == word) for word in ("demanded", "wanted"))
    assert complements(demanded)["obj"].issue.text == "steps"
    assert "obj" not in complements(wanted)


def test_infinitives_and_duties(parsed: Callable[..., Doc]) -> None:
    doc = parsed("Chad wants to go and says Niger should stay.")
    go, stay = (next(t for t in doc.tokens if t.text == word) for word in ("go", "stay"))
    assert is_infinitive(go) and not is_infinitive(stay)
    assert is_duty(stay)
