"""dossier: many reports on one affair in one SQLite file, and what is seen only across them.

>>> from communique.dossier import Dossier
>>> with Dossier("hanoi.db") as dossier:  # doctest: +SKIP
...     for outcome in dossier.add("examples/hanoi"): ...
...     dossier.quotes()
"""

from communique.dossier.answers import Answers
from communique.dossier.dossier import Dossier
from communique.dossier.held import Held, Passage

__all__ = ["Answers", "Dossier", "Held", "Passage"]
