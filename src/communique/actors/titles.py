"""What the report says of a named person beside the name: `North Korean leader X`, `X, Iran's foreign minister,`, `Mr. X`."""

from __future__ import annotations

import re
from dataclasses import replace

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.actors.cover import Cover
from communique.actors.name import Name
from communique.actors.roles import Role, role_at
from communique.actors.title_words import INSIDE, OF_STATE, Title, described, gender_of, modifiers_from, title_of

__all__ = ["HONORIFICS", "Title", "described", "gender_of", "title_after", "title_apart", "title_before"]

HONORIFICS = {
    "mr": "m", "mr.": "m", "sir": "m", "lord": "m", "mrs": "f", "mrs.": "f", "ms": "f", "ms.": "f", "miss": "f",
    "dame": "f", "lady": "f", "dr": None, "dr.": None,
}  # fmt: skip
_LINKS = frozenset({"the", "and", "'s", "’s"})
# `R-Ohio`, `D-N.Y.`: how the American press names the party and state of members of Congress.
_BALLOT = re.compile(r"[RDI]-[A-Z][A-Za-z.]+$")
_MEMBER = Role("lawmaker", "person", "LEG", None, 1, False)


def title_before(tokens: SpacyDoc, first: int, cover: Cover) -> Title | None:
    """The title that ends right before a name: `White House press secretary`, `Secretary of State`, `Mr.`."""
    i = first - 1
    if i < 0 or tokens[i].is_space:
        return None
    if tokens[i].lower_ in HONORIFICS:
        return Title(i, i, None, None, False, None, HONORIFICS[tokens[i].lower_])
    found = role_at(tokens, max(0, i - 7), i)
    role, start = found or (None, i)
    if role is None or role.kind == "organization":
        # "Secretary of State Jane Doe", "spokeswoman for women Jane Doe", "chairman of the committee Jane Doe"
        at = next((k for k in range(i - 1, max(0, i - 12), -1) if tokens[k].lower_ in {"of", "for", "to"}), None)
        found = (
            role_at(tokens, max(0, at - 7), at - 1)
            if at and all(tokens[k].pos_ in INSIDE or tokens[k].lower_ in _LINKS for k in range(at + 1, i + 1))
            else None
        )
        if found is None or found[0].kind == "organization":
            return None
        role, start = found
    if role.kind == "organization" or role.plural:
        return None
    start = modifiers_from(tokens, start, cover)
    return title_of(tokens, start, i, role, cover)


def title_after(tokens: SpacyDoc, name: Name, cover: Cover) -> Title | None:
    """What stands behind a name: `, North Korea's foreign minister,`, `, who is a judge,`, `, R-Ohio,`."""
    end = name.last + 1
    if end + 1 >= len(tokens) or tokens[end].text not in {",", "("}:
        return None
    if tokens[end + 1].lower_ == "who":
        return _who_is(tokens, end + 2, cover)
    if end + 3 < len(tokens) and _BALLOT.match(tokens[end + 1 : end + 4].text):
        return Title(end + 1, end + 3, _MEMBER, "USA", False, "LEG")
    return _apposition(tokens, name, end, cover)


def _apposition(tokens: SpacyDoc, name: Name, end: int, cover: Cover) -> Title | None:
    """A noun phrase behind the comma at `end`, with a role noun as its head."""
    for i in range(end + 1, min(end + 10, len(tokens))):
        token = tokens[i]
        if (
            token.is_punct
            and token.text not in {"-", "'", "’"}
            or token.is_space
            or token.pos_ in {"VERB", "AUX", "ADP", "PRON"}
            and i > end + 1
        ):
            return None
        if token.pos_ in {"NOUN", "PROPN"} and token.dep_ not in {"compound", "poss", "amod", "nmod"}:
            return _apposed(tokens, name, token, cover)
    return None


def _who_is(tokens: SpacyDoc, start: int, cover: Cover) -> Title | None:
    """`who is Chad's foreign minister`, `who served as a judge`: in the past tense an office that is over."""
    verb = next((tokens[i] for i in range(start, min(start + 3, len(tokens))) if tokens[i].pos_ in {"AUX", "VERB"}), None)
    if verb is None or verb.lemma_ not in {"be", "serve"}:
        return None
    if verb.lemma_ == "be":
        heads = [child for child in verb.rights if child.dep_ == "attr"]
    else:
        heads = [child for prep in verb.rights if prep.lower_ == "as" for child in prep.rights if child.dep_ == "pobj"]
    title = described(tokens, heads[0], cover) if heads else None
    if title is None or not _of_one(title):
        return None
    if verb.tag_ != "VBD":
        return title
    return replace(title, former=True, sector="ELI" if title.sector in OF_STATE else title.sector)


def _of_one(title: Title) -> bool:
    return title.role is not None and not title.role.plural and title.role.kind != "organization"


def title_apart(tokens: SpacyDoc, name: Name, cover: Cover) -> Title | None:
    """The description before a name, between commas: `Chile's foreign minister, Jane Doe,`."""
    if name.first < 3 or tokens[name.first - 1].text != ",":
        return None
    heads = [tokens[i].head for i in range(name.first, name.last + 1) if tokens[i].dep_ == "appos"]
    if not heads or heads[0].i >= name.first or name.first - heads[0].i > 10:
        return None
    title = described(tokens, heads[0], cover)
    return title if title is not None and _of_one(title) and title.last >= name.first - 6 else None


def _apposed(tokens: SpacyDoc, name: Name, head: Token, cover: Cover) -> Title | None:
    title = described(tokens, head, cover)
    if title is None or not _of_one(title):
        return None
    after = tokens[title.last + 1] if title.last + 1 < len(tokens) else None
    listed = any(child.dep_ == "cc" for child in head.children) or head.dep_ == "conj"
    within = (
        head.dep_ == "appos"
        or after is None
        or after.text in {",", ".", ";", ")", "—", "–", "-", "who", "and"}
        or after.pos_ in {"VERB", "AUX", "ADP"}
    )
    return title if within and not (listed and head.dep_ != "appos") else None
