# `make demo` sets everything up and screens the example; `make test` sets everything up and passes all tests.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed

.PHONY: demo test lint specs docs bench clean

demo: $(STAMP)
	@mkdir -p demo
	$(BIN)/ancu screen examples/danh-sach-mau.csv -o demo/ket-qua.csv || [ $$? -eq 3 ]
	@echo
	@echo "Kết quả / result: demo/ket-qua.csv; dòng bị trả lại / rejects: demo/ket-qua.rejects.csv"

test: lint
	$(BIN)/python -m pytest

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/ancu rules check

specs: $(STAMP)
	$(BIN)/ancu spec run features

docs: $(STAMP)
	$(BIN)/ancu rules handbook --lang vi > docs/so-tay-bo-quy-tac.md
	$(BIN)/ancu rules handbook --lang en > docs/rulebook.md
	$(BIN)/ancu spec steps --format markdown --lang vi > docs/so-tay-cau.md
	$(BIN)/ancu spec steps --format markdown --lang en > docs/phrase-book.md

bench: $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r benchmarks/requirements.txt
	$(BIN)/python benchmarks/run.py $(BENCH)

$(STAMP): pyproject.toml
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

clean:
	rm -rf $(VENV) demo dist build
