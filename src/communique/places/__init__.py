"""places: names of places and where they are, by gazetteer and by what the report says around them."""

from __future__ import annotations

from communique.places.find import find_places

__all__ = ["find_places"]
