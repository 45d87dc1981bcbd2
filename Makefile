# `make run` serves three articles to try it on; `make test` runs every check.

PYTHON ?= python3
HOST ?= 127.0.0.1
PORT ?= 8000
IMAGE ?= onrecord
VERSION := $(shell sed -n 's/^version = "\(.*\)"/\1/p' pyproject.toml)
VENV := .venv
BIN := $(VENV)/bin
INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check
COMPILED := build/compiled
# What is installed: enough to run the service, and all that the tests need.
RUNNING := $(VENV)/running
TESTING := $(VENV)/testing

.DELETE_ON_ERROR:
.PHONY: run test lint audit fuzz bench bench-extraction contracts contract-deep faults-deep clean compiled data-told locks image image-test

run: $(RUNNING)
	$(BIN)/onrecord migrate
	$(BIN)/onrecord ingest --replace seeds/*.txt
	$(BIN)/onrecord serve --host $(HOST) --port $(PORT)

test: lint
	$(BIN)/pytest --numprocesses 2 --dist loadfile

lint: $(TESTING)
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

bench: $(TESTING)
	$(BIN)/python -m bench

# Measures the rules as the image has them too, where they can be compiled.
bench-extraction: data-told $(TESTING)
	@$(MAKE) --no-print-directory compiled || echo 'bench-extraction: not compiled: wants a C compiler and the headers of Python' >&2
	$(BIN)/python -m bench.extraction $(DATA) $$(ls $(COMPILED)/onrecord-*.whl | sed 's/^/--compiled /')

# A target of its own, so that nothing is installed before it.
data-told:
	@test -n '$(DATA)' || { echo 'bench-extraction: DATA=folder must name the folder of evaluation data' >&2; exit 1; }

contracts: $(TESTING)
	$(BIN)/onrecord contracts

contract-deep: $(TESTING)
	$(BIN)/python -m tests.contract.deep

faults-deep: $(TESTING)
	$(BIN)/python -m tests.faults.deep

# Podman leaves out the health check unless it is told Docker's format.
image:
	@for engine in docker podman none; do $$engine info >/dev/null 2>&1 && break; done; \
	test $$engine != none || { echo 'image: neither docker nor podman has an engine that answers: start one' >&2; exit 1; }; \
	BUILDAH_FORMAT=docker $$engine build --build-arg VERSION=$(VERSION) --build-arg SOURCE='$(SOURCE)' \
	--build-arg REVISION="$$(git rev-parse HEAD 2>/dev/null)" --tag $(IMAGE):$(VERSION) --tag $(IMAGE):latest .

# A wheel with the rules compiled: faster, and the same in all that they find. Wants a C compiler.
compiled: $(TESTING)
	rm -rf $(COMPILED)
	COMPILE_RULES=$(BIN)/python $(BIN)/python -m pip wheel --quiet --no-deps --no-build-isolation --wheel-dir $(COMPILED) .
	$(BIN)/python -m tests.processing.compiled $(COMPILED)/onrecord-*.whl

image-test: $(TESTING)
	$(BIN)/pytest tests/container/image.py

fuzz: $(TESTING)
	$(BIN)/python -m tests.security.fuzz

# pip-audit takes its own packages beside ours: it has an environment of its own. It asks PyPI for advisories; a package
# that PyPI does not tell of is a failure, for nothing is known of it then.
AUDIT := $(VENV)/audit
audit: $(RUNNING)
	@test -x $(AUDIT)/bin/pip-audit || { $(PYTHON) -m venv $(AUDIT) && $(AUDIT)/bin/python -m pip install --quiet pip-audit; } \
		|| { echo 'audit: pip-audit can not be installed: is a package index reachable?' >&2; exit 1; }
	@failed=; for lock in requirements*.lock; do \
		echo "$$lock"; \
		$(AUDIT)/bin/pip-audit --strict --disable-pip --require-hashes --progress-spinner off -r $$lock || failed="$$failed $$lock"; \
	done; \
	test -z "$$failed" || { echo "audit: holes, or no advisories to be had (is PyPI reachable?), for$$failed" >&2; exit 1; }

clean:
	rm -rf $(VENV) build *.egg-info .mypy_cache .ruff_cache .pytest_cache .hypothesis

# UPGRADE=--upgrade takes the newest versions; uv is the program of this name.
LOCK := uv pip compile --quiet --generate-hashes --no-annotate --no-header --universal --python-version 3.11 $(UPGRADE)
SAME := --constraints requirements-dev.lock
locks:
	$(LOCK) --extra dev --output-file requirements-dev.lock pyproject.toml
	$(LOCK) $(SAME) --extra embedded --extra tracing --output-file requirements-embedded.lock pyproject.toml
	$(LOCK) $(SAME) --extra tracing --output-file requirements.lock pyproject.toml
	$(PYTHON) -c 'import tomllib; print(*tomllib.load(open("pyproject.toml", "rb"))["build-system"]["requires"], sep="\n")' \
		| $(LOCK) $(SAME) --output-file requirements-build.lock -
	$(LOCK) $(SAME) --group compiled --output-file requirements-compiled.lock

$(RUNNING): pyproject.toml requirements-build.lock requirements-embedded.lock
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "onrecord: PYTHON=$(PYTHON) is older than 3.11")'
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo 'Installing into $(VENV) …'
	@$(INSTALL) --require-hashes -r requirements-build.lock -r requirements-embedded.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

$(TESTING): $(RUNNING) requirements-dev.lock
	@echo 'Installing what the tests need …'
	@$(INSTALL) --require-hashes -r requirements-dev.lock
	@touch $@
