"""Third-person pronouns, resolved where gender, number and salience leave one sensible antecedent; left alone otherwise.

Subjects outweigh objects, the sentence at hand outweighs those before, and the subject of the verb that governs the
pronoun's clause (`Smith said she would go`) outweighs all. Inside a quotation only what the same quotation names counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from communique.actors.drafts import Draft
from communique.actors.reading import Reading
from communique.lexicon import words
from communique.parse.tree import first_conjunct

_PRONOUNS = {
    "he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f",
    "it": "n", "its": "n", "itself": "n", "they": "p", "them": "p", "their": "p", "themselves": "p",
}  # fmt: skip
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLAUSES = frozenset(
    {"ccomp", "advcl", "xcomp", "relcl", "acl", "conj", "pcomp", "prep", "parataxis", "pobj", "dobj", "attr", "acomp"}
)
_REACH = 2
_MARGIN = 1.5


@dataclass(frozen=True, slots=True)
class _Seen:
    """A mention on the way: its last token, sentence, quotation (start or -1), whether it is a subject, whom it names."""

    at: int
    sentence: int
    quote: int
    subject: bool
    drafts: tuple[Draft, ...]


def find_pronouns(reading: Reading) -> None:
    """Adds mentions by pronoun, in the order of the text."""
    seen: list[_Seen] = []
    sentence, tokens = 0, reading.doc.tokens
    for token in tokens:
        sentence += bool(token.is_sent_start)
        draft = reading.taken.get(token.i)
        kind = _PRONOUNS.get(token.lower_) if draft is None else None
        if kind is not None and (kind != "n" or _refers(token)):
            quote = _quote(reading, token)
            found = _antecedent(
                reading, token, kind, [s for s in seen[-30:] if sentence - s.sentence <= _REACH], sentence, quote
            )
            for one in found:
                if kind in {"m", "f"}:
                    one.gender = one.gender or kind
                reading.add(one, token.i, token.i, "pronoun")
            if found:
                seen.append(_Seen(token.i, sentence, quote, token.dep_ in _SUBJECTS, found))
        elif draft is not None and reading.taken.get(token.i + 1) is not draft:
            draft = _taken_up(reading, token, draft, [s for s in seen[-30:] if sentence - s.sentence <= _REACH], sentence)
            drafts = reading.together.get(token.i, (draft,))
            seen.append(_Seen(token.i, sentence, _quote(reading, token), _acts(token), drafts))
            if token.dep_ == "conj":
                seen += _together(reading, token, seen, sentence)


def _acts(token: Token) -> bool:
    """A subject, or a name beside one: `The head of the union, Ada Holm, said`."""
    return token.dep_ in _SUBJECTS or token.dep_ == "appos" and token.head.dep_ in _SUBJECTS


def _taken_up(reading: Reading, token: Token, draft: Draft, seen: list[_Seen], sentence: int) -> Draft:
    """Whom `the company` takes up: resolved like `it`, among companies and bodies of no known kind; else itself."""
    if draft.head not in words("actors", "companies") or draft.country or draft not in reading.described:
        return draft
    span = next((span for span in draft.mentions if span[1] == token.idx + len(token)), None)
    if span is None or reading.doc.text(span).split()[0].lower() != "the":
        return draft
    firms = [
        s
        for s in seen
        if s.drafts[0].kind == "organization" and s.drafts[0].sector in {"BUS", None} and s.drafts[0] is not draft
    ]
    found = _antecedent(reading, token, "n", firms, sentence, _quote(reading, token))
    if len(found) != 1:
        return draft
    del draft.mentions[span]
    found[0].mention(span, "company")
    reading.taken[token.i] = found[0]
    return found[0]


def _quote(reading: Reading, token: Token) -> int:
    quote = reading.doc.quote_at(token.idx)
    return quote.span[0] if quote else -1


def _together(reading: Reading, last: Token, seen: list[_Seen], sentence: int) -> list[_Seen]:
    """`Smith and Jones`: a plural mention of both, where all parts are known and of one kind."""
    head = first_conjunct(last)
    drafts = [reading.taken.get(part.i) for part in (head, *head.conjuncts) if part.i <= last.i]
    known = tuple(draft for draft in drafts if draft is not None)
    if len(known) != len(drafts) or len({draft.kind for draft in known}) != 1:
        return []
    return [_Seen(last.i, sentence, seen[-1].quote, head.dep_ in _SUBJECTS, tuple(dict.fromkeys(known)))]


def _refers(token: Token) -> bool:
    """Whether an `it` stands for something named: not `it is clear that`, `it rained`, `made it possible`."""
    if token.dep_ == "expl" or token.lower_ != "it":
        return token.dep_ != "expl"
    verb = token.head
    return not (verb.lemma_ in {"be", "seem", "appear", "take", "make", "happen", "become"} or verb.pos_ not in {"VERB", "AUX"})


def _antecedent(reading: Reading, token: Token, kind: str, seen: list[_Seen], sentence: int, quote: int) -> tuple[Draft, ...]:
    governors, own = _subjects_above(token)
    scores: dict[tuple[int, ...], tuple[float, tuple[Draft, ...]]] = {}
    for mention in seen:
        if mention.quote != quote or not _fits(mention, kind):
            continue
        at = reading.doc.tokens[mention.at]
        if kind == "n" and (_coordinated(at) or (at.tag_ in {"NNS", "NNPS"} and mention.drafts[0].kind != "state")):
            continue
        if mention.at == own and token.dep_ != "poss" and token.lower_[-4:] not in {"self", "lves"}:
            continue
        score = 2.0 * mention.subject - 1.5 * (sentence - mention.sentence)
        score += 4.0 * (mention.at in governors) + 0.5 * (token.dep_ in _SUBJECTS and mention.subject)
        if token.dep_ in _SUBJECTS and mention.subject and {token.head.lemma_, at.head.lemma_} <= words("actors", "sayings"):
            score += 1.5
        # Somebody without a name and of no known gender comes after people with a name.
        score -= 1.5 * (kind in {"m", "f"} and mention.drafts[0].gender is None and mention.drafts[0] in reading.described)
        key = tuple(id(draft) for draft in mention.drafts)
        if key not in scores or scores[key][0] < score:
            scores[key] = score, mention.drafts
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ranked or ranked[0][0] < -1.5:
        return ()
    if kind in {"n", "p"} and ranked[0][0] < 0.5:
        return ()
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < _MARGIN:
        return ()
    return ranked[0][1]


def _fits(mention: _Seen, kind: str) -> bool:
    if len(mention.drafts) > 1:
        return kind == "p"
    draft = mention.drafts[0]
    if kind in {"m", "f"}:
        return draft.kind == "person" and not draft.plural and (draft.gender or kind) == kind
    if kind == "n":
        return draft.kind in {"organization", "state"} and not draft.plural
    return draft.plural or draft.kind in {"group", "organization"}


def _coordinated(token: Token) -> bool:
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.rights)


def _subjects_above(token: Token) -> tuple[set[int], int]:
    """Last tokens of the subjects of verbs that govern a pronoun's clause, and of the subject of its own verb (-1: none)."""
    verb, found, own = token.head, set(), -1
    for step in range(8):
        if verb.pos_ in {"VERB", "AUX"}:
            for child in verb.lefts:
                if child.dep_ in _SUBJECTS and child.i != token.i:
                    if step == 0 and token.dep_ != "poss":
                        own = child.i
                    else:
                        found.add(child.i)
        if verb.head is verb or verb.dep_ not in _CLAUSES:
            break
        verb = verb.head
    return found, own
