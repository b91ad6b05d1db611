"""States where they act or are acted on: names, adjectives, nationalities; capitals and seats of government for their state."""

from __future__ import annotations

from communique.actors.drafts import Draft
from communique.actors.name import Name
from communique.actors.reading import Reading
from communique.parse.tree import first_conjunct
from communique.world import codes, state_names

_WHERE = frozenset("in at near inside outside across throughout around into through over within off along".split())
_MEETINGS = frozenset({"summit", "conference", "meeting", "olympics", "games", "forum", "accord", "airport"})
_SITED = frozenset({"based", "born", "held", "occupied", "bound"})
_BETWEEN = frozenset({"between", "with", "by", "against", "among", "toward", "towards", "versus"})
_VISITS = frozenset("visit leave reach enter tour arrive depart land return travel".split())


def find_states(reading: Reading) -> None:
    """Fills `reading.states`. A place where something happens is no mention; it is held back for `complete_states`."""
    bodies = {i for name in reading.state_bodies for i in range(name.first, name.last + 1)}
    alone = {name.first for name in reading.names if name.entries}
    for name in reading.listed:
        entry = name.entry
        if name.first not in alone and name.first not in bodies:
            continue
        if entry is None or entry.country is None or entry.kind not in {"state", "demonym", "capital", "seat"}:
            continue
        if acts(reading, name, entry.kind):
            reading.add(_state(reading, entry.country), name.first, name.last, f"state-by-{entry.kind}")
        else:
            reading.held_back.setdefault(entry.country, []).append(reading.span(name.first, name.last))


def find_korea(reading: Reading) -> None:
    """`the North` and `the South`, where the report names one of the Koreas."""
    if not reading.states.keys() & {"PRK", "KOR"}:
        return
    tokens = reading.doc.tokens
    for token in tokens[:-1]:
        code = {"North": "PRK", "South": "KOR"}.get(token.text)
        if code is None or token.i in reading.taken:
            continue
        name = reading.cover.at(token.i)
        if name is not None and (name.kind != "place" or name.last > name.first):
            continue
        before = tokens[token.i - 1] if token.i else None
        following = tokens[token.i + 1]
        alone = following.tag_ == "POS" or following.pos_ not in {"PROPN", "NOUN", "ADJ", "NUM"} and following.text != "-"
        if alone and before is not None and before.lower_ in {"the", "and", "with", "to"}:
            reading.add(_state(reading, code), token.i, token.i, "state-by-half")


def complete_states(reading: Reading) -> None:
    """A state whose government acts in the report gets its actor also where only a place names it."""
    for draft in [*reading.people, *reading.bodies, *reading.described]:
        if draft.sector in {"GOV", "MIL"} and draft.country in reading.held_back and draft.country not in reading.states:
            for span in reading.held_back[draft.country][:1]:
                _state(reading, draft.country).mention(span, "state-of-its-government")


def _state(reading: Reading, code: str) -> Draft:
    # A user's knowledge file may have states of its own.
    row = codes().get(code)
    draft = Draft(state_names().get(code, code), "state", country=code, wikidata=row.wikidata[0] if row else None)
    return reading.states.setdefault(code, draft)


def acts(reading: Reading, name: Name, kind: str) -> bool:
    """Whether a name of a state stands for the state as a party, not for the land or the city."""
    tokens = reading.doc.tokens
    head = next(
        (tokens[i] for i in range(name.last, name.first - 1, -1) if not name.first <= tokens[i].head.i <= name.last),
        tokens[name.last],
    )
    head = first_conjunct(head)
    after = tokens[name.last + 1] if name.last + 1 < len(tokens) else None
    if after is not None and after.text == "-" and name.last + 2 < len(tokens) and tokens[name.last + 2].lower_ in _SITED:
        return False
    if kind == "demonym":
        # "in English" is a language.
        return not (head.dep_ == "pobj" and head.head.lower_ in {"in", "into"} and not list(head.lefts))
    if name.first > 1 and tokens[name.first - 1].text == "," and tokens[name.first - 2].ent_type_ == "GPE":
        # "Hanoi, Vietnam" is a place; "China, Russia and ..." are states.
        city = reading.cover.at(name.first - 2)
        if city is None or city.kind == "capital" or not city.entries:
            return False
    if head.dep_ == "compound" and head.head.lemma_.lower() in _MEETINGS:
        return False
    if kind == "state":
        return not (head.dep_ == "pobj" and head.head.lower_ in _WHERE)
    if head.dep_ in {"nsubj", "nsubjpass", "poss", "agent"}:
        return True
    if head.dep_ == "pobj":
        return head.head.lower_ in _BETWEEN or (kind == "seat" and head.head.lower_ not in _WHERE)
    if head.dep_ in {"dobj", "iobj", "dative"}:
        return head.head.lemma_ not in _VISITS
    return kind == "seat"
