"""Picture captions that carry no credit, told by the shape of the page: long lines without a full stop among paragraphs."""

from __future__ import annotations

import re
from functools import cache

from communique.clean.lines import Line
from communique.lexicon import any_of, table

# Below this a line without a full stop is a subhead, which is story.
_FEWEST_WORDS = 9
_POINTING = re.compile(
    r"\((?:pictured|left|right|centre|center|above|below|file|inset|front|back|middle)\b[^()]{0,40}\)|\(?\bpictured\b"
    r"|, (?:left|right|centre|center),"
)
_EMBEDDED = re.compile(r"https?:|www\.|pic\.twitter|@\w|#\w")
_NUMBERED_PLAYER = re.compile(r"[A-Z][\w'’-]{1,30} \(\d{1,2}\) (\w+)")
_CREDIT = re.compile(r"\((?:[A-Z][\w.'’-]+ (?:of |and |the )*){1,4}[A-Z][\w.'’-]+\)$")
_INNER_END = re.compile(r"[a-z0-9)][.!?] [A-Z]")
_FULL_DATE = re.compile(r"\b[A-Z][a-z]+\.? \d{1,2}, (?:19|20)\d\d\.?$")


@cache
def _credited() -> re.Pattern[str]:
    names = f"(?:{any_of('clean', 'agencies')}|{any_of('clean', 'platforms')})"
    return re.compile(rf"(?:[A-Z]{{2,}}[A-Z .]* ?[•/] ?)?{names}(?: / \S+)? (?=[\"'“‘A-Z0-9])")


@cache
def _verbs() -> re.Pattern[str]:
    forms = "|".join(form for row in table("clean", "caption_verbs") for form in row)
    return re.compile(rf"\b(?:{forms})\b")


def find_captions(lines: list[Line], taken: set[int]) -> list[int]:
    """Numbers of the lines that are captions; `taken` are lines already known to be furniture.

    Only pages whose paragraphs end like sentences are judged: where lines are broken at a width, shape says nothing.
    """
    found = [at for at, line in enumerate(lines) if at not in taken and _describes(line)]
    if not _has_paragraphs(lines):
        return found
    first = next(at for at, line in enumerate(lines) if line.closed and line.words > _FEWEST_WORDS)
    passed = taken | _listed(lines)
    open_lines = {at for at, line in enumerate(lines) if at > first and at not in passed and _is_candidate(line)}
    for at in sorted(open_lines - set(found)):
        if _evidence(lines, at, open_lines, taken) >= 2:
            found.append(at)
    found += [at for at, line in enumerate(lines) if at > 0 and at not in taken and at not in found and _has_credit(line)]
    return sorted(found)


def _has_paragraphs(lines: list[Line]) -> bool:
    long = [line for line in lines if line.words > 20]
    return len(long) >= 3 and sum(line.closed for line in long) >= 0.6 * len(long)


def _has_credit(line: Line) -> bool:
    return not line.text.endswith(".") and line.words >= 5 and _credited().match(line.text) is not None


def _describes(line: Line) -> bool:
    """Whether a line says what is seen, in the present: players with their numbers, or a scene with its full date."""
    if line.words > 60 or len(line.text) > 600:
        return False
    if (match := _NUMBERED_PLAYER.search(line.text)) and _verbs().fullmatch(match[1]):
        return True
    return bool(_FULL_DATE.search(line.text[-40:])) and bool(re.search(r"\b(?:is|are) (?:seen|pictured)\b", line.text))


def _listed(lines: list[Line]) -> set[int]:
    """Numbers of the lines that a colon announces: the items of a list, up to the next line that ends like a sentence."""
    listed: set[int] = set()
    for at in range(1, len(lines)):
        if not lines[at].closed and (lines[at - 1].text.endswith(":") or at - 1 in listed):
            listed.add(at)
    return listed


def _is_candidate(line: Line) -> bool:
    if line.closed or line.words < _FEWEST_WORDS or line.words > 45 or _EMBEDDED.search(line.text):
        return False
    # What begins small or with a mark is an item of a list, or goes on from the line above.
    return line.text[0].isupper() or line.text[0].isdigit() or line.text[0] in "'‘"


def _evidence(lines: list[Line], at: int, open_lines: set[int], taken: set[int]) -> int:
    line = lines[at]
    beside = any(near in open_lines or near in taken for near in (at - 1, at + 1))
    points = bool(_POINTING.search(line.text))
    several_sentences = bool(_INNER_END.search(line.text))
    cues = 2 * points + 2 * bool(_CREDIT.search(line.text)) + beside + (len(open_lines) >= 3)
    return cues + bool(_verbs().search(line.text)) - several_sentences
