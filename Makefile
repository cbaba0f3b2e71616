# Two commands are enough: `make run` and `make test`. Both need only Python 3.11+, make and a C compiler.
PYTHON ?= python3
PORT ?= 8000
HOST ?= 127.0.0.1
BIN := .venv/bin
export THIDUA_DATA ?= $(CURDIR)/var

.PHONY: run test check fix browser bench bench-reading drill system issuer messages assets migrations docs demo-reset clean requirements

run: .venv/runtime.stamp
	@$(PYTHON) scripts/missing.py run
	@THIDUA_SAMPLE=$${THIDUA_SAMPLE:-1} $(BIN)/thidua run --host $(HOST) --port $(PORT)

test: .venv/dev.stamp
	@$(PYTHON) scripts/missing.py test
	$(BIN)/pytest -q -n 2 --dist loadfile -m "not browser and not slow"

browser: .venv/dev.stamp
	@$(PYTHON) scripts/missing.py browser
	$(BIN)/pytest -q -n 2 --dist loadgroup -m "browser and not slow" tests/browser

check: .venv/dev.stamp
	@$(PYTHON) scripts/missing.py check
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache
	$(BIN)/mypy
	$(BIN)/python scripts/check_sizes.py
	$(BIN)/python scripts/check_templates.py
	$(BIN)/python scripts/check_weight.py
	$(BIN)/python scripts/catalogue.py check
	$(BIN)/thidua makemigrations --check --dry-run
	$(BIN)/python -m sphinx -q -W -b html docs docs/_build/html

# The OpenID Connect issuer that the tests of signing in with an account elsewhere talk to.
issuer:
	cd tests/org/oidc && npm ci --no-audit --no-fund --ignore-scripts

fix: .venv/dev.stamp
	$(BIN)/ruff check --fix .
	$(BIN)/ruff format .

bench: .venv/dev.stamp
	$(BIN)/python bench/run.py

bench-reading: .venv/dev.stamp
	$(BIN)/python bench/reading/run.py

drill: .venv/dev.stamp
	$(BIN)/pytest -q -m slow tests

messages: .venv/dev.stamp
	$(BIN)/python scripts/catalogue.py update

assets: .venv/dev.stamp
	$(BIN)/python scripts/vendor_assets.py

docs: .venv/dev.stamp
	$(BIN)/python -m sphinx -W -b html docs docs/_build/html

migrations: .venv/dev.stamp
	$(BIN)/thidua makemigrations

# The sample year from the beginning: everything in var/ is thrown away.
demo-reset:
	rm -rf var

clean:
	rm -rf .venv docs/_build src/*.egg-info

# Root, Debian or Ubuntu: what the suite and the optional parts need from the system.
system:
	sh scripts/system.sh

.venv/bin/python:
	@echo "Đang tạo môi trường .venv…"
	@$(PYTHON) scripts/environment.py

.venv/runtime.stamp: .venv/bin/python requirements/build.txt requirements/runtime.txt pyproject.toml
	@echo "Đang cài thư viện vào .venv (chỉ lần đầu, một đến vài phút)…"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt -r requirements/runtime.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@touch $@

.venv/dev.stamp: .venv/runtime.stamp requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@
