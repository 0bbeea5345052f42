# ParkAtlas: the front door. Every step leaves a stamp, so a second run does only what has changed.
.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.SUFFIXES:

ADDRESS ?= 127.0.0.1
PORT ?= 8501
WORKSPACE ?= $(or $(PARKATLAS_WORKSPACE),.workspace)
VENV ?= .venv

BIN := $(VENV)/bin
RUNTIME := $(VENV)/.requirements
DEV := $(VENV)/.requirements-dev
ASSETS := static/vendor/.stamp
CHECKERS := node_modules/.stamp
# Where the system has no Node.js, it stands beside Python.
NODE := PATH="$$PATH:$(abspath $(BIN))"
# Each file is held against its hash.
INSTALL := $(BIN)/python -m pip install --quiet --no-compile --require-hashes -r
export PIP_DISABLE_PIP_VERSION_CHECK := 1
# Servers and command lines start in a third of the time from modules that were compiled once.
unexport PYTHONDONTWRITEBYTECODE

# They kill the Chromium that draws, which a worker process of the other tests would not survive.
PICTURES := tests/parkatlas/exports/test_pictures.py

# One more than the cores: whoever looks at a browser mostly waits.
WORKERS = $(shell $(BIN)/python -c "import os; print(os.cpu_count() + 1)")

.PHONY: help setup run test pytest test-faults lint audit lock bench demo browser wheel

help:  ## show what can be done
	@echo "ParkAtlas 园区一张图"
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/  make \1|\2/p' Makefile | while IFS='|' read -r goal does; do printf '%-14s %s\n' "$$goal" "$$does"; done
	@echo "Variables of make run: ADDRESS=$(ADDRESS) PORT=$(PORT) WORKSPACE=$(WORKSPACE)"

setup: $(RUNTIME) $(ASSETS)  ## environment and map assets only

run: demo  ## serve ParkAtlas, on the demo region if there is no workspace yet
	@exec $(BIN)/python -m parkatlas --workspace "$(WORKSPACE)" serve --address "$(ADDRESS)" --port "$(PORT)"

# The types take one core a minute, in which the tests begin on the other.
test:  ## everything: lint, types, audit, unit, convention, page and browser tests
	@$(MAKE) --no-print-directory $(if $(findstring jobserver,$(MAKEFLAGS)),,--jobs=2) lint audit pytest

pytest: $(DEV) $(ASSETS) browser
	@$(NODE) node --test --test-reporter=dot tests/static/*.test.js
	@$(BIN)/python -m pytest $(PICTURES)
	@$(BIN)/python -m pytest --numprocesses $(WORKERS) --dist loadfile --no-loadscope-reorder --ignore $(PICTURES)

test-faults: $(DEV) $(ASSETS)  ## every kill, failing disk, damaged file and past release, some 45 minutes
	@FAULTS=all $(BIN)/python -m pytest --numprocesses $$(( $(WORKERS) - 1 )) tests/faults \
	    tests/parkatlas/workspace/test_upgrade.py

lint: $(DEV) $(CHECKERS)  ## style, format and types
	@$(BIN)/ruff check --quiet .
	@$(BIN)/ruff format --check --quiet .
	@$(BIN)/mypy --no-error-summary
	@$(NODE) node_modules/.bin/eslint --max-warnings 0 static tests/static *.js
	@$(NODE) node_modules/.bin/tsc

audit: $(BIN)/python  ## ask for known weaknesses of what is locked
	@$(BIN)/python scripts/audit.py

lock: $(BIN)/python  ## write the locks anew after a change of requirements*.txt
	@sh scripts/lock.sh $(BIN)/python

wheel: $(DEV)  ## dist/parkatlas-*.whl, to be installed elsewhere
	@$(BIN)/python -m hatchling build --target wheel

bench: setup  ## measure speed; prints ratios
	@$(BIN)/python bench/run.py

# Made beside its place and moved there whole, so that a broken-off run leaves no half workspace.
demo: setup
	@[ -n "$$(ls -A "$(WORKSPACE)" 2>/dev/null)" ] || { \
	    rm -rf "$(WORKSPACE).new" && \
	    $(BIN)/python -m parkatlas --workspace "$(WORKSPACE).new" demo && \
	    { [ ! -d "$(WORKSPACE)" ] || rmdir "$(WORKSPACE)"; } && \
	    mv "$(WORKSPACE).new" "$(WORKSPACE)"; }

browser:
	@sh scripts/browser.sh

$(BIN)/python:
	@sh scripts/environment.sh "$(VENV)" "$(PYTHON)"

# Compiled when first imported: most modules of the large libraries never are.
$(RUNTIME): requirements.lock | $(BIN)/python
	@echo "Installing requirements.lock into $(VENV)"
	@$(INSTALL) requirements.lock
	@touch $@

# After the assets, for which npm may be installed: two installations at once would get into each other's way.
$(DEV): requirements-dev.lock $(ASSETS)
	@echo "Installing requirements-dev.lock into $(VENV)"
	@$(INSTALL) requirements-dev.lock
	@touch $@

$(ASSETS): package.json package-lock.json parkatlas/assets.py $(RUNTIME)
	@npm --version >/dev/null 2>&1 || $(INSTALL) requirements-npm.lock
	@$(BIN)/python -m parkatlas.assets
	@touch $@

# What checks our scripts; nothing of it is served.
$(CHECKERS): package.json package-lock.json $(ASSETS)
	@echo "Installing package-lock.json into node_modules"
	@$(NODE) npm ci --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@
