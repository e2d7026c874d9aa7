"""Make careers' booklets and decks: the arguments go to careerkit, which says how in ``--help``."""

from __future__ import annotations

from careerkit.cli.entry import run

if __name__ == "__main__":
    run()
