"""The event model: data, network, training, card, evaluation.

    make train-events DATA=folder      # all of it: about ten minutes on two cores, no encoder needed

    python -m training.events.train DATA --out src/communique/models/events
    python -m training.events.evaluate DATA

DATA is a folder with story_train.jsonl (whole reports with their events), events_train.jsonl (sentences with source, target and
type), events_quad_train.jsonl (sentences with a quad class), events_headlines.csv, and reports_unlabelled.jsonl and
attribution_train.jsonl, of which `data/marked.tsv` marks 23 reports. `data/sentences.tsv` was written for this project. The
states are those of the shipped statement model, as the pipeline computes them; it is not trained further.
"""
