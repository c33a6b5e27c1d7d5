# make setup | demo | test | evaluate | corpus | train | lint | lock. Needs Python >= 3.11 and make; uses uv where it is present.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
UV := $(shell command -v uv 2>/dev/null)
export OMP_NUM_THREADS ?= 1

.PHONY: setup demo test lint evaluate corpus train schema docs lock clean
.DEFAULT_GOAL := setup

setup: $(VENV)/.ready

$(VENV)/.ready: requirements.lock pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Wader needs Python 3.11 or newer; say which: make PYTHON=python3.12"; exit 1; }
ifneq ($(UV),)
	$(UV) venv --quiet --allow-existing --python $(PYTHON) $(VENV)
	$(UV) pip install --quiet --python $(BIN)/python --require-hashes -r requirements.lock
	$(UV) pip install --quiet --python $(BIN)/python --no-deps --no-build-isolation -e .
else
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements.lock
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
endif
	@touch $@

demo: setup            ## code the sample pages end to end and show what was found
	@sh examples/demo.sh $(BIN)

test: setup lint       ## everything CI runs
	$(BIN)/python -m pytest -n 2 --dist loadfile

lint: setup
	$(BIN)/ruff check src tests evaluation training benchmarks
	$(BIN)/mypy

evaluate: setup        ## all scorers against floors.json; uses ../shared where it is present
	$(BIN)/python -m evaluation

corpus: setup          ## check corpus/: faults, near-duplicates, minimum counts; how varied it is; leaks, where ../shared is present
	@s=0; for part in corpus counts variety leaks; do $(BIN)/python -m training.$$part || s=1; done; exit $$s

train:                 ## from corpus/ to the packaged coder, under two hours on two cores
	$(PYTHON) -m venv .venv-train
	.venv-train/bin/python -m pip install --quiet --require-hashes -r requirements.lock
	.venv-train/bin/python -m pip install --quiet -r training/requirements.txt
	.venv-train/bin/python -m pip install --quiet --no-deps --no-build-isolation -e .
	OMP_NUM_THREADS=2 OMP_WAIT_POLICY=passive .venv-train/bin/python -m training.build

docs: setup            ## rewrite what is generated: command reference, JSON Schemas and the card of README.md
	$(BIN)/python -m wader.reference

lock:                  ## resolve all dependencies anew, with hashes
	uv pip compile --quiet --universal --generate-hashes --python-version 3.11 --no-emit-index-url pyproject.toml --group dev -o requirements.lock

clean:
	rm -rf $(VENV) out
