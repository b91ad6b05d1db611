"""Full-text search: what the query language finds, and where; and that no query breaks it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.dossier.search import Found, parse, search
from communique.dossier.store import Store, content_of
from communique.errors import OptionError
from communique.types import Record

REPORTS = (
    ("holm", None, {"published": "2019-02-27", "publisher": "Fjord Wire"}),
    ("cod", "The cod quota was cut in half. Nobody cheered.\nIn Bergen a café stayed open.\n", {"published": "2019-02-28"}),
    ("tram", "The quota of trams was never cut.\n", {"publisher": "www.example.co.uk", "published": "2019-03"}),
    ("long", "word " * 300 + "the needle lies here " + "word " * 300, {}),
)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory, made: Callable[..., Record]) -> Store:
    store = Store(tmp_path_factory.mktemp("search") / "a.db", writing=True)
    for id, text, known in REPORTS:
        record = made(id, text, **known) if text else made(id, **known)
        store.insert(record, content_of(record.article))
    return store


def found(store: Store, query: str) -> list[Found]:
    return list(search(store, query))


@pytest.mark.parametrize(
    ("query", "reports"),
    [
        ("quota", {"holm", "cod", "tram"}),
        ("QUOTA cut", {"cod", "tram"}),
        ('"quota was cut"', {"cod"}),
        ('"cut quota"', set()),
        ("quo*", {"holm", "cod", "tram"}),
        ("quo", set()),
        ("quota -tram", {"holm", "cod", "tram"}),
        ("quota -trams", {"holm", "cod"}),
        ("cafe", {"cod"}),
        ("quota Bergen", set()),
        ("quota outlet:example", {"tram"}),
        ("quota -outlet:example", {"holm", "cod"}),
        ('quota outlet:"fjord wire"', {"holm"}),
        ("quota date:2019-02-28", {"cod"}),
        ("quota date:2019-02", {"holm", "cod"}),
        ("quota date:2019", {"holm", "cod", "tram"}),
        ("quota date:2019-02-28..", {"cod", "tram"}),
        ("quota date:..2019-02-27", {"holm"}),
        ("quota date:2019-02-28..2019-03", {"cod", "tram"}),
        ("speaker:Holm", {"holm"}),
        ("speaker:holm quota", {"holm"}),
        ("speaker:holm Monday", set()),
        ('speaker:"Ada Holm" small*', {"holm"}),
        ("speaker:Erik quota", set()),
        ("-speaker:Holm speaker:Ada", set()),
        ("outlet:fjord", {"holm"}),
        ("Follow us", set()),
    ],
)
def test_what_is_found(store: Store, query: str, reports: set[str]) -> None:
    assert {one.passage.report for one in found(store, query)} == reports


def test_a_passage_is_where_it_says(store: Store) -> None:
    for query in ("quota", "needle", "speaker:Holm", "café"):
        for one in found(store, query):
            record = store.record(one.passage.report)
            assert record is not None
            start, stop = one.passage.span
            assert record.article.text[start:stop] == one.passage.text
            assert query.startswith("speaker") or [one.passage.text[a:b].lower() for a, b in one.marks] == [query]


def test_a_long_paragraph_is_cut_between_words(store: Store) -> None:
    (one,) = found(store, '"needle lies"')
    assert len(one.passage.text) < 400
    assert set(one.passage.text.split()) == {"word", "the", "needle", "lies", "here"}


def test_what_is_known_comes_along(store: Store) -> None:
    (one,) = found(store, "speaker:Holm")
    assert (one.speaker, one.day, one.outlet) == ("Ada Holm", "2019-02-27", "Fjord Wire")
    assert set(one.to_json()) == {"report", "span", "text", "day", "outlet", "title", "speaker"}


def test_a_limit(store: Store) -> None:
    assert len(list(search(store, "quota", limit=2))) == 2


@pytest.mark.parametrize(
    "query", ["", "   ", '"', "***", "-quota", "date:monday", "date:..", "date:2019-2", "-date:2019 quota"]
)
def test_queries_that_ask_nothing_are_refused(store: Store, query: str) -> None:
    with pytest.raises(OptionError):
        found(store, query)


@given(st.text(alphabet="ab*\"-:() '\x00é^+{}speakrdt0129.", max_size=30) | st.text(st.characters(), max_size=20))
def test_no_query_breaks_it(store: Store, query: str) -> None:
    try:
        parse(query)
    except OptionError:
        return
    found(store, query)
