"""disagreements: where reports, or the parties in them, contradict each other; one file a kind."""

from __future__ import annotations

from collections.abc import Sequence

from communique.dossier.cast import Cast
from communique.dossier.disagreements.denials import find_denials
from communique.dossier.disagreements.figures import find_figures
from communique.dossier.disagreements.happened import find_happened
from communique.dossier.disagreements.positions import find_positions
from communique.dossier.disagreements.said import Disagreement, Kind
from communique.dossier.events import joined
from communique.dossier.held import Held

__all__ = ["Disagreement", "Kind", "find_disagreements"]

FINDERS = (find_denials, find_figures, find_positions, find_happened)


def find_disagreements(reports: Sequence[Held]) -> tuple[Disagreement, ...]:
    """All disagreements of the reports, by kind, then by report and place. Copies tell nothing of their own."""
    cast = Cast(reports)
    events = joined(reports, cast)
    return tuple(found for find in FINDERS for found in find(reports, cast, events))
