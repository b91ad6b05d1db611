"""A shipped model is the one its card names, or is refused."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest

from communique.errors import ModelError
from communique.models import store


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    model = tmp_path / "tiny"
    model.mkdir()
    (model / "net.onnx").write_bytes(b"weights")
    digest = hashlib.sha256(b"weights").hexdigest()
    card = {"version": "3", "sha256": {"net.onnx": digest}, "settings": {"least": 0.2}}
    (model / "card.json").write_text(json.dumps(card), encoding="utf-8")
    monkeypatch.setattr(store, "_folder", lambda name: tmp_path / name)
    store.shipped.cache_clear()
    return model


def test_a_model_that_fits_its_card_is_given(folder: Path) -> None:
    model = store.shipped("tiny")
    assert (model.version, model.settings) == ("3", {"least": 0.2})
    assert model.file("net.onnx").read_bytes() == b"weights"
    assert store.is_shipped("tiny")


def test_other_weights_are_refused(folder: Path) -> None:
    (folder / "net.onnx").write_bytes(b"other weights")
    with pytest.raises(ModelError, match="net.onnx is not the file its card names"):
        store.shipped("tiny")


def test_a_missing_file_and_a_missing_model_are_named(folder: Path) -> None:
    (folder / "net.onnx").unlink()
    with pytest.raises(ModelError, match="missing"):
        store.shipped("tiny")
    assert not store.is_shipped("none")
    with pytest.raises(ModelError, match=r"'none' is not part of this installation.*card\.json.*--model rules"):
        store.shipped("none")
