# make run   opens Baton (where there is no screen: builds the sample workspace and its documents in ./demo)
# make test  runs the tests           make check  lint, types, contracts           make bench  speed beside its targets
# make soak  hours: the window driven for 30 minutes, then every kill point, disk fault and power cut (docs/reliability.md)
.PHONY: run test soak check bench schema lock clean
BIN := .venv/bin
READY := .venv/ready

run: $(READY)
	@$(BIN)/python -m ui.launch

test: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m pytest -n auto

MINUTES := 30
POINTS := tests/storage tests/exporters/test_stopped.py tests/ui/test_importing.py

soak: $(READY)
	$(BIN)/python -m tests.soak $(MINUTES)
	QT_QPA_PLATFORM=offscreen BATON_CRASH=all $(BIN)/python -m pytest -n auto -m soak
	QT_QPA_PLATFORM=offscreen BATON_CRASH=all $(BIN)/python -m pytest -n auto $(POINTS)

check: $(READY)
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/deptry .

bench: $(READY)
	QT_QPA_PLATFORM=offscreen $(BIN)/python -m bench

$(READY): requirements.lock pyproject.toml .python-version
	@python=$$(.ci/python) && rm -rf .venv && $$python -m venv .venv
	$(BIN)/python -m pip install -qq --require-hashes -r requirements.lock
	@touch $(READY)

schema: $(READY)
	$(BIN)/python -m app.schema > resources/campaign.schema.json

lock:
	uv pip compile --universal --generate-hashes --no-annotate --no-header --python-version 3.12 \
		--group dev pyproject.toml -o requirements.lock

clean:
	rm -rf .venv build dist demo
