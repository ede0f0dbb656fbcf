# Two commands do all: `make record` builds the record of the example and shows where its page lies, `make test` tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
EXAMPLE := build/panj-border

.PHONY: setup record test check docs clean

setup: $(VENV)/.complete

$(VENV)/.complete: requirements.txt pyproject.toml
	@echo "Setting up in $(VENV): about 1.5 GB, a few minutes, once."
	@$(PYTHON) -m venv $(VENV)
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/python -m pip install -qq --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

record: setup
	@rm -rf $(EXAMPLE)
	@$(BIN)/thucydides build examples/panj-border/reports --record $(EXAMPLE) --title "Afghanistan–Tajikistan border incidents"
	@$(BIN)/thucydides export $(EXAMPLE) --format html --output $(EXAMPLE)/page.html
	@echo "The record lies in $(EXAMPLE); its page: file://$(CURDIR)/$(EXAMPLE)/page.html"

test: setup
	$(BIN)/python -m pytest

check: setup
	$(BIN)/ruff check src tests scripts benchmarks
	$(BIN)/mypy

docs: setup
	$(BIN)/python scripts/generate_docs.py

clean:
	rm -rf $(VENV) build
