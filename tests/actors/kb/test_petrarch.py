"""Actor dictionaries of PETRARCH."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.actors.kb.petrarch import entries_of_petrarch
from communique.errors import ReadError

SAMPLE = """\
# actors of a made-up land
<!-- a comment
that goes on -->
ANNA_LIND_BERG_ ; from a list of ministers
+BERG_
+ANNA-LISE_BERG_
\t[NORELI <20030601]
\t[NORGOV 030601-070831]
\t[NOROPP >070831]
ROYAL_BANK_OF_THE_NORTH_ [NORBUS]
NOR_ [NOR]
OSLO_ [NOR]
FJORD_WATCH_ [NGOENV]
UNITED_FISHERS_ [IGOAGR]
SEAMEN_=[NORMIL] [NORGOVMIL]
THE_SAINTS_ [MOS]
JOHN_DOE_ [GBR]
"""


def entries_of(tmp_path: Path, text: str | bytes) -> list[tuple[object, ...]]:
    path = tmp_path / "sample.actors.txt"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return [(e.name, e.kind, e.country, e.sector, e.sector_2, e.start, e.end) for e in entries_of_petrarch(path)]


def test_names_synonyms_codes_and_days(tmp_path: Path) -> None:
    assert entries_of(tmp_path, SAMPLE) == [
        ("Anna Lind Berg", "person", "NOR", "ELI", None, None, "2003-05-31"),
        ("Anna Lind Berg", "person", "NOR", "GOV", None, "2003-06-01", "2007-08-31"),
        ("Anna Lind Berg", "person", "NOR", "OPP", None, "2007-09-01", None),
        ("Royal Bank of the North", "organization", "NOR", "BUS", None, None, None),
        ("NOR", "state", "NOR", None, None, None, None),
        ("Oslo", "state", "NOR", None, None, None, None),
        ("Fjord Watch", "organization", None, "NGO", "CVL", None, None),
        ("United Fishers", "organization", None, "IGO", "AGR", None, None),
        ("Seamen", "organization", "NOR", "MIL", None, None, None),
        ("Seamen", "organization", "NOR", "GOV", "MIL", None, None),
        ("John Doe", "person", "GBR", None, None, None, None),
    ]


def test_forms_are_written_as_in_the_news(tmp_path: Path) -> None:
    path = tmp_path / "sample.txt"
    path.write_text(SAMPLE)
    forms = {entry.name: entry.names for entry in entries_of_petrarch(path)}
    assert forms["Anna Lind Berg"] == ("Anna Lind Berg", "Berg", "BERG", "Anna-Lise Berg")
    assert forms["Oslo"] == ("Oslo", "OSLO")


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("A_B_ [NORGOV]\nC_D_ [norgov]\n", 2, "is no code"),
        ("A_B_ [NORGOV 070532]\n", 1, "is no code"),
        ("A_B_ [NORGOV >070532]\n", 1, "is no day"),
        ("A_B_\n\t[NORGOV] and more\n", 2, "not a code in square brackets"),
        ("A_B_\n\t[NORGOV\n", 2, "not a code in square brackets"),
        ("\n[NORGOV]\n", 2, "without a name"),
        (b"A_B_ [NORGOV]\n\xff\xfe\n", 2, "not UTF-8"),
        ("A_B_ [NOR]\n" + "X" * 200_000, 2, "a line of more than"),
        ("X" * 300 + " [NOR]\n", 1, "a name has"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str | bytes, line: int, says: str) -> None:
    with pytest.raises(ReadError, match=says) as raised:
        entries_of(tmp_path, text)
    assert raised.value.source.endswith(f"sample.actors.txt:{line}")
