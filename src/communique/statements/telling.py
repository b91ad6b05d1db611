"""`KCNA quoted Kim as saying ...`: two statements, what the agency tells and in it what Kim said.

Works on what any detector found: it gives the one that is missing. By position, because behind a long quotation the parser
often hangs the telling on the wrong word.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from spacy.tokens import Token

from communique.parse import Doc
from communique.parse.tree import trimmed
from communique.statements.found import Found
from communique.statements.phrases import cue_span, source_between, subject_of, with_quotes
from communique.vocabulary import Span

RULE, UNTOLD = "quoted-as-saying", "was-quoted-as-saying"
_QUOTING = frozenset({"quote", "cite"})
_SAYING = frozenset({"saying", "telling", "writing", "adding", "stating", "declaring", "claiming", "warning", "arguing"})
_FARTHEST = 14
_CONFIDENCE = 0.8


@dataclass(frozen=True, slots=True)
class Telling:
    """`teller` quoted `speaker` as saying; each source may be missing in a passive without an agent."""

    verb: Token
    saying: Token
    teller: Span | None
    speaker: Span | None


def with_tellers(doc: Doc, found: Sequence[Found]) -> list[Found]:
    """The same attributions, and of each `quoted ... as saying` both the telling and the saying; in the order of the text."""
    out = list(found)
    for telling in find_tellings(doc):
        out = _completed(doc, out, telling)
    return sorted(out, key=lambda one: (one.content[0][0], one.cue or (0, 0), one.rule)) if len(out) != len(found) else out


def tellers(found: Sequence[Found], inside: Sequence[int | None]) -> list[int | None]:
    """Which attribution tells which; of a telling and its saying with the same words, the one with the first cue tells."""
    first: dict[tuple[Span, ...], int] = {}
    for at, one in enumerate(found):
        if one.rule == RULE and one.cue is not None:
            known = found[first.setdefault(one.content, at)].cue
            if known is not None and one.cue < known:
                first[one.content] = at
    own = [first.get(one.content) if one.rule == RULE else None for one in found]
    return [outer if teller in {None, at} else teller for at, (teller, outer) in enumerate(zip(own, inside, strict=True))]


def find_tellings(doc: Doc) -> Iterator[Telling]:
    """Every `quoted X as saying` and `X was quoted (by Y) as saying` outside quotation marks."""
    for token in doc.tokens:
        if token.lemma_.lower() in _QUOTING and token.pos_ == "VERB" and doc.quote_at(token.idx) is None:
            saying = _saying_after(token)
            if saying is not None:
                yield _telling(token, saying)


def _saying_after(verb: Token) -> Token | None:
    last = min(len(verb.doc) - 1, verb.i + _FARTHEST)
    for i in range(verb.i + 1, last):
        token = verb.doc[i]
        if token.text in {".", ";", ":"} or token.is_sent_start:
            return None
        if token.lower_ == "as" and verb.doc[i + 1].lower_ in _SAYING:
            return verb.doc[i + 1]
    return None


def _telling(verb: Token, saying: Token) -> Telling:
    tokens, subject = verb.doc, subject_of(verb)
    own = source_between(subject, verb) if subject is not None else None
    middle = tokens[verb.i + 1 : saying.i - 1]
    if not any(child.dep_ == "auxpass" for child in verb.lefts):
        return Telling(verb, saying, own, trimmed(middle[0], middle[-1]) if len(middle) else None)
    by = next((token for token in (*middle, *tokens[saying.i + 1 : saying.i + 2]) if token.lower_ == "by"), None)
    if by is None:
        return Telling(verb, saying, None, own)
    goal = next((child for child in by.rights if child.dep_ == "pobj"), None)
    if by.i > saying.i:
        return Telling(verb, saying, trimmed(goal.left_edge, goal.right_edge) if goal is not None else None, own)
    return Telling(verb, saying, trimmed(tokens[by.i + 1], middle[-1]) if by.i + 1 < saying.i - 1 else None, own)


def _completed(doc: Doc, found: list[Found], telling: Telling) -> list[Found]:
    outer = next((one for one in found if _is_cued(one, telling.verb)), None)
    inner = next((one for one in found if _is_cued(one, telling.saying) and one is not outer), None)
    pattern = inner or outer
    said = inner.content if inner is not None else _said(doc, outer, telling) if outer is not None else _clause_before(telling)
    if not said:
        return found
    kept = [one for one in found if one is not outer and one is not inner]
    saying, verb = cue_span(telling.saying), cue_span(telling.verb)
    told = Found(telling.speaker, saying, said, RULE, _CONFIDENCE)
    if pattern is not None:
        told = replace(told, confidence=max(pattern.confidence, _CONFIDENCE), maker=pattern.maker)
    if telling.teller is None:
        return [*kept, replace(told, cue=(verb[0], saying[1]), rule=UNTOLD)]
    holds = outer is not None and any(start <= said[0][0] < end for start, end in outer.content)
    whole = outer.content if outer is not None and holds else said
    return [*kept, replace(told, source=telling.teller, cue=verb, content=whole), told]


def _clause_before(telling: Telling) -> tuple[Span, ...]:
    """`The talks failed, KCNA quoted Kim as saying.`: the words before the telling, where the sentence ends behind it."""
    sentence, subject = telling.verb.sent, subject_of(telling.verb)
    following = telling.saying.nbor() if telling.saying.i + 1 < len(telling.verb.doc) else None
    if subject is None or (following is not None and not following.is_punct and not following.is_space):
        return ()
    comma = subject.left_edge.i - 1
    if comma - sentence.start < 2 or telling.verb.doc[comma].text != ",":
        return ()
    return (trimmed(sentence[0], telling.verb.doc[comma - 1]),)


def _is_cued(one: Found, verb: Token) -> bool:
    return one.cue is not None and one.cue[0] <= verb.idx < one.cue[1]


def _said(doc: Doc, outer: Found, telling: Telling) -> tuple[Span, ...]:
    """What the inner speaker said: the telling's content behind `saying`, or all of it where it stands before the verb."""
    start = telling.saying.idx + len(telling.saying)
    behind = tuple((max(first, start), last) for first, last in outer.content if last > start)
    before = tuple(span for span in outer.content if span[1] <= telling.verb.idx)
    if behind and (telling.saying.i + 1 < len(doc.tokens)):
        tokens = doc.words((behind[0][0] + 1, behind[0][1]))
        first = next((token for token in tokens if token.idx >= start and (token.is_alpha or token.is_quote)), None)
        return (with_quotes(doc, (first.idx, behind[0][1])), *behind[1:]) if first is not None else ()
    return before if not behind else ()
