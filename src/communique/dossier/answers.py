"""What a dossier answers: a tuple of objects, which a data frame is made of where polars or pandas is installed."""

from __future__ import annotations

import dataclasses
import importlib
from typing import Any, TypeVar

from communique.errors import OptionError

T = TypeVar("T", covariant=True)


class Answers(tuple[T, ...]):
    """Objects in their order; each has `to_json`, or is a dataclass."""

    __slots__ = ()

    def to_json(self) -> list[dict[str, Any]]:
        """Every object as plain dicts and lists: what `--jsonl` writes, a line each."""
        return [as_object(one) for one in self]

    def to_frame(self) -> Any:
        """A polars data frame, or a pandas one where there is no polars: a row an object, nested fields as they are.

        Raises OptionError where neither is installed.
        """
        rows = self.to_json()
        for name in ("polars", "pandas"):
            try:
                library = importlib.import_module(name)
            except ImportError:
                continue
            return library.DataFrame(rows, infer_schema_length=None) if name == "polars" else library.DataFrame(rows)
        raise OptionError("a data frame needs polars or pandas: pip install polars")


def as_object(one: Any) -> dict[str, Any]:
    """One object as plain dicts and lists."""
    data: dict[str, Any] = one.to_json() if hasattr(one, "to_json") else dataclasses.asdict(one)
    return data
