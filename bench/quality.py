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
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FLOORS = Path(__file__).with_name("floors.json")
TOLERANCE = 0.05


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
)


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
    gold = folder / one.gold
    with tempfile.TemporaryDirectory() as temporary:
        said = Path(temporary) / "said.jsonl"
        with said.open("w", encoding="utf-8") as stream:
            subprocess.run(_command(folder, one), stdout=stream, check=True)
        answer = Path(temporary) / "answer.json"
        flags = ["--json", str(answer)] if one.scorer == "attribution.py" else ["--json"]
        done = subprocess.run(
            [sys.executable, str(folder / "score" / one.scorer), str(gold), str(said), *flags],
            check=True, capture_output=True, text=True,
        )  # fmt: skip
        result = json.loads(answer.read_text(encoding="utf-8") if answer.exists() else done.stdout)
    yield from _flat("", result)


def _command(folder: Path, one: Set) -> list[str]:
    tool = [sys.executable, "-m", "communique"]
    if one.name == "actors":
        return [*tool, "actor", "--jsonl", str(folder / one.gold)]
    return [*tool, "read", str(folder / (one.reports or one.gold)), "--format", "jsonl", *one.options]


def _flat(name: str, node: Any) -> Iterator[tuple[str, float]]:
    """Figures in a scorer's answer: F of precision and recall, numbers, and the first number of '10 of 11; ...'."""
    if isinstance(node, dict) and "F" in node:
        yield name, float(node["F"])
    elif isinstance(node, dict):
        for key, value in node.items():
            yield from _flat(f"{name} {key}".strip(), value)
    elif isinstance(node, str) and node.split()[:1] and node.split()[0].isdigit():
        yield name, float(node.split()[0])
    elif isinstance(node, int | float) and not isinstance(node, bool) and "lost" not in name and "a sentence" not in name:
        yield name, float(node)


if __name__ == "__main__":
    sys.exit(main())
