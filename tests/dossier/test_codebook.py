"""Issues that a user merged, kept in the dossier."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from communique.dossier import Dossier
from communique.dossier.codebook import kept_codebook, merged
from communique.dossier.issues import Coded
from communique.errors import OptionError
from communique.types import Issue, Record


def test_nothing_kept() -> None:
    assert kept_codebook(None) == ()


def test_merges_add_up() -> None:
    once = merged(None, "cod", "fish", ["cod", "cod quota"])
    assert kept_codebook(once) == (Coded("fish", examples=("fish", "cod", "cod quota")),)
    twice = merged(once, "fish", "catch", ["fish", "cod", "cod quota"])
    assert kept_codebook(twice) == (Coded("catch", examples=("catch", "fish", "cod", "cod quota")),)
    both = merged(once, "herring", "fish", ["herring"])
    assert kept_codebook(both) == (Coded("fish", examples=("fish", "cod", "cod quota", "herring")),)


def test_a_merged_issue_stays_merged_and_reports_stay_as_they_are(tmp_path: Path, made: Callable[..., Record]) -> None:
    with Dossier(tmp_path / "a.db") as dossier:
        record = made("one")
        other = replace(record.positions[0], id="p2", issue=Issue(label="observers on trawlers"))
        dossier.add_record(replace(record, positions=(*record.positions, other)))
        dossier.settle()
        assert [issue.name for issue in dossier.issues()] == ["observers on trawlers", "the smaller quota"]
        revision = dossier.revision()
        dossier.merge_issue("the smaller quota", "observers on trawlers")
        dossier.merge_issue("observers on trawlers", "control of fishing")
        assert dossier.revision() == revision
        with pytest.raises(OptionError, match="no issue 'whaling'"):
            dossier.merge_issue("whaling", "fishing")
    with Dossier(tmp_path / "a.db") as dossier:
        (issue,) = dossier.issues()
        assert (issue.name, issue.coded) == ("control of fishing", True)
        assert {cell.issue for cell in dossier.table()} == {"control of fishing"}
        (first,) = dossier.issues([Coded("fisheries", words=("quota", "trawlers"))])
        assert first.name == "fisheries"
        assert list(dossier.check()) == []
