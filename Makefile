# Everything runs in .venv, which the first command makes.
PYTHON ?= python3
PORT ?= 8000
BIN := .venv/bin
export NO_MKDOCS_2_WARNING := 1  # see DECISIONS.md on the successor of Material
TEST := $(BIN)/pytest -n auto --dist worksteal

.PHONY: serve site formula test check bench audit outputs clean

serve: .venv/docs          ## build both languages, serve them, rebuild on change
	@$(BIN)/python -c 'import socket; socket.create_server(("127.0.0.1", $(PORT)))' 2>/dev/null \
		|| { echo "Cannot serve at port $(PORT), which may be taken. Choose another: make serve PORT=$$(($(PORT) + 1))"; exit 1; }
	$(BIN)/mkdocs serve --dev-addr 127.0.0.1:$(PORT)

site: .venv/site           ## build both languages into site/
	$(BIN)/mkdocs build --strict

formula: .venv/docs        ## compare one formula with code: TEX="…" CODE="sigmoid(z) for z in R^n"
	@PYTHONPATH=docs/site $(BIN)/python -m source.formula

test: .venv/test           ## snippets, formulas, functions, pages, and the built site in a browser
	$(TEST)

check: .venv/test          ## what a change must pass: format, lint, types, tests
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy
	$(TEST)

bench: .venv/test          ## speed and memory of functions, speed of pages, waits of an author
	$(BIN)/python tests/bench
	$(BIN)/python tests/bench/pages
	$(BIN)/python tests/bench/loop

audit: site .venv/test     ## how the site serves everyone: search, axe, keyboard, policy, no JavaScript, the ear, labs that run, keys of exercises
	$(BIN)/python tests/search site
	$(BIN)/python tests/audit site
	$(BIN)/python tests/speech
	$(BIN)/python tests/runs site
	DRAWS=10000 $(TEST) tests/site/test_exercises.py::test_what_is_drawn_has_the_right_key

outputs: .venv/test        ## rewrite what pages show: outputs, differences from PyTorch; look at `git diff` afterwards
	PYTHONPATH=docs/site $(BIN)/python -m source.snippets docs README.md
	OMP_NUM_THREADS=1 PYTHONPATH=docs/site:tests $(BIN)/python tests/twins.py

clean:
	rm -rf .venv .cache site

# One stamp for what `make serve` needs, one for the site as it is published, one for the tests.
.venv/docs .venv/site .venv/test: .venv/%: pyproject.toml constraints.txt install.py
	@command -v $(PYTHON) >/dev/null \
		|| { echo "No $(PYTHON) here. Install Python 3.11 or newer, or name one: make PYTHON=python3.12"; exit 1; }
	@$(PYTHON) install.py $*
