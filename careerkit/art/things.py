"""Nothing goes in; the drawings of things that a profile may put beside its items come out.

They are drawings of Lucide (``LICENSE-Lucide.txt``; lucide-static 1.62.0 from npm), on the grid of
24 by 24 and with the round stroke that the icons of a theme have, their arcs turned into curves.
What each is called here a profile's author guesses: bolt is Lucide's zap, pot its cooking-pot.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

_FILE = Path(__file__).with_name("things.json")


@cache
def thing_icons() -> Mapping[str, str]:
    """Return the path data of each thing by its name, in M, L, C and Z on the 24 by 24 grid."""
    return MappingProxyType(json.loads(_FILE.read_text(encoding="utf-8")))
