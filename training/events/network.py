"""The event model's layers: the type of a word, and the part of a mention in what a word tells."""

from __future__ import annotations

from collections.abc import Sequence

import torch
from torch import Tensor, nn

from communique.events import links
from training.events import triggers

WIDTH, TYPES = 384, 17


class Layers(nn.Module):
    """Over states of the encoder and rows of hashed features; `communique.events.heads` reads the weights by their names."""

    def __init__(self, *, size: int = 160, told: int = 64, dropout: float = 0.3) -> None:
        super().__init__()
        self.tf = nn.EmbeddingBag(triggers.ROWS, told, mode="sum")
        self.t1, self.t2, self.out = nn.Linear(WIDTH, size), nn.Linear(size + told, size), nn.Linear(size, TYPES)
        self.lf = nn.EmbeddingBag(links.ROWS, told, mode="sum")
        self.lt, self.lm, self.lfe = nn.Linear(WIDTH, size), nn.Linear(2 * WIDTH, size), nn.Linear(told, size)
        self.ty, self.l2, self.lo = nn.Embedding(TYPES, size), nn.Linear(size, size // 2), nn.Linear(size // 2, 2)
        self.drop = nn.Dropout(dropout)
        for table in (self.tf, self.lf, self.ty):
            nn.init.normal_(table.weight, std=0.05)
        nn.init.zeros_(self.out.weight)
        nn.init.zeros_(self.out.bias)
        with torch.no_grad():
            self.out.bias[0] = 2.5

    def types(self, states: Tensor, features: Sequence[Sequence[int]]) -> Tensor:
        """states (words, width) -> scores (words, 17)."""
        seen = torch.relu(self.t1(self.drop(states)))
        hidden = torch.relu(self.t2(self.drop(torch.cat([seen, _sums(self.tf, features)], dim=-1))))
        scores: Tensor = self.out(self.drop(hidden))
        return scores

    def parts(self, words: Tensor, mentions: Tensor, features: Sequence[Sequence[int]], kinds: Tensor) -> Tensor:
        """words (n, width), mentions (n, 2 width), types' numbers (n,) -> scores of acting and of being acted on (n, 2)."""
        told = self.lfe(self.drop(_sums(self.lf, features)))
        hidden = self.lt(self.drop(words)) + self.lm(self.drop(mentions)) + told + self.ty(kinds)
        scores: Tensor = self.lo(torch.relu(self.l2(self.drop(torch.relu(hidden)))))
        return scores


def _sums(table: nn.EmbeddingBag, features: Sequence[Sequence[int]]) -> Tensor:
    flat, begins = [], []
    for rows in features:
        begins.append(len(flat))
        flat.extend(rows)
    sums: Tensor = table(torch.tensor(flat), torch.tensor(begins))
    return sums
