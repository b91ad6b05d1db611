"""What `must`, `should`, `will` and `will not` say in a party's own words: a demand on others, a pledge, a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.lexicon import words
from communique.parse.tree import is_negated, is_passive, subject
from communique.positions.claim import Claim
from communique.positions.frames import is_infinitive
from communique.positions.lexicon import Sureness
from communique.vocabulary import Stance

_DUTY: dict[str, Sureness] = {"must": "likely", "should": "likely", "ought": "likely"}
_WILL = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "going"})
_ABLE = frozenset({"can", "ca", "could"})
_ANYBODY = frozenset({"you", "one", "who", "that", "which", "it", "there"})
_SELF = frozenset({"i", "we"})


def find_modals(tokens: SpacyDoc, spoken: Callable[[int], bool]) -> Iterator[Claim]:
    """Claims from modal verbs, in the order of the text.

    Args:
        spoken: whether a character lies in what somebody says.
    """
    for token in (token for sentence in tokens.sents if sentence[-1].text != "?" for token in sentence):
        verb = token.head
        if token.tag_ == "MD" and token.dep_ == "aux" and verb.pos_ in {"VERB", "AUX"} and not _is_conditional(verb):
            yield from _modal(token, verb, spoken)
        elif token.lemma_ == "need" and spoken(token.idx) and not _is_conditional(token):
            yield from _need(token)
        elif token.lemma_ == "be" and token.tag_ in {"VBZ", "VBP", "VBD"} and not _is_conditional(token):
            yield from _plan(token)


def _modal(token: Token, verb: Token, spoken: Callable[[int], bool]) -> Iterator[Claim]:
    modal, actor = token.lower_, subject(verb)
    if actor is None:
        return
    if modal in _DUTY and spoken(token.idx):
        described = verb.lemma_ == "be" and any(c.dep_ == "acomp" for c in verb.rights)
        if actor.lower_ not in _ANYBODY and actor.i < token.i and not described:
            yield Claim(token, verb, _duty(modal, verb, actor), None, verb, actor, f"duty-{modal}", _DUTY[modal])
    elif modal in _WILL or (modal in _ABLE and is_negated(verb)):
        yield from _own(token, verb, actor, spoken)


def _need(token: Token) -> Iterator[Claim]:
    """`The council needs to act`, `they have to go`: a demand on the subject, by whoever says so."""
    verb = next((c for c in token.rights if c.dep_ == "xcomp" and is_infinitive(c)), None)
    actor = subject(token)
    if verb is None or actor is None or actor.lower_ in _ANYBODY | _SELF or is_negated(token):
        return
    yield Claim(token, token, _duty("should", verb, actor), None, verb, actor, f"duty-{token.lemma_}", "weak")


def _plan(token: Token) -> Iterator[Claim]:
    """`The party is to scrap the fee`."""
    plan = next((c for c in token.rights if c.dep_ == "xcomp" and is_infinitive(c)), None)
    holder = subject(token)
    full = any(c.dep_ in {"attr", "acomp", "prep", "advmod"} for c in token.rights)
    if plan is None or holder is None or full or is_negated(token) or plan.lemma_ in words("positions", "deeds"):
        return
    yield Claim(token, token, "pledges", holder, plan, None, "is-to", "weak")


def _duty(modal: str, verb: Token, actor: Token) -> Stance:
    """`Must` and `should do` demand of somebody; `should be`, `should be seen as` approve of something."""
    deed = modal == "must" or (verb.lemma_ not in words("positions", "deeds") and not is_passive(verb))
    asked = deed and actor.lower_ not in _SELF
    return "demands" if asked else "opposes" if is_negated(verb) else "supports"


def _own(modal: Token, verb: Token, actor: Token, spoken: Callable[[int], bool]) -> Iterator[Claim]:
    """The speaker's own conduct (`we will`, `the government would not`); in narration what a named body will do."""
    if verb.lemma_ in words("positions", "deeds") or any(c.dep_ == "auxpass" for c in verb.lefts):
        return
    own = actor.lower_ in _SELF
    told = spoken(modal.idx)
    named = modal.lower_ == "will" and actor.tag_ == "NNP" and actor.ent_type_ != "PERSON"
    if not (told or named) or (modal.lower_ in _ABLE and not own):
        return
    negated = is_negated(verb)
    stance: Stance = "refuses" if negated else "pledges"
    rule = ("not-" if negated else "") + ("will-we" if own else "will-they")
    yield Claim(modal, verb, stance, actor, verb, None, rule, "likely", own=told)


def _is_conditional(verb: Token) -> bool:
    return verb.dep_ in {"advcl", "ccomp"} and any(c.lower_ in {"if", "unless", "whether"} for c in verb.lefts)
