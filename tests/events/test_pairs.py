"""What one party does to another: marks around both, long texts, and the shipped model's answers to plain sentences."""

from __future__ import annotations

import pytest
from tokenizers import Tokenizer

from communique.errors import OptionError
from communique.events import relate
from communique.events.pairs import LONGEST, SOURCE, TARGET, Pair, read_pair
from communique.models.store import is_shipped, shipped
from communique.vocabulary import Span

shipped_only = pytest.mark.skipif(not is_shipped("pairs"), reason="the pair model is not part of this checkout")


def spans(text: str, source: str, target: str) -> tuple[Span, Span]:
    return tuple((text.index(name), text.index(name) + len(name)) for name in (source, target))  # type: ignore[return-value]


@pytest.fixture(scope="module")
def tokenizer() -> Tokenizer:
    if not is_shipped("statements"):
        pytest.skip("no tokenizer in this checkout")
    tokenizer = Tokenizer.from_file(str(shipped("statements").file("tokenizer.json")))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def words(pair: Pair, tokenizer: Tokenizer, role: int) -> str:
    return str(tokenizer.decode([piece for piece, whose in zip(pair.ids, pair.roles, strict=True) if whose == role]))


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("Peru thanked Chile.", "Peru", "Chile"),
        ("Peru thanked Chile.", "Chile", "Peru"),
        ("Mail chile@example.org, said Peru of Chile.", "Peru", "Chile"),
    ],
)
def test_both_parties_are_marked(tokenizer: Tokenizer, text: str, source: str, target: str) -> None:
    pair = read_pair(text, *spans(text, source, target), tokenizer)
    assert words(pair, tokenizer, SOURCE) == f"@ {source.lower()} @"
    assert words(pair, tokenizer, TARGET) == f"# {target.lower()} #"


def test_long_texts_are_cut_around_both(tokenizer: Tokenizer) -> None:
    text = "word " * 400 + "Peru " + "word " * 400 + "thanked Chile " + "word " * 400
    pair = read_pair(text, *spans(text, "Peru", "Chile"), tokenizer)
    assert len(pair.ids) <= LONGEST
    assert "peru" in words(pair, tokenizer, SOURCE)
    assert "chile" in words(pair, tokenizer, TARGET)


@pytest.mark.parametrize(
    ("source", "target"), [((0, 0), (13, 18)), ((0, 4), (13, 99)), ((-1, 3), (13, 18)), ((4, 0), (13, 18))]
)
def test_spans_must_be_in_the_text(source: Span, target: Span) -> None:
    with pytest.raises(OptionError, match="no part of a text of 19 characters"):
        relate("Peru thanked Chile.", source, target)


@shipped_only
@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Peru condemned Chile for the arrest of its envoy.", "ACCUSE"),
        ("Peru imposed new tariffs on Chile.", "SANCTION"),
        ("Soldiers of Peru attacked a post of Chile at night.", "ASSAULT"),
        ("Peru and Chile signed a treaty on fishing rights.", "AGREE"),
        ("Peru sent tents and food to Chile after the flood.", "AID"),
    ],
)
def test_plain_sentences(text: str, kind: str) -> None:
    shares = relate(text, *spans(text, "Peru", "Chile"))
    assert max(shares, key=lambda name: shares[name]) == kind
    assert sum(shares.values()) == pytest.approx(1)
