"""Trained models as they are shipped: a folder with a card, and files that must be the ones the card names."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from communique.errors import ModelError


@dataclass(frozen=True, slots=True)
class Shipped:
    """A model's folder, its version, and what else its card says for use (thresholds, calibration)."""

    folder: Path
    version: str
    settings: dict[str, Any]

    def file(self, name: str) -> Path:
        return self.folder / name


def is_shipped(name: str) -> bool:
    """True where the model of that name is part of this installation."""
    return _folder(name).joinpath("card.json").is_file()


@cache
def shipped(name: str) -> Shipped:
    """The model of that name. Raises ModelError where it is missing or one of its files is not the one its card names."""
    folder = _folder(name)
    try:
        card = json.loads((folder / "card.json").read_text(encoding="utf-8"))
    except OSError as error:
        raise ModelError(
            f"the trained model {name!r} is not part of this installation: there is no {folder / 'card.json'}; "
            "install communique again, or read by rules (--model rules)"
        ) from error
    for file, expected in sorted(card["sha256"].items()):
        found = hashlib.sha256((folder / file).read_bytes()).hexdigest() if (folder / file).is_file() else "missing"
        if found != expected:
            raise ModelError(
                f"model {name!r}: {file} is not the file its card names (sha256 {found}, expected {expected}); "
                "install communique again, or read by rules (--model rules)"
            )
    return Shipped(folder, str(card["version"]), dict(card.get("settings", {})))


def _folder(name: str) -> Path:
    return Path(str(files("communique").joinpath("models", name)))
