"""Events told by nouns: talks, the test, sanctions on, an attack by, with the light verb that carries them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from spacy.tokens import Token

from communique.events.clause import Clause
from communique.events.find import Find
from communique.events.lexicon import RECIPROCAL, Entry, group
from communique.events.parties import Ids, Parties, merged
from communique.events.status import status_of_noun
from communique.parse import tree

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "their", "her", "both"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
# Of these, the possessor is the one it happens to: `Kim's arrest`.
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_SIDES = {"party": 1, "party2": 2}
_AGAINST = ("against", "into", "on", "at", "upon", "toward", "towards")


def read_noun(noun: Token, entries: Sequence[Entry], parties: Parties, carrier: Clause | None) -> Find | None:
    """The event that a noun names, or None. `carrier` is the verb that it is an argument of."""
    if (
        noun.lemma_.lower() in group("doubtful")
        and parties.lookup.actors_at(noun.idx)
        or any(about.lemma_ == "comment" for about in tree.prepositional(noun, "for"))
    ):
        return None
    if any(child.lower_ in {"news", "press"} for child in noun.lefts):
        return None
    if carrier is not None and noun.lemma_ == "threat" and carrier.verb.lemma_ in group("looming"):
        return None
    for entry in entries:
        weak = False
        for need in entry.needs:
            if not _met(need.name, need.lemmas, noun, entry):
                if not need.lemmas:
                    break
                weak = True
        else:
            found = _find(noun, entry, parties, carrier)
            if found is not None and (weak or not (found.actors or found.recipients)):
                found.weak = True
                found.orphan = not weak and noun.lemma_.lower() in group("unmistakable")
            spoken = found is not None and (not found.weak or found.orphan or found.status == "denied" or _definite(noun))
            return found if spoken else None
    return None


def _find(noun: Token, entry: Entry, parties: Parties, carrier: Clause | None) -> Find | None:
    actors, recipients = _sides(noun, entry, parties, carrier)
    if entry.type in RECIPROCAL and entry.type != "AGREE":
        actors, recipients = merged((actors, recipients)), ()
    if len(actors) + len(recipients) < max((_SIDES.get(need.name, 0) for need in entry.needs), default=0):
        return None
    light = carrier is not None and (carrier.verb.lemma_ in group("light") or noun.dep_ == "nsubj")
    return Find(
        token=noun,
        entry=entry,
        type=entry.type,
        actors=actors,
        recipients=tuple(actor for actor in recipients if actor not in actors),
        status=status_of_noun(noun),
        anchor=carrier.verb if carrier is not None and light else noun,
        nominal=True,
        definite=_definite(noun),
        sorts=sorts_of([noun]),
    )


def _sides(noun: Token, entry: Entry, parties: Parties, carrier: Clause | None) -> tuple[Ids, Ids]:
    doer, sufferer = _carried(noun, parties, carrier)
    place = entry.places[0] if entry.places else "-"
    between = merged(parties.of(tree.prepositional(noun, name)) for name in ("between", "among"))
    company = parties.of(tree.prepositional(noun, "with"))
    if place == "recip":
        beside = company or (_beside(carrier, parties, "with") if doer else ())
        own = merged((doer, _possessor(noun, parties), parties.modifiers(noun), parties.of(tree.prepositional(noun, "by"))))
        return merged((between, own, beside)), ()
    of = parties.of(tree.prepositional(noun, "of"))
    by = parties.of(tree.prepositional(noun, "by", "from"))
    possessor = _possessor(noun, parties)
    against = parties.of(tree.prepositional(noun, *_AGAINST, *(() if place in {"of", "-", "recip-war"} else (place,))))
    if not against and doer:
        against = merged(_beside(carrier, parties, name) for name in (*_AGAINST, place))
    if place == "recip-war":
        named = parties.modifiers(noun)
        sides = merged((between, doer, by, possessor, named if len(named) > 1 else (), company))
        return sides, against or sufferer or (named if len(named) == 1 and not sides else ())
    if place == "of" and not of and possessor and entry.type in _SUFFERED and not against:
        return merged((doer, by)), possessor
    agents = merged((doer, by, possessor if possessor not in (of, ()) else ())) or _named_before(noun, entry, parties)
    if place == "of":
        return agents, of or against or sufferer
    return agents or (of if not against or of != against else ()), against or sufferer


def _named_before(noun: Token, entry: Entry, parties: Parties) -> Ids:
    """`U.S. sanctions`; but the state before a protest is where it was held."""
    found = parties.modifiers(noun)
    if entry.type == "PROTEST":
        return tuple(actor for actor in found if parties.lookup.actors[actor].kind != "state")
    return found


def _possessor(noun: Token, parties: Parties) -> Ids:
    return parties.of(child for child in noun.lefts if child.dep_ == "poss")


def _carried(noun: Token, parties: Parties, carrier: Clause | None) -> tuple[Ids, Ids]:
    """(who does it, who suffers it) by the verb that carries the noun: `staged a test`, `faces sanctions`."""
    if carrier is None or noun.dep_ == "nsubj":
        return (), ()
    lemma = carrier.verb.lemma_.lower()
    if lemma in group("sufferers"):
        return (), parties.of(carrier.doers)
    if lemma in group("light"):
        return parties.of(carrier.doers), ()
    return (), ()


def _beside(carrier: Clause | None, parties: Parties, name: str) -> Ids:
    return parties.of(n for n in carrier.preps.get(name, ()) if n.pos_ != "VERB") if carrier is not None else ()


def _met(name: str, lemmas: frozenset[str], noun: Token, entry: Entry) -> bool:
    if lemmas:
        return any(part.lower_ in lemmas or part.lemma_.lower() in lemmas for part in _around(noun))
    match name:
        case "plural":
            return noun.tag_ in {"NNS", "NNPS"}
        case "for" | "on" | "of" | "to":
            return any(child.dep_ == "prep" and child.lower_ == name for child in noun.rights)
        case "for_plural":
            return any(child.dep_ == "prep" and child.lower_ in {"for", "on"} for child in noun.rights)
        case "to_or_inf":
            return any(child.dep_ in {"prep", "acl", "relcl"} and child.lower_ not in {"of", "in"} for child in noun.rights)
        case "-news":
            return not any(child.lower_ in {"news", "town", "shareholder", "board", "prayer", "press"} for child in noun.lefts)
        case "party" | "party2" | "recip":
            return True
    raise ValueError(f"nouns.tsv asks for {name!r}, which is not known")


def _around(noun: Token) -> list[Token]:
    """Modifiers of a noun with theirs, and what it is of: `ballistic missile test`, `test of a missile`."""
    found: list[Token] = []
    for child in noun.lefts:
        if child.dep_ in _MODIFIERS:
            found += noun.doc[child.left_edge.i : child.i + 1]
    for thing in tree.prepositional(noun, "of"):
        found += thing.doc[thing.left_edge.i : thing.i + 1]
    return found


def sorts_of(nouns: Iterable[Token]) -> frozenset[str]:
    """Which sorts of weapon some noun phrases speak of, or which of a series."""
    words = {part.lower_ for noun in nouns for part in [*_around(noun), noun]}
    return frozenset(name for name in ("nuclear", "missile") if words & group(name)) | (words & group("ordinals"))


def _definite(noun: Token) -> bool:
    return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.lefts)
