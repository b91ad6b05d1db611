"""The tables that a run writes, as data: name and type of every column. `docs/scale.md` says what they mean.

Offsets are code points into `reports.text`, end exclusive, as everywhere; days are ISO text, because many are only a month or
a year ("2019-02"). `source` and `report` begin every table: `source` is unique in a corpus, a report's id need not be.
"""

from __future__ import annotations

import pyarrow as pa

_TEXT, _WORD, _AT, _COUNT = pa.string(), pa.string(), pa.int32(), pa.int64()
_NUMBER, _WORDS, _FLAG = pa.float64(), pa.list_(pa.string()), pa.bool_()
_SPANS = pa.list_(pa.struct([("start", _AT), ("end", _AT)]))
_PHRASES = pa.list_(pa.struct([("text", _TEXT), ("start", _AT), ("end", _AT)]))
_FURNITURE = pa.list_(pa.struct([("kind", _WORD), ("start", _AT), ("end", _AT)]))

_KEY = {"source": _WORD, "report": _WORD}
_WHEN = {"when_start": _WORD, "when_end": _WORD}
_PLACE = {"place": _TEXT, "place_name": _WORD, "place_country": _WORD, "place_lat": _NUMBER, "place_lon": _NUMBER}


def _phrase(name: str) -> dict[str, pa.DataType]:
    return {name: _TEXT, f"{name}_start": _AT, f"{name}_end": _AT}


def _mention(name: str) -> dict[str, pa.DataType]:
    return {**_phrase(name), f"{name}_actor": _WORD}


COLUMNS: dict[str, dict[str, pa.DataType]] = {
    "reports": {
        **_KEY,
        "url": _WORD,
        "publisher": _WORD,
        "title": _TEXT,
        "authors": _WORDS,
        "published": _WORD,
        "updated": _WORD,
        "language": _WORD,
        "text": _TEXT,
        "furniture": _FURNITURE,
        "record": _TEXT,
    },
    "actors": {
        **_KEY,
        "id": _WORD,
        "name": _TEXT,
        "kind": _WORD,
        "country": _WORD,
        "sector": _WORD,
        "role": _TEXT,
        "wikidata": _WORD,
        "mentions": _SPANS,
    },
    "statements": {
        **_KEY,
        "id": _WORD,
        "kind": _WORD,
        **_mention("speaker"),
        **_phrase("cue"),
        **_phrase("content"),
        "content_parts": _PHRASES,
        "manner": _WORD,
        "channel": _WORD,
        **_mention("addressee"),
        **_mention("about"),
        **_PLACE,
        **_WHEN,
        "inside": _WORD,
        "confidence": _NUMBER,
        "by": _WORD,
    },
    "dates": {
        **_KEY,
        **_phrase("text"),
        "type": _WORD,
        "value": _WORD,
        "first_day": _WORD,
        "last_day": _WORD,
        "by": _WORD,
    },
    "places": {
        **_KEY,
        **_phrase("text"),
        "name": _WORD,
        "country": _WORD,
        "lat": _NUMBER,
        "lon": _NUMBER,
        "geonames": _WORD,
        "by": _WORD,
    },
    "events": {
        **_KEY,
        "id": _WORD,
        "type": _WORD,
        "mode": _WORD,
        "contexts": _WORDS,
        "actors": _WORDS,
        "recipients": _WORDS,
        **_phrase("trigger"),
        **_PLACE,
        **_WHEN,
        "status": _WORD,
        "told_in": _WORD,
        "quad": _WORD,
        "dead": _COUNT,
        "injured": _COUNT,
        "size": _COUNT,
        "confidence": _NUMBER,
        "by": _WORD,
    },
    "positions": {
        **_KEY,
        "id": _WORD,
        "party": _WORD,
        "voice": _WORD,
        "stance": _WORD,
        "issue": _TEXT,
        **_phrase("evidence"),
        "toward": _WORD,
        **_phrase("condition"),
        "told_in": _WORD,
        "status": _WORD,
        "threat": _FLAG,
        **_WHEN,
        "confidence": _NUMBER,
        "by": _WORD,
    },
    "gaps": {**_KEY, "stage": _WORD, "reason": _TEXT},
    "errors": {**_KEY, "kind": _WORD, "stage": _WORD, "reason": _TEXT},
}

SCHEMAS: dict[str, pa.Schema] = {name: pa.schema(list(columns.items())) for name, columns in COLUMNS.items()}
