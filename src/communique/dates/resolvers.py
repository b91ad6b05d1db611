"""Which function resolves which rule of the grammar. It returns None for words that are no time expression after all."""

from __future__ import annotations

from collections.abc import Callable

from communique.dates import absolute, clocks, relative, spans, weekdays
from communique.dates.grammar import Match
from communique.dates.scene import Meaning, Scene

Resolver = Callable[[Match, Scene], Meaning | None]

RESOLVERS: dict[str, Resolver] = {
    "iso": absolute.iso,
    "slash": absolute.slash,
    "clock-day": clocks.clock,
    "clock-weekday": clocks.clock,
    "clock": clocks.clock,
    "day": absolute.day_of_month,
    "holiday": absolute.holiday,
    "month-of": absolute.month,
    "month-year": absolute.month,
    "month-which": absolute.month,
    "month": absolute.month,
    "season": absolute.season,
    "half": absolute.half,
    "year": absolute.year,
    "year-fiscal": absolute.year,
    "year-period": absolute.year,
    "year-spelled": absolute.year_in_words,
    "decade": absolute.decade,
    "century": absolute.century,
    "weekday": weekdays.weekday,
    "weekday-part": weekdays.weekday_part,
    "part-of": weekdays.weekday_part,
    "deictic": weekdays.deictic,
    "weekend": weekdays.weekend,
    "quarter-named": relative.quarter,
    "year-ago-period": relative.year_ago,
    "year-ago": relative.year_ago,
    "year-end": relative.year_end,
    "end-of-unit": relative.year_end,
    "earlier-in": relative.year_end,
    "ago": relative.ago,
    "unit-before": relative.unit_before,
    "since-window": relative.window,
    "which-unit": relative.which_unit,
    "reference": relative.reference,
    "some-units": relative.reference,
    "ahead": relative.reference,
    "part-which": clocks.part_which,
    "per": spans.rate,
    "weekday-set": spans.weekday_set,
    "first-window": spans.duration,
    "set-each": spans.each,
    "set-of": spans.each,
    "compound": spans.counted,
    "quantity": spans.counted,
    "one": spans.one,
    "the-unit": spans.the_unit,
    "plural": spans.plural,
    "freq": spans.frequency,
}
