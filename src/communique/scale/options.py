"""What a run is asked for, and what of it decides which rows come out."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from communique.errors import OptionError, ReadError
from communique.models.language import language_version, load_language
from communique.models.store import shipped
from communique.pipeline import choose_stages
from communique.read import DEFAULT_MAX_CHARS, checked_day
from communique.reader import load
from communique.scale.worker import Read

_RULES = {".py", ".tsv", ".jsonl", ".json", ".npz", ".onnx"}
# Rooms behind the tables.
_NO_RULES = {"cli", "serve", "dossier", "export"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """Everything that changes rows; those of `communique.load`, and how the corpus is cut. A run goes on only with the same."""

    model: str = "learned"
    stages: tuple[str, ...] | None = None
    language_model: str | None = None
    max_chars: int = DEFAULT_MAX_CHARS
    min_confidence: float = 0.0
    explain: bool = False
    kb: str | None = None
    published: str | None = None
    publisher: str | None = None
    shard_size: int = 500
    sample: int | None = None
    limit: int | None = None

    def __post_init__(self) -> None:
        """Raises OptionError where a number is too small, or `published` is no date."""
        for name in ("shard_size", "sample", "limit"):
            value = getattr(self, name)
            if value is not None and value < 1:
                raise OptionError(f"{name.replace('_', '-')} {value} is too small; 1 is the least")
        checked_day(self.published)

    def told(self) -> dict[str, Any]:
        """The options as they stand in the manifest; a knowledge file is told by its digest."""
        out = asdict(self)
        if self.kb is not None:
            try:
                out["kb"] = "sha256:" + hashlib.sha256(Path(self.kb).read_bytes()).hexdigest()
            except OSError as error:
                raise ReadError(self.kb, f"cannot be read: {error.strerror}") from error
        return {**out, "stages": list(self.stages) if self.stages is not None else None}

    def models(self) -> dict[str, str]:
        """Names and versions of what reads: the language model, trained models, and our rules, by their files' digest.

        Raises OptionError for an unknown stage or model, ModelError where a model is missing.
        """
        steps = choose_stages(self.stages, model=self.model)
        trained = {step.name: shipped(step.name).version for step in steps if self.model == "learned" and step.learned}
        name, version = language_version(load_language(self.language_model))
        # The workers have their own; this process needs no more than the name.
        load_language.cache_clear()
        return {name: version, **trained, "rules": digest_of_rules(Path(__file__).parents[1])}

    def reader(self) -> Callable[[], Read]:
        """What makes a worker's reader; it can be pickled."""
        return _Make(self)


@dataclass(frozen=True, slots=True)
class _Make:
    options: Options

    def __call__(self) -> Read:
        one = self.options
        return load(
            stages=one.stages,
            explain=one.explain,
            model=one.model,
            language_model=one.language_model,
            max_chars=one.max_chars,
            min_confidence=one.min_confidence,
            kb=one.kb,
        ).read_article


def digest_of_rules(package: Path) -> str:
    """The beginning of the SHA-256 of all code and tables that decide rows: the version alone does not change with them."""
    total = hashlib.sha256()
    for path in sorted(package.rglob("*"), key=lambda path: path.relative_to(package).as_posix()):
        name = path.relative_to(package)
        if path.suffix in _RULES and name.parts[0] not in _NO_RULES:
            data = path.read_bytes().replace(b"\r\n", b"\n")
            total.update(f"{name.as_posix()} {len(data)}\n".encode() + data)
    return total.hexdigest()[:16]
