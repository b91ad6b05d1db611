# make demo, make test: all that a new checkout needs is Python 3.11 or newer, make and the package index.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DATA ?= ../shared/data

.PHONY: demo test check knowledge bench quality train-statements clean

demo: $(VENV)/.installed
	$(BIN)/communique read examples/hanoi --format html --out demo.html
	$(BIN)/communique read examples/hanoi
	@echo "The same as a page, with text and record side by side: demo.html"

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
	rm -rf $(VENV) demo.html build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis

# Needs DATA (with attribution_train.jsonl and attribution_dev.jsonl) and ENCODER (a folder with all-MiniLM-L6-v2).
train-statements: $(VENV)/.installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable ".[dev,train]"
	$(BIN)/python -m training.statements.train $(DATA)/attribution_train.jsonl --encoder $(ENCODER) --out build/statements
	$(BIN)/python -m training.statements.export build/statements --encoder $(ENCODER) --out src/communique/models/statements
	$(BIN)/python -m training.statements.calibrate $(DATA)/attribution_dev.jsonl --model src/communique/models/statements --write
