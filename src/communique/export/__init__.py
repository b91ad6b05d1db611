"""export: records for people and for other programs."""
