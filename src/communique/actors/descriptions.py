"""Role descriptions: linked to whom they mean (`the president`), else actors of their own (`critics`, `a spokesman for X`)."""

from __future__ import annotations

from spacy.tokens import Token

from communique.actors.drafts import Draft
from communique.actors.reading import Reading
from communique.actors.titles import Title, described
from communique.vocabulary import ActorKind

_LEADERS = frozenset(
    {
        "leader",
        "president",
        "prime minister",
        "premier",
        "chancellor",
        "dictator",
        "ruler",
        "king",
        "chairman",
        "supreme leader",
        "strongman",
    }
)
_NO_HEADS = frozenset({"compound", "amod", "nmod", "attr", "npadvmod"})


def find_descriptions(reading: Reading) -> None:
    """Gives mentions to people, bodies and states that a description means, and fills `reading.described`."""
    for token in reading.doc.tokens:
        if token.i in reading.taken or token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in _NO_HEADS:
            continue
        title = described(reading.doc.tokens, token, reading.places)
        if (
            title is None
            or title.role is None
            or any(i in reading.taken for i in range(token.i - title.role.size + 1, token.i))
        ):
            continue
        _place(reading, token, title)


def _place(reading: Reading, token: Token, title: Title) -> None:
    tokens = reading.doc.tokens
    first = title.first
    definite = False
    if first > 0 and tokens[first - 1].dep_ in {"det", "poss"} and tokens[first - 1].lower_ not in {"no", "any"}:
        definite = tokens[first - 1].lower_ in {"the", "this", "that", "these", "those"}
        first -= 1
    draft = _meant(reading, token, title) if definite else None
    if draft is None:
        draft = _own(reading, title, definite)
    draft.mention(reading.span(first, title.last), "description")
    for i in range(first, token.i + 1):
        reading.taken.setdefault(i, draft)


def _meant(reading: Reading, token: Token, title: Title) -> Draft | None:
    """The person or body introduced before whom a definite description fits; of several the last mentioned."""
    role = title.role
    assert role is not None
    start = token.idx
    if role.plural or title.former:
        return None
    fitting = []
    pool = reading.bodies if role.kind == "organization" else reading.people
    for draft in pool:
        if title.country and draft.country != title.country:
            continue
        same = role.words in draft.roles or role.words == draft.head
        office = draft.role or ""
        leads = (
            role.words in _LEADERS
            and draft.sector == "GOV"
            and (role.words in office or set(draft.roles) & _LEADERS and title.country)
        )
        if same or leads:
            before = max((s for s in draft.mentions if s[0] < start), default=None)
            if before:
                fitting.append((before, draft))
    return max(fitting, key=lambda pair: pair[0])[1] if fitting else None


def _own(reading: Reading, title: Title, definite: bool) -> Draft:
    role = title.role
    assert role is not None
    name = reading.text(title.first, title.last)
    key = tuple(name.lower().split())
    for draft in reversed(reading.described):
        if draft.words == key or (definite and draft.head == role.words and draft.plural == role.plural):
            return draft
    kind: ActorKind = "group" if role.plural else "organization" if role.kind == "organization" else "person"
    draft = Draft(
        name,
        kind,
        title.country,
        title.sector,
        role.sector_2,
        head=role.words,
        words=key,
        plural=role.plural,
        gender=title.gender,
    )
    reading.described.append(draft)
    return draft
