"""A user's own CSV."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.actors.kb import Entry
from communique.actors.kb.columns import entries_of_csv
from communique.errors import ReadError


def entries_of(tmp_path: Path, text: str | bytes) -> list[Entry]:
    path = tmp_path / "own.csv"
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return list(entries_of_csv(path))


def test_columns_in_any_order_with_a_byte_order_mark(tmp_path: Path) -> None:
    text = (
        "\ufeffkind,name,country,sector,other_names,role,start,end\r\n"
        '\r\nperson,"Berg, Anna",NOR,GOV,Anna Berg|A. Berg,mayor,2001,2003-05\r\n'
        "organization,Fjord Watch,-,NGO,,,,\r\n"
    )
    assert entries_of(tmp_path, text) == [
        Entry(
            "Berg, Anna", "person", "NOR", "GOV", role="mayor", start="2001", end="2003-05",
            forms=("Berg, Anna", "Anna Berg", "A. Berg"), table="own.csv",
        ),
        Entry("Fjord Watch", "organization", None, "NGO", table="own.csv"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "says"),
    [
        ("name,kind,nation\n", 1, "no column 'nation'"),
        ("name,country\n", 1, "with name and kind"),
        ("name,kind,kind\n", 1, "each column once"),
        ("name,kind\nA,person\nB\n", 3, "1 cells, where the header has 2"),
        ("name,kind\nA,hero\n", 2, "no kind 'hero'"),
        ("name,kind\n,person\n", 2, "a name has 1 to"),
        ("name,kind,country\nA,person,France\n", 2, "no ISO 3166-1 alpha-3 code"),
        ("name,kind,sector\nA,person,ARMY\n", 2, "no PLOVER sector 'ARMY'"),
        ("name,kind,start\nA,person,May 2001\n", 2, "is no date"),
        ("name,kind,start,end\nA,person,2001,1999\n", 2, "before it begins"),
        ("name,kind,confidence\nA,person,maybe\n", 2, "sure or likely"),
        ("name,kind,wikidata\nA,person,142\n", 2, "no Wikidata id"),
        ('name,kind\n"A,person\n', 2, "not CSV"),
        (b"name,kind\n\xff,person\n", 2, "not UTF-8"),
        ("name,kind\n" + "A" * 200_000 + ",person\n", 2, "a line of more than"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, text: str | bytes, line: int, says: str) -> None:
    with pytest.raises(ReadError, match=says) as raised:
        entries_of(tmp_path, text)
    assert raised.value.source.endswith(f"own.csv:{line}")


def test_an_empty_file_says_what_is_needed(tmp_path: Path) -> None:
    with pytest.raises(ReadError, match="the first line names the columns"):
        entries_of(tmp_path, "")
