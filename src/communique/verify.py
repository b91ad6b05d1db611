"""Holds a record against its schema and its text: every span, every reference, every enum."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

import msgspec

from communique.codec import decode
from communique.errors import RecordError
from communique.types import Record

Tree = dict[str, Any] | tuple[Any, ...] | str | int | float | None

# Where an id is used, what it must be the id of. A path is written without indexes.
_REFERENCES = {
    "statements.speaker.actor": "actors",
    "statements.addressee.actor": "actors",
    "statements.about.actor": "actors",
    "statements.inside": "statements",
    "events.actors": "actors",
    "events.recipients": "actors",
    "events.told_in": "statements",
    "positions.party": "actors",
    "positions.voice": "actors",
    "positions.toward": "actors",
    "positions.told_in": "statements",
}
_GROUPS = ("actors", "statements", "events", "positions")


def verify_lines(lines: Iterable[str], *, source: str = "records") -> Iterator[RecordError]:
    """All that is wrong in records, one JSON object a line; each error names line and place. Empty lines are skipped."""
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            continue
        try:
            problems = list(problems_of(decode(line)))
        except RecordError as error:
            problems = [error]
        for problem in problems:
            yield RecordError(f"{source}:{number}: {problem.where}", problem.reason)


def problems_of(record: Record) -> Iterator[RecordError]:
    """All that is wrong in one record: spans outside the text or with other words, ids unknown or used twice."""
    data = msgspec.to_builtins(record)
    ids = {group: [entry["id"] for entry in data[group]] for group in _GROUPS}
    for group, known in ids.items():
        for i, one in enumerate(known):
            if one in known[:i]:
                yield RecordError(f"$.{group}[{i}].id", f"{one!r} is used twice")
    sets = {group: frozenset(known) for group, known in ids.items()}
    for where, plain, node in _walk(data, "$", ""):
        yield from _span_problems(where, node, record.article.text)
        target = _REFERENCES.get(plain)
        if target and isinstance(node, str) and node not in sets[target]:
            yield RecordError(where, f"{node!r} is not the id of one of the {target}")
    yield from _self_references(record)


def _walk(node: Tree, where: str, plain: str) -> Iterator[tuple[str, str, Tree]]:
    """Every node with its path, with and without indexes."""
    yield where, plain, node
    if isinstance(node, dict):
        for key, value in node.items():
            yield from _walk(value, f"{where}.{key}", f"{plain}.{key}".lstrip("."))
    elif isinstance(node, tuple) and not _is_span(node):
        for i, value in enumerate(node):
            yield from _walk(value, f"{where}[{i}]", plain)


def _is_span(node: Tree) -> bool:
    return isinstance(node, tuple) and len(node) == 2 and all(isinstance(part, int) for part in node)


def _span_problems(where: str, node: Tree, text: str) -> Iterator[RecordError]:
    if isinstance(node, tuple) and _is_span(node):
        start, end = node
        if not start < end <= len(text):
            yield RecordError(where, f"[{start}, {end}] is not a stretch of a text of {len(text)} characters")
    elif isinstance(node, dict) and isinstance(node.get("text"), str) and node.get("span") is not None:
        start, end = node["span"]
        if text[start:end] != node["text"]:
            yield RecordError(f"{where}.text", f"{node['text']!r} is not at [{start}, {end}]; there stands {text[start:end]!r}")


def _self_references(record: Record) -> Iterator[RecordError]:
    parents = {statement.id: statement.inside for statement in record.statements}
    for i, statement in enumerate(record.statements):
        if not statement.content:
            yield RecordError(f"$.statements[{i}].content", "a statement has at least one stretch of content")
        seen, above = {statement.id}, statement.inside
        while above is not None and above not in seen:
            seen.add(above)
            above = parents.get(above)
        if above is not None:
            yield RecordError(f"$.statements[{i}].inside", f"{statement.id!r} is inside itself")
