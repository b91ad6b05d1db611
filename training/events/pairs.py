"""Trains the pair model (`communique.events.relate`) and exports it: int8 ONNX, tokenizer, card.

python -m training.events.pairs DATA --encoder FOLDER --out FOLDER [--epochs 8] [--seed 1]
"""

from __future__ import annotations

import argparse
import hashlib
import json
import random
import shutil
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from tokenizers import Tokenizer
from torch import Tensor, nn
from transformers import AutoModel

from communique.events.pairs import TYPES, Pair, read_pair
from communique.vocabulary import Span
from training.events import data
from training.events.names import BODIES, PEOPLE, STATES, fill
from training.statements.data import load_tokenizer

RATE, HEAD_RATE, BATCH = 2e-4, 1e-3, 16
# How often a party is given another's name, and a word is hidden: there are few sentences, and their names say too much.
RENAMED, HIDDEN = 0.45, 0.08
SPECIAL = frozenset({0, 101, 102})
FILES = ("pairs.int8.onnx", "tokenizer.json")
VERSION = "1"
# Divides the scores, so that a chance of 0.9 is right nine times in ten; fitted on events_dev.
WARMTH = 1.6


@dataclass(frozen=True, slots=True)
class Known:
    """A text with a known pair, and the numbers of the types that it may tell."""

    text: str
    source: Span
    target: Span
    allowed: tuple[int, ...]
    weight: float


class Network(nn.Module):
    """ids, mask, roles (b, n) -> scores (b, 16): an encoder told of both parties, and the means of all, source and target."""

    def __init__(self, encoder: Path, *, dropout: float = 0.2) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(encoder), add_pooling_layer=False)
        width = int(self.encoder.config.hidden_size)
        for name, module in self.encoder.named_modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0 if "attention.self" in name else 0.1
        self.role = nn.Embedding(3, width)
        nn.init.normal_(self.role.weight, std=0.02)
        self.drop, self.out = nn.Dropout(dropout), nn.Linear(3 * width, len(TYPES))

    def forward(self, ids: Tensor, mask: Tensor, roles: Tensor) -> Tensor:
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.role(roles)
        states = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        means = [_mean(states, chosen.to(states.dtype)) for chosen in (mask, roles == 1, roles == 2)]
        scores: Tensor = self.out(self.drop(torch.cat(means, dim=-1)))
        return scores


class Graph(nn.Module):
    """What is exported: one text in, scores of types out. A single text needs no mask."""

    def __init__(self, network: Network) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, roles: Tensor) -> Tensor:
        scores: Tensor = self.network(ids, torch.ones_like(ids), roles)
        return scores


def _mean(states: Tensor, chosen: Tensor) -> Tensor:
    return (states * chosen[:, :, None]).sum(1) / chosen.sum(1, keepdim=True).clamp(min=1)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("data", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    torch.manual_seed(options.seed)
    tokenizer = load_tokenizer(options.encoder)
    known = read_known(options.data, random.Random(options.seed))
    network = Network(options.encoder).train()
    train(network, known, tokenizer, options.epochs, random.Random(options.seed))
    export(network.eval(), options.encoder, options.out)


def read_known(folder: Path, chance: random.Random) -> list[Known]:
    """Sentences of events_train, of events_quad_train where both parties are marked, and our own."""
    found = []
    for name, weight in (("events_train", 1.0), ("events_quad_train", 0.7)):
        for row in data.rows(folder / f"{name}.jsonl"):
            kinds, source, target = data.kinds_of(row), *data.parties_of(row)
            if kinds and source and target:
                found.append(Known(row["text"], source, target, tuple(TYPES.index(kind) for kind in kinds), weight))
    for kind, sentence in data.own_rows():
        text, _, spans = data.filled(sentence, fill(kind, chance))
        if kind != "NONE" and "A" in spans and (other := spans.get("R") or spans.get("B")):
            found.append(Known(text, spans["A"], other, (TYPES.index(kind),), 0.5))
    return found


def train(network: Network, known: Sequence[Known], tokenizer: Tokenizer, epochs: int, chance: random.Random) -> None:
    """Trains a network on texts whose names change from epoch to epoch."""
    names = [*STATES, *PEOPLE, *BODIES, *(one.text[slice(*span)] for one in known for span in (one.source, one.target))]
    steps = -(-len(known) // BATCH) * epochs
    inner = [p for name, p in network.named_parameters() if name.startswith("encoder.")]
    outer = [p for name, p in network.named_parameters() if not name.startswith("encoder.")]
    optimizer = torch.optim.AdamW([{"params": inner, "lr": RATE}, {"params": outer, "lr": HEAD_RATE}], weight_decay=0.01)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        optimizer, lambda step: min((step + 1) / (steps / 10), (steps - step) / steps / 0.9)
    )
    start, order = time.time(), list(known)
    for epoch in range(1, epochs + 1):
        chance.shuffle(order)
        total = 0.0
        for begin in range(0, len(order), BATCH):
            batch = [(altered(one, names, tokenizer, chance), one) for one in order[begin : begin + BATCH]]
            with torch.autocast("cpu", torch.bfloat16):
                scores = network(*to_tensors([pair for pair, _ in batch]))
            shares = scores.float().log_softmax(-1)
            each = [-one.weight * shares[k, list(one.allowed)].logsumexp(0) for k, (_, one) in enumerate(batch)]
            loss = torch.stack(each).mean()
            optimizer.zero_grad()
            loss.backward()  # type: ignore[no-untyped-call]
            nn.utils.clip_grad_norm_(network.parameters(), 1.0)
            optimizer.step()
            schedule.step()
            total += float(loss.detach())
        print(f"epoch {epoch}: {total * BATCH / len(order):.3f} {time.time() - start:.0f} s", flush=True)


def altered(known: Known, names: Sequence[str], tokenizer: Tokenizer, chance: random.Random) -> Pair:
    """A text with other names for its parties, and some words hidden, at random."""
    text, spans = known.text, [known.source, known.target]
    apart = known.source[1] <= known.target[0] or known.target[1] <= known.source[0]
    for k in (0, 1) if apart else ():
        if chance.random() < RENAMED:
            name, (start, end), other = chance.choice(names), spans[k], spans[1 - k]
            text = text[:start] + name + text[end:]
            longer = len(name) - (end - start)
            spans[k] = (start, end + longer)
            spans[1 - k] = (other[0] + longer, other[1] + longer) if other[0] >= end else other
    pair = read_pair(text, spans[0], spans[1], tokenizer)
    mask = tokenizer.token_to_id("[MASK]")
    ids = [
        mask if role == 0 and piece not in SPECIAL and chance.random() < HIDDEN else piece
        for piece, role in zip(pair.ids, pair.roles, strict=True)
    ]
    return Pair(tuple(ids), pair.roles)


def export(network: Network, encoder: Path, out: Path) -> None:
    """Writes the network, the tokenizer and their card into a folder."""
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        ids = torch.randint(1000, 2000, (1, 24))
        roles = torch.tensor([[0] * 8 + [1] * 4 + [0] * 4 + [2] * 4 + [0] * 4])
        torch.onnx.export(
            Graph(network).eval(), (ids, roles), str(whole), input_names=["ids", "roles"], output_names=["scores"],
            dynamic_axes={"ids": {1: "pieces"}, "roles": {1: "pieces"}}, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(whole),
            str(out / FILES[0]),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    shutil.copy(encoder / FILES[1], out / FILES[1])
    digests = {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES}
    card = {"version": VERSION, "sha256": digests, "settings": {"warmth": WARMTH}}
    (out / "card.json").write_text(json.dumps(card, indent=1) + "\n", encoding="utf-8")


def to_tensors(pairs: Sequence[Pair]) -> tuple[Tensor, Tensor, Tensor]:
    """Pairs padded to one length: ids, mask, roles."""
    longest = max(len(pair.ids) for pair in pairs)

    def padded(rows: Sequence[Sequence[int]]) -> Tensor:
        return torch.tensor([[*row, *([0] * (longest - len(row)))] for row in rows])

    return padded([p.ids for p in pairs]), padded([[1] * len(p.ids) for p in pairs]), padded([p.roles for p in pairs])


if __name__ == "__main__":
    main()
