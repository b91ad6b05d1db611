"""What `must`, `should`, `will` and `will not` say in a party's own words: a demand on others, a pledge, a refusal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from spacy.tokens import Doc as SpacyDoc
from spacy.tokens import Token

from communique.lexicon import words
from communique.parse.tree import is_negated, is_passive, subject
from communique.positions.claim import Claim
from communique.positions.lexicon import Sureness
from communique.vocabulary import Stance

_DUTY: dict[str, Sureness] = {"must": "likely", "should": "likely", "ought": "likely"}
_WILL = frozenset({"will", "wo", "'ll", "’ll", "shall", "would", "going"})
_ABLE = frozenset({"can", "ca", "could"})
_ANYBODY = frozenset({"you", "one", "who", "that", "which"})
_SELF = frozenset({"i", "we"})


def find_modals(tokens: SpacyDoc, spoken: Callable[[int], bool]) -> Iterator[Claim]:
    """Claims from modal verbs, in the order of the text.

    Args:
        spoken: whether a character lies in what somebody says.
    """
    for token in tokens:
        if token.tag_ != "MD" or token.dep_ != "aux" or token.sent[-1].text == "?":
            continue
        verb, modal = token.head, token.lower_
        if verb.pos_ not in {"VERB", "AUX"} or _is_conditional(verb):
            continue
        if modal in _DUTY and spoken(token.idx):
            actor = subject(verb)
            if actor is not None and actor.lower_ not in _ANYBODY and actor.i < token.i:
                yield Claim(token, verb, _duty(modal, verb, actor), None, verb, actor, f"duty-{modal}", _DUTY[modal])
        elif modal in _WILL or (modal in _ABLE and is_negated(verb)):
            yield from _own(token, verb, spoken)


def _duty(modal: str, verb: Token, actor: Token) -> Stance:
    """`Must` and `should do` demand of somebody; `should be`, `should be seen as` approve of something."""
    deed = modal == "must" or (verb.lemma_ not in words("positions", "deeds") and not is_passive(verb))
    asked = deed and actor.lower_ not in _SELF
    return "demands" if asked else "opposes" if is_negated(verb) else "supports"


def _own(modal: Token, verb: Token, spoken: Callable[[int], bool]) -> Iterator[Claim]:
    """The speaker's own conduct: `we will`, `the government would not`."""
    actor = subject(verb)
    if actor is None or verb.lemma_ in words("positions", "deeds") or any(c.dep_ == "auxpass" for c in verb.lefts):
        return
    own = actor.lower_ in _SELF
    if not spoken(modal.idx) or (modal.lower_ in _ABLE and not own):
        return
    negated = is_negated(verb)
    stance: Stance = "refuses" if negated else "pledges"
    rule = ("not-" if negated else "") + ("will-we" if own else "will-they")
    yield Claim(modal, verb, stance, actor, verb, None, rule, "likely", own=True)


def _is_conditional(verb: Token) -> bool:
    return verb.dep_ in {"advcl", "ccomp"} and any(c.lower_ in {"if", "unless", "whether"} for c in verb.lefts)
