"""Which contents are read once more by themselves: those in which somebody may be told to say something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from spacy.tokens import Token

from communique.parse import Doc
from communique.parse.tree import own_subject
from communique.statements.cues import lemma_of, verbs
from communique.statements.found import Found
from communique.vocabulary import Span

# A shorter stretch of content, in characters, holds no source, cue and content besides.
SHORTEST = 40
_CLAUSES = frozenset({"ccomp", "xcomp"})
# Who speaks about himself is no other teller.
_SPEAKER = frozenset({"i", "we"})


def worth_reading(doc: Doc, outer: Sequence[Found]) -> list[Span]:
    """Stretches of content with a cue word in them, in the order of the text."""
    spans = {span for one in outer for span in one.content if span[1] - span[0] >= SHORTEST}
    return [span for span in sorted(spans) if any(map(_may_tell, doc.words(span)))]


def inside_of(ruled: Sequence[Found], spans: Sequence[Span]) -> list[Found]:
    """The attributions that lie in one of some stretches (in the order of the text, none across another)."""
    out = []
    for one in ruled:
        at = bisect_right(spans, one.content[0][0], key=lambda span: span[0]) - 1
        if at >= 0 and lies_in(one, spans[at]):
            out.append(one)
    return out


def lies_in(one: Found, span: Span) -> bool:
    """Whether all parts of an attribution lie in a stretch, and do not fill it as its content."""
    parts = [*one.content, *(part for part in (one.cue, one.source) if part is not None)]
    return all(span[0] <= start and end <= span[1] for start, end in parts) and span not in one.content


def _may_tell(token: Token) -> bool:
    """A cue verb with a teller and a clause of its own; most contents have some cue word that tells nothing."""
    if token.lower_ == "according":
        return True
    if token.pos_ != "VERB" or lemma_of(token.lemma_) not in verbs():
        return False
    teller = own_subject(token)
    return teller is not None and teller.lower_ not in _SPEAKER and any(child.dep_ in _CLAUSES for child in token.children)
