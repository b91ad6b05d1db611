"""Where the sentence names who holds a stance: subject or agent, owner of a noun, subject of the verb that carries it."""

from __future__ import annotations

from spacy.tokens import Token

from communique.lexicon import words
from communique.parse.tree import agent, conjuncts, first_conjunct, is_passive, prepositional, subject

_COPULAS = frozenset({"be", "remain", "become", "seem", "appear", "feel", "sound", "look", "stay", "say", "declare"})
_WHOSE = frozenset({"request", "behest", "insistence", "refusal"})
_STANDING = frozenset({"be", "stand", "come", "remain"})


def clause_head(token: Token) -> Token:
    """The verb whose clause holds a word: a verb itself, the verb that a noun or adjective depends on."""
    current = token
    for _ in range(8):
        if current.pos_ in {"VERB", "AUX"} or current.head is current:
            return current
        current = current.head
    return token


def holder_of(token: Token, part: str) -> Token | None:
    """The head of the words that name who holds the stance of a verb (V), noun (N) or adjective (A)."""
    if part == "V":
        return agent(token) if is_passive(token) else _agent_subject(token)
    if part == "N":
        return owner_of(token) or _light_subject(token)
    if token.pos_ == "VERB":
        return subject(token)
    verb = token.head
    if verb.pos_ in {"VERB", "AUX"} and verb.lemma_ not in (_STANDING if token.pos_ == "ADP" else _COPULAS):
        return None
    return subject(verb) if token.dep_ in {"acomp", "xcomp", "oprd", "prep", "advcl", "conj"} else None


def members(token: Token) -> list[Token]:
    """Who is meant by a group that lists them: `leaders of Chad and Niger`, `firms including Acme and Apex`."""
    for prep in (child for child in token.rights if child.dep_ == "prep"):
        if prep.lower_ == "including" or (prep.lower_ == "of" and token.lemma_ in words("positions", "mouthpieces")):
            return [one for target in prep.rights if target.dep_ == "pobj" for one in conjuncts(target)]
    return []


def meant(token: Token) -> list[Token]:
    """Who is behind a word of quantity or a plain noun: `..., all of whom`, `one of the banks, Acme`."""
    clause = clause_head(token)
    whom = any(t.lower_ == "whom" for prep in token.rights if prep.lower_ == "of" for t in prep.rights)
    if whom and clause.dep_ == "relcl":
        return conjuncts(first_conjunct(clause.head))
    return [child for child in token.rights if child.dep_ == "appos"]


def joint_holder(token: Token) -> Token | None:
    """The other side of something concluded: `agreed with the unions to ...`, `a deal with Tanzania`."""
    objects = (c for c in token.rights if c.dep_ == "dobj")
    for word in (token, *objects):
        for other in prepositional(word, "with"):
            return other
    return None


def _agent_subject(verb: Token) -> Token | None:
    if (bargainer := bargaining(verb)) is not None:
        return bargainer
    if verb.dep_ == "acl" and verb.tag_ == "VBG" and verb.head.dep_ in {"pobj", "dobj", "attr"}:
        return _writer(verb)
    found = subject(verb)
    return found if found is None or found.i != verb.i else None


def bargaining(verb: Token) -> Token | None:
    """Who gives something in return in `aid in exchange for Chad agreeing to ...`, None for any other verb."""
    if verb.tag_ != "VBG":
        return None
    first = max(verb.sent.start, verb.left_edge.i - 4)
    noun = None
    for token in reversed([verb.doc[i] for i in range(first, verb.i)]):
        if token.lower_ == "for" and token.i and token.nbor(-1).lower_ in {"exchange", "return"}:
            return noun
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and noun is None:
            noun = token
    return None


def _writer(verb: Token) -> Token | None:
    """Who acts in `wrote to the minister demanding ...`: the writer; in `a letter from him demanding`, nobody for sure."""
    above = clause_head(verb.head)
    return subject(above) if above is not verb and above.pos_ == "VERB" else verb.head


def owner_of(noun: Token) -> Token | None:
    """`its refusal`, `the EU demand`, `a call by unions`, `opposition from the left`."""
    for child in noun.lefts:
        if child.dep_ == "poss" or (child.dep_ in {"compound", "amod", "nmod"} and (child.ent_type_ or child.pos_ == "PROPN")):
            return child
    for child in noun.rights:
        owned = child.lower_ == "of" and noun.lemma_ in _WHOSE
        if child.dep_ == "prep" and (owned or child.lower_ in {"by", "from", "among"}):
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None


def _light_subject(noun: Token) -> Token | None:
    """The subject of the verb that the noun completes: `made an offer`, `voiced support`, `is in favour`."""
    head = noun.head
    if noun.dep_ == "pobj" and head.dep_ == "prep":
        head = head.head
    if noun.dep_ not in {"dobj", "pobj", "attr", "conj"} or head.pos_ not in {"VERB", "AUX"}:
        return None
    if head.lemma_ in words("positions", "unmakers"):
        return None
    return agent(head) if is_passive(head) else subject(head)
