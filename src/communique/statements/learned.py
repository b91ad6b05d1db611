"""The learned detector: a small encoder tags source, cue and content, and joins them. It fills the same seam as the rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

import numpy as np
from tokenizers import Tokenizer

from communique.models.onnx import Network
from communique.models.store import shipped
from communique.parse import Doc, story_text
from communique.statements.decode import Attribution, Floats, decode
from communique.statements.found import Found
from communique.statements.windows import Window, cut_windows
from communique.vocabulary import Span

NAME = "statements"
# Shorter windows than in training are read a fifth faster and cost nothing on the development reports.
LONGEST = 160


@dataclass(frozen=True, slots=True)
class Detector:
    """The loaded model: tokenizer, encoder with tag scores, and the weights of the link scorers."""

    tokenizer: Tokenizer
    network: Network
    links: Mapping[str, Floats]
    version: str

    def attributions(self, window: Window) -> list[Attribution]:
        """Attributions of one window, as indexes of its words."""
        scores, hidden = self.network.run(
            ids=np.array([window.ids], dtype=np.int64), marks=np.array([window.marks], dtype=np.int64)
        )
        return decode(window, scores[0], hidden[0], self.links)


@cache
def load_detector() -> Detector:
    """The shipped model. Raises ModelError where it is missing or not the one its card names."""
    model = shipped(NAME)
    with np.load(model.file("links.npz")) as stored:
        links = {name: stored[name] for name in stored.files}
    tokenizer = Tokenizer.from_file(str(model.file("tokenizer.json")))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Detector(tokenizer, Network(model.file("statements.int8.onnx")), links, model.version)


def detect_learned(doc: Doc) -> list[Found]:
    """Every attribution the model sees, in the order of the text. Spans are of characters.

    `confidence` is the model's own certainty: it says which of two is likelier right, and is no probability.
    """
    detector = load_detector()
    out: list[Found] = []
    for window in cut_windows(story_text(doc.article), doc.paragraphs, doc.quotes, detector.tokenizer, longest=LONGEST):
        maker = f"statements.tagger.v{detector.version}"
        out += [_found(window, attribution, maker) for attribution in detector.attributions(window)]
    worded = (found for found in out if any(map(str.isalnum, doc.text((found.content[0][0], found.content[-1][1])))))
    return sorted(worded, key=lambda found: (found.content[0], found.cue or (0, 0)))


def _found(window: Window, attribution: Attribution, maker: str) -> Found:
    def span(words: Span) -> Span:
        return window.words[words[0]][0], window.words[words[1] - 1][1]

    return Found(
        source=span(attribution.source) if attribution.source else None,
        cue=span(attribution.cue) if attribution.cue else None,
        content=tuple(sorted(span(part) for part in attribution.content)),
        rule="tagger",
        confidence=min(1.0, attribution.sure),
        maker=maker,
    )
