"""How a corpus is cut: the same way each time, whatever is read first."""

from __future__ import annotations

from typing import Any

import fsspec
import pytest

from communique.scale import parts as module
from communique.scale.files import File, find_files
from communique.scale.items import Item, add_to_digest
from communique.scale.parts import Part, PartEnd, ShardEnd, items_of_part, limited, parts_of, sample_of, sharded


def part_names(*names: str, size: int = 2) -> list[list[str]]:
    files = [File(name, 1, name, None) for name in names]
    parts = list(parts_of(files, size))
    assert [part.number for part in parts] == list(range(len(parts)))
    return [[file.name for file in part.files] for part in parts]


def test_loose_files_go_together_and_others_alone() -> None:
    assert part_names("a.txt", "b.txt", "c.txt", "d.jsonl", "e.zip", "f.html") == [
        ["a.txt", "b.txt"],
        ["c.txt"],
        ["d.jsonl"],
        ["e.zip"],
        ["f.html"],
    ]
    assert part_names() == []


def cut(items: list[Item], size: int) -> list[Any]:
    return [one if isinstance(one, PartEnd | ShardEnd) else one.source for one in sharded(Part(3, ()), items, size)]


def items(*data: bytes) -> list[Item]:
    return [Item(f"i{number}", "text", one) for number, one in enumerate(data)]


def test_shards_end_after_so_many_reports() -> None:
    first, second = cut(items(b"a", b"b", b"c"), 2)[2], cut(items(b"a", b"b", b"c"), 2)[4]
    assert (first.name, first.items) == ("000003-00000", 2)
    assert (second.name, second.items) == ("000003-00001", 1)
    assert cut(items(b"a", b"b", b"c"), 2)[5:] == [PartEnd(3, Part(3, ()).digest, 2, 3)]
    assert [type(one) for one in cut(items(b"a", b"b"), 2)] == [str, str, ShardEnd, PartEnd]
    assert cut([], 2) == [PartEnd(3, Part(3, ()).digest, 0, 0)]


def test_shards_end_after_so_many_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MAX_SHARD_BYTES", 10)
    assert [one.items for one in cut(items(b"x" * 9, b"x", b"x", b"x" * 50, b"x"), 99) if isinstance(one, ShardEnd)] == [
        2,
        1,
        1,
        1,
    ]


def digest(*given: Item) -> str:
    total = module.hashlib.sha256()
    for item in given:
        add_to_digest(total, item)
    return total.hexdigest()


def test_digests_tell_every_difference() -> None:
    same = digest(Item("a", "text", b"x"))
    assert same == digest(Item("a", "text", b"x"))
    others = [Item("b", "text", b"x"), Item("a", "html", b"x"), Item("a", "text", b"y"), Item("a", "text", b"x", url="u")]
    assert len({same, *map(digest, others), digest(Item("a", "text", b"x"), Item("a", "text", b"x"))}) == 6
    assert Part(0, (File("a", 1, "", None),)).digest != Part(0, (File("a", 2, "", None),)).digest


@pytest.fixture
def corpus() -> Any:
    system = fsspec.filesystem("memory")
    system.pipe("/parts/a.jsonl", b"".join(b'{"text": "%d"}\n' % number for number in range(40)))
    system.pipe("/parts/b.txt", b"Text.")
    yield "memory://parts"
    system.rm("/parts", recursive=True)


def test_a_sample_is_spread_and_always_the_same(corpus: str) -> None:
    def sources(size: int, number: int, most: int | None = None) -> list[str]:
        parts = list(parts_of(find_files([corpus]), size))
        keep = sample_of(reversed(parts), number, 100)
        return [item.source for part in parts for item in limited(items_of_part(part, 100), most, keep)]

    assert len(sources(5, 10)) == 10 and sources(5, 10) == sources(50, 10)
    assert set(sources(5, 4)) < set(sources(5, 10)) and sources(5, 10, 2) == sources(5, 10)[:2]
    assert len(sources(5, 99)) == 41
    assert sources(5, 10) != [f"a.jsonl, line {number}" for number in range(1, 11)]


def test_a_file_that_cannot_be_opened_is_a_fault(corpus: str) -> None:
    (gone,) = items_of_part(Part(0, (File("x.txt", 1, "/parts/none.txt", fsspec.filesystem("memory")),)), 100)
    assert (gone.source, gone.form) == ("x.txt", "fault") and b"cannot be opened" in gone.data


def test_items_come_one_by_one(corpus: str) -> None:
    """No file is read to its end before its first item is there."""
    system = fsspec.filesystem("memory")
    system.pipe("/parts/c.jsonl", b'{"text": "x"}\n' * 200_000)
    file = next(one for one in find_files([corpus]) if one.name == "c.jsonl")
    found = items_of_part(Part(0, (file,)), 100)
    assert next(found).source == "c.jsonl, line 1"
    stream = found.gi_frame.f_locals["stream"]  # type: ignore[attr-defined]
    assert stream.raw.tell() <= 1 << 18
    found.close()  # type: ignore[attr-defined]
