"""Countries by belonging: `Smith's former lawyer`, `Jones adviser`, `the president's campaign` share the person's country."""

from __future__ import annotations

from communique.actors.drafts import Draft
from communique.actors.reading import Reading
from communique.actors.roles import find_role
from communique.lexicon import words
from communique.vocabulary import Span


def find_relations(reading: Reading) -> None:
    """Gives people and bodies without a country that of the person they belong to; twice, for the lawyer's adviser."""
    for _ in range(2):
        owners = {span: draft for draft in reading.people if draft.country for span in draft.mentions}
        ends = {span[1]: draft for span, draft in owners.items()}
        for draft in [*reading.people, *reading.described]:
            if draft.country is None and not draft.plural:
                draft.country = next(
                    (c for span in draft.mentions if (c := _owner_country(reading, draft, span, owners, ends))), None
                )


def _owner_country(reading: Reading, draft: Draft, span: Span, owners: dict[Span, Draft], ends: dict[int, Draft]) -> str | None:
    text = reading.doc.text(span)
    heads = [word for word in (draft.role or "", draft.head, *draft.roles) if word]
    if not any(_relates(head) for head in heads):
        return None
    before = ends.get(span[0] - 1) or ends.get(span[0] - 3) or ends.get(span[0] - 2)
    if before is not None and before is not draft and text[:1].islower():
        return before.country
    for (start, end), owner in owners.items():
        possessive = reading.doc.article.text[end : end + 2] in {"'s", "’s", "s'", "' ", "’ "}
        if span[0] <= start and end < span[1] and owner is not draft and possessive:
            return owner.country
    return None


def _relates(role: str) -> bool:
    found = find_role(role.lower().split())
    return found is not None and found.words in words("actors", "relations")
