"""What a rule found before anybody is named: a stance, and the words for holder, issue and other party."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from communique.positions.lexicon import Sureness
from communique.vocabulary import Stance


@dataclass(frozen=True, slots=True)
class Claim:
    """A stance at a place.

    Attributes:
        cue: the word that shows the stance.
        head: the verb whose clause shows holder, stance and issue.
        holder: the head of the words that name the party; None where it is whoever speaks.
        issue: the head noun or verb of what it is about.
        toward: the head of the words that name the other party.
        joint: the other side of something that both conclude.
        split: whether this is one of several coordinated issues.
        own: whether it counts only where the holder speaks about itself.
    """

    cue: Token
    head: Token
    stance: Stance
    holder: Token | None
    issue: Token
    toward: Token | None
    rule: str
    sureness: Sureness
    threat: bool = False
    own: bool = False
    joint: Token | None = None
    split: bool = False

    @property
    def holder_index(self) -> int:
        """Index of the holder's token, -1 where the speaker holds the stance."""
        return self.holder.i if self.holder is not None else -1
