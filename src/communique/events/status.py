"""Whether it happened: tense, modality, negation, conditions, plans and cancellations of a verb or an event noun."""

from __future__ import annotations

from spacy.tokens import Token

from communique.events.lexicon import group, statuses
from communique.parse import tree
from communique.vocabulary import Status

_STEPS = 5
_HAPPENS = frozenset(
    {"be", "take", "happen", "begin", "resume", "start", "occur", "go", "last", "follow", "continue", "come", "end"}
)
_NOW = frozenset({"is", "are", "'s", "'re", "am", "'m", "been", "’s", "’re"})
_NEGATIONS = frozenset({"no", "neither", "without"})


def status_of_verb(verb: Token, steps: int = _STEPS) -> Status:
    """The status of what a verb tells; `happened` where nothing says otherwise."""
    if tree.is_negated(verb):
        return "denied"
    auxiliaries = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if _performs(verb, auxiliaries):
        return "happened"
    if _inverted(verb):
        return "hypothetical"
    for word in sorted(auxiliaries):
        if status := statuses().get(("aux", word)):
            return status
    for child in verb.lefts:
        if child.dep_ == "mark" and (status := statuses().get(("mark", child.lower_))):
            return status
    if steps and (governed := _governed(verb, "to" in auxiliaries, steps - 1)):
        return governed
    if verb.tag_ == "VBG" and auxiliaries & (_NOW if not _told(verb) else _NOW | {"was", "were"}):
        return "ongoing"
    return "claimed" if any(child.lower_ in group("hearsay") for child in verb.lefts if child.dep_ == "advmod") else "happened"


def _performs(verb: Token, auxiliaries: set[str]) -> bool:
    """`I would urge them`, `we must condemn`: done by saying so."""
    if not auxiliaries & {"would", "'d", "’d", "must", "want"} or verb.lemma_ not in group("performed"):
        return False
    return any(child.dep_ == "nsubj" and child.lower_ in {"i", "we"} for child in verb.lefts)


def _inverted(verb: Token) -> bool:
    """`Had Seoul agreed, ...`: what did not come to be."""
    first = next((child for child in verb.lefts if child.dep_ in {"aux", "nsubj", "nsubjpass"}), None)
    return first is not None and first.dep_ == "aux" and first.lower_ == "had" and verb.dep_ in {"advcl", "ccomp"}


def _told(verb: Token) -> bool:
    """In reported speech the past stands for the present: `said it was investigating`."""
    return verb.dep_ == "ccomp" and verb.head.tag_ == "VBD" and verb.head.i < verb.i


def _governed(verb: Token, infinitive: bool, steps: int) -> Status | None:
    """What the word above a dependent clause makes of it."""
    head = verb.head
    if head is verb:
        return None
    match verb.dep_:
        case "xcomp" | "ccomp":
            return _complement(verb, head, infinitive, steps)
        case "acl" if infinitive and head.dep_ in {"dobj", "nsubjpass"} and _calls_off(head.head):
            return "cancelled"
        case "acl" | "relcl" if infinitive:
            return statuses().get(("noun", head.lemma_.lower())) or "planned"
        case "advcl" if infinitive:
            return "hypothetical"
        case "pcomp":
            return _after_preposition(head, steps)
        case "conj" | "advcl" if head.pos_ in {"VERB", "AUX"} and (verb.dep_ == "conj" or verb.tag_ == "VBG"):
            above = status_of_verb(head, steps)
            own_tense = any(child.dep_ in {"aux", "nsubj", "nsubjpass"} for child in verb.lefts)
            return above if above not in {"denied", "happened", "ongoing"} and not own_tense else None
    return None


def _complement(verb: Token, head: Token, infinitive: bool, steps: int) -> Status | None:
    if head.pos_ == "ADJ":
        return statuses().get(("adj", head.lemma_.lower())) if infinitive or verb.tag_ == "VB" else None
    bare = infinitive or verb.tag_ in {"VB", "VBG"} or (verb.tag_ == "VBN" and head.lemma_ in {"want", "like", "need"})
    if infinitive and tree.is_passive(head) and head.lemma_ in group("said"):
        return "claimed"
    if not bare:
        return "hypothetical" if head.lemma_ in {"wish", "hope", "fear", "doubt", "imagine"} else None
    if (
        head.lemma_.lower() in group("implicative")
        and head.tag_ in {"VBD", "VBN"}
        and status_of_verb(head, steps) == "happened"
    ):
        return None
    if status := statuses().get(("verb", head.lemma_.lower())):
        return status
    if infinitive and head.lemma_ == "be":
        return "planned"
    if infinitive and head.lemma_ in {"have", "go"}:
        return "planned" if head.lemma_ == "go" else "hypothetical"
    above = status_of_verb(head, steps)
    return None if above == "happened" else above


def _after_preposition(preposition: Token, steps: int) -> Status | None:
    if status := statuses().get(("prep", preposition.lower_)):
        return status
    above = preposition.head
    place = "verb" if above.pos_ in {"VERB", "AUX"} else "noun"
    if above.pos_ == "ADJ":
        place = "adj"
    return statuses().get((place, above.lemma_.lower()))


def status_of_noun(noun: Token, steps: int = _STEPS) -> Status:
    """The status of what an event noun names: its own modifiers first, then the words that govern it."""
    if noun.dep_ == "pobj" and noun.head.lower_ == "without":
        return "denied"
    if noun.dep_ in {"dobj", "nsubjpass"} and _calls_off(noun.head):
        return "cancelled"
    for child in noun.lefts:
        if child.lower_ in _NEGATIONS and child.dep_ in {"det", "neg", "preconj"}:
            return "denied"
        if child.dep_ in {"amod", "det", "advmod"} and (status := statuses().get(("mod", child.lower_))):
            return status
    head = noun.head
    if head is noun or not steps:
        return "happened"
    if noun.dep_ in {"conj", "appos"} and head.pos_ in {"NOUN", "PROPN"}:
        return status_of_noun(head, steps - 1)
    if noun.dep_ == "pobj":
        return _noun_after_preposition(head, steps - 1)
    if head.pos_ in {"VERB", "AUX"} and noun.dep_ in {"dobj", "nsubj", "nsubjpass", "attr"}:
        return _noun_of_verb(noun, head, steps - 1)
    return "happened"


def _calls_off(verb: Token) -> bool:
    particle = verb.lemma_ != "call" or any(child.dep_ == "prt" for child in verb.rights)
    return particle and statuses().get(("verb", verb.lemma_.lower())) == "cancelled" and status_of_verb(verb) == "happened"


def _noun_after_preposition(preposition: Token, steps: int) -> Status:
    if status := statuses().get(("prep", preposition.lower_)):
        return status if preposition.lower_ != "against" else "happened"
    above = preposition.head
    if preposition.lower_ == "of" and above.lemma_ in {"week", "month", "year", "day"}:
        return "ongoing"
    if above.pos_ in {"NOUN", "PROPN"}:
        return statuses().get(("noun", above.lemma_.lower())) or "happened"
    if above.pos_ in {"VERB", "AUX"} and above.lemma_ in {"call", "push", "press", "appeal", "hope", "prepare", "plan", "lead"}:
        return "hypothetical"
    if above.pos_ in {"VERB", "AUX"} and above.lemma_ in {"participate", "take", "engage", "meet"}:
        return status_of_verb(above, steps)
    return "happened"


def _noun_of_verb(noun: Token, verb: Token, steps: int) -> Status:
    lemma = verb.lemma_.lower()
    own = status_of_verb(verb, steps)
    if noun.dep_ == "nsubj":
        if lemma in {"continue", "persist", "rage", "drag"} and own == "happened":
            return "ongoing"
        return own if lemma in _HAPPENS and own != "ongoing" else "happened"
    if status := statuses().get(("verb", lemma)):
        return "happened" if status == "denied" or (lemma == "call" and status == "cancelled") else status
    if lemma in group("light") or own in {"hypothetical", "planned"}:
        return own
    return "happened"
