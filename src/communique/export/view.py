"""What the templates are given: one report with everything that is shown of it, worked out once."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.export.bargaining import PartyRows, by_party
from communique.export.entries import AnyEntry, Entries, Entry
from communique.export.outcome import Outcome, outcome
from communique.export.segments import Paragraph, Segment, paragraphs
from communique.export.timeline import Moment, timeline
from communique.export.unknown import Unknown, unknowns
from communique.export.wording import heading, one_line, word_count
from communique.types import Record
from communique.vocabulary import Span

MARKED_KINDS = ("statement", "event", "position", "actor", "date", "place")


@dataclass(frozen=True, slots=True)
class Report:
    """One report as the templates see it. `prefix` goes before every key, `anchor` is the report's own."""

    record: Record
    entries: Entries
    prefix: str
    anchor: str
    heading: str
    words: int
    outcome: Outcome
    parties: tuple[PartyRows, ...]
    moments: tuple[Moment, ...]
    unknowns: tuple[Unknown, ...]
    paragraphs: tuple[Paragraph, ...]

    @property
    def counts(self) -> dict[str, int]:
        """How many entries there are of each kind that is marked in the text."""
        kinds = [entry.kind for entry in self.entries]
        return {kind: kinds.count(kind) for kind in MARKED_KINDS}

    @property
    def titled(self) -> bool:
        """Whether the text itself begins with the title, so that it need not be printed above it."""
        return is_titled(self.paragraphs, self.heading)

    @property
    def explained(self) -> bool:
        """Whether entries say which rule and words led to them."""
        return any(entry.why for entry in self.entries)

    def key(self, entry: Entry) -> str:
        """The key of an entry, unique on the page."""
        return self.prefix + entry.key

    def key_of(self, source: AnyEntry) -> str:
        """The key of an entry of the record, unique on the page."""
        return self.key(self.entries.of(source))

    def keys(self, entries: Iterable[Entry]) -> str:
        """Keys as a list for an attribute."""
        return " ".join(self.key(entry) for entry in entries)

    def actor_key(self, identity: str | None) -> str | None:
        """The key of the actor with an id; None where the record has none."""
        entry = self.entries.named("actor", identity)
        return self.key(entry) if entry else None

    def statement_key(self, identity: str | None) -> str | None:
        """The key of the statement with an id; None where the record has none."""
        entry = self.entries.named("statement", identity)
        return self.key(entry) if entry else None

    def labels(self, segment: Segment) -> str:
        """Numbers printed where the passages of statements, events and positions begin."""
        return " ".join(entry.key for entry in segment.first if entry.kind in {"statement", "event", "position"})


def is_titled(paragraphs: Sequence[Paragraph], heading: str) -> bool:
    """Whether a text's first line is its heading."""
    first = paragraphs[0].segments if paragraphs else ()
    return one_line("".join(segment.text for segment in first)) == heading


def view(record: Record, *, prefix: str = "", anchor: str = "r1", here: Span | None = None) -> Report:
    """Everything that is shown of a record; `here` is the passage that the page is opened at."""
    entries = Entries(record)
    return Report(
        record=record,
        entries=entries,
        prefix=prefix,
        anchor=anchor,
        heading=heading(record),
        words=word_count(record),
        outcome=outcome(record),
        parties=by_party(record),
        moments=timeline(record),
        unknowns=unknowns(record),
        paragraphs=paragraphs(record.article, entries, [here] if here else []),
    )
