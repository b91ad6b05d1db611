"""The event models, who is party to an event and what a known pair does: data, networks, training, cards.

    make train-events DATA=folder ENCODER=folder      # both

    python -m training.events.train DATA --out src/communique/models/events
    python -m training.events.pairs DATA --encoder ENCODER --out src/communique/models/pairs
    python -m training.events.evaluate DATA/events_dev.jsonl

DATA is a folder with story_train.jsonl (whole reports with their events), events_train.jsonl (sentences with source, target and
type), events_quad_train.jsonl (sentences with a quad class), events_headlines.csv, and reports_unlabelled.jsonl and
attribution_train.jsonl, of which `data/marked.tsv` marks 23 reports. `data/sentences.tsv` was written for this project. The
states are those of the shipped statement model, as the pipeline computes them; it is not trained further. ENCODER is as for
`training.statements`; only the second model needs it.
"""
