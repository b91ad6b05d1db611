"""Exports a trained statement model: int8 ONNX, link weights, tokenizer, and the card that names their digests.

python -m training.statements.export CHECKPOINT_FOLDER --encoder FOLDER --out FOLDER
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

from communique.statements.features import BEGINS
from training.statements.network import Link, Tagger

FILES = ("statements.int8.onnx", "links.npz", "tokenizer.json")
VERSION = "2"


class Graph(nn.Module):
    """What is exported: one window in, log-probabilities of tags and states out. A single window needs no mask."""

    def __init__(self, network: Tagger) -> None:
        super().__init__()
        self.network = network

    def forward(self, ids: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        scores, states = self.network(ids, torch.ones_like(ids), marks)
        return scores.log_softmax(-1), states


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("checkpoint", type=Path)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    network = Tagger(options.encoder)
    network.load_state_dict(torch.load(options.checkpoint / "checkpoint.pt", weights_only=True)["network"])
    export(network.eval(), options.encoder, options.out)


def export(network: Tagger, encoder: Path, out: Path) -> None:
    """Writes the model's files and their card into a folder."""
    with tempfile.TemporaryDirectory() as temporary:
        whole = Path(temporary) / "whole.onnx"
        example = torch.randint(1000, 2000, (1, 32))
        marks = torch.tensor(BEGINS).expand(1, 32, -1)
        axes = {name: {1: "pieces"} for name in ("ids", "marks", "scores", "states")}
        torch.onnx.export(
            Graph(network).eval(), (example, marks), str(whole), input_names=["ids", "marks"],
            output_names=["scores", "states"], dynamic_axes=axes, opset_version=17, dynamo=False,
        )  # fmt: skip
        quantize_dynamic(
            str(whole),
            str(out / FILES[0]),
            weight_type=QuantType.QInt8,
            per_channel=True,
            op_types_to_quantize=["MatMul", "Gather"],
        )
    np.savez(out / FILES[1], **link_weights(network))
    shutil.copy(encoder / FILES[2], out / FILES[2])
    card = json.loads((out / "card.json").read_text(encoding="utf-8")) if (out / "card.json").exists() else {}
    card |= {"version": VERSION, "sha256": {name: hashlib.sha256((out / name).read_bytes()).hexdigest() for name in FILES}}
    (out / "card.json").write_text(json.dumps(card, indent=2) + "\n", encoding="utf-8")


def link_weights(network: Tagger) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    """The link scorers as arrays, under the names that `communique.statements.decode` reads."""
    out = {}
    for name, link in (("content_cue", network.content_cue), ("cue_source", network.cue_source)):
        out |= _link(name, link)
    out["no_source"] = network.no_source.weight.detach().numpy()[0]
    out["no_source_bias"] = network.no_source.bias.detach().numpy()
    return {key: np.ascontiguousarray(value, dtype=np.float32) for key, value in out.items()}


def _link(name: str, link: Link) -> dict[str, np.ndarray]:  # type: ignore[type-arg]
    out = {name: link.form.detach().numpy(), f"{name}_distance": link.distance.weight.detach().numpy()[:, 0]}
    for side in ("left", "right"):
        linear = getattr(link, side)[0]
        out[f"{name}_{side}_weight"] = linear.weight.detach().numpy().T
        out[f"{name}_{side}_bias"] = linear.bias.detach().numpy()
    return out


if __name__ == "__main__":
    main()
