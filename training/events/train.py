"""Trains the event model's layers and writes them with their card.

python -m training.events.train DATA --out FOLDER [--epochs 14] [--seed 2] [--examples PICKLE]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import random
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import numpy as np
import torch
from torch import Tensor, nn

from communique.events import links
from communique.events.learned import TYPES
from training.events import data, triggers
from training.events.examples import Example, Party
from training.events.network import Layers

VERSION = "1"
# How sure the model must be of a party, chosen on story_dev.
LEAST = 0.3
# How often each set is seen in an epoch: whole reports are what counts.
TIMES = {"stories": 3, "marked": 3, "sentences": 1, "quad": 1, "own": 1, "headlines": 1}
TYPE_WEIGHT, PARTY_WEIGHT = 0.45, 0.5
# A sentence with a known event may hold another one, seldom three.
CROWD = 1.6
_SIDES = ("actor", "recipient", "other")
_STATUSES = ("happened", "ongoing", "planned", "cancelled", "hypothetical", "denied", "claimed")
OPINIONS = frozenset(
    triggers.row(name)
    for name in (
        *(f"rules={kind}" for kind in TYPES), *(f"status={status}" for status in _STATUSES), "weak", "orphan",
        "nobody", "on-nobody",
    )
)  # fmt: skip
SIDES = frozenset(
    links.row(name)
    for name in (
        "rules=silent",
        *(f"rules={side}" for side in _SIDES),
        *(f"rules-of={kind}{side}" for kind in TYPES for side in _SIDES),
    )
)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--examples", type=Path, default=Path("build/events/examples.pickle"), help="kept between runs")
    parser.add_argument("--epochs", type=int, default=14)
    parser.add_argument("--batch", type=int, default=24)
    parser.add_argument("--rate", type=float, default=2e-3)
    parser.add_argument("--hide", type=float, default=0.3, help="how often the rules' opinion is hidden")
    parser.add_argument("--dropout", type=float, default=0.3)
    parser.add_argument("--seed", type=int, default=2)
    options = parser.parse_args()
    sets = read_sets(options.data, options.examples)
    print({name: len(examples) for name, examples in sets.items()}, flush=True)
    export(train(sets, options), options.out)


def read_sets(folder: Path, kept: Path) -> dict[str, list[Example]]:
    """All sets as examples, from the file they are kept in if it is there."""
    if kept.exists():
        return dict(pickle.loads(kept.read_bytes()))
    makers: dict[str, Callable[[], Iterator[Example]]] = {
        "stories": lambda: data.stories(folder / "story_train.jsonl"),
        "marked": lambda: data.standoff(folder),
        "sentences": lambda: data.sentences(folder / "events_train.jsonl"),
        "quad": lambda: data.sentences(folder / "events_quad_train.jsonl"),
        "own": data.own_sentences,
        "headlines": lambda: data.headlines(folder / "events_headlines.csv"),
    }
    sets = {name: list(make()) for name, make in makers.items()}
    kept.parent.mkdir(parents=True, exist_ok=True)
    kept.write_bytes(pickle.dumps(sets))
    return sets


def train(sets: dict[str, list[Example]], options: argparse.Namespace) -> Layers:
    """Layers trained on all sets."""
    torch.manual_seed(options.seed)
    chance = random.Random(options.seed)
    layers = Layers(dropout=options.dropout).train()
    examples = [example for name, found in sets.items() for example in found * TIMES[name]]
    steps = -(-len(examples) // options.batch) * options.epochs
    optimizer = torch.optim.AdamW(layers.parameters(), lr=options.rate, weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, steps))
    for epoch in range(1, options.epochs + 1):
        chance.shuffle(examples)
        sums = np.zeros(2)
        for begin in range(0, len(examples), options.batch):
            loss, parts = batch_loss(layers, examples[begin : begin + options.batch], chance, options.hide)
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(layers.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            sums += parts
        types, parties = sums * options.batch / len(examples)
        print(f"epoch {epoch}: types {types:.3f} parties {parties:.3f}", flush=True)
    return layers.eval()


def _rate(step: int, total: int) -> float:
    warm = max(1, total // 10)
    return (step + 1) / warm if step < warm else max(0.0, (total - step) / max(1, total - warm))


def batch_loss(
    layers: Layers, batch: Sequence[Example], chance: random.Random, hide: float
) -> tuple[Tensor, tuple[float, float]]:
    """The loss of a batch, and its two parts."""
    features: list[tuple[int, ...]] = []
    for example in batch:
        hidden = chance.random() < hide
        features += [_without(rows, OPINIONS) if hidden else rows for rows in example.features]
    states = torch.from_numpy(np.concatenate([example.vectors[example.rows] for example in batch]))
    shares = layers.types(states, features).log_softmax(-1)
    losses, told = [], list[tuple[Example, int, int, float]]()
    begin = 0
    for example in batch:
        own = shares[begin : begin + len(example.rows)]
        begin += len(example.rows)
        losses.append(_marked_loss(own, example, told) if example.labels else _free_loss(own, example, told))
    types = torch.stack(losses).mean()
    parties = _party_loss(layers, told, chance, hide)
    return TYPE_WEIGHT * types + PARTY_WEIGHT * parties, (float(types.detach()), float(parties.detach()))


def _without(rows: tuple[int, ...], hidden: frozenset[int]) -> tuple[int, ...]:
    return tuple(row for row in rows if row not in hidden) or rows[:1]


def _marked_loss(shares: Tensor, example: Example, told: list[tuple[Example, int, int, float]]) -> Tensor:
    told += [(example, k, label, 1.0) for k, label in enumerate(example.labels) if label and k in example.parties]
    count = len(example.labels)
    chosen = shares[range(count), example.labels]
    return -(chosen * torch.tensor(example.weights)).sum()


def _free_loss(shares: Tensor, example: Example, told: list[tuple[Example, int, int, float]]) -> Tensor:
    """Some word tells one of the types that are allowed; not many words tell any."""
    allowed = shares[:, list(example.allowed)]
    joint = allowed.logsumexp(-1) + torch.tensor(example.priors).log_softmax(-1)
    k = int(joint.argmax())
    if example.parties[k].roles:
        told.append((example, k, example.allowed[int(allowed[k].argmax())], 0.5))
    crowd = torch.relu((1 - shares[:, 0].exp()).sum() - CROWD)
    return 0.2 * crowd - joint.logsumexp(0)


def _party_loss(layers: Layers, told: Sequence[tuple[Example, int, int, float]], chance: random.Random, hide: float) -> Tensor:
    """Each actor's surest mention is to say what part the actor has."""
    words, mentions, features, kinds, groups = [], [], [], list[int](), list[int]()
    wanted, weights = [], list[float]()
    for example, k, kind, weight in told:
        party: Party = example.parties[k]
        hidden = chance.random() < hide
        numbers: dict[str, int] = {}
        for actor, ends, rows in zip(party.candidates.actors, party.candidates.ends, party.candidates.features, strict=True):
            if actor not in numbers:
                numbers[actor] = len(wanted)
                wanted.append(party.roles.get(actor, (0, 0)))
                weights.append(weight)
            groups.append(numbers[actor])
            words.append(example.vectors[example.rows[k]])
            mentions.append(example.vectors[list(ends)].reshape(-1))
            features.append(_without(rows, SIDES) if hidden else rows)
            kinds.append(kind)
    if not wanted:
        return torch.zeros(())
    scores = layers.parts(
        torch.from_numpy(np.stack(words)), torch.from_numpy(np.stack(mentions)), features, torch.tensor(kinds)
    )
    places = torch.tensor(groups)[:, None].expand(-1, 2)
    surest = torch.full((len(wanted), 2), -1e4).scatter_reduce(0, places, scores, "amax", include_self=True)
    each = nn.functional.binary_cross_entropy_with_logits(surest, torch.tensor(wanted, dtype=torch.float), reduction="none")
    return (each * torch.tensor(weights)[:, None]).sum() / len(told)


def export(layers: Layers, out: Path) -> None:
    """Writes the layers that link parties as half-precision arrays (linear ones transposed), and the card with their digest."""
    out.mkdir(parents=True, exist_ok=True)
    tables = {"lf.weight", "ty.weight"}
    used = {name: value for name, value in layers.state_dict().items() if name.startswith(("l", "ty"))}
    weights = {name: value.numpy() if name in tables or value.ndim == 1 else value.numpy().T for name, value in used.items()}
    np.savez(out / "heads.npz", **{name: np.ascontiguousarray(value, dtype=np.float16) for name, value in weights.items()})
    digest = hashlib.sha256((out / "heads.npz").read_bytes()).hexdigest()
    card = {"version": VERSION, "sha256": {"heads.npz": digest}, "settings": {"least": LEAST}}
    (out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
