"""What the joins read: a report as the dossier holds it, and a passage of one.

A join is a pure function over `Sequence[Held]`, in the order that `ordered` gives; it opens no file and asks no database.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from communique.types import Record
from communique.vocabulary import Span


@dataclass(frozen=True, slots=True)
class Held:
    """One report of a dossier.

    Attributes:
        id: `record.article.id`; in a dossier no two reports share one.
        day: when it was published, where that is known to the day.
        outlet: who published it, in one spelling ("reuters.com"): the publisher, else the host of its address.
        copy_of: id of the report that it is an exact or near duplicate of, which is nobody's copy. Copies count for nothing.
        story: id of the story (`communique dossier stories`) that it belongs to.
    """

    id: str
    record: Record
    day: date | None = None
    outlet: str | None = None
    copy_of: str | None = None
    story: str | None = None


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of one report of a dossier: `text` stands at `span` of the text of `report`."""

    report: str
    span: Span
    text: str

    def to_json(self) -> dict[str, Any]:
        """{"report", "span", "text"}."""
        return {"report": self.report, "span": list(self.span), "text": self.text}


def ordered(reports: Iterable[Held]) -> list[Held]:
    """Reports by their day, those without one last; reports of a day by id: the same whatever the order of adding."""
    return sorted(reports, key=lambda report: (report.day or date.max, report.id))


def passage(report: Held, span: Span) -> Passage:
    """The words at a span of a report's text."""
    return Passage(report.id, span, report.record.article.text[span[0] : span[1]])
