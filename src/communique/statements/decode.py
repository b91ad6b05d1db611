"""From a model's figures to attributions: the best tag sequence, then content to cue and cue to source.

Tags are BIO over source, cue and content, one a word. Links are scored by bilinear forms over the ends of spans, and their
distance; every content goes to a cue, every cue to a source or to none.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.statements.found import ROLES, TAGS
from communique.statements.windows import Window
from communique.vocabulary import Span

Floats = NDArray[np.float32]

_NEVER = -1e4
_BEGINS = [i for i, tag in enumerate(TAGS) if tag.startswith("B-")]
_FIRST = [_NEVER if tag[0] == "I" else 0.0 for tag in TAGS]
_BUCKETS = 20


@dataclass(frozen=True, slots=True)
class Attribution:
    """Indexes of words in a window, end exclusive, and how sure the model is of tags and links (0 to 1)."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    sure: float


def decode(window: Window, scores: Floats, hidden: Floats, links: Mapping[str, Floats]) -> list[Attribution]:
    """Attributions of one window.

    Args:
        scores: (pieces, 7) log-probabilities of tags.
        hidden: (pieces, width) the encoder's last states.
        links: weights of the link scorers, as exported by training.
    """
    words = scores[list(window.starts)]
    tags = best_tags(words)
    found = spans_of(tags)
    if not found["cue"]:
        return [Attribution(None, None, (content,), _mean(words, tags, content)) for content in found["content"]]
    ends = {role: [_ends(window, span) for span in spans] for role, spans in found.items()}
    to_cue, sure_cue = _choose(_content_to_cue(hidden, ends, links))
    to_source, sure_source = _choose(_cue_to_source(hidden, ends, links))
    out = []
    for i, cue in enumerate(found["cue"]):
        own = [k for k in range(len(found["content"])) if to_cue[k] == i]
        if not own:
            continue
        content = tuple(found["content"][k] for k in own)
        source = found["source"][to_source[i] - 1] if to_source[i] else None
        parts = [*content, cue, *([source] if source else [])]
        sure = min(_mean(words, tags, part) for part in parts) * float(sure_source[i]) * min(float(sure_cue[k]) for k in own)
        out.append(Attribution(source, cue, content, sure))
    return out


def best_tags(words: Floats) -> list[int]:
    """The likeliest tags (Viterbi) in which nothing goes on that has not begun. `words`: (words, 7) log-probabilities.

    A role goes on only from its own begin or middle; anything else may follow anything, so the best of all is enough.
    """
    rows: list[list[float]] = words.tolist()
    score = [value + bar for value, bar in zip(rows[0], _FIRST, strict=True)]
    back: list[list[int]] = []
    for row in rows[1:]:
        best = max(range(len(TAGS)), key=score.__getitem__)
        came = [best] * len(TAGS)
        for begin in _BEGINS:
            came[begin + 1] = begin if score[begin] >= score[begin + 1] else begin + 1
        score = [score[before] + value for before, value in zip(came, row, strict=True)]
        back.append(came)
    tags = [max(range(len(TAGS)), key=score.__getitem__)]
    for came in reversed(back):
        tags.append(came[tags[-1]])
    return tags[::-1]


def spans_of(tags: Sequence[int]) -> dict[str, list[Span]]:
    """Runs of words of each role."""
    out: dict[str, list[Span]] = {role: [] for role in ROLES}
    start = 0
    for i in range(1, len(tags) + 1):
        role = TAGS[tags[start]][2:]
        if i == len(tags) or TAGS[tags[i]] != f"I-{role}" or not role:
            if role:
                out[role].append((start, i))
            start = i
    return out


def _mean(words: Floats, tags: Sequence[int], span: Span) -> float:
    """Geometric mean of the probabilities of a span's tags."""
    return float(np.exp(np.mean([words[i][tags[i]] for i in range(*span)])))


def _ends(window: Window, span: Span) -> Span:
    return window.starts[span[0]], window.starts[span[1] - 1]


def _content_to_cue(hidden: Floats, ends: Mapping[str, list[Span]], links: Mapping[str, Floats]) -> Floats:
    contents, cues = ends["content"], ends["cue"]
    left, right = _project(hidden, contents, links, "content_cue_left"), _project(hidden, cues, links, "content_cue_right")
    apart = np.array([[cue[0] - content[0] for cue in cues] for content in contents], dtype=np.int64).reshape(-1, len(cues))
    return (left @ links["content_cue"] @ right.T + links["content_cue_distance"][bucket(apart)]).astype(np.float32)


def _cue_to_source(hidden: Floats, ends: Mapping[str, list[Span]], links: Mapping[str, Floats]) -> Floats:
    cues, sources = ends["cue"], ends["source"]
    none = _both(hidden, cues) @ links["no_source"] + links["no_source_bias"]
    left, right = _project(hidden, cues, links, "cue_source_left"), _project(hidden, sources, links, "cue_source_right")
    apart = np.array([[source[0] - cue[0] for source in sources] for cue in cues], dtype=np.int64).reshape(len(cues), -1)
    scored = left @ links["cue_source"] @ right.T + links["cue_source_distance"][bucket(apart)]
    return np.concatenate([none[:, None], scored], axis=1).astype(np.float32)


def bucket(apart: NDArray[np.int64]) -> NDArray[np.int64]:
    """Distances in pieces, with their sign, on a logarithmic scale of 41 steps."""
    steps = np.minimum(np.round(np.log2(np.abs(apart) + 1.0) * 2.2), _BUCKETS)
    return (_BUCKETS + np.sign(apart) * steps).astype(np.int64)


def _both(hidden: Floats, ends: Sequence[Span]) -> Floats:
    """States of the first and the last word of each span, side by side."""
    first, last = [start for start, _ in ends], [end for _, end in ends]
    return np.concatenate([hidden[first], hidden[last]], axis=1) if ends else np.zeros((0, 2 * hidden.shape[1]), np.float32)


def _project(hidden: Floats, ends: Sequence[Span], links: Mapping[str, Floats], name: str) -> Floats:
    projected = np.maximum(_both(hidden, ends) @ links[f"{name}_weight"] + links[f"{name}_bias"], 0)
    return np.concatenate([projected, np.ones((len(ends), 1), np.float32)], axis=1)


def _choose(scores: Floats) -> tuple[list[int], list[float]]:
    """The best column of each row, and its probability."""
    if not len(scores):
        return [], []
    odds = np.exp(scores - scores.max(1, keepdims=True))
    return scores.argmax(1).tolist(), (odds.max(1) / odds.sum(1)).tolist()
