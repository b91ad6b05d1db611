from __future__ import annotations

from communique.export.unknown import unknowns
from communique.types import DateExpression, Mention, Record


def test_gaps_and_what_entries_lack(lake_talks: Record) -> None:
    found = [(unknown.what, [getattr(entry, "id", entry) for entry in unknown.entries]) for unknown in unknowns(lake_talks)]
    assert found == [
        ("places: two towns of that name", []),
        ("who speaks", ["s2"]),
        ("when it was", ["e2"]),
        ("which day is meant", [lake_talks.dates[1]]),
    ]


def test_what_else_may_be_unknown(build) -> None:
    stranger = build.statement(1, "Geneva", speaker=Mention(text="officials", span=build.at("officials")))
    lasting = DateExpression(text="Thursday", span=build.at("Thursday"), type="DURATION", by="dates.rules.v1")
    record = build.record(statements=(stranger,), events=(build.event(1, "CONSULT", "meet"),), dates=(lasting,))
    found = [unknown.what for unknown in unknowns(record)]
    assert found[0].startswith("the day of publication")
    assert found[1:] == ["who the named speaker is", "who acts", "when it was"]
