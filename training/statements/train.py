"""Trains the statement model; a broken run goes on from its last checkpoint.

python -m training.statements.train TRAIN.jsonl... --encoder FOLDER --out FOLDER [--epochs 5] [--seed 0]
"""

from __future__ import annotations

import argparse
import pickle
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn

from training.statements.batches import Batch, draw
from training.statements.data import Example, load_tokenizer, read_examples
from training.statements.network import Tagger

CLIP = 1.0
LINK_WEIGHT = 0.3


def main() -> None:
    options = _options()
    torch.set_num_threads(options.threads)
    torch.manual_seed(options.seed)
    options.out.mkdir(parents=True, exist_ok=True)
    examples = _examples(options)
    print(f"{len(examples)} windows, {sum(len(e.window.ids) for e in examples)} pieces", flush=True)
    network = Tagger(options.encoder).train()
    if options.start:
        network.load_state_dict(torch.load(options.start / "checkpoint.pt", weights_only=True)["network"])
    steps = -(-len(examples) // options.batch)
    optimizer = _optimizer(network, options)
    schedule = torch.optim.lr_scheduler.LambdaLR(optimizer, lambda step: _rate(step, int(steps * options.epochs)))
    begin = _resume(options.out, network, optimizer, schedule)
    for epoch in range(begin, options.epochs):
        _epoch(epoch, network, optimizer, schedule, examples, options)
        _save(options.out, epoch + 1, network, optimizer, schedule)


def _examples(options: argparse.Namespace) -> list[Example]:
    """The windows to learn from, kept beside the checkpoints: parsing takes minutes, and a broken run needs them again."""
    path = options.out / "examples.pickle"
    if not path.exists():
        tokenizer = load_tokenizer(options.encoder)
        examples = [example for file in options.train for example in read_examples(file, tokenizer)]
        path.write_bytes(pickle.dumps(examples))
    silver = pickle.loads(options.silver.read_bytes()) if options.silver else []
    return [*pickle.loads(path.read_bytes()), *silver]


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("train", type=Path, nargs="+")
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--start", type=Path, help="folder of a checkpoint to go on from, with a schedule of its own")
    parser.add_argument("--silver", type=Path, help="windows that `silver` marked")
    parser.add_argument("--epochs", type=int, default=5)
    parser.add_argument("--batch", type=int, default=16)
    parser.add_argument("--rate", type=float, default=3e-4, help="peak learning rate of the encoder")
    parser.add_argument("--head-rate", type=float, default=5e-4, help="peak learning rate of everything else")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--threads", type=int, default=2)
    return parser.parse_args()


def _optimizer(network: Tagger, options: argparse.Namespace) -> torch.optim.Optimizer:
    named = [(name, p) for name, p in network.named_parameters() if p.requires_grad]
    groups = [
        {"params": [p for name, p in named if name.startswith("encoder.")], "lr": options.rate, "weight_decay": 0.01},
        {"params": [p for name, p in named if not name.startswith("encoder.")], "lr": options.head_rate},
    ]
    return torch.optim.AdamW(groups, fused=True)


def _rate(step: int, total: int) -> float:
    warm = max(1, total // 10)
    return (step + 1) / warm if step < warm else max(0.0, (total - step) / max(1, total - warm))


def _epoch(
    epoch: int,
    network: Tagger,
    optimizer: torch.optim.Optimizer,
    schedule: torch.optim.lr_scheduler.LambdaLR,
    examples: Sequence[Example],
    options: argparse.Namespace,
) -> None:
    start, seen, total = time.time(), 0, 0.0
    for count, batch in enumerate(draw(examples, options.batch, random.Random(options.seed * 1000 + epoch)), start=1):
        loss = batch_loss(network, batch)
        optimizer.zero_grad()
        loss.backward()  # type: ignore[no-untyped-call]
        nn.utils.clip_grad_norm_(network.parameters(), CLIP)
        optimizer.step()
        schedule.step()
        total += loss.item()
        seen += int(batch.mask.sum())
        if count % 50 == 0:
            speed = seen / (time.time() - start)
            print(f"epoch {epoch + 1} batch {count} loss {total / count:.4f} {speed:.0f} pieces/s", flush=True)


def batch_loss(network: Tagger, batch: Batch) -> Tensor:
    """Cross-entropy of tags, and of links with a smaller weight."""
    with torch.autocast("cpu", torch.bfloat16):
        scores, states = network(batch.ids, batch.mask, batch.marks)
    states = states.float()
    tag_loss = -(batch.tags * scores.float().log_softmax(-1)).sum() / batch.tags.sum()
    cue_losses, source_losses = [], []
    for example, state in zip(batch.examples, states, strict=True):
        if not example.ends["cue"]:
            continue
        to_cue, to_source = network.links(state, dict(example.ends))
        if to_cue is not None and max(example.to_cue) >= 0:
            targets = torch.tensor(example.to_cue)
            cue_losses.append(nn.functional.cross_entropy(to_cue, targets, ignore_index=-1, reduction="none")[targets >= 0])
        source_losses.append(nn.functional.cross_entropy(to_source, torch.tensor(example.to_source), reduction="none"))
    links = [torch.cat(losses).mean() for losses in (cue_losses, source_losses) if losses]
    return tag_loss + LINK_WEIGHT * sum(links, torch.zeros(()))


def _save(
    out: Path, epoch: int, network: Tagger, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR
) -> None:
    state = {
        "epoch": epoch, "network": network.state_dict(), "optimizer": optimizer.state_dict(), "schedule": schedule.state_dict(),
        "random": torch.get_rng_state(),
    }  # fmt: skip
    torch.save(state, out / "checkpoint.part")
    (out / "checkpoint.part").replace(out / "checkpoint.pt")


def _resume(out: Path, network: Tagger, optimizer: torch.optim.Optimizer, schedule: torch.optim.lr_scheduler.LambdaLR) -> int:
    """Takes up the last checkpoint, if there is one. Returns the number of epochs that are done."""
    path = out / "checkpoint.pt"
    if not path.exists():
        return 0
    state = torch.load(path, weights_only=True)
    network.load_state_dict(state["network"])
    optimizer.load_state_dict(state["optimizer"])
    schedule.load_state_dict(state["schedule"])
    torch.set_rng_state(state["random"])
    print(f"going on after epoch {state['epoch']}", flush=True)
    return int(state["epoch"])


if __name__ == "__main__":
    main()
