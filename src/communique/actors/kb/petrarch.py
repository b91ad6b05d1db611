"""Actor dictionaries of PETRARCH, PETRARCH2 and UniversalPetrarch.

    MOHAMMED_MORSI_ ; a comment
    +MORSI_
        [EGYELI <20120630]
        [EGYGOV 20120630-20130703]

A name, its synonyms with a plus sign, then codes, each with the days on which it holds: before (`<`), after (`>`), from to.
Source: PETRARCH's documentation of its actor dictionaries; dates are YYMMDD or YYYYMMDD.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from communique.actors.first_names import first_names
from communique.actors.kb.checks import LONGEST_NAME
from communique.actors.kb.entry import Entry
from communique.actors.kb.streams import text_lines
from communique.errors import ReadError
from communique.lexicon import known, table
from communique.world import codes

_LONGEST = 100_000
_CODE = re.compile(r"\[([^\]]*)\]")
_DATES = re.compile(r"([A-Z]{3,12})(?:\s+(?:([<>])\s*(\d{6}|\d{8})|(\d{6}|\d{8})\s*-\s*(\d{6}|\d{8})))?")
_NAME = re.compile(r"[^\[\]]*")
# Words that stay small inside a name.
_SMALL = frozenset("of the and for in on de del la le du da dos das von van bin ibn e y et".split())
# Two-figure years up to this one are of this century.
_PIVOT = 40


@dataclass(slots=True)
class _Block:
    """A name with its synonyms and codes; `codes` are what they say, with the bounds of their days."""

    forms: list[str] = field(default_factory=list)
    codes: list[tuple[str, str | None, str | None]] = field(default_factory=list)


def entries_of_petrarch(path: Path) -> Iterator[Entry]:
    """Entries of an actor dictionary. Names come in capitals there; they are found here as they are usually written.

    A name with dates, or that begins with a first name, is a person's; one with the code of a country alone a state's; every
    other an organisation's. Codes that say neither country nor sector are left out.

    Raises ReadError with the number of the first line that is at fault.
    """
    block = _Block()
    for number, line in _meaning(path):
        where = f"{path}:{number}"
        head = _NAME.match(line)
        name = head[0].strip() if head else ""
        if name and not name.startswith("+"):
            yield from _entries(block, path.name)
            block = _Block()
        if name:
            block.forms += _forms(where, name.lstrip("+"))
        if not block.forms:
            raise ReadError(where, "a code without a name before it")
        _add_codes(where, line[len(head[0]) if head else 0 :], block)
    yield from _entries(block, path.name)


def _meaning(path: Path) -> Iterator[tuple[int, str]]:
    """Lines without comments: from `#` or `;` to the end, and between `<!--` and `-->`."""
    inside = False
    for number, line in text_lines(path, longest=_LONGEST):
        if line.lstrip().startswith("<!--"):
            inside = True
        rest = "" if inside else re.split(r"[#;]", line, maxsplit=1)[0].strip()
        inside = inside and "-->" not in line
        if rest:
            yield number, rest


def _add_codes(where: str, text: str, block: _Block) -> None:
    if _CODE.sub("", text).strip():
        raise ReadError(where, f"not a code in square brackets such as [FRAGOV >070516]: {text.strip()[:60]!r}")
    for code in _CODE.findall(text):
        found = _DATES.fullmatch(code.strip())
        if found is None:
            raise ReadError(where, f"[{code[:60]}] is no code such as [FRAGOV >070516] or [FRAGOV 070516-120515]")
        letters, side, bound, first, last = found.groups()
        start = _day(where, first) if first else _day(where, bound, 1) if side == ">" else None
        end = _day(where, last) if last else _day(where, bound, -1) if side == "<" else None
        block.codes.append((letters, start, end))


def _day(where: str, figures: str, later: int = 0) -> str:
    year = int(figures[:-4])
    year += (1900 if year > _PIVOT else 2000) if len(figures) == 6 else 0
    try:
        return (date(year, int(figures[-4:-2]), int(figures[-2:])) + timedelta(days=later)).isoformat()
    except (ValueError, OverflowError) as error:
        raise ReadError(where, f"{figures} is no day") from error


def _forms(where: str, name: str) -> list[str]:
    """`AL_SISI_` as `Al Sisi`; one word of three letters stays as it is: an acronym."""
    words = name.replace("=", " ").replace("_", " ").replace("{", " ").replace("}", " ").split()
    plain = " ".join(words)
    if not plain or len(plain) > LONGEST_NAME:
        raise ReadError(where, f"a name has 1 to {LONGEST_NAME} characters, not {len(plain)}")
    if plain != plain.upper() or len(words) == 1 and len(plain) <= 3:
        return [plain]
    usual = " ".join(_capitalised(word, i) for i, word in enumerate(words))
    return [usual, plain] if len(plain) == 4 else [usual]


def _capitalised(word: str, place: int) -> str:
    if place and word.lower() in _SMALL:
        return word.lower()
    return "-".join(part[:1] + part[1:].lower() for part in word.split("-"))


def _entries(block: _Block, source: str) -> Iterator[Entry]:
    if not block.forms:
        return
    name, forms = block.forms[0], tuple(dict.fromkeys(block.forms))
    dated = any(start or end for _, start, end in block.codes)
    person = dated or " " in name and name.split()[0].lower() in first_names()
    for letters, start, end in block.codes:
        country, sectors = _meant(letters)
        if country is None and not sectors:
            continue
        kind = "person" if person else "organization" if sectors else "state"
        first, second = (*sectors, None, None)[:2]
        more = forms if forms != (name,) else ()
        yield Entry(name, kind, country, first, second, None, start, end, forms=more, table=source)


@cache
def _codes() -> dict[str, tuple[str, str | None]]:
    return {code: (sector, known(country)) for code, sector, country in table("actors", "cameo_codes")}


def _meant(letters: str) -> tuple[str | None, tuple[str, ...]]:
    """Country and sectors that a code says: FRAGOVMIL is of France, GOV and MIL."""
    country, sectors = None, []
    for i in range(0, len(letters) - 2, 3):
        part = letters[i : i + 3]
        sector, land = _codes().get(part, (None, None))
        if sector == "LAND":
            country = country or land
        elif i == 0 and part in codes():
            country = part
        elif sector is not None and sector not in sectors:
            sectors.append(sector)
    return country, tuple(sectors)
