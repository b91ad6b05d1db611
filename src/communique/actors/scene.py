"""What has been mentioned so far, as one reads on: who, where in the sentence, how often. Candidates for what refers back."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from spacy.tokens import Token

from communique.actors.drafts import Draft
from communique.lexicon import words
from communique.parse.tree import first_conjunct

SUBJECTS = frozenset({"nsubj", "nsubjpass"})
# Mentions that are looked back at: what lies further away is taken up by its name.
_MEMORY = 60


@dataclass(frozen=True, slots=True)
class Seen:
    """One mention: its last token, sentence, quotation (start or -1), part in the clause, whom it names, by which words."""

    at: Token
    sentence: int
    quote: int
    part: str
    drafts: tuple[Draft, ...]
    by_pronoun: bool = False


@dataclass(slots=True)
class Candidate:
    """Somebody (or several) whom a later phrase may mean: the last mention, and what all of them come to."""

    drafts: tuple[Draft, ...]
    last: Seen
    subject_at: int = -1
    count: int = 0
    names: list[Seen] = field(default_factory=list)


class Scene:
    """Mentions in the order of the text; `tellers` of quotations, by their start, as far as they were asked for."""

    def __init__(self) -> None:
        self._seen: list[Seen] = []
        self._counts: Counter[tuple[int, ...]] = Counter()
        self.tellers: dict[int, tuple[Draft, ...]] = {}

    def add(self, seen: Seen) -> None:
        """Remembers a mention."""
        self._seen.append(seen)
        self._counts[_key(seen.drafts)] += 1

    def last(self) -> Seen | None:
        """The last mention."""
        return self._seen[-1] if self._seen else None

    def last_speaker(self, gender: str) -> tuple[Draft, ...]:
        """Who spoke last, if of a gender: `he said` mostly goes on with who speaks already."""
        spoke = (
            s for s in reversed(self._seen[-_MEMORY:]) if s.part == "subject" and s.at.head.lemma_ in words("actors", "sayings")
        )
        last = next(spoke, None)
        return last.drafts if last is not None and last.drafts[0].gender in {gender, None} else ()

    def candidates(self, sentence: int, reach: int) -> list[Candidate]:
        """Everybody mentioned in the last `reach` sentences, the last mentioned first."""
        found: dict[tuple[int, ...], Candidate] = {}
        for seen in reversed(self._seen[-_MEMORY:]):
            if sentence - seen.sentence > reach:
                break
            key = _key(seen.drafts)
            candidate = found.get(key)
            if candidate is None:
                candidate = found[key] = Candidate(seen.drafts, seen, count=self._counts[key])
            candidate.names.append(seen)
            if seen.part == "subject" and seen.sentence > candidate.subject_at:
                candidate.subject_at = seen.sentence
        return list(found.values())


def _key(drafts: tuple[Draft, ...]) -> tuple[int, ...]:
    return tuple(id(draft) for draft in drafts)


def part_of(token: Token) -> str:
    """The part that a mention plays in its clause: subject, object, owner or other."""
    head = first_conjunct(token)
    if head.dep_ == "appos":
        head = head.head
    if head.dep_ in SUBJECTS:
        return "subject"
    if head.dep_ in {"dobj", "dative", "agent"}:
        return "object"
    return "owner" if head.dep_ == "poss" else "other"


def subjects_above(token: Token) -> tuple[set[int], int]:
    """Indexes of the subjects of verbs that govern a token's clause, and of the subject of its own verb (-1: none)."""
    governing = list(_governing(token))
    own = next((at for step, at in governing if step == 0), -1) if token.dep_ != "poss" else -1
    return {at for step, at in governing if at != own}, own


_CLAUSES = frozenset(
    {"ccomp", "advcl", "xcomp", "relcl", "acl", "conj", "pcomp", "prep", "parataxis", "pobj", "dobj", "attr", "acomp"}
)
_DEEPEST = 8


def _governing(token: Token) -> Iterator[tuple[int, int]]:
    verb = token.head
    for step in range(_DEEPEST):
        if verb.pos_ in {"VERB", "AUX"}:
            yield from ((step, child.i) for child in verb.lefts if child.dep_ in SUBJECTS and child.i != token.i)
        if verb.head is verb or verb.dep_ not in _CLAUSES:
            return
        verb = verb.head
