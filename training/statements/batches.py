"""Windows as tensors, a batch at a time, in an order that a seed decides."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import torch
from torch import Tensor

from communique.statements.features import BEGINS
from communique.statements.found import TAGS
from training.statements.data import IGNORED, Example

# Batches of like length are drawn from pools of this many.
POOL = 20
# How often the network has to do without the rules' opinion, and without the parse: they must help, not decide.
WITHOUT_RULES, WITHOUT_PARSE = 0.15, 0.1


@dataclass(frozen=True, slots=True)
class Batch:
    """Windows padded to one length: ids, mask (b, n), marks (b, n, channels), tags (b, n, 7), 0 for no word."""

    examples: Sequence[Example]
    ids: Tensor
    mask: Tensor
    marks: Tensor
    tags: Tensor


def draw(examples: Sequence[Example], size: int, chance: random.Random) -> Iterator[Batch]:
    """Every example once: batches of windows of like length, in random order."""
    order = list(range(len(examples)))
    chance.shuffle(order)
    pools = [
        sorted(order[i : i + size * POOL], key=lambda k: len(examples[k].window.ids)) for i in range(0, len(order), size * POOL)
    ]
    batches = [pool[i : i + size] for pool in pools for i in range(0, len(pool), size)]
    chance.shuffle(batches)
    for batch in batches:
        yield to_tensors([examples[k] for k in batch], chance)


def to_tensors(examples: Sequence[Example], chance: random.Random | None = None) -> Batch:
    """One batch; with `chance` some features are left out at random."""
    longest = max(len(example.window.ids) for example in examples)

    def padded(rows: Sequence[Sequence[Any]], filler: Any) -> Tensor:
        return torch.tensor([[*row, *([filler] * (longest - len(row)))] for row in rows])

    windows = [example.window for example in examples]
    mask = padded([[1] * len(window.ids) for window in windows], 0)
    marks = padded([window.marks for window in windows], BEGINS)
    if chance is not None:
        _hide(marks, chance)
    tags = torch.stack([_targets(example, longest) for example in examples])
    return Batch(examples, padded([window.ids for window in windows], 0), mask, marks, tags)


def _hide(marks: Tensor, chance: random.Random) -> None:
    for row in marks:
        if chance.random() < WITHOUT_RULES:
            row[:, 1] = BEGINS[1]
        if chance.random() < WITHOUT_PARSE:
            row[:, 2], row[:, 3] = BEGINS[2], BEGINS[3]


def _targets(example: Example, longest: int) -> Tensor:
    out = torch.zeros(longest, len(TAGS))
    if example.chances is not None:
        out[list(example.window.starts)] = torch.from_numpy(example.chances).float()
    else:
        for at, tag in enumerate(example.tags):
            if tag != IGNORED:
                out[at, tag] = 1.0
    return out
