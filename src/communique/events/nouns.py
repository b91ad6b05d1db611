"""Events told by nouns: talks, the test, sanctions on, an attack by, with the light verb that carries them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType

from spacy.tokens import Token

from communique.events.clause import Clause, reported
from communique.events.find import Find
from communique.events.lexicon import RECIPROCAL, Entry, Need, group
from communique.events.parties import Ids, Parties, merged
from communique.events.status import status_of_noun
from communique.parse import tree

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "their", "her", "both"})
_MODIFIERS = frozenset({"amod", "compound", "nmod", "poss"})
_HOSTS = ("by", "from", "with", "against", "on")
# Of these, the possessor is the one it happens to: `Kim's arrest`.
_SUFFERED = frozenset({"ASSAULT", "COERCE", "SANCTION"})
_SIDES = {"party": 1, "party2": 2}
_AGAINST = ("against", "into", "on", "at", "upon", "toward", "towards")


def read_noun(noun: Token, entries: Sequence[Entry], parties: Parties, carrier: Clause | None) -> Find | None:
    """The event that a noun names, or None. `carrier` is the verb that it is an argument of."""
    if _no_event(noun, parties, carrier):
        return None
    fitting = [entry for entry in entries if all(need.lemmas or _met(need, noun) for need in entry.needs)]
    whole = (entry for entry in fitting if all(_met(need, noun) for need in entry.needs))
    entry = next(whole, None)
    if entry is None and not fitting:
        return None
    # Without the modifier that makes it one ("the test") a noun can only refer back.
    found = _find(noun, entry or fitting[-1], parties, carrier)
    if found is None:
        return None
    found.weak = entry is None or not (found.actors or found.recipients)
    found.orphan = found.weak and entry is not None and noun.lemma_.lower() in group("unmistakable")
    return found if not found.weak or found.orphan or found.status == "denied" or found.definite else None


def _no_event(noun: Token, parties: Parties, carrier: Clause | None) -> bool:
    """`The opposition`, `a request for comment`, `a news conference`, `poses a threat`."""
    if noun.lemma_.lower() in group("doubtful") and parties.lookup.actors_at(noun.idx):
        return True
    if any(about.lemma_ == "comment" for about in tree.prepositional(noun, "for")):
        return True
    if any(child.lower_ in {"news", "press"} for child in noun.lefts):
        return True
    return carrier is not None and noun.lemma_ == "threat" and carrier.verb.lemma_ in group("looming")


def _find(noun: Token, entry: Entry, parties: Parties, carrier: Clause | None) -> Find | None:
    actors, recipients = _sides(noun, entry, parties, carrier)
    if entry.type in RECIPROCAL and entry.type != "AGREE":
        actors, recipients = merged((actors, recipients)), ()
    if len(actors) + len(recipients) < max((_SIDES.get(need.name, 0) for need in entry.needs), default=0):
        return None
    claimants = _claimants(noun, parties, carrier) if entry.type == "ASSAULT" else ()
    light = carrier is not None and (carrier.verb.lemma_ in group("light") or noun.dep_ == "nsubj")
    return Find(
        token=noun,
        entry=entry,
        type=entry.type,
        actors=actors or claimants,
        recipients=tuple(actor for actor in recipients if actor not in actors),
        status=status_of_noun(noun),
        anchor=carrier.verb if carrier is not None and light else noun,
        nominal=True,
        definite=definite(noun),
        sorts=sorts_of([noun]),
        claimants=claimants,
    )


def _claimants(noun: Token, parties: Parties, carrier: Clause | None) -> Ids:
    """`The rebels claimed responsibility for the attack`, `were behind it`, `carried out the attack`."""
    head = noun.head
    if noun.dep_ == "pobj" and head.lower_ == "for" and head.head.lower_ in {"responsibility", "credit", "blame"}:
        verb = head.head.head
        claims = verb.pos_ == "VERB" and verb.lemma_ in group("claiming")
    elif carrier is not None and noun.dep_ == "dobj" and carrier.verb.lemma_ in group("perpetrating"):
        return _carried(noun, parties, carrier)[0] if definite(noun) else ()
    else:
        verb = head.head
        claims = noun.dep_ == "pobj" and head.lower_ == "behind" and verb.lemma_ == "be"
    if not claims or tree.is_negated(verb) or (subject := tree.subject(verb)) is None:
        return ()
    return parties.of([subject])


def _sides(noun: Token, entry: Entry, parties: Parties, carrier: Clause | None) -> tuple[Ids, Ids]:
    place = entry.places[0] if entry.places else "-"
    if place == "recip":
        return _together(noun, entry, parties, carrier), ()
    if place == "recip-war":
        return _fighting(noun, parties, carrier)
    return _directed(noun, entry, place, parties, carrier)


def _together(noun: Token, entry: Entry, parties: Parties, carrier: Clause | None) -> Ids:
    """Everybody at talks, in an agreement, in a drill."""
    doer, _ = _carried(noun, parties, carrier)
    company = _beside(noun, parties, "with") or (_along(carrier, parties, "with") if doer else ())
    of = _beside(noun, parties, "of") if entry.type == "CONSULT" else ()
    own = (doer, _possessor(noun, parties), parties.modifiers(noun), _beside(noun, parties, "by"), of)
    return merged((_beside(noun, parties, "between", "among"), *own, company))


def _fighting(noun: Token, parties: Parties, carrier: Clause | None) -> tuple[Ids, Ids]:
    """The sides of a war, or the one that is fought against; `the Iraq war` is a war on Iraq."""
    doer, sufferer = _carried(noun, parties, carrier)
    named = parties.modifiers(noun)
    sides = (doer, _beside(noun, parties, "by", "from"), _possessor(noun, parties), named if len(named) > 1 else ())
    all_sides = merged((_beside(noun, parties, "between", "among"), *sides, _beside(noun, parties, "with")))
    against = _beside(noun, parties, *_AGAINST) or (_along(carrier, parties, *_AGAINST) if doer else ())
    return all_sides, against or sufferer or (named if len(named) == 1 and not all_sides else ())


def _directed(noun: Token, entry: Entry, place: str, parties: Parties, carrier: Clause | None) -> tuple[Ids, Ids]:
    """Who does it, and to whom: `place` is where the table says that the recipient stands."""
    doer, sufferer = _carried(noun, parties, carrier)
    of, possessor = _beside(noun, parties, "of"), _possessor(noun, parties)
    if place == "of" and not of:
        of = merged(map(parties.owner, tree.prepositional(noun, "of")))
    by = _beside(noun, parties, "by", *(() if place == "from" else ("from",)))
    where = _AGAINST if place in {"of", "-"} else (*_AGAINST, place)
    against = _beside(noun, parties, *where) or (_along(carrier, parties, *where) if doer else ())
    if place == "of" and not of and possessor and entry.type in _SUFFERED and not against:
        return merged((doer, by)), possessor
    agents = merged((doer, by, possessor if possessor != of else ())) or _named_before(noun, entry, parties)
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
        return parties.of(carrier.doers) or reported(carrier, parties), ()
    return (), ()


def _beside(noun: Token, parties: Parties, *prepositions: str) -> Ids:
    """Parties after a preposition of the noun, also where it hangs on the party before: `the attack by Peru on Chile`."""
    found = parties.of(tree.prepositional(noun, *prepositions))
    if found:
        return found
    if "against" in prepositions and (found := merged(map(parties.reach, tree.prepositional(noun, *prepositions)))):
        return found
    inner = [name for name in prepositions if name not in {"of", "by", "from"}]
    hosts = (host for host in tree.prepositional(noun, *_HOSTS) if parties.head(host))
    return parties.of(thing for host in hosts for thing in tree.prepositional(host, *inner))


def _along(carrier: Clause | None, parties: Parties, *prepositions: str) -> Ids:
    """Parties after a preposition of the verb that carries the noun."""
    if carrier is None:
        return ()
    nouns = [noun for name in prepositions for noun in carrier.preps.get(name, ()) if noun.pos_ != "VERB"]
    return parties.of(nouns) or (merged(map(parties.reach, nouns)) if "against" in prepositions else ())


def _met(need: Need, noun: Token) -> bool:
    if need.lemmas:
        return any(part.lower_ in need.lemmas or part.lemma_.lower() in need.lemmas for part in _around(noun))
    return NOUN_NEEDS[need.name](noun)


def _followed_by(*prepositions: str) -> Callable[[Token], bool]:
    return lambda noun: any(child.dep_ == "prep" and child.lower_ in prepositions for child in noun.rights)


# What a sense of a noun may ask for. How many parties there must be is asked when they are known.
NOUN_NEEDS: Mapping[str, Callable[[Token], bool]] = MappingProxyType(
    {
        "plural": lambda noun: noun.tag_ in {"NNS", "NNPS"},
        "for": _followed_by("for"),
        "on": _followed_by("on"),
        "of": _followed_by("of"),
        "to": _followed_by("to"),
        "for_plural": _followed_by("for", "on"),
        "to_or_inf": lambda noun: any(
            child.dep_ in {"prep", "acl", "relcl"} and child.lower_ not in {"of", "in"} for child in noun.rights
        ),
        "-news": lambda noun: not any(child.lower_ in {"town", "shareholder", "board", "prayer"} for child in noun.lefts),
        "party": lambda noun: True,
        "party2": lambda noun: True,
    }
)


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


def definite(noun: Token) -> bool:
    """True for `the test`, `its offer`: what may have been told before."""
    return any(child.lower_ in _DEFINITE or child.dep_ == "poss" for child in noun.lefts)
