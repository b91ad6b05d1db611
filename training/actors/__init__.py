"""The weights by which pronouns and descriptions find whom they mean."""
