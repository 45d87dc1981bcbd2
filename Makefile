# `make run` serves three articles to try it on; `make test` runs every check.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/installed

.DELETE_ON_ERROR:
.PHONY: run test lint bench bench-extraction contracts contract-deep clean data-told

run: $(INSTALLED)
	$(BIN)/onrecord migrate
	$(BIN)/onrecord ingest --replace seeds/*.txt
	$(BIN)/onrecord serve --host $(HOST) --port $(PORT)

test: lint
	$(BIN)/pytest

lint: $(INSTALLED)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(INSTALLED)
	$(BIN)/python -m bench

bench-extraction: data-told $(INSTALLED)
	$(BIN)/python -m bench.extraction $(DATA)

# A target of its own, so that nothing is installed before it.
data-told:
	@test -n '$(DATA)' || { echo 'bench-extraction: DATA=folder must name the folder of evaluation data' >&2; exit 1; }

contracts: $(INSTALLED)
	$(BIN)/onrecord contracts

contract-deep: $(INSTALLED)
	$(BIN)/python -m tests.contract.deep

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

$(INSTALLED): pyproject.toml requirements.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord: PYTHON=$(PYTHON) is older than 3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo 'Installing into $(VENV) …'
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
