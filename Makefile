# Every target sets up what it needs; `make demo` and `make test` are all a newcomer types.
PYTHON ?= python3.11
BIN := .venv/bin
STAMP := .venv/.installed
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet

.PHONY: browser grammar demo desk test slow chaos bench lint types setup lock fuzz

demo: $(STAMP)
	$(BIN)/morasse model pull
	$(BIN)/python -m evals.demo

# The web desk, with a worker beside it; DESK="--port 9000" and the like.
desk: $(STAMP)
	$(BIN)/morasse desk $(DESK)

# A browser wants the machine to itself: beside other tests its pages wait longer than people would.
test: $(STAMP) browser grammar
	$(BIN)/pytest -n auto -m "not slow" --ignore tests/browser
	$(BIN)/pytest -m "not slow" tests/browser

# Chromium for the desk's tests: found, or installed where we may; without it they are skipped.
browser:
	@for one in chromium chromium-browser google-chrome; do command -v $$one >/dev/null && exit 0; done; \
	  { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq chromium >/dev/null; } || \
	  echo "No Chromium, so the desk's browser tests are skipped; to have it: apt-get install chromium"

# Grammalecte, run as a program, for the one test that reads its real report; without it that test is skipped.
grammar:
	@command -v grammalecte-cli >/dev/null || \
	  { test "$$(id -u)" = 0 && apt-get update -qq && apt-get install -y -qq grammalecte-cli >/dev/null; } || \
	  echo "No Grammalecte, so the test that runs it is skipped; to have it: apt-get install grammalecte-cli"

slow: $(STAMP)
	$(BIN)/pytest -m slow

fuzz: $(STAMP)
	$(BIN)/python -m tests.fuzz.extract --runs 10000

# On both databases 200 kills over 100 drafts: real processes, killed -9 at random moments. CHAOS=--kills 20 for fewer.
# It goes on until each kind of process was killed; one that was spared is a fault.
chaos: $(STAMP)
	$(BIN)/python -m tests.chaos $(CHAOS)

# Ratios in one run; BENCH=--embedded adds the embedded model's, for minutes on an idle machine; BENCH=--throughput is alone.
bench: $(STAMP)
	$(BIN)/python -m bench $(BENCH)

lint: $(STAMP)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/lint-imports --no-cache

types: $(STAMP)
	$(BIN)/mypy

setup: $(STAMP)

$(STAMP): requirements/runtime.txt requirements/dev.txt pyproject.toml
	test -x $(BIN)/python || $(PYTHON) -m venv .venv
	$(PIP) --require-hashes -r requirements/runtime.txt -r requirements/dev.txt
	$(PIP) --no-deps --no-build-isolation --editable .
	touch $@

# Maintainers only: pin what the .in files ask for, with hashes and without addresses.
lock:
	uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url requirements/runtime.in -o requirements/runtime.txt
	uv pip compile --quiet --generate-hashes --no-header --no-emit-index-url requirements/dev.in -o requirements/dev.txt
