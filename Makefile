PYTHON ?= python3
BIN := .venv/bin

.DEFAULT_GOAL := help
.PHONY: help run test check eval fit bench lint

help: ## Show what can be made
	@grep -E '^[a-z]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z]+):.*## /\1\t/' | expand -t 10

run: .venv/run | var/index ## Serve the chatbot on http://127.0.0.1:8000/ (SQLite, nothing else to install)
	$(BIN)/python -m web

test: .venv/dev ## Run every test; browser tests need Chromium (apt-get install chromium fonts-noto-cjk)
	$(BIN)/python -m pytest

check: .venv/run ## Check the knowledge base; exit 1 on an error
	$(BIN)/python -m chatbot check

eval: .venv/eval ## Measure the bot on eval/sets; print the numbers, draw the pictures
	$(BIN)/python -m eval run

fit: .venv/run ## Learn ranking and confidence anew: about a minute and a half on two cores
	$(BIN)/python -m chatbot fit --questions $(filter-out eval/sets/dialogues-dev.jsonl,$(wildcard eval/sets/*-dev.jsonl)) \
		--hard eval/calibration/out-of-scope.jsonl

bench: .venv/run ## Measure speed, as ratios within one run, and memory
	$(BIN)/python -m eval bench

lint: .venv/dev ## Check form, types and import contracts
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(BIN)/lint-imports

.venv/run: pyproject.toml constraints.txt
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable .
	@touch $@

# Learned beside the installation, where nobody waits for an answer yet; a later change is learned at the start.
var/index: .venv/run
	$(BIN)/python -m chatbot index

.venv/eval: .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[eval]'
	@touch $@

.venv/dev: .venv/run
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint constraints.txt --editable '.[dev]'
	@touch $@
