"""Words that look like dates and are none: May who is a person, march the verb, a paper called Sunday, 2000 people."""

from __future__ import annotations

import re

from spacy.tokens import Token

from communique.dates.grammar import Match
from communique.lexicon import words
from communique.parse import Doc

_WORD = re.compile(r"[a-z]+|%")
_NAMES = frozenset({"PERSON", "ORG", "WORK_OF_ART", "FAC", "PRODUCT", "EVENT", "LAW"})
_COUNTS = frozenset({"CARDINAL", "MONEY", "QUANTITY", "PERCENT"})
_CAPITAL = ("MONTH", "WEEKDAY", "WEEKDAYS", "WEEKDAY_SHORT", "HOLIDAY")


def is_no_date(doc: Doc, match: Match) -> bool:
    """Whether what a rule found is a name, a verb, an age or a count; then none of its words is a date."""
    if match.next() == "old" or match.has("old"):
        return True
    named = match.first(*_CAPITAL)
    if named is not None:
        if not doc.article.text[named.start].isupper():
            return True
        token = doc.token_at(named.start)
        if match.rule == "month":
            return _is_no_month(token, match)
        return named.kind != "MONTH" and _is_name(token, match)
    if match.rule == "year":
        return _is_count(doc.token_at(match.lexemes[-1].start), match)
    if match.rule == "freq":
        token = doc.token_at(match.lexemes[0].start)
        if match.after and doc.article.text[match.after[0].start].isupper() and match.next().isalpha():
            return True
        return token.pos_ in {"NOUN", "PROPN"} or (token.lower_ == "quarterly" and token.pos_ != "ADV")
    if match.rule in {"reference", "deictic"}:
        return _is_other_word(doc.token_at(match.lexemes[0].start), match)
    if match.rule == "quarter-named" and match.first("YEAR") is None:
        return words("dates", "economy").isdisjoint(_WORD.findall(doc.tokens.text.lower()))
    if match.previous() == "light" and match.lexemes[-1].lower in {"year", "years"}:
        return True
    return match.previous() in {"$", "£", "€"} or _is_title(doc, match)


def _is_title(doc: Doc, match: Match) -> bool:
    """`"60 Minutes"`, `ABC's "This Week"`: a show or a book, in quotation marks and capitals."""
    first, last = match.lexemes[0], match.lexemes[-1]
    if len(match.lexemes) < 2 or match.previous() not in words("dates", "quotes"):
        return False
    capitals = (doc.article.text[lexeme.start] for lexeme in match.lexemes)
    return (
        all(c.isupper() or c.isdigit() for c in capitals) and not doc.token_at(first.start).is_sent_start and last is not first
    )


def _is_name(token: Token, match: Match) -> bool:
    """`The Sunday Times`, `Bloody Sunday`: part of a longer name."""
    if match.next() in words("dates", "papers") or match.previous() in words("dates", "named_days"):
        return True
    return token.ent_type_ in _NAMES and any(
        t.text[:1].isupper() and not match.lexemes[0].start <= t.idx < match.lexemes[-1].end for t in _entity(token)
    )


def _is_no_month(token: Token, match: Match) -> bool:
    """A bare month: not a modal, not a verb, not somebody's name."""
    lower = token.lower_.rstrip(".")
    if token.pos_ in {"VERB", "AUX"} or token.ent_type_ in _NAMES:
        return True
    if lower in {"may", "march", "jan", "mar", "sep", "dec"}:
        return token.ent_type_ != "DATE" and match.previous() not in words("dates", "before_months")
    return False


def _is_count(token: Token, match: Match) -> bool:
    """`2000 people`, `$1990`, `Boeing 1950`."""
    if match.previous() in {"$", "£", "€", "#", "."} or match.next() in {"%", "percent", "points", "$"}:
        return True
    if token.ent_type_ in _COUNTS and match.previous() not in words("dates", "before_years"):
        return True
    return token.dep_ == "nummod" and token.head.i > token.i and token.head.tag_ == "NNS" and token.ent_type_ != "DATE"


def _is_other_word(token: Token, match: Match) -> bool:
    """`USA Today`, `as soon as`, `an electric current`, `the past chairman`."""
    if token.text == "Today" and not token.is_sent_start:
        return match.previous().isalnum() or match.previous() == "s"
    if token.lower_ == "current":
        return token.pos_ == "NOUN"
    if token.lower_ == "soon":
        return match.previous() == "as"
    last = match.lexemes[-1].lower
    return last == "the past" and token.i + 2 < len(token.doc) and token.doc[token.i + 2].pos_ in {"NOUN", "PROPN"}


def _entity(token: Token) -> list[Token]:
    start, end = token.i, token.i + 1
    tokens = token.doc
    while start > 0 and tokens[start].ent_iob_ == "I":
        start -= 1
    while end < len(tokens) and tokens[end].ent_iob_ == "I":
        end += 1
    return list(tokens[start:end])
