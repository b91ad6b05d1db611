"""What a position is about, as a short phrase that opposite sides share: a noun phrase or a gerund, no negation."""

from __future__ import annotations

import re

from spacy.tokens import Token

from communique.lexicon import words
from communique.parse import tree
from communique.parse.tree import direct_object

_DROPPED = frozenset({"det", "predet", "neg", "punct", "preconj", "cc", "mark", "aux", "auxpass"})
_LINKS = frozenset({"of", "on", "to", "for", "with", "in", "between", "over", "against", "from", "by", "into", "at", "about"})
_CONTAINING = frozenset({"for", "of"})
_EMPTY = frozenset({"do", "make", "hold", "carry", "conduct", "have"})  # `holding talks` is about the talks
_DEFINITE = frozenset({"the", "this", "that", "these", "those"})
_NEAR = 250  # tokens back to look for the words that introduced an issue
_LONGEST = 8
_VOWELS = "aeiou"


def issue_label(token: Token) -> str | None:
    """The label for the head of an issue; None where its words say nothing by themselves (`it`, `that`)."""
    whole_issue = substance(token)
    inner = _contained(whole_issue)
    label = _label(inner)
    return label if label is not None or inner is whole_issue else _label(whole_issue)


def _label(token: Token) -> str | None:
    if token.pos_ in {"VERB", "AUX"}:
        found = _action(token)
    elif token.pos_ in {"NOUN", "PROPN", "ADJ", "NUM"}:
        found = _fuller(token, _thing(token))
    else:
        return None
    label = _tidy(" ".join(_cut(found)))
    return label if re.search(r"\w", label) else None


def _tidy(label: str) -> str:
    """Words joined as they are written: possessives, hyphens, sums of money."""
    label = re.sub(r" (['’]s?(?!\w))", r"\1", label)
    label = re.sub(r" - (?=\w)", "-", label)
    return re.sub(r"([$£€]) (?=\d)", r"\1", label).strip(' ,.;:-"“”‘’$£€')


def substance(token: Token) -> Token:
    """The noun behind words of quantity: `all of the sanctions` -> sanctions."""
    if token.lower_ in words("positions", "quantities"):
        for child in token.rights:
            if child.dep_ == "prep" and child.lower_ == "of":
                return next((c for c in child.rights if c.dep_ == "pobj"), token)
    return token


def _contained(noun: Token) -> Token:
    """What a noun of a stance is itself about: `the offer of talks` -> talks, `a decision to reopen the mine` -> reopen."""
    if noun.lemma_ not in words("positions", "containers"):
        return noun
    for child in noun.rights:
        if child.dep_ == "acl" and any(c.tag_ == "TO" for c in child.lefts):
            # Whoever supports a decision not to sell supports no sale.
            return noun if tree.is_negated(child) else child
        if child.dep_ == "prep" and child.lower_ in _CONTAINING:
            inner = next((c for c in child.rights if c.dep_ in {"pobj", "pcomp"}), None)
            if inner is not None and inner.pos_ in {"NOUN", "VERB"} and not inner.ent_type_:
                return substance(inner)
    return noun


def _fuller(noun: Token, found: list[str]) -> list[str]:
    """The words by which `the plan` was introduced, where they are near; else the words at hand."""
    if (
        len(found) > 1
        or noun.lemma_ not in words("positions", "generics")
        or not any(c.lower_ in _DEFINITE for c in noun.lefts)
    ):
        return found
    for i in range(noun.i - 1, max(0, noun.i - _NEAR), -1):
        before = noun.doc[i]
        if before.lemma_ == noun.lemma_ and before.pos_ == noun.pos_ and len(named := _thing(before)) > 1:
            return named
    return found


def _cut(found: list[str]) -> list[str]:
    """At most eight words, and no link left hanging at the end."""
    found = found[:_LONGEST]
    while found and found[-1].lower() in _LINKS:
        found = found[:-1]
    return found


def _thing(noun: Token) -> list[str]:
    out = [word for child in noun.lefts if child.dep_ not in _DROPPED for word in _modifier(child)]
    out.append(whole(noun, noun.text))
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ in _LINKS and len(out) < _LONGEST - 1:
            target = next((c for c in child.rights if c.dep_ in {"pobj", "pcomp"}), None)
            if target is not None and target.pos_ not in {"PRON", "DET"}:
                out += [child.lower_, *(_thing(target) if target.pos_ != "VERB" else _action(target))]
        elif child.dep_ in {"acl", "relcl"} and any(c.tag_ == "TO" for c in child.lefts) and len(out) < 3:
            out += [*(["not"] if tree.is_negated(child) else []), "to", child.lemma_, *_objects(child)]
    return out


def whole(token: Token, word: str) -> str:
    """A word with what a hyphen joins to it, which the tokenizer parts (`co-ordinate`)."""
    part = _joined(token)
    return f"{token.text}-{part.text}" if part is not None else word


def _joined(token: Token) -> Token | None:
    """The word that a hyphen joins to a word."""
    rest = token.doc[token.i + 1 : token.i + 3]
    joined = len(rest) == 2 and rest[0].text in {"-", "‑"} and not token.whitespace_ and not rest[0].whitespace_
    return rest[1] if joined else None


def _modifier(child: Token) -> list[str]:
    if child.pos_ in {"PRON", "DET"} or child.is_quote or child.dep_ in {"advmod", "appos"}:
        return []
    words_ = [
        t.text
        for t in child.doc[child.left_edge.i : child.right_edge.i + 1]
        if (t.dep_ not in {"det", "punct"} or t.tag_ == "HYPH")
    ]
    return [re.sub(r"^['’]s$", "'s", w) for w in words_] if len(words_) <= 4 else [child.text]


def _action(verb: Token) -> list[str]:
    if verb.lemma_ == "be":
        complement = next((c for c in verb.rights if c.dep_ in {"attr", "acomp"}), None)
        if complement is not None and complement.pos_ == "NOUN":
            return _thing(complement)
    subjects = {"nsubjpass"} if verb.tag_ != "VBN" else {"nsubjpass", "nsubj"}
    patient = next((c for c in verb.lefts if c.dep_ in subjects), None)
    particle = [c.lower_ for c in verb.rights if c.dep_ == "prt"]
    acting = _joined(verb) or verb
    rest = _thing(patient) if patient is not None and patient.pos_ not in {"PRON", "DET"} else _objects(acting)
    thing = direct_object(verb)
    if not rest and (patient is not None or (thing is not None and thing.pos_ in {"PRON", "DET"})):
        return []
    if not rest and verb.lemma_ in words("positions", "light_verbs"):
        return []
    if rest and thing is not None and verb.lemma_ in _EMPTY:
        return rest
    return [gerund(whole(verb, verb.lemma_)), *particle, *rest]


def _objects(verb: Token) -> list[str]:
    out: list[str] = []
    thing = direct_object(verb)
    if thing is not None and (thing := substance(thing)).pos_ not in {"PRON", "DET"}:
        out += _thing(thing)
    for child in verb.rights:
        if child.dep_ == "prep" and len(out) < _LONGEST - 2:
            out += _adjunct(child)
        elif child.dep_ == "xcomp" and not out:
            out += _action(child) if child.tag_ == "VBG" else ["to", child.lemma_, *_objects(child)]
        elif child.dep_ == "acomp":
            out.append(child.text)
    return out


def _adjunct(prep: Token) -> list[str]:
    """`with the rebels`, `out of the pact`; no dates, no pronouns."""
    inner = next((c for c in prep.rights if c.dep_ == "prep"), prep)
    target = next((c for c in inner.rights if c.dep_ == "pobj"), None)
    if target is None or target.pos_ in {"PRON", "DET"} or target.ent_type_ in {"DATE", "TIME"}:
        return []
    return [*([] if inner is prep else [prep.lower_]), inner.lower_, *_thing(target)]


def gerund(lemma: str) -> str:
    """`lift` -> lifting, `cut` -> cutting, `make` -> making, `tie` -> tying, `see` -> seeing."""
    word = lemma.lower()
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith(("ee", "ye", "oe")) and len(word) > 2:
        return word[:-1] + "ing"
    if word in words("positions", "doubled"):
        return word + word[-1] + "ing"
    return word + "ing"
