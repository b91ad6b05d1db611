"""Third-person pronouns, and definite descriptions that take somebody up (`the senator`, `the airline`), in one pass.

Candidates fit in gender, number and kind; `ranking` says who of them is meant, if anybody. A description is an actor of its own
until it is found to take up another: its mention moves then.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from spacy.tokens import Token

from communique.actors.belonging import may_belong
from communique.actors.drafts import Draft
from communique.actors.pronoun_words import GENDERS, THIRD, pronouns, reflexives
from communique.actors.ranking import Anaphor, anaphor, choose
from communique.actors.reading import Reading
from communique.actors.roles import holds
from communique.actors.scene import SUBJECTS, Candidate, Scene, Seen, part_of
from communique.lexicon import words
from communique.parse.tree import first_conjunct

Choice = Callable[[Anaphor, Sequence[Candidate]], Candidate | None]
_KINDS = {"m": "person", "f": "person", "n": "thing", "p": "plural"}
# How many sentences back an antecedent may lie.
_REACH = {"person": 4, "thing": 2, "plural": 2, "description": 8}
_DEEPEST = 6
# How many words before and behind a quotation its speaker is looked for.
_NEAR = 8
_BODIES = frozenset({"organization", "group"})
_DEFINITE = frozenset({"the", "this", "that"})
# Bodies that a common noun names as well as a name does.
_NEVER_TAKES_UP = frozenset({"GOV", "LEG", "MIL", "JUD", "COP", "JRN"})


def find_pronouns(reading: Reading, *, choose: Choice = choose) -> None:
    """Adds mentions by pronoun and by description, in the order of the text; `choose` says who is meant."""
    scene, sentence = Scene(), 0
    for token in reading.doc.tokens:
        sentence += bool(token.is_sent_start)
        draft = reading.taken.get(token.i)
        if draft is None:
            _pronoun(reading, scene, token, sentence, choose)
        elif reading.taken.get(token.i + 1) is not draft:
            head = _head(reading, token, draft)
            drafts = reading.together.get(token.i) or (_taken_up(reading, scene, token, draft, sentence, choose),)
            scene.add(Seen(head, sentence, _quote(reading, token), part_of(head), drafts))
            if token.dep_ == "conj":
                _together(reading, scene, token, sentence)


def _head(reading: Reading, last: Token, draft: Draft) -> Token:
    """The subject within a mention that ends at a token, else that token: titles may be taken for the head of a name."""
    first = last.i
    while first > 0 and reading.taken.get(first - 1) is draft:
        first -= 1
    return next((t for t in reading.doc.tokens[first : last.i] if t.dep_ in SUBJECTS and t.head.i > last.i), last)


def _pronoun(reading: Reading, scene: Scene, token: Token, sentence: int, choose: Choice) -> None:
    gender = pronouns().get(token.lower_)
    if gender not in THIRD or gender == "n" and not _refers(token):
        return
    kind, quote = _KINDS[gender], _quote(reading, token)
    anaphor_ = anaphor(token, kind, sentence, quote, tellers=_tellers(reading, scene, token))
    found = [*_ahead(reading, token, sentence, quote), *scene.candidates(sentence, _REACH[kind])]
    able = [c for c in found if _fits(c, gender) and not _beside(c, token, anaphor_.own)]
    told = _told(reading, token)
    able = [c for c in able if told < 0 or all(seen.quote != told for seen in c.names)]
    chosen = choose(anaphor_, able) or (_pair(able, sentence) if gender == "p" else None)
    if chosen is None or kind == "person" and _is_one_of_several(chosen, able):
        return
    for draft in chosen.drafts:
        if gender in GENDERS:
            draft.gender = draft.gender or gender
        reading.add(draft, token.i, token.i, "pronoun")
    scene.add(Seen(token, sentence, quote, part_of(token), chosen.drafts, by_pronoun=True))


def _ahead(reading: Reading, token: Token, sentence: int, quote: int) -> list[Candidate]:
    """The subject behind an opening phrase or clause that a pronoun stands in: `In her speech, Holm said`."""
    above = token.head
    for _ in range(_DEEPEST):
        if above.dep_ in {"prep", "advcl"} and above.i < above.head.i:
            subject = next((c for c in above.head.lefts if c.dep_ in SUBJECTS and c.i > token.i), None)
            draft = reading.taken.get(subject.i) if subject is not None else None
            if subject is not None and draft is not None and _quote(reading, subject) == quote:
                seen = Seen(subject, sentence, quote, "subject", (draft,))
                return [Candidate((draft,), seen, subject_at=sentence, count=1, names=[seen])]
        if above.head is above:
            break
        above = above.head
    return []


def _tellers(reading: Reading, scene: Scene, token: Token) -> tuple[Draft, ...]:
    """Who says the quotation that a token stands in, as far as the words right before and behind it tell."""
    quote = reading.doc.quote_at(token.idx)
    if quote is None:
        return ()
    if quote.span[0] not in scene.tellers:
        first, last = reading.doc.token_at(quote.span[0]).i, reading.doc.token_at(quote.span[1] - 1).i
        around = [*reading.doc.tokens[max(0, first - _NEAR) : first], *reading.doc.tokens[last + 1 : last + 1 + _NEAR]]
        saying = [t for t in around if t.dep_ in SUBJECTS and t.head.lemma_ in words("actors", "sayings")]
        named = tuple(d for t in saying if (d := reading.taken.get(t.i)) is not None)
        going_on = next((pronouns()[t.lower_] for t in saying if pronouns().get(t.lower_) in GENDERS), None)
        scene.tellers[quote.span[0]] = named or scene.last_speaker(going_on) if going_on else named
    return scene.tellers[quote.span[0]]


def _told(reading: Reading, token: Token) -> int:
    """Start of the quotation right before `he said`, -1 elsewhere: nobody in it is who says it."""
    if token.dep_ not in SUBJECTS or token.i < 2 or token.head.lemma_ not in words("actors", "sayings"):
        return -1
    before = reading.doc.tokens[token.i - 1]
    if before.i == token.head.i:
        before = before.nbor(-1)
    quote = reading.doc.quote_at(before.idx)
    return quote.span[0] if quote is not None and reading.doc.quote_at(token.idx) is None else -1


def _beside(candidate: Candidate, token: Token, own: int) -> bool:
    """Whether a candidate is the subject of the same verb, which a pronoun beside it cannot mean unless it is reflexive."""
    return token.lower_ not in reflexives() and any(seen.at.i == own for seen in candidate.names)


def _fits(candidate: Candidate, gender: str) -> bool:
    draft = candidate.drafts[0]
    if len(candidate.drafts) > 1:
        return gender == "p"
    if gender in GENDERS:
        return draft.kind in {"person", "office"} and not draft.plural and (draft.gender or gender) == gender
    if gender == "p":
        return draft.plural or draft.kind in _BODIES
    at = candidate.last.at
    counted = at.tag_ in {"NNS", "NNPS"} and draft.kind != "state"
    return draft.kind in {"organization", "state"} and not draft.plural and not counted and not _coordinated(at)


def _is_one_of_several(chosen: Candidate, able: Sequence[Candidate]) -> bool:
    """Whether another candidate was last named beside the chosen one (`Holm and Lund`): either may be meant."""
    head = first_conjunct(chosen.last.at).i
    return any(c is not chosen and first_conjunct(c.last.at).i == head for c in able)


def _coordinated(token: Token) -> bool:
    return token.dep_ == "conj" or any(child.dep_ == "conj" for child in token.rights)


def _taken_up(reading: Reading, scene: Scene, token: Token, draft: Draft, sentence: int, choose: Choice) -> Draft:
    """Whom a definite description takes up: one of those mentioned before, else itself."""
    span = next((span for span in draft.mentions if span[0] <= token.idx and span[1] >= token.idx + len(token)), None)
    if span is None or not _may_take_up(reading, draft, span):
        return draft
    person, firm = draft.kind in {"person", "office"}, draft.head in words("actors", "companies")
    able = [c for c in scene.candidates(sentence, _REACH["description"]) if _alike(c, draft, person=person)]
    after = reading.doc.token_at(span[1]).lower_
    able = [c for c in able if not firm or c.drafts[0].sector in {"BUS", None}]
    named = reading.doc.words(span)
    able = [c for c in able if may_belong(reading, c.drafts[0], named.start, named.end - 1)]
    anaphor_ = anaphor(
        token, "thing" if firm else "description", sentence, _quote(reading, token),
        draft=draft, complement=after in {"of", "for", "who"} or " of " in draft.name, tellers=_tellers(reading, scene, token),
    )  # fmt: skip
    chosen = choose(anaphor_, able) or (_before(able, sentence) if firm else None)
    if chosen is None:
        return draft
    for other, rule in list(draft.mentions.items()):
        del draft.mentions[other]
        chosen.drafts[0].mention(other, rule)
    for i, taken in reading.taken.items():
        if taken is draft:
            reading.taken[i] = chosen.drafts[0]
    chosen.drafts[0].gender = chosen.drafts[0].gender or draft.gender
    return chosen.drafts[0]


def _pair(able: Sequence[Candidate], sentence: int) -> Candidate | None:
    """The only pair (`Holm and Lund`) that acts in this sentence or the one before, where no plural is mentioned after it."""
    pairs = [c for c in able if len(c.drafts) > 1 and c.subject_at >= max(1, sentence - 1)]
    if len(pairs) != 1:
        return None
    later = any(c.last.at.i > pairs[0].last.at.i for c in able if c.drafts[0].plural)
    return None if later else pairs[0]


def _before(able: Sequence[Candidate], sentence: int) -> Candidate | None:
    """The only candidate that acts in this sentence or the one before."""
    acting = [c for c in able if c.subject_at >= max(1, sentence - 1)]
    return acting[0] if len(acting) == 1 else None


def _may_take_up(reading: Reading, draft: Draft, span: tuple[int, int]) -> bool:
    """A singular `the ...` that nothing took up so far, at its first mention."""
    if draft not in reading.described or draft.plural or draft.kind == "group" or min(draft.mentions) != span:
        return False
    first, head = reading.doc.text(span).split()[0].lower(), reading.doc.words(span).root
    if head.dep_ == "poss" and draft.kind == "office":
        return False
    return first in _DEFINITE and not (draft.kind == "organization" and draft.sector in _NEVER_TAKES_UP)


def _alike(candidate: Candidate, draft: Draft, *, person: bool) -> bool:
    other = candidate.drafts[0]
    if len(candidate.drafts) > 1 or other is draft or other.plural:
        return False
    if (other.kind in {"person"}) != person or not person and other.kind not in _BODIES:
        return False
    if draft.country and other.country and draft.country != other.country:
        return False
    if draft.kind == "office" and not _may_hold(other, draft):
        return False
    return not (draft.gender and other.gender and draft.gender != other.gender)


def _may_hold(person: Draft, office: Draft) -> bool:
    """Whether what is said of somebody fits an office: its noun, or its trade where that is no government's."""
    said = " ".join([person.role or "", *person.roles]).lower()
    return holds(said, office.head) or office.sector not in {None, "GOV"} and person.sector == office.sector


def _quote(reading: Reading, token: Token) -> int:
    quote = reading.doc.quote_at(token.idx)
    return quote.span[0] if quote else -1


def _together(reading: Reading, scene: Scene, last: Token, sentence: int) -> None:
    """`Smith and Jones`: a plural mention of both, where all parts are known and of one kind."""
    head = first_conjunct(last)
    drafts = [reading.taken.get(part.i) for part in (head, *head.conjuncts) if part.i <= last.i]
    known = tuple(draft for draft in drafts if draft is not None)
    if len(known) == len(drafts) and len({draft.kind for draft in known}) == 1:
        both = tuple(dict.fromkeys(known))
        scene.add(Seen(last, sentence, _quote(reading, last), "subject" if head.dep_ in SUBJECTS else "other", both))


def _refers(token: Token) -> bool:
    """Whether an `it` stands for something named: not `it is clear that`, `it rained`, `made it possible`."""
    if token.dep_ == "expl" or token.lower_ != "it":
        return token.dep_ != "expl"
    verb = token.head
    return not (verb.lemma_ in {"be", "seem", "appear", "take", "make", "happen", "become"} or verb.pos_ not in {"VERB", "AUX"})
