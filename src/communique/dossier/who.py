"""Everything that reports tell of somebody: what they said, did, suffered and want."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from communique.dossier.held import Held, Passage, passage
from communique.dossier.rows import extent
from communique.dossier.wording import words_of
from communique.types import Actor


@dataclass(frozen=True, slots=True)
class Appearance:
    """One actor of one report.

    Attributes:
        said: what statements give to the actor. done, suffered: triggers of events that it is actor or recipient of.
        wants: (stance, issue, evidence) of its positions.
    """

    report: str
    actor: Actor
    day: str | None
    outlet: str | None
    said: tuple[Passage, ...]
    done: tuple[tuple[str, Passage], ...]
    suffered: tuple[tuple[str, Passage], ...]
    wants: tuple[tuple[str, str, Passage], ...]

    def to_json(self) -> dict[str, Any]:
        """{"report", "day", "outlet", "name", "kind", "country", "role", "wikidata", "said", "done", "suffered", "wants"}."""
        actor = self.actor
        return {
            "report": self.report, "day": self.day, "outlet": self.outlet, "name": actor.name, "kind": actor.kind,
            "country": actor.country, "role": actor.role, "wikidata": actor.wikidata,
            "said": [one.to_json() for one in self.said],
            "done": [{"type": type, **one.to_json()} for type, one in self.done],
            "suffered": [{"type": type, **one.to_json()} for type, one in self.suffered],
            "wants": [{"stance": stance, "issue": issue, **one.to_json()} for stance, issue, one in self.wants],
        }  # fmt: skip


def appearances(reports: Sequence[Held], name: str) -> Iterator[Appearance]:
    """All actors whose name, or Wikidata id, is `name`; else those whose name holds all its words; by report.

    What copies tell is left out: the original tells it.
    """
    wanted = words_of(name)
    originals = [report for report in reports if report.copy_of is None]
    called = [(report, actor) for report in originals for actor in report.record.actors if _fits(actor, name, wanted)]
    exact = [pair for pair in called if words_of(pair[1].name) == wanted or pair[1].wikidata == name]
    for report, actor in exact or called:
        yield _appearance(report, actor)


def _fits(actor: Actor, name: str, wanted: list[str]) -> bool:
    return actor.wikidata == name or (bool(wanted) and set(wanted) <= set(words_of(actor.name)))


def _appearance(report: Held, actor: Actor) -> Appearance:
    record = report.record
    return Appearance(
        report.id,
        actor,
        record.article.published,
        report.outlet,
        tuple(passage(report, extent(s)) for s in record.statements if s.speaker and s.speaker.actor == actor.id),
        tuple((e.type, passage(report, e.trigger.span)) for e in record.events if actor.id in e.actors),
        tuple((e.type, passage(report, e.trigger.span)) for e in record.events if actor.id in e.recipients),
        tuple((p.stance, p.issue.label, passage(report, p.evidence.span)) for p in record.positions if p.party == actor.id),
    )
