"""A phrase taken apart: its words, the listed names in it, its role noun."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from communique.actors.kb import Entry, Knowledge
from communique.actors.phrase_spelling import other_spelling
from communique.actors.roles import FORMER, Role, find_role
from communique.actors.shared import AGAINST, BODIES, LANDS, SIDED

_TOKEN = re.compile(r"(?:[A-Za-z]\.){2,}(?:'s\b)?|\w[\w'’.]*\w(?:-elect|-designate)?\.?|[A-Z]\.(?=\s)|\w|,")
_POSSESSIVE = re.compile(r"'s\b|(?<=s)'(?=\s|$)")
_LAST_POSSESSIVE = re.compile(r"'s$")
_BREAKS = frozenset("of in for from at across on to with who by against , based led".split())
_SMALL = frozenset("the a an some two several many".split())

# An office that somebody had, or would like to have.
_ONCE = re.compile(r"(?i)\b(?:one-?time|once)\b")
_WOULD_BE = re.compile(r"(?i)\b(?:would-be|aspiring|hopeful)\b")
_NOT_YET = re.compile(r"-(?:elect|designate)\b")

Found = tuple[int, int, tuple[Entry, ...]]


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase taken apart: its words, listed names in it with the words they cover, its role noun."""

    text: str
    tokens: list[str]
    found: list[Found]
    role: Role | None
    former: bool
    hopeful: bool = False

    def entries(self, kinds: frozenset[str]) -> list[Entry]:
        """What the listed names in it stand for, of these kinds, in their order."""
        return [entry for _, _, entries in self.found for entry in entries if entry.kind in kinds]

    def owners(self) -> list[Entry]:
        """The bodies that are named before any preposition: `UN envoy`, not `ambassador to the UN`."""
        breaks = (i for i, token in enumerate(self.tokens) if token.lower() in _BREAKS)
        end = next(breaks, len(self.tokens))
        return [entry for start, _, entries in self.found for entry in entries if entry.kind in BODIES and start < end]


def _plain(text: str) -> str:
    return " ".join(text.replace("’", "'").replace(" 's ", "'s ").split())


def take_apart(text: str, knowledge: Knowledge) -> Phrase:
    """The words of a phrase, without its article, with the listed names among them and its role noun."""
    plain = _plain(text)
    matches = list(_TOKEN.finditer(plain))
    while len(matches) > 1 and matches[0].group().lower() in _SMALL:
        matches = matches[1:]
    tokens = [_POSSESSIVE.sub("", match.group()) for match in matches]
    words = plain[matches[0].start() : matches[-1].end()] if matches else ""
    lower = lowered(tokens)
    former = any(word in FORMER for word in lower) or _ONCE.search(text) is not None
    hopeful = _WOULD_BE.search(text) is not None
    listed = _listed(plain, matches, knowledge)
    if not listed and (meant := other_spelling(tokens, knowledge)):
        listed = [meant]
    found = [item for item in listed if not _only_sides(lower, item)]
    return Phrase(words, tokens, found, _role(_without_bodies(lower, found)), former, hopeful)


def _without_bodies(lower: list[str], found: list[Found]) -> list[str]:
    """The words with breaks in place of names that are no land's or person's: `Revolutionary Guards` are no guards."""
    out = list(lower)
    for start, end, entries in found:
        if entries[0].kind in BODIES | {"none"}:
            out[start:end] = [","] * (end - start)
    return out


def _only_sides(lower: list[str], found: Found) -> bool:
    """`Iranian-backed`, `pro-Russian`: whom that describes need not be of the state."""
    start, end, _ = found
    return start > 0 and lower[start - 1] in AGAINST or end < len(lower) and lower[end] in SIDED


def lowered(tokens: list[str]) -> list[str]:
    """Words in small letters, as role nouns are listed: a president-elect is called by the office."""
    return [_NOT_YET.sub("", token.lower()) for token in tokens]


def _listed(plain: str, words: list[re.Match[str]], knowledge: Knowledge) -> list[Found]:
    """Longest listed names in a row of words; written small or in capitals they are found too, if long enough."""
    out, i = [], 0
    while i < len(words):
        for j in range(min(len(words), i + 8), i, -1):
            entries = _entries(plain[words[i].start() : words[j - 1].end()], knowledge)
            if entries:
                out.append((i, j, entries))
                i = j
                break
        else:
            i += 1
    return out


def _entries(form: str, knowledge: Knowledge) -> tuple[Entry, ...]:
    """Entries of a name, which may be a possessive as a whole (`Peru's`) or inside (`People's Party`)."""
    forms = dict.fromkeys((form, _LAST_POSSESSIVE.sub("", form), _POSSESSIVE.sub("", form)))
    return next((found for one in forms if (found := knowledge.at(one) or _folded(one, knowledge))), ())


def _folded(form: str, knowledge: Knowledge) -> tuple[Entry, ...]:
    """Entries of a name that is written in other letters; one word in small letters is no body (`drug lords`, `apple`)."""
    entries = knowledge.folded(form.lower())
    if entries and form.islower() and " " not in form and entries[0].kind == "organization" and entries[0].sector != "IGO":
        return ()
    return entries


def _segments(lower: list[str]) -> Iterator[list[str]]:
    """The head phrase, then what hangs on it: `members | SANDF`, `chairman | company board`; `heads of state` stay one."""
    part: list[str] = []
    for i, word in enumerate([*lower, ","]):
        if word in _BREAKS and not (word == "of" and _is_inside(lower, i)):
            if part:
                yield part
            part = []
        else:
            part.append(word)


def _is_inside(lower: list[str], i: int) -> bool:
    """Whether an `of` stands inside a listed role noun."""
    roles = ((end, find_role(lower[max(0, i - 2) : end])) for end in (i + 2, i + 3))
    return any(role is not None and role.size > end - i for end, role in roles)


def _role(lower: list[str]) -> Role | None:
    """The first role noun; one that says little takes the sector of the next (`group of thieves`, `chief of the army`)."""
    roles = [role for part in _segments(lower) for role in _roles_of(part)]
    if not roles:
        return None
    first = roles[0]
    telling = next((role for role in roles if role.sector not in {None, "UNK"}), None)
    if first.sector in {None, "UNK"} and telling is not None:
        if first.kind != "organization":
            return replace(first, sector=telling.sector, sector_2=telling.sector_2)
        return replace(telling, plural=first.plural)
    return first


def _roles_of(part: list[str]) -> Iterator[Role]:
    """The role noun that ends a part, else the last one inside (`deputy minister Smith`)."""
    for end in range(len(part), 0, -1):
        if role := find_role(part[:end]):
            yield role
            return


def land_of(found: list[Found]) -> str | None:
    """The country that listed names tell: of lands first, else of bodies of one state alone."""
    for kinds in (LANDS, BODIES):
        for _, _, several in found:
            codes = {entry.country for entry in several if entry.kind in kinds}
            if len(codes) == 1 and codes != {None}:
                return codes.pop()
    return None


def listed_in(text: str, knowledge: Knowledge) -> list[Found]:
    """Listed names in a text."""
    plain = _plain(text)
    return _listed(plain, list(_TOKEN.finditer(plain)), knowledge)


def is_common(word: str) -> bool:
    """Whether a word is written small and is no preposition."""
    return word.islower() and word not in _BREAKS
