"""Vectors of English words from a sentence encoder, cut to a few dimensions and eight bits.

python -m training.positions.words --encoder FOLDER --out FOLDER
"""

from __future__ import annotations

import argparse
from pathlib import Path

import numpy as np
import torch
from transformers import AutoModel, AutoTokenizer

WIDTH = 48
_BATCH = 512
_WIDEST = 3.5  # spreads from the mean beyond which a number is cut off


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--encoder", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    options = parser.parse_args()
    tokenizer = AutoTokenizer.from_pretrained(options.encoder)
    words = sorted(
        word for word in tokenizer.get_vocab() if word.isalpha() and word.isascii() and word.islower() and len(word) > 2
    )
    table = embed(words, tokenizer, AutoModel.from_pretrained(options.encoder).eval())
    scale = np.float32(_WIDEST / 127)
    cut = np.clip(np.round(table / scale), -127, 127).astype(np.int8)
    options.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(options.out / "words.npz", words=np.array(words), table=cut, scale=scale)


def embed(words: list[str], tokenizer: AutoTokenizer, encoder: AutoModel) -> np.ndarray:
    """(words, WIDTH): the mean of each word's states, the mean of all words taken off, along the axes of most spread."""
    found = []
    with torch.no_grad():
        for at in range(0, len(words), _BATCH):
            batch = tokenizer(words[at : at + _BATCH], padding=True, return_tensors="pt")
            mask = batch["attention_mask"].unsqueeze(-1).float()
            found.append(((encoder(**batch).last_hidden_state * mask).sum(1) / mask.sum(1)).numpy())
    table = np.concatenate(found)
    table /= np.linalg.norm(table, axis=1, keepdims=True)
    table -= table.mean(axis=0)
    left, spread, _ = np.linalg.svd(table, full_matrices=False)
    cut = left[:, :WIDTH] * spread[:WIDTH]
    return cut / cut.std()


if __name__ == "__main__":
    main()
