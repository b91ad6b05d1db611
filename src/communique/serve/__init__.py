"""A dossier in the browser and for programs: pages and REST, two faces of the same questions."""

from communique.serve.app import create_app

__all__ = ["create_app"]
