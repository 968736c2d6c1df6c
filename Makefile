# What you can do with orderflow. `make` or `make help` lists it.
# Needs: Python 3.11 or newer, make, git. Everything is installed into $(VENV), nothing elsewhere.

PYTHON  ?= python3
VENV    ?= .venv
WORKERS ?= auto

PY      := $(VENV)/bin/python
PIP     := $(PY) -m pip --quiet --quiet --disable-pip-version-check --no-input
SOURCES := src tests $(wildcard tools docs/auditing/verify_bundle.py)

# A stamp is younger than what it was made from, or it is made again.
MADE := $(VENV)/.made
CORE := $(VENV)/.core-installed
DEV  := $(VENV)/.dev-installed
PINS := pyproject.toml constraints.txt

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help demo test test-quick test-slow check format bench docs install clean

help: ## List what you can do
	@echo "orderflow: the life of a hybrid protection order, as an event-sourced library"
	@echo
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' $(firstword $(MAKEFILE_LIST))
	@echo
	@echo "Another Python:  make demo PYTHON=python3.13"

demo: $(CORE) ## Live through a real published case in the terminal
	@$(VENV)/bin/orderflow demo

test: $(DEV) ## Run the whole suite with coverage: rules, features, faults (a few minutes)
	@$(PY) -m pytest -n $(WORKERS) -m "not slow" -p tests.coverage_gate --cov --cov-report=json:build/coverage.json

test-slow: $(DEV) ## Change every byte of a log and its ledger, one at a time (a minute or two)
	@$(PY) -m pytest -n $(WORKERS) -m slow

test-quick: $(DEV) ## Run the suite without coverage, without servers and without what is slow
	@$(PY) -m pytest -n $(WORKERS) -m "not kill and not server and not slow and not soak"

check: $(DEV) ## Check form, style, types, architecture and documents
	@echo "== form";         $(PY) -m ruff format --check --quiet .
	@echo "== style";        $(PY) -m ruff check --quiet .
	@echo "== types";        $(PY) -m mypy --no-error-summary $(SOURCES)
	@echo "== architecture"; $(VENV)/bin/lint-imports --no-logo
	@echo "== documents";    $(PY) -m pytest -q tests/docs

format: $(DEV) ## Bring the code into form
	@$(PY) -m ruff check --fix --quiet . || true
	@$(PY) -m ruff format .

bench: $(DEV) ## Measure the promised numbers, as ratios in one run
	@$(PY) -m tests.benchmarks

docs: $(DEV) ## Write the generated documents again
	@$(PY) -m tools.generate_docs

install: $(DEV) ## Install orderflow with everything development needs

clean: ## Remove environments, caches and reports
	rm -rf .venv .venv-* build dist .coverage .coverage.*
	rm -rf .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache
	find src tests tools features -name __pycache__ -type d -prune -exec rm -rf {} + 2>/dev/null || true

# --- Installing ----------------------------------------------------------------------------------

$(MADE):
	@command -v "$(PYTHON)" >/dev/null || { \
	  echo "orderflow needs Python 3.11 or newer, and '$(PYTHON)' was not found." >&2; \
	  echo "If you have one under another name: make PYTHON=python3.13 …" >&2; exit 1; }
	@"$(PYTHON)" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { \
	  echo "orderflow needs Python 3.11 or newer; '$(PYTHON)' is $$("$(PYTHON)" -V 2>&1)." >&2; \
	  echo "If you have a newer one under another name: make PYTHON=python3.13 …" >&2; exit 1; }
	@"$(PYTHON)" -m venv $(VENV) || { \
	  echo "Python could not make an environment in $(VENV)." >&2; \
	  echo "On Debian and Ubuntu it needs the package python3-venv." >&2; exit 1; }
	@touch $@

$(CORE): $(MADE) $(PINS)
	@echo "Installing orderflow into $(VENV) (once, about a minute) …"
	@$(PIP) install --constraint constraints.txt --editable .
	@touch $@

$(DEV): $(MADE) $(PINS)
	@echo "Installing orderflow and its development tools into $(VENV) (once, a minute or two) …"
	@$(PIP) install --constraint constraints.txt --editable '.[dev]'
	@touch $(CORE) $@
