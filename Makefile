# `make demo` installs what screening needs and screens the example; `make test` installs everything and runs all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check
# Everything that the tests use.
STAMP := $(VENV)/.installed
# The core and Excel alone, which is enough for the demonstration; the whole serves as well where it is there.
SMALL := $(or $(wildcard $(STAMP)),$(VENV)/.installed-small)
# Tests share the machine's cores; those of one group (tests/support/needs.py) stay on one of them.
PARALLEL := -n auto --dist loadgroup
# Compiled modules are kept, whatever the environment says: else each process that a test starts compiles them anew, and
# pytest rewrites every test in each worker.
unexport PYTHONDONTWRITEBYTECODE

.PHONY: demo test sweep fast lint lint-style lint-format lint-imports lint-types lint-rules specs docs bench wheel clean

demo: $(SMALL)
	@mkdir -p demo
	@$(BIN)/ancu screen examples/danh-sach-mau.csv -o demo/ket-qua.xlsx || [ $$? -eq 3 ]
	@$(BIN)/python examples/show_results.py demo/ket-qua.xlsx examples/danh-sach-mau.csv

test: $(STAMP) $(if $(LINTED),,lint)
	$(BIN)/python -m pytest $(PARALLEL) $(PYTEST)

# Before each commit: what one minute can tell.
fast: lint
	$(BIN)/python -m pytest $(PARALLEL) -m "core and not server and not slow" $(PYTEST)

# What CI looks at beside `make test`: more random cases, and the whole law where that is a measurement.
sweep: $(STAMP)
	ANCU_THOROUGH=1 $(BIN)/python -m pytest $(PARALLEL) -m sweep $(PYTEST)

# Each check by itself, all at once: the longest two, types and rules, take a core each.
CHECKS := lint-types lint-rules lint-imports lint-style lint-format

lint: $(STAMP)
	@$(MAKE) --no-print-directory --jobs $(if $(filter output-sync,$(.FEATURES)),--output-sync) $(CHECKS)

lint-style: $(STAMP)
	$(BIN)/ruff check .

lint-format: $(STAMP)
	$(BIN)/ruff format --check .

lint-imports: $(STAMP)
	$(BIN)/lint-imports

lint-types: $(STAMP)
	MYPY_NUM_WORKERS=2 $(BIN)/mypy

lint-rules: $(STAMP)
	$(BIN)/ancu rules check

specs: $(STAMP)
	$(BIN)/ancu spec run features

# The case whose result the README shows.
SHOWN := explain --case HS-001 --in examples/danh-sach-mau.csv --programme social_housing_purchase

docs: $(STAMP)
	$(BIN)/ancu rules handbook --lang vi > docs/generated/so-tay-bo-quy-tac.md
	$(BIN)/ancu rules handbook --lang en > docs/generated/rulebook.md
	$(BIN)/ancu spec steps --format markdown --lang vi > docs/generated/so-tay-cau.md
	$(BIN)/ancu spec steps --format markdown --lang en > docs/generated/phrase-book.md
	$(BIN)/ancu $(SHOWN) --lang vi | $(BIN)/python examples/picture.py "ancu $(SHOWN)" > docs/generated/ket-qua.svg

bench: $(STAMP)
	$(PIP) -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/run.py $(BENCH)

# What others install.
wheel: $(BIN)/python
	$(PIP) build
	$(BIN)/python -m build --wheel --outdir dist .
	@echo "pip install $$(ls -t dist/ancu-*.whl | head -n 1)"

$(BIN)/python:
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml | $(BIN)/python
	$(PIP) -e '.[dev]'
	@touch $@

$(VENV)/.installed-small: pyproject.toml | $(BIN)/python
	$(PIP) -e '.[excel]'
	@touch $@

clean:
	rm -rf $(VENV) demo dist build
