"""Days as commands are given them: ISO dates, or `12 April 2022` and `October 1, 2021`."""

from __future__ import annotations

import re

# Without a date, what the tables hold last counts.
LATEST = "2026"
_MONTHS = "january february march april may june july august september october november december".split()
_ISO = re.compile(r"\d{4}(?:-\d{2}){0,2}$")
_WORDS = re.compile(r"(?:(\d{1,2})\s+)?([A-Za-z]+)\s+(?:(\d{1,2}),?\s+)?(\d{4})$")


def iso_day(text: str | None) -> str | None:
    """The ISO form of a date, as fine as it was given; None for `today`, for nothing and for what is no date."""
    given = (text or "").strip()
    if _ISO.match(given):
        return given
    match = _WORDS.match(given)
    if match is None or match[2].lower() not in _MONTHS:
        return None
    day = match[1] or match[3]
    month = f"{match[4]}-{_MONTHS.index(match[2].lower()) + 1:02}"
    return f"{month}-{int(day):02}" if day else month
