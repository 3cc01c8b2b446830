# onrecord: `make demo` sets up and runs the main job, `make test` sets up and runs every check.
PYTHON ?= python3
VENV := .venv
# Test files are shared out to this many workers: each loads the models for itself (about 1 GB).
JOBS ?= 2
BIN := $(VENV)/bin
READY := $(VENV)/.ready
DEMO := out/demo
AXE := .axe/node_modules/axe-core/axe.min.js
export OMP_NUM_THREADS ?= 1

.PHONY: demo test lint types unit browser score bench docs clean help

help:
	@echo "make demo   set up, add the example story, print timeline and disputes, write the report"
	@echo "make test   set up, run lint, types, layers and all tests"
	@echo "make score  score the example stories against gold"
	@echo "make bench  run the benchmarks behind docs/accuracy.md"
	@echo "make browser  look at the report and the desk in headless Chromium, with axe-core where npm has it"

$(READY): pyproject.toml constraints.txt
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "onrecord needs Python 3.11 or later; name one with PYTHON=/path/to/python3.11"; exit 1; }
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "Installing onrecord and what it needs into $(VENV) (a few minutes the first time) …"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

demo: $(READY)
	@mkdir -p $(DEMO) && rm -f $(DEMO)/story.db
	@$(BIN)/onrecord add examples/straits/articles --record $(DEMO)/story.db
	@echo; echo "== Timeline"; $(BIN)/onrecord timeline --outlets 2 --record $(DEMO)/story.db
	@echo; echo "== Disputes"; $(BIN)/onrecord disputes --record $(DEMO)/story.db
	@$(BIN)/onrecord report -o $(DEMO)/report.html --record $(DEMO)/story.db
	@echo "Ask it more: $(BIN)/onrecord --help (the record is $(DEMO)/story.db)"

lint: $(READY)
	@$(BIN)/ruff format --check .
	@$(BIN)/ruff check .
	@$(BIN)/lint-imports --no-logo

types: $(READY)
	@$(BIN)/mypy

unit: $(READY)
	@$(BIN)/python -m pytest -n $(JOBS) --dist loadfile

# axe-core is a tool of this check alone: it is fetched by npm into .axe, and the check is skipped without it.
browser: $(READY)
	@test -f $(AXE) || npm install --silent --no-fund --no-audit --prefix .axe axe-core@4 || echo "axe-core cannot be had; its checks are skipped"
	@ONRECORD_AXE=$(CURDIR)/$(AXE) $(BIN)/python -m pytest tests/browser

test: lint types unit

score: $(READY)
	@$(BIN)/python benchmarks/score.py

bench: $(READY)
	@$(BIN)/python benchmarks/run.py

docs: $(READY)
	@$(BIN)/python docs/build_cli_reference.py

clean:
	rm -rf $(VENV) .axe out .mypy_cache .ruff_cache .pytest_cache .hypothesis
