.PHONY: setup run dev test core all lint types snapshots

setup:  ## a virtual environment with everything that development needs
	python3 -m venv .venv && .venv/bin/pip install -e '.[dev]'
run:  ## play
	.venv/bin/neuron-tui
dev:  ## play while style sheets reload and `.venv/bin/textual console` shows events
	.venv/bin/textual run --dev -c .venv/bin/neuron-tui
test:  ## the everyday tests
	.venv/bin/pytest -m "not slow"
core:  ## the tests without a screen, for the quick loop
	.venv/bin/pytest -m "not slow" tests/neuron tests/puzzle tests/game
all:  ## everything that must pass before a change is merged
	.ci/run
lint:
	.venv/bin/ruff check && .venv/bin/ruff format --check && .venv/bin/lint-imports
types:
	.venv/bin/mypy --strict
snapshots:  ## accept the screens as they are now
	.venv/bin/pytest --accept-snapshots tests/tui
