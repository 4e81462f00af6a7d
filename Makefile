# Only Python 3.11+ and make are needed: every target brings the rest into .venv itself.
PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin

.PHONY: setup demo test unit lint types layers lock clean

setup: $(VENV)/.installed

$(VENV)/.installed: constraints.txt pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Python 3.11 or newer is needed; try: make setup PYTHON=python3.12"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r constraints.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-build-isolation --no-deps -e .
	@touch $@

demo: setup
	$(BIN)/matchmaker check scenarios/kemerovo
	$(BIN)/matchmaker match scenarios/kemerovo -o out/kemerovo
	$(BIN)/matchmaker verify out/kemerovo/plan.json scenarios/kemerovo
	$(BIN)/python -c "import json; print(json.load(open('out/kemerovo/plan.json'))['pairs'][0]['mentee'])" > out/kemerovo/first
	$(BIN)/matchmaker explain out/kemerovo/plan.json scenarios/kemerovo "$$(cat out/kemerovo/first)"
	$(BIN)/matchmaker partner scenarios/leninsk-city -o out/leninsk-city --for curator
	$(BIN)/matchmaker roadmap audit scenarios/kogalym
	@echo "out/leninsk-city: partners.xlsx, curator.xlsx, links.svg and other pictures"
	@echo "out/kemerovo: plan.json, pairs.xlsx, methodist.xlsx, run.json"

lint: setup
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: setup
	$(BIN)/mypy

layers: setup
	$(BIN)/lint-imports

unit: setup
	$(BIN)/pytest

test: lint types layers unit

# Exact, hashed pins without host names. uv is needed only here, so it is brought only here.
lock: setup
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --group dev --universal --generate-hashes --no-header \
	  --python-version 3.11 -o constraints.txt

clean:
	rm -rf $(VENV) out
