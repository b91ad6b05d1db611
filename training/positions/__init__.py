"""A classifier of positions that was tried and is not shipped: it finds more places, but fewer truths (docs/positions.md).

    python -m training.positions.words --encoder ENCODER --out build/positions
    python -m training.positions.train MARKED.jsonl... --out build/positions --validate

Marked reports are JSON lines with id, text, published and `positions` (party, stance, evidence's `span`). The sentences of
`data/` were written for this project: a stance, and a sentence in which stars mark the words that tell it; those without a
stance tell no position. ENCODER is a folder with all-MiniLM-L6-v2, as for `training.statements`. About ten minutes on one core.
"""
