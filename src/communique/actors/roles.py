"""Nouns that say what somebody is: president, riot police, critics; with the sector they tell, by table and by rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc as SpacyDoc

from communique.lexicon import known, table
from communique.lexicon import words as listed_words

FORMER = frozenset({"former", "ex", "retired", "late", "deposed", "ousted", "erstwhile", "disgraced", "outgoing-"})
# What stands before a role noun with a hyphen and leaves it what it is: vice-premier, then-president.
_PREFIXES = frozenset({"ex", "then", "co", "vice", "deputy", "sub", "acting", "interim"})
# What stands before an office that is another's.
_LESSER = ("vice", "deputy", "assistant", "shadow")
# Words behind the noun that takes the plural: attorneys general.
_AFTER = frozenset({"general", "elect", "designate", "emeritus"})
_PLURALS = (("children", "child"), ("people", "person"), ("wives", "wife"), ("men", "man"))
_IRREGULAR = {"people": "people", "thieves": "thief", "wolves": "wolf", "paparazzi": "paparazzo"}


@dataclass(frozen=True, slots=True)
class Role:
    """A role noun as found: `words` lower case and singular, `kind` title, person or organization, `size` in words."""

    words: str
    kind: str
    sector: str | None
    sector_2: str | None
    size: int
    plural: bool


@cache
def _roles() -> dict[str, tuple[str, str | None, str | None]]:
    return {word: (kind, known(first), known(second)) for word, first, second, kind in table("actors", "roles")}


def find_role(phrase: Sequence[str]) -> Role | None:
    """The longest role noun that ends a row of lower-case words (`the german defence minister`); None where there is none."""
    role = _listed(phrase)
    if role is None or role.words not in weak():
        return role
    # "rebel commander", "intelligence agency officer": what stands before a weak noun tells the sector.
    before = _listed(phrase[: -role.size])
    if before is None or before.sector is None:
        return role
    return Role(role.words, role.kind, before.sector, before.sector_2, role.size, role.plural)


def role_at(tokens: SpacyDoc, start: int, i: int) -> tuple[Role, int] | None:
    """The role noun that ends at token `i`, from `start` on, with its first token; hyphens join words (`co-founder`)."""
    words: list[str] = []
    firsts: list[int] = []
    while i >= start and len(words) < 4:
        if tokens[i].text == "-" and words and i > start and not tokens[i - 1].whitespace_:
            words[0], firsts[0] = f"{tokens[i - 1].lower_}-{words[0]}", i - 1
            i -= 2
        elif tokens[i].tag_ == "POS" and words and i > start:
            words.insert(0, tokens[i - 1].lower_ + "'s")
            firsts.insert(0, i - 1)
            i -= 2
        else:
            words.insert(0, tokens[i].lower_)
            firsts.insert(0, i)
            i -= 1
    role = find_role(words)
    return (role, firsts[-role.size]) if role else None


def weak() -> frozenset[str]:
    """Role nouns whose sector yields to that of the word or body they belong to."""
    return listed_words("actors", "weak_roles")


def _listed(phrase: Sequence[str]) -> Role | None:
    roles = _roles()
    for size in range(min(4, len(phrase)), 0, -1):
        for form, plural in _forms(phrase[-size:]):
            if found := roles.get(form):
                return Role(form, *found, size, plural)
    return None


def _forms(phrase: Sequence[str]) -> Iterator[tuple[str, bool]]:
    """Forms under which a row of words may be listed: with the last word singular, or the first (`attorneys general`)."""
    before, last = phrase[:-1], phrase[-1]
    for singular, plural in _singulars(last):
        yield " ".join([*before, singular]), plural and "of" not in before
    if before and ("of" in before or last in _AFTER):
        for singular, plural in _singulars(before[0]):
            if plural:
                yield " ".join([singular, *before[1:], last]), True


@cache
def _singulars(word: str) -> tuple[tuple[str, bool], ...]:
    """Forms under which a noun may be listed, and whether each reads it as a plural."""
    out = [(word, word in listed_words("actors", "plural_only"))]
    if word in _IRREGULAR:
        out.append((_IRREGULAR[word], True))
    out += [(word[: -len(many)] + one, True) for many, one in _PLURALS if word.endswith(many) and word not in _IRREGULAR]
    if word.endswith("ies"):
        out.append((word[:-3] + "y", True))
    if word.endswith(("ches", "shes", "sses", "xes")):
        out.append((word[:-2], True))
    if word.endswith("s") and not word.endswith("ss"):
        out.append((word[:-1], True))
    return (*out, *_hyphened(word, out)) if "-" in word else tuple(out)


def _hyphened(word: str, whole: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """`vice-premiers` as vice premier, `secretaries-general` as secretary general, `then-president` as president."""
    yield from ((form.replace("-", " "), plural) for form, plural in whole)
    first, rest = word.split("-", 1)
    for singular, plural in _singulars(first):
        if plural:
            yield f"{singular}-{rest}", True
            yield f"{singular} {rest.replace('-', ' ')}", True
    if first in _PREFIXES and rest:
        yield from _singulars(rest)


def holds(said: str, noun: str) -> bool:
    """Whether an office is said of somebody, in lower case: not the president's by `vice president`."""
    at = f" {said.replace('-', ' ')} ".find(f" {noun.replace('-', ' ')} ")
    return at >= 0 and not said[:at].replace("-", " ").rstrip().endswith(_LESSER)
