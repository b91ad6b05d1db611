"""Leaves out of a record what it is not sure enough of: fewer entries, more of them right."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from communique.errors import OptionError
from communique.types import Event, Gap, Position, Record, Statement

Told = TypeVar("Told", Event, Position)


def checked_confidence(least: float) -> float:
    """The same number. Raises OptionError where it is not between 0 and 1."""
    if not 0 <= least <= 1:
        raise OptionError(f"no confidence {least:g}; it is a number from 0 (every entry) to 1 (none that may be wrong)")
    return least


def above(record: Record, least: float) -> Record:
    """The record without statements, events and positions of a confidence under `least`; ids stay as they were.

    What a left-out statement told is told by the next one around it that stays. Where there is none, a statement stands for
    itself, but an event or position leaves too: without its teller it would read as a fact that the report states. A gap for
    each group says how many are left out.
    """
    kept = [one for one in record.statements if one.confidence >= least]
    tellers = _tellers(record.statements, {one.id for one in kept})
    statements = tuple(replace(one, inside=tellers.get(one.inside or "")) for one in kept)
    events, positions = _told(record.events, tellers, least), _told(record.positions, tellers, least)
    gaps = (
        *_gap("statements", len(record.statements), len(statements), least),
        *_gap("events", len(record.events), len(events), least),
        *_gap("positions", len(record.positions), len(positions), least),
    )
    return replace(record, statements=statements, events=events, positions=positions, gaps=(*record.gaps, *gaps))


def _tellers(statements: Sequence[Statement], kept: set[str]) -> dict[str, str | None]:
    """For each statement's id the id of the innermost one that stays: itself, one around it, or None."""
    around = {one.id: one.inside for one in statements}

    def teller(one: str | None) -> str | None:
        for _ in around:
            if one is None or one in kept:
                break
            one = around.get(one)
        return one if one in kept else None

    return {one: teller(one) for one in around}


def _told(entries: Sequence[Told], tellers: dict[str, str | None], least: float) -> tuple[Told, ...]:
    out = []
    for one in entries:
        teller = tellers.get(one.told_in) if one.told_in is not None else None
        if one.confidence >= least and (one.told_in is None or teller is not None):
            out.append(replace(one, told_in=teller))
    return tuple(out)


def _gap(stage: str, found: int, kept: int, least: float) -> tuple[Gap, ...]:
    if found == kept:
        return ()
    return (Gap(stage=stage, reason=f"{found - kept} of {found} less sure than {least:g} left out"),)
