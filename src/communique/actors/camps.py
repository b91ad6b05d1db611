"""People around a politician, as bodies of their own: `the Brook campaign`, and `the campaign` after it."""

from __future__ import annotations

from functools import cache

from spacy.tokens import Token

from communique.actors.drafts import Draft
from communique.actors.reading import Reading
from communique.lexicon import known, table

# What follows "the campaign" where it is no body: "the campaign for governor", "the campaign trail".
_COURSE = frozenset({"for", "to", "against", "of", "trail"})

# What a campaign in the field does, and no body.
_PASSES = frozenset({"begin", "start", "end", "continue", "last", "fail", "succeed", "be"})


def find_camps(reading: Reading) -> None:
    """Adds bodies named by a person's name and a noun of `data/camps.tsv`, and what takes them up."""
    lowered = reading.doc.article.text.lower()
    if not any(noun in lowered for noun in _sectors()):
        return
    ends = {span[1]: draft for draft in reading.people for span in draft.mentions}
    camps: dict[tuple[str, str], Draft] = {}
    last: dict[str, Draft] = {}
    for token in reading.doc.tokens:
        noun = token.lower_
        if noun not in _sectors() or token.i == 0 or token.dep_ in {"compound", "amod"} and token.head.lower_ == "trail":
            continue
        before = reading.doc.tokens[token.i - 1]
        leader = ends.get(before.idx + len(before))
        if leader is not None and before.whitespace_ and before.dep_ in {"compound", "nmod", "poss", "amod"}:
            key = leader.name, noun
            draft = camps.get(key) or camps.setdefault(key, _camp(reading, leader, before, token))
            last[noun] = draft
            draft.mention(reading.span(before.i, token.i), "camp")
            reading.taken[token.i] = draft
        elif noun in last and token.i not in reading.taken and _taken_up(token, before):
            draft = last[noun]
            draft.mention(reading.span(before.i, token.i), "camp")
            reading.taken[token.i] = draft


@cache
def _sectors() -> dict[str, str | None]:
    return {noun: known(sector) for noun, sector in table("actors", "camps")}


def _camp(reading: Reading, leader: Draft, before: Token, token: Token) -> Draft:
    """The body of that name, which spaCy may have found, else a new one."""
    name = reading.text(before.i, token.i)
    known_as = tuple(name.lower().split())
    draft = next((d for d in reading.bodies if d.words == known_as), None)
    if draft is None:
        draft = Draft(name, "organization", leader.country, _sectors()[token.lower_], head=token.lower_, words=known_as)
        reading.bodies.append(draft)
    return draft


def _taken_up(token: Token, before: Token) -> bool:
    after = token.doc[token.i + 1].lower_ if token.i + 1 < len(token.doc) else ""
    acts = token.dep_ in {"nsubj", "nsubjpass", "poss"} and token.head.lemma_ not in _PASSES
    return before.lower_ == "the" and acts and after not in _COURSE
