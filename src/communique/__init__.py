"""communique: reads news reports and keeps a record that can be checked.

>>> import communique
>>> record = communique.read("Kim said he wanted the sanctions lifted.", published="2019-02-28")
>>> record.statements[0].speaker.name
'Kim'
"""

from __future__ import annotations

from communique import codec
from communique.errors import (
    CommandError,
    CommuniqueError,
    DossierError,
    ModelError,
    OptionError,
    ReadError,
    RecordError,
    StageError,
)
from communique.export.html import fragment
from communique.reader import Reader, load, read
from communique.types import Record
from communique.version import __version__

__all__ = [
    "CommandError",
    "CommuniqueError",
    "DossierError",
    "ModelError",
    "OptionError",
    "ReadError",
    "Reader",
    "Record",
    "RecordError",
    "StageError",
    "__version__",
    "load",
    "read",
]

# The nouns import nothing of ours; what a notebook and a script call on a record is attached here.
Record.to_json = codec.encode  # type: ignore[assignment, method-assign]
Record._repr_html_ = fragment  # type: ignore[assignment, method-assign]
