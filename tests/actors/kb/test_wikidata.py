"""A dump of Wikidata: a few entities in its format, made up but for the ids of classes and states."""

from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest

from communique.actors.kb import Entry
from communique.actors.kb.offices import office_of
from communique.actors.kb.wikidata import entries_of_wikidata
from communique.errors import ReadError


def said(*ids: str, rank: str = "normal", **qualifiers: tuple[str, int]) -> list[dict[str, Any]]:
    return [
        {
            "mainsnak": {"datavalue": {"value": {"id": id}}},
            "rank": rank,
            "qualifiers": {
                name: [{"datavalue": {"value": {"time": time, "precision": precision}}}]
                for name, (time, precision) in qualifiers.items()
            },
        }
        for id in ids
    ]


def entity(id: str, label: str | None, *aliases: str, **claims: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "type": "item",
        "id": id,
        "labels": {"en": {"language": "en", "value": label}} if label else {},
        "aliases": {"en": [{"language": "en", "value": alias} for alias in aliases]},
        "claims": claims,
    }


START, END = ("+2001-05-17T00:00:00Z", 11), ("+2005-09-00T00:00:00Z", 10)
PERSON = entity(
    "Q900001", "Anna Berg", "Anna Lind Berg", "the mayor", "AB",
    P31=said("Q5"), P27=said("Q20"),
    P39=said("Q900002", P580=START, P582=END) + said("Q900003", rank="preferred", P580=("+2006-00-00T00:00:00Z", 9))
    + said("Q900002", rank="deprecated") + said("Q999999"),
)  # fmt: skip
OFFICE = entity("Q900002", "Minister of Foreign Affairs of Norway", P31=said("Q4164871"))
OTHER_OFFICE = entity("Q900003", "Secretary-General of the Fish Council", P31=said("Q4164871"))
PARTY = entity("Q900004", "Fish Party", "FiP", P31=said("Q900009", "Q43229", "Q7278"), P17=said("Q20"))
COUNCIL = entity("Q900005", "Fish Council", P31=said("Q245065"), P17=said("Q20"))
CITIZEN = entity("Q900006", "Ole Dahl", P31=said("Q5"), P27=said("Q20"))
TWO_LANDS = entity("Q900007", "Two Lands Bank", P31=said("Q22687"), P17=said("Q20", "Q142"))
NAMELESS = entity("Q900008", None, P31=said("Q43229"))
STATE = entity("Q20", "Norway", P31=said("Q3624078"))
DUMP = [PERSON, OFFICE, OTHER_OFFICE, PARTY, COUNCIL, CITIZEN, TWO_LANDS, NAMELESS, STATE]


def dump(entities: list[dict[str, Any]]) -> bytes:
    return ("[\n" + ",\n".join(json.dumps(one, ensure_ascii=False) for one in entities) + "\n]\n").encode()


def entries_of(path: Path, data: bytes) -> list[Entry]:
    path.write_bytes(data)
    return list(entries_of_wikidata(path))


@pytest.mark.parametrize("entities", [DUMP, DUMP[::-1]], ids=["offices behind", "offices before"])
def test_people_with_offices_and_bodies(tmp_path: Path, entities: list[dict[str, Any]]) -> None:
    found = entries_of(tmp_path / "dump.json.gz", gzip.compress(dump(entities)))
    names = ("Anna Berg", "Anna Lind Berg")
    expected = [
        Entry(
            "Anna Berg", "person", "NOR", "GOV", None, "foreign minister", "2001-05-17", "2005-09",
            forms=names, wikidata="Q900001", table="wikidata",
        ),
        Entry(
            "Anna Berg", "person", "NOR", office_of("Secretary-General of the Fish Council").sector, None,
            "secretary-general of the Fish Council", "2006", None, forms=names, wikidata="Q900001", table="wikidata",
        ),
        Entry(
            "Fish Party", "organization", "NOR", "PTY", forms=("Fish Party", "FiP"), wikidata="Q900004", table="wikidata"
        ),
        Entry("Fish Council", "organization", None, "IGO", wikidata="Q900005", table="wikidata"),
        Entry("Two Lands Bank", "organization", None, "BUS", wikidata="Q900007", table="wikidata"),
    ]  # fmt: skip
    assert sorted(found, key=repr) == sorted(expected, key=repr)


@pytest.mark.parametrize(
    ("label", "role", "country", "sector"),
    [
        ("President of the United States", "president", "USA", "GOV"),
        ("Prime Minister of the United Kingdom", "prime minister", "GBR", "GOV"),
        ("French Minister of Defence", "defence minister", "FRA", "GOV"),
        ("Minister for Foreign Affairs", "foreign minister", None, "GOV"),
        ("member of the Storting", "member of the Storting", None, None),
        ("President", "president", None, "GOV"),
    ],
)
def test_an_office_by_its_label(label: str, role: str, country: str | None, sector: str | None) -> None:
    office = office_of(label)
    assert (office.role, office.country) == (role, country)
    assert sector is None or office.sector == sector


@pytest.mark.parametrize(
    ("data", "line", "says"),
    [
        (dump(DUMP)[:900], 2, "an object on one line is needed"),
        (b'[\n{"P39": }\n', 2, "no entity of Wikidata"),
        (b'[\n{"id": 5, "claims": {"P39": 1}}\n', 2, "an id is needed"),
        (b"<html>\n", 1, "an object on one line is needed"),
        (b'{"id": "Q1", "x": "' + b"[" * 100 + b'"P39"\n', 1, "an object on one line"),
        (b'{"id":"Q1","P39":' + b"[" * 5000 + b"]" * 5000 + b"}\n", 1, "no entity of Wikidata"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(tmp_path: Path, data: bytes, line: int, says: str) -> None:
    with pytest.raises(ReadError, match=says) as raised:
        entries_of(tmp_path / "dump.json", data)
    assert raised.value.source.endswith(f"dump.json:{line}")


def test_strange_values_are_passed_over(tmp_path: Path) -> None:
    strange: list[dict[str, Any]] = [
        {"id": "Q1", "claims": []}, {"id": "Q2", "claims": {"P39": "x", "P31": [1, {"mainsnak": "Q5"}]}},
        {"id": "Q3", "labels": {"en": 5}, "claims": {"P31": said("Q43229"), "P39": []}},
        entity("Q4", "Ann Dahl", P31=said("Q5"), P39=said("Q900002", P580=("long ago", 11), P582=("+2005-01-01T", 7))),
        entity("Q5", "Bo Dahl", P31=said("Q5"), P39=said("Q900002", P580=("+2009-00-00T", 9), P582=("+2005-00-00T", 9))),
        entity("Q6", "C" * 500, P31=said("Q43229")),
        OFFICE,
    ]  # fmt: skip
    found = entries_of(tmp_path / "dump.json", dump(strange))
    assert [(entry.name, entry.role, entry.start, entry.end) for entry in found] == [
        ("Ann Dahl", "foreign minister", None, None)
    ]


def test_a_packed_file_that_breaks_off(tmp_path: Path) -> None:
    packed = gzip.compress(dump(DUMP * 200))
    with pytest.raises(ReadError, match="cannot be read") as raised:
        entries_of(tmp_path / "dump.json.gz", packed[: len(packed) // 2])
    assert raised.value.source.rpartition(":")[2].isdigit()
    with pytest.raises(ReadError, match="cannot be read"):
        entries_of(tmp_path / "dump.json.gz", b"no gzip at all")
