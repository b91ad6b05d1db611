"""Marks reports that nobody marked, by trained networks: what they say of each word, averaged, is learned as it is.

python -m training.statements.silver REPORTS.jsonl... --teacher CHECKPOINT_FOLDER... --encoder FOLDER --out SILVER.pickle
"""

from __future__ import annotations

import argparse
import pickle
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import torch
from numpy.typing import NDArray

from communique.statements.decode import Attribution, decode
from communique.statements.found import ROLES, TAGS
from communique.statements.windows import Window
from communique.vocabulary import Span
from training.statements.batches import to_tensors
from training.statements.data import Example, load_tokenizer, read_windows
from training.statements.export import link_weights
from training.statements.network import Tagger


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("reports", type=Path, nargs="+")
    parser.add_argument("--teacher", type=Path, nargs="+", required=True)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    teachers = [_load(folder, options.encoder) for folder in options.teacher]
    tokenizer = load_tokenizer(options.encoder)
    windows = [window for path in options.reports for _, cut in read_windows(path, tokenizer) for window in cut]
    options.out.write_bytes(pickle.dumps([mark(window, teachers) for window in windows]))


def mark(window: Window, teachers: Sequence[Tagger]) -> Example:
    """Tags are the mean of all teachers' probabilities; links are the first teacher's, over the spans of that mean."""
    empty = Example(window, (), {}, (), (), np.zeros((len(window.words), len(TAGS)), np.float16))
    read = [_read(teacher, empty) for teacher in teachers]
    chances = np.mean([np.exp(scores) for scores, _ in read], axis=0)
    found = decode(window, np.log(chances + 1e-9).astype(np.float32), read[0][1], link_weights(teachers[0]))
    return _linked(replace(empty, chances=chances[list(window.starts)].astype(np.float16)), found)


@torch.no_grad()
def _read(teacher: Tagger, example: Example) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    batch = to_tensors([example])
    with torch.autocast("cpu", torch.bfloat16):
        scores, states = teacher(batch.ids, batch.mask, batch.marks)
    return scores.float().log_softmax(-1)[0].numpy(), states.float()[0].numpy()


def _linked(example: Example, found: Sequence[Attribution]) -> Example:
    starts = example.window.starts
    places: dict[str, dict[Span, int]] = {role: {} for role in ROLES}

    def place(role: str, span: Span) -> int:
        return places[role].setdefault((starts[span[0]], starts[span[1] - 1]), len(places[role]))

    rows = [
        (
            place("cue", one.cue),
            [place("content", part) for part in one.content],
            place("source", one.source) if one.source else -1,
        )
        for one in found
        if one.cue
    ]
    to_cue, to_source = [-1] * len(places["content"]), [0] * len(places["cue"])
    for cue, contents, source in rows:
        to_source[cue] = source + 1
        for content in contents:
            to_cue[content] = cue
    return replace(
        example, ends={role: tuple(spans) for role, spans in places.items()}, to_cue=tuple(to_cue), to_source=tuple(to_source)
    )


def _load(folder: Path, encoder: Path) -> Tagger:
    network = Tagger(encoder)
    network.load_state_dict(torch.load(folder / "checkpoint.pt", weights_only=True)["network"])
    return network.eval()


if __name__ == "__main__":
    main()
