# Two commands for a newcomer: `make demo` and `make test`. Everything else serves them.
PYTHON ?= python3
VENV := .venv/bin
PORT ?= 8000
HOST ?= 127.0.0.1
DB ?= sqlite
export DB
# The day that the demo and the browser tests take for today, as 2027-01-08; without: the real one.
TODAY ?=
export TODAY
ON_DAY := $(if $(TODAY),--today $(TODAY))
# Processes that share the tests, each with a site of its own: as many as there are processors, or WORKERS=1.
WORKERS ?= logical
TESTS ?= kinerja_asn/tests embedded/tests
PYTEST := $(VENV)/python -m pytest -q -p embedded.pytest_plugin
# Handed out class by class in the order given here: browser tests take longest and so come first.
SHARED := $(if $(filter-out 1,$(WORKERS)),-n $(WORKERS) --dist loadscope --no-loadscope-reorder)

.PHONY: demo test lint desk templates test-rules test-app test-e2e test-bench perf clean setup

demo: ## the app with demo data on http://127.0.0.1:8000 (RESET=1 starts afresh; TODAY=2027-01-08 on another day)
	@$(PYTHON) -m embedded demo --host $(HOST) --port $(PORT) $(if $(RESET),--reset) $(ON_DAY)

test: setup ## everything a fresh machine can run; DB=mariadb for a real MariaDB
	@# each of these uses one processor: side by side, each one's output in one piece
	@$(MAKE) --no-print-directory -j2 $(if $(filter output-sync,$(.FEATURES)),--output-sync) templates lint desk test-rules
	$(PYTEST) $(SHARED) e2e kinerja_asn/tests embedded/tests

setup:
	@$(PYTHON) -m embedded setup

lint: setup
	$(VENV)/ruff check .
	$(VENV)/ruff format --check .
	@# prefly reads whole folders: give it what is committed, not .venv
	@folder=$$(mktemp -d) && trap 'rm -rf "$$folder"' EXIT && git ls-files -z | xargs -0 cp --parents -t "$$folder" && \
		$(VENV)/preflight --path "$$folder" --target v16 --fail-on warning

desk: setup
	@$(PYTHON) -m embedded desk

templates: setup # of the sites that the tests are run on, the demo's too
	@$(PYTHON) -m embedded template --data kinerja_asn.demo.create_demo_data $(ON_DAY)

test-rules: setup ## the regulation and the guards, without any framework
	$(PYTEST) --no-site kinerja_asn/tests/rules kinerja_asn/tests/guards

test-app: setup ## the app and its host on $(DB); TESTS=kinerja_asn/tests for the app alone
	$(PYTEST) $(SHARED) $(TESTS)

test-e2e: setup ## in a real browser; says so when there is none (CI requires it); TODAY=2027-01-08 on another day
	$(PYTEST) $(SHARED) --no-site e2e

test-bench: setup ## the app's tests inside a real bench, then e2e on it: BENCH=~/frappe-bench SITE=test.localhost [ADDRESS=http://… served already]
	@test -d "$(BENCH)/sites/$(SITE)" || { echo "test-bench: no site at '$(BENCH)/sites/$(SITE)'. Give BENCH=<path> SITE=<site>." >&2; exit 2; }
	@KINERJA_BENCH="$(BENCH)" KINERJA_SITE="$(SITE)" KINERJA_ADDRESS="$(ADDRESS)" $(VENV)/python -m e2e

perf: setup ## benchmarks against their floors on $(DB); N=50000 for as many employees
	@$(VENV)/python -m perf $(N)

clean:
	rm -rf .venv .embedded
