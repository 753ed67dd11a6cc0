# The project's tasks. A machine needs only Python 3.11 or newer, make and git; everything else is installed into .venv.

.DEFAULT_GOAL := help
.PHONY: help run chat test fuzz faults bench lint models likeness pins clean

VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet --quiet
NODE_CLIENTS := tests/node/node_modules/.package-lock.json
PEERS := build/peers
COMPILE := $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-header --no-annotate $(UPGRADE)
PINS := requirements.txt requirements-dev.txt requirements-likeness.txt deploy/requirements.txt \
	tests/benchmarks/peers/requirements.txt

help: ## list these targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1	\2/p' $(MAKEFILE_LIST) | expand -t 16

run: $(VENV)/.runs ## serve the skill on 127.0.0.1:8080 (HOST=… PORT=… to change); Ctrl-C stops it
	@exec $(BIN)/safe-harbor serve

chat: $(VENV)/.runs ## talk with the skill in this terminal
	@exec $(BIN)/safe-harbor chat

# The clients in tests/node find the node that the environment brings.
test: export PATH := $(CURDIR)/$(BIN):$(PATH)
test: lint $(NODE_CLIENTS) ## check and test everything
	$(BIN)/pytest -n 2
	$(BIN)/pytest -n 2 --database postgresql

fuzz: $(VENV)/.tests ## 100,000 hostile requests and long conversations, from a SEED that is printed
	FUZZ=15000 $(BIN)/pytest -n 2 tests/hostile --hypothesis-seed=$(or $(SEED),$(shell date +%s))

faults: export FAULTS_TIMES ?= 10
faults: $(VENV)/.tests ## kill, starve and confuse a served skill, on SQLite and on PostgreSQL, and count what was lost
	$(BIN)/pytest tests/faults
	$(BIN)/pytest tests/faults --database postgresql

bench: $(VENV)/.tests $(PEERS)/.made $(NODE_CLIENTS) ## how well safety hears; what plugins, the simulator, strangers and a turn cost, beside peers
	@$(BIN)/python -P tests/benchmarks/safety.py
	@$(BIN)/python -P tests/benchmarks/plugins.py
	@$(BIN)/python -P tests/benchmarks/codec.py
	@$(BIN)/python -P tests/benchmarks/simulator.py
	@$(BIN)/python -P tests/benchmarks/flood.py
	@PYTHONPATH=tests/benchmarks/peers $(BIN)/python -P tests/benchmarks/turn.py
	@PYTHONPATH=tests/benchmarks/peers $(BIN)/python -P tests/benchmarks/growth.py $(if $(FULL),--full)

lint: $(VENV)/.tests ## style, types and the interaction models
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/safe-harbor models build --check

models: $(VENV)/.runs ## merge the plugins' fragments into interaction_models/
	$(BIN)/safe-harbor models build

likeness: $(VENV)/.tests ## learn from tests/house/sentences/seen.yaml what disclosures are like
	@$(PIP) install --require-hashes --requirement requirements-likeness.txt
	$(BIN)/python -P tests/house/sentences/learn.py

pins: $(VENV)/.tests ## resolve the hash-checked requirements again (UPGRADE=--upgrade for newer versions)
	$(COMPILE) --extra postgresql --output-file requirements-dev.txt pyproject.toml requirements.in requirements-dev.in
	$(COMPILE) --constraint requirements-dev.txt --output-file requirements.txt pyproject.toml requirements.in
	$(COMPILE) --constraint requirements-dev.txt --output-file requirements-likeness.txt requirements-likeness.in
	$(COMPILE) --output-file tests/benchmarks/peers/requirements.txt tests/benchmarks/peers/requirements.in
	$(COMPILE) --constraint requirements-dev.txt --extra postgresql --output-file deploy/requirements.txt pyproject.toml requirements.in
	@! grep -n '://' $(PINS) || { echo 'A pin file names an address; it must not.' >&2; exit 1; }

clean: ## remove what was built or installed here; what people said (var/) stays
	rm -rf $(VENV) build dist .coverage* .hypothesis .mypy_cache .pytest_cache .ruff_cache tests/node/node_modules
	find skill plugins tests deploy -name __pycache__ -type d -prune -exec rm -rf {} +

# Stamps: an environment, what the skill needs in it, what the tests need in it.

define INSTALL
	@echo "Installing $(1) into $(VENV) (a minute or two, only when it changes)"
	@$(PIP) install --require-hashes --requirement $(1)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@touch $@
endef

$(VENV)/.made:
	@for python in $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11; do \
		if { $$python -c 'import sys; sys.exit(sys.version_info < (3, 11))'; } 2>/dev/null; then break; fi; python=; \
	done; \
	if [ -z "$$python" ]; then \
		echo 'Python 3.11 or newer is needed, and none was found. Install it, or name one: make PYTHON=/path/to/python3.11 …' >&2; exit 1; \
	fi; \
	$$python -m venv $(VENV) || { \
		echo "$$python cannot make a virtual environment; on Debian and Ubuntu its package is called python3-venv." >&2; exit 1; \
	}
	@touch $@

$(VENV)/.runs: $(VENV)/.made requirements.txt pyproject.toml
	$(call INSTALL,requirements.txt)

$(VENV)/.tests: $(VENV)/.made requirements-dev.txt pyproject.toml
	$(call INSTALL,requirements-dev.txt)

$(NODE_CLIENTS): export PATH := $(CURDIR)/$(BIN):$(PATH)
$(NODE_CLIENTS): tests/node/package.json tests/node/package-lock.json | $(VENV)/.tests
	@echo 'Installing the clients in tests/node'
	@$(BIN)/npm ci --prefix tests/node --no-audit --no-fund --loglevel=error
	@touch $@

$(PEERS)/.made: tests/benchmarks/peers/requirements.txt tests/benchmarks/peers/mend_oscrypto.py | $(VENV)/.tests
	@echo 'Installing the peers that a turn is measured beside'
	@$(BIN)/python -m venv $(PEERS)
	@$(PEERS)/bin/python -m pip --disable-pip-version-check --quiet --quiet install --require-hashes --requirement $<
	@$(PEERS)/bin/python tests/benchmarks/peers/mend_oscrypto.py
	@touch $@
