# Everything a person needs: make serve, make site, make test, make bench.
# The environment is .venv/; stamps in it remember what is set up, so that set-up runs once.

SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

VENV := .venv
PY := $(VENV)/bin/python
SETUP := $(VENV)/.setup-python $(VENV)/.setup-node
PORT ?= 8000
# Everything the small Python of the phone is made from.
RUNTIME_SOURCES := $(wildcard wizard/__init__.py wizard/core/*.py wizard/core/*/*.py wizard/runtime/*.py wizard/runtime/*.mjs \
	wizard/runtime/slim/*.py wizard/runtime/slim/*.mjs wizard/runtime/*.txt wizard/runtime/*.lock) package-lock.json

.PHONY: help serve site runtime test check bench mutants engines lock clean FORCE

help: ## shows this list
	@grep -hE '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /: /; s/^/  make /'

serve: $(SETUP) runtime ## builds the site, serves it on http://localhost:8000/ and shows each change of its sources
	$(PY) -m wizard.live --port $(PORT)

site: $(SETUP) runtime ## builds the site into site/
	NO_MKDOCS_2_WARNING=1 $(PY) -m mkdocs build --strict
	$(PY) -m wizard.site.compress site

runtime: build/runtime/manifest.json ## makes the small Python of the wizard (build/runtime/)

build/runtime/manifest.json: $(SETUP) $(RUNTIME_SOURCES)
	$(PY) -m wizard.runtime

test: check site $(VENV)/.setup-chromium ## all checks and tests
	.ci/test-side-by-side $(PY)

check: $(SETUP) ## style, types, layers and facts, without tests
	$(VENV)/bin/ruff check .
	PATH="$(abspath $(VENV)/bin):$$PATH" node node_modules/pyright/index.js
	$(VENV)/bin/lint-imports
	$(PY) -m wizard check

bench: site $(VENV)/.setup-chromium ## bytes, start-up time and speed of the rules, as JSON
	@$(PY) -m wizard.bench site

mutants: $(VENV)/.setup-mutants ## changes the code of the rules bit by bit and runs their tests (some 20 minutes)
	.ci/mutants $(VENV)

engines: site $(VENV)/.setup-engines ## the guide in Firefox and WebKit (some 7 minutes; the first time installs 500 MB of Debian's packages)
	WEGWEISER_SITE=site nice $(PY) -m pytest -o cache_dir=build/pytest-engines tests/engines

lock: $(SETUP) ## writes the lock files of Python anew from pyproject.toml
	export UV_CUSTOM_COMPILE_COMMAND="make lock"; \
	options="-q --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-emit-find-links"; \
	$(VENV)/bin/uv pip compile $$options --group dev --group test --group bench -o requirements.lock pyproject.toml; \
	$(VENV)/bin/uv pip compile $$options --group pyproject.toml:node -o requirements-node.lock; \
	$(VENV)/bin/uv pip compile $$options --group pyproject.toml:mutants -o requirements-mutants.lock; \
	$(VENV)/bin/uv pip compile $$options --group pyproject.toml:engines --constraint requirements.lock -o requirements-engines.lock; \
	echo pyodide-build==0.39.2 | $(VENV)/bin/uv pip compile -q --python-version 3.13 --generate-hashes \
		--no-emit-index-url --no-emit-find-links -o wizard/runtime/pyodide-build.lock -

clean: ## removes what was built, keeps .venv/ and node_modules/
	rm -rf build site

# --- set-up ---------------------------------------------------------------------------------------------------

$(VENV)/.setup-python: requirements.lock pyproject.toml .ci/set-up-python
	.ci/set-up-python $(VENV)
	touch $@

$(VENV)/.setup-node: $(VENV)/.setup-python package.json package-lock.json requirements-node.lock .ci/set-up-node
	.ci/set-up-node $(VENV)
	touch $@

# An environment of its own: it must not move the versions that the tests run with.
$(VENV)/.setup-mutants: $(VENV)/.setup-python requirements-mutants.lock
	$(PY) -m venv --clear $(VENV)/mutants
	$(VENV)/mutants/bin/python -m pip --disable-pip-version-check --quiet install --require-hashes \
		--requirement requirements-mutants.lock
	touch $@

$(VENV)/.setup-chromium: $(VENV)/.setup-python .ci/set-up-chromium
	.ci/set-up-chromium
	touch $@

# The same versions as requirements.lock where both name a package: it moves nothing that the other tests run with.
$(VENV)/.setup-engines: $(VENV)/.setup-python requirements-engines.lock .ci/set-up-engines
	.ci/set-up-engines $(VENV)
	touch $@
