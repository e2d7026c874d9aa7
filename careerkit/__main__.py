"""Let ``python -m careerkit`` do what the ``careerkit`` command does."""

from __future__ import annotations

from careerkit.cli.entry import run

if __name__ == "__main__":
    run()
