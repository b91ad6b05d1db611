"""The networks that judge candidates, and the ranking of parties; trained on one core in minutes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from training.positions.examples import Example
from training.positions.learned import STANCES
from training.positions.vectors import Vectors

LABELS = ("none", *STANCES)
NETWORKS, HIDDEN, EPOCHS, BATCH = 4, 32, 15, 64
RATE, DECAY, DROPPED = 2e-3, 0.3, 0.5
RARE = 2  # features seen fewer times are left out


class Network(nn.Module):
    """One hidden layer over named features and the means of word vectors."""

    def __init__(self, features: int, width: int) -> None:
        super().__init__()
        self.names = nn.EmbeddingBag(features, HIDDEN, mode="sum")
        nn.init.normal_(self.names.weight, std=0.05)
        self.dense = nn.Linear(width, HIDDEN)
        self.out = nn.Linear(HIDDEN, len(LABELS))
        self.drop = nn.Dropout(DROPPED)

    def forward(self, rows: Tensor, starts: Tensor, means: Tensor) -> Tensor:
        """Scores (candidates, labels); `rows` of all candidates one after another, each from its `starts`."""
        hidden = self.names(rows, starts) + self.dense(self.drop(means))
        scores: Tensor = self.out(self.drop(torch.relu(hidden)))
        return scores


def fit(examples: Sequence[Example], vectors: Vectors) -> dict[str, np.ndarray]:
    """The arrays of `weights.npz`: several networks from different seeds, and the weights of the ranking."""
    used = [one for one in examples if not one.masked]
    counts = Counter(name for one in used for name in one.features)
    known = sorted(name for name, count in counts.items() if count >= RARE)
    dense = torch.from_numpy(vectors.means([one.features for one in used]))
    rows = {name: row for row, name in enumerate(known)}
    networks = [_fit_one(used, rows, dense, seed) for seed in range(NETWORKS)]
    names = np.concatenate([net.names.weight.detach().numpy() for net in networks], axis=1)
    scale = np.float32(np.abs(names).max() / 127)
    parties, ranks = rank(examples)
    return {
        "features": np.array(known),
        "names": np.round(names / scale).astype(np.int8),
        "scale": scale,
        "dense": np.concatenate([net.dense.weight.detach().numpy().T for net in networks], axis=1).astype(np.float16),
        "bias": np.concatenate([net.dense.bias.detach().numpy() for net in networks]).astype(np.float32),
        "out": np.stack([net.out.weight.detach().numpy().T for net in networks]).astype(np.float32),
        "out_bias": np.stack([net.out.bias.detach().numpy() for net in networks]).astype(np.float32),
        "parties": np.array(parties),
        "ranks": ranks,
    }


def _fit_one(examples: Sequence[Example], rows: dict[str, int], dense: Tensor, seed: int) -> Network:
    torch.manual_seed(seed)
    network = Network(len(rows), dense.shape[1])
    bags = [torch.tensor([rows[name] for name in one.features if name in rows]) for one in examples]
    labels = torch.tensor([LABELS.index(one.stance) for one in examples])
    weights = torch.tensor([one.weight for one in examples])
    optimizer = torch.optim.AdamW(network.parameters(), lr=RATE, weight_decay=DECAY)
    for epoch in range(EPOCHS):
        for group in optimizer.param_groups:
            group["lr"] = RATE * (1 - epoch / EPOCHS)
        for batch in torch.randperm(len(examples)).split(BATCH):
            chosen = [bags[i] for i in batch]
            starts = torch.tensor(np.cumsum([0, *(len(bag) for bag in chosen[:-1])]))
            scores = network(torch.cat(chosen), starts, dense[batch])
            loss = (functional.cross_entropy(scores, labels[batch], reduction="none") * weights[batch]).mean()
            optimizer.zero_grad()
            loss.backward()
            optimizer.step()
    return network.eval()


def rank(examples: Sequence[Example]) -> tuple[list[str], np.ndarray]:
    """Names and weights of the features of parties: a softmax over the parties around each marked position."""
    used = [one for one in examples if any(one.right)]
    counts = Counter(name for one in used for names in one.parties for name in names)
    known = {name: row for row, name in enumerate(sorted(name for name, count in counts.items() if count > RARE))}
    cases = []
    for one in used:
        table = torch.zeros(len(one.parties), len(known))
        for at, names in enumerate(one.parties):
            table[at, [known[name] for name in dict.fromkeys(names) if name in known]] = 1.0
        cases.append((table, torch.tensor(one.right)))
    torch.manual_seed(0)
    weights = torch.zeros(len(known), requires_grad=True)
    optimizer = torch.optim.AdamW([weights], lr=0.02, weight_decay=0.05)
    for _ in range(25):
        for batch in torch.randperm(len(cases)).split(32):
            losses = [-torch.logsumexp((cases[i][0] @ weights).log_softmax(0)[cases[i][1]], 0) for i in batch]
            optimizer.zero_grad()
            torch.stack(losses).mean().backward()
            optimizer.step()
    return list(known), weights.detach().numpy().astype(np.float32)
