"""What all tests share: goldens, the option that writes them anew, and no deadlines."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from hypothesis import settings

# A machine with other work takes its time: no example of a property has a deadline.
settings.register_profile("patient", deadline=None)
settings.load_profile("patient")

# Windows has no such signals, limits and terminals.
_POSIX_ALONE = [
    "cli/test_signals.py",
    "project/test_temporary_files.py",
    "project/test_write_failure.py",
    "test_odd_files.py",
]
collect_ignore = _POSIX_ALONE if sys.platform == "win32" else []


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let goldens be written anew after a change that was meant."""
    parser.addoption(
        "--update-goldens",
        action="store_true",
        help="write goldens anew from what the program gives now",
    )


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[str, str], None]:
    """Compare a text with ``goldens/<name>`` beside the test; a missing golden fails."""
    folder = request.path.parent / "goldens"
    update = request.config.getoption("--update-goldens")

    def compare(name: str, text: str) -> None:
        path = folder / name
        if update:
            path.parent.mkdir(exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            return
        assert path.is_file(), f"no golden {path}; look at the text, then use --update-goldens"
        assert text == path.read_text(encoding="utf-8")

    return compare
