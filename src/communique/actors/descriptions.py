"""Role descriptions: linked to whom they mean (`the president`), else actors of their own (`critics`, `a spokesman for X`)."""

from __future__ import annotations

from spacy.tokens import Token

from communique.actors.belonging import may_belong
from communique.actors.drafts import Draft
from communique.actors.pronoun_words import pronouns
from communique.actors.reading import Reading
from communique.actors.roles import Role, holds
from communique.actors.titles import Title, described
from communique.lexicon import words
from communique.vocabulary import ActorKind

_NO_HEADS = frozenset({"compound", "amod", "nmod", "attr", "npadvmod", "acomp", "advmod"})
_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "agent"})
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NOBODY = frozenset({"no", "any", "every", "what", "which", "neither", "either"})
# Bodies that a common noun such as `the group` can take up again.
_GROUPS = frozenset({"NGO", "HRI", "REB", "PRM", "UAF", "CRM", "LAB"})
_CALLED = frozenset({"named", "called", "nicknamed", "dubbed", "identified"})
# Nouns that are somebody only with what they belong to: `head of the agency`, `my head`.
_PARTIAL = frozenset({"head", "chief", "chair", "deputy", "figure", "member", "source", "hand"})


def find_descriptions(reading: Reading) -> None:
    """Gives mentions to people, bodies and states that a description means, and fills `reading.described`."""
    tokens = reading.doc.tokens
    for token in tokens:
        if token.i in reading.taken or token.pos_ not in {"NOUN", "PROPN"} or token.dep_ in _NO_HEADS:
            continue
        if token.i and tokens[token.i - 1].text == "-" and not tokens[token.i - 1].whitespace_ and not _prefixed(token):
            continue
        title = described(tokens, token, reading.cover)
        if title is None or title.role is None:
            continue
        within = "'s" in title.role.words
        if _behind_name(reading, token):
            continue
        if not within and any(i in reading.taken for i in range(token.i - title.role.size + 1, token.i)):
            continue
        _place(reading, token, title, title.role)


def _behind_name(reading: Reading, token: Token) -> bool:
    """`Ada Holm MP`: letters behind a name are part of it."""
    bearer = reading.taken.get(token.i - 1) if token.i else None
    if bearer is None or bearer.kind != "person" or not (token.text.isupper() and 1 < len(token.text) < 5):
        return False
    span = next((span for span in bearer.mentions if span[1] == token.idx - 1), None)
    if span is None:
        return False
    bearer.mention((span[0], token.idx + len(token)), "letters")
    reading.taken[token.i] = bearer
    return True


def _prefixed(token: Token) -> bool:
    return token.i > 1 and token.doc[token.i - 2].lower_ in {"ex", "vice", "co"}


def _place(reading: Reading, token: Token, title: Title, role: Role) -> None:
    tokens, first = reading.doc.tokens, title.first
    before = tokens[first - 1] if first else None
    word = before.lower_ if before is not None and before.dep_ in {"det", "poss", "nummod", "amod"} else ""
    if word in _NOBODY or not _is_somebody(token, title, role, word):
        return
    if word and before is not None and before.dep_ in {"det", "poss"} and before.i not in reading.taken:
        first -= 1
    # "Our correspondent" of the writer's own words is one named before.
    ours = word == "our" and reading.doc.quote_at(token.idx) is None
    definite = word in _DEFINITE or ours or not word and _heads_report(reading, token, title)
    draft = None if role.plural else _named_behind(reading, token, role)
    if draft is None and definite:
        draft = _regime(reading, role) or _meant(reading, token, title, role)
    if draft is None:
        draft = _by_office(reading, title, role) if not role.plural else None
    if draft is None:
        draft = _own(reading, title, role, definite)
    draft.mention(reading.span(first, title.last), "description")
    # The "his" of "his lawyer" means somebody else.
    for i in range(first + (reading.doc.tokens[first].lower_ in pronouns()), token.i + 1):
        reading.taken.setdefault(i, draft)
    if draft.kind == "person" and token.dep_ == "appos" and len(draft.mentions) == 1 and draft in reading.described:
        _name_before(reading, draft, token.head)


def _named_behind(reading: Reading, token: Token, role: Role) -> Draft | None:
    """Who is named right behind: `another official, deputy chief Ada Holm,`, `a student named Lund`."""
    kinds = {"person"} if role.kind in {"title", "person"} else {"organization", "group"}
    for child in token.rights:
        if child.dep_ == "acl" and child.lower_ in _CALLED:
            child = next((c for c in child.rights if c.dep_ in {"oprd", "dobj", "attr"}), child)
        elif child.dep_ != "appos" or token.doc[child.left_edge.i - 1].text not in {",", "—", "–", ":"}:
            continue
        draft = reading.taken.get(child.i)
        if draft is not None and draft.kind in kinds and not draft.plural:
            return draft
    return None


def _name_before(reading: Reading, draft: Draft, head: Token) -> None:
    """`Ada Lund, a shopkeeper`: two capitalised words that nobody knew as a name are what she is called."""
    words = [t for t in reading.doc.tokens[head.left_edge.i : head.i + 1] if t.i not in reading.taken]
    if len(words) != 2 or head.left_edge.i != head.i - 1 or any(t.pos_ != "PROPN" or not t.text.istitle() for t in words):
        return
    draft.name, draft.words = reading.text(head.i - 1, head.i), tuple(t.lower_ for t in words)
    reading.add(draft, head.i - 1, head.i, "apposition")


def _is_somebody(token: Token, title: Title, role: Role, word: str) -> bool:
    """A bare singular noun in small letters is mostly no one: `by force`, `in opposition`; as a subject it acts."""
    if role.words in _PARTIAL and title.last == token.i and title.first == token.i and not role.plural:
        return word in _DEFINITE and role.words not in {"head", "hand", "chair"}
    if role.plural or word or title.country or token.text[:1].isupper() and token.i != token.sent.start:
        return True
    return token.dep_ in _ARGUMENTS or title.first < token.i - role.size + 1 or role.words in words("actors", "bare_nouns")


def _meant(reading: Reading, token: Token, title: Title, role: Role) -> Draft | None:
    """The person or body introduced before whom a definite description fits; of several the last mentioned."""
    if role.plural:
        return None
    pool = reading.people if role.kind in {"title", "person"} else reading.bodies
    able = [draft for draft in pool if _fits(draft, title, role) and may_belong(reading, draft, title.first, title.last)]
    able += [draft for draft in reading.described if _again(draft, title, role, _key(reading, title))]
    fitting = [(before, draft) for draft in able if (before := _last_before(draft, token.idx))]
    if fitting:
        return max(fitting, key=lambda pair: pair[0])[1]
    # `The president of Norway` at the head of a report, and her name further down.
    return able[0] if len(able) == 1 and title.country and role.kind == "title" else None


def _key(reading: Reading, title: Title) -> tuple[str, ...]:
    """The words of a description as they are compared."""
    return tuple(reading.text(title.first, title.last).lower().split())


def _heads_report(reading: Reading, token: Token, title: Title) -> bool:
    """`Norwegian leader warns of war`: a headline leaves out the article."""
    return bool(title.country) and bool(reading.doc.paragraphs) and token.idx < reading.doc.paragraphs[0][1]


def _regime(reading: Reading, role: Role) -> Draft | None:
    """`the regime`: of the states that are called so, the only one in the report."""
    if role.words != "regime":
        return None
    named = [draft for code, draft in reading.states.items() if code in words("actors", "regimes")]
    return named[0] if len(named) == 1 else None


def _last_before(draft: Draft, offset: int) -> tuple[int, int] | None:
    return max((span for span in draft.mentions if span[0] < offset), default=None)


def _fits(draft: Draft, title: Title, role: Role) -> bool:
    if title.former:
        return draft.sector == "ELI" and role.words in (draft.role or "").lower()
    if title.country and draft.country != title.country:
        return False
    if role.words in draft.roles or role.words == draft.head:
        return True
    if role.kind in {"organization", "group"}:
        alike = draft.sector in _GROUPS if role.words in {"group", "organization", "organisation", "movement"} else False
        return alike or role.words not in {"party", "government"} and role.sector in _GROUPS and role.sector == draft.sector
    if draft.sector != "GOV" or role.words not in words("actors", "leaders"):
        return False
    return holds((draft.role or "").lower(), role.words) or bool(
        title.country and set(draft.roles) & words("actors", "leaders")
    )


def _by_office(reading: Reading, title: Title, role: Role) -> Draft | None:
    """`the French president`: who held the office on the report's day, where the lists say."""
    if not title.country or reading.day is None or role.kind != "title" or title.former:
        return None
    said = reading.text(title.first, title.last).lower().split()
    offices = [" ".join(said[i:]) for i in range(len(said))]
    entry = next((e for office in offices if (e := reading.knowledge.office_holder(title.country, office, reading.day))), None)
    if entry is None:
        return None
    for draft in reading.people:
        if draft.name == entry.name or draft.wikidata and draft.wikidata == entry.wikidata:
            return draft
    named = tuple(entry.name.lower().replace("-", " ").split())
    draft = Draft(entry.name, "person", entry.country, entry.sector, role=entry.role, words=named, roles=[role.words])
    reading.people.append(draft)
    return draft


def _own(reading: Reading, title: Title, role: Role, definite: bool) -> Draft:
    name = reading.text(title.first, title.last)
    key = _key(reading, title)
    for draft in reversed(reading.described):
        if draft.words == key or (definite and _again(draft, title, role, key)):
            return draft
    kind: ActorKind = "person"
    if role.plural or role.kind == "group":
        kind = "group"
    elif role.kind == "organization":
        kind = "organization"
    elif definite and role.kind == "title" and role.sector:
        kind = "office"
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


def _again(draft: Draft, title: Title, role: Role, key: tuple[str, ...]) -> bool:
    """Whether a definite description says nothing new: `the spokesman`, after `a spokesman for the ministry`."""
    if draft.head != role.words or draft.plural != role.plural:
        return False
    return set(key) <= set(draft.words) or bool(title.country and title.country == draft.country and len(key) <= 2 + role.size)
