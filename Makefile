# Suara's commands. The first needs Python 3.11 or newer and make, nothing else.
PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
INDEX ?= suara-index
CORPUS ?= corpus/sample
PORT ?= 8000
BENCH ?=

.PHONY: help demo serve test lint bench tools clean

help:  ## Show each target with its sentence
	@grep -hE '^[a-z]+:.*## ' $(MAKEFILE_LIST) | awk -F ':.*## ' '{printf "  make %-8s %s\n", $$1, $$2}'

$(VENV)/demo: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Suara needs Python 3.11 or newer: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(VENV)/bench: $(VENV)/demo pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[bench]'
	@touch $@

$(VENV)/test: $(VENV)/demo pyproject.toml
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable '.[test]'
	@touch $@

demo: $(VENV)/demo  ## Install Suara, index the sample pages and run a ranked, faceted query
	@$(BIN)/suara index rebuild --corpus $(CORPUS) --index $(INDEX)
	@echo
	$(BIN)/suara search 'politik uang' --since 2024-10 --limit 3 --index $(INDEX)
	@echo
	@echo "Now start the web page:  make serve"

$(INDEX)/CURRENT: | $(VENV)/demo
	@$(BIN)/suara index rebuild --corpus $(CORPUS) --index $(INDEX)

serve: $(VENV)/demo $(INDEX)/CURRENT  ## Serve the web page over the sample (PORT=8000, INDEX=suara-index)
	$(BIN)/suara serve --index $(INDEX) --port $(PORT)

test: $(VENV)/test tools  ## Install what the tests need and run every check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/python -m pytest --cov --cov-report=term

lint: $(VENV)/test  ## Check style and types alone
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy

bench: $(VENV)/bench  ## Measure Suara beside other engines (BENCH='--size 20k --without whoosh')
	PYTHONPATH=tests $(BIN)/python -m bench $(BENCH)

# The browser tests drive Debian's Chromium, the fault tests strace; without them, and without the right to install
# them, those tests are skipped and say so.
tools:
	@command -v strace >/dev/null && command -v mkfs.ext4 >/dev/null \
	&& command -v chromium chromium-browser google-chrome >/dev/null \
	|| { [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null && apt-get update -qq \
	&& apt-get install -y -qq chromium strace e2fsprogs >/dev/null; } \
	|| echo "Chromium or strace is not here: the tests that need them will be skipped."

clean:  ## Remove what the targets made
	rm -rf $(VENV) $(INDEX) build *.egg-info .pytest_cache .mypy_cache .ruff_cache .hypothesis .coverage
