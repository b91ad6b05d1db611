"""Text cut at every boundary: nothing lost, nothing twice, every entry where it belongs."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from communique.export.entries import Entries
from communique.export.segments import paragraphs
from communique.types import Actor, Article, Furniture, MadeBy, Record


def cut(record: Record) -> list[tuple[str, str, str]]:
    """Text, keys of passages and keys of details of each segment."""
    lines = paragraphs(record.article, Entries(record))
    return [
        (part.text, " ".join(e.key for e in part.entries), " ".join(e.key for e in part.details))
        for line in lines
        for part in line.segments
    ]


def test_nested_passages_shortest_first(lake_talks: Record) -> None:
    parts = cut(lake_talks)
    assert ("They", "a2 p1 s1", "") in parts
    assert (" wanted the tariffs lifted at once", "p1 s1", "") in parts
    assert ("President Ana Sato", "a3", "s1") in parts
    assert ("said", "", "s1") in parts
    assert ("Thursday", "d1", "s1 e1") in parts
    assert ("Geneva", "l1", "s1") in parts


def test_overlapping_passages(build) -> None:
    text = "one two three"
    one, two = build.statement(1, "one two", text=text), build.position(1, "a1", "demands", "two", "two three", text=text)
    assert cut(build.record(text, statements=(one,), positions=(two,))) == [
        ("one ", "s1", ""),
        ("two", "s1 p1", ""),
        (" three", "p1", ""),
    ]


def test_passages_over_several_lines_begin_once(build) -> None:
    text = "“One\ntwo”"
    record = build.record(text, statements=(build.statement(1, text, text=text),))
    parts = [part for line in paragraphs(record.article, Entries(record)) for part in line.segments]
    assert [(part.text, [e.key for e in part.entries], [e.key for e in part.first]) for part in parts] == [
        ("“One", ["s1"], ["s1"]),
        ("two”", ["s1"], []),
    ]


def test_furniture_is_told_by_its_kind(lake_talks: Record) -> None:
    lines = paragraphs(lake_talks.article, Entries(lake_talks))
    assert [line.segments[0].furniture for line in lines] == [None, "advert", None, None, None, None, "copyright"]
    assert [line.furniture for line in lines].count(True) == 2


def test_lines_of_one_paragraph_are_tight_where_others_are_spaced(build) -> None:
    record = build.record("One\ntwo\n\nthree")
    assert [line.tight for line in paragraphs(record.article, [])] == [False, True, False]
    assert not any(line.tight for line in paragraphs(build.record("One\ntwo\nthree").article, []))


def test_passages_that_the_page_leads_to(build) -> None:
    article = build.record("\none two\n\nthree four\n").article
    parts = [part for line in paragraphs(article, [], [(0, 4), (1, 8), (5, 15), (9, 99), (3, 3)]) for part in line.segments]
    assert [(part.text, part.here, part.opens) for part in parts] == [
        ("one", ((0, 4), (1, 8)), ((0, 4), (1, 8))),
        (" ", ((1, 8),), ()),
        ("two", ((1, 8), (5, 15)), ((5, 15),)),
        ("three", ((5, 15),), ()),
        (" four", (), ()),
    ]


@given(
    st.text(alphabet="ab \n.", max_size=40),
    st.lists(st.tuples(st.integers(0, 45), st.integers(0, 45)), max_size=6),
)
def test_every_character_is_in_one_segment_with_the_right_entries(text: str, spans: list[tuple[int, int]]) -> None:
    actors = tuple(Actor(id=f"a{i}", name="x", kind="group", mentions=(span,)) for i, span in enumerate(spans, start=1))
    article = Article(id="x", text=text, furniture=(Furniture(kind="other", span=(0, 2)),))
    record = Record(article=article, actors=actors, made_by=MadeBy(communique="0"))
    seen = set()
    for line in paragraphs(article, Entries(record)):
        for part in line.segments:
            start, end = part.span
            assert text[start:end] == part.text and start < end
            assert not seen & set(range(start, end))
            seen.update(range(start, end))
            inside = {a.id for a in actors for s, e in a.mentions if s <= start and end <= e <= len(text)}
            assert {entry.key for entry in part.entries} == inside
            assert (part.furniture == "other") == (end <= 2 <= len(text))
    assert "".join(text[i] for i in range(len(text)) if i not in seen).strip() == ""
