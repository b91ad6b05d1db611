"""What readers marked, as right answers: who a pronoun or a description means, by the places where that actor is named.

A mark is a pair (span of the words, spans that name the right actor; none where no actor of the report is meant).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from communique.actors.pronoun_words import THIRD, pronouns
from communique.vocabulary import Span

# No source is looked for farther from its content than this, in characters.
FARTHEST = 200
Marks = dict[Span, frozenset[Span]]


def read_rows(paths: Sequence[Path]) -> Iterator[dict[str, Any]]:
    """The lines of JSONL files."""
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                yield json.loads(line)


def read_marks(path: Path) -> dict[str, Marks]:
    """Marks by the report's id: lines of `{"id", "marks": [{"span", "actor": [spans that name it]}]}`."""
    return {
        row["id"]: {(m["span"][0], m["span"][1]): frozenset((a, b) for a, b in m["actor"]) for m in row["marks"]}
        for row in read_rows([path])
    }


def told_by_speakers(row: Mapping[str, Any]) -> Marks:
    """Marks of the pronouns that are a source, in a report with `statements`: the speaker's name says who is meant."""
    marks: Marks = {}
    for statement in row.get("statements", ()):
        if pronouns().get(statement["source"].lower()) not in THIRD or not statement["cue"]:
            continue
        span = _source(row["text"], statement)
        names = {match.span() for name in statement["speakers"] if name for match in re.finditer(_named(name), row["text"])}
        if span is not None and names:
            marks[span] = frozenset(names)
    return marks


def _named(name: str) -> str:
    """The name as a whole, or the last word of a person's."""
    last = name.split()[-1]
    return rf"\b{re.escape(name)}\b|\b{re.escape(last)}\b" if last[:1].isupper() else rf"\b{re.escape(name)}\b"


def _source(text: str, statement: Mapping[str, Any]) -> Span | None:
    """Where the source stands beside its cue, nearest to the content."""
    source, cue = re.escape(statement["source"]), re.escape(statement["cue"])
    beside = re.compile(rf"\b({source})\b[^.“\"]{{0,40}}?\b{cue}\b|\b{cue}\s({source})\b", re.IGNORECASE)
    content = statement["contents"][0]
    first, last = content[0][0], content[-1][1]
    found = [m.span(1) if m[1] else m.span(2) for m in beside.finditer(text, max(0, first - FARTHEST), last + FARTHEST)]
    free = [span for span in found if not any(a <= span[0] < b for a, b in content)]
    return min(free, key=lambda span: max(first - span[1], span[0] - last, 0), default=None)
