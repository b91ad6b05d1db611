"""Our exceptions, one family on one screen.

    CommuniqueError
      ReadError      a source could not be read: names the source, what was wrong and what would be right
      OptionError    an argument of a call or command makes no sense
      StageError     a stage failed on a report: names stage and article
      ModelError     a language model is missing or not the one that was pinned
      RecordError    a record breaks the schema or does not fit its text: names the place
      CommandError   a command could not do what was asked
      DossierError   a dossier's file is none, is newer, locked, full or damaged: names the file and what to do

Exit codes of the command line: 0 all well, 1 something failed, 2 wrong usage.
"""

from __future__ import annotations

from os import PathLike, fspath


class CommuniqueError(Exception):
    """Base of everything that this package raises on purpose."""


class ReadError(CommuniqueError):
    """A source, or one line of it, could not be read."""

    def __init__(self, source: str, reason: str) -> None:
        super().__init__(f"{source}: {reason}")
        self.source = source
        self.reason = reason


class OptionError(CommuniqueError):
    """An argument makes no sense; the message says which values would."""


class StageError(CommuniqueError):
    """A stage failed on an article; the cause is chained."""

    def __init__(self, stage: str, article: str, cause: BaseException) -> None:
        super().__init__(f"stage {stage!r} failed on article {article!r}: {type(cause).__name__}: {cause}")
        self.stage = stage
        self.article = article


class ModelError(CommuniqueError):
    """A language model is missing, or its files are not the pinned ones."""


class RecordError(CommuniqueError):
    """A record breaks the schema or does not fit its text."""

    def __init__(self, where: str, reason: str) -> None:
        super().__init__(f"{where}: {reason}")
        self.where = where
        self.reason = reason


class CommandError(CommuniqueError):
    """A command could not do what was asked."""


class DossierError(CommuniqueError):
    """A dossier's file cannot be used so; the message names it and says what to do."""

    def __init__(self, path: str | PathLike[str], reason: str) -> None:
        super().__init__(f"{fspath(path)}: {reason}")
        self.path = fspath(path)
        self.reason = reason
