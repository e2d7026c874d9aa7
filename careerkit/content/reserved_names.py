"""The name of a career goes in; what else that name stands for, if it is taken, comes out."""

from __future__ import annotations

_TAKEN = {
    "all": "on the command line it means every career",
    "labels": "among translations it is the language's labels",
    "terms": "among translations it is the language's terms",
}
# https://learn.microsoft.com/windows/win32/fileio/naming-a-file
_DEVICES = frozenset(
    ["aux", "con", "nul", "prn", *(f"{port}{n}" for port in ("com", "lpt") for n in range(10))]
)


def find_other_meaning(name: str) -> str:
    """Say what else a career's name stands for, whatever its case; empty if it is free."""
    folded = name.casefold()
    if folded.partition(".")[0] in _DEVICES:
        return "on Windows it is a device, and no file may have it"
    return _TAKEN.get(folded, "")
