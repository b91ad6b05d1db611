"""Pronouns and messages that speak: whoever spoke before, as long as nobody else comes in between."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.types import Record

_STAGES = ["actors", "statements", "voices"]
_LONG = "“The port is closed. It will stay closed. Nobody can say for how long. The crews must wait.”"


def speakers(record: Record) -> list[tuple[str, str | None]]:
    names = {actor.id: actor.name for actor in record.actors}
    told = [s.speaker for s in record.statements if s.speaker is not None]
    return [
        (speaker.text.rstrip(","), names.get(speaker.actor or "")) for speaker in sorted(told, key=lambda speaker: speaker.span)
    ]


@pytest.mark.parametrize(
    ("text", "last"),
    [
        (f"Maria Holm said the crews were late. {_LONG[:-1]},” she said.", ("she", "Maria Holm")),
        (f"Maria Holm said: {_LONG} It rained. The quay was empty. She added that talks had failed.", ("She", "Maria Holm")),
        ("The ministry said in a statement the port was shut. It rained. The statement said crews were safe.",
         ("The statement", "ministry")),
        # Another man is named in between.
        (f"Peter Holm said: {_LONG} It was late for John Ode and James Lund. He said talks had failed.", ("He", None)),
        # Nobody of that gender has spoken.
        (f"Peter Holm said: {_LONG} It rained. The quay was empty. She said talks had failed.", ("She", None)),
        # Nobody has issued one.
        ("Peter Holm said the port was shut. It rained. The statement said crews were safe.", ("The statement", None)),
    ],
)  # fmt: skip
def test_the_last_speaker_goes_on(record_of: Callable[..., Record], text: str, last: tuple[str, str | None]) -> None:
    assert speakers(record_of(text, stages=_STAGES))[-1] == last


def test_a_pronoun_becomes_a_mention(record_of: Callable[..., Record]) -> None:
    text = f"Maria Holm said: {_LONG} It rained. The quay was empty. She added that talks had failed."
    record = record_of(text, stages=_STAGES)
    (actor,) = [actor for actor in record.actors if actor.name == "Maria Holm"]
    assert (text.index("She"), text.index("She") + 3) in actor.mentions


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        ("Torve Lind, a retired ferryman, said the talks had failed.", "Torve Lind, a retired ferryman", "Torve Lind"),
        ("Ada Holm MP said the talks had failed.", "Ada Holm MP", "Ada Holm"),
        ("The leader of the union, Peter Holm, said it was late. He also said talks had failed.", "He", "Peter Holm"),
        ("Norwegian leader warns of war\n\nNorwegian president Ada Holm said war was near.",
         "Norwegian leader", "Ada Holm"),
    ],
)  # fmt: skip
def test_who_is_meant(record_of: Callable[..., Record], text: str, source: str, name: str) -> None:
    assert (source, name) in speakers(record_of(text, stages=_STAGES))
