"""The environment variable SOURCE_DATE_EPOCH goes in; the moment that files carry comes out.

Source of the rule: https://reproducible-builds.org/specs/source-date-epoch/
"""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime


def source_date() -> datetime | None:
    """Return the moment asked for, up to the year 2286; None where none is.

    Raises ValueError for what is no date.
    """
    stamp = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not stamp:
        return None
    if not re.fullmatch("[0-9]{1,10}", stamp):
        raise ValueError(f'SOURCE_DATE_EPOCH is "{stamp}", which is not a date')
    return datetime.fromtimestamp(int(stamp), UTC)
