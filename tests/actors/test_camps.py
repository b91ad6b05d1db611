"""The people around a politician as a body of their own."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.actors.conftest import Found

Actors = Callable[..., Found]


@pytest.mark.parametrize(
    ("text", "called"),
    [
        ("Paul Brekke spoke. The Brekke campaign said it had paid.", ["Brekke campaign"]),
        ("Paul Brekke spoke. The Brekke campaign paid. The campaign said so.", ["Brekke campaign", "The campaign"]),
        ("Paul Brekke spoke. The Brekke campaign paid. He liked the campaign for peace.", ["Brekke campaign"]),
    ],
)  # fmt: skip
def test_a_campaign_is_a_body(actors_of: Actors, text: str, called: list[str]) -> None:
    found = actors_of(text)
    assert [words for words in found.called("Brekke campaign") if "campaign" in words] == called
    assert found["Brekke campaign"].sector == "PTY"


def test_a_campaign_of_nobody_named_is_no_body(actors_of: Actors) -> None:
    assert "campaign" not in " ".join(actors_of("Paul Brekke spoke. The air campaign went on. The campaign failed.").names())


def test_a_company_form_tells_that_a_name_is_a_company(actors_of: Actors) -> None:
    found = actors_of("Marlowe said he would wait. Marlowe Ltd offered more. Paul Holm left Holm Ltd. Holm smiled.")
    assert all(actor.kind == "organization" for actor in found.record.actors if actor.name.startswith("Marlowe"))
    assert "Holm" in found.called("Paul Holm")
