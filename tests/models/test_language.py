"""The language model is the pinned one, or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language

from communique.errors import ModelError
from communique.models import language
from communique.models.language import digest, language_version, load_language


def test_the_default_model_has_all_that_the_stages_ask(nlp: Language) -> None:
    assert {"tagger", "parser", "lemmatizer", "ner"} <= set(nlp.pipe_names)
    assert language_version(nlp)[0].startswith("en_core_web_sm")


def test_a_missing_model_is_named() -> None:
    with pytest.raises(ModelError, match="'no_such_model'"):
        load_language("no_such_model")


def test_a_digest_sees_names_and_bytes(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    first = digest(tmp_path)
    (tmp_path / "a").write_bytes(b"2")
    second = digest(tmp_path)
    (tmp_path / "a").rename(tmp_path / "b")
    assert len({first, second, digest(tmp_path)}) == 3


def test_other_files_than_the_pinned_ones_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "REUPLOAD_DIGEST", "0" * 64)
    with pytest.raises(ModelError, match="not the pinned ones"):
        language._check_digest()
