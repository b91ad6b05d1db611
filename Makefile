# make demo, make test: all that a new checkout needs is Python 3.11 or newer, make and the package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data

.PHONY: demo test check knowledge bench quality train-statements train-events clean

demo: $(VENV)/.installed
	$(BIN)/communique read examples/hanoi --format html --out demo.html
	$(BIN)/communique read examples/hanoi
	rm -f demo.db
	$(BIN)/communique dossier add demo.db examples/hanoi
	$(BIN)/communique dossier table demo.db
	$(BIN)/communique dossier disagreements demo.db
	$(BIN)/communique dossier html demo.db --out demo-dossier.html
	@echo "As pages: demo.html, text and record side by side; demo-dossier.html, what is seen across the reports."
	@echo "The same in the browser: $(BIN)/communique serve demo.db"

test: $(VENV)/.installed-dev
	$(BIN)/python -m pytest -q -n 2

check: $(VENV)/.installed-dev
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

# After a change of the tables that the knowledge base is built from.
knowledge: $(VENV)/.installed
	$(BIN)/communique kb build

bench: $(VENV)/.installed-dev
	$(BIN)/python bench/speed.py $(DATA)/reports_unlabelled.jsonl

quality: $(VENV)/.installed-dev
	$(BIN)/python bench/quality.py $(DATA)/..

$(VENV)/bin/python:
	$(PYTHON) -m venv $(VENV)

$(VENV)/.installed: pyproject.toml constraints.txt | $(VENV)/bin/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

$(VENV)/.installed-dev: $(VENV)/.installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev]"
	@touch $@

clean:
	rm -rf $(VENV) demo.html demo.db demo-dossier.html build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Needs DATA (a folder with the sets named below) and ENCODER (a folder with all-MiniLM-L6-v2). Two hours on two cores; goes on where it was broken.
MARKED = $(DATA)/attribution_train.jsonl $(DATA)/story_train.jsonl
UNMARKED = $(DATA)/reports_unlabelled.jsonl $(DATA)/coverage_dev.jsonl $(DATA)/positions_train.jsonl
MODEL = src/communique/models/statements
train-statements: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,train]"
	$(BIN)/python -m training.statements.train $(MARKED) --encoder $(ENCODER) --out build/statements/first --epochs 6 --seed 3
	test -f build/statements/silver.pickle || $(BIN)/python -m training.statements.silver $(UNMARKED) --teacher build/statements/first --encoder $(ENCODER) --out build/statements/silver.pickle
	$(BIN)/python -m training.statements.train $(MARKED) --silver build/statements/silver.pickle --start build/statements/first --encoder $(ENCODER) --out build/statements/second --epochs 2 --rate 1.5e-4 --head-rate 3e-4 --seed 5
	$(BIN)/python -m training.statements.export build/statements/second --encoder $(ENCODER) --out $(MODEL)
	$(BIN)/python -m training.statements.calibrate $(DATA)/attribution_dev.jsonl --model $(MODEL) --write --plot bench/statements.svg

# Needs DATA (a folder with the sets that training/events names), ENCODER, and the statement model in its place. Half an hour on two cores.
train-events: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,train]"
	$(BIN)/python -m training.events.train $(DATA) --out src/communique/models/events
	$(BIN)/python -m training.events.pairs $(DATA) --encoder $(ENCODER) --out src/communique/models/pairs
