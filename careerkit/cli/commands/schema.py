"""``schema``: the JSON Schema of a profile comes out."""

from __future__ import annotations

from careerkit.cli.console import print_result
from careerkit.cli.failures import explain_failures


@explain_failures
def schema() -> int:
    """Print the JSON Schema of a profile, for editors."""
    from careerkit.content.schema import write_profile_schema

    print_result(write_profile_schema().removesuffix("\n"))
    return 0
