"""Mentions of main actors against our own gold: precision, recall and F, over all and by kind of mention.

    python bench/mentions.py DATA_DIR [--model learned] [--set attribution_dev.jsonl] [--errors] [--json]

Reads the reports of bench/gold/mentions.jsonl (ids and offsets; their texts are in DATA_DIR) with the whole pipeline.

The rule. A said span matches a gold one where both are the same or have the same head word; the head is the word that ends
the actor's name where the span ends with it and no description goes before ("aide to Ada Brook"), else the last word before
the first comma, bracket or preposition, after any possessor. Each gold span takes one said span, the same before a like one.
Each gold actor is held against the one said actor that shares most mentions with it, each said actor against one gold
actor, the largest share first. All mentions of that said actor count: those that match are right, others wrong, but for
spans that gold marks as optional, which count neither way. An actor nobody shares a mention with is missed whole. Said
actors held against nobody do not count.
Kinds: `plural` and `role` as gold marks them, `pronoun` by a list of words, else `name`. A wrong span's kind is `plural`
where several said actors have it, `pronoun` by the list, `name` where its head has a capital, else `role`.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from communique import load
from communique.pipeline import MODELS

Span = tuple[int, int]
GOLD = Path(__file__).with_name("gold") / "mentions.jsonl"
KINDS = ("name", "role", "pronoun", "plural")
PRONOUNS = frozenset(
    "i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself "
    "it its itself they them their theirs themselves".split()
)
CUT = re.compile(r",|\(|\s(?:of|for|from|in|at|on|with|to|by|as|who|which|that)\s")
POSSESSOR = re.compile(r".*(?:['’]s|s['’])\s", re.S)
WORD = re.compile(r"[^\W_](?:[\w.&-]*\w)?")


@dataclass(frozen=True)
class Gold:
    """One actor as marked: spans by how they count. `optional` spans are neither asked for nor wrong."""

    name: str
    names: tuple[Span, ...] = ()
    roles: tuple[Span, ...] = ()
    plural: tuple[Span, ...] = ()
    optional: tuple[Span, ...] = ()

    @property
    def asked(self) -> tuple[Span, ...]:
        return tuple(sorted({*self.names, *self.roles, *self.plural}))


@dataclass
class Tally:
    """Counts over reports: right, wrong and missed by kind, and how errors came about."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    errors: Counter[str] = field(default_factory=Counter)
    actors: int = 0
    found: int = 0
    mostly: int = 0
    shown: list[str] = field(default_factory=list)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--set", default="attribution_dev.jsonl", help="file of FOLDER that holds the reports")
    parser.add_argument("--model", choices=MODELS, default="learned")
    parser.add_argument("--errors", action="store_true", help="print each wrong and each missed mention")
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    reports = {row["id"]: row for row in _rows(arguments.folder / arguments.set)}
    reader, tally = load(model=arguments.model), Tally()
    for row in _rows(GOLD):
        report = reports[row["id"]]
        text: str = report["text"]
        if hashlib.sha256(text.encode()).hexdigest() != row["sha256"]:
            sys.exit(f"{row['id']}: the text is not the one that was marked")
        record = reader.read(text, published=report.get("published"), publisher=report["publisher"], title=report["title"])
        score(text, gold_actors(row), {a.id: a.mentions for a in record.actors}, tally)
    for line in tally.shown if arguments.errors else ():
        print(line)
    print(json.dumps(figures(tally), indent=2) if arguments.json else "\n".join(_lines(tally)))
    return 0


def gold_actors(row: Mapping[str, Any]) -> list[Gold]:
    """The actors of one line of gold. `roles` are those of its `mentions` that are roles or titles without a name."""
    return [_gold(actor) for actor in row["actors"]]


def _gold(actor: Mapping[str, Any]) -> Gold:
    spans = {key: tuple((s, e) for s, e in actor.get(key, ())) for key in ("mentions", "roles", "plural", "optional")}
    names = tuple(span for span in spans["mentions"] if span not in spans["roles"])
    return Gold(actor["name"], names, spans["roles"], spans["plural"], spans["optional"])


def score(text: str, gold: Sequence[Gold], said: Mapping[str, Sequence[Span]], tally: Tally) -> None:
    """Adds one report to the tally. `said` are the mentions of each said actor by its id; offsets are into `text`."""
    shared = Counter(span for spans in said.values() for span in set(spans))
    pairs = align(text, gold, said)
    for i, actor in enumerate(gold):
        key = pairs.get(i)
        spans = sorted(set(said[key])) if key is not None else []
        matched = matches(text, actor.name, actor.asked, spans)
        tally.actors += 1
        tally.found += bool(matched)
        tally.mostly += 2 * len(matched) >= len(actor.asked)
        for span in actor.asked:
            kind = _gold_kind(text, actor, span)
            (tally.right if span in matched else tally.missed)[kind] += 1
            if span not in matched:
                _note(tally, text, actor, span, f"missed {kind}, {_held_by(text, actor, span, key, said)}")
        left = [span for span in spans if span not in matched.values()]
        allowed = matches(text, actor.name, actor.optional, left).values()
        for span in left:
            if span not in allowed:
                kind = "plural" if shared[span] > 1 else _kind(text, actor.name, span)
                tally.wrong[kind] += 1
                _note(tally, text, actor, span, f"wrong {kind}, {_whose(text, gold, actor, span)}")


def align(text: str, gold: Sequence[Gold], said: Mapping[str, Sequence[Span]]) -> dict[int, str]:
    """Gold actors by place and the said actor that each is held against: one to one, the most shared mentions first."""
    sizes = [
        (-len(matches(text, actor.name, actor.asked, sorted(set(spans)))), i, place, key)
        for i, actor in enumerate(gold)
        for place, (key, spans) in enumerate(said.items())
    ]
    pairs: dict[int, str] = {}
    for size, i, _, key in sorted(sizes):
        if size and i not in pairs and key not in pairs.values():
            pairs[i] = key
    return pairs


def matches(text: str, name: str, gold: Sequence[Span], said: Sequence[Span]) -> dict[Span, Span]:
    """Gold spans with the said span that each takes, every said span once."""
    found = {span: span for span in gold if span in said}
    free = {head(text, span, name): span for span in reversed(said) if span not in found}
    for span in gold:
        if span not in found and (like := free.pop(head(text, span, name), None)) is not None:
            found[span] = like
    return found


def head(text: str, span: Span, name: str) -> int:
    """Offset of a span's head word, as the rule above has it."""
    words = text[span[0] : span[1]]
    words = words[:-2] if words.endswith(("'s", "’s")) else words
    start = span[0]
    if owner := POSSESSOR.match(words):
        start, words = start + owner.end(), words[owner.end() :]
    found, cut = list(WORD.finditer(words)), CUT.search(words)
    before = list(WORD.finditer(words, 0, cut.start())) if cut else []
    named = bool(found) and found[-1].group() == name.split()[-1]
    if before and not (named and before[-1].group()[0].isupper()):
        found = before
    return start + found[-1].start() if found else start


def figures(tally: Tally) -> dict[str, Any]:
    """Precision, recall and F in percent, in all and by kind; shares of gold actors; how often which error."""
    rows = {kind: _measure(tally.right[kind], tally.wrong[kind], tally.missed[kind]) for kind in KINDS}
    whole = _measure(tally.right.total(), tally.wrong.total(), tally.missed.total())
    return {
        "all": whole,
        **rows,
        "actors": tally.actors,
        "found": _percent(tally.found, tally.actors),
        "half or more of their mentions": _percent(tally.mostly, tally.actors),
        "errors": dict(sorted(tally.errors.items(), key=lambda item: (-item[1], item[0]))),
    }


def _measure(right: int, wrong: int, missed: int) -> dict[str, float]:
    said, gold = right + wrong, right + missed
    return {"P": _percent(right, said), "R": _percent(right, gold), "F": _percent(2 * right, said + gold), "gold": gold}


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def _kind(text: str, name: str, span: Span) -> str:
    if text[span[0] : span[1]].lower() in PRONOUNS:
        return "pronoun"
    return "name" if text[head(text, span, name)].isupper() else "role"


def _gold_kind(text: str, actor: Gold, span: Span) -> str:
    if span in actor.plural or span in actor.roles:
        return "plural" if span in actor.plural else "role"
    return "pronoun" if text[span[0] : span[1]].lower() in PRONOUNS else "name"


def _held_by(text: str, actor: Gold, span: Span, key: str | None, said: Mapping[str, Sequence[Span]]) -> str:
    """Whether another said actor has a missed mention."""
    others = (spans for other, spans in said.items() if other != key)
    return "of another" if any(matches(text, actor.name, [span], sorted(set(spans))) for spans in others) else "of nobody"


def _whose(text: str, gold: Sequence[Gold], actor: Gold, span: Span) -> str:
    """Whether a wrong mention is another main actor's."""
    others = (other for other in gold if other is not actor)
    return "of another main actor" if any(matches(text, o.name, o.asked, [span]) for o in others) else "of none"


def _note(tally: Tally, text: str, actor: Gold, span: Span, error: str) -> None:
    tally.errors[error] += 1
    around = " ".join(f"{text[max(0, span[0] - 60) : span[0]]}[{text[slice(*span)]}]{text[span[1] : span[1] + 40]}".split())
    tally.shown.append(f"{error}\t{actor.name}\t{around}")


def _lines(tally: Tally) -> Iterator[str]:
    result = figures(tally)
    for row in ("all", *KINDS):
        one = result[row]
        yield f"{row:10s} P {one['P']:5.1f}  R {one['R']:5.1f}  F {one['F']:5.1f}  of {one['gold']:.0f}"
    mostly = result["half or more of their mentions"]
    yield f"actors found {result['found']} % of {tally.actors}; half or more of their mentions {mostly} %"
    for error, number in result["errors"].items():
        yield f"{number:5d} {error}"


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as stream:
        yield from (json.loads(line) for line in stream if line.strip())


if __name__ == "__main__":
    sys.exit(main())
