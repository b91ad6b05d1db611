"""The network: an encoder that also sees quotation marks, a tag for each word, and two scorers of links between spans."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import torch
from torch import Tensor, nn
from transformers import AutoModel

from communique.statements.features import FEATURES
from communique.statements.found import TAGS
from communique.vocabulary import Span

BUCKETS = 20


class Link(nn.Module):
    """Scores pairs of spans: a bilinear form over projections of their ends, and their distance in pieces."""

    def __init__(self, width: int, size: int, dropout: float) -> None:
        super().__init__()
        self.left = nn.Sequential(nn.Linear(2 * width, size), nn.ReLU(), nn.Dropout(dropout))
        self.right = nn.Sequential(nn.Linear(2 * width, size), nn.ReLU(), nn.Dropout(dropout))
        self.form = nn.Parameter(torch.empty(size + 1, size + 1))
        self.distance = nn.Embedding(2 * BUCKETS + 1, 1)
        nn.init.normal_(self.form, std=0.02)
        nn.init.zeros_(self.distance.weight)

    def forward(self, left: Tensor, right: Tensor, apart: Tensor) -> Tensor:
        """left (a, 2 width), right (b, 2 width), apart (a, b) pieces -> scores (a, b)."""
        a = nn.functional.pad(self.left(left), (0, 1), value=1.0)
        b = nn.functional.pad(self.right(right), (0, 1), value=1.0)
        steps = (torch.log2(apart.abs().float() + 1) * 2.2).round().clamp(max=BUCKETS)
        near: Tensor = self.distance((BUCKETS + torch.sign(apart) * steps).long()).squeeze(-1)
        return a @ self.form @ b.T + near


class Tagger(nn.Module):
    """ids (b, n), mask (b, n), marks (b, n, channels) -> tag scores (b, n, 7) and states (b, n, width)."""

    def __init__(self, encoder: Path, *, size: int = 128, dropout: float = 0.1) -> None:
        super().__init__()
        self.encoder = AutoModel.from_pretrained(str(encoder), add_pooling_layer=False)
        width = int(self.encoder.config.hidden_size)
        self.mark = nn.Embedding(FEATURES, width)
        nn.init.normal_(self.mark.weight, std=0.01)
        self.dropout = nn.Dropout(dropout)
        self.tags = nn.Linear(width, len(TAGS))
        self.content_cue, self.cue_source = Link(width, size, dropout), Link(width, size, dropout)
        self.no_source = nn.Linear(2 * width, 1)
        self._quiet_attention(dropout)

    def _quiet_attention(self, dropout: float) -> None:
        # Without dropout on attention torch keeps its fused kernel, which makes training on a processor several times faster;
        # fixed word embeddings save as much again.
        for name, module in self.encoder.named_modules():
            if isinstance(module, nn.Dropout):
                module.p = 0.0 if name.endswith(("attention.self.dropout", "attn.dropout")) else dropout
        self.encoder.embeddings.word_embeddings.weight.requires_grad_(False)

    def states(self, ids: Tensor, mask: Tensor, marks: Tensor) -> Tensor:
        embedded = self.encoder.embeddings.word_embeddings(ids) + self.mark(marks).sum(2)
        out: Tensor = self.encoder(inputs_embeds=embedded, attention_mask=mask).last_hidden_state
        return out

    def forward(self, ids: Tensor, mask: Tensor, marks: Tensor) -> tuple[Tensor, Tensor]:
        states = self.dropout(self.states(ids, mask, marks))
        return self.tags(states), states

    def links(self, states: Tensor, ends: dict[str, Sequence[Span]]) -> tuple[Tensor | None, Tensor]:
        """Scores of content -> cue (None without contents) and of cue -> none or source, for one window's states (n, width)."""
        cues, contents, sources = ends["cue"], ends["content"], ends["source"]
        cue = both(states, cues)
        to_cue = self.content_cue(both(states, contents), cue, _apart(contents, cues)) if contents else None
        to_source = self.no_source(cue)
        if sources:
            scored = self.cue_source(cue, both(states, sources), _apart(cues, sources))
            to_source = torch.cat([to_source, scored], dim=1)
        return to_cue, to_source


def both(states: Tensor, ends: Sequence[Span]) -> Tensor:
    """States of the first and last word of each span, side by side."""
    return torch.cat([states[[start for start, _ in ends]], states[[end for _, end in ends]]], dim=-1)


def _apart(left: Sequence[Span], right: Sequence[Span]) -> Tensor:
    a, b = (torch.tensor([start for start, _ in spans]) for spans in (left, right))
    return b[None, :] - a[:, None]
