"""The learned detector: a small encoder tags source, cue and content, and joins them. It fills the same seam as the rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

import numpy as np
from tokenizers import Tokenizer

from communique.models.onnx import Network
from communique.models.states import States, keep
from communique.models.store import shipped
from communique.parse import Doc, story_text
from communique.statements.decode import Attribution, Floats, decode
from communique.statements.features import describe, mark_found
from communique.statements.found import INSIDE, TAGGER, Found
from communique.statements.inside import inside_of, worth_reading
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

    def attributions(self, window: Window, states: States | None = None) -> list[Attribution]:
        """Attributions of one window, as indexes of its words; what the encoder made of the words is added to `states`."""
        scores, hidden = self.network.run(
            ids=np.array([window.ids], dtype=np.int64), marks=np.array([window.marks], dtype=np.int64)
        )
        if states is not None:
            states.add(window.words, window.starts, hidden[0])
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


def detect_learned(doc: Doc, ruled: Sequence[Found]) -> list[Found]:
    """Every attribution the model sees, in the order of the text. Spans are of characters.

    What the encoder made of the words stays with the report for later stages.

    `ruled` are the rules' attributions, which the model is told of. The report is read once as it is, and then each content in
    which somebody may be quoted by itself, since a word has one tag: those found there have the rule `tagger-inside`.
    `confidence` is the model's own certainty: it says which of two is likelier right, and is no probability.
    """
    text, channels = story_text(doc.article), describe(doc, ruled)
    states = States(load_detector().version)
    outer = _read(text, doc.paragraphs, channels, TAGGER, states)
    keep(doc.tokens, states)
    spans = worth_reading(doc, outer)
    quotations, _, *parse = channels
    within = (quotations, mark_found(len(text), inside_of(ruled, spans)), *parse)
    inner = [one for span in spans for one in _read(text, [span], within, INSIDE)]
    return sorted([*outer, *inner], key=lambda found: (found.content[0], found.cue or (0, 0)))


def _read(
    text: str, paragraphs: Sequence[Span], channels: Sequence[bytearray], rule: str, states: States | None = None
) -> list[Found]:
    detector = load_detector()
    maker = f"statements.tagger.v{detector.version}"
    windows = cut_windows(text, paragraphs, channels, detector.tokenizer, longest=LONGEST)
    found = (_found(window, one, rule, maker) for window in windows for one in detector.attributions(window, states))
    return [one for one in found if any(map(str.isalnum, text[one.content[0][0] : one.content[-1][1]]))]


def _found(window: Window, attribution: Attribution, rule: str, maker: str) -> Found:
    def span(words: Span) -> Span:
        return window.words[words[0]][0], window.words[words[1] - 1][1]

    return Found(
        source=span(attribution.source) if attribution.source else None,
        cue=span(attribution.cue) if attribution.cue else None,
        content=tuple(sorted(span(part) for part in attribution.content)),
        rule=rule,
        confidence=min(1.0, attribution.sure),
        maker=maker,
    )
