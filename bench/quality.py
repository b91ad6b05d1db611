"""Scores on every dev set against the pinned floors; a floor only rises.

    python bench/quality.py FOLDER [--only seed story] [--raise]

FOLDER holds `data/`, `seed/` and `score/` (the scorers and their gold; not part of this repository). Reads each set with
`communique read`, scores it, prints each measure beside its floor, and exits with 1 where one lies below. `--raise` writes
today's figures into floors.json where they are higher.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.05
TOOL = (sys.executable, "-m", "communique")


@dataclass(frozen=True)
class Set:
    """One dev set: what is read, what it is scored against, and with which scorer."""

    name: str
    scorer: str
    gold: str
    reports: str | None = None
    options: tuple[str, ...] = ()


SETS = (
    Set("seed", "seed.py", "seed/hanoi-2019-02-28.key.json", "seed/hanoi-2019-02-28.txt", ("--published", "2019-02-28")),
    Set("furniture", "furniture.py", "data/furniture_dev.jsonl"),
    Set("attribution", "attribution.py", "data/attribution_dev.jsonl"),
    Set("sentences", "attribution_sentences.py", "data/attribution_sentences_dev.jsonl"),
    Set("story", "story.py", "data/story_dev.jsonl"),
    Set("positions", "positions.py", "data/positions_dev.jsonl"),
    Set("events", "events.py", "data/events_dev.jsonl"),
    Set("dates", "dates.py", "data/dates_dev.jsonl"),
    Set("actors", "actors.py", "data/actors_dev.jsonl"),
    Set("mentions", "", "data"),
    Set("stories", "clusters.py", "data/coverage_dev.jsonl", "data/coverage_dev.jsonl"),
    Set("joins", "dossier.py", "data/dossier_dev.jsonl", "data/coverage_dev.jsonl"),
)
# Numbers that are not the better the higher they are.
NO_MERIT = ("lost", "a sentence", "said", "gold stories", "errors")
# What `communique dossier` is asked for, for the sets that need many reports.
ASKED = {"stories": ("stories",), "joins": ("disagreements", "events", "quotes")}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--only", nargs="*", choices=[one.name for one in SETS])
    parser.add_argument("--raise", dest="lift", action="store_true", help="raise floors to today's figures")
    arguments = parser.parse_args()
    floors: dict[str, Any] = json.loads(FLOORS.read_text(encoding="utf-8"))
    pinned: dict[str, dict[str, float]] = floors.setdefault("quality", {})
    below = 0
    for one in SETS:
        if arguments.only and one.name not in arguments.only:
            continue
        for measure, value in figures(arguments.folder, one):
            floor = pinned.setdefault(one.name, {}).get(measure)
            fell = floor is not None and value < floor - TOLERANCE
            below += fell
            print(
                f"{one.name:12s} {measure:42s} {value:7.2f}  floor {floor if floor is not None else '-':>7}{'  BELOW' * fell}"
            )
            if arguments.lift and (floor is None or value > floor):
                pinned[one.name][measure] = value
    if arguments.lift:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8")
    return int(below > 0)


def figures(folder: Path, one: Set) -> Iterator[tuple[str, float]]:
    """F-measures, shares and right-counts of one set, by name."""
    with tempfile.TemporaryDirectory() as temporary:
        if one.name == "mentions":
            answered = _output([sys.executable, str(FLOORS.with_name("mentions.py")), str(folder / one.gold), "--json"])
        else:
            answered = _scored(folder, one, Path(temporary))
    yield from _flat("", json.loads(answered))


def _scored(folder: Path, one: Set, work: Path) -> str:
    said = [work / f"{name}.jsonl" for name in ASKED.get(one.name, ("said",))]
    if one.name in ASKED:
        dossier = work / "coverage.db"
        _write([*TOOL, "dossier", "add", str(dossier), str(folder / str(one.reports))], work / "added.txt")
    for name, path in zip(ASKED.get(one.name, ("",)), said, strict=True):
        _write([*TOOL, "dossier", name, str(dossier), "--jsonl"] if name else _command(folder, one), path)
    answer = work / "answer.json"
    flags = ["--json", str(answer)] if one.scorer == "attribution.py" else ["--json"]
    scorer = [sys.executable, str(folder / "score" / one.scorer), str(folder / one.gold)]
    printed = _output([*scorer, *map(str, said), *flags])
    return answer.read_text(encoding="utf-8") if answer.exists() else printed


def _write(command: Sequence[str], path: Path) -> None:
    with path.open("w", encoding="utf-8") as stream:
        subprocess.run(command, stdout=stream, check=True)


def _output(command: Sequence[str]) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


def _command(folder: Path, one: Set) -> list[str]:
    if one.name == "actors":
        return [*TOOL, "actor", "--jsonl", str(folder / one.gold)]
    return [*TOOL, "read", str(folder / (one.reports or one.gold)), "--format", "jsonl", *one.options]


def _flat(name: str, node: Any) -> Iterator[tuple[str, float]]:
    """Figures in a scorer's answer: F of precision and recall, numbers, and the first number of '10 of 11; ...'."""
    if isinstance(node, dict) and "F" in node:
        yield name, float(node["F"])
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _flat(f"{name} {key}".strip(), value)
    elif isinstance(node, str) and "said" not in name and node.split()[:1] and node.split()[0].isdigit():
        yield name, float(node.split()[0])
    elif isinstance(node, int | float) and not isinstance(node, bool) and not any(word in name for word in NO_MERIT):
        yield name, float(node)


if __name__ == "__main__":
    sys.exit(main())
