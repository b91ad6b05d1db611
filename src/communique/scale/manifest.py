"""What a folder holds and how far it got: `manifest.json` (what made it), `shards.jsonl` (what is finished, a line each)."""

from __future__ import annotations

import json
import os
import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from communique.errors import CommandError, OptionError
from communique.scale.parts import PartEnd, ShardEnd
from communique.scale.stored import MANIFEST
from communique.scale.tables import SCHEMAS
from communique.scale.writing import drop_others, write_whole

try:
    import fcntl
except ImportError:  # Windows: two runs at once into one folder are then not noticed.
    fcntl = None  # type: ignore[assignment]

SCHEMA = "communique.corpus/1"
_JOURNAL, _LOCK = "shards.jsonl", ".lock"


@dataclass(slots=True)
class Run:
    """A folder that is being filled. `made_by` is what has to be the same for a run to go on."""

    folder: Path
    made_by: dict[str, Any]
    corpus: list[str]
    shards: dict[str, dict[str, Any]] = field(default_factory=dict)
    parts: dict[int, PartEnd] = field(default_factory=dict)

    def finish_shard(self, end: ShardEnd, counts: dict[str, int]) -> None:
        """A shard's tables are on the disk: from now on it is finished."""
        self.shards[end.name] = {"digest": end.digest, "items": end.items, "rows": counts}
        self._append({"shard": end.name, **self.shards[end.name]})

    def finish_part(self, end: PartEnd) -> None:
        self.parts[end.number] = end
        self._append({"part": asdict(end)})

    def counts(self) -> dict[str, int]:
        """Rows of each table in all finished shards."""
        total: Counter[str] = Counter(dict.fromkeys(SCHEMAS, 0))
        for shard in self.shards.values():
            total.update(shard["rows"])
        return dict(total)

    def write(self, state: str) -> None:
        """Write `manifest.json`; `state` is running, stopped or finished."""
        told = {
            "schema": SCHEMA,
            "state": state,
            **self.made_by,
            "corpus": self.corpus,
            "rows": self.counts(),
            "shards": dict(sorted(self.shards.items())),
        }
        write_whole(self.folder / MANIFEST, json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8", "replace") + b"\n")

    def _append(self, line: dict[str, Any]) -> None:
        path = self.folder / _JOURNAL
        try:
            with path.open("ab") as stream:
                stream.write(json.dumps(line).encode() + b"\n")
                stream.flush()
                os.fsync(stream.fileno())
        except OSError as error:
            raise CommandError(f"{path}: cannot be written: {error.strerror}") from error


@contextmanager
def opened_run(folder: Path, made_by: dict[str, Any], corpus: Sequence[str], *, fresh: bool) -> Iterator[Run]:
    """The run of a folder: a new one, or one that goes on behind its last finished shard.

    Raises:
        OptionError: the folder's run was made by something else, or it holds what is no run; the message says what differs.
        CommandError: another run is at work in it, or it cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CommandError(f"{folder}: cannot be made: {error.strerror}") from error
    _check_is_ours(folder)
    with _locked(folder):
        if fresh:
            _empty(folder)
        elif (folder / MANIFEST).exists():
            _check_same(folder, load_manifest(folder), made_by)
        run = Run(folder, made_by, list(corpus))
        _recall(run)
        drop_others(folder, run.shards)
        run.write("running")
        yield run


def load_manifest(folder: Path) -> dict[str, Any]:
    """What `manifest.json` says. Raises CommandError where there is none, or it is no manifest of ours."""
    path = folder / MANIFEST
    try:
        told = json.loads(path.read_bytes())
    except OSError as error:
        raise CommandError(f"{folder}: is no folder that `communique run` wrote: there is no {MANIFEST}") from error
    except ValueError as error:
        raise CommandError(f"{path}: is damaged: {error}") from error
    if not isinstance(told, dict) or told.get("schema") != SCHEMA:
        raise CommandError(f"{path}: is no manifest of this version ({SCHEMA})")
    return told


def finished_shards(folder: Path) -> list[str]:
    """Names of the shards that are whole, in order, also while a run is at work. Raises what `load_manifest` raises."""
    load_manifest(folder)
    return sorted(line["shard"] for line in _lines(folder / _JOURNAL) if "shard" in line)


def _check_is_ours(folder: Path) -> None:
    others = [path.name for path in folder.iterdir() if path.name != _LOCK]
    if others and not (folder / MANIFEST).exists() and set(others) - set(SCHEMAS) - {MANIFEST + ".part"}:
        raise OptionError(f"{folder} is not empty and holds no run; give an empty or a new folder")


def _check_same(folder: Path, told: dict[str, Any], made_by: dict[str, Any]) -> None:
    changed = [
        f"{name} was {json.dumps(old.get(name))}, is {json.dumps(new.get(name))}"
        for old, new in ((_flat(told, made_by), _flat(made_by, made_by)),)
        for name in sorted({*old, *new})
        if old.get(name) != new.get(name)
    ]
    if changed:
        raise OptionError(
            f"{folder} holds a run that was made otherwise: {'; '.join(changed)}. "
            "Go on with what it was, give another folder, or start anew with --fresh"
        )


def _flat(told: dict[str, Any], made_by: dict[str, Any]) -> dict[str, Any]:
    """One level of names: communique, models.en_core_web_sm, options.model."""
    out: dict[str, Any] = {}
    for name in made_by:
        value = told.get(name)
        out.update({f"{name}.{key}": one for key, one in value.items()} if isinstance(value, dict) else {name: value})
    return out


def _recall(run: Run) -> None:
    for line in _lines(run.folder / _JOURNAL, mend=True):
        if "shard" in line:
            run.shards[line.pop("shard")] = line
        else:
            part = PartEnd(**line["part"])
            run.parts[part.number] = part


def _lines(path: Path, *, mend: bool = False) -> list[dict[str, Any]]:
    """The whole lines of the journal; one that a broken run wrote half is not counted, and with `mend` cut off."""
    data = path.read_bytes() if path.exists() else b""
    whole = data[: data.rfind(b"\n") + 1]
    if mend and whole != data:
        write_whole(path, whole)
    try:
        return [json.loads(line) for line in whole.splitlines()]
    except ValueError as error:
        raise CommandError(f"{path}: is damaged: {error}; start anew with --fresh") from error


def _empty(folder: Path) -> None:
    for name in (MANIFEST, _JOURNAL):
        (folder / name).unlink(missing_ok=True)
    for name in SCHEMAS:
        shutil.rmtree(folder / name, ignore_errors=True)


@contextmanager
def _locked(folder: Path) -> Iterator[None]:
    with (folder / _LOCK).open("ab") as stream:
        if fcntl is not None:
            try:
                fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except OSError as error:
                raise CommandError(f"{folder}: another run is at work in it") from error
        yield
