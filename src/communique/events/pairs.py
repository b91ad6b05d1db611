"""What one party does to another, by the text around both: the distribution over PLOVER's types for a pair that is known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import cast, get_args

import numpy as np
from tokenizers import Tokenizer

from communique.errors import OptionError
from communique.models.onnx import Network
from communique.models.store import shipped
from communique.vocabulary import EventType, Span

NAME = "pairs"
TYPES = cast(tuple[EventType, ...], get_args(EventType))
# Longest text that is seen, in word pieces; of a longer one, what stands around both parties.
LONGEST = 170
SOURCE, TARGET = 1, 2
_MARKS = {SOURCE: ("@ ", " @"), TARGET: ("# ", " #")}


@dataclass(frozen=True, slots=True)
class Pair:
    """A text as the model reads it: word pieces, and whose each is: the source's (1), the target's (2) or nobody's (0)."""

    ids: tuple[int, ...]
    roles: tuple[int, ...]


def relate(text: str, source: Span, target: Span) -> Mapping[EventType, float]:
    """How likely each type is that which a text tells of `source` and `target` (spans of characters); they sum to 1.

    It takes for granted that the text tells an event between them, and does not say whether it happened.

    Raises OptionError where a span is empty or not in the text, and ModelError where the model is missing or another.
    """
    for name, (start, end) in (("source", source), ("target", target)):
        if not 0 <= start < end <= len(text):
            raise OptionError(f"the {name} {start}:{end} is no part of a text of {len(text)} characters")
    network, tokenizer, warmth = _load()
    pair = read_pair(text, source, target, tokenizer)
    (scores,) = network.run(ids=np.array([pair.ids], np.int64), roles=np.array([pair.roles], np.int64))
    odds = np.exp((scores[0] - scores[0].max()) / warmth)
    return MappingProxyType(dict(zip(TYPES, (odds / odds.sum()).tolist(), strict=True)))


def read_pair(text: str, source: Span, target: Span, tokenizer: Tokenizer) -> Pair:
    """A text with marks around both parties, in word pieces. Training and use come here."""
    cuts = sorted(
        [(source[0], 1, SOURCE), (source[1], 0, SOURCE), (target[0], 1, TARGET), (target[1], 0, TARGET)],
        key=lambda cut: (cut[0], cut[1]),
    )
    marked, last, begins, spans = "", 0, dict[int, int](), list[tuple[int, int, int]]()
    for place, opens, role in cuts:
        marked, last = marked + text[last:place], place
        if opens:
            begins[role] = len(marked)
            marked += _MARKS[role][0]
        else:
            marked += _MARKS[role][1]
            spans.append((begins[role], len(marked), role))
    encoding = tokenizer.encode(marked + text[last:])
    roles = [
        0 if special else next((role for begin, end, role in spans if begin <= start and stop <= end), 0)
        for (start, stop), special in zip(encoding.offsets, encoding.special_tokens_mask, strict=True)
    ]
    kept = _around(roles)
    return Pair(tuple(encoding.ids[k] for k in kept), tuple(roles[k] for k in kept))


def _around(roles: Sequence[int]) -> list[int]:
    """Indexes of the pieces that are seen: all, or as many around each party as there is room for."""
    if len(roles) <= LONGEST:
        return list(range(len(roles)))
    seen: set[int] = set()
    for role in (SOURCE, TARGET):
        middle = roles.index(role) if role in roles else 0
        begin = max(0, min(middle - LONGEST // 4, len(roles) - LONGEST // 2))
        seen |= set(range(begin, begin + LONGEST // 2))
    return sorted(seen)


@cache
def _load() -> tuple[Network, Tokenizer, float]:
    model = shipped(NAME)
    tokenizer = Tokenizer.from_file(str(model.file("tokenizer.json")))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return Network(model.file("pairs.int8.onnx")), tokenizer, float(model.settings["warmth"])
