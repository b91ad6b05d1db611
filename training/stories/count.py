"""python -m training.stories.count REPORTS.jsonl... --out src/communique/dossier/data/words.tsv

In how many of the reports each word stands. What is kept are numbers of words that several reports share; no text is.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from pathlib import Path

from communique.dossier.wording import words_of

FEWEST = 3
HEADER = (
    "# In how many of {reports} news reports of 2004 to 2020 a word stands, where it is {fewest} or more. A word that few use\n"
    "# tells more about what a report is on. Source: counted by training/stories/count.py.\n"
)


def count(paths: list[Path]) -> tuple[int, Counter[str]]:
    """The number of reports, and in how many of them each word stands."""
    reports, common = 0, Counter[str]()
    for path in paths:
        with path.open(encoding="utf-8") as stream:
            for line in stream:
                reports += 1
                common.update(set(words_of(json.loads(line)["text"])))
    return reports, common


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("reports", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    reports, common = count(options.reports)
    rows = sorted((word, number) for word, number in common.items() if number >= FEWEST)
    lines = [f"{word}\t{number}\n" for word, number in rows]
    head = HEADER.format(reports=f"{reports:,}", fewest=FEWEST)
    options.out.write_text(head + f"*\t{reports}\n" + "".join(lines), encoding="utf-8")


if __name__ == "__main__":
    main()
