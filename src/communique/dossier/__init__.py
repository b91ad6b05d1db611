"""dossier: many reports on one affair in one SQLite file, and what is seen only across them."""
