"""Mentions of several actors at once: `the two leaders`, `both sides`, `the two countries`, where it is clear who they are.

Clear means: exactly two candidates of the kind were mentioned before in the report.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from communique.actors.drafts import Draft
from communique.actors.reading import Reading
from communique.lexicon import words
from communique.parse.tree import is_visited

_TWO = frozenset({"two", "both"})
_STATES = frozenset({"country", "nation", "state", "government", "neighbour", "neighbor", "capital", "ally", "rival", "power"})
# How far back, in characters, two states named together still count.
_AROUND = 500
# How many sentences back two people may be named.
_SENTENCES = 3
_SIDES = frozenset({"side", "party"})


def find_plurals(reading: Reading) -> None:
    """Makes a plural description a mention of each of its members."""
    tokens = reading.doc.tokens
    for token in tokens:
        if token.i in reading.taken or token.tag_ not in {"NNS", "NNPS"} and token.lower_ != "two":
            continue
        first = _alone(token) if token.lower_ == "two" else _first(token)
        if first is None:
            continue
        members = _members(reading, token)
        if members:
            for member in members:
                member.mention(reading.span(first, token.i), "plural")
            for i in range(first, token.i + 1):
                reading.taken.setdefault(i, members[0])
            reading.together[token.i] = members


def _first(token: Token) -> int | None:
    """First token of `the two leaders`, `both sides`; None where the noun does not speak of two."""
    lefts = [child for child in token.lefts if child.dep_ in {"nummod", "det", "predet", "amod", "poss"}]
    numbers = [child for child in lefts if child.lower_ in _TWO]
    if not numbers or any(child.dep_ == "poss" for child in lefts):
        return None
    if numbers[0].lower_ == "two" and not any(child.lower_ in {"the", "these", "those", "both"} for child in lefts):
        return None
    # "the two North Korean officials", "both main parties" say more than that there are two.
    return lefts[0].i if token.i - lefts[0].i == len(lefts) and all(c.dep_ != "amod" or c in numbers for c in lefts) else None


def _alone(token: Token) -> int | None:
    """First token of `the two`, `those two` without a noun."""
    before = token.nbor(-1) if token.i else token
    joined = not token.whitespace_ and token.i + 1 < len(token.doc) and token.nbor().text == "-"
    noun = joined or token.dep_ in {"nummod", "compound", "amod"}
    return None if noun or before.lower_ not in {"the", "these", "those"} else before.i


def _members(reading: Reading, token: Token) -> tuple[Draft, ...]:
    lemma = token.lemma_.lower()
    if lemma == "two":
        return _lately(reading, token, reading.people) or _named_together(reading, token)
    if lemma in _STATES:
        return _pair(_acting(reading), token) or _named_together(reading, token)
    if lemma in words("actors", "leaders") or lemma in {"man", "woman", "politician", "minister"}:
        gender = {"man": "m", "woman": "f"}.get(lemma)
        people = [d for d in reading.people if _fits(d, lemma) and (gender is None or d.gender == gender)]
        return _pair(people, token) or _lately(reading, token, people)
    if lemma in _SIDES:
        return _pair(_acting(reading), token) or _pair(reading.bodies, token)
    return ()


def _acting(reading: Reading) -> list[Draft]:
    """The states that are more than where somebody goes to or comes from (`they left Vietnam`)."""
    at = reading.doc.token_at
    return [draft for draft in reading.states.values() if not all(is_visited(at(end - 1)) for _, end in draft.mentions)]


def _lately(reading: Reading, token: Token, drafts: Sequence[Draft]) -> tuple[Draft, ...]:
    """The two of some people whom the nearest sentences before a token name, where they name no third."""
    sentence = token.sent
    found: dict[int, Draft] = {}
    for _ in range(_SENTENCES):
        for draft in drafts:
            if any(sentence.start_char <= start < min(sentence.end_char, token.idx) for start, _ in draft.mentions):
                found[id(draft)] = draft
        if len(found) > 1 or sentence.start == 0:
            break
        sentence = token.doc[sentence.start - 1].sent
    return tuple(found.values()) if len(found) == 2 else ()


def _named_together(reading: Reading, token: Token) -> tuple[Draft, ...]:
    """The two states that were last named together before a token (`Norway and Chile`), nothing named third between them."""
    spans = sorted((span, draft.name, draft) for draft in reading.states.values() for span in draft.mentions)
    before = [(span, draft) for span, _, draft in spans if span[1] <= token.idx]
    for (first, one), (second, other) in zip(reversed(before[:-1]), reversed(before[1:]), strict=True):
        if token.idx - second[1] > _AROUND:
            break
        if one is not other and reading.doc.article.text[first[1] : second[0]] == " and ":
            return one, other
    return ()


def _fits(draft: Draft, lemma: str) -> bool:
    if lemma not in words("actors", "leaders"):
        return True
    return draft.sector in {"GOV", "REB", "PTY"} and bool(
        set(draft.roles) & words("actors", "leaders") or draft.role in words("actors", "leaders")
    )


def _pair(drafts: Iterable[Draft], token: Token) -> tuple[Draft, ...]:
    """The only two that were mentioned before a token."""
    before = [draft for draft in drafts if any(span[0] < token.idx for span in draft.mentions)]
    return tuple(before) if len(before) == 2 else ()
