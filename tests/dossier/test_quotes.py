from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.dossier.held import Held
from communique.dossier.quotes import differences, find_quotes

FULL = "“We are going to keep every single trawler in harbour until the quota is settled,”"


@pytest.mark.parametrize(
    "other",
    [
        "“We are gonna keep every single trawler in harbour until the quota is settled,”",
        "“We are going to keep every single trawler in harbour”",
        "“We are going to keep every ... trawler in harbour until the quota is settled,”",
        "that every trawler would be kept in harbour until the quota was settled",
    ],
)
def test_variants_of_one_utterance_are_one_quote(held: Callable[..., Held], other: str) -> None:
    a = held("a", f"{FULL} Ada Holm said.", people=["Ada Holm"], said=[("Ada Holm", FULL)])
    b = held("b", f"Ada Holm said {other}.", people=["Ada Holm"], said=[("Ada Holm", other)])
    (quote,) = find_quotes([a, b])
    assert [variant.passage.report for variant in quote.variants] == ["a", "b"]
    assert quote.speakers == ("Ada Holm",)
    assert not quote.contested


def test_two_utterances_of_one_speaker_stay_two(held: Callable[..., Held]) -> None:
    other = "“Nobody in the capital has asked me about pensions,”"
    a = held("a", f"{FULL} Ada Holm said.", people=["Ada Holm"], said=[("Ada Holm", FULL)])
    b = held("b", f"{other} Ada Holm said.", people=["Ada Holm"], said=[("Ada Holm", other)])
    assert find_quotes([a, b]) == ()


def test_a_quote_given_to_two_speakers_is_flagged(held: Callable[..., Held]) -> None:
    a = held("a", f"{FULL} Ada Holm said.", people=["Ada Holm"], said=[("Ada Holm", FULL)])
    b = held("b", f"{FULL} Olav Berg said.", people=["Olav Berg"], said=[("Olav Berg", FULL)])
    (quote,) = find_quotes([a, b])
    assert quote.contested
    assert set(quote.speakers) == {"Ada Holm", "Olav Berg"}


def test_a_quotation_that_no_statement_claims_joins_word_for_word(held: Callable[..., Held]) -> None:
    a = held("a", f"{FULL} Ada Holm said.", people=["Ada Holm"], said=[("Ada Holm", FULL)])
    b = held("b", f"The words went round the harbour: {FULL}")
    (quote,) = find_quotes([a, b])
    assert quote.variants[1].speaker is None


def test_copies_are_shown_and_not_counted(held: Callable[..., Held]) -> None:
    reports = [
        held(name, f"{FULL} Ada Holm said.", people=["Ada Holm"], said=[("Ada Holm", FULL)], copy_of=copy, outlet=name)
        for name, copy in (("a", None), ("b", None), ("c", "a"))
    ]
    (quote,) = find_quotes(reports)
    assert quote.outlets == 2
    assert [variant.copy for variant in quote.variants] == [False, False, True]


def test_passages_are_the_reports_own_words(held: Callable[..., Held]) -> None:
    reports = [held(i, f"{FULL} Ada Holm said.", people=["Ada Holm"], said=[("Ada Holm", FULL)]) for i in "ab"]
    texts = {report.id: report.record.article.text for report in reports}
    for row in find_quotes(reports)[0].to_json()["reports"]:
        assert texts[row["report"]][slice(*row["span"])] == row["text"]


def test_differences_word_by_word() -> None:
    (change,) = differences("we keep every ship".split(), "we keep each ship".split())
    assert (change.before, change.after) == ("every", "each")


def test_nothing_from_nothing() -> None:
    assert find_quotes([]) == ()
