from __future__ import annotations

import io

import pytest

from communique import codec
from communique.errors import RecordError
from communique.export import jsonl
from communique.types import Record


def test_one_line_a_record_that_reads_back(lake_talks: Record) -> None:
    stream = io.StringIO()
    assert jsonl.write(iter([lake_talks, lake_talks]), stream) == 2
    lines = stream.getvalue().splitlines()
    assert len(lines) == 2
    assert codec.decode(lines[1]) == lake_talks


def test_a_record_that_breaks_the_schema_is_not_written(build) -> None:
    stream = io.StringIO()
    broken = build.record(statements=(build.statement(1, "Geneva", confidence=7.0),))
    with pytest.raises(RecordError, match="confidence"):
        jsonl.write([build.record(), broken], stream)
    assert stream.getvalue().count("\n") == 1
