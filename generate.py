"""Make careers' booklets and decks: ``python generate.py`` hands its arguments to careerkit."""

from __future__ import annotations

import sys

from careerkit.command import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
