"""dates: time expressions and the days they mean. TIMEX3 types and values, anchored at the day of publication."""

from __future__ import annotations

from communique.dates.expressions import find_dates

__all__ = ["find_dates"]
