"""Third-person pronouns, resolved where gender, number and salience leave one sensible antecedent; left alone otherwise."""

from __future__ import annotations

from communique.actors.drafts import Draft
from communique.actors.reading import Reading

_GENDER = {"he": "m", "him": "m", "his": "m", "himself": "m", "she": "f", "her": "f", "hers": "f", "herself": "f"}


def find_pronouns(reading: Reading) -> None:
    """Adds mentions by pronoun."""
    tokens = reading.doc.tokens
    seen: list[tuple[int, int, Draft]] = []
    sentence = 0
    for token in tokens:
        sentence += bool(token.is_sent_start)
        draft = reading.taken.get(token.i)
        if draft is not None and draft.kind == "person":
            weight = 2 if token.dep_ in {"nsubj", "nsubjpass"} else 0
            seen.append((sentence, weight, draft))
        gender = _GENDER.get(token.lower_)
        if gender is None or token.i in reading.taken:
            continue
        found = _antecedent(seen, sentence, gender, reading.doc.quote_at(token.idx) is not None)
        if found is not None:
            found.gender = found.gender or gender
            reading.add(found, token.i, token.i, "pronoun")
            seen.append((sentence, 2 if token.dep_ in {"nsubj", "nsubjpass"} else 0, found))


def _antecedent(seen: list[tuple[int, int, Draft]], sentence: int, gender: str, quoted: bool) -> Draft | None:
    scores: dict[int, tuple[float, Draft]] = {}
    for at, weight, draft in seen[-40:]:
        if sentence - at > 2 or (draft.gender or gender) != gender:
            continue
        score = weight + 3 - 1.5 * (sentence - at)
        old = scores.get(id(draft))
        scores[id(draft)] = (max(score, old[0] if old else 0), draft)
    ranked = sorted(scores.values(), key=lambda pair: -pair[0])
    if not ranked or (quoted and len(ranked) > 1):
        return None
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < 1:
        return None
    return ranked[0][1]
