"""What a user merged and renamed among the issues, kept in the dossier: a codebook that grows by use."""

from __future__ import annotations

import json
from collections.abc import Sequence

from communique.dossier.issues import Coded

CODEBOOK = "codebook"


def kept_codebook(text: str | None) -> tuple[Coded, ...]:
    """The codebook that was kept as a text; empty where none was."""
    return tuple(Coded(row["issue"], examples=tuple(row["examples"])) for row in json.loads(text or "[]"))


def merged(text: str | None, old: str, new: str, labels: Sequence[str]) -> str:
    """The kept codebook after an issue with its labels was put under another name."""
    rows = {one.name: list(one.examples) for one in kept_codebook(text)}
    examples = [*rows.pop(old, []), *labels]
    rows[new] = list(dict.fromkeys([*rows.get(new, [new]), *examples]))
    return json.dumps([{"issue": name, "examples": found} for name, found in rows.items()], ensure_ascii=False)
