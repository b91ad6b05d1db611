"""The body for which somebody speaks, where the report names it with them: in a description, a role, or before the name."""

from __future__ import annotations

import re
from functools import cache

from communique.lexicon import any_of, words
from communique.lookup import Lookup
from communique.positions.merge import issue_words
from communique.types import Actor

_MENTIONS = 12  # mentions of a body whose words are its names
_OWNER = re.compile(r"['’]s $")


@cache
def _office() -> re.Pattern[str]:
    return re.compile(rf"\b{any_of('positions', 'offices')}\b", re.IGNORECASE)


class Spokesmen:
    """The bodies of one record, and who speaks for them."""

    def __init__(self, lookup: Lookup, text: str) -> None:
        self._lookup = lookup
        self._text = text
        bodies = [actor for actor in lookup.actors.values() if actor.kind in {"organization", "group"}]
        self._bodies = [(actor.id, form) for actor in bodies for form in self._forms(actor)]

    def body_of(self, actor: Actor) -> str | None:
        """Id of the body that an actor speaks for; None for itself."""
        return self._in_mention(actor) or self._in_role(actor) or self._before_name(actor)

    def _forms(self, body: Actor) -> list[frozenset[str]]:
        """The words of each name that a report has for a body, its initials among them."""
        names = [self._text[start:end] for start, end in body.mentions[:_MENTIONS]]
        forms = [body.name, *(name for name in names if name[:1].isupper())]
        return list(dict.fromkeys(words_ for form in forms if (words_ := issue_words(form))))

    def _in_mention(self, actor: Actor) -> str | None:
        """The body inside `a spokesman for the charity`, `the company's board`."""
        if not set(re.findall(r"\w+", actor.name.lower())) & words("positions", "mouthpieces"):
            return None
        for span in actor.mentions[:3]:
            for other in self._lookup.actors_in(span):
                if other != actor.id and self._lookup.actors[other].kind in {"organization", "state"}:
                    return self._lookup.side_of(other)
        return None

    def _in_role(self, actor: Actor) -> str | None:
        """The body in `Acme chief executive`, `head of the miners' union`; a party's leader stands for himself."""
        role = actor.role or actor.name
        office = _office().search(role)
        if actor.kind != "person" or office is None or set(role.lower().split()) & words("positions", "own_voices"):
            return None
        before, after = issue_words(role[: office.start()]), issue_words(role[office.end() :])
        for body, name in self._bodies:
            if body != actor.id and (name <= before or name <= after or (before and before <= name)):
                return body if _speaks_for(office.group(), self._lookup.actors[body]) else None
        return None

    def _before_name(self, actor: Actor) -> str | None:
        """The body in `Acme's Jo Bloggs`."""
        for start, _ in actor.mentions[:3] if actor.kind == "person" else ():
            if _OWNER.search(self._text, max(0, start - 3), start) and start > 3:
                for other in self._lookup.actors_at(start - 4):
                    if self._lookup.actors[other].kind == "organization" and self._lookup.actors[other].sector != "JRN":
                        return other
        return None


def _speaks_for(office: str, body: Actor) -> bool:
    """Politicians and lawmakers speak for themselves, unless they are spokesmen; so do leaders of parties."""
    return body.sector not in {"PTY", "LEG"} or office.lower().startswith("spokes")
