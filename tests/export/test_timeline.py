from __future__ import annotations

from communique.export.timeline import timeline
from communique.types import Record, When


def test_dated_entries_by_day_and_then_by_place(lake_talks: Record) -> None:
    assert [(moment.when, moment.entry.id) for moment in timeline(lake_talks)] == [("14 Mar 2024", "e1"), ("14 Mar 2024", "s1")]


def test_open_and_empty_periods(build) -> None:
    later = build.event(1, "CONSULT", "meet", when=When(start="2024-05"))
    before = build.event(2, "CONSULT", "Talks", when=When(end="2024-03-14"))
    undated = build.event(3, "CONSULT", "ended", when=When(span=build.at("Thursday")))
    moments = timeline(build.record(events=(later, before, undated)))
    assert [(moment.when, moment.entry.id) for moment in moments] == [("until 14 Mar 2024", "e2"), ("from May 2024", "e1")]
