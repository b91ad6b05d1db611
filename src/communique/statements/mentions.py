"""Who a source or an addressee is: the actor named by its head, by an apposition to it, or by who speaks through a message."""

from __future__ import annotations

from spacy.tokens import Token

from communique.lookup import Lookup
from communique.parse import Doc
from communique.parse.tree import antecedent
from communique.statements.channels import names_channel
from communique.types import Mention
from communique.vocabulary import Span

# `many of the residents` are told as the residents; `one of the residents` is somebody else.
_SHARES = frozenset(
    {"many", "most", "some", "several", "all", "few", "both", "majority", "number", "group", "dozens", "hundreds"}
)


class Who:
    """Finds actors for spans of one report."""

    def __init__(self, doc: Doc, lookup: Lookup) -> None:
        self._doc, self._lookup = doc, lookup
        people = [actor for actor in lookup.actors.values() if actor.kind == "person"]
        self._surnames: dict[str, str | None] = {}
        for actor in people:
            surname = actor.name.split()[-1].casefold()
            self._surnames[surname] = actor.id if surname not in self._surnames else None

    def mention(self, span: Span) -> Mention:
        """The words at a span, and which actor they mean; None where nobody is named."""
        actor = self._closing(span) or self.actor(self._doc.words(span).root) or self._labelled(span)
        return Mention(text=self._doc.text(span), span=span, actor=actor)

    def actor(self, noun: Token) -> str | None:
        """The actor that a noun names."""
        head = antecedent(noun)
        if head.lower_ in _SHARES and (of := _object_of(head, "of")) is not None:
            head = of
        if names_channel(head) and (owner := _author(head)) is not None:
            head = owner
        names = [head, *(c for c in head.children if c.dep_ == "appos" or (c.dep_ == "compound" and head.pos_ == "PROPN"))]
        actors = next((found for name in names if (found := self._lookup.actors_at(name.idx))), [])
        return actors[0] if actors else None

    def _closing(self, span: Span) -> str | None:
        """`the president of the League, Ada Holm,`: the person named behind the last comma, whatever the parser hangs it on."""
        words = [token for token in self._doc.words(span) if not token.is_space]
        while words and words[-1].is_punct:
            words.pop()
        comma = next((at for at in range(len(words) - 1, 0, -1) if words[at].text == ","), None)
        if comma is None or words[0].pos_ == "PROPN" or not all(word.pos_ == "PROPN" for word in words[comma + 1 :]):
            return None
        found = self._lookup.actors_at(words[comma + 1].idx)
        return next((actor for actor in found if self._lookup.actors[actor].kind == "person"), None)

    def _labelled(self, span: Span) -> str | None:
        """`HOLM:`, `ADA HOLM, HOST:`: a speaker's label in capitals names a person of the report by the surname."""
        text = self._doc.text(span)
        name = text.split(",")[0].split("(")[0].split()
        return self._surnames.get(name[-1].casefold()) if name and name[-1].isupper() and len(name[-1]) > 2 else None


def _author(message: Token) -> Token | None:
    """Whose message it is: `the ministry's statement`, `a letter from the ministry`, wherever the parser hangs `from`."""
    for child in message.children:
        if child.dep_ == "poss":
            return child
        if child.dep_ == "prep" and child.lower_ in {"by", "from"}:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    following = message.nbor() if message.i + 1 < len(message.doc) else None
    if following is not None and following.dep_ in {"prep", "agent"} and following.lower_ in {"by", "from"}:
        return next((c for c in following.rights if c.dep_ == "pobj"), None)
    return None


def _object_of(noun: Token, preposition: str) -> Token | None:
    for child in noun.rights:
        if child.dep_ == "prep" and child.lower_ == preposition:
            return next((c for c in child.rights if c.dep_ == "pobj"), None)
    return None
