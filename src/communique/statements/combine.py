"""The model's attributions, weighed with the rules': agreement makes surer.

The model gives each word one tag; one statement inside another comes from its second pass, or from a rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import numpy as np

from communique.statements.found import INSIDE, Found
from communique.statements.overlaps import Overlaps
from communique.vocabulary import Span

Knots = Sequence[Sequence[float]]
_AGREE = 0.5
_SAME = 0.8
# The second pass reads text without what stands around it, and is right more rarely.
_FACTOR = 0.6
# Rules that read who passes on what somebody else has said; the model sees the inner saying only.
_TELLERS = frozenset({"according-to", "passed-on", "sentence-end"})
# Read off layout, which the model hardly saw: names in the margin of what they said.
_MARGIN = frozenset({"turn", "quote-dash", "tweet", "headline", "headline-end", "headline-says", "headline-told"})


@dataclass(frozen=True, slots=True)
class Weights:
    """How certainty becomes confidence, and what is kept; from the model's card.

    `alone` and `agreed` are knots (certainty, probability of being right) without and with a rule that finds the same.
    `least` is the least confidence of a model's attribution, `unsourced` of one that names no source and that no rule finds;
    `nested` that of one told wholly inside another, `elsewhere` that of a rule's that shares no content with any.
    """

    alone: Knots
    agreed: Knots
    least: float
    unsourced: float
    nested: float
    elsewhere: float

    @classmethod
    def of(cls, settings: Mapping[str, Any]) -> Weights:
        return cls(
            settings["alone"],
            settings["agreed"],
            float(settings["least"]),
            float(settings["unsourced"]),
            float(settings["nested"]),
            float(settings["elsewhere"]),
        )


def combine(learned: Sequence[Found], ruled: Sequence[Found], weights: Weights) -> list[Found]:
    """Attributions in the order of the text, each with the probability that it is right.

    A source or cue that the model misses is taken from a rule that finds the same content. Labels, handles and headlines are
    the rules' alone, and inside of what they mark the model may find more.
    """
    margin = [one for one in ruled if one.rule in _MARGIN and one.confidence >= weights.elsewhere]
    marked, known, cues = _contents(margin), _wholes(ruled), Overlaps((one.cue, one) for one in ruled if one.cue)
    kept = list(margin)
    for one in (_without_others(one, known, cues) for one in learned if one.rule != INSIDE):
        around = [span for part in one.content for span in marked.touching(part)]
        if around and not any(_holds(span, one) for span in around):
            continue
        other = agreeing(one, known)
        confidence = round(_chance(one, other, weights), 2)
        source = _source_of(one, other)
        if confidence >= (weights.least if source or other else weights.unsourced):
            kept.append(replace(one, source=source, cue=one.cue or _cue_of(other, one), confidence=confidence))
    taken = _contents(kept)
    inside = _inside([one for one in learned if one.rule == INSIDE], known, taken, weights)
    nested, told = _wholes(inside), _wholes(kept)
    for one in (other for other in ruled if other.rule not in _MARGIN):
        around = [span for part in one.content for span in taken.touching(part)]
        if not around:
            kept += [one] if one.confidence >= weights.elsewhere else []
        elif (
            agreeing(one, nested) is None
            and one.confidence >= weights.nested
            and (any(_holds(span, one) for span in around) or _tells_of(one, told))
        ):
            kept.append(one)
    return sorted([*kept, *inside], key=lambda one: (one.content[0][0], one.cue or (0, 0), one.rule))


def _contents(found: Sequence[Found]) -> Overlaps[Span]:
    return Overlaps((span, span) for one in found for span in one.content)


def _wholes(found: Sequence[Found]) -> Overlaps[Found]:
    return Overlaps((_whole(one), one) for one in found)


def _whole(one: Found) -> Span:
    return one.content[0][0], one.content[-1][1]


def _inside(learned: Sequence[Found], known: Overlaps[Found], taken: Overlaps[Span], weights: Weights) -> list[Found]:
    """What the second pass finds inside contents that are kept."""
    out = []
    for one in learned:
        confidence = round(_FACTOR * _chance(one, agreeing(one, known), weights), 2)
        if confidence >= weights.nested and any(_holds(span, one) for span in taken.touching(one.content[0])):
            out.append(replace(one, confidence=confidence))
    return out


def _without_others(one: Found, known: Overlaps[Found], cues: Overlaps[Found]) -> Found:
    """The model's attribution without the parts that a rule gives to another cue, where a rule confirms what is left.

    The model gives every stretch of content to some cue, and where it overlooks the right one, to a wrong one.
    """
    if len(one.content) < 2 or one.cue is None:
        return one
    own = cues.touching(one.cue)
    if not own:
        return one
    others = (other for other in known.touching(_whole(one)) if other.cue is not None and not other.rule.startswith("quote"))
    foreign = [other for other in others if other.cue is not None and not _touch(other.cue, one.cue)]
    kept = tuple(part for part in one.content if not any(_share((part,), other.content) >= _SAME for other in foreign))
    confirmed = any(_share(kept, other.content) >= _SAME for other in own) if kept else False
    return replace(one, content=kept) if confirmed and len(kept) < len(one.content) else one


def _tells_of(one: Found, told: Overlaps[Found]) -> bool:
    """`..., X said, the agency reported`: a rule's teller around a whole attribution that is kept."""
    if one.rule not in _TELLERS:
        return False
    return any(other.cue is not None and _holds(span, other) for span in one.content for other in told.touching(span))


def _source_of(one: Found, other: Found | None) -> Span | None:
    """The model's source, or the rule's where it has none; what is passively told of is no teller (`it was reported that`)."""
    if other is None or one.source is None or one.cue is None or other.cue is None:
        return one.source or (other.source if other else None)
    passive = other.source is None and other.rule.startswith("passive") and _touch(one.cue, other.cue)
    return None if passive and one.source[1] <= one.cue[0] else one.source


def _cue_of(other: Found | None, one: Found) -> Span | None:
    """The rule's cue, where it lies outside of what the model takes for content."""
    if other is None or other.cue is None or any(_touch(other.cue, part) for part in one.content):
        return None
    return other.cue


def agreeing(one: Found, known: Overlaps[Found]) -> Found | None:
    """The attribution whose content is the nearest to this one's, if they share half of their characters."""
    shares = ((_share(one.content, other.content), other) for other in known.touching(_whole(one)))
    share, nearest = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return nearest if share >= _AGREE else None


def _chance(one: Found, other: Found | None, weights: Weights) -> float:
    """How likely the model's attribution is right, with or without a rule that agrees."""
    return probability(one.confidence, weights.agreed if other else weights.alone)


def probability(certainty: float, knots: Knots) -> float:
    """Linear between the knots (certainty, probability), flat beyond; without knots the certainty itself."""
    if not knots:
        return certainty
    return float(np.interp(certainty, [at for at, _ in knots], [chance for _, chance in knots]))


def _share(a: Sequence[Span], b: Sequence[Span]) -> float:
    """Intersection over union of two lists of spans that do not overlap among themselves, in characters."""
    both = sum(max(0, min(x[1], y[1]) - max(x[0], y[0])) for x in a for y in b)
    return both / (sum(end - start for start, end in (*a, *b)) - both)


def _touch(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def _holds(span: Span, one: Found) -> bool:
    """True where a stretch of content holds all of an attribution, its cue and source too, and more."""
    if not one.cue:
        return False
    parts = [*one.content, one.cue, *([one.source] if one.source else [])]
    return all(span[0] <= start and end <= span[1] for start, end in parts) and span != one.content[0]
