"""Stories: reports on the same happening, by agglomerative clustering with average linkage.

A report joins the reports that it is alike to on the average, so one report between two happenings does not make them one.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from communique.dossier.held import Held
from communique.dossier.likeness import Likeness, Vector
from communique.dossier.unions import Unions

# Chosen on other people's labelled coverage, by cross-validation over the labels (docs/dossier.md).
LEAST_ALIKE = 0.15


def stories(reports: Sequence[Held], *, least: float = LEAST_ALIKE) -> dict[str, str]:
    """The story of every report by its id; a story is called by the id of its first report.

    Reports come as `held.ordered` gives them; the order of adding is of no matter. A copy is in the story of its original.
    """
    originals = [report for report in reports if report.copy_of is None]
    found = {originals[at].id: originals[group[0]].id for group in _grouped(originals, least) for at in group}
    return {report.id: found[report.copy_of or report.id] for report in reports}


def _grouped(reports: Sequence[Held], least: float) -> list[list[int]]:
    """Numbers of reports by story. Only reports that a chain of likeness connects can come together."""
    likeness, connected = Likeness(reports), Unions(len(reports))
    for at in range(len(reports)):
        for other in np.flatnonzero(likeness.to_all(at)[:at] >= least).tolist():
            connected.join(other, at)
    out = []
    for members in connected.groups():
        if len(members) == 1:
            out.append(members)
            continue
        matrix = np.array([likeness.to_all(at)[members] for at in members])
        out += [[members[at] for at in group] for group in linked(matrix, least)]
    return sorted(out)


def linked(alike: Vector, least: float) -> list[list[int]]:
    """Groups of the rows of a symmetric matrix: the two most alike come together while their average likeness is `least`.

    By chains of nearest neighbours (Murtagh 1983): as many steps as rows, each over one row.
    """
    alike = alike.copy()
    np.fill_diagonal(alike, -1.0)
    groups: dict[int, list[int]] = {at: [at] for at in range(len(alike))}
    finished: list[list[int]] = []
    chain: list[int] = []
    while groups:
        chain = chain or [min(groups)]
        top, before = chain[-1], chain[-2] if len(chain) > 1 else None
        nearest = int(alike[top].argmax())
        if before is not None and alike[top, before] >= alike[top, nearest]:
            nearest = before
        if len(groups) == 1 or alike[top, nearest] < least:
            finished.append(sorted(groups.pop(top)))
            alike[:, top] = -1.0
            chain.pop()
        elif nearest == before:
            _merge(alike, groups, min(top, nearest), max(top, nearest))
            del chain[-2:]
        else:
            chain.append(nearest)
    return sorted(finished)


def _merge(alike: Vector, groups: dict[int, list[int]], kept: int, gone: int) -> None:
    a, b = len(groups[kept]), len(groups[gone])
    row = np.where(alike[kept] < 0, -1.0, (a * alike[kept] + b * alike[gone]) / (a + b))
    groups[kept] += groups.pop(gone)
    alike[kept], alike[:, kept] = row, row
    alike[gone], alike[:, gone] = -1.0, -1.0
    alike[kept, kept] = -1.0
