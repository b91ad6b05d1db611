"""The day of what a report tells as news without a day of its own: the last recent one before it, or that of publication."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from datetime import date, timedelta

from communique.events.find import Find
from communique.events.lexicon import QUADS
from communique.events.same import Draft
from communique.events.when import when_of
from communique.parse import Doc
from communique.types import DateExpression, Record, When

# What happened more days before publication is background, not the news.
_RECENT = 7
# Paragraphs from a day to what was said on it.
_NEAR = 3
_NEWS = frozenset({"happened", "ongoing", "claimed"})
_PLUPERFECT = frozenset({"had", "'d", "’d"})
_BACKGROUND = frozenset(
    {"once", "previously", "earlier", "formerly", "repeatedly", "often", "always", "long", "historically", "ago"}
)


def date_news(doc: Doc, record: Record, drafts: Sequence[Draft]) -> None:
    """Days for drafts that the text tells as news and dates nowhere itself. Nothing without a day of publication."""
    published = _day(record.article.published)
    if published is None:
        return
    dates = sorted(record.dates, key=_start)
    told = [date for date in dates if _recent(date, published) and not _stands_alone(doc, date)]
    for draft in drafts:
        find = next((mention for mention in draft.mentions if _is_news(mention)), None)
        if draft.when is not None or find is None or _dated_otherwise(find, dates, published):
            continue
        today = When(start=record.article.published, end=record.article.published)
        draft.when = today if find.status == "ongoing" else _told_last(doc, find, told) or today


def _told_last(doc: Doc, find: Find, told: Sequence[DateExpression]) -> When | None:
    """The last recent day before the mention; before the first, the lead goes with the first.

    What is only said (a demand, praise) answers what was done: it shares a day that is told near, no other.
    """
    before = bisect_left(told, find.token.idx, key=_start)
    if not QUADS[find.type].startswith("verbal"):
        before = before or min(1, len(told))
    elif before and doc.paragraph_at(find.token.idx) - doc.paragraph_at(told[before - 1].span[0]) > _NEAR:
        return None
    return when_of(told[before - 1]) if before else None


def _dated_otherwise(find: Find, dates: Sequence[DateExpression], published: date) -> bool:
    """The sentence speaks of another time: `has ruled since a coalition ousted him in 2003`."""
    sentence = find.token.sent
    first, last = bisect_left(dates, sentence.start_char, key=_start), bisect_left(dates, sentence.end_char, key=_start)
    inside = [date for date in dates[first:last] if date.start and date.type in {"DATE", "TIME"}]
    reported = bool(inside) and not QUADS[find.type].startswith("verbal") and inside[0] == dates[0]
    return reported or any(not _recent(date, published) for date in inside)


def _is_news(find: Find) -> bool:
    """Told in the simple past, the present perfect or as going on; no pluperfect, no relative clause about the past."""
    if find.status not in _NEWS or find.weak:
        return False
    verb = find.anchor
    if verb.pos_ not in {"VERB", "AUX"}:
        return False
    if any(child.lower_ in _BACKGROUND for child in verb.children if child.dep_ == "advmod"):
        return False
    helpers = {child.lower_ for child in verb.lefts if child.dep_ in {"aux", "auxpass"}}
    if helpers & _PLUPERFECT:
        return False
    return verb.tag_ == "VBD" or bool(helpers)


def _start(told: DateExpression) -> int:
    return told.span[0]


def _recent(told: DateExpression, published: date) -> bool:
    day = _day(told.start)
    if day is None or told.start != told.end or told.type not in {"DATE", "TIME"}:
        return False
    return timedelta(0) <= published - day <= timedelta(_RECENT)


def _stands_alone(doc: Doc, told: DateExpression) -> bool:
    """A date line of the page: it tells when the page was written, not when something was done."""
    start, end = doc.paragraphs[doc.paragraph_at(told.span[0])]
    return end - start < len(told.text) + 3


def _day(words: str | None) -> date | None:
    try:
        return date.fromisoformat(words) if words else None
    except ValueError:
        return None
